"""How figures go back to those told of before: parts, lists, levels, and sentences that go on. No acts of their own."""

from __future__ import annotations

from bisect import bisect_left

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Figure, type_of
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_brackets import Brackets
from ingest.grammar.victims_linking import BE, INVOLVED_REACH, OBJECT_REACH, SUBJECT_REACH, THEN_REACH
from ingest.grammar.victims_nouns import is_victim
from ingest.grammar.victims_words import DESCRIBES
from ingest.vocabulary.words import word_set

_MEASURES = word_set(
    "increased rose decreased declined fell dropped grew numbered totaled totalled reached doubled amounted increase"
    " decrease decline up down"
)
# What "were" says of victims who were told of before.
_UNKNOWN = word_set("unknown unspecified unidentified undetermined uncategorized")
_LIST_REACH = 22
_TYPE_REACH = 8
# What may include the victims told of before.
_SUBJECTS = ("victim", "figure", "total", "number")
_LISTS = word_set(", and of trafficking both with")
# How early those for whom something is done stand, and how far behind them what is done.
_FRONT = 5
_GIVEN = 24
_EACH = word_set("each all of the these those both every any")
_ANYONE = word_set("individuals people persons migrants")
_IN_LIST = word_set(", — – with and or from in the in-country")
_BACK = word_set("these those this them they among") | frozenset(
    ("of these", "of those", "of whom", "among them", "among these", "among those")
)


