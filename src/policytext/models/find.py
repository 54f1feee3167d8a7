"""Finding a part of a document by what it is cited as: ``第五条第二款``, ``三、（二）``, ``3.2``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.models.blocks import Block, Section
    from policytext.models.document import Document

__all__ = ["find_cited", "han_number"]

_HAN = "〇一二三四五六七八九"
_DIGITS = re.compile(r"\d{1,3}")
_STEP = re.compile(r"[一二三四五六七八九十百零]+|\d+")
_BARE_ITEM = re.compile(r"条(?:之[一二三四五六七八九十]+)?(?=第[^款]+项)")


def find_cited(document: Document, citation: str) -> tuple[Block, ...]:
    """The blocks that a citation names, in order; empty where the document has no such part.

    Digits may be Han or Arabic, blanks do not matter. An article of one paragraph may leave the paragraph out, as lawyers do:
    第五条第一项.
    """
    wanted = "".join(citation.split())
    if "条" in wanted:
        ident = _DIGITS.sub(lambda found: _han(int(found[0])), wanted)
        # 第五条第一项: where an article has one paragraph nobody counts it.
        short = _BARE_ITEM.sub(lambda found: found[0] + "第一款", ident)
        for clause in document.clauses:
            if clause.ident in (ident, short):
                return document.blocks[clause.first : clause.last]
        return ()
    # 三、（二） and 3.2 are one place, however the document counts.
    path = ".".join(str(han_number(step)) for step in _STEP.findall(wanted))
    for section in _walk(document.sections):
        if section.ident and (section.number == wanted or section.ident == path):
            return tuple(_blocks(section))
    return ()


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.headings
    yield from section.blocks
    for child in section.children:
        yield from _blocks(child)


def _han(number: int) -> str:
    """12 as 十二, 120 as 一百二十, 101 as 一百零一: as articles are counted."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_HAN[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_HAN[ones] if ones or not number else "")


def han_number(step: str) -> int:
    """A number below a thousand in Han or Arabic figures: 十二, 一百零一, 12."""
    if step.isdecimal():
        return int(step)
    total = current = 0
    for char in step.replace("零", ""):
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _HAN.index(char)
    return total + current
