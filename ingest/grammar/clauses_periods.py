"""The period that governs a figure: leading, trailing, in brackets, or that of what it is compared with."""

from __future__ import annotations

from ingest.grammar.clauses_contrasts import contrast
from ingest.grammar.clauses_dated import LIKENED, dates_relative, is_aside, measures, tells_of_object, turns_perfect
from ingest.grammar.clauses_respectively import each, in_step
from ingest.grammar.clauses_words import AUXILIARIES, RELATIVES, Figure, Reading, alike, main_before
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.periods import Period, relative
from ingest.vocabulary.words import word_set

# How far a period may stand from what it governs: the longest sentence in print, so that no text takes square time.
_PERIOD_REACH = 250


# A year so far after the edition is a slip of the report and stands as printed; a later one is the name of a plan.
_YEARS_AHEAD = 2


def find_periods(reading: Reading, edition_year: int, carried: Figure | None, default: Period | None = None) -> None:
    """Finds the period of every figure, and which figures in brackets are earlier values."""
    tokens = reading.tokens
    default = default or relative("current", edition_year)
    copies: list[Figure] = []
    when = "when" in reading.sentence.words and "since" in reading.sentence.words
    ordered = sorted(reading.figures, key=lambda figure: (figure.is_comparison, figure.bracket > 0))
    for figure in ordered:
        found = _of_whole(reading, figure, _after(reading, figure, edition_year))
        if found is None:
            found = _behind_year(reading, figure)
        if found is None and when:
            year = _since_when(reading, figure)
            if year and year < edition_year - 1:
                figure.period, figure.is_comparison = Period(year, "calendar_year", "year"), figure.kind != "none"
                continue
        if found is None:
            found = _before(reading, figure, edition_year)
        if found is None and carried is None:
            found = _only_year(reading, figure, edition_year)
        base = figure.base or figure.whole
        if found is not None:
            figure.period = _relative(tokens[found].value, figure, base, default)
            if figure.bracket and not figure.is_comparison and (figure.head is None or _has_earlier(reading, figure)):
                main = in_step(reading, figure) or _beside(reading, figure)
                if main is not None and figure.period.year < main.period.year:
                    figure.is_comparison, figure.base, figure.scope = True, main, main.scope
            copies.extend(each(reading, figure, found))
            continue
        if figure.bracket:
            main = main_before(reading, figure.bracket - 1)
            if main is not None:
                figure.period = main.period
                figure.is_comparison = main.is_comparison
                continue
        if figure.is_comparison:
            if base is not None and base.period.year:
                figure.period = Period(base.period.year - 1, base.period.period_type, base.period.form)
            else:
                figure.period = Period(default.year - 1, "reporting_period", "previous")
        elif carried is not None and (figure.scope == "part" or figure.whole is not None):
            figure.period = carried.period
        elif figure.whole is not None and figure.whole.period.year:
            figure.period = figure.whole.period
        else:
            own = default if figure.kind == "number" else relative("current", edition_year)
            figure.period = _span_of_years(reading, figure, own)
    if copies:
        reading.figures.extend(copies)
        reading.figures.sort(key=lambda figure: figure.index)
    contrast(reading, edition_year - 1)


def _span_of_years(reading: Reading, figure: Figure, default: Period) -> Period:
    """ "over the last three years", "since the law was passed": a span to the end of the report's own period."""
    tokens = reading.tokens
    clause = reading.clauses[figure.index]
    for at in range(max(0, figure.index - _SPAN_BEFORE), min(len(tokens) - 1, figure.last + _SPAN_AFTER)):
        if reading.clauses[at] != clause:
            continue
        token = tokens[at]
        years = token.kind == "duration" and "year" in token.low and at > 1
        if (years and tokens[at - 1].low in _PAST and tokens[at - 2].low == "the") or (
            token.low == "since" and at > figure.last and tokens[at + 1].kind != "period"
        ):
            return Period(default.year, "other", "span")
    return default


_PAST = word_set("last past previous preceding")
_SPAN_BEFORE, _SPAN_AFTER = 20, 12


