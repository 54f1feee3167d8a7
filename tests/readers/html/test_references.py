"""Links, images, raised text: their places in the page's text, which is the same with and without them."""

from __future__ import annotations

import json
import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext import Document, parse
from policytext.models.page import Page, Ref
from policytext.readers.html.reader import read_html
from support.sampling import examples


def refs(html: str) -> list[tuple[str, str, str]]:
    """Kind, text and value of each reference."""
    page = read_html(html)
    return [(ref.kind, page.text[ref.start : ref.end], ref.value) for ref in page.refs]


CASES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "in a line": ("<p>见<a href='a.html'>《规划》</a>全文</p>", [("link", "《规划》", "a.html")]),
    "all of a line": ("<li><a href=' /b '>要闻</a></li>", [("link", "要闻", "/b")]),
    "several, white space between": (
        "<p> <a href=x>首 页</a>\n | <a href=y> 要闻 </a> </p>",
        [("link", "首 页", "x"), ("link", "要闻", "y")],
    ),
    "over a break": ("<a href=f>附件<br>规划</a>", [("link", "附件", "f"), ("link", "规划", "f")]),
    "around blocks": ("<a href=f><div>甲</div><div>乙</div></a>", [("link", "甲", "f"), ("link", "乙", "f")]),
    "nested": ("<p><a href=x>甲<b>乙</b></a>丙</p>", [("link", "甲乙", "x")]),
    "without an address": ("<p><a name=top>顶</a>甲</p>", []),
    "without text": ("<p>甲<a href=x></a>乙</p>", []),
    "preformatted": ("<pre>一 <a href=q>甲\n乙</a> 丁\n戊</pre>", [("link", "甲\n乙", "q")]),
    "raised": ("<p>10<sup>4</sup>吨 H<sub> 2 </sub>O</p>", [("sup", "4", ""), ("sub", "2", "")]),
    "raised and linked": (
        "<p>甲<sup><a href='#n'>[1]</a></sup></p>",
        [("link", "[1]", "#n"), ("sup", "[1]", "")],
    ),
    "image": ("<p>甲</p><img src=/i.jpg><p>乙</p>", [("image", "", "/i.jpg")]),
    "image, loaded later": ("<img src=/blank.gif data-original=/i.jpg>", [("image", "", "/i.jpg")]),
    "image, a placeholder of data": (
        "<img src='data:image/gif;base64,R0' data-src=/i.jpg>",
        [("image", "", "/i.jpg")],
    ),
    "image, several sizes": (
        "<img src=/s.jpg srcset='/m.jpg 600w, /l.jpg 1200w'>",
        [("image", "", "/l.jpg")],
    ),
    "image, a counter": ("<img src=/count.gif width=1 height=1>", []),
    "image, not displayed": ("<img src=/i.jpg style='display:none'>", []),
    "cells": (
        "<table><tr><td colspan=2>甲<td rowspan='3'>乙<td colspan=1>丙</table>",
        [("cell", "", "2x1"), ("cell", "", "1x3")],
    ),
    "lists": ("<ol start=3 type=a><li>甲<li value=7>乙</ol>", [("list", "", "3 a"), ("item", "", "7")]),
    "script in the link": ("<p><a href=x><script>var a</script>甲</a></p>", [("link", "甲", "x")]),
}


@pytest.mark.parametrize("case", CASES)
def test_references(case: str) -> None:
    """Each reference has the place of its text, to the letter, and the address as it is written."""
    html, expected = CASES[case]
    assert refs(html) == expected


def test_an_image_has_a_place_and_a_word() -> None:
    """Its place is between the texts around it; `alt` is kept."""
    page = read_html("<p>甲</p><img src=/i.jpg alt=' 图 一 '><p>乙</p>")
    (ref,) = page.refs
    assert (ref.text, page.text[: ref.start].strip(), page.text[ref.start :].strip()) == ("图 一", "甲", "乙")


PIECES = st.lists(
    st.sampled_from(
        (
            "<a href=x>",
            "</a>",
            "<sup>",
            "</sup>",
            "<img src=i.jpg>",
            "<p>",
            "</p>",
            "<pre>",
            "</pre>",
            "<br>",
            "甲",
            " 乙 ",
            "\n",
            "b c",
            "<td>",
            "<script>x</script>",
        )
    ),
    max_size=30,
).map("".join)


@settings(max_examples=examples(200))
@given(PIECES)
def test_the_text_does_not_know_of_them(html: str) -> None:
    """Without links, images and raised text the page reads the same; what they say lies on the page and begins and ends with text."""
    page = read_html(html)
    bare = read_html(
        re.sub(
            r"</?(?:a|sup|img)\b[^>]*>",
            lambda tag: tag[0].replace("href=x", "").replace("src=i.jpg", ""),
            html,
        )
    )
    assert page.text == bare.text
    for ref in page.refs:
        text = page.text[ref.start : ref.end]
        assert 0 <= ref.start <= ref.end <= len(page.text)
        assert text == text.strip()
        assert bool(text) == (ref.kind in ("link", "sup", "sub"))
        assert -1 <= ref.node < len(page.nodes)


def test_references_are_made_when_they_are_asked_for() -> None:
    """Equality, hash, pickle and JSON know them, whether anyone asked before or not."""
    html = "<h1>植树</h1><p>见<a href=a.html>规划</a>，各村要在三月底前完成补植，并做好管护。</p>"
    one, two, other = parse(html), parse(html), parse(html.replace("a.html", "b.html"))
    assert one.page.refs == (Ref("link", 4, 6, 3, "a.html"),)
    assert one == two
    assert hash(one) == hash(two)
    assert one != other
    assert pickle.loads(pickle.dumps(parse(html))) == two  # noqa: S301
    assert Document.from_dict(json.loads(json.dumps(two.to_dict()))) == one
    assert Page("甲", refs=(Ref("image", 0, 0, 0, "i"),)).refs[0].value == "i"
