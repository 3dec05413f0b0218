"""Is it one person on whom a penalty falls, by the number of the noun or of the verb, where nothing counts them?"""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.sentences_giving import GETS
from ingest.grammar.sentences_named import BENCH
from ingest.vocabulary.words import word_set

_ACTIVE = word_set(
    "sentenced sentencing gave giving handed handing jailed jailing imprisoned imprisoning condemned condemning fined"
    " fining ordered ordering placed placing made put convicted"
)
_PASSIVE = word_set(
    "sentenced given handed jailed imprisoned incarcerated fined condemned ordered placed assigned made put required"
    " dealt convicted sent let"
)
_SUBJECTS = GETS | word_set("serve spend pay served went escaped gets receives")
_ARTICLES = word_set("a an another")
_DEFINITE = word_set("the his her their its this that")
_GROUPS = word_set(
    "victim survivor migrant"
    " couple family group groups gang ring pair trio number numbers total dozen majority minority most half none nobody"
    " few handful many some several percent all both each every any no various parents two three four network"
    " people police men women children accused convicted guilty others rest remainder siblings staff personnel owners"
    " business establishment company firm agency company's agencies employer's"
)
_PENAL = frozenset({"sentence", "suspended", "fine", "penalty_other"})
_ABSTRACT = word_set("term terms penalty penalties punishment punishments imprisonment sentence case cases fine")
_OPENS = word_set("; while whereas although though but")
_CLAUSES = word_set("which that where when said reported stated noted")
_LINKS = word_set("of for in with from under at on by to during against after within near")
_NOUN_ENDS = word_set(
    "to who whom whose that which of for in with from under at on , and ( ) was were received got had pleaded pled"
    " convicted accused guilty charged involved found by a an up"
)
_REACH = 40


def is_single(tokens: list[Token], start: int, stop: int, floor: int) -> bool:
    """Does the penalty tokens[start:stop] fall on one person? Nothing before `floor` is looked at."""
    verb = _verb(tokens, start, stop, floor)
    if verb is None:
        return False
    low = tokens[verb].low
    at = verb - 1
    while at > floor and (tokens[at].low.endswith("ly") or tokens[at].low in ("also", "then", "later", "each")):
        if tokens[at].low == "each":
            return False
        at -= 1
    if tokens[at].low in ("were", "are", "have"):
        return False
    if low in _PASSIVE and (tokens[at].low in ("was", "is") or (tokens[at].low == "been" and _has(tokens, at))):
        return _is_one_subject(tokens, at - (tokens[at].low == "been"), floor)
    if low in _SUBJECTS:
        while tokens[at].low in ("will", "must", "had", "to", "now", "and", "he", "she") and at > floor:
            if tokens[at].low in ("he", "she"):
                return True
            at -= 1
        return _is_one_subject(tokens, at + 1, floor, by_noun=True)
    if low in _PASSIVE and tokens[at].low in ("and", ","):
        # "was tried, convicted and given a sentence of …", "convicted the woman and sentenced …"
        for back in range(at, max(floor, at - 12), -1):
            if tokens[back].low == "was":
                return _is_one_subject(tokens, back, floor)
            if tokens[back].low in ("were", ";"):
                break
    return low in _ACTIVE and _is_one_object(tokens, verb + 1, start)


def named_one(tokens: list[Token], start: int, stop: int, floor: int) -> int | None:
    """The article before the noun that is the subject of the verb that lays a penalty on one person; None: no such."""
    verb = _verb(tokens, start, stop, floor)
    if verb is None or tokens[verb].low in ("sentenced", "gave") or verb == floor:
        return None
    begin = verb
    while begin > floor and verb - begin < _REACH and tokens[begin - 1].low not in _OPENS:
        begin -= 1
    for at in range(begin, verb):
        if tokens[at].low in _ARTICLES or tokens[at].low in _DEFINITE:
            if not any(token.low in BENCH for token in tokens[at + 1 : at + 4]):
                return at
    return None


