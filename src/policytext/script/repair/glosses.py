"""Pinyin glosses that a cloaking filter strewed over a text: ``出現(xiàn)``, ``時(shí)``.

Hacked and content-farm sites turn Simplified pages into Traditional ones and then put the reading behind
every occurrence of some hundred characters, byte by byte, with the first reading of a dictionary rather than
the right one. All of these characters occur in Traditional text only. People gloss differently: a rare name
(翟(zhái)志刚), a word list, a textbook that annotates every character. So a document is judged as a whole,
and in a document that shows the filter only what the filter would have written is removed; 翟 is no
Traditional form and keeps its gloss even there.

The thresholds were measured on 718 such glosses and on 427 MB of clean text with 32 genuine ones: all but
one found, none of the genuine touched. With fewer than four glosses a text proves nothing, and short texts
are left alone unless ``short_text`` says that they are known to come from such a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from policytext.script.repair.edits import Edit
from policytext.script.repair.readings import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["LETTERS", "TONED", "find_glosses", "plain_reading"]

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""Letters with a tone mark, composed."""

# A decomposed vowel takes two code points, ü with a tone three; no reading has more than six letters.
LETTERS = f"[a-zA-ZüɡɑÜ{TONED}{TONED.upper()}\u0300\u0301\u0304\u0308\u030c]"
# The bracket comes first in the patterns: the search engine then runs to the next bracket.
_CANDIDATE = re.compile(rf"[(（](?<=([㐀-鿿豈-﫿]).)[ \xa0]?({LETTERS}{{1,10}})([1-5]?)[ \xa0]?[)）]")
_CUT_OFF = re.compile(rf"[(（](?<=([㐀-鿿豈-﫿]).)({LETTERS}{{1,10}})$", re.MULTILINE)
_TONE = re.compile(f"[{TONED}{TONED.upper()}\u0300\u0301\u0304\u030c]")
_HAN_BEFORE = re.compile("[㐀-鿿豈-﫿]")

_LEAST = 4
_LEAST_TYPES = 3
_SHARE = 0.9
_COMPLETE = 0.8
_IN_PROSE = 0.5

_LIST = 3

_Gloss: TypeAlias = "tuple[str, int, int]"
"""The character, and where its gloss stands."""

_LOOKALIKES = str.maketrans("ɡɑ", "ga")


def plain_reading(letters: str) -> str:
    """A reading as the table has it: composed, lower case, without the look-alikes ɡ and ɑ.

    >>> plain_reading("Xia\u0300n")
    'xiàn'
    """
    return unicodedata.normalize("NFC", letters.translate(_LOOKALIKES).lower())


def find_glosses(text: str, *, short_text: bool = False) -> list[Edit]:
    """The glosses of the filter, as deletions; none where the text does not show the filter.

    Args:
        text: A document.
        short_text: Judge fewer than four glosses too: then each must be one of the filter's, stand within
            running text, and no annotated character may occur without. Right for a title taken from a page
            that is known to be filtered; on other titles it would strip 單(chán)于.
    """
    if not _TONE.search(text):
        return []
    table = readings()
    toned, neutral = _candidates(text)
    seen = len(toned)
    ours = [_place(match) for match in toned if _is_ours(table, match[1], match[2])]
    if short_text and seen < _LEAST:
        ours += _cut_off(text, table)
        seen = max(seen, len(ours))
    if not ours or not _shows_filter(text, ours, seen, short_text=short_text):
        return []
    # Readings in the neutral tone, 們(men), prove nothing, but come with the others.
    ours += [_place(match) for match in neutral if _is_ours(table, match[1], match[2])]
    if seen >= _LEAST:
        ours += _others(text, {start for _, start, _ in ours})
        ours += _cut_off(text, table)
    return [Edit(start, end, "") for _, start, end in sorted(ours, key=lambda gloss: gloss[1])]


