"""Where one clause of a sentence ends and the next, with a subject of its own, begins."""

from __future__ import annotations

from ingest.grammar.flows_clause import Clause
from ingest.grammar.flows_cues import Cue
from ingest.grammar.flows_senses import low_at
from ingest.grammar.flows_words import DOMESTIC, FINITE, LIST_WORDS, LISTS, NARROWING, PREPOSITIONS
from ingest.vocabulary.words import word_set

JOINS = frozenset({"and", ",", "but", ":", "—", "–", "-", ";"})
OPENS = JOINS | {"("}
_OPENERS = frozenset({"a", "an", "the", "there", "young", "many", "each", "both", "only"})
_NOUN_OPENERS = frozenset({"sex", "forced", "human", "child", "labor"})
_SUBJECT_TAGS = frozenset({"flow_pronoun", "flow_victim", "flow_foreign", "flow_migrant", "flow_agent"})
_ROLE_AFTER_IS = frozenset({"a", "also", "an", "as", "primarily", "increasingly", "to"})
_RELATIVES = frozenset({"who", "which", "that", "where", "whom"})
_CRIMES = frozenset({"trafficking", "exploitation", "labor", "prostitution", "tourism"})
_PART_ADJECTIVES = frozenset({"the", "central", "northern", "southern", "eastern", "western", "rural", "urban"})
_DASHES = frozenset({"–", "—", "-", ",", "("})
_LOOK_AHEAD = 26
_GROUP = 12  # cues from a semicolon to the first place of the next group of a list


def breaks(found: list[Cue], index: int, clause: Clause) -> bool:
    """Does a new clause begin at cue `index`? Items of a list of peoples or places begin none."""
    cue = found[index]
    if "flow_break" in cue.tags:
        return True
    previous = found[index - 1].low if index else ""
    if clause.negative and (previous == "but" or (previous == "," and cue.low == "compared")):
        return True  # "identified no victims in 2011, compared with two Ruritanian victims in 2010"
    if index == 0 or not clause.verb:
        return False
    if previous == "(" and cue.kind == "other":
        return clause.negative  # "none were foreign (one victim from Ruritania in 2011)"
    if previous == ";" and cue.low in ("in", "within"):
        return _opens_elsewhere(found, index)
    if previous == "as":
        return cue.low in ("a", "an") and bool(clause.legs) and _second_role(found, index)
    if previous not in JOINS or (previous == "," and cue.low in ("and", "but")):
        return False
    before = found[index - 2] if index > 1 else None
    if cue.kind == "people" and before is not None:
        listed = before.low in (",", "and") and index > 2 and found[index - 3].kind == "people"
        if before.kind == "people" or listed:
            return False
    following = found[index + 1].low if index + 1 < len(found) else ""
    if previous == "and" and cue.low in ("is", "serves") and following in _ROLE_AFTER_IS:
        return True
    named = clause.origins() or any(leg.ends() for leg in clause.legs)
    role = index + 1 < len(found) and "flow_role" in found[index + 1].tags
    if previous == "and" and cue.low in ("a", "an") and named and role:
        return True  # "a destination for women from A, and a source for men …"
    if cue.low == "there" and index + 1 < len(found) and "flow_aux" in found[index + 1].tags:
        return True
    starts = (
        cue.kind in ("people", "other")
        or not _SUBJECT_TAGS.isdisjoint(cue.tags)
        or cue.low in _OPENERS
        or (cue.low in _NOUN_OPENERS and before is not None and before.low == ",")
    )
    if not starts or (cue.low in ("most", "such") and following in ("often", "as")):
        return False
    if cue.low == "most" and index + 1 < len(found) and "flow_hedge" in found[index + 1].tags:
        return False  # "most notably"
    return _finite_ahead(found, index)


def _opens_elsewhere(found: list[Cue], index: int) -> bool:
    """ "; in Ruritania, women are exploited": a place and a comma stand before a subject of its own."""
    for at in range(index + 1, min(index + 5, len(found) - 1)):
        if found[at].kind == "place" and found[at + 1].low == ",":
            return _finite_ahead(found, at + 2)
    return False


