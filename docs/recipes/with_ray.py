"""Ray Data, pages to Parquet: ``python docs/recipes/with_ray.py FOLDER OUT``."""

from __future__ import annotations

import time

import pyarrow as pa
import pyarrow.parquet as pq
import ray
from common import called, report

from policytext.arrow import SCHEMA, batches


def read(table: pa.Table) -> pa.Table:
    """Records of the pages in the columns ``location`` and ``html``; Arrow in, Arrow out, nothing is pickled."""
    pages = zip(table["location"].to_pylist(), table["html"].to_pylist(), strict=True)
    return pa.Table.from_batches(batches(pages), SCHEMA)


if __name__ == "__main__":
    call = called("Ray Data")
    ray.init(num_cpus=3, object_store_memory=512 * 1024**2, include_dashboard=False, log_to_driver=False)
    names, contents = zip(*call.pages, strict=True)
    given = ray.data.from_arrow(pa.table({"location": names, "html": contents})).repartition(4).materialize()
    started = time.perf_counter()
    given.map_batches(read, batch_format="pyarrow", batch_size=256).write_parquet(str(call.out / "corpus"))
    seconds = time.perf_counter() - started
    report(call.pages, pq.read_table(call.out / "corpus").num_rows, seconds)
    ray.shutdown()
