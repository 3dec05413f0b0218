"""Export the marts of the candidate warehouse as Parquet: sorted, typed, described; same rows, same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ingest.home import Home
from ingest.schema import MARTS, Table
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.tables import column_list, order_by, quoted

# Rows of a row group: fixed, since another size gives other bytes. Bounds the memory of an export, too.
ROW_GROUP_ROWS = 100_000


class ExportError(RuntimeError):
    """A mart is missing, has other columns or types than the schema, or NULL in a required column."""


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """One exported mart: its file, the number of rows, and the size (bytes) and SHA-256 of the file."""

    name: str
    path: Path
    rows: int
    bytes: int
    sha256: str


def export_marts(home: Home, tables: Sequence[Table] = MARTS) -> list[ExportedTable]:
    """Write each mart of `home.candidate` to `home.staged_release/parquet/<table>.parquet`.

    Rows come in the table's own order and columns in the schema's. Raises `ExportError` where the
    candidate does not hold what the schema says; files written before it stay in the staged folder.
    """
    if not home.candidate.is_file():
        raise ExportError(f"no candidate warehouse at {home.candidate}; load and build it first")
    folder = home.staged_release / "parquet"
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("SET threads = 2")
        return [_export(connection, table, folder / f"{table.name}.parquet") for table in tables]


def _export(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> ExportedTable:
    _check_columns(connection, table)
    result = connection.sql(f"SELECT {column_list(table)} FROM marts.{quoted(table.name)} ORDER BY {order_by(table)}")
    return write_parquet(table, result.to_arrow_reader(ROW_GROUP_ROWS), path)


def write_parquet(table: Table, reader: pa.RecordBatchReader, path: Path) -> ExportedTable:
    """Write the rows of `reader`, which has the columns of `table` in its order of rows, as the file of `table`.

    Raises `ExportError` where a required column has no value.
    """
    schema = file_schema(table)
    rows = 0
    with pq.ParquetWriter(
        path,
        schema,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=6,
        use_dictionary=True,
        write_statistics=True,
        write_page_checksum=True,
        store_schema=True,
        sorting_columns=pq.SortingColumn.from_ordering(
            schema, [(name, "ascending") for name in table.sort], null_placement="at_end"
        ),
    ) as writer:
        for group in _row_groups(reader):
            typed = group.cast(pa.schema([field.with_nullable(True) for field in schema]))
            _check_required(table, typed)
            writer.write_table(pa.Table.from_arrays(typed.columns, schema=schema), row_group_size=ROW_GROUP_ROWS)
            rows += group.num_rows
    return ExportedTable(table.name, path, rows, path.stat().st_size, file_sha256(path))


def file_schema(table: Table) -> pa.Schema:
    """The schema of the Parquet file of `table`: its types, and its meanings in two places.

    Arrow keeps a field's metadata inside a blob of its own, which only Arrow reads. The file's key-value
    metadata, which any reader shows (`parquet_kv_metadata` in DuckDB), therefore holds them again:
    table, description, grain, primary_key (JSON list) and columns (JSON object: column to description).
    """
    schema = table.arrow_schema()
    described = {
        **(schema.metadata or {}),
        b"grain": table.grain.encode(),
        b"primary_key": json.dumps(list(table.primary_key)).encode(),
        b"columns": json.dumps(
            {column.name: column.description for column in table.columns}, ensure_ascii=False
        ).encode(),
    }
    return schema.with_metadata(described)


def _check_columns(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    found = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() "
        "WHERE schema_name = 'marts' AND table_name = ? ORDER BY column_index",
        [table.name],
    ).fetchall()
    wanted = [(column.name, column.sql) for column in table.columns]
    if not found:
        raise ExportError(f"the candidate has no table marts.{table.name}; run the dbt build again")
    if found != wanted:
        strange = sorted(set(found) ^ set(wanted)) or "their order"
        raise ExportError(f"marts.{table.name} has other columns than the schema: {strange}")


def _row_groups(reader: pa.RecordBatchReader) -> Iterator[pa.Table]:
    """The batches of `reader` as tables of one chunk and `ROW_GROUP_ROWS` rows each (the last one: the rest).

    However the database cuts its batches, the same rows become the same row groups.
    """
    waiting: list[pa.RecordBatch] = []
    held = 0
    for batch in reader:
        waiting.append(batch)
        held += batch.num_rows
        while held >= ROW_GROUP_ROWS:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, ROW_GROUP_ROWS).combine_chunks()
            waiting = table.slice(ROW_GROUP_ROWS).to_batches()
            held -= ROW_GROUP_ROWS
    if held:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _check_required(table: Table, rows: pa.Table) -> None:
    for column in table.columns:
        values = rows.column(column.name)
        if column.required and values.null_count:
            first = values.is_null().index(True).as_py()
            key = ", ".join(f"{name} = {rows.column(name)[first].as_py()!r}" for name in table.primary_key)
            raise ExportError(
                f"marts.{table.name}: {column.name} is NULL in {values.null_count} rows, first where {key}; "
                "the schema requires it"
            )
