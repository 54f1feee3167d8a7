"""What the recipes share: pages of a folder, and how fast they were read against one `parse` after the other."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import NamedTuple

import policytext

PAGE_NAMES = ("page.html", "dump.txt")


class Call(NamedTuple):
    """What a recipe was called with."""

    pages: list[tuple[str, bytes]]
    """What each page is called, and its bytes. Bytes and no text: the encoding is policytext's business."""
    out: Path


def called(what: str) -> Call:
    """Read the command line: a folder of pages, where to write, how many times to take each page."""
    options = argparse.ArgumentParser(description=what)
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--times", type=int, default=1, help="take each page so often, for a measurement")
    given = options.parse_args()
    paths = sorted(path for path in given.folder.rglob("*") if path.name in PAGE_NAMES)
    pages = [(str(path.relative_to(given.folder)), path.read_bytes()) for path in paths]
    given.out.mkdir(parents=True, exist_ok=True)
    return Call(pages * given.times, given.out)


def report(pages: list[tuple[str, bytes]], rows: int, seconds: float) -> None:
    """Say how many rows came out, and how fast, against one `parse` after the other in this process."""
    started = time.perf_counter()
    parser = policytext.Parser()
    for _, page in pages:
        parser.parse(page).to_record()
    serial = time.perf_counter() - started
    print(
        f"{rows} rows of {len(pages)} pages; {len(pages) / seconds:.0f} pages/s, serial {len(pages) / serial:.0f} pages/s:"
        f" {serial / seconds:.2f} x"
    )
