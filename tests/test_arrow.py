"""Arrow: one schema, all pages in one Parquet file, back equal; a page that cannot be read is a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import policytext
from policytext import Parser
from policytext.records import FIELDS
from support.cases import FIXTURES
from support.reading import read

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow", reason="policytext[arrow]")

import pyarrow as pa
import pyarrow.parquet as pq

from policytext.arrow import SCHEMA, batches, from_records, table

PAGES = sorted([*FIXTURES.glob("*/*/page.html"), *FIXTURES.glob("kinds/*")])


def test_every_field_is_a_column() -> None:
    """The schema names the fields of a record, in order, with what they mean."""
    assert SCHEMA.names == [field.name for field in FIELDS]
    assert SCHEMA.field("title").metadata == {b"meaning": b"headline as displayed"}
    assert SCHEMA.field("published_on").type == pa.date32()


def test_all_pages_in_one_file(tmp_path: Path) -> None:
    """Fixture pages of all kinds, read in batches, stand in one Parquet file and come back equal to the table of their documents."""
    some = PAGES[::4]
    documents = list(map(read, some))
    whole = table(documents, audit=True)
    with pq.ParquetWriter(tmp_path / "pages.parquet", SCHEMA) as writer:
        for batch in batches((path.read_bytes() for path in some), size=7, audit=True):
            assert batch.num_rows <= 7
            writer.write_batch(batch)
    back = pq.read_table(tmp_path / "pages.parquet")
    assert back.equals(whole)
    assert back.column("title").to_pylist() == [doc.title for doc in documents]
    assert whole.schema.equals(SCHEMA)
    assert table([]).num_rows == 0


def test_days_are_dates() -> None:
    """A day is a real date, the text keeps what the page gave."""
    doc = policytext.parse(
        "青禾市部署植树\n2024-03-01 23:30\n各村要在三月底前完成补植，并做好管护，确保成活。\n"
    )
    (row,) = table([doc]).to_pylist()
    assert row["published_on"] == date(2024, 3, 1)
    assert row["published"] == "2024-03-01T23:30:00+08:00"


def test_a_bad_page_is_a_row() -> None:
    """A picture among pages gives a row with its error; the others are read, by the parser that was given, under their names."""
    own = policytext.Source(key="qinghe", hosts=("qinghe.example",))
    pages: list[tuple[str, bytes | str]] = [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("http://qinghe.example/a", "各村要在三月底前完成补植，并做好管护。"),
    ]
    (batch,) = batches(pages, parser=Parser(sources=(own,)))
    rows = batch.to_pylist()
    assert [row["location"] for row in rows] == [name for name, _ in pages]
    assert [row["error"] for row in rows] == ["binary", None]
    assert rows[1]["source"] == "qinghe"
    assert from_records([]).num_rows == 0
