"""What the machine of fact_outputs knows of words: the verbs of each unit, the noun of a figure, who does what."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVES, Figure, Reading
from ingest.grammar.clauses_words import MARKS_IN_NOUN
from ingest.vocabulary.words import word_set

# The verbs that make a count of each unit a thing that was done, before the number or in the passive after it.
VERBS: dict[str, tuple[str, ...]] = {
    "materials": ("distributes", "gives"),
    "calls": ("gets",),
    "contacts": ("gets",),
    "inspections": ("holds", "gets"),
    "trainings": ("holds",),
    "events": ("holds", "airs"),
    "media": ("airs", "distributes", "holds"),
    "shelters": ("runs",),
    "homes": ("runs", "gives"),
    "raids": ("holds",),
    "papers": ("issues",),
    "findings": ("finds", "gets"),
    "permits": ("grants", "renews", "closes_down"),
    "premises": ("closes_down", "screens", "licenses"),
    "bodies": ("founds", "keeps", "shuts", "pays"),
    "fines": ("fines",),
    "disputes": ("settles",),
    "places": ("covers",),
    "views": ("gets", "garners"),
}
OUTPUTS = {
    "materials": "materials_distributed",
    "calls": "hotline_calls",
    "contacts": "hotline_calls",
    "inspections": "inspections",
    "trainings": "trainings_held",
    "shelters": "shelters",
    "homes": "shelters",
}
PEOPLE = frozenset(("official", "unit_trained", "actor", "audience", "who"))
OTHERS = frozenset(("ngo", "international_organization", "unspecified"))
# What is only asked for or planned has not been done.
ASKED = word_set(
    "required requires require requiring planned plans plan planning will would intends intended should pledged"
    " promised must aims aimed aiming goal seeks sought agreed proposed needs needed could may might allocated budgeted"
    " earmarked urged urging asked encouraged obligated obliged instructed recommended"
)
_NOUN_REACH = 9
_VERB_REACH = 16
_PARTITIVE = word_set("the its their these those")
_ONLY_VERBS = word_set("found led resulted showed revealed concerned")
_STOPS = frozenset(("attends", "gets", "cmp", "part", "neg"))


def unit_of(token: Token) -> str | None:
    """The kind of unit that a noun counts ("materials"), None where it is no unit."""
    tags = token.tags
    if "unit" not in tags:
        return None
    return next((unit for unit in VERBS if f"unit:{unit}" in tags), None)


def by_verb(verb: Token, unit: str) -> str:
    """The output of a unit by the verb that it is the object of: premises are inspected, or closed."""
    if unit == "premises":
        return "inspections" if verb.low.startswith(_LOOKS_AT) else "other"
    return OUTPUTS.get(unit, "other")


_LOOKS_AT = (
    "inspect", "visit", "monitor", "raid", "audit", "check", "screen", "scrutini", "examin", "called ", "looked ",
    "survey", "vett", "review",
)  # fmt: skip


def noun_of(reading: Reading, figure: Figure) -> tuple[int | None, int]:
    """(index of the noun that a figure counts, last index of its phrase), over this table's own nouns too."""
    tokens, brackets = reading.tokens, reading.brackets
    size = len(tokens)
    first = figure.index + 1
    if first + 1 < size and tokens[first].low == "of" and tokens[first + 1].low in _PARTITIVE:
        first += 2  # "310 of its employees"
    several = figure.kind != "number" or figure.number.value != 1
    head: int | None = None
    for at in range(first, min(size, first + _NOUN_REACH)):
        token = tokens[at]
        low, tags = token.low, token.tags
        if brackets[at] != brackets[figure.index]:
            break
        if token.kind == "mark":
            if low in MARKS_IN_NOUN or (
                low == "," and head is None and at > first and not _is_plural(tokens[at - 1].low)
                and _lists_adjectives(tokens, at)
            ):  # fmt: skip
                continue
            break
        if token.kind not in ("word", "duration", "country"):
            break
        if (
            low in PREPOSITIONS
            or low in AUXILIARIES
            or low in RELATIVES
            or low in _ONLY_VERBS
            or not _STOPS.isdisjoint(tags)
        ):
            break
        if low in CONJUNCTIONS:
            # "99 women and child police desks" counts desks: people may only be the first word of a unit's name.
            counted = head is not None and "unit" in tokens[head].tags
            if low not in ("and", "or") or counted or not _goes_on(tokens, at + 1):
                break
            continue
        if low in ("a", "an", "the", "its"):
            break
        if "unit" in tags or (PEOPLE & tags and _is_plural(low)):
            if several and not _is_plural(low) and low not in ("training", "staff", "personnel", "police"):
                continue
            if head == at - 1 and "actor" in tags and "who" in tokens[head].tags:
                break  # "160 individuals officials screened"
            head = at
        elif head is not None and not _goes_on(tokens, at):
            break
        elif at == figure.head and several and low.endswith("s"):
            break  # "In two labor cases employers were fined"
    if (
        head is None
        and figure.head is not None
        and any(
            left.low in ("and", "or") and not DOES.isdisjoint(right.tags) and right.low.endswith(PARTICIPLES)
            for left, right in pairwise(tokens[first : figure.head])
        )
    ):
        return None, figure.index  # "in 28 districts and handed out fliers"
    if head is None:
        return figure.head, figure.last
    if (
        figure.head is not None
        and figure.head > head
        and all(_is_in_noun(token) for token in tokens[head + 1 : figure.head])
    ):
        return figure.head, figure.last
    return head, head


