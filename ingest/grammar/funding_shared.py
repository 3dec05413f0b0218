"""Sums of money that print no currency of their own, because an amount beside them has said it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.vocabulary.money import Money
from ingest.vocabulary.words import word_set

# A count is followed by what it counts; a sum of money may be followed by one of these, or by a mark or a period.
_NO_COUNTED_NOUN = word_set(
    "in to for from during on was were per annually yearly monthly at with under by as a went came toward towards over"
    " each through came is are had has could"
)
_OF_IT = word_set("it this that which these the")
_BEFORE = word_set("from to than of and or with the another only a further just , ( — – over about which was were to")
_SCALES = ("million", "billion", "thousand", "trillion", "lakh", "lakhs", "crore", "crores")
_LEAST = 100.0  # no smaller count is money without its currency
_NEAR, _FAR = 10.0, 60.0  # how many times the other amount it may be, without and with a word such as "million"


def currency_said_before(tokens: Sequence[Token], index: int, last: Money | None, same: bool) -> Money | None:
    """ "compared with 8 million in 2012": the number at `index` as money, if the amount before it was `last`.

    `same` says that this amount stands in the same sentence.
    """
    number = tokens[index].value
    if last is None or number.value is None or not (_has_scale(tokens[index]) or (same and not number.spelled)):
        return None
    if index and "cmp" not in tokens[index - 1].tags and tokens[index - 1].low not in _BEFORE and not (
        {"fund_give", "fund_weak"} & tokens[index - 1].tags
    ):  # fmt: skip
        return None
    if not _is_near(float(number.value), last, tokens[index]) or not _stands_alone(tokens, index):
        return None
    return Money(last.currency, float(number.value), float(number.value), number.qualifier)


def currency_said_after(tokens: Sequence[Token], index: int) -> Money | None:
    """ "awarded 15,000 and 22,000 francs", "150, 200, and 300 euros": the number at `index` as money."""
    number = tokens[index].value
    if number.value is None or (number.spelled and not _has_scale(tokens[index])):
        return None
    step = index + 1
    if [token.low for token in tokens[step : step + 2]] in (["of", "the"], ["of", "its"]):
        whole = tokens[step + 2] if step + 2 < len(tokens) else tokens[index]
        if (
            whole.kind == "money"
            and whole.low[0].isdigit()
            and _is_near(float(number.value), whole.value, tokens[index])
        ):
            return Money(whole.value.currency, float(number.value), float(number.value), number.qualifier)
        return None  # "released 250,000 of the 1 million cedis"
    while step < len(tokens) and tokens[step].low in ("and", ",", "or") and step - index < 7:
        step += 1
        if step < len(tokens) and tokens[step].low == "and":
            step += 1
        if step >= len(tokens):
            return None
        token = tokens[step]
        if token.kind == "money" and token.low[0].isdigit() and token.value.low == token.value.high:
            if not _is_near(float(number.value), token.value, tokens[index]):
                return None
            return Money(token.value.currency, float(number.value), float(number.value), number.qualifier)
        if token.kind != "number":
            return None
        step += 1
    return None


def _has_scale(token: Token) -> bool:
    return token.low.endswith(_SCALES)


def _is_near(value: float, other: Money, token: Token) -> bool:
    """Is a number of the same order as an amount, so that both may be sums of money?"""
    if value < _LEAST or not other.low:
        return False
    times = value / other.low
    bound = _FAR if _has_scale(token) else _NEAR
    return 1 / bound <= times <= bound


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Does no counted noun follow the number ("8 million in 2012", "10.3 million was paid", "2 million of it")?"""
    if index + 1 >= len(tokens):
        return True
    token = tokens[index + 1]
    if token.kind in ("mark", "period"):
        return token.low != "-"
    if token.low == "of" and index + 2 < len(tokens):
        return tokens[index + 2].low in _OF_IT and _has_scale(tokens[index])
    if token.low in _NO_COUNTED_NOUN:
        return True
    return _has_scale(tokens[index]) and (token.low == "and" or "fund_give" in token.tags)
