"""Who says so besides: other witnesses for dates, the site's name, authors and keywords.

What is displayed is believed before what the head states, and this before the address; but three witnesses that agree outweigh one
that stands alone. A day over two or three lines (a calendar sheet), the tail of ``<title>`` and the owner named in the frame are
witnesses nobody labels.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import Candidate
from policytext.fields.grammar.dates import url_date
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.names import is_name, looks_person, split_names
from policytext.fields.grammar.stacked_dates import stacked_date
from policytext.fields.headline.stated_titles import SITE_LIKE, each_stated_title
from policytext.fields.metadata import dates, statements
from policytext.page.layout import Proposal
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from policytext.fields.candidates.candidate import Candidates
    from policytext.models.fields import DateKind
    from policytext.models.page import Meta
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

    Head = Mapping[str, Sequence[Meta]]

__all__ = [
    "RELIABILITY",
    "addresses",
    "agreeing",
    "owners",
    "publication_dates",
    "read_sheet",
    "site_names",
    "stated",
    "stated_dates",
    "stated_keywords",
    "stated_people",
]

RELIABILITY: Final = {
    "sheet": 0.82,
    "updated-only": 0.5,
    "title-tail": 0.45,
    "path-head": 0.4,
    "owner": 0.35,
    "agreed": 0.08,
}
"""How far each witness is believed, 0 to 1; ``agreed`` is what a date gains by each other witness of the same day."""

_WITNESSES: Final = 2
"""Of three (a list for readers, the form of a name, the page that shows it) so many must speak for an author the head names."""
_SHOWN: Final = 60
"""Characters of a line that shows a name, at most: in a paragraph anybody may be named."""
_ABOVE, _BELOW = 3, 6
"""Lines around the headline in which a calendar sheet stands."""
# What no document may hold. A caller's address may come from a log or a broken crawl.
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_OWNER: Final = re.compile(
    r"(?:版权所有|主办单位|主办|Copyright|©)[^\u4e00-\u9fff]{0,24}(?P<a>[\u4e00-\u9fff]{3,24})"
    r"|(?P<b>[\u4e00-\u9fff]{3,20}(?:网|报社|日报|晚报|电视台|政府|公司|中心|集团|局|委员会)) ?版权所有"
)
_NO_OWNER: Final = re.compile(
    r"版权|保留|未经|所有|违者|转载|禁止|责任|^本[网站]|技术支持|必读|备案|编号|许可|统计|声明|首页|设计|联系"
)
_BEHIND: Final = re.compile(r"(?:主办|承办|主管|版权)$")
_NO_SITE: Final = re.compile(
    r"^(?:资讯网?|新闻|首页|设为.*|省政府|政府|论坛|社区|.*(?:频道|中心|首页|国内新闻|国际新闻|社会新闻))$"
)
_COLUMNS: Final = ("首页", "频道", "中心", "新闻", "资讯", "公开")
_FOOT: Final = 25
_TAIL: Final = re.compile(r"[_|\-—–>｜丨]+")


def _kind(found: Candidate) -> str:
    return str(found.rule).split("/", 1)[0]


def agreeing(dates: Sequence[Candidate]) -> list[Candidate]:
    """The dates, each raised by every other kind of witness that names the same day."""
    out: list[Candidate] = []
    for found in dates:
        day = found.value.value.date()
        others = {_kind(one) for one in dates if one.value.value.date() == day} - {_kind(found)}
        out.append(found._replace(score=found.score + RELIABILITY["agreed"] * len(others)))
    return out


def publication_dates(found: Candidates, head: Head, url: str | None) -> list[Candidate]:
    """Every date that says when the page was published: displayed, stated, in the address; raised where they agree."""
    out = [*found.dates, *stated_dates(head, "published", "published")]
    if not out:
        # 更新 is all the date there is: it says by its kind that it is not the first.
        out = [one._replace(score=RELIABILITY["updated-only"]) for one in found.modified[:1]]
    place = url_date(url) if url else None
    if place is not None and url is not None:
        out.append(Candidate(place.dated(url[place.start : place.end]), -1, -1, "url/date", 0.4))
    return agreeing(out)


def stated_dates(head: Head, field: str, kind: DateKind) -> list[Candidate]:
    """The dates that the head gives for ``published`` or ``modified``."""
    out: list[Candidate] = []
    for hit, statement in dates(head, field):
        raw = statement.value[:60]
        value = hit.dated(raw[hit.start : hit.end], kind)
        out.append(Candidate(value, -1, -1, statement.rule, statement.confidence - 0.1))
    return out


def read_sheet(view: View, layout: Layout, title: int | None, out: Candidates) -> None:
    """Where no row gives a date: one near the headline that only two or three lines together give. The lines are claimed."""
    if title is None or out.dates:
        return
    stop = min(len(view.lines), title + _BELOW, layout.first if layout.first > title else len(view.lines))
    for index in range(max(0, title - _ABOVE), stop):
        lines = view.lines[index : index + 3]
        found = stacked_date([line.fold for line in lines])
        if found is None:
            continue
        hit, count = found
        value = hit.dated(" ".join(line.text for line in lines[:count]))
        start, end = lines[0].start, lines[count - 1].end
        out.dates.append(Candidate(value, start, end, "generic/byline", RELIABILITY["sheet"]))
        out.claims += [Proposal(line.start, line.end, "field", "generic/byline") for line in lines[:count]]
        return


def owners(view: View, crumbs: Iterable[Candidate]) -> list[Candidate]:
    """What the page calls its site without a tag: the tail of the title, the head of the path, the owner in the frame."""
    out = [*_title_tail(view)]
    for crumb in crumbs:
        head = crumb.value[0] if crumb.value else ""
        if len(head) > 2 and SITE_LIKE.search(fold(head)) and not fold(head).endswith(_COLUMNS):
            out.append(Candidate(head, crumb.start, crumb.end, crumb.rule, RELIABILITY["path-head"]))
    named = (_owner_in(line) for line in view.lines[-_FOOT:])
    first = next((one for one in named if one is not None), None)
    return [*out, first] if first is not None else out


def _title_tail(view: View) -> Iterator[Candidate]:
    """The site's name behind the headline, in the title that the head states."""
    # The most trustworthy title only: the others repeat its tail, or are the headline alone.
    for stated in islice(each_stated_title(view), 1):
        parts = [part.strip() for part in _TAIL.split(stated.text) if part.strip()]
        tail = fold(parts[-1]) if len(parts) > 1 else ""
        if 2 < len(tail) <= _FOOT and SITE_LIKE.search(tail) and not _NO_SITE.match(tail):
            yield Candidate(parts[-1], -1, -1, stated.rule, RELIABILITY["title-tail"])


