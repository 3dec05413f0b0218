"""The facts of counted figures, and those of figures that stand only as a whole of parts."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact, Token
from ingest.grammar.clauses import Figure
from ingest.grammar.prosecutions_excluded import Excluded
from ingest.grammar.prosecutions_governing import unit_of
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import Stages

TABLE = "fact_prosecutions"
MAX_QUOTE = 300


class Wholes(Excluded):
    """Makes the facts of counts; tells what befell the whole of which figures are parts."""

    def _change_stage(self, figure: Figure, count: Count) -> None:
        """ "of those, 16 were prosecuted": a share of the stage before is the whole of its own stage."""
        whole = figure.whole
        if whole is None:
            if (
                self.carried is not None
                and set(self.carried.stages).isdisjoint(count.stages)
                and figure.head is not None
            ):
                figure.scope = "total"  # "it referred 20 of the cases to court"
            return
        if whole.denominator and self._is_of_people(whole, count):
            figure.scope = "total"
            return
        if whole.denominator:
            known = self._of_whole(whole) or self._of_reduced(whole)
        else:
            known = self.counts.get(id(whole)) if self._is_here(whole) else self.carried
        if known is not None and set(known.stages).isdisjoint(count.stages):
            figure.scope = "total"

    def _is_of_people(self, whole: Figure, count: Count) -> bool:
        """ "seventeen of 25 defendants were found guilty": of people of whom no such count was told before."""
        if "offender" not in whole.tags or {"conviction", "acquittal"}.isdisjoint(count.stages):
            return False
        if self._described(whole) is not None or self._participle_after(whole) is not None:
            return False
        if self.carried is not None and not set(self.carried.stages).isdisjoint(count.stages):
            return False
        before = [known for known in self.counts.values() if known is not count]
        return all(set(known.stages).isdisjoint(count.stages) for known in before)

    def _of_reduced(self, whole: Figure) -> Count | None:
        """ "two of the 16 defendants put on trial", "of 41 cases opened": what befell the whole tells its stage."""
        group = self._participle_after(whole) or self._described(whole)
        if group is not None and not group.negated:
            return Count(group.names, unit_of(whole.tags), "new", "traffickers", "number_verb", whole.first, whole.last)
        return self._begun(whole)

    def _begun(self, figure: Figure) -> Count | None:
        """ "41 cases opened": investigations."""
        after = self.tokens[figure.last + 1] if figure.last + 1 < len(self.tokens) else None
        if figure.head is None or "case" not in figure.tags or "noun" in figure.tags or after is None:
            return None
        if "opens" not in after.tags and "records" not in after.tags:
            return None
        last = figure.last + 1
        return Count(("investigation",), "case", "new", "traffickers", "opened_cases", figure.first, last)

    def _is_older(self, figure: Figure) -> bool:
        """ "three of seven investigations begun in 2016": counted by the report of that year."""
        after = self.tokens[figure.last + 1 : figure.last + 4]
        return len(after) > 1 and "opens" in after[0].tags and any(token.kind == "period" for token in after)

    def wholes(self, stated: set[tuple[str, int]]) -> Iterator[Fact]:
        """Facts of figures that stand only as a whole of parts ("of the 22 convictions, 17 …"), where they are news.

        `stated` holds the (stage, value) of the counts before. A whole among them tells nothing new, and neither does
        one of a stage of which nothing was counted; one that differs from all of them is a figure of its own.
        """
        told = {stage for stage, _ in stated}
        for figure in self.reading.figures:
            value = figure.number.value
            if not figure.denominator or figure.kind != "number" or value is None or figure.is_comparison:
                continue
            group = self._noun_group(figure) if figure.head is not None and "noun" in figure.tags else None
            group = group or self._participle_after(figure) or self._described(figure)
            begun = self._begun(figure) if group is None else None
            if begun is not None and self.tokens[figure.first - 1].low == "of":
                if ("investigation", value) not in stated:
                    yield from self._facts_of(figure, begun)  # "Of 41 cases opened, 16 were dismissed"
                continue
            if group is None or group.negated:
                continue
            # "Of four officers arrested in 2007, one was convicted": no article, and so news
            news = figure.first > 0 and self.tokens[figure.first - 1].low == "of" and "person" in figure.tags
            opening = figure.first <= 2 and self.tokens[0].low == "of" and "person" in figure.tags
            news = news or (opening and told.isdisjoint(group.names) and group.start == figure.last + 1)
            if not news and not told.issuperset(group.names):
                continue
            if any((stage, value) in stated for stage in group.names) or self._is_older(figure):
                continue
            unit = unit_of(figure.tags) if "noun" not in figure.tags else "unspecified"
            last = max(figure.last, group.stop - 1)
            count = Count(group.names, unit, "new", self._subject(figure), "stage_noun", figure.first, last)
            yield from self._facts_of(figure, count)

    def _described(self, figure: Figure) -> Stages | None:
        """ "the 19 convicted traffickers": the participle stands before the noun."""
        for group in self.groups:
            if group.form == "finite" and not group.passive and figure.head is not None:
                if figure.first < group.start < figure.head and "offender" in figure.tags:
                    return group
        return None

    def _facts_of(self, figure: Figure, count: Count) -> Iterator[Fact]:
        tokens = self.tokens
        first, last = count.first, count.last
        if figure.bracket or (figure.head is None and any(True for _ in self.reading.between(first, figure.index))):
            # a number in a list: its own words say it better than the verb far before it
            first, last = figure.first, max(figure.tail - 1, figure.last if first < figure.first else last)
        last = self._with_own_year(figure, last)
        start, end = quote_span(tokens, first, last, figure)
        values = {
            **figure.number.columns(),
            "unit": count.unit,
            "case_status": count.case_status,
            "subject": count.subject,
            "data_year": figure.period.year,
            "period_type": figure.period.period_type,
            "is_comparison": figure.is_comparison,
            "trafficking_type": figure.trafficking_type,
            "scope": figure.scope,
        }
        takes = (figure.token.start,) if figure.token.kind == "number" else ()
        for stage in count.stages:
            yield Fact(TABLE, f"prosecutions.{count.rule}", start, end, {"stage": stage, **values}, takes)

    def _with_own_year(self, figure: Figure, last: int) -> int:
        tokens = self.tokens
        for at in range(last + 1, min(len(tokens), last + 4)):
            if tokens[at].kind == "period" and tokens[at].value is figure.period:
                return at
            if tokens[at].kind != "word":
                break
        return last


def quote_span(tokens: list[Token], first: int, last: int, figure: Figure) -> tuple[int, int]:
    """Offsets of tokens[first:last + 1]; of the figure's own phrase where that is longer than a quote may be."""
    start, end = tokens[first].start, tokens[last].end
    if end - start > MAX_QUOTE:
        start, end = tokens[figure.first].start, tokens[figure.last].end
    return start, min(end, start + MAX_QUOTE)
