"""What the UI shows of a table: rows, bytes, seconds, columns, and its first rows as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from dagster import MetadataValue, TableColumn, TableColumnConstraints, TableSchema

from ingest.home import Home
from ingest.lake import partition
from ingest.schema import Table

PREVIEW_ROWS = 5
_CELL = 60


def column_schema(table: Table) -> dict[str, Any]:
    """Definition metadata: the columns of `table` with types, meanings and constraints, out of the one schema."""
    columns = [
        TableColumn(
            column.name,
            column.sql,
            column.description,
            TableColumnConstraints(
                nullable=not column.required,
                unique=table.primary_key == (column.name,),
                other=[f"one of {', '.join(column.enum)}"] if column.enum else [],
            ),
        )
        for column in table.columns
    ]
    return {"dagster/column_schema": MetadataValue.table_schema(TableSchema(columns))}


def measured(
    rows: int | None = None,
    size: int | None = None,
    seconds: float | None = None,
    preview: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Metadata of a materialisation: row count, bytes, wall time in seconds, a preview, and what else there is."""
    values: dict[str, Any] = {}
    if rows is not None:
        values["dagster/row_count"] = MetadataValue.int(rows)
    if size is not None:
        values["bytes"] = MetadataValue.int(size)
    if seconds is not None:
        values["seconds"] = MetadataValue.float(round(seconds, 3))
    if preview is not None:
        values["preview"] = MetadataValue.md(preview)
    return values | more


def markdown(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A Markdown table; long values are cut, and nothing in a value can break out of its cell."""
    lines = ["| " + " | ".join(map(_cell, names)) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines)


def records(rows: Sequence[Mapping[str, Any]]) -> str:
    """Mappings as a Markdown table, columns in order of first appearance."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return markdown(names, [[row.get(name) for name in names] for row in rows])


def arrow_preview(table: pa.Table) -> str:
    """The first rows of an Arrow table."""
    head = table.slice(0, PREVIEW_ROWS)
    return markdown(head.column_names, [list(row.values()) for row in head.to_pylist()])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    text = text if len(text) <= _CELL else text[: _CELL - 1] + "…"
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`")


def lake_table(home: Home, name: str) -> tuple[int, int, str]:
    """Rows, bytes and preview of a lake table, all editions; only as much is read as the preview shows."""
    rows = size = 0
    preview: pa.Table | None = None
    for path in sorted((home.lake / name).glob("edition_year=*/*.parquet"), reverse=True):
        with pq.ParquetFile(path) as file:
            rows += file.metadata.num_rows
            size += path.stat().st_size
            if (preview is None or not preview.num_rows) and (batch := next(file.iter_batches(PREVIEW_ROWS), None)):
                preview = pa.Table.from_batches([batch])
    if preview is None:
        return rows, size, "no rows yet"
    shown = [column for column in preview.column_names if column not in ("spans", "text") or name != "documents"]
    return rows, size, arrow_preview(preview.select(shown))


def edition_metadata(home: Home, name: str, editions: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Rows and bytes of a lake table in each of these editions."""
    found: dict[int, dict[str, Any]] = {}
    for edition in editions:
        path = partition(home.lake, name, edition)
        with pq.ParquetFile(path) as file:
            found[edition] = measured(file.metadata.num_rows, path.stat().st_size)
    return found


def candidate_previews(home: Home, tables: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """First rows of tables of the candidate warehouse, by (schema, table); others than existing ones are left out."""
    import duckdb

    found: dict[tuple[str, str], str] = {}
    # Opened as every other step opens it: DuckDB takes no second kind of access in one process.
    with duckdb.connect(str(home.candidate)) as connection:
        present = set(connection.execute("SELECT schema_name, table_name FROM duckdb_tables()").fetchall())
        for schema, name in sorted(present.intersection(tables)):
            result = connection.execute(f'SELECT * FROM {schema}."{name}" LIMIT {PREVIEW_ROWS}')
            found[schema, name] = markdown([column[0] for column in result.description or ()], result.fetchall())
    return found
