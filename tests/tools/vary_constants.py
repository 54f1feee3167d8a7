"""Halve and double every module constant of the library, one at a time, and print those that no test of their room notices.

    python tests/tools/vary_constants.py [--room locate ...] [--jobs 2] [--quick | --own] [--list] [MODULE:NAME ...]

A constant that can be halved or doubled without a test failing is one of three: derivable from something else (then derive it), right
at an edge that no test stands on (then pin it), or not needed (then drop it). The library itself is never touched: each variant is
set in a process of its own. Whole numbers and fractions that a module gives a name in capitals are varied, those of tables of data are not.

A test that stands at the edge of a constant and names it (``tests/support/edges.py``) is tried first. For what is left the tests of the room
are run once, to see which of them enter a function that uses a constant; a variant runs just these, the quickest first, until one fails.
"""

from __future__ import annotations

import argparse
import ast
import os
import pickle
import shutil
import signal
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.plant_faults import LIBRARY, ROOT, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 120
"""Seconds after which a variant counts as noticed: it made something endless."""
BUDGET = 20.0
"""Seconds of tests, at the most, that a variant is tried on: who is seen by none of the quickest is hardly guarded by the slowest."""
END_TO_END = ("tests/test_pages.py", "tests/test_kinds.py", "tests/test_official.py")
"""What stands for a room beside the tests of its own folder: our own pages, read from end to end."""
NARROWED = "not labelled_pages and not fixture_is_whole and not wrong_expectation"
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

    @property
    def module(self) -> str:
        """The module's full name."""
        parts = ("policytext", *Path(self.file).with_suffix("").parts)
        return ".".join(part for part in parts if part != "__init__")

    @property
    def label(self) -> str:
        """``edges._LEAD``: how a test that stands at its edge names it (``tests/support/edges.py``)."""
        return f"{Path(self.file).stem}.{self.name}"


class Use(NamedTuple):
    """A function that looks a constant up when it runs: the file that holds it and its first line."""

    file: str
    line: int


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


class Names(ast.NodeVisitor):
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


@cache
def _importers() -> dict[tuple[str, str], list[str]]:
    """The modules that take a name from another one, by that module and the name."""
    found: dict[tuple[str, str], list[str]] = {}
    for module, tree in _parsed().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    found.setdefault((str(node.module), alias.name), []).append(module)
    return found


@cache
def holders(constant: Constant) -> list[str] | None:
    """The modules that hold the constant under its name; ``None`` where one uses it while it is loaded: a pattern, a sum."""
    found = [constant.module, *_importers().get((constant.module, constant.name), ())]
    for module in found:
        names = Names()
        names.visit(_parsed()[module])
        if constant.name in names.loaded:
            return None
    return found


def _codes(code: CodeType) -> list[CodeType]:
    """The code and what is defined in it."""
    inner = [part for part in code.co_consts if isinstance(part, CodeType)]
    return [code, *(found for part in inner for found in _codes(part))]


def uses(constant: Constant, modules: Sequence[str]) -> set[Use]:
    """The functions that look the constant up."""
    found: set[Use] = set()
    for module in modules:
        file = str(sys.modules[module].__file__)
        source = Path(file).read_text(encoding="utf-8")
        for code in _codes(compile(source, file, "exec"))[1:]:
            if constant.name in code.co_names:
                found.add(Use(file, code.co_firstlineno))
    return found


class Tried(NamedTuple):
    """What a run of a test showed: seconds, and the functions of interest that it entered."""

    seconds: float
    entered: set[Use]


