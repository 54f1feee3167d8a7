"""The 信息公开 header table: label and value, in whatever shape the page or an extractor left them.

Read alike: ``label： value`` once or several times a line, cells set apart by tabs or by wide blanks without a colon, labels in square
brackets, bullets, letters set apart (``索 引 号``), and the label alone on its line with the value on the next.

The table is a field, never body text, and it takes no line of the document with it: a value on a line of its own counts only if
it is what its label calls for (a date, a number, a state), or if one more label stands behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.dates import FIRST_DOCUMENT, parse_date
from policytext.fields.grammar.official_words import KIND, read_number
from policytext.models.page import Mark
from policytext.official.register_labels import FIELD_OF, LABELS, WEAK_FIELDS
from policytext.page.layout import Proposal
from policytext.page.shadow import fold

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


_WORDS: Final = "|".join(
    " *".join(map(re.escape, label)) for label in sorted(FIELD_OF, key=len, reverse=True)
)
_GLUED: Final = "|".join(
    " *".join(map(re.escape, label))
    for label in sorted(FIELD_OF, key=len, reverse=True)
    if (len(label) > 3 or label == "文号") and FIELD_OF[label] not in ("_other", "keywords")
)
"""Labels that end the value before them even where an extractor left nothing between two cells."""
_LABEL: Final = re.compile(
    rf"(?P<open>(?:^|(?<=[ \t\[(|·*;,]))[ \t·*\[(|-]{{0,40}}|(?<=[^ \t:])(?=(?:{_GLUED}) *:))(?P<label>{_WORDS})(?P<close> *[\])] *(?:: *)?| *: *| {{2,}}(?=\S)| *\t\s*| +$|$)"
)
_OPENERS: Final = " ·*[(|-"
_ITEM: Final = re.compile(r"^- ")
"""The mark that extractors set before items; it does not belong to the value."""
_FIRST: Final = frozenset(label[0] for label in FIELD_OF)
_PLAIN_ROW: Final = re.compile(rf"(?:^[ \t·*]*|(?<= ))(?P<label>{_WORDS}) +(?=\S)")
_LONGEST_ROW: Final = 160
_TYPED: Final = ("index_no", "doc_number", "signed_on", "_published", "status")
"""Fields whose value is told by its form."""
_RULED: Final = re.compile(r"[-|: \t]+")
"""The line under the head of a Markdown table."""
_STRANGE: Final = re.compile(r"[ ·*]*[\u4e00-\u9fff()/ ]{2,12} {0,40}:[^。;]{0,60}")
"""A row whose label nobody knows."""
_BARS: Final = " \t\u3000\xa0|/｜"
_SIGNS: Final = (
    "索引", "索 ", "索取号", "文字号", "字 号", "文号", "文 号", "件编号", "效性", "效 性", "分类", "分 类", "成文", "成 文", "文日", "生成日", "产生日",
    "件状态", "公文目录", "生效日", "施行日", "实施日",
)  # fmt: skip
"""What some label of a table has, in every spelling: plain containment, since every page is asked."""
_EMPTY: Final = frozenset({"", "-", "--", "---", "/", "无", "暂无", "空", "·", "null", "其它:", "—"})
_STATUS: Final = re.compile(
    r"(?:现行|继续|已|全文|部分|尚未|未|条款)?(?:有效|失效|废止|修改|修订|生效|作废|被修改|被废止)(?:或?(?:失效|废止|修改))?|是|否"
)
_BARE_STATUS: Final = re.compile(
    r"(?<! ) {2,}((?:现行|全文|部分|条款|尚未|未|已)(?:有效|失效|废止|修改|修订|生效))$"
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
        found = _labels(line, inside=bool(taken) and taken[-1] == index - 1) if len(line) <= _LONGEST else []
        if not found:
            if taken and index - taken[-1] > _GAP:
                if _enough(entries):
                    break
                entries, taken = [], []
            index += 1
            continue
        taken.append(index)
        entries += _entries(line, found)
        index += 1
        if not entries[-1].value:
            index = _value_below(view, lines, index, entries, taken)
    if not _enough(entries):
        return None
    return Register(tuple(entry for entry in entries if _said(entry.value)), _run(view, entries, taken))


def _value_below(
    view: View, lines: Sequence[Line], index: int, entries: list[Entry], taken: list[int]
) -> int:
    """Give a lone label the value on the next line, if that is one; the line to go on with."""
    label = lines[index - 1]
    if index < len(lines) and lines[index].fold == ":":
        # Label, colon and value each in an element of their own.
        taken.append(index)
        index += 1
    if index >= len(lines) or _labels(lines[index]):
        return index
    value = lines[index]
    below = index + 1
    while below < len(lines) and _RULED.fullmatch(lines[below].fold):
        below += 1
    sandwiched = below < len(lines) and bool(_labels(lines[below]))
    if _in_row(view, label, value) or _fits(entries[-1].field, value, sandwiched=sandwiched):
        shown = _ITEM.sub("", value.text.strip()).lstrip(":： ")
        entries[-1] = entries[-1]._replace(value=shown, start=value.end - len(shown), end=value.end)
        taken.append(index)
        index += 1
    return index


def _run(view: View, entries: Sequence[Entry], taken: Sequence[int]) -> tuple[int, ...]:
    """The table's lines, without a byline row behind something else; rows whose label nobody knows are its lines as well."""
    telling = max(view.line_at(entry.start) for entry in entries if entry.field not in WEAK_FIELDS)
    end = len(taken)
    while end and taken[end - 1] > telling and taken[end - 1] != taken[end - 2] + 1:
        end -= 1
    out: list[int] = []
    for index in taken[:end]:
        between = range(out[-1] + 1, index) if out else range(0)
        shades = [view.lines[other].fold for other in between]
        if all(_STRANGE.fullmatch(shade) or _RULED.fullmatch(shade) for shade in shades):
            out += between
        out.append(index)
    return tuple(out)


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
    return len({entry.label for entry in entries}) > 1 and bool(fields - WEAK_FIELDS)


