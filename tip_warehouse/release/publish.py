"""Stage, publish, find and verify releases. Reading needs the standard library alone, so that a look is cheap."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest.home import Home
from tip_warehouse.release.digest import content_digest, file_sha256

MANIFEST = "manifest.json"


class PublishError(RuntimeError):
    """The staged release is missing, incomplete or damaged, or the pointer cannot be moved."""


@dataclass(frozen=True, slots=True)
class StagedRelease:
    """A complete release that users do not see yet: `path` is its folder, `rows` counts each table.

    `unchanged` says that the current release has the same content, so that publishing would not make a
    new one. `seconds` is the wall time of staging.
    """

    release_id: str
    path: Path
    content_digest: str
    rows: dict[str, int]
    bytes: int
    unchanged: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Release:
    """A published release: `path` is its folder, `rows` counts each table, `created_at` is a UTC instant.

    `unchanged` says that a call of `publish` found nothing new and returned the release that stood.
    """

    release_id: str
    path: Path
    created_at: str
    content_digest: str
    code_version: str
    extractor_version: str
    rows: dict[str, int] = field(default_factory=dict)
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseProblem:
    """One thing that is wrong with a release: `file` inside it, and what is wrong."""

    file: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}"


def stage_release(
    home: Home,
    *,
    extractor_version: str,
    inputs: Sequence[Mapping[str, str]] = (),
    documents: Mapping[str, Any] | None = None,
    code_version: str | None = None,
    created_at: datetime | None = None,
) -> StagedRelease:
    """Make the complete release of `home.candidate` in `home.staged_release`; nothing under `published/` changes.

    `inputs` are mappings with source_path, sha256 and report_id of each document that went in; `documents` is the
    caller's account of all documents, kept as given. `code_version` defaults to the package's version,
    `created_at` to now. The manifest is written last: a folder without it is not a release.
    """
    from tip_warehouse.release import changes, database, export, package

    started = time.perf_counter()
    code = code_version or _package_version()
    created = (created_at or datetime.now(UTC)).astimezone(UTC)
    folder = home.staged_release
    shutil.rmtree(folder, ignore_errors=True)
    exported = export.export_marts(home)
    database.write_database(folder)
    digest = content_digest({table.name: table.sha256 for table in exported}, code, extractor_version)
    release_id = f"{created:%Y%m%dT%H%M%SZ}-{digest[:8]}"
    current = current_release(home)
    beside, base = changes.write_against(folder, current.path if current else None)
    package.write_descriptions(folder, [*exported, beside], release_id, created)
    package.write_manifest(
        folder,
        exported,
        release_id=release_id,
        created_at=created,
        digest=digest,
        code_version=code,
        extractor_version=extractor_version,
        inputs=inputs,
        documents=documents or {},
        beside=[beside],
        base=base,
    )
    return StagedRelease(
        release_id=release_id,
        path=folder,
        content_digest=digest,
        rows={table.name: table.rows for table in exported},
        bytes=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        unchanged=current is not None and current.content_digest == digest,
        seconds=time.perf_counter() - started,
    )


def publish(home: Home) -> Release:
    """Make the staged release the current one, and return it.

    Every staged file is hashed again first. Files and folders are synced to disk, the folder is renamed
    into `published/releases/`, and then the pointer `published/current` is replaced in one atomic step:
    a reader sees the old release or the new one, whole. Where the current release has the same content,
    the staged one is dropped and the current one comes back with `unchanged` true; where an earlier call
    was killed between rename and pointer, its release is made current. Raises
    `PublishError`, with users seeing what they saw before, where anything is amiss.
    """
    staged = home.staged_release
    if not (staged / MANIFEST).is_file():
        raise PublishError(f"no complete release at {staged} (it has no {MANIFEST}); stage it first (stage_release)")
    if problems := verify_release(staged):
        listed = "; ".join(map(str, problems[:5]))
        raise PublishError(f"the staged release at {staged} is damaged: {listed}; stage it again")
    release = _read(staged)
    current = current_release(home)
    if current is not None and current.content_digest == release.content_digest:
        shutil.rmtree(staged)
        return replace(current, unchanged=True)
    if orphan := _left_by_a_killed_publish(home, release, current):
        shutil.rmtree(staged)
        _point(home, orphan.release_id)
        return orphan
    place = home.releases / release.release_id
    if place.exists():
        raise PublishError(f"there is a release {place} already, and it is damaged; remove it and publish again")
    home.releases.mkdir(parents=True, exist_ok=True)
    _sync_tree(staged)
    try:
        os.rename(staged, place)
    except OSError as error:
        raise PublishError(
            f"cannot move {staged} to {place}: {error}; build/ and published/ must lie on the same filesystem"
        ) from error
    _sync(home.releases)
    _point(home, release.release_id)
    return replace(release, path=place)


def current_release(home: Home) -> Release | None:
    """The release that `published/current` points to, or None where nothing was published yet.

    Reads one small file. Raises `PublishError` where the pointer leads to no release.
    """
    if not home.current.is_symlink():
        return None
    folder = home.releases / Path(os.readlink(home.current)).name
    if not (folder / MANIFEST).is_file():
        raise PublishError(
            f"{home.current} points to {folder}, which has no {MANIFEST}; point it to one of {home.releases}"
        )
    return _read(folder)


def list_releases(home: Home) -> list[Release]:
    """All published releases, oldest first. Folders without a manifest are none."""
    if not home.releases.is_dir():
        return []
    folders = sorted(path for path in home.releases.iterdir() if (path / MANIFEST).is_file())
    return [_read(folder) for folder in folders]


def find_release(home: Home, identifier: str | None = None) -> Release:
    """The current release, or the one whose id is, or alone begins with, `identifier`.

    Raises `PublishError` where there is none or where several begin so; the message says which there are.
    """
    if identifier is None:
        if release := current_release(home):
            return release
        raise PublishError(f"there is no release under {home.published}; next: tip run --home {home.root}")
    releases = list_releases(home)
    found = [release for release in releases if release.release_id == identifier] or [
        release for release in releases if identifier and release.release_id.startswith(identifier)
    ]
    if len(found) == 1:
        return found[0]
    known = ", ".join(release.release_id for release in releases) or "none"
    raise PublishError(
        f"{len(found) or 'no'} releases of {home.root} begin with {identifier!r}; "
        f"give one of these with --release: {known}"
    )


def verify_release(path: Path) -> list[ReleaseProblem]:
    """Hash every file of the release at `path` again, and return all that is not as its manifest says."""
    try:
        manifest = json.loads((path / MANIFEST).read_bytes())
        listed = {entry["path"]: entry for entry in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [ReleaseProblem(MANIFEST, f"cannot be read: {error}")]
    problems = []
    for name, entry in sorted(listed.items()):
        file = path / name
        if not file.is_file():
            problems.append(ReleaseProblem(name, "is missing"))
        elif file.stat().st_size != entry["bytes"]:
            problems.append(ReleaseProblem(name, f"has {file.stat().st_size} bytes instead of {entry['bytes']}"))
        elif file_sha256(file) != entry["sha256"]:
            problems.append(ReleaseProblem(name, "has other bytes than when it was released"))
    present = {found.relative_to(path).as_posix() for found in path.rglob("*") if found.is_file()}
    problems += [
        ReleaseProblem(name, "is not listed in the manifest") for name in sorted(present - set(listed) - {MANIFEST})
    ]
    tables = {Path(name).stem: entry["sha256"] for name, entry in listed.items() if name.startswith("parquet/")}
    digest = content_digest(tables, str(manifest.get("code_version")), str(manifest.get("extractor_version")))
    if manifest.get("content_digest") != digest:
        problems.append(ReleaseProblem(MANIFEST, "its content digest does not follow from its tables and versions"))
    return problems


def _read(folder: Path) -> Release:
    manifest = json.loads((folder / MANIFEST).read_bytes())
    return Release(
        release_id=manifest["release_id"],
        path=folder,
        created_at=manifest["created_at"],
        content_digest=manifest["content_digest"],
        code_version=manifest["code_version"],
        extractor_version=manifest["extractor_version"],
        rows=manifest["tables"],
    )


def _left_by_a_killed_publish(home: Home, wanted: Release, current: Release | None) -> Release | None:
    """The whole release of `wanted`'s content that was moved into place and never pointed to, if there is one."""
    for release in reversed(list_releases(home)):
        newer = current is None or release.release_id > current.release_id
        if newer and release.content_digest == wanted.content_digest and not verify_release(release.path):
            return release
    return None


def _point(home: Home, release_id: str) -> None:
    """Let `published/current` point to a release: a new link beside it, renamed over the old one."""
    link = home.published / f".current-{os.getpid()}"
    link.unlink(missing_ok=True)
    os.symlink(Path("releases") / release_id, link)
    os.replace(link, home.current)
    _sync(home.published)


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _package_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("tip-warehouse")
    except PackageNotFoundError:
        return "0+unknown"
