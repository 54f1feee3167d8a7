"""Tables: which lines of the body are one, and its cells with their spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.models.blocks import Table
from policytext.models.page import Mark
from policytext.models.tables import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from policytext.models.page import Page
    from policytext.page.layout import BodyLine
    from policytext.page.view import View

__all__ = ["TableRows", "cell_sizes", "find_tables", "make_table"]

TableRows = list[list["BodyLine"]]
"""Displayed lines of a table, each the body's lines that stand side by side in it."""

_APART = 40
"""More code points than this between two cells, and they are of two tables."""
_LONG_CELL = 120
"""Code points from which on a cell holds running text; a third of the cells may."""
_TABLE = int(Mark.TABLE)
_CELLS = frozenset(("td", "th"))


def find_tables(view: View, body: Sequence[BodyLine]) -> dict[int, TableRows]:
    """The data tables of the body: index of the first line, and the rows.

    Cells of a row are set apart by a tab in ``View.text``, rows by a line end. A table of one column, or with running text
    in many cells, is layout: its lines are paragraphs.
    """
    out: dict[int, TableRows] = {}
    index = 0
    count = len(body)
    while index < count:
        if not body[index].line.marks & _TABLE:
            index += 1
            continue
        rows = _rows_from(view, body, index)
        if _is_data(rows):
            out[index] = rows
        index += sum(len(row) for row in rows)
    return out


def _rows_from(view: View, body: Sequence[BodyLine], index: int) -> TableRows:
    """The rows of the table that a line begins."""
    rows: TableRows = [[body[index]]]
    while index + 1 < len(body) and body[index + 1].line.marks & _TABLE:
        between = view.text[body[index].line.end : body[index + 1].line.start]
        if len(between) > _APART:
            break
        if "\n" in between or ("\t" not in between and "|" not in between):
            rows.append([])
        index += 1
        rows[-1].append(body[index])
    return rows


def _is_data(rows: TableRows) -> bool:
    """Whether rows are those of a table of data, and not of the page's layout."""
    cells = [cell for row in rows for cell in row]
    wide = sum(len(row) > 1 for row in rows)
    long = sum(len(cell.text) > _LONG_CELL for cell in cells)
    return len(rows) > 1 and wide * 2 >= len(rows) and long * 3 <= len(cells)


def make_table(
    page: Page, rows: TableRows, convert: Callable[[str], str], sizes: Mapping[int, tuple[int, int]]
) -> Table:
    """The block of a table: its text line by line as displayed, its cells as the tree has them (in a dump, as the lines have them).

    Args:
        page: The page.
        rows: The table's lines, from `find_tables`.
        convert: Script conversion of a line's text.
        sizes: Columns and rows of the page's cells, from `cell_sizes`.
    """
    lines = [[(line, convert(line.text)) for line in row] for row in rows]
    flat = [pair for row in lines for pair in row]
    text = "\n".join("\t".join(shown for _, shown in row) for row in lines)
    spans = tuple(span for line, _ in flat for span in line.spans)
    cells = _cells_of_tree(page, flat, sizes) if page.form == "html" else None
    # A table that is set with <pre> or bars has lines only.
    if cells is None:
        cells = tuple(tuple(Cell(shown, spans=line.spans) for line, shown in row) for row in lines)
    return Table(text, spans, cells)


def _cells_of_tree(
    page: Page, lines: Sequence[tuple[BodyLine, str]], sizes: Mapping[int, tuple[int, int]]
) -> tuple[tuple[Cell, ...], ...] | None:
    """The cells, from the first row that holds one of the lines to the last; ``None`` where a line stands in no cell.

    Of tables within each other the outer one's cells count: what stands in an inner table are lines of its cell.
    """
    chains = [_cells_around(page, line.line.node) for line, _ in lines]
    if not all(chains):
        return None
    # The innermost table that the lines speak of by themselves, or one around it that others do.
    tables = {chain[0][1] for chain in chains}
    inside: dict[int, list[tuple[BodyLine, str]]] = {}
    for chain, pair in zip(chains, lines, strict=True):
        cell = next(cell for cell, table in reversed(chain) if table in tables)
        inside.setdefault(cell, []).append(pair)
    return _clipped(_rows_of_cells(page, inside, tables, sizes))


def _rows_of_cells(
    page: Page,
    inside: Mapping[int, Sequence[tuple[BodyLine, str]]],
    tables: Collection[int],
    sizes: Mapping[int, tuple[int, int]],
) -> list[list[Cell]]:
    """The cells row by row.

    Args:
        page: The page.
        inside: Nodes of the cells that hold lines, with these.
        tables: Nodes of the tables that count.
        sizes: See `make_table`.
    """
    nodes = page.nodes
    # Empty cells have a node as well, so the rows between the first and the last are whole.
    first, last = nodes[min(inside)].parent, nodes[max(inside)].parent
    rows: dict[int, list[Cell]] = {}
    stop = max(inside)
    for node in range(first + 1, len(nodes)):
        parent, tag, _ = nodes[node]
        # Behind the last cell that holds a line its row may go on with empty ones.
        if node > stop and parent < last:
            break
        if tag in _CELLS and (node in inside or _table_of(page, node) in tables):
            # An empty cell of a table within a cell that holds lines is a part of that cell.
            if node not in inside and any(cell in inside for cell, _ in _cells_around(page, parent)):
                continue
            columns, height = sizes.get(node, (1, 1))
            held = inside.get(node, ())
            text = "\n".join(shown for _, shown in held)
            places = tuple(span for line, _ in held for span in line.spans)
            rows.setdefault(parent, []).append(Cell(text, columns, height, tag == "th", places))
    return list(rows.values())


def _clipped(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows in which no cell goes on below the last one: authors write ``rowspan="99"``, and the body may end amid a table."""
    count = len(rows)
    return tuple(
        tuple(
            cell
            if number + cell.rows <= count
            else Cell(cell.text, cell.columns, count - number, cell.header, cell.spans)
            for cell in row
        )
        for number, row in enumerate(rows)
    )


def _cells_around(page: Page, node: int) -> list[tuple[int, int]]:
    """The cells that a block stands in, from the innermost on, each with its table."""
    out: list[tuple[int, int]] = []
    nodes = page.nodes
    cell = -1
    while node >= 0:
        tag = nodes[node].tag
        if tag in _CELLS and cell < 0:
            cell = node
        elif tag == "table" and cell >= 0:
            out.append((cell, node))
            cell = -1
        node = nodes[node].parent
    return out


def _table_of(page: Page, node: int) -> int:
    """The table that a block stands in, -1 where there is none."""
    while node >= 0 and page.nodes[node].tag != "table":
        node = page.nodes[node].parent
    return node


def cell_sizes(page: Page) -> dict[int, tuple[int, int]]:
    """Columns and rows of the cells that take more than one."""
    out: dict[int, tuple[int, int]] = {}
    for ref in page.refs:
        if ref.kind == "cell":
            columns, _, rows = ref.value.partition("x")
            out[ref.node] = (int(columns), int(rows))
    return out
