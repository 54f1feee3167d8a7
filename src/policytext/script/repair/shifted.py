"""Characters out of step: what a byte-level filter leaves when it hits the middle of a character.

In GBK a character is two bytes. A filter that puts a reading behind every occurrence of a byte pair also finds the
pair that is the end of one character and the start of the next; decoded, everything behind is shifted by one byte until
an ASCII byte or another lost byte puts it in step again::

    域 D3F2  實 8C8D  …  級 BC89     ->   域 ? q ū ) 嵤 … ? j í )      F2 8C is 驅, which reads qū
    保 B1A3  患 BBBC  …  時 9572     ->   ? ； 颊 …  r(shí)             A3 BB is ；, kept as a mark

Only single bytes are lost, so a run can be put in step again; where a byte is not told by a reading, by how likely the
text is (`policytext.script.repair.lattice` and `policytext.script.repair.search`). A reading is taken only if the next
best is far less likely. Where the two differ in a single character, U+FFFD stands for that one; where they differ in more,
the run is left as it is, and listed.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from policytext.models.script import Damage
from policytext.models.spans import Span
from policytext.script.repair.common import PUNCTUATION, common_characters
from policytext.script.repair.edits import Edit
from policytext.script.repair.gbk import two_bytes
from policytext.script.repair.glosses import TONED
from policytext.script.repair.lattice import MARKS, Lattice, Token, kept_mark, tokens
from policytext.script.repair.search import Reading, best_readings
from policytext.script.repair.tidy import commas_were_folded
from policytext.script.repair.words import GLOSS, Trie, fold, own_words

__all__ = ["KIND", "SIGN", "find_shifted"]

KIND = "shift-wounds"
_LETTERS = f"[a-zü{TONED}]"
SIGN = re.compile(
    rf"[?\ufffd](?<!\ufffd\ufffd)(?:(?=[{MARKS}](?:\S|$)|[;:!?,(.][^\x00-\x7f])|\(?{_LETTERS}{{1,6}}\))",
    re.MULTILINE,
)
"""Where a run may begin."""

_FOLDED_AWAY = "；：？！"
_FULL = re.compile(f"(?<![?\ufffd])[{_FOLDED_AWAY}]")

_END = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no run goes beyond: the end of a line, and what later steps take out."""

_REASON = "Characters are out of step, and bytes that would put them in step again are gone."
_HOLE = "\ufffd"
_BEFORE, _LEFT, _RIGHT, _LONGEST = 40, 5, 5, 60
_STOPS = "。”！？；"
_PAIRS = dict(zip("”’）」』》】〕", "“‘（「『《【〔", strict=True))
_OPENERS = frozenset(_PAIRS.values())

# In nats. A reading must be so much likelier than the text as it stands, and than any other reading: of another shape;
# with another character; with another first byte before a kept mark, which is a full stop more often than not. Chosen
# on 3 300 simulated wounds (tests/benchmarks/report_damage.py).
_GAIN = 8.0
_SHAPE = 4.5
_CHARACTER = 3.5
_FULL_STOP = 7.6
_FIRST = 9.6
_NEVER = 1e6
_LONELY = 2.0
_RIVALS = 2
_QUOTED = 4
_GAPS = 2
_ISOLATED = 1.0
_GUESS = 0.5
# Of another shape, where a character out of step is in no word and stripped pairs may be missing.
_ALONE = 7.0
# Characters to a mark, beyond which a text has no sentences.
_SPARSE = 200


class Context(NamedTuple):
    """What the rest of the document says.

    Attributes:
        own: Its own words.
        gaps: How many stripped pairs a run may have.
        flattened: Whether its full-width marks were folded to ASCII.
        folded: Whether that is certain, so that a full-width mark behind a sign is damage whatever follows.
        sentences: Whether it is running text, and no list of names.
    """

    own: Trie
    gaps: int
    flattened: bool
    folded: bool
    sentences: bool


class Verdict(NamedTuple):
    """The reading that is taken, and its text with U+FFFD where a character is not certain."""

    reading: Reading
    text: str
    confidence: float


