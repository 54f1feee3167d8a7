"""Which reading of a run is taken, and which of its characters are certain.

A reading must be far likelier than the text as it stands, and than any other. Where the two differ in a single character,
U+FFFD stands for that one; where they differ in more, none is taken.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.script import Rival
from policytext.script.repair.common import HOLE, PUNCTUATION
from policytext.script.repair.edits import Edit
from policytext.script.repair.gbk import two_bytes
from policytext.script.repair.lattice import kept_mark
from policytext.script.repair.search import Reading
from policytext.script.repair.words import OwnWords, Trie, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.script.repair.lattice import Token

__all__ = ["GAIN", "Context", "Verdict", "decide", "runs"]

_STOPS = "。”！？；"

# All in nats, chosen on 3 300 simulated wounds and tried on 3 000 others (tests/benchmarks/report_damage.py).
# By how much a reading must be likelier than the text as it stands: the text of a run is nonsense, which costs 10 and more.
GAIN = 8.0
# Than any other reading: with other characters damaged, or another number of them; with another character.
_SHAPE = 4.5
_CHARACTER = 3.5
# A first byte before a kept mark is told by nothing shown, and the character is a full stop more often than not: what
# speaks for another one must be stronger.
_FULL_STOP = 7.6
_FIRST = 9.6
# No margin is enough.
_NEVER = math.inf
# What a rival loses for a character that is in no word, where the best has none; such a character may be in a word that
# the table lacks, so the best loses something for its own, and for each byte that nothing shown tells.
_LONELY = 2.0
_ISOLATED = 1.0
_GUESS = 0.5
# Of another shape, where a character out of step is in no word and stripped pairs may be missing.
_ALONE = 7.0
# With more rivals than this at one place the character is not merely uncertain: the whole reading is.
_RIVALS = 2
# Of a run of fewer characters none may be uncertain; of a longer one, beside the first, one in so many.
_SHORT = 3
_CERTAIN_FOR_ONE = 8
# So near a reading is listed beside the one that is taken, which lowers the confidence; so many at most.
_NEAR = 9.0
_LISTED = 3
# How sure a repair is: with a part left open, with a reading that came near, without one. What readings prove is certain.
_HOLED, _DISPUTED, _UNDISPUTED = 0.8, 0.92, 0.95
# A quotation of so many characters is a word or a name, and holds no sentence that could end in it.
_QUOTED = 4


class Context(NamedTuple):
    """What the rest of the document says.

    Attributes:
        own: Its own words.
        gaps: How many stripped pairs a run may have.
        flattened: Whether its full-width marks were folded to ASCII.
        folded: Whether that is certain, so that a full-width mark behind a sign is damage whatever follows.
        sentences: Whether it is running text, and no list of names.
    """

    own: OwnWords
    gaps: int
    flattened: bool
    folded: bool
    sentences: bool


class Verdict(NamedTuple):
    """The reading that is taken, its text with U+FFFD where a character is not certain, and the readings that lost."""

    reading: Reading
    text: str
    proved: bool
    others: Sequence[Reading] = ()


def decide(shown: list[Token], readings: list[Reading], plain: float, context: Context) -> Verdict | None:
    """The reading to take, if one is far better than the others."""
    if not readings or not readings[0].turns or len(readings[0].turns) % 2:
        return None
    best, others = readings[0], readings[1:]
    needs = _needs(shown, best, context)
    if needs is None or best.score - plain < GAIN or _unsupported(best, others, needs, context):
        return None
    uncertain = _uncertain(best, others, needs, context.own.again)
    if uncertain is None or (uncertain and best.guesses):
        # A hole beside a pair that was guessed: neither speaks for the other.
        return None
    text = "".join(HOLE if place in uncertain else char for place, char in enumerate(best.text))
    return Verdict(best, text, _proved(shown, best), others)


def _proved(shown: list[Token], best: Reading) -> bool:
    """Whether readings stand at both ends of every run, so that nothing was decided by likelihood."""
    return not best.guesses and all(
        shown[start].gloss and shown[end - 1].gloss for start, _, end, _ in best.runs
    )


def _unsupported(best: Reading, others: list[Reading], needs: dict[int, float], context: Context) -> bool:
    """Whether a character is in no word, so that the words do not speak for the reading, and the bytes do not either."""
    if not best.isolated:
        return False
    if best.guesses:
        return True
    # Where pairs may be missing it can be one half each of two other characters.
    return (context.gaps > 0 or len(needs) > 1) and not _clear(best, others)


def _clear(best: Reading, others: list[Reading]) -> bool:
    """Whether no other reading comes near of which another number of characters was damaged."""
    return all(best.score - other.score >= _ALONE for other in others if not _same_shape(best, other))


def _uncertain(best: Reading, others: list[Reading], needs: dict[int, float], own: Trie) -> set[int] | None:
    """The places where another reading comes too near; nothing where these are too many."""
    doubt = _ISOLATED * best.isolated + _GUESS * best.guesses
    rivals: Counter[int] = Counter()
    for other in others:
        margin = best.score - other.score - doubt
        if _same_shape(best, other):
            rivals.update(_nearer(best, other, margin, needs, own))
        elif margin < _SHAPE:
            return None
    if any(count > _RIVALS and place not in needs for place, count in rivals.items()):
        return None
    uncertain = set(rivals) | {place for place, need in needs.items() if need == _NEVER}
    return None if _too_many(uncertain, best) else uncertain


def _same_shape(best: Reading, other: Reading) -> bool:
    """Whether the same stretch is damaged in both, and as many characters stood there."""
    return len(other.text) == len(best.text) and other.turns == best.turns


def _nearer(
    best: Reading, other: Reading, margin: float, needs: dict[int, float], own: Trie
) -> Iterator[int]:
    """The places in which a reading of the same shape differs, and which are not certain enough for that."""
    # A character that the other leaves in no word speaks for the best.
    margin += _LONELY * max(0, other.lonely - best.lonely)
    for place, (char, instead) in enumerate(zip(best.text, other.text, strict=True)):
        if char != instead and margin < _need(needs.get(place, _CHARACTER), place, best, other, own):
            yield place


def _too_many(uncertain: set[int], best: Reading) -> bool:
    """Whether so much of the runs is uncertain that the rest proves nothing: of short ones anything, of others one in eight."""
    # What was swallowed behind a run is no character of it.
    length = sum(len(best.text[low:high].rstrip(f"\n<{HOLE}")) for _, low, _, high in best.runs)
    beyond = sum(best.text[place] != HOLE for place in uncertain)
    return beyond > 1 + length // _CERTAIN_FOR_ONE or (beyond > 0 and length < _SHORT)


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
    for start, low, end, high in best.runs:
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


def runs(shown: list[Token], verdict: Verdict) -> list[Edit]:
    """The repair of each run, in the damaged text, with how sure it is and what came near."""
    found: list[Edit] = []
    for start, low, end, high in verdict.reading.runs:
        after = verdict.text[low:high]
        rivals = _rivals(verdict, low, high)
        holed = after != verdict.reading.text[low:high]
        sure = _HOLED if holed else _DISPUTED if rivals else 1.0 if verdict.proved else _UNDISPUTED
        found.append(Edit(shown[start].start, shown[end - 1].end, after, sure, rivals))
    return found


def _rivals(verdict: Verdict, low: int, high: int) -> tuple[Rival, ...]:
    """What the readings that came near have in the place of one run; first the likeliest itself, where a part of it is left open."""
    best = verdict.reading
    before, behind = best.text[:low], best.text[high:]
    known = verdict.text[low:high]
    found: dict[str, float] = {}
    for reading in (best, *verdict.others):
        if verdict.proved and reading.guesses:
            # Nothing needs to be guessed here.
            continue
        margin = best.score - reading.score
        if margin >= _NEAR or len(found) >= _LISTED:
            break
        end = len(reading.text) - len(behind)
        # One that differs beside the run as well is no reading of the same place.
        if end >= low and reading.text.startswith(before) and reading.text.endswith(behind):
            found.setdefault(reading.text[low:end], round(margin, 1))
    found.pop(known, None)
    return tuple(Rival(text, margin) for text, margin in found.items())
