"""How a home stands: its release, its documents, what is due, and who is running. Changes nothing."""

from __future__ import annotations

from typing import Any

from ingest.home import Home
from ingest.inventory import Inventory
from tip_warehouse.lock import lock_holder
from tip_warehouse.release.publish import current_release


def read_status(home: Home) -> dict[str, Any]:
    """The release (None before the first), documents by fate, quarantine, due work and the running process."""
    release = current_release(home)
    quarantined: list[dict[str, str]] = []
    work: list[str] = []
    documents: dict[str, int] = {}
    if home.inventory.exists():
        with Inventory.open(home) as inventory:
            quarantined = [{"path": r.path, "stage": r.stage, "reason": r.reason} for r in inventory.quarantined()]
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
        "quarantined": quarantined,
        "work": work,
        "running": lock_holder(home),
    }  # fmt: skip
