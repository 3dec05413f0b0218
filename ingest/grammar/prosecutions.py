"""The grammar of fact_prosecutions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence
from ingest.grammar.rule import Rule

RULES: tuple[Rule, ...] = ()


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    yield from ()
