"""The rules of a source, run over the lines of a page.

A thousand patterns on a thousand lines would be a million searches. So every rule names a few literals, one search over the
short lines finds them all, and only the rules whose literal stands in a line are tried on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from threading import Lock
from typing import TYPE_CHECKING

from policytext.matching.line_matches import LineMatches, RuleMatch
from policytext.page.shadow import fold_table
from policytext.page.view import SHORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from policytext.page.view import View
    from policytext.rules import Rule, Source

__all__ = ["Matcher", "any_of", "matcher"]

_GROUP = 40
TAIL_OF_LINE = 120
"""Code points of a line's end in which a credit that is glued to the last sentence is looked for."""


class _Keys:
    """Literals to look for in the shadow, each with the rules that ask for it."""

    __slots__ = ("_pattern", "_rules")

    def __init__(self, rules: Mapping[str, list[int]]) -> None:
        # Longest first: of two keys that begin alike the longer one is seen, and answers for those within it.
        keys = sorted((key for key, numbers in rules.items() if numbers), key=lambda key: (-len(key), key))
        self._rules = {
            key: sorted({number for other in keys if other in key for number in rules[other]}) for key in keys
        }
        self._pattern = re.compile(any_of(keys)) if keys else None

    def mark(self, view: View, start: int, end: int, wanted: dict[int, list[int]]) -> None:
        """Note for every shaded line of ``view.shadow[start:end]`` which rules to try on it."""
        if self._pattern is None or start >= end:
            return
        rules, starts = self._rules, view.shadow_starts
        position = bisect_right(starts, start) - 1
        last = len(starts) - 1
        # Matches come in order, so the line of most is that of the one before: a bisection a match would cost more than the search.
        following = starts[position + 1] if position < last else end + 1
        for match in self._pattern.finditer(view.shadow, start, end):
            at = match.start()
            if at >= following:
                position = bisect_right(starts, at) - 1
                following = starts[position + 1] if position < last else end + 1
            slot = wanted.get(position)
            found = rules[match.group()]
            if slot is None:
                wanted[position] = found
            elif slot is not found:
                wanted[position] = sorted({*slot, *found})


class Matcher:
    """The rules of one source, ready to be run over a page. Once built only compiled patterns are added."""

    __slots__ = ("_glued", "_long", "_short", "_tests", "_tiny", "_unkeyed", "rules")

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        # Of each rule the longest line and the pattern, which is compiled when it is first asked for.
        self._tests: list[tuple[int, Callable[[str], re.Match[str] | None]] | None] = [None] * len(rules)
        by_key: dict[str, list[int]] = {}
        self._unkeyed: list[int] = []
        self._glued = [rule for rule in rules if rule.kind == "glued"]
        for number, rule in enumerate(rules):
            if rule.kind not in ("line", "opener", "text"):
                continue
            if not rule.keys:
                self._unkeyed.append(number)
            for key in rule.keys:
                by_key.setdefault(key, []).append(number)
        long = {number for number, rule in enumerate(rules) if rule.longest > SHORT}
        # Few rules look at long lines, and long lines hold most of the text: they are searched for those rules' keys only.
        self._short = _Keys(by_key)
        self._long = _Keys({key: [n for n in numbers if n in long] for key, numbers in by_key.items()})
        # A rule without keys is tried on every line that is short enough for the longest of them.
        self._tiny = max((rules[number].longest for number in self._unkeyed), default=0)

    def run(self, view: View) -> LineMatches:
        """What the page's lines match."""
        wanted = self._wanted(view)
        matches: dict[int, list[RuleMatch]] = {}
        tests = self._tests
        shaded = view.shaded
        for position in sorted(wanted):
            line = shaded[position]
            length = line.end - line.start
            folded = line.fold
            found: list[RuleMatch] = []
            for number in wanted[position]:
                test = tests[number]
                if test is None:
                    rule = self.rules[number]
                    test = tests[number] = (rule.longest, rule.regex.fullmatch)
                if length <= test[0]:
                    hit = test[1](folded)
                    if hit:
                        found.append(RuleMatch(self.rules[number], hit))
                        if self.rules[number].kind == "text":
                            # Text by a person's word: what other rules say of the line is not asked.
                            del found[:-1]
                            break
            if found:
                matches[line.index] = found
        return LineMatches(matches)

    def _wanted(self, view: View) -> dict[int, list[int]]:
        """Per line of ``view.shaded``, the rules to try on it: those whose literal it holds."""
        wanted: dict[int, list[int]] = {}
        self._short.mark(view, 0, view.shadow_split, wanted)
        self._long.mark(view, view.shadow_split, len(view.shadow), wanted)
        tiny = self._tiny
        if tiny:
            for position, line in enumerate(view.shaded):
                if line.end - line.start <= tiny:
                    slot = wanted.get(position)
                    # The same list for all: one a line is work for the garbage collector.
                    wanted[position] = self._unkeyed if slot is None else sorted({*slot, *self._unkeyed})
        return wanted

    def glued(self, view: View, index: int) -> RuleMatch | None:
        """The glued match at the end of a line, if any."""
        line = view.lines[index]
        offset = max(0, len(line) - TAIL_OF_LINE)
        end = line.text[offset:].translate(fold_table())
        for rule in self._glued:
            if any(key in end for key in rule.keys):
                # Every match that reaches the end counts, the first one (leftmost) wins.
                for hit in rule.regex.finditer(end):
                    if hit.end() == len(end):
                        return RuleMatch(rule, hit, offset)
        return None


