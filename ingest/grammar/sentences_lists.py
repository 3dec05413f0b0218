"""Penalties in a row: lists of terms, and terms that leave their unit to the one before."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.sentences_giving import GIVES, opens_person
from ingest.grammar.sentences_terms import LIFE, Penalty, months
from ingest.vocabulary.numbers import Duration
from ingest.vocabulary.words import word_set

_NEXT_ONE = word_set("older younger elder another other latter former second third fourth fifth")
_LIST_MARKS = word_set(", and - –")
# Before the first of a list of terms: also the noun of those who are given them.
_OPENERS = word_set("to of for received receiving got drew given handed serve serving spend gave jailed imprisoned")


def _amount(token: Token) -> float | None:
    """The amount of a number that may be a term without its unit ("four and a half and 12 years")."""
    if token.kind == "number":
        amount: int | None = token.value.value
        return amount
    return float(token.value) if "decimal" in token.tags else None


def _opens(tokens: list[Token], at: int) -> bool:
    """Does the word at `at` open a list of terms ("to", "received", "gave the three offenders …")?"""
    if tokens[at].low in _OPENERS:
        return True
    return not {"offender", "official"}.isdisjoint(tokens[at].tags) and any(
        token.low in GIVES for token in tokens[max(0, at - 8) : at]
    )


def opens_terms(tokens: list[Token], prison_: Penalty, first: Penalty) -> bool:
    """Is a penalty of imprisonment without a term the one whose terms are listed behind it?"""
    gap = tokens[prison_.stop : first.start]
    return (
        prison_.kind == "imprisonment"
        and prison_.low is prison_.high is None
        and len(gap) <= 6
        and not any(token.kind == "number" or token.low == ";" for token in gap)
    )


def mark_lists(tokens: list[Token], found: list[Penalty]) -> None:
    """ "sentences of 18 months, 24 months, and three years": single terms in a row are one offender's each."""
    begin = 0
    while begin < len(found):
        end = begin + 1
        while end < len(found) and _follows_in_list(tokens, found[end - 1], found[end]):
            end += 1
        run = found[begin:end]
        after = [token.low for token in tokens[run[-1].stop : run[-1].stop + 3]]
        if any(penalty.low is None for penalty in run) and "respectively" not in after:
            run = run[:1]
        if not (len({penalty.kind for penalty in run}) == 1 or "respectively" in after):
            run = []
        if len(run) > 1 and not any(penalty.listed for penalty in run) and _opens_list(tokens, run[0]):
            for penalty in run:
                penalty.listed, penalty.joined = len(run), False
        begin = end


def _opens_list(tokens: list[Token], penalty: Penalty) -> bool:
    return penalty.start > 0 and tokens[penalty.start - 1].low in _OPENERS


def _follows_in_list(tokens: list[Token], left: Penalty, right: Penalty) -> bool:
    gap = tokens[left.stop : right.start]
    return (
        all(penalty.low == penalty.high for penalty in (left, right))
        and 0 < len(gap) <= 2
        and all(token.low in (",", "and") for token in gap)
    )


def listed(tokens: list[Token], penalty: Penalty) -> list[Penalty]:
    """The terms listed before one that has their unit: "to 12 and 15 years' imprisonment"."""
    token = tokens[penalty.start]
    if token.kind != "duration" or penalty.low is None or penalty.low != penalty.high:
        return []
    unit = 12 if "year" in token.low else 1 if "month" in token.low else 0
    terms: list[Penalty] = []
    at = penalty.start - 1
    while at > 0 and penalty.start - at <= 16 and unit:
        amount = _amount(tokens[at])
        if amount is not None and tokens[at + 1].low in _LIST_MARKS:
            low = round(amount * unit)
            terms.append(Penalty(at, at + 1, penalty.kind, low, low))
        elif tokens[at].low not in _LIST_MARKS:
            break
        at -= 1
    if not terms or tokens[penalty.start - 1].low not in _LIST_MARKS or not _opens(tokens, at):
        return []
    terms.reverse()
    for each in terms:
        each.listed = len(terms) + 1
    penalty.listed = len(terms) + 1
    return terms


