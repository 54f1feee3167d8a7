"""Byline rows: whether a line is one, and what it says.

A byline row (``21-12-21 09:08 来源:某某网-某某晚报 编辑:某某``) consists of dates, labels with values, counters, buttons, and bare
words that tables know: a paper, an office, a person, a place. A sentence may hold any of these too; what tells them
apart is what remains: of a row nearly nothing, of a sentence nearly all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.byline_labels import LABELS
from policytext.fields.grammar.dates import find_dates
from policytext.fields.grammar.readings import Readings
from policytext.fields.grammar.row_marks import find_marks
from policytext.fields.grammar.row_parts import PEOPLE, Part, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.fields.grammar.dates import DateHit

__all__ = ["PEOPLE", "Part", "Row", "read_row"]

_ICON: Final = re.compile("[\ue000-\uf8ff\u2300-\u23ff\u2600-\u27bf\ufe0e\ufe0f\U0001f000-\U0001faff]")
_LINE_LIMIT: Final = 240
_PLAIN_LIMIT: Final = 60
"""A line with no colon and no date is a row only if it is short."""


def read_row(
    folded: str, text: str | None = None, labels: Mapping[str, str] = LABELS, seams: Sequence[int] = ()
) -> Row:
    """Cut a line into parts.

    Args:
        folded: The line's shadow.
        text: The line as displayed, same length; names are cut from it. Defaults to ``folded``.
        labels: Label without blanks → role; those in common use, or with a site's own.
        seams: Where inline elements meet in the line without a blank: two words more likely than one.

    Returns:
        The parts in order. A line that is too long for a row (over 240 characters) or holds neither a label, a date nor
        an address gives no parts and counts as unexplained.
    """
    if not folded.isascii() and _ICON.search(folded):
        # Fonts of icons and pictograms stand where others set a blank.
        folded = _ICON.sub(" ", folded)
        text = _ICON.sub(" ", folded if text is None else text)
    total = len(folded) - folded.count(" ")
    if len(folded) > _LINE_LIMIT:
        return Row((), total, total)
    dates = find_dates(folded) or _behind_figures(folded, seams)
    marks = find_marks(folded, dates, labels, seams)
    if not any(mark.kind != "plain" or not mark.glued for mark in marks) or (
        len(folded) > _PLAIN_LIMIT and not any(mark.kind != "plain" for mark in marks)
    ):
        return Row((), total, total)
    return Readings(folded, folded if text is None else text, dates, marks, seams).best(total)


def _behind_figures(folded: str, seams: Sequence[int]) -> list[DateHit]:
    """The date that a line holds behind a seam between figures: 浏览：12|2024-05-18."""
    for seam in seams:
        if folded[seam - 1].isdigit() and folded[seam].isdigit():
            hits = find_dates(folded[seam:])
            if hits:
                return [hits[0]._replace(start=hits[0].start + seam, end=hits[0].end + seam)]
    return []
