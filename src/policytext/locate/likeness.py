"""How like the running text a block of lines is: its words, the length of its lines, and whether it stands before the closing line.

A list of related articles and the text that goes on behind it are told apart by what is *in* them, where no markup helps: a text keeps
to its words, its paragraphs are alike in length and end in full stops; titles and teasers of other articles ask, exclaim or break off.
"""

from __future__ import annotations

import re
from math import log2
from typing import TYPE_CHECKING

from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.locate.text_blocks import TextBlock
    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line

__all__ = ["Likeness"]

_CLOSING = frozenset(("shared/editor-line", "shared/reprint-notice"))
"""Rules for lines that stand once on a page, where the article is over."""
_LOOK_OUT = 60
"""Lines behind the running text among which such a line is looked for."""
_WORDS = 4_000
"""Code points of running text whose pairs of characters are known as its words."""
_RATIO, _UNLIKE = 3.0, 2.0
"""Powers of two by which a paragraph's length may differ from the mean: as evidence, and before it is no paragraph of this text."""
_OVER = frozenset(("comments", "post", "end", "signature"))
"""Behind these the text is over, or others speak."""
_PARAGRAPH = re.compile(r"。[\"')」』]{0,2}(?P<credit>\s?\([^()。]{2,30}\))?$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_SPEAKER = re.compile(r"([\u4e00-\u9fff·]{1,8}):")
_STOPS = ("。", "!", "?", ";")
_MOST_STOPS = 4.0


class Likeness:
    """What is known of the running text, for other lines to be held against."""

    def __init__(
        self, lines: Sequence[Line], matches: LineMatches, core: tuple[int, int], title: int | None
    ) -> None:
        """``core`` are the lines of the running text, ``title`` is the line of the headline."""
        running = [lines[index] for index in range(*core) if is_prose(lines[index])]
        self._lines, self._matches = lines, matches
        # All pairs: of a block only those of Chinese characters are looked up here.
        self._words = _pairs("\n".join([line.fold for line in running])[:_WORDS])
        self._length = log2(1 + sum(map(len, running)) / len(running)) if running else None
        speakers = [found[1] for line in lines[core[0] : core[1]] if (found := _SPEAKER.match(line.fold))]
        # A label of a table stands once; who speaks does so again, and somebody answers.
        self._speakers = frozenset(speakers) if len(speakers) > len(set(speakers)) > 1 else frozenset()
        self._title_words = _words(lines[title].fold) if title is not None else set()
        self._closing = next(
            (
                index
                for index in range(core[1], min(len(lines), core[1] + _LOOK_OUT))
                if any(found.rule.name in _CLOSING for found in matches.at(index))
            ),
            -1,
        )

    def evidence(self, block: TextBlock, passed: Mapping[str, float], side: int) -> dict[str, float]:
        """Name of the evidence to how much of it there is; see `policytext.locate.block_evidence`."""
        out: dict[str, float] = {}
        kind, lines = block.kind, self._lines[block.first : block.last]
        pairs = _words("\n".join([line.fold for line in lines])[:_WORDS])
        if pairs:
            out[f"words:{kind}"] = len(pairs & self._words) / len(pairs)
            if len(pairs & self._title_words) > 1:
                out[f"title-words:{kind}"] = 1.0
        if kind == "prose":
            if self._length is not None:
                mean = log2(1 + sum(map(len, lines)) / len(lines))
                out["length-unlike"] = min(abs(mean - self._length), _RATIO)
            stops = sum(line.fold.count(stop) for line in lines for stop in _STOPS) / len(lines)
            out["stops"] = min(stops, _MOST_STOPS)
            if passed.get("opener"):
                # The same says more where titles of other articles are the likely thing.
                for name in ("words:prose", "stops", "length-unlike"):
                    out[f"behind-opener:{name}"] = out.get(name, 0.0)
        if side > 0 and self._closing >= 0:
            name = "closing-behind" if block.last <= self._closing else "closing-passed"
            out[name] = out[f"{name}:{kind}"] = 1.0
        return out

    def speaks_on(self, block: TextBlock) -> bool:
        """Whether every line of a block begins with the label of one who speaks in the running text."""
        if not self._speakers:
            return False
        found = [_SPEAKER.match(line.fold) for line in self._lines[block.first : block.last]]
        return all(one is not None and one[1] in self._speakers for one in found)

    def is_paragraphs(self, block: TextBlock, passed: Mapping[str, float], side: int) -> bool:
        """Whether a block is whole paragraphs, before anything says that the text is over; below the text they are of about the usual length."""
        if block.kind != "prose" or passed.keys() & _OVER or 0 <= self._closing < block.last:
            return False
        return all(self._is_paragraph(index, side) for index in range(block.first, block.last))

    def _is_paragraph(self, index: int, side: int) -> bool:
        line = self._lines[index]
        found = None if index in self._matches else _PARAGRAPH.search(line.fold)
        if found is None:
            return False
        if side < 0 or found["credit"] or self._length is None:
            # What a text begins with below its headline, and what it is signed behind, is often one short sentence.
            return True
        return abs(log2(1 + len(line)) - self._length) < _UNLIKE


def _pairs(text: str) -> set[int]:
    """Pairs of characters beside each other, each as the number that their UTF-16 is: a fifth of the time that pairs of text take."""
    # Behind its mark this codec writes in the order of the machine's own numbers.
    units = memoryview(text.encode("utf-16", "surrogatepass"))[2:]
    size = len(units)
    return {*units[: size & ~3].cast("I"), *units[2 : 2 + (size - 2 & ~3)].cast("I")} if size > 2 else set()


def _words(fold: str) -> set[int]:
    """Pairs of Chinese characters beside each other: words, near enough."""
    runs = _HAN.findall(fold)
    pairs = _pairs("\0".join(runs))
    # Those across two runs have a NUL in one half.
    ends = {ord(char) for run in runs for char in (run[0], run[-1])}
    return pairs.difference(ends, [end << 16 for end in ends])
