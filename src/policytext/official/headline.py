"""The headline of an official document: what the 信息公开 table calls 标题, or what stands over the document number.

Official headlines run over two to four centred lines (GB/T 9704-2012, 7.3.1: set like a trapezium or a diamond), sometimes with
the letters set apart. They end in the kind of document (文种), and the number (文号) stands below them. A number is never a
headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.official_words import DOC_NUMBER, KIND
from policytext.fields.headline.stated_titles import table_title
from policytext.fields.headline.title import FoundTitle

if TYPE_CHECKING:
    from policytext.official.register import Register
    from policytext.page.view import Line, View

__all__ = ["OfficialHead", "find_official_head", "official_start", "official_title"]


class OfficialHead(NamedTuple):
    """Where an official document begins."""

    title: str
    """As one line: letters that were set apart are joined."""
    lines: tuple[int, ...]
    """The lines it is displayed on, without the table; empty where only the table says it."""
    first: int
    """The first line behind the headline; behind the table where it is not displayed again."""


_HEAD_LINES: Final = 60
_GATE: Final = re.compile(
    r"索 *引 *号|发 *文 *字 *号|文 *号 *:|标 *题 *:|[\[(](?:19|20)\d\d[\])] ?\d{1,4} ?号"
)
_MOST_LINES: Final = 4
_TABLE: Final = 12
"""Lines around 标题 in which the table shows another of its labels."""


def find_official_head(view: View, register: Register | None = None) -> OfficialHead | None:
    """The head of an official document, ``None`` where the page shows no sign of being one. ``register`` is its header table.

    The signs are the label 标题 in a header table with a number beside it, or a document number that stands alone on its line
    under a headline that ends in a kind of document.
    """
    if not _GATE.search(view.shadow, 0, view.shadow_split):
        return None
    head = view.lines[:_HEAD_LINES]
    table = table_title(view)
    if table is not None:
        stated, below = table
        if any(_GATE.search(near.fold) for near in head[max(0, below - _TABLE) : below + _TABLE]):
            title = _joined(stated.text)
            lines = _displayed(view.lines[: below + _HEAD_LINES], title, below)
            return OfficialHead(title, lines, lines[-1] + 1 if lines else below)
    return _over_number(head, frozenset(register.lines) if register is not None else frozenset())


def official_start(view: View, register: Register | None = None) -> tuple[int, FoundTitle] | None:
    """The line that the text of an official document begins with, and its headline; ``None`` where the page is not one."""
    head = find_official_head(view, register)
    return (head.first, official_title(view, head)) if head else None


def official_title(view: View, head: OfficialHead) -> FoundTitle:
    """The headline of an official document, in the form of `policytext.fields.headline.title.find_title`."""
    if not head.lines:
        return FoundTitle(head.title, None, "generic/official-title", 0.9)
    first, last = view.lines[head.lines[0]], view.lines[head.lines[-1]]
    return FoundTitle(
        head.title, last.index, "generic/official-title", 0.95, first.start, last.end, head.lines[:-1]
    )


def _joined(text: str) -> str:
    """Without the blanks between letters that are set apart; blanks between words of several letters stay one."""
    words = text.split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)


def _key(line: Line) -> str:
    return "".join(line.fold.split())


def _displayed(lines: list[Line], title: str, below: int) -> tuple[int, ...]:
    """The lines behind the table that make up the headline: one to four neighbours that read like it together."""
    wanted = "".join(title.split())
    for start in range(below, len(lines)):
        key = ""
        for line in lines[start : start + _MOST_LINES]:
            key += "".join(line.text.split())
            if not wanted.startswith(key):
                break
            if key == wanted:
                return tuple(range(start, line.index + 1))
    return ()


def _over_number(head: list[Line], table: frozenset[int]) -> OfficialHead | None:
    for line in head[1:]:
        if len(line) > 40 or line.index in table or not DOC_NUMBER.fullmatch(line.fold):
            continue
        at = line.index
        last = head[at - 1]
        if len(last) > 50 or not KIND.search(_key(last)):
            continue
        first = at - 1
        while first > 0 and at - first < _MOST_LINES and first - 1 not in table and _runs_on(head[first - 1]):
            first -= 1
        taken = head[first:at]
        title = "".join(_joined(one.text) for one in taken)
        if len(title) >= 6:
            return OfficialHead(title, tuple(one.index for one in taken), at)
    return None


def _runs_on(line: Line) -> bool:
    """Whether the headline may have begun on this line: short, unended, no label, no path, no link."""
    folded = line.fold
    return (
        6 <= len(folded) <= 40
        and line.link == 0
        and folded[-1] not in "。;!?:,)"
        and not re.search(r"[:|>]|\d{4}-\d|打印|字号|分享|首页", folded)
        and KIND.search(_key(line)) is None
    )
