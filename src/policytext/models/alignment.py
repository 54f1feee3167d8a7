"""Where two versions of a text correspond: the one map of offsets, whichever step made the newer version.

An alignment is a list of *replacements*, in order and apart. Between two of them both versions run in step, so a
place there leads to one place of the other version and back again: there and back is the identity on kept text.

>>> way = aligned([(2, 6, 0), (7, 7, 1)])   # abcdefgh without cdef, and with X before h
>>> [way.to_target(at) for at in (0, 2, 4, 6, 7)], way.to_source(3), way.source_span(1, 3)
([0, 2, 2, 2, 4], 7, Span(start=1, end=7))
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Alignment", "Replacement", "aligned", "compose", "splice"]


class Replacement(NamedTuple):
    """``start:end`` of the source stands as ``low:high`` in the target. Code points, half-open."""

    start: int
    end: int
    low: int
    high: int

    @property
    def growth(self) -> int:
        """By how many code points the target is longer here."""
        return (self.high - self.low) - (self.end - self.start)


# In C: every line of a repaired page asks a bisection, and a lambda would cost more than that.
_START, _LOW = attrgetter("start"), attrgetter("low")


@frozen
class Alignment:
    """Where a source and a target correspond.

    A place inside a replacement has no counterpart; it leads to the bound of the whole replacement. A replacement that
    begins just at a place lies behind it: a span that ends there does not take it in.

    Attributes:
        replacements: In order of place and without overlap, in the source and in the target.
    """

    replacements: Sequence[Replacement]

    def to_target(self, at: int, *, closing: bool = False) -> int:
        """The place of the target for a place of the source; inside a replacement, where that begins, or ends for a ``closing`` one."""
        index = bisect_right(self.replacements, at, key=_START) - 1
        if index < 0:
            return at
        found = self.replacements[index]
        if at >= found.end:
            return found.high + at - found.end
        return found.high if closing and at > found.start else found.low

    def to_source(self, at: int, *, closing: bool = False) -> int:
        """The place of the source for a place of the target.

        Args:
            at: Code point of the target.
            closing: Whether ``at`` ends a span: inside a replacement it then leads to where that ends.
        """
        index = (bisect_left if closing else bisect_right)(self.replacements, at, key=_LOW) - 1
        if index < 0:
            return at
        found = self.replacements[index]
        if at >= found.high:
            return found.end + at - found.high
        return found.end if closing else found.start

    def source_span(self, start: int, end: int) -> Span:
        """The least span of the source that all of ``start:end`` of the target comes from."""
        first = self.to_source(start)
        return Span(first, max(first, self.to_source(end, closing=True)))


def aligned(edits: Iterable[tuple[int, int, int]]) -> Alignment:
    """The alignment of a text with its edited version.

    Args:
        edits: Start and end in the source, and the length of what stands there now; in order, without overlap.
    """
    rows: list[Replacement] = []
    growth = 0
    for start, end, length in edits:
        low = start + growth
        rows.append(Replacement(start, end, low, low + length))
        growth += length - (end - start)
    return Alignment(rows)


def splice(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each ``start:end`` replaced; the edits stand in order, without overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, value in edits:
        pieces += (text[at:start], value)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def compose(
    first: Sequence[Replacement], second: Sequence[Replacement]
) -> list[tuple[Replacement, Sequence[int], Sequence[int]]]:
    """What ``first`` and then ``second``, whose source is the target of ``first``, do together.

    Returns:
        Each replacement, in order, with the indices of those of ``first`` and of ``second`` that it is made of: what
        overlaps in the text between the two becomes one.
    """
    if not first:
        return [(row, (), (index,)) for index, row in enumerate(second)]
    # Where two begin at one place an empty one stands in front, and what was done earlier comes first.
    items = [(row.low, row.high > row.low, 0, index) for index, row in enumerate(first)]
    items += [(row.start, row.end > row.start, 1, index) for index, row in enumerate(second)]
    items.sort()
    out: list[tuple[Replacement, Sequence[int], Sequence[int]]] = []
    # By how much the text between is longer than the source so far, and the target than the text between.
    before = after = 0
    at = 0
    while at < len(items):
        low = high = items[at][0]
        start, begin = low - before, low + after
        parts: tuple[list[int], list[int]] = ([], [])
        first_item = at
        # What only touches the group stays apart: joined, kept text between the two would count as changed.
        while at < len(items) and (at == first_item or items[at][0] < high):
            _, _, which, index = items[at]
            parts[which].append(index)
            if which == 0:
                high = max(high, first[index].high)
                before += first[index].growth
            else:
                high = max(high, second[index].end)
                after += second[index].growth
            at += 1
        out.append((Replacement(start, high - before, begin, high + after), *parts))
    return out
