"""The fuzzer's generator and laws, bounded: a few hundred of the inputs that `run.py` makes by the million."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.drive import Driver
from fuzz.holding import LAWS, hold
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


@pytest.mark.parametrize("seed", one_in(4, range(8)))
def test_the_laws_hold_for_small_inputs(seed: int) -> None:
    """The first runs of the lean driver, each against one law of all."""
    driver = Driver(seed)
    for _ in range(600):
        driver.run()
    assert driver.broken == {}
    assert driver.runs == 600


def test_small_inputs_meet_every_law() -> None:
    """Guards the lean driver: no law is left out, and what is read differs enough to grow from."""
    driver = Driver(0)
    for _ in range(500):
        driver.run()
    names = {law.__name__ for law in LAWS}
    assert names | {"readers", "normalize", "read", "learn", "takes_what_was_seen"} <= set(driver.counts)
    assert len(driver.pool.texts) > 40


def test_a_broken_law_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the lean driver: a document that says nothing true is found, with the call."""
    monkeypatch.setattr("fuzz.holding.partition", lambda _: 1 / 0)
    driver = Driver(0)
    for _ in range(20):
        driver.run()
    assert any(
        place.startswith("ZeroDivisionError") and "Call(" in what for place, what in driver.broken.items()
    )
