"""The penalties that a sentence of a report states: each with its kind and term, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import Reading
from ingest.grammar.sentences_giving import opens_person
from ingest.grammar.sentences_kinds import fine, in_list, other, prison, suspended, suspended_of_some, suspended_part
from ingest.grammar.sentences_lists import listed, mark_lists, opens_terms, same_unit
from ingest.grammar.sentences_terms import LIFE, REPLACED, SHARES, SPANNED, Penalty, life, term
from ingest.vocabulary.words import word_set

# A law says what may be imposed, not what was.
_LAW_WORDS = word_set(
    "prohibiting prohibits prohibit outlaws outlawing"
    " prescribe prescribes prescribed prescribing punishable prescription stipulates stipulate provides"
    " carries carry carried penalizes criminalizes criminalized commensurate stringent establishes mandates"
    " imposes allows allowed permits"
)
_IMPOSED = word_set(
    "sentenced sentencing received receive receiving imposed imposing convicted ranged ranging served serving"
    " given handed issued ordered fined got gave jailed imprisoned resulted resulting suspended serve spent"
    " punished convicted conviction convictions sentences upheld affirmed confirmed levied meted dealt"
) | {"handed out"}
_CHANGED = word_set("increased raised reduced substituted replaced")
_COURTS = word_set("court courts judge judges")
_SENTENCED = _COURTS | word_set("sentenced sentencing convicted imposed ranged fined")
_TIME_SERVED = ["sentenced", "to", "time", "served"]
# Before these words a penalty is what the law allows.
_ALLOWS = word_set("allow allows allowing allowed permitted provision eligible")
_HABITS = word_set("often frequently generally typically usually commonly regularly routinely sometimes normally")
_OWNERS = word_set("the his her their both all these")
_PRESCRIBES = word_set("prescribe prescribes prescribed prescribing punishable")
_FIXED = word_set("statutory mandatory below prescribed")
_MODALS = word_set(
    "may can could would should might must shall will face faces facing faced eligible if liable sought"
    " seek seeking requested requesting demanded"
)
_STRONG = word_set("sentenced sentencing received convicted courts ranged court suspended fined judge imposed")
_TURNED = word_set("commuted converted reduced changed increased lowered raised")
_JOINS = word_set("and or plus with but") | {"of which"}
_NEXT_GROUP = word_set("others another other rest remaining remainder first second third fourth fifth")
_SUSPENDING = word_set(", and but all both each fully were was which it they then also subsequently , – ( entirely")


_IS_PENAL = frozenset({"prison", "sentence", "law_penalty"})


def states_law(tokens: Sequence[Token]) -> bool:
    """Does the sentence say what a law prescribes, rather than what courts imposed?"""
    lows = {token.low for token in tokens}
    if "recommended" in lows and "sentenced" not in lows:
        return True
    if "potential" in lows and any(
        left.low == "potential" and _IS_PENAL & right.tags for left, right in pairwise(tokens)
    ):
        return True  # "potential prison sentences range from …"
    if "punished" in lows and any(
        right.low == "punished" and left.low in ("is", "are", "be", "now") for left, right in pairwise(tokens)
    ):
        lows.discard("punished")  # "trafficking is now punished by five to 15 years"
    if _IMPOSED.isdisjoint(lows) and not any(low.startswith("result") for low in lows) and not _tells_of(tokens):
        return _CHANGED.isdisjoint(lows) or _COURTS.isdisjoint(lows)
    if "permits" in lows and not any(left.low == "permits" and "law" in right.tags for right, left in pairwise(tokens)):
        lows.discard("permits")  # "an officer who had sold exit permits"
    if _LAW_WORDS.isdisjoint(lows):
        return False
    if _SENTENCED.isdisjoint(lows) and any(
        left.low in ("carries", "carry", "carried") and right.low in ("a", "penalties", "sentences", "penalty")
        for left, right in pairwise(tokens)
    ):
        return True  # "trafficking carries a penalty of five to 10 years"
    if "sentencing" in lows and any(
        left.low == "sentencing" and "law" in right.tags for left, right in pairwise(tokens)
    ):
        lows.discard("sentencing")  # "the Sentencing Act"
    told = not lows.isdisjoint({"prescribed", "prescribes", "criminalized", "criminalizes", "prescribing"})
    return lows.isdisjoint(_STRONG - {"imposed"} if told else _STRONG)


def _tells_of(tokens: Sequence[Token]) -> bool:
    """ "went to prison", "penalties varied from …", "will spend …", "was placed under …": what was imposed."""
    return any(
        (left.low in SPANNED and right.low in ("from", "between"))
        or (left.low in ("went", "gone", "sent", "drew", "condemned") and right.low not in ("into", "on"))
        or (left.low == "will" and right.low in ("serve", "spend"))
        or (left.low in ("was", "were") and right.low in ("placed", "assigned", "cautioned"))
        or (left.low == "had" and right.low == "to")
        for left, right in pairwise(tokens)
    )


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
            penalty = term(tokens, at, found)
        elif "life" in token.tags or token.low == "life":
            penalty = life(tokens, at)
        elif "suspended" in token.tags:
            penalty = suspended_part(tokens, at, found) or suspended_of_some(tokens, at, found) or suspended(tokens, at)
        elif found and (token.kind == "number" or "decimal" in token.tags):
            penalty = same_unit(tokens, at, found)
        elif "prison" in token.tags:
            penalty = prison(tokens, at) or in_list(tokens, at, found)
        elif "fine" in token.tags:
            penalty = fine(tokens, at)
        elif "penalty_other" in token.tags:
            penalty = other(tokens, at)
        elif token.low == "time" and at > 1 and [t.low for t in tokens[at - 2 : at + 2]] == _TIME_SERVED:
            penalty = Penalty(at, at + 1, "imprisonment")  # "sentenced to time served"
        elif token.low == "time" and at > 1 and tokens[at - 1].low == "serve" and not _names_prison(tokens, at):
            penalty = Penalty(at, at + 1, "imprisonment")  # "14 of them will serve time"
        elif token.low in ("cautioned", "reprimanded") and at and tokens[at - 1].low in ("was", "were"):
            penalty = Penalty(at, at + 1, "other")
        elif token.low == "stayed" and at and "sentence" in tokens[at - 1].tags:
            penalty = Penalty(at, at + 1, "suspended")  # "five had their sentences stayed"
        elif token.kind == "money" and _pays_or_serves(tokens, at):
            penalty = Penalty(at, at + 1, "fine")
        elif token.low == "death" and at and tokens[at - 1].low == "to" and "sentence" in tokens[at - 2].tags:
            penalty = Penalty(at - 1, at + 1, "other")
        if penalty is None or _is_denied(tokens, penalty):
            at += 1
            continue
        terms = listed(tokens, penalty)
        if terms and found and opens_terms(tokens, found[-1], terms[0]):
            found.pop()  # "sentenced to prison, for terms of one, two, and four years"
        found += terms
        _add(tokens, found, penalty)
        at = max(at + 1, penalty.stop)
    mark_lists(tokens, found)
    return found


def _names_prison(tokens: list[Token], at: int) -> bool:
    return any("prison" in token.tags for token in tokens[at + 1 : at + 4])


def _pays_or_serves(tokens: list[Token], at: int) -> bool:
    """ "was to pay 10,000 rand or serve a year": a fine, by what stands in its place."""
    after = [token.low for token in tokens[at + 1 : at + 4] if token.low != ","]
    return (
        after[:1] == ["or"]
        and after[1:2] in (["serve"], ["go"], ["spend"])
        and (any(token.low == "pay" for token in tokens[max(0, at - 3) : at]))
    )


def _is_denied(tokens: list[Token], penalty: Penalty) -> bool:
    near = tokens[max(0, penalty.start - 6) : penalty.start]
    while any(token.low == ";" for token in near):
        near = near[1:]
    if any(left.low in ("will", "must") and right.low in ("serve", "spend") for left, right in pairwise(near)):
        near = [token for token in near if token.low not in ("will", "must")]  # "her husband will spend seven years"
    for token in near:
        if "neg" in token.tags and token.low not in ("not", "no", "without"):
            return True
        if token.low in ("subject", "risk", "risks", "risked", "choice"):
            return True  # "convictions were subject to a minimum five-year term"
        if token.low in _MODALS or token.low in ("rarely", "seldom", "never"):
            return True
    denied = tokens[max(0, penalty.start - 14) : penalty.start]
    if any(left.low == "not" and right.low in ("a", "one") for left, right in pairwise(denied)):
        return True  # "not a single employer was punished with prison"
    for token in reversed(denied):
        if token.kind == "mark" or token.low in ("but", "while"):
            break
        if token.low == "none":
            return True  # "none of the eight convicted traffickers received prison time"
    if any(token.low == "option" for token in tokens[max(0, penalty.start - 4) : penalty.start]) and any(
        token.low == "without" for token in tokens[max(0, penalty.start - 6) : penalty.start]
    ):
        return True  # "without the option of paying a fine"
    if any(token.low in _PRESCRIBES for token in tokens[max(0, penalty.start - 7) : penalty.start]):
        return True  # "which prescribes punishment of up to 12 years' imprisonment for convicted offenders"
    if any(token.low in REPLACED for token in tokens[max(0, penalty.start - 3) : penalty.start]):
        return True  # "substituted a two-year sentence with a fine": the fine is what was imposed
    if any(
        left.low == "or" and right.low in ("serve", "go", "spend", "face") for left, right in pairwise(near)
    ) and any(token.kind == "money" for token in tokens[max(0, penalty.start - 10) : penalty.start]):
        return True  # "was to pay 10,000 rand or serve a year"
    untimed = penalty.low is None and penalty.high is None
    if any(
        token.low == "to be" or (untimed and token.low in _HABITS) or (token.low == "be" and left.low == "to")
        for left, token in pairwise(near)
    ):
        return True  # "were to be sentenced to", "judges often imposed fines"
    if any(token.low in _ALLOWS for token in tokens[max(0, penalty.start - 9) : penalty.start]):
        return True
    if any(token.low in _FIXED for token in tokens[max(0, penalty.start - 4) : penalty.start]):
        return True  # "below the statutory minimum of one year"
    if penalty.low is penalty.high is None and any(
        token.low.startswith("appeal") for token in tokens[max(0, penalty.start - 4) : penalty.start]
    ):
        return True  # "the appeal of a suspended sentence"
    return any(
        token.low
        in ("no", "without", "instead", "avoid", "rather", "addition", "place", "lieu", "pretrial", "pre-trial")
        for token in tokens[max(0, penalty.start - 3) : penalty.start]
    )


def _takes_object(tokens: list[Token], penalty: Penalty) -> bool:
    """ "fined one", "issued suspended sentences to two": the penalty has offenders of its own."""
    if penalty.stop >= len(tokens):
        return False
    links = ("to", "for", "on", "of") if penalty.kind == "suspended" else ("to", "for", "on")
    if tokens[penalty.stop].low in links and penalty.low is penalty.high is None:
        ahead = tokens[penalty.stop + 1 : penalty.stop + 2]
        return bool(ahead) and ahead[0].kind == "number"
    return tokens[penalty.stop - 1].low == "fined" and tokens[penalty.stop].kind == "number"


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


def _add(tokens: list[Token], found: list[Penalty], penalty: Penalty) -> None:
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
    if found and (_on_the_same(tokens, penalty) or _alters(tokens, penalty)):
        penalty.joined = True
    elif found and not penalty.listed and not (penalty.joined and penalty.kind == "suspended"):
        gap = _without_sums(tokens[found[-1].stop : penalty.start])
        if (
            len(gap) <= 6
            and not any(token.kind in ("number", "duration") for token in gap)
            and (
                (any(token.low in _JOINS for token in gap) and not (penalty.low and opens_person(gap)))
                or [token.low for token in gap] == ["to"]
                or (penalty.kind == "fine" and [token.low for token in gap] == [","])
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
        if len(gap) <= 3 and all(token.low in _SUSPENDING for token in gap) and found[-1].kind == "imprisonment":
            found[-1].kind, found[-1].stop = "suspended", penalty.stop
            return
    found.append(penalty)
