"""Bytes to text: what the page says of its encoding, weighed against what its bytes say.

The order is that of the WHATWG standards with one deviation on purpose: byte order mark, then *valid UTF-8 with
characters outside ASCII*, then the declared label, then evidence. A page that declares gbk and is valid UTF-8 through
and through is UTF-8; such pages are common, the reverse accident does not happen in texts of more than some words.

A label is believed only as far as the bytes bear it out: decoded under each candidate, text in the right encoding
consists of frequent characters, text in a wrong one of rare ones. So a lying label, a missing one, and a dump of one
short line are read by the same rule.

Decoding never fails as a whole: bytes that mean nothing become U+FFFD, one bad byte costs one character, and the notes
say how many there were and whether the label lied.
"""

from __future__ import annotations

import codecs
import re
import zlib
from functools import cache

from attrs import field, frozen

from policytext.encoding.chinese import decode_big5, decode_gb18030
from policytext.encoding.evidence import choose, choose_short, find_utf16
from policytext.encoding.labels import CODECS, find_encoding
from policytext.encoding.prescan import declared_label
from policytext.errors import InputError, UsageError

__all__ = ["Decoded", "decode"]

_SHORT = 400  # bytes of an input that can be UTF-8 by accident


@frozen
class Decoded:
    """What came out of the bytes.

    Attributes:
        text: The text, without byte order mark. May hold U+FFFD; never lone surrogates.
        encoding: WHATWG name of the encoding it was read with, such as ``utf-8`` or ``gb18030``.
        notes: What there is to tell: a label that lied, bytes that meant nothing.
        data: The bytes, where they are ``text`` in UTF-8 as it stands.
    """

    text: str = field(repr=False)
    encoding: str
    notes: tuple[str, ...] = ()
    data: bytes | None = field(default=None, repr=False, eq=False)


_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Read bytes as text.

    Args:
        data: A saved page or a plain-text dump.
        encoding: A WHATWG label (or one used in the wild, such as ``cp936``) to read it with, whatever the page says.

    Returns:
        Text, encoding and notes.

    Raises:
        InputError: ``binary``: the bytes are not text.
        UsageError: ``unknown_encoding``: ``encoding`` is not a label that can be decoded.
    """
    _load_codecs()
    if encoding is not None:
        return _read(data, _known(encoding), [])
    _refuse_binary(data)
    return _by_mark(data) or _by_zeros(data) or _by_label_and_evidence(data)


@cache
def _load_codecs() -> None:
    """Import every codec of the table with the first input, so that no later one imports anything: which one would be the page's choice."""
    for codec in CODECS.values():
        codecs.lookup(codec)


def _known(label: str) -> str:
    name = find_encoding(label)
    if name not in CODECS:
        raise UsageError(
            "unknown_encoding", f"encoding={label!r} is no label of the WHATWG Encoding Standard"
        )
    return name


def _by_mark(data: bytes) -> Decoded | None:
    """Read as its byte order mark says."""
    # The mark of UTF-32 begins with that of UTF-16, and is told from it by two zero bytes.
    if data.startswith(b"\xff\xfe\x00\x00") and len(data) % 4 == 0 and len(data) > 4:
        return Decoded(data[4:].decode("utf-32-le", "replace"), "utf-32le")
    for bom, name in _BOMS:
        if data.startswith(bom):
            # The label of a UTF-16 page was written before it was saved so; nobody lied.
            lied = _lied(declared_label(data), name) if name == "utf-8" else []
            return _read(data[len(bom) :], name, lied)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, where zero bytes tell it."""
    wide = find_utf16(data) if b"\x00" in data else None
    return _read(data, wide, []) if wide else None


def _by_label_and_evidence(data: bytes) -> Decoded:
    label = declared_label(data)
    if data.isascii():
        # HZ spends ASCII alone, so that nothing but its label and its brackets tell it.
        if label is not None and label.strip().lower() == "hz-gb-2312" and b"~{" in data:
            return _read(data, "hz-gb-2312", [])
        return Decoded(data.decode("ascii"), "utf-8", (), data)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        name = "utf-8" if _is_cut(data, error) else choose(data, label)
        return _read(data, name, _lied(label, name))
    # A word or two of GBK can be valid UTF-8 by accident, of letters nobody would write.
    name = "utf-8" if len(data) > _SHORT else choose_short(data, label)
    lied = _lied(label, name)
    return Decoded(text, name, tuple(lied), data) if name == "utf-8" else _read(data, name, lied)


def _is_cut(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes are UTF-8 up to their end, in the midst of a character: a download or a column of a table was too short."""
    return (
        error.reason == "unexpected end of data"
        and error.end == len(data) > _SHORT
        and not data[: error.start].isascii()
    )


