"""Arithmetic of half-open spans, at the edges where two of them touch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policytext.models.spans import Cuts, Span, covered, gaps, merge

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(*sorted(pair))))


def places(spans: list[Span]) -> set[int]:
    """The code points that spans cover."""
    return {at for span in spans for at in range(span.start, span.end)}


def test_touching_spans_share_nothing() -> None:
    """Half-open: the end of one is the start of the next, and they overlap only by a code point in common."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 3).contains(Span(0, 3))
    assert not Span(0, 3).contains(Span(2, 4))


def test_touching_spans_are_joined() -> None:
    """Merged spans are apart: those that touch become one, empty ones go."""
    assert merge([Span(3, 5), Span(0, 3), Span(7, 7), Span(8, 9)]) == [Span(0, 5), Span(8, 9)]


@given(SPANS, st.integers(0, 10), st.integers(10, 20))
def test_gaps_are_the_rest(spans: list[Span], start: int, end: int) -> None:
    """Gaps and covered parts share nothing and are together the whole, in order."""
    free = gaps(spans, start, end)
    assert places(free) == set(range(start, end)) - places(spans)
    assert free == sorted(free) == merge(free)
    assert places(covered(spans, start, end)) == set(range(start, end)) & places(spans)
    assert places(merge(spans)) == places(spans)


@given(SPANS, st.integers(0, 10), st.integers(10, 20))
def test_cuts_leave_what_gaps_leave(spans: list[Span], start: int, end: int) -> None:
    """Looked up one at a time, the cuts give the same as all at once."""
    assert places(Cuts(merge(spans)).free(start, end)) == places(gaps(spans, start, end))
