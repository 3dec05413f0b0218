"""What one release says otherwise than another: facts added, changed and withdrawn, each with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ingest.schema import CHANGES, FACT_TABLES, MARTS_BY_NAME, Table
from ingest.schema.releases import WHOLE_ROW
from ingest.verdicts import LESS_COMPLETE, REPLACED, WITHDRAWN
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.export import ROW_GROUP_ROWS, ExportedTable, write_parquet
from tip_warehouse.release.tables import column_list, literal, order_by, quoted

FILE = "changes.parquet"
# They say where a fact stands: every word that is added before it moves them.
_PLACE = frozenset({"fact_id", "report_id", "char_start", "char_end"})
# The columns of natural keys that hold the figure itself: facts that differ in these alone say another figure of
# the same thing.
_FIGURE = frozenset({
    "status", "value", "value_low", "value_high", "qualifier", "amount", "amount_low", "amount_high", "amount_usd",
    "offenders", "term_months_min", "term_months_max", "penalty_years_min", "penalty_years_max", "tier", "basis",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document of a report that another one took the place of, or was kept out by: paths and SHA-256 of both; why.

    `old` is the document that does not speak for the report, None where there was none before; `new` is the one
    that does, None where there is none any more.
    """

    report_id: str
    reason: str
    explanation: str
    old_path: str | None
    old_sha256: str | None
    new_path: str | None
    new_sha256: str | None


def write_changes(release: Path, base: Path | None) -> ExportedTable:
    """Write `changes.parquet` of the release in the folder `release` against the one in `base` (None: the first).

    The rows follow from the tables of both releases alone.
    """
    with _connection() as connection:
        rows = compare(connection, base, release) if base else _nothing(connection)
        return write_parquet(CHANGES, rows.to_arrow_reader(ROW_GROUP_ROWS), release / FILE)


def write_against(release: Path, base: Path | None) -> tuple[ExportedTable, dict[str, Any]]:
    """`write_changes`, and what the manifest says of it: base_release_id, and base_problem where there is one.

    A base that is damaged must not keep a sound release from users: the changes are empty then, as in a first one.
    """
    try:
        return write_changes(release, base), {"base_release_id": base and base.name}
    except (duckdb.Error, pa.ArrowException, OSError, ValueError, KeyError) as error:
        if base is None:
            raise
        problem = f"{base.name} cannot be read ({error}); next: tip verify"
        return write_changes(release, None), {"base_release_id": None, "base_problem": problem}


def changes_between(old: Path, new: Path) -> pa.Table:
    """The rows of `CHANGES` that lead from the release in `old` to the one in `new`, in the table's order."""
    with _connection() as connection:
        rows: pa.Table = compare(connection, old, new).to_arrow_table()
        return rows.cast(CHANGES.arrow_schema())


def replaced_documents(old: Path, new: Path) -> list[Replaced]:
    """What became of documents from the release in `old` to the one in `new`, by report.

    The reports whose current document is another one, and the documents that came and did not become current.
    """
    before, after = _Documents.of(old), _Documents.of(new)
    found = []
    for report_id in sorted(before.current.keys() | after.current.keys()):
        was, now = before.current.get(report_id), after.current.get(report_id)
        if not (was and now and was["source_sha256"] == now["source_sha256"]):
            found.append(_replaced(report_id, was, now, *_why(report_id, before, after)))
        known = {row["source_sha256"] for row in before.versions.get(report_id, ())}
        for late in after.versions.get(report_id, ()):
            if now and not late["is_current"] and late["source_sha256"] not in known | {now["source_sha256"]}:
                words = f"{_named(late)} came and did not take the place of {_named(now)}: {late['reason']}"
                found.append(_replaced(report_id, late, now, _reason_of(late["reason"]), words))
    return found


def _replaced(report_id: str, old: Any, new: Any, reason: str, explanation: str) -> Replaced:
    places = [document and document[name] for document in (old, new) for name in ("source_path", "source_sha256")]
    return Replaced(report_id, reason, explanation, *places)


