"""Run the fuzzer: by seeds, or under atheris, which grows inputs by the library's own branches.

    python tests/fuzz/run.py --runs 100000 [--seed 0] [--jobs 2]
    pip install atheris; python tests/fuzz/run.py --atheris CORPUS [-max_total_time=600 ...]

Prints each broken law with the seed that breaks it, once a place; ``--show SEED`` prints the call a seed stands for.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from fuzz.holding import hold
from fuzz.inputs import from_seed, make

SHARE = 500


def broken(seed: int) -> str | None:
    """Where a law breaks for this seed, ``None`` where all hold."""
    try:
        hold(make(from_seed(seed)))
    except Exception as error:  # noqa: BLE001 - finding them is the point
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno} {str(error)[:120]!r}"
    return None


def share(first: int) -> list[tuple[int, str]]:
    """The broken seeds among so many."""
    found = ((seed, broken(seed)) for seed in range(first, first + SHARE))
    return [(seed, where) for seed, where in found if where]


def under_atheris(arguments: list[str]) -> None:
    """Hand over to atheris, with the library's branches instrumented."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments], lambda data: hold(make(data)) and None)
    atheris.Fuzz()


def main() -> int:
    """Run, report; 1 where a law breaks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", type=int)
    parser.add_argument("--atheris", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.atheris is not None:
        under_atheris(options.atheris)
        return 0
    if options.show is not None:
        print(make(from_seed(options.show)))
        print(broken(options.show))
        return 0
    places: Counter[str] = Counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        for part in pool.map(share, range(options.seed, options.seed + options.runs, SHARE)):
            for seed, where in part:
                place = where.split(" '")[0]
                places[place] += 1
                if places[place] == 1:
                    print(f"seed {seed}: {where}", flush=True)
    print(f"{options.runs} runs, {places.total()} broken at {len(places)} places")
    return 1 if places else 0


if __name__ == "__main__":
    raise SystemExit(main())
