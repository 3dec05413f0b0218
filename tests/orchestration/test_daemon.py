"""Everything that `make ui` starts but the web page, end to end: a file dropped, a run killed, and the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from dagster import DagsterInstance, DagsterRun, DagsterRunStatus

from ingest.home import Home
from ingest.inventory import Inventory
from orchestration.instance import open_instance
from orchestration.launcher import SOCKET_NAME
from orchestration.processes import PROCESS_TAG, is_dead
from tests.orchestration.conftest import copied
from tests.orchestration.shelf import drop, report
from tip_warehouse.release.publish import current_release
from tip_warehouse.run import RunOutcome

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Served:
    """A home that a daemon looks after, with its instance and the process that was started for it."""

    home: Home
    instance: DagsterInstance
    process: subprocess.Popen[bytes]

    def run_after(self, known: set[str]) -> DagsterRun | None:
        """The latest run that is not among the `known`."""
        return next((run for run in self.instance.get_runs(limit=3) if run.run_id not in known), None)


@pytest.fixture(scope="module")
def served(first_run: tuple[Home, RunOutcome, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = copied(first_run[0], tmp_path_factory.mktemp("served") / "home")
    with open_instance(home) as instance:
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestration.ui", "--home", str(home.root), "--headless"],
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name != "TIP_LANDING"},
        )
        try:
            wait_until((home.dagster / SOCKET_NAME).exists, 120)
            yield Served(home, instance, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def test_a_dropped_file_is_published_by_a_process_that_was_forked(served: Served) -> None:
    before, known = current_release(served.home), {run.run_id for run in served.instance.get_runs()}
    drop(served.home, "nepal.txt", report("Nepal"))
    wait_until(lambda: current_release(served.home) != before, 120)
    run = served.run_after(known)
    assert run is not None
    wait_until(lambda: is_dead(run.tags[PROCESS_TAG]), 30)
    finished = served.instance.get_run_by_id(run.run_id)
    assert finished is not None
    assert (finished.status, finished.tags["dagster/sensor_name"]) == (DagsterRunStatus.SUCCESS, "landing_sensor")
    events = [entry.message for entry in served.instance.all_logs(run.run_id)]
    assert any("from the warm worker" in message for message in events)
    assert served.process.poll() is None


def test_a_killed_run_is_found_marked_failed_and_tried_again(served: Served) -> None:
    before, known = current_release(served.home), {run.run_id for run in served.instance.get_runs()}
    with Inventory.open(served.home) as inventory:
        seen = len(inventory.known())
        drop(served.home, "chad.txt", report("Chad"))
        # Killed once it has taken the file, in the middle of its work.
        wait_until(lambda: len(inventory.known()) > seen, 60, pause=0.02)
    killed = served.run_after(known)
    assert killed is not None
    os.kill(int(killed.tags[PROCESS_TAG].rsplit(":", 2)[1]), signal.SIGKILL)
    wait_until(lambda: current_release(served.home) != before, 120)
    reaped = served.instance.get_run_by_id(killed.run_id)
    second = served.run_after({*known, killed.run_id})
    assert reaped is not None and second is not None
    assert reaped.status is DagsterRunStatus.FAILURE
    assert second.tags["dagster/run_key"] != killed.tags["dagster/run_key"]


def test_ctrl_c_ends_everything_that_was_started(served: Served) -> None:
    children = children_of(served.process.pid)
    assert len(children) == 2
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) == 0
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def children_of(pid: int) -> list[int]:
    """The processes that a process has started and not waited for."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_until(true: Callable[[], bool], seconds: float, pause: float = 0.1) -> None:
    """Wait until a condition holds; it fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(pause)
