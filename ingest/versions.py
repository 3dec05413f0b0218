"""Versions by content: what was read, checked or built changes its version when its code changes, and only then."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE_OF_CODE = "0.1.0"
_COUNTED = {".py", ".csv", ".toml", ".json", ".sql", ".yml", ".yaml"}
_SKIPPED = {"__pycache__", "target", "logs", "dbt_packages"}


@cache
def digest_of(*rooms: str) -> str:
    """Twelve hexadecimal digits over the code and data files of `rooms` (folders under the project's root)."""
    total = hashlib.sha256()
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in _COUNTED and not _SKIPPED.intersection(path.relative_to(ROOT).parts):
                total.update(path.relative_to(ROOT).as_posix().encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def extractor_version() -> str:
    """Version of readers, vocabulary and grammar together; documents read with another one are read again."""
    return f"{RELEASE_OF_CODE}+{digest_of('ingest')}"


def expectations_version() -> str:
    """Version of the gates."""
    return f"{RELEASE_OF_CODE}+{digest_of('expectations')}"


def warehouse_version() -> str:
    """Version of the models and of the release code."""
    return f"{RELEASE_OF_CODE}+{digest_of('dbt_project', 'tip_warehouse/release')}"
