"""Which script a text is written in, told by the characters that occur in one script only.

Most Han characters are common to both scripts. A character counts for Simplified where the dictionaries
always convert it to Traditional and the common part of Big5 does not have it, and the other way round with GB
2312: so 后, 里 or 台, which Traditional text has too, count for neither. One such character a line is enough
to tell, as a rule; text of twenty characters holds five.

What is left alone on purpose: the region. It is given only where characters of one region's standard occur in
earnest and the other's do not; most Traditional text shows none.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.errors import UsageError
from policytext.models.script import ScriptReport
from policytext.script.conversion.tables import dictionary

if TYPE_CHECKING:
    from policytext.models.script import ScriptName

__all__ = ["ScriptCounts", "detect_script", "hans_only", "hant_only", "script_counts"]

_BMP = 0x10000
_PLAIN, _HAN, _HANS, _HANT, _TW, _HK = range(6)

# Written by the Taiwanese standard only, and by Hong Kong's (with the characters of written Cantonese). 裡
# and 裏 are no evidence: the converters of the mainland write both.
_TAIWAN = "麵牠汙洩簷踴鯰妳祂睏菸敻嶽恆衆痠瞇"
_HONG_KONG = "衞綫閲鋭枱鈎媪愠搵緼醖輼藴佢哋嘅咗嘢啲嗰喺嚟冇乜攞瞓唔啱"

# Both scripts in earnest: the smaller side has at least this many characters and this share of both.
_MIXED_COUNT = 3
_MIXED_SHARE = 0.15
_REGION_COUNT = 2
_WINDOW = 4096

_lock = threading.Lock()
_tables: list[_Tables] = []


class ScriptCounts(NamedTuple):
    """How many characters of a text tell something."""

    han: int
    """All Han characters."""
    hans: int
    """Of Simplified text only."""
    hant: int
    """Of Traditional text only."""
    tw: int
    """Of the Taiwanese standard only."""
    hk: int
    """Of Hong Kong's standard only."""


class _Tables(NamedTuple):
    hans: frozenset[str]
    hant: frozenset[str]
    classes: list[int]


def script_counts(text: str) -> ScriptCounts:
    """Count the telling characters. Takes about 30 ns a character.

    >>> script_counts("國務院辦公廳")[:3]
    (6, 0, 4)
    """
    classes = text.translate(_ready().classes)
    han, hans, hant, tw, hk = (classes.count(chr(kind)) for kind in (_HAN, _HANS, _HANT, _TW, _HK))
    return ScriptCounts(han + hans + hant + tw + hk, hans, hant + tw + hk, tw, hk)


def detect_script(text: str, *, sample: int | None = None) -> ScriptReport:
    """Tell Simplified from Traditional, and say on what evidence.

    Args:
        text: Any text; a title will do.
        sample: Look at no more than about this many code points, in windows spread evenly over a longer text;
            the counts are then those of the sample. ``None`` looks at everything.

    Returns:
        A report with ``script``, ``region`` and the counts, and nothing else.

    Raises:
        UsageError: ``wrong_type``: ``text`` is not ``str``, or ``sample`` not a number.
    """
    if not isinstance(text, str):
        raise UsageError(
            "wrong_type", f"detect_script takes a str, not {type(text).__name__}; decode bytes first"
        )
    if sample is not None and not isinstance(sample, int):
        raise UsageError("wrong_type", f"sample must be a number or None, not {type(sample).__name__}")
    if sample is not None and len(text) > max(sample, _WINDOW):
        windows = max(1, sample // _WINDOW)
        step = len(text) // windows
        text = "".join(text[at * step : at * step + _WINDOW] for at in range(windows))
    counts = script_counts(text)
    script = _script(counts.hans, counts.hant)
    return ScriptReport(
        script,
        region=_region(text, counts) if script == "hant" else None,
        hans_count=counts.hans,
        hant_count=counts.hant,
        han_count=counts.han,
    )


def hans_only() -> frozenset[str]:
    """The characters that occur in Simplified text only."""
    return _ready().hans


def hant_only() -> frozenset[str]:
    """The characters that occur in Traditional text only."""
    return _ready().hant


def _script(hans: int, hant: int) -> ScriptName:
    if not hans and not hant:
        return "none"
    fewer = min(hans, hant)
    if hans == hant or (fewer >= _MIXED_COUNT and fewer >= _MIXED_SHARE * (hans + hant)):
        return "mixed"
    return "hans" if hans > hant else "hant"


def _region(text: str, counts: ScriptCounts) -> Literal["tw", "hk"] | None:
    # One character may be a slip or a quotation: two different ones are asked for.
    if counts.tw >= _REGION_COUNT and counts.tw >= 4 * counts.hk and _kinds(text, _TAIWAN) >= 2:
        return "tw"
    if counts.hk >= _REGION_COUNT and counts.hk >= 4 * counts.tw and _kinds(text, _HONG_KONG) >= 2:
        return "hk"
    return None


def _kinds(text: str, chars: str) -> int:
    return sum(char in text for char in chars)


def _ready() -> _Tables:
    if not _tables:
        with _lock:
            if not _tables:
                _tables.append(_build())
    return _tables[0]


def _build() -> _Tables:
    from_hans, from_hant = dictionary("STCharacters"), dictionary("TSCharacters")
    hans = {char for char, value in from_hans.items() if char not in value.split() and not _common_big5(char)}
    hant = {char for char, value in from_hant.items() if char not in value.split() and not _gb2312(char)}
    # 着 is the particle in the Traditional text of Hong Kong and of the mainland; 税 户 脱 are Hong Kong's
    # standard.
    regional = (value for name in ("TWVariants", "HKVariants") for value in dictionary(name).values())
    hans -= {"着"}.union(*map(str.split, regional))
    hans, hant = hans - hant - set(_HONG_KONG), hant - hans | set(_TAIWAN) | set(_HONG_KONG)
    classes = [_PLAIN] * _BMP
    for start, end in ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00)):
        classes[start:end] = [_HAN] * (end - start)
    for kind, chars in ((_HANS, hans), (_HANT, hant), (_TW, _TAIWAN), (_HK, _HONG_KONG)):
        for char in chars:
            if ord(char) < _BMP:
                classes[ord(char)] = kind
    return _Tables(frozenset(hans), frozenset(hant), classes)


def _common_big5(char: str) -> bool:
    """Whether the frequent characters of Big5 (lead bytes A4 to C6) hold ``char``."""
    try:
        return char.encode("big5")[0] < 0xC9
    except UnicodeEncodeError:
        return False


def _gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
