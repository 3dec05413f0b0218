"""The stages from raw files to facts, as plain functions: what Dagster's assets, tests and notebooks call."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from ingest import lake
from ingest.engines import Engine, Here
from ingest.extract import extract
from ingest.home import Home
from ingest.inventory import Accounting, Inventory, quarantine_folder
from ingest.landing import raw_path
from ingest.ledger import ALL_TABLES, note_editions
from ingest.readers import Refused, read_file
from ingest.schema import LAKE_TABLES
from ingest.verdicts import judge
from ingest.versions import extractor_version

_LARGEST_COPY = 64 << 20


@dataclass(frozen=True, slots=True)
class StageReport:
    """What a stage did: `counts` by name, rows and bytes by table where it wrote tables, and its seconds."""

    seconds: float
    counts: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)


def take_inventory(home: Home, settle_seconds: float = 1.0) -> StageReport:
    """Scan the landing folder, keep new contents in the raw store, and note what stands."""
    began = time.perf_counter()
    home.create()
    with Inventory.open(home) as inventory:
        scan = inventory.scan(settle_seconds)
        new = inventory.take(scan)
    counts = {"files": len(scan.files), "new": new, "pending": len(scan.pending), "refused": len(scan.refused)}
    size = sum(file.bytes for file in scan.files)
    return StageReport(time.perf_counter() - began, counts, bytes={"landing": size})


def read_documents(home: Home) -> StageReport:
    """Read every content that the current extractor has not read; what cannot be read goes to quarantine."""
    began = time.perf_counter()
    version = extractor_version()
    counts: Counter[str] = Counter(read=0, documents=0, quarantined=0, repaired=0)
    by_edition: dict[int, list[dict[str, Any]]] = {}
    notes: list[tuple[str, list[tuple[str, str, int, int]]]] = []
    members: list[tuple[str, str, str]] = []
    size = 0
    with Inventory.open(home) as inventory:
        for sha256, path in inventory.unread():
            counts["read"] += 1
            try:
                reading = read_file(raw_path(home.raw, sha256), path)
            except Refused as refusal:
                reason = str(refusal)
            except Exception as error:  # a reader's bug on one file must not stop the others
                reason = f"the reader failed ({type(error).__name__}: {error}); please report this file"
            else:
                documents = reading.documents
                for document in documents:
                    by_edition.setdefault(document.edition_year, []).append(lake.document_row(document, version))
                notes.append((
                    sha256,
                    [(d.document_id, d.report_id, d.edition_year, len(d.text)) for d in documents],
                ))  # fmt: skip
                members += [(sha256, name, refused) for name, refused in reading.refused]
                counts["documents"] += len(documents)
                counts["quarantined"] += len(reading.refused)
                counts["repaired"] += sum(document.characters_repaired for document in documents)
                continue
            counts["quarantined"] += 1
            inventory.quarantine(sha256, "documents", reason)
        # A reader that changed its mind about an edition leaves nothing behind in the old one.
        fresh = {row["document_id"]: edition for edition, rows in by_edition.items() for row in rows}
        before = {document: inventory.edition_of(document) for document in fresh}
        moved = {was for document, was in before.items() if was is not None and was != fresh[document]}
        for edition in sorted(moved | by_edition.keys()):
            stay = {document for document in inventory.in_edition(edition) if fresh.get(document, edition) == edition}
            known = frozenset(stay.union(document for document, of in fresh.items() if of == edition))
            size += lake.merge_documents(home.lake, edition, by_edition.get(edition, []), known)
            if edition in moved:
                lake.merge_facts(home.lake, edition, {}, (), known)
        note_editions(home, ["documents"], by_edition.keys() - moved)
        note_editions(home, ALL_TABLES, moved)
        # Noted only once the lake holds them: a run that dies before is repeated by the next.
        inventory.note_read(notes)
        for sha256, name, reason in members:
            member = hashlib.sha256(f"{sha256}!{name}".encode()).hexdigest()[:16]
            inventory.quarantine(sha256, "documents", f"{name} in the archive: {reason}", member)
        write_quarantine(home, inventory)
    counts["editions"] = len(by_edition)
    return StageReport(
        time.perf_counter() - began, dict(counts), {"documents": counts["documents"]}, {"documents": size}
    )


def extract_facts(home: Home, engine: Engine | None = None) -> StageReport:
    """Extract the facts of every document that has none of the current extractor, edition by edition.

    `engine` is where the extractor runs (None: in this process).
    """
    began = time.perf_counter()
    rows: Counter[str] = Counter({table.name: 0 for table in LAKE_TABLES})
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter(documents=0, quarantined=0)
    with Inventory.open(home) as inventory:
        waiting: dict[int, list[str]] = {}
        for document_id, edition in inventory.unextracted():
            waiting.setdefault(edition, []).append(document_id)
        for edition, ids in sorted(waiting.items()):
            known = inventory.in_edition(edition)
            found: dict[str, list[dict[str, Any]]] = {}
            done: list[str] = []
            documents = list(lake.read_documents(home.lake, edition, ids))
            for document, extraction in zip(documents, (engine or Here()).map(extract, documents), strict=True):
                if isinstance(extraction, str):
                    inventory.quarantine(document.source_sha256, "facts", extraction, document.document_id)
                    counts["quarantined"] += 1
                    continue
                done.append(document.document_id)
                for name, table_rows in extraction.rows.items():
                    found.setdefault(name, []).extend(
                        {"document_id": document.document_id, **row} for row in table_rows
                    )
            sizes.update(lake.merge_facts(home.lake, edition, found, done, known))
            note_editions(home, [table.name for table in LAKE_TABLES], [edition])
            inventory.note_extracted(done)
            counts["documents"] += len(done)
            rows.update({name: len(table_rows) for name, table_rows in found.items()})
        write_quarantine(home, inventory)
    counts["editions"] = len(waiting)
    return StageReport(time.perf_counter() - began, dict(counts), dict(rows), dict(sizes))


def write_quarantine(home: Home, inventory: Inventory) -> None:
    """Make `quarantine/` say what the inventory says: one folder a content, with a copy and `reason.json`."""
    wanted: dict[str, list[Any]] = {}
    for row in inventory.quarantined():
        wanted.setdefault(quarantine_folder(home, row.sha256, row.path).name, []).append(row)
    home.quarantine.mkdir(parents=True, exist_ok=True)
    for folder in home.quarantine.iterdir():
        if folder.is_dir() and folder.name not in wanted:
            shutil.rmtree(folder)
    for name, rows in wanted.items():
        folder = home.quarantine / name
        reason = [
            {"path": row.path, "sha256": row.sha256, "document_id": row.document_id or None, "stage": row.stage,
             "reason": row.reason, "next": f"tip quarantine retry {row.sha256[:12]}"}
            for row in rows
        ]  # fmt: skip
        text = json.dumps(reason, indent=1, ensure_ascii=False) + "\n"
        if (folder / "reason.json").exists() and (folder / "reason.json").read_text() == text:
            continue
        folder.mkdir(exist_ok=True)
        source = raw_path(home.raw, rows[0].sha256)
        # A content that is too large to be read is not kept twice; `raw/` has it.
        if source.exists() and not (folder / "content").exists() and source.stat().st_size <= _LARGEST_COPY:
            shutil.copyfile(source, folder / "content")
        (folder / "reason.json").write_text(text)


SELECTION_SCHEMA = pa.schema([
    *(lake.DOCUMENTS_SCHEMA.field(name) for name in lake.SELECTION_COLUMNS),
    pa.field("is_current", pa.bool_(), nullable=False),
    pa.field("superseded_by", pa.string()),
    pa.field("reason", pa.string(), nullable=False),
])  # fmt: skip


def select_documents(home: Home) -> pa.Table:
    """The documents that may enter the warehouse, each with whether it is its report's current one, and why.

    One family, country and edition has one current document: among those whose content still stands at some
    path, the most complete one (most characters of text; the smaller content hash among equals). Documents that
    were withdrawn are never current, and quarantined documents are left out. Rows are sorted by report and
    document; columns as in `SELECTION_SCHEMA`.
    """
    with Inventory.open(home) as inventory:
        stands = inventory.stands()
        aside = {(row.sha256, row.document_id) for row in inventory.quarantined()}
        known = inventory.editions()
        paths = inventory.paths_of_contents()
        seen_as = inventory.paths()
        withdrawn = inventory.withdrawals.reasons()
    table = lake.read_table(home.lake, "documents", lake.DOCUMENTS_SCHEMA, lake.SELECTION_COLUMNS)
    by_report: dict[str, list[dict[str, Any]]] = {}
    for row in table.to_pylist():
        sha256 = row["source_sha256"]
        if row["document_id"] in known and not aside.intersection({(sha256, ""), (sha256, row["document_id"])}):
            # The path is the inventory's: the same content may since stand under an earlier name.
            path = paths[sha256] + _member(row["source_path"], seen_as.get(sha256, ()))
            by_report.setdefault(row["report_id"], []).append(row | {"source_path": path})
    rows: list[dict[str, Any]] = []
    for report_id in sorted(by_report):
        rows.extend(judge(by_report[report_id], stands, withdrawn))
    return pa.Table.from_pylist(rows, schema=SELECTION_SCHEMA)


def _member(source_path: str, paths: Iterable[str]) -> str:
    """What follows the file's own path in a document's path: `!` and the member of the archive, or nothing."""
    return next((source_path[len(path) :] for path in paths if source_path.startswith(f"{path}!")), "")


def account(home: Home, selection: pa.Table) -> Accounting:
    """Where every document seen has gone, given `select_documents`."""
    current = selection.filter(selection["is_current"])["document_id"].to_pylist()
    with Inventory.open(home) as inventory:
        return inventory.accounting(frozenset(current))
