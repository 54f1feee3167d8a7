"""Names for what stands outside the body and nobody claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.page.layout import Layout
    from policytext.page.view import Line

__all__ = ["outside_names"]

_MENU = 3
"""Lines that make a menu: two short ones may be a name and a date."""
_MENU_WIDTH = 34
"""Code points of the longest line of a menu: a headline in a list is seldom longer, a sentence of a notice often."""
_STOPS = "。！？；!?"
# Of shadows, in which every bullet is one of these.
_BULLETS = "·*>-"


def outside_names(lines: Sequence[Line], layout: Layout) -> list[str]:
    """Per line, the rule for it should it turn out to be outside the body and named by nobody.

    A run of three or more short lines without a full stop is a menu; behind the body it is a list of links where something tells
    links: markup, or the bullets that extractors put before them.
    """
    names = ["generic/outside-body"] * len(lines)
    start = 0
    count = len(lines)
    menu_like = [line.end - line.start <= _MENU_WIDTH and line.text[-1] not in _STOPS for line in lines]
    # A run begins anew at the edges of the body.
    edges = (layout.first, layout.last)
    while start < count:
        stop = start
        if menu_like[start]:
            stop += 1
            while stop < count and menu_like[stop] and stop not in edges:
                stop += 1
        if stop - start >= _MENU:
            listed = start >= layout.first and _are_links(lines[start:stop])
            names[start:stop] = ["generic/link-list" if listed else "generic/menu"] * (stop - start)
        start = max(stop, start + 1)
    return names


def _are_links(lines: Sequence[Line]) -> bool:
    """Whether half of the lines are links, by markup or by a bullet."""
    links = [line for line in lines if line.link * 2 > line.end - line.start or line.fold[0] in _BULLETS]
    return len(links) * 2 >= len(lines)
