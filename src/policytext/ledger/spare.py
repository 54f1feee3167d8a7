"""Rows of the text that look like rows of the frame: what the field readers claim and the body keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.fields.grammar.official_words import OFFICE_NAME
from policytext.page.prose import is_prose
from policytext.page.shadow import fold_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.page.layout import Layout, Proposal
    from policytext.page.view import View

__all__ = ["keep_rows_of_the_text"]

_BYLINE_RULE = "generic/byline"
# What is claimed by a form that text has too: a date, a name behind a label. Other claims rest on more, and stand.
_SPARED = frozenset({_BYLINE_RULE, "generic/signature", "generic/editor-line"})
_PLAIN_DATE = re.compile(r"[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?[\s?]*|[12]\d{3}")
_SENTENCE, _SENTENCE_LENGTH = re.compile(r"[^,。]{2,},[^。]*。"), 30
"""A clause, a comma and a full stop: no row of a byline has all three, and few with one of them are this long."""
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
    if layout.first >= layout.last:
        return list(claims)
    text = _Text(view, layout, claims)
    return [item for item in claims if not (item.rule in _SPARED and text.owns(item))]


class _Text:
    """The body as it lies on the page: from ``begin`` to ``end``, its running text from ``low`` to ``high``; code points of the view."""

    __slots__ = ("begin", "end", "first", "headed", "high", "low", "view")

    def __init__(self, view: View, layout: Layout, claims: Sequence[Proposal]) -> None:
        lines, prose = view.lines, layout.first_prose_line
        last = next((index for index in range(layout.last - 1, prose, -1) if is_prose(lines[index])), prose)
        self.view, self.first = view, layout.first
        self.begin, self.end = lines[layout.first].start, lines[layout.last - 1].end
        self.low, self.high = lines[prose].end, lines[last].start
        # A page with a byline where bylines stand has no second one amid its text.
        self.headed = any(item.rule == _BYLINE_RULE and item.start < self.low for item in claims)

    def owns(self, item: Proposal) -> bool:
        """Whether the row is the text's own."""
        if not self.begin <= item.start < self.end:
            return False
        text = self.view.text[item.start : item.end].translate(fold_table()).strip()
        # A question with the name of who asks it: no byline asks.
        if text[-1] in "?!" or _OFFICIAL.match(text):
            return True
        # A paragraph with a name in it or behind it is no row of names.
        if len(text) >= _SENTENCE_LENGTH and _SENTENCE.match(text):
            return True
        dated = _PLAIN_DATE.fullmatch(text) is not None
        if self.low <= item.start < self.high:
            return self.headed or dated or text[-1] in "。;"
        return dated and item.start >= self.high and self._signed(item)

    def _signed(self, item: Proposal) -> bool:
        """A bare date below the text is the day of its signature: under an office, or where the byline is known."""
        above = self.view.line_at(item.start) - 1
        if above < self.first:
            return False
        return self.headed or OFFICE_NAME.fullmatch(self.view.lines[above].fold) is not None