def any_of(keys: Sequence[str]) -> str:
    """One pattern for all keys, the first of those that begin alike before the others.

    Of the characters keys begin with every page is full; of their second ones, behind those, it is not. So two character sets
    are asked first, and only then the keys, by their second character: three times as fast as the keys side by side.
    """
    singles = "".join(key for key in keys if len(key) == 1)
    by_second: dict[str, dict[str, list[str]]] = {}
    for key in keys:
        if len(key) > 1:
            by_second.setdefault(key[1], {}).setdefault(key[0], []).append(key[2:])
    branches: list[tuple[str, str]] = []
    for second, firsts in by_second.items():
        ends = [
            f"(?<={re.escape(first + second)})(?:{'|'.join(map(re.escape, rests))})"
            for first, rests in firsts.items()
        ]
        branches.append((second, f"{re.escape(second)}(?:{'|'.join(ends)})"))
    ways: list[str] = []
    if branches:
        ways.append(f"(?={_set(by_second)})(?:{'|'.join(_in_groups(branches))})")
    if singles:
        ways.append(f"(?<={_set(singles)})")
    return f"{_set(key[0] for key in keys)}(?:{'|'.join(ways)})"


def _in_groups(branches: Sequence[tuple[str, str]]) -> list[str]:
    """The branches behind the set of what each group begins with: asked one after the other, two hundred take a third longer."""
    groups = [branches[at : at + _GROUP] for at in range(0, len(branches), _GROUP)]
    return [
        f"(?={_set(first for first, _ in group)})(?:{'|'.join(way for _, way in group)})" for group in groups
    ]


def _set(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(dict.fromkeys(chars)))}]"


_matchers: dict[Source, Matcher] = {}
_lock = Lock()
_KEPT = 256
"""Matchers kept: more than all sources there are, few enough that a program that makes a source a page does not grow for ever."""


def matcher(source: Source, shared: tuple[Rule, ...]) -> Matcher:
    """The matcher of a source's rules and, behind them, the ``shared`` ones; built once a source."""
    found = _matchers.get(source)
    if found is None:
        with _lock:
            found = _matchers.get(source)
            if found is None:
                if len(_matchers) >= _KEPT:
                    _matchers.clear()
                found = _matchers[source] = Matcher(source.all_rules() + shared)
    return found
