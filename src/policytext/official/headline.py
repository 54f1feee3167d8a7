"""The headline of an official document: what the 信息公开 table calls 标题, or what stands over the document number.

Official headlines run over two to four centred lines (GB/T 9704-2012, 7.3.1: set like a trapezium or a diamond), sometimes with
the letters set apart. They end in the kind of document (文种), and the number (文号) stands below them. A number is never a
headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.official_words import DOC_NUMBER, KIND, OFFICE_NAME, read_number
from policytext.fields.headline.stated_titles import table_title
from policytext.fields.headline.title import FoundTitle
from policytext.official.closing import date_line
from policytext.official.opening import find_addressees
from policytext.page.prose import is_prose
from policytext.page.shadow import fold

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
# A set of first characters is searched many times as fast as alternatives that begin unlike each other.
_GATE: Final = re.compile(
    r"[索发文标\[({令告](?:(?<=索) *引 *号|(?<=发) *文 *字 *号|(?<=文) *号 *:|(?<=标) *题 *:|(?<=[\[({])(?:19|20)\d\d[\])}]? ?第?\d{1,4} ?号|"
    r"(?<=[令告])\s?(?:\d{4}年 ?)?第 ?[\d一二三四五六七八九十百]{1,6} ?号)"
)
_NAMED: Final = re.compile(r"(?:现公布|现发布|公布)?《([^《》]{4,60})》")
_SIGNED_WITHIN: Final = 30
"""Lines behind the headline within which a letter is signed; what is longer needs no help."""
_ORDER: Final = re.compile(r"[\u4e00-\u9fff]{0,30}(?:令|公告|通告)")
_SIGNED_OFF: Final = re.compile(r"(?<! ) *签 *发")
_MOST_LINES: Final = 4
_TOOLS: Final = 6
"""Lines between a header table and the headline: size of letters, print, share."""
_TABLE: Final = 12
"""Lines around 标题 in which the table shows another of its labels."""


def find_official_head(view: View, register: Register | None = None) -> OfficialHead | None:
    """The head of an official document, ``None`` where the page shows no sign of being one. ``register`` is its header table.

    The signs are the label 标题 in a header table with a number beside it, or a document number that stands alone on its line
    under a headline that ends in a kind of document.
    """
    if not _GATE.search(view.shadow, 0, view.shadow_split):
        return _signed(view)
    head = view.lines[:_HEAD_LINES]
    table = table_title(view)
    if table is not None:
        stated, below = table
        if any(_GATE.search(near.fold) for near in head[max(0, below - _TABLE) : below + _TABLE]):
            title = _joined(stated.text)
            lines = _displayed(view.lines[: below + _HEAD_LINES], title, below)
            return OfficialHead(title, lines, lines[-1] + 1 if lines else below)
    taken = frozenset(register.lines) if register is not None else frozenset[int]()
    return (
        _over_number(head, taken)
        or _under_number(head, taken)
        or _order(head, taken)
        or _under_table(head, taken)
        or _signed(view, taken)
    )


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
    # 通　知: two letters apart may be two words, three are one.
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
        hit = read_number(line.fold)
        if _ORDER.fullmatch(_key(last)) and hit is not None and hit.code is None:
            # The number of an order stands below its office: both are the number.
            at -= 1
            if at == 0:
                continue
            last = head[at - 1]
        # The line over the number ends the headline, or the number is not a document's.
        if at - 1 in table or len(last) > 50 or not KIND.search(_key(last)):
            continue
        first = at - 1
        while (
            first > 0
            and at - first < _MOST_LINES
            and first - 1 not in table
            and _runs_on(head[first - 1], head[first])
        ):
            first -= 1
        taken = head[first:at]
        title = "".join(_joined(one.text) for one in taken)
        if len(title) >= 6:
            return OfficialHead(title, tuple(one.index for one in taken), at)
    return None


def _is_number_of_document(head: list[Line], line: Line) -> bool:
    """Whether a line is a document's number: with a year, and the office's code or a line above that says what is numbered."""
    if len(line) > 70 or line.link:
        return False
    hit = read_number(_SIGNED_OFF.split(line.fold, maxsplit=1)[0])
    headed = line.index > 0 and _ORDER.fullmatch(_key(head[line.index - 1])) is not None
    return hit is not None and hit.year is not None and bool(hit.code or headed)


def _under_number(head: list[Line], table: frozenset[int]) -> OfficialHead | None:
    """The headline below the document number: one to four lines, the last of which ends in a kind of document."""
    for line in head[:-2]:
        if line.index in table or not _is_number_of_document(head, line):
            continue
        first = line.index + 1
        # Offices that issue together stand between the two, and belong to the headline as little as the number does.
        while (
            first < len(head) - 1
            and OFFICE_NAME.fullmatch(head[first].fold)
            and "关于" not in head[first].fold
        ):
            first += 1
        found = _title_from(head, first, table)
        if found is not None:
            return found
    return None


def _under_table(head: list[Line], table: frozenset[int]) -> OfficialHead | None:
    """The headline below a header table that does not name it; a row of tools may stand between the two."""
    if not table:
        return None
    first = max(table) + 1
    for start in range(first, min(first + _TOOLS, len(head))):
        if "关于" in head[start].fold or OFFICE_NAME.fullmatch(head[start].fold):
            found = _title_from(head, start, table)
            return found and found._replace(first=_text_from(head, found.first))
    return None


def _text_from(head: list[Line], below: int) -> int:
    """Where the text begins below a headline that no number vouches for: a byline row and tools may stand between."""
    lines = head[below : below + _TOOLS * 2]
    addressed = find_addressees(lines)
    prose = next((at for at, line in enumerate(lines) if is_prose(line)), 0)
    return below + (min(prose, max(0, addressed[1] - 1)) if addressed is not None else prose)


def _title_from(head: list[Line], first: int, table: frozenset[int]) -> OfficialHead | None:
    """The headline that begins on a line: one to four lines about something, the last of which ends in a kind of document."""
    for last in range(first, min(first + _MOST_LINES, len(head))):
        below = head[last]
        if last in table or len(below) > 60 or below.link or below.fold[-1] in "。;!?:,":
            return None
        if KIND.search(_key(below)):
            title = "".join(_joined(one.text) for one in head[first : last + 1])
            if "关于" in fold(title) and 6 <= len(title) <= 120:
                return OfficialHead(title, tuple(range(first, last + 1)), last + 1)
            return None
    return None


def _order(head: list[Line], table: frozenset[int]) -> OfficialHead | None:
    """An order without a headline above it: what it issues, named in its first sentence, is what the page is about."""
    for line in head[:-3]:
        if line.index in table or len(line) > 40 or line.link:
            continue
        hit = read_number(line.fold)
        parted = _ORDER.fullmatch(_key(line)) and read_number(head[line.index + 1].fold) is not None
        if not parted and (hit is None or not (hit.code or "").endswith("令")):
            continue
        text = next((one for one in head[line.index + 1 : line.index + 5] if is_prose(one)), None)
        named = _NAMED.match(text.text) if text is not None else None
        if named is not None:
            above = any(_key(one) == "".join(fold(named[1]).split()) for one in head[: line.index])
            # Displayed above, a byline row between, it is a headline like any other.
            return None if above else OfficialHead(named[1], (), line.index)
    return None


def _signed(view: View, table: frozenset[int] = frozenset()) -> OfficialHead | None:
    """A headline in the form of official ones over a text that an office signs and dates on lines of their own.

    A long document behind such a letter would otherwise be taken for the whole text.
    """
    if "关于" not in view.shadow:
        return None
    lines = view.lines
    for line in lines[:_HEAD_LINES]:
        if not 12 <= len(line) <= 90 or line.link or line.index in table or "关于" not in line.fold:
            continue
        if not KIND.search(_key(line)) or re.search(r"[|>]", line.fold) or line.fold[-1] == ":":
            continue
        first = line.index + 1
        for index in range(first + 2, min(first + _SIGNED_WITHIN, len(lines))):
            if date_line(lines[index]) and OFFICE_NAME.fullmatch(lines[index - 1].fold):
                text = next((at for at in range(first, index) if is_prose(lines[at])), None)
                # A short text needs no help: the headline is found by what all pages have.
                behind = sum(is_prose(later) for later in lines[index + 1 :])
                if text is not None and behind > 1:
                    while text > first and lines[text - 1].fold[-1] == ":":
                        text -= 1
                    return OfficialHead(_joined(line.text), (line.index,), text)
                break
    return None


def _runs_on(line: Line, below: Line) -> bool:
    """Whether the headline may have begun on this line: short, unended, no label, no path, no link, no office of its own."""
    folded = line.fold
    return (
        6 <= len(folded) <= 40
        and line.link == 0
        and folded[-1] not in "。;!?:,)"
        and not re.search(r"[:|>]|\d{4}-\d|打印|字号|分享|首页", folded)
        and KIND.search(_key(line)) is None
        and (
            OFFICE_NAME.fullmatch(folded) is None
            or re.match("关于|印发|转发|批转|、|和", below.fold) is not None
        )
    )
