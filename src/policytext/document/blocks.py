"""From the lines of the body to the blocks of the document: paragraphs, headings, items, tables, captions, quotations, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.document.dump_lists import dump_items
from policytext.document.markup import Markup
from policytext.document.outline import rank_headings
from policytext.document.tables import cell_sizes, find_tables, make_table
from policytext.fields.grammar.numbering import HAN_BRACKET, PLAIN, number_of
from policytext.models.blocks import Block, Caption, Code, Heading, ListItem, Paragraph, Quote
from policytext.models.limits import DEFAULT_LIMITS
from policytext.models.page import Mark
from policytext.models.tables import places
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policytext.document.dump_lists import DumpItem
    from policytext.models.spans import Span
    from policytext.page.layout import BodyLine
    from policytext.page.view import View

__all__ = ["assemble"]

_END = frozenset("。！？；…!?;，,：:")
_NOT_HEADING = re.compile(
    r"\d{4}\s?年\s?\d{1,2}\s?月|\d{3,4}-\d{6,}|^[(\[]|^附件|^图|^注:|^\(?(?:责任|牵头|配合|主办|协办|承办|完成)[\u4e00-\u9fff]{0,8}:|电话|记者|摄影?$|供稿|^抄送|https?:|^□|^#"
)
_ENDED_BEFORE_BRACKET = re.compile(r"[。；;]\s*[(（][^()（）]*[)）]$")
_LONGEST_HEADING = 44
"""Code points of a heading, without its number; a line that is longer is a sentence whose stop is missing."""
_LONGEST_MARKED = 90
"""The same for one that markup or a number makes a heading, number and all."""
# Plain ints: an IntFlag builds a new member at every "&".
_CAPTION, _HEADING = int(Mark.CAPTION), int(Mark.HEADING)
_NO_PLAIN_HEADING = int(Mark.LIST | Mark.TABLE | Mark.RIGHT)


def assemble(
    view: View,
    body: Sequence[BodyLine],
    convert: Callable[[str], str] | None = None,
    *,
    cells: int = DEFAULT_LIMITS.cells,
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the body, in order, and a note where tables are beyond the limit.

    Args:
        view: The page.
        body: The body's lines.
        convert: Script conversion of a block's text, ``None`` to leave it.
        cells: Places of all tables together; a table beyond is read line by line.
    """
    convert = convert or _same
    blocks: list[Block] = []
    index = 0
    tables = find_tables(view, body)
    # Only pages with a table have any; asking all references of every page would cost more than the table does.
    sizes = cell_sizes(view.page) if tables else {}
    markup = Markup(view.page, body)
    listed = dump_items(view.page, body) if view.page.form == "text" else {}
    beyond = False
    while index < len(body):
        rows = tables.get(index)
        if rows is not None:
            table = make_table(view.page, rows, convert, sizes)
            size = places(table.rows)
            if size <= cells:
                cells -= size
                blocks.append(table)
                index += sum(len(row) for row in rows)
                continue
            # Its lines go the way of a table that is layout.
            beyond = True
        lines = _code_lines(markup, body, index)
        if lines:
            blocks.append(_code(view, lines))
            index += len(lines)
            continue
        blocks.append(_block(body, index, convert, markup, listed.get(index)))
        index += 1
    note = "cells: tables of more places than the limit allows are read line by line"
    return rank_headings(blocks), (note,) if beyond else ()


def _same(text: str) -> str:
    return text


def _code_lines(markup: Markup, body: Sequence[BodyLine], index: int) -> Sequence[BodyLine]:
    """The lines from here on that stand in one preformatted block."""
    node = markup.code(body[index])
    if node < 0:
        return ()
    stop = index + 1
    while stop < len(body) and markup.code(body[stop]) == node:
        stop += 1
    return body[index:stop]


def _code(view: View, lines: Sequence[BodyLine]) -> Code:
    spans = tuple(span for line in lines for span in line.spans)
    page = view.page.text
    # Spans are without outer blanks; code without the first line's indent would not be the code. It stands before the span.
    start = page.rfind("\n", 0, spans[0].start) + 1
    lead = page[start : spans[0].start]
    code = ("" if lead.strip() else lead) + page[spans[0].start : spans[-1].end]
    return Code("\n".join(line.text for line in lines), spans, code)


def _block(
    body: Sequence[BodyLine],
    index: int,
    convert: Callable[[str], str],
    markup: Markup,
    listed: DumpItem | None,
) -> Block:
    line, text, spans = body[index]
    marks = line.marks
    # Asked of every line: what an item is goes by the line before.
    item = markup.item(body[index])
    if marks & _CAPTION:
        return Caption(convert(text), spans)
    quoted = markup.quoted(body[index])
    if quoted and len(text) > _LONGEST_HEADING:
        return Quote(convert(text), spans)
    if listed is not None:
        item = listed.item
        if listed.shown:
            return ListItem(convert(text.removeprefix(item.marker).strip()), spans, *item)
    rank = _heading_rank(body, index)
    if rank is not None:
        return _heading(text, spans, rank, convert)
    if quoted:
        return Quote(convert(text), spans)
    if item is not None:
        return ListItem(convert(text), spans, *item)
    return Paragraph(convert(text), spans)


def _heading(text: str, spans: tuple[Span, ...], rank: int, convert: Callable[[str], str]) -> Heading:
    numbered = number_of(text)
    shown = convert(text)
    cut = numbered[1] if numbered else 0
    # Conversion keeps the length of a numbering: it holds no convertible character but 两.
    return Heading(shown, spans, rank, shown[:cut].strip() or None, shown[cut:].strip())


def _heading_rank(body: Sequence[BodyLine], index: int) -> int | None:
    """The rank of a heading (see `policytext.fields.grammar.numbering`); ``None`` where the line is not a heading."""
    line, text, _ = body[index]
    if not 2 <= len(text) <= _LONGEST_MARKED:
        return None
    numbered = number_of(text)
    ended = text[-1] in _END or _ENDED_BEFORE_BRACKET.search(text) is not None
    # <h2> is used for whole paragraphs too, to make them bold; those end in a stop.
    if line.marks & _HEADING and not ended:
        return numbered[0] if numbered else PLAIN
    if numbered:
        return numbered[0] if _heads_by_number(body, index, numbered, ended=ended) else None
    return PLAIN if not ended and _heads_by_form(body, index) else None


def _heads_by_number(body: Sequence[BodyLine], index: int, numbered: tuple[int, int], *, ended: bool) -> bool:
    """Whether a counted line is a heading and not an item; ``numbered``: its rank, and the length of its number."""
    text = body[index].text
    rank, length = numbered
    if text[-1] in "？?":
        # A question that is counted heads its answer; questions one below the other are a list.
        return index + 1 < len(body) and number_of(body[index + 1].text) is None
    # 一、 and （一） count headings wherever they stand, 1. and (1) count items as often.
    return (
        len(text) - length <= _LONGEST_HEADING and not ended and (rank <= HAN_BRACKET or _leads(body, index))
    )


def _heads_by_form(body: Sequence[BodyLine], index: int) -> bool:
    """Whether a line without number or markup reads as a heading: short, no date or credit, between two stretches of running text."""
    line, text, _ = body[index]
    size = len(text)
    if size > _LONGEST_HEADING or line.marks & _NO_PLAIN_HEADING or _NOT_HEADING.search(line.fold):
        return False
    # A link amid the text leads to another article.
    if line.link * 2 > size:
        return False
    return _leads(body, index) and (index == 0 or _closes(body, index - 1))


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
