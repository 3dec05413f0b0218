"""The worker process: parsers of PDF, HTML and archives run in it, with limits, so that no file can take the run along.

One worker is started when the first such file comes and is used again; a crash, a time-out or too much memory ends
it, refuses the file, and the next file gets a new one. Frames on the pipes are: a kind byte, a length, a payload.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ingest.readers.refusal import Refused

if TYPE_CHECKING:
    from ingest.readers.titles import Page

SECONDS = 120
MEMORY = 1 << 30
OUTPUT = 256 << 20
_JOBS_A_WORKER = 500
_FRAME = struct.Struct(">cQ")
_ROOT = Path(__file__).resolve().parents[2]


class _Worker:
    """A child process that does one job after another."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.jobs = 0
        path = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH")) if part)
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.readers.worker", str(MEMORY)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip

    def run(self, task: str, content: bytes, name: str) -> Iterator[tuple[bytes, bytes]]:
        """The frames of a job's answer; raises `Refused` for what the job refuses or dies of."""
        assert self.process.stdin
        assert self.process.stdout
        self.jobs += 1
        late = threading.Event()

        def stop() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(SECONDS, stop)
        timer.daemon = True
        timer.start()
        size, done = 0, False
        try:
            try:
                job = json.dumps({"task": task, "name": name}).encode()
                for payload in (job, content):
                    self.process.stdin.write(_FRAME.pack(b"<", len(payload)))
                    self.process.stdin.write(payload)
                self.process.stdin.flush()
            except (BrokenPipeError, OSError):
                pass  # its end tells why
            while True:
                frame = _read_frame(self.process.stdout)
                if frame is None:
                    raise Refused(self._cause_of_death(task, late.is_set()))
                kind, payload = frame
                if kind in (b".", b"R"):
                    done = True
                    if kind == b"R":
                        raise Refused(payload.decode())
                    return
                size += len(payload)
                if size > OUTPUT:
                    raise Refused(f"the {task} holds more than {OUTPUT >> 20} MB of text")
                yield kind, payload
        finally:
            timer.cancel()
            if not done or self.jobs >= _JOBS_A_WORKER:
                self.end()

    def _cause_of_death(self, task: str, late: bool) -> str:
        status = self.process.wait(timeout=10)
        if late or status == -signal.SIGXCPU:
            return f"reading the {task} file took more than {SECONDS} seconds"
        if status < 0:
            return f"the {task} parser crashed on this file ({signal.Signals(-status).name}); it is damaged or hostile"
        return f"the {task} parser gave up on this file (exit {status}); it is damaged or needs too much memory"

    def end(self) -> None:
        """End the process."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()


_lock = threading.Lock()
_current: _Worker | None = None


def _run(task: str, content: bytes, name: str = "") -> Iterator[tuple[bytes, bytes]]:
    global _current
    with _lock:
        # A forked process has its parent's pipes, but the worker is the parent's.
        if _current is None or _current.owner != os.getpid() or _current.process.poll() is not None:
            _current = _Worker()
        yield from _current.run(task, content, name)


@atexit.register
def stop() -> None:
    """End this process's worker, if it has one."""
    global _current
    if _current is not None and _current.owner == os.getpid():
        _current.end()
    _current = None


def parse_page(task: str, content: bytes) -> Page:
    """The blocks of a PDF (`pdf`) or of a page (`html`, as UTF-8), parsed in the worker."""
    from ingest.readers.titles import Page

    answer = b"".join(payload for _, payload in _run(task, content))
    found = json.loads(answer)
    return Page(tuple(found["blocks"]), tuple(found["titles"]), tuple(found["addresses"]), frozenset(found["headings"]))


def unpack(kind: str, content: bytes, name: str) -> Iterator[tuple[str, bytes, str | None]]:
    """(name, content, reason) of each member of an archive; a reason says why it was not unpacked."""
    members = list(_run(kind, content, name))
    for (_, head), (_, member) in zip(members[::2], members[1::2], strict=True):
        found = json.loads(head)
        yield found["name"], member, found["reason"]


def _read_frame(pipe: IO[bytes]) -> tuple[bytes, bytes] | None:
    head = pipe.read(_FRAME.size)
    if len(head) < _FRAME.size:
        return None
    kind, length = _FRAME.unpack(head)
    if length > (1 << 30):
        return None
    payload = pipe.read(length)
    return (kind, payload) if len(payload) == length else None


# -- in the child ----------------------------------------------------------------------------------------------------


def main(memory: int) -> None:
    """Do jobs in `memory` bytes until the pipe closes. What libraries print does not reach the answers."""
    import resource

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        resource.setrlimit(limit, (value, value))
    while job := _read_frame(sys.stdin.buffer):
        content = _read_frame(sys.stdin.buffer)
        if content is None:
            return
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS + 1, resource.RLIM_INFINITY))
        try:
            for frame in _answer(json.loads(job[1]), content[1]):
                _send(answers, b"J", frame)
            _send(answers, b".", b"")
        except Refused as refusal:
            _send(answers, b"R", str(refusal).encode())
        except MemoryError:
            _send(answers, b"R", f"reading it needs more than {memory >> 20} MB of memory".encode())
        except RecursionError:
            _send(answers, b"R", b"nested too deeply to be read")


def _send(pipe: IO[bytes], kind: bytes, payload: bytes) -> None:
    pipe.write(_FRAME.pack(kind, len(payload)))
    pipe.write(payload)
    pipe.flush()


def _answer(job: dict[str, str], content: bytes) -> Iterator[bytes]:
    task = job["task"]
    if task in ("pdf", "html"):
        if task == "pdf":
            from ingest.readers.pdf import page
        else:
            from ingest.readers.html import page
        found = page(content)
        yield json.dumps({
            "blocks": found.blocks, "titles": found.titles, "addresses": found.addresses,
            "headings": sorted(found.headings),
        }).encode()  # fmt: skip
        return
    from ingest.readers.archives import members

    for name, member, reason in members(task, content, job["name"]):
        yield json.dumps({"name": name, "reason": reason}).encode()
        yield member


if __name__ == "__main__":
    main(int(sys.argv[1]))
