"""What a release says otherwise than the one before it: which facts, which columns, and why."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from ingest.home import Home
from ingest.schema import CHANGES
from tests.tip_warehouse.release.conftest import change_candidate
from tip_warehouse.release.changes import changes_between, replaced_documents, write_changes
from tip_warehouse.release.publish import publish, stage_release, verify_release

REPORT = "tip_report:MDA:2008"


@pytest.fixture(scope="module")
def old(staged_values: dict[int, Path]) -> Path:
    return staged_values[120]


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    """A copy of the old release, for tests to rewrite."""
    return Path(shutil.copytree(old, tmp_path / "new"))


def rewrite(release: Path, table: str, select: str) -> None:
    """Let a table of a release be what `select` makes of its rows, which are called `t`."""
    path = release / "parquet" / f"{table}.parquet"
    part = path.with_suffix(".part")
    duckdb.sql(f"COPY (WITH t AS (FROM read_parquet('{path}')) {select}) TO '{part}' (FORMAT parquet)")
    part.replace(path)


def some_fact(release: Path) -> dict[str, Any]:
    rows = pq.read_table(release / "parquet" / "fact_prosecutions.parquet").to_pylist()
    return next(row for row in rows if row["report_id"] == REPORT and row["value"])


def reread(release: Path, version: str, report_id: str = REPORT) -> None:
    rewrite(release, "dim_report", f"SELECT * REPLACE (CASE WHEN report_id = '{report_id}' THEN '{version}' ELSE "
                                   "extractor_version END AS extractor_version) FROM t")  # fmt: skip


def replace_document(release: Path, verdict: str) -> None:
    """Another content speaks for the report, and `verdict` says why the one before does not."""
    was = duckdb.sql(f"SELECT source_sha256 FROM '{release}/parquet/dim_report.parquet' WHERE report_id = '{REPORT}'")
    ((sha256,),) = was.fetchall()
    rewrite(
        release,
        "report_versions",
        f"SELECT * REPLACE (CASE WHEN source_sha256 = '{sha256}' THEN '{verdict}' ELSE reason END AS reason) FROM t",
    )
    rewrite(release, "dim_report", "SELECT * REPLACE (CASE WHEN report_id = "
            f"'{REPORT}' THEN repeat('e', 64) ELSE source_sha256 END AS source_sha256) FROM t")  # fmt: skip


def test_the_same_release_has_no_changes(old: Path) -> None:
    assert changes_between(old, old).num_rows == 0
    assert replaced_documents(old, old) == []


def test_an_added_and_a_withdrawn_fact_mirror_each_other(old: Path, new: Path) -> None:
    fact = some_fact(old)
    rewrite(new, "fact_prosecutions", f"SELECT * FROM t WHERE fact_id <> '{fact['fact_id']}'")
    for before, after, change in ((old, new, "withdrawn"), (new, old, "added")):
        (row,) = changes_between(before, after).to_pylist()
        assert (row["change"], row["table_name"], row["fact_id"], row["report_id"], row["column_name"]) == (
            change, "fact_prosecutions", fact["fact_id"], REPORT, "*",
        )  # fmt: skip
        assert (row["quote"], row["old_value"], row["new_value"], row["replaces"]) == (fact["quote"], None, None, None)


def test_a_changed_column_comes_with_both_values_and_a_moved_quote_is_no_change(old: Path, new: Path) -> None:
    fact = some_fact(old)
    where = f"CASE WHEN fact_id = '{fact['fact_id']}' THEN"
    rewrite(new, "fact_prosecutions", f"SELECT * REPLACE ({where} 'six more' ELSE quote END AS quote, "
            f"{where} true ELSE is_headline END AS is_headline, char_start + 9 AS char_start) FROM t")  # fmt: skip
    rows = {row["column_name"]: row for row in changes_between(old, new).to_pylist()}
    assert set(rows) == {"quote", *([] if fact["is_headline"] else ["is_headline"])}
    assert (rows["quote"]["old_value"], rows["quote"]["new_value"]) == (fact["quote"], "six more")
    assert {row["change"] for row in rows.values()} == {"changed"}


def test_a_corrected_figure_is_paired_with_the_one_that_it_replaces(old: Path, new: Path) -> None:
    fact = some_fact(old)
    where = f"CASE WHEN fact_id = '{fact['fact_id']}' THEN"
    rewrite(new, "fact_prosecutions", f"SELECT * REPLACE ({where} 999 ELSE value END AS value, "
            f"{where} 'feedfeedfeedfeed' ELSE fact_id END AS fact_id) FROM t")  # fmt: skip
    rows = {row["change"]: row for row in changes_between(old, new).to_pylist()}
    assert rows["added"]["replaces"] == rows["withdrawn"]["fact_id"] == fact["fact_id"]
    assert rows["withdrawn"]["replaces"] == rows["added"]["fact_id"] == "feedfeedfeedfeed"


@pytest.mark.parametrize(
    ("alter", "reason", "words"),
    [
        (lambda release: None, "other", "follows from other reports"),
        (lambda release: reread(release, "9.9"), "new_extractor", "read by extractor 9.9, before that by test"),
        (lambda release: replace_document(release, "replaced by other content at its path"), "revised_report",
         "took the place of"),
        (lambda release: replace_document(release, "less complete: 1 characters against 2"), "superseded",
         "less complete"),
        (lambda release: replace_document(release, "withdrawn: a wrong page"), "withdrawn_report", "a wrong page"),
        (lambda release: rewrite(release, "dim_report", f"SELECT * FROM t WHERE report_id <> '{REPORT}'"), "other",
         "was set aside"),
    ],
)  # fmt: skip
def test_each_change_says_why(old: Path, new: Path, alter: Callable[[Path], None], reason: str, words: str) -> None:
    rewrite(new, "fact_prosecutions", f"SELECT * FROM t WHERE fact_id <> '{some_fact(old)['fact_id']}'")
    alter(new)
    (row,) = changes_between(old, new).to_pylist()
    assert row["reason"] == reason
    assert words in row["explanation"]


def test_a_report_that_comes_or_is_withdrawn_brings_or_takes_its_facts(old: Path, new: Path) -> None:
    rewrite(new, "dim_report", f"SELECT * FROM t WHERE report_id <> '{REPORT}'")
    rewrite(new, "fact_prosecutions", f"SELECT * FROM t WHERE report_id <> '{REPORT}'")
    rewrite(new, "report_versions", "SELECT * REPLACE (CASE WHEN report_id = "
            f"'{REPORT}' THEN 'withdrawn: uploaded by mistake' ELSE reason END AS reason) FROM t")  # fmt: skip
    gone = changes_between(old, new).to_pylist()
    assert {(row["change"], row["reason"]) for row in gone} == {("withdrawn", "withdrawn_report")}
    assert all("uploaded by mistake" in row["explanation"] for row in gone)
    (replaced,) = replaced_documents(old, new)
    assert (replaced.report_id, replaced.reason, replaced.new_path) == (REPORT, "withdrawn_report", None)
    back = changes_between(new, old).to_pylist()
    assert {(row["change"], row["reason"]) for row in back} == {("added", "new_report")}
    assert all("that was undone" in row["explanation"] for row in back)


def test_a_document_that_comes_and_is_less_complete_is_named(old: Path, new: Path) -> None:
    late_row = (
        "SELECT * REPLACE ('late.txt' AS source_path, repeat('d', 64) AS source_sha256, false AS is_current, "
        "source_sha256 AS superseded_by, 'less complete: 9 characters against 400' AS reason)"
    )
    rewrite(new, "report_versions", f"FROM t UNION ALL {late_row} FROM t WHERE report_id = '{REPORT}' AND is_current")
    (late,) = replaced_documents(old, new)
    assert (late.report_id, late.reason, late.old_path) == (REPORT, "superseded", "late.txt")
    assert "late.txt (dddddddddddd) came and did not take the place of" in late.explanation
    assert changes_between(old, new).num_rows == 0


def test_the_same_two_releases_give_the_same_bytes(old: Path, new: Path, tmp_path: Path) -> None:
    rewrite(new, "fact_prosecutions", "SELECT * REPLACE (section || '' AS section, 'x' || quote AS quote) FROM t")
    hashes = []
    for number in range(2):
        written = write_changes(new, old)
        hashes.append(written.sha256)
        assert written.rows == pq.ParquetFile(written.path).metadata.num_rows > 1
        assert pq.read_schema(written.path).names == CHANGES.column_names
        assert hashlib.sha256(written.path.read_bytes()).hexdigest() == written.sha256, number
    assert len(set(hashes)) == 1


def test_a_release_carries_its_changes_and_names_its_base(home: Home) -> None:
    stage_release(home, extractor_version="1")
    first = publish(home)
    assert json.loads((first.path / "manifest.json").read_text())["base_release_id"] is None
    assert pq.read_table(first.path / "changes.parquet").num_rows == 0
    change_candidate(home, 777)
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.fact_outputs SET fact_id = 'feedfeedfeedfeed'")
    staged = stage_release(home, extractor_version="1")
    again = stage_release(home, extractor_version="1")
    assert again.content_digest == staged.content_digest
    second = publish(home)
    manifest = json.loads((second.path / "manifest.json").read_text())
    assert manifest["base_release_id"] == first.release_id
    assert {"extractor", "grammar", "expectations", "warehouse"} <= manifest["versions"].keys()
    rows = pq.read_table(second.path / "changes.parquet").to_pylist()
    assert [row["change"] for row in rows] == ["added", "withdrawn"]
    assert verify_release(second.path) == []


def test_a_damaged_base_keeps_no_release_from_users(home: Home) -> None:
    stage_release(home, extractor_version="1")
    first = publish(home)
    (first.path / "parquet" / "dim_report.parquet").write_bytes(b"damaged")
    change_candidate(home, 778)
    stage_release(home, extractor_version="1")
    manifest = json.loads((publish(home).path / "manifest.json").read_text())
    assert manifest["base_release_id"] is None
    assert first.release_id in manifest["base_problem"]