def find_shifted(text: str) -> tuple[list[Edit], list[Damage]]:
    """The runs to put in step, and those that are damaged beyond that.

    Takes and gives code points of ``text``. A run is at most 60 characters, so the time is linear.
    """
    edits: list[Edit] = []
    damages: list[Damage] = []
    context: Context | None = None
    at = 0
    while (sign := SIGN.search(text, at)) is not None:
        if context is None:
            context = _context(text)
        place = sign.start()
        shown = _window(text, place, at)
        at = place + 1
        readings, plain = _readings(shown, context)
        verdict = decide(shown, readings, plain, context)
        if verdict is not None and _opened(verdict, shown, text):
            for start, end, after in runs(shown, verdict):
                edits.append(Edit(start, end, after, verdict.confidence))
                at = max(at, end)
            continue
        end = _damaged(shown, place, readings, plain)
        if context.folded and text[place + 1] in _FOLDED_AWAY:
            end = max(end, place + 2)
        if end > place:
            damages.append(Damage(KIND, Span(place, end), text[place:end], _REASON))
            at = end
    return edits, damages


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


def _readings(shown: list[Token], context: Context) -> tuple[list[Reading], float]:
    """The readings, best first, and how likely the text is as it stands."""
    flattened = context.flattened
    found = best_readings(Lattice(shown, gaps=context.gaps, flattened=flattened), context.own)
    plain = best_readings(Lattice(shown, gaps=0, flattened=flattened, damaged=False), context.own)
    return found, plain[0].score


def decide(shown: list[Token], readings: list[Reading], plain: float, context: Context) -> Verdict | None:
    """The reading to take, if one is far better than the others."""
    if not readings or not readings[0].turns or len(readings[0].turns) % 2:
        return None
    best = readings[0]
    needs = _needs(shown, best, context)
    if needs is None or best.score - plain < _GAIN:
        return None
    if best.isolated and best.guesses:
        # Neither the words nor the bytes speak for it.
        return None
    if best.isolated and (context.gaps or len(needs) > 1) and not _clear(best, readings[1:]):
        return None
    uncertain = _uncertain(best, readings[1:], needs, context.own)
    if uncertain is None or (uncertain and best.guesses):
        # A hole beside a pair that was guessed: neither speaks for the other.
        return None
    text = "".join(_HOLE if place in uncertain else char for place, char in enumerate(best.text))
    # Where readings prove both ends of every run nothing was decided by likelihood.
    proved = all(shown[start].gloss and shown[end - 1].gloss for start, _, end, _ in _runs(best))
    return Verdict(best, text, 0.8 if uncertain else 1.0 if proved and not best.guesses else 0.95)


def _clear(best: Reading, others: list[Reading]) -> bool:
    """Whether no other reading comes near of which another number of characters was damaged."""
    return all(
        best.score - other.score >= _ALONE
        for other in others
        if len(other.text) != len(best.text) or other.turns != best.turns
    )


def _uncertain(best: Reading, others: list[Reading], needs: dict[int, float], own: Trie) -> set[int] | None:
    """The places where another reading comes too near; nothing where these are too many."""
    doubt = _ISOLATED * best.isolated + _GUESS * best.guesses
    rivals: Counter[int] = Counter()
    for other in others:
        margin = best.score - other.score - doubt
        if len(other.text) != len(best.text) or other.turns != best.turns:
            if margin < _SHAPE:
                return None
            continue
        # A character that the other leaves in no word speaks for the best.
        margin += _LONELY * max(0, other.lonely - best.lonely)
        for place, (char, instead) in enumerate(zip(best.text, other.text, strict=True)):
            if char != instead and margin < _need(needs.get(place, _CHARACTER), place, best, other, own):
                rivals[place] += 1
    if any(count > _RIVALS and place not in needs for place, count in rivals.items()):
        return None
    uncertain = set(rivals) | {place for place, need in needs.items() if need == _NEVER}
    length = sum(high - low for _, low, _, high in _runs(best))
    beyond = sum(best.text[place] != _HOLE for place in uncertain)
    if beyond > 1 + length // 8 or (beyond and length < 3):
        return None
    return uncertain


def _need(need: float, place: int, best: Reading, other: Reading, own: Trie) -> float:
    # The strictest is against a full stop, and not for what the document says elsewhere.
    if need == _FIRST and (other.text[place] != "。" or _known(best.text[place - 1 : place + 1], own)):
        return _CHARACTER
    return need


