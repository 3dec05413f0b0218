"""Calls to hotlines in fact_outputs: calls, reports and callers, and what a hotline itself counts. No other units."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_words import ASKED, PEOPLE, VERBS, is_object, verb_after, verb_before
from ingest.grammar.victims_actors import actor_tag
from ingest.vocabulary.words import word_set

ABOUT = word_set(
    "trafficking-related about related concerned concerning regarding pertained involved involving relating"
)
ABOUT_CASES = word_set("on about regarding concerning reporting")
_DESKS = word_set("system portal platform mechanism app application website desk center centre office")
_RECEIVED = word_set("received fielded answered receiving")
_CALLED = word_set("called contacted phoned telephoned messaged texted")
_PASSED_ON = word_set("referred forwarded transferred passed referring forwarding transferring")
_SERVED = word_set("assisted helped advised counseled served supported informed assisting advising referred")
_COUNTED_BY_LINE = word_set("cases situations instances referrals")
_COUNTS = word_set("identified reported flagged identifying provided made referred reporting referring")
_SAID = word_set("reported requested sought received asked alleged disclosed used contacted")
_OTHERS_TAGS = ("ngo", "international_organization")
_LINE_REACH = 40
_CALL_REACH = 70


def of_calls(reading: Reading, figure: Figure, unit: str, last: int, by_line: bool) -> str | None:
    """The output of calls and reports: `hotline_calls`, or `other` where an office and no hotline took complaints.

    `by_line` says that this sentence or the one before speaks of a hotline.
    """
    tokens = reading.tokens
    if tokens[last].low == "callers":
        return _callers(reading, figure, by_line)
    verb = verb_before(reading, figure, VERBS[unit])
    passive = False
    if verb is None:
        verb = verb_after(reading, figure, last, VERBS[unit])
        passive = verb is not None
    if verb is None and by_line and _is_from_callers(reading, last):
        return "hotline_calls"
    lines = [at for at, token in enumerate(tokens) if "line" in token.tags and abs(at - figure.index) < _LINE_REACH]
    if unit == "contacts":
        # "The hotline received 300 reports": the line itself is what received them.
        if verb is None:
            return None
        if not any(verb - 12 < at < verb or last < at < last + 6 for at in lines):
            taken = tokens[last].low == "complaints" and any(t.low in _DESKS for t in tokens[max(0, verb - 4) : verb])
            return "other" if taken and not is_by_others(reading, verb, passive) else None
    else:
        if verb is None and by_line:
            verb = _passed_on(reading, figure)
        received = verb is not None and tokens[verb].low in _RECEIVED
        if not (received or (by_line and (verb is not None or lines))):
            return None
    if verb is None and any(token.low in ASKED for token in tokens[max(0, figure.index - 8) : figure.index]):
        return None
    if any(actor_tag(token) == "government" for token in tokens):
        return "hotline_calls"
    near = range(max(0, figure.index - _LINE_REACH), min(len(tokens), figure.index + _LINE_REACH))
    if any("national" in tokens[at].tags and _names_line(tokens, at) for at in near):
        return "hotline_calls"  # a country's line, whoever answers it
    if verb is not None and not passive and any(at < verb for at in lines):
        return "hotline_calls"  # "a hotline run by an NGO took 900 calls": the line is what a country has
    if verb is None:
        return None if any(actor_tag(token) in _OTHERS_TAGS for token in tokens) else "hotline_calls"
    return None if is_by_others(reading, verb, passive) else "hotline_calls"


def _names_line(tokens: list[Token], at: int) -> bool:
    """Does the word at `at` belong to a hotline's name ("the national trafficking hotline")?"""
    return any("line" in token.tags for token in tokens[at + 1 : at + 5])


def _callers(reading: Reading, figure: Figure, by_line: bool) -> str | None:
    """ "the hotline assisted 90 callers": callers stand for calls."""
    tokens = reading.tokens
    if (
        by_line
        and figure.index < 6
        and any(token.low in _SAID for token in tokens[figure.index + 2 : figure.index + 8])
    ):
        return "hotline_calls"  # "In 2015, 90 callers to the hotline reported …"
    for at in range(figure.index - 1, max(-1, figure.index - 8), -1):
        token = tokens[at]
        if (
            token.low in _SERVED
            or token.low in ("spoke with", "spoke to")
            or "gets" in token.tags
            or "gives" in token.tags
        ):
            return "hotline_calls" if by_line and not is_by_others(reading, at) else None
        if token.kind == "mark" or reading.clauses[at] != reading.clauses[figure.index]:
            return None
    return None


