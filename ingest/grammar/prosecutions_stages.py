"""The stages of law enforcement that a sentence speaks of: groups of stage words, who is meant, and which case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Token
from ingest.grammar.clauses import Reading
from ingest.vocabulary.countries import COUNTRIES
from ingest.vocabulary.words import word_set

FORMS = ("finite", "base", "gerund", "noun")
_JOINTS = word_set(", and or nor / and/or then both either subsequently later successfully not even also")
# "investigations into or prosecutions for": the preposition of the first noun stands before the joint.
_LINKS = word_set("into of for against")
_JOINTS_REACH = 4
# What is said with these is not done yet, or not at all.
MODALS = word_set("will would may might could should must can cannot")
OFFICIAL_WORDS = word_set(
    "police immigration border customs government military consular embassy public civil army security prison"
    " municipal state law enforcement judicial diplomatic presidential former"
) | {"law enforcement"}
_OTHER_CRIMES = word_set(
    "smuggling smuggled smugglers rape narcotics drug drugs murder fraud theft homicide violence burglary"
    " money-laundering terrorism kidnapping robbery passport passports abuse molestation harboring"
)


_WHOM = word_set("women girls children boys")


@dataclass(slots=True, eq=False)
class Stages:
    """A group of stage words that share what governs them: "investigated, prosecuted, and convicted".

    `start` and `stop` bound its tokens (half-open); `form` is finite, base, gerund or noun; `names` are the stages
    in text order; `passive` says that an auxiliary stands before it.
    """

    start: int
    stop: int
    form: str
    names: tuple[str, ...]
    passive: bool
    negated: bool = False


def by_token(groups: Sequence[Stages]) -> dict[int, Stages]:
    """Each token index of the groups → its group."""
    return {at: group for group in groups for at in range(group.start, group.stop)}


def form_of(token: Token) -> str | None:
    """The form of a stage word; None for any other token."""
    return _form_of(token.tags) if "stage" in token.tags else None


def name_of(token: Token) -> str:
    """The stage that a stage word names."""
    return _name_of(token.tags)


# Stage words carry one of a few dozen sets of tags: what a set says is worked out once.
@lru_cache(maxsize=1024)
def _form_of(tags: frozenset[str]) -> str | None:
    return next((form for form in FORMS if form in tags), None)


@lru_cache(maxsize=1024)
def _name_of(tags: frozenset[str]) -> str:
    return next(tag[6:] for tag in tags if tag.startswith("stage:"))


def find_stages(reading: Reading) -> list[Stages]:
    """The groups of stage words of a sentence, in text order."""
    tokens = reading.tokens
    groups: list[Stages] = []
    if "stage" not in reading.sentence.tags:
        return groups
    wholes = {figure.head for figure in reading.figures if figure.denominator}
    for at, token in enumerate(tokens):
        if "stage" not in token.tags:
            continue
        form = _form_here(tokens, at)
        if form is None:
            continue
        name = name_of(token)
        if (
            groups
            and groups[-1].form == form
            and groups[-1].start not in wholes
            and reading.segments[at] == reading.segments[groups[-1].start]
        ):
            gap = _without_aside(tokens[groups[-1].stop : at])
            if form == "noun" and len(gap) == 1 and gap[0].low == "of" and token.low.endswith("s"):
                gap[0:1] = []  # "investigations of prosecutions", as printed
                groups[-1].names, groups[-1].stop = (*groups[-1].names, name), at + 1
                continue
            if (
                gap
                and len(gap) <= _JOINTS_REACH
                and all(word.low in _JOINTS for word in (gap[1:] if form == "noun" and gap[0].low in _LINKS else gap))
                and not (gap[0].low in _LINKS and len(gap) < 2)
                and not (form == "noun" and any(word.low == "not" for word in gap))
                and not (form == "noun" and _counts_apart(tokens, groups[-1].start, at))
            ):
                if name not in groups[-1].names:
                    groups[-1].names = (*groups[-1].names, name)
                groups[-1].stop = at + 1
                continue
        groups.append(Stages(at, at + 1, form, (name,), form == "finite" and _is_passive(tokens, at)))
    return groups


def _without_aside(gap: list[Token]) -> list[Token]:
    """The words between two stage words, without "for the fourth consecutive year" between commas."""
    if len(gap) <= _JOINTS_REACH or len(gap) > _ASIDE:
        return gap
    marks = [at for at, token in enumerate(gap) if token.low == ","]
    if len(marks) > 1 and marks[-1] == len(gap) - 1 and gap[marks[-2] + 1].low == "for":
        return gap[: marks[-2]]
    return gap


# How long a gap between two stage words may be that has an aside of time in it.
_ASIDE = 12


def _counts_apart(tokens: Sequence[Token], left: int, right: int) -> bool:
    """ "15 investigations and prosecutions of 49 suspects": each noun has a number of its own."""
    after = tokens[right + 1 : right + 3]
    counted = left > 0 and any(token.kind == "number" for token in tokens[max(0, left - 3) : left])
    return counted and len(after) == 2 and after[0].low in ("of", "against") and after[1].kind == "number"


# What else is cleared: land, goods, people for a journey.
_CLEARED = word_set("for by the land customs their its up away through immigration")
_NOT_A_STAGE_BEFORE = word_set(
    "efforts unit units team teams office service services capacity techniques process officers officer judge"
    " judges magistrates department departments division agency authorities training"
)


def _form_here(tokens: Sequence[Token], at: int) -> str | None:
    token = tokens[at]
    form = form_of(token)
    if form is None:
        return None
    low = token.low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    if form in ("noun", "gerund") and following in _NOT_A_STAGE_BEFORE:
        return None
    if low in ("tried", "charge", "charging") and following in ("to", "of"):
        return None
    if low == "investigative":
        return "noun" if at + 1 < len(tokens) and "data" in tokens[at + 1].tags else None
    if low == "cleared" and (following in _CLEARED or before in ("a", "the", "and")):
        return None
    if low == "charged" and following in ("fees", "fee", "high", "excessive"):
        return None
    if low in ("charge", "charges") and before in ("in", "free", "no", "of"):
        return None
    if low in ("arrest", "probe") and following in ("was", "is", "of", "has", "had"):
        return "noun"
    if low in ("arrest", "convict", "probe", "charge"):
        # A noun and an infinitive look alike.
        if before in (
            "the",
            "an",
            "a",
            "of",
            "one",
            "under",
            "for",
            "house",
            "this",
            "their",
            "his",
            "her",
            "no",
            "any",
            "first",
        ):
            return "noun" if low != "convict" else None
        return "base"
    if low == "investigation" and before == "under":
        return None
    return form


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 5), -1):
        token = tokens[back]
        if token.low in ("was", "were", "been", "being", "be", "is", "are"):
            return True
        if token.kind == "word" and (
            token.low.endswith("ly")
            or token.low in ("not", "also", "then", "subsequently", "yet", "both", "all", "or", "and", "ever")
        ):
            continue
        if "finite" in token.tags or token.low == ",":
            continue
        return token.low in ("was not", "were not", "is not", "are not")
    return False


def subject_of(tokens: Sequence[Token], first: int, stop: int) -> str:
    """`officials` where tokens[first:stop] name public officials as those pursued, else `traffickers`."""
    for at in range(first, min(stop, len(tokens))):
        token = tokens[at]
        tags = token.tags
        if token.low in ("by", "from"):
            break  # "cases referred by police": who acts, not who is pursued
        if "official" in tags and "counts" in tags:
            if token.low in ("soldiers", "soldier") and at and tokens[at - 1].low == "child":
                continue
            if token.low in ("employees", "employee", "personnel", "servants", "agents") and not any(
                word.low in OFFICIAL_WORDS or "complicity" in word.tags for word in tokens[max(0, at - 4) : at]
            ):
                continue
            if (
                token.low in ("police", "official")
                and at + 1 < stop
                and "counts" not in tokens[at + 1].tags
                and (tokens[at + 1].kind == "word" and tokens[at + 1].low in _POLICE_WORK)
            ):
                continue
            return "officials"
        if token.low in ("agents", "members", "staff", "employees", "employee", "guards") and any(
            word.low in OFFICIAL_WORDS - {"state", "former"} for word in tokens[max(first, at - 3) : at]
        ):
            return "officials"
        if token.low == "authorities" and at + 1 < len(tokens) and tokens[at + 1].low == "complicit":
            return "officials"
        if token.low in _TITLES and _heads_office(tokens, at):
            return "officials"
        if token.low in ("complicity", "corruption") and any(
            word.low in ("official", "officials", "government", "officials'", "police")
            for word in tokens[max(0, at - 3) : at]
        ):
            return "officials"
    return "traffickers"


_TITLES = word_set("director head deputy chief secretary commissioner superintendent")
_OFFICES = word_set(
    "ministry police government department agency bureau directorate prison customs immigration municipal court"
    " parliament embassy consulate enforcement unit body authority inspectorate"
)


_PRIVATE = word_set("recruiting recruitment employment travel modeling placement private company orphanage school")


def _heads_office(tokens: Sequence[Token], at: int) -> bool:
    """ "the former deputy director of an immigration department": who leads a public office is an official."""
    ahead = tokens[at + 1 : at + 10]
    if not ahead or ahead[0].low not in ("of", "director", "head", "for"):
        return False
    for token in ahead:
        if token.low in _PRIVATE:
            return False  # "the head of a recruiting agency"
        if token.low in _OFFICES or "law enforcement" in token.low:
            return True
        if (token.kind == "mark" and token.low in ",;(.") or token.low in ("and", "for", "who"):
            return False
    return False


_POLICE_WORK = word_set("investigations investigation reports stations raids data statistics records")


def other_crime(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Do tokens[first:stop] name another crime and nothing of trafficking?"""
    span = tokens[first:stop]
    if not any(token.low in _OTHER_CRIMES for token in span) and not _is_against_children(span):
        return False
    for place, token in enumerate(span):
        low = token.low
        if low.startswith("smuggl") and [t.low for t in span[place + 1 : place + 2]] == ["of"]:
            if any(t.low in _WHOM for t in span[place + 2 : place + 4]):
                return False  # "smugglers of women"
        if (
            "traffick" in low
            or "trafick" in low
            or "exploit" in low
            or "forced" in low
            or any(tag.startswith("type:") for tag in token.tags)
        ):
            return False
    return True


