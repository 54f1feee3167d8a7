"""The particle 著, which the Simplified script writes 着.

Taiwan writes one character for two words: 著 *zhù*, to write, to be evident (著名 顯著 原著), and the
particle *zhe* with its kin *zhuó*, *zháo* (看著 隨著 著重 睡著). Simplified text tells them apart. The
dictionaries from Traditional leave both as they are; the Taiwanese ones turn all but a few words into 着.

Neither side is a closed list, but the place tells. *zhù* forms few words and is asked first; the particle
follows a verb, of which the last characters are listed; what remains is decided by the company: between two
Han characters it is the particle; at the end of a clause after a name or an office (「魯迅著」), or before a
title (著《史記》), it is left alone. Text that shows the Simplified script, or already writes 着, tells the
two apart by itself: there, nothing is changed without a listed word.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, NamedTuple

from policytext.script.conversion.compile import char_class
from policytext.script.conversion.overlay import entries
from policytext.script.conversion.tables import char_map
from policytext.script.data.particle_data import (
    AUTHORED,
    BODIES,
    COMPOUND,
    EVIDENT_AFTER,
    EVIDENT_BEFORE,
    EVIDENT_TWO,
    EXCEPT_AFTER,
    NAMES,
    OPENING,
    SURNAMES,
    VERBS,
    VERBS_OF_TWO,
)
from policytext.script.detect import hans_only

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["particles"]

_lock = threading.Lock()
_ready: list[_Words] = []

_WINDOW = 100
"""Code points on either side that tell the script: a page may quote the other one elsewhere."""


class _Words(NamedTuple):
    """The word lists, in Simplified form: so a text and its conversion are judged alike."""

    evident_before: frozenset[str]
    evident_two: frozenset[str]
    evident_after: frozenset[str]
    except_after: frozenset[str]
    authored: frozenset[str]
    compound: frozenset[str]
    verbs: frozenset[str]
    verbs_of_two: frozenset[str]
    names: frozenset[str]
    bodies: frozenset[str]
    surnames: frozenset[str]
    simplified: re.Pattern[str]
    fold: Mapping[int, int | str]


def particles(text: str) -> str:
    """``text`` with every 著 that is the particle, or of its kin, as 着. Keeps the length; the rest is untouched.

    >>> particles("考驗著著名的作者")
    '考驗着著名的作者'
    """
    at = text.find("著")
    if at < 0:
        return text
    words = _words()
    pieces: list[str] = []
    done = 0
    while at >= 0:
        if _is_particle(text, at, words):
            pieces += (text[done:at], "着")
            done = at + 1
        at = text.find("著", at + 1)
    if not pieces:
        return text
    pieces.append(text[done:])
    return "".join(pieces)


def _is_particle(text: str, at: int, words: _Words) -> bool:
    behind = text[max(0, at - 2) : at].translate(words.fold)
    ahead = text[at + 1 : at + 3].translate(words.fold)
    before, after = behind[-1:], ahead[:1]
    verb, two = before in words.verbs, behind in words.verbs_of_two
    if after in words.evident_after and not ((verb or two) and ahead in words.except_after):
        return False
    if behind in words.evident_two:
        return False
    if two:
        return True
    if before in words.evident_before and ahead not in words.except_after:
        return before + after in ("所迷", "所重", "合眼")
    if verb:
        return not _ends_name(text, at, before, after, words)
    if after in words.authored:
        return False
    return after in words.compound or (_han(before) and _by_company(text, at, before, after, words))


def _by_company(text: str, at: int, before: str, after: str, words: _Words) -> bool:
    """Whether a 著 that no list knows is the particle: by what stands around it, and by the script of the text near by."""
    if after in tuple(OPENING) or (after == "的" and text[at + 2 : at + 3] in tuple(OPENING)):
        return False
    if not _han(after) and (_named(text, at, words) or before in words.bodies):
        return False
    # A text that writes 着, or Simplified forms, tells the two apart by itself.
    near = max(0, at - _WINDOW), at + _WINDOW
    return text.find("着", *near) < 0 and words.simplified.search(text, *near) is None


def _ends_name(text: str, at: int, before: str, after: str, words: _Words) -> bool:
    """Whether a verb's character is the last one of an author's name here, or of 某某等著: only where the clause is over."""
    if _han(after):
        return False
    return (before == "等" and bool(after)) or (before in words.names and _named(text, at, words))


def _named(text: str, at: int, words: _Words) -> bool:
    """Whether a name may stand before ``at``: two or three characters with a surname, or a foreign name's dot."""
    behind = text[max(0, at - 5) : at]
    return at < 2 or "·" in behind or not words.surnames.isdisjoint(behind[-3:-1].translate(words.fold))


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _words() -> _Words:
    if not _ready:
        with _lock:
            if not _ready:
                _ready.append(_read())
    return _ready[0]


def _read() -> _Words:
    fold: dict[int, int | str] = dict(char_map("t2s")) | {
        ord(key): value for key, value in entries("TSCharacters").items()
    }

    def lookup(items: Iterable[str]) -> frozenset[str]:
        return frozenset(item.translate(fold) for item in items)

    return _Words(
        evident_before=lookup(EVIDENT_BEFORE),
        evident_two=lookup(EVIDENT_TWO),
        evident_after=lookup(EVIDENT_AFTER),
        except_after=lookup(EXCEPT_AFTER.split()),
        authored=lookup(AUTHORED),
        compound=lookup(COMPOUND),
        verbs=lookup("".join(VERBS.split())),
        verbs_of_two=lookup(VERBS_OF_TWO.split()),
        names=lookup(NAMES),
        bodies=lookup(BODIES),
        surnames=lookup(SURNAMES),
        simplified=re.compile(char_class(hans_only())),
        fold=fold,
    )
