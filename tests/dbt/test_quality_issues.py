"""Each check of quality_issues on cases that it must find and cases that it must leave alone; one build for all."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from ingest.home import Home
from tests.tip_warehouse.release.lake import Lake, countries
from tip_warehouse.release.build import run_dbt_build
from tip_warehouse.release.load import load_candidate

Fill = Callable[[Lake, str], None]
Row = tuple[str, str, str | None, str | None]
COUNT, VICTIMS, SENTENCES = "fact_prosecutions", "fact_victims", "fact_sentences"


def facts(table: str, *given: dict[str, Any], **common: Any) -> Fill:
    def fill(lake: Lake, document: str) -> None:
        for values in given:
            lake.add(table, document, **common, **values)

    return fill


def several(*fills: Fill) -> Fill:
    def fill(lake: Lake, document: str) -> None:
        for each in fills:
            each(lake, document)

    return fill


def convictions(value: int, **values: Any) -> Fill:
    return facts(COUNT, {"stage": "conviction", "unit": "person", "value": value, **values})


def groups(*offenders: int | None, **values: Any) -> Fill:
    return facts(SENTENCES, *({"offenders": number} for number in offenders), penalty="imprisonment", **values)


# (name, facts of one report, the issues that they make: check, severity, expected, actual)
CASES: list[tuple[str, Fill, list[Row]]] = [
    ("part above its total", facts(COUNT, {"value": 20}, {"value": 26, "scope": "part"}, unit="case"),
     [("part_exceeds_total", "warning", "at most 20", "26")]),
    ("part within its total", facts(COUNT, {"value": 20}, {"value": 20, "scope": "part"}, unit="case"), []),
    ("an example is no part", facts(COUNT, {"value": 20}, {"value": 26, "scope": "example"}, unit="case"), []),
    ("part of another unit", several(facts(COUNT, {"value": 20}, unit="case"),
                                     facts(COUNT, {"value": 26, "scope": "part"}, unit="person")), []),
    ("total without an upper bound",
     facts(COUNT, {"value": 20, "qualifier": "at_least"}, {"value": 26, "scope": "part"}, unit="case"), []),
    ("part of one type above the total of all types",
     facts(VICTIMS, {"value": 30}, {"value": 31, "scope": "part", "trafficking_type": "sex"},
           action="identified", actor="government"), [("part_exceeds_total", "warning", "at most 30", "31")]),
    ("girls above all victims",
     facts(VICTIMS, {"value": 30}, {"value": 44, "scope": "part", "age_group": "child", "gender": "female"},
           action="assisted", actor="government"), [("part_exceeds_total", "warning", "at most 30", "44")]),
    ("parts below their total",
     facts(COUNT, {"value": 20}, {"value": 9, "scope": "part"}, {"value": 8, "scope": "part"}, unit="case"),
     [("parts_do_not_add_up", "info", "20", "17")]),
    ("parts above their total",
     facts(COUNT, {"value": 20}, {"value": 12, "scope": "part"}, {"value": 11, "scope": "part"}, unit="case"),
     [("parts_do_not_add_up", "warning", "20", "23")]),
    ("parts that add up",
     facts(COUNT, {"value": 20}, {"value": 12, "scope": "part"}, {"value": 8, "scope": "part"}, unit="case"), []),
    ("a part alone need not add up", facts(COUNT, {"value": 20}, {"value": 8, "scope": "part"}, unit="case"), []),
    ("genders and ages each add up",
     facts(VICTIMS, {"value": 30},
           {"value": 18, "scope": "part", "gender": "female"}, {"value": 12, "scope": "part", "gender": "male"},
           {"value": 25, "scope": "part", "age_group": "adult"}, {"value": 5, "scope": "part", "age_group": "child"},
           action="referred", actor="government"), []),
    ("genders that do not add up",
     facts(VICTIMS, {"value": 30},
           {"value": 18, "scope": "part", "gender": "female"}, {"value": 13, "scope": "part", "gender": "male"},
           action="referred", actor="government"), [("parts_do_not_add_up", "warning", "30", "31")]),
    ("types above their total",
     facts(COUNT, {"value": 20}, {"value": 15, "trafficking_type": "sex"}, {"value": 6, "trafficking_type": "labor"},
           unit="case"), [("types_do_not_add_up", "warning", "20", "21")]),
    ("types below their total",
     facts(COUNT, {"value": 20}, {"value": 11, "trafficking_type": "sex"}, {"value": 6, "trafficking_type": "labor"},
           unit="case"), [("types_do_not_add_up", "info", "20", "17")]),
    ("one type above the total", facts(COUNT, {"value": 20}, {"value": 21, "trafficking_type": "sex"}, unit="case"),
     [("types_do_not_add_up", "warning", "20", "21")]),
    ("one type alone", facts(COUNT, {"value": 20}, {"value": 11, "trafficking_type": "sex"}, unit="case"), []),
    ("more sentences than convictions", several(convictions(10), groups(6, 5)),
     [("sentences_do_not_match_convictions", "warning", "10", "11")]),
    ("fewer sentences than convictions", several(convictions(10), groups(4, 5)),
     [("sentences_do_not_match_convictions", "info", "10", "9")]),
    ("sentences that match", several(convictions(10), groups(4, 6)), []),
    ("sentences of unknown number", several(convictions(10), groups(4, None)), []),
    ("one group is no distribution", several(convictions(10), groups(4)), []),
    ("examples are no distribution", several(convictions(10), groups(4, 9, scope="example")), []),
    ("sentences of officials", several(convictions(10), groups(4, 9, subject="officials")), []),
    ("a fine beside a prison term",
     several(convictions(10), groups(4, 6), facts(SENTENCES, {"offenders": 6, "penalty": "fine"})), []),
    ("more convictions than prosecutions",
     several(convictions(10), facts(COUNT, {"stage": "prosecution", "value": 3})), []),
    ("two totals", facts(COUNT, {"value": 5}, {"value": 7}, unit="case", stage="prosecution"),
     [("conflicting_totals", "warning", "one value", "5, 7")]),
    ("two totals of different periods",
     facts(COUNT, {"value": 5}, {"value": 7, "period_type": "calendar_year"}, unit="case", stage="prosecution"), []),
    ("range upside down", facts(COUNT, {"value": None, "value_low": 60, "value_high": 50}),
     [("inverted_range", "warning", "from low to high", "60 to 50")]),
    ("penalty upside down",
     facts("fact_legal_provisions", {"penalty_years_min": Decimal("10.00"), "penalty_years_max": Decimal("2.00")}),
     [("inverted_range", "warning", "from low to high", "10 to 2")]),
    ("range the right way", facts(COUNT, {"value": None, "value_low": 50, "value_high": 60}), []),
    ("year of tomorrow", facts("fact_outputs", {"data_year": 2090, "value": 4}),
     [("year_after_edition", "warning", None, "2090")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """The issues of each case's report; every case has an edition of its own."""
    home, lake = Home.at(tmp_path_factory.mktemp("issues")).create(), Lake()
    reports = {}
    for number, (name, fill, _) in enumerate(CASES):
        reports[f"tip_report:GEO:{2001 + number}"] = name
        fill(lake, lake.report(f"tip_report:GEO:{2001 + number}"))
    compare(lake)
    load_candidate(home, lake.write(home), countries())
    assert run_dbt_build(home).failed_tests == []
    found: dict[str, list[Row]] = {}
    with duckdb.connect(str(home.candidate)) as connection:
        for report_id, *row in connection.execute(
            "SELECT report_id, check_name, severity, expected, actual FROM marts.quality_issues ORDER BY ALL"
        ).fetchall():
            found.setdefault(reports.get(report_id, report_id), []).append(tuple(row))
        (facts_named,) = connection.execute(
            "SELECT min(len(fact_ids)) FROM marts.quality_issues WHERE check_name <> 'characters_repaired'"
        ).fetchone() or (0,)
        assert facts_named >= 1
    return found


