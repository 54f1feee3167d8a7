r"""Runs of text that were decoded with the wrong encoding as a whole, and can be decoded again.

``ä¸\xadå›½`` is UTF-8 read as Latin-1, ``ÖÐ¹ú`` is GBK read as Latin-1, ``鍥藉姟闄`` is UTF-8 read as GBK.
The first kinds lose nothing. The last loses a byte wherever a run has an odd number of them; where the
decoder left U+FFFD for it, the run is decoded with holes; where it left ``?`` and swallowed what followed,
nothing can be told apart, and the run is flagged. GBK read as Big5 is put right where nothing is lost, and flagged elsewhere.

A run is inverted only if it looks wrong now (under 75 per cent common characters), right afterwards (90 per
cent), and is long enough to prove it. Left alone on purpose: Korean and Japanese encodings (a line of Korean
passes for damaged Chinese), Big5 read as GBK (hardly invertible), Latin text, box-drawing frames.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policytext.models.script import Damage
from policytext.models.spans import Span
from policytext.script.repair.common import HOLE, common_characters
from policytext.script.repair.edits import Edit
from policytext.script.repair.holes import LOST, fill, sequences
from policytext.script.repair.words import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BIG5_SIGNS", "GBK_SIGNS", "find_mojibake", "may_be_gbk"]

# windows-1252 beyond Latin-1; its five empty cells stay C1 controls, as in browsers.
_CP1252 = {
    bytes([code]).decode("cp1252"): code
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_HIGH = "\x80-\xff" + "".join(_CP1252)
_LATIN_RUN = re.compile(f"[{_HIGH}][{_HIGH}\t -~]*")
_LATIN_SIGN = re.compile(f"[{_HIGH}]{{2}}")
_BYTES = {ord(char): code for char, code in _CP1252.items()}

GBK_SIGNS = "涓浜浠鍦鍥鏄鐨鏈锛銆鍚鎴澶鏂鍏鍑瀛骞鏃琛鍒鍙鍔鏀闄"
"""What the lead and second byte of the most frequent Chinese characters give when UTF-8 is read as GBK."""

# Behind the second byte of a character stands its third, and with it the first byte of the next one.
_NEXT = "".join(
    bytes((third, first)).decode("gb18030", "ignore")
    for third in range(0x81, 0xC0)
    for first in (0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF)
)
_GBK_SIGN = re.compile(f"[{GBK_SIGNS}](?=[{_NEXT}€\ufffd])")
_GBK_RUN = re.compile("[^\x00-\x7f]+[?]?")
BIG5_SIGNS = "ㄛㄩ﹝﹛"
"""What the comma, the colon, the full stop and the wide blank of GBK give when they are read as Big5."""

_BIG5_SIGN = re.compile(f"(?<=[^\x00-\x7f])[{BIG5_SIGNS}]|[{BIG5_SIGNS}](?=[^\x00-\x7f])")
_BIG5_RUN = re.compile("[^\x00-\x7f]+")
_REPLACEMENTS = re.compile("(?:锟斤拷)+")
# ASCII, signs and blanks of any text: neither for a decoding nor against it.
_NEUTRAL = frozenset("\xa0\ufffd").union(
    *(
        map(chr, range(first, last + 1))
        for first, last in (
            (0, 0x7F),
            (0x2010, 0x27BF),
            (0x3000, 0x303F),
            (0xFF01, 0xFF5E),
            (0xFFE0, 0xFFE6),
        )
    )
)
# A frame of box-drawing characters, and what is lost already.
_NO_RUN = re.compile("[─-╿\ufffd]")
_UTF_8 = re.compile(r"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_LEAST = 4
_BEFORE = 0.75
_AFTER = 0.9
_GAIN = 0.35
_MOST_HOLES = 0.2
# Each costs a millisecond or two; a long page has some hundreds. Beyond these U+FFFD stays.
MOST_FILLED = 2_000
_HOLES = re.compile("\ufffd+")


def find_mojibake(text: str) -> tuple[list[Edit], list[Damage]]:
    """The runs to put right, and those that are damaged beyond that."""
    edits: list[Edit] = []
    wounds: list[Damage] = []
    if _LATIN_SIGN.search(text):
        edits += _latin(text)
    if "锟斤拷" in text:
        # U+FFFD twice in UTF-8, read as GBK: what it stood for is gone, but what it says is known.
        edits += [
            Edit(m.start(), m.end(), "\ufffd" * ((m.end() - m.start()) // 3 * 2))
            for m in _REPLACEMENTS.finditer(text)
        ]
    if may_be_gbk(text):
        found, left = _utf8_as_gbk(text)
        edits += found
        wounds += left
    if _BIG5_SIGN.search(text):
        found, left = _gbk_as_big5(text)
        edits += found
        wounds += left
    return _apart(edits), wounds


def _apart(edits: list[Edit]) -> list[Edit]:
    out: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not out or out[-1].end <= edit.start:
            out.append(edit)
    return out


def may_be_gbk(text: str) -> bool:
    """Whether the text has a sign of UTF-8 read as GBK, with what must follow one."""
    return _GBK_SIGN.search(text) is not None


def _share(text: str) -> float:
    others = len(text) - sum(map(_NEUTRAL.__contains__, text))
    return sum(map(_telling().__contains__, text)) / others if others else 1.0


@cache
def _telling() -> frozenset[str]:
    return common_characters() - _NEUTRAL


def _convincing(old: str, new: str) -> bool:
    if _NO_RUN.search(old):
        return False
    # Four different ones are four at least.
    if sum(char >= "㐀" and char != "\ufffd" for char in set(new)) < _LEAST:
        return False
    before, after = _share(old), _share(new)
    return before < _BEFORE and after >= _AFTER and after - before >= _GAIN


def _latin(text: str) -> list[Edit]:
    edits: list[Edit] = []
    utf_8 = False
    for match in _LATIN_RUN.finditer(text):
        run = match[0].rstrip("\t ")
        if len(run) - len(run.encode("ascii", "ignore")) < 2 * _LEAST:
            continue
        for start, part, new in _parts(run):
            at = match.start() + start
            edits.append(Edit(at, at + len(part), new))
            utf_8 = utf_8 or new == _utf_8(part)
    if utf_8:
        # Longer runs have shown the damage, and hardly anything but UTF-8 looks like it.
        flat = text.translate(_BYTES)
        edits += [
            Edit(m.start(), m.end(), m[0].encode("latin-1").decode("utf-8", "replace"), 0.95)
            for m in _UTF_8.finditer(flat)
        ]
    return edits


def _utf_8(run: str) -> str | None:
    try:
        return run.translate(_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None


def _parts(run: str) -> Iterator[tuple[int, str, str]]:
    """Where in a run a part begins that can be decoded again, the part, and what it says."""
    # The run as a whole first: a second byte may be an ASCII letter. If that says nothing, word by word.
    whole = _from_latin(run)
    if whole is not None:
        yield 0, run, whole
        return
    for match in re.finditer(r"[^\x00-\x7f]+", run):
        new = _from_latin(match[0]) if 2 * _LEAST <= len(match[0]) < len(run) else None
        if new is not None:
            yield match.start(), match[0], new


def _from_latin(run: str) -> str | None:
    now = run
    for _ in range(3):
        following = _utf_8(now)
        if following is None:
            break
        now = following
        if _convincing(run, now):
            return now
    raw = run.translate(_BYTES).encode("latin-1")
    for encoding in ("gb18030", "big5"):
        try:
            new = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _convincing(run, new):
            return new
    return None


def _utf8_as_gbk(text: str) -> tuple[list[Edit], list[Damage]]:
    edits: list[Edit] = []
    wounds: list[Damage] = []
    short: list[Edit] = []
    for match in _GBK_RUN.finditer(text):
        run = match[0]
        body = run.rstrip("?")
        new = _from_gbk(body)
        if new is None:
            continue
        edit = Edit(match.start(), match.start() + len(body), new)
        proved = _GBK_SIGN.search(run) is not None and _convincing(body.replace(HOLE, ""), new)
        if body != run and new.endswith(HOLE):
            # The question mark stands for a byte and for the character that it swallowed.
            if proved:
                reason = "UTF-8 read as GBK; bytes and a following character are gone."
                wounds.append(Damage("mojibake", Span(match.start(), match.end()), run, reason))
        elif proved and not _too_many_holes(new):
            edits.append(edit)
        elif _share(body) < _BEFORE <= _AFTER <= _share(new):
            short.append(edit)
    if edits:
        # Where longer runs have shown the damage, a word of two or three characters is no coincidence.
        edits += short
    return [edit for edit in _filled(text, edits) if not _too_many_holes(edit.after)], wounds


def _gbk_as_big5(text: str) -> tuple[list[Edit], list[Damage]]:
    """Runs of GBK read as Big5. A third of the pairs is no character of Big5: a run that has one is only listed."""
    edits: list[Edit] = []
    wounds: list[Damage] = []
    for match in _BIG5_RUN.finditer(text):
        # Behind a lost byte nobody knows which bytes are a pair, so a run is judged by what stands between.
        pieces = match[0].split(HOLE)
        read = [new for new in map(_from_big5, pieces) if new is not None]
        if len(read) == 1 == len(pieces):
            edits.append(Edit(match.start(), match.end(), read[0]))
        elif read:
            reason = "GBK read as Big5; bytes are gone."
            wounds.append(Damage("mojibake", Span(*match.span()), match[0], reason))
    return edits, wounds


def _from_big5(run: str) -> str | None:
    try:
        new = run.encode("big5").decode("gbk")
    except UnicodeError:
        return None
    return new if _convincing(run, new) else None


def _filled(text: str, edits: list[Edit]) -> list[Edit]:
    """The same edits, with lost characters that the words of all of them tell."""
    if not any(HOLE in edit.after for edit in edits):
        return edits
    own = own_words("\n".join(edit.after.replace(HOLE, "\n") for edit in edits), longest=2).again
    out: list[Edit] = []
    left = MOST_FILLED
    for edit in edits:
        new = edit.after
        if HOLE in new:
            cells = sequences(_gbk_bytes(text[edit.start : edit.end]))
            left -= sum(len(cell) > 1 for cell in cells)
            new = fill(cells, own) if left >= 0 else "".join(cell[-1] for cell in cells)
        confidence = 0.9 if HOLE in new else 1.0 if new == edit.after else 0.95
        out.append(Edit(edit.start, edit.end, new, confidence))
    return out


def _too_many_holes(text: str) -> bool:
    return text.count(HOLE) > max(1, _MOST_HOLES * len(text))


def _gbk_bytes(run: str) -> bytes:
    if "€" not in run and HOLE not in run:
        return run.encode("gb18030")
    return b"".join(
        b"\x80" if char == "€" else LOST if char == HOLE else char.encode("gb18030") for char in run
    )


def _from_gbk(run: str) -> str | None:
    try:
        raw = _gbk_bytes(run)
    except UnicodeEncodeError:
        return None
    return _HOLES.sub(HOLE, raw.decode("utf-8", "replace"))
