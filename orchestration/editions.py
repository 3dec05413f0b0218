"""Partitions by edition: which there are, which ones a run is for, and events for those that a run changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetMaterialization,
    BackfillPolicy,
    PartitionKeyRange,
    StaticPartitionsDefinition,
)
from dagster._core.storage.tags import (
    ASSET_PARTITION_RANGE_END_TAG,
    ASSET_PARTITION_RANGE_START_TAG,
    PARTITION_NAME_TAG,
)
from dagster._utils.warnings import disable_dagster_warnings

from ingest.home import Home

# The first edition, and more to come than this code will see.
EDITIONS = StaticPartitionsDefinition([str(year) for year in range(2001, 2031)])
with disable_dagster_warnings():
    # A run reads all that is due, whatever it is started for: one run for each edition would do the rest over and over.
    PARTITIONED: dict[str, Any] = {"partitions_def": EDITIONS, "backfill_policy": BackfillPolicy.single_run()}


def asked_for(context: AssetExecutionContext) -> list[int]:
    """The editions of a backfill; none in an ordinary run, which is for all of them.

    A run says so in its tags: an asset without partitions can read them, too.
    """
    tags = context.run.tags
    only = tags.get(PARTITION_NAME_TAG)
    first, last = tags.get(ASSET_PARTITION_RANGE_START_TAG, only), tags.get(ASSET_PARTITION_RANGE_END_TAG, only)
    if first is None or last is None:
        return []
    return [int(key) for key in EDITIONS.get_partition_keys_in_range(PartitionKeyRange(first, last))]


def stamps(home: Home, tables: Iterable[str]) -> dict[tuple[str, int], tuple[int, int]]:
    """The size and the time of the last write of each table's file in the lake, by table and edition."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for name in tables:
        for path in (home.lake / name).glob("edition_year=*/*.parquet"):
            stat = path.stat()
            found[name, int(path.parent.name.partition("=")[2])] = (stat.st_size, stat.st_mtime_ns)
    return found


def changed(
    before: Mapping[tuple[str, int], tuple[int, int]], after: Mapping[tuple[str, int], tuple[int, int]]
) -> set[int]:
    """The editions of which any file was written in between."""
    return {edition for (name, edition), stamp in after.items() if before.get((name, edition)) != stamp}


def record(context: AssetExecutionContext, key: AssetKey, editions: Mapping[int, Mapping[str, Any]]) -> None:
    """Say what became of each edition of an asset: metadata by edition.

    A backfill has an event for each of its editions anyway, which takes the metadata on; an ordinary run has none,
    and gets one for each edition that it changed.
    """
    asked = set(asked_for(context))
    for edition, metadata in sorted(editions.items()):
        name = str(edition)
        if edition in asked:
            context.add_asset_metadata(metadata, asset_key=key, partition_key=name)
        elif name in EDITIONS.get_partition_keys():
            context.log_event(AssetMaterialization(key, metadata=metadata, partition=name))
