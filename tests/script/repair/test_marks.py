"""Whether the marks of a reading pair with those around it."""

from __future__ import annotations

import pytest

from policytext.script.repair.lattice import tokens
from policytext.script.repair.marks import marks_pair
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
