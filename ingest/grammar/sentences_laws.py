"""What is no penalty that a court imposed: what a law prescribes, and what a negation or a modal governs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.sentences_terms import REPLACED, SPANNED, Penalty
from ingest.vocabulary.words import word_set

# A law says what may be imposed, not what was.
_LAW_WORDS = word_set(
    "prohibiting prohibits prohibit outlaws outlawing"
    " prescribe prescribes prescribed prescribing punishable prescription stipulates stipulate provides"
    " carries carry carried penalizes criminalizes criminalized commensurate stringent establishes mandates"
    " imposes allows allowed permits"
)
_IMPOSED = word_set(
    "sentenced sentencing received receive receiving imposed imposing convicted ranged ranging served serving"
    " given handed issued ordered fined got gave jailed imprisoned resulted resulting suspended serve spent"
    " punished convicted conviction convictions sentences upheld affirmed confirmed levied meted dealt"
    " jailing incarcerated incarcerating slapped levying"
) | {"handed out", "ended in", "ended with"}
_CHANGED = word_set("increased raised reduced substituted replaced")
_COURTS = word_set("court courts judge judges")
_SENTENCED = _COURTS | word_set("sentenced sentencing convicted imposed ranged fined")
_PROVIDES = word_set("provides stipulates prescribes establishes mandates prescribed stipulated provided")
_IMPOSING = word_set("imposed imposing")
_BY_COURT = _SENTENCED - {"imposed"} | word_set(
    "convictions received sentence sentences authorities prosecutors tribunal tribunals magistrate magistrates bench"
)
_OFFENDERS = frozenset({"offender", "official"})
_EQUATED = word_set("penalties penalty punishment punishments /")
_TELLING = (
    SPANNED
    | {f"{verb} from" for verb in SPANNED}
    | word_set("sent drew condemned will had landed ended placed put assigned cautioned let lasted")
    | {"put on"}
)
_AMENDING = word_set("amendment amendments amended bill draft apply applies")
_STRONG = word_set("sentenced sentencing received convicted courts ranged court suspended fined judge imposed")
_STRONGEST = _STRONG - {"convicted", "imposed"}
# Before these words a penalty is what the law allows.
_ALLOWS = word_set("allow allows allowing allowed permitted provision eligible")
_HABITS = word_set("often frequently generally typically usually commonly regularly routinely sometimes normally")
_PRESCRIBES = word_set("prescribe prescribes prescribed prescribing punishable")
_FIXED = word_set("statutory mandatory below prescribed")
_MODALS = word_set(
    "may can could would should might must shall will face faces facing faced eligible if liable sought"
    " seek seeking requested requesting demanded"
)

_IS_PENAL = frozenset({"prison", "sentence", "law_penalty"})


def states_law(tokens: Sequence[Token]) -> bool:
    """Does the sentence say what a law prescribes, rather than what courts imposed?"""
    lows = {token.low for token in tokens}
    if "recommended" in lows and "sentenced" not in lows:
        return True
    if "potential" in lows and any(
        left.low == "potential" and _IS_PENAL & right.tags for left, right in pairwise(tokens)
    ):
        return True  # "potential prison sentences range from …"
    if "punished" in lows and any(
        right.low == "punished" and left.low in ("is", "are", "be", "now") for left, right in pairwise(tokens)
    ):
        lows.discard("punished")  # "trafficking is now punished by five to 15 years"
    if (
        _IMPOSED.isdisjoint(lows)
        and not any(low.startswith("result") for low in lows)
        and (_TELLING.isdisjoint(lows) or not _tells_of(tokens))
    ):
        return _CHANGED.isdisjoint(lows) or _COURTS.isdisjoint(lows)
    if "permits" in lows and not any(left.low == "permits" and "law" in right.tags for right, left in pairwise(tokens)):
        lows.discard("permits")  # "an officer who had sold exit permits"
    if _imposed_by_law(tokens, lows):
        return True
    nobody = _SENTENCED.isdisjoint(lows)
    if nobody and not _EQUATED.isdisjoint(lows) and _equates(tokens):
        return True
    if (
        nobody
        and not _EQUATED.isdisjoint(lows)
        and any(
            left.low in ("increased", "raised", "increasing") and right.low in ("penalties", "penalty")
            for left, right in pairwise(tokens)
        )
    ):
        return True  # "the law increased penalties to up to five years"
    if nobody and not lows.isdisjoint(_AMENDING) and "received" not in lows and "sentence" not in lows:
        return True  # "an amendment increased sentences from five to 10 years"
    if "convictions" in lows:
        lows.discard("carried")  # "eight convictions, six of which carried prison sentences"
    if (
        not _PROVIDES.isdisjoint(lows)
        and lows.isdisjoint(_STRONGEST)
        and any(
            left.low in _PROVIDES
            and (
                any("law" in word.tags for word in tokens[max(0, at - 4) : at])
                or any(word.low in ("penalties", "punishment", "punishments") for word in tokens[at + 1 : at + 3])
            )
            for at, left in enumerate(tokens)
        )
    ):
        return True  # "the law provides for sentences of up to 15 years for those convicted"
    if _LAW_WORDS.isdisjoint(lows):
        return False
    if nobody and any(
        left.low in ("carries", "carry", "carried") and right.low in ("a", "penalties", "sentences", "penalty")
        for left, right in pairwise(tokens)
    ):
        return True  # "trafficking carries a penalty of five to 10 years"
    if "sentencing" in lows and any(
        left.low == "sentencing" and "law" in right.tags for left, right in pairwise(tokens)
    ):
        lows.discard("sentencing")  # "the Sentencing Act"
    told = not lows.isdisjoint({"prescribed", "prescribes", "criminalized", "criminalizes", "prescribing"})
    return lows.isdisjoint(_STRONG - {"imposed"} if told else _STRONG)


def _imposed_by_law(tokens: Sequence[Token], lows: set[str]) -> bool:
    """ "Article 6 imposed penalties of five years to life": the article is what imposes, and nobody is punished."""
    if lows.isdisjoint(_IMPOSING) or not lows.isdisjoint(_BY_COURT):
        return False
    if any(not _OFFENDERS.isdisjoint(token.tags) for token in tokens):
        return False
    at = next(at for at, token in enumerate(tokens) if token.low in _IMPOSING)
    return any(token.kind == "article" or "law" in token.tags for token in tokens[:at])


def _equates(tokens: Sequence[Token]) -> bool:
    """ "penalties for sex trafficking are a minimum of six months and/or a fine": what may be imposed."""
    for at, token in enumerate(tokens):
        if token.low == "/" and at and [tokens[at - 1].low, *(t.low for t in tokens[at + 1 : at + 2])] == ["and", "or"]:
            return True
        if token.low in ("penalties", "penalty", "punishment", "punishments"):
            if any(word.low in ("is", "are") for word in tokens[at + 1 : at + 10]):
                return True
    return False


def _tells_of(tokens: Sequence[Token]) -> bool:
    """ "went to prison", "penalties varied from …", "will spend …", "was placed under …": what was imposed."""
    return any(
        (left.low in SPANNED and right.low in ("from", "between"))
        or (left.low.endswith(" from") and left.low.partition(" ")[0] in SPANNED)
        or (left.low in ("went", "gone", "sent", "drew", "condemned") and right.low not in ("into", "on"))
        or (left.low == "will" and right.low in ("serve", "spend"))
        or (left.low in ("was", "were") and right.low in ("placed", "put", "put on", "assigned", "cautioned", "let"))
        or (left.low == "ended" and right.low in ("in", "with"))
        or (left.low == "had" and right.low == "to")
        or (left.kind == "number" and right.low == "lasted")
        or (left.low in ("landed", "ended") and right.low in ("in", "up", "behind"))
        for left, right in pairwise(tokens)
    )


def is_denied(tokens: list[Token], penalty: Penalty) -> bool:
    """Does a negation, a modal or another word before a penalty say that no court imposed it?"""
    near = tokens[max(0, penalty.start - 6) : penalty.start]
    while any(token.low == ";" for token in near):
        near = near[1:]
    if any(left.low in ("will", "must") and right.low in ("serve", "spend") for left, right in pairwise(near)):
        near = [token for token in near if token.low not in ("will", "must")]  # "her husband will spend seven years"
    for token in near:
        if "neg" in token.tags and token.low not in ("not", "no", "without"):
            return True
        if token.low in ("subject", "risk", "risks", "risked", "choice"):
            return True  # "convictions were subject to a minimum five-year term"
        if (token.low in _MODALS and token.kind == "word") or token.low in ("rarely", "seldom", "never"):
            return True
    if any(left.low == "let" and right.low == "alone" for left, right in pairwise(near)):
        return True  # "none has been convicted, let alone gone to prison"
    be = next((at for at, token in enumerate(near) if token.low == "be" or token.low == "to be"), None)
    if be is not None and any(
        token.low in _MODALS and token.kind == "word" for token in tokens[max(0, penalty.start - 14) : penalty.start]
    ):
        if any("prison" in token.tags or "sentence" in token.tags or "fine" in token.tags for token in near[be:]):
            return True  # "may, on paper, be imprisoned for up to 10 years"
    if penalty.kind == "fine" and any(token.low == "administrative" for token in near[-2:]):
        return True
    if any(
        right.low in ("violations", "offenses") and left.low in ("prostitution", "immigration", "visa", "residency")
        for left, right in pairwise(tokens[max(0, penalty.start - 25) : penalty.start])
    ):
        return True  # "convicted foreign workers for immigration violations with sentences of …"
    denied = tokens[max(0, penalty.start - 14) : penalty.start]
    if any(left.low == "not" and right.low in ("a", "one") for left, right in pairwise(denied)):
        return True  # "not a single employer was punished with prison"
    for token in reversed(denied):
        if token.low == "neither":
            return True
        if token.kind == "mark" or token.low in ("but", "while"):
            break
        if token.low == "none":
            return True  # "none of the eight convicted traffickers received prison time"
    if any(token.low == "option" for token in tokens[max(0, penalty.start - 4) : penalty.start]) and any(
        token.low == "without" for token in tokens[max(0, penalty.start - 6) : penalty.start]
    ):
        return True  # "without the option of paying a fine"
    if any(token.low in _PRESCRIBES for token in tokens[max(0, penalty.start - 7) : penalty.start]):
        return True  # "which prescribes punishment of up to 12 years' imprisonment for convicted offenders"
    if any(token.low in REPLACED for token in tokens[max(0, penalty.start - 3) : penalty.start]):
        return True  # "substituted a two-year sentence with a fine": the fine is what was imposed
    if any(
        left.low == "or" and right.low in ("serve", "go", "spend", "face") for left, right in pairwise(near)
    ) and any(token.kind == "money" for token in tokens[max(0, penalty.start - 10) : penalty.start]):
        return True  # "was to pay 10,000 rand or serve a year"
    for at, token in enumerate(near):
        if token.low == "and" and any(word.low in ("be", "to be") for word in near[:at]):
            near = near[at + 1 :]  # "causing a child to be prostituted and sentenced to two years"
            break
    untimed = penalty.low is None and penalty.high is None
    if any(
        token.low == "to be" or (untimed and token.low in _HABITS) or (token.low == "be" and left.low == "to")
        for left, token in pairwise(near[-3:] if any(token.low == "served" for token in near) else near)
    ):
        return True  # "were to be sentenced to", "judges often imposed fines"
    if any(token.low in _ALLOWS for token in tokens[max(0, penalty.start - 9) : penalty.start]):
        return True
    if any(token.low in _FIXED for token in tokens[max(0, penalty.start - 4) : penalty.start]):
        return True  # "below the statutory minimum of one year"
    if penalty.low is penalty.high is None and any(
        token.low.startswith("appeal") for token in tokens[max(0, penalty.start - 4) : penalty.start]
    ):
        return True  # "the appeal of a suspended sentence"
    return any(
        token.low
        in ("no", "without", "instead", "avoid", "rather", "addition", "place", "lieu", "pretrial", "pre-trial")
        for token in tokens[max(0, penalty.start - 3) : penalty.start]
    )
