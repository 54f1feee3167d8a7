"""The script of the document: what it is written in, and the conversion of its text where one was asked for."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from policytext.script.conversion.convert import convert
from policytext.script.detect import detect_script

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policytext.models.script import NormalizedText, ScriptReport, Target
    from policytext.page.layout import BodyLine
    from policytext.page.view import View

__all__ = ["rewriter", "script_report"]

_CONFIG = {"hans": "t2s", "hant": "s2t"}
_SAMPLE = 4_000
"""Code points of the body that the script is judged by."""


def script_report(
    view: View, body: Sequence[BodyLine], repaired: NormalizedText
) -> Callable[[], ScriptReport]:
    """What tells the script of the body (of the page's lines where there is no body), with what was repaired on the page."""
    sample: list[str] = []
    room = _SAMPLE
    for text in (line.text for line in body) if body else (line.text for line in view.lines):
        sample.append(text[:room])
        room -= len(text)
        if room <= 0:
            break
    return partial(_report, "\n".join(sample), repaired)


def _report(sample: str, repaired: NormalizedText) -> ScriptReport:
    found = detect_script(sample)
    if not repaired.changes and not repaired.wounds:
        return found
    report = repaired.report
    return evolve(
        found,
        changes=report.changes,
        glosses=report.glosses,
        repaired=report.repaired,
        unrecoverable=report.unrecoverable,
    )


def rewriter(script: Callable[[], ScriptReport], target: Target | None) -> Callable[[str], str] | None:
    """The conversion of a text of this document; ``None`` where nothing is to be converted.

    A text that is in the target script already is left alone: converting twice is not the same as once (OpenCC's own
    乾清宮 → 乾清宫 → 干清宫). Damage that could not be repaired is left as it stands: it is not text.
    """
    if target is None:
        return None
    report = script()
    if report.script in (target, "none"):
        return None
    config = _CONFIG[target]
    # Longest first: of two damaged texts that begin alike the pattern must take the whole one.
    wounds = sorted({wound.text for wound in report.unrecoverable}, key=len, reverse=True)
    split = re.compile("(" + "|".join(map(re.escape, wounds)) + ")").split if wounds else None

    def rewrite(text: str) -> str:
        if split is None:
            return convert(text, config)
        # Every second part is a wound.
        return "".join(
            part if number % 2 else convert(part, config) for number, part in enumerate(split(text))
        )

    return rewrite
