"""Law 9: no exception but the documented ones, and valid text out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import articles, html_pages, pages
from policytext import Document, PolicytextError
from support.cases import FIXTURES
from support.sampling import examples

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def valid(doc: Document) -> None:
    """What a document gives to read holds no control character and no lone surrogate."""
    shown: list[str | None] = [doc.text, doc.title, doc.subtitle, doc.origin, doc.publisher, doc.url]
    shown += [*doc.authors, *doc.editors, *doc.breadcrumb, *doc.keywords, *doc.notes, doc.source]
    shown += [name for credit in doc.credits for name in credit.names]
    shown += [text for measure in doc.measures for text in (measure.label, measure.text)]
    shown += [section.title for section in doc.sections]
    shown += [doc.to_markdown(), doc._repr_html_()]
    assert [text for text in shown if text and ILLEGAL.search(text)] == []
    for text in shown:
        (text or "").encode()


@settings(max_examples=examples(250))
@given(st.one_of(st.text(st.characters(codec=None, exclude_categories=())), pages(), html_pages()))
@example("\ud800标题\n\udfff正文很长，足够成为一段，写了很多字，确实是正文。\x00")
@example("标题\x07\n正文\x1b[31m很长，足够成为一段，写了很多字，确实是正文，还有更多的字。\x7f")
@example(
    "<title>\ud800</title><p>\udc00正文很长，足够成为一段，写了很多字，确实是正文。&#0;&#xD800;&#x1F;</p>"
)
def test_any_text_gives_a_document(text: str) -> None:
    """`parse` of any str, surrogates and control characters included, gives a document whose text is valid."""
    valid(policytext.parse(text))


@settings(max_examples=examples(250))
@given(articles())
@example(
    "关于开展春季植树工作的通知\n2017-09-30 未知 未知\n各村要在三月底前完成补植，并做好管护，确保成活。\n"
)
def test_any_byline_row_gives_a_document(text: str) -> None:
    """Whatever labels, dates, names and doubled words a byline row is put together from, the page is read."""
    valid(policytext.parse(text))


@settings(max_examples=examples(100))
@given(
    st.lists(
        st.sampled_from(("未知", "青禾 青禾", "李小麦 李小麦", "打印", "浏览：12", "2017-09-30")), max_size=3
    )
)
def test_no_word_takes_a_labelled_origin_away(words: list[str]) -> None:
    """A labelled origin stays the origin, whatever doubled or unlabelled words stand behind it on its row."""
    row = "  ".join(["2017-09-30 来源：青禾日报", *words])
    doc = policytext.parse(
        f"关于开展春季植树工作的通知\n{row}\n各村要在三月底前完成补植，并做好管护，确保成活。\n"
    )
    assert doc.origin == "青禾日报"


@settings(max_examples=examples(250))
@given(st.one_of(st.binary(), html_pages().map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"\x81")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_a_document_or_say_that_they_are_no_text(data: bytes) -> None:
    """`parse` of any bytes gives a document with valid text, or the one documented error for what is no text."""
    try:
        doc = policytext.parse(data)
    except PolicytextError as error:
        assert error.code == "binary"  # noqa: PT017 - raising is allowed, not demanded
    else:
        valid(doc)


SEEDS = sorted(FIXTURES.glob("*/*/page.html"))


@settings(max_examples=examples(120))
@given(st.data())
def test_a_damaged_page_gives_a_document(data: st.DataObject) -> None:
    """A real layout, cut off anywhere, with bytes broken, in a wrong encoding, still gives a document."""
    raw = data.draw(st.sampled_from(SEEDS)).read_bytes()
    end = data.draw(st.integers(0, len(raw)))
    broken = bytearray(raw[:end])
    for place in data.draw(st.lists(st.integers(0, max(0, end - 1)), max_size=6)):
        if place < len(broken):
            broken[place] = data.draw(st.integers(1, 255))
    try:
        doc = policytext.parse(
            bytes(broken), encoding=data.draw(st.sampled_from((None, "gb18030", "big5", "utf-16le")))
        )
    except PolicytextError as error:
        assert error.code == "binary"  # noqa: PT017
    else:
        valid(doc)


EMPTY: tuple[Any, ...] = (
    b"",
    "",
    " \n\t\u3000",
    "<!-- -->",
    "<html><body></body></html>",
    b"\xef\xbb\xbf",
    "<script>1</script>",
)


@pytest.mark.parametrize("page", EMPTY)
def test_nothing_gives_an_empty_document_with_a_note(page: bytes | str) -> None:
    """A page without text is no error: the document is empty and says so."""
    doc = policytext.parse(page)
    assert doc.text == ""
    assert doc.title is None
    assert any("no body" in note for note in doc.notes)


@settings(max_examples=examples(120))
@given(
    st.one_of(st.text(st.characters(codec=None, exclude_categories=())), pages()),
    st.sampled_from(("hans", "hant", None)),
)
def test_any_text_can_be_normalized(text: str, to: Any) -> None:
    """`normalize` and `detect_script` take any str; the changes replay to the result."""
    normalized = policytext.normalize(text, to=to)
    assert normalized.replay() == normalized.text
    assert policytext.detect_script(text).script in ("hans", "hant", "mixed", "none")
