"""How the cost of a dump grows with its length: t(2n) / t(n) for each family, 2.0 when it is linear.

    PYTHONPATH=src:tests python tests/benchmarks/bench_dump.py [--lines 20000] [--rounds 3] [--only NAME]

With ``--lines 500000`` the larger one of a pair has a million lines. Exit status 1 where a ratio is above 2.3.
"""

from __future__ import annotations

import argparse
import time

import policytext
from support.growth import FAMILIES

LIMIT = 2.3


def seconds(text: str, rounds: int) -> float:
    """The shortest of some runs."""
    found = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        policytext.parse(text, form="text")
        found = min(found, time.perf_counter() - begin)
    return found


def main() -> None:
    """Print a line a family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only")
    options = parser.parse_args()
    worst = 0.0
    for name, make in FAMILIES.items():
        if options.only in (None, name):
            one = seconds(make(options.lines), options.rounds)
            two = seconds(make(2 * options.lines), options.rounds)
            worst = max(worst, two / one)
            print(f"{name:10s} {one:8.3f} s {two:8.3f} s  {two / one:5.2f}", flush=True)
    raise SystemExit(worst > LIMIT)


if __name__ == "__main__":
    main()
