"""How a penalty goes with the one before it: on the same people, in its place, or as its other end."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.sentences_giving import opens_person
from ingest.grammar.sentences_terms import LIFE, SHARES, Penalty
from ingest.vocabulary.words import word_set

_OWNERS = word_set("the his her their both all these")
_TURNED = word_set("cut commuted converted reduced changed increased lowered raised")
_JOINS = word_set("besides and or plus with but") | {"of which"}
_NEXT_GROUP = word_set("others another other rest remaining remainder first second third fourth fifth")
SUSPENDING = word_set(
    "of them , and but all both each fully were was which it they then also subsequently , – ( entirely"
)
_PENAL = frozenset({"prison", "sentence", "penalty_other", "fine"})


def _takes_object(tokens: list[Token], penalty: Penalty) -> bool:
    """ "fined one", "issued suspended sentences to two": the penalty has offenders of its own."""
    if penalty.stop >= len(tokens):
        return False
    links = ("to", "for", "on", "of") if penalty.kind == "suspended" else ("to", "for", "on")
    if tokens[penalty.stop].low in links and penalty.low is penalty.high is None:
        ahead = tokens[penalty.stop + 1 : penalty.stop + 2]
        return bool(ahead) and ahead[0].kind == "number"
    return tokens[penalty.stop - 1].low in ("fined", "fining") and tokens[penalty.stop].kind == "number"


def _respective(tokens: list[Token], penalty: Penalty) -> bool:
    return any(token.low == "respectively" for token in tokens[penalty.stop : penalty.stop + 3])


def _takes_back(tokens: list[Token], penalty: Penalty) -> bool:
    """ "… but suspended the sentences", "all of which were suspended": the terms before are the suspended ones."""
    after = [token.low for token in tokens[penalty.start + 1 : penalty.start + 4]]
    if after[1:3] in (["sentence", "of"], ["sentences", "of"], ["sentence", "for"], ["sentences", "for"]):
        return False  # "suspended the sentence of another": of that one alone
    if after[:1] in (["the"], ["their"], ["his"], ["her"], ["all"], ["these"], ["those"], ["both"]) and any(
        low in ("sentence", "sentences", "terms", "term") for low in after
    ):
        return True
    before = [token.low for token in tokens[max(0, penalty.start - 5) : penalty.start]]
    if before[-3:-1] and before[-1] in ("was", "were") and before[-2] in ("sentence", "sentences", "terms", "term"):
        # "…; however, the sentence was suspended"; not "five of the sentences were suspended"
        owner = before[-4:-3] if before[-3] in ("prison", "jail") else before[-3:-2]
        return bool(owner) and owner[0] in _OWNERS and "of" not in before
    return "which" in before[-3:] or ("which" in before and ("all" in before or "were" in before or "was" in before))


def _on_the_same(tokens: list[Token], penalty: Penalty) -> bool:
    """ "… and fined the traffickers", "…, fining him": those sentenced before, named again."""
    return (
        penalty.stop < len(tokens)
        and tokens[penalty.stop - 1].low in ("fined", "fining")
        and (
            tokens[penalty.stop].low in ("them", "him", "her", "both", "each")
            or (tokens[penalty.stop].low == "the" and "person" in tokens[min(penalty.stop + 1, len(tokens) - 1)].tags)
        )
    )


def _alters(tokens: list[Token], penalty: Penalty) -> bool:
    """ "…; the sentence was later reduced to three months": what became of the sentence just told."""
    window = tokens[max(0, penalty.start - 8) : penalty.start]
    if penalty.low is None or not window or window[-1].low != "to":
        return False
    for at, token in enumerate(window):
        if token.low in _TURNED and any(t.low in ("sentence", "term", "penalty") for t in window):
            return not any(t.kind == "number" for t in window[at:])
    return False


def _behind_object(gap: list[Token]) -> list[Token]:
    """ "prison sentences were imposed on only 10, with sentences …": the words behind those who received them."""
    for at, token in enumerate(gap[:6]):
        if token.kind == "number" and at and any(before.low in ("on", "for") for before in gap[max(0, at - 2) : at]):
            return gap[at + 1 :]
    return gap


def _outside_brackets(tokens: list[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in tokens:
        depth += (token.low == "(") - (token.low == ")")
        if not depth and token.low != ")":
            kept.append(token)
    return kept


def _without_sums(tokens: list[Token]) -> list[Token]:
    """ "a fine of 3,000 lek ($27) or, in default, …": the words between two penalties without the amounts."""
    kept = _outside_brackets(tokens)
    return [token for at, token in enumerate(kept) if token.kind != "money" and not _opens_sum(kept, at)]


def _opens_sum(tokens: list[Token], at: int) -> bool:
    return tokens[at].low == "of" and at + 1 < len(tokens) and tokens[at + 1].kind == "money"


def _is_upper_end(tokens: list[Token], lower: Penalty, upper: Penalty) -> bool:
    """ "ranged from 80 days' detention to eight years' imprisonment": each end has its own noun."""
    gap = [token.low for token in tokens[lower.stop : upper.start]]
    opener = tokens[lower.start - 1].low if lower.start else ""
    return (
        "to" in gap[-1:]
        and len(gap) <= 3
        and opener == "from"
        and lower.kind == upper.kind == "imprisonment"
        and lower.low is not None
        and upper.high is not None
        and upper.high > lower.low
    )


def _bare(gap: list[Token]) -> list[str]:
    """The words of a gap without the noun of the penalty behind it: ", a suspended sentence of"."""
    return [t.low for t in gap if _PENAL.isdisjoint(t.tags) and t.low not in ("a", "an", "of", "term", "suspended")]


def _is_remitted(tokens: list[Token], whole: Penalty, part: Penalty) -> bool:
    """ "five years in prison, with one year to be served and four years suspended": a part of the same term."""
    gap = tokens[whole.stop : part.start]
    if (
        part.kind != "suspended"
        or whole.kind != "imprisonment"
        or len(gap) > 12
        or tokens[part.start].kind != "duration"
    ):
        return False
    if part.low is None or whole.low is None or part.low >= whole.low or "suspended" not in tokens[part.stop - 1].tags:
        return False
    return bool(gap) and not any(
        token.kind == "number"
        or token.low in (";", "latter", "former")
        or "person" in token.tags
        or "sentence" in token.tags
        for token in gap
    )


def add(tokens: list[Token], found: list[Penalty], penalty: Penalty) -> None:
    """Adds a penalty; one that follows another with only "and" between falls on the same offenders."""
    if found and penalty.kind == found[-1].kind == "imprisonment" and found[-1].low is None and found[-1].high is None:
        gap = _behind_object(tokens[found[-1].stop : penalty.start])
        if any(token.low == ")" for token in gap):
            gap = _outside_brackets(gap)
        if (
            len(gap) <= 6
            and not any(token.low == ";" for token in gap)
            and (
                any(token.low in ("with", "ranging", "of", "from", "receiving") for token in gap)
                or [token.low for token in gap[:2]] == [",", "for"]
            )
            and not any(token.kind == "number" or token.low in SHARES for token in gap)
        ):  # "sentenced to prison, with terms ranging from …"
            penalty.start, penalty.joined = found[-1].start, found[-1].joined
            found[-1] = penalty
            return
    if found and found[-1].low == LIFE and penalty.low is not None and tokens[penalty.start - 1].low == "to":
        if found[-1].stop == penalty.start - 1 and tokens[found[-1].start - 1].low == "from":
            found[-1].low, found[-1].stop = penalty.low, penalty.stop  # "from life imprisonment to two years"
            return
    if found and penalty.low is None is found[-1].high and penalty.high is not None and found[-1].low is not None:
        link = [token.low for token in tokens[found[-1].stop : penalty.start]]
        if link in (["but"], ["and"]) and penalty.high > found[-1].low:
            found[-1].high, found[-1].stop = penalty.high, penalty.stop  # "more than one year but less than two years"
            return
    if found and _is_upper_end(tokens, found[-1], penalty):
        found[-1].high, found[-1].stop = penalty.high, penalty.stop
        return
    if found and found[-1].kind == "other" and penalty.low is None and penalty.high is not None:
        ends = [token.low for token in tokens[found[-1].stop : penalty.start]]
        if ends in (["and"], ["to"]) and tokens[found[-1].start - 1].low in ("from", "between"):
            found.pop()  # "between two years' probation and 14 years' imprisonment": the lower end
    if found and found[-1].low == LIFE and [token.low for token in tokens[found[-1].stop : penalty.start]] == ["plus"]:
        found[-1].stop = penalty.stop  # "life plus 20 years"
        return
    if found and penalty.low is None and penalty.high is not None and penalty.kind == found[-1].kind:
        ends = [token.low for token in tokens[found[-1].stop : penalty.start]]
        lower = found[-1].low
        if ends in ([], ["to"]) and lower is not None and lower == found[-1].high and penalty.high > lower:
            if tokens[found[-1].start - 1].low == "from":
                found[-1].high, found[-1].stop = penalty.high, penalty.stop  # "from one year up to eight years"
                return
    if found and _is_remitted(tokens, found[-1], penalty):
        penalty.joined = True
    if found and (_on_the_same(tokens, penalty) or _alters(tokens, penalty)):
        penalty.joined = True
    elif found and not penalty.listed and not (penalty.joined and penalty.kind == "suspended"):
        gap = _without_sums(tokens[found[-1].stop : penalty.start])
        if (
            sum(_PENAL.isdisjoint(token.tags) for token in gap) <= 6
            and not any(token.kind in ("number", "duration") for token in gap)
            and (
                (any(token.low in _JOINS for token in gap) and not (penalty.low and opens_person(gap)))
                or [token.low for token in gap] == ["to"]
                or (penalty.kind == "fine" and [token.low for token in gap] == [","])
                or (_bare(gap) == [","] and penalty.kind != found[-1].kind)
                or any(token.low in _TURNED for token in gap)
            )
            and not any(token.low in (";", ".") or token.low in _NEXT_GROUP for token in gap)
        ):
            penalty.joined = not _takes_object(tokens, penalty)
            if penalty.kind == found[-1].kind == "other" and penalty.low is None and not _respective(tokens, penalty):
                return  # "probation and community service"
            if penalty.kind == found[-1].kind == "suspended" and penalty.low is None:
                return
            if penalty.kind == "imprisonment" and found[-1].kind == "imprisonment" and penalty.low is None:
                return
    if found and penalty.joined and penalty.kind == "imprisonment" and penalty.low is not None:
        part = found[-1]
        if part.kind == "suspended" and part.low is None and tokens[part.start - 1].low in ("partially", "partly"):
            penalty.start, penalty.joined = part.start, part.joined  # "…, and were ordered to serve one year"
            found[-1] = penalty
            return
    if penalty.kind == "suspended" and penalty.low is None and found and _takes_back(tokens, penalty):
        if found[-1].kind == "other" and tokens[penalty.start - 1].low == "or":
            return  # "placed the remaining six on probation or suspended their sentences"
        nearest = any(token.low == "which" for token in tokens[max(0, penalty.start - 5) : penalty.start])
        for earlier in found[-1:] if nearest else found:
            if earlier.kind == "imprisonment":
                earlier.kind = "suspended"
        return
    if penalty.kind == "suspended" and penalty.low is None and found and not penalty.joined:
        # "three years' imprisonment, all suspended"; "… but suspended the sentences"
        gap = tokens[found[-1].stop : penalty.start]
        if len(gap) <= 5 and all(token.low in SUSPENDING for token in gap) and found[-1].kind == "imprisonment":
            found[-1].kind, found[-1].stop = "suspended", penalty.stop
            return
    found.append(penalty)
