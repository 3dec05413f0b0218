"""Withdrawals: what goes out, what stays in the account, and what lets a document in again."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.stages import account, select_documents
from ingest.withdrawals import WithdrawalError
from tests.ingest.test_inventory import drop, due, report, run

GHANA = "tip_report:GHA:2008"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home").create()


@pytest.fixture
def inventory(home: Home) -> Iterator[Inventory]:
    with Inventory.open(home) as opened:
        drop(home, "a.txt", report())
        drop(home, "b.txt", report(more="Police identified 12 victims."))
        drop(home, "c.txt", report("Niger"))
        run(home, opened)
        yield opened


def verdicts(home: Home) -> dict[str, str]:
    return {
        row["source_path"]: "current" if row["is_current"] else row["reason"]
        for row in select_documents(home).to_pylist()
    }


def test_a_report_goes_out_with_all_its_documents_and_comes_back(home: Home, inventory: Inventory) -> None:
    out = inventory.withdrawals.withdraw(GHANA, "Read from  a\nwrong page.", by="ada")
    assert [(one.path, one.reports, one.reason, one.by) for one in out] == [
        ("a.txt", (GHANA,), "Read from a wrong page.", "ada"), ("b.txt", (GHANA,), "Read from a wrong page.", "ada"),
    ]  # fmt: skip
    work = due(inventory)
    assert work is not None and work.reasons == ("documents were withdrawn, or let in again",)
    run(home, inventory)
    assert due(inventory) is None
    assert verdicts(home) == {
        "a.txt": "withdrawn: Read from a wrong page.", "b.txt": "withdrawn: Read from a wrong page.",
        "c.txt": "current",
    }  # fmt: skip
    accounting = inventory.last_accounting()
    assert accounting is not None and accounting.balances()
    assert (accounting.loaded, accounting.superseded, accounting.withdrawn) == (1, 2, 2)
    assert {one.path for one in inventory.withdrawals.undo(GHANA)} == {"a.txt", "b.txt"}
    assert due(inventory) is not None
    run(home, inventory)
    assert verdicts(home)["b.txt"] == "current"
    assert inventory.withdrawals.active() == []


@pytest.mark.parametrize("name", ["path", "full path", "hash"])
def test_one_content_goes_out_and_the_next_best_speaks_for_the_report(
    home: Home, inventory: Inventory, name: str
) -> None:
    content = home.landing / "b.txt"
    digest = hashlib.sha256(content.read_bytes()).hexdigest()
    inventory.withdrawals.withdraw({"path": "b.txt", "full path": str(content), "hash": digest[:12]}[name], "Forged.")
    run(home, inventory)
    assert verdicts(home) == {"a.txt": "current", "b.txt": "withdrawn: Forged.", "c.txt": "current"}
    (row,) = [row for row in select_documents(home).to_pylist() if row["source_path"] == "b.txt"]
    assert row["superseded_by"] == hashlib.sha256((home.landing / "a.txt").read_bytes()).hexdigest()


def test_the_same_bytes_stay_out_and_other_content_of_the_report_enters(home: Home, inventory: Inventory) -> None:
    inventory.withdrawals.withdraw("c.txt", "A draft.")
    run(home, inventory)
    (home.landing / "c.txt").unlink()
    drop(home, "again/niger.txt", report("Niger"))
    assert due(inventory) is None
    drop(home, "d.txt", report("Togo"))
    run(home, inventory)
    assert verdicts(home)["again/niger.txt"] == "withdrawn: A draft."
    accounting = inventory.last_accounting()
    assert accounting is not None and accounting.balances() and accounting.duplicate == 1
    drop(home, "again/niger.txt", report("Niger", more="The final text."))
    run(home, inventory)
    assert "current" in {verdict for path, verdict in verdicts(home).items() if "niger" in path}


def test_one_member_of_an_archive_goes_out_by_its_report_and_all_by_the_archive(
    home: Home, inventory: Inventory
) -> None:
    with zipfile.ZipFile(home.landing / "all.zip", "w") as archive:
        archive.writestr("togo.txt", report("Togo"))
        archive.writestr("mali.txt", report("Mali"))
    run(home, inventory)
    inventory.withdrawals.withdraw("tip_report:TGO:2008", "Torn.")
    assert {path: verdict for path, verdict in verdicts(home).items() if "zip" in path} == {
        "all.zip!togo.txt": "withdrawn: Torn.", "all.zip!mali.txt": "current",
    }  # fmt: skip
    inventory.withdrawals.withdraw("all.zip", "All of it.")
    assert {verdict for path, verdict in verdicts(home).items() if "zip" in path} == {"withdrawn: All of it."}
    assert account(home, select_documents(home)).balances()
    inventory.withdrawals.undo("all.zip")
    assert inventory.withdrawals.active() == []


def test_wrong_requests_say_what_is_wrong_and_what_to_do(home: Home, inventory: Inventory) -> None:
    drop(home, "note.txt", b"Nothing about the subject.")
    run(home, inventory)
    out = inventory.withdrawals
    for what, reason, words in (
        (GHANA, "  ", "has a reason"),
        ("tip_report:GHA:2009", "x", "did you mean tip_report:GHA:2008"),
        ("ffffffffffff", "x", "Give a report_id"),
        ("note.txt", "x", "tip quarantine list"),
    ):
        with pytest.raises(WithdrawalError, match=words):
            out.withdraw(what, reason)
    with pytest.raises(WithdrawalError, match="is not withdrawn; withdrawn: nothing is"):
        out.undo("a.txt")
    out.withdraw("a.txt", "Twice.")
    with pytest.raises(WithdrawalError, match=r"was withdrawn by .* already: Twice.*--undo"):
        out.withdraw("a.txt", "Once more.")
    assert len(out.active()) == 1
