"""Characters out of step with nothing before them that shows where it began.

The byte that was lost before a run is mostly shown as ``?``. Where it was taken away as well only the nonsense is left, up
to the ASCII letter that puts the bytes in step again: ``。ㄒ唬┮蛲浑p務`` was （一）因同一雙務. Nothing tells where it began, so it is not
read, but listed as damage. It is found by what full-width brackets give out of step (A3A8 and A3A9: A8 leads to Bopomofo,
A9 to box drawings), among uncommon Han characters; others look too much like names.
"""

from __future__ import annotations

import re

from policytext.script.repair.common import PUNCTUATION, common_characters
from policytext.script.repair.glosses import LETTERS
from policytext.script.repair.lattice import MARKS

__all__ = ["BRACKETS", "signless_runs", "strange"]

BRACKETS = "\u2500-\u257f\u3105-\u3129"
"""What a bracket out of step may give, as a regular expression class has it: box drawings and Bopomofo."""

_BRACKET = re.compile(f"[{BRACKETS}]")
_MARKS = frozenset(MARKS)
# Symbols and Han characters. What lies beyond is letters, of which whole texts of other languages are made.
_FROM, _TO = "\u2500", "\uff00"


def strange(char: str) -> bool:
    """Whether a character is uncommon in running text, as most are that are read out of step."""
    return _FROM <= char < _TO and char not in common_characters() and char not in PUNCTUATION


# A letter stands between Han characters, or has a gloss.
_LETTER = re.compile(rf"(?<=[^\x00-\x7f])[@-~€](?=[^\x00-\x7f]|\({LETTERS})")
_LEAST = 2
"""Uncommon characters that make a run."""
_LAST = 2
"""Common ones that may stand in a row right before the letter; between uncommon ones it is one."""


def signless_runs(text: str) -> list[tuple[int, int]]:
    """Where they stand in ``text``, each with the mark before it. In 28 million characters of pages none is found."""
    if _BRACKET.search(text) is None:
        return []
    found: list[tuple[int, int]] = []
    for letter in _LETTER.finditer(text):
        before = found[-1][1] if found else 0
        start = _begin(text, before, letter.start())
        # A euro sign may be the letter of one run and a character of the next.
        if start == before and text[before - 1 : before] == "€":
            start = found.pop()[0]
        if start is not None:
            found.append((start, letter.end()))
    return [
        (start - (text[start - 1 : start] in _MARKS), end)
        for start, end in found
        # A frame around letters has no uncommon Han character.
        if _BRACKET.search(text, start, end)
        and any("\u4e00" <= char <= "\u9fff" and strange(char) for char in text[start:end])
    ]


def _begin(text: str, first: int, end: int) -> int | None:
    """Where the run before ``end`` begins, at ``first`` or later: back over characters of which every other one is uncommon."""
    start, odd, between, allowed = end, 0, 0, _LAST
    for at in range(end - 1, first - 1, -1):
        if text[at] < "\x80":
            break
        if strange(text[at]):
            start, odd, between, allowed = at, odd + 1, 0, 1
        elif between == allowed:
            break
        else:
            between += 1
    return start if odd >= _LEAST else None
