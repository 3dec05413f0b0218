"""Shelters in fact_outputs: houses that a government runs, pays, has, or brings victims to. No other units."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_words import ASKED, OTHERS, is_possessor, verb_after, verb_before
from ingest.grammar.victims_actors import actor_after, actor_before, actor_tag
from ingest.vocabulary.words import word_set

_CARE = word_set(
    "apartments apartment flats drop-in accommodation"
    " crisis care residential reception safe transit rehabilitation shelter victim victims protection support women"
    " children youth assistance rescue recovery refuge social-psychological psycho-social reintegration welfare"
    " shelters"
)
_PUBLIC = word_set("government state public municipal federal")
_SERVES = word_set("took housed sheltered hosted accommodated")
_PRIVATE = word_set("ngo private privately-run private-sector church-run ngo-run")
_BESIDE = (["on"], ["upon"], ["with"])
_RELIES = word_set("relied relies worked works partnered cooperated contracted collaborated")
_MEANS = word_set("money grants subsidies funding funds support assistance financing subsidies resources staff")
_FOUNDINGS = word_set("network establishment creation formation opening operation maintenance")
_SERVED_BY = word_set("via through across")
_PLACED = word_set("in at to within among throughout of")
_BROUGHT = word_set(
    "stay stayed placed housed lodged reside resided admitted sheltered hosted available accommodated receive received"
    " obtain obtained employed stationed assigned"
)
_RUN = word_set("run operated funded managed maintained owned supported administered")
_NATIONWIDE = word_set("existed exist nationwide countrywide")
_WIDE = (("in", "the", "country"), ("throughout", "the", "country"), ("across", "the", "country"))
# "Victims could stay at four centers" is no plan.
_PLANNED = ASKED - {"could", "may", "might"}
_ONLY_PLANNED = word_set("foreseen envisaged envisioned planned proposed")
_EXISTS_REACH = 10
_CLOSED_REACH = 10
_SERVED_REACH = 24
_NAME_REACH = 12


def of_shelters(reading: Reading, figure: Figure, unit: str, last: int) -> str | None:
    """`shelters` where the houses that a figure counts are a government's, or are what a country has for victims.

    Houses that others run with no government beside them, and those only asked for, are None.
    """
    tokens = reading.tokens
    phrase = {token.low for token in tokens[figure.index + 1 : last + 1]}
    if "planned" in phrase or any(token.low in _ONLY_PLANNED for token in tokens[last + 1 : last + 5]):
        return None
    verb = verb_before(reading, figure, ("runs",) if unit == "shelters" else ("runs", "gives"))
    passive = False
    if verb is None:
        verb = verb_after(reading, figure, last, ("runs",))
        passive = verb is not None
    before = [token.low for token in tokens[max(0, figure.index - 2) : figure.index]]
    if verb is None and before[-1:] == ["of"] and before[0] in _FOUNDINGS:
        verb = figure.index - 2  # "with the establishment of three shelters"
        if _is_run_by_others(reading, last):
            return None
    if verb is not None and not _is_run(reading, figure, verb, last, passive):
        verb = None
    if verb is not None and is_by_others(reading, verb, passive) and not (passive and _is_shown(reading, figure)):
        return None
    if verb is None and not _is_there(reading, figure, last):
        return None
    if unit == "shelters":
        return "shelters"
    if verb is not None and phrase & _BY_DAY:
        return "other"  # nobody lives in a drop-in center
    if _is_housing(reading, phrase) or _is_for_victims(reading, phrase, figure.index, last):
        return "shelters"
    # "opened nine interview rooms": no house for victims, but founded
    return "other" if verb is not None and not passive and "founds" in tokens[verb].tags else None


def _is_run(reading: Reading, figure: Figure, verb: int, last: int, passive: bool) -> bool:
    """Are the shelters what the verb runs, and not those that provided care or were given something?"""
    tokens = reading.tokens
    if passive:
        state = any(token.low.startswith(("government-", "state-")) for token in tokens[figure.index + 1 : last + 1])
        return state or any(token.low in AUXILIARIES for token in tokens[max(last + 1, verb - 3) : verb])
    gap = tokens[verb + 1 : figure.index]
    if any(token.low in _REPAIRS for token in gap):
        return False
    return not tokens[verb].low.startswith("provid") or any(token.low in _MEANS for token in gap) or not gap


def is_of_these(reading: Reading, figure: Figure) -> bool:
    """ "Of these homes, 20 took in children, nine served women": what each of those told of before is for."""
    tokens, at = reading.tokens, figure.index
    opening = [token.low for token in tokens[:2]]
    if opening[:1] not in (["of these"], ["of those"]) and opening not in (["of", "these"], ["of", "those"]):
        return False
    named = tokens[1:_OPENING]
    if not any(token.tags & {"unit:shelters", "unit:homes"} and token.low.endswith("s") for token in named):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.low in _SERVING and tokens[at - 1].low in (",", "and", "while")


_OPENING = 5
_SERVING = _SERVES | {"took in"} | word_set("served were was cared admitted operated offered provided specialized")


def _is_run_by_others(reading: Reading, last: int) -> bool:
    """ "a network of 73 shelters run by NGOs"."""
    after = reading.tokens[last + 1 : last + 3]
    return len(after) > 1 and after[0].low in _RUN and after[1].low == "by" and actor_after(reading, last + 2) in OTHERS


def _is_shown(reading: Reading, figure: Figure) -> bool:
    """ "These two shelters, operated by NGOs": shelters that the text goes back to, whoever runs them."""
    return figure.index < 3 and reading.tokens[figure.index - 1].low in ("these", "those") if figure.index else False


def _is_there(reading: Reading, figure: Figure, last: int) -> bool:
    """ "there were four shelters", "its six shelters", "referred victims to two shelters", "six in the country"."""
    tokens, at = reading.tokens, figure.index
    before = [token.low for token in tokens[max(0, at - 4) : at]]
    if any(low in ("there", "there were", "there are", "there is", "there was") for low in before):
        return True
    if before[-1:] == ["of"] and before[-2:][0] in _REPAIRS:
        return False
    if _is_shown(reading, figure) or _is_given_money(reading, figure):
        return True
    if any(token.low in _PLANNED for token in tokens[max(0, at - 8) : at]):
        return False
    if any("shuts" in token.tags for token in tokens[last + 1 : last + _CLOSED_REACH]):
        return False  # "Two shelters run by the government were closed"
    if before[-1:] == ["its"]:
        return actor_before(reading, at - 1) not in OTHERS
    if before[-1:] and before[-1] in ("only", "just"):
        before = before[:-1]
    if before[-1:] == ["had"] or before[-1:] == ["has"]:
        return actor_before(reading, at - 1) == "government"
    private = any(token.low in _PRIVATE for token in tokens[at + 1 : last])
    if tokens[last + 1 : last + 2] and tokens[last + 1].low in ("received", "obtained", "got"):
        if any(actor_tag(token) == "government" or token.low in _PUBLIC for token in tokens[last + 2 : last + 4]):
            return True  # "Three NGO shelters received state accreditation"
    if (
        at < 2
        and figure.number.value != 1
        and not private
        and not any("ngo" in token.tags and "-" not in token.low for token in tokens[: last + 1])
    ):
        return True  # "Four shelters served victims": what a sentence speaks of at its start
    if private and last + 2 < len(tokens) and figure.number.value != 1:
        does = tokens[last + 1 + (tokens[last + 1].low in ("also", "each", "together"))]
        if does.low in _SERVES or "act:assisted" in does.tags:
            return True  # "three NGO-run shelters took in 21 victims"
    if before[-1:] and before[-1] in ("of", "the") and "one" in before[:3]:
        return True  # "was one of four shelters"
    if at and is_possessor(tokens, at - 1):
        return any(actor_tag(token) == "government" or token.kind == "country" for token in tokens[max(0, at - 7) : at])
    if before[-2:] == ["agreements", "with"] or (before[-1:] in _BESIDE and before[-2:][0] in _RELIES):
        return actor_before(reading, at - 2) in ("government", "joint")
    if _is_in_public_hands(reading, figure, last) or (not private and _is_brought_to(reading, figure, last)):
        return True
    after = [token.low for token in tokens[last + 1 : last + _EXISTS_REACH]]
    if not _NATIONWIDE.isdisjoint(after):
        return True
    return any(tuple(after[step : step + 3]) in _WIDE for step in range(len(after) - 2))


def _is_given_money(reading: Reading, figure: Figure) -> bool:
    """ "provided 62 million GYD to two NGO-run shelters": whom a government pays, it keeps."""
    tokens, at = reading.tokens, figure.index
    if at < 4 or tokens[at - 1].low not in ("to", "for") or figure.number.value == 1:
        return False
    for step in range(at - 2, max(-1, at - _MONEY_REACH), -1):
        if reading.clauses[step] != reading.clauses[at] or tokens[step].low in _PLANNED:
            return False
        if tokens[step].kind == "number" and not reading.brackets[step]:
            return False
        if "fund_give" in tokens[step].tags:
            paid = any(token.kind == "money" or token.low in _MEANS for token in tokens[step:at])
            return paid and actor_before(reading, step) in ("government", "joint")
    return False


_MONEY_REACH = 16
_REPAIRS = word_set("renovation renovations repair repairs refurbishment upgrade upgrades expansion")


def _is_in_public_hands(reading: Reading, figure: Figure, last: int) -> bool:
    """ "34 state-run centers", "four shelters that the ministry funded"."""
    tokens = reading.tokens
    if any("by:government" in token.tags or token.low in _PUBLIC for token in tokens[figure.index + 1 : last]):
        return True
    after = tokens[last + 1 : last + _NAME_REACH]
    if len(after) > 1 and after[0].low in _RUN and after[1].low == "by":
        return actor_after(reading, last + 2) in ("government", "joint")
    if after and after[0].low == ",":
        after = after[1:]
    if not after or after[0].low not in ("that", "which"):
        return False
    paid = next((step for step, token in enumerate(after) if "runs" in token.tags), None)
    return paid is not None and any(actor_tag(token) == "government" for token in after[:paid])


def _is_brought_to(reading: Reading, figure: Figure, last: int) -> bool:
    """ "provided services via two shelters", "referred victims to three shelters"; not what money went to."""
    tokens, at = reading.tokens, figure.index
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    listed = before[-1:] in (["and"], [","])
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if listed and following.split(" ")[0] in AUXILIARIES:
        return False  # "helped 60 victims, and 11 centers did not report"
    within = {token.low for token in tokens[max(0, at - _SERVED_REACH) : at]} if listed else set(before)
    if not (before[-1:] and before[-1] in _PLACED) and _SERVED_BY.isdisjoint(within):
        return False
    for step in range(at - 2, max(-1, at - _SERVED_REACH), -1):
        token = tokens[step]
        if reading.clauses[step] != reading.clauses[at] or token.low in _PLANNED or token.kind == "money":
            return False
        if token.low == "access":
            return True
        if before[-1:] == ["to"] and "gives" in token.tags and "act:referred" not in token.tags:
            return False  # what was given to shelters, and no victims
        if not {"gives", "act:assisted", "act:referred"}.isdisjoint(token.tags) or token.low in _BROUGHT:
            own = actor_before(reading, step)
            return own in ("government", "joint") or (own is None and not _SERVED_BY.isdisjoint(within))
    return False


def _is_housing(reading: Reading, phrase: set[str]) -> bool:
    """Centers and homes in a chapter on protection are houses for victims, unless their words say otherwise."""
    return (
        reading.sentence.section == "protection" and not phrase & _NO_HOUSING and not phrase & {"facilities", "rooms"}
    )


_BY_DAY = word_set("drop-in day daycare day-care")
_NO_HOUSING = word_set(
    "call employment job training medical health detention police migration information community counseling legal"
    " coordination prosecution justice screening research data resource learning education"
)


def _is_for_victims(reading: Reading, phrase: set[str], at: int, last: int) -> bool:
    """Centers and homes that shelter or care for people, not offices."""
    if phrase & _CARE:
        return True
    before = reading.tokens[max(0, at - 3) : at]
    if any(token.low in ("shelter", "housing", "accommodation") for token in before):
        return True  # "provided 84 victims with shelter in two facilities"
    near = reading.tokens[last + 1 : last + 26]
    return any(token.low.startswith(("victim", "shelter", "orphan", "house ")) for token in near)
