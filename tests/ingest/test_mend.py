"""Editions whose files are missing, damaged or incomplete are read again, and whole ones are left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ingest import stages
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.lake import partition
from ingest.mend import mend_editions
from ingest.readers import Reading, read_file

TEXT = (
    "Trafficking in Persons Report {edition} - {country}\n\n{country} is a source country for women trafficked to "
    "Italy. Courts convicted nine traffickers during the year.\n"
)


def read(home: Home) -> tuple[int, int]:
    return stages.read_documents(home).counts["read"], stages.extract_facts(home).counts["documents"]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home").create()
    for edition, country in ((2008, "Ghana"), (2008, "Moldova"), (2009, "Ghana")):
        (home.landing / f"{edition}-{country}.txt").write_text(TEXT.format(edition=edition, country=country))
    stages.take_inventory(home, settle_seconds=0)
    assert read(home) == (3, 3)
    return home


def lake_bytes(home: Home) -> dict[str, bytes]:
    return {path.relative_to(home.lake).as_posix(): path.read_bytes() for path in home.lake.rglob("*.parquet")}


def test_whole_editions_and_editions_without_documents_are_left_alone(home: Home) -> None:
    assert mend_editions(home, range(2001, 2031)) == {}
    assert read(home) == (0, 0)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def overwrite_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4:60] = b"x" * 56
    path.write_bytes(bytes(content))


def drop_rows(path: Path) -> None:
    table = pq.read_table(path, partitioning=None)
    first = table["document_id"].to_pylist()[0]
    pq.write_table(table.filter([one != first for one in table["document_id"].to_pylist()]), path)


def drop_a_column(path: Path) -> None:
    table = pq.read_table(path, partitioning=None)
    pq.write_table(table.drop_columns(table.column_names[-1:]), path)


@pytest.mark.parametrize(
    ("table", "damage", "said_of"),
    [
        ("fact_prosecutions", Path.unlink, "fact_prosecutions has no file"),
        ("documents", Path.unlink, "documents has no file"),
        ("fact_treaties", cut, "the file of fact_treaties is damaged"),
        ("report_paragraphs", overwrite_the_middle, "the file of report_paragraphs is damaged"),
        ("documents", cut, "the file of documents is damaged"),
        ("fact_victims", drop_a_column, "the file of fact_victims has other columns"),
        ("report_paragraphs", drop_rows, "report_paragraphs lacks 1 documents"),
        ("documents", drop_rows, "documents lacks 1 documents"),
    ],
)
def test_an_edition_that_is_not_whole_is_made_again_from_the_raw_store(
    table: str, damage: Callable[[Path], None], said_of: str, home: Home
) -> None:
    before = lake_bytes(home)
    damage(partition(home.lake, table, 2008))
    for path in home.landing.iterdir():
        path.unlink()
    assert mend_editions(home, [2009]) == {}
    assert mend_editions(home, [2008, 2009]) == {2008: said_of}
    assert read(home) == (2, 2)
    assert lake_bytes(home) == before
    assert mend_editions(home, [2008, 2009]) == {}


def test_a_reader_that_changed_its_mind_about_an_edition_leaves_nothing_behind(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Inventory.open(home) as inventory:
        moved = min(inventory.in_edition(2008))
        stay = inventory.in_edition(2008) - {moved}
        inventory.read_again(inventory.documents_of(2008).values())

    def read_otherwise(location: Path, path: str) -> Reading:
        found = read_file(location, path)
        documents = [replace(one, edition_year=2010) if one.document_id == moved else one for one in found.documents]
        return Reading(tuple(documents), found.refused)

    monkeypatch.setattr(stages, "read_file", read_otherwise)
    assert read(home) == (2, 2)
    for table in ("documents", "fact_prosecutions", "report_paragraphs"):
        for edition, there in ((2008, stay), (2010, {moved})):
            found = pq.read_table(partition(home.lake, table, edition), partitioning=None)["document_id"].to_pylist()
            assert set(found) == there, (table, edition)
