"""Great Expectations is imported once for all gate tests: cold, that takes longer than all of them."""

from __future__ import annotations

import pytest

from expectations.gates import warm


@pytest.fixture(scope="session", autouse=True)
def _warm() -> None:
    warm()
