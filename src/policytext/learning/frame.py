"""Which repeated lines are frame.

"Seen twice" is no reason: telephones, heads, addressees and closing forms are seen on many pages of a site and are text on each. A line
inside the bodies becomes frame where its place tells, or its own words do; in doubt it stays, and the report says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from policytext.learning.protected import protects, says_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.learning.observe import Observation

__all__ = ["FrameLine", "find_frame"]

_SEEN = 3
"""Documents on which a line must be seen: two may be an article and its correction."""
_SEEN_TOLD = 2
"""The same for a line that says of itself that it is frame."""
_SEEN_ASIDE = 4
"""The same for a line at the edge of some bodies only."""
_RARE = 20
"""A line that is not in one document of so many is not worth a rule."""
_SHARED = 1.0
"""Other lines that the documents of a line share inside their bodies, on average, from which they are a series (reports of every month)."""
_SHORTEST = 2


class FrameLine(NamedTuple):
    """A repeated line and what was made of it. ``inside``: it stood in bodies; ``frame`` false: it was kept."""

    key: int
    documents: int
    inside: bool
    frame: bool
    why: str


def find_frame(documents: Sequence[Observation], lines: Sequence[str]) -> list[FrameLine]:
    """The repeated lines of a site that are frame, and those that are not for sure.

    Args:
        documents: One page for each document.
        lines: The texts behind the numbers, masked.

    Returns:
        Most common first; lines that are seen alike, in the order of their texts.
    """
    seen, within = Counter[int](), Counter[int]()
    titles = {page.title for page in documents}
    for page in documents:
        seen.update({line.key for line in page.lines})
        within.update({line.key for line in page.lines if line.inside})
    single_kinds = {
        line.kind for page in documents for line in page.lines if line.inside and seen[line.key] == 1
    }
    repeated = {key for key, count in within.items() if count >= 2 and protects(lines[key]) is None}
    edge, amid = _positions(documents, repeated)
    fields = {line.key for page in documents for line in page.lines if line.spent}
    kinds: defaultdict[int, set[int]] = defaultdict(set)
    for page in documents:
        for line in page.lines:
            if line.inside:
                kinds[line.key].add(line.kind)
    series = _Series(documents, amid)
    found: list[FrameLine] = []
    for key, count in seen.items():
        text = lines[key]
        told = count >= _SEEN_TOLD and says_frame(text)
        if not (told or (count >= _SEEN and count * _RARE >= len(documents))):
            continue
        if len(text) < _SHORTEST or text in titles:
            continue
        if key in fields:
            continue
        if not within[key]:
            if protects(text) is None:
                found.append(FrameLine(key, count, False, True, "always outside the text"))
            continue
        why = protects(text)
        if why is not None:
            found.append(FrameLine(key, count, True, False, why))
            continue
        why = None
        if series.shares(key) < _SHARED:
            if told:
                why = "says so itself"
            elif single_kinds.isdisjoint(kinds[key]):
                why = "in a kind of block that holds no text of its own"
            elif edge[key] * 2 >= len(documents):
                why = "at the edge of the text in half of the documents"
            elif edge[key] >= _SEEN_ASIDE and edge[key] == within[key]:
                why = "always at the edge of the text"
        doubt = "repeated, but nothing tells that it is frame"
        found.append(FrameLine(key, count, True, why is not None, why or doubt))
    return sorted(found, key=lambda line: (-line.documents, lines[line.key]))


def _positions(
    documents: Sequence[Observation], repeated: set[int]
) -> tuple[Counter[int], dict[int, set[int]]]:
    """In how many documents a repeated line stands at an edge of the body with nothing but repeated lines between; and, per document,
    the lines amid the body."""
    edge: Counter[int] = Counter()
    amid: dict[int, set[int]] = {}
    for number, page in enumerate(documents):
        body = [line.key for line in page.lines if line.inside]
        at_edge: set[int] = set()
        for keys in (body, body[::-1]):
            for key in keys:
                if key not in repeated:
                    break
                at_edge.add(key)
        # A body of repeated lines only has no edge.
        if len(at_edge) == len(set(body)):
            at_edge = set()
        edge.update(at_edge)
        amid[number] = set(body) - at_edge
    return edge, amid


class _Series:
    """Whether the documents that hold a line share others amid their texts too: reports of one kind share heads and lead-ins."""

    def __init__(self, documents: Sequence[Observation], amid: dict[int, set[int]]) -> None:
        self._amid = amid
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        for number, page in enumerate(documents):
            for key in {line.key for line in page.lines if line.inside}:
                self._holders[key].append(number)

    def shares(self, key: int) -> float:
        """How many other lines amid the text a document of the line shares with half of the others, on average."""
        holders = self._holders[key]
        if len(holders) < 2:
            return 0.0
        counts = Counter(other for number in holders for other in self._amid[number] if other != key)
        common = sum(count for count in counts.values() if count * 2 >= len(holders) and count > 1)
        return common / len(holders)