def _candidates(text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """What may be a gloss: with a tone, and without."""
    toned: list[re.Match[str]] = []
    neutral: list[re.Match[str]] = []
    for match in _CANDIDATE.finditer(text):
        (toned if _TONE.search(match[2]) else neutral).append(match)
    return toned, neutral


def _place(match: re.Match[str]) -> _Gloss:
    return match[1], match.start(), match.end()


def _cut_off(text: str, table: Mapping[str, frozenset[str]]) -> list[_Gloss]:
    """Glosses that a line's end cut in two."""
    return [_place(match) for match in _CUT_OFF.finditer(text) if _begins_ours(table, match[1], match[2])]


def _others(text: str, found: set[int]) -> list[_Gloss]:
    """What the filter wrote in other ways, once it is proved: without tones, on characters that both scripts have.

    Of those only frequent ones are taken, with every use of them glossed, as a filter does, on the page or in their
    line: a page is put together of parts that went through the filter and parts that did not. Not where three stand in
    a row, as in a word list.
    """
    shared = readings(shared=True)
    rows = _rows(match for match in _CANDIDATE.finditer(text) if match.start() not in found)
    out = [
        _place(match)
        for row in rows
        for match in row
        if _sounds(match[1], match[2], match[3]) and (len(row) < _LIST or match[1] not in shared)
    ]
    return _glossed_throughout(text, out, shared)


def _glossed_throughout(text: str, out: list[_Gloss], shared: Mapping[str, frozenset[str]]) -> list[_Gloss]:
    """Those on characters that one script has only, and those on others that are glossed wherever the page or the line has them."""
    on_page = Counter(char for char, _, _ in out)
    lines = [_line_of(text, start) for _, start, _ in out]
    in_line = Counter((gloss[0], line) for gloss, line in zip(out, lines, strict=True))
    return [
        gloss
        for gloss, line in zip(out, lines, strict=True)
        if gloss[0] not in shared
        or on_page[gloss[0]] >= _COMPLETE * text.count(gloss[0])
        or in_line[gloss[0], line] == text.count(gloss[0], *line)
    ]


def _line_of(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)


def _rows(matches: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Glosses of characters that stand side by side."""
    row: list[re.Match[str]] = []
    for match in matches:
        if row and match.start() - 1 != row[-1].end():
            yield row
            row = []
        row.append(match)
    if row:
        yield row


def _sounds(char: str, letters: str, tone: str) -> bool:
    """Whether the character is read so, tones aside where none is written."""
    known = readings().get(char) or readings(shared=True).get(char, frozenset())
    reading = plain_reading(letters)
    if _TONE.search(reading) is not None:
        return not tone and reading in known
    return _toneless(reading) in map(_toneless, known)


def _toneless(reading: str) -> str:
    bare = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in bare if "a" <= char <= "z")


def _is_ours(table: Mapping[str, frozenset[str]], char: str, letters: str) -> bool:
    known = table.get(char)
    return known is not None and plain_reading(letters) in known


def _begins_ours(table: Mapping[str, frozenset[str]], char: str, letters: str) -> bool:
    start = plain_reading(letters)
    return any(reading.startswith(start) for reading in table.get(char, ()))


def _shows_filter(text: str, ours: list[_Gloss], seen: int, *, short_text: bool) -> bool:
    types = Counter(char for char, _, _ in ours)
    if seen >= _LEAST:
        share, complete, in_prose = _SHARE, _COMPLETE, _IN_PROSE
        if len(types) < _LEAST_TYPES:
            return False
    elif short_text:
        share = complete = in_prose = 1.0
    else:
        return False
    if len(ours) < share * seen:
        return False
    if len(ours) < complete * sum(map(text.count, types)):
        return False
    beside = sum(
        1
        for _, start, end in ours
        if _HAN_BEFORE.match(text, end) or (start > 1 and _HAN_BEFORE.match(text, start - 2))
    )
    return beside >= in_prose * len(ours)
