"""Sequential edits of a text, kept as one list of changes over the input.

A step sees the text as the steps before it left it; its edits speak of that text. Here they are composed
with what was done before, so that at every moment ``replay`` of the changes on the input gives the present
text. Two edits that touch the same characters become one change that carries both names, joined by ``+``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from policytext.errors import InputError
from policytext.models.alignment import Alignment, aligned, compose, splice
from policytext.models.script import Change, Damage
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policytext.models.script import Rival

__all__ = ["Edit", "EditLog"]


_LOW, _HIGH = attrgetter("low"), attrgetter("high")


class Edit(NamedTuple):
    """Replace ``start:end`` (half-open, code points of the present text) by ``after``."""

    start: int
    end: int
    after: str
    confidence: float = 1.0
    rivals: tuple[Rival, ...] = ()


class _Made(NamedTuple):
    """Of a replacement: the steps that made it, how sure they were, and what else came near."""

    kind: str
    confidence: float
    rivals: tuple[Rival, ...]


def _joined(earlier: list[_Made], new: list[_Made]) -> _Made:
    """One for all that touched the same characters."""
    parts = earlier + new
    if len(parts) == 1:
        return parts[0]
    names = dict.fromkeys(name for part in parts for name in part.kind.split("+"))
    rivals = tuple(rival for part in parts for rival in part.rivals)
    return _Made("+".join(names), min(part.confidence for part in parts), rivals)


class EditLog:
    """The input, the present text, and the way from one to the other.

    Attributes:
        source: The input.
        text: The text as it stands after the edits so far.
        protected: Spans of ``text`` that are damage left alone; edits that touch them are dropped.
    """

    def __init__(self, source: str, *, limit: int | None = None) -> None:
        """``limit``: so many changes at most.

        Raises:
            InputError: ``too_large``, from `apply`: more changes than ``limit``.
        """
        self.source = source
        self._limit = limit
        self.text = source
        self.protected: list[Span] = []
        self._alignment = Alignment(())
        # Beside each replacement of the alignment, what is told of it.
        self._made: list[_Made] = []
        # Of `protected`, in the same order, what is said of it; and of the pass before, both.
        self._wounds: list[Damage] = []
        self._earlier: list[tuple[Span, Damage]] = []

    def apply(self, kind: str, edits: Iterable[Edit]) -> bool:
        """Make ``edits`` of ``text``, in order and without overlap, for a step; say whether any was made."""
        kept = [e for e in self._split(self._allowed(edits)) if self.text[e.start : e.end] != e.after]
        if not kept:
            return False
        if self._limit is not None and len(kept) > self._limit:
            raise InputError(
                "too_large",
                f"the page has more than {self._limit:,} damaged or invisible places, which no page has: skip it, or split it",
            )
        done = aligned((edit.start, edit.end, len(edit.after)) for edit in kept)
        self.text = splice(self.text, ((edit.start, edit.end, edit.after) for edit in kept))
        self.protected = [_moved(span, done) for span in self.protected]
        self._earlier = [(_moved(span, done), wound) for span, wound in _clear_of(kept, self._earlier)]
        self._record(kind, kept, done)
        return True

    def _record(self, kind: str, edits: Sequence[Edit], done: Alignment) -> None:
        rows = compose(self._alignment.replacements, done.replacements)
        before = self._made
        self._made = [
            _joined([before[index] for index in earlier], [_Made(kind, *edits[index][3:]) for index in new])
            for _, earlier, new in rows
        ]
        self._alignment = Alignment([row for row, _, _ in rows])

    def release(self) -> None:
        """Open the damage that was seen to another look: the next pass may read it, in the text as it is then."""
        self._earlier = list(zip(self.protected, self._wounds, strict=True))
        self.protected = []
        self._wounds = []

    def recall(self) -> None:
        """Protect again what the pass before saw and this one left as it was.

        A repair may take away what showed the damage beside it, and leaves it damage all the same.
        """
        found = list(zip(self.protected, self._wounds, strict=True))
        found += _clear_of(self.protected, self._earlier)
        self._earlier = []
        self._keep(found)

    def protect(self, wounds: Iterable[Damage]) -> None:
        """Record ``wounds``, whose spans speak of the present text, and keep later edits off them.

        What was edited before is no damage any more, whatever it looks like now: a wound ends there.
        """
        found = list(zip(self.protected, self._wounds, strict=True))
        for wound in wounds:
            span = self._unedited(wound.span)
            if span.start == span.end:
                continue
            back = self._alignment.source_span(*span)
            found.append((span, Damage(wound.kind, back, back.cut(self.source), wound.reason)))
        self._keep(found)

    def _keep(self, found: list[tuple[Span, Damage]]) -> None:
        found.sort(key=itemgetter(0))
        self.protected = [span for span, _ in found]
        self._wounds = [wound for _, wound in found]

    def _unedited(self, span: Span) -> Span:
        """What lies before the edits made in ``span``, or where that is nothing, behind them."""
        rows = self._alignment.replacements
        first, last = bisect_right(rows, span.start, key=_HIGH), bisect_left(rows, span.end, key=_LOW)
        if first >= last:
            return span
        if rows[first].low > span.start:
            return Span(span.start, rows[first].low)
        return Span(min(span.end, rows[last - 1].high), span.end)

    def changes(self) -> tuple[Change, ...]:
        """Every change over the input, in order, without overlap; none that changes nothing."""
        found = (
            Change(made.kind, Span(start, end), self.source[start:end], self.text[low:high], *made[1:])
            for (start, end, low, high), made in zip(self._alignment.replacements, self._made, strict=True)
        )
        return tuple(change for change in found if change.before != change.after)

    def wounds(self) -> tuple[Damage, ...]:
        """The damage left, by place in the input."""
        return tuple(sorted(self._wounds, key=lambda wound: wound.span))

    def _split(self, edits: Iterable[Edit]) -> Iterable[Edit]:
        # An edit that keeps the length is cut where an earlier one begins or ends, so that a deletion between two
        # characters stays a change of its own when both are converted later.
        bounds = sorted({bound for row in self._alignment.replacements for bound in (row.low, row.high)})
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
                        *edit[3:],
                    )
                    start = bounds[at]
                    at += 1
            yield Edit(start, edit.end, edit.after[start - edit.start :], *edit[3:])

    def _allowed(self, edits: Iterable[Edit]) -> Iterable[Edit]:
        # Both are in order, so one walk over the two will do.
        spans = self.protected
        at = 0
        for edit in edits:
            while at < len(spans) and spans[at].end <= edit.start:
                at += 1
            if at == len(spans) or edit.end <= spans[at].start:
                yield edit


def _clear_of(
    others: Sequence[Edit] | Sequence[Span], wounds: Iterable[tuple[Span, Damage]]
) -> Iterator[tuple[Span, Damage]]:
    """The wounds that none of ``others`` touches, which are in order and apart."""
    ends = [other.end for other in others]
    for span, wound in wounds:
        following = bisect_right(ends, span.start)
        if following == len(others) or others[following].start >= span.end:
            yield span, wound


def _moved(span: Span, done: Alignment) -> Span:
    # No edit touches what is protected, so both ends are places of kept text.
    low = done.to_target(span.start)
    return Span(low, low + span.end - span.start)
