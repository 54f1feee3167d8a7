"""Where the body is on the pages of a site: the block that holds it, by id, class or path."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from policytext.learning.observe import Observation

__all__ = ["Place", "find_places"]

_FEW = 3
_SOME = 5
"""A place is believed that was seen on five documents and on half of them, or on all of at least three. On a page it counts, like any, only
where the search for running text agrees."""
_HOLDS = 0.97
"""Share of a body's own text that its place has to hold: a caption or a note may stand beside it."""
_ROOM = 0.5
"""How much else, as a share of the body, may stand in a place: frame inside the block is common, a whole page is not a place."""
_LOOSE = 0.04
"""How much of that, as a share of the body, may have stood on the one page only and not be text: in the place it would be, and no rule
would take it."""
_FRAME = 200
"""Code points of frame that a place may hold beside that, under a short text."""
_NAME = re.compile(r"[#.][^#./]+")


class Place(NamedTuple):
    """``where`` is written as `Source.body` takes it."""

    where: str
    documents: int
    of: int


class _Page(NamedTuple):
    """One page, per node.

    Attributes:
        own: Code points of the body's own text below it.
        all: Code points of everything below it.
        loose: Code points of what stood on this page only, is not text, and not frame that a rule knows.
        blocks: The nodes that may be the body's place.
    """

    own: list[int]
    all: list[int]
    loose: list[int]
    blocks: list[int]


def find_places(
    documents: Sequence[Observation],
    lines: Sequence[int],
    kinds: Sequence[str],
    framed: Collection[int] = (),
) -> list[Place]:
    """Places of the body, best first; empty where the pages agree on none.

    Args:
        documents: One page for each document.
        lines: Per line of the vocabulary, in how many documents it was seen; what was seen once is a document's own.
        kinds: The paths behind the numbers of the kinds.
        framed: Lines that a learned rule takes by how they begin.
    """
    pages = [page for page in documents if page.form == "html"]
    sums = [_sums(page, lines, framed) for page in pages]
    open_ = [number for number, page in enumerate(sums) if page.blocks]
    found: list[Place] = []
    count = len(pages)
    # Pages on which no block would do speak against every place, as pages do that another place holds.
    without = count - len(open_)
    while len(open_) >= _FEW:
        best = _best(pages, sums, open_, kinds)
        if best is None:
            break
        where, holders = best
        left = len(open_) + without
        if not ((len(holders) >= _SOME and len(holders) * 2 >= left) or len(holders) == left >= _FEW):
            break
        found.append(Place(where, len(holders), count))
        # A site may have a second template: what is left is asked again, without the pages that are explained.
        open_ = [number for number in open_ if number not in holders]
    return found


def _sums(page: Observation, seen: Sequence[int], framed: Collection[int]) -> _Page:
    own, every, loose = _held(page, seen, framed)
    blocks = [
        node
        for node in range(len(page.parents))
        if own[node] >= _HOLDS * own[0] > 0
        and every[node] - own[node] <= _ROOM * own[node] + _FRAME
        and loose[node] <= _LOOSE * own[node]
    ]
    # A block that holds the headline and byline too is the place only where no block within it holds the text.
    headed = _headed(page)
    return _Page(own, every, loose, [node for node in blocks if not headed[node]] or blocks)


def _held(
    page: Observation, seen: Sequence[int], framed: Collection[int]
) -> tuple[list[int], list[int], list[int]]:
    """Per node what stands in it and below it: the body's own text, everything, and loose lines; see `_Page`."""
    size = len(page.parents)
    own, every, loose = [0] * size, [0] * size, [0] * size
    for line in page.lines:
        every[line.node] += line.size
        if not (line.inside or line.known or line.spent) and seen[line.key] == 1 and line.key not in framed:
            loose[line.node] += line.size
        if line.inside and seen[line.key] == 1:
            own[line.node] += line.size
    # A node has a greater number than its parent, so backwards every child is complete before it is added.
    for node in range(size - 1, 0, -1):
        parent = page.parents[node]
        own[parent] += own[node]
        every[parent] += every[node]
        loose[parent] += loose[node]
    return own, every, loose


def _headed(page: Observation) -> list[bool]:
    """Per node, whether the headline or another field stands in it."""
    headed = [False] * len(page.parents)
    for line in page.lines:
        node = line.node
        if line.spent:
            while node >= 0 and not headed[node]:
                headed[node] = True
                node = page.parents[node]
    return headed


def _best(
    pages: Sequence[Observation], sums: Sequence[_Page], open_: Sequence[int], kinds: Sequence[str]
) -> tuple[str, set[int]] | None:
    """The place that most pages agree on; among equals the one with the least else in it, names before paths."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    spare: Counter[str] = Counter()
    for number in open_:
        page, held = pages[number], sums[number]
        first: set[str] = set()
        for node in held.blocks:
            own = held.own[node]
            for where in _names(kinds[page.paths[node]]):
                if where not in first:
                    # The outermost block of a name is met first, as when the place is looked for.
                    first.add(where)
                    holders[where].add(number)
                    spare[where] += held.all[node] - own
    if not holders:
        return None
    where = min(
        holders,
        key=lambda name: (
            -len(holders[name]),
            spare[name] // max(1, len(holders[name])),
            # An id is likelier to outlive a redesign than a class, a class than a path; a name without open numbers, than one with.
            "*" in name,
            not name.startswith("#"),
            not name.startswith("."),
            name,
        ),
    )
    return where, holders[where]


def _names(path: str) -> Iterable[str]:
    """How a block may be called: by its id, by each of its classes, by its path."""
    last = path.rsplit("/", 1)[-1]
    yield from _NAME.findall(last)
    if "/" in path:
        yield f"path:{path}"
