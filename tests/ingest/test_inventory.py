"""The inventory: which drops start a run, and where every document has gone."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import inventory as module
from ingest import landing
from ingest.home import Home
from ingest.inventory import Inventory, Work
from ingest.landing import copy_into, scan
from ingest.stages import account, extract_facts, read_documents, select_documents, take_inventory

REPORT = """Trafficking in Persons Report {year} - {country}

{country} is a source country for women trafficked to Italy. The Government of {country} does not fully comply with
the minimum standards for the elimination of trafficking; however, it is making significant efforts to do so. {more}
"""


def report(country: str = "Ghana", year: int = 2008, more: str = "") -> bytes:
    return REPORT.format(country=country, year=year, more=more).encode()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home").create()


@pytest.fixture
def inventory(home: Home) -> Iterator[Inventory]:
    with Inventory.open(home) as opened:
        yield opened


def drop(home: Home, path: str, content: bytes) -> None:
    target = home.landing / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def due(inventory: Inventory, release: str | None = "r1") -> Work | None:
    return inventory.work(inventory.scan(settle_seconds=0), release)


def run(home: Home, inventory: Inventory) -> None:
    """What a run does to the inventory, gates and warehouse left out."""
    take_inventory(home, settle_seconds=0)
    digest = inventory.start()
    read_documents(home)
    extract_facts(home)
    inventory.finish(digest, accounted=True, accounting=account(home, select_documents(home)))


def test_an_empty_landing_folder_is_no_work(inventory: Inventory) -> None:
    assert due(inventory, None) is None


def test_new_content_is_work_and_a_finished_run_is_not(home: Home, inventory: Inventory) -> None:
    drop(home, "a.txt", report())
    assert due(inventory, None) is not None
    run(home, inventory)
    assert due(inventory) is None


def test_the_same_bytes_under_another_name_are_no_work(home: Home, inventory: Inventory) -> None:
    drop(home, "a.txt", report())
    run(home, inventory)
    drop(home, "deep/er/b.txt", report())
    assert due(inventory) is None


def test_a_then_b_then_a_is_work_each_time_with_another_key(home: Home, inventory: Inventory) -> None:
    keys = []
    for number, content in enumerate((report(), report(more="Police helped."), report())):
        drop(home, "a.txt", content)
        work = due(inventory, f"r{number}")
        assert work is not None
        keys.append(work.run_key)
        run(home, inventory)
        assert due(inventory, f"r{number + 1}") is None
    assert len(set(keys)) == 3


def test_deleting_a_file_withdraws_nothing(home: Home, inventory: Inventory) -> None:
    drop(home, "a.txt", report())
    run(home, inventory)
    (home.landing / "a.txt").unlink()
    assert due(inventory) is None
    assert select_documents(home)["is_current"].to_pylist() == [True]


def test_a_killed_run_is_due_again_with_another_key_and_a_refused_one_keeps_its_key(
    home: Home, inventory: Inventory
) -> None:
    drop(home, "a.txt", report())
    take_inventory(home, settle_seconds=0)
    before = due(inventory)
    digest = inventory.start()  # … and the process dies
    after = due(inventory)
    assert before and after and after.failed_attempts == 1 and before.run_key != after.run_key
    digest = inventory.start()
    inventory.finish(digest, accounted=False)  # a gate refused
    refused = due(inventory)
    assert refused and refused.run_key == after.run_key


def test_a_retried_quarantine_is_work(home: Home, inventory: Inventory) -> None:
    drop(home, "note.txt", b"Nothing about the subject.")
    run(home, inventory)
    assert due(inventory) is None
    assert not inventory.retry("f" * 12)
    assert inventory.retry(inventory.quarantined()[0].sha256[:12])
    assert due(inventory) is not None
    run(home, inventory)
    assert due(inventory) is None


def test_a_new_extractor_is_work_and_reads_everything_again(
    home: Home, inventory: Inventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(home, "a.txt", report())
    run(home, inventory)
    monkeypatch.setattr(module, "extractor_version", lambda: "another")
    work = due(inventory)
    assert work is not None and "new extractor" in work.reasons
    assert [path for _, path in inventory.unread()] == ["a.txt"]


def test_every_document_is_accounted_for(home: Home, inventory: Inventory) -> None:
    drop(home, "ghana.txt", report())
    drop(home, "copy.txt", report())
    drop(home, "longer.txt", report(more="Police identified 12 victims."))
    drop(home, "niger.txt", report("Niger", 2009))
    drop(home, "note.txt", b"Nothing about the subject.")
    drop(home, "still.txt.part", b"Traff")
    os.mkfifo(home.landing / "pipe")
    run(home, inventory)
    accounting = inventory.last_accounting()
    assert accounting is not None and accounting.balances()
    assert accounting.as_dict() == {
        "seen": 7, "loaded": 2, "superseded": 1, "duplicate": 1, "quarantined": 2, "pending": 1, "new": 7,
        "withdrawn": 0,
    }  # fmt: skip
    take_inventory(home, settle_seconds=0)
    assert account(home, select_documents(home)).new == 1  # the one that is still being written


def test_the_most_complete_document_that_stands_is_current_and_says_why(home: Home, inventory: Inventory) -> None:
    drop(home, "short.txt", report())
    drop(home, "long.txt", report(more="Police identified 12 victims."))
    run(home, inventory)
    verdicts = {row["source_path"]: row for row in select_documents(home).to_pylist()}
    assert verdicts["long.txt"]["is_current"] and not verdicts["short.txt"]["is_current"]
    assert verdicts["short.txt"]["superseded_by"] == verdicts["long.txt"]["source_sha256"]
    assert verdicts["short.txt"]["reason"].startswith("less complete: ")
    drop(home, "long.txt", report())  # the long one is corrected away
    run(home, inventory)
    verdicts = {row["source_sha256"]: row for row in select_documents(home).to_pylist()}
    assert [row["reason"] for row in verdicts.values() if not row["is_current"]] == [
        "replaced by other content at its path"
    ]


def test_a_growing_file_is_pending_until_it_stands_still(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(home, "a.txt", report())

    def grow(_: float) -> None:
        with (home.landing / "a.txt").open("ab") as file:
            file.write(b"More.")

    monkeypatch.setattr("ingest.landing.time.sleep", grow)
    growing = scan(home.landing, settle_seconds=60)
    assert growing.pending == ("a.txt",) and not growing.files
    monkeypatch.setattr("ingest.landing.time.sleep", lambda _: None)
    assert [file.path for file in scan(home.landing, settle_seconds=60).files] == ["a.txt"]


def test_content_that_changes_while_it_is_copied_is_not_kept(home: Home) -> None:
    drop(home, "a.txt", b"one")
    wanted = scan(home.landing, settle_seconds=0).files[0].sha256
    drop(home, "a.txt", b"two")
    assert copy_into(home.landing / "a.txt", wanted, home.raw) is None
    assert [path for path in home.raw.rglob("*") if path.is_file()] == []


def test_a_symbolic_link_is_refused_and_not_followed(home: Home, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(report())
    (home.landing / "link.txt").symlink_to(tmp_path / "secret.txt")
    found = scan(home.landing, settle_seconds=0)
    assert not found.files and found.refused[0][0] == "link.txt" and "symbolic link" in found.refused[0][1]


def test_names_that_are_not_utf8_hold_a_line_feed_or_are_as_long_as_names_can_be_are_read(
    home: Home, inventory: Inventory
) -> None:
    (home.landing / "a\nb.txt").write_bytes(report())
    with open(os.fsencode(home.landing) + b"/caf\xe9.txt", "wb") as file:
        file.write(report("Niger"))
    (home.landing / f"{'n' * 251}.txt").write_bytes(report("Togo"))
    (home.landing / f"{'q' * 251}.txt").write_bytes(b"Nothing about the subject.")
    run(home, inventory)
    accounting = inventory.last_accounting()
    assert accounting is not None and accounting.loaded == 3 and accounting.quarantined == 1


LETTERS = st.sampled_from("abc")
DROPS = st.lists(st.tuples(LETTERS, st.sampled_from([report(), report(more="Police."), report("Niger"), b"note"])))


@settings(max_examples=10, deadline=None)
@given(drops=DROPS)
def test_the_account_always_balances_and_a_finished_run_leaves_no_work(
    tmp_path_factory: pytest.TempPathFactory, drops: list[tuple[str, bytes]]
) -> None:
    home = Home.at(tmp_path_factory.mktemp("home")).create()
    with Inventory.open(home) as inventory:
        for name, content in drops:
            drop(home, f"{name}.txt", content)
            run(home, inventory)
            accounting = inventory.last_accounting()
            assert accounting is not None and accounting.balances()
            assert due(inventory) is None


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_lake_and_the_selection_do_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    contents = [
        ("a.txt", report()),
        ("b.txt", report(more="Police.")),
        ("c.txt", report("Niger")),
        ("d.txt", report(year=2009)),
    ]

    def lake_of(indexes: list[int]) -> dict[str, bytes]:
        home = Home.at(tmp_path_factory.mktemp("home")).create()
        with Inventory.open(home) as inventory:
            for index in indexes:
                drop(home, *contents[index])
                run(home, inventory)
        files = {str(path.relative_to(home.lake)): path.read_bytes() for path in home.lake.rglob("*.parquet")}
        return files | {"selection": str(select_documents(home).to_pylist()).encode()}

    assert lake_of(order) == lake_of([0, 1, 2, 3])


def test_an_untouched_file_is_hashed_once_for_all_processes_and_again_when_asked_to_look_afresh(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    real = landing.content_hash
    monkeypatch.setattr(landing, "content_hash", lambda path: hashed.append(Path(path).name) or real(path))
    drop(home, "a.txt", report())
    later = time.time() + 10
    monkeypatch.setattr(landing.time, "time", lambda: later)
    for afresh in (False, False, True):
        with Inventory.open(home) as inventory:
            inventory.scan(settle_seconds=0, afresh=afresh)
    assert hashed == ["a.txt", "a.txt"]
    (home.landing / "a.txt").unlink()
    with Inventory.open(home) as inventory:
        inventory.scan(settle_seconds=0)
        assert inventory._db.execute("select count(*) from hashed").fetchone() == (0,)


def test_the_raw_store_names_the_path_of_every_content_once(home: Home, inventory: Inventory) -> None:
    drop(home, "a.txt", report())
    run(home, inventory)
    drop(home, "b.txt", report())
    run(home, inventory)
    run(home, inventory)
    lines = [json.loads(line) for line in (home.raw / "paths.jsonl").read_text().splitlines()]
    assert [line["path"] for line in lines] == ["a.txt", "b.txt"]
    assert {line["sha256"] for line in lines} == {hashlib.sha256(report()).hexdigest()}
