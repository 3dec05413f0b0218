"""Hashes of files and of whole releases; the standard library alone, so that a look at a release is cheap."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

_CHUNK = 1 << 20


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal, in bounded memory."""
    hasher = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hasher.update(chunk)
    return hasher.hexdigest()


def content_digest(tables: Mapping[str, str], code_version: str, extractor_version: str) -> str:
    """The SHA-256 that tells whether two releases say the same.

    It covers the SHA-256 of each table's Parquet file (`tables`, by name) and the versions of code and
    extractor; no time, no path and no database file, whose bytes differ from one writing to the next.
    """
    lines = [f"code {code_version}", f"extractor {extractor_version}"]
    lines += [f"{name} {sha256}" for name, sha256 in sorted(tables.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
