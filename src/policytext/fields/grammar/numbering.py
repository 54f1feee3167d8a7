"""Numbering at the beginning of a line: which kind it is, and how long.

Official documents number ``一、`` over ``（一）`` over ``1.`` over ``（1）`` (GB/T 9704-2012, 7.3.3) and, by custom, ``①`` below that;
legal texts 编 章 节 over 条, with 款 as paragraphs without a number, 项 ``（一）`` and 目 ``1.``; technical texts ``1``, ``1.1``, ``1.1.1``.
Levels are skipped freely, so a rank orders the kinds and is no level by itself.

Left alone on purpose: 一是 … 二是 … and 第一， … within running text, years (``2022年``), decimals (``3.5万``), dates and clock times.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.page.shadow import fold

__all__ = [
    "ARTICLE", "CHAPTER", "HAN", "HAN_BRACKET", "PLAIN", "SECTION", "VOLUME", "article_of", "number_of", "ordinal",
]  # fmt: skip

VOLUME, CHAPTER, SECTION, ARTICLE, HAN, HAN_BRACKET, DIGIT, DIGIT_BRACKET, CIRCLE = range(1, 10)
"""Ranks of the kinds, from the outermost to the innermost: 编 章 节 条 一、 （一） 1. （1） ①. ``1.1`` ranks as （1）, ``1.1.1`` as ①."""
PLAIN: Final = SECTION
"""Rank of a heading without numbering: inside 章, outside ``一、``."""

_CN: Final = "一二三四五六七八九十百零〇两"
_ANY: Final = rf"[{_CN}\d]{{1,6}}"
_HEAD: Final = r"(?=\s|$|[^,。的])"

_OF_ARTICLE: Final = "第|修改|修正|改为|增加|删[去除]|移[至到]|中的?[\"'“‘]|作为"
"""What an amendment says of an article: 第五条修改为：…, 第五条第二款 …; no article begins there."""

# On the shadow, where every bracket, dot and digit is half-width.
_NUMBERINGS: Final[tuple[tuple[int, re.Pattern[str]], ...]] = (
    (VOLUME, re.compile(rf"第 ?{_ANY} ?(?:编|分编|部分|篇){_HEAD}")),
    (CHAPTER, re.compile(rf"第 ?{_ANY} ?章{_HEAD}")),
    (SECTION, re.compile(rf"第 ?{_ANY} ?节{_HEAD}")),
    (ARTICLE, re.compile(rf"第 ?{_ANY} ?条(?:之[{_CN}]{{1,2}})?(?=[\s\[(:]|$|[^,。的、至和或规])(?!{_OF_ARTICLE})")),
    (HAN, re.compile(rf"[{_CN}]{{1,4}} ?(?:、|\.(?!\d)|,(?=\S))")),
    (HAN_BRACKET, re.compile(rf"(?:\( ?[{_CN}]{{1,4}} ?\)|[㈠-㈩]) ?、?")),
    (CIRCLE, re.compile(r"\d{1,2}(?:\.\d{1,2}){2,3}\.?(?=\s|[^\W\d_])")),
    (DIGIT_BRACKET, re.compile(r"\d{1,2}\.\d{1,2}\.?(?=\s+[^\W\d_]|[\u4e00-\u9fff]{2,}(?<!万)(?<!亿))(?![万亿元%个米公平])")),
    (DIGIT, re.compile(r"(?:\d{1,2} ?(?:\.(?!\d)|、)|[⒈-⒛])")),
    (DIGIT_BRACKET, re.compile(r"(?:\( ?\d{1,2} ?\)|[⑴-⒇]|\d{1,2}\)) ?、?")),
    (CIRCLE, re.compile(r"[①-⑳]")),
)  # fmt: skip
_FIRST: Final = frozenset(
    f"第(（﹙{_CN}0123456789０１２３４５６７８９○◯①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩兩"
)
"""What a numbering begins with, as displayed: most lines are told by their first character."""
# By the first character, folded, the kinds that may begin with it, in the order above.
_MAY_BEGIN: Final = {
    first: tuple(_NUMBERINGS[at] for at in kinds)
    for firsts, kinds in (
        ("第", (0, 1, 2, 3)), (_CN, (4,)), ("(", (5, 9)), ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", (5,)), ("0123456789", (6, 7, 8, 9)),
        ("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", (8,)), ("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", (9,)), ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", (10,)),
    )
    for first in firsts
}  # fmt: skip
_VALUES: Final = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_ORDINAL: Final = re.compile(rf"[{_CN}]+|\d+|[①-⑳⑴-⒇⒈-⒛㈠-㈩]")


def number_of(text: str) -> tuple[int, int] | None:
    """Rank and length of the numbering a line begins with, ``None`` without one.

    >>> number_of("（一）加强领导"), number_of("第三章　罚则"), number_of("2022年工作")
    ((6, 3), (2, 3), None)
    >>> number_of("1.1 编制目的"), number_of("3.5万亩"), number_of("一是加强领导")
    ((8, 3), None, None)
    """
    if text[:1] not in _FIRST:
        return None
    head = fold(text[:14])
    for rank, pattern in _MAY_BEGIN.get(head[0], ()):
        found = pattern.match(head)
        if found:
            return rank, found.end()
    return None


def ordinal(number: str) -> int | None:
    """The value of a numbering's number: ``第十二条`` is 12, ``（三）`` 3, ``②`` 2; ``None`` where there is none.

    >>> ordinal("第一百二十三条"), ordinal("（十）"), ordinal("④"), ordinal("二、")
    (123, 10, 4, 2)
    """
    found = _ORDINAL.search(fold(number))
    if found is None:
        return None
    digits = found[0]
    if digits.isdecimal():
        return int(digits)
    if len(digits) == 1 and digits not in _CN:
        for first, last in (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("㈠", "㈩")):
            if first <= digits <= last:
                return ord(digits) - ord(first) + 1
    return _han_value(digits)


def _han_value(digits: str) -> int:
    if not any(unit in digits for unit in "十百"):
        return int("".join(str(_VALUES[c]) for c in digits))
    total = current = 0
    for char in digits:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _VALUES[char]
    return total + current


def article_of(text: str) -> str | None:
    """``第五条`` at the beginning of a line, blanks left out; ``None`` where no 条 begins."""
    numbered = number_of(text) if text[:1] == "第" else None
    if numbered is None or numbered[0] != ARTICLE:
        return None
    return "".join(text[: numbered[1]].split())
