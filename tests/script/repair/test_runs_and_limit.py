"""What goes by runs, and how many repairs a page may need."""

from __future__ import annotations

import pytest

from policytext import Limits, normalize, parse
from policytext.errors import InputError
from policytext.script.repair.edits import Edit, EditLog


@pytest.mark.parametrize(
    "run", ["\u200b" * 9, "\u200b\ufeff\u2060\u00ad", "\x00\x01\x02", "\ud800\udbff\ud801"]
)
def test_a_run_of_what_goes_is_one_change(run: str) -> None:
    """A page of nothing but zero-width characters costs a change a run, not one each."""
    done = normalize(f"青禾{run}云岭", None)
    assert done.text == "青禾云岭"
    assert len(done.changes) == 1
    assert done.replay() == done.text


def test_a_pair_of_surrogates_among_lone_ones_is_joined() -> None:
    """Halves that belong together become their character, whatever stands beside them."""
    done = normalize("青\udc00\ud840\udc0b\ud840禾", None)
    assert done.text == "青\U0002000b禾"


def test_more_changes_than_the_limit_are_refused() -> None:
    """The limit counts the changes of a step: at the limit all are made, beyond it none."""
    edits = [Edit(0, 1, ""), Edit(2, 3, "")]
    assert EditLog("abc", limit=2).apply("invisibles", edits)
    with pytest.raises(InputError) as refused:
        EditLog("abc", limit=1).apply("invisibles", edits)
    assert refused.value.code == "too_large"


def test_a_page_of_too_many_repairs_is_told_so() -> None:
    """What would take gigabytes is refused with our error, and says what to do."""
    limits = Limits(changes=2)
    assert parse("<p>青\u200b禾\u200b</p>", limits=limits).text is not None
    with pytest.raises(InputError, match="split it"):
        parse("<p>青\u200b禾\u200b云\u200b岭</p>", limits=limits)


def test_a_zero_width_character_between_any_two_others() -> None:
    """They go by the dozen: one change for some thirty of them, and none across a line's end."""
    done = normalize("\u200b".join("青" * 300) + "\n" + "\u200b".join("禾" * 5), None)
    assert done.text == "青" * 300 + "\n" + "禾" * 5
    assert len(done.changes) < 30
    assert all("\n" not in change.before for change in done.changes)
    assert done.replay() == done.text
