"""The penalties that a sentence of a report states: each with its kind and term, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import Reading
from ingest.vocabulary.numbers import Duration
from ingest.vocabulary.words import word_set

LIFE = 9999
_NEAR = 7
# A law says what may be imposed, not what was.
_LAW_WORDS = word_set(
    "prescribe prescribes prescribed prescribing punishable prescription stipulates stipulate provides"
    " carries carry carried penalizes criminalizes criminalized commensurate stringent establishes mandates"
    " imposes allows allowed permits"
)
_IMPOSED = word_set(
    "sentenced sentencing received receive receiving imposed imposing convicted ranged ranging served serving"
    " given handed issued ordered fined got gave jailed imprisoned resulted resulting suspended serve spent"
    " punished convicted conviction convictions sentences upheld affirmed confirmed levied"
)
_TIME_SERVED = ["sentenced", "to", "time", "served"]
# Before these words a penalty is what the law allows.
_ALLOWS = word_set("allow allows allowing allowed permits permitted provision eligible")
_MODALS = word_set("may can could would should might must shall will face faces facing faced eligible if")


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


def states_law(tokens: Sequence[Token]) -> bool:
    """Does the sentence say what a law prescribes, rather than what courts imposed?"""
    lows = {token.low for token in tokens}
    if "recommended" in lows and "sentenced" not in lows:
        return True
    if _IMPOSED.isdisjoint(lows) and not any(low.startswith("result") for low in lows):
        return True
    if _LAW_WORDS.isdisjoint(lows):
        return False
    if "sentencing" in lows and any(
        left.low == "sentencing" and "law" in right.tags for left, right in pairwise(tokens)
    ):
        lows.discard("sentencing")  # "the Sentencing Act"
    told = not lows.isdisjoint({"prescribed", "prescribes", "criminalized", "criminalizes", "prescribing"})
    return lows.isdisjoint(_STRONG - {"imposed"} if told else _STRONG)


_STRONG = word_set("sentenced sentencing received convicted courts ranged court suspended fined judge imposed")


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
            penalty = _term(tokens, at, found)
        elif "life" in token.tags or token.low == "life":
            penalty = _life(tokens, at)
        elif "suspended" in token.tags:
            penalty = _suspended_part(tokens, at, found) or _suspended(tokens, at)
        elif "prison" in token.tags:
            penalty = _prison(tokens, at) or _in_list(tokens, at, found)
        elif "fine" in token.tags:
            penalty = _fine(tokens, at)
        elif "penalty_other" in token.tags:
            penalty = _other(tokens, at)
        elif token.low == "time" and at > 1 and [t.low for t in tokens[at - 2 : at + 2]] == _TIME_SERVED:
            penalty = Penalty(at, at + 1, "imprisonment")  # "sentenced to time served"
        elif token.low == "death" and at and tokens[at - 1].low == "to" and "sentence" in tokens[at - 2].tags:
            penalty = Penalty(at - 1, at + 1, "other")
        if penalty is None or _is_denied(tokens, penalty):
            at += 1
            continue
        for listed in _listed(tokens, penalty):
            found.append(listed)
        _add(tokens, found, penalty)
        at = max(at + 1, penalty.stop)
    _mark_lists(tokens, found)
    return found


def _mark_lists(tokens: list[Token], found: list[Penalty]) -> None:
    """ "sentences of 18 months, 24 months, and three years": single terms in a row are one offender's each."""
    begin = 0
    while begin < len(found):
        end = begin + 1
        while end < len(found) and _follows_in_list(tokens, found[end - 1], found[end]):
            end += 1
        run = found[begin:end]
        after = [token.low for token in tokens[run[-1].stop : run[-1].stop + 3]]
        if not (len({penalty.kind for penalty in run}) == 1 or "respectively" in after):
            run = []
        if len(run) > 1 and not any(penalty.listed for penalty in run) and _opens_list(tokens, run[0]):
            for penalty in run:
                penalty.listed, penalty.joined = len(run), False
        begin = end


def _opens_list(tokens: list[Token], penalty: Penalty) -> bool:
    return penalty.start > 0 and tokens[penalty.start - 1].low in ("to", "of")


def _follows_in_list(tokens: list[Token], left: Penalty, right: Penalty) -> bool:
    gap = tokens[left.stop : right.start]
    return (
        all(penalty.low is not None and penalty.low == penalty.high for penalty in (left, right))
        and 0 < len(gap) <= 2
        and all(token.low in (",", "and") for token in gap)
    )


