"""The handler of libxml2's events: a stack of open elements, the line so far, and what the page holds, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.models.page import Mark, Meta
from policytext.readers.html.attributes import TELLING, attribute_reader
from policytext.readers.html.clean import legal
from policytext.readers.html.compose import ALL, Columns, all_within, linked
from policytext.readers.html.elements import KINDS, Kind
from policytext.readers.html.head import BLOCK, comment_meta, jsonld_meta, tag_meta

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MAX_DEPTH", "Handler"]

# Plain integers: an operation on IntFlag members costs a hundred times as much.
_HIDDEN, _SCRIPT, _PRE = int(Mark.HIDDEN), int(Mark.SCRIPT), int(Mark.PRE)
_STRONG, _CONTINUED = int(Mark.STRONG), int(Mark.CONTINUED)
_UNSEEN = _HIDDEN | _SCRIPT

# The kinds as names of this module: a global is read faster than an attribute of a class.
_BLOCK, _ROW, _CELL, _TITLE, _LINK, _BLOCK_LINK = (
    Kind.BLOCK, Kind.ROW, Kind.CELL, Kind.TITLE, Kind.LINK, Kind.BLOCK_LINK,
)  # fmt: skip
_BREAK, _RAW, _BOLD, _META, _HIDE, _SVG, _ROOT = (
    Kind.BREAK, Kind.RAW, Kind.BOLD, Kind.META, Kind.HIDE, Kind.SVG, Kind.ROOT,
)  # fmt: skip
_ROOMS = (_ROW, _CELL, _TITLE)

MAX_DEPTH = 600
_MAX_COMMENT = 120

# An open block: tag, attributes, the block around it, its node (-1 until a run needs one), its marks.
_Open = list[Any]
# What the stack keeps of an open element: nothing of an inline one, the block around a block, else what its end does.
_Saved = _Open | tuple[int, _Open] | int | None
_IN_LINK, _IN_BLOCK_LINK, _IN_BOLD, _IN_SVG = range(1, 5)


class Handler(Columns):
    """Target of the parser: builds text, runs, nodes and statements.

    The callbacks are closures over plain lists and integers: they run 200,000 times for a hundred pages, and an
    attribute of ``self`` costs twice what a cell does. A parser outlives its page until the garbage collector finds it, and
    holds its handler, so what is large is given back by `close` and `Columns.clear`.
    """

    start: Any
    end: Any
    data: Any
    comment: Any
    close: Any

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = (
            set()
        )  # "end": the end mark; "bogus": a comment that may be text in angle brackets
        self._wire()

    def _wire(self) -> None:
        texts, tabs, meta, comments = self.texts, self.tabs, self.meta, self.comments
        parents, tags, node_idents = self.parents, self.tags, self.idents
        add_text, add_node, add_marks = texts.append, self.line_nodes.append, self.line_marks.append
        add_link = self.line_links.append
        seen = self.seen
        kind_of, says_nothing = KINDS.get, TELLING.isdisjoint

        parts: list[str] = []  # the line so far
        clear = parts.clear
        links: list[tuple[int, int]] = []  # ranges of `parts` that stand in links
        bolds: list[tuple[int, int]] = []
        block: _Open = ["html", {}, None, 0, 0]
        # A store beyond the end raises IndexError, so the limit of depth costs nothing.
        stack: list[_Saved] = [None] * MAX_DEPTH
        depth = 0
        look, marks_of, name = attribute_reader()
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
            chain = [wanted]
            while chain[-1][2][3] < 0:
                chain.append(chain[-1][2])
            for inner in reversed(chain):
                tag, attrib, around, _, _ = inner
                inner[4] = marks_of(tag, attrib, around[0], around[4])
                inner[3] = len(tags)
                parents.append(around[3])
                tags.append(tag)
                node_idents.append(name(attrib) if attrib else "")

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
            nonlocal depth
            bits = look(attrib)
            if "itemprop" in attrib and "content" in attrib:
                meta.append(
                    Meta("attr", attrib["itemprop"].strip().lower(), legal(attrib["content"]).strip())
                )
            if bits & _HIDDEN:
                kind = _HIDE
            elif bits & BLOCK:
                kind = _BLOCK_LINK if kind == _LINK else _BLOCK
            elif bits & _STRONG and kind is None:
                kind = _BOLD
            if kind is None:
                stack[depth] = None
                depth += 1
            else:
                start_rare(tag, attrib, kind)

        def start_rare(tag: str, attrib: Mapping[str, str], kind: int) -> None:
            nonlocal block, depth, carry, tab, row_start, bold_depth, bold_from, svg_depth, raw_from
            nonlocal link_depth, link_from
            if kind == _BOLD and attrib and not says_nothing(attrib) and look(attrib) & _HIDDEN:
                kind = _HIDE
            saved: _Saved = None
            if kind == _BREAK:
                if parts:
                    flush()
                carry = 0
            elif kind in (_LINK, _BLOCK_LINK):
                saved = _IN_LINK
                if kind == _BLOCK_LINK:
                    saved = _IN_BLOCK_LINK
                    if parts:
                        flush()
                    carry = 0
                if not link_depth:
                    link_from = len(parts)
                link_depth += 1
            elif kind == _BLOCK:
                if parts:
                    flush()
                carry = 0
                saved = block
                block = [tag, attrib, block, -1, 0]
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
                elif kind == _TITLE and svg_depth:
                    block[0] = "svg:title"
            elif kind == _RAW:
                saved = (kind, block)
                raw_from = len(parts)
                scripts.append(attrib.get("type", ""))
            elif kind == _BOLD:
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
                if tag == "body":
                    plain = {key: attrib[key] for key in ("class", "id") if key in attrib}
                    block = [tag, plain, block, -1, 0]
                elif len(tags) == 1:
                    node_idents[0] = name(attrib)
            else:
                seen.add("end")
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
                seen.add("bogus")
            if "enpproperty" in text:
                meta.extend(comment_meta(text))
                return
            text = text.strip()
            if text and len(text) <= _MAX_COMMENT and text[0] not in "[<":
                comments.append((len(texts), legal(text)))

        def close() -> None:
            nonlocal block
            stack.clear()
            block = []

        self.start, self.end, self.data, self.comment, self.close = start, end, parts.append, comment, close
