"""A text without a sentence, in a dump: a poem, a list of names, a post with a clause a line.

Nothing in its lines tells them from a menu. Where they stand does: right below the row that says when or by whom the page was published,
many of them in a row, none a link, a label, a date or a word of the site's, and above the first line of frame.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.locate.line_shapes import SHAPES, shapes_of
from policytext.page.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line, View

__all__ = ["verses"]

_ROW = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d|(?:(?:发布|发表)(?:时间|日期|于)?|时间|日期)\s?[:/]"
)
_LONGEST_ROW = 60
_ROWS = 3
"""Rows with a date that are looked below: the others are of comments and other articles."""
_NEAR = 12
"""Lines below such a row in which the text has to begin."""
_OF_BYLINE = 4
"""Lines below the date that may be more of the byline: a label, a name, a count."""
_FEWEST = 6
"""Lines of such a text: fewer are tags, names, a pair of buttons."""
_LONGEST = 40
_WORD = 4
"""Code points of the columns of a menu; of a text few lines are so short."""
_NOT_FREE = sum(
    1 << SHAPES.index(name)
    for name in ("dated", "label", "phone", "furniture", "bullet", "template", "number", "latin")
)


def verses(view: View, matches: LineMatches) -> Layout | None:
    """The lines of such a text; ``None`` where no row has enough of them below it."""
    lines = view.lines
    rows = 0
    for line in lines:
        if len(line) > _LONGEST_ROW or line.link * 2 > len(line) or not _ROW.search(line.fold):
            continue
        found = _below(lines, matches, line.index + 1)
        if found is not None:
            return found
        rows += 1
        if rows == _ROWS:
            break
    return None


def _below(lines: Sequence[Line], matches: LineMatches, start: int) -> Layout | None:
    first = start
    for index in range(start, len(lines)):
        if _is_free(lines[index], matches):
            continue
        if _reads(lines[first:index]):
            return Layout(first, index, None, first)
        first = index + 1
        # A count of comments may stand in the byline itself.
        if (matches.says_end(index) and index - start > _OF_BYLINE) or first - start > _NEAR:
            return None
    return Layout(first, len(lines), None, first) if _reads(lines[first:]) else None


def _is_free(line: Line, matches: LineMatches) -> bool:
    return (
        line.index not in matches
        and not line.link
        and len(line) <= _LONGEST
        and not shapes_of(line) & _NOT_FREE
    )


def _reads(lines: Sequence[Line]) -> bool:
    return len(lines) >= _FEWEST and sum(len(line) > _WORD for line in lines) * 2 > len(lines)
