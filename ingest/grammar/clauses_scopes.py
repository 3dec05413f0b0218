"""Parts, examples, and what a figure is compared with or leaves its noun to."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses_words import (
    AUXILIARIES,
    ONE_CASE,
    PREPOSITIONS,
    TYPES,
    UNTYPED,
    Figure,
    Reading,
    alike,
    main_before,
)
from ingest.vocabulary.words import word_set


def find_scopes(reading: Reading, carried: Figure | None) -> None:
    """Marks parts and examples, and the whole of each part; `carried` is what "of these" goes back to."""
    tokens, segments = reading.tokens, reading.segments
    begins: list[tuple[int, str]] = []
    example_from: int | None = None
    for at, token in enumerate(tokens if "part" in reading.sentence.tags else ()):
        if "part" in token.tags:
            if "example" in token.tags:
                if token.low not in ONE_CASE or not at or "counts" not in tokens[at - 1].tags:
                    example_from = at
            elif token.low != "respectively" and not _is_object(reading, at):
                begins.append((at, token.low))
    if carried is not None and len(tokens) > 3 and tokens[0].low == "of" and tokens[1].low in ("the", "its"):
        begins.insert(0, (0, "of the"))  # "Of the investigations, …"
    split = _splits(reading)
    shared: Figure | None = None
    for figure in reading.figures:
        if figure.kind == "none":
            continue
        if figure.denominator and figure.index > 1 and tokens[figure.index - 2].low == ";":
            shared = figure  # "…; of five victims, three were boys and two girls"
        if (
            example_from is not None
            and figure.index > example_from
            and (reading.clauses[figure.index] == reading.clauses[example_from])
        ):
            figure.scope = "example"
            continue
        if figure.denominator:
            continue
        following = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
        if figure.scope == "part" and tokens[figure.index + 1].low in ("of these", "of those"):
            figure.whole = main_before(reading, figure.index) or carried  # "Fourteen of these offenders"
        if figure.head is None and following in ("of whom", "of which"):
            figure.whole = _of_its_kind(reading, figure, following) or main_before(reading, figure.index)
            typed = figure.own_type in TYPES and figure.whole is not None and figure.whole.own_type in (None, "all")
            figure.scope = "total" if typed else "part"  # ", one of which was …"
            continue
        if figure.bracket and not _has_period(reading, figure):
            figure.scope = "part"
            figure.whole = main_before(reading, figure.bracket - 1)
        else:
            for begin, low in reversed(begins):
                if (
                    begin < figure.index
                    and _same_part(reading, begin, figure.index, low)
                    and (
                        low.startswith(("of ", "among "))
                        or main_before(reading, begin) is not None
                        or (carried is not None and begin == 1 and tokens[0].low in ("these", "those"))
                    )
                ):
                    figure.scope = "part"
                    figure.whole = _shared_whole(reading, begin, low) or main_before(reading, begin) or carried
                    break
            else:
                if figure.index in split:
                    figure.scope, figure.whole = "part", split[figure.index]
        if figure.scope == "total" and figure.head is None and reading.figures[0].denominator and figure.index > 0:
            if segments[figure.index] == segments[reading.figures[0].index]:
                figure.scope, figure.whole = "part", reading.figures[0]
        if figure.scope == "total" and figure.head is None and shared is not None:
            if reading.clauses[figure.index] == reading.clauses[shared.index]:
                figure.scope, figure.whole = "part", shared
        if (
            figure.scope == "part"
            and figure.own_type in TYPES
            and (figure.whole is None or figure.whole.own_type in (None, "all"))
        ):
            # A split of the government's figure by type is the total of its type.
            if not figure.whole or not figure.whole.denominator or figure.whole.own_type is None:
                figure.scope = "total"


def _shared_whole(reading: Reading, begin: int, low: str) -> Figure | None:
    """ "305 cases, 225 of which were sex trafficking and 80 forced labor": both are parts of the 305."""
    if low not in ("of which", "of whom"):
        return None
    for other in reading.between(begin - _NEAR, begin):
        if other.last == begin - 1 and other.whole is not None:
            return other.whole
    return None


_NEAR = 3


def _of_its_kind(reading: Reading, figure: Figure, relative: str) -> Figure | None:
    """ "14 cases against 31 suspects, 12 of which …": "which" goes back to things, and "whom" to people."""
    clause = reading.clauses[figure.index]
    for other in reversed(reading.figures):
        if other.index >= figure.index or other.kind != "number" or other.bracket or other.scope == "part":
            continue
        if reading.clauses[other.index] != clause or figure.index - other.index > _KIND_REACH or other.is_comparison:
            return None
        if other.head is None:
            return None
        if other.segment not in reading.comparing:
            people = not _PEOPLE.isdisjoint(other.tags)
            if people == (relative == "of whom"):
                return other
    return None


_PEOPLE = frozenset({"person", "victim"})
_KIND_REACH = 20


def _is_object(reading: Reading, at: int) -> bool:
    """ "took 40 of these to court, and 25 persons were convicted": what follows the object is no part of it."""
    tokens = reading.tokens
    if at < 2 or tokens[at - 1].kind != "number" or not tokens[at].low.startswith(("of these", "of those")):
        return False
    before = tokens[at - 2]
    return before.kind == "word" and before.low not in ("and", "but", "while", "that")


def _splits(reading: Reading) -> dict[int, Figure]:
    """Where each number of a split that only a colon, a dash or a comma opens stands, and the figure that it splits.

    "30 victims: 18 women and 12 men", "nine cases, six for sex trafficking and three for forced labor". A comma opens
    much else, so that there the numbers must add up; after a colon they may be wrong.
    """
    tokens = reading.tokens
    numbers = [f for f in reading.figures if f.kind == "number" and not f.denominator and not f.bracket]
    found: dict[int, Figure] = {}
    for position, whole in enumerate(numbers[:-2]):
        first = numbers[position + 1]
        opener = tokens[first.index - 1].low
        if whole.head is None or opener not in _OPENERS or first.index - whole.last > _SPLIT_REACH:
            continue
        parts = [first]
        total = first.number.value or 0
        for figure in numbers[position + 2 :]:
            if not _goes_on(reading, parts[-1], figure) or (len(parts) > 1 and total == whole.number.value):
                break
            parts.append(figure)
            total += figure.number.value or 0
        compared = [whole.segment, *(part.segment for part in parts)]
        if len(parts) < 2 or any(segment in reading.comparing for segment in compared):
            continue
        added = sum(part.number.value or 0 for part in parts)
        if added == whole.number.value or (opener != "," and all(part.head is not None for part in parts)):
            found.update((part.index, whole) for part in parts)
    return found


_OPENERS = word_set(": , – — -")
# How far the first part may stand from what it is a part of, and a part from the next.
_SPLIT_REACH = 8
_PART_REACH = 14


def _goes_on(reading: Reading, part: Figure, following: Figure) -> bool:
    """Does a list of parts go on from one to the next, with no other statement between them?"""
    tokens = reading.tokens
    if following.index - part.index > _PART_REACH or tokens[following.index - 1].low not in _LINKS:
        return False
    between = tokens[part.last + 1 : following.index - 1]
    return not any("actor" in token.tags or "cmp" in token.tags or token.kind == "period" for token in between)


_LINKS = word_set(", ; and")


def _has_period(reading: Reading, figure: Figure) -> bool:
    tokens = reading.tokens
    at = figure.index + 1
    while at < len(tokens) and reading.brackets[at] == figure.bracket:
        if tokens[at].kind == "period":
            return True
        at += 1
    return tokens[figure.bracket].kind == "period" or (
        figure.bracket + 1 < len(tokens) and tokens[figure.bracket + 1].kind == "period"
    )


def _same_part(reading: Reading, begin: int, at: int, low: str) -> bool:
    """Is the figure at `at` still within the part that `begin` opens?"""
    if reading.clauses[at] != reading.clauses[begin]:
        return False
    tokens = reading.tokens
    opens_sentence = low.startswith(("of ", "among ")) and low not in ("of which", "of whom")
    for index in range(begin + 1, at):
        segment = reading.segments[index]
        if segment in reading.comparing and segment != reading.segments[begin] and not reading.brackets[index]:
            return False
        if opens_sentence:
            continue
        token = tokens[index]
        # "including five for labor, and prosecuted 12": a new predicate ends the part.
        if tokens[index - 1].low == "and" and token.low == "the" and _acts(tokens, index + 1):
            return False  # "12 of which involved children, and the criminal court convicted nine"
        if tokens[index - 1].low in (",", "and") and (
            "finite" in token.tags or "actor" in token.tags or (token.kind == "word" and token.low.endswith("ing"))
        ):
            following = tokens[index + 1] if index + 1 < len(tokens) else token
            if (
                "finite" not in token.tags
                or following.kind == "number"
                or following.low in ("no", "the", "a", "and", ",")
            ):
                return False
    return True


def _acts(tokens: list[Token], at: int) -> bool:
    """Does a body with a verb of its own stand at `at`: "criminal court issued"?"""
    for index in range(at, min(len(tokens) - 1, at + 4)):
        if "actor" in tokens[index].tags:
            return "finite" in tokens[index + 1].tags or tokens[index + 1].low.endswith("ed")
        if tokens[index].kind != "word" or tokens[index].low in PREPOSITIONS:
            return False
    return False


def find_bases(reading: Reading, carried: Figure | None) -> None:
    """Gives compared figures, and those that leave their noun out, the figure that they go back to."""
    groups: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        if figure.head is None and figure.kind == "number" and figure.whole is None and not figure.bracket:
            figure.base = _shares_noun(reading, figure)
        if figure.segment in reading.comparing and not figure.denominator:
            figure.is_comparison = True
            groups.setdefault(figure.segment, []).append(figure)
    every = [
        f
        for f in reading.figures
        if not f.is_comparison
        and not f.denominator
        and (f.kind != "none" or (("noun" in f.tags or "offender" in f.tags) and f.token.low in ("no", "any", "a")))
    ]
    for segment, compared in groups.items():
        start = reading.starts[segment]
        outside = not compared[0].bracket
        beside = _beside(reading, compared) if not outside else None
        mains = [f for f in every if not (outside and f.bracket)] or every
        totals = [f for f in mains if f.scope == "total"]
        earlier = [f for f in totals if f.index < start] or [f for f in mains if f.index < start]
        later = [f for f in totals if f.index > start]
        clause = reading.clauses[start]
        near = [beside] if beside is not None else [f for f in earlier if reading.clauses[f.index] == clause]
        near = near or [f for f in earlier if f.whole is None][-1:] or earlier[-1:]
        near = [f for f in near if f.kind != "article"] or near
        both = [f for f in near if f.kind == "number"]
        # What is split by type behind a dash or "including" is no base; its whole is.
        near = [f for f in near if f.whole is None and not (f.head is None and f.own_type and f.base is None)] or near
        if len(near) == 1 and near[0].whole is not None and near[0].whole.kind == "number":
            if reading.clauses[near[0].index] != clause and not near[0].whole.is_comparison:
                near = [near[0].whole]  # "12 victims, including two girls; this compared to nine": 12 and nine
        if near and reading.clauses[near[0].index] != clause:
            # "308 … and 235 …; an increase from 274 and 207": all that the clause before counts
            whole = [f for f in earlier if reading.clauses[f.index] == reading.clauses[near[0].index]]
            if len(whole) == sum(f.head is None for f in compared):
                near = whole
        elliptical = [f for f in compared if f.head is None]
        if len(elliptical) == len(compared) == len(both) == 2 and both[0].own_type and both[1].own_type:
            near = both  # "40 men for sex trafficking and 17 for labor trafficking, compared with 12 and five"
        typed = [f for f in earlier if f.head is None and f.own_type in TYPES]
        if len(elliptical) == len(typed) > 1 and len(near) == 1:
            near = typed  # "12 cases – seven for sex and five for labor – compared with four and two, respectively"
        for position, figure in enumerate(compared):
            if not near:
                figure.base = carried or (later[0] if later else None)
            elif figure.head is None and len(elliptical) == len(near):
                figure.base = near[min(position, len(near) - 1)]
            elif figure.head is None and "respectively" in reading.sentence.words and len(elliptical) < len(near):
                figure.base = near[position]  # "compared with 85, 80, and an unknown number, respectively"
            elif figure.head is None and _within_cases(reading, figure):
                people = [f for f in near if "person" in f.tags]
                figure.base = people[-1] if people else near[-1]
            elif figure.head is not None:
                same = [f for f in near if f.head is not None and alike(reading, f, figure)]
                figure.base = (same or near)[-1]
            else:
                figure.base = near[-1]
    previous: Figure | None = None
    mains_left_out: list[Figure] = []
    for figure in reading.figures:
        if figure.is_comparison or figure.denominator:
            continue
        others = figure.head is not None and reading.tokens[figure.head].low == "others"
        if (figure.head is None or others) and figure.base is None and figure.kind != "article":
            figure.base = figure.whole if figure.whole is not None else previous or carried
            if figure.base is None and figure.bracket:
                figure.base = main_before(reading, figure.bracket - 1)
            if figure.base is figure:
                figure.base = None
            if figure.base is None:
                mains_left_out.append(figure)
        link = reading.tokens[figure.first - 1].low if figure.first else ""
        counts = figure.kind == "number" or (figure.kind == "none" and figure.token.low in ("no", "any"))
        if counts and figure.head is not None and (previous is None or link not in ("in", "involving")):
            previous = figure
    for figure in mains_left_out:
        # "from 12 prosecutions to one": what it is compared with has the noun.
        earlier = [f for f in reading.figures if f.index < figure.index and f.head is not None and f.kind == "number"]
        figure.base = earlier[-1] if earlier else None


def _within_cases(reading: Reading, figure: Figure) -> bool:
    """ "compared with 490 in 386 cases": people, where people in cases were counted before."""
    after = reading.tokens[figure.last + 1 : figure.last + 4]
    return len(after) == 3 and after[0].low == "in" and after[1].kind == "number" and "case" in after[2].tags


def _beside(reading: Reading, compared: list[Figure]) -> Figure | None:
    """ "30 for labor trafficking (compared to 27 in 2017)": the figure that a bracketed comparison stands beside."""
    bracket = compared[0].bracket
    if len(compared) != 1 or compared[0].head is not None:
        return None
    before = [f for f in reading.between(bracket - _BESIDE_REACH, bracket) if not f.bracket and not f.denominator]
    return before[-1] if before and before[-1].head is None and before[-1].own_type in TYPES else None


def _shares_noun(reading: Reading, figure: Figure) -> Figure | None:
    """The figure whose noun an earlier one shares: the noun stands behind the last number only.

    "initiating 10 and continuing 13 investigations", "one sex trafficking and three labor trafficking cases".
    """
    tokens = reading.tokens
    typed = figure.own_type is not None
    at = figure.index
    for other in reading.between(figure.index, figure.index + (_SHARED_REACH if typed else 4)):
        gap = tokens[at + 1 : other.index]
        if typed:
            joined = bool(gap) and gap[-1].low in ("and", "or", ",") and all(_describes(token) for token in gap[:-1])
            if not joined or other.kind == "article":
                return None
            if other.head is None:
                at = other.index
                continue
            own = tokens[other.index + 1 : other.head]
            described = any(t.low in UNTYPED or any(tag.startswith("type:") for tag in t.tags) for t in own)
            return other if described else None
        if other.head is not None and other.kind == "number" and gap and gap[-1].low == "and":
            if len(gap) == 1 or gap[0].low in ("new", "ongoing", "continuing", "continued", "additional"):
                return other  # "22 new and 20 ongoing investigations"
    return None


# How far before a bracket its figure may stand.
_BESIDE_REACH = 24
# How far the noun may stand that several numbers share.
_SHARED_REACH = 14


def _describes(token: Token) -> bool:
    """A word that may stand before a noun that is left out ("sex trafficking", "potential forced labor")."""
    if token.kind == "mark":
        return token.low in ",-–/"
    if token.kind != "word" or token.low in PREPOSITIONS or token.low in AUXILIARIES:
        return False
    return not any(tag in token.tags for tag in ("counts", "finite", "actor", "cmp", "part"))
