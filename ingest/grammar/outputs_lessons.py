"""Lessons in fact_outputs: when an event informs the public, when it trains officials, and where teaching was."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_means import INSTRUCTED, TELLS
from ingest.grammar.outputs_words import ASKED
from ingest.vocabulary.words import word_set

_INFORMS = (
    "guidance", "orientation", "pre-departure", "preventive", "migration",
    "awareness", "sensiti", "education", "information", "prevention", "outreach", "campaign", "lecture",
    "presentation", "anti-traffick", "media", "radio", "television",
)  # fmt: skip
_INFORMS_PUBLIC = ("awareness", "sensiti", "inform", "outreach", "educat")
TEACHES = word_set("training trainings train-the-trainer capacity-building")
_SCHOOLED = word_set("judiciary academy academies institute college")
_DISCUSSED = word_set("panel group televised radio community village")
_LECTURES = word_set("awareness sessions lectures lessons talks presentations classes discussions")
ALWAYS_INFORMS = word_set(
    "conferences roundtables briefings presentations lectures campaigns dialogues dialogs debates exhibitions exhibits"
    " concerts festivals marches rallies symposia symposiums forums fora competitions contests performances quizzes"
    " plays"
)
_TAUGHT = word_set("classes sessions lessons discussions talks forums debates exhibitions performances competitions")


def of_event(reading: Reading, figure: Figure, last: int) -> str | None:
    """Campaigns and events that inform; not meetings, and a "program" only where its words say that it informs."""
    tokens = reading.tokens
    head = tokens[last].low
    if (head in _TAUGHT or head == "programs") and _is_for_officials(tokens[last + 1 : last + 14]):
        return "trainings_held"  # "held 10 sessions on identification for 400 officials"
    if head in ("classes", "lessons", "sessions") and any(
        token.low in _SCHOOLED for token in tokens[max(0, figure.index - 4) : figure.index]
    ):
        return "trainings_held"  # "the judiciary held 21 classes"
    if head in ALWAYS_INFORMS or (head == "discussions" and tokens[last - 1].low in _DISCUSSED):
        return "other"
    near = tokens[figure.index + 1 : last + 8]
    opening = tokens[max(0, figure.index - 10) : last]
    if head in ("activities", "talks", "lectures", "sessions") and any("traffick" in token.low for token in opening):
        return "other"  # "the commission on trafficking carried out 240 activities"
    informs = _INFORMS_PUBLIC if head == "meetings" else _INFORMS
    heard = [token.low for token in tokens[last + 1 : last + 3]]
    if head in ("talks", "events", "shows", "screenings") and heard[:1] and heard[0] in ("attended", "attended by"):
        return "other"  # "gave 78 talks attended by pupils"
    if head in _TAUGHT and any(token.low.startswith(("identification", "identifying", "referral")) for token in near):
        return "trainings_held"  # "held 17 sessions on victim identification"
    if head in _TAUGHT and any(token.low.startswith("traffick") for token in near):
        return "other"
    return "other" if any(token.low.startswith(informs) for token in near) else None


def among_trainings(reading: Reading, figure: Figure, unit: str, phrase: set[str]) -> str | None:
    """ "trained 90 judges at six workshops", "through 12 courses": lessons that the teaching took place in."""
    tokens = reading.tokens
    if unit == "trainings" and "attends" in tokens[figure.index - 1].tags and figure.index > 1:
        return "trainings_held" if _is_by_officials(tokens, figure.index - 1) else None
    leading = figure.index < 2 and tokens[0].low in ("through", "in", "at", "during", "via", "with")
    taught = any(token.low in INSTRUCTED for token in tokens[max(0, figure.index - 16) : figure.index])
    if unit == "events" and not leading and not taught and not phrase & (TEACHES | _LECTURES):
        return None
    if tokens[figure.index - 1].low not in ("at", "in", "through", "during", "via", "across", "over", "of"):
        return None
    named = tokens[figure.index + 1 : figure.index + 4]
    for at in range(figure.index - 2, max(-1, figure.index - 20), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index]:
            return None
        if "attends" in token.tags:
            own = any("by:government" in other.tags or other.low.startswith("government-") for other in named)
            return "trainings_held" if own else None
        if "trains" in token.tags or ("reaches" in token.tags and token.low != "heard"):
            if is_by_others(reading, at) or any(other.low in ASKED for other in tokens[max(0, at - 4) : at]):
                return None
            return "trainings_held" if "trains" in token.tags or phrase & TEACHES or unit == "trainings" else "other"
        if token.low in AUXILIARIES and token.low not in ("were", "was", "been"):
            return None
    if tokens[figure.index - 1].low == "through" or figure.index < 2 or tokens[figure.index - 2].low == ",":
        # "The police, through 90 lectures in schools, reached 700 pupils", "In 18 seminars, the ministry taught 90"
        for at in range(figure.index + 2, min(len(tokens), figure.index + 20)):
            if tokens[at].low in TELLS or tokens[at].low in INSTRUCTED:
                return None if is_by_others(reading, at) else ("trainings_held" if unit == "trainings" else "other")
    return None


def _is_by_officials(tokens: list[Token], verb: int) -> bool:
    """ "2,450 officers attended 40 courses": are those who attended a government's own?"""
    return any("official" in token.tags or "government" in token.tags for token in tokens[max(0, verb - 6) : verb])


def _is_for_officials(after: list[Token]) -> bool:
    """Are officials those whom a lesson was for, so that it was training?"""
    for at, token in enumerate(after):
        if token.kind == "mark" and token.low in ";.":
            return False
        if token.low in ("for", "with", "to", "that", "which", "attended by"):
            for other in after[at + 1 : at + 6]:
                if "audience" in other.tags and "unit_trained" not in other.tags:
                    return False
                if other.tags & {"official", "unit_trained"} and "audience" not in other.tags:
                    return True
    return False
