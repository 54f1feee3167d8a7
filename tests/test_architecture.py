"""The house: imports run one way, only two rooms touch the outside, modules stay small, names lead to their place."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import policytext
from policytext.sources import ENGINE, SHARED, SOURCES
from support.measure import Comments, Function, comments_of, functions

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src" / "policytext"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("models",),
    ("views",),
    ("encoding", "readers", "rules", "script"),
    ("page", "sources"),
    ("fields", "matching"),
    ("locate", "official"),
    ("document",),
    ("ledger",),
    ("pipeline",),
    ("records",),
    ("parsing",),
    ("learning",),
    ("arrow",),
    ("cli",),
    ("__main__",),
    ("__init__",),
)
"""A module imports from its own room (a package) and from floors before its own, from nowhere else."""

UPWARD = {"models/document.py": {"views"}}
"""A document shows itself in a notebook: the one arrow upward, taken when it is asked for."""

NARROW = {
    "sources": {"rules", "sources", "errors"},
    "readers": {"models", "readers", "errors"},
    "models": {"errors", "models", "views"},
    "views": {"errors", "models", "views"},
    "encoding": {"errors", "encoding"},
    "script": {"errors", "models", "script"},
    "rules": {"errors", "models", "rules"},
}
"""Rooms that may use less than the floors would allow."""

DATA = {
    "locate/block_weights.py",
    "fields/knowledge/persons_data.py",
    "fields/knowledge/places_data.py",
    "official/divisions_data.py",
    "script/data/words_data.py",
    "script/data/overlay_data.py",
    "script/data/particle_data.py",
    "script/data/readings_data.py",
}
"""Tables, no code: as long as their facts are many."""

LONGEST = 350
LONGEST_SOURCE = 59

OUTSIDE = {
    "script/conversion/tables.py": {"open", "importlib"},
    "models/references.py": {"urllib"},
}
"""The one module that reads files: the dictionaries of a dependency, once. And one that joins addresses: `urllib.parse` opens none."""

COMMAND = {"cli", "__main__"}
"""The command: what reads and writes files, so that the library need not."""

CALLS = frozenset({"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"})
MODULES = frozenset(
    "asyncio builtins ctypes faulthandler glob http importlib io locale logging multiprocessing os pathlib "
    "pickle platform random requests runpy shutil signal site socket sqlite3 ssl subprocess sys tempfile time urllib "
    "uuid warnings webbrowser".split()
)


def modules() -> list[Path]:
    """The library's modules; none found is an error."""
    found = sorted(HOUSE.rglob("*.py"))
    assert len(found) > 30, f"no library in {HOUSE}"
    return found


MODULE_PATHS = modules()


def name(path: Path) -> str:
    """The module as rules and people name it: ``script/conversion/tables.py``."""
    return path.relative_to(HOUSE).as_posix()


def room(path: Path) -> str:
    """``script``: the package, or the module where it stands alone."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(_text(path))


@cache
def _functions(path: Path) -> list[Function]:
    return functions(tree(path))


def complaints(judge: Callable[[Path], object]) -> dict[str, object]:
    """What ``judge`` has against each module, by its name, where it has something."""
    found = {name(path): judge(path) for path in MODULE_PATHS}
    return {file: wrong for file, wrong in found.items() if wrong}


def imported(path: Path) -> set[str]:
    """Full names of all modules that are imported, in `TYPE_CHECKING` blocks too."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative import"
            assert node.module is not None
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def rooms_used(path: Path) -> set[str]:
    """Rooms of the library that a module imports from; ``__init__`` for the door."""
    names = imported(path)
    used = {full.split(".")[1] for full in names if full.startswith("policytext.")}
    if "policytext" in names:
        used.add("__init__")
    return {item for item in used if item == "__init__" or _exists(item)}


def _exists(item: str) -> bool:
    return (HOUSE / f"{item}.py").is_file() or (HOUSE / item).is_dir()


def floor(item: str) -> int:
    """Number of the floor a room is on."""
    found = [number for number, rooms in enumerate(FLOORS) if item in rooms]
    assert len(found) == 1, f"{item} needs one place in FLOORS"
    return found[0]


def test_every_room_has_a_floor() -> None:
    """A new room must be given its place in the order, and a room that is gone must leave it."""
    assert sorted({room(path) for path in MODULE_PATHS}) == sorted(item for rooms in FLOORS for item in rooms)


def test_imports_run_one_way() -> None:
    """A module imports from its own room and lower floors only; so nobody imports the door."""

    def upward(path: Path) -> set[str]:
        own = room(path)
        wrong = {item for item in rooms_used(path) if item != own and floor(item) >= floor(own)}
        return wrong - UPWARD.get(name(path), set())

    assert complaints(upward) == {}


