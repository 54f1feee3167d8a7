"""Lists of keywords and how they are divided."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.keywords import split_keywords


def test_keywords_divide_by_commas_before_blanks() -> None:
    """Blanks divide only where nothing else does; repeats go."""
    assert split_keywords("防汛，抢险 救灾，防汛") == ("防汛", "抢险 救灾")
    assert split_keywords("防汛 抢险\xa0救灾") == ("防汛", "抢险", "救灾")
    assert split_keywords(" ， ") == ()


def test_a_sentence_is_no_keyword() -> None:
    """At the edge: thirty characters are a keyword yet, thirty-one are a sentence; no more than thirty are kept."""
    assert split_keywords(f"防汛，{'字' * 30}") == ("防汛", "字" * 30)
    assert split_keywords(f"防汛，{'字' * 31}") == ("防汛",)
    assert len(split_keywords("，".join(f"词{number}" for number in range(40)))) == 30


@pytest.mark.parametrize(("count", "kept"), [(30, 30), (31, 30), (60, 30)])
def test_a_page_has_thirty_keywords_at_most(count: int, kept: int) -> None:
    """More of them are spam for engines."""
    assert len(split_keywords(",".join(f"词{number}" for number in range(count)))) == kept
