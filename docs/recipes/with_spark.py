"""A Spark frame of pages to Parquet by ``mapInPandas``: ``python docs/recipes/with_spark.py FOLDER OUT``.

Needs Java 17 or later. The executors need policytext: on a cluster ship an environment with ``spark.archives`` (venv-pack, conda-pack), or
install it on the nodes; a zip by ``--py-files`` will not do, since lxml is compiled.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from common import called, report
from pyspark.sql import SparkSession

from policytext.arrow import batches
from policytext.records import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

TYPES = {
    "string": "string", "date": "date", "integer": "bigint", "number": "double", "strings": "array<string>", "integers": "array<bigint>",
}  # fmt: skip
SCHEMA = ", ".join(f"`{field.name}` {TYPES[field.type]}" for field in FIELDS)


def read(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Records of the pages in the columns ``location`` and ``html``; a page that cannot be read is a row with its error."""
    for frame in frames:
        for batch in batches(zip(frame["location"], map(bytes, frame["html"]), strict=True)):
            # Days and integers as objects: NumPy's own types would move the ones and round the others where some are absent.
            yield batch.to_pandas(date_as_object=True, integer_object_nulls=True)


if __name__ == "__main__":
    call = called("Spark")
    # Executors take the first python on the path otherwise, which knows nothing of policytext.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    given = spark.createDataFrame(
        [(name, bytearray(page)) for name, page in call.pages], "location string, html binary"
    ).repartition(4)
    given.cache().count()
    started = time.perf_counter()
    given.mapInPandas(read, SCHEMA).write.mode("overwrite").parquet(str(call.out / "corpus"))
    seconds = time.perf_counter() - started
    report(call.pages, spark.read.parquet(str(call.out / "corpus")).count(), seconds)
    spark.stop()
