"""Which lines between headline and text belong to the page's row, though each stands on a line of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.byline_labels import BUTTON, WIDGET
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.fields.knowledge.offices import office_score

if TYPE_CHECKING:
    from policytext.fields.candidates.collector import CandidateCollector
    from policytext.page.view import Line

__all__ = ["is_author_line", "is_close"]

_CLOSE: Final = 8
"""Lines below the headline down to which a row may be set, a line each."""
_SENTENCE: Final = 60
_AUTHOR_IDENT: Final = re.compile(r"\b(?:author|writer|byline|zuozhe)s?\b")
_DECKED: Final = 4
"""Lines below the headline down to which its names may stand below a deck."""


def is_close(page: CandidateCollector, index: int) -> bool:
    """Whether only lines that are accounted for stand between the headline and this one."""
    if page.title is None or not page.title < index <= page.title + _CLOSE:
        return False
    spent = {claim.start for claim in page.out.claims}
    return all(
        page.lines[at].start in spent or at in page.skip or _says_nothing(page, page.lines[at])
        for at in range(page.title + 1, index)
    )


def _says_nothing(page: CandidateCollector, line: Line) -> bool:
    """Whether a line between headline and text is a button, a counter, a label without a value, or an account's name."""
    if len(line) > _SENTENCE or line.text[-1] in "。！？":
        return False
    word = line.fold.strip('[]<>"')
    if not any(map(str.isalnum, word)) or WIDGET.fullmatch(word) or BUTTON.match(word):
        return True
    if max(media_score(word), office_score(word)) >= SURE:
        # The account or the office that published it, see `find_account`.
        return True
    row = page.row(line)
    # 时间： may be a notice's own.
    return not row.left and any(part.labelled and part.role != "label" for part in row.parts)


def is_author_line(page: CandidateCollector, line: Line) -> bool:
    """Whether the markup calls a line the author's, or it stands right above the row or the text, below the headline's deck."""
    index = line.index
    if page.title is None or not page.title < index <= page.title + _CLOSE:
        return False
    if _AUTHOR_IDENT.search(page.view.page.nodes[line.node].ident):
        return True
    if index + 1 >= len(page.lines) or index - page.title > _DECKED:
        return False
    decked = is_close(page, index - 1) and page.lines[index - 1].text[-1] not in "。！？；："
    return decked and (index + 1 == page.prose or page.row(page.lines[index + 1]).is_byline)
