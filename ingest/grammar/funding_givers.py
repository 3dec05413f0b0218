"""Who gave an amount of money of fact_funding: the giver, the receiver, and givers abroad."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.document import Token
from ingest.vocabulary.words import word_set

if TYPE_CHECKING:
    from ingest.grammar.funding_amounts import Amount

_RECEIVES = word_set("received receive receives receiving got gets getting obtained obtains obtaining secured secures")
_ABROAD = word_set("government embassy governments agency grant grants department ministry embassies")
_SCHEMES = word_set("program programs project projects programme initiative package agreement")
_SUPPORT = word_set("agreement support contribution donation grant help assistance")
_BETWEEN = word_set("had has also in the itself reportedly separately")
_SUBJECT_AFTER = word_set("which while whereas")
_ABOVE = frozenset(("fund_io", "by:international_organization"))
_HOUSES = word_set("office offices mission missions branch")
_SIGHT = 16  # tokens looked ahead for "from" and "by"


def funder(tokens: Sequence[Token], amount: Amount, since: int, limit: int, verb: int, report_country: str) -> str:
    """Who gave the money: the first actor of the clause, unless "from" or "by" names the giver after it."""
    if amount.enclosed and amount.start > 1:
        named = tokens[amount.start - 2]
        if _is_abroad(named, report_country):
            return "foreign_government"  # "donors gave: Norway ($900), the EU ($800)"
        if (who := actor_of(named, report_country)) is not None:
            return who
    if (who := giver_after(tokens, amount, limit, report_country)) is not None:
        return who
    if (who := _named_giver(tokens, amount, max(amount.start - 5, since), amount.start, report_country)) is not None:
        return who
    if (who := _beside(tokens, amount, since, verb, report_country)) is not None:
        return who
    then = tokens[amount.end : min(amount.end + 3, limit)]
    if then and then[0].low == "in" and any("fund_foreign" in token.tags for token in then):
        return "foreign_government"  # "$500 in donor funding"
    if verb and ("fund_noun" in tokens[verb].tags or tokens[verb].low in _SCHEMES) and (
        _is_abroad(tokens[verb - 1], report_country) or "fund_foreign" in tokens[verb - 1].tags
    ):  # fmt: skip
        return "foreign_government"  # "with a U.S. grant of", "a USAID program of"
    if tokens[verb].low in ("raised", "raising") and any(
        "ngo" in token.tags or "by:ngo" in token.tags for token in tokens[since:verb]
    ):  # fmt: skip
        return "ngo"
    foreign = False
    for step in range(verb - 1, since, -1):
        if tokens[step].low in (";", ":") or (
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
            if (
                after == ","
                and step - since < 3
                and step + 2 < len(tokens)
                and tokens[step + 2].low in ("through", "via")
            ):
                return "foreign_government"  # "Norway, through the UN, gave $900"
            if after in _ABROAD or step + 1 == verb:
                foreign = True
                continue
            if step + 1 < len(tokens) and "fund_noun" in tokens[step + 1].tags and step + 1 >= verb - 1:
                foreign = True
                continue
        if who := actor_of(token, report_country):
            following = tokens[step + 1] if step + 1 < len(tokens) else token
            if any(t.low in _RECEIVES for t in tokens[step + 1 : step + 4]):
                continue  # the receiver, not the giver
            if "fund_reporting" in following.tags and any("actor" in t.tags for t in tokens[step + 2 : verb]):
                continue
            if not foreign and _is_receiver(tokens, step, since):
                continue
            return "foreign_government" if foreign and who == "government" else who
    return "foreign_government" if foreign else "government"


def giver_after(tokens: Sequence[Token], amount: Amount, limit: int, report_country: str) -> str | None:
    """Whom "from" or "by" after the amount names as its giver."""
    stop = min(amount.end + _SIGHT, limit, len(tokens)) - 1
    return _named_giver(tokens, amount, amount.end, stop, report_country)


def _named_giver(tokens: Sequence[Token], amount: Amount, first: int, last: int, report_country: str) -> str | None:
    """Whom "from" or "by" names as the giver between two places: "$900 from the EU", "contributed by Norway"."""
    for step in range(first, last):
        low = tokens[step].low
        if (
            low not in ("from", "by", "out of") and not (low == "out" and tokens[step + 1].low == "of")
            and not (step < amount.start and low in ("with", "of") and tokens[step - 1].low in _SUPPORT)
        ):  # fmt: skip
            continue
        if amount.start <= step < amount.end:
            continue
        given = "fund_give" in tokens[step - 1].tags or tokens[step - 1].low == "paid"
        passive = step == amount.end + 1 and tokens[amount.end].low == ","  # "was given $900, by the UN"
        if low == "by" and not given and step != amount.end and not passive:
            continue  # "a shelter run by an NGO"
        found: list[str] = []
        for at in range(step + 1, min(step + 7, len(tokens))):
            token = tokens[at]
            if token.kind in ("money", "period") or token.low in (";", "to", "for", "in"):
                break
            if (
                _is_abroad(token, report_country)
                and (low != "by" or given)
                and (step >= amount.end or low in ("with", "of"))
            ):
                found.append("foreign_government")
                break
            if "fund_state" in token.tags or token.low == "state":
                found.append("government")
                break
            if who := actor_of(token, report_country):
                abroad = any(_is_abroad(named, report_country) for named in tokens[step + 1 : step + 5])
                found.append("foreign_government" if who == "government" and abroad else who)
                break
        if found:
            if [token.low for token in tokens[at + 1 : at + 3]] == ["and", low]:
                others = _named_giver(tokens, amount, at + 2, at + 3, report_country)
                return found[0] if others == found[0] else "unspecified"  # "from the EU and from Norway"
            return found[0]
    return None


def _beside(tokens: Sequence[Token], amount: Amount, since: int, verb: int, report_country: str) -> str | None:
    """The giver right before the verb: "with Norway contributing $900", "the EU, which bore $900"."""
    if not since < verb < amount.start or {"fund_give", "fund_weak"}.isdisjoint(tokens[verb].tags):
        return None
    if tokens[verb].low in _RECEIVES or "fund_noun" in tokens[verb].tags:
        return None
    at = verb - 1
    while at > since + 1 and (tokens[at].low in _BETWEEN or tokens[at].kind == "period"):
        at -= 1
    if at > since and tokens[at - 1].low in _SUBJECT_AFTER and not tokens[verb].low.endswith("ing"):
        who = "foreign_government" if _is_abroad(tokens[at], report_country) else actor_of(tokens[at], report_country)
        if who is not None:
            return who  # "for which the IOM had paid $900"
    at = verb - 1
    if tokens[at].low in ("which", "who", "that") and at > since:
        at -= 2 if tokens[at - 1].low == "," else 1
    elif not tokens[verb].low.endswith("ing"):
        return None
    if at <= since:
        return None
    if _is_abroad(tokens[at], report_country):
        return "foreign_government"
    return actor_of(tokens[at], report_country)


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


def _is_receiver(tokens: Sequence[Token], step: int, since: int) -> bool:
    """Does a preposition within three words make the actor at `step` a receiver or a partner ("for local NGOs")?"""
    for back in range(step - 1, max(step - 4, since - 1, -1), -1):
        token = tokens[back]
        if token.low == "of" and back and tokens[back - 1].low in _HOUSES:
            return False  # "the office of IOM"
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
    if token.low in ("eu", "european union") or not _ABOVE.isdisjoint(tags):
        return "international_organization"
    for tag in ("government", "ngo", "international_organization"):
        if tag in tags and "actor" in tags:
            return tag
    if token.kind == "country" and token.value.code == report_country and token.value.kind == "country":
        return "government"
    return None
