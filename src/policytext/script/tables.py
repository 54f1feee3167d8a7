"""The conversion dictionaries: where they lie, how they are chained, and reading them once.

The files are those of the distribution ``opencc-python-reimplemented`` (OpenCC ver.1.1.6, Apache-2.0). Three
distributions share the import name ``opencc``, so the files are found through the metadata of the one that is
meant and its modules are never imported.
"""

from __future__ import annotations

import threading
from importlib import metadata
from types import MappingProxyType
from typing import TYPE_CHECKING

from policytext.errors import PolicytextError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONFIGS", "DISTRIBUTION", "SEPARATORS", "candidates", "chain", "char_map", "dictionary"]

DISTRIBUTION = "opencc-python-reimplemented"

# A stage is a group of dictionaries, the first of which claims its words first; the output of a stage is the
# input of the next. The chains are those of the configuration files of the distribution.
_FROM_SIMPLIFIED = ("STPhrases", "STCharacters")
_TO_SIMPLIFIED = ("TSPhrases", "TSCharacters")

CONFIGS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "t2s": (_TO_SIMPLIFIED,),
        "s2t": (_FROM_SIMPLIFIED,),
        "t2tw": (("TWVariants",),),
        "t2hk": (("HKVariants",),),
        "tw2s": (("TWVariantsRevPhrases", "TWVariantsRev"), _TO_SIMPLIFIED),
        "hk2s": (("HKVariantsRevPhrases", "HKVariantsRev"), _TO_SIMPLIFIED),
        "s2tw": (_FROM_SIMPLIFIED, ("TWVariants",)),
        "s2hk": (_FROM_SIMPLIFIED, ("HKVariants",)),
        "tw2sp": (("TWPhrasesRev", "TWVariantsRevPhrases", "TWVariantsRev"), _TO_SIMPLIFIED),
        "s2twp": (_FROM_SIMPLIFIED, ("TWPhrases",), ("TWVariants",)),
    }
)
"""The ten conversions, each as its stages of dictionary names."""

SEPARATORS = frozenset(
    "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)
"""Where the reference implementation cuts the text before it looks anything up, white space beside: a key that
holds one can never match."""

_lock = threading.Lock()
_loaded: dict[str, Mapping[str, str]] = {}
_char_maps: dict[str, Mapping[int, int]] = {}


def chain(config: str) -> tuple[tuple[str, ...], ...]:
    """The stages of a conversion.

    Raises:
        UsageError: ``unknown_script`` where there is no conversion of that name.
    """
    try:
        return CONFIGS[config]
    except (KeyError, TypeError):
        raise UsageError(
            "unknown_script", f"There is no conversion {config!r}. There are: {', '.join(sorted(CONFIGS))}."
        ) from None


def dictionary(name: str) -> Mapping[str, str]:
    """A dictionary as written: key to its candidates, divided by blanks. Read once, then shared.

    Raises:
        PolicytextError: ``no_dictionaries`` where the distribution is not installed or its files are gone.
    """
    found = _loaded.get(name)
    if found is None:
        with _lock:
            found = _loaded.get(name)
            if found is None:
                found = _loaded[name] = MappingProxyType(_parse(_read(name)))
    return found


def candidates(name: str) -> dict[str, str]:
    """A dictionary with the first candidate of every key, without the keys that can never match."""
    return {
        key: value.partition(" ")[0]
        for key, value in dictionary(name).items()
        if SEPARATORS.isdisjoint(key) and not any(map(str.isspace, key))
    }


def char_map(config: str = "t2s") -> Mapping[int, int]:
    """Code point to code point, through all stages of a conversion, without its phrases and without the overlay.

    What a folded, same-length copy of a text needs. Characters that stay as they are have no entry.

    >>> chr(char_map("t2s")[ord("發")])
    '发'
    """
    found = _char_maps.get(config)
    if found is None:
        found = _char_maps[config] = MappingProxyType(_compose(chain(config)))
    return found


def _compose(stages: tuple[tuple[str, ...], ...]) -> dict[int, int]:
    steps = [_single(group) for group in stages]
    out: dict[int, int] = {}
    for char in set().union(*steps):
        value = char
        for step in steps:
            value = step.get(value, value)
        if value != char:
            out[ord(char)] = ord(value)
    return out


def _single(group: tuple[str, ...]) -> dict[str, str]:
    out: dict[str, str] = {}
    for name in group:
        for key, value in candidates(name).items():
            if len(key) == len(value) == 1:
                out.setdefault(key, value)
    return out


def _read(name: str) -> str:
    path = f"opencc/dictionary/{name}.txt"
    try:
        located = metadata.distribution(DISTRIBUTION).locate_file(path)
        with open(str(located), encoding="utf-8") as file:  # noqa: PTH123 - locate_file promises no pathlib.Path
            return file.read()
    except (metadata.PackageNotFoundError, OSError) as error:
        raise PolicytextError(
            "no_dictionaries",
            f"The conversion dictionary {name!r} is missing: install {DISTRIBUTION} (again). {error}",
        ) from error


def _parse(text: str) -> dict[str, str]:
    rows = (line.strip().split("\t") for line in text.splitlines())
    return {row[0]: row[1] for row in rows if len(row) == 2}
