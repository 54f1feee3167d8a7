"""`check_source`: each kind of fault is found and told in words that lead to its mending."""

from __future__ import annotations

import pytest

from policytext import Source, check_source
from policytext.rules import Rule, glued, line, repeat

GOOD = line(
    "own/duty", r"责编:.{2,4}", keys=("责编",), removes=("责编：王小禾",), spares=("责编说，要加强值守。",)
)
FAULTS: dict[str, tuple[Rule, str]] = {
    "example left": (
        line("own/a", "首页", removes=("首页 要闻",)),
        "does not match the whole of '首页 要闻'",
    ),
    "key missing": (line("own/a", "首页", keys=("要闻",), removes=("首页",)), "none of the keys"),
    "too long": (line("own/a", "首+", longest=3, removes=("首首首首",)), "longest is 3"),
    "negative taken": (line("own/a", "首页.*", removes=("首页",), spares=("首页改版。",)), "should spare"),
    "pattern not folded": (line("own/a", "责编：.*"), "write ':'"),
    "key not folded": (line("own/a", "责编.*", keys=("責编",)), "write '责'"),
    "glued without keys": (glued("own/a", r"\(.{2,4}\)", keys=()), "give it keys"),
    "glued left": (
        glued("own/a", r"\(.{2,4}\)", keys=("(",), removes=("（王小禾）供稿。",)),
        "does not match",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_every_fault_is_found(case: str) -> None:
    """The problem names the rule and says what to do."""
    rule, hint = FAULTS[case]
    found = check_source(Source(key="own", rules=(GOOD, rule)))
    assert found
    assert {problem.where for problem in found} == {"own/a"}
    assert hint in " ".join(map(str, found))


def test_a_good_source_has_none() -> None:
    """Examples that do what they say, and rules without a form of their own, give no problem; a family is checked, too."""
    assert check_source(Source(key="own", rules=(GOOD, repeat("own/again")))) == ()
    family = Source(key="family", rules=(FAULTS["example left"][0],))
    assert len(check_source(Source(key="own", rules=(GOOD,), family=family))) == 1


def test_a_signature_is_folded() -> None:
    """A signature that holds a full-width sign is never found on a page, so it is a problem."""
    (problem,) = check_source(Source(key="own", signature=("位置：青禾",)))
    assert (problem.where, problem.text) == ("signature", "位置：青禾")
