"""Lines that are one though something stands between their parts: marks of markup, hidden text, a line end amid a sentence.

A run marked ``CONTINUED`` goes on with the line of the run before it. What is between the two is taken out of the text that
rules and fields see, as a deletion with a map back, like a gloss; the ledger keeps it as a piece of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from policytext.models.page import UNSEEN, Mark
from policytext.models.script import Change, NormalizedText
from policytext.models.spans import Span, merge

if TYPE_CHECKING:
    from policytext.models.page import Page

__all__ = ["Joined", "join"]

_CONTINUED = int(Mark.CONTINUED)


class Joined(NamedTuple):
    """A text without what stands inside its lines.

    ``text`` has the repairs and the deletions; ``inner`` are the spans of ``Page.text`` that are not displayed and
    stand inside a line, each to become a piece of its own.
    """

    text: NormalizedText
    inner: frozenset[Span]


def join(page: Page, repaired: NormalizedText) -> Joined:
    """Take out what stands between a run and the one that goes on with its line.

    Args:
        page: The page.
        repaired: Its text, repaired. Its changes stay; a deletion that would overlap one is not made.
    """
    cuts: list[Span] = []
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


def _between(text: str, end: int, start: int, hidden: list[Span]) -> list[Span]:
    """What goes between two parts of a line: what is hidden, and white space that holds a line end."""
    out: list[Span] = []
    at = end
    for span in (*hidden, Span(start, start)):
        if at < span.start and "\n" in text[at : span.start]:
            out.append(Span(at, span.start))
        if span.start < span.end:
            out.append(span)
        at = span.end
    return merge(out)


def _without(repaired: NormalizedText, cuts: list[Span]) -> NormalizedText:
    source = repaired.source
    changes: list[Change] = []
    there = list(repaired.changes)
    at = 0
    last = 0
    for cut in cuts:
        while at < len(there) and there[at].span.end <= cut.start:
            changes.append(there[at])
            last = there[at].span.end
            at += 1
        if cut.start < last or (at < len(there) and there[at].span.start < cut.end):
            continue
        changes.append(Change("join", cut, cut.cut(source), ""))
        last = cut.end
    changes += there[at:]
    edited = NormalizedText(source, source, tuple(changes))
    return evolve(edited, text=edited.replay())
