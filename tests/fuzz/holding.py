"""The laws of the library, held against one call: what must be true of every input there is."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import policytext
from policytext import Document, PolicytextError
from policytext.encoding.decode import decode
from policytext.models.page import UNSEEN
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.inputs import Call

__all__ = ["LAWS", "hold", "read", "readers", "refused"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CARRIERS = frozenset(
    "script iframe img object embed link meta base form input svg math style a video audio".split()
)


def refused(error: PolicytextError) -> bool:
    """Whether a page was refused for what it is: the only errors that a page can bring about."""
    return error.code in {"binary", "too_large"}


def read(call: Call) -> Document | None:
    """The document, with the laws that cost next to nothing held; ``None`` where the page is refused as no text."""
    try:
        doc = policytext.parse(call.page, **call.options)
    except PolicytextError as error:
        if not refused(error):
            raise
        return None
    partition(doc)
    valid(doc)
    spans(doc)
    return doc


def readers(call: Call) -> None:
    """What the rooms before the rules make of a page: valid text, lines in order and apart, nodes and references that lead somewhere."""
    text = call.page
    if isinstance(text, bytes):
        try:
            text = decode(text).text
        except PolicytextError as error:
            if not refused(error):
                raise
            return
        assert text.isascii() or not _SURROGATE.search(text)
    assert read_dump(text).text == text
    page = read_html(text)
    assert not _ILLEGAL.search(page.text)
    for number, node in enumerate(page.nodes):
        assert node.parent < max(number, 1)
    for found in (page, read_dump(text)):
        at = 0
        for run in found.runs:
            shown = found.text[run.start : run.end]
            assert at <= run.start < run.end <= len(found.text)
            assert shown == shown.strip()
            assert found.text[at : run.start].strip() == ""
            assert 0 <= run.link <= run.end - run.start
            assert 0 <= run.node < max(len(found.nodes), 1)
            at = run.end
        assert found.text[at:].strip() == ""
        assert all(0 <= ref.start <= ref.end <= len(found.text) for ref in found.refs)


def hold(call: Call) -> Document | None:
    """Parse and check every law; the document, or ``None`` where the page is refused as no text."""
    doc = read(call)
    if doc is not None:
        for law in LAWS:
            law(call, doc)
    return doc


def partition(doc: Document) -> None:
    """Law 1: joining the pieces gives the page, and every removal has a name."""
    assert "".join(piece.span.cut(doc.page.text) for piece in doc.pieces) == doc.page.text
    assert all(piece.rule for piece in doc.pieces if piece.role == "boilerplate")


def valid(doc: Document) -> None:
    """Law 9: no control character and no lone surrogate in what a reader gets."""
    shown: list[str | None] = [
        doc.text,
        doc.title,
        doc.subtitle,
        doc.origin,
        doc.publisher,
        doc.url,
        doc.description,
    ]
    shown += [*doc.authors, *doc.editors, *doc.breadcrumb, *doc.keywords, *doc.notes]
    shown += [name for credit in doc.credits for name in credit.names]
    assert not _ILLEGAL.search("\n".join(filter(None, shown)))


def spans(doc: Document) -> None:
    """Spans lie inside the page, of fields as of blocks; those of a block in its order, in pieces of the body."""
    length = len(doc.page.text)
    for field in doc.fields:
        if field.span is not None:
            assert 0 <= field.span.start <= field.span.end <= length
    for block in doc.blocks:
        at = 0
        for span in block.spans:
            assert at <= span.start <= span.end <= length
            at = span.end


def survives(_: Call, doc: Document) -> None:
    """Back from JSON, equal and with the same hash."""
    back = Document.from_dict(json.loads(json.dumps(doc.to_dict())))
    assert back == doc
    assert hash(back) == hash(doc)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CARRIERS and not (tag == "a" and (dict(attrs).get("href") or "").startswith("#pt")):
            # A way to a part of the view itself carries nothing.
            self.bad.append(tag)
        self.bad += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]


def _carried(doc: Document) -> Counter[str]:
    """What could carry something in the view of a document, and how often; a ``title`` is an attribute there."""
    reader = _Tags()
    reader.feed(doc._repr_html_())
    reader.close()
    return Counter(name for name in reader.bad if name != "title")


@cache
def _of_the_view() -> Counter[str]:
    """The view's own style and field of search."""
    return _carried(policytext.parse("山里通了自来水\n各村要在三月底前完成补植，并做好管护。\n"))


def harmless(_: Call, doc: Document) -> None:
    """The view carries no script, address or handler but what it has of its own; a repr never holds the page."""
    assert _carried(doc) - _of_the_view() == Counter()
    assert len(repr(doc)) < 4_000


