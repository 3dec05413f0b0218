"""Years and numbers in step: "12 and 15 in 2015 and 2016, respectively", "one each in 2018 and 2017"."""

from __future__ import annotations

from ingest.grammar.clauses_words import Figure, Reading
from ingest.vocabulary.periods import Period

# How far from "respectively" the periods may stand that it deals out.
_SPAN_NEAR = 7


def each(reading: Reading, figure: Figure, found: int) -> list[Figure]:
    """ "one each in 2018 and 2017", "(zero in 2018 and 2017)": the same number for every year of the list."""
    tokens = reading.tokens
    both = (figure.is_comparison or figure.bracket) and found + 2 < len(tokens) and figure.kind == "number"
    both = both and tokens[found + 1].low in ("and", "or") and tokens[found + 2].kind == "period"
    both = both or tokens[found - 1].low == "both"
    if not both and not any(token.low == "each" for token in tokens[figure.index + 1 : found]):
        return []
    copies: list[Figure] = []
    at = found + 1
    while at + 1 < len(tokens) and tokens[at].low in ("and", ",", "in"):
        if tokens[at + 1].kind == "period":
            copies.append(_copy(figure, tokens[at + 1].value))
            at += 2
        else:
            at += 1
    return copies


def in_step(reading: Reading, figure: Figure) -> Figure | None:
    """ "tried two cases, convicted three, and acquitted one (11, nine, and four, respectively, in 2018)": its like."""
    if "respectively" not in reading.sentence.words:
        return None
    bracket = figure.bracket
    beside = [other for other in reading.figures if other.bracket == bracket and other.kind != "article"]
    mains = [
        other
        for other in reading.figures
        if other.index < bracket - 1 and not other.bracket and not other.denominator and other.kind != "article"
    ]
    clause = reading.clauses[bracket - 1]
    mains = [other for other in mains if reading.clauses[other.index] == clause and not other.is_comparison]
    if not 1 < len(beside) <= len(mains):
        return None
    return mains[beside.index(figure) - len(beside)]


def _copy(figure: Figure, period: Period) -> Figure:
    twin = figure.twin()
    twin.period = period
    return twin


def respectively(reading: Reading) -> None:
    """ "12 and 15 cases in 2015 and 2016, respectively": years and numbers in step."""
    tokens = reading.tokens
    for end, token in enumerate(tokens):
        if token.low != "respectively":
            continue
        years: list[int] = []
        at = end - 1
        while at >= 0 and (tokens[at].kind == "period" or tokens[at].low in ("and", ",", "in")):
            if tokens[at].kind == "period":
                years.append(at)
            at -= 1
        years.reverse()
        if len(years) < 2:
            _in_years_before(reading, end)
            continue
        numbers = [f for f in reading.figures if f.kind == "number" and f.index < years[0] and not f.denominator]
        for figure, year in zip(numbers[-len(years) :], years, strict=False):
            if len(numbers) >= len(years):
                figure.period = tokens[year].value


def _in_years_before(reading: Reading, end: int) -> None:
    """ "compared with 12 and 15, respectively, in the two prior reporting periods": the last year first."""
    tokens = reading.tokens
    spans = [at for at in reading.periods if abs(at - end) <= _SPAN_NEAR and tokens[at].value.form == "span"]
    compared = [f for f in reading.figures if f.index < end and f.is_comparison and f.kind != "article"]
    if not spans or len(compared) < 2 or tokens[spans[0]].low[:1].isdigit():
        return
    base = compared[0].base
    latest = base.period if base is not None and base.period.year else compared[0].period
    for back, figure in enumerate(compared, start=1):
        figure.period = Period(latest.year - back, latest.period_type, "before")
