"""Archives: the members of zip, gzip and tar files, in memory, within bounds. Nothing is written to disk.

Runs in the worker process.
"""

from __future__ import annotations

import gzip
import io
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from ingest.readers.refusal import Refused

MEMBERS = 5_000
TOTAL = 192 << 20
# A member that is this many times its packed size, and large, is a bomb: text packs to a fifth, at most to a fiftieth.
RATIO = 200
LARGE = 8 << 20
_CHUNK = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    gzip.BadGzipFile,
    EOFError,
    ValueError,
    NotImplementedError,
)

Member = tuple[str, bytes, str | None]


def members(kind: str, content: bytes, name: str) -> Iterator[Member]:
    """(name, content, reason) of each file in an archive; `reason` says why a member was not unpacked.

    Raises `Refused` where the archive is damaged, has too many members or unpacks to too much.
    """
    try:
        if kind == "zip":
            yield from _zip(content)
        elif kind == "tar":
            yield from _tar(io.BytesIO(content))
        else:
            yield from _gzip(content, name)
    except _DAMAGED as error:
        raise Refused(f"damaged {kind} archive ({type(error).__name__}: {error})") from None


def _zip(content: bytes) -> Iterator[Member]:
    left = TOTAL
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        listed = archive.infolist()
        _check_number(len(listed))
        for info in sorted(listed, key=lambda info: info.filename):
            mode = info.external_attr >> 16
            if info.is_dir():
                continue
            if reason := _bad_name(info.filename):
                yield _shown(info.filename), b"", reason
            elif _is_litter(info.filename):
                continue
            elif stat.S_ISLNK(mode):
                yield info.filename, b"", "a symbolic link inside the archive"
            elif info.flag_bits & 1:
                yield info.filename, b"", "an encrypted member of the archive; unpack it with its password first"
            else:
                with archive.open(info) as member:
                    unpacked = _bounded(member, min(left, max(RATIO * info.compress_size, LARGE)), info.filename)
                left -= len(unpacked)
                yield info.filename, unpacked, None


def _tar(stream: io.BytesIO | gzip.GzipFile) -> Iterator[Member]:
    left, number = TOTAL, 0
    with tarfile.open(fileobj=stream, mode="r:") as archive:
        for info in archive:
            number += 1
            _check_number(number)
            if info.isdir():
                continue
            if reason := _bad_name(info.name):
                yield _shown(info.name), b"", reason
            elif _is_litter(info.name):
                continue
            elif not info.isreg():
                kind = "a link" if info.issym() or info.islnk() else "no regular file"
                yield info.name, b"", f"{kind} inside the archive"
            else:
                member = archive.extractfile(info)
                unpacked = _bounded(member, left, info.name) if member else b""
                left -= len(unpacked)
                yield info.name, unpacked, None


def _gzip(content: bytes, name: str) -> Iterator[Member]:
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
        unpacked = _bounded(stream, min(TOTAL, max(RATIO * len(content), LARGE)), name)
    if unpacked[257:262] == b"ustar":
        yield from _tar(io.BytesIO(unpacked))
    else:
        yield re.sub(r"\.gz$", "", name) or "content", unpacked, None


def _bounded(stream: object, limit: int, name: str) -> bytes:
    """All of a stream; raises `Refused` where it is longer than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):  # type: ignore[attr-defined]
        size += len(chunk)
        if size > limit:
            raise Refused(f"an archive bomb: {_shown(name)!r} unpacks to more than {limit:,} bytes")
        parts.append(chunk)
    return b"".join(parts)


def _check_number(number: int) -> None:
    if number > MEMBERS:
        raise Refused(f"more than {MEMBERS:,} files in one archive")


def _bad_name(name: str) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or re.match(r"^[A-Za-z]:", name):
        return "an absolute name inside the archive"
    if ".." in path.parts:
        return "a name inside the archive that leads out of it"
    if "\x00" in name or len(name) > 1000:
        return "a name inside the archive that no file can have"
    return None


def _is_litter(name: str) -> bool:
    """What archivers of desktops add: resource forks, hidden files."""
    parts = PurePosixPath(name).parts
    return bool(parts) and ("__MACOSX" in parts or (parts[-1].startswith(".") and parts[-1] != ".."))


def _shown(name: str) -> str:
    return name[:200].encode("unicode_escape").decode()
