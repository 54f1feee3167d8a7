"""The laws of the library, held against one call: what must be true of every input there is."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import policytext
from policytext import Document, PolicytextError
from policytext.models.page import UNSEEN

if TYPE_CHECKING:
    from fuzz.inputs import Call

__all__ = ["hold"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CARRIERS = frozenset(
    "script iframe img object embed link meta base form input svg math style a video audio".split()
)


def hold(call: Call) -> Document | None:
    """Parse and check every law; the document, or ``None`` where the page is refused as no text."""
    try:
        doc = policytext.parse(call.page, **call.options)
    except PolicytextError as error:
        if error.code not in {"binary", "too_large"}:
            raise
        return None
    partition(doc)
    valid(doc)
    spans(doc)
    survives(doc)
    harmless(doc)
    everything(call, doc)
    scripts(call, doc)
    line_ends(call, doc)
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
    shown += [*doc.authors, *doc.editors, *doc.breadcrumb, *doc.keywords, *doc.notes, doc.to_markdown()]
    shown += [name for credit in doc.credits for name in credit.names]
    assert [text for text in shown if text and _ILLEGAL.search(text)] == []


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


def survives(doc: Document) -> None:
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


def harmless(doc: Document) -> None:
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
