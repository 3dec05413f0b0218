"""Bounding the disk: old releases, the history of old runs, and what killed runs left behind. Never raw files."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from ingest.home import Home
from tip_warehouse.lock import home_lock
from tip_warehouse.release import retention

KEEP_DAYS_VARIABLE = "TIP_KEEP_DAYS"
KEEP_DAYS = 90

# Deletes the history of runs that ended so many days ago (or, dry, only finds it), and returns their ids.
PruneHistory = Callable[[Home, int, bool], list[str]]


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed, or would be: releases by id, runs by id, left-overs by path, and bytes without the runs'."""

    releases: list[str]
    runs: list[str]
    left_over: list[str]
    bytes: int
    dry_run: bool

    def to_dict(self) -> dict[str, Any]:
        """The outcome as plain values."""
        return asdict(self)


def prune(
    home: Home,
    keep: int | None = None,
    keep_days: int | None = None,
    dry_run: bool = False,
    wait_seconds: float = 0.0,
    history: PruneHistory | None = None,
) -> Pruned:
    """Remove what is old: releases, the history of runs, and what killed runs left behind.

    The newest `keep` releases stay (default `$TIP_KEEP_RELEASES`, then 50; 0: all), the current one always, and
    with `keep_days` also those made in so many days. Runs and their events are kept for `keep_days` (default
    `$TIP_KEEP_DAYS`, then 90), the latest 50 whatever their age; `history` deletes them (default: Dagster's).
    With `dry_run` nothing is removed. Raw files are never touched. Raises `LockHeld` where a run does not end
    within `wait_seconds`, and `RetentionError` where a setting is no whole number.
    """
    setting = retention.keep_setting()
    number = keep if keep is not None else retention.KEEP_RELEASES if setting is None else setting
    days = keep_days if keep_days is not None else days_setting()
    with home_lock(home, wait_seconds=wait_seconds):
        releases = retention.prune_releases(home, number, keep_days or 0, dry_run)
        left = retention.left_over(home)
        size = sum(one.bytes for one in releases) + sum(retention.folder_bytes(path) for path in left)
        if not dry_run:
            retention.remove(left)
        runs = (history or _dagster_history)(home, days, dry_run)
    names = [path.relative_to(home.root).as_posix() for path in left]
    return Pruned([one.release_id for one in releases], runs, names, size, dry_run)


def days_setting() -> int:
    """How many days of runs are kept: `$TIP_KEEP_DAYS`, else 90."""
    given = os.environ.get(KEEP_DAYS_VARIABLE, "").strip() or str(KEEP_DAYS)
    if not given.isdecimal():
        raise retention.RetentionError(
            f"{KEEP_DAYS_VARIABLE} is {given!r}; give a whole number from 0, or take the setting away "
            f"(default {KEEP_DAYS})"
        )
    return int(given)


def _dagster_history(home: Home, keep_days: int, dry_run: bool) -> list[str]:
    if not home.dagster.is_dir():
        return []
    from orchestration.instance import open_instance
    from orchestration.upkeep import prune_history

    with open_instance(home) as instance:
        return prune_history(instance, keep_days, dry_run=dry_run)