def _labels(line: Line, *, inside: bool = False) -> list[re.Match[str]]:
    """The labels of a line, if one begins it; ``inside`` a table also those behind a label that nobody knows."""
    known = line.fold.lstrip(_OPENERS)[:1] in _FIRST
    if not known and not (inside and ":" in line.fold):
        return []
    folded = _cells(line)
    found = list(_LABEL.finditer(folded))
    if found and (found[0].start() == 0 or (inside and _STRANGE.fullmatch(folded, 0, found[0].start()))):
        return found
    return _plain(folded, found, inside=inside) if known else []


def _cells(line: Line) -> str:
    """The folded line; a tab sets cells apart as a wide blank does, and so does a bar, but the shadow shows a tab as one blank."""
    if "\t" not in line.text and "|" not in line.fold:
        return line.fold
    return "".join(
        "\t" if char == "\t" or shade == "|" else shade
        for char, shade in zip(line.text, line.fold, strict=True)
    )


def _plain(folded: str, found: Sequence[re.Match[str]], *, inside: bool) -> list[re.Match[str]]:
    """Labels that no colon but a blank sets off: only a table has two such, or one whose value is what it should be."""
    row = list(_PLAIN_ROW.finditer(folded)) if len(folded) <= _LONGEST_ROW else []
    if not row or row[0].start() > 0:
        return []
    ends = [*(match.start() for match in row[1:]), len(folded)]
    values = [folded[match.end() : end].strip() for match, end in zip(row, ends, strict=True)]
    fields = [FIELD_OF["".join(match["label"].split())] for match in row]
    if len(row) > 1 and all(values) and (inside or any(map(_typed, fields, values))):
        return row
    if fields[0] in _TYPED and _typed(fields[0], values[0].split("  ")[0]):
        return [row[0], *(match for match in found if match.start() >= row[0].end())]
    return []


def _entries(line: Line, found: Sequence[re.Match[str]]) -> list[Entry]:
    rows: list[Entry] = []
    for number, match in enumerate(found):
        start = match.end()
        end = found[number + 1].start() if number + 1 < len(found) else len(line.text)
        raw = line.text[start:end]
        value = raw.strip(_BARS)
        at = line.start + start + (raw.find(value) if value else 0)
        label = "".join(match["label"].split())
        rows.append(Entry(FIELD_OF[label], label, value, at, at + len(value)))
    # The state stands without a label behind the last value: 发文日期：2023-05-08　全文有效.
    last = rows[-1]
    state = _BARE_STATUS.search(fold(last.value))
    if state is not None and last.field != "status":
        at = last.start + state.start(1)
        rows[-1] = last._replace(value=last.value[: state.start()], end=last.start + state.start())
        rows.append(Entry("status", LABELS["status"][0], last.value[state.start(1) :], at, last.end))
    return rows


def _typed(field: str, value: str) -> bool:
    """Whether a value is what a label of this field calls for, by its form alone."""
    if field == "index_no":
        return bool(_INDEX.fullmatch(value)) and any(char.isdigit() for char in value)
    if field == "doc_number":
        return read_number(value) is not None
    if field in ("signed_on", "_published", "effective_on", "expires_on", "repealed_on"):
        return parse_date(value, since=FIRST_DOCUMENT) is not None and len(value) <= 40
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
    # One more label behind it: a value of free form. A headline above the rest of a table is not one.
    return field not in ("signed_on", "_published") and not (
        "关于" in folded and KIND.search(folded) and field != "_other"
    )
