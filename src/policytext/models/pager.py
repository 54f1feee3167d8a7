"""What a page's own pager says: which part of the article this is, of how many, and where the others are."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen

from policytext.models.brief import counted, shown
from policytext.models.references import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.models.blocks import Block
    from policytext.models.page import Page, Ref

__all__ = ["Pager", "PartAddress", "find_pager"]

_NUMBER = re.compile(r"(?:[\[【（(]\s*)?(?:第\s*)?(\d{1,3})\s*(?:页\s*)?[\])】）]?")
_STEP = re.compile(
    r"[<>«»‹›\[\]【】\s]*(上一?页|下一?页|前一?页|后一?页|首页|第一页|尾页|末页|最后一页)[<>«»‹›\[\]【】\s]*"
)
_NEXT, _LAST = frozenset(("下一页", "下页", "后一页", "后页")), frozenset(("尾页", "末页", "最后一页"))
_TOTAL = re.compile(r"(?:共|总共|/|／)\s*(\d{1,3})\s*页|第\s*\d{1,3}\s*[/／]\s*(\d{1,3})\s*页")
_CURRENT = re.compile(
    r"第\s*(\d{1,3})\s*(?:[/／]\s*\d{1,3}\s*)?页|(?<![\d/])(\d{1,3})\s*[/／]\s*\d{1,3}\s*页"
)
_SCRIPTED = re.compile(
    r"createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*([\"'])([\w./-]{1,200})\3\s*,\s*([\"'])(\w{1,8})\5"
)
"""The pager of a content system that most government sites run on: number of parts, current part from 0, name, extension."""
_GAP = 16
"""Code points between two links of one pager."""
_AROUND = 40
"""Code points on either side of a pager in which it says 共 5 页 or 第 2/5 页."""
_LEADS = re.compile(r"(?!#|javascript:|mailto:|about:)\S", re.IGNORECASE)


@frozen
class PartAddress:
    """A part of the article that the pager leads to.

    Attributes:
        number: Which part, from 1; ``None`` where the pager only says next, previous or last.
        address: Absolute where the page says or the caller knows where it came from.
        text: What is linked.
    """

    number: int | None
    address: str = field(repr=partial(shown, width=80))
    text: str


@frozen
class Pager:
    """The pager of an article that has several parts.

    Attributes:
        current: Which part this page is, from 1; ``None`` where that cannot be told.
        total: How many parts there are, as far as the pager shows; ``None`` where it does not.
        addresses: Where it leads, in its order, each address once.
    """

    current: int | None
    total: int | None
    addresses: tuple[PartAddress, ...] = field(default=(), repr=counted)

    @property
    def following(self) -> str | None:
        """The address of the next part; ``None`` on the last, or where the pager does not say."""
        for part in self.addresses:
            step = _STEP.fullmatch(part.text)
            if step and step[1] in _NEXT:
                return part.address
        wanted = None if self.current is None else self.current + 1
        return next((part.address for part in self.addresses if part.number == wanted is not None), None)


def find_pager(page: Page, blocks: Sequence[Block], url: str | None) -> Pager | None:
    """The pager nearest behind the start of the body; pagers before it are those of lists.

    What is left alone on purpose: 上一篇 and 下一篇 lead to other articles, and a pager of comments says 条 or 评论.
    """
    first = min((span.start for block in blocks for span in block.spans), default=0)
    for refs in _rows(page, first):
        found = _read(page, refs, url)
        if found is not None:
            return found
    scripted = _SCRIPTED.search(page.text)
    return _of_script(page, scripted, url) if scripted else None


def _rows(page: Page, first: int) -> Iterator[list[Ref]]:
    """Links that stand side by side and are numbers or steps."""
    row: list[Ref] = []
    for ref in page.refs:
        if ref.kind != "link" or ref.start < first:
            continue
        text = page.text[ref.start : ref.end]
        if not (_NUMBER.fullmatch(text) or _STEP.fullmatch(text)):
            continue
        # Two pagers, above and below the text, are two rows.
        if row and ref.start - row[-1].end > _GAP:
            yield row
            row = []
        row.append(ref)
    if row:
        yield row


def _read(page: Page, row: Sequence[Ref], url: str | None) -> Pager | None:
    """What a row of links says as a pager; ``None`` where it is not one."""
    parts, numbers = _parts(page, row, url)
    if not parts:
        return None
    around = page.text[max(0, row[0].start - _AROUND) : row[-1].end + _AROUND]
    current = _current(page, row, numbers, around)
    said = _TOTAL.search(around)
    shown = max((*numbers, current or 0)) or None
    total = int(said[1] or said[2]) if said else shown
    steps = any(_STEP.fullmatch(page.text, ref.start, ref.end) for ref in row)
    # One number alone is a footnote or a count, a step alone leads to another article.
    known = {*numbers, current} - {None, 0}
    if len(known) < 2 and not (steps and (known or said)):
        return None
    return Pager(current, total, tuple(parts.values())) if total is None or total > 1 else None


def _parts(page: Page, row: Sequence[Ref], url: str | None) -> tuple[dict[str, PartAddress], dict[int, bool]]:
    """The parts that are linked, by address, and the numbers that are shown, each with whether its link leads anywhere."""
    parts: dict[str, PartAddress] = {}
    numbers: dict[int, bool] = {}
    for ref in row:
        text = page.text[ref.start : ref.end].strip()
        number = _NUMBER.fullmatch(text)
        leads = bool(_LEADS.match(ref.value))
        if number:
            numbers[int(number[1])] = leads
        if leads:
            address = absolute(page, url, ref.value)
            # Each address once: 下一页 leads where a number does.
            parts.setdefault(address, PartAddress(int(number[1]) if number else None, address, text))
    return parts, numbers


def _current(page: Page, row: Sequence[Ref], numbers: dict[int, bool], around: str) -> int | None:
    """The part that is not a link, or that is named in words."""
    said = _CURRENT.search(around)
    if said:
        return int(said[1] or said[2])
    still = [number for number, leads in numbers.items() if not leads]
    if still:
        return still[0]
    before = page.text[max(0, row[0].start - _GAP) : row[0].start]
    gaps = [before.rpartition("\n")[2] if before.strip(" \n\t[]【】") == "" else before.split()[-1]]
    gaps += [page.text[a.end : b.start] for a, b in pairwise(row)]
    gaps.append(page.text[row[-1].end : row[-1].end + _GAP].strip().split("\n")[0])
    for gap in gaps:
        plain = _NUMBER.fullmatch(gap.strip(" \n\t\xa0|·"))
        if plain and int(plain[1]) not in numbers:
            return int(plain[1])
    return None


def _of_script(page: Page, found: re.Match[str], url: str | None) -> Pager | None:
    total, current, name, extension = int(found[1]), int(found[2]), found[4], found[6]
    if total < 2:
        return None
    written = (f"{name}.{extension}", *(f"{name}_{number}.{extension}" for number in range(1, total)))
    parts = (
        PartAddress(number, absolute(page, url, address), str(number))
        for number, address in enumerate(written, 1)
        if number != current + 1
    )
    return Pager(current + 1, total, tuple(parts))
