"""Gate B: what a candidate release must be, table by table and across tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations import reconcile
from expectations.bounds import load_bounds
from expectations.engine import Engine
from expectations.frames import frame_of
from expectations.gates import gate_marts
from expectations.report import ExpectationOutcome, GateReport
from expectations.suites import table_suite
from ingest.schema import MARTS, MARTS_BY_NAME, Table
from tests.expectations.shelf import Row, Shelf, row, write_marts

Marts = dict[str, list[Row]]


def broken(report: GateReport) -> set[tuple[str, str]]:
    return {(outcome.suite, outcome.expectation) for outcome in report.failures}


def outcome(report: GateReport, suite: str, words: str) -> ExpectationOutcome:
    (found,) = (one for one in report.outcomes if one.suite == suite and one.expectation.startswith(words))
    return found


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_marts(tmp_path_factory.mktemp("clean"), Shelf.of(25).marts())


def test_clean_marts_pass(clean: Path) -> None:
    report = gate_marts(clean, Shelf.of(25).accounting())
    assert (report.refused, report.reasons, report.documents, report.warnings) == (False, [], [], [])
    assert broken(report) == set()
    assert {one.suite for one in report.outcomes} == {table.name for table in MARTS} | {
        "citations", "editions", "accounts", "release",
    }  # fmt: skip


def test_accounts_that_do_not_balance_and_a_report_too_few_refuse(clean: Path) -> None:
    report = gate_marts(clean, Shelf.of(26).accounting(seen=30))
    assert report.refused
    assert broken(report) == {
        ("accounts", "every document seen is accounted for"),
        ("accounts", "dim_report has one row for each document loaded"),
    }
    assert "seen 30, accounted 29" in report.reasons[0]
    assert "reports 25, loaded 26" in report.reasons[1]


# -- one fault in one table each: all planted in one release, judged once -------------------------------------------


@dataclass(frozen=True)
class Fault:
    """`plant` puts the fault in; then `suite` says `words`, and its example or observation shows `shown`."""

    name: str
    plant: Callable[[Marts], Any]
    suite: str
    words: str
    shown: str


def changed(table: str, place: int, **values: Any) -> Callable[[Marts], None]:
    return lambda marts: marts[table][place].update(values)


def again(table: str, place: int) -> Callable[[Marts], None]:
    return lambda marts: marts[table].append(dict(marts[table][place]))


def unheard_of(marts: Marts) -> None:
    marts["quality_issues"].append({
        "issue_id": "i1", "report_id": "tip_report:ZZZ:2009", "check_name": "c", "severity": "fatal",
        "expected": None, "actual": None, "fact_ids": [marts["fact_victims"][0]["fact_id"], "nofact"], "message": "m",
    })  # fmt: skip


def restated(marts: Marts) -> None:
    marts["restatements"].append({
        "restatement_id": "r1", "country_code": "ZZZ", "measure": "m", "trafficking_type": "all", "data_year": 2008,
        "earlier_edition": 2009, "earlier_value": 1, "earlier_fact_id": "gone", "later_edition": 2010,
        "later_value": 2, "later_fact_id": marts["fact_victims"][0]["fact_id"],
    })  # fmt: skip


FAULTS = [
    Fault("a quote that is not in the text", changed("fact_prosecutions", 0, quote="convicted 41 traffickers in 2008"),
          "citations", "quote is the document text", "quote “convicted 41 traffickers in 2008”, cited “convicted 14"),
    Fault("a fact of no report", changed("fact_victims", 1, report_id="tip_report:ZZZ:2009"),
          "citations", "report_id is a report", "“tip_report:ZZZ:2009”, report NULL"),
    Fault("a fact of another country", changed("fact_victims", 2, country_code="ZZZ"),
          "citations", "country_code is that of the report", "country_code “ZZZ”"),
    Fault("ten million convictions", changed("fact_prosecutions", 3, value=10_000_000),
          "fact_prosecutions", "value is between", "value 10000000"),
    Fault("a figure that is not its fact's", lambda marts: None,  # the fault above makes the yearly table wrong
          "law_enforcement_by_year", "every figure is the value of its fact", "convictions 14 of fact"),
    Fault("a figure of no fact", changed("law_enforcement_by_year", 4, prosecutions=3, prosecutions_fact_id="gone"),
          "law_enforcement_by_year", "every fact_id that it names is a fact", "“gone”"),
    Fault("a headline that nobody chose", changed("fact_victims", 5, is_headline=True),
          "fact_victims", "is_headline marks", "is_headline True, chosen False"),
    Fault("a chosen fact that is no headline", changed("fact_prosecutions", 6, is_headline=False),
          "fact_prosecutions", "is_headline marks", "is_headline False, chosen True"),
    Fault("a doubled fact", again("fact_tier_placement", 7), "fact_tier_placement", "fact_id is unique", "fact_id “"),
    Fault("a tier that is none", changed("fact_tier_placement", 8, tier="4"),
          "fact_tier_placement", "tier is one of", "tier “4”"),
    Fault("a route to nowhere", changed("fact_trafficking_flows", 9, destination_code="ZZZ"),
          "fact_trafficking_flows", "destination_code is in dim_country", "destination_code in dim_country False"),
    Fault("a doubled country and year", again("law_enforcement_by_year", 10),
          "law_enforcement_by_year", "country_code, data_year are unique", "data_year 2008"),
    Fault("an issue of no report", unheard_of, "quality_issues", "report_id is in dim_report", "False"),
    Fault("an issue without such a severity", lambda marts: None,
          "quality_issues", "severity is one of", "severity “fatal”"),
    Fault("an issue about no fact", lambda marts: None, "quality_issues", "every fact_id", "“nofact”"),
    Fault("a restatement of no fact", restated, "restatements", "every fact_id", "“gone”"),
    Fault("a restatement of no country", lambda marts: None,
          "restatements", "country_code is in dim_country", "False"),
    Fault("a count of facts that is wrong", changed("dim_report", 11, facts=99),
          "dim_report", "facts is the number", "facts 99, facts_counted 4"),
    Fault("a text of another length", changed("dim_report", 12, characters=1),
          "dim_report", "the paragraphs joined have as many characters", "characters 1, characters_joined 185"),
    Fault("a paragraph too few", changed("dim_report", 13, paragraphs=3),
          "dim_report", "paragraphs is the number", "paragraphs 3, paragraphs_counted 2"),
    Fault("a country that is not listed", changed("dim_report", 14, country_code="ZZZ"),
          "dim_report", "country_code is in dim_country", "False"),
    Fault("a format that is none", changed("dim_report", 15, source_format="docx"),
          "dim_report", "source_format is one of", "source_format “docx”"),
    Fault("no current version", changed("report_versions", 16, is_current=False),
          "dim_report", "report_versions has one current version", "current_versions 0"),
    Fault("a version of no report", changed("report_versions", 17, report_id="tip_report:ZZZ:2009"),
          "report_versions", "the report of a current version is in dim_report", "tip_report:ZZZ:2009"),
    Fault("a doubled paragraph", again("report_paragraphs", 18),
          "report_paragraphs", "report_id, paragraph are unique", "paragraph 1"),
    Fault("a coverage that does not add up", changed("coverage", 19, fact_victims=7),
          "coverage", "its counts are those", "facts_listed 10, facts_counted 4"),
    Fault("a doubled year", again("dim_year", 0), "dim_year", "year is unique", "year 2008"),
]  # fmt: skip


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> GateReport:
    shelf = Shelf.of(25)
    marts = shelf.marts()
    for fault in FAULTS:
        fault.plant(marts)
    return gate_marts(write_marts(tmp_path_factory.mktemp("faulty"), marts), shelf.accounting())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_named_with_an_example(faulty: GateReport, fault: Fault) -> None:
    found = outcome(faulty, fault.suite, fault.words)
    assert (found.success, found.severity, found.level) == (False, "error", "table")
    assert any(fault.shown in example for example in found.examples), found.examples


def test_nothing_else_is_named(faulty: GateReport) -> None:
    assert faulty.refused
    assert faulty.documents == []
    named = {(fault.suite, fault.words) for fault in FAULTS}
    consequences = {
        # A doubled or emptied row is seen from its other side, too.
        ("dim_report", "the paragraphs joined"),
        ("citations", "quote is the document text"),
    }
    for suite, words in broken(faulty):
        assert any(suite == of and words.startswith(start) for of, start in named | consequences), (suite, words)


def test_a_refusal_lists_reasons_in_sentences_up_to_a_limit(faulty: GateReport) -> None:
    assert len(faulty.reasons) == 21
    assert "more expectations are broken" in faulty.reasons[-1]
    for reason in faulty.reasons[:-1]:
        assert "Nothing was published." in reason
        assert "then `tip run`" in reason


# -- warnings, and what stood before ---------------------------------------------------------------------------------


def split_by_type(marts: Marts, logged: bool) -> None:
    """The first report's 14 convictions become 14 for all types, 9 for sex and 8 for labor trafficking."""
    total = marts["fact_prosecutions"][0]
    for number, (kind, value) in enumerate((("sex", 9), ("labor", 8))):
        fact_id = f"part{number}"
        marts["fact_prosecutions"].append(total | {
            "fact_id": fact_id, "trafficking_type": kind, "value": value, "is_headline": False,
        })  # fmt: skip
    for counted in (marts["dim_report"][0], marts["coverage"][0]):
        name = "facts" if "facts" in counted else "fact_prosecutions"
        counted[name] += 2
    if logged:
        marts["quality_issues"].append(row(
            MARTS_BY_NAME["quality_issues"], report_id=total["report_id"], fact_ids=[total["fact_id"], "part0"],
        ))  # fmt: skip


