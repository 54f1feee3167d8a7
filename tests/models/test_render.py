"""Markdown, and the view of the page with what was removed."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import html_pages, pages
from policytext import Document, Page, Piece, Span
from policytext.models import (
    CHINA_TIME,
    Block,
    Caption,
    DateValue,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
)

ALLOWED = {"div", "span", "br"}


def document(*blocks: Block, **fields: object) -> Document:
    """A document with these blocks; its page does not matter here."""
    return Document(Page("页"), (Piece(Span(0, 1), "body"),), blocks, **fields)  # type: ignore[arg-type]


def test_markdown_of_every_kind_of_block() -> None:
    """Headline, facts, headings one level down, lists, tables, captions, quotes."""
    doc = document(
        Paragraph("为了加强管护。"),
        Heading("一、总则", level=1, number="一、", title="总则"),
        Heading("（一）补植", level=2),
        ListItem("三月底前补植", marker="1."),
        ListItem("落实管护", marker="•", level=2),
        ListItem("验收", marker="（1）"),
        Table("树种\t株数\n油松\t300", rows=(("树种", "株数"), ("油松", "300"))),
        Caption("图为补植现场。"),
        Quote("前人栽树。\n后人乘凉。"),
        title="植树通知",
        subtitle="二〇二四年",
        published=DateValue(datetime(2024, 3, 1, tzinfo=CHINA_TIME), "day", "2024-03-01"),
        origin="某报",
        authors=("甲", "乙"),
    )
    assert doc.to_markdown().split("\n") == [
        "# 植树通知", "", "*二〇二四年*", "", "2024-03-01 · 某报 · 甲、乙", "", "为了加强管护。", "", "## 一、总则", "", "### （一）补植", "",
        "1. 三月底前补植", "   - 落实管护", "- （1） 验收", "", "| 树种 | 株数 |", "| --- | --- |", "| 油松 | 300 |", "", "*图为补植现场。*", "",
        "> 前人栽树。", "> 后人乘凉。", "",
    ]  # fmt: skip


def test_what_looks_like_markdown_is_escaped() -> None:
    """A star, a hash or a number at the beginning of a line is text of the page, not markup."""
    doc = document(
        Paragraph("# 不是标题"), Paragraph("1. 不是列表"), Paragraph("2021) 不是列表"), Paragraph("- 也不是"), Paragraph("*星* _线_ `码` [链](接) <b> &lt; a|b ~~删~~"),
        Table("a|b\t*c*", rows=(("a|b", "*c*"),)),
    )  # fmt: skip
    assert doc.to_markdown().split("\n\n") == [
        "\\# 不是标题", "1\\. 不是列表", "2021\\) 不是列表", "\\- 也不是",
        "\\*星\\* \\_线\\_ \\`码\\` \\[链\\](接) \\<b\\> \\&lt; a\\|b \\~\\~删\\~\\~", "| a\\|b | \\*c\\* |\n| --- | --- |\n",
    ]  # fmt: skip


def test_tables_are_filled_up() -> None:
    """Rows of unequal length give a table whose rows are equally long."""
    table = document(Table("一\n二\t三", rows=(("一",), ("二", "三")))).to_markdown()
    assert table == "| 一 |  |\n| --- | --- |\n| 二 | 三 |\n"


def test_an_empty_document_gives_an_empty_markdown() -> None:
    """Nothing in, nothing out."""
    assert policytext.parse("").to_markdown() == ""


class _Reader(HTMLParser):
    """Collects tags, attributes and text of the view, and checks that every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.titles: list[str] = []
        self.names: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)
        self.titles += [value or "" for name, value in attrs if name == "title"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def view(doc: Document) -> _Reader:
    """The parsed view."""
    reader = _Reader()
    reader.feed(doc._repr_html_())
    reader.close()
    assert reader.open == []
    return reader


def test_the_view_shows_all_and_names_the_rules() -> None:
    """Body plain, fields underlined, removed parts greyed, each under the name of its rule."""
    doc = policytext.parse(
        "青禾市召开防汛会议\n2024-05-06 08:30\n会议要求加强巡查值守，及时转移群众，确保安全度汛。\n相关新闻\n青禾市部署春耕生产\n"
    )
    shown = view(doc)
    assert shown.titles == [piece.rule for piece in doc.pieces if piece.rule]
    assert "相关新闻" in "".join(shown.text)
    assert "确保安全度汛。" in "".join(shown.text)
    assert len(re.findall("opacity:.4", doc._repr_html_())) == len(doc.removed)


@settings(max_examples=100)
@given(
    st.one_of(
        pages(),
        html_pages(),
        st.sampled_from(['<script>alert(1)</script>"><img src=x onerror=1>', "</div></span><b>&amp;"]),
    )
)
def test_nothing_of_the_page_becomes_markup(text: str) -> None:
    """Whatever the page holds, the view has our three tags, two attributes, no address, and is well-formed."""
    shown = view(policytext.parse(text, form="text"))
    assert shown.tags <= ALLOWED
    assert shown.names <= {"style", "title"}


def test_long_removed_pieces_are_cut_short_for_the_eye() -> None:
    """A page's script does not bury the page; the view says how much it leaves out."""
    doc = policytext.parse(
        f"<script>{'x=1;' * 1000}</script><p>会议要求加强巡查值守，及时转移群众，确保安全度汛。</p>",
        form="html",
    )
    assert "3,600 more" in doc._repr_html_()
    assert len(doc._repr_html_()) < 2_000
