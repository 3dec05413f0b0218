"""How the figures of a sentence hang on its acts: subject, object, participle, reference back. No table's values."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from ingest.document import Document, Token
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading, type_of
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_acts import Act, acts_of
from ingest.grammar.victims_words import Words, figures_before, is_victim
from ingest.vocabulary.periods import Period


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MODALS = _set("may might can could would will should must")
_SUBJECT_REACH = 20
# How many acts back a figure is linked: enough for any sentence that people write.
_ACT_REACH = 12
_OWN_DEEDS = _set(
    "contacted absconded testified cooperated collaborated participated joined assisted chose elected filed agreed"
    " opted declined returned volunteered sought applied escaped fled remained"
)
_OTHER_VERBS = _set(
    "trained conducted opened held hired signed launched investigated issued operated screened"
    " interviewed inspected deported"
)
_MEASURES = _set(
    "increased rose decreased declined fell dropped grew numbered totaled totalled reached doubled amounted increase"
    " decrease decline up down"
)
_BE = _set("was were is are be been being")
# What "were" says of victims who were told of before.
_UNKNOWN = _set("unknown unspecified unidentified undetermined uncategorized")
_KINDS = _set("male female child adult foreign national")
_THEN_REACH = 10
_LIST_REACH = 22
_ANYONE = _set("individuals people persons migrants")
_IN_LIST = _set(", and or from in the in-country")
_INVOLVED_REACH = 12
_OBJECT_REACH = 8
_BACK = _set("these those this them they among") | frozenset(
    ("of these", "of those", "of whom", "among them", "among these", "among those")
)


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
    """What a sentence leaves for the next: what governed its figures, its last actor, and the paragraph's topic.

    `period` is that of the data where it is said to be the latest ("In 2017, the most recent year available, …");
    `periods` are those of the paragraph's figures, by their value.
    """

    governed: dict[int, Governed] = field(default_factory=dict)
    last: Governed | None = None
    topic: Governed | None = None
    actors: dict[str, str] = field(default_factory=dict)
    actor: str | None = None
    paragraph: int = 0
    period: Period | None = None
    periods: dict[int, Period] = field(default_factory=dict)


class Linking:
    """One sentence with its acts, and which of them each figure is the subject or the object of."""

    def __init__(self, document: Document, reading: Reading, state: State) -> None:
        self.document = document
        self.reading = reading
        self.tokens = reading.tokens
        self.state = state
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
            plural = plural or (token.kind == "word" and token.low.endswith("s"))
        return False

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
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 4]]
        return after[:1] == ["return"] or after[:2] == ["to", "return"]

    def _testifies(self, figure: Figure) -> bool:
        """ "Twelve victims testified": the victims themselves do something that is none of the acts."""
        at = figure.last + 1
        return at < len(self.tokens) and self.tokens[at].low.split(" ")[0] in _OWN_DEEDS

    def _in_cases(self, figure: Figure) -> bool:
        """ "opened nine investigations involving 31 victims": whom the work of the police concerns."""
        for at in range(figure.index - 1, max(-1, figure.index - _INVOLVED_REACH), -1):
            token = self.tokens[at]
            if token.low in ("involving", "involved", "involve", "affecting"):
                before = self.tokens[max(0, at - _INVOLVED_REACH) : at]
                return any("stage" in other.tags or other.low in ("case", "cases") for other in before)
            if not (
                token.kind in ("number", "mark", "word", "country")
                and token.low not in (";", ".", "which", "who", "that")
            ):
                return False
            if "finite" in token.tags or "act" in token.tags:
                return False
        return False

    def _has_other_verb(self, figure: Figure) -> bool:
        """ "three of the victims testified": a verb of their own, which is none of the acts."""
        at = figure.last + 1
        if at >= len(self.tokens) or figure.last < figure.index + 2:
            return False
        token = self.tokens[at]
        return token.low in ("chose", "left", "fled") or (
            token.low.endswith("ed")
            and not token.tags & {"act", "receives", "exploits", "gives"}
            and token.kind == "word"
        )

    def _counted_by_participle(self, figure: Figure) -> Act | None:
        """ "The number of victims identified rose from 36 to 54", "victims assisted numbered 57"."""
        if figure.head is not None and not is_victim(figure, self.tokens):
            return None
        position = bisect_left(self.act_starts, figure.index)
        for act in self.acts[max(0, position - 4) : position][::-1]:
            if act.participle and act.denied is None:
                between = self.tokens[act.stop : figure.index]
                if len(between) < 24 and any(token.low.split(" ")[0] in _MEASURES for token in between):
                    return act
        return None

    def _continues(self, figure: Figure) -> bool:
        """ "36 were exploited in prostitution, 25 in forced labor, two unknown": goes on after a governed figure."""
        previous = next((f for f in self.earlier(figure) if f.kind == "number"), None)
        if previous is None or id(previous) not in self.governed or figure.index + 2 >= len(self.tokens):
            return False
        if self.reading.clauses[previous.index] != self.reading.clauses[figure.index]:
            return False
        after = self.tokens[figure.index + 1]
        if self.words[id(figure)].trafficking_type != "all" and after.low in ("to", "in", "for", "of"):
            return True
        near = figure.index - previous.index <= _OBJECT_REACH and self.tokens[figure.index - 1].low in (",", "and")
        typed = self.words[id(previous)].trafficking_type != "all" or previous.head is None
        if not near or not typed or figure.is_comparison or figure.bracket != previous.bracket:
            return False
        place = after.low == "in" and self.tokens[figure.index + 2].kind in ("word", "country")
        return place or after.low == "each" or after.low in _UNKNOWN

    def _in_apposition(self, figure: Figure) -> bool:
        """ "the majority of victims were children (57)": a number alone in a bracket behind a word for people."""
        tokens, at = self.tokens, figure.index
        if figure.bracket != at or at + 1 >= len(tokens) or tokens[at + 1].low != ")" or at < 3:
            return False
        named = "who" in tokens[at - 2].tags or tokens[at - 2].kind == "country"
        before = tokens[max(0, at - _THEN_REACH) : at - 2]
        return named and any(token.low in _BE for token in before) and not any(t.kind == "number" for t in before)

    def _included(self, figure: Figure) -> str | None:
        """ "Identified labor victims included 35 men and two boys": the type of those who are told apart here."""
        tokens = self.tokens
        for at in range(figure.index - 1, max(0, figure.index - _SUBJECT_REACH), -1):
            token = tokens[at]
            if token.low in ("included", "include", "comprised"):
                begin, clause = at, self.reading.clauses[at]
                while begin and at - begin < _OBJECT_REACH and self.reading.clauses[begin - 1] == clause:
                    begin -= 1
                subject = tokens[begin:at]
                if any(other.kind == "number" or other.low in (",", "and") for other in subject[-_OBJECT_REACH:]):
                    return None
                if not any(other.low.startswith("victim") for other in subject):
                    return None
                return type_of(tokens, begin, at) or "all"
            told = token.kind in ("number", "country") or token.low in _IN_LIST
            if not told and token.tags.isdisjoint(("who", "foreign", "national")):
                return None
        return None

    def _of_them(self, figure: Figure) -> bool:
        """ "most victims were citizens, of whom 87 were exploited abroad": a part of those told of before."""
        before = self.tokens[max(0, figure.index - 4) : figure.index]
        told = [token for token in before if "counts" in token.tags or token.kind == "country"]
        people = bool(told) and (told[-1].kind == "country" or "who" in told[-1].tags)
        return people and before[-1].low in ("of whom", "of which") and self._predicated(figure)

    def _are_more_people(self, figure: Figure) -> bool:
        """ "identified 104 potential victims and assisted 390 individuals": more people than there are victims."""
        if figure.head is None or self.tokens[figure.head].low not in _ANYONE:
            return False
        clause, value = self.reading.clauses[figure.index], figure.number.value or 0
        return any(
            self.reading.clauses[other.index] == clause
            and is_victim(other, self.tokens)
            and 0 < (other.number.value or 0) < value
            for other in self.earlier(figure)[:4]
        )

    def _has_grown(self, figure: Figure) -> bool:
        """ "Victims exploited as minors increased to 63": the level that a number of victims reached."""
        at = figure.index
        if at < 3 or self.tokens[at - 1].low != "to":
            return False
        before = self.tokens[max(0, at - _INVOLVED_REACH) : at - 1]
        grown = next((i for i, token in enumerate(before) if token.low.split(" ")[0] in _MEASURES), None)
        return grown is not None and any(token.low.startswith("victim") for token in before[:grown])

    def _suffers(self, figure: Figure) -> bool:
        """ "21 victims were subjected to sex trafficking": what those suffered who were told of before."""
        at = figure.last + 1
        known = self.state.topic
        return (
            self.section == "protection"
            and at + 1 < len(self.tokens)
            and self.tokens[at].low in ("were", "was")
            and "exploits" in self.tokens[at + 1].tags
            and known is not None
            and known.actions[0] == "identified"
        )

    def _listed(self, figure: Figure) -> bool:
        """ "20 victims: 12 women, five men": in a list after a colon or a dash."""
        if not self.words[id(figure)].people:
            return False
        for token in self.tokens[max(0, figure.index - _LIST_REACH) : figure.index][::-1]:
            if token.low in (":", "—", "–") or (token.low == ";" and self._has_no_verb(figure)):
                return True
            if token.low in ("were", "was"):  # "54 were women, 16 men"
                return True
            if token.kind not in ("number", "country") and token.low not in (",", "and", "of", "trafficking", "both"):
                if not any(tag in ("who", "exploits") or tag.startswith("type:") for tag in token.tags):
                    return False
        return False

    def _has_no_verb(self, figure: Figure) -> bool:
        """ "…; 14 victims of sex trafficking and two of forced labor;": a statement without a verb of its own."""
        clause = self.reading.clauses[figure.index]
        for at in range(figure.index, min(len(self.tokens), figure.index + _SUBJECT_REACH)):
            token = self.tokens[at]
            if self.reading.clauses[at] != clause:
                break
            if self.reading.brackets[at] == figure.bracket and (token.low in AUXILIARIES or "finite" in token.tags):
                return False
        return True

    def _predicated(self, figure: Figure) -> bool:
        """ "…; 65 were women": the figure is the subject of "were"."""
        at = max(figure.last, figure.index) + 1
        return at < len(self.tokens) and self.tokens[at].low in ("were", "was", "are")

    def _described(self, figure: Figure) -> bool:
        """ "nine victims were male", "36 were Kazakhstani": who those were that were told of before."""
        if not self._predicated(figure):
            return False
        at = max(figure.last, figure.index) + 2
        for token in self.tokens[at : at + 3]:
            if token.kind in ("mark", "number"):
                break
            if token.kind == "country" or not _KINDS.isdisjoint(token.tags):
                return "act" not in token.tags
        return False

    def _exists(self, figure: Figure) -> bool:
        """ "There were nine victims of forced labor and two of sex trafficking"; nothing else is said of them."""
        clause = self.reading.clauses[figure.index]
        for at in range(figure.index - 1, max(-1, figure.index - _THEN_REACH), -1):
            token = self.tokens[at]
            if token.low == "there" and self.tokens[at + 1].low in ("were", "was"):
                return self.reading.clauses[at] == clause
            if "finite" in token.tags:
                return False
        return False

    def _then_done(self, figure: Figure, act: Act) -> tuple[str, ...]:
        """What else was done for the same victims: "identified 12 girls and provided care", "… and referred them"."""
        position = bisect_left(self.act_starts, figure.index)
        following = next((act for act in self.acts[position : position + 2] if not act.participle), None)
        if following is None or following.form != act.form or following.received or following.denied:
            return ()
        gap = self.tokens[figure.last + 1 : following.start]
        ahead = self.tokens[following.stop : following.stop + _OBJECT_REACH]
        ends = next((at for at, token in enumerate(ahead) if token.kind == "mark"), len(ahead))
        relative = len(gap) > 2 and self._which_they(gap)
        joined = relative or any(token.low in ("and", "as well as") for token in gap[-2:])
        joined = (joined or [token.low for token in gap[-3:]] == ["as", "well", "as"]) and 0 < len(gap) <= _THEN_REACH
        if not joined or any(token.kind == "number" or actor_tag(token) for token in gap):
            return ()
        them = next((at for at, token in enumerate(ahead[:5]) if token.low == "them"), len(ahead))
        if len(ahead) > 1 and ahead[0].low == "all" and ahead[1].low in ("victims", "of them"):
            them = 0  # "and referred all victims to care"
        if relative:
            return tuple(action for action in following.actions if action not in act.actions)
        reach = them if them < len(ahead) and (following.composite or them < 2) else ends
        others = any(token.kind in ("number", "mark") or "who" in token.tags for token in ahead[:reach])
        if others or not (reach == them or following.composite):
            return ()
        return tuple(action for action in following.actions if action not in act.actions)

    def _which_they(self, gap: list[Token]) -> bool:
        """ "identified 12 girls, which it reportedly referred to care"."""
        lows = [token.low for token in gap if not token.low.endswith("ly")]
        return lows in [[",", which, who] for which in ("which", "whom") for who in ("it", "they")]

    def _participle_before(self, figure: Figure) -> Act | None:
        """ "Of the victims identified, 16 were …"."""
        if not figure.denominator and self.tokens[0].low in ("of", "among", "of these", "of those"):
            for act in self.acts[:6]:
                if act.participle and act.stop < figure.index:
                    return act
        return None

    def _goes_back(self) -> bool:
        """Does the sentence speak on about the victims of the one before ("These included …", "The 13 victims …")?"""
        opening = self.tokens[:3]
        if opening and opening[0].low == "of" and any(token.low.startswith("victim") for token in self.tokens[1:8]):
            return True
        if opening and opening[0].low in ("all", "both") and len(opening) > 1 and opening[1].low in ("were", "are"):
            return True
        if any(token.low in _BACK for token in opening):
            return True
        if self._tells_exploitation():
            return True
        figures = self.reading.figures
        if figures and figures[0].index == 0 and self._predicated(figures[0]):
            return True
        return (
            bool(figures)
            and figures[0].kind == "number"
            and figures[0].index <= 3
            and (figures[0].denominator or self.tokens[max(0, figures[0].index - 1)].low in ("the", "all"))
        )

    def _tells_exploitation(self) -> bool:
        """ "Traffickers exploited one woman in sex trafficking", after the victims identified: how these fared."""
        tokens = self.tokens
        known = self.state.last or self.state.topic
        return (
            self.section == "protection"
            and len(tokens) > 2
            and tokens[0].low == "traffickers"
            and "exploits" in tokens[1].tags
            and known is not None
            and known.actions[0] == "identified"
        )

    def _reported_only(self, figure: Figure) -> bool:
        """ "Police reported 40 victims": the verb of a report directly before the victims."""
        before = self.tokens[figure.index - 1] if figure.index else None
        return before is not None and before.low in ("reported", "recorded", "counted") and self.section != "profile"

    def _suits(self, act: Act, figure: Figure, strong: bool) -> bool:
        if act.possible or (act.denied == "not_reported" and figure.kind == "number" and not figure.is_comparison):
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
        return (
            any(token.low.startswith(("victim", "traffick")) for token in self.tokens)
            or self.words[id(figure)].trafficking_type != "all"
            or "type:sex" in tags
            or ("type:labor" in tags)
        )

    def _subject_of(self, figure: Figure) -> tuple[Act | None, Act | None]:
        """(passive or receiving act of which the figure is the subject, act of a participle after its noun)."""
        tokens, reading = self.tokens, self.reading
        starts = self.starts
        reduced: Act | None = None
        aux = relative = False
        size = len(tokens)
        is_object = self._is_next_object(figure)
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
            if low == "reported" and at > figure.last + 1 and not (aux or reduced):
                following_act = starts.get(at + 1)
                if following_act is not None and following_act.form == "gerund":
                    reduced = following_act  # "down from 60 victims police reported identifying in 2009"
                    at = reduced.stop
                    continue
            if act is not None and (act.form in ("finite", "gerund") or act.received):
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
                aux = low in _BE
                if low in MODALS:
                    break
            elif low in ("when", "while", "if"):
                break  # "the 28 it identified was higher than before, when it referred one"
            elif low in ("who", "whom", "that", "which"):
                relative = True
            elif token.kind == "mark":
                following = tokens[at + 1] if at + 1 < size else token
                if low == "," and following.kind == "number" and not (aux or figure.denominator or is_object):
                    pass
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
            passive = act.form == "finite" and not act.composite and act.start and tokens[act.start - 1].low in _BE
            if act.participle or passive:
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
