"""The dump reader: a page as plain text. It changes nothing (law 2): ``Page.text`` is the input, to the letter.

One run a line that holds more than blanks. Lines end at U+000A only (with or without U+000D before it):
``str.splitlines`` would also split at U+2028, form feeds and file separators, which real dumps carry inside sentences.
"""

from __future__ import annotations

import re

from policytext.models.page import Page, Run

__all__ = ["read_dump"]

# From the first to the last character of a line that is no white space. [^\S\n] takes \r, NBSP, U+3000 and kin.
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def read_dump(text: str, *, encoding: str | None = None, notes: tuple[str, ...] = ()) -> Page:
    """A page whose runs are the lines of ``text`` that hold more than blanks.

    Args:
        text: The dump.
        encoding: What it was decoded from, for the record.
        notes: What the decoder has to tell.

    Returns:
        A page with ``page.text == text`` and runs without marks.
    """
    runs = tuple(Run(m.start(), m.end(), 0, 0, 0) for m in _LINE.finditer(text))
    return Page(text, "text", runs, encoding=encoding, notes=notes)
