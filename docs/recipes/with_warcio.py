"""WARC files to Parquet: ``python docs/recipes/with_warcio.py FOLDER OUT``.

Here the WARC is made of the pages first, so that there is one; `responses` and `convert` are the recipe.
"""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, BinaryIO

import pyarrow.parquet as pq
from common import called, report
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from policytext.arrow import SCHEMA, batches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def responses(stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of the pages in a WARC, one at a time."""
    for record in ArchiveIterator(stream):
        if record.rec_type != "response" or record.http_headers is None:
            continue
        kind = record.http_headers.get_header("Content-Type") or ""
        if record.http_headers.get_statuscode() == "200" and "html" in kind:
            yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()


def convert(warc: Path, out: Path) -> int:
    """Write the records of a WARC as one Parquet file, batch by batch. One WARC a task is how Common Crawl is read."""
    rows = 0
    with warc.open("rb") as stream, pq.ParquetWriter(out, SCHEMA) as writer:
        for batch in batches(responses(stream)):
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


if __name__ == "__main__":
    call = called("WARC")
    path = call.out / "crawl.warc.gz"
    with path.open("wb") as file:
        archive = WARCWriter(file, gzip=True)
        for name, page in call.pages:
            heads = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            address = f"http://pages.example/{name}"
            archive.write_record(
                archive.create_warc_record(address, "response", io.BytesIO(page), http_headers=heads)
            )
    started = time.perf_counter()
    count = convert(path, call.out / "corpus.parquet")
    report(call.pages, count, time.perf_counter() - started)
