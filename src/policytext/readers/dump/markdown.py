"""Markdown marks in a dump, as html2text and its like leave them: headings, bold, links, images, bullets, quotes, tables.

A mark is no text of the page: it becomes a run of its own, marked ``HIDDEN``, and what it says of the text becomes a mark of
the text's run, as if a tag had said it. Taken for Markdown is a dump with two kinds of marks that text does not have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from policytext.models.limits import DEFAULT_LIMITS
from policytext.models.page import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.limits import Limits

__all__ = ["barred_rows", "looks_like_markdown", "markdown_runs", "row_runs"]

_KINDS: Final = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
    re.compile(r"\]\((?:https?://|/|\.|#|javascript:|mailto:|<)[^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"),
    re.compile(r"\]\[\d{1,4}\]"),
    re.compile(r"^ {0,3}\[\d{1,4}\]: ?\S", re.MULTILINE),
    re.compile(r"^\|? ?:?-{3,}:? ?(?:\| ?:?-{3,}:? ?)+\|?$", re.MULTILINE),
)
# One of these is enough: a heading on a line by itself between blank lines, and a ruler with bars below a line with bars.
_HEADING_ALONE: Final = re.compile(r"(?:\A|\n[ \t]*\n)#{1,6} [^\n]{2,100}(?:\n[ \t]*){2}(?<=\n)")
_RULED_TABLE: Final = re.compile(r"\|[^\n|]*\n\|? ?:?-{3,}:? ?(?:\| ?:?-{3,}:? ?)+\|?[ \t]*(?:\n|\Z)")
# The list of addresses at the end of a text browser's dump, whose [1] stand before the links.
_REFERENCES: Final = re.compile(r"^ {0,3}References[ \r]*\n\s{1,8}1\. \S", re.MULTILINE)
_LEAST: Final = 2
_MANY: Final = 3
_HINTS: Final = ("](", "**", "\n# ", "\n## ", "\n### ", "][", "]: ", "---|", "References")

_DEFINITION: Final = re.compile(r"\[\d{1,4}\]: ?\S+(?: [\"(][^\n]*)?")
_FIGURE: Final = re.compile(r"\d")
_RULER: Final = re.compile(r"\|? ?:?-{2,}:? ?(?:\| ?:?-{2,}:? ?)*\|?|\* \* \*|_ _ _")
_HEADING: Final = re.compile(r"#{1,6} +")
_QUOTE: Final = re.compile(r"(?:> ?){1,6}")
_BULLET: Final = re.compile(r"[*+-] +(?=\S)")
_ORDERED: Final = re.compile(r"\d{1,3}\. +(?=\S)")
# Marks within a line, the ones with most to say first.
# An address may hold a pair of brackets; it ends where the next one opens, so a search through many stays linear.
_TO = (
    r"(?:\((?:<[^<>\n]{0,2000}>|(?:[^()\s\\]|\\.|\([^()\s]{0,200}\))*)(?: \"[^\"\n]{0,300}\")?\)|\[\d{0,4}\])"
)
_IMAGE = r"!\[[^\]\n]{0,300}\]" + _TO
_INLINE: Final = re.compile(
    rf"(?P<image>\[\s?{_IMAGE}\s?\]{_TO}|{_IMAGE}|\[\]{_TO})"
    rf"|\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{{0,60}}\]){{1,300}})\]{_TO}"
    r"|(?P<number>\[\d{1,4}\](?=[^\s:\[]))"
    r"|\*\*(?P<bold>[^*\s](?:[^*\n]{0,300}[^*\s])?)\*\*"
    r"|(?P<escape>\\(?=[-+.#*_`\[\]()!>|\\]))"
)

_HIDDEN: Final = int(Mark.HIDDEN)
_CONTINUED: Final = int(Mark.CONTINUED)
_STRONG: Final = int(Mark.STRONG)
_LIST: Final = int(Mark.LIST)
_TABLE: Final = int(Mark.TABLE)


def looks_like_markdown(text: str) -> bool:
    """Whether a dump is Markdown: a mark that nothing else has, or two kinds of its marks, or one kind three times."""
    if not text.startswith("#") and not any(hint in text for hint in _HINTS):
        return False
    if "References" in text and _REFERENCES.search(text):
        return True
    if _HEADING_ALONE.search(text) or ("---|" in text and _RULED_TABLE.search(text)):
        return True
    found = 0
    for kind in _KINDS:
        times = 0
        for _ in kind.finditer(text):
            times += 1
            if times >= _MANY:
                return True
        found += times > 0
    return found >= _LEAST


def markdown_runs(text: str, lines: Sequence[tuple[int, int]], limits: Limits = DEFAULT_LIMITS) -> list[Run]:
    """The runs of a Markdown dump.

    Args:
        text: The dump.
        lines: Start and end of each line, trimmed.
        limits: How many runs there may be: a line can hold a million marks.

    Raises:
        InputError: ``too_large``: too many runs.
    """
    runs: list[Run] = []
    numbered = "References" in text and _REFERENCES.search(text) is not None
    table = _table_lines(text, lines)
    for number, (start, end) in enumerate(lines):
        if _DEFINITION.fullmatch(text, start, end) or _RULER.fullmatch(text, start, end):
            runs.append(Run(start, end, 0, _HIDDEN, 0))
            continue
        marks = 0
        at = start
        for mark, pattern in ((int(Mark.QUOTE), _QUOTE), (int(Mark.HEADING), _HEADING), (_LIST, _BULLET)):
            hit = pattern.match(text, at, end)
            if hit and hit.end() < end:
                marks |= mark
                runs.append(Run(hit.start(), _trimmed(text, hit.end(), hit.start()), 0, _HIDDEN, 0))
                at = hit.end()
        if start > 0 and text[start - 1] == " " and (hit := _ORDERED.match(text, at, end)):
            # Set in: the number of an item, not of a paragraph.
            marks |= _LIST
            runs.append(Run(hit.start(), _trimmed(text, hit.end(), hit.start()), 0, _HIDDEN, 0))
            at = hit.end()
        if number in table:
            _row(text, at, end, runs, limits, numbered=numbered)
        else:
            _inline(text, at, end, marks, runs, limits, numbered=numbered)
    return runs


def barred_rows(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Lines that are rows of a table in a dump without other marks: neighbours with as many bars.

    One bar sets a role apart from its names, too (``编辑 | 某某``): rows of two cells are a table where one of them holds a figure.

    Args:
        text: The dump.
        lines: Start and end of each line, trimmed.
    """
    out: set[int] = set()
    if " | " not in text:
        return frozenset()
    bars = [text.count(" | ", start, end) for start, end in lines]
    number = 0
    while number < len(lines):
        first = number
        number += 1
        while (
            bars[first]
            and number < len(lines)
            and bars[number] == bars[first]
            and text.count("\n", lines[number - 1][1], lines[number][0]) <= 1
        ):
            number += 1
        figures = bars[first] > 1 or _FIGURE.search(text, lines[first][0], lines[number - 1][1])
        if number - first > 1 and figures:
            out.update(range(first, number))
    return frozenset(out)


