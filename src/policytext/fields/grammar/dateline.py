"""电头 datelines: what the head of a first paragraph says of who reports, and for whom.

``新华社青禾5月6日电（记者王小禾、李麦秋）``, ``青禾日报讯（记者 王小禾）``, ``中新网青禾5月6日电 (王小禾 李麦秋)``, ``〔記者王小禾／青禾報導〕``,
``（中央社記者王小禾青禾6日電）``, ``本报讯 记者王小禾报道：``. The medium in front is the weakest of all witnesses of the origin: a page that
takes a text over shows the agency's dateline, too, and says besides from where it has it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from policytext.fields.grammar.byline_labels import NOBODY
from policytext.fields.grammar.names import looks_person, split_names
from policytext.fields.grammar.role_names import ROLE_WORD, split_credit
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import NAMES, media_score
from policytext.fields.knowledge.places import place_score
from policytext.page.shadow import fold

__all__ = ["LONGEST", "Dateline", "read_dateline"]

LONGEST: Final = 140
"""Characters of a paragraph that may be its dateline."""
_DAY: Final = r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
_WIRE: Final = (
    r"(?:[上下]午|综合|专|外|快|记者)?(?:讯|电(?!视|台|子|力|影|商|信|网|缆|梯|动)|消息|报[道导]|特稿)"
)
# A bracket in front of all: 【青禾日报讯】, （中央社記者王小禾青禾6日電）.
_BRACKET: Final = re.compile(r"[ ·*]*[\[(<](?P<inner>[^\[\]()<>]{2,60})[\])>] ?")
_OPEN: Final = re.compile(
    rf"[ ·*]*(?!据|记者|来自)(?P<who>[^\d,。:;()\[\]<>/|\"]{{2,24}}?) ?{_DAY}{_WIRE}(?P<end>[ :|/-]{{0,4}})(?=[\[(]|$|\S)"
)
_CREDIT: Final = re.compile(r"[\[(](?P<credit>[^()\[\]]{2,70})[\])]")
_LOOSE: Final = re.compile(
    r".{0,46}?\((?P<credit>[^()]{0,24}?(?:记者|通讯员|实习生|评论员|特派员)[^()]{1,60})\)"
)
# 本报讯 记者王小禾报道：…
_TOLD: Final = re.compile(
    r"[^。,:()]{0,20}?(?P<credit>(?:本报|本网|实习|见习|特约|全媒体|融媒体?)*记者 ?[^。,:()]{2,40}?)(?:发自[^ ]{2,6})?报[道导][:,]"
)
_WORD: Final = re.compile(r"[^ 、,:。]+")
_COMPILER: Final = re.compile(r"编译 ?")
_SHORT_PLACE: Final = 3
_PLACE: Final = 7
"""Characters of the place between a medium and the day, fewer than."""
_LONG_CREDIT: Final = 40
"""Characters behind the role word in a bracket of names, fewer than."""
_OWN: Final = (NOBODY - {"新华社", "人民网", "新华网", "光明网"}) | {
    "本报",
    "本网",
    "本社",
    "本台",
    "本刊",
    "本站",
}
"""Words in the place of a medium that name none: the paper calls itself 本报."""
_SHOWN: Final = re.compile(r"(?:摄|供图|(?<!文/)(?<!文)图|制图)$")
"""Whoever is named in front of it gave pictures; 文/图 wrote, too."""


class Dateline(NamedTuple):
    """What a dateline says. Spans are code points of the paragraph, half-open; empty ones where nothing is said."""

    medium: tuple[int, int]
    credit: tuple[int, int]
    names: tuple[str, ...]


_Credit = tuple[tuple[int, int], tuple[str, ...]]
_NOWHERE: Final = (0, 0)


def read_dateline(folded: str, text: str) -> Dateline | None:
    """The dateline that a paragraph begins with.

    Args:
        folded: The paragraph's shadow, or its first `LONGEST` characters.
        text: The same stretch as displayed; names are cut from it.

    Returns:
        Medium and reporters as far as told; ``None`` where neither is. 本报 and 本网 name no medium.
    """
    bracket = _BRACKET.match(folded)
    if bracket and not _SHOWN.search(bracket["inner"]):
        found = _bracketed(folded, text, *bracket.span("inner"), behind=bracket.end())
        if found is not None:
            return found
    opened = _OPEN.match(folded[:60])
    medium = _NOWHERE
    if opened:
        medium = _medium(folded, *opened.span("who"))
        names = _names_at(folded, text, opened.end())
        if names is not None:
            return Dateline(medium, *names)
    names = _told(folded, text) or _loose(folded, text)
    if names is None and opened:
        names = _bare(folded, text, opened.end())
    if names is not None:
        return Dateline(medium, *names)
    return Dateline(medium, _NOWHERE, ()) if medium[1] else None


def _bracketed(folded: str, text: str, start: int, end: int, *, behind: int) -> Dateline | None:
    """A bracket that begins the paragraph: a medium with 讯, or somebody with a role; behind 【本报讯】 a second one names people."""
    inner = folded[start:end]
    # 〔編譯王小禾／綜合報導〕: papers of Taiwan have their foreign news from compilers, who sign as reporters do.
    role = ROLE_WORD.search(inner) or _COMPILER.match(inner)
    if role:
        at = role.end() if role.re is _COMPILER else role.start()
        names = split_credit(text[start + at : end], inner[at:], trust="role")
        if names and looks_person("".join(names[0].split())) and len(inner) - role.end() < _LONG_CREDIT:
            return Dateline(_medium(folded, start, start + role.start()), (start + role.start(), end), names)
        return None
    wired = re.fullmatch(rf"(?P<who>[^\d,。:;/ ]{{2,16}}?) ?{_DAY}{_WIRE}", inner)
    if wired is None:
        return None
    medium = _medium(folded, start, start + wired.end("who"))
    names_at = _names_at(folded, text, behind)
    if names_at is not None:
        return Dateline(medium, *names_at)
    return Dateline(medium, _NOWHERE, ()) if medium[1] else None


def _medium(folded: str, start: int, end: int) -> tuple[int, int]:
    """Span of the medium that stretch begins with, where the rest of it is a place or nothing; (0, 0) without one."""
    while start < end and folded[start] in " ·*[(":
        start += 1
    stretch = folded[start:end].rstrip()
    best = (0.0, 0)
    for size in range(2, len(stretch) + 1):
        name, rest = stretch[:size], stretch[size:].strip()
        sure = media_score(name)
        if name in _OWN or sure < SURE or len(rest) >= _PLACE:
            continue
        # 中新网 and the county of 云岭, not 中新网云 and a place called 岭: what is known beats what has the form only.
        place = 1.0 if not rest else max(place_score(rest), 0.3 * (len(rest) <= _SHORT_PLACE))
        if place and (found := (sure + place + (name in NAMES), size)) > best:
            best = found
    return (start, start + best[1]) if best[1] else _NOWHERE


def _names_at(folded: str, text: str, at: int) -> _Credit | None:
    """The names of a bracket that stands right behind 讯 or 电: with a role, or nothing but names."""
    match = _CREDIT.match(folded, at)
    if match is None or _SHOWN.search(match["credit"]):
        return None
    start, end = match.span("credit")
    inner, shown = folded[start:end], text[start:end]
    names = split_credit(shown, inner) if ROLE_WORD.search(inner) else split_names(shown, inner, trust="none")
    return ((start, end), names) if names else None


def _told(folded: str, text: str) -> _Credit | None:
    """记者王小禾报道：… without a bracket."""
    match = _TOLD.match(folded[:90]) if "报" in folded[:70] else None
    if match is None:
        return None
    start, end = match.span("credit")
    names = split_credit(text[start:end], folded[start:end], trust="role")
    return (
        ((start, end), names)
        if names and all(looks_person(fold("".join(name.split()))) for name in names)
        else None
    )


def _bare(folded: str, text: str, at: int) -> _Credit | None:
    """记者 and names with blanks around them right behind 讯, no bracket and no colon: as far as persons are named."""
    role = ROLE_WORD.match(folded, at)
    if role is None:
        return None
    names: list[str] = []
    end = role.end()
    for word in _WORD.finditer(folded, end, end + _LONG_CREDIT):
        if not looks_person(word[0]):
            break
        names.append(text[word.start() : word.end()])
        end = word.end()
    return ((at, end), tuple(names)) if names and folded[end : end + 1] in " ,:" else None


def _loose(folded: str, text: str) -> _Credit | None:
    """A bracket with a role word somewhere in the paragraph's first words."""
    match = _LOOSE.match(folded[:LONGEST])
    if match is None or "。" in folded[: match.start("credit")] or _SHOWN.search(match["credit"]):
        return None
    start, end = match.span("credit")
    names = split_credit(text[start:end], folded[start:end])
    return ((start, end), names) if names else None
