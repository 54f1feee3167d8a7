"""The decoder: labels, marks, evidence in the bytes, leniency, and what it refuses."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.encoding.decode import decode
from policytext.encoding.labels import CODECS, find_encoding
from policytext.encoding.prescan import declared_label
from policytext.errors import InputError, UsageError
from support.cases import SHARED
from support.sampling import examples

PAGES = SHARED / "pages"

HANS = "各县（市、区）人民政府，市政府各部门：现将《关于进一步做好稳就业工作的实施方案》印发给你们，请认真贯彻执行。"
HANT = "各縣（市、區）人民政府，市政府各部門：現將《關於進一步做好穩就業工作的實施方案》印發給你們，請認真貫徹執行。"


def html(text: str, label: str | None) -> str:
    """A small page of ours, with or without a declaration."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>通知</title></head><body><p>{text}</p></body></html>"


# ---------------------------------------------------------------- wild


@pytest.mark.skipif(not PAGES.is_dir(), reason="the shared pages are not here")
def test_wild_pages_are_read_in_their_encoding() -> None:
    """Saved pages are decoded as those who labelled them did."""
    family = {"gb2312": "gb18030", "gbk": "gb18030", "utf-8-sig": "utf-8"}
    wrong: list[str] = []
    for path in sorted(PAGES.glob("*/meta.json")):
        used = json.loads(path.read_text(encoding="utf-8")).get("encoding_used")
        got = decode((path.parent / "page.html").read_bytes()).encoding
        if used and got != family.get(used.lower(), used.lower()):
            wrong.append(f"{path.parent.name}: {got}, not {used}")
    assert not wrong


# ---------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GB2312", "gbk"),
        (" x-gbk\n", "gbk"),
        ("csGB2312", "gbk"),
        ("gb18030", "gb18030"),
        ("Big5-HKSCS", "big5"),
        ("x-x-big5", "big5"),
        ("utf8", "utf-8"),
        ("latin1", "windows-1252"),
        ("hz-gb-2312", "replacement"),
        ("cp936", "gbk"),
        ("nonsense-8", None),
        ("", None),
        ("\x00", None),
        ("zip", None),
    ],
)
def test_labels(label: str, name: str | None) -> None:
    """WHATWG labels in any case, labels of the wild, and nothing of Python's own aliases."""
    assert find_encoding(label) == name


def test_every_codec_exists() -> None:
    """Each encoding of the table can be decoded with."""
    for codec in CODECS.values():
        assert isinstance(b"".decode(codec), str)


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ('<meta charset="GBK">', "gbk"),
        ("<meta charset = ' gbk ' >", "gbk"),
        ("<META HTTP-EQUIV=Content-Type CONTENT=text/html;charset=gb2312>", "gb2312"),
        ('<meta content="text/html; charset=gbk" http-equiv="Content-Type">', "gbk"),
        ("<meta\n name=x\n charset=gbk/>", "gbk/"),
        ('<!-- <meta charset="big5"> --><meta charset="gbk">', "gbk"),
        ('<meta charset="gbk"><meta charset="big5">', "gbk"),
        ('<p title="<meta charset=big5>"><meta charset="gbk">', "gbk"),
        ('<meta http-equiv="refresh" content="0; charset=big5"><meta charset=gbk>', "gbk"),
        ('<?xml version="1.0" encoding="GBK"?><html>', "gbk"),
        ('<?xml version="1.0" encoding="GBK"?><p>charset</p>', "gbk"),
        ("<!--" + "x" * 5000 + '--><meta charset="gbk">', "gbk"),
        ("x" * 70_000 + '<meta charset="gbk">', None),
        ("<!-- <meta charset=gbk>", None),
        ("charset=gbk", None),
    ],
)
def test_prescan(head: str, label: str | None) -> None:
    """The declaration is found as the HTML standard says: comments skipped, attributes in any order and quoting."""
    assert declared_label(head.encode()) == label


# ---------------------------------------------------------------- evidence


@pytest.mark.parametrize(
    "label", [None, "gbk", "gb2312", "utf-8", "big5", "iso-8859-1", "shift_jis", "nonsense-8"]
)
@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (HANS, "utf-8"),
        (HANS, "gb18030"),
        (HANT, "utf-8"),
        (HANT, "big5hkscs"),
        (HANS + "㐂𠮷䶮囍镕", "gb18030"),
    ],
)
def test_bytes_win_over_the_label(text: str, codec: str, label: str | None) -> None:
    """Whatever the label says or does not say, the page is read; a label that lied is told."""
    page = html(text, label)
    got = decode(page.encode(codec))
    assert got.text == page
    name = {"big5hkscs": "big5"}.get(codec, codec)
    assert got.encoding == name
    told = any(note.startswith("encoding:") for note in got.notes)
    honest = {"utf-8": ("utf-8",), "gb18030": ("gbk", "gb2312"), "big5": ("big5",)}[name]
    assert told == (label is not None and label not in honest)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    "text",
    [
        "通知",
        "公告",
        "联通",
        "你好",
        "市政府",
        "来源：晚报",
        "2023年3月1日",
        "责任编辑：张三",
        "关于召开会议的通知",
        HANS,
    ],
)
def test_short_dumps_without_a_label(text: str, codec: str) -> None:
    """A dump of one short line is read right, where its GBK bytes are valid UTF-8 by accident too."""
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("text", ["公告內容", "關於召開會議的通知", HANT])
def test_short_big5_dumps(text: str) -> None:
    """Big5 without a label is told from GB18030, though its bytes are valid there."""
    got = decode(text.encode("big5"))
    assert (got.text, got.encoding) == (text, "big5")


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_byte_order_mark_wins(codec: str, mark: bytes) -> None:
    """A byte order mark decides, and is no part of the text."""
    page = html(HANS, "gbk")
    assert decode(mark + page.encode(codec)).text == page


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(codec: str) -> None:
    """UTF-16 is known by the zero bytes of its ASCII, or by the range of its Han characters."""
    assert decode(html(HANS, None).encode(codec)).text == html(HANS, None)
    assert decode((HANS * 3).encode(codec)).text == HANS * 3


