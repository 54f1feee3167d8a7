"""Candidates that only their neighbours give away: an account's name and a subtitle, on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import weighed
from policytext.fields.candidates.head_rows import is_close
from policytext.fields.grammar.bare_words import VERBS, glued_words
from policytext.fields.grammar.byline_labels import BUTTON, WIDGET
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.fields.grammar.row_parts import typed_part
from policytext.fields.headline.stated_titles import title_key
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.fields.knowledge.offices import office_score
from policytext.fields.knowledge.persons import person_score
from policytext.models.page import Mark
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from policytext.fields.candidates.candidate import Candidate
    from policytext.fields.candidates.collector import CandidateCollector
    from policytext.fields.grammar.row_parts import Part
    from policytext.page.view import Line

__all__ = ["find_account", "find_masthead", "find_subtitle", "signed_account"]

_LISTED: Final = int(Mark.LIST | Mark.FORM)
_CREDIT: Final = re.compile(r"(?:文|图|摄影|撰文|图文|文字|采写)[ /|:]")
_ACCOUNT: Final = re.compile(
    r"(?:(?P<bracket>[\[(]) ?)?(?P<name>[^\d:/|<>。,;!?@#()\[\]]{2,12}) ?(?(bracket)[\])])"
)
_ORIGINAL: Final = "原创"
_CAPTION: Final = 6
_ACCOUNT_LINES: Final = 6
"""Lines below the headline that may be an account's name."""
_UNKNOWN: Final = 3
"""Characters of an account that no table knows, at least: two are a button or a column."""
_ACCOUNT_ROW: Final = 28
"""Characters of a line that holds a writer and an account."""
_ITEM: Final = re.compile(r"[•·●○■◆*] ?")
_HANDLE: Final = re.compile(r"[\w~.&@-]{2,10}")
_MASTHEAD: Final = 8
"""Lines above the headline in which a printed paper's head stands."""
_PAPER_NAME: Final = 12
_PAPERS: Final = ("报", "报社", "周刊")
_DAY: Final = re.compile(r"(?:19|20)\d\d ?[年./-] ?\d")
_FLOOR: Final = 0.2
"""Below that a word is nobody's name."""
_SOURCE_IDENT: Final = re.compile(
    r"source|media|laiyuan|\bly\b|from|author|account|writer|name|user|mp_|copyfrom"
)


def find_account(page: CandidateCollector) -> None:
    """A line of its own under the headline, before the text: the account or paper that published it."""
    if page.title is None:
        return
    accounts: list[tuple[Candidate, Line]] = []
    for index in range(page.title + 1, min(page.title + _ACCOUNT_LINES, page.prose)):
        line = page.lines[index]
        # • 我要分享
        if _ITEM.match(line.fold):
            continue
        if index not in page.skip and signed_account(page, line):
            break
        found = None if page.is_claimed(line) else _account_of(page, line)
        if found is not None and found.score > _FLOOR:
            accounts.append((found, line))
    # The first of the best: a button that nobody knows may stand above the paper.
    for number, (found, line) in enumerate(sorted(accounts, key=lambda item: -item[0].score)):
        page.out.origins.append(found)
        if number == 0 and line.index >= page.first:
            page.claim(line, "generic/byline")


def _account_of(page: CandidateCollector, line: Line) -> Candidate | None:
    """The account or paper that a line of its own names, if it can be one."""
    folded, index = line.fold, line.index
    account = _ACCOUNT.fullmatch(folded)
    if account is None or BUTTON.match(folded) or WIDGET.match(folded):
        return None
    if index >= page.first and not _is_known(page, index, account["name"]):
        return None
    looks = looks_origin(account["name"], labelled=False)
    if title_key(folded) in page.key or not looks:
        return None
    if looks < 1.0 and len(folded) > _CAPTION and _tells(folded):
        return None
    start, end = account.span("name")
    value = clean_origin(line.text[start:end])
    kind = origin_kind(value)
    known = kind in ("medium", "office")
    if not known and len(value) < _UNKNOWN:
        return None
    if account["bracket"] and not known:
        # In brackets stand remarks as well.
        return None
    evidence: list[str | tuple[str, float]] = ["account line", kind]
    if not known:
        evidence.append("no label and no medium")
    ident = page.view.page.nodes[line.node].ident
    if ident and _SOURCE_IDENT.search(ident):
        evidence.append("called a source")
    evidence.append(("lines below the headline", index - (page.title or 0)))
    return weighed(value, line.start + start, line.start + end, "generic/account", evidence)


