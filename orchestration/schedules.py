"""The schedule: once a day the same look at the landing folder, for when the sensor was off or missed something."""

# No postponed annotations here: Dagster reads those of its functions.

from dagster import DefaultScheduleStatus, RunRequest, ScheduleEvaluationContext, SkipReason, schedule

from ingest.home import Home
from orchestration.due import due_run
from orchestration.jobs import refresh


@schedule(
    job=refresh,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    default_status=DefaultScheduleStatus.RUNNING,
    description="Safety net: the same look as the sensor's, every day at 05:00 UTC.",
)
def daily_refresh(context: ScheduleEvaluationContext) -> RunRequest | SkipReason:
    """A run where one is due."""
    return due_run(Home.at(), context.instance)
