"""What the script normalizer reports: changes, wounds, the script of a text, doubtful conversions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from policytext.models.alignment import Alignment, aligned, splice
from policytext.models.brief import counted, shown
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Ambiguity", "Change", "Damage", "NormalizedText", "Rival", "ScriptName", "ScriptReport", "Target"]

ScriptName = Literal["hans", "hant", "mixed", "none"]
Target = Literal["hans", "hant"]
"""The scripts that a text can be converted to."""


@frozen
class Rival:
    """Another reading of a repaired place, which was not taken because it is less likely.

    Attributes:
        text: What it would have put there.
        behind: By how much it is less likely than what was taken, as the logarithm (base e) of the ratio.
    """

    text: str = field(repr=shown)
    behind: float


@frozen
class Change:
    """One edit of the text.

    Attributes:
        kind: Name of the step that made it; the same name switches the step off. Where several steps changed
            the same characters one after the other, their names in that order, joined by ``+``.
        span: Code points of the *input* text that were replaced (empty for an insertion).
        before: The input text there.
        after: What stands there now; ``""`` for a deletion.
        confidence: 1.0 where the damage is invertible, less where evidence had to decide, and less again where
            another reading came near.
        rivals: The readings that came near, the likeliest first: what they are is told of the text as it was when
            the repair was made, before later steps.
    """

    kind: str
    span: Span
    before: str = field(repr=shown)
    after: str = field(repr=shown)
    confidence: float = 1.0
    rivals: tuple[Rival, ...] = field(default=(), repr=counted)


@frozen
class Damage:
    """Damage that was seen and left alone, because the bytes that would say what stood there are gone.

    Attributes:
        kind: Name of the step that found it.
        span: Code points of the *input* text.
        text: The damaged text, as it stands.
        reason: Why it was not repaired.
    """

    kind: str
    span: Span
    text: str = field(repr=shown)
    reason: str


@frozen
class Ambiguity:
    """A conversion with several candidates in the dictionary.

    Attributes:
        span: Code points of the *input* text.
        text: The character or word there.
        chosen: What the conversion took.
        alternatives: The other candidates, in the dictionary's order.
    """

    span: Span
    text: str = field(repr=shown)
    chosen: str
    alternatives: tuple[str, ...]


@frozen
class ScriptReport:
    """Which script a text is written in, and on what evidence.

    Attributes:
        script: ``hans`` Simplified, ``hant`` Traditional, ``mixed`` both in earnest, ``none`` no evidence.
        region: ``tw`` or ``hk`` where the characters show it, otherwise ``None``.
        hans_count: Characters that occur in Simplified text only.
        hant_count: Characters that occur in Traditional text only.
        han_count: All Han characters.
        changes: Every edit that was made (empty from `detect_script`).
        glosses: The pinyin glosses among them.
        repaired: The byte repairs among them.
        unrecoverable: Damage that was seen and left.
        ambiguities: Conversions with several candidates, where they were asked for.
    """

    script: ScriptName
    region: Literal["tw", "hk"] | None = None
    hans_count: int = 0
    hant_count: int = 0
    han_count: int = 0
    changes: tuple[Change, ...] = field(default=(), repr=counted)
    glosses: tuple[Change, ...] = field(default=(), repr=counted)
    repaired: tuple[Change, ...] = field(default=(), repr=counted)
    unrecoverable: tuple[Damage, ...] = field(default=(), repr=counted)
    ambiguities: tuple[Ambiguity, ...] = field(default=(), repr=counted)


@frozen
class NormalizedText:
    """A normalized text with the edits that lead to it and a map back to the input.

    ``changes`` speak of the input, do not overlap and stand in order: replaying them on the input gives
    ``text``.

    Attributes:
        text: The normalized text.
        source: The input text.
        changes: Every edit, in order of place.
        wounds: Damage that was seen and left, in order of place.
    """

    text: str = field(repr=shown)
    source: str = field(repr=False)
    changes: tuple[Change, ...] = field(default=(), repr=counted)
    wounds: tuple[Damage, ...] = field(default=(), kw_only=True, repr=counted)
    # A value, or what makes it: to count scripts costs as much as to repair a text, and few callers ask.
    _report: ScriptReport | Callable[[], ScriptReport] = field(
        default=ScriptReport("none"), eq=False, repr=False
    )
    # Follows from `changes`, so no comparison looks at it.
    _alignment: Alignment | None = field(init=False, default=None, eq=False, repr=False)

    @property
    def report(self) -> ScriptReport:
        """Script, glosses, repairs, unrecoverable damage, ambiguities. Made when it is first asked for."""
        report = self._report
        if not isinstance(report, ScriptReport):
            report = report()
            object.__setattr__(self, "_report", report)
        return report

    def replay(self) -> str:
        """The input with ``changes`` applied: equal to ``text``, by law."""
        return splice(
            self.source, ((change.span.start, change.span.end, change.after) for change in self.changes)
        )

    def source_span(self, start: int, end: int) -> Span:
        """The span of the input that ``text[start:end]`` comes from.

        A bound that falls inside a changed place takes the whole change, so that the answer always covers at
        least what the characters came from.

        Args:
            start: First code point, in ``text``.
            end: One past the last code point, in ``text``.

        Returns:
            Half-open span of code points in ``source``.
        """
        return self.alignment.source_span(start, end)

    @property
    def alignment(self) -> Alignment:
        """The input (source) against ``text`` (target)."""
        found = self._alignment
        if found is None:
            found = aligned(
                (change.span.start, change.span.end, len(change.after)) for change in self.changes
            )
            object.__setattr__(self, "_alignment", found)
        return found
