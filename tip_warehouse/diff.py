"""The difference between two releases, summed up for people: counts by table and reason, examples, documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ingest.home import Home
from ingest.schema import FACT_TABLES
from tip_warehouse.release.publish import PublishError, Release, current_release, find_release, list_releases

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """What `new` says otherwise than `old`, both ids of releases.

    `summary` counts facts by table, change and reason; `changes` are rows of the table `changes`; `documents`
    are those that took the place of another, or came and did not, each with paths, reason and explanation; `rows` are
    the rows of each table before and after, where they differ in number.
    """

    old: str
    new: str
    summary: list[Row]
    changes: list[Row]
    documents: list[Row]
    rows: dict[str, tuple[int, int]]

    def to_dict(self) -> dict[str, Any]:
        """The difference as plain values, fit for JSON."""
        return asdict(self)


def diff_releases(home: Home, old: str | None = None, new: str | None = None, tables: Sequence[str] = ()) -> Difference:
    """What the release `new` (default: the current one) says otherwise than `old` (default: the one before it).

    Releases are named by id or by how it alone begins; `tables` keeps the facts of these tables only. Raises
    `PublishError` where a release or a table is not to be found, or there is only one release.
    """
    known = [table.name for table in FACT_TABLES]
    if unknown := sorted(set(tables) - set(known)):
        raise PublishError(f"there is no fact table {', '.join(unknown)}; facts are compared in {', '.join(known)}")
    after = find_release(home, new)
    before = find_release(home, old) if old else _before(home, after)

    from tip_warehouse.release.changes import changes_between, replaced_documents

    changes = [
        row for row in changes_between(before.path, after.path).to_pylist() if not tables or row["table_name"] in tables
    ]
    sizes = {name: (before.rows.get(name, 0), after.rows.get(name, 0)) for name in {**before.rows, **after.rows}}
    return Difference(
        old=before.release_id,
        new=after.release_id,
        summary=_summary(changes),
        changes=changes,
        documents=[asdict(document) for document in replaced_documents(before.path, after.path)],
        rows={name: counts for name, counts in sizes.items() if counts[0] != counts[1]},
    )


def _before(home: Home, release: Release) -> Release:
    """The release before `release`: the newest older one."""
    older = [one for one in list_releases(home) if one.release_id < release.release_id]
    if not older:
        current = current_release(home)
        which = "only one release" if current and current == release else f"no release before {release.release_id}"
        raise PublishError(
            f"there is {which} under {home.releases}, so that there is nothing to compare it with; "
            "see tip releases, and the next tip run that publishes"
        )
    return older[-1]


def _summary(changes: Sequence[Row]) -> list[Row]:
    facts: dict[tuple[str, str, str], set[str]] = {}
    for row in changes:
        facts.setdefault((row["table_name"], row["change"], row["reason"]), set()).add(row["fact_id"])
    return [
        {"table": table, "change": change, "reason": reason, "facts": len(ids)}
        for (table, change, reason), ids in sorted(facts.items())
    ]
