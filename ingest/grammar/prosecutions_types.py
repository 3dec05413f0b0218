"""The type of trafficking that a count takes from what it shares with others: complements, and articles of the law."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.document import Sentence, Token
from ingest.grammar.clauses import ONE_CASE, TYPES, Figure, Reading, type_of
from ingest.vocabulary.words import word_set

_PROHIBITS = ("criminaliz", "prohibit", "penaliz", "outlaw", "address", "covers", "forbid", "punish")
_JOINTS = word_set(", and or new")
_REACH = 14
_OF_THEM = ("of these", "of those")
_NUMBERED = word_set("article articles section sections under and or , of chapter")


def article_types(sentences: Iterable[Sentence]) -> dict[str, str]:
    """The type of each article of the law whose crime the text names: "Article 201 criminalized sex trafficking".

    An article that the text gives more than one type has none.
    """
    found: dict[str, str] = {}
    for sentence in sentences:
        if "article" not in sentence.tags:
            continue
        tokens = sentence.tokens
        places = [at for at, token in enumerate(tokens) if token.kind == "article"]
        for position, at in enumerate(places):
            following = places[position + 1] if position + 1 < len(places) else len(tokens)
            named = _crime(tokens, at, following)
            if named is None:
                continue
            group = [at]
            for earlier in reversed(places[:position]):  # "Articles 201 and 205 criminalized …"
                if any(token.low not in _NUMBERED for token in tokens[earlier + 1 : group[-1]]):
                    break
                group.append(earlier)
            for place in group:
                known = found.setdefault(tokens[place].low, named)
                if known != named:
                    found[tokens[place].low] = "all"
    return {article: named for article, named in found.items() if named in TYPES}


def _crime(tokens: Sequence[Token], at: int, stop: int) -> str | None:
    """The type that stands in a bracket behind an article, or as what its law prohibits."""
    if at + 1 >= len(tokens):
        return None
    if tokens[at + 1].low == "(":
        close = next((i for i in range(at + 2, min(len(tokens), at + _REACH)) if tokens[i].low == ")"), at + 2)
        return type_of(tokens, at + 2, close)
    verb = next(
        (
            i
            for i in range(at + 1, min(stop, at + 9))
            if tokens[i].low.startswith(_PROHIBITS) and tokens[i].kind == "word"
        ),
        None,
    )
    if verb is None:
        return None
    end = verb + 1
    while end < min(stop, verb + _REACH) and not (tokens[end].kind == "mark" and tokens[end].low in ";(,.—"):
        if tokens[end].low.startswith("prescrib") or tokens[end].low in ("while", "which", "with"):
            break
        end += 1
    return type_of(tokens, verb + 1, end)


def share_types(reading: Reading, counted: Sequence[Figure], articles: dict[str, str]) -> None:
    """Gives counted figures without a type of their own the one that they share.

    "33 investigations and 20 prosecutions for forced labor": the complement is both nouns'. "Nine under Article 201":
    the article's crime. "Investigated 340 persons for slavery …, with 81 convictions": the last one's.
    """
    tokens = reading.tokens
    if articles:
        for figure in counted:
            if figure.own_type is None:
                figure.own_type = _by_article(reading, figure, articles)
    for figure in counted:
        if figure.own_type is None and figure.whole is not None and figure.index + 1 < len(tokens):
            if tokens[figure.index + 1].low not in _OF_THEM:
                continue
            whole = figure.whole.trafficking_type
            figure.own_type = whole if whole in TYPES else None
    for figure in counted:
        entire = figure.whole
        if figure.own_type is None and figure.bracket and entire is not None and entire.own_type in TYPES:
            if figure.head is not None and "person" in figure.tags and not figure.is_comparison:
                figure.own_type = entire.own_type  # "five men (three men from India and …) for forced labor"
    for figure in counted:
        if figure.kind == "article" and figure.own_type is None and "person" in figure.tags:
            figure.own_type = _deed_told(reading, figure)
    told = _case_told(tokens)
    for figure in counted if told else ():
        if figure.own_type is None and not figure.is_comparison and reading.clauses[figure.index] == 0:
            figure.own_type = told
    if "law" in reading.sentence.tags:
        for figure in counted:
            if figure.own_type in TYPES and _under_several(tokens, figure):
                figure.own_type = "all"
    if "sentence" in reading.sentence.tags:
        for figure in counted:
            if figure.own_type is None and not figure.is_comparison:
                figure.own_type = _sentenced_for(reading, figure)
    for left, right in reversed(list(pairwise(counted))):
        if (
            left.own_type is None
            and right.own_type in TYPES
            and (
                (right.first - left.last == 2 and tokens[right.first - 1].low in ("in", "involving"))
                or (right.first - left.last == 1 and right.token.low in ONE_CASE)
            )
            and "case" in right.tags
            and left.tail >= right.first
            and not _is_one_of_several(counted, right)
        ):
            left.own_type = right.own_type  # "two defendants in one case of forced labor"
        if left.own_type is None and right.own_type in TYPES and _shares_complement(reading, left, right):
            left.own_type = right.own_type
        if right.own_type is None and left.own_type in TYPES and "case" in left.tags:
            between = [token.low for token in tokens[left.last + 1 : right.first]]
            if len(between) < _IN_WHICH and " ".join(between[:4]).startswith((", in which", "in which", "( in which")):
                right.own_type = left.own_type  # "two sex trafficking cases, in which judges acquitted five defendants"
        link = tokens[right.first - 1].low if right.first else ""
        if (
            right.own_type is None
            and left.trafficking_type in TYPES
            and link == "with"
            and not left.is_comparison
            and "noun" in right.tags
            and right.tail == right.last + 1
        ):
            right.own_type = left.trafficking_type


def _is_one_of_several(counted: Sequence[Figure], figure: Figure) -> bool:
    """ "in nine cases of sex trafficking and one case of forced labor": cases of several types."""
    for other in counted:
        if figure.index < other.index <= figure.tail + 3 and "case" in other.tags and not other.is_comparison:
            return other.own_type != figure.own_type
    return False


def _deed_told(reading: Reading, figure: Figure) -> str | None:
    """ "convicted a man posing as a teacher to exploit children in forced begging": what the person did."""
    tokens = reading.tokens
    stop = figure.last + 1
    while stop < min(len(tokens), figure.last + _DEED_REACH) and reading.clauses[stop] == reading.clauses[figure.index]:
        token = tokens[stop]
        if token.kind in ("number", "duration", "money") or "sentence" in token.tags or token.low in (";", ":"):
            break
        stop += 1
    for at in range(figure.last + 1, stop):
        if tokens[at].low in _DEEDS_TOLD:
            return type_of(tokens, at, stop)
    return None


_DEED_REACH = 18
_DEEDS_TOLD = word_set(
    "exploit exploiting exploited forcing force forced compelling compelled subjecting subjected holding held luring"
    " recruiting recruited selling sold trafficking keeping"
)


def _case_told(tokens: Sequence[Token]) -> str | None:
    """ "In a case of domestic servitude, a court convicted two": the type of all that the opening tells of."""
    if not tokens or tokens[0].low.split(" ")[0] != "in":
        return None
    for at in range(1, min(len(tokens), _OPENING_REACH)):
        if tokens[at].low == ",":
            case = any(token.low == "case" or token.low.endswith(" case") for token in tokens[:at])
            return type_of(tokens, 0, at) if case else None
        if tokens[at].kind == "number" or "finite" in tokens[at].tags:
            return None
    return None


_OPENING_REACH = 12
_IN_WHICH = 9


def _under_several(tokens: Sequence[Token], figure: Figure) -> bool:
    """ "convicted 12 under trafficking laws and provisions on pimping": of which type each is, is not said."""
    under = next(
        (at for at in range(figure.last + 1, min(figure.tail, len(tokens))) if tokens[at].low == "under"), None
    )
    if under is None or type_of(tokens, figure.index + 1, under) is not None:
        return False
    law = next((at for at in range(under + 1, min(figure.tail, len(tokens))) if "law" in tokens[at].tags), None)
    if law is None or type_of(tokens, under + 1, law) is not None:
        return False
    return law + 1 < figure.tail and tokens[law + 1].low == "and"


def _sentenced_for(reading: Reading, figure: Figure) -> str | None:
    """ "convicted a trafficker and sentenced him to five years for sex trafficking": what the penalty was for."""
    tokens = reading.tokens
    sentenced = False
    for at in range(figure.last + 1, min(len(tokens), figure.last + _PENALTY_REACH)):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or token.kind == "number":
            return None
        if "sentence" in token.tags and tokens[at - 1].low == "and":
            sentenced = True
        elif sentenced and token.low == "for":
            return type_of(tokens, at + 1, at + 7)
    return None


_PENALTY_REACH = 36


def _shares_complement(reading: Reading, left: Figure, right: Figure) -> bool:
    if left.segment != right.segment or left.bracket != right.bracket or left.tail > left.last + 1:
        return False
    people = "person" in left.tags and "person" in right.tags  # "two men and a woman for forced labor"
    if not people and ("noun" not in left.tags or "noun" not in right.tags):
        return False
    tokens = reading.tokens
    gap = tokens[left.last + 1 : right.first]
    if not gap or len(gap) > 2 or any(token.low not in _JOINTS for token in gap):
        return False
    # The type stands behind the second noun, and in none of its own adjectives.
    return type_of(tokens, right.first, right.last + 1) is None


def _by_article(reading: Reading, figure: Figure, articles: dict[str, str]) -> str | None:
    tokens, segments = reading.tokens, reading.segments
    under = False
    for at in range(figure.last + 1, min(len(tokens), figure.last + _REACH)):
        token = tokens[at]
        if token.kind == "number" or (token.kind == "mark" and token.low in ",;(.") or segments[at] != figure.segment:
            return None
        under = under or token.low in ("under", "violating", "of", "using", "for")
        if token.kind == "article" and under:
            named = articles.get(token.low)
            following = tokens[at + 1 : at + 3]
            if any(other.kind == "article" and articles.get(other.low) != named for other in following):
                return None
            return named
    return None