def _is_known(page: CandidateCollector, index: int, name: str) -> bool:
    """Whether a word among the short lines that the text begins with is an origin for certain: a medium, or an office in a row."""
    if media_score(name) >= SURE:
        return True
    above = page.lines[(page.title or 0) + 1 : index]
    return office_score(name) >= SURE and any(map(page.is_claimed, above)) and is_close(page, index)


def _tells(folded: str) -> bool:
    """Whether a line tells something and names nobody: a caption that begins with a person, a clause of a text in short lines."""
    return person_score(folded[:3]) >= SURE or VERBS.search(folded) is not None


def signed_account(page: CandidateCollector, line: Line) -> bool:
    """原创 王小禾 青禾发布, 王小禾青禾发布: who wrote and the account that published it, parted or glued. Whether the line was one."""
    if len(line) > _ACCOUNT_ROW or page.is_claimed(line):
        return False
    folded, end = line.fold, len(line.fold)
    original = folded.startswith(_ORIGINAL)
    begin = len(_ORIGINAL) if original else 0
    while begin < end and folded[begin] == " ":
        begin += 1
    cut = folded.find(" ", begin)
    parts: tuple[Part, ...] = ()
    if cut < 0:
        parts = glued_words(folded, line.text, begin, end)
    elif original or media_score(folded[cut + 1 :]) >= SURE:
        # Behind the badge 原创 the first word is who wrote and the rest the account, whatever they are called.
        named = _HANDLE.fullmatch(folded, begin, cut) and _ACCOUNT.fullmatch(folded, cut + 1, end)
        if named and (original or looks_person(folded[begin:cut])):
            parts = (
                typed_part("person", SURE, begin, cut, line.text),
                typed_part("medium", SURE, cut + 1, end, line.text),
            )
    if not parts or not parts[0].names:
        return False
    person, medium = parts
    # Who runs the account may have taken a text from somebody named in it, so what is no person's name counts less.
    rule = "generic/account" if looks_person(fold(person.names[0])) else "generic/name-line"
    page.credit("author", person.names, line.start + person.start, line.start + person.end, rule)
    start, high = line.start + medium.start, line.start + medium.end
    value = clean_origin(page.view.text[start:high])
    page.out.origins.append(
        weighed(value, start, high, "generic/account", ["account line", origin_kind(value)])
    )
    page.claim(line, "generic/byline")
    return True


def find_masthead(page: CandidateCollector) -> None:
    """The paper's name beside its day, above the headline, as printed papers have it at the head of every page."""
    if page.title is None or page.out.origins:
        return
    for index in range(max(0, page.title - _MASTHEAD), page.title):
        line = page.lines[index]
        if len(line) > _PAPER_NAME or not line.fold.endswith(_PAPERS) or media_score(line.fold) < SURE:
            continue
        beside = (page.lines[at] for at in (index - 1, index + 1) if 0 <= at < page.title)
        if any(_DAY.match(other.fold) for other in beside):
            evidence: list[str | tuple[str, float]] = ["account line", "medium"]
            evidence.append(("lines below the headline", page.title - index))
            page.out.origins.append(weighed(line.text, line.start, line.end, "generic/byline", evidence))
            return


def find_subtitle(page: CandidateCollector) -> None:
    """副题: a line behind a dash under the headline, or a short unended one between headline and byline row."""
    if page.title is None:
        return
    last = max([page.title, *page.headline.extra])
    if last + 1 >= min(page.first + 2, len(page.lines)):
        return
    line = page.lines[last + 1]
    folded = line.fold
    if page.is_claimed(line):
        return
    below = page.lines[last + 2] if last + 2 < len(page.lines) else None
    rowed = below is not None and any(
        c.start <= below.start < c.end and c.rule == "generic/byline" for c in page.out.claims
    )
    if DOC_NUMBER.fullmatch(folded):
        if rowed and last + 1 < page.first:
            # 青政发〔2021〕3号 between headline and row is a part of the row; above the text it is text.
            page.claim(line, "generic/byline")
        return
    if _CREDIT.match(folded) or credit_line(folded, line.text) is not None:
        return
    if re.match(r"-{1,3}[^- ]", folded) and 5 <= len(line) <= 70 and folded[-1] not in "。;":
        page.out.subtitles.append(
            weighed(line.text, line.start, line.end, "generic/subtitle", ["read as labelled"])
        )
        page.claim(line, "generic/subtitle")
        return
    if (
        rowed
        and 8 <= len(line) <= 60
        and folded[-1] not in "。;:,、"
        and line.link * 2 < len(line)
        and last + 1 < page.first
        and not WIDGET.match(folded)
        and not line.marks & _LISTED
    ):
        page.out.subtitles.append(
            weighed(line.text, line.start, line.end, "generic/subtitle", ["by its place"])
        )
        page.claim(line, "generic/subtitle")