def passes(item: pytest.Item) -> bool:
    """Whether a test passes, run in this process."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _try_all(items: Sequence[pytest.Item], wanted: set[Use]) -> list[Tried | None]:
    """Run each test and note which functions it enters; ``None`` for one that fails without any change."""
    entered: set[Use] = set()

    def enter(frame: FrameType, _event: str, _argument: object) -> None:
        use = Use(frame.f_code.co_filename, frame.f_code.co_firstlineno)
        if use in wanted:
            entered.add(use)

    found: list[Tried | None] = []
    for item in items:
        entered.clear()
        _forget_pages()
        start = time.perf_counter()
        threading.settrace(enter)
        sys.settrace(enter)
        good = passes(item)
        sys.settrace(None)
        threading.settrace(None)
        found.append(Tried(time.perf_counter() - start, set(entered)) if good else None)
    return found


def _forget_pages() -> None:
    """A page that was read for one test is read again for the next, or only the first would seem to need it."""
    import support.reading

    for memory in vars(support.reading).values():
        if hasattr(memory, "cache_clear"):
            memory.cache_clear()


def in_child(work: Any) -> tuple[int, int]:
    """A process that does the work and hands what it gives back through a pipe: its number, and the end to read."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
        os._exit(0)
    except BaseException:  # noqa: BLE001
        os._exit(2)


def result_of(pid: int, reading: int, *, otherwise: Any) -> Any:
    """What the child gave; ``otherwise`` where it died."""
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    return pickle.loads(data) if os.waitpid(pid, 0)[1] == 0 else otherwise  # noqa: S301 - our own child wrote it


class Sweep:
    """In place of pytest's own loop: the tests are tried once, then each variant is set and those that it may concern are run."""

    def __init__(self, chosen: Sequence[Constant], jobs: int, *, quick: bool) -> None:
        self.chosen = chosen
        self.jobs = jobs
        self.quick = quick
        self.survivors: dict[Constant, float | None] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """First the tests that name a constant, then, for those that none names or that nobody notices there, all that may concern it."""
        for constant in self.chosen:
            # Asked once, before the processes part.
            holders(constant)
        named = {
            constant: [item for item in session.items if names(item, constant)] for constant in self.chosen
        }
        self._vary([constant for constant in self.chosen if named[constant]], named)
        self.survivors.update((constant, None) for constant in self.chosen if not named[constant])
        if not self.quick:
            rest = list(self.survivors)
            self.survivors.clear()
            self._vary(rest, self._concerned(session.items, rest))
        return True

    def _vary(self, chosen: Sequence[Constant], tests: Mapping[Constant, Sequence[pytest.Item]]) -> None:
        """Try other values of each, so many constants at a time; who survives is kept."""
        waiting = list(chosen)
        running: list[tuple[Constant, int, int]] = []
        while waiting or running:
            while waiting and len(running) < self.jobs:
                constant = waiting.pop(0)
                running.append((constant, *in_child(lambda: survivor(constant, tests[constant]))))  # noqa: B023 - forked at once
            constant, pid, reading = running.pop(0)
            left = result_of(pid, reading, otherwise=None)
            if left is not None:
                self.survivors[constant] = left
            shown = "noticed" if left is None else f"nobody notices {left} in {len(tests[constant])} tests"
            print(f"{constant.file}:{constant.line} {constant.label} = {constant.value}: {shown}", flush=True)

    def _concerned(
        self, items: Sequence[pytest.Item], chosen: Sequence[Constant]
    ) -> dict[Constant, list[pytest.Item]]:
        """The tests of their room that enter a function which uses them, the quickest first."""
        used = {constant: uses(constant, holders(constant) or ()) for constant in chosen}
        own = {
            constant: tuple(str(ROOT / name) for name in tests_of(constant.room, pages=True))
            for constant in chosen
        }
        every = tuple({name for names in own.values() for name in names})
        items = [item for item in items if str(item.path).startswith(every)]
        tried = self._tried(items, set().union(*used.values()))
        print(f"{len(items)} tests, {tried.count(None)} of them left out", flush=True)
        order = sorted((one.seconds, number) for number, one in enumerate(tried) if one)
        out: dict[Constant, list[pytest.Item]] = {}
        for constant in chosen:
            left = BUDGET
            out[constant] = []
            for seconds, number in order:
                one = tried[number]
                if one and one.entered & used[constant] and str(items[number].path).startswith(own[constant]):
                    out[constant].append(items[number])
                    left -= seconds
                    if left < 0:
                        break
        return out

    def _tried(self, items: Sequence[pytest.Item], wanted: set[Use]) -> list[Tried | None]:
        """All tests, tried in so many processes: what they leave in memory must not reach those that follow."""
        parts = [items[number :: self.jobs] for number in range(self.jobs)]
        children = [in_child(lambda: _try_all(part, wanted)) for part in parts]  # noqa: B023
        found: list[Tried | None] = [None] * len(items)
        for number, (pid, reading) in enumerate(children):
            part = result_of(pid, reading, otherwise=[None] * len(parts[number]))
            found[number :: self.jobs] = part
        return found


