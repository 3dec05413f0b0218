"""Penalties without a term of their own: suspension, prison, fines, probation and the like."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.sentences_terms import LIFE, REPLACED, Penalty, months, since_mark
from ingest.vocabulary.words import word_set

_GIVES = word_set(
    "sentenced sentencing received receiving receive imposed imposing given giving gave handed issued issuing"
    " with served serving ordered applied resulted resulting convicted were"
)
_IMPOSES = word_set(
    "received to and or placed ordered on given ranged ranging imposed imposing issued got released under confined"
    " assigned perform complete do"
) | {"put on"}
_TERM_LINKS = word_set("of ranging from between for to varying that and which sentences terms ranged in length were up")

_PARTED = word_set("with including minus less them") | {"of which"}
_PART_ENDS = word_set("were was them fully") | {"of which"}
_OF_THEM = word_set(", ( – — and with a fully was were") | {"of which", "of whom"}


def in_list(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "fines, probation, and imprisonment": the last of a list of penalties."""
    if not found or at - found[-1].stop > 2 or tokens[at - 1].low not in ("and", "or"):
        return None
    if tokens[at].low in ("jailed", "imprisoned", "incarcerated"):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (following.kind == "duration" or following.low in _TERM_LINKS - {"and", "that"}):
        return None
    gap = tokens[found[-1].stop : at]
    return Penalty(at, at + 1, "imprisonment") if all(token.low in (",", "and", "or") for token in gap) else None


