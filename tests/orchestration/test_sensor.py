"""The sensor's promises: one run for a batch, none twice, nothing that grows, and no attempt where none can help."""

from __future__ import annotations

import fsspec
import pytest
from dagster import (
    DagsterInstance,
    DagsterRunStatus,
    RunRequest,
    SensorEvaluationContext,
    SkipReason,
    build_sensor_context,
)

from ingest import inventory as inventories
from ingest import stages
from ingest.home import Home
from ingest.inventory import Inventory
from orchestration import due
from orchestration.processes import PROCESS_TAG, this_process
from orchestration.sensors import landing_sensor
from tests.orchestration.shelf import breaks, drop, no_steps, report


def look(instance: DagsterInstance) -> tuple[RunRequest | SkipReason, SensorEvaluationContext]:
    context = build_sensor_context(instance=instance)
    answer = landing_sensor(context)
    assert isinstance(answer, RunRequest | SkipReason)
    return answer, context


def test_five_hundred_files_at_once_are_one_run_and_the_cursor_stays_empty(
    home: Home, instance: DagsterInstance
) -> None:
    for number in range(500):
        (home.landing / f"{number}.txt").write_text(str(number))
    answer, context = look(instance)
    assert isinstance(answer, RunRequest)
    assert answer.tags["tip/reasons"] == "500 new or changed contents"
    assert context.cursor is None
    assert len(str(answer.run_key)) < 100


@pytest.mark.parametrize("status", [DagsterRunStatus.STARTING, DagsterRunStatus.STARTED])
def test_a_daemon_that_died_after_the_launch_launches_nothing_twice(
    home: Home, instance: DagsterInstance, status: DagsterRunStatus
) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    # The daemon died here: Dagster knows the run, and the look was never noted.
    tags = {**answer.tags, "dagster/run_key": str(answer.run_key), PROCESS_TAG: this_process()}
    run = instance.create_run_for_job(no_steps, tags=tags, status=status)
    answer, _ = look(instance)
    assert isinstance(answer, SkipReason)
    assert run.run_id in str(answer.skip_message)


def test_a_new_extractor_reads_everything_again_by_itself(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(look(instance)[0], SkipReason)
    monkeypatch.setattr(inventories, "extractor_version", lambda: "another")
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    assert answer.tags["tip/reasons"] == "new extractor"
    with Inventory.open(home) as inventory:
        assert len(inventory.unread()) == 5


def test_files_that_land_at_a_url_are_asked_for_once_they_are_all_here(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIP_LANDING", "memory://landing")
    place = fsspec.filesystem("memory")
    place.pipe({f"/landing/{name}.txt": report(name).encode() for name in ("Nepal", "Chad")})
    with monkeypatch.context() as impatient:
        impatient.setattr(due, "_PATIENCE_SECONDS", -1.0)
        answer, _ = look(instance)
        assert "2 files are still being written or fetched" in str(answer)
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    assert answer.tags["tip/reasons"] == "2 new or changed contents"
    stages.take_inventory(Home.at())
    assert len(list(home.raw.glob("*/*"))) == 7


def test_a_run_whose_process_was_killed_is_marked_as_failed_and_asked_for_again(
    home: Home, instance: DagsterInstance
) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    first, _ = look(instance)
    assert isinstance(first, RunRequest)
    dead = {PROCESS_TAG: this_process().rsplit(":", 1)[0] + ":1"}
    run = instance.create_run_for_job(no_steps, tags={**first.tags, **dead}, status=DagsterRunStatus.STARTED)
    second, _ = look(instance)
    assert isinstance(second, RunRequest)
    assert second.run_key != first.run_key
    reaped = instance.get_run_by_id(run.run_id)
    assert reaped is not None
    assert reaped.status is DagsterRunStatus.FAILURE


@pytest.mark.parametrize("dead", [False, True], ids=["by itself", "its process was killed"])
def test_a_run_that_somebody_cancelled_is_not_started_again_until_something_changes(
    home: Home, instance: DagsterInstance, dead: bool
) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    process = {PROCESS_TAG: this_process().rsplit(":", 1)[0] + ":1"} if dead else {}
    status = DagsterRunStatus.CANCELING if dead else DagsterRunStatus.CANCELED
    run = instance.create_run_for_job(no_steps, tags={**answer.tags, **process}, status=status)
    answer, _ = look(instance)
    assert isinstance(answer, SkipReason)
    assert f"Run {run.run_id} was cancelled by hand" in str(answer.skip_message)
    found = instance.get_run_by_id(run.run_id)
    assert found is not None and found.status is DagsterRunStatus.CANCELED
    drop(home, "chad.txt", report("Chad"))
    assert isinstance(look(instance)[0], RunRequest)


def test_a_run_that_a_signal_ended_is_tried_again(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIP_TEST_FAULT", "signal")
    drop(home, "nepal.txt", report("Nepal"))
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    run = breaks.execute_in_process(instance=instance, tags=dict(answer.tags), raise_on_error=False)
    found = instance.get_run_by_id(run.run_id)
    assert found is not None and found.status is DagsterRunStatus.FAILURE
    assert isinstance(look(instance)[0], RunRequest)


def test_a_fault_that_does_not_pass_is_not_tried_again(home: Home, instance: DagsterInstance) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    answer, _ = look(instance)
    assert isinstance(answer, RunRequest)
    failed = breaks.execute_in_process(instance=instance, tags=dict(answer.tags), raise_on_error=False)
    answer, _ = look(instance)
    assert f"Run {failed.run_id} failed" in str(answer)
    assert "KeyError" in str(answer)
    assert "`tip run`" in str(answer)
    # Something else is due: that is tried.
    drop(home, "chad.txt", report("Chad"))
    assert isinstance(look(instance)[0], RunRequest)


def test_a_fault_that_can_pass_is_tried_again_after_a_pause_that_grows(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIP_TEST_FAULT", "passes")
    drop(home, "nepal.txt", report("Nepal"))
    for seconds in due.BACKOFF_SECONDS[1:]:
        answer, _ = look(instance)
        assert isinstance(answer, RunRequest)
        breaks.execute_in_process(instance=instance, tags=dict(answer.tags), raise_on_error=False)
        if seconds:
            assert "tries again in" in str(look(instance)[0])
            real = due.time.time()
            monkeypatch.setattr(due.time, "time", lambda later=real + seconds + 1: later)
    breaks.execute_in_process(instance=instance, tags=dict(answer.tags), raise_on_error=False)
    assert "Gave up after 3" in str(look(instance)[0])
