"""What a sentence says did not happen, or was not reported: rows of status `zero` and `not_reported`."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact, Token
from ingest.grammar.clauses import PREPOSITIONS, type_of
from ingest.grammar.prosecutions_denial_rows import FRUITFUL, DenialRows
from ingest.grammar.prosecutions_denied import DEFINITE, DeniedObject
from ingest.grammar.prosecutions_stages import Stages, subject_of
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


class Denials(DenialRows):
    """The rows of a sentence that deny: one for each stage and object."""

    def facts(self) -> Iterator[Fact]:
        """Facts in text order; marks the stage groups that a negation governs, so that nothing counts there."""
        done: set[int] = set()
        for at, token in enumerate(self.tokens):
            if ("neg" not in token.tags and token.low != "zero") or token.kind == "number":
                continue
            if self.reading.segments[at] in self.reading.comparing and token.low in ("no", "none", "zero"):
                continue  # "compared with none": an earlier figure
            yield from self._denied(at, token, done)

    def _denied(self, at: int, token: Token, done: set[int]) -> Iterator[Fact]:
        low, tags = token.low, token.tags
        after = self._group_at(at + 1)
        if low in ("no", "zero") or (low == "not" and self._is_single(at + 1)):
            yield from self._no(at, done)
        elif low == "absence of" or (low == "neither" and after is not None and after.form == "noun"):
            yield from self._nouns_missed(at, done)
        elif low == "unavailable" or (at + 1 < self.size and self.tokens[at + 1].low == "available"):
            yield from self._unavailable(at, done)
        elif low == "neither" and after is not None:
            yield from self._verb(at, token, done)
        elif low in ("none", "no one", "nobody", "neither") or "pronoun" in tags:
            yield from self._none_were(at, done)
        elif low == "without":
            return
        else:
            yield from self._verb(at, token, done)

    def _denies_any(self, first: int, stop: int) -> bool:
        """ "has not actively investigated or prosecuted any cases": not any case, whatever the adverb."""
        return any(token.low == "any" for token in self.tokens[first + 1 : min(stop, first + 6)])

    def _is_single(self, at: int) -> bool:
        """ "not a single trafficker was convicted"."""
        return at + 1 < self.size and self.tokens[at].low in ("a", "one") and self.tokens[at + 1].low == "single"

    def _nouns_missed(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "the absence of prosecutions for forced labor", "neither arrests nor convictions were reported"."""
        stop = self._clause_end(at)
        group = self._group_in(at + 1, min(stop, at + 5), "noun")
        if group is None or (group.stop < self.size and self.tokens[group.stop].low.endswith("ing")):
            return  # "the absence of convictions resulting solely in fines"
        group.negated = True
        end = self._object_end(group.stop, stop)
        yield from self._rows(at, end, group, self._objects(group.stop, end, group, at + 1), at, False, "zero", done)

    def _verb(self, at: int, token: Token, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        stop = self._clause_end(at)
        fails = "fail" in token.tags
        open_ended = "never" in token.tags or "yet" in token.low or token.low == "never"
        first = at + 1
        while first < stop and (
            tokens[first].kind != "word"
            or _is_adverb(tokens[first])
            or tokens[first].low in ("to", "also", "been", "yet", "even", "or", "ever", "otherwise", "not")
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
        group = self._group_at(first)
        if verb.low in ("a", "an", "any") and tokens[first - 1].low == "been":
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
        if "reports" in verb.tags or (
            verb.low in ("keep", "kept", "track", "make", "have", "made", "had")
            and (self._data_in(first, min(stop, first + 6)))
        ):
            yield from self._not_reported(at, first, stop, open_ended, done)
            return
        if verb.low == "use" and self._uses_for(first, stop):
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
        if self._is_definite(group.stop):
            return
        if "report" in tokens[at].low:
            return
        passive = group.passive or tokens[at].low in ("was not", "were not", "is not", "are not")
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
            if not first <= group.start < stop or id(group) in done or group.form not in ("base", "noun", "gerund"):
                continue
            before = tokens[group.start - 1]
            if (
                group.form == "base"
                and (
                    before.low in ("or", "nor", ",")
                    or (before.kind == "word" and _is_adverb(before) and (tokens[group.start - 2].low in ("or", "nor")))
                )
                and before.low not in _DEGREES
                and (form in (None, "base"))
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
                    quote_first=group.start - 1,
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

    def _list_goes_on(self, at: int) -> bool:
        return any(token.low in ("or", "nor") for token in self.tokens[at : at + 8])

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

    def _efforts(self, at: int, first: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        """ "made no efforts to investigate", "did not make efforts to prosecute or convict"."""
        tokens = self.tokens
        if any(
            "undercounts" in t.tags or t.low in ("enough", "significant", "vigorous") for t in tokens[first : first + 4]
        ):
            return
        for group in self.groups:
            if not first < group.start < stop:
                continue
            link = tokens[group.start - 1].low
            if (group.form == "base" and (link in ("to", "or", "and", ",") or _is_adverb(tokens[group.start - 1]))) or (
                group.form == "gerund" and link in ("in", "at", "toward", "towards", "of")
            ):
                group.negated = True
                if self._is_definite(group.stop):
                    return
                end = self._object_end(group.stop, stop)
                yield from self._rows(
                    at, end, group, self._objects(group.stop, end, group), at, open_ended, "zero", done
                )
                return
            if group.form == "base":
                return

    def _uses_for(self, first: int, stop: int) -> bool:
        """ "failed to use the law to prosecute any traffickers"."""
        for group in self.groups:
            if first < group.start < stop:
                return group.form == "base" and any(t.low == "any" for t in self.tokens[group.stop : group.stop + 3])
        return False

    def _no(self, at: int, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        stop = self._clause_end(at)
        head = self._phrase_end(at + 1, stop)
        # "no data on convictions", "no information about prosecutions"
        if self._data_in(at + 1, min(stop, at + 5)):
            if not any("undercounts" in t.tags for t in tokens[at + 1 : at + 4]):
                yield from self._not_reported(at, at, stop, False, done)
            return
        if self._effort_in(at + 1, min(stop, at + 5)):
            yield from self._efforts(at, at, stop, False, done)
            return
        group = self._group_in(at + 1, min(head + 1, stop), "noun")
        if group is not None:
            if tokens[group.start].low == "under investigation":
                return
            group.negated = True
            end = self._object_end(group.stop, stop)
            objects = self._objects(group.stop, end, group, at + 1)
            begin = self._verb_before(at)
            yield from self._rows(begin, max(end, group.stop), group, objects, at, False, "zero", done)
            yield from self._more_nouns(at, group.stop, stop, done)
            return
        reports = next(
            (i for i in range(at + 1, min(stop, at + 5)) if tokens[i].low in ("reports", "report", "reported")), None
        )
        if reports is not None:
            group = self._group_in(reports + 1, min(stop, reports + 6), "noun") or self._group_in(
                reports + 1, min(stop, reports + 5), "gerund"
            )
            if group is not None:
                group.negated = True
                end = self._object_end(group.stop, stop)
                yield from self._rows(at, end, group, self._objects(group.stop, end, group), at, False, "zero", done)
            return
        if not self._counted(at + 1, head + 1):
            return
        # "no traffickers were convicted"
        passive = self._passive_in(head + 1, stop)
        if passive is not None:
            passive.negated = True
            objects = self._objects(at + 1, passive.start, passive, at + 1)
            for item in objects:
                if item.trafficking_type == "all":
                    item.trafficking_type = type_of(tokens, passive.stop, min(stop, passive.stop + 10)) or "all"
            yield from self._rows(at, passive.stop, passive, objects, at, False, "zero", done)
            return
        # "convicted no traffickers"
        group = self._active_before(at)
        if group is not None:
            end = self._object_end(head + 1, stop)
            yield from self._rows(
                group.start,
                max(end, head + 1),
                group,
                self._objects(at + 1, end, group, at + 1),
                at,
                False,
                "zero",
                done,
            )

    def _more_nouns(self, at: int, first: int, stop: int, done: set[int]) -> Iterator[Fact]:
        """ "no arrests or new convictions": the second noun is under the same "no"."""
        tokens = self.tokens
        for group in self.groups:
            if first <= group.start < stop and group.form == "noun" and id(group) not in done:
                gap = [t.low for t in tokens[first : group.start]]
                if gap and gap[0] in ("or", ",") and len(gap) <= 3 and not any(low in PREPOSITIONS for low in gap):
                    group.negated = True
                    end = self._object_end(group.stop, stop)
                    yield from self._rows(
                        at, end, group, self._objects(group.stop, end, group), at, False, "zero", done
                    )
                return

    def _none_were(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "none of them were prosecuted", "no one was convicted"."""
        tokens = self.tokens
        stop = self._clause_end(at)
        group = self._passive_in(at + 1, min(stop, at + 14))
        if group is not None:
            group.negated = True
            item = DeniedObject(
                "person", subject_of(tokens, at, group.start), type_of(tokens, at, stop) or "all", "total"
            )
            if any("case" in t.tags and "counts" in t.tags for t in tokens[at : group.start]):
                item.unit = "case"
            people = [f for f in self.reading.figures if f.index < at and f.kind == "number" and "person" in f.tags]
            if people and subject_of(tokens, people[-1].first, people[-1].last + 1) == "officials":
                item.subject = "officials"  # "14 officials; none was prosecuted"
            yield from self._rows(at, group.stop, group, [item], at, False, "zero", done)
            return
        led = next((i for i in range(at + 1, min(stop, at + 9)) if "obtains" in tokens[i].tags), None)
        group = self._group_in(led + 1, min(stop, led + 5), "noun") if led is not None else None
        if led is not None and group is not None:  # "none of these cases resulted in convictions"
            group.negated = True
            end = self._object_end(group.stop, stop)
            yield from self._rows(
                at, end, group, self._objects(group.stop, end, group, led + 1), at, False, "zero", done
            )
            return
        group = self._active_before(at)
        if group is not None and group.stop >= at - 1:
            yield from self._rows(
                group.start,
                at + 1,
                group,
                [DeniedObject("person", "traffickers", "all", "total")],
                at,
                False,
                "zero",
                done,
            )


def _is_adverb(token: Token) -> bool:
    return token.kind == "word" and token.low.endswith("ly") and token.low not in ("family", "only")
