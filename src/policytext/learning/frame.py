"""Which repeated lines are frame.

"Seen twice" is not a reason: telephones, heads, addressees and closing forms are seen on many pages of a site and are text on each. A line
inside the bodies becomes frame where its place tells, or its own words do; in doubt it stays, and the report says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from policytext.learning.protected import protects, says_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.learning.observe import Observation

__all__ = ["FrameLine", "find_frame"]

_SEEN = 3
"""Documents on which a line must be seen: two may be an article and its correction."""
_SEEN_TOLD = 2
"""The same for a line that says of itself that it is frame."""
_SEEN_ASIDE = 4
"""The same for a line at the edge of some bodies only."""
_BESIDE = 2
"""A line is beside the text that stands inside it on one page in so many at most."""
_RARE = 20
"""A line that is not in one document of so many is not worth a rule."""
_SHARED = 1.0
"""Other lines that the documents of a line share inside their bodies, on average, from which they are a series (reports of every month)."""
_SHORTEST = 2
"""Code points: one character alone (上, 下, a bullet) says nothing of the line it stands for."""


class FrameLine(NamedTuple):
    """A repeated line and what was made of it. ``inside``: it stood in bodies; ``beside``: not in most; ``frame`` false: it was kept."""

    key: int
    documents: int
    inside: bool
    beside: bool
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
    for page in documents:
        seen.update({line.key for line in page.lines})
        within.update({line.key for line in page.lines if line.inside})
    judge = _Judge(documents, lines, seen, within)
    found: list[FrameLine] = []
    for key, told in _repeated(documents, lines, seen):
        count, against = seen[key], protects(lines[key])
        if within[key]:
            why = None if against else judge.reason(key, told=told)
            doubt = against or "repeated, but nothing tells that it is frame"
            found.append(
                FrameLine(
                    key, count, inside=True, beside=judge.beside(key), frame=why is not None, why=why or doubt
                )
            )
        elif not against and count * 2 >= len(documents):
            # What stands on fewer pages may be the headline of another page in a list of links.
            found.append(
                FrameLine(key, count, inside=False, beside=True, frame=True, why="always outside the text")
            )
    return sorted(found, key=lambda line: (-line.documents, lines[line.key]))


def _repeated(
    documents: Sequence[Observation], lines: Sequence[str], seen: Counter[int]
) -> Iterator[tuple[int, bool]]:
    """Lines seen often enough to be judged, each with whether it says of itself that it is frame."""
    # Headlines stand in lists of other pages, fields are read: neither is frame.
    titles = {page.title for page in documents}
    fields = {line.key for page in documents for line in page.lines if line.spent}
    for key, count in seen.items():
        text = lines[key]
        told = count >= _SEEN_TOLD and says_frame(text)
        often = count >= _SEEN and count * _RARE >= len(documents)
        if (told or often) and len(text) >= _SHORTEST and text not in titles and key not in fields:
            yield key, told


class _Judge:
    """Why a line that stands in bodies is frame."""

    def __init__(
        self, documents: Sequence[Observation], lines: Sequence[str], seen: Counter[int], within: Counter[int]
    ) -> None:
        repeated = {key for key, count in within.items() if count > 1 and protects(lines[key]) is None}
        self._documents = len(documents)
        self._within = within
        # Where the text is hard to tell from a list behind it, the lines of the list are taken for text on some pages.
        self._beside = {key for key in repeated if _is_beside(seen[key], within[key], len(documents))}
        self._edge, amid = _positions(documents, repeated)
        # Such a list would make a series of pages that share nothing but their neighbours, so it is left out of the count.
        self._series = _Series(documents, {number: keys - self._beside for number, keys in amid.items()})
        self._kinds: defaultdict[int, set[int]] = defaultdict(set)
        # Kinds of blocks that hold text of a document's own. A block that never does is made by the template.
        self._single_kinds: set[int] = set()
        for page in documents:
            for line in page.lines:
                if line.inside:
                    self._kinds[line.key].add(line.kind)
                    if seen[line.key] == 1:
                        self._single_kinds.add(line.kind)

    def beside(self, key: int) -> bool:
        """Whether the line stands outside the text in most documents."""
        return key in self._beside

    def reason(self, key: int, *, told: bool) -> str | None:
        """The reason, ``None`` where there is none; ``told``: the line says so itself."""
        edge = self._edge[key]
        if key in self._beside:
            return "outside the text in most documents"
        # Monthly reports repeat half their lines. Whatever else speaks for frame, those are text.
        if self._series.shares(key) >= _SHARED:
            return None
        if told:
            return "says so itself"
        if self._single_kinds.isdisjoint(self._kinds[key]):
            return "in a kind of block that holds no text of its own"
        if edge * 2 >= self._documents:
            return "at the edge of the text in half of the documents"
        if edge >= _SEEN_ASIDE and edge == self._within[key]:
            return "always at the edge of the text"
        return None


def _is_beside(seen: int, within: int, documents: int) -> bool:
    """Whether a line that most documents have stands outside the text in most of them."""
    return seen >= _SEEN and seen * 2 >= documents and within * _BESIDE <= seen


def _positions(
    documents: Sequence[Observation], repeated: set[int]
) -> tuple[Counter[int], dict[int, set[int]]]:
    """Per repeated line, how many bodies have it at an edge with nothing but repeated lines between; per document, the rest."""
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
