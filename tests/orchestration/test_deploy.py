"""What `deploy/` promises: an instance on a real PostgreSQL, a password that stays in the environment, whole units."""

from __future__ import annotations

import configparser
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster import AssetKey, AssetMaterialization, DagsterInstance, DagsterRunStatus

from ingest.home import Home
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


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=lambda path: path.name)
def test_a_unit_starts_what_exists_and_holds_no_secret(unit: Path) -> None:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(unit)
    service = parser["Service"]
    assert service["EnvironmentFile"] == "/etc/tip-warehouse.env"
    program = Path(service["ExecStart"].split()[0]).name
    assert (DEPLOY.parent / ".venv" / "bin" / program).exists() or shutil.which(program)
    assert not any(word in unit.read_text().lower() for word in ("password", "secret", "access_key"))
