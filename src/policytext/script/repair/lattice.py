"""The readings that bytes out of step allow, as a lattice.

In GBK a character is two bytes. A node of the lattice is a place in the shown text, and whether the bytes are in step
there: in step, or with one byte *pending*, the first half of a character whose second half comes next. An edge is a
character of the text as it was. From a pending byte the next shown character (b1 b2) gives the edge (pending b1) and
leaves b2 pending; so a run goes on until an ASCII letter, ``€`` (byte 80) or a lost byte completes a character.

Steps out of step, and back:

* ``?reading)``: a byte was lost which, with the byte before it, is a character of that reading.
* ``?`` and a full-width mark: the mark was kept in one piece. In step, it is the end of one character, whose first byte
  was lost, and the start of the next. Out of step, the lost byte ends a character and the mark is a mark.
* ``?`` alone, out of step: the lost byte ends a character and swallowed what stood behind it.
* Private-use characters are what a seventh of the shown pairs decode to, and are often stripped. Where none is in the
  document, a pair of them may be missing anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policytext.script.repair.common import HOLE
from policytext.script.repair.gbk import (
    ANY,
    HIGH,
    LOW,
    STRIPPED,
    TRAILS,
    Cell,
    between,
    cell_of,
    ending,
    pairs,
    starting,
    two_bytes,
)  # fmt: skip
from policytext.script.repair.glosses import LETTERS, plain_reading
from policytext.script.repair.readings import characters_by_reading, readings
from policytext.script.repair.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policytext.script.repair.words import Trie

__all__ = ["MARKS", "Edge", "Lattice", "Node", "Token", "kept_mark", "lost", "tokens"]

MARKS = "，。；：？！（"
"""Marks that a filter keeps in one piece."""

_READING = re.compile(rf"\(?({LETTERS}{{1,6}})\)")
_GLOSS = re.compile(rf"[(（] ?({LETTERS}{{1,6}}) ?[)）]")
_TAG = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,8}[^<>\n]{0,80}>")
_FLATTENED = {mark: chr(ord(mark) + 0xFEE0) for mark in ";:!?,("} | {".": "。"}
_STOPS = "。！？；”）"
_OPENING = "“‘（《「【〔"
# Logarithms of how likely it is that: a literal character follows a run; a letter was full-width; a line end or another
# character was swallowed; "?reading)" is what it looks like; a gloss is not one of its character's. A matching gloss is evidence.
_LITERAL, _FLAT, _NEW_LINE, _SWALLOWED, _NO_READING, _STRANGE, _READS = (
    -5.0,
    -2.0,
    -1.0,
    -6.0,
    -12.0,
    -6.0,
    3.0,
)


class Token(NamedTuple):
    """A shown character with the gloss behind it, or a sign with its reading.

    Attributes:
        start: Where it begins.
        end: Where it ends, without the gloss.
        char: The character; ``?`` or U+FFFD of a sign.
        raw: Its two bytes, if it has two.
        gloss: The reading in brackets behind it; of a sign, the reading that it stands before.
        sign: Whether a byte may have been lost here.
        last: Whether a line ends behind it.
        opened: Whether an ASCII quotation mark or bracket of its line is open, which may have been swallowed.
        tag: Whether the rest of an HTML tag follows, which lacks its ``<``.
    """

    start: int
    end: int
    char: str
    raw: bytes
    gloss: str = ""
    sign: bool = False
    tag: bool = False
    last: bool = False
    opened: bool = False

    @property
    def closes(self) -> bool:
        """Whether bytes that are out of step before it are in step behind it, whatever they are."""
        if self.sign:
            return bool(self.gloss) or self.tag
        return "@" <= self.char <= "~" or self.char == "€" or (self.raw != b"" and self.raw[1] < 0x80)


class Node(NamedTuple):
    """Place in the tokens; pending byte (0 in step; `HIGH`, `LOW` and `ANY` stand for many); pairs taken for stripped so far."""

    at: int
    pending: int = 0
    gaps: int = 0


class Edge(NamedTuple):
    """A character of the text as it was.

    Attributes:
        char: The character; empty where only the step changes.
        folded: In Simplified form.
        to: The node it leads to.
        cost: Added to the score.
        turn: ``open`` where the bytes go out of step before it, ``close`` where they are in step again behind it.
        more: What follows the character and is no part of any word: a swallowed character.
        guesses: How many bytes nothing shown tells.
    """

    char: str
    folded: str
    to: Node
    cost: float = 0.0
    turn: str = ""
    more: str = ""
    guesses: int = 0


def tokens(text: str, start: int, end: int) -> list[Token]:
    """``text[start:end]`` cut into tokens. Places are of ``text``."""
    out: list[Token] = []
    at = start
    while at < end:
        char = text[at]
        if char in "?\ufffd":
            reading = _READING.match(text, at + 1)
            stop = reading.end() if reading else at + 1
            letters = plain_reading(reading[1]) if reading else ""
            tag, last = _TAG.match(text, stop) is not None, not text[stop : stop + 1].strip("\n")
            opened = _ascii_open(text, at)
            out.append(Token(at, stop, char, b"", letters, sign=True, tag=tag, last=last, opened=opened))
            at = stop
            continue
        gloss = _GLOSS.match(text, at + 1)
        letters = plain_reading(gloss[1]) if gloss else ""
        out.append(Token(at, at + 1, char, two_bytes(char), letters))
        at = gloss.end() if gloss else at + 1
    return out


def _ascii_open(text: str, place: int) -> bool:
    line = text.rfind("\n", 0, place) + 1
    return text.count('"', line, place) % 2 == 1 or text.rfind("(", line, place) > text.rfind(
        ")", line, place
    )


def kept_mark(token: Token, *, flattened: bool) -> bytes:
    """The bytes of a mark that a filter keeps in one piece, folded to ASCII or not; none of any other character."""
    char = _FLATTENED.get(token.char, token.char) if flattened else token.char
    return two_bytes(char) if char in MARKS else b""


class Lattice:
    """The edges between the tokens of a stretch of text.

    Args:
        shown: The tokens.
        gaps: How many stripped pairs may be assumed.
        flattened: Whether full-width marks were folded to ASCII in the document.
        damaged: Whether bytes may be out of step at all; without, the text is what it looks like.
    """

    def __init__(self, shown: list[Token], *, gaps: int, flattened: bool, damaged: bool = True) -> None:
        self.shown = shown
        self._gaps = gaps
        self._flattened = flattened
        self._damaged = damaged
        self._edges: dict[Node, list[Edge]] = {}
        self._within: dict[Node, dict[str, list[Edge]]] = {}

    def edges(self, node: Node) -> list[Edge]:
        """What may come next."""
        found = self._edges.get(node)
        if found is None:
            if node.at >= len(self.shown):
                found = []
            elif node.pending:
                found = self._out_of_step(node)
            else:
                found = self._in_step(node)
            self._edges[node] = found
        return found

    def within(self, node: Node, following: Trie) -> Iterator[tuple[str, Edge]]:
        """What may come next inside a word, with its folded character; here two pairs may be missing one after the other.

        Args:
            node: The place.
            following: What the words have next.
        """
        found = self._within.get(node)
        if found is None:
            found = self._within[node] = {}
            for edge in self.edges(node):
                found.setdefault(edge.folded, []).append(edge)
        for edge in found.get("", ()):
            yield "", edge
        for char in following if len(following) < len(found) else found:
            if char and char in following:
                for edge in found.get(char, ()):
                    yield char, edge
        if node.pending in (HIGH, LOW) and node.gaps < self._gaps:
            free = between(node.pending)
            for char in following:
                for cell, zone in free.get(char, ()):
                    yield (
                        char,
                        Edge(cell.char, char, Node(node.at, zone, node.gaps + 1), cell.cost, guesses=2),
                    )

    def mark(self, at: int) -> bytes:
        """The bytes of the kept mark at a token; none where it is none."""
        if at >= len(self.shown):
            return b""
        return kept_mark(self.shown[at], flattened=self._flattened)

    def _in_step(self, node: Node) -> list[Edge]:
        token = self.shown[node.at]
        plain = Node(node.at + 1, 0, node.gaps)
        if not token.sign:
            return [Edge(token.char, fold(token.char), plain, _strange_gloss(token))]
        # A hole that an earlier repair left costs no more than a question mark.
        found = [Edge(token.char, "?", plain, _NO_READING if token.gloss else 0.0)]
        if not self._damaged:
            return found
        if token.gloss and node.at and self.shown[node.at - 1].raw:
            before = self.shown[node.at - 1].raw[1]
            found += [
                Edge("", "", Node(node.at + 1, byte, node.gaps), 0.0, "open")
                for byte in lost(before, token.gloss)
            ]
        mark = self.mark(node.at + 1)
        if mark and not token.gloss:
            found += _edges(ending(mark[0]), Node(node.at + 2, mark[1], node.gaps), turn="open")
        return found

    def _out_of_step(self, node: Node) -> list[Edge]:
        token = self.shown[node.at]
        leads = TRAILS.get(node.pending, (node.pending,))
        out = (self._lost if token.sign else self._shifted)(node, token, leads)
        if node.gaps < self._gaps and len(leads) == 1:
            for byte, zone in STRIPPED.items():
                out += _edges(pairs(leads, byte), Node(node.at, zone, node.gaps + 1), guesses=2)
        return out

    def _shifted(self, node: Node, token: Token, leads: Sequence[int]) -> list[Edge]:
        out: list[Edge] = []
        if token.raw:
            lead, trail = token.raw
            if trail < 0x80:
                # An ASCII byte begins no character: it stood there by itself, and the bytes are in step behind it.
                after = Node(node.at + 1, 0, node.gaps)
                out = _edges(pairs(leads, lead), after, _LITERAL, "close", chr(trail))
            else:
                out = _edges(pairs(leads, lead), Node(node.at + 1, trail, node.gaps))
        if token.char == "€":
            out += self._completed(node, token, leads, 0x80)
        elif "@" <= token.char <= "~":
            out += self._completed(node, token, leads, ord(token.char))
        flat = _FLATTENED.get(token.char) if self._flattened else None
        if flat is None and "a" <= token.char.lower() <= "z":
            flat = chr(ord(token.char) + 0xFEE0)
        if flat is not None:
            lead, trail = two_bytes(flat)
            out += _edges(pairs(leads, lead), Node(node.at + 1, trail, node.gaps), _FLAT)
        return out

    def _completed(self, node: Node, token: Token, leads: Sequence[int], trail: int) -> list[Edge]:
        cells = [cell for cell in pairs(leads, trail) if not token.gloss or _reads(cell.char, token.gloss)]
        return _edges(cells, Node(node.at + 1, 0, node.gaps), _READS if token.gloss else 0.0, "close")

    def _lost(self, node: Node, token: Token, leads: Sequence[int]) -> list[Edge]:
        after = Node(node.at + 1, 0, node.gaps)
        cells = _cells_of_lost(token, leads)
        if token.gloss:
            return _edges(cells, after, turn="close")
        if self.mark(node.at + 1) or token.char == HOLE:
            # Nothing else is lost: what stood behind the byte was kept, unless something is open that had to be closed.
            swallowed = _edges(cells, after, _NEW_LINE, "close", HOLE) if token.opened else []
            return _edges(cells, after, turn="close") + swallowed
        if token.tag:
            cells = [cell for cell in cells if cell.char not in _OPENING]
            return _edges(cells, after, 0.0, "close", "<")
        # A byte 80 swallows the first byte of the next character, or nothing; any other, an ASCII character.
        out = _edges(pairs(leads, 0x80), Node(node.at + 1, ANY, node.gaps), guesses=2)
        out += _edges(pairs(leads, 0x80), after, turn="close")
        if not token.last:
            return out + _edges(cells, after, _SWALLOWED, "close", HOLE)
        return out + _line_ends(cells, after)


def _cells_of_lost(token: Token, leads: Sequence[int]) -> list[Cell]:
    """The characters that a lost byte can have completed: those of a reading, or else, where much is possible, stops."""
    if token.gloss:
        return [cell for lead in leads for byte in lost(lead, token.gloss) for cell in pairs((lead,), byte)]
    if len(leads) > 1:
        return [cell for cell in map(cell_of, _STOPS) if two_bytes(cell.char)[0] in leads]
    return starting(leads[0])


def _line_ends(cells: Sequence[Cell], after: Node) -> list[Edge]:
    """What a lost byte before a line end can have completed; the blank or line end that it swallowed says nothing."""
    ends = [cell for cell in cells if cell.char in _STOPS]
    others = [cell for cell in cells if cell.char not in _STOPS and cell.char not in _OPENING]
    return _edges(ends, after, _NEW_LINE, "close", "\n") + _edges(others, after, _SWALLOWED, "close", HOLE)


def _edges(
    cells: Iterable[Cell], to: Node, cost: float = 0.0, turn: str = "", more: str = "", *, guesses: int = 0
) -> list[Edge]:
    return [Edge(cell.char, cell.folded, to, cost + cell.cost, turn, more, guesses) for cell in cells]


def _strange_gloss(token: Token) -> float:
    return (
        _STRANGE if token.gloss and token.char in readings() and not _reads(token.char, token.gloss) else 0.0
    )


def _reads(char: str, letters: str) -> bool:
    return letters in readings().get(char, ())


@cache
def lost(before: int, reading: str) -> tuple[int, ...]:
    """What the byte behind ``before`` can have been, for the two to be a character that is read so."""
    chars = characters_by_reading().get(reading, "")
    return tuple(sorted({raw[1] for raw in map(two_bytes, chars) if raw and raw[0] == before}))
