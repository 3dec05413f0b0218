"""How a home stands: its release, its documents, what is due, and who is running. Changes nothing."""

from __future__ import annotations

from typing import Any

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.verdicts import WITHDRAWN
from tip_warehouse.lock import lock_holder
from tip_warehouse.release.publish import Release, current_release


def read_status(home: Home) -> dict[str, Any]:
    """The release (None before the first), documents by fate, quarantine, due work and the running process.

    `superseded` names each superseded document of the release with the one that took its place (by) and why;
    `withdrawn` what is out, with who, when and why.
    """
    release = current_release(home)
    quarantined: list[dict[str, str]] = []
    work: list[str] = []
    withdrawn: list[dict[str, object]] = []
    documents: dict[str, int] = {}
    if home.inventory.exists():
        with Inventory.open(home) as inventory:
            quarantined = [{"path": r.path, "stage": r.stage, "reason": r.reason} for r in inventory.quarantined()]
            withdrawn = [one.as_dict() for one in inventory.withdrawals.active()]
            due = inventory.work(inventory.scan(settle_seconds=0), release.release_id if release else None)
            if accounting := inventory.last_accounting():
                documents = accounting.as_dict()
            work = list(due.reasons) if due else []
    return {
        "home": str(home.root),
        "release": release and {
            "release_id": release.release_id,
            "created_at": release.created_at,
            "path": str(release.path),
            "rows": release.rows,
        },
        "documents": documents,
        "superseded": superseded_documents(release) if release and documents.get("superseded") else [],
        "withdrawn": withdrawn,
        "quarantined": quarantined,
        "work": work,
        "running": lock_holder(home),
    }  # fmt: skip


def superseded_documents(release: Release) -> list[dict[str, str]]:
    """Every superseded document that a release knows: its report_id and path, the path that took its place, and why."""
    import pyarrow.parquet as pq

    versions = pq.read_table(release.path / "parquet" / "report_versions.parquet").to_pylist()
    current = {row["report_id"]: row["source_path"] for row in versions if row["is_current"]}
    return [
        {
            "report_id": row["report_id"],
            "path": row["source_path"],
            "by": current.get(row["report_id"], ""),
            "reason": row["reason"],
        }
        for row in versions
        if not row["is_current"] and not row["reason"].startswith(f"{WITHDRAWN}: ")
    ]
