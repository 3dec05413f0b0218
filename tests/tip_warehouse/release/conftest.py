"""Homes for the release tests: one built candidate for all of them, and homes of their own that start from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.home import Home
from tests.tip_warehouse.release.lake import built_home
from tip_warehouse.release.build import DbtReport
from tip_warehouse.release.load import LoadReport


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, LoadReport, DbtReport]:
    return built_home(tmp_path_factory.getbasetemp())


@pytest.fixture
def home(built: tuple[Home, LoadReport, DbtReport], tmp_path: Path) -> Home:
    """A home of its own with the built candidate, nothing staged and nothing published."""
    fresh = Home.at(tmp_path / "home").create()
    shutil.copy(built[0].candidate, fresh.candidate)
    return fresh