def _has(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low == "has"


def _verb(tokens: list[Token], start: int, stop: int, floor: int) -> int | None:
    """The verb that lays the penalty on someone: the nearest one before it, or the penalty's own first word."""
    if tokens[stop - 1].low in ("fined", "jailed", "imprisoned", "incarcerated"):
        return stop - 1
    if tokens[start].low in ("fined", "jailed", "imprisoned"):
        return start
    for at in range(start - 1, max(floor - 1, start - _REACH, -1), -1):
        low = tokens[at].low
        if low in ("serve", "spend", "perform", "pay") and at > floor + 1 and tokens[at - 1].low == "to":
            if tokens[at - 2].low in ("ordered", "made", "required", "sentenced", "obliged"):
                return at - 2
        if low in _ACTIVE or low in _PASSIVE or (low in _SUBJECTS and low != "pay"):
            return at if low != "convicted" else None
        if low == "pay" and tokens[at - 1].low == "to" and at > floor + 2 and tokens[at - 2].low in ("was", "had"):
            return at - 1 if tokens[at - 2].low == "had" else at
        if low in _OPENS or tokens[at].kind == "duration":
            return None
    return None


def _is_one_subject(tokens: list[Token], verb: int, floor: int, by_noun: bool = False) -> bool:
    """Is the subject of the verb at `verb` one person? `by_noun`: the verb's form does not tell."""
    begin = verb
    while begin > floor and verb - begin < _REACH and tokens[begin - 1].low not in _OPENS:
        begin -= 1
    subject = tokens[begin:verb]
    if not subject or any(t.low in _ABSTRACT or not _PENAL.isdisjoint(t.tags) for t in subject[-3:]):
        return False
    if not by_noun:
        near = subject[-6:]
        return not any(token.low in _GROUPS for token in near) and not any(
            token.kind in ("number", "percent", "duration") for token in near[-4:]
        )
    return _is_one_noun(subject)


def _is_one_noun(subject: list[Token]) -> bool:
    """Is the noun before a verb whose form does not tell one person ("A man who bought four boys received …")?"""
    if any(token.low in ("were", "are", "have", "both", "each") for token in subject):
        return False
    opened = max((at for at, token in enumerate(subject) if token.low in _CLAUSES), default=-1)
    subject = subject[opened + 1 :]
    relative = next((at for at, token in enumerate(subject) if at and token.low in ("who", "whom", "whose")), None)
    commas = [at for at, token in enumerate(subject) if token.low == ","]
    if relative is not None:
        noun = subject[: relative - (subject[relative - 1].low == ",")]
    elif len(commas) > 1 and commas[-1] == len(subject) - 1:
        noun = subject[: commas[-2]]  # "her accomplice, a bus driver, received …"
    else:
        noun = subject
    for at in range(len(noun) - 1, max(-1, len(noun) - 10), -1):
        token = noun[at]
        if token.low in _LINKS:
            noun = noun[:at]  # "offenders convicted under the statute received …": of the offenders
            continue
        if token.kind in ("number", "mark", "duration"):
            return False
        if token.low in _ARTICLES or token.low in _DEFINITE:
            if at and noun[at - 1].low in _LINKS:
                continue
            return at + 1 < len(noun) and _is_singular(noun[at + 1 :]) and not noun[-1].low.endswith("s")
    return False


def _is_one_object(tokens: list[Token], begin: int, stop: int) -> bool:
    """ "the organizer of a ring to one year": the object of a verb, from `begin` on, is one person."""
    at = begin
    while at < min(stop, begin + 2) and tokens[at].low in ("down", "out", "only", "also"):
        at += 1
    if at >= stop:
        return False
    low = tokens[at].low
    if low in ("him", "her") and (at + 1 == stop or tokens[at + 1].low in ("to", "a", "an")):
        return True
    if low not in _ARTICLES and low not in _DEFINITE:
        return False
    return tokens[at + 1].low not in _ABSTRACT and _is_singular(tokens[at + 1 : stop])


def _is_singular(phrase: list[Token]) -> bool:
    """Is the noun that a phrase opens with one person's?"""
    head: Token | None = None
    for token in phrase[:9]:
        if token.low in _NOUN_ENDS or token.kind in ("number", "mark", "duration"):
            break
        if token.low in _GROUPS:
            return False
        if token.kind in ("word", "country"):
            head = token
    if head is None or head.low in _ABSTRACT or not _PENAL.isdisjoint(head.tags):
        return False
    low = head.low
    return not low.endswith("s") or low.endswith(("ss", "us", "is"))
