"""The outline: numbering, headings, sections, measures. Reads blocks, makes none of its own text.

Kinds of numbering and their ranks: `policytext.fields.grammar.numbering`. Levels may be skipped, so the level is the rank among
the kinds that occur, not the kind itself. 一是 … 二是 … within running text stays prose; 条 are leaves of the tree, see `clauses`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from policytext.fields.grammar.numbering import ARTICLE, DIGIT, HAN, PLAIN, article_of, number_of, ordinal
from policytext.models.blocks import Block, Heading, ListItem, Measure, Paragraph, Section
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["find_measures", "find_sections", "rank_headings", "run_in_head"]

_ATTACHED: Final = re.compile(r"附\s*(?:件|表|[:：])")
_SENTENCE: Final = re.compile(r"[。:;!?]")
_BRACKETED: Final = re.compile(r"\([^()]*\)|\([^()]*$")
_DECIDES: Final = re.compile(r"(?:原则)?(?:同意|批准|任命|免去|撤销|将|自|请|凡|对[^。,]{2,40},)")
"""Sentences that decide something: the numbered points of a reply or an order, no heads."""
_LISTS: Final = re.compile(r"\d$|问$|答$|如下|下列|以下")
_BARE: Final = tuple(
    (rank, re.compile(rf"({number})[ \xa0\u3000]{{1,4}}([^\W\d_][^。；;！!？?：:，,\t]{{0,28}}[^\W_])"))
    for rank, number in ((DIGIT, r"\d{1,2}"), (HAN, "[一二三四五六七八九十]{1,3}"))
)
_COUNTED: Final = frozenset("一二三四五六七八九十")
_DOTTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
_HEAD_REACH: Final = 120
_LONGEST_LABEL: Final = 26
_LONGEST_ITEM: Final = 44

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


class _Node(NamedTuple):
    """A section that begins: its rank, its heading lines (none where the head is run in), and what it is called."""

    rank: int
    headings: tuple[Heading, ...]
    number: str | None
    title: str


def _nodes(blocks: Sequence[Block]) -> list[_Node | None]:
    """Per block, the section that begins with it."""
    legal = _is_legal(blocks)
    bare = _bare_counts(blocks)
    ranks = [bare[at][0] if at in bare else _rank(block) for at, block in enumerate(blocks)]
    out: list[_Node | None] = []
    listed = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            rank = ranks[at] or PLAIN
            out.append(_Node(rank, (block,), block.number, block.title))
            continue
        if at in bare:
            out.append(_Node(*bare[at][:1], (), *bare[at][1:]))
            continue
        own = ranks[at]
        # 附件：1.… 2.… names attachments.
        listed = (listed and own == DIGIT) or _ATTACHED.match(block.text) is not None
        if own is None or listed or own == ARTICLE or (legal and own > ARTICLE):
            out.append(None)
            continue
        found = run_in_head(block.text, counted=_is_one_of_several(blocks, ranks, at))
        out.append(_Node(own, (), *found) if found is not None else None)
    return out


def _bare_counts(blocks: Sequence[Block]) -> dict[int, tuple[int, str, str]]:
    """Rank, number and title of headings whose number nothing but a blank sets off: ``1 总则`` … ``2 组织体系``, ``一 总体要求`` ….

    A figure before a word is a heading only in company: counted from 1 without a gap, and text between each and the next, which rows of
    a table do not have.
    """
    out: dict[int, tuple[int, str, str]] = {}
    for rank, pattern in _BARE:
        found = {
            at: match
            for at, block in enumerate(blocks)
            if isinstance(block, Heading | Paragraph)
            and (block.text[:1].isdecimal() or block.text[:1] in _COUNTED)
            and (match := pattern.fullmatch(block.text))
        }
        places = list(found)
        values = [ordinal(match[1]) for match in found.values()]
        if (
            len(places) > 1
            and values == list(range(1, len(values) + 1))
            and all(later - earlier > 1 for earlier, later in pairwise(places))
        ):
            out.update((at, (rank, match[1], match[2])) for at, match in found.items())
    return out


def _is_legal(blocks: Sequence[Block]) -> bool:
    """Whether a text has articles (第一条 …): what is counted below them is theirs, and heads no section."""
    return sum(isinstance(block, Paragraph) and article_of(block.text) is not None for block in blocks) > 1


def _is_one_of_several(blocks: Sequence[Block], ranks: Sequence[int | None], at: int) -> bool:
    """Whether a neighbour is counted in the same way: one of several sentences that are counted heads nothing."""
    own = ranks[at]
    if at + 1 < len(blocks) and ranks[at + 1] == own:
        return True
    return at > 0 and ranks[at - 1] == own and blocks[at - 1].text[-1:] == "。"


def _rank(block: Block) -> int | None:
    """Rank of a block's numbering."""
    if not isinstance(block, Heading | Paragraph):
        return None
    numbered = number_of(block.text)
    return numbered[0] if numbered else None


