"""Stretches of lines: the maximal sums, weighed by how near they stand to the headline or byline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BEFORE", "best_stretch", "distances", "nearness", "weight_by_distance"]

_SCALE = 12.0
"""Lines behind the anchor at which a stretch counts half."""
BEFORE = 40.0
"""How far a stretch before the anchor counts as standing."""
_FOOT = 8.0
"""The same for one that ends right above it: some sites put the byline below the text."""
_FRAMED = 3.0
"""A line of frame between the anchor and a stretch counts for so many."""


def distances(framed: Sequence[bool], anchor: int | None) -> list[float] | None:
    """Per line, how far behind the anchor it stands: lines between, frame counted threefold. Before it, far."""
    if anchor is None:
        return None
    out = [BEFORE] * len(framed)
    for back in range(1, 4):
        if anchor >= back:
            out[anchor - back] = _FOOT
    far = 0.0
    for index in range(anchor, len(framed)):
        out[index] = far
        far += _FRAMED if framed[index] else 1.0
    return out


def nearness(distance: float) -> float:
    """What is left of a sum at this distance from the anchor."""
    return 1.0 / (1.0 + (distance / _SCALE) ** 2)


def best_stretch(
    weights: Sequence[float], first: int, last: int, distance: Sequence[float] | None
) -> tuple[int, int, float]:
    """The stretch with the highest sum, or the best of all maximal ones by sum and nearness to the anchor.

    All maximal stretches in one pass: W. Ruzzo and M. Tompa, A linear time algorithm for finding all maximal scoring
    subsequences (1999).
    """
    # Per stretch: first line, one past the last, sum to its left, sum with it, and the last stretch before it whose left
    # sum is lower. Those between the two have higher left sums, so a later search may jump over them.
    found: list[tuple[int, int, float, float, int]] = []
    total = 0.0
    for index in range(first, last):
        weight = weights[index]
        before = total
        total += weight
        if weight <= 0:
            continue
        start, low = index, before
        at = len(found) - 1
        while True:
            while at >= 0 and found[at][2] >= low:
                at = found[at][4]
            if at < 0 or found[at][3] >= total:
                found.append((start, index + 1, low, total, at))
                break
            start, low, before_it = found[at][0], found[at][2], found[at][4]
            del found[at:]
            at = before_it
    best, top = (first, first, 0.0), 0.0
    for start, stop, low, high, _ in found:
        score = high - low
        value = score * weight_by_distance(distance, start, stop)
        if value > top:
            best, top = (start, stop, score), value
    return best


def weight_by_distance(distance: Sequence[float] | None, start: int, stop: int) -> float:
    """How much nearness to the anchor leaves of a stretch's sum."""
    if distance is None:
        return 1.0
    return nearness(min(distance[start], distance[stop - 1]))