def _since_when(reading: Reading, figure: Figure) -> int:
    """ "no prosecutions since 2009, when three defendants were tried": the year of what was done then, or 0."""
    tokens = reading.tokens
    for at in range(figure.first - 1, max(1, figure.first - _WHEN_REACH), -1):
        if tokens[at].low == "when":
            at -= tokens[at - 1].low == ","
            said = tokens[at - 1].low.split(" ")
            since = tokens[at - 1].kind == "period" and "since" in (tokens[at - 2].low, said[0])
            return int(said[-1]) if since and len(said[-1]) == 4 and said[-1].isdigit() else 0
        if tokens[at].kind == "mark" or tokens[at].kind == "period":
            return 0
    return 0


_WHEN_REACH = 12


def _behind_year(reading: Reading, figure: Figure) -> int | None:
    """ "in 2019 (12) and 2018 (nine)": the year whose figure stands alone in the bracket behind it."""
    tokens = reading.tokens
    at = figure.bracket - 2
    if figure.bracket != figure.index or at < 0 or figure.index + 1 >= len(tokens):
        return None
    alone = tokens[figure.index + 1].low in (")", "]")
    return at if alone and tokens[at].kind == "period" and tokens[at].value.form in ("year", "fiscal") else None


def _of_whole(reading: Reading, figure: Figure, found: int | None) -> int | None:
    """ "40 cases in 2006, including 24 for labor, and eight in 2005": a part has its whole's year."""
    whole = figure.whole
    if found is None or whole is None or figure.bracket or whole.index > figure.index:
        return found
    earlier = [at for at in reading.periods if whole.index < at < figure.index]
    if earlier and reading.segments[earlier[-1]] == figure.segment and any(reading.between(figure.index, found)):
        return earlier[-1]
    return found


def _beside(reading: Reading, figure: Figure) -> Figure | None:
    """The figure that a bracket stands beside, whole or part: "138 of them (66 in 2005)"."""
    for other in reversed(reading.figures):
        if other.index < figure.bracket - 1 and other.kind == "number" and not other.bracket and not other.denominator:
            return other
    return None


def _has_earlier(reading: Reading, figure: Figure) -> bool:
    """A bracket that counts the same as a figure before it, in another year: "seven girls (39 girls in 2016)"."""
    main = _beside(reading, figure)
    if main is None:
        return False
    clause = reading.clauses[figure.index]
    return (
        main.head is None
        or any(
            alike(reading, other, figure)
            for other in reading.figures
            if other.index < figure.bracket and not other.bracket and reading.clauses[other.index] == clause
        )
        or "noun" in figure.tags
        or ("person" in figure.tags and "case" in main.tags)
    )


def period_at(reading: Reading, index: int, edition_year: int) -> Period:
    """The period that governs the token at `index`, where it is no figure's: a verb's, say ("did not convict")."""
    token = reading.tokens[index]
    figure = Figure(
        index, token, "none", Number(0), index, index, None, index + 1, reading.segments[index], reading.brackets[index]
    )
    found = _after(reading, figure, edition_year)
    if found is None:
        found = _before(reading, figure, edition_year)
    if found is None:
        found = _only_year(reading, figure, edition_year)
    if found is not None and found < index and any(t.low == "than" for t in reading.tokens[max(0, found - 2) : found]):
        found = None  # "investigated fewer cases than in the previous period and did not convict anyone"
    return reading.tokens[found].value if found is not None else Period(edition_year - 1, "reporting_period", "current")


def _relative(period: Period, figure: Figure, base: Figure | None, default: Period) -> Period:
    if period.form == "before" and base is not None and base.period.year:
        return Period(base.period.year - 1, base.period.period_type, "before")
    if period.form == "previous" and base is not None and base.period.form == "fiscal":
        return Period(base.period.year - 1, base.period.period_type, "fiscal")
    if period.form == "same" and base is not None and base.period.year:
        return base.period
    return period


