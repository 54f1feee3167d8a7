"""One profile for all property tests: as many examples as fit, never judged by the clock of a busy machine."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "policytext", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("policytext")

# Its assertions are those of the tests that call it.
pytest.register_assert_rewrite("support.expectations")
