"""The lake: documents and facts as Parquet, one dataset a table, partitioned by edition, replaced file by file.

Each row carries the `document_id` that it comes from; superseded and quarantined documents stay in the lake
and are left out when the warehouse is loaded. The same documents give the same bytes, in any order of arrival.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ingest.document import Document, Paragraph
from ingest.schema import LAKE_TABLES, Table

_DOCUMENT_ID = pa.field("document_id", pa.string(), nullable=False)
_PARAGRAPH = pa.struct([("number", pa.int16()), ("section", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
DOCUMENTS_SCHEMA = pa.schema([
    _DOCUMENT_ID,
    pa.field("report_id", pa.string(), nullable=False),
    pa.field("family", pa.string(), nullable=False),
    pa.field("country_code", pa.string(), nullable=False),
    pa.field("edition_year", pa.int16(), nullable=False),
    pa.field("title", pa.string(), nullable=False),
    pa.field("source_path", pa.string(), nullable=False),
    pa.field("source_format", pa.string(), nullable=False),
    pa.field("source_sha256", pa.string(), nullable=False),
    pa.field("publisher", pa.string()),
    pa.field("characters_repaired", pa.bool_(), nullable=False),
    pa.field("characters", pa.int32(), nullable=False),
    pa.field("paragraphs", pa.int32(), nullable=False),
    pa.field("extractor_version", pa.string(), nullable=False),
    pa.field("text", pa.string(), nullable=False),
    pa.field("spans", pa.list_(_PARAGRAPH), nullable=False),
])  # fmt: skip
# Small files read or written at once: Arrow works outside the lock of the interpreter.
SIDE_BY_SIDE = min(4, os.cpu_count() or 1)
# What the warehouse needs of a document: all but its text, which `report_paragraphs` holds.
SELECTION_COLUMNS = [name for name in DOCUMENTS_SCHEMA.names if name not in ("text", "spans")]


def lake_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table in the lake: `document_id` and the table's columns."""
    return pa.schema([_DOCUMENT_ID, *table.arrow_schema()])


def partition(lake: Path, table: str, edition_year: int) -> Path:
    """The one file of a table's edition."""
    return lake / table / f"edition_year={edition_year}" / f"{table}.parquet"


def document_row(document: Document, extractor_version: str) -> dict[str, Any]:
    """A document as a row of `documents`."""
    row = {name: getattr(document, name) for name in SELECTION_COLUMNS if hasattr(document, name)}
    return row | {
        "characters": len(document.text),
        "paragraphs": len(document.paragraphs),
        "extractor_version": extractor_version,
        "text": document.text,
        "spans": [
            {"number": span.number, "section": span.section, "start": span.start, "end": span.end}
            for span in document.paragraphs
        ],
    }


def document_from(row: Mapping[str, Any]) -> Document:
    """The document that `document_row` wrote."""
    spans = tuple(Paragraph(span["number"], span["section"], span["start"], span["end"]) for span in row["spans"])
    names = ("document_id", "report_id", "family", "country_code", "edition_year", "title", "text", "source_path",
             "source_sha256", "source_format", "publisher", "characters_repaired")  # fmt: skip
    return Document(**{name: row[name] for name in names}, paragraphs=spans)


def merge_documents(lake: Path, edition_year: int, rows: Sequence[Mapping[str, Any]], known: frozenset[str]) -> int:
    """Put documents into their edition's partition; returns the bytes written.

    Rows of documents outside `known` (ids that the inventory still has) are dropped.
    """
    new = pa.Table.from_pylist([dict(row) for row in rows], schema=DOCUMENTS_SCHEMA)
    kept = _others(partition(lake, "documents", edition_year), DOCUMENTS_SCHEMA, new["document_id"].to_pylist(), known)
    merged = pa.concat_tables([kept, new]).sort_by([("report_id", "ascending"), ("document_id", "ascending")])
    return _write(partition(lake, "documents", edition_year), merged)


def merge_facts(
    lake: Path,
    edition_year: int,
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    documents: Iterable[str],
    known: frozenset[str],
) -> dict[str, int]:
    """Replace the rows of `documents` in every table of one edition; returns the bytes written by table.

    `rows` are by table name and carry `document_id`. Each file is replaced atomically; a run that dies
    between two files is repaired by the next, since its documents are not noted as extracted.
    """
    replaced = list(documents)

    def merge(table: Table) -> int:
        schema, path = lake_schema(table), partition(lake, table.name, edition_year)
        new = pa.Table.from_pylist([dict(row) for row in rows.get(table.name, ())], schema=schema)
        merged = pa.concat_tables([_others(path, schema, replaced, known), new])
        return _write(path, merged.sort_by([(column, "ascending") for column in (*table.sort, "document_id")]))

    # Arrow reads, sorts and packs outside the interpreter's lock, so the tables go side by side.
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        sizes = list(pool.map(merge, LAKE_TABLES))
    return {table.name: size for table, size in zip(LAKE_TABLES, sizes, strict=True)}


def read_documents(lake: Path, edition_year: int, ids: Iterable[str]) -> list[Document]:
    """The documents of an edition with these ids."""
    table = _read(partition(lake, "documents", edition_year))
    wanted = table.filter(pc.is_in(table["document_id"], pa.array(list(ids), pa.string())))
    return [document_from(row) for row in wanted.to_pylist()]


def read_table(lake: Path, name: str, schema: pa.Schema, columns: list[str] | None = None) -> pa.Table:
    """All editions of a table; empty, with the schema's types, where the lake has none."""
    files = sorted((lake / name).glob("edition_year=*/*.parquet"))
    wanted = schema if columns is None else pa.schema([schema.field(column) for column in columns])
    tables = [_read(file, wanted.names).cast(wanted) for file in files]
    return pa.concat_tables(tables) if tables else wanted.empty_table()


def _read(path: Path, columns: list[str] | None = None) -> pa.Table:
    # One small file: what `pq.read_table` prepares for datasets costs more than the reading.
    return pq.ParquetFile(path).read(columns=columns, use_threads=False)


def _others(path: Path, schema: pa.Schema, replaced: list[str], known: frozenset[str]) -> pa.Table:
    if not path.exists():
        return schema.empty_table()
    table = _read(path)
    if table.schema.names != schema.names:
        # Written by another version of the schema: its documents are read again in this run.
        return schema.empty_table()
    stay = pa.array(sorted(known.difference(replaced)), pa.string())
    return table.filter(pc.is_in(table["document_id"], stay)).cast(schema)


def _write(path: Path, table: pa.Table) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    pq.write_table(table, partial, compression="zstd", write_statistics=True, store_schema=True)
    partial.replace(path)
    return path.stat().st_size