@pytest.mark.parametrize("logged", [True, False])
def test_types_that_do_not_add_up_warn_unless_quality_issues_says_so(logged: bool, tmp_path: Path) -> None:
    shelf = Shelf.of(3)
    marts = shelf.marts()
    split_by_type(marts, logged)
    report = gate_marts(write_marts(tmp_path, marts), shelf.accounting())
    assert (report.refused, report.reasons) == (False, [])
    found = outcome(report, "dim_report", "totals by type add up")
    assert (found.success, found.severity, found.unexpected_count) == (logged, "warn", 0 if logged else 1)
    if not logged:
        total = marts["fact_prosecutions"][0]
        assert total["report_id"] in found.examples[0]
        assert "8 labor + 9 sex is not 14" in found.examples[0]
        assert any("never passed over in silence" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("before", "after", "jumps"),
    [
        (14, 14, False),
        (14, 350, False),
        (14, 351, True),
        (351, 14, True),
        (2, 250, False),
        (0, 251, True),
        (0, 9, False),
    ],
)
def test_a_jump_from_one_year_to_the_next_warns(before: int, after: int, jumps: bool) -> None:
    yearly = MARTS_BY_NAME["law_enforcement_by_year"]
    rows = [
        row(yearly, country_code="AAA", data_year=2008, convictions=before),
        row(yearly, country_code="AAA", data_year=2009, convictions=after),
        # Neither another country nor a year between which there is a gap is compared.
        row(yearly, country_code="AAB", data_year=2010, convictions=10_000),
        row(yearly, country_code="AAA", data_year=2011, convictions=10_000),
    ]
    bounds = load_bounds()
    found = reconcile.jumps(pa.Table.from_pylist(rows, yearly.arrow_schema()), bounds.jump_factor, bounds.jump_from)
    wanted = f"convictions {after} after {before} the year before" if jumps else None
    assert found == [None, wanted, None, None]


