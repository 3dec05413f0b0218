"""Mend the lake: editions whose files are missing, damaged or incomplete are read again, from the raw store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingest import lake
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.schema import LAKE_TABLES


def mend_editions(home: Home, editions: Iterable[int]) -> dict[int, str]:
    """Have the next reading make good whatever the lake lacks of these editions; returns what was wrong, by edition.

    An edition is whole where the file of every table can be read and has the schema's columns, and where `documents`
    and `report_paragraphs` hold every document whose facts the inventory believes there. Whole editions are left
    alone. Of others the files that cannot be read are removed, and all contents of the edition are read again.
    """
    found: dict[int, str] = {}
    with Inventory.open(home) as inventory:
        for edition in editions:
            contents = inventory.documents_of(edition)
            if not contents:
                continue
            faults = [fault for name, schema in _schemas() if (fault := _fault(home.lake, name, schema, edition))]
            faults += [] if faults else _missing(home.lake, edition, set(contents))
            if faults:
                found[edition] = "; ".join(faults)
                inventory.read_again(set(contents.values()))
    return found


def _schemas() -> list[tuple[str, pa.Schema]]:
    return [("documents", lake.DOCUMENTS_SCHEMA), *((table.name, lake.lake_schema(table)) for table in LAKE_TABLES)]


def _fault(folder: Path, name: str, schema: pa.Schema, edition: int) -> str | None:
    path = lake.partition(folder, name, edition)
    if not path.is_file():
        return f"{name} has no file"
    try:
        # Read whole: a file may be damaged behind a sound footer.
        columns = pq.ParquetFile(path).read(use_threads=False).column_names
    except (OSError, pa.ArrowException):
        path.unlink()
        return f"the file of {name} is damaged"
    return None if columns == schema.names else f"the file of {name} has other columns"


def _missing(folder: Path, edition: int, wanted: set[str]) -> list[str]:
    faults = []
    for name in ("documents", "report_paragraphs"):
        path = lake.partition(folder, name, edition)
        there = pq.read_table(path, columns=["document_id"], partitioning=None)["document_id"].to_pylist()
        if lost := wanted.difference(there):
            faults.append(f"{name} lacks {len(lost)} documents")
    return faults
