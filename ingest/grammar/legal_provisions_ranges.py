"""Penalty ranges of one sentence: which spans of time are terms of penalties, and their bounds in years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.legal_provisions_ellipsis import bare_term, first_of_two, spread
from ingest.vocabulary.numbers import Duration, Number
from ingest.vocabulary.words import word_set

LIFE = Decimal(99)


_AFTER_TERM = word_set("imprisonment in prison of incarceration jail years' or a")
_JOINS = word_set("to and - – — or through , ; with")
_BETWEEN_ENDS = word_set(
    "and a to up with but imprisonment or the maximum penalty sentence term of prison punishment is are which may"
    " extend extendable can be extended"
)


@dataclass(slots=True)
class Range:
    """One stated range: tokens [start, end), bounds in years, the token offsets it takes."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    takes: tuple[int, ...]
    articles: tuple[str, ...] = ()
    instrument: str | None = None
    kind: str = "all"
    quote_start: int = 0
    own_law: bool = field(default=False)
    bans: bool = False  # of a mere mention: does its sentence ban what it names?
    kinds: dict[str, str] = field(default_factory=dict)  # of its articles, where brackets tell what each is on
    short: frozenset[str] = frozenset()  # names in capitals that its sentence gives in brackets


def years(months: int) -> Decimal:
    """Months as years with two decimals: 18 → 1.50."""
    return (Decimal(months) / 12).quantize(Decimal("0.01"))


def is_life(tokens: Sequence[Token], at: int) -> bool:
    """Does the token name imprisonment for life?"""
    if at >= len(tokens) or not tokens[at].low.startswith("life"):
        return False
    if tokens[at].low != "life":
        return "imprisonment" in tokens[at].low or "sentence" in tokens[at].low or "prison" in tokens[at].low
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before in ("is", "was", "with", "by") and (at + 1 == len(tokens) or tokens[at + 1].kind == "mark"):
        return True  # "… that ends in death with life"
    return before in ("to", "for", "of", "or", "and") or after in (
        "in",
        "sentence",
        "sentences",
        "term",
        "terms",
        "imprisonment",
    )


def ranges(tokens: Sequence[Token], anchor: int = -1) -> list[Range]:
    """The penalty ranges in a sentence, in order; other spans of time are left out.

    `anchor` is the word from which the sentence says what the law prescribes: the first span after it is a term.
    """
    found: list[Range] = []
    index, size = 0, len(tokens)
    governed = next((at for at in range(anchor + 1, min(anchor + 14, size)) if tokens[at].kind == "duration"), -1)
    while index < size:
        token = tokens[index]
        if (
            token.kind == "duration"
            and index != governed
            and not is_term(tokens, index)
            and not (found and _goes_on(tokens, found[-1].end, index))
        ):
            index += 1
            continue
        if token.kind == "duration" and (_is_former(tokens, index) or _is_no_range(tokens, index)):
            index += 1
            continue
        if token.kind == "duration":
            low, high = _bounds(tokens, index, token.value)
            if (lead := first_of_two(tokens, index)) >= 0:
                found.append(_alone(tokens, lead))
            if (
                found
                and low == high
                and token.value.qualifier == "exact"
                and _shares_bound(tokens, found[-1].end, index)
            ):
                # "up to eight years for adults and 12 years for children": one "up to" for both
                low = None if found[-1].low is None else low
                high = None if found[-1].high is None else high
            if index >= 2 and tokens[index - 1].low == "to" and _is_lesser(tokens, index - 2):
                low = None  # "ranging from probation to 15 years"
            takes = [token.start]
            end = index + 1
            end, low, high, more = _extended(tokens, end, low, high)
            takes += more
            begin = index
            spelled = _spelled_lead(tokens, index)
            if spelled is not None and low == high:
                begin, low = spelled, Decimal(tokens[spelled].value.value).quantize(Decimal("0.01"))
                takes.append(tokens[spelled].start)
            found.append(Range(begin, _with_unit(tokens, end), low, high, tuple(takes)))
            index = end
        elif token.low.startswith("life") and is_life(tokens, index) and (found or _is_penal_life(tokens, index)):
            before = [t.low for t in tokens[max(index - 3, 0) : index]]
            top_only = (
                before[-2:] == ["up", "to"] or "maximum" in before or before[-2:] in (["fine", "to"], ["fines", "to"])
            )
            found.append(Range(index, _with_unit(tokens, index + 1), None if top_only else LIFE, LIFE, ()))
            index += 1
        elif token.kind == "number" and found and (ends := spread(tokens, found[-1].end, index)) is not None:
            found.append(Range(index, index + 3, *ends, (token.start, tokens[index + 2].start)))
            index += 3
        elif token.kind == "number" and found and (bare := bare_term(tokens, found[-1].end, index)) is not None:
            low, high = bare
            if low == high and _shares_bound(tokens, found[-1].end, index):
                low = None if found[-1].low is None else low
            end, low, high, more = _extended(tokens, index + 1, low, high)
            found.append(Range(index, end, low, high, (token.start, *more)))
            index = end
        else:
            index += 1
    return found


