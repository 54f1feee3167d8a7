"""Cells of a table and the grid that their spans make, as HTML lays out tables."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from policytext.models.brief import shown
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Cell", "Slot", "as_cells", "grid", "places"]


@frozen
class Cell:
    """A cell of a table.

    Attributes:
        text: As it should be read, a line break of the cell as a line end; ``""`` where it is empty.
        columns: How many columns it takes.
        rows: How many rows it takes; never more than the table has.
        header: Whether it heads its row or column (``<th>``).
        spans: Where it stands in ``Page.text``, half-open, in order.
    """

    text: str = field(repr=shown)
    columns: int = 1
    rows: int = 1
    header: bool = False
    spans: tuple[Span, ...] = field(default=(), repr=False)


class Slot(NamedTuple):
    """A place of the grid: the cell that covers it, and whether the cell begins there."""

    cell: Cell
    first: bool


def as_cells(rows: Iterable[Iterable[Cell | str]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows in which a plain text is a cell of one column and one row."""
    return tuple(tuple(Cell(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)


def places(rows: Sequence[Sequence[Cell]]) -> int:
    """How many places `grid` has at most: rows times the columns of the widest, cells from above included.

    A cell stands in the first free column, so that no row begins a column behind what covers it.
    """
    widths = [0] * (len(rows) + 1)
    for number, row in enumerate(rows):
        for cell in row:
            widths[number] += cell.columns
            widths[min(number + cell.rows, len(rows))] -= cell.columns
    return len(rows) * max(accumulate(widths), default=0)


def grid(rows: Sequence[Sequence[Cell]]) -> list[list[Slot | None]]:
    """The places of a table, row by row, all rows of one length; ``None`` where no cell is.

    A column that no cell begins in is left out: a headline over the table often spans more columns than there are, and a browser gives
    these no width.
    """
    placed: list[tuple[int, int, Cell]] = []
    begun: set[int] = set()
    # Of a column: the row in which the cell from above has ended.
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            placed.append((number, column, cell))
            begun.add(column)
            if cell.rows > 1:
                taken.update(dict.fromkeys(range(column, column + cell.columns), number + cell.rows))
            column += cell.columns
    order = sorted(begun)
    index = {column: at for at, column in enumerate(order)}
    out: list[list[Slot | None]] = [[None] * len(order) for _ in rows]
    for number, column, cell in placed:
        at = index[column]
        stop = at + 1
        while stop < len(order) and order[stop] < column + cell.columns:
            stop += 1
        for below in range(number, min(number + cell.rows, len(rows))):
            for place in range(at, stop):
                # Where two cells lie over each other the first one stays, as in a browser that shows both.
                if out[below][place] is None:
                    out[below][place] = Slot(cell, (below, place) == (number, at))
    return out
