"""What `parse` costs, stage by stage and beside the peers that are installed, as ratios to a bare lxml parse of the same pages.

    python tests/benchmarks/bench_parse.py [FOLDER ...] [--rounds 3] [--over BYTES] [--each] [--no-peers] [--stages]

A FOLDER holds one folder a page with a ``page.html`` and, for the last line, a dump ``dump.txt``. Every stage of a page is timed in
turn with the bare parse of its decoded text, and the best of the rounds counts, so that a busy machine touches all alike.

``--stages`` adds what each step of `policytext.pipeline.read` costs within a whole parse, and within them the steps of the two that
cost most (indented by a dot). A step that is slower than 1 % of a bare parse is shown; the clock costs the others as much.

``shown`` is the cost a displayed character, in units of a bare parse of the same folder's characters: how dear a page is whose
every character is displayed.
"""

from __future__ import annotations

import argparse
import importlib
import time
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple

import lxml.html

import policytext
from policytext.encoding.decode import decode
from policytext.matching.matcher import Matcher
from policytext.models.page import UNSEEN
from policytext.page.displayed_repair import repair_displayed
from policytext.page.hidden_article import show_hidden_article
from policytext.page.split_lines import rejoin
from policytext.page.view import build_view
from policytext.readers.html.clean import clean
from policytext.readers.html.reader import read_html
from policytext.readers.sniff import looks_like_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDERS = (SHARED / "pages", SHARED / "pages-2" / "article")
# module, and how its main call is made of a decoded page
PEERS: dict[str, Callable[[str], object]] = {
    "trafilatura": lambda html: importlib.import_module("trafilatura").extract(html),
    "readability": lambda html: importlib.import_module("readability").Document(html).summary(),
    "justext": lambda html: importlib.import_module("justext").justext(html, frozenset()),
    "gne": lambda html: importlib.import_module("gne").GeneralNewsExtractor().extract(html),
    "resiliparse": lambda html: importlib.import_module("resiliparse.extract.html2text").extract_plain_text(
        html, main_content=True
    ),
}
# Modules whose calls of other modules are the steps of a parse, each with what stands before the name of a step.
STEPS = {
    "policytext.parsing": "",
    "policytext.pipeline": ".",
    "policytext.locate.locate": "..",
    "policytext.fields.choose": "..",
}
LEAST = 0.01
"""The cheapest step that is shown, in bare parses."""


class Cost(NamedTuple):
    """Seconds a stage, and how many code points of the page are displayed, and how many there are."""

    seconds: dict[str, float]
    shown: int
    length: int


def bare(data: bytes) -> None:
    """The yardstick: a tree, and nothing done with it."""
    lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))


def measure(raw: bytes, dump: str | None, peers: list[str], rounds: int) -> Cost:
    """The shortest of ``rounds`` runs of every stage, in CPU seconds."""
    decoded = decode(raw)
    text = decoded.text
    utf8 = text.encode()
    page = show_hidden_article(read_html(text))
    repaired = repair_displayed(page)
    joined = rejoin(page, repaired)
    stages: dict[str, Callable[[], object]] = {
        "bare": lambda: bare(utf8),
        "decode": lambda: decode(raw),
        "sniff": lambda: looks_like_html(text),
        "clean": lambda: clean(text, decoded.data),
        "read": lambda: read_html(text, data=decoded.data),
        "repair": lambda: repair_displayed(page),
        "view": lambda: build_view(page, rejoin(page, repaired).text, joined.inner),
        "parse": lambda: policytext.parse(raw),
    }
    if dump is not None:
        stages["dump"] = lambda: policytext.parse(dump, form="text")
    for name in peers:
        stages[name] = lambda call=PEERS[name]: call(text)  # type: ignore[misc]
    seconds = dict.fromkeys(stages, float("inf"))
    for _ in range(rounds):
        for name, run in stages.items():
            begin = time.process_time()
            with suppress(Exception):  # what a peer cannot read it cannot be timed on
                run()
                seconds[name] = min(seconds[name], time.process_time() - begin)
    shown = sum(run.end - run.start for run in page.runs if not run.marks & UNSEEN)
    return Cost(seconds, shown, len(text))


