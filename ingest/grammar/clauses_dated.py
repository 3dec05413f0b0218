"""Years that date something else than a count: its object, a law, an aside, a relative clause, a measure."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses_words import AUXILIARIES, RELATIVES
from ingest.vocabulary.words import word_set

_ENACTED = word_set(
    "passed enacted adopted amended ratified signed established created approved drafted dated law act plan"
)

_ASIDES = word_set(
    "despite although while whereas though after following since before notwithstanding because until which who"
)

# A year after one of these tells when the object arose, not when it was counted: "cases opened in 2015".
_AROSE = word_set(
    "initiated opened begun started launched pending filed reported dating committed continuing continued"
    " remaining ongoing carried held stemming made registered begun detained"
)

_SINGLED = word_set("first only first-ever")

_ACTIONS = word_set("act:identified act:referred act:assisted act:repatriated act:other")

LIKENED = word_set("it they in had was were did")


_BEFORE_YEAR = word_set("in since from the a during before to of")
_DETERMINERS = word_set("a an the its")


def tells_of_object(tokens: list[Token], at: int) -> bool:
    """A year that dates the object and not the count: "cases initiated in 2015", "pending since 2019"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and "counts" in following.tags and tokens[at].value.form in ("year", "span"):
        return True  # "suspects from 2018 investigations"
    back = at - 1
    while back >= 0 and at - back <= 3 and tokens[back].low in _BEFORE_YEAR:
        back -= 1
    if back > 2 and tokens[back].low in ("or", "and") and tokens[back - 1].kind == "period":
        back -= 3  # "begun in 2013 or 2014": the verb before the first year
    if back < 0:
        return False
    word = tokens[back]
    if word.low == "unlike":
        return True  # "Unlike in 2008, police identified no boys"
    if "act" in word.tags and "finite" in word.tags and back and "counts" in tokens[back - 1].tags:
        # "gave care to 25 victims identified in 2004": the identification is dated, not the care
        for index in range(back - 2, max(-1, back - 25), -1):
            earlier = tokens[index]
            if "cmp" in earlier.tags or earlier.low in (";", "(", "than", "that", "which"):
                break
            if "gives" in earlier.tags or ("act" in earlier.tags and "finite" in earlier.tags):
                return not word.tags & earlier.tags & _ACTIONS
    if word.low in _SINGLED and tokens[at - 1].low == "since":
        return True  # "convicted eight traffickers, its first since 2007"
    if back == at - 1:
        return False
    link = tokens[back + 1].low
    if link == "from" and "continues" in tokens[back - 1 if word.low == "," and back else back].tags:
        return True  # "continued, from previous periods, three cases"
    counted = "counts" in word.tags or word.kind == "number"  # "continued ten from previous years"
    if link in ("from", "before") and counted and tokens[at].value.form in ("span", "previous", "before"):
        return not tokens[at].low[0].isdigit()
    if link == "from" and word.low == "case" and back and tokens[back - 1].low in ("a", "the", "an", "one"):
        return True  # "acquitted five defendants in a case from 2008"
    if link == "from" and "counts" in word.tags and any("continues" in t.tags for t in tokens[max(0, back - 6) : back]):
        return True  # "continued one prosecution from 2004"
    if word.low in ("enactment", "passage", "adoption", "ratification", "creation", "inception"):
        return True
    if "stage" in word.tags and "finite" in word.tags and back > 1 and tokens[back - 1].low == ",":
        # "continued to prosecute seven officials, including a mayor, arrested in the prior year"
        said = tokens[max(0, back - 15) : back - 1]
        verb = any("stage" in token.tags and "noun" not in token.tags for token in said)
        return verb and any("part" in token.tags for token in said)
    if "stage" in word.tags and "finite" in word.tags and back and "counts" in tokens[back - 1].tags:
        # "prosecuted two officers arrested in 2004": the arrest is dated, not the prosecution
        for index in range(back - 2, max(-1, back - 15), -1):
            earlier = tokens[index]
            if "cmp" in earlier.tags or earlier.low in ("with", ";"):
                break
            if "stage" in earlier.tags:
                governs = tokens[index + 1].low in ("of", "against")
                return governs if "noun" in earlier.tags else not (index and "counts" in tokens[index - 1].tags)
    if word.low in _ENACTED and word.low.endswith("ed") and back > 1 and tokens[back - 2].low in _DETERMINERS:
        return True  # "For brokering, an offense created in 2016, police arrested nine"
    if word.low in _AROSE:
        if (
            any("counts" in token.tags for token in tokens[max(0, back - 5) : back])
            and tokens[back - 1].low not in AUXILIARIES
            and any(token.low in ("remained", "remain", "remains") for token in tokens[at + 1 : at + 20])
        ):
            return True  # "three prosecutions initiated in 2014 and … remained pending"
        # "12 investigations were initiated in 2016" is a count; "12 cases initiated in 2015" hangs on another verb.
        if back > 1 and tokens[back - 1].low in ("and", "or") and tokens[back - 2].low in _AROSE:
            back -= 2  # "cases initiated and registered in 2015"
        if word.low in _AROSE and back > 1 and tokens[back - 1].low == "," and "counts" in tokens[back - 2].tags:
            if following is not None and following.low == ",":
                return True  # "11 investigations, initiated in 2017, which …"
        earlier = tokens[back - 1] if back else word
        if earlier.low in AUXILIARIES or earlier.low in ("and", ",", "newly"):
            return False
        if following is not None and following.low in AUXILIARIES:
            return True  # "four investigations begun in 2017 were still pending"
        return any(
            "finite" in token.tags or "gerund" in token.tags or "continues" in token.tags
            for token in tokens[max(0, back - 12) : back - 1]
        )
    return False


def dates_relative(tokens: list[Token], at: int) -> bool:
    """ "Of the five cases that remained open in 2006, courts decided two": the year is the relative clause's own."""
    for back in range(at - 1, max(-1, at - 12), -1):
        low = tokens[back].low
        if low in (",", ";") or tokens[back].kind == "number":
            return False
        if low in ("that", "which", "who"):
            return back > 0 and "counts" in tokens[back - 1].tags
    return False


def measures(tokens: list[Token], at: int) -> bool:
    """ "29 defendants, six more than in 2009, and …", "…, as it had in 2009": a year that others are measured by."""
    before = tokens[max(0, at - 5) : at]
    likened = any(one.low == "as" and two.low in LIKENED for one, two in pairwise(before))
    return likened or any(token.low == "than" for token in before[-3:])


def turns_perfect(tokens: list[Token], at: int, stop: int) -> bool:
    """ "In April 2001 it named a coordinator, and a squad has arrested three": a perfect has no past date."""
    if tokens[at].value.form not in ("date", "year") or tokens[at - 1].low in ("since", "of", "by", "until"):
        return False
    joined = False
    for token in tokens[at + 1 : stop]:
        joined = joined or token.low == "and"
        if token.low in ("has", "have") and joined:
            return True
    return False


def is_aside(tokens: list[Token], begin: int, at: int) -> bool:
    """Does the year stand in a subordinate opening ("Despite a law of 2006, …"), or date a law or a case?"""
    back = at - 1
    while back > begin and tokens[back].low in ("in", "since", "the", "of", "from", "early", "late", "during"):
        back -= 1
    if tokens[back].low in _AROSE or tokens[back].low in _ENACTED or tokens[at - 1].low == "since":
        return True
    while back > begin and tokens[back].low not in (",", "("):
        if tokens[back].low in RELATIVES:
            return True
        back -= 1
    opening = tokens[back + 1] if tokens[back].low in (",", "(") else tokens[back]
    return opening.low in _ASIDES
