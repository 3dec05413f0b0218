"""A home with one published release, and one with two, made once; each test gets a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dagster import DagsterInstance

from ingest import stages
from ingest.home import Home
from orchestration import due
from orchestration.instance import open_instance
from tests.orchestration.shelf import COUNTRIES, WrongQuotes, drop, report
from tip_warehouse.run import RunOutcome, run_pipeline


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, RunOutcome, list[str]]:
    """A home after its first run, what came of it, and what was said meanwhile. Not to be changed."""
    home = Home.at(tmp_path_factory.mktemp("template") / "home").create()
    for country in COUNTRIES:
        drop(home, f"{country.lower()}.txt", report(country))
    said: list[str] = []
    return home, run_pipeline(home, said.append), said


@pytest.fixture(scope="session")
def second_run(
    first_run: tuple[Home, RunOutcome, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Home, RunOutcome]:
    """The home after a second run, and what came of it. Not to be changed.

    Kenya's figure was corrected from 14 to 21, Nepal is new, and so is Uganda, of which a broken rule makes nonsense.
    """
    home = copied(first_run[0], tmp_path_factory.mktemp("second") / "home")
    drop(home, "kenya.txt", report("Kenya", convictions=21))
    drop(home, "nepal.txt", report("Nepal"))
    drop(home, "uganda.txt", report("Uganda"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "extract", WrongQuotes(stages.extract, frozenset({"UGA"})))
        return home, run_pipeline(home)


def copied(home: Home, place: Path) -> Home:
    """A copy of a home at `place`."""
    shutil.copytree(home.root, place, symlinks=True)
    return Home.at(place, place / "landing")


def settled(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """`home`, which the environment names, and whose sensor waits for nothing."""
    monkeypatch.setenv("TIP_HOME", str(home.root))
    monkeypatch.setenv("TIP_WATCH_SECONDS", "0")
    monkeypatch.delenv("TIP_LANDING", raising=False)
    monkeypatch.setattr(due, "_SETTLE_SECONDS", 0.0)
    return home


@pytest.fixture
def home(first_run: tuple[Home, RunOutcome, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy of the home with one release, which the environment names."""
    return settled(copied(first_run[0], tmp_path / "home"), monkeypatch)


@pytest.fixture
def second_home(second_run: tuple[Home, RunOutcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy of the home with two releases, which the environment names."""
    return settled(copied(second_run[0], tmp_path / "home"), monkeypatch)


@pytest.fixture
def instance(home: Home) -> Iterator[DagsterInstance]:
    """Dagster's instance of `home`."""
    with open_instance(home) as opened:
        yield opened


@pytest.fixture
def run(home: Home) -> Callable[[], RunOutcome]:
    """Run the pipeline on `home`."""
    return lambda: run_pipeline(home)
