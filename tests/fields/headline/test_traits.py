"""What a line shows of itself: menus, captions, and a title with its row behind it in the same line."""

from __future__ import annotations

import pytest

import policytext
from policytext.fields.headline.evidence import EVIDENCE, named, score
from policytext.fields.headline.traits import doubts, is_caption, is_menu, title_span
from policytext.page.shadow import fold
from policytext.page.view import Line


def line(text: str) -> Line:
    """A displayed line."""
    return Line(0, 0, len(text), text, 0, 0, 0, fold(text))


@pytest.mark.parametrize(
    "text",
    ["首页 要闻 政务 民生 视频", "首页要闻政务民生视频", "登录 注册", "設為主頁收藏本頁", "新闻|体育|财经|娱乐", "青禾天气 72小时 预警 科普", "小说 · 散文 · 诗歌 · 评论"],
)  # fmt: skip
def test_columns_in_a_row_are_a_menu(text: str) -> None:
    """With blanks, with bars, with dots and glued, in both scripts."""
    assert is_menu(fold(text))


@pytest.mark.parametrize(
    "text", ["青禾市政务服务中心搬迁", "山海相连 万物共生 四方来贺", "新闻发布会", "健康教育走进云岭", "首页"]
)
def test_headlines_that_hold_names_of_columns_are_none(text: str) -> None:
    """Negative: what a headline says may be called like a column."""
    assert not is_menu(fold(text))


@pytest.mark.parametrize(("text", "caption"), [("（记者卓以晴摄）", True), ("图为活动现场", True), ("▲村民在采茶", True), ("春日茶山（图）", False), ("他拍摄了一座村庄", False)])  # fmt: skip
def test_captions(text: str, caption: bool) -> None:
    """Who took it or what it shows; a note that pictures follow is none."""
    assert is_caption(fold(text)) is caption


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "青禾市举办出版传媒论坛 共论高质量发展 2023-08-19 来源：青禾日报",
            "青禾市举办出版传媒论坛 共论高质量发展",
        ),
        ("南湾园圃首度收成　半数送给长者们 | 2015年6月3日　星期三", "南湾园圃首度收成　半数送给长者们"),
        ("主题：石桥镇夜巡河道", "石桥镇夜巡河道"),
        ("2016年08月25日青禾省人民政府关于云岭市总体规划的批复", "青禾省人民政府关于云岭市总体规划的批复"),
        ("2024年3月全市环境空气质量通报", "2024年3月全市环境空气质量通报"),
        ("云岭县庆祝建县五十周年大会 2023年8月19日", "云岭县庆祝建县五十周年大会 2023年8月19日"),
        (
            "作者：冯大山　编辑：陈小溪　主编：卫大石　2024-11-04",
            "作者：冯大山　编辑：陈小溪　主编：卫大石　2024-11-04",
        ),
    ],
)
def test_where_the_title_stands_in_its_line(text: str, title: str) -> None:
    """A row behind it is cut off, a date that belongs to it stays, and a row is no title with a row behind it."""
    start, end = title_span(line(text))
    assert text[start:end] == title


def test_the_table_is_the_sum() -> None:
    """Every kind of evidence has its reason; what tells is named with its share, the weightiest first."""
    assert all(evidence.why for evidence in EVIDENCE.values())
    traits = [("h1", 1.0), ("menu", 1.0), ("sentence", 0.0)]
    assert score(traits) == pytest.approx(EVIDENCE["h1"].weight + EVIDENCE["menu"].weight)
    assert named(traits) == (f"menu {EVIDENCE['menu'].weight:+.1f}", f"h1 {EVIDENCE['h1'].weight:+.1f}")


@pytest.mark.parametrize(
    ("text", "told"),
    [("渠修好了。水也来了", True), ("渠修好了。水也来了。", True), ("渠修好了，水也来了。", False), ("渠修好了？水也来了！", False)],
)  # fmt: skip
def test_a_full_stop_within_a_line(text: str, told: bool) -> None:
    """Two sentences are no headline; one that ends in a stop may be, and so may a question and its answer."""
    assert ("sentences" in dict(doubts(fold(text), text, text, 5))) is told


def test_a_first_paragraph_is_no_headline() -> None:
    """A short headline above a row, and below it a paragraph of two sentences that begins alike: neither is taken for the other."""
    doc = policytext.parse(
        "首页 新闻 公告 服务\n当前位置：首页 > 新闻\n村口那条水渠\n\n发布机构：青禾县水利局　发布日期：2023-05-06　文号：青水〔2023〕12号\n\n"
        "村口的水渠修好了。守渠的老人把告示贴在闸门旁：“多谢各位，下月十五放水。”\n\n"
        "我在渠边住了二十年，年年春天都要等水，等到田里的土裂开。\n\n有一年大旱，老人每天走十里路，把水一担一担挑回来。\n\n版权所有 青禾某网\n"
    )
    assert doc.title == "村口那条水渠"
    assert doc.text.startswith("村口的水渠修好了。守渠的老人")
