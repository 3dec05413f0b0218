"""A dbt build in process: what it makes of a lake, what it returns, and how it fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.home import Home
from ingest.schema import MARTS, MARTS_BY_NAME
from tests.tip_warehouse.release.lake import Lake, arrow, countries
from tests.tip_warehouse.release.test_load import column_types
from tip_warehouse.release.build import DbtBuildError, DbtReport, run_dbt_build, run_unit_tests
from tip_warehouse.release.export import export_marts
from tip_warehouse.release.load import LoadReport, load_candidate
from tip_warehouse.release.tables import RAW_DOCUMENTS

Built = tuple[Home, LoadReport, DbtReport]


def rows(home: Home, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home.candidate)) as connection:
        return connection.execute(query).fetchall()


def test_the_marts_have_exactly_the_schema_s_columns_and_types(built: Built) -> None:
    wanted = {table.name: [(column.name, column.sql) for column in table.columns] for table in MARTS}
    assert column_types(built[0].candidate, "marts") == wanted


def test_the_report_names_every_mart_with_its_rows_and_every_test(built: Built) -> None:
    home, _, report = built
    assert set(report.rows) == set(MARTS_BY_NAME)
    assert report.rows == {name: rows(home, f"SELECT count(*) FROM marts.{name}")[0][0] for name in MARTS_BY_NAME}
    assert report.failed_tests == []
    assert {node.model for node in report.nodes if node.resource_type == "test"} == set(MARTS_BY_NAME)
    assert all(node.passed and node.seconds >= 0 for node in report.nodes)
    assert report.rows["fact_prosecutions"] == 12


def test_after_a_build_another_process_can_write_the_candidate(built: Built) -> None:
    code = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute('CREATE OR REPLACE TEMP TABLE t AS SELECT 1')"
    subprocess.run([sys.executable, "-c", code, str(built[0].candidate)], check=True, timeout=30)


def test_a_build_writes_nothing_into_the_project_but_its_parsed_manifest(built: Built) -> None:
    project = Path(__file__).parents[2] / "dbt_project"
    assert not (project / "logs").exists()
    # Folders of a parse under way in another process come and go; the UI keeps the lineage beside the manifest.
    lasting = {path.name for path in (project / "target").iterdir() if not path.name.startswith(("parse-", "."))}
    assert lasting - {"column_lineage.json"} == {"manifest.json", "partial_parse.msgpack", "sources.sha256"}


def test_an_empty_lake_builds_and_exports_all_tables_without_rows(tmp_path: Path) -> None:
    home = Home.at(tmp_path).create()
    load_candidate(home, arrow(RAW_DOCUMENTS, []), countries())
    report = run_dbt_build(home)
    assert report.failed_tests == []
    assert report.rows == dict.fromkeys(MARTS_BY_NAME, 0)
    assert [table.rows for table in export_marts(home)] == [0] * 20


def test_the_figures_of_a_year_stand_with_where_they_come_from(built: Built) -> None:
    chosen = rows(
        built[0],
        "SELECT country_code, data_year, investigations, prosecutions, prosecutions_edition, convictions, "
        "convictions_edition, victims_identified, victims_identified_sex, victims_identified_labor, tier, restated "
        "FROM marts.law_enforcement_by_year ORDER BY ALL",
    )
    assert chosen == [
        # Convictions from the report, prosecutions from the Factbook, since the report gives none.
        ("GEO", 2007, None, 14, 2008, 9, 2008, 45, 30, None, "1", False),
        # The later edition's comparison wins over the earlier edition's own figure.
        ("MDA", 2006, 40, None, None, 33, 2008, None, None, None, None, True),
        # A stated zero is 0; "gave no figure" is NULL.
        ("MDA", 2007, None, None, None, 0, 2008, None, None, None, "2WL", False),
        ("MDA", 2008, 12, None, None, None, None, None, None, None, None, False),
        ("UKR", 2008, None, None, None, 70, 2009, None, None, None, None, False),
    ]


def test_headline_rows_are_the_chosen_ones_and_nothing_else(built: Built) -> None:
    flagged = rows(
        built[0],
        "SELECT fact_id FROM marts.fact_prosecutions WHERE is_headline UNION ALL "
        "SELECT fact_id FROM marts.fact_victims WHERE is_headline",
    )
    columns = [column.name for column in MARTS_BY_NAME["law_enforcement_by_year"].columns]
    chosen = rows(
        built[0],
        " UNION ALL ".join(
            f"SELECT {name} FROM marts.law_enforcement_by_year WHERE {name} IS NOT NULL"
            for name in columns
            if name.endswith("_fact_id")
        ),
    )
    assert sorted(flagged) == sorted(chosen)
    assert len(flagged) == 9


def test_what_one_edition_says_and_the_next_says_otherwise_is_a_restatement(built: Built) -> None:
    assert rows(
        built[0], "SELECT * EXCLUDE (restatement_id, earlier_fact_id, later_fact_id) FROM marts.restatements"
    ) == [("MDA", "conviction/person/traffickers/calendar_year", "all", 2006, 2007, 31, 2008, 33)]


def test_coverage_tells_a_silent_report_from_a_missing_one(built: Built) -> None:
    assert rows(
        built[0], "SELECT country_code, edition_year, coverage, fact_prosecutions, fact_sentences FROM marts.coverage "
        "ORDER BY ALL"
    ) == [
        ("GEO", 2007, "missing", 0, 0), ("GEO", 2008, "tip_report", 4, 3), ("GEO", 2009, "missing", 0, 0),
        ("MDA", 2007, "tip_report", 3, 0), ("MDA", 2008, "tip_report", 3, 0), ("MDA", 2009, "factbook_only", 1, 0),
        # Its code is in force from 2009 on in these tests: nothing is missing before.
        ("UKR", 2009, "tip_report", 1, 0),
    ]  # fmt: skip


def test_dimensions_hold_what_reports_and_routes_refer_to(built: Built) -> None:
    home = built[0]
    countries_found = "SELECT country_code, first_edition, last_edition, reports FROM marts.dim_country ORDER BY 1"
    assert rows(home, countries_found) == [
        ("GEO", 2008, 2008, 2), ("MDA", 2007, 2009, 3), ("TUR", None, None, 0), ("UKR", 2009, 2009, 1),
    ]  # fmt: skip
    assert rows(home, "SELECT report_id, facts FROM marts.dim_report ORDER BY 1") == [
        ("tip_report:GEO:2008", 15), ("tip_report:MDA:2007", 3), ("tip_report:MDA:2008", 4),
        ("tip_report:UKR:2009", 1), ("world_factbook:GEO:2008", 3), ("world_factbook:MDA:2009", 1),
    ]  # fmt: skip
    assert rows(home, "SELECT is_current, superseded_by IS NULL FROM marts.report_versions WHERE report_id = "
                "'tip_report:UKR:2009' ORDER BY 1") == [(False, False), (True, True)]  # fmt: skip


def test_years_carry_the_edition_of_that_year_and_its_period(tmp_path: Path) -> None:
    home, lake = Home.at(tmp_path).create(), Lake()
    early, late = lake.report("tip_report:MDA:2002"), lake.report("tip_report:MDA:2004")
    lake.add("fact_outputs", early, data_year=1999)
    lake.add("fact_outputs", late, data_year=2005)
    load_candidate(home, lake.write(home), countries())
    run_dbt_build(home, ["+dim_year"])
    found = rows(home, "SELECT year, right(edition_title, 4), reporting_period_start::VARCHAR, "
                       "reporting_period_end::VARCHAR FROM marts.dim_year ORDER BY 1")  # fmt: skip
    assert found == [
        (1999, None, None, None),
        (2000, None, None, None),
        (2001, "2001", "2000-01-01", "2000-12-31"),
        (2002, "2002", "2001-01-01", "2001-12-31"),
        (2003, "2003", "2002-01-01", "2002-12-31"),
        (2004, "2004", "2003-04-01", "2004-03-31"),
        (2005, None, None, None),
    ]


def test_what_breaks_the_schema_fails_the_mart_s_test_with_examples_and_builds_the_rest(tmp_path: Path) -> None:
    home, lake = Home.at(tmp_path).create(), Lake()
    report = lake.report("tip_report:MDA:2008")
    twin = lake.add("fact_treaties", report, treaty="untoc")
    lake.add("fact_treaties", report, treaty="ilo_c29", fact_id=twin)
    lake.add("fact_recommendations", report, ordinal=1, text=None)
    lake.add("fact_tier_placement", report, tier="4")
    lake.add("fact_outputs", report, report_id="tip_report:MDA:1990")
    lake.report("tip_report:XXX:2008")
    load_candidate(home, lake.write(home), countries())
    found = run_dbt_build(home)
    assert found.rows.keys() == MARTS_BY_NAME.keys()
    problems = {node.model: [row["problem"] for row in node.sample] for node in found.failed_tests}
    assert problems == {
        "fact_treaties": ["the key fact_id is not unique"],
        "fact_recommendations": ["text is NULL"],
        "fact_tier_placement": ["tier has the value 4, which the schema does not list"],
        "fact_outputs": ["report_id tip_report:MDA:1990 is not in report_id of its parent"],
        "dim_country": ["name is NULL"],
    }
    failed = {node.model: node for node in found.failed_tests}
    assert failed["dim_country"].sample == [{"problem": "name is NULL", "affected_rows": 1, "example_key": "XXX"}]
    assert failed["fact_treaties"].sample[0]["example_key"] == twin
    assert failed["fact_treaties"].rows == 1


def test_a_model_that_cannot_be_built_is_an_error_that_names_it(home: Home) -> None:
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("ALTER TABLE raw.fact_funding ALTER COLUMN amount_usd TYPE VARCHAR")
    with pytest.raises(DbtBuildError, match=r"1 of 1 models failed.*\n  fact_funding: .*amount_usd"):
        run_dbt_build(home, ["fact_funding"])


def test_a_build_of_nothing_is_an_error(home: Home, tmp_path: Path) -> None:
    with pytest.raises(DbtBuildError, match="ran nothing; selected: no_such_model"):
        run_dbt_build(home, ["no_such_model"])
    with pytest.raises(DbtBuildError, match="load it first"):
        run_dbt_build(Home.at(tmp_path / "nowhere"))


def test_the_unit_tests_of_the_project_pass(home: Home) -> None:
    report = run_unit_tests(home)
    assert [f"{node.name}: {node.message}" for node in report.nodes if not node.passed] == []
    assert {node.model for node in report.nodes} >= {
        "int_headline_figures", "int_figures", "int_restatements", "law_enforcement_by_year", "fact_victims",
    }  # fmt: skip
    assert len(report.nodes) >= 12
