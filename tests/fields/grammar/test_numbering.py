"""Numbering: the kinds that are tried on a line are those that can begin with its first character."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("text", "rank", "value"),
    [
        ("1．总则", 7, 1), ("1、总则", 7, 1), ("第十二章　附则", 2, 12), ("第一百零二条 本法", 4, 102), ("第一条之一 本法", 4, 1), ("二十三、加强", 5, 23),
        ("㈡、加强", 6, 2), ("（ 一 ）加强", 6, 1), ("⒈加强", 7, 1), ("⑴加强", 8, 1), ("1)加强", 8, 1), ("1.1 目的", 8, 1), ("1.1.1 目的", 9, 1), ("一．加强", 5, 1),
    ],
)  # fmt: skip
def test_every_spelling_has_its_kind(text: str, rank: int, value: int) -> None:
    """Width, blanks and enclosed figures do not change the kind of a number, nor its value."""
    found = numbering.number_of(text)
    assert found is not None
    assert (found[0], numbering.ordinal(text[: found[1]])) == (rank, value)


@pytest.mark.parametrize(
    "text", ["一是加强", "2023年", "12月31日", "3.5万", "第二十条第一款", "第五条修改为：“略”", "第八条增加一款", "1 总则", "首先，"]
)  # fmt: skip
def test_what_counts_nothing(text: str) -> None:
    """Negative: prose, dates, decimals, and what an amendment says of an article."""
    assert numbering.number_of(text) is None
