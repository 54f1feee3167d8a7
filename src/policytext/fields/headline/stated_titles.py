"""What the head of a page says of its title, and how well a displayed line repeats it.

``<title>``, ArticleTitle, og:title, a JSON-LD headline; in a dump the first line may be the text of ``<title>``. The site's name
behind the title goes by evidence: what the displayed line does not have, is not the title.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.page.view import Line, View

__all__ = [
    "SITE_LIKE",
    "Stated",
    "each_stated_title",
    "inside",
    "match",
    "stated_titles",
    "strip_site",
    "table_title",
    "title_key",
]

_META: Final = (
    ("articletitle", "meta/articletitle"), ("headline", "jsonld/headline"), ("og:title", "meta/og-title"),
    ("twitter:title", "meta/twitter-title"), ("dc.title", "meta/dc-title"), ("title", "meta/title"),
)  # fmt: skip
_SEPARATOR: Final = re.compile(
    r"(?<!\s)\s*(?:_{1,3}|\|{1,2}|::| [-–—|·<»«/] ?|(?<=\S)-{1,2}(?=\S)|—{1,2}|–|｜|丨|<|»)\s*"
)
_CUTS: Final = 32
"""Separators of a stated title that are looked at. A chain of sections behind a headline has some ten; each costs a copy of what stands before it."""
_CLOCK: Final = re.compile(r"\d{1,4}[-/:]\d{1,2}(?:[-/:]\d{1,2})?")
_TABLE_TITLE: Final = re.compile(r"(?:标 {0,8}题|名 {0,8}称|信息名称|文件名称) *: *")
_TABLE_STARTS: Final = ("标", "標", "名", "信息名", "文件名")
_TABLE_LINES: Final = 120
_TABLE_LABEL: Final = re.compile(
    r"[\[( ·•]*(?:索 ?引 ?号|发文[机字]|文 {0,8}号|主题分类|信息分类|公开[类属方日]|成文日期)"
)
_NEXT_CELL: Final = re.compile(
    r"(?:索 *引 *号|发 *文 *[机字] *[关构号]|文 *号|(?:主题|信息|组配)分类|公开[类属方日].|[成发]文日期|发布日期|有效性) *:"
)
"""What ends the value of 标题：; an extractor may have glued the cells of a row."""
_TABLE_AROUND: Final = 12
_SITES: Final = 0.1
"""How well a line repeats the head that is only the site's name in it."""
_NOT_WORD: Final = re.compile(r"[\W_\ufffd]+")
SITE_LIKE: Final = re.compile(
    r"(?:网|网站|频道|门户|论坛|博客|日报|晚报|新闻|首页|客户端|中心|政府|资讯|社区|在线|传媒|平台|委员会|局|厅)$|\.(?:com|cn|net|org)$"
)


def title_key(folded: str) -> str:
    """A folded text without white space and punctuation, lower case: what two spellings of one title share."""
    return (folded if folded.isalnum() else _NOT_WORD.sub("", folded)).lower()


class Stated(NamedTuple):
    """A title as the head states it."""

    text: str
    key: str
    rule: str
    head: str
    """Key of what stands before the first separator."""
    ends: frozenset[str]
    """Keys of what stands before each separator."""
    tail: str
    """Key of what stands behind the last separator, where that is no headline: the site's name; ``""`` otherwise."""


def _stated(text: str, rule: str) -> Stated:
    text = text.strip()
    folded = fold(text)
    cuts = [cut.start() for cut in islice(_SEPARATOR.finditer(folded), _CUTS)]
    ends = [title_key(folded[:cut]) for cut in cuts]
    parts = [part for part in _SEPARATOR.split(folded) if part.strip()]
    head = title_key(parts[0]) if parts else ""
    # Some sites set their name in front: then what stands last is the headline.
    last = title_key(parts[-1]) if len(parts) > 1 and not SITE_LIKE.search(parts[0].strip()) else ""
    return Stated(text, title_key(folded), rule, head, frozenset(ends), last)


def stated_titles(view: View) -> list[Stated]:
    """What the head of the page calls its title, the most trustworthy first."""
    return list(each_stated_title(view))


