"""The grammar of fact_prosecutions: which machine finds what, and the rules with their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence
from ingest.grammar.clauses import readings
from ingest.grammar.prosecutions_counts import Counter
from ingest.grammar.prosecutions_elliptic import CATCHES
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_negation import Denials
from ingest.grammar.prosecutions_rules import RULES
from ingest.grammar.prosecutions_stages import find_stages
from ingest.grammar.prosecutions_types import article_types
from ingest.vocabulary.words import word_set

_ANCHORS = frozenset({"stage", "verdict", "charges"})
# What is done with cases: no anchor without one.
_CASE_ANCHORS = frozenset({"sends", "sends_to", "opens", "closes", "pending", "records", "hears", "uncovers"})
# What a denial may speak of without a stage.
_DENIED = frozenset({"charges", "sends", "opens", "hears"})
_COUNTED = frozenset({"number", "counts"})


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    shared = readings(document, sentences)
    carried: Count | None = None
    articles = article_types(sentences)
    stated: set[tuple[str, int]] = set()
    years = _Years(document.edition_year)
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        anchored = not _ANCHORS.isdisjoint(tags) or ("case" in tags and not _CASE_ANCHORS.isdisjoint(tags))
        if not anchored:  # "sent two suspects to court", "prosecutors accused 12", "eight defendants were on remand"
            anchored = ("sends" in tags and ("sends_to" in tags or "offender" in tags)) or (
                "accuses" in tags and "prosecutes" in tags
            )
            anchored = anchored or ("offender" in tags and ("pending" in tags or "act:identified" in tags))
            anchored = anchored or ("offender" in tags and not CATCHES.isdisjoint(sentence.words))
        if not anchored and (carried is None or "number" not in tags):
            carried = None
            continue
        if _COUNTED.isdisjoint(tags) and "neg" not in tags and "unknown" not in tags:
            continue
        reading = shared.at(index)
        groups = find_stages(reading)
        if ("neg" in tags and (groups or not _DENIED.isdisjoint(tags))) or (groups and "unknown" in tags):
            yield from Denials(reading, groups, document.edition_year).facts()
        if not reading.figures:
            carried = None
            continue
        counter = Counter(reading, groups, carried, document.country_code, articles)
        found = list(counter.facts())
        for fact in found:
            _exemplify(document.text, fact, stated)
        for fact in found:
            stated.add((fact.values["stage"], fact.values["value"]))
        years.compare(index, found)
        _keep_apart(found)
        yield from found
        if groups:
            yield from counter.wholes(stated)
        carried = counter.last()


def _exemplify(text: str, fact: Fact, stated: set[tuple[str, int]]) -> None:
    """ "arrested a former police officer": an example, where an official is named or the stage was counted before."""
    values = fact.values
    if fact.rule != "prosecutions.counts_one" or values["scope"] != "total" or values["is_comparison"]:
        return
    if not _SINGLED.isdisjoint(text[fact.start : fact.end].lower().split()):
        return  # "its first conviction" is the count
    if values["subject"] == "officials" or any(stage == values["stage"] and value for stage, value in stated - _ONES):
        values["scope"] = "example"


_SINGLED = word_set("first second third fourth fifth sixth seventh eighth sole only its their")
_ONES = frozenset((stage, 1) for stage in ("investigation", "prosecution", "conviction", "arrest", "acquittal"))


def _keep_apart(facts: list[Fact]) -> None:
    """Equal counts of one sentence are several: "charged a father and a mother", "three for …, and three for …"."""
    for position, fact in enumerate(facts):
        for other in facts[:position]:
            apart = fact.takes != other.takes or (not fact.takes and fact.end != other.end)
            fact.separate = fact.separate or (apart and fact.values == other.values)


class _Years:
    """The years of which each stage was last counted, so that an earlier year's count told beside them is compared."""

    def __init__(self, edition_year: int) -> None:
        self._edition = edition_year
        self._latest: dict[tuple[str, str], tuple[int, int]] = {}  # stage, subject -> sentence, earliest year told

    def compare(self, sentence: int, facts: list[Fact]) -> None:
        """Marks counts of the year before one that this sentence or one close before it told of the same stage."""
        for fact in facts:
            values = fact.values
            if fact.rule == "prosecutions.their_stage" or values["is_comparison"]:
                continue
            key, year = (values["stage"], values["subject"]), values["data_year"]
            told = self._latest.get(key)
            near = told is not None and sentence - told[0] <= _YEARS_REACH
            dated = values["period_type"] == "calendar_year" or values["data_year"] == self._edition - 2
            if near and told is not None and year == told[1] - 1 and dated:
                values["is_comparison"] = True
            self._latest[key] = (sentence, year)


# How many sentences back a count may stand with which one of the year before is compared.
_YEARS_REACH = 2


__all__ = ["RULES", "find"]
