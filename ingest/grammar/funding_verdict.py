"""Is an amount of money funding, or money of another kind? The verbs and nouns around it decide."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.funding_amounts import SIGHT, Amount
from ingest.grammar.funding_givers import actor_of
from ingest.vocabulary.words import word_set

_STEP = 35  # tokens looked back for the verb or noun that governs an amount
_SUMS = word_set("total sum worth program programs project projects support initiative")
_MADE = word_set("made make makes making")


def verdict(tokens: Sequence[Token], amount: Amount, since: int, section: str) -> tuple[bool | None, int]:
    """Is the amount funding (True), other money (False), or undecided (None)? With the index of what decided."""
    for step in range(amount.end, min(amount.end + 4, len(tokens))):
        token = tokens[step]
        if token.kind == "mark" or token.low in ("to", "from", "and") or "cmp" in token.tags:
            break
        if token.low == "for" and step > amount.end:
            break
        tags = token.tags
        if "fund_not" in tags:
            return False, step
        if "fund_victim" in tags or "fund_noun" in tags or token.low in ("contract", "contracts"):
            return True, step
        if "fund_give" in tags and tokens[step - 1].low in ("was", "were", "been", "it", "government", "the"):
            return True, step
    if amount.end < len(tokens) and tokens[amount.end].low == "available":
        made = next((step for step in range(amount.start - 1, max(amount.start - 5, since - 1), -1)
                     if tokens[step].low in _MADE), None)  # fmt: skip
        if made is not None:
            return True, made
    if amount.end < len(tokens) and tokens[amount.end].low == "from":
        for token in tokens[amount.end + 1 : amount.end + 6]:
            if token.kind == "mark":
                break
            if actor_of(token, "") or (token.kind == "country" and token.value.kind == "country"):
                return True, amount.start
    weak: int | None = None
    for step in range(amount.start - 1, max(since - 1, amount.start - _STEP, -1), -1):
        token = tokens[step]
        if token.low == ";" or token.low == ":":
            break
        tags = token.tags
        if not tags:
            continue
        if "fund_not" in tags:
            return False, step
        if "fund_victim" in tags:
            return not _is_in_law(tokens, since, step), step
        if "fund_give" in tags or "fund_noun" in tags:
            if _another_gives(tokens, step, since, section):
                return False, step
            return True, weak if weak is not None else step
        if token.low in ("pay", "paid") and _is_ordered(tokens, amount, since, step):
            return True, step
        if "fund_weak" in tags and (weak is None or tokens[weak].low in _SUMS):
            weak = step
    if weak is not None:
        return _weakly(tokens, amount, since, weak, section), weak
    return None, amount.start


def _is_ordered(tokens: Sequence[Token], amount: Amount, since: int, verb: int) -> bool:
    """ "sentenced him to prison and ordered him to pay $900 to the victim"."""
    if not any(token.low in ("ordered", "required") for token in tokens[max(since, verb - 8) : verb]):
        return False
    near = (*tokens[verb + 1 : amount.start], *tokens[amount.end : amount.end + 6])
    return any(token.low in ("victim", "victims") for token in near) and not any("fund_not" in t.tags for t in near)


def _is_in_law(tokens: Sequence[Token], since: int, stop: int) -> bool:
    """ "The law provides for compensation of up to $900": what may be paid, and not what was."""
    for at in range(stop - 1, max(0, stop - _STEP) - 1, -1):
        if tokens[at].low == ";":
            return False
        if tokens[at].low in _ASKED_FOR and at > since:
            return True
        if "law" in tokens[at].tags and any(token.low in _PROVIDES for token in tokens[at + 1 : at + 4]):
            return True
    return False


_ASKED_FOR = word_set("eligible entitled requested sought demanded requesting seeking")
_PROVIDES = word_set("provides provided allows allowed entitles entitled permits permitted authorizes mandates requires"
                 " stipulates caps prescribes")  # fmt: skip


def _weakly(tokens: Sequence[Token], amount: Amount, since: int, weak: int, section: str) -> bool:
    """Does a verb that many kinds of money share ("paid", "cost", "received") speak of money for victims here?"""
    stop = amount.end
    while stop < min(amount.end + SIGHT, len(tokens)) and tokens[stop].low not in (",", ";"):
        stop += 1
    tags = frozenset().union(*(token.tags for token in tokens[since:stop]))
    if "fund_not" in tags or _another_gives(tokens, weak, since, section):
        return False
    low = tokens[weak].low
    if low in ("cost", "costs") and weak and tokens[weak - 1].low == "a":
        return section in ("protection", "prevention", "prosecution")  # "at a cost of"
    if "for_victim" not in tags and "for_general" not in tags:
        return False
    if "government" in tags or "for_general" in tags:
        return True
    if low in ("receive", "received", "receives") and section == "protection" and "fund_payer" not in tags:
        return any("for_victim" in token.tags for token in tokens[max(weak - 9, since) : weak])
    if low == "assistance" and section == "protection":
        return "for_victim" in tags and "fund_payer" not in tags
    paid = low in ("pay", "paid", "pays", "payment", "payments")
    by_victims = any("for_victim" in token.tags for token in tokens[max(weak - 4, since) : weak])
    return paid and not by_victims and "fund_payer" not in tags and section != "profile"


def _another_gives(tokens: Sequence[Token], verb: int, since: int, section: str) -> bool:
    """Does a trafficker, an employer or a family give the money, and no authority stands in the clause?"""
    private = official = False
    for token in tokens[max(since, verb - 12) : verb]:
        private = private or "fund_payer" in token.tags
        official = official or "actor" in token.tags or token.kind == "country"
    if private and not official:
        return True
    return section == "profile" and not official
