"""Characters of UTF-8 that was read as GBK and of which one byte is gone: the word model chooses, or nobody does.

A reader that finds no character for two bytes gives U+FFFD for the first of them. Of three bytes of UTF-8 two are left
then, which 64 characters share; and the lost byte and the one behind it are no character of GBK, which leaves some five::

    夏 E5A48F  ->  E5 | A4 8F  ->  å as half of the character before, U+FFFD for A4, 8F as half of the next one

Where words tell one of these from the others by far it is taken; elsewhere U+FFFD stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policytext.script.repair.common import HOLE
from policytext.script.repair.lattice import Edge, Node
from policytext.script.repair.search import best_readings
from policytext.script.repair.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.script.repair.words import Trie

__all__ = ["LOST", "fill", "sequences"]

LOST = b"\xff"
"""Stands for a lost byte among the others: UTF-8 has no such byte."""

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf\xff]|[\xe0-\xef][\x80-\xbf\xff]{2}|[\xf0-\xf4][\x80-\xbf\xff]{3}|.", re.DOTALL
)
_BESIDE = 4
# In nats: by how much a character must be likelier than any other; and where the document itself says what it makes with a
# neighbour. Of 4 700 lost bytes of news two in five were beyond one of the two.
_CERTAIN = 13.0
_KNOWN = 4.0


def sequences(raw: bytes) -> list[str]:
    """The characters of UTF-8 with lost bytes: of each, all that it can have been, one behind the other.

    What cannot be told at all is U+FFFD.
    """
    out: list[str] = []
    for match in _SEQUENCE.finditer(raw):
        found = match[0]
        if LOST not in found:
            text = found.decode("utf-8", "replace")
            # Bytes that have the form of a character and are none (a surrogate, an overlong form) give several signs for one place.
            out.append(text if len(text) == 1 else HOLE)
        elif found.count(LOST) == 1 and len(found) == 3 and found[0] != LOST[0]:
            lost = match.start() + found.index(LOST)
            out.append(_candidates(found, raw[lost + 1 : lost + 2]))
        else:
            out.append(HOLE)
    return out


@lru_cache(maxsize=4_096)
def _candidates(known: bytes, following: bytes) -> str:
    """The characters of GB 2312 whose bytes are ``known``, with a lost byte that makes none with the ``following`` one.

    Behind them U+FFFD: it can have been a character beyond, so that even a single one must be likelier than nothing.
    """
    found = ""
    for byte in range(0x80, 0xC0):
        if _is_character(bytes((byte,)) + following):
            continue
        found += (
            known.replace(LOST, bytes((byte,)))
            .decode("utf-8", "ignore")
            .encode("gb2312", "ignore")
            .decode("gb2312")
        )
    return found + HOLE


def _is_character(raw: bytes) -> bool:
    try:
        return len(raw.decode("gbk")) == 1
    except UnicodeDecodeError:
        return False


class _Choices:
    """A lattice whose bytes are in step: at each place one character, or some."""

    def __init__(self, shown: Sequence[str]) -> None:
        self.shown = shown

    def edges(self, node: Node) -> list[Edge]:
        return [Edge(char, fold(char), Node(node.at + 1)) for char in self.shown[node.at]]

    def within(self, node: Node, following: Trie) -> Iterator[tuple[str, Edge]]:
        if node.at < len(self.shown):
            yield from ((edge.folded, edge) for edge in self.edges(node) if edge.folded in following)


def fill(cells: Sequence[str], own: Trie) -> str:
    """The text of `sequences`, each lost character filled in where it is certain.

    Args:
        cells: What `sequences` gives.
        own: The words of the document.
    """
    out = list(cells)
    certain = "".join(cell for cell in cells if len(cell) == 1)
    if fold(certain) != certain:
        # The characters to choose from are those of Simplified text.
        return "".join(cell[-1] for cell in cells)
    for place, cell in enumerate(cells):
        if len(cell) > 1:
            out[place] = _chosen(cells, place, own)
    return "".join(out)


def _chosen(cells: Sequence[str], place: int, own: Trie) -> str:
    start = max(0, place - _BESIDE)
    offset = place - start
    shown = list(cells[start : place + _BESIDE + 1])
    best = best_readings(_Choices(shown), own)[0]
    char = best.text[offset]
    shown[offset] = shown[offset].replace(char, "")
    rival = best_readings(_Choices(shown), own)[0]
    margin = best.score - rival.score
    known = _known(best.text, offset, own)
    if known and known > _known(rival.text, offset, own):
        # Pairs of a document begin in one word and end in another: 犯|置的 where it says 位置的 and 设置的, for 犯罪|的. They do
        # not stand against a word of the table.
        alone = [best_readings(_Choices(list(reading.text)))[0].lonely for reading in (best, rival)]
        return char if margin >= _KNOWN and alone[0] <= alone[1] else HOLE
    # In a word as the other is, a character is as likely as the word is frequent, and that is no evidence.
    return char if margin >= _CERTAIN and rival.lonely > best.lonely else HOLE


def _known(text: str, place: int, own: Trie) -> int:
    """In how many pairs of the document's own the character stands."""
    folded = fold(text[max(0, place - 1) : place + 2])
    return sum(after in own.get(char, ()) for char, after in pairwise(folded))
