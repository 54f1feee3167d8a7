"""The 信息公开 header table: label and value, in whatever shape the page or an extractor left them.

Read alike: ``label： value`` once or several times a line, cells set apart by tabs or by wide blanks without a colon, labels in square
brackets, bullets, letters set apart (``索 引 号``), and the label alone on its line with the value on the next.

The table is a field, never body text, and it takes no line of the document with it: a value on a line of its own counts only if
it is what its label calls for (a date, a number, a state), or if one more label stands behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.dates import parse_date
from policytext.fields.grammar.official_words import KIND, read_number
from policytext.models.page import Mark
from policytext.page.layout import Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.headline.title import FoundTitle
    from policytext.page.view import Line, View

__all__ = ["TABLE_RULE", "Entry", "Register", "read_register", "table_claims"]

TABLE_RULE: Final = "generic/official-table"


class Entry(NamedTuple):
    """One label with its value; ``start`` and ``end`` are code points of ``View.text``, half-open."""

    field: str
    label: str
    value: str
    start: int
    end: int


class Register(NamedTuple):
    """A header table."""

    entries: tuple[Entry, ...]
    lines: tuple[int, ...]
    """The lines it takes, in order."""

    def first(self, field: str) -> Entry | None:
        """The entry that says most of a field: labels in the order of the table below, then the order of the page."""
        found = [entry for entry in self.entries if entry.field == field]
        order = LABELS[field]
        return min(found, key=lambda entry: order.index(entry.label)) if found else None


# field -> labels, blanks left out, the most telling first. Fields that begin with "_" only end the value before them.
LABELS: Final[dict[str, tuple[str, ...]]] = {
    "index_no": tuple("索引号 索取号 信息索引号 索引码 公开索引号".split()),
    "category": tuple("主题分类 信息分类 组配分类 分类 信息类别 公文目录 主题类别 所属主题 主题 体裁分类".split()),
    "kind": tuple("公文种类 文种 公文类别 体裁".split()),
    "issuers": tuple("发文机关 发文机构 发文单位 制发机关 制定机关 公布机关 发布机关 发布机构 发布单位 发文部门 发布部门 来文单位 印发机关".split()),
    "doc_number": tuple("发文字号 文号 公文文号 发文文号 文件编号 文件字号 公文字号 文件号 发文号 文件文号".split()),
    "signed_on": tuple("成文日期 成文时间 生成日期 生成时间 产生日期 发文日期 发文时间 签发日期 制发日期 印发日期 印发时间 落款日期".split()),
    "_published": tuple("发布日期 发布时间 公开日期 公开时间 上载日期 公布日期 公布时间 上网日期".split()),
    "_title": tuple("标题 名称 信息名称 文件名称 公文名称 文件标题 公文标题".split()),
    "keywords": tuple("主题词 关键词 关键字".split()),
    "status": tuple("有效性 时效性 文件状态 效力状态 是否有效 时效状态 文件效力 效力 效力级别状态".split()),
    "effective_on": tuple("生效日期 生效时间 实施日期 施行日期 实施时间 施行时间 执行日期".split()),
    "expires_on": tuple("失效日期 失效时间 有效期至 截止日期 终止日期".split()),
    "repealed_on": tuple("废止日期 废止时间".split()),
    "_other": tuple(
        "内容概述 内容摘要 概述 信息来源 文件来源 来源 公开类别 公开属性 公开方式 公开范围 公开时限 公开形式 公开程序 责任部门 责任处室 责任单位 "
        "服务对象 统一编号 登记号 统一登记号 编号 页数 点击数 阅读次数 浏览次数 语种 载体类型 有效期 有效期限 文件类型 信息格式 所属机构 "
        "签发人 题材 公开目录 信息公开目录 是否规范性文件 规范性文件编号 效力级别".split()
    ),
}  # fmt: skip
_FIELD: Final = {label: field for field, labels in LABELS.items() for label in labels}
_WEAK: Final = frozenset({"_published", "_other", "_title", "issuers", "keywords"})
"""Byline rows have these labels, too: alone they are no table."""
_WORDS: Final = "|".join(" *".join(label) for label in sorted(_FIELD, key=len, reverse=True))
_GLUED: Final = "|".join(
    " *".join(label)
    for label in sorted(_FIELD, key=len, reverse=True)
    if (len(label) > 3 or label == "文号") and _FIELD[label] not in ("_other", "keywords")
)
"""Labels that end the value before them even where an extractor left nothing between two cells."""
_LABEL: Final = re.compile(
    rf"(?P<open>(?:^|(?<=[ \t\[(|·*;,]))[ ·*\[(|-]*|(?<=[^ \t:])(?=(?:{_GLUED}) *:))(?P<label>{_WORDS})(?P<close> *[\])] *:? *| *: *| {{2,}}(?=\S)| *\t\s*| +$|$)"
)
_OPENERS: Final = " ·*[(|-"
_ITEM: Final = re.compile(r"^- ")
"""The mark that extractors set before items; it is no part of a value."""
_FIRST: Final = frozenset(label[0] for label in _FIELD)
_PLAIN_VALUE: Final = re.compile(rf"[ ·*]*(?P<label>{_WORDS}) +(?=\S)")
_SIGNS: Final = (
    "索引", "索 ", "索取号", "文字号", "字 号", "文号", "文 号", "件编号", "效性", "效 性", "分类", "分 类", "成文", "成 文", "文日", "生成日", "产生日",
    "件状态", "公文目录", "生效日", "施行日", "实施日",
)  # fmt: skip
"""What some label of a table has, in every spelling: plain containment, since every page is asked."""
_EMPTY: Final = frozenset({"", "-", "--", "---", "/", "无", "暂无", "空", "·", "null", "其它:", "—"})
_STATUS: Final = re.compile(
    r"(?:现行|继续|已|全文|部分|尚未|未|条款)?(?:有效|失效|废止|修改|修订|生效|作废|被修改|被废止)(?:或?(?:失效|废止|修改))?|是|否"
)
_INDEX: Final = re.compile(r"[\w()/. -]{4,60}")
_REACH: Final = 150
"""Lines of the head in which a table may begin; menus of portals are long."""
_GAP: Final = 4
"""Lines of a table that no label begins: values, buttons in between."""
_LONGEST: Final = 260
_TABLE: Final = int(Mark.TABLE)


def read_register(view: View) -> Register | None:
    """The header table, ``None`` where the page shows none.

    Two labels at least, one of them of a kind that byline rows do not have.
    """
    if not any(sign in view.shadow for sign in _SIGNS):
        return None
    lines = view.lines[:_REACH]
    entries: list[Entry] = []
    taken: list[int] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        found = _labels(line) if len(line) <= _LONGEST else []
        if not found:
            if taken and index - taken[-1] > _GAP:
                if _enough(entries):
                    break
                entries, taken = [], []
            index += 1
            continue
        taken.append(index)
        rows = _entries(line, found)
        entries += rows
        index += 1
        last = rows[-1]
        if last.value or index >= len(lines) or _labels(lines[index]):
            continue
        value = lines[index]
        sandwiched = index + 1 < len(lines) and bool(_labels(lines[index + 1]))
        if _in_row(view, line, value) or _fits(last.field, value, sandwiched=sandwiched):
            shown = _ITEM.sub("", value.text.strip())
            entries[-1] = last._replace(value=shown, start=value.end - len(shown), end=value.end)
            taken.append(index)
            index += 1
    if not _enough(entries):
        return None
    return Register(tuple(entry for entry in entries if _said(entry.value)), _run(view, entries, taken))


def _run(view: View, entries: Sequence[Entry], taken: Sequence[int]) -> tuple[int, ...]:
    """The table's lines, without a byline row behind something else."""
    telling = max(view.line_at(entry.start) for entry in entries if entry.field not in _WEAK)
    end = len(taken)
    while end and taken[end - 1] > telling and taken[end - 1] != taken[end - 2] + 1:
        end -= 1
    return tuple(taken[:end])


