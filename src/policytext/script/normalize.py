"""The normalizer: damage repaired, code points tidied, script converted, and every edit on record.

    >>> done = normalize("廣大市民響應號召")
    >>> done.text
    '广大市民响应号召'
    >>> done.replay() == done.text
    True

What is done and in which order is one list, `policytext.script.repair.steps.STEPS`; the name of a step is the
``kind`` of its changes and the word that switches it off. Damage that is left is kept from every later step:
it is no text.

The steps run until nothing changes, so that normalizing twice is normalizing once.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, partial
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from policytext.errors import UsageError
from policytext.models.script import Change, NormalizedText, ScriptReport
from policytext.script.conversion.ambiguity import ambiguities
from policytext.script.conversion.convert import convert
from policytext.script.detect import detect_script, hans_only, hant_only
from policytext.script.repair.edits import Edit, EditLog
from policytext.script.repair.steps import OPTIONAL, REPAIRS, STEPS, Gate, gate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policytext.models.script import Ambiguity, Damage, Target
    from policytext.models.spans import Span


__all__ = ["OPTIONAL", "STEPS", "normalize", "repair"]


_CONVERSIONS = ("t2s", "tw2s", "hk2s", "s2t", "s2tw", "s2hk")
_REPAIRED = frozenset({"mojibake", "shift-wounds"})
_PASSES = 6

_EVERYTHING = gate(frozenset(), frozenset(), short_text=False)


def normalize(
    text: str,
    to: Target | None = "hans",
    *,
    skip: Collection[str] = (),
    also: Collection[str] = (),
    short_text: bool = False,
    region: Literal["tw", "hk"] | None = None,
    doubtful: bool = False,
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
        doubtful: List in ``report.ambiguities`` where the conversion had several candidates and no word to
            decide.

    Returns:
        The text, every edit, the damage that was left, the map back. ``report.script`` is the script that
        the text had before the conversion.

    Raises:
        UsageError: ``wrong_type``, ``unknown_script``, ``unknown_step`` or ``unknown_region``; the message
            names what is allowed.
    """
    _check(text, to, skip, also, region)
    steps = _EVERYTHING
    if skip or also or short_text:
        steps = gate(frozenset(skip), frozenset(also), short_text=short_text)
    forward = partial(_converted, to=to, region=region, skip=frozenset(skip)) if to else None
    if not doubtful and steps.closed(text) and (forward is None or forward(text)[1] is text):
        return NormalizedText(text, text, (), partial(_report, text, (), ()))
    return _run(text, steps, forward, doubtful=doubtful)


def repair(text: str, *, most: int | None = None) -> NormalizedText:
    """Undo damage and nothing else: what is done to every page before it is read.

    Runs the steps that repair: wrong decodings, shifted bytes, glosses, line ends, control characters,
    invisibles. Widths, punctuation and script stay as the page has them. A text without a suspicious
    character, that is nearly every text, is told by one search.

    Raises:
        UsageError: ``wrong_type`` where ``text`` is not ``str``.
        InputError: ``too_large``: one step finds more than ``most`` places.
    """
    if not isinstance(text, str):
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.")
    if REPAIRS.closed(text):
        return NormalizedText(text, text, (), partial(_report, text, (), ()))
    return _run(text, REPAIRS, None, limit=most)


def _run(
    source: str,
    steps: Gate,
    forward: Callable[[str], tuple[str, str]] | None,
    *,
    doubtful: bool = False,
    limit: int | None = None,
) -> NormalizedText:
    log = EditLog(source, limit=limit)
    before = source
    doubts: tuple[Ambiguity, ...] = ()
    for turn in range(_PASSES):
        log.release()
        changed = False
        for step in steps.steps(log.text):
            if step.name not in _REPAIRED:
                log.recall()
            edits, wounds = step.find(log.text)
            # Both speak of the text that was shown, so what is left is marked before anything moves.
            log.protect(wounds)
            changed |= log.apply(step.name, edits)
        log.recall()
        if turn == 0:
            before = log.text
        if forward is not None:
            kind, edits = _conversion(log.text, log.protected, forward)
            if doubtful and turn == 0:
                doubts = _doubts(log, kind or forward(before)[0])
            changed |= log.apply(kind, edits)
        if not changed:
            break
    else:
        # No text is known that comes here. One that did would not be the same twice, so it stays as it is.
        log = EditLog(source)
        before, doubts = source, ()
    changes = log.changes()
    left = log.wounds()
    return NormalizedText(
        log.text, source, changes, partial(_report, before, changes, left, doubts), wounds=left
    )


def _doubts(log: EditLog, config: str) -> tuple[Ambiguity, ...]:
    """What the conversion cannot know, outside the damage, with spans of the input."""
    done = NormalizedText(log.text, log.source, log.changes())
    return tuple(
        evolve(doubt, span=done.source_span(*doubt.span))
        for doubt in ambiguities(log.text, config)
        if not any(doubt.span.overlaps(span) for span in log.protected)
    )


def _report(
    text: str, changes: tuple[Change, ...], wounds: tuple[Damage, ...], doubts: tuple[Ambiguity, ...] = ()
) -> ScriptReport:
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
        ambiguities=doubts,
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


def _check(text: str, to: object, skip: Collection[str], also: Collection[str], region: object) -> None:
    if not isinstance(text, str):
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.")
    if to not in ("hans", "hant", None):
        raise UsageError("unknown_script", f"There is no script {to!r}. There are: hans, hant, None.")
    if region not in (None, "tw", "hk"):
        raise UsageError("unknown_region", f"There is no region {region!r}. There are: tw, hk, None.")
    for argument, names in (("skip", skip), ("also", also)):
        if not isinstance(names, Collection):
            raise UsageError(
                "wrong_type", f"{argument} must be a collection of names, not {type(names).__name__}"
            )
    if skip:
        _check_names("skip", skip, [*(step.name for step in STEPS), *_CONVERSIONS])
    if also:
        _check_names("also", also, sorted(OPTIONAL))


def _check_names(argument: str, names: Collection[str], allowed: list[str]) -> None:
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise UsageError(
            "wrong_type", f"{argument} must be a collection of names, such as ({allowed[0]!r},)."
        )
    for name in names:
        if name not in allowed:
            raise UsageError(
                "unknown_step", f"There is no step {name!r} for {argument}. There are: {', '.join(allowed)}."
            )
