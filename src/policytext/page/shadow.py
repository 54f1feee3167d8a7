"""The shadow: a same-length copy of a text that patterns are matched on.

Half-width, Simplified, blanks folded. A pattern is written once, in folded form, and what it finds is cut from the
original at the same offsets: one rule serves ``（責編：…）`` and ``(责编:...)``, and serves dumps whose punctuation some
earlier tool has flattened.

Only tables that map one code point to one code point take part, so the length is kept by construction. Phrases do not
(they would need whole words), and neither does NFKC, which changes lengths. A shadow is for matching, never for show:
it confuses 後 with 后.

>>> fold("（責任編輯：王　明）")
'(责任编辑:王 明)'
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, NewType

from policytext.script.conversion.tables import char_map, dictionary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["Folded", "fold", "fold_table"]

Folded = NewType("Folded", str)
"""A shadow. The type keeps a checker from showing one to a user or cutting an unfolded text by mistake."""

_BLANKS = (
    "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_PAIRS = {
    "。": "。", "｡": "。", "、": "、", "､": "、", "﹐": ",", "﹑": "、", "﹕": ":", "﹔": ";", "﹖": "?", "﹗": "!", "﹙": "(", "﹚": ")",
    "∶": ":", "︰": ":", "ː": ":", "【": "[", "】": "]", "〔": "[", "〕": "]", "〖": "[", "〗": "]", "﹝": "[", "﹞": "]",
    "「": '"', "」": '"', "『": '"', "』": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "―": "-", "─": "-", "−": "-", "︱": "|", "│": "|", "┃": "|", "┊": "|", "丨": "|",
    "∕": "/", "⁄": "/", "•": "·", "・": "·", "‧": "·", "⋅": "·", "●": "·", "▪": "·", "■": "·", "◆": "·",
    "〉": ">", "〈": "<", "›": ">", "»": ">", "≫": ">", "→": ">", "▶": ">", "►": ">", "❯": ">", "○": "〇", "◯": "〇",
}  # fmt: skip

_FREQUENT = {mark: _PAIRS.get(mark) or chr(ord(mark) - 0xFEE0) for mark in "，：“”？！（）；—【】"} | {
    "\xa0": " ",
    "\u3000": " ",
}
_FEW = 16
"""Different rare characters up to which one replacement each is cheaper than a translation of the whole."""
_SHORT = 60
"""Code points below which a translation is cheaper than asking for a dozen marks."""

_tables: tuple[list[int], re.Pattern[str]] | None = None
_lock = Lock()


def _build() -> list[int]:
    table = list(range(0x10000))
    # Traditional to Simplified first, so that no later entry is overwritten by it.
    for char, simplified in _one_form().items():
        table[ord(char)] = ord(simplified)
    # Fullwidth Forms U+FF01..FF5E are ASCII, moved (Unicode, Halfwidth and Fullwidth Forms).
    for code in range(0xFF01, 0xFF5F):
        table[code] = code - 0xFEE0
    for blank in _BLANKS:
        table[ord(blank)] = 0x20
    for mark, plain in _PAIRS.items():
        table[ord(mark)] = ord(plain)
    # What a character folds to folds to itself: then the order in which characters are folded says nothing.
    for code, target in enumerate(table):
        while target < 0x10000 and table[target] != target:
            target = table[target]  # noqa: PLW2901 - followed to its end
        table[code] = target
    return table


def _one_form() -> dict[str, str]:
    """Character to the form that it shares with its variants, for the BMP.

    The dictionary that leads from Traditional to Simplified has one answer a character (覆 stays 覆), the one that leads back has all
    that a Simplified text can have meant (复: 復 複 覆), and a page may have been converted by either.
    """
    forms = {chr(code): chr(target) for code, target in char_map("t2s").items()}
    simplified = dictionary("STCharacters")
    own = {*simplified, "著"}  # 著作 is not written 着作
    for char, meant in simplified.items():
        others = meant.split()
        if char not in forms and all(forms.get(other, char) != char for other in others):
            # A form that the standard dropped, with a Traditional one that it keeps: 讬 託 → 托.
            forms[char] = forms.get(others[0], others[0])
        else:
            forms |= {
                other: forms.get(char, char) for other in others if other not in forms and other not in own
            }
    _add_regional(forms, simplified, own)
    # The few that lie beyond the BMP, or become two characters, would break the one-to-one table.
    return {char: form for char, form in forms.items() if len(char) == len(form) == 1 and char < "\U00010000"}


def _add_regional(forms: dict[str, str], simplified: Mapping[str, str], own: Collection[str]) -> None:
    """The forms that Taiwan and Hong Kong write (裏 for 裡, 衞 for 衛), where the two dictionaries do not have them.

    Args:
        forms: Character to its form; what is found is added.
        simplified: Each Simplified character with what it can have meant.
        own: Characters that Simplified text writes as they are; as a variant they would fold a word into another one.
    """
    for region in ("TWVariants", "HKVariants"):
        for char, variant in dictionary(region).items():
            if variant not in own and variant not in forms:
                forms[variant] = forms.get(char, char)
            elif char not in simplified and char not in forms:
                forms[char] = forms.get(variant, variant)


def fold_table() -> list[int]:
    """The table behind `fold`: code point in, code point out, for the BMP. Read it, do not change it."""
    return _ready()[0]


def _ready() -> tuple[list[int], re.Pattern[str]]:
    global _tables  # noqa: PLW0603 - built once, read-only afterwards
    if _tables is None:
        with _lock:
            if _tables is None:
                table = _build()
                rare = "".join(
                    chr(code)
                    for code, target in enumerate(table)
                    if code != target and chr(code) not in _FREQUENT
                )
                _tables = table, re.compile(f"[{re.escape(rare)}]")
    return _tables


def fold(text: str) -> Folded:
    """The shadow of ``text``: the same number of code points, half-width, Simplified, blanks as U+0020.

    Line ends stay. Code points beyond the BMP stay: no pattern names one.
    """
    table, rare = _ready()
    if len(text) < _SHORT:
        return Folded(text.translate(table))
    # Most of what there is to fold is a dozen marks. A translation costs 25 ns a character whatever it finds, this a fifth.
    for mark, folded in _FREQUENT.items():
        text = text.replace(mark, folded)
    others = set(rare.findall(text))
    if len(others) > _FEW:
        return Folded(text.translate(table))
    for char in others:
        text = text.replace(char, chr(table[ord(char)]))
    return Folded(text)
