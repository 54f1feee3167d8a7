"""A polars frame of pages to a frame of records: ``python docs/recipes/with_polars.py FOLDER OUT``."""

from __future__ import annotations

import time

import polars as pl
import pyarrow as pa
from common import called, report

from policytext.arrow import SCHEMA, batches


def read(frame: pl.DataFrame) -> pl.DataFrame:
    """Records of the pages in the columns ``location`` and ``html``; a page that cannot be read is a row with its error."""
    pages = zip(frame["location"], frame["html"], strict=True)
    return pl.DataFrame(pa.Table.from_batches(batches(pages, audit=True), SCHEMA))


if __name__ == "__main__":
    call = called("polars")
    given = pl.DataFrame(call.pages, schema={"location": pl.String, "html": pl.Binary}, orient="row")
    started = time.perf_counter()
    # Slice by slice, so that documents never stand in memory all at once.
    found = pl.concat(read(part) for part in given.iter_slices(1_000))
    seconds = time.perf_counter() - started
    found.write_parquet(call.out / "corpus.parquet")
    audit = found.select("audit_rules", "audit_characters").explode("audit_rules", "audit_characters")
    print(
        audit.group_by("audit_rules").agg(pl.col("audit_characters").sum()).sort("audit_characters").tail(5)
    )
    report(call.pages, found.height, seconds)