def test_narrow_rooms_stay_narrow() -> None:
    """Sources know rules and nothing else; readers, models and the normalizer know what they work on."""
    assert set(NARROW) <= set(map(room, MODULE_PATHS))
    assert complaints(lambda path: rooms_used(path) - NARROW.get(room(path), rooms_used(path))) == {}


def test_only_the_readers_know_lxml() -> None:
    """Behind the HTML reader there is no tree, so no rule can depend on one parser's idea of it."""
    users = {
        room(path) for path in MODULE_PATHS if any(full.split(".")[0] == "lxml" for full in imported(path))
    }
    assert users == {"readers"}


def test_nothing_touches_the_outside() -> None:
    """No file, socket, process, log, clock, environment or standard stream, by the names that would reach them."""
    assert complaints(lambda path: _touched(path) - OUTSIDE.get(name(path), set())) == {}


def _touched(path: Path) -> set[str]:
    if room(path) in COMMAND:
        return set()
    names = {full.split(".")[0] for full in imported(path)} & MODULES
    calls = {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
    }
    clocks = {
        node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow", "environ", "getenv"}
    }
    return names | calls | clocks


def test_modules_fit_in_one_head() -> None:
    """A module has at most 350 lines, a source at most 59; tables are exempt and named."""

    def too_long(path: Path) -> int | str | None:
        length = len(_text(path).splitlines())
        if name(path) in DATA:
            return None if _is_table(path) else "holds code, so it is no table"
        is_source = room(path) == "sources" and not path.stem.startswith(("shared_", "_"))
        return length if length > (LONGEST_SOURCE if is_source else LONGEST) else None

    assert complaints(too_long) == {}
    assert set(map(name, MODULE_PATHS)) >= DATA


def _is_table(path: Path) -> bool:
    code = (ast.FunctionDef, ast.AsyncFunctionDef, ast.While, ast.With)
    return sum(isinstance(node, code) for node in ast.walk(tree(path))) <= 3


LARGEST = 80
MOST_BRANCHES = 25
OFTEN = (40, 13)
SHARE = 0.95
"""How many functions have fewer lines and no more branches than `OFTEN`; it may only rise."""
TOO_LARGE: frozenset[tuple[str, str]] = frozenset()
"""Functions over the limits that wait to be taken apart. The list only shrinks."""


def test_functions_fit_in_one_head() -> None:
    """No function over 80 lines or 25 branches (McCabe, each part of a condition counted), but for those that are named."""
    large = {
        (name(path), found.name)
        for path in MODULE_PATHS
        for found in _functions(path)
        if found.lines > LARGEST or found.mccabe > MOST_BRANCHES
    }
    assert large == TOO_LARGE


def test_most_functions_are_small() -> None:
    """Of all functions so many have under 40 lines and at most 13 branches."""
    found = [item for path in MODULE_PATHS for item in _functions(path)]
    assert sum(map(_is_small, found)) >= SHARE * len(found)


def _is_small(item: Function) -> bool:
    return item.lines < OFTEN[0] and item.mccabe <= OFTEN[1]


COMMENTS = {
    "cli": 5.5, "document": 5.5, "encoding": 5.5, "fields": 5.5, "learning": 8.5, "ledger": 5.5, "locate": 7.0, "matching": 5.5, "models": 5.5,
    "official": 6.0, "page": 8.5, "parsing": 6.5, "pipeline": 6.5, "readers": 5.5, "rules": 6.0, "script": 5.0, "views": 5.5,
}  # fmt: skip
"""Comments for 100 lines of code that stand in each room: none may fall. To be reached are 6 to 12."""


@cache
def comment_figures() -> dict[str, Comments]:
    """What each room says about why; tables of data are left out."""
    found: dict[str, Comments] = {}
    for path in MODULE_PATHS:
        if name(path) not in DATA:
            both = zip(found.get(room(path), (0, 0, 0)), comments_of(_text(path), tree(path)), strict=True)
            found[room(path)] = Comments(*map(sum, both))
    return found


def test_comments_say_why() -> None:
    """Comments for 100 lines of code, texts below names counted, are no fewer than they were, in any room."""
    share = {
        item: 100 * (found.lines + found.below) / max(1, found.code)
        for item, found in comment_figures().items()
    }
    assert {item: round(value, 1) for item, value in share.items() if value < COMMENTS.get(item, 0)} == {}


