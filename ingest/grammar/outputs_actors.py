"""Who did what fact_outputs counts: a government, or others without one. No nouns, no verbs of units."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import PREPOSITIONS, Reading
from ingest.grammar.outputs_words import DOES, OTHERS, PARTICIPLES
from ingest.grammar.victims_actors import actor_after, actor_before, actor_tag
from ingest.vocabulary.words import word_set


def is_by_others(reading: Reading, verb: int, passive: bool = False) -> bool:
    """Did an NGO or an international organization do it, with no government beside it and none that paid it to?"""
    if passive:
        return actor_after(reading, verb) in OTHERS
    first = _first_of(reading, verb)
    actor = actor_before(reading, first)
    if actor == "unspecified":
        # "the training center trained" is a house of nobody named; foreign embassies are others
        actor = "ngo" if any("foreign" in token.tags for token in reading.tokens[max(0, first - 12) : first]) else None
    if actor is None and _is_by_offenders(reading, first):
        return True
    if first and "fund_foreign" in reading.tokens[first - 1].tags:
        actor = "ngo"
    if actor == "ngo" and _is_mass_organization(reading, first):
        return False
    return actor in OTHERS and not _is_with_authority(reading, first) and not _is_paid_for(reading, first)


def _is_mass_organization(reading: Reading, verb: int) -> bool:
    """The women's and youth unions of one-party states are arms of the state ("the Women's Union ran shelters")."""
    tokens = reading.tokens
    return any(
        tokens[at].low == "union" and tokens[at - 1].low in ("women", "women's", "youth")
        for at in range(max(1, verb - _UNION_REACH), verb)
    )


_UNION_REACH = 8


def _is_by_offenders(reading: Reading, verb: int) -> bool:
    """ "Traffickers trained 40 children", "armed groups who abducted and trained 300 boys"."""
    tokens = reading.tokens
    for at in range(verb - 1, max(-1, verb - _SUBJECT_REACH), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[verb] or token.kind == "mark" or token.low in PREPOSITIONS:
            return False
        lawless = "offender" in token.tags and token.tags.isdisjoint(("unit_trained", "official", "audience"))
        if lawless or token.low in _FIGHTERS:
            # "filed charges against 90 recruiters and shut nine agencies" speaks of them, they do nothing
            before = tokens[max(0, at - 4) : at]
            return any(other.low == "who" for other in tokens[at:verb]) or not any(
                other.low in PREPOSITIONS or other.kind == "number" for other in before
            )
        if token.low == "groups" and at and tokens[at - 1].low in ("armed", "rebel", "terrorist", "criminal"):
            return True
    return False


_SUBJECT_REACH = 6
_FIGHTERS = word_set("rebels militants militia militias gangs insurgents smugglers terrorists separatists")


def _is_with_authority(reading: Reading, verb: int) -> bool:
    """ "The Bureau for Equality and the Red Cross held": an office that no actor's tag knows is a subject beside it."""
    tokens, joined = reading.tokens, False
    for at in range(verb - 1, max(-1, verb - 26), -1):
        if reading.clauses[at] != reading.clauses[verb]:
            return False
        if tokens[at].low == "and" and at + 1 < verb:
            joined = any(actor_tag(token) for token in tokens[at + 1 : min(at + 6, verb)]) or joined
        elif joined and tokens[at].low in _AUTHORITIES:
            return not at or tokens[at - 1].low in ("the", "its", "national", "a", "country's")
    return False


_AUTHORITIES = word_set(
    "office bureau council commission committee department agency directorate secretariat institute"
)


def _first_of(reading: Reading, verb: int) -> int:
    """The first of verbs that share a subject: "trained 40 officers and distributed 300 leaflets"."""
    tokens = reading.tokens
    if verb > 1 and tokens[verb - 1].low in ("that", "which") and "unit" in tokens[verb - 2].tags:
        # "organized seminars that reached 90 pupils": who organized them
        held = (at for at in range(verb - 3, max(-1, verb - 10), -1) if not DOES.isdisjoint(tokens[at].tags))
        verb = next((at for at in held if tokens[at].low.endswith(_PASTS)), verb)
    for _ in range(_SHARED):  # of a list of verbs
        if not verb or tokens[verb - 1].low not in ("and", ",", "also"):
            break
        earlier = next(
            (
                at
                for at in range(verb - 2, max(-1, verb - _LISTED_REACH), -1)
                if not DOES.isdisjoint(tokens[at].tags) and tokens[at].low.endswith(_PASTS)
            ),
            None,
        )
        if earlier is None or reading.clauses[earlier] != reading.clauses[verb]:
            break
        if any(_is_new_subject(tokens, at) for at in range(earlier + 1, verb)):
            break
        verb = earlier
    return verb


def _is_new_subject(tokens: list[Token], at: int) -> bool:
    return tokens[at].low in ("which", "who") or (
        tokens[at].low in ("the", "it", "they") and tokens[at - 1].low in ("and", ",", "while")
    )


_SHARED = 5
_LISTED_REACH = 26


def _is_paid_for(reading: Reading, verb: int) -> bool:
    """ "the government funded two NGOs to hold seminars", "with state funding, an NGO conducted …"."""
    tokens = reading.tokens
    for at in range(1, min(verb, len(tokens) - 1, _OPENING)):
        if tokens[at].low in _MONEY and any("government" in other.tags for other in tokens[max(0, at - 2) : at + 4]):
            if any(other.low in _WITH for other in tokens[max(0, at - 3) : at]):
                return True
    for at in range(verb - 1, max(-1, verb - 10), -1):
        low = tokens[at].low
        if low.startswith(("government-fund", "state-fund", "government-support", "government-sponsor")):
            return True
        if low in _PAYS and tokens[at + 1].low != "by":
            return actor_before(reading, at) == "government"
    return False


_OPENING = 8
_MONEY = word_set("funding funds support grants")
_WITH = word_set("with using through")
_PAYS = word_set("funded funding funds paid financed contracted commissioned subsidized")


_PASTS = (*PARTICIPLES, "ran", "gave", "led")
