"""Reading one sentence's amounts of money for fact_funding: pairs of currencies, cues, deltas, periods, purposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.document import Token
from ingest.vocabulary.money import Money, decimal
from ingest.vocabulary.periods import Period


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Words that make two amounts one: "(approximately the equivalent of $500)", "or about $500".
_EQUAL = _set(
    "or the an equivalent equivalents to of approximately about roughly around at time current exchange rate rates us"
    " usd u.s. dollars dollar value valued some that is as = ~ then in local currency nearly over conversion using"
)
_STEP = 35  # tokens looked back for the verb or noun that governs an amount
_SIGHT = 16  # tokens looked ahead for an amount's own year and purpose
_NEW_CLAUSE = _set("held ran met led made took who while but although however it they")
_SUMS = _set("total sum worth program programs project projects support initiative")
_PURPOSES = ("for_training", "for_victim", "for_prevention", "for_law_enforcement")
_NAMES = {"for_training": "training", "for_victim": "victim_assistance", "for_prevention": "prevention",
          "for_law_enforcement": "law_enforcement"}  # fmt: skip
_CARE = _set("assistance services care protection protective assist assisting support home homes center centers")


@dataclass(slots=True)
class Amount:
    """One stated amount: tokens [start, end), the amount as stated, its dollars, offsets of the numbers it takes."""

    start: int
    end: int
    stated: Money
    dollars: Money | None
    takes: tuple[int, ...]
    enclosed: bool = False

    def columns(self) -> dict[str, Any]:
        """The money columns of fact_funding."""
        single = self.stated.low == self.stated.high
        dollars = self.stated if self.stated.currency == "USD" else self.dollars
        return {
            "amount": decimal(self.stated.low) if single else None,
            "amount_low": None if single else decimal(self.stated.low),
            "amount_high": None if single else decimal(self.stated.high),
            "currency": self.stated.currency,
            "amount_usd": dollars.amount if dollars else None,
            "status": "zero" if single and self.stated.low == 0 else "reported",
            "qualifier": self.stated.qualifier,
        }


def amounts(tokens: Sequence[Token]) -> list[Amount]:
    """The amounts of a sentence in order, a local amount and its dollars taken together."""
    found: list[Amount] = []
    index, size = 0, len(tokens)
    while index < size:
        token = tokens[index]
        if token.kind != "money":
            index += 1
            continue
        second, end = _partner(tokens, index)
        enclosed = index > 0 and tokens[index - 1].low == "("
        if second is None:
            found.append(Amount(index, index + 1, token.value, None, (token.start,), enclosed))
            index += 1
            continue
        first, other = token.value, tokens[second].value
        stated, dollars = (other, first) if first.currency == "USD" else (first, other)
        # The hedge of the amount that stands first is the statement's own; that in parentheses is the conversion's.
        stated = Money(stated.currency, stated.low, stated.high, first.qualifier)
        found.append(Amount(index, end, stated, dollars, (token.start, tokens[second].start), enclosed))
        index = end
    return found


def _partner(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """The amount in another currency that says the same as the one at `index`, and where the pair ends."""
    size = len(tokens)
    at = index + 1
    if at + 4 < size and tokens[at].low == "(" and tokens[at + 3].low == ")" and tokens[at + 4].low == "(":
        at += 4  # "950,000 Canadian dollars (C$) ($818,000)"
    if at >= size or (tokens[at].low not in ("(", ",", "or", "[") and not _equates(tokens, at)):
        return None, at
    bracket = tokens[at].low in ("(", "[")
    stated = False
    for step in range(at + 1 if tokens[at].low in ("(", ",", "[") else at, min(at + 10, size)):
        token = tokens[step]
        if token.kind == "money":
            here, there = tokens[index].value.currency, token.value.currency
            if here == there or "USD" not in (here, there) or not (bracket or stated):
                return None, index + 1
            end = step + 1
            if bracket:
                for close in range(end, min(end + 12, size)):
                    if tokens[close].low in (")", "]"):
                        # "(… in 2016)" says more than the equivalent: the year belongs to the pair.
                        return step, close + 1
                    if tokens[close].low not in _EQUAL and tokens[close].kind != "period":
                        break
            return step, end
        if token.kind not in ("word", "mark") or token.low not in _EQUAL:
            return None, index + 1
        stated = stated or token.low in ("or", "equivalent", "equivalents", "about", "approximately")
    return None, index + 1


def _equates(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "equivalent" or (
        tokens[at].low == "the" and at + 1 < len(tokens) and tokens[at + 1].low == "equivalent"
    )


def is_change(tokens: Sequence[Token], amount: Amount) -> bool:
    """Is the amount a difference ("increased by $500", "an increase of $500", "$500 more than"), not a level?"""
    at = amount.start
    before = tokens[at - 1].low if at else ""
    if before == "by" and any("fund_delta" in token.tags for token in tokens[max(at - 8, 0) : at]):
        return True
    if before == "of" and any(
        token.low in ("increase", "decrease", "reduction", "cut", "rise", "decline")
        for token in tokens[max(at - 3, 0) : at]
    ):  # fmt: skip
        return True
    after = [token.low for token in tokens[amount.end : amount.end + 3]]
    if after[:2] in (["more", "than"], ["less", "than"]) or after[:1] == ["increase"] or after[:1] == ["decrease"]:
        return True
    return after[:1] == ["more"] and after[1:2] == ["than"]


def is_compared(tokens: Sequence[Token], amount: Amount, since: int, last_compared: bool) -> bool:
    """Is the amount the earlier value of a comparison? `since` is where the amount before it ended."""
    between = tokens[since : amount.start]
    if amount.start and tokens[amount.start - 1].low == "to" and last_compared:
        return False  # "from $3 to $5": the second is the figure
    for at, token in enumerate(between):
        # "assisted 90 victims, up from 67, at a cost of $500": the comparison is of victims
        if "cmp" in token.tags and not any(t.kind == "number" for t in between[at + 1 :]):
            return True
    lows = [token.low for token in between]
    if lows and lows[-1] == "from":
        return any("fund_delta" in token.tags for token in tokens[max(amount.start - 9, 0) : amount.start]) or bool(
            since
        )
    if len(lows) >= 2 and lows[-1] in ("the", "over", "than") and ("over" in lows[-3:] or "than" in lows[-3:]):
        return True
    if last_compared and all(
        token.kind in ("mark", "period") or token.low in ("and", "in", "or", "for", "during", "the")
        for token in between
    ) and ";" not in lows:  # fmt: skip
        return True
    if amount.enclosed and since:
        for token in tokens[amount.end : amount.end + 8]:
            if token.kind == "period":
                return True
            if token.low == ")":
                break
    return False


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
    if amount.end < len(tokens) and tokens[amount.end].low == "from":
        for token in tokens[amount.end + 1 : amount.end + 6]:
            if token.kind == "mark":
                break
            if _who(token, "") or (token.kind == "country" and token.value.kind == "country"):
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
            return True, step
        if "fund_give" in tags or "fund_noun" in tags:
            if _another_gives(tokens, step, since, section):
                return False, step
            return True, weak if weak is not None else step
        if "fund_weak" in tags and (weak is None or tokens[weak].low in _SUMS):
            weak = step
    if weak is not None:
        return _weakly(tokens, amount, since, weak, section), weak
    return None, amount.start


def _weakly(tokens: Sequence[Token], amount: Amount, since: int, weak: int, section: str) -> bool:
    """Does a verb that many kinds of money share ("paid", "cost", "received") speak of money for victims here?"""
    tags = frozenset().union(*(token.tags for token in tokens[since : amount.end + _SIGHT]))
    if "fund_not" in tags or _another_gives(tokens, weak, since, section):
        return False
    low = tokens[weak].low
    if low in ("cost", "costs") and weak and tokens[weak - 1].low == "a":
        return section in ("protection", "prevention", "prosecution")  # "at a cost of"
    if "for_victim" not in tags and "for_general" not in tags:
        return False
    if "government" in tags or "for_general" in tags:
        return True
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


_INTO = _set("in during for since of by from between early late mid through until fy year and , ( to over fiscal as on")


def is_moment(tokens: Sequence[Token], step: int) -> bool:
    """Is the token a period that a figure can speak of, and no part of a plan's name ("its new 2022-2026 plan")?"""
    token = tokens[step]
    if token.kind != "period" or token.value.form == "span_now":
        return False
    if token.value.form not in ("year", "span", "date", "fiscal"):
        return True
    if step == 0 or tokens[step - 1].low in _INTO:
        return True
    return any("fund_noun" in t.tags or t.low in ("fiscal", "financial") for t in tokens[step + 1 : step + 4])


