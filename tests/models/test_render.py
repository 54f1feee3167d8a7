"""Markdown."""

from __future__ import annotations

import re
from datetime import datetime

from hypothesis import given, settings

import policytext
from laws.strategies import html_pages
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
from support.sampling import examples


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


PAGE = """<base href="http://www.qinghe.example/"><div><h1>青禾市水库蓄水情况</h1><p>2024-03-01</p>
<p>全市水库蓄水10<sup>4</sup>立方米，见<a href="a b.html">《调度<sub>1</sub>计划》</a>，各乡镇要加强巡查值守。</p><img src="i&gt;.jpg" alt="水库[一]">
<p>各乡镇要按照计划用水，节约每一方水，并及时上报进展，确保春耕用水安全。</p></div>"""


def test_raised_text_links_and_images() -> None:
    """10⁴ is no 104; links and images are written where they are asked for, their addresses whole whatever they hold."""
    doc = policytext.parse(PAGE)
    plain, rich = doc.to_markdown(), doc.to_markdown(links=True, images=True)
    assert "蓄水10<sup>4</sup>立方米，见《调度<sub>1</sub>计划》，" in plain
    assert "](" not in plain
    assert "见[《调度<sub>1</sub>计划》](<http://www.qinghe.example/a b.html>)，" in rich
    assert "值守。\n\n![水库\\[一\\]](<http://www.qinghe.example/i%3E.jpg>)\n\n各乡镇" in rich
    assert "10<sup>4</sup>" in policytext.parse(PAGE, script="hant").to_markdown()
    assert "104立方米" in doc.text


def test_marks_at_the_end_and_items_without_text() -> None:
    """A hash at the end of a heading stays text; an item without text is no list."""
    doc = document(
        Heading("用C#", level=1),
        ListItem("", marker="1."),
        ListItem("补植", marker="2."),
        Quote("- 引\n1. 文"),
    )
    assert doc.to_markdown() == "## 用C\\#\n\n2. 补植\n\n> \\- 引\n> 1\\. 文\n"


def test_numbers_out_of_turn_begin_a_list() -> None:
    """Markdown counts on by itself: where an item has another number (``value``, a second list), the other sign begins a list."""
    items = (("3.", 1), ("1.", 2), ("2.", 2), ("4.", 1), ("1.", 2), ("9.", 1), ("10.", 1), ("1.", 1))
    doc = document(*(ListItem("补植", marker=marker, level=level) for marker, level in items))
    assert doc.to_markdown() == (
        "3. 补植\n   1. 补植\n   2. 补植\n4. 补植\n   1. 补植\n9) 补植\n10) 补植\n1. 补植\n"
    )


def test_a_hash_at_the_end_of_the_headline_stays() -> None:
    """The headline is a heading like others."""
    page = "<h1>青禾市水利工程一览 #</h1><p>青禾市今年安排水利工程二十六处，各县区要按时完成建设任务。</p>"
    assert policytext.parse(page).to_markdown().startswith("# 青禾市水利工程一览 \\#\n")


@settings(max_examples=examples(60))
@given(html_pages())
def test_markdown_of_any_page_holds_its_text(text: str) -> None:
    """With and without links and images the words of the text stand in the Markdown, in order."""
    doc = policytext.parse(text, form="html")
    for written in (doc.to_markdown(), doc.to_markdown(links=True, images=True)):
        at = 0
        for word in re.findall(r"[\u4e00-\u9fff]", doc.text):
            at = written.index(word, at) + 1
