"""Articles of a legal text and what they are made of, for citing: 第五条, 第五条第二款, 第五条第二款第一项.

款 are paragraphs without a number, 项 count （一）, 目 count 1. (立法法, article 65). An article ends with the next one, with a heading, and
with the first paragraph that is not a sentence: a signature, the title of an annex.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.fields.grammar.numbering import ARTICLE, DIGIT, HAN_BRACKET, article_of, number_of, ordinal
from policytext.models.blocks import Clause, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.blocks import Block

__all__ = ["find_clauses"]

_ENDS = frozenset("。：；:;）)”！？")
_HAN = "〇一二三四五六七八九"


def find_clauses(blocks: Sequence[Block]) -> tuple[Clause, ...]:
    """Every article with its paragraphs and items, in order; of articles with the same number the first counts."""
    out: dict[str, Clause] = {}
    at = 0
    while at < len(blocks):
        article = article_of(blocks[at].text) if isinstance(blocks[at], Paragraph | Heading) else None
        if article is None:
            at += 1
            continue
        last = at + 1
        while last < len(blocks) and _belongs(blocks[last]):
            last += 1
        # A law that is quoted in an annex counts from 第一条 again; whoever cites the document means its own.
        if article not in out:
            out[article] = Clause(article, at, last)
            for clause in _inside(blocks, article, at, last):
                out.setdefault(clause.ident, clause)
        at = last
    return tuple(out.values())


def _belongs(block: Block) -> bool:
    if isinstance(block, Heading) or block.text[-1:] not in _ENDS:
        return False
    rank = _rank(block)
    return rank is None or rank > ARTICLE


def _inside(blocks: Sequence[Block], article: str, first: int, last: int) -> list[Clause]:
    """款, 项 and 目 of one article; a 款 reaches to the next paragraph without a number."""
    found: list[Clause] = []
    starts = [at for at in range(first, last) if at == first or _rank(blocks[at]) is None]
    for count, start in enumerate(starts, 1):
        end = starts[count] if count < len(starts) else last
        paragraph = f"{article}第{_counted(count)}款"
        found.append(Clause(paragraph, start, end))
        found += _items(blocks, paragraph, start + 1, end)
    return found


def _items(blocks: Sequence[Block], paragraph: str, first: int, last: int) -> list[Clause]:
    """项 and 目 of one 款; a 项 reaches to the next one, with the 目 that stand below it."""
    found: list[Clause] = []
    item = ""
    for at in range(first, last):
        numbered = number_of(blocks[at].text)
        if numbered is None:
            continue
        rank, length = numbered
        value = ordinal(blocks[at].text[:length])
        if rank == HAN_BRACKET and value:
            item = f"{paragraph}第{_counted(value)}项"
            stop = next((later for later in range(at + 1, last) if _rank(blocks[later]) == HAN_BRACKET), last)
            found.append(Clause(item, at, stop))
        # Digits without a （一） above them count something else: a list within the sentence.
        elif rank == DIGIT and value and item:
            found.append(Clause(f"{item}第{_counted(value)}目", at, at + 1))
    return found


def _rank(block: Block) -> int | None:
    numbered = number_of(block.text)
    return numbered[0] if numbered else None


def _counted(number: int) -> str:
    """Up to 99, as lawyers write it."""
    tens, ones = divmod(number % 100, 10)
    # 第十二条, not 第一十二条.
    return ("" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十") + (_HAN[ones] if ones else "")
