"""Sequential edits of a text, kept as one list of changes over the input.

A step sees the text as the steps before it left it; its edits speak of that text. Here they are composed
with what was done before, so that at every moment ``replay`` of the changes on the input gives the present
text. Two edits that touch the same characters become one change that carries both names, joined by ``+``.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.script import Change, Wound
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Edit", "EditLog"]


class Edit(NamedTuple):
    """Replace ``start:end`` (half-open, code points of the present text) by ``after``."""

    start: int
    end: int
    after: str
    confidence: float = 1.0


class _Row(NamedTuple):
    # start:end of the input stands as low:high in the present text.
    start: int
    end: int
    low: int
    high: int
    kind: str
    confidence: float


class EditLog:
    """The input, the present text, and the way from one to the other.

    Attributes:
        source: The input.
        text: The text as it stands after the edits so far.
        protected: Spans of ``text`` that are damage left alone; edits that touch them are dropped.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = source
        self.protected: list[Span] = []
        self._rows: list[_Row] = []
        self._wounds: list[Wound] = []

    def apply(self, kind: str, edits: Iterable[Edit]) -> bool:
        """Make ``edits`` of ``text``, in order and without overlap, for a step; say whether any was made."""
        kept = [e for e in self._split(self._allowed(edits)) if self.text[e.start : e.end] != e.after]
        if not kept:
            return False
        out: list[str] = []
        at = 0
        for edit in kept:
            out += (self.text[at : edit.start], edit.after)
            at = edit.end
        out.append(self.text[at:])
        self._rows = _compose(self._rows, kept, kind)
        self.protected = _moved(self.protected, kept)
        self.text = "".join(out)
        return True

    def release(self) -> None:
        """Forget the damage that was seen: the next pass sees it again, in the text as it is then."""
        self.protected = []
        self._wounds = []

    def protect(self, wounds: Iterable[Wound]) -> None:
        """Record ``wounds``, whose spans speak of the present text, and keep later edits off them."""
        for wound in wounds:
            back = Span(self.back(wound.span.start, closing=False), self.back(wound.span.end, closing=True))
            self._wounds.append(Wound(wound.kind, back, back.cut(self.source), wound.reason))
            self.protected.append(wound.span)
        self.protected.sort()

    def back(self, at: int, *, closing: bool) -> int:
        """The place of the input behind a place of the present text; inside a change, its outer bound."""
        index = bisect_right(self._rows, at, key=lambda row: row.low) - 1
        if closing:
            # A change that only begins at the end of a span is not part of it.
            while index >= 0 and self._rows[index].low == at:
                index -= 1
        if index < 0:
            return at
        row = self._rows[index]
        if at >= row.high:
            return row.end + at - row.high
        return row.end if closing else row.start

    def changes(self) -> tuple[Change, ...]:
        """Every change over the input, in order, without overlap; none that changes nothing."""
        found = (
            Change(
                r.kind,
                Span(r.start, r.end),
                self.source[r.start : r.end],
                self.text[r.low : r.high],
                r.confidence,
            )
            for r in self._rows
        )
        return tuple(change for change in found if change.before != change.after)

    def wounds(self) -> tuple[Wound, ...]:
        """The damage left, by place in the input."""
        return tuple(sorted(self._wounds, key=lambda wound: wound.span))

    def _split(self, edits: Iterable[Edit]) -> Iterable[Edit]:
        # An edit that keeps the length is cut where an earlier one begins or ends, so that a deletion between two
        # characters stays a change of its own when both are converted later.
        bounds = sorted({bound for row in self._rows for bound in (row.low, row.high)})
        at = 0
        for edit in edits:
            start = edit.start
            while at < len(bounds) and bounds[at] <= start:
                at += 1
            if len(edit.after) == edit.end - edit.start:
                while at < len(bounds) and bounds[at] < edit.end:
                    yield Edit(
                        start,
                        bounds[at],
                        edit.after[start - edit.start : bounds[at] - edit.start],
                        edit.confidence,
                    )
                    start = bounds[at]
                    at += 1
            yield Edit(start, edit.end, edit.after[start - edit.start :], edit.confidence)

    def _allowed(self, edits: Iterable[Edit]) -> Iterable[Edit]:
        # Both are in order, so one walk over the two will do.
        spans = self.protected
        at = 0
        for edit in edits:
            while at < len(spans) and spans[at].end <= edit.start:
                at += 1
            if at == len(spans) or edit.end <= spans[at].start:
                yield edit


def _moved(spans: list[Span], edits: Sequence[Edit]) -> list[Span]:
    out: list[Span] = []
    at = by = 0
    for span in spans:
        while at < len(edits) and edits[at].end <= span.start:
            by += len(edits[at].after) - (edits[at].end - edits[at].start)
            at += 1
        out.append(span.shift(by))
    return out


def _compose(rows: list[_Row], edits: list[Edit], kind: str) -> list[_Row]:
    """Both lists are in order; whatever overlaps in the text between them ends up in one row."""
    # Where two begin at one place the empty one stands in front, and what was done earlier comes first.
    items: list[tuple[int, bool, int, _Row | Edit]] = [(r.low, r.high > r.low, 0, r) for r in rows]
    items += [(e.start, e.end > e.start, 1, e) for e in edits]
    items.sort(key=lambda item: item[:3])
    out: list[_Row] = []
    done = 0  # text minus input, behind the rows met so far
    new = 0  # new text minus text, behind the edits met so far
    index = 0
    while index < len(items):
        low = high = items[index][0]
        start, first_new = low - done, low + new
        names: list[str] = []
        sure = 1.0
        first = index
        while index < len(items) and (index == first or items[index][0] < high):
            item = items[index][3]
            if isinstance(item, _Row):
                high = max(high, item.high)
                done = item.high - item.end
                names += item.kind.split("+")
            else:
                high = max(high, item.end)
                new += len(item.after) - (item.end - item.start)
                names.append(kind)
            sure = min(sure, item.confidence)
            index += 1
        out.append(_Row(start, high - done, first_new, high + new, "+".join(dict.fromkeys(names)), sure))
    return out
