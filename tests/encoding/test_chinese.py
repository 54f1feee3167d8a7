"""GB18030 and Big5 are decoded as the WHATWG Encoding Standard says, and nothing global is touched for it."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from policytext.encoding.big5_index import DIFFERENT
from policytext.encoding.chinese import decode_big5, decode_gb18030
from policytext.encoding.decode import decode

BIG5 = "e7920b36af3300c668f66ce3c6533c95de72d85ced7a81a4322699a6221a99ac"
"""SHA-256 of the 18,590 characters of index-big5.txt and the four of two code points, in the order of their pointers, in UTF-8."""

GB18030 = "85373408efe24c652c0a2f37997df8c657b0e8a654d07d9f9d97f1ad16609bc6"
"""The same of the 23,940 characters of index-gb18030.txt."""
SWAPPED = (0x1E3F,)
"""What Python encodes with the four bytes that another character has since 2005."""


def pointers() -> list[bytes]:
    """The two bytes of every pointer of Big5 that can have a character."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in trails]


def test_every_pointer_of_big5() -> None:
    """All characters of the standard's index, and no other."""
    found = [decode_big5(pair) for pair in pointers()]
    known = [char for char in found if "\ufffd" not in char]
    assert len(known) == 18_594
    assert hashlib.sha256("".join(known).encode()).hexdigest() == BIG5


def test_every_pointer_of_gb18030() -> None:
    """All 23,940 characters of two bytes, as the standard's index has them; no other character has any of their bytes."""
    trails = (*range(0x40, 0x7F), *range(0x80, 0xFF))
    found = [decode_gb18030(bytes((lead, trail))) for lead in range(0x81, 0xFF) for trail in trails]
    assert {len(char) for char in found} == {1}
    assert "\ufffd" not in found
    assert hashlib.sha256("".join(found).encode()).hexdigest() == GB18030
    assert decode_gb18030(b"\xa8\xbc\x81\x35\xf4\x37") == "ḿ\ue7c7"


def test_every_character_of_four_bytes() -> None:
    """What has no two bytes has four, in the order of code points; beyond the first plane by arithmetic."""
    codes = [code for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000]
    for code in (*codes, *range(0x10000, 0x110000, 997)):
        raw = chr(code).encode("gb18030")
        if len(raw) == 4 and code not in SWAPPED:
            assert decode_gb18030(raw) == chr(code)


def test_all_of_big5_in_one_text() -> None:
    """In a row, without a byte to set off by, every character keeps its place."""
    pairs = [pair for pair in pointers() if "\ufffd" not in decode_big5(pair)]
    text = decode_big5(b"".join(pairs))
    assert text == "".join(map(decode_big5, pairs))
    assert len(DIFFERENT) == 203


def test_a_pair_across_two_characters_is_none() -> None:
    """The second byte of one character and the first of the next are not read as a character that differs."""
    text = "。王小明∕台北報導‧"
    assert decode_big5("。王小明／台北報導".encode("big5") + b"\xa1\x45") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("镕喆堃".encode("gb18030"), "镕喆堃"),
        (b"\x80", "€"),
        (b"100\x80\xd6\xd0", "100€中"),
        (b"\xd6<p>", "\ufffd<p>"),
        (b"\xff\xd6\xd0", "\ufffd中"),
        (b"\xa3\xa0", "\u3000"),
        (b"\xd6\xd0\xd6", "中\ufffd"),
        (b"\x81\x30", "\ufffd0"),
    ],
)
def test_gb18030(data: bytes, text: str) -> None:
    """The euro sign, the characters of the edition of 2022, and bytes that mean nothing: each costs itself and nothing behind it."""
    assert decode_gb18030(data) == text


def test_no_error_handler_is_registered() -> None:
    """Importing and decoding leave the registry of `codecs` as it was."""
    decode(b"\xd6\xff\xd0\x80", encoding="gbk")
    with pytest.raises(LookupError):
        codecs.lookup_error("policytext.gb18030")


@pytest.mark.parametrize("label", ["x-evil-codec", "rot13", "zlib", "idna", "punycode", "a\x00b", "../x"])
def test_a_label_of_a_page_is_never_looked_up(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A label nobody knows reaches no codec: the page is read by its bytes."""
    asked: list[str] = []
    original = codecs.lookup

    def lookup(name: str) -> codecs.CodecInfo:
        asked.append(name)
        return original(name)

    monkeypatch.setattr(codecs, "lookup", lookup)
    page = f"<meta charset='{label}'><p>青禾县召开会议。</p>".encode("gb18030")
    assert "青禾县" in decode(page).text
    assert label not in asked
