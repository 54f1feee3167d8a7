"""Which lines of a page may be its headline: those above the text, by where the text and its byline rows begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.headline.places import is_paragraph, row_lines
from policytext.fields.headline.traits import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.fields.grammar.rows import Row
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["HeadOfPage", "head_of_page", "lines_to_weigh"]

_HEAD_LINES: Final = 40
"""So many lines are looked at where no text was found below them."""
_BELOW_ROW, _BELOW_TOP = 4, 2
"""Lines below a row, or below the top, that the headline of a page without running text stands above."""
_REACH: Final = 6
"""Lines at the head of the text that may stand above its first paragraph: a headline over two lines, a row, a lead, a picture."""
_HIGHEST: Final = 400
"""Lines above the text that are looked at."""


class HeadOfPage(NamedTuple):
    """Where a headline may stand: above ``stop``, or on the lines ``within`` the text; from ``near`` on anything may be one."""

    first: int
    stop: int
    near: int
    anchors: list[int]
    within: set[int]


def head_of_page(view: View, core: Layout, rows: dict[int, Row]) -> HeadOfPage:
    """The head of the page, by its text and its byline rows."""
    lines = view.lines
    has_body = core.last > core.first
    stop = first = last = min(len(lines), _HEAD_LINES)
    if has_body:
        stop = first = core.first
        last = min(core.last, len(lines))
    anchors = row_lines(view, rows, first, last)
    if not has_body and anchors:
        # Of a page without running text the first row is all that tells where its own text begins; a notice is signed below.
        anchors[:] = [at for at in anchors if not _is_signed(rows[at])][:1]
        stop = first = last = min(first, anchors[0] + _BELOW_ROW if anchors else _BELOW_TOP)
    stop, within = _above_paragraphs(lines, first, stop, last)
    # Where the text seems to begin above the byline row, the headline stands right above the row, if anywhere.
    within |= {at - step for at in anchors for step in (1, 2, 3) if at > stop and at - step >= stop}
    near = min([max(0, first - 26), *(max(0, at - 6) for at in anchors)])
    return HeadOfPage(first, stop, near, anchors, within)


def _above_paragraphs(lines: Sequence[Line], first: int, stop: int, last: int) -> tuple[int, set[int]]:
    """The first paragraph of a text ``first:last``, and lines of the text that may be its headline where none is within reach."""
    limit = min(len(lines), first + _REACH, last)
    while stop < limit and not is_paragraph(lines[stop]):
        stop += 1
    if stop < limit:
        return stop, set()
    # No paragraph within reach: a heading at the head of the text may be the page's.
    return first, {at for at in range(first, limit) if lines[at].marks & HEADING or at < first + 2}


def _is_signed(row: Row) -> bool:
    """Whether a row is nothing but a written day, as a notice is signed."""
    return len(row.parts) == 1 and row.parts[0].date is not None and row.parts[0].date.precision == "day"


def lines_to_weigh(lines: Sequence[Line], head: HeadOfPage, heads: str) -> Iterator[Line]:
    """The lines of the head of the page that a headline may be; ``heads`` is how each stated title begins."""
    for index in (*range(max(0, head.first - _HIGHEST), head.stop), *sorted(head.within)):
        line = lines[index]
        size = line.end - line.start
        if not 2 <= size <= 130:
            continue
        # Far up, and where a line is a link, only what the head repeats or a heading holds can be a headline.
        distant = index < head.near or (line.link * 2 > size and index < head.stop - 4)
        if not distant or line.marks & HEADING or line.text[:4] in heads:
            yield line
