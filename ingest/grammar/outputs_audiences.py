"""Audiences in fact_outputs: who saw, heard, came to or was drawn by a campaign. Nobody who was trained."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_attending import is_lesson
from ingest.grammar.outputs_words import is_object, verb_before
from ingest.vocabulary.words import word_set


def sees(reading: Reading, figure: Figure, last: int) -> bool:
    """ "Some 2,000 people viewed the campaign's films", "a film, which 2,000 people watched"."""
    after = reading.tokens[last + 1 : last + 10]
    if after and after[0].low in _SAW and figure.index > 1 and reading.tokens[figure.index - 1].low in _RELATIVES:
        named = reading.tokens[max(0, figure.index - 5) : figure.index - 1]
        return any(not _SEEN.isdisjoint(token.tags) for token in named)
    return (
        bool(after)
        and after[0].low in _SAW
        and any(not _SEEN.isdisjoint(token.tags) or token.low in ("messages", "message") for token in after[1:])
    )


_RELATIVES = word_set("which that")
_SEEN = frozenset(("unit:materials", "unit:media", "unit:events", "shown"))
_SAW = word_set("viewed watched heard saw visited opened read followed downloaded accessed")


def is_seen_by(reading: Reading, figure: Figure) -> bool:
    """ "a film seen by 18,000 people", "a page visited by 400 workers"."""
    tokens, at = reading.tokens, figure.index
    return at > 2 and tokens[at - 1].low == "by" and tokens[at - 2].low in _SEEN_BY


_SEEN_BY = word_set("seen viewed watched heard visited read followed downloaded")


def is_among_viewers(reading: Reading, figure: Figure, noun: Token | None) -> bool:
    """ "put its exhibit in 12 cities, with 31,000 visitors"."""
    tokens, at = reading.tokens, figure.index
    if noun is None or noun.low not in _VIEWERS or tokens[at - 1].low not in ("with", "had", "attracted"):
        return False
    return any(not _SEEN.isdisjoint(token.tags) for token in tokens[max(0, at - _DRAWN_REACH) : at])


_VIEWERS = word_set("visitors viewers listeners spectators readers followers")


def is_drawn(reading: Reading, figure: Figure) -> bool:
    """ "76 dialogues that drew 7,740 residents", "a campaign attracting 900 visitors"."""
    verb = verb_before(reading, figure, ("draws",))
    if verb is None or not is_object(reading, figure, verb):
        return False
    return any(
        is_lesson(token) or not _SEEN.isdisjoint(token.tags)
        for token in reading.tokens[max(0, verb - _DRAWN_REACH) : verb]
    )


_DRAWN_REACH = 14


def reaches_so_many(reading: Reading, figure: Figure) -> bool:
    """ "a campaign that reached 2.4 million nationwide", "reached a public of 10,300": people left unnamed."""
    tokens, at = reading.tokens, figure.index
    if at > 2 and tokens[at - 1].low == "of" and tokens[at - 2].low in ("audience", "crowd"):
        near = tokens[max(0, at - _DRAWN_REACH) : at - 2]
        if any(is_lesson(token) or not _SEEN.isdisjoint(token.tags) for token in near):
            return True  # "broadcast 84 episodes with an audience of 800,000", "a play drew a crowd of 2,000"
    verb = next((step for step in range(at - 1, max(-1, at - 5), -1) if tokens[step].low in _REACHED), None)
    if verb is None or (at - verb > 1 and tokens[at - 1].low not in ("of", "to")):
        return False
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if figure.head is not None or not (following is None or following.kind == "mark" or following.low in _NATIONWIDE):
        return False
    before = tokens[max(0, verb - _DRAWN_REACH) : verb]
    if any(token.low in ("number", "total", "figure", "amount") for token in before) or is_by_others(reading, verb):
        return False
    return any(is_lesson(token) or not _SEEN.isdisjoint(token.tags) for token in before)


_REACHED = word_set("reached reaching reach")
_NATIONWIDE = word_set("in across throughout nationwide countrywide through via during by with")
