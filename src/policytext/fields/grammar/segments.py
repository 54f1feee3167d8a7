"""What a stretch of a byline row may be: the types, what speaks for each, and what a stretch is worth to its row.

A row is cut where that explains it best (`policytext.fields.grammar.rows`). Worth is counted in units of one explained word:
what a table knows is worth more than what only has a form, what a label announces more than what stands bare, and what
nobody explains costs, by its length.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from policytext.fields.evidence import Evidence
from policytext.fields.grammar.byline_labels import BUTTON, COLUMNS, NOBODY, WIDGET
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.origin import looks_origin, offers_news
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import NAMES, media_score
from policytext.fields.knowledge.offices import office_score
from policytext.fields.knowledge.persons import person_score
from policytext.fields.knowledge.places import place_score

__all__ = [
    "BADGES",
    "POSTED_BY",
    "WORTH",
    "Segment",
    "bare_cost",
    "classify",
    "origin_worth",
    "original_end",
    "place_end",
    "reader_place",
    "trailing_kind",
    "typed_worth",
    "widget_end",
    "widget_worth",
]


WORTH: Final[dict[str, Evidence]] = {
    "label": Evidence(3.0, "a label with its colon is what rows are made of"),
    "plain label": Evidence(1.5, "来源, 记者 before a value that bears it out"),
    "glued label": Evidence(-1.0, "a label behind a Han character may be the end of a word"),
    "shorter label": Evidence(-0.8, "of two labels that end in one place the longer is the likelier"),
    "empty value": Evidence(0.0, "来源： 作者： of templates; fits wherever the next label begins"),
    "date": Evidence(3.0, "a date with its year"),
    "partial date": Evidence(1.5, "04-20 18:10, 昨天, 3小时前"),
    "host": Evidence(2.0, "the address of a site"),
    "names": Evidence(3.0, "a label of people with names behind it"),
    "further name": Evidence(
        1.2, "each other name of the list; as much as a bare name is worth with its cut"
    ),
    "origin": Evidence(4.0, "a labelled origin, by how much it looks like one"),
    "origin offset": Evidence(
        -1.0, "a labelled value that looks like nothing is worth less than an empty one"
    ),
    "value": Evidence(1.0, "any other labelled value"),
    "typed": Evidence(0.8, "a bare word that a table knows, by how well"),
    "typed character": Evidence(0.2, "… and by its length: of two readings the longer word is the likelier"),
    "widget": Evidence(0.5, "a button or counter"),
    "widget character": Evidence(0.2, "… and by its length"),
    "split": Evidence(-0.3, "every cut needs a reason"),
    "bare": Evidence(-0.5, "a word that nobody explains"),
    "bare character": Evidence(-0.2, "… and each of its characters"),
    "seam": Evidence(-1.5, "a word over a place where two inline elements meet: style sheets part them"),
    "cut word": Evidence(-2.5, "an unexplained word that ends where a glued label begins was no word"),
}
"""The evidence that a row is read by."""

_FOLLOWED: Final = re.compile(r"[\u3400-\u9fff]")
_COUNT: Final = re.compile(
    r"\(?\d[\d,.]{0,9} ?[万亿wWkK]?\+?\)?(?: ?(?:次|人次|人|条|字|阅读|浏览|评论|点击|热度))?(?:浏览|阅读|评论|点击)?(?![\w:.\-/])"
)
_FIGURES: Final = re.compile(r"[\d :./-]+")
_OPENED: Final = frozenset("([")
_LENGTH: Final = 24
_BUTTON_SIZE: Final = 6
"""Characters of a button, at most; a longer word that begins like one is a clause."""
_WEIGHED: Final = 8
"""Characters of a word that count for its worth: a long office is no surer than a short one."""
POSTED_BY: Final = re.compile(
    r"(?:本[文贴帖])?(?:最后)?由 ?(?P<by>[^ ,。:]{1,20}?) ?(?:于|张贴|发表|发布|上传|投稿|@)|(?<![a-z] )\bby ?:? (?P<en>[\w.&-]{2,24})",
    re.IGNORECASE,
)
"""由某某张贴, by seaman."""
_KINDS: Final = (
    ("印发", "printed"), ("更新", "updated"), ("修改", "updated"), ("归档", "archived"), ("截止", "other"), ("前", "other"), ("以前", "other"),
    ("之前", "other"), ("起", "other"), ("至", "other"), ("到", "other"), ("~", "other"),
)  # fmt: skip
_TWO: Final = 0.9
_FROM: Final = re.compile(r"(?:发布于|IP ?属地|来自)[: ]?(?P<place>[\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])")
# 发布于湖北青禾日报官方账号: inline elements without a blank between; platforms name a province or a country, in two or three characters.
_FROM_GLUED: Final = re.compile(r"发布于(?P<both>[\u4e00-\u9fff]{6,24})")
BADGES: Final = ("官方账号", "官方帐号", "认证账号", "官方号")
"""What platforms set behind the name of an account they know."""
BADGE: Final = re.compile(
    rf"(?:{'|'.join(BADGES)})?(?:(?:(?<=[号]),|,(?=[优领])|优质)[^ ,]{{0,6}}(?:创作者|作者|达人))*\Z"
)


class Segment(NamedTuple):
    """A type and how sure it is, 0 to 1."""

    type: str
    """``medium``, ``office``, ``person``, ``place``, ``column``, ``widget`` or ``bare``."""
    sure: float


_BARE: Final = Segment("bare", 0.0)


def classify(folded: str) -> Segment:
    """What an unlabelled word of a row is.

    A word that several tables know is what the surest says; a medium's form is surer than a place's, for papers bear the
    names of their places.
    """
    word = folded.replace(" ", "") if not folded.isascii() else folded
    size = len(word)
    if not 2 <= size <= _LENGTH:
        return _BARE
    if word in COLUMNS:
        return Segment("column", 0.8)
    if (word in NOBODY and word not in NAMES) or WIDGET.fullmatch(folded):
        return Segment("widget", 0.6)
    if _FIGURES.fullmatch(folded) or (":" in folded and _OPENED.isdisjoint(folded)):
        # No table has a name of figures, or one with a colon in it that no bracket holds.
        return _BARE
    if offers_news(word):
        return Segment("widget", 0.6)
    best = Segment("medium", media_score(folded))
    if best.sure >= 0.95 and size > 3:
        return best
    if size <= 8 and (person := person_score(word)) > best.sure:
        # Names of two characters are words too often to be believed bare, unless they can hardly be anything else.
        best = Segment("person", person) if looks_person(word) and (size > 2 or person > _TWO) else best
    if (office := 0.9 * office_score(word)) > best.sure:
        best = Segment("office", office)
    if (place := 0.9 * place_score(word)) > best.sure:
        best = Segment("place", place)
    if best.sure >= 0.5:
        return best
    return Segment("widget", 0.5) if size <= _BUTTON_SIZE and BUTTON.match(word) else _BARE


def place_end(folded: str, at: int) -> int:
    """Where 发布于某地, IP属地某地, 来自某省 that begins at ``at`` ends: where the account's keeper sits, as platforms must show."""
    glued = _FROM_GLUED.match(folded, at)
    if glued and (size := _glued_place(glued["both"])):
        return glued.start("both") + size
    hit = _FROM.match(folded, at)
    if (
        not hit
        or media_score(hit["place"]) > 0.5
        or (hit[0].startswith("来自") and place_score(hit["place"]) < 0.9)
    ):
        return at
    return hit.end()


