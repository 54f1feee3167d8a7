"""Candidates that only their neighbours give away: an account's name and a subtitle, on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import weighed
from policytext.fields.grammar.byline_labels import WIDGET
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.fields.headline.stated_titles import title_key
from policytext.models.page import Mark

if TYPE_CHECKING:
    from policytext.fields.candidates.collector import CandidateCollector

__all__ = ["find_account", "find_subtitle"]

_LISTED: Final = int(Mark.LIST | Mark.FORM)
_CREDIT: Final = re.compile(r"(?:文|图|摄影|撰文|图文|文字|采写)[ /|:]")
_ACCOUNT: Final = re.compile(r"(?P<bracket>[\[(])?(?P<name>[^\d:/|<>。,;!?@#()\[\]]{2,12})(?(bracket)[\])])")
_FLOOR: Final = 0.2
"""Below that a word is nobody's name."""
_SOURCE_IDENT: Final = re.compile(
    r"source|media|laiyuan|\bly\b|from|author|account|writer|name|user|mp_|copyfrom"
)


def find_account(page: CandidateCollector) -> None:
    """A line of its own under the headline, before the text: the account or paper that published it."""
    if page.title is None:
        return
    for index in range(page.title + 1, min(page.title + 5, page.first)):
        line = page.lines[index]
        folded = line.fold
        account = _ACCOUNT.fullmatch(folded)
        if account is None or WIDGET.match(folded) or page.is_claimed(line):
            continue
        looks = looks_origin(account["name"], labelled=False)
        if title_key(folded) in page.key or not looks:
            continue
        start, end = account.span("name")
        value = clean_origin(line.text[start:end])
        kind = origin_kind(value)
        if account["bracket"] and kind not in ("medium", "office"):
            # In brackets stand remarks as well.
            continue
        evidence: list[str | tuple[str, float]] = ["account line", kind]
        if kind not in ("medium", "office"):
            evidence.append("no label and no medium")
        ident = page.view.page.nodes[line.node].ident
        if ident and _SOURCE_IDENT.search(ident):
            evidence.append("called a source")
        evidence.append(("lines below the headline", index - page.title))
        found = weighed(value, line.start + start, line.start + end, "generic/account", evidence)
        if found.score > _FLOOR:
            page.out.origins.append(found)
            break


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
