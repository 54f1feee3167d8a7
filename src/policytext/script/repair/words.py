"""How likely a text is, word by word: the evidence that a repair is judged by.

A text is cut into the words that together are the most likely; the words are independent of each other. Each has the
logarithm of its share in a large word list (`policytext.script.data.words_data`), to which come marks, and what the
document itself says twice. Everything is in Simplified characters. The table is read at the first damage.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from policytext.script.conversion.tables import char_map
from policytext.script.repair.glosses import LETTERS

__all__ = [
    "GLOSS",
    "UNKNOWN",
    "OwnWords",
    "Trie",
    "by_itself",
    "fold",
    "joint_cost",
    "own_words",
    "single",
    "word_trie",
]

Trie: TypeAlias = "dict[str, Any]"
"""Character to the trie of what follows; under ``""`` the logarithm of the share of the word that ends here."""

UNKNOWN = -19.0
"""Of a character that is no word: about a tenth of the rarest word's share."""

# Shares of marks in running text, measured on laws and news to half a nat.
_MARKS = {
    "，": -2.8, "。": -3.5, "、": -3.8, "“": -5.0, "”": -5.0, "：": -5.3, "；": -6.0, "？": -7.0, "！": -7.0, "（": -5.7,
    "）": -5.7, "《": -5.7, "》": -5.7, "—": -7.0, "…": -8.0, "·": -8.0, "「": -10.0, "」": -10.0, "‘": -9.5, "’": -9.5,
    "【": -9.5, "】": -9.5, "　": -7.0, "〔": -9.0, "〕": -9.0, "～": -9.5, "％": -9.5, "○": -11.0, "〇": -9.0, "×": -11.0,
}  # fmt: skip
_FLAT = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_DIGIT, _LETTER, _OTHER = -5.0, -8.0, -9.0

_CLOSING = frozenset("，。、；：？！”’）》」】〕…")
_STOPS = frozenset("。？！；")
_OPENING = frozenset("“‘（《「【〔")
# What may stand behind a stop, besides the beginning of a sentence; behind other marks.
_AFTER_STOP = frozenset("”’）」】")
_AFTER_COMMA = _OPENING
_AWKWARD = -9.0
# Of 9 500 sentences of news that end with a full stop three have a single character; words that are independent of each
# other would make it a hundred.
_BEGINS = ("\n", *_STOPS)
_SHORT = -3.5
# A number has its measure word behind it: of numbers in pages .04 % stand before a full stop, of Han characters 1.2 %.
_NUMBER_ENDS = -3.4
_ISOLATED = 4.0

# Function words of one character, numerals, measure and other words that stand by themselves in running text.
_ALONE = frozenset(
    "的了在是和与及对为以于从到把被将向由因而或并且也都就才又还再我你他她它您现今请想说见听问不没有这那其各每某个们中上下内外前后里"
    "一二三四五六七八九十百千万亿两第年月日时分元次名位人家项条件种只等要会能可应该让使给比更最很着过地得之所者"
    "说大小多少新全本该此至自当用做去来看好"
)


def fold(text: str) -> str:
    """The same text in Simplified characters, one for one."""
    return text.translate(char_map("t2s"))


_LEVEL = re.compile("([a-|])([^a-|]+)")


@cache
def word_trie() -> Trie:
    """All words of the table, and the marks."""
    # Imported here: nearly no text is damaged, and the table is by far the largest module.
    from policytext.script.data.words_data import STEP, TABLE, TOTAL  # noqa: PLC0415

    root: Trie = {}
    length = 1
    whole = math.log(TOTAL)
    for line in TABLE.splitlines():
        if line.isdecimal():
            length = int(line)
            continue
        first = line[0] if length > 1 else ""
        size = length - len(first)
        for level, rest in _LEVEL.findall(line):
            share = (ord(level) - ord("a")) * STEP - whole
            for at in range(0, len(rest), size):
                _add(root, first + rest[at : at + size], share)
    for mark, share in _MARKS.items():
        _add(root, mark, share)
    return root


def _add(root: Trie, word: str, share: float) -> None:
    node = root
    for char in word:
        node = node.setdefault(char, {})
    node[""] = max(share, node.get("", share))


def by_itself(char: str) -> bool:
    """Whether the character stands by itself in running text: a mark, or one of some hundred words."""
    return char in _ALONE or char in _MARKS or char < "\x80"


def single(char: str) -> float:
    """Of a character that stands by itself; what the table lacks is `UNKNOWN`."""
    node = word_trie().get(_FLAT.get(char, char))
    if node is not None and "" in node:
        return float(node[""]) - (0.0 if by_itself(char) else _ISOLATED)
    if char < "\x80":
        return _DIGIT if char.isdigit() else _LETTER if char.isalpha() else _OTHER
    return UNKNOWN


def joint_cost(text: str, after: str) -> float:
    """What it costs that ``after`` stands behind ``text``, of which the last two characters are looked at.

    Marks that do not stand side by side, a sentence of one character or one that ends in a number, a per cent sign without one.
    """
    before, after = _FLAT.get(text[-1], text[-1]), _FLAT.get(after, after)
    if before in _STOPS and after in "—…·～　":
        return _AWKWARD
    if after == "。":
        if text[-2:-1] in _BEGINS and before not in _CLOSING:
            return _SHORT
        if "0" <= before <= "9":
            return _NUMBER_ENDS
    elif after == "％" and not before.isdigit():
        return _AWKWARD
    if after in _CLOSING:
        if before in _STOPS:
            return 0.0 if after in _AFTER_STOP else _AWKWARD
        if before in _OPENING or before in "，、：":
            return _AWKWARD
    elif after == "（" and before in "，。、；":
        return _AWKWARD / 2
    return 0.0


GLOSS = re.compile(f"[(（] ?{LETTERS}{{1,6}} ?[)）]")
"""What may be a gloss, and is no part of the words around it."""

_HAN = re.compile("[\u3041-\u9fff]{2,}")
_SIGN = re.compile("[?\ufffd]")
# How much of what stands behind a sign may be damage: what is damaged is no evidence.
_BEHIND = 40
_LONGEST_OWN = 4
# What was seen n times comes less often than n times in as long a text (Good and Turing): of pairs in 1 500 characters
# of news a fifth of it, of what was seen once and of what was seen again.
_DISCOUNT = -1.6


class OwnWords(NamedTuple):
    """What a document says of itself, away from its damage: its names and its terms.

    Attributes:
        again: What it says twice and more, two to four Han characters.
        once: Pairs of characters that it says once.
    """

    again: Trie
    once: Trie


def own_words(text: str, *, longest: int = _LONGEST_OWN) -> OwnWords:
    """The words of a document, of ``longest`` characters at most.

    What is repaired later is no evidence for what is repaired now.
    """
    folded = fold(GLOSS.sub("", text))
    counts: Counter[str] = Counter()
    at = 0
    for sign in (*(m.start() for m in _SIGN.finditer(folded)), len(folded)):
        for row in _HAN.findall(folded, at, max(at, sign)):
            for size in range(2, longest + 1):
                counts.update([row[low : low + size] for low in range(len(row) - size + 1)])
        at = sign + _BEHIND
    again: Trie = {}
    once: Trie = {}
    if "」" in text and text.count("」") >= text.count("”"):
        _add(again, "「", _MARKS["“"])
        _add(again, "」", _MARKS["”"])
    whole = math.log(max(1, len(folded))) - _DISCOUNT
    for word, count in counts.items():
        if count > 1:
            _add(again, word, math.log(count) - whole)
        elif len(word) == 2:
            _add(once, word, -whole)
    return OwnWords(again, once)
