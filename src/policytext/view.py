"""The page as rules and fields see it: displayed lines, in a text whose damage is repaired, with their shadow.

Rules speak of lines and of code points of ``View.text``. Where nothing was repaired that is ``Page.text`` itself;
where glosses or byte wounds went, `View.source_span` leads back.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from policytext.fold import fold_table
from policytext.models.page import Mark
from policytext.spans import Span

if TYPE_CHECKING:
    from policytext.models.page import Page
    from policytext.models.script import NormalizedText

__all__ = ["SHORT", "Line", "View", "build_view"]

SHORT = 660
"""No rule looks at longer lines as a whole; a glued credit is looked for in their end."""

# Plain ints: an IntFlag builds a new member at every "&".
_SCRIPT, _TITLE = int(Mark.SCRIPT), int(Mark.TITLE)
_UNSEEN = int(Mark.HIDDEN) | _SCRIPT | _TITLE


class Line:
    """One displayed line. ``start`` and ``end`` are code points of ``View.text``, half-open, without outer blanks."""

    __slots__ = ("_fold", "end", "index", "link", "marks", "node", "start", "text")

    def __init__(self, index: int, start: int, end: int, text: str, node: int, marks: int, link: int) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.node = node
        self.marks = marks
        self.link = link
        self._fold: str | None = None

    @property
    def fold(self) -> str:
        """The line's shadow: same length as ``text``, see `policytext.fold`."""
        if self._fold is None:
            self._fold = self.text.translate(fold_table())
        return self._fold

    def remember_fold(self, folded: str) -> None:
        """Take a shadow that was made for many lines at once."""
        self._fold = folded

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
        head_title: Text of ``<title>``, blanks collapsed; ``""`` without one.
        shadow: The shadow of the lines that are not longer than `SHORT`, one a line.
        short: Those lines.
        unseen: Spans of ``page.text`` that are not displayed, each with the name of the rule that says why.
    """

    __slots__ = ("_repaired", "head_title", "lines", "page", "shadow", "short", "text", "unseen")

    def __init__(self, page: Page, repaired: NormalizedText) -> None:
        self.page = page
        self.text = repaired.text
        self._repaired = repaired if repaired.changes else None
        self.lines: list[Line] = []
        self.unseen: list[tuple[Span, str]] = []
        self.head_title = ""
        self.short: list[Line] = []
        self.shadow = ""

    def source_span(self, start: int, end: int) -> Span:
        """Code points of ``page.text`` behind ``text[start:end]``."""
        return self._repaired.source_span(start, end) if self._repaired else Span(start, end)

    def line_at(self, position: int) -> int:
        """Index of the last line that starts at or before ``position``."""
        return bisect_right(self.lines, position, key=lambda line: line.start) - 1


def build_view(page: Page, repaired: NormalizedText) -> View:
    """Cut a page into its displayed lines.

    Args:
        page: What a reader made.
        repaired: ``page.text`` repaired; its ``source`` is ``page.text``.
    """
    view = View(page, repaired)
    text = view.text
    lines = view.lines
    moves = _moves(repaired)
    for start, end, node, marks, link in page.runs:
        if marks & _UNSEEN:
            view.unseen.append((Span(start, end), _why(marks)))
            if marks & _TITLE and not view.head_title:
                view.head_title = " ".join(page.text[start:end].split())
            continue
        if moves:
            start, end = _moved(moves, start), _moved(moves, end)  # noqa: PLW2901 - the run, in the repaired text
        shown = text[start:end]
        if moves or not shown or shown[0].isspace() or shown[-1].isspace():
            # A repair can leave a line with blanks outside, or empty.
            lead = len(shown) - len(shown.lstrip())
            shown = shown.strip()
            if not shown:
                continue
            start += lead  # noqa: PLW2901
            end = start + len(shown)  # noqa: PLW2901
        lines.append(Line(len(lines), start, end, shown, node, marks, link))
    _shade(view)
    return view


def _shade(view: View) -> None:
    """Make the shadow of all short lines at once: one call instead of hundreds."""
    view.short = short = [line for line in view.lines if line.end - line.start <= SHORT]
    view.shadow = shadow = "\n".join([line.text for line in short]).translate(fold_table())
    at = 0
    for line in short:
        end = at + line.end - line.start
        line.remember_fold(shadow[at:end])
        at = end + 1


def _why(marks: int) -> str:
    if marks & _SCRIPT:
        return "generic/script"
    return "generic/head-title" if marks & _TITLE else "generic/hidden"


def _moves(repaired: NormalizedText) -> list[tuple[int, int, int, int]]:
    """Per change: input start, input end, output start, output end."""
    rows: list[tuple[int, int, int, int]] = []
    moved = 0
    for change in repaired.changes:
        out = change.span.start + moved
        rows.append((change.span.start, change.span.end, out, out + len(change.after)))
        moved += len(change.after) - (change.span.end - change.span.start)
    return rows


def _moved(rows: list[tuple[int, int, int, int]], at: int) -> int:
    index = bisect_right(rows, at, key=lambda row: row[0]) - 1
    if index < 0:
        return at
    _, in_end, out_start, out_end = rows[index]
    return out_end + at - in_end if at >= in_end else out_start
