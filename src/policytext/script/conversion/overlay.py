"""Corrections of our own beside the dictionaries, which stay as they are.

The dictionaries are of 2023. The overlay adds characters and words that they lack, with the reason for each
(`policytext.script.data.overlay_data`), and three things that follow from the dictionaries themselves:

* *Guards.* A word that ends in a doubtful character gives way to a word that begins with it: 豬肉麪, but
  豬肉面臨.
* *Rest.* What a phrase left alone stays alone when the result is converted again: 乾清宮 gives 乾清宫, and
  that stays.
* *The other script.* From the regional forms, a character that is Simplified as it stands is not led through
  the Traditional standard and back (抬 by way of 擡), so that Simplified words in mixed text stay unharmed.

Particles are a matter of place and not of words alone: see `policytext.script.conversion.particle`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.script.conversion.tables import DISTRIBUTION, candidates
from policytext.script.data.overlay_data import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["amended", "entries", "group"]


def group(
    names: Sequence[str], *, overlay: bool = True, origin: str = DISTRIBUTION
) -> tuple[Mapping[str, str], ...]:
    """The dictionaries of a stage, with or without the overlay; those of another origin as they are."""
    if overlay and origin == DISTRIBUTION:
        return tuple(map(amended, names))
    return tuple(candidates(name, origin) for name in names)


def entries(name: str) -> dict[str, str]:
    """What the overlay puts into the dictionary ``name``, guards included."""
    script, kind = name[:2], name[2:]
    out: dict[str, str] = {}
    for family in FAMILIES:
        if family.dictionary == name:
            out.update(family.pairs())
        elif family.dictionary == script:
            singles = kind == "Characters"
            out.update(pair for pair in family.pairs() if (len(pair[0]) == 1) is singles)
    if name in ("TSPhrases", "STPhrases"):
        for key, value in _guards(script).items():
            out.setdefault(key, value)
    return out


def amended(name: str) -> dict[str, str]:
    """A dictionary with the overlay in it."""
    words = candidates(name) | entries(name)
    if name == "TSPhrases":
        chars = candidates("TSCharacters") | entries("TSCharacters")
        for value in tuple(words.values()):
            if any(chars.get(char, char) != char for char in value):
                words.setdefault(value, value)
    if name in ("TWVariantsRev", "HKVariantsRev"):
        chars = candidates("TSCharacters") | entries("TSCharacters")
        for key, value in words.items():
            if len(key) == 1 and is_simplified(key) and chars.get(value, value) == key:
                words[key] = key
    return words


def is_simplified(char: str) -> bool:
    """Whether GB 2312 has the character."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _guards(script: str) -> dict[str, str]:
    phrases, chars = candidates(f"{script}Phrases"), candidates(f"{script}Characters")
    for family in FAMILIES:
        if family.dictionary == script:
            chars.update(pair for pair in family.pairs() if len(pair[0]) == 1)
    out: dict[str, str] = {}
    for family in FAMILIES:
        if family.dictionary != script:
            continue
        for key, value in family.pairs():
            for more in family.guards:
                rest = key[-1] + more
                plain = phrases.get(rest) or "".join(chars.get(char, char) for char in rest)
                if len(key) > 1 and plain[0] != value[-1]:
                    out[key + more] = value[:-1] + plain
    return out
