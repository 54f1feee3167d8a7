"""Half-open spans over code points, and the little algebra the ledger needs. Knows nothing of text.

>>> covered([Span(0, 2), Span(5, 9)], 0, 10)
[Span(start=0, end=2), Span(start=5, end=9)]
>>> gaps([Span(2, 4), Span(4, 6)], 0, 10)
[Span(start=0, end=2), Span(start=6, end=10)]
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Cuts", "Span", "covered", "gaps", "is_partition", "merge"]


class Span(NamedTuple):
    """``start`` (included) to ``end`` (excluded), in code points of the text it speaks of."""

    start: int
    end: int

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"

    def cut(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same span, ``by`` code points further."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        # Spans are half-open: two that touch share nothing.
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies within this span (equal counts)."""
        return self.start <= other.start and other.end <= self.end


def covered(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """``spans`` clipped to ``start:end``; what is left empty is dropped. The order is kept."""
    return [
        Span(max(s.start, start), min(s.end, end))
        for s in spans
        if s.start < end and s.end > start and s.start < s.end
    ]


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sorted, with overlapping and touching spans joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        # An empty span covers nothing, wherever it stands.
        elif span.start < span.end:
            out.append(span)
    return out


def gaps(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """What ``spans`` leave free of ``start:end``."""
    out: list[Span] = []
    at = start
    for span in merge(covered(spans, start, end)):
        if span.start > at:
            out.append(Span(at, span.start))
        at = span.end
    if at < end:
        out.append(Span(at, end))
    return out


class Cuts:
    """Spans to be taken out of many others, one at a time: each look-up costs what it touches.

    >>> Cuts([Span(2, 4), Span(8, 9)]).free(3, 9)
    [Span(start=4, end=8)]
    """

    __slots__ = ("_ends", "_spans")

    def __init__(self, spans: Sequence[Span]) -> None:
        """``spans`` are sorted and do not overlap."""
        self._spans = spans
        self._ends = [span.end for span in spans]

    def free(self, start: int, end: int) -> list[Span]:
        """What the cuts leave of ``start:end``."""
        # The first cut that ends behind `start`; a page may have a hundred thousand, so they are not all looked at.
        low = high = bisect_right(self._ends, start)
        while high < len(self._spans) and self._spans[high].start < end:
            high += 1
        return gaps(self._spans[low:high], start, end) if low < high else [Span(start, end)]


def is_partition(spans: Iterable[Span], length: int) -> bool:
    """Whether ``spans``, in the order given, cover ``0:length`` exactly once and none is empty."""
    at = 0
    for start, end in spans:
        # In the order given: pieces in disorder would read as another text.
        if start != at or end <= start:
            return False
        at = end
    return at == length
