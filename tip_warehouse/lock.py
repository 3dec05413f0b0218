"""The lock of the one writer of a home. The kernel frees it when its owner dies, so that it never needs cleaning up."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.home import Home
from ingest.redaction import redacted

_PAUSE_SECONDS = 0.05
# A look at the lock takes it for less than a millisecond: who wants to write gets past that.
_PATIENCE_WITH_LOOKS = 0.25


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: process id, when it took the lock (UTC, ISO 8601), and its command line."""

    pid: int
    since: str
    command: str


class LockHeld(RuntimeError):  # noqa: N818 - says what is the case
    """Another process writes to the home; `holder` says which one (None: it has not said yet)."""

    def __init__(self, home: Home, holder: Holder | None) -> None:
        self.holder = holder
        if holder is None:
            who, then = "another process", f"see who has {home.run_lock} open"
        else:
            who = f"process {holder.pid} ({holder.command}) since {holder.since}"
            then = f"`kill {holder.pid}` if it hangs"
        super().__init__(
            f"{home.root} is being written by {who}; one writer at a time. "
            f"Wait for it to end (`tip status`), or {then}."
        )


@dataclass(slots=True)
class _Held:
    descriptor: int
    depth: int
    holder: Holder


# Held by this process, by path of the lock file.
_held: dict[Path, _Held] = {}
_guard = threading.Lock()


@contextmanager
def home_lock(home: Home, wait_seconds: float = 0.0) -> Iterator[Holder]:
    """Be the one writer of `home` while the block runs.

    Waits up to `wait_seconds` for another process to end, then raises `LockHeld`. A process that holds the
    lock already may take it again; it is free once every block has ended, or the process has.
    """
    path = home.run_lock
    held = _enter(home, path, time.monotonic() + max(wait_seconds, _PATIENCE_WITH_LOOKS))
    try:
        yield held.holder
    finally:
        _leave(path)


def lock_holder(home: Home) -> Holder | None:
    """Who writes to `home` now; None where nobody does. Takes nothing and waits for nobody."""
    path = home.run_lock
    with _guard:
        if mine := _held.get(path):
            return mine.holder
        if not path.exists():
            return None
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _read(path) or Holder(0, "", "a process that has just begun")
        else:
            return None
        finally:
            os.close(descriptor)


def _enter(home: Home, path: Path, deadline: float) -> _Held:
    while True:
        with _guard:
            if held := _held.get(path):
                held.depth += 1
                return held
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
            else:
                holder = Holder(os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"), _command())
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, json.dumps(asdict(holder)).encode(), 0)
                _held[path] = held = _Held(descriptor, 1, holder)
                return held
        if time.monotonic() >= deadline:
            raise LockHeld(home, _read(path))
        time.sleep(_PAUSE_SECONDS)


def _leave(path: Path) -> None:
    with _guard:
        held = _held[path]
        held.depth -= 1
        if held.depth == 0:
            del _held[path]
            os.ftruncate(held.descriptor, 0)
            os.close(held.descriptor)


def _read(path: Path) -> Holder | None:
    try:
        return Holder(**json.loads(path.read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _command() -> str:
    if not sys.argv or not sys.argv[0]:
        return "python"
    # It is shown to everybody, and may name a landing place with its password.
    return redacted(" ".join([Path(sys.argv[0]).name, *sys.argv[1:]]))[:200]


def _forget_in_child() -> None:
    """A forked child shares its parent's open files: without this it would keep the lock of a dead parent."""
    global _guard
    _guard = threading.Lock()
    for held in _held.values():
        with contextlib.suppress(OSError):
            os.close(held.descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_forget_in_child)
