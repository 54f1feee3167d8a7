"""Line forms: which rules' patterns a page's lines match, before anyone asks where on the page they stand.

A thousand patterns on a thousand lines would be a million searches. So every rule names a few literals, one search over the
short lines finds them all, and only the rules whose literal stands in a line are tried on it.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from policytext.fold import fold_table

if TYPE_CHECKING:
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

    __slots__ = ("_by_key", "_glued", "_keys", "_unkeyed", "rules")

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
        self._keys = re.compile("|".join(map(re.escape, keys))) if keys else None

    def run(self, view: View) -> dict[int, list[Form]]:
        """The forms of the page's lines: line index to forms, in the order of the rules."""
        short = view.short
        wanted: dict[int, set[int]] = {}
        if self._keys is not None and short:
            by_key = self._by_key
            position, following = 0, len(short[0].text) + 1
            for match in self._keys.finditer(view.shadow):
                start = match.start()
                while start >= following:
                    position += 1
                    following += len(short[position].text) + 1
                found = by_key[match.group()]
                slot = wanted.get(position)
                if slot is None:
                    wanted[position] = set(found)
                else:
                    slot.update(found)
        forms: dict[int, list[Form]] = {}
        rules = self.rules
        unkeyed = self._unkeyed
        tiny = max((rules[number].longest for number in unkeyed), default=0)
        for position, line in enumerate(short):
            numbers = wanted.get(position)
            length = line.end - line.start
            if numbers is None:
                if length > tiny:
                    continue
                order = unkeyed
            else:
                order = sorted(numbers) if length > tiny else sorted(numbers.union(unkeyed))
            folded = line.fold
            for number in order:
                rule = rules[number]
                if length <= rule.longest:
                    hit = rule.regex.fullmatch(folded)
                    if hit:
                        forms.setdefault(line.index, []).append(Form(rule, hit))
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
