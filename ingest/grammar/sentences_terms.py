"""Penalties with a term: durations that a court imposed, and life."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Token
from ingest.grammar.sentences_giving import GETS, is_given, opens_person
from ingest.vocabulary.numbers import Duration
from ingest.vocabulary.words import word_set

LIFE = 9999
_NEAR = 7
# Of a distribution, and nobody's own penalty.
SHARES = word_set("quarter quarters majority most many half some few")
_OF_FINE = word_set("of about approximately")
_BANS = word_set("barred banned prohibited disqualified ban positions")
_MEASURES = word_set("average averaging averaged longest shortest harshest heaviest median")
_BOUNDS = word_set("maximum highest")
_IMPOSED = word_set("terms term received ranged ranging to")
_MOMENTS = word_set("after before later ago prior earlier reprieve")
_SPANS = word_set("after within previous past during last since period")
_NEXT_ONE = word_set("another other third fourth")
REPLACED = word_set("substituted substituting replaced replacing")
_CHANGED = word_set("increased increasing raised reduced extended lengthened")
_WAITING = word_set("held waited waiting kept awaiting detained remanded lasted")
_AFTER_LIFE = word_set("and or for each in without plus while with but")
_AFTER_EACH = word_set("each apiece and . , ;")
SPANNED = word_set("varied varying extended extending went gone ran running spanned spanning stretched")
_PENALTIES = word_set("penalties penalty punishment punishments sentences terms sentence term")
_LINKS = word_set(
    "' 's of in a an the each for with hard rigorous prison jail , - – on under or fully also full \" “ ”"
)


@dataclass(slots=True, eq=False)
class Penalty:
    """One penalty as stated: `kind` as in the contract, `low` and `high` the term in months (None: open or no term).

    `start` and `stop` bound its tokens (half-open). `joined` says that the one before falls on the same offenders
    ("five years' imprisonment and a fine"). `listed` is the number of terms in a list such as "12 and 15 years".
    `within` says that it fell on some of those on whom the one before fell ("both to six months, one suspended").
    """

    start: int
    stop: int
    kind: str
    low: int | None = None
    high: int | None = None
    joined: bool = False
    listed: int = 0
    within: bool = False


def months(duration: Duration) -> tuple[int | None, int | None]:
    """(shortest, longest) term of a stated duration; None where it is open to that side."""
    if duration.qualifier in ("at_least", "more_than"):
        return duration.low, None
    if duration.qualifier in ("at_most", "fewer_than"):
        return None, duration.high
    return duration.low, duration.high


def _from_another(tokens: list[Token], at: int) -> bool:
    """ "from probation to eight years", "from a $500 fine to five years": the lower end is another penalty."""
    if at < 3 or tokens[at - 1].low not in ("to", "and"):
        return False
    if tokens[at - 1].low == "and" and not any(token.low == "between" for token in tokens[max(0, at - 6) : at]):
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
    return any(token.low in ("from", "between", "ranged", "ranging") for token in tokens[max(0, back - 7) : back])


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


def _list_opener(tokens: list[Token], at: int) -> int | None:
    """ "terms of one, two, and four years": the index of the first number of a list that ends in a term at `at`."""
    run = at
    while run > 1 and at - run < 12 and (tokens[run - 1].kind == "number" or tokens[run - 1].low in (",", "and")):
        run -= 1
    return run if run < at - 1 and tokens[run].kind == "number" and tokens[run - 1].low in ("of", "to") else None


def _opens_next(gap: list[Token]) -> bool:
    """Does what stands between two terms end in a person of its own (", with a fine, and his brother")?"""
    for at in range(len(gap) - 3, -1, -1):
        if gap[at].low in (",", "and", "while", "whereas", ";"):
            return opens_person(gap[at:])
    return False


def _goes_on(tokens: list[Token], at: int, found: list[Penalty]) -> bool:
    """ "six for two to five years and four for more than five years": a term in a list of terms."""
    if found and at - found[-1].stop <= 2 * _NEAR and [token.low for token in tokens[at - 2 : at]] == ["were", "for"]:
        if any(token.kind == "number" for token in tokens[found[-1].stop : at]):
            return True  # "30 prison sentences; 20 of these were for less than two years"
    if not found or (found[-1].low is None and found[-1].high is None) or at - found[-1].stop > 2 * _NEAR:
        return False
    gap = tokens[found[-1].stop : at]
    if len(gap) > 1 and gap[-1].low in ("between", "from"):
        gap = gap[:-1]
    if gap and gap[-1].low == "(" and tokens[found[-1].start - 1].low == "(":
        people = [token for token in gap[:-1] if token.low not in ("each", ")", "apiece")]
        return opens_person(people) or any(token.kind == "number" for token in people)  # "two women (five years each)"
    following = tokens[at + 1 : at + 3]
    if len(following) == 2 and following[0].low in ("to", "for", "on") and following[0].low in (t.low for t in gap[:2]):
        if gap[-1].low in ("and", ","):
            return True  # "gave three years to a brothel owner and 18 months to two pimps"
    if at - found[-1].stop > _NEAR:
        return _opens_next(gap) and tokens[at + 1 : at + 2] != [] and tokens[at + 1].low in _AFTER_EACH
    if [token.low for token in gap[:1]] == ["("] and any(token.low == ")" for token in gap):
        return gap[-1].low in (",", "and")  # "15 years (two), 10 years (three), and …"
    if _opens_next(gap) and not (at + 1 < len(tokens) and tokens[at + 1].low in _MOMENTS):
        return True  # "received 31 years, his wife 27 years"
    return (
        any(token.low in (",", "and", ";") for token in gap)
        and any(token.kind == "number" or token.low in _NEXT_ONE for token in gap)
        and (
            gap[-1].kind == "number"
            or gap[-1].low in ("for", "to", "received", "of", "got", "third")
            or "person" in gap[-1].tags
        )
        and not any("stage" in token.tags or token.kind == "period" for token in gap)
    )


def term(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """A duration that is a penalty: a word of punishment stands close behind, or close before."""
    size = len(tokens)
    if at + 2 < size and tokens[at + 1].low == "to" and tokens[at + 2].kind == "duration":
        return None  # "six-month to four-year sentences": the lower end of what follows
    if at + 3 < size and tokens[at + 1].low == "of which" and "suspended" in tokens[at + 3].tags and found:
        low, high = months(tokens[at].value)  # "two years' imprisonment, one year of which was suspended"
        return Penalty(at, at + 4, "suspended", low, high, joined=True)
    if [token.low for token in tokens[at + 1 : at + 4]] in (["to", "be", "served"], ["to be", "served"]) and found:
        return None  # "five years, with one year to be served and four years suspended"
    kind, stop = _kind_behind(tokens, at)
    opener = _list_opener(tokens, at)
    opener = at if opener is None else opener
    before = tokens[max(0, opener - _NEAR) : opener]
    if kind != "suspended" and _is_time_passed(tokens, at, stop, before, found):
        return None
    from_another = _from_another(tokens, at)
    kind = _kind_before(tokens, at, kind, before, from_another, found)
    if kind is None or any(word.low in _BANS for word in since_mark(before)):
        return None  # "barred from office for three years"
    duration: Duration = tokens[at].value
    low, high = months(duration)
    last = before[-1].low if before else ""
    if from_another:
        low, kind = None, "imprisonment"
    elif low != high and last == "from" and _is_changed(tokens, at):
        low = high  # "increased the sentence of two men from five to seven years"
    elif low is not None and high in (low, None) and (lower := _lower_end(tokens, at)) is not None and lower < low:
        low, high = lower, low
    if last in ("exceeded", "exceeding", "exceed", "beyond") and low == high:
        high = None
    if [word.low for word in before[-3:]] in (["as", "long", "as"], ["as", "high", "as"], ["as", "much", "as"]):
        low = None
    # "from five years to life imprisonment"
    if stop + 1 < size and tokens[at + 1].low in ("to", "and") and tokens[at + 2].low.startswith("life"):
        low, high, stop = duration.low, LIFE, at + 3
    elif stop + 1 < size and tokens[stop].low == "to" and tokens[stop + 1].low.startswith("life"):
        low, high, stop = duration.low, LIFE, stop + 2
    if [word.low for word in tokens[stop : stop + 2]] == ["or", "more"]:
        high, stop = None, stop + 2
    elif [word.low for word in tokens[stop : stop + 2]] in (["or", "less"], ["or", "fewer"]):
        low, stop = None, stop + 2
    if _is_measure(tokens, at, before, low != high):
        return None
    return Penalty(at, stop, kind, low, high)


def _is_changed(tokens: list[Token], at: int) -> bool:
    """ "increased the sentence of two men from five to seven years"; not "the punishment extended from …"."""
    return any(word.low in _CHANGED for word in tokens[max(0, at - 9) : at]) and span_verb(tokens, at) is None


def _kind_behind(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The kind of penalty that the words behind a duration name, and the index behind them."""
    size = len(tokens)
    stop = at + 1
    kind: str | None = None
    for ahead in range(at + 1, min(size, at + 1 + _NEAR)):
        token = tokens[ahead]
        tags = token.tags
        if token.kind in ("duration", "number", "money") or token.low in (";", ".", "while"):
            break
        if "suspended" in tags:
            if not any(word.low in ("partially", "part", "but", "not") for word in tokens[ahead - 2 : ahead]):
                kind, stop = "suspended", ahead + 1
            break
        if "penalty_other" in tags or token.low == "probationary":
            if token.low in ("deportation", "deported", "restitution") or kind is not None:
                break
            return "other", ahead + 1
        if token.low in ("were", "was") and ahead + 1 < size and "suspended" in tokens[ahead + 1].tags:
            return "suspended", ahead + 2  # "of which nine months were suspended"
        if "prison" in tags or ("sentence" in tags and token.low in ("sentence", "sentences")):
            kind, stop = kind or "imprisonment", ahead + 1
            continue
        if token.low in ("term", "terms") and kind is not None:
            stop = ahead + 1
            continue
        if token.low not in _LINKS and token.low not in ("latter", "former", "them", "which", "last"):
            break
    return kind, stop


