"""What a document cites: every 《…》, its number, and what is done to it.

The verb is looked for in the sentence: before the titles (根据《…》、《…》和《…》), or behind them (《…》同时废止). Without a verb a title is
mentioned, no more. On pages that are no official documents only titles of laws, rules and official documents count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from policytext.fields.grammar.official_words import KIND, find_number, read_number
from policytext.models.citations import Reference
from policytext.models.official import DocNumber
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.fields.headline.title import FoundTitle
    from policytext.models.citations import Action
    from policytext.page.layout import BodyLine
    from policytext.page.view import Line, View

__all__ = ["cited_lines", "find_references"]

_TITLE: Final = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){2,120})》")
_STOPS: Final = re.compile(r"[。;!?]")
_NUMBER_BEHIND: Final = re.compile(
    r" ?\(? ?(?=[\u4e00-\u9fff]{1,14} ?[\[({〔]|[\u4e00-\u9fff]{2,24}(?:令|公告|通告))"
)
_BRACKET: Final = re.compile(r" ?\(([^()]{4,60})\)")
_JOINED: Final = re.compile(
    r"(?:\([^()]{0,60}\))?(?:、|,|和|及|与|以及|或者?|等|的?(?:规定|要求|精神|有关规定|有关要求|部署))*"
)
_ALIAS: Final = re.compile(r"\(? ?以下(?:统?简称|称)(?:为)? ?[:\"']? ?《([^《》]{2,40})》")
_LAW: Final = re.compile(r"(?:法|宪法|法典|公约|协定|决定|条例|解释|公报|法案)(?:\([^()]{1,24}\))?$")

# Before the titles, the nearest to them counts; behind them, the first.
_BEFORE: Final[tuple[tuple[Action, re.Pattern[str]], ...]] = (
    ("based_on", re.compile(r"根据|依据|按照|依照|遵照|遵循|参照|为?(?:全面|深入|认真|切实)?(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实|执行|实施)(?=[^。,]{0,12}$)")),
    ("repeals", re.compile(r"废止")),
    ("amends", re.compile(r"修改|修订|修正|对(?=[^。,]{0,4}$)")),
    ("forwards", re.compile(r"转发|批转|转批")),
    ("issues", re.compile(r"印发|发布|公布|颁布|颁发|下发|出台|制定(?:了|出台)?|起草(?:了|形成)?|现将|将(?=[^。,]{0,4}$)")),
    ("interprets", re.compile(r"解读|读懂|图解|解释(?=[^。,]{0,4}$)")),
)  # fmt: skip
_BEHIND: Final[tuple[tuple[Action, re.Pattern[str]], ...]] = (
    ("repeals", re.compile(r"(?:同时|予以|即行|自行|相应|一并|停止)?(?:废止|失效|停止执行|停止施行)")),
    ("amends", re.compile(r"(?:作出?|作了|进行)?(?:如下|以下|部分|相应)?(?:修改|修订|修正)(?!稿)")),
    ("interprets", re.compile(r"(?:政策)?(?:解读|问答|的解释|解释如下)")),
    ("issues", re.compile(r"现予以?(?:公布|发布|印发)|现印发|印发给|予以公布|予以发布|现(?:公布|发布)")),
    ("forwards", re.compile(r"(?:现)?(?:转发|批转)给")),
)  # fmt: skip
_BY_OTHERS: Final = ("issues", "forwards")
_PROPOSED: Final = frozenset({"将", "现将", "对"})
"""Half a verb: the other half stands behind the title."""
_REACH: Final = 60
"""Code points between a verb and its title: the titles that stand between the two are cut off before."""


def cited_lines(view: View, headline: FoundTitle, body: Sequence[BodyLine]) -> list[Line]:
    """The lines that may cite: the displayed headline's, and the body's."""
    own = () if headline.line is None else sorted({*headline.extra, headline.line})
    return [*(view.lines[index] for index in own), *(line.line for line in body)]


def find_references(view: View, lines: Iterable[Line], *, official: bool) -> tuple[Reference, ...]:
    """The documents that these lines name, in order of place; ``official``: the page is an official document itself."""
    out: list[Reference] = []
    aliases: dict[str, str] = {}
    for line in lines:
        if "《" in line.text:
            out += _of_line(view, line, aliases, official=official)
    return tuple(out)


def _of_line(view: View, line: Line, aliases: dict[str, str], *, official: bool) -> list[Reference]:
    text, folded = line.text, line.fold
    out: list[Reference] = []
    ends: list[tuple[int, int]] = []
    found = list(_TITLE.finditer(text))
    introduced = {match.start(1): match for match in _ALIAS.finditer(folded)}
    for at, match in enumerate(found):
        title = match[1].strip()
        if match.start(1) in introduced:
            if out:
                aliases[title] = out[-1].title
            continue
        number, end = _number(line, match.end())
        known = aliases.get(title)
        # Elsewhere 《…》 is as often a book, a film, a newspaper.
        if not official and number is None and known is None and not _cited(fold(title)):
            continue
        before = found[at - 1].end() if at else 0
        behind = found[at + 1].start() if at + 1 < len(found) else len(text)
        deed = _deed(folded, match.start(), end, before, behind)
        if (
            deed is None
            and at
            and out
            and out[-1].span == view.source_span(line.start + found[at - 1].start(), line.start + before)
            and _JOINED.fullmatch(folded[before : match.start()])
        ):
            # 根据《…》、《…》: one verb for all.
            action, verb, place = out[-1].action, out[-1].verb, out[-1].verb_span
        elif deed is not None:
            action, first, last = deed
            verb, place = text[first:last], view.source_span(line.start + first, line.start + last)
        else:
            action, verb, place = None, None, None
        span = view.source_span(line.start + match.start(), line.start + match.end())
        out.append(Reference(known or title, span, number, action, verb, place))
        ends.append((match.start(), end))
        if deed is not None and deed[1] >= end:
            _share(out, ends, folded)
    return out


def _share(out: list[Reference], ends: Sequence[tuple[int, int]], folded: str) -> None:
    """Give what is said behind the last title to those that are listed with it: 《…》、《…》同时废止."""
    last = out[-1]
    for at in range(len(out) - 2, -1, -1):
        between = folded[ends[at][1] : ends[at + 1][0]]
        if out[at].verb not in (None, *_PROPOSED) or not _JOINED.fullmatch(between):
            break
        out[at] = evolve(out[at], action=last.action, verb=last.verb, verb_span=last.verb_span)


def _cited(folded: str) -> bool:
    return KIND.search(folded) is not None or _LAW.search(folded) is not None


def _number(line: Line, at: int) -> tuple[DocNumber | None, int]:
    """The number right behind a title, and where it ends."""
    lead = _NUMBER_BEHIND.match(line.fold, at)
    hit = find_number(line.fold[: at + _REACH], lead.end()) if lead is not None else None
    if lead is None or hit is None or hit.start != lead.end():
        return _joint_number(line, at)
    end = hit.end + (line.fold[hit.end : hit.end + 1] == ")")
    raw = line.text[hit.start : hit.end]
    if raw[-1] in ")）" and not any(bracket in raw for bracket in "(（"):
        raw = raw[:-1]
    return DocNumber(raw, hit.code, hit.year, hit.serial), end


def _joint_number(line: Line, at: int) -> tuple[DocNumber | None, int]:
    """The number in a bracket whose offices are set apart by blanks: （财政部 税务总局公告2023年第1号）."""
    bracket = _BRACKET.match(line.fold, at)
    hit = read_number("".join(bracket[1].split())) if bracket is not None else None
    if bracket is None or hit is None or hit.code is None:
        return None, at
    return DocNumber(line.text[slice(*bracket.span(1))], hit.code, hit.year, hit.serial), bracket.end()


def _deed(folded: str, start: int, end: int, before: int, behind: int) -> tuple[Action, int, int] | None:
    """What the sentence does to the title at ``start:end``, and where its verb stands."""
    # A verb acts within its sentence, and not across another title.
    low = max(before, start - _REACH)
    for stop in _STOPS.finditer(folded, low, start):
        low = stop.end()
    nearest: tuple[int, int, Action] | None = None
    for action, pattern in _BEFORE:
        for match in pattern.finditer(folded, low, start):
            # Only what a rule is based on may stand in a clause of its own before the title.
            if action != "based_on" and "," in folded[match.end() : start]:
                continue
            # 2015年公布的《…》 tells which one is meant, and does nothing to it.
            if action in _BY_OTHERS and folded[match.end() : start] == "的":
                continue
            if nearest is None or match.start() > nearest[0]:
                nearest = (match.start(), match.end(), action)
    high = min(behind, end + _REACH)
    stopped = _STOPS.search(folded, end, high)
    high = stopped.start() if stopped else high
    follows: tuple[int, int, Action] | None = None
    for action, pattern in _BEHIND:
        hit = pattern.search(folded, end, high)
        if hit is not None and (follows is None or hit.start() < follows[0]):
            follows = (hit.start(), hit.end(), action)
    # 根据…制定的《…》同时废止: what is said behind it is the fresher word.
    undone = (
        follows is not None and follows[2] == "repeals" and nearest is not None and nearest[2] == "based_on"
    )
    if nearest is not None and folded[nearest[0] : nearest[1]] not in _PROPOSED and not undone:
        return nearest[2], nearest[0], nearest[1]
    if follows is not None:
        return follows[2], follows[0], follows[1]
    return (nearest[2], nearest[0], nearest[1]) if nearest is not None and nearest[2] == "issues" else None
