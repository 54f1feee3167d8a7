"""Characters out of step: what a byte-level filter leaves when it hits the middle of a character.

In GBK a character is two bytes. A filter that puts a reading behind every occurrence of a byte pair also finds the
pair that is the end of one character and the start of the next; decoded, everything behind is shifted by one byte until
an ASCII byte or another lost byte puts it in step again::

    域 D3F2  實 8C8D  …  級 BC89     ->   域 ? q ū ) 嵤 … ? j í )      F2 8C is 驅, which reads qū
    保 B1A3  患 BBBC  …  時 9572     ->   ? ； 颊 …  r(shí)             A3 BB is ；, kept as a mark

Only single bytes are lost, so a run can be put in step again; where a byte is not told by a reading, by how likely the
text is (`policytext.script.repair.lattice` and `policytext.script.repair.search`). A reading is taken only if the next
best is far less likely (`policytext.script.repair.verdict`); elsewhere the run is left as it is, and listed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from policytext.models.script import Damage
from policytext.models.spans import Span
from policytext.script.repair.edits import Edit
from policytext.script.repair.glosses import TONED
from policytext.script.repair.lattice import MARKS, Lattice, tokens
from policytext.script.repair.marks import closes_what_is_open, weighed
from policytext.script.repair.search import Work, best_readings
from policytext.script.repair.signless import signless_runs, strange
from policytext.script.repair.tidy import commas_were_folded
from policytext.script.repair.verdict import GAIN, Context, decide, runs
from policytext.script.repair.words import GLOSS, own_words

if TYPE_CHECKING:
    from policytext.script.repair.lattice import Token
    from policytext.script.repair.search import Reading

__all__ = ["KIND", "SIGN", "find_shifted", "has_sign"]

KIND = "shift-wounds"
_LETTERS = f"[a-zü{TONED}]"
SIGN = re.compile(
    rf"[?\ufffd](?<!\ufffd\ufffd)(?:(?=[{MARKS}](?:\S|$)|[;:!?,(.][^\x00-\x7f])|\(?{_LETTERS}{{1,6}}\))",
    re.MULTILINE,
)
"""Where a run may begin."""

# Marks that a filter folds to ASCII. Where it did so with all others, one that is left was kept by the damage.
_FOLDED_AWAY = "；：？！"
_FULL = re.compile(f"(?<![?\ufffd])[{_FOLDED_AWAY}]")

_END = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no run goes beyond: the end of a line, and what later steps take out."""

_UNREAD = "So much of the text seems to be out of step that none of it was put in step."
_REASON = "Characters are out of step, and bytes that would put them in step again are gone."
# How far a run is looked at. A reading is judged with a few characters on either side, which are in step; no run was seen
# that is longer than a line of print.
_BEFORE, _LEFT, _RIGHT, _LONGEST = 40, 5, 5, 60
# A third stripped pair finds nothing more in the fragments at hand, and costs three times as much.
_GAPS = 2
# Words tried by searches: what a text has free, what each of its characters adds, and the most there is, some 15 seconds. The worst
# passages at hand take 2.6 a character; a hostile line takes 250, and without a bound a megabyte of such lines would take hours.
_FREE, _EACH, _MOST = 60_000, 3, 300_000
# How soon an uncommon character shows that what stands behind a sign is damage.
_NEXT = 4
# Characters to a mark, beyond which a text has no sentences.
_SPARSE = 200


def has_sign(text: str) -> bool:
    """Whether a run may begin anywhere. Nearly no text has a sign, so each question mark is looked at by itself."""
    for mark in "?\ufffd":
        at = text.find(mark)
        while at >= 0:
            if SIGN.match(text, at):
                return True
            at = text.find(mark, at + 1)
    return False


