"""Is an amount of money funding, or money of another kind? The verbs and nouns around it decide."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.funding_amounts import SIGHT, Amount
from ingest.grammar.funding_givers import actor_of
from ingest.vocabulary.words import word_set

_STEP = 35  # tokens looked back for the verb or noun that governs an amount
_SUMS = word_set("total sum worth program programs project projects support initiative")
_MADE = word_set("made make makes making")
_CALLED = ("was", "were", "been", "it", "government", "the", "they", "is", "are", "being", "each")
_AFTER_GIVEN = word_set("by to for in from on toward towards under through annually during as at , . ) ; ( and")
_GONE = word_set("went goes going came comes coming")
_WHITHER = word_set("to into toward towards for from out")
# Money that somebody wished for, and that was not given.
_SCHEMES = word_set("program programme project initiative campaign package")
_WANTED = word_set("requested request requesting sought needed needs need demanded lacked lacks wanted asked claim"
                   " claimed claims demands appealed appeal withdrew withdrawn")  # fmt: skip
_REFUSED = word_set(
    "rejected denied dismissed refused unspent unused returned unpaid overturned annulled uncollected"
    " requested sought needed required"
)
_ADJUDGED = word_set("ordered awarded granted ordering awarding granting")
_PAYS = word_set("pay paid pays paying payment payments put puts putting")
_PURPOSES = frozenset(("for_victim", "for_general", "for_prevention", "for_training"))
_OFFICIAL = frozenset(("actor", "fund_state", "fund_foreign", "fund_io"))
_SELF = word_set("it its which that who their")


def verdict(tokens: Sequence[Token], amount: Amount, since: int, section: str) -> tuple[bool | None, int]:
    """Is the amount funding (True), other money (False), or undecided (None)? With the index of what decided."""
    told, step = _after(tokens, amount, since)
    if told is not None:
        return told, step
    weak: int | None = step if step >= amount.end else None
    for step in range(amount.start - 1, max(since - 1, amount.start - _STEP, -1), -1):
        token = tokens[step]
        if token.low == ";" or token.low == ":":
            break
        if token.low in _WANTED and not _is_met(tokens, step):
            return False, step
        if token.low == "estimated" and step == amount.start - 2 and tokens[step + 1].low == "at":
            return False, step  # "a plan whose cost was estimated at $900"
        if token.low == "none" and amount.start - step < 4:
            return False, step  # "provided none of the $900 that it had pledged"
        tags = token.tags
        if not tags:
            continue
        if "fund_not" in tags and not _is_of_staff(tokens, step):
            return False, step
        if "fund_victim" in tags:
            return not _is_in_law(tokens, since, step), step
        if "fund_give" in tags or "fund_noun" in tags:
            if _another_gives(tokens, step, since, section):
                return False, step
            return True, weak if weak is not None and weak < amount.start else step
        if token.low in ("pay", "paid") and _is_ordered(tokens, amount, since, step):
            return True, step
        if "fund_weak" in tags and (weak is None or tokens[weak].low in _SUMS):
            weak = step
    if weak is not None:
        return _weakly(tokens, amount, since, weak, section), weak
    if amount.start and tokens[amount.start - 1].low in _ADJUDGED and any(
        "fund_victim" in token.tags for token in tokens[max(amount.start - _STEP, 0) : amount.start]
    ):  # fmt: skip
        return True, amount.start - 1  # "prosecutors sought restitution for 40 victims; courts ordered $900"
    before = [token.low for token in tokens[max(amount.start - 4, since) : amount.start]]
    if before[-1:] in (["with"], ["for"]) or before == ["with", "the", "equivalent", "of"]:
        # "equipped a shelter with $900", "printed leaflets for $900"
        return _is_means(tokens, amount, since, section) or None, amount.start
    return None, amount.start


def _after(tokens: Sequence[Token], amount: Amount, since: int) -> tuple[bool | None, int]:
    """What the words right after the amount decide: (None, index) where they do not, or leave it to its purpose."""
    end, size = amount.end, len(tokens)
    for step in range(end, min(end + 4, size)):
        token = tokens[step]
        if token.kind == "mark" or token.low in ("to", "from", "and") or "cmp" in token.tags:
            break
        if token.low == "for" and step > end:
            break
        tags = token.tags
        if "fund_not" in tags:
            return False, step
        if "fund_victim" in tags or "fund_noun" in tags or token.low in ("contract", "contracts"):
            refused = any(later.low in _REFUSED for later in tokens[step + 1 : step + 4]) or any(
                earlier.low in ("sought", "requested", "demanded")
                for earlier in tokens[max(amount.start - 2, since) : amount.start]
            )
            return not refused, step
        follow = tokens[step + 1].low if step + 1 < size else ""
        if token.low in _REFUSED or (token.low == "not" and follow in ("used", "paid", "spent")):
            return False, step
        if step == end and token.low in _SCHEMES:
            return None, step  # "a $900 program for"
        if "fund_give" in tags and (tokens[step - 1].low in _CALLED or (step == end and _is_participle(tokens, step))):
            return True, step
    if end < size and tokens[end].low == "available":
        made = next((step for step in range(amount.start - 1, max(amount.start - 5, since - 1), -1)
                     if tokens[step].low in _MADE), None)  # fmt: skip
        if made is not None:
            return True, made
    if any(token.low == "disposal" for token in tokens[end + 2 : end + 6]):
        return True, amount.start  # "had $900 at its disposal"
    if amount.enclosed and amount.start > 1 and since:
        named = tokens[amount.start - 2]
        if actor_of(named, "") or (named.kind == "country" and named.value.kind == "country"):
            return None, -1
    if end + 1 < size and tokens[end].low in _GONE and tokens[end + 1].low in _WHITHER:
        return None, end
    if end < size and (tokens[end].low == "from" or (tokens[end].low == "out" and tokens[end + 1 : end + 2])):
        for token in tokens[end + 1 : end + 6]:
            if token.kind == "mark":
                break
            if actor_of(token, "") or (token.kind == "country" and token.value.kind == "country"):
                return True, amount.start
    if end + 2 < size and tokens[end].low == "to" and tokens[end + 1].low == "be" and tokens[end + 2].low == "paid":
        ordered = next((step for step in range(amount.start - 1, max(since, amount.start - 8) - 1, -1)
                        if tokens[step].low in _ORDERED), None)  # fmt: skip
        if ordered is not None:
            return True, ordered
    return None, -1


def _is_of_staff(tokens: Sequence[Token], step: int) -> bool:
    """ "gave $900 to shelters to pay staff salaries and $800 for food": wages of those who care for victims."""
    if tokens[step].low not in ("salary", "salaries", "wages"):
        return False
    return any(token.low in _STAFF for token in tokens[max(step - 3, 0) : step + 5])


_STAFF = word_set("staff employees personnel social counselors guards workers' directors psychologists")


def _is_participle(tokens: Sequence[Token], step: int) -> bool:
    """ "$900 contributed by", "$900 set aside for": a verb of giving that says what was done with the amount."""
    low = tokens[step].low
    if not (low.endswith("ed") or low in ("spent", "given", "set aside", "made available", "paid out")):
        return False
    return step + 1 >= len(tokens) or tokens[step + 1].low in _AFTER_GIVEN or tokens[step + 1].kind == "period"


def _is_met(tokens: Sequence[Token], step: int) -> bool:
    """ "sought and received", "the needed shelter": what was wished for is only told on the way."""
    low = tokens[step].low
    if low in ("claim", "claims", "appeal", "request", "need", "needs", "demands"):
        before = tokens[step - 1].low if step else ""
        return before not in ("a", "the", "his", "her", "their", "its", "an") and low not in ("need", "needs")
    return False


_ORDERED = word_set("ordered sentenced required told directed obliged instructed compelled")


def _is_ordered(tokens: Sequence[Token], amount: Amount, since: int, verb: int) -> bool:
    """ "sentenced him to prison and ordered him to pay $900 to the victim"."""
    if not any(token.low in _ORDERED for token in tokens[max(since, verb - 8) : verb]):
        return False
    near = (*tokens[verb + 1 : amount.start], *tokens[amount.end : amount.end + 6])
    return any(token.low in ("victim", "victims") for token in near) and not any("fund_not" in t.tags for t in near)


def _is_in_law(tokens: Sequence[Token], since: int, stop: int) -> bool:
    """ "The law provides for compensation of up to $900": what may be paid, and not what was."""
    for at in range(stop - 1, max(0, stop - _STEP) - 1, -1):
        if tokens[at].low == ";":
            return False
        if tokens[at].low in _ASKED_FOR and at > since:
            return True
        if "law" in tokens[at].tags and any(token.low in _PROVIDES for token in tokens[at + 1 : at + 4]):
            return True
    return False


_ASKED_FOR = word_set("eligible entitled requested sought demanded requesting seeking")
_PROVIDES = word_set("provides provided allows allowed entitles entitled permits permitted authorizes mandates requires"
                 " stipulates caps prescribes")  # fmt: skip


_MEANS = word_set("under with through using via thanks")
_RECEIVES = word_set("receive received receives")


def opens_with_means(tokens: Sequence[Token], since: int, stop: int) -> bool:
    """Does the clause tell first with what money something is done ("With $900 from the UN, it trained …")?"""
    for step in range(since, min(since + _STEP, stop)):
        if tokens[step].low == ";":
            since = step
    while since < len(tokens) and tokens[since].low in (",", ";", "and", "but"):
        since += 1
    return since < len(tokens) and tokens[since].low in _MEANS


def _clause_end(tokens: Sequence[Token], amount: Amount) -> int:
    stop = amount.end
    while stop < min(amount.end + SIGHT, len(tokens)) and tokens[stop].low not in (",", ";"):
        if tokens[stop].kind == "money":
            break
        stop += 1
    return stop


def _weakly(tokens: Sequence[Token], amount: Amount, since: int, weak: int, section: str) -> bool:
    """Does a verb that many kinds of money share ("paid", "cost", "received") speak of money for victims here?"""
    low = tokens[weak].low
    stop = _clause_end(tokens, amount)
    if opens_with_means(tokens, since, amount.start) and stop < len(tokens) and tokens[stop].low == ",":
        stop = min(stop + SIGHT, len(tokens))  # "Under an agreement worth $900, the UN trained police"
    words = tokens[since:stop]
    tags = frozenset().union(*(token.tags for token in words))
    if "fund_not" in tags and any(
        "fund_not" in token.tags and not _is_of_staff(tokens, at) for at, token in enumerate(words, since)
    ):  # fmt: skip
        return False
    if low in _RECEIVES and section == "protection":
        per = any(token.low in ("for", "per", "of") for token in tokens[amount.end : amount.end + 3])
        if per and any("for_victim" in token.tags for token in tokens[amount.end : amount.end + 6]):
            return True  # "families received $900 monthly for every victim"
    if low in ("cost", "costs") and section != "profile" and any(
        not _PURPOSES.isdisjoint(token.tags) for token in tokens[max(weak - 9, since) : weak]
    ):  # fmt: skip
        return {"fund_payer", "for_victim"}.isdisjoint(tokens[weak + 1].tags)  # "the trip cost victims $900"
    if _another_gives(tokens, weak, since, section):
        return False
    if low in ("cost", "costs") and weak and tokens[weak - 1].low == "a":
        return section in ("protection", "prevention", "prosecution")  # "at a cost of"
    if (
        section == "protection"
        and low in _PAYS
        and "fund_payer" not in tags
        and _has_official(tokens, max(weak - 7, 0), weak)
    ):
        return True  # "it paid the NGO $900 a month to care for the child"
    if tags.isdisjoint(_PURPOSES):
        return False
    if "government" in tags or "for_general" in tags:
        return True
    if low in _RECEIVES and section == "protection":
        if "fund_payer" in tags:
            return False
        return any("for_victim" in token.tags for token in tokens[max(weak - 9, since) : weak])
    if low == "assistance" and section == "protection":
        return "for_victim" in tags and "fund_payer" not in tags
    if "fund_payer" in tags or section == "profile":
        return False
    if low in _PAYS:
        by_victims = any(
            token.low in ("victim", "victims", "survivors") for token in tokens[max(weak - 4, since) : weak]
        )
        return not by_victims and ("for_victim" in tags or _has_official(tokens, since, weak))
    return _has_official(tokens, since, weak) or not {"for_prevention", "for_training"}.isdisjoint(tags)


def _has_official(tokens: Sequence[Token], since: int, stop: int) -> bool:
    """Does an authority, an organization or a country stand before the verb, or "it" for one?"""
    return any(
        token.kind == "country" or not _OFFICIAL.isdisjoint(token.tags) or token.low in _SELF
        for token in tokens[max(since, stop - 14) : stop]
    )


def _is_means(tokens: Sequence[Token], amount: Amount, since: int, section: str) -> bool:
    """ "equipped a shelter with $900": is the amount what an authority did something for victims with?"""
    if section == "profile":
        return False
    words = tokens[max(since, amount.start - 16) : _clause_end(tokens, amount)]
    tags = frozenset().union(*(token.tags for token in words))
    if "fund_not" in tags or "fund_payer" in tags or tags.isdisjoint(_PURPOSES):
        return False
    if tags.isdisjoint(_PURPOSES - {"for_general"}):
        return not {"fund_io", "fund_foreign", "international_organization"}.isdisjoint(tags)
    return any(token.kind == "country" or not _OFFICIAL.isdisjoint(token.tags) for token in words)


def _another_gives(tokens: Sequence[Token], verb: int, since: int, section: str) -> bool:
    """Does a trafficker, an employer or a family give the money, and no authority stands in the clause?"""
    private = official = False
    for token in tokens[max(since, verb - 12) : verb]:
        private = private or "fund_payer" in token.tags
        official = official or not _OFFICIAL.isdisjoint(token.tags) or token.kind == "country"
    if private and not official:
        return True
    return section == "profile" and not official
