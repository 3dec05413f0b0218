"""What `deploy/` promises: an instance on a real PostgreSQL, a password that stays in the environment, whole units."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster import AssetKey, AssetMaterialization, DagsterInstance, DagsterRunStatus

from ingest.home import Home
from orchestration import ui
from orchestration.instance import open_instance
from tests.orchestration.shelf import no_steps

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PASSWORD = "hush-now"


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server that was started for this test."""
    pytest.importorskip("dagster_postgres", reason="dagster-postgres is not installed: uv sync --extra postgres")
    places = os.pathsep.join([os.environ.get("PATH", ""), *map(str, Path("/usr/lib/postgresql").glob("*/bin"))])
    initdb, pg_ctl = shutil.which("initdb", path=places), shutil.which("pg_ctl", path=places)
    if not (initdb and pg_ctl):
        pytest.skip("PostgreSQL is not installed: no initdb and pg_ctl (Debian: apt install postgresql)")
    # PostgreSQL does not start as root.
    user: dict[str, Any] = {}
    if os.getuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        name = "postgres" if "postgres" in names else "nobody"
        user = {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}
    folder = Path(tempfile.mkdtemp(prefix="tip-pg-"))
    try:
        (folder / "password").write_text(PASSWORD)
        if user:
            for path in (folder, folder / "password"):
                shutil.chown(path, name)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        data, quiet = str(folder / "data"), {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": folder}
        make = [initdb, "-D", data, "-U", "dagster", "-A", "scram-sha-256", "--no-sync"]
        subprocess.run([*make, f"--pwfile={folder / 'password'}"], check=True, **quiet, **user)
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
        log = str(folder / "log")
        subprocess.run([pg_ctl, "-D", data, "-w", "-l", log, "-o", options, "start"], check=True, **quiet, **user)
        try:
            yield f"postgresql+psycopg2://dagster:{PASSWORD}@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([pg_ctl, "-D", data, "-m", "immediate", "stop"], check=True, **quiet, **user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_runs_events_and_schedules_are_kept_in_postgresql(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.at(tmp_path / "home").create()
    home.dagster.mkdir(parents=True)
    shutil.copyfile(DEPLOY / "dagster.yaml", home.dagster / "dagster.yaml")
    monkeypatch.setenv("TIP_POSTGRES_URL", postgres)
    with open_instance(home) as instance:
        kept = (instance.run_storage, instance.event_log_storage, instance.schedule_storage)
        assert {type(storage).__module__.split(".")[0] for storage in kept} == {"dagster_postgres"}
        finished = no_steps.execute_in_process(instance=instance)
        instance.report_runless_asset_event(AssetMaterialization("made"))
        assert PASSWORD not in instance.info_str()
        assert PASSWORD not in str(instance.get_ref().to_dict())
    # Another process, another machine: the same history.
    with DagsterInstance.from_config(str(home.dagster)) as other:
        run = other.get_run_by_id(finished.run_id)
        assert run is not None
        assert run.status is DagsterRunStatus.SUCCESS
        assert other.has_asset_key(AssetKey("made"))
        assert PASSWORD not in " ".join(entry.to_json() for entry in other.all_logs(run.run_id))
    assert not list(home.dagster.rglob("*.db"))
    assert (home.dagster / "dagster.yaml").read_text() == (DEPLOY / "dagster.yaml").read_text()


def test_the_instance_differs_from_that_of_one_machine_in_its_storage_alone(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    with open_instance(home):
        pass
    ours = yaml.safe_load((home.dagster / "dagster.yaml").read_text())
    theirs = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())
    assert theirs.pop("storage") != ours.pop("storage")
    assert theirs == ours


PROJECT, STATE, ENVIRONMENT = Path("/opt/tip-warehouse"), Path("/var/lib/tip-warehouse"), "/etc/tip-warehouse.env"
UNITS = {path.name: path for path in sorted((DEPLOY / "systemd").glob("*.service"))}
each_unit = pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)


def settings(unit: Path) -> dict[str, list[str]]:
    """The settings of a unit, all of each name, in order."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def example_environment() -> dict[str, str]:
    """What deploy/tip.env.example sets, also where it is commented out."""
    lines = [line.removeprefix("#") for line in (DEPLOY / "tip.env.example").read_text().splitlines()]
    pairs = [line.partition("=") for line in lines if re.match(r"[A-Z_]+=", line)]
    return {name: value for name, _, value in pairs}


@each_unit
def test_a_unit_starts_this_project_with_options_that_it_knows(unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[Any, ...]] = []
    monkeypatch.setattr(ui, "serve", lambda *arguments: started.append(arguments) or 0)
    monkeypatch.setenv("TIP_HOME", str(STATE))
    monkeypatch.setenv("TIP_PORT", "39997")
    monkeypatch.delenv("TIP_LANDING", raising=False)
    (start,) = settings(unit)["ExecStart"]
    program, *rest = start.split()
    assert Path(program) == PROJECT / ".venv" / "bin" / "python"
    assert rest[:2] == ["-m", "orchestration.ui"]
    assert ui.main(rest[2:]) == 0
    assert started[0][0].root == STATE
    assert ("page" in unit.name) == (started[0][1:] == (("127.0.0.1", 39997), True, True))


@each_unit
def test_all_that_a_unit_names_exists_or_is_made_and_what_it_writes_to_may_be_written(unit: Path) -> None:
    given = settings(unit)
    assert given["WorkingDirectory"] == [str(PROJECT)]
    assert given["EnvironmentFile"] == [ENVIRONMENT]
    made = {path for line in given["ExecStartPre"] for path in line.split()[6:]}
    assert all(line.split()[:6] == "+/usr/bin/install -d -o tip -g tip".split() for line in given["ExecStartPre"])
    made |= {str(STATE.parent / name) for line in given.get("StateDirectory", []) for name in line.split()}
    for path in (path for line in given["ReadWritePaths"] for path in line.split()):
        assert path in made, "systemd does not start a unit that may write to what is not there"
    for path in re.findall(rf"{PROJECT}/([\w./-]+)", unit.read_text()):
        top = Path(path).parts[0]
        assert top == ".venv" or (DEPLOY.parent / top).exists(), path
    home = Path(example_environment()["TIP_HOME"])
    assert home == STATE
    assert str(home / "state" / "dagster" if "page" in unit.name else home) in made


def test_the_example_names_settings_that_are_read_and_no_secret() -> None:
    rooms = ("ingest", "orchestration", "tip_warehouse")
    code = " ".join(path.read_text() for room in rooms for path in (DEPLOY.parent / room).rglob("*.py"))
    code += (DEPLOY / "dagster.yaml").read_text()
    for name, value in example_environment().items():
        assert name.startswith("AWS_") or name in code, f"nothing reads {name}"
        assert not value or name.startswith("TIP_"), f"{name} has a value"
    for unit in UNITS.values():
        assert not any(word in unit.read_text().lower() for word in ("password", "secret", "access_key"))


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    if not (analyze := shutil.which("systemd-analyze")):
        pytest.skip("systemd is not installed: no systemd-analyze (Debian: apt install systemd)")
    for name, unit in UNITS.items():
        # Only the program has to be where this machine has it.
        (tmp_path / name).write_text(unit.read_text().replace(f"{PROJECT}/.venv/bin/python", sys.executable))
    done = subprocess.run(
        [analyze, "verify", *(str(tmp_path / name) for name in UNITS)], capture_output=True, text=True, check=False
    )
    assert not [line for line in done.stderr.splitlines() if "tip-warehouse" in line]
