"""Reading one sentence's amounts of money for fact_funding: pairs of currencies, cues, deltas and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ingest.document import Token
from ingest.grammar.funding_shared import currency_said_after, currency_said_before
from ingest.vocabulary.money import Money, decimal
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

# Words that make two amounts one: "(approximately the equivalent of $500)", "or about $500".
_EQUAL = word_set(
    "or the an equivalent equivalents to of approximately about roughly around at time current exchange rate rates us"
    " usd u.s. dollars dollar value valued some that is as = ~ then in local currency nearly over conversion using"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = frozenset(("(", ",", "[", "–", "—", "-"))
_PAIRING = _MARKS | {"or"}
_RATES = (0.4, 2.5)  # how far the dollar may have moved between two amounts of a sentence
SIGHT = 16  # tokens looked ahead for an amount's own year and purpose


@dataclass(slots=True)
class Amount:
    """One stated amount: tokens [start, end), the amount as stated, its dollars, offsets of the numbers it takes."""

    start: int
    end: int
    stated: Money
    dollars: Money | None
    takes: tuple[int, ...]
    enclosed: bool = False
    # Of "from $3 to $5" one token: "from" is the earlier value, "to" the one that it rose to.
    turn: str = ""

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


def amounts(tokens: Sequence[Token], last: Money | None = None) -> list[Amount]:
    """The amounts of a sentence in order, a local amount and its dollars taken together.

    `last` is the amount that the sentence before ended with: its currency may go without saying.
    """
    found: list[Amount] = []
    index, size = 0, len(tokens)
    while index < size:
        token = tokens[index]
        if token.kind == "number":
            bare = currency_said_after(tokens, index) or currency_said_before(
                tokens, index, found[-1].stated if found else last, bool(found)
            )
            if bare is not None and not _has_dollars(tokens, index):
                found.append(Amount(index, index + 1, bare, None, (token.start,), tokens[index - 1].low == "("))
            index += 1
            continue
        if token.kind != "money":
            index += 1
            continue
        if _is_turn(tokens, index):
            value = token.value
            for turn, level in (("from", value.low), ("to", value.high)):
                level_of = Money(value.currency, level, level, value.qualifier)
                found.append(Amount(index, index + 1, level_of, None, (token.start,), turn=turn))
            index += 1
            continue
        second, end = _partner(tokens, index)
        enclosed = index > 0 and tokens[index - 1].low == "("
        if second is None and (told := _shared_currency(tokens, index, found)) is not None:
            found.append(told)
            index = told.end
            continue
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


def _has_dollars(tokens: Sequence[Token], index: int) -> bool:
    """Do dollars follow in parentheses, with which the number is taken together?"""
    return index + 2 < len(tokens) and tokens[index + 1].low == "(" and tokens[index + 2].kind == "money"


def _is_turn(tokens: Sequence[Token], index: int) -> bool:
    """ "increased its budget from $3 to $5" is no range: two levels, that of the year before and that of this one."""
    value = tokens[index].value
    if value.low == value.high or not index or tokens[index - 1].low != "from":
        return False
    return any("fund_delta" in token.tags for token in tokens[max(index - 12, 0) : index])


def _shared_currency(tokens: Sequence[Token], index: int, found: Sequence[Amount]) -> Amount | None:
    """ "3 million pesos ($60,000), up from 2 million ($40,000)": the currency was said with the amount before."""
    currency = found[-1].stated.currency if found else "USD"
    if index < 2 or currency == "USD" or tokens[index].value.currency != "USD":
        return None
    number = tokens[index - 2]
    if tokens[index - 1].low != "(" or number.kind != "number" or number.value.value is None:
        return None
    close = next((at for at in range(index + 1, min(index + 9, len(tokens))) if tokens[at].low == ")"), index)
    value = float(number.value.value)
    earlier = found[-1]
    if earlier.dollars is None or not earlier.dollars.low or not tokens[index].value.low:
        return None
    change = (value / tokens[index].value.low) / (earlier.stated.low / earlier.dollars.low or 1.0)
    if not _RATES[0] < change < _RATES[1]:
        return None  # "and trained 40 officers ($9,000)": no sum of that currency
    stated = Money(currency, value, value, number.value.qualifier)
    return Amount(index - 2, close + 1, stated, tokens[index].value, (number.start, tokens[index].start))


def _partner(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """The amount in another currency that says the same as the one at `index`, and where the pair ends."""
    size = len(tokens)
    at = index + 1
    if at + 4 < size and tokens[at].low == "(" and tokens[at + 3].low == ")" and tokens[at + 4].low == "(":
        at += 4  # "950,000 Canadian dollars (C$) ($818,000)"
    elif at + 3 < size and tokens[at].low == "(" and tokens[at + 2].low == ")" and tokens[at + 3].low == "(":
        at += 3  # "4 million Nepali rupees (NPR) ($34,000)"
    if at < size and tokens[at].low == "[":
        at = _after_note(tokens, at)
    if at >= size or (tokens[at].low not in _PAIRING and not _equates(tokens, at)):
        return None, at
    bracket = tokens[at].low in ("(", "[")
    # "3 million dong, about $50": a hedge makes the second one a conversion
    stated = not bracket and at + 1 < size and tokens[at + 1].kind == "money" and (
        tokens[at + 1].value.qualifier == "approximately"
    )  # fmt: skip
    for step in range(at + 1 if tokens[at].low in _MARKS else at, min(at + 10, size)):
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


def _after_note(tokens: Sequence[Token], at: int) -> int:
    """Where the dollars stand behind a note in square brackets: "4.5 million ouguiya [of 2017] MRO ($12,000)"."""
    if any(token.kind == "money" for token in tokens[at : at + 4]):
        return at
    for close in range(at + 1, min(at + 25, len(tokens) - 2)):
        if tokens[close].low == "]":
            return next((step for step in (close + 1, close + 2) if tokens[step].low == "("), at)
    return at


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


_MULTIPLES = word_set("twice double triple half times third quarter exceeding surpassing exceeded surpassed fraction")
_MEASURING = word_set("than from as over")


_MORE = word_set("further additional extra another")


def is_compared(tokens: Sequence[Token], amount: Amount, since: int, last_compared: bool) -> bool:
    """Is the amount the earlier value of a comparison? `since` is where the amount before it ended."""
    if amount.turn:
        return amount.turn == "from"
    between = tokens[since : amount.start]
    if amount.start and tokens[amount.start - 1].low == "to" and last_compared:
        return False  # "from $3 to $5": the second is the figure
    if between and between[-1].low in _MORE:
        return False
    for at, token in enumerate(between):
        if token.low == "the same as" and any(other.low == "which" for other in between[at + 1 :][-3:]):
            return False  # "remained the same as the year before, which was $5": that of both
        # "assisted 90 victims, up from 67, at a cost of $500": the comparison is of victims
        if token.low.startswith("the same") and _takes_up(between[at + 1 :]):
            return False  # "$9 for the shelter, the same as in 2012, and $8 for an NGO"
        if "cmp" in token.tags and not any(t.kind == "number" for t in between[at + 1 :]):
            # "$9 for shelters, the same as in 2018, and spent $4 on care": another verb, another figure
            return "of which" not in {other.low for other in between[at + 1 :]} and not any(
                left.low == "and" and "fund_give" in right.tags for left, right in pairwise(between[at + 1 :])
            )
    lows = [token.low for token in between]
    if since and lows and lows[-1] == "against":
        return True  # "$9 million, against $8 million in 2012"
    if lows and lows[-1] == "from" and _comes_to(tokens, amount):
        return True
    if lows and lows[-1] == "from":
        return any("fund_delta" in token.tags for token in tokens[max(amount.start - 9, 0) : amount.start]) or bool(
            since
        )
    if len(lows) >= 2 and lows[-1] in ("the", "over", "than") and ("over" in lows[-3:] or "than" in lows[-3:]):
        return True
    if since and len(lows) >= 2 and lows[-1] in ("the", "its", "of") and not _MULTIPLES.isdisjoint(lows[-4:]):
        return True  # "more than twice the $4 million of the year before", "exceeding the $4 million spent in 2012"
    if amount.enclosed and len(lows) > 1 and between[-2].kind == "period" and not _MEASURING.isdisjoint(lows[-9:-1]):
        return True  # "less than in the previous year ($4 million)"
    then = tokens[amount.end].low if amount.end < len(tokens) else ""
    if lows[-2:] == [",", "and"] and then in ("to", "for", "on"):
        return False  # "…, an increase from $4 in 2012, and $3 to another NGO"
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


def _takes_up(between: Sequence[Token]) -> bool:
    """Do a year and ", and" stand behind "the same as", so that the amount behind them is a new one?"""
    lows = [token.low for token in between]
    return lows[-2:] == [",", "and"] and any(token.kind == "period" for token in between)


def _comes_to(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "from $9 million in 2012 to $8 million": does the level that was reached stand right behind?"""
    for step in range(amount.end, min(amount.end + 9, len(tokens) - 1)):
        if tokens[step].low == "to":
            return tokens[step + 1].kind == "money"
        if tokens[step].kind == "money" or tokens[step].low == ";":
            return False
    return False


