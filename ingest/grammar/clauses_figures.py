"""Figures of a sentence: each number with the noun phrase that it counts and its complements."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses_numerals import is_difference, numbers_article, numbers_periods
from ingest.grammar.clauses_tails import tail_of
from ingest.grammar.clauses_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    MARKS_IN_NOUN,
    NOUN_REACH,
    ONE_CASE,
    PREPOSITIONS,
    UNTYPED,
    ZEROS,
    Figure,
    Reading,
    is_singular,
    type_of,
)
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.words import word_set

_ONE_OF = word_set("a an another")


_POSSESSIVES = word_set("its their the this one")
_FIRSTS = word_set("first only second third fourth fifth sixth seventh eighth sole first-ever")
# "four of the nine prosecutions involved forced labor": said of the four.
_TELLS_OF_PART = word_set("involved were was concerned included are is")


_DEGREES = word_set("instance level degree step phase stage half time appearance")
_SAME = word_set("original new initial total reported first")
_NONE, _ONE = Number(0), Number(1)
# Before "of the 12": what is said is a share of the 12, which count nothing of their own.
_BEFORE_WHOLE = word_set(", ; ( that while half most many some majority none few several percentage")
# The words that may count one or none.
_COUNTING = _ONE_OF | _POSSESSIVES | ZEROS | {"zero"}


def find_figures(reading: Reading) -> None:
    """Fills `reading.figures`: numbers, counting articles and counting negations, each with its noun phrase."""
    tokens, figures = reading.tokens, reading.figures
    size = len(tokens)
    for at, token in enumerate(tokens):
        kind, low = token.kind, token.low
        if kind == "number":
            if numbers_periods(tokens, at) or numbers_article(tokens, at, "article" in reading.sentence.tags):
                continue
            if is_difference(tokens, at):
                continue
            figures.append(_figure(reading, at, "number", token.value, at + 1))
        elif low in ("a", "one") and at and at + 1 < size and _is_none(tokens, at):
            figures.append(_figure(reading, at, "none", _NONE, at + 2))  # "not a single trafficker"
        elif low == "first" and at and (tokens[at - 1].kind == "country" or "government" in tokens[at - 1].tags):
            figure = _article(reading, at - 1)  # "the government's first prosecution remained pending"
            if figure is not None:
                figures.append(figure)
        elif low in _COUNTING and kind == "word":
            ordinal = at + 1 < size and tokens[at + 1].low in _FIRSTS
            if low in _ONE_OF or (low in _POSSESSIVES and (ordinal or (low == "the" and _heads_something(tokens, at)))):
                figure = _article(reading, at)
                if figure is not None:
                    figures.append(figure)
            elif low not in _POSSESSIVES:
                figures.append(_figure(reading, at, "none", _NONE, at + 1))
        elif low in ONE_CASE and at and "counts" in tokens[at - 1].tags:
            figures.append(_one_case(reading, at))
    for left, right in pairwise(figures):
        if left.kind != "article" and right.kind == "number" and _is_partitive(tokens, left, right):
            right.denominator = True
            left.whole = right
            left.scope = "part"
            if left.head is None:
                left.head, left.tags, left.own_type = right.head, right.tags, right.own_type
                left.last, left.tail = right.last, right.tail
            if right.own_type and right.last + 1 < size and tokens[right.last + 1].low in _TELLS_OF_PART:
                right.own_type = type_of(tokens, right.index + 1, right.last + 1)
    for left, right in pairwise(figures):
        if right.bracket == right.index and right.number.value == left.number.value and right.index - left.index == 2:
            if right.index + 1 < size and tokens[right.index + 1].low in (")", "]"):
                right.denominator = True  # "twelve (12) suspects", and not "38 (38 in 2016)"
    # "Of the 706 victims identified, 54 …"
    for figure in figures:
        if figure.kind == "number" and not figure.denominator:
            at = figure.index
            if at > 1 and tokens[at - 1].low == "same":
                at -= 1  # "Of these same 26 victims"
            first = tokens[at - 1].low if at else ""
            second = tokens[at - 2].low if at > 1 else ""
            if (
                first in ("the", "these", "those", "all")
                and second == "of"
                and (
                    at == 2
                    or (at == 3 and tokens[0].low == "out")
                    or tokens[at - 3].low in _BEFORE_WHOLE
                    or tokens[at - 3].kind == "percent"
                )
            ) or (first in ("of", "of these", "of those", "among these", "among those") and (at == 1 or second == ";")):
                figure.denominator = True


def _is_none(tokens: list[Token], at: int) -> bool:
    """ "did not convict a single trafficker": a negation before "a single"."""
    if tokens[at + 1].low != "single":
        return False
    return any("neg" in token.tags for token in tokens[max(0, at - 6) : at])


def _one_case(reading: Reading, at: int) -> Figure:
    """ "convicted five traffickers in one case": a count, where it opens no example."""
    tail = tail_of(reading, at)
    segment, bracket = reading.segments[at], reading.brackets[at]
    tags = frozenset({"counts", "case"})
    kind = type_of(reading.tokens, at + 1, tail)
    return Figure(at, reading.tokens[at], "number", Number(1), at, at, at, tail, segment, bracket, tags, kind)


def _is_partitive(tokens: list[Token], left: Figure, right: Figure) -> bool:
    """ "17 of 20 victims", "three of the 12 suspects", "two out of five"."""
    if not 1 < right.index - left.index <= 5 or tokens[left.index + 1].low not in ("of", "out"):
        return False
    gap = [token.low for token in tokens[left.index + 1 : right.index]]
    if gap[:2] == ["of", "the"] and gap[-1] in _SAME:
        gap.pop()  # "two of the original 10 cases"
    return gap in (
        ["of"],
        ["of", "the"],
        ["of", "these"],
        ["of", "those"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "its"],
        ["of", "a", "total", "of"],
        ["of", "all"],
    )


def _figure(reading: Reading, at: int, kind: str, number: Number, start: int) -> Figure:
    tokens = reading.tokens
    if start < len(tokens) and tokens[start].low in ("of these", "of those"):
        head, last = _head(reading, start + 1)
        partitive = head is not None and last - at <= NOUN_REACH
        if not partitive:
            head, last = None, at
    elif (
        start < len(tokens)
        and tokens[start].low == "of"
        and start + 1 < len(tokens)
        and (tokens[start + 1].low in ("the", "these", "those", "them", "their", "its", "whom", "which"))
    ):  # "three of the suspects"
        head, last = _head(reading, start + 2)
        partitive = head is not None and last - at <= NOUN_REACH
        if not partitive:
            head, last = None, at
    else:
        head, last = _head(reading, start, kind == "number" and number.value != 1)
        partitive = False
    tail = tail_of(reading, last)
    own_type = type_of(tokens, at + 1, tail)
    if own_type is None and head is None and kind == "number" and (noun := _unknown_noun(tokens, at + 1)):
        own_type = type_of(tokens, noun, tail_of(reading, noun))  # "13 Australians with child sex offenses"
    mark = last + 1
    if last + 2 < len(tokens) and tokens[last + 1].low == "in" and tokens[last + 2].kind == "period":
        mark = last + 3
    if (
        own_type is None
        and mark + 1 < len(tokens)
        and tokens[mark].low in ("(", ",")
        and tokens[mark + 1].low in ("all", "both")
    ):
        own_type = type_of(tokens, mark + 1, mark + 6)  # "nine cases in 2017 (all labor trafficking)"
    if own_type is None and head is not None and tail < len(tokens) and tokens[tail].low == "(":
        own_type = _behind_bracket(reading, tail)
    if own_type is None and not UNTYPED.isdisjoint(reading.sentence.words):
        if any(token.low in UNTYPED for token in tokens[at + 1 : min(tail, at + 7)]):
            own_type = "all"
    figure = Figure(
        at,
        tokens[at],
        kind,
        number,
        at,
        last,
        head,
        tail,
        reading.segments[at],
        reading.brackets[at],
        tokens[head].tags if head is not None else frozenset(),
        own_type,
    )
    if partitive:
        figure.scope = "part"
    return figure


def _behind_bracket(reading: Reading, start: int) -> str | None:
    """ "five men (three men and two women) for forced labor": the type behind the bracket that opens at `start`."""
    tokens = reading.tokens
    for close in range(start + 1, min(len(tokens) - 1, start + _BRACKET_REACH)):
        if tokens[close].low == ")":
            if tokens[close + 1].low not in ("for", "of", "on", "under", "in"):
                return None
            return type_of(tokens, close + 1, tail_of(reading, close))
    return None


_BRACKET_REACH = 20


def _unknown_noun(tokens: list[Token], start: int) -> int:
    """The index of the last word of a short phrase without a counted noun: "gang masters", "Australians"; 0: none."""
    at = start
    while at < min(len(tokens), start + 4):
        token = tokens[at]
        if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
            break
        if token.low in CONJUNCTIONS or not _NO_NOUN.isdisjoint(token.tags):
            break
        at += 1
    return at - 1 if at > start else 0


_NO_NOUN = frozenset({"finite", "base", "gerund", "part", "cmp", "actor", "neg", "sentence"})


def _is_adjective(token: Token) -> bool:
    return "noun" in token.tags and is_singular(token.low) and "finite" not in token.tags


def _heads_something(tokens: list[Token], at: int) -> bool:
    """ "convicted the owner of a bar", "acquitted the former head of an agency": one person, told by what is theirs."""
    before = tokens[at - 1] if at else None
    if before is None or not ("stage" in before.tags or before.low in ("against", "of")):
        return False
    place = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low == "former")
    if place + 1 >= len(tokens) or tokens[place + 1].low not in ("of", "and"):
        return False
    head = tokens[place]
    return head.low in _HEADS and tokens[place + 1].low == "of"


_HEADS = word_set(
    "head director owner leader chief manager mayor deputy operator president boss mother father governor organizer"
)


def _article(reading: Reading, at: int) -> Figure | None:
    """An article before a countable singular: "a trafficker", "its first conviction", "the only defendant"."""
    tokens = reading.tokens
    low = tokens[at].low
    start = at + 1
    if start >= len(tokens):
        return None
    if low == "the" and tokens[start].low not in _FIRSTS:  # "the former head of an agency"
        place = start + (tokens[start].low == "former")
        tail, segment, bracket = tail_of(reading, place), reading.segments[at], reading.brackets[at]
        tags = tokens[place].tags | {"counts", "person"}
        kind = type_of(tokens, at + 1, tail)
        return Figure(at, tokens[at], "article", _ONE, at, place, place, tail, segment, bracket, tags, kind)
    if low not in _ONE_OF:
        if tokens[start].low not in _FIRSTS:
            return None
        if start + 1 < len(tokens) and tokens[start + 1].low in _DEGREES:
            return None  # "the first instance verdict"
        if start + 1 < len(tokens) and tokens[start + 1].kind == "number":
            return None  # "its first two convictions": the number counts
        start += 1
    head, last = _head(reading, start)
    if head is None or not is_singular(tokens[head].low):
        return None
    return Figure(
        at,
        tokens[at],
        "article",
        _ONE,
        at,
        last,
        head,
        tail_of(reading, last),
        reading.segments[at],
        reading.brackets[at],
        tokens[head].tags,
        type_of(tokens, at + 1, tail_of(reading, last)),
    )


def _head(reading: Reading, start: int, several: bool = False) -> tuple[int | None, int]:
    """(index of the counted noun, last index of the phrase) of the noun phrase that begins at `start`.

    `several`: more than one is counted, so that the noun is a plural.
    """
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    size = len(tokens)
    head: int | None = None
    at = start
    stop = min(size, start + NOUN_REACH)
    while at < stop:
        token = tokens[at]
        if segments[at] != segments[start - 1] or brackets[at] != brackets[start - 1]:
            break
        low, tags = token.low, token.tags
        if token.kind == "mark":
            if low in MARKS_IN_NOUN:
                at += 1
                continue
            # "adult, female victims"
            listed = low == "," and head is None and at + 1 < stop and tokens[at + 1].low not in ("and", "or")
            if listed and _modifies(tokens, at + 1, stop):
                at += 1
                continue
            break
        if token.kind in ("number", "period", "duration", "percent", "money", "article"):
            break
        if low == "in" and head is None and _is_crime(tokens, at) and _modifies(tokens, at + 2, stop):
            at += 2  # "29 trafficking in persons investigations"
            continue
        singular = "counts" in tags and head is None and (several or "who" in tags) and is_singular(low)
        if singular and _modifies(tokens, at + 1, stop):
            pass  # "95 official and potential victims", "any child labor victims": a singular only describes
        elif "counts" in tags:
            # "11 victims men": a second noun only continues the phrase where it is its head ("prosecution cases").
            if "finite" in tags or (head is not None and _starts_subject(tokens, head, at)):
                break
            head = at
        elif low in PREPOSITIONS or low in AUXILIARIES or "cmp" in tags or "part" in tags:
            break
        elif "finite" in tags or "base" in tags:
            # "12 convicted traffickers": a participle before its noun; "12 convicted in 2019" leaves the noun out.
            # "242 received services outside shelters": what they received is not what is counted.
            if head is not None or "receives" in tags or not _modifies(tokens, at + 1, stop):
                break
        elif low in CONJUNCTIONS:
            if low not in ("and", "or") or head is not None or not _modifies(tokens, at + 1, stop):
                break
            if at == start and several:
                break  # "referred 40 and other agencies referred 12"
        elif head is not None and "noun" not in tags and not _may_modify(token):
            break
        at += 1
    if several and head is not None and _is_adjective(tokens[head]) and not _misprinted(tokens, head):
        head = None  # "81 trial and 123 appellate": the noun is left out
    return head, (head if head is not None else start - 1)


def _is_crime(tokens: list[Token], at: int) -> bool:
    """ "trafficking in persons": the name of the crime, with "in" at `at`."""
    return at > 0 and at + 1 < len(tokens) and tokens[at - 1].low == "trafficking" and tokens[at + 1].low == "persons"


def _misprinted(tokens: list[Token], head: int) -> bool:
    """ "46 criminal indictment for trafficking": a plural without its ending."""
    return head + 1 < len(tokens) and tokens[head + 1].low in ("for", "of", "against") and "stage" in tokens[head].tags


def _starts_subject(tokens: list[Token], head: int, at: int) -> bool:
    """ "60 victims police identified": after a plural, an actor is the subject of a clause of its own."""
    return "actor" in tokens[at].tags and "actor" not in tokens[head].tags and not is_singular(tokens[head].low)


def _may_modify(token: Token) -> bool:
    return token.kind == "country" or "official" in token.tags


def _modifies(tokens: list[Token], at: int, stop: int) -> bool:
    """Does a noun phrase go on at `at` to a counted noun ("sex and labor trafficking cases")?"""
    for index in range(at, min(stop, at + 5)):
        token = tokens[index]
        if "counts" in token.tags and "finite" not in token.tags:
            return True
        if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
            return False
        if "finite" in token.tags or "cmp" in token.tags or token.low in ("a", "an", "the", "no", "its", "any"):
            return False
    return False
