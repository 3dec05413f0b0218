"""What the inventory answers with: the account of all documents, the run that is due, what was set aside."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Accounting:
    """Documents seen = loaded + superseded + duplicate + quarantined + pending.

    `new` are new in this run. `withdrawn` are those of the superseded that somebody took out (`tip withdraw`).
    """

    seen: int
    loaded: int
    superseded: int
    duplicate: int
    quarantined: int
    pending: int
    new: int
    withdrawn: int = 0

    def balances(self) -> bool:
        """Is every document that was seen accounted for?"""
        return self.seen == self.loaded + self.superseded + self.duplicate + self.quarantined + self.pending

    def as_dict(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Work:
    """A run that is due: the `digest` of what it would account for, why, and the sensor's `run_key`."""

    digest: str
    run_key: str
    reasons: tuple[str, ...]
    failed_attempts: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A content (or one document in it) that was set aside: by which stage, why, and where it was seen."""

    sha256: str
    document_id: str
    stage: str
    reason: str
    path: str