def _is_from_callers(reading: Reading, last: int) -> bool:
    """ "More than 900 signals, which include messages, came from people who …"."""
    tokens = reading.tokens
    after = tokens[last + 1 : last + 16]
    return any(token.low in ("came", "come") and following.low == "from" for token, following in pairwise(after))


def _passed_on(reading: Reading, figure: Figure) -> int | None:
    """The verb of "operators referred 30 calls to police"."""
    at = figure.index - 1
    return at if at >= 0 and reading.tokens[at].low in _PASSED_ON else None


def calls_received(reading: Reading, figure: Figure, by_line: bool) -> str | None:
    """ "Of the 90 calls received, 12 related to trafficking": the 12 are calls too."""
    whole = figure.whole
    if whole is None or not whole.denominator or whole.head is None or figure.index - whole.index > 12:
        return None
    tokens = reading.tokens
    if whole.head >= len(tokens) or "unit:calls" not in tokens[whole.head].tags:
        return None
    received = any(token.low in ("received", "answered", "fielded") for token in tokens[whole.head : figure.index])
    about = any(token.low in ABOUT for token in tokens[figure.index + 1 : figure.index + 4])
    return "hotline_calls" if about and (received or by_line) else None


def calls_from(reading: Reading, figure: Figure, tags: frozenset[str], by_line: bool) -> str | None:
    """ "the hotline received calls from 480 individuals": callers stand for calls."""
    tokens = reading.tokens
    at = figure.index
    if not by_line or at < 2:
        return None
    of_cases = tokens[at - 1].low in ABOUT_CASES and "case" in tags
    if not of_cases and (tokens[at - 1].low != "from" or not tags & PEOPLE):
        return None
    if "unit:calls" not in tokens[at - 2].tags and "unit:contacts" not in tokens[at - 2].tags:
        return None
    verb = next((index for index in range(at - 3, max(-1, at - 8), -1) if "gets" in tokens[index].tags), None)
    if verb is None:
        return None
    named = any(actor_tag(token) == "government" for token in tokens)
    return "hotline_calls" if named or not is_by_others(reading, verb) else None


def by_hotline(reading: Reading, figure: Figure, head: int, last: int, by_line: bool) -> str | None:
    """ "2,000 people called the hotline" are calls; "the hotline … identified 215 cases" is a count of its own."""
    tokens = reading.tokens
    if tokens[head].tags & PEOPLE:
        if not by_line:
            return None
        if "victim" in tokens[head].tags:
            return None  # "identified eight victims, all through calls to a hotline"
        after = tokens[last + 1 : last + 31]
        for step, token in enumerate(after):
            if token.low in _CALLED:
                named = after[step + 1 : step + 5]
                return "hotline_calls" if any("line" in other.tags for other in named) else None
            if token.low == "through" and any("unit:calls" in other.tags for other in after[step + 1 : step + 3]):
                return "hotline_calls"  # "identified themselves through calls"
            if token.kind == "number":
                break
        return None
    if tokens[head].low not in _COUNTED_BY_LINE or "line" not in reading.sentence.tags:
        return None
    after = tokens[last + 1 : last + 7]
    if tokens[figure.index - 1].low == "reported" and after and after[0].low in ("through", "via", "to"):
        if any("line" in token.tags for token in after):
            return "hotline_calls"  # "citizens reported 90 cases through the hotline"
    at = figure.index - 1
    if tokens[at].low == "resulted in" and any(_is_call(token) for token in tokens[max(0, at - 4) : at]):
        return "other"  # "these referrals resulted in six cases"
    if at < 1 or tokens[at].low not in _COUNTS:
        return None
    if not is_object(reading, figure, at):
        return None
    opening = tokens[max(0, at - _CALL_REACH) : at]
    resulted = [token.low for token in tokens[last + 1 : last + 4]] == ["as", "a", "result"]
    if resulted and tokens[at].low.startswith("identif") and any("line" in token.tags for token in opening):
        return "other"  # "launched a helpline and identified three cases as a result"
    subject = next((token for token in opening if "line" in token.tags or actor_tag(token)), None)
    return "other" if subject is not None and "line" in subject.tags else None


def _is_call(token: Token) -> bool:
    return token.low == "referrals" or "unit:calls" in token.tags


def is_among_calls(reading: Reading, figure: Figure, head: int) -> bool:
    """ "received 900 reports, including 30 cases of trafficking": what the calls were about counts calls."""
    tokens = reading.tokens
    if tokens[head].low not in ("cases", "calls", "reports", "complaints", "instances", "inquiries", "allegations"):
        return False
    before = [token.low for token in tokens[max(0, figure.index - 3) : figure.index]]
    return "including" in before
