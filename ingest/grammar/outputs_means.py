"""Units in fact_outputs that hang on no verb of doing: means, parts of a campaign, what there was. No objects."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_words import ASKED, OUTPUTS
from ingest.grammar.victims_actors import actor_before
from ingest.vocabulary.words import word_set

INSTRUCTED = word_set("trained instructed taught")
TELLS = word_set("reached informed educated engaged sensitized addressed spoke")


def is_listed_means(reading: Reading, figure: Figure) -> bool:
    """ "reached 9,000 people through brochures, 130 articles, and 57 workshops": the next of the means."""
    tokens, at = reading.tokens, figure.index
    if tokens[at - 1].low not in ("and", ","):
        return False
    link = next((step for step in range(at - 2, max(-1, at - 14), -1) if tokens[step].low in ("through", "via")), None)
    if link is None or reading.clauses[link] != reading.clauses[at]:
        return False
    if any("finite" in token.tags or token.low in AUXILIARIES for token in tokens[link:at]):
        return False
    verb = next((step for step in range(link - 1, max(-1, link - 8), -1) if _tells(tokens[step])), None)
    return verb is not None and not is_by_others(reading, verb)


def _tells(token: Token) -> bool:
    return token.low in TELLS or token.low in INSTRUCTED


def exists(reading: Reading, figure: Figure) -> bool:
    """ "there were 640 inspections of farms"."""
    before = " ".join(token.low for token in reading.tokens[max(0, figure.index - 3) : figure.index])
    return before.endswith(("there were", "there was", "there have been", "there had been"))


def is_during(reading: Reading, figure: Figure) -> bool:
    """ "identified most of them during 14 raids", "during one of four operations": what a government did there."""
    tokens = reading.tokens
    at = figure.index - 1
    while at > 0 and tokens[at].low in _ONE_OF:
        at -= 1
    if (at > 1 and tokens[at].low == "course of") or (tokens[at].low == "course" and tokens[at + 1].low == "of"):
        return True  # "In the course of 1,218 visits to brothels, police …"
    if at == 0 and tokens[at].low == "during":
        return True  # "During 53 raids, police …"
    if at < 1 or tokens[at].low not in ("during", "in", "through", "following", "after"):
        return False
    return actor_before(reading, at) in ("government", "joint")


_ONE_OF = frozenset(("one", "of", "the", "its", "a", "total"))


def is_served_by(reading: Reading, figure: Figure) -> bool:
    """ "provided services to children via three mobile teams": who the service came through."""
    tokens = reading.tokens
    if tokens[figure.index - 1].low not in ("via", "through"):
        return False
    for at in range(figure.index - 2, max(-1, figure.index - _SERVED_REACH), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or token.low in ASKED:
            return False
        if "gives" in token.tags or "act:assisted" in token.tags:
            return actor_before(reading, at) in ("government", "joint")
    return False


_SERVED_REACH = 16


def in_campaign(reading: Reading, figure: Figure, unit: str) -> str | None:
    """ "ran a campaign that included 40 billboards and 300 posters": what a campaign was made of."""
    tokens = reading.tokens
    for at in range(figure.index - 1, max(-1, figure.index - 14), -1):
        if reading.clauses[at] != reading.clauses[figure.index] and tokens[at].low not in ("that", "which"):
            return None
        if tokens[at].low in _MADE_OF:
            for noun in range(at - 1, max(-1, at - 5), -1):
                if "unit:events" in tokens[noun].tags:
                    held = is_held(reading, noun) or (noun < _SUBJECT_REACH and not is_by_others(reading, at))
                    return OUTPUTS.get(unit, "other") if held else None
            whole = next((step for step in range(at - 1, max(-1, at - 5), -1) if tokens[step].kind == "number"), None)
            if tokens[at].low == "including" and whole is not None and is_held(reading, whole):
                return OUTPUTS.get(unit, "other")  # "carried out 660 measures, including 52 seminars"
            return None
    return None


_SUBJECT_REACH = 5
_MADE_OF = word_set("consisted included including featuring featured comprising comprised using used through with")


def is_held(reading: Reading, at: int) -> bool:
    """Is the lesson or inspection at `at` the object of a verb that says that a government held it?"""
    tokens = reading.tokens
    for verb in range(at - 1, max(-1, at - 8), -1):
        if "holds" in tokens[verb].tags and not any(other.low in ASKED for other in tokens[max(0, verb - 4) : verb]):
            return not is_by_others(reading, verb)
    return False
