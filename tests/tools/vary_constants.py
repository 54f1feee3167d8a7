"""Halve and double every module constant of the library, one at a time, and print those that no test of their room notices.

    python tests/tools/vary_constants.py [--room locate ...] [--quick] [--list] [MODULE:NAME ...]

A constant that can be halved or doubled without a test failing is one of three: derivable from something else (then derive it), right
at an edge that no test stands on (then pin it), or not needed (then drop it). The library itself is never touched: each variant is
set in a process of its own. Whole numbers and fractions that a module gives a name in capitals are varied, those of tables of data are not.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import signal
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.plant_faults import LIBRARY, ROOT, run

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 300
"""Seconds after which a variant counts as noticed: it made something endless."""
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


class Uses(ast.NodeVisitor):
    """Where a module uses names: in functions, which look them up when they run, or while it is loaded."""

    def __init__(self) -> None:
        self.loaded: set[str] = set()
        self._depth = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Defaults and decorators are taken while the module is loaded, the body is not."""
        for part in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(part)
        self._depth += 1
        for statement in node.body:
            self.visit(statement)
        self._depth -= 1

    def visit_Name(self, node: ast.Name) -> None:
        """A name that is read outside all functions."""
        if self._depth == 0 and isinstance(node.ctx, ast.Load):
            self.loaded.add(node.id)


@cache
def _parsed() -> dict[str, ast.Module]:
    """Every module of the library by its full name."""
    found = {}
    for path in LIBRARY.rglob("*.py"):
        parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = ast.parse(
            path.read_text(encoding="utf-8")
        )
    return found


def holders(constant: Constant) -> list[str] | None:
    """The modules that hold the constant under its name; ``None`` where one uses it while it is loaded: a pattern, a sum."""
    home = ".".join(("policytext", *Path(constant.file).with_suffix("").parts))
    found = [home]
    for module, tree in _parsed().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == home:
                found += [module for alias in node.names if alias.name == constant.name]
    for module in found:
        uses = Uses()
        uses.visit(_parsed()[module])
        if constant.name in uses.loaded:
            return None
    return found


PAGES = [
    path
    for path in sorted((ROOT / "tests" / "fixtures").rglob("*"))
    if path.suffix in (".html", ".txt") and path.name != "clean.hant.txt"
]


def reading(path: Path) -> str:
    """What the library makes of a page, as one text."""
    import policytext

    try:
        return json.dumps(policytext.parse(path.read_bytes()).to_dict(), sort_keys=True)
    except Exception as error:  # noqa: BLE001 - whatever is raised is noticed
        return repr(error)


@cache
def readings() -> tuple[int, ...]:
    """The pages as they are read by the library as it is."""
    return tuple(hash(reading(path)) for path in PAGES)


def name_of(path: Path) -> str:
    """What the ids of the tests of a page hold: its case, or its file."""
    return path.parent.name if (path.parent / "expected.json").exists() else path.name


def passes(arguments: Sequence[str]) -> bool:
    """Whether these tests pass, run in this process, which ends thereafter."""
    import pytest

    return pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-W", "ignore", *arguments]) in (0, 5)


def unnoticed(constant: Constant, value: float, modules: Sequence[str], *, pages: bool) -> bool:
    """In a process of its own: set the constant, run the tests of its room, then those of the pages that are read otherwise."""
    for module in modules:
        setattr(sys.modules[module], constant.name, value)
    own = ROOT / "tests" / constant.room
    if own.is_dir() and not passes([str(own), *NARROWED]):
        return False
    if not pages:
        return True
    known = readings()
    other = [path for path, digest in zip(PAGES, known, strict=True) if hash(reading(path)) != digest]
    if not other:
        return True
    wanted = " or ".join(sorted({name_of(path) for path in other})[:20])
    return passes([*(str(ROOT / name) for name in END_TO_END), "-k", f"({wanted}) and {NARROWED[1]}"])


def survives(constant: Constant, value: float, *, pages: bool) -> bool:
    """Whether nobody notices another value; one that hangs or breaks the import is noticed, too."""
    modules = holders(constant)
    if modules is None:
        return _survives_reload(constant, value)
    pid = os.fork()
    if pid == 0:
        try:
            with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
            signal.alarm(PATIENCE)
            os._exit(0 if unnoticed(constant, value, modules, pages=pages) else 1)
        except BaseException:  # noqa: BLE001
            os._exit(2)
    return os.waitpid(pid, 0)[1] == 0


def _survives_reload(constant: Constant, value: float) -> bool:
    """The same for a constant that other constants are made of: the library is loaded anew, from a copy."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(LIBRARY, Path(folder) / "policytext", ignore=shutil.ignore_patterns("__pycache__"))
        path = Path(folder) / "policytext" / constant.file
        lines = path.read_text(encoding="utf-8").split("\n")
        name, mark, rest = lines[constant.line - 1].partition("=")
        comment = rest.partition("#")[2]
        lines[constant.line - 1] = f"{name}{mark} {value}" + (f"  #{comment}" if comment else "")
        path.write_text("\n".join(lines), encoding="utf-8")
        own = ROOT / "tests" / constant.room
        tests = [f"tests/{constant.room}"] * own.is_dir() + list(END_TO_END)
        return run(Path(folder), [*tests, *NARROWED])[0] == 0


def main() -> int:
    """Vary, test, print the survivors and, room by room, how many there are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--room", nargs="+", default=[])
    parser.add_argument("--list", action="store_true", help="name the constants and do nothing")
    parser.add_argument(
        "--quick", action="store_true", help="only the tests of the room's own folder, no pages"
    )
    parser.add_argument("names", nargs="*", metavar="MODULE:NAME", help="only these")
    options = parser.parse_args()
    chosen = [item for item in constants() if not options.room or item.room in options.room]
    if options.names:
        chosen = [item for item in chosen if f"{item.file}:{item.name}" in options.names]
    if options.list:
        for item in chosen:
            print(f"{item.file}:{item.line} {item.name} = {item.value}")
        print(len(chosen), "constants")
        return 0
    import policytext
    import policytext.arrow

    policytext.parse(PAGES[0].read_bytes(), script="hant")
    if not options.quick:
        readings()
    survivors: list[list[float]] = []
    for item in chosen:
        left: list[float] = []
        for value in variants(item.value):
            if survives(item, value, pages=not options.quick):
                left.append(value)
                # One is enough to call it unguarded.
                break
        survivors.append(left)
        shown = f"nobody notices {left[0]}" if left else "noticed"
        print(f"{item.file}:{item.line} {item.name} = {item.value}: {shown}", flush=True)
    for room in dict.fromkeys(item.room for item in chosen):
        rows = [bool(left) for item, left in zip(chosen, survivors, strict=True) if item.room == room]
        print(f"{room}: {sum(rows)} of {len(rows)} constants survive")
    print(f"all: {sum(map(bool, survivors))} of {len(chosen)} survive")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
