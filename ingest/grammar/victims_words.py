"""What the words of a figure say of the people it counts: victims or not, type, age, gender, origin, scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, UNTYPED, Figure, Reading, type_of
from ingest.grammar.clauses_words import EARLIER
from ingest.grammar.victims_actors import actor_tag
from ingest.grammar.victims_nouns import (
    OF_WHOM,
    counts_another,
    includes_fewer_victims,
    is_victim,
    some_are_victims,
)
from ingest.vocabulary.words import word_set

# How far a figure's own words go.
SPAN_REACH = 18
_RISK = word_set("risk vulnerable")
_PUNISHED = word_set("guilty sentenced acquitted indicted fined imprisoned")
_ARMED = word_set("group groups forces conflict")


@dataclass(slots=True)
class Words:
    """What a figure's own words, or those of the figure whose words it shares, say of those it counts.

    `victims` says that they are called victims, `people` that a word for people stands there at all; `excluded` that
    they are no victims (officials, people at risk).
    """

    trafficking_type: str = "all"
    age_group: str = "unspecified"
    gender: str = "unspecified"
    origin: str = "unspecified"
    is_potential: bool = False
    victims: bool = False
    people: bool = False
    excluded: bool = False
    scope: str = "total"


_LISTENERS = word_set("audience audiences attendance crowd")


def span_of(reading: Reading, figure: Figure) -> int:
    """The index after the words that belong to a figure: its noun, complements and predicate."""
    tokens = reading.tokens
    at = max(figure.tail, figure.last + 1)
    stop = min(len(tokens), figure.index + SPAN_REACH)
    while at < stop:
        token = tokens[at]
        if reading.brackets[at] != figure.bracket or token.kind in ("number", "period", "percent"):
            break
        if "cmp" in token.tags or (
            "part" in token.tags and not (at == figure.index + 1 and token.low.startswith("of "))
        ):
            break
        if token.kind == "mark" and token.low not in "-'\"–“”‘’":
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            if not (token.low == "," and following.low in ("both", "all", "each", "who")):
                break
        if token.low in ("and", "but", "while", "or"):
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            if (
                following.kind == "number"
                or "finite" in following.tags
                or actor_tag(following)
                or (
                    following.low in ("the", "a", "one", "it", "they", "in", "also", "to", "almost", "nearly", "most")
                    or token.low in ("but", "while")
                )
            ):
                break
        at += 1
    return at


def own_words(reading: Reading, figure: Figure, stop: int, country_code: str) -> Words:
    """What the figure's own words, tokens[figure.index + 1 : stop], say, and what stands about them."""
    tokens = reading.tokens
    words = Words(trafficking_type=_type(reading, figure, stop) or "", scope=figure.scope)
    start = figure.index + 1
    if figure.head is None and start < len(tokens) and tokens[start].low in OF_WHOM:
        words.scope = "part"
    tags: set[str] = set()
    noun_end = max(figure.last, figure.index) + 1
    if not words.trafficking_type and figure.head is not None and _is_in_brothel(tokens, noun_end):
        words.trafficking_type = "sex"
    if not words.trafficking_type and figure.index > 2 and tokens[figure.index - 1].low == "of":
        words.trafficking_type = type_of(tokens, figure.index - 3, figure.index - 1) or ""  # "forced labor of 12 men"
    if not words.trafficking_type and any(token.low in UNTYPED for token in tokens[start : min(stop, start + 6)]):
        words.trafficking_type = "all"  # "40 exploited in an unspecified manner"
    beside = _noun_end(figure, tokens)
    if beside > noun_end:
        tags |= tokens[beside - 1].tags & DESCRIBES  # "12 women and girls"
        if tokens[beside - 1].tags.isdisjoint(("female", "male")):
            tags |= {"female", "male"}  # "12 women and children": of both
    predicate = noun_end < len(tokens) and tokens[noun_end].low in AUXILIARIES
    reach = stop if predicate or figure.head is None else noun_end
    for at, token in enumerate(tokens[start:reach], start):
        if token.kind == "country" and token.value.code:
            kind = "national" if token.value.code == country_code else "foreign"
            if at < noun_end or token.value.kind == "demonym" or (at and tokens[at - 1].low == "from"):
                tags.add(kind)
        if not token.tags:
            continue
        if token.low == "domestic" and at + 1 < len(tokens) and tokens[at + 1].low.startswith(_HOUSE):
            continue  # "domestic servitude" says nothing of a nation
        if token.low == "other" and tokens[at - 1].low == "from" and tokens[at + 1].low in ("countries", "nations"):
            tags.add("foreign")
        tags |= token.tags
        if token.low.startswith(("victim", "survivor")):
            words.victims = True
        if "who" in token.tags:
            words.people = True
        if at < noun_end and "no_victim" in token.tags:
            words.excluded = True
    tags |= _described(tokens, noun_end, country_code) if figure.head is not None else set()
    if words.trafficking_type in ("", "all"):
        for at, token in enumerate(tokens[start : max(reach, figure.tail)], start):
            following = tokens[at + 1].low if at + 1 < len(tokens) else ""
            if (token.low == "armed" and following in _ARMED) or (token.low == "domestic" and following == "service"):
                words.trafficking_type = "labor"
            elif token.low == "servile" and following == "marriage":
                words.trafficking_type = "other"
    before = tokens[figure.index - 1] if figure.index else None
    if (
        before is not None
        and before.low == "("
        and figure.index > 1
        and tokens[figure.index - 2].low.startswith("victim")
    ):
        if noun_end < len(tokens) and tokens[noun_end].low == ")":
            words.victims = True  # "the majority of victims (595)"
            if noun_end + 1 < len(tokens) and tokens[noun_end + 1].low in AUXILIARIES and not words.trafficking_type:
                words.trafficking_type = type_of(tokens, noun_end + 1, noun_end + 8) or ""
            for token in tokens[noun_end + 2 : noun_end + 5] if tokens[noun_end + 1].low in ("were", "are") else ():
                if token.kind == "mark":
                    break
                tags |= token.tags  # "the majority of victims (595) were girls"
    if before is not None and before.low == "(" and figure.head is None and noun_end < len(tokens) and figure.index > 1:
        told = tokens[figure.index - 2]
        if tokens[noun_end].low == ")" and ("who" in told.tags or _is_people(told)):
            words.people, words.scope = True, "part"  # "were children (57)", "were Chadian (57)"
            tags |= told.tags
            if told.kind == "country":
                tags.add("national" if told.value.code == country_code else "foreign")
    said = _said_to_be(tokens, noun_end) if figure.kind == "number" and figure.head is not None else 0
    if said and tokens[said : said + 1] and tokens[said].low in _EXPLOITED:
        words.victims = True  # "found 35 people to have been trafficked"
    if said:
        named = tokens[said : said + 5]  # "classified 40 individuals as possible victims"
        if any(token.low.startswith("victim") for token in named):
            words.victims = True
            tags |= {tag for token in named for tag in token.tags if tag == "potential"}
    if before is not None and before.low in ("reached", "turned", "aged", "age") and figure.head is None:
        words.excluded = True  # "until they reached 18"
    another = figure.head is None and figure.kind == "number" and counts_another(tokens, figure.index + 1)
    if figure.bracket and any(token.low == "capacity" for token in tokens[max(0, figure.bracket - 5) : figure.bracket]):
        another = True  # "with a capacity of 160 (80 boys and 80 girls)"
    if figure.kind == "number" and figure.head is None and _is_no_count(tokens, figure.index):
        another = True
    if before is not None and before.low in ("every", "each") and figure.number.value == 1:
        another = True  # "every one of the residents"
    if before is not None and before.low == "than" and figure.kind == "number" and not words.people:
        another = True  # "younger than 18"
    if start < len(tokens) and tokens[start].low in ("more", "fewer") and figure.kind == "number":
        another = another or any(token.low == "than" for token in tokens[start + 1 : start + 4])
    if before is not None and before.low == "of" and tokens[figure.index - 2].low in _LISTENERS:
        another = True  # "for an audience of 500-600 people"
    if before is not None and before.low == "but" and figure.index > 1 and tokens[figure.index - 2].low == "all":
        another = True  # "all but three"
    if figure.head is None and figure.index + 1 < len(tokens) and tokens[figure.index + 1].kind == "country":
        words.people = True
    if figure.head is not None and not is_victim(figure, tokens) and includes_fewer_victims(figure, tokens, noun_end):
        another = True  # "assisted 3,000 people, including 215 victims": the people are not all victims
    if figure.head is None and start < len(tokens) and tokens[start].low in EARLIER:
        another = True  # "in the two prior reporting periods"
    if figure.head is not None and not words.victims and some_are_victims(tokens, noun_end):
        another = True  # "referred 90 migrants, some of whom were victims"
    if another:
        words.excluded = True
    elif words.victims:
        words.excluded = False
    elif figure.head is not None:
        after = tokens[noun_end : noun_end + 4]
        if (
            any(token.low in _RISK for token in after)
            or any(
                token.low
                in ("suspected", "accused", "charged", "convicted", "prosecuted", "arrested", "involved", "employed")
                for token in after[:2]
            )
            or any(token.low.split(" ")[-1] in _PUNISHED for token in after[:3])
        ):
            words.excluded = True
    if not _YOUNGER.isdisjoint(reading.sentence.words):
        if any(_is_under_age(tokens, at) for at in range(start, min(reach, len(tokens)))):
            tags.add("child")
    if "child" in tags and "adult" not in tags:
        words.age_group = "child"
    elif "adult" in tags and "child" not in tags:
        words.age_group = "adult"
    if "female" in tags and "male" not in tags:
        words.gender = "female"
    elif "male" in tags and "female" not in tags:
        words.gender = "male"
    if "foreign" in tags and "national" not in tags:
        words.origin = "foreign"
    elif "national" in tags and "foreign" not in tags:
        words.origin = "national"
    if "potential" in tags and _is_of_crime(tokens, start, reach):
        tags.discard("potential")
    noun = [token.low for token in tokens[start:noun_end]]
    sure = not _SURE.isdisjoint(noun) and "and" not in noun  # "confirmed and potential victims"
    words.is_potential = "potential" in tags and not sure
    return words


