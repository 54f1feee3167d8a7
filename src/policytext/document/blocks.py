"""From the lines of the body to the blocks of the document: paragraphs, headings, items, tables, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.document.outline import rank_headings
from policytext.fields.grammar.numbering import HAN_BRACKET, PLAIN, number_of
from policytext.models.blocks import Block, Caption, Heading, ListItem, Paragraph, Quote, Table
from policytext.models.page import Mark
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policytext.page.layout import BodyLine
    from policytext.page.view import Line, View

__all__ = ["assemble"]

# What extractors put before an item: the number or bullet, set in and followed by blanks.
_MARKER = re.compile(r"(?:\d{1,3}[.)]|[•·●○▪◦■◆►▶*+\-–])[ \t\xa0]+(?=\S)")
_END = frozenset("。！？；…!?;，,：:")
_NOT_HEADING = re.compile(
    r"\d{4}\s?年\s?\d{1,2}\s?月|\d{3,4}-\d{6,}|^[(（【\[]|^附件|^图|^注[:：]|电话|记者|摄影?$|供稿|^抄送|https?:|^□|^■|^#"
)
_ENDED_BEFORE_BRACKET = re.compile(r"[。；;]\s*[(（][^()（）]*[)）]$")
_LONGEST_HEADING = 44
_APART = 40
"""More code points than this between two cells, and they are of two tables."""
_LONG_CELL = 120
# Plain ints: an IntFlag builds a new member at every "&".
_CAPTION, _QUOTE, _LIST, _HEADING, _TABLE = (
    int(Mark.CAPTION),
    int(Mark.QUOTE),
    int(Mark.LIST),
    int(Mark.HEADING),
    int(Mark.TABLE),
)
_NO_PLAIN_HEADING = _LIST | _TABLE | int(Mark.RIGHT)


def assemble(
    view: View, body: Sequence[BodyLine], convert: Callable[[str], str] | None = None
) -> tuple[Block, ...]:
    """The blocks of the body, in order.

    Args:
        view: The page.
        body: The body's lines.
        convert: Script conversion of a block's text, ``None`` to leave it.
    """
    convert = convert or _same
    blocks: list[Block] = []
    index = 0
    tables = _tables(view, body)
    while index < len(body):
        rows = tables.get(index)
        if rows is not None:
            stop = index + sum(len(row) for row in rows)
            texts = tuple(tuple(convert(cell.text) for cell in row) for row in rows)
            spans = tuple(span for row in rows for cell in row for span in cell.spans)
            blocks.append(Table("\n".join("\t".join(row) for row in texts), spans, texts))
            index = stop
            continue
        blocks.append(_block(view, body, index, convert))
        index += 1
    return rank_headings(blocks)


def _same(text: str) -> str:
    return text


def _block(view: View, body: Sequence[BodyLine], index: int, convert: Callable[[str], str]) -> Block:
    line, text, spans = body[index]
    marks = line.marks
    if marks & _CAPTION:
        return Caption(convert(text), spans)
    if marks & _QUOTE and len(text) > _LONGEST_HEADING:
        return Quote(convert(text), spans)
    if _indented(view, line):
        marker = _MARKER.match(text)
        if marker:
            return ListItem(convert(text[marker.end() :].strip()), spans, marker.group().strip(), 1)
    rank = _heading_rank(body, index)
    if rank is not None:
        numbered = number_of(text)
        shown = convert(text)
        cut = numbered[1] if numbered else 0
        # Conversion keeps the length of a numbering: it holds no convertible character but 两.
        return Heading(shown, spans, rank, shown[:cut].strip() or None, shown[cut:].strip())
    if marks & _LIST:
        return ListItem(convert(text), spans, "", 1)
    return Paragraph(convert(text), spans)


def _indented(view: View, line: Line) -> bool:
    return line.start > 0 and view.page.form == "text" and view.text[line.start - 1] in " \t\xa0"


def _heading_rank(body: Sequence[BodyLine], index: int) -> int | None:
    line, text, _ = body[index]
    size = len(text)
    if size > 90 or size < 2:
        return None
    numbered = number_of(text)
    ended = text[-1] in _END or _ENDED_BEFORE_BRACKET.search(text) is not None
    if line.marks & _HEADING and not ended:
        return numbered[0] if numbered else PLAIN
    if numbered:
        rank, length = numbered
        if text[-1] in "？?":
            # A question that is counted heads its answer.
            answered = index + 1 < len(body) and number_of(body[index + 1].text) is None
            return rank if answered else None
        if size - length <= _LONGEST_HEADING and not ended and (rank <= HAN_BRACKET or _leads(body, index)):
            return rank
        return None
    if size > _LONGEST_HEADING or ended or line.marks & _NO_PLAIN_HEADING or _NOT_HEADING.search(text):
        return None
    if line.link * 2 > size:
        return None
    if _leads(body, index) and (index == 0 or _closes(body, index - 1)):
        return PLAIN
    return None


def _leads(body: Sequence[BodyLine], index: int) -> bool:
    """Whether running text (or one more heading line and then running text) follows."""
    for step in (1, 2):
        if index + step >= len(body):
            return False
        line, text, _ = body[index + step]
        if is_prose(line):
            return True
        if len(text) > 30 or text[-1] in _END:
            return False
    return False


def _closes(body: Sequence[BodyLine], index: int) -> bool:
    """Whether what stands before is running text, an item, or the first of two heading lines."""
    line, text, _ = body[index]
    return is_prose(line) or text[-1] in _END or _leads(body, index)


def _tables(view: View, body: Sequence[BodyLine]) -> dict[int, list[list[BodyLine]]]:
    """The data tables of the body: index of the first line, and the rows.

    Cells of a row are set apart by a tab in ``View.text``, rows by a line end. A table of one column, or with running text
    in many cells, is layout: its lines are paragraphs.
    """
    out: dict[int, list[list[BodyLine]]] = {}
    index = 0
    count = len(body)
    while index < count:
        if not body[index].line.marks & _TABLE:
            index += 1
            continue
        start = index
        rows: list[list[BodyLine]] = [[body[index]]]
        while index + 1 < count and body[index + 1].line.marks & _TABLE:
            between = view.text[body[index].line.end : body[index + 1].line.start]
            if len(between) > _APART:
                break
            if "\n" in between or ("\t" not in between and "|" not in between):
                rows.append([])
            index += 1
            rows[-1].append(body[index])
        index += 1
        wide = sum(len(row) > 1 for row in rows)
        long = sum(len(cell.text) > _LONG_CELL for row in rows for cell in row)
        if len(rows) > 1 and wide * 2 >= len(rows) and long * 3 <= index - start:
            out[start] = rows
    return out
