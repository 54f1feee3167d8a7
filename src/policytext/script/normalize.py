"""The normalizer: damage repaired, code points tidied, script converted, and every edit on record.

    >>> done = normalize("廣大市民響應號召")
    >>> done.text
    '广大市民响应号召'
    >>> done.replay() == done.text
    True

What is done and in which order is one list, `STEPS`; the name of a step is the ``kind`` of its changes and
the word that switches it off. The order is not free: byte damage is undone on the characters as they came,
before composition or the private-use table change their bytes; glosses go after the bytes are back in step,
and before the conversion, because readings are known for the Traditional form. Damage that is left is kept
from every later step: it is no text.

The steps run until nothing changes, so that normalizing twice is normalizing once.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from policytext.errors import UsageError
from policytext.models.script import Change, NormalizedText, ScriptReport
from policytext.script import tidy
from policytext.script.charmaps import FORMS, RADICALS
from policytext.script.convert import convert
from policytext.script.detect import detect_script, hans_only, hant_only
from policytext.script.edits import Edit, EditLog
from policytext.script.glosses import TONED, find_glosses
from policytext.script.mojibake import GBK_SIGNS, find_mojibake
from policytext.script.wounds import SIGN, find_wounds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from policytext.models.script import Wound
    from policytext.spans import Span

    Found: TypeAlias = tuple[list[Edit], list[Wound]]

__all__ = ["OPTIONAL", "STEPS", "Target", "normalize", "repair"]

Target = Literal["hans", "hant"]


class Step(NamedTuple):
    """One thing that is done to a text.

    Attributes:
        name: Of the step, and of its changes.
        find: What to do in a text as it stands, and damage to be left alone.
        repairs: Whether it undoes damage; `repair` runs these steps only.
    """

    name: str
    find: Callable[[str], Found]
    repairs: bool = False


def _only_edits(find: Callable[[str], list[Edit]]) -> Callable[[str], Found]:
    return lambda text: (find(text), [])


STEPS: tuple[Step, ...] = (
    Step("mojibake", find_mojibake, repairs=True),
    Step("shift-wounds", find_wounds, repairs=True),
    Step("glosses", _only_edits(find_glosses), repairs=True),
    Step("line-breaks", _only_edits(tidy.line_breaks), repairs=True),
    Step("controls", _only_edits(tidy.controls), repairs=True),
    Step("invisibles", _only_edits(tidy.invisibles), repairs=True),
    Step("nfc", _only_edits(tidy.compose)),
    Step("radicals", _only_edits(tidy.radicals)),
    Step("private-use", _only_edits(tidy.private_use)),
    Step("strip-private", _only_edits(tidy.strip_private)),
    Step("blanks", _only_edits(tidy.blanks)),
    Step("full-width", _only_edits(tidy.full_width)),
    Step("half-width", _only_edits(tidy.half_width)),
    Step("small-forms", _only_edits(tidy.small_forms)),
    Step("wave-dash", _only_edits(tidy.wave_dash)),
    Step("middle-dot", _only_edits(tidy.middle_dot)),
    Step("circle-zero", _only_edits(tidy.circle_zero)),
    Step("ellipsis", _only_edits(tidy.ellipsis)),
    Step("dashes", _only_edits(tidy.dashes)),
    Step("restore-punctuation", _only_edits(tidy.restore_punctuation)),
)
"""Everything that is done, in order. The conversion (``t2s`` or ``s2t``) comes last."""

OPTIONAL = frozenset({"strip-private", "ellipsis", "dashes"})
"""Steps that run only where ``also`` names them: they take something away, or are a matter of taste."""

_REPAIRS = tuple(step for step in STEPS if step.repairs)
_CONVERSIONS = ("t2s", "tw2s", "hk2s", "s2t", "s2tw", "s2hk")
_REPAIRED = frozenset({"mojibake", "shift-wounds"})
_PASSES = 6

#  One search tells most texts from those that any step could touch: controls and noncharacters, surrogates,
# invisibles, tone marks, the letters of wrong decodings, U+FFFD.
_DAMAGE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\xc0-\xd6\xd8-\xf6\xf8-\xff"
    f"{TONED}{TONED.upper()}\u0300-\u0304\u0308\u030c\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    f"\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffd-\uffff锟{GBK_SIGNS}"
)
_UNTIDY = (
    "\xa0\u0300-\u1fff\u2000-\u200a\u202f\u205f\u20d0-\u20ff\u2126\u212a\u212b\u2329\u232a\u2adc\u3000\u302a-\u302f"
    "\u3099\u309a\ua66f-\uabff\ue000-\uf8ff\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\uff10-\uff19\uff21-\uff3a"
    f"\uff41-\uff5a\uff61-\uff9f〜•・‧⋅∙○◯{''.join(RADICALS)}{''.join(FORMS)}\U00010000-\U0010ffff"
)
_damaged = re.compile(f"[{_DAMAGE}]").search
_untidy = re.compile(f"[{_DAMAGE}{_UNTIDY}]").search


def normalize(
    text: str,
    to: Target | None = "hans",
    *,
    skip: Collection[str] = (),
    also: Collection[str] = (),
    short_text: bool = False,
    region: Literal["tw", "hk"] | None = None,
) -> NormalizedText:
    """Repair, tidy and convert a text.

    Args:
        text: A document; what its evidence decides (glosses, lost punctuation, lead bytes) is decided for
            the whole.
        to: ``"hans"`` Simplified, ``"hant"`` Traditional, ``None`` to leave the script as it is.
        skip: Names of steps to leave out: those of `STEPS`, or of a conversion such as ``t2s``.
        also: Names of `OPTIONAL` steps to run.
        short_text: Judge fewer than four glosses too: for a title from a page that is known to carry them.
        region: Whose Traditional forms the text has, or is to have. From a region's forms only a text is
            converted that has no character of Simplified text: the regional dictionaries would damage it.

    Returns:
        The text, every edit, the damage that was left, the map back. ``report.script`` is the script that
        the text had before the conversion.

    Raises:
        UsageError: ``wrong_type``, ``unknown_script``, ``unknown_step`` or ``unknown_region``; the message
            names what is allowed.
    """
    _check(text, to, skip, also, region)
    steps = [
        _for_titles(step) if short_text and step.name == "glosses" else step
        for step in STEPS
        if step.name not in skip and (step.name not in OPTIONAL or step.name in also)
    ]
    forward = partial(_converted, to=to, region=region, skip=frozenset(skip)) if to else None
    if not also and not _untidy(text) and not ("?" in text and SIGN.search(text)):
        # Nothing for any step but these two.
        steps = [step for step in steps if step.name == "restore-punctuation"]
        if not tidy.restore_punctuation(text) and (forward is None or forward(text)[1] is text):
            return NormalizedText(text, text, (), partial(_report, text, (), ()))
        steps = [step for step in STEPS if step in steps or (step.repairs and step.name not in skip)]
    return _run(text, steps, forward)


def repair(text: str) -> NormalizedText:
    """Undo damage and nothing else: what is done to every page before it is read.

    Runs the steps that repair: wrong decodings, shifted bytes, glosses, line ends, control characters,
    invisibles. Widths, punctuation and script stay as the page has them. A text without a suspicious
    character, that is nearly every text, is told by one search.

    Raises:
        UsageError: ``wrong_type`` where ``text`` is not ``str``.
    """
    if not isinstance(text, str):
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.")
    if not _damaged(text) and not ("?" in text and SIGN.search(text)):
        return NormalizedText(text, text, (), partial(_report, text, (), ()))
    return _run(text, _REPAIRS, None)


def _run(
    source: str, steps: Iterable[Step], forward: Callable[[str], tuple[str, str]] | None
) -> NormalizedText:
    log = EditLog(source)
    before = source
    for turn in range(_PASSES):
        log.release()
        changed = False
        for step in steps:
            edits, wounds = step.find(log.text)
            if edits:
                changed |= log.apply(step.name, edits)
            if wounds:
                # The finder speaks of the text it was shown.
                log.protect(wounds)
        if turn == 0:
            before = log.text
        if forward is not None:
            kind, edits = _conversion(log.text, log.protected, forward)
            changed |= log.apply(kind, edits)
        if not changed:
            break
    else:
        # No text is known that comes here. One that did would not be the same twice, so it stays as it is.
        log = EditLog(source)
        before = source
    changes, wounds_left = log.changes(), log.wounds()
    return NormalizedText(
        log.text, source, changes, partial(_report, before, changes, wounds_left), wounds=wounds_left
    )


def _report(text: str, changes: tuple[Change, ...], wounds: tuple[Wound, ...]) -> ScriptReport:
    found = detect_script(text)
    glosses = tuple(change for change in changes if "glosses" in change.kind)
    repaired = tuple(change for change in changes if not _REPAIRED.isdisjoint(change.kind.split("+")))
    return ScriptReport(
        found.script,
        region=found.region,
        hans_count=found.hans_count,
        hant_count=found.hant_count,
        han_count=found.han_count,
        changes=changes,
        glosses=glosses,
        repaired=repaired,
        unrecoverable=wounds,
    )


def _conversion(
    text: str, protected: list[Span], forward: Callable[[str], tuple[str, str]]
) -> tuple[str, list[Edit]]:
    kind = ""
    edits: list[Edit] = []
    at = 0
    for start, end in [*protected, (len(text), len(text))]:
        piece = text[at:start]
        name, new = forward(piece)
        if new is not piece:
            kind = kind or name
            edits += _differences(piece, new, at)
        at = end
    return kind, edits


def _differences(old: str, new: str, shift: int) -> Iterable[Edit]:
    # All conversions here keep the length; neighbours that both changed are one edit.
    start = end = -1
    for at in compress(count(), map(ne, old, new)):
        if at != end:
            if end > start:
                yield Edit(start + shift, end + shift, new[start:end])
            start = at
        end = at + 1
    if end > start:
        yield Edit(start + shift, end + shift, new[start:end])


@cache
def _evidence(script: Target) -> re.Pattern[str]:
    chars = hans_only() if script == "hans" else hant_only()
    return re.compile(f"[{''.join(sorted(char for char in chars if char < chr(0x10000)))}]")


def _converted(
    text: str, *, to: Target, region: Literal["tw", "hk"] | None, skip: frozenset[str]
) -> tuple[str, str]:
    """The conversion's name and its result; the same object where nothing is to do.

    Converting is repeated until it changes nothing, because the dictionaries' own conversion, done twice, is
    not what it is done once. Traditional text is not converted to Traditional: most Traditional text has
    words that are Simplified ones of something else (公里, 皇后).
    """
    first = ""
    now = text
    for _ in range(_PASSES):
        if to == "hans":
            config = f"{region}2s" if region and not _evidence("hans").search(now) else "t2s"
        else:
            config = f"s2{region or 't'}"
            if not _evidence("hans").search(now) and _evidence("hant").search(now):
                return first or config, now
        first = first or config
        if config in skip:
            return first, now
        new = convert(now, config)
        if new == now:
            return first, now
        now = new
    return first, text


def _for_titles(step: Step) -> Step:
    return step._replace(find=lambda text: (find_glosses(text, short_text=True), []))


def _check(text: str, to: object, skip: Collection[str], also: Collection[str], region: object) -> None:
    if not isinstance(text, str):
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.")
    if to is not None and to not in get_args(Target):
        raise UsageError("unknown_script", f"There is no script {to!r}. There are: hans, hant, None.")
    if region not in (None, "tw", "hk"):
        raise UsageError("unknown_region", f"There is no region {region!r}. There are: tw, hk, None.")
    _check_names("skip", skip, [*(step.name for step in STEPS), *_CONVERSIONS])
    _check_names("also", also, sorted(OPTIONAL))


def _check_names(argument: str, names: Collection[str], allowed: list[str]) -> None:
    if not names:
        return
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise UsageError(
            "wrong_type", f"{argument} must be a collection of names, such as ({allowed[0]!r},)."
        )
    for name in names:
        if name not in allowed:
            raise UsageError(
                "unknown_step", f"There is no step {name!r} for {argument}. There are: {', '.join(allowed)}."
            )