def _is_in_brothel(tokens: Sequence[Token], at: int) -> bool:
    """ "28 victims during raids on brothels", "12 girls from brothels": where they were found tells of what."""
    for token in tokens[at : at + 6]:
        if token.low in ("brothel", "brothels"):
            return True
        if token.kind not in ("word", "mark") or token.low in (",", ";", ".", "and") or "finite" in token.tags:
            return False
    return False


def _is_of_crime(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """ "153 for potential forced labor": the crime is in doubt, and not who its victims were."""
    doubts = [at for at in range(start, min(stop, len(tokens))) if "potential" in tokens[at].tags]
    return bool(doubts) and all(
        tokens[at - 1].low in ("for", "of", "in") and not any("who" in token.tags for token in tokens[at : at + 4])
        for at in doubts
    )


def _is_people(token: Token) -> bool:
    return token.kind == "country" and bool(token.value.code) and token.value.kind == "demonym"


def _is_no_count(tokens: Sequence[Token], at: int) -> bool:
    """An age ("aged four to 35", "ages of four and 35"), a capacity, or the year in the name of a law."""
    before = [token.low for token in tokens[max(0, at - 6) : at]]
    if "ages" in before or ("age" in before and "between" in before):
        return True
    if before[-1:] == ["to"] and any(token.low in _BRINGING for token in tokens[max(0, at - _BRING_REACH) : at]):
        return True  # "bringing the number of shelters for victims to five"
    if "capacity" in [token.low for token in tokens[max(0, at - 12) : at]] and before[-1:] in (["("], ["and"], ["of"]):
        return True
    year = tokens[at].value.value if tokens[at].kind == "number" else None
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR or "," in tokens[at].low:
        return False
    return before[-1:] == ["the"] and any(t.low in _LAWS for t in tokens[at + 1 : at + 9])


_BRINGING = word_set("bringing brought")
_BRING_REACH = 30
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAWS = word_set("act law code decree plan ordinance statute")
_YOUNGER = word_set("under below younger")


def _is_under_age(tokens: Sequence[Token], at: int) -> bool:
    """ "under age 18", "younger than 18": no adults."""
    if tokens[at].low not in _YOUNGER:
        return False
    age = next((token for token in tokens[at + 1 : at + 5] if token.kind in ("number", "age", "duration")), None)
    return age is not None and age.low.startswith("18")


def _described(tokens: Sequence[Token], at: int, country_code: str) -> set[str]:
    """What stands behind the noun: "victims from Chad", "19 victims, all of whom were girls"."""
    size = min(at + 9, len(tokens))
    if at + 1 >= size:
        return set()
    if tokens[at].low == "from" and tokens[at + 1].kind == "country" and tokens[at + 1].value.code:
        return {"national" if tokens[at + 1].value.code == country_code else "foreign"}
    if tokens[at].low == "," and tokens[at + 1].low in ("all", "both") and at + 2 < size:
        if tokens[at + 2].low == "but":
            return set()
        tags: set[str] = set()
        for token in tokens[at + 2 : size]:
            if token.kind in ("mark", "number"):
                break
            tags |= token.tags & DESCRIBES
        return tags
    return set()


_SURE = word_set("confirmed official officially identified")
_HOUSE = ("servitude", "serv", "work", "labor", "help")
DESCRIBES = word_set("child adult female male foreign national")


def _said_to_be(tokens: Sequence[Token], at: int) -> int:
    """Where those counted are called victims: "12 girls as victims", "40 persons claiming to be victims"; else 0."""
    if at < len(tokens) and tokens[at].low == "as":
        return at + 1
    for index in range(at, min(len(tokens) - 1, at + _SAID_REACH)):
        token = tokens[index]
        if token.low in ("be", "been") and index and tokens[index - 1].low in ("to", "have"):
            return index + 1
        if token.kind != "word" or token.low in ("and", "in", "from") or "act" in token.tags:
            return 0
    return 0


_EXPLOITED = word_set("trafficked exploited enslaved victimized")
_SAID_REACH = 7


def _noun_end(figure: Figure, tokens: Sequence[Token]) -> int:
    """Where the counted noun ends, with the one that stands beside it ("12 women and girls")."""
    end = max(figure.last, figure.index) + 1
    if figure.head is not None and end + 1 < len(tokens) and tokens[end].low == "and":
        beside = tokens[end + 1]
        if beside.kind == "word" and "who" in beside.tags and "counts" in beside.tags:
            return end + 2
    return end


def _type(reading: Reading, figure: Figure, stop: int) -> str | None:
    if figure.own_type:
        return figure.own_type
    noun_end = _noun_end(figure, reading.tokens)
    tokens = reading.tokens
    for at in range(noun_end, stop - 2):
        if tokens[at].low == "," and tokens[at + 1].low in ("both", "all", "each"):
            return type_of(tokens, at + 2, stop)
    if (
        figure.head is not None
        and noun_end < len(tokens)
        and tokens[noun_end].low not in AUXILIARIES
        and tokens[noun_end].low != "as"  # "identified 12 girls as victims of …"
        and not (
            "exploits" in tokens[noun_end].tags or "finite" in tokens[noun_end].tags or tokens[noun_end].low == "who"
        )
    ):
        return None
    return type_of(tokens, noun_end, stop)


def has_predicate(reading: Reading, figure: Figure, stop: int) -> bool:
    """Is something said of those whom the figure counts ("82 children were …", "82 children exploited in …")?"""
    noun_end = _noun_end(figure, reading.tokens)
    if noun_end >= stop:
        return False
    token = reading.tokens[noun_end]
    return token.low in AUXILIARIES or "exploits" in token.tags
