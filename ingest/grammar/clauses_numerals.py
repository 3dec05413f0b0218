"""Numbers that count nothing of their own: of periods, of articles of the law, and by how much a figure differs."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses_words import CONJUNCTIONS, EARLIER, PREPOSITIONS
from ingest.vocabulary.words import word_set

_SIZES = word_set("increase decrease rise drop decline reduction fall growth jump")
# The words after which "of" or "by" tells a difference.
_DELTAS = {
    "of": _SIZES,
    "by": _SIZES
    | word_set(
        "increased decreased rose dropped declined fell grew jumped climbed increasing decreasing rising dropping"
        " falling growing up down reduced"
    ),
}


def numbers_periods(tokens: list[Token], at: int) -> bool:
    """ "the two prior reporting periods", "three previous years": periods are counted, nothing else."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.kind == "period":
        return following.low.endswith(("periods", "years")) and not following.low[:1].isdigit()
    return following.low in EARLIER and any(t.low in ("years", "periods") for t in tokens[at + 2 : at + 4])


def is_difference(tokens: list[Token], at: int) -> bool:
    """ "six more than in 2009", "an increase of four indictments", "rose by 12": by how much, and no count."""
    if at > 1 and tokens[at - 1].low in ("of", "by") and tokens[at - 2].low in _DELTAS[tokens[at - 1].low]:
        return True
    for place in range(at + 1, min(len(tokens) - 1, at + 3)):
        if tokens[place].low.startswith(("more than", "fewer than")) and "cmp" in tokens[place].tags:
            return place == at + 1
        if tokens[place].low in ("more", "fewer", "less"):
            return any(token.low == "than" for token in tokens[place + 1 : place + 4])
        if "counts" not in tokens[place].tags:
            return False
    return False


def numbers_article(tokens: list[Token], at: int, articles: bool) -> bool:
    """ "section 154 1": the rest of an article; "12 under Article 4 and three under 7": one without its word."""
    if articles and tokens[at].low.startswith("under ") and at + 1 < len(tokens):
        return tokens[at + 1].kind == "mark" or tokens[at + 1].low in CONJUNCTIONS or "cmp" in tokens[at + 1].tags
    if articles and at + 1 < len(tokens) and tokens[at + 1].low == "(" and tokens[at - 1].low in ("and", ","):
        # "Articles 240 (…), 240.1 (…), and 241 (…)"
        return any(one.kind == "article" and two.low == "(" for one, two in pairwise(tokens[max(0, at - 30) : at]))
    if tokens[at].low[0] == "0" and not tokens[at].value.spelled:
        return True  # "act 2006-04"
    if not at or tokens[at - 1].kind != "article" or tokens[at].value.spelled or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].kind == "mark" or tokens[at + 1].low in PREPOSITIONS or tokens[at + 1].low in CONJUNCTIONS
