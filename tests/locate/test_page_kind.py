"""What a page is when it is no article: each sign just strong enough, and one step below."""

from __future__ import annotations

import pytest

from policytext.locate.page_kind import find_kind
from policytext.page.layout import Layout
from support.views import matches_of, sentence, view_of, view_of_html

GONE = "您访问的页面不存在"
FORM = ("用户名", "密码", "登录")
MENU = "青禾县民生专题"


def kind(*lines: str, first: int = 0, last: int = 0, title: int | None = None) -> str:
    """What a page of these lines is; ``first:last`` passed for the body."""
    view = view_of(*lines)
    return find_kind(view, Layout(first, last), matches_of(view), title).name


@pytest.mark.parametrize(("size", "found"), [(160, "error"), (161, "article")])
def test_a_message_beside_a_little_text(size: int, found: str) -> None:
    """Up to 160 code points of running text may stand on a page that only says that something is not there."""
    half = sentence(80)
    assert kind(GONE, half, sentence(size - 80), last=3, title=0) == found


@pytest.mark.parametrize(("count", "found"), [(60, "error"), (61, "article")])
def test_a_message_anywhere_on_a_small_page(count: int, found: str) -> None:
    """On a page of at most 60 lines the message may stand on any of them; elsewhere it is one of many things said."""
    assert kind(*[MENU * 2] * (count - 1), GONE) == found


@pytest.mark.parametrize(("size", "found"), [(60, "error"), (61, "article")])
def test_a_message_is_a_short_line(size: int, found: str) -> None:
    """A line of more than 60 code points that says so is a sentence of a text."""
    assert kind("禾" * (size - 45) + "防火墙拦截" + "禾" * 40, MENU) == found


@pytest.mark.parametrize(("size", "found"), [(720, "error"), (721, "article")])
def test_a_message_below_the_headline_of_a_long_page(size: int, found: str) -> None:
    """A page of many lines and few words says that it cannot be shown; one with more has more to say."""
    lines = [GONE, *["栏目"] * 80]
    rest = size - sum(map(len, lines))
    half = "青禾" * 40
    lines += [half] * (rest // 80) + ["禾" * (rest % 80)] * (rest % 80 > 0)
    assert kind(*lines, title=0) == found


@pytest.mark.parametrize(("below", "kept"), [(6, True), (7, False)])
def test_what_stands_near_a_message_explains_it(below: int, kept: bool) -> None:
    """What passed for the body is the message's own text up to six lines below it."""
    view = view_of(GONE, *[MENU] * (below - 1), sentence(40))
    found = find_kind(view, Layout(below, below + 1), matches_of(view), 0)
    assert (found.name, found.bodyless) == ("error", not kept)


@pytest.mark.parametrize(("count", "found"), [(60, "login"), (61, "article")])
def test_a_form_alone(count: int, found: str) -> None:
    """A name, a secret and a button on a page of at most 60 lines; on a larger one they are a box of its frame."""
    assert kind(*FORM, *[MENU * 2] * (count - 3)) == found


@pytest.mark.parametrize(("size", "found"), [(60, "login"), (61, "article")])
def test_a_form_beside_a_sentence(size: int, found: str) -> None:
    """Sixty code points of running text on it are an introduction's."""
    assert kind(*FORM, sentence(size), first=3, last=4) == found


@pytest.mark.parametrize(("size", "found"), [(299, "list"), (300, "article")])
def test_an_article_is_not_looked_at(size: int, found: str) -> None:
    """Entries with a sentence below each are an index; from 300 code points of running text on they are an article with its days."""
    sizes = [60, 60, 60, 60, size - 240]
    lines = [
        part
        for number, width in enumerate(sizes, 1)
        for part in (f"云岭县第{number}批检修项目开工 2024-05-0{number}", sentence(width))
    ]
    assert kind(*lines, last=len(lines)) == found


@pytest.mark.parametrize(("size", "found"), [(200, "article"), (201, "error")])
def test_a_byline_is_a_row(size: int, found: str) -> None:
    """A labelled date near the headline, on a line of at most 200 code points, makes an article of a short page."""
    row = "发布时间：2024-05-06 " + "禾" * (size - 16)
    assert len(row) == size
    assert kind(GONE, row, title=0) == found


@pytest.mark.parametrize(("count", "found"), [(5, "list"), (4, "article")])
def test_excerpts_below_linked_titles(count: int, found: str) -> None:
    """Beside more than 300 code points of running text a page is an index if five titles in it are links."""
    items = "".join(
        f"<h3><a href='/{n}'>云岭县第{n}批检修项目开工</a> 2024-05-0{n}</h3><p>{sentence(70)[:-1]}……[详细]</p>"
        for n in range(1, 6)
    )
    view = view_of_html(f"<div>{items}</div>")
    last = 2 * count
    assert find_kind(view, Layout(0, last), matches_of(view), None).name == found


@pytest.mark.parametrize(("count", "found"), [(11, "empty"), (12, "list")])
def test_markup_without_a_text_is_no_article(count: int, found: str) -> None:
    """Twelve lines are an index, fewer a page that a script would have filled; of a dump it is not said, nor where a byline stands."""
    names = "".join(f"<p>{MENU}</p>" for _ in range(count))
    view = view_of_html(names)
    assert find_kind(view, Layout(), matches_of(view), None).name == found
    assert kind(*[MENU] * count) == "article"
    signed = view_of_html(f"<p>{MENU}</p><p>2024-05-06 来源：青禾日报</p>{names}")
    assert find_kind(signed, Layout(title=0), matches_of(signed), 0).name == "article"
