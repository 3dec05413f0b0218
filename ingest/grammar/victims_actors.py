"""Who acts: the actor that is a verb's subject, its partner, or the agent after "by". No acts, no numbers."""

from __future__ import annotations

from functools import lru_cache

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Reading
from ingest.vocabulary.words import word_set

_NOT_SUBJECT = word_set("within under to with from for by in at of into through including via against between among on")
_SOMETIMES = word_set("times sometimes occasionally often")
_RUN = word_set("run operated managed led funded administered supported provided staffed")


def actor_tag(token: Token) -> str | None:
    """The actor that a token names, as the contract calls it; None where it names none."""
    tags = token.tags
    if not tags:
        return _run_by(token.low) if token.low.endswith(_RUNS) else None
    return _actor_of(tags) if token.low not in _TELLERS else None


def actor_at(tokens: list[Token], at: int, home: str = "") -> str | None:
    """The actor that tokens[at] names with the words beside it; `home` is the code of the report's country, if known.

    "UNICEF officials" are UNICEF's, "a local organization" is an NGO, "Thai authorities" are not those of `home`.
    """
    token = tokens[at]
    actor = actor_tag(token)
    if actor is None:
        return "ngo" if token.low in _GROUPS and _is_of_citizens(tokens, at) else None
    if not at:
        return _unless_abroad(tokens, at, home) if actor == "government" else actor
    before = tokens[at - 1]
    if actor == "government":
        owner = actor_tag(before)
        if owner in ("ngo", "international_organization"):
            return owner  # "the IOM mission"
        if before.low.startswith("peacekeep"):
            return "international_organization"
        return _unless_abroad(tokens, at, home)
    if token.low == "private" and at + 1 < len(tokens) and tokens[at + 1].low in _BUSINESS:
        return "unspecified"
    return actor


def _unless_abroad(tokens: list[Token], at: int, home: str) -> str:
    """ "Thai authorities", "the Government of Thailand": another state than the report's."""
    if not home:
        return "government"
    beside = tokens[at - 1] if at else None
    if tokens[at].low == "government" and at + 2 < len(tokens) and tokens[at + 1].low == "of":
        beside = tokens[at + 2] if tokens[at + 2].low != "the" else tokens[min(at + 3, len(tokens) - 1)]
    if beside is not None and beside.kind == "country" and beside.value.code and beside.value.code != home:
        return "unspecified"
    return "unspecified" if beside is not None and beside.low in ("neighboring", "neighbouring") else "government"


def _is_of_citizens(tokens: list[Token], at: int) -> bool:
    """ "a women's rights group", "local organizations": people who are no state and no gang."""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.low in _CIVIC:
            return True
        if token.kind != "word" or token.low in _NOT_SUBJECT or token.low in ("the", "this", "a", "an", "armed"):
            return False
    return False


_GROUPS = word_set("group groups organization organizations organisation organisations")
_CIVIC = word_set(
    "rights women advocacy local church religious charitable humanitarian relief aid grassroots volunteer civic"
    " christian catholic community community-based anti-trafficking independent activist"
)
_BUSINESS = word_set("sector companies company employers employer individuals persons citizens donors donor")
_RUNS = ("-run", "-operated", "-managed", "-led", "-administered")


@lru_cache(maxsize=256)
def _run_by(low: str) -> str | None:
    """Whose a house is that a word says it is run by: "church-run", "ministry-operated"."""
    owner = low[: low.rindex("-")]
    if owner.startswith(("ngo", "church", "charity", "civil", "association", "volunteer", "nun")):
        return "ngo"
    if owner.startswith(("iom", "un", "international", "unicef")) and not owner.startswith(("union", "uni-")):
        return "international_organization"
    if owner.startswith(("state", "ministry", "police", "municipal", "city", "county", "province", "publicly")):
        return "government"
    return None


# Who only tells of what others did.
_TELLERS = word_set("media press journalists")
_HOUSES = word_set("shelter shelters center centers centre centres apartments home homes")


# Tokens carry one of some hundreds of sets of tags: what a set says is worked out once.
@lru_cache(maxsize=4096)
def _actor_of(tags: frozenset[str]) -> str | None:
    for actor in ("international_organization", "ngo", "government"):
        if f"by:{actor}" in tags or ("actor" in tags and actor in tags):
            return actor
    return None


