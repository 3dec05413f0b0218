"""Which nouns count victims, which people of whom not all are, and which something else. No descriptions."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, Figure
from ingest.vocabulary.words import word_set

# "five of whom were boys": a part of the figure before
OF_WHOM = frozenset(("of whom", "of which", "of them", "of these", "of those"))


def is_victim(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Is the counted noun "victims" (or "survivors") itself?"""
    return figure.head is not None and tokens[figure.head].low.startswith(("victim", "survivor"))


def is_person(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Is the counted noun one for people who may be victims, and not for offenders or officials?"""
    if figure.head is None:
        return False
    tags = tokens[figure.head].tags
    if tokens[figure.head].low in _CASES:
        return counts_cases_of_people(figure, tokens)
    if "who" not in tags or "no_victim" in tags:
        return False
    following = tokens[figure.head + 1] if figure.head + 1 < len(tokens) else None
    if tokens[figure.head].low == "other" and following is not None and following.kind == "word":
        if following.low.endswith("s") and following.low not in AUXILIARIES:
            return False  # "two other offices": whatever those are
    if figure.head > 0 and tokens[figure.head - 1].low in _CARERS:
        return False  # "two social workers"
    return "official" not in tags or (figure.head > 0 and "child" in tokens[figure.head - 1].tags)  # "child soldiers"


def counts_cases_of_people(figure: Figure, tokens: Sequence[Token]) -> bool:
    """ "identified 48 cases of children recruited by rebels": the cases are the children."""
    if figure.head is None or figure.head + 2 >= len(tokens) or tokens[figure.head].low not in _CASES:
        return False
    people = next((token for token in tokens[figure.head + 2 : figure.head + 5] if "who" in token.tags), None)
    return tokens[figure.head + 1].low == "of" and people is not None and "no_victim" not in people.tags


_CASES = word_set("cases instances")
_CARERS = word_set("social health case aid outreach care welfare medical ngo consular")


def includes_fewer_victims(figure: Figure, tokens: Sequence[Token], at: int) -> bool:
    """Does "including … victims" follow, with numbers that do not make up the figure?"""
    for index in range(at, min(len(tokens) - 2, at + 14)):
        if tokens[index].low in (")", ";"):
            return False
        if tokens[index].low.startswith("includ") and "part" in tokens[index].tags:
            after = tokens[index + 1 : index + 14]
            if not any(token.low.startswith("victim") for token in after[:5]) or not any(
                token.kind == "number" for token in after[:3]
            ):
                return False
            total = sum(token.value.value or 0 for token in after if token.kind == "number")
            return 0 < total < (figure.number.value or 0)
    return False


def some_are_victims(tokens: Sequence[Token], at: int) -> bool:
    """ "…, some of whom were victims", "…, which may have included victims": not all were."""
    told = False
    for index in range(at, min(len(tokens), at + _SOME_REACH)):
        token = tokens[index]
        if token.low in (";", ".") or token.kind == "number":
            return False
        if token.low in _SOME and index + 1 < len(tokens) and tokens[index + 1].low in OF_WHOM:
            told = True
        elif token.low == "become" and tokens[index - 1].low == "to":
            told = True  # "likely to become victims"
        elif token.low in ("which", "that", "who", "whom") and tokens[index - 1].low == ",":
            ahead = tokens[index + 1 : index + _INCLUDED_REACH]
            told = told or any(other.low in ("included", "include", "including") for other in ahead)
        elif told and token.low.startswith("victim"):
            return True
    return False


_SOME = word_set("some many several few")
_SOME_REACH = 34
_INCLUDED_REACH = 5


def counts_another(tokens: Sequence[Token], at: int) -> bool:
    """Does a noun of another kind follow the number ("two shelters", "12 Koranic schools")?"""
    size = len(tokens)
    while at < size and tokens[at].kind == "country":
        at += 1
    if at >= size:
        return False
    token = tokens[at]
    if token.low in ("of", "out") and at + 2 < size:
        number = at + 1 if tokens[at + 1].kind == "number" else at + 2
        if tokens[number].kind == "number" and number + 1 < size:
            return counts_another(tokens, number + 1)
    if token.kind != "word" or token.low in AUXILIARIES or token.low in PREPOSITIONS or token.low in CONJUNCTIONS:
        return False
    tags = token.tags
    if any(tag.startswith("type:") or tag in _SAYS_WHO for tag in tags):
        return False
    return token.low not in _AFTER_NUMBER and not token.low.endswith("ly") and not ({"finite", "part", "cmp"} & tags)


_SAYS_WHO = word_set("who foreign national potential neg exploits")
_AFTER_NUMBER = word_set(
    "of more each respectively both all new also not additional total annually trafficking labor sex"
    " unspecified then now self-identified self-referred confirmed the it they remained remain unknown unidentified"
    " uncategorized unclassified undetermined back home away went came chose took had lived fled left returned became"
    " escaped joined declined agreed opted entered stayed got"
)
