"""Verbs that set a penalty only by their object and subject: "provides for six years", "risks", "with two to five"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.grammar.legal_provisions_deeds import MODALS, OWN_CRIMES
from ingest.vocabulary.words import word_set

# Spans of time that are no penalty: "a reflection period of 30 days", "a five-year plan".
_NO_TERM = word_set(
    "permit permits residence residency residencies visa visas stay stays remain reside reflection period periods plan"
    " plans deadline moratorium victim victims shelter shelters contract contracts care services service notice"
    " strategy strategies leave bonded work employment agreement training course courses assistance extension limit"
    " limitations delay delays age ages"
)
# "a permit of up to one year", "the orders": nouns that look like such verbs.
_BEFORE_NOUN = word_set("a an the residence work temporary residency exit their its these court protection")
_OF_FOREIGNERS = word_set("asylum immigration foreigners aliens residence residency")
_DOERS = frozenset((
    "court", "courts", "judge", "judges", "magistrate", "magistrates", "government", "authorities", "prosecutors",
    "ministry", "police",
))  # fmt: skip
_PENAL = word_set("imprisonment prison incarceration jail confinement imprisoned liberty penitentiary custody") | {
    "hard labor"
}
_PENALTY = _PENAL | word_set("penalty penalties punishment punishments sentence sentences sanctions term terms")
_GENERIC = word_set(
    "those who anyone whoever persons individuals people person traffickers offenders perpetrators employers companies"
    " recruiters agencies pimps brothel owners clients buyers customers exploiters violators officials trafficker"
    " offender perpetrator employer accomplices criminals guilty"
)
_SUFFERERS = word_set(
    "victim victims workers worker migrants migrant women woman children child girls boys refugees detainees"
    " immigrants survivors asylum-seekers"
)
_AFTER_BARE = word_set("if when where for and or but in while depending as under plus together on whatever") | {
    "hard labor"
}


def _term_ahead(tokens: Sequence[Token], index: int, reach: int = 13) -> int:
    """Where the term of a penalty begins that a verb governs; -1 where there is none, or the time is of other sort."""
    for at in range(index + 1, min(index + reach, len(tokens))):
        token = tokens[at]
        low = token.low
        if low == ";" or low in _NO_TERM:
            return -1
        if token.kind == "duration":
            following = {t.low for t in tokens[at + 1 : at + 4]}
            if tokens[at - 1].low in ("every", "each", "within", "after", "last", "past", "next", "first"):
                return -1
            if ("-" in low and not following & _PENALTY) or following & _NO_TERM:
                return -1
            return at
        if low.startswith("life") and (low != "life" or tokens[at - 1].low in ("to", "for", "of", "with", "or")):
            return at
    return -1


def _is_penal(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Does a word of prison or penalty stand between a verb and its term, or behind the term?"""
    return any(t.low in _PENALTY for t in tokens[index + 1 : at + 5]) or tokens[at].low.startswith("life")


def _names_crime(words: Sequence[Token]) -> bool:
    return any(
        (t.low in OWN_CRIMES and t.low != "labor") or "law_sex" in t.tags
        or ("law_labor" in t.tags and t.low not in ("labor", "labour", "passport", "passports")) or "law_ban" in t.tags
        for t in words
    )  # fmt: skip


def _ends_bare(tokens: Sequence[Token], at: int) -> bool:
    """Does nothing follow the span of time that it could be a span of ("two years of school")?"""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    return after.kind == "mark" or after.low in _AFTER_BARE


def sets_term(tokens: Sequence[Token], index: int, first_law: int) -> bool:
    """ "Article 8 provides for six months to three years", "imposed penalties of up to three years"."""
    at = _term_ahead(tokens, index)
    if at < 0 or (index and tokens[index - 1].low in _BEFORE_NOUN):
        return False
    before = tokens[max(index - 30, 0) : index]
    modal = index > 0 and tokens[index - 1].low in MODALS
    if not modal and any(token.low in _DOERS for token in tokens[max(index - 7, 0) : index]):
        return False
    if any(token.low in _OF_FOREIGNERS for token in before):
        return False
    crime = _names_crime(before)
    if not (first_law < index or crime or (first_law <= index + 14 and index < 2)):
        return False
    if any("law_prescribe" in t.tags for t in tokens[index + 1 : at]):
        return False
    if tokens[index].low in ("jails", "imprisons"):
        return True
    if _is_penal(tokens, index, at):
        if tokens[index].low in ("imposed", "impose", "imposing"):
            return any(t.low in _PENALTY and t.low not in ("sentence", "sentences") for t in tokens[index + 1 : at + 5])
        return tokens[index].low not in ("has", "have", "had") or any(t.low in _PENALTY for t in tokens[index + 1 : at])
    if not _ends_bare(tokens, at) or tokens[index].low in ("has", "have", "had", "held", "added"):
        return False
    return crime or _names_crime(tokens[at + 1 : at + 9]) or (first_law < index and _is_direct(tokens, index, at))


