"""Which rules' patterns the lines of a page match, and what that says of a line, before anyone asks where on the page it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from policytext.rules import Place, Rule, Sign

__all__ = ["LineMatches", "RuleMatch"]


class RuleMatch(NamedTuple):
    """A rule whose pattern a line matches. ``match`` speaks of the line's shadow, from ``offset`` on."""

    rule: Rule
    match: re.Match[str]
    offset: int = 0


class LineMatches:
    """The matches of all lines of a page, by line index; ``index in matches`` where a line has any."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[int, Sequence[RuleMatch]] | None = None) -> None:
        self._found = found or {}

    def __contains__(self, index: int) -> bool:
        return index in self._found

    def __len__(self) -> int:
        """How many lines have a match."""
        return len(self._found)

    def at(self, index: int) -> Sequence[RuleMatch]:
        """The matches of a line, in the order of the rules."""
        return self._found.get(index, ())

    def is_boilerplate(self, index: int, *, elsewhere: Place | None = None) -> bool:
        """Whether a rule of boilerplate matches; one that holds in the place ``elsewhere`` only does not count."""
        return index in self._found and any(
            found.rule.role == "boilerplate" and found.rule.place != elsewhere for found in self._found[index]
        )

    def is_firm_boilerplate(self, index: int) -> bool:
        """Whether a rule of boilerplate matches whose words are not common inside documents too."""
        return any(found.rule.role == "boilerplate" and found.rule.sign != "weak" for found in self.at(index))

    def says_end(self, index: int) -> bool:
        """Whether any match is a sign that the body is over."""
        return any(found.rule.sign not in ("none", "weak") for found in self.at(index))

    def is_boilerplate_that_ends(self, index: int) -> bool:
        """Whether a rule of boilerplate matches that is a sign that the body is over."""
        return any(
            found.rule.role == "boilerplate" and found.rule.sign not in ("none", "weak")
            for found in self.at(index)
        )

    def opens_frame(self, index: int) -> bool:
        """Whether the line opens a block of frame, by a form that documents do not have."""
        return any(found.rule.kind == "opener" and found.rule.sign != "weak" for found in self.at(index))

    def ends_for_sure(self, index: int) -> bool:
        """Whether the body ends here whatever follows: no author writes this."""
        return any(found.rule.sign == "strong" for found in self.at(index))

    def lines_with_sign(self, sign: Sign) -> int:
        """How many lines have a match of this sign."""
        return sum(any(one.rule.sign == sign for one in found) for found in self._found.values())

    def has_rule(self, name: str) -> bool:
        """Whether any line of the page matches a rule of this name."""
        return any(one.rule.name == name for found in self._found.values() for one in found)

    def rules(self) -> set[str]:
        """Names of all rules that match anywhere."""
        return {one.rule.name for found in self._found.values() for one in found}

    def lines_of_text(self) -> list[int]:
        """The lines that a rule says are text, wherever they stand."""
        return [index for index, found in self._found.items() if found[0].rule.kind == "text"]
