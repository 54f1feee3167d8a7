"""The two-byte characters of GBK, by their bytes: what can be read out of step, and what is read there.

A table of the characters with their Simplified form, and of the zones whose cells are private-use characters. Those are
what a seventh of the pairs out of step decode to.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policytext.script.conversion.tables import char_map, dictionary
from policytext.script.repair.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "ANY", "HIGH", "LOW", "STRIPPED", "TRAILS", "Cell", "between", "cell_of", "ending", "pairs", "starting", "two_bytes",
]  # fmt: skip

HIGH, LOW, ANY = 1, 2, 3
"""A byte that is not known: the second of a stripped pair, A1 to FE or 81 to A0; one that a lost byte swallowed."""
TRAILS = {HIGH: range(0xA1, 0xFF), LOW: range(0x81, 0xA1), ANY: range(0x81, 0xFF)}
STRIPPED = {
    **dict.fromkeys(range(0xAA, 0xB0), HIGH),
    **dict.fromkeys(range(0xF8, 0xFF), HIGH),
    **dict.fromkeys(range(0xA1, 0xA8), LOW),
}
"""First bytes of the user-defined zones of GBK, each with the second bytes that can be first bytes of a character."""


def two_bytes(char: str) -> bytes:
    """The bytes of a character that has two, private-use ones among them; none of any other."""
    if char < "\x80":
        return b""
    try:
        raw = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return raw if len(raw) == 2 else b""


class Cell(NamedTuple):
    """A character, its Simplified form, and what it costs that it is an unusual form."""

    char: str
    folded: str
    # Of a form that a conversion to Traditional characters does not write.
    cost: float


# Of a character that a conversion would have written otherwise; of a rare variant, which it would have left; of a form that
# it writes in certain words only (于 in names, 於 elsewhere).
_SIMPLIFIED, _UNUSUAL, _SECOND = -12.0, -4.0, -2.0


@cache
def _cells() -> dict[int, Cell]:
    cost = _cost()
    cells: dict[int, Cell] = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                char = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                cells[lead << 8 | trail] = Cell(char, fold(char), cost(char))
    return cells


def _cost() -> Callable[[str], float]:
    """What it costs that a character stands in a text that was converted from Simplified to Traditional characters."""
    forms = {key: value.split() for key, value in dictionary("STCharacters").items()}
    regional = [char_map("t2tw"), char_map("t2hk")]

    def cost(char: str) -> float:
        written = forms.get(fold(char), [fold(char)])
        for each in written:
            if char == each or any(char == each.translate(table) for table in regional):
                return 0.0 if each == written[0] else _SECOND
        return _SIMPLIFIED if char in forms else _UNUSUAL

    return cost


def cell_of(char: str) -> Cell:
    """The cell of a usual character."""
    return Cell(char, fold(char), 0.0)


def pairs(leads: Sequence[int], trail: int) -> list[Cell]:
    """The characters whose first byte is one of ``leads`` and whose second is ``trail``."""
    cells = _cells()
    return [cell for lead in leads if (cell := cells.get(lead << 8 | trail)) is not None]


@cache
def between(zone: int) -> dict[str, list[tuple[Cell, int]]]:
    """The characters between two stripped pairs, by folded character, each with the zone of the second pair."""
    found: dict[str, list[tuple[Cell, int]]] = {}
    for byte, second in STRIPPED.items():
        for cell in pairs(TRAILS[zone], byte):
            found.setdefault(cell.folded, []).append((cell, second))
    return found


@cache
def ending(trail: int) -> list[Cell]:
    """The characters whose second byte is ``trail``."""
    return pairs(range(0x81, 0xFF), trail)


@cache
def starting(lead: int) -> list[Cell]:
    """The characters whose first byte is ``lead`` and whose second is none of ASCII: a reader loses no other."""
    cells = _cells()
    return [cell for trail in range(0x81, 0xFF) if (cell := cells.get(lead << 8 | trail)) is not None]
