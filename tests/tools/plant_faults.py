"""Plant known faults in a copy of the library, one at a time, and see whether the tests named for them fail.

    python tests/tools/plant_faults.py [--jobs 2] [NAME ...]
    python tests/tools/plant_faults.py --find tests/locate tests/test_pages.py -- NAME ...

The list stands in ``tests/tools/faults.py``. A fault is caught where one of its named tests fails; one that nobody catches asks for a
test, and one whose place is gone from the library (stale) for a new place. ``--find`` runs other tests instead and prints which of them
fail, to name them. The library itself is never touched.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.faults import FAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.faults import Fault

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "src" / "policytext"


def run(copy: Path, tests: Sequence[str], *, all_failures: bool = False) -> tuple[int, str]:
    """Run these tests against a copy of the library: pytest's exit code and what it printed."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=line"]
    # What Hypothesis imports to report a failure may warn of its own dependencies, which would hide the failure.
    command += ["-W", "ignore::DeprecationWarning"]
    if not all_failures:
        command.append("-x")
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    with tempfile.TemporaryDirectory() as examples:
        environment["HYPOTHESIS_STORAGE_DIRECTORY"] = examples
        done = subprocess.run(
            [*command, *tests], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    return done.returncode, done.stdout + done.stderr


def plant(copy: Path, fault: Fault) -> str | None:
    """Put the fault into the copy; the right text of the file, or ``None`` where its place is not there just once."""
    path = copy / "policytext" / fault.file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if text.count(fault.old) != 1:
        return None
    path.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    return text


def judge(copy: Path, fault: Fault, find: Sequence[str]) -> tuple[str, str]:
    """One word for what became of the fault, and what more there is to say."""
    right = plant(copy, fault)
    if right is None:
        return "stale", f"not just once in {fault.file}: {fault.old!r}"
    try:
        code, output = run(copy, find or fault.tests, all_failures=bool(find))
    finally:
        (copy / "policytext" / fault.file).write_text(right, encoding="utf-8")
    failed = re.findall(r"^FAILED (\S+)", output, re.MULTILINE)
    if code == 1 and failed:
        names = dict.fromkeys(name.split("[")[0] for name in failed) if find else {failed[0]: None}
        return "caught", "\n    ".join(names)
    if code == 0:
        return "SURVIVED", fault.what
    return "ERROR", output[-600:]


def main() -> int:
    """Plant, run, report. 1 where a fault survives, is stale, or its tests cannot be run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--find", nargs="+", default=[], metavar="TEST")
    options = parser.parse_args()
    unknown = set(options.names) - {fault.name for fault in FAULTS}
    if unknown:
        parser.error(f"no such fault: {', '.join(sorted(unknown))}")
    chosen = [fault for fault in FAULTS if not options.names or fault.name in options.names]
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.jobs):
            copy = Path(folder) / str(number)
            shutil.copytree(LIBRARY, copy / "policytext", ignore=shutil.ignore_patterns("__pycache__"))
            copies.put(copy)
        if not options.find:
            tests = sorted({test for fault in chosen for test in fault.tests})
            code, output = run(Path(folder) / "0", tests)
            if code:
                print("the named tests do not pass without a fault:\n", output[-2000:])
                return 1

        def one(fault: Fault) -> str:
            copy = copies.get()
            try:
                verdict, more = judge(copy, fault, options.find)
            finally:
                copies.put(copy)
            print(f"{verdict:9s} {fault.name:34s} {more}", flush=True)
            return verdict

        with ThreadPoolExecutor(options.jobs) as pool:
            verdicts = list(pool.map(one, chosen))
    caught = verdicts.count("caught")
    print(f"caught {caught}/{len(chosen)}")
    return 0 if caught == len(chosen) else 1


if __name__ == "__main__":
    raise SystemExit(main())