_PAST = word_set("lost heard saw ran led took gave held found met came went won told taught got kept shut")


def _lists_adjectives(tokens: list[Token], comma: int) -> bool:
    """ "480 modeling, tourist, and matchmaking firms": does the list go on to one of this table's nouns?"""
    listed = False
    for token in tokens[comma + 1 : comma + _NOUN_REACH - 2]:
        low = token.low
        if low in ("and", "or"):
            listed = True
        elif token.kind == "mark":
            if low not in MARKS_IN_NOUN and low != ",":
                return False
        elif "unit" in token.tags and _is_plural(low):
            return listed
        elif token.kind != "word" or low in _NO_ADJECTIVES or not _NO_ADJECTIVE_TAGS.isdisjoint(token.tags):
            return False
    return False


DOES = frozenset(
    ("trains", "holds", "distributes", "reaches", "runs", "airs", "founds", "gets", "closes_down", "gives")
)
_NO_ADJECTIVE_TAGS = frozenset(("finite", "trains", "holds", "distributes", "reaches", "runs", "gets", "closes_down"))
_NO_ADJECTIVES = PREPOSITIONS | AUXILIARIES | word_set("the a an its their this that these those which who it they")


def _is_in_noun(token: Token) -> bool:
    """May the word stand inside a noun phrase, and is it no verb that begins another ("88 mines turned up no …")?"""
    if token.kind == "mark":
        return token.low in MARKS_IN_NOUN
    if token.low.endswith("ing") and token.low != "training" and not DOES.isdisjoint(token.tags):
        return False
    return not token.low.endswith("ed") and "finite" not in token.tags and token.low not in _PAST


def _is_plural(low: str) -> bool:
    return (low.endswith("s") and not low.endswith("ss")) or low in _PLURALS


_PLURALS = word_set(
    "people children women men staff personnel police youth law_enforcement fishermen gendarmerie media mous"
)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Does a noun phrase go on at `at` to one of this table's nouns ("awareness and prevention campaigns")?"""
    for token in tokens[at : at + 4]:
        if token.kind != "word" or token.low in PREPOSITIONS or token.low in AUXILIARIES or token.low in CONJUNCTIONS:
            return False
        if "unit" in token.tags and _is_plural(token.low):
            return True
        if token.low in _PAST or token.low in ("their", "its", "the", "his", "her"):
            return False
        if token.tags & {"finite", "holds", "distributes", "attends"}:
            return False
    return False