def _second_role(found: list[Cue], index: int) -> bool:
    """ "as well as a possible destination country for men from B": the country's second role, of other people."""
    if index < 3 or found[index - 2].low != "well":
        return False
    return any("flow_role" in cue.tags for cue in found[index + 1 : index + 3])


def _finite_ahead(found: list[Cue], index: int) -> bool:
    """Does a subject with a finite verb stand here, and no mere item of a list?"""
    if found[index].low in ("the", "a", "an") and index + 2 < len(found):
        first, second = found[index + 1], found[index + 2]
        if first.kind == "place" and first.place is not None and not first.place.generic:
            listed = index > 1 and any(item.kind == "place" for item in found[index - 2 : index])
            return "flow_aux" in second.tags and not listed
    subject = False
    for step in range(index, min(index + _LOOK_AHEAD, len(found))):
        cue = found[step]
        if cue.kind == "place":
            subject = subject or (cue.place is not None and cue.place.generic)
            continue
        if cue.kind == "people":
            subject = True
            continue
        low, tags = cue.low, cue.tags
        if low in (";", ":", ".") or "flow_break" in tags:
            return False
        if "flow_victim" in tags or "flow_agent" in tags or "flow_pronoun" in tags or low in _CRIMES:
            subject = True
        if low in _RELATIVES:
            return subject and step - index < 8 and step + 3 < len(found) and _finite_ahead(found, step + 3)
        if subject and "flow_aux" in tags and low not in ("be", "been", "being"):
            return True
        if subject and low in FINITE and step > index:
            return True
        if not subject and low in ("for", "to", "of"):
            return False
    return False


def list_goes_on(found: list[Cue], index: int) -> bool:
    """Does the semicolon at `index` part two groups of one list ("to Asia (A, B); the Gulf (C); and D") ?

    A place or a bracket stands before it; after it, nothing but words of lists as far as the next place, and no
    verb between that place and the next mark.
    """
    before = found[index - 1] if index else None
    if before is None or not (before.kind in ("place", "people") or before.low == ")"):
        return False
    step, stop = index + 1, min(index + _GROUP, len(found))
    while step < stop and found[step].kind not in ("place", "people"):
        if found[step].low not in LIST_WORDS and found[step].low not in ("from", "to", "in"):
            return False
        step += 1
    if step >= stop:
        return False
    ahead = found[step + 1 : step + 6]
    for cue in ahead:
        if cue.kind == "mark":
            return True
        if cue.kind == "word" and cue.low not in LIST_WORDS and cue.low not in PREPOSITIONS:
            return False
    return True


def within_part(found: list[Cue], index: int) -> bool:
    """Do "of" or "in" and a part of it stand before the place ("to the rice fields of central Ruritania")?"""
    step = index - 1
    while step > 0 and index - step < 4 and found[step].low in _PART_ADJECTIVES:
        step -= 1
    return step > 0 and found[step].low in ("of", "in") and found[step - 1].low in DOMESTIC


def instances(found: list[Cue], agent: int, index: int) -> bool:
    """ "with foreign employers – mainly Danes –": are the people at `index` instances of the offenders at `agent`?"""
    if not 3 <= index - agent <= 4:
        return False
    return found[agent + 1].low in _DASHES and all(cue.low in NARROWING for cue in found[agent + 2 : index])


def silent_bracket(found: list[Cue], index: int, home: str) -> int:
    """The index of the ")" of the bracket that opens at `index`, where nothing in it tells of routes; else `index`.

    Places on the way make no route: "to the States (often through Canada), Japan".
    """
    if any(cue.low in ("through", "via") for cue in found[index + 1 : index + 4]):
        ahead = found[index + 1 : index + _BRACKET]
        closed = next((at for at, cue in enumerate(ahead, index + 1) if cue.low == ")"), index)
        return index if any(c.place is not None and c.place.code == home for c in found[index:closed]) else closed
    for at in range(index + 1, min(index + _BRACKET, len(found))):
        cue = found[at]
        if cue.low == ")":
            return at
        share = cue.low in ("victims", "victim") and found[at - 1].low == "of"  # "(30 percent of victims)"
        if cue.place is not None or (not share and not _TELLS.isdisjoint(cue.tags)):
            return index
    return index


