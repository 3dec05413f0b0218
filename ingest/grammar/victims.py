"""The grammar of fact_victims: the machine. Its acts stand in `victims_acts`, its figures' words in `victims_words`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.document import Document, Fact, Sentence
from ingest.facts import MAX_QUOTE
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading, period_at, readings, type_of
from ingest.grammar.victims_acts import INCOMPLETE, Act, actor_after, actor_before, actor_tag, acts_of
from ingest.grammar.victims_rules import RULES
from ingest.grammar.victims_words import (
    OF_WHOM,
    Words,
    estimated_type,
    estimator,
    is_estimate,
    is_guess,
    is_person,
    is_victim,
    relation,
    words_of,
)
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.periods import Period

__all__ = ["RULES", "find"]

TABLE = "fact_victims"
_MODALS = frozenset("may might can could would will should must".split())
_SUBJECT_REACH = 20


@dataclass(slots=True)
class Governed:
    """What was done for the victims that a figure counts: by whom, and by which rule and verb that is known."""

    actions: tuple[str, ...]
    actor: str
    rule: str
    act: Act | None = None
    period: Period | None = None


@dataclass(slots=True)
class State:
    """What a sentence leaves for the next: what governed its figures, its last actor, and the paragraph's topic."""

    governed: dict[int, Governed] = field(default_factory=dict)
    last: Governed | None = None
    topic: Governed | None = None
    actors: dict[str, str] = field(default_factory=dict)
    actor: str | None = None
    paragraph: int = 0


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of fact_victims in a document's sentences, in text order."""
    state = State()
    stated: list[Fact] = []
    read = readings(document, sentences)
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        if state.paragraph != sentence.paragraph.number:
            state = State(paragraph=sentence.paragraph.number)
        if not _is_of_interest(tags, state):
            state.governed, state.last = {}, None
            continue
        reading = read.at(index)
        machine = _Machine(document, reading, state)
        facts = machine.run()
        for fact in facts:
            if not machine.is_restated(fact, stated):
                stated.append(fact)
                yield fact
        state.governed = {id(figure): governed for figure, governed in machine.kept}
        state.last = machine.main() or (state.last if machine.kept else None)
        state.topic = state.last or state.topic
        state.actor = machine.actor or state.actor
        for _, governed in machine.kept:
            for action in governed.actions:
                state.actors[action] = governed.actor


_ACT_TAGS = frozenset("act gives receives grants".split())


def _is_of_interest(tags: frozenset[str], state: State) -> bool:
    if "number" in tags and ("who" in tags or bool(state.governed) or "act" in tags and state.topic is not None):
        return True
    return "who" in tags and not _ACT_TAGS.isdisjoint(tags)


