"""Runs that no sign shows: listed, left as they are, and looked for nowhere else."""

from __future__ import annotations

import pytest

from policytext.script.normalize import normalize
from policytext.script.repair.signless import signless_runs, strange

RUN = "。ㄒ唬┮蛲浑p"


def found(text: str) -> list[str]:
    """The runs of a text."""
    return [text[start:end] for start, end in signless_runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (f"大致有四個方面: {RUN}務合同", [RUN]),
        (f"大致有四個方面: {RUN}(wù)合同", [RUN]),
        (RUN[1:] + "務合同", [RUN[1:]]),
        (RUN + "\n", []),
        (RUN[:-1] + "務合同", []),
        ("├──A座│一楼│B座", []),
        ("ㄅㄆㄇA班", []),
        ("魑魅魍魉A座", []),
        ("。ㄒ一唬二三四p務合同", []),
    ],
)
def test_runs_without_a_sign(text: str, runs: list[str]) -> None:
    """A bracket out of step among uncommon characters, up to a letter between Han characters. Frames and rare words are none."""
    assert found(text) == runs


def test_no_later_step_touches_one() -> None:
    """It is listed in both scripts, also the second time, and stays as it stands."""
    text = f"各縣區要落實責任: {RUN}務合同，確保安全。"
    for _ in range(2):
        done = normalize(text)
        assert [damage.text for damage in done.wounds] == [RUN]
        assert RUN in done.text
        text = done.text


@pytest.mark.parametrize(
    ("char", "is_strange"), [("ㄒ", True), ("蛲", True), ("务", False), ("，", False), ("é", False)]
)
def test_uncommon_characters(char: str, is_strange: bool) -> None:
    """Symbols and Han characters beyond the frequent ones; letters of other languages are not."""
    assert strange(char) == is_strange


@pytest.mark.parametrize("row", ["鑄" * 60_000, "鑄€" * 30_000, "鑄的" * 30_000 + "的"])
def test_a_long_row_is_walked_once(row: str) -> None:
    """Uncommon characters, each of which could be the first or the second of a pair; ways to part them double with each."""
    assert len(signless_runs("ㄒ" + row)) <= 1
