"""What an amount of money of fact_funding was for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.document import Token
from ingest.grammar.funding_verdict import opens_with_means
from ingest.vocabulary.words import word_set

if TYPE_CHECKING:
    from ingest.grammar.funding_amounts import Amount


_WORDS = frozenset(("for_training", "for_victim", "for_prevention", "for_law_enforcement", "for_general"))
_PURPOSES = ("for_training", "for_victim", "for_prevention", "for_law_enforcement")
_NAMES = {"for_training": "training", "for_victim": "victim_assistance", "for_prevention": "prevention",
          "for_law_enforcement": "law_enforcement"}  # fmt: skip
_ALL_OF_IT = (["and", "suppression"], ["and", "elimination"], ["and", "eradication"], ["and", "combating"])
_BOTH = frozenset(("for_victim", "for_prevention"))
_FIGHT = word_set("trafficking anti-trafficking counter-trafficking efforts activities")
_JOINS = 5  # how far behind "and" the second purpose may stand
_CARE = word_set("assistance services care protection protective assist assisting support home homes center centers")
_LISTED = 8  # how far apart the amounts of one list may stand
_LISTING = word_set("and or plus in for during from about an a increase decrease while with by received")
_ADJUDGED = word_set("pay paid payment awarded ordered award")
_BY_COURT = word_set("ordered sentenced court courts judge order told directed obliged compelled instructed")
_PHONES = word_set("hotline helpline hotlines helplines")
_NEW_CLAUSE = word_set("held ran met led made took who while but although however it they")


def purpose(tokens: Sequence[Token], amount: Amount, since: int, limit: int, decided_at: int, section: str) -> str:
    """What the money was for: the words after it, else those before it, else the section."""
    near = [*tokens[amount.end : min(amount.end + 4, limit)], tokens[decided_at]]
    if any("fund_victim" in token.tags for token in near):
        return "compensation"
    after = tokens[amount.end : min(amount.end + 24, limit)]
    if not opens_with_means(
        tokens, since, amount.start
    ):  # "With $900 from the UN, it trained police": all of it is the purpose
        after = _own_clause(after)
    before = tokens[max(since, amount.start - 18) : amount.start]
    for step in range(len(before) - 1, -1, -1):
        if before[step].low == ";":
            before = before[step + 1 :]
            break
    if any("fund_victim" in token.tags for token in after[:8]) and not any("for_victim" in t.tags for t in after[:4]):
        return "compensation"
    if tokens[decided_at].low in _ADJUDGED and any(
        token.low in _BY_COURT or "fund_payer" in token.tags for token in before
    ):  # fmt: skip
        return "compensation"
    if tokens[decided_at].low in ("award", "awards") and section in ("protection", "prosecution") and not any(
        "fund_noun" in token.tags for token in near
    ):  # fmt: skip
        return "compensation"  # "the largest award was $900"
    own = _own_clause(tokens[amount.end : min(amount.end + 12, limit)])
    if any("fund_victim" in t.tags and at and own[at - 1].low in ("as", "in", "for") for at, t in enumerate(own)):
        return "compensation"
    if tokens[decided_at].low in ("paid", "pays", "disbursed", "awarded", "granted", "ordered") and any(
        "fund_victim" in token.tags for token in tokens[max(since, decided_at - 4) : decided_at]
    ):
        return "compensation"  # "the victims' compensation fund paid"
    if tokens[decided_at].low == "awarded" and tokens[amount.start - 1].low in ("victim", "victims", "survivors"):
        return "compensation"
    if tokens[decided_at].low in ("awarded", "award", "granted", "ordered") and decided_at and (
        tokens[decided_at - 1].low in ("was", "were", "been", "courts", "court", "judges", "judge")
    ):  # fmt: skip
        return "compensation"
    named = tokens[max(since, decided_at - 3) : decided_at] if "fund_noun" in tokens[decided_at].tags else ()
    for words in (after, _beyond(tokens, amount, limit), named):
        if found := _purpose_of(words):
            return found
    if any(token.low == "homes" for token in after[:6]):
        return "victim_assistance"
    if found := _purpose_of(before):
        return found
    if _names_care(after):
        return "victim_assistance"
    return {"protection": "victim_assistance"}.get(section, "general")


def _beyond(tokens: Sequence[Token], amount: Amount, limit: int) -> Sequence[Token]:
    """The words after the last amount of a list: "$900 in 2012 and $800 in 2013 for shelters"."""
    if limit >= len(tokens) or limit - amount.end > _LISTED:
        return ()
    last = amount.end
    for at in range(amount.end, min(amount.end + 4 * _LISTED, len(tokens))):
        token = tokens[at]
        if token.kind == "money":
            last = at + 1
        elif at - last > _LISTED or not (
            token.kind in ("mark", "period") or "cmp" in token.tags or token.low in _LISTING
        ) or token.low == ";":  # fmt: skip
            break
    return _own_clause(tokens[last : last + 12]) if last > amount.end else ()


def _own_clause(after: Sequence[Token]) -> Sequence[Token]:
    """The words after an amount up to the next clause ("…, which spent", "… and provided", ";")."""
    for step, token in enumerate(after):
        follow = after[step + 1] if step + 1 < len(after) else token
        if token.low in (";", "–", "—", "of which") or (token.low == "," and follow.low == "which"):
            return after[:step]
        if token.low in ("and", ",", "but") and step + 2 < len(after):
            ahead = after[step + 1 : step + 4]
            if "fund_give" in follow.tags and follow.low.endswith(("ed", "spent", "gave")):
                return after[:step]
            if token.low == "," and (follow.low.endswith("ed") or follow.low in _NEW_CLAUSE):
                return after[:step]
            if token.low != "," and (follow.low in _NEW_CLAUSE or follow.low in ("none", "no", "neither")):
                return after[:step]
            if "actor" in follow.tags and any("fund_give" in token.tags for token in ahead):
                return after[:step]
    return after


def states_purpose(tokens: Sequence[Token], amount: Amount, limit: int) -> bool:
    """Do the words after the amount say what it is for?"""
    return _purpose_of(_own_clause(tokens[amount.end : min(amount.end + 24, limit)])) is not None


def _purpose_of(words: Sequence[Token]) -> str | None:
    """The purpose that some words name: the first specific one; several of equal rank are `general`."""
    stops: list[str] = []
    places: list[int] = []
    general = False
    previous = ""
    joined = len(words)  # where "and" joins a purpose to the general one
    for at, token in enumerate(words):
        tags = token.tags
        if token.low in (";", "without") or "cmp" in tags:
            break
        if not stops and 0 <= at - joined < _JOINS and not tags.isdisjoint(_PURPOSES):
            return "general"  # "for combating trafficking and for shelters": one of several
        if token.low == "and" and at and not stops and (
            words[at - 1].low in _FIGHT or "for_general" in words[at - 1].tags
        ) and not _names_care(words[:at]):  # fmt: skip
            joined = at
        if token.low == "prevention" and [word.low for word in words[at + 1 : at + 3]] in _ALL_OF_IT:
            general = True  # "for the prevention and suppression of trafficking"
            continue
        if token.low == "information" and previous == "public" and "for_prevention" not in stops:
            stops.append("for_prevention")
            places.append(at)
        if not tags.isdisjoint(_WORDS):
            for tag in _PURPOSES:
                if tag in tags and tag not in stops and not _is_schooling(words, at):
                    stops.append(tag)
                    places.append(at)
            general = general or ("for_general" in tags and not _is_of_others(words, at))
        if general and not stops and token.low.startswith("includ"):
            return "general"  # "for anti-trafficking efforts, including care": care is a part of it
        if token.low in ("program", "programme") and previous == "national":
            general = True
        previous = token.low
    if not stops:
        return "general" if general and not _names_care(words) else None
    if "for_training" in stops and stops[0] in ("for_training", "for_law_enforcement"):
        return "training"
    if len(stops) > 2:
        return "general"
    if stops[0] == "for_victim" and words[places[1] if len(places) > 1 else 0].low in _PHONES:
        return "victim_assistance"  # "on shelters, the hotline, and legal aid": all are services
    if len(stops) == 2 and set(stops) == _BOTH and _are_joined(words, *places):
        return "general"  # "for victim assistance and prevention"
    return _NAMES[stops[0]]


def _is_of_others(words: Sequence[Token], at: int) -> bool:
    """ "an office for this", "anti-trafficking NGOs": may do any of it."""
    if at + 1 < len(words) and "ngo" in words[at + 1].tags:
        return True
    return any(word.low in ("this", "these") for word in words[at + 1 : at + 4])


def _are_joined(words: Sequence[Token], left: int, right: int) -> bool:
    """Are two purposes members of one list, so that neither is a word of the other?"""
    between = [token.low for token in words[left + 1 : right]]
    return any(low in ("and", "as well as", ",") for low in between) and "at" not in between and "in" not in between


def _is_schooling(words: Sequence[Token], at: int) -> bool:
    """ "education" and "vocational training" of victims are care, and no prevention or training of officials."""
    low = words[at].low
    before = words[at - 1].low if at else ""
    if low == "education":
        after = words[at + 1].low if at + 1 < len(words) else ""
        return before not in ("public", "awareness", "community") and not after.startswith(("campaign", "program"))
    return low in ("training", "trainings", "courses") and before in ("vocational", "skills", "job", "professional")


def _names_care(words: Sequence[Token]) -> bool:
    """Do the words name care for people? "Support" of initiatives and "foreign assistance" are none."""
    for at, token in enumerate(words):
        if token.low not in _CARE:
            continue
        after = words[at + 1] if at + 1 < len(words) else token
        before = words[at - 1].low if at else ""
        if token.low == "support" and ("for_general" in after.tags or after.low in ("the", "its", "international")):
            continue
        if token.low.startswith("assist") and after.low in ("in", "with"):
            continue  # "assisting in anti-trafficking work"
        if token.low == "assistance" and before in ("foreign", "technical", "development", "financial"):
            continue
        return True
    return False
