"""Which negation governs a victims' act, and of which kind it is. No figures, no facts."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Reading
from ingest.grammar.victims_act import Act, form_of
from ingest.grammar.victims_actors import actor_tag
from ingest.vocabulary.words import word_set

_PRONOUNS = word_set("it they he she")
REPORT_VERBS = word_set(
    "report reported provide provided specify specified disclose disclosed release released indicate indicated publish"
    " published disaggregate collect collected maintain maintained compile compiled keep share shared track"
    " tracked have"
    " state stated make made furnish reporting providing"
)
_FIGURES = word_set("number numbers data statistics information figures statistic many total")
_LAX = word_set(
    "effectively adequately consistently properly systematically always routinely sufficiently fully generally"
    " appropriately equitably often regularly uniformly reliably sometimes frequently only necessarily universally"
)
_MEANS = word_set(
    "procedures mechanism mechanisms ability capacity resources willingness commitment failure plan training"
)
_NOUN_REACH = 5
# How far into a clause its subject is named, and how far the verb of telling stands.
_NAME_REACH = 4
_SUBJECT_REACH = 8
_BLAMED = word_set("criticized criticised faulted blamed")
_TOLD = word_set("reported stated noted said acknowledged claimed confirmed")


def deny(reading: Reading, act: Act) -> None:
    """Finds the negation that governs an act's verb, and of which kind it is."""
    tokens = reading.tokens
    clause = reading.clauses[act.start]
    form = form_of(tokens[act.verbs[0]])
    lax = False
    if (
        form == "finite"
        and any(token.low == "," for token in tokens[max(0, act.start - 3) : act.start])
        and not (act.start and "act" in tokens[act.start - 1].tags)
    ):
        if any(actor_tag(t) or t.low in _PRONOUNS for t in tokens[max(0, act.start - 2) : act.start]):
            return
    for at in range(act.start - 1, max(-1, act.start - 40), -1):
        token = tokens[at]
        if reading.clauses[at] != clause or (token.kind == "mark" and token.low in ";:."):
            return
        if token.low == "to" and form == "base" and act.start - at < 4:
            # "did not use criteria to identify" denies no victims; "failed to …, or to identify any" does
            if not (at and tokens[at - 1].low in ("or", "and", ",", "nor")):
                return
        elif (
            token.low == "to"
            and form == "base"
            and at
            and ("effort" in tokens[at - 1].tags or tokens[at - 1].low in _MEANS)
        ):
            return  # "made no efforts to punish traffickers or identify victims"
        elif token.low in ("that", "which", "who") and form == "base" and at == act.start - 1:
            return  # "gave no support to the organizations that identify victims"
        elif token.low in ("if", "whether"):
            act.possible = True
            return  # "did not report whether it identified any": nothing is said of a count
        tags = token.tags
        if token.low == "," and _new_subject(tokens, at + 1, act.start):
            return  # "Although the government kept no statistics, officials reported identifying 12 victims"
        if token.low in _LAX and act.start - at < 4:
            lax = True
        if "neg" in tags:
            act.lax = lax or (at + 1 < len(tokens) and tokens[at + 1].low in _LAX)
            if "aux" in tags or token.low in ("not", "nor"):
                following = tokens[at + 1] if at + 1 < len(tokens) else token
                if token.low == "nor" and following.low in AUXILIARIES:
                    following = tokens[at + 2] if at + 2 < len(tokens) else token
                if token.low == "nor" and following.low in ("did", "has", "have", "do", "does"):
                    following = tokens[min(at + 3, len(tokens) - 1)]
                adverb = following.low.endswith("ly") and at + 2 < len(tokens)
                if adverb:
                    following = tokens[at + 2]
                if form == "noun" and act.start - at > _NOUN_REACH:
                    return  # "did not report training officials on the identification of victims"
                if following.low in REPORT_VERBS and form in ("gerund", "finite", "noun"):
                    act.denied = "not_reported" if following.low not in ("make", "made", "have") else None
                elif following.low in ("appear", "seem", "make", "take", "conduct") or token.low in (
                    "does not",
                    "do not",
                    "is not",
                    "are not",
                ):
                    return
                elif form == "gerund" and token.low == "not" and act.start - at == 1:
                    if any(other.low in _BLAMED for other in tokens[max(0, at - 4) : at]):
                        return  # "was criticized for not identifying victims"
                    act.denied = "zero"  # "compared with not identifying any victims"
                elif form in ("base", "finite"):
                    if form == "finite" and not (
                        (token.low == "nor" and tokens[at + 1].low in AUXILIARIES)
                        or "has" in token.low
                        or "have" in token.low
                        or "had" in token.low
                        or "was" in token.low
                        or "were" in token.low
                    ):
                        return
                    act.denied = "zero"
                return
            if "fail" in tags:
                if form == "base":
                    act.denied = "zero"
                    # A failure or a lack denies an effort, unless it says "any".
                    act.lax = True
                return
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            if token.low == "no" and following.low in ("reports", "report") and form == "gerund":
                act.denied = "not_reported"  # "no reports of the state referring victims"
                return
            if token.low == "no" and following.low in _FIGURES and form in ("finite", "gerund"):
                act.denied = "not_reported"  # "provided no data on victims identified"
                return
            if "never" in tags or token.low == "never":
                told = following.low in REPORT_VERBS and form == "gerund"
                act.denied, act.never = "not_reported" if told else "zero", True
                return
            return
        if (
            "finite" in tags
            and form == "base"
            and token.low not in REPORT_VERBS
            and "stage" not in tags
            and ("act" not in tags)
        ):
            return
        if token.low in ("but", "however") or (
            "finite" in tags
            and form == "finite"
            and at < act.start - 1
            and ("stage" not in tags and "act" not in tags and "gives" not in tags)
        ):
            return


def _new_subject(tokens: list[Token], at: int, stop: int) -> bool:
    """Does a clause of its own begin here, with an actor and a verb of telling before the act?"""
    if at >= stop:
        return False
    named = any(actor_tag(token) for token in tokens[at : min(stop, at + _NAME_REACH)])
    if not (named or tokens[at].low in _PRONOUNS) or tokens[at].low in ("or", "and", "nor"):
        return False
    return any(token.low in _TOLD for token in tokens[at + 1 : min(stop, at + _SUBJECT_REACH)])
