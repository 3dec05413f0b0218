"""Who was taught in fact_outputs, as the subject of it: attended a lesson, was trained, came. No verbs that teach."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_forms import looks_like_people
from ingest.grammar.outputs_words import ASKED, OTHERS
from ingest.grammar.victims_actors import actor_after
from ingest.vocabulary.words import word_set


def attends(reading: Reading, figure: Figure, last: int, own: bool = False) -> bool:
    """ "40 officers received training", "120 officials attended seminars", "in which 30 judges took part"."""
    tokens = reading.tokens
    if figure.index and tokens[figure.index - 1].low in _WHENCE:
        return False  # "Officials from eight ministries attended a workshop"
    last = _end_of_list(tokens, last)
    after = tokens[last + 1 : last + 16]
    for position, token in enumerate(after):
        if token.kind == "mark" and token.low in ";:.":
            return False
        if token.kind == "mark" and token.low == "," and not _list_goes_on(after, position):
            return False
        if "attends" in token.tags:
            if position and after[position - 1].low == "to":
                return False  # "ordered all officers to attend"
            if after[position + 1 : position + 2] and after[position + 1].low == "no":
                return False  # "four clerks had received no training"
            where = last + 1 + position
            if not own and actor_after(reading, where) in OTHERS:
                return False
            if any(is_lesson(other) for other in after[position + 1 : position + 13]) or _is_in_lesson(reading, figure):
                return True
            ends = position + 1 >= len(after) or after[position + 1].low in (".", ";")
            if ends or [other.low for other in after[position + 1 : position + 2]] in (["it"], ["them"], ["these"]):
                # "provided courses, and 160 officers completed them"
                return any(is_lesson(other) for other in tokens[max(0, figure.index - _NAMED_REACH) : figure.index])
        if token.low in ("went", "came") and any(other.low in _INTO for other in after[position + 1 : position + 2]):
            return any(is_lesson(other) for other in after[position + 2 : position + 8])
        if token.low in _TAKES:
            if position + 1 >= len(after) or after[position + 1].kind == "mark":
                return _is_in_lesson(reading, figure)  # "the course, which 120 officers took"
            return any(is_lesson(other) for other in after[position + 1 : position + 7])
        if not _GAINS.isdisjoint(token.tags):
            return _gains(after, position)
        if token.low == "in" and not position and after[1:2] and after[1].low in ("attendance", "participation"):
            return any(is_lesson(other) for other in after[2:])  # "With 76 prosecutors in attendance, it held"
        if "attends" in token.tags:
            return False
        if "finite" in token.tags or (token.low in AUXILIARIES and token.low not in ("have", "has", "had", "also")):
            return False
    return False


_NAMED_REACH = 30


_WHENCE = word_set("from in at across representing")


def attends_unnamed(reading: Reading, figure: Figure, known: dict[int, str]) -> bool:
    """ "trained 60 officers, and 22 took part in an advanced course": of the officials told of before."""
    earlier = reading.between(figure.index - _RETOLD, figure.index)
    return any(known.get(id(other)) == "officials_trained" for other in earlier) and attends(
        reading, figure, figure.index
    )


_RETOLD = 30


def _end_of_list(tokens: list[Token], last: int) -> int:
    """The last token of "40 judges, prosecutors, and police officers": nouns that share one number."""
    for _ in range(_LISTED):
        at = last + 1
        joined = False
        while at < len(tokens) and at - last < 3 and tokens[at].low in (",", "and", "or", "&"):
            at, joined = at + 1, True
        if not joined:
            break
        noun = next(
            (
                step
                for step in range(at, min(len(tokens), at + 5))
                if (tokens[step].tags & _LEARNING and (tokens[step].low.endswith("s") or tokens[step].low == "police"))
                or looks_like_people(tokens[step])
            ),
            None,
        )
        if noun is None or any(token.kind != "word" or token.tags & _ACTS for token in tokens[at:noun]):
            break
        while noun + 1 < len(tokens) and tokens[noun + 1].tags & _LEARNING and tokens[noun + 1].kind == "word":
            noun += 1  # "police officers"
        last = noun
    return last


_LISTED = 8
_LEARNING = frozenset(("official", "unit_trained", "audience"))
_ACTS = frozenset(("finite", "attends", "trains", "holds", "reaches"))


def _list_goes_on(after: list[Token], position: int) -> bool:
    return any(other.kind == "number" for other in after[position + 1 : position + 3])


def _is_aside(after: list[Token], position: int) -> bool:
    """Does the comma open or close ", including 40 judges,"?"""
    if after[position + 1 : position + 2] and after[position + 1].low == "including":
        return True
    return any(other.low == "including" for other in after[:position])


def is_lesson(token: Token) -> bool:
    """Does the word name a training or an event that people attend?"""
    return "trains_for" in token.tags or "unit:events" in token.tags or "unit:trainings" in token.tags


def _is_in_lesson(reading: Reading, figure: Figure) -> bool:
    """ "12 sessions, in which 300 officials took part": the lesson is what the clause hangs on."""
    tokens = reading.tokens
    for at in range(figure.index - 1, max(-1, figure.index - 12), -1):
        if tokens[at].low in ("which", "where", "of which", "that"):
            return any(is_lesson(token) for token in tokens[max(0, at - 12) : at])
    return False


def is_taught(reading: Reading, at: int, last: int, own: bool = False) -> bool:
    """ "40 officers were trained", "95 officials have been taught", "300 pupils were sensitized"."""
    tokens = reading.tokens
    last = _end_of_list(tokens, last)
    after = tokens[last + 1 : last + 12]
    passive = bool(after) and last > 1 and any(token.low == "had" for token in tokens[max(0, at - 1) : at])
    for position, token in enumerate(after):
        if token.kind == "mark" and token.low in ";:.":
            return False
        if token.kind == "mark" and token.low == "," and not _list_goes_on(after, position):
            if not _is_aside(after, position):
                return False
        told = token.low == "told" and after[position + 1 : position + 2] and after[position + 1].low in ("of", "about")
        if passive and (token.low in _TAUGHT or told or "reaches" in token.tags):
            return own or actor_after(reading, last + 1 + position) not in OTHERS
        if token.low in PASSIVE:
            passive = True
        elif "finite" in token.tags or "neg" in token.tags:
            return False
    return False


_TAUGHT = word_set("trained taught instructed schooled coached")
PASSIVE = word_set("was were been being are is")

_GAINS = frozenset(("earns", "learns"))


def _gains(after: list[Token], position: int) -> bool:
    """ "obtained a certificate in interviewing", "learned to recognize victims"."""
    following = after[position + 1 : position + 6]
    if "learns" in after[position].tags:
        return bool(following) and following[0].low in _LEARNT
    return any("diploma" in token.tags for token in following)


_TAKES = word_set("took taken take taking followed")
_LEARNT = word_set("to how about the skills techniques methods")


def is_put_through(reading: Reading, figure: Figure, last: int) -> bool:
    """ "put 60 detectives through a seminar", "sent 22 prosecutors to a course", "enrolled 40 officers in training"."""
    tokens, at = reading.tokens, figure.index
    first = at
    if tokens[at - 1].low in ("and", ","):
        # "put 50 commissioners and 20 magistrates through a seminar"
        first = max((other.index for other in reading.between(at - 9, at)), default=at)
    verb = next((step for step in range(first - 1, max(-1, first - 6), -1) if tokens[step].low in _PUTS), None)
    if (
        verb is None
        or any(token.low in ASKED for token in tokens[max(0, verb - 4) : verb])
        or is_by_others(reading, verb)
    ):
        return False
    if any(token.low == "which" for token in tokens[max(0, verb - 4) : verb]):
        return any(is_lesson(token) for token in tokens[max(0, verb - 12) : verb])  # "courses, to which it sent 90"
    stop = _end_of_list(tokens, last) + 1
    after = tokens[stop : stop + _LESSON_REACH]
    for position, token in enumerate(after):
        if token.kind == "mark" and token.low in ";.":
            return False
        if token.low in _INTO:
            return any(is_lesson(other) for other in after[position + 1 : position + 8])
        if "finite" in token.tags:
            return False
        if token.kind == "mark" and token.low == "," and not _list_goes_on(after, position):
            return False
    return False


_PUTS = word_set("brought invited graduated graduating put sent enrolled dispatched sending enrolling putting")
_INTO = word_set("through to in into on for from")
_LESSON_REACH = 12


def is_taken_by(reading: Reading, figure: Figure) -> bool:
    """ "the academy's course was taken by 240 recruits"."""
    tokens, at = reading.tokens, figure.index
    if at < 3 or tokens[at - 1].low != "by" or tokens[at - 2].low not in _TAKEN:
        return False
    return any("trains_for" in token.tags for token in tokens[max(0, at - 12) : at - 2])


_TAKEN = word_set("taken attended completed followed")


def comes_to(reading: Reading, figure: Figure, last: int) -> bool:
    """ "debates, to which 640 women came", "a fair at which 900 people turned out"."""
    tokens = reading.tokens
    after = tokens[last + 1 : last + 3]
    if not after or after[0].low not in _COMES:
        return False
    for at in range(figure.index - 1, max(-1, figure.index - 4), -1):
        if tokens[at].low in ("which", "where"):
            return any(is_lesson(token) for token in tokens[max(0, at - 12) : at])
    return False


_COMES = word_set("came pledged turned listened gathered assembled convened met vowed discussed showed learned flocked")
