"""The damage that cloaking filters do, simulated on clean text, with the truth kept beside it.

The filter works on GBK bytes: it turns a page into Traditional characters and puts a reading behind every
occurrence of the *byte pair* of a listed character, also where the pair is the end of one character and the
start of the next. The page is then decoded as PHP's multibyte functions do: a lead byte before something
that is no trail byte becomes ``?`` and swallows it. A second defect keeps a full-width mark (A3xx) whose two
bytes belong to neighbouring characters.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.script.conversion.convert import convert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.models.script import Change

__all__ = ["GLOSSES", "Damaged", "damage", "truth", "verdict"]

# Frequent characters of Traditional text with the reading that a dictionary names first.
GLOSSES = {
    pair[0]: pair[1:]
    for pair in (
        "國guó 網wǎng 個gè 爲wèi 會huì 時shí 這zhè 來lái 發fā 學xué 現xiàn 電diàn 載zài 動dòng 機jī 對duì 說shuō "
        "們men 務wù 語yǔ 後hòu 麼me 開kāi 愛ài 經jīng 長zhǎng 業yè 與yǔ 關guān 員yuán 體tǐ 於yú 進jìn 報bào 過guò "
        "實shí 產chǎn 視shì 間jiān 畫huà 無wú 傳chuán 種zhǒng 當dāng 華huá 樣yàng 圖tú 還hái 記jì 沒méi 點diǎn 資zī "
        "風fēng 戰zhàn 論lùn 萬wàn 數shù 內nèi 車chē 遊yóu 區qū 設shè 東dōng 兒ér 場chǎng 裏lǐ 從cóng 書shū 門mén "
        "線xiàn 樂lè 頭tóu 計jì 強qiáng 術shù 師shī 號hào 調diào 聞wén 應yīng 題tí 將jiāng 裝zhuāng 運yùn 問wèn "
        "臺tái 專zhuān 變biàn 價jià 廣guǎng 龍lóng 寶bǎo 話huà 總zǒng 頻pín 醫yī 聯lián 試shì 結jié 創chuàng "
        "張zhāng 統tǒng 兩liǎng 權quán 紅hóng 評píng 觀guān 別bié 質zhì 飛fēi 讀dú 節jié 讓ràng 錄lù 濟jì 馬mǎ 劇jù "
        "導dǎo 證zhèng 單dān "
    ).split()
}

_ISOLATED = frozenset(b"\xa1\xba\xbb\xbf")
"""Second bytes of the full-width marks ！ ： ； ？, which are lead bytes of frequent characters as well."""


class Damaged(NamedTuple):
    """A damaged text and where it came from.

    Attributes:
        text: What a reader gets.
        clean: What stood there, Traditional, without glosses.
        origins: For every code point of ``text``, the half-open range of bytes of ``raw`` that it was made
            of; empty for what the filter inserted.
        raw: ``clean`` in GBK.
        wounds: Ranges of code points of ``text`` where characters are out of step.
    """

    text: str
    clean: str
    origins: Sequence[tuple[int, int]]
    raw: bytes
    wounds: Sequence[tuple[int, int]]


def damage(
    text: str,
    *,
    seed: int = 0,
    glosses: Mapping[str, str] | None = None,
    isolate: float = 0.3,
    keep_private: bool = True,
) -> Damaged:
    """Damage a clean Simplified text.

    Args:
        text: Clean text; what GBK does not have is dropped.
        seed: Of the random list of glosses and of the isolated marks.
        glosses: The characters that the filter annotates; 60 of `GLOSSES` where none are given.
        isolate: Share of the misread full-width marks that are kept as marks.
        keep_private: Whether what decodes to private-use characters survives, as it does on the page; later
            processing often strips it.
    """
    rng = random.Random(seed)  # noqa: S311 - a simulation
    clean = convert(text, "s2t").encode("gbk", "ignore").decode("gbk")
    raw = clean.encode("gbk")
    cells = _annotate(raw, glosses or dict(rng.sample(sorted(GLOSSES.items()), 60)))
    starts = _starts(raw)
    isolated = {
        at
        for at in starts
        if at + 3 < len(raw)
        and raw[at] > 0x80
        and raw[at + 1] == 0xA3
        and raw[at + 2] in _ISOLATED
        and rng.random() < isolate
    }
    chars, origins = _decode(cells, isolated)
    if not keep_private:
        kept = [index for index, char in enumerate(chars) if not "\ue000" <= char <= "\uf8ff"]
        chars = [chars[index] for index in kept]
        origins = [origins[index] for index in kept]
    return Damaged("".join(chars), clean, origins, raw, _wounds(chars, origins, starts, len(raw)))


def truth(damaged: Damaged, change: Change) -> str:
    """What stood where ``change`` was made; empty where the change begins or ends inside a character."""
    ranges = [span for span in damaged.origins[change.span.start : change.span.end] if span[0] < span[1]]
    if not ranges:
        return ""
    try:
        return damaged.raw[ranges[0][0] : ranges[-1][1]].decode("gbk")
    except UnicodeDecodeError:
        return ""


def verdict(damaged: Damaged, change: Change) -> str:
    """How a repair compares with the truth: ``exact``, ``placeholder`` (right but for U+FFFD) or
    ``wrong``.
    """
    there = truth(damaged, change)
    if change.after == there:
        return "exact"
    if len(change.after) == len(there) and all(
        a in (b, "\ufffd") for a, b in zip(change.after, there, strict=True)
    ):
        return "placeholder"
    return "wrong"


def _annotate(raw: bytes, glosses: Mapping[str, str]) -> list[tuple[int, int]]:
    # Each cell is a byte and its place in ``raw``, or -1 for an inserted one.
    cells = [(byte, at) for at, byte in enumerate(raw)]
    for char, reading in glosses.items():
        target, inserted = char.encode("gbk"), f"({reading})".encode("gbk")
        data = bytes(byte for byte, _ in cells)
        out: list[tuple[int, int]] = []
        at = 0
        for match in re.finditer(re.escape(target), data):
            out += cells[at : match.end()]
            out += [(byte, -1) for byte in inserted]
            at = match.end()
        cells = out + cells[at:]
    return cells


def _starts(raw: bytes) -> set[int]:
    starts: set[int] = set()
    at = 0
    while at < len(raw):
        starts.add(at)
        at += 1 if raw[at] < 0x80 else 2
    return starts


def _decode(cells: list[tuple[int, int]], isolated: set[int]) -> tuple[list[str], list[tuple[int, int]]]:
    chars: list[str] = []
    origins: list[tuple[int, int]] = []

    def emit(char: str, *used: tuple[int, int]) -> None:
        places = [at for _, at in used if at >= 0]
        chars.append(char)
        origins.append((places[0], places[-1] + 1) if places else (0, 0))

    index = 0
    while index < len(cells):
        byte, at = cells[index]
        if byte < 0x80:
            emit(chr(byte), cells[index])
            index += 1
        elif (
            at in isolated
            and index + 3 < len(cells)
            and [c[1] for c in cells[index : index + 3]] == [at, at + 1, at + 2]
        ):
            emit("?", cells[index])
            emit(
                bytes((cells[index + 1][0], cells[index + 2][0])).decode("gb18030"),
                *cells[index + 1 : index + 3],
            )
            index += 3
        else:
            pair = cells[index : index + 2]
            try:
                emit(bytes(b for b, _ in pair).decode("gb18030"), *pair)
            except UnicodeDecodeError:
                emit("?", *pair)
            index += 2
    return chars, origins


def _wounds(
    chars: list[str], origins: list[tuple[int, int]], starts: set[int], length: int
) -> list[tuple[int, int]]:
    bounds = starts | {length}
    wounds: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(origins):
        if start == end or (start in bounds and end in bounds and chars[index] != "?"):
            continue
        if chars[index] == "?" and start in bounds and end in bounds and end - start == 1:
            continue
        # What stands between two misread characters without a right one in between is one wound.
        if wounds and all(a == b for a, b in origins[wounds[-1][1] : index]):
            wounds[-1] = (wounds[-1][0], index + 1)
        else:
            wounds.append((index, index + 1))
    return wounds
