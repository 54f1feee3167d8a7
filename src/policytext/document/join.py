"""One document of the pages that an article was parted into (下一页)."""

from __future__ import annotations

import re
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Any

from attrs import evolve, fields, has

from policytext.document.clauses import find_clauses
from policytext.document.outline import find_measures, find_sections, rank_headings
from policytext.errors import UsageError
from policytext.fields.grammar.numbering import number_of
from policytext.models.blocks import Paragraph
from policytext.models.document import Document
from policytext.models.fields import Field
from policytext.models.ledger import Piece
from policytext.models.official import Official
from policytext.models.page import Node, Page, Ref, Run
from policytext.models.references import absolute
from policytext.models.spans import Span
from policytext.page.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.models.blocks import Block
    from policytext.models.script import ScriptReport

__all__ = ["join"]

_RULE = "generic/repeated-on-parts"
_PAGE_MARK = re.compile(
    r"(?:[(（【\[]\s*)?(?:(?:第\s*)?\d{1,3}\s*(?:(?:页|[/／]\s*\d{1,3})\s*)?|[一二三四五六七八九十]{1,3}\s*)(?:[)）】\]]\s*)?$"
)
_PAUSES = frozenset("，、,（(《“")
"""What no paragraph ends in."""
_INSIDE = frozenset("，、；：。）》”,;:)")
"""What no paragraph begins with."""
_RUNNING = 30
"""Code points from which a line without an end mark reads like the beginning of a sentence."""
_BLOCKS = ("cell", "list", "item")
"""References that speak of a block of the tree and have no place in the text."""
# Read anew from the joined blocks, or put together in a way of their own.
_MADE = frozenset(("page", "pieces", "blocks", "sections", "measures", "clauses", "fields", "official", "notes", "pages", "script"))  # fmt: skip


def join(documents: Iterable[Document]) -> Document:
    """One document of the parts of one article, in their order. Nothing is fetched: `Document.pager` says where the parts are.

    The text is that of all parts; what stands at the head of a later part as it did on the first (the headline, an editor's note), or
    at the end of an earlier one as it does on the last, is there once. Each field is that of the first part that has it, so an
    editor named on the last page is found; names of `credits` come from all. A sentence that the end of a page parts is one paragraph.

    The ledger is kept part by part: ``page.text`` is the text of all pages one behind the other, `Document.pages` says where each
    stands, and every character is in one piece as before. A line left out since another part has it is boilerplate of the rule
    ``generic/repeated-on-parts``. Addresses of links and images are made absolute by the page they stand on.

    Args:
        documents: What `parse` made of the parts. One alone is given back as it is.

    Raises:
        UsageError: ``nothing_to_join``: there is no document.
    """
    given = tuple(documents)
    if not given:
        raise UsageError("nothing_to_join", "join takes the documents of an article's parts, one at least")
    # A part that came empty (a failed download) says nothing, and would have a line end of its own in the text.
    parts = tuple(document for document in given if document.page.text)
    if len(parts) < 2:
        return parts[0] if parts else given[0]
    repeated = [_repeated(number, parts) for number in range(len(parts))]
    starts = _starts(parts)
    moved = [_moved(part, start) for part, start in zip(parts, starts, strict=True)]
    blocks = _blocks(moved, repeated)
    sections = find_sections(blocks)
    notes = (*chain.from_iterable(part.notes for part in parts), f"joined: {len(parts)} pages")
    return Document(
        **_stated(parts, moved),
        page=_page(parts, starts),
        pieces=_pieces(parts, starts, repeated),
        blocks=blocks,
        sections=sections,
        measures=find_measures(blocks, sections),
        clauses=find_clauses(blocks),
        fields=_fields(moved),
        official=_official(parts),
        script=_script(moved),
        notes=tuple(dict.fromkeys(notes)),
        pages=tuple(
            Span(start, start + len(part.page.text)) for part, start in zip(parts, starts, strict=True)
        ),
    )


def _blocks(moved: Sequence[dict[str, Any]], repeated: Sequence[frozenset[int]]) -> tuple[Block, ...]:
    """The blocks of all parts without the repeated ones, their headings ranked anew: each part knew its own only."""
    return rank_headings(
        _whole_sentences(
            [block for index, block in enumerate(part["blocks"]) if index not in gone]
            for part, gone in zip(moved, repeated, strict=True)
        )
    )


