"""The grammar of fact_outputs: what governments did that is counted in other units. Rules: `outputs_rules`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ingest.document import Document, Fact, Sentence
from ingest.facts import MAX_QUOTE
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading, readings
from ingest.grammar.outputs_rules import RULES
from ingest.grammar.victims_actors import actor_before, actor_tag


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


__all__ = ["RULES", "find"]

TABLE = "fact_outputs"
_REACH = 16
_OTHERS = frozenset(("ngo", "international_organization"))
# The verbs that make a count of each unit a thing that was done, before the number or in the passive after it.
_VERBS: dict[str, tuple[str, ...]] = {
    "materials": ("distributes",),
    "calls": ("gets",),
    "inspections": ("holds", "gets"),
    "trainings": ("holds",),
    "events": ("holds",),
    "shelters": ("runs",),
    "homes": ("runs", "gives"),
    "raids": ("holds",),
    "permits": ("grants",),
    "premises": ("closes_down",),
}
_OUTPUTS = {
    "materials": "materials_distributed",
    "calls": "hotline_calls",
    "inspections": "inspections",
    "trainings": "trainings_held",
    "events": "other",
    "shelters": "shelters",
    "homes": "shelters",
    "raids": "other",
    "permits": "other",
    "premises": "other",
}
_RULES = {
    "materials_distributed": "outputs.materials",
    "hotline_calls": "outputs.calls",
    "inspections": "outputs.inspections",
    "trainings_held": "outputs.trainings",
    "officials_trained": "outputs.trained",
    "people_reached": "outputs.reached",
    "shelters": "outputs.shelters",
    "other": "outputs.other",
}
# What is only asked for or planned has not been done.
_ASKED = _set("required requires require requiring planned plans will would intends should pledged promised must")
_DENIABLE = frozenset(("inspections", "trainings", "calls"))
_ANCHORS = frozenset(("unit", "trains", "reaches", "trains_for"))


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of fact_outputs in a document's sentences, in text order."""
    read = readings(document, sentences)
    known: dict[int, str] = {}
    previous_line = False
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        has_line = "line" in tags
        if (
            sentence.section not in ("profile", "recommendations")
            and ("number" in tags or "neg" in tags)
            and (not _ANCHORS.isdisjoint(tags) or (known and "cmp" in tags))
        ):
            reading = read.at(index)
            yield from _of_sentence(document, reading, known, previous_line or has_line)
        previous_line = has_line


def _of_sentence(document: Document, reading: Reading, known: dict[int, str], by_line: bool) -> Iterator[Fact]:
    for figure in reading.figures:
        if figure.kind == "number" and not figure.denominator:
            output = _output(reading, figure, known, by_line)
            if output is not None:
                known[id(figure)] = output
                yield _fact(document, reading, figure, output, figure.number.columns())
        elif figure.kind == "none" and figure.head is not None:
            output = _denied(reading, figure, by_line)
            if output is not None:
                values = {"status": "zero", "value": 0, "qualifier": "exact"}
                yield _fact(document, reading, figure, output, values)


def _unit(reading: Reading, figure: Figure) -> str | None:
    if figure.head is None:
        return None
    tags = reading.tokens[figure.head].tags
    if "unit" not in tags:
        return None
    return next((unit for unit in _VERBS if f"unit:{unit}" in tags), None)


def _output(reading: Reading, figure: Figure, known: dict[int, str], by_line: bool) -> str | None:
    if figure.head is None:
        base = figure.base
        if base is None or id(base) not in known or not (figure.is_comparison or _is_elliptic(reading, figure)):
            return None
        return known[id(base)]
    unit = _unit(reading, figure)
    if unit is not None:
        return _of_unit(reading, figure, unit, by_line, known)
    return _of_people(reading, figure, known)


def _is_elliptic(reading: Reading, figure: Figure) -> bool:
    """ "12 trainings in 2015 and nine in 2016": the number is followed by a year only."""
    following = reading.tokens[figure.index + 1 : figure.index + 3]
    return any(token.kind == "period" for token in following)


def _of_unit(reading: Reading, figure: Figure, unit: str, by_line: bool, known: dict[int, str]) -> str | None:
    tokens = reading.tokens
    if figure.is_comparison and figure.base is not None and id(figure.base) in known:
        return known[id(figure.base)]
    verb = _verb_before(reading, figure, _VERBS[unit])
    if verb is None:
        verb = _verb_after(reading, figure, _VERBS[unit])
    if unit == "calls":
        received = verb is not None and tokens[verb].low in ("received", "fielded", "answered", "receiving")
        if not (received or (by_line and (verb is not None or any("line" in token.tags for token in tokens)))):
            return None
        named = any(actor_tag(token) == "government" for token in tokens)
        return None if verb is not None and _is_by_others(reading, verb) and not named else "hotline_calls"
    if unit == "inspections" and verb is None and figure.head is not None and "labor" in _phrase(reading, figure):
        verb = figure.index
    if verb is None or _is_by_others(reading, verb):
        return None
    if unit == "trainings" or (unit == "events" and _speaks_of_training(reading, figure)):
        return "trainings_held"
    if unit == "events" and not _is_public(reading, figure):
        return None
    if unit == "homes" and not _is_for_victims(reading, figure):
        return None
    if unit == "premises":
        return "inspections" if tokens[verb].low.startswith(("inspect", "visit", "monitor", "audit")) else "other"
    return _OUTPUTS[unit]