_INTO = word_set(
    "in during for since of by from between early late mid through until fy year and , ( to over fiscal as on"
)


_BEGUN = word_set("established created founded opened launched signed adopted enacted formed inaugurated")
_HOLDS = word_set("had has foresaw foresees envisaged envisages with was is set sets provides earmarked")
_OF_PLANS = word_set("for of from covering through")
_PLANS = word_set("plan plans strategy strategies nap naps program programme roadmap")


def is_part(tokens: Sequence[Token], amount: Amount, since: int) -> bool:
    """Is the amount given as a part of the one before it ("of which", "including"), and as money of its kind?"""
    words = tokens[since : amount.start]
    return any("part" in token.tags for token in words) and not any("fund_not" in token.tags for token in words)


def is_moment(tokens: Sequence[Token], step: int) -> bool:
    """Is the token a period that a figure can speak of, and no part of a plan's name ("its new 2022-2026 plan")?"""
    token = tokens[step]
    if token.kind != "period" or token.value.form == "span_now":
        return False
    if token.value.form not in ("year", "span", "date", "fiscal"):
        return True
    if token.value.form == "span" and step and tokens[step - 1].low in _OF_PLANS and any(
        t.low in _PLANS for t in tokens[max(step - 6, 0) : step]
    ):  # fmt: skip
        # "its plan for 2018-2021" names the plan; "had a budget of $900" behind it speaks of its years
        return step + 1 < len(tokens) and tokens[step + 1].low in _HOLDS
    if step > 1 and tokens[step - 2].low in _BEGUN:
        return False  # "a fund established in 2004"
    if step == 0 or tokens[step - 1].low in _INTO:
        return True
    return any("fund_noun" in t.tags or t.low in ("fiscal", "financial") for t in tokens[step + 1 : step + 4])


