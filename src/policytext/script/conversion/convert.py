"""Conversion between the scripts: the public functions over the engine, one prepared engine a configuration.

    >>> convert("頭髮", "t2s")
    '头发'

Every configuration but ``tw2sp`` and ``s2twp`` keeps the length: a code point of the output stands where it
stood in the input. For these two, `convert_with_edits` says where lengths changed.
"""

from __future__ import annotations

import threading
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from policytext.errors import UsageError
from policytext.models.script import Change
from policytext.models.spans import Span
from policytext.script.conversion.compile import compile_stage
from policytext.script.conversion.overlay import group
from policytext.script.conversion.particle import particles
from policytext.script.conversion.stage import fixes, runner, splice
from policytext.script.conversion.tables import CURRENT, DISTRIBUTION, chain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policytext.script.conversion.compile import Stage

__all__ = ["LENGTH_CHANGING", "Edit", "conversion_changes", "convert", "convert_with_edits", "prepare"]

LENGTH_CHANGING = frozenset({"tw2sp", "s2twp"})
"""The configurations that exchange words of different length between the regions."""

_TO_SIMPLIFIED = frozenset({"t2s", "tw2s", "hk2s", "tw2sp"})


class Edit(NamedTuple):
    """A place where a conversion changed the length: ``source`` of the input stands as ``target`` in the output.

    Code points, half-open. Between two edits, input and output run in step.
    """

    source: Span
    target: Span


class _Engine(NamedTuple):
    run: Callable[[str], str]
    stages: tuple[Stage, ...]
    particles: bool


# Two dictionaries by configuration, not one by pair: making the pair would cost as much as a short text.
_with_overlay: dict[str, _Engine] = {}
_without_overlay: dict[str, _Engine] = {}
_current: dict[str, _Engine] = {}
# Configurations share their stages: that from Simplified takes 25 MB and a fifth of a second.
_stages: dict[tuple[tuple[str, ...], bool, str], Stage] = {}
_lock = threading.Lock()


def convert(text: str, config: str = "t2s", overlay: bool = True, *, current: bool = False) -> str:  # noqa: FBT001, FBT002 - the one switch
    """Convert ``text``.

    Args:
        text: Any text. What the dictionaries do not know stays; if nothing is to do, the same object comes
            back.
        config: ``t2s s2t t2tw t2hk tw2s hk2s s2tw s2hk tw2sp s2twp``, as OpenCC names them.
        overlay: Whether the corrections of `policytext.script.conversion.overlay` and the particles apply. Without them
            the output is exactly that of ``opencc-python-reimplemented``.
        current: Take OpenCC's current tables (``pip install policytext[opencc]``) instead, as they are, and
            the particles with them; ``overlay`` says nothing then.

    Raises:
        UsageError: ``unknown_script`` for an unknown ``config``, ``wrong_type`` where ``text`` is not
            ``str``.
        PolicytextError: ``no_dictionaries`` where the dictionaries are not installed.
    """
    try:
        engine = (_current if current else _with_overlay if overlay else _without_overlay)[config]
    except (KeyError, TypeError):
        engine = prepare(config, overlay=overlay, current=current)
    try:
        return engine[0](text)
    except (TypeError, AttributeError):
        if isinstance(text, str):
            raise
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.") from None


def prepare(config: str, *, overlay: bool = True, current: bool = False) -> _Engine:
    """Build the engine of a configuration now, rather than at the first conversion. Safe from any thread."""
    ready = _current if current else _with_overlay if overlay else _without_overlay
    origin = CURRENT if current else DISTRIBUTION
    names = chain(config, origin)
    engine = ready.get(config)
    if engine is None:
        with _lock:
            engine = ready.get(config)
            if engine is None:
                built = tuple(_stage(each, overlay=overlay, origin=origin) for each in names)
                first = (overlay or current) and config in _TO_SIMPLIFIED
                run = _chained([runner(stage) for stage in built], first=first)
                engine = ready[config] = _Engine(run, built, first)
    return engine


def _stage(names: tuple[str, ...], *, overlay: bool, origin: str) -> Stage:
    # Called under the lock.
    key = names, overlay, origin
    found = _stages.get(key)
    if found is None:
        found = _stages[key] = compile_stage(group(names, overlay=overlay, origin=origin))
    return found


