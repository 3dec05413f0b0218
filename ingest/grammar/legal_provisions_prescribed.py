"""Whether a sentence says what a law prescribes, and from which word on; the deed of a court prescribes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Sentence, Token
from ingest.grammar.legal_provisions_deeds import MODALS, OWN_CRIMES, is_deed
from ingest.grammar.legal_provisions_setting import (
    can_be_punished,
    faces_term,
    is_beside_article,
    sets_term,
    with_term,
)  # fmt: skip

_NOUNS = frozenset((
    "penalty", "penalties", "punishment", "punishments", "sanctions", "sentences", "sentence", "imprisonment",
))  # fmt: skip
_BANS = frozenset((
    "criminalizes", "criminalized", "prohibits", "prohibited", "bans", "banned", "outlaws", "outlawed", "forbids",
))  # fmt: skip


def prescribes(sentence: Sentence, pending: frozenset[int] = frozenset()) -> int:
    """Index of the token from which the sentence says what the law prescribes; -1 where it does not.

    `pending` are the indexes of the words that tell what is not law yet.
    """
    tokens = sentence.tokens
    first_law = next(
        (at for at, t in enumerate(tokens) if "law" in t.tags or t.kind == "article" or t.low in _BANS),
        len(tokens) + 12,
    )
    passed_over = False
    for index, token in enumerate(tokens):
        low = token.low
        if index in pending:
            continue
        # "is subject to …, and courts sentenced": what stands before a court's deed is still the law.
        if not passed_over and is_deed(tokens, index):
            return -1
        tagged = token.tags
        if "law_prescribe" in tagged:
            if low == "carried" and sets_term(tokens, index, first_law):
                return index
            if low in ("punished", "subject", "penalized", "carried") and not _is_passive_law(tokens, index):
                passed_over = True
                continue
            if low == "prescribing" and _is_of_convictions(tokens, index):
                return -1
            if low in _BROAD and not sets_term(tokens, index, first_law):
                continue
            return index
        if "law_sets" in tagged and sets_term(tokens, index, first_law):
            return index
        if "law_faces" in tagged and faces_term(tokens, index, first_law):
            return index
        if (
            (low in _FOLLOWING or _may_be_imposed(tokens, index))
            and first_law < index
            and any(t.kind == "duration" for t in tokens[max(index - 4, 0) : index])
        ):
            return max(index - 5, 0)  # "for which the same two to 10 years apply"
        if low in ("with", "by") and first_law < index and with_term(tokens, index):
            return index
        prison_term = low in ("terms", "term") and (
            (index > 0 and tokens[index - 1].low in ("prison", "jail", "maximum", "minimum"))
            or _is_stated_term(tokens, index)
            or (low == "term" and index + 1 < len(tokens) and _is_stated_bound(tokens, index))
        )
        if (low in _NOUNS or prison_term) and not (modal := _modal_sentence(tokens, index)):
            rest = tokens[index + 1 : index + 10]
            near = range(max(index - 3, 0), min(index + 10, len(tokens)))
            if any(_is_courts(tokens, at) for at in near) or _are_given(tokens, index):
                return -1
            nearby = tokens[max(index - 14, 0) : index]
            law_named = first_law < index + 12 or _is_for_crime(tokens, index)
            bounded = any(
                t.low in _BOUNDING for t in (*tokens[max(index - 3, 0) : index], *tokens[index + 1 : index + 2])
            )
            if low in ("sentence", "sentences", "imprisonment", "terms", "term") and not (law_named or bounded):
                continue
            stated = any("law_weak" in t.tags for t in (*nearby[-4:], *rest)) or _is_stated_term(tokens, index)
            if _is_for_crime(tokens, index) or (law_named and _is_apposed(tokens, index)):
                return index
            if stated and (law_named or bounded or "minimum" in (t.low for t in nearby) or index < 6):
                return index
        elif (low in _NOUNS and modal) or _is_set_otherwise(tokens, index):
            return index
    return -1


def _is_apposed(tokens: Sequence[Token], index: int) -> bool:
    """ "The statute's penalties, four to 10 years' imprisonment, do not differ"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low not in (",", ":", "(", "–", "—"):
        return False
    return any(t.kind == "duration" for t in tokens[index + 2 : index + 4])


def _is_set_otherwise(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].kind == "article":
        return is_beside_article(tokens, index)
    return can_be_punished(tokens, index)


_BOUNDING = frozenset(
    ("minimum", "maximum", "potential", "possible", "statutory", "foreseen", "prescribed", "envisaged", "stipulated")
)


def _may_be_imposed(tokens: Sequence[Token], index: int) -> bool:
    """ "for which two to five years can be imposed"."""
    if tokens[index].low not in ("imposed", "given", "applied") or index < 2:
        return False
    return tokens[index - 1].low == "be" and tokens[index - 2].low in MODALS


_FOLLOWING = frozenset(("apply", "applies", "applied", "await", "awaits"))
_BROAD = frozenset(("mandate", "mandates", "mandated", "mandating", "draw", "draws"))


def _is_courts(tokens: Sequence[Token], at: int) -> bool:
    """A word of what courts did; "up to 10 years may also be imposed" is none."""
    token = tokens[at]
    if "law_court" not in token.tags or token.low == "sentencing":
        return False
    if token.low == "convicted":
        return is_deed(tokens, at)
    if token.low == "imposed" and any("law_commensurate" in t.tags for t in tokens[max(at - 7, 0) : at]):
        return False  # "not commensurate with penalties imposed for rape"
    return not any(t.low in MODALS for t in tokens[max(at - 3, 0) : at])


