"""Speed of the conversion, as ratios to ``opencc-python-reimplemented`` in one interleaved run; and identity on bulk.

Run as a script: ``python tests/benchmarks/bench_script.py``. Every round times each engine once, one after the other, so
that a busy machine slows all of them; what counts is the median of the rounds' ratios. With ``--cpp PYTHON``, the
interpreter of another environment that holds the official binding (``pip install opencc``; it shares the module name,
so it cannot live in this one), the binding takes its turn too. ``--compare MB`` compares outputs instead of times.

The text is that of the documents beside the repository, if there are any, or else made of the dictionary's words.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]

from policytext.script.conversion.convert import convert, prepare  # noqa: E402
from policytext.script.conversion.tables import CONFIGS, dictionary  # noqa: E402
from script.differential import mixtures  # noqa: E402
from script.opencc_reference import reference  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHARED = Path(__file__).parents[2].parent / "shared"
LONG, SHORT, REPEAT = 100_000, 20, 3

# Reads {"config", "texts", "repeat"} a line, answers with the seconds for one pass.
CPP = """
import json, sys, time, opencc
ready = {}
for line in sys.stdin:
    job = json.loads(line)
    convert = ready.setdefault(job["config"], opencc.OpenCC(job["config"])).convert
    start = time.perf_counter()
    for _ in range(job["repeat"]):
        for text in job["texts"]:
            convert(text)
    print((time.perf_counter() - start) / job["repeat"], flush=True)
"""


class Job(NamedTuple):
    """What is timed, and the ratio that is to be reached."""

    name: str
    config: str
    script: str
    size: int
    target: float


JOBS = (
    Job("t2s, Traditional", "t2s", "t", LONG, 40),
    Job("t2s, Simplified (nothing to do)", "t2s", "s", LONG, 60),
    Job("t2s, Traditional, 20 characters", "t2s", "t", SHORT, 15),
    Job("t2s, Simplified, 20 characters", "t2s", "s", SHORT, 55),
    Job("s2t, Simplified", "s2t", "s", LONG, 20),
    Job("s2t, Simplified, 20 characters", "s2t", "s", SHORT, 0),
    Job("tw2s, Taiwan", "tw2s", "tw", LONG, 30),
    Job("hk2s, Hong Kong", "hk2s", "hk", LONG, 30),
    Job("s2tw, Simplified", "s2tw", "s", LONG, 0),
    Job("s2hk, Simplified", "s2hk", "s", LONG, 0),
    Job("tw2sp, Taiwan", "tw2sp", "tw", LONG, 0),
    Job("s2twp, Simplified", "s2twp", "s", LONG, 0),
)


def simplified(size: int) -> str:
    """Simplified text of ``size`` code points: of real documents where they are at hand."""
    documents = [
        path.read_text(encoding="utf-8") for path in sorted((SHARED / "official").glob("*/dump.txt"))
    ]
    text = "".join(documents)
    if not text:
        pick = random.Random(0)  # noqa: S311 - not a secret
        words = list(dictionary("STPhrases"))
        text = "".join(
            pick.choice(words) + pick.choice(("", "", "的", "在", "，", "。\n")) for _ in range(size // 3)
        )
    return (text * (size // len(text) + 1))[:size]


def main() -> None:
    """Time or compare, as the arguments say, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cpp", help="Python of an environment with the official binding")
    parser.add_argument(
        "--compare", type=float, metavar="MB", help="compare outputs over this much text (UTF-8)"
    )
    options = parser.parse_args()
    if options.compare:
        sys.exit(compare(options.compare))
    measure(options.rounds, options.cpp)


def measure(rounds: int, cpp: str | None) -> None:
    """Print the table of ratios."""
    plain = simplified(LONG)
    texts = {"s": plain} | {name: reference(f"s2{name}")(plain) for name in ("t", "tw", "hk")}
    binding = _binding(cpp) if cpp else None
    print(f"{'job':36}{'overlay':>9}{'plain':>9}{'target':>9}{'C++':>9}   ns/char")
    for job in JOBS:
        text = texts[job.script]
        batch = [text[at : at + SHORT] for at in range(0, LONG // 5, SHORT)] if job.size == SHORT else [text]
        size = sum(map(len, batch))
        runs: dict[str, list[float]] = {"reference": [], "overlay": [], "plain": [], "cpp": []}
        for overlay in (True, False):
            prepare(job.config, overlay=overlay)
        for _ in range(rounds):
            runs["reference"].append(_theirs(batch, reference(job.config)))
            runs["overlay"].append(_ours(batch, job.config))
            runs["plain"].append(_ours(batch, job.config, overlay=False))
            if binding:
                runs["cpp"].append(binding(job.config, batch))
        ratio = {
            name: statistics.median(base / own for base, own in zip(runs["reference"], own_runs, strict=True))
            for name, own_runs in runs.items()
            if own_runs
        }
        against = (
            statistics.median(c / own for c, own in zip(runs["cpp"], runs["overlay"], strict=True))
            if binding
            else 0
        )
        print(
            f"{job.name:36}{ratio['overlay']:9.1f}{ratio['plain']:9.1f}{job.target or '':>9}"
            f"{f'{against:.2f}x' if binding else '-':>9}   {statistics.median(runs['overlay']) / size * 1e9:.1f}"
        )


def compare(megabytes: float) -> int:
    """Compare with the reference over texts of every kind; the exit status is 1 if anything differs."""
    total = different = 0
    share = megabytes * 1e6 / len(CONFIGS)
    plain = simplified(LONG)
    for config in sorted(CONFIGS):
        exact, done = reference(config), 0
        for text in _bulk(config, plain):
            done += len(text.encode("utf-8", "surrogatepass"))
            different += exact(text) != convert(text, config, overlay=False)
            if done >= share:
                break
        total += done
        print(f"{config:6} {done / 1e6:6.2f} MB, texts that differ so far: {different}", flush=True)
    print(f"{total / 1e6:.1f} MB compared, {different} texts differ")
    return int(different > 0)


def _bulk(config: str, plain: str) -> Iterator[str]:
    """A third of it running text (in the script the configuration reads), the rest mixtures."""
    source = {"t": "s2t", "tw": "s2tw", "hk": "s2hk"}.get(config.partition("2")[0])
    running = reference(source)(plain) if source else plain
    step = 2000
    for at in count():
        yield running[at * step % LONG : at * step % LONG + step]
        yield "".join(mixtures(config, 12, seed=at))


def _theirs(batch: list[str], run: Callable[[str], str]) -> float:
    start = time.perf_counter()
    for text in batch:
        run(text)
    return time.perf_counter() - start


def _ours(batch: list[str], config: str, *, overlay: bool = True) -> float:
    start = time.perf_counter()
    for _ in range(REPEAT):
        for text in batch:
            convert(text, config, overlay)
    return (time.perf_counter() - start) / REPEAT


def _binding(python: str) -> Callable[[str, list[str]], float]:
    child = subprocess.Popen([python, "-c", CPP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(config: str, texts: list[str]) -> float:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({"config": config, "texts": texts, "repeat": REPEAT}) + "\n")
        child.stdin.flush()
        return float(child.stdout.readline())

    return seconds


if __name__ == "__main__":
    main()
