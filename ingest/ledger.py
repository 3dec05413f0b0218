"""The ledger of the lake: size and SHA-256 of each file as it was written, so that a change since can be named."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from ingest.home import Home
from ingest.lake import partition
from ingest.landing import content_hash
from ingest.schema import LAKE_TABLES

FILE = "lake.json"


def ledger_path(home: Home) -> Path:
    """Where the ledger of `home` is kept."""
    return home.state / FILE


def read_ledger(home: Home) -> dict[str, tuple[int, str]]:
    """(bytes, SHA-256) of each file of the lake as it was written, by path inside `lake/`; empty where none is kept."""
    try:
        noted = json.loads(ledger_path(home).read_bytes())
    except FileNotFoundError:
        return {}
    return {name: (int(size), str(sha256)) for name, (size, sha256) in noted.items()}


def note_editions(home: Home, tables: Iterable[str], editions: Iterable[int]) -> None:
    """Note the files of these tables and editions as they are now, just after a stage wrote them."""
    ledger, names, written = read_ledger(home), list(tables), sorted(editions)
    if not written:
        return
    for edition in written:
        for name in names:
            path = partition(home.lake, name, edition)
            key = path.relative_to(home.lake).as_posix()
            ledger.pop(key, None)
            if path.is_file():
                ledger[key] = (path.stat().st_size, content_hash(path))
    partial = ledger_path(home).with_name(f".{FILE}.{os.getpid()}")
    # A line a file, as `indent` would print it, which makes `json` leave its fast encoder.
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(noted)}" for name, noted in sorted(ledger.items()))
    partial.write_text(f"{{\n{lines}\n}}\n")
    partial.replace(ledger_path(home))


def changed_files(home: Home) -> dict[str, str]:
    """What is wrong with files of the lake, by path inside `lake/`: missing, or other bytes than were written."""
    found = {}
    for name, (size, sha256) in sorted(read_ledger(home).items()):
        path = home.lake / name
        if not path.is_file():
            found[name] = "is missing"
        elif path.stat().st_size != size or content_hash(path) != sha256:
            found[name] = "has other bytes than when it was written"
    return found


ALL_TABLES: tuple[str, ...] = ("documents", *(table.name for table in LAKE_TABLES))
