"""Lines behind which nothing is text: the head of a list of related articles, of the comments, of the footer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.learning.observe import Observation

__all__ = ["find_ends"]

_SHARE = 3
"""A line is an end that is the first of its kind behind the text in one document of three."""


def find_ends(documents: Sequence[Observation], frame: Iterable[int]) -> dict[int, int]:
    """Ends of the text among the lines of frame that never stand inside it, each with the number of documents it ends.

    Args:
        documents: One page for each document.
        frame: Lines that are frame and always outside the text.
    """
    candidates = set(frame)
    for page in documents:
        last = max((index for index, line in enumerate(page.lines) if line.inside), default=-1)
        candidates -= {line.key for line in page.lines[: last + 1]}
    counts: Counter[int] = Counter()
    for page in documents:
        last = max((index for index, line in enumerate(page.lines) if line.inside), default=-1)
        if last >= 0:
            behind = next((line.key for line in page.lines[last + 1 :] if line.key in candidates), None)
            if behind is not None:
                counts[behind] += 1
    return {key: count for key, count in counts.items() if count * _SHARE >= len(documents) and count >= 3}
