"""Template drift of dumps: how many lines of every page must be missing before a page is of another template."""

from __future__ import annotations

import pytest

import policytext
from policytext.rules import Evidence, Source, line

MENU = tuple("要闻 时政 县区 民生 公告 专题 视频 图片 文旅 教育 健康 访谈 数据 直播 问政 便民".split())
TEXT = (
    "东坡镇渠道清淤见成效\n2024-05-06 08:30 来源：青禾在线\n"
    + "东坡镇的渠道清淤昨天完工，比原计划早了三天，沿线群众都说方便了许多。\n" * 3
)


def drifts(known: int, shown: int, documents: int) -> bool:
    """Whether a page is told that shows so many of the lines that all of so many documents had."""
    rules = tuple(line(f"qinghe/menu-{number}", MENU[number]) for number in range(known))
    evidence = tuple(Evidence("frame", rule.name, documents, documents) for rule in rules)
    source = Source(key="qinghe", rules=rules, evidence=evidence)
    page = "\n".join(MENU[:shown]) + "\n" + TEXT
    return any(note.startswith("template drift") for note in policytext.parse(page, source=source).notes)


@pytest.mark.parametrize(
    ("known", "shown", "documents", "told"),
    [
        (16, 10, 10, True),
        (16, 11, 10, False),
        (16, 10, 3, False),
        (16, 9, 3, False),
        (16, 8, 3, True),
        (4, 1, 10, True),
        (4, 2, 10, False),
        (4, 2, 30, False),
        (6, 3, 30, True),
        (3, 0, 30, False),
        (16, 16, 10, False),
    ],
)
def test_lines_of_every_page_that_are_missing(known: int, shown: int, documents: int, told: bool) -> None:
    """More than a third, more than chance explains; few documents prove little, three lines nothing."""
    assert drifts(known, shown, documents) is told
