"""Partitions by edition: which there are, which ones a run is for, and events for those that a run changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetMaterialization,
    BackfillPolicy,
    Config,
    DataVersion,
    Failure,
    PartitionKeyRange,
    StaticPartitionsDefinition,
)
from dagster._core.definitions.data_version import (
    CODE_VERSION_TAG,
    DATA_VERSION_TAG,
    NULL_EVENT_POINTER,
    get_input_data_version_tag,
    get_input_event_pointer_tag,
)
from dagster._core.storage.tags import (
    ASSET_PARTITION_RANGE_END_TAG,
    ASSET_PARTITION_RANGE_START_TAG,
    PARTITION_NAME_TAG,
)
from dagster._utils.warnings import disable_dagster_warnings
from pydantic import Field

from ingest.home import Home
from ingest.versions import extractor_version
from tip_warehouse import editions as choices

# Of a run that was told its editions by configuration, so that the list of runs shows them.
EDITIONS_TAG = "tip/editions"
# The data version of what only grows and forgets nothing: that it grew makes nothing stale which was made of it.
KEPT = DataVersion("kept")
EDITIONS = StaticPartitionsDefinition([str(year) for year in choices.EDITIONS])
with disable_dagster_warnings():
    # A run reads all that is due, whatever it is started for: one run for each edition would do the rest over and over.
    PARTITIONED: dict[str, Any] = {"partitions_def": EDITIONS, "backfill_policy": BackfillPolicy.single_run()}


class Choice(Config):
    """What a run of the step `reading` may be told: Dagster's own choice of partitions in one run has no gaps."""

    editions: str = Field(
        default="",
        description="Editions to look after in this one run, gaps and all: 2008,2015 or 2001-2004,2009 or all. "
        "What the lake lacks of them is read again. Empty: only what is new.",
    )


def asked_for(context: AssetExecutionContext, choice: Choice) -> set[int]:
    """The editions that a run shall look after, by its partitions and by its configuration.

    None in an ordinary run, which reads what is new of all editions. Fails the step where the choice is none.
    """
    try:
        chosen = choices.parse_editions(choice.editions) if choice.editions.strip() else ()
    except ValueError as error:
        raise Failure(f"The configuration of the step `reading`: editions: {error}", allow_retries=False) from None
    return {*partitions_of(context), *chosen}


def partitions_of(context: AssetExecutionContext) -> list[int]:
    """The editions of a backfill, which Dagster itself records; none in a run without a partition."""
    tags = context.run.tags
    only = tags.get(PARTITION_NAME_TAG)
    first, last = tags.get(ASSET_PARTITION_RANGE_START_TAG, only), tags.get(ASSET_PARTITION_RANGE_END_TAG, only)
    if first is None or last is None:
        return []
    return [int(key) for key in EDITIONS.get_partition_keys_in_range(PartitionKeyRange(first, last))]


# The size and the time of the last write of a file of the lake, by table and edition.
Stamps = Mapping[tuple[str, int], tuple[int, int]]


def stamps(home: Home, tables: Iterable[str]) -> dict[tuple[str, int], tuple[int, int]]:
    """The size and the time of the last write of each table's file in the lake, by table and edition."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for name in tables:
        for path in (home.lake / name).glob("edition_year=*/*.parquet"):
            stat = path.stat()
            found[name, int(path.parent.name.partition("=")[2])] = (stat.st_size, stat.st_mtime_ns)
    return found


def changed(before: Stamps, after: Stamps) -> set[int]:
    """The editions of which any file was written in between."""
    return {edition for (name, edition), stamp in after.items() if before.get((name, edition)) != stamp}


def record(
    context: AssetExecutionContext, key: AssetKey, inputs: Iterable[AssetKey], editions: Mapping[int, Mapping[str, Any]]
) -> None:
    """Say what became of each edition of an asset, which was made of `inputs`: metadata by edition.

    A backfill has an event for each of its editions anyway, which takes the metadata on; any other run has none, and
    gets one for each edition that it changed or was told to look after. It names the code that made it, so that the UI
    calls an edition stale where the code has changed, and not where other editions have.
    """
    recorded = set(partitions_of(context))
    tags = {CODE_VERSION_TAG: extractor_version(), DATA_VERSION_TAG: context.run_id}
    for one in inputs:
        tags |= {get_input_data_version_tag(one): KEPT.value, get_input_event_pointer_tag(one): NULL_EVENT_POINTER}
    for edition, metadata in sorted(editions.items()):
        name = str(edition)
        if edition in recorded:
            context.add_asset_metadata(metadata, asset_key=key, partition_key=name)
        elif name in EDITIONS.get_partition_keys():
            context.log_event(AssetMaterialization(key, metadata=metadata, partition=name, tags=tags))
