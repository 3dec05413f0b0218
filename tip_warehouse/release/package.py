"""What describes a release to strangers: data package, Croissant, citation, dictionary, read-me, and the manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ingest.schema import MARTS, PUBLISHED_BY_NAME, Column, Table
from ingest.versions import RELEASE_OF_CODE, digest_of, expectations_version, extractor_version, warehouse_version
from tip_warehouse import dictionary
from tip_warehouse.release import croissant
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.export import ExportedTable

NAME = "tip-warehouse"
TITLE = "Trafficking in Persons reports as data"
DESCRIPTION = (
    "Law-enforcement figures, victims, penalties, laws, money, routes, recommendations and treaties that the annual "
    "Trafficking in Persons reports of the U.S. Department of State give for each country, every number with the "
    "sentence that states it."
)
CREATOR = "The TIP warehouse project"
LICENSE = {"name": "Apache-2.0", "title": "Apache License 2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0"}
# Of the tables and columns: its first number changes when one of them is taken away or changes its meaning.
SCHEMA_VERSION = "1.0.0"
MANIFEST = "manifest.json"
_INPUT = ("source_path", "sha256", "report_id")
# Where the releases are offered to others; only who offers them knows.
URL_VARIABLE = "TIP_PUBLIC_URL"
_SOURCES = (
    {"title": "U.S. Department of State, Trafficking in Persons Report (annual)",
     "path": "https://www.state.gov/trafficking-in-persons-report/"},
    {"title": "CIA, The World Factbook, field Trafficking in persons",
     "path": "https://www.cia.gov/the-world-factbook/field/trafficking-in-persons/"},
)  # fmt: skip
_FIELD_TYPES = {"VARCHAR": "string", "SMALLINT": "integer", "INTEGER": "integer", "BIGINT": "integer",
                "BOOLEAN": "boolean", "DATE": "date", "VARCHAR[]": "array"}  # fmt: skip


def write_descriptions(release: Path, exported: Sequence[ExportedTable], release_id: str, created_at: datetime) -> None:
    """Write all that describes the release to people and tools, save the manifest, which is the last file of all."""
    write_data_package(release, exported, release_id, created_at)
    write_croissant(release, exported, release_id, created_at)
    write_citation(release, release_id, created_at)
    write_readme(release, exported, release_id, created_at)
    (release / "data_dictionary.md").write_text(dictionary.render(), encoding="utf-8")


def write_data_package(release: Path, exported: Sequence[ExportedTable], release_id: str, created_at: datetime) -> Path:
    """Write `datapackage.json` (Data Package 2.0): every Parquet file with its fields, keys, rows, size and hash.

    The resources are files and not tables: validators that read Parquet as a table know neither its empty
    integers nor its lists. They check size and hash, and the schema tells people and programs the rest.
    """
    resources = []
    for item in exported:
        table = PUBLISHED_BY_NAME[item.name]
        resources.append(
            {
                "name": table.name,
                "type": "file",
                "title": table.grain,
                "description": table.description,
                "path": item.path.relative_to(release).as_posix(),
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "bytes": item.bytes,
                "hash": f"sha256:{item.sha256}",
                "rowCount": item.rows,
                "schema": table_schema(table, {other.name for other in exported}),
            }
        )
    return write_json(
        release / "datapackage.json", package_head(release_id, instant(created_at)) | {"resources": resources}
    )


def package_head(release_id: str, created: str) -> dict[str, Any]:
    """What every data package of a release says first; `created` is an instant as `instant` writes it."""
    homepage = os.environ.get(URL_VARIABLE)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "id": f"{NAME}/{release_id}",
        "title": TITLE,
        "description": DESCRIPTION,
        **({"homepage": homepage} if homepage else {}),
        "version": release_id,
        "created": created,
        "licenses": [LICENSE],
        "contributors": [{"title": CREATOR, "roles": ["author"]}],
        "sources": list(_SOURCES),
    }


def table_schema(table: Table, present: Collection[str]) -> dict[str, Any]:
    """The Table Schema of `table`: fields, primary key, and the foreign keys that lead to a table in `present`."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    foreign = [
        {"fields": [column.name], "reference": {"resource": parent, "fields": [parent_column]}}
        for column in table.columns
        if column.references
        for parent, parent_column in [column.references.split(".")]
        if parent in present
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


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


