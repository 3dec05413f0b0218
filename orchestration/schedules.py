"""The schedules: a daily look at the landing folder, and once a week a check of what is kept and a clearing out."""

# No postponed annotations here: Dagster reads those of its functions.

from dagster import (
    DefaultScheduleStatus,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    SkipReason,
    schedule,
)

from ingest.home import Home
from orchestration.due import due_run
from orchestration.jobs import QUIET, refresh
from orchestration.upkeep import prune, verify


@schedule(
    job=refresh,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Safety net: the same look as the sensor's, with every file hashed again, every day at 05:00 UTC.",
)
def daily_refresh(context: ScheduleEvaluationContext) -> RunRequest | SkipReason:
    """A run where one is due."""
    return due_run(Home.at(), context.instance, afresh=True)


weekly_verify = ScheduleDefinition(
    name="weekly_verify",
    job=verify,
    run_config=QUIET,
    cron_schedule="0 3 * * 0",
    execution_timezone="UTC",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Hashes all releases, the raw store and the lake again, Sundays at 03:00 UTC.",
)

weekly_prune = ScheduleDefinition(
    name="weekly_prune",
    job=prune,
    run_config=QUIET,
    cron_schedule="30 3 * * 0",
    execution_timezone="UTC",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Lets go of old runs, their events, and old releases, Sundays at 03:30 UTC.",
)
