"""The page as rules and fields see it: displayed lines, in a text whose damage is repaired, with their shadow.

Rules speak of lines and of code points of ``View.text``. Where nothing was repaired that is ``Page.text`` itself;
where glosses or byte wounds went, `View.source_span` leads back.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from policytext.models.page import UNSEEN, Mark
from policytext.models.spans import Span
from policytext.page.shadow import fold as shadow_of

if TYPE_CHECKING:
    from policytext.models.page import Page
    from policytext.models.script import NormalizedText

__all__ = ["MIDDLE", "SHORT", "Line", "View", "build_view"]

SHORT = 130
"""Longest line of frame, but for notices of right and footers."""
MIDDLE = 660
"""No rule looks at longer lines as a whole; a glued credit is looked for in their end."""

# Plain ints: an IntFlag builds a new member at every "&".
_SCRIPT, _TITLE, _GLOSS = int(Mark.SCRIPT), int(Mark.TITLE), int(Mark.GLOSS)
_CONTINUED, _STRONG = int(Mark.CONTINUED), int(Mark.STRONG)

_Row: TypeAlias = "tuple[int, int, int, int, int, str]"
"""What becomes a line: start and end in ``View.text``, node, marks, code points within links, text."""


class Line:
    """One displayed line. ``start`` and ``end`` are code points of ``View.text``, half-open, without outer blanks.

    ``fold`` is its shadow: same length as ``text``, see `policytext.page.shadow`.
    """

    __slots__ = ("end", "fold", "index", "link", "marks", "node", "start", "text")

    def __init__(
        self, index: int, start: int, end: int, text: str, node: int, marks: int, link: int, fold: str
    ) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.node = node
        self.marks = marks
        self.link = link
        self.fold = fold

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.start}:{self.end}, {self.text!r})"


class View:
    """Displayed lines of a page.

    Attributes:
        page: The page.
        text: ``page.text`` with its damage repaired.
        lines: What is displayed, in order. Scripts, hidden text and the ``<title>`` are not among them.
        starts: Where each line starts in ``text``.
        head_title: Text of ``<title>``, blanks collapsed; ``""`` without one.
        shadow: The shadow of the lines that are not longer than `SHORT`, one a line, and behind it that of the longer ones
            up to `MIDDLE`.
        shadow_split: Where in ``shadow`` the longer ones begin.
        shaded: Those lines, in that order.
        shadow_starts: Where each of them starts in ``shadow``.
        unseen: Spans of ``page.text`` that are not displayed, each with the name of the rule that says why.
        inner: The same for what stands inside a line; it is not in ``text``.
    """

    __slots__ = (
        "_repaired", "head_title", "inner", "lines", "page", "shaded", "shadow", "shadow_split", "shadow_starts", "starts", "text",
        "unseen",
    )  # fmt: skip

    def __init__(self, page: Page, repaired: NormalizedText, inner: frozenset[Span] = frozenset()) -> None:
        self.page = page
        self.text = repaired.text
        self._repaired = repaired if repaired.changes else None
        self.unseen: list[tuple[Span, str]] = []
        self.head_title = ""
        self.inner: list[tuple[Span, str]] = []
        self._note_unseen(inner)
        self._shade(self._displayed_repaired(repaired) if repaired.changes else self._displayed())

    def _shade(self, rows: list[_Row]) -> None:
        """Make lines of the rows, with their shadow."""
        # One call for all shadows: hundreds of small ones would cost several times as much.
        sizes = [len(row[5]) for row in rows]
        order = [number for number, size in enumerate(sizes) if size <= SHORT]
        short = len(order)
        order += [number for number, size in enumerate(sizes) if SHORT < size <= MIDDLE]
        self.shadow = shadow_of("\n".join([rows[number][5] for number in order]))
        folds: list[str] = [""] * len(rows)
        # A shadow keeps line ends, so it falls apart into those of the lines. Of no line it is one, empty: hence not strict.
        for number, fold in zip(order, self.shadow.split("\n"), strict=False):
            folds[number] = fold
        self.lines = [
            Line(number, start, end, text, node, marks, link, folds[number] or shadow_of(text))
            for number, (start, end, node, marks, link, text) in enumerate(rows)
        ]
        self.starts = [row[0] for row in rows]
        self.shaded = [self.lines[number] for number in order]
        starts = list(accumulate([sizes[number] + 1 for number in order], initial=0))
        self.shadow_starts = starts[:-1]
        self.shadow_split = starts[short]

    def _note_unseen(self, inner: frozenset[Span]) -> None:
        """Keep what is not displayed, with the reason, and the text of ``<title>``."""
        page = self.page
        for start, end, _, marks, _ in [run for run in page.runs if run[3] & UNSEEN]:
            span = Span(start, end)
            (self.inner if span in inner else self.unseen).append((span, _why(marks, page.form)))
            if marks & _TITLE and not self.head_title:
                self.head_title = " ".join(page.text[start:end].split())

    def _displayed(self) -> list[_Row]:
        """The runs that are displayed, as they stand on the page."""
        text = self.text
        return [
            (start, end, node, marks, link, text[start:end])
            for start, end, node, marks, link in self.page.runs
            if not marks & UNSEEN
        ]

    def _displayed_repaired(self, repaired: NormalizedText) -> list[_Row]:
        """The runs that are displayed, in their places of the repaired text; parts of one line as one row."""
        text = self.text
        rows: list[_Row] = []
        moved = repaired.alignment.to_target
        for start, end, node, marks, link in [run for run in self.page.runs if not run[3] & UNSEEN]:
            # A repair that reaches over the end of a line belongs to that line.
            first, last = moved(start), moved(end, closing=True)
            if rows:
                first = max(first, rows[-1][1])
            if marks & _CONTINUED and rows and not text[rows[-1][1] : first].strip(" "):
                # Goes on with the line before; nothing but blanks is left between the two.
                begin, _, block, before, linked, _ = rows.pop()
                both = before & (marks | ~_STRONG)
                # Cut in the end: a line of many parts is cut once.
                rows.append((begin, last, block, both, link + linked, ""))
                continue
            # A repair can leave a line with blanks outside, or empty.
            shown = text[first:last].strip()
            if shown:
                first += len(text[first:last]) - len(text[first:last].lstrip())
                rows.append((first, first + len(shown), node, marks, link, shown))
        whole = (row if row[5] else (*row[:5], text[row[0] : row[1]]) for row in rows)
        return [part for row in whole for part in _lines(row)]

    @property
    def plain(self) -> bool:
        """Whether nothing was repaired: ``text`` is ``page.text``."""
        return self._repaired is None

    def source_span(self, start: int, end: int) -> Span:
        """Code points of ``page.text`` behind ``text[start:end]``."""
        return self._repaired.source_span(start, end) if self._repaired else Span(start, end)

    def seams(self, line: Line) -> tuple[int, ...]:
        """Where inline elements meet in a line without a blank between them; code points from its start."""
        span = self.source_span(line.start, line.end)
        places = self.page.seams(span.start, span.end)
        if places and self._repaired:
            places = tuple(map(self._repaired.alignment.to_target, places))
        return tuple(place - line.start for place in places if line.start < place < line.end)

    def line_at(self, position: int) -> int:
        """Index of the last line that starts at or before ``position``."""
        return bisect_right(self.starts, position) - 1

    def shaded_at(self, position: int) -> Line:
        """The line that a place of ``shadow`` belongs to."""
        return self.shaded[bisect_right(self.shadow_starts, position) - 1]


def _lines(row: _Row) -> list[_Row]:
    """A row, line by line: a repair makes line ends of what the reader took for text (NEL, CR, U+2028)."""
    at, _, node, marks, link, shown = row
    if "\n" not in shown:
        return [row]
    out: list[_Row] = []
    for part in shown.split("\n"):
        line = part.strip()
        if line:
            start = at + len(part) - len(part.lstrip())
            out.append((start, start + len(line), node, marks, min(link, len(line)), line))
        at += len(part) + 1
    return out


def build_view(page: Page, repaired: NormalizedText, inner: frozenset[Span] = frozenset()) -> View:
    """Cut a page into its displayed lines.

    Args:
        page: What a reader made.
        repaired: ``page.text`` repaired; its ``source`` is ``page.text``.
        inner: What stands inside lines and is not part of them (see `policytext.page.split_lines`).
    """
    return View(page, repaired, inner)


def _why(marks: int, form: str) -> str:
    if form == "text":
        return "generic/markup"
    if marks & _SCRIPT:
        return "generic/script"
    if marks & _GLOSS:
        return "script/ruby-gloss"
    return "generic/head-title" if marks & _TITLE else "generic/hidden"
