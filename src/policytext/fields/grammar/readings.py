"""All readings of a line, and the best of them.

Where to cut is not decided mark by mark. All readings of the line are weighed (`policytext.fields.grammar.segments` has
the weights), and the best one is taken, as in shortest paths: from each place that a reading reaches, every piece that
may begin there leads on. So ``来源：县教育局浏览量：12`` ends where the next label makes sense, and ``来源：晋城时间博物馆`` does not.
"""

from __future__ import annotations

import re
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.bare_words import VERBS, bare_pieces
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WRITER_ROLES
from policytext.fields.grammar.cuts import Cuts
from policytext.fields.grammar.names import looks_person, names_nobody
from policytext.fields.grammar.origin import origin_kind
from policytext.fields.grammar.role_names import ROLE_WORD, read_credit
from policytext.fields.grammar.row_parts import PEOPLE, SEPARATORS, TELLING, Part, Row, joined
from policytext.fields.grammar.segments import (
    POSTED_BY,
    WORTH,
    origin_worth,
    original_end,
    place_end,
    trailing_kind,
    typed_worth,
    widget_end,
    widget_worth,
)
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.dates import DateHit
    from policytext.fields.grammar.row_marks import Mark

__all__ = ["Readings"]

_BORNE_OUT: Final = 2.0
_COUNT: Final = re.compile(r"[ \[(]{0,2}[\d,.]* ?(?:万|亿|[wWkK])? ?\+?(?:次|人次|人|条|\(\d*\))?[ \])]{0,2}")
# 责任编辑：某区政府办. An office edits what it posts; a paper's or site's name behind the label is no editor.
_OFFICE: Final = re.compile(r"[\u4e00-\u9fff]{2,10}(?:办|办公室|局|委|科|处|厅|融媒体?中心|信息中心)")


class _Step(NamedTuple):
    """The last piece of the best reading up to a place."""

    worth: float
    before: int
    parts: tuple[Part, ...]
    left: int


