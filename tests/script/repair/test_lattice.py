"""The lattice of bytes and the search through it: what a run out of step may have been, and what is most likely."""

from __future__ import annotations

import pytest

from policytext.script.normalize import repair
from policytext.script.repair.gbk import between, ending, starting, two_bytes
from policytext.script.repair.lattice import Lattice, Node, lost, tokens
from policytext.script.repair.search import best_readings
from policytext.script.repair.words import fold, joint_cost, own_words, single, word_trie

PLAIN = "青禾縣各村要落實管護責任，確保成活。\n"


def test_the_cells_are_those_of_the_codec() -> None:
    """Every character of a row or a column of the table has the bytes that it stands under."""
    assert all(two_bytes(cell.char)[1] == 0xA3 for cell in ending(0xA3))
    assert all(two_bytes(cell.char)[0] == 0xB1 for cell in starting(0xB1))
    assert {"保", "專", "。"} <= {cell.char for cell in ending(0xA3)}
    assert two_bytes("a") == two_bytes("😀") == b""
    assert two_bytes("\ue000") == b"\xaa\xa1"
    assert all(cell.folded == char for char, cells in between(1).items() for cell, _ in cells)


def test_a_reading_tells_the_lost_byte() -> None:
    """域 ends in F2, and of the characters F2?? 驅, F28C, is read qū, and one more."""
    assert 0x8C in lost(two_bytes("域")[1], "qū")
    assert len(lost(two_bytes("域")[1], "qū")) == 2
    assert lost(0xF2, "nobody") == ()


def test_tokens_take_the_gloss_with_their_character() -> None:
    """A gloss belongs to the character before it, a reading to the sign before it."""
    text = "時(shí)域?qū)嵤"
    found = tokens(text, 0, len(text))
    assert [(token.char, token.gloss, token.sign) for token in found] == [
        ("時", "shí", False),
        ("域", "", False),
        ("?", "qū", True),
        ("嵤", "", False),
    ]


def test_a_text_that_is_in_step_has_one_reading() -> None:
    """Without a sign every token gives one edge, and the reading is the text."""
    lattice = Lattice(tokens(PLAIN, 0, 10), gaps=2, flattened=False)
    assert len(lattice.edges(Node(0))) == 1
    (reading,) = best_readings(lattice, {})
    assert (reading.text, reading.turns) == (PLAIN[:10], ())


def test_the_word_model_prefers_words() -> None:
    """A word is likelier than its characters one by one; the table is in Simplified characters."""
    both = word_trie()["责"]["任"][""]
    assert both > single("责") + single("任")
    assert fold("責任") == "责任"


@pytest.mark.parametrize(
    ("text", "after", "cost"),
    [
        ("共12", "。", -3.4),
        ("共十", "。", 0.0),
        ("升12", "％", 0.0),
        ("从天而降", "％", -9.0),
        ("\n粒", "。", -3.5),
    ],
)
def test_what_stands_side_by_side(text: str, after: str, cost: float) -> None:
    """A sentence hardly ends in a number or has one character; a per cent sign stands behind a number."""
    assert joint_cost(text, after) == cost


def test_what_a_document_says_of_itself() -> None:
    """Names of up to four characters that stand twice, pairs that stand once; what stands behind a sign is no evidence."""
    own = own_words("雲嶺鎮的雲嶺鎮，青禾。水庫?；" + "壞" * 10)
    assert own.again["云"]["岭"]["镇"][""] == own.again["岭"]["镇"][""] < 0
    assert own.once["青"]["禾"][""] < own.again["岭"]["镇"][""]
    assert "青" not in own.again
    assert "坏" not in own.again
    assert "坏" not in own.once
    assert own.once["镇"]["的"][""] == own.once["水"]["库"][""]
    assert "" not in own.again["云"]


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("管護制度已建立?，F(xiàn)在執行", "管護制度已建立。現(xiàn)在執行"),
        ("這是全新的局面?！盵1]村民說", "這是全新的局面。”[1]村民說"),
        ("話就多了?！笨墒俏业膵寢屵€不到三十五歲", "話就多了。”可是我的媽媽還不到三十五歲"),
    ],
)
def test_ends_of_a_run(damaged: str, right: str) -> None:
    """A run ends with a letter, with a literal bracket, or with the euro sign that is byte 80."""
    assert repair(PLAIN + damaged).text == PLAIN + right


@pytest.mark.parametrize("damaged", ["往復運動轉變?yōu)榍S的旋轉", "燃?xì)獍踩褂弥R"])
def test_what_cannot_be_read_is_flagged_and_left(damaged: str) -> None:
    """Where stripped characters leave two readings near each other the run stays, and is listed."""
    done = repair(PLAIN + damaged)
    assert done.text == PLAIN + damaged
    assert len(done.report.unrecoverable) == 1
