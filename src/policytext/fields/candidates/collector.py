"""The places of one page, and what its lines add to the candidates: shared by all that read lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import Candidates
from policytext.fields.grammar.byline_labels import LABELS
from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.stated_titles import title_key
from policytext.models.fields import Credit
from policytext.page.layout import Proposal
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policytext.fields.grammar.rows import Row
    from policytext.fields.headline.title import FoundTitle
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["CandidateCollector"]

_UNPLACED: int = 10
"""Lines below the headline that are looked at where no body was found."""
_HEADED: Final = 5
"""So many lines below the headline a text begins whose first short lines may be its row."""
_SHORT_LINES: Final = 16
_SHORT: Final = 24
"""Characters of such a line."""


class CandidateCollector:
    """One page, its places, and the candidates found so far.

    Attributes:
        labels: Label without blanks → role; with those of the page's source, which are ``own_labels``.
        first, last: The body's lines, half-open; without a body, an empty stretch below the headline.
        prose: Where the first long line of the text stands; ``first`` where the text begins with it. Rows set as paragraphs are taken
            for the text's beginning, and what is known for certain may be read from the short lines between.
        skip: Lines that are the headline's, or spent with the line above them.
    """

    def __init__(
        self,
        view: View,
        layout: Layout,
        headline: FoundTitle,
        claimed_lines: frozenset[int] = frozenset(),
        labels: Mapping[str, str] = LABELS,
    ) -> None:
        self.claimed_lines = claimed_lines
        self.view = view
        self.lines = view.lines
        self.out = Candidates()
        self.title = headline.line
        self.headline = headline
        self.key = title_key(fold(headline.text)) if headline.text else ""
        count = len(self.lines)
        if layout.first < layout.last:
            self.first, self.last = layout.first, min(layout.last, count)
        else:
            # No body: what stands around the headline is all there is.
            anchor = 0 if self.title is None else self.title + 1
            self.first = min(count, anchor + _UNPLACED)
            self.last = self.first
        self.prose = self._prose()
        self.skip = set(headline.extra) | ({self.title} if self.title is not None else set())
        self.labels = labels
        self.own_labels = (
            ()
            if labels is LABELS
            else tuple(label for label, role in labels.items() if LABELS.get(label) != role)
        )
        # The headline was found without a source's own labels.
        self._rows = dict(headline.rows) if labels is LABELS else {}

    def _prose(self) -> int:
        """The first long line of the text, if only a few short ones stand above it and the headline right above these."""
        if self.title is None or not 0 < self.first - self.title <= _HEADED:
            return self.first
        for index in range(self.first, min(self.first + _SHORT_LINES, self.last)):
            if len(self.lines[index]) > _SHORT or self.lines[index].text[-1] in "。！？；":
                return index
        return self.first

    def row(self, line: Line) -> Row:
        """The line as the grammar reads it; each line is read once."""
        row = self._rows.get(line.index)
        if row is None:
            row = self._rows[line.index] = read_row(line.fold, line.text, self.labels, self.view.seams(line))
        return row

    def is_above(self, index: int) -> bool:
        """Whether a line stands above the headline."""
        return self.title is not None and index < self.title

    def credit(self, role: str, names: tuple[str, ...], start: int, end: int, rule: str) -> None:
        """Somebody named, in ``View.text[start:end]``."""
        if any(
            low < end and start < high and credit.role == role for credit, low, high, _ in self.out.credits
        ):
            # In a short text the head and the tail overlap.
            return
        raw = self.view.text[start:end]
        credit = Credit(role, names, raw, self.view.source_span(start, end))
        self.out.credits.append((credit, start, end, rule))

    def claim(self, line: Line, rule: str) -> None:
        """The whole line is spent on a field."""
        self.out.claims.append(Proposal(line.start, line.end, "field", rule))

    def is_claimed(self, line: Line) -> bool:
        """Whether the line is spent already."""
        return any(claim.start <= line.start < claim.end for claim in self.out.claims)
