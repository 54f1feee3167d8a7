"""What is asked of a reading before it is taken: each margin at its edge, each rule by itself."""

from __future__ import annotations

from typing import Any

import pytest

from policytext.models.script import Rival
from policytext.script.repair import verdict
from policytext.script.repair.edits import Edit
from policytext.script.repair.lattice import Token, tokens
from policytext.script.repair.marks import closes_what_is_open
from policytext.script.repair.search import Reading
from policytext.script.repair.shifted import _context
from policytext.script.repair.verdict import Context, Verdict, decide, runs
from policytext.script.repair.words import OwnWords

PROVED = "在相關區域?qū)嵤┓旨?jí)管理。"
"""Readings stand at both ends, so that no byte is told by likelihood alone."""
PROVED_RIGHT = "在相關區域實施分級管理。"
KEPT = "，確?；颊吣軌虻玫郊皶r(shí)，"
"""A mark was kept, and nothing shown tells the first byte of what stood before it."""
KEPT_RIGHT = "，確保患者能夠得到及時，"
PLAIN = -200.0


def shown(text: str) -> list[Token]:
    """The tokens of a line."""
    return tokens(text, 0, len(text))


def context(*, gaps: int = 0, sentences: bool = True) -> Context:
    """What a document says that says nothing else."""
    return Context(OwnWords({}, {}), gaps, flattened=False, folded=False, sentences=sentences)


def proved(score: float, text: str = PROVED_RIGHT, **more: Any) -> Reading:
    """A reading of the first line."""
    return Reading(score, text, ((5, 5), (10, len(text) - 3)), **more)


def kept(score: float, first: str, **more: Any) -> Reading:
    """A reading of the second line, with another first character."""
    return Reading(score, KEPT_RIGHT.replace("保", first), ((2, 2), (12, 11)), **more)


def taken(readings: list[Reading], *, plain: float = PLAIN, **more: Any) -> str:
    """The text that is taken of the first line; empty where none is."""
    found = decide(shown(PROVED), readings, plain, context(**more))
    return found.text if found else ""


def first_taken(readings: list[Reading], **more: Any) -> str:
    """The first character that is taken of the second line."""
    found = decide(shown(KEPT), readings, PLAIN, context(**more))
    return found.text[2] if found else ""


@pytest.mark.parametrize(("gain", "is_taken"), [(verdict.GAIN, True), (verdict.GAIN - 0.1, False)])
def test_the_gain_over_the_text_as_it_stands(gain: float, is_taken: bool) -> None:
    """A run is nonsense as it stands: what is hardly likelier is no repair."""
    assert bool(taken([proved(-50)], plain=-50 - gain)) == is_taken
    assert verdict.GAIN == 8


@pytest.mark.parametrize(("margin", "is_taken"), [(4.5, True), (4.4, False)])
def test_a_rival_of_another_shape(margin: float, is_taken: bool) -> None:
    """Where another number of characters may have been damaged nothing is taken but by far the likeliest."""
    rival = proved(-50 - margin, PROVED_RIGHT.replace("施", "設施"))
    assert bool(taken([proved(-50), rival])) == is_taken


@pytest.mark.parametrize(
    ("best", "margin"), [({"isolated": 1}, 5.5), ({"guesses": 1}, 5.0), ({"guesses": 2}, 5.5)]
)
def test_doubts_add_to_the_margin(best: dict[str, Any], margin: float) -> None:
    """A character in no word counts a nat, a byte that nothing shown tells half a one."""
    other = PROVED_RIGHT.replace("施", "設施")
    assert taken([proved(-50, **best), proved(-50 - margin, other)])
    assert not taken([proved(-50, **best), proved(-49.9 - margin, other)])


@pytest.mark.parametrize(("margin", "char"), [(3.5, "施"), (3.4, "\ufffd")])
def test_a_rival_with_another_character(margin: float, char: str) -> None:
    """Where two readings differ in one character U+FFFD stands for it; the others are certain."""
    assert taken([proved(-50), proved(-50 - margin, PROVED_RIGHT.replace("施", "拖"))])[6] == char


@pytest.mark.parametrize(("margin", "char"), [(1.5, "施"), (1.4, "\ufffd")])
def test_a_rival_that_leaves_a_character_alone(margin: float, char: str) -> None:
    """That the other character would stand in no word speaks for the best with two nats."""
    assert taken([proved(-50), proved(-50 - margin, PROVED_RIGHT.replace("施", "拖"), lonely=1)])[6] == char


def edits(readings: list[Reading], line: str = PROVED) -> list[Edit]:
    """The repairs of the runs of a line."""
    found = decide(shown(line), readings, PLAIN, context())
    assert found is not None
    return runs(shown(line), found)


def test_what_came_near_is_listed() -> None:
    """A reading less than nine nats behind lowers the confidence and is listed; one that is farther off, or differs elsewhere, is not."""
    best = kept(-50, "保")
    near, far, beside = (
        kept(-58.9, "信"),
        kept(-59.1, "値"),
        kept(-58, "保")._replace(text="。確保患者能夠得到及時，"),
    )
    (alone,) = edits([best, far], KEPT)
    assert (alone.after, alone.confidence, alone.rivals) == ("保患者能夠得到及時", 0.95, ())
    (disputed,) = edits([best, beside, near, far], KEPT)
    assert (disputed.after, disputed.confidence) == ("保患者能夠得到及時", 0.92)
    assert disputed.rivals == (Rival("信患者能夠得到及時", 8.9),)


