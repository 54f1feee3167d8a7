"""Bare words of a row: what the tables say of a stretch that no label announces, and of two words that are glued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.row_parts import SEPARATORS, Part, typed_part
from policytext.fields.grammar.segments import WORTH, bare_cost, classify, typed_worth
from policytext.fields.knowledge.media import media_score

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["VERBS", "Piece", "bare_pieces"]

VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")
"""What sentences have and names have not."""
_SUPPLIED: Final = ("供稿", "供图", "来稿", "提供图片")
_SUPPLIER: Final = 40
_CLAUSE: Final = re.compile(r"[\u4e00-\u9fff][,;。!?][\u4e00-\u9fff]")
_SENTENCE: Final = 15
"""What a comma between words counts for: the row is a sentence, however short."""
_SURE: Final = 0.9
_GLUE: Final = 0.5
"""Two words without a blank between them are a little less likely than one."""
_PAIRED: Final = range(5, 17)


class Piece(NamedTuple):
    """A reading of a stretch: where it ends, what it is worth, its parts, and how much of it is unexplained."""

    end: int
    worth: float
    parts: tuple[Part, ...]
    left: int = 0


def bare_pieces(folded: str, text: str, at: int, end: int, *, cut: bool) -> Iterator[Piece]:
    """What the word from ``at`` to ``end`` may be; ``cut`` where it ends at a label that is glued to it."""
    word = folded[at:end].rstrip(SEPARATORS)
    if not word:
        return
    if "(" in word and folded[at + len(word) : at + len(word) + 1] == ")":
        word += ")"
    if word.endswith(_SUPPLIED) and len(word) <= _SUPPLIER and not VERBS.search(word):
        yield Piece(end, typed_worth(_SURE, len(word)), ())
        return
    kind, sure = classify(word)
    high = at + len(word)
    if kind != "bare":
        parts = () if kind == "widget" else (typed_part(kind, sure, at, high, text),)
        yield Piece(end, typed_worth(sure, len(word)), parts)
        return
    cost = bare_cost(len(word)) + (WORTH["cut word"].weight if cut else 0.0)
    clause = not word.isascii() and _CLAUSE.search(word) is not None
    part = Part("bare", at, high, at, high, labelled=False)
    yield Piece(end, cost, (part,), len(word) + (_SENTENCE if clause else 0))
    pair = _pair(folded, text, at, high)
    if pair:
        yield Piece(end, typed_worth(pair[0].sure, len(word)) - _GLUE, pair)


def _pair(folded: str, text: str, at: int, high: int) -> tuple[Part, ...]:
    """Two words that inline elements glued: 青禾新闻网王小禾, 王小禾青禾发布."""
    if high - at not in _PAIRED or not folded[at:high].isalnum():
        return ()
    for size in (2, 3, 4):
        for person, other in (((high - size, high), (at, high - size)), ((at, at + size), (at + size, high))):
            if other[1] - other[0] < 3 or not looks_person(folded[slice(*person)]):
                continue
            sure = media_score(folded[slice(*other)])
            if sure >= _SURE:
                found = (typed_part("person", sure, *person, text), typed_part("medium", sure, *other, text))
                return tuple(sorted(found))
    return ()
