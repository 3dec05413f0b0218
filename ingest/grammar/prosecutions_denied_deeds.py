"""Denials of what is done with people and cases: no charges brought, nobody taken to court, no court convicted."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact
from ingest.grammar.clauses import PREPOSITIONS
from ingest.grammar.prosecutions_denied import DeniedObject
from ingest.grammar.prosecutions_denied_nouns import DeniedNouns
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

_BRINGS = word_set(
    "bring brought take taken put send sent refer referred hand handed forward forwarded submit submitted"
)
_FILES = word_set(
    "brought filed pressed laid issued made lodged preferred bring file press lay issue lodge pursued pursue"
)
_FILED = word_set("filed file brought bring lodged lodge")
_HEARD = word_set("adjudicated heard")
_ENDS = word_set("trial justice court courts prosecution judiciary prosecutor prosecutors")
_WHOMEVER = word_set("any anyone anybody a single one")
_REACH = 9


class DeniedDeeds(DeniedNouns):
    """The rows of denials whose verb needs its object to tell a stage."""

    def _deed(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "no charges were filed", "referred no cases to court", "no court convicted a trafficker"."""
        tokens = self.tokens
        stop = self._clause_end(at)
        charges = self._charges_in(at + 1, min(stop, at + 5))
        if charges:
            yield from self._no_charges(at, charges, stop, done)
            return
        cases = self._cases_against(at + 1, stop)
        if cases and at and self._files(at - 1):
            yield from self._no_cases(at, cases, stop, False, done)
            return
        cases = self._bare_cases(at + 1, stop)
        if cases and cases + 2 < self.size and tokens[cases + 1].low in ("were", "was"):
            if not self._files(cases + 2) and tokens[cases + 2].low not in _HEARD:
                return
            yield from self._none_opened(at, cases, cases + 2, stop, False, done)
            return
        if at and ("sends" in tokens[at - 1].tags or tokens[at - 1].low in _BRINGS) and self._counted(at + 1, at + 5):
            end = self._to_court(at + 1, stop)
            if end:
                deed = Stages(at, end, "noun", ("prosecution",), False)
                objects = self._objects(at + 1, end, deed, at + 1)
                yield from self._rows(at - 1, end, deed, objects, at, False, "zero", done)
            return
        group = self._group_in(at + 1, min(stop, at + 5), "finite")
        if group is None or group.passive or not any("actor" in t.tags for t in tokens[at + 1 : group.start]):
            return
        if any("offender" in t.tags for t in tokens[at + 1 : group.start]) or tokens[group.start - 1].low == "official":
            return
        group.negated = True  # "no court convicted a trafficker"
        end = self._object_end(group.stop, stop)
        yield from self._rows(at, end, group, self._objects(group.stop, end, group), at, False, "zero", done)

    def _charges_in(self, start: int, stop: int) -> int:
        """The index of "charges" among tokens[start:stop], 0 if it is not there."""
        for index in range(start, min(stop, self.size)):
            if "charges" in self.tokens[index].tags:
                return index
            if self.tokens[index].kind != "word" or "stage" in self.tokens[index].tags:
                return 0
        return 0

    def _no_charges(self, at: int, charges: int, stop: int, done: set[int]) -> Iterator[Fact]:
        """ "no charges were brought against officials", "filed no charges", "did not press any charges"."""
        tokens = self.tokens
        around = [*tokens[max(0, at - 2) : charges], *tokens[charges + 1 : min(stop, charges + 5)]]
        if not any(token.low in _FILES or "sends" in token.tags or token.low == "against" for token in around):
            return
        if any(token.low in ("civil", "administrative", "disciplinary") for token in tokens[at + 1 : charges]):
            return
        end = self._object_end(charges + 1, stop)
        group = Stages(charges, charges + 1, "noun", ("prosecution",), False)
        objects = self._objects(charges + 1, end, group, at + 1)
        yield from self._rows(at, end, group, objects, at, False, "zero", done)

    def _not_brought(self, at: int, verb: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        """ "did not bring a single trafficker to justice", "has not sent any cases to court", "filed no charges"."""
        tokens = self.tokens
        charges = self._charges_in(verb + 1, min(stop, verb + 5))
        if charges and tokens[verb].low in _FILES:
            yield from self._no_charges(at, charges, stop, done)
            return
        cases = self._cases_against(verb + 1, stop)
        if cases and self._files(verb):
            yield from self._no_cases(at, cases, stop, open_ended, done)
            return
        cases = self._bare_cases(verb + 1, stop)
        if cases and self._files(verb) and (tokens[verb].low in _FILED or self._named_before(at)):
            yield from self._none_opened(at, cases, verb, stop, open_ended, done)
            return
        following = tokens[verb + 1].low if verb + 1 < stop else ""
        end = self._to_court(verb + 1, stop) if following in _WHOMEVER and tokens[verb].low in _BRINGS else 0
        if end:
            group = Stages(verb, end, "base", ("prosecution",), False)
            objects = self._objects(verb + 1, end, group)
            yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)

    def _cases_against(self, start: int, stop: int) -> int:
        """The index of "cases" in "any new cases against", 0 if it is not there."""
        for index in range(start, min(stop - 1, start + 4)):
            if self.tokens[index].low in ("cases", "case") and self.tokens[index + 1].low == "against":
                return index
        return 0

    def _bare_cases(self, start: int, stop: int) -> int:
        """The index of "cases" in "any new trafficking cases", 0 if another noun stands before it."""
        for index in range(start, min(stop, start + 5)):
            token = self.tokens[index]
            if token.low == "cases":
                return index
            if token.kind not in ("word", "country") or "stage" in token.tags or "counts" in token.tags:
                return 0
            if token.low in PREPOSITIONS:
                return 0
        return 0

    def _named_before(self, at: int) -> bool:
        """Do the police, prosecutors or the authorities stand before a denial as those who open cases?"""
        return any("government" in token.tags and "actor" in token.tags for token in self.tokens[max(0, at - 5) : at])

    def _none_opened(
        self, at: int, cases: int, verb: int, stop: int, open_ended: bool, done: set[int]
    ) -> Iterator[Fact]:
        """ "no cases were opened", "prosecutors did not initiate any new cases": of the stage of who opens them."""
        tokens = self.tokens
        subject = tokens[max(0, at - 5) : at]
        courts = any(t.low.startswith("prosecut") or t.low in ("courts", "court", "judges") for t in subject)
        against = any(token.low == "against" for token in tokens[max(cases, verb) + 1 : max(cases, verb) + 3])
        tried = against or tokens[verb].low in _FILED or tokens[verb].low in _HEARD
        stage = "prosecution" if courts or tried else "investigation"
        end = self._object_end(max(cases, verb) + 1, stop)
        group = Stages(cases, cases + 1, "noun", (stage,), False)
        objects = self._objects(cases, end, group, at + 1)
        yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)

    def _files(self, at: int) -> bool:
        """A verb that brings or opens a case."""
        token = self.tokens[at]
        return (token.low in _FILES or "opens" in token.tags) and token.low not in ("made", "make", "making")

    def _no_cases(self, at: int, cases: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        """ "brought no cases against officials", "did not initiate any new cases against officials"."""
        end = self._object_end(cases + 2, stop)
        group = Stages(cases, cases + 1, "noun", ("prosecution",), False)
        objects = self._objects(cases, end, group, at + 1)
        yield from self._rows(at, end, group, objects, at, open_ended, "zero", done)

    def _to_court(self, start: int, stop: int) -> int:
        """The index behind "to court", "to justice", "on trial" or "for prosecution" in tokens[start:stop], or 0."""
        tokens = self.tokens
        for index in range(start, min(stop, start + _REACH)):
            if tokens[index].low in ("on trial", "to trial", "under arrest"):
                return index + 1
            if tokens[index].low in ("to", "on", "for", "before"):
                for ahead in range(index + 1, min(stop, index + 4)):
                    if "sends_to" in tokens[ahead].tags or tokens[ahead].low in _ENDS:
                        return ahead + 1
        return 0

    def _without(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "another year without a conviction", "without prosecuting anyone", "without bringing anyone to trial"."""
        tokens = self.tokens
        stop = self._clause_end(at)
        if at + 2 < stop and tokens[at + 1].low in ("bringing", "taking", "putting", "sending"):
            end = self._to_court(at + 2, stop) if tokens[at + 2].low in _WHOMEVER else 0
            if end:
                deed = Stages(at + 1, end, "gerund", ("prosecution",), False)
                item = DeniedObject("person", self._subject_before(at), "all", "total")
                yield from self._rows(at, end, deed, [item], at, False, "zero", done)
            return
        group = next((g for g in self.groups if at < g.start <= at + 4), None)
        if group is None:
            return
        gap = [token.low for token in tokens[at + 1 : group.start]]
        end = self._object_end(group.stop, stop)
        objects = self._objects(group.stop, end, group, at + 1)
        if group.form == "gerund" and group.start == at + 1:
            if group.stop >= stop or tokens[group.stop].low not in _WHOMEVER:
                return  # "detained women without charging them"
            for item in objects:
                item.subject = self._subject_before(at) if item.subject == "traffickers" else item.subject
        elif group.form != "noun" or not (
            gap[:2] == ["a", "single"]
            or (gap[:1] == ["a"] and any("year" in token.low for token in tokens[max(0, at - 6) : at]))
        ):
            return
        group.negated = True
        yield from self._rows(at, end, group, objects, at, False, "zero", done)

    def _subject_before(self, at: int) -> str:
        """Of whom the words before a denial speak, where its object is only "anyone" or "them"."""
        people = [f for f in self.reading.figures if f.index < at and "person" in f.tags and "victim" not in f.tags]
        return "officials" if people and "official" in people[-1].tags else "traffickers"
