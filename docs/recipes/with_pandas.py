"""A pandas frame of pages to a frame of records: ``python docs/recipes/with_pandas.py FOLDER OUT``."""

from __future__ import annotations

import time

import pandas as pd
import pyarrow as pa
from common import called, report

from policytext.arrow import SCHEMA, batches


def read(frame: pd.DataFrame) -> pd.DataFrame:
    """Records of the pages in the columns ``location`` and ``html``; a page that cannot be read is a row with its error."""
    pages = zip(frame["location"], frame["html"], strict=True)
    table = pa.Table.from_batches(batches(pages, audit=True), SCHEMA)
    # Arrow's own types keep days, lists and absent values as they are; NumPy's would make floats of integers with gaps.
    return table.to_pandas(types_mapper=pd.ArrowDtype)


if __name__ == "__main__":
    call = called("pandas")
    given = pd.DataFrame(call.pages, columns=["location", "html"])
    started = time.perf_counter()
    found = read(given)
    seconds = time.perf_counter() - started
    found.to_parquet(call.out / "corpus.parquet")
    # What was removed over all pages, by rule: the first thing to look at.
    audit = found[["audit_rules", "audit_characters"]].explode(["audit_rules", "audit_characters"])
    print(audit.groupby("audit_rules")["audit_characters"].sum().sort_values(ascending=False).head())
    report(call.pages, len(found), seconds)
