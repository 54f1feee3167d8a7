"""Which rules' patterns the lines of a page match, and what that says of a line, before anyone asks where on the page it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping, Sequence

    from policytext.rules import Place, Rule, Sign

__all__ = ["LineMatches", "RuleMatch"]


class RuleMatch(NamedTuple):
    """A rule whose pattern a line matches. ``match`` speaks of the line's shadow, from ``offset`` on."""

    rule: Rule
    match: re.Match[str]
    offset: int = 0


class LineMatches:
    """The matches of all lines of a page, by line index; ``index in matches`` where a line has any."""

    __slots__ = ("_boilerplate", "_ends", "_firm", "_found", "_frame_ends", "_opens", "_sure")

    def __init__(self, found: Mapping[int, Sequence[RuleMatch]] | None = None) -> None:
        self._found = found or {}
        # The rooms behind ask the same questions of every line several times: each is answered once, here.
        self._boilerplate: set[int] = set()
        self._firm: set[int] = set()
        self._ends: set[int] = set()
        self._frame_ends: set[int] = set()
        self._opens: set[int] = set()
        self._sure: set[int] = set()
        for index, matches in self._found.items():
            for rule, _, _ in matches:
                self._note(index, rule)

    def _note(self, index: int, rule: Rule) -> None:
        sign = rule.sign
        if rule.role == "boilerplate":
            self._boilerplate.add(index)
            if sign != "weak":
                self._firm.add(index)
                if sign != "none":
                    self._frame_ends.add(index)
        if sign != "weak":
            if sign != "none":
                self._ends.add(index)
                if sign == "strong":
                    self._sure.add(index)
            if rule.kind == "opener":
                self._opens.add(index)

    def __contains__(self, index: int) -> bool:
        return index in self._found

    def __len__(self) -> int:
        """How many lines have a match."""
        return len(self._found)

    @property
    def lines(self) -> Collection[int]:
        """The lines that have a match: for who goes over a page, most of whose lines have none."""
        return self._found.keys()

    @property
    def boilerplate(self) -> Collection[int]:
        """The lines that a rule of boilerplate matches, wherever it holds."""
        return self._boilerplate

    def at(self, index: int) -> Sequence[RuleMatch]:
        """The matches of a line, in the order of the rules."""
        # Most lines match nothing, so they have no entry.
        return self._found.get(index, ())

    def is_boilerplate(self, index: int, *, elsewhere: Place | None = None) -> bool:
        """Whether a rule of boilerplate matches; one that holds in the place ``elsewhere`` only does not count."""
        if elsewhere is None or index not in self._boilerplate:
            return index in self._boilerplate
        return any(
            found.rule.role == "boilerplate" and found.rule.place != elsewhere for found in self._found[index]
        )

    def is_firm_boilerplate(self, index: int) -> bool:
        """Whether a rule of boilerplate matches whose words are not common inside documents too."""
        return index in self._firm

    def says_end(self, index: int) -> bool:
        """Whether any match is a sign that the body is over."""
        return index in self._ends

    def is_boilerplate_that_ends(self, index: int) -> bool:
        """Whether a rule of boilerplate matches that is a sign that the body is over."""
        return index in self._frame_ends

    def opens_frame(self, index: int) -> bool:
        """Whether the line opens a block of frame, by a form that documents do not have."""
        return index in self._opens

    def ends_for_sure(self, index: int) -> bool:
        """Whether the body ends here whatever follows: no author writes this."""
        return index in self._sure

    def lines_with_sign(self, sign: Sign) -> int:
        """How many lines have a match of this sign."""
        return len({index for index, found in self._found.items() for one in found if one.rule.sign == sign})

    def has_rule(self, name: str) -> bool:
        """Whether any line of the page matches a rule of this name."""
        return any(one.rule.name == name for found in self._found.values() for one in found)

    def rules(self) -> set[str]:
        """Names of all rules that match anywhere."""
        return {one.rule.name for found in self._found.values() for one in found}

    def lines_of_text(self) -> list[int]:
        """The lines that a rule says are text, wherever they stand."""
        return [index for index, found in self._found.items() if found[0].rule.kind == "text"]
