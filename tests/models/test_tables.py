"""The grid of a table's cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policytext import Document
from policytext.models import Cell, Table
from policytext.models.tables import as_cells, grid

CELLS = st.builds(Cell, st.sampled_from("甲乙丙"), st.integers(1, 4), st.integers(1, 4))


def test_spans_fill_their_places() -> None:
    """A cell stands in every place it takes, or in the first alone."""
    found = Table("", rows=as_cells([[Cell("甲", 2), "乙"], [Cell("丙", 1, 2), "丁", "戊"], ["己", "庚"]]))
    assert found.grid() == (("甲", "甲", "乙"), ("丙", "丁", "戊"), ("丙", "己", "庚"))
    assert found.grid(repeat=False) == (("甲", "", "乙"), ("丙", "丁", "戊"), ("", "己", "庚"))


def test_columns_that_no_cell_begins_in_are_left_out() -> None:
    """A headline that spans more columns than there are makes none."""
    assert Table("", rows=as_cells([[Cell("表", 1000)], ["甲", "乙"]])).grid() == (("表", "表"), ("甲", "乙"))


@given(st.lists(st.lists(CELLS, max_size=4), max_size=5))
def test_every_cell_begins_once_and_rows_are_equally_long(rows: list[list[Cell]]) -> None:
    """Whatever spans say, no cell is lost or doubled, and rows have one length."""
    places = grid(rows)
    assert len({len(row) for row in places}) <= 1
    begun = [slot.cell for row in places for slot in row if slot and slot.first]
    assert sorted(cell.text for cell in begun) == sorted(cell.text for row in rows for cell in row)


def test_a_text_is_a_cell() -> None:
    """A table that was written when cells were texts is read."""
    old = {"type": "Table", "text": "甲\t乙", "spans": [], "rows": [["甲", "乙"]]}
    plain = {"format": 1, "page": {"text": ""}, "pieces": [], "blocks": [old]}
    assert Document.from_dict(plain).blocks == (Table("甲\t乙", rows=as_cells([["甲", "乙"]])),)
