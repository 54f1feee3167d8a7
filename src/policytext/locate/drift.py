"""Whether a page still is of the template that its source was learned from."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.rules import Evidence, Source

__all__ = ["drift_note"]

_CONSTANT = 0.9
"""Share of the documents from which on a line of frame, or a place of the body, is one of every page."""
_TELLING = 4
"""Lines of every page that a source must know before their absence says anything."""
_LOST = 1 / 3
"""Share of those lines that must be missing: a module of several lines may be left out of a page, and sites keep their menus when they
change their template."""
_CHANCE = 0.001
"""A page that lacks so many by chance, in one of so many pages of the same template, is of another."""


def drift_note(source: Source, matches: LineMatches, form: str, *, placed: bool) -> tuple[str, ...]:
    """A note where a page lacks what was on every page the source was learned from; nothing for a source that a person wrote.

    Args:
        source: The page's source.
        matches: What the lines of the page match.
        form: ``html`` or ``text``; a dump has no places.
        placed: Whether one of the source's places held the body.
    """
    known = [item for item in source.evidence if item.of]
    if form == "html" and not placed and _has_constant_place(known):
        return (f"template drift: none of the places that source {source.key} knows holds the text",)
    frame = [item for item in known if item.subject in ("frame", "end")]
    constant = {
        item.name: (item.of - item.documents, item.of)
        for item in frame
        if item.documents >= _CONSTANT * item.of
    }
    if len(constant) < _TELLING:
        return ()
    missing = len(constant.keys() - matches.rules())
    if not _are_too_many(missing, list(constant.values())):
        return ()
    found = f"{len(constant) - missing} of {len(constant)}"
    return (f"template drift: {found} lines that were on every page of source {source.key}",)


def _has_constant_place(known: Sequence[Evidence]) -> bool:
    """Whether one of the places held the text of nearly every page the source was learned from."""
    places = [item for item in known if item.subject == "place"]
    return bool(places) and sum(item.documents for item in places) >= _CONSTANT * places[0].of


def _are_too_many(missing: int, lines: list[tuple[int, int]]) -> bool:
    """Whether more of a template's lines are missing than a page of it may lack, and than chance lets it lack."""
    return missing > _LOST * len(lines) and _by_chance(missing, lines) < _CHANCE


def _by_chance(missing: int, lines: list[tuple[int, int]]) -> float:
    """How likely a page of the template lacks so many lines; of each line, on how many documents it was missing, and of how many.

    A line that was on all of ten documents may be missing on one of twenty (Jeffreys' rule): few documents prove little.
    """
    rate = sum((lost + 0.5) / (of + 1) for lost, of in lines) / len(lines)
    return sum(
        comb(len(lines), count) * rate**count * (1 - rate) ** (len(lines) - count)
        for count in range(missing, len(lines) + 1)
    )
