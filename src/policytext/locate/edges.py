"""The edges of the body: from the stretch that reads like text to the lines that belong to it.

Form and place decide together. Short lines between headline and first paragraph are addressees, numbers, sub-heads: kept. Short
lines behind the last paragraph are kept as long as they look like the end of a document (signature, date, attachment list,
note, credits), and in HTML as long as they stand in the same block and are no frame. When form and position disagree, keep.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.locate.declared_region import extent
from policytext.locate.line_weights import ends_annex
from policytext.models.page import Mark
from policytext.page.layout import Layout
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.locate.core import Core
    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line, View

__all__ = ["OFFICE_NAME", "extend_to_edges", "short_body"]

_REACH = 30
"""How many lines behind the last paragraph of a dump may still be the end of the document."""
_LEAD = 200
"""Code points of running text that may stand over the headline: a lead, a note of the editors."""
_HEAD_REACH = 10
"""How many short lines may stand between the headline and the first paragraph of a dump."""

# Ends of documents, on the shadow: signatures, dates, attachments, notes, credits, closing marks.
_CLOSING = re.compile(
    r"(?:附\s?件|附\s?表|附\s?注|附\s?:|抄\s?送|主题词|联系人|联系电话|联系方式|咨询电话|相关链接:《|图为|特此|此复|此致|敬礼|注:|备注)"
    r"|\([^()]{1,60}\)$|\(完\)|\[完\]|"
    r"(?:[12]\d{3}|二[〇零O0]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日|"
    r"(?:\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、)\S"
)
# A byline row ends the walk up: what stands above it is no body.
_BYLINE = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d|来源\s*:|作者\s*:|发布时间|浏览|阅读次数|\d:\d\d"
)
# Dates of the document's own: who passed a law when, what was decided on which day.
_OPENING = re.compile(
    r"\([12]\d{3}年\d{1,2}月\d{1,2}日.{4,120}(?:通过|公布|发布|施行|修[正订]).{0,60}\)|[^:]{6,60}(?:决定|如下|批准|同意|通告|公告):"
)
_DATED_ROW = re.compile(r"(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d")
_ORDINAL = re.compile(r"\(?(\d{1,3})[.、)]\s{0,2}[^\W\d_]")
_TEXTUAL = int(Mark.PARAGRAPH | Mark.HEADING | Mark.STRONG)
_FRAME, _HEADING = int(Mark.FRAME | Mark.FORM), int(Mark.HEADING)
OFFICE_NAME = re.compile(
    r"[\u4e00-\u9fff()、\s]{2,36}(?:政府|办公[室厅]|委员会|[厅局部委院校]|中心|公司|小组|指挥部|协会|学会|集团|支队|大队|法院|检察院|银行|人大常委会|党委|组织部|联合会|秘书处|管理处|管委会)[\s?]*"
)
"""A line that is nothing but the name of an office: half a signature, folded."""
# What closes a document for sure, on the shadow. Whatever stands before it belongs to the document.
_FORMULA = re.compile(
    r"特此(?:通知|通告|公告|公示|函[告复]|说明|证明|批复|声明|告知|报告)|\(此件.{2,12}\)|抄送:|"
    r".{4,40}[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发|附件\s?\d?[:.、]|附件\s?\d{0,2}$"
)
_ANNEX = re.compile(r"附(?:表|录|则)?\s?[:：]\s?[^。;]{2,40}|附件\s?\d{0,2}[:：]?")
_ATTACHED = re.compile(r"附件\s?\d{0,2}:?")
# What a notice closes with for its readers. The same words head the contacts of a site; those do not follow the text at once.
_CONTACT = re.compile(r"联系人:|咨询电话|联系电话|监督电话")
_PHONE_HEAD = re.compile(r"(?:电话|热线|号码|联系方式|如下)[^。]{0,8}:?$")
_PHONE_ROW = re.compile(
    r".{0,30}?[:\s(]?\s?(?:\d{3,4}-)?[\d*]{7,11}(?:[,、/\s](?:\d{3,4}-)?[\d*]{7,11}){0,3}\)?。?"
)
_SIGNED = re.compile(r"(?:[12]\d{3}|二[〇零O0○]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日[\s?]*")


def extend_to_edges(view: View, core: Core, matches: LineMatches, title: int | None) -> Layout:
    """The layout.

    Args:
        view: The page.
        core: Where running text was found.
        matches: What the lines match.
        title: Line of the displayed headline.

    Returns:
        ``Layout.first:last`` are the lines of the body unless something claims them.
    """
    lines = view.lines
    prose, last = core.first, core.last
    if title is not None and prose <= title < last:
        lead = sum(len(line) for line in lines[prose:title] if is_prose(line))
        if lead > _LEAD:
            # So much text does not stand over a headline: whatever the line is, the body does not begin behind it.
            title = None
    if title is not None and prose <= title < last:
        # The headline passed for running text; the first line behind it that does so by right counts.
        prose = next((index for index in range(title + 1, last) if is_prose(lines[index])), title + 1)
    last = _before_strong_opener(lines, matches, prose, last)
    low, high = (0, len(lines)) if core.node < 0 else extent(view, view.page.nodes, core.node)
    if title is not None and title < low and low - title <= _HEAD_REACH:
        low = title + 1
    first = _first_line(lines, matches, prose, title, low)
    last = _last_line(lines, matches, last, high, dump=core.node < 0)
    if core.declared:
        # All of a declared place is body, but it may begin with a byline or a caption.
        prose = next((index for index in range(prose, last) if is_prose(lines[index])), prose)
    return Layout(first, last, title, prose)


def short_body(view: View, matches: LineMatches, title: int | None) -> Layout | None:
    """The body of a page without running text, such as a table of contents or a list of names.

    What stands between the byline below the headline, or a headline that is a heading, and the first sign of frame. ``None``
    without either: then nothing tells the page's own lines from a menu.
    """
    if title is None:
        return None
    lines = view.lines
    row = next(
        (at for at in range(title + 1, min(len(lines), title + 4)) if _DATED_ROW.search(lines[at].fold)), None
    )
    if row is None and not lines[title].marks & _HEADING:
        return None
    first = last = (title if row is None else row) + 1
    for index in range(first, len(lines)):
        line = lines[index]
        if line.marks & _FRAME or _linked(line):
            break
        if matches.is_boilerplate_that_ends(index):
            break
        if not matches.is_boilerplate(index):
            last = index + 1
    return Layout(first, last, title, first) if last - first > 1 else None


def _before_strong_opener(lines: Sequence[Line], matches: LineMatches, first: int, last: int) -> int:
    seen_prose = False
    for index in range(first, last):
        if seen_prose and matches.ends_for_sure(index):
            return index
        seen_prose = seen_prose or is_prose(lines[index])
    return last


def _linked(line: Line) -> bool:
    return line.link * 2 > len(line) and len(line) < 60


def _first_line(lines: Sequence[Line], matches: LineMatches, prose: int, title: int | None, low: int) -> int:
    """Walk up from the first running text as long as the lines look like the head of a document.

    Addressees, a number, headings, sub-heads. Menus and tools are shorter, linked, or known forms.
    """
    first = prose
    floor = max(low, prose - _HEAD_REACH, -1 if title is None else title + 1)
    while first > floor:
        line = lines[first - 1]
        size = len(line)
        if matches.is_boilerplate(first - 1, elsewhere="tail") or _linked(line) or line.marks & _FRAME:
            break
        fold = line.fold
        if first > 1 and fold == lines[first - 2].fold:
            # The text of a picture and its caption: no head of a document says a thing twice.
            break
        if _BYLINE.search(fold) and not _OPENING.fullmatch(fold):
            break
        if not (fold[-1] == ":" or _CLOSING.match(fold) or size >= (4 if first == prose else 8)):
            break
        if title is None and not (fold[-1] == ":" or line.marks & _TEXTUAL):
            break
        first -= 1
    return first


def _last_line(lines: Sequence[Line], matches: LineMatches, last: int, high: int, *, dump: bool) -> int:
    limit = min(high, last + _REACH) if dump else high
    index = last
    kept = last
    # A numbered list is one, however long.
    counted = _numbered_end(lines, last, high) if dump else last
    limit = max(limit, counted)
    sealed = _seal(lines, matches, last, min(len(lines), last + _REACH))
    limit = max(limit, sealed)
    while index < limit:
        line = lines[index]
        if matches.opens_frame(index):
            break
        if index < max(sealed, counted):
            index += 1
            kept = index
            continue
        if index == kept and (_ATTACHED.fullmatch(lines[index - 1].fold) or _numbered_place(lines, index)):
            index += 1
            kept = index
            continue
        if matches.is_boilerplate(index) and not (index == kept and _CONTACT.match(line.fold)):
            # A share bar may stand between the last paragraph and the signature; two frame lines in a row end it.
            if index + 1 < limit and matches.is_boilerplate(index + 1):
                break
            index += 1
            continue
        if _linked(line) or line.marks & _FRAME:
            break
        if dump and not (_closes(lines, index) or (index == kept and _continues(line))):
            break
        index += 1
        kept = index
    return _annex_end(lines, matches, kept, high) if dump else kept


def _annex_end(lines: Sequence[Line], matches: LineMatches, last: int, high: int) -> int:
    """One past the annex that the last line of the body announces: all up to the first line of frame."""
    if not 0 < last < high or not _ANNEX.fullmatch(lines[last - 1].fold):
        return last
    index = last
    while index < high and not ends_annex(lines[index], matches):
        index += 1
    # An annex is followed by frame; without any, nothing tells it from the menus of the foot.
    return index if index < high else last


def _numbered_end(lines: Sequence[Line], last: int, high: int) -> int:
    """One past the last of the numbered lines that begin at ``last`` and count on, one by one."""
    index = last
    number = None
    while index < high:
        found = _ORDINAL.match(lines[index].fold)
        if found is None or (number is not None and int(found[1]) != number + 1):
            break
        number = int(found[1])
        index += 1
    return index


def _numbered_place(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of a list of places and telephones that a line of the body opens or goes on with."""
    return bool(_PHONE_ROW.fullmatch(lines[index].fold)) and bool(
        _PHONE_HEAD.search(lines[index - 1].fold) or _PHONE_ROW.fullmatch(lines[index - 1].fold)
    )


def _seal(lines: Sequence[Line], matches: LineMatches, last: int, limit: int) -> int:
    """One past the last line that closes a document for sure; ``last`` where there is none.

    A formula, an office with a date below it, a note, copies-to. Frame in between means that another text closes there.
    """
    sealed = last
    for index in range(last, limit):
        line = lines[index]
        if line.marks & _FRAME or (_linked(line) and not line.fold.startswith("附件")):
            break
        if matches.is_firm_boilerplate(index):
            break
        fold = line.fold
        if _FORMULA.match(fold) or (
            index > last and _SIGNED.fullmatch(fold) and OFFICE_NAME.fullmatch(lines[index - 1].fold)
        ):
            sealed = index + 1
    return sealed


def _continues(line: Line) -> bool:
    """Whether a line right behind running text reads on: a sentence, or a long line with a pause that lacks its stop."""
    return is_prose(line) or (len(line) >= 30 and any(stop in line.fold for stop in ",、。;"))


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether a line looks like the end of a document: itself, or a name of a body with a date below it."""
    fold = lines[index].fold
    if _CLOSING.match(fold):
        return True
    if not OFFICE_NAME.fullmatch(fold):
        return False
    return any(_CLOSING.match(line.fold) for line in lines[index + 1 : index + 4])
