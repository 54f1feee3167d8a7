"""How cost grows with length: t(2n) / t(n) for each family and each thing that can be done with a text, 2.0 where it is linear.

    PYTHONPATH=src:tests python tests/benchmarks/bench_growth.py [--calls dump,normalize] [--only NAME ...] [--least 0.03] [--battery FOLDER]

Families are those of `support.growth`, and with ``--battery`` those of a folder that holds a ``make_battery.py``. Counted are seconds of this process,
the fewest of some rounds of n and 2n in turn and without garbage collection, so that other work on the machine decides little; n is doubled until
a call takes ``--least`` seconds. Exit status 1 where a ratio stays above 2.3.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import policytext
from policytext.views import page_view
from support.growth import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 2.3
_MOST = 1 << 22
"""Characters, or repeats, beyond which a family is not followed."""


def _learn(text: str) -> Callable[[], object]:
    pages = [f"{text}\n青禾{name}\n" for name in "甲乙"]
    return lambda: policytext.learn(pages, key="site")


def _handed_on(text: str) -> Callable[[], object]:
    doc = policytext.parse(text)
    return lambda: (json.dumps(doc.to_dict()), doc.to_record(), doc.to_markdown(links=True, images=True))


def _viewed(text: str) -> Callable[[], object]:
    doc = policytext.parse(text)
    return lambda: page_view(doc)


CALLS: dict[str, Callable[[str], Callable[[], object]]] = {
    "parse": lambda text: lambda: policytext.parse(text),
    "dump": lambda text: lambda: policytext.parse(text, form="text"),
    "normalize": lambda text: lambda: policytext.normalize(text, to="hans"),
    "handed_on": _handed_on,
    "viewed": _viewed,
    "learn": _learn,
}
"""What is done with a text, made ready beforehand."""


def seconds(call: Callable[[], object]) -> float:
    """The time of one call."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    try:
        call()
    except policytext.PolicytextError:
        return float("nan")
    finally:
        gc.enable()
    return time.process_time() - begin


def ratio(
    make: Callable[[int], str], ready: Callable[[str], Callable[[], object]], least: float, rounds: int
) -> tuple[int, float, float]:
    """How much longer the double takes: n, seconds of n, ratio; nan where a limit of the library bites."""
    size, call, took = 64, ready(make(64)), 0.0
    while True:
        took = seconds(call)
        if not took < least or 2 * size > _MOST:
            break
        size *= 2
        call = ready(make(size))
    double = ready(make(2 * size))
    one = two = float("inf")
    for _ in range(rounds):
        one, two = min(one, seconds(call)), min(two, seconds(double))
    return size, one, two / one


def families(battery: Path | None) -> dict[str, Callable[[int], str]]:
    """Those of ours, and of a battery."""
    if battery is None:
        return FAMILIES
    spec = importlib.util.spec_from_file_location("make_battery", battery / "make_battery.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def made(name: str) -> Callable[[int], str]:
        def make(size: int) -> str:
            found = module.build_family(name, size)
            return found if isinstance(found, str) else found.decode("utf-8", "replace")

        return make

    return {**FAMILIES, **{name: made(name) for name in module.FAMILIES}}


def main() -> None:
    """Print a line a family and call that is not linear, and how many there were."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--calls", default=",".join(CALLS))
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--least", type=float, default=0.03)
    parser.add_argument("--battery", type=Path)
    parser.add_argument("--all", action="store_true", help="print the linear ones, too")
    options = parser.parse_args()
    chosen = {
        name: make
        for name, make in families(options.battery).items()
        if not options.only or name in options.only
    }
    policytext.parse("青禾\n县里(xiàn)修渠\n", script="hans")
    above = 0
    for call in options.calls.split(","):
        for name, make in chosen.items():
            size, one, found = ratio(make, CALLS[call], options.least, 2)
            if found > LIMIT:
                size, one, found = ratio(make, CALLS[call], 2 * options.least, 5)
            above += found > LIMIT
            if options.all or found > LIMIT:
                print(f"{call:10s} {name:24s} {size:8d} {one:8.3f} s {found:5.2f}", flush=True)
        print(f"{call}: {len(chosen)} families, {above} above {LIMIT} so far", flush=True)
    raise SystemExit(above > 0)


if __name__ == "__main__":
    main()
