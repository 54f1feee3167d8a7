"""HTML to `Page`, in one pass over libxml2's events and without a tree.

libxml2 parses and calls a handler for every start tag, end tag and piece of text; the handler keeps a stack, and
what it collects is made into lines in one go at the end. Against a bare parse into a tree (1.0), over 96 saved pages:
events into empty callbacks 1.15, this handler 2.4, cleaning 0.25, lines 0.3. Walking a finished tree from Python
costs 1.4 to 1.5 before a node is looked at, and that tree ends at 256 levels of depth, where libxml2 drops the rest of
the page; events have no such limit.

White space is all that changes. ASCII white space inside a line becomes one space, and nothing where the source
breaks a line between two CJK characters. No-break and ideographic spaces stay as they are, outside the run where
they stand at its ends. The join of two inline elements adds nothing.

What is treated on purpose:

* ``<script>`` and ``<style>`` are one run each, marked ``SCRIPT``; JSON-LD is read into ``meta`` as well.
* ``<template>``, ``<iframe>``, ``<video>``, ``<audio>``, ``<canvas>``, ``<datalist>``, ``display:none``,
  ``visibility:hidden`` and the ``hidden`` attribute mark all text below them ``HIDDEN``. ``aria-hidden`` does not: it is displayed.
* ``<noscript>`` and ``<noframes>`` are marked ``NOSCRIPT``.
* A ``<form>`` that is a child of ``<body>`` is not marked: whole pages stand in one.
* Something invisible in the midst of a line splits it: the second half is marked ``CONTINUED``.
* Comments are no text. ``<!--enpproperty ...-->`` is read into ``meta``, short ones are kept with their place, since
  publishing systems mark the body by them; conditional comments are left out.
* Cells of a table row are runs joined by a tab; rows are lines.
* After ``</html>`` the page goes on, and a second document in the same file is read like the first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lxml import etree

from policytext.models.page import Mark, Meta, Node, Page
from policytext.readers.clean import FLATTEN_LEVELS, clean, flatten, keep_brackets, legal
from policytext.readers.elements import KINDS, MARKS, Kind
from policytext.readers.head import ALIGNED, BLOCK, comment_meta, jsonld_meta, style_bits, tag_meta
from policytext.readers.lines import ALL, all_within, compose, linked

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read_html"]

# Plain integers: an operation on IntFlag members costs a hundred times as much.
_HIDDEN, _SCRIPT, _TITLE, _PRE = int(Mark.HIDDEN), int(Mark.SCRIPT), int(Mark.TITLE), int(Mark.PRE)
_STRONG, _CONTINUED = int(Mark.STRONG), int(Mark.CONTINUED)
_SIDES = int(Mark.CENTER) | int(Mark.RIGHT)
_ALIGN = {"center": int(Mark.CENTER), "middle": int(Mark.CENTER), "right": int(Mark.RIGHT)}
_UNSEEN = _HIDDEN | _SCRIPT

# The kinds as names of this module: a global is read faster than an attribute of a class.
_BLOCK = Kind.BLOCK
_ROW = Kind.ROW
_CELL = Kind.CELL
_TITLE_TAG = Kind.TITLE
_LINK = Kind.LINK
_BREAK = Kind.BREAK
_RAW = Kind.RAW
_BOLD = Kind.BOLD
_META = Kind.META
_HIDE = Kind.HIDE
_SVG = Kind.SVG
_ROOT = Kind.ROOT
_END = Kind.END
_ROOMS = (_ROW, _CELL, _TITLE_TAG)
_FROM_STYLE = _HIDDEN | _STRONG | _SIDES
_TELLING = frozenset(("style", "hidden", "align", "itemprop"))

# Appended to the page. Its start is reported only if the page does not end inside a tag, a comment or raw text.
_END_TAG = "<x-end-of-page>"

_MAX_DEPTH = 600
_MAX_COMMENT = 120
_MAX_IDENT = 200

_node = partial(tuple.__new__, Node)

# An open block: tag, attributes, the block around it, its node (-1 until a run needs one), its marks.
_Open = list[Any]
# What the stack keeps of an open element: nothing of an inline one, the block around a block, else what its end does.
_Saved = _Open | tuple[int, _Open] | int | None
_IN_LINK, _IN_BLOCK_LINK, _IN_BOLD, _IN_SVG = range(1, 5)


def read_html(
    text: str, *, encoding: str | None = None, notes: tuple[str, ...] = (), data: bytes | None = None
) -> Page:
    """Read a decoded HTML page.

    Args:
        text: The page; any ``str`` at all, fragments and broken markup included.
        encoding: What the page was decoded from, kept in the result.
        notes: What the decoder had to tell; the reader's notes are added.
        data: ``text`` in UTF-8, if the caller has it: saves encoding it.

    Returns:
        The page. ``Page.text`` without white space is the text of the parsed tree, scripts, styles and title
        included, in their order. Spans are code points of ``Page.text``, half-open.
    """
    data, found = clean(text, data)
    handler = _parse(data, found)
    if handler.bogus:
        again = keep_brackets(data, found)
        if again != data:
            data = again
            handler = _parse(data, found)
    handler.finish(data, found)
    composed, runs, places = compose(
        handler.texts, handler.line_nodes, handler.line_marks, handler.line_links, handler.tabs
    )
    return Page(
        text=composed,
        form="html",
        runs=tuple(runs),
        nodes=tuple(map(_node, zip(handler.parents, handler.tags, handler.idents, strict=True))),
        meta=tuple(handler.meta),
        comments=tuple((places[index], comment) for index, comment in handler.comments),
        encoding=encoding,
        notes=(*notes, *found),
    )


def _parse(data: bytes, notes: list[str]) -> _Handler:
    handler = _Handler()
    for level in range(FLATTEN_LEVELS + 1):
        if level:
            handler = _Handler()
        # A parser of its own for every call: a shared one is locked, and a fork while it is held never ends.
        parser = etree.HTMLParser(target=handler, encoding="utf-8", huge_tree=True)
        try:
            etree.fromstring((flatten(data, level) if level else data) + _END_TAG.encode(), parser)
        except IndexError:  # the handler's stack is full
            continue
        if level:
            notes.append(
                f"depth: over {_MAX_DEPTH} nested elements, the markup was flattened (level {level})"
            )
        break
    return handler


class _Handler:
    """Target of the parser: builds text, runs, nodes and statements.

    The callbacks are closures over plain lists and integers: they run 200,000 times for a hundred pages, and an
    attribute of ``self`` costs twice what a cell does.
    """

    start: Any
    end: Any
    data: Any
    comment: Any

    def __init__(self) -> None:
        self.texts: list[str] = []
        # Columns, not rows: a list of integers costs the garbage collector nothing, a tuple a line costs it as much as
        # the reader itself on a page of a million lines.
        self.line_nodes: list[int] = []
        self.line_marks: list[int] = []
        self.line_links: list[int] = []
        self.tabs: list[int] = []
        self.parents: list[int] = [-1]
        self.tags: list[str] = ["html"]
        self.idents: list[str] = [""]
        self.meta: list[Meta] = []
        self.comments: list[tuple[int, str]] = []
        self.whole = False
        self.bogus = False  # a comment that may be text in angle brackets
        self._wire()

    def close(self) -> None:
        """The parser's last call; what was built is taken from the attributes."""

    def finish(self, data: bytes, notes: list[str]) -> None:
        """Take the end mark out again where it became text, and say what the page ended inside of."""
        if self.whole:
            return
        if self.texts and self.texts[-1].rstrip().endswith(_END_TAG):
            notes.append("unclosed: the page ends inside an element that holds text only")
            self.texts[-1] = self.texts[-1].rstrip().removesuffix(_END_TAG)
        elif data.rfind(b"<!--") > data.rfind(b"-->"):
            notes.append("unclosed: the page ends inside a comment, which is not displayed")
        else:
            notes.append("unclosed: the page ends inside a tag, which is not displayed")

    def _wire(self) -> None:
        texts, tabs, meta, comments = self.texts, self.tabs, self.meta, self.comments
        parents, tags, node_idents = self.parents, self.tags, self.idents
        add_text, add_node, add_marks = texts.append, self.line_nodes.append, self.line_marks.append
        add_link = self.line_links.append
        kind_of, says_nothing = KINDS.get, _TELLING.isdisjoint

        parts: list[str] = []  # the line so far
        clear = parts.clear
        links: list[tuple[int, int]] = []  # ranges of `parts` that stand in links
        bolds: list[tuple[int, int]] = []
        block: _Open = ["html", {}, None, 0, 0]
        # A store beyond the end raises IndexError, so the limit of depth costs nothing.
        stack: list[_Saved] = [None] * _MAX_DEPTH
        depth = 0
        idents: dict[str, str] = {"": ""}
        styles: dict[str, int] = {}
        scripts: list[str] = []  # types of the open scripts
        tab = False  # the next line is a further cell of its row
        row_start = 0  # lines before the current table row
        link_depth = link_from = bold_depth = bold_from = svg_depth = raw_from = 0
        carry = 0  # CONTINUED while the line of the last run is still open

        def flush() -> None:
            nonlocal tab, link_from, bold_from, carry
            text = parts[0] if len(parts) == 1 else "".join(parts)
            if text.isspace():
                clear()
                if links or bolds:
                    links.clear()
                    bolds.clear()
                link_from = bold_from = 0
                return
            if block[3] < 0:
                make(block)
            marks = block[4]
            link = 0
            if link_depth:
                links.append((link_from, len(parts)))
                link_from = 0
            if links:
                link = ALL if links[0] == (0, len(parts)) else linked(parts, links)
                links.clear()
            run_marks = marks | carry
            if bold_depth:
                bolds.append((bold_from, len(parts)))
                bold_from = 0
            if bolds:
                if all_within(parts, bolds):
                    run_marks |= _STRONG
                bolds.clear()
            clear()
            if not marks & _UNSEEN:
                carry = _CONTINUED
            if tab:
                tabs.append(len(texts))
                tab = False
            for line in text.splitlines() if marks & _PRE else (text,):
                add_text(line)
                add_node(block[3])
                add_marks(run_marks)
                add_link(link)

        def make(wanted: _Open) -> None:
            # Nodes are made when the first run needs them: a third of the blocks hold nothing.
            tag, attrib, around, _, _ = wanted
            if around[3] < 0:
                chain: list[_Open] = []
                while around[3] < 0:
                    chain.append(around)
                    around = around[2]
                while chain:
                    make(chain.pop())
                around = wanted[2]
            marks = around[4]
            ident = ""
            if attrib:
                if not says_nothing(attrib):
                    bits = look(attrib)
                    if tag == "table":
                        bits &= ~_SIDES  # where the table stands, not its text
                    elif bits & ALIGNED:
                        marks &= ~_SIDES
                    marks |= bits & _FROM_STYLE
                if "class" in attrib:
                    names = attrib["class"]
                    ident = idents[names] if names in idents else new_ident(names)
                if "id" in attrib:
                    ident = attrib["id"].strip()[:_MAX_IDENT].lower() + ident
            if tag in MARKS and (tag != "form" or around[0] != "body"):
                marks |= MARKS[tag]
            wanted[4] = marks
            wanted[3] = len(tags)
            parents.append(around[3])
            tags.append(tag)
            node_idents.append(ident)

        def look(attrib: Mapping[str, str]) -> int:
            # What the attributes do to the line: HIDDEN, STRONG, the side it is set to, whether it is a block.
            bits = 0
            if "style" in attrib:
                style = attrib["style"]
                known = styles.get(style)
                if known is None:
                    known = styles[style] = style_bits(style)
                bits = known
            if "hidden" in attrib:
                bits |= _HIDDEN
            if "align" in attrib:
                bits |= ALIGNED | _ALIGN.get(attrib["align"].strip().lower(), 0)
            return bits

        def new_ident(names: str) -> str:
            idents[names] = ident = "".join(["." + name for name in names[:_MAX_IDENT].lower().split()])
            return ident

        def start(tag: str, attrib: Mapping[str, str]) -> None:
            nonlocal block, depth, carry, link_depth, link_from
            kind = kind_of(tag)
            if kind is None:
                if attrib and not says_nothing(attrib):
                    start_styled(tag, attrib, kind)
                    return
                stack[depth] = None
                depth += 1
            elif not kind:
                if parts:
                    flush()
                carry = 0
                stack[depth] = block
                depth += 1
                block = [tag, attrib, block, -1, 0]
            elif kind == _LINK:
                if attrib and not says_nothing(attrib):
                    start_styled(tag, attrib, kind)
                    return
                stack[depth] = _IN_LINK
                depth += 1
                if not link_depth:
                    link_from = len(parts)
                link_depth += 1
            else:
                start_rare(tag, attrib, kind)

        def start_styled(tag: str, attrib: Mapping[str, str], kind: int | None) -> None:
            # An inline element with a style or the like, which may change what it is.
            nonlocal block, depth, carry, link_depth, link_from
            bits = look(attrib)
            if "itemprop" in attrib and "content" in attrib:
                meta.append(
                    Meta("attr", attrib["itemprop"].strip().lower(), legal(attrib["content"]).strip())
                )
            if bits & _HIDDEN and kind != _HIDE:
                start_rare(tag, attrib, _HIDE)
            elif kind == _LINK:
                if bits & BLOCK:
                    if parts:
                        flush()
                    carry = 0
                stack[depth] = _IN_BLOCK_LINK if bits & BLOCK else _IN_LINK
                depth += 1
                if not link_depth:
                    link_from = len(parts)
                link_depth += 1
            elif bits & BLOCK:
                if parts:
                    flush()
                carry = 0
                stack[depth] = block
                depth += 1
                block = [tag, attrib, block, -1, 0]
            elif bits & _STRONG:
                start_rare(tag, attrib, _BOLD)
            else:
                stack[depth] = None
                depth += 1

        def start_rare(tag: str, attrib: Mapping[str, str], kind: int) -> None:
            nonlocal block, depth, carry, tab, row_start, bold_depth, bold_from, svg_depth, raw_from
            saved: _Saved = None
            if kind == _BREAK:
                if parts:
                    flush()
                carry = 0
            elif kind in _ROOMS:
                if parts:
                    flush()
                carry = 0
                saved = (kind, block)
                block = [tag, attrib, block, -1, 0]
                if kind == _ROW:
                    row_start = len(texts)
                    tab = False
                elif kind == _CELL:
                    tab = len(texts) > row_start
                elif kind == _TITLE_TAG and svg_depth:
                    block[0] = "svg:title"
            elif kind == _RAW:
                saved = (kind, block)
                raw_from = len(parts)
                scripts.append(attrib.get("type", ""))
            elif kind == _BOLD:
                if attrib and not says_nothing(attrib) and look(attrib) & _HIDDEN:
                    start_rare(tag, attrib, _HIDE)
                    return
                saved = _IN_BOLD
                if not bold_depth:
                    bold_from = len(parts)
                bold_depth += 1
            elif kind == _META:
                said = tag_meta(tag, attrib)
                if said:
                    meta.append(said)
            elif kind == _HIDE:
                if parts:
                    flush()
                if block[3] < 0:
                    make(block)
                saved = (kind, block)
                block = ["", {}, block, block[3], block[4] | _HIDDEN]
            elif kind == _SVG:
                svg_depth += 1
                saved = _IN_SVG
            elif kind == _ROOT:
                if parts:
                    flush()
                carry = 0
                saved = block
                # A style here says how the page is shown until its scripts ran; it hides nothing in earnest.
                plain = {name: attrib[name] for name in ("class", "id") if name in attrib}
                if tag == "body":
                    block = [tag, plain, block, -1, 0]
                elif len(tags) == 1:
                    node_idents[0] = plain.get("id", "").strip().lower()[:_MAX_IDENT] + new_ident(
                        plain.get("class", "")
                    )
            else:
                self.whole = True
            stack[depth] = saved
            depth += 1

        def end(_tag: str) -> None:
            nonlocal block, depth, carry, link_depth
            depth -= 1
            saved = stack[depth]
            if saved is None:
                return
            if saved.__class__ is list:
                if parts:
                    flush()
                carry = 0
                block = saved  # pyright: ignore[reportAssignmentType] - the class was asked just now
            elif saved == _IN_LINK:
                link_depth -= 1
                if not link_depth:
                    links.append((link_from, len(parts)))
            else:
                end_rare(saved)

        def end_rare(saved: Any) -> None:
            nonlocal block, carry, tab, link_depth, bold_depth, svg_depth
            if saved == _IN_BOLD:
                bold_depth -= 1
                if not bold_depth:
                    bolds.append((bold_from, len(parts)))
            elif saved == _IN_SVG:
                svg_depth -= 1
            elif saved == _IN_BLOCK_LINK:
                link_depth -= 1
                if not link_depth:
                    links.append((link_from, len(parts)))
                if parts:
                    flush()
                carry = 0
            else:
                kind, around = saved
                if kind == _RAW:
                    close_raw()
                    return
                if parts:
                    flush()
                block = around
                if kind != _HIDE:
                    carry = 0
                if kind == _ROW:
                    tab = False

        def close_raw() -> None:
            # The text of a script is one run, to the letter. An empty one does not split the line it stands in.
            nonlocal tab
            kind = scripts.pop()
            text = (parts[0] if raw_from == 0 and len(parts) == 1 else "".join(parts[raw_from:])).strip()
            if not text:
                return
            if "\ufffe" in text or "\uffff" in text:
                text = legal(text)
            del parts[raw_from:]
            if parts:
                flush()
            if block[3] < 0:
                make(block)
            tab = False
            add_text(text)
            add_node(block[3])
            add_marks(block[4] | _SCRIPT)
            add_link(0)
            if "ld+json" in kind:
                meta.extend(jsonld_meta(text))

        def comment(text: str) -> None:
            if text[:1] > "\x7f":
                self.bogus = True
            if "enpproperty" in text:
                meta.extend(comment_meta(text))
                return
            text = text.strip()
            if text and len(text) <= _MAX_COMMENT and text[0] not in "[<":
                comments.append((len(texts), legal(text)))

        self.start, self.end, self.data, self.comment = start, end, parts.append, comment
