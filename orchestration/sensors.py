"""The sensor on the landing folder: a run when contents differ from what the last finished run accounted for."""

# No postponed annotations here: Dagster reads those of its functions.

from dagster import DefaultSensorStatus, RunRequest, SensorEvaluationContext, SkipReason, sensor

from ingest.home import Home
from orchestration.due import due_run
from orchestration.jobs import refresh

INTERVAL_SECONDS = 5


@sensor(
    job=refresh,
    minimum_interval_seconds=INTERVAL_SECONDS,
    default_status=DefaultSensorStatus.RUNNING,
    description="Looks at the landing folder by content; also finds runs whose process was killed.",
)
def landing_sensor(context: SensorEvaluationContext) -> RunRequest | SkipReason:
    """A run where one is due."""
    return due_run(Home.at(), context.instance)
