"""The sensor on the landing folder: a run when contents differ from what the last finished run accounted for."""

# No postponed annotations here: Dagster reads those of its functions.

import os
import time

from dagster import DefaultSensorStatus, RunRequest, SensorEvaluationContext, SkipReason, sensor

from ingest.home import Home
from ingest.landing import glance
from orchestration.due import due_run
from orchestration.jobs import refresh

# The daemon looks after its sensors every five seconds, and a sensor may not ask for more. So that a drop need not
# wait for that, a look that finds nothing to do goes on watching for most of the time until the next one.
INTERVAL_SECONDS = 1
WATCH_VARIABLE = "TIP_WATCH_SECONDS"
_WATCH_SECONDS = 4.0
_PAUSE_SECONDS = 0.25
# Of a large folder, a glance costs more: it may take this part of the time.
_GLANCE_SHARE = 0.05


@sensor(
    job=refresh,
    minimum_interval_seconds=INTERVAL_SECONDS,
    default_status=DefaultSensorStatus.RUNNING,
    description="Looks at the landing folder by content; also finds runs whose process was killed.",
)
def landing_sensor(context: SensorEvaluationContext) -> RunRequest | SkipReason:
    """A run where one is due, now or while the folder is watched."""
    home = Home.at()
    deadline = time.monotonic() + float(os.environ.get(WATCH_VARIABLE) or _WATCH_SECONDS)
    while True:
        seen = 0 if home.remote else glance(home.landing)
        answer = due_run(home, context.instance)
        # A remote place is listed once for each look.
        if isinstance(answer, RunRequest) or home.remote or not _touched(home, seen, deadline):
            return answer


def _touched(home: Home, seen: int, deadline: float) -> bool:
    """Wait for a glance that differs from `seen`; False where none does until the deadline (monotonic seconds)."""
    pause = _PAUSE_SECONDS
    while time.monotonic() + pause < deadline:
        time.sleep(pause)
        began = time.monotonic()
        if glance(home.landing) != seen:
            return True
        pause = max(_PAUSE_SECONDS, (time.monotonic() - began) / _GLANCE_SHARE)
    return False