def test_of_a_hole_the_likeliest_is_listed_first() -> None:
    """Where a character is left open the reading that would have been taken stands before the others, three in all."""
    (edit,) = edits([proved(-50), proved(-51, PROVED_RIGHT.replace("施", "拖"))])
    assert (edit.after, edit.confidence) == ("實\ufffd分級", 0.8)
    assert edit.rivals == (Rival("實施分級", 0.0), Rival("實拖分級", 1.0))
    others = [
        proved(-58 - number / 10, PROVED_RIGHT.replace("分", other)) for number, other in enumerate("粉份芬")
    ]
    (edit,) = edits([proved(-50), proved(-51, PROVED_RIGHT.replace("施", "拖")), *others])
    assert len(edit.rivals) == 3


def test_what_readings_prove_has_no_guessed_rival() -> None:
    """Where both ends are proved, a reading that takes more for lost than is shown is no rival."""
    guessed = proved(-56, PROVED_RIGHT.replace("實施", "對實施"), guesses=2)
    (edit,) = edits([proved(-50), guessed])
    assert (edit.confidence, edit.rivals) == (1.0, ())


def test_many_rivals_for_one_place() -> None:
    """Two rivals make a character uncertain, three the reading."""
    rivals = [proved(-51, PROVED_RIGHT.replace("施", other)) for other in "拖拋把"]
    assert taken([proved(-50), *rivals[:2]])[6] == "\ufffd"
    assert not taken([proved(-50), *rivals])


def test_too_many_uncertain_characters() -> None:
    """A run of four characters has one that is uncertain, and no second one."""
    one, two = PROVED_RIGHT.replace("施", "拖"), PROVED_RIGHT.replace("級", "極")
    assert taken([proved(-50), proved(-51, one)])
    assert not taken([proved(-50), proved(-51, one), proved(-51, two)])


@pytest.mark.parametrize(("run", "is_taken"), [("看守。", True), ("看。\n", False)])
def test_an_uncertain_character_of_a_short_run(run: str, is_taken: bool) -> None:
    """Of three characters one may be left open, of two none: the line end that was swallowed is not the third."""
    line = shown("要有人?i)！ph)，")
    turns = ((3, 3), (len(line) - 1, 3 + len(run)))
    best, rival = (
        Reading(score, f"要有人{word}，", turns) for score, word in ((-50, run), (-51, "想" + run[1:]))
    )
    assert bool(decide(line, [best, rival], PLAIN, context())) == is_taken


@pytest.mark.parametrize(("margin", "is_taken"), [(7.0, True), (6.9, False)])
def test_a_character_in_no_word_among_stripped_ones(margin: float, is_taken: bool) -> None:
    """Where pairs may have been stripped, a character in no word may be the half of two others."""
    rival = proved(-50 - margin, PROVED_RIGHT.replace("施", "設施"))
    assert bool(taken([proved(-50, isolated=1), rival], gaps=2)) == is_taken


def test_a_guess_beside_an_isolated_character() -> None:
    """Neither the bytes nor the words speak for it, so nothing is taken, however far the others are."""
    assert taken([proved(-50, guesses=2)])
    assert not taken([proved(-50, isolated=1, guesses=2)])


def test_a_hole_beside_a_guessed_pair() -> None:
    """A pair that was guessed and a character that is uncertain: neither speaks for the other."""
    rival = proved(-51, PROVED_RIGHT.replace("施", "拖"))
    assert taken([proved(-50), rival])
    assert not taken([proved(-50, guesses=2), rival])


@pytest.mark.parametrize(("margin", "char"), [(7.6, "。"), (7.5, "\ufffd")])
def test_a_full_stop_for_a_first_byte(margin: float, char: str) -> None:
    """Nothing shown tells a first byte: a full stop must be likelier by far."""
    assert first_taken([kept(-50, "。"), kept(-50 - margin, "保")]) == char


@pytest.mark.parametrize(
    ("rival", "margin", "char"),
    [("。", 9.6, "保"), ("。", 9.5, "\ufffd"), ("停", 3.5, "保"), ("停", 3.4, "\ufffd")],
)
def test_another_character_for_a_first_byte(rival: str, margin: float, char: str) -> None:
    """Against a full stop, which it is more often than not, more is asked than against any other."""
    assert first_taken([kept(-50, "保"), kept(-50 - margin, rival)]) == char


def test_no_full_stop_is_guessed_where_nothing_has_one() -> None:
    """In a list of titles a lost first byte is a hole, however likely a full stop would be elsewhere."""
    assert first_taken([kept(-50, "。")]) == "。"
    assert first_taken([kept(-50, "。")], sentences=False) == "\ufffd"


def test_running_text_has_a_mark_in_two_hundred_characters() -> None:
    """At the edge: one mark in two hundred characters makes sentences, one in two hundred and one a list."""
    assert _context("字" * 199 + "，").sentences
    assert not _context("字" * 200 + "，").sentences


def test_a_full_stop_in_a_short_quotation() -> None:
    """A quotation of one word holds no sentence that could end in it; one of four characters may."""
    short, longer = "他說“慢。”走了", "他說他們“走得不慢。”走"
    assert verdict._one_sided(short, 4)
    assert not verdict._one_sided(longer, longer.index("。"))


@pytest.mark.parametrize(
    ("before", "is_opened"),
    [
        ("他說：“天要下雨了", True),
        ("他說天要下雨了", False),
        ("他說：「天要下雨了", False),
        ("“是”他說：“下雨了", True),
    ],
)
def test_a_closing_mark_closes_what_is_open(before: str, is_opened: bool) -> None:
    """Of a ``?！?`` nothing is shown but the damage: it is 。” only where the line has “ open."""
    text = f"{before}?！?\n"
    line = shown(text)
    place = len(before)
    reading = Reading(0.0, f"{before}。”\n", ((place, place), (place + 3, place + 3)))
    assert closes_what_is_open(Verdict(reading, reading.text, proved=True), line, text) == is_opened
