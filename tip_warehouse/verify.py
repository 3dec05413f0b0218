"""Is what is kept still what was kept: releases, raw files and the lake against the hashes of when they were made."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.landing import content_hash, raw_path
from ingest.ledger import changed_files
from ingest.mend import mend_editions
from tip_warehouse.lock import home_lock
from tip_warehouse.release.publish import PublishError, current_release, verify_release


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was kept: `where` (release, raw or lake), which `file` there, and what is wrong."""

    where: str
    file: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}, {self.file}: {self.problem}"

    def as_dict(self) -> dict[str, str]:
        """The problem as plain values."""
        return asdict(self)


def verify(home: Home, mend: bool = False, wait_seconds: float = 0.0) -> list[Problem]:
    """Hash all releases, raw files and files of the lake again, and return all that is wrong; changes nothing.

    With `mend`, editions of the lake that are damaged are read again, from the raw store, by the next run. Takes
    the home's lock, and raises `LockHeld` where a run does not end within `wait_seconds`.
    """
    with home_lock(home, wait_seconds=wait_seconds):
        return [*_releases(home), *_raw(home), *_lake(home, mend)]


def _releases(home: Home) -> list[Problem]:
    found: list[Problem] = []
    try:
        current_release(home)
    except (PublishError, ValueError, KeyError) as error:
        found.append(Problem("published", home.current.name, str(error)))
    for folder in sorted(home.releases.iterdir()) if home.releases.is_dir() else []:
        if folder.is_dir() and not folder.name.startswith("."):
            found += [Problem(f"release {folder.name}", one.file, one.problem) for one in verify_release(folder)]
    return found


def _raw(home: Home) -> list[Problem]:
    with Inventory.open(home) as inventory:
        kept = sorted(sha256 for sha256 in inventory.known() if not sha256.startswith("none:"))
        names = {sha256: inventory.path_of(sha256) for sha256 in kept}
    found = []
    for sha256 in kept:
        path = raw_path(home.raw, sha256)
        file = f"{path.relative_to(home.raw).as_posix()} ({names[sha256]})"
        if not path.is_file():
            found.append(Problem("raw", file, "is missing; drop the file again, or take it from a backup"))
        elif content_hash(path) != sha256:
            found.append(Problem("raw", file, "has other bytes than when it was kept; take it from a backup"))
    return found


def _lake(home: Home, mend: bool) -> list[Problem]:
    changed = changed_files(home)
    found = [Problem("lake", name, problem) for name, problem in changed.items()]
    if mend:
        for name in changed:
            (home.lake / name).unlink(missing_ok=True)
        with Inventory.open(home) as inventory:
            editions = sorted(set(inventory.editions().values()))
        for edition, fault in mend_editions(home, editions).items():
            if not any(f"edition_year={edition}/" in name for name in changed):
                found.append(Problem("lake", f"edition {edition}", fault))
    return found
