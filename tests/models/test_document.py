"""The document as a value: frozen, comparable, hashable, picklable, copyable."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

import policytext
from laws.strategies import html_pages, pages
from policytext import Document, Piece
from policytext.errors import UsageError
from policytext.models import CHINA_TIME, DateValue
from support.cases import FIXTURES
from support.reading import read
from support.sampling import examples

if TYPE_CHECKING:
    from pathlib import Path

CASES = sorted(FIXTURES.glob("*/*/page.html"))


def test_there_are_pages() -> None:
    """The cases below exist."""
    assert len(CASES) >= 12


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_a_document_is_a_value(path: Path) -> None:
    """Two readings of a page are equal, hash alike and differ in identity; copies and pickles are equal too."""
    one, two = read(path), policytext.parse(path.read_bytes())
    assert one is not two
    assert one == two
    assert hash(one) == hash(two)
    assert len({one, two}) == 1
    for back in (copy.copy(one), copy.deepcopy(one), *(pickle.loads(pickle.dumps(one, p)) for p in (2, 5))):  # noqa: S301
        assert back == one
        assert hash(back) == hash(one)
        assert repr(back) == repr(one)


@settings(max_examples=examples(60))
@given(html_pages() | pages())
def test_any_document_is_a_value(text: str) -> None:
    """The same for pages made at random."""
    doc = policytext.parse(text)
    back = pickle.loads(pickle.dumps(doc))  # noqa: S301
    assert back == doc
    assert hash(back) == hash(doc)


def test_documents_differ_where_their_pages_differ() -> None:
    """One more character on the page and the documents are not equal."""
    assert policytext.parse("植树通知") != policytext.parse("植树通知。")
    other: object = "植树通知"
    assert policytext.parse("植树通知") != other


def test_a_document_cannot_be_changed() -> None:
    """Attributes cannot be set, deleted or added, and every collection is a tuple."""
    doc = read(CASES[0])
    with pytest.raises(FrozenInstanceError):
        doc.title = "x"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del doc.blocks
    with pytest.raises((FrozenInstanceError, AttributeError)):
        doc.extra = 1  # type: ignore[attr-defined]
    for name in (
        "pieces",
        "blocks",
        "authors",
        "editors",
        "credits",
        "breadcrumb",
        "keywords",
        "sections",
        "measures",
        "fields",
        "notes",
    ):
        assert type(getattr(doc, name)) is tuple


def test_fields_are_found_by_name() -> None:
    """`field` gives value and provenance, ``None`` for what the page does not give; a name nobody ever heard of is an error."""
    doc = policytext.parse(
        "青禾市召开防汛会议\n2024-05-06 08:30\n会议要求加强巡查值守，及时转移群众，确保安全度汛。\n"
    )
    published = doc.field("published")
    assert published is not None
    assert published.value == doc.published
    assert published.span is not None
    assert published.raw in doc.page.text
    assert published.span.cut(doc.page.text).strip() == published.raw.strip()
    assert doc.field("subtitle") is None
    wrong: tuple[tuple[Any, str], ...] = (
        ("publishd", "'published'"),
        ("nothing", "title"),
        ("blocks", "doc.blocks"),
        (5, "int"),
    )
    for name, hint in wrong:
        with pytest.raises(UsageError, match=hint) as caught:
            doc.field(name)
        assert caught.value.code == "unknown_field"


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_no_repr_holds_a_page(path: Path) -> None:
    """A document shows itself in a few lines, its parts in one short line each, however long the page is."""
    text = path.read_bytes().decode("utf-8")
    doc = policytext.parse(text + "<p>" + "春耕用水要统一调度。" * 3_000 + "</p>")
    assert len(repr(doc)) < 900
    assert repr(doc).count("\n") <= 4
    parts = (
        *(doc.page, doc.script, doc.site, *doc.pieces, *doc.removed, *doc.blocks, *doc.sections),
        *(*doc.measures, *doc.fields, *doc.credits),
    )
    assert [part for part in parts if len(repr(part)) > 700 or "\n" in repr(part)] == []
    assert len(repr(policytext.normalize(doc.page.text))) < 300


def test_a_piece_knows_its_text_and_costs_little() -> None:
    """Pieces refer to the page's text: equal without it, bound in any document, and a pickle holds the text once."""
    doc = policytext.parse("防汛通知\n" + "各村要加强值守，险情及时报告，确保群众安全。\n" * 400)
    assert len(doc.pieces) > 300
    assert "".join(piece.text for piece in doc.pieces) == doc.page.text
    loose = tuple(Piece(piece.span, piece.role, piece.rule) for piece in doc.pieces)
    assert loose == doc.pieces
    assert hash(loose) == hash(doc.pieces)
    with pytest.raises(UsageError) as caught:
        _ = loose[0].text
    assert caught.value.code == "no_page"
    again = evolve(doc, pieces=loose)
    back = pickle.loads(pickle.dumps(again))  # noqa: S301
    assert [piece.text for piece in back.pieces] == [piece.text for piece in doc.pieces]
    bare = len(pickle.dumps([(piece.span, piece.role, piece.rule) for piece in doc.pieces]))
    assert len(pickle.dumps(doc.pieces)) < len(doc.page.text.encode()) + 4 * bare


