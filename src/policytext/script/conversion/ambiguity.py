"""Conversions with several candidates: what the dictionary offers where no word decides.

后 is 後 or 后, 发 is 發 or 髮, 徵 stays or becomes 征. Where a word of the dictionary holds the character
(头发), the question is settled; elsewhere the conversion takes the first candidate. These places are listed,
for a reader to look at; nothing is changed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policytext.models.script import Ambiguity
from policytext.models.spans import Span
from policytext.script.conversion.compile import char_class
from policytext.script.conversion.convert import prepare
from policytext.script.conversion.particle import particles
from policytext.script.conversion.stage import clusterer, parse, runner
from policytext.script.conversion.tables import chain, dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policytext.script.conversion.compile import Stage

__all__ = ["ambiguities"]


def ambiguities(text: str, config: str = "t2s", *, overlay: bool = True) -> tuple[Ambiguity, ...]:
    """The places of ``text`` where a conversion had several candidates and no word to decide.

    Args:
        text: The input of the conversion.
        config: As in `policytext.script.conversion.convert.convert`.
        overlay: Likewise.

    Returns:
        Each place in order, with what was chosen and what else the dictionary offers, both as the
        configuration writes them. Spans are code points of ``text``. The regional words of ``tw2sp`` and
        ``s2twp`` are not listed.

    Raises:
        UsageError: ``unknown_script`` for an unknown ``config``.
    """
    plain = {"tw2sp": "tw2s", "s2twp": "s2tw"}.get(config, config)
    engine = prepare(plain, overlay=overlay)
    current = particles(text) if engine.particles else text
    found: dict[Span, Ambiguity] = {}
    for place, (stage, names) in enumerate(zip(engine.stages, chain(plain), strict=True)):
        later = [runner(each) for each in engine.stages[place + 1 :]]
        for span, options in _doubtful(stage, names, current):
            chosen, *others = dict.fromkeys(_through(option, later) for option in options)
            if others:
                found.setdefault(span, Ambiguity(span, span.cut(text), chosen, tuple(others)))
        current = runner(stage)(current)
    return tuple(found[span] for span in sorted(found))


def _doubtful(stage: Stage, names: Sequence[str], text: str) -> Iterator[tuple[Span, list[str]]]:
    """Places with several candidates, the chosen one first."""
    starts, several = _several(tuple(names))
    if not several:
        return
    cluster = clusterer(stage)
    done = 0
    for match in starts.finditer(text):
        if match.start() < done:
            continue
        first, last = cluster(text, match.start(), match.end(), done)
        done = last
        at = first
        for end, value in parse(stage, text[first:last]):
            key = text[at : first + end]
            if key in several:
                yield Span(at, first + end), [value, *several[key]]
            at = first + end


@cache
def _several(names: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """The keys of a group that have several candidates, and a class of their first characters."""
    raw = [{key: value.split() for key, value in dictionary(name).items() if " " in value} for name in names]
    several = {key: value for words in reversed(raw) for key, value in words.items()}
    return re.compile(char_class({key[0] for key in several} or {"\0"})), several


def _through(text: str, later: Sequence[Callable[[str], str]]) -> str:
    for run in later:
        text = run(text)
    return text
