"""The Croissant description of a release (JSON-LD 1.1 of MLCommons): what dataset catalogues and loaders read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ingest.schema import Column, Table

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
# The terms of the specification, as it prescribes them for every description.
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {
    "VARCHAR": "sc:Text",
    "VARCHAR[]": "sc:Text",
    "SMALLINT": "cr:Int16",
    "INTEGER": "cr:Int32",
    "BIGINT": "cr:Int64",
    "BOOLEAN": "sc:Boolean",
    "DATE": "sc:Date",
}


def describe(
    files: Sequence[tuple[Table, dict[str, Any]]],
    *,
    name: str,
    title: str,
    description: str,
    version: str,
    url: str | None,
    license_url: str,
    creator: str,
    sources: Sequence[str],
    release_id: str,
    created_at: datetime,
) -> dict[str, Any]:
    """The description as a JSON document.

    `files` pairs each table with its file: path (in the release), bytes and sha256. `version` is a semantic
    version; `url` (where the dataset is offered; left out where None), `license_url` and `sources` are addresses.
    Every table becomes a file and a record set.
    """
    tables = {table.name for table, _ in files}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": name,
        "alternateName": title,
        "description": description,
        **({"url": url} if url else {}),
        "version": version,
        "identifier": f"{name}/{release_id}",
        "license": license_url,
        "creator": {"@type": "sc:Organization", "name": creator},
        "datePublished": f"{created_at:%Y-%m-%d}",
        "inLanguage": "en",
        "keywords": ["trafficking in persons", "human trafficking", "law enforcement", "country reports"],
        "isBasedOn": list(sources),
        "citeAs": (
            f"@misc{{{name.replace('-', '_')}_{release_id.replace('-', '_')}, title = {{{title}}}, "
            f"author = {{{{{creator}}}}}, year = {{{created_at:%Y}}}, version = {{{release_id}}}}}"
        ),
        "distribution": [_file(table, file) for table, file in files],
        "recordSet": [_record_set(table, tables) for table, _ in files],
    }


def _file(table: Table, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": _file_id(table),
        "name": _file_id(table),
        "description": table.grain,
        "contentUrl": file["path"],
        "contentSize": f"{file['bytes']} B",
        # The name by which Croissant loaders know Parquet; the registered one they refuse.
        "encodingFormat": "application/x-parquet",
        "sha256": file["sha256"],
    }


def _file_id(table: Table) -> str:
    # A record set has the table's own name, and no two things the same one.
    return f"{table.name}.parquet"


def _record_set(table: Table, tables: set[str]) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.description} {table.grain}",
        "key": [{"@id": f"{table.name}/{name}"} for name in table.primary_key],
        "field": [_field(table, column, tables) for column in table.columns],
    }


def _field(table: Table, column: Column, tables: set[str]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES.get(column.sql, "sc:Float"),
        "source": {"fileObject": {"@id": _file_id(table)}, "extract": {"column": column.name}},
    }
    if column.sql.endswith("[]"):
        field |= {"isArray": True, "arrayShape": "-1"}
    if column.references and column.references.split(".")[0] in tables:
        field["references"] = {"field": {"@id": column.references.replace(".", "/")}}
    return field