def run_in_head(text: str, *, counted: bool = False) -> tuple[str, str] | None:
    """Number and head of a numbered paragraph; ``None`` where the number counts a sentence and heads nothing.

    A head is the first sentence of several, a short label with a colon, a short line that something else follows, or a short item of
    a list. ``counted``: the next number, or the last, is of the same kind and stands right beside it.

    >>> run_in_head("（一）加强领导。各地要落实责任。"), run_in_head("（二）工作目标。"), run_in_head("2.按期完成补植。", counted=True)
    (('（一）', '加强领导'), ('（二）', '工作目标'), None)
    """
    numbered = number_of(text)
    if numbered is None:
        return None
    _, length = numbered
    number, body = text[:length].strip(), text[length:].strip()
    folded = _BRACKETED.sub(lambda found: "x" * len(found[0]), fold(body[:_HEAD_REACH]))
    # A stop within brackets ends no sentence, which is why they are masked above.
    stop = _SENTENCE.search(folded)
    if stop is None:
        return (number, body) if 0 < len(body) <= _LONGEST_ITEM else None
    head = body[: stop.start()]
    rest = folded[stop.end() :].strip("x\"' 。;")
    if not head or head.count("，") + head.count(",") > 1 or len(head) > _LONGEST_ITEM:
        return None
    if rest:
        return (number, head) if _heads_what_follows(head, folded, stop) else None
    if stop[0] == "。" and counted:
        return None
    return number, body.rstrip("。")


def _heads_what_follows(head: str, folded: str, stop: re.Match[str]) -> bool:
    """Whether the text before a stop, with more behind it, is a head: a short label, or the first of several sentences."""
    if stop[0] == ":":
        return len(head) <= _LONGEST_LABEL and not _LISTS.search(folded[: stop.start()])
    return stop[0] == "。" and not _DECIDES.match(folded)


