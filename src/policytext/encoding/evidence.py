"""Which encoding bytes are in, by what they would say in it.

Decoded rightly, Chinese text consists of frequent characters; decoded wrongly, of rare ones. Every candidate is tried on two
samples and weighed; a label adds to the weight of its encoding.
"""

from __future__ import annotations

import re
from collections import Counter

from policytext.encoding.labels import CODECS, FREQUENT_HAN, find_encoding

__all__ = ["choose", "choose_short", "find_utf16"]

_HIGH_BYTES = bytes((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))


def find_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: told by the zero bytes of ASCII, or by the narrow range of the high bytes of Chinese."""
    sample = data[:4096]
    by_zeros = _wide_by_zeros(sample) if b"\x00" in sample else None
    if by_zeros or len(data) % 2 or b"<" in sample:
        return by_zeros
    for name, high in (("utf-16le", sample[1::2]), ("utf-16be", sample[::2])):
        outside = high.translate(None, _HIGH_BYTES)
        if len(outside) * 10 < len(high) and _convinces(sample, name):
            return name
    return None


def _wide_by_zeros(sample: bytes) -> str | None:
    """Zero bytes beside ASCII on one side and hardly any on the other."""
    odd = _ascii_pairs(sample[::2], sample[1::2])
    even = _ascii_pairs(sample[1::2], sample[::2])
    few = max(2, len(sample) // 64)
    if odd >= few and even * 20 < odd:
        return "utf-16le"
    if even >= few and odd * 20 < even:
        return "utf-16be"
    return None


def _ascii_pairs(low: bytes, high: bytes) -> int:
    return sum(zero == 0 and 9 <= char < 0x7F for char, zero in zip(low, high, strict=False))


_FEW, _MANY = 600, 3000  # bytes of a sample
_CHINESE = ("utf-8", "gb18030", "gbk", "big5")
_FAVOUR = 0.4  # what a label, or validity, adds to a score


def choose(data: bytes, label: str | None) -> str:
    """The encoding of bytes that are not UTF-8 throughout."""
    declared = find_encoding(label or "")
    wide = find_utf16(data)
    if wide:
        return wide
    sample = _sample(data, _FEW)
    for name in (declared, "utf-8", "gb18030", "big5"):
        if name in _CHINESE and _convinces(sample, name):
            return "gbk" if name == "gb18030" and declared == "gbk" else name
    names = ["gb18030", "big5", "utf-8", "windows-1252"]
    if declared in CODECS and declared not in ("gbk", *names) and not declared.startswith("utf-16"):
        names.append(declared)
    return _best(data, names, declared)


def choose_short(data: bytes, label: str | None) -> str:
    """The encoding of a few bytes that happen to be valid UTF-8."""
    return _best(data, ["utf-8", "gb18030", "big5"], find_encoding(label or ""))


def _best(data: bytes, names: list[str], declared: str | None) -> str:
    sample = _sample(data, _MANY)
    scores = {name: _score(sample, name) for name in names}
    for favoured in {names[0] if names[0] == "utf-8" else "", "gb18030" if declared == "gbk" else declared}:
        if favoured in scores:
            scores[favoured] += _FAVOUR
    best = max(scores, key=lambda name: scores[name])
    return "gbk" if best == "gb18030" and declared == "gbk" else best


def _convinces(sample: bytes, name: str) -> bool:
    # Half of the characters frequent is what no wrong decoding reaches; then nothing else need be tried.
    text = _as(sample, name)
    high = len(text) - len(text.encode("ascii", "ignore"))
    return sum(map(FREQUENT_HAN.__contains__, text)) * 2 > high


_PIECE = re.compile(rb"[\x80-\xff][^\n<>]{0,120}")


def _sample(data: bytes, size: int) -> bytes:
    """Pieces with bytes outside ASCII: from the first such byte, and from the middle, ``size`` bytes each."""
    out: list[bytes] = []
    for begin in (0, len(data) // 2):
        left = size
        for match in _PIECE.finditer(data, begin):
            if match.start() == begin and begin:
                continue  # this one may begin in the midst of a character
            out.append(match[0])
            left -= len(match[0])
            if left < 0:
                break
        if left >= 0 and begin == 0:
            break
    return b"\n".join(out)


def _score(sample: bytes, name: str) -> float:
    return _weigh(_as(sample, name))


_WRITTEN = "\ufffd".encode()


def _as(sample: bytes, name: str) -> str:
    """A sample in an encoding, with U+FFFD for what cannot be read; of UTF-8, one that was written so is no such place, and speaks for nothing."""
    if name == "utf-8":
        sample = sample.replace(_WRITTEN, b"")
    return sample.decode(CODECS[name], "replace")


_PUNCTUATION = frozenset(
    "，。、；：？！（）《》〈〉“”‘’—…·「」『』【】〔〕　％－～＂／｜①②③④⑤⑥⑦⑧⑨⑩○〇×→■●★▲◆　\xa0©"
)


_LETTERS = (
    (0xC0, 0xFF, 0.2),
    (0x3040, 0x30FE, 0.2),
    (0x400, 0x45F, 0.1),
    (0xAC00, 0xD7A3, 0.1),
    (0x391, 0x3C9, 0.1),
)
"""Scripts that stand in Chinese pages now and then: first, last, weight. A wrong decoding is full of them."""


def _weigh(text: str) -> float:
    """How much ``text`` looks rightly decoded: 3 for frequent characters only, below 0 for letters at random."""
    # A sample has a tenth as many different characters as it has characters.
    counts = {char: count for char, count in Counter(text).items() if char >= "\x80"}
    weight = sum(_weight(char) * count for char, count in counts.items())
    return weight / sum(counts.values()) if counts else 0.0


def _weight(char: str) -> float:
    if char in FREQUENT_HAN:
        return 3
    if "\u4e00" <= char <= "\u9fff":
        return 0.5 if char in _FIRST_LEVEL else -1
    if char in _PUNCTUATION or "\uff01" <= char <= "\uff5e":
        return 1
    # What no text has: bytes without a meaning, private use, C1 controls.
    if char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < "\xa0":
        return -5
    code = ord(char)
    return next((weight for first, last, weight in _LETTERS if first <= code <= last), -1)


def _first_level() -> frozenset[str]:
    """The first level of GB 2312 and of Big5: what each standard's makers held for common."""
    gb = bytes(b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
    big5 = bytes(
        b
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        for b in (lead, trail)
    )
    return frozenset(gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore"))


_FIRST_LEVEL = _first_level()
