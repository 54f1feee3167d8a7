"""From the pieces of text between two line ends to the page's text and its runs: white space is put right here."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from policytext.models.page import Mark, Meta, Run
from policytext.readers.html.clean import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policytext.models.limits import Limits
    from policytext.readers.html.open_line import Linked


__all__ = ["Columns", "compose"]

_SCRIPT, _PRE = int(Mark.SCRIPT), int(Mark.PRE)
_run = partial(tuple.__new__, Run)

_ASCII_SPACE = " \t\n\r\f"
# A line break in the source between two of these is layout of the source, no space of the text.
_CJK = "\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_CJK_BREAK = re.compile(f"(?<=[{_CJK}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_CJK}])")
_SPACES = re.compile("[ \t\n\r\f]{2,}|[\t\n\r\f]")

# Characters no document may hold, and line ends that are none in HTML.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class Columns:
    """What a reader collects. Columns, not rows: a list of integers costs the garbage collector nothing.

    A tuple a line costs it as much as the reader itself on a page of a million lines.

    Attributes:
        texts: The lines as they were in the source, white space and all.
        line_nodes: The node of each.
        line_marks: The marks of each.
        line_links: How many code points of each stand in links, or `open_line.ALL`.
        tabs: Indices of the lines that are set off from the one before by a tab.
        preformatted: Indices of the lines whose indent is text.
        parents: Of each node, the node around it.
        tags: Of each node, the element.
        idents: Of each node, id and classes.
        meta: Statements.
        comments: Short comments, each with the number of lines before it.
        refs: Element; line and place (characters of the line before it that are no white space); block or node around it;
            attributes, or the line's `Linked`; line and place of the end (not of links); how many lines more count as one.
        laid_out: Nodes whose attributes say how cells and items are laid out: node, element, attributes.
        parts: The pieces of a short line that has several, by its index.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._most = limits.blocks
        self.texts: list[str] = []
        self.line_nodes: list[int] = []
        self.line_marks: list[int] = []
        self.line_links: list[int] = []
        self.tabs: list[int] = []
        self.preformatted: list[int] = []
        self.parents: list[int] = []
        self.tags: list[str] = []
        self.idents: list[str] = []
        self.meta: list[Meta] = []
        self.comments: list[tuple[int, str]] = []
        self.refs: list[list[Any]] = []
        self.laid_out: list[tuple[int, str, Mapping[str, str]]] = []
        self.parts: dict[int, list[str]] = {}

    def add(self, text: str, node: int, marks: int, link: int, parts: list[str] | None = None) -> None:
        """Add a line; ``parts`` are its pieces, where they are kept."""
        if parts:
            self.parts[len(self.texts)] = parts
        if len(self.texts) >= self._most:
            # Refused while it is read, so that a page of empty tags never stands in memory as a whole.
            self._limits.check_blocks(len(self.texts) + 1)
        self.texts.append(text)
        self.line_nodes.append(node)
        self.line_marks.append(marks)
        self.line_links.append(link)

    def add_node(self, parent: int, tag: str, ident: str) -> int:
        """Add a node; its index."""
        index = len(self.tags)
        if index >= self._most:
            self._limits.check_blocks(index + 1)
        self.parents.append(parent)
        self.tags.append(tag)
        self.idents.append(ident)
        return index

    def add_lines(self, text: str, node: int, marks: int, link: int, rows: Iterable[list[Any]]) -> None:
        """Add preformatted text, whose line ends are text; ``rows`` are the references in it."""
        lines = text.splitlines()
        for row in rows:
            # A link over several lines is one reference.
            row[-1] = len(lines) - 1
        self.preformatted += range(len(self.texts), len(self.texts) + len(lines))
        for line in lines:
            self.add(line, node, marks, link)

    def refer(self, node: int, linked: Linked) -> list[Any]:
        """Keep the links of the line that is added next."""
        row = ["link", len(self.texts), 0, node, linked, 0]
        self.refs.append(row)
        return row

    def clear(self) -> None:
        """Give back what was collected; what waits to be made into references has a new owner."""
        self.refs, self.laid_out, self.parts = [], [], {}
        columns: tuple[list[Any], ...] = (
            self.texts, self.line_nodes, self.line_marks, self.line_links, self.tabs, self.preformatted,
            self.parents, self.tags, self.idents, self.meta, self.comments,
        )  # fmt: skip
        for column in columns:
            column.clear()


def compose(columns: Columns) -> tuple[str, list[Run], list[int]]:
    """The page's text and runs out of the lines as they were in the source.

    Returns:
        The text, the runs, and for a count of lines the length of the text they take.
    """
    texts, nodes, marks_of, links_of = (
        columns.texts,
        columns.line_nodes,
        columns.line_marks,
        columns.line_links,
    )
    lines = [text.strip(_ASCII_SPACE) for text in texts]
    for index in columns.preformatted:
        lines[index] = texts[index].rstrip(_ASCII_SPACE)
    # of lines with other white space at their ends: where the core stands
    trimmed: dict[int, tuple[int, int]] = {}
    # Most lines are fit as they are; a blank at the front is left to preformatted ones only.
    unfit = [index for index, line in enumerate(lines) if not line.isprintable() or "  " in line]
    for index in {*unfit, *columns.preformatted} if columns.preformatted else unfit:
        text, marks = lines[index], marks_of[index]
        if marks & _SCRIPT:
            continue
        lines[index] = line = legal(text) if marks & _PRE else _tidy(text)
        core = line.strip()
        if len(core) != len(line) or not core:
            lead = len(line) - len(line.lstrip())
            trimmed[index] = (lead, lead + len(core))
    sizes = list(map(len, lines))
    ends = [end - 1 for end in accumulate([size + 1 for size in sizes])]
    starts = [end - size for end, size in zip(ends, sizes, strict=True)]
    links = [link if 0 <= link < size else size for link, size in zip(links_of, sizes, strict=True)]
    runs = list(map(_run, zip(starts, ends, nodes, marks_of, links, strict=True)))
    for index, (begin, end) in trimmed.items():
        start, _, node, marks, link = runs[index]
        runs[index] = Run(start + begin, start + end, node, marks, min(link, end - begin))
    if 0 in sizes or any(begin == end for begin, end in trimmed.values()):
        runs = [run for run in runs if run[0] < run[1]]
    separators = ["\n"] * len(lines)
    separators[:1] = [""] * bool(lines)
    for index in columns.tabs:
        separators[index] = "\t"
    text = "".join(chain.from_iterable(zip(separators, lines, strict=True)))
    return text, runs, [0, *ends]


def _tidy(line: str) -> str:
    if "\n" in line or "\r" in line:
        line = _CJK_BREAK.sub("", line)
    rest = line.replace("\xa0", "").replace("\u3000", "")
    if len(rest) == len(line):
        line = rest = " ".join(line.split())
    elif "  " in line or not rest.isprintable():
        line = _SPACES.sub(" ", line)
    return line if rest.isprintable() or not _UNFIT.search(line) else legal(line)