def _listed(tokens: list[Token], penalty: Penalty) -> list[Penalty]:
    """The terms listed before one that has their unit: "to 12 and 15 years' imprisonment"."""
    token = tokens[penalty.start]
    if token.kind != "duration" or penalty.low is None or penalty.low != penalty.high:
        return []
    unit = 12 if "year" in token.low else 1 if "month" in token.low else 0
    terms: list[Penalty] = []
    at = penalty.start - 1
    while at > 0 and penalty.start - at <= 12 and unit:
        if tokens[at].kind == "number" and tokens[at].value.value is not None and tokens[at + 1].low in (",", "and"):
            low = tokens[at].value.value * unit
            terms.append(Penalty(at, at + 1, penalty.kind, low, low))
        elif tokens[at].low not in (",", "and"):
            break
        at -= 1
    if not terms or tokens[at].low not in ("to", "of") or tokens[penalty.start - 1].low not in (",", "and"):
        return []
    terms.reverse()
    for term in terms:
        term.listed = len(terms) + 1
    penalty.listed = len(terms) + 1
    return terms


def months(duration: Duration) -> tuple[int | None, int | None]:
    """(shortest, longest) term of a stated duration; None where it is open to that side."""
    if duration.qualifier in ("at_least", "more_than"):
        return duration.low, None
    if duration.qualifier in ("at_most", "fewer_than"):
        return None, duration.high
    return duration.low, duration.high


