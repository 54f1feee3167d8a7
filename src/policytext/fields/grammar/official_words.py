"""The words official documents are known by: kinds (文种), document numbers (文号), names of offices. All on folded text.

Kinds: the fifteen of the 党政机关公文处理工作条例 (2012), article 8, and what such documents issue. Numbers: 机关代字, the year in six-angle
brackets, a serial (GB/T 9704-2012, 7.2.5); orders and announcements count ``第N号``. Brackets of every shape are met, and none.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from policytext.fields.grammar.numbering import ordinal

__all__ = [
    "DOC_NUMBER",
    "KIND",
    "OFFICE_NAME",
    "OFFICIAL_KINDS",
    "NumberHit",
    "find_number",
    "kind_of",
    "read_number",
]

OFFICIAL_KINDS: Final = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
"""The fifteen 文种 (命令（令） in its two spellings)."""
_ISSUED: Final = (
    "办法", "规定", "条例", "细则", "方案", "规划", "计划", "纲要", "要点", "指南", "公示", "答复", "复函", "规则", "制度", "章程", "预案", "准则",
    "标准", "名单", "目录", "清单", "安排", "解读", "说明", "启事", "工作总结", "公开信", "倡议书", "讲话", "会议纪要", "措施", "导则", "规程", "规范",
    "布告", "决算", "预算", "白皮书", "一封信", "决定书", "告知书", "通知书", "裁定书", "问答", "提案", "总结", "年报", "指引", "须知", "简章", "声明", "提示", "通气", "批文", "安排表",
)  # fmt: skip
_PLURAL: Final = {
    "若干措施": "措施",
    "实施意见": "意见",
    "指导意见": "意见",
    "会议纪要": "纪要",
    "复函": "函",
    "一封信": "公开信",
}

KIND: Final = re.compile(
    rf"(?:{'|'.join(sorted((*OFFICIAL_KINDS, *_ISSUED), key=len, reverse=True))})(?:\([^()]{{1,24}}\))*$"
)
"""文种 at the end of a headline; a bracket may follow (（试行）, （2024年修订）)."""

_HAN: Final = r"[\u4e00-\u9fff]"
_OPEN, _CLOSE = r"[\[({<《\"]", r"[\])}>》\"]"
_HAN_COUNT: Final = "[〇零一二三四五六七八九十百]{1,6}"
_SERIAL: Final = rf"(?:\d{{1,5}}(?:-\d{{1,3}})?|{_HAN_COUNT})"
_COUNT: Final = rf"(?:\d{{1,12}}|{_HAN_COUNT})"
_HAN_YEAR: Final = "[一二][〇零○Oo0一二三四五六七八九]{3}"
# 机关代字 〔year〕 serial; the year in a bracket of any shape, or in half of one.
_YEARED: Final = (
    rf"(?P<code>{_HAN}{{1,24}}(?:\({_HAN}{{1,6}}\){_HAN}{{0,6}})?)? ?(?:{_OPEN} ?(?P<year>(?:19|20)\d\d|\d\d|{_HAN_YEAR}) ?年? ?{_CLOSE}?|(?P<yearb>(?:19|20)\d\d) ?{_CLOSE})"
    rf" ?(?:年)?第? ?(?P<serial>{_SERIAL}) ?(?:号文?|(?=$))"
)
# 第N号 with or without the office in front, with or without the year.
_COUNTED: Final = rf"(?P<order>{_HAN}{{0,30}}?(?:令|公告|通告|决定|字|告))?[ \(]{{0,3}}(?:(?P<yearc>(?:19|20)\d\d) ?年? ?,?)?[ \(]{{0,2}}第 ?(?P<count>{_COUNT}) ?号\)?"
_ONE_OF_SEVERAL: Final = rf"{_HAN}{{1,16}} ?{_OPEN} ?(?:19|20)\d\d ?年? ?{_CLOSE} ?第? ?{_SERIAL} ?号"
DOC_NUMBER: Final = re.compile(
    rf"\(?(?:{_YEARED}|{_COUNTED}|\d{{1,5}} ?号)\)?|{_ONE_OF_SEVERAL}(?:[ 、,;]+{_ONE_OF_SEVERAL})+"
)
"""A line that is a document number and nothing else, for ``fullmatch``. It stands by the headline and is none. Offices that issue
together may give it a number each."""
_NUMBER: Final = re.compile(rf"\(?(?:{_YEARED}|{_COUNTED})\)?")
_COUNT_FIRST: Final = re.compile(
    rf"\(?(?P<office>{_HAN}{{0,24}}?)(?:(?P<yearc>(?:19|20)\d\d) ?年 ?)?第 ?(?P<count>{_COUNT}) ?号 ?(?P<word>令|公告|通告)\)?"
)
"""青禾市人民政府第17号令 is its 令 number 17."""
_IN_TEXT: Final = re.compile(
    rf"(?P<code>{_HAN}{{1,12}}) ?{_OPEN} ?(?P<year>(?:19|20)\d\d) ?年? ?{_CLOSE} ?第? ?(?P<serial>{_SERIAL}) ?号"
    rf"|(?P<order>{_HAN}{{2,24}}?(?:令|公告|通告))[ \(]{{0,2}}(?:(?P<yearc>(?:19|20)\d\d) ?年? ?)?第 ?(?P<count>{_COUNT}) ?号\)?"
)
_BARE: Final = re.compile(
    rf"(?P<code>{_HAN}{{1,10}}[发函字办令规通告文电]) ?(?P<year>(?:19|20)\d\d)(?: ?[年-])? ?(?P<serial>\d{{1,4}}) ?号?"
)

OFFICE_NAME: Final = re.compile(
    r"(?:中共中央|[\u4e00-\u9fff()、·\s]{1,46}(?:政府|办公[室厅]|委员会|[厅局部委院校署办处所站馆团社]|中心|公司|小组|专班|指挥部|协会|学会|商会|集团|[支大中总]队|法院|检察院|银行|[支分]行|海关"
    r"|人大常委会|常委会|党委|党组|工委|纪委|监委|支部|联合会|联席会议|妇联|残联|侨联|科协|文联|工商联|总工会|工会|理事会|组委会|筹委会|基金会|促进会|居委会|村委会|电视台|日报社"
    r"|秘书处|管理处|管理段|管委会|办事处|大学|学院|[中小]学|学校|医院|气象台|军分区|参事室|调查队|总会|红十字会|[证保]监会|人民代表大会|代表大会第[一二三四五六七八九十]{1,3}次会议|[部局署委厅][\u4e00-\u9fff]{2,8}司|公署|事务所|研究院|国务院|中央军委|税务总局|合作社|服务区|管理区|服务队|监狱|仲裁委))(?:\([\u4e00-\u9fff]{2,12}\))?[\s?]*"
)
"""A line that is nothing but the name of an office: half a signature."""


class NumberHit(NamedTuple):
    """A document number in a folded text; ``start`` and ``end`` are code points of it, half-open."""

    start: int
    end: int
    code: str | None
    year: int | None
    serial: int | None


def kind_of(title: str) -> str | None:
    """The kind of document (文种) that a folded headline ends in, ``None`` without one.

    >>> kind_of("青禾市人民政府关于加强节水的实施意见(试行)"), kind_of("《青禾市节水办法》政策解读"), kind_of("青禾市下雨")
    ('意见', '解读', None)
    """
    words = title.split()
    if len(words) > 1 and DOC_NUMBER.fullmatch(words[-1]):
        # The number may share the headline's line.
        words.pop()
    found = KIND.search("".join(words).rstrip("》\"'"))
    if found is None:
        return None
    word = found[0].split("(", 1)[0]
    return _PLURAL.get(word, word)


def read_number(folded: str) -> NumberHit | None:
    """The number that a folded text is, blanks around it aside; also with its closing bracket and 号 lost.

    >>> [read_number(text)[2:] for text in ("青府发[2017]92号", "牟政办发[201746", "青禾市人民政府令第118号")]
    [('青府发', 2017, 92), ('牟政办发', 2017, 46), ('青禾市人民政府令', None, 118)]
    """
    text = folded.strip()
    lead = len(folded) - len(folded.lstrip())
    found = (
        _NUMBER.fullmatch(text)
        or _LOST.fullmatch(text)
        or _BARE.fullmatch(text)
        or _COUNT_FIRST.fullmatch(text)
    )
    return _hit(found, lead) if found else None


_LOST: Final = re.compile(
    rf"(?P<code>{_HAN}{{1,14}}) ?{_OPEN} ?(?P<year>(?:19|20)\d\d) ?{_CLOSE}?(?P<serial>\d{{1,4}}) ?号?"
)


def find_number(folded: str, start: int = 0) -> NumberHit | None:
    """The first number within a folded text, from ``start`` on: with its code, its year in brackets and 号, or an order's."""
    found = _IN_TEXT.search(folded, start)
    return _hit(found, 0) if found else None


def _han_year(year: str) -> int:
    return int("".join(str(max(0, "〇一二三四五六七八九".find(char))) for char in year))


def _hit(found: re.Match[str], lead: int) -> NumberHit:
    groups = found.groupdict()
    year = groups.get("year") or groups.get("yearb") or groups.get("yearc")
    serial = groups.get("serial") or groups.get("count")
    code = (
        groups.get("code") or groups.get("order") or (groups.get("office") or "") + (groups.get("word") or "")
    )
    full = (int(year) if year.isdecimal() else _han_year(year)) if year else None
    if full is not None and full < 100:
        full += 1900 if full >= 49 else 2000
    return NumberHit(
        found.start() + lead,
        found.end() + lead,
        "".join(code.split()) if code else None,
        full,
        ordinal(serial.split("-")[0]) if serial else None,
    )