def _is_for_crime(tokens: Sequence[Token], index: int) -> bool:
    """ "The sentence for trafficking in persons is up to …": a law speaks so, without its name."""
    ahead = tokens[index + 1 : index + 40]
    return (
        index < 5
        and len(ahead) > 3
        and ahead[0].low == "for"
        and not any(t.low in ("longest", "shortest", "average", "highest", "heaviest") for t in tokens[:index])
        and any(t.low in OWN_CRIMES for t in ahead[1:6])
        and any(t.low in ("is", "are", "was", "were") for t in ahead)
    )


_METED = frozenset((
    "meted", "handed", "handed down", "handed out", "dispensed", "inflicted", "pronounced", "magistrate", "magistrates",
))  # fmt: skip
_NOT_LAW = frozenset(("sought", "seek", "requested", "demanded", "issue", "issued", "issuing"))


def _are_given(tokens: Sequence[Token], index: int) -> bool:
    """ "the sentences of two traffickers", "sentences upon conviction ranged", "their sentences": what courts gave."""
    ahead = tokens[index + 1 : index + 5]
    before = tokens[index - 1].low if index else ""
    named = any("law" in t.tags for t in ahead)
    if not named and before in (
        "longest",
        "shortest",
        "average",
        "highest",
        "heaviest",
        "lengthiest",
        "harshest",
        "actual",
    ):
        return True
    if ahead and ahead[0].low in ("varied", "averaged"):
        return True
    if any(t.low in ("court", "courts", "judge", "judges") for t in tokens[max(index - 4, 0) : index]) and any(
        t.low in ("raised", "reduced", "increased", "lowered", "upheld") for t in tokens[max(index - 3, 0) : index]
    ):
        return True
    if tokens[index].low in ("sentence", "sentences") and _is_of_convictions(tokens, index):
        return True
    if tokens[index].low == "sentences" and ahead and ahead[0].low == "under" and any(
        t.kind in ("year", "period") for t in tokens[index + 3 : index + 7]
    ):  # fmt: skip
        return True
    if any(t.low in _NOT_LAW for t in tokens[max(index - 4, 0) : index]):
        return True
    near = tokens[max(index - 6, 0) : index + 4]
    if any(t.low in _METED for t in near) and not any(t.low in MODALS for t in near):
        return True
    if tokens[index].low not in ("sentence", "sentences", "terms"):
        return False
    of_people = (
        bool(ahead)
        and ahead[0].low in ("of", "for")
        and not _is_for_crime(tokens, index)
        and any("offender" in t.tags for t in ahead[1:])
    )
    upon = any(t.low in ("upon", "actual", "conviction", "handed", "given", "ranged", "averaged") for t in ahead[:3])
    return of_people or upon or before in ("their", "whose", "his", "her")


def _is_of_convictions(tokens: Sequence[Token], index: int) -> bool:
    """ "There was one conviction under the article, with a sentence of": convictions counted."""
    for at in range(max(index - 16, 0), index):
        if tokens[at].low in ("conviction", "convictions"):
            near = (*tokens[max(at - 3, 0) : at], *tokens[at + 1 : at + 5])
            return any(t.kind in ("number", "ordinal") for t in near)
    return False


def _is_stated_term(tokens: Sequence[Token], index: int) -> bool:
    """ "the term is not less than five years' imprisonment"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low.partition(" ")[0] not in ("is", "was", "are", "were"):
        return False
    ahead = tokens[index + 2 : index + 8]
    return any(t.kind == "duration" for t in ahead) and any("law_prison" in t.tags for t in ahead)


def _is_stated_bound(tokens: Sequence[Token], index: int) -> bool:
    """ "for which the term is now not less than 20 years", "the term rose to between 16 and 19 years"."""
    if tokens[index + 1].low.partition(" ")[0] not in ("is", "was", "rose", "rises"):
        return False
    value = next((t.value for t in tokens[index + 1 : index + 7] if t.kind == "duration"), None)
    return value is not None and value.high >= 36


def _modal_sentence(tokens: Sequence[Token], index: int) -> bool:
    """ "violators may be sentenced to … years' imprisonment": what the law lets courts do."""
    before = tokens[max(index - 9, 0) : index]
    return any(
        token.low.partition(" ")[0] in ("sentenced", "imprisoned", "punished")
        and any(t.low in MODALS for t in before[max(at - 2, 0) : at])
        for at, token in enumerate(before)
    )


def _is_passive_law(tokens: Sequence[Token], index: int) -> bool:
    before = [t.low for t in tokens[max(index - 4, 0) : index]]
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if after not in ("by", "with", "to", "under") or not any(
        w in ("is", "are", "be", "was", "were", "offense") for w in before
    ):
        return False
    # "Five of the 11 were punished with": of persons counted or known, a deed
    return not (tokens[index].low == "punished" and before[-1] in ("was", "were") and _are_persons(tokens, index))


def _are_persons(tokens: Sequence[Token], index: int) -> bool:
    subject = tokens[max(index - 8, 0) : index - 1]
    return any(t.kind in ("number", "ordinal") or "offender" in t.tags or "official" in t.tags for t in subject)
