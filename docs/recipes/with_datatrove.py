"""A datatrove pipeline: pages of a folder to JSON lines: ``python docs/recipes/with_datatrove.py FOLDER OUT``.

A reader of its own, since datatrove's readers hand text on and know UTF-8 only; pages in GBK would be lost.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from common import called, report
from datatrove.data import Document, DocumentsPipeline
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers import JsonlWriter

from policytext import Parser, PolicytextError


class Pages(PipelineStep):
    """Reads files as they are and parses them: the bytes of a page never become a text that another decoder made."""

    name = "policytext"
    type = "READER"

    def __init__(self, folder: str, names: list[str]) -> None:
        super().__init__()
        self.folder = folder
        self.names = names
        self.parser = Parser()

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yield the documents of this rank."""
        if data:
            yield from data
        for name in self.names[rank::world_size]:
            try:
                with self.track_time():
                    record = self.parser.parse((Path(self.folder) / name).read_bytes()).to_record()
            except PolicytextError as error:
                self.stat_update(f"refused_{error.code}")
                continue
            # A page without a body is no document of a corpus; the count says how many there were.
            text = str(record.pop("text") or "")
            if not text:
                self.stat_update("no_body")
                continue
            self.stat_update("read")
            yield Document(text=text, id=name, metadata=record)


if __name__ == "__main__":
    call = called("datatrove")
    folder = sys.argv[1]
    started = time.perf_counter()
    LocalPipelineExecutor(
        [Pages(folder, [name for name, _ in call.pages]), JsonlWriter(str(call.out / "corpus"), compression=None)],
        tasks=2, workers=2, logging_dir=str(call.out / "logs"), skip_completed=False,
    ).run()  # fmt: skip
    seconds = time.perf_counter() - started
    rows = [
        json.loads(line)
        for path in (call.out / "corpus").glob("*.jsonl")
        for line in path.open(encoding="utf-8")
    ]
    report(call.pages, len(rows), seconds)
