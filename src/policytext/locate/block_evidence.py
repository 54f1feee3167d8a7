"""What is known of a block of lines beside the running text: the evidence that `policytext.locate.edges` sums up.

A single short line says nothing. A run of alike lines does: what they look like, how they are marked, what stands before and behind
them, how far away they are, what frame was passed on the way. Each piece of evidence has a name; what it weighs stands in
`policytext.locate.block_weights`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from policytext.locate.core import COMMENTS, is_in_box
from policytext.locate.likeness import Likeness
from policytext.locate.line_shapes import SHAPES
from policytext.locate.line_weights import is_site_foot
from policytext.locate.needed_lines import NeededLines
from policytext.locate.text_blocks import BlockReader, usual
from policytext.models.page import Mark, around
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.locate.text_blocks import TextBlock
    from policytext.matching.line_matches import LineMatches
    from policytext.models.page import Form
    from policytext.page.view import Line, View

__all__ = ["Surroundings"]

_SITE_FOOT = "site-foot"
"""Passed: what a site sets below all that its article says."""

_MARKS = (
    ("paragraph", int(Mark.PARAGRAPH)),
    ("heading", int(Mark.HEADING)),
    ("list", int(Mark.LIST)),
    ("table", int(Mark.TABLE)),
    ("strong", int(Mark.STRONG)),
    ("set-apart", int(Mark.CENTER | Mark.RIGHT)),
    ("chrome", int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)),
    ("quoted-mark", int(Mark.QUOTE | Mark.CAPTION | Mark.PRE)),
)
_SHAPE_OF = {1 << bit: f"shape:{name}" for bit, name in enumerate(SHAPES)}
_SIGN = 1 << SHAPES.index("sign")
_ATTACHED = 1 << SHAPES.index("attached")
_DATED_SHAPE = 1 << SHAPES.index("dated")
_PARAGRAPHS = frozenset("p span font strong b em i h1 h2 h3 h4 h5 h6 blockquote pre".split())
"""Elements that hold a paragraph, and no text of several."""
_FAR = 3
"""Steps out of the block that holds the text from which it is all one how many."""
_SIZES = (4, 8, 14, 29, 59, 119, 239)
"""Upper ends of the classes of mean length."""
_BELOW_TITLE = 3
_BEGINNING = 6
"""Code points by which a teaser that repeats its title is known."""
_SENTENCE = 8
"""Code points of the shortest sentence."""
_ANNOUNCES = re.compile(r"(?:如下|以下|下列|名单|安排|公布|附件)[^,。:]{0,8}[:。]?$")


class Surroundings:
    """The evidence of the blocks on either side of the running text."""

    def __init__(
        self, view: View, matches: LineMatches, core: tuple[int, int], node: int, title: int | None
    ) -> None:
        """``core`` are the lines of the running text, ``node`` the block that holds them (-1: not known)."""
        lines, nodes = view.lines, view.page.nodes
        self._view = view
        self._matches = matches
        self.title = title
        self._nodes = nodes
        self._markup = len(nodes) > 1
        self.form: Form = "html" if self._markup else "text"
        self.reader = BlockReader(view, matches)
        running = [index for index in range(*core) if is_prose(lines[index])]
        self._outwards: list[int] = []
        self._up: dict[int, int] = {}
        if self._markup:
            at = node if node >= 0 else around(nodes, [lines[index].node for index in range(*core)] or [0])
            while at > 0 and nodes[at].tag in _PARAGRAPHS:
                # A text of which one paragraph alone was found stands in the block around it.
                at = nodes[at].parent
            while at >= 0:
                self._outwards.append(at)
                at = nodes[at].parent
        self._times = Counter([line.fold for line in lines])
        self._alike = {self._element(lines[index].node) for index in running}
        self._indent = usual([self.reader.indent_of(index) for index in running])
        self._gap = usual([self.reader.gap_above(index) for index in running[1:]])
        self._likeness = Likeness(lines, matches, core, title)
        self._needed = NeededLines(lines, *core)

    def _element(self, node: int) -> tuple[str, str]:
        return self._nodes[node].tag, self._nodes[node].ident

    def _steps_out(self, node: int) -> int:
        """How many blocks have to be left, from the one that holds the text, to reach one that holds this one too."""
        found = self._up.get(node)
        if found is None:
            at = node
            while at not in self._outwards:
                at = self._nodes[at].parent
            found = self._up[node] = self._outwards.index(at)
        return found

    def evidence(
        self,
        block: TextBlock,
        inner: TextBlock | None,
        outer: Sequence[TextBlock],
        passed: dict[str, float],
        side: int,
    ) -> dict[str, float]:
        """What is known of a block: name of the evidence to how much of it there is.

        Args:
            block: The block.
            inner: The one between it and the text; ``None`` right beside the text.
            outer: Those behind it, up to three.
            passed: What stands between it and the text, see `pass_by`.
            side: 1 below the text, -1 above it.
        """
        lines = self._view.lines[block.first : block.last]
        count = len(lines)
        kind = block.kind
        out: dict[str, float] = {"bias": 1.0, kind: 1.0}
        out["lines"] = out[f"lines:{kind}"] = log2(1 + count)
        total = sum([line.end - line.start for line in lines])
        size = bisect_left(_SIZES, total / count)
        out[f"size:{size}:{kind}"] = 1.0
        shown = 0
        for shape in block.shapes:
            shown |= shape
        while shown:
            bit = shown & -shown
            shown ^= bit
            having = 1 if count == 1 else sum([shape & bit > 0 for shape in block.shapes])
            out[_SHAPE_OF[bit]] = having / count
        repeated = sum([self._times[line.fold] > 1 for line in lines]) / count
        if repeated:
            out[f"repeated:{kind}"] = repeated
        linked = sum([line.link for line in lines]) / total
        if linked:
            out["linked"] = linked
        out.update(self._likeness.evidence(block, passed, side))
        self._of_markup(block, lines, out)
        self._of_setting(block, side, out)
        self._of_rules(block, side, out)
        self._of_neighbours(block, inner, outer, side, out)
        if kind == "prose" and passed.get("opener"):
            out["lines:behind-opener"] = log2(count)
        for name, value in passed.items():
            if value:
                out[f"passed:{name}"] = value
                out[f"passed:{name}:{kind}"] = value
        return out

    def is_set_like_the_text(self, block: TextBlock) -> bool:
        """Whether a block is running text in the element that holds the text, marked up as its paragraphs are.

        So are short sentences that no rule knows: the last word of a notice, below the link to a form.
        """
        if not self._markup or block.kind not in ("prose", "short"):
            return False
        lines = self._view.lines[block.first : block.last]
        if block.kind == "short" and not all(
            len(line) >= _SENTENCE and line.fold[-1] == "。" and line.index not in self._matches
            for line in lines
        ):
            return False
        return all(
            self._element(line.node) in self._alike and self._steps_out(line.node) == 0 for line in lines
        )

    def is_of_others(self, block: TextBlock, inner: TextBlock | None, passed: dict[str, float]) -> bool:
        """Whether a block below the text is the site's, a reader's, or of another article, whatever it looks like."""
        return _SITE_FOOT in passed or self._is_of_readers(block) or self._is_teaser(block, inner, passed)

    def _is_of_readers(self, block: TextBlock) -> bool:
        """Whether a block begins in a box of comments that the text itself does not stand in."""
        if not self._markup:
            return False
        node = self._view.lines[block.first].node
        return is_in_box(self._nodes, node, self._outwards, COMMENTS)

    def is_needed(self, block: TextBlock, edge: int) -> bool:
        """Whether a block above the text, below its headline, has a line that the text cannot do without."""
        below_title = self.title is None or self.title < block.first
        return below_title and block.kind != "link" and self._needed.among(block.first, block.last, edge)

    def _is_teaser(self, block: TextBlock, inner: TextBlock | None, passed: dict[str, float]) -> bool:
        """Whether a paragraph behind the head of a list of articles is a teaser: below a title that it begins with, or a date."""
        if not passed.get("opener") or inner is None or block.kind != "prose" or block.last - block.first > 1:
            return False
        begins = self._view.lines[block.first].fold[:_BEGINNING]
        return inner.kind in ("short", "link") and any(
            shape & _DATED_SHAPE or self._view.lines[inner.first + at].fold.startswith(begins)
            for at, shape in enumerate(inner.shapes)
        )

    def speaks_on(self, block: TextBlock) -> bool:
        """Whether a block is more of a talk that the running text is: every line has the label of one who speaks there."""
        return block.kind in ("short", "prose") and self._likeness.speaks_on(block)

    def reads_like_the_text(self, block: TextBlock, passed: dict[str, float], side: int) -> bool:
        """Whether a block is whole paragraphs, set in and placed as those of the text, before anything says that the text is over."""
        return self._likeness.is_paragraphs(block, passed, side) and all(
            (not self._indent or self.reader.indent_of(index) == self._indent)
            and (not self._markup or self._steps_out(self._view.lines[index].node) == 0)
            for index in range(block.first, block.last)
        )

    def _of_markup(self, block: TextBlock, lines: Sequence[Line], out: dict[str, float]) -> None:
        if not self._markup:
            return
        count = len(lines)
        shown = 0
        for line in lines:
            shown |= line.marks
        for name, mark in _MARKS:
            if shown & mark:
                share = sum([line.marks & mark > 0 for line in lines]) / count
                out[f"mark:{name}"] = share
                if name in ("table", "list", "paragraph"):
                    out[f"mark:{name}:{block.kind}"] = share
        out["like-text"] = sum(self._element(line.node) in self._alike for line in lines) / count
        away = min(self._steps_out(lines[0].node), _FAR)
        if away:
            out[f"out:{away}"] = 1.0
            out[f"out:{block.kind}"] = 1.0
            if away > 1:
                out[f"far-out:{block.kind}"] = 1.0

    def _of_setting(self, block: TextBlock, side: int, out: dict[str, float]) -> None:
        """Set in and apart like the paragraphs of the text, or not."""
        count = block.last - block.first
        if self._indent:
            share = (
                sum(self.reader.indent_of(index) == self._indent for index in range(block.first, block.last))
                / count
            )
            out["indent:alike" if share >= 0.5 else "indent:other"] = 1.0
            out[f"indent:{'alike' if share >= 0.5 else 'other'}:{block.kind}"] = 1.0
        elif self.reader.indent_of(block.first):
            out["indent:more"] = 1.0
        if self._markup or self._gap is None or len(self._gap) < 2:
            return
        edge = block.first if side > 0 else block.last
        if edge < len(self._view.lines):
            out["gap:alike" if self.reader.gap_above(edge) == self._gap else "gap:other"] = 1.0
        if count > 1:
            inside = sum(
                self.reader.gap_above(index) == self._gap for index in range(block.first + 1, block.last)
            )
            out["gap:inside"] = inside / (count - 1)

    def _of_rules(self, block: TextBlock, side: int, out: dict[str, float]) -> None:
        count = block.last - block.first
        # 名称：… heads the table above a document and the contacts at its end: a rule says nothing where it does not hold.
        elsewhere = "head" if side > 0 else "tail"
        for index in range(block.first, block.last):
            seen: set[str] = set()
            for found in self._matches.at(index):
                rule = found.rule
                if rule.place == elsewhere:
                    continue
                names = [f"sign:{rule.sign}" if rule.role == "boilerplate" else f"role:{rule.role}"]
                if rule.name.startswith("shared/"):
                    names.append(rule.name)
                for name in names:
                    if name not in seen:
                        seen.add(name)
                        out[name] = out.get(name, 0.0) + 1 / count

    def _of_neighbours(
        self,
        block: TextBlock,
        inner: TextBlock | None,
        outer: Sequence[TextBlock],
        side: int,
        out: dict[str, float],
    ) -> None:
        lines = self._view.lines
        if inner is None:
            out["beside"] = 1.0
            out[f"beside:{block.kind}"] = 1.0
        else:
            out[f"inner:{inner.kind}"] = 1.0
            if inner.opens and side > 0:
                out["inner:opens"] = 1.0
        if side > 0:
            above = lines[block.first - 1].fold
            if _ANNOUNCES.search(above):
                out["announced"] = 1.0
            elif above[-1] == ":":
                out["below-label"] = 1.0
            if self.reader.shape(block.first - 1) & _ATTACHED:
                out["behind-attached"] = 1.0
        elif self.title is not None and block.first - self.title <= _BELOW_TITLE:
            out["below-title"] = 1.0
            out[f"below-title:{block.kind}"] = 1.0
        behind = sum(ahead.last - ahead.first for ahead in outer if ahead.kind == "prose")
        if behind:
            out["text-behind"] = out[f"text-behind:{block.kind}"] = log2(1 + behind)
        nearest = outer[0] if outer else None
        out[f"outer:{nearest.kind if nearest else 'none'}"] = 1.0
        if nearest is not None and nearest.opens:
            out["outer:opens"] = 1.0
        for ahead in outer:
            if ahead.kind == "prose":
                out["prose-behind"] = 1.0
                if block.kind != "prose":
                    out[f"prose-behind:{block.kind}"] = 1.0
                break
            if ahead.kind in ("frame", "notice"):
                break

    def pass_by(self, block: TextBlock, passed: dict[str, float]) -> None:
        """Count a block among those that stand between the text and what comes next."""
        count = block.last - block.first
        if block.kind in ("frame", "notice"):
            signs = {
                found.rule.sign
                for index in range(block.first, block.last)
                for found in self._matches.at(index)
            }
            for sign in ("opener", "comments", "end", "post"):
                if sign in signs:
                    passed[sign] = 1.0
            passed["frame"] = min(passed.get("frame", 0.0) + 1, 4.0)
        elif block.kind == "link":
            passed["links"] = min(passed.get("links", 0.0) + log2(1 + count), 6.0)
        elif block.shapes[-1] & _SIGN:
            passed["signature"] = 1.0
        if _SITE_FOOT not in passed and any(
            is_site_foot(self._view.lines, index, self._matches) for index in range(block.first, block.last)
        ):
            passed[_SITE_FOOT] = 1.0
