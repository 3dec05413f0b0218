"""People that only the form of a word tells of ("wardens", "receptionists"), for fact_outputs. No known nouns."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVES, Figure, Reading


def looks_like_people(token: Token) -> bool:
    """Does a word that no lexicon knows name people by its form ("wardens", "ferrymen", "receptionists")?"""
    low = token.low
    return (
        token.kind == "word"
        and low.endswith(_PEOPLE_ENDS)
        and not low.endswith(_THING_ENDS)
        and token.tags.isdisjoint(_NO_PEOPLE)
        and len(low) > _SHORTEST
    )


_PEOPLE_ENDS = ("ers", "ors", "ists", "ants", "ents", "men", "women", "ians", "ees", "eers", "ards", "mates", "ens")
_THING_ENDS = tuple(
    (
        "answers awards banners boards borders brochures cards centers chapters cidents clusters committees"
        " computers contents dinners documents doors errors factors fees fliers floors flyers gardens grants hours"
        " letters matters members ments meters ministers newsletters numbers offers orders papers parents patents"
        " patients percents plants posters printers quarters refugees registers restaurants scanners sectors"
        " servers shelters standards stickers tents towers trailers trainees trees vents warrants years"
    ).split()
)
_NO_PEOPLE = frozenset(("unit", "finite", "victim", "offender", "time_unit", "cmp"))
_SHORTEST = 4


def people_by_form(reading: Reading, figure: Figure) -> int | None:
    """The index of a noun behind the number that only its form tells to be people; None where there is none."""
    tokens = reading.tokens
    found: int | None = None
    for at in range(figure.index + 1, min(len(tokens), figure.index + _FORM_REACH)):
        token = tokens[at]
        if token.kind == "country" and token.low.endswith("ns"):
            found = at  # "trained 14 Ukrainians"
            continue
        if token.kind != "word" or token.low in PREPOSITIONS or token.low in AUXILIARIES or token.low in CONJUNCTIONS:
            break
        if not _ACTS.isdisjoint(token.tags) or token.low in RELATIVES:
            break
        if looks_like_people(token):
            found = at
        elif found is not None:
            break
    return found


_FORM_REACH = 6
_ACTS = frozenset(("finite", "attends", "trains", "reaches", "holds", "earns", "learns", "distributes"))
