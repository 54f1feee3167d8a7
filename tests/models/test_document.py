"""The document as a value: frozen, comparable, hashable, picklable, copyable."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

import policytext
from laws.strategies import html_pages, pages
from policytext import Document
from support.cases import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

CASES = sorted(FIXTURES.glob("*/*/page.html"))


def test_there_are_pages() -> None:
    """The cases below exist."""
    assert len(CASES) >= 12


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_a_document_is_a_value(path: Path) -> None:
    """Two readings of a page are equal, hash alike and differ in identity; copies and pickles are equal too."""
    one, two = policytext.parse(path.read_bytes()), policytext.parse(path.read_bytes())
    assert one is not two
    assert one == two
    assert hash(one) == hash(two)
    assert len({one, two}) == 1
    for back in (copy.copy(one), copy.deepcopy(one), *(pickle.loads(pickle.dumps(one, p)) for p in (2, 5))):  # noqa: S301
        assert back == one
        assert hash(back) == hash(one)
        assert repr(back) == repr(one)


@settings(max_examples=60)
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
    doc = policytext.parse(CASES[0].read_bytes())
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
    """`field` gives value and provenance, and ``None`` for what the page does not give or nobody ever heard of."""
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
    assert doc.field("nothing") is None


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
