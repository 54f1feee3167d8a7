"""The fuzzer's generator and laws, bounded: a few hundred of the inputs that `run.py` makes by the million."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.holding import hold
from fuzz.inputs import from_seed, make
from support.sampling import examples, one_in


@settings(max_examples=examples(100))
@given(st.binary(max_size=200))
def test_the_laws_hold(data: bytes) -> None:
    """Whatever Hypothesis puts together, every law holds."""
    hold(make(data))


@pytest.mark.parametrize("seed", one_in(3, range(60)))
def test_the_laws_hold_for_a_seed(seed: int) -> None:
    """The first inputs of the plain driver, the same on every machine."""
    hold(make(from_seed(seed)))


def test_the_inputs_are_of_many_kinds() -> None:
    """Guards the generator: text and bytes, markup and dumps, all options, and most inputs unlike each other."""
    calls = [make(from_seed(seed)) for seed in range(300)]
    assert len({repr(call) for call in calls}) > 290
    assert {type(call.page) for call in calls} == {str, bytes}
    assert {name for call in calls for name in call.options} == {"encoding", "form", "source", "url"}
    assert sum(len(call.page) > 100 for call in calls) > 150
