"""Names of people: how many of a list that took no part in the tables are found, and how many common words are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from policytext.fields.knowledge.persons import LIKELY, person_score
from policytext.page.shadow import fold

HERE = Path(__file__).parent
FOUND, REFUSED = 0.97, 0.99


def listed(name: str) -> list[str]:
    """The words of a list beside this test; its first line tells where they come from."""
    return HERE.joinpath(name).read_text(encoding="utf-8").split("\n", 1)[1].split()


def test_names_of_another_list_are_found() -> None:
    """Of 500 names, half of them from Taiwan, at least 97 % pass for one without any label."""
    names = listed("names.txt")
    missed = [name for name in names if person_score(fold(name)) < LIKELY]
    assert len(names) == 500
    assert len(missed) <= len(names) * (1 - FOUND), missed


def test_common_words_of_another_list_are_refused() -> None:
    """Of the 2,000 most frequent words at most 1 % pass for a name."""
    words = listed("words.txt")
    taken = [word for word in words if person_score(fold(word)) >= LIKELY]
    assert len(words) == 2000
    assert len(taken) <= len(words) * (1 - REFUSED), taken


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("王小禾", True), ("欧阳小麦", True), ("阿不都·艾山", True), ("Demi Xia", True), ("白云", False), ("高峰", False), ("青禾日报·云岭客户端", False),
        ("新闻", False), ("东", False), ("", False),
    ],
)  # fmt: skip
def test_forms_of_names(text: str, verdict: bool) -> None:
    """Compound surnames, dotted and Latin names; things of nature and papers are none."""
    assert (person_score(text) >= LIKELY) is verdict
