"""The dump reader: a page as plain text. It changes nothing (law 2): ``Page.text`` is the input, to the letter.

A run is a line that holds more than blanks. Lines end at U+000A, at U+000D, and at the two together, mixed or not: one dump gives
one answer however its lines end. ``str.splitlines`` would also split at U+2028, form feeds and file separators, which real
dumps carry inside sentences.

Three kinds of extractors leave lines that are none, and are told by what they leave:

* Markdown: its marks become runs of their own, marked ``HIDDEN`` (see `policytext.readers.dump.markdown`);
* one line for each text node: sentences are split where a link or a bold word stood; the second half is marked
  ``CONTINUED`` (see `policytext.readers.dump.line_breaks`);
* the whole page on a few lines: runs are what blanks set apart (there, too).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from policytext.models.limits import DEFAULT_LIMITS
from policytext.models.page import Mark, Page, Run
from policytext.readers.dump.line_breaks import continued, crowded, segments
from policytext.readers.dump.markdown import (
    barred_rows,
    looks_like_markdown,
    markdown_runs,
    row_runs,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.limits import Limits

__all__ = ["read_dump"]

# From the first to the last character of a line that is no white space.
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HIDDEN = int(Mark.HIDDEN)
_CONTINUED = int(Mark.CONTINUED)
_BOM = "\ufeff"
# One a line: made this way a run costs no call into Python.
_run = partial(tuple.__new__, Run)


def read_dump(
    text: str, *, encoding: str | None = None, notes: tuple[str, ...] = (), limits: Limits = DEFAULT_LIMITS
) -> Page:
    """A page whose runs are the lines of ``text`` that hold more than blanks.

    Args:
        text: The dump.
        encoding: What it was decoded from, for the record.
        notes: What the decoder has to tell.
        limits: How many lines there may be.

    Raises:
        InputError: ``too_large``: too many lines.

    Returns:
        A page with ``page.text == text``. Runs have no marks, but those of Markdown.
    """
    # What is looked at: the text with one kind of line end, at the same places.
    seen = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    begin = len(text) - len(text.lstrip(_BOM))
    if seen.count("\n") >= limits.blocks:
        limits.check_blocks(sum(1 for _ in _LINE.finditer(seen, begin)))
    lines = [match.span() for match in _LINE.finditer(seen, begin)]
    if looks_like_markdown(seen):
        return _page(text, markdown_runs(seen, lines, limits), begin, encoding, notes)
    if crowded(seen, lines):
        lines = segments(seen, lines)
        limits.check_blocks(len(lines))
    return _page(text, _plain_runs(seen, lines, limits), begin, encoding, notes)


def _plain_runs(seen: str, lines: Sequence[tuple[int, int]], limits: Limits) -> list[Run]:
    """The runs of a dump that is no Markdown: its lines, but for rows with bars and halves of sentences."""
    going_on = continued(seen, lines)
    rows = barred_rows(seen, lines)
    if not going_on and not rows:
        return [_run((start, end, 0, 0, 0)) for start, end in lines]
    runs: list[Run] = []
    for number, (start, end) in enumerate(lines):
        if number in rows:
            runs += row_runs(seen, start, end, limits)
            limits.check_blocks(len(runs))
        else:
            runs.append(Run(start, end, 0, _CONTINUED if number in going_on else 0, 0))
    return runs


def _page(text: str, runs: list[Run], begin: int, encoding: str | None, notes: tuple[str, ...]) -> Page:
    if begin:
        runs.insert(0, Run(0, begin, 0, _HIDDEN, 0))
    return Page(text, "text", tuple(runs), encoding=encoding, notes=notes)
