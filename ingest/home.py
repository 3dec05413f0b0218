"""The home folder: where each thing lives under `TIP_HOME`. Paths only; nothing here reads or writes content."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_HOME = "data"


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one home. `landing` may lie elsewhere; all else is under `root`.

    Where files land at a URL, `remote` is that URL and `landing` the folder that they are fetched into.
    """

    root: Path
    landing: Path
    remote: str | None = None

    @classmethod
    def at(cls, root: Path | str | None = None, landing: Path | str | None = None) -> Home:
        """The home at `root` (default: `$TIP_HOME`, then `./data`), with absolute paths.

        `landing` defaults to `$TIP_LANDING`, then the home's own `landing/`. It may be a URL that fsspec knows.
        """
        folder = Path(root or os.environ.get("TIP_HOME") or DEFAULT_HOME).absolute()
        drop = landing or os.environ.get("TIP_LANDING") or folder / "landing"
        if "://" in str(drop):
            return cls(folder, folder / "state" / "incoming", str(drop))
        return cls(folder, Path(drop).absolute())

    @property
    def landing_address(self) -> str:
        """Where files are dropped: a URL or an absolute path."""
        return self.remote or str(self.landing)

    def create(self) -> Home:
        """Make the folders that are missing, and return the home."""
        for folder in (self.landing, self.raw, self.lake, self.build, self.releases, self.quarantine, self.state):
            folder.mkdir(parents=True, exist_ok=True)
        return self

    @property
    def raw(self) -> Path:
        """Raw files, content-addressed, kept for ever and never changed."""
        return self.root / "raw"

    @property
    def lake(self) -> Path:
        """Documents and facts as Parquet, partitioned by edition."""
        return self.root / "lake"

    @property
    def build(self) -> Path:
        """The candidate warehouse and release, not audited yet."""
        return self.root / "build"

    @property
    def candidate(self) -> Path:
        """The candidate warehouse that dbt builds in."""
        return self.build / "candidate.duckdb"

    @property
    def staged_release(self) -> Path:
        """The candidate release, complete but not audited yet."""
        return self.build / "release"

    @property
    def published(self) -> Path:
        """What users see."""
        return self.root / "published"

    @property
    def releases(self) -> Path:
        """One folder for each release."""
        return self.published / "releases"

    @property
    def current(self) -> Path:
        """The pointer to the current release: a symbolic link, replaced atomically."""
        return self.published / "current"

    @property
    def quarantine(self) -> Path:
        """Files that were set aside, each with its reason."""
        return self.root / "quarantine"

    @property
    def state(self) -> Path:
        """The inventory, the run lock and Dagster's instance."""
        return self.root / "state"

    @property
    def inventory(self) -> Path:
        """The inventory database."""
        return self.state / "inventory.sqlite"

    @property
    def run_lock(self) -> Path:
        """The lock of the one writer."""
        return self.state / "run.lock"

    @property
    def dagster(self) -> Path:
        """Dagster's instance folder."""
        return self.state / "dagster"
