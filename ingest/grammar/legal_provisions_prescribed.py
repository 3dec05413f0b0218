"""Whether a sentence says what a law prescribes, and from which word on; the deed of a court prescribes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Sentence, Token

MODALS = frozenset(("may", "can", "shall", "must", "could"))
COURTS = frozenset(("sentenced", "received", "serving", "served", "convicted", "convicting"))
_DEEDS = COURTS | {"sentencing", "acquitted", "detained", "awaiting", "fled", "appealed", "deported"}
_NOUNS = frozenset((
    "penalty", "penalties", "punishment", "punishments", "sanctions", "sentences", "sentence", "imprisonment",
))  # fmt: skip
OWN_CRIMES = frozenset(("trafficking", "prostitution", "labor", "slavery", "servitude", "pimping"))
_BANS = frozenset(("criminalizes", "criminalized", "prohibits", "prohibited", "bans", "banned", "outlaws"))


def prescribes(sentence: Sentence) -> int:
    """Index of the token from which the sentence says what the law prescribes; -1 where it does not."""
    tokens = sentence.tokens
    tags = sentence.tags
    if "law_pending" in tags and any(
        token.low in ("would", "draft", "bill", "proposed") and not _is_past(tokens, index)
        for index, token in enumerate(tokens)
    ):  # fmt: skip
        return -1
    first_law = next(
        (at for at, t in enumerate(tokens) if "law" in t.tags or t.kind == "article" or t.low in _BANS),
        len(tokens) + 12,
    )
    passed_over = False
    for index, token in enumerate(tokens):
        low = token.low
        if (
            (low in _DEEDS or (" " in low and low.partition(" ")[0] in _DEEDS))
            and not any(t.low in MODALS for t in tokens[max(index - 2, 0) : index])
            and not (token.low == "sentencing" and _is_about_sentencing(tokens, index))
        ):
            # "is subject to …, and courts sentenced": what stands before a court's deed is still the law.
            if not passed_over:
                return -1
        if low in _SETS and _is_set_by_law(tokens, index, first_law):
            return index
        if "law_prescribe" in token.tags:
            if token.low in ("punished", "subject", "penalized", "carried") and not _is_passive_law(tokens, index):
                passed_over = True
                continue
            return index
        prison_term = token.low in ("terms", "term") and (
            (index > 0 and tokens[index - 1].low in ("prison", "jail")) or _is_stated_term(tokens, index)
        )
        if (token.low in _NOUNS or prison_term) and not (modal := _modal_sentence(tokens, index)):
            rest = tokens[index + 1 : index + 10]
            near = (*tokens[max(index - 3, 0) : index], *rest)
            if any("law_court" in t.tags and t.low != "sentencing" for t in near) or _are_given(tokens, index):
                return -1
            nearby = tokens[max(index - 14, 0) : index]
            law_named = first_law < index + 12 or _is_for_crime(tokens, index)
            bounded = any(t.low in ("minimum", "maximum") for t in tokens[max(index - 3, 0) : index])
            if token.low in ("sentence", "sentences", "imprisonment", "terms", "term") and not (law_named or bounded):
                continue
            stated = any("law_weak" in t.tags for t in (*nearby[-4:], *rest)) or _is_stated_term(tokens, index)
            if _is_for_crime(tokens, index):
                return index
            if stated and (law_named or bounded or "minimum" in (t.low for t in nearby) or index < 6):
                return index
        elif (token.low in _NOUNS and modal) or (token.kind == "article" and _in_brackets(tokens, index)):
            return index
    return -1


_SETS = frozenset(("imposed", "imposes", "established", "provided"))
_DOERS = frozenset(("court", "courts", "judge", "judges", "government", "authorities", "prosecutors"))


def _is_set_by_law(tokens: Sequence[Token], index: int, first_law: int) -> bool:
    """ "Article 8 also banned bondage and imposed penalties of up to three years": a law sets penalties, no court."""
    if first_law >= index or any(token.low in _DOERS for token in tokens[:index]):
        return False
    ahead = tokens[index + 1 : index + 6]
    return any("law_penalty" in t.tags and t.low not in ("sentence", "sentences") for t in ahead[:3]) and any(
        t.kind == "duration" or t.low in ("up", "of", "ranging") for t in ahead
    )


def _is_about_sentencing(tokens: Sequence[Token], index: int) -> bool:
    """ "guidance on sentencing", "sentencing guidelines": rules for courts, and no deed of theirs."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return (index > 0 and tokens[index - 1].low in ("on", "for", "of")) or after in (
        "guidelines", "guidance", "rules", "range", "ranges", "provisions",
    )  # fmt: skip