@pytest.mark.xfail(reason="two Han characters in UTF-16 can be four letters of ASCII", strict=True)
def test_short_utf16_without_a_mark() -> None:
    """Known failure: a short UTF-16 text without mark may be valid ASCII."""
    assert decode("你好".encode("utf-16-le")).text == "你好"


# ---------------------------------------------------------------- leniency


@pytest.mark.parametrize("bad", ["ff", "81", "d6", "813081", "fe39fe39", "a2a0"])
@pytest.mark.parametrize("label", ["gbk", None])
def test_bad_bytes_in_gbk_cost_themselves(bad: str, label: str | None) -> None:
    """A bad byte costs its place, not the page, and swallows no markup."""
    page = html(HANS, label).encode("gbk").replace(b"</p>", bytes.fromhex(bad) + b"</p>")
    got = decode(page)
    assert HANS in got.text
    assert got.text.endswith("</p></body></html>")
    assert "\ufffd" in got.text or bad == "a2a0"
    assert any("U+FFFD" in note for note in got.notes) == ("\ufffd" in got.text)


@pytest.mark.parametrize("bad", ["ff", "c080", "f8888080", "e4b8", "d6d0"])
def test_bad_bytes_in_utf8_cost_themselves(bad: str) -> None:
    """UTF-8 with a bad byte stays UTF-8, with or without a label."""
    for label in ("utf-8", None, "gbk"):
        got = decode(html(HANS, label).encode().replace(b"</p>", bytes.fromhex(bad) + b"</p>"))
        assert got.encoding == "utf-8"
        assert HANS in got.text
        assert any("U+FFFD" in note for note in got.notes)


def test_euro_and_characters_of_the_newer_edition() -> None:
    """Byte 80 is the euro sign of windows-936, and vertical forms come out as the edition of 2022 has them."""
    data = html(HANS, "gbk").encode("gbk").replace(b"</p>", b"\x80\xa6\xd9\xa3\xa0\xfe\x59</p>")
    assert "€\ufe10\u3000\u9fb4</p>" in decode(data).text


def test_surrogate_pair_bytes_are_joined() -> None:
    """Two three-byte surrogates (CESU-8, an old database's way) are the character they meant."""
    data = html(HANS, None).encode().replace(b"</p>", b"\xed\xa0\xbd\xed\xb8\x80</p>")
    assert "😀</p>" in decode(data).text


def test_cut_character_at_the_end() -> None:
    """Input cut inside a character loses that character only."""
    for codec in ("utf-8", "gb18030"):
        text = decode(HANS.encode(codec)[:-1]).text
        assert text.startswith(HANS[:-1])


@pytest.mark.parametrize("text", ["字\ufffd", "한국어", "Überschrift "])
@pytest.mark.parametrize("lost", [1, 2])
def test_utf8_that_is_cut_stays_utf8(text: str, lost: int) -> None:
    """What is UTF-8 up to its last character is UTF-8, whatever is written in it; only what was cut is told."""
    data = (text * 300 + "县").encode()[:-lost]
    decoded = decode(data)
    assert decoded.text == text * 300 + "\ufffd"
    assert (decoded.encoding, *decoded.notes) == (
        "utf-8",
        "undecodable: 1 places of the utf-8 bytes became U+FFFD",
    )


def test_written_replacements_are_no_evidence() -> None:
    """One bad byte in the midst of UTF-8 that is half U+FFFD leaves it UTF-8."""
    decoded = decode(("字\ufffd" * 300).encode() + b"\xff" + "县".encode() * 300)
    assert decoded.encoding == "utf-8"
    assert decoded.notes == ("undecodable: 1 places of the utf-8 bytes became U+FFFD",)


@settings(max_examples=examples(300))
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give text that can be encoded, or the one error, always the same."""
    try:
        got = decode(data)
    except InputError as error:
        assert error.code == "binary"  # noqa: PT017 - either outcome is right
        return
    got.text.encode()
    assert got == decode(data)


@settings(max_examples=examples(100))
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=140))
def test_utf8_is_read_to_the_letter(text: str) -> None:
    """Valid UTF-8 of more than some words is read as it is."""
    assert decode(text.encode() + "。".encode() * 10).text == text.lstrip("\ufeff") + "。" * 10


# ---------------------------------------------------------------- the caller's word, and refusals


def test_encoding_overrides() -> None:
    """``encoding`` is taken over everything the page says."""
    data = html(HANS, "utf-8").encode("gbk")
    assert HANS in decode(data, encoding="GB2312").text
    assert HANS not in decode(data, encoding="latin1").text


@pytest.mark.parametrize("label", ["nonsense", "", "zip", "rot13", "a\x00b", "replacement", "idna"])
def test_unknown_encoding(label: str) -> None:
    """A label nobody knows is the caller's mistake; Python's own codec names are not tried."""
    with pytest.raises(UsageError) as caught:
        decode(b"abc", encoding=label)
    assert caught.value.code == "unknown_encoding"
    assert pickle.loads(pickle.dumps(caught.value)).code == "unknown_encoding"  # noqa: S301


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\xff\xd8\xff\xe0" + bytes(range(256)),
        b"\x1f\x8b\x08" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"%PDF-1.4\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
        bytes(range(256)) * 20,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    """Images, archives, PDFs and noise are no text."""
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.code == "binary"
