"""Counts of fact_outputs that a text says were not given: "did not report how many calls the hotline received"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Token
from ingest.grammar.clauses import Reading
from ingest.grammar.outputs_words import OUTPUTS, PEOPLE, unit_of
from ingest.vocabulary.words import word_set

_TOLD = word_set(
    "say state indicate give report provide disclose specify release track record publish share collect maintain know"
)
_TOLD_REACH = 7
_NOUN_REACH = 7
_DEED_REACH = 12
_COUNTED = frozenset(("calls", "contacts", "inspections", "trainings"))
_GOT = word_set("received attended completed underwent obtained")
_LESSONS = word_set("training guidance instruction orientation briefings briefing information materials guidelines")


def unreported(reading: Reading, by_line: bool) -> Iterator[tuple[str, int, int, int]]:
    """The outputs whose number was withheld: (output, first token, noun, last token) of each statement."""
    tokens = reading.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.low in ("how", "how many", "number"):
            noun = _asked_for(tokens, at)
            if noun is None:
                continue
            if (_is_untold(tokens, noun) and unit_of(tokens[noun]) in _COUNTED) or _is_also_untold(tokens, at):
                found = _output(tokens, noun, by_line)
                if found is not None:
                    yield found[0], at, noun, found[1]
            continue
        if "neg" not in token.tags or tokens[at + 1].low not in _TOLD:
            continue
        noun = _asked_for(tokens, at + 2)
        if noun is None:
            continue
        found = _output(tokens, noun, by_line)
        if found is not None:
            yield found[0], at, noun, found[1]


def _is_also_untold(tokens: list[Token], at: int) -> bool:
    """ "did not report how many officers it trained or how many inspections it made": the second of two."""
    before = at - 1 - (at > 1 and tokens[at - 1].low == "the")
    if before < 1 or tokens[before].low not in ("or", "nor", "and"):
        return False
    first = next(
        (step for step in range(before - 1, max(-1, before - _SECOND_REACH), -1) if tokens[step].low == ";"), 0
    )
    return any(
        "neg" in tokens[step].tags and tokens[step + 1].low in _TOLD
        for step in range(max(first, before - _SECOND_REACH, 0), before - 2)
    )


_SECOND_REACH = 22


def _is_untold(tokens: list[Token], noun: int) -> bool:
    """ "how many calls it received was not reported", "the number of inspections is unknown"."""
    for at in range(noun + 1, min(noun + _UNTOLD_REACH, len(tokens) - 1)):
        token = tokens[at]
        if token.kind == "mark" and token.low in ";.":
            return False
        if token.low in ("was", "were", "is", "are", "remained") and tokens[at + 1].low in ("unknown", "unavailable"):
            return True
        if token.low in ("was not", "were not", "is not", "are not", "not") and tokens[at + 1].low in _UNTOLD:
            return True
    return False


_UNTOLD = word_set("reported known available provided disclosed published given tracked recorded stated")
_UNTOLD_REACH = 10


def _asked_for(tokens: list[Token], start: int) -> int | None:
    """The noun of "how many calls", "the number of inspections"; None where no number is asked for."""
    for at in range(start, min(start + _TOLD_REACH, len(tokens) - 1)):
        low = tokens[at].low
        asked = (low == "how" and tokens[at + 1].low == "many") or (
            low in ("number", "numbers") and tokens[at + 1].low == "of"
        )
        if asked or low == "how many":
            first = at + (1 if low == "how many" else 2)
            for noun in range(first, min(first + _NOUN_REACH, len(tokens))):
                tags = tokens[noun].tags
                if tokens[noun].kind == "mark":
                    return None
                if tokens[noun].low.endswith("s") and (unit_of(tokens[noun]) in _COUNTED or PEOPLE & tags):
                    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
                    if after is None or not (after.low.endswith("s") and (PEOPLE & after.tags or "unit" in after.tags)):
                        return noun
            return None
        if tokens[at].kind == "mark":
            return None
    return None


def _output(tokens: list[Token], noun: int, by_line: bool) -> tuple[str, int] | None:
    unit = unit_of(tokens[noun])
    if unit in _COUNTED:
        last = noun + 1 if noun + 1 < len(tokens) and tokens[noun + 1].kind != "mark" else noun
        if unit in ("calls", "contacts"):
            near = tokens[max(0, noun - 8) : noun + 8]
            return ("hotline_calls", last) if by_line or any("line" in token.tags for token in near) else None
        return OUTPUTS[unit], noun
    tags = tokens[noun].tags
    if "victim" in tags:
        return None
    for at in range(noun + 1, min(noun + _DEED_REACH, len(tokens))):
        token = tokens[at]
        if token.low == ";":
            return None
        taught = token.low == "trained" or (
            token.low in _GOT and any(other.low in _LESSONS for other in tokens[at + 1 : at + 6])
        )
        reached = token.low in ("reached", "informed", "sensitized")
        if taught or reached:
            taught_officials = tags & {"official", "actor"} or ("unit_trained" in tags and "audience" not in tags)
            official = bool(taught_officials) and not reached
            stop = min(at + 3, len(tokens) - 1)
            while stop > at and tokens[stop].kind == "mark":
                stop -= 1
            return ("officials_trained" if official else "people_reached"), stop
    return None