def _phrase(reading: Reading, figure: Figure) -> set[str]:
    return {token.low for token in reading.tokens[figure.index + 1 : figure.last + 1]}


def _speaks_of_training(reading: Reading, figure: Figure) -> bool:
    return bool(_phrase(reading, figure) & {"training", "trainings", "train-the-trainer", "capacity-building"})


def _is_public(reading: Reading, figure: Figure) -> bool:
    """Campaigns and events that inform: awareness, education, prevention."""
    near = reading.tokens[figure.index + 1 : figure.last + 8]
    return any(
        token.low.startswith(
            (
                "awareness",
                "sensiti",
                "education",
                "information",
                "prevention",
                "outreach",
                "campaign",
                "lecture",
                "presentation",
                "anti-traffick",
            )
        )
        for token in near
    )


def _is_for_victims(reading: Reading, figure: Figure) -> bool:
    """Centers and homes that shelter or care for people, not offices."""
    phrase = _phrase(reading, figure)
    if phrase & {
        "crisis",
        "care",
        "residential",
        "reception",
        "safe",
        "transit",
        "rehabilitation",
        "shelter",
        "victim",
    }:
        return True
    near = reading.tokens[figure.last + 1 : figure.last + 9]
    return any(token.low.startswith(("victim", "shelter")) for token in near)


def _of_people(reading: Reading, figure: Figure, known: dict[int, str]) -> str | None:
    tokens = reading.tokens
    head = tokens[figure.head] if figure.head is not None else tokens[figure.index]
    if (
        figure.is_comparison
        and figure.base is not None
        and id(figure.base) in known
        and (reading.tokens[figure.base.head or 0].low == head.low)
    ):
        return known[id(figure.base)]
    if ("victim" in head.tags and head.low.startswith(("victim", "survivor"))) or (
        "offender" in head.tags and ("unit_trained" not in head.tags)
    ):
        return None
    phrase = _phrase(reading, figure)
    public = (
        bool(phrase & _PUBLIC)
        or head.low in ("students", "pupils", "children")
        or (head.low == "workers" and not phrase & _CARE)
    )
    trainee = not public and bool(head.tags & {"official", "unit_trained", "actor"})
    audience = bool(head.tags & {"audience", "who"})
    if not (trainee or audience or public):
        return None
    kind = "officials_trained" if trainee else "people_reached"
    verb = _verb_before(reading, figure, ("trains", "reaches", "distributes"))
    if verb is not None and not _is_by_others(reading, verb):
        word = tokens[verb]
        if "trains" in word.tags and _governs_training(reading, verb, figure):
            return "officials_trained" if not public else kind
        if "reaches" in word.tags and _reaches(reading, verb, figure):
            return "people_reached" if audience or public else kind
        if "distributes" in word.tags and tokens[figure.index - 1].low == "to":
            return "people_reached"
        if "distributes" in word.tags or "reaches" in word.tags:
            return None
    held = _held_for(reading, figure)
    if held is not None and not _is_by_others(reading, held):
        return kind if "trains_for" in tokens[held].tags else "people_reached"
    if _attends(reading, figure) or _is_trained(reading, figure):
        return kind
    return None


# "migrant workers" are the public, "social workers" are trained
_PUBLIC = _set("migrant domestic overseas foreign prospective departing garment construction farm sex factory")
_CARE = _set("social health aid care case welfare ngo child protection hotline government outreach line")