def find_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The outline: sections by headings and by heads that are run into their paragraph; lower levels become children.

    Consecutive heading lines of one level make one section. Levels are counted from the outermost kind that occurs, so a kind
    that is skipped leaves no gap.
    """
    nodes = _nodes(blocks)
    # Levels are skipped freely: the third kind that occurs is level three, whichever it is.
    place = _places(nodes)
    flat: list[tuple[_Node | None, list[Block]]] = []
    for block, node in zip(blocks, nodes, strict=True):
        if node is None:
            if not flat:
                flat.append((None, []))
            flat[-1][1].append(block)
        elif node.headings and (last := _continued(flat, node)) is not None:
            joined = (*last.headings, *node.headings)
            flat[-1] = (last._replace(headings=joined, title=" ".join(one.title for one in joined)), [])
        else:
            flat.append((node, [] if node.headings else [block]))
    sections, _ = _nest(flat, 0, 0, place, ())
    return tuple(sections)


def _continued(flat: Sequence[tuple[_Node | None, list[Block]]], node: _Node) -> _Node | None:
    """The heading right before a heading line that goes on with it."""
    if not flat or node.number is not None:
        return None
    last, blocks = flat[-1]
    return last if last is not None and last.headings and not blocks and last.rank == node.rank else None


def _places(nodes: Sequence[_Node | None]) -> dict[int, int]:
    """Level of each rank that occurs."""
    ranks = sorted({node.rank for node in nodes if node is not None})
    return {rank: level for level, rank in enumerate(ranks, 1)}


def _nest(
    flat: Sequence[tuple[_Node | None, list[Block]]],
    at: int,
    above: int,
    place: Mapping[int, int],
    path: tuple[str, ...],
) -> tuple[list[Section], int]:
    # Recursion is bounded by the number of kinds of numbering, not by the page.
    out: list[Section] = []
    while at < len(flat):
        node, blocks = flat[at]
        level = place[node.rank] if node is not None else 0
        if level <= above and level > 0:
            break
        at += 1
        if node is None:
            out.append(Section(blocks=tuple(blocks)))
            continue
        steps = _steps(node.number) if node.number else ()
        own = _path(path, steps)
        children, at = _nest(flat, at, level, place, own)
        ident = ".".join(own) if steps else ""
        out.append(
            Section(node.headings, tuple(blocks), tuple(children), node.number, node.title, level, ident)
        )
    return out, at


def _steps(number: str) -> tuple[str, ...]:
    """What a number counts: 3 of ``（三）``, 2 and 1 of ``2.1``."""
    if _DOTTED.fullmatch(number):
        return tuple(number.rstrip(".").split("."))
    value = ordinal(number)
    return () if value is None else (str(value),)


def _path(above: tuple[str, ...], steps: tuple[str, ...]) -> tuple[str, ...]:
    """The way from the root; ``2.1`` under ``2`` says the 2 again."""
    for size in range(len(steps) - 1, 0, -1):
        if above[-size:] == steps[:size]:
            return (*above, *steps[size:])
    return (*above, *steps)


def rank_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, heading levels counted from the outermost kind that occurs, run-in heads counted in."""
    if not any(isinstance(block, Heading) for block in blocks):
        return tuple(blocks)
    place = _places(_nodes(blocks))
    bare = _bare_counts(blocks)
    out: list[Block] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Heading):
            out.append(block)
        elif at in bare:
            rank, number, title = bare[at]
            out.append(evolve(block, level=place[rank], number=number, title=title))
        else:
            level = place[_rank(block) or PLAIN]
            out.append(evolve(block, level=level) if block.level != level else block)
    return tuple(out)


def find_measures(blocks: Sequence[Block], sections: Sequence[Section] = ()) -> tuple[Measure, ...]:
    """Measures: paragraphs or items that begin with a label set off by a colon or a wide blank.

    One alone is a sentence with a colon; two or more under one heading are a list of measures. ``sections`` is their outline.
    """
    places: dict[int, str] = {}
    _place_blocks(sections, "", places)
    out: list[Measure] = []
    group: list[Measure] = []
    # A last heading ends the last group.
    for block in (*blocks, Heading("")):
        if isinstance(block, Heading):
            if len(group) > 1:
                out += group
            group = []
            continue
        if isinstance(block, (Paragraph, ListItem)):
            measure = _measure(block)
            if measure is not None:
                group.append(evolve(measure, section=places.get(id(block), "")))
    return tuple(out)


def _place_blocks(sections: Sequence[Section], above: str, places: dict[int, str]) -> None:
    """The innermost numbered section of each block, by the block's identity."""
    for section in sections:
        ident = section.ident or above
        # A paragraph whose head is run in is its section's first block; what stands in it, stands above it as well.
        places.update((id(block), ident) for block in section.blocks)
        _place_blocks(section.children, ident, places)


def _measure(block: Block) -> Measure | None:
    text = block.text
    if len(text) < 14:
        return None
    numbered = number_of(text)
    body = text[numbered[1] :].lstrip() if numbered else text
    if not _SET_OFF.search(body, 0, 30):
        return None
    head = fold(body[:40]) + body[40:]
    # The run-in form is tried on the text itself: the shadow makes every blank a plain one, which says nothing
    # where words are set apart by it.
    for found in (_LABELLED.match(head), _RUN_IN.match(head)):
        if found and not _NO_LABEL.search(found["label"]):
            number = text[: numbered[1]].strip() if numbered else None
            return Measure(body[: found.end("label")].strip(), body[found.start("text") :], block, number)
    return None
