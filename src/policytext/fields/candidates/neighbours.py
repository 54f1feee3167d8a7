"""Candidates that only their neighbours give away: an account's name and a subtitle, on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import Found
from policytext.fields.grammar.byline_labels import WIDGET
from policytext.fields.grammar.origin import clean_origin, looks_origin
from policytext.fields.headline.stated_titles import title_key
from policytext.models.page import Mark

if TYPE_CHECKING:
    from policytext.fields.candidates.candidate import Collector

__all__ = ["find_account", "find_subtitle"]

_LISTED: Final = int(Mark.LIST | Mark.FORM)
_ACCOUNT: Final = re.compile(r"^[^\d:/|<>。,;!?@#()\[\]]{2,12}$")
_SOURCE_IDENT: Final = re.compile(
    r"source|media|laiyuan|\bly\b|from|author|account|writer|name|user|mp_|copyfrom"
)


def find_account(page: Collector) -> None:
    """A line of its own under the headline, before the text: the account or paper that published it."""
    if page.title is None:
        return
    for index in range(page.title + 1, min(page.title + 5, page.first)):
        line = page.lines[index]
        folded = line.fold
        if (
            not _ACCOUNT.match(folded)
            or WIDGET.match(folded)
            or any(c.start <= line.start < c.end for c in page.out.claims)
        ):
            continue
        score = 0.0 if title_key(folded) in page.key else looks_origin(folded, labelled=False) * 0.6
        ident = page.view.page.nodes[line.node].ident
        if ident and _SOURCE_IDENT.search(ident):
            score += 0.15
        if score > 0.2:
            page.out.origins.append(
                Found(
                    clean_origin(line.text),
                    line.start,
                    line.end,
                    "generic/account",
                    score - 0.02 * (index - page.title),
                )
            )
            break


def find_subtitle(page: Collector) -> None:
    """副题: a line behind a dash under the headline, or a short unended one between headline and byline row."""
    if page.title is None:
        return
    last = max([page.title, *page.headline.extra])
    if last + 1 >= min(page.first + 2, len(page.lines)):
        return
    line = page.lines[last + 1]
    folded = line.fold
    if any(c.start <= line.start < c.end for c in page.out.claims):
        return
    if re.match(r"-{1,3}[^- ]", folded) and 5 <= len(line) <= 70 and folded[-1] not in "。;":
        page.out.subtitles.append(Found(line.text, line.start, line.end, "generic/subtitle", 0.8))
        page.claim(line, "generic/subtitle")
        return
    if (
        last + 2 < len(page.lines)
        and 8 <= len(line) <= 60
        and folded[-1] not in "。;:,、"
        and line.link * 2 < len(line)
    ):
        below = page.lines[last + 2]
        rowed = any(c.start <= below.start < c.end and c.rule == "generic/byline" for c in page.out.claims)
        if rowed and last + 1 < page.first and not WIDGET.match(folded) and not line.marks & _LISTED:
            page.out.subtitles.append(Found(line.text, line.start, line.end, "generic/subtitle", 0.6))
            page.claim(line, "generic/subtitle")
