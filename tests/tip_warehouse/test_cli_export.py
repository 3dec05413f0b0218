"""`tip export`: what it writes, what it says, what it refuses."""

from __future__ import annotations

import csv
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from ingest.schema import PUBLISHED_BY_NAME
from tests.tip_warehouse.conftest import Published, Ran, tip
from tip_warehouse.release.flat import bridges


def here(*arguments: str | Path) -> Ran:
    """Run the command in this process: what it refuses needs no process of its own."""
    from tip_warehouse.cli import main

    out, err = io.StringIO(), io.StringIO()
    status: int | str | None = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["tip", *map(str, arguments)])
        try:
            main()
        except SystemExit as ended:
            status = ended.code
    return Ran(int(status or 0), out.getvalue(), err.getvalue())


def test_export_writes_every_table_as_csv_and_says_where(published: Published, tmp_path: Path) -> None:
    ran = tip("export", "--format", "csv", "--out", tmp_path / "out", home=published.home.root)
    assert ran.status == 0, ran.err
    names = set(PUBLISHED_BY_NAME) | {bridge.table.name for bridge in bridges()}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in names} | {
        "datapackage.json"
    }
    identifier = published.home.current.resolve().name
    assert (
        ran.out.splitlines()[-1] == f"Release {identifier}: {len(names)} files and datapackage.json in {tmp_path}/out"
    )
    with (tmp_path / "out" / "law_enforcement_by_year.csv").open(encoding="utf-8", newline="") as file:
        assert {row["country_code"] for row in csv.DictReader(file)} >= {"GHA", "MDA", "THA"}


def test_export_takes_chosen_tables_of_a_named_release(published: Published, tmp_path: Path) -> None:
    identifier = published.home.current.resolve().name
    ran = here(
        "export", "--format", "parquet", "--table", "dim_year", "--table", "fact_victims", "--release", identifier[:12],
        "--out", tmp_path, "--home", published.home.root, "--json",
    )  # fmt: skip
    assert ran.status == 0, ran.err
    assert ran.json["release_id"] == identifier
    assert sorted(file["table"] for file in ran.json["files"]) == ["dim_year", "fact_victims"]
    assert {path.name for path in tmp_path.iterdir()} == {
        "dim_year.parquet",
        "fact_victims.parquet",
        "datapackage.json",
    }
    assert json.loads((tmp_path / "datapackage.json").read_text())["version"] == identifier


def test_a_home_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    ran = here("export", "--out", tmp_path / "out", "--home", tmp_path / "empty")
    assert ran.status == 1 and "next: tip run" in ran.err


def test_wrong_requests_name_what_there_is(published: Published, tmp_path: Path) -> None:
    identifier = published.home.current.resolve().name
    wrong = {
        ("--table", "fact_x"): (1, "has no table fact_x; it has fact_prosecutions"),
        ("--release", "1999"): (1, f"no releases of {published.home.root} begin with '1999'; give one of these with "
                                   f"--release: {identifier}"),
        ("--format", "xlsx"): (2, "no format 'xlsx'; give --format csv or --format parquet"),
    }  # fmt: skip
    for arguments, (status, words) in wrong.items():
        ran = here("export", *arguments, "--out", tmp_path / "out", "--home", published.home.root)
        assert (ran.status, words in ran.err) == (status, True), ran.err
    assert not (tmp_path / "out").exists()
