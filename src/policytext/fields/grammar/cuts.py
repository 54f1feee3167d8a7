"""Where the words of one line may end: at blanks and bars, where a mark begins, at seams and bullets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.segments import WORTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.fields.grammar.row_marks import Mark

__all__ = ["Cuts"]

_BREAK: Final = re.compile(r" ?[|()\[\]] ?| +| ?> ?|(?<=[\u3400-\u9fff])[/、](?=[\u3400-\u9fff])")
# 信息时报(广州): a bracket glued to a word belongs to it.
_GLUED_BRACKET: Final = re.compile(r"(?<=[\w>])[(\[][^()\[\] ]{1,24}[)\]]")
_INNER: Final = 3
"""Places inside a word that may end it."""
_ENDS: Final = 6
"""So many ends of a labelled value are weighed."""
_SPAN: Final = 40
_BULLET: Final = "•"
"""It parts the words of a row, or the halves of a foreign name; folded it is a middle dot."""


class Cuts:
    """The places of one line, as code points of it.

    Attributes:
        seams: Where inline elements meet without a blank: a word may run over one, at a cost.
        glued: Where a mark begins that a Han character stands right before.
    """

    def __init__(self, folded: str, text: str, marks: Sequence[Mark], seams: Sequence[int]) -> None:
        self.size = len(folded)
        self.seams = seams
        self.glued = {mark.start for mark in marks if mark.glued}
        self._certain = sorted(mark.start for mark in marks if mark.certain)
        bullets = (at for at, char in enumerate(text) if char == _BULLET)
        self._starts = sorted({*(mark.start for mark in marks), *seams, *bullets})
        self._breaks = [match.start() for match in _BREAK.finditer(folded)]
        if "(" in folded or "[" in folded:
            self._mend_brackets(folded, marks)

    def _mend_brackets(self, folded: str, marks: Sequence[Mark]) -> None:
        """No word ends inside a bracket that is glued to it, unless a mark begins there."""
        inner = [
            match.span()
            for match in _GLUED_BRACKET.finditer(folded)
            if not any(match.start() < mark.start < match.end() for mark in marks)
        ]
        self._breaks = [at for at in self._breaks if not any(low <= at < high for low, high in inner)]

    def stop(self, at: int) -> int:
        """The next place behind ``at`` where every word ends."""
        place = bisect_right(self._breaks, at)
        return self._breaks[place] if place < len(self._breaks) else self.size

    def limit(self, at: int) -> int:
        """Where a value that begins at ``at`` ends at the latest: where a certain mark begins."""
        place = bisect_left(self._certain, at)
        return self._certain[place] if place < len(self._certain) else self.size

    def seam(self, at: int) -> int:
        """The next seam behind ``at``; the end of the line where there is none."""
        place = bisect_right(self.seams, at)
        return self.seams[place] if place < len(self.seams) else self.size

    def crossed(self, at: int, end: int) -> float:
        """What it costs that a piece runs over seams."""
        if not self.seams:
            return 0.0
        return WORTH["seam"].weight * (bisect_left(self.seams, end) - bisect_right(self.seams, at))

    def inner(self, at: int, stop: int) -> list[int]:
        """The first places between the two where a word may end."""
        first = bisect_right(self._starts, at)
        return self._starts[first : min(bisect_left(self._starts, stop), first + _INNER)]

    def ends(self, at: int, limit: int) -> Iterator[int]:
        """Where a value that begins at ``at`` may end, the nearest first."""
        stops = {stop for stop in self._breaks if at < stop < limit}
        stops.update(start for start in self._starts if at < start < limit)
        stops.add(limit)
        for count, stop in enumerate(sorted(stops)):
            if count == _ENDS or stop - at > _SPAN:
                return
            yield stop
