"""A home with one published release, made once; each test gets a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dagster import DagsterInstance

from ingest.home import Home
from orchestration.instance import open_instance
from tests.orchestration.shelf import COUNTRIES, drop, report
from tip_warehouse.run import RunOutcome, run_pipeline


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, RunOutcome, list[str]]:
    """A home after its first run, what came of it, and what was said meanwhile. Not to be changed."""
    home = Home.at(tmp_path_factory.mktemp("template") / "home").create()
    for country in COUNTRIES:
        drop(home, f"{country.lower()}.txt", report(country))
    said: list[str] = []
    return home, run_pipeline(home, said.append), said


@pytest.fixture
def home(first_run: tuple[Home, RunOutcome, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy of the home with one release, which the environment names."""
    shutil.copytree(first_run[0].root, tmp_path / "home", symlinks=True)
    monkeypatch.setenv("TIP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TIP_WATCH_SECONDS", "0")
    monkeypatch.delenv("TIP_LANDING", raising=False)
    return Home.at()


@pytest.fixture
def instance(home: Home) -> Iterator[DagsterInstance]:
    """Dagster's instance of `home`."""
    with open_instance(home) as opened:
        yield opened


@pytest.fixture
def run(home: Home) -> Callable[[], RunOutcome]:
    """Run the pipeline on `home`."""
    return lambda: run_pipeline(home)
