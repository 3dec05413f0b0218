"""Penalty ranges of one sentence: their bounds in years, articles, instrument and form of trafficking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Token
from ingest.vocabulary.numbers import Duration, Number


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split(" "))


LIFE = Decimal(99)
# What may stand between a range and what it is for: "… or a fine of up to $500, or both, for …".
_FINE_TOO = _set(
    "or and / and/or a an fine fines ( ) of up to imprisonment prison incarceration significant both plus , the"
    " possible as well additional monetary with jail equivalent labor hard penalties term terms"
) | {"hard labor"}


_AFTER_TERM = _set("imprisonment in prison of incarceration jail years' or a")
_JOINS = _set("to and - – — or through , ; with")
_BETWEEN_ENDS = _set("and a to up with but imprisonment or the maximum penalty sentence term of prison punishment")


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
    return before in ("to", "for", "of", "or", "and") or after in (
        "in",
        "sentence",
        "sentences",
        "term",
        "terms",
        "imprisonment",
    )


def ranges(tokens: Sequence[Token], first: int = 0) -> list[Range]:
    """The penalty ranges in a sentence from token `first`, in order; other spans of time are left out."""
    found: list[Range] = []
    index, size = first, len(tokens)
    while index < size:
        token = tokens[index]
        if (
            token.kind == "duration"
            and not is_term(tokens, index)
            and not (found and _goes_on(tokens, found[-1].end, index))
        ):
            index += 1
            continue
        if token.kind == "duration":
            low, high = _bounds(tokens, index, token.value)
            if (
                found
                and low == high
                and token.value.qualifier == "exact"
                and _shares_bound(tokens, found[-1].end, index)
            ):
                # "up to eight years for adults and 12 years for children": one "up to" for both
                low = None if found[-1].low is None else low
                high = None if found[-1].high is None else high
            if index >= 2 and tokens[index - 1].low == "to" and tokens[index - 2].low in ("fine", "fines"):
                low = None
            takes = [token.start]
            end = index + 1
            end, low, high, more = _extended(tokens, end, low, high)
            takes += more
            begin = index
            lead = _spelled_lead(tokens, index)
            if lead is not None and low == high:
                begin, low = lead, Decimal(tokens[lead].value.value).quantize(Decimal("0.01"))
                takes.append(tokens[lead].start)
            found.append(Range(begin, _with_unit(tokens, end), low, high, tuple(takes)))
            index = end
        elif is_life(tokens, index) and _is_penal_life(tokens, index):
            before = [t.low for t in tokens[max(index - 3, 0) : index]]
            top_only = (
                before[-2:] == ["up", "to"] or "maximum" in before or before[-2:] in (["fine", "to"], ["fines", "to"])
            )
            found.append(Range(index, _with_unit(tokens, index + 1), None if top_only else LIFE, LIFE, ()))
            index += 1
        else:
            index += 1
    return found


def _goes_on(tokens: Sequence[Token], end: int, at: int) -> bool:
    """ "four to 10 years; and if the victim is a child, eight to 15 years": a range like the one before it."""
    between = tokens[end:at]
    if len(between) > 16 or any(
        t.low in ("permit", "permits", "visa", "period", "after", "within", "stay") for t in between
    ):
        return False
    return any(token.low in ("if", "when", "where", "for", "victim", "victims") for token in between)


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
    ):
        if tokens[end].low in ("in", "of") and (end + 1 >= len(tokens) or "law_prison" not in tokens[end + 1].tags):
            break
        end += 1
    return end


def is_term(tokens: Sequence[Token], at: int) -> bool:
    """Is the span of time at `at` a term of a penalty (and no permit, reflection period or delay)?"""
    for token in tokens[at + 1 : at + 5]:
        if "law_prison" in token.tags or token.low.startswith("life"):
            return True
        if token.kind == "mark" and token.low not in ("(", ")"):
            break
    for token in reversed(tokens[max(at - 9, 0) : at]):
        if token.low in (";", "permit", "period", "permits", "visa", "age", "after", "within"):
            return False
        tags = token.tags
        if "law_penalty" in tags or "law_prescribe" in tags or token.low in ("imprisoned", "jailed", "raise", "raises"):
            return True
        if token.kind == "duration" and is_term(tokens, _index(tokens, token, at)):
            return True
    return False


def _index(tokens: Sequence[Token], token: Token, before: int) -> int:
    for step in range(before - 1, -1, -1):
        if tokens[step] is token:
            return step
    return 0


def _is_penal_life(tokens: Sequence[Token], at: int) -> bool:
    around = tokens[max(at - 8, 0) : at + 4]
    return "imprisonment" in tokens[at].low or any(
        "law_penalty" in t.tags or "law_prescribe" in t.tags or t.low in ("prison", "imprisonment") for t in around
    )


def _bounds(tokens: Sequence[Token], at: int, value: Duration) -> tuple[Decimal | None, Decimal | None]:
    low, high = years(value.low), years(value.high)
    if value.low != value.high:
        before = {token.low for token in tokens[max(at - 14, 0) : at]}
        if tokens[at - 1].low == "from" and before & {
            "increase",
            "increased",
            "increases",
            "increasing",
            "raised",
            "raising",
        }:
            # "increased the maximum penalty from four to eight years": the second is what the law now says
            return (high, None) if "minimum" in before else (None if "maximum" in before else high, high)
        return low, high
    if value.qualifier in ("at_least", "more_than"):
        return low, None
    if value.qualifier in ("at_most", "fewer_than"):
        return None, high
    for token in reversed(tokens[max(at - 16, 0) : at]):
        if token.low in ("maximum", "max"):
            return None, high
        if token.low == "minimum":
            return low, None
        if token.kind in ("mark", "duration", "money") or token.low in ("and", "or", "but", "which"):
            break
    return low, high


def _spelled_lead(tokens: Sequence[Token], at: int) -> int | None:
    """The first end of "five- to 10-year terms": a number, a hyphen and "to" before the span of time."""
    if at >= 3 and tokens[at - 1].low == "to" and tokens[at - 2].low in "-–‐" and tokens[at - 3].kind == "number":
        number: Number = tokens[at - 3].value
        if number.value is not None:
            return at - 3
    return None


def _extended(
    tokens: Sequence[Token], at: int, low: Decimal | None, high: Decimal | None
) -> tuple[int, Decimal | None, Decimal | None, list[int]]:
    """The other end of a range that a second token states: "… to life", "… and not more than 10 years"."""
    step, size = at, len(tokens)
    while step < size and step < at + 5 and tokens[step].low in _AFTER_TERM and tokens[step].low != "or":
        step += 1
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
        if link == "," and not capped_here:
            return at, low, high, []
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
        if low is not None and high is None and capped and other >= low:
            return step + 1, low, other, [token.start]
    return at, low, high, []


# -- what a range belongs to ------------------------------------------------------------------------------------


def kind_of(words: Sequence[Token]) -> str | None:
    """The form of trafficking that some words name; None where they name none, "all" for several."""
    kinds: list[str] = []
    hint: str | None = None
    for index, token in enumerate(words):
        tags = token.tags
        following = words[index + 1].low if index + 1 < len(words) else ""
        if "law_stringent" in tags or "law_commensurate" in tags:
            break
        kind = None
        if "law_labor" in tags and not (
            token.low == "labor" and following in ("code", "law", "laws", "inspectors", "ministry")
        ):
            if token.low == "labor" and index and words[index - 1].low == "hard":
                continue
            kind = "labor"
        elif "law_sex" in tags and not (token.low == "sexual" and following in ("assault", "violence")):
            kind = "sex"
        elif "law_other" in tags:
            kind = "other"
        hint = hint or ("labor" if "law_labor_hint" in tags else None)
        if token.low in ("sale", "selling") and {"children", "child"} & {t.low for t in words[index + 1 : index + 4]}:
            kind = kind or "other"
        if kind and any("law_deny" in t.tags or "neg" in t.tags for t in words[max(index - 4, 0) : index]):
            continue  # "does not include forced labor in its definition"
        if kind and kind not in kinds:
            kinds.append(kind)
        if token.low == "all" and following in ("forms", "human", "trafficking"):
            # "all forms of trafficking", but "all forms of child sex trafficking"
            ahead = words[index + 1 : index + 7]
            stop = next((at for at, t in enumerate(ahead) if t.low in ("trafficking", "labor", "slavery")), len(ahead))
            if not any("law_sex" in t.tags or "law_labor" in t.tags for t in ahead[: stop + 1]):
                return "all"
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if kind != "other"]
    return hint if not kinds else kinds[0] if len(kinds) == 1 else "all"


def attached(tokens: Sequence[Token], end: int, limit: int) -> list[Token]:
    """The words after a range that say what it is for ("for labor trafficking", "if the victim was a child")."""
    step = end
    limit = min(limit, len(tokens))
    while step < limit:
        low = tokens[step].low
        kind = tokens[step].kind
        if low in ("for", "if", "when", "where", "in", "involving", "under"):
            stop = step + 1
            while stop < min(limit, step + 22):
                token = tokens[stop]
                if (
                    token.low in (";", "which", "that", "–", "—", ":", "these", "compared")
                    or "law_stringent" in token.tags
                ):
                    break
                if token.low in ("and", "or", ",") and _begins_next(tokens, stop, limit):
                    break
                stop += 1
            words = list(tokens[step:stop])
            if tokens[step - 1].low in ("and", ",", "or") and any("law_penalty" in t.tags for t in words):
                return []  # "… and for forced labor with penalties of": what the next range is for
            return words
        if kind == "money" or low in _FINE_TOO:
            step += 1
            continue
        break
    return []


def _begins_next(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """After a comma or "and" within the words attached to a range: does the next range begin?"""
    for token in tokens[at + 1 : min(at + 5, len(tokens))]:
        if (
            "law_prescribe" in token.tags
            or token.kind == "duration"
            or token.low in ("penalties", "which", "these", "but")
        ):
            return True
        if token.low in ("between", "from", "up", "a", "for", "of"):
            continue
        break
    return False


def articles_in(text: str, words: Sequence[Token]) -> tuple[str, ...]:
    """The articles among some tokens, as printed; "108–110" and "108 through 110" stay one item."""
    found: list[str] = []
    last_end = -1
    open_list = False
    for token in words:
        if token.kind != "article":
            if "article_word" in token.tags:
                open_list = token.low not in ("chapter", "title", "paragraph", "paragraphs", "para", "clause")
            elif token.low not in (",", "and", "or", "no", "nos"):
                open_list = False
            continue
        if not open_list:
            continue
        between = text[last_end : token.start] if last_end >= 0 else ""
        printed = " ".join(text[token.start : token.end].split())
        if found and between.strip().lower() in ("-", "–", "—", "to", "through"):
            found[-1] = f"{found[-1]}{between}{printed}"
        else:
            found.append(printed)
        last_end = token.end
    return tuple(dict.fromkeys(found))


_BOUNDARY = _set(
    "the its a an of under in through to by and or which this that , ( – country's with both these from those their"
    " also prohibits criminalizes , ; : kazakhstan's"
)


def instrument_in(text: str, words: Sequence[Token]) -> tuple[str | None, int]:
    """The law that some tokens name last, as written ("penal code", "2005 anti-trafficking law"), and its token."""
    for at in range(len(words) - 1, -1, -1):
        token = words[at]
        if "law" not in token.tags or token.low in ("protocol", "convention", "agreement", "mou", "memorandum", "plan"):
            continue
        if token.kind != "word":
            continue
        first = at
        while first > 0 and at - first < 9:
            before = words[first - 1]
            if before.low in _BOUNDARY or (before.kind == "mark" and before.low not in ("-", "'", "’")):
                # "Trafficking in Persons Act": a small word inside a name printed in capitals
                inside = (
                    before.low in ("in", "of", "and", "against", "for", "on", "to") and first > 1
                    and text[words[first].start].isupper() and text[words[first - 2].start].isupper()
                    and words[first - 2].kind != "article" and "article_word" not in words[first - 2].tags
                )  # fmt: skip
                if not inside:
                    break
            elif (
                before.kind in ("article", "duration", "money", "country")
                or "law_prescribe" in before.tags
                or ("actor" in before.tags and "government" in before.tags)
            ):
                break
            first -= 1
        last = at
        follow = at + 1
        if follow < len(words) and words[follow].kind == "article":
            last = follow
        while words[first].low in _BOUNDARY and first < at:
            first += 1
        printed = text[words[first].start : words[last].end].strip()
        return printed or None, first
    return None, -1