def _is_direct(tokens: Sequence[Token], index: int, at: int) -> bool:
    """ "The earlier act provides for no more than 20 years": a law's verb right before a bound of a year or more."""
    value = tokens[at].value
    if tokens[at].kind != "duration" or at - index > 4 or value.high < 12:
        return False
    return bool(value.qualifier in ("at_least", "at_most") or value.low != value.high)


def faces_term(tokens: Sequence[Token], index: int, first_law: int) -> bool:
    """ "Traffickers face three to 12 years in prison", "anyone who recruits risks": offenders, of no one case."""
    at = _term_ahead(tokens, index)
    if at < 0:
        return False
    subject = tokens[max(index - 14, 0) : index]
    near = tokens[max(index - 4, 0) : index]
    if not any(t.low in ("who", "anyone", "whoever") for t in subject) and any(t.low in _SUFFERERS for t in near):
        return False
    if any(t.kind in ("number", "ordinal") for t in subject):
        return False
    if not any(t.low in _GENERIC for t in subject):
        return False
    if any(t.low in ("charged", "indicted", "arrested", "accused", "trial") for t in (*subject, *tokens[at : at + 8])):
        return False
    named = first_law < len(tokens)
    if not named and tokens[index].low == "faced":
        return False
    return _is_penal(tokens, index, at) or (named and _ends_bare(tokens, at))


_BEFORE_TERM = frozenset(("a", "an", "only", "just", "from", "between", "its", "their"))


def with_term(tokens: Sequence[Token], index: int) -> bool:
    """ "Article 106 criminalizes it with one to 10 years' imprisonment", "covers … with a maximum of 30 years"."""
    at = index + 1
    while at < len(tokens) and at < index + 3 and tokens[at].low in _BEFORE_TERM:
        at += 1
    if at >= len(tokens) or tokens[at].kind != "duration":
        return False
    following = tokens[at + 1 : at + 4]
    if any(t.low in _NO_TERM for t in following) or any(t.low in _DOERS for t in tokens[max(index - 6, 0) : index]):
        return False
    if any(t.low in _PENAL or t.low in ("fine", "fines") for t in following):
        return True
    return _names_crime(tokens[max(index - 24, 0) : index]) and _ends_bare(tokens, at) and "-" not in tokens[at].low


def can_be_punished(tokens: Sequence[Token], index: int) -> bool:
    """ "Offenders can be jailed for up to 12 years", "may be sentenced to": what the law lets courts do."""
    if tokens[index].low.partition(" ")[0] not in (
        "sentenced",
        "imprisoned",
        "jailed",
        "punished",
        "incarcerated",
        "go",
    ):
        return False
    before = tokens[max(index - 3, 0) : index]
    if tokens[index].low == "go" and [t.low for t in tokens[index + 1 : index + 3]] not in (
        ["to", "prison"],
        ["to", "jail"],
    ):
        return False
    inserted = tokens[index - 1].low == "be" and any(t.low in MODALS for t in tokens[max(index - 9, 0) : index])
    if not (inserted or any(t.low in MODALS for t in before)) or any(
        t.low in _SUFFERERS for t in tokens[max(index - 7, 0) : index]
    ):
        return False
    at = _term_ahead(tokens, index, 9)
    return at >= 0 and (_is_penal(tokens, index - 1, at) or _ends_bare(tokens, at))


def is_beside_article(tokens: Sequence[Token], index: int) -> bool:
    """ "Article 188 (pimping, up to six years' imprisonment)", "pimping (Article 188), three to six years"."""
    if index + 2 >= len(tokens):
        return False
    after = tokens[index + 1].low
    if after == "(":
        inside = tokens[index + 2 : index + 14]
        return any(t.kind == "duration" for t in inside) and any("law_prison" in t.tags for t in inside)
    if after != ")":
        return False
    at = index + 3 if tokens[index + 2].low in (",", ":", "–", "—", "-") else index + 2
    opened = next((step for step in range(index - 1, max(index - 5, -1), -1) if tokens[step].low == "("), -1)
    if opened < 1 or at >= len(tokens) or tokens[at].kind != "duration":
        return False
    return _names_crime(tokens[max(opened - 8, 0) : opened]) and not any(
        t.low in _NO_TERM for t in tokens[at + 1 : at + 4]
    )