class _Machine:
    """One sentence: finds what governs each figure, then states the facts."""

    def __init__(self, document: Document, reading: Reading, state: State) -> None:
        self.document = document
        self.reading = reading
        self.tokens = reading.tokens
        self.state = state
        self.acts = acts_of(reading)
        self.words: dict[int, Words] = {}
        self.kept: list[tuple[Figure, Governed]] = []
        self.governed: dict[int, Governed] = {}
        self.actor: str | None = None
        self._bare: list[Figure] = []
        self.section = reading.sentence.section

    def run(self) -> list[Fact]:
        reading = self.reading
        facts: list[Fact] = []
        self._mend_brackets()
        self.words = words_of(reading, self.document.country_code)
        numbers = [figure for figure in reading.figures if figure.kind == "number"]
        self._govern(numbers)
        denials = {id(f): list(self._denials(f)) for f in reading.figures if f.kind == "none"}
        if any(denials.values()):
            self._govern(numbers)  # "no victims, compared with three in 2009"
        for figure in reading.figures:
            found = self.governed.get(id(figure))
            if figure.kind == "number":
                if found is not None:
                    self.kept.append((figure, found))
                    facts.extend(self._facts(figure, found))
            elif figure.kind == "none":
                denied = denials[id(figure)]
                earlier = [f for f in numbers if f.index < figure.index]
                if figure.head is None and earlier:  # "to just three, none of whom was referred"
                    actions = {fact.values["action"] for fact in denied}
                    start = earlier[-1].token.start
                    facts = [f for f in facts if f.takes[0] != start or f.values["action"] not in actions]
                facts.extend(denied)
            else:
                facts.extend(self._single(figure))
        facts.extend(self._bare_denials())
        _separate(facts)
        if self.kept:
            self.actor = self.kept[-1][1].actor
        elif self.acts:
            self.actor = actor_before(reading, self.acts[-1].start)
        return facts

    def _govern(self, numbers: list[Figure]) -> None:
        for _ in range(2):  # a comparison may stand before what it is compared with
            for figure in numbers:
                if id(figure) not in self.governed:
                    governed = self._governing(figure)
                    if governed is not None:
                        self.governed[id(figure)] = governed

    def _mend_brackets(self) -> None:
        """A bracket with an earlier year is a comparison: "28 were adults (49 adults in 2017)"; and "(312) in 2021"."""
        tokens, figures = self.tokens, self.reading.figures
        opens_with = self.tokens[0].low if tokens else ""
        for figure in figures:
            if figure.kind != "number":
                continue
            if opens_with in ("by comparison", "in comparison", "in contrast") or (
                opens_with == "in" and len(tokens) > 1 and tokens[1].low in ("comparison", "contrast")
            ):  # fmt: skip
                if figure.period.year < self.document.edition_year - 1:
                    figure.is_comparison = True
            if not figure.bracket:
                earlier = self._before_part(figure)
                if earlier is not None and earlier.is_comparison and figure.index - earlier.last < 5 and not (
                    figure.is_comparison
                ):  # fmt: skip
                    figure.is_comparison, figure.base, figure.period = True, earlier, earlier.period
                continue
            alone = sum(other.bracket == figure.bracket for other in figures) == 1
            at = figure.last + 1
            if alone and at + 2 < len(tokens) and tokens[at].low == ")" and tokens[at + 1].low in ("in", "during"):
                if tokens[at + 2].kind == "period":
                    figure.period = tokens[at + 2].value
            base = relation(self.reading, figure)
            if base is not None and figure.period.year < base.period.year and figure.head is None or (
                base is not None and figure.period.year < base.period.year and figure.head is not None
                and "who" in tokens[figure.head].tags
            ):  # fmt: skip
                figure.is_comparison = True

    # -- what governs a figure -------------------------------------------------------------------------------

    def _governing(self, figure: Figure) -> Governed | None:
        words = self.words[id(figure)]
        if words.excluded:
            return None
        if figure.denominator and any(f.whole is figure and f.index < figure.index for f in self.reading.figures):
            return None  # "14 of 20 victims": the 20 were not all referred
        headed = figure.head is not None
        if headed and not (is_victim(figure, self.tokens) or is_person(figure, self.tokens)):
            return None
        strong = words.victims
        if not headed and self._speaks_of_others():
            return None
        part_of = relation(self.reading, figure) or self._before_part(figure)
        if part_of is not None and part_of.head is not None and part_of.kind == "number" and not strong and not (
            "who" in part_of.tags
        ):  # fmt: skip
            return None  # a part of what is no victims ("two suspects, including one foreign national")
        passive, reduced = self._subject_of(figure)
        named = headed or strong or words.people or self._topic_is_victims(figure)
        if passive is not None and named and self._suits(passive, figure, strong):
            actor = self._passive_actor(passive, figure)
            return Governed(passive.actions, actor, "victims.counted_then_verb", passive)
        if not headed and words.scope == "part" and figure.index + 1 < len(self.tokens) and (
            self.tokens[figure.index + 1].low in OF_WHOM
        ):  # fmt: skip
            return self._inherited(figure, headed, strong)
        active = self._object_of(figure)
        if figure.is_comparison and reduced is not None and self._suits(reduced, figure, strong):
            active = None
        adjective = self._adjective(figure)
        if adjective is not None and (figure.is_comparison or active is None):
            actor = self._inherited_actor(figure)
            return Governed(adjective.actions, actor, "victims.counted_then_verb", adjective)
        if active is not None and named and self._suits(active, figure, strong):
            actor = self._active_actor(active)
            rule = "victims.noun_of_counted" if active.form == "noun" else "victims.verb_then_counted"
            if figure.is_comparison and figure.head is None:
                rule = "victims.compared"
            return Governed(active.actions, actor, rule, active)
        if reduced is not None and self._suits(reduced, figure, strong):
            actor = (
                actor_after(self.reading, reduced.stop)
                or self._inner_actor(figure, reduced)
                or (self.state.topic.actor if figure.denominator and self.state.topic else None)
                or self._inherited_actor(figure)
            )
            return Governed(reduced.actions, actor, "victims.counted_then_verb", reduced)
        if is_estimate(self.reading, figure, words):
            if words.trafficking_type == "all":
                words.trafficking_type = estimated_type(self.reading, figure)
            return Governed(("other",), estimator(self.reading, figure), "victims.estimated")
        base = relation(self.reading, figure)
        known = self._known(base)
        if known is not None and known.rule == "victims.estimated" and figure.head is None and any(
            "estimates" in token.tags for token in self.tokens[max(0, figure.index - 7) : figure.index]
        ):  # fmt: skip
            return Governed(("other",), estimator(self.reading, figure), "victims.estimated")
        if figure.head is None and active is not None and not active.weak:
            return None
        if strong and headed and self.section in ("protection", "prosecution") and self._testifies(figure):
            return Governed(("other",), "unspecified", "victims.counted_then_other")
        return self._inherited(figure, headed, strong)

    def _speaks_of_others(self) -> bool:
        """ "Of these facilities, 24 …": the sentence opens with what is no victims."""
        tokens = self.tokens
        if len(tokens) < 3 or tokens[0].low not in ("of these", "of those", "among these", "among those", "of"):
            return False
        plural = False
        for token in tokens[1:7]:
            if "who" in token.tags or token.kind == "number" or token.low.startswith("victim"):
                return False
            if token.kind == "mark":
                return tokens[1].kind == "word" and plural
            plural = plural or token.kind == "word" and token.low.endswith("s")
        return False

    def _adjective(self, figure: Figure) -> Act | None:
        """ "70 repatriated victims": a participle between the number and its noun."""
        return next((act for act in self.acts if act.participle and act.start == figure.index + 1 <= figure.last), None)

    def _before_part(self, figure: Figure) -> Figure | None:
        """The number before "including", where the figure stands directly after that word."""
        if not any("part" in token.tags for token in self.tokens[max(0, figure.index - 2) : figure.index]):
            return None
        earlier = [f for f in self.reading.figures if f.index < figure.index and f.kind == "number"]
        return earlier[-1] if earlier else None

    def _inherited(self, figure: Figure, headed: bool, strong: bool) -> Governed | None:
        describes = self._participle_before(figure)
        if describes is not None:
            action = describes.actions[:1]
            actor = actor_after(self.reading, describes.stop) or self.state.actors.get(action[0])
            return Governed(action, actor or "unspecified", "victims.part_of_counted", describes)
        if figure.scope == "part" and headed and strong and self._has_other_verb(figure):
            return Governed(("other",), "unspecified", "victims.part_of_counted")
        base = relation(self.reading, figure)
        if base is not None and base is not figure:
            known = self._known(base)
            if known is not None:
                return self._handed_on(known, figure)
            if base.head is not None and base.kind == "number" and not (
                "who" in base.tags
            ):  # fmt: skip
                return None  # a part of what is no victims
        people = headed or self.words[id(figure)].people or strong
        if people and self._goes_back() and self.state.last is not None:
            return self._handed_on(self.state.last, figure)
        if figure.denominator and not headed:
            return None
        partitive = headed and strong and self.tokens[figure.index + 1].low in ("of", "of these", "of those")
        if partitive and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)  # "three of the victims"
        if strong and headed and self._reported_only(figure):
            actor = actor_before(self.reading, figure.index) or "government"
            return Governed(("identified",), actor, "victims.reported")
        latest = self._latest(figure)
        if latest is not None and (strong or self.words[id(figure)].people or figure.head is None) and (
            figure.is_comparison or figure.bracket or self._predicated(figure)
        ):  # fmt: skip
            return self._handed_on(latest, figure)
        typed = self._predicated(figure) and self.words[id(figure)].trafficking_type != "all" and not headed
        if (strong and not headed or typed) and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)
        return None

    def _testifies(self, figure: Figure) -> bool:
        """ "Twelve victims testified": the victims themselves do something that is none of the acts."""
        at = figure.last + 1
        return at < len(self.tokens) and self.tokens[at].low.split(" ")[0] in _OWN_DEEDS

    def _has_other_verb(self, figure: Figure) -> bool:
        """ "three of the victims testified": a verb of their own, which is none of the acts."""
        at = figure.last + 1
        if at >= len(self.tokens) or figure.last < figure.index + 2:
            return False
        token = self.tokens[at]
        return token.low in ("chose", "left", "fled") or (
            token.low.endswith("ed") and not token.tags & {"act", "receives", "exploits", "gives"} and token.kind == "word"
        )  # fmt: skip

    def _handed_on(self, known: Governed, figure: Figure) -> Governed:
        """What governs one figure governs another: a comparison keeps all actions, a part only the first."""
        if figure.is_comparison:
            return replace(known, rule="victims.compared", act=None)
        return replace(known, rule="victims.part_of_counted", act=None, actions=known.actions[:1])

    def _predicated(self, figure: Figure) -> bool:
        """ "…; 65 were women": the figure is the subject of "were"."""
        at = max(figure.last, figure.index) + 1
        return at < len(self.tokens) and self.tokens[at].low in ("were", "was", "are")

    def _participle_before(self, figure: Figure) -> Act | None:
        """ "Of the victims identified, 16 were …"."""
        if not figure.denominator and self.tokens[0].low in ("of", "among", "of these", "of those"):
            for act in self.acts:
                if act.participle and act.stop < figure.index:
                    return act
        return None

    def _goes_back(self) -> bool:
        """Does the sentence speak on about the victims of the one before ("These included …", "The 13 victims …")?"""
        opening = self.tokens[:3]
        if opening and opening[0].low in ("all", "both") and len(opening) > 1 and opening[1].low in ("were", "are"):
            return True
        if any(token.low in ("these", "those", "this", "them", "they", "among", "of these", "of those", "of whom",
                             "among them", "among these", "among those") for token in opening):  # fmt: skip
            return True
        figures = self.reading.figures
        if figures and figures[0].index == 0 and self._predicated(figures[0]):
            return True
        return bool(figures) and figures[0].kind == "number" and figures[0].index <= 3 and (
            figures[0].denominator or self.tokens[max(0, figures[0].index - 1)].low in ("the", "all")
        )  # fmt: skip

    def _reported_only(self, figure: Figure) -> bool:
        """ "Police reported 40 victims": the verb of a report directly before the victims."""
        before = self.tokens[figure.index - 1] if figure.index else None
        return before is not None and before.low in ("reported", "recorded", "counted") and self.section != "profile"

    def _suits(self, act: Act, figure: Figure, strong: bool) -> bool:
        if act.possible or act.denied == "not_reported" and figure.kind == "number":
            return False
        if strong:
            return True
        if act.weak:
            return False
        if act.rescue or "act:repatriated" in self.tokens[act.verbs[0]].tags:
            return True
        if self.section == "protection" or figure.head is None:
            return True
        tags = self.reading.sentence.tags
        return any(token.low.startswith(("victim", "traffick")) for token in self.tokens) or "type:sex" in tags or (
            "type:labor" in tags
        )  # fmt: skip

    def _subject_of(self, figure: Figure) -> tuple[Act | None, Act | None]:
        """(passive or receiving act of which the figure is the subject, act of a participle after its noun)."""
        tokens, reading = self.tokens, self.reading
        starts = {act.start: act for act in self.acts}
        reduced: Act | None = None
        aux = relative = False
        size = len(tokens)
        at = figure.last + 1
        end = min(size, at + _SUBJECT_REACH)
        while at < end:
            token = tokens[at]
            low = token.low
            if reading.brackets[at] != figure.bracket:
                if reading.brackets[at] or low in "()":
                    at += 1
                    continue
                break
            act = starts.get(at)
            if act is not None and (act.form in ("finite", "gerund") or act.received):
                if act.received or aux and act.form == "finite" and not act.received:
                    if relative:
                        return None, reduced or act
                    return self._with_next(act), reduced
                if not aux and act.form == "finite" and reduced is None and not act.composite:
                    reduced = act
                    at = act.stop
                    aux = False
                    continue
                break
            if low in AUXILIARIES:
                aux = low not in _MODALS
                if low in _MODALS:
                    break
            elif low in ("who", "whom", "that", "which"):
                relative = True
            elif token.kind == "mark":
                following = tokens[at + 1] if at + 1 < size else token
                if low == "," and following.kind == "number" and not aux:
                    pass
                elif low not in "-'\"" and not (low == "," and (following.low in ("who", "all", "both") or reduced)):
                    break
            elif "stage" in token.tags and "finite" in token.tags:
                break
            elif token.kind == "number" and aux:
                break
            elif ("finite" in token.tags or "base" in token.tags) and at >= figure.tail and "exploits" not in token.tags:
                if not ("gives" in token.tags and aux or "continues" in token.tags):
                    break
            elif "cmp" in token.tags:
                break
            at += 1
        return None, reduced

    def _with_next(self, act: Act) -> Act:
        """ "were identified in custody and referred to care": a passive with the one that follows it."""
        position = self.acts.index(act)
        if position + 1 < len(self.acts) and not act.received:
            following = self.acts[position + 1]
            gap = self.tokens[act.stop : following.start]
            if (
                following.form == "finite" and not following.received and 0 < len(gap) <= 8 and gap[-1].low == "and"
                and not any(t.kind == "number" or t.low in (",", ";") or t.low in AUXILIARIES for t in gap)
            ):  # fmt: skip
                actions = (*act.actions, *(a for a in following.actions if a not in act.actions))
                return replace(act, actions=actions, stop=following.stop)
        return act

    def _object_of(self, figure: Figure) -> Act | None:
        """The act before the figure whose object it is: the nearest, unless another verb stands between."""
        tokens, reading = self.tokens, self.reading
        for act in reversed(self.acts):
            if act.start >= figure.index or act.participle:
                continue
            if act.received:
                if self._dashed(act, figure):
                    return act
                continue
            if reading.clauses[act.start] != reading.clauses[figure.index]:
                return None
            if reading.brackets[act.start] and reading.brackets[act.start] != figure.bracket:
                continue
            for at in range(act.stop, figure.index):
                token = tokens[at]
                if reading.brackets[at] and reading.brackets[at] != figure.bracket:
                    continue
                if "stage" in token.tags and ("finite" in token.tags or "base" in token.tags or "gerund" in token.tags):
                    return None
                if token.low in ("were", "was", "are", "had", "has", "have", "is") and reading.brackets[at] == figure.bracket:
                    if not any(t.low in ("who", "that", "which", "whom") for t in tokens[max(0, at - 3) : at]):
                        return None
                if token.low in _OTHER_VERBS and tokens[at - 1].low in ("and", ",", "also", "or", "authorities", "police"):
                    return None
            return act
        return None

    def _dashed(self, act: Act, figure: Figure) -> bool:
        """ "a limited number of victims received care – 71 in 2019"."""
        clauses = self.reading.clauses
        if any(
            other.index < act.start and id(other) in self.governed and clauses[other.index] == clauses[act.start]
            for other in self.reading.figures
        ):  # fmt: skip
            return False
        if figure.index - act.stop > 12:
            return False
        between = self.tokens[act.stop : figure.index]
        return any(token.low in ("–", "—", "-", "(") for token in between) and any(
            token.low.startswith("victim") for token in self.tokens[max(0, act.start - 5) : act.start]
        )

    def _topic_is_victims(self, figure: Figure) -> bool:
        """May a number without a noun count victims: did the figure before it, or the last sentence?"""
        earlier = [f for f in self.reading.figures if f.index < figure.index and f.kind == "number"]
        for other in reversed(earlier):
            if other.head is None and self.words[id(other)].excluded:
                return False
            if other.head is None and id(other) in self.governed:
                return True
            if other.head is not None:
                return id(other) in self.governed or other.denominator and is_victim(other, self.tokens)
        if any(token.low.startswith("victim") for token in self.tokens[max(0, figure.index - 14) : figure.index + 8]):
            return True
        return self.state.last is not None

    # -- actors ----------------------------------------------------------------------------------------------

    def _active_actor(self, act: Act) -> str:
        if act.received:
            return actor_after(self.reading, act.start) or "unspecified"
        found = actor_before(self.reading, act.start)
        if found is not None:
            return found
        opening = self.tokens[0].low if self.tokens else ""
        if opening in ("this", "these") and self.state.last is not None:
            return self.state.last.actor
        latest = [g for f, g in self.governed_before(act.start)]
        if latest:
            return latest[-1].actor
        before = self.tokens[act.start - 1].low if act.start else ""
        if (before in ("it", "they", "also") or opening in ("it", "they")) and self.state.actor:
            return self.state.actor
        return "government" if self._has_subject(act) else self.state.actor or "government"

    def governed_before(self, at: int) -> list[tuple[Figure, Governed]]:
        """The governed figures before a token, in text order."""
        return [
            (figure, self.governed[id(figure)])
            for figure in self.reading.figures
            if figure.index < at and id(figure) in self.governed
        ]

    def _has_subject(self, act: Act) -> bool:
        text = self.document.text
        return any(text[token.start].isupper() for token in self.tokens[max(0, act.start - 12) : act.start])

    def _passive_actor(self, act: Act, figure: Figure) -> str:
        found = actor_after(self.reading, act.stop if not act.received else act.start)
        if found is not None:
            return found
        if act.received:
            near = self.tokens[act.start + 1 : act.start + 5]
            if any("actor" in token.tags and "government" in token.tags for token in near):
                return "government"
            return "unspecified"
        if figure.base is not None and id(figure.base) in self.governed:
            return self.governed[id(figure.base)].actor
        return "unspecified"

    def _inner_actor(self, figure: Figure, act: Act) -> str | None:
        """ "the 131 victims the government identified": an actor between the noun and its participle."""
        for token in self.tokens[figure.last + 1 : act.start]:
            actor = actor_tag(token)
            if actor:
                return actor
        return None

    def _inherited_actor(self, figure: Figure) -> str:
        base = relation(self.reading, figure)
        known = self._known(base) if base is not None else None
        if known is None and figure.is_comparison:
            known = self._latest(figure) or self.state.last
        if known is not None:
            return known.actor
        before = self.tokens[figure.index - 1].low if figure.index else ""
        found = actor_before(self.reading, figure.index)
        if found is None and before in ("reported", "reporting", "recorded"):
            found = self.state.actor or "government"
        return found or "unspecified"

    def _known(self, figure: Figure | None) -> Governed | None:
        return None if figure is None else self.governed.get(id(figure)) or self.state.governed.get(id(figure))

    def _latest(self, figure: Figure) -> Governed | None:
        """What governs the last figure before this one, in this sentence."""
        for other in reversed(self.reading.figures):
            if other.index < figure.index and id(other) in self.governed:
                return self.governed[id(other)]
        return None

    def main(self) -> Governed | None:
        """What governs the sentence's main figure: the last that is no part, no bracket and no comparison."""
        plain = [g for f, g in self.kept if not f.bracket and not f.is_comparison and f.whole is None]
        if plain:
            return plain[-1]
        others = [g for f, g in self.kept if not f.is_comparison]
        return others[-1] if others else None

    # -- facts -----------------------------------------------------------------------------------------------

    def _facts(self, figure: Figure, governed: Governed) -> Iterator[Fact]:
        period = figure.period
        if governed.act is None and governed.period is not None and not self._names_period():
            period = governed.period if not figure.is_comparison else period
        governed.period = period
        for action in governed.actions:
            values = self._values(figure, action, governed.actor, period) | figure.number.columns()
            if governed.rule == "victims.estimated" and values["qualifier"] == "exact" and is_guess(self.reading, figure):
                values["qualifier"] = "approximately"
            yield Fact(TABLE, governed.rule, *self._quote(figure, governed.act), values, (figure.token.start,))

    def _names_period(self) -> bool:
        return any(token.kind == "period" and not self.reading.brackets[at] for at, token in enumerate(self.tokens))

    def _values(self, figure: Figure, action: str, actor: str, period: Period | None = None) -> dict[str, Any]:
        words = self.words[id(figure)]
        period = period or figure.period
        return {
            "action": action,
            "actor": actor,
            "trafficking_type": words.trafficking_type,
            "age_group": words.age_group,
            "gender": words.gender,
            "origin": words.origin,
            "is_potential": words.is_potential,
            "data_year": period.year,
            "period_type": period.period_type,
            "is_comparison": figure.is_comparison,
            "scope": words.scope,
        }

    def is_restated(self, fact: Fact, stated: list[Fact]) -> bool:
        """A denominator ("Of the 30 victims …") of a figure that the report gave before is no new fact."""
        figure = next((f for f in self.reading.figures if fact.takes and f.token.start == fact.takes[0]), None)
        if figure is None or not (figure.denominator or self._is_definite(figure)):
            return False
        keys = ("value", "value_low", "value_high")
        return any(
            all(other.values.get(key) == fact.values.get(key) for key in keys)
            and (figure.denominator or other.values["action"] == fact.values["action"]
                 and other.values["actor"] == fact.values["actor"])
            for other in stated
        )

    def _is_definite(self, figure: Figure) -> bool:
        return figure.index > 0 and self.tokens[figure.index - 1].low in ("the", "these", "those", "all", "its")

    def _denials(self, figure: Figure) -> Iterator[Fact]:
        """ "identified no victims", "did not assist any victims", "none of whom was referred"."""
        words = self.words[id(figure)]
        negative = figure.token.low != "any"
        active = self._object_of(figure)
        passive, reduced = self._subject_of(figure)
        victims = figure.head is not None and is_victim(figure, self.tokens)
        act: Act | None = None
        status = "zero"
        if victims and active is not None and (active.denied or negative and not active.composite):
            act = active
            status = active.denied or "zero"
            if active.denied and active.lax and not figure.token.low == "any":
                return
        elif victims and active is not None and active.composite and self._denies_service(active):
            act = active
        elif negative and passive is not None and (victims or figure.head is None and self._topic_is_victims(figure)):
            act = passive
        elif negative and victims and reduced is not None:
            act = reduced
        elif negative and victims and (self._reported_only(figure) or self._then_reported(figure)):
            act = Act(figure.index, figure.index + 1, ("identified",), "finite")
        if act is None or words.excluded:
            return
        if act is passive or act is reduced:
            actor = self._passive_actor(act, figure)
            if figure.head is None and actor == "unspecified":
                actor = self.governed[id(figure.base)].actor if id(figure.base) in self.governed else "government"
        else:
            actor = self._active_actor(act)
        self.governed[id(figure)] = Governed(act.actions, actor, "victims.none", act)
        yield from self._denied(figure, act, status, actor)

    def _then_reported(self, figure: Figure) -> bool:
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 4]]
        return after[:2] in (["were", "reported"], ["was", "reported"], ["reported", "in"])

    def _denies_service(self, act: Act) -> bool:
        """ "provided no assistance to any victims"."""
        return any(token.low == "no" for token in self.tokens[act.start + 1 : act.start + 3])

    def _denied(self, figure: Figure, act: Act, status: str, actor: str) -> Iterator[Fact]:
        period = Period(self.document.edition_year - 1, "other", "span") if act.never else figure.period
        for when in self._years(figure, period):
            for action in act.actions:
                values = self._values(figure, action, actor, when) | {
                    "status": status,
                    "value": 0 if status == "zero" else None,
                    "qualifier": "exact" if status == "zero" else None,
                }
                rule = "victims.none" if status == "zero" else "victims.not_reported"
                yield Fact(TABLE, rule, *self._quote(figure, act, negation=True), values, (figure.token.start,))

    def _years(self, figure: Figure, period: Period) -> list[Period]:
        """ "in 2021 or 2020": a denial for each year."""
        tokens = self.tokens
        periods = [period]
        for at in range(figure.tail, min(len(tokens) - 2, figure.tail + 5)):
            if tokens[at].kind == "period" and tokens[at + 1].low in ("or", "and") and tokens[at + 2].kind == "period":
                periods.append(tokens[at + 2].value)
        return periods

    def _single(self, figure: Figure) -> Iterator[Fact]:
        """ "identified a victim" (one), "has never identified a victim" (none)."""
        if figure.head is None or not is_victim(figure, self.tokens) or figure.bracket or self.words[id(figure)].excluded:
            return
        passive, _ = self._subject_of(figure)
        act = passive or self._object_of(figure)
        if act is None or act.start < figure.index and figure.index - act.stop > 3:
            return
        if act.denied == "zero" and not act.lax:
            yield from self._denied(figure, act, "zero", self._active_actor(act))
            return
        if act.denied or act.form != "finite" or any(
            token.kind == "word" and token.low in _MODALS or token.low in ("if", "when", "whether", "once")
            or "potential" in token.tags
            for token in self.tokens[max(0, act.start - 8) : figure.index]
        ):  # fmt: skip
            return
        actor = self._passive_actor(act, figure) if act is passive else self._active_actor(act)
        yield from self._facts(figure, Governed(act.actions, actor, "victims.one", act))

    def _bare_denials(self) -> Iterator[Fact]:
        """ "did not identify victims", "did not report identifying victims", "no data on … victims identified"."""
        for act in self.acts:
            if act.denied is None:
                continue
            if act.form == "finite" and act.denied == "not_reported":
                head = self._counted_before(act)
            elif act.lax or act.composite or act.denied == "zero" and act.actions[0] != "identified":
                continue
            else:
                head = self._bare_object(act)
            if head is None:
                continue
            figure = self._bare_figure(head)
            yield from self._denied(figure, act, act.denied, self._active_actor(act))

    def _bare_object(self, act: Act) -> int | None:
        tokens = self.tokens
        for at in range(act.stop, min(len(tokens), act.stop + 6)):
            token = tokens[at]
            if token.low.startswith("victim") or token.low == "survivors":
                return at
            if token.kind in ("number", "mark") or token.low in ("any", "no", "all", "the", "some", "more", "many", "most",
                                                                 "every", "those", "these", "other"):  # fmt: skip
                return None
            if "finite" in token.tags or token.low in ("of", "in", "for", "by"):
                return None
        return None

    def _counted_before(self, act: Act) -> int | None:
        """ "did not report the number of victims identified": the victims, where a word for figures stands before."""
        tokens = self.tokens
        head: int | None = None
        figures = False
        for at in range(act.start - 1, max(-1, act.start - 24), -1):
            low = tokens[at].low
            if low in INCOMPLETE:
                return None
            if low.startswith("victim") and head is None:
                head = at
            if low in ("number", "numbers", "data", "statistics", "many", "figures"):
                figures = True
            if "neg" in tokens[at].tags:
                return head if figures else None
        return None

    def _bare_figure(self, head: int) -> Figure:
        reading, token = self.reading, self.tokens[head]
        start = head
        while start and self.tokens[start - 1].kind == "word" and not (
            "finite" in self.tokens[start - 1].tags or "gerund" in self.tokens[start - 1].tags
            or "base" in self.tokens[start - 1].tags or self.tokens[start - 1].low == "of"
        ) and head - start < 4:  # fmt: skip
            start -= 1
        figure = Figure(
            start - 1 if start else 0, token, "none", Number(0), head, head, head, head + 1, reading.segments[head],
            reading.brackets[head], token.tags, period=period_at(reading, head, self.document.edition_year),
        )  # fmt: skip
        figure.own_type = type_of(self.tokens, start, head + 1) or type_of(self.tokens, head, min(head + 5, len(self.tokens)))
        self.words[id(figure)] = words_of(reading, self.document.country_code, [figure])[id(figure)]
        self._bare.append(figure)  # keeps its id its own
        return figure

    # -- quotes ----------------------------------------------------------------------------------------------

    def _quote(self, figure: Figure, act: Act | None, negation: bool = False) -> tuple[int, int]:
        tokens = self.tokens
        first, last = figure.index, max(figure.last, figure.index)
        tail = min(figure.tail, len(tokens)) - 1
        if tail > last:
            last = tail
        if act is not None:
            first, last = min(first, act.start), max(last, act.stop - 1 if act.start > figure.index else last)
            if negation:
                for at in range(act.start - 1, max(-1, act.start - 30), -1):
                    if "neg" in tokens[at].tags or tokens[at].low == "never":
                        first = min(first, at)
                        break
        for at in range(last + 1, min(len(tokens), last + 5)):
            if tokens[at].kind == "period" and self.reading.segments[at] == figure.segment:
                last = at
                break
            if tokens[at].kind == "mark" and tokens[at].low not in "-'":
                break
        start, end = tokens[first].start, tokens[last].end
        if end - start > MAX_QUOTE:
            start, end = figure.token.start, tokens[max(figure.last, figure.index)].end
        if end - start > MAX_QUOTE:
            end = figure.token.end
        return start, end


_OWN_DEEDS = frozenset("testified cooperated collaborated participated joined assisted chose elected filed agreed opted"
                       " declined returned volunteered sought applied escaped fled".split())  # fmt: skip
_OTHER_VERBS = frozenset("trained conducted opened held hired signed launched investigated issued operated screened"
                         " interviewed inspected deported".split())  # fmt: skip


def _separate(facts: list[Fact]) -> None:
    """Equal figures of one sentence are two facts ("38 were from A, 38 from B"), not one told twice."""
    seen: dict[tuple[object, ...], int] = {}
    for fact in facts:
        if fact.values.get("value") is None or not fact.takes:
            continue
        key = tuple(fact.values.values())
        if seen.setdefault(key, fact.takes[0]) != fact.takes[0]:
            fact.separate = True
