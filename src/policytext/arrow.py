"""Records as Arrow tables and batches, for Parquet, pandas, polars, DuckDB, Spark. Needs ``pip install policytext[arrow]``.

    import pyarrow.parquet
    from policytext.arrow import table
    pyarrow.parquet.write_table(table(documents), "corpus.parquet")

A row is the record of `Document.to_record`; days are real dates, which no time zone can move.
"""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from policytext.errors import PolicytextError
from policytext.parsing import Parser
from policytext.records import FIELDS, Scalar, error_record, to_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policytext.models.document import Document

__all__ = ["SCHEMA", "batches", "from_records", "table"]

_TYPES: dict[str, Any] = {
    "string": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "strings": pa.list_(pa.string()),
    "integers": pa.list_(pa.int64()),
}
_DAYS = tuple(field.name for field in FIELDS if field.type == "date")

SCHEMA: Any = pa.schema(
    [pa.field(field.name, _TYPES[field.type], metadata={"meaning": field.meaning}) for field in FIELDS]
)
"""One schema, whatever the pages: a `pyarrow.Schema` of `policytext.records.FIELDS`."""


def table(documents: Iterable[Document], *, text: bool = True, audit: bool = False) -> Any:
    """A `pyarrow.Table` with one row a document.

    Args:
        documents: In the order of the rows.
        text: Whether the column ``text`` is filled.
        audit: Whether the columns ``audit_*`` are filled.
    """
    rows = [to_record(document, text=text, audit=audit) for document in documents]
    return pa.Table.from_batches([from_records(rows)], SCHEMA)


def from_records(records: Iterable[Mapping[str, Scalar]]) -> Any:
    """A `pyarrow.RecordBatch` of records, also of those of `policytext.records.error_record`."""
    rows = [dict(record) for record in records]
    days: dict[str, list[date | None]] = {
        name: [date.fromisoformat(str(row[name])) if row[name] else None for row in rows] for name in _DAYS
    }
    columns = [
        pa.array(days.get(field.name, [row[field.name] for row in rows]), _TYPES[field.type])
        for field in FIELDS
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def batches(
    pages: Iterable[bytes | str | tuple[str, bytes | str]],
    *,
    parser: Parser | None = None,
    size: int = 256,
    text: bool = True,
    audit: bool = False,
) -> Iterator[Any]:
    """Read pages and give them on as `pyarrow.RecordBatch`es, one at a time, so that a corpus never stands in memory.

    A page that cannot be read is a row with ``error`` and ``message``, never an exception.

    Args:
        pages: Pages, or pairs of what to call the page (its column ``location``) and the page. An address is taken for the
            page's address as well.
        parser: A parser of your own; ``None`` for that of `policytext.parse`.
        size: Rows of a batch.
        text: Whether the column ``text`` is filled.
        audit: Whether the columns ``audit_*`` are filled.
    """
    parser = parser or Parser()
    waiting = iter(pages)
    while rows := [_row(parser, page, text=text, audit=audit) for page in islice(waiting, size)]:
        yield from_records(rows)


def _row(
    parser: Parser, page: bytes | str | tuple[str, bytes | str], *, text: bool, audit: bool
) -> dict[str, Scalar]:
    location, content = page if isinstance(page, tuple) else (None, page)
    url = location if location and "://" in location else None
    try:
        record = to_record(parser.parse(content, url=url), text=text, audit=audit)
    except PolicytextError as error:
        return error_record(location or "", error.code, error.message)
    return {**record, "location": location}