def convert_with_edits(
    text: str, config: str = "t2s", *, overlay: bool = True, current: bool = False
) -> tuple[str, tuple[Edit, ...]]:
    """Convert, and say where the length changed.

    Args:
        text: Any text.
        config: As in `convert`.
        overlay: As in `convert`.
        current: As in `convert`.

    Returns:
        The converted text, and the edits in order of place; none for a configuration that keeps the length.
    """
    if config not in LENGTH_CHANGING:
        return convert(text, config, overlay, current=current), ()
    engine = prepare(config, overlay=overlay, current=current)
    done = particles(text) if engine.particles else text
    edits: list[Edit] = []
    for stage in engine.stages:
        plain, found = fixes(stage, done)
        edits = _composed(edits, list(_edits(found)))
        done = splice(plain, found)
    return done, tuple(edits)


def conversion_changes(
    text: str,
    converted: str,
    config: str = "t2s",
    *,
    kind: str = "convert",
    edits: Sequence[Edit] | None = None,
) -> tuple[Change, ...]:
    """The changes that lead from ``text`` to ``converted``, in order of place.

    Args:
        text: What was converted.
        converted: What came out.
        config: The configuration; it matters only where the length may change.
        kind: The ``kind`` of the changes.
        edits: The length-changing places, if they are at hand; otherwise they are found by converting once
            more, with the overlay.

    Returns:
        A change for every run of characters that differ, and for every edit. Replayed on ``text`` they give
        ``converted``.
    """
    if text == converted:
        return ()
    if edits is None and config in LENGTH_CHANGING:
        edits = convert_with_edits(text, config)[1]
    changes: list[Change] = []
    at = there = 0
    for edit in (*(edits or ()), Edit(Span(len(text), len(text)), Span(len(converted), len(converted)))):
        changes += _runs(text, converted, at, edit.source.start, there - at, kind)
        before, after = edit.source.cut(text), edit.target.cut(converted)
        if before != after:
            changes.append(Change(kind, edit.source, before, after))
        at, there = edit.source.end, edit.target.end
    return tuple(changes)


def _runs(text: str, converted: str, start: int, end: int, shift: int, kind: str) -> Iterator[Change]:
    if (start, end, shift) == (0, len(text), 0):
        here, there = text, converted
    else:
        here, there = text[start:end], converted[start + shift : end + shift]
    first = last = -1
    for at in compress(count(), map(ne, here, there)):
        if at != last:
            if first >= 0:
                yield Change(kind, Span(start + first, start + last), here[first:last], there[first:last])
            first = at
        last = at + 1
    if first >= 0:
        yield Change(kind, Span(start + first, start + last), here[first:last], there[first:last])


def _chained(runs: list[Callable[[str], str]], *, first: bool) -> Callable[[str], str]:
    if len(runs) == 1:
        (step,) = runs
        if not first:
            return step

        def with_particles(text: str) -> str:
            return step(particles(text) if "著" in text else text)

        return with_particles

    def run(text: str) -> str:
        if first:
            text = particles(text)
        for step in runs:
            text = step(text)
        return text

    return run


def _edits(found: Sequence[tuple[int, int, str]]) -> Iterator[Edit]:
    shift = 0
    for start, end, value in found:
        if len(value) != end - start:
            yield Edit(Span(start, end), Span(start + shift, start + shift + len(value)))
            shift += len(value) - (end - start)


def _composed(first: list[Edit], second: list[Edit]) -> list[Edit]:
    """The edits of doing ``first`` and then ``second``; what meets in the middle becomes one edit."""
    middle = sorted(
        [(edit.target, edit, True) for edit in first] + [(edit.source, edit, False) for edit in second]
    )
    out: list[Edit] = []
    back = ahead = at = 0
    while at < len(middle):
        start, end = middle[at][0]
        source, target = back, ahead
        while at < len(middle) and (middle[at][0].start < end or middle[at][0].start == start):
            span, edit, is_first = middle[at]
            end = max(end, span.end)
            gain = (edit.target.end - edit.target.start) - (edit.source.end - edit.source.start)
            back, ahead = (back - gain, ahead) if is_first else (back, ahead + gain)
            at += 1
        out.append(Edit(Span(start + source, end + back), Span(start + target, end + ahead)))
    return out