def table_claims(view: View, register: Register | None, headline: FoundTitle) -> list[Proposal]:
    """The table's lines as claims of the resolver: spent on fields, neither body nor frame."""
    if register is None:
        return []
    title = {headline.line, *headline.extra}
    lines = [view.lines[index] for index in register.lines if index not in title]
    return [Proposal(line.start, line.end, "field", TABLE_RULE) for line in lines]


def _said(value: str) -> bool:
    return value.lower() not in _EMPTY


def _enough(entries: Sequence[Entry]) -> bool:
    fields = {entry.field for entry in entries}
    return len({entry.label for entry in entries}) > 1 and bool(fields - _WEAK)


def _labels(line: Line) -> list[re.Match[str]]:
    """The labels of a line, if one begins it."""
    folded = line.fold
    if folded.lstrip(_OPENERS)[:1] not in _FIRST:
        return []
    if "\t" in line.text:
        # A tab sets cells apart as a wide blank does; the shadow shows it as one blank.
        folded = "".join(
            "\t" if char == "\t" else shade for char, shade in zip(line.text, folded, strict=True)
        )
    found = list(_LABEL.finditer(folded))
    if found and found[0].start() == 0:
        return found
    # Without a colon, a blank sets the value apart; only a table has two such, or one whose value is what it should be.
    plain = _PLAIN_VALUE.match(folded)
    if plain is not None and len(folded) <= 80:
        field = _FIELD["".join(plain["label"].split())]
        value = folded[plain.end() :].split("  ")[0].strip()
        if field in ("index_no", "doc_number", "signed_on", "_published", "status") and _typed(field, value):
            return [plain, *(match for match in found if match.start() >= plain.end())]
    return []


