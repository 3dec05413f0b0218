"""Zeros of fact_outputs: "conducted no inspections", "none of the calls". No counts that were not given."""

from __future__ import annotations

from ingest.grammar.clauses import Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_calls import ABOUT
from ingest.grammar.outputs_words import OUTPUTS, VERBS, by_verb, noun_of, unit_of, verb_after, verb_before

_DENIABLE = frozenset(("inspections", "trainings", "calls"))


def denied(
    reading: Reading, figure: Figure, known: dict[int, str], by_line: bool, previous: Figure | None
) -> str | None:
    """ "conducted no inspections", "did not hold any trainings", "900 calls, none of them about trafficking"."""
    tokens = reading.tokens
    if figure.token.low == "none":
        whole = figure.whole
        if whole is not None and whole.head is not None and whole.denominator and whole.head < len(tokens):
            # "none of the 90 calls to the hotline concerned trafficking"
            of_calls = by_line and "unit:calls" in tokens[whole.head].tags
            about = any(token.low in ABOUT for token in tokens[whole.head : whole.head + 8])
            return "hotline_calls" if of_calls and about else None
        if previous is None or figure.index - previous.index > 12 or known[id(previous)] != "hotline_calls":
            return None
        after = [token.low for token in tokens[figure.index + 1 : figure.index + 6]]
        told = bool(after) and (after[0].startswith("of") or after[0] in ABOUT)
        return "hotline_calls" if told and ABOUT & set(after) else None
    head, last = noun_of(reading, figure)
    unit = unit_of(tokens[head]) if head is not None else None
    if unit == "premises" and figure.token.low == "no" and _looks_at_none(reading, figure):
        return "inspections"
    if unit not in _DENIABLE:
        return None
    if unit == "trainings" and head is not None and not tokens[head].low.endswith("s"):
        return None
    if unit == "calls" and not by_line:
        return None
    done = (*VERBS[unit], "founds") if unit == "inspections" else VERBS[unit]
    verb = verb_before(reading, figure, done, denied=True) or verb_after(reading, figure, last, VERBS[unit])
    if verb is None or is_by_others(reading, verb):
        return None
    negated = any("neg" in token.tags for token in tokens[max(0, verb - 3) : verb])
    reported = any(token.low.startswith("report") for token in tokens[max(0, verb - 2) : verb + 1])
    if figure.token.low == "any" and (not negated or reported):
        return None
    return OUTPUTS[unit]


def _looks_at_none(reading: Reading, figure: Figure) -> bool:
    """ "visited no farms during the year"."""
    verb = figure.index - 1
    token = reading.tokens[verb]
    looks = "closes_down" in token.tags and by_verb(token, "premises") == "inspections"
    return looks and not is_by_others(reading, verb)
