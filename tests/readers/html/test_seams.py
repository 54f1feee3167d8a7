"""Seams: where inline elements meet in a line and nothing but markup parts two words."""

from __future__ import annotations

import pickle

import pytest

from policytext.readers.html.reader import read_html


def cut(html: str) -> str:
    """The page's text with a bar at each seam."""
    page = read_html(html)
    seams = page.seams(0, len(page.text))
    return "".join("|" * (place in seams) + char for place, char in enumerate(page.text))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div><span>青禾网</span><span>打印</span></div>", "青禾网|打印"),
        ("<div><span>来源：</span><a>青禾网</a><i></i><b>王小禾</b></div>", "来源：|青禾网|王小禾"),
        ("<div><span>浏览：12</span><span>2024-05-18</span></div>", "浏览：12|2024-05-18"),
        ("<div><em>青禾网</em>\n<em>王小禾</em></div>", "青禾网|王小禾"),
        ("<p>青禾</p><div><span>云岭网</span><span>【打印】</span></div>", "青禾\n云岭网|【打印】"),
    ],
)
def test_two_words_of_two_elements_meet_at_a_seam(html: str, text: str) -> None:
    """A style sheet parts them, or a line break of the source that is dropped between Han characters."""
    assert cut(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<div><span>青禾网</span> <span>打印</span></div>",
        "<div><span>青禾网</span>&nbsp;<span>打印</span></div>",
        "<div><b>来</b><b>源</b>：青禾网</div>",
        "<div>&#26469;&#28304;&#38738;&#31166;</div>",
        "<div><a>信息时报</a><span>(广州)</span></div>",
        "<div>青禾\n云岭</div>",
    ],
)
def test_a_blank_a_letter_and_a_bracket_make_no_seam(html: str) -> None:
    """What a blank parts is parted; single letters are set apart for width, or written as references; a round bracket belongs to its word."""
    page = read_html(html)
    assert page.seams(0, len(page.text)) == ()


def test_seams_are_asked_for_a_stretch() -> None:
    """Only those inside it are given, in the frame of the page."""
    page = read_html("<p><b>青禾</b><b>云岭</b></p><p><b>石桥</b><b>清浦</b></p>")
    assert page.text == "青禾云岭\n石桥清浦"
    assert page.seams(0, 4) == (2,)
    assert page.seams(5, 9) == (7,)
    assert page.seams(2, 7) == ()


def test_a_copied_page_is_the_same_and_has_none() -> None:
    """Seams are the reader's; they are no part of the value."""
    page = read_html("<p><b>青禾</b><b>云岭</b></p>")
    copy = pickle.loads(pickle.dumps(page))  # noqa: S301 - our own
    assert copy == page
    assert hash(copy) == hash(page)
    assert copy.seams(0, 4) == ()
