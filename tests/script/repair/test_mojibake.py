"""Wrong decodings of whole runs: inverted where the bytes are there, flagged where they are not, else left."""

from __future__ import annotations

import pytest

from policytext.script.normalize import normalize, repair
from policytext.script.repair.common import HOLE
from policytext.script.repair.holes import sequences

TEXT = "市政府办公室关于进一步加强安全生产工作的通知，各县区人民政府，市直各单位要认真贯彻落实。"


def _misread(encoding: str, reader: str, errors: str = "strict", text: str = TEXT) -> str:
    return text.encode(encoding).decode(reader, errors)


@pytest.mark.parametrize(
    "hurt",
    [
        _misread("utf-8", "latin-1"),
        _misread("utf-8", "latin-1", text=_misread("utf-8", "latin-1")),
        _misread("gbk", "latin-1"),
        _misread("gbk", "cp1252", text=TEXT[:20]),
        "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in TEXT.encode()),
    ],
)
def test_what_loses_nothing_is_inverted_exactly(hurt: str) -> None:
    """Synthetic: UTF-8 read as Latin-1 or windows-1252, once and twice; GBK read as either."""
    done = repair(hurt)
    assert done.text in TEXT
    assert [change.kind for change in done.changes] == ["mojibake"]
    assert len(done.report.repaired) == 1


def test_big5_read_as_latin_1() -> None:
    """Synthetic: the second byte of Big5 is often an ASCII letter, so that the run holds letters."""
    text = "市政府辦公室關於進一步加強安全生產工作的通知"
    assert repair(_misread("big5", "latin-1", text=text)).text == text


def test_utf_8_read_as_gbk_with_holes() -> None:
    """Synthetic: an odd run loses its last byte; U+FFFD stands for the character, and the confidence says so."""
    done = repair(_misread("utf-8", "gb18030", "replace"))
    assert len(done.text) == len(TEXT)
    assert sum(a == b for a, b in zip(done.text, TEXT, strict=True)) >= 0.9 * len(TEXT)
    assert all(a in (b, "\ufffd") for a, b in zip(done.text, TEXT, strict=True))
    assert done.changes[0].confidence < 1


def test_a_run_within_good_text_is_inverted_alone() -> None:
    """Only the damaged run is touched; digits, Latin words and good Chinese beside it stay."""
    text = f"标题：{_misread('utf-8', 'latin-1')}（2023年）"
    done = repair(text)
    assert done.text == f"标题：{TEXT}（2023年）"
    assert len(done.changes) == 1


def test_php_s_decoding_is_refused_and_flagged() -> None:
    """Where ``?`` stands for a byte and for the character that it swallowed nothing can be told apart."""
    text = "鍥藉姟闄㈠姙鍏?鍘呭叧浜"
    done = repair(text)
    assert done.text == text


def test_kun_jin_kao_says_what_it_was() -> None:
    """锟斤拷 is U+FFFD twice, read as GBK. What was replaced is gone."""
    assert repair("通知锟斤拷锟斤拷如下").text == "通知\ufffd\ufffd\ufffd\ufffd如下"


@pytest.mark.parametrize(
    "text",
    [
        "Le président a évoqué à Genève l’été où ça s’était déjà très bien passé",
        "Übergrößenträger für Überländer, “schön” – äöüß ÄÖÜ",
        "NGUYỄN Văn Hùng và Trần Thị Hà",
        "┌────┬────┐\n│鍥│涓│\n└────┴────┘",
        "张骞出使西域，涓涓细流，骞马澶渊之盟，浜鹤",
        "姓名：锟铻，籍贯：鍥",
        "温度±5℃，面积20㎡，§3 ¥100 £20 ©2023",
        "대한민국 정부 발표",
        "日本語のページです。",
        TEXT,
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    """Negative: European, Vietnamese, Korean and Japanese text, frames, signs, and rare but right Chinese."""
    assert repair(text).text == text


def test_the_step_can_be_switched_off() -> None:
    """The name in the record switches it off."""
    hurt = "ÖÐ»ªÈËÃñ¹²ºÍ¹ú"
    assert normalize(hurt, None).text == "中华人民共和国"
    assert normalize(hurt, None, skip=("mojibake",)).text == hurt


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xe0\x80\x80", b"\xf0\x80\x80\x80"])
def test_bytes_that_only_look_like_a_character(raw: bytes) -> None:
    """Bytes that have the form of a character of UTF-8 and are none (a surrogate, an overlong form) are one place that nobody can tell."""
    assert sequences("青".encode() + raw + "禾".encode()) == ["青", HOLE, "禾"]


def test_a_misread_run_with_bytes_of_no_character() -> None:
    """A run of which two bytes have the form of a character and make none is read without a crash."""
    assert repair("分享到：鍏充簬鍋氬ソ闃叉睕宸ヤ綔").text