def _after(reading: Reading, figure: Figure, latest: int) -> int | None:
    """The index of the period that follows a figure and governs it."""
    periods = reading.periods
    if not periods or periods[-1] <= figure.index:
        return None
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    segment, bracket = figure.segment, figure.bracket
    clause = reading.clauses[figure.index]
    since = False
    for at in range(figure.index + 1, min(periods[-1] + 1, figure.index + _PERIOD_REACH)):
        if segments[at] != segment:
            if not bracket and brackets[at]:
                continue  # a bracket on the way
            return None
        token = tokens[at]
        if reading.clauses[at] != clause or token.low == "than":
            return None
        if token.low == "as" and at > figure.last and tokens[min(at + 1, len(tokens) - 1)].low in LIKENED:
            return None  # "data were unavailable, as they had been in 2009"
        if token.low == "since" and tokens[min(at + 1, len(tokens) - 1)].kind != "period":
            return None  # "… since the law was passed in 2004": the year of what went before
        if token.kind == "period":
            if at in reading.leading:
                return None
            if token.value.year > latest + _YEARS_AHEAD:
                continue  # "an action plan for 2030"
            if since and tokens[at - 1].low == "since":
                return None  # "… and has had none since 2004"
            if tells_of_object(tokens, at) or (token.value.form == "habitual" and at - figure.index > 8):
                continue
            return at
        if token.low in RELATIVES and token.low != "that" and at > figure.last and not bracket:
            return None
        if token.low in ("following", "after", "despite") and tokens[at - 1].low == "," and at > figure.last:
            return None
        if token.low in ("of whom", "of which") and at > figure.last:
            return None  # "repatriated 40 men, some of whom were identified in 2009"
        if token.low in AUXILIARIES and tokens[at - 1].low in ("and", "but") and at > figure.last:
            since = since or "has" in token.low or "have" in token.low
        elif "neg" in token.tags and "aux" in token.tags and tokens[at - 1].low in ("and", "but"):
            since = True
        if token.low == "that" and at > figure.last and "counts" in tokens[at - 1].tags:
            return None
    return None


def _before(reading: Reading, figure: Figure, latest: int) -> int | None:
    """The index of the period that stands before a figure and governs it."""
    periods = reading.periods
    if not periods or periods[0] >= figure.index:
        return None
    tokens, segments = reading.tokens, reading.segments
    clause = reading.clauses[figure.index]
    comma = False
    for at in range(figure.index - 1, max(periods[0] - 1, figure.index - _PERIOD_REACH), -1):
        token = tokens[at]
        if token.kind == "mark" and token.low == ",":
            comma = True
        if token.kind != "period" or token.value.year > latest + _YEARS_AHEAD:
            continue
        if figure.is_comparison or figure.bracket:
            if segments[at] == figure.segment:
                return at
            continue
        if segments[at] in reading.comparing or reading.brackets[at] or measures(tokens, at):
            continue
        if at in reading.leading:
            if turns_perfect(tokens, at, figure.index):
                continue
            return at
        if reading.clauses[at] == clause and not tells_of_object(tokens, at) and token.value.form != "habitual":
            if comma and dates_relative(tokens, at):
                continue
            # A denial says nothing of the year that another verb had: "adopting a law in 2011, it convicted no one".
            if comma and (figure.kind == "none" or not any(True for _ in reading.between(-1, at))):
                continue
            return at
    return None


def _only_year(reading: Reading, figure: Figure, latest: int) -> int | None:
    """The one calendar year of a statement, where another clause of it names it: "… in 2006, but no one was convicted".

    None where it names several, or where the year tells of a law, of an aside, or of an earlier value.
    """
    if figure.is_comparison or figure.bracket or not reading.periods:
        return None
    tokens = reading.tokens
    begin = end = figure.index
    while begin > 0 and figure.index - begin < _PERIOD_REACH and tokens[begin - 1].low != ";":
        begin -= 1
    if begin > 1 and tokens[begin].low in ("they", "it"):  # "… in 2006; they convicted nine": of the same year
        begin -= 1
        while begin > 0 and figure.index - begin < _PERIOD_REACH and tokens[begin - 1].low != ";":
            begin -= 1
    while end < len(tokens) and end - figure.index < _PERIOD_REACH and tokens[end].low != ";":
        end += 1
    found: int | None = None
    for at in range(begin, end):
        if tokens[at].kind != "period" or reading.segments[at] in reading.comparing or reading.brackets[at]:
            continue
        if tokens[at].value.form != "year" or tokens[at].value.year > latest or found is not None:
            return None
        found = at
    if found is None or tokens[found].value.year < latest - 2 or tells_of_object(tokens, found):
        return None
    if found in reading.leading and found < figure.index and turns_perfect(tokens, found, figure.index):
        return None
    if is_aside(tokens, begin, found) or measures(tokens, found):
        return None
    if any(reading.segments[at] in reading.comparing for at in range(*sorted((found, figure.index)))):
        return None
    return found
