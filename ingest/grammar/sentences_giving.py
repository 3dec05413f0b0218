"""The verbs by which a court gives a term and an offender gets it, where no word of punishment stands beside it."""

from __future__ import annotations

from ingest.document import Token
from ingest.vocabulary.words import word_set

GETS = word_set("received receiving got getting drew drawing")
_GIVEN = word_set("given handed dealt")
GIVES = word_set("gave giving handed handing condemned condemning dealt dealing meted meting") | {"handed out"}
_SERVES = word_set("serve serving served spend spending")
_IS = word_set("was were been being is are and , each both")
_MUST = word_set("to will must shall would and , now currently is are was were had")
_ORDERED = word_set("ordered sentenced made obliged required")
_ESCAPED = word_set("escaped off away")
# Between the verb and the term.
_FILLERS = word_set(
    "a an the of between from only just merely as little prison jail term terms minimum maximum total single separate"
    " concurrent consecutive another more mere equal identical lighter longer shorter lengthy stiff lenient out down"
    " each both either sentences sentence at over about was their his her ,"
)
_COURT = word_set("court courts judge judges magistrate magistrates tribunal tribunals jury justices justice bench")
_OF_COURT = frozenset({"stage:conviction", "sentence", "prison", "verdict", "offender", "suspended"})
_CONVICT = frozenset({"offender", "official", "person"})
# Behind a term that stands for a penalty, and not for what a program lasts.
_BEHIND = word_set(
    "and or for each apiece while but respectively plus without with on under whereas though although after"
    " less more behind minus in by following where"
)
_THEY = word_set("he she both each older younger elder")
_BEFORE_REACH, _BEHIND_REACH, _OBJECT = 60, 20, 14


def _of_court(tokens: list[Token], at: int) -> bool:
    """Do the words around tell of courts, or of those whom they convict?"""
    return any(
        token.low in _COURT or not _OF_COURT.isdisjoint(token.tags)
        for token in tokens[max(0, at - _BEFORE_REACH) : at + _BEHIND_REACH]
    )


def _ends_there(tokens: list[Token], at: int) -> bool:
    """Does the term at `at` stand alone ("three years for …"), and not with a noun ("three years of training")?"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind in ("mark", "period"):
        return True
    if following.low in ("term", "terms", "sentence", "sentences", "stretch", "stretches"):
        return True
    if following.low == "to":
        whom = tokens[at + 2] if at + 2 < len(tokens) else None
        return whom is not None and (whom.kind == "number" or whom.low in DETERMINERS or "person" in whom.tags)
    if following.low == "in" and any(token.low in ("regime", "colony", "camp") for token in tokens[at + 2 : at + 6]):
        return True
    if following.low == "in":
        return at + 2 < len(tokens) and tokens[at + 2].kind in ("period", "country")
    return following.low in _BEHIND


def _is_of_victims(tokens: list[Token], verb: int) -> bool:
    return any("victim" in token.tags for token in tokens[max(0, verb - 3) : verb])


def is_given(tokens: list[Token], at: int) -> bool:
    """Does a verb of giving or getting make the span of time at `at` a penalty ("drew three years")?"""
    if not _ends_there(tokens, at):
        return False
    verb = at - 1
    while verb > 0 and at - verb <= 6 and tokens[verb].low in _FILLERS:
        verb -= 1
    given_first = tokens[verb].low in GIVES and tokens[at + 1].low == "to" and not _is_of_victims(tokens, at + 6)
    if not (given_first or _is_gotten(tokens, verb) or _gives_to(tokens, at)):
        return False
    if tokens[verb].low in ("serve", "spend") and any(t.low in _ORDERED for t in tokens[max(0, verb - 4) : verb]):
        return True  # "one was ordered to serve 15 years"
    plain = (
        (tokens[verb - 1].low in _THEY and "year" in tokens[at].low)
        or any(token.low in ("term", "terms") for token in tokens[verb:at])
        or (verb > 0 and (tokens[verb - 1].kind == "number" or not _CONVICT.isdisjoint(tokens[verb - 1].tags)))
    )
    deed = tokens[verb].low in ("got", "drew", "given") and [t.low for t in tokens[at + 1 : at + 2]] == ["for"]
    if deed and at + 2 < len(tokens) and tokens[at + 2].low.endswith("ing"):
        return True  # "got seven years for pimping"
    return plain or _of_court(tokens, at)


def _is_gotten(tokens: list[Token], verb: int) -> bool:
    """ "got", "was given", "will serve", "escaped with": one who is punished is the subject of the verb at `verb`."""
    low = tokens[verb].low
    before = tokens[max(0, verb - 4) : verb]
    if low in ("lasted", "ran") and tokens[verb - 1].kind == "number":
        return any(token.low in ("terms", "sentences") for token in tokens[max(0, verb - 12) : verb])
    if low in GETS:
        return not _is_of_victims(tokens, verb)
    if low in _GIVEN:
        return bool(before) and any(token.low in _IS for token in before[-2:]) and not _is_of_victims(tokens, verb)
    if low in _SERVES and low != "served":
        if tokens[verb - 1].low == "to":
            return any(token.low in _ORDERED for token in tokens[max(0, verb - 12) : verb])
        return any(token.low in _MUST for token in before[-2:])
    return low == "with" and any(token.low in _ESCAPED for token in before[-2:])


def _gives_to(tokens: list[Token], at: int) -> bool:
    """ "gave nine offenders between one and three years": the verb stands before those who are punished."""
    for verb in range(at - 2, max(-1, at - _OBJECT), -1):
        token = tokens[verb]
        if token.low in GIVES:
            whom = tokens[verb + 1 : at]
            if any("victim" in word.tags for word in whom[:3]):
                return False
            if token.low == "handed" and tokens[verb - 1].low in ("was", "were", "been", "being", "each"):
                return False
            court = any(word.low in _COURT for word in tokens[max(0, verb - 8) : verb])
            return court or any(word.kind == "number" or "offender" in word.tags for word in whom)
        if token.low == ";" or token.kind == "duration":
            return False
    return False


def opens_person(gap: list[Token]) -> bool:
    """ ", his wife", "and a third defendant": one more who is punished, right before a term of their own."""
    at = 0
    while at < len(gap) and gap[at].low in (",", "and", "while", "whereas", ";", "but"):
        at += 1
    whom = gap[at:]
    if not at or len(whom) < 2 or whom[0].low not in DETERMINERS or whom[-1].kind != "word":
        return False
    return "finite" not in whom[-1].tags and whom[-1].low not in _BEHIND and whom[-1].low not in _FILLERS


DETERMINERS = word_set("a an the his her their another one two three four five both")
