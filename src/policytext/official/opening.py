"""The lines that open a document: marks, number, addressees; and 附件说明, the note that names its attachments.

GB/T 9704-2012, 7.2 and 7.3. On pages the number stands under the headline, above it, in a bracket behind it, or in a bar of its own;
orders show 第N号 on a line below their office.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.dates import FIRST_DOCUMENT, find_dates
from policytext.fields.grammar.official_words import DOC_NUMBER, OFFICE_NAME, find_number, read_number
from policytext.models.official import DocNumber
from policytext.official.closing import Said, date_line, note_of
from policytext.page.prose import is_prose
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.official_words import NumberHit
    from policytext.page.view import Line

__all__ = ["Marks", "attachment_notes", "find_addressees", "find_marks", "offices_of", "title_offices"]


class Marks(NamedTuple):
    """What stands over the text of a document."""

    numbers: tuple[tuple[DocNumber, int, int], ...]
    """The number and its place in ``View.text``, the most certain first."""
    issuers: tuple[Said, ...]
    secrecy: Said | None
    urgency: Said | None
    signed_off_by: tuple[Said, ...]


# A bar over the text may hold the number among date, source and counter; it ends at the next of them.
_LABELLED: Final = re.compile(
    r"[\[(]?(?:发 *文 *字 *号|发?文 *号|文件编号|编 *号) *(?:[\])] *)?: *(?P<number>[^ ,;|]{4,40}?)(?= |$|[,;|])"
)
_ORDER: Final = re.compile(r"[\u4e00-\u9fff]{2,30}(?:令|公告|通告|决定|公报)")
# 秘密★1年: the star parts the degree from how long it lasts, and editors lose it.
_SECRECY: Final = re.compile(r"(?:绝密|机密|秘密)(?:[★☆* ]{0,2}[^,。:]{0,8})?|内部(?:资料|文件)[^。]{0,8}")
_URGENCY: Final = re.compile(r"(?:特急|加急|特提|平急|急件|紧急)(?:件)?")
_SIGNED_OFF: Final = re.compile(r"签 *发(?: *人)? *: *(?P<names>[\u4e00-\u9fff·\s、]{2,30})$")
_SIGNER: Final = re.compile(r"(?<! ) +签 *发")
# 版头: the office as it stands in red over the number.
_MARK: Final = re.compile(r"(?P<office>[\u4e00-\u9fff()、 ]{4,60}?) *(?:文 *件|令|公告|决定)$")

_INTRO: Final = re.compile(
    r"如下[^,]{0,8}:|(?:决定|通知|公告|通告|批复|通报|规定|意见|函复|答复|任命|免去|免职|通过|议程|要求|说明|附件|附|注|时间|地点|问题|提问|答|问|名单"
    r"|是|为|有|倡议|承诺|摘要|内容|导语|编者按|标题|原则|方式|标准|条件|号|期限|程序|依据|范围):$"
    r"|现将|^附|《|^\d|^[一二三四五六七八九十]{1,3}、|^\("
    r"|^[^:]{0,8}(?:来源|发布|日期|浏览|字号|字体|作者|编辑|责任|分 *享|转 *发|打 *印|收 *藏|下 *载|文号|热线|电话)"
)
"""Lines that end in a colon and address nobody: they open a text, a list, a row of tools."""
# 各县（区）…局 without a colon: only what is told to all of a kind is told by its form.
_TO_ALL: Final = re.compile(
    r"各[\u4e00-\u9fff()（）、,/ ·]{2,200}(?:单位|部门|政府|机构|委|局|厅|办|企业|院|校|中心|公司|处|室|所|区|县|市|会|党组|组织)"
)
_RUN_IN: Final = re.compile(
    r"(?P<head>各[\u4e00-\u9fff()、, ]{2,80}(?:单位|部门|政府|机构|委|局|厅|企业|院|校|中心|公司|处|室|会|区|县|市)|尊敬的[\u4e00-\u9fff、, ]{2,30}|[\u4e00-\u9fff]{2,14}(?:政府|局|委|厅|公司|委员会)):(?=\S)"
)
_HEAD_LINES: Final = 14
_ABOVE: Final = 8

_NOTE: Final = re.compile(r"附 *(?:件 *)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2}) *)?:")
_ITEM: Final = re.compile(
    r"(?:\d{1,2} *[.、](?!\d)|\(?[一二三四五六七八九十\d]{1,3}\)|附件 *\d{1,2}(?: *[:.、])?|[一二三四五六七八九十]{1,2}、|[①-⑳]) *"
)
# An extractor may have put all attachments on one line; a figure before a word begins the next.
_ITEMS: Final = re.compile(
    r"(?:(?<=[^\d ])|(?<=\d )) *(?=(?:\d{1,2} *[.、](?!\d)|附件\d{1,2}[:.、]) *[\u4e00-\u9fff《“\"A-Z])"
)
_FILE: Final = re.compile(
    r"(?:\.(?:docx?|xlsx?|pdf|pptx?|wps|et|ofd|zip|rar|jpe?g|png|tif))+ *$|\((?:点击)?下载\)$|(?:点击)?下载$",
    re.IGNORECASE,
)


def number_at(lines: Sequence[Line], index: int) -> tuple[DocNumber, int, int] | None:
    """The number that a line is: with the office of an order on the line above, with a label before it."""
    line = lines[index]
    if not 3 <= len(line) <= 60:
        return None
    # The number and 签发人 share a line in upward documents.
    folded = _SIGNER.split(line.fold, maxsplit=1)[0]
    hit = read_number(folded) or _first_of_several(folded)
    if hit is not None:
        start, end = _bare(folded, hit)
        raw = " ".join(line.text[start:end].split())
        if (
            hit.code is None
            and hit.year is None
            and index > 0
            and _ORDER.fullmatch("".join(lines[index - 1].fold.split()))
        ):
            above = lines[index - 1]
            code = "".join(above.text.split())
            return (
                DocNumber(code + "".join(raw.split()), code, None, hit.serial),
                above.start,
                line.start + end,
            )
        return DocNumber(raw, _cut(line, hit), hit.year, hit.serial), line.start + start, line.start + end
    labelled = _LABELLED.search(folded)
    if labelled is not None:
        inner = read_number(labelled["number"])
        if inner is not None:
            start, end = labelled.span("number")
            return (
                DocNumber(line.text[start:end].strip(), inner.code, inner.year, inner.serial),
                line.start + start,
                line.start + end,
            )
    return None


def _first_of_several(folded: str) -> NumberHit | None:
    """The first number of a line on which every office that takes part gives its own."""
    return find_number(folded) if DOC_NUMBER.fullmatch(folded) else None


def _bare(folded: str, hit: NumberHit) -> tuple[int, int]:
    """Without the round bracket around the whole."""
    start, end = hit.start, hit.end
    if folded[start] == "(" and folded[end - 1] == ")" and folded.count("(", start, end) == 1:
        return start + 1, end - 1
    return start, end


def _cut(line: Line, hit: NumberHit) -> str | None:
    """机关代字 as displayed; the grammar's own is folded."""
    if hit.code is None:
        return None
    text = "".join(line.text.split())
    at = "".join(line.fold.split()).find(hit.code)
    return text[at : at + len(hit.code)] if at >= 0 else hit.code


