"""One profile for all property tests, never judged by the clock of a busy machine, and the switch of the thorough run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from support.sampling import USUAL

for _name, _count in (("policytext", USUAL), ("thorough", 100)):
    settings.register_profile(
        _name,
        deadline=None,
        derandomize=True,
        max_examples=_count,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("policytext")

# Its assertions are those of the tests that call it.
pytest.register_assert_rewrite("support.expectations")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--thorough``."""
    parser.addoption(
        "--thorough",
        action="store_true",
        help="all cases and more examples, where the usual run takes a share",
    )


def pytest_configure(config: pytest.Config) -> None:
    """More examples, before the tests that ask for them are imported."""
    if config.getoption("--thorough"):
        settings.load_profile("thorough")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked for the thorough run."""
    if config.getoption("--thorough"):
        return
    left = [item for item in items if item.get_closest_marker("thorough") is not None]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item.get_closest_marker("thorough") is None]
