"""Speed: text to typed facts on this machine, as medians of several rounds. No assertion, no network.

    python -m benchmarks.speed [--rounds N]

The text is a full narrative: the seed of the shared folder where it is present, else the project's own samples.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from ingest.document import Document
from ingest.extract import extract
from ingest.readers import read
from ingest.tokens import sentences

ROOT = Path(__file__).resolve().parent.parent
NARRATIVE = 6_000  # characters of a typical narrative


def narratives() -> list[Document]:
    """Full narratives to measure on."""
    shared = Path(os.environ.get("TIP_SHARED") or ROOT.parent / "shared")
    seed = shared / "corpus" / "tip_report" / "2008" / "kazakhstan.txt"
    paths = [seed] if seed.exists() else sorted((ROOT / "examples" / "landing").glob("20*/[a-z]*.txt"))
    return [document for path in paths for document in read(path.read_bytes(), path.name)]


def rate(work: Callable[[Document], object], texts: list[Document], rounds: int) -> float:
    """Narratives of 6 KB per second and core, the median of `rounds` rounds."""
    size = sum(len(text.text) for text in texts) / NARRATIVE
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        for text in texts:
            work(text)
        seconds.append(time.perf_counter() - began)
    return size / statistics.median(seconds)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args()
    texts = narratives()
    rate(extract, texts, 2)  # warm
    print(f"{len(texts)} texts, {sum(len(text.text) for text in texts):,} characters, median of {given.rounds} rounds")
    for name, work in (("token pass alone", sentences), ("text to typed facts", extract)):
        print(f"  {name:<22}{rate(work, texts, given.rounds):>8.0f} narratives of 6 KB per second and core")


if __name__ == "__main__":
    main()
