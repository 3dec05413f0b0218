"""What describes a release to strangers: datapackage.json, CITATION.cff, README.txt, and the manifest of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ingest.schema import MARTS, MARTS_BY_NAME, Column, Table
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.export import ExportedTable

NAME = "tip-warehouse"
TITLE = "Trafficking in Persons reports as data"
DESCRIPTION = (
    "Law-enforcement figures, victims, penalties, laws, money, routes, recommendations and treaties that the annual "
    "Trafficking in Persons reports of the U.S. Department of State give for each country, every number with the "
    "sentence that states it."
)
MANIFEST = "manifest.json"
_SOURCES = (
    {"title": "U.S. Department of State, Trafficking in Persons Report (annual)",
     "path": "https://www.state.gov/trafficking-in-persons-report/"},
    {"title": "CIA, The World Factbook, field Trafficking in persons",
     "path": "https://www.cia.gov/the-world-factbook/field/trafficking-in-persons/"},
)  # fmt: skip
_FIELD_TYPES = {"VARCHAR": "string", "SMALLINT": "integer", "INTEGER": "integer", "BIGINT": "integer",
                "BOOLEAN": "boolean", "DATE": "date", "VARCHAR[]": "array"}  # fmt: skip


def write_data_package(release: Path, exported: Sequence[ExportedTable], release_id: str, created_at: datetime) -> Path:
    """Write `datapackage.json` (Data Package 2.0): every Parquet file with its fields, keys, rows, size and hash."""
    content = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "id": f"{NAME}/{release_id}",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": release_id,
        "created": instant(created_at),
        "sources": list(_SOURCES),
        "resources": [_resource(MARTS_BY_NAME[table.name], table) for table in exported],
    }
    return _write_json(release / "datapackage.json", content)


def _resource(table: Table, exported: ExportedTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    foreign = [
        {"fields": [column.name], "reference": {"resource": parent, "fields": [parent_column]}}
        for column in table.columns
        if column.references
        for parent, parent_column in [column.references.split(".")]
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": table.name,
        "type": "table",
        "title": table.grain,
        "description": table.description,
        "path": f"parquet/{exported.path.name}",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": exported.bytes,
        "hash": f"sha256:{exported.sha256}",
        "rows": exported.rows,
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FIELD_TYPES.get(column.sql, "number"),
        "description": column.description,
    }
    return {**field, "constraints": constraints} if constraints else field


def write_citation(release: Path, release_id: str, created_at: datetime) -> Path:
    """Write `CITATION.cff`, so that work built on this release can say which one it was."""
    path = release / "CITATION.cff"
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite this release and the reports that it was read from.",
        "type: dataset",
        f"title: {TITLE}",
        "authors:",
        "  - name: The TIP warehouse project",
        f'version: "{release_id}"',
        f'date-released: "{created_at:%Y-%m-%d}"',
        "references:",
        "  - type: report",
        "    title: Trafficking in Persons Report",
        "    authors:",
        "      - name: U.S. Department of State",
        "  - type: website",
        "    title: The World Factbook",
        "    authors:",
        "      - name: Central Intelligence Agency",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_readme(release: Path, exported: Sequence[ExportedTable], release_id: str, created_at: datetime) -> Path:
    """Write `README.txt`: what the files are, and how somebody who has only this folder queries them."""
    rows = {table.name: table.rows for table in exported}
    width = max(len(name) for name in rows)
    known = [table for table in MARTS if table.name in rows]
    listed = [f"  {table.name:<{width}}  {rows[table.name]:>9,}  {table.grain}" for table in known]
    text = f"""{TITLE}
Release {release_id}, made {instant(created_at)}

{DESCRIPTION}

FILES
  warehouse.duckdb       every table, in schema marts; DuckDB 1.1 or later opens it
  parquet/<table>.parquet  the same tables, one file each
  datapackage.json       every column: type, meaning, allowed values, keys
  manifest.json          the files that were read, and size, rows and SHA-256 of every file here
  CITATION.cff           how to cite this release

QUERY IT
  duckdb -readonly warehouse.duckdb
    SELECT country_code, data_year, convictions, convictions_edition
    FROM marts.law_enforcement_by_year ORDER BY ALL;

  From a number to its sentence and its file:
    SELECT l.country_code, l.data_year, l.convictions, f.quote, r.source_path
    FROM marts.law_enforcement_by_year l
    JOIN marts.fact_prosecutions f ON f.fact_id = l.convictions_fact_id
    JOIN marts.dim_report r USING (report_id);

  In Python:  pandas.read_parquet("parquet/law_enforcement_by_year.parquet")
  In R:       arrow::read_parquet("parquet/law_enforcement_by_year.parquet")

READ IT RIGHT
  NULL means that no report gives the number; 0 means that a report says there were none.
  coverage tells which reports there are, so that NULL can be told from "we have no report".
  Do not add up the fact tables as they are: they hold totals, parts of them, examples and comparisons.
  Add up rows with is_headline, one stage (or action) and one trafficking_type at a time.
  quality_issues lists what does not fit together in the source; nothing was changed to make it fit.

TABLES (rows)
"""
    path = release / "README.txt"
    path.write_text(text + "\n".join(listed) + "\n", encoding="utf-8")
    return path


def write_manifest(
    release: Path,
    exported: Sequence[ExportedTable],
    *,
    release_id: str,
    created_at: datetime,
    digest: str,
    code_version: str,
    extractor_version: str,
    inputs: Sequence[Mapping[str, str]],
    documents: Mapping[str, Any],
) -> Path:
    """Write `manifest.json`, last of all: what went in, and rows, bytes and SHA-256 of every other file.

    `inputs` are mappings with source_path and sha256; `documents` is the caller's account of every
    document (read, current, superseded, quarantined …) and is kept as it is given.
    """
    rows = {f"parquet/{table.path.name}": table.rows for table in exported}
    files = []
    for path in sorted(release.rglob("*")):
        name = path.relative_to(release).as_posix()
        if path.is_file() and name != MANIFEST:
            entry: dict[str, Any] = {"path": name, "bytes": path.stat().st_size, "sha256": file_sha256(path)}
            if name in rows:
                entry["rows"] = rows[name]
            elif name == "warehouse.duckdb":
                entry["rows"] = sum(rows.values())
            files.append(entry)
    content = {
        "release_id": release_id,
        "created_at": instant(created_at),
        "content_digest": digest,
        "code_version": code_version,
        "extractor_version": extractor_version,
        "tables": {table.name: table.rows for table in exported},
        "documents": dict(documents),
        "inputs": sorted(
            ({"source_path": item["source_path"], "sha256": item["sha256"]} for item in inputs),
            key=lambda item: (item["source_path"], item["sha256"]),
        ),
        "files": files,
    }
    return _write_json(release / MANIFEST, content)


def instant(moment: datetime) -> str:
    """A UTC instant as it stands in files: 2026-01-31T12:00:00Z."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _write_json(path: Path, content: Mapping[str, Any]) -> Path:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
