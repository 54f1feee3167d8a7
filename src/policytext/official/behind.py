"""Lines behind the body that are the document's all the same: an annex, signature and date, a note.

The body ends where nothing more reads like text; an annex of names and numbers, and a closing of short lines, stand behind that end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policytext.fields.headline.stated_titles import title_key
from policytext.models.page import Mark
from policytext.official import opening
from policytext.official.closing import find_closings, note_of
from policytext.official.parts import ANNEX_LABEL
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["lines_behind"]

_ANNEX_REACH: Final = 12
"""Last lines of the body that may announce the annex behind it; the line behind them may, too."""
_CLOSE_REACH: Final = 8
"""Lines behind the body that may sign it."""
_BAR: Final = 6
"""Lines of a bar of tools."""
_TABLE: Final = int(Mark.TABLE)
_FRAME: Final = int(Mark.FRAME | Mark.FORM)


def lines_behind(view: View, layout: Layout, own: Sequence[Line], matches: LineMatches) -> frozenset[int]:
    """The lines behind the body that go on with the document; ``own`` are its lines so far."""
    return _annex(view, layout, own, matches) or _close(view, layout, own, matches) or _note(view, layout)


def _annex(view: View, layout: Layout, own: Sequence[Line], matches: LineMatches) -> frozenset[int]:
    """Lines behind the body that go on with an annex: its label or the title that a note names stands in the body's last lines."""
    noted = {title_key(fold(item.value)) for item in opening.attachment_notes(own, 0, len(own))[0]}
    tail = [*own[-_ANNEX_REACH:], *view.lines[layout.last : layout.last + 1]]
    if not any(ANNEX_LABEL.fullmatch(line.fold) or title_key(line.fold) in noted for line in tail):
        return frozenset()
    lines = view.lines
    stop = layout.last
    # A bare number is a counter elsewhere, and a cell of a table here.
    while (
        stop < len(lines)
        and not (matches.is_boilerplate(stop) and not lines[stop].marks & _TABLE)
        and not (lines[stop].link or lines[stop].marks & _FRAME)
    ):
        stop += 1
    return frozenset(range(layout.last, stop))


def _close(view: View, layout: Layout, own: Sequence[Line], matches: LineMatches) -> frozenset[int]:
    """Lines right behind the body that sign and date it: names with a date, what stands between the text and them, a note."""
    first = layout.last
    # A share bar may stand between the text and its signature.
    while first < min(layout.last + _BAR, len(view.lines)) and _is_frame(view, first, matches):
        first += 1
    near: list[Line] = []
    for line in view.lines[first : first + _CLOSE_REACH]:
        if _is_frame(view, line.index, matches):
            break
        near.append(line)
    closing = next((one for one in find_closings(near, 0) if one.names), None) if near else None
    if closing is None or layout.first >= layout.last or find_closings(own, len(own) // 2):
        return frozenset()
    last = closing.last + (closing.last < len(near) and note_of(near[closing.last]) is not None)
    return frozenset(range(first, first + last))


def _is_frame(view: View, index: int, matches: LineMatches) -> bool:
    line = view.lines[index]
    return matches.is_boilerplate(index) or line.link > 0 or bool(line.marks & _FRAME)


def _note(view: View, layout: Layout) -> frozenset[int]:
    """附注 right behind the body, which its edge may have left out: 公开方式：主动公开 looks like a row of a frame."""
    below = view.lines[layout.last : layout.last + 1]
    return frozenset(line.index for line in below if note_of(line) and not line.link)
