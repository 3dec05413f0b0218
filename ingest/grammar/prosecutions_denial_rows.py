"""The rows of a denial: none, and not reported, with their objects, period and quote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ingest.document import Fact
from ingest.grammar.clauses import period_at
from ingest.grammar.prosecutions_denied import DEFINITE, DenialGround, DeniedObject
from ingest.grammar.prosecutions_facts import MAX_QUOTE, TABLE
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

# Verbs whose object is what came of an effort: "did not secure a conviction".
FRUITFUL = word_set(
    "initiate initiated opened open launch launched conduct conducted begin start started make made take"
    " taken undertake undertaken secure secured obtain obtained achieve achieved produce produced have had"
    " result resulted lead led file filed see seen record recorded achieve been any ever"
    " hand handed issue issued deliver delivered culminate culminated translate translated end ended yield bring"
    " brought win reach"
)
_RELATION = word_set(
    "whether if training trained unit units progress outcome outcomes result results status disposition"
)


class DenialRows(DenialGround):
    """Makes the rows of what is denied; `done` holds the stage groups that have theirs."""

    def _rows(
        self,
        first: int,
        stop: int,
        group: Stages,
        objects: list[DeniedObject],
        at: int,
        open_ended: bool,
        status: str,
        done: set[int],
        quote_first: int | None = None,
    ) -> Iterator[Fact]:
        if id(group) in done:
            return
        done.add(id(group))
        tokens = self.tokens
        period = self._period(at, group, open_ended)
        last = max(stop, group.stop) - 1
        start, end = tokens[first if quote_first is None else quote_first].start, tokens[last].end
        if end - start > MAX_QUOTE:
            end = max(tokens[group.stop - 1].end, tokens[at].end)
            if end - start > MAX_QUOTE:
                start, end = tokens[group.start].start, tokens[group.stop - 1].end
        rule = "prosecutions.none" if status == "zero" else "prosecutions.not_reported"
        also = self._year_too(at, period)
        for item, year in product(objects, (period.year, also) if also else (period.year,)):
            for stage in group.names:
                yield Fact(
                    TABLE,
                    rule,
                    start,
                    end,
                    {
                        "stage": stage,
                        "status": status,
                        "value": 0 if status == "zero" else None,
                        "unit": item.unit,
                        "subject": item.subject,
                        "trafficking_type": item.trafficking_type,
                        "scope": item.scope,
                        "data_year": year,
                        "period_type": period.period_type,
                        "is_comparison": self.reading.segments[at] in self.reading.comparing,
                    },
                )

    def _year_too(self, at: int, period: Period) -> int:
        """ "no prosecutions in 2007 or 2006": the second year, for which the denial holds too; 0 if there is none."""
        tokens = self.tokens
        if period.form != "year":
            return 0
        for index in self.reading.periods:
            if index > at and index + 2 < self.size and tokens[index].value == period:
                other = tokens[index + 2]
                joined = tokens[index + 1].low in ("or", "and", "nor") and other.kind == "period"
                return other.value.year if joined and other.value.form == "year" else 0
        return 0

    def _period(self, at: int, group: Stages, open_ended: bool) -> Period:
        period = period_at(self.reading, at, self.edition)
        words = [token.low for token in self.tokens[at : self._clause_end(at)]]
        since = "since" in words
        if (
            open_ended
            or ("date" in words and words[words.index("date") - 1] == "to")
            or (since and period.form == "current")
        ):
            return Period(self.edition - 1, "other", "span")
        return period

    def _not_reported(self, at: int, first: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        if any("undercounts" in t.tags for t in tokens[first + 1 : first + 5]):
            return
        if tokens[first].low.startswith("disaggregat"):
            return  # figures without a split are figures
        if any(t.low in ("training", "trainings") for t in tokens[first + 1 : first + 4]):
            return  # "did not provide training on the prosecution of traffickers"
        if first + 1 < self.size and tokens[first + 1].low in ("if", "whether"):
            return
        status = "not_reported"
        passive = tokens[at].low in ("were not", "was not")
        for group in self.groups:
            if not first < group.start < stop or id(group) in done:
                continue
            if passive and any(token.low == "the" for token in tokens[first + 1 : group.start]):
                return  # "charges were not reported for the other convictions"
            gap = tokens[max(first + 1, group.start - 12) : group.start]
            if group.form in ("finite", "base"):
                if group.form == "finite" and any(
                    t.low in ("that", "whether", "if", "how", "having", "number", "were", "was") for t in gap
                ):
                    group.negated = True
                    if any(t.low in ("whether", "if") for t in gap):
                        return
                    if any(t.low == "which" for t in gap) and not any(t.low in ("number", "how") for t in gap):
                        return  # "did not report the laws under which offenders were convicted"
                    objects = self._objects(max(first + 1, group.start - 10), group.start, group)
                    yield from self._rows(at, group.stop, group, objects, at, open_ended, status, done)
                    continue
                return
            asked = any(t.low == "how" for t in gap)
            if not asked and any(t.low in DEFINITE - {"such"} and t.low not in ("the", "their") for t in gap[-2:]):
                return
            if any("sentence" in t.tags for t in gap):
                return
            if any(t.low in _RELATION or "effort" in t.tags or t.kind == "number" for t in gap):
                return
            group.negated = True
            if any(t.low in ("or", "nor") for t in gap) and any(
                t.low in FRUITFUL - {"any"} or "obtains" in t.tags for t in gap[-3:]
            ):  # "did not report the number of cases or secure convictions"
                end = self._object_end(group.stop, stop)
                objects = self._objects(group.stop, end, group)
                yield from self._rows(at, end, group, objects, at, False, "zero", done)
                continue
            end = self._object_end(group.stop, stop)
            objects = self._objects(group.stop, end, group, first + 1)
            yield from self._rows(at, end, group, objects, at, False, status, done)

    def _unavailable(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "statistics on prosecutions and convictions were unavailable"."""
        tokens = self.tokens
        back = range(at - 1, max(-1, at - 16), -1)
        data = next((i for i in back if "data" in tokens[i].tags or tokens[i].low == "number"), None)
        stop = at + 2 if at + 1 < self.size and tokens[at + 1].low == "available" else at + 1
        if data is None or any("undercounts" in token.tags for token in tokens[max(0, data - 3) : data]):
            return
        for group in self.groups:
            if data - 4 <= group.start < at and group.form == "noun":
                group.negated = True
                comma = next((i for i in range(group.stop, at) if tokens[i].low == ","), at)
                objects = self._objects(group.stop, comma, group, data)
                yield from self._rows(min(data, group.start), stop, group, objects, at, False, "not_reported", done)
