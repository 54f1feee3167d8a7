"""What was found of an official document on the way: candidates for every field, and their ranking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policytext.models.fields import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.dates import DateHit
    from policytext.models.fields import DateKind
    from policytext.official.closing import Said
    from policytext.page.view import View

__all__ = ["TEXT_RULE", "TITLE_RULE", "Candidate", "Draft", "words_of"]

TEXT_RULE: Final = "generic/official-text"
"""Read from a line of the document itself."""
TITLE_RULE: Final = "generic/official-title"
"""Read from the headline."""

_OTHERS: Final = 5
_NAMES: Final = (
    "issuers", "doc_number", "index_no", "category", "kind", "secrecy", "urgency", "signed_off_by", "addressees", "attachment_notes",
    "signature", "signed_on", "note", "cc", "printed_by", "printed_on", "keywords", "status", "effective_on", "expires_on", "repealed_on",
)  # fmt: skip
_LINES: Final = (
    "doc_number", "addressees", "signature", "signed_on", "note", "cc", "printed_on", "secrecy", "urgency", "signed_off_by",
)  # fmt: skip
"""Fields whose lines are lines of the document, wherever they stand."""


class Candidate(NamedTuple):
    """A candidate for a field, in ``View.text``; ``start`` is -1 where it is not displayed."""

    value: Any
    start: int
    end: int
    rule: str
    score: float


class Draft:
    """Candidates, by field."""

    __slots__ = ("found", "view")

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: dict[str, list[Candidate]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.found

    def has(self, name: str, rule: str) -> bool:
        """Whether a rule found the field already."""
        return any(one.rule == rule for one in self.found.get(name, ()))

    def add(self, name: str, value: Any, start: int, end: int, rule: str, score: float) -> None:
        """One more candidate."""
        if value:
            self.found.setdefault(name, []).append(Candidate(value, start, end, rule, score))

    def add_said(self, name: str, said: Said | None, score: float = 0.9) -> None:
        """A value that a line of the document says."""
        if said is not None:
            self.add(name, said.value, said.start, said.end, TEXT_RULE, score)

    def add_all(self, name: str, said: Sequence[Said], score: float = 0.9) -> None:
        """Values that lines of the document say one after the other."""
        if said:
            self.add(name, tuple(one.value for one in said), said[0].start, said[-1].end, TEXT_RULE, score)

    def add_date(self, name: str, hit: DateHit, at: int, kind: DateKind, score: float) -> None:
        """A date of a line of the document; ``at`` is where the text begins that the hit counts from."""
        start, end = at + hit.start, at + hit.end
        self.add(name, hit.dated(self.view.text[start:end], kind), start, end, TEXT_RULE, score)

    def fields(self) -> tuple[Field[Any], ...]:
        """The winners, each with its losers; their names begin with ``official.``."""
        out: list[Field[Any]] = []
        for name in _NAMES:
            # Sorting is stable: of equals the first that was found wins.
            ranked = sorted(self.found.get(name, ()), key=lambda one: -one.score)
            items = [self._field(f"official.{name}", one) for one in ranked[: _OTHERS + 1]]
            if items:
                out.append(items[0].with_others(tuple(items[1:])))
        return tuple(out)

    def _field(self, name: str, one: Candidate) -> Field[Any]:
        value, start, end, rule, score = one
        if start < 0:
            raw = " ".join(value) if isinstance(value, tuple) else str(getattr(value, "raw", value))
            return Field(name, value, raw, None, rule, score)
        return Field(name, value, self.view.text[start:end], self.view.source_span(start, end), rule, score)

    def own_lines(self) -> frozenset[int]:
        """Lines of the document that a field was read from."""
        line_at = self.view.line_at
        return frozenset(
            index
            for name in _LINES
            for one in self.found.get(name, ())
            if one.rule == TEXT_RULE
            for index in range(line_at(one.start), line_at(max(one.start, one.end - 1)) + 1)
        )


def words_of(text: str) -> tuple[str, ...]:
    """主题词, parted at blanks and stops; △ marks a word that is not in the thesaurus."""
    return tuple(word for word in re.split(r"[\s;；,，、△]+", text.strip()) if word)
