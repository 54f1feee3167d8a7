"""Lost bytes of UTF-8 that was read as GBK: filled where words are certain, U+FFFD elsewhere."""

from __future__ import annotations

import pytest

from policytext.script.normalize import repair
from policytext.script.repair import holes, mojibake
from policytext.script.repair.common import HOLE
from policytext.script.repair.holes import LOST, fill, sequences
from policytext.script.repair.words import own_words

LINE = "云岭县启动夏粮收购，各收购点六月一日起敞开收购，保护农民利益。"


def hurt(text: str, char: str, byte: int) -> bytes:
    """``text`` in UTF-8 with one byte of ``char`` lost."""
    at = text.index(char)
    raw = bytearray(text[:at].encode() + char.encode())
    raw[len(text[:at].encode()) + byte] = LOST[0]
    return bytes(raw) + text[at + 1 :].encode()


def test_what_is_whole_is_read() -> None:
    """Without a lost byte the characters are those of the text."""
    assert "".join(sequences(LINE.encode())) == LINE


def test_a_lost_byte_leaves_few_characters() -> None:
    """夏 is E5A48F: a byte that makes no character of GBK with 8F leaves three of GB 2312, or one beyond."""
    assert sequences(hurt("夏粮", "夏", 1)) == ["倏夏奏\ufffd", "粮"]
    assert "购" in sequences(hurt("收购", "购", 2))[1]


def test_two_lost_bytes_tell_nothing() -> None:
    """Of a character with one byte left U+FFFD stays, and its neighbours are read."""
    assert sequences(b"\xe5\xff\xff" + "粮".encode()) == [HOLE, "粮"]


def test_words_tell_a_character() -> None:
    """夏粮 is a word, 奏粮 none."""
    assert fill(sequences(hurt(LINE, "夏", 1)), {}) == LINE


def test_a_likelier_word_is_no_evidence() -> None:
    """收购 is likelier than 收费, and both are words: only the document itself can tell."""
    cells = sequences(hurt("云岭县启动夏粮收购", "购", 2))
    assert fill(cells, {})[-1] == HOLE
    assert fill(cells, own_words("各收购点敞开收购，方便收购").again)[-1] == "购"


@pytest.mark.parametrize(("name", "factor"), [("_CERTAIN", 2.0), ("_KNOWN", 2.0)])
def test_margins_at_their_edge(monkeypatch: pytest.MonkeyPatch, name: str, factor: float) -> None:
    """Each of the two margins decides one of these, and twice of it is more than they have."""
    cells = (
        sequences(hurt("云岭县启动夏粮收购", "购", 2)) if name == "_KNOWN" else sequences(hurt(LINE, "夏", 1))
    )
    own = own_words("各收购点敞开收购，方便收购").again if name == "_KNOWN" else {}
    assert HOLE not in fill(cells, own)
    monkeypatch.setattr(holes, name, getattr(holes, name) * factor)
    assert HOLE in fill(cells, own)


def test_a_document_read_as_gbk() -> None:
    """In the whole: one hole is filled by a word, one by what the document says twice, and what is lost stays U+FFFD."""
    text = f"{LINE}\n云岭县启动夏粮收购"
    done = repair(text.encode().decode("gbk", "replace")).text.split("\n")
    assert done[1] == "云岭县启动夏粮收购"
    assert all(a in (b, HOLE) for a, b in zip(done[0], LINE, strict=True))


def test_no_more_are_filled_than_a_page_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """Choosing costs time: beyond the limit U+FFFD stays, one for each character."""
    text = f"{LINE}\n云岭县启动夏粮收购"
    hurt_text = text.encode().decode("gbk", "replace")
    monkeypatch.setattr(mojibake, "MOST_FILLED", 0)
    done = repair(hurt_text).text
    assert "夏" not in done
    assert len(done) == len(text)


def test_gbk_read_as_big5() -> None:
    """A line that lost nothing is put right; one that did is listed, and stays listed when all others are right."""
    whole, lost = "云岭县收购夏粮，发布：价格公开。", "云岭县各收购点六月一日起敞开收购。"
    text = "\n".join(line.encode("gbk").decode("big5", "replace") for line in (whole, lost))
    done = repair(text)
    assert done.text.split("\n")[0] == whole
    assert done.text.split("\n")[1] == text.split("\n")[1]
    assert [damage.kind for damage in done.wounds] == ["mojibake"]


def test_bopomofo_in_good_text() -> None:
    """Negative: ㄛ and ㄩ are letters too."""
    assert repair("真的很好吃ㄛ，注音是ㄩㄥˋ，大家快來﹝附圖﹞。").changes == ()


def test_a_single_candidate_is_no_proof() -> None:
    """Of the bytes of 窦 without the middle one few characters are left, and none that makes a word: U+FFFD stays."""
    for byte in (1, 2):
        cells = sequences(hurt("正是情窦初开的年纪", "窦", byte))
        assert fill(cells, {}) == "正是情\ufffd初开的年纪"


def test_traditional_text_is_not_filled() -> None:
    """The characters to choose from are those of Simplified text, so that in Traditional text the hole stays."""
    assert fill(sequences(hurt("雲嶺縣啟動夏糧收購", "夏", 1)), {}) == "雲嶺縣啟動\ufffd糧收購"
