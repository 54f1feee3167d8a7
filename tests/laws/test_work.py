"""What a page costs, counted and not timed: how often Python is called while it is read.

A count is the same on every machine and under every load. It sees a room that asks each line once more, not a pattern that became dearer
(see test_patterns.py for those).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

import policytext

if TYPE_CHECKING:
    from types import FrameType

SENTENCE = "各村要在三月底前完成补植，并做好管护，确保成活。"


def calls(page: str, form: Any) -> int:
    """How many functions of Python's are entered, generators once a value, while a page is read that was read before."""
    policytext.parse(page, form=form)
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        policytext.parse(page, form=form)
    finally:
        sys.setprofile(None)
    return count


def page(form: str, *, links: int = 0, paragraphs: int = 6) -> str:
    """A page with so many columns in its menu and so many paragraphs."""
    return html(links, paragraphs) if form == "html" else dump(links, paragraphs)


def html(links: int, paragraphs: int) -> str:
    """The same as markup."""
    menu = "".join(f'<li><a href="/{n}/">第{n}栏目新闻</a></li>' for n in range(links))
    text = "".join(f"<p>{n}村：{SENTENCE}</p>" for n in range(paragraphs))
    return (
        f"<html><head><title>关于开展春季植树工作的通知</title></head><body><ul>{menu}</ul>"
        f"<h1>关于开展春季植树工作的通知</h1><p>2024-03-01 来源：青禾日报</p><div>{text}</div></body></html>"
    )


def dump(links: int, paragraphs: int) -> str:
    """The same as a dump."""
    menu = "".join(f"第{n}栏目新闻\n" for n in range(links))
    text = "".join(f"{n}村：{SENTENCE}\n" for n in range(paragraphs))
    return f"{menu}关于开展春季植树工作的通知\n2024-03-01 来源：青禾日报\n{text}"


# Some tenth over what is measured (2047, 33, 57 and 1791, 34, 58). Whoever makes a page cheaper sets them lower; whoever needs more says in
# the commit what a user gets for it.
MOST = {"html": (2_350, 38, 66), "text": (2_060, 39, 63)}


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_short_page_takes_few_calls(form: str) -> None:
    """A headline, a row and six paragraphs: what every page pays, whatever is on it."""
    assert calls(page(form), form) <= MOST[form][0]


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_further_link_of_a_menu_takes_few_calls(form: str) -> None:
    """Most lines of a page are far from its text: they are asked as little as will do."""
    more = calls(page(form, links=140), form) - calls(page(form, links=100), form)
    assert more <= 40 * MOST[form][1]


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_further_paragraph_takes_few_calls(form: str) -> None:
    """What a line of the text costs, its block and its piece of the ledger among it."""
    more = calls(page(form, paragraphs=80), form) - calls(page(form, paragraphs=40), form)
    assert more <= 40 * MOST[form][2]