def names(item: pytest.Item, constant: Constant) -> bool:
    """Whether a test's id is the constant's label, with a word behind it where there are several."""
    return item.name.partition("[")[2].rstrip("]").split(" ")[0] == constant.label


def survivor(constant: Constant, tests: Sequence[pytest.Item]) -> float | None:
    """The first other value that nobody notices."""
    modules = holders(constant)
    for value in variants(constant.value):
        if modules is None:
            noticed = not _survives_reload(constant, value, tests)
        else:
            noticed = result_of(
                *in_child(lambda: _noticed(constant, value, modules, tests)),  # noqa: B023
                otherwise=True,
            )
        if not noticed:
            return value
    return None


def _noticed(constant: Constant, value: float, modules: Sequence[str], tests: Sequence[pytest.Item]) -> bool:
    _forget_pages()
    for module in modules:
        setattr(sys.modules[module], constant.name, value)
    signal.alarm(PATIENCE)
    return not all(map(passes, tests))


def _survives_reload(constant: Constant, value: float, tests: Sequence[pytest.Item]) -> bool:
    """The same for a constant that other constants are made of: the library is loaded anew, from a copy."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(LIBRARY, Path(folder) / "policytext", ignore=shutil.ignore_patterns("__pycache__"))
        path = Path(folder) / "policytext" / constant.file
        lines = path.read_text(encoding="utf-8").split("\n")
        name, mark, rest = lines[constant.line - 1].partition("=")
        comment = rest.partition("#")[2]
        lines[constant.line - 1] = f"{name}{mark} {value}" + (f"  #{comment}" if comment else "")
        path.write_text("\n".join(lines), encoding="utf-8")
        return not tests or run(Path(folder), [item.nodeid for item in tests])[0] == 0


def tests_of(*rooms: str, pages: bool) -> list[str]:
    """The tests of these rooms: their folders and the file of their name, and our own pages from end to end."""
    own = [f"tests/{name}" for room in rooms for name in (room, f"test_{room}.py")]
    return [name for name in (*own, *(END_TO_END if pages else ())) if (ROOT / name).exists()]


def main() -> int:
    """Vary, test, print the survivors and, room by room, how many there are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--room", nargs="+", default=[])
    parser.add_argument("--list", action="store_true", help="name the constants and do nothing")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument(
        "--quick", action="store_true", help="only the tests that name the constant they stand at"
    )
    parser.add_argument(
        "--own",
        action="store_true",
        help="of the others only the tests of the room's own folder, no pages end to end",
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
    sweep = Sweep(chosen, options.jobs, quick=options.quick)
    rooms = dict.fromkeys(item.room for item in chosen)
    arguments = ["-q", "-p", "no:cacheprovider", "-W", "ignore", "-k", NARROWED]
    by_name = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/**/test_constants.py"))
    tests = by_name if options.quick else [*by_name, *tests_of(*rooms, pages=not options.own)]
    pytest.main([*arguments, *(str(ROOT / name) for name in tests)], plugins=[sweep])
    for room in rooms:
        every = [item for item in chosen if item.room == room]
        print(f"{room}: {sum(item in sweep.survivors for item in every)} of {len(every)} constants survive")
    print(f"all: {len(sweep.survivors)} of {len(chosen)} survive")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
