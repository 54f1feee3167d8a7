"""The edges of the body: from the stretch that reads like text to the lines that belong to it.

On either side of the running text the blocks of lines are looked at one after the other, outwards. Each has evidence for or against
being text (see `policytext.locate.text_blocks`); the body reaches as far as the sum of it is highest. So frame between two texts is
passed over, a table or a list of names stays with the text it belongs to, and the body ends where frame begins and stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.locate.block_evidence import Surroundings
from policytext.locate.block_weights import WEIGHTS
from policytext.locate.declared_region import extent
from policytext.locate.line_shapes import OFFICE_NAME
from policytext.locate.needed_lines import is_numbered_on
from policytext.locate.text_blocks import OPENING_NOTE
from policytext.models.page import Mark
from policytext.page.layout import Layout
from policytext.page.prose import ends_sentence, is_prose, without_way_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.locate.core import Core
    from policytext.locate.text_blocks import TextBlock
    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line, View

__all__ = ["extend_to_edges", "short_body"]

_LEAD = 200
"""Code points of running text that may stand over the headline: a lead, a note of the editors."""
_DATED_ROW = re.compile(r"(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d")
_FRAME, _HEADING = int(Mark.FRAME | Mark.FORM), int(Mark.HEADING)
_MOST = 5.0
"""What one block says for or against the text at most: no block alone outweighs all others."""
_GIVE_UP = 14.0
"""Behind so much evidence against it nothing is text any more."""
_CROSSING = 4.0
"""What frame between two texts costs at most."""
_BYLINE = 2.0
"""What a byline says at least against a text that goes on above it."""
_SAME = 4.5
"""What running text says at least that stands in the block of the text, in elements like its own."""
_OTHERS = frozenset(("comments", "post"))
"""Behind these others speak."""
_OVER = frozenset(("opener", "end"))
"""Behind these the page speaks of other articles, or of itself."""
_KNOWN_KINDS = frozenset(("frame", "notice"))
_AHEAD = 3
# What a notice closes with for its readers. The same words head the contacts of a site; those do not begin so.
_CONTACT = re.compile(r"联系人:|咨询电话|联系电话|监督电话")
_OWN = 1.0
"""What a block says at least that only documents have."""
_ADDRESSEES = 4
_SIGNED = re.compile(r"(?:[12]\d{3}|二[〇零O0○]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}?\s?日?[\s?]*")
_ORIGINAL = ("原标题:", "[原标题]", "原题:")
_CREDIT = re.compile(
    r"\((?:责任?编辑|责编|编辑|记者|作者|审核|通讯员|摄影)[^()]{1,60}\)|"
    r"(?:[\u4e00-\u9fff]{1,6}社|本报)(?:发|(?:记者)?\s?[\u4e00-\u9fff、\s]{2,12}摄)(?:\([^()]{2,14}摄\))?"
)
_ANNOUNCES = re.compile(r"(?:如下|以下|下列|名单|须带|包括)[^,。:]{0,12}:$|如下(?:,[^。]{2,40})?[。:]$")
_ORDINAL = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、)](?!\d)")
_ATTACHED = re.compile(r"附件\s?\d{0,2}\s?[:.]\S|附件\s?\d{0,2}:?$")
_COUNTER = frozenset(("shared/counter",))
_EDITORS = "shared/editor-line"
_LABELS = frozenset(("shared/footer-owner",))
"""Rules whose words head lines of texts as often: 主办单位, 承办单位."""


def extend_to_edges(view: View, core: Core, matches: LineMatches, title: int | None) -> Layout:
    """The layout.

    Args:
        view: The page.
        core: Where running text was found.
        matches: What the lines match.
        title: Line of the displayed headline.

    Returns:
        ``Layout.first:last`` are the lines of the body unless something claims them.
    """
    lines = view.lines
    prose, last = core.first, core.last
    if title is not None and prose <= title < last:
        # Headlines of a ticker, glued into one long line, are no lead: its sentences end.
        lead = sum(len(line) for line in lines[prose:title] if is_prose(line) and ends_sentence(line.text))
        if lead > _LEAD:
            # So much text does not stand over a headline: whatever the line is, the body does not begin behind it.
            title = None
    if title is not None and prose <= title < last:
        # The headline passed for running text; the first line behind it that does so by right counts.
        prose = next((index for index in range(title + 1, last) if is_prose(lines[index])), title + 1)
    if title is not None and is_numbered_on(lines[title]):
        # 三、…: a heading of the text, and what stands above it is text as well.
        title = None
    last = _before_strong_opener(lines, matches, prose, last)
    low, high = extent(view, view.page.nodes, core.node) if core.declared else (0, len(lines))
    if title is not None and low <= title < prose:
        low = title + 1
    around = Surroundings(view, matches, (prose, last), core.node, title)
    first = _reach(view, around, matches, prose, low, -1)
    last = _reach(view, around, matches, last, high, 1)
    if core.declared:
        # All of a declared place is body, but it may begin with a byline or a caption.
        prose = next((index for index in range(prose, last) if is_prose(lines[index])), prose)
    # Where the edge took in running text, the head of the page is over above it.
    prose = next(
        (index for index in range(first, prose) if is_prose(lines[index]) and index not in matches), prose
    )
    return Layout(first, last, title, prose)


def _reach(view: View, around: Surroundings, matches: LineMatches, start: int, limit: int, side: int) -> int:
    """How far the text reaches from ``start``: one past its last line below, its first line above."""
    blocks = around.reader.blocks(start if side > 0 else start - 1, side)
    weights = WEIGHTS[around.form, "below" if side > 0 else "above"]
    queue: list[TextBlock] = []
    inner: TextBlock | None = None
    announced: TextBlock | None = None
    passed: dict[str, float] = {}
    edge, total, best, against = start, 0.0, 0.0, 0.0
    while True:
        while len(queue) <= _AHEAD:
            block = next(blocks, None)
            if block is None or _is_beyond(view.lines, block, limit, side):
                break
            queue.append(block)
        if not queue:
            return edge
        block = queue.pop(0)
        if any(matches.ends_for_sure(index) for index in range(block.first, block.last)):
            return edge
        says = weigh_evidence(around.evidence(block, inner, queue, passed, side), weights)
        if block.kind == "row":
            # Above a byline stand a lead or a headline, no loose lines of the text.
            says = min(says, -_BYLINE)
        elif (side > 0 and around.is_of_others(block, inner, passed)) or _is_known(
            view.lines, block, matches
        ):
            says = min(says, 0.0)
        elif edge == (block.first if side > 0 else block.last) and _is_own(view.lines, block, side):
            says, announced = max(says, _OWN), block
        else:
            needed = side < 0 and around.is_needed(block, edge)
            says = max(says, _SAME if needed else _at_least(view, around, block, announced, passed, side))
        # However much frame stands between two texts, it is passed over as one.
        total = max(total + says, best - _CROSSING)
        against += says
        if total > best:
            best, against = total, 0.0
            edge = block.last if side > 0 else block.first
        elif against < -_GIVE_UP:
            return edge
        # Labels that were taken for text are no frame that what comes next stands behind.
        if block.kind not in _KNOWN_KINDS or edge != (block.last if side > 0 else block.first):
            around.pass_by(block, passed)
        inner = block


def _at_least(
    view: View,
    around: Surroundings,
    block: TextBlock,
    announced: TextBlock | None,
    passed: dict[str, float],
    side: int,
) -> float:
    """What a block that no rule knows says at least for the text."""
    if around.speaks_on(block):
        return _SAME
    if announced is not None and _is_more_of(view, announced, block):
        return _OWN
    return _SAME if _is_like_the_text(view.lines, around, block, passed, side) else -_MOST


def _is_beyond(lines: Sequence[Line], block: TextBlock, limit: int, side: int) -> bool:
    """Whether a block is outside a declared place; behind it the files of the text belong to it."""
    if side < 0:
        return block.first < limit
    return block.last > limit and not all(
        _ATTACHED.match(line.fold) for line in lines[block.first : block.last]
    )


def _is_like_the_text(
    lines: Sequence[Line], around: Surroundings, block: TextBlock, passed: dict[str, float], side: int
) -> bool:
    """Whether a block is more of the running text: below it, or between it and the headline."""
    if side > 0 and not passed.keys() & _OTHERS:
        if around.is_set_like_the_text(block):
            return True
        if not passed.keys() & _OVER and _is_signature(lines, block):
            return True
    below_title = around.title is not None and around.title < block.first
    return (side > 0 or below_title) and around.reads_like_the_text(block, passed, side)


def _is_known(lines: Sequence[Line], block: TextBlock, matches: LineMatches) -> bool:
    """Whether a rule knows the block for frame: that may stand amid a text, but no text ends with it."""
    if block.first and lines[block.first].fold == lines[block.first - 1].fold:
        # The text of a picture and its caption: no document says a thing twice.
        return True
    if block.kind in _KNOWN_KINDS:
        return not all(_only(matches, index, _LABELS) for index in range(block.first, block.last))
    if all(_is_of_editors(matches, index) for index in range(block.first, block.last)):
        return True
    if block.last - block.first == 1:
        return matches.is_boilerplate(block.first) and not _CONTACT.match(lines[block.first].fold)
    inside = range(block.first, block.last)
    return all(matches.is_firm_boilerplate(index) for index in inside) and not all(
        _only(matches, index, _COUNTER) for index in inside
    )


def _is_of_editors(matches: LineMatches, index: int) -> bool:
    """Whether a line is that of the editors: a field, and never the last of a text."""
    return any(found.rule.name == _EDITORS for found in matches.at(index))


def _is_own(lines: Sequence[Line], block: TextBlock, side: int) -> bool:
    """Whether a block that touches the text is of a kind that only documents have.

    Below it files, and lists that a line of the text announces; above it the note on who passed it when, the
    addressees, and the original title, which is read as a field.
    """
    if side > 0:
        return _is_own_below(lines, block)
    if block.kind not in ("short", "prose"):
        return False
    fold = lines[block.last - 1].fold
    return (
        fold.startswith(_ORIGINAL)
        or OPENING_NOTE.fullmatch(fold) is not None
        or (fold[-1] == ":" and len(fold) >= _ADDRESSEES)
    )


def _is_own_below(lines: Sequence[Line], block: TextBlock) -> bool:
    own = lines[block.first : block.last]
    if block.kind == "file" or all(
        _ATTACHED.match(line.fold) or _CREDIT.fullmatch(line.fold) for line in own
    ):
        return True
    if len(own) == 1 and len(without_way_back(own[0].text)) < len(own[0]):
        # The way back to the portal is set into the last paragraph.
        return True
    if block.kind != "short":
        return False
    if _SIGNED.fullmatch(own[0].fold) and OFFICE_NAME.fullmatch(lines[block.first - 1].fold):
        # Half a signature is in the text: this is the other half.
        return True
    return _is_list_of_the_text(lines[block.first - 1], own)


def _is_list_of_the_text(above: Line, own: Sequence[Line]) -> bool:
    """Whether lines are a list that is announced, by the line above or by a short line that heads it, or that is numbered."""
    announced = any(_ANNOUNCES.search(line.fold) for line in (above, own[0]))
    return announced or (len(own) > 1 and all(_ORDINAL.match(line.fold) for line in own))


def _is_signature(lines: Sequence[Line], block: TextBlock) -> bool:
    """Whether a block is offices and the day of their signature: so documents close, whatever link stands above."""
    *offices, day = [line.fold for line in lines[block.first : block.last]]
    return (
        block.kind == "short"
        and bool(offices)
        and _SIGNED.fullmatch(day) is not None
        and all(OFFICE_NAME.fullmatch(office) for office in offices)
    )


def _is_more_of(view: View, announced: TextBlock, block: TextBlock) -> bool:
    """Whether a block goes on with a list that the text announced, where every line has a box of its own."""
    if block.kind != announced.kind or block.shapes[0] != announced.shapes[-1]:
        return False
    nodes = view.page.nodes
    one, other = nodes[view.lines[announced.first].node], nodes[view.lines[block.first].node]
    return len(nodes) > 1 and (one.tag, one.ident) == (other.tag, other.ident)


def _only(matches: LineMatches, index: int, names: frozenset[str]) -> bool:
    return {found.rule.name for found in matches.at(index)} <= names


def weigh_evidence(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logarithm of the odds that a block is text."""
    total = sum([weights.get(name, 0.0) * value for name, value in evidence.items()])
    return max(-_MOST, min(_MOST, total))


