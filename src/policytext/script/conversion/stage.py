"""Runs one prepared stage over a text, with the exact result of the reference algorithm.

The rule of ``opencc-python-reimplemented``, which is kept to the letter: the longest key found anywhere in a
piece wins, the leftmost among equals; then the pieces to its left and right are treated alike; then the next
dictionary of the group gets what is left. This is not forward maximum matching, and for Simplified to
Traditional the two differ.

The rule is global, but it falls apart: let a *cluster* be an interval such that no occurrence of any key
straddles either of its ends. What is chosen inside depends on nothing outside. So the text is converted by
characters first, and only the clusters around occurrences of telling phrases are decided by the rule, a few
characters at a time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from policytext.models.alignment import splice

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.script.conversion.compile import Stage

__all__ = ["Fix", "clusterer", "decide", "parse", "runner"]

Fix = tuple[int, int, str]
"""Start and end (code points of the stage's input, half-open) and what stands there after the stage."""


class _Search(Protocol):
    def __call__(self, string: str, pos: int = ..., /) -> re.Match[str] | None: ...


# Below this length a text is translated whole; in longer ones, only so much after a character that converts.
_CHUNK = 256
# With fewer characters than this, they are replaced one by one.
_SPARSE = 200
# The storage of a string tells in O(1) whether it may hold characters beyond the BMP.
_WIDE = "\U00020000".__sizeof__() - 4
_ASTRAL = re.compile("[\U00020000-\U0003ffff]")


def runner(stage: Stage) -> Callable[[str], str]:
    """A function that applies ``stage``; a text with nothing to do is given back as the same object."""
    if stage.any is None:
        return str
    search = stage.any.search
    by_chars = _sparse(stage) if len(stage.chars) < _SPARSE else _dense(stage, search)
    repair = _repairer(stage, stage.pivots) if stage.pivots else None

    def run(text: str) -> str:
        hit = search(text)
        if hit is None:
            return text
        start = hit.start()
        out = by_chars(text, start)
        if repair is not None:
            found = repair(text, out, start)
            if found:
                return splice(out, found)
        return out

    return run


def _sparse(stage: Stage) -> Callable[[str, int], str]:
    # Few characters convert: replacing them one by one beats a walk over the text.
    if not stage.chars:
        return lambda text, _start: text
    chars = stage.chars
    substitute = re.compile("[" + "".join(map(re.escape, sorted(chars))) + "]").sub

    def value(match: re.Match[str]) -> str:
        return chars[match[0]]

    return lambda text, _start: substitute(value, text)


def _dense(stage: Stage, search: _Search) -> Callable[[str, int], str]:
    table = stage.table
    chars = stage.chars
    beyond = bool(stage.astral)

    def astral(match: re.Match[str]) -> str:
        return chars.get(match[0], match[0])

    def by_chars(text: str, start: int) -> str:
        if len(text) <= _CHUNK:
            out = text.translate(table)
        else:
            # Only the neighbourhood of a hit is translated; the chunk doubles as long as hits are dense.
            pieces: list[str] = []
            at, size = 0, _CHUNK
            while True:
                end = start + size
                pieces += (text[at:start], text[start:end].translate(table))
                at = end
                hit = search(text, at)
                if hit is None:
                    break
                start = hit.start()
                size = size * 2 if start - at < size else _CHUNK
            pieces.append(text[at:])
            out = "".join(pieces)
        if beyond and text.__sizeof__() >= _WIDE + 4 * len(text):
            out = _ASTRAL.sub(astral, out)
        return out

    return by_chars


def _repairer(stage: Stage, pivots: re.Pattern[str]) -> Callable[[str, str, int], list[Fix]]:
    find = pivots.finditer
    after, before, alone = stage.after.get, stage.before.get, stage.alone
    whole = stage.whole.get
    cluster = clusterer(stage)

    def repair(text: str, out: str, start: int) -> list[Fix]:
        found: list[Fix] = []
        done = 0
        for match in find(text, start):
            at = match.start()
            if at < done:
                continue
            telling = after(text[at : at + 2])
            first = last = -1
            if telling is not None:
                for offset, key in telling:
                    if text.startswith(key, at - offset) and at >= offset:
                        first, last = at - offset, at - offset + len(key)
                        break
            if first < 0:
                telling = before(text[at - 1 : at + 1])
                if telling is not None:
                    for offset, key in telling:
                        if text.startswith(key, at - offset) and at >= offset:
                            first, last = at - offset, at + 1
                            break
                if first < 0:
                    if match[0] not in alone:
                        continue
                    first, last = at, at + 1
            first, last = cluster(text, first, last, done)
            piece = text[first:last]
            value = whole(piece) or decide(stage, piece)
            if out[first:last] != value:
                found.append((first, last, value))
            done = last
        return found

    return repair


def clusterer(stage: Stage) -> Callable[[str, int, int, int], tuple[int, int]]:
    """A function that widens ``first:last`` of a text until no key straddles an end, but never below ``low``."""
    inner, starts, keys, reach = stage.inner, stage.starts.get, stage.keys, stage.longest - 1

    def cluster(text: str, first: int, last: int, low: int) -> tuple[int, int]:
        size = len(text)
        # Left end: an occurrence that straddles it has all its neighbouring pairs in `inner`.
        at = first
        while at > low and first - at < reach and text[at - 1 : at + 1] in inner:
            at -= 1
            for length in starts(text[at : at + 2], ()):
                if at + length <= first:
                    break
                if at + length <= size and text[at : at + length] in keys:
                    first = at
                    last = max(last, at + length)
                    break
        # Right end.
        at = last
        while at > first and last - at < reach and text[at - 1 : at + 1] in inner:
            at -= 1
            for length in starts(text[at : at + 2], ()):
                if at + length <= last:
                    break
                if at + length <= size and text[at : at + length] in keys:
                    at = last = at + length
                    break
        return first, last

    return cluster


def parse(stage: Stage, text: str) -> list[tuple[int, str]]:
    """The reference rule on a whole text: end and value of each match, one character where nothing matched.

    Time grows with the length of the text times the number of key lengths.
    """
    size = len(text)
    taken = bytearray(size)
    found: list[tuple[int, str] | None] = [(at + 1, char) for at, char in enumerate(text)]
    for words, lengths in stage.groups:
        for length in lengths:
            for at in range(size - length + 1):
                if taken[at] or taken.find(1, at, at + length) >= 0:
                    continue
                value = words.get(text[at : at + length])
                if value:
                    taken[at : at + length] = b"\1" * length
                    found[at] = (at + length, value)
                    found[at + 1 : at + length] = [None] * (length - 1)
    return [match for match in found if match is not None]


def decide(stage: Stage, text: str) -> str:
    """What the reference rule makes of a whole text."""
    return "".join([value for _, value in parse(stage, text)])
