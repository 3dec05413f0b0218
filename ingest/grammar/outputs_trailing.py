"""Numbers of fact_outputs that no noun follows: "posters (2,000)", "judges, 40 in all", "was called 90 times"."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_words import OUTPUTS, PEOPLE, unit_of
from ingest.vocabulary.words import word_set

# "40 in all": the words that close a number set behind its noun.
_IN_ALL = (
    ("in", "all"),
    ("in", "number"),
    ("strong",),
    ("in", "total"),
    ("all", "told"),
    ("altogether",),
    ("total",),
    ("overall",),
    ("together",),
)
_OF_THEM = ("of", "them")
_OPENERS = frozenset((",", "(", "–", "—", "-"))
_CLOSERS = frozenset((",", ")", "–", "—", "-", "."))
_NOUN_REACH = 5
_COUNTED_REACH = 14
_TIMES_REACH = 12
_RUNS_OF_PRINT = (("print", "run", "of"), ("circulation", "of"), ("edition", "of"), ("run", "of"))
_CHECKED = word_set("visited monitored inspected checked audited patrolled")
_WATCHED = word_set("viewed watched downloaded visited streamed read heard")


def behind_its_noun(reading: Reading, figure: Figure) -> tuple[Figure, int, int] | None:
    """The figure as if it stood before its noun, with that noun and the end of the phrase; None where no noun is.

    "Judges and police, 240 in all, attended", "Posters (2,000) were printed", "district teams, 35 of them, visited".
    """
    tokens, at = reading.tokens, figure.index
    if at < 2 or (tokens[at - 1].low not in _OPENERS and tokens[at - 1].low != "numbering"):
        return None
    # "Officers numbering 105 underwent …", "Judges, 40 in all, attended …"
    end = at if tokens[at - 1].low == "numbering" else _end_of_aside(reading, figure)
    if end is None:
        return None
    noun = at - 2
    # "comic books for schools, 60,000 copies in all" has a noun of its own.
    if tokens[noun].kind != "word" or not (unit_of(tokens[noun]) or PEOPLE & tokens[noun].tags):
        return None
    if not tokens[noun].low.endswith("s") and tokens[noun].low not in ("police", "staff", "personnel"):
        return None
    end = _end_of_asides(reading, end)
    first = noun
    while first and noun - first < _NOUN_REACH - 1 and _is_of_noun(reading, first - 1, noun):
        first -= 1
    named = figure.twin()
    named.index, named.first, named.last, named.head, named.bracket = first, first, noun, noun, reading.brackets[noun]
    return named, noun, end


def _is_of_noun(reading: Reading, at: int, noun: int) -> bool:
    """Does the word at `at` belong to the noun phrase that ends at `noun`?"""
    token = reading.tokens[at]
    if token.kind != "word" or reading.clauses[at] != reading.clauses[noun]:
        return False
    low = token.low
    if low in PREPOSITIONS or low in AUXILIARIES or low in CONJUNCTIONS or low in ("the", "its", "their", "a", "all"):
        return False
    return token.tags.isdisjoint(_VERBS) and not low.endswith(("ed", "ing"))


_VERBS = frozenset(("finite", "distributes", "holds", "trains", "reaches", "airs", "closes_down", "gives", "attends"))


def _end_of_aside(reading: Reading, figure: Figure) -> int | None:
    """The last token of "(2,000)", ", 240 in all," or ", 35 of them,"; None where the number is no such aside."""
    tokens, at = reading.tokens, figure.index
    size = len(tokens)
    if tokens[at - 1].low == "(":
        return at + 1 if at + 1 < size and tokens[at + 1].low == ")" else None
    for words in (*_IN_ALL, _OF_THEM):
        stop = at + 1 + len(words)
        if stop < size and tuple(token.low for token in tokens[at + 1 : stop]) == words:
            return stop if tokens[stop].low in _CLOSERS else None
    return None


def _end_of_asides(reading: Reading, end: int) -> int:
    """The last token of "posters (200) and comic books (75)": a list of nouns, each with its number behind it."""
    tokens = reading.tokens
    for _ in range(_LISTED):
        start = end + 1
        while start < len(tokens) and start - end < 3 and tokens[start].low in (",", "and"):
            start += 1
        stop = next((at for at in range(start, min(len(tokens) - 2, start + 5)) if tokens[at].low == "("), None)
        if stop is None or start == end + 1 or tokens[stop + 1].kind != "number" or tokens[stop + 2].low != ")":
            break
        end = stop + 2
    return end


_LISTED = 6


def counts_copies(reading: Reading, figure: Figure, head: int, last: int) -> bool:
    """ "spent $3,000 on leaflets, 8,000 copies in all": what was paid for is counted behind it."""
    tokens = reading.tokens
    if tokens[head].low not in ("copies", "pieces") or tokens[figure.index - 1].low not in (",", "—", "–"):
        return False
    if not any(tuple(t.low for t in tokens[last + 1 : last + 1 + len(words)]) == words for words in _IN_ALL):
        return False
    before = tokens[max(0, figure.index - _COUNTED_REACH) : figure.index - 1]
    return any("unit:materials" in token.tags for token in before)


def is_print_run(reading: Reading, figure: Figure) -> bool:
    """ "published a brochure with a print run of 15,000"."""
    tokens, at = reading.tokens, figure.index
    if not any(tuple(t.low for t in tokens[max(0, at - len(words)) : at]) == words for words in _RUNS_OF_PRINT):
        return False
    for step in range(at - 2, max(-1, at - _COUNTED_REACH - 6), -1):
        if "distributes" in tokens[step].tags:
            return not is_by_others(reading, step)
    return False


def at_unknown_places(reading: Reading, figure: Figure) -> str | None:
    """ "inspected 74 bateyes", "closed 14 saunas": places that no lexicon knows, by the verb they are the object of."""
    tokens, at = reading.tokens, figure.index
    if at < 1 or at + 2 >= len(tokens) or figure.number.value == 1:
        return None
    verb, noun, after = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    if verb.low not in _INSPECTS and verb.low not in _CLOSES:
        return None
    if noun.kind != "word" or noun.tags or not noun.low.endswith("s") or noun.low in _NO_PLACES:
        return None
    if after.kind != "mark" and after.low not in PREPOSITIONS and after.low not in CONJUNCTIONS:
        return None
    if is_by_others(reading, at - 1):
        return None
    return "inspections" if verb.low in _INSPECTS else "other"


_INSPECTS = word_set("inspected inspecting raided raiding audited")
_CLOSES = word_set("closed closing sealed") | {"shut down", "shut"}
_NO_PLACES = word_set("loopholes gaps borders files accounts roads crossings points items goods documents bags times")


def of_them(reading: Reading, figure: Figure) -> bool:
    """ "paid for posters in nine languages and printed 75,000 of them": the materials were named before."""
    tokens, at = reading.tokens, figure.index
    after = [token.low for token in tokens[at + 1 : at + 3]]
    if after[:2] != ["of", "them"] and after[:1] != ["of them"]:
        return False
    if "distributes" not in tokens[at - 1].tags or is_by_others(reading, at - 1):
        return False
    return any("unit:materials" in token.tags for token in tokens[max(0, at - 2 * _COUNTED_REACH) : at - 1])


def in_violation(reading: Reading, figure: Figure) -> bool:
    """ "found 92 in violation of labor laws": of what was inspected, those that broke the rules."""
    tokens, at = reading.tokens, figure.index
    after = [token.low for token in tokens[at + 1 : at + 6]]
    if after[:2] == ["to", "be"]:
        after = after[2:]
    broken = after[:1] in (["in"], ["with"]) and any(low in _BREACHES for low in after[1:3])
    if not broken and after[:1] not in (["violating"], ["non-compliant"], ["noncompliant"], ["breaching"]):
        return False
    verb = at - 1 - (tokens[at - 1].low == "that")
    return "finds" in tokens[verb].tags and not is_by_others(reading, verb)


_BREACHES = word_set("violation violations breach breaches non-compliance noncompliance")


def of_times(reading: Reading, figure: Figure) -> str | None:
    """ "the hotline was called 748 times", "aired the spot 107 times", "inspected the fields on 63 occasions"."""
    tokens, at = reading.tokens, figure.index
    if at + 1 >= len(tokens) or tokens[at + 1].low not in ("times", "occasions"):
        return None
    if at + 2 < len(tokens) and tokens[at + 2].low in ("more", "as", "the", "higher", "that"):
        return None  # "three times as many"
    for step in range(at - 1, max(-1, at - _TIMES_REACH), -1):
        token = tokens[step]
        if reading.clauses[step] != reading.clauses[at]:
            return None
        if "rings" in token.tags:
            opening = tokens[max(0, step - 2 * _TIMES_REACH) : step]
            return "hotline_calls" if any("line" in other.tags for other in opening) else None
        if token.low in _WATCHED or "airs" in token.tags:
            seen = any(
                not _SEEN.isdisjoint(other.tags) or other.low in ("website", "film", "video", "page")
                for other in tokens[max(0, step - 8) : at]
            )
            if seen or token.low.startswith(("aired", "broadcast", "televised")):
                return None if is_by_others(reading, step) else "other"
        if token.low in _CHECKED:
            return None if is_by_others(reading, step) else "inspections"
        if "finite" in token.tags:
            return None
    return None


_SEEN = frozenset(("unit:media", "unit:materials"))


def of_total(reading: Reading, figure: Figure, by_line: bool) -> tuple[str, int] | None:
    """ "calls to the hotline totaled 3,400", "inspections numbered 90": what is counted, and where its noun stands."""
    tokens, at = reading.tokens, figure.index
    if at < 2:
        return None
    if tokens[at - 1].low == "to" and (at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"):
        brought = _brought_to(reading, at)
        if brought is not None:
            return brought
    if tokens[at - 1].low not in _TOTALS and (tokens[at - 2].low, tokens[at - 1].low) not in _TOTAL_LINKS:
        return None
    for step in range(at - 2, max(-1, at - _TIMES_REACH), -1):
        token = tokens[step]
        if token.kind == "money" or token.low == ";":
            return None
        if token.kind == "number" and not any("line" in other.tags for other in tokens[step + 1 : step + 4]):
            return None
        unit = unit_of(token)
        if unit is None or not token.low.endswith("s"):
            continue
        if unit in ("calls", "contacts"):
            near = by_line or any("line" in other.tags for other in tokens[step:at])
            return (OUTPUTS[unit], step) if near else None
        if unit in ("inspections", "trainings", "shelters"):
            return OUTPUTS[unit], step
        return None
    return None


def _brought_to(reading: Reading, at: int) -> tuple[str, int] | None:
    """ "bringing the total number of government shelters offering care for victims to five"."""
    tokens = reading.tokens
    for step in range(at - 3, max(0, at - _BROUGHT_REACH), -1):
        if tokens[step].low not in ("bringing", "raising"):
            continue
        if not any(token.low in ("number", "total") for token in tokens[step + 1 : step + 4]):
            return None
        for noun in range(step + 3, min(step + 10, at)):
            unit = unit_of(tokens[noun])
            if unit is not None and tokens[noun].low.endswith("s"):
                return OUTPUTS.get(unit, "other"), noun
        return None
    return None


_BROUGHT_REACH = 36
_TOTALS = word_set("totaled totalled numbered totaling")
_TOTAL_LINKS = (("came", "to"), ("amounted", "to"), ("stood", "at"))
