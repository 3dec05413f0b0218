"""Homes for the release tests: one built candidate for all of them, and homes of their own that start from it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from tests.tip_warehouse.release.lake import built_home
from tip_warehouse.release.build import DbtReport
from tip_warehouse.release.load import LoadReport
from tip_warehouse.release.publish import stage_release


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, LoadReport, DbtReport]:
    return built_home(tmp_path_factory.getbasetemp())


@pytest.fixture
def home(built: tuple[Home, LoadReport, DbtReport], tmp_path: Path) -> Home:
    """A home of its own with the built candidate, nothing staged and nothing published."""
    fresh = Home.at(tmp_path / "home").create()
    shutil.copy(built[0].candidate, fresh.candidate)
    return fresh


def change_candidate(home: Home, value: int) -> None:
    """Let the candidate say something else: the one row of fact_outputs gets another value."""
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.fact_outputs SET value = ?", [value])


@pytest.fixture(scope="session")
def staged_values(
    built: tuple[Home, LoadReport, DbtReport], tmp_path_factory: pytest.TempPathFactory
) -> dict[int, Path]:
    """Two staged releases, by the value that their fact_outputs states."""
    folders = {}
    for value in (120, 555):
        home = Home.at(tmp_path_factory.mktemp(f"staged-{value}")).create()
        shutil.copy(built[0].candidate, home.candidate)
        change_candidate(home, value)
        folders[value] = stage_release(home, extractor_version="1").path
    return folders


@pytest.fixture
def stage(home: Home, staged_values: dict[int, Path]) -> Callable[[int], Home]:
    """Put the staged release that states a value into `home`, as stage_release would."""

    def put(value: int) -> Home:
        shutil.rmtree(home.staged_release, ignore_errors=True)
        shutil.copytree(staged_values[value], home.staged_release)
        return home

    return put
