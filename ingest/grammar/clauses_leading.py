"""Periods that stand before what they govern: "In 2007, the courts …"."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses_words import AUXILIARIES, Reading
from ingest.vocabulary.words import word_set

_LEAD_IN = word_set(
    "in during since over by for from the until through at as of end and late early mid fiscal year fy"
    " calendar between throughout within also ending beginning first second half quarter months"
)


def find_leading(reading: Reading) -> None:
    """Periods that stand before what they govern: "In 2007, …", "…, and in 2008 …"."""
    tokens = reading.tokens
    size = len(tokens)
    for at in reading.periods:
        if at + 1 >= size:
            continue
        back = at - 1
        while back >= 0 and at - back <= 7 and _leads_in(tokens, back):
            back -= 1
        opened = back < 0 or (
            (tokens[back].kind == "mark" and tokens[back].low in ",;:—")
            or tokens[back].low in ("and", "but", "while", "that")
        )
        if not opened or (at - back < 2 and back >= 0):
            continue
        if back >= 0 and tokens[back].low in (",", "and") and tokens[at + 1].low != ",":
            # "12 in 2016, and in 2015": a chain of years, unless a clause follows.
            if tokens[at + 1].kind == "mark" or tokens[at + 1].low in ("and", "or", "respectively"):
                continue
        if (
            back >= 0
            and tokens[back].kind == "mark"
            and tokens[back].low == ","
            and tokens[at + 1].low in (".", ",")
            and (back + 3 >= at and not _clause_follows(tokens, at + 1))
        ):  # "…, in 2007," closes what stands before
            continue
        reading.leading.add(at)


def _leads_in(tokens: list[Token], at: int) -> bool:
    """May the token stand between the opening of a statement and its period ("in the first six months of")?"""
    low = tokens[at].low
    if tokens[at].kind == "duration":
        return tokens[at + 1].low == "of"
    return low in _LEAD_IN and low != "and"


def _clause_follows(tokens: list[Token], at: int) -> bool:
    return any("finite" in t.tags or t.low in AUXILIARIES or t.kind == "number" for t in tokens[at : at + 9])
