"""A Scrapy spider and pipeline, pages to Parquet: ``python docs/recipes/with_scrapy.py FOLDER OUT``.

The pages are served from the folder by a server of this process, so that there is a site to crawl; spider and pipeline are the recipe.
"""

from __future__ import annotations

import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import scrapy
from common import called, report
from scrapy.crawler import CrawlerProcess

from policytext import Parser, PolicytextError
from policytext.arrow import SCHEMA, from_records
from policytext.records import error_record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class PageSpider(scrapy.Spider):
    """Gives a record for each page. A record is a plain dict, which is an item; a `Document` is none."""

    name = "pages"
    parser = Parser()

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for all pages."""
        for address in self.settings.getlist("ADDRESSES"):
            # The same page may be asked for twice in a measurement.
            yield scrapy.Request(address, dont_filter=True)

    def parse(self, response: scrapy.http.Response) -> Iterator[dict[str, Any]]:
        """``response.body``, not ``response.text``: the encoding is told better by the page than by the header."""
        try:
            doc = self.parser.parse(response.body, url=response.url)
        except PolicytextError as error:
            yield error_record(response.url, error.code, error.message)
            return
        # Further parts of the article: follow them here and put them together by policytext.join.
        yield {**doc.to_record(), "location": response.url}


class ParquetPipeline:
    """Writes records to one Parquet file, 256 at a time."""

    @classmethod
    def from_crawler(cls, crawler: Any) -> ParquetPipeline:
        """What Scrapy calls; ``PARQUET`` is a setting of ours."""
        return cls(crawler.settings["PARQUET"])

    def __init__(self, path: str) -> None:
        self.path = path
        self.rows: list[dict[str, Any]] = []

    def open_spider(self) -> None:
        """Begin the file."""
        self.writer = pq.ParquetWriter(self.path, SCHEMA)

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Keep the record."""
        self.rows.append(item)
        if len(self.rows) >= 256:
            self._write()
        return item

    def close_spider(self) -> None:
        """Finish the file."""
        self._write()
        self.writer.close()

    def _write(self) -> None:
        if self.rows:
            self.writer.write_batch(from_records(self.rows))
            self.rows.clear()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    call = called("Scrapy")
    folder = call.out / "site"
    for name, page in dict(call.pages).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(page)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    process = CrawlerProcess(
        {
            "ADDRESSES": [f"http://127.0.0.1:{server.server_port}/{name}" for name, _ in call.pages],
            "ITEM_PIPELINES": {ParquetPipeline: 300},
            "PARQUET": str(call.out / "corpus.parquet"),
            "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0,
        }
    )  # fmt: skip
    started = time.perf_counter()
    process.crawl(PageSpider)
    process.start()
    seconds = time.perf_counter() - started
    server.shutdown()
    report(call.pages, pq.read_table(call.out / "corpus.parquet").num_rows, seconds)