def _kind_before(
    tokens: list[Token], at: int, kind: str | None, before: list[Token], from_another: bool, found: list[Penalty]
) -> str | None:
    """The kind of penalty of a duration, by the words `before` it where none behind decides; None: no penalty."""
    if before[-1:] and "suspended" in before[-1].tags and kind == "imprisonment":
        return "suspended"  # "a suspended two-year sentence"
    imposed = any("sentence" in word.tags or word.low in _IMPOSED for word in before)
    if any("suspended" in word.tags for word in before[-4:]) and kind != "other" and imposed:
        if not any(word.low in ("but", "all") for word in before[-2:]):
            kind = "suspended"
    if not from_another and any(word.low in ("probation", "probationary") for word in before[-3:]):
        if kind is None or before[-1].low not in ("and", "to"):
            return "other"
    if kind is not None:
        return kind
    if _goes_on(tokens, at, found) or _ends_list(tokens, at, found):
        named = any("prison" in word.tags for word in tokens[found[-1].stop : at])
        return "imprisonment" if named else found[-1].kind
    if is_given(tokens, at):
        return "imprisonment"
    if from_another or _is_spanned(tokens, at) or _is_turned(tokens, at):
        return "imprisonment"
    if not any("sentence" in word.tags or "prison" in word.tags for word in before) and not (
        any(word.low in ("received", "terms", "from", "to", "between") for word in before)
        and any("sentence" in word.tags or "prison" in word.tags for word in tokens[max(0, at - 25) : at])
    ):
        return None
    if any(word.low in _WAITING for word in before):
        return None  # "had been held in detention for six months"
    if at + 1 < len(tokens) and tokens[at + 1].low in _MOMENTS:
        if before and before[-1].low != "for":  # "jailed a man for 14 years after …"
            return None
    return None if any(word.low in _SPANS for word in before[-2:]) else "imprisonment"


