"""The warm worker, what the launcher does without it, and the instance's configuration."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dagster import DagsterInstance, DagsterRunStatus
from dagster._core.launcher import DefaultRunLauncher, LaunchRunContext, WorkerStatus

from ingest.home import Home
from orchestration import launcher
from orchestration.definitions import defs
from orchestration.instance import open_instance, write_instance_config
from orchestration.launcher import SOCKET_NAME, WarmRunLauncher
from orchestration.processes import PROCESS_TAG, is_dead, process_name, this_process
from tests.orchestration.shelf import drop, no_steps, report
from tip_warehouse.release.publish import current_release


def test_a_run_is_forked_from_the_worker_and_publishes(home: Home, instance: DagsterInstance) -> None:
    before = current_release(home)
    drop(home, "nepal.txt", report("Nepal"))
    worker = subprocess.Popen([sys.executable, "-m", "orchestration.launcher", str(home.dagster)])
    try:
        wait_until(lambda: (home.dagster / SOCKET_NAME).exists(), 90)
        run = instance.create_run_for_job(defs.resolve_job_def("refresh"), status=DagsterRunStatus.STARTING)
        instance.run_launcher.launch_run(LaunchRunContext(run, None))
        wait_until(lambda: instance.get_run_by_id(run.run_id).is_finished, 90)  # type: ignore[union-attr]
        finished = instance.get_run_by_id(run.run_id)
        assert finished is not None
        assert finished.status is DagsterRunStatus.SUCCESS
        assert finished.tags[PROCESS_TAG] != process_name(worker.pid)
        wait_until(lambda: is_dead(finished.tags[PROCESS_TAG]), 10)
        assert worker.poll() is None
        assert current_release(home) != before
    finally:
        worker.kill()
        worker.wait()


def test_without_a_worker_a_run_starts_as_dagster_starts_it(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    monkeypatch.setattr(DefaultRunLauncher, "launch_run", lambda self, context: started.append(context))
    run = instance.create_run_for_job(no_steps, status=DagsterRunStatus.STARTING)
    instance.run_launcher.launch_run(LaunchRunContext(run, None))
    assert [context.dagster_run.run_id for context in started] == [run.run_id]


def test_the_worker_is_reached_however_deep_its_folder_lies(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a folder with quite a long name"] * 6)
    folder.mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        with launcher._address(folder) as address:
            server.bind(address)
        server.listen(1)
        with launcher._address(folder) as address:
            client.connect(address)
    assert (folder / SOCKET_NAME).exists()


def test_the_health_of_a_run_is_that_of_its_process(home: Home, instance: DagsterInstance) -> None:
    warm = instance.run_launcher
    assert isinstance(warm, WarmRunLauncher)
    with subprocess.Popen(["true"]) as short:
        name = process_name(short.pid)
    for tag, status in (
        (this_process(), WorkerStatus.RUNNING),
        (name, WorkerStatus.FAILED),
        (None, WorkerStatus.UNKNOWN),
    ):
        tags = {PROCESS_TAG: tag} if tag else {}
        run = instance.create_run_for_job(no_steps, tags=tags)
        assert warm.check_run_worker_health(run).status is status


@pytest.mark.parametrize("name", [this_process(), "another-host:1:1"], ids=["living", "foreign"])
def test_a_living_or_foreign_process_is_not_said_to_be_dead(name: str) -> None:
    assert not is_dead(name)


def test_a_process_that_got_the_number_of_a_dead_one_is_not_taken_for_it() -> None:
    host, pid, _ = this_process().rsplit(":", 2)
    assert is_dead(f"{host}:{pid}:1")


def test_a_configuration_of_the_users_own_is_kept(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    path = write_instance_config(home) / "dagster.yaml"
    written = path.read_text()
    path.write_text(written + "# changed\n")
    write_instance_config(home)
    assert path.read_text() == written
    own = "telemetry:\n  enabled: false\n"
    path.write_text(own)
    write_instance_config(home)
    assert path.read_text() == own
    with open_instance(home) as instance:
        assert type(instance.run_launcher) is DefaultRunLauncher


def wait_until(true: object, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    assert callable(true)
    while not true():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.1)
