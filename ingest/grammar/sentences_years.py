"""The period of a penalty: that of those who received it, of the sentences spoken of, or of an earlier figure."""

from __future__ import annotations

from ingest.grammar.clauses import Figure, Reading, period_at
from ingest.grammar.sentences_groups import Groups
from ingest.grammar.sentences_terms import Penalty
from ingest.vocabulary.periods import Period


class Years(Groups):
    """The periods of the penalties of one sentence. `told` has the period of those convicted, by their number."""

    def __init__(
        self, reading: Reading, edition_year: int, country_code: str, told: dict[int, Period] | None = None
    ) -> None:
        super().__init__(reading, country_code)
        self.edition = edition_year
        self.told = told or {}

    def _is_whole_told(self, figure: Figure) -> bool:
        """ "of the 28": a number told of before."""
        before = [token.low for token in self.tokens[max(0, figure.first - 2) : figure.first]]
        return figure.kind == "number" and before == ["of", "the"] and figure.number.value in self.told

    def _period_of(self, period: Period, penalty: Penalty, figure: Figure | None) -> Period:
        """ "the sentences from 2006 (two of six years)"; not "10 years for a crime committed from 2003 to 2005"."""
        tokens = self.tokens
        if figure is not None and figure.bracket and period.form == "current":
            opener = figure.bracket - 1
            for token in reversed(tokens[max(0, opener - 2) : opener]):
                if token.kind == "period" and token.value.form == "year":
                    found: Period = token.value
                    return found
        if period.period_type == "other" and period.form != "fiscal":
            behind = tokens[penalty.stop : penalty.stop + 25]
            span = next((at for at, token in enumerate(behind) if token.kind == "period"), None)
            if span is not None and behind[span].value is period and any(token.low == "for" for token in behind[:2]):
                return Period(self.edition - 1, "reporting_period", "current")
        return period

    def _is_of_earlier(self, figure: Figure | None) -> bool:
        """ "…, compared with five convictions in 2006, only one of whom was jailed": a part of an earlier figure."""
        if figure is None or figure.is_comparison or figure.whole is None or not figure.whole.is_comparison:
            return False
        if (figure.number.value or 0) > (figure.whole.number.value or 0):
            return False  # "convicted 13, relative to seven in 2006, ten of whom …"
        return figure.period.form == "current" and 0 < figure.index - figure.whole.index <= 12

    def _period(self, penalty: Penalty) -> Period:
        """The period of a penalty whose offenders are not counted: "sentences imposed in 2005, …, ranged from …"."""
        found = period_at(self.reading, penalty.start, self.edition)
        if found.form != "current":
            return found
        reading, tokens = self.reading, self.tokens
        for at in range(penalty.start - 1, max(-1, penalty.start - 25), -1):
            if reading.clauses[at] != reading.clauses[penalty.start] or tokens[at].low == ";":
                break
            if tokens[at].kind == "period" and tokens[at].value.form == "year" and not reading.brackets[at]:
                if reading.segments[at] not in reading.comparing and "sentences" in {t.low for t in tokens[:at]}:
                    period: Period = tokens[at].value
                    return period
        return found

    def _told_before(self, figure: Figure | None, period: Period) -> Period:
        """ "Of the 77 convicted, 17 were sentenced …": the year of the 77, where the text gave it before."""
        whole = figure.whole if figure is not None else None
        if whole is None and figure is not None and period.form == "current" and self.told:
            # "All but one of the 28 were sent to prison: 11 for …"
            named = [f for f in self.reading.figures if f.index < figure.index and self._is_whole_told(f)]
            return self.told[named[0].number.value or 0] if named else period
        if whole is None or not whole.denominator or period.form != "current" or whole.number.value is None:
            return period
        return self.told.get(whole.number.value, period)