class Readings:
    """All readings of one line."""

    def __init__(
        self, folded: str, text: str, dates: list[DateHit], marks: list[Mark], seams: Sequence[int] = ()
    ) -> None:
        self.folded = folded
        self.text = text
        self.size = len(folded)
        self.dates = {hit.start: hit for hit in dates}
        self.marks: dict[int, list[Mark]] = {}
        for mark in marks:
            self.marks.setdefault(mark.start, []).append(mark)
        self.cuts = Cuts(folded, text, marks, seams)
        self.steps: dict[int, _Step] = {}
        self.queue: list[int] = []

    def best(self, total: int) -> Row:
        """The reading that explains the line best."""
        start = self._land(0)
        self.steps[start] = _Step(0.0, -1, (), 0)
        heappush(self.queue, start)
        done = -1
        while self.queue:
            at = heappop(self.queue)
            if at == done:
                continue
            done = at
            if at < self.size:
                self._lead_on(at)
        parts: list[Part] = []
        left = 0
        at = self.size
        while at >= 0:
            step = self.steps[at]
            parts[:0] = step.parts
            left += step.left
            at = step.before
        parts = joined(parts, self.folded, self.text)
        if not any(part.labelled and part.role in TELLING for part in parts):
            # A paper or an office may be the subject of a sentence; behind a label it is no sentence.
            left += sum(part.end - part.start for part in parts if part.role == "origin")
        return Row(tuple(parts), total, left)

    def _land(self, at: int) -> int:
        """The next place where a piece may begin."""
        folded = self.folded
        while at < self.size and folded[at] in SEPARATORS and at not in self.marks:
            at += 1
        return at

    def _step(self, at: int, end: int, worth: float, parts: tuple[Part, ...], left: int = 0) -> None:
        """One more piece, from ``at`` to ``end``."""
        place = self._land(end)
        if place <= at:
            return
        worth += self.steps[at].worth + WORTH["split"].weight
        known = self.steps.get(place)
        if known is None or worth > known.worth:
            if known is None:
                heappush(self.queue, place)
            self.steps[place] = _Step(worth, at, parts, left)

    def _lead_on(self, at: int) -> None:
        """All pieces that may begin at a place."""
        for mark in self.marks.get(at, ()):
            if mark.kind == "date":
                self._date(at, mark.end)
            elif mark.kind == "partial":
                self._step(
                    at, mark.end, WORTH["partial date"].weight, (Part("partial", at, mark.end, at, mark.end),)
                )
            elif mark.kind == "host":
                self._step(at, mark.end, WORTH["host"].weight, (Part("url", at, mark.end, at, mark.end),))
            elif mark.role.startswith("date:"):
                self._date_label(mark)
            else:
                self._label(mark)
        self._buttons(at)
        if at == 0 and (end := original_end(self.folded)):
            self._step(at, end, widget_worth(end), ())
        if self.folded[at] in "本由bB":
            self._poster(at)
        self._credit(at)
        self._words(at)

    def _buttons(self, at: int) -> None:
        """Buttons, counters and places of readers that begin at a place."""
        seam = self.cuts.seam(at)
        # What stands up to the next seam is read by itself, too: what follows there is another word.
        for shown in (self.folded, self.folded[:seam] if seam < self.size else ""):
            end = widget_end(shown, at) if shown else at
            if end > at:
                self._step(at, end, widget_worth(end - at), ())
            if shown and shown[at] in "发来I" and (end := place_end(shown, at)) > at:
                self._step(
                    at, end, typed_worth(1.0, end - at), (Part("place", at, end, at, end, labelled=False),)
                )

    def _poster(self, at: int) -> None:
        """由某某张贴, by seaman: who posted it."""
        by = POSTED_BY.match(self.folded, at) if self.dates else None
        if by:
            low, high = by.span("by" if by["by"] else "en")
            part = Part("author", at, by.end(), low, high, (self.text[low:high],))
            self._step(at, by.end(), WORTH["plain label"].weight + WORTH["names"].weight, (part,))

    def _date(
        self, at: int, end: int, worth: float = 0.0, lead: tuple[Part, ...] = (), kind: str = ""
    ) -> None:
        """A date, with the word behind it that tells its kind: ``13:18 更新``, ``印发``."""
        word, told, behind = trailing_kind(self.folded, end)
        if word and behind - len(word) in self.marks:
            # 2024-03-01 更新时间：… is the next date's label.
            word, told, behind = "", "published", end
        role = kind if kind and not word else f"date:{told}"
        part = Part(role, at, behind, at, end, (), self.dates[at])
        self._step(lead[0].start if lead else at, behind, worth + WORTH["date"].weight, (*lead, part))

    def _date_label(self, mark: Mark) -> None:
        """A label of a date, with the date or the partial date behind it; without one the label explains only itself."""
        start, end = mark.start, mark.end
        label = Part("label", start, end, end, end)
        worth = self._label_worth(mark)
        if mark.kind == "plain" and not self._dated(end):
            # 发布于青禾: an account's place. The word alone is text.
            return
        at = end
        while at < self.size and self.folded[at] in " -,(":
            at += 1
        if at in self.dates:
            hit = self.dates[at]
            self._date(at, hit.end, worth, (label,), mark.role)
            return
        partial = next((m for m in self.marks.get(end, ()) if m.kind == "partial"), None)
        stop = partial.end if partial else end
        self._step(
            start,
            stop,
            worth + (WORTH["partial date"].weight if partial else 0.0),
            (label._replace(end=stop),),
        )

    def _dated(self, at: int) -> bool:
        return any(mark.kind in ("date", "partial") for mark in self.marks.get(at, ()))

    def _label_worth(self, mark: Mark) -> float:
        crossed = self.cuts.crossed(mark.start, len(self.folded[: mark.end].rstrip(" :|/]")))
        name = "label" if mark.kind == "label" else "plain label"
        worth = WORTH[name].weight + (WORTH["glued label"].weight if mark.glued else 0.0)
        return worth + crossed + (WORTH["shorter label"].weight if mark.shorter else 0.0)

    def _label(self, mark: Mark) -> None:
        """A label that is no date's, with every value it may have."""
        role, start, end, folded = mark.role, mark.start, mark.end, self.folded
        worth = self._label_worth(mark)
        limit = self.cuts.limit(end)
        plain = mark.kind == "plain"
        if not plain:
            self._step(start, end, worth + WORTH["empty value"].weight, (Part(role, start, end, end, end),))
        if role in PEOPLE:
            self._people(mark, worth, limit)
        elif role == "counter":
            hit = _COUNT.match(folded, end, self.cuts.seam(end))
            stop = hit.end() if hit else end
            if stop > end or not plain:
                self._step(start, stop, worth + WORTH["value"].weight, (Part(role, start, stop, end, stop),))
        elif role in ("origin", "publisher", "material"):
            self._origins(mark, worth, limit)
        elif role == "widget":
            if not plain:
                return
            self._step(start, end, worth, (Part(role, start, end, end, end),))
        elif role in ("official", "subtitle", "keywords"):
            stop = end + len(folded[end:limit].rstrip())
            self._step(start, stop, worth + WORTH["value"].weight, (Part(role, start, stop, end, stop),))
        elif role == "column":
            for stop in self.cuts.ends(end, limit):
                # 分类：行业资讯: the column may have a medium's name, and is none; without the word's own worth an empty label would win.
                gain = WORTH["value"].weight + typed_worth(1.0, stop - end)
                self._step(start, stop, worth + gain, (Part(role, start, stop, end, stop),))

    def _origins(self, mark: Mark, worth: float, limit: int) -> None:
        """A label of an origin, with every value it may have."""
        role, start, end, folded = mark.role, mark.start, mark.end, self.folded
        joined = mark.kind == "plain" and folded[end - 1] != " " and end not in self.cuts.seams
        while end < limit and folded[end] in " [(":
            end += 1
        for stop in self.cuts.ends(end, limit):
            value = folded[end:stop].rstrip()
            if stop in self.cuts.glued and media_score(value) < SURE <= media_score(folded[end : stop + 2]):
                # 石桥发布：2024-05-18: without its end the account is a place.
                continue
            gain = origin_worth(value) if value else 0.0
            if joined and origin_kind(value) not in ("medium", "office", "place"):
                # 来源不明的款项: right behind the word only what tables know is its value.
                continue
            if gain < (_BORNE_OUT if mark.kind == "plain" else 0.0):
                # A sentence behind a label is no value of it; a word without a colon needs a value that is known.
                continue
            gain += self.cuts.crossed(end, end + len(value))
            self._step(
                start, stop, worth + gain, (Part(role, start, end + len(value), end, end + len(value)),)
            )

    def _people(self, mark: Mark, worth: float, limit: int) -> None:
        """A label of people: names, up to the next mark or as far as they go."""
        role, start, end, folded, text = mark.role, mark.start, mark.end, self.folded, self.text
        while end < limit and folded[end] in "[(":
            end += 1
        parted = folded[end - 1] == " " or end in self.marks or end in self.cuts.seams
        trust = "label" if mark.kind == "label" else "role" if parted and not mark.glued else "none"
        for stop in (*self.cuts.inner(end, limit), limit):
            value = folded[end:stop]
            if not value.strip():
                continue
            found = read_credit(text[end:stop], value, trust=trust)  # type: ignore[arg-type]
            names, reach = found
            if not names and role in EDITOR_ROLES and trust == "label" and _OFFICE.fullmatch(value.strip()):
                names, reach = (text[end:stop].strip(),), len(value.rstrip())
            if names and stop in self.cuts.glued and not all(looks_person(fold(name)) for name in names):
                # 文丨某报特约评论员 某某: the word before the mark is the mark's own.
                continue
            if names:
                further = sum(looks_person(fold(name)) for name in names[1:])
                gain = WORTH["names"].weight + WORTH["further name"].weight * further
                gain += self.cuts.crossed(end, end + reach)
                part = Part(role, start, end + reach, end, end + reach, names)
                self._step(start, end + reach, worth + gain, (part,))
            elif trust == "label" and names_nobody(value):
                close = end + len(value.rstrip())
                gain = WORTH["value"].weight
                if role not in WRITER_ROLES:
                    # 编审：网管中心: the office is the label's, and does not stand bare beside an empty one. 文｜青禾日报 tells the origin.
                    gain += typed_worth(1.0, close - end)
                self._step(start, close, worth + gain, (Part(role, start, close, end, close),))

    def _credit(self, at: int) -> None:
        """记者某某, 某报记者 某某／某地报道: a role word, perhaps with an office before it, and names."""
        folded = self.folded
        stop = self.cuts.stop(at)
        mark = ROLE_WORD.search(folded, at, min(self.size, stop + 4))
        if mark is None or mark.start() > stop:
            return
        office = folded[at : mark.start()].strip(SEPARATORS)
        known = media_score(office) if office else 1.0  # 白芦在线 holds 在, and is a name.
        if known < 0.5 or (known < SURE and VERBS.search(office)):
            return
        limit = self.cuts.limit(mark.end())
        found = read_credit(self.text[mark.start() : limit], folded[mark.start() : limit], trust="role")
        if not found.names or not (looks_person(fold(found.names[0])) or folded[mark.end() - 1] in " :/|"):
            return
        end = mark.start() + found.end
        parts = [
            Part(
                "reporter" if "编" not in mark[0] else "editor",
                mark.start(),
                end,
                mark.end(),
                end,
                found.names,
            )
        ]
        if office:
            parts.insert(
                0, Part("origin", at, at + len(office), at, at + len(office), labelled=False, sure=0.6)
            )
        self._step(at, end, WORTH["plain label"].weight + WORTH["names"].weight, tuple(parts))

    def _words(self, at: int) -> None:
        """A bare word, up to the next break, or to a mark that begins inside it."""
        stop = self.cuts.stop(at)
        for end in (*self.cuts.inner(at, stop), stop):
            for piece in bare_pieces(self.folded, self.text, at, end, cut=end in self.cuts.glued):
                crossed = self.cuts.crossed(at, piece.end)
                self._step(at, piece.end, piece.worth + crossed, piece.parts, piece.left)
