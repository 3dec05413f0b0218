"""Who gave an amount of money of fact_funding: the giver, the receiver, and givers abroad."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.document import Token

if TYPE_CHECKING:
    from ingest.grammar.funding_amounts import Amount

_SIGHT = 16  # tokens looked ahead for "from" and "by"


def funder(tokens: Sequence[Token], amount: Amount, since: int, limit: int, verb: int, report_country: str) -> str:
    """Who gave the money: the first actor of the clause, unless "from" or "by" names the giver after it."""
    for step in range(max(amount.start - 5, since), min(amount.end + _SIGHT, limit, len(tokens)) - 1):
        if tokens[step].low in ("from", "by") and not amount.start <= step < amount.end:
            for token in tokens[step + 1 : step + 7]:
                if token.kind in ("money", "period"):
                    break
                if tokens[step].low == "from" and _is_abroad(token, report_country) and step >= amount.end:
                    return "foreign_government"
                if tokens[step].low == "by" and "fund_give" not in tokens[step - 1].tags and step != amount.end:
                    break  # "a shelter run by an NGO"
                if who := actor_of(token, report_country):
                    abroad = any(_is_abroad(named, report_country) for named in tokens[step + 1 : step + 5])
                    return "foreign_government" if who == "government" and abroad else who
    then = tokens[amount.end : min(amount.end + 3, limit)]
    if then and then[0].low == "in" and any("fund_foreign" in token.tags for token in then):
        return "foreign_government"  # "$500 in donor funding"
    if verb and "fund_noun" in tokens[verb].tags and _is_abroad(tokens[verb - 1], report_country):
        return "foreign_government"  # "with a U.S. grant of"
    foreign = False
    for step in range(verb - 1, since, -1):
        if tokens[step].low == ";" or (
            tokens[step].low in ("and", "but", "while") and tokens[step - 1].low == "," and step + 1 < verb
        ):  # fmt: skip
            since = step + 1
            break
    # Who stands after a verb of giving receives ("paid an NGO").
    gives = not {"fund_give", "fund_weak"}.isdisjoint(tokens[verb].tags) and "fund_noun" not in tokens[verb].tags
    for step in range(since, verb if gives and verb < amount.start else max(amount.start, verb)):
        token = tokens[step]
        if _is_abroad(token, report_country):
            after = tokens[step + 1].low if step + 1 < len(tokens) else ""
            if after in ("government", "embassy", "governments", "agency", "grant", "grants") or step + 1 == verb:
                foreign = True
                continue
            if step + 1 < len(tokens) and "fund_noun" in tokens[step + 1].tags and step + 1 >= verb - 1:
                foreign = True
                continue
        if who := actor_of(token, report_country):
            following = tokens[step + 1] if step + 1 < len(tokens) else token
            if any(t.low in ("received", "receive", "receives", "receiving") for t in tokens[step + 1 : step + 4]):
                continue  # the receiver, not the giver
            if "fund_reporting" in following.tags and any("actor" in t.tags for t in tokens[step + 2 : verb]):
                continue
            if not foreign and _is_receiver(tokens, step):
                continue
            return "foreign_government" if foreign and who == "government" else who
    return "foreign_government" if foreign else "government"


def state_pays(tokens: Sequence[Token], begin: int, group: Amount) -> bool:
    """Does the government itself pay the compensation ("from the state fund"), rather than a court's defendant?"""
    words = tokens[max(begin, group.start - 25) : group.start]
    after = tokens[group.end : group.end + 7]
    for at, word in enumerate(after):
        if word.low == "from" and any("government" in t.tags or t.low == "fund" for t in after[at : at + 4]):
            return True
    if any(
        "fund_payer" in token.tags or token.low in ("ordered", "order", "court", "courts", "judge") for token in words
    ):
        return False
    return any("government" in token.tags or token.low in ("fund", "state", "budget") for token in words)


def _is_receiver(tokens: Sequence[Token], step: int) -> bool:
    """Does a preposition within three words make the actor at `step` a receiver or a partner ("for local NGOs")?"""
    for back in range(step - 1, max(step - 4, -1), -1):
        token = tokens[back]
        if token.low in ("to", "with", "for", "at", "through", "of", "against", "and"):
            return True
        if token.kind == "mark" or "actor" in token.tags or "fund_give" in token.tags:
            return False
    return False


def _is_abroad(token: Token, report_country: str) -> bool:
    """Does the token name another country than the report's?"""
    return token.kind == "country" and token.value.kind != "region" and token.value.code not in (None, report_country)


def actor_of(token: Token, report_country: str) -> str | None:
    """The kind of actor that a token names, as the column `funder` knows it; None for no actor."""
    tags = token.tags
    if "fund_private" in tags:
        return "unspecified"
    if "fund_foreign" in tags:
        return "foreign_government"
    if token.low in ("eu", "european union"):
        return "international_organization"
    for tag in ("government", "ngo", "international_organization"):
        if tag in tags and "actor" in tags:
            return tag
    if token.kind == "country" and token.value.code == report_country and token.value.kind == "country":
        return "government"
    return None
