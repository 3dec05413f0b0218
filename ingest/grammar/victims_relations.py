"""How figures complete each other's words: the whole of a part, what is compared, lists that share a predicate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ingest.grammar.clauses import AUXILIARIES, TYPES, Figure, Reading, type_of
from ingest.grammar.victims_nouns import counts_another, is_victim
from ingest.grammar.victims_words import SPAN_REACH, Words, has_predicate, own_words, span_of
from ingest.vocabulary.words import word_set

_FIGURE_REACH = 40


def words_of(reading: Reading, country_code: str, figures: list[Figure] | None = None) -> dict[int, Words]:
    """The words of each figure, by `id(figure)`."""
    found: dict[int, Words] = {}
    wanted = reading.figures if figures is None else figures
    spans = {id(figure): span_of(reading, figure) for figure in wanted}
    predicates: dict[int, str] = {}
    for figure in reversed(wanted):  # "82 children and 134 adults were victims of …": the predicate is shared
        words = own_words(reading, figure, spans[id(figure)], country_code)
        shared = words.trafficking_type if has_predicate(reading, figure, spans[id(figure)]) else ""
        if figure.own_type and figure.head is not None and not is_victim(figure, reading.tokens):
            shared = figure.own_type  # "44 women and six girls for …"
        if not shared and not figure.own_type and not figure.denominator:
            following = _next_in_list(reading, figure)
            shared = predicates.get(id(following), "") if following is not None else ""
            if not shared:
                shared = _late_predicate(reading, figure)
            words.trafficking_type = words.trafficking_type or shared
        predicates[id(figure)] = shared
        found[id(figure)] = words
    _take_causes(reading, wanted, found)
    _take_subjects(reading, wanted, found)
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


def _take_subjects(reading: Reading, figures: list[Figure], found: dict[int, Words]) -> None:
    """ "Identified labor victims included 35 men, nine boys and …": all that the subject includes has its type."""
    tokens, clauses = reading.tokens, reading.clauses
    if "part" not in reading.sentence.tags:
        return
    begins = [
        at
        for at, token in enumerate(tokens)
        if token.low in ("included", "include") and at and not reading.brackets[at]
    ]
    for at in begins:
        begin = at
        while begin and at - begin < _SUBJECT_REACH and clauses[begin - 1] == clauses[at]:
            begin -= 1
        subject = tokens[begin:at]
        if not any(token.low.startswith("victim") for token in subject) or any(t.kind == "number" for t in subject):
            continue
        kind = type_of(tokens, begin, at)
        for figure in figures if kind in TYPES else ():
            if figure.index > at and clauses[figure.index] == clauses[at] and not found[id(figure)].trafficking_type:
                found[id(figure)].trafficking_type = kind or ""


_SUBJECT_REACH = 8


def _take_causes(reading: Reading, figures: list[Figure], found: dict[int, Words]) -> None:
    """ "raids on brothels … resulted in the identification of nine victims": of the type that the cause names."""
    tokens = reading.tokens
    if _LEADS.isdisjoint(reading.sentence.words):
        return
    causes = [at for at, token in enumerate(tokens) if token.low.split(" ")[0] in _CAUSES]
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
        while begin and at - begin < SPAN_REACH and tokens[begin - 1].low != ";":
            begin -= 1
        words.trafficking_type = type_of(tokens, begin, at) or ""


_CAUSES = word_set("resulting resulted led leading involving involved")


_LEADS = _CAUSES | frozenset(("resulted in", "resulting in", "led to", "leading to", "involved in"))


_CAUSE_REACH = 7


def _opening_type(reading: Reading) -> str:
    """ "In their sex trafficking cases, …": the type of all that the sentence counts."""
    tokens = reading.tokens
    if not tokens or tokens[0].low not in ("in", "in its", "in the", "of", "among"):
        return ""
    people = tokens[0].low in ("of", "among")  # "Of the sex trafficking victims, …"
    for at, token in enumerate(tokens[1:8], 1):
        if token.kind not in ("word", "mark"):
            return ""
        if token.low == ",":
            last = tokens[at - 1].low
            opens = last.startswith("victim") if people else last in ("cases", "trafficking", "labor", "investigations")
            return (type_of(tokens, 1, at) or "") if opens else ""
    return ""


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


def _is_after_percent(reading: Reading, figure: Figure) -> bool:
    return figure.bracket > 1 and reading.tokens[figure.bracket - 2].kind == "percent"


def relation(reading: Reading, figure: Figure) -> Figure | None:
    """The figure that this one is a part of, repeats or is compared with: its own words are completed from there."""
    if figure.bracket:
        # "561 victims at nine shelters (compared with 471 in 2015)": the bracket compares what the sentence counts
        compares = figure.is_comparison and "cmp" in reading.tokens[figure.bracket].tags and figure.head is None
        if _is_after_percent(reading, figure):  # "24 percent (36 victims), compared with 23 percent (70 victims)"
            for other in figures_before(reading, figure.bracket - 1)[:4]:
                if other.bracket and _is_after_percent(reading, other):
                    return other
        for other in figures_before(reading, figure.bracket - 1):
            if other.kind in ("number", "none") and not other.bracket and not other.denominator:
                things = other.head is not None and "who" not in other.tags
                if compares and (things or (other.head is None and counts_another(reading.tokens, other.index + 1))):
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
    if found is not None and found.bracket and not figure.bracket and found.index < figure.index:
        found = next((f for f in figures_before(reading, figure.index) if f.kind == "number" and not f.bracket), None)
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
            source = base
            if other is None and base.head is None and base.base is not None:
                source = base.base  # the last of a list in the sentence before tells of itself alone
            inherited = told or source.trafficking_type  # "four were exploited in prostitution; five were boys"
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
    repeats = figure.scope != "part" or (figure.is_comparison and not own)
    if other is not None and not words.people and figure.head is None and repeats:
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