def verb_before(reading: Reading, figure: Figure, wanted: tuple[str, ...], denied: bool = False) -> int | None:
    """The verb whose object the figure is: the nearest before it in its clause, if it is one of those wanted.

    A verb that is negated counts only where `denied` says that a denial is looked for.
    """
    tokens = reading.tokens
    for at in range(figure.index - 1, max(-1, figure.index - _VERB_REACH - 1), -1):
        if reading.clauses[at] != reading.clauses[figure.index]:
            return None
        if reading.brackets[at] and reading.brackets[at] != figure.bracket:
            continue
        tags = tokens[at].tags
        if any(tag in tags for tag in wanted) and not _is_adjective(tokens, at):
            # "pledged to open two offices and to train 90 officers"
            infinitive = at > 1 and tokens[at - 1].low == "to"
            earlier = tokens[max(0, at - (12 if infinitive else 4)) : at]
            if any(token.low in ASKED for token in earlier):
                return None
            return None if not denied and any("neg" in token.tags for token in earlier[-3:]) else at
        low = tokens[at].low
        if at < figure.index - 1 and low in ("were", "was", "are", "is"):
            return None
        if at and tokens[at - 1].low == "and" and low in _OTHER_DEEDS:
            return None  # "revoked licenses of 14 firms and ran events for 400 employers"
        if low in ("which", "who", "where") or tokens[at].kind == "money":
            return None  # money was given, to however many
        if (
            low != "given"
            and tags & {"finite", "base", "gerund"}
            and not tags & {"noun", "act", "gives", "counts", "unit"}
        ):
            return None
    return None


_OTHER_DEEDS = word_set("ran held gave conducted organized hosted provided offered trained")


def _is_adjective(tokens: list[Token], at: int) -> bool:
    """ "two trained focal points": a word about people who were trained, and no verb."""
    before = tokens[at - 1] if at else None
    return tokens[at].low == "trained" and before is not None and (before.kind == "number" or before.low in _ADVERBS)


_ADVERBS = word_set("specially newly highly the its their of poorly well")


def verb_after(reading: Reading, figure: Figure, last: int, wanted: tuple[str, ...]) -> int | None:
    """The passive verb after the figure: "12 workshops were held", "3,000 booklets distributed"."""
    tokens = reading.tokens
    for at in range(last + 1, min(len(tokens), last + 12)):
        token = tokens[at]
        if (
            reading.clauses[at] != reading.clauses[figure.index]
            or (token.kind == "number" and tokens[at - 1].low not in ("in", "of"))
            or (token.low == "who" and "closes_down" in wanted)
            or (token.kind == "mark" and token.low not in "-'\"")
        ):
            return None
        if token.low == "and" and at == last + 1:
            return None  # "received 40 complaints and resolved half of them"
        if any(tag in token.tags for tag in wanted) and token.low.endswith(PARTICIPLES):
            return at
    return None


PARTICIPLES = (
    "took place",
    "resulted in",
    "ed",
    "held",
    "taken",
    "out",
    "up",
    "given",
    "made",
    "broadcast",
    "built",
    "hand",
    "shut",
    "shut down",
    "changed hands",
)


def is_object(reading: Reading, figure: Figure, verb: int) -> bool:
    """Is the figure an object of the verb, or of its "to", "for", "of", and no place or time beside it?"""
    before = reading.tokens[figure.index - 1]
    if figure.index - 1 == verb or before.low in _OBJECT_LINKS or before.low.endswith("ly"):
        return True
    if figure.index - 3 == verb and before.low.endswith("ed") and reading.tokens[figure.index - 2].low == "and":
        return True  # "trained and deployed 60 officers"
    return figure.index - 2 == verb and before.kind == "word" and before.low not in PREPOSITIONS


def is_possessor(tokens: list[Token], at: int) -> bool:
    """Does the word at `at` own what follows ("the ministry's six")? Its normal form lacks the "'s" of its span."""
    token = tokens[at]
    return token.kind in ("word", "country") and 1 <= token.end - token.start - len(token.low) <= len("'s")


_OBJECT_LINKS = word_set(
    "plus and , or of to for between another additional further some total by with reaching as than both approximately"
) | {"as well as", "in addition to"}