def test_what_is_measured_is_printed() -> None:
    """With ``pytest -s`` (as ``.ci/run`` has it): comments by room, and the share of small functions."""
    every = [item for path in MODULE_PATHS for item in _functions(path)]
    small = sum(map(_is_small, every))
    print(
        f"\nfunctions under {OFTEN[0]} lines and {OFTEN[1]} branches: {small} of {len(every)}, {100 * small / len(every):.1f} %"
    )
    print("comments for 100 lines of code: with # alone, with texts below names")
    figures = dict(comment_figures())
    figures["all"] = Comments(*map(sum, zip(*figures.values(), strict=True)))
    for item, found in sorted(figures.items()):
        code = max(1, found.code) / 100
        print(f"  {item:10} {found.lines / code:5.1f} {(found.lines + found.below) / code:5.1f}")


def source_files() -> list[Path]:
    """The files of sites and families."""
    return [path for path in MODULE_PATHS if room(path) == "sources" and not path.stem.startswith("_")]


def test_sources_are_data() -> None:
    """A source has no function, class, condition or loop: it can be read without running it in the head."""
    code = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.If, ast.For, ast.While, ast.Try, ast.comprehension)
    found = {
        name(path): [type(node).__name__ for node in ast.walk(tree(path)) if isinstance(node, code)]
        for path in source_files()
    }
    assert {file: nodes for file, nodes in found.items() if nodes} == {}


def test_every_source_file_is_in_the_tuple() -> None:
    """One sorted tuple holds all sources, each under the name of its file."""
    keys = [source.key for source in SOURCES]
    assert keys == [
        path.stem for path in source_files() if path.stem != "generic" and not path.stem.startswith("shared_")
    ]


def test_a_rules_name_leads_to_its_file() -> None:
    """Rule ``gscn/rank-list`` stands in ``sources/gscn.py``."""
    names = [(source.key, rule.name) for source in SOURCES for rule in source.rules]
    assert [(key, rule) for key, rule in names if rule.split("/")[0] != key] == []


def test_a_shared_rules_name_says_shared() -> None:
    """Rule ``shared/pager`` stands in one of the files ``sources/shared_*.py``, and in one only."""
    for rule in SHARED:
        assert rule.name.startswith("shared/")
        holders = [path.stem for path in source_files() if f'"{rule.name}"' in _text(path)]
        assert [stem.startswith("shared_") for stem in holders] == [True], rule.name


def test_every_rule_name_of_the_engine_is_declared() -> None:
    """A name of the engine's own that stands in the code stands in ``sources/generic.py``, once, and each of these is used."""
    form = re.compile(r"(?:generic|script|head|url|call|source)/[a-z]+(?:-[a-z]+)*")
    used = {
        node.value
        for path in MODULE_PATHS
        if name(path) != "sources/generic.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and form.fullmatch(node.value)
    }
    declared = [rule.name for rule in ENGINE]
    assert len(declared) == len(set(declared))
    assert used == set(declared)


def test_the_door_has_no_logic() -> None:
    """The door imports and names; it defines nothing."""
    kinds = {type(node) for node in tree(HOUSE / "__init__.py").body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}


def test_every_module_says_what_it_is_for() -> None:
    """Each module begins with a docstring."""
    assert [name(path) for path in MODULE_PATHS if not ast.get_docstring(tree(path))] == []


def test_every_dependency_is_used() -> None:
    """What pyproject.toml asks users to install is imported somewhere, or is the package of dictionaries."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert block is not None
    declared = set(re.findall(r'"([a-z-]+)', block.group(1)))
    used = {full.split(".")[0] for path in MODULE_PATHS for full in imported(path)}
    assert declared <= used | {"opencc-python-reimplemented"}
    assert "opencc" not in used, "three distributions share this import name"


def test_the_check_script_runs_the_readmes_commands() -> None:
    """``.ci/run`` and the README cannot drift apart: the test command of the one stands in the other."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python -m pip install .*$", readme, re.MULTILINE)
    assert len(commands) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [command for command in commands if "pytest" in command and command in script]


def test_the_lowest_versions_are_tested() -> None:
    """The check script runs the suite with just the versions that pyproject.toml calls the lowest."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert block is not None
    lowest = (ROOT / ".ci" / "lowest.txt").read_text(encoding="utf-8")
    assert re.findall(r"^([\w-]+)==(\S+)$", lowest, re.MULTILINE) == re.findall(
        r'"([\w-]+)>=([^",]+)"', block.group(1)
    )
    assert ".ci/lowest.txt" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_version_is_one() -> None:
    """The changelog's newest entry is the version of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', text, re.MULTILINE)
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    assert newest is not None
    assert newest.group(1) == version.group(1)
    assert policytext.__doc__
