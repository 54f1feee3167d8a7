"""Damage is repaired where it is displayed: what stands in scripts, styles and hidden text costs nothing and stays as it is.

A page of a public account holds three megabytes of script around ten kilobytes of text. The displayed text is taken out in
stretches, repaired as one text (its evidence counts for the whole), and what was changed is carried back to the places of the page.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from policytext.models.page import Mark
from policytext.models.script import Change, Damage, NormalizedText
from policytext.script.normalize import repair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.page import Page
    from policytext.models.script import ScriptReport

__all__ = ["repair_displayed"]

_UNSHOWN = int(Mark.HIDDEN | Mark.SCRIPT | Mark.GLOSS)
"""The ``<title>`` is shown, too, though not on the page: its damage is the page's."""

_Placed = TypeVar("_Placed", Change, Damage)


def repair_displayed(page: Page, *, most: int | None = None) -> NormalizedText:
    """The page's text with its displayed part repaired; its ``source`` is ``page.text``.

    What would reach from one stretch into the next, over text that is not displayed, is left alone.

    Raises:
        InputError: ``too_large``: one step finds more than ``most`` places.
    """
    text = page.text
    stretches = _stretches(page)
    if stretches == [(0, len(text))]:
        return repair(text, most=most)
    # A line end parts them: no gloss and no damaged pair reaches over it.
    found = repair("\n".join([text[start:end] for start, end in stretches]), most=most)
    if not found.changes and not found.wounds:
        return NormalizedText(text, text)
    back = _Back(stretches)
    changes = back.all(found.changes)
    edited = NormalizedText(text, text, changes, partial(_report, found, back), wounds=back.all(found.wounds))
    return evolve(edited, text=edited.replay())


def _report(found: NormalizedText, back: _Back) -> ScriptReport:
    report = found.report
    return evolve(
        report,
        changes=back.all(report.changes),
        glosses=back.all(report.glosses),
        repaired=back.all(report.repaired),
        unrecoverable=back.all(report.unrecoverable),
    )


class _Back:
    """From places of the stretches, joined by line ends, to places of the page."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        sizes = [end - start + 1 for start, end in stretches]
        self._starts = list(accumulate(sizes, initial=0))[:-1]
        self._stretches = stretches

    def all(self, items: Iterable[_Placed]) -> tuple[_Placed, ...]:
        out: list[_Placed] = []
        for item in items:
            index = bisect_right(self._starts, item.span.start) - 1
            start, end = self._stretches[index]
            span = item.span.shift(start - self._starts[index])
            # A change that takes in the joining line end would take in text between the stretches, too.
            if span.end <= end:
                out.append(evolve(item, span=span))
        return tuple(out)


def _stretches(page: Page) -> list[tuple[int, int]]:
    """From the first displayed run to the last before something that is not displayed, again and again."""
    if page.form == "text":
        return [(0, len(page.text))]
    out: list[tuple[int, int]] = []
    amid = False
    for start, end, _, marks, _ in page.runs:
        if marks & _UNSHOWN:
            amid = False
        elif amid:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
            amid = True
    return out
