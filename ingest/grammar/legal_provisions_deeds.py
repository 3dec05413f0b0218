"""What words about penalties do not speak of the law in force: deeds of courts, former laws, bills, other crimes."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.vocabulary.words import word_set

MODALS = frozenset(("may", "can", "shall", "must", "could"))
COURTS = frozenset(("sentenced", "received", "serving", "served", "convicted", "convicting"))
OWN_CRIMES = frozenset(("trafficking", "prostitution", "labor", "slavery", "servitude", "pimping"))
_DEEDS = COURTS | {"sentencing", "acquitted", "detained", "awaiting", "fled", "appealed", "deported"}

# Persons of no one case: "anyone convicted of trafficking", "traffickers convicted under the act".
_ANYONE = word_set(
    "those persons anyone individuals offenders traffickers perpetrators person anybody people criminals if when once"
    " whoever individual violators employers recruiters and"
)
_OFFENDERS = _ANYONE | word_set("trafficker offender perpetrator violator")


def is_deed(tokens: Sequence[Token], index: int) -> bool:
    """Does the word tell what a court did ("was sentenced to"), and not what the law lets courts do?"""
    low = tokens[index].low
    first = low.partition(" ")[0]
    if first not in _DEEDS:
        return False
    if any(token.low in MODALS for token in tokens[max(index - 2, 0) : index]):
        return False
    if low == "sentencing":
        return not _is_about_sentencing(tokens, index)
    return not (first == "convicted" and _is_of_anyone(tokens, index))


def _is_of_anyone(tokens: Sequence[Token], index: int) -> bool:
    """ "Persons convicted of trafficking can be imprisoned", "convicted traffickers face": of no one case."""
    if any(token.kind in ("number", "ordinal") for token in tokens[max(index - 4, 0) : index]):
        return False
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if before == "for" and any(token.low in _OFFENDERS for token in tokens[index + 1 : index + 4]):
        return True  # "eight to 15 years for convicted trafficking offenders"
    if before == "and" and not (index > 1 and tokens[index - 2].low in ("tried", "charged", "arrested", "prosecuted")):
        return False
    if before not in _ANYONE and after not in _OFFENDERS:
        return False
    rest = tokens[index + 1 : index + 14]
    return any(
        token.low in MODALS or token.low in ("face", "faces", "risk", "risks", "liable", "subject", "will")
        or token.low in ("are", "is") for token in rest
    )  # fmt: skip


def _is_about_sentencing(tokens: Sequence[Token], index: int) -> bool:
    """ "guidance on sentencing", "sentencing guidelines": rules for courts, and no deed of theirs."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return (index > 0 and tokens[index - 1].low in ("on", "for", "of")) or after in (
        "guidelines", "guidance", "rules", "range", "ranges", "provisions",
    )  # fmt: skip


_GIVES = word_set("imposed impose imposing handed hand applied gave issued issue issuing")
_LETS = word_set(
    "allows allow allowed permits permit permitted authorizes authorized requires required obliges enables"
)


def by_court(before: Sequence[Token]) -> bool:
    """Do the words before a range tell of a court's deed ("sentenced four to"), and not of what courts may do?"""
    if any(t.low in ("court", "courts", "judges", "judge") for t in before):
        given = {t.low for t in before if t.low in _GIVES}
        let = any(t.low in MODALS or t.low in _LETS for t in before)
        if given and not (let and given <= {"impose", "imposed"}):
            return True
    return any(token.low.partition(" ")[0] in COURTS and is_deed(before, index) for index, token in enumerate(before))


def of_another_crime(before: Sequence[Token]) -> bool:
    """Are the words before a range about rape or other crimes that trafficking is compared with?"""
    seen = False
    for index, token in enumerate(before):
        compared = token.low in ("rape", "kidnapping") and index > 0 and before[index - 1].low in _COMPARING
        alone = token.low == "rape" and (index + 1 == len(before) or before[index + 1].low not in (",", "and", "or"))
        if "law_commensurate" in token.tags or compared or alone:
            seen = True
        elif seen and (
            token.low in OWN_CRIMES
            or token.low in ("maximum", "minimum")
            or token.kind == "article"
            or "law" in token.tags
        ):
            seen = False
        elif token.low == "smuggling" and index and before[index - 1].low in ("for", "of", "on", "against", "migrant"):
            seen = not any(t.low in OWN_CRIMES for t in before)
    return seen


_COMPARING = frozenset(("as", "for", "with", "to", "like", "of", "on"))
_FORMER = frozenset(("former", "previous", "prior", "repealed", "model", "draft", "proposed", "superseded"))


def is_of_former_law(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "the former article had started at one year", "a model act with sentences of": no law in force says so."""
    for index in range(len(before) - 1, -1, -1):
        token = before[index]
        if token.low in ("had", "previously", "formerly") and _sets_next(before, index):
            return True
        if token.kind == "article" or "law" in token.tags:
            if any(t.low in _FORMER for t in before[max(index - 3, 0) : index]):
                return True
            return _is_repealed(before[index:]) or _is_repealed(after)
    return False


def _sets_next(before: Sequence[Token], index: int) -> bool:
    """ "had set", "had prescribed", "previously carried": the law before the change."""
    return any(
        ({"law_prescribe", "law_sets"} & t.tags and t.low != "had") or t.low in ("started", "ranged", "been")
        for t in before[index + 1 : index + 4]
    )


def _is_repealed(words: Sequence[Token]) -> bool:
    for index, token in enumerate(words[:16]):
        if index and ("law" in token.tags or token.kind == "article"):
            return False  # another law
        if token.low == "repealed":
            return index > 0 and words[index - 1].low in ("was", "were", ",", "been", "since", "now", "later")
    return False


def pending_words(tokens: Sequence[Token]) -> frozenset[int]:
    """The indexes of the words, between semicolons, that tell what is not law yet."""
    found: set[int] = set()
    start, pending = 0, False
    for index, token in enumerate(tokens):
        pending = pending or is_pending(tokens, index)
        if token.low == ";" or index + 1 == len(tokens):
            if pending:
                found.update(range(start, index + 1))
            start, pending = index + 1, False
    return frozenset(found)


def is_pending(tokens: Sequence[Token], index: int) -> bool:
    """Does the word say that what the sentence tells is not law yet ("would prescribe", "a draft bill")?"""
    low = tokens[index].low
    if low not in ("would", "draft", "bill", "proposed"):
        return False
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low == "would" and after in ("appear", "seem", "have", "otherwise", "not"):
        return False
    if low == "draft" and after in ("age", "dodgers", "card"):
        return False
    return not _is_past(tokens, index)


def _is_past(tokens: Sequence[Token], index: int) -> bool:
    """ "a bill passed in 2010 prescribes": no longer pending."""
    dated = [t.low for t in tokens[index + 1 : index + 2]] == ["of"] and tokens[index + 2 : index + 3] != []
    if dated and tokens[index + 2].kind in ("year", "period"):
        return True  # "its Child Welfare Bill of 2003": a law by that name
    return any(t.low in ("passed", "enacted", "adopted", "approved") for t in tokens[index : index + 8])
