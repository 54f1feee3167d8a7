"""Lines that are one though something stands between their parts: marks of markup, hidden text, a line end amid a sentence.

A run marked ``CONTINUED`` goes on with the line of the run before it. What is between the two is taken out of the text that
rules and fields see, as a deletion with a map back, like a gloss; the ledger keeps it as a piece of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from policytext.models.page import UNSEEN, Mark
from policytext.models.script import Change, NormalizedText
from policytext.models.spans import Span, merge

if TYPE_CHECKING:
    from policytext.models.page import Page

__all__ = ["Joined", "rejoin"]

_CONTINUED = int(Mark.CONTINUED)
_LINE_END = re.compile("[\r\n]")


class Joined(NamedTuple):
    """A text without what stands inside its lines.

    ``text`` has the repairs and the deletions; ``inner`` are the spans of ``Page.text`` that are not displayed and
    stand inside a line, each to become a piece of its own.
    """

    text: NormalizedText
    inner: frozenset[Span]


def rejoin(page: Page, repaired: NormalizedText) -> Joined:
    """Take out what stands between a run and the one that goes on with its line.

    Args:
        page: The page.
        repaired: Its text, repaired. Its changes stay, but for those inside a deletion: a line end that was made U+000A. One that
            reaches out of it prevents it.
    """
    if not [run for run in page.runs if run[3] & _CONTINUED]:
        return Joined(repaired, frozenset())  # as on most pages
    cuts: list[tuple[Span, str]] = []
    inner: set[Span] = set()
    hidden: list[Span] = []
    end = -1
    for start, stop, _, marks, _ in page.runs:
        if marks & UNSEEN:
            hidden.append(Span(start, stop))
            continue
        if marks & _CONTINUED and end >= 0:
            inner.update(hidden)
            cuts += _between(page.text, end, start, hidden)
        hidden.clear()
        end = stop
    if not cuts:
        return Joined(repaired, frozenset())
    return Joined(_without(repaired, cuts), frozenset(inner))


def _between(text: str, end: int, start: int, hidden: list[Span]) -> list[tuple[Span, str]]:
    """What goes between two parts of a line: what is hidden, and white space that holds a line end.

    Returns:
        Each with what stands there instead: a blank between two Latin words that only a line end parted.
    """
    if not hidden:
        if not _LINE_END.search(text, end, start):
            return []
        words = (
            text[end - 1].isascii()
            and text[end - 1].isalnum()
            and text[start].isascii()
            and text[start].isalnum()
        )
        return [(Span(end, start), " " if words else "")]
    out: list[Span] = []
    at = end
    for span in (*hidden, Span(start, start)):
        if at < span.start and _LINE_END.search(text, at, span.start):
            out.append(Span(at, span.start))
        if span.start < span.end:
            out.append(span)
        at = span.end
    return [(span, "") for span in merge(out)]


def _without(repaired: NormalizedText, cuts: list[tuple[Span, str]]) -> NormalizedText:
    source = repaired.source
    changes: list[Change] = []
    there = repaired.changes
    at = last = 0
    for cut, instead in cuts:
        while at < len(there) and there[at].span.end <= cut.start:
            changes.append(there[at])
            last = there[at].span.end
            at += 1
        inside = at
        while inside < len(there) and there[inside].span.start < cut.end:
            inside += 1
        # A repair that reaches out of the cut would be torn; two lines are the lesser harm.
        if cut.start < last or any(not cut.contains(change.span) for change in there[at:inside]):
            continue
        changes.append(Change("join", cut, cut.cut(source), instead))
        last = cut.end
        at = inside
    changes += there[at:]
    edited = NormalizedText(source, source, tuple(changes))
    return evolve(edited, text=edited.replay())