def _glued_place(both: str) -> int:
    """How many characters of a place stand in front of a medium's name; 0 where no medium follows."""
    for badge in BADGES:
        both = both.removesuffix(badge)
    fits = [size for size in (2, 3) if media_score(both[size:]) >= SURE]
    return max(fits, key=lambda size: place_score(both[:size]), default=0)


def original_end(folded: str) -> int:
    """Where the badge 原创 ends that a line begins with, glued to a person: 原创王小禾青禾发布2024-05-18; 0 without one."""
    glued = folded.startswith("原创") and any(looks_person(folded[2:end]) for end in (4, 5, 6))
    return 2 if glued else 0


def reader_place(folded: str) -> bool:
    """Whether a line is nothing but such a place."""
    return place_end(folded, 0) == len(folded)


def trailing_kind(folded: str, end: int) -> tuple[str, str, int]:
    """The word right behind a date that tells its kind (``13:18 更新``, ``印发``), the kind, and where the word ends."""
    after = folded[end : end + 6].lstrip(" )]")
    for word, kind in _KINDS:
        if after.startswith(word):
            return word, kind, folded.find(word, end) + len(word)
    return "", "published", end


def bare_cost(length: int) -> float:
    """What an unexplained word of so many characters costs."""
    return WORTH["bare"].weight + WORTH["bare character"].weight * length


def typed_worth(sure: float, length: int) -> float:
    """What a word of so many characters is worth that a table knows so well."""
    return sure * (WORTH["typed"].weight + WORTH["typed character"].weight * min(length, _WEIGHED))


def widget_worth(length: int) -> float:
    """What a button or counter of so many characters is worth."""
    return WORTH["widget"].weight + WORTH["widget character"].weight * length


def origin_worth(folded: str) -> float:
    """What a labelled origin is worth."""
    weight = WORTH["origin"].weight + WORTH["typed character"].weight * min(len(folded), _WEIGHED)
    return weight * looks_origin(folded, labelled=True) + WORTH["origin offset"].weight


def widget_end(folded: str, at: int) -> int:
    """Where a button or counter that begins at ``at`` ends; ``at`` where none does.

    Before a Han character a button is the beginning of a word (分享经济), unless another button follows.
    """
    count = _COUNT.match(folded, at)
    if count:
        return count.end()
    hit = WIDGET.match(folded, at)
    if not hit or hit.end() == at:
        return at
    end = hit.end()
    if end < len(folded) and _FOLLOWED.match(folded, end):
        following = WIDGET.match(folded, end)
        if not following or following.end() == end:
            return at
    return end