def _entries(line: Line, found: Sequence[re.Match[str]]) -> list[Entry]:
    rows: list[Entry] = []
    for number, match in enumerate(found):
        start = match.end()
        end = found[number + 1].start() if number + 1 < len(found) else len(line.text)
        raw = line.text[start:end]
        value = raw.strip().strip("|").strip()
        at = line.start + start + (raw.find(value) if value else 0)
        label = "".join(match["label"].split())
        rows.append(Entry(_FIELD[label], label, value, at, at + len(value)))
    return rows


def _typed(field: str, value: str) -> bool:
    """Whether a value is what a label of this field calls for, by its form alone."""
    if field == "index_no":
        return bool(_INDEX.fullmatch(value)) and any(char.isdigit() for char in value)
    if field == "doc_number":
        return read_number(value) is not None
    if field in ("signed_on", "_published", "effective_on", "expires_on", "repealed_on"):
        return parse_date(value) is not None and len(value) <= 40
    if field == "status":
        return bool(_STATUS.fullmatch(value))
    if field == "keywords":
        words = value.split()
        return ":" not in value and len(words) > 1 and max(map(len, words)) <= 8
    return False


def _in_row(view: View, label: Line, value: Line) -> bool:
    """Whether the two are cells of one row: set apart by a tab, see `policytext.readers.html`."""
    between = view.text[label.end : value.start]
    return bool(label.marks & value.marks & _TABLE) and "\t" in between and "\n" not in between


def _fits(field: str, line: Line, *, sandwiched: bool) -> bool:
    """Whether the line behind a lone label is its value."""
    folded = _ITEM.sub("", line.fold.strip())
    if _typed(field, folded):
        return True
    if field == "_title":
        return 6 <= len(folded) <= 120
    if not sandwiched or len(folded) > 120:
        return False
    # One more label behind it: a value of free form. A headline above the rest of a table is none.
    return field not in ("signed_on", "_published") and not (
        "关于" in folded and KIND.search(folded) and field != "_other"
    )