@contextmanager
def watched(spent: dict[str, float]) -> Iterator[None]:
    """Add up in ``spent`` what the steps cost, as long as this is open: their names in `STEPS` are bound to timed ones."""
    bound: list[tuple[Any, str, object]] = [(Matcher, "run", Matcher.run)]
    setattr(Matcher, "run", timed(Matcher.run, ".run", spent))  # noqa: B010 - a method, bound anew as the functions are
    for path, lead in STEPS.items():
        module = importlib.import_module(path)
        for name, step in list(vars(module).items()):
            if (
                isinstance(step, FunctionType)
                and step.__module__.startswith("policytext")
                and step.__module__ != path
            ):
                bound.append((module, name, step))
                setattr(module, name, timed(step, lead + name, spent))
    try:
        yield
    finally:
        for module, name, step in bound:
            setattr(module, name, step)


def timed(step: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """``step``, which adds its CPU seconds to ``spent[name]``."""

    @wraps(step)
    def run(*args: object, **options: object) -> object:
        begin = time.process_time()
        try:
            return step(*args, **options)
        finally:
            spent[name] = spent.get(name, 0.0) + time.process_time() - begin

    return run


def measure_steps(raw: bytes, rounds: int) -> dict[str, float]:
    """The shortest of ``rounds`` runs of every step of a parse, in CPU seconds."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        spent: dict[str, float] = {}
        with watched(spent):
            policytext.parse(raw)
        for name, seconds in spent.items():
            best[name] = min(best.get(name, seconds), seconds)
    return best


def report_steps(steps: list[dict[str, float]], base: float) -> None:
    """Print the sums of a folder's steps as ratios to ``base``, the bare parses."""
    for name in dict.fromkeys(name for page in steps for name in page):
        ratio = sum(page.get(name, 0.0) for page in steps) / base
        if ratio >= LEAST:
            print(f"    {name:24s} {ratio:6.2f}")


def installed() -> list[str]:
    """Names of the peers that can be imported."""
    found: list[str] = []
    for name in PEERS:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
        found.append(name)
    return found


def report(folder: Path, costs: dict[str, Cost], *, each: bool) -> None:
    """Print the sums of a folder as ratios, and a line a page on request."""
    if each:
        for name, cost in costs.items():
            ratio = cost.seconds["parse"] / cost.seconds["bare"]
            print(f"  {name:32s} {cost.length:9,} code points, {cost.shown:7,} shown  {ratio:6.2f} x bare")
    base = sum(cost.seconds["bare"] for cost in costs.values())
    print(f"{folder}: {len(costs)} pages, bare {base * 1e3:.0f} ms; read includes clean, parse all")
    stages = dict.fromkeys(stage for cost in costs.values() for stage in cost.seconds)
    for stage in stages:
        timed = [cost for cost in costs.values() if cost.seconds.get(stage, float("inf")) < float("inf")]
        ratio = sum(c.seconds[stage] for c in timed) / sum(c.seconds["bare"] for c in timed)
        print(f"  {stage:12s} {ratio:6.2f} x bare" + f"  ({len(timed)} pages)" * (len(timed) < len(costs)))
    per_character = base / sum(cost.length for cost in costs.values())
    spent = sum(cost.seconds["parse"] for cost in costs.values()) / sum(cost.shown for cost in costs.values())
    print(f"  {'shown':12s} {spent / per_character:6.2f} x a character, bare")


def main() -> None:
    """Measure each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--over", type=int, default=0, help="only pages of more bytes")
    parser.add_argument("--each", action="store_true", help="a line a page")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--stages", action="store_true", help="the steps of a parse")
    options = parser.parse_args()
    peers = [] if options.no_peers else installed()
    for folder in options.folders:
        costs: dict[str, Cost] = {}
        steps: list[dict[str, float]] = []
        for path in sorted(folder.glob("*/page.html")):
            raw = path.read_bytes()
            if len(raw) > options.over:
                dump = path.with_name("dump.txt")
                text = dump.read_text(encoding="utf-8") if dump.exists() else None
                costs[path.parent.name] = measure(raw, text, peers, options.rounds)
                if options.stages:
                    steps.append(measure_steps(raw, options.rounds))
        if not costs:
            raise SystemExit(f"no pages under {folder}")
        report(folder, costs, each=options.each)
        report_steps(steps, sum(cost.seconds["bare"] for cost in costs.values()))


if __name__ == "__main__":
    main()
