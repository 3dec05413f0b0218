"""Assets from the landing folder to the lake: the inventory, the documents, and the facts they state."""

# No postponed annotations here: Dagster reads those of its functions.

import time
from collections.abc import Iterator

from dagster import AssetExecutionContext, AssetKey, AssetSpec, MaterializeResult, asset, multi_asset

from ingest import stages
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.lake import DOCUMENTS_SCHEMA
from ingest.mend import mend_editions
from ingest.redaction import without_password
from ingest.schema import LAKE_TABLES
from ingest.versions import extractor_version
from orchestration.editions import KEPT, PARTITIONED, Choice, Stamps, asked_for, changed, record, stamps
from orchestration.metadata import arrow_preview, column_schema, edition_metadata, lake_table, markdown, measured
from orchestration.resources import POOL, ExtractionEngine, Warehouse
from tip_warehouse.editions import write_editions

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
    landing = without_password(warehouse.home.landing_address)
    places = {"landing": landing, "raw": str(warehouse.home.raw)}
    context.log.info(f"{report.counts['files']} files stand in {landing}, {report.counts['new']} new")
    return MaterializeResult(
        metadata=measured(rows, report.bytes["landing"], report.seconds, None, **places, **report.counts),
        data_version=KEPT,
    )


INVENTORY = AssetKey(["inventory"])
DOCUMENTS = AssetKey(["documents"])


@multi_asset(
    name="reading",
    pool=POOL,
    **PARTITIONED,
    specs=[
        AssetSpec(
            DOCUMENTS,
            deps=[inventory],
            group_name="documents",
            description="The reports as text with paragraphs and sections, by edition; files that cannot be read go "
            "to quarantine with a reason.",
            kinds={"python", "parquet"},
            owners=OWNERS,
            metadata={"columns": markdown(("column", "type"), [(one.name, one.type) for one in DOCUMENTS_SCHEMA])},
            code_version=extractor_version(),
        ),
        *(
            AssetSpec(
                [LAKE_PREFIX, table.name],
                deps=[DOCUMENTS],
                group_name="lake",
                description=f"{table.description} Grain: {table.grain} All documents ever read, by edition.",
                kinds={"python", "parquet"},
                owners=OWNERS,
                metadata=column_schema(table),
                code_version=extractor_version(),
            )
            for table in LAKE_TABLES
        ),
    ],
)
def reading(
    context: AssetExecutionContext, config: Choice, warehouse: Warehouse, extraction: ExtractionEngine
) -> Iterator[MaterializeResult[None]]:
    """Read files into documents and documents into facts; only what the current extractor has not read yet.

    One step, since Dagster cannot run a partitioned asset whose input is another one in a run without a partition.
    """
    home, journal = warehouse.home, warehouse.journal
    names = ["documents", *(table.name for table in LAKE_TABLES)]
    asked = asked_for(context, config)
    before = stamps(home, names)
    with journal.timed("documents"):
        for edition, fault in mend_editions(home, sorted(asked)).items():
            context.log.warning(f"edition {edition} is read again: {fault}")
        report = stages.read_documents(home)
    if report.counts["quarantined"]:
        context.log.warning(f"{report.counts['quarantined']} files cannot be read; see `tip quarantine list`")
    yield _materialised(context, home, DOCUMENTS, before, asked, report.seconds, **report.counts)
    with journal.timed("facts"):
        report = stages.extract_facts(home, extraction.engine())
    context.log.info(f"read {report.counts['documents']} documents in {report.counts['editions']} editions")
    if nothing := asked.difference(edition for _, edition in stamps(home, ["documents"])):
        context.log.info(f"no document is of {write_editions(nothing)}")
    for table in LAKE_TABLES:
        key = AssetKey([LAKE_PREFIX, table.name])
        rows = report.rows.get(table.name, 0)
        yield _materialised(context, home, key, before, asked, report.seconds, rows_of_this_run=rows)


def _materialised(
    context: AssetExecutionContext, home: Home, key: AssetKey, before: Stamps, asked: set[int], seconds: float,
    **more: int,
) -> MaterializeResult[None]:  # fmt: skip
    """A lake table as it is now, and an event for each edition that was written since `before` or was asked for."""
    name = key.path[-1]
    after = stamps(home, [name])
    touched = changed(before, after) | {edition for _, edition in after}.intersection(asked)
    record(context, key, [INVENTORY if key == DOCUMENTS else DOCUMENTS], edition_metadata(home, name, touched))
    rows, size, preview = lake_table(home, name)
    return MaterializeResult(key, metadata=measured(rows, size, seconds, preview, **more))


@asset(group_name="documents", kinds={"python"}, owners=OWNERS, pool=POOL, deps=[DOCUMENTS])
def selection(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """Which document speaks for each report: one for a family, country and edition, the most complete that stands."""
    began = time.perf_counter()
    selected, accounting = warehouse.select(afresh=True)
    if not accounting.balances():
        context.log.error(f"documents are lost or counted twice: {accounting.as_dict()}")
    preview = selected.select(["report_id", "source_path", "is_current", "reason"])
    return MaterializeResult(
        metadata=measured(
            selected.num_rows, selected.nbytes, time.perf_counter() - began, arrow_preview(preview),
            **accounting.as_dict(),
        )
    )  # fmt: skip
