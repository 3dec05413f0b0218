"""Is the release as fresh as the landing folder? A check that every run makes, and a daily look in between."""

# No postponed annotations here: Dagster reads those of its functions.

from datetime import UTC, datetime
from typing import Any

from dagster import (
    AssetCheckKey,
    AssetCheckResult,
    AssetCheckSeverity,
    AssetKey,
    AssetSelection,
    DefaultScheduleStatus,
    MetadataValue,
    ScheduleDefinition,
    asset_check,
    define_asset_job,
    in_process_executor,
)

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.redaction import without_password
from orchestration.resources import POOL, Warehouse
from tip_warehouse.release.publish import current_release

CHECK = "is_fresh"
RELEASE = AssetKey(["release"])


def freshness(home: Home) -> AssetCheckResult:
    """Does the current release hold what stands in the landing folder, read and judged by the code of today?

    Age alone is no fault: reports appear once a year. It is told, in days, to be drawn over time. A release is not
    fresh where a run is due and was not made, or was made and refused.
    """
    release = current_release(home)
    with Inventory.open(home) as inventory:
        work = inventory.work(inventory.scan(), release.release_id if release else None)
        aside = len(inventory.quarantined())
    metadata: dict[str, Any] = {"documents in quarantine": MetadataValue.int(aside)}
    if release is not None:
        age = datetime.now(UTC) - datetime.fromisoformat(release.created_at)
        metadata["release_id"] = MetadataValue.text(release.release_id)
        metadata["age in days"] = MetadataValue.float(round(age.total_seconds() / 86_400, 3))
    if work is None:
        said = "Everything that stands in the landing folder is accounted for."
    else:
        said = (
            f"The release is behind {without_password(home.landing_address)}: {'; '.join(work.reasons)}. Either no run "
            "has been made since, or a gate refused it: see the runs and their checks, switch `landing_sensor` on, or "
            "`tip run`."
        )
    return AssetCheckResult(
        passed=work is None, severity=AssetCheckSeverity.WARN, description=said, metadata=metadata, check_name=CHECK,
        asset_key=RELEASE,
    )  # fmt: skip


@asset_check(
    name=CHECK,
    asset=RELEASE,
    pool=POOL,
    description="The current release holds what stands in the landing folder, as today's code reads and judges it.",
)
def release_is_fresh(warehouse: Warehouse) -> AssetCheckResult:
    """Warn where the release is behind the landing folder."""
    return freshness(warehouse.home)


look_at_freshness = define_asset_job(
    "look_at_freshness",
    selection=AssetSelection.checks(AssetCheckKey(RELEASE, CHECK)),
    executor_def=in_process_executor,
    description="Only the look whether the release is as fresh as the landing folder; reads, and changes nothing.",
)

# After the daily look for work: what that started has waited its turn, and comes first.
daily_freshness = ScheduleDefinition(
    name="daily_freshness",
    job=look_at_freshness,
    cron_schedule="30 5 * * *",
    execution_timezone="UTC",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Every day at 05:30 UTC: does the release hold what stands in the landing folder?",
)
