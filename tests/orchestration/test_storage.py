"""Dagster's storage with kept connections: the same files as Dagster's own, safe across forks and processes."""

from __future__ import annotations

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from dagster import AssetKey, AssetMaterialization, DagsterEvent, DagsterEventType, DagsterRunStatus
from dagster._core.events import StepMaterializationData
from dagster._core.events.log import EventLogEntry
from dagster._core.storage.event_log import SqliteEventLogStorage
from sqlalchemy import text

from ingest.home import Home
from orchestration.instance import open_instance
from orchestration.storage import EventLogStorage, KeptEngines, KeptSqliteStorage
from tests.orchestration.shelf import no_steps


def test_what_it_writes_dagsters_own_storage_reads_and_the_other_way_round(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    with open_instance(home) as ours:
        assert isinstance(ours.event_log_storage, EventLogStorage)
        assert no_steps.execute_in_process(instance=ours).success
        ours.report_runless_asset_event(AssetMaterialization("ours"))
    (home.dagster / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
    with open_instance(home) as theirs:
        assert type(theirs.event_log_storage) is SqliteEventLogStorage
        (run,) = theirs.get_runs()
        assert run.status is DagsterRunStatus.SUCCESS
        events = [entry.dagster_event_type for entry in theirs.all_logs(run.run_id)]
        assert theirs.has_asset_key(AssetKey("ours"))
        theirs.report_runless_asset_event(AssetMaterialization("theirs"))
    (home.dagster / "dagster.yaml").unlink()
    with open_instance(home) as ours:
        assert [entry.dagster_event_type for entry in ours.all_logs(run.run_id)] == events
        assert ours.has_asset_key(AssetKey("theirs"))


def test_those_that_begin_at_once_make_the_files_once(tmp_path: Path) -> None:
    start = threading.Barrier(4)

    def begin(_: int) -> None:
        start.wait()
        KeptSqliteStorage(str(tmp_path)).dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(begin, range(4)))
    for path in sorted(tmp_path.rglob("*.db")):
        with closing(sqlite3.connect(path)) as connection:
            assert len(connection.execute("select version_num from alembic_version").fetchall()) == 1, path
    KeptSqliteStorage(str(tmp_path)).dispose()


def test_a_forked_child_shares_no_connection_with_its_parent(tmp_path: Path) -> None:
    engines, address = KeptEngines(), f"sqlite:///{tmp_path / 'a.db'}"
    engine = engines.get(address)
    with engine.begin() as connection:
        connection.execute(text("create table t (n integer)"))
    assert engines.get(address) is engine
    if (child := os.fork()) == 0:
        other = engines.get(address)
        with other.begin() as connection:
            connection.execute(text("insert into t values (1)"))
        os._exit(0 if other is not engine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with engine.begin() as connection:
        assert connection.execute(text("select n from t")).scalar() == 1


def test_no_more_files_are_kept_open_than_the_limit(tmp_path: Path) -> None:
    engines = KeptEngines(limit=2)
    for name in "abcd":
        with engines.get(f"sqlite:///{tmp_path / name}").begin() as connection:
            connection.execute(text("create table t (n integer)"))
    held = [os.readlink(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd")
            if os.path.exists(f"/proc/self/fd/{number}")]  # fmt: skip
    assert {Path(path).name for path in held if path.startswith(str(tmp_path))} <= {"c", "d"}
    engines.dispose()


def test_a_batch_of_events_is_stored_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_instance(Home.at(tmp_path / "home")) as instance:
        storage = instance.event_log_storage
        run = instance.create_run_for_job(no_steps)
        events = [
            EventLogEntry(None, "INFO", name, run.run_id, 0.0, None, "no_steps", materialized(name)) for name in "abc"
        ]
        real = EventLogStorage._store_asset_event

        def fail_at_the_last(self: EventLogStorage, connection: Any, event: EventLogEntry, event_id: int) -> None:
            if event.user_message == "c":
                raise OSError("disk full")
            real(self, connection, event, event_id)

        monkeypatch.setattr(EventLogStorage, "_store_asset_event", fail_at_the_last)
        with pytest.raises(OSError, match="disk full"):
            storage.store_event_batch(events)
        assert not instance.all_logs(run.run_id)
        assert not instance.has_asset_key(AssetKey("a"))
        monkeypatch.undo()
        storage.store_event_batch(events)
        assert [entry.user_message for entry in instance.all_logs(run.run_id)] == ["a", "b", "c"]
        assert all(instance.has_asset_key(AssetKey(name)) for name in "abc")


def materialized(name: str) -> DagsterEvent:
    """The event that says that an asset was made."""
    return DagsterEvent(
        DagsterEventType.ASSET_MATERIALIZATION.value,
        "no_steps",
        event_specific_data=StepMaterializationData(AssetMaterialization(name)),
    )