def actor_before(reading: Reading, at: int, home: str = "") -> str | None:
    """The actor that is the subject of the verb at `at`: the nearest one before it that no preposition governs.

    `home` is the code of the report's country: where it is given, the authorities of others are left open.
    """
    tokens = reading.tokens
    clause = reading.clauses[at]
    if at and tokens[at - 1].low in ("which", "that", "who"):
        for index in range(at - 2, max(-1, at - 12), -1):
            actor = actor_at(tokens, index, home)
            if actor:
                return actor
    found: str | None = None
    where = at
    for index in range(at - 1, max(-1, at - 45), -1):
        if reading.brackets[index] and reading.brackets[index] != reading.brackets[at]:
            continue
        if reading.clauses[index] != clause:
            break
        actor = actor_at(tokens, index, home)
        if found is None and _leaves_open(tokens[index]):
            aside = tokens[index].low.endswith("ed") and any(token.low == "," for token in tokens[index:at])
            if not aside and not _is_governed(tokens, index):
                kept = _keeper(tokens, index) if tokens[index].low in _CARERS else None
                found, where = kept or "unspecified", index
            continue
        if actor is None:
            if found is None and tokens[index].low in _HOUSES and _is_subject(reading, index, at):
                keeper = _keeper(tokens, index)
                if keeper is not None:
                    return keeper
            continue
        if found is None:
            if _is_governed(tokens, index):
                continue
            if (
                actor == "government"
                and index
                and "foreign" in tokens[index - 1].tags
                and tokens[index].low.startswith(("embass", "consul", "government", "diplom"))
            ):
                actor = "unspecified"  # foreign embassies, foreign governments
            if tokens[index].low == "embassies" and (not index or tokens[index - 1].kind == "mark"):
                actor = "unspecified"  # anyone's embassies
            found, where = actor, index
            continue
        if actor != found and _is_joined(tokens, index, where):
            return "joint"
        if where - index > 14:
            break
    if found is None:
        return "joint" if _has_partner(reading, max(0, at - 12), at, "government") else None
    if _has_partner(reading, where, at, found):
        return "joint"
    return found


# Who may be anybody's.
_CARERS = word_set("providers hospitals hospital clinics clinic")
_ANYBODY = _CARERS | word_set(
    "responders donors employers volunteers families communities citizens organizations entities"
)


def _leaves_open(token: Token) -> bool:
    """ "first responders", "a government-funded center": who acts is left open, for funding says nothing of that."""
    return token.low in _ANYBODY or token.low.endswith(("-funded", "-supported"))


def _is_subject(reading: Reading, noun: int, verb: int) -> bool:
    """Is the noun the subject of the verb, so that only the verb's own words stand between them?"""
    tokens = reading.tokens
    if _is_governed(tokens, noun):
        return False
    return all(
        token.low in AUXILIARIES or token.low in _BEFORE_VERB or "neg" in token.tags or token.low.endswith("ly")
        for token in tokens[noun + 1 : verb]
    )


_BEFORE_VERB = word_set("report reported reporting also which that")


def _keeper(tokens: list[Token], at: int) -> str | None:
    """Whose a house for victims is: as its noun phrase says ("the ministry's shelter"), else it is left open."""
    for token in reversed(tokens[max(0, at - 4) : at]):
        ends = token.kind == "mark" and token.low not in "-'’"
        if ends or "finite" in token.tags or token.low in ("and", "for"):
            break
        if token.low in ("this", "these", "those", "its", "their"):
            return None  # what stands before says whose
        if token.low == "public":
            return "government"
        actor = None if _leaves_open(token) else actor_tag(token)
        if actor is not None:
            return actor
        if token.low in _CIVIC and token.low not in ("local", "women", "community", "independent", "aid"):
            return "ngo"
    return "unspecified"


