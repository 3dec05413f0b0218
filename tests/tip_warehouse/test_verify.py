"""Verification: what is not as it was kept is named, wherever it lies; sound homes pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.lake import partition
from ingest.landing import raw_path
from tests.ingest.test_inventory import drop, report, run
from tip_warehouse.cli import app
from tip_warehouse.verify import verify


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home whose raw store and lake hold two reports, with no release."""
    place = Home.at(tmp_path / "home").create()
    with Inventory.open(place) as inventory:
        drop(place, "ghana.txt", report())
        drop(place, "niger.txt", report("Niger", 2009))
        run(place, inventory)
    return place


def test_a_sound_home_passes_and_stays_as_it_is(home: Home) -> None:
    before = {path: path.read_bytes() for path in home.lake.rglob("*") if path.is_file()}
    assert verify(home) == [] == verify(home, mend=True)
    assert {path: path.read_bytes() for path in home.lake.rglob("*") if path.is_file()} == before


def test_damage_in_the_lake_and_the_raw_store_is_named_and_a_look_changes_nothing(home: Home) -> None:
    facts, lost = partition(home.lake, "fact_treaties", 2009), partition(home.lake, "documents", 2008)
    content = bytearray(facts.read_bytes())
    content[20] ^= 1  # one bit, which a reader might never notice
    facts.write_bytes(content)
    lost.unlink()
    with Inventory.open(home) as inventory:
        first = min(inventory.known())
        name = inventory.path_of(first)
    raw_path(home.raw, first).unlink()
    found = [str(problem) for problem in verify(home)]
    assert [problem.split(",")[0] for problem in found] == ["raw", "lake", "lake"]
    assert name in found[0] and "is missing" in found[0]
    assert "documents/edition_year=2008" in found[1] and "is missing" in found[1]
    assert "fact_treaties/edition_year=2009" in found[2] and "other bytes" in found[2]
    assert [str(problem) for problem in verify(home)] == found


def test_a_damaged_lake_is_mended_by_the_next_run(home: Home) -> None:
    facts = partition(home.lake, "fact_treaties", 2009)
    sound = facts.read_bytes()
    facts.write_bytes(sound[:-9])
    assert len(verify(home, mend=True)) == 1
    with Inventory.open(home) as inventory:
        run(home, inventory)
    assert facts.read_bytes() == sound
    assert verify(home) == []


def test_the_command_says_what_is_wrong_and_fails(home: Home, tmp_path: Path) -> None:
    def tip(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, [*arguments, "--home", str(home.root)])
        return done.exit_code, done.output

    assert tip("verify") == (0, "All releases, raw files and the lake are as they were kept.\n")
    broken = home.releases / "20310506T000000Z-00000000"
    broken.mkdir()
    (broken / "manifest.json").write_text("{}")
    status, output = tip("verify")
    assert status == 1
    assert "release 20310506T000000Z-00000000, manifest.json: cannot be read" in output
    assert tip("verify", "--json")[0] == 1
    assert json.loads(CliRunner().invoke(app, ["verify", "--json", "--home", str(home.root)]).stdout)["problems"]
    missing = CliRunner().invoke(app, ["verify", "--home", str(tmp_path / "nowhere")])
    assert missing.exit_code == 1 and "there is no home" in missing.output
