"""Characters out of step with nothing before them that shows where it began.

The byte that was lost before a run is mostly shown as ``?``. Where it was taken away as well only the nonsense is left, up
to the ASCII letter that puts the bytes in step again: ``。ㄒ唬┮蛲浑p務`` was （一）因同一雙務. Nothing tells where it began, so it is not
read, but listed as damage. It is found by what full-width brackets give out of step (A3A8 and A3A9: A8 leads to Bopomofo,
A9 to box drawings), among uncommon Han characters; others look too much like names.
"""

from __future__ import annotations

import re
from functools import cache

from policytext.script.repair.common import PUNCTUATION, common_characters
from policytext.script.repair.glosses import LETTERS
from policytext.script.repair.lattice import MARKS

__all__ = ["BRACKETS", "signless_runs", "strange"]

BRACKETS = "\u2500-\u257f\u3105-\u3129"
"""What a bracket out of step may give, as a regular expression class has it: box drawings and Bopomofo."""

_BRACKET = re.compile(f"[{BRACKETS}]")
# Symbols and Han characters. What lies beyond is letters, of which whole texts of other languages are made.
_FROM, _TO = "\u2500", "\uff00"


def strange(char: str) -> bool:
    """Whether a character is uncommon in running text, as most are that are read out of step."""
    return _FROM <= char < _TO and char not in common_characters() and char not in PUNCTUATION


@cache
def _run() -> re.Pattern[str]:
    common = re.escape("".join(sorted(common_characters() | PUNCTUATION)))
    odd = f"[{_FROM}-{chr(ord(_TO) - 1)}](?<![{common}])"
    # Every other character is uncommon, up to the last two; the letter stands between Han characters, or has a gloss.
    return re.compile(
        rf"(?:(?<=([{MARKS}])))?(?:{odd}[^\x00-\x7f]?){{2,}}[^\x00-\x7f]?[@-~€](?=[^\x00-\x7f]|\({LETTERS})"
    )


def signless_runs(text: str) -> list[tuple[int, int]]:
    """Where they stand in ``text``, each with the mark before it. In 28 million characters of pages none is found."""
    if _BRACKET.search(text) is None:
        return []
    return [
        (match.start() - bool(match[1]), match.end())
        for match in _run().finditer(text)
        # A frame around letters has no uncommon Han character.
        if _BRACKET.search(match[0])
        and any("\u4e00" <= char <= "\u9fff" and strange(char) for char in match[0])
    ]
