"""The grammar of fact_victims: the machine over a document's sentences. The rules stand in `victims_rules`.

A sentence goes through four steps: its acts (`victims_acts`) and the words of its figures (`victims_words`, completed
by each other in `victims_relations`); how these hang together (`victims_linking`) and go back to what was told before
(`victims_back`); what governs each figure (`victims_governing`) and who did it (`victims_doers`); and the facts
(`victims_stating`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar.clauses import readings
from ingest.grammar.victims_actors import actor_before
from ingest.grammar.victims_acts import ACT_TAGS
from ingest.grammar.victims_linking import State
from ingest.grammar.victims_relations import words_of
from ingest.grammar.victims_rules import RULES
from ingest.grammar.victims_scopes import scope_of_group, settle_scopes
from ingest.grammar.victims_stating import Stating
from ingest.vocabulary.words import word_set

__all__ = ["RULES", "find"]


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of fact_victims in a document's sentences, in text order."""
    state = State()
    stated: list[Fact] = []
    totals: dict[tuple[object, ...], int] = {}
    read = readings(document, sentences)
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        if state.paragraph != sentence.paragraph.number:
            state = State(paragraph=sentence.paragraph.number)
        if not _is_of_interest(tags, sentence.tokens, state):
            state.governed, state.last = {}, None
            continue
        reading = read.at(index)
        machine = _Machine(document, reading, state)
        facts = machine.run()
        settle_scopes(facts, machine.kept, machine.tokens, document.edition_year)
        for fact in facts:
            if not machine.is_restated(fact, stated):
                stated.append(fact)
                scope_of_group(fact, totals)
                yield fact
        state.governed = {id(figure): governed for figure, governed in machine.kept}
        state.last = machine.main() or (state.last if machine.kept else None)
        state.topic = state.last or state.topic
        state.actor = machine.actor or state.actor
        latest = machine.latest_year()
        if latest is not None:
            state.period, state.period_actor = latest, state.actor
        for figure, governed in machine.kept:
            if governed.period is not None and not figure.is_comparison:
                state.periods[figure.number.value or 0] = governed.period
        for figure, governed in sorted(machine.kept, key=lambda kept: not kept[0].is_comparison):
            for action in governed.actions:
                state.actors[action] = governed.actor
                alone = not (figure.is_comparison or figure.denominator or figure.bracket)
                if governed.source is None and alone and figure.whole is None:
                    state.counts.setdefault(action, {})[governed.actor] = figure.number.value or 0


_COUNTED = word_set("who estimates")


def _is_of_interest(tags: frozenset[str], tokens: Sequence[Token], state: State) -> bool:
    if "number" in tags and (
        not _COUNTED.isdisjoint(tags) or bool(state.governed) or ("act" in tags and state.topic is not None)
    ):
        return True
    if "number" in tags and "act" in tags and any(t.kind == "country" and t.value.kind == "demonym" for t in tokens):
        return True  # "identified 52 Chadians"
    return "who" in tags and not ACT_TAGS.isdisjoint(tags)


class _Machine(Stating):
    """One sentence: all of its facts, and whether a figure was stated before."""

    def run(self) -> list[Fact]:
        reading = self.reading
        facts: list[Fact] = []
        self._mend_brackets()
        self.words = words_of(reading, self.document.country_code)
        numbers = [figure for figure in reading.figures if figure.kind == "number"]
        self._govern(numbers)
        denials = {id(f): list(self._denials(f)) for f in reading.figures if f.kind == "none"}
        if denials and any(denials.values()):
            self._govern(numbers)  # "no victims, compared with three in 2009"
        for figure in reading.figures:
            found = self.governed.get(id(figure))
            if figure.kind == "number":
                if found is not None:
                    self.kept.append((figure, found))
                    facts.extend(self._facts(figure, found))
            elif figure.kind == "none":
                denied = denials[id(figure)]
                earlier = [f for f in self.earlier(figure) if f.kind == "number"]
                if (
                    denied and figure.head is None and earlier and not (figure.is_comparison or self._described(figure))
                ):  # "to just three, none of whom was referred"
                    actions = {fact.values["action"] for fact in denied}
                    start = earlier[0].token.start
                    facts = [f for f in facts if f.takes[0] != start or f.values["action"] not in actions]
                facts.extend(denied)
            else:
                facts.extend(self._single(figure))
        facts.extend(self._bare_denials())
        facts.extend(self._data_denials())
        if len(facts) > 1:
            _separate(facts, {figure.token.start for figure in numbers})
        if self.kept:
            self.actor = self.kept[-1][1].actor
        elif self.acts:
            self.actor = actor_before(reading, self.acts[-1].start)
        return facts

    def is_restated(self, fact: Fact, stated: list[Fact]) -> bool:
        """A denominator ("Of the 30 victims …") of a figure that the report gave before is no new fact."""
        if self._by_start is None:
            self._by_start = {figure.token.start: figure for figure in self.reading.figures}
        figure = self._by_start.get(fact.takes[0]) if fact.takes else None
        if figure is None or not (figure.denominator or self.is_definite(figure)):
            return False
        if figure.index and self.tokens[figure.index - 1].low == "all" and self._described(figure):
            fact.separate = True  # "all nine were female" is told of them for the first time
            return False
        keys = ("value", "value_low", "value_high")
        return any(
            all(other.values.get(key) == fact.values.get(key) for key in keys)
            and (
                figure.denominator
                or (
                    other.values["action"] == fact.values["action"]
                    and fact.values["actor"] in (other.values["actor"], "unspecified")
                )
            )
            for other in stated
        )


_DEMOGRAPHIC = ("age_group", "gender", "origin", "is_potential", "scope", "actor")


def _separate_none(fact: Fact, nones: list[tuple[tuple[object, ...], tuple[object, ...]]]) -> None:
    """ "(none in 2018)" of foreign victims and again of children are two: neither group is the other."""
    values = fact.values
    group = tuple(values[name] for name in _GROUPS)
    rest = tuple(item for name, item in values.items() if name not in _GROUPS)
    told = [other for key, other in nones if key == rest]
    if any(other != group and set(other) != {"unspecified"} for other in told) and set(group) != {"unspecified"}:
        fact.separate = True
    if group not in told and len(nones) < _NONES:
        nones.append((rest, group))


# How many denials of one sentence are kept apart.
_NONES = 20
_GROUPS = ("age_group", "gender", "origin")


def _separate(facts: list[Fact], numbers: set[int]) -> None:
    """Equal figures of one sentence are two facts ("38 were from A, 38 from B"), not one told twice.

    `numbers` are where those stand that are numbers, and not articles.
    """
    seen: dict[tuple[object, ...], int] = {}
    nones: list[tuple[tuple[object, ...], tuple[object, ...]]] = []
    for fact in facts:
        value = fact.values.get("value")
        if value is None or not fact.takes:
            continue
        if not value:
            _separate_none(fact, nones)
            continue
        # A single victim may be told again with more detail, but two words "one" count two.
        left_out = _DEMOGRAPHIC if value > 1 or fact.takes[0] in numbers else ()
        key = tuple(item for name, item in fact.values.items() if name not in left_out)
        if seen.setdefault(key, fact.takes[0]) != fact.takes[0]:
            fact.separate = True
