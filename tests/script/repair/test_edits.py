"""The log of edits: what damage keeps, and what it gives up."""

from __future__ import annotations

from policytext.models.script import Damage, Rival
from policytext.models.spans import Span
from policytext.script.repair.edits import Edit, EditLog


def damage(text: str, start: int, end: int) -> Damage:
    """Damage of a text."""
    return Damage("shift-wounds", Span(start, end), text[start:end], "a reason")


def test_no_edit_touches_damage() -> None:
    """Edits that overlap it are dropped, those beside it are made."""
    log = EditLog("abcdef")
    log.protect([damage(log.text, 2, 4)])
    log.apply("one", [Edit(0, 1, "A"), Edit(3, 5, "DE"), Edit(5, 6, "F")])
    assert log.text == "AbcdeF"


def test_damage_ends_where_something_was_edited() -> None:
    """What an earlier step wrote is no damage, whatever it looks like: the part before it is, or else the part behind."""
    for start, left in ((0, "ab"), (2, "ef")):
        log = EditLog("abcdef")
        log.apply("one", [Edit(2, 4, "XY")])
        log.protect([damage(log.text, start, 6)])
        assert [wound.text for wound in log.wounds()] == [left]


def test_damage_of_edited_text_alone_is_none() -> None:
    """Where nothing but what was written is left, nothing is listed."""
    log = EditLog("abcdef")
    log.apply("one", [Edit(2, 4, "XY")])
    log.protect([damage(log.text, 2, 4)])
    assert log.wounds() == ()


def test_damage_is_recalled_where_nothing_was_done() -> None:
    """A pass that no longer sees it leaves it damage; one that repairs it does not, nor one that sees it anew."""
    log = EditLog("abcdefgh")
    log.protect([damage(log.text, 0, 2), damage(log.text, 4, 6), damage(log.text, 6, 8)])
    log.release()
    assert log.protected == []
    log.apply("one", [Edit(1, 3, "")])
    log.protect([damage(log.text, 2, 5)])
    log.recall()
    assert [wound.text for wound in log.wounds()] == ["efg"]
    log.release()
    log.apply("one", [Edit(0, 1, "zz")])
    log.recall()
    assert ([wound.text for wound in log.wounds()], log.protected) == (["efg"], [Span(3, 6)])


def test_what_is_told_of_edits_of_the_same_characters() -> None:
    """Where two steps change them, both are named, the less certain one counts, and what came near is kept of both."""
    log = EditLog("abcdef")
    first, second = Rival("xy", 1.5), Rival("z", 2.5)
    log.apply("one", [Edit(1, 3, "XY", 0.9, (first,)), Edit(5, 6, "F")])
    log.apply("two", [Edit(2, 4, "Z", 0.8, (second,))])
    both, alone = log.changes()
    assert (both.kind, both.confidence, both.rivals) == ("one+two", 0.8, (first, second))
    assert (alone.kind, alone.confidence, alone.rivals) == ("one", 1.0, ())
