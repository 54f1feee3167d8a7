"""What the usual run tries of many like cases, and what only the thorough one does: ``python -m pytest --thorough`` runs all of it.

The usual run must be short enough to be run after every change, so of cases that differ in one respect only it takes every n-th,
always the same ones. None is out of the suite: ``.ci/run`` makes the thorough run, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ALL_OR_SOME", "USUAL", "examples", "one_in"]

USUAL = 40
"""Examples of a property in the usual run, for 100 in the thorough one."""


def examples(thorough: int, usual: int | None = None) -> int:
    """How many examples of a property this run draws, of so many in the thorough one; ``usual``: for one property in many variants."""
    share: int = settings().max_examples
    return usual if usual is not None and share == USUAL else thorough * share // 100


def one_in(step: int, cases: Iterable[Any], *, of: int = 0) -> list[Any]:
    """The cases as parameters: every ``step``-th of them, from number ``of`` on, for each run, the others for the thorough one.

    A case that is a tuple stands for several arguments, as `pytest.mark.parametrize` has it.
    """
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if number % step == of % step else pytest.mark.thorough,
        )
        for number, case in enumerate(cases)
    ]


def _step(number: int) -> Any:
    return (
        pytest.param(number, id="all", marks=pytest.mark.thorough)
        if number == 1
        else pytest.param(number, id="some")
    )


ALL_OR_SOME = [_step(8), _step(1)]
"""Steps through a long list: every eighth item in each run, all of them in the thorough one."""
