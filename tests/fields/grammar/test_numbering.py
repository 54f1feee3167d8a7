"""Numbering: the kinds that are tried on a line are those that can begin with its first character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policytext.fields.grammar import numbering
from policytext.page.shadow import fold

_BEGUN = st.builds(
    str.__add__,
    st.sampled_from(sorted(numbering._FIRST)),
    st.text("()（）、.，, 章条编篇部分之一二三十12的年", max_size=6),
)


@given(_BEGUN)
def test_no_kind_is_passed_over(text: str) -> None:
    """Trying every kind in order gives the same as trying those that the first character allows."""
    head = fold(text[:14])
    every = next(
        ((rank, found.end()) for rank, pattern in numbering._NUMBERINGS if (found := pattern.match(head))),
        None,
    )
    assert numbering.number_of(text) == every
