"""Which releases are kept: the newest, the young ones if asked, and always the current one."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ingest.home import Home
from tip_warehouse.release.publish import Release, current_release, list_releases

KEEP_VARIABLE = "TIP_KEEP_RELEASES"
KEEP_RELEASES = 50
_REMOVED = ".removed-"


class RetentionError(ValueError):
    """A setting is no whole number; the message says which, and what to give."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A release that was removed, or would be: its id and the bytes that it takes."""

    release_id: str
    bytes: int


def keep_setting() -> int | None:
    """How many releases `$TIP_KEEP_RELEASES` wants to be kept (0: all), None where it is not set."""
    given = os.environ.get(KEEP_VARIABLE, "").strip()
    if given and not given.isdecimal():
        raise RetentionError(
            f"{KEEP_VARIABLE} is {given!r}; give a whole number from 0 (keep all), or take the setting away"
        )
    return int(given) if given else None


def prune_releases(
    home: Home, keep: int, keep_days: int = 0, dry_run: bool = False, now: datetime | None = None
) -> list[Removed]:
    """Remove all releases but the newest `keep`, those younger than `keep_days` days, and the current one.

    Returns what was removed, oldest first. `keep` 0 keeps all. A release goes in one step, so that nobody finds
    half of one; who has a file of it open reads on to its end. The caller holds the home's lock.
    """
    current = current_release(home)
    releases = list_releases(home)
    youngest = (now or datetime.now(UTC)) - timedelta(days=keep_days)
    gone = [
        release
        for release in (releases[: max(0, len(releases) - keep)] if keep else [])
        if (current is None or release.release_id != current.release_id)
        and not (keep_days and _made(release) > youngest)
    ]
    found = [Removed(release.release_id, folder_bytes(release.path)) for release in gone]
    for release in gone if not dry_run else ():
        trash = release.path.with_name(f"{_REMOVED}{release.release_id}-{time.time_ns()}")
        release.path.rename(trash)
        shutil.rmtree(trash)
    return found


def apply_setting(home: Home) -> list[Removed]:
    """What a run does after it published: keep as many releases as `$TIP_KEEP_RELEASES` says; nothing if unset."""
    keep = keep_setting()
    return prune_releases(home, keep) if keep else []


def left_over(home: Home) -> list[Path]:
    """What killed runs left behind, and no run will take up again: half files and folders of build and release.

    The caller holds the home's lock, so that nobody is at work on them.
    """
    found = [*home.build.glob(".*.tmp*"), *home.build.glob("*.wal"), *home.lake.rglob(".*.tmp")]
    found += [*home.published.glob(".current-*"), *home.releases.glob(f"{_REMOVED}*")]
    # A release that was staged and refused, or never published: the next run stages its own.
    found += [home.staged_release] if home.staged_release.is_dir() else []
    return sorted(found)


def remove(paths: list[Path]) -> None:
    """Remove files, links and folders."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def folder_bytes(path: Path) -> int:
    """The bytes of a file, or of all files under a folder."""
    files = path.rglob("*") if path.is_dir() and not path.is_symlink() else [path]
    return sum(file.lstat().st_size for file in files if not file.is_dir())


def _made(release: Release) -> datetime:
    return datetime.fromisoformat(release.created_at.replace("Z", "+00:00"))
