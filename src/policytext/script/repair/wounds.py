"""Characters out of step: what a byte-level filter leaves when it hits the middle of a character.

In GBK a character is two bytes. A filter that puts a reading behind every occurrence of a byte pair also
finds the pair that is the end of one character and the start of the next; decoded, everything behind is
shifted by one byte until an ASCII byte or another lost byte puts it in step again::

    域 D3F2  實 8C8D  …  級 BC89     ->   域 ? q ū ) 嵤 … ? j í )      kind A: F2 8C is 驅, which reads qū
    保 B1A3  患 BBBC  …  時 9572     ->   ? ； 颊 …  r(shí)             kind B: A3 BB is ；, kept as a mark

Nothing but a lead byte is lost, so the run can be put in step again, exactly; and the reading, or the ASCII
letter that was a trail byte, says where it ends. But text pipelines strip private-use characters, about one
in seven of what a shifted run decodes to, and then the inversion gives fluent nonsense. So every repaired
character must be a common one and stand in a pair that the dictionaries or the document know; what does not
pass is left as it is and flagged.

The lead byte of kind B is known from evidence only. Where the document or the dictionaries do not decide it,
U+FFFD stands for that one character.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.models.script import Damage
from policytext.models.spans import Span
from policytext.script.conversion.tables import char_map
from policytext.script.data.readings import characters_by_reading, readings
from policytext.script.repair.bigrams import Evidence, fold
from policytext.script.repair.common import PUNCTUATION, common_characters
from policytext.script.repair.edits import Edit
from policytext.script.repair.glosses import TONED, plain_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KIND", "SIGN", "find_wounds"]

KIND = "shift-wounds"
_LETTERS = f"[a-zü{TONED}]"
_MARKS = "；：！？;:!?"
SIGN = re.compile(rf"[?\ufffd](?:(?=[{_MARKS}][^\x00-\x7f])|{_LETTERS}{{1,6}}\))")
"""Where a wound may begin."""

_READING = re.compile(rf"({_LETTERS}{{1,6}})\)")
_TONE = re.compile(f"[{TONED}]")
_GLOSS = re.compile(rf"\( ?({_LETTERS}{{1,6}}) ?\)")
_GLOSS_BEFORE = re.compile(rf"([^\x00-\x7f])\( ?{_LETTERS}{{1,6}} ?\)\Z")
_FLATTENED = {mark: chr(ord(mark) + 0xFEE0) for mark in ";:!?,"}
_LONGEST = 120
_GAIN = 3
_HOLE = "\ufffd"
_QUOTES = "“”「」《》"
_NOT_AFTER_STOP = "，。、；：？！"


class _Run(NamedTuple):
    """Characters out of step behind ``?reading)`` or ``?``-and-mark."""

    end: int
    raw: bytes
    shown: str
    # How it ends: with an ASCII letter that was a trail byte, or with a reading whose character lost its trail
    # byte. Otherwise its last character is lost, and what that swallowed too.
    close: Literal["letter", "reading", ""]
    # The reading of the last character, where one follows.
    reading: str = ""


class _Repair(NamedTuple):
    end: int
    after: str
    confidence: float


def find_wounds(text: str) -> tuple[list[Edit], list[Damage]]:
    """The runs to put in step, and those that are damaged beyond that.

    Takes and gives code points of ``text``. A run is at most 120 characters, so the time is linear.
    """
    edits: list[Edit] = []
    wounds: list[Damage] = []
    evidence = Evidence(text)
    flattened = "，" not in text
    at = 0
    while (sign := SIGN.search(text, at)) is not None:
        place = sign.start()
        at = place + 1
        before = _before(text, place)
        reading = _READING.match(text, at)
        if not before:
            continue
        run = _follow(text, reading.end() if reading else at, marked=reading is None, flattened=flattened)
        after = _after(text, run.end)
        if reading is None:
            repair = _kept_mark(run, before, after, evidence)
            suspicious = repair is None and _looks_shifted(run)
        else:
            repair = _split_character(run, before, reading[1], after, evidence)
            suspicious = repair is None and _is_damage(before, reading[1])
        if repair is not None:
            edits.append(Edit(place, *repair))
            at = repair.end
        elif suspicious:
            end = max(run.end, reading.end() if reading else at)
            reason = "Characters are out of step, and bytes that would put them in step again are gone."
            wounds.append(Damage(KIND, Span(place, end), text[place:end], reason))
            at = end
    return edits, wounds


def _before(text: str, place: int) -> str:
    """The character in front of the wound; its gloss may stand between."""
    gloss = _GLOSS_BEFORE.search(text, max(0, place - 12), place)
    if gloss is not None:
        return gloss[1]
    return text[place - 1] if place and text[place - 1] > "\x7f" else ""


def _follow(text: str, start: int, *, marked: bool, flattened: bool) -> _Run:
    """Read two-byte characters up to what ends the run."""
    raw = bytearray()
    shown: list[str] = []
    at = start
    limit = min(len(text), start + _LONGEST)
    while at < limit:
        char = text[at]
        # A question mark stands for itself only where the run begins: behind that it is a lost byte.
        folded = (marked and at == start) or (flattened and char != "?")
        pair = _two_bytes(_FLATTENED.get(char, char) if folded else char)
        if pair:
            raw += pair
            shown.append(char)
            at += 1
            gloss = _GLOSS.match(text, at)
            if gloss is not None and _reads(char, gloss[1]):
                at = gloss.end()
            continue
        if char in "?\ufffd":
            # A lost trail byte, and the character that it took with it: the bracket, if the reading stands
            # there.
            lost = _READING.match(text, at + 1)
            if lost is not None:
                return _Run(lost.end(), bytes(raw), "".join(shown), "reading", lost[1])
            return _Run(at + 1, bytes(raw), "".join(shown), "")
        if "@" <= char <= "~":
            raw.append(ord(char))
            gloss = _GLOSS.match(text, at + 1)
            known = gloss[1] if gloss is not None and _reads(_decoded(bytes(raw[-2:])), gloss[1]) else ""
            return _Run(at + 1, bytes(raw), "".join(shown), "letter", known)
        break
    return _Run(at, bytes(raw), "".join(shown), "")


def _split_character(run: _Run, before: str, reading: str, after: str, evidence: Evidence) -> _Repair | None:
    """Kind A: the reading tells the byte that was lost, since the byte before it is the end of ``before``."""
    firsts = _lost(before, reading)
    found: dict[str, int] = {}
    for first in firsts:
        for body in _completed(bytes((first,)) + run.raw, run):
            if _plausible(body, before, after, evidence):
                found[body] = evidence.words(before + body + after)
    best = _only(found)
    if best is None:
        return None
    # Where a reading proves the end as well nothing is open.
    return _Repair(run.end, best, 1.0 if run.reading and len(found) == 1 else 0.95)


def _kept_mark(run: _Run, before: str, after: str, evidence: Evidence) -> _Repair | None:
    """Kind B: the mark is the end of one character, whose first byte is lost, and the start of the next."""
    if run.raw[:1] != b"\xa3":
        return None
    found: dict[str, int] = {}
    for body in _completed(run.raw[1:], run):
        if _plausible(body, "", after, evidence):
            found[body] = evidence.words(body + after)
    best = _only(found)
    if best is None:
        return None
    if not run.reading and found[best] - evidence.words(run.shown) < _gain(evidence):
        return None
    lead = _lead(before, best, evidence)
    return _Repair(run.end, lead + best, 0.95 if lead != _HOLE else 0.8)


def _gain(evidence: Evidence) -> int:
    return 1 if evidence.whole else _GAIN


def _completed(raw: bytes, run: _Run) -> Iterator[str]:
    """What the bytes say in steps of two, with the trail byte that the closing reading asks for."""
    if run.close == "reading":
        if len(raw) % 2:
            for char in _annotated(run.reading, raw[-1]):
                body = _decoded(raw[:-1] + _two_bytes(char))
                if body:
                    yield body
    elif run.close == "letter":
        body = _decoded(raw)
        if body:
            yield body


def _only(found: dict[str, int]) -> str | None:
    """The one with the most evidence, if there is one."""
    best = sorted(found, key=found.__getitem__, reverse=True)[:2]
    if not best or (len(best) == 2 and found[best[0]] == found[best[1]]):
        return None
    return best[0]


def _plausible(body: str, before: str, after: str, evidence: Evidence) -> bool:
    """Whether every character is common and goes with one of its neighbours.

    Where private-use characters survived none was stripped, so the bytes are all there; then it is enough
    that the text looks like text.
    """
    common = common_characters()
    strange = sum(char not in common for char in body)
    if evidence.whole:
        return strange <= len(body) // 8
    if strange:
        return False
    line = fold(f"{before or _HOLE}{body}{after or _HOLE}")
    return all(
        line[at] in PUNCTUATION
        or evidence.alone(line[at])
        or evidence.knows(line[at - 1 : at + 1])
        or evidence.knows(line[at : at + 2])
        for at in range(1, len(line) - 1)
    )


def _looks_shifted(run: _Run) -> bool:
    """Whether what was not repaired is damage: a reading ends it, and it does not read like text."""
    common = common_characters()
    strange = sum(char not in common for char in run.shown)
    return run.close == "reading" or (bool(run.reading) and 2 * strange >= len(run.shown))


def _is_damage(before: str, reading: str) -> bool:
    """Whether a character whose first byte ends ``before`` is read so, in whichever script ``before`` now stands."""
    if _TONE.search(reading) is None:
        return False
    simple = fold(before)
    return any(_lost(char, reading) for char in {before, simple, *_traditional().get(simple, "")})


@cache
def _traditional() -> dict[str, str]:
    forms: dict[str, str] = {}
    for code, simple in char_map("t2s").items():
        forms[chr(simple)] = forms.get(chr(simple), "") + chr(code)
    return forms


@cache
def _leads() -> str:
    """The common characters whose second byte is A3."""
    chars = (_decoded(bytes((lead, 0xA3))) for lead in range(0x81, 0xFF))
    return "".join(char for char in chars if char in common_characters())


def _lead(before: str, following: str, evidence: Evidence) -> str:
    """The character whose second byte is A3, where the document or the dictionaries leave one only.

    Most often it is the full stop. It is taken where no other one is known to follow ``before``.
    """
    first, last = fold(before), fold(following)
    fits = [char for char in _leads() if evidence.knows(first + fold(char))]
    own = [char for char in fits if evidence.often(first + fold(char))]
    if len(own) == 1:
        return own[0]
    if following[0] in _NOT_AFTER_STOP:
        return fits[0] if len(fits) == 1 else _HOLE
    both = [char for char in fits if evidence.knows(fold(char) + last[0])]
    if len(both) == 1:
        return both[0]
    starts = following[0] in PUNCTUATION or evidence.knows(last[:2])
    if fits or not starts or (evidence.alone(first) and following[0] not in _QUOTES):
        return _HOLE
    return "。"


def _after(text: str, end: int) -> str:
    gloss = _GLOSS.match(text, end)
    end = gloss.end() if gloss else end
    return text[end : end + 1]


def _reads(char: str, letters: str) -> bool:
    return plain_reading(letters) in readings().get(char, ())


def _annotated(reading: str, lead: int) -> list[str]:
    """The characters that a filter annotates with ``reading`` and whose first byte is ``lead``."""
    chars = characters_by_reading().get(plain_reading(reading), "")
    return [char for char in chars if (_two_bytes(char) or b"\0")[0] == lead]


def _lost(before: str, reading: str) -> bytes:
    """What the byte behind ``before`` can have been, for the two to be a character that is read so."""
    return bytes(_two_bytes(char)[1] for char in _annotated(reading, (_two_bytes(before) or b"\0")[-1]))


def _two_bytes(char: str) -> bytes:
    if char < "\x80":
        return b""
    try:
        raw = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return raw if len(raw) == 2 else b""


def _decoded(raw: bytes) -> str:
    """``raw`` in steps of two bytes; nothing where one of them is no character."""
    try:
        text = raw.decode("gbk")
    except UnicodeDecodeError:
        return ""
    return text if 2 * len(text) == len(raw) else ""
