"""Counts of investigations, arrests, prosecutions, convictions and acquittals that a sentence states as numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact
from ingest.grammar.clauses import Figure, Reading, type_of
from ingest.grammar.prosecutions_facts import TABLE, Wholes, quote_span
from ingest.grammar.prosecutions_governing import unit_of
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import Stages, case_status_of, is_foreign, other_crime, subject_of
from ingest.grammar.prosecutions_types import share_types
from ingest.vocabulary.words import word_set

# "declined to prosecute 12": verbs before an infinitive that leave it undone.
_REQUESTED = word_set("requested requesting sought seeking demanded ordered urged")
# What befalls people, and no cases.
_OF_PEOPLE = frozenset({"conviction", "arrest", "acquittal"})
_STATES = frozenset({"under investigation", "on trial", "under trial"})
_STAYS = word_set("remained remain remains still")
_UNDONE = word_set(
    "declined refused plans planned intends intended hopes hoped vowed seeking decided failed pledged promised"
)


class Counter(Wholes):
    """Assigns the figures of one sentence to stages. `carried` is the count that the sentence before ended with."""

    def __init__(
        self,
        reading: Reading,
        groups: list[Stages],
        carried: Count | None,
        country_code: str = "",
        articles: dict[str, str] | None = None,
    ) -> None:
        super().__init__(reading, groups, carried)
        self.country_code = country_code
        self.articles = articles or {}

    def facts(self) -> Iterator[Fact]:
        """One fact for each figure and stage, in text order."""
        counted = [figure for figure in self.reading.figures if self._resolve(figure) is not None]
        share_types(self.reading, counted, self.articles)
        for figure in counted:
            count = self._resolve(figure)
            if count is not None and figure.scope == "part" and figure.own_type is None:
                self._change_stage(figure, count)
            # "any" is for the denial that governs it.
            if count is not None and (figure.kind != "none" or (figure.is_comparison and figure.token.low != "any")):
                yield from self._facts_of(figure, count)
        yield from self._later_stages()

    def _later_stages(self) -> Iterator[Fact]:
        """ "four traffickers, following their conviction in the previous year": the same people, another stage."""
        tokens = self.tokens
        for group in self.groups:
            before = tokens[group.start - 1].low if group.start else ""
            if group.form != "noun" or before not in ("their", "whose", "his", "her") or group.stop + 1 >= len(tokens):
                continue
            period = next((t for t in tokens[group.stop : group.stop + 3] if t.kind == "period"), None)
            people = [
                f for f in self.reading.figures if f.index < group.start and "person" in f.tags and f.kind == "number"
            ]
            if period is None or not people or "victim" in people[-1].tags or group.start - people[-1].last > 12:
                continue
            figure = people[-1]
            start, end = quote_span(tokens, figure.first, group.stop, figure)
            for stage in group.names:
                yield Fact(
                    TABLE,
                    "prosecutions.their_stage",
                    start,
                    end,
                    {
                        **figure.number.columns(),
                        "stage": stage,
                        "unit": "person",
                        "data_year": period.value.year,
                        "period_type": period.value.period_type,
                        "trafficking_type": figure.trafficking_type,
                        "subject": self._subject(figure),
                    },
                    (figure.token.start,),
                )

    def last(self) -> Count | None:
        """The count that a following "Of these, …" or "This compared with …" goes back to."""
        mains = [f for f in self.reading.figures if id(f) in self.counts and not f.is_comparison]
        totals = [f for f in mains if f.scope == "total" and not f.bracket] or mains
        return self.counts[id(totals[-1])] if totals else None

    def _count(self, figure: Figure) -> Count | None:
        tokens = self.tokens
        if figure.head is not None and "victim" in figure.tags and "person" not in figure.tags:
            return None
        if other_crime(tokens, figure.first, figure.tail + 1) and not self._typed(figure):
            return None
        after = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
        if figure.kind == "article" and after == "to" and figure.first and tokens[figure.first - 1].low == "for":
            return None  # "it takes three years for a case to reach trial"
        if self._is_undone(figure) or self._is_of_another_deed(figure):
            return None
        if figure.head is None and figure.kind == "number" and self._counts_other_things(figure):
            return None
        if (
            figure.last + 2 < len(tokens)
            and tokens[figure.last + 1].low in ("more", "fewer", "less")
            and (tokens[figure.last + 2].low == "than")
        ):  # "111 more than in 2010" is a difference
            return None
        if figure.kind == "number" and (
            (figure.number.value == 1 and figure.first and tokens[figure.first - 1].low == "not")
            or self._denied(figure.first)
            or self._is_sentenced(figure)
            or self._is_year(figure)
            or self._is_excepted(figure)
        ):
            return None
        if "verdict" in self.reading.sentence.tags and figure.kind == "number":
            guilty = self._found_guilty(figure, self._unit(figure))
            if guilty is not None:
                return guilty
        if figure.bracket and figure.is_comparison and "respectively" in self.reading.sentence.words:
            if figure.head is None and figure.base is not None and not figure.base.bracket:
                return self._left_out(figure)  # "tried two cases and convicted three (11 and four, respectively, …)"
        ends = figure.whole is not None or self._is_case_of(figure)
        if "hears" in self.reading.sentence.tags and (heard := self._heard(figure, self._unit(figure))) is not None:
            return heard
        came_to = self._ended_in(figure, self._unit(figure)) if ends else None
        count = came_to or self._by_noun(figure) or self._by_verb(figure)
        if count is None and figure.kind != "article":
            count = self._determined(figure) or self._left_out(figure) or self._were_dropped(figure)
            count = count or self._split_behind(figure) or self._retold(figure)
        if count is not None and self._is_planned(count, figure):
            return None
        return count

    def _by_noun(self, figure: Figure) -> Count | None:
        """The counted noun is a stage, or one stands in its phrase: "22 investigations", "16 prosecution cases"."""
        if figure.head is None:
            return None
        tokens = self.tokens
        group = self._noun_group(figure)
        if group is None:
            return None
        if figure.kind == "article" and not self._counts_one_noun(figure, group):
            return None
        if self._is_of_victims(figure) or self._is_foreign_work(figure):
            return None
        if figure.kind == "none":
            return Count(group.names, "unspecified", "new", "traffickers", "left_out", figure.first, group.stop - 1)
        unit = "unspecified"
        if group.stop - 1 < figure.head:
            unit = unit_of(figure.tags)
        elif tokens[group.start - 1].low == "case" and figure.index < group.start - 1:
            unit = "case"  # "18 case investigations"
        if unit == "person" and "noun" not in figure.tags and group.form != "noun":
            return None
        names = group.names
        if figure.head < group.start:
            return None
        if len(names) > 1 and figure.own_type is None:
            figure.own_type = _type_after(self.reading, group.stop)
        status = self._noun_status(figure)
        stop = max(figure.tail, group.stop)
        subject = subject_of(tokens, figure.first, stop)
        rule = "counts_one" if figure.kind == "article" else "stage_noun"
        return Count(names, unit, status, subject, rule, figure.first, max(figure.last, group.stop - 1))

    def _by_verb(self, figure: Figure) -> Count | None:
        """The stage is in a verb: active before the figure, passive after it, or a participle close behind it."""
        tokens = self.tokens
        unit = self._unit(figure)
        known = figure.head is not None
        if known and unit == "unspecified":
            return None  # a stage is counted as a noun, and other things have no stage
        told = self._whom_active(figure) or self._in_some(figure) or self._dropped(figure, unit) or self._caught(figure)
        if told is not None:
            return told
        if not self.groups:  # no verb of a stage: only what was done with the case can tell
            return self._by_other_words(figure, unit)
        passive = self._passive_after(figure)
        if (
            passive is not None
            and not self._is_in_deed(figure)
            and passive.start > figure.last
            and not (self._relative_between(figure.last, passive.start) and tokens[passive.start - 2].low == "had")
        ):
            if not known and self._reduced(figure) and figure.base is None:
                unit, figure.scope = "person", "total"  # "ten of those arrested have been charged"
            if not known and unit == "unspecified" and not _OF_PEOPLE.isdisjoint(passive.names):
                unit = "person"  # "at least two have been convicted"
            made = self._made(figure, passive, unit, "number_verb", passive.stop - 1)
            return self._with_verdict(made, passive)
        left = None if self._starts_predicate(figure) else self._active_before(figure)
        crossed = left is not None and any(
            True for other in self.reading.between(left.stop - 1, figure.first) if other.kind == "number"
        )
        participle = self._participle_after(figure)
        if participle is not None and unit == "person" and (waiting := self._awaits(figure, participle)) is not None:
            return waiting
        if participle is not None and (left is None or crossed or not known):
            return self._made(figure, participle, unit, "number_verb", participle.stop - 1)
        if left is not None and self._is_object(figure, left):
            if unit == "unspecified" and not known:
                unknown = self._unknown_unit(figure, left)
                if unknown is None:
                    return None
                unit = unknown
            if not known and unit != "person" and left.form != "noun" and self._is_of_men(figure, left):
                unit = "person"
            self._inherit(figure, left)
            rule = "counts_one" if figure.kind == "article" else "verb_number"
            made = self._made(figure, left, unit, rule, figure.last)
            noun = self._noun_joined(left)
            if made is not None and noun is not None:
                made.stages, made.first = (*noun.names, *made.stages), noun.start
            return self._with_fate(made, figure)
        return self._by_other_words(figure, unit)

    def _is_of_men(self, figure: Figure, verb: Stages) -> bool:
        """ "investigated 40 cases and convicted nine", "indicted 11 for begging": whom courts convict are people."""
        if figure.last + 1 < len(self.tokens) and self.tokens[figure.last + 1].low == "cases":
            return False
        last = self.tokens[verb.stop - 1].low
        return not _OF_PEOPLE.isdisjoint(verb.names[-1:]) or last in ("indicted", "charged", "indicting", "charging")

    def _noun_joined(self, verb: Stages) -> Stages | None:
        """ "initiated the prosecutions of and convicted two": the noun whose object stands behind the verb."""
        before = [token.low for token in self.tokens[max(0, verb.start - 2) : verb.start]]
        if verb.form != "finite" or before[-1:] != ["and"] or before[:1] not in (["of"], ["against"], ["into"]):
            return None
        noun = self._group_at(verb.start - 3)
        return noun if noun is not None and noun.form == "noun" and not noun.negated else None

    def _by_other_words(self, figure: Figure, unit: str) -> Count | None:
        """Without a verb of the stage itself: "sent 12 cases to court", "opened nine cases", "faces charges"."""
        return (
            self._for_investigation(figure, unit)
            or self._suspects(figure)
            or self._opened_against(figure, unit)
            or self._uncovered(figure)
            or self._sent_to_court(figure, unit)
            or self._opened(figure, unit)
            or self._charged(figure, unit)
            or self._faces(figure)
            or self._ended_in(figure, unit)
            or self._found_guilty(figure, unit)
            or self._accused(figure, unit)
            or self._with_case(figure, unit)
            or self._trend(figure)
            or self._and_noun(figure)
            or self._number_of(figure)
            or self._described_case(figure, unit)
        )

    def _made(self, figure: Figure, group: Stages, unit: str | None, rule: str, last: int) -> Count | None:
        tokens = self.tokens
        if unit is None or (group.negated and figure.kind != "none" and not self._is_only(figure)):
            return None
        if group.start < figure.first and is_foreign(tokens, group.start, self.country_code):
            return None
        if self._is_asked(group) or self._is_abroad(group):
            return None
        if group.form == "base" and group.start > 1 and tokens[group.start - 2].low in _UNDONE:
            return None
        apart = figure.kind == "article" or any(token.low == "," for token in tokens[group.stop : figure.first])
        if group.form == "base" and apart and self._is_wanted(group):
            return None
        if group.names == ("arrest",) and self._is_swept_up(figure):
            return None
        if group.form == "noun" and any(t.low in _REQUESTED for t in tokens[max(0, group.start - 2) : group.start]):
            return None  # "requested the arrest of 40 individuals"
        first = min(figure.first, group.start)
        last = max(figure.last, last)
        behind = rule == "number_verb"
        if figure.kind == "article" and rule == "number_verb":
            rule = "counts_one"
        tail = max(figure.tail, group.stop)
        if other_crime(tokens, group.stop, self._object_end(tail)) and not self._typed(figure):
            return None
        subject = subject_of(tokens, figure.first, figure.tail if group.start < figure.first else figure.last + 1)
        if subject == "traffickers" and (self._is_apposition(figure) or self._subject(figure) == "officials"):
            subject = "officials"
        status = "new"
        if group.start < figure.first:
            status = case_status_of(tokens, max(0, group.start - 2), figure.first)
            closed = figure.head is None and "closes" in tokens[figure.first - 1].tags
            if status == "closed" and not closed:  # "opened investigations into 130 cases and closed 81"
                status = "new"
        else:
            status = case_status_of(tokens, figure.first, group.stop)
            if status == "closed":
                status = "new"
            if tokens[group.start].low in _STATES and tokens[group.start - 1].low in _STAYS:
                status = "pending"  # "30 cases remain under investigation"
        if group.form == "finite" and behind:
            self._own_year(figure, group)
            figure.own_type = figure.own_type or _type_after(self.reading, group.stop)
        return Count(group.names, unit, status, subject, rule, first, last)


def _type_after(reading: Reading, start: int) -> str | None:
    """Type named right behind a verb: "were convicted of sex trafficking", "arrested for forced labor"."""
    tokens = reading.tokens
    if start + 2 < len(tokens) and tokens[start].low == "in" and tokens[start + 1].kind == "period":
        start += 2  # "convicted in January on charges of forced labor"
    if start >= len(tokens) or tokens[start].low not in ("of", "for", "on", "under", "in", "with"):
        return None
    at = start + 1
    while at < min(len(tokens), start + 10) and tokens[at].kind not in ("mark", "number", "period"):
        if reading.segments[at] != reading.segments[start]:
            break
        at += 1
    return type_of(tokens, start, at)
