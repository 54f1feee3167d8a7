"""The handler of libxml2's events: a stack of open elements, the line so far, and what the page holds, in columns.

`Handler.start` and `Handler.end` run 600 times a page, so what nearly every element is (inline, a block, a link) is
treated in them; what else an element can be has a function of its own, found by its kind in a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from policytext.models.page import Mark, Meta
from policytext.readers.html.attributes import TELLING, AttributeReader
from policytext.readers.html.clean import legal
from policytext.readers.html.compose import Columns
from policytext.readers.html.elements import KINDS, Kind
from policytext.readers.html.head import BLOCK, jsonld_meta, read_comment, tag_meta
from policytext.readers.html.open_blocks import MARKS, NODE, TAG, Block, Nodes
from policytext.readers.html.open_line import OpenLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policytext.models.limits import Limits

__all__ = ["Handler"]

# Plain integers: an operation on IntFlag members costs a hundred times as much.
_HIDDEN, _SCRIPT, _PRE = int(Mark.HIDDEN), int(Mark.SCRIPT), int(Mark.PRE)
_STRONG, _CONTINUED = int(Mark.STRONG), int(Mark.CONTINUED)
_GLOSS = int(Mark.GLOSS)
_UNSEEN = _HIDDEN | _SCRIPT | _GLOSS
# As names of this module: a global is read faster than an attribute of a class.
_BLOCK, _LINK = Kind.BLOCK, Kind.LINK
_kind_of, _says_nothing = KINDS.get, TELLING.isdisjoint

_Start: TypeAlias = "Callable[[Handler, str, Mapping[str, str]], _Saved]"
_End: TypeAlias = "Callable[[Handler, Block], None]"
_Saved: TypeAlias = "Block | tuple[int, Block] | None"
_IN_LINK, _IN_BLOCK_LINK, _IN_BOLD, _IN_SVG, _IN_RAW, _IN_RAISED = (
    (kind, Block()) for kind in (Kind.LINK, Kind.BLOCK_LINK, Kind.BOLD, Kind.SVG, Kind.RAW, Kind.REFERENCE)
)
_STYLED = frozenset((None, Kind.LINK, Kind.BOLD))
"""Kinds of inline elements, which a style can change."""


class Handler:
    """Target of the parser.

    A parser outlives its page until it is collected, and holds its handler: `close` and `Columns.clear` give back what is large.

    Attributes:
        columns: What was read.
        data: Takes a piece of text.
        seen: ``end``: the end mark was reported as a tag; ``bogus``: a comment that may be text in angle brackets.
    """

    __slots__ = (
        "_attributes", "_block", "_body", "_carry", "_depth", "_line", "_nodes", "_open", "_parts", "_row_start", "_scripts", "_stack", "_svg_depth",
        "_tab", "columns", "data", "seen",
    )  # fmt: skip

    def __init__(self, limits: Limits) -> None:
        self.columns = Columns(limits)
        self.seen: set[str] = set()
        self._attributes = AttributeReader()
        self._nodes = Nodes(self.columns, self._attributes)
        self._block: Block = self._nodes.root()
        # What the end of each open element does: nothing, open the block around it again, or what its kind says.
        # A store beyond the end raises IndexError, so the limit of depth costs nothing.
        self._stack: list[_Saved] = [None] * limits.depth
        self._depth = 0
        self._body: Block | None = None
        self._line = OpenLine()
        self._parts = self._line.parts
        self.data = self._line.add
        self._open: list[list[Any]] = []  # the references that are open, see `Columns.refs`
        self._svg_depth = 0
        self._scripts: list[str] = []  # types of the open scripts
        self._tab = False  # the next line is a further cell of its row
        self._row_start = 0  # lines before the current table row
        self._carry = 0  # CONTINUED while the line of the last run is still open

    def start(self, tag: Any, attrib: Any) -> None:
        """A start tag."""
        kind = _kind_of(tag)
        saved: _Saved
        if kind == _BLOCK:
            if self._parts:
                self._flush()
            self._carry = 0
            saved = self._block
            self._block = [tag, attrib, saved, -1, 0]
        elif kind is None and (not attrib or _says_nothing(attrib)):
            saved = None
        elif kind == _LINK and _says_nothing(attrib):
            self._line.open_link(attrib)
            saved = _IN_LINK
        else:
            if kind in _STYLED and attrib and not _says_nothing(attrib):
                kind = self._styled(kind, attrib)
            saved = self._STARTS[kind](self, tag, attrib)
        self._stack[self._depth] = saved
        self._depth += 1

    def end(self, tag: Any) -> None:  # noqa: ARG002 - the name is the protocol's
        """An end tag; libxml2 reports one for every start tag."""
        self._depth = depth = self._depth - 1
        saved = self._stack[depth]
        if saved is None:
            return
        if saved.__class__ is list:
            if self._parts:
                self._flush()
            self._carry = 0
            self._block = saved  # pyright: ignore[reportAttributeAccessIssue] - the class was asked just now
        else:
            kind, block = saved
            self._ENDS[kind](self, block)

    def comment(self, text: Any) -> None:
        """A comment."""
        if text[:1] > "\x7f":
            self.seen.add("bogus")
        read_comment(text, self.columns)

    def close(self) -> None:
        """The page is read."""
        self._line.resolve(len(self.columns.texts))
        self._open.clear()
        self._nodes.name_blocks(self.columns.refs)
        self._stack.clear()
        self._block = []
        self._body = None

    def _flush(self) -> None:
        """End the line so far, if it holds more than white space."""
        places = self._line.resolve(len(self.columns.texts)) if self._line.waiting else ()
        taken = self._line.take()
        if taken is None:
            return
        text, link, bold, linked, parts = taken
        block = self._block
        if block[NODE] < 0:
            self._nodes.make(block)
        marks = block[MARKS]
        run_marks = marks | self._carry | _STRONG if bold else marks | self._carry
        if not marks & _UNSEEN:
            self._carry = _CONTINUED
        if self._tab:
            self.columns.tabs.append(len(self.columns.texts))
            self._tab = False
        if linked:
            places = [*places, self.columns.refer(block[NODE], linked)]
        if marks & _PRE:
            self.columns.add_lines(text, block[NODE], run_marks, link, places)
        else:
            self.columns.add(text, block[NODE], run_marks, link, parts)

    def _end_line(self) -> None:
        """End the line so far; what follows does not go on with it."""
        if self._parts:
            self._flush()
        self._carry = 0

    def _styled(self, kind: int | None, attrib: Mapping[str, str]) -> int | None:
        """The kind of an inline element with a style or the like, which may change what it is."""
        bits = self._attributes.look(attrib)
        if bits & _HIDDEN:
            kind = Kind.HIDE
        elif kind == Kind.BOLD:
            return kind
        elif bits & BLOCK:
            kind = Kind.BLOCK_LINK if kind == _LINK else _BLOCK
        elif bits & _STRONG and kind is None:
            kind = Kind.BOLD
        if "itemprop" in attrib and "content" in attrib:
            said = legal(attrib["content"]).strip()
            self.columns.meta.append(Meta("attr", attrib["itemprop"].strip().lower(), said))
        return kind

    def _start_nothing(self, _tag: str, _attrib: Mapping[str, str]) -> _Saved:
        return None

    def _start_block(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        self._end_line()
        around = self._block
        self._block = [tag, attrib, around, -1, 0]
        return around

    def _start_row(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        around = self._block
        self._start_block(tag, attrib)
        self._row_start = len(self.columns.texts)
        self._tab = False
        return Kind.ROW, around

    def _end_row(self, around: Block) -> None:
        self._end_line()
        self._block = around
        self._tab = False

    def _start_cell(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        around = self._start_block(tag, attrib)
        # An empty cell, too, keeps the cells behind it in their columns.
        self._nodes.make(self._block)
        self._tab = len(self.columns.texts) > self._row_start
        return around

    def _start_title(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        around = self._start_block(tag, attrib)
        self._block[TAG] = "svg:title" if self._svg_depth else tag
        return around

    def _start_link(self, _tag: str, attrib: Mapping[str, str]) -> _Saved:
        self._line.open_link(attrib)
        return _IN_LINK

    def _end_link(self, _block: Block) -> None:
        self._line.close_link()

    def _start_reference(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        kind = None if _says_nothing(attrib) else self._styled(None, attrib)
        saved = self._STARTS[kind](self, tag, attrib)
        if kind != Kind.HIDE:
            row = self._line.refer(tag, self._block, attrib)
            self.columns.refs.append(row)
            if kind is None and tag != "img":
                self._open.append(row)
                saved = _IN_RAISED
        return saved

    def _end_raised(self, _block: Block) -> None:
        self._line.refer_end(self._open.pop())

    def _start_block_link(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        self._end_line()
        self._start_link(tag, attrib)
        return _IN_BLOCK_LINK

    def _end_block_link(self, block: Block) -> None:
        self._end_link(block)
        self._end_line()

    def _start_bold(self, _tag: str, _attrib: Mapping[str, str]) -> _Saved:
        self._line.open_bold()
        return _IN_BOLD

    def _end_bold(self, _block: Block) -> None:
        self._line.close_bold()

    def _start_break(self, _tag: str, _attrib: Mapping[str, str]) -> _Saved:
        self._end_line()
        return None

    def _start_meta(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        said = tag_meta(tag, attrib)
        if said:
            self.columns.meta.append(said)
        return None

    def _start_hidden(self, tag: str, _attrib: Mapping[str, str]) -> _Saved:
        # It goes on with the line, so CONTINUED stays as it is.
        if self._parts:
            self._flush()
        around = self._block
        self._block = self._nodes.part(around, _GLOSS if _kind_of(tag) == Kind.GLOSS else _HIDDEN)
        return Kind.HIDE, around

    def _end_hidden(self, around: Block) -> None:
        if self._parts:
            self._flush()
        self._block = around

    def _start_svg(self, _tag: str, _attrib: Mapping[str, str]) -> _Saved:
        self._svg_depth += 1
        return _IN_SVG

    def _end_svg(self, _block: Block) -> None:
        self._svg_depth -= 1

    def _start_root(self, tag: str, attrib: Mapping[str, str]) -> _Saved:
        self._end_line()
        around = self._block
        # What comes behind </html>, and a second document, go on with the body.
        if self._body is not None:
            self._block = self._body
        elif tag == "body":
            # A style here says how the page is shown until its scripts ran; it hides nothing in earnest.
            plain = {key: attrib[key] for key in ("class", "id") if key in attrib}
            self._block = self._body = [tag, plain, around, -1, 0]
        else:
            self._nodes.name_root(attrib)
        return around

    def _start_end_mark(self, _tag: str, _attrib: Mapping[str, str]) -> _Saved:
        self.seen.add("end")
        return None

    def _start_raw(self, _tag: str, attrib: Mapping[str, str]) -> _Saved:
        self._line.open_raw()
        self._scripts.append(attrib.get("type", ""))
        return _IN_RAW

    def _end_raw(self, _block: Block) -> None:
        # The text of a script is one run, to the letter. An empty one does not split the line it stands in.
        kind = self._scripts.pop()
        text = self._line.close_raw().strip()
        if not text:
            return
        if "\ufffe" in text or "\uffff" in text:
            text = legal(text)
        if self._parts:
            self._flush()
        block = self._block
        if block[NODE] < 0:
            self._nodes.make(block)
        self._tab = False
        self.columns.add(text, block[NODE], block[MARKS] | _SCRIPT, 0)
        if "ld+json" in kind:
            self.columns.meta.extend(jsonld_meta(text))

    _STARTS: ClassVar[dict[int | None, _Start]] = {
        None: _start_nothing,
        Kind.BLOCK: _start_block,
        Kind.ROW: _start_row,
        Kind.CELL: _start_cell,
        Kind.TITLE: _start_title,
        Kind.LINK: _start_link,
        Kind.BLOCK_LINK: _start_block_link,
        Kind.BREAK: _start_break,
        Kind.RAW: _start_raw,
        Kind.BOLD: _start_bold,
        Kind.META: _start_meta,
        Kind.HIDE: _start_hidden,
        Kind.GLOSS: _start_hidden,
        Kind.SVG: _start_svg,
        Kind.ROOT: _start_root,
        Kind.REFERENCE: _start_reference,
        Kind.END: _start_end_mark,
    }
    _ENDS: ClassVar[dict[int, _End]] = {
        Kind.ROW: _end_row,
        Kind.LINK: _end_link,
        Kind.BLOCK_LINK: _end_block_link,
        Kind.RAW: _end_raw,
        Kind.BOLD: _end_bold,
        Kind.HIDE: _end_hidden,
        Kind.SVG: _end_svg,
        Kind.REFERENCE: _end_raised,
    }
