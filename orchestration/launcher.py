"""Launch runs from a process that has everything imported: the worker that forks, and Dagster's side of it.

Imports are most of what a run costs when it starts cold. The worker imports Dagster, dbt and Great Expectations
once and forks itself for each run. It opens no connection, starts no thread and takes no lock before it forks.
Where it does not answer, or the code is newer than it, `WarmRunLauncher` does what Dagster's own launcher does.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster import DagsterInstance
from dagster._core.launcher import CheckRunHealthResult, DefaultRunLauncher, LaunchRunContext, WorkerStatus

from ingest.versions import digest_of
from orchestration.processes import PROCESS_TAG, is_dead, process_name

if TYPE_CHECKING:
    from dagster import DagsterRun

SOCKET_NAME = "worker.sock"
ROOMS = ("ingest", "expectations", "orchestration", "tip_warehouse", "dbt_project")
_ANSWER_SECONDS = 5.0


class WarmRunLauncher(DefaultRunLauncher):
    """Has the worker fork for a run; falls back to a cold start. Set in `dagster.yaml`."""

    def launch_run(self, context: LaunchRunContext) -> None:
        """Start a run that is in state STARTING."""
        run = context.dagster_run
        answer = _ask(Path(self._instance.root_directory), {"run_id": run.run_id})
        if answer is None or "pid" not in answer:
            why = "no worker answers" if answer is None else answer.get("refused", "it refused")
            self._instance.report_engine_event(f"Cold start, since the warm worker cannot do it: {why}.", run)
            super().launch_run(context)
            return
        self._instance.add_run_tags(run.run_id, {PROCESS_TAG: answer["process"]})
        self._instance.report_engine_event(f"Forked process {answer['pid']} from the warm worker.", run)

    def terminate(self, run_id: str) -> bool:
        """Interrupt a run; False where it does not run any more."""
        run = self._instance.get_run_by_id(run_id)
        name = _own(run)
        if run is None or name is None:
            return bool(super().terminate(run_id))  # type: ignore[no-untyped-call]
        if run.is_finished or is_dead(name):
            return False
        self._instance.report_run_canceling(run)
        os.kill(int(name.rsplit(":", 2)[1]), signal.SIGTERM)
        return True

    @property
    def supports_check_run_worker_health(self) -> bool:
        """Dagster's monitor may ask after a run's process."""
        return True

    def check_run_worker_health(self, run: DagsterRun) -> CheckRunHealthResult:
        """Is the process of a run alive?"""
        name = run.tags.get(PROCESS_TAG)
        if name is None:
            return CheckRunHealthResult(WorkerStatus.UNKNOWN, "the run has not said which process it is")
        if is_dead(name):
            return CheckRunHealthResult(WorkerStatus.FAILED, f"its process {name} is dead")
        return CheckRunHealthResult(WorkerStatus.RUNNING)


def _own(run: DagsterRun | None) -> str | None:
    """The process of a run that the worker forked; None for one that Dagster's own launcher started."""
    return run.tags.get(PROCESS_TAG) if run is not None and ".dagster/grpc_info" not in run.tags else None


def _ask(folder: Path, request: Mapping[str, str]) -> dict[str, Any] | None:
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_ANSWER_SECONDS)
            with _address(folder) as address:
                line.connect(address)
            line.sendall(json.dumps(request).encode() + b"\n")
            answer: dict[str, Any] = json.loads(line.makefile().readline())
            return answer
    except (OSError, ValueError):
        return None


@contextmanager
def _address(folder: Path) -> Iterator[str]:
    """The worker's socket, by way of the open folder: a socket's path may have no more than about 100 bytes."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{opened}/{SOCKET_NAME}"
    finally:
        os.close(opened)


def preload() -> None:
    """Import all that a run needs."""
    import dbt.adapters.duckdb
    import dbt.cli.main
    import dbt.task.build  # noqa: F401
    import duckdb  # noqa: F401

    import orchestration.definitions
    from expectations.gates import warm

    warm()
    orchestration.definitions.defs.get_repository_def().get_all_jobs()


def work(folder: Path) -> None:
    """Answer on the instance's socket, for ever: one fork for each run that is asked for."""
    preload()
    code = digest_of(*ROOMS)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    (folder / SOCKET_NAME).unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        with _address(folder) as address:
            server.bind(address)
        server.listen(8)
        while True:
            line, _ = server.accept()
            with line:
                digest_of.cache_clear()
                if digest_of(*ROOMS) != code:
                    line.sendall(b'{"refused": "the code has changed since it started; it starts again"}\n')
                    line.close()
                    server.close()
                    os.execv(sys.executable, [sys.executable, "-m", "orchestration.launcher", str(folder)])
                line.settimeout(_ANSWER_SECONDS)
                try:
                    request = json.loads(line.makefile().readline())
                except (OSError, ValueError):
                    continue
                if threading.active_count() > 1:
                    line.sendall(b'{"refused": "it has threads, and must not fork"}\n')
                    continue
                pid = os.fork()
                if pid == 0:
                    server.close()
                    line.close()
                    _run(folder, str(request["run_id"]))
                line.sendall(json.dumps({"pid": pid, "process": process_name(pid)}).encode() + b"\n")


def _run(folder: Path, run_id: str) -> None:
    """The forked process: execute the run, and end."""
    from dagster._core.definitions.job_base import InMemoryJob
    from dagster._core.execution.api import execute_run_iterator

    from orchestration.definitions import defs

    status = 1
    try:
        os.setsid()
        for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        with DagsterInstance.from_config(str(folder)) as instance:
            run = instance.get_run_by_id(run_id)
            if run is not None:
                try:
                    job = InMemoryJob(defs.get_repository_def().get_job(run.job_name))
                    for _ in execute_run_iterator(job, run, instance):
                        pass
                    status = 0
                except BaseException as error:
                    instance.report_run_failed(run, message=f"the run's process failed: {error!r}")
                    raise
    finally:
        # No clean-up of what belongs to the worker: it lives on.
        os._exit(status)


if __name__ == "__main__":
    work(Path(sys.argv[1]))