def short_body(view: View, matches: LineMatches, title: int | None) -> Layout | None:
    """The body of a page without running text, such as a table of contents or a list of names.

    What stands between the byline below the headline, or a headline that is a heading, and the first sign of frame. ``None``
    without either: then nothing tells the page's own lines from a menu.
    """
    if title is None:
        return None
    lines = view.lines
    row = next(
        (at for at in range(title + 1, min(len(lines), title + 4)) if _DATED_ROW.search(lines[at].fold)), None
    )
    if row is None and not lines[title].marks & _HEADING:
        return None
    first = last = (title if row is None else row) + 1
    for index in range(first, len(lines)):
        line = lines[index]
        if line.marks & _FRAME or _linked(line):
            break
        if matches.is_boilerplate_that_ends(index):
            break
        if not matches.is_boilerplate(index):
            last = index + 1
    return Layout(first, last, title, first) if last - first > 1 else None


def _before_strong_opener(lines: Sequence[Line], matches: LineMatches, first: int, last: int) -> int:
    seen_prose = False
    for index in range(first, last):
        if seen_prose and matches.ends_for_sure(index):
            return index
        seen_prose = seen_prose or is_prose(lines[index])
    return last


def _linked(line: Line) -> bool:
    return line.link * 2 > len(line) and len(line) < 60
