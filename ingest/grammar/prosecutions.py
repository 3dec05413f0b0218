"""The grammar of fact_prosecutions: which machine finds what, and the rules with their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence
from ingest.grammar.clauses import readings
from ingest.grammar.prosecutions_counts import Counter
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_negation import Denials
from ingest.grammar.prosecutions_rules import RULES
from ingest.grammar.prosecutions_stages import find_stages
from ingest.grammar.prosecutions_types import article_types

_ANCHORS = frozenset({"stage", "sends", "opens", "pending", "records"})
_COUNTED = frozenset({"number", "counts"})


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    shared = readings(document, sentences)
    carried: Count | None = None
    articles = article_types(sentences)
    stated: set[tuple[str, int]] = set()
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        if _ANCHORS.isdisjoint(tags) and (carried is None or "number" not in tags):
            carried = None
            continue
        if _COUNTED.isdisjoint(tags) and "neg" not in tags:
            continue
        reading = shared.at(index)
        groups = find_stages(reading)
        if groups and "neg" in tags:
            yield from Denials(reading, groups, document.edition_year).facts()
        if not reading.figures:
            carried = None
            continue
        counter = Counter(reading, groups, carried, document.country_code, articles)
        for fact in counter.facts():
            stated.add((fact.values["stage"], fact.values["value"]))
            yield fact
        if groups:
            yield from counter.wholes(stated)
        carried = counter.last()


__all__ = ["RULES", "find"]
