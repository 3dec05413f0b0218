"""Whether an amount of money of fact_funding is all of its kind, a part of it, or that of one described case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.document import Token
from ingest.vocabulary.words import word_set

if TYPE_CHECKING:
    from ingest.grammar.funding_amounts import Amount

_ONE_CASE = word_set(
    "court judge tribunal magistrate each both him her defendant trafficker employer recruiter owner pimp"
)
_LOCAL = word_set("local municipal provincial regional")
_AUTHORITIES = word_set("government governments authorities")
_ONE_OF = word_set("a an one his her")
_OWED = word_set("victim woman girl boy man child worker survivor")
_RATES = (["per", "month"], ["a", "month"], ["per", "victim"], ["per", "day"], ["a", "day"], ["per", "person"],
          ["a", "week"], ["per", "woman"], ["per", "child"])  # fmt: skip


def scope_of(
    tokens: Sequence[Token],
    amount: Amount,
    begin: int,
    purpose: str,
    earlier: Sequence[str],
    compared: bool,
    further: bool,
) -> str:
    """`total`, `part` or `example`. `earlier` are the scopes of the amounts before it that are no comparison.

    `begin` is where the amount before this one ended; `compared` says that this one is a comparison's earlier value;
    `further` that an amount was given right before it, in this sentence or the last.
    """
    before = tokens[begin : amount.start]
    after = [token.low for token in tokens[amount.end : amount.end + 7]]
    if purpose == "compensation" and (
        any(token.low in _ONE_CASE for token in before)
        or "each" in after
        or _is_owed_to_one([token.low for token in before], after)
    ):
        return "example"  # what one court ordered in one case
    if is_local(before) or "each" in after[:4] or (before and before[0].low == "each"):
        return "part"
    if after[:2] in _RATES or after[:1] in (["monthly"], ["daily"], ["weekly"]):
        return "part"  # "$90 a month"
    if _is_one_of_several(tokens, amount, after) or (further and not compared and _is_further(before)):
        return "part"
    if compared and list(earlier) == ["total"]:
        # "$9 for care, including food, compared with $8 in 2012": a whole is compared with a whole
        return "total"
    return "part" if begin and any("part" in token.tags for token in before) else "total"


def _is_one_of_several(tokens: Sequence[Token], amount: Amount, after: Sequence[str]) -> bool:
    """ "$90 to one shelter and $80 to the other", "$90 to one of the shelters"."""
    for at in range(4):
        words = after[at : at + 3]
        if words[:2] == ["to", "one"]:
            later = [token.low for token in tokens[amount.end + at : amount.end + at + 25]]
            return words[2:] == ["of"] or "other" in later or "another" in later
        if words == ["to", "the", "other"] or words[:2] == ["to", "another"]:
            return True
    return False


def _is_further(before: Sequence[Token]) -> bool:
    """ "The government also provided $90 to two shelters": one amount of several."""
    return any(
        left.low in ("also", "additionally", "separately") and "fund_give" in right.tags
        for left, right in pairwise(before)
    )


def _is_owed_to_one(before: Sequence[str], after: Sequence[str]) -> bool:
    """Does one victim get the money ("to a victim", "pay his victim")?"""
    for words in (before[-4:], after):
        if any(left in _ONE_OF and right in _OWED for left, right in pairwise(words)):
            return True
    return False


def is_local(tokens: Sequence[Token]) -> bool:
    """Do local governments give the money, a part of what the country gives?"""
    return any(token.low in _LOCAL and follow.low in _AUTHORITIES for token, follow in pairwise(tokens))
