"""Whether a page still is of the template that its source was learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.matching.line_matches import LineMatches
    from policytext.rules import Source

__all__ = ["drift_note"]

_CONSTANT = 0.9
"""Share of the documents from which on a line of frame, or a place of the body, is one of every page."""
_TELLING = 4
"""Lines of every page that a source must know before their absence says anything."""
_LEFT = 1 / 2
"""Share of those lines under which the page is of another template."""


def drift_note(source: Source, matches: LineMatches, form: str, *, placed: bool) -> tuple[str, ...]:
    """A note where a page lacks what was on every page the source was learned from; nothing for a source that a person wrote.

    Args:
        source: The page's source.
        matches: What the lines of the page match.
        form: ``html`` or ``text``; a dump has no places.
        placed: Whether one of the source's places held the body.
    """
    known = [item for item in source.evidence if item.of]
    places = [item for item in known if item.subject == "place"]
    seen = sum(item.documents for item in places)
    if places and form == "html" and not placed and seen >= _CONSTANT * places[0].of:
        return (f"template drift: none of the places that source {source.key} knows holds the text",)
    constant = {
        item.name
        for item in known
        if item.subject in ("frame", "end") and item.documents >= _CONSTANT * item.of
    }
    if len(constant) >= _TELLING:
        found = len(constant & matches.rules())
        if found < _LEFT * len(constant):
            return (
                f"template drift: {found} of {len(constant)} lines that were on every page of source {source.key}",
            )
    return ()
