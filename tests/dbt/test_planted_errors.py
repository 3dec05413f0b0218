"""Errors and restatements planted in own-written reports, found by the whole way from text to warehouse; and no others.

`test_quality_issues` holds each check against single facts; here the facts come from sentences.
"""

from __future__ import annotations

import duckdb
import pytest

from ingest.home import Home
from ingest.stages import extract_facts, read_documents, select_documents, take_inventory
from tip_warehouse.release.build import run_dbt_build
from tip_warehouse.release.load import load_candidate

Issue = tuple[str, str, str | None, str | None]

_PROFILE = (
    "{name} is a source country for women and children subjected to forced labor and forced prostitution.\n\n"
    "The Government of {name} does not fully comply with the minimum standards for the elimination of trafficking; "
    "however, it is making significant efforts to do so."
)
_CLEAN = (
    "In 2010, police investigated 40 trafficking cases, compared with 35 cases in 2009. Courts convicted 12 "
    "traffickers in 2010.\n\nThe government identified 30 trafficking victims in 2010: 18 women and 12 men."
)

# (country, edition, what the report says of the efforts, the issues that are planted in it)
REPORTS: list[tuple[str, int, str, list[Issue]]] = [
    ("Zambia", 2011, _CLEAN, []),
    ("Ghana", 2011,
     "In 2010, police investigated 20 trafficking cases, including 26 in the capital.",
     [("part_exceeds_total", "warning", "at most 20", "26")]),
    ("Mali", 2011,
     "In 2010, police investigated 20 trafficking cases, including 23 cases of forced labor.",
     [("types_do_not_add_up", "warning", "20", "23")]),
    ("Togo", 2011,
     "The government identified 30 trafficking victims in 2010: 18 women and 15 men.",
     [("parts_do_not_add_up", "warning", "30", "33")]),
    ("Benin", 2011,
     "Authorities prosecuted 20 trafficking cases in 2010. Authorities prosecuted 15 sex trafficking cases and nine "
     "labor trafficking cases in 2010.",
     [("types_do_not_add_up", "warning", "20", "24")]),
    ("Peru", 2011,
     "Courts convicted 10 traffickers in 2010. Judges sentenced six traffickers to five years' imprisonment and seven "
     "traffickers to eight years' imprisonment in 2010.",
     [("sentences_do_not_match_convictions", "warning", "10", "13")]),
    ("Nepal", 2010, "Courts convicted 41 traffickers in 2009.", []),
    ("Nepal", 2011,
     "Courts convicted 50 traffickers in 2010, compared with 44 traffickers in 2009.",
     [("comparison_contradicts_edition", "warning", "41", "44")]),
    ("Jordan", 2011,
     "Authorities prosecuted five trafficking cases in 2010. In 2010, prosecutors brought seven trafficking cases to "
     "trial.",
     [("conflicting_totals", "warning", "one value", "5, 7")]),
    ("Oman", 2011,
     "Police investigated 14 trafficking cases in 2013.",
     [("year_after_edition", "warning", "at most 2011", "2013")]),
    ("Chad", 2011,
     "Courts convicted four traffickers in 2010. The shelter in the capital, run by the Congrégation Notre-Dame, "
     "stayed open.",
     [("characters_repaired", "info", None, "chad-2011.txt")]),
    # Three restatements: a later edition gives another number for the same year, and says so itself.
    ("Albania", 2010, "Police investigated 16 trafficking cases in 2009.", []),
    ("Albania", 2011, "In 2009, police investigated 19 trafficking cases.", []),
    ("Kenya", 2010, "The government identified 70 trafficking victims in 2009.", []),
    ("Kenya", 2011, "The government identified 77 trafficking victims in 2009.", []),
    ("Malta", 2010, "Courts convicted two traffickers in 2009.", []),
    ("Malta", 2011, "Courts convicted three traffickers in 2009.", []),
]  # fmt: skip
RESTATED = {
    ("ALB", 2009, "investigation/case/traffickers/calendar_year", 2010, 16, 2011, 19),
    ("KEN", 2009, "identified/person/victims/calendar_year", 2010, 70, 2011, 77),
    ("MLT", 2009, "conviction/person/traffickers/calendar_year", 2010, 2, 2011, 3),
    # The contradicting comparison is one as well.
    ("NPL", 2009, "conviction/person/traffickers/calendar_year", 2010, 41, 2011, 44),
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The candidate warehouse of `REPORTS`."""
    home = Home.at(tmp_path_factory.mktemp("planted")).create()
    for name, edition, efforts, _ in REPORTS:
        text = f"Trafficking in Persons Report {edition} - {name}\n\n{_PROFILE.format(name=name)}\n\n{efforts}\n"
        content = text.encode()
        if name == "Chad":
            content = content.decode("cp1252").encode()  # mojibake, as a careless copy makes it
        (home.landing / f"{name.lower()}-{edition}.txt").write_bytes(content)
    take_inventory(home, settle_seconds=0)
    read_documents(home)
    extract_facts(home)
    load_candidate(home, select_documents(home))
    assert run_dbt_build(home).failed_tests == []
    return duckdb.connect(str(home.candidate), read_only=True)


def test_the_planted_errors_are_found_and_no_others(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "SELECT name, edition_year, check_name, severity, expected, actual FROM marts.quality_issues"
        " JOIN marts.dim_report USING (report_id) JOIN marts.dim_country USING (country_code)"
    ).fetchall()
    planted = [(name, edition, *issue) for name, edition, _, issues in REPORTS for issue in issues]
    assert sorted(map(str, found)) == sorted(map(str, planted))


def test_the_planted_restatements_are_found_and_no_others(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "SELECT country_code, data_year, measure, earlier_edition, earlier_value, later_edition, later_value"
        " FROM marts.restatements"
    ).fetchall()
    assert set(found) == RESTATED
    assert len(found) == len(RESTATED)


def test_no_number_is_changed_by_a_doubt_about_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    contradicted = warehouse.execute(
        "SELECT value FROM marts.fact_prosecutions WHERE country_code = 'GHA' ORDER BY value"
    ).fetchall()
    assert contradicted == [(20,), (26,)]
