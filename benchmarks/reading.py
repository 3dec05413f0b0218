"""Reading speed for each format: documents and MB per second, and the worker's peak memory.

Each format has a process of its own, so that its peak of memory is its own. The texts are the project's own narratives
(`tests/golden`) under the names of many countries, in the layouts that the tests of the readers use.

    python -m benchmarks.reading [--one FORMAT] [--rounds N]
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from ingest.readers import read, worker
from ingest.vocabulary.countries import COUNTRIES

ROOT = Path(__file__).resolve().parent.parent
YEAR = 2013
NARRATIVE = 6_000  # characters of a typical narrative
CHAPTER = 13_500  # characters of a chapter that, with 180 others, fills some 400 pages
COUNTRIES_OF_A_YEAR = 180
ROUNDS = 3


def chapters(number: int, characters: int) -> Iterator[tuple[str, list[str]]]:
    """(country, paragraphs) of chapters of some length, each of other own narratives."""
    bodies = [
        [document.text[part.start : part.end] for part in document.paragraphs]
        for path in sorted((ROOT / "tests" / "golden").glob("*.txt"))
        for document in read(path.read_bytes(), path.name)
    ]
    names = sorted(c.name for c in COUNTRIES.values() if (c.valid_from or 0) <= YEAR <= (c.valid_to or 9999))
    paragraphs = cycle(paragraph for body in bodies for paragraph in body if len(paragraph) > 200)
    for name in islice(names, number):
        taken: list[str] = []
        while sum(map(len, taken)) < characters:
            taken.append(next(paragraphs))
        yield name, taken


def _texts() -> dict[str, bytes]:
    return {
        f"{name}.txt": "\n\n".join([f"Trafficking in Persons Report {YEAR} - {name}", *parts]).encode()
        for name, parts in chapters(COUNTRIES_OF_A_YEAR, NARRATIVE)
    }


def _pages() -> dict[str, bytes]:
    from tests.ingest.readers import pages

    return {
        f"{name}.html": pages.state_gov(name, YEAR, parts) for name, parts in chapters(COUNTRIES_OF_A_YEAR, NARRATIVE)
    }


def _archive() -> dict[str, bytes]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_texts(), **_pages()}.items():
            archive.writestr(name, content)
    return {"reports.zip": buffer.getvalue()}


def _yearly_report() -> dict[str, bytes]:
    from tests.ingest.readers.test_pdf import make_pdf

    blocks = [
        block
        for name, parts in chapters(COUNTRIES_OF_A_YEAR, CHAPTER)
        for block in (f"{name.upper()} (Tier 2)", *parts)
    ]
    return {"yearly.pdf": make_pdf(blocks, 2, YEAR, ["Trafficking in Persons Report", f"June {YEAR}"])}


FORMATS: dict[str, Callable[[], dict[str, bytes]]] = {
    "text": _texts,
    "html": _pages,
    "zip": _archive,
    "pdf": _yearly_report,
}


def measure(name: str, rounds: int) -> dict[str, float]:
    """What a format's files hold, the median of the seconds to read them all, and peak memory in MB."""
    files = FORMATS[name]()
    first = next(iter(files))
    if len(files) > 1:
        read(files[first], first)  # warm: the worker starts
    seconds, found = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        found = [document for path, content in files.items() for document in read(content, path)]
        seconds.append(time.perf_counter() - began)
    started = worker._current
    return {
        "files": len(files),
        "documents": len(found),
        "pages": _pages_of(files[first]) if name == "pdf" else 0,
        "mb": sum(map(len, files.values())) / 1e6,
        "seconds": statistics.median(seconds),
        "worker_mb": _peak_mb(started.process.pid) if started else 0,
    }


def _pages_of(content: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(content))


def _peak_mb(process: int) -> float:
    """The most memory that a process has held; 0 where the system does not tell."""
    status = Path("/proc", str(process), "status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024


def report(rounds: int) -> None:
    """Print what each format's reading costs; at most `ROUNDS` rounds, since one takes seconds."""
    rounds = min(rounds, ROUNDS)
    print(f"Reading: medians of {rounds} rounds; memory is the most that the worker process held")
    print("          files  documents     MB  seconds  documents/s   MB/s  worker MB")
    for name in FORMATS:
        command = [sys.executable, "-m", "benchmarks.reading", "--one", name, "--rounds", str(rounds)]
        one = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout)
        held = f"{one['worker_mb']:.0f}" if one["worker_mb"] else "none"
        print(
            f"  {name:<6}{one['files']:>7}{one['documents']:>11}{one['mb']:>7.1f}{one['seconds']:>9.2f}"
            f"{one['documents'] / one['seconds']:>13.0f}{one['mb'] / one['seconds']:>7.1f}{held:>11}"
            + (f"   {one['pages']} pages in two columns" if one["pages"] else "")
        )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", choices=FORMATS, help="measure one format and print JSON")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, given.rounds)))
    else:
        report(given.rounds)


if __name__ == "__main__":
    main()
