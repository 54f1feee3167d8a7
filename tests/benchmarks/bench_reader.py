"""What decoding, cleaning and reading cost, as ratios to a bare lxml parse of the same pages.

    python tests/benchmarks/bench_reader.py [PAGES] [--rounds 5]

PAGES holds one folder a page with a ``page.html``. Every step is timed page by page, in turn with the bare parse, and
the best of the rounds counts, so that a busy machine touches all alike.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html

from policytext.encoding.decode import decode
from policytext.readers.html.clean import clean
from policytext.readers.html.reader import read_html

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = Path(__file__).resolve().parents[3] / "shared" / "pages"


def bare(data: bytes) -> None:
    """The yardstick: a tree, and nothing done with it."""
    lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))


def best(run: Callable[[Any], object], value: object, so_far: float) -> float:
    """The shorter of ``so_far`` and one more run, in seconds."""
    begin = time.perf_counter()
    run(value)
    return min(so_far, time.perf_counter() - begin)


def main() -> None:
    """Print a line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    total = dict.fromkeys(("bare", "decode", "clean", "read", "decode+read"), 0.0)
    count = 0
    for path in sorted(options.pages.glob("*/page.html")):
        data = path.read_bytes()
        text = decode(data).text
        utf8 = text.encode()
        steps: tuple[tuple[str, Callable[[Any], object], object], ...] = (
            ("bare", bare, utf8),
            ("decode", decode, data),
            ("clean", clean, text),
            ("read", read_html, text),
            ("decode+read", lambda raw: read_html(decode(raw).text), data),
        )
        fastest = dict.fromkeys(total, float("inf"))
        for _ in range(options.rounds):
            for name, run, value in steps:
                fastest[name] = best(run, value, fastest[name])
        for name, seconds in fastest.items():
            total[name] += seconds
        count += 1
    if not count:
        raise SystemExit(f"no pages under {options.pages}")
    print(f"{count} pages; read includes clean")
    for name, seconds in total.items():
        print(f"{name:12s} {seconds * 1e3:8.1f} ms  {seconds / total['bare']:5.2f} x bare")


if __name__ == "__main__":
    main()
