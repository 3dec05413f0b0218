"""What a sentence says did not happen, or was not reported: rows of status `zero` and `not_reported`."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact, Token
from ingest.grammar.clauses import PREPOSITIONS, type_of
from ingest.grammar.prosecutions_denial_rows import FRUITFUL
from ingest.grammar.prosecutions_denied import DEFINITE
from ingest.grammar.prosecutions_denied_deeds import DeniedDeeds
from ingest.grammar.prosecutions_denied_nouns import is_adverb
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

# Work done, but not well: "did not adequately investigate" states no zero.
_DEGREES = word_set(
    "adequately effectively fully sufficiently consistently systematically vigorously always routinely"
    " regularly proactively properly thoroughly seriously aggressively significantly actively appropriately"
    " publicly explicitly otherwise generally often usually necessarily completely comprehensively rigorously"
    " uniformly specifically formally promptly diligently frequently sufficient only"
) - {"otherwise", "formally", "specifically", "publicly"}
_BARELY = word_set("actively proactively")
# "did not conduct proactive investigations" denies the adjective, not the investigations.
_VAGUE = word_set(
    "the these those more enough proactive adequate sufficient thorough effective significant timely proper"
    " vigorous serious comprehensive systematic intelligence-based joint further such many"
)


# Words between a negation and its verb: "has not as yet even been".
_PASSED = word_set("to also been yet even or ever otherwise not as so far thus still once")
# What befalls data that a report does not have.
_KEPT = word_set(
    "released reported provided published known obtained disclosed compiled collected kept maintained shared"
)
_KEPT |= {"available", "public", "supplied", "furnished"}
_STAYS = word_set("was were is are remained remains")
_DATA_REACH = 16
# Verbs that tell, where data or a number is their object.
_TELLS = word_set("furnish supply specify offer give say reveal divulge indicate make have keep kept track made had")
_TELLS |= {"make available"}
# What is looked into and is no case: "did not investigate whether women were forced".
_ASKED = word_set("threats whether how why if indicators indications signs")
# Verbs that take the stage for what was not done: "did not succeed in convicting anyone".
_LIGHT = word_set("succeed manage managed succeeded able begin begun proceed go bother attempt try seek move act dare")


class Denials(DeniedDeeds):
    """The rows of a sentence that deny: one for each stage and object."""

    def facts(self) -> Iterator[Fact]:
        """Facts in text order; marks the stage groups that a negation governs, so that nothing counts there."""
        done: set[int] = set()
        for at, token in enumerate(self.tokens):
            if ("neg" not in token.tags and token.low not in ("zero", "unknown")) or token.kind == "number":
                continue
            if self.reading.segments[at] in self.reading.comparing and token.low in ("no", "none", "zero"):
                continue  # "compared with none": an earlier figure
            yield from self._denied(at, token, done)

    def _denied(self, at: int, token: Token, done: set[int]) -> Iterator[Fact]:
        low, tags = token.low, token.tags
        after = self._group_at(at + 1)
        if low in ("no", "zero") or (low == "not" and self._is_single(at + 1)):
            told = len(done)
            yield from self._deed(at, done)
            if len(done) == told:
                yield from self._no(at, done)
        elif low == "absence of" or (low == "neither" and after is not None and after.form == "noun"):
            yield from self._nouns_missed(at, done)
        elif low == "unknown":
            if at and self.tokens[at - 1].low in _STAYS:
                yield from self._unavailable(at, done)
        elif (
            low == "unavailable"
            or (at + 1 < self.size and self.tokens[at + 1].low == "available")
            or self._is_withheld(at)
        ):
            yield from self._unavailable(at, done)
        elif low == "neither" and after is not None:
            yield from self._verb(at, token, done)
        elif low == "neither" and (verb := self._neither_reported(at)):
            yield from self._not_reported(at, verb, self._clause_end(at), False, done)
        elif low in ("none", "no one", "nobody", "neither") or "pronoun" in tags:
            yield from self._none_were(at, done)
        elif low == "without":
            yield from self._without(at, done)
        else:
            yield from self._verb(at, token, done)

    def _neither_reported(self, at: int) -> int:
        """ "neither the police nor the courts reported any investigations": the index of the verb, or 0."""
        tokens = self.tokens
        if not any("actor" in token.tags for token in tokens[at + 1 : at + 4]):
            return 0
        for index in range(at + 2, min(self._clause_end(at), at + 12)):
            if "reports" in tokens[index].tags:
                return index
        return 0

    def _is_withheld(self, at: int) -> bool:
        """ "data on convictions were not released", "the number of arrests could not be obtained"."""
        if at + 1 < self.size and self.tokens[at + 1].low == "available":
            return True
        if "aux" not in self.tokens[at].tags or at + 1 >= self.size:
            return False
        verb = at + 1 + (self.tokens[at + 1].low in ("be", "been", "made"))
        if verb >= self.size or self.tokens[verb].low not in _KEPT:
            return False
        told = any("data" in t.tags or t.low == "number" for t in self.tokens[max(0, at - _DATA_REACH) : at])
        return told and not any("stage" in token.tags for token in self.tokens[verb + 1 : self._clause_end(at)])

    def _denies_any(self, first: int, stop: int) -> bool:
        """ "has not actively investigated or prosecuted any cases": not any case, whatever the adverb."""
        return any(token.low == "any" for token in self.tokens[first + 1 : min(stop, first + 6)])

    def _verb(self, at: int, token: Token, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        stop = self._clause_end(at)
        fails = "fail" in token.tags
        open_ended = "never" in token.tags or "yet" in token.low or token.low == "never"
        first = at + 1
        while first < stop and (
            tokens[first].kind != "word"
            or is_adverb(tokens[first])
            or tokens[first].low in _PASSED
            or (
                token.low == "nor"
                and (tokens[first].low in ("did", "it", "they", "has", "have") or "actor" in tokens[first].tags)
            )
        ):
            if tokens[first].low in _DEGREES and not (tokens[first].low in _BARELY and self._denies_any(first, stop)):
                return
            first += 1
        if first >= stop:
            return
        verb = tokens[first]
        if token.low == "declined to" and "reports" not in verb.tags:
            return  # "declined to prosecute a case": one case, and no zero
        group = self._group_at(first)
        if verb.low in ("a", "an", "any") and (tokens[first - 1].low == "been" or first == at + 1):
            group = self._group_in(first, min(stop, first + 5), "noun")  # "there has never been a conviction"
            if group is not None:
                group.negated = True
                end = self._object_end(group.stop, stop)
                objects = self._objects(group.stop, end, group, first)
                yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)
            return
        if group is not None and group.form in ("base", "gerund", "finite") and first == group.start:
            yield from self._stage_verb(at, group, stop, open_ended, done)
            return
        if group is not None and group.form == "noun" and token.low in ("not", "nor") and not fails:
            return
        if verb.low in _LIGHT:
            light = next(
                (g for g in self.groups if first < g.start <= first + 2 and g.form in ("base", "gerund")), None
            )
            if light is not None:
                yield from self._stage_verb(at, light, stop, open_ended, done)
                return
        told = len(done)
        yield from self._not_brought(at, first, stop, open_ended, done)
        if len(done) > told:
            return
        numbered = any(t.low in ("number", "how") for t in tokens[first + 1 : min(stop, first + 4)])
        recorded = verb.low in ("record", "recorded", "register", "registered") and not numbered
        if recorded and any(t.low in ("any", "single") for t in tokens[first + 1 : min(stop, first + 3)]):
            yield from self._fruitless(at, first, stop, open_ended, done)  # "has not recorded a single conviction"
            return
        if (
            "reports" in verb.tags
            or (verb.low in _TELLS and (numbered or self._data_in(first, min(stop, first + 6))))
            or verb.low == "known"
            or (verb.low == "track" and self._group_at(first + 1) is not None)
        ):
            yield from self._not_reported(at, first, stop, open_ended, done)
            return
        if verb.low in ("use", "used", "apply", "applied", "invoke", "invoked") and self._uses_for(first, stop):
            yield from self._efforts(at, first, stop, open_ended, done)
            return
        if (
            verb.low in FRUITFUL
            or "obtains" in verb.tags
            or (
                verb.low in ("pursue", "pursued")
                and (
                    first + 1 < stop
                    and tokens[first + 1].low in ("any", "a", "criminal charges", "charges", "prosecutions")
                )
            )
        ):
            if verb.low in ("record", "recorded") and at and tokens[at - 1].low in ("that", "which"):
                return  # "a system that did not record convictions"
            if self._effort_in(first + 1, min(stop, first + 7)):
                yield from self._efforts(at, first, stop, open_ended, done)
                return
            yield from self._fruitless(at, first, stop, open_ended, done)
            return
        yield from self._joined(at, first, stop, open_ended, done)

    def _stage_verb(self, at: int, group: Stages, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        group.negated = True
        if self._is_definite(group.stop) or (group.stop < self.size and tokens[group.stop].low in _ASKED):
            return
        if "report" in tokens[at].low:
            return
        shared = at > 0 and tokens[at].low == "not" and tokens[at - 1].low in ("but", "and") and group.form == "finite"
        passive = group.passive or shared or tokens[at].low in ("was not", "were not", "is not", "are not")
        end = self._object_end(group.stop, stop)
        if passive:
            begin = self._subject_start(at)
            if any(t.low in DEFINITE or t.low in ("a", "an") or t.kind == "number" for t in tokens[begin:at][:2]):
                return
            if self._spares_victims(begin, at, group):
                return
            objects = self._objects(begin, at, group)
            yield from self._rows(begin, group.stop, group, objects, at, open_ended, "zero", done)
            return
        if not self._spares_victims(group.stop, end, group):
            objects = self._objects(group.stop, end, group)
            yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)
        yield from self._joined(at, group.stop, stop, open_ended, done, form=group.form)

    def _joined(
        self, at: int, first: int, stop: int, open_ended: bool, done: set[int], form: str | None = None
    ) -> Iterator[Fact]:
        """Further verbs under the same negation: "did not identify victims or prosecute traffickers"."""
        tokens = self.tokens
        for group in self.groups:
            if not first <= group.start < stop or id(group) in done:
                continue
            before = tokens[group.start - 1]
            if (
                (group.form == "base" or (group.form == "finite" and self._of_any(group.stop)))
                and (
                    before.low in ("or", "nor", ",")
                    or (before.kind == "word" and is_adverb(before) and (tokens[group.start - 2].low in ("or", "nor")))
                )
                and before.low not in _DEGREES
                and (form in (None, group.form))
            ):
                if before.low == "," and not self._list_goes_on(group.stop):
                    continue
                group.negated = True
                if self._is_definite(group.stop):
                    continue
                end = self._object_end(group.stop, stop)
                if self._spares_victims(group.stop, end, group):
                    continue
                yield from self._rows(
                    at,
                    end,
                    group,
                    self._objects(group.stop, end, group),
                    at,
                    open_ended,
                    "zero",
                    done,
                    quote_first=group.start - (before.low != ","),
                )
            elif (
                group.form == "noun"
                and any(t.low in FRUITFUL for t in tokens[max(first, group.start - 5) : group.start])
                and any(t.low in ("or", "nor") for t in tokens[max(first, group.start - 7) : group.start])
            ):
                group.negated = True
                end = self._object_end(group.stop, stop)
                yield from self._rows(
                    at, end, group, self._objects(group.stop, end, group), at, open_ended, "zero", done
                )
        for index in range(first, stop):
            if "reports" in tokens[index].tags and tokens[index - 1].low in ("or", "nor"):
                yield from self._not_reported(at, index, stop, open_ended, done)
                return

    def _of_any(self, at: int) -> bool:
        """ "…, prosecuted or convicted any offenders": only a negation before lets "any" stand there."""
        return any(token.low in ("any", "anyone", "anybody") for token in self.tokens[at : at + 2])

    def _list_goes_on(self, at: int) -> bool:
        return self._of_any(at) or any(token.low in ("or", "nor") for token in self.tokens[at : at + 8])

    def _fruitless(self, at: int, first: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        """ "did not initiate any prosecutions", "has not led to arrests", "has yet to produce a conviction"."""
        tokens = self.tokens
        for group in self.groups:
            if not first < group.start < stop:
                continue
            if group.form != "noun":
                return
            gap = tokens[first + 1 : group.start]
            if len(gap) > 9 or any(t.low in PREPOSITIONS - {"to", "in"} or "finite" in t.tags for t in gap):
                return
            if any(t.low in _VAGUE for t in gap):
                return
            group.negated = True
            end = self._object_end(group.stop, stop)
            objects = self._objects(group.stop, end, group, first + 1)
            if "obtains" in tokens[first].tags and len(objects) == 1 and objects[0].trafficking_type == "all":
                # "the prostitution of children has not led to arrests"
                objects[0].trafficking_type = type_of(tokens, self._subject_start(at), at) or "all"
            yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)
            yield from self._joined(at, group.stop, stop, open_ended, done)
            return

    def _uses_for(self, first: int, stop: int) -> bool:
        """ "failed to use the law to prosecute any traffickers"."""
        for group in self.groups:
            if first < group.start < stop:
                return group.form == "base" and any(
                    t.low in ("any", "anyone", "anybody") for t in self.tokens[group.stop : group.stop + 3]
                )
        return False
