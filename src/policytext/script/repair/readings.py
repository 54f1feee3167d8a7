"""How characters are read: the table of readings, looked up both ways.

The table (`policytext.script.data.readings_data`) is read when a text first shows a gloss or damage; nearly none does.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["characters_by_reading", "readings"]


@cache
def characters_by_reading() -> Mapping[str, str]:
    """Reading to the Traditional-only characters that have it."""
    return MappingProxyType(dict(_rows(shared=False)))


@cache
def readings(*, shared: bool = False) -> Mapping[str, frozenset[str]]:
    """Character to its readings: Traditional-only ones, or the frequent ones that both scripts write alike."""
    found: dict[str, set[str]] = {}
    for reading, characters in _rows(shared=shared):
        for char in characters:
            found.setdefault(char, set()).add(reading)
    return MappingProxyType({char: frozenset(these) for char, these in found.items()})


def _rows(*, shared: bool) -> list[tuple[str, str]]:
    # Imported here so that the package does not load the table with itself.
    from policytext.script.data.readings_data import SHARED, TABLE  # noqa: PLC0415

    lines = (SHARED if shared else TABLE).splitlines()
    return [(reading, characters) for reading, _, characters in (line.partition(" ") for line in lines)]
