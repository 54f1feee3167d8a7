"""Runs of alike lines: what is judged as one, a table, a list of names, a menu, the links of a box, the paragraphs of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.locate.line_shapes import SHAPES, shapes_of
from policytext.page.begins import has
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line, View

__all__ = ["OPENING_NOTE", "BlockReader", "TextBlock", "usual"]

_WITHIN = frozenset(
    "p td th tr tbody thead tfoot table li ul ol dl dd dt h1 h2 h3 h4 h5 h6 blockquote pre center span font strong b section".split()
)
"""Elements that a text is made of; the others hold texts and frame side by side."""
_OPENING = frozenset(("post", "opener", "comments", "strong"))
_SIGN = 1 << SHAPES.index("sign")
_ATTACHED = 1 << SHAPES.index("attached")
_ENUM = 1 << SHAPES.index("enum")
_AHEAD = 3
"""Lines of another look in a row, and a new run begins; fewer are an exception in theirs."""
_BACK = 8
"""Lines whose looks a run is known by: the cells of a row of a table look unlike each other, and like those of the row above."""
_COUNTER, _EDITORS = "shared/counter", "shared/editor-line"
_DEEPEST = 8
_has_byline = has(
    r"(?:(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d|来源\s*:|作者\s*:|发布时间|浏览|阅读次数|\d:\d\d)",
    "0-9来作发浏阅",
)
# Dates of the document's own: who passed a law when, what was decided on which day.
OPENING_NOTE = re.compile(
    r"\([12]\d{3}年\d{1,2}月\d{1,2}日.{4,120}(?:通过|公布|发布|施行|修[正订]).{0,60}\)|[^:]{6,60}(?:决定|如下|批准|同意|通告|公告):"
)
# The first of these that a line has is its look.
_LOOKS = tuple(
    1 << SHAPES.index(name)
    for name in (
        "number",
        "attached",
        "enum",
        "bullet",
        "phone",
        "label",
        "dated",
        "sign",
        "name",
        "pause",
        "sentence",
        "quoted",
        "title",
        "tiny",
    )
)


class TextBlock(NamedTuple):
    """Lines ``first:last`` that are alike.

    ``kind``: ``prose``; ``short``; ``link``, or ``file`` for links to files; ``frame``, where a rule knows the head of a block of
    frame, or ``notice``, where it knows what stands at an end; above the text also ``row``, with a date or label of a byline.
    """

    first: int
    last: int
    kind: str
    shapes: tuple[int, ...]
    opens: bool = False
    """Whether it begins with a line that opens a block of frame."""


class BlockReader:
    """Groups the lines of a page on demand: only what stands near the text is looked at."""

    def __init__(self, view: View, matches: LineMatches) -> None:
        self._view = view
        self._matches = matches
        self._nodes = view.page.nodes
        self._markup = len(view.page.nodes) > 1
        self._containers: dict[int, int] = {}
        self._kinds: dict[int, str] = {}
        self._files: dict[int, bool] = {}
        self._shapes: dict[int, int] = {}
        self._looks: dict[int, int] = {}
        self._indents: dict[int, str] = {}

    def _container(self, node: int) -> int:
        found = self._containers.get(node)
        if found is None:
            at = node
            while at > 0 and self._nodes[at].tag in _WITHIN:
                at = self._nodes[at].parent
            found = self._containers[node] = at
        return found

    def _kind(self, index: int, step: int) -> str:
        kind = self._kinds.get(index)
        if kind is None:
            kind = self._kinds[index] = self._kind_of(self._view.lines[index])
        # Below the text a line with a date is one of a CV or an agenda.
        return "short" if kind == "row" and step > 0 else kind

    def _kind_of(self, line: Line) -> str:
        if line.index in self._matches:
            signs = {
                found.rule.sign for found in self._matches.at(line.index) if found.rule.role == "boilerplate"
            }
            if signs & _OPENING:
                return "frame"
            if "end" in signs:
                return "notice"
        if line.link * 2 > line.end - line.start:
            return "file" if self._is_file(line.index) else "link"
        if is_prose(line):
            return "prose"
        if _has_byline(line.fold) and not OPENING_NOTE.fullmatch(line.fold):
            return "row"
        return "short"

    def _is_file(self, index: int) -> bool:
        """Whether a link is a file: by its own words, or by its number in a row that such a line begins."""
        row: list[int] = []
        while (found := self._files.get(index)) is None:
            shape = self.shape(index)
            # 附件：1.… stands in the first line alone; the others have their numbers.
            if not shape & _ATTACHED and index > 0 and shape & _ENUM:
                row.append(index)
                index -= 1
            else:
                self._files[index] = bool(shape & _ATTACHED)
        # Of a long list each line is walked over once.
        self._files.update(dict.fromkeys(row, found))
        return found

    def shape(self, index: int) -> int:
        """The shapes of a line, see `policytext.locate.line_shapes`."""
        shape = self._shapes.get(index)
        if shape is None:
            shape = self._shapes[index] = shapes_of(self._view.lines[index])
        return shape

    def blocks(self, start: int, step: int) -> Iterator[TextBlock]:
        """The blocks from line ``start`` on, downwards (``step`` 1) or upwards (-1)."""
        lines = self._view.lines
        index, stop = start, (len(lines) if step > 0 else -1)
        while index != stop:
            kind = self._kind(index, step)
            opens = self._matches.opens_frame(index)
            tool = self._is_tool(index, step)
            container = self._container(lines[index].node) if self._markup else 0
            at = index + step
            while at != stop:
                if self._kind(at, step) != kind or self._is_tool(at, step) != tool or (opens and step < 0):
                    break
                if self._matches.opens_frame(at):
                    if step > 0:
                        break
                    opens = True
                if self._markup and self._container(lines[at].node) != container:
                    break
                if kind == "short" and self._turns(index, at, step):
                    break
                at += step
            low, high = (index, at) if step > 0 else (at + 1, index + 1)
            yield TextBlock(low, high, kind, tuple(map(self.shape, range(low, high))), opens)
            index = at

    def _is_tool(self, index: int, step: int) -> bool:
        """Whether a rule knows a line for a tool of the page; a bare number is a counter, or a cell.

        So does the line of the editors below the text: what stands above it is not judged together with it.
        """
        if index not in self._matches:
            return False
        elsewhere = "head" if step > 0 else "tail"
        for rule, _, _ in self._matches.at(index):
            if rule.place != elsewhere and rule.name != _COUNTER:
                if rule.role == "boilerplate" and rule.sign != "weak":
                    return True
                if rule.name == _EDITORS and step > 0:
                    return True
        return False

    def _turns(self, start: int, at: int, step: int) -> bool:
        """Whether a run of short lines is over at ``at``: behind a signature, or where the lines look unlike those before."""
        upper, lower = (at - step, at) if step > 0 else (at, at - step)
        if self._are_rows(upper, lower):
            return False
        if self.shape(upper) & _SIGN and not self.shape(lower) & _SIGN:
            return True
        if not self._markup and self.indent_of(at) != self.indent_of(at - step):
            return True
        # The first pair that the loop below would compare: of a long run nearly every line is answered here.
        if self._look(at) == self._look(at - step):
            return False
        count = len(self._view.lines)
        before = [self._look(index) for index in range(at - step, start - step, -step)[:_BACK]]
        for index in range(at, at + _AHEAD * step, step):
            if 0 <= index < count and (self._look(index) in before or self._kind(index, step) != "short"):
                return False
        return True

    def _are_rows(self, one: int, other: int) -> bool:
        """Whether two lines are rows of one list: a name and a school, a town and a sum, as many blanks in each."""
        lines = self._view.lines
        blanks = lines[one].fold.count(" ")
        return blanks > 0 and blanks == lines[other].fold.count(" ")

    def _look(self, index: int) -> int:
        look = self._looks.get(index)
        if look is None:
            shape = self.shape(index)
            look = self._looks[index] = next((look for look in _LOOKS if shape & look), 0)
        return look

    def indent_of(self, index: int) -> str:
        """Blanks in front of a line."""
        indent = self._indents.get(index)
        if indent is None:
            text, start = self._view.text, self._view.lines[index].start
            at = start
            while at > 0 and start - at < _DEEPEST and text[at - 1] in " \t\u3000\xa0":
                at -= 1
            indent = self._indents[index] = text[at:start]
        return indent

    def gap_above(self, index: int) -> str:
        """How many line ends stand between a line and the one above it."""
        lines = self._view.lines
        return "\n" * self._view.text.count("\n", lines[index - 1].end, lines[index].start) if index else ""


def usual(values: Sequence[str]) -> str | None:
    """The value that most have, if it is more than half; ``None`` if there is none."""
    if not values:
        return None
    found = max(set(values), key=values.count)
    return found if values.count(found) * 2 > len(values) else None