def own_periods(tokens: Sequence[Token], amount: Amount, limit: int) -> list[tuple[int, Period]]:
    """The periods stated for the amount after it, before the next amount or comparison: (token index, period)."""
    # inside the pair: "(30,000 rupiah in 2016)"
    found = [(step, tokens[step].value) for step in range(amount.start, amount.end) if is_moment(tokens, step)]
    if found:
        return found
    for step in range(amount.end, min(limit, amount.end + _SIGHT, len(tokens))):
        token = tokens[step]
        if "cmp" in token.tags or token.low in (";", "than", "same"):
            break  # "no more than in 2012": the year of a comparison
        if token.low == "(" and step > amount.end:
            break
        if token.low in ("that", "which", "who", "whose"):
            break  # "a shelter that opened in 2006"
        if is_moment(tokens, step):
            found.append((step, token.value))
            follow = step + 1
            while (
                follow + 1 < min(limit, len(tokens)) and tokens[follow].low in ("and", ",", "or")
                and tokens[follow + 1].kind == "period" and token.value.form == "year"
            ):  # fmt: skip
                found.append((follow + 1, tokens[follow + 1].value))
                follow += 2
            break
    return found


def purpose(tokens: Sequence[Token], amount: Amount, since: int, limit: int, decided_at: int, section: str) -> str:
    """What the money was for: the words after it, else those before it, else the section."""
    near = [*tokens[amount.end : min(amount.end + 4, limit)], tokens[decided_at]]
    if any("fund_victim" in token.tags for token in near):
        return "compensation"
    after = tokens[amount.end : min(amount.end + 24, limit)]
    after = _own_clause(after)
    before = tokens[max(since, amount.start - 18) : amount.start]
    for step in range(len(before) - 1, -1, -1):
        if before[step].low == ";":
            before = before[step + 1 :]
            break
    if any("fund_victim" in token.tags for token in after[:8]) and not any("for_victim" in t.tags for t in after[:4]):
        return "compensation"
    if tokens[decided_at].low in ("pay", "paid", "payment", "awarded", "ordered", "award") and any(
        token.low in ("ordered", "court", "courts", "judge", "order") or "fund_payer" in token.tags for token in before
    ):
        return "compensation"
    own = _own_clause(tokens[amount.end : min(amount.end + 12, limit)])
    if any("fund_victim" in t.tags and at and own[at - 1].low in ("as", "in", "for") for at, t in enumerate(own)):
        return "compensation"
    if tokens[decided_at].low in ("awarded", "award") and decided_at and (
        tokens[decided_at - 1].low in ("was", "were", "been", "courts", "court", "judges", "judge")
    ):  # fmt: skip
        return "compensation"
    for words in (after, before):
        if found := _purpose_of(words):
            return found
    if any(token.low in _CARE for token in after):
        return "victim_assistance"
    return {"protection": "victim_assistance", "prevention": "prevention"}.get(section, "general")


