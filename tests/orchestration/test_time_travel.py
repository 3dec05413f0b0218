"""Two runs, two releases: what the second says otherwise, what survives a revision, and what was said then."""

from __future__ import annotations

import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from ingest.home import Home
from ingest.schema import FACT_TABLES
from tip_warehouse.cli import app
from tip_warehouse.diff import diff_releases
from tip_warehouse.release.publish import Release, list_releases
from tip_warehouse.run import RunOutcome

KENYA, NEPAL = "tip_report:KEN:2009", "tip_report:NPL:2009"


@pytest.fixture
def home(second_run: tuple[Home, RunOutcome]) -> Home:
    """The home with two releases; looked at only."""
    return second_run[0]


def facts_of(release: Release, report_id: str) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for table in FACT_TABLES:
        found = pq.read_table(release.path / "parquet" / f"{table.name}.parquet").to_pylist()
        rows |= {row["fact_id"]: {"table": table.name, **row} for row in found if row["report_id"] == report_id}
    return rows


def tip(home: Home, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--home", str(home.root)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_facts_that_survive_a_revision_keep_their_ids_and_only_the_corrected_ones_change(home: Home) -> None:
    first, second = list_releases(home)
    before, after = facts_of(first, KENYA), facts_of(second, KENYA)
    corrected = {id_ for id_, row in before.items() if row.get("value") == 14}
    assert corrected and before.keys() - after.keys() == corrected
    assert {after[id_]["value"] for id_ in after.keys() - before.keys()} == {21}
    kept = before.keys() & after.keys()
    assert len({before[id_]["table"] for id_ in kept}) > 4
    assert facts_of(first, "tip_report:PER:2009") == facts_of(second, "tip_report:PER:2009")


def test_the_second_release_lists_its_changes_with_reasons(home: Home) -> None:
    first, second = list_releases(home)
    manifest = json.loads((second.path / "manifest.json").read_text())
    assert manifest["base_release_id"] == first.release_id
    assert {entry["report_id"] for entry in manifest["inputs"]} >= {KENYA, NEPAL}
    rows = pq.read_table(second.path / "changes.parquet").to_pylist()
    whys = {(row["report_id"], row["change"], row["reason"]) for row in rows}
    assert whys == {
        (KENYA, "added", "revised_report"), (KENYA, "withdrawn", "revised_report"), (NEPAL, "added", "new_report"),
    }  # fmt: skip
    assert {row["fact_id"] for row in rows if row["report_id"] == NEPAL} == facts_of(second, NEPAL).keys()
    pairs = {row["fact_id"]: row["replaces"] for row in rows if row["report_id"] == KENYA}
    assert all(pairs[pairs[fact]] == fact for fact in pairs)
    assert diff_releases(home).changes == rows
    assert pq.read_table(first.path / "changes.parquet").num_rows == 0


def test_diff_names_tables_reasons_quotes_and_the_superseded_document(home: Home) -> None:
    shown = tip(home, "diff")
    for words in ("fact_prosecutions", "revised_report", "new_report", "“", "in place of", "kenya.txt",
                  "replaced by other content at its path", KENYA):  # fmt: skip
        assert words in shown
    first, second = (release.release_id for release in list_releases(home))
    parsed = json.loads(tip(home, "diff", first, second, "--table", "fact_victims", "--json"))
    assert {row["table"] for row in parsed["summary"]} == {"fact_victims"}
    assert {row["report_id"]: row["reason"] for row in parsed["documents"]} == {
        KENYA: "revised_report", NEPAL: "new_report",
    }  # fmt: skip
    back = json.loads(tip(home, "diff", second, first, "--json"))
    assert {row["change"] for row in back["changes"] if row["report_id"] == NEPAL} == {"withdrawn"}


def test_a_release_says_for_ever_what_the_warehouse_said_then(home: Home) -> None:
    first, second = (release.release_id for release in list_releases(home))
    sql = "select value, fact_id from fact_prosecutions where country_code = 'KEN' and stage = 'conviction' limit 1"
    said = {
        release: json.loads(tip(home, "query", sql, "--release", release[:16], "--format", "json"))[0]
        for release in (first, second)
    }
    assert [said[release]["value"] for release in (first, second)] == [14, 21]
    assert "courts [[convicted 14 traffickers]]" in tip(home, "explain", said[first]["fact_id"], "--release", first)
    listed = json.loads(tip(home, "releases", "--json"))
    assert [(one["release_id"], one["is_current"]) for one in listed] == [(first, False), (second, True)]
