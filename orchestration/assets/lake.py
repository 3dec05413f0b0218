"""Assets from the landing folder to the lake: the inventory, the documents, and the facts they state."""

# No postponed annotations here: Dagster reads those of its functions.

import time
from collections.abc import Iterator, Mapping

from dagster import AssetExecutionContext, AssetKey, AssetSpec, MaterializeResult, asset, multi_asset

from ingest import stages
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.lake import DOCUMENTS_SCHEMA
from ingest.mend import mend_editions
from ingest.schema import LAKE_TABLES
from ingest.versions import extractor_version
from orchestration.editions import PARTITIONED, asked_for, changed, record, stamps
from orchestration.metadata import arrow_preview, column_schema, edition_metadata, lake_table, markdown, measured
from orchestration.resources import POOL, ExtractionEngine, Warehouse

OWNERS = ["team:reading"]
LAKE_PREFIX = "lake"


@asset(group_name="landing", kinds={"python", "file"}, owners=OWNERS, pool=POOL)
def inventory(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """Every file content ever dropped, by SHA-256: kept in the raw store, never changed, never forgotten."""
    with warehouse.journal.timed("inventory"):
        report = stages.take_inventory(warehouse.home)
        warehouse.begin()
    with Inventory.open(warehouse.home) as contents:
        rows = len(contents.known())
    places = {"landing": str(warehouse.home.landing), "raw": str(warehouse.home.raw)}
    context.log.info(f"{report.counts['files']} files stand in {warehouse.home.landing}, {report.counts['new']} new")
    return MaterializeResult(
        metadata=measured(rows, report.bytes["landing"], report.seconds, None, **places, **report.counts)
    )


@asset(
    group_name="documents",
    kinds={"python", "parquet"},
    owners=OWNERS,
    pool=POOL,
    deps=[inventory],
    metadata={"columns": markdown(("column", "type"), [(field.name, field.type) for field in DOCUMENTS_SCHEMA])},
    code_version=extractor_version(),
)
def documents(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """The reports as text with paragraphs and sections; files that cannot be read go to quarantine with a reason."""
    with warehouse.journal.timed("documents"):
        _mend(context, warehouse.home)
        report = stages.read_documents(warehouse.home)
    rows, size, preview = lake_table(warehouse.home, "documents")
    if report.counts["quarantined"]:
        context.log.warning(f"{report.counts['quarantined']} files cannot be read; see `tip quarantine list`")
    return MaterializeResult(metadata=measured(rows, size, report.seconds, preview, **report.counts))


@multi_asset(
    name="facts",
    pool=POOL,
    **PARTITIONED,
    specs=[
        AssetSpec(
            [LAKE_PREFIX, table.name],
            deps=[documents],
            group_name="lake",
            description=f"{table.description} Grain: {table.grain} All documents ever read, partitioned by edition.",
            kinds={"python", "parquet"},
            owners=OWNERS,
            metadata=column_schema(table),
            code_version=extractor_version(),
        )
        for table in LAKE_TABLES
    ],
)
def facts(
    context: AssetExecutionContext, warehouse: Warehouse, extraction: ExtractionEngine
) -> Iterator[MaterializeResult[None]]:
    """Extract what the documents state; only those are read that the current extractor has not read yet."""
    names = [table.name for table in LAKE_TABLES]
    with warehouse.journal.timed("facts"):
        if _mend(context, warehouse.home):
            # Only where the facts alone were asked for: else the documents were mended before, and read.
            stages.read_documents(warehouse.home)
        before = stamps(warehouse.home, names)
        report = stages.extract_facts(warehouse.home, extraction.engine())
    touched = _touched(context, before, stamps(warehouse.home, names))
    context.log.info(f"read {report.counts['documents']} documents in {report.counts['editions']} editions")
    for table in LAKE_TABLES:
        rows, size, preview = lake_table(warehouse.home, table.name)
        key = AssetKey([LAKE_PREFIX, table.name])
        record(context, key, edition_metadata(warehouse.home, table.name, touched))
        yield MaterializeResult(
            key,
            metadata=measured(rows, size, report.seconds, preview, rows_of_this_run=report.rows.get(table.name, 0)),
        )


def _mend(context: AssetExecutionContext, home: Home) -> bool:
    """In a backfill, look whether the lake is whole in the editions that it is for; False where it is."""
    found = mend_editions(home, asked_for(context))
    for edition, fault in found.items():
        context.log.warning(f"edition {edition} is read again: {fault}")
    return bool(found)


def _touched(
    context: AssetExecutionContext,
    before: Mapping[tuple[str, int], tuple[int, int]],
    after: Mapping[tuple[str, int], tuple[int, int]],
) -> set[int]:
    """The editions to speak of: those that were written, and those of a backfill."""
    return changed(before, after) | {edition for _, edition in after}.intersection(asked_for(context))


@asset(group_name="documents", kinds={"python"}, owners=OWNERS, pool=POOL, deps=[documents])
def selection(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """Which document speaks for each report: one for a family, country and edition, the most complete that stands."""
    began = time.perf_counter()
    selected = stages.select_documents(warehouse.home)
    accounting = stages.account(warehouse.home, selected)
    if not accounting.balances():
        context.log.error(f"documents are lost or counted twice: {accounting.as_dict()}")
    preview = selected.select(["report_id", "source_path", "is_current", "reason"])
    return MaterializeResult(
        metadata=measured(
            selected.num_rows, selected.nbytes, time.perf_counter() - began, arrow_preview(preview),
            **accounting.as_dict(),
        )
    )  # fmt: skip
