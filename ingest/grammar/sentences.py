"""The grammar of fact_sentences: which machine finds what, and the rules with their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence
from ingest.grammar.clauses import readings
from ingest.grammar.sentences_offenders import Sentencing
from ingest.grammar.sentences_penalties import states_law
from ingest.grammar.sentences_rules import RULES

_ANCHORS = frozenset({"sentence", "prison", "suspended", "fine", "penalty_other"})


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    shared = readings(document, sentences)
    for index, sentence in enumerate(sentences):
        if _ANCHORS.isdisjoint(sentence.tags):
            continue
        # Most sentences with penalties quote a law: known by their words alone.
        if states_law(sentence.tokens):
            continue
        yield from Sentencing(shared.at(index), document.edition_year, document.country_code).facts()


__all__ = ["RULES", "find"]
