"""Line forms: which rules' patterns a page's lines match, before anyone asks where on the page they stand.

A thousand patterns on a thousand lines would be a million searches. So every rule names a few literals, one search over the
short lines finds them all, and only the rules whose literal stands in a line are tried on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from policytext.fold import fold_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.rules import Rule, Source
    from policytext.view import View

__all__ = ["Form", "Matcher", "matcher"]

TAIL_OF_LINE = 120


class Form(NamedTuple):
    """A rule whose pattern a line has. ``match`` speaks of the line's shadow, from ``offset`` on."""

    rule: Rule
    match: re.Match[str]
    offset: int = 0


class Matcher:
    """The rules of one source, ready to be run over a page. Read-only once built."""

    __slots__ = ("_by_key", "_glued", "_keys", "_tiny", "_unkeyed", "rules")

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._by_key: dict[str, list[int]] = {}
        self._unkeyed: list[int] = []
        self._glued = [rule for rule in rules if rule.kind == "glued"]
        for number, rule in enumerate(rules):
            if rule.kind not in ("line", "opener"):
                continue
            if not rule.keys:
                self._unkeyed.append(number)
            for key in rule.keys:
                self._by_key.setdefault(key, []).append(number)
        # Longest first: of two keys that begin alike the longer one must be seen. A key that begins another one is
        # looked up beside it (see `_rules_of`).
        keys = sorted(self._by_key, key=lambda key: (-len(key), key))
        for key in keys:
            inner = [other for other in keys if other != key and other in key]
            for other in inner:
                self._by_key[key] = self._by_key[key] + self._by_key[other]
        self._keys = re.compile(_alternatives(keys)) if keys else None
        self._tiny = max((rules[number].longest for number in self._unkeyed), default=0)

    def run(self, view: View) -> dict[int, list[Form]]:
        """The forms of the page's lines: line index to forms, in the order of the rules."""
        short = view.short
        wanted: dict[int, list[int]] = {}
        if self._keys is not None and short:
            by_key, starts = self._by_key, view.shadow_starts
            position, count = 0, len(short)
            following = starts[1] if count > 1 else len(view.shadow) + 1
            for match in self._keys.finditer(view.shadow):
                start = match.start()
                if start >= following:
                    position = bisect_right(starts, start) - 1
                    following = starts[position + 1] if position + 1 < count else len(view.shadow) + 1
                slot = wanted.get(position)
                if slot is None:
                    wanted[position] = by_key[match.group()]
                else:
                    wanted[position] = slot + by_key[match.group()]
        tiny = self._tiny
        if tiny:
            for position, line in enumerate(short):
                if line.end - line.start <= tiny:
                    wanted[position] = wanted.get(position, []) + self._unkeyed
        forms: dict[int, list[Form]] = {}
        rules = self.rules
        for position in sorted(wanted):
            line = short[position]
            length = line.end - line.start
            folded = line.fold
            found: list[Form] = []
            for number in sorted(set(wanted[position])):
                rule = rules[number]
                if length <= rule.longest:
                    hit = rule.regex.fullmatch(folded)
                    if hit:
                        found.append(Form(rule, hit))
            if found:
                forms[line.index] = found
        return forms

    def glued(self, view: View, index: int) -> Form | None:
        """The glued form at the end of a line, if any."""
        line = view.lines[index]
        offset = max(0, len(line) - TAIL_OF_LINE)
        end = line.text[offset:].translate(fold_table())
        for rule in self._glued:
            if any(key in end for key in rule.keys):
                # Every match that reaches the end counts, the first one (leftmost) wins.
                for hit in rule.regex.finditer(end):
                    if hit.end() == len(end):
                        return Form(rule, hit, offset)
        return None


def _alternatives(keys: Sequence[str]) -> str:
    """One pattern for all keys, grouped by their first character: a branch is entered for keys that can match only."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(key[0], []).append(re.escape(key[1:]))
    return "|".join(
        re.escape(first) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})") for first, rests in groups.items()
    )


_matchers: dict[Source, Matcher] = {}
_lock = Lock()
_KEPT = 256


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
