"""Dictionaries: JSON-ready, and back without loss."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import html_pages, pages
from policytext import Document, Page, Piece, Span
from policytext.errors import UsageError
from policytext.models import (
    CHINA_TIME,
    Ambiguity,
    Caption,
    Change,
    Clause,
    Credit,
    Damage,
    DateValue,
    DocNumber,
    Evidence,
    Field,
    Heading,
    ListItem,
    Measure,
    Meta,
    Node,
    Official,
    Paragraph,
    Part,
    Quote,
    Reference,
    Region,
    Rival,
    Run,
    ScriptReport,
    Section,
    SiteInfo,
    Table,
)
from support.cases import FIXTURES
from support.reading import read
from support.sampling import examples

if TYPE_CHECKING:
    from pathlib import Path

DATE = DateValue(datetime(2024, 5, 6, 8, 30, tzinfo=CHINA_TIME), "minute", "2024-05-06 08:30", "updated")
SPAN = Span(0, 3)
NUMBER = DocNumber("某发〔2024〕1号", "某发", 2024, 1)
HEADING = Heading("一、总则", (SPAN,), 2, "一、", "总则")
PARAGRAPH = Paragraph("为了加强管护。", (Span(0, 1), Span(2, 3)))
EVERYTHING = Document(
    page=Page(
        "一二三", "html", (Run(0, 3, 1, 1024, 2),), (Node(-1, "", ""), Node(0, "p", "main.text")), (Meta("meta", "a", "b"),), ((0, "enp"),), "gbk", ("a",),
    ),
    pieces=(Piece(Span(0, 2), "boilerplate", "own/x"), Piece(Span(2, 3), "body")),
    blocks=(HEADING, PARAGRAPH, ListItem("补植", (SPAN,), "1.", 2), Table("一\t二", (SPAN,), (("一", "二"),)), Caption("图"), Quote("引")),
    title="题", subtitle="副题", published=DATE, origin="某报", publisher="某网", authors=("甲", "乙"), editors=("丙",),
    credits=(Credit("reporter", ("甲",), "记者 甲", SPAN), Credit("editor", ("丙",), "编辑 丙")),
    breadcrumb=("首页", "要闻"), keywords=("树",), url="http://a.example/", source="gscn",
    sections=(Section((HEADING,), (PARAGRAPH,), (Section((), (PARAGRAPH,)),), "一、", "总则", 1),),
    measures=(Measure("补植", "三月底前", PARAGRAPH, "一、", "1"),),
    clauses=(Clause("第一条第一款", 0, 1),),
    references=(Reference("某法", SPAN, NUMBER, "based_on", "根据", SPAN), Reference("某书", SPAN)),
    regions=(Region("330000", "浙江省", "province", (Evidence("icp", "浙ICP备1号", SPAN), Evidence("site_name", "浙江省"))),),
    official=Official(
        ("甲局", "乙局"), NUMBER, "1/2", "水利", "通知", "秘密", "特急", ("丙",), ("各村",), ("名单",), ("甲局",), DATE, "此件公开", ("丁局",),
        "办公室", DATE, ("水利",), "有效", DATE, DATE, DATE,
    ),
    parts=(Part("attachment", "名单", (PARAGRAPH,), ("甲局",), DATE, "附件1", "名单"),),
    site=SiteInfo("某网", "某ICP备1号", "某公网安备1号", "1", "甲", "乙", ("电话",)),
    script=ScriptReport(
        "mixed", "tw", 1, 2, 3, (Change("gloss", SPAN, "(a)", ""),), (Change("gloss", SPAN, "(a)", "", 0.5, (Rival("乙", 4.5),)),), (),
        (Damage("bytes", SPAN, "?", "gone"),), (Ambiguity(SPAN, "后", "後", ("后",)),),
    ),
    fields=(
        Field("published", DATE, "2024-05-06 08:30", SPAN, "own/x", 0.9, (Field("published", DATE, "x", None, "meta/x"),)),
        Field("authors", ("甲", "乙"), "甲 乙", None, "own/y"),
        Field("title", "题", "题", SPAN, "own/z", 1),
        Field("official.doc_number", NUMBER, "某发〔2024〕1号", SPAN, "own/z", 1),
    ),
    notes=("note",),
)  # fmt: skip


def there_and_back(doc: Document) -> Document:
    """Through JSON text, as a file would keep it."""
    return Document.from_dict(json.loads(json.dumps(doc.to_dict(), allow_nan=False)))


def test_every_attribute_survives() -> None:
    """A document in which every attribute of every class is filled comes back equal, type by type."""
    back = there_and_back(EVERYTHING)
    assert back == EVERYTHING
    assert repr(back) == repr(EVERYTHING)
    assert [type(block) for block in back.blocks] == [type(block) for block in EVERYTHING.blocks]
    assert type(back.page.runs[0]) is Run
    assert type(back.pieces[0].span) is Span
    assert back.published is not None
    assert back.published.isoformat() == "2024-05-06T08:30:00+08:00"


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/*/page.html")), ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}"
)
def test_pages_survive(path: Path) -> None:
    """Whole pages come back equal, converted ones too."""
    for doc in (read(path), read(path, "hant")):
        assert there_and_back(doc) == doc


@settings(max_examples=examples(80))
@given(st.one_of(st.text(st.characters(codec=None, exclude_categories=())), pages(), html_pages()))
def test_any_document_survives(text: str) -> None:
    """Any text survives, lone surrogates included, because JSON escapes them."""
    doc = policytext.parse(text)
    assert there_and_back(doc) == doc


def test_the_body_stands_at_the_top() -> None:
    """A reader that wants nothing but the text finds it under ``text``; the layout has a version."""
    data = EVERYTHING.to_dict()
    assert data["text"] == EVERYTHING.text
    assert data["format"] == 1
    assert list(data)[:2] == ["format", "text"]
    assert data["published"]["value"] == "2024-05-06T08:30:00+08:00"
    assert data["pieces"][0] == {"span": [0, 2], "role": "boilerplate", "rule": "own/x"}


def changed(**values: Any) -> dict[str, Any]:
    """The dictionary of the document above with some values changed."""
    return {**EVERYTHING.to_dict(), **values}


MALFORMED: dict[str, Any] = {
    "nothing": {},
    "a list": [],
    "a text": "{}",
    "a later layout": changed(format=2),
    "no page": {key: value for key, value in EVERYTHING.to_dict().items() if key != "page"},
    "None for a text": changed(source=None),
    "a number for a text": changed(title=7),
    "a text for a list": changed(authors="甲"),
    "an unknown block": changed(blocks=[{"type": "Riddle"}]),
    "an unknown role": changed(pieces=[{"span": [0, 3], "role": "riddle", "rule": "a/b"}]),
    "a short span": changed(pieces=[{"span": [0], "role": "body", "rule": None}]),
    "a broken ledger": changed(pieces=[{"span": [0, 2], "role": "body", "rule": None}]),
    "no date": changed(published={**EVERYTHING.to_dict()["published"], "value": "soon"}),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_what_is_malformed_is_refused(case: str) -> None:
    """Wrong layouts, wrong types and broken ledgers give one error of ours, never a half-built document."""
    with pytest.raises(UsageError) as caught:
        Document.from_dict(MALFORMED[case])
    assert caught.value.code == "malformed"
