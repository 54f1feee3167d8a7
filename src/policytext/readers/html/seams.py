"""Seams: places in a line where two inline elements meet and the source has no blank, so that the line's text joins two words.

Style sheets set such elements apart (``<span>青禾网</span><span>打印</span>``); the text of the page, which only ever changes white
space, cannot. Whoever reads names out of a line asks for its seams.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["LONGEST", "seams"]

LONGEST: Final = 400
"""Characters of the source of a line, at most: nobody reads rows of names out of a longer one."""
_WORD: Final = 2
"""Characters of a word beside a seam, at least: pieces of one are letters set apart, or character references."""

_CLOSING: Final = frozenset(":：]】）)》”」％%")
_OPENING: Final = frozenset("[【《“「")


def seams(
    parts: Mapping[int, Sequence[str]], places: Sequence[int], text: str, start: int, end: int
) -> tuple[int, ...]:
    """The seams within ``text[start:end]``, in order, as code points of ``text``.

    Args:
        parts: The pieces of the lines that have several, by the number of the line.
        places: For a count of lines, the length of the text they take.
        text: The page's text.
        start: Where the stretch that is asked about begins, in code points of ``text``.
        end: One past it.
    """
    line = max(0, bisect_right(places, start) - 1)
    found: list[int] = []
    while line < len(places) - 1 and places[line] < end:
        if line in parts:
            found += _seams_of(parts[line], text, places[line], places[line + 1])
        line += 1
    return tuple(place for place in found if start < place < end)


def _seams_of(parts: Sequence[str], text: str, start: int, end: int) -> Iterator[int]:
    """The seams of one line, which is ``text[start:end]`` and whatever white space stands around it."""
    solid = [place for place in range(start, end) if not text[place].isspace()]
    count = 0
    # A line break of the source between two elements is dropped between Han characters: displayed, it is a blank.
    for left, right in pairwise([part.strip() for part in parts if not part.isspace()]):
        count += len("".join(left.split()))
        if count >= len(solid) or not _meet(left, right):
            continue
        place = solid[count]
        if place and not text[place - 1].isspace():
            yield place


def _meet(left: str, right: str) -> bool:
    """Whether two words meet where one piece ends and the next begins; a round bracket belongs to the word before it."""
    before, after = left[-1:], right[:1]
    if min(len(left), len(right)) < _WORD:
        return False
    return (before.isalnum() or before in _CLOSING) and (after.isalnum() or after in _OPENING)
