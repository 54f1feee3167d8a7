"""Short lines above a text that it cannot do without stay, whatever was set between them and the rest.

Synthetic pages, our own writing.
"""

from __future__ import annotations

import pytest

import policytext
from support.views import sentence

HEAD = "云岭县修渠公告\n2024-05-06 09:00 来源：云岭县水务局\n"
BETWEEN = "看更多本地新闻\n点击下载客户端\n"


def text(body: str) -> str:
    """The text of a dump with a headline and a byline above this."""
    return policytext.parse(HEAD + body).text


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("一、项目编号：YL-2024-01", f"二、项目名称：云岭县修渠\n三、{sentence(40)}\n四、{sentence(40)}\n"),
        ("第一章 总则", f"{sentence(40)}\n第二章 用水\n{sentence(40)}\n第三章 附则\n{sentence(40)}\n"),
        ("沿线各村施工安排如下：", f"青禾村：{sentence(40)}\n石门村：{sentence(40)}\n"),
    ],
    ids=["item", "chapter", "announced"],
)
def test_what_comes_first_stays(first: str, rest: str) -> None:
    """The first item, the first chapter, the line that announces a list."""
    assert first in text(f"{first}\n{rest}")
    assert first in text(f"{first}\n{BETWEEN}{rest}")


def test_the_first_half_of_a_bracket_stays() -> None:
    """A line that breaks off within a bracket goes on below it."""
    assert "【云岭网】（记者" in text(f"【云岭网】（记者\n江岚）{sentence(40)}\n{sentence(40)}\n")


def test_a_heading_that_is_numbered_on_is_no_headline() -> None:
    """Above 三、 stand 一、 and 二、, and the headline above them."""
    body = (
        f"为加强管护，经县政府同意，面向社会公开招聘护渠员，现将有关事项公告如下：\n一、招聘岗位及人数\n岗位 人数\n护渠员 40\n"
        f"二、条件\n1.具有中华人民共和国国籍；\n三、报名时间和方式\n{sentence(40)}\n{sentence(40)}\n四、考试\n{sentence(40)}\n"
    )
    doc = policytext.parse("首页 > 公告 > 正文\n云岭县招聘护渠员公告\n" + body)
    assert "一、招聘岗位及人数" in doc.text
    assert "三、报名时间和方式" in doc.text


def test_a_menu_that_is_numbered_goes() -> None:
    """Negative: what stands above the headline is needed by nobody."""
    page = f"一、要闻\n二、政务\n{HEAD}三、{sentence(40)}\n四、{sentence(40)}\n{sentence(40)}\n"
    assert "一、要闻" not in policytext.parse(page).text
