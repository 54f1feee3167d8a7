"""Hugging Face datasets, pages to records: ``python docs/recipes/with_datasets.py FOLDER OUT``."""

from __future__ import annotations

import time

import pyarrow as pa
from common import called, report
from datasets import Dataset, Features, disable_progress_bars

from policytext.arrow import SCHEMA, batches


def read(table: pa.Table) -> pa.Table:
    """Records of the pages in the columns ``location`` and ``html``."""
    pages = zip(table["location"].to_pylist(), table["html"].to_pylist(), strict=True)
    # Without the meaning of the columns, which `Features` does not keep.
    return pa.Table.from_batches(batches(pages), SCHEMA).cast(Features.from_arrow_schema(SCHEMA).arrow_schema)


if __name__ == "__main__":
    call = called("datasets")
    disable_progress_bars()
    names, contents = zip(*call.pages, strict=True)
    given = Dataset(
        pa.table({"location": pa.array(names), "html": pa.array(contents, pa.binary())})
    ).with_format("arrow")
    started = time.perf_counter()
    found = given.map(
        read, batched=True, num_proc=2, remove_columns=["location", "html"], features=Features.from_arrow_schema(SCHEMA),
        load_from_cache_file=False, new_fingerprint="policytext",
    )  # fmt: skip
    seconds = time.perf_counter() - started
    found.with_format(None).to_parquet(str(call.out / "corpus.parquet"))
    report(call.pages, len(found), seconds)
