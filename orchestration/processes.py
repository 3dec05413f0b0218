"""Which process runs a Dagster run, whether it lives, and what to do about a run whose process was killed."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster import DagsterInstance, DagsterRun

PROCESS_TAG = "tip/process"


def process_name(pid: int) -> str:
    """A name for a process that no later one gets: host, id, and when it started where the system tells."""
    return f"{socket.gethostname()}:{pid}:{_started(pid) or ''}"


def this_process() -> str:
    """The name of the process that asks."""
    return process_name(os.getpid())


def is_dead(name: str) -> bool:
    """Has the process called `name` ended for certain? Processes of other hosts are never said to have."""
    host, pid, started = name.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    now = _started(int(pid))
    if now is not None:
        return now != started
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    # It lives, or is a zombie that nobody has waited for; without /proc there is no telling.
    return Path("/proc/self/stat").exists()


def reap_dead_runs(instance: DagsterInstance) -> list[str]:
    """Mark runs as failed that Dagster takes to be running but whose process is dead; returns their ids.

    Dagster's own launcher leaves a killed run STARTED for ever, and such a run would block the queue. One that was
    being cancelled is cancelled, and not among those that failed.
    """
    from dagster import DagsterRunStatus, RunsFilter

    from orchestration.alerts import tell_of_killed_run

    unfinished = [DagsterRunStatus.STARTING, DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING]
    reaped = []
    for run in instance.get_runs(RunsFilter(statuses=unfinished)):
        name = run.tags.get(PROCESS_TAG) or _from_events(instance, run)
        if name is not None and is_dead(name):
            pid = name.rsplit(":", 2)[1]
            if run.status is DagsterRunStatus.CANCELING:
                instance.report_run_canceled(run, message=f"Process {pid} of this run is dead: it was cancelled.")
                continue
            instance.report_run_failed(
                run, message=f"Process {pid} of this run is dead: it was killed. The next run repeats its work."
            )
            tell_of_killed_run(run.run_id, pid, instance.root_directory)
            reaped.append(run.run_id)
    return reaped


def _from_events(instance: DagsterInstance, run: DagsterRun) -> str | None:
    """The process that Dagster's events name, where the run died before it said so itself."""
    from dagster import DagsterEventType

    for entry in instance.all_logs(run.run_id, of_type=DagsterEventType.ENGINE_EVENT):
        metadata = entry.dagster_event.engine_event_data.metadata if entry.dagster_event else {}
        if "pid" in metadata:
            pid = int(str(metadata["pid"].value))
            # When it started is known only while it lives; then it is not dead.
            return process_name(pid)
    return None


def _started(pid: int) -> str | None:
    """When a living process started, in the kernel's own count; None for a dead one, or where /proc is missing."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    # Field 3 is the state; a zombie (Z) or a process that is being torn down (X) does nothing any more.
    return None if fields[0] in "ZX" else fields[19]
