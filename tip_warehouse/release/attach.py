"""Files that join a staged release after it was judged, such as Data Docs: listed and hashed like all others."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.publish import MANIFEST, PublishError, Release


def attach(staged: Path, folder: str) -> int:
    """List all files under `folder` of a staged release in its manifest, in place of those listed there before.

    Returns how many there are. The content digest is that of the tables and does not change. Raises `PublishError`
    where there is no manifest.
    """
    manifest = _manifest(staged)
    kept = [entry for entry in manifest["files"] if not entry["path"].startswith(f"{folder}/")]
    added = [
        {"path": path.relative_to(staged).as_posix(), "bytes": path.stat().st_size, "sha256": file_sha256(path)}
        for path in sorted((staged / folder).rglob("*"))
        if path.is_file()
    ]
    manifest["files"] = sorted([*kept, *added], key=lambda entry: str(entry["path"]))
    # A folder with half a manifest is no release: it is replaced in one step.
    partial = staged.parent / f".{MANIFEST}.{os.getpid()}"
    partial.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    partial.replace(staged / MANIFEST)
    return len(added)


def is_same_content(staged: Path, release: Release) -> bool:
    """Would publishing the staged release make none, since `release` has the same tables and versions?"""
    return bool(_manifest(staged)["content_digest"] == release.content_digest)


def _manifest(staged: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((staged / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise PublishError(f"no complete release at {staged} ({error}); stage it first (stage_release)") from error
    return manifest