def listed_before(found: list[Cue], index: int) -> list[Cue]:
    """The places of "A, B, and C are also common destinations", where `index` is at "destinations"; else none."""
    plural = found[index].low.endswith("s") or (index + 1 < len(found) and found[index + 1].low == "countries")
    step, is_verb = index - 1, False
    if any("flow_agent" in cue.tags for cue in found[index + 1 : index + 4]):
        return []  # "were the top countries of origin of the suspects"
    if index > 1 and found[index - 1].low == "of" and found[index - 2].low == "countries":
        plural, step = True, index - 3  # "A and B were the top countries of origin"
    ahead = [*found[:_AMONG], *found[index + 1 : index + 9]]
    of_victims = any(
        "flow_exploit" in c.tags or ("flow_victim" in c.tags and "flow_migrant" not in c.tags) for c in ahead
    )
    if not plural and of_victims and any(cue.low in _FOREMOST for cue in found[max(index - 4, 0) : index]):
        plural = True  # "Ruritania is the most common destination", "remains the top destination country"
    while plural and step >= 0 and index - step <= _BRACKET and not is_verb:
        cue = found[step]
        is_verb = cue.low in _COPULAS
        if not is_verb and (cue.place is not None or cue.kind == "mark" or cue.low in PREPOSITIONS):
            return []
        step -= 1
    named: list[Cue] = []
    while is_verb and step >= 0 and (found[step].kind == "place" or found[step].low in LIST_WORDS):
        if found[step].kind == "place":
            named.append(found[step])
        step -= 1
    # What governs the list makes it something else: "women from A and B are destinations of …".
    return named[::-1] if step < 0 or _among_victims(found, step) else []


def _among_victims(found: list[Cue], stop: int) -> bool:
    """ "Among foreign victims, A was the top country of origin": does only that stand before the list?"""
    before = found[: stop + 1]
    if not before or before[0].low != "among" or len(before) > _AMONG or any(cue.place is not None for cue in before):
        return False
    return any("flow_victim" in cue.tags for cue in before)


def lists(found: list[Cue], index: int, home: str) -> int:
    """The index of the verb in "destination countries include …", "countries of origin were …"; else 0."""
    plural = (
        found[index].low in ("destinations", "sources", "nationalities")
        or low_at(found, index + 1) == "countries"
        or any(cue.low == "countries" for cue in found[max(index - 3, 0) : index])  # "countries of victim origin"
    )
    if not plural:
        return 0
    for at in range(index + 1, min(index + 12, len(found))):
        place = found[at].place
        if "flow_agent" in found[at].tags:
            return 0  # "the main sources of clients are"
        victims = any("flow_victim" in item.tags for item in found[index + 1 : at])
        if found[at].low == "," and victims and low_at(found, at + 1) in LISTS:
            continue  # "new destinations for victims, including A"
        of_home = found[at].low == "from" and _is_home(found, at + 1, home)  # "destinations for victims from Ruritania"
        if found[at].low in (",", "from", "to") and not of_home:
            return 0
        if place is not None and place.code != home:
            return 0
        if found[at].low in LISTS:
            return at if any(item.kind == "place" for item in found[at + 1 : at + 5]) else 0
    return 0


def _is_home(found: list[Cue], index: int, home: str) -> bool:
    place = found[index].place if index < len(found) else None
    return place is not None and place.code == home


_BRACKET = 14
_AMONG = 7  # words of "among the identified foreign victims"
_COPULAS = word_set("are were remain remained is was remains serve serves served")
_FOREMOST = word_set("main primary principal top largest most leading chief foremost biggest first")
_TELLS = frozenset({"flow_exploit", "flow_internal", "flow_role", "flow_abroad", "flow_sector", "flow_subject"})
