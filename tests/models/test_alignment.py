"""The map of offsets: there and back is the identity on kept text, and doing two edits is doing their composition."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policytext.models.alignment import Alignment, aligned, compose, splice

Edits = list[tuple[int, int, str]]


@st.composite
def edited(draw: st.DrawFn, text: str) -> Edits:
    """Edits of ``text``, in order and apart; deletions and insertions among them."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    if len(places) % 2:
        places.pop()
    spans = [(start, end) for start, end in zip(places[::2], places[1::2], strict=True)]
    spans = [span for span, following in pairwise([*spans, (-1, -1)]) if span != following]
    return [(start, end, draw(st.text("XYZ", max_size=3))) for start, end in spans]


TEXT = "".join(map(chr, range(ord("a"), ord("a") + 12)))


def _alignment(edits: Edits) -> Alignment:
    return aligned((start, end, len(value)) for start, end, value in edits)


def _kept(edits: Edits, length: int) -> list[int]:
    return [at for at in range(length) if not any(start <= at < end for start, end, _ in edits)]


@given(edited(TEXT))
def test_there_and_back_is_the_identity_on_kept_text(edits: Edits) -> None:
    """A kept character leads to itself in the new text, and from there back; so does the span that holds it alone."""
    way, new = _alignment(edits), splice(TEXT, edits)
    for at in _kept(edits, len(TEXT)):
        there = way.to_target(at)
        assert new[there] == TEXT[at]
        assert way.to_source(there) == at
        assert way.source_span(there, there + 1) == (at, at + 1)


@given(edited(TEXT), st.integers(0, 40), st.integers(0, 40))
def test_a_span_of_the_new_text_covers_what_it_came_from(edits: Edits, first: int, second: int) -> None:
    """Every kept character of a span of the new text lies in the span of the old text that it leads to."""
    way, new = _alignment(edits), splice(TEXT, edits)
    low, high = sorted((min(first, len(new)), min(second, len(new))))
    span = way.source_span(low, high)
    assert 0 <= span.start <= span.end <= len(TEXT)
    assert {char for char in new[low:high] if char.islower()} <= set(TEXT[span.start : span.end])


@given(edited(TEXT), st.data())
def test_composed_edits_lead_where_the_two_lead(first: Edits, data: st.DataObject) -> None:
    """On text that both leave alone the composition and the two steps agree, and it splices to the same text."""
    middle = splice(TEXT, first)
    second = data.draw(edited(middle))
    last = splice(middle, second)
    rows = compose(_alignment(first).replacements, _alignment(second).replacements)
    both = Alignment([row for row, _, _ in rows])
    assert splice(TEXT, ((row.start, row.end, last[row.low : row.high]) for row, _, _ in rows)) == last
    for at in _kept(first, len(TEXT)):
        there = _alignment(first).to_target(at)
        if there in _kept(second, len(middle)) and both.to_source(both.to_target(at)) == at:
            assert last[both.to_target(at)] == TEXT[at]
    assert sorted(index for _, found, _ in rows for index in found) == list(range(len(first)))
    assert sorted(index for _, _, found in rows for index in found) == list(range(len(second)))


def test_deletions_side_by_side_at_the_end_of_a_span_are_not_part_of_it() -> None:
    """Two deletions behind a character: a span that ends with the character ends before both."""
    way = aligned([(1, 2, 0), (2, 4, 0)])
    assert way.source_span(0, 1) == (0, 1)
    assert way.source_span(1, 2) == (4, 5)


def test_a_bound_inside_a_change_takes_the_whole_change() -> None:
    """Two characters became three: a span that ends or begins among the three covers both, one beside them neither."""
    way = aligned([(2, 4, 3)])
    assert way.to_source(3) == 2
    assert way.to_target(3) == 2
    assert way.to_source(3, closing=True) == 4
    assert way.source_span(0, 3) == (0, 4)
    assert way.source_span(4, 6) == (2, 5)
    assert way.source_span(0, 2) == (0, 2)
    assert way.source_span(5, 6) == (4, 5)