def _known(pair: str, own: Trie) -> bool:
    folded = fold(pair)
    return folded[-1] in own.get(folded[0], {})


def _needs(shown: list[Token], best: Reading, context: Context) -> dict[int, float] | None:
    """By how much the characters must be certain of which a byte is told by nothing; nothing where one never is.

    A lost byte that ends a character, and swallows what stood behind it, is told by nothing but for a stop.
    """
    needs: dict[int, float] = {}
    for start, low, end, high in _runs(best):
        last = shown[end - 1]
        kept = end < len(shown) and kept_mark(shown[end], flattened=context.flattened) != b""
        # A byte 80 is lost by itself and swallows nothing; each first byte has one character that ends in it.
        alone = two_bytes(best.text[high - 1])[1:] == b"\x80"
        if last.sign and not last.gloss and not last.tag and not alone:
            place = high - 1 if kept else high - 2
            if best.text[place] not in _STOPS:
                if not kept:
                    return None
                needs[place] = _FIRST
        if shown[start].sign and not shown[start].gloss:
            needs[low] = _need_first(best, low, context)
    return needs


def _need_first(best: Reading, place: int, context: Context) -> float:
    """By how much a first character must be certain of which the first byte is told by nothing."""
    stop = best.text[place] == "。"
    if best.isolated or _one_sided(best.text, place) or (stop and not context.sentences):
        return _NEVER
    return _FULL_STOP if stop else _FIRST


def _one_sided(text: str, place: int) -> bool:
    """Whether a first character has a neighbour on one side only to speak for it: the end of a short quotation, or of a name."""
    following = text[place + 1 : place + 2]
    if text[place] == "。":
        return following == "”" and "“" in text[max(0, place - _QUOTED) : place]
    return following in PUNCTUATION


def _opened(verdict: Verdict, shown: list[Token], text: str) -> bool:
    """Whether each closing mark of which nothing is shown but the damage closes what its line has open."""
    for first, low, end, high in _runs(verdict.reading):
        last = shown[end - 1]
        ended = verdict.text[low:high].rstrip("\n<\ufffd")
        if not last.sign or last.gloss or ended[-1:] not in _PAIRS:
            continue
        place = shown[first].start
        waiting = _open_mark(text[text.rfind("\n", 0, place) + 1 : place] + ended[:-1])
        # What stands before a tag may begin in another line of the source.
        if waiting != _PAIRS[ended[-1]] and (waiting or not last.tag):
            return False
    return True


def _open_mark(line: str) -> str:
    """The last mark of a line that is opened and not closed; none where all are."""
    waiting: list[str] = []
    for char in line:
        if char in _OPENERS:
            waiting.append(char)
        elif waiting and _PAIRS.get(char) == waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""


def _runs(reading: Reading) -> list[tuple[int, int, int, int]]:
    """Of each run: its first token, where it begins in the text; one past its last token, where it ends."""
    return [
        (start, low, end, high)
        for (start, low), (end, high) in zip(reading.turns[::2], reading.turns[1::2], strict=True)
    ]


def runs(shown: list[Token], verdict: Verdict) -> list[tuple[int, int, str]]:
    """Start and end of each run in the damaged text, and what stood there."""
    return [
        (shown[start].start, shown[end - 1].end, verdict.text[low:high])
        for start, low, end, high in _runs(verdict.reading)
    ]


def _damaged(shown: list[Token], place: int, readings: list[Reading], plain: float) -> int:
    """Where damage that cannot be read ends; ``place`` where there is none."""
    best = readings[0] if readings else None
    if best is not None and len(best.turns) > 1:
        if best.score - plain >= _GAIN:
            return shown[best.turns[-1][0] - 1].end
        return place
    behind = [token for token in shown if token.start > place]
    common = common_characters()
    strange = [
        token
        for token in behind[:4]
        if "\u2500" <= token.char < "\uff00" and token.char not in common and token.char not in PUNCTUATION
    ]
    if not strange:
        return place
    for token, following in pairwise([*behind, behind[-1]]):
        if token.closes or following is token:
            return token.end
    return behind[-1].end
