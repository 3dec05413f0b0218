"""Those convicted in a sentence before, to whom the penalties of this one go back: "They received …"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.clauses import Figure, Reading, Readings
from ingest.grammar.prosecutions_stages import subject_of
from ingest.vocabulary.words import word_set

_PRONOUNS = word_set("they them all each these those")
_REACH = 3


def goes_back(tokens: Sequence[Token]) -> bool:
    """May a sentence speak of people that an earlier one counts ("They received …")?"""
    return any(token.low in _PRONOUNS for token in tokens)


def official_before(tokens: Sequence[Token]) -> bool:
    """Is the one whom an earlier sentence says was convicted a public official ("… . He was sentenced to …")?"""
    for at, token in enumerate(tokens):
        if "stage:conviction" in token.tags:
            passive = at > 1 and tokens[at - 1].low == "was"
            span = (max(0, at - 8), at) if passive else (at + 1, at + 7)
            return subject_of(tokens, *span) == "officials"
    return False


def speaks_of_them(tokens: Sequence[Token], floor: int, start: int) -> bool:
    """Does a penalty at `start` fall on those of an earlier sentence?"""
    for at in range(start - 1, max(floor - 1, start - 12, -1), -1):
        token = tokens[at]
        if token.kind in ("number", "percent") or token.low == ";":
            return False
        if token.low in _PRONOUNS:
            return True
    return False


def those_before(shared: Readings, index: int) -> Figure | None:
    """The number of those convicted in the nearest sentence before `index` that counts any; None if in doubt."""
    sentences = shared.sentences
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        sentence = sentences[at]
        if sentence.paragraph is not sentences[index].paragraph:
            return None
        if "stage:conviction" not in sentence.tags and "sentence" not in sentence.tags:
            continue
        counted = convicted(shared.at(at))
        if counted:
            return counted[0] if len(counted) == 1 else None
        if "stage:conviction" in sentence.tags:
            return None
    return None


def convicted(reading: Reading) -> list[Figure]:
    """The figures of a sentence that count those convicted, without parts and comparisons."""
    found: list[Figure] = []
    for figure in reading.figures:
        if figure.kind != "number" or figure.is_comparison or figure.denominator or figure.number.value is None:
            continue
        if figure.scope == "part" or figure.bracket or not ("person" in figure.tags or figure.head is None):
            continue
        if _is_convicted(reading.tokens, figure):
            found.append(figure)
    return found


def _is_convicted(tokens: Sequence[Token], figure: Figure) -> bool:
    """Is the stage nearest to a figure, before it or behind it in the passive, the conviction?"""
    for token in tokens[figure.last + 1 : figure.last + 4]:
        if "stage:conviction" in token.tags or token.low == "sentenced":
            return tokens[figure.last + 1].low in ("were", "was") or token is tokens[figure.last + 1]
    for token in reversed(tokens[max(0, figure.first - 8) : figure.first]):
        if "stage" in token.tags or token.low == "sentenced":
            return "stage:conviction" in token.tags or token.low == "sentenced"
        if token.low == ";":
            return False
    return False
