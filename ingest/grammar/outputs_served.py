"""People in fact_outputs whom a government looked at, helped or posted: nobody who was taught or informed."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_attending import PASSIVE
from ingest.grammar.outputs_words import is_object, verb_after, verb_before
from ingest.vocabulary.words import word_set


def receives_help(reading: Reading, last: int) -> bool:
    """ "900 individuals received assistance from the office": people whom the text calls no victims."""
    tokens = reading.tokens
    for at in range(last + 1, min(len(tokens) - 1, last + 16)):
        if tokens[at].kind == "mark" and tokens[at].low in (";", "."):
            return False
        if tokens[at].low == "received":
            return tokens[at + 1].low in ("assistance", "services", "support", "help")
    return False


def is_posted(reading: Reading, figure: Figure, noun: Token) -> bool:
    """ "placing 20 trainers across the country": officials whom a government sent where they are needed."""
    posted = noun.low in _POSTED or (noun.tags & {"official"} and noun.low in ("officers", "police"))
    verb = verb_before(reading, figure, ("posts",)) if posted else None
    return verb is not None and figure.index - verb <= 2 and not is_by_others(reading, verb)


_POSTED = word_set(
    "trainers inspectors specialists investigators counselors psychologists attaches attachés personnel advisors"
)


def is_cared_for(reading: Reading, figure: Figure, last: int) -> bool:
    """ "provided services to 500 at-risk children": people whom a government helped and who are no victims."""
    tokens = reading.tokens
    at_risk = any(token.low in _AT_RISK for token in tokens[figure.index + 1 : last + 1])
    following = [token.low for token in tokens[last + 1 : last + 3]]
    at_risk = at_risk or (len(following) > 1 and following[0] == "who" and following[1] in _MAYBE)
    told = tokens[last].low in _ANYBODY and any(
        token.low in _AT_RISK for token in tokens[max(0, figure.index - _TOLD_REACH) : figure.index]
    )
    # "identified 71 potential victims and assisted 288 individuals": the text tells the two apart
    apart = tokens[last].low in _PERSONS and any(
        token.low.startswith("victim") for token in tokens[max(0, figure.index - _APART_REACH) : figure.index]
    )
    if not at_risk and not told and not apart:
        return False
    verb = verb_before(reading, figure, ("gives", "act:assisted", "act:identified"))
    if verb is None or is_by_others(reading, verb):
        return False
    gap = tokens[verb + 1 : figure.index]
    return not gap or any("service" in token.tags or token.low in ("services", "care") for token in gap)


_MAYBE = word_set("may might could")
_TOLD_REACH = 60
_APART_REACH = 5
_PERSONS = word_set("individuals persons people")
_ANYBODY = word_set("individuals persons people families children")
_AT_RISK = word_set("vulnerable at-risk street homeless")


def is_screened(reading: Reading, figure: Figure, noun: Token, last: int) -> bool:
    """ "screened 1,200 migrants for indicators": people who were looked at, of whom few may be victims."""
    if not noun.tags & {"who", "audience", "unit_trained"}:
        return False
    verb = verb_before(reading, figure, ("screens",))
    if verb is not None:
        return is_object(reading, figure, verb) and not is_by_others(reading, verb)
    if _officials_screened(reading, last):
        return True
    verb = verb_after(reading, figure, last, ("screens",))
    # "training for 40 workers, and the ministry screened papers": only the passive speaks of the people before it
    return (
        verb is not None
        and (verb == last + 1 or any(token.low in PASSIVE for token in reading.tokens[max(last + 1, verb - 3) : verb]))
        and not is_by_others(reading, verb, passive=True)
    )


def _officials_screened(reading: Reading, last: int) -> bool:
    """ "out of 160 individuals (that) police screened": a clause that hangs on those who were screened."""
    tokens = reading.tokens
    for at in range(last + 1, min(len(tokens), last + _CLAUSE_REACH)):
        token = tokens[at]
        if token.low == "screened":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            ends = following is None or following.kind == "mark" or following.low in PREPOSITIONS
            return ends and any("government" in other.tags or "official" in other.tags for other in tokens[last:at])
        if token.kind == "mark" or token.low in AUXILIARIES or "finite" in token.tags or token.low == "and":
            return False
    return False


_CLAUSE_REACH = 8
