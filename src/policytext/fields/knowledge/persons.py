"""How much a string looks like the name of a person: Han names by surname and given name, transliterated ones by sound.

A score from 0 to 1, not a probability of anything in particular: at `LIKELY` a word without any label is taken for a
name, and a test holds how many names that finds (of 500 that took no part) and how many words it takes (of 2,000).
Behind a label (记者：) far less is asked, see `policytext.fields.grammar.names`.
"""

from __future__ import annotations

import math
import re
from threading import Lock
from typing import Final, NamedTuple

from policytext.fields.knowledge.surnames import COMPOUND_SURNAMES, FREQUENT, SURNAMES

__all__ = ["LIKELY", "Tables", "person_score", "use"]

LIKELY: Final = 0.5
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]{2,4}\Z")
_DOTTED: Final = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·.][\u3400-\u9fff]{1,8}){1,3}\Z")
_LATIN: Final = re.compile(r"[A-Z][a-z'-]{1,20}(?: [A-Z][A-Za-z.'-]{0,20}){1,3}\Z")
_FREQUENT: Final = 16
"""Tenths of a natural logarithm that a frequent surname is worth: seven of eight people bear one."""
_RARE: Final = 4
_COMPOUND: Final = 40
_UNKNOWN: Final = 0
"""A character that names and words have as rarely says nothing."""
_SCALE: Final = 10.0


class Tables(NamedTuple):
    """The tables of `persons_data`, ready for use."""

    given: tuple[dict[str, int], dict[str, int], dict[str, int]]
    foreign: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, given: str, foreign: str, words: str) -> Tables:
        """Parse the texts of the generated module."""
        places: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
        for line in given.splitlines():
            place, weight, chars = line.split(" ", 2)
            places[int(place)].update(dict.fromkeys(chars, int(weight)))
        listed = (line.split(" ") for line in words.splitlines())
        return cls(
            places, frozenset(foreign), frozenset(head + tail for head, *tails in listed for tail in tails)
        )


_tables: Tables | None = None
_lock = Lock()


def use(tables: Tables) -> None:
    """Set the tables: for the script that makes them."""
    global _tables  # noqa: PLW0603 - built once, read-only afterwards
    _tables = tables


def _ready() -> Tables:
    if _tables is None:
        with _lock:
            if _tables is None:
                from policytext.fields.knowledge import persons_data as data  # noqa: PLC0415 - 30 KB, on first use

                use(Tables.of(data.GIVEN, data.FOREIGN, data.WORDS))
    assert _tables is not None  # noqa: S101 - for the type checker
    return _tables


def person_score(folded: str) -> float:
    """How much a folded string without blanks looks like the name of a person, 0 to 1.

    Known forms: a surname of the lists with one or two characters (王小禾, 欧阳小禾), two surnames of a married woman
    (范徐丽泰 and the like), names with a dot (阿依·古丽), capitalised Latin names of two words or more.
    """
    if not _HAN.match(folded):
        if "·" in folded or "." in folded:
            return _dotted(folded)
        return 0.8 if _LATIN.match(folded) else 0.0
    tables = _ready()
    if folded in tables.words:
        return 0.1
    given, weight = _split(folded)
    if not given:
        return 0.0
    alone, first, last = tables.given
    if len(given) == 1:
        weight += alone.get(given, _UNKNOWN)
    else:
        weight += first.get(given[0], _UNKNOWN) + last.get(given[1], _UNKNOWN)
    return 1.0 / (1.0 + math.exp(-weight / _SCALE))


def _split(name: str) -> tuple[str, int]:
    """Given name, and what the surname says in tenths; an empty given name where the first character is no surname."""
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[2:], _COMPOUND
    if name[0] not in SURNAMES:
        return "", 0
    if len(name) == 4:
        return (name[2:], 0) if name[1] in FREQUENT and name[0] in FREQUENT else ("", 0)
    return name[1:], _FREQUENT if name[0] in FREQUENT else _RARE


def _dotted(name: str) -> float:
    """Names with a dot: written with the characters that sounds are written with."""
    if not _DOTTED.match(name):
        return 0.0
    chars = [c for c in name if c not in "·."]
    foreign = _ready().foreign
    return sum(c in foreign for c in chars) / len(chars)