_IN_THE_YEAR = word_set("in during for the fiscal year")


def _begins_clause(tokens: Sequence[Token], step: int) -> bool:
    """Does a verb of giving or its subject stand right behind the period at `step`?"""
    return any(
        "fund_give" in token.tags or token.low in ("had", "it", "they") or "actor" in token.tags
        for token in tokens[step + 1 : step + 3]
    )


def _fiscal_end(tokens: Sequence[Token], step: int) -> tuple[int, Period] | None:
    """ "in the fiscal year that ended in March 2013": the later of its years."""
    if "fiscal" not in tokens[step].low and "financial" not in tokens[step].low:
        return None
    words = tokens[step + 1 : step + 6]
    if not any(token.low.startswith(("ended", "ending", "ends")) for token in words[:2]):
        return None
    for at, token in enumerate(words, step + 1):
        if token.kind == "period" and (printed := _YEAR.search(token.low)):
            return at, Period(int(printed.group()), "other", "fiscal")
    return None


def _is_likened(tokens: Sequence[Token], step: int) -> bool:
    """ "as in 2012", "as it did the year before": what the amount is likened to."""
    after = tokens[step + 1].low if step + 1 < len(tokens) else ""
    return tokens[step].low == "as" and after in ("in", "it", "during", "the") and tokens[step - 1].low != "well"


_NO_OWN = word_set("; than same times twice double triple half unlike")


def own_periods(tokens: Sequence[Token], amount: Amount, limit: int) -> list[tuple[int, Period]]:
    """The periods stated for the amount after it, before the next amount or comparison: (token index, period)."""
    # inside the pair: "(30,000 rupiah in 2016)"
    found = [(step, tokens[step].value) for step in range(amount.start, amount.end) if is_moment(tokens, step)]
    if found:
        return found
    for step in range(amount.end, min(limit, amount.end + SIGHT, len(tokens))):
        token = tokens[step]
        if token.low in ("none", "nothing"):
            break  # "$900 (none in 2012)"
        if "cmp" in token.tags or token.low in _NO_OWN or _is_likened(tokens, step):
            break  # "no more than in 2012", "as in the year before": the year of a comparison
        if token.low == "(" and step > amount.end:
            break
        if token.low in ("that", "which", "who", "whose", "having", "after"):
            break  # "a shelter that opened in 2006"
        if is_moment(tokens, step):
            opener = step - 1
            while opener > amount.end and tokens[opener].low in _IN_THE_YEAR:
                opener -= 1
            if tokens[opener].low in ("and", "but") and (_begins_clause(tokens, step) or step + 2 == limit):
                break  # "gave $900 and in 2012 had given $800"
            if tokens[opener].low == "," and step + 1 == limit:
                break  # "$900 in stipends, in 2011 $800"
            ended = _fiscal_end(tokens, step)
            if ended is not None:
                return [ended]
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
