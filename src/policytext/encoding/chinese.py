"""The decoders of GB18030 and Big5 as the WHATWG Encoding Standard has them, made of Python's codecs.

Python's ``gb18030`` follows the edition of 2000, in 19 characters of two bytes and one of four, and knows no lone byte 0x80 (the euro sign of Windows);
``big5hkscs`` lacks 192 characters of the index and reads 11 marks differently. A byte that means nothing becomes U+FFFD, and what follows it is
read as if it was not there.

No error handler is registered with `codecs`: that would be state that all of a program shares. ``surrogateescape``, which is built in, leaves
the bytes that mean nothing as lone surrogates, one each, and no valid input of the two codecs gives one.
"""

from __future__ import annotations

import re

from policytext.encoding.big5_index import DIFFERENT

__all__ = ["decode_big5", "decode_gb18030"]

_GB_2022 = {
    **dict(zip(range(0xE78D, 0xE794), (0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16), strict=True)),
    0xE794: 0xFE17,
    0xE795: 0xFE18,
    0xE796: 0xFE19,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE832: 0x9FB8,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE864: 0x9FBB,
    0xE5E5: 0x3000,
    # Since the edition of 2005 ḿ has the two bytes, and the four bytes it had are a private character's.
    0xE7C7: 0x1E3F,
    0x1E3F: 0xE7C7,
}
_GB_PRIVATE = re.compile("[\u1e3f\ue5e5\ue78d-\ue796\ue7c7\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]")
_PRIVATE_BYTE = b"\xee"
_FOUR_BYTES = "\u1e3f"
_ESCAPED = re.compile("[\udc80-\udcff]")
# Behind it no character of several bytes is cut off by the end of the data, which would be one error of several bytes, ASCII ones among them.
_END = b"\n\n\n"


def decode_gb18030(data: bytes) -> str:
    """Bytes of GB 2312, GBK or GB18030 as text."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = (data + _END).decode("gb18030", "surrogateescape")[: -len(_END)]
        text = _ESCAPED.sub(_euro_or_replacement, text)
    # All of these but one begin with the same byte in UTF-8, which is looked for twenty times as fast as they are.
    if (_PRIVATE_BYTE in text.encode() or _FOUR_BYTES in text) and _GB_PRIVATE.search(text):
        return text.translate(_GB_2022)
    return text


def _euro_or_replacement(bad: re.Match[str]) -> str:
    return "€" if bad[0] == "\udc80" else "\ufffd"


# A byte below 0x40 is never part of a character, so that a stretch without one can be cut into characters by itself.
_STRETCH = re.compile(rb"[\x40-\x7f\x81-\xfe]+")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]")
_ANY_DIFFERENT = re.compile(b"|".join(map(re.escape, DIFFERENT)))


def decode_big5(data: bytes) -> str:
    """Bytes of Big5 with the Hong Kong supplement as text."""
    out: list[str] = []
    at = 0
    if _ANY_DIFFERENT.search(data):
        for stretch in _STRETCH.finditer(data):
            if not _ANY_DIFFERENT.search(data, *stretch.span()):
                continue
            for pair in _PAIR.finditer(data, *stretch.span()):
                char = DIFFERENT.get(pair[0])
                if char is not None:
                    out += (_plain_big5(data[at : pair.start()]), char)
                    at = pair.end()
    out.append(_plain_big5(data[at:]))
    return "".join(out)


def _plain_big5(data: bytes) -> str:
    return data.decode("big5hkscs", "replace")