def _alone(tokens: Sequence[Token], at: int) -> Range:
    """The range that a number states whose unit stands behind the next one: "up to five and eight years"."""
    number: Number = tokens[at].value
    low, high = (number.value, number.value) if number.low is None else (number.low, number.high)
    least = None if number.qualifier == "at_most" or low is None else Decimal(low)
    most = None if number.qualifier == "at_least" or high is None else Decimal(high)
    return Range(at, at + 1, least, most, (tokens[at].start,))


_LESSER = word_set("fine fines probation service warning reprimand caution supervision work arrest")
_RAISED = word_set(
    "increase increased increases increasing raised raises raising raise lowered lowers reduced doubled rose risen"
    " tripled extended lengthened went grew up"
)


def _is_lesser(tokens: Sequence[Token], at: int) -> bool:
    """ "a fine", "a fine of $1,000", "probation": what stands below any term."""
    if tokens[at].kind == "money":
        return any(token.low in ("fine", "fines") for token in tokens[max(at - 4, 0) : at])
    return tokens[at].low in _LESSER


def is_lesser_form(tokens: Sequence[Token], end: int) -> bool:
    """ "up to five years' prison labor or up to six years' imprisonment": an alternative to the term behind."""
    if end >= len(tokens) or tokens[end].low != "or" or end < 2 or tokens[end - 1].low != "labor":
        return False
    return tokens[end - 2].low in ("prison", "corrective", "correctional", "compulsory")


def _is_no_range(tokens: Sequence[Token], at: int) -> bool:
    """ "an additional five years would be added", "if the imprisonment was less than 10 years": none of its own."""
    if at > 1 and tokens[at - 1].low in ("is", "was", "were", "exceeds") and tokens[at].value.qualifier != "exact":
        return any(token.low == "if" for token in tokens[max(at - 5, 0) : at])
    if tokens[at].value.qualifier == "fewer_than" and tokens[at - 1].low == "of":
        # "Penalties of less than one year are not sufficiently stringent"
        if any(t.low.partition(" ")[0] in ("are", "were", "is", "was") for t in tokens[at + 1 : at + 4]):
            return True
    return any(token.low in ("additional", "extra", "further") for token in tokens[max(at - 2, 0) : at])


def _is_from(token: Token) -> bool:
    """ "from", "rose from"."""
    return token.low == "from" or token.low.endswith(" from")


def _is_former(tokens: Sequence[Token], at: int) -> bool:
    """ "raised the maximum from six years of imprisonment to nine years": the first is the law no more."""
    if at > 1 and tokens[at - 1].low in ("of", "than") and tokens[at - 2].low in ("instead", "rather"):
        return True
    if not at or not _is_from(tokens[at - 1]) or tokens[at].value.low != tokens[at].value.high:
        return False
    if not any(token.low.partition(" ")[0] in _RAISED for token in tokens[max(at - 14, 0) : at]):
        return False
    ahead = tokens[at + 1 : at + 7]
    return any(left.low == "to" and right.kind == "duration" for left, right in pairwise(ahead))