def compare(lake: Lake) -> None:
    """Reports on Moldova and Ukraine that speak of earlier editions, and of the Factbook's tiers."""
    for edition, value, compared in ((2010, 40, None), (2011, 44, 41), (2012, 50, 44)):
        report = lake.report(f"tip_report:MDA:{edition}")
        common = {"stage": "investigation", "unit": "case", "period_type": "calendar_year"}
        lake.add(COUNT, report, value=value, **common)
        if compared:
            lake.add(COUNT, report, value=compared, data_year=edition - 2, is_comparison=True, **common)
    # The Factbook's own comparison contradicts nobody.
    factbook = lake.report("world_factbook:MDA:2011")
    lake.add(COUNT, factbook, value=39, data_year=2009, is_comparison=True, stage="investigation", unit="case",
             period_type="calendar_year")  # fmt: skip
    for edition, tiers in ((2010, ("2", "2WL")), (2011, ("3", "3"))):
        for family, tier in zip(("tip_report", "world_factbook"), tiers, strict=True):
            lake.add("fact_tier_placement", lake.report(f"{family}:UKR:{edition}"), tier=tier, basis="stated")
    lake.report("tip_report:UKR:2012", source_path="2012/ukraine.txt", characters_repaired=True)


@pytest.mark.parametrize(("name", "expected"), [(name, expected) for name, _, expected in CASES])
def test_a_report_s_own_figures_are_held_against_each_other(
    issues: dict[str, list[Row]], name: str, expected: list[Row]
) -> None:
    found = issues.get(name, [])
    if expected and expected[0][2] is None:
        found = [(check, severity, None, actual) for check, severity, _, actual in found]
    assert found == expected


def test_a_comparison_is_held_against_the_edition_that_it_speaks_of(issues: dict[str, list[Row]]) -> None:
    assert issues["tip_report:MDA:2011"] == [("comparison_contradicts_edition", "warning", "40", "41")]
    assert "tip_report:MDA:2012" not in issues
    assert "world_factbook:MDA:2011" not in issues


def test_a_factbook_tier_is_held_against_the_report_of_its_edition(issues: dict[str, list[Row]]) -> None:
    assert issues["world_factbook:UKR:2010"] == [("tiers_differ", "warning", "2", "2WL")]
    assert "world_factbook:UKR:2011" not in issues


def test_a_repair_of_characters_is_said(issues: dict[str, list[Row]]) -> None:
    assert issues["tip_report:UKR:2012"] == [("characters_repaired", "info", None, "2012/ukraine.txt")]