def each_stated_title(view: View) -> Iterator[Stated]:
    """The same one by one, for who needs the first of them only."""
    table = table_title(view)
    found = table is not None
    if table is not None:
        yield table[0]
    if view.head_title:
        found = True
        yield _stated(view.head_title, "head/title")
    for name, rule in _META:
        for item in view.page.meta:
            if item.name == name and item.value and item.kind in ("meta", "jsonld", "comment"):
                claim = _stated(item.value, rule)
                if claim.key:
                    found = True
                    yield claim
                break
    if not found and len(view.lines) > 3:
        first = view.lines[0]
        if _may_be_head_title(first):
            yield _stated(first.text, "dump/first-line")


def _may_be_head_title(line: Line) -> bool:
    """Whether a dump's first line may be the text of ``<title>``: the headline with the site's name behind a separator."""
    return (
        8 <= len(line) <= 120
        and line.text[-1] not in "。！？"
        and _SEPARATOR.search(_CLOCK.sub("", line.fold)) is not None
    )


def table_title(view: View) -> tuple[Stated, int] | None:
    """标题：… of the 信息公开 header table, in one line or with the value in the cell behind it; and the line after it."""
    lines = view.lines
    for line in lines[:_TABLE_LINES]:
        if not line.text.startswith(_TABLE_STARTS):
            continue
        label = _TABLE_TITLE.match(line.fold)
        if label is None or (line.fold[0] == "名" and not _in_table(view, line.index)):
            continue
        cell = _NEXT_CELL.search(line.fold, label.end())
        value = line.text[label.end() : cell.start() if cell else None].split("\t", 1)[0].strip()
        below = line.index + 1
        if not value and below < len(lines):
            value = lines[below].text
            below += 1
        if 6 <= len(value) <= 120:
            return _stated(value, "table/title"), below
    return None


def _in_table(view: View, index: int) -> bool:
    """Whether other labels of the header table stand around a line: 名称 alone may name a buyer or a firm."""
    around = view.lines[max(0, index - _TABLE_AROUND) : index + _TABLE_AROUND]
    return any(_TABLE_LABEL.match(line.fold) for line in around)


def match(key: str, claims: Sequence[Stated]) -> tuple[float, Stated | None]:
    """How well a line repeats what the head says, 0 to 1."""
    best: tuple[float, Stated | None] = (0.0, None)
    if len(key) < 2:
        return best
    for claim in claims:
        if key == claim.key:
            return 1.0, claim
        value = _likeness(key, claim) if claim.key else 0.0
        if value > best[0]:
            best = value, claim
    return best


def _likeness(key: str, claim: Stated) -> float:
    """How well a line that is not the whole of a title repeats it: up to a separator, a part of it, or with more around it."""
    size, other = len(key), claim.key
    if key == claim.head or (key in claim.ends and size >= 4):
        return 0.95
    if key == claim.tail:
        return _SITES
    if other.startswith(key):
        # Cut off in the midst of a phrase: a part of a headline over several lines, or the office that it begins with.
        return 0.95 if size * 2 >= len(other) else min(0.5, 0.35 + 0.05 * size)
    if key in other:
        return min(0.85, 0.3 + 0.05 * size)
    if len(other) >= 6 and other in key and size <= len(other) + 24:
        return 0.8
    # <title> is cut short by some systems, the displayed line by others.
    return 0.75 if len(other) >= 8 and key.startswith(other[: max(8, len(other) * 2 // 3)]) else 0.0


def inside(line: Line, claim: Stated) -> tuple[int, int] | None:
    """Where a shorter title stands in a longer line; only where the tag is a title alone, without a site's name."""
    if claim.rule in ("head/title", "dump/first-line"):
        parts = [p for p in _SEPARATOR.split(fold(claim.text)) if p.strip()]
    else:
        parts = [fold(claim.text)]
    for part in (whole.strip() for whole in parts[:1]):
        at = line.fold.find(part)
        if at >= 0 and len(part) >= 6 and len(part) < len(line):
            return at, at + len(part)
    return None


def strip_site(text: str, names: set[str]) -> str:
    """The title without the names of site and columns behind it."""
    folded = fold(text)
    cuts = [match.span() for match in _SEPARATOR.finditer(folded)]
    end = len(text)
    while cuts:
        start, after = cuts.pop()
        part = folded[after:end].strip()
        if start < 4:
            break
        if (
            title_key(part) in names
            or SITE_LIKE.search(part)
            or (len(part) <= 6 and "_" in folded[start:after])
        ):
            end = start
            continue
        break
    return text[:end].strip()
