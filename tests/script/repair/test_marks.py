"""Whether the marks of a reading pair with those around it."""

from __future__ import annotations

import pytest

from policytext.script.repair.lattice import tokens
from policytext.script.repair.marks import marks_pair, weighed
from policytext.script.repair.search import Reading


def pair(before: str, run: str, behind: str, *, shown: int = 4) -> bool:
    """Whether the marks of a run are believed; the window has the run and some characters on either side."""
    text = before + "?！？" + behind
    low = max(0, len(before) - shown)
    high = min(len(text), len(before) + 3 + shown)
    line = tokens(text, low, high)
    at = len(before) - low
    reading = Reading(
        0.0,
        before[low:] + run + text[len(before) + 3 : high],
        ((at, at), (at + 3, at + len(run))),
    )
    return marks_pair(reading, line, text)


@pytest.mark.parametrize(
    ("before", "run", "behind", "believed"),
    [
        ("会议要求抓好落实", "。”", "\n", False),
        ("会议要求“抓好落实", "。”", "\n", True),
        ("会议要求抓好落实", "。”", "会议强调", False),
        ("“会议要求。”会议强调落实", "。”", "\n", False),
        ("会议“要求\n抓好落实", "。”", "\n", True),
        ("会议要求抓好落实", "“好”", "会议强调", True),
        ("会议要求落实", "》）", "会议强调", False),
        ("会议（要求《落实", "》）", "会议强调", True),
        ("会议(要求《落实", "》）", "会议强调", True),
        ("会议（要求《落实", "好）", "会议强调", True),
        ('会议要求"抓好落实', "。”", "\n", True),
        ("会议?；要求抓好落实", "。”", "\n", True),
        ("会议要求落实", "《好", "办法的通知\n", False),
        ("会议要求落实", "《好", "办法》的通知\n", True),
        ("会议要求落实", "《好", "办法的通知\n》", False),
        ("会议要求落实", "（好", "办法)的通知", True),
        ("会议要求落实", "《好", "办法的?；通知", True),
        ("会议要求落实", "“好", "办法的通知\n", True),
        ("会议要求落实", "好事", "办法的通知\n", True),
    ],
)
def test_marks_pair(before: str, run: str, behind: str, believed: bool) -> None:
    """A closing mark closes what is open, a bracket is closed in its line; whoever cannot know is believed."""
    assert pair(before, run, behind) == believed


@pytest.mark.parametrize(("between", "believed"), [(202, True), (203, False)])
def test_how_far_back_a_mark_may_be_open(between: int, believed: bool) -> None:
    """Beyond two hundred characters, and in another line, nothing is thought to be open."""
    assert pair("“" + "\n" + "落" * between, "。”", "\n") == believed


@pytest.mark.parametrize(("behind", "first"), [(4.9, "。"), (5.1, "”")])
def test_what_an_unpaired_mark_costs(behind: float, first: str) -> None:
    """A reading whose marks do not pair loses five nats, and is still a reading: a page is not always well written."""
    text = "会议要求落实?！？\n"
    line = tokens(text, 0, len(text))
    turns = ((6, 6), (9, 8))
    closed = Reading(0.0, "会议要求落实。”\n", turns)
    other = Reading(-behind, "会议要求落实好。\n", turns)
    found = weighed([closed, other], line, text)
    assert found[0].text[7] == first
    assert {reading.score for reading in found} == {-5.0, -behind}
