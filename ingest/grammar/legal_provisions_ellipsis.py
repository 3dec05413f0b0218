"""Terms of penalties printed without their unit, after one that has it: "…, trafficking of minors with 15 to 20"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.document import Token
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.words import word_set

_REACH = 24
_BEFORE = word_set(
    "with to of from by and or for between in receive face risk at trafficking prostitution ( , – — - : just only even"
)
_AFTER = word_set(". , ; ) – — if when where for in and or but depending under while – — as upon -")
_NO_BARE = word_set(
    "charged convicted sentenced prosecuted investigated arrested acquitted cases case persons ages aged age identified"
    " victims' courts court compared"
)
_LONGEST = 60


def bare_term(tokens: Sequence[Token], end: int, at: int) -> tuple[Decimal | None, Decimal | None] | None:
    """The bounds in years that a number at `at` states after a range that ended before token `end`, or None."""
    if at - end > _REACH or not at:
        return None
    number: Number = tokens[at].value
    if number.qualifier in ("fewer_than", "more_than", "approximately"):
        return None
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    before = tokens[at - 1]
    bounded = number.qualifier in ("at_most", "at_least")
    led = bounded or before.low in _BEFORE or {"law_sex", "law_labor"} & before.tags
    if after not in _AFTER or not led:
        return None
    if any(t.low in _NO_BARE or t.kind in ("money", "year", "percent", "country") for t in tokens[end:at]):
        return None
    if any(t.kind == "number" and t.low in _NO_BARE for t in tokens[at + 1 : at + 3]):
        return None
    low, high = (number.value, number.value) if number.low is None else (number.low, number.high)
    if low is None or high is None or not 1 <= low <= high <= _LONGEST:
        return None
    if after in ("and", "or") and at + 2 < len(tokens) and tokens[at + 2].kind in ("number", "duration"):
        return None
    if number.qualifier == "at_most":
        return None, Decimal(high)
    if number.qualifier == "at_least":
        return Decimal(low), None
    return Decimal(low), Decimal(high)


def spread(tokens: Sequence[Token], end: int, at: int) -> tuple[Decimal, Decimal] | None:
    """ "…, and for labor trafficking from three to 10": both ends in years, where the number at `at` is the first."""
    if at + 2 >= len(tokens) or at - end > _REACH or tokens[at + 1].low not in ("to", "and"):
        return None
    if tokens[at - 1].low not in ("from", "between") or tokens[at + 2].kind != "number":
        return None
    low, high = tokens[at].value.value, tokens[at + 2].value.value
    after = tokens[at + 3].low if at + 3 < len(tokens) else "."
    if after not in _AFTER or low is None or high is None or not 1 <= low < high <= _LONGEST:
        return None
    return Decimal(low), Decimal(high)


def first_of_two(tokens: Sequence[Token], at: int) -> int:
    """ "up to five and eight years' imprisonment, respectively": the number before the span of time at `at`, or -1."""
    if at < 2 or tokens[at - 1].low not in ("and", "or") or tokens[at - 2].kind != "number":
        return -1
    number: Number = tokens[at - 2].value
    if not any(t.low == "respectively" for t in tokens[at + 1 : at + 22]):
        return -1
    return at - 2 if (number.value or number.low) else -1
