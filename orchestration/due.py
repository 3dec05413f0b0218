"""Whether a run is due: the decision that the sensor and the schedule share. It starts nothing itself."""

from __future__ import annotations

import time

from dagster import (
    DagsterEventType,
    DagsterInstance,
    DagsterRun,
    DagsterRunStatus,
    RunRequest,
    RunsFilter,
    SkipReason,
)

from ingest.home import Home
from ingest.inventory import MAX_ATTEMPTS, Inventory, Work
from ingest.redaction import without_password
from orchestration.jobs import QUIET
from orchestration.processes import reap_dead_runs
from orchestration.resources import OUTCOME_TAG
from tip_warehouse.lock import lock_holder
from tip_warehouse.release.publish import current_release

WORK_TAG = "tip/work"
_SETTLE_SECONDS = 1.0
# Dagster gives a look a minute; what is not fetched from a remote landing place by then, the next one fetches.
_PATIENCE_SECONDS = 30.0
# How long after how many failed attempts the next one follows: a killed run at once, a place that is away later.
BACKOFF_SECONDS = (0.0, 0.0, 30.0)
# Faults of the surroundings, which can pass. All others are of the data or the code, and stay until these change.
_PASSING = frozenset({
    "BlockingIOError", "BrokenPipeError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
    "ConnectionResetError", "InterruptedError", "LandingUnreachable", "LockHeld", "MemoryError", "OSError",
    "OperationalError", "TimeoutError", "CommClosedError", "KilledWorker", "BrokenProcessPool",
    # A signal from outside: the service stops, or the machine.
    "DagsterExecutionInterruptedError", "KeyboardInterrupt",
})  # fmt: skip
_UNFINISHED = [
    DagsterRunStatus.QUEUED, DagsterRunStatus.STARTING, DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING,
]  # fmt: skip
_FAILED = (DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED)


def due_run(home: Home, instance: DagsterInstance, afresh: bool = False) -> RunRequest | SkipReason:
    """The run that is due, or why none is. `afresh` hashes files again that were not touched since the last look.

    Its key changes with the contents that stand, the versions, the current release and the failed attempts:
    Dagster starts no second run for a key. Runs whose process was killed are marked as failed first.
    """
    reaped = reap_dead_runs(instance)
    note = f" Marked as failed, since their process is dead: {', '.join(reaped)}." if reaped else ""
    if holder := lock_holder(home):
        return SkipReason(f"Process {holder.pid} is writing since {holder.since}: {holder.command}.{note}")
    if running := instance.get_runs(RunsFilter(statuses=_UNFINISHED), limit=1):
        return SkipReason(f"Run {running[0].run_id} is {running[0].status.value.lower()}.{note}")
    release = current_release(home)
    with Inventory.open(home) as inventory:
        found = inventory.scan(_SETTLE_SECONDS, _PATIENCE_SECONDS, afresh)
        work = inventory.work(found, release.release_id if release else None)
    if home.remote and found.pending:
        # One run for a batch, not one for what has come so far.
        return SkipReason(f"{len(found.pending)} files are still being written or fetched.{note}")
    if work is None:
        waiting = f" {len(found.pending)} files are still being written or fetched." if found.pending else ""
        return SkipReason(f"Everything in {without_password(home.landing_address)} is accounted for.{waiting}{note}")
    return _request(instance, work, note)


def _request(instance: DagsterInstance, work: Work, note: str) -> RunRequest | SkipReason:
    earlier = instance.get_runs(RunsFilter(tags=work_tags(work)))
    if refused := next((run for run in earlier if run.tags.get(OUTCOME_TAG) == "refused"), None):
        return SkipReason(
            f"A gate refused exactly this in run {refused.run_id}, and nothing has changed since. "
            f"See its checks; then correct the files, the rules or the gate, or `tip run`.{note}"
        )
    if earlier and earlier[0].status is DagsterRunStatus.CANCELED:
        return SkipReason(
            f"Run {earlier[0].run_id} was cancelled by hand, and nothing has changed since. A change in the landing "
            f'folder or the code starts the next; so does `tip run`, or "Materialize all" of the job in the UI.{note}'
        )
    failed = [run for run in earlier if run.status in _FAILED]
    for run in failed[:1]:
        if (fault := _fault(instance, run)) and fault.split(":")[0].split(".")[-1] not in _PASSING:
            return SkipReason(
                f"Run {run.run_id} failed with {fault} Such a fault does not pass by itself. Correct the files or "
                f"the code, or try once more with `tip run`.{note}"
            )
    # Failed runs of this key died before they could count themselves in the inventory; others changed its count.
    attempts = work.failed_attempts + len(failed)
    if attempts >= MAX_ATTEMPTS:
        return SkipReason(
            f"Gave up after {attempts} failed attempts at the same contents; see the failed runs. "
            f"A change in the landing folder or the code, or `tip run`, starts again.{note}"
        )
    if failed and (left := _left_to_wait(instance, failed[0], attempts)) > 0:
        return SkipReason(f"Attempt {attempts} failed; the sensor tries again in {left:.0f} seconds.{note}")
    # A key comes again where contents go to and fro and no figure, hence no release, changes with them.
    key = work.run_key if not earlier else f"{work.run_key}-{len(earlier)}"
    reasons = {"tip/reasons": "; ".join(work.reasons)[:250]}
    return RunRequest(run_key=key, run_config=QUIET, tags={**work_tags(work), **reasons})


def _fault(instance: DagsterInstance, run: DagsterRun) -> str | None:
    """What a run failed with: the class and words of the innermost cause; None for one that was killed."""
    for entry in instance.all_logs(run.run_id, of_type={DagsterEventType.STEP_FAILURE, DagsterEventType.RUN_FAILURE}):
        # A run that was marked as failed from outside has no such data.
        error = getattr(entry.get_dagster_event().event_specific_data, "error", None)
        if error is not None:
            while error.cause is not None:
                error = error.cause
            return " ".join(str(error.message).split())[:300]
    return None


def _left_to_wait(instance: DagsterInstance, run: DagsterRun, attempts: int) -> float:
    """Seconds until another attempt may follow the failed `run`."""
    record = instance.get_run_record_by_id(run.run_id)
    ended = record.end_time if record is not None and record.end_time is not None else 0.0
    return ended + BACKOFF_SECONDS[min(attempts, len(BACKOFF_SECONDS) - 1)] - time.time()


def work_tags(work: Work) -> dict[str, str]:
    """The tags by which runs for the same work are found again."""
    return {WORK_TAG: work.run_key[:32]}
