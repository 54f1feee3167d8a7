"""Conversion between the scripts: the public functions over the engine, one prepared engine a configuration.

    >>> convert("頭髮", "t2s")
    '头发'

Every configuration but ``tw2sp`` and ``s2twp`` keeps the length: a code point of the output stands where it
stood in the input.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from policytext.errors import UsageError
from policytext.script.conversion.compile import compile_stage
from policytext.script.conversion.overlay import group
from policytext.script.conversion.particle import particles
from policytext.script.conversion.stage import runner
from policytext.script.conversion.tables import CURRENT, DISTRIBUTION, chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.script.conversion.compile import Stage

__all__ = ["LENGTH_CHANGING", "convert", "prepare"]

LENGTH_CHANGING = frozenset({"tw2sp", "s2twp"})
"""The configurations that exchange words of different length between the regions."""

_TO_SIMPLIFIED = frozenset({"t2s", "tw2s", "hk2s", "tw2sp"})


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
