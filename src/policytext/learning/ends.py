"""Lines behind which nothing is text: the head of a list of related articles, of the comments, of the footer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.learning.observe import Observation, Seen

__all__ = ["find_ends"]

_SHARE = 3
"""A line is an end that is the first of its kind behind the text in one document of three."""
_PROSE = 50
"""Code points from which on a line is too long for a title in a list."""


def find_ends(documents: Sequence[Observation], frame: Iterable[int], seen: Sequence[int]) -> dict[int, int]:
    """Ends of the text among the lines of frame, each with the number of documents it ends.

    Where a body reaches over such a line, only titles and lines of frame may stand in it behind the line: the text was hard to tell from
    the list behind it.

    Args:
        documents: One page for each document.
        frame: Lines that are frame, outside the text at least in most documents.
        seen: Per line of the vocabulary, in how many documents it was seen.
    """
    candidates = set(frame) - _followed_by_text(documents, seen)
    counts: Counter[int] = Counter()
    for page in documents:
        last = max((index for index, line in enumerate(page.lines) if line.inside), default=-1)
        if last >= 0:
            # Only the first of them is counted: the footer is behind the text too, but the list's head is what ends it.
            behind = next((line.key for line in page.lines[last + 1 :] if line.key in candidates), None)
            if behind is not None:
                counts[behind] += 1
    return {key: count for key, count in counts.items() if count * _SHARE >= len(documents) and count >= 3}


def _followed_by_text(documents: Sequence[Observation], seen: Sequence[int]) -> set[int]:
    """Lines that text of the body follows on any page: an end there would cut it off."""
    out: set[int] = set()
    for page in documents:
        last = max(
            (index for index, line in enumerate(page.lines) if line.inside and _is_text(line, seen)),
            default=-1,
        )
        out |= {line.key for line in page.lines[: last + 1] if line.inside}
    return out


def _is_text(line: Seen, seen: Sequence[int]) -> bool:
    # What two documents share may be a notice of the site, however long it is.
    return line.size >= _PROSE and seen[line.key] == 1