def test_dates_are_ordered() -> None:
    """Dates sort by moment, the coarser first where the moment is one; no other value is comparable."""
    day = DateValue(datetime(2024, 5, 6, tzinfo=CHINA_TIME), "day", "2024-05-06")
    minute = DateValue(datetime(2024, 5, 6, tzinfo=CHINA_TIME), "minute", "2024-05-06 00:00")
    later = DateValue(datetime(2024, 5, 7, tzinfo=CHINA_TIME), "day", "5月7日")
    assert sorted([later, minute, day]) == [day, minute, later]
    assert day < minute <= later
    assert max(day, later) is later
    with pytest.raises(TypeError):
        _ = day < datetime(2024, 5, 6, tzinfo=CHINA_TIME)


def test_what_the_page_says_of_changes_and_content() -> None:
    """更新时间 and the head's tags give `modified`, which is never taken for `published`; the description is the head's."""
    page = (
        "<head><meta name='description' content='青禾市部署春季植树。'><meta property='article:modified_time' "
        "content='2024-03-05T08:00:00+08:00'></head><h1>关于开展春季植树的通知</h1><p>发布时间：2024-03-01 {}</p>"
        "<p>各村要在三月底前完成补植，并做好管护，确保成活。</p>"
    )
    doc = policytext.parse(page.format("更新时间：2024-03-04 09:10"))
    assert doc.published is not None
    assert doc.modified is not None
    assert doc.published.isoformat() == "2024-03-01"
    assert (doc.modified.isoformat(), doc.modified.kind) == ("2024-03-04T09:10:00+08:00", "updated")
    assert doc.description == "青禾市部署春季植树。"
    stated = policytext.parse(page.format("来源：青禾日报")).field("modified")
    assert stated is not None
    assert (stated.rule, stated.value.isoformat()) == (
        "meta/article-modified-time",
        "2024-03-05T08:00:00+08:00",
    )


def test_an_address_is_never_converted() -> None:
    """Conversion of the script changes what is read, and leaves the address as it came."""
    url = "http://qinghe.example/新聞/關於植樹.html"
    page = "關於開展春季植樹的通知\n2024-03-01\n各村要在三月底前完成補植，並做好管護，確保成活。\n"
    doc = policytext.parse(page, url=url, script="hans")
    assert (doc.title, doc.url) == ("关于开展春季植树的通知", url)


def test_the_kind_is_the_word_of_the_note() -> None:
    """`kind` says in one word what the page is; for an article or an official document no note begins with it."""
    assert policytext.parse("").kind == "empty"
    gone = policytext.parse("404 Not Found\n您访问的页面不存在\n")
    assert (gone.kind, gone.notes[0].split(":")[0]) == ("error", "error")
    text = "各村要在三月底前完成补植，并做好管护，确保成活。各乡镇要加强督促检查，及时上报进展。\n"
    assert policytext.parse("青禾市部署春季植树\n2024-03-01\n" + text * 3).kind == "article"
    notice = FIXTURES / "official" / "notice-with-attachments" / "page.html"
    assert policytext.parse(notice.read_bytes()).kind == "official"


def test_an_empty_document_is_empty() -> None:
    """Absent is ``None`` or an empty tuple, never an empty text or a missing attribute."""
    doc = policytext.parse("")
    assert doc.text == ""
    assert isinstance(doc, Document)
    assert [doc.title, doc.subtitle, doc.published, doc.origin, doc.publisher, doc.url] == [None] * 6
    assert [
        doc.authors,
        doc.editors,
        doc.credits,
        doc.breadcrumb,
        doc.keywords,
        doc.blocks,
        doc.pieces,
        doc.removed,
    ] == [()] * 8
    assert (doc.kind, doc.modified, doc.description, doc.audit()) == ("empty", None, None, {})
