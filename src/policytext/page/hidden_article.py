"""Text that its page hides until a script shows it: the article of a public account (公众号), of a page that fades in.

Such a text is what the page is for, and the saved page has it. It is taken for displayed where next to nothing else is there to read
and nearly all of it stands in one block. Hidden text beside a displayed one stays hidden: there it is a draft, a dialog, or spam.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from policytext.models.page import Mark, below

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.page import Node, Page

__all__ = ["show_hidden_article"]

_HIDDEN, _SCRIPT, _TITLE = int(Mark.HIDDEN), int(Mark.SCRIPT), int(Mark.TITLE)
_LONG = 24
"""Code points from which a line with a full stop or comma is counted as running text."""
_SHOWN = 200
"""So much running text displayed is a footer's, or an editor's note. More of it is a text of its own."""
_WHOLE = 100
"""Less hidden running text is a dialog's."""
_TIMES = 5
"""An article is so many times as long as the running text displayed beside it; less is a longer version of that text, or its draft."""
_DIALOG = re.compile(
    r"modal|dialog|popup|pop_|layer|agree|protocol|privacy|login|regist|tpl|template|toast|mask|xieyi"
)
"""Parts of names of boxes that are hidden until they are asked for."""
_BODY = re.compile(
    r"js_content|rich_media_content|article[-_]?(?:content|body|text|con)\b|artibody|trs_editor|ucapcontent"
)
"""Names that boxes of the text itself have, and no others: there a text hidden need not be long, only longer than what is displayed."""


def show_hidden_article(page: Page) -> Page:
    """The page with its hidden article marked as displayed, and a note that says so; the same page where there is none."""
    if page.form != "html":
        return page
    found, shown = _hidden_prose(page)
    hidden = sum(size for _, size in found)
    if hidden <= shown:
        return page
    block = _block_of_most(page.nodes, found, hidden)
    if page.nodes[block].tag in ("", "html", "body") or _is_in(page.nodes, block, _DIALOG):
        return page
    if hidden < max(_WHOLE, _TIMES * shown) and not _is_in(page.nodes, block, _BODY):
        return page
    inside = below(page.nodes, block)
    runs = tuple(run._replace(marks=run.marks & ~_HIDDEN) if inside[run.node] else run for run in page.runs)
    note = "hidden: the text is hidden until a script shows it, and was read as displayed"
    return evolve(page, runs=runs, notes=(*page.notes, note))


def _hidden_prose(page: Page) -> tuple[list[tuple[int, int]], int]:
    """Node and code points of each hidden line of running text, none where what is displayed is a text by itself; and how much is displayed."""
    text = page.text
    shown = 0
    found: list[tuple[int, int]] = []
    for start, end, node, marks, link in page.runs:
        size = end - start
        if size < _LONG or marks & (_SCRIPT | _TITLE) or link * 2 > size or not _reads(text, start, end):
            continue
        if marks & _HIDDEN:
            found.append((node, size))
        else:
            shown += size
            # Nearly every page ends here, after its first paragraphs: the rest need not be read.
            if shown > _SHOWN:
                return [], shown
    return found, shown


def _block_of_most(nodes: Sequence[Node], found: Sequence[tuple[int, int]], total: int) -> int:
    """The innermost block with four fifths of the hidden text: a draft or a template elsewhere does not count against it."""
    held = [0] * len(nodes)
    for node, size in found:
        held[node] += size
    for node in range(len(nodes) - 1, 0, -1):
        held[nodes[node].parent] += held[node]
    return max(node for node, size in enumerate(held) if size * 5 >= total * 4)


def _is_in(nodes: Sequence[Node], block: int, names: re.Pattern[str]) -> bool:
    while block >= 0:
        if names.search(nodes[block].ident):
            return True
        block = nodes[block].parent
    return False


def _reads(text: str, start: int, end: int) -> bool:
    return text.find("。", start, end) >= 0 or text.find("，", start, end) >= 0
