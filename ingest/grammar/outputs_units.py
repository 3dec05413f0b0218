"""Units in fact_outputs: materials, calls, inspections, trainings, shelters, and whatever else was done. No people."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_words import ASKED, OUTPUTS, VERBS, is_by_others, is_object, verb_after, verb_before
from ingest.grammar.victims_actors import actor_tag
from ingest.vocabulary.words import word_set

_INFORMS = (
    "awareness", "sensiti", "education", "information", "prevention", "outreach", "campaign", "lecture",
    "presentation", "anti-traffick", "media", "radio", "television",
)  # fmt: skip
_INFORMS_PUBLIC = ("awareness", "sensiti", "inform", "outreach", "educat")
_CARE = word_set(
    "crisis care residential reception safe transit rehabilitation shelter victim victims protection support women"
    " children youth assistance"
)
_TEACHES = word_set("training trainings train-the-trainer capacity-building")
_LEARNERS = word_set("schools students pupils universities communities villages youth parents")
_SCHOOLS = ("school", "universit", "college", "student")


def of_unit(reading: Reading, figure: Figure, unit: str, head: int, last: int, by_line: bool) -> str | None:
    """The output of a figure whose noun is a unit, None where no government did it."""
    tokens = reading.tokens
    if unit in ("calls", "contacts"):
        return _of_calls(reading, figure, unit, last, by_line)
    verb = verb_before(reading, figure, VERBS[unit])
    passive = False
    if verb is not None and figure.index - verb > 1 and not _is_object(reading, figure, verb):
        verb = None
    if verb is None:
        verb = verb_after(reading, figure, last, VERBS[unit])
        passive = verb is not None
    phrase = _words(tokens[figure.index + 1 : last + 1])
    founded = [token.low for token in tokens[max(0, figure.index - 2) : figure.index]]
    if verb is None and founded[-1:] == ["of"] and founded[0] in _FOUNDINGS and unit in ("shelters", "bodies"):
        verb = figure.index - 2  # "with the establishment of 11 municipal teams"
    if verb is not None and unit in ("shelters", "homes") and not _is_run(reading, figure, verb, last, passive):
        return None
    if verb is None and unit in ("shelters", "homes") and _exists(reading, figure, last):
        return "shelters" if unit == "shelters" or _is_for_victims(reading, figure.index, phrase, last) else None
    if verb is None and unit in ("trainings", "events"):
        return _among_trainings(reading, figure, unit, phrase)
    if verb is None and unit in ("places", "premises"):
        return _among_places(reading, figure, unit)
    if verb is None and unit == "inspections" and "labor" in phrase and tokens[head].low.startswith("inspect"):
        verb = figure.index
    if verb is None or is_by_others(reading, verb, passive):
        return None
    return _done(reading, figure, unit, verb, head, last)


def _exists(reading: Reading, figure: Figure, last: int) -> bool:
    """ "there were four shelters", "only two shelters in the country": what a country has, whoever runs it."""
    tokens = reading.tokens
    before = [token.low for token in tokens[max(0, figure.index - 4) : figure.index]]
    if any(low in ("there", "there were", "there are", "there is", "there was") for low in before):
        return True
    if before[-1:] in (["these"], ["those"]) and figure.index < 3:
        return True  # "These two shelters offered counseling to 30 women"
    listed = before[-1:] in (["and"], [","])
    within = [token.low for token in tokens[max(0, figure.index - _SERVED_REACH) : figure.index]] if listed else before
    if before[-2:] == ["access", "to"] or before[-1:] in (["at"], ["in"]) or _SERVED_BY & set(within):
        # "provided services to children via two shelters"
        for at in range(figure.index - 2, max(-1, figure.index - _SERVED_REACH), -1):
            token = tokens[at]
            if reading.clauses[at] != reading.clauses[figure.index] or token.low in ASKED:
                break
            if token.low == "access" or "gives" in token.tags or "act:assisted" in token.tags:
                return not is_by_others(reading, at)
    after = [token.low for token in tokens[last + 1 : last + _EXISTS_REACH]]
    if any(low in ("existed", "exist", "nationwide", "countrywide") for low in after):
        return True
    return any(after[at : at + 3] == ["in", "the", "country"] for at in range(len(after) - 2))


_FOUNDINGS = frozenset(("establishment", "creation", "formation", "opening"))
_SERVED_BY = frozenset(("via", "through", "across"))
_EXISTS_REACH = 10
_SERVED_REACH = 24


def _done(reading: Reading, figure: Figure, unit: str, verb: int, head: int, last: int) -> str | None:
    tokens = reading.tokens
    phrase = _words(tokens[figure.index + 1 : last + 1])
    after = tokens[last + 1 : last + 9]
    if unit == "trainings" or (unit == "events" and phrase & _TEACHES):
        at_school = not phrase & _TEACHES and any(token.low in _LEARNERS for token in after[:3])
        return "other" if at_school else "trainings_held"
    if unit == "events":
        return "other" if "airs" in tokens[verb].tags and _is_aired(phrase) else _of_event(reading, figure, last)
    if unit == "materials":
        if "gives" in tokens[verb].tags and tokens[head].low in ("materials", "books", "cards", "kits", "copies"):
            return "materials_distributed" if any(token.low in ("to", "for") for token in after[:3]) else None
        return "materials_distributed"
    if unit == "homes":
        return "shelters" if _is_for_victims(reading, verb, phrase, last) else None
    if unit == "inspections" and tokens[head].low == "visits":
        if phrase & {"home", "official", "consular", "study", "exchange"}:
            return None
        return "other" if any(token.low.startswith(_SCHOOLS) for token in after) else "inspections"
    if unit == "premises":
        return by_verb(tokens[verb], unit)
    if unit == "places" and "reache" in tokens[verb].low and tokens[head].low == "communities":
        return "other"
    if unit == "bodies" and tokens[head].low in ("groups", "forces", "posts") and not _is_body(phrase):
        return None
    return OUTPUTS.get(unit, "other")


def _is_run(reading: Reading, figure: Figure, verb: int, last: int, passive: bool) -> bool:
    """Are the shelters what the verb runs, and not those that provided care or were given something?"""
    tokens = reading.tokens
    if passive:
        state = any(token.low.startswith(("government-", "state-")) for token in tokens[figure.index + 1 : last + 1])
        return state or any(token.low in AUXILIARIES for token in tokens[max(last + 1, verb - 3) : verb])
    gap = tokens[verb + 1 : figure.index]
    return not tokens[verb].low.startswith("provid") or any(token.low in _MEANS for token in gap) or not gap


_MEANS = word_set("funding funds support assistance financing subsidies resources staff")


def by_verb(verb: Token, unit: str) -> str:
    """The output of a unit by the verb that it is the object of: premises are inspected, or closed."""
    if unit == "premises":
        return (
            "inspections"
            if verb.low.startswith(("inspect", "visit", "monitor", "audit", "check", "screen"))
            else "other"
        )
    return OUTPUTS.get(unit, "other")


def _words(tokens: list[Token]) -> set[str]:
    return {token.low for token in tokens}


def _is_aired(phrase: set[str]) -> bool:
    return bool(phrase & {"radio", "television", "tv", "media", "broadcast", "news", "awareness"})


def _is_body(phrase: set[str]) -> bool:
    return bool(phrase & {"task", "working", "border", "control", "police", "multidisciplinary", "watch", "vigilance"})


def _is_object(reading: Reading, figure: Figure, verb: int) -> bool:
    before = reading.tokens[figure.index - 1]
    return is_object(reading, figure, verb) or (before.kind in ("number", "word") and before.low not in PREPOSITIONS)


def _of_event(reading: Reading, figure: Figure, last: int) -> str | None:
    """Campaigns and events that inform; not meetings, and a "program" only where its words say that it informs."""
    tokens = reading.tokens
    head = tokens[last].low
    if head in ("conferences", "roundtables", "briefings", "presentations", "lectures", "campaigns"):
        return "other"
    near = tokens[figure.index + 1 : last + 8]
    informs = _INFORMS_PUBLIC if head == "meetings" else _INFORMS
    return "other" if any(token.low.startswith(informs) for token in near) else None


def _is_for_victims(reading: Reading, verb: int, phrase: set[str], last: int) -> bool:
    """Centers and homes that shelter or care for people, not offices."""
    if phrase & _CARE:
        return True
    near = reading.tokens[last + 1 : last + 26]
    return any(token.low.startswith(("victim", "shelter", "orphan", "house ")) for token in near)


_DESKS = word_set("system portal platform mechanism app application website desk center centre office")


def _of_calls(reading: Reading, figure: Figure, unit: str, last: int, by_line: bool) -> str | None:
    tokens = reading.tokens
    verb = verb_before(reading, figure, VERBS[unit])
    passive = False
    if verb is None:
        verb = verb_after(reading, figure, last, VERBS[unit])
        passive = verb is not None
    lines = [at for at, token in enumerate(tokens) if "line" in token.tags and abs(at - figure.index) < 40]
    if unit == "contacts":
        # "The hotline received 300 reports": the line itself is what received them.
        if verb is None:
            return None
        if not any(verb - 12 < at < verb or last < at < last + 6 for at in lines):
            taken = tokens[last].low == "complaints" and any(t.low in _DESKS for t in tokens[max(0, verb - 4) : verb])
            return "other" if taken and not is_by_others(reading, verb, passive) else None
    else:
        received = verb is not None and tokens[verb].low in ("received", "fielded", "answered", "receiving")
        if not (received or (by_line and (verb is not None or lines))):
            return None
    if verb is None and any(token.low in ASKED for token in tokens[max(0, figure.index - 8) : figure.index]):
        return None
    if any(actor_tag(token) == "government" for token in tokens):
        return "hotline_calls"
    if verb is None:
        return (
            None
            if any(actor_tag(token) in ("ngo", "international_organization") for token in tokens)
            else ("hotline_calls")
        )
    return None if is_by_others(reading, verb, passive) else "hotline_calls"


def _among_trainings(reading: Reading, figure: Figure, unit: str, phrase: set[str]) -> str | None:
    """ "trained 90 judges at six workshops", "through 12 courses": lessons that the teaching took place in."""
    tokens = reading.tokens
    if unit == "events" and not phrase & (_TEACHES | {"awareness", "sessions", "lectures"}):
        return None
    if tokens[figure.index - 1].low not in ("at", "in", "through", "during", "via", "across", "over", "of"):
        return None
    for at in range(figure.index - 2, max(-1, figure.index - 20), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or token.low in ("attended", "participated"):
            return None
        if "trains" in token.tags or "reaches" in token.tags:
            if is_by_others(reading, at) or any(other.low in ASKED for other in tokens[max(0, at - 4) : at]):
                return None
            return "trainings_held" if "trains" in token.tags or phrase & _TEACHES or unit == "trainings" else "other"
        if token.low in AUXILIARIES and token.low not in ("were", "was", "been"):
            return None
    return None


def _among_places(reading: Reading, figure: Figure, unit: str) -> str | None:
    """ "held campaigns in 40 schools", "inspections of 70 farms": what was done there is counted by its places."""
    tokens = reading.tokens
    if tokens[figure.index - 1].low not in ("in", "at", "to", "across", "of", "on"):
        return None
    for at in range(figure.index - 2, max(-1, figure.index - 10), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or token.kind == "number":
            return None
        if unit == "premises":
            passive = "unit:inspections" in token.tags and any(
                "holds" in other.tags for other in tokens[at + 1 : figure.index]
            )
            done = "unit:inspections" in token.tags and (passive or _is_held(reading, at))
            if done:
                return "inspections"
        elif "unit:events" in token.tags or "unit:trainings" in token.tags or token.low == "outreach":
            return "other" if _is_held(reading, at) else None
    return None


def _is_held(reading: Reading, at: int) -> bool:
    """Is the lesson or inspection at `at` the object of a verb that says that a government held it?"""
    tokens = reading.tokens
    for verb in range(at - 1, max(-1, at - 8), -1):
        if "holds" in tokens[verb].tags and not any(other.low in ASKED for other in tokens[max(0, verb - 4) : verb]):
            return not is_by_others(reading, verb)
    return False
