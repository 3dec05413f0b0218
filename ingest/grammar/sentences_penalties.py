"""The penalties that a sentence of a report states: each with its kind and term, in text order."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import Reading
from ingest.grammar.sentences_joins import SUSPENDING, add
from ingest.grammar.sentences_kinds import fine, in_list, other, prison, suspended, suspended_of_some, suspended_part
from ingest.grammar.sentences_laws import is_denied
from ingest.grammar.sentences_lists import listed, mark_lists, opens_terms, same_unit, widen
from ingest.grammar.sentences_terms import Penalty, life, term

_TIME_SERVED = ["sentenced", "to", "time", "served"]


def find_penalties(reading: Reading) -> list[Penalty]:
    """All penalties of a sentence, in text order, none that a negation or a modal governs."""
    tokens = reading.tokens
    size = len(tokens)
    found: list[Penalty] = []
    at = 0
    while at < size:
        token = tokens[at]
        penalty: Penalty | None = None
        if token.kind == "duration":
            penalty = term(tokens, at, found)
        elif "life" in token.tags or token.low == "life":
            penalty = life(tokens, at)
        elif "suspended" in token.tags:
            penalty = (
                suspended_part(tokens, at, found)
                or suspended_of_some(tokens, at, found)
                or suspended(tokens, at)
                or _all_suspended(tokens, at, found)
            )
        elif found and _ends_range(tokens, at, found[-1]):
            at += 1
            continue
        elif found and (token.kind == "number" or "decimal" in token.tags):
            penalty = same_unit(tokens, at, found)
        elif "prison" in token.tags:
            penalty = prison(tokens, at) or in_list(tokens, at, found)
        elif "fine" in token.tags:
            penalty = fine(tokens, at)
        elif "penalty_other" in token.tags:
            penalty = other(tokens, at)
        elif token.low == "time" and at > 1 and [t.low for t in tokens[at - 2 : at + 2]] == _TIME_SERVED:
            penalty = Penalty(at, at + 1, "imprisonment")  # "sentenced to time served"
        elif token.low == "time" and at > 1 and tokens[at - 1].low == "serve" and not _names_prison(tokens, at):
            penalty = Penalty(at, at + 1, "imprisonment")  # "14 of them will serve time"
        elif token.low in ("cautioned", "reprimanded") and at and tokens[at - 1].low in ("was", "were"):
            penalty = Penalty(at, at + 1, "other")
        elif token.low == "stayed" and at and "sentence" in tokens[at - 1].tags:
            penalty = Penalty(at, at + 1, "suspended")  # "five had their sentences stayed"
        elif token.kind == "money" and _pays_or_serves(tokens, at):
            penalty = Penalty(at, at + 1, "fine")
        elif token.low == "death" and at and tokens[at - 1].low == "to" and "sentence" in tokens[at - 2].tags:
            penalty = Penalty(at - 1, at + 1, "other")
        if penalty is None or is_denied(tokens, penalty):
            at += 1
            continue
        widen(tokens, penalty)
        terms = listed(tokens, penalty)
        if terms and found and opens_terms(tokens, found[-1], terms[0]):
            found.pop()  # "sentenced to prison, for terms of one, two, and four years"
        found += terms
        add(tokens, found, penalty)
        at = max(at + 1, penalty.stop)
    mark_lists(tokens, found)
    return found


def _ends_range(tokens: list[Token], at: int, lower: Penalty) -> bool:
    """ "sentences ran from one year to 11": the upper end, in the unit of the lower one, which takes it."""
    token = tokens[at]
    if token.kind != "number" or at - 1 != lower.stop or tokens[at - 1].low != "to" or lower.low != lower.high:
        return False
    if lower.low is None or tokens[lower.start - 1].low != "from" or token.value.value is None:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind != "mark" and following.low not in ("and", "for"):
        return False
    high = token.value.value * (12 if "year" in tokens[lower.start].low else 1)
    if high <= lower.low:
        return False
    lower.high, lower.stop = high, at + 1
    return True


def _all_suspended(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "three years, all suspended": the term just told."""
    if not found or found[-1].low is None or not 0 < at - found[-1].stop <= 5:
        return None
    gap = tokens[found[-1].stop : at]
    return Penalty(at, at + 1, "suspended") if all(token.low in SUSPENDING for token in gap) else None


def _names_prison(tokens: list[Token], at: int) -> bool:
    return any("prison" in token.tags for token in tokens[at + 1 : at + 4])


def _pays_or_serves(tokens: list[Token], at: int) -> bool:
    """ "was to pay 10,000 rand or serve a year": a fine, by what stands in its place."""
    after = [token.low for token in tokens[at + 1 : at + 4] if token.low != ","]
    return (
        after[:1] == ["or"]
        and after[1:2] in (["serve"], ["go"], ["spend"])
        and (any(token.low == "pay" for token in tokens[max(0, at - 3) : at]))
    )
