"""Load the lake into a fresh candidate warehouse: schema `raw`, exact types, rows of current documents only."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from ingest.home import Home
from ingest.schema import Table
from tip_warehouse.release.tables import (
    RAW_COUNTRIES,
    RAW_DOCUMENTS,
    RAW_LAKE_TABLES,
    column_list,
    create_table_sql,
    literal,
)


class LoadError(RuntimeError):
    """The lake, the selection or the country table cannot be loaded as the schema says."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What was loaded: `rows` of each raw table, `documents` current ones, wall time in seconds, file size in bytes."""

    rows: dict[str, int]
    documents: int
    seconds: float
    bytes: int


def load_candidate(home: Home, selection: pa.Table, countries: pa.Table | None = None) -> LoadReport:
    """Make `home.candidate` anew from the lake and return what it holds.

    `selection` lists the documents of the warehouse (columns of `RAW_DOCUMENTS`); fact rows are taken
    only from documents whose `is_current` is true. `countries` defaults to the vocabulary's table.
    The file is written beside its place and renamed into it, so that a load that fails or is killed
    leaves the candidate of before. Raises `LoadError` where columns or types do not fit the schema,
    or where a report has more than one current document.
    """
    started = time.perf_counter()
    known = countries if countries is not None else _vocabulary_countries()
    home.build.mkdir(parents=True, exist_ok=True)
    with _replacing(home.candidate) as unfinished:
        with duckdb.connect(str(unfinished)) as connection:
            connection.execute("SET threads = 2")
            connection.execute("BEGIN")
            connection.execute("CREATE SCHEMA raw")
            rows = {
                RAW_DOCUMENTS.name: _load_arrow(connection, RAW_DOCUMENTS, selection, "selection"),
                RAW_COUNTRIES.name: _load_arrow(connection, RAW_COUNTRIES, known, "country table"),
            }
            _check_one_current(connection)
            for table in RAW_LAKE_TABLES:
                rows[table.name] = _load_lake_table(connection, table, home.lake)
            current = connection.execute("SELECT count(*) FROM raw.documents WHERE is_current").fetchone()
            connection.execute("COMMIT")
    size = home.candidate.stat().st_size
    return LoadReport(rows, int(current[0]) if current else 0, time.perf_counter() - started, size)


def _vocabulary_countries() -> pa.Table:
    from ingest.vocabulary.countries import country_table

    return country_table()


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Give a path beside `target`; rename it into place at the end, or remove it on failure."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    leftovers = (unfinished, unfinished.with_name(unfinished.name + ".wal"))
    try:
        for path in leftovers:
            path.unlink(missing_ok=True)
        yield unfinished
        # A log that another build left behind must never be replayed into the new file.
        target.with_name(target.name + ".wal").unlink(missing_ok=True)
        os.replace(unfinished, target)
    finally:
        for path in leftovers:
            path.unlink(missing_ok=True)


def _load_arrow(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, what: str) -> int:
    missing = [name for name in table.column_names if name not in rows.column_names]
    if missing:
        raise LoadError(f"the {what} lacks the columns {missing} of raw.{table.name}; it has {rows.column_names}")
    connection.execute(create_table_sql(table, "raw"))
    connection.register("incoming", rows.select(table.column_names))
    try:
        connection.execute(f"INSERT INTO raw.{table.name} SELECT {column_list(table)} FROM incoming")
    except duckdb.Error as error:
        raise LoadError(f"the {what} does not fit the types of raw.{table.name}: {error}") from error
    connection.unregister("incoming")
    return int(rows.num_rows)


def _check_one_current(connection: duckdb.DuckDBPyConnection) -> None:
    doubled = connection.execute(
        "SELECT report_id, list(source_path ORDER BY source_path) FROM raw.documents WHERE is_current "
        "GROUP BY report_id HAVING count(*) > 1 ORDER BY report_id LIMIT 1"
    ).fetchone()
    if doubled:
        raise LoadError(
            f"the selection has more than one current document for {doubled[0]}: {doubled[1]}; "
            "exactly one document of a report may have is_current"
        )


def _load_lake_table(connection: duckdb.DuckDBPyConnection, table: Table, lake: Path) -> int:
    connection.execute(create_table_sql(table, "raw"))
    files = sorted(lake.glob(f"{table.name}/edition_year=*/{table.name}.parquet"))
    if not files:
        return 0
    listed = ", ".join(literal(str(path)) for path in files)
    try:
        connection.execute(
            f"INSERT INTO raw.{table.name} SELECT {column_list(table)} "
            f"FROM read_parquet([{listed}], hive_partitioning = false, union_by_name = true) "
            "WHERE document_id IN (SELECT document_id FROM raw.documents WHERE is_current)"
        )
    except duckdb.Error as error:
        raise LoadError(
            f"the lake's {table.name} ({len(files)} files under {lake / table.name}) does not fit the schema: {error}"
        ) from error
    found = connection.execute(f"SELECT count(*) FROM raw.{table.name}").fetchone()
    return int(found[0]) if found else 0
