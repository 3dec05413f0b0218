"""The complements of a counted phrase: "of sex trafficking", "involving 12 suspects", "26 of which concerned …"."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses_words import AUXILIARIES, CONJUNCTIONS, MARKS_IN_NOUN, PREPOSITIONS, TAIL_REACH, Reading
from ingest.vocabulary.words import word_set


def tail_of(reading: Reading, last: int) -> int:
    """The index after the complements of the phrase that ends at `last`: "of sex trafficking", "for forced labor"."""
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    at, stop = last + 1, min(len(tokens), last + 1 + TAIL_REACH)
    if at >= stop:
        return at
    if tokens[at].low in ("of which", "of whom") and at + 2 < stop and "case" in tokens[at + 2].tags:
        at += 1  # "13 of which were cases of forced begging"
    first = tokens[at]
    relative = first.low in ("of which", "of whom") and at + 1 < stop
    if relative and (tokens[at + 1].low in _CONCERNS or _is_of_type(tokens, at + 1, stop)):
        at += 2  # "26 of which concerned sex trafficking"
        if at >= stop:
            return at
        first = tokens[at]
        if _typed_soon(tokens, at, stop):
            return _past_type(tokens, at, stop)
    if (
        first.low in AUXILIARIES
        and at + 1 < stop
        and (
            tokens[at + 1].low in _COMPLEMENTS or (tokens[last].kind == "number" and _typed_soon(tokens, at + 1, stop))
        )
    ):
        at += 1  # "three were for forced labor"
        first = tokens[at]
    if first.low in AUXILIARIES and at + 2 < stop and "case" in tokens[at + 1].tags:
        if tokens[at + 2].low in ("of", "for"):
            at += 2  # "30 were cases of sex trafficking"
            first = tokens[at]
    if first.low in _BEGUN and at + 1 < stop and tokens[at + 1].low in _COMPLEMENTS - {"in", "on", "under"}:
        at += 1  # "12 prosecutions initiated for forced labor"
        first = tokens[at]
    if (
        first.low not in _COMPLEMENTS
        and "finite" not in first.tags
        and not (tokens[last].kind in ("number", "word") and _typed_soon(tokens, at, stop))
    ):
        return at
    segment = segments[last]
    while at < stop:
        token = tokens[at]
        if segments[at] != segment:
            # A bracket of its own segment is no complement, but what follows it may be.
            if brackets[at] != brackets[last]:
                break
            break
        if (token.kind == "number" and tokens[at - 1].low not in _DEEDS) or token.kind == "period":
            break
        if token.kind == "mark" and token.low not in MARKS_IN_NOUN:
            if token.low not in '“"' or tokens[at - 1].low not in _COMPLEMENTS:
                break
        low = token.low
        if low in ("and", "or") and not _joins_nouns(tokens, at + 1):
            break
        if (
            low in ("no", "but", "while", "resulting", "including", "also")
            or "cmp" in token.tags
            or "part" in token.tags
        ):
            break
        at += 1
    return at


def _is_of_type(tokens: list[Token], at: int, stop: int) -> bool:
    """ "305 cases, 225 of which were sex trafficking": the type is said of them."""
    return tokens[at].low in ("were", "was", "are") and _typed_soon(tokens, at + 1, stop)


def _past_type(tokens: list[Token], at: int, stop: int) -> int:
    """The index behind the words of a type that begin at `at`."""
    while at < stop and tokens[at].kind == "word" and tokens[at].low not in ("and", "or", "but"):
        at += 1
    return at


_CONCERNS = word_set("concerned involved regarded related dealt pertained had focused")


def _typed_soon(tokens: list[Token], at: int, stop: int) -> bool:
    """ "one forced labor", "20 sex trafficking": the words of the type stand where the noun is left out."""
    for token in tokens[at : min(stop, at + 3)]:
        if token.kind != "word" or token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in AUXILIARIES:
            return False
        if "type:sex" in token.tags or "type:labor" in token.tags or "type:other" in token.tags:
            return True
    return False


_FORCED = word_set(
    "forced bonded indentured organized alleged suspected trafficked related coerced accused unspecified"
)
# "one case of an employer forcing 20 workers to labor": the number belongs to the deed.
_DEEDS = word_set("forcing exploiting trafficking compelling coercing subjecting selling recruiting")
_BEGUN = word_set("initiated opened launched started reported recorded registered filed brought")
_COMPLEMENTS = word_set(
    "of for in on under with from caught involving related regarding concerning against linked connected who"
    " suspected accused engaged complicit involved into dealt concerned"
)


def _joins_nouns(tokens: list[Token], at: int) -> bool:
    """After "and": only a noun joins what stands before ("sex and labor trafficking"), no verb and no number."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.kind != "word" or "finite" in token.tags or "base" in token.tags or token.low in AUXILIARIES:
        return False
    if token.low.endswith("ed") and token.low not in _FORCED and "counts" not in token.tags:
        return False
    if token.low == "the":
        return at + 1 < len(tokens) and "actor" not in tokens[at + 1].tags and _typed_soon(tokens, at + 1, at + 5)
    return token.low not in ("a", "an", "no", "its", "none", "did", "also", "that") and "actor" not in token.tags
