"""Earlier values that no word of comparison marks: by the opening of the sentence, by "whereas", by a pluperfect."""

from __future__ import annotations

from ingest.grammar.clauses_words import Reading

_CONTRASTS = ("in comparison", "by comparison", "for comparison", "in contrast", "by contrast")


def contrast(reading: Reading, year: int) -> None:
    """ "By comparison, courts convicted nine in 2012", "whereas it identified 26 in 2012": earlier values."""
    tokens = reading.tokens
    opening = " ".join(token.low for token in tokens[:2])
    all_of_it = opening.startswith(_CONTRASTS) and any(token.low == "," for token in tokens[1:3])
    turns = "whereas" in reading.sentence.words
    since = next(at for at, token in enumerate(tokens) if token.low == "whereas") if turns else -1
    words = reading.sentence.words
    if since < 0 and not all_of_it and ("contrast" in words or "comparison" in words):
        since = _contrasted(reading)
    if "had" in words or "stood" in words:
        _look_back(reading)
    if not all_of_it and since < 0:
        return
    for figure in reading.figures:
        if 0 < figure.period.year < year and figure.kind != "none" and not figure.denominator:
            if all_of_it or (figure.index > since and tokens[figure.index].low != ";"):
                figure.is_comparison = True


def _contrasted(reading: Reading) -> int:
    """ "…; by contrast, six people were convicted in 2012": the index behind which all is an earlier value, or -1."""
    tokens = reading.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in (";", ","):
            continue
        after = tokens[at + 1 : at + 4]
        if " ".join(token.low for token in after).startswith(_TURNING):
            return at
    return -1


# With the comma that ends it: without, it may only liken ("in comparison to other crimes").
_TURNING = tuple(f"{contrast} ," for contrast in _CONTRASTS)


def _look_back(reading: Reading) -> None:
    """ "it convicted three; in 2005 courts had convicted 11", "…; the number stood at 52 in 2005": told to compare."""
    tokens, clauses = reading.tokens, reading.clauses
    for figure in reading.figures:
        if not figure.period.year or figure.kind != "number" or figure.is_comparison or figure.denominator:
            continue
        told = [o for o in reading.figures if o.index < figure.index and clauses[o.index] != clauses[figure.index]]
        if not any(o.kind == "number" and o.period.year > figure.period.year for o in told):
            continue
        for at in range(figure.index - 1, max(-1, figure.index - _LOOK_REACH), -1):
            if clauses[at] != clauses[figure.index]:
                break
            if tokens[at].low in ("had", "stood"):
                figure.is_comparison = True
                break


# How far before its figure "had" may stand.
_LOOK_REACH = 10
