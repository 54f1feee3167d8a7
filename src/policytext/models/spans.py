"""Half-open spans over code points, and the little algebra the ledger needs. Knows nothing of text.

>>> covered([Span(0, 2), Span(5, 9)], 0, 10)
[Span(start=0, end=2), Span(start=5, end=9)]
>>> gaps([Span(2, 4), Span(4, 6)], 0, 10)
[Span(start=0, end=2), Span(start=6, end=10)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Span", "covered", "gaps", "is_partition", "merge"]


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


def is_partition(spans: Iterable[Span], length: int) -> bool:
    """Whether ``spans``, in the order given, cover ``0:length`` exactly once and none is empty."""
    at = 0
    for start, end in spans:
        if start != at or end <= start:
            return False
        at = end
    return at == length
