"""Penalties with a term: durations that a court imposed, and life."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Token
from ingest.vocabulary.numbers import Duration
from ingest.vocabulary.words import word_set

LIFE = 9999
_NEAR = 7
# Of a distribution, and nobody's own penalty.
_OF_FINE = word_set("of about approximately")
_BANS = word_set("barred banned prohibited disqualified ban positions")
_MEASURES = word_set("average averaging averaged longest shortest harshest heaviest median")
_BOUNDS = word_set("maximum highest")
REPLACED = word_set("substituted substituting replaced replacing")
_CHANGED = word_set("increased increasing raised reduced extended lengthened")
_LINKS = word_set(
    "' 's of in a an the each for with hard rigorous prison jail , - – on under or fully also full \" “ ”"
)


@dataclass(slots=True, eq=False)
class Penalty:
    """One penalty as stated: `kind` as in the contract, `low` and `high` the term in months (None: open or no term).

    `start` and `stop` bound its tokens (half-open). `joined` says that the one before falls on the same offenders
    ("five years' imprisonment and a fine"). `listed` is the number of terms in a list such as "12 and 15 years".
    """

    start: int
    stop: int
    kind: str
    low: int | None = None
    high: int | None = None
    joined: bool = False
    listed: int = 0


def months(duration: Duration) -> tuple[int | None, int | None]:
    """(shortest, longest) term of a stated duration; None where it is open to that side."""
    if duration.qualifier in ("at_least", "more_than"):
        return duration.low, None
    if duration.qualifier in ("at_most", "fewer_than"):
        return None, duration.high
    return duration.low, duration.high


def _from_another(tokens: list[Token], at: int) -> bool:
    """ "from probation to eight years", "from a $500 fine to five years": the lower end is another penalty."""
    if at < 3 or tokens[at - 1].low != "to":
        return False
    back = at - 2
    if tokens[back].low == ")":  # "from a fine of 5,000 baht ($150) to 16 years"
        while back > 0 and at - back < 9 and tokens[back].low != "(":
            back -= 1
        back -= 1
    while back > 0 and at - back < 9 and (tokens[back].kind in ("money", "number") or tokens[back].low in _OF_FINE):
        back -= 1
    if "sentence" in tokens[back].tags and "suspended" in tokens[back - 1].tags:
        back -= 1  # "from a suspended sentence to 10 years"
    if {"fine", "penalty_other", "suspended"}.isdisjoint(tokens[back].tags):
        return False
    return any(token.low in ("from", "ranged", "ranging") for token in tokens[max(0, back - 7) : back])


def _lower_end(tokens: list[Token], at: int) -> int | None:
    """The lower end, in months, of "five- to ten-year" and "six-month to two-year", where it stands apart."""
    if at < 3 or tokens[at - 1].low != "to":
        return None
    end = tokens[at - 2]
    if end.kind == "duration":
        return int(end.value.low)
    if end.kind == "number" and end.value.value is not None and tokens[at - 3].low in ("from", "between"):
        return int(end.value.value) * (12 if "year" in tokens[at].low else 1)  # "from one to more than 50 years"
    number = tokens[at - 3] if end.kind == "mark" and end.low in "-–" else None
    if number is None or number.kind != "number" or number.value.value is None:
        return None
    return int(number.value.value) * (12 if "year" in tokens[at].low else 1)


def since_mark(tokens: list[Token]) -> list[Token]:
    """The tokens behind the last comma or semicolon."""
    marks = [at for at, token in enumerate(tokens) if token.kind == "mark" and token.low in ",;"]
    return tokens[marks[-1] + 1 :] if marks else tokens


def _goes_on(tokens: list[Token], at: int, found: list[Penalty]) -> bool:
    """ "six for two to five years and four for more than five years": a term in a list of terms."""
    if not found or (found[-1].low is None and found[-1].high is None) or at - found[-1].stop > _NEAR:
        return False
    gap = tokens[found[-1].stop : at]
    return (
        any(token.low in (",", "and", ";") for token in gap)
        and any(token.kind == "number" or token.low in ("another", "other", "third") for token in gap)
        and (gap[-1].low in ("for", "to", "received", "of", "got") or "person" in gap[-1].tags)
        and not any("stage" in token.tags or token.kind == "period" for token in gap)
    )


def _is_received(tokens: list[Token], at: int) -> bool:
    """ "two received 10 years", "a police officer received three years", "received a term of 12 years"."""
    verb = at - 1
    if tokens[verb].low == "serve" and any(
        token.low in ("ordered", "sentenced") for token in tokens[max(0, at - 9) : verb]
    ):
        return True  # "ordered two men to serve 10 years"
    if at > 2 and tokens[at - 1].low == "of" and tokens[at - 2].low in ("term", "terms"):
        verb = at - 3 - (tokens[at - 3].low in ("a", "an"))
    if verb > 1 and tokens[verb].low == "given" and tokens[verb - 1].low in ("was", "were"):
        verb -= 1
    elif verb < 1 or tokens[verb].low not in ("received", "got", "receiving"):
        return False
    who = tokens[verb - 1]
    return (
        who.kind == "number"
        or not {"offender", "official", "person"}.isdisjoint(who.tags)
        or who.low in ("another", "other", "third", "second", "first", "whom", "who", "others")
    )


def term(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """A duration that is a penalty: a word of punishment stands close behind, or close before."""
    size = len(tokens)
    if at + 2 < size and tokens[at + 1].low == "to" and tokens[at + 2].kind == "duration":
        return None  # "six-month to four-year sentences": the lower end of what follows
    stop = at + 1
    kind: str | None = None
    if at + 3 < size and tokens[at + 1].low == "of which" and "suspended" in tokens[at + 3].tags and found:
        low, high = months(tokens[at].value)  # "two years' imprisonment, one year of which was suspended"
        return Penalty(at, at + 4, "suspended", low, high, joined=True)
    for ahead in range(at + 1, min(size, at + 1 + _NEAR)):
        token = tokens[ahead]
        tags = token.tags
        if token.kind in ("duration", "number", "money") or token.low in (";", ".", "while"):
            break
        if "suspended" in tags:
            if not any(word.low in ("partially", "part", "but", "not") for word in tokens[ahead - 2 : ahead]):
                kind, stop = "suspended", ahead + 1
            break
        if "penalty_other" in tags:
            if token.low in ("deportation", "deported", "restitution") or kind is not None:
                break
            kind, stop = "other", ahead + 1
            break
        if token.low in ("were", "was") and ahead + 1 < size and "suspended" in tokens[ahead + 1].tags:
            kind, stop = "suspended", ahead + 2  # "of which nine months were suspended"
            break
        if "prison" in tags:
            kind, stop = kind or "imprisonment", ahead + 1
            continue
        if "sentence" in tags and token.low in ("sentence", "sentences"):
            kind, stop = kind or "imprisonment", ahead + 1
            continue
        if token.low in ("term", "terms") and kind is not None:
            stop = ahead + 1
            continue
        if token.low not in _LINKS:
            break
    before = tokens[max(0, at - _NEAR) : at]
    if (
        before[-1:]
        and before[-1].low in ("after", "within", "since", "during")
        and not any("sentence" in token.tags for token in tokens[at + 1 : stop])
    ):
        return None  # "deported after six months in detention"
    if any(word.low in ("served", "spent") for word in before[-2:]) and not any(
        "sentence" in word.tags for word in before[-4:]
    ):
        return None
    if before[-1:] and before[-1].low == "for" and found and found[-1].kind == "suspended":
        if any("suspended" in word.tags for word in before[-2:-1]):
            return None  # "two years' imprisonment, suspended for three years": the time of trial
    imposed = any(
        "sentence" in word.tags or word.low in ("terms", "term", "received", "ranged", "ranging", "to")
        for word in before
    )
    if before[-1:] and "suspended" in before[-1].tags and kind == "imprisonment":
        kind = "suspended"  # "a suspended two-year sentence"
    if any("suspended" in word.tags for word in before[-4:]) and kind != "other" and imposed:
        if not any(word.low in ("to", "but", "all") for word in before[-2:] if word.low != "to"):
            kind = "suspended"
    from_another = _from_another(tokens, at)
    if not from_another and any(word.low in ("probation", "probationary") for word in before[-3:]):
        kind = "other"
    if kind is None and _goes_on(tokens, at, found):
        kind = found[-1].kind
    if kind is None and found and found[-1].low is not None and found[-1].low == found[-1].high:
        gap = tokens[found[-1].stop : at]
        if 0 < len(gap) <= 2 and all(word.low in (",", "and") for word in gap):
            following = tokens[at + 1] if at + 1 < size else None
            if following is None or following.kind == "mark" or following.low in ("respectively", "for", "each"):
                kind = found[-1].kind  # "terms of eight months, two years, and three years"
    if kind is None and _is_received(tokens, at):
        kind = "imprisonment"
    if kind is None:
        if not any("sentence" in word.tags or "prison" in word.tags for word in before) and not (
            any(word.low in ("received", "terms", "from", "to", "between") for word in before)
            and any("sentence" in word.tags or "prison" in word.tags for word in tokens[max(0, at - 25) : at])
        ):
            return None
        if at + 1 < size and tokens[at + 1].low in ("after", "before", "later", "ago", "prior", "earlier", "reprieve"):
            if before[-1:] != [] and before[-1].low != "for":  # "jailed a man for 14 years after …"
                return None
        if any(
            word.low in ("after", "within", "previous", "past", "during", "last", "since", "period")
            for word in before[-2:]
        ):
            return None
        kind = "imprisonment"
    duration: Duration = tokens[at].value
    low, high = months(duration)
    if from_another:
        low, kind = None, "imprisonment"
    elif (
        low != high
        and before[-1:]
        and before[-1].low == "from"
        and any(w.low in _CHANGED for w in tokens[max(0, at - 9) : at])
    ):
        low = high  # "increased the sentence of two men from five to seven years"
    elif low is not None and high in (low, None) and (lower := _lower_end(tokens, at)) is not None and lower < low:
        low, high = lower, low
    if [word.low for word in before[-3:]] in (["as", "long", "as"], ["as", "high", "as"], ["as", "much", "as"]):
        low = None
    # "from five years to life imprisonment"
    if stop + 1 < size and tokens[at + 1].low in ("to", "and") and tokens[at + 2].low.startswith("life"):
        low, high, stop = duration.low, LIFE, at + 3
    elif stop + 1 < size and tokens[stop].low == "to" and tokens[stop + 1].low.startswith("life"):
        low, high, stop = duration.low, LIFE, stop + 2
    if any(word.low in _BANS for word in since_mark(before)):
        return None  # "barred from office for three years"
    if [word.low for word in tokens[stop : stop + 2]] == ["or", "more"]:
        high, stop = None, stop + 2
    ranged = low != high and before[-1:] and before[-1].low in ("from", "between")  # "average from two to six years"
    if not ranged and (any(w.low in _MEASURES for w in since_mark(before[-6:])) or "average" in tokens[at].low):
        return None
    if (
        before[-1:]
        and before[-1].low in ("was", "were")
        and any(word.low in _MEASURES or word.low in _BOUNDS for word in tokens[max(0, at - 16) : at])
    ):
        return None  # "the average sentence imposed … was three years"
    return Penalty(at, stop, kind, low, high)


def life(tokens: list[Token], at: int) -> Penalty | None:
    """Life imprisonment: "life in prison", "a life sentence", "sentenced … to life"."""
    size = len(tokens)
    following = tokens[at + 1] if at + 1 < size else None
    before = tokens[at - 1].low if at else ""
    if tokens[at].low == "life imprisonment":
        stop = at + 1
    elif following is not None and (
        "sentence" in following.tags or "prison" in following.tags or following.low in ("term", "terms")
    ):
        stop = at + 2
    elif following is not None and following.low == "in" and at + 2 < size and "prison" in tokens[at + 2].tags:
        stop = at + 3
    elif before == "to" and (
        "sentence" in tokens[at - 2].tags
        or (
            any("sentence" in token.tags for token in tokens[max(0, at - 9) : at])
            and (following is None or following.kind == "mark" or following.low in ("for", "and", "without", "after"))
        )
    ):
        stop = at + 1
    else:
        return None
    if _from_another(tokens, at):
        return Penalty(at, stop, "imprisonment", None, LIFE)  # "from probation to life in prison"
    return Penalty(at, stop, "imprisonment", LIFE, LIFE)


def same_unit(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "two were sentenced to 15 years, one to 10, and …": a term whose unit is that of the one before."""
    whole, number = found[-1], tokens[at].value
    if (whole.low is None and whole.high is None) or whole.high == LIFE or not 2 <= at - whole.stop <= 6:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind != "mark" and following.low != "and":
        return None
    if (
        following is not None
        and following.low == "and"
        and tokens[at + 2 : at + 3]
        and tokens[at + 2].kind == "duration"
    ):
        return None  # "two men to three and five years": a list of its own
    low, high = (number.low, number.high) if number.value is None else (number.value, number.value)
    verb = at - 1 - (low != high and tokens[at - 1].low in ("between", "from"))
    who = tokens[verb - 1]
    if tokens[verb].low not in ("to", "received", "got") or low is None or high is None:
        return None
    if who.kind != "number" and who.low not in ("another", "other") and "person" not in who.tags:
        return None
    unit = next((t.low for t in tokens[whole.start : whole.stop] if t.kind == "duration"), "")
    months_in = 12 if "year" in unit else 1
    return Penalty(at, at + 1, whole.kind, low * months_in, high * months_in) if unit else None
