"""Retention: what goes, what always stays, and that a reader of an old release is not disturbed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from tip_warehouse.prune import days_setting, prune
from tip_warehouse.release.publish import current_release, list_releases, publish
from tip_warehouse.release.retention import RetentionError, apply_setting, left_over, prune_releases

NOW = datetime(2031, 5, 6, tzinfo=UTC)
# Days before now at which each release was made, oldest first; the last one is current.
AGES = (400, 60, 20, 3, 0)


@pytest.fixture
def shelf(stage: Callable[[int], Home]) -> tuple[Home, list[str]]:
    """A home with five releases, and their ids."""
    home = stage(120)
    made = publish(home)
    ids = []
    for age in AGES:
        moment = NOW - timedelta(days=age)
        identifier = f"{moment:%Y%m%dT%H%M%SZ}-{made.content_digest[:8]}"
        folder = Path(shutil.copytree(made.path, home.releases / identifier))
        manifest = json.loads((folder / "manifest.json").read_text())
        manifest |= {"release_id": identifier, "created_at": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
        (folder / "manifest.json").write_text(json.dumps(manifest))
        ids.append(identifier)
    point(home, ids[-1])
    shutil.rmtree(made.path)
    return home, ids


def point(home: Home, identifier: str) -> None:
    home.current.unlink()
    home.current.symlink_to(Path("releases") / identifier)


def kept(home: Home) -> list[str]:
    return [release.release_id for release in list_releases(home)]


def nothing(home: Home, keep_days: int, dry_run: bool) -> list[str]:
    return []


@pytest.mark.parametrize(
    ("keep", "keep_days", "left"),
    [(0, 0, AGES), (9, 0, AGES), (2, 0, (3, 0)), (1, 0, (0,)), (1, 30, (20, 3, 0)), (2, 2, (3, 0)), (0, 1, AGES)],
)
def test_the_newest_and_the_young_stay(
    shelf: tuple[Home, list[str]], keep: int, keep_days: int, left: tuple[int, ...]
) -> None:
    home, ids = shelf
    gone = [identifier for identifier, age in zip(ids, AGES, strict=True) if age not in left]
    would = prune_releases(home, keep, keep_days, dry_run=True, now=NOW)
    assert [one.release_id for one in would] == gone
    assert kept(home) == ids
    assert all(one.bytes > 10_000 for one in would)
    assert prune_releases(home, keep, keep_days, now=NOW) == would
    assert kept(home) == [identifier for identifier in ids if identifier not in gone]
    assert {path.name for path in home.releases.iterdir()} == set(kept(home))


def test_the_current_release_stays_whatever_its_age(shelf: tuple[Home, list[str]]) -> None:
    home, ids = shelf
    point(home, ids[0])
    assert [one.release_id for one in prune_releases(home, 1, now=NOW)] == ids[1:-1]
    assert kept(home) == [ids[0], ids[-1]]
    assert current_release(home) is not None


def test_who_reads_a_release_that_goes_reads_on(shelf: tuple[Home, list[str]]) -> None:
    home, ids = shelf
    with duckdb.connect(str(home.releases / ids[0] / "warehouse.duckdb"), read_only=True) as connection:
        assert prune_releases(home, 1, now=NOW)
        (rows,) = connection.execute("SELECT count(*) FROM marts.fact_prosecutions").fetchone() or (0,)
        assert rows > 0
    assert not (home.releases / ids[0]).exists()


def test_left_overs_of_killed_runs_go_and_raw_files_never(shelf: tuple[Home, list[str]]) -> None:
    home, _ = shelf
    home.staged_release.mkdir()
    (home.releases / ".removed-x-1").mkdir()
    half = [home.build / ".candidate.duckdb.77.tmp", home.build / "candidate.duckdb.wal",
            home.lake / "documents" / ".documents.parquet.9.tmp"]  # fmt: skip
    safe = [home.raw / "ab" / "abcd", home.candidate, home.lake / "documents" / "documents.parquet"]
    for path in (*half, *safe):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (home.published / ".current-99").symlink_to("releases/none")
    dry = prune(home, keep=0, dry_run=True, history=nothing)
    assert len(dry.left_over) == 6 and all(path.exists() for path in half)
    assert prune(home, keep=0, history=nothing).left_over == dry.left_over
    assert left_over(home) == []
    assert all(path.exists() for path in safe)


def test_settings_decide_and_wrong_ones_are_named(
    shelf: tuple[Home, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, ids = shelf
    assert apply_setting(home) == []
    monkeypatch.setenv("TIP_KEEP_RELEASES", "0")
    assert apply_setting(home) == [] and kept(home) == ids
    monkeypatch.setenv("TIP_KEEP_RELEASES", "3")
    assert len(apply_setting(home)) == 2
    monkeypatch.setenv("TIP_KEEP_RELEASES", "2")
    asked: list[int] = []
    found = prune(home, history=lambda home, days, dry_run: asked.append(days) or ["run"])  # type: ignore[func-returns-value]
    assert (len(found.releases), found.runs, asked) == (1, ["run"], [90])
    assert prune(home, keep=1, keep_days=7, history=lambda home, days, dry_run: [str(days)]).runs == ["7"]
    monkeypatch.setenv("TIP_KEEP_RELEASES", "many")
    with pytest.raises(RetentionError, match="TIP_KEEP_RELEASES is 'many'; give a whole number"):
        apply_setting(home)
    monkeypatch.setenv("TIP_KEEP_DAYS", "-3")
    with pytest.raises(RetentionError, match="TIP_KEEP_DAYS is '-3'"):
        days_setting()
