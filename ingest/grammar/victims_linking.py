"""How the figures of a sentence hang on its acts: subject, object, participle, reference back. No table's values."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from ingest.document import Document
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_acts import MODALS, acts_of
from ingest.grammar.victims_nouns import OF_WHOM, is_victim
from ingest.grammar.victims_relations import figures_before
from ingest.grammar.victims_words import Words
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

SUBJECT_REACH = 20
# How many acts back a figure is linked: enough for any sentence that people write.
_ACT_REACH = 12
_OWN_VERBS = word_set("went came chose fled left returned became escaped declined agreed opted")
_OTHER_VERBS = word_set(
    "trained conducted opened held hired signed launched investigated issued operated screened"
    " interviewed inspected deported"
)
# How far behind the victims their return may stand ("helped 40 women who had been held in Oman get home").
_RETURN_REACH = 18
_GO = word_set("get go come travel fly reach sail")
_BACK_TO = word_set("to across from into")
_SOME_OF_THEM = word_set("all both others they most some many none")
_ASIDES = word_set("according among both all including mostly most primarily mainly")
_ASIDE_REACH = 14
_ASIDE_MARKS = word_set(", — –")
BE = word_set("was were is are be been being")
THEN_REACH = 10
INVOLVED_REACH = 12
OBJECT_REACH = 8


@dataclass(slots=True)
class Governed:
    """What was done for the victims that a figure counts: by whom, and by which rule and verb that is known.

    `source` is what handed this on; `period` and `told` are the period of the whole and what its own words say;
    `earlier` marks an earlier value that another was compared with.
    """

    actions: tuple[str, ...]
    actor: str
    rule: str
    act: Act | None = None
    period: Period | None = None
    told: Words | None = None
    source: Governed | None = None
    earlier: bool = False


@dataclass(slots=True)
class State:
    """What a sentence leaves for the next: what governed its figures, its last actor, and the paragraph's topic.

    `period` is that of the data where it is said to be the latest ("In 2017, the most recent year available, …"), as
    far as `period_actor` goes on to tell of it;
    `periods` are those of the paragraph's figures, by their value;
    `counts` is how many victims each actor counted, by action.
    """

    governed: dict[int, Governed] = field(default_factory=dict)
    last: Governed | None = None
    topic: Governed | None = None
    actors: dict[str, str] = field(default_factory=dict)
    actor: str | None = None
    paragraph: int = 0
    period: Period | None = None
    period_actor: str | None = None
    periods: dict[int, Period] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


class Linking:
    """One sentence with its acts, and which of them each figure is the subject or the object of."""

    def __init__(self, document: Document, reading: Reading, state: State) -> None:
        self.document = document
        self.reading = reading
        self.tokens = reading.tokens
        self.state = state
        self.home = document.country_code
        self.acts = acts_of(reading)
        self.words: dict[int, Words] = {}
        self.kept: list[tuple[Figure, Governed]] = []
        self.governed: dict[int, Governed] = {}
        self.mine: set[int] = set()  # of what is governed in this sentence, by id
        self.actor: str | None = None
        self._bare: list[Figure] = []
        self._has_period: bool | None = None
        self._by_start: dict[int, Figure] | None = None
        self.section = reading.sentence.section
        self.starts = {act.start: act for act in self.acts}
        self.act_starts = [act.start for act in self.acts]

    def earlier(self, figure: Figure) -> list[Figure]:
        """The figures before this one, the nearest first, within reach."""
        return figures_before(self.reading, figure.index)

    def _adjective(self, figure: Figure) -> Act | None:
        """ "70 repatriated victims": a participle between the number and its noun."""
        act = self.starts.get(figure.index + 1)
        if act is None and figure.index + 1 < len(self.tokens) and actor_tag(self.tokens[figure.index + 1]):
            act = self.starts.get(figure.index + 2)  # "the 170 government identified victims"
        return act if act is not None and act.participle and act.start <= figure.last else None

    def _before_part(self, figure: Figure) -> Figure | None:
        """The number before "including", where the figure stands directly after that word."""
        tokens, at = self.tokens, figure.index
        if not (at and ("part" in tokens[at - 1].tags or (at > 1 and "part" in tokens[at - 2].tags))):
            return None
        return next((f for f in self.earlier(figure) if f.kind == "number"), None)

    def _returns(self, figure: Figure) -> bool:
        """ "helped 114 women return home"."""
        clause = self.reading.clauses[figure.index]
        at = max(figure.last, figure.index) + 1
        for index in range(at, min(len(self.tokens) - 1, at + _RETURN_REACH)):
            token, following = self.tokens[index], self.tokens[index + 1].low
            if token.low in (",", ";", ".", "and", "but") or self.reading.clauses[index] != clause:
                return False
            if token.low in ("return", "repatriation"):
                return index == at or self.tokens[index - 1].low in ("to", "with", "voluntarily")
            if token.low in _GO and following in ("home", "back"):
                return True
            if index == at and token.low in ("back", "home") and following in _BACK_TO:
                return True
        return False

    def _subject_of(self, figure: Figure) -> tuple[Act | None, Act | None]:
        """(passive or receiving act of which the figure is the subject, act of a participle after its noun)."""
        tokens, reading = self.tokens, self.reading
        starts = self.starts
        reduced: Act | None = None
        aux = relative = False
        size = len(tokens)
        is_object = self._is_next_object(figure)
        at = figure.last + 1
        end = min(size, at + SUBJECT_REACH)
        while at < end:
            token = tokens[at]
            low = token.low
            if reading.brackets[at] != figure.bracket:
                if reading.brackets[at] or low in "()":
                    at += 1
                    continue
                break
            act = starts.get(at)
            if low == "reported" and at > figure.last + 1 and not (aux or reduced):
                following_act = starts.get(at + 1)
                if following_act is not None and following_act.form == "gerund":
                    reduced = following_act  # "down from 60 victims police reported identifying in 2009"
                    at = reduced.stop
                    continue
            if act is not None and (act.form in ("finite", "gerund") or act.received):
                if act.received and at > figure.last + 2 and self._has_own_subject(at, relative):
                    break
                if act.received or (aux and act.form == "finite" and not act.received):
                    if relative:
                        return None, reduced or act
                    return self._with_next(act), reduced
                if tokens[at - 1].low == "and" and act.stop < size and tokens[act.stop].kind == "number" and not aux:
                    break  # "screened 90 migrants and identified 12 victims": a verb with its own object
                if not aux and act.form == "finite" and reduced is None and not act.composite:
                    reduced = act
                    at = act.stop
                    aux = False
                    continue
                break
            if low in AUXILIARIES:
                aux = low in BE
                if low in MODALS:
                    break
            elif at == figure.last + 1 and low in _OWN_VERBS:
                break  # "170 went back to their families, 66 were lodged"
            elif low in ("when", "while", "if"):
                break  # "the 28 it identified was higher than before, when it referred one"
            elif low in ("who", "whom", "that", "which"):
                relative = True
            elif token.kind == "mark":
                following = tokens[at + 1] if at + 1 < size else token
                aside = self._after_aside(at) if low in _ASIDE_MARKS else 0
                if aside:
                    at = aside  # "107 victims, both citizens and foreigners, were freed"
                    continue
                ahead = tokens[at + 2].low if at + 2 < size else ""
                if low == "," and following.kind == "number" and ahead in OF_WHOM:
                    break  # "grew to 23, 16 of which the police identified"
                if low == "," and following.kind == "number" and not (aux or figure.denominator or is_object):
                    pass
                elif low == ")" and not figure.bracket:
                    pass  # "29 victims (including those from earlier years) received care"
                elif low not in "-'\"" and not (
                    low == "," and (following.low in ("who", "all", "both") or (reduced and following.kind != "number"))
                ):
                    break
            elif ("stage" in token.tags and "finite" in token.tags) or (token.kind == "number" and aux):
                break
            elif (
                ("finite" in token.tags or "base" in token.tags) and at >= figure.tail and "exploits" not in token.tags
            ):
                if not (("gives" in token.tags and aux) or "continues" in token.tags):
                    break
            elif "cmp" in token.tags or self._begins_anew(figure, at):
                break
            at += 1
        return None, reduced

    def _has_own_subject(self, at: int, relative: bool) -> bool:
        """ "referred two girls to an office that ensures children receive care": others than the two receive it."""
        before = self.tokens[at - 1]
        if before.low in _SOME_OF_THEM:
            return True  # "referred all 65 victims, and all received care"
        return not relative and before.kind == "word" and "who" in before.tags and "counts" in before.tags

    def _after_aside(self, at: int) -> int:
        """Where the sentence goes on after an aside (", both men and women, were …"); 0: there is none."""
        tokens = self.tokens
        if at + 1 >= len(tokens):
            return 0
        split = tokens[at].low != "," and tokens[at + 1].kind == "number"  # "76 victims—21 men and 55 women—assisted"
        if tokens[at + 1].low not in _ASIDES and not split:
            return 0
        for index in range(at + 2, min(len(tokens) - 1, at + _ASIDE_REACH)):
            if tokens[index].low == "," and tokens[index + 1].low in AUXILIARIES:
                return index + 1
            if tokens[at].low != "," and tokens[index].low == tokens[at].low:
                return index + 1  # "30 victims—including six girls—the police identified"
            if "finite" in tokens[index].tags or tokens[index].low in AUXILIARIES or tokens[index].low in (";", "who"):
                return 0
        return 0

    def _begins_anew(self, figure: Figure, at: int) -> bool:
        """ "77 victims called the hotline and 35 accepted shelter": the second number has a verb of its own."""
        tokens = self.tokens
        if tokens[at].kind != "number" or tokens[at - 1].low != "and":
            return False
        return self._is_next_object(figure) or any(
            token.kind == "word"
            and token.low.endswith("ed")
            and token.tags.isdisjoint(("act", "gives", "receives", "exploits", "who", "finite"))
            for token in tokens[figure.last + 1 : at]
        )

    def _is_next_object(self, figure: Figure) -> bool:
        """ "NGOs referred 30": the number stands directly behind its verb."""
        position = bisect_left(self.act_starts, figure.index)
        if not position:
            return False
        act = self.acts[position - 1]
        return act.stop == figure.index and act.form in ("finite", "gerund") and not act.participle

    def _with_next(self, act: Act) -> Act:
        """ "were identified in custody and referred to care": a passive with the one that follows it."""
        position = bisect_left(self.act_starts, act.start)
        if position + 1 < len(self.acts) and not act.received:
            following = self.acts[position + 1]
            gap = self.tokens[act.stop : following.start]
            if (
                following.form == "finite"
                and not following.received
                and 0 < len(gap) <= 8
                and gap[-1].low == "and"
                and not any(t.kind == "number" or t.low in (",", ";") or t.low in AUXILIARIES for t in gap)
            ):
                actions = (*act.actions, *(a for a in following.actions if a not in act.actions))
                return replace(act, actions=actions, stop=following.stop)
        return act

    def _object_of(self, figure: Figure) -> Act | None:
        """The act before the figure whose object it is: the nearest, unless another verb stands between."""
        tokens, reading = self.tokens, self.reading
        position = bisect_left(self.act_starts, figure.index)
        for act in self.acts[max(0, position - _ACT_REACH) : position][::-1]:
            passive = act.form == "finite" and not act.composite and act.start and tokens[act.start - 1].low in BE
            itself = tokens[act.verbs[0]].low.startswith("self-") if act.verbs else False
            if act.participle or passive or itself:
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
                if (
                    token.low in ("were", "was", "are", "had", "has", "have", "is")
                    and reading.brackets[at] == figure.bracket
                ):
                    if not any(t.low in ("who", "that", "which", "whom") for t in tokens[max(0, at - 3) : at]):
                        return None
                if token.low in _OTHER_VERBS and tokens[at - 1].low in (
                    "and",
                    ",",
                    "also",
                    "or",
                    "authorities",
                    "police",
                ):
                    return None
            return act
        return None

    def _dashed(self, act: Act, figure: Figure) -> bool:
        """ "a limited number of victims received care – 71 in 2019"."""
        clauses = self.reading.clauses
        if any(
            other.index < act.start and id(other) in self.governed and clauses[other.index] == clauses[act.start]
            for other in self.earlier(figure)
        ):
            return False
        if figure.index - act.stop > 12:
            return False
        between = self.tokens[act.stop : figure.index]
        return any(token.low in ("–", "—", "-", "(") for token in between) and any(
            token.low.startswith("victim") for token in self.tokens[max(0, act.start - 5) : act.start]
        )

    def _topic_is_victims(self, figure: Figure) -> bool:
        """May a number without a noun count victims: did the figure before it, or the last sentence?"""
        for other in self.earlier(figure):
            if other.kind != "number":
                continue
            if other.head is None and self.words[id(other)].excluded:
                return False
            if other.head is None and id(other) in self.governed:
                return True
            if other.head is not None:
                return id(other) in self.governed or (other.denominator and is_victim(other, self.tokens))
        if any(token.low.startswith("victim") for token in self.tokens[max(0, figure.index - 14) : figure.index + 8]):
            return True
        return self.state.last is not None

    def is_definite(self, figure: Figure) -> bool:
        """ "The 40 victims": told before."""
        return figure.index > 0 and self.tokens[figure.index - 1].low in ("the", "these", "those", "all", "its")
