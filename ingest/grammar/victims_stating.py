"""From a governed figure, or a denial, to the values and the quote of fact_victims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.document import Fact
from ingest.grammar.clauses import AUXILIARIES, Figure
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_acts import MODALS
from ingest.grammar.victims_denials import TABLE, Denying
from ingest.grammar.victims_estimates import is_guess
from ingest.grammar.victims_linking import Governed
from ingest.grammar.victims_nouns import is_victim
from ingest.grammar.victims_words import Words
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

# How many tokens of a sentence may say that its year is the latest of which there is anything.
_LATEST = 16
# How far back a list goes whose first number is hedged.
_LIST = 4


# Words that leave no doubt of who is a victim.
_CERTAIN = word_set("confirmed official officially formally verified")
# How many tokens open a sentence.
_OPENING = 6


class Stating(Denying):
    """States the facts of a sentence: counts, zeroes, and figures that were not reported."""

    def _facts(self, figure: Figure, governed: Governed) -> Iterator[Fact]:
        period, source = figure.period, governed.source
        if source is not None and source.earlier and not figure.is_comparison:
            # "… (12 in 2015); three were girls": of those that were compared
            source = source.source or next((g for f, g in self.kept if not f.is_comparison and g.source is None), None)
        if period.form == "current" and not figure.is_comparison:
            if governed.act is None and source is not None and source.period is not None:
                period = self._period_of_whole(figure, source.period)
            elif governed.rule == "victims.part_of_counted":
                period = self._period_of_whole(figure, period)  # "Of the 30 victims identified, two were …"
            elif self.state.period is not None and not self._names_period() and not self._is_of_now():
                ours = (self.state.period_actor, "government", "unspecified")
                if governed.actor in ours or self._compares_with(self.state.period.year - 1):
                    period = self.state.period
        governed.period, governed.earlier = period, figure.is_comparison
        governed.told = (source.told if source is not None else None) or self.words[id(figure)]
        at_least = figure.number.qualifier == "exact" and self._is_at_least(figure)
        for action in governed.actions:
            values = self._values(figure, action, governed.actor, period) | figure.number.columns()
            if source is not None and source.told is not None:
                self._complete(values, figure, governed, source.told)
            if at_least:
                values["qualifier"] = "at_least"
            if (
                governed.rule == "victims.estimated"
                and values["qualifier"] == "exact"
                and is_guess(self.reading, figure)
            ):
                values["qualifier"] = "approximately"
            yield Fact(TABLE, governed.rule, *self._quote(figure, governed.act), values, (figure.token.start,))

    def _complete(self, values: dict[str, Any], figure: Figure, governed: Governed, told: Words) -> None:
        """Of 30 potential Chadian victims, the "12 girls" are potential and Chadian, too."""
        own = self.words[id(figure)]
        source = governed.source
        if figure.is_comparison and (source is None or source.source is None) and own.victims:
            return  # "30 potential victims, compared with 25 victims": those were sure
        named = [*self.tokens[:_OPENING], *self.tokens[figure.index + 1 : max(figure.tail, figure.last + 4)]]
        sure = any(token.low in _CERTAIN for token in named)
        if told.is_potential and not sure:
            values["is_potential"] = True
        if values["origin"] == "unspecified":
            values["origin"] = told.origin

    def _leads_to(self, act: Act) -> bool:
        """ "the call led to the identification of a victim"."""
        before = self.tokens[max(0, act.start - 4) : act.start]
        return act.form == "noun" and any(token.low.startswith(("led", "result")) for token in before)

    def _is_at_least(self, figure: Figure) -> bool:
        """ "at least 11 victims of sex trafficking, seven of forced labor, and four …": it holds for the list."""
        for _ in range(_LIST):
            before = next((f for f in self.earlier(figure)[:1] if f.kind == "number"), None)
            link = self.tokens[figure.index - 1].low if figure.index else ""
            if before is None or link not in (",", "and") or figure.bracket != before.bracket or figure.is_comparison:
                return False
            gap = self.tokens[before.index + 1 : figure.index - 1]
            told = [t for t in gap if "exploits" not in t.tags]
            if any(t.kind == "period" or "part" in t.tags or "finite" in t.tags for t in told):
                return False
            shared = not any(t.low in AUXILIARIES for t in self.tokens[figure.last + 1 : figure.last + 2])
            if any(t.low in AUXILIARIES for t in gap) and not shared:
                return False  # "at least 36 were boys, and 20 were girls"
            if any(t.kind == "mark" and t.low not in (",", "-", "'", "’") for t in gap) or figure.whole not in (
                before,
                before.whole,
            ):
                return False
            if before.number.qualifier == "at_least":
                return True
            figure = before
        return False

    def _period_of_whole(self, figure: Figure, period: Period) -> Period:
        """ "Of the 30 victims, six were boys": of the year in which the report said that there were 30."""
        whole = figure if figure.denominator else figure.whole
        if whole is None or not whole.denominator:
            return period
        return self.state.periods.get(whole.number.value or 0, period)

    def _is_of_now(self) -> bool:
        """Has the sentence told of the report's own period, so that it does not go on with the latest year of data?"""
        return any(g.period is not None and g.period.form == "current" for f, g in self.kept if not f.is_comparison)

    def _compares_with(self, year: int) -> bool:
        """ "The police identified 30 victims (25 in 2015)": where the latest data are of 2016, these are, too."""
        return any(f.is_comparison and f.bracket and f.period.year == year for f in self.reading.figures[:_LATEST])

    def latest_year(self) -> Period | None:
        """The year of which all goes on to speak: "In 2017, the most recent year for which data was available, …"."""
        tags = self.tokens[:_LATEST]
        if not any(token.low in ("recent", "latest", "most recent") for token in tags):
            return None
        if not any(token.low in ("available", "data", "statistics") for token in tags):
            return None
        found = next((token for token in tags[:4] if token.kind == "period" and token.value.form == "year"), None)
        return found.value if found is not None else None

    def _names_period(self) -> bool:
        if self._has_period is None:
            brackets = self.reading.brackets
            self._has_period = any(token.kind == "period" and not brackets[at] for at, token in enumerate(self.tokens))
        return self._has_period

    def _single(self, figure: Figure) -> Iterator[Fact]:
        """ "identified a victim" (one), "has never identified a victim" (none)."""
        if (
            figure.head is None
            or not is_victim(figure, self.tokens)
            or figure.bracket
            or self.words[id(figure)].excluded
            or (figure.index and self.tokens[figure.index - 1].low == "as")  # "identified as a victim"
        ):
            return
        passive, _ = self._subject_of(figure)
        act = passive or self._object_of(figure)
        if act is None or (act.start < figure.index and figure.index - act.stop > 3):
            return
        if (act.denied == "zero" and not act.lax) or (act.denied and act.never):
            yield from self._denied(figure, act, act.denied, self._active_actor(act))
            return
        if (
            act.denied
            or not (act.form == "finite" or self._leads_to(act))
            or any(
                (token.kind == "word" and token.low in MODALS)
                or token.low in ("if", "when", "whether", "once")
                or "potential" in token.tags
                for token in self.tokens[max(0, act.start - 8) : figure.index]
            )
        ):
            return
        actor = self._passive_actor(act, figure) if act is passive else self._active_actor(act)
        yield from self._facts(figure, Governed(act.actions, actor, "victims.one", act))