def _is_turned(tokens: list[Token], at: int) -> bool:
    """ "raised the term of one pimp from three to five years", "cut his sentence to two years"."""
    if tokens[at - 1].low not in ("from", "to"):
        return False
    window = tokens[max(0, at - 12) : at - 1]
    if not any(word.low in ("term", "terms") for word in window):
        return False
    return any(word.low in _CHANGED or word.low in ("cut", "lowered", "shortened") for word in window)


def _is_spanned(tokens: list[Token], at: int) -> bool:
    """ "penalties varied from two to eight years", "punishment between one and five years": terms, by their noun."""
    verb = span_verb(tokens, at)
    return verb is not None and any(word.low in _PENALTIES for word in tokens[max(0, verb - 6) : verb])


def span_verb(tokens: list[Token], at: int) -> int | None:
    """The index of the verb that says how far penalties reached, where a term at `at` follows it ("went from")."""
    if at > 1 and tokens[at - 1].low in ("from", "between"):
        return at - 2 if tokens[at - 2].low in SPANNED or tokens[at - 2].low in ("ranging", "ranged") else None
    verb, _, link = tokens[at - 1].low.partition(" ") if at else ("", "", "")
    return at - 1 if link == "from" and verb in SPANNED else None


def _is_time_passed(tokens: list[Token], at: int, stop: int, before: list[Token], found: list[Penalty]) -> bool:
    """Is a duration the time that someone had spent, or is on trial?"""
    last = before[-1].low if before else ""
    if last in ("after", "within", "since", "during"):
        if not any("sentence" in token.tags for token in tokens[at + 1 : stop]):
            return True  # "deported after six months in detention"
    if any(word.low in ("served", "spent") for word in before[-2:]) and not any(
        "sentence" in word.tags for word in before[-4:]
    ):
        return True
    if found and found[-1].kind == "suspended" and at - found[-1].stop <= 6:
        lows = [word.low for word in tokens[found[-1].stop : at]]
        if "for" in lows[:2] and any(low in ("probation", "probationary", "period", "trial") for low in lows):
            return True  # "24 months, suspended for a probation period of four years"
    # "two years' imprisonment, suspended for three years": the time of trial
    on_trial = last == "for" and bool(found) and found[-1].kind == "suspended"
    return on_trial and any("suspended" in word.tags for word in before[-2:-1])