def find_marks(lines: Sequence[Line], title: tuple[int, int] | None, skip: frozenset[int]) -> Marks:
    """Marks over the text.

    Args:
        lines: The page's lines.
        title: First line of the headline and the one behind it; ``None`` where it is not displayed.
        skip: Lines of the header table.
    """
    first, below = title if title is not None else (0, 0)
    order = [index for index in range(below, min(below + _HEAD_LINES, len(lines))) if index not in skip]
    stop = next(
        (at for at, index in enumerate(order) if is_prose(lines[index]) and lines[index].fold[-1] != ":"),
        len(order),
    )
    above = [index for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1) if index not in skip]
    numbers: list[tuple[DocNumber, int, int]] = []
    issuers: list[Said] = []
    secrecy = urgency = None
    signed: list[Said] = []
    for index in [*order[:stop], *above]:
        line = lines[index]
        # Related documents are links, and bear numbers of their own.
        if line.link * 2 > len(line):
            continue
        found = number_at(lines, index)
        if found is not None:
            numbers.append(found)
        folded = line.fold
        if len(folded) > 70:
            continue
        if secrecy is None and _SECRECY.fullmatch(folded):
            secrecy = Said(line.text, line.start, line.end)
        elif urgency is None and _URGENCY.fullmatch(folded):
            urgency = Said(line.text, line.start, line.end)
        else:
            name = _SIGNED_OFF.search(folded)
            if name is not None:
                start, end = name.span("names")
                signed += [
                    Said("".join(word.split()), line.start + start, line.start + end)
                    for word in _people(line.text[start:end])
                ]
            mark = _MARK.fullmatch(folded)
            # Below the headline …令 and …决定 are what the text is about.
            if mark is not None and index < below and OFFICE_NAME.fullmatch(mark["office"]):
                issuers[:0] = offices_of(line.text[: mark.end("office")], line.start)
    return Marks(tuple(numbers), tuple(issuers), secrecy, urgency, tuple(signed))


