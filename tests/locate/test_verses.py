"""A text without a sentence is read where it stands below a byline; a menu is not.

Synthetic dumps, our own writing.
"""

from __future__ import annotations

import pytest

import policytext

VERSES = (
    "山坡上的灯",
    "一盏一盏地亮了",
    "走夜路的人",
    "不必再数石头",
    "渠水绕过村口",
    "带走半个月亮",
    "剩下的半个",
    "留给守渠的人",
)
FOOT = "发表回复\n您的邮箱地址不会被公开。 必填项已用 * 标注\n在此浏览器中保存我的显示名称、邮箱地址和网站地址，以便下次评论时使用。\n近期文章\n渠边的杏树\n"


@pytest.mark.parametrize(
    "byline",
    ["何山 2017-05-21 22:10:00", "2017年5月21日\n作者：\n何山\n2条评论"],
)
def test_verses_below_a_byline(byline: str) -> None:
    """A poem on a blog: nothing in it ends in a stop, and the form for comments has the only sentences."""
    doc = policytext.parse("首页\n关于\n守渠人\n" + byline + "\n" + "\n".join(VERSES) + "\n" + FOOT)
    assert doc.text.split("\n") == list(VERSES)
    assert doc.title == "守渠人"
    assert any(note.startswith("body: short lines only") for note in doc.notes)


def test_a_menu_below_a_date_is_no_text() -> None:
    """Negative: columns of two characters, links to other pages, and today's date above them."""
    doc = policytext.parse(
        "2024-05-06\n" + "\n".join("首页 要闻 政务 民生 文旅 视听 专题 图片".split()) + "\n" + FOOT
    )
    assert "要闻" not in doc.text


def test_a_sentence_of_the_foot_is_no_headline_of_few_verses() -> None:
    """Five lines below the byline are kept too, for the sentences of the form below them lead nowhere."""
    doc = policytext.parse(
        "江边的小屋\n守渠人\n何山 2017-05-21 22:10:00\n" + "\n".join(VERSES[:5]) + "\n" + FOOT
    )
    assert doc.text.split("\n")[-4:] == list(VERSES[1:5])
