"""What a sentence says was done for victims: its acts, and whether they are denied. No actors, no numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Reading
from ingest.grammar.victims_actors import actor_tag
from ingest.vocabulary.words import word_set

ACTIONS = ("identified", "referred", "assisted", "repatriated", "other")
_GAP = word_set(
    "and or nor , also formally proactively successfully then subsequently to care services them of either for all"
    " shelter shelters reintegration protection assistance protective social ngos ngo reported reportedly both"
    " temporary emergency medical psychological providing the"
)
_PRONOUNS = word_set("it they he she")
REPORT_VERBS = word_set(
    "report reported provide provided specify specified disclose disclosed release released indicate indicated publish"
    " published disaggregate collect collected maintain maintained compile compiled keep share shared track"
    " tracked have"
    " state stated make made furnish reporting providing"
)
_FIGURES = word_set("number numbers data statistics information figures statistic many total")
INCOMPLETE = word_set(
    "complete comprehensive full detailed specific disaggregated further additional reliable accurate consistent"
    " adequate exact precise"
)
_LAX = word_set(
    "effectively adequately consistently properly systematically always routinely sufficiently fully generally"
    " appropriately equitably often regularly uniformly reliably sometimes frequently only necessarily universally"
)
_MEANS = word_set(
    "procedures mechanism mechanisms ability capacity resources willingness commitment failure plan training"
)
_BEFORE_ADJECTIVE = word_set("the a newly previously of all any many some to for with other")
_AFTER_PARTICIPLE = word_set(
    "by , in during . and through as ) from to at on within since included include includes comprised were was"
)
_REACH = 14


@dataclass(slots=True, eq=False)
class Act:
    """One verb, or verbs in a list, done for the same victims: tokens[start:stop].

    `actions` in the order of the words. `form` is that of the last verb. `denied` is `zero` or `not_reported`
    where a negation governs the verb; `firm` says that it governs the victims themselves and not an effort.
    `possible` marks what could be done ("can house up to 40"); `participle` a verb that only describes the noun
    before it ("victims assisted by NGOs").
    `rescue` marks setting free without more; `composite` a verb that counts only with its service ("provided care").
    """

    start: int
    stop: int
    actions: tuple[str, ...]
    form: str
    weak: bool = False
    rescue: bool = False
    composite: bool = False
    received: bool = False
    denied: str | None = None
    never: bool = False
    lax: bool = False
    participle: bool = False
    possible: bool = False
    verbs: list[int] = field(default_factory=list)


def _form(token: Token) -> str:
    for form in ("finite", "base", "gerund", "noun"):
        if form in token.tags:
            return form
    return "noun"


ACT_TAGS = word_set("act gives grants receives")


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
        if act is None:
            continue
        if found and _shares_object(reading, found[-1], act):
            _join(found[-1], act)
        elif not found or act.start >= found[-1].stop:
            found.append(act)
    negated = "neg" in reading.sentence.tags
    for act in found:
        if negated:
            _deny(reading, act)
        act.possible = _is_possible(tokens, act)
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
    form = _form(token)
    action = next(action for action in ACTIONS if f"act:{action}" in tags)
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    before = tokens[at - 1] if at else token
    if form == "noun" and following.low != "of" and not (before.kind == "number" or "neg" in before.tags):
        number = tokens[at - 3] if at > 2 and "potential" in tokens[at - 2].tags else tokens[at - 2]
        named = at > 1 and before.low.startswith("victim") and number.kind == "number"
        if not (named and token.low.endswith("s")):  # "30 victim referrals"
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


def _new_subject(tokens: list[Token], at: int, stop: int) -> bool:
    """Does a clause of its own begin here, with an actor and a verb of telling before the act?"""
    if at >= stop or not (actor_tag(tokens[at]) or tokens[at].low in _PRONOUNS):
        return False
    return any(token.low in _TOLD for token in tokens[at + 1 : min(stop, at + 5)])


_NOUN_REACH = 5
_TOLD = word_set("reported stated noted said acknowledged claimed confirmed")
# "placed 14 girls in a shelter" is care; "placed" alone may be anything.
_PLACES = word_set("placed placing admitted placement place")
_HOUSES = word_set("shelter shelters facility facilities home homes center centers care")
_NOUNS_TOO = word_set("shelter help aid support house place return transfer host free release rescue")


def _is_noun_here(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].low if at else ""
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
        return Act(at, at + 1, ("assisted",), _form(token), weak=True, verbs=[at])
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
        if "counts" in other.tags and "victim" not in other.tags and "who" not in other.tags and other.kind == "word":
            if "service" not in other.tags and other.low != "official":
                break
        if other.low == "status" and "grants" in tags and _is_victims(tokens, index):
            action, last_service = "identified", index  # "granted official victim status to 73 individuals"
        elif "compensation" in other.tags or ("permit" in other.tags and action is None):
            action, last_service = "other", index
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
    if action is None:
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
        _form(token),
        composite=True,
        received=received,
        verbs=[at],
    )


def _is_victims(tokens: list[Token], at: int) -> bool:
    return any(token.low.startswith("victim") for token in tokens[max(0, at - 2) : at])


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
    elif not (right.rescue and not left.rescue):
        left.actions = (*left.actions, *(a for a in right.actions if a not in left.actions))
    left.rescue = left.rescue and right.rescue
    left.stop, left.form = max(left.stop, right.stop), right.form
    left.weak = left.weak and right.weak
    left.composite = left.composite and right.composite
    left.verbs.extend(right.verbs)


def _deny(reading: Reading, act: Act) -> None:
    """Finds the negation that governs an act's verb, and of which kind it is."""
    tokens = reading.tokens
    clause = reading.clauses[act.start]
    form = _form(tokens[act.verbs[0]])
    lax = False
    if (
        form == "finite"
        and any(token.low == "," for token in tokens[max(0, act.start - 3) : act.start])
        and not (act.start and "act" in tokens[act.start - 1].tags)
    ):
        if any(actor_tag(t) or t.low in _PRONOUNS for t in tokens[max(0, act.start - 2) : act.start]):
            return
    for at in range(act.start - 1, max(-1, act.start - 40), -1):
        token = tokens[at]
        if reading.clauses[at] != clause or (token.kind == "mark" and token.low in ";:."):
            return
        if token.low == "to" and form == "base" and act.start - at < 4:
            # "did not use criteria to identify" denies no victims; "failed to …, or to identify any" does
            if not (at and tokens[at - 1].low in ("or", "and", ",", "nor")):
                return
        elif (
            token.low == "to"
            and form == "base"
            and at
            and ("effort" in tokens[at - 1].tags or tokens[at - 1].low in _MEANS)
        ):
            return  # "made no efforts to punish traffickers or identify victims"
        elif token.low in ("that", "which", "who") and form == "base" and at == act.start - 1:
            return  # "gave no support to the organizations that identify victims"
        tags = token.tags
        if token.low == "," and _new_subject(tokens, at + 1, act.start):
            return  # "Although the government kept no statistics, officials reported identifying 12 victims"
        if token.low in _LAX and act.start - at < 4:
            lax = True
        if "neg" in tags:
            act.lax = lax or (at + 1 < len(tokens) and tokens[at + 1].low in _LAX)
            if "aux" in tags or token.low in ("not", "nor"):
                following = tokens[at + 1] if at + 1 < len(tokens) else token
                if token.low == "nor" and following.low in AUXILIARIES:
                    following = tokens[at + 2] if at + 2 < len(tokens) else token
                if token.low == "nor" and following.low in ("did", "has", "have", "do", "does"):
                    following = tokens[min(at + 3, len(tokens) - 1)]
                adverb = following.low.endswith("ly") and at + 2 < len(tokens)
                if adverb:
                    following = tokens[at + 2]
                if form == "noun" and act.start - at > _NOUN_REACH:
                    return  # "did not report training officials on the identification of victims"
                if following.low in REPORT_VERBS and form in ("gerund", "finite", "noun"):
                    act.denied = "not_reported" if following.low not in ("make", "made", "have") else None
                elif following.low in ("appear", "seem", "make", "take", "conduct") or token.low in (
                    "does not",
                    "do not",
                    "is not",
                    "are not",
                ):
                    return
                elif form == "gerund" and token.low == "not" and act.start - at == 1:
                    act.denied = "zero"  # "compared with not identifying any victims"
                elif form in ("base", "finite"):
                    if form == "finite" and not (
                        "has" in token.low
                        or "have" in token.low
                        or "had" in token.low
                        or "was" in token.low
                        or "were" in token.low
                    ):
                        return
                    act.denied = "zero"
                return
            if "fail" in tags:
                if form == "base":
                    act.denied = "zero"
                    # A failure or a lack denies an effort, unless it says "any".
                    act.lax = True
                return
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            if token.low == "no" and following.low in _FIGURES and form in ("finite", "gerund"):
                act.denied = "not_reported"  # "provided no data on victims identified"
                return
            if "never" in tags or token.low == "never":
                act.denied, act.never = "zero", True
                return
            return
        if (
            "finite" in tags
            and form == "base"
            and token.low not in REPORT_VERBS
            and "stage" not in tags
            and ("act" not in tags)
        ):
            return
        if token.low in ("but", "however") or (
            "finite" in tags
            and form == "finite"
            and at < act.start - 1
            and ("stage" not in tags and "act" not in tags and "gives" not in tags)
        ):
            return
