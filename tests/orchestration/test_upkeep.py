"""Upkeep: damage is found wherever it lies, and only what is old goes."""

from __future__ import annotations

import pytest
from dagster import DagsterInstance, DefaultScheduleStatus

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.lake import partition
from ingest.landing import raw_path
from orchestration.definitions import defs
from orchestration.upkeep import prune, prune_history, verify, verify_home
from tests.orchestration.shelf import no_steps
from tip_warehouse.release.publish import current_release


def test_what_was_damaged_lost_or_changed_is_named(home: Home) -> None:
    assert verify_home(home) == []
    release = current_release(home)
    assert release is not None
    changed = release.path / "parquet" / "dim_year.parquet"
    changed.write_bytes(changed.read_bytes() + b" ")
    with Inventory.open(home) as inventory:
        first, second = sorted(inventory.known())[:2]
        lost, other = inventory.path_of(first), inventory.path_of(second)
    raw_path(home.raw, first).unlink()
    raw = raw_path(home.raw, second)
    raw.chmod(0o644)
    raw.write_text("other words")
    partition(home.lake, "fact_victims", 2009).write_bytes(b"no Parquet")
    found = verify_home(home)
    assert len(found) == 4
    wanted = [[release.release_id, "dim_year.parquet"], [lost, "missing"], [other, "other bytes"], ["2009", "victims"]]
    for problem, words in zip(found, wanted, strict=True):
        assert all(word in problem for word in words), problem


def test_the_job_fails_and_says_what_to_do(home: Home) -> None:
    assert verify.execute_in_process().success
    with Inventory.open(home) as inventory:
        raw_path(home.raw, min(inventory.known())).unlink()
    failed = verify.execute_in_process(raise_on_error=False)
    (event,) = [event for event in failed.all_node_events if event.is_step_failure]
    assert "1 things are not as they were kept" in str(event.step_failure_data.error_display_string)


def test_old_runs_go_with_their_events_and_what_they_made_stays_known(home: Home, instance: DagsterInstance) -> None:
    (first,) = instance.get_runs()
    assets = set(instance.all_asset_keys())
    assert assets
    for _ in range(2):
        no_steps.execute_in_process(instance=instance)
    running = instance.create_run_for_job(no_steps)
    files = home.dagster / "history" / "runs"
    assert prune_history(instance, keep_days=1) == []
    for dry_run in (True, False):
        assert prune_history(instance, keep_days=0, keep_runs=3, dry_run=dry_run) == [first.run_id]
        assert bool(list(files.glob(f"{first.run_id}.db*"))) == dry_run
    assert len(prune_history(instance, keep_days=0, keep_runs=0)) == 2
    assert [run.run_id for run in instance.get_runs()] == [running.run_id]
    assert set(instance.all_asset_keys()) == assets


def test_the_job_prunes_by_the_settings(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIP_KEEP_RELEASES", "many")
    failed = prune.execute_in_process(instance=DagsterInstance.ephemeral(), raise_on_error=False)
    (event,) = [event for event in failed.all_node_events if event.is_step_failure]
    assert "give a whole number" in str(event.step_failure_data.error_display_string)


def test_schedules_are_on_and_their_jobs_wait_for_the_one_writer() -> None:
    for name in ("daily_refresh", "weekly_verify", "weekly_prune"):
        assert defs.resolve_schedule_def(name).default_status is DefaultScheduleStatus.RUNNING
    for name in ("verify", "prune"):
        (node,) = defs.resolve_job_def(name).nodes
        assert node.definition.pools == {"warehouse"}
