"""Whether the marks of a reading pair with those around it: a quotation is closed where one is open.

Words that are independent of each other cannot tell that; a line end in 。 and one in ” are about as likely.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from policytext.script.repair.common import HOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.script.repair.lattice import Token
    from policytext.script.repair.search import Reading
    from policytext.script.repair.verdict import Verdict

__all__ = ["closes_what_is_open", "marks_pair", "weighed"]

_score = attrgetter("score")

_PAIRS = dict(zip("”’）」』》】〕", "“‘（「『《【〔", strict=True))
_OPENERS = frozenset(_PAIRS.values())
# Closed in the line in which they are opened. A quotation may go on for paragraphs.
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items() if opener in "（《【〔"}
# How far back a mark is looked for that is still open: further than the line, which may have been broken.
_REACH = 200
# A page is not always well written: a reading may be right whose marks do not pair, though hardly ever.
_UNPAIRED = -5.0
_FLAT = str.maketrans("()", "（）")


def weighed(readings: list[Reading], shown: list[Token], text: str) -> list[Reading]:
    """The readings, best first again, each with what its marks say of it."""
    found = [
        reading if marks_pair(reading, shown, text) else reading._replace(score=reading.score + _UNPAIRED)
        for reading in readings
    ]
    return sorted(found, key=_score, reverse=True)


def marks_pair(reading: Reading, shown: list[Token], text: str) -> bool:
    """Whether each closing mark of its runs closes something, and each bracket opened there is closed in the line.

    Whoever cannot know is believed: where more damage stands in the line it may hold the other half of the pair.
    """
    runs = reading.runs
    if not any(
        char in _PAIRS or char in _CLOSERS for _, low, _, high in runs for char in reading.text[low:high]
    ):
        return True
    place = shown[0].start
    before = text[max(0, place - _REACH) : place]
    stop = text.find("\n", shown[-1].end)
    behind = text[shown[-1].end : stop if stop >= 0 else len(text)]
    return all(
        # What stands before a tag may begin in another line of the source.
        shown[end - 1].tag
        or _pair_in(reading.text[low:high], before + reading.text[:low], reading.text[high:] + behind)
        for _, low, end, high in runs
    )


def _pair_in(run: str, before: str, behind: str) -> bool:
    waiting = _waiting(before.translate(_FLAT))
    known = not _damaged(before[before.rfind("\n") + 1 :]) and before.count('"') % 2 == 0
    for char in run:
        if char in _OPENERS:
            waiting.append(char)
        elif char in _PAIRS:
            if _PAIRS[char] in waiting:
                # What was opened since then was lost.
                while waiting.pop() != _PAIRS[char]:
                    pass
            elif known:
                return False
    rest = behind.split("\n", 1)[0].translate(_FLAT)
    opened = [char for char in waiting if char in _CLOSERS and char in run]
    return _damaged(rest) or all(_CLOSERS[char] in rest for char in opened)


def _damaged(line: str) -> bool:
    return "?" in line or HOLE in line


def closes_what_is_open(verdict: Verdict, shown: list[Token], text: str) -> bool:
    """Whether each closing mark of which nothing is shown but the damage closes what its line has open."""
    for first, low, end, high in verdict.reading.runs:
        last = shown[end - 1]
        ended = verdict.text[low:high].rstrip("\n<\ufffd")
        if not last.sign or last.gloss or ended[-1:] not in _PAIRS:
            continue
        place = shown[first].start
        waiting = _waiting(text[text.rfind("\n", 0, place) + 1 : place] + ended[:-1])[-1:]
        # What stands before a tag may begin in another line of the source.
        if waiting != [_PAIRS[ended[-1]]] and (waiting or not last.tag):
            return False
    return True


def _waiting(line: Iterable[str]) -> list[str]:
    """The marks of a line that are opened and not closed."""
    waiting: list[str] = []
    for char in line:
        if char in _OPENERS:
            waiting.append(char)
        elif waiting and _PAIRS.get(char) == waiting[-1]:
            waiting.pop()
    return waiting