def _own_clause(after: Sequence[Token]) -> Sequence[Token]:
    """The words after an amount up to the next clause ("…, which spent", "… and provided", ";")."""
    for step, token in enumerate(after):
        follow = after[step + 1] if step + 1 < len(after) else token
        if token.low == ";" or (token.low == "," and follow.low == "which"):
            return after[:step]
        if token.low in ("and", ",", "but") and step + 2 < len(after):
            ahead = after[step + 1 : step + 4]
            if "fund_give" in follow.tags and follow.low.endswith(("ed", "spent", "gave")):
                return after[:step]
            if token.low == "," and (follow.low.endswith("ed") or follow.low in _NEW_CLAUSE):
                return after[:step]
            if "actor" in follow.tags and any("fund_give" in token.tags for token in ahead):
                return after[:step]
    return after


def states_purpose(tokens: Sequence[Token], amount: Amount, limit: int) -> bool:
    """Do the words after the amount say what it is for?"""
    return _purpose_of(_own_clause(tokens[amount.end : min(amount.end + 24, limit)])) is not None


def _purpose_of(words: Sequence[Token]) -> str | None:
    """The purpose that some words name: the first specific one; several of equal rank are `general`."""
    stops: list[str] = []
    general = False
    previous = ""
    for token in words:
        tags = token.tags
        if token.low == ";" or "cmp" in tags:
            break
        for tag in _PURPOSES:
            if tag in tags and tag not in stops:
                stops.append(tag)
        general = general or "for_general" in tags
        if token.low in ("program", "programme") and previous == "national":
            general = True
        previous = token.low
    if not stops:
        return "general" if general and not any(token.low in _CARE for token in words) else None
    if "for_training" in stops and stops[0] in ("for_training", "for_law_enforcement"):
        return "training"
    if len(stops) > 2:
        return "general"
    return _NAMES[stops[0]]


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
                if who := _who(token, report_country):
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
        if who := _who(token, report_country):
            following = tokens[step + 1] if step + 1 < len(tokens) else token
            if any(t.low in ("received", "receive", "receives", "receiving") for t in tokens[step + 1 : step + 4]):
                continue  # the receiver, not the giver
            if "fund_reporting" in following.tags and any("actor" in t.tags for t in tokens[step + 2 : verb]):
                continue
            if not foreign and _is_receiver(tokens, step):
                continue
            return "foreign_government" if foreign and who == "government" else who
    return "foreign_government" if foreign else "government"


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


def _who(token: Token, report_country: str) -> str | None:
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
