"""Law 3: a shadow is as long as its text. Proved by walking the whole table, not by random strings alone."""

from __future__ import annotations

import sys

from hypothesis import example, given
from hypothesis import strategies as st

from laws.strategies import pages
from policytext.page.shadow import fold, fold_table
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump
from policytext.script.conversion.tables import char_map, dictionary
from policytext.script.normalize import repair


def test_every_entry_of_the_table_is_one_code_point() -> None:
    """The table maps each of the 65,536 code points of the BMP to one code point: a number, never a string."""
    table = fold_table()
    assert len(table) == 0x10000
    assert all(type(code) is int and 0 <= code <= sys.maxunicode for code in table)


def test_every_code_point_folds_to_one() -> None:
    """All 1,114,112 code points, lone surrogates too, one by one and all at once."""
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(everything)
    assert len(folded) == len(everything)
    assert all(len(fold(char)) == 1 for char in everything[:0x30000])


def test_the_line_structure_is_left() -> None:
    """Line ends stay where they are, so a line of the shadow is the shadow of the line."""
    for code, target in enumerate(fold_table()):
        assert (code == 0x0A) == (target == 0x0A)


def test_every_word_of_the_dictionaries_keeps_its_length() -> None:
    """Every key of the dictionaries, phrases included, folds to its own length, as does every value."""
    for name in ("TSPhrases", "TSCharacters", "STPhrases", "STCharacters"):
        entries = dictionary(name)
        assert len(entries) > 200
        for key, value in entries.items():
            assert len(fold(key)) == len(key)
            assert len(fold(value)) == len(value)


def test_traditional_is_folded_to_simplified() -> None:
    """The shadow of every Traditional character that the dictionaries map is its Simplified one, unless it is a mark."""
    table = fold_table()
    differing = {
        chr(code) for code, target in char_map("t2s").items() if code < 0x10000 and table[code] != target
    }
    assert all(not char.isalpha() or fold(char) != char for char in differing)
    assert fold("（責編：李麗）") == "(责编:李丽)"


def test_folding_twice_is_folding_once() -> None:
    """What a character folds to folds to itself, so that the order in which a long text is folded says nothing."""
    table = fold_table()
    assert all(table[target] == target for target in table if target < 0x10000)


def test_all_forms_that_a_simplified_character_can_come_from_fold_alike() -> None:
    """复 and 復 複 覆, 昵 and 暱: every character of the BMP with all its Traditional candidates, but for three of two families."""
    apart = {"讎", "賙", "鍊", "著"}
    for char, meant in dictionary("STCharacters").items():
        for other in meant.split():
            if len(char) == len(other) == 1 and max(char, other) < "\U00010000" and other not in apart:
                assert fold(char) == fold(other), (char, other)
    assert fold("回覆 回復 暱稱 著作") == "回复 回复 昵称 著作"


@given(st.one_of(st.text(), pages()), st.text())
def test_the_shadow_is_made_character_by_character(left: str, right: str) -> None:
    """Same length, and the shadow of a join is the join of the shadows: an offset means the same in both."""
    assert len(fold(left)) == len(left)
    assert fold(left + right) == fold(left) + fold(right)


@given(pages())
@example("甲\x85乙\n一、總體要求\n三月底前完成。")
@example("甲\r乙\u2028丙\n一、總體要求\n" + "字" * 700 + "\n三月底前完成。")
def test_every_line_has_its_own_shadow(text: str) -> None:
    """The shadows of a page's lines are made all at once; each line gets its own, also where a repair breaks a line."""
    page = read_dump(text)
    for line in build_view(page, repair(page.text)).lines:
        assert line.fold == fold(line.text)
        assert len(line) == len(line.text)
