"""The landing folder: which files stand in it, their content hashes, and whether they have stopped growing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

# Names that programs give to files which they are still writing.
_UNFINISHED = (".part", ".tmp", ".crdownload", ".partial", ".filepart", "~")
_CHUNK = 1 << 20
_TICK_SECONDS = 2.0
_NAME = attrgetter("name")


class LandingFile(NamedTuple):
    """One file as it stood: `path` is relative to the landing folder, with forward slashes.

    `location` is where it can be opened: a name that is not UTF-8 has a `path` in which it is spelled out.
    """

    path: str
    sha256: str
    bytes: int
    location: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in the landing folder.

    `pending` are files that are still being written; `refused` are names that are no regular file, with
    the reason.
    """

    files: tuple[LandingFile, ...]
    pending: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


class Hashes:
    """Content hashes that are remembered, so that an untouched file is hashed once.

    `stamps` is what was remembered: by path, the stamp of a file (see `stamp_of`) and its hash. A file is untouched
    while its stamp is the same; the kernel sets the time of the last change, which no program can turn back. A file
    that changed within the last two seconds is not remembered: it could change again within the same tick of that
    clock. Whoever keeps a file hashes it again (`copy_into`), whatever is said here.
    """

    def __init__(self, stamps: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.stamps = dict(stamps or {})

    def same(self, path: str, stamp: str) -> str | None:
        """The hash that is remembered of `path`, where it was not touched since; else None."""
        before = self.stamps.get(path)
        return before[1] if before is not None and before[0] == stamp else None

    def of(self, location: str, path: str, status: os.stat_result) -> str:
        """The hash of the file at `location`, which `status` was just read of; it is remembered as `path`."""
        now = stamp_of(status)
        if (same := self.same(path, now)) is not None:
            return same
        digest = content_hash(location)
        if not 0 <= time.time() - status.st_ctime < _TICK_SECONDS:
            self.stamps[path] = (now, digest)
        return digest

    def forget_others(self, paths: Iterable[str]) -> None:
        """Forget what is not among `paths`, so that the memory does not grow with history."""
        for path in self.stamps.keys() - set(paths):
            del self.stamps[path]


def stamp_of(status: os.stat_result) -> str:
    """Device, inode, size and both times of a file, as text: other than before where the file was touched."""
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def nothing_known(sha256: str) -> bool:
    """For a scan before which no content was ever seen."""
    return False


def scan(
    landing: Path,
    is_known: Callable[[str], bool] = nothing_known,
    settle_seconds: float = 1.0,
    hashes: Hashes | None = None,
) -> Scan:
    """Hash every file of the landing folder; content decides, never a name or a time.

    A content hash that is not known (`is_known`) is new: such a file must have stood still for `settle_seconds`.
    Where it changed more lately, it is looked at again when that time is over, and is pending if it changed
    meanwhile. Hidden files are not looked at. A missing folder is an empty one. `hashes` spares hashing again what
    was not touched.
    """
    remembered = hashes or Hashes()
    files: list[LandingFile] = []
    fresh: list[tuple[LandingFile, tuple[int, int]]] = []
    pending: list[str] = []
    refused: list[tuple[str, str]] = []
    closed: list[str] = []
    settled_before = time.time() - settle_seconds
    for entry, name in _walk(landing, closed):
        try:
            status = entry.stat(follow_symlinks=False)
            # Thousands of files stand here untouched: what was remembered of one spares every other question.
            if status.st_ctime <= settled_before and (same := remembered.same(name, stamp_of(status))) is not None:
                files.append(LandingFile(name, same, status.st_size, entry.path))
            elif not stat.S_ISREG(status.st_mode):
                refused.append((name, _not_regular(status.st_mode)))
            elif is_unfinished(name):
                pending.append(name)
            else:
                digest = remembered.of(entry.path, name, status)
                file = LandingFile(name, digest, status.st_size, entry.path)
                files.append(file)
                if not is_known(digest):
                    fresh.append((file, (status.st_size, status.st_mtime_ns)))
        except PermissionError:
            refused.append((name, "not readable: permission denied"))
        except FileNotFoundError:
            continue  # gone between listing and reading: nothing stands here
    remembered.forget_others(file.path for file in files)
    if (left := _left_to_settle([file for file, _ in fresh], settle_seconds)) > 0:
        time.sleep(left)
    grown = {file.path for file, before in fresh if _look(file.location) != before}
    settled = tuple(file for file in files if file.path not in grown) if grown else tuple(files)
    refused += [(folder, "folder not readable: permission denied") for folder in closed]
    return Scan(settled, tuple(sorted([*pending, *grown])), tuple(refused))


def glance(landing: Path) -> int:
    """A number that changes when a file comes, goes or is touched: a reason to look, never a verdict. Reads no file."""
    seen = []
    for entry, _ in _walk(landing):
        with contextlib.suppress(OSError):
            seen.append((entry.path, stamp_of(entry.stat(follow_symlinks=False))))
    return hash(tuple(seen))


def _left_to_settle(fresh: Iterable[LandingFile], settle_seconds: float) -> float:
    """Seconds until the last of the files has stood still for `settle_seconds`; all of them where a clock is off."""
    left, now = 0.0, time.time()
    for file in fresh:
        with contextlib.suppress(FileNotFoundError):
            age = now - os.lstat(file.location).st_ctime
            left = max(left, settle_seconds - age if age >= 0 else settle_seconds)
    return left


def _walk(landing: Path, closed: list[str] | None = None) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every name that is no folder, with its path below `landing`: a folder's own names first, then its folders.

    Folders that may not be listed are added to `closed`. Raises `PermissionError` where `landing` itself may not.
    """
    # Entries of `os.scandir` spare a path object and a look for each file; thousands stand here.
    waiting = [(str(landing), "")]
    while waiting:
        folder, inside = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted([one for one in found if one.name[0] != "."], key=_NAME)
        except PermissionError:
            if not inside:
                raise
            if closed is not None:
                closed.append(_readable(inside))
            continue
        except (FileNotFoundError, NotADirectoryError):
            continue  # gone since its name was read, or never there: an empty one
        folders = []
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{name}/"))
            else:
                yield entry, name if name.isascii() else _readable(name)
        waiting += reversed(folders)


def _readable(path: str) -> str:
    """A name that is not UTF-8 spelled out: it stays readable, and distinct."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _look(location: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(location)
    except FileNotFoundError:
        return None
    return status.st_size, status.st_mtime_ns


def content_hash(path: str | Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _not_regular(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link; copy the file itself into the landing folder"
    for test, word in (
        (stat.S_ISFIFO, "FIFO"),
        (stat.S_ISSOCK, "socket"),
        (stat.S_ISCHR, "device"),
        (stat.S_ISBLK, "device"),
    ):
        if test(mode):
            return f"not a regular file ({word})"
    return "not a regular file"


def copy_into(source: str | Path, sha256: str, raw: Path) -> Path | None:
    """Keep the content of `source` as `raw/<first two>/<sha256>`; None where it is no longer that content."""
    target = raw_path(raw, sha256)
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{sha256}.{os.getpid()}.tmp")
    digest = hashlib.sha256()
    try:
        with open(source, "rb") as reading, partial.open("wb") as writing:
            while chunk := reading.read(_CHUNK):
                digest.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        if digest.hexdigest() != sha256:
            return None
        partial.chmod(0o444)
        partial.replace(target)
    except FileNotFoundError:
        return None
    finally:
        partial.unlink(missing_ok=True)
    return target


def is_unfinished(name: str) -> bool:
    """Is this the name that a program gives to a file which it is still writing?"""
    return name.endswith(_UNFINISHED)


def raw_path(raw: Path, sha256: str) -> Path:
    """Where the content with this hash is kept."""
    return raw / sha256[:2] / sha256
