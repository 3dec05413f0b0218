"""From what the suites found to a gate's verdict: documents to set aside, reasons and warnings in sentences."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from expectations.report import DocumentFailure, ExpectationOutcome, GateReport

if TYPE_CHECKING:
    import pandas as pd

    from expectations.engine import Engine, Finding
    from expectations.frames import Found

    # Rows of the selection by document_id; a frame and what a suite found in it.
    Documents = dict[str, dict[str, Any]]
    Judged = tuple[pd.DataFrame, list[Finding]]

# A refusal lists so many reasons; the outcomes hold all.
_MOST_REASONS = 20


def judge_schema(engine: Engine, found: Sequence[Found]) -> tuple[list[ExpectationOutcome], list[str]]:
    """Outcomes of the schema suite, table by table, and why the gate refuses because of them."""
    from expectations.engine import EXAMPLES
    from expectations.frames import schema_frame
    from expectations.suites import schema_suite

    frame = schema_frame(found)
    owners = list(frame["table"])
    outcomes: list[ExpectationOutcome] = []
    reasons: list[str] = []
    everything = engine.run(schema_suite(), frame)
    findings = [finding for finding in everything if finding.columns]
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
                observed=(table.problem or f"{len(rows)} columns break it") if rows else "0 columns break it",
                examples=faults[:EXAMPLES],
            ))  # fmt: skip
            if rows and not table.problem:
                reasons.append(
                    f"{where}: expected that {finding.outcome.expectation}; found that {'; '.join(faults)}. "
                    f"{_capital(finding.why)}. {_NEXT_TABLE}"
                )
    if not all(finding.outcome.success or finding.rows for finding in everything):
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


def document_failures(judged: Iterable[Judged], documents: Documents) -> list[DocumentFailure]:
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
            f"{known['report_id']} from {known['source_path']}, {said_of[0]}{more}. Repair the rule or the file, then "
            "`tip run`.",
        ))  # fmt: skip
    return failures


def reasons_of(findings: Iterable[Finding]) -> list[str]:
    """Why the gate refuses: one sentence for each broken expectation that sets aside no document."""
    return [
        f"{_sentence(finding)} Nothing was published. {_next(finding)}"
        for finding in findings
        # A document-level expectation that names no row could not be judged at all.
        if not finding.outcome.success
        and finding.outcome.severity == "error"
        and (finding.outcome.level == "table" or not finding.rows)
    ]


def warnings_of(findings: Iterable[Finding]) -> list[str]:
    """What is broken and refuses nothing, a sentence each."""
    return [_sentence(one) for one in findings if not one.outcome.success and one.outcome.severity == "warn"]


def _sentence(finding: Finding) -> str:
    outcome = finding.outcome
    found = outcome.observed or "it broke"
    if outcome.examples:
        found = f"{found}, as in {outcome.examples[0]}" if outcome.suite != "accounts" else outcome.examples[0]
    return f"{outcome.suite}: expected that {outcome.expectation}; found {found}. {_capital(finding.why)}."


def _next(finding: Finding) -> str:
    if finding.outcome.suite == "inventory":
        return "Put the file back, then `tip run`."
    if finding.outcome.suite == "editions":
        return "Look at the edition's documents and residual_numbers; repair the rule or the bound, then `tip run`."
    if "failing_documents" in finding.columns:
        return (
            "None of them was set aside; the gate's check on `selection` lists them, and build/data_docs in the home "
            "has their rows. Repair the rule or the reader, then `tip run`."
        )
    if finding.outcome.suite == "accounts":
        return "See `tip status` and `tip quarantine list`; repair what fails there, then `tip run`."
    return "Repair the rule or the model that makes these rows, then `tip run`."


def report_of(
    name: str, began: float, engine: Engine, outcomes: list[ExpectationOutcome], reasons: list[str], checked: int = 0,
    documents: Sequence[DocumentFailure] = (), warnings: Sequence[str] = (),
) -> GateReport:  # fmt: skip
    """The report of a gate that began at `began` (`time.perf_counter`); it is refused where there are reasons."""
    if len(reasons) > _MOST_REASONS:
        rest = len(reasons) - _MOST_REASONS
        reasons = [*reasons[:_MOST_REASONS], f"{rest} more expectations are broken; the gate's outcomes list them."]
    return GateReport(
        name=name, outcomes=outcomes, documents=list(documents), documents_checked=checked, refused=bool(reasons),
        reasons=reasons, seconds=time.perf_counter() - began, warnings=list(warnings),
        pages=tuple(engine.pages),
    )  # fmt: skip