def _is_governed(tokens: list[Token], at: int) -> bool:
    """Does a preposition stand before the actor, so that it is no subject ("referred by police to NGOs")?"""
    for index in range(at - 1, max(-1, at - 5), -1):
        low, tags = tokens[index].low, tokens[index].tags
        if low in _NOT_SUBJECT:
            return not (low == "by" and index and tokens[index - 1].low in _RUN)
        if tokens[index].kind == "mark" or "finite" in tags or low in AUXILIARIES or low in ("that", "and", "the"):
            if low == "the":
                continue
            return False
        if "partner" in tags:
            return True
    return False


def _is_joined(tokens: list[Token], left: int, right: int) -> bool:
    gap = tokens[left + 1 : right]
    if len(gap) > 14 or not any(token.low in ("and", ",", "or") for token in gap):
        return False
    if any(
        "finite" in token.tags
        or token.low in AUXILIARIES
        or token.low in ("that", "to")
        or (token.low.endswith("ed") and "-" not in token.low)
        for token in gap
    ):
        return False
    return not _is_governed(tokens, left) and any(token.low in ("and", "or") for token in gap)


def first_actor(reading: Reading, stop: int) -> str | None:
    """The first actor of the sentence that no preposition governs, before `stop`."""
    tokens = reading.tokens
    for at in range(min(stop, _FIRST_REACH)):
        actor = actor_at(tokens, at)
        if actor is not None and not _is_governed(tokens, at):
            return actor
    return None


_FIRST_REACH = 40


def _has_partner(reading: Reading, left: int, right: int, actor: str) -> bool:
    tokens = reading.tokens
    size = len(tokens)
    for index in [*range(max(0, left - 8), right), *range(right + 1, min(size, right + 16))]:
        if (
            index > right
            and tokens[index].low == "and"
            and index + 1 < size
            and ("partner" in tokens[index + 1].tags or "finite" in tokens[index + 1].tags)
        ):
            break
        if index and tokens[index - 1].low in _SOMETIMES:
            continue  # "at times in collaboration with NGOs"
        if "partner" not in tokens[index].tags or reading.clauses[index] != reading.clauses[right]:
            continue
        for other in tokens[index + 1 : index + 6]:
            named = actor_tag(other)
            if named and named != actor:
                return True
            if "finite" in other.tags:
                break
    return False


def actor_after(reading: Reading, at: int, home: str = "") -> str | None:
    """The agent of a passive verb, or the source of what victims received: "by police", "from NGOs"."""
    tokens = reading.tokens
    for index in range(at, min(len(tokens), at + 14)):
        if reading.clauses[index] != reading.clauses[min(at, len(tokens) - 1)]:
            return None
        if tokens[index].low in ("by", "from", "through"):
            named: str | None = None
            joined = False
            for at_other, other in enumerate(tokens[index + 1 : index + 9], index + 1):
                if named and other.low in ("with", "in", "to", "for", "during", "under"):
                    break
                actor = actor_at(tokens, at_other, home)
                if actor == "government" and "foreign" in tokens[at_other - 1].tags:
                    return "unspecified"  # "by foreign authorities"
                if actor and named and actor != named and joined:
                    return "joint"
                if named is None or actor not in (None, "unspecified"):
                    named = actor
                joined = joined or other.low in ("and", "or")
                if (
                    other.kind in ("number", "period")
                    or "finite" in other.tags
                    or other.low in AUXILIARIES
                    or (other.kind == "mark" and other.low not in ",-'")
                ):
                    break
            if named:
                return named
    return None


def actor_of_house(reading: Reading, at: int) -> str | None:
    """Whose the house is in which victims were cared for: "were housed in state-run shelters"."""
    tokens = reading.tokens
    for index in range(at, min(len(tokens) - 1, at + _HOUSE_REACH)):
        token = tokens[index]
        if token.low in _HOUSES or token.low.startswith("facilit"):
            inside = next((place for place in range(at, index) if tokens[place].low in ("in", "at")), None)
            if inside is None:
                return None
            owners = {actor_tag(other) for other in tokens[inside:index]} - {None}
            keeper = "joint" if len(owners) > 1 else _keeper(tokens, index)
            return keeper if keeper != "unspecified" else None
        if (token.kind != "word" and token.low != "-") or "finite" in token.tags or token.low == "to":
            return None
        if token.low == "and" and actor_tag(tokens[index - 1]) is None:
            return None
    return None


_HOUSE_REACH = 8
