r"""Run by test_patterns.py in a process of its own: lists the patterns of the library that can take more than linear time, as JSON.

Looked at is how a pattern is built, so that no clock decides:

- two repeats without an end, side by side or with nothing between them but what may be missing or is of the first one's kind, that share a character:
  ``\s*页?\s*x`` parts a run of n blanks in n ways before it gives up, and ``.*a.*b`` a run of a;
- a repeat without an end at the very start of a pattern that is searched for: ``\s*x`` begins anew at each of n blanks. Behind ``(?<!\s)`` it begins once.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import sys
from typing import TYPE_CHECKING, Any

import regex

# How `re` reads a pattern has no public name, and another one before Python 3.11.
_HOMES = ("re._constants", "re._parser") if sys.version_info >= (3, 11) else ("sre_constants", "sre_parse")
sre, parser = map(importlib.import_module, _HOMES)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAMPLES = frozenset(
    " \t\n\u3000\xa0aZ_09-.,:;/|()[]<>\"'&=#*~+，。、：；（）《》【】·—一十年月日中县第\u200b１éΩ\U00020000"
)
"""Characters of every kind; two classes that share none of them share none that matters."""
SETTLED = frozenset({"[\\s(\\[]*原(?:标题|题)[ :|]+(?P<title>.+?)[)\\]]?$"})
"""Lazy up to the end of the line, which is always there."""
KINDS: dict[Any, Callable[[str], bool]] = {
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    sre.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
PLACES = frozenset({sre.AT, sre.ASSERT, sre.ASSERT_NOT})
REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT})
Chars = frozenset[str]
GATE = "](?<=(?="
FOREIGN_FIGURE = re.compile(r"[^\D0-9]")
"""Folded text has half-width figures, and those of other scripts begin no date."""


def of_class(items: Iterable[tuple[Any, Any]]) -> Chars:
    """The characters of ``[...]``."""
    found: set[str] = set()
    turned = False
    for kind, value in items:
        if kind is sre.NEGATE:
            turned = True
        elif kind is sre.LITERAL:
            found.add(chr(value))
        elif kind is sre.RANGE:
            found |= {char for char in SAMPLES if value[0] <= ord(char) <= value[1]} | {chr(value[0])}
        else:
            found |= {char for char in SAMPLES if KINDS[value](char)}
    return SAMPLES - found if turned else frozenset(found)


def characters(tree: Any) -> Chars | None:
    """What a tree of one character can be; ``None`` where it is longer."""
    if len(tree) != 1:
        return None
    kind, value = tree[0]
    if kind is sre.LITERAL:
        return frozenset(chr(value))
    if kind is sre.NOT_LITERAL:
        return SAMPLES - {chr(value)}
    if kind is sre.ANY:
        return SAMPLES - {"\n"}
    if kind is sre.IN:
        return of_class(value)
    if kind is sre.SUBPATTERN:
        return characters(value[3])
    if kind is sre.BRANCH:
        parts = [characters(branch) for branch in value[1]]
        return None if None in parts else frozenset().union(*(part for part in parts if part is not None))
    return None


def walk(tree: Any, before: list[Chars], clashes: list[str]) -> list[Chars]:
    """Go through a sequence.

    Args:
        tree: The sequence.
        before: What the endless repeats take that can stand directly before it.
        clashes: Gets a character that two neighbours share.

    Returns:
        The same as ``before``, of what stands behind the sequence.
    """
    for kind, value in tree:
        if kind in REPEATS:
            least, most, body = value
            single = characters(body)
            if single is not None and most is sre.MAXREPEAT:
                clashes += [min(single & other) for other in before if single & other]
                before = [*(other for other in before if least == 0 or other & single), single]
                continue
            inner = walk(body, before, clashes)
            if most != 1 and single is None:
                inner = walk(body, inner, clashes)
            before = [*before, *inner] if least == 0 else inner
        elif kind is sre.SUBPATTERN:
            before = walk(value[3], before, clashes)
        elif kind is sre.BRANCH:
            before = [chars for branch in value[1] for chars in walk(branch, before, clashes)]
        elif kind is sre.ASSERT_NOT:
            shut = characters(value[1]) or frozenset()
            before = [other for other in before if not other <= shut]
        elif kind not in PLACES:
            # A repeat that takes what follows it, too, may end before it or behind it.
            taken = characters([(kind, value)]) or frozenset()
            before = [other for other in before if other & taken]
    return before


def begins(tree: Any) -> tuple[Chars, bool]:
    """The samples and literals that a match can begin with, and whether it may be empty."""
    found: Chars = frozenset()
    for kind, value in tree:
        if kind in PLACES:
            continue
        if kind in REPEATS:
            inner, empty = begins(value[2])
            empty = empty or value[0] == 0
        elif kind is sre.SUBPATTERN:
            inner, empty = begins(value[3])
        elif kind is sre.BRANCH:
            ways = [begins(branch) for branch in value[1]]
            inner, empty = frozenset().union(*(way for way, _ in ways)), any(empty for _, empty in ways)
        else:
            inner, empty = characters([(kind, value)]) or SAMPLES, False
        found |= inner
        if not empty:
            return found, False
    return found, True


def shut_out(pattern: str) -> str:
    """What a pattern made by `policytext.page.begins.has` could begin with, if the set in front of it let it."""
    front, _, ways = pattern.partition(GATE)
    allowed = re.compile(front + "]")
    wanted, empty = begins(parser.parse(ways.removesuffix(").)")))
    return "empty" * empty + "".join(
        sorted(char for char in wanted if not allowed.match(char) and not FOREIGN_FIGURE.match(char))
    )


def needed(rest: Iterable[Any]) -> bool:
    """Whether anything must stand there for the pattern to match."""
    return any(kind not in REPEATS or value[0] > 0 for kind, value in rest)


def is_run(tree: Any) -> bool:
    """Whether a branch is an endless repeat and nothing else."""
    return len(tree) == 1 and tree[0][0] in REPEATS and tree[0][1][1] is sre.MAXREPEAT


def restarts(tree: Any) -> Chars | None:
    """What an endless repeat takes that a search may begin with, at every place of a run; ``None`` where there is none, or where it begins once."""
    barred: Chars = frozenset()
    for number, (kind, value) in enumerate(tree):
        if kind is sre.ASSERT_NOT and value[0] < 0:
            barred |= characters(value[1]) or frozenset()
        elif kind is sre.ASSERT and value[0] < 0:
            # One of these that no run has stands before the run: the search begins at one distance from it.
            barred = barred.union(*(SAMPLES - (characters([item]) or SAMPLES) for item in value[1]))
        elif kind is sre.AT and value in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            return None
        elif kind in REPEATS:
            least, most, body = value
            single = characters(body)
            if single is not None and most is sre.MAXREPEAT:
                # Where nothing is needed behind it, it takes the run, and the search goes on there.
                return single if needed(tree[number + 1 :]) and not single & SAMPLES <= barred else None
            inner = restarts(body) if most is sre.MAXREPEAT else None
            if inner or least:
                return inner
        elif kind is sre.SUBPATTERN:
            return restarts([*value[3], *tree[number + 1 :]])
        elif kind is sre.BRANCH:
            branches = [[*branch, *tree[number + 1 :]] for branch in value[1]]
            # A run that another branch takes as a whole is gone through twice, not once a place.
            whole = [characters(branch[0][1][2]) or frozenset() for branch in branches if is_run(branch)]
            found = [
                chars for chars in map(restarts, branches) if chars and not any(chars <= run for run in whole)
            ]
            return found[0] if found else None
        elif kind not in PLACES:
            return None
    return None


SEARCHES = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})


def searched(module: Any) -> set[int]:
    """The lines of a module on which a pattern is compiled that the module searches for."""
    tree = ast.parse(inspect.getsource(module))
    names = {
        node.func.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SEARCHES
        and isinstance(node.func.value, ast.Name)
    }
    return {
        call.lineno
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id in names
        for call in ast.walk(node.value)
        if isinstance(call, ast.Call)
    }


def record(module: Any, found: dict[str, str]) -> None:
    """From now on keep what is compiled by a module of the library, and where."""
    original = module.compile

    def compile_and_keep(pattern: Any, *arguments: Any, **options: Any) -> Any:
        frame = sys._getframe(1)
        name = frame.f_globals.get("__name__", "")
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        if name.startswith("policytext") and isinstance(text, str):
            found.setdefault(text, f"{name}:{frame.f_lineno}")
        return original(pattern, *arguments, **options)

    module.compile = compile_and_keep


def main() -> None:
    """Import every module, read a page in both forms, and look at all that was compiled."""
    found: dict[str, str] = {}
    record(re, found)
    record(regex, found)
    library = importlib.import_module("policytext")
    for module in pkgutil.walk_packages(library.__path__, "policytext."):
        if not module.name.endswith(("__main__", "arrow")) and ".cli" not in module.name:
            importlib.import_module(module.name)
    library.parse("<h1>關於植樹的通知</h1><p>各村要在三月底前(dǐ)完成補植，並做好管護。</p>", script="hans")
    library.parse("关于开展春季植树的通知\n各村要在三月底前完成补植，并做好管护。\n", script="hant")
    bad: dict[str, str] = {}
    late: dict[str, str] = {}
    lines: dict[str, set[int]] = {}
    for text, where in found.items():
        clashes: list[str] = []
        tree = parser.parse(text)
        walk(tree, [], clashes)
        if clashes and text.lstrip("^") not in SETTLED:
            bad[f"{where}: {text[:200]}"] = clashes[0]
        name, _, number = where.partition(":")
        if name not in lines:
            lines[name] = searched(sys.modules[name])
        first = restarts(tree) if int(number) in lines[name] else None
        if first:
            late[f"{where}: {text[:200]}"] = min(first)
    gates = {text: shut_out(text) for text in found if GATE in text}
    # The one pattern with such a set and a second way in, that of 某某领域创作者.
    widget = importlib.import_module("policytext.fields.grammar.byline_labels").WIDGET.pattern
    front, _, ways = widget.removeprefix("(?=").partition("]|[^ ]{0,6}领)")
    gates[widget] = shut_out(f"{front}{GATE}{ways.replace('|[^ ]{0,6}领域创作者', '')}).)")
    probe: list[list[str]] = []
    for text in (r"\s*页?\s*x", r".*a.*b", r"[ a]+a?a(?! )[ a]*b"):
        probe.append([])
        walk(parser.parse(text), [], probe[-1])
    begun = [
        bool(restarts(parser.parse(text))) for text in (r"\s*x", r"(?:甲|[ab]+)x", r"(?<!\s)\s*x", r"\s+")
    ]
    print(
        json.dumps(
            {
                "patterns": len(found),
                "bad": bad,
                "late": late,
                "probe": list(map(bool, probe)),
                "begun": begun,
                "gates": gates,
            }
        )
    )


if __name__ == "__main__":
    main()