def _goes_on(tokens: Sequence[Token], end: int, at: int) -> bool:
    """ "four to 10 years; and if the victim is a child, eight to 15 years": a range like the one before it."""
    between = tokens[end:at]
    if len(between) > 16 or any(
        t.low in ("permit", "permits", "visa", "period", "after", "within", "stay") for t in between
    ):
        return False
    if all(token.kind == "mark" or token.low in ("and", "or", "to", "of", "from", "rising") for token in between):
        return True
    return any(
        token.low in ("if", "when", "where", "for", "victim", "victims", "in", "with") or token.kind == "article"
        for token in between
    )


def _shares_bound(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Does nothing but a conjunction and what the range before it was for stand between the two?"""
    between = tokens[end:at]
    if len(between) > 18 or not any(token.low in ("and", "or") for token in between[-4:]):
        return False
    return not any(
        "law_prescribe" in t.tags or ("law_weak" in t.tags and t.low not in ("of", "is", "was", "were", "with", "from"))
        or t.low in ("penalty", "penalties", "punishment", ";", "which") for t in between
    )  # fmt: skip


def _with_unit(tokens: Sequence[Token], end: int) -> int:
    """The end of a range with its own "years in prison", "imprisonment"."""
    while end < len(tokens) and tokens[end].low in (
        "imprisonment",
        "in",
        "prison",
        "of",
        "incarceration",
        "jail",
        "hard",
        "labor",
        "deprivation",
        "liberty",
    ):
        if tokens[end].low in ("in", "of") and (
            end + 1 >= len(tokens)
            or ("law_prison" not in tokens[end + 1].tags and tokens[end + 1].low != "deprivation")
        ):
            break
        end += 1
    return end


def is_term(tokens: Sequence[Token], at: int, depth: int = 3) -> bool:
    """Is the span of time at `at` a term of a penalty (and no permit, reflection period or delay)?

    A span that follows another is what that one is; `depth` bounds how far back such a chain is read.
    """
    for token in tokens[at + 1 : at + 5]:
        if "law_prison" in token.tags or token.low.startswith("life"):
            return True
        if token.kind == "mark" and token.low not in ("(", ")"):
            break
    for step in range(at - 1, max(at - 10, -1), -1):
        token = tokens[step]
        if token.low in (";", "permit", "period", "permits", "visa", "age", "after", "within"):
            return False
        tags = token.tags
        if "law_penalty" in tags or "law_prescribe" in tags or token.low in _TO_TERM:
            return True
        if token.kind == "duration" and depth and is_term(tokens, step, depth - 1):
            return True
    return False


_TO_TERM = word_set(
    "imprisoned jailed raise raises rise rises rising rose brings bring draws incurs entails carrying capped"
)


def _is_penal_life(tokens: Sequence[Token], at: int) -> bool:
    around = tokens[max(at - 8, 0) : at + 4]
    return "imprisonment" in tokens[at].low or any(
        "law_penalty" in t.tags or "law_prescribe" in t.tags or t.low in ("prison", "imprisonment") for t in around
    )


def _raised_to(term: Decimal, before: set[str]) -> tuple[Decimal | None, Decimal | None]:
    """ "increased the maximum penalty from four to eight years": the second is what the law now says."""
    if "minimum" in before:
        return term, None
    return (None if "maximum" in before else term), term


def _bounds(tokens: Sequence[Token], at: int, value: Duration) -> tuple[Decimal | None, Decimal | None]:
    low, high = years(value.low), years(value.high)
    if value.low != value.high:
        before = {token.low for token in tokens[max(at - 14, 0) : at]}
        if _is_from(tokens[at - 1]) and {low.partition(" ")[0] for low in before} & _RAISED:
            return _raised_to(high, before)
        return low, high
    if at > 2 and tokens[at - 1].low == "to" and any(_is_former(tokens, step) for step in range(max(at - 7, 1), at)
                                                     if tokens[step].kind == "duration"):  # fmt: skip
        return _raised_to(high, {token.low for token in tokens[max(at - 21, 0) : at]})
    negated = at > 0 and tokens[at - 1].low.endswith(" not")  # "is not less than five years"
    if value.qualifier in ("at_least", "more_than"):
        return (None, high) if negated else (low, None)
    if value.qualifier in ("at_most", "fewer_than"):
        return (low, None) if negated else (None, high)
    after = {token.low for token in tokens[at + 1 : at + 3] if token.kind == "word"}
    if "minimum" in after:
        return low, None  # "a three-year minimum sentence"
    if "maximum" in after:
        return None, high
    previous = tokens[at - 1].low if at else ""
    leading = tokens[at - 2].low if at > 1 else ""
    if previous == "at" and leading in ("start", "starts", "starting", "begin", "begins", "beginning", "started"):
        return low, None
    if previous in ("reach", "reaches", "reaching", "reached") or (
        previous == "to" and leading in ("extend", "up", "rise")
    ):
        return None, high
    if previous == "between":
        return low, high  # "maximum penalties of between seven years and life"
    if previous == "up":
        return None, high  # "up 14 years", printed without its "to"
    for token in reversed(tokens[max(at - 16, 0) : at]):
        if token.low in ("maximum", "max", "highest", "capped"):
            return None, high
        if token.low == "minimum":
            return low, None
        if token.kind in ("mark", "duration", "money") or token.low in ("and", "or", "but", "which"):
            break
    return low, high


def _spelled_lead(tokens: Sequence[Token], at: int) -> int | None:
    """The first end of "five- to 10-year terms": a number, a hyphen or none, and "to" before the span of time."""
    number: Number
    if at >= 3 and tokens[at - 1].low == "to" and tokens[at - 2].low in "-–‐" and tokens[at - 3].kind == "number":
        number = tokens[at - 3].value
        if number.value is not None:
            return at - 3
    if at >= 2 and tokens[at - 1].low == "to" and tokens[at - 2].kind == "number":
        number = tokens[at - 2].value
        # "five to ten-years", "a fine, five to 10 years"
        return at - 2 if number.value is not None and number.value * 12 < tokens[at].value.low else None
    return None


def _reaches(tokens: Sequence[Token], first: int, at: int) -> bool:
    """ "not less than 20, up to life", "…, which may extend to life"."""
    return tokens[at - 2].low == "up" or any(t.low in ("extend", "extendable", "extended") for t in tokens[first:at])


def _is_from_maximum(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low == "from" for token in tokens[max(at - 3, 0) : at])


def _extended(
    tokens: Sequence[Token], at: int, low: Decimal | None, high: Decimal | None
) -> tuple[int, Decimal | None, Decimal | None, list[int]]:
    """The other end of a range that a second token states: "… to life", "… and not more than 10 years"."""
    step, size = at, len(tokens)
    while step < size and step < at + 5 and tokens[step].low in _AFTER_TERM and tokens[step].low != "or":
        step += 1
    if step + 1 < size and tokens[step].low == "up" and tokens[step + 1].low == "to":
        step += 1  # "one year in prison up to life"
    if step >= size or tokens[step].low not in _JOINS:
        return at, low, high, []
    link = tokens[step].low
    step += 1
    skipped = step
    while step < size and step < skipped + 7 and tokens[step].low in _BETWEEN_ENDS:
        step += 1
    capped_here = any(t.low == "maximum" for t in tokens[skipped:step])
    if step >= size:
        return at, low, high, []
    token = tokens[step]
    if is_life(tokens, step) and link in ("to", "-", "–", "—", "or", "and", "through", ","):
        if link == "," and not capped_here and not _reaches(tokens, skipped, step):
            return at, low, high, []
        if low is None and link == "to" and high is not None and _is_from_maximum(tokens, at):
            low = high  # "range from a maximum of five years to life"
        return step + 1, low, LIFE, []
    if link == "to" and token.low.startswith("death"):
        return step + 1, low, None, []
    if token.kind == "duration":
        value: Duration = token.value
        other = years(value.high)
        capped = (
            value.qualifier == "at_most"
            or tokens[step - 1].low == "maximum"
            or any(t.low == "maximum" for t in tokens[max(step - 3, at) : step])
        )
        if link in ("to", "-", "–", "through") and low is not None and other > low and value.low == value.high:
            return step + 1, low, other, [token.start]
        if low is not None and high is None and (capped or _reaches(tokens, skipped, step)) and other >= low:
            return step + 1, low, other, [token.start]
    if token.kind == "number" and capped_here and low is not None and high is None:
        most: Number = token.value
        if most.value is not None and low <= most.value <= 60:
            return step + 1, low, Decimal(most.value), [token.start]
    return at, low, high, []
