"""What single lines say for or against the body."""

from __future__ import annotations

import pytest

from policytext.locate.line_weights import discount_after_end_signs, ends_annex, weigh
from policytext.matching.line_matches import LineMatches
from policytext.matching.matcher import Matcher
from policytext.page.view import View
from policytext.rules import line, opener
from support.views import sentence, view_of, view_of_html

END = line("own/end", r"上一篇.*", keys=("上一篇",), place="tail")
LABEL = line("own/label", r"主办单位:.*", keys=("主办单位",), place="tail")
POST = opener("own/post", r"\d+楼", keys=("楼",), sign="post")
COUNTER = line("own/counter", r"\d+", place="outside")


def weight(text: str) -> float:
    """The weight of a line of a dump."""
    return weigh(view_of(text).lines[0], framed=False)


def matched(view: View) -> LineMatches:
    """What the lines match of the rules above."""
    return Matcher((END, LABEL, POST, COUNTER)).run(view)


def weighed(*lines: str, anchor: int | None = None) -> list[float]:
    """The weights of lines after the signs of the end among them."""
    view = view_of(*lines)
    matches = matched(view)
    weights = [weigh(one, framed=matches.is_boilerplate(one.index)) for one in view.lines]
    discount_after_end_signs(weights, view.lines, matches, anchor)
    return weights


@pytest.mark.parametrize(("size", "said"), [(399, 399), (400, 400), (900, 400)])
def test_one_line_counts_for_four_hundred_at_most(size: int, said: float) -> None:
    """One endless line must not outweigh an article."""
    assert weight(sentence(size)) == said


@pytest.mark.parametrize(("size", "is_paragraph"), [(40, True), (39, False)])
def test_a_link_that_was_left_open(size: int, is_paragraph: bool) -> None:
    """A linked line of 40 code points that pauses and ends may be a paragraph below an open link; a shorter one is a title."""
    text = ("，，，" + sentence(size))[: size - 1] + "。"
    view = view_of_html(f"<p><a href='/x'>{text}</a></p>")
    assert (weigh(view.lines[0], framed=False) > 0) is is_paragraph


@pytest.mark.parametrize(("size", "believed"), [(100, 0.4), (99, 1.0)])
def test_a_sign_of_the_end_needs_text_before_it(size: int, believed: float) -> None:
    """A hundred code points of running text before a sign of the end, and what follows is believed less; menus have such words, too."""
    assert weighed(sentence(size), "上一篇：甲", "下一篇：乙", sentence(50))[-1] == pytest.approx(
        50 * believed
    )


@pytest.mark.parametrize(("size", "believed"), [(30, 0.4), (29, 1.0)])
def test_behind_the_byline_a_sentence_is_enough(size: int, believed: float) -> None:
    """Behind the anchor 30 code points are text enough for a sign of the end."""
    lines = ("2024-05-06 08:30", sentence(size), "上一篇：甲", "下一篇：乙", sentence(50))
    assert weighed(*lines, anchor=0)[-1] == pytest.approx(50 * believed)


@pytest.mark.parametrize(("rows", "believed"), [(4, 1.0), (5, 0.4)])
def test_labels_between_paragraphs_are_no_end(rows: int, believed: float) -> None:
    """Up to four lines of labels stand between two paragraphs as part of the text; five are a foot."""
    labels = ["主办单位：青禾县文化馆"] * rows
    got = weighed(sentence(120), *labels, sentence(50))[-1]
    assert got == (50 if believed == 1.0 else pytest.approx(50 * 0.4**rows))


@pytest.mark.parametrize(("posts", "believed"), [(3, 0.25), (2, 0.5)])
def test_a_page_of_many_posts(posts: int, believed: float) -> None:
    """Three heads of posts are a page of posts: behind the first one others speak."""
    lines = [sentence(120), "1楼", sentence(50), *[f"{number}楼" for number in range(2, posts + 1)]]
    assert weighed(*lines)[2] == 50 * believed


@pytest.mark.parametrize(("text", "ends"), [("12345678", False), ("123456789", True)])
def test_a_number_behind_an_annex_is_a_cell(text: str, ends: bool) -> None:
    """Up to eight digits are a cell of the table, more are frame."""
    view = view_of(text)
    assert ends_annex(view.lines[0], matched(view)) is ends
