"""Names behind role words: 南都记者 某某 通讯员 某某, as credits without labels and the values of labels give them.

A value may announce several roles one behind another, each with an office before it; the names of all are given in their order. What
an office is, and where a name ends, is the business of `policytext.fields.grammar.names`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.byline_labels import AUTHOR
from policytext.fields.grammar.names import Names, read_names

if TYPE_CHECKING:
    from policytext.fields.grammar.names import Trust

__all__ = ["ROLE_WORD", "read_credit", "split_credit"]

ROLE_WORD: Final = re.compile(
    r"(?:(?:特约|本报|本网|本刊|本台|实习|见习|首席|特派|全媒体|融媒体?|新媒体|摄影|文字|总台|央视|职工|驻[^ ]{1,6}?)*"
    rf"(?:记者|通讯员|评论员|撰稿[人员]?|实习生|编辑|{AUTHOR}|报道员|特派员|执笔))(?: ?[:/|] ?)?"
)
"""A word that announces reporters or writers, with what may stand before it (本报, 实习, 特约)."""
_LISTED: Final = re.compile(r"[ 、,]")


def read_credit(text: str, folded: str, *, trust: Trust = "label") -> Names:
    """Names of a value that may hold offices and roles: ``南都记者 张三 通讯员 李四`` gives 张三, 李四."""
    # 《青年记者》，某某: a word before a comma announces nobody.
    marks = [mark for mark in ROLE_WORD.finditer(folded) if folded[mark.end() : mark.end() + 1] != ","]
    if not marks:
        return read_names(text, folded, trust=trust)
    out: list[str] = []
    end = 0
    first = marks[0].start()
    if first and _LISTED.search(folded[:first].strip()):
        # A list of names before the first role word; a single word there is an office (南都记者).
        out += read_names(text[:first], folded[:first], trust="none").names
        if not out and "," in folded[:first]:
            # A clause before the role word: a sentence about reporters.
            return Names((), 0)
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(folded)
        found = read_names(text[mark.end() : stop], folded[mark.end() : stop], trust="role")
        out += found.names
        if found.names:
            end = mark.end() + found.end
    return Names(tuple(dict.fromkeys(out)), end)


def split_credit(text: str, folded: str, *, trust: Trust = "label") -> tuple[str, ...]:
    """The names of a value with offices and roles, see `read_credit`."""
    return read_credit(text, folded, trust=trust).names
