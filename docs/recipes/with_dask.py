"""A Dask bag of pages to a folder of Parquet files, one a part: ``python docs/recipes/with_dask.py FOLDER OUT``."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import dask.bag as db
import pyarrow.parquet as pq
from common import called, report

from policytext.arrow import SCHEMA, batches

if TYPE_CHECKING:
    from pathlib import Path

PARTITIONS = 4


def write(part: tuple[int, list[tuple[str, bytes]]], out: Path) -> int:
    """Write the records of a part as a file; give its number of rows back, not its documents: pickling them costs half the gain."""
    number, pages = part
    path = out / f"part-{number:05}.parquet"
    rows = 0
    # Under another name until it is whole, so that a part that is tried twice leaves one file.
    unfinished = path.with_suffix(".partial")
    with pq.ParquetWriter(unfinished, SCHEMA) as writer:
        for batch in batches(pages):
            writer.write_batch(batch)
            rows += batch.num_rows
    unfinished.rename(path)
    return rows


if __name__ == "__main__":
    call = called("Dask")
    parts = [(number, call.pages[number::PARTITIONS]) for number in range(PARTITIONS)]
    started = time.perf_counter()
    bag = db.from_sequence(parts, npartitions=PARTITIONS)
    # Processes, not threads: reading a page is work of Python. Dask gives six tasks at once to a process otherwise: here all of them to one.
    counts = bag.map(partial(write, out=call.out)).compute(scheduler="processes", num_workers=2, chunksize=1)
    report(call.pages, sum(counts), time.perf_counter() - started)