def _is_for_crime(tokens: Sequence[Token], index: int) -> bool:
    """ "The sentence for trafficking in persons is up to …": a law speaks so, without its name."""
    ahead = tokens[index + 1 : index + 40]
    return (
        index < 5
        and len(ahead) > 3
        and ahead[0].low == "for"
        and any(t.low in OWN_CRIMES for t in ahead[1:6])
        and any(t.low in ("is", "are", "was", "were") for t in ahead)
    )


def _are_given(tokens: Sequence[Token], index: int) -> bool:
    """ "the sentences of two traffickers", "sentences upon conviction ranged", "their sentences": what courts gave."""
    if tokens[index].low not in ("sentence", "sentences", "terms"):
        return False
    ahead = tokens[index + 1 : index + 5]
    of_people = (
        bool(ahead)
        and ahead[0].low in ("of", "for")
        and not _is_for_crime(tokens, index)
        and any("offender" in t.tags for t in ahead[1:])
    )
    upon = any(t.low in ("upon", "actual", "conviction", "handed", "given", "ranged", "averaged") for t in ahead[:3])
    return of_people or upon or (index > 0 and tokens[index - 1].low in ("their", "whose", "his", "her", "actual"))


def _is_stated_term(tokens: Sequence[Token], index: int) -> bool:
    """ "the term is not less than five years' imprisonment"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low.partition(" ")[0] not in ("is", "was", "are", "were"):
        return False
    ahead = tokens[index + 2 : index + 8]
    return any(t.kind == "duration" for t in ahead) and any("law_prison" in t.tags for t in ahead)


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    """ "Article 188 (pimping, up to six years' imprisonment)": the penalty stands in brackets after its article."""
    if index + 2 >= len(tokens) or tokens[index + 1].low != "(":
        return False
    inside = tokens[index + 2 : index + 14]
    return any(t.kind == "duration" for t in inside) and any("law_prison" in t.tags for t in inside)


def _modal_sentence(tokens: Sequence[Token], index: int) -> bool:
    """ "violators may be sentenced to … years' imprisonment": what the law lets courts do."""
    before = tokens[max(index - 9, 0) : index]
    return any(
        token.low.partition(" ")[0] in ("sentenced", "imprisoned", "punished")
        and any(t.low in MODALS for t in before[max(at - 2, 0) : at])
        for at, token in enumerate(before)
    )


def _is_past(tokens: Sequence[Token], index: int) -> bool:
    """ "a bill passed in 2010 prescribes": no longer pending."""
    dated = [t.low for t in tokens[index + 1 : index + 2]] == ["of"] and tokens[index + 2 : index + 3] != []
    if dated and tokens[index + 2].kind in ("year", "period"):
        return True  # "its Child Welfare Bill of 2003": a law by that name
    return any(t.low in ("passed", "enacted", "adopted", "approved") for t in tokens[index : index + 8])


def _is_passive_law(tokens: Sequence[Token], index: int) -> bool:
    before = [t.low for t in tokens[max(index - 4, 0) : index]]
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return after in ("by", "with", "to", "under") and any(
        w in ("is", "are", "be", "was", "were", "offense") for w in before
    )
