"""Which document speaks for a report, and the words of the verdicts by which `report_versions` tells why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

ONLY = "the only document"
MOST_COMPLETE = "the most complete document that stands"
REPLACED = "replaced by other content at its path"
LESS_COMPLETE = "less complete"
WITHDRAWN = "withdrawn"


def judge(
    versions: Iterable[Mapping[str, Any]], stands: frozenset[str], withdrawn: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The documents of one report, each with is_current, superseded_by and reason, sorted by document.

    Among those that were not withdrawn, a document whose content stands goes before one whose content does not,
    then the most complete one (most characters of text), then the smaller hash. `withdrawn` gives the reason
    of each document that was withdrawn, by document id; where all were, none is current.
    """
    ranked = sorted(
        versions,
        key=lambda v: (
            v["document_id"] in withdrawn,
            v["source_sha256"] not in stands,
            -v["characters"],
            v["source_sha256"],
            v["document_id"],
        ),
    )
    best = ranked[0] if ranked and ranked[0]["document_id"] not in withdrawn else None
    judged = []
    for version in ranked:
        reason, by = _verdict(version, best, len(ranked) == 1, stands, withdrawn)
        judged.append({**version, "is_current": version is best, "superseded_by": by, "reason": reason})
    return sorted(judged, key=lambda version: str(version["document_id"]))


def _verdict(
    version: Mapping[str, Any],
    best: Mapping[str, Any] | None,
    alone: bool,
    stands: frozenset[str],
    withdrawn: Mapping[str, str],
) -> tuple[str, str | None]:
    by = str(best["source_sha256"]) if best else None
    if version is best:
        return (ONLY if alone else MOST_COMPLETE), None
    if version["document_id"] in withdrawn:
        return f"{WITHDRAWN}: {withdrawn[version['document_id']]}", by
    assert best is not None  # else every document is withdrawn
    if version["source_sha256"] not in stands and best["source_sha256"] in stands:
        return REPLACED, by
    return f"{LESS_COMPLETE}: {version['characters']} characters against {best['characters']}", by