def compare(connection: duckdb.DuckDBPyConnection, old: Path, new: Path) -> duckdb.DuckDBPyRelation:
    """The rows of `CHANGES`, in the table's order, as a relation of `connection`."""
    reasons = pa.Table.from_pylist(list(_reasons(old, new)), _REASONS)
    connection.register("reasons", reasons)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS {_nothing_sql()}")
    for table in FACT_TABLES:
        files = [folder / "parquet" / f"{table.name}.parquet" for folder in (old, new)]
        if all(file.is_file() for file in files) and file_sha256(files[0]) != file_sha256(files[1]):
            connection.execute(f"INSERT INTO found BY NAME {_table_sql(table, *files)}")
    return connection.sql(f"SELECT {column_list(CHANGES)} FROM found ORDER BY {order_by(CHANGES)}")


_REASONS = pa.schema([("report_id", pa.string()), ("reason", pa.string()), ("explanation", pa.string())])


def _connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    return connection


def _nothing_sql() -> str:
    columns = ", ".join(f"CAST(NULL AS {column.sql}) AS {quoted(column.name)}" for column in CHANGES.columns)
    return f"SELECT {columns} LIMIT 0"


def _nothing(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    return connection.sql(_nothing_sql())


def _table_sql(table: Table, old: Path, new: Path) -> str:
    # Releases of other versions may have fewer columns, or more; what both have can be compared.
    shared = set(pq.read_schema(old).names) & set(pq.read_schema(new).names)
    values = [column.name for column in MARTS_BY_NAME[table.name].columns if column.name in shared - _PLACE]
    key = [name for name in table.natural_key if name in shared - _FIGURE]
    pairable = len(key) < len([name for name in table.natural_key if name in shared])
    alike = ", ".join(quoted(name) for name in ("report_id", *key))
    columns = [(literal(name), f"old.{quoted(name)}", f"new.{quoted(name)}") for name in values]
    differs = " OR ".join(f"{was} IS DISTINCT FROM {now}" for _, was, now in columns)
    differences = ",\n      ".join(
        f"{{'name': {name}, 'was': CAST({was} AS VARCHAR), 'now': CAST({now} AS VARCHAR), "
        f"'differs': {was} IS DISTINCT FROM {now}}}"
        for name, was, now in columns
    )
    single = (
        f"SELECT CAST(({alike}) AS VARCHAR) AS alike, any_value(fact_id) AS fact_id FROM {{}} "
        "GROUP BY 1 HAVING count(*) = 1"
    )
    pairs = (
        f"SELECT c.fact_id AS came, g.fact_id AS gone"
        f" FROM ({single.format('came')}) c JOIN ({single.format('gone')}) g USING (alike)"
        if pairable
        else "SELECT '' AS came, '' AS gone LIMIT 0"
    )
    return f"""
    WITH old AS (FROM read_parquet({literal(str(old))})), new AS (FROM read_parquet({literal(str(new))})),
    came AS MATERIALIZED (FROM new ANTI JOIN old USING (fact_id)),
    gone AS MATERIALIZED (FROM old ANTI JOIN new USING (fact_id)),
    pairs AS MATERIALIZED ({pairs}),
    parted AS (SELECT new.fact_id, new.report_id, new.quote, unnest(list_filter([
      {differences}
    ], lambda difference: difference.differs)) AS d FROM new JOIN old USING (fact_id) WHERE {differs}),
    rows AS (
      SELECT 'added' AS change, fact_id, report_id, quote, {literal(WHOLE_ROW)} AS column_name,
             NULL AS old_value, NULL AS new_value, gone AS replaces FROM came LEFT JOIN pairs ON came = fact_id
      UNION ALL
      SELECT 'withdrawn', fact_id, report_id, quote, {literal(WHOLE_ROW)}, NULL, NULL, came
      FROM gone LEFT JOIN pairs ON gone = fact_id
      UNION ALL
      SELECT 'changed', fact_id, report_id, quote, d.name, d.was, d.now, NULL FROM parted
    )
    SELECT {literal(table.name)} AS table_name, rows.*, reasons.reason, reasons.explanation
    FROM rows LEFT JOIN reasons USING (report_id)"""


class _Documents:
    """The documents that a release tells of: the current one of each report, and every one that was ever read."""

    def __init__(self, current: Mapping[str, Any], versions: Mapping[str, Sequence[Any]], extractor: str) -> None:
        self.current = current
        self.versions = versions
        self.extractor = extractor

    @classmethod
    def of(cls, release: Path) -> _Documents:
        names = ["report_id", "source_path", "source_sha256"]
        reports = pq.read_table(release / "parquet" / "dim_report.parquet", columns=[*names, "extractor_version"])
        versions: dict[str, list[Any]] = {}
        table = pq.read_table(release / "parquet" / "report_versions.parquet", columns=[*names, "is_current", "reason"])
        for row in table.to_pylist():
            versions.setdefault(row["report_id"], []).append(row)
        manifest = json.loads((release / "manifest.json").read_bytes()) if (release / "manifest.json").is_file() else {}
        current = {row["report_id"]: row for row in reports.to_pylist()}
        # A release that is being staged has no manifest yet; its documents were all read by one version.
        first = next(iter(current.values()), {"extractor_version": ""})
        return cls(current, versions, str(manifest.get("extractor_version") or first["extractor_version"]))

    def withdrawn(self, report_id: str) -> list[Any]:
        """The documents of a report that were withdrawn."""
        return [row for row in self.versions.get(report_id, ()) if str(row["reason"]).startswith(f"{WITHDRAWN}: ")]


def _reasons(old: Path, new: Path) -> Iterator[dict[str, str]]:
    before, after = _Documents.of(old), _Documents.of(new)
    for report_id in sorted(before.current.keys() | after.current.keys()):
        reason, explanation = _why(report_id, before, after)
        yield {"report_id": report_id, "reason": reason, "explanation": explanation}


def _why(report_id: str, before: _Documents, after: _Documents) -> tuple[str, str]:
    """(one of `CHANGE_REASONS`, the reason in words) for whatever changed in a report."""
    was, now = before.current.get(report_id), after.current.get(report_id)
    if was is None:
        back = " (it had been withdrawn, and that was undone)" if before.withdrawn(report_id) else ""
        return "new_report", f"read from {_named(now)}{back}"
    if now is None:
        return _gone(report_id, was, before, after)
    if was["source_sha256"] == now["source_sha256"]:
        if was["extractor_version"] != now["extractor_version"]:
            return "new_extractor", (
                f"{_named(now)} was read by extractor {now['extractor_version']}, "
                f"before that by {was['extractor_version']}"
            )
        return "other", f"{_named(now)} and its extractor are the same; the column follows from other reports, too"
    verdict = next(
        (
            str(row["reason"])
            for row in after.versions.get(report_id, ())
            if row["source_sha256"] == was["source_sha256"]
        ),
        "set aside, or no longer read as this report",
    )
    return _reason_of(verdict), f"{_named(now)} took the place of {_named(was)}: {verdict}"


def _reason_of(verdict: str) -> str:
    """The one of `CHANGE_REASONS` that a verdict on a document is."""
    reasons = {WITHDRAWN: "withdrawn_report", REPLACED: "revised_report", LESS_COMPLETE: "superseded"}
    return next((name for word, name in reasons.items() if verdict.startswith(word)), "other")


def _gone(report_id: str, was: Any, before: _Documents, after: _Documents) -> tuple[str, str]:
    if withdrawn := after.withdrawn(report_id):
        return "withdrawn_report", f"{_named(withdrawn[0])}: {withdrawn[0]['reason']}"
    if before.extractor != after.extractor:
        return "new_extractor", f"extractor {after.extractor} reads no such report from {_named(was)}"
    return "other", f"{_named(was)} was set aside; see tip quarantine list"


def _named(document: Any) -> str:
    return f"{document['source_path']} ({document['source_sha256'][:12]})"
