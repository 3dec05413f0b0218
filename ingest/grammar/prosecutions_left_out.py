"""Counts whose noun or verb is left out: what they are compared with, a part of, or people of, tells the stage."""

from __future__ import annotations

from ingest.grammar.clauses import ONE_CASE, TYPES, Figure, Reading
from ingest.grammar.prosecutions_dealt import Dealt
from ingest.grammar.prosecutions_governing import unit_of
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import Stages, case_status_of
from ingest.vocabulary.words import word_set

_OTHERS = ["in", "the", "other"]
# How far back a count may stand that is retold.
_BACK = 80
_UNDER = word_set("under for on involving against in")
_WHICH_REACH = 12
_CHAINS = word_set(", and in during for")
_TOTAL_REACH = 10
_TOTALS = word_set("number total figure count tally")
_THE = word_set("the that this their its")
_PUTS = word_set("put puts putting set sets brought bringing brings gave")
_MOVED = word_set("stood was were rose fell amounted came reached totaled totalled dropped climbed grew")
_STAYING = word_set("remained remain remains are were was is stayed")
_PENALIZING = word_set("imposed issued handed given meted passed awarded")


class LeftOut(Dealt):
    """Resolves figures through each other. `carried` is the count that the sentence before ended with."""

    def __init__(self, reading: Reading, groups: list[Stages], carried: Count | None) -> None:
        super().__init__(reading, groups)
        self.carried = carried
        self.counts: dict[int, Count] = {}
        self._found: dict[int, Count | None] = {}

    def _count(self, figure: Figure) -> Count | None:
        """The count of a figure by what its words leave out; `Counter` asks its own words first."""
        return self._left_out(figure) or self._split_behind(figure)

    def _resolve(self, figure: Figure) -> Count | None:
        """The count of a figure, found once; a figure that goes back to itself counts nothing."""
        key = id(figure)
        if key not in self._found:
            self._found[key] = None
            if not figure.denominator and not self._tells_whole(figure):
                count = self._count(figure)
                if count is not None:
                    self._found[key] = self.counts[key] = count
        return self._found[key]

    def _tells_whole(self, figure: Figure) -> bool:
        """ "all 11 offenders convicted in 2006 served time", "half of those convicted (four of eight)": retold."""
        tokens = self.tokens
        if figure.bracket and figure.own_type is None and not figure.is_comparison:
            after = tokens[figure.index + 1 : figure.index + 3]
            if len(after) == 2 and after[0].low == "of" and after[1].kind == "number":
                return True
        following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        return (
            figure.first > 0
            and tokens[figure.first - 1].low == "all"
            and following is not None
            and "stage" in following.tags
            and "finite" in following.tags
        )

    def _unit(self, figure: Figure) -> str:
        if figure.head is None:
            base = figure.base
            known = self._resolve(base) if base is not None and self._is_here(base) else None
            if known is not None:
                return known.unit
            return "unspecified" if base is None else unit_of(base.tags)
        return unit_of(figure.tags)

    def _with_case(self, figure: Figure, unit: str) -> Count | None:
        """ "recorded 592 cases involving 1,324 suspects": the people of counted cases, or the cases of people."""
        link = self.tokens[figure.first - 1].low if figure.first else ""
        within = figure.token.low in ONE_CASE
        if link == "in" and unit == "case" and figure.kind == "number":
            group = self._group_at(figure.first - 2)
            for other in self.reading.between(figure.index - 8, figure.index) if group is not None else ():
                if group is not None and group.form == "finite" and other.last < group.start <= other.last + 3:
                    known = self._resolve(other)  # "eight suspects prosecuted in three cases"
                    if known is not None and known.unit == "person" and known.rule == "number_verb":
                        return Count(known.stages, unit, "new", known.subject, "number_verb", known.first, figure.last)
        if (link == "in" or within) and unit == "case" and figure.kind == "number":
            for other in self.reading.between(figure.index - 5, figure.index):  # "charges against two in three cases"
                known = self._resolve(other) if other.last == figure.first - (1 if within else 2) else None
                if known is not None and known.unit == "person" and known.rule == "sent_to_court":
                    return Count(
                        known.stages, unit, known.case_status, known.subject, known.rule, known.first, figure.last
                    )
            return None
        if (
            link not in ("involving", "against", "involved", "with")
            or unit != "person"
            or figure.kind != "number"
            or "offender" not in figure.tags
        ):
            return None
        for other in reversed(self.reading.figures):
            if other.bracket and not figure.bracket:
                continue
            if other.index < figure.index and other.segment == figure.segment and self._gap(other, figure) <= 9:
                retold = self.tokens[other.first - 1].low in ("the", "these", "those") if other.first else False
                known = self._resolve(other) or (self.carried if retold and "case" in other.tags else None)
                if known is None or known.unit == "person":
                    return None
                figure.own_type = figure.own_type or other.own_type
                return Count(
                    known.stages, unit, known.case_status, self._subject(figure), "left_out", figure.first, figure.last
                )
        return None

    def _left_out(self, figure: Figure) -> Count | None:
        """The figure's noun or verb is left out: what it is compared with, or a part of, tells."""
        if figure.kind == "none" and figure.head is not None and "noun" not in figure.tags:
            if "person" not in figure.tags and "case" not in figure.tags:
                return None
        pending = self._pending(figure) or self._of_them(figure)
        if pending is not None:
            return pending
        if figure.first > 2 and self.tokens[figure.first - 1].low == "other":
            if [token.low for token in self.tokens[figure.first - 3 : figure.first]] == _OTHERS:
                return None  # "and in the other 30 the accused walked free"
        if figure.head is None:
            before = self.tokens[figure.first - 1].low if figure.first else ""
            behind = [token.low for token in self.tokens[figure.last + 1 : figure.last + 3]]
            if behind in (["all", "told"], ["in", "all"]):
                return None
            if before == "in" and behind[:1] == ["of which"]:
                return self._in_which(figure)
        base = figure.base if figure.base is not None else figure.whole
        opening = self.reading.figures[0]  # "of the 16 prosecutions, six cases involved forced labor"
        opens = opening.denominator and opening.first <= 2 and self.tokens[0].low == "of"
        whole = opening if opens and self._same_clause(opening, figure) else base
        base = base if base is not None else whole
        if base is None or whole is None or self._has_own_verb(figure) or self._is_punished(figure):
            return None
        known = self._of_whole(whole) if whole.denominator and figure.own_type in TYPES else None
        if known is None:
            known = self._resolve(base) if self._is_here(base) else self.carried
        if known is None:
            return None
        others = figure.head is not None and self.tokens[figure.head].low in ("others", "other")
        if figure.head is not None and not (others and self._continues(figure)):
            if unit_of(figure.tags) == "unspecified":
                return None
            if not figure.is_comparison and figure.scope != "part" and not figure.bracket and figure.whole is None:
                return None
        elif not figure.is_comparison and figure.scope == "total" and not figure.bracket and figure.own_type is None:
            if base.is_comparison and self.tokens[figure.first - 1].low == "to":
                pass  # "from 12 prosecutions to one"
            elif self._is_enumerated(figure):
                larger = (base.number.value or 0) > (figure.number.value or 0)
                if figure.scope == "total" and larger and not self._is_beside(base, figure):
                    figure.scope = "part"
            elif not self._continues(figure):
                return None
        elif figure.kind == "number" and self._counts_other_things(figure):
            return None
        unit = known.unit if figure.head is None or others else unit_of(figure.tags)
        if figure.head is None and figure.is_comparison:
            unit = self._unit_compared(figure) or unit
        if unit == "case" and figure.head is None and self.tokens[figure.last + 1].kind == "country":
            unit = "person"  # "including 62 Greeks"
        status = case_status_of(self.tokens, figure.first - 2, figure.first + 2)
        subject = known.subject
        if self._subject(figure) == "officials" or self._is_apposition(figure):
            subject = "officials"
        return Count(
            known.stages,
            unit,
            known.case_status if status == "new" and (figure.is_comparison or figure.bracket) else status,
            subject,
            "left_out",
            figure.first,
            figure.last,
        )

    def _of_them(self, figure: Figure) -> Count | None:
        """ "five convictions were secured, though only one of them under the law": a part without a verb."""
        tokens = self.tokens
        after = tokens[figure.last + 1 : figure.last + 4]
        if figure.kind != "number" or figure.head is not None or len(after) < 3 or figure.bracket:
            return None
        if [token.low for token in after[:2]] != ["of", "them"] or after[2].low not in _UNDER:
            return None
        before = [f for f in self.reading.between(figure.index - _BACK, figure.index) if f.kind == "number"]
        mains = [f for f in before if f.scope == "total"]
        known = self._resolve(mains[-1]) if mains else None
        if known is None:
            return None
        figure.scope, figure.whole = "part", mains[-1]
        return Count(known.stages, known.unit, "new", known.subject, "left_out", figure.first, figure.last + 2)

    def _in_which(self, figure: Figure) -> Count | None:
        """ "39 cases, in nine of which the accused were convicted": cases of the stage that the clause tells."""
        for group in self.groups:
            if figure.last < group.start <= figure.last + _WHICH_REACH and group.form == "finite" and group.passive:
                if not group.negated and self.reading.clauses[group.start] == self.reading.clauses[figure.index]:
                    figure.scope = "total"
                    return Count(group.names, "case", "new", "traffickers", "left_out", figure.first, group.stop - 1)
        return None

    def _of_whole(self, whole: Figure) -> Count | None:
        """ "of the 28 convictions, 20 were for sex trafficking": the whole tells the stage of its parts."""
        group = self._noun_group(whole) if whole.head is not None and "noun" in whole.tags else None
        if group is None or group.negated:
            return None
        subject = self._subject(whole)
        return Count(group.names, "unspecified", "new", subject, "left_out", whole.first, whole.last)

    def _unit_compared(self, figure: Figure) -> str | None:
        """ "compared with three prosecutions in 2017 and two in 2016": the unit of what was compared just before."""
        before = [f for f in self.reading.between(figure.index - 8, figure.index) if f.segment == figure.segment]
        last = before[-1] if before else None
        if last is None or last.head is None or not last.is_comparison or last.base is not figure.base:
            return None
        known = self._resolve(last)
        return known.unit if known is not None and known.rule == "stage_noun" else None

    def _is_punished(self, figure: Figure) -> bool:
        """ "prison terms were imposed on only 10": those whom a penalty met are the other table's."""
        at = figure.first - 1
        while at > 0 and self.tokens[at].low in ("only", "just"):
            at -= 1
        return at > 0 and self.tokens[at].low in ("on", "to", "for") and self.tokens[at - 1].low in _PENALIZING

    def _split_behind(self, figure: Figure) -> Count | None:
        """ "…, compared with 61 cases; 71 suspects for sex trafficking and 41 for …": what came before, by type."""
        link = self.tokens[figure.first - 1].low if figure.first else ""
        if figure.kind != "number" or figure.head is None or figure.is_comparison or link not in (";", "and", ","):
            return None
        typed = figure.own_type is not None and figure.tail > figure.last + 2
        if not typed or self._has_own_verb(figure) or unit_of(figure.tags) not in ("person", "case"):
            return None
        for other in reversed(self.reading.figures):
            known = self.counts.get(id(other)) if other.index < figure.index else None
            if known is None or other.is_comparison:
                continue
            if known.rule == "left_out" and self._same_clause(other, figure):
                return Count(known.stages, known.unit, "new", known.subject, "left_out", figure.first, figure.last)
            if link == ";" and known.unit == unit_of(figure.tags):
                return Count(known.stages, known.unit, "new", known.subject, "left_out", figure.first, figure.last)
        return None

    def _retold(self, figure: Figure) -> Count | None:
        """ "…; the number stood at 52 in 2006", "… and nine, for a total of 62": the count before, retold."""
        if figure.kind != "number" or figure.head is not None or figure.bracket:
            return None
        before = [f for f in self.reading.between(figure.index - _BACK, figure.index) if f.kind == "number"]
        if before and self._is_chained(before[-1], figure):
            return self._resolve(before[-1])
        if before and self._stands_alone(figure):
            figure.is_comparison = True
            return self._resolve(before[-1])
        if not self._tells_number(figure):
            return None
        known = next((count for f in reversed(before) if (count := self._resolve(f)) is not None), self.carried)
        if known is None:
            return None
        figure.own_type = "all"
        return Count(known.stages, known.unit, "new", known.subject, "left_out", figure.first, figure.last)

    def _stands_alone(self, figure: Figure) -> bool:
        """ "the courts convicted 12 traffickers; in 2006, 20": nothing but a year before, and a number."""
        tokens = self.tokens
        at = figure.first - 1
        at -= tokens[at].low == ","
        if at < 2 or tokens[at].kind != "period":
            return False
        start = at - 2 if tokens[at - 1].low in ("in", "during", "for") else at - 1
        after = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else "."
        return tokens[start].low == ";" and after in (".", ";")

    def _is_chained(self, earlier: Figure, figure: Figure) -> bool:
        """ "prosecutions numbered 11 in 2006, 20 in 2007, and 40 in 2008"."""
        gap = self.tokens[earlier.last + 1 : figure.first]
        known = self._resolve(earlier) if 1 < len(gap) <= 5 and earlier.head is None else None
        if known is None or known.rule not in ("trend", "left_out") or figure.own_type is not None:
            return False
        if not all(token.kind == "period" or token.low in _CHAINS for token in gap):
            return False
        after = self.tokens[figure.last + 1 : figure.last + 3]
        return any(token.kind == "period" for token in gap) and any(token.kind == "period" for token in after)

    def _tells_number(self, figure: Figure) -> bool:
        """Does "the number", "the total" or "a total of" stand for what this figure counts?"""
        tokens, clauses = self.tokens, self.reading.clauses
        at = figure.first
        if at > 3 and [token.low for token in tokens[at - 3 : at]] == ["a", "total", "of"]:
            return tokens[at - 4].low in ("for", "making", "or", "reaching", "giving")
        verb = at - 1
        while verb > 0 and tokens[verb].low in ("at", "to", "only", "just"):
            verb -= 1
        for place in range(verb, max(0, at - _TOTAL_REACH), -1):
            if clauses[place] != clauses[at] or "stage" in tokens[place].tags or tokens[place].kind == "number":
                return False
            if tokens[place].low in _TOTALS and tokens[place - 1].low in _THE:
                following = tokens[place + 1].low
                moved = any(token.low in _MOVED for token in tokens[place + 1 : at])
                put = tokens[place - 2].low in _PUTS if place > 1 else False
                return following != "of" and (moved or (put and following in ("at", "to")))
        return False

    def _pending(self, figure: Figure) -> Count | None:
        """ "12 cases remained pending before the courts": prosecutions, unless the sentence speaks of another stage."""
        tokens = self.tokens
        if figure.kind != "number" or figure.is_comparison:
            return None
        people = "offender" in figure.tags
        if figure.head is not None and "case" not in figure.tags and not people:
            return None
        if any("pending" in t.tags or t.low in ("ongoing", "on-going") for t in tokens[figure.first : figure.last]):
            return self._before_courts(figure)
        before = [token.low for token in tokens[max(0, figure.first - 3) : figure.first]]
        if "case" in figure.tags and "there" in before and ("are" in before or "were" in before):
            count = self._before_courts(figure)  # "there are currently eight cases in the courts"
            if count is not None:
                count.case_status = "pending"
                return count
        at = figure.last + 1
        at = self._past_origin(at)
        window = tokens[at : at + 5]
        if people and any(token.low == "on remand" for token in window[:3]):
            return Count(("prosecution",), "person", "pending", self._subject(figure), "pending", figure.first, at + 1)
        if window and window[0].low in _STAYING:
            place = 1 + (len(window) > 1 and window[1].low in ("pending", "still", "all"))
            if len(window) > place and window[place].low in ("before", "in", "with", "on"):
                ahead = tokens[at + place + 1 : at + place + 4]
                if any("sends_to" in t.tags and t.low != "prosecution" for t in ahead):
                    unit, subject = unit_of(figure.tags), self._subject(figure)
                    last = at + place + 1
                    return Count(("prosecution",), unit, "pending", subject, "pending", figure.first, last)
        if not window or window[0].low not in (
            "remained",
            "remain",
            "were",
            "was",
            "are",
            "remains",
            "is",
            "pending",
            "still",
        ):
            return None
        if people or not any("pending" in t.tags or t.low in ("ongoing", "on-going") for t in window):
            return None
        last = at + next(i for i, t in enumerate(window) if "pending" in t.tags or t.low in ("ongoing", "on-going"))
        if any(token.low in ("appeal", "appeals") for token in tokens[last + 1 : last + 3]):
            return None  # "four cases were pending appeal"
        courts = any("sends_to" in t.tags or "prosecutes" in t.tags for t in tokens[last : last + 6])
        had = window[0].low == "pending" and tokens[figure.first - 1].low in ("had", "have", "has")
        courts = courts or (had and any("sends_to" in t.tags for t in tokens[max(0, figure.first - 6) : figure.first]))
        known = None
        for other in self.reading.figures:
            if other.index < figure.index and id(other) in self.counts:
                known = self.counts[id(other)]
        known = known or self.carried
        ended = known is not None and not {"conviction", "acquittal"}.isdisjoint(known.stages)
        stages = ("prosecution",) if courts or known is None or ended else known.stages
        if known is None and not courts:
            return None
        status = "pending" if any("pending" in t.tags for t in window) else "continued"
        unit = unit_of(figure.tags) if figure.head is not None else known.unit if known is not None else "unspecified"
        return Count(stages, unit, status, self._subject(figure), "pending", figure.first, last)

    def _before_courts(self, figure: Figure) -> Count | None:
        """ "reported 124 ongoing cases in the courts"."""
        tokens = self.tokens
        link = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
        for at in range(figure.last + 2, min(len(tokens), figure.last + 5)):
            if link in ("in", "before") and "sends_to" in tokens[at].tags:
                unit, subject = unit_of(figure.tags), self._subject(figure)
                status = case_status_of(tokens, figure.first, figure.last + 1)
                return Count(("prosecution",), unit, status, subject, "pending", figure.first, at)
        return None

    def _past_origin(self, at: int) -> int:
        """The index after what tells where pending cases come from: "under Section 3 initiated in previous years"."""
        tokens = self.tokens
        if at + 2 < len(tokens) and tokens[at].low == "," and "opens" in tokens[at + 1].tags:
            # ", initiated in an earlier period, were ongoing"
            close = next((i for i in range(at + 2, min(len(tokens), at + 11)) if tokens[i].low == ","), at)
            return close + 1 if close > at else at
        for ahead in range(at, min(len(tokens), at + 14)):
            token = tokens[ahead]
            if token.low in ("remained", "remain", "remains") and ahead > at:
                return ahead if any(t.kind in ("period", "article") for t in tokens[at:ahead]) else at
            if token.kind == "number" or (token.kind == "mark" and token.low in ",;") or "actor" in token.tags:
                break
        return at