def _stated(parts: Sequence[Document], moved: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Attributes that the parts state: of the first that says something, but for what is true of the first page only."""
    found = {
        item.name: _first(part[item.name] for part in moved)
        for item in fields(Document)
        if item.name not in _MADE
    }
    people = tuple(dict.fromkeys(chain.from_iterable(part["credits"] for part in moved)))
    first = parts[0]
    # The document is known by its first page: the address of another part is not the article's.
    own = {"kind": first.kind, "source": first.source, "url": first.url, "site": first.site}
    return {**found, "credits": people, **own}


def _whole_sentences(pages: Iterable[Sequence[Block]]) -> list[Block]:
    """The blocks of all pages; a sentence that the end of a page parted is one paragraph again, of spans on both pages."""
    out: list[Block] = []
    for blocks in pages:
        first, rest = blocks[:1], blocks[1:]
        if out and first and _goes_on(out[-1], first[0]):
            # Spans on both pages, so the ledger and what stands between them stay as they are.
            head, tail = out[-1], first[0]
            out[-1] = Paragraph(head.text + tail.text, (*head.spans, *tail.spans))
        else:
            out += first
        out += rest
    return out


def _goes_on(head: Block, tail: Block) -> bool:
    """Whether the last paragraph of a page stops within a sentence and the first of the next page ends it.

    A signature, a caption and a heading have no end mark either: they are short, and what stands below them begins anew.
    """
    if not (isinstance(head, Paragraph) and isinstance(tail, Paragraph)) or not (head.text and tail.text):
        return False
    last, first = head.text[-1], tail.text[0]
    # A comma ends no paragraph, however short the line.
    if last in _PAUSES:
        return number_of(tail.text) is None
    return (
        len(head.text) >= _RUNNING
        and "\u4e00" <= last <= "\u9fff"
        and ("\u4e00" <= first <= "\u9fff" or first in _INSIDE)
        and len(tail.text) > 1
        and ends_sentence(tail.text)
        and number_of(tail.text) is None
    )


def _starts(parts: Sequence[Document]) -> list[int]:
    """Where the text of each page begins; a line end stands between two."""
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part.page.text) + 1)
    return starts


def _repeated(number: int, parts: Sequence[Document]) -> frozenset[int]:
    """Blocks of a part that another part has in the same place: at the head as on the first, at the end as on the last."""
    blocks, first, last = parts[number].blocks, parts[0].blocks, parts[-1].blocks
    gone: set[int] = set()
    if number:
        at = 0
        # A part may begin with its headline once more, with or without (2) behind it.
        while at < len(blocks) and _is_headline(blocks[at].text, parts[0].title):
            at += 1
        gone.update(range(at))
        same = takewhile(lambda pair: pair[0].text == pair[1].text, zip(blocks[at:], first, strict=False))
        gone.update(range(at, at + sum(1 for _ in same)))
    if number < len(parts) - 1:
        ends = zip(reversed(blocks), reversed(last), strict=False)
        count = sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, ends))
        # Of the same page given twice the first one stays; so no text is left out of both.
        if count < len(blocks):
            gone.update(range(len(blocks) - count, len(blocks)))
    return frozenset(gone)


def _is_headline(text: str, title: str | None) -> bool:
    return title is not None and (text == title or _PAGE_MARK.sub("", text).rstrip() == title)


def _shifted(value: Any, by: int) -> Any:
    """A value of the models with every span in it moved."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if type(value) is tuple:
        return tuple(_shifted(item, by) for item in value)
    if has(type(value)):
        return evolve(value, **{
            item.alias: _shifted(getattr(value, item.name), by)
            for item in fields(type(value))
            if item.init and item.metadata.get("fact", True)
        })  # fmt: skip
    return value


def _moved(part: Document, start: int) -> dict[str, Any]:
    """The attributes of a part, their spans those of the joined page."""
    return {
        item.name: _shifted(getattr(part, item.name), start)
        for item in fields(Document)
        if item.name not in ("page", "pieces")
    }


def _first(values: Iterable[Any]) -> Any:
    """The first value that says something."""
    last: Any = None
    for last in values:
        if last is not None and last != ():
            break
    return last


def _fields(moved: Sequence[dict[str, Any]]) -> tuple[Field[Any], ...]:
    """Each field of the first part that has it."""
    found: dict[str, Field[Any]] = {}
    for part in moved:
        for item in part["fields"]:
            found.setdefault(item.name, item)
    return tuple(found.values())


def _official(parts: Sequence[Document]) -> Official | None:
    stated = [part.official for part in parts if part.official is not None]
    if not stated:
        return None
    return Official(
        **{item.name: _first(getattr(one, item.name) for one in stated) for item in fields(Official)}
    )


def _script(moved: Sequence[dict[str, Any]]) -> ScriptReport:
    """The script of the first part that shows one, with what was repaired on all."""
    reports: list[ScriptReport] = [part["script"] for part in moved]
    # A last part may be a line of names, in which nothing tells the script.
    shown = next((report for report in reports if report.script != "none"), reports[0])
    added: dict[str, Any] = {
        name: tuple(chain.from_iterable(getattr(report, name) for report in reports))
        for name in ("changes", "glosses", "repaired", "unrecoverable", "ambiguities")
    }
    counts = {
        name: sum(getattr(report, name) for report in reports)
        for name in ("hans_count", "hant_count", "han_count")
    }
    return evolve(shown, **added, **counts)


def _pieces(
    parts: Sequence[Document], starts: Sequence[int], repeated: Sequence[frozenset[int]]
) -> tuple[Piece, ...]:
    """The ledgers one behind the other; the line end between two pages is the last piece's of the page before."""
    out: list[Piece] = []
    for number, (part, start, gone) in enumerate(zip(parts, starts, repeated, strict=True)):
        places = [span for index in sorted(gone) for span in part.blocks[index].spans]
        for piece in part.pieces:
            out += _split(piece, places, start)
        if number < len(parts) - 1:
            role, rule, span = out[-1].role, out[-1].rule, out[-1].span
            out[-1] = Piece(Span(span.start, span.end + 1), role, rule)
    return tuple(out)


def _split(piece: Piece, places: Sequence[Span], by: int) -> Iterable[Piece]:
    """A piece of the joined page; of the body's what is repeated is parted off, with the white space behind it."""
    at, end = piece.span
    if piece.role == "body":
        inside = [place for place in places if at <= place.start < end]
        for place, following in pairwise((*inside, Span(end, end))):
            if at < place.start:
                yield Piece(Span(at + by, place.start + by), "body")
            gap = piece.text[place.end - piece.span.start : following.start - piece.span.start]
            at = place.end + len(gap) - len(gap.lstrip())
            yield Piece(Span(place.start + by, at + by), "boilerplate", _RULE)
    if at < end:
        yield Piece(Span(at + by, end + by), piece.role, piece.rule)


def _moved_ref(ref: Ref, part: Document, start: int, base: int) -> Ref:
    """A reference of a part as one of the joined page; its address absolute, as the parts may stand in different folders."""
    value = absolute(part.page, part.url, ref.value) if ref.kind in ("link", "image") else ref.value
    by = 0 if ref.kind in _BLOCKS else start
    node = ref.node + base if ref.node >= 0 else -1
    return Ref(ref.kind, ref.start + by, ref.end + by, node, value, ref.text)


def _page(parts: Sequence[Document], starts: Sequence[int]) -> Page:
    """The pages one behind the other, their trees side by side below the root of the first."""
    runs: list[Run] = []
    nodes: list[Node] = []
    refs: list[Ref] = []
    comments: list[tuple[int, str]] = []
    for part, start in zip(parts, starts, strict=True):
        page, base = part.page, len(nodes)
        runs += (
            run._replace(start=run.start + start, end=run.end + start, node=run.node + base)
            for run in page.runs
        )
        root = 0 if base else -1
        nodes += (
            node._replace(parent=node.parent + base if node.parent >= 0 else root) for node in page.nodes
        )
        comments += ((place + start, text) for place, text in page.comments)
        refs += (_moved_ref(ref, part, start, base) for ref in page.refs)
    return Page(
        text="\n".join(part.page.text for part in parts),
        form="html" if any(part.page.form == "html" for part in parts) else "text",
        runs=tuple(runs),
        nodes=tuple(nodes),
        meta=tuple(chain.from_iterable(part.page.meta for part in parts)),
        comments=tuple(comments),
        refs=tuple(sorted(refs, key=lambda ref: ref.kind in _BLOCKS)),
        encoding=parts[0].page.encoding,
        notes=tuple(dict.fromkeys(chain.from_iterable(part.page.notes for part in parts))),
    )
