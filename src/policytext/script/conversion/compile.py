"""One stage of a conversion, prepared for the engine: the character table, and an index of the phrases that matter.

Of 49 000 phrases from Simplified to Traditional only a fifth says anything that the characters do not say one
by one, and of 277 the other way only these: an occurrence of such a *telling* phrase shows at one character
of it, the phrase's *pivot*. The text is converted by characters, and only where a pivot stands with the right
neighbour is the exact rule asked (see `policytext.script.conversion.stage`). The other phrases still count there: they
take characters away from the telling ones.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Stage", "char_class", "compile_stage"]

_BMP = 0x10000


@frozen(eq=False)
class Stage:
    """A group of dictionaries, ready for use. Read-only.

    Attributes:
        groups: The dictionaries (first candidates), in order of precedence, each with its key lengths,
            longest first.
        chars: Character to character, for what no phrase claims.
        table: The same for `str.translate`: a list over the BMP, which is three times faster than a
            dictionary.
        astral: The characters beyond the BMP that convert.
        any: A class of every character at which the output may differ from the input.
        pivots: A class of the pivots; ``None`` where no phrase is telling.
        after: Pivot and following character, to the telling phrases there, as ``(offset of the pivot,
            phrase)``.
        before: Preceding character and pivot, to the telling phrases that end with the pivot.
        alone: Telling keys of one character (their value is longer than one).
        inner: Every two characters that stand side by side in a key.
        starts: First two characters of the keys, to the lengths of the keys.
        keys: All keys of two characters or more.
        whole: The keys whose value is known without asking for precedence.
        longest: Length of the longest key.
    """

    groups: tuple[tuple[Mapping[str, str], tuple[int, ...]], ...]
    chars: Mapping[str, str]
    table: Sequence[int]
    astral: frozenset[str]
    any: re.Pattern[str] | None
    pivots: re.Pattern[str] | None
    after: Mapping[str, tuple[tuple[int, str], ...]]
    before: Mapping[str, tuple[tuple[int, str], ...]]
    alone: frozenset[str]
    inner: frozenset[str]
    starts: Mapping[str, tuple[int, ...]]
    keys: frozenset[str]
    whole: Mapping[str, str]
    longest: int


def char_class(chars: Iterable[str]) -> str:
    """A class of the standard library's `re` for ``chars``, beyond the BMP as one range (single ones cost dearly)."""
    plain = sorted(char for char in chars if ord(char) < _BMP)
    beyond = sorted(char for char in chars if ord(char) >= _BMP)
    tail = f"{beyond[0]}-{beyond[-1]}" if beyond else ""
    return "[" + "".join(map(re.escape, plain)) + tail + "]"


def compile_stage(dictionaries: Sequence[Mapping[str, str]]) -> Stage:
    """Prepare a group of dictionaries, the first of which claims its words first.

    Args:
        dictionaries: Key to value. A value of ``""`` is not allowed: the reference takes it for no match.
    """
    chars, alone = _single(dictionaries)
    phrases = {key: value for words in reversed(dictionaries) for key, value in words.items() if len(key) > 1}
    after, before, pivots = _index(phrases, chars)
    pivots |= alone
    seen = pivots | chars.keys()
    return Stage(
        groups=tuple((words, _lengths(words)) for words in dictionaries),
        chars=chars,
        table=_table(chars),
        astral=frozenset(char for char in chars if ord(char) >= _BMP),
        any=re.compile(char_class(seen)) if seen else None,
        pivots=re.compile(char_class(pivots)) if pivots else None,
        after=after,
        before=before,
        alone=alone,
        inner=frozenset(key[at : at + 2] for key in phrases for at in range(len(key) - 1)),
        starts=_starts(phrases),
        keys=frozenset(phrases),
        whole=_whole(dictionaries),
        longest=max(map(len, phrases), default=1),
    )


def _single(dictionaries: Sequence[Mapping[str, str]]) -> tuple[dict[str, str], frozenset[str]]:
    """Characters that convert to another one, and those whose value is longer; of several dictionaries the first one counts."""
    chars: dict[str, str] = {}
    for words in dictionaries:
        for key, value in words.items():
            if len(key) == 1:
                chars.setdefault(key, value)
    alone = frozenset(key for key, value in chars.items() if len(value) != 1)
    return {key: value for key, value in chars.items() if len(value) == 1 and key != value}, alone


def _lengths(words: Iterable[str]) -> tuple[int, ...]:
    """Lengths of the keys, longest first: in this order the reference looks for them."""
    return tuple(sorted({len(key) for key in words}, reverse=True))


def _table(chars: Mapping[str, str]) -> list[int]:
    table = list(range(_BMP))
    for key, value in chars.items():
        if ord(key) < _BMP:
            table[ord(key)] = ord(value)
    return table


def _starts(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for key in phrases:
        lengths.setdefault(key[:2], set()).add(len(key))
    return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}


def _whole(dictionaries: Sequence[Mapping[str, str]]) -> dict[str, str]:
    # A cluster that is itself a key of the first dictionary has that key's value: nothing in it is longer.
    first = dictionaries[0]
    return {key: value for key, value in first.items() if len(key) > 1}


_Telling = dict[str, tuple[tuple[int, str], ...]]


def _index(phrases: Mapping[str, str], chars: Mapping[str, str]) -> tuple[_Telling, _Telling, set[str]]:
    telling = {key: places for key, value in phrases.items() if (places := _deviations(key, value, chars))}
    # How often a character may be met in running text is guessed from how many phrases hold it: rare pivots
    # mean few questions. One pivot a phrase is enough.
    weight = Counter(char for key in phrases for char in key)
    chosen: set[str] = set()
    after: dict[str, list[tuple[int, str]]] = {}
    before: dict[str, list[tuple[int, str]]] = {}
    for key, places in sorted(telling.items(), key=lambda item: (len(item[1]), item[0])):
        known = [at for at in places if key[at] in chosen]
        pivot = known[0] if known else min(places, key=lambda at: weight[key[at]])
        chosen.add(key[pivot])
        if pivot + 1 < len(key):
            after.setdefault(key[pivot : pivot + 2], []).append((pivot, key))
        else:
            before.setdefault(key[pivot - 1 :], []).append((pivot, key))
    return (
        {pair: tuple(sorted(found)) for pair, found in after.items()},
        {pair: tuple(sorted(found)) for pair, found in before.items()},
        chosen,
    )


def _deviations(key: str, value: str, chars: Mapping[str, str]) -> list[int]:
    """Where ``value`` differs from ``key`` converted by characters; anywhere at all where the lengths differ."""
    if len(key) != len(value):
        return list(range(len(key)))
    return [at for at, char in enumerate(key) if chars.get(char, char) != value[at]]
