"""Bare words of a row: what the tables say of a stretch that no label announces, and of two words that are glued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.byline_labels import COLUMNS
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.row_parts import SEPARATORS, Part, typed_part
from policytext.fields.grammar.segments import BADGE, WORTH, bare_cost, classify, typed_worth
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import NAMES, ending, media_score
from policytext.fields.knowledge.persons import person_score
from policytext.fields.knowledge.places import place_score

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["VERBS", "Piece", "bare_pieces", "glued_words"]

VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")
"""What sentences have and names have not."""
_SUPPLIED: Final = ("供稿", "供图", "来稿", "提供图片")
_SUPPLIER: Final = 40
_CLAUSE: Final = re.compile(r"[\u4e00-\u9fff][,;。!?][\u4e00-\u9fff]")
_SENTENCE: Final = 15
"""What a comma between words counts for: the row is a sentence, however short."""
_GLUE: Final = 0.5
"""Two words without a blank between them are a little less likely than one."""
_PAIRED: Final = range(5, 17)
_OWN: Final = 2
"""Characters of a medium's name before its ending, at least, where the word in front of it might be a part of the name."""
_NAME: Final = 8
_REPORTED: Final = re.compile(r"(?P<who>[\u4e00-\u9fff·]{2,6}?)(?:综合|即时|摄影|专题)?报[道导]\Z")
_PAPERS: Final = ("报", "台", "周刊")
_HOME: Final = 0.5
_NO_HOME: Final = "中国"
"""健康中国网 is one name: a motto, no column before a paper."""


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
        yield Piece(end, typed_worth(SURE, len(word)), ())
        return
    badge = BADGE.search(word)
    if badge and badge[0] and badge.start() > 1:
        # 青禾日报官方账号: the badge is a picture on the page, and no part of the name of what can only be an account.
        word = word[: badge.start()]
        keeper = typed_part("medium", SURE, at, at + len(word), text)
        yield Piece(end, typed_worth(SURE, len(word)), (keeper,))
        return
    if word.endswith("讯") and media_score(word[:-1]) >= SURE:
        # 青禾日报讯: the paper's own word for what it prints.
        word = word[:-1]
    reported = _REPORTED.match(word)
    if reported:
        # 青禾日報／王小禾報導; behind a name it is the place (王小禾 青禾報導), which `joined` sees to.
        high = at + reported.end("who")
        if looks_person(reported["who"]):
            part = Part("reporter", at, at + len(word), at, high, (text[at:high],))
            yield Piece(end, typed_worth(SURE, len(word)), (part,))
        else:
            part = Part("reported", at, at + len(word), at, high, labelled=False)
            yield Piece(end, 0.0, (part,))
    kind, sure = classify(word)
    high = at + len(word)
    if kind == "medium" and word not in NAMES and (glued := glued_words(folded, text, at, high)):
        yield Piece(end, typed_worth(sure, len(word)), glued)
        return
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


def glued_words(folded: str, text: str, at: int, high: int) -> tuple[Part, ...]:
    """A word with the form of a medium's name that is two: a person's account (王小禾青禾发布), a column and a paper (社会青禾晨报).

    Inline elements have no blank between them, and the name of a medium may begin with anything. So the first word must be known for
    what it is, and the rest must be a name without it.
    """
    word = folded[at:high]
    for size in (3, 4, 2):
        first, rest = word[:size], word[size:]
        end = ending(rest)
        if len(end) < _OWN or not _OWN <= len(rest) - len(end) <= _NAME or VERBS.search(rest):
            # 关于国 and 庆假期值班的通报: 报 alone ends words of all kinds.
            continue
        if rest[0] in "·-/" or media_score(rest) < SURE:
            continue
        cut = at + size
        other = typed_part("medium", SURE, cut, high, text)
        if size > 2 and person_score(first) >= SURE and place_score(first[:2]) < SURE:
            return typed_part("person", SURE, at, cut, text), other
        if first in COLUMNS and rest.endswith(_PAPERS) and _homed(rest):
            return typed_part("column", SURE, at, cut, text), other
    return ()


def _homed(medium: str) -> bool:
    """Whether a medium's name begins with a place: 青禾晨报 is whole without 社会 before it, 观察报 is not without 经济."""
    if medium.startswith(_NO_HOME):
        return False
    return medium in NAMES or any(place_score(medium[:size]) >= _HOME for size in (2, 3, 4))


def _pair(folded: str, text: str, at: int, high: int) -> tuple[Part, ...]:
    """Two words that inline elements glued: 青禾新闻网王小禾, 王小禾青禾发布."""
    if high - at not in _PAIRED or not folded[at:high].isalnum():
        return ()
    for size in (2, 3, 4):
        for person, other in (((high - size, high), (at, high - size)), ((at, at + size), (at + size, high))):
            if other[1] - other[0] < 3 or not looks_person(folded[slice(*person)]):
                continue
            sure = media_score(folded[slice(*other)])
            if sure >= SURE:
                found = (typed_part("person", sure, *person, text), typed_part("medium", sure, *other, text))
                return tuple(sorted(found))
    return ()