def _people(text: str) -> list[str]:
    # 张　三 is one name with its letters set apart; 张三　李四 are two.
    words = re.split(r"[、,，]|\s{2,}|\u3000", text.strip())
    if len(words) == 1 and " " in text.strip():
        words = text.split()
        if all(len(word) == 1 for word in words):
            words = ["".join(words)]
    return [word for word in words if word.strip()]


def offices_of(text: str, at: int) -> list[Said]:
    """The offices that a text names one after the other, set apart by 、 or blanks; empty if one of them is not an office."""
    out: list[Said] = []
    for match in re.finditer(r"[^、,，\s\u3000]+", text):
        # One word that is not an office, and the line is not a list of offices.
        if not OFFICE_NAME.fullmatch(fold(match[0])):
            return []
        out.append(Said(match[0], at + match.start(), at + match.end()))
    return out


_TITLE_OFFICE: Final = re.compile(
    r"(?P<office>.{2,80}?)(?:关于|印发|批转|转发|公布|发布|对|令$|公告|通告|《|(?:专题|常务|办公|全体|工作|党组|局长|主任)?(?:会议)?纪要)"
)


def title_offices(title: str, folded: str) -> tuple[str, ...]:
    """发文机关 at the beginning of a headline: 机关 + 关于 + matter + 文种."""
    found = _TITLE_OFFICE.match(folded)
    if found is None:
        return ()
    return tuple(said.value for said in offices_of(title[: found.end("office")].strip(), 0))


def find_addressees(lines: Sequence[Line]) -> tuple[tuple[Said, ...], int] | None:
    """主送机关 at the head of ``lines`` (those behind the headline), and the place behind them.

    A line that ends in a colon, before the text; it may begin on the lines above it. 如下： and the like open a text.
    """
    for at, line in enumerate(lines[:_HEAD_LINES]):
        folded = line.fold
        if (
            date_line(line)
            or number_at(lines, at)
            or note_of(line)
            or find_dates(folded[:60], since=FIRST_DOCUMENT)
        ):
            if is_prose(line):
                return None
            continue
        if folded[-1] == ":" and "。" not in folded and len(folded) <= 800 and not _INTRO.search(folded):
            begin = at
            # A long list of addressees runs over several lines, each but the last ended by a comma.
            while (
                begin > 0 and lines[begin - 1].fold[-1] in ",、" and not _INTRO.search(lines[begin - 1].fold)
            ):
                begin -= 1
            return tuple(
                said for one in lines[begin : at + 1] for said in _parted(one, 0, len(one.text))
            ), at + 1
        if folded[-1] in ",、" and len(folded) > 8 and not is_prose(line):
            continue
        if _TO_ALL.fullmatch(folded) and at + 1 < len(lines) and is_prose(lines[at + 1]):
            return tuple(_parted(line, 0, len(line.text))), at + 1
        run_in = _RUN_IN.match(folded)
        if run_in is not None and not _INTRO.search(run_in["head"] + ":"):
            return tuple(_parted(line, 0, run_in.end("head"))), at
        if is_prose(line):
            return None
    return None