def find_shifted(text: str) -> tuple[list[Edit], list[Damage]]:
    """The runs to put in step, and those that are damaged beyond that.

    Takes and gives code points of ``text``. A run is at most 60 characters, so the time is linear; it is bounded, too: where a
    text is full of such signs nothing is put in step, and a damage at the first of them says so. Half of it would not do: what is read once
    more must stay as it is.
    """
    edits: list[Edit] = []
    damages: list[Damage] = []
    context: Context | None = None
    at = 0
    work = Work(min(_MOST, _FREE + _EACH * len(text)))
    while (sign := SIGN.search(text, at)) is not None:
        if work.left < 0:
            first = SIGN.search(text)
            return [], [Damage(KIND, Span(*first.span()), first[0], _UNREAD)] if first else []
        if context is None:
            context = _context(text)
        place = sign.start()
        shown = _window(text, place, at)
        at = place + 1
        readings, plain = _readings(text, shown, context, work)
        verdict = decide(shown, readings, plain, context)
        if verdict is not None and closes_what_is_open(verdict, shown, text):
            found = runs(shown, verdict)
            edits += found
            at = max(at, *(edit.end for edit in found))
            continue
        end = _damaged(shown, place, readings, plain)
        if context.folded and text[place + 1] in _FOLDED_AWAY:
            end = max(end, place + 2)
        if end > place:
            damages.append(Damage(KIND, Span(place, end), text[place:end], _REASON))
            at = end
    return edits, damages + _signless(text, edits, damages)


def _signless(text: str, edits: list[Edit], damages: list[Damage]) -> list[Damage]:
    """The damage that no sign shows, but for what was looked at from a sign."""
    seen = sorted([*(Span(edit.start, edit.end) for edit in edits), *(damage.span for damage in damages)])
    found: list[Damage] = []
    at = 0
    for span in (Span(*place) for place in signless_runs(text)):
        # Both are in order, so one walk over the two will do.
        while at < len(seen) and seen[at].end <= span.start:
            at += 1
        if at == len(seen) or span.end <= seen[at].start:
            found.append(Damage(KIND, span, span.cut(text), _REASON))
    return found


def _context(text: str) -> Context:
    stripped = re.search("[\ue000-\uf8ff]", text) is None
    sentences = sum(map(text.count, "，。,")) * _SPARSE >= len(text)
    folded = commas_were_folded(GLOSS.sub("", text)) and _FULL.search(text) is None
    return Context(own_words(text), _GAPS if stripped else 0, "，" not in text, folded, sentences)


def _window(text: str, place: int, least: int) -> list[Token]:
    """The tokens that a run at ``place`` may have, with a few on either side."""
    start = max(text.rfind("\n", 0, place) + 1, least, place - _BEFORE)
    shown = tokens(text, max(0, start - 1), place)[-_LEFT - 1 :]
    limit = min(len(text), place + 6 * _LONGEST)
    stop = _END.search(text, place, limit)
    end = stop.start() if stop else limit
    more = _LONGEST
    closed = False
    for number, token in enumerate(tokens(text, place, end)):
        if number >= more or (closed and token.sign):
            break
        shown.append(token)
        if not number:
            continue
        if token.closes:
            closed = True
            more = min(more, number + 1 + _RIGHT)
        elif token.sign:
            # Another run may begin here, or this one go on.
            continue
        elif token.char < "@" and token.char not in ",.;:!?(" and not shown[-2].sign:
            break
    return shown


def _readings(text: str, shown: list[Token], context: Context, work: Work) -> tuple[list[Reading], float]:
    """The readings, best first, and how likely the text is as it stands."""
    flattened = context.flattened
    damaged = Lattice(shown, gaps=context.gaps, flattened=flattened)
    whole = Lattice(shown, gaps=0, flattened=flattened, damaged=False)
    found = best_readings(damaged, *context.own, work=work)
    plain = best_readings(whole, *context.own, work=work)
    return weighed(found, shown, text), plain[0].score


def _damaged(shown: list[Token], place: int, readings: list[Reading], plain: float) -> int:
    """Where damage that cannot be read ends; ``place`` where there is none."""
    if readings and len(readings[0].turns) > 1:
        best = readings[0]
        return shown[best.turns[-1][0] - 1].end if best.score - plain >= GAIN else place
    behind = [token for token in shown if token.start > place]
    if not any(strange(token.char) for token in behind[:_NEXT]):
        return place
    for token, following in pairwise([*behind, behind[-1]]):
        if token.closes or following is token:
            return token.end
    return behind[-1].end