def _owner_in(line: Line) -> Candidate | None:
    """Who owns the site, by a line of its foot: 版权所有 某某网, 主办单位：某某局."""
    folded = line.fold
    # Plain containment first: asked of every line of the foot, and few have any of these.
    if "版权" not in folded and "主办" not in folded and "©" not in folded and "opyright" not in folded:
        return None
    match = _OWNER.search(folded)
    if match is None:
        return None
    start, end = match.span("a") if match["a"] else match.span("b")
    end -= len(behind[0]) if (behind := _BEHIND.search(folded, start, end)) else 0
    name = line.text[start:end]
    if _NO_OWNER.search(fold(name)):
        return None
    return Candidate(name, line.start + start, line.start + end, "generic/owner", RELIABILITY["owner"])


def stated(head: Head, field: str) -> list[Candidate]:
    """What the head says of a field, word for word."""
    return [Candidate(one.value, -1, -1, one.rule, one.confidence) for one in statements(head, field)]


def stated_keywords(head: Head, text: str, site: str | None) -> list[Candidate]:
    """The keywords of the head that are the article's: one of them at least stands in its text, the site's name aside.

    Templates put the site's keywords on every page.
    """
    out: list[Candidate] = []
    for one in statements(head, "keywords"):
        words = split_keywords(one.value)
        if any(len(word) > 1 and word in text and word not in (site or "") for word in words):
            out.append(Candidate(words, -1, -1, one.rule, one.confidence))
    return out


def site_names(view: View, head: Head, source: str | None, crumbs: Iterable[Candidate]) -> list[Candidate]:
    """What the site is called: by tags, by the source, and by what `owners` finds."""
    out = stated(head, "publisher")
    if source:
        out.append(Candidate(source, -1, -1, "source/name", 0.5))
    return out + owners(view, crumbs)


def addresses(head: Head, url: str | None) -> list[Candidate]:
    """Where the page is: as the caller says, as the head says."""
    out = [one for one in stated(head, "url") if one.value.startswith("http")]
    if url:
        out.insert(0, Candidate(_UNFIT.sub(_percent, url.strip()), -1, -1, "call/url", 0.95))
    return out


def _percent(char: re.Match[str]) -> str:
    """The bytes of a character as an address writes them; half a pair is U+FFFD there as everywhere."""
    whole = char[0] if not "\ud800" <= char[0] <= "\udfff" else "\ufffd"
    return "".join(f"%{byte:02X}" for byte in whole.encode())


def stated_people(view: View, head: Head, field: str, taken: Collection[str | None]) -> list[Candidate]:
    """Who the head names: the first tag that names somebody, and every author of a JSON-LD list.

    Content systems fill the author's tag with whoever keyed the page in, so a tag alone is no witness: the page must show the name. A
    JSON-LD author is made for readers of the page, and one that is shown besides may be called anything. ``taken`` are names that are
    something else already: the origin, the editors.
    """

    def shown(name: str) -> bool:
        return any(name in line.text for line in view.lines if len(line) <= _SHOWN)

    out: list[Candidate] = []
    for statement in statements(head, field):
        listed = statement.rule.startswith("jsonld/")
        folded = fold(statement.value)
        names = tuple(
            n
            for n in split_names(statement.value, folded, trust="label" if listed else "role")
            if n not in taken and is_name(fold(n))
        )
        persons = all(looks_person(fold(n)) for n in names)
        if not names or listed + persons + all(map(shown, names)) < _WITNESSES:
            continue
        if out and not (listed and out[0].rule == statement.rule):
            continue
        if out:
            names = tuple(dict.fromkeys((*out[0].value, *names)))
        out = [Candidate(names, -1, -1, statement.rule, statement.confidence)]
    return out
