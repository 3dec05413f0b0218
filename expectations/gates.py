"""The two gates: gate A judges facts before they are loaded, gate B a candidate release before it is published.

Importing this module imports neither GX nor pandas; the first gate that runs does (`warm` does it ahead of time).
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from expectations.bounds import load_bounds
from expectations.report import GateReport
from expectations.verdicts import document_failures, judge_schema, reasons_of, report_of, warnings_of
from ingest.home import Home
from ingest.inventory import Accounting, Inventory
from ingest.lake import DOCUMENTS_SCHEMA, lake_schema, partition
from ingest.landing import raw_path
from ingest.schema import LAKE_TABLES, MARTS

if TYPE_CHECKING:
    import pandas as pd

    from expectations.bounds import Bounds
    from expectations.engine import Engine
    from expectations.frames import Found
    from expectations.verdicts import Documents, Judged

FACTS_GATE = "facts"
MARTS_GATE = "marts"


def warm() -> None:
    """Import GX and all that a gate needs (8 to 15 seconds cold), so that the next gate starts at once.

    Imports only: no threads, connections or locks are left behind, so that a process may fork afterwards.
    """
    from expectations import docs, editions, engine, frames, marts, suites  # noqa: F401

    docs.warm()


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
    from expectations.editions import editions_frame
    from expectations.engine import Engine

    began = time.perf_counter()
    bounds = load_bounds()
    engine = Engine()
    documents = {row["document_id"]: row for row in selection.to_pylist()}
    current = {document: row for document, row in documents.items() if row["is_current"]}
    kept = _inventory_frame(home)
    if not current:
        return _nothing_to_judge(began, engine, bounds, accounting)
    found = _read_lake(home, {row["edition_year"] for row in current.values()})
    outcomes, reasons = judge_schema(engine, found)
    if reasons:
        return report_of(FACTS_GATE, began, engine, outcomes, reasons, checked=len(current))
    tables, judged = _judge_documents(engine, bounds, found, current)
    judged.append((kept, engine.run(suites.inventory_suite(), kept)))
    editions = editions_frame(tables, current.values(), bounds.editions)
    judged.append((editions, engine.run(suites.editions_suite(len(editions)), editions)))
    failures = document_failures(judged, current)
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
        failures += document_failures(_judge_documents(engine, bounds, found, standing_in)[1], standing_in)
    return report_of(
        FACTS_GATE, began, engine, outcomes, reasons_of(findings), len(current), failures, warnings_of(findings)
    )


def _nothing_to_judge(began: float, engine: Engine, bounds: Bounds, accounting: Accounting) -> GateReport:
    """No table can be blamed for rows that no document brings: only the accounts say where the documents are."""
    from expectations.suites import accounts_suite

    tables = {table.name: lake_schema(table).empty_table() for table in LAKE_TABLES}
    frame = _accounts_frame(accounting, tables, current_documents=0, failing_documents=0, passing_documents=0)
    findings = engine.run(accounts_suite(bounds, bounds.failures_allowed(0)), frame)
    return report_of(FACTS_GATE, began, engine, [finding.outcome for finding in findings], reasons_of(findings))


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
        (
            frame := _texts_frame(documents, tables, texts),
            engine.run(suites.texts_suite(len(documents), "document"), frame),
        ),
        (citations, engine.run(suites.citations_suite(bounds, "document", 0), citations)),
    ]
    reports = sum(row["family"] == "tip_report" for row in documents.values())
    for table in LAKE_TABLES:
        frame = frames.frame_of(tables[table.name])
        floor = bounds.floor(table.name, len(documents), reports)
        judged.append((frame, engine.run(suites.table_suite(table, bounds, floor, "document"), frame)))
    return tables, judged


def gate_marts(parquet_folder: Path, accounting: Accounting, before: Mapping[str, int] | None = None) -> GateReport:
    """Gate B: may this candidate release be published? `parquet_folder` holds the exported Parquet of all marts.

    Where a manifest lies beside that folder, it must say of each table what the files hold. `before` counts the rows
    of each table in the current release (None: there is none). Any broken expectation of severity error refuses the
    release; the one before stays published.
    """
    from expectations import frames, suites
    from expectations.editions import editions_frame
    from expectations.engine import Engine
    from expectations.marts import mart_frame

    began = time.perf_counter()
    bounds = load_bounds()
    engine = Engine()
    found = [
        frames.read_files(table.name, [parquet_folder / f"{table.name}.parquet"], table.arrow_schema(), parquet_folder)
        for table in MARTS
    ]
    outcomes, reasons = judge_schema(engine, found)
    if reasons:
        return report_of(MARTS_GATE, began, engine, outcomes, reasons)
    tables: dict[str, pa.Table] = {one.name: one.rows for one in found}
    reports = tables["dim_report"].to_pylist()
    places = {row["report_id"]: (row["report_id"], row["country_code"], row["edition_year"]) for row in reports}
    texts = frames.joined_texts(tables["report_paragraphs"], "report_id")
    citations = frames.citations_frame(tables, texts, places, "report_id")
    findings = engine.run(suites.citations_suite(bounds, "table", bounds.facts), citations)
    for table in MARTS:
        frame, extra = mart_frame(table, tables, bounds)
        floor = bounds.floor(table.name, len(reports), sum(row["family"] == "tip_report" for row in reports))
        suite = suites.table_suite(table, bounds, floor, "table")
        for expectation in extra:
            suite.add_expectation(expectation)
        findings += engine.run(suite, frame)
    accounts = _accounts_frame(accounting, tables, reports=len(reports))
    findings += engine.run(suites.release_accounts_suite(bounds), accounts)
    editions = editions_frame(tables, reports, bounds.editions)
    findings += engine.run(suites.editions_suite(len(editions)), editions)
    release = _release_frame(parquet_folder, tables, before or {}, bounds)
    findings += engine.run(suites.release_suite(bounds, len(MARTS)), release)
    outcomes += [finding.outcome for finding in findings]
    return report_of(
        MARTS_GATE, began, engine, outcomes, reasons_of(findings), checked=len(reports), warnings=warnings_of(findings)
    )  # fmt: skip


# -- frames of a gate -------------------------------------------------------------------------------------------------


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


def _inventory_frame(home: Home) -> pd.DataFrame:
    """One row for each path and content ever seen; `in_raw` where the raw store still holds the content."""
    import pandas as pd

    with Inventory.open(home) as inventory:
        seen = [(path, sha256) for sha256, paths in inventory.paths().items() for path in paths]
    # A name without content, such as a FIFO's, has no bytes to keep.
    frame = pd.DataFrame({
        "path": [path for path, _ in seen],
        "sha256": [sha256 for _, sha256 in seen],
        "is_relative": [not path.startswith("/") and ".." not in path.split("/") for path, _ in seen],
        "in_raw": [sha256.startswith("none:") or raw_path(home.raw, sha256).is_file() for _, sha256 in seen],
    })  # fmt: skip
    frame.attrs["labels"] = ("path",)
    return frame


def _release_frame(
    folder: Path, tables: Mapping[str, pa.Table], before: Mapping[str, int], bounds: Bounds
) -> pd.DataFrame:
    """One row a mart: its rows, those that the manifest beside `folder` claims, and the least after those before."""
    import pandas as pd

    manifest = folder.parent / "manifest.json"
    claimed: Mapping[str, int] | None = None
    if manifest.is_file():
        claimed = json.loads(manifest.read_bytes()).get("tables", {})
    rows = [
        {
            "table": table.name,
            "rows": float(tables[table.name].num_rows),
            "claimed": float(tables[table.name].num_rows if claimed is None else claimed.get(table.name, -1)),
            "least": (
                math.ceil(before[table.name] * (1 - bounds.shrink_share))
                if before.get(table.name, 0) >= bounds.shrink_from else 0.0
            ),
        }
        for table in MARTS
    ]  # fmt: skip
    frame = pd.DataFrame(rows)
    frame.attrs["labels"] = ("table",)
    return frame


def _accounts_frame(accounting: Accounting, tables: dict[str, pa.Table], **counts: int) -> pd.DataFrame:
    import pandas as pd

    from expectations.frames import facts_total, residue_share

    entries = accounting.as_dict()
    accounted = sum(entries[name] for name in ("loaded", "superseded", "duplicate", "quarantined", "pending"))
    shares = {"facts": facts_total(tables), "residue_share": residue_share(tables)}
    return pd.DataFrame([entries | {"accounted": accounted} | shares | counts])
