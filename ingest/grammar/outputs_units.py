"""Units in fact_outputs: materials, calls, inspections, trainings, shelters, and whatever else was done. No people."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_calls import of_calls
from ingest.grammar.outputs_deeds import deed
from ingest.grammar.outputs_lessons import ALWAYS_INFORMS, TEACHES, among_trainings, of_event
from ingest.grammar.outputs_means import (
    exists,
    in_campaign,
    is_during,
    is_held,
    is_listed_means,
    is_served_by,
)
from ingest.grammar.outputs_shelters import of_shelters
from ingest.grammar.outputs_words import OUTPUTS, VERBS, by_verb, is_object, verb_after, verb_before
from ingest.vocabulary.words import word_set

_HOMES = ("famil", "home", "communit", "village", "household")
_SCHOOLS = ("school", "universit", "college", "student")


def of_unit(reading: Reading, figure: Figure, unit: str, head: int, last: int, by_line: bool) -> str | None:
    """The output of a figure whose noun is a unit, None where no government did it."""
    tokens = reading.tokens
    if unit == "contacts" and not by_line and _is_settled(reading, figure, tokens[head], last):
        unit = "disputes"
    if unit in ("calls", "contacts"):
        return of_calls(reading, figure, unit, last, by_line)
    if any(token.low == "planned" for token in tokens[figure.index + 1 : last]):
        return None
    if unit == "premises" and tokens[head].low in _LICENSES and verb_before(reading, figure, VERBS["permits"]):
        unit = "permits"
    if tokens[head].low == "posts" and any(token.low in _ONLINE for token in tokens[figure.index + 1 : head + 5]):
        unit = "media"  # "placed 90 posts on social media"
    if unit == "bodies" and _is_looked_at(reading, figure):
        return "inspections"  # "audited 180 licensed bureaus"
    if unit in ("shelters", "homes"):
        if unit == "homes" and _is_shut(reading, figure):
            return "other"
        return of_shelters(reading, figure, unit, last)
    verb = verb_before(reading, figure, VERBS[unit])
    passive = False
    if verb is not None and figure.index - verb > 1 and not _is_object(reading, figure, verb):
        verb = None
    if verb is not None and unit == "bodies" and _hangs_on_place(reading, figure, verb):
        return None
    if verb is None:
        # "900 packets were given to migrants": the passive of any verb of doing
        verb = verb_after(reading, figure, last, (*VERBS[unit], "holds") if unit == "materials" else VERBS[unit])
        passive = verb is not None
        if verb is not None and unit == "premises" and verb > last + 1:
            if not any(token.low.split(" ")[0] in AUXILIARIES for token in tokens[last + 1 : verb]):
                verb, passive = None, False  # "her two recruiters got suspended terms"
    if verb is None:
        done = deed(reading, figure, unit, last)
        if done is not None:
            verb, passive = done
    phrase = _words(tokens[figure.index + 1 : last + 1])
    founded = [token.low for token in tokens[max(0, figure.index - 2) : figure.index]]
    if verb is None and founded[-1:] == ["of"] and founded[0] in _CLOSINGS and unit == "premises":
        return None if is_by_others(reading, figure.index - 2) else "other"  # "the closure of 12 brothels"
    if verb is None and founded[-1:] == ["of"] and founded[0] in _FOUNDINGS and unit == "bodies":
        verb = figure.index - 2  # "with the establishment of 11 municipal teams"
    if verb is None and unit in ("trainings", "events", "materials", "media") and is_listed_means(reading, figure):
        return OUTPUTS.get(unit, "other")
    if verb is None and unit == "trainings" and in_campaign(reading, figure, unit) is not None:
        return "trainings_held"
    if verb is None and (unit == "trainings" or (unit == "events" and phrase & TEACHES)) and _is_attended(tokens, last):
        return "trainings_held"
    if verb is None and unit == "trainings" and figure.index < 2 and _draws(reading, last):
        return "trainings_held"
    if verb is None and unit in ("trainings", "events"):
        verb = verb_before(reading, figure, ("gets",))
        told = verb is not None and figure.index - verb <= 2 and tokens[verb].low == "reported"
        if told and (unit == "trainings" or tokens[head].low in ALWAYS_INFORMS):
            return None if is_by_others(reading, verb or 0) else OUTPUTS.get(unit, "other")
        return among_trainings(reading, figure, unit, phrase)
    if verb is None and unit in ("raids", "inspections", "trainings") and exists(reading, figure):
        return OUTPUTS.get(unit, "other")
    if verb is None and unit == "bodies" and exists(reading, figure) and (_is_body(phrase) or _is_against(phrase)):
        return "other"
    if verb is None and unit == "premises" and _loses_license(tokens, last):
        return "other"
    if verb is None and unit in ("raids", "inspections") and is_during(reading, figure):
        return OUTPUTS.get(unit, "other")
    if verb is None and tokens[head].low in ("hotlines", "helplines") and figure.index < 2:
        if any("gets" in token.tags for token in tokens[last + 1 : last + 4]):
            return "other"  # "Two hotlines together received 900 calls"
    if verb is None and unit == "bodies" and is_served_by(reading, figure):
        return "other"
    if verb is None and unit in ("places", "premises") and (later := _is_told_later(reading, last)) is not None:
        return later
    if verb is None and unit in ("places", "premises"):
        return _among_places(reading, figure, unit, head)
    if verb is None and unit in ("materials", "media"):
        return in_campaign(reading, figure, unit)
    if verb is None and unit == "inspections" and "labor" in phrase and tokens[head].low.startswith("inspect"):
        verb = figure.index
    if verb is None or is_by_others(reading, verb, passive):
        return None
    return _done(reading, figure, unit, verb, head, last)


def _is_told_later(reading: Reading, last: int) -> str | None:
    """ "the 70 orphanages that it inspected": what was done is told behind."""
    tokens = reading.tokens
    after = tokens[last + 1 : last + 6]
    if len(after) < 3 or after[0].low not in ("that", "which", "it"):
        return None
    for step, token in enumerate(after[1:], last + 2):
        if "closes_down" in token.tags:
            return None if is_by_others(reading, step) else by_verb(token, "premises")
        if token.kind == "mark" or token.low in PREPOSITIONS:
            return None
    return None


def _is_looked_at(reading: Reading, figure: Figure) -> bool:
    phrase = _words(reading.tokens[figure.index + 1 : figure.index + 4])
    private = not phrase.isdisjoint(("recruitment", "employment", "recruiting", "private"))
    verb = verb_before(reading, figure, ("closes_down",) if private else ("looks",))
    if verb is not None and by_verb(reading.tokens[verb], "premises") != "inspections":
        return False
    return verb is not None and figure.index - verb <= 2 and not is_by_others(reading, verb)


_ONLINE = word_set("media facebook instagram twitter online internet web tiktok youtube")
_LICENSES = word_set("licenses licences")


def _is_attended(tokens: list[Token], last: int) -> bool:
    """ "four sessions for police were attended by 62 officers"."""
    after = tokens[last + 1 : last + 9]
    return any(
        left.low in ("was", "were") and right.low in ("attended", "attended by") for left, right in pairwise(after)
    )


def _draws(reading: Reading, last: int) -> bool:
    """ "Two seminars brought together 180 officials", "Twelve courses reached 90 judges"."""
    tokens = reading.tokens
    for token in tokens[last + 1 : last + _DRAWN_REACH]:
        if "ngo" in token.tags and "by:government" not in token.tags:
            return any(other.low == "with" for other in tokens[last + 1 : last + _DRAWN_REACH])
        if not token.tags.isdisjoint(("draws", "reaches", "trains")):
            return True
        if token.low in AUXILIARIES or (token.kind == "mark" and token.low in ".;"):
            return False
    return False


_DRAWN_REACH = 9


def _hangs_on_place(reading: Reading, figure: Figure, verb: int) -> bool:
    """ "opened 310 cases in 22 departments and 12 offices": the offices are where it was done."""
    tokens, at = reading.tokens, figure.index
    if tokens[at - 1].low not in ("and", ","):
        return False
    earlier = next((other for other in reversed(reading.figures) if verb < other.index < at), None)
    return earlier is not None and tokens[earlier.index - 1].low in ("in", "at", "across", "from", "within")


def _is_settled(reading: Reading, figure: Figure, noun: Token, last: int) -> bool:
    """ "settled 40 grievances", "210 complaints were resolved": what an office got from workers, and dealt with."""
    if noun.low == "grievances":
        return True
    if noun.low != "complaints":
        return False
    verb = verb_before(reading, figure, ("settles",))
    if verb is None:
        verb = verb_after(reading, figure, last, ("settles",))
    return verb is not None and reading.tokens[verb].low not in ("investigated", "addressed", "processed", "handled")


def _is_shut(reading: Reading, figure: Figure) -> bool:
    """ "shut down 12 unlicensed holding facilities": houses that were closed are none for victims."""
    verb = verb_before(reading, figure, ("shuts",))
    return verb is not None and figure.index - verb <= 2 and not is_by_others(reading, verb)


def _is_against(phrase: set[str]) -> bool:
    return any("traffick" in word for word in phrase)


def _loses_license(tokens: list[Token], last: int) -> bool:
    """ "three firms lost their licenses"."""
    after = [token.low for token in tokens[last + 1 : last + 5]]
    return after[:1] == ["lost"] and any(low.startswith(("licen", "permit", "accreditation")) for low in after)


def _is_of_labor(token: Token) -> bool:
    """Does the word say that employers, recruiters or labor rules are spoken of?"""
    return token.low.startswith(("labor", "inspect", "employ", "recruit", "wage", "worker", "compan", "business"))


_PAPERS = frozenset(("identity", "identification", "id", "registration", "ration", "debit", "residence", "residency"))
_LABOR_REACH = 24
# Bodies that "maintained" and "operated" may speak of only where their own words say that they act.
_JOINT = frozenset(("task", "working", "multidisciplinary", "vigilance", "watch", "protection"))
_KEPT = frozenset(("groups", "forces", "posts", "courts", "tribunals", "councils", "committees", "stations", "bureaus"))
_CLOSINGS = frozenset((
    "closure", "closures", "suspension", "suspensions", "revocation", "revocations", "cancellation", "cancellations",
))  # fmt: skip
_FOUNDINGS = frozenset(("network", "operation", "functioning", "establishment", "creation", "formation", "opening"))


def _done(reading: Reading, figure: Figure, unit: str, verb: int, head: int, last: int) -> str | None:
    tokens = reading.tokens
    phrase = _words(tokens[figure.index + 1 : last + 1])
    after = tokens[last + 1 : last + 9]
    if unit == "trainings" or (unit == "events" and phrase & TEACHES):
        return "trainings_held"
    if unit == "events":
        aired = tokens[verb].low.startswith(("air", "broadcast", "televis"))
        aired = aired or ("airs" in tokens[verb].tags and _is_aired(phrase))
        return "other" if aired else of_event(reading, figure, last)
    if unit == "materials":
        if phrase & _PAPERS:
            return None
        if tokens[head].low == "pieces" and _is_aired(phrase):
            return "other"
        if "gives" in tokens[verb].tags and tokens[head].low in ("materials", "books", "cards", "kits", "copies"):
            return "materials_distributed" if any(token.low in ("to", "for") for token in after[:7]) else None
        return "materials_distributed"
    if unit == "inspections" and tokens[head].low == "visits":
        if "gets" in tokens[verb].tags and "holds" not in tokens[verb].tags:
            return None  # "the website received 900 visits"
        if phrase & {"home", "official", "consular", "study", "exchange"}:
            return None
        taught = phrase & {"outreach", "awareness"} or any(token.low.startswith(_HOMES) for token in after[:5])
        return "other" if taught or any(token.low.startswith(_SCHOOLS) for token in after) else "inspections"
    if unit == "premises":
        return by_verb(tokens[verb], unit)
    if unit == "places" and "reache" in tokens[verb].low and tokens[head].low == "communities":
        return "other"
    if unit == "bodies":
        kept = "founds" not in tokens[verb].tags
        if kept and tokens[head].low in _KEPT and not any("traffick" in word or word in _JOINT for word in phrase):
            return None
        if tokens[head].low in ("groups", "forces", "posts") and not _is_body(phrase):
            return None
    if unit in ("fines", "disputes", "findings"):
        near = tokens[max(0, figure.index - _LABOR_REACH) : figure.index + _LABOR_REACH]
        if not any(_is_of_labor(token) for token in near):
            return None
    return OUTPUTS.get(unit, "other")


def _words(tokens: list[Token]) -> set[str]:
    return {token.low for token in tokens}


def _is_aired(phrase: set[str]) -> bool:
    return bool(phrase & {"radio", "television", "tv", "media", "broadcast", "news", "awareness"})


_BODIES = word_set(
    "task working border control police multidisciplinary watch vigilance focal coordination coordinating response"
)


def _is_body(phrase: set[str]) -> bool:
    return bool(phrase & _BODIES)


def _is_object(reading: Reading, figure: Figure, verb: int) -> bool:
    before = reading.tokens[figure.index - 1]
    return is_object(reading, figure, verb) or (before.kind in ("number", "word") and before.low not in PREPOSITIONS)


def _among_places(reading: Reading, figure: Figure, unit: str, head: int) -> str | None:
    """ "held campaigns in 40 schools", "inspections of 70 farms": what was done there is counted by its places."""
    tokens = reading.tokens
    if tokens[figure.index - 1].low not in ("in", "at", "to", "across", "of", "on", "for", "against"):
        return None
    for at in range(figure.index - 2, max(-1, figure.index - 10), -1):
        token = tokens[at]
        if reading.brackets[at] and reading.brackets[at] != figure.bracket:
            continue  # "90 inspections (60 in 2015) of 45 farms"
        if reading.clauses[at] != reading.clauses[figure.index]:
            return None
        if token.kind == "number" and not (at and "reaches" in tokens[at - 1].tags):
            return None
        if unit == "places" and "distributes" in token.tags and tokens[figure.index - 1].low == "to":
            return None if is_by_others(reading, at) else "other"  # "disseminated handbooks to 900 schools"
        if unit == "places" and ("unit:materials" in token.tags or "shown" in token.tags):
            verb = next((step for step in range(at - 1, max(-1, at - 4), -1) if _shows(tokens[step])), None)
            if verb is not None:
                return None if is_by_others(reading, verb) else "other"  # "hung posters in 340 schools"
            if any("distributes" in other.tags for other in tokens[at + 1 : figure.index]):
                return "other"  # "posters were placed in 90 schools"
        if unit == "places" and "reaches" in token.tags and not is_by_others(reading, at):
            return "other"  # "targeted 900 pupils in 40 schools"
        if unit == "places" and "unit:inspections" in token.tags and is_held(reading, at):
            return "inspections"  # "completed an assessment of 750 orphanages"
        if tokens[figure.index - 1].low == "for" and "audience" in tokens[head].tags and "unit:events" in token.tags:
            return None  # "sessions for 40 employers" counts people
        if unit == "premises" and "unit:events" in token.tags and is_held(reading, at):
            return "other"
        if unit == "premises":
            passive = "unit:inspections" in token.tags and any(
                "holds" in other.tags for other in tokens[at + 1 : figure.index]
            )
            done = "unit:inspections" in token.tags and (passive or at < 2 or is_held(reading, at))
            if done:
                return "inspections"
            if "unit:raids" in token.tags and is_held(reading, at):
                return "other"  # "conducted operations against nine organizations"
        elif "unit:events" in token.tags or "unit:trainings" in token.tags or token.low == "outreach":
            passive = any(
                "holds" in other.tags and before.low in ("were", "was")
                for before, other in pairwise(tokens[at + 1 : figure.index])
            )
            return "other" if passive or is_held(reading, at) else None
    return None


def _shows(verb: Token) -> bool:
    return "distributes" in verb.tags or "airs" in verb.tags
