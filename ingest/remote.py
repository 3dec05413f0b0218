"""A landing place that is no local folder: any URL that fsspec knows (`s3://bucket/prefix`, `sftp://…`, `memory://`).

Objects are fetched once for each version that the store names (its ETag, else size and time); their hash decides, as
for local files. Nothing is ever written to the place, and deleting there withdraws nothing.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.landing import LandingFile, Scan, content_hash, is_unfinished, nothing_known, raw_path
from ingest.redaction import has_password, redacted, without_password

# What a store calls the version of an object: first those that change with every byte, then its times.
_VERSIONS = ("ETag", "etag", "md5", "contentHash", "checksum")
_TIMES = ("mtime", "LastModified", "last_modified", "modified", "created", "updated")
_AT_ONCE = 8


class LandingUnreachable(OSError):  # noqa: N818 - says what is the case
    """The landing place cannot be listed or read; the message says why, without passwords."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """An object as the store lists it. `atomic`: its version changes with its bytes, which appear all at once."""

    name: str
    path: str
    bytes: int
    version: str
    atomic: bool


def scan_remote(
    url: str,
    cache: Path,
    raw: Path,
    is_known: Callable[[str], bool] = nothing_known,
    settle_seconds: float = 1.0,
    patience_seconds: float | None = None,
) -> Scan:
    """What stands at `url`: every object with its content hash, fetched into `cache` where it is new.

    An object whose store gives no ETag must be listed alike again after `settle_seconds`, else it is pending; so is
    one that is not fetched within `patience_seconds` (None: wait), and the next look goes on from there. Contents
    that are known (`is_known`) are not kept in `cache`. Raises `LandingUnreachable`.
    """
    deadline = None if patience_seconds is None else time.monotonic() + patience_seconds
    cache.mkdir(parents=True, exist_ok=True)
    store, root = _store(url)
    listed = _listing(store, root, url)
    pending = {path for path, one in listed.items() if is_unfinished(path)}
    with _memory(cache, url) as seen:
        fresh = [one for path, one in listed.items() if path not in pending and not _at_hand(one, seen, cache, raw)]
        if settle_seconds > 0 and not all(one.atomic for one in fresh):
            time.sleep(settle_seconds)
            again = _listing(store, root, url)
            grown = {one.path for one in fresh if again.get(one.path) != one}
            pending |= grown
            fresh = [one for one in fresh if one.path not in grown]

        def fetch(one: _Listed) -> tuple[_Listed, str | None]:
            late = deadline is not None and time.monotonic() > deadline
            return one, None if late else _fetch(store, one, cache, url)

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for one, sha256 in pool.map(fetch, fresh):
                if sha256 is None:
                    pending.add(one.path)
                else:
                    seen[one.path] = (one.version, sha256)
        files = [
            LandingFile(path, seen[path][1], one.bytes, str(_location(seen[path][1], cache, raw)))
            for path, one in listed.items()
            if path not in pending
        ]
    for kept in cache.iterdir():
        if is_known(kept.name) and raw_path(raw, kept.name).exists():
            kept.unlink(missing_ok=True)
    return Scan(tuple(files), tuple(sorted(pending)))


def _store(url: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    if url.startswith(("s3:", "s3a:")) and has_password(url):
        raise LandingUnreachable(
            f"{without_password(url)} holds keys or a query, which S3 does not read from an address; write s3://bucket/"
            "prefix, and set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for other servers than Amazon's, "
            "AWS_ENDPOINT_URL"
        )
    try:
        store, root = url_to_fs(url)
    except ImportError as error:
        extra = "`uv sync --extra s3`" if url.startswith("s3") else "the package it names"
        raise LandingUnreachable(
            f"{without_password(url)} cannot be opened: {redacted(str(error), url)}; install {extra}"
        ) from None
    except Exception as error:  # each store has errors of its own
        raise LandingUnreachable(
            f"{without_password(url)} cannot be opened: {_said(error, url)}; see TIP_LANDING"
        ) from None
    return store, str(root)


def _said(error: Exception, url: str) -> str:
    return f"{type(error).__name__}: {redacted(str(error), url)}"


def _listing(store: Any, root: str, url: str) -> dict[str, _Listed]:
    """The objects by path below the place, hidden ones left out; an empty or missing prefix has none."""
    try:
        store.invalidate_cache()
        found: Mapping[str, Mapping[str, Any]] = store.find(root, detail=True)
    except FileNotFoundError:
        found = {}
    except Exception as error:  # each store has errors of its own
        raise LandingUnreachable(
            f"{without_password(url)} cannot be listed: {_said(error, url)}; "
            "see TIP_LANDING, the network, and the credentials in the environment (for S3: AWS_ACCESS_KEY_ID, …)"
        ) from None
    listed = {}
    for name, about in sorted(found.items()):
        path = name.removeprefix(root).lstrip("/")
        if about.get("type") == "directory" or not path or any(part.startswith(".") for part in path.split("/")):
            continue
        tag = next((str(about[key]) for key in _VERSIONS if about.get(key)), None)
        moment = next((str(about[key]) for key in _TIMES if about.get(key)), "")
        size = int(about.get("size") or 0)
        listed[path] = _Listed(name, path, size, f"{size} {tag or moment}", tag is not None)
    return listed


def _at_hand(one: _Listed, seen: Mapping[str, tuple[str, str]], cache: Path, raw: Path) -> bool:
    version, sha256 = seen.get(one.path, ("", ""))
    return version == one.version and _location(sha256, cache, raw).exists()


def _location(sha256: str, cache: Path, raw: Path) -> Path:
    kept = raw_path(raw, sha256)
    return kept if kept.exists() else cache / sha256


def _fetch(store: Any, one: _Listed, cache: Path, url: str) -> str | None:
    """Fetch an object into `cache` under its hash; None where it is not any more what was listed."""
    partial = cache / f".{os.getpid()}-{abs(hash(one.path))}.part"
    try:
        store.get_file(one.name, str(partial))
        if partial.stat().st_size != one.bytes:
            return None
        sha256 = content_hash(partial)
        partial.replace(cache / sha256)
        return sha256
    except FileNotFoundError:
        return None
    except Exception as error:  # each store has errors of its own
        raise LandingUnreachable(f"{one.path} in {without_password(url)} cannot be read: {_said(error, url)}") from None
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _memory(cache: Path, url: str) -> Iterator[dict[str, tuple[str, str]]]:
    """Version and hash of each path seen at `url`; what is added in the block is remembered."""
    connection = sqlite3.connect(cache / ".seen.sqlite", timeout=30)
    try:
        connection.execute("create table if not exists seen (url, path, version, sha256, primary key (url, path))")
        rows = connection.execute("select path, version, sha256 from seen where url = ?", (without_password(url),))
        seen = {path: (version, sha256) for path, version, sha256 in rows}
        before = dict(seen)
        yield seen
        with connection:
            connection.executemany(
                "insert or replace into seen values (?, ?, ?, ?)",
                [(without_password(url), path, *what) for path, what in seen.items() if before.get(path) != what],
            )
    finally:
        connection.close()
