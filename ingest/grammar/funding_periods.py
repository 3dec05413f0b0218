"""The year that an amount of fact_funding speaks of: its own, that of its clause or sentence, or the year before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.document import Token
from ingest.grammar import funding_amounts as read
from ingest.vocabulary.periods import Period


def leading(tokens: Sequence[Token], stop: int, edition: int) -> Period | None:
    """The period that opens the sentence, or stands last before its first amount."""
    found: Period | None = None
    for step, token in enumerate(tokens[:stop]):
        if read.is_moment(tokens, step) and token.value.form != "same":
            if tokens[max(step - 2, 0)].low in _COMPARING or tokens[max(step - 3, 0)].low in _COMPARING:
                continue
            found = token.value
        elif "cmp" in token.tags:
            break
    return within(found, edition)


_COMPARING = frozenset(("from", "than", "compared", "versus", "over", "as", "like", "unlike"))


def opening(tokens: Sequence[Token], begin: int, stop: int, owned: int, main: Period) -> Period | None:
    """The period that opens a later clause ("…; in 2012, it gave $500"), and belongs to no amount before it."""
    for step in range(stop - 1, max(begin, owned), -1):
        token = tokens[step]
        if "cmp" in token.tags:
            return None
        if token.kind == "period" and token.value.form == "before" and tokens[step - 1].low not in _COMPARING:
            return Period(main.year - 1, main.period_type, "before")
        if read.is_moment(tokens, step) and token.value.form in ("year", "fiscal", "date", "span"):
            if any("cmp" in t.tags for t in tokens[max(step - 3, 0) : step]):
                return None  # ", the same as in 2018, and it spent"
            before = [t.low for t in tokens[max(step - 4, begin) : step]]
            return token.value if set(before) & {";", ",", "and", "but"} else None
    return None


def risen_to(tokens: Sequence[Token], group: read.Amount, then: read.Amount, edition: int) -> Period | None:
    """The year of the amount that "from $9 to $8 in 2012" comes to, told only behind it."""
    if tokens[group.start - 1].low != "from" or tokens[then.start - 1].low != "to" or then.start - group.end > 3:
        return None
    own = read.own_periods(tokens, then, len(tokens))
    return within(own[0][1], edition) if own else None


def told_before(tokens: Sequence[Token], begin: int, stop: int) -> Period | None:
    """The year between a comparison and its amount: "up from its 2012 budget of $9", "than in 2012 ($9)"."""
    for step in range(stop - 1, max(begin, stop - 10) - 1, -1):
        token = tokens[step]
        if "cmp" in token.tags or token.low in (";", "than"):
            return None
        if read.is_moment(tokens, step) and token.value.form in ("year", "fiscal"):
            period: Period = token.value
            return period
    return None


def spans_years(tokens: Sequence[Token], end: int) -> bool:
    """Is the amount that ends at `end` one for several years ("$9 over three years")?"""
    for step in range(end, min(end + 6, len(tokens))):
        token = tokens[step]
        if token.kind == "duration" and "year" in token.low:
            return token.low.startswith("over ") or tokens[step - 1].low in ("over", "across")
    return False


def within(told: Period | None, edition: int) -> Period | None:
    """A date in the first months of the edition's year lies in its reporting period, which began the year before."""
    if told is not None and told.form == "date" and told.year == edition:
        return Period(edition - 1, "reporting_period", "current")
    return told


def period_of(values: dict[str, Any]) -> Period:
    """The period of a fact's values."""
    return Period(values["data_year"], values["period_type"], "year")


def earlier_of(own: Period | None, main: Period, last: Period | None = None) -> Period:
    """The period of a comparison figure: its own, else the year before the figure it is compared with.

    `last` is that of a comparison figure before it: "compared with $9 in 2012 and $8 the year before that".
    """
    if own is not None and own.form == "before" and last is not None:
        return Period(last.year - 1, last.period_type, "before")
    if own is None or own.form in ("before", "current"):
        return Period(main.year - 1, main.period_type, "before")
    return own
