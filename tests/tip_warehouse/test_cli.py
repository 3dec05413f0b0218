"""The command, as its users meet it: what it prints, what it returns, what it leaves alone."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

from ingest.home import Home
from ingest.schema import FACT_TABLES, MARTS
from tests.tip_warehouse.conftest import SAMPLES, Published, tip
from tip_warehouse.lock import home_lock

SAMPLE_FILES = sum(path.is_file() for path in SAMPLES.rglob("*"))


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_first_run_publishes_and_says_where_everything_went(published: Published) -> None:
    outcome = published.first.json
    assert outcome["status"] == "published"
    documents = outcome["documents"]
    parts = ("loaded", "superseded", "duplicate", "quarantined", "pending")
    assert documents["seen"] == sum(documents[part] for part in parts) == documents["new"] == SAMPLE_FILES
    assert documents["loaded"] == SAMPLE_FILES - 1 and documents["quarantined"] == 1
    assert set(outcome["facts"]) == {table.name for table in FACT_TABLES}
    assert outcome["gates"] and not any(gate["refused"] for gate in outcome["gates"])
    assert {"inventory", "documents", "facts", "gate_a", "load", "dbt", "export", "gate_b", "publish"} <= set(
        outcome["seconds"]
    )
    assert Path(outcome["release_path"]).joinpath("warehouse.duckdb").is_file()
    assert published.home.current.resolve().name == outcome["release_id"]


def test_a_second_run_finds_nothing_new_and_makes_no_release(published: Published) -> None:
    before = hashes(published.home.published)
    again = tip("run", "--home", published.home.root, "--landing", SAMPLES, "--json")
    assert again.status == 0 and again.json["status"] == "nothing_new"
    assert again.json["release_id"] == published.first.json["release_id"]
    assert again.json["documents"] == published.first.json["documents"] | {"new": 0}
    assert again.json["facts"] == published.first.json["facts"]
    assert hashes(published.home.published) == before
    spoken = tip("run", "--home", published.home.root, "--landing", SAMPLES)
    assert spoken.status == 0 and spoken.out.startswith("Nothing new in ")


def test_nothing_new_is_found_without_importing_dagster_dbt_or_gx(published: Published) -> None:
    import subprocess
    import sys

    script = (
        "import sys\nfrom tip_warehouse.cli import app\n"
        f"app(['run', '--home', {str(published.home.root)!r}, '--landing', {str(SAMPLES)!r}], standalone_mode=False)\n"
        "print([name for name in ('dagster', 'dbt', 'great_expectations', 'duckdb', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_table_answers_a_query(published: Published) -> None:
    sql = " union all ".join(f"select '{table.name}' as name, count(*) as n from {table.name}" for table in MARTS)
    answer = tip("query", f"from ({sql}) order by 1", "--format", "json", home=published.home.root)
    assert answer.status == 0, answer.err
    rows = {row["name"]: row["n"] for row in answer.json}
    assert rows.keys() == {table.name for table in MARTS}
    assert {name: rows[name] for name in published.first.json["facts"]} == published.first.json["facts"]


def test_a_query_prints_csv_that_csv_readers_read(published: Published) -> None:
    answer = tip(
        "query",
        "select country_code, tier from fact_tier_placement order by all",
        "--format",
        "csv",
        home=published.home.root,
    )
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {(row["country_code"], row["tier"]) for row in rows} >= {
        ("GHA", "2"),
        ("GHA", "2WL"),
        ("MDA", "3"),
        ("NER", "2WL"),
    }


def test_a_query_cannot_write(published: Published) -> None:
    answer = tip("query", "delete from fact_victims", home=published.home.root)
    assert answer.status == 1 and "read-only" in answer.err


def test_a_wrong_query_says_what_is_wrong_and_what_to_do(published: Published) -> None:
    answer = tip("query", "select * from no_such_table", home=published.home.root)
    assert answer.status == 1 and "no_such_table" in answer.err and "show tables" in answer.err


def test_explain_leads_from_a_number_to_its_sentence_and_file(published: Published) -> None:
    sql = """select fact_id, quote from fact_prosecutions
             where country_code = 'GHA' and stage = 'conviction' and value = 6 limit 1"""
    fact = tip("query", sql, "--format", "json", home=published.home.root).json[0]
    shown = tip("explain", fact["fact_id"], home=published.home.root)
    assert shown.status == 0, shown.err
    sentence = shown.out.splitlines()[0]
    assert f"[[{fact['quote']}]]" in sentence and sentence.endswith(".")
    for wanted in ("tip_report:GHA:", "ghana.txt", "prosecution", "conviction", "rule", "sha256"):
        assert wanted in shown.out
    parsed = tip("explain", fact["fact_id"], "--json", home=published.home.root).json
    source = (SAMPLES / parsed["source"]["file"]).read_bytes()
    assert parsed["source"]["sha256"] == hashlib.sha256(source).hexdigest()
    assert parsed["before"] + parsed["quote"] + parsed["after"] in source.decode()


def test_explain_of_an_unknown_id_says_where_ids_are(published: Published) -> None:
    shown = tip("explain", "0" * 16, home=published.home.root)
    assert shown.status == 1 and "fact_id" in shown.err


def test_status_shows_release_rows_and_quarantine(published: Published) -> None:
    shown = tip("status", home=published.home.root)
    assert published.first.json["release_id"] in shown.out and "press_note.txt" in shown.out
    found = tip("status", "--json", home=published.home.root).json
    assert found["release"]["rows"].keys() == {table.name for table in MARTS}
    assert found["documents"]["seen"] == SAMPLE_FILES


def test_quarantine_is_listed_shown_and_kept_with_its_reason(published: Published) -> None:
    (row,) = tip("quarantine", "list", "--json", home=published.home.root).json
    assert row["path"] == "press_note.txt" and "no title line" in row["reason"]
    shown = tip("quarantine", "show", row["id"], home=published.home.root)
    assert row["reason"] in shown.out
    (folder,) = published.home.quarantine.iterdir()
    assert json.loads((folder / "reason.json").read_text())[0]["reason"] == row["reason"]
    assert (folder / "content").read_bytes() == (SAMPLES / "press_note.txt").read_bytes()
    assert tip("quarantine", "retry", "ffffffffffff", home=published.home.root).status == 1


def test_an_empty_landing_folder_is_nothing_new(tmp_path: Path) -> None:
    ran = tip("run", home=tmp_path)
    assert ran.status == 0 and "is empty" in ran.out


def test_without_a_release_every_question_says_what_to_do_next(tmp_path: Path) -> None:
    for arguments in (("query", "select 1"), ("explain", "0" * 16)):
        ran = tip(*arguments, home=tmp_path)
        assert ran.status == 1 and "next: tip run" in ran.err
    assert "No release yet" in tip("status", home=tmp_path).out


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    assert tip("run", "--landing", tmp_path / "missing").status == 2
    assert tip("run", "--no-such-option").status == 2
    assert tip("no-such-command").status == 2


def test_a_held_home_is_status_4_and_names_the_holder(tmp_path: Path) -> None:
    import os

    with home_lock(Home.at(tmp_path).create()):
        ran = tip("run", home=tmp_path)
    assert ran.status == 4 and str(os.getpid()) in ran.err
