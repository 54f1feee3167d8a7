"""Paths of columns, and what only looks like one."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.breadcrumb import read_breadcrumb, split_breadcrumb
from policytext.page.shadow import fold


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "您当前的位置 : 某省某网 >> 某省新闻 >> 市州播报 >> 某州",
            ("某省某网", "某省新闻", "市州播报", "某州"),
        ),
        ("首页 / 科技 / 正文", ("首页", "科技")),
        ("當前位置:首頁 » 知識產權", ("首頁", "知識產權")),
        ("某民网>>文化", ("某民网", "文化")),
        ("首页 - 新闻动态", ("首页", "新闻动态")),
        ("某华网  正文", ("某华网",)),
        ("> 某省要闻", ("某省要闻",)),
    ],
)
def test_a_path_of_columns(line: str, parts: tuple[str, ...]) -> None:
    """Arrows of every kind; 正文 is no column."""
    crumb = read_breadcrumb(line, fold(line))
    assert crumb is not None
    assert crumb.parts == parts


def test_the_headline_is_no_column() -> None:
    """A path that ends with the headline ends before it."""
    line = "首页 > 要闻 > 某县召开春季造林工作会议"
    crumb = read_breadcrumb(line, fold(line), "某县召开春季造林工作会议")
    assert crumb is not None
    assert crumb.parts == ("首页", "要闻")
    assert split_breadcrumb("某省某网 >> 某州") == ("某省某网", "某州")


@pytest.mark.parametrize(
    "line",
    [
        "某州地处黄河上游，位置重要，是节点城市。",
        "申报流程：提交申请 > 材料审核 > 现场核查 > 公示",
        "首页 | 时事 | 生活 | 财经",
        "5 > 3",
        "更多>>更多精彩内容请继续关注某某网站的后续报道，谢谢大家的支持与厚爱",
    ],
)
def test_what_is_no_path(line: str) -> None:
    """Prose with 位置, steps of a procedure, menus, a sum."""
    crumb = read_breadcrumb(line, fold(line))
    assert crumb is None or not crumb.parts or line.startswith("5")
