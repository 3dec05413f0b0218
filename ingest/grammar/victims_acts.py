"""What a sentence says was done for victims: its acts, and whether they are denied. No actors, no numbers."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Reading
from ingest.grammar.victims_act import ACTIONS, Act, form_of
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_negation import deny
from ingest.vocabulary.words import word_set

_GAP = word_set(
    "and or nor , also formally proactively successfully then subsequently to care services them of either for all"
    " shelter shelters reintegration protection assistance protective social ngos ngo reported reportedly both"
    " temporary emergency medical psychological providing the"
)
INCOMPLETE = word_set(
    "complete comprehensive full detailed specific disaggregated further additional reliable accurate consistent"
    " adequate exact precise"
)
_BEFORE_ADJECTIVE = word_set("the a newly previously of all any many some to for with other")
_AFTER_PARTICIPLE = word_set(
    "by , in during . and through as ) from to at on within since included include includes comprised were was"
)
_REACH = 14


ACT_TAGS = word_set("act gives grants receives splits")


def acts_of(reading: Reading) -> list[Act]:
    """The acts of a sentence, in text order; verbs in a list that share their object are one act."""
    tokens = reading.tokens
    found: list[Act] = []
    if ACT_TAGS.isdisjoint(reading.sentence.tags):
        return found
    for at, token in enumerate(tokens):
        tags = token.tags
        if not tags:
            continue
        act: Act | None = None
        if "act" in tags:
            act = _plain(tokens, at)
        elif "gives" in tags or "grants" in tags or "receives" in tags:
            act = _composite(reading, at)
        if act is None and "splits" in tags:
            act = _split(tokens, at)
        if act is None:
            continue
        if found and _shares_object(reading, found[-1], act):
            _join(found[-1], act)
        elif not found or act.start >= found[-1].stop:
            found.append(act)
    negated = "neg" in reading.sentence.tags
    for act in found:
        if negated:
            deny(reading, act)
        act.possible = act.possible or _is_possible(tokens, act)
    return found


def _is_possible(tokens: list[Token], act: Act) -> bool:
    before = [token.low for token in tokens[max(0, act.start - 3) : act.start]]
    if any(low in MODALS for low in before[-2:]):
        return True
    if before[-2:] == ["able", "to"] and before[0] in ("were", "was"):
        return False
    return bool(before) and before[-1] == "to" and any(low in _ABLE for low in before)


MODALS = word_set("could can may might would will should must")
_ABLE = word_set("capacity able space plans planned plan intends intended expected aims aimed ability room")


def _plain(tokens: list[Token], at: int) -> Act | None:
    token = tokens[at]
    tags = token.tags
    form = form_of(token)
    action = next(action for action in ACTIONS if f"act:{action}" in tags)
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    before = tokens[at - 1] if at else token
    if form == "noun" and following.low != "of" and not (before.kind == "number" or "neg" in before.tags):
        number = tokens[at - 3] if at > 2 and "potential" in tokens[at - 2].tags else tokens[at - 2]
        named = at > 1 and before.low.startswith("victim") and number.kind == "number"
        single = number.kind == "number" and number.value.value == 1
        if not (named and (token.low.endswith("s") or single)):  # "30 victim referrals"
            return None
    if form == "base" and token.low in _NOUNS_TOO and _is_noun_here(tokens, at):
        if token.low not in ("return", "release", "rescue") or following.low != "of":
            return None
        form = "noun"  # "the return of 12 victims"
    if form == "finite" and before.low in _BEFORE_ADJECTIVE:
        # "the identified victims": an adjective
        if before.low in ("the", "a") or any("who" in token.tags for token in tokens[at + 1 : at + 4]):
            return None
    if form == "finite" and "cmp" in before.tags and "who" in following.tags:
        return None
    if token.low == "found" and not _finds_people(tokens, at):
        return None
    if token.low == "identified" and following.low == "as" and form == "finite":
        if not any("who" in other.tags for other in tokens[at + 2 : at + 8]):
            return None  # "seven identified as LGBTQI+"
    if form == "finite" and not at and _names_victims(tokens):
        return None  # "Identified sex trafficking victims included 57 women"
    counted = before.kind == "number" or (at > 1 and actor_tag(before) and tokens[at - 2].kind == "number")
    if form == "finite" and "who" in following.tags and at and counted:
        return Act(at, at + 1, (action,), form, participle=True, verbs=[at])  # "70 repatriated victims"
    participle = (
        form == "finite"
        and at > 0
        and (("who" in before.tags and "counts" in before.tags) or before.low == "those")
        and (following.low in _AFTER_PARTICIPLE or following.kind == "period")
    )
    weak = "weak" in tags and not (token.low in _PLACES and any(t.low in _HOUSES for t in tokens[at + 1 : at + 9]))
    return Act(at, at + 1, (action,), form, weak, "rescue" in tags, participle=participle, verbs=[at])


# What a verb says with the particle behind its victims: "brought 14 boys back", "handed nine women over to NGOs".
_PARTICLES = {
    "over": "referred",
    "on": "referred",
    "attention": "referred",
    "back": "repatriated",
    "home": "repatriated",
    "into": "assisted",
}
_EXPLOITERS = ("traffick", "smuggl", "recruit", "parent", "famil", "employer", "exploit", "relative")
_HANDING = ("hand", "turn", "pass")
_CARE = word_set("protection care shelter shelters custody safe")


def _split(tokens: list[Token], at: int) -> Act | None:
    verb = tokens[at].low
    counted = False
    if any(token.low.startswith(_EXPLOITERS) for token in tokens[max(0, at - 3) : at]):
        return None  # "traffickers handed 12 girls over to others"
    for index in range(at + 1, min(len(tokens) - 1, at + _REACH - 2)):
        token, following = tokens[index], tokens[index + 1].low
        if (token.kind == "mark" and token.low not in "-'’") or "finite" in token.tags or token.low in ("and", "who"):
            return None
        counted = counted or token.kind == "number"
        action = "referred" if token.low == "to" and verb.startswith("pass") else _PARTICLES.get(token.low)
        if action is None or not counted:
            continue
        if (action == "referred" and token.low != "attention") != verb.startswith(_HANDING):
            return None
        if token.low in ("over", "on") and following != "to":
            return None
        if token.low == "into" and not (verb.startswith("t") and following in _CARE):
            return None
        if token.low == "attention" and not verb.startswith("br"):
            return None
        return Act(at, at + 1, (action,), form_of(tokens[at]), verbs=[at])
    return None


def _finds_people(tokens: list[Token], at: int) -> bool:
    """ "were found in", "found 12 girls", and not "found other housing" or "found guilty"."""
    if at and tokens[at - 1].low in AUXILIARIES:
        return tokens[at + 1 : at + 2] == [] or tokens[at + 1].low not in ("guilty", "that", "to")
    after = tokens[at + 1 : at + 6]
    return any(t.kind == "number" or "neg" in t.tags or ("who" in t.tags and t.low != "other") for t in after)


def _names_victims(tokens: list[Token]) -> bool:
    for token in tokens[1:6]:
        if token.kind != "word" or token.low in AUXILIARIES:
            return False
        if token.low.startswith("victim"):
            return True
    return False


# "placed 14 girls in a shelter" is care; "placed" alone may be anything.
_PLACES = word_set("placed placing admitted placement place")
_HOUSES = word_set("shelter shelters facility facilities home homes center centers care")
_AFTER_PLACE = word_set("and or , ; . services facilities in by for during")
_NOUNS_TOO = word_set("shelter help aid support house place return transfer host free release rescue")


def _is_noun_here(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].low if at else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if before == "to" and (following.low in _AFTER_PLACE or "service" in following.tags):
        return True  # "referred 40 victims to shelter and care"
    return not (
        before
        in (
            "to",
            "and",
            "or",
            "not",
            "also",
            "nor",
            "it",
            "they",
            "which",
            "who",
            "could",
            "would",
            "can",
            "may",
            "will",
            "should",
            ",",
        )
        or before.endswith("ly")
        or "neg" in (tokens[at - 1].tags if at else ())
    ) or (before in ("and", "or", ",") and not any("base" in token.tags for token in tokens[max(0, at - 6) : at]))


def _composite(reading: Reading, at: int) -> Act | None:
    """ "provided shelter to", "granted … permits", "received care": the verb with its service up to the preposition."""
    tokens = reading.tokens
    token = tokens[at]
    tags = token.tags
    if (
        "receives" in tags
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "number"
        and any(other.low.startswith("victim") for other in tokens[at + 2 : at + 6])
    ):  # "the center received 22 victims"
        return Act(at, at + 1, ("assisted",), form_of(token), weak=True, verbs=[at])
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following == "not" and token.low in _CHOOSING:
        return None  # "12 victims chose not to enter a shelter"
    if "receives" in tags and following in ("no", "little", "neither"):
        return None  # "12 victims received no payment"
    if token.low == "given" and not (at and tokens[at - 1].low in AUXILIARIES):
        return None  # "given the needs of 12 victims for care"
    action: str | None = None
    also: str | None = None
    stop = at + 1
    size = len(tokens)
    received = "receives" in tags
    last_service = at
    for index in range(at + 1, min(size, at + _REACH)):
        other = tokens[index]
        if other.kind == "mark" and other.low in ";:.":
            break
        if index > at + 1 and (("finite" in other.tags and "gives" in other.tags) or other.low in AUXILIARIES):
            break
        if index > at + 1 and "neg" in other.tags and "aux" in other.tags:
            break  # "did not fund the plan, and did not give care to any victims"
        if other.kind == "number" and action is not None:
            break  # "12 victims accepted care and nine elected for repatriation"
        if "counts" in other.tags and "victim" not in other.tags and "who" not in other.tags and other.kind == "word":
            if "service" not in other.tags and other.low != "official":
                break
        if other.low == "status" and "grants" in tags and _is_victims(tokens, index):
            action, last_service = "identified", index  # "granted official victim status to 73 individuals"
        elif "compensation" in other.tags:
            action, last_service = "other", index
        elif "permit" in other.tags and action is None:
            action, last_service = "assisted", index  # leave to stay or to work is a service
        elif "act:repatriated" in other.tags and "noun" in other.tags:
            if action == "assisted" and tokens[index - 1].low in ("and", ","):
                also = "repatriated"
            else:
                action = "repatriated"
            last_service = index
        elif "service" in other.tags and "grants" not in tags and action is None:
            action, last_service = "assisted", index
        elif "service" in other.tags and action is not None:
            last_service = index
    if action is None or _counts_things(tokens, at, last_service):
        return None
    # Up to the preposition that brings the victims, where they follow.
    stop = at + 1
    for index in range(at + 1, min(size, last_service + 8)):
        if ("who" in tokens[index].tags and "victim" in tokens[index].tags) or tokens[index].kind == "number":
            break
        if tokens[index].low in ("to", "for") and index <= last_service + 7:
            stop = index + 1
    return Act(
        at,
        stop,
        (action, also) if also else (action,),
        form_of(token),
        composite=True,
        received=received,
        verbs=[at],
    )


_CHOOSING = word_set("chose elected opted consented")


def _counts_things(tokens: list[Token], at: int, service: int) -> bool:
    """ "coordinate 300 child protection networks": what is counted are networks."""
    between = tokens[at + 1 : service]
    if not any(token.kind == "number" for token in between) or service + 1 >= len(tokens):
        return False
    people = [token for token in between if "counts" in token.tags and token.low != "child"]
    if people or any(token.low in ("with", "for", "to") for token in between):
        return False
    following = tokens[service + 1]
    return following.kind == "word" and following.low.endswith("s") and "service" not in following.tags


def _is_victims(tokens: list[Token], at: int) -> bool:
    return any(token.low.startswith(("victim", "official")) for token in tokens[max(0, at - 2) : at])


def _shares_object(reading: Reading, left: Act, right: Act) -> bool:
    tokens = reading.tokens
    if right.start < left.stop:
        return right.start == left.stop - 1
    if (
        right.start - left.stop > 7
        or right.received != left.received
        or reading.segments[left.start] != (reading.segments[right.start])
    ):
        return False
    gap = tokens[left.stop : right.start]
    if not gap:
        return left.composite and right.form == "noun"
    if not any(token.low in ("and", "or", "nor", ",") for token in gap):
        return False
    return all(token.low in _GAP or "service" in token.tags or token.low.endswith("ly") for token in gap)


def _join(left: Act, right: Act) -> None:
    # Setting free together with care or identification follows the other verb.
    if left.rescue and not right.rescue:
        left.actions = right.actions
    elif left.actions == ("repatriated",) and right.weak:
        pass  # "repatriated and reunited with their families"
    elif not (right.rescue and not left.rescue):
        left.actions = (*left.actions, *(a for a in right.actions if a not in left.actions))
    left.rescue = left.rescue and right.rescue
    left.stop, left.form = max(left.stop, right.stop), right.form
    left.weak = left.weak and right.weak
    left.composite = left.composite and right.composite
    left.verbs.extend(right.verbs)
