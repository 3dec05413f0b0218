"""Handouts: CSV that spreadsheets show and validators accept cell by cell, and chosen Parquet files."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest.schema import MARTS, MARTS_BY_NAME, PUBLISHED_BY_NAME
from tests.tip_warehouse.conftest import Published
from tip_warehouse.release.cells import harmless, original
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.flat import bridges
from tip_warehouse.release.handout import HandedOut, HandoutError, HandoutFormat, hand_out

DANGEROUS = ["=2+3", "+1", "-1", "@SUM(A1:A9)", "\t=1", "\r=1", "'=1", 'a "quoted", text', "line\nbreak", "plain"]


@pytest.fixture(scope="module")
def release(published: Published) -> Path:
    return published.home.current.resolve()


@pytest.fixture(scope="module")
def as_csv(release: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[HandedOut]]:
    out = tmp_path_factory.mktemp("csv")
    return out, hand_out(release, out, HandoutFormat.csv)


def package(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return content


def test_frictionless_validates_every_cell_of_the_csv(as_csv: tuple[Path, list[HandedOut]]) -> None:
    from frictionless import Package

    out, written = as_csv
    described = Package(str(out / "datapackage.json"))
    report = described.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {resource.type for resource in described.resources} == {"table"}
    assert {task.name: task.stats.get("rows", 0) for task in report.tasks} == {
        item.table: item.rows for item in written
    }


def test_frictionless_finds_one_wrong_cell(as_csv: tuple[Path, list[HandedOut]], tmp_path: Path) -> None:
    from frictionless import Package

    out, _ = as_csv
    shutil.copytree(out, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "fact_tier_placement.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",stated\n", ",guessed\n", 1), encoding="utf-8")
    described = Package(str(tmp_path / "datapackage.json"))
    errors = described.get_resource("fact_tier_placement").validate().flatten(["type", "fieldName"])
    assert ["constraint-error", "basis"] in errors


def test_every_table_and_bridge_is_a_file_that_the_package_describes(as_csv: tuple[Path, list[HandedOut]]) -> None:
    out, written = as_csv
    names = set(PUBLISHED_BY_NAME) | {bridge.table.name for bridge in bridges()}
    assert {item.table for item in written} == names
    assert {path.name for path in out.iterdir()} == {f"{name}.csv" for name in names} | {"datapackage.json"}
    for resource in package(out)["resources"]:
        path = out / resource["path"]
        assert (resource["bytes"], resource["hash"]) == (path.stat().st_size, f"sha256:{file_sha256(path)}")
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert len(rows) == resource["rowCount"]


def test_the_same_release_gives_the_same_bytes(
    release: Path, as_csv: tuple[Path, list[HandedOut]], tmp_path: Path
) -> None:
    hand_out(release, tmp_path, HandoutFormat.csv)
    assert {path.name: file_sha256(path) for path in tmp_path.iterdir()} == {
        path.name: file_sha256(path) for path in as_csv[0].iterdir()
    }


@pytest.fixture
def dangerous(release: Path, tmp_path: Path) -> Path:
    """A copy of the release whose recommendations and articles would run in a spreadsheet."""
    copy = tmp_path / "release"
    shutil.copytree(release, copy)
    for name, column in (("fact_recommendations", "text"), ("fact_legal_provisions", "articles")):
        path = copy / "parquet" / f"{name}.parquet"
        rows = pq.read_table(path)
        values: list[Any] = [DANGEROUS[n % len(DANGEROUS)] for n in range(rows.num_rows)]
        if column == "articles":
            values = [DANGEROUS[: n + 1] for n in range(rows.num_rows)]
        index = rows.schema.get_field_index(column)
        pq.write_table(
            rows.set_column(index, rows.schema.field(index), pa.array(values, rows.schema.types[index])), path
        )
    return copy


def test_no_text_cell_begins_as_a_formula_and_each_leads_back_to_its_text(dangerous: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    hand_out(dangerous, out, HandoutFormat.csv, ["fact_recommendations", "fact_legal_provisions"])
    with (out / "fact_recommendations.csv").open(encoding="utf-8", newline="") as file:
        cells = [row["text"] for row in csv.DictReader(file)]
    assert set(DANGEROUS) <= {original(cell) for cell in cells}
    assert [original(cell) for cell in cells] == [DANGEROUS[n % len(DANGEROUS)] for n in range(len(cells))]
    assert not any(cell[0] in "=+-@\t\r" for cell in cells)
    with (out / "fact_legal_provisions.csv").open(encoding="utf-8", newline="") as file:
        joined = [row["articles"] for row in csv.DictReader(file)]
    assert joined == [harmless("; ".join(DANGEROUS[: n + 1])) for n in range(len(joined))]
    assert joined[:2] == ["'=2+3", "'=2+3; +1"]
    with (out / "bridge_fact_legal_provisions_articles.csv").open(encoding="utf-8", newline="") as file:
        items = sorted(row["item"] for row in csv.DictReader(file))
    assert items == sorted(harmless(text) for n in range(len(joined)) for text in DANGEROUS[: n + 1])
    from frictionless import Package

    report = Package(str(out / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "fieldName", "message"])


def test_numbers_are_left_alone(tmp_path: Path, release: Path) -> None:
    copy = tmp_path / "release"
    shutil.copytree(release, copy)
    path = copy / "parquet" / "fact_outputs.parquet"
    rows = pq.read_table(path)
    index = rows.schema.get_field_index("value")
    values = pa.array([-7] * rows.num_rows, pa.int64())
    pq.write_table(rows.set_column(index, rows.schema.field(index), values), path)
    hand_out(copy, tmp_path / "out", HandoutFormat.csv, ["fact_outputs"])
    with (tmp_path / "out" / "fact_outputs.csv").open(encoding="utf-8", newline="") as file:
        assert {row["value"] for row in csv.DictReader(file)} == {"-7"}


def test_chosen_parquet_files_come_as_they_are(release: Path, tmp_path: Path) -> None:
    from frictionless import Package

    names = ["fact_sentences", "dim_report"]
    written = hand_out(release, tmp_path / "new" / "folder", HandoutFormat.parquet, names)
    assert sorted(item.table for item in written) == sorted(names)
    for item in written:
        assert item.path.read_bytes() == (release / "parquet" / item.path.name).read_bytes()
        assert item.rows == pq.ParquetFile(item.path).metadata.num_rows
    described = package(tmp_path / "new" / "folder")
    keys = {
        resource["name"]: {key["reference"]["resource"] for key in resource["schema"].get("foreignKeys", [])}
        for resource in described["resources"]
    }
    # Only what came along can be pointed to.
    assert keys == {"fact_sentences": {"dim_report"}, "dim_report": set()}
    assert Package(str(tmp_path / "new" / "folder" / "datapackage.json")).validate().valid


def test_a_release_of_an_older_schema_is_handed_out_as_it_was(release: Path, tmp_path: Path) -> None:
    copy = tmp_path / "release"
    shutil.copytree(release, copy)
    path = copy / "parquet" / "dim_year.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["edition_title"]), path)
    old = package(copy)
    for resource in old["resources"]:
        if resource["name"] == "dim_year":
            resource["schema"]["fields"] = [
                field for field in resource["schema"]["fields"] if field["name"] != "edition_title"
            ]
    (copy / "datapackage.json").write_text(json.dumps(old), encoding="utf-8")
    hand_out(copy, tmp_path / "out", HandoutFormat.csv, ["dim_year"])
    header = (tmp_path / "out" / "dim_year.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == "year,reporting_period_start,reporting_period_end"
    assert "edition_title" in MARTS_BY_NAME["dim_year"].column_names


def test_wrong_requests_write_nothing_and_say_what_to_do(release: Path, tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match=r"has no table fact_x; it has fact_prosecutions, .*report_versions"):
        hand_out(release, tmp_path / "a", HandoutFormat.csv, ["fact_x", "dim_year"])
    with pytest.raises(HandoutError, match=r"releases are never changed; give another folder with --out"):
        hand_out(release, release / "csv", HandoutFormat.csv)
    with pytest.raises(HandoutError, match=r"no readable datapackage\.json"):
        hand_out(tmp_path, tmp_path / "a", HandoutFormat.csv)
    assert not (tmp_path / "a").exists() and not (release / "csv").exists()


@pytest.mark.parametrize("form", list(HandoutFormat))
def test_a_file_that_cannot_be_written_leaves_no_half_of_it(release: Path, tmp_path: Path, form: HandoutFormat) -> None:
    (tmp_path / f"dim_year.{form}").mkdir()
    with pytest.raises(HandoutError, match=rf"dim_year\.{form} cannot be written: .*give another --out"):
        hand_out(release, tmp_path, form, ["dim_report", "dim_year"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"dim_report.{form}", f"dim_year.{form}"]


def test_csv_is_the_release_row_by_row(release: Path, as_csv: tuple[Path, list[HandedOut]]) -> None:
    out, _ = as_csv
    for table in MARTS:
        types = {column.name: column.sql.replace("VARCHAR[]", "VARCHAR") for column in table.columns}
        lists = [column.name for column in table.columns if column.sql == "VARCHAR[]"]
        joined = ", ".join(f"array_to_string({name}, '; ') AS {name}" for name in lists)
        wanted = duckdb.sql(
            f"SELECT * {f'REPLACE ({joined})' if lists else ''} FROM '{release}/parquet/{table.name}.parquet'"
        ).fetchall()
        found = duckdb.read_csv(str(out / f"{table.name}.csv"), header=True, dtype=types, allow_quoted_nulls=False)
        assert found.fetchall() == wanted, table.name