def _is_against_children(span: Sequence[Token]) -> bool:
    """ "925 cases of crimes against children": crimes of any kind."""
    for at in range(len(span) - 2):
        if span[at].low in ("crimes", "offenses", "violence") and span[at + 1].low == "against":
            return span[at + 2].low in ("children", "minors", "women", "persons")
    return False


def is_foreign(tokens: Sequence[Token], at: int, country_code: str) -> bool:
    """Is another country's court or police the subject of the verb at `at` ("Spanish police arrested")?"""
    for index in range(max(0, at - 5), at):
        token = tokens[index]
        after = tokens[index + 1]
        if (
            token.kind == "country"
            and index > 1
            and tokens[index - 1].low == "in"
            and "government" in tokens[index - 2].tags
        ):
            # "police in Spain arrested"
            return not _is_same(token, country_code)
        if index and tokens[index - 1].low.rpartition(" ")[2] in ("with", "by", "from", "and", "to", "of", "for"):
            continue  # "in partnership with foreign police, authorities arrested"
        if not ("actor" in after.tags and "government" in after.tags):
            continue
        if token.low == "foreign":
            return True
        if token.kind == "country" and token.value.code is not None:
            return not _is_same(token, country_code)
    return False


def _is_same(token: Token, country_code: str) -> bool:
    """Does a country's name stand for the report's own, or for a state that it became part of or came out of?"""
    code = token.value.code
    if country_code in (code, "") or country_code in token.value.homonyms:
        return True
    own, named = COUNTRIES.get(country_code), COUNTRIES.get(code)
    return (own is not None and code in own.successor_codes) or (
        named is not None and country_code in named.successor_codes
    )


def case_status_of(tokens: Sequence[Token], start: int, stop: int) -> str:
    """`case_status` by the words of tokens[start:stop]: the last one that tells decides."""
    found = "new"
    for at in range(max(0, start), min(stop, len(tokens))):
        tags = tokens[at].tags
        if "continues" in tags:
            found = "continued"
        elif "closes" in tags:
            found = "closed" if found != "continued" else found
        elif "pending" in tags:
            found = "pending"
        elif "opens" in tags and found != "pending":
            found = "new"
    return found