def write_croissant(release: Path, exported: Sequence[ExportedTable], release_id: str, created_at: datetime) -> Path:
    """Write `croissant.json`: the Parquet files and their columns, for catalogues and loaders of datasets."""
    files = [
        (
            PUBLISHED_BY_NAME[item.name],
            {"path": item.path.relative_to(release).as_posix(), "bytes": item.bytes, "sha256": item.sha256},
        )
        for item in exported
    ]
    described = croissant.describe(
        files,
        name=NAME,
        title=TITLE,
        description=DESCRIPTION,
        version=f"{SCHEMA_VERSION}+{release_id}",
        url=os.environ.get(URL_VARIABLE),
        license_url=LICENSE["path"],
        creator=CREATOR,
        sources=[source["path"] for source in _SOURCES],
        release_id=release_id,
        created_at=created_at,
    )
    return write_json(release / "croissant.json", described)


def write_citation(release: Path, release_id: str, created_at: datetime) -> Path:
    """Write `CITATION.cff`, so that work built on this release can say which one it was."""
    path = release / "CITATION.cff"
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite this release and the reports that it was read from.",
        "type: dataset",
        f"title: {TITLE}",
        "authors:",
        f"  - name: {CREATOR}",
        f'version: "{release_id}"',
        f'date-released: "{created_at:%Y-%m-%d}"',
        f"license: {LICENSE['name']}",
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
  warehouse.duckdb         every table, in schema marts; schema bi shows them to tools that know no lists;
                           DuckDB 1.1 or later opens it
  parquet/<table>.parquet  the same tables, one file each
  changes.parquet          the facts that came, changed and went since the release before, and why
  data_dictionary.md       every table and column in words
  datapackage.json         every column: type, meaning, allowed values, keys (Data Package)
  croissant.json           the same for catalogues and loaders of datasets (Croissant)
  data_docs/index.html     what the gates expected and found (where the pipeline made the release)
  manifest.json            the files that were read, and size, rows and SHA-256 of every file here
  CITATION.cff             how to cite this release

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
    beside: Sequence[ExportedTable] = (),
    base: Mapping[str, Any] | None = None,
) -> Path:
    """Write `manifest.json`, last of all: what went in, and rows, bytes and SHA-256 of every other file.

    `inputs` are mappings with source_path, sha256 and report_id; `documents` is the caller's account of every
    document (read, current, superseded, quarantined …) and is kept as it is given. `beside` are the tables that
    are no marts; `base` says which release they compare with (base_release_id).
    """
    rows = {table.path.relative_to(release).as_posix(): table.rows for table in (*exported, *beside)}
    files = []
    for path in sorted(release.rglob("*")):
        name = path.relative_to(release).as_posix()
        if path.is_file() and name != MANIFEST:
            entry: dict[str, Any] = {"path": name, "bytes": path.stat().st_size, "sha256": file_sha256(path)}
            if name in rows:
                entry["rows"] = rows[name]
            elif name == "warehouse.duckdb":
                entry["rows"] = sum(table.rows for table in exported)
            files.append(entry)
    content = {
        "release_id": release_id,
        "created_at": instant(created_at),
        "content_digest": digest,
        "code_version": code_version,
        "extractor_version": extractor_version,
        "versions": versions(),
        **(base or {"base_release_id": None}),
        "tables": {table.name: table.rows for table in exported},
        "documents": dict(documents),
        "inputs": sorted(
            ({name: item[name] for name in _INPUT if name in item} for item in inputs),
            key=lambda item: tuple(item.get(name, "") for name in _INPUT),
        ),
        "files": files,
    }
    return write_json(release / MANIFEST, content)


def versions() -> dict[str, str]:
    """The versions, by content, of all code that a release is made with: what a rebuild needs to give the same."""
    return {
        "package": RELEASE_OF_CODE,
        "schema": SCHEMA_VERSION,
        "readers": digest_of("ingest/readers"),
        "grammar": digest_of("ingest/grammar", "ingest/vocabulary"),
        "extractor": extractor_version(),
        "expectations": expectations_version(),
        "warehouse": warehouse_version(),
    }


def instant(moment: datetime) -> str:
    """A UTC instant as it stands in files: 2026-01-31T12:00:00Z."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def write_json(path: Path, content: Mapping[str, Any]) -> Path:
    """Write `content` to `path` as JSON for people, and return the path."""
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
