"""Copies of a release for other tools: CSV with harmless cells, or chosen Parquet files, each with its data package.

What a release holds is read from the release itself, so that old ones can be handed out by newer code.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import duckdb

from ingest.schema import Column, Table
from tip_warehouse.release.cells import harmless_sql
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.flat import bridge_select, bridges, flat_select, flat_table
from tip_warehouse.release.package import package_head, table_schema, write_json
from tip_warehouse.release.tables import literal, order_by, quoted

PACKAGE = "datapackage.json"
_CSV_NOTE = (
    " In text cells that would begin with = + - @, a tab or a line break, a leading apostrophe keeps spreadsheets from "
    "running them; drop it to have the text as it was. Numbers are left alone. An empty cell is a missing value; lists "
    "are joined by '; ' and also given item by item in the bridge tables."
)


class HandoutError(RuntimeError):
    """The release cannot be read, a table is unknown, or the folder must not be written to."""


class HandoutFormat(StrEnum):
    """What a handout is written as."""

    csv = "csv"
    parquet = "parquet"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One file of a handout: the table, its path, its rows and its size in bytes."""

    table: str
    path: Path
    rows: int
    bytes: int


def hand_out(release: Path, out: Path, form: HandoutFormat, names: Sequence[str] = ()) -> list[HandedOut]:
    """Write the tables of the release at `release` into the folder `out`, and return what was written.

    `names` chooses tables; none means all. CSV is UTF-8 with a header line; the bridge tables of a chosen
    table's list columns come with it. Parquet files are those of the release. `datapackage.json` is written
    last and describes exactly these files. Files of the same names are replaced, each in one step, and
    others are left alone. Raises `HandoutError`.
    """
    package = _package(release)
    resources = {resource["name"]: resource for resource in package["resources"]}
    if unknown := sorted(set(names) - set(resources)):
        raise HandoutError(f"release {release.name} has no table {', '.join(unknown)}; it has {', '.join(resources)}")
    if any(
        (folder / "manifest.json").is_file() and (folder / "warehouse.duckdb").is_file()
        for folder in (out.resolve(), *out.resolve().parents)
    ):
        raise HandoutError(f"{out} lies in a release, and releases are never changed; give another folder with --out")
    chosen = {name: resource for name, resource in resources.items() if not names or name in names}
    out.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        tables = [(_table(connection, release, resource), release / resource["path"]) for resource in chosen.values()]
        if form is HandoutFormat.csv:
            written = _write_csv(connection, tables, out)
        else:
            written = [(table, _copy(path, out, _rows(connection, path))) for table, path in tables]
    present = {table.name for table, _ in written}
    head = package_head(str(package["version"]), str(package["created"]))
    if form is HandoutFormat.csv:
        head["description"] += _CSV_NOTE
    write_json(out / PACKAGE, head | {"resources": [_resource(table, item, form, present) for table, item in written]})
    return [item for _, item in written]


def _package(release: Path) -> dict[str, Any]:
    try:
        package: dict[str, Any] = json.loads((release / PACKAGE).read_bytes())
    except (OSError, ValueError) as error:
        raise HandoutError(f"the release at {release} has no readable {PACKAGE}: {error}; next: tip status") from error
    return package


def _table(connection: duckdb.DuckDBPyConnection, release: Path, resource: dict[str, Any]) -> Table:
    """The table as this release has it: meanings from its data package, types from its file."""
    path = release / resource["path"]
    try:
        found = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({literal(str(path))})").fetchall()
    except duckdb.Error as error:
        raise HandoutError(f"{path} cannot be read: {error}; next: tip verify") from error
    types = {name: sql for name, sql, *_ in found}
    schema = resource["schema"]
    parents = {
        key["fields"][0]: f"{key['reference']['resource']}.{key['reference']['fields'][0]}"
        for key in schema.get("foreignKeys", [])
    }
    columns = tuple(
        Column(
            field["name"],
            types[field["name"]],
            field.get("description", ""),
            required=field.get("constraints", {}).get("required", False),
            enum=tuple(field.get("constraints", {}).get("enum", ())),
            references=parents.get(field["name"]),
        )
        for field in schema["fields"]
    )
    key = tuple(schema["primaryKey"])
    return Table(resource["name"], resource["title"], resource["description"], columns, key, sort=key)


def _write_csv(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[tuple[Table, Path]], out: Path
) -> list[tuple[Table, HandedOut]]:
    written = []
    for table, path in tables:
        source = f"read_parquet({literal(str(path))})"
        # The rows of the file stand in the release's order already; those of a bridge do not say theirs.
        parts = [(flat_table(table), flat_select(table, source))]
        parts += [
            (item.table, f"{bridge_select(item, source)} ORDER BY {order_by(item.table)}") for item in bridges([table])
        ]
        written += [(part, _write_one(connection, part, select, out)) for part, select in parts]
    return written


def _write_one(connection: duckdb.DuckDBPyConnection, table: Table, select: str, out: Path) -> HandedOut:
    cells = ", ".join(
        f"{harmless_sql(quoted(column.name))} AS {quoted(column.name)}"
        if column.sql == "VARCHAR"
        else quoted(column.name)
        for column in table.columns
    )
    target, part = out / f"{table.name}.csv", out / f".{table.name}.csv.part"
    try:
        (count,) = connection.execute(
            f"COPY (SELECT {cells} FROM ({select})) TO {literal(str(part))} (FORMAT csv, HEADER true)"
        ).fetchone() or (0,)
        os.replace(part, target)
    except (duckdb.Error, OSError) as error:
        raise HandoutError(f"{target} cannot be written: {error}; make room there, or give another --out") from error
    finally:
        part.unlink(missing_ok=True)
    return HandedOut(table.name, target, int(count), target.stat().st_size)


def _copy(source: Path, out: Path, rows: int) -> HandedOut:
    target, part = out / source.name, out / f".{source.name}.part"
    try:
        shutil.copyfile(source, part)
        os.replace(part, target)
    except OSError as error:
        raise HandoutError(f"{target} cannot be written: {error}; make room there, or give another --out") from error
    finally:
        part.unlink(missing_ok=True)
    return HandedOut(source.stem, target, rows, target.stat().st_size)


def _rows(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    (rows,) = connection.execute(f"SELECT count(*) FROM read_parquet({literal(str(path))})").fetchone() or (0,)
    return int(rows)


def _resource(table: Table, item: HandedOut, form: HandoutFormat, present: set[str]) -> dict[str, Any]:
    as_csv = form is HandoutFormat.csv
    described = {
        "name": table.name,
        # Validators read CSV cell by cell, and Parquet as a file (see `package.write_data_package`).
        "type": "table" if as_csv else "file",
        "title": table.grain,
        "description": table.description,
        "path": item.path.name,
        "format": form.value,
        "mediatype": "text/csv" if as_csv else "application/vnd.apache.parquet",
        "bytes": item.bytes,
        "hash": f"sha256:{file_sha256(item.path)}",
        "rowCount": item.rows,
        "schema": table_schema(table, present),
    }
    if as_csv:
        described["encoding"] = "utf-8"
    return described
