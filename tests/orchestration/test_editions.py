"""Partitions by edition: what an ordinary run says of them, and a backfill of some of them in one run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pytest
from dagster import AssetKey, AssetRecordsFilter, DagsterEventType, DagsterInstance, DagsterRun
from dagster._core.definitions.data_version import CachingStaleStatusResolver, StaleStatus
from dagster._core.definitions.job_base import InMemoryJob
from dagster._core.execution.api import execute_run_iterator
from dagster._core.loader import LoadingContextForTest
from dagster._core.storage.tags import ASSET_PARTITION_RANGE_END_TAG, ASSET_PARTITION_RANGE_START_TAG

from ingest.home import Home
from ingest.lake import partition
from ingest.schema import LAKE_TABLES
from ingest.versions import extractor_version
from orchestration.assets.lake import DOCUMENTS, LAKE_PREFIX
from orchestration.definitions import defs
from orchestration.editions import EDITIONS, changed
from orchestration.jobs import JOB_NAME
from tests.orchestration.shelf import drop, report
from tip_warehouse.run import RunOutcome

KEYS = [DOCUMENTS, *(AssetKey([LAKE_PREFIX, table.name]) for table in LAKE_TABLES)]


def backfill(instance: DagsterInstance, first: int, last: int) -> DagsterRun:
    """What the UI starts for a range of partitions of the lake, all in one run."""
    return read(instance, tags={ASSET_PARTITION_RANGE_START_TAG: str(first), ASSET_PARTITION_RANGE_END_TAG: str(last)})


def read(instance: DagsterInstance, chosen: Iterable[AssetKey] = KEYS, **how: Any) -> DagsterRun:
    """A run of the step `reading` alone, or of the `chosen` assets, with these tags or this configuration."""
    keys = frozenset(chosen)
    job = defs.resolve_job_def(JOB_NAME).get_subset(asset_selection=keys, asset_check_selection=frozenset())
    run = instance.create_run_for_job(job, asset_selection=keys, **how)
    for _ in execute_run_iterator(InMemoryJob(job), run, instance):
        pass
    found = instance.get_run_by_id(run.run_id)
    assert found is not None
    return found


def partitions_of(instance: DagsterInstance, run_id: str, key: AssetKey) -> list[str | None]:
    entries = instance.all_logs(run_id, of_type=DagsterEventType.ASSET_MATERIALIZATION)
    events = [entry.get_dagster_event() for entry in entries]
    return sorted(event.partition or "" for event in events if event.asset_key == key)


def hashes(home: Home) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(home.lake.rglob("*.parquet"))}


def test_an_ordinary_run_records_the_editions_that_it_changed(
    first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance
) -> None:
    for key in KEYS:
        assert partitions_of(instance, first_run[1].run_id, key) == ["", "2009"]
        assert instance.get_materialized_partitions(key) == {"2009"}


def test_a_backfill_of_some_editions_is_one_run_that_mends_them(home: Home, instance: DagsterInstance) -> None:
    before = hashes(home)
    partition(home.lake, "fact_prosecutions", 2009).unlink()
    run = backfill(instance, 2008, 2010)
    assert run.is_success
    assert hashes(home) == before
    for key in KEYS:
        assert partitions_of(instance, run.run_id, key) == ["2008", "2009", "2010"]
    messages = [entry.user_message for entry in instance.all_logs(run.run_id)]
    assert "edition 2009 is read again: fact_prosecutions has no file" in messages
    # Unchanged documents are not read: a second backfill finds nothing to do.
    again = backfill(instance, 2009, 2009)
    assert "read 0 documents in 0 editions" in [entry.user_message for entry in instance.all_logs(again.run_id)]
    assert hashes(home) == before


def test_a_choice_with_gaps_is_one_run_that_mends_and_records_what_there_is(
    home: Home, instance: DagsterInstance
) -> None:
    before = hashes(home)
    partition(home.lake, "documents", 2009).unlink()
    run = read(instance, run_config={"ops": {"reading": {"config": {"editions": "2012, 2009,2003-2004"}}}})
    assert run.is_success
    assert hashes(home) == before
    for key in KEYS:
        assert partitions_of(instance, run.run_id, key) == ["", "2009"]
    messages = [entry.user_message for entry in instance.all_logs(run.run_id)]
    assert "edition 2009 is read again: documents has no file" in messages
    assert "no document is of 2003-2004,2012" in messages


def test_an_edition_is_not_stale_because_another_one_came(home: Home, instance: DagsterInstance) -> None:
    drop(home, "kenya-2012.txt", report("Kenya", 2012))
    assert read(instance, [*KEYS, AssetKey(["inventory"])]).is_success
    statuses = CachingStaleStatusResolver(instance, defs.resolve_asset_graph(), LoadingContextForTest(instance))
    for key in KEYS:
        assert instance.get_materialized_partitions(key) == {"2009", "2012"}
        for edition in ("2009", "2012"):
            assert statuses.get_status(key, edition) is StaleStatus.FRESH, statuses.get_stale_causes(key, edition)
    (old,) = instance.fetch_materializations(AssetRecordsFilter(DOCUMENTS, asset_partitions=["2009"]), limit=1).records
    assert old.asset_materialization is not None
    assert old.asset_materialization.tags is not None
    assert old.asset_materialization.tags["dagster/code_version"] == extractor_version()


def test_a_choice_that_is_none_fails_the_run_with_an_example_and_changes_nothing(
    home: Home, instance: DagsterInstance
) -> None:
    before = hashes(home)
    run = read(instance, run_config={"ops": {"reading": {"config": {"editions": "2009,1999"}}}})
    assert run.is_failure
    (failed,) = instance.all_logs(run.run_id, of_type=DagsterEventType.STEP_FAILURE)
    data = failed.get_dagster_event().step_failure_data
    assert "'1999' is no edition from 2001 to 2030" in data.user_failure_data.description
    assert hashes(home) == before


def test_the_job_is_backfilled_in_one_run_and_needs_no_partition() -> None:
    job = defs.resolve_job_def(JOB_NAME)
    assert job.partitions_def == EDITIONS
    assert job.backfill_policy.max_partitions_per_run is None
    graph = defs.resolve_asset_graph()
    partitioned = {key for key in graph.get_all_asset_keys() if graph.get(key).partitions_def is not None}
    assert partitioned == set(KEYS)
    # A partitioned step whose input is another one cannot be run without a partition, and ordinary runs have none.
    steps = {defs.resolve_assets_def(key).op.name for key in partitioned}
    assert steps == {"reading"}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({}, {("a", 2008): (1, 1)}, {2008}),
        ({("a", 2008): (1, 1)}, {("a", 2008): (1, 1)}, set()),
        ({("a", 2008): (1, 1), ("a", 2009): (1, 1)}, {("a", 2008): (1, 2), ("a", 2009): (1, 1)}, {2008}),
        ({("a", 2008): (1, 1)}, {}, set()),
    ],
)
def test_editions_are_changed_where_a_file_was_written(
    before: dict[tuple[str, int], tuple[int, int]], after: dict[tuple[str, int], tuple[int, int]], found: set[int]
) -> None:
    assert changed(before, after) == found
