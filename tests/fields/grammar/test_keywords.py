"""Lists of keywords and how they are divided."""

from __future__ import annotations

from policytext.fields.grammar.keywords import split_keywords


def test_keywords_divide_by_commas_before_blanks() -> None:
    """Blanks divide only where nothing else does; repeats go."""
    assert split_keywords("防汛，抢险 救灾，防汛") == ("防汛", "抢险 救灾")
    assert split_keywords("防汛 抢险\xa0救灾") == ("防汛", "抢险", "救灾")
    assert split_keywords(" ， ") == ()