def _in_list(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "fines, probation, and imprisonment": the last of a list of penalties."""
    if not found or at - found[-1].stop > 2 or tokens[at - 1].low not in ("and", "or"):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (following.kind == "duration" or following.low in _TERM_LINKS - {"and", "that"}):
        return None
    gap = tokens[found[-1].stop : at]
    return Penalty(at, at + 1, "imprisonment") if all(token.low in (",", "and", "or") for token in gap) else None


def _from_another(tokens: list[Token], at: int) -> bool:
    """ "from probation to eight years", "from a $500 fine to five years": the lower end is another penalty."""
    if at < 3 or tokens[at - 1].low != "to" or {"fine", "penalty_other", "suspended"}.isdisjoint(tokens[at - 2].tags):
        return False
    return any(token.low in ("from", "ranged", "ranging") for token in tokens[max(0, at - 9) : at - 2])


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


def _goes_on(tokens: list[Token], at: int, found: list[Penalty]) -> bool:
    """ "six for two to five years and four for more than five years": a term in a list of terms."""
    if not found or (found[-1].low is None and found[-1].high is None) or at - found[-1].stop > _NEAR:
        return False
    gap = tokens[found[-1].stop : at]
    return (
        any(token.low in (",", "and", ";") for token in gap)
        and any(token.kind == "number" or token.low in ("another", "other", "third") for token in gap)
        and gap[-1].low in ("for", "to", "received", "of", "got")
        and not any("stage" in token.tags or token.kind == "period" for token in gap)
    )


def _is_received(tokens: list[Token], at: int) -> bool:
    """ "two received 10 years", "a police officer received three years", "received a term of 12 years"."""
    verb = at - 1
    if at > 2 and tokens[at - 1].low == "of" and tokens[at - 2].low in ("term", "terms"):
        verb = at - 3 - (tokens[at - 3].low in ("a", "an"))
    if verb < 1 or tokens[verb].low not in ("received", "got", "receiving"):
        return False
    who = tokens[verb - 1]
    return (
        who.kind == "number"
        or not {"offender", "official", "person"}.isdisjoint(who.tags)
        or who.low in ("another", "other", "third", "second", "first", "whom", "who", "others")
    )


def _term(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """A duration that is a penalty: a word of punishment stands close behind, or close before."""
    size = len(tokens)
    if at + 2 < size and tokens[at + 1].low == "to" and tokens[at + 2].kind == "duration":
        return None  # "six-month to four-year sentences": the lower end of what follows
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
    if any(word.low in ("served", "spent") for word in before[-2:]) and not any(
        "sentence" in word.tags for word in before[-4:]
    ):
        return None
    imposed = any(
        "sentence" in word.tags or word.low in ("terms", "term", "received", "ranged", "ranging", "to")
        for word in before
    )
    if any("suspended" in word.tags for word in before[-4:]) and kind != "other" and imposed:
        if not any(word.low in ("to", "but", "all") for word in before[-2:] if word.low != "to"):
            kind = "suspended"
    from_another = _from_another(tokens, at)
    if not from_another and any(word.low in ("probation", "probationary") for word in before[-3:]):
        kind = "other"
    if kind is None and _goes_on(tokens, at, found):
        kind = found[-1].kind
    if kind is None and _is_received(tokens, at):
        kind = "imprisonment"
    if kind is None:
        if not any("sentence" in word.tags or "prison" in word.tags for word in before) and not (
            any(word.low in ("received", "terms", "from", "to", "between") for word in before)
            and any("sentence" in word.tags or "prison" in word.tags for word in tokens[max(0, at - 25) : at])
        ):
            return None
        if at + 1 < size and tokens[at + 1].low in ("after", "before", "later", "ago", "prior", "earlier"):
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
        low, kind = None, "imprisonment" if kind == "other" else kind
    elif low is not None and high in (low, None) and (lower := _lower_end(tokens, at)) is not None and lower < low:
        low, high = lower, low
    # "from five years to life imprisonment"
    if stop + 1 < size and tokens[at + 1].low in ("to", "and") and tokens[at + 2].low.startswith("life"):
        low, high, stop = duration.low, LIFE, at + 3
    elif stop + 1 < size and tokens[stop].low == "to" and tokens[stop + 1].low.startswith("life"):
        low, high, stop = duration.low, LIFE, stop + 2
    if any(word.low in _MEASURES for word in before[-6:]) or "average" in tokens[at].low:
        return None
    if (
        before[-1:]
        and before[-1].low in ("was", "were")
        and any(word.low in _MEASURES for word in tokens[max(0, at - 16) : at])
    ):
        return None  # "the average sentence imposed … was three years"
    return Penalty(at, stop, kind, low, high)


# Of a distribution, and nobody's own penalty.
_MEASURES = word_set("average averaging averaged longest shortest harshest heaviest median")
_LINKS = word_set("' 's of in and a an the each for with hard rigorous prison jail , - – on under or fully also full")


def _life(tokens: list[Token], at: int) -> Penalty | None:
    size = len(tokens)
    following = tokens[at + 1] if at + 1 < size else None
    before = tokens[at - 1].low if at else ""
    if tokens[at].low == "life imprisonment":
        stop = at + 1
    elif following is not None and ("sentence" in following.tags or "prison" in following.tags):
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
    return Penalty(at, stop, "imprisonment", LIFE, LIFE)


def _suspended_part(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "18 months' imprisonment, nine of which were suspended": a part of the term before, in its unit."""
    if not found or at < 4 or tokens[at - 1].low not in ("were", "was"):
        return None
    whole = found[-1]
    unit = 12 if "year" in tokens[whole.start].low else 1
    pair = tokens[at - 3 : at - 1]
    number = next((token for token in pair if token.kind == "number"), None)
    if number is None or not any(token.low == "of which" for token in pair) or whole.stop < at - 6:
        return None
    part = number.value.value
    if part is None or whole.low is None or whole.low != whole.high or not part * unit < whole.low < LIFE:
        return None
    return Penalty(at - 3, at + 1, "suspended", part * unit, part * unit, joined=True)


def _suspended(tokens: list[Token], at: int) -> Penalty | None:
    """A suspended sentence without a term of its own; one with a term is found at the term."""
    size = len(tokens)
    # "suspended five of the sentences"
    if at + 1 < size and tokens[at + 1].kind == "number" and any("sentence" in t.tags for t in tokens[at + 2 : at + 6]):
        return Penalty(at, at + 1, "suspended")
    ahead = tokens[at + 1 : at + 5]
    if any(token.low in ("partially", "partly") for token in tokens[max(0, at - 2) : at]) and any(
        token.kind == "duration" for token in tokens[max(0, at - 5) : at]
    ):
        return None
    for index, token in enumerate(ahead):
        if token.kind == "duration":
            return None
        if "sentence" in token.tags or token.low in ("terms", "term") or "prison" in token.tags:
            stop = at + 2 + index
            for later in tokens[stop : min(size, stop + 5)]:
                if later.kind == "duration":
                    return None
                if later.low not in (
                    "of",
                    "ranging",
                    "from",
                    "between",
                    "for",
                    "a",
                    "an",
                    "imprisonment",
                    "sentences",
                    "terms",
                ):
                    break
            return Penalty(at, stop, "suspended")
    if any(token.low in ("no", "none") for token in tokens[max(0, at - 6) : at]):
        return None  # "no sentences were suspended"
    # "five of the sentences were suspended"
    if any(token.low == "which" for token in tokens[max(0, at - 3) : at]) and any(
        "prison" in token.tags for token in tokens[max(0, at - 6) : at]
    ):
        return Penalty(at, at + 1, "suspended")  # "two years' imprisonment, which the court suspended"
    for token in reversed(tokens[max(0, at - 8) : at]):
        if ("sentence" in token.tags and token.low in ("sentences", "sentence")) or token.low in ("terms",):
            return Penalty(at, at + 1, "suspended")
    return None


def _prison(tokens: list[Token], at: int) -> Penalty | None:
    """Prison without a term: "sentenced to prison", "prison sentences", "significant prison terms"."""
    size = len(tokens)
    low = tokens[at].low
    before = tokens[max(0, at - 5) : at]
    following = tokens[at + 1] if at + 1 < size else None
    if any(token.kind == "duration" for token in before[-3:]):
        return None
    if low in ("imprisoned", "jailed", "incarcerated"):
        if any("neg" in token.tags for token in before):
            return None
        if (following is not None and following.kind == "duration") or any(
            token.kind == "duration" for token in tokens[at + 1 : at + 3]
        ):
            return None
        return Penalty(at, at + 1, "imprisonment")
    if low in ("custody", "detention"):
        return None
    if following is not None and ("sentence" in following.tags or following.low in ("terms", "term", "time")):
        if not any(token.kind == "number" or token.low in _GIVES for token in tokens[max(0, at - 14) : at]):
            return None
        stop = at + 2
        for later in tokens[stop : min(size, stop + 8)]:
            if later.kind == "duration" or later.low == "life":
                return None
            if later.low not in _TERM_LINKS and later.kind != "number":
                break
        return Penalty(at, stop, "imprisonment")
    timed = any(token.low == "time" for token in before[-2:]) and any(
        token.low in ("given", "received", "served", "sentenced") for token in tokens[max(0, at - 6) : at]
    )
    if any(token.low.startswith("result") for token in before[-2:]):
        return Penalty(at, at + 1, "imprisonment")  # "17 resulted in imprisonment"
    if timed or (
        any("sentence" in token.tags for token in before) and any(token.low in ("to", "of") for token in before[-3:])
    ):
        for later in tokens[at + 1 : min(size, at + 6)]:
            if later.kind == "duration":
                return None
            if later.low not in _TERM_LINKS:
                break
        return Penalty(at, at + 1, "imprisonment")
    return None


_GIVES = word_set(
    "sentenced sentencing received receiving receive imposed imposing given giving gave handed issued issuing"
    " with served serving ordered applied resulted resulting convicted were"
)
_TERM_LINKS = word_set("of ranging from between for to varying that and which sentences terms ranged in length were up")


def _fine(tokens: list[Token], at: int) -> Penalty | None:
    low = tokens[at].low
    before = [token.low for token in tokens[max(0, at - 4) : at]]
    if low == "monetary":
        return None
    if low in ("fined", "fining"):
        return Penalty(at, at + 1, "fine")
    if low in ("fine", "fines"):
        if "lieu" in before or any(word in ("allow", "allowing", "allowed", "prescribe") for word in before[-3:]):
            return None
        return Penalty(at, at + 1, "fine")
    return None


def _other(tokens: list[Token], at: int) -> Penalty | None:
    low = tokens[at].low
    before = tokens[max(0, at - 6) : at]
    if low == "restitution":
        # Money to victims is funding; restitution itself may be all that a court imposed.
        imposed = any(token.low.startswith(("result", "sentenced")) for token in before)
        paid = any(token.kind == "money" for token in (*before, *tokens[at + 1 : at + 5]))
        return Penalty(at, at + 1, "other") if imposed and not paid else None
    if low in ("deportation", "deported", "parole", "supervision", "non-custodial"):
        return None
    if any(token.kind == "duration" for token in before[-4:]):
        return None
    if not any(
        "sentence" in t.tags or t.low in ("received", "to", "and", "or", "placed", "ordered", "on") for t in before
    ):
        return None
    stop = at + 1
    # "probation of two years"
    if stop + 1 < len(tokens) and tokens[stop].low in ("of", "for") and tokens[stop + 1].kind == "duration":
        low_, high = months(tokens[stop + 1].value)
        return Penalty(at, stop + 2, "other", low_, high)
    return Penalty(at, stop, "other")


def _is_denied(tokens: list[Token], penalty: Penalty) -> bool:
    for token in tokens[max(0, penalty.start - 6) : penalty.start]:
        if "neg" in token.tags and token.low not in ("not", "no"):
            return True
        if token.low in _MODALS or token.low in ("rarely", "seldom", "never"):
            return True
    if any(token.low in _ALLOWS for token in tokens[max(0, penalty.start - 9) : penalty.start]):
        return True
    if any(token.low.startswith("appeal") for token in tokens[max(0, penalty.start - 4) : penalty.start]):
        return True  # "the appeal of a suspended sentence"
    return any(
        token.low
        in ("no", "without", "instead", "avoid", "rather", "addition", "place", "lieu", "pretrial", "pre-trial")
        for token in tokens[max(0, penalty.start - 3) : penalty.start]
    )


def _takes_object(tokens: list[Token], penalty: Penalty) -> bool:
    """ "fined one": the penalty has offenders of its own."""
    return (
        penalty.stop < len(tokens) and tokens[penalty.stop - 1].low == "fined" and tokens[penalty.stop].kind == "number"
    )


def _takes_back(tokens: list[Token], penalty: Penalty) -> bool:
    """ "… but suspended the sentences", "all of which were suspended": the terms before are the suspended ones."""
    after = [token.low for token in tokens[penalty.start + 1 : penalty.start + 4]]
    if after[:1] in (["the"], ["their"], ["his"], ["her"], ["all"], ["these"], ["those"], ["both"]) and any(
        low in ("sentence", "sentences", "terms", "term") for low in after
    ):
        return True
    before = [token.low for token in tokens[max(0, penalty.start - 5) : penalty.start]]
    return "which" in before[-3:] or ("which" in before and ("all" in before or "were" in before or "was" in before))


def _on_the_same(tokens: list[Token], penalty: Penalty) -> bool:
    """ "… and fined the traffickers", "…, fining him": those sentenced before, named again."""
    return (
        penalty.stop < len(tokens)
        and tokens[penalty.stop - 1].low in ("fined", "fining")
        and tokens[penalty.stop].low in ("the", "them", "him", "her", "both", "each")
    )


_NEXT_GROUP = word_set("others another other rest remaining remainder")
_SUSPENDING = word_set(", and but all both each fully were was which it they then also subsequently , – ( entirely")


def _add(tokens: list[Token], found: list[Penalty], penalty: Penalty) -> None:
    """Adds a penalty; one that follows another with only "and" between falls on the same offenders."""
    if found and penalty.kind == found[-1].kind == "imprisonment" and found[-1].low is None and found[-1].high is None:
        gap = tokens[found[-1].stop : penalty.start]
        if (
            len(gap) <= 6
            and any(token.low in ("with", "ranging", "of", "from", "receiving") for token in gap)
            and not any(token.kind == "number" for token in gap)
        ):  # "sentenced to prison, with terms ranging from …"
            penalty.start, penalty.joined = found[-1].start, found[-1].joined
            found[-1] = penalty
            return
    if found and _on_the_same(tokens, penalty):
        penalty.joined = True
    elif found and not penalty.listed and not (penalty.joined and penalty.kind == "suspended"):
        gap = tokens[found[-1].stop : penalty.start]
        if (
            len(gap) <= 6
            and not any(token.kind in ("number", "duration") for token in gap)
            and any(token.low in ("and", "or", "plus", "with", "but", "to", "of which") for token in gap)
            and not any(token.low in (";", ".") or token.low in _NEXT_GROUP for token in gap)
        ):
            penalty.joined = not _takes_object(tokens, penalty)
            if penalty.kind == found[-1].kind == "suspended" and penalty.low is None:
                return
            if penalty.kind == "imprisonment" and found[-1].kind == "imprisonment" and penalty.low is None:
                return
    if penalty.kind == "suspended" and penalty.low is None and found and _takes_back(tokens, penalty):
        nearest = any(token.low == "which" for token in tokens[max(0, penalty.start - 5) : penalty.start])
        for earlier in found[-1:] if nearest else found:
            if earlier.kind == "imprisonment":
                earlier.kind = "suspended"
        return
    if penalty.kind == "suspended" and penalty.low is None and found and not penalty.joined:
        # "three years' imprisonment, all suspended"; "… but suspended the sentences"
        gap = tokens[found[-1].stop : penalty.start]
        if len(gap) <= 3 and all(token.low in _SUSPENDING for token in gap) and found[-1].kind == "imprisonment":
            found[-1].kind, found[-1].stop = "suspended", penalty.stop
            return
    found.append(penalty)
