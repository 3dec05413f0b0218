"""The two gates: gate A judges facts before they are loaded, gate B a candidate release before it is published.

Importing this module imports neither GX nor pandas; the first gate that runs does (`warm` does it ahead of time).
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from expectations.bounds import load_bounds
from expectations.report import DocumentFailure, ExpectationOutcome, GateReport
from ingest.home import Home
from ingest.inventory import Accounting
from ingest.lake import DOCUMENTS_SCHEMA, lake_schema, partition
from ingest.schema import LAKE_TABLES, MARTS, Table

if TYPE_CHECKING:
    import pandas as pd

    from expectations.bounds import Bounds
    from expectations.engine import Engine, Finding
    from expectations.frames import Found

    # Rows of the selection by document_id; a frame and what a suite found in it.
    Documents = dict[str, dict[str, Any]]
    Judged = tuple[pd.DataFrame, list[Finding]]

FACTS_GATE = "facts"
MARTS_GATE = "marts"
# A refusal lists so many reasons; the outcomes hold all.
_MOST_REASONS = 20


def warm() -> None:
    """Import GX and all that a gate needs (8 to 15 seconds cold), so that the next gate starts at once.

    Imports only: no threads, connections or locks are left behind, so that a process may fork afterwards.
    """
    from expectations import engine, frames, suites  # noqa: F401


def gate_facts(home: Home, selection: pa.Table, accounting: Accounting) -> GateReport:
    """Gate A: may the facts of the current documents be loaded?

    `selection` comes from `ingest.stages.select_documents`, `accounting` from `ingest.stages.account`. Documents
    whose own rows fail are listed for quarantine, and the rest may go on; the selection and the accounting are
    then to be made again. Superseded documents that may stand in for failed ones are judged by their rows, too,
    and listed where they fail, so that whatever the new selection takes has been judged. Refused is a run where
    tables are not as the schema says, keys are not unique, rows are too few, the accounting does not balance, or
    more than the allowed number of current documents fail (`bounds.toml`).
    """
    from expectations import suites
    from expectations.engine import Engine

    began = time.perf_counter()
    bounds = load_bounds()
    engine = Engine()
    documents = {row["document_id"]: row for row in selection.to_pylist()}
    current = {document: row for document, row in documents.items() if row["is_current"]}
    if not current:
        return _nothing_to_judge(began, engine, bounds, accounting)
    found = _read_lake(home, {row["edition_year"] for row in current.values()})
    outcomes, reasons = _judge_schema(engine, found)
    if reasons:
        return _report(FACTS_GATE, began, outcomes, reasons, checked=len(current))
    tables, judged = _judge_documents(engine, bounds, found, current)
    failures = _document_failures(judged, current)
    failed_reports = {failure.report_id for failure in failures}
    standing_in = {
        document: row for document, row in documents.items()
        if document not in current and row["report_id"] in failed_reports
    }  # fmt: skip
    accounts = _accounts_frame(
        accounting, tables, current_documents=len(current), failing_documents=len(failures),
        passing_documents=len(current) - len(failures),
    )  # fmt: skip
    allowed = bounds.failures_allowed(len(current))
    judged.append((accounts, engine.run(suites.accounts_suite(bounds, allowed), accounts)))
    findings = [finding for _, group in judged for finding in group]
    outcomes += [finding.outcome for finding in findings]
    if standing_in:
        failures += _document_failures(_judge_documents(engine, bounds, found, standing_in)[1], standing_in)
    return _report(FACTS_GATE, began, outcomes, _reasons(findings), len(current), failures, _warnings(findings))


def _nothing_to_judge(began: float, engine: Engine, bounds: Bounds, accounting: Accounting) -> GateReport:
    """No table can be blamed for rows that no document brings: only the accounts say where the documents are."""
    from expectations.suites import accounts_suite

    tables = {table.name: lake_schema(table).empty_table() for table in LAKE_TABLES}
    frame = _accounts_frame(accounting, tables, current_documents=0, failing_documents=0, passing_documents=0)
    findings = engine.run(accounts_suite(bounds, bounds.failures_allowed(0)), frame)
    return _report(FACTS_GATE, began, [finding.outcome for finding in findings], _reasons(findings))


def _judge_documents(
    engine: Engine, bounds: Bounds, found: Sequence[Found], documents: Documents
) -> tuple[dict[str, pa.Table], list[Judged]]:
    """The rows of these documents in every table of the lake, and what the suites find in them."""
    from expectations import frames, suites

    tables = {one.name: frames.of_documents(one.rows, list(documents)) for one in found}
    places = {
        document: (row["report_id"], row["country_code"], row["edition_year"]) for document, row in documents.items()
    }
    texts = dict(zip(*(tables["documents"].column(name).to_pylist() for name in ("document_id", "text")), strict=True))
    citations = frames.citations_frame(tables, texts, places, "document_id")
    judged = [
        (frame := _texts_frame(documents, tables, texts), engine.run(suites.texts_suite("document"), frame)),
        (citations, engine.run(suites.citations_suite(bounds, "document"), citations)),
    ]
    reports = sum(row["family"] == "tip_report" for row in documents.values())
    for table in LAKE_TABLES:
        frame = frames.frame_of(tables[table.name])
        floor = bounds.floor(table.name, len(documents), reports)
        judged.append((frame, engine.run(suites.table_suite(table, bounds, floor, "document"), frame)))
    return tables, judged


def gate_marts(parquet_folder: Path, accounting: Accounting) -> GateReport:
    """Gate B: may this candidate release be published? `parquet_folder` holds the exported Parquet of all marts.

    Any broken expectation of severity error refuses the release; the one before stays published.
    """
    from expectations import frames, suites
    from expectations.engine import Engine

    began = time.perf_counter()
    bounds = load_bounds()
    engine = Engine()
    found = [
        frames.read_files(table.name, [parquet_folder / f"{table.name}.parquet"], table.arrow_schema(), parquet_folder)
        for table in MARTS
    ]
    outcomes, reasons = _judge_schema(engine, found)
    if reasons:
        return _report(MARTS_GATE, began, outcomes, reasons)
    tables: dict[str, pa.Table] = {one.name: one.rows for one in found}
    reports = tables["dim_report"].to_pylist()
    places = {row["report_id"]: (row["report_id"], row["country_code"], row["edition_year"]) for row in reports}
    texts = frames.joined_texts(tables["report_paragraphs"], "report_id")
    citations = frames.citations_frame(tables, texts, places, "report_id")
    findings = engine.run(suites.citations_suite(bounds, "table"), citations)
    for table in MARTS:
        frame, extra = _mart_frame(table, tables)
        floor = bounds.floor(table.name, len(reports), sum(row["family"] == "tip_report" for row in reports))
        suite = suites.table_suite(table, bounds, floor, "table")
        for expectation in extra:
            suite.add_expectation(expectation)
        findings += engine.run(suite, frame)
    accounts = _accounts_frame(accounting, tables, reports=len(reports))
    findings += engine.run(suites.release_suite(bounds), accounts)
    outcomes += [finding.outcome for finding in findings]
    return _report(
        MARTS_GATE, began, outcomes, _reasons(findings), checked=len(reports), warnings=_warnings(findings)
    )  # fmt: skip


# -- frames of a gate --------------------------------------------------------------------------------------------


def _read_lake(home: Home, editions: set[int]) -> list[Found]:
    """Documents and lake tables; the partitions of these `editions`, which have a current document, must be there."""
    from expectations.frames import read_files

    found = []
    for name, schema in (("documents", DOCUMENTS_SCHEMA), *((table.name, lake_schema(table)) for table in LAKE_TABLES)):
        files = {partition(home.lake, name, edition) for edition in editions}
        files.update((home.lake / name).glob("edition_year=*/*.parquet"))
        found.append(read_files(name, sorted(files), schema, home.lake))
    return found


def _texts_frame(documents: Documents, tables: dict[str, pa.Table], texts: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    from expectations.frames import joined_texts

    joined = joined_texts(tables["report_paragraphs"], "document_id")
    return pd.DataFrame({
        "document_id": list(documents),
        "report_id": [row["report_id"] for row in documents.values()],
        "text": [texts.get(document) for document in documents],
        "joined": [joined.get(document) for document in documents],
    })  # fmt: skip


def _accounts_frame(accounting: Accounting, tables: dict[str, pa.Table], **counts: int) -> pd.DataFrame:
    import pandas as pd

    from expectations.frames import facts_total, residue_share

    entries = accounting.as_dict()
    accounted = sum(entries[name] for name in ("loaded", "superseded", "duplicate", "quarantined", "pending"))
    shares = {"facts": facts_total(tables), "residue_share": residue_share(tables)}
    return pd.DataFrame([entries | {"accounted": accounted} | shares | counts])


def _mart_frame(table: Table, tables: dict[str, pa.Table]) -> tuple[pd.DataFrame, list[Any]]:
    """The frame of a mart with what it says of other marts, and the expectations on that."""
    from expectations import frames, suites
    from expectations.engine import gxe, said

    rows = tables[table.name]
    extra: list[Any] = []
    if table.name == "dim_report":
        frame = frames.report_counts(tables)
        extra += [
            suites.agreement("facts", "facts_counted", "facts is the number of rows in the fact tables",
                             "users weigh reports by this count"),
            suites.agreement("characters", "characters_joined", "the paragraphs joined have as many characters",
                             "offsets count characters of this text"),
            suites.agreement("paragraphs", "paragraphs_counted", "paragraphs is the number of rows in "
                             "report_paragraphs", "a paragraph would be missing from the text"),
            said(gxe.ExpectColumnValuesToBeBetween, "report_versions has one current version of the report",
                 column="current_versions", min_value=1, max_value=1, why="a report is read from one document"),
        ]  # fmt: skip
    elif table.name == "coverage":
        frame = frames.coverage_counts(tables)
        extra.append(suites.agreement("facts_listed", "facts_counted", "its counts are those of the fact tables",
                                      "NULL could not be told from 'we have no report'"))  # fmt: skip
    elif table.name == "law_enforcement_by_year":
        frame = frames.yearly_frame(tables)
        extra.append(said(gxe.ExpectColumnValuesToBeNull, "every figure is the value of its fact",
                          column="wrong_figure", why="the number would not be what its source states"))  # fmt: skip
    else:
        frame = frames.frame_of(rows)
    if table.name in _NAMING_FACTS:
        if "strange_fact" not in frame.columns:
            known = frames.fact_values(tables)
            frame["strange_fact"] = pa.array(
                frames.strange_facts(rows, _NAMING_FACTS[table.name], known), pa.string()
            ).to_pandas()
        extra.append(said(gxe.ExpectColumnValuesToBeNull, "every fact_id that it names is a fact",
                          column="strange_fact", why="a number could not be traced to its sentence"))  # fmt: skip
    if "is_headline" in table.column_names:
        chosen = frames.chosen_facts(tables)
        frame["chosen"] = frame["fact_id"].isin(chosen)
        extra.append(suites.agreement("is_headline", "chosen", "is_headline marks the facts that "
                                      "law_enforcement_by_year names",
                                      "a plain SUM over such rows would count too much or too little"))  # fmt: skip
    meaning = frames.reference_columns(frame, table, tables)
    return frame, extra + suites.references(table.name, meaning)


_NAMING_FACTS: dict[str, tuple[str, ...]] = {
    "law_enforcement_by_year": (),
    "restatements": ("earlier_fact_id", "later_fact_id"),
    "quality_issues": ("fact_ids",),
}


# -- verdicts ----------------------------------------------------------------------------------------------------


def _judge_schema(engine: Engine, found: Sequence[Found]) -> tuple[list[ExpectationOutcome], list[str]]:
    """Outcomes of the schema suite, table by table, and why the gate refuses because of them."""
    from expectations.engine import EXAMPLES
    from expectations.frames import schema_frame
    from expectations.suites import schema_suite

    frame = schema_frame(found)
    owners = list(frame["table"])
    outcomes: list[ExpectationOutcome] = []
    reasons: list[str] = []
    findings = engine.run(schema_suite(), frame)
    for table in found:
        where = f"{table.name} ({table.file})"
        if table.problem:
            reasons.append(f"{where}: {table.problem}. {_NEXT_TABLE}")
        for finding in findings:
            rows = [row for row in finding.rows if owners[row] == table.name]
            faults = tuple(_schema_fault(frame, row, finding) for row in rows)
            outcomes.append(replace(
                finding.outcome, suite=table.name, success=not rows, unexpected_count=len(rows),
                column=", ".join(_column_of(frame, row) for row in rows) or None,
                observed=(table.problem or f"{len(rows)} columns break it") if rows else None,
                examples=faults[:EXAMPLES],
            ))  # fmt: skip
            if rows and not table.problem:
                reasons.append(
                    f"{where}: expected that {finding.outcome.expectation}; found that {'; '.join(faults)}. "
                    f"{_capital(finding.why)}. {_NEXT_TABLE}"
                )
    if not all(finding.outcome.success or finding.rows for finding in findings):
        raise RuntimeError(f"GX could not judge the schema: {[finding.outcome for finding in findings]}")
    return outcomes, reasons


def _column_of(frame: pd.DataFrame, row: int) -> str:
    wanted, there = frame.at[row, "wanted_column"], frame.at[row, "column"]
    return wanted if isinstance(wanted, str) else str(there)


def _schema_fault(frame: pd.DataFrame, row: int, finding: Finding) -> str:
    from expectations.engine import shown_value

    if finding.columns == ("nulls",):
        return f"{_column_of(frame, row)} is NULL in {shown_value(frame.at[row, 'nulls'])} rows"
    cells = (frame.at[row, column] for column in finding.columns)
    found, wanted = (cell if isinstance(cell, str) else "nothing" for cell in cells)
    if "type" in finding.columns:
        return f"{_column_of(frame, row)} is {found}, not {wanted}"
    if wanted == "nothing":
        return f"there is a column {found}"
    return f"there is no column {wanted}" if found == "nothing" else f"{found} stands where {wanted} belongs"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_NEXT_TABLE = "Nothing was published. Repair what wrote this table, then `tip run`."


def _document_failures(judged: Iterable[Judged], documents: Documents) -> list[DocumentFailure]:
    """One failure for each document with rows that break an expectation of level document."""
    from expectations.engine import example

    faults: dict[str, list[str]] = {}
    for frame, findings in judged:
        for finding in findings:
            outcome = finding.outcome
            if outcome.level != "document" or outcome.severity != "error":
                continue
            for row in finding.rows:
                table = str(frame.at[row, "table"]) if "table" in frame.columns else outcome.suite
                document = str(frame.at[row, "document_id"])
                faults.setdefault(document, []).append(
                    f"{table}: expected that {outcome.expectation}; found {example(frame, row, finding.columns)}: "
                    f"{finding.why}"
                )
    failures = []
    for document, said_of in sorted(faults.items(), key=lambda item: documents[item[0]]["report_id"]):
        known = documents[document]
        more = f" ({len(said_of) - 1} more faults)" if len(said_of) > 1 else ""
        failures.append(DocumentFailure(
            document, known["source_sha256"], known["report_id"],
            f"{known['report_id']} from {known['source_path']}, {said_of[0]}{more}. See `tip quarantine show "
            f"{known['source_sha256'][:12]}`; repair the rule or the file, then `tip run`.",
        ))  # fmt: skip
    return failures


def _reasons(findings: Iterable[Finding]) -> list[str]:
    """Why the gate refuses: one sentence for each broken expectation that sets aside no document."""
    return [
        f"{_sentence(finding)} Nothing was published. {_next(finding)}"
        for finding in findings
        # A document-level expectation that names no row could not be judged at all.
        if not finding.outcome.success
        and finding.outcome.severity == "error"
        and (finding.outcome.level == "table" or not finding.rows)
    ]


def _warnings(findings: Iterable[Finding]) -> list[str]:
    return [_sentence(one) for one in findings if not one.outcome.success and one.outcome.severity == "warn"]


def _sentence(finding: Finding) -> str:
    outcome = finding.outcome
    found = outcome.observed or "it broke"
    if outcome.examples:
        found = f"{found}, as in {outcome.examples[0]}" if outcome.suite != "accounts" else outcome.examples[0]
    return f"{outcome.suite}: expected that {outcome.expectation}; found {found}. {_capital(finding.why)}."


def _next(finding: Finding) -> str:
    if finding.outcome.suite == "accounts":
        return "See `tip status` and `tip quarantine list`; repair what fails there, then `tip run`."
    return "Repair the rule or the model that makes these rows, then `tip run`."


def _report(
    name: str, began: float, outcomes: list[ExpectationOutcome], reasons: list[str], checked: int = 0,
    documents: Sequence[DocumentFailure] = (), warnings: Sequence[str] = (),
) -> GateReport:  # fmt: skip
    if len(reasons) > _MOST_REASONS:
        rest = len(reasons) - _MOST_REASONS
        reasons = [*reasons[:_MOST_REASONS], f"{rest} more expectations are broken; the gate's outcomes list them."]
    return GateReport(
        name=name, outcomes=outcomes, documents=list(documents), documents_checked=checked, refused=bool(reasons),
        reasons=reasons, seconds=time.perf_counter() - began, warnings=list(warnings),
    )  # fmt: skip