def _parted(line: Line, start: int, end: int) -> list[Said]:
    out: list[Said] = []
    for match in re.finditer(r"(?:[^,;:(]|\([^()]*\)|\()+", line.fold[start:end]):
        word = line.text[start + match.start() : start + match.end()]
        name = word.strip(" \t\u3000\xa0、")
        if name:
            begin = line.start + start + match.start() + word.find(name)
            out.append(Said("".join(name.split()) if len(name) < 8 else name, begin, begin + len(name)))
    return out


def attachment_notes(lines: Sequence[Line], low: int, high: int) -> tuple[tuple[Said, ...], int | None]:
    """附件：1.X 2.Y, over several lines; and the place where the note begins.

    Only between the text and its signature: behind it an attachment itself begins.
    """
    for at in range(low, high):
        line = lines[at]
        head = _NOTE.match(line.fold)
        if head is None or len(line) > 300:
            continue
        found = _items(line, head.end())
        if not found and at + 1 >= high:
            continue
        numbered = not found or bool(_ITEM.match(line.fold[head.end() :].lstrip()))
        # 附件：… that ends in a stop is a sentence about attachments.
        if found and line.fold[-1] == "。" and not numbered:
            continue
        index = at + 1
        while index < high:
            more = lines[index]
            again = _NOTE.match(more.fold)
            start = again.end() if again else 0
            item = _ITEM.match(more.fold[start:].lstrip())
            if len(more) > 120 or is_prose(more) or date_line(more) or not (again or (numbered and item)):
                break
            found += _items(more, start)
            index += 1
        if found:
            return tuple(found), at
    return (), None


def _items(line: Line, start: int) -> list[Said]:
    out: list[Said] = []
    cuts = [
        start,
        *(start + match.start() for match in _ITEMS.finditer(line.fold[start:]) if match.start() > 2),
        len(line),
    ]
    for begin, end in pairwise(cuts):
        folded = line.fold[begin:end]
        lead = len(folded) - len(folded.lstrip())
        item = _ITEM.match(folded[lead:])
        at = begin + lead + (item.end() if item else 0)
        raw = line.text[at:end].rstrip(" \t\u3000\xa0；;。,，、")
        name = _FILE.sub("", raw).strip()
        if name:
            at += line.text[at:end].find(name)
            out.append(Said(name, at, at + len(name)))
    return out


_BEHIND_TITLE: Final = re.compile(r"(?:\(| )([^() ]{0,40}(?:(?:\[[^\]]{0,40}\]|\(\d{4}\))[^() ]{0,40})?)\)?$")


def number_in(text: str, folded: str) -> DocNumber | None:
    """A number within a headline: （岳办发〔2017〕2号）, …的公告（2023年第17号）, or behind it."""
    behind = _BEHIND_TITLE.search(folded)
    # 标准的公告（2023年第17号）: the number is not a part of what the announcement is about.
    hit = read_number(behind[1]) if behind is not None else None
    if behind is not None and hit is not None:
        hit = hit._replace(start=hit.start + behind.start(1), end=hit.end + behind.start(1))
    else:
        hit = find_number(folded)
    # Without a year it is as likely the number of a session, of a project, of a case.
    if hit is None or hit.year is None:
        return None
    return DocNumber(text[hit.start : hit.end], hit.code, hit.year, hit.serial)