def _is_measure(tokens: list[Token], at: int, before: list[Token], is_range: bool) -> bool:
    """An average or the longest of many sentences is nobody's own penalty; "average from two to six years" is."""
    last = before[-1].low if before else ""
    if any(word.low in ("combined", "collectively") for word in before[-3:]):
        return True  # "were sentenced to a combined 74 years": nobody's own
    if not (is_range and last in ("from", "between")):
        if any(word.low in _MEASURES for word in since_mark(before[-6:])) or "average" in tokens[at].low:
            return True
    # "the average sentence imposed … was three years"
    return last in ("was", "were") and any(
        word.low in _MEASURES or word.low in _BOUNDS for word in tokens[max(0, at - 16) : at]
    )


def _ends_list(tokens: list[Token], at: int, found: list[Penalty]) -> bool:
    """ "terms of eight months, two years, and three years": one more single term."""
    if not found or found[-1].low is None or found[-1].low != found[-1].high:
        return False
    gap = tokens[found[-1].stop : at]
    if not 0 < len(gap) <= 2 or any(word.low not in (",", "and") for word in gap):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or following.kind == "mark" or following.low in ("respectively", "for", "each")


def _is_for_life(tokens: list[Token], at: int) -> bool:
    """ "got life", "was given life", "jailed for life", "gave 17 of them life"."""
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    if before.low in GETS or (before.low == "given" and tokens[at - 2].low in ("was", "were", "each")):
        return True
    if before.low == "for" and at > 1:
        return any(
            "prison" in token.tags and token.low.endswith(("ed", "prison", "jail", "bars"))
            for token in tokens[max(0, at - 7) : at]
        )
    near = tokens[max(0, at - 6) : at]
    return before.kind in ("number", "word") and any(token.low in ("gave", "handed") for token in near)


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
    elif (
        _is_for_life(tokens, at) and (following is None or following.kind == "mark" or following.low in _AFTER_LIFE)
    ) or (
        before == "to"
        and (
            "sentence" in tokens[at - 2].tags
            or (
                any("sentence" in token.tags for token in tokens[max(0, at - 40) : at])
                and (
                    following is None or following.kind == "mark" or following.low in ("for", "and", "without", "after")
                )
            )
        )
    ):
        stop = at + 1
    else:
        return None
    if _from_another(tokens, at):
        return Penalty(at, stop, "imprisonment", None, LIFE)  # "from probation to life in prison"
    return Penalty(at, stop, "imprisonment", LIFE, LIFE)
