"""Gate A: which faults set a document aside, which refuse the run, and what the gate says of each."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.gates import gate_facts
from expectations.report import ExpectationOutcome, GateReport
from ingest import stages
from ingest.home import Home
from ingest.lake import partition
from ingest.landing import raw_path
from ingest.schema import LAKE_TABLES
from tests.expectations.shelf import CODES, EDITION, TEXT, Shelf, document


def judge(shelf: Shelf, tmp_path: Path, **changes: int) -> GateReport:
    home = shelf.write(Home.at(tmp_path / "home"))
    return gate_facts(home, shelf.selection(), shelf.accounting(**changes))


def broken(report: GateReport) -> set[tuple[str, str]]:
    return {(outcome.suite, outcome.expectation) for outcome in report.failures}


def outcome(report: GateReport, suite: str, words: str) -> ExpectationOutcome:
    (found,) = (one for one in report.outcomes if one.suite == suite and one.expectation.startswith(words))
    return found


def test_a_clean_lake_passes(tmp_path: Path) -> None:
    report = judge(Shelf.of(25), tmp_path)
    assert (report.refused, report.reasons, report.documents, report.warnings) == (False, [], [], [])
    assert broken(report) == set()
    assert report.documents_checked == 25
    judged = {one.suite for one in report.outcomes}
    assert judged == {table.name for table in LAKE_TABLES} | {
        "inventory", "documents", "citations", "editions", "accounts",
    }  # fmt: skip
    assert json.loads(json.dumps(report.to_dict()))["outcomes"][0]["success"] is True


# -- one fault in one document each: all planted in one lake, judged once ------------------------------------------


@dataclass(frozen=True)
class Fault:
    """`plant` puts the fault into the document `number`; then `suite` says `words`, and the reason shows `shown`."""

    name: str
    plant: Callable[[Shelf, int], None]
    suite: str
    words: str
    shown: str


def changed(table: str, **values: Any) -> Callable[[Shelf, int], None]:
    return lambda shelf, number: shelf.of_document(table, number).update(values)


def added(table: str, **values: Any) -> Callable[[Shelf, int], None]:
    return lambda shelf, number: shelf.plant(number, table, **values)


def too_long(shelf: Shelf, number: int) -> None:
    shelf.of_document("fact_victims", number).update(quote="x" * 301)


FAULTS = [
    Fault("a quote that is not in the text", changed("fact_prosecutions", quote="convicted 41 traffickers in 2008"),
          "citations", "quote is the document text", "“convicted 41 traffickers in 2008”, cited “convicted 14"),
    Fault("a quote at other offsets", changed("fact_tier_placement", char_start=0, char_end=16),
          "citations", "quote is the document text", "cited “The country is a”"),
    Fault("offsets beyond the text", changed("fact_tier_placement", char_start=9000, char_end=9016),
          "citations", "quote is the document text", "cited “”"),
    Fault("offsets the wrong way round", changed("fact_tier_placement", char_start=50, char_end=40),
          "citations", "char_start is before char_end", "cited NULL"),
    Fault("a quote of 301 characters", too_long, "citations", "quote has 1 to 300 characters", "“xxx"),
    Fault("an empty quote", changed("fact_victims", quote="", char_start=5, char_end=5),
          "citations", "quote has 1 to 300 characters", "char_end 5, char_start 5"),
    Fault("a report that is not there", changed("fact_victims", report_id="tip_report:XXX:2009"),
          "citations", "report_id is a report", "“tip_report:XXX:2009”, report “tip_report:"),
    Fault("another country", changed("fact_victims", country_code="XXX"),
          "citations", "country_code is that", "country_code “XXX”"),
    Fault("another edition", changed("fact_victims", edition_year=2010),
          "citations", "edition_year is that", "edition_year 2010, report_edition 2009"),
    Fault("a year before all figures", changed("fact_victims", data_year=1994),
          "citations", "data_year is 1995 or later", "data_year 1994"),
    Fault("a year to come", changed("fact_victims", data_year=2010),
          "citations", "data_year is not after", "edition_year 2009, data_year 2010"),
    Fault("ten million convictions", changed("fact_prosecutions", value=10_000_000),
          "fact_prosecutions", "value is between 0 and 1,000,000", "value 10000000"),
    Fault("a count below zero", changed("fact_prosecutions", value=-1),
          "fact_prosecutions", "value is between 0 and 1,000,000", "value -1"),
    Fault("millions of identified victims", changed("fact_victims", value=27_000_000),
          "fact_victims", "value is between 0 and 1,000,000 where action is not other", "value 27000000"),
    Fault("more victims than people", changed("fact_victims", action="other", value=9_000_000_000),
          "fact_victims", "value is between 0 and 100,000,000 where action is other", "value 9000000000"),
    Fault("a range upside down", changed("fact_prosecutions", value=None, value_low=60, value_high=50),
          "fact_prosecutions", "value_low is not above value_high", "value_high 50, value_low 60"),
    Fault("a stage that is none", changed("fact_prosecutions", stage="appeal"),
          "fact_prosecutions", "stage is one of", "stage “appeal”"),
    Fault("a residual number that is not there", added("residual_numbers", quote="30", char_start=0),
          "citations", "quote is the document text", "residual_numbers: expected that quote"),
    Fault("a term beyond life", added("fact_sentences", term_months_max=10_000),
          "fact_sentences", "term_months_max is between 0 and 9,999", "term_months_max 10000"),
    Fault("terms upside down", added("fact_sentences", term_months_min=60, term_months_max=36),
          "fact_sentences", "term_months_min is not above", "term_months_max 36, term_months_min 60"),
    Fault("an amount below zero", added("fact_funding", amount=-5), "fact_funding", "amount is between", "amount -5"),
    Fault("more dollars than there are", added("fact_funding", amount_usd=10**12),
          "fact_funding", "amount_usd is between", "amount_usd 1000000000000"),
    Fault("a penalty beyond life", added("fact_legal_provisions", penalty_years_max=120),
          "fact_legal_provisions", "penalty_years_max is between 0 and 99", "penalty_years_max 120"),
    Fault("a list that counts from 0", added("fact_recommendations", ordinal=0),
          "fact_recommendations", "ordinal is between 1 and 200", "ordinal 0"),
    Fault("a treaty of long ago", added("fact_treaties", action_year=1066),
          "fact_treaties", "action_year is between", "action_year 1066"),
    Fault("a paragraph that was cut", changed("report_paragraphs", text="The country is a source."),
          "documents", "the paragraphs joined are the document text", "joined “The country is a source."),
]  # fmt: skip
WITHOUT_FAULT = 3


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> GateReport:
    shelf = Shelf.of(len(FAULTS) + WITHOUT_FAULT)
    for number, fault in enumerate(FAULTS):
        fault.plant(shelf, number)
    # What looks strange and is not: an estimate of many millions, a range, a term for life.
    shelf.of_document("fact_victims", len(FAULTS)).update(action="other", value=27_000_000)
    shelf.of_document("fact_prosecutions", len(FAULTS) + 1).update(value=None, value_low=50, value_high=60)
    shelf.plant(len(FAULTS) + 2, "fact_sentences", term_months_min=9999, term_months_max=9999)
    return judge(shelf, tmp_path_factory.mktemp("faulty"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_document_with_a_bad_row_is_set_aside_with_its_reason(faulty: GateReport, fault: Fault) -> None:
    code = CODES[FAULTS.index(fault)]
    (failure,) = (one for one in faulty.documents if one.report_id == f"tip_report:{code}:{EDITION}")
    assert failure.sha256.startswith(failure.document_id)
    for part in (f"{EDITION}/{code}.txt", "Repair the rule or the file", "`tip run`"):
        assert part in failure.reason
    found = outcome(faulty, fault.suite, fault.words)
    assert (found.success, found.severity, found.level) == (False, "error", "document")
    assert found.unexpected_count >= 1
    if fault.words != "quote has 1 to 300 characters" and fault.name != "offsets the wrong way round":
        assert f"expected that {fault.words}" in failure.reason
    assert fault.shown in failure.reason


def test_documents_without_a_fault_go_on(faulty: GateReport) -> None:
    assert {one.report_id for one in faulty.documents} == {
        f"tip_report:{code}:{EDITION}" for code in CODES[: len(FAULTS)]
    }


def test_so_many_faults_refuse_the_run_and_say_how_many(faulty: GateReport) -> None:
    assert faulty.refused
    (reason,) = faulty.reasons
    assert "current documents that fail number at most 3; found failing_documents 26" in reason
    assert "None of them was set aside" in reason and "build/data_docs" in reason
    assert outcome(faulty, "accounts", "current documents that fail").unexpected_count == 1


# -- the limit ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failing", "of", "refused"),
    [(3, 100, False), (4, 100, True), (4, 300, False), (1, 1, True)],
)
def test_more_than_three_and_more_than_two_percent_of_the_documents_refuse(
    failing: int, of: int, refused: bool, tmp_path: Path
) -> None:
    shelf = Shelf.of(of)
    for number in range(failing):
        shelf.of_document("fact_prosecutions", number)["value"] = 10_000_000
    report = judge(shelf, tmp_path)
    assert len(report.documents) == failing
    assert report.refused is refused
    assert outcome(report, "fact_prosecutions", "value is between").unexpected_count == failing


def test_a_document_fails_once_however_many_faults_it_has(tmp_path: Path) -> None:
    shelf = Shelf.of(4)
    shelf.of_document("fact_prosecutions", 2).update(value=10_000_000, data_year=1066)
    report = judge(shelf, tmp_path)
    assert [one.report_id for one in report.documents] == [shelf.documents[2].report_id]
    assert "(1 more faults)" in report.documents[0].reason


# -- tables --------------------------------------------------------------------------------------------------------


def test_a_doubled_fact_id_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(5)
    twice = shelf.of_document("fact_prosecutions", 3)["fact_id"]
    shelf.of_document("fact_prosecutions", 4)["fact_id"] = twice
    report = judge(shelf, tmp_path)
    assert report.refused
    assert broken(report) == {("fact_prosecutions", "fact_id is unique")}
    found = outcome(report, "fact_prosecutions", "fact_id is unique")
    assert (found.column, found.unexpected_count, found.level) == ("fact_id", 2, "table")
    assert twice in report.reasons[0]
    assert "`tip run`" in report.reasons[0]


@pytest.mark.parametrize(
    ("change", "said_of"),
    [
        (lambda table: table.drop_columns(["stage"]), "there is no column stage"),
        (lambda table: table.append_column("extra", pa.nulls(len(table))), "there is a column extra"),
        (lambda table: table.select(table.column_names[::-1]), "stands where document_id belongs"),
        (lambda table: table.set_column(
            table.schema.get_field_index("value"), "value", table.column("value").cast(pa.string())),
         "value is string, not int64"),
        (lambda table: table.set_column(
            table.schema.get_field_index("stage"), "stage", pa.nulls(len(table), pa.string())),
         "stage is NULL in 5 rows"),
    ],
    ids=["a column missing", "a column too many", "another order", "another type", "NULLs"],
)  # fmt: skip
def test_a_table_that_is_not_as_the_schema_says_refuses(
    change: Callable[[pa.Table], pa.Table], said_of: str, tmp_path: Path
) -> None:
    shelf = Shelf.of(5)
    home = shelf.write(Home.at(tmp_path / "home"))
    path = partition(home.lake, "fact_prosecutions", EDITION)
    pq.write_table(change(pq.read_table(path, partitioning=None)), path)
    report = gate_facts(home, shelf.selection(), shelf.accounting())
    assert report.refused
    assert {one.suite for one in report.failures} == {"fact_prosecutions"}
    assert any(said_of in reason for reason in report.reasons)
    assert all("fact_prosecutions/edition_year=2009/fact_prosecutions.parquet" in one for one in report.reasons)


@pytest.mark.parametrize(
    ("damage", "said_of"),
    [(Path.unlink, "there is no such file"), (lambda path: path.write_bytes(b"PAR1"), "cannot be read as Parquet")],
    ids=["missing", "damaged"],
)
def test_a_partition_that_is_not_there_or_damaged_refuses(
    damage: Callable[[Path], Any], said_of: str, tmp_path: Path
) -> None:
    shelf = Shelf.of(2)
    home = shelf.write(Home.at(tmp_path / "home"))
    damage(partition(home.lake, "fact_treaties", EDITION))
    report = gate_facts(home, shelf.selection(), shelf.accounting())
    assert report.refused
    assert {one.suite for one in report.failures} == {"fact_treaties"}
    (reason,) = report.reasons
    assert "fact_treaties/edition_year=2009/fact_treaties.parquet" in reason
    assert said_of in reason


def test_a_table_that_lost_its_rows_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(20)
    shelf.rows["fact_tier_placement"] = []
    report = judge(shelf, tmp_path)
    assert report.refused
    assert broken(report) == {
        ("fact_tier_placement", "rows number at least 6"),
        ("editions", "no edition is below its minimum"),
        ("editions", "no edition is below what is usual"),
    }
    assert "fact_tier_placement: expected that rows number at least 6; found 0." in report.reasons[0]


def test_a_home_without_a_current_document_refuses_and_points_to_the_quarantine(tmp_path: Path) -> None:
    report = judge(Shelf.of(0), tmp_path)
    assert report.refused
    assert broken(report) == {
        ("accounts", "current documents that pass number at least 1"), ("accounts", "facts number at least 1"),
    }  # fmt: skip
    assert "tip quarantine list" in report.reasons[0]


def test_a_lake_without_a_fact_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(1)
    for name in shelf.rows:
        if name.startswith("fact_"):
            shelf.rows[name] = []
    report = judge(shelf, tmp_path)
    assert report.refused
    assert broken(report) == {("accounts", "facts number at least 1")}


# -- accounts ------------------------------------------------------------------------------------------------------


def test_accounts_that_do_not_balance_refuse(tmp_path: Path) -> None:
    report = judge(Shelf.of(4), tmp_path, seen=9)
    assert report.refused
    assert broken(report) == {("accounts", "every document seen is accounted for")}
    assert "found seen 9, accounted 7" in report.reasons[0]
    assert "tip status" in report.reasons[0]


def test_accounts_of_other_documents_than_the_current_ones_refuse(tmp_path: Path) -> None:
    report = judge(Shelf.of(4), tmp_path, loaded=3, pending=1)
    assert broken(report) == {("accounts", "the documents accounted as loaded are the current ones")}
    assert "found loaded 3, current_documents 4" in report.reasons[0]


def test_much_residue_warns_and_refuses_nothing(tmp_path: Path) -> None:
    shelf = Shelf.of(2)
    for number in range(8):
        shelf.plant(0, "residual_numbers", quote="30", residual_id=f"residue{number}")
    report = judge(shelf, tmp_path)
    assert not report.refused
    (warning,) = report.warnings
    assert "residual_numbers; found residue_share 0.5" in warning
    assert outcome(report, "accounts", "at most 30%").severity == "warn"


def test_a_content_that_the_raw_store_lost_refuses(tmp_path: Path) -> None:
    shelf = Shelf.of(4)
    home = shelf.write(Home.at(tmp_path / "home"))
    lost = shelf.documents[2].source_sha256
    raw_path(home.raw, lost).unlink()
    report = gate_facts(home, shelf.selection(), shelf.accounting())
    assert report.refused
    assert broken(report) == {("inventory", "the raw store holds the content")}
    assert f"{CODES[2]}-{lost[:16]}.txt" in report.reasons[0]
    assert "from a backup" in report.reasons[0]


def test_every_suite_has_a_floor_and_says_what_it_observed(tmp_path: Path) -> None:
    report = judge(Shelf.of(3), tmp_path)
    floors = {one.suite for one in report.outcomes if one.kind == "expect_table_row_count_to_be_between"}
    assert floors == {page.suite for page in report.pages} - {"schema"}
    assert all(one.observed for one in report.outcomes)
    assert outcome(report, "fact_prosecutions", "rows number").observed == "3 rows"
    assert outcome(report, "fact_prosecutions", "fact_id is unique").observed == "0 of 3 rows break it"
    assert "pages" not in report.to_dict()


def with_superseded(bad_current: bool) -> Shelf:
    """Three reports, and a superseded document of the first that is bad; so is the current one, where asked."""
    shelf = Shelf.of(3)
    shelf.add(document(0, f"{TEXT} The police trained officers."))
    shelf.of_document("fact_prosecutions", 3)["value"] = 10_000_000
    if bad_current:
        shelf.of_document("fact_prosecutions", 0)["value"] = 20_000_000
    return shelf


def test_superseded_documents_are_not_judged_where_the_current_one_passes(tmp_path: Path) -> None:
    shelf = with_superseded(bad_current=False)
    report = judge(shelf, tmp_path, loaded=3, superseded=2, seen=7)
    assert (report.refused, report.documents, report.documents_checked) == (False, [], 3)


def test_a_document_that_would_stand_in_for_a_failed_one_is_judged_too(tmp_path: Path) -> None:
    shelf = with_superseded(bad_current=True)
    report = judge(shelf, tmp_path, loaded=3, superseded=2, seen=7)
    assert [one.document_id for one in report.documents] == [shelf.documents[place].document_id for place in (0, 3)]
    assert "value 10000000" in report.documents[1].reason
    # The limit counts current documents only.
    assert not report.refused


def test_what_the_stages_write_is_as_the_schema_says_and_well_cited(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home").create()
    for country in ("Ghana", "Moldova"):
        (home.landing / f"{country}.txt").write_text(
            f"Trafficking in Persons Report 2008 - {country}\n\n{country} is a source country for women trafficked to "
            f"Italy. The Government of {country} does not fully comply with the minimum standards for the elimination "
            "of trafficking; however, it is making significant efforts to do so.\n\nProsecution\n\nCourts convicted "
            "nine traffickers in 2007.\n"
        )
    stages.take_inventory(home, settle_seconds=0)
    stages.read_documents(home)
    stages.extract_facts(home)
    selection = stages.select_documents(home)
    report = gate_facts(home, selection, stages.account(home, selection))
    assert report.documents == []
    assert {one.suite for one in report.failures} <= {"accounts"}


def test_the_gates_import_neither_gx_nor_pandas_before_one_runs() -> None:
    code = "import sys, expectations.gates; print({'great_expectations', 'pandas'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
