"""The grammar of fact_sentences: which machine finds what, and the rules with their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence
from ingest.grammar.clauses import Reading, readings
from ingest.grammar.sentences_before import convicted, goes_back, those_before
from ingest.grammar.sentences_facts import Sentencing
from ingest.grammar.sentences_laws import states_law
from ingest.grammar.sentences_rules import RULES
from ingest.grammar.sentences_scopes import settle
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

_ANCHORS = frozenset({"sentence", "prison", "suspended", "fine", "penalty_other", "duration", "life"})
_RARER = word_set("cautioned reprimanded")


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    shared = readings(document, sentences)
    told: dict[int, Period] = {}
    for index, sentence in enumerate(sentences):
        if "stage:conviction" in sentence.tags and "period" in sentence.tags:
            told.update(_convicted(shared.at(index)))
        if _ANCHORS.isdisjoint(sentence.tags):
            # Rarer penalties stand with a conviction, and have no word of punishment beside them.
            if "stage:conviction" not in sentence.tags or _RARER.isdisjoint(sentence.words):
                continue
        # Most sentences with penalties quote a law: known by their words alone.
        if states_law(sentence.tokens):
            continue
        machine = Sentencing(shared.at(index), document.edition_year, document.country_code, told)
        if goes_back(sentence.tokens):
            machine.before = those_before(shared, index)
        if index and sentences[index - 1].paragraph is sentence.paragraph:
            machine.preceding = sentences[index - 1].tokens
        facts = list(machine.facts())
        if facts:
            whole = those_before(shared, index)
            wholes = convicted(machine.reading) + ([whole] if whole is not None else [])
            settle(facts, machine.groups, wholes, sentence.tokens)
            yield from facts


def _convicted(reading: Reading) -> Iterator[tuple[int, Period]]:
    """The figures of a sentence that have a calendar year, to which "of the 77 convicted" may go back."""
    for figure in reading.figures:
        if figure.kind == "number" and figure.number.value is not None and not figure.is_comparison:
            if figure.period.period_type == "calendar_year":
                yield figure.number.value, figure.period


__all__ = ["RULES", "find"]