def _held_for(reading: Reading, figure: Figure) -> int | None:
    """ "workshops for 120 officials", "lectures attended by 300 students", "a seminar with 40 participants"."""
    tokens = reading.tokens
    before = tokens[figure.index - 1].low if figure.index else ""
    if before == "of" and figure.index > 3 and tokens[figure.index - 2].low == "total":
        before = tokens[figure.index - 4].low
    if before not in ("for", "by", "with", "to", "involving", "reaching"):
        return None
    for at in range(figure.index - 2, max(-1, figure.index - 14), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or (token.kind == "number" and at < figure.index - 8):
            return None
        if "trains_for" in token.tags or "unit:events" in token.tags or token.low in ("campaign", "lecture", "event"):
            held = any("holds" in other.tags or "gives" in other.tags for other in tokens[max(0, at - 8) : at])
            return at if held else None
        if token.low in AUXILIARIES:
            return None
    return None


def _governs_training(reading: Reading, verb: int, figure: Figure) -> bool:
    """ "trained 40 officers", "training for 40 officers"; not "training 12 times as many" or "a training manual"."""
    tokens = reading.tokens
    word = tokens[verb]
    gap = tokens[verb + 1 : figure.index]
    if word.low in ("trained", "train", "instructed"):
        return not any("finite" in token.tags and token.low not in ("trained",) for token in gap)
    return not gap or any(token.low in ("to", "for", "of", "attended by", "by") for token in gap)


def _reaches(reading: Reading, verb: int, figure: Figure) -> bool:
    tokens = reading.tokens
    if tokens[verb].low == "attended":
        return any(token.low == "by" for token in tokens[verb + 1 : figure.index])
    return figure.index - verb <= 4


def _attends(reading: Reading, figure: Figure) -> bool:
    """ "40 officers received training", "120 officials attended seminars"."""
    tokens = reading.tokens
    after = tokens[figure.last + 1 : figure.last + 12]
    for position, token in enumerate(after):
        if token.kind == "mark" and token.low in ";:.,":
            return False
        if "attends" in token.tags and any("trains_for" in other.tags for other in after[position + 1 : position + 8]):
            return True
    return False


def _is_trained(reading: Reading, figure: Figure) -> bool:
    tokens = reading.tokens
    after = tokens[figure.last + 1 : figure.last + 5]
    return any(token.low in AUXILIARIES for token in after) and any(token.low == "trained" for token in after)


def _verb_before(reading: Reading, figure: Figure, wanted: tuple[str, ...]) -> int | None:
    """The verb whose object the figure is: the nearest before it in its clause, if it is one of those wanted."""
    tokens = reading.tokens
    for at in range(figure.index - 1, max(-1, figure.index - _REACH - 1), -1):
        if reading.clauses[at] != reading.clauses[figure.index]:
            return None
        if reading.brackets[at] and reading.brackets[at] != figure.bracket:
            continue
        tags = tokens[at].tags
        if any(tag in tags for tag in wanted):
            asked = {token.low for token in tokens[max(0, at - 4) : at]}
            return None if asked & _ASKED else at
        if tokens[at].low in AUXILIARIES and at < figure.index - 1 and tokens[at].low in ("were", "was", "are", "is"):
            return None
        if tags & {"finite", "base", "gerund"} and "noun" not in tags and "act" not in tags and "gives" not in tags:
            return None
    return None


def _verb_after(reading: Reading, figure: Figure, wanted: tuple[str, ...]) -> int | None:
    """The passive verb after the figure: "12 workshops were held", "3,000 booklets distributed"."""
    tokens = reading.tokens
    for at in range(figure.last + 1, min(len(tokens), figure.last + 12)):
        token = tokens[at]
        if (
            reading.clauses[at] != reading.clauses[figure.index]
            or token.kind == "number"
            or (token.kind == "mark" and token.low not in "-'\"")
        ):
            return None
        if any(tag in token.tags for tag in wanted) and token.low.endswith(("ed", "held", "taken", "out")):
            return at
    return None


def _is_by_others(reading: Reading, verb: int) -> bool:
    """Did an NGO or an international organization do it, and no government with it?"""
    return actor_before(reading, verb) in _OTHERS


def _denied(reading: Reading, figure: Figure, by_line: bool) -> str | None:
    """ "conducted no inspections", "did not hold any trainings"."""
    unit = _unit(reading, figure)
    if unit not in _DENIABLE or figure.token.low == "none":
        return None
    if unit == "calls" and not by_line:
        return None
    verb = _verb_before(reading, figure, _VERBS[unit]) or _verb_after(reading, figure, _VERBS[unit])
    if verb is None or _is_by_others(reading, verb):
        return None
    negated = any("neg" in token.tags for token in reading.tokens[max(0, verb - 3) : verb])
    reported = any(token.low.startswith("report") for token in reading.tokens[max(0, verb - 2) : verb + 1])
    if figure.token.low == "any" and (not negated or reported):
        return None
    return _OUTPUTS[unit]


def _fact(document: Document, reading: Reading, figure: Figure, output: str, values: dict[str, Any]) -> Fact:
    tokens = reading.tokens
    if figure.head is not None:
        unit_text = document.text[tokens[figure.index + 1].start : tokens[figure.last].end]
    else:
        base = figure.base
        head = base.head if base is not None and base.head is not None and base.last < len(tokens) else None
        unit_text = tokens[head].low if head is not None else ""
    last = figure.last
    for at in range(figure.last + 1, min(len(tokens), figure.last + 4)):
        if tokens[at].kind == "period":
            last = at
            break
    start, end = figure.token.start, tokens[max(last, figure.index)].end
    if end - start > MAX_QUOTE:
        end = figure.token.end
    row: dict[str, Any] = {
        "output": output,
        "unit_text": unit_text[:100] or None,
        "data_year": figure.period.year,
        "period_type": figure.period.period_type,
        "is_comparison": figure.is_comparison,
    }
    return Fact(TABLE, _RULES[output], start, end, row | values, (figure.token.start,))
