"""Dates that run over several lines: the sheet of a calendar, whose day is a large figure over year and month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.dates import YEAR, find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.dates import DateHit

__all__ = ["stacked_date"]

# One line of a date that runs over several: a day, a month and a day, a year and a month, a clock.
_PIECE: Final = re.compile(
    rf"/? ?(?:\d{{1,2}} ?[日号]?|\d{{1,2}}[-/.月] ?\d{{1,2}} ?日?|{YEAR} ?年?|{YEAR} ?[-/.年] ?\d{{1,2}} ?月?|\d{{1,2}}:\d\d(?::\d\d)?|"
    rf"{YEAR} \d\d/ ?\d\d) ?/?"
)
_PIECE_LENGTH: Final = 12
_PIECES: Final = 3


def stacked_date(lines: Sequence[str]) -> tuple[DateHit, int] | None:
    """A date that only two or three lines together give: ``21`` / ``2024年02月``; ``2020`` / ``07/08`` / ``16:37``.

    Args:
        lines: Folded lines that follow each other.

    Returns:
        The date and how many lines it takes; its offsets mean nothing. ``None`` where the first line is a date by itself, or
        no part of one.
    """
    pieces: list[str] = []
    for line in lines[:_PIECES]:
        if len(line) > _PIECE_LENGTH or not _PIECE.fullmatch(line):
            break
        pieces.append(line.strip(" /"))
    if len(pieces) < 2 or find_dates(lines[0]):
        return None
    for count in range(len(pieces), 1, -1):
        taken = pieces[:count]
        day, rest = taken[0], taken[1:]
        # The large figure of a calendar sheet is the day, or month and day; what stands below says of which month or year.
        text = (
            " ".join(taken)
            if re.match(YEAR, day)
            else f"{rest[0].rstrip('-/.年月')}-{day} {' '.join(rest[1:])}"
        )
        text = re.sub(r"[-/.年月](?=\d)", "-", re.sub(rf"^({YEAR}) (?=\d\d?[-/.月])", r"\1-", text)).rstrip(
            "日号 "
        )
        hits = find_dates(text)
        if hits and hits[0].start == 0 and hits[0].end >= len(text.rstrip()) and hits[0].precision != "month":
            return hits[0], count
    return None