def everything(call: Call, doc: Document) -> None:
    """``keep="all"`` loses no displayed character, and its ledger is the same."""
    whole = policytext.parse(call.page, **call.options, keep="all")
    assert whole.pieces == doc.pieces
    covered = bytearray(len(doc.page.text))
    for piece in doc.pieces:
        # Glosses, joins and marks within a line are named pieces of their own.
        if piece.rule and piece.rule.startswith(("script/", "generic/")) and piece.role == "boilerplate":
            covered[piece.span.start : piece.span.end] = b"\1" * (piece.span.end - piece.span.start)
    for block in whole.blocks:
        for span in block.spans:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    shown = "".join(whole.text.split())
    for change in doc.script.changes:
        # Blanks that a wrong decoding made letters of are blanks again; a repair may make several lines of one.
        if "".join(change.after.split()) in shown:
            covered[change.span.start : change.span.end] = b"\1" * (change.span.end - change.span.start)
    lost = [
        char
        for start, end, _, marks, _ in doc.page.runs
        if not marks & UNSEEN
        for at, char in enumerate(doc.page.text[start:end], start)
        if not covered[at] and char.isprintable() and not char.isspace()
    ]
    assert lost == [], "".join(lost[:40])


def scripts(call: Call, doc: Document) -> None:
    """Converting changes the words, never the ledger; twice is once."""
    for script in ("hans", "hant"):
        other = policytext.parse(call.page, **call.options, script=script)
        assert other.pieces == doc.pieces
        assert len(other.blocks) == len(doc.blocks)
        once = policytext.normalize(doc.text[:600], to=script).text
        assert policytext.normalize(once, to=script).text == once


def line_ends(call: Call, doc: Document) -> None:
    """A dump with CR LF in place of LF has the same title and text."""
    page = call.page
    if isinstance(page, str) and doc.page.form == "text" and "\r" not in page:
        other = policytext.parse(page.replace("\n", "\r\n"), **{**call.options, "form": "text"})
        same = policytext.parse(page, **{**call.options, "form": "text"})
        assert (other.title, other.text) == (same.title, same.text)


def same_again(call: Call, doc: Document) -> None:
    """The same page gives the same document; a copy and what was pickled are equal to it."""
    assert policytext.parse(call.page, **call.options) == doc
    assert copy.deepcopy(doc) == doc
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        assert pickle.loads(pickle.dumps(doc, protocol)) == doc  # noqa: S301 - our own


def text_as_bytes(call: Call, doc: Document) -> None:
    """Text and its bytes in UTF-8 are one page: the same pieces, title and text."""
    page = call.page
    if isinstance(page, str) and "encoding" not in call.options and not page.startswith("\ufeff"):
        try:
            data = page.encode()
        except UnicodeEncodeError:
            return
        other = policytext.parse(data, **call.options, encoding="utf-8")
        assert (other.pieces, other.title, other.text) == (doc.pieces, doc.title, doc.text)


def handed_on(_: Call, doc: Document) -> None:
    """A record is flat and JSON takes it; a document joined to itself is a document with a whole ledger."""
    record = doc.to_record()
    json.dumps(record, allow_nan=False).encode()
    for value in record.values():
        assert not isinstance(value, dict)
    twice = policytext.join([doc, doc])
    partition(twice)
    spans(twice)


@cache
def _markdown() -> Callable[[str], str]:
    """A reader of CommonMark with tables that lets HTML through."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").render


_OURS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td em strong sup sub hr br".split()
)
_BLANKS_AND_MARKS = re.compile("[\\W_]+")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "a" and list(named) == ["id"]:
            return
        if tag not in _OURS or set(named) - {"start", "class", "style"}:
            self.bad.append(f"{tag} {named}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def markdown(_: Call, doc: Document) -> None:
    """Read as Markdown, with HTML let through, there are our own elements and no other, and the words of the text, in order."""
    written = doc.to_markdown()
    assert not _ILLEGAL.search(written)
    reader = _Text()
    reader.feed(_markdown()(written))
    reader.close()
    assert reader.bad == []
    got = _BLANKS_AND_MARKS.sub("", "".join(reader.text))
    at = 0
    for block in doc.blocks:
        for word in _BLANKS_AND_MARKS.split(block.text):
            found = got.find(word, at)
            assert found >= 0, word
            at = found + len(word)


LAWS: tuple[Callable[[Call, Document], None], ...] = (
    survives,
    harmless,
    markdown,
    everything,
    scripts,
    line_ends,
    same_again,
    text_as_bytes,
    handed_on,
)
"""The laws that call the library once more or cost as much as a call, each by itself."""
