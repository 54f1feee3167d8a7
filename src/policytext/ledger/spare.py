"""Rows of the text that look like rows of the frame: what the field readers claim and the body keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.locate.edges import OFFICE_NAME
from policytext.page.prose import is_prose
from policytext.page.shadow import fold_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.page.layout import Layout, Proposal
    from policytext.page.view import View

__all__ = ["keep_rows_of_the_text"]

_BYLINE_RULE = "generic/byline"
_SPARED = frozenset({_BYLINE_RULE, "generic/signature", "generic/editor-line"})
_PLAIN_DATE = re.compile(r"[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?[\s?]*|[12]\d{3}")
_OFFICIAL = re.compile(
    r"[\u4e00-\u9fff()\s]{4,40}[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发"
    r"|\([12]\d{3}年\d{1,2}月\d{1,2}日.{4,80}(?:通过|公布|发布|施行|修[正订])"
)


def keep_rows_of_the_text(view: View, layout: Layout, claims: Sequence[Proposal]) -> list[Proposal]:
    """What the field readers claim, without the lines that are the text's own. What was read from them stays read.

    A row with a date or a label between two paragraphs is text (来源：财政拨款 …, a date of an event), unless it is the only byline
    row of the page: some sites set the byline below the lead. The signing date, the print line and the note on a law's
    passing belong to the document wherever the body holds them.
    """
    lines = view.lines
    prose = layout.first_prose_line
    if layout.first >= layout.last:
        return list(claims)
    last = next((index for index in range(layout.last - 1, prose, -1) if is_prose(lines[index])), prose)
    low, high = lines[prose].end, lines[last].start
    begin, end = lines[layout.first].start, lines[layout.last - 1].end
    headed = any(item.rule == _BYLINE_RULE and item.start < low for item in claims)
    kept: list[Proposal] = []
    for item in claims:
        if item.rule in _SPARED and begin <= item.start < end:
            text = view.text[item.start : item.end].translate(fold_table()).strip()
            amid = low <= item.start < high
            if text[-1] in "?!":
                # A question with the name of who asks it: no byline asks.
                continue
            if (amid and (headed or text[-1] in "。;" or _PLAIN_DATE.fullmatch(text))) or _OFFICIAL.match(
                text
            ):
                continue
            if item.start >= high and _PLAIN_DATE.fullmatch(text):
                above = view.line_at(item.start) - 1
                if above >= layout.first and (headed or OFFICE_NAME.fullmatch(lines[above].fold)):
                    continue
        kept.append(item)
    return kept
