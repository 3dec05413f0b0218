"""Estimates of how many are exploited: which figures they are, who makes them, and of what exploitation."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading, type_of
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_nouns import counts_cases_of_people
from ingest.grammar.victims_words import Words
from ingest.vocabulary.words import word_set


def is_estimate(reading: Reading, figure: Figure, words: Words) -> bool:
    """Does the sentence say how many are exploited, and not what was done for them?"""
    tokens = reading.tokens
    people = words.people or words.victims or counts_cases_of_people(figure, tokens)
    if (figure.number.value is not None and figure.number.value < 2) or not people:
        return False
    if figure.index > 1 and tokens[figure.index - 1].low == "as":  # "as young as 12"
        return False
    if figure.index > 1 and tokens[figure.index - 1].low == "the" and tokens[figure.index - 2].low == "among":
        return False  # "victims are among the nearly 1.5 million migrants"
    clause = reading.clauses[figure.index]
    begin = max(0, figure.index - 25)
    near: list[Token] = [
        token for at, token in enumerate(tokens[begin : figure.index + 26], begin) if reading.clauses[at] == clause
    ]
    exploited = any(token.low.startswith(("victim", "traffick", "enslave", "exploit")) for token in near) or any(
        "type:sex" in token.tags or "type:labor" in token.tags for token in near
    )
    exploited = exploited or words.trafficking_type not in ("", "all") or _is_of_problem(reading, figure)
    armed = any(token.low in _ARMED for token in near)
    exploited = exploited or armed
    if not exploited or any(token.low in ("vulnerable", "susceptible", "risk") for token in near):
        return False  # who may become victims is not who they are
    if figure.head is None and not is_guess(reading, figure):
        return False
    if "estimated" in figure.token.low or any("estimates" in token.tags for token in near):
        return True
    if figure.head is not None and _may_be(reading, figure):
        return True
    if reading.sentence.section in _TELLING and _are_said_exploited(reading, figure, armed):
        return True
    after = tokens[figure.last + 1 : figure.last + 9]
    exists = any(token.low in AUXILIARIES for token in after[:3]) or any(
        "exploits" in token.tags for token in after[:2]
    )
    return (
        (figure.number.qualifier != "exact" or reading.sentence.section in ("profile", "overview"))
        and exists
        and any("exploits" in token.tags or token.low.startswith("victim") for token in after)
    )


# Who makes soldiers of children.
_ARMED = word_set("combatants soldiers soldier armed rebel rebels militia militias insurgents paramilitary guerrillas")
# The chapters that say what the problem is, and not what was done.
_TELLING = ("profile", "overview")
# What traffickers do to those whom they exploit, and what these do then.
_TAKE = word_set(
    "affects affect affecting recruited abducted kidnapped conscripted enslaved exploited trafficked lured"
    " sold victimized used"
)
_SUFFER = word_set("prey beg begged recruited abducted kidnapped conscripted lured sold fight fought enslaved")
# Whose name says that they are exploited.
_EXPLOITED = word_set("slaves restaveks restavek vidomegon soldiers soldier")
_TAKE_REACH = 5
_SUFFER_REACH = 8


def _may_be(reading: Reading, figure: Figure) -> bool:
    """ "there may be as many as 300 victims": nobody counted them."""
    before = [token.low for token in reading.tokens[max(0, figure.index - 4) : figure.index]]
    return "there" in before and "be" in before and not _MAY.isdisjoint(before)


_MAY = word_set("may might could")


def _are_said_exploited(reading: Reading, figure: Figure, armed: bool) -> bool:
    """ "rebels abducted 9,000 children", "2,000 women fall prey to traffickers", "500 child soldiers served with …"."""
    tokens = reading.tokens
    noun = tokens[figure.index + 1 : figure.last + 1]
    if any(token.low in _EXPLOITED for token in noun) and (armed or "child" not in noun[0].tags):
        return True
    before = tokens[max(0, figure.index - _TAKE_REACH) : figure.index]
    if any(token.low in _TAKE and (token.low != "used" or armed) for token in before):
        return not any(token.low in ("of", "by", "who") for token in before[-2:])
    after = tokens[figure.last + 1 : figure.last + 1 + _SUFFER_REACH]
    return any(token.low in _SUFFER for token in after)


def _is_of_problem(reading: Reading, figure: Figure) -> bool:
    """ "no study of forced labor was made, but NGOs estimate this problem affects 40 million people"."""
    before = reading.tokens[max(0, figure.index - 3) : figure.index]
    tags = reading.sentence.tags
    return any(token.low in ("affects", "affect", "affected") for token in before) and (
        "type:labor" in tags or "type:sex" in tags
    )


def estimator(reading: Reading, figure: Figure) -> str:
    """Who estimates: the actor before the nearest word of guessing before the figure, else after "according to"."""
    tokens = reading.tokens
    reach = range(max(0, figure.index - 60), min(len(tokens), figure.index + 60))
    guesses = [
        at
        for at in reach
        if "estimates" in tokens[at].tags
        or tokens[at].low == "reported"
        or (at == figure.index and "estimated" in tokens[at].low)
    ]
    for at in sorted(guesses, key=lambda guess: (guess > figure.index, abs(guess - figure.index))):
        if at == figure.index and at and (tokens[at - 1].low in ("an", "the") or tokens[at].low.startswith("an ")):
            continue  # "rebels took an estimated 900 girls": the rebels did not estimate
        named = _actors(tokens[max(0, at - 8) : at])
        if named:
            return named
    for at in reach:
        if tokens[at].low == "according":
            named = _actors(tokens[at + 1 : at + 8])
            if named:
                return named
    return "unspecified"


def _actors(tokens: Sequence[Token]) -> str | None:
    found = [actor for token in tokens if token.low not in _SOURCES and (actor := actor_tag(token))]
    if not found:
        return None
    joined = any(token.low == "and" for token in tokens)
    return "joint" if joined and len(set(found)) > 1 else found[-1]


_SOURCES = word_set("observers experts media researchers academics advocates activists")


def estimated_type(reading: Reading, figure: Figure) -> str:
    """The type of exploitation that the clause of an estimate names after its figure, else `all`."""
    clause = reading.clauses[figure.index]
    stop = figure.index + 1
    while stop < min(len(reading.tokens), figure.index + 40) and reading.clauses[stop] == clause:
        stop += 1
    told = type_of(reading.tokens, figure.index + 1, stop)
    if told is None and _is_of_problem(reading, figure):
        told = type_of(reading.tokens, 0, figure.index)
    if told is None and any(t.low in _ARMED for t in reading.tokens[figure.index + 1 : stop]):
        noun = reading.tokens[figure.index + 1 : figure.last + 3]
        told = "labor" if any("child" in token.tags for token in noun) else None
    return told or "all"


def is_guess(reading: Reading, figure: Figure) -> bool:
    """Does a word of guessing stand in the figure's clause, so that its bare number is approximate?"""
    clause = reading.clauses[figure.index]
    return "estimated" in figure.token.low or any(
        "estimates" in reading.tokens[at].tags and reading.clauses[at] == clause
        for at in range(max(0, figure.index - 60), min(len(reading.tokens), figure.index + 60))
    )
