"""The lean driver: very many small calls, each held against the laws that cost nothing and against one of the others.

    python tests/fuzz/drive.py --seconds 600 --seed 0 [--counts FILE]

A run is one input: read as a page, or normalized, or a page of a site read with what was learned from others of that site. Prints each
place where a law breaks once, with the call that breaks it; writes how many runs there were of each law to ``--counts``, one line of JSON
a session. The same seed makes the same calls as long as the library's answers are the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

import policytext
from fuzz.holding import LAWS, read, readers
from fuzz.inputs import Call
from fuzz.small import Pool, small_text, text_line
from policytext.learning.observe import masked

if TYPE_CHECKING:
    from random import Random

    from policytext import Document, Source
    from policytext.models.script import Target

__all__ = ["Driver"]

_NORMALIZED = 0.3
_BY_READERS = 0.25
_OF_A_SITE = 0.02
_NEW_SITE = 0.0005
"""Shares of the runs; the rest are pages."""


_FREE_LAWS_ONLY = 0.4
"""Share of the pages whose document is held against the partition, valid text and spans, and no other law."""


_TARGETS: tuple[Target | None, ...] = ("hans", "hant", None)


class Site(NamedTuple):
    """Small pages of one template, and what was learned from them."""

    frame: tuple[str, str]
    source: Source
    seen: Counter[str]
    """In how many of the pages a line stands, as learning sees lines."""


def _page(rng: Random, frame: tuple[str, str]) -> str:
    return f"{frame[0]}\n{text_line(rng)}\n{small_text(rng)}\n{text_line(rng)}\n{frame[1]}"


def _lines(text: str) -> set[str]:
    return {masked(line) for line in text.splitlines() if line.strip()}


def _is_seen(line: str) -> bool:
    return any(char.isprintable() and not char.isspace() for char in line)


def learned(rng: Random) -> Site:
    """A site whose pages have two texts of frame and lines at random between them, and its source."""
    frame = (small_text(rng), small_text(rng))
    pages = [_page(rng, frame) for _ in range(rng.randint(2, 5))]
    source = policytext.learn(pages, key="site", form="text")
    assert policytext.Source.from_dict(json.loads(json.dumps(source.to_dict()))) == source
    return Site(frame, source, Counter(line for page in set(pages) for line in _lines(page)))


def takes_what_was_seen(site: Site, doc: Document) -> None:
    """Law 6: what a learned source takes stands on several pages, begins as several did, or stands behind an end."""
    examples = {item.name: item for item in site.source.evidence if item.subject in ("frame", "end")}
    for piece in doc.removed:
        if not piece.rule.startswith("site/frame-"):
            continue
        item = examples[piece.rule]
        assert item.documents > 1, item
        for line in filter(_is_seen, piece.text.splitlines()):
            as_seen = masked(line)
            assert (
                site.seen[as_seen] > 1
                or as_seen == item.example
                or as_seen.startswith(item.example.rstrip("*"))
            ), (line, item)


def _features(doc: Document) -> frozenset[object]:
    """What is in a document besides its words: rules, kinds of blocks, fields, notes, each alone and with the kind of page."""
    found = {piece.rule for piece in doc.pieces} | {type(block).__name__ for block in doc.blocks}
    found |= {f"field {item.name} {item.rule}" for item in doc.fields} | {note[:14] for note in doc.notes}
    found |= {
        f"{doc.script.script} {len(doc.script.changes) > 0}",
        f"{doc.official is None} {len(doc.parts)}",
    }
    return frozenset(found) | {(doc.kind, doc.page.form, item) for item in found}


class Driver:
    """Makes runs and counts them.

    Args:
        seed: Of the calls.
    """

    def __init__(self, seed: int) -> None:
        self.pool = Pool(seed)
        self.counts: Counter[str] = Counter()
        self.broken: dict[str, str] = {}
        """Per place where a law broke, the call that did it first."""
        self._sites: list[Site] = []

    def run(self) -> None:
        """One run; a broken law is written down."""
        rng = self.pool.rng
        kind = rng.random()
        call: object = None
        try:
            if kind < _NORMALIZED:
                call = text_line(rng) + rng.choice(("", "\n")) + text_line(rng)
                self._normalize(call)
            elif kind < _NORMALIZED + _BY_READERS:
                made = call = self.pool.call()
                readers(made)
                self.counts["readers"] += 1
            elif kind < _NORMALIZED + _BY_READERS + _NEW_SITE or not self._sites:
                call = "learn"
                self._sites = [*self._sites[-4:], learned(rng)]
                self.counts["learn"] += 1
            elif kind < _NORMALIZED + _BY_READERS + _NEW_SITE + _OF_A_SITE:
                site = rng.choice(self._sites)
                page = _page(rng, site.frame)
                call = Call(page, {"source": site.source, "form": "text"})
                doc = read(call)
                assert doc is not None
                takes_what_was_seen(site, doc)
                self.counts["takes_what_was_seen"] += 1
            else:
                made = call = self.pool.call()
                self._read(made)
        except Exception as error:  # noqa: BLE001 - finding them is the point
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
            self.counts[f"broken: {place}"] += 1
            self.broken.setdefault(place, f"{str(error)[:300]!r}\n  {call!r}")

    def _read(self, call: Call) -> None:
        doc = read(call)
        if doc is None:
            self.counts["refused"] += 1
            return
        self.pool.note(call, _features(doc))
        if self.pool.rng.random() < _FREE_LAWS_ONLY:
            self.counts["read"] += 1
            return
        law = self.pool.rng.choice(LAWS)
        law(call, doc)
        self.counts[law.__name__] += 1

    def _normalize(self, text: str) -> None:
        to: Target | None = self.pool.rng.choice(_TARGETS)
        once = policytext.normalize(text, to=to)
        assert once.replay() == once.text
        assert policytext.normalize(once.text, to=to).text == once.text
        assert policytext.detect_script(text).script in ("hans", "hant", "mixed", "none")
        self.counts["normalize"] += 1

    @property
    def runs(self) -> int:
        """All runs."""
        return self.counts.total()


def main() -> int:
    """Run for so many seconds of wall time; 1 where a law breaks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--counts", type=Path)
    parser.add_argument("--tree", default="", help="what is written beside the counts, such as a commit")
    options = parser.parse_args()
    driver = Driver(options.seed)
    told = 0
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        for _ in range(200):
            driver.run()
        for place, what in list(driver.broken.items())[told:]:
            print(f"{place} {what}", flush=True)
        told = len(driver.broken)
    record = {
        "tree": options.tree,
        "seed": options.seed,
        "runs": driver.runs,
        "broken": len(driver.broken),
        "cpu": round(time.process_time()),
        "counts": dict(driver.counts),
        "pool": len(driver.pool.texts),
    }
    print(json.dumps(record))
    if options.counts is not None:
        with options.counts.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
    return 1 if driver.broken else 0


if __name__ == "__main__":
    sys.exit(main())