def _lied(label: str | None, name: str) -> list[str]:
    if label is None:
        return []
    declared = find_encoding(label)
    if declared == name or {declared, name} == {"gbk", "gb18030"}:
        return []
    shown = "".join(c for c in label[:40] if c.isprintable())
    if declared is None:
        return [f"encoding: the page declares {shown!r}, which is no encoding; it is read as {name}"]
    return [f"encoding: the page declares {shown}, its bytes are {name}"]


# ---------------------------------------------------------------- no text at all

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive (or docx, xlsx)"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an OLE file (doc, xls)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"BZh9", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x00asm", "a program"),
    (b"ID3\x03\x00", "an MP3"),
    (b"ID3\x04\x00", "an MP3"),
    (b"FLV\x01", "a video"),
    (b"SQLite format 3\x00", "a database"),
)
_MAGICS = tuple(magic for magic, _ in _MAGIC)
_ZLIB = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda")  # RFC 1950, 2.2, at the four levels of compression
_TEXTLESS = bytes(c for c in range(32) if c not in b"\t\n\x0b\f\r\x1a\x1b\x00")


def _refuse_binary(data: bytes) -> None:
    kind = _container(data) or ("no text in any encoding" if _is_noise(data) else None)
    if kind is not None:
        raise InputError("binary", f"the input is {kind}: unpack or convert it first, or skip it")


def _container(data: bytes) -> str | None:
    """The kind of file, by its first bytes."""
    if data.startswith(_MAGICS):
        return next(kind for magic, kind in _MAGIC if data.startswith(magic))
    if data[4:8] == b"ftyp":
        return "a video"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a media file"
    # The two bytes of zlib are also the letter x and a sign, so it is tried.
    if data[:2] in _ZLIB and _inflates(data):
        return "zlib data"
    return None


def _is_noise(data: bytes) -> bool:
    """Control characters abound: a text has hardly any, of bytes at random one in ten is one."""
    sample = data[:4096]
    controls = len(sample) - len(sample.translate(None, _TEXTLESS))
    return controls * 20 > len(sample) and not find_utf16(data)


def _inflates(data: bytes) -> bool:
    try:
        return len(zlib.decompressobj().decompress(data[:1024], 64)) > 0
    except zlib.error:
        return False


# ---------------------------------------------------------------- reading

# A character beyond the BMP as two surrogates of three bytes each (CESU-8), as some databases write it.
_CESU = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


_WRITTEN = "\ufffd".encode()
_CHINESE = {"gb18030": decode_gb18030, "gbk": decode_gb18030, "big5": decode_big5}


def _read(data: bytes, name: str, notes: list[str]) -> Decoded:
    codec = CODECS[name]
    bad = 0
    if name in _CHINESE:
        text = _CHINESE[name](data)
        bad = text.count("\ufffd")
    else:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = _lenient(data, codec)
            # One that was written is no bad byte.
            bad = text.count("\ufffd") - (data.count(_WRITTEN) if name == "utf-8" else 0)
    if bad:
        notes = [*notes, f"undecodable: {bad} places of the {name} bytes became U+FFFD"]
    return Decoded(text.lstrip("\ufeff"), "gb18030" if name == "gbk" else name, tuple(notes))


def _lenient(data: bytes, codec: str) -> str:
    if codec == "utf-8":
        data = _CESU.sub(
            lambda m: (
                m[0]
                .decode("utf-8", "surrogatepass")
                .encode("utf-16", "surrogatepass")
                .decode("utf-16")
                .encode()
            ),
            data,
        )
    return data.decode(codec, "replace")