def widen(tokens: list[Token], penalty: Penalty) -> None:
    """ "terms of five, seven or ten years" for a group: any of them, from the first to the last."""
    token, at = tokens[penalty.start], penalty.start
    if token.kind != "duration" or penalty.low is None or penalty.low == penalty.high or " or " not in token.low:
        return
    unit = 12 if "year" in token.low else 1
    while at > 2 and penalty.start - at <= 6 and tokens[at - 1].low == "," and _amount(tokens[at - 2]) is not None:
        at -= 2
        low = round((_amount(tokens[at]) or 0) * unit)
        if low >= penalty.low:
            return
        penalty.start, penalty.low = at, low


def same_unit(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "two were sentenced to 15 years, one to 10, and …": a term whose unit is that of the one before."""
    whole = found[-1]
    if (whole.low is None and whole.high is None) or whole.high == LIFE or not 1 <= at - whole.stop <= 7:
        return None
    bare = _bare_term(tokens, at)
    if bare is None:
        return None
    first, (stop, low, high, qualifier) = at, bare
    following = tokens[stop] if stop < len(tokens) else None
    if following is not None and following.kind != "mark" and following.low not in ("and", "each", "apiece"):
        return None
    if following is not None and following.low == "and" and tokens[stop + 1 : stop + 2]:
        if tokens[stop + 1].kind == "duration":
            return None  # "two men to three and five years": a list of its own
    apart = tokens[first - 1].low == "," and tokens[first - 2].low in _NEXT_ONE
    if apart:
        first -= 1  # "one received nine years; the other, six"
    verb = first - 1 - (low != high and tokens[first - 1].low in ("between", "from"))
    if tokens[verb].low in ("another", "third", "fourth"):
        verb += 1  # "one received 17 years, another 15, and …"
    if tokens[verb].low in ("to", "received", "got", "drew", "given", "of") or verb >= first:
        who = tokens[verb - 1]
        if tokens[verb].low == "given" and who.low in ("was", "were"):
            pass  # "…, and the cook, who was given two"
        elif tokens[verb].low == "of" and who.kind != "number":
            return None
        elif tokens[verb].low != "to" and tokens[verb - 2].low in ("a", "the", "his", "her", "another"):
            pass  # "…, and a major got five"
        elif who.kind != "number" and who.low not in _NEXT_ONE and "person" not in who.tags:
            return None
    else:
        gap = tokens[whole.stop : verb + 1]
        counted = len(gap) <= 5 and gap[-1:] and (gap[-1].kind == "number" or "person" in gap[-1].tags)
        if gap and gap[-1].low == "other" and not apart:
            return None  # "the other ten": how many, not how long
        named = opens_person(gap)
        if not apart and not named and not (counted and gap[0].low in (",", "and", ";")):
            return None  # "his wife 27 years, and her brother six and a half", "…, and the remaining four five"
    units = (t.low for one in reversed(found[-4:]) for t in tokens[one.start : one.stop] if t.kind == "duration")
    unit = next(units, "")
    months_in = 12 if "year" in unit else 1
    term = Duration(round(low * months_in), round(high * months_in), qualifier)
    return Penalty(at, stop, whole.kind, *months(term)) if unit else None


def _bare_term(tokens: list[Token], at: int) -> tuple[int, float, float, str] | None:
    """The index behind a number or range without a unit at `at`, its ends and its qualifier."""
    token = tokens[at]
    low = _amount(token)
    if low is None and token.kind == "number":
        ends = token.value.low, token.value.high
        return None if None in ends else (at + 1, *ends, token.value.qualifier)
    if low is None:
        return None
    qualifier = token.value.qualifier if token.kind == "number" else "exact"
    if tokens[at - 1].low in ("from", "between") and at + 2 < len(tokens) and tokens[at + 1].low in ("to", "and"):
        high = _amount(tokens[at + 2])
        if high is not None and high > low:
            return at + 3, low, high, qualifier
    return at + 1, low, low, qualifier
