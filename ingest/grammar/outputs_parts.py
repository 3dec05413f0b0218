"""Figures of fact_outputs whose noun is another figure's: parts, lists, totals, and nouns that two share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_calls import ABOUT
from ingest.grammar.outputs_words import (
    OUTPUTS,
    PEOPLE,
    VERBS,
    by_verb,
    is_object,
    is_possessor,
    noun_of,
    unit_of,
    verb_after,
    verb_before,
)

_COUNTS_PEOPLE = frozenset(("officials_trained", "people_reached"))


def is_new_total(tokens: Sequence[Token], at: int) -> bool:
    """ "opened 12 shelters, bringing the total number to 40": the number at `at` is of what was counted before."""
    if at < 5:
        return False
    if tokens[at - 1].low in ("makes", "making"):  # "opened two more, which makes five"
        return at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"
    if tokens[at - 1].low == "of":
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        counts_else = (
            follows is not None and follows.kind == "word" and follows.low.endswith("s") and "unit" not in follows.tags
        )
        # "…, for a total of 40", and not "with a total of 40 beds"
        return [token.low for token in tokens[at - 4 : at]] in _OF_A_TOTAL and not counts_else
    if [token.low for token in tokens[at - 2 : at]] in (["bringing", "to"], ["raising", "to"]):
        return any(token.low in ("number", "total") for token in tokens[at + 1 : at + 4])
    return tokens[at - 1].low == "to" and any(token.low == "total" for token in tokens[at - 5 : at - 1])


_OF_A_TOTAL = (["with", "a", "total", "of"], ["for", "a", "total", "of"])


def shared_noun(reading: Reading, figure: Figure, last: int) -> tuple[int | None, int]:
    """The noun that "76 temporary and nine long-term shelters" gives to its first number too."""
    tokens = reading.tokens
    after = next(reading.between(figure.index, figure.index + _SHARED_REACH + 1), None)
    if after is not None and after.index == figure.index + 2 and tokens[figure.index + 1].low == "(":
        # "identified 90 (70 street children in 2015)"
        head, end = noun_of(reading, after)
        return (head, end) if head is not None and PEOPLE & tokens[head].tags else (None, last)
    if after is None or not 2 <= after.index - figure.index <= _SHARED_REACH or figure.kind != "number":
        return None, last
    gap = tokens[figure.index + 1 : after.index]
    if gap[-1].low not in ("and", "or") or any(
        token.kind != "word" or token.low in PREPOSITIONS or not _NO_ADJECTIVE.isdisjoint(token.tags)
        for token in gap[:-1]
    ):
        return None, last
    head, _ = noun_of(reading, after)
    if head is None or not (tokens[head].tags & {"unit", "official", "unit_trained"}):
        return None, last  # "111 law enforcement and 95 other officials"
    return head, after.index - 2


_SHARED_REACH = 4
_NO_ADJECTIVE = frozenset(("finite", "unit", "who", "audience", "official", "unit_trained", "holds", "gives", "runs"))


def of_change(reading: Reading, figure: Figure, by_line: bool) -> tuple[str, int] | None:
    """What "the number of inspections rose from 90 to 130" counts, and where its noun stands."""
    tokens, at = reading.tokens, figure.index
    link = tokens[at - 1]
    if link.low not in ("to", "from") and not (link.low.endswith(" from") and "cmp" in link.tags):
        return None
    changed = "cmp" in link.tags
    for step in range(at - 1, max(-1, at - _CHANGE_REACH), -1):
        token = tokens[step]
        if token.low in (";", ".") or token.kind == "money":
            return None
        changed = changed or token.low in _CHANGES or ("change" in token.tags and "cmp" in token.tags)
        unit = unit_of(token)
        if "official" in token.tags and tokens[step + 1].low == "trained" and changed:
            return "officials_trained", step  # "the number of officials trained grew from 340 to 510"
        if unit is None or not token.low.endswith("s"):
            continue
        if unit in ("calls", "contacts"):
            fits = by_line or any("line" in other.tags for other in tokens[max(0, step - 4) : at])
        else:
            fits = unit in _CHANGING
        others = any("ngo" in other.tags for other in tokens[max(0, step - 4) : step])
        return (OUTPUTS[unit], step) if fits and not others and (changed or _is_changed(tokens, step)) else None
    return None


def _is_changed(tokens: Sequence[Token], noun: int) -> bool:
    """ "increased the number of inspections": does the verb of change stand before the noun?"""
    return any(token.low in _CHANGES for token in tokens[max(0, noun - 6) : noun])


_SHOWED = frozenset(("found", "identified", "revealed", "uncovered", "detected", "led"))
_CHANGE_REACH = 14
_CHANGING = frozenset(("inspections", "shelters", "trainings"))
_CHANGES = frozenset((
    "increased", "increase", "increasing", "decreased", "decreasing", "rose", "fell", "grew", "declined", "dropped",
    "expanded", "raised", "reduced", "doubled", "rising", "falling", "growing",
))  # fmt: skip


def of_whole(reading: Reading, figure: Figure) -> str | None:
    """ "Of the 40 centers, nine were opened in 2016": what was done with a part of what was counted before."""
    # The sentence's own "Of the 40 centers": the figure's whole may be a figure of the sentence before.
    whole = next((other for other in reading.between(figure.index - 12, figure.index) if other.denominator), None)
    if whole is None:
        return None
    tokens = reading.tokens
    head, _ = noun_of(reading, whole)
    unit = unit_of(tokens[head]) if head is not None and head < len(tokens) else None
    if unit is None or unit in ("calls", "contacts"):
        return None
    if unit == "inspections" and figure.index + 1 < len(tokens) and tokens[figure.index + 1].low in _SHOWED:
        return "inspections"  # "Of the 900 inspections, 20 found signs of forced labor"
    verb = verb_after(reading, figure, figure.index, VERBS[unit])
    if verb is None or is_by_others(reading, verb, passive=True):
        return None
    return OUTPUTS.get(unit, "other")


def goes_on(reading: Reading, figure: Figure, previous: Figure, unit: str) -> bool:
    """ "inspections at 90 farms and 30 mines": the next of a list of one kind of unit."""
    tokens = reading.tokens
    noun = noun_of(reading, previous)[0]
    if noun is None:
        shared = shared_noun(reading, previous, previous.index)[0]
        return shared is not None and shared > figure.index  # "76 temporary and nine long-term shelters"
    return (
        figure.index - previous.index < _LIST_REACH
        and tokens[figure.index - 1].low in ("and", ",", "as well as", "plus")
        and noun < figure.index
        and (unit_of(tokens[noun]) == unit or {unit_of(tokens[noun]), unit} == {"shelters", "homes"})
        and not any(
            "finite" in token.tags or token.low in ("that", "which", ";") for token in tokens[noun : figure.index]
        )
    )


_LIST_REACH = 22


def owned_wholes(reading: Reading) -> dict[int, Figure]:
    """ "five of the country's 14 shelters": the index of the 5 with the figure 14, which is no count of its own."""
    tokens = reading.tokens
    found: dict[int, Figure] = {}
    for left, right in pairwise(reading.figures):
        if left.kind != "number" or right.kind != "number" or not 2 < right.index - left.index < _OWNED_REACH:
            continue
        gap = tokens[left.index + 1 : right.index]
        if gap[0].low == "of" and all(token.kind in ("word", "country") for token in gap) and not right.denominator:
            if is_possessor(tokens, right.index - 1):
                found[left.index] = right
    return found


_OWNED_REACH = 7


def _unit_before(reading: Reading, previous: Figure) -> str | None:
    noun = noun_of(reading, previous)[0]
    if noun is None and previous.base is not None:
        noun = noun_of(reading, previous.base)[0]  # "accredited 90 agencies (60 in 2015), banned 20"
    return unit_of(reading.tokens[noun]) if noun is not None and noun < len(reading.tokens) else None


def left_out(reading: Reading, figure: Figure, last: int, known: dict[int, str], previous: Figure | None) -> str | None:
    """The noun is that of the output before: "two shelters here and five abroad", "600 calls, of which 40 were …"."""
    if previous is None or figure.index - previous.index > 24:
        return None
    tokens = reading.tokens
    size = len(tokens)
    following = tokens[last + 1] if last + 1 < size else None
    before = tokens[figure.index - 1]
    if (
        known[id(previous)] == "hotline_calls"
        and following is not None
        and following.low in ("were", "was")
        and last + 2 < size
        and tokens[figure.index - 1].low != "of which"
    ):
        # "90 calls, most of them requests for information, while 12 were referred to police"
        return "hotline_calls" if tokens[last + 2].low in ABOUT or tokens[last + 2].low == "referred" else None
    if before.low == "another" and known[id(previous)] in _COUNTS_PEOPLE and following is not None:
        # "sent 14 officers to a course, and the embassy trained another 60"
        if following.kind == "mark" and "finite" not in tokens[figure.index - 2].tags:
            return known[id(previous)]  # "…, the immigration service another 19, and …"
        if tokens[figure.index - 2].low in ("and", ",") and following.low in PREPOSITIONS:
            return known[id(previous)]  # "trained 14 officers, and another 60 through a partner"
    if before.low in ("the", "than") and following is not None and following.low in _DONE_TO:
        return _DONE_TO[following.low]  # "trained 2,140 officials, more than the 640 trained in 2021"
    more = before.low == "another" or (following is not None and following.low in ("more", "others"))
    if more and (unit := _unit_before(reading, previous)):
        # "inspected 90 farms, and the ministry inspected 12 more"
        verb = verb_before(reading, figure, VERBS[unit])
        if verb is not None and figure.index - verb <= 2 and not is_by_others(reading, verb):
            return by_verb(tokens[verb], unit)
    if (unit := _unit_before(reading, previous)) and before.low in _DONE and tokens[figure.index - 2].low == "had":
        # "made 300 visits; in 2012 it had made 410"
        return known[id(previous)] if "holds" in before.tags or "closes_down" in before.tags else None
    if reading.clauses[figure.index] != reading.clauses[previous.index] or figure.index - previous.index > 14:
        return None
    # A figure of another kind between the two has the noun: "40 calls and five victims, of whom three".
    if any(
        other.kind == "number" and (other.head is not None or "unit" not in _tags_of(reading, previous))
        for other in reading.between(previous.index, figure.index)
    ):
        return None
    output = known[id(previous)]
    unit = _unit_before(reading, previous)
    if (
        before.low == "including"
        and output not in _COUNTS_PEOPLE
        and following is not None
        and following.kind == "word"
    ):
        return output  # "received 900 calls, including 40 about trafficking"
    if output in _COUNTS_PEOPLE and following is not None and "attends" in following.tags:
        # "1,050 cadets enrolled in a course, and 430 finished it"
        return output if following.low != "received" and tokens[last + 2].low in ("it", "them", ".", "the") else None
    if output == "hotline_calls" and before.low in ("and", ",") and following is not None and following.low == "from":
        return output  # "900 inquiries from workers, 300 from employers"
    if before.low == "of which" and output not in _COUNTS_PEOPLE:
        return output
    if is_new_total(tokens, figure.index):
        return output
    if any(token.low == "ones" for token in tokens[figure.index + 1 : figure.index + 4]):
        return output  # "two national campaigns and 14 local ones"
    if output == "materials_distributed" and following is not None and following.kind == "word" and not following.tags:
        # "distributed 900 leaflets, 300 posters, and 200 pens"
        return output if before.low in ("and", ",") and _is_end(tokens, last + 2) else None
    if before.low in ("of whom", "of which") and (output in _COUNTS_PEOPLE or _counted_people(reading, previous)):
        return output
    if (
        unit is not None
        and not PEOPLE & before.tags
        and not _ENDS.isdisjoint((following.kind, following.low) if following else ("mark",))
    ):
        # "inspected 90 farms, fined 12 others, and closed three"
        closing = ("closes_down",) if unit in ("raids", "inspections", "places") else VERBS[unit]
        verb = verb_before(reading, figure, closing)
        if verb is not None and figure.index - verb <= 2 and is_object(reading, figure, verb):
            if unit in ("calls", "contacts"):
                return output
            return by_verb(tokens[verb], "premises" if "closes_down" in tokens[verb].tags else unit)
    if following is None:
        return None
    if unit == "premises" and before.low in ("placed", "put", "placing", "putting") and following.low in ("on", "onto"):
        named = any(token.low in _LISTS for token in tokens[figure.index + 2 : figure.index + 6])
        return "other" if named and not is_by_others(reading, figure.index - 1) else None
    if following.low in ("of which", "of whom") and before.low in (",", "and", "—", "–"):
        # "six shelters, one of which …" describes a shelter, it counts nothing new.
        fits = (following.low == "of whom") == (output in _COUNTS_PEOPLE)
        return output if fits and figure.number.value != 1 else None
    if following.low == "of" and figure.index + 2 < size and tokens[figure.index + 2].low in ("them", "these"):
        # "printed 900 leaflets and distributed 700 of them"
        verb = verb_before(reading, figure, VERBS[unit]) if unit is not None else None
        if verb is None and output == "shelters" and figure.number.value != 1:
            # "19 shelters, seven of them subsidized"
            kept = tokens[figure.index + 3 : figure.index + 4]
            return output if kept and ("runs" in kept[0].tags or kept[0].low.endswith(_KEPT)) else None
        if before.low in ("sent", "sending"):
            told = any(
                known.get(id(other)) == "officials_trained" for other in reading.figures if other.index < figure.index
            )
            return "officials_trained" if told else None
        if output in _COUNTS_PEOPLE:
            return output if before.low in (",", "and", "(") or before.low.endswith("ly") else None
        if unit in ("calls", "contacts") and output == "other":
            # "received 90 complaints and resolved 60 of them"
            settled = not before.tags.isdisjoint(VERBS["disputes"]) and not is_by_others(reading, figure.index - 1)
            return output if settled else None
        return by_verb(tokens[verb], unit) if verb is not None and unit is not None else None
    if output == "shelters" and before.low in (",", "and", "—", "–", "(", "-"):
        # "four shelters—one state-run, three operated by NGOs—"
        named = following.low.endswith(_KEPT) or ("runs" in following.tags and following.low.endswith(("ed", "run")))
        if named:
            return output
    if before.low in ("and", ",") and following.kind == "word" and following.low in _PLACES:
        if figure.number.value == 1 and any(
            token.kind == "mark" for token in tokens[previous.index + 1 : figure.index]
        ):
            return None  # "two shelters, one for women and one in the capital" says which two
        return output
    if (
        before.low in ("and", ",")
        and following.low == "of"
        and output not in _COUNTS_PEOPLE
        and figure.index + 2 < size
    ):
        # "30 inspections of farms and 12 of brothels"
        return output if tokens[figure.index + 2].low not in ("the", "these", "those", "its", "their", "whom") else None
    return None


def _tags_of(reading: Reading, figure: Figure) -> frozenset[str]:
    noun = noun_of(reading, figure)[0]
    if noun is None and figure.base is not None:
        noun = noun_of(reading, figure.base)[0]  # "screened 90 migrants (60 in 2015)"
    return reading.tokens[noun].tags if noun is not None and noun < len(reading.tokens) else frozenset()


def _counted_people(reading: Reading, previous: Figure) -> bool:
    """Were people counted, though of no kind of their own ("screened 90 migrants, of whom 12 …")?"""
    return bool(PEOPLE & _tags_of(reading, previous))


_DONE_TO = {"trained": "officials_trained", "taught": "officials_trained", "reached": "people_reached"}
_LISTS = frozenset(("blacklist", "blacklists", "watchlist", "list", "lists"))
_KEPT = ("-run", "-operated", "-funded", "-managed", "-owned", "-based", "-supported")
_DONE = frozenset(("made", "conducted", "performed", "carried out", "inspected", "visited", "held", "completed"))


def is_of_calls(tokens: Sequence[Token], at: int) -> bool:
    """ "900 calls; eight led to investigations", "… and 38 about trafficking", "15 of them concerned trafficking"."""
    after = [token.low for token in tokens[at + 1 : at + 4]]
    if after[:1] and after[0] == "of" and after[1:2] and after[1] in ("them", "these", "those"):
        after = after[2:]
    elif after[:1] and after[0] in ("of them", "of these", "of those"):
        after = after[1:]
    if len(after) > 1 and after[0] in ("were", "was"):
        return after[1] in ABOUT
    if not after:
        return False
    if after == ["had", "to", "do"] or (after[0] == "to" and tokens[at - 1].low in _PASSED_ON):
        return True  # "forwarded 930 to prosecutors"
    if tokens[at + 1].low == "of" and tokens[at + 2].low == "them" and tokens[at - 1].low == ",":
        return True  # "6,100 calls, 84 of them actual cases"
    if after[0] == "on" and tokens[at - 1].low in ("–", "—", "-", "and") and "line" in _tags_near(tokens, at):
        return True  # "331 calls – 229 on the state's line and 102 on that of an NGO"
    return after[0].split()[0] in _CALLS_DO or (
        after[0] in ABOUT and tokens[at - 1].low in ("and", ",", ";", "only", "with")
    )


def _tags_near(tokens: Sequence[Token], at: int) -> frozenset[str]:
    return frozenset().union(*(token.tags for token in tokens[max(0, at - 12) : at + 12]))


_PASSED_ON = frozenset(("referred", "forwarded", "transferred", "referring", "forwarding", "transferring", "passing"))
_CALLS_DO = frozenset((
    "led", "resulted", "concerned", "involved", "related", "pertained", "dealt", "hinted", "resulting", "leading",
))  # fmt: skip


def _is_end(tokens: Sequence[Token], at: int) -> bool:
    """Does a noun end before token `at`, so that a clause, a place or the sentence follows?"""
    return at >= len(tokens) or tokens[at].kind in ("mark", "period") or tokens[at].low in _AFTER_NOUN


_AFTER_NOUN = frozenset(("at", "in", "to", "for", "on", "during", "and", "with", "throughout", "across"))
_ENDS = frozenset(("mark", "period", "and", "for", "in"))
_PLACES = frozenset(
    ("online", "virtually", "remotely", "abroad", "overseas", "in", "at", "for", "elsewhere", "on", "outside", "near")
)