def suspended_part(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "18 months' imprisonment, nine of which were suspended": a part of the term before, in its unit."""
    if not found or at < 3:
        return None
    whole = found[-1]
    if whole.stop < at - 8 or whole.low is None or whole.low != whole.high:
        return None
    gap = tokens[whole.stop : at]
    number = next((token for token in gap if token.kind == "number"), None)
    lows = [token.low for token in gap]
    # "nine of which were", "of which nine were", "four of them", "with five", "including five", "all but five …"
    if number is None or not any(low in _PARTED for low in lows) or "all" in lows:
        return None
    if any(low in (";", "another", "person") for low in lows) or any("person" in token.tags for token in gap):
        return None
    if "of whom" in lows or (gap[-1].low not in _PART_ENDS and gap[-1] is not number):
        return None
    unit = 12 if "year" in tokens[whole.start].low else 1
    part = number.value.value
    if part is None or not part * unit < whole.low < LIFE:
        return None
    begin = next(index for index in range(whole.stop, at) if tokens[index] is number)
    return Penalty(begin, at + 1, "suspended", part * unit, part * unit, joined=True)


def suspended_of_some(tokens: list[Token], at: int, found: list[Penalty]) -> Penalty | None:
    """ "both to six months, one suspended", "…, one with a suspended sentence": the term before, for some of them."""
    if not found or found[-1].kind != "imprisonment" or found[-1].low is None or at - found[-1].stop > 6:
        return None
    gap = tokens[found[-1].stop : at]
    if not gap or gap[0].low not in (",", "(", "–", "—"):
        return None
    if any(token.low == "and" for token in gap) and not any(token.low in ("of which", "of whom") for token in gap):
        return None  # "seven were for five years, and four were suspended": others
    if sum(token.kind == "number" for token in gap) != 1 or any(
        token.kind != "number" and token.low not in _OF_THEM for token in gap
    ):
        return None
    named = at + 1 < len(tokens) and ("sentence" in tokens[at + 1].tags or "prison" in tokens[at + 1].tags)
    if named and not any(token.low in ("with", "of which", "of whom") for token in gap):
        return None  # "six prison terms of two years, and nine suspended sentences": others
    stop = at + 1
    while stop < len(tokens) and ("sentence" in tokens[stop].tags or "prison" in tokens[stop].tags):
        stop += 1
    return Penalty(at, stop, "suspended", found[-1].low, found[-1].high, within=True)


def suspended(tokens: list[Token], at: int) -> Penalty | None:
    """A suspended sentence without a term of its own; one with a term is found at the term."""
    size = len(tokens)
    if tokens[at].low == "conditionally" and at + 1 < size and "sentence" in tokens[at + 1].tags:
        return None  # "conditionally sentenced to two years": found at the term
    # "suspended five of the sentences"
    if at + 1 < size and tokens[at + 1].kind == "number" and any("sentence" in t.tags for t in tokens[at + 2 : at + 6]):
        return Penalty(at, at + 1, "suspended")
    ahead = tokens[at + 1 : at + 5]
    if [token.low for token in ahead[:1]] == ["for"]:
        ahead = []  # "…, which was suspended for three years": the time of trial
    if any(token.low in ("partially", "partly") for token in tokens[max(0, at - 2) : at]) and any(
        token.kind == "duration" for token in since_mark(tokens[max(0, at - 5) : at])
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


def prison(tokens: list[Token], at: int) -> Penalty | None:
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
        if any(
            left.low in ("for", "between", "from") and (right.kind == "duration" or "life" in right.tags)
            for left, right in _pairs(tokens, at)
        ):
            return None  # "jailed a man for 14 years": found at the term
        named = at and ("person" in tokens[at - 1].tags or tokens[at - 1].kind == "number")
        if named and (following is None or following.kind == "mark" or following.low in ("in", "abroad", "by", "and")):
            return None  # "28 individuals incarcerated in Russia"
        return Penalty(at, at + 1, "imprisonment")
    if low in ("custody", "detention"):
        return None
    if [token.kind for token in tokens[at + 1 : at + 4]] == ["mark", "number", "mark"] and tokens[at + 1].low == "(":
        return Penalty(at, at + 1, "imprisonment")  # "penalties included imprisonment (19) and fines (six)"
    if before and before[-1].low in ("the", "these", "their") and _are_suspended(tokens, at + 2):
        return None  # "…, but the prison sentences were suspended": those told before
    if following is not None and ("sentence" in following.tags or following.low in ("terms", "term", "time")):
        laid = [token.low for token in tokens[at + 2 : at + 4]]
        passive = (
            laid[:1] in (["were"], ["was"]) and len(laid) > 1 and (laid[1] in _GIVES or laid[1].startswith("handed"))
        )
        if not passive and not any(
            token.kind == "number" or token.low in _GIVES for token in tokens[max(0, at - 14) : at]
        ):
            return None
        stop = at + 2
        for later in tokens[stop : min(size, stop + 8)]:
            if later.kind == "duration" or later.low == "life":
                return None
            if later.low not in _TERM_LINKS and later.kind != "number":
                break
        return Penalty(at, stop, "imprisonment")
    timed = any(token.low == "time" for token in before[-2:]) and any(
        token.low in ("given", "received", "served", "sentenced", "ordered") for token in tokens[max(0, at - 6) : at]
    )
    if any(token.low.startswith("result") for token in before[-2:]):
        return Penalty(at, at + 1, "imprisonment")  # "17 resulted in imprisonment"
    if (
        timed
        or (any("sentence" in token.tags for token in before) and any(t.low in ("to", "of") for t in before[-3:]))
        or (
            before[-2:]
            and before[-1].low == "of"
            and before[-2].low in ("term", "terms", "time")
            and any("sentence" in token.tags for token in tokens[max(0, at - 8) : at])
        )
        or _goes_to(tokens, at)
        or (before[-1:] and before[-1].low == "with" and any(token.low == "punished" for token in before))
        or (before[-1:] and before[-1].low == "to" and any("sentence" in t.tags for t in tokens[max(0, at - 25) : at]))
    ):
        for later in tokens[at + 1 : min(size, at + 6)]:
            if later.kind == "duration":
                return None
            if later.low not in _TERM_LINKS:
                break
        return Penalty(at, at + 1, "imprisonment")
    return None


def _goes_to(tokens: list[Token], at: int) -> bool:
    """ "11 went to prison", "sent two men to jail"."""
    return tokens[at - 1].low == "to" and any(
        token.low in ("went", "gone", "sent", "sending") for token in tokens[max(0, at - 5) : at]
    )


def _are_suspended(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].low in ("were", "was") and "suspended" in tokens[at + 1].tags


def _pairs(tokens: list[Token], at: int) -> list[tuple[Token, Token]]:
    """The neighbours among the ten tokens behind `at`, up to a mark."""
    stop = at + 1
    while stop < min(len(tokens), at + 11) and tokens[stop].kind != "mark":
        stop += 1
    return list(pairwise(tokens[at + 1 : stop]))


def fine(tokens: list[Token], at: int) -> Penalty | None:
    """A fine, as a noun or a verb; not one that a law allows in place of prison."""
    low = tokens[at].low
    before = [token.low for token in tokens[max(0, at - 4) : at]]
    if low == "monetary":
        return None
    ahead = [token.low for token in tokens[at + 1 : at + 3]]
    if ahead[:1] == ["or"] and ahead[1:] in (["jailed"], ["imprisoned"]):
        return None  # "fined or jailed their eight smugglers"
    if low in ("fined", "fining"):
        return Penalty(at, at + 1, "fine")
    if low in ("fine", "fines"):
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (
            following in ("eliminated", "overturned", "waived", "annulled", "revoked")
            or "lieu" in before
            or any(word in ("allow", "allowing", "allowed", "prescribe") for word in before[-3:])
        ):
            return None
        return Penalty(at, at + 1, "fine")
    return None


def other(tokens: list[Token], at: int) -> Penalty | None:
    """Probation, community service, house arrest; restitution where it is all that was imposed."""
    low = tokens[at].low
    before = tokens[max(0, at - 6) : at]
    if low == "restitution":
        # Money to victims is funding; restitution itself may be all that a court imposed.
        imposed = any(token.low.startswith(("result", "sentenced")) for token in before)
        paid = any(token.kind == "money" for token in (*before, *tokens[at + 1 : at + 5]))
        return Penalty(at, at + 1, "other") if imposed and not paid else None
    if low == "non-custodial" and any(
        "sentence" in token.tags or token.low in ("ones", "penalties", "measures", "terms", "punishment", "penalty")
        for token in tokens[at + 1 : at + 2]
    ):
        return Penalty(at, at + 2, "other")
    if low in ("deportation", "deported", "parole", "supervision", "non-custodial"):
        return None
    near = before[-4:]
    if any(token.low in REPLACED for token in tokens[max(0, at - 9) : at]) and before[-1].low in ("with", "by", "for"):
        return Penalty(at, at + 1, "other")
    terms = [index for index, token in enumerate(near) if token.kind == "duration"]
    if terms and not any(token.kind == "number" or token.low in (",", "and") for token in near[terms[-1] :]):
        return None
    if not any("sentence" in t.tags or t.low in _IMPOSES for t in before):
        return None
    stop = at + 1
    # "probation of two years"
    if stop + 1 < len(tokens) and tokens[stop].low in ("of", "for") and tokens[stop + 1].kind == "duration":
        low_, high = months(tokens[stop + 1].value)
        return Penalty(at, stop + 2, "other", low_, high)
    return Penalty(at, stop, "other")
