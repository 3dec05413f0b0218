"""Files that land at a URL: from a store to a release by the command, and what nobody may read in what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dagster import AssetKey, DagsterEventType, DagsterInstance
from dagster._core.definitions.job_base import InMemoryJob
from dagster._core.execution.api import execute_run_iterator
from typer.testing import CliRunner

from ingest.home import Home
from ingest.lake import partition
from orchestration.definitions import defs
from orchestration.jobs import JOB_NAME
from tests.orchestration.shelf import COUNTRIES, report
from tip_warehouse.cli import app
from tip_warehouse.lock import home_lock

URL = "s3://drop/tip"


def holding(folder: Path, *secrets: str) -> list[Path]:
    """The files under `folder` that hold any of these words."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(secret.encode() in path.read_bytes() for secret in secrets)
    ]


def test_a_run_from_s3_publishes_mends_editions_and_keeps_no_key(
    s3: Any, home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the command itself sets for its run is undone with the test.
    monkeypatch.setenv("TIP_LANDING", "")
    s3.pipe("drop/tip/2009/nepal.txt", report("Nepal").encode())
    partition(home.lake, "fact_prosecutions", 2009).unlink()
    arguments = ["run", "--home", str(home.root), "--landing", URL, "--editions", "2009,2012", "--json"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    outcome = json.loads(done.stdout)
    assert outcome["status"] == "published"
    assert outcome["documents"]["loaded"] == outcome["documents"]["seen"] == len(COUNTRIES) + 1
    assert outcome["facts"]["fact_prosecutions"] == 2 * (len(COUNTRIES) + 1)
    run = instance.get_run_by_id(outcome["run_id"])
    assert run is not None and run.tags["tip/editions"] == "2009,2012"
    messages = [entry.user_message for entry in instance.all_logs(run.run_id)]
    assert f"1 files stand in {URL}, 1 new" in messages
    assert "edition 2009 is read again: fact_prosecutions has no file" in messages
    entry = instance.get_latest_materialization_event(AssetKey(["inventory"]))
    assert entry is not None and entry.asset_materialization is not None
    assert entry.asset_materialization.metadata["landing"].value == URL
    assert "hush-a-bye-4711" not in done.output
    assert not holding(home.root, "hush-a-bye-4711", "a-key-of-the-tests")

    again = CliRunner().invoke(app, ["run", "--home", str(home.root), "--landing", URL])
    assert again.exit_code == 0 and again.stdout.startswith(f"Nothing new in {URL}; the release is ")


def test_a_password_in_the_address_is_in_no_event_though_the_run_fails_of_it(
    home: Home, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIP_LANDING", "ftp://ann:pa55-w0rd-4711@127.0.0.1:9/in")
    keys = frozenset({AssetKey(["inventory"])})
    job = defs.resolve_job_def(JOB_NAME).get_subset(asset_selection=keys, asset_check_selection=frozenset())
    run = instance.create_run_for_job(job, asset_selection=keys)
    for _ in execute_run_iterator(InMemoryJob(job), run, instance):
        pass
    (failed,) = instance.all_logs(run.run_id, of_type=DagsterEventType.STEP_FAILURE)
    assert "ftp://***@127.0.0.1:9/in cannot be opened" in str(failed.get_dagster_event().step_failure_data.error)
    assert not holding(home.root, "pa55-w0rd-4711")


def test_a_password_on_the_command_line_is_not_in_the_lock_that_everybody_reads(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["/usr/bin/tip", "run", "--landing", "sftp://ann:pa55-w0rd-4711@host/in"])
    with home_lock(home) as holder:
        assert holder.command == "tip run --landing sftp://***@host/in"
        assert not holding(home.state, "pa55-w0rd-4711")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--landing", "s3://key:se/cret@drop/in"), "s3://***@drop/in holds keys"),
        (("--landing", "no-such-scheme://x/y"), "no-such-scheme://x/y cannot be opened"),
        (("--landing", "/no/such/folder"), "there is no folder /no/such/folder"),
        (("--editions", "2009,1999"), "'1999' is no edition from 2001 to 2030"),
    ],
)
def test_wrong_places_and_editions_are_said_before_anything_runs(
    home: Home, arguments: tuple[str, str], said: str
) -> None:
    done = CliRunner().invoke(app, ["run", "--home", str(home.root), *arguments])
    assert done.exit_code in (1, 2)
    assert said in " ".join(f"{done.output} {done.exception}".split())
