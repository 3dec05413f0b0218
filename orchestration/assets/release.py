"""Assets of a release: the candidate that gate B judges, and what users see after it."""

# No postponed annotations here: Dagster reads those of its functions.

from pathlib import Path

from dagster import AssetExecutionContext, AssetKey, MaterializeResult, MetadataValue, asset

from ingest.schema import MARTS
from ingest.versions import extractor_version
from orchestration.metadata import markdown, measured
from orchestration.picture import coverage_markdown, coverage_rows, coverage_svg
from orchestration.resources import POOL, Warehouse
from tip_warehouse.release.publish import Release, publish, stage_release
from tip_warehouse.release.retention import RetentionError, apply_setting

OWNERS = ["team:release"]
MART_PREFIX = "marts"


@asset(
    group_name="release",
    kinds={"parquet", "duckdb"},
    owners=OWNERS,
    pool=POOL,
    deps=[AssetKey([MART_PREFIX, table.name]) for table in MARTS],
)
def release_candidate(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """A complete release where no user looks yet: one Parquet file a mart, a DuckDB file, and what describes them."""
    home, journal = warehouse.home, warehouse.journal
    with journal.timed("export"):
        selection, accounting = warehouse.select()
        current = selection.filter(selection["is_current"])
        staged = stage_release(
            home,
            extractor_version=extractor_version(),
            inputs=[
                {"source_path": row["source_path"], "sha256": row["source_sha256"], "report_id": row["report_id"]}
                for row in current.select(["source_path", "source_sha256", "report_id"]).to_pylist()
            ],
            documents=accounting.as_dict(),
        )
    journal.rows = dict(staged.rows)
    context.log.info(f"staged {staged.release_id} at {staged.path}")
    return MaterializeResult(
        metadata=measured(
            sum(staged.rows.values()), staged.bytes, staged.seconds, _rows(staged.rows),
            release_id=staged.release_id, content_digest=staged.content_digest, unchanged=staged.unchanged,
            path=str(staged.path), documents=accounting.as_dict(),
        )
    )  # fmt: skip


@asset(group_name="release", kinds={"parquet", "duckdb"}, owners=OWNERS, pool=POOL, deps=[release_candidate])
def release(context: AssetExecutionContext, warehouse: Warehouse) -> MaterializeResult[None]:
    """The current release: a folder that never changes, and one pointer to it, moved in one step."""
    journal = warehouse.journal
    with journal.timed("publish"):
        published = publish(warehouse.home)
    journal.release = published
    warehouse.conclude("unchanged" if published.unchanged else "published")
    context.log.info(f"{'no figure changed, still' if published.unchanged else 'published'} {published.release_id}")
    try:
        for removed in apply_setting(warehouse.home):
            context.log.info(f"removed {removed.release_id}, as $TIP_KEEP_RELEASES says")
    except (RetentionError, OSError) as error:
        # The release stands; what is wrong with old ones must not undo that.
        context.log.warning(f"old releases were not removed: {error}")
    _, accounting = warehouse.select()
    files = [path.stat().st_size for path in published.path.rglob("*") if path.is_file()]
    return MaterializeResult(
        metadata=measured(
            sum(published.rows.values()), sum(files), journal.seconds["publish"], _rows(published.rows),
            release_id=published.release_id, unchanged=published.unchanged, path=str(published.path),
            content_digest=published.content_digest, **{f"documents_{n}": c for n, c in accounting.as_dict().items()},
            coverage=MetadataValue.md(coverage_markdown(coverage_svg(coverage_rows(_parquet(published, "coverage"))))),
        )
    )  # fmt: skip


def _parquet(release: Release, table: str) -> Path:
    return release.path / "parquet" / f"{table}.parquet"


def _rows(rows: dict[str, int]) -> str:
    return markdown(("table", "rows"), list(rows.items()))
