"""Text to typed facts beside spaCy's small English model: the same texts, the same run, rounds in turn.

The texts are full narratives: the seed of the shared folder where it is present, and our own of `tests/golden`.
Figures are narratives of 6 KB per second of processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ingest.document import Document
from ingest.extract import extract
from ingest.readers import Refused, read
from ingest.tokens import sentences

ROOT = Path(__file__).resolve().parent.parent
NARRATIVE = 6_000  # characters of a typical narrative
# The environment of the dependency group `bench`; `make bench` installs it.
PEERS = ROOT / ".tools" / "bench" / "bin" / "python"
# One core: a library that starts threads would be given more than one.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
FACTS = "text to typed facts"
WORKS: dict[str, Callable[[Document], object]] = {"token pass alone": sentences, FACTS: extract}
PEER = "spaCy, small English"
PEER_EVERY = 5


def narratives() -> dict[str, list[Document]]:
    """The texts to measure on, by the name of their set."""
    seed = _shared() / "corpus" / "tip_report" / "2008" / "kazakhstan.txt"
    sets = {"seed": [seed] if seed.exists() else [], "own": sorted((ROOT / "tests" / "golden").glob("*.txt"))}
    return {
        name: [document for path in paths for document in read(path.read_bytes(), path.name)]
        for name, paths in sets.items()
        if paths
    }


def others() -> list[Document]:
    """More texts, to compare facts on: the examples, and the corpus of the shared folder where it is present."""
    folders = (ROOT / "examples" / "landing", _shared() / "corpus")
    found: list[Document] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        with suppress(Refused):
            found.extend(read(path.read_bytes(), path.name))
    return found


def _shared() -> Path:
    return Path(os.environ.get("TIP_SHARED") or ROOT.parent / "shared")


def size(texts: list[Document]) -> float:
    """How many narratives of 6 KB the texts make."""
    return sum(len(text.text) for text in texts) / NARRATIVE


def seconds(work: Callable[[Document], object], texts: list[Document]) -> float:
    """Processor seconds of one round over the texts."""
    began = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - began


class Peer:
    """spaCy in its own process; `about` says what was loaded."""

    def __init__(self, process: subprocess.Popen[str], texts: list[Document]) -> None:
        assert process.stdin and process.stdout
        self._asked, self._answers = process.stdin, process.stdout
        self._asked.write(json.dumps([text.text for text in texts]) + "\n")
        self._asked.flush()
        self.about: dict[str, Any] = json.loads(self._answers.readline())

    def seconds(self) -> float:
        """Processor seconds of one round over the texts."""
        self._asked.write("\n")
        self._asked.flush()
        return float(json.loads(self._answers.readline())["seconds"])


@contextmanager
def peer(texts: list[Document]) -> Iterator[Peer | None]:
    """spaCy, ready to measure; None where its environment is not installed."""
    if not PEERS.exists():
        yield None
        return
    process = subprocess.Popen(
        [str(PEERS), str(ROOT / "benchmarks" / "peer_spacy.py")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD},
    )  # fmt: skip
    try:
        yield Peer(process, texts)
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


def report(rounds: int) -> None:
    """Print narratives per second and core for each set of texts, best and median round, and the ratio to spaCy."""
    print("Text to typed facts: narratives of 6 KB per second and core, best and median round")
    about: dict[str, Any] = {}
    for name, texts in narratives().items():
        for work in WORKS.values():
            seconds(work, texts)  # warm
        with peer(texts) as other:
            about = other.about if other else {}
            taken: dict[str, list[float]] = {}
            # In turn, so that each meets the same machine; spaCy more rarely, as one round takes it so much longer.
            for number in range(rounds):
                for shown, work in WORKS.items():
                    taken.setdefault(shown, []).append(seconds(work, texts))
                if other is not None and number % PEER_EVERY == 0:
                    taken.setdefault(PEER, []).append(other.seconds())
        characters = sum(len(text.text) for text in texts)
        print(f"  {name}: {len(texts)} texts, {characters:,} characters, {rounds} rounds")
        for shown, times in taken.items():
            print(f"    {shown:<24}{size(texts) / min(times):>8.1f}{size(texts) / statistics.median(times):>8.1f}")
        if PEER in taken:
            best = min(taken[PEER]) / min(taken[FACTS])
            median = statistics.median(taken[PEER]) / statistics.median(taken[FACTS])
            print(f"    {'ratio of facts to spaCy':<24}{best:>8.1f}{median:>8.1f}")
    if not about:
        print("  spaCy is not installed; `make bench` installs it, from the dependency group `bench`")
        return
    print(f"  spaCy {about['spacy']}, {about['model']} as shipped: {', '.join(about['components'])}.")
    print(
        "  It ran nlp.pipe on one thread; it tags, parses and names entities, and makes no facts. The model is spaCy's"
    )
    print(
        "  en_core_web_sm 3.8.0: its makers do not put it on the package index, a third party did; pinned by its hash."
    )
