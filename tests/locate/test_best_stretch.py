"""Nearness to the anchor, and the stretch with the highest sum."""

from __future__ import annotations

import pytest

from policytext.locate.best_stretch import best_stretch, distances, nearness


def test_twelve_lines_behind_the_anchor_count_half() -> None:
    """At twelve lines a stretch counts half, at the anchor all, at 36 a tenth."""
    assert [nearness(far) for far in (0, 12, 36)] == [1.0, 0.5, 0.1]


def test_what_stands_before_the_anchor_is_far() -> None:
    """Forty lines away, but for the three right above it, where some sites put the text of a byline: eight."""
    assert distances([False] * 6, 4) == [40.0, 8.0, 8.0, 8.0, 0.0, 1.0]


def test_frame_counts_threefold() -> None:
    """A line of frame between the anchor and a stretch takes it three lines further away."""
    assert distances([False, True, True, False], 0) == [0.0, 1.0, 4.0, 7.0]
    assert distances([False], None) is None


@pytest.mark.parametrize(
    ("weights", "best"),
    [
        ([1.0, -5.0, 3.0], (2, 3, 3.0)),
        ([4.0, -1.0, 3.0], (0, 3, 6.0)),
        ([-1.0, -2.0], (0, 0, 0.0)),
        ([2.0, -1.0, 2.0, -9.0, 2.5], (0, 3, 3.0)),
    ],
)
def test_the_highest_sum_wins(weights: list[float], best: tuple[int, int, float]) -> None:
    """A dip is bridged where what follows outweighs it, and only then."""
    assert best_stretch(weights, 0, len(weights), None) == best


def test_a_nearer_stretch_wins_over_a_better_one() -> None:
    """A third of the sum at the anchor is more than all of it forty lines on."""
    weights = [10.0, *[-50.0] * 40, 30.0]
    far = distances([False] * len(weights), 0)
    assert best_stretch(weights, 0, len(weights), far)[:2] == (0, 1)
    assert best_stretch(weights, 0, len(weights), None)[:2] == (41, 42)
