"""What the words of a figure say of the people it counts: victims or not, type, age, gender, origin, scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, TYPES, UNTYPED, Figure, Reading, type_of
from ingest.grammar.victims_actors import actor_tag


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPAN_REACH = 18
_FIGURE_REACH = 40
# "five of whom were boys": a part of the figure before
OF_WHOM = frozenset(("of whom", "of which", "of them", "of these", "of those"))
_RISK = _set("risk vulnerable")
_PUNISHED = _set("guilty sentenced acquitted indicted fined imprisoned")
_ARMED = _set("group groups forces conflict")


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


def is_victim(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Is the counted noun "victims" (or "survivors") itself?"""
    return figure.head is not None and tokens[figure.head].low.startswith(("victim", "survivor"))


def is_person(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Is the counted noun one for people who may be victims, and not for offenders or officials?"""
    if figure.head is None:
        return False
    tags = tokens[figure.head].tags
    if tokens[figure.head].low in _CASES:
        return counts_cases_of_people(figure, tokens)
    if "who" not in tags or "no_victim" in tags:
        return False
    if figure.head > 0 and tokens[figure.head - 1].low in _CARERS:
        return False  # "two social workers"
    return "official" not in tags or (figure.head > 0 and "child" in tokens[figure.head - 1].tags)  # "child soldiers"


def counts_cases_of_people(figure: Figure, tokens: Sequence[Token]) -> bool:
    """ "identified 48 cases of children recruited by rebels": the cases are the children."""
    if figure.head is None or figure.head + 2 >= len(tokens) or tokens[figure.head].low not in _CASES:
        return False
    people = next((token for token in tokens[figure.head + 2 : figure.head + 5] if "who" in token.tags), None)
    return tokens[figure.head + 1].low == "of" and people is not None and "no_victim" not in people.tags


_CASES = _set("cases instances")
_CARERS = _set("social health case aid outreach care welfare medical ngo consular")


def words_of(reading: Reading, country_code: str, figures: list[Figure] | None = None) -> dict[int, Words]:
    """The words of each figure, by `id(figure)`."""
    found: dict[int, Words] = {}
    wanted = reading.figures if figures is None else figures
    spans = {id(figure): _span(reading, figure) for figure in wanted}
    predicates: dict[int, str] = {}
    for figure in reversed(wanted):  # "82 children and 134 adults were victims of …": the predicate is shared
        words = _own(reading, figure, spans[id(figure)], country_code)
        shared = words.trafficking_type if _has_predicate(reading, figure, spans[id(figure)]) else ""
        if figure.own_type and figure.head is not None and not is_victim(figure, reading.tokens):
            shared = figure.own_type  # "44 women and six girls for …"
        if not shared and not figure.own_type:
            following = _next_in_list(reading, figure)
            shared = predicates.get(id(following), "") if following is not None else ""
            if not shared:
                shared = _late_predicate(reading, figure)
            words.trafficking_type = words.trafficking_type or shared
        predicates[id(figure)] = shared
        found[id(figure)] = words
    _take_causes(reading, wanted, found)
    topic = _opening_type(reading)
    opening = [token.low for token in reading.tokens[:2]]
    splits = len(opening) == 2 and opening[0] in ("this", "these") and opening[1].startswith("includ")
    for figure in wanted:
        _finish(reading, figure, found)
        words = found[id(figure)]
        if splits and not figure.is_comparison and words.trafficking_type == "all":
            words.scope = "part"
        if topic and words.trafficking_type == "all" and figure.own_type is None:
            words.trafficking_type = topic
    return found


def _take_causes(reading: Reading, figures: list[Figure], found: dict[int, Words]) -> None:
    """ "raids on brothels … resulted in the identification of nine victims": of the type that the cause names."""
    tokens = reading.tokens
    leads = [at for at, token in enumerate(tokens) if token.low.startswith(_LEADS)]
    causes = [at for at in leads if tokens[at].low.split(" ")[0] in _CAUSES]
    if not causes:
        return
    for figure in figures:
        words = found[id(figure)]
        position = bisect_left(causes, figure.index)
        if not position or words.trafficking_type or figure.head is None or figure.kind == "none":
            continue
        at = causes[position - 1]
        if figure.index - at > _CAUSE_REACH or any(True for _ in reading.between(at, figure.index)):
            continue
        begin = at
        while begin and at - begin < _SPAN_REACH and tokens[begin - 1].low != ";":
            begin -= 1
        words.trafficking_type = type_of(tokens, begin, at) or ""


_CAUSES = _set("resulting resulted led leading involving involved")
_LEADS = ("result", "lead", "led", "involv")
_CAUSE_REACH = 7


def _opening_type(reading: Reading) -> str:
    """ "In their sex trafficking cases, …": the type of all that the sentence counts."""
    tokens = reading.tokens
    if not tokens or tokens[0].low not in ("in", "in its", "in the"):
        return ""
    for at, token in enumerate(tokens[1:8], 1):
        if token.kind not in ("word", "mark"):
            return ""
        if token.low == ",":
            opens = tokens[at - 1].low in ("cases", "trafficking", "labor", "investigations")
            return (type_of(tokens, 1, at) or "") if opens else ""
    return ""


def _span(reading: Reading, figure: Figure) -> int:
    """The index after the words that belong to a figure: its noun, complements and predicate."""
    tokens = reading.tokens
    at = max(figure.tail, figure.last + 1)
    stop = min(len(tokens), figure.index + _SPAN_REACH)
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


def _own(reading: Reading, figure: Figure, stop: int, country_code: str) -> Words:
    tokens = reading.tokens
    words = Words(trafficking_type=_type(reading, figure, stop) or "", scope=figure.scope)
    start = figure.index + 1
    if figure.head is None and start < len(tokens) and tokens[start].low in OF_WHOM:
        words.scope = "part"
    tags: set[str] = set()
    noun_end = max(figure.last, figure.index) + 1
    if not words.trafficking_type and figure.head is not None and _is_in_brothel(tokens, noun_end):
        words.trafficking_type = "sex"
    if not words.trafficking_type and any(token.low in UNTYPED for token in tokens[start : min(stop, start + 6)]):
        words.trafficking_type = "all"  # "40 exploited in an unspecified manner"
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
    if before is not None and before.low == "(" and figure.head is None and noun_end < len(tokens) and figure.index > 1:
        if tokens[noun_end].low == ")" and "who" in tokens[figure.index - 2].tags:
            words.people, words.scope = True, "part"  # "were children (57)"
            tags |= tokens[figure.index - 2].tags
    another = figure.head is None and figure.kind == "number" and _counts_another(tokens, figure.index + 1)
    if before is not None and before.low == "than" and figure.kind == "number" and not words.people:
        another = True  # "younger than 18"
    if start < len(tokens) and tokens[start].low in ("more", "fewer") and figure.kind == "number":
        another = another or any(token.low == "than" for token in tokens[start + 1 : start + 4])
    if before is not None and before.low == "but" and figure.index > 1 and tokens[figure.index - 2].low == "all":
        another = True  # "all but three"
    if figure.head is None and figure.index + 1 < len(tokens) and tokens[figure.index + 1].kind == "country":
        words.people = True
    if figure.head is not None and not is_victim(figure, tokens) and _includes_fewer_victims(figure, tokens, noun_end):
        another = True  # "assisted 3,000 people, including 215 victims": the people are not all victims
    if figure.head is None and start < len(tokens) and tokens[start].low in _MOMENTS:
        another = True  # "in the two prior reporting periods"
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
    words.is_potential = "potential" in tags and not any(
        token.low in ("confirmed", "official", "officially", "identified") for token in tokens[start:noun_end]
    )
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


_YOUNGER = _set("under below younger")


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
            tags |= token.tags & _DESCRIBES
        return tags
    return set()


_HOUSE = ("servitude", "serv", "work", "labor", "help")
_DESCRIBES = _set("child adult female male foreign national")


def _includes_fewer_victims(figure: Figure, tokens: Sequence[Token], at: int) -> bool:
    """Does "including … victims" follow, with numbers that do not make up the figure?"""
    for index in range(at, min(len(tokens) - 2, at + 14)):
        if tokens[index].low.startswith("includ") and "part" in tokens[index].tags:
            after = tokens[index + 1 : index + 14]
            if not any(token.low.startswith("victim") for token in after[:5]) or not any(
                token.kind == "number" for token in after[:3]
            ):
                return False
            total = sum(token.value.value or 0 for token in after if token.kind == "number")
            return 0 < total < (figure.number.value or 0)
    return False


def _counts_another(tokens: Sequence[Token], at: int) -> bool:
    """Does a noun of another kind follow the number ("two shelters", "12 Koranic schools")?"""
    size = len(tokens)
    while at < size and tokens[at].kind == "country":
        at += 1
    if at >= size:
        return False
    token = tokens[at]
    if token.low in ("of", "out") and at + 2 < size:
        number = at + 1 if tokens[at + 1].kind == "number" else at + 2
        if tokens[number].kind == "number" and number + 1 < size:
            return _counts_another(tokens, number + 1)
    if token.kind != "word" or token.low in AUXILIARIES or token.low in PREPOSITIONS or token.low in CONJUNCTIONS:
        return False
    tags = token.tags
    if any(tag.startswith("type:") or tag in _SAYS_WHO for tag in tags):
        return False
    return token.low not in _AFTER_NUMBER and not token.low.endswith("ly") and not ({"finite", "part", "cmp"} & tags)


_SAYS_WHO = _set("who foreign national potential neg exploits")
_MOMENTS = _set("prior previous preceding past last consecutive")
_AFTER_NUMBER = _set(
    "of more each respectively both all new also not additional total annually trafficking labor sex"
    " unspecified then now self-identified self-referred confirmed the remained remain unknown unidentified"
)


def _type(reading: Reading, figure: Figure, stop: int) -> str | None:
    if figure.own_type:
        return figure.own_type
    noun_end = max(figure.last, figure.index) + 1
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


def _late_predicate(reading: Reading, figure: Figure) -> str:
    """ "127 victims, including 26 children, were exploited in …": what is said after the inserted part."""
    tokens = reading.tokens
    at = max(figure.last, figure.index) + 1
    if figure.bracket or at + 2 >= len(tokens) or tokens[at].low != "," or "part" not in tokens[at + 1].tags:
        return ""
    for index in range(at + 2, min(len(tokens), at + 12)):
        if tokens[index].low == ",":
            if index + 1 < len(tokens) and tokens[index + 1].low in AUXILIARIES:
                return type_of(tokens, index + 1, min(len(tokens), index + 10)) or ""
            return ""
    return ""


def _has_predicate(reading: Reading, figure: Figure, stop: int) -> bool:
    noun_end = max(figure.last, figure.index) + 1
    if noun_end >= stop:
        return False
    token = reading.tokens[noun_end]
    return token.low in AUXILIARIES or "exploits" in token.tags


def figures_before(reading: Reading, index: int) -> list[Figure]:
    """The figures before a token, the nearest first, as many as any sentence that people write could need."""
    at = bisect_left(reading.figures, index, key=lambda figure: figure.index)
    return reading.figures[max(0, at - _FIGURE_REACH) : at][::-1]


def _next_in_list(reading: Reading, figure: Figure) -> Figure | None:
    at = bisect_right(reading.figures, figure.index, key=lambda other: other.index)
    for other in reading.figures[at : at + 4]:
        if other.kind == "number":
            gap = reading.tokens[max(figure.last, figure.index) + 1 : other.index]
            joined = all(token.low in ("and", ",") for token in gap) and bool(gap)
            return other if joined and other.bracket == figure.bracket else None
    return None


def _is_subject(reading: Reading, figure: Figure) -> bool:
    at = max(figure.last, figure.index) + 1
    return at < len(reading.tokens) and reading.tokens[at].low in ("were", "was", "are")


def relation(reading: Reading, figure: Figure) -> Figure | None:
    """The figure that this one is a part of, repeats or is compared with: its own words are completed from there."""
    if figure.bracket:
        # "561 victims at nine shelters (compared with 471 in 2015)": the bracket compares what the sentence counts
        compares = figure.is_comparison and "cmp" in reading.tokens[figure.bracket].tags and figure.head is None
        for other in figures_before(reading, figure.bracket - 1):
            if other.kind in ("number", "none") and not other.bracket:
                things = other.head is not None and "who" not in other.tags
                if compares and (things or (other.head is None and _counts_another(reading.tokens, other.index + 1))):
                    continue
                return other
    if figure.index and reading.tokens[figure.index - 1].low == "including" and not figure.is_comparison:
        near = next((f for f in figures_before(reading, figure.index) if f.kind == "number" and not f.bracket), None)
        if near is not None and not near.denominator and (near.head is None or "who" in near.tags):
            return near  # "127 victims, including 26 children": a part of the nearest, itself a part or not
    if figure.head is None and not figure.is_comparison and _is_subject(reading, figure):
        mains = [
            f
            for f in figures_before(reading, figure.index)
            if f.kind == "number"
            and not f.bracket
            and not f.is_comparison
            and f.scope == "total"
            and f.whole is None
            and f.own_type in (None, "all")
            and is_victim(f, reading.tokens)
        ]
        if mains:
            return mains[0]
    if figure.head is None and not figure.is_comparison and reading.figures[0].denominator:
        first = reading.figures[0]
        if not any(
            f.head is not None and f.kind == "number" and f is not first for f in figures_before(reading, figure.index)
        ):
            return reading.figures[0] if reading.figures[0] is not figure else None
    found = figure.whole or figure.base
    elsewhere = found is not None and (
        found.index >= len(reading.tokens) or reading.tokens[found.index] is not found.token
    )
    if elsewhere and reading.figures[0].denominator and not figure.is_comparison:
        return reading.figures[0]  # "Of the 40 victims, …": nothing is handed on from the sentence before
    return found


def _is_mixed(reading: Reading, whole: Figure, found: dict[int, Words]) -> bool:
    """ "nine victims of labor and two of sex trafficking, four of whom were male": these are of both types."""
    if id(whole) not in found or not whole.index or reading.tokens[whole.index - 1].low != "and":
        return False
    mine, clause = found[id(whole)].trafficking_type, reading.clauses[whole.index]
    previous = next((f for f in figures_before(reading, whole.index) if f.kind == "number"), None)
    if previous is None or reading.clauses[previous.index] != clause or id(previous) not in found:
        return False
    return found[id(previous)].trafficking_type not in (mine, "", "all")


def _finish(reading: Reading, figure: Figure, found: dict[int, Words]) -> None:
    """Fills what a figure's own words leave open from the figure it is a part of, repeats or is compared with."""
    words = found[id(figure)]
    base = relation(reading, figure)
    other = found.get(id(base)) if base is not None else None
    own = bool(words.trafficking_type)
    if not own:
        words.trafficking_type = "all"
        bare = figure.head == figure.index + 1 and is_victim(figure, reading.tokens)
        if base is not None and (figure.head is None or figure.scope == "part" or (bare and figure.is_comparison)):
            told = other.trafficking_type if other and not _is_subject(reading, figure) else None
            inherited = told or base.trafficking_type  # "four were exploited in prostitution; five were boys"
            mixed = figure.whole is base and not figure.bracket and _is_mixed(reading, base, found)
            words.trafficking_type = inherited if inherited in TYPES and not mixed else "all"
    if words.scope == "part" and own and words.trafficking_type in TYPES:
        demographic = (words.age_group, words.gender, words.origin) != ("unspecified",) * 3
        split = other is None or other.trafficking_type in ("", "all")
        words.scope = "total" if split and not demographic else "part"
    # "561 were Chadian" after "(137 boys)": a subject with its own predicate takes nothing from another's
    stands_alone = not figure.is_comparison and not figure.bracket and _is_subject(reading, figure)
    if stands_alone:
        return
    if other is not None and not words.people and figure.head is None and figure.scope != "part":
        for column in ("age_group", "gender", "origin"):
            if getattr(words, column) == "unspecified":
                setattr(words, column, getattr(other, column))
    if other is not None and figure.head is None and figure.scope == "part" and not figure.is_comparison:
        for column in ("gender", "origin", "age_group") if figure.bracket else ("gender", "origin"):
            if getattr(words, column) == "unspecified":
                setattr(words, column, getattr(other, column))
    if other is not None and figure.is_comparison and figure.head is None and other.scope == "part" and not own:
        words.scope = "part"
    if other is not None and not words.victims and (figure.head is None or words.scope == "part"):
        words.is_potential = words.is_potential or other.is_potential
        words.victims = words.victims or (figure.scope == "part" and other.victims)
