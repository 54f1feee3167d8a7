"""Where a source says the body is: a block by its name, or what stands between two comments of the publishing system.

A template is filled by many hands: the block that is named may be empty, or hold a teaser while the text stands beside it.
So a named place is taken only if it holds enough of what reads like text; else the page is searched like any other.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.page import around, below
from policytext.page.block_paths import block_paths, open_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policytext.models.page import Node
    from policytext.page.view import View

__all__ = ["Region", "declared_region", "extent"]

_TRIED = 4
"""Blocks of one name that are looked at. Editors leave several on a page (an abstract, the text, an attachment)."""

_ENOUGH = 1 / 3
"""Share of what the search found that a place elsewhere has to hold: the search may have taken to comments or teasers."""
_NEARLY_ALL = 0.8
"""The same for a place amid what the search found: a text may run on behind its block."""


class Region(NamedTuple):
    """The lines from ``first`` up to, not including, ``last``; ``node`` is the block around them."""

    first: int
    last: int
    node: int


def extent(view: View, nodes: Sequence[Node], node: int) -> tuple[int, int]:
    """First and one past the last line below a block; equal where there is none."""
    inside = below(nodes, node)
    found = [line.index for line in view.lines if inside[line.node]]
    return (found[0], found[-1] + 1) if found else (0, 0)


def declared_region(
    view: View, body: tuple[str, ...], weights: Sequence[float], searched: tuple[int, int]
) -> Region | None:
    """The first place of ``body`` that holds enough text; ``None`` if none does.

    Args:
        view: The page.
        body: Places, best first: ``"#id"``, ``".class"``, ``"tag"``, or ``"comment:FIRST|LAST"`` for the lines between
            two comments. Lower case.
        weights: What each line says for the body.
        searched: The lines that the search found.
    """
    found = _held(weights, *searched)
    for wanted in body:
        regions: Iterable[Region] = islice(_places(view, wanted), _TRIED)
        if wanted.startswith("path:"):
            # Many blocks share a path where nobody gave them names; only the one that holds most can be meant.
            best = max(_places(view, wanted), key=lambda region: _held(weights, *region[:2]), default=None)
            regions = (best,) if best else ()
        for region in regions:
            if region.first == region.last:
                continue
            apart = region.last <= searched[0] or searched[1] <= region.first
            if _held(weights, region.first, region.last) >= found * (_ENOUGH if apart else _NEARLY_ALL):
                return region
    return None


def _held(weights: Sequence[float], first: int, last: int) -> float:
    return sum(weight for weight in weights[first:last] if weight > 0)


def _places(view: View, wanted: str) -> Iterator[Region]:
    nodes = view.page.nodes
    if wanted.startswith("comment:"):
        region = _between(view, wanted[8:])
        if region is not None:
            yield region
        return
    if wanted.startswith("path:"):
        for index, path in enumerate(block_paths(nodes)):
            if path == wanted[5:]:
                yield Region(*extent(view, nodes, index), index)
        return
    name = wanted[1:]
    open_ = "*" in name
    for index, (_, tag, ident) in enumerate(nodes):
        if open_:
            ident = open_name(ident)  # noqa: PLW2901 - the name as the place writes it
        if wanted[0] == "#":
            found = ident.startswith(name) and ident.partition(".")[0] == name
        elif wanted[0] == ".":
            found = name in ident and name in ident.split(".")[1:]
        else:
            found = tag == wanted
        if found:
            yield Region(*extent(view, nodes, index), index)


def _between(view: View, marks: str) -> Region | None:
    """The lines behind the first comment that begins with one text, up to the next one that begins with the other."""
    opening, _, closing = marks.partition("|")
    start: int | None = None
    for at, comment in view.page.comments:
        text = comment.lower()
        if start is None:
            if text.startswith(opening):
                start = at
        elif text.startswith(closing):
            found = [
                line.index
                for line in view.lines
                if start <= view.source_span(line.start, line.end).start < at
            ]
            if not found:
                return None
            ends = [view.lines[found[0]].node, view.lines[found[-1]].node]
            return Region(found[0], found[-1] + 1, around(view.page.nodes, ends))
    return None
