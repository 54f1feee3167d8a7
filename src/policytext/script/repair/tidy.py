"""Tidying a text without touching what it says: one function a step.

Everything here is about code points, never about words. Never done, on purpose: NFKC (it turns 第①项 into
第1项 and 10² into 102), full-width punctuation to ASCII, straightened quotes, parentheses restored (they are
half-width in good Chinese text too). What was folded to ASCII by others is put back only where a document
shows that it was.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from policytext.script.repair.charmaps import FORMS, PRIVATE, RADICALS
from policytext.script.repair.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "DOTS",
    "UNSTABLE",
    "blanks",
    "circle_zero",
    "commas_were_folded",
    "compose",
    "controls",
    "dashes",
    "dots_in_names",
    "ellipsis",
    "full_width",
    "half_width",
    "invisibles",
    "line_breaks",
    "middle_dot",
    "private_use",
    "radicals",
    "restore_punctuation",
    "small_forms",
    "strip_private",
    "wave_dash",
]

_HAN = "〇㐀-鿿豈-﫿\U00020000-\U0003ffff"


@cache
def _finder(pattern: str) -> Callable[[str], Iterator[re.Match[str]]]:
    # Compiled at the first use: twenty character classes over all planes would cost the import 20 ms.
    return re.compile(pattern).finditer


def _mapper(table: Mapping[str, str]) -> Callable[[str], list[Edit]]:
    pattern = f"[{re.escape(''.join(table))}]"

    def step(text: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), table[m[0]]) for m in _finder(pattern)(text)]

    return step


def _rewriter(pattern: str, new: Callable[[str], str]) -> Callable[[str], list[Edit]]:
    def step(text: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), new(m[0])) for m in _finder(pattern)(text)]

    return step


def _nothing(_: str) -> str:
    return ""


line_breaks = _rewriter("\r\n?|[\x0b\x0c\x85\u2028\u2029]", lambda _: "\n")
"""CR LF, CR, VT, FF, NEL and the two Unicode separators become ``\\n``."""


def _pair(found: str) -> str:
    # Two halves of a character, as a JSON reader may leave them; a half alone is no character.
    paired = "\ud800" <= found[0] <= "\udbff" and "\udc00" <= found[1:2] <= "\udfff"
    return found.encode("utf-16", "surrogatepass").decode("utf-16") if paired else ""


# What goes, here and below, goes by runs: a change each would cost a page of nothing else its memory.
controls = _rewriter(
    "[\ud800-\udbff][\udc00-\udfff]"
    "|(?:(?![\ud800-\udbff][\udc00-\udfff])[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff])+",
    _pair,
)
"""Control characters but TAB and line ends go, lone surrogates and noncharacters too; surrogate pairs are
joined."""

_ZERO = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_ZEROS = re.compile(f"[{_ZERO}]+")

invisibles = _rewriter(
    # A page that has one between any two characters would have a change for each: they are taken by the dozen.
    f"(?:[{_ZERO}]+[^{_ZERO}\n]){{11,31}}[{_ZERO}]+|[{_ZERO}]+"
    f"|(?<=[{_HAN}])[\u200c\u200d]|[\u200c\u200d](?=[{_HAN}])|(?:(?<=\\s)|\\A)[\ufe00-\ufe0f]",
    lambda found: _ZEROS.sub("", found) if len(found) > 1 else "",
)
"""Zero-width space, BOM, soft hyphen, bidi marks, word joiner and their like go. Kept: joiners outside
Chinese (emoji, Indic and Persian words are spelled with them) and variation selectors behind a character."""

radicals = _mapper(RADICALS)
"""Radicals that stand for the character (⽬ → 目, ⻓ → 长)."""

private_use = _mapper(PRIVATE)
"""Private-use code points that GBK decoders use for a known character. All others stay."""

strip_private = _rewriter("[\ue000-\uf8ff\U000f0000-\U0010ffff]+", _nothing)
"""What is still private-use goes. Only on request, and only behind the byte repair, which needs it."""

blanks = _rewriter("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", lambda _: " ")
"""The wide, narrow and no-break blanks become a space, one for one. An indent of two wide blanks thus stays
an indent."""

full_width = _rewriter("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", lambda found: chr(ord(found) - 0xFEE0))
"""Full-width letters and digits become ASCII; full-width punctuation is right in Chinese and stays."""

half_width = _rewriter("[\uff61-\uff9f]+", lambda found: unicodedata.normalize("NFKC", found))
"""Half-width kana and their punctuation become full-width, voicing marks joined."""

small_forms = _mapper(FORMS)
"""Small and vertical forms become the full-width form (﹐ → ，), not ASCII."""

wave_dash = _rewriter("〜", lambda _: "～")
"""The Japanese wave dash becomes the full-width tilde that Chinese uses for ranges."""

DOTS = "•・‧⋅∙"
"""What stands for the middle dot between Han characters, and for a bullet elsewhere."""

# The dot comes first in the pattern: the search engine then runs to the next dot, instead of trying every character.
middle_dot = _rewriter(f"[{DOTS}](?=[{_HAN}])(?<=[{_HAN}][{DOTS}])", lambda _: "·")
"""Dots inside a name (约翰•史密斯) become the middle dot; at the head of a line • is a bullet and stays."""


def dots_in_names(text: str) -> bool:
    """Whether `middle_dot` has anything to do. Lists have bullets by the hundred: each kind of dot is looked for alone."""
    return any(
        dot in text and next(_finder(f"{dot}(?=[{_HAN}])(?<=[{_HAN}]{dot})")(text), None) is not None
        for dot in DOTS
    )


ellipsis = _rewriter(f"(?<=[{_HAN}])(?:\\.{{3,12}}|…)(?=[{_HAN}”」』]|$)", lambda _: "……")
"""On request: three and more dots, or a single …, between Chinese become ……."""

dashes = _rewriter("――|──|— —", lambda _: "——")
"""On request: doubled horizontal bars and box lines become ——. Rules drawn with them are changed too."""

_NUMERAL = "一二三四五六七八九〇"
_CIRCLES = re.compile(
    f"(?<=[{_NUMERAL}])[○◯](?:[{_NUMERAL}○◯]{{0,8}}[{_NUMERAL}]|[{_NUMERAL}○◯]{{0,8}}(?=[年月日号號条條期届屆〕］]))"
)


def circle_zero(text: str) -> list[Edit]:
    """○ and ◯ become 〇 inside a Chinese number (二○二三); elsewhere they are marks and stay."""
    return [
        Edit(at, at + 1, "〇")
        for match in _CIRCLES.finditer(text)
        for at in range(match.start(), match.end())
        if text[at] in "○◯"
    ]


UNSTABLE = (
    "\u0300-\u1fff\u20d0-\u20ff\u2126\u212a\u212b\u2329\u232a\u2adc\u302a-\u302f\u3099\u309a"
    "\ua66f-\ua6f1\ua802-\ua9ff\uaa00-\uabff\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\U00010000-\U0001efff\U0002f800-\U0002fa1f"
)
"""Everything that composition can touch, in broad ranges: what lies outside is a starter that never changes."""

_CHUNK = re.compile(f"[^\n]?[{UNSTABLE}]+")
_MARKS = 30


def compose(text: str) -> list[Edit]:
    """Unicode normalization form C, which also takes CJK compatibility ideographs to the unified ones.

    A run of more than 30 combining marks stays as it is: no language has one (Unicode's stream-safe limit),
    and ordering them takes time that grows with the square.
    """
    found: list[Edit] = []
    for match in _CHUNK.finditer(text):
        old = match[0]
        if len(old) > _MARKS and _too_many_marks(old):
            continue
        new = unicodedata.normalize("NFC", old)
        if new != old:
            found.append(_trimmed(match.start(), old, new))
    return found


def _too_many_marks(text: str) -> bool:
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _MARKS:
            return True
    return False


def _trimmed(start: int, old: str, new: str) -> Edit:
    end = len(old)
    last = len(new)
    while end and last and old[end - 1] == new[last - 1]:
        end -= 1
        last -= 1
    first = 0
    while first < end and first < last and old[first] == new[first]:
        first += 1
    return Edit(start + first, start + end, new[first:last])


_CHINESE = f"{_HAN}“”‘’《》〈〉「」『』【】〔〕（）、。，；：？！…—"
_LOST_COMMA = re.compile(f"(?<=[{_HAN}]),(?=[{_HAN}])")
_FLAT = re.compile(
    f"(?<=[{_CHINESE}])[,;?!](?=[{_CHINESE}0-9A-Za-z]|$)|(?<=[0-9A-Za-z%)]),(?=[{_CHINESE}])"
    f"|(?<=[{_CHINESE}]):(?=[{_CHINESE}]|$)",
    re.MULTILINE,
)
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))
_LEAST_COMMAS = 5


def commas_were_folded(text: str) -> bool:
    """Whether a document has no ``，`` at all, and five ASCII commas right between Han characters."""
    if "，" in text or "," not in text:
        return False
    found = zip(range(_LEAST_COMMAS), _LOST_COMMA.finditer(text), strict=False)
    return sum(1 for _ in found) == _LEAST_COMMAS


def restore_punctuation(text: str) -> list[Edit]:
    """Put back ``， ； ： ？ ！`` where a document had them all folded to ASCII.

    A document shows it by having no ``，`` at all and five commas right between Han characters. Then a mark
    that touches Chinese on its left, and no blank on its right, is restored; a comma also behind a number or
    a Latin word that is followed by Chinese. A colon needs Chinese on both sides, or the line's end behind
    it, so that times, addresses and URLs keep theirs. Parentheses are left: good text has them half-width
    too.
    """
    if not commas_were_folded(text):
        return []
    return [Edit(m.start(), m.end(), _FULL[m[0]]) for m in _FLAT.finditer(text)]
