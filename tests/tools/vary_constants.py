"""Halve and double every module constant of the library, one at a time, and print those that no test of their room notices.

    python tests/tools/vary_constants.py [--room locate ...] [--list] [--jobs 2]

A constant that can be halved or doubled without a test failing is one of three: derivable from something else (then derive it), right
at an edge that no test stands on (then pin it), or not needed (then drop it). The library itself is never touched: each variant is
written into a copy. Whole numbers and fractions that a module gives a name in capitals are varied, those of tables of data are not.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.plant_faults import LIBRARY, ROOT, run

END_TO_END = ("tests/test_pages.py", "tests/test_kinds.py", "tests/test_official.py")
"""What stands for a room beside the tests of its own folder: our own pages, read from end to end."""
NARROWED = ("-k", "not labelled_pages and not fixture_is_whole and not wrong_expectation")
DATA = ("script/data",)


class Constant(NamedTuple):
    """``name = value`` on a line of a module."""

    file: str
    line: int
    name: str
    value: float

    @property
    def room(self) -> str:
        """``locate``, ``fields``: the folder below the library, or the module."""
        return self.file.split("/", maxsplit=1)[0].removesuffix(".py")


def constants() -> list[Constant]:
    """Every number with a name in capitals at the top of a module."""
    found: list[Constant] = []
    for path in sorted(LIBRARY.rglob("*.py")):
        file = path.relative_to(LIBRARY).as_posix()
        if file.startswith(DATA):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            value = getattr(node, "value", None)
            if (
                isinstance(target, ast.Name)
                and target.id.strip("_").isupper()
                and isinstance(value, ast.Constant)
                and isinstance(value.value, int | float)
                and not isinstance(value.value, bool)
            ):
                found.append(Constant(file, node.lineno, target.id, value.value))
    return found


def variants(value: float) -> tuple[float, float]:
    """Half and double; of whole numbers whole ones, and never the number itself."""
    if isinstance(value, int):
        return (value // 2 if value > 1 else value - 1), value * 2 or 1
    return value / 2, value * 2


_READ = """
import hashlib, json, pathlib, sys, policytext
digest = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.suffix in (".html", ".txt"):
        digest.update(json.dumps(policytext.parse(path.read_bytes()).to_dict(), sort_keys=True).encode())
print(digest.hexdigest())
"""


def reading(copy: Path) -> str:
    """What the library in this copy makes of all fixtures, as a digest; an error counts as something else."""
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(ROOT / "tests" / "fixtures")],
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def survives(copy: Path, constant: Constant, value: float, before: str) -> bool:
    """Whether the tests of the room pass with another value; a value that breaks the import is noticed, too.

    Pages are tested only where one of them reads otherwise than ``before``: most constants change none.
    """
    path = copy / "policytext" / constant.file
    right = path.read_text(encoding="utf-8")
    lines = right.split("\n")
    name, mark, rest = lines[constant.line - 1].partition("=")
    comment = rest.partition("#")[2]
    lines[constant.line - 1] = f"{name}{mark} {value}" + (f"  #{comment}" if comment else "")
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        own = ROOT / "tests" / constant.room
        tests = [f"tests/{constant.room}"] * own.is_dir()
        if reading(copy) != before:
            tests += [name for name in END_TO_END if (ROOT / name).exists()]
        return not tests or run(copy, [*tests, *NARROWED])[0] == 0
    finally:
        path.write_text(right, encoding="utf-8")


def main() -> int:
    """Vary, test, print the survivors and, room by room, how many there are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--room", nargs="+", default=[])
    parser.add_argument("--list", action="store_true", help="name the constants and do nothing")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    chosen = [item for item in constants() if not options.room or item.room in options.room]
    if options.list:
        for item in chosen:
            print(f"{item.file}:{item.line} {item.name} = {item.value}")
        print(len(chosen), "constants")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.jobs):
            copy = Path(folder) / str(number)
            shutil.copytree(LIBRARY, copy / "policytext", ignore=shutil.ignore_patterns("__pycache__"))
            copies.put(copy)
        before = reading(Path(folder) / "0")

        def one(item: Constant) -> list[float]:
            copy = copies.get()
            try:
                left = [value for value in variants(item.value) if survives(copy, item, value, before)]
            finally:
                copies.put(copy)
            if left:
                shown = ", ".join(map(str, left))
                print(
                    f"{item.file}:{item.line} {item.name} = {item.value}: nobody notices {shown}", flush=True
                )
            return left

        with ThreadPoolExecutor(options.jobs) as pool:
            survivors = list(pool.map(one, chosen))
    for room in dict.fromkeys(item.room for item in chosen):
        rows = [bool(left) for item, left in zip(chosen, survivors, strict=True) if item.room == room]
        print(f"{room}: {sum(rows)} of {len(rows)} constants survive")
    print(f"all: {sum(map(bool, survivors))} of {len(chosen)} survive")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
