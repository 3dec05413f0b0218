"""How the warm worker is reached, what the launcher does without it, and the instance's configuration."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest
from dagster import DagsterInstance, DagsterRunStatus
from dagster._core.launcher import DefaultRunLauncher, LaunchRunContext, WorkerStatus

from ingest.home import Home
from orchestration import launcher
from orchestration.instance import open_instance, write_instance_config
from orchestration.launcher import SOCKET_NAME, WarmRunLauncher
from orchestration.processes import PROCESS_TAG, is_dead, process_name, this_process
from tests.orchestration.shelf import no_steps


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