def row_runs(text: str, start: int, end: int, limits: Limits = DEFAULT_LIMITS) -> list[Run]:
    """The cells of a row, and the bars between them."""
    runs: list[Run] = []
    _row(text, start, end, runs, limits, numbered=False)
    return runs


def _inline(
    text: str, start: int, end: int, marks: int, runs: list[Run], limits: Limits, *, numbered: bool
) -> None:
    """The runs of one line, or one cell, behind its leading mark."""
    parts: list[_Part] = []
    at = start
    for hit in _INLINE.finditer(text, start, end):
        if hit.lastgroup == "number" and not numbered:
            continue
        if hit.start() > at:
            parts.append((at, hit.start(), 0, False))
        parts += _parts_of_mark(text, hit)
        at = hit.end()
        limits.check_blocks(len(runs) + len(parts))
    if at < end:
        parts.append((at, end, 0, False))
    shown = False
    for first, last, kind, linked in parts:
        low, high = _inner(text, first, last)
        if low >= high:
            continue
        if kind < 0:
            runs.append(Run(low, high, 0, _HIDDEN, 0))
        else:
            runs.append(
                Run(low, high, 0, marks | kind | (_CONTINUED if shown else 0), high - low if linked else 0)
            )
            shown = True


_Part: TypeAlias = "tuple[int, int, int, bool]"
"""Start, end, marks, whether it is linked; marks are -1 for what is hidden."""


def _parts_of_mark(text: str, hit: re.Match[str]) -> list[_Part]:
    """A mark within a line: hidden as a whole, or a text with what is hidden before and behind it."""
    group = "text" if hit["text"] is not None else "bold" if hit["bold"] is not None else None
    if group is None:
        return [(hit.start(), hit.end(), -1, False)]
    low, high = hit.span(group)
    strong = group == "bold" or (text.startswith("**", low) and text.endswith("**", low, high))
    # [**text**](address): the stars within a link.
    if group == "text" and strong and high - low > 4:
        low, high = low + 2, high - 2
    return [
        (hit.start(), low, -1, False),
        (low, high, _STRONG if strong else 0, group == "text"),
        (high, hit.end(), -1, False),
    ]


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _trimmed(text: str, end: int, start: int) -> int:
    return _inner(text, start, end)[1]


def _table_lines(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Lines of tables: the one above a ruler of dashes, and those below it as long as they have cells."""
    out: set[int] = set()
    for number in range(1, len(lines)):
        start, end = lines[number]
        if "|" not in text[start:end] or not _RULER.fullmatch(text, start, end):
            continue
        if "|" in text[lines[number - 1][0] : lines[number - 1][1]]:
            out.add(number - 1)
        below = number + 1
        while below < len(lines) and below not in out and "|" in text[lines[below][0] : lines[below][1]]:
            out.add(below)
            below += 1
    return frozenset(out)


def _row(text: str, start: int, end: int, runs: list[Run], limits: Limits, *, numbered: bool) -> None:
    """The cells of a table row, and the bars between them."""
    at = start
    while at < end:
        bar = text.find("|", at, end)
        low, high = _inner(text, at, bar if bar >= 0 else end)
        if low < high:
            _inline(text, low, high, _TABLE, runs, limits, numbered=numbered)
        if bar < 0:
            break
        runs.append(Run(bar, bar + 1, 0, _HIDDEN, 0))
        limits.check_blocks(len(runs))
        at = bar + 1
