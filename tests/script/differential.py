"""Texts on which the engine must give what the reference gives: keys, values, glued, cut and mixed."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from policytext.script.conversion.tables import CONFIGS, dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLER = "的了在是我國国人中大一二三，。、；：（）「」 \n\tabcＡ１0-😀𠀀"


@cache
def words(config: str) -> list[str]:
    """Every key and every candidate of the dictionaries of ``config``."""
    found: set[str] = set()
    for group in CONFIGS[config]:
        for name in group:
            for key, value in dictionary(name).items():
                found.update((key, *value.split()))
    return sorted(found)


def mixtures(config: str, rounds: int, seed: int) -> Iterator[str]:
    """Random texts: whole keys glued together, halves of keys, single characters, other text, and all of it mixed."""
    pick = random.Random(seed)  # noqa: S311 - not a secret
    pool = words(config)
    phrases = [word for word in pool if len(word) > 1] or pool
    chars = [word for word in pool if len(word) == 1]
    for _ in range(rounds):
        yield "".join(pick.choices(phrases, k=12))
        yield "".join(pick.choices(chars, k=20))
        yield "".join(_half(pick, pick.choice(phrases)) for _ in range(16))
        yield "".join(
            pick.choice(
                (
                    pick.choice(phrases),
                    _half(pick, pick.choice(phrases)),
                    pick.choice(chars),
                    pick.choice(_FILLER),
                )
            )
            for _ in range(24)
        )


def _half(pick: random.Random, word: str) -> str:
    at = pick.randrange(len(word)) + 1
    return word[:at] if pick.random() < 0.5 else word[at - 1 :]
