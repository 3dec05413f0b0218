"""`tip withdraw` and `tip prune` as their users meet them: what they print, what they return, what they leave alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.home import Home
from ingest.inventory import Inventory
from tests.ingest.test_inventory import drop, report, run
from tip_warehouse.cli import app

GHANA = "tip_report:GHA:2008"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = Home.at(tmp_path / "home").create()
    with Inventory.open(place) as inventory:
        drop(place, "ghana.txt", report())
        run(place, inventory)
    return place


def tip(home: Home, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*arguments, "--home", str(home.root)])
    return done.exit_code, done.output


def test_withdraw_says_what_went_and_what_comes_next_and_undo_lets_it_in(home: Home) -> None:
    status, said = tip(home, "withdraw", GHANA, "--reason", "A forged page.")
    assert (status, said) == (0, f"Withdrawn: ghana.txt ({GHANA})\nThe next run makes a release of it: tip run\n")
    status, said = tip(home, "status")
    assert "withdrawn: ghana.txt by " in said and "A forged page." in said
    assert "documents were withdrawn, or let in again" in said and "Next: tip run" in said
    status, said = tip(home, "withdraw", "ghana.txt", "--undo", "--json")
    assert status == 0 and json.loads(said)["documents"][0]["reports"] == [GHANA]
    assert "withdrawn:" not in tip(home, "status")[1]


def test_wrong_withdrawals_are_refused_with_what_to_do(home: Home) -> None:
    for arguments, words in (
        ((GHANA,), "give --reason"),
        (("tip_report:GHA:2001", "--reason", "x"), "nothing is called 'tip_report:GHA:2001'"),
        ((GHANA, "--undo"), "is not withdrawn"),
    ):
        status, said = tip(home, "withdraw", *arguments)
        assert status == 1 and words in said.replace("\n", " ")


def test_while_a_run_writes_nothing_is_withdrawn_or_removed(home: Home) -> None:
    script = (
        "import sys; from ingest.home import Home; from tip_warehouse.lock import home_lock\n"
        f"with home_lock(Home.at({str(home.root)!r})): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ, text=True
    ) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        for arguments in (("withdraw", GHANA, "--reason", "x"), ("prune",), ("verify",)):
            status, said = tip(home, *arguments)
            assert status == 4 and str(holder.pid) in said
        holder.stdin.close()


def test_prune_says_what_would_go_and_removes_it_only_when_asked(home: Home) -> None:
    half = home.build / ".candidate.duckdb.1.tmp"
    half.write_bytes(b"x" * 3_000_000)
    status, said = tip(home, "prune", "--dry-run")
    assert status == 0 and "left over: build/.candidate.duckdb.1.tmp" in said
    assert "Would remove 0 releases, 0 runs and 1 left-overs: 3.0 MB" in said and half.exists()
    found = json.loads(tip(home, "prune", "--json")[1])
    assert found["left_over"] == ["build/.candidate.duckdb.1.tmp"] and not half.exists()
    assert "Removed 0 releases, 0 runs and 0 left-overs" in tip(home, "prune")[1]


def test_a_setting_that_is_no_number_is_wrong_usage(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIP_KEEP_RELEASES", "lots")
    status, said = tip(home, "prune")
    assert status == 2 and "TIP_KEEP_RELEASES is 'lots'" in said
