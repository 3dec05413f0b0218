"""Sums and jumps over the marts, worked out apart from dbt: a second look that shares no code with the first. No GX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ingest.schema import MEASURES

_SUFFIXES = ("", "_sex", "_labor")
# What two totals of one report must share so that one is the sum of others, beside what the key leaves out.
_GROUPS = {
    "fact_prosecutions": ("stage", "unit", "subject", "case_status"),
    "fact_victims": ("action", "actor", "is_potential", "age_group", "gender", "origin"),
}
_PERIOD = ("data_year", "period_type", "is_comparison")
# Whose work it was is told apart only for those who are not the government.
_OTHERS = ("ngo", "international_organization")


def unlogged_sums(tables: Mapping[str, pa.Table], reports: Sequence[str]) -> list[str | None]:
    """For each report, the first total whose types do not add up to it and that `quality_issues` says nothing of.

    Compared are exact totals, one of each type, in the same report, measure and year. Types may stay below the total
    unless both sex and labor are given. A difference is logged where an issue names one of its facts.
    """
    logged: dict[str, set[str]] = {}
    issues = tables["quality_issues"]
    for report, facts in zip(
        issues.column("report_id").to_pylist(), issues.column("fact_ids").to_pylist(), strict=True
    ):  # fmt: skip
        logged.setdefault(report, set()).update(facts)
    found: dict[str, str] = {}
    for name, columns in _GROUPS.items():
        for (report, *measure), by_type in _totals(tables[name], columns).items():
            if words := _difference(by_type):
                facts = {fact for figures in by_type.values() for _, fact in figures}
                if not facts & logged.get(report, set()):
                    what = "/".join(str(part) for part in measure if part not in (None, "unspecified"))
                    found.setdefault(report, f"{name} {what}: {words}")
    return [found.get(report) for report in reports]


def _totals(rows: pa.Table, columns: Sequence[str]) -> dict[tuple[Any, ...], dict[str, list[tuple[int, str]]]]:
    """The exact totals, as (value, fact_id), by report, measure and period, and by type."""
    names = ("report_id", *columns, *_PERIOD)
    qualifier = rows.column("qualifier")
    wanted = rows.filter(
        pc.and_(
            pc.and_(pc.is_valid(rows.column("value")), pc.equal(rows.column("scope"), "total")),
            pc.and_(
                pc.or_(pc.is_null(qualifier), pc.fill_null(pc.equal(qualifier, "exact"), False)),
                # A figure without a period is none of another one.
                pc.fill_null(pc.not_equal(rows.column("period_type"), "other"), True),
            ),
        )
    )
    read = {name: wanted.column(name).to_pylist() for name in (*names, "trafficking_type", "value", "fact_id")}
    if "actor" in read:
        read["actor"] = [actor if actor in _OTHERS else None for actor in read["actor"]]
    found: dict[tuple[Any, ...], dict[str, list[tuple[int, str]]]] = {}
    keys = zip(*(read[name] for name in names), strict=True)
    for key, kind, value, fact in zip(keys, read["trafficking_type"], read["value"], read["fact_id"], strict=True):
        found.setdefault(key, {}).setdefault(kind, []).append((value, fact))
    return found


def _difference(by_type: Mapping[str, Sequence[tuple[int, str]]]) -> str | None:
    single = {kind: figures[0][0] for kind, figures in by_type.items() if len(figures) == 1}
    total = single.pop("all", None)
    if total is None or not single:
        return None
    added = sum(single.values())
    if added > total or ({"sex", "labor"} <= single.keys() and added < total):
        return f"{' + '.join(f'{value} {kind}' for kind, value in sorted(single.items()))} is not {total}"
    return None


def jumps(rows: pa.Table, factor: float, least: int) -> list[str | None]:
    """For each row of `law_enforcement_by_year`, its first figure that is `factor` times that of the year before.

    Or that part of it; the larger of the two figures is then `least` times `factor` or more.
    """
    names = [f"{measure}{suffix}" for measure in MEASURES for suffix in _SUFFIXES]
    listed = rows.select(["country_code", "data_year", *names]).to_pylist()
    by_place = {(row["country_code"], row["data_year"]): row for row in listed}
    found: list[str | None] = []
    for row in listed:
        before = by_place.get((row["country_code"], row["data_year"] - 1), {})
        found.append(next((words for name in names if (words := _jump(name, before, row, factor, least))), None))
    return found


def _jump(name: str, before: Mapping[str, Any], row: Mapping[str, Any], factor: float, least: int) -> str | None:
    was, now = before.get(name), row[name]
    if was is None or now is None:
        return None
    small, large = sorted((was, now))
    # A figure of zero or a few is no base: 3 after 0 is no jump, 400 after 2 is one.
    if large <= max(small, least) * factor:
        return None
    return f"{name} {now} after {was} the year before"
