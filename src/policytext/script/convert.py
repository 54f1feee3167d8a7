"""Conversion between the scripts: the public functions over the engine, one prepared engine a configuration.

    >>> convert("頭髮", "t2s")
    '头发'

Every configuration but ``tw2sp`` and ``s2twp`` keeps the length, so that a code point of the output stands where it
stood in the input. For these two, `convert_with_edits` says where lengths changed.
"""

from __future__ import annotations

import threading
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from policytext.errors import UsageError
from policytext.models.script import Change
from policytext.script.compile import compile_stage
from policytext.script.engine import fixes, runner, splice
from policytext.script.overlay import stages
from policytext.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.script.compile import Stage

__all__ = ["Edit", "convert", "prepare"]


class Edit(NamedTuple):
    """A place where a conversion changed the length: ``source`` of the input stands as ``target`` in the output."""

    source: Span
    target: Span


class _Engine(NamedTuple):
    run: Callable[[str], str]
    stages: tuple[Stage, ...]


# Two dictionaries by configuration rather than one by pair: a call on a short text costs less than making the pair.
_with_overlay: dict[str, _Engine] = {}
_without_overlay: dict[str, _Engine] = {}
_runs: dict[str, Callable[[str], str]] = {}
_lock = threading.Lock()


def convert(text: str, config: str = "t2s", overlay: bool = True) -> str:  # noqa: FBT001, FBT002 - the one switch
    """Convert ``text``.

    Args:
        text: Any text. What the dictionaries do not know stays; if nothing is to do, the same object comes back.
        config: ``t2s s2t t2tw t2hk tw2s hk2s s2tw s2hk tw2sp s2twp``, as OpenCC names them.
        overlay: Whether the corrections of `policytext.script.overlay` apply. Without them the output is exactly that
            of ``opencc-python-reimplemented``.

    Raises:
        UsageError: ``unknown_script`` for an unknown ``config``, ``wrong_type`` where ``text`` is not ``str``.
        PolicytextError: ``no_dictionaries`` where the dictionaries are not installed.
    """
    try:
        engine = (_with_overlay if overlay else _without_overlay)[config]
    except (KeyError, TypeError):
        engine = prepare(config, overlay=overlay)
    try:
        return engine[0](text)
    except TypeError:
        if isinstance(text, str):
            raise
        raise UsageError("wrong_type", f"The text must be str, not {type(text).__name__}.") from None


def prepare(config: str, *, overlay: bool = True) -> _Engine:
    """Build the engine of a configuration now, rather than at the first conversion. Safe from any thread."""
    ready = _with_overlay if overlay else _without_overlay
    wanted = stages(config, overlay=overlay)
    with _lock:
        engine = ready.get(config)
        if engine is None:
            built = tuple(map(compile_stage, wanted))
            engine = ready[config] = _Engine(_chained([runner(stage) for stage in built]), built)
    return engine


def _chained(runs: list[Callable[[str], str]]) -> Callable[[str], str]:
    if len(runs) == 1:
        return runs[0]

    def run(text: str) -> str:
        for step in runs:
            text = step(text)
        return text

    return run
