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


def show_hidden_article(page: Page) -> Page:
    """The page with its hidden article marked as displayed, and a note that says so; the same page where there is none."""
    if page.form != "html":
        return page
    found = _hidden_prose(page)
    hidden = sum(size for _, size in found)
    if not found:
        return page
    block = _block_of_most(page.nodes, found, hidden)
    if page.nodes[block].tag in ("", "html", "body") or _is_dialog(page.nodes, block):
        return page
    inside = below(page.nodes, block)
    runs = tuple(run._replace(marks=run.marks & ~_HIDDEN) if inside[run.node] else run for run in page.runs)
    note = "hidden: the text is hidden until a script shows it, and was read as displayed"
    return evolve(page, runs=runs, notes=(*page.notes, note))


def _hidden_prose(page: Page) -> list[tuple[int, int]]:
    """Node and code points of each hidden line of running text; empty where what is displayed is a text by itself."""
    text = page.text
    shown = hidden = 0
    found: list[tuple[int, int]] = []
    for start, end, node, marks, link in page.runs:
        size = end - start
        if size < _LONG or marks & (_SCRIPT | _TITLE) or link * 2 > size or not _reads(text, start, end):
            continue
        if marks & _HIDDEN:
            hidden += size
            found.append((node, size))
        else:
            shown += size
            # Nearly every page ends here, after its first paragraphs: the rest need not be read.
            if shown > _SHOWN:
                return []
    return found if hidden >= max(_WHOLE, _TIMES * shown) else []


def _block_of_most(nodes: Sequence[Node], found: Sequence[tuple[int, int]], total: int) -> int:
    """The innermost block with four fifths of the hidden text: a draft or a template elsewhere does not count against it."""
    held = [0] * len(nodes)
    for node, size in found:
        held[node] += size
    for node in range(len(nodes) - 1, 0, -1):
        held[nodes[node].parent] += held[node]
    return max(node for node, size in enumerate(held) if size * 5 >= total * 4)


def _is_dialog(nodes: Sequence[Node], block: int) -> bool:
    while block >= 0:
        if _DIALOG.search(nodes[block].ident):
            return True
        block = nodes[block].parent
    return False


def _reads(text: str, start: int, end: int) -> bool:
    return text.find("。", start, end) >= 0 or text.find("，", start, end) >= 0
