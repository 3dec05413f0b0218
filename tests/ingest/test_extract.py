"""The extractor as a whole, whatever its tables are."""

from __future__ import annotations

import gc
from pathlib import Path

from ingest.extract import extract
from ingest.readers import read

TEXTS = sorted((Path(__file__).parent.parent / "golden").glob("*.txt"))[:4]


def test_nothing_the_extractor_makes_refers_back_to_itself() -> None:
    """So that it is freed at once, and the search for cycles can rest meanwhile."""
    documents = [document for path in TEXTS for document in read(path.read_bytes(), path.name)]
    for document in documents:
        extract(document)  # what is made once for all texts is no matter here
    gc.collect()
    gc.disable()
    try:
        for document in documents:
            extract(document)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_search_for_cycles_is_as_it_was() -> None:
    document = next(iter(read(TEXTS[0].read_bytes(), TEXTS[0].name)))
    extract(document)
    assert gc.isenabled()
    gc.disable()
    try:
        extract(document)
        assert not gc.isenabled()
    finally:
        gc.enable()
