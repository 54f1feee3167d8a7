"""The most likely readings of a lattice, with how likely each is.

A dynamic program over the places where a word may begin. Each keeps its few best texts; from there every word that the
lattice can spell is tried, along the tries of the word model. What falls far behind the best of its place is dropped.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from attrs import define

from policytext.script.repair.gbk import ANY, HIGH, LOW
from policytext.script.repair.lattice import Node
from policytext.script.repair.words import UNKNOWN, Trie, by_itself, joint_cost, single, word_trie

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Sized

    from policytext.script.repair.lattice import Edge

    Turns: TypeAlias = tuple[tuple[int, int], ...]

__all__ = ["Lattice", "Reading", "Work", "best_readings"]

_KEPT = 8
_BEAM = 22.0


class Lattice(Protocol):
    """What is searched: the places of a text, and what may stand at each."""

    @property
    def shown(self) -> Sized:
        """The places."""
        ...

    def edges(self, node: Node) -> list[Edge]:
        """What may come next."""
        ...

    def within(self, node: Node, following: Trie) -> Iterator[tuple[str, Edge]]:
        """What may come next inside a word that goes on with one of ``following``."""
        ...


class Reading(NamedTuple):
    """A text that the bytes allow.

    Attributes:
        score: Logarithm of how likely it is.
        text: The text.
        turns: Where the bytes leave step and come back: index of the token, place in the text.
        isolated: How many characters that were out of step are in no word.
        guesses: How many bytes nothing shown tells, beside the first and the last of a run.
        lonely: How many characters are in no word, wherever they stand.
    """

    score: float
    text: str
    turns: Turns = ()
    isolated: int = 0
    guesses: int = 0
    lonely: int = 0

    @property
    def runs(self) -> list[tuple[int, int, int, int]]:
        """Of each run: its first token, where it begins in the text; one past its last token, where it ends."""
        return [
            (start, low, end, high)
            for (start, low), (end, high) in zip(self.turns[::2], self.turns[1::2], strict=False)
        ]


_score = attrgetter("score")


@define
class Work:
    """How much searching a text may still cause, in words that are tried: some 50 microseconds each."""

    left: int


def best_readings(lattice: Lattice, *own: Trie, work: Work | None = None) -> list[Reading]:
    """The likeliest readings of the whole lattice that end in step, best first.

    Args:
        lattice: What is searched.
        own: Words of the document, beside those of the table.
        work: What was tried is taken off it.
    """
    search = _Search(lattice, own)
    found = search.run()
    if work is not None:
        work.left -= search.tried
    return found


class _Search:
    def __init__(self, lattice: Lattice, own: Sequence[Trie]) -> None:
        self._lattice = lattice
        self._last = len(lattice.shown)
        self._own = own
        self._tries = (word_trie(), *own)
        self._places: dict[Node, dict[str, Reading]] = {Node(0): {"": Reading(0.0, "")}}
        self._waiting: list[set[Node]] = [set() for _ in range(self._last + 1)]
        self._waiting[0].add(Node(0))
        # Below this a reading of the place is dropped.
        self._floors = [-1e9] * (self._last + 1)
        self.tried = 0

    def run(self) -> list[Reading]:
        ends: dict[str, Reading] = {}
        for at in range(self._last + 1):
            waiting = self._waiting[at]
            while waiting:
                # A stripped pair moves on without taking a token: what has fewer of them comes first.
                node = min(waiting, key=lambda each: (each.gaps, 0 < each.pending <= ANY))
                waiting.discard(node)
                table = self._places.pop(node)
                found = [each for each in table.values() if each.score > self._floors[at]]
                found = sorted(found, key=_score, reverse=True)[:_KEPT]
                if at < self._last:
                    if found:
                        self._expand(node, found)
                elif not node.pending:
                    for reading in found:
                        if reading.text not in ends or ends[reading.text].score < reading.score:
                            ends[reading.text] = reading
        return sorted(ends.values(), key=_score, reverse=True)[:_KEPT]

    def _expand(self, node: Node, found: Sequence[Reading]) -> None:
        for edge in self._lattice.edges(node):
            turns = _turn(edge, node, 0)
            if not edge.char:
                # Only the step changes.
                self._offer(found, edge, "", edge.cost, turns, edge.guesses)
                continue
            share = single(edge.folded)
            for trie in self._own:
                share = max(share, trie.get(edge.folded, {}).get("", UNKNOWN))
            lonely = not by_itself(edge.folded)
            # A stripped pair is two halves of two characters: that these make one word is the only evidence for it.
            apart = node.pending in (HIGH, LOW)
            odd = int(apart or (lonely and (node.pending > 0 or edge.turn != "")))
            if share > UNKNOWN or not odd or node.pending > ANY:
                self._offer(
                    found,
                    edge,
                    edge.char,
                    share + edge.cost,
                    turns,
                    edge.guesses,
                    (odd, int(lonely and 0 < node.at < self._last - 1)),
                )
            if edge.more:
                continue
            alone = (int(apart), 0)
            for trie in self._tries:
                following = trie.get(edge.folded)
                if following:
                    self._longer(found, edge, following, turns, alone)

    def _longer(
        self, found: Sequence[Reading], first: Edge, trie: Trie, turns: Turns, alone: tuple[int, int]
    ) -> None:
        within = self._lattice.within
        stack = [(first.to, trie, first.char, first.cost, turns, first.guesses)]
        while stack:
            node, here, text, cost, turned, before = stack.pop()
            for char, edge in within(node, here):
                guesses = before + edge.guesses
                all_turns = (*turned, *_turn(edge, node, len(text))) if edge.turn else turned
                if not char:
                    stack.append((edge.to, here, text, cost + edge.cost, all_turns, guesses))
                    continue
                following = here[char]
                longer = text + edge.char
                share = following.get("")
                if share is not None:
                    self._offer(found, edge, longer, share + cost + edge.cost, all_turns, guesses, alone)
                if not edge.more and len(following) > (share is not None):
                    stack.append((edge.to, following, longer, cost + edge.cost, all_turns, guesses))

    def _offer(
        self,
        found: Sequence[Reading],
        edge: Edge,
        word: str,
        cost: float,
        turns: Turns,
        guesses: int,
        alone: tuple[int, int] = (0, 0),
    ) -> None:
        self.tried += 1
        target = edge.to
        floor = self._floors[target.at]
        if found[0].score + cost < floor:
            return
        table = self._places.get(target)
        if table is None:
            table = self._places[target] = {}
            self._waiting[target.at].add(target)
        added = word + edge.more
        for reading in found:
            score = reading.score + cost
            if score < floor:
                return
            if word and reading.text:
                score += joint_cost(reading.text, word[0])
            text = reading.text + added
            old = table.get(text)
            if old is None or old.score < score:
                moved = tuple((at, offset + len(reading.text)) for at, offset in turns)
                table[text] = Reading(
                    score,
                    text,
                    reading.turns + moved,
                    reading.isolated + alone[0],
                    reading.guesses + guesses,
                    reading.lonely + alone[1],
                )
                if score - _BEAM > floor:
                    floor = self._floors[target.at] = score - _BEAM


def _turn(edge: Edge, node: Node, offset: int) -> Turns:
    if edge.turn == "open":
        return ((node.at, offset),)
    if edge.turn == "close":
        return ((edge.to.at, offset + len(edge.char) + len(edge.more)),)
    return ()