def test_a_manifest_that_counts_other_rows_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(3)
    marts = shelf.marts()
    folder = write_marts(tmp_path / "parquet", marts)
    counted = {name: len(rows) for name, rows in marts.items()}
    (tmp_path / "manifest.json").write_text(json.dumps({"tables": counted}))
    assert not gate_marts(folder, shelf.accounting()).refused
    (tmp_path / "manifest.json").write_text(json.dumps({"tables": counted | {"fact_victims": 4}}))
    report = gate_marts(folder, shelf.accounting())
    assert broken(report) == {("release", "the manifest counts the rows that the files hold")}
    assert "table “fact_victims”, rows 3, claimed 4" in report.reasons[0]


def test_a_table_that_lost_rows_since_the_current_release_warns(clean: Path) -> None:
    accounting = Shelf.of(25).accounting()
    assert gate_marts(clean, accounting, {"fact_victims": 27, "restatements": 19}).warnings == []
    report = gate_marts(clean, accounting, {"fact_victims": 40, "restatements": 19})
    assert not report.refused
    (warning,) = report.warnings
    assert "table “fact_victims”, rows 25, least 36" in warning


# -- files ---------------------------------------------------------------------------------------------------------


def rewrite(path: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    pq.write_table(change(pq.read_table(path)), path)


def retyped(table: pa.Table, column: str, kind: pa.DataType) -> pa.Table:
    return table.set_column(table.column_names.index(column), column, table.column(column).cast(kind))


def nulled(table: pa.Table, column: str) -> pa.Table:
    kind = table.schema.field(column).type
    return table.set_column(table.column_names.index(column), column, pa.nulls(len(table), kind))


@pytest.mark.parametrize(
    ("table", "damage", "said_of"),
    [
        ("restatements", Path.unlink, "there is no such file"),
        ("dim_year", lambda path: path.write_bytes(b"PAR1 cut short"), "cannot be read as Parquet"),
        ("fact_victims", lambda path: rewrite(path, lambda t: retyped(t, "value", pa.float64())),
         "value is double, not int64"),
        ("fact_treaties", lambda path: rewrite(path, lambda t: t.drop_columns(["is_party"])),
         "there is no column is_party"),
        ("dim_country", lambda path: rewrite(path, lambda t: t.select(t.column_names[::-1])),
         "reports stands where country_code belongs"),
        ("dim_country", lambda path: rewrite(path, lambda t: nulled(t, "name")), "name is NULL in 25 rows"),
    ],
    ids=["missing", "damaged", "another type", "a column missing", "another order", "NULLs"],
)  # fmt: skip
def test_a_file_that_is_not_as_the_schema_says_refuses(
    clean: Path, table: str, damage: Callable[[Path], Any], said_of: str
) -> None:
    path = clean / f"{table}.parquet"
    kept = path.read_bytes()
    try:
        damage(path)
        report = gate_marts(clean, Shelf.of(25).accounting())
    finally:
        path.write_bytes(kept)
    assert report.refused
    assert {one.suite for one in report.failures} == {table}
    assert any(f"{table} ({table}.parquet)" in reason and said_of in reason for reason in report.reasons)


def test_a_release_without_rows_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(0)
    marts: Marts = {table.name: [] for table in MARTS}
    report = gate_marts(write_marts(tmp_path, marts), shelf.accounting())
    assert report.refused
    short = {one.suite for one in report.failures if one.expectation.startswith("rows number at least")}
    assert short == {
        "citations",
        "report_paragraphs",
        "dim_country",
        "dim_report",
        "dim_year",
        "coverage",
        "report_versions",
    }


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("table", MARTS, ids=lambda table: table.name)
def test_an_empty_frame_passes_only_where_the_floor_is_zero(table: Table, engine: Engine) -> None:
    bounds = load_bounds()
    for documents in (1, 100):
        floor = bounds.floor(table.name, documents, documents)
        findings = engine.run(table_suite(table, bounds, floor, "table"), frame_of(table.arrow_schema().empty_table()))
        assert all(one.outcome.success for one in findings[1:])
        assert findings[0].outcome.success is (floor == 0)
