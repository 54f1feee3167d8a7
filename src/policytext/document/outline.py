"""The outline: numbering, headings, sections, measures. Reads blocks, makes none of its own text.

Numbering of official documents (GB/T 9704-2012, 7.3.3): ``一、`` over ``（一）`` over ``1.`` over ``（1）``; of legal texts: 编 章 节 over
条. Levels may be skipped, so the level is the rank among the kinds that occur, not the kind itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from policytext.models.blocks import Block, Heading, ListItem, Measure, Paragraph, Section
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_measures", "find_sections", "number_of"]

_CN = "一二三四五六七八九十百零〇两"

# (rank, pattern on the shadow). Ranks order the kinds from the outermost to the innermost.
_NUMBERINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第[{_CN}\d]{{1,6}}编(?=\s|$|[^,。的])")),
    (2, re.compile(rf"第[{_CN}\d]{{1,6}}章(?=\s|$|[^,。的])")),
    (3, re.compile(rf"第[{_CN}\d]{{1,6}}节(?=\s|$|[^,。的])")),
    (4, re.compile(rf"[{_CN}]{{1,4}}(?:、|\.(?!\d)|,(?=\S))")),
    (5, re.compile(rf"\([{_CN}]{{1,4}}\)、?")),
    (6, re.compile(r"\d{1,2}(?:\.(?![\d])|、)")),
    (7, re.compile(r"\(\d{1,2}\)、?")),
    (8, re.compile(r"[①-⑳]")),
)

_FIRST = frozenset(f"第({_CN}0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

# A label, and what sets it off: a colon, or a blank wider than a word space.
_LABELLED = re.compile(r"(?P<label>[^。;:!?\"'()]{2,26}?)\s?[:：]\s*(?P<text>\S.{9,})", re.DOTALL)
_RUN_IN = re.compile(
    r"(?P<label>[^\s,。;:!?、\"'()\d]{4,18})[ \xa0\u2002\u2003\u3000]{1,3}(?P<text>\S.{19,})", re.DOTALL
)
_SET_OFF = re.compile("[:：∶︰ː﹕ \xa0\u2002\u2003\u3000]")
# What stands before a colon or gap without being a measure: speech, datelines, bylines, contacts, notes.
_NO_LABEL = re.compile(
    r"记者|讯$|电$|报道|表示|说$|认为|指出|强调|获悉|问$|答$|来源|编辑|作者|责编|电话|地址|时间|地点|附件|邮箱|联系人|日期|注$|备注|网址|图为|摘要|关键词|导语|编者按"
)


def number_of(text: str) -> tuple[int, int] | None:
    """Rank and length of the numbering a line begins with, ``None`` without one.

    >>> number_of("（一）加强领导"), number_of("第三章　罚则"), number_of("2022年工作")
    ((5, 3), (2, 3), None)
    """
    if fold(text[:1]) not in _FIRST:
        return None
    head = fold(text[:12])
    for rank, pattern in _NUMBERINGS:
        found = pattern.match(head)
        if found:
            return rank, found.end()
    return None


def find_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Sections by headings: consecutive headings of one level make one section, lower levels become children."""
    flat: list[tuple[int, list[Heading], list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            if (
                flat
                and flat[-1][1]
                and not flat[-1][2]
                and flat[-1][0] == block.level
                and block.number is None
            ):
                flat[-1][1].append(block)
            else:
                flat.append((block.level, [block], []))
        else:
            if not flat:
                flat.append((0, [], []))
            flat[-1][2].append(block)
    sections, _ = _nest(flat, 0, 0)
    return tuple(sections)


def _nest(
    flat: Sequence[tuple[int, list[Heading], list[Block]]], at: int, above: int
) -> tuple[list[Section], int]:
    # Recursion is bounded by the number of kinds of numbering, not by the page.
    out: list[Section] = []
    while at < len(flat):
        level, headings, blocks = flat[at]
        if level <= above and level > 0:
            break
        at += 1
        children: list[Section] = []
        if level > 0:
            children, at = _nest(flat, at, level)
        out.append(
            Section(
                headings=tuple(headings),
                blocks=tuple(blocks),
                children=tuple(children),
                number=headings[0].number if headings else None,
                title=" ".join(heading.title for heading in headings),
                level=level,
            )
        )
    return out, at


def rank_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, heading levels counted from the outermost kind that occurs. Levels come in as ranks."""
    ranks = sorted({block.level for block in blocks if isinstance(block, Heading)})
    place = {rank: number for number, rank in enumerate(ranks, 1)}
    return tuple(
        evolve(block, level=place[block.level])
        if isinstance(block, Heading) and place[block.level] != block.level
        else block
        for block in blocks
    )


def find_measures(blocks: Sequence[Block]) -> tuple[Measure, ...]:
    """Measures: paragraphs or items that begin with a label set off by a colon or a wide blank.

    One alone is a sentence with a colon; two or more under one heading are a list of measures.
    """
    out: list[Measure] = []
    group: list[Measure] = []
    for block in (*blocks, Heading("")):
        if isinstance(block, Heading):
            if len(group) > 1:
                out += group
            group = []
            continue
        if isinstance(block, (Paragraph, ListItem)):
            measure = _measure(block)
            if measure is not None:
                group.append(measure)
    return tuple(out)


def _measure(block: Block) -> Measure | None:
    text = block.text
    if len(text) < 14:
        return None
    numbered = number_of(text)
    body = text[numbered[1] :].lstrip() if numbered else text
    if not _SET_OFF.search(body, 0, 30):
        return None
    head = fold(body[:40]) + body[40:]
    # The run-in form is tried on the text itself: the shadow makes every blank a plain one, which is no sign
    # where words are set apart by it.
    for found in (_LABELLED.match(head), _RUN_IN.match(head)):
        if found and not _NO_LABEL.search(found["label"]):
            return Measure(body[: found.end("label")].strip(), body[found.start("text") :], block)
    return None
