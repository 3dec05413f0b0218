"""Where extraction runs: in this process, in a pool of processes on this machine, or on the workers of a Dask cluster.

An engine maps a function over documents and gives what it made of each, in order; so the facts are the same, byte
for byte, whichever engine it was.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, Protocol

from ingest.document import Document, Extraction
from ingest.versions import extractor_version

SCHEDULER_VARIABLE = "TIP_DASK_SCHEDULER"
PROCESSES_VARIABLE = "TIP_PROCESSES"
# Below that many documents of one edition, starting processes costs more than they bring.
WORTH_A_POOL = 40
_CHUNK = 8
_CONNECT_SECONDS = 30

Extract = Callable[[Document], Extraction]


class EngineError(RuntimeError):
    """The engine cannot do the work as this process would; the message says why and what to do."""


class Engine(Protocol):
    """Maps an extractor over documents; a `str` is the reason why one of them could not be read."""

    def map(self, extract: Extract, documents: Sequence[Document]) -> Iterator[Extraction | str]:
        """What `extract` made of each document, in their order."""
        ...


def attempt(extract: Extract, document: Document) -> Extraction | str:
    """What `extract` makes of a document, or why it failed: a rule's bug on one report must not stop the others."""
    try:
        return extract(document)
    except Exception as error:
        return f"the extractor failed ({type(error).__name__}: {error}); please report this file"


def _attempts(extract: Extract, documents: Sequence[Document]) -> list[Extraction | str]:
    return [attempt(extract, document) for document in documents]


class Here:
    """This process, one document after the other."""

    def map(self, extract: Extract, documents: Sequence[Document]) -> Iterator[Extraction | str]:
        """See `Engine`."""
        return map(partial(attempt, extract), documents)


class Pool:
    """Processes on this machine, where there are documents enough; else this process."""

    def __init__(self, processes: int, worth: int = WORTH_A_POOL) -> None:
        self.processes, self.worth = processes, worth

    def map(self, extract: Extract, documents: Sequence[Document]) -> Iterator[Extraction | str]:
        """See `Engine`."""
        if self.processes < 2 or len(documents) < self.worth:
            yield from Here().map(extract, documents)
            return
        # Forked, so that nothing is imported again; what they run is Python alone and takes no lock of this process.
        with ProcessPoolExecutor(self.processes, multiprocessing.get_context("fork")) as pool:
            yield from pool.map(partial(attempt, extract), documents, chunksize=_CHUNK)


class Dask:
    """The workers of the Dask scheduler at `address` (`tcp://host:8786`), which need the same code as this process."""

    def __init__(self, address: str) -> None:
        self.address = address

    def map(self, extract: Extract, documents: Sequence[Document]) -> Iterator[Extraction | str]:
        """See `Engine`. Raises `EngineError` where a worker has another extractor, or none answers."""
        if not documents:
            return
        try:
            from distributed import Client
        except ImportError as error:
            raise EngineError(
                f"{SCHEDULER_VARIABLE} is set, but {error}; install it: `uv sync --extra dask`"
            ) from error
        try:
            connect: Any = Client
            client = connect(self.address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except OSError as error:
            raise ConnectionError(
                f"no Dask scheduler answers at {self.address}: {error}; start it (`dask scheduler`), or take "
                f"{SCHEDULER_VARIABLE} away to extract on this machine"
            ) from None
        with client:
            client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
            mine = extractor_version()
            versions = client.run(extractor_version)
            if others := {worker: version for worker, version in versions.items() if version != mine}:
                raise EngineError(
                    f"workers have another extractor than {mine}: "
                    + ", ".join(f"{worker} has {version}" for worker, version in sorted(others.items()))
                    + "; install the same release of the code there"
                )
            chunks = [documents[start : start + _CHUNK] for start in range(0, len(documents), _CHUNK)]
            futures = client.map(partial(_attempts, extract), chunks, pure=False)
            for future in futures:
                yield from future.result()


def engine_of(scheduler: str | None = None, processes: int | None = None) -> Engine:
    """The engine that the settings name: a scheduler's address first, else a pool of `processes` (None: all cores).

    Without arguments, `$TIP_DASK_SCHEDULER` and `$TIP_PROCESSES` decide.
    """
    address = scheduler or os.environ.get(SCHEDULER_VARIABLE)
    if address:
        return Dask(address)
    given = os.environ.get(PROCESSES_VARIABLE)
    if processes is None and given:
        if not given.isdecimal():
            raise EngineError(f"{PROCESSES_VARIABLE} is {given!r}; give the number of processes, 1 for this one alone")
        processes = int(given)
    return Pool(processes if processes is not None else len(os.sched_getaffinity(0)))
