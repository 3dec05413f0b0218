"""Readers in the stage that calls them: archives in the inventory, large files, and what quarantine says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.stages import account, read_documents, select_documents, take_inventory
from tests.ingest.readers import pages
from tests.ingest.readers.test_archives import GHANA, PERU, make_zip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home", tmp_path / "home" / "landing")
    home.create()
    return home


def _run(home: Home) -> dict[str, int]:
    take_inventory(home, settle_seconds=0)
    return read_documents(home).counts


def test_archives_give_their_members_and_set_the_others_aside(home: Home) -> None:
    archive = make_zip({"2010/peru.txt": PERU, "2019/ghana.txt": GHANA, "notes.txt": b"Some notes.", "../x.txt": PERU})
    (home.landing / "all.zip").write_bytes(archive)
    counts = _run(home)
    assert (counts["documents"], counts["quarantined"]) == (2, 2)
    selection = select_documents(home)
    assert sorted(selection["source_path"].to_pylist()) == ["all.zip!2010/peru.txt", "all.zip!2019/ghana.txt"]
    accounting = account(home, selection)
    assert (accounting.seen, accounting.loaded, accounting.quarantined) == (4, 2, 2)
    assert accounting.balances()
    (reasons,) = [json.loads(path.read_text()) for path in home.quarantine.glob("*/reason.json")]
    assert sorted(reason["reason"].split(" in the archive")[0] for reason in reasons) == ["../x.txt", "notes.txt"]
    assert not (home.root.parent / "x.txt").exists()


def test_the_same_archive_under_another_name_changes_no_document(home: Home) -> None:
    (home.landing / "b.zip").write_bytes(make_zip({"2010/peru.txt": PERU}))
    _run(home)
    before = select_documents(home)["document_id"].to_pylist()
    (home.landing / "a.zip").write_bytes((home.landing / "b.zip").read_bytes())
    _run(home)
    selection = select_documents(home)
    assert selection["document_id"].to_pylist() == before
    assert selection["source_path"].to_pylist() == ["a.zip!2010/peru.txt"]


def test_name_with_an_exclamation_mark_is_no_archive(home: Home) -> None:
    (home.landing / "peru!2010.txt").write_bytes(PERU)
    _run(home)
    assert select_documents(home)["source_path"].to_pylist() == ["peru!2010.txt"]


def test_a_file_that_is_too_large_is_refused_unread_and_not_copied(home: Home) -> None:
    with (home.landing / "large.txt").open("wb") as file:
        file.write(PERU)
        file.truncate(80 << 20)
    assert _run(home)["quarantined"] == 1
    with Inventory.open(home) as inventory:
        assert "83,886,080 bytes" in inventory.quarantined()[0].reason
    assert not list(home.quarantine.glob("*/content"))


def test_repaired_documents_are_counted(home: Home) -> None:
    text = pages.text("Peru", "Trafficking in Persons Report 2010 - Peru").replace("the capital", "Côte-d’Or")
    (home.landing / "broken.txt").write_bytes(text.encode().decode("cp1252").encode())
    assert _run(home)["repaired"] == 1