class Back(Brackets):
    """One sentence's figures, and what they say of the figures and sentences before them."""

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
        near = figure.index - previous.index <= OBJECT_REACH and self.tokens[figure.index - 1].low in (",", "and")
        typed = self.words[id(previous)].trafficking_type != "all" or previous.head is None
        if not near or not typed or figure.is_comparison or figure.bracket != previous.bracket:
            return False
        place = after.low == "in" and self.tokens[figure.index + 2].kind in ("word", "country")
        told = self.tokens[min(len(self.tokens) - 1, figure.index + (3 if after.low == "reported" else 1))]
        return place or after.low == "each" or told.low in _UNKNOWN  # "and two reported as unknown"

    def _in_apposition(self, figure: Figure) -> bool:
        """ "the majority of victims were children (57)": a number alone in a bracket behind a word for people."""
        tokens, at = self.tokens, figure.index
        if figure.bracket != at or at + 1 >= len(tokens) or tokens[at + 1].low != ")" or at < 3:
            return False
        named = "who" in tokens[at - 2].tags or tokens[at - 2].kind == "country"
        before = tokens[max(0, at - THEN_REACH) : at - 2]
        return named and any(token.low in BE for token in before) and not any(t.kind == "number" for t in before)

    def _of_type_before(self, figure: Figure) -> str | None:
        """ "most were in forced labor, followed by forced begging (16 victims)": the type before the bracket."""
        tokens, at = self.tokens, figure.index
        noun = max(figure.last, at)
        if figure.bracket != at or noun + 1 >= len(tokens) or tokens[noun + 1].low != ")":
            return None
        if figure.head is not None and not is_victim(figure, tokens):
            return None
        begin = at - 1
        while begin and at - begin < _TYPE_REACH and tokens[begin - 1].low not in (",", ";", "by", "were", "and", ")"):
            begin -= 1
        words = tokens[begin : at - 1]
        if len(words) == 1 and words[0].low in _UNKNOWN:
            return "all"
        told = any(token.low.startswith("victim") for token in self.reading.sentence.tokens[:at])
        return type_of(tokens, begin, at - 1) if told or figure.head is not None else None

    def _included(self, figure: Figure) -> str | None:
        """ "Identified labor victims included 35 men and two boys": the type of those who are told apart here."""
        tokens = self.tokens
        for at in range(figure.index - 1, max(0, figure.index - SUBJECT_REACH), -1):
            token = tokens[at]
            if token.low in ("included", "include", "comprised") or self._includes(at):
                begin, clause = at, self.reading.clauses[at]
                while begin and at - begin < OBJECT_REACH and self.reading.clauses[begin - 1] == clause:
                    begin -= 1
                subject = tokens[begin : at - 1 if token.low == "including" else at]
                if any(other.kind == "number" or other.low in (",", "and") for other in subject[-OBJECT_REACH:]):
                    return None
                if not any(other.low.startswith(_SUBJECTS) for other in subject):
                    return None
                return type_of(tokens, begin, at) or "all"
            if not figure.bracket and (self.reading.brackets[at] or token.low in "()"):
                continue
            told = token.kind in ("number", "country") or token.low in _IN_LIST
            typed = token.low == "trafficking" or any(tag.startswith("type:") for tag in token.tags)
            if not (told or typed) and token.tags.isdisjoint(("who", "foreign", "national")):
                return None
        return None

    def _includes(self, at: int) -> bool:
        """ "All identified victims were Lao, including 35 men": told apart after what all of them were."""
        tokens = self.tokens
        if tokens[at].low != "including" or at < 4 or tokens[at - 1].low != ",":
            return False
        return any(token.low in BE for token in tokens[max(0, at - 5) : at - 1])

    def _identify_as(self, figure: Figure) -> bool:
        """ "Nine were men, and seven identified as LGBTQI+": who they are, and nobody identified them."""
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 3]]
        return after == ["identified", "as"]

    def _of_them(self, figure: Figure) -> bool:
        """ "most victims were citizens, of whom 87 were exploited abroad": a part of those told of before."""
        before = self.tokens[max(0, figure.index - 4) : figure.index]
        told = [token for token in before if "counts" in token.tags or token.kind == "country"]
        people = bool(told) and (told[-1].kind == "country" or "who" in told[-1].tags)
        return people and before[-1].low in ("of whom", "of which") and self._predicated(figure)

    def _is_remaining(self, figure: Figure) -> bool:
        """ "gave no details on the other 55 victims": those of the ones told of before that are left."""
        after = self.tokens[figure.last + 1 : figure.last + 3]
        rest = figure.index > 0 and self.tokens[figure.index - 1].low in ("other", "remaining")
        return rest and not any("act" in token.tags or "receives" in token.tags for token in after)

    def _of_mixed(self, figure: Figure) -> bool:
        """ "gave care to 20 victims and nine dependents, including 12 girls": of both, and no count of victims."""
        if "part" not in self.reading.sentence.tags:
            return False
        for at in range(figure.index - 1, max(0, figure.index - OBJECT_REACH * 2), -1):
            if self.tokens[at].low == "including":
                before = next((f for f in self.earlier(figure) if f.index < at), None)
                near = before is not None and at - before.last < 4 + OBJECT_REACH
                return near and before is not None and "who" in before.tags and "no_victim" in before.tags
            if self.tokens[at].low == ";":
                break
        return False

    def _is_left_over(self, figure: Figure) -> bool:
        """ "did not say which services it gave to the remaining 55 victims": nothing is told of these."""
        if not figure.index or self.tokens[figure.index - 1].low not in ("other", "remaining"):
            return False
        before = self.tokens[max(0, figure.index - THEN_REACH) : figure.index - 1]
        after = self.tokens[figure.last + 1 : figure.last + THEN_REACH]
        served = any("service" in token.tags for token in before) and any("gives" in token.tags for token in before)
        return served or any(token.low == "declined" for token in after)

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
        before = self.tokens[max(0, at - INVOLVED_REACH) : at - 1]
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
        for token_at in range(figure.index - 1, max(-1, figure.index - _LIST_REACH - 1), -1):
            token = self.tokens[token_at]
            if token.low in (":", "—", "–") or (token.low == ";" and self._has_no_verb(figure)):
                return True
            if token.low in ("were", "was"):  # "54 were women, 16 men"
                return True
            described = token.kind == "word" and "who" in self.tokens[token_at + 1].tags
            if token.kind not in ("number", "country") and not described and token.low not in _LISTS:
                if not any(tag in ("who", "exploits") or tag.startswith("type:") for tag in token.tags):
                    return False
        return False

    def _has_no_verb(self, figure: Figure) -> bool:
        """ "…; 14 victims of sex trafficking and two of forced labor;": a statement without a verb of its own."""
        clause = self.reading.clauses[figure.index]
        for at in range(figure.index, min(len(self.tokens), figure.index + SUBJECT_REACH)):
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
            if token.kind == "country" or not DESCRIBES.isdisjoint(token.tags):
                return "act" not in token.tags
        return False

    def _exists(self, figure: Figure) -> bool:
        """ "There were nine victims of forced labor and two of sex trafficking"; nothing else is said of them."""
        clause = self.reading.clauses[figure.index]
        for at in range(figure.index - 1, max(-1, figure.index - THEN_REACH), -1):
            token = self.tokens[at]
            if token.low == "there" and self.tokens[at + 1].low in ("were", "was"):
                return self.reading.clauses[at] == clause
            if "finite" in token.tags:
                return False
        return False

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

    def _then_done(self, figure: Figure, act: Act) -> tuple[str, ...]:
        """What else was done for the same victims: "identified 12 girls and provided care", "… and referred them"."""
        position = bisect_left(self.act_starts, figure.index)
        following = next((act for act in self.acts[position : position + 2] if not act.participle), None)
        if following is None or following.received or following.denied:
            return ()
        brackets = self.reading.brackets
        if brackets[following.start] != figure.bracket:
            return ()
        span = range(figure.last + 1, following.start)
        gap = [self.tokens[at] for at in span if brackets[at] == figure.bracket and self.tokens[at].low != ")"]
        ahead = self.tokens[following.stop : following.stop + OBJECT_REACH]
        ends = next((at for at, token in enumerate(ahead) if token.kind == "mark"), len(ahead))
        relative = len(gap) > 2 and self._which_they(gap)
        if following.form != act.form and not (relative and following.form == "finite"):
            return ()
        joined = relative or any(token.low in ("and", "as well as") for token in gap[-2:])
        also = [token.low for token in gap[-3:]] == ["as", "well", "as"] or (bool(gap) and gap[-1].low == "as well as")
        joined = also or (joined and 0 < len(gap) <= THEN_REACH)
        if not joined or any(token.kind == "number" or actor_tag(token) for token in gap):
            return ()
        them = next((at for at, token in enumerate(ahead[:5]) if token.low == "them"), len(ahead))
        if len(ahead) > 1 and ahead[0].low == "all" and ahead[1].low in ("victims", "of them", "of whom", "of"):
            them = 0  # "and referred all victims to care"
        if following.composite and len(ahead) > 1 and ahead[0].low in ("the", "these", "those", "all"):
            if ahead[1].low == "victims":
                them = 0  # "and gave shelter to the victims"
        if relative:
            return tuple(action for action in following.actions if action not in act.actions)
        reach = them if them < len(ahead) and (following.composite or them < 2) else ends
        others = any(token.kind in ("number", "mark") or "who" in token.tags for token in ahead[:reach])
        if others or not (reach == them or following.composite):
            return ()
        return tuple(action for action in following.actions if action not in act.actions)

    def _fronted(self, figure: Figure) -> Act | None:
        """ "For each of the 30 victims, the ministry arranged care": those for whom something is done stand first."""
        tokens = self.tokens
        if tokens[0].low not in ("for", "to") or figure.index > _FRONT or figure.is_comparison:
            return None
        before = tokens[1 : figure.index]
        if any(token.low not in _EACH for token in before) or figure.last + 1 >= len(tokens):
            return None
        if tokens[figure.last + 1].low != ",":
            return None
        given = next((act for act in self.acts if act.start > figure.last), None)
        if given is None or not given.composite or given.denied or given.possible or given.start - figure.last > _GIVEN:
            return None
        return given

    def _which_they(self, gap: list[Token]) -> bool:
        """ "identified 12 girls, which it reportedly referred to care", "…, to whom they gave shelter"."""
        lows = [token.low for token in gap if not token.low.endswith("ly") and token.low not in ("to", "later", "then")]
        return lows in [[",", which, who] for which in ("which", "whom") for who in ("it", "they")]

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
