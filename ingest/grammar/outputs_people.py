"""People in fact_outputs: officials who were trained, and the public that was reached. No other units."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure, Reading
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_attending import (
    PASSIVE,
    attends,
    comes_to,
    is_lesson,
    is_put_through,
    is_taken_by,
    is_taught,
)
from ingest.grammar.outputs_audiences import is_among_viewers, is_drawn, is_seen_by, sees
from ingest.grammar.outputs_deeds import NOUNS
from ingest.grammar.outputs_forms import looks_like_people
from ingest.grammar.outputs_served import is_cared_for, is_posted, is_screened, receives_help
from ingest.grammar.outputs_words import is_object, verb_before
from ingest.vocabulary.words import word_set

# "migrant workers" are the public, "social workers" are trained
_PUBLIC = word_set("migrant domestic overseas foreign prospective departing garment construction farm sex factory")
_CARE = word_set("social health aid care case welfare ngo child protection hotline government outreach line")
_ANYONE = word_set("participants attendees members")
# Who is informed rather than trained, where the verb does not say which.
_LAY = word_set("leaders journalists chiefs imams pastors elders drivers businesspeople attendants priests")
_TRADES = word_set("hotel tourism airline restaurant bank company taxi bus truck hospitality")
_YOUNG = word_set("students pupils children schoolchildren youth parents villagers residents travelers passengers")


def of_people(reading: Reading, figure: Figure, head: int | None, last: int) -> str | None:
    """`officials_trained` or `people_reached` where the figure counts people who were taught or informed."""
    tokens = reading.tokens
    noun = tokens[head] if head is not None else None
    if noun is not None:
        if "victim" in noun.tags and noun.low.startswith(("victim", "survivor")):
            return None
    told = reading.sentence.tags
    teaches = not told.isdisjoint(("trains", "reaches", "distributes"))
    lessons = not told.isdisjoint(_LESSONS)
    verb = verb_before(reading, figure, ("trains", "reaches", "distributes")) if teaches else None
    if noun is not None and "offender" in noun.tags and noun.tags.isdisjoint(("unit_trained", "audience")):
        if verb is None or tokens[verb].low not in _TAUGHT | _INFORMED | {"training"}:
            return None
    if verb is not None and tokens[verb].low in ("production", "distribution"):
        verb = None
    if noun is not None and tokens[figure.index - 1].low == "by" and is_seen_by(reading, figure):
        return "people_reached"
    if noun is not None and "screens" in told and is_screened(reading, figure, noun, last):
        return "other"
    kind = _kind(reading, figure, noun, last)
    if kind is None:
        # Whoever they are, those who are trained are people: "trained 45 ferry pilots".
        if noun is not None and "offender" in noun.tags:
            # "taught 225 mine owners", "educated 90 growers"
            taught = verb is not None and tokens[verb].low in _TAUGHT | {"training"}
            return "officials_trained" if taught else "people_reached"
        return "officials_trained" if verb is not None and _trains_unknown(reading, figure, verb) else None
    public = kind == "people_reached"
    # Whoever teaches them, a government's own officials are what was trained.
    own = noun is not None and not public and _is_of_state(noun)
    governed = verb is not None and (is_object(reading, figure, verb) or _is_among_taught(tokens, figure.index, verb))
    if verb is not None and governed and (own or not is_by_others(reading, verb)):
        word = tokens[verb]
        if "trains" in word.tags and _governs_training(reading, verb, figure):
            if public and any(token.low in _DEPARTING for token in tokens[max(0, verb - 3) : figure.index]):
                return "people_reached"  # "gave pre-departure training to 900 workers"
            if noun is not None and noun.low in _LAY and word.low in ("instructed", "taught", "teaching"):
                return "people_reached"
            return kind if public and _is_public(reading, figure, noun, last) else "officials_trained"
        if word.low == "warned" and not (last + 1 < len(tokens) and tokens[last + 1].low in ("of", "about", "against")):
            return None
        if word.low in _COUNSELS and not _is_departing(reading, figure, last):
            return None  # "counseled 12 girls rescued from a bar"
        if "reaches" in word.tags and _reaches(reading, verb, figure):
            lay = noun is not None and (noun.low in _LAY or not _phrase(reading, figure, last).isdisjoint(_TRADES))
            return "people_reached" if public or lay else kind
        if "distributes" in word.tags and tokens[figure.index - 1].low == "to":
            return "people_reached"
    if kind == "officials_trained" and "licenses" in told:
        certified = verb_before(reading, figure, ("licenses",))
        if certified is not None and figure.index - certified <= 2 and tokens[certified].low == "certified":
            return kind  # "The police college certified 140 detectives"
    if lessons and (verb is None or own or not is_by_others(reading, verb)):
        held = _held_for(reading, figure)
        if held is not None and (own or not is_by_others(reading, held)):
            if noun is not None and noun.low in _ANYONE and "unit:events" in tokens[held].tags:
                informs = any(token.low.startswith(_INFORMS) for token in tokens[max(0, held - 2) : held])
                return "officials_trained" if "trains_for" in tokens[held].tags and not informs else "people_reached"
            return kind if "trains_for" in tokens[held].tags or not public else "people_reached"
    if teaches and is_taught(reading, figure.index, last, own):
        return kind
    if lessons and (
        attends(reading, figure, last, own)
        or is_taken_by(reading, figure)
        or _is_given_lesson(reading, figure, last)
        or is_put_through(reading, figure, last)
    ):
        return kind
    if public and _is_told_to(reading, figure):
        return kind
    if "draws" in told and is_drawn(reading, figure):
        seminar = any(
            "unit:trainings" in token.tags for token in tokens[max(0, figure.index - _DRAWN_REACH) : figure.index]
        )
        return kind if own or seminar else "people_reached"
    if noun is not None and lessons and _is_headcount(reading, figure, noun):
        return kind
    if sees(reading, figure, last) or is_among_viewers(reading, figure, noun):
        return "people_reached"
    if lessons and comes_to(reading, figure, last):
        return "people_reached"
    if noun is None:
        return None
    if noun.low in ("individuals", "persons", "people") and receives_help(reading, last):
        return "other"
    return "other" if is_cared_for(reading, figure, last) or is_posted(reading, figure, noun) else None


def _is_headcount(reading: Reading, figure: Figure, noun: Token) -> bool:
    """ "the college's course had 33 participants": how many came to a lesson."""
    tokens, at = reading.tokens, figure.index
    if noun.low not in _CAME or tokens[at - 1].low not in ("had", "drew", "counted"):
        return False
    return any("trains_for" in token.tags for token in tokens[max(0, at - 4) : at - 1]) and not is_by_others(
        reading, at - 1
    )


_CAME = word_set("participants attendees graduates trainees enrollees")


def _is_told_to(reading: Reading, figure: Figure) -> bool:
    """ "presented the issue to 1,300 pupils", "gave information on work abroad to 31,700 migrants"."""
    tokens, at = reading.tokens, figure.index
    if tokens[at - 1].low != "to":
        return False
    for step in range(at - 2, max(-1, at - _TOLD_TO_REACH), -1):
        token = tokens[step]
        if reading.clauses[step] != reading.clauses[at] or token.kind in ("number", "mark", "money"):
            return False
        if token.low in _TELLS:
            return not is_by_others(reading, step)
        if "gives" in token.tags or "holds" in token.tags:
            told = any(other.low in _MATTERS for other in tokens[step + 1 : at - 1])
            return told and not is_by_others(reading, step)
        if "finite" in token.tags:
            return False
    return False


_DRAWN_REACH = 14
_TOLD_TO_REACH = 12
_TELLS = word_set("spoke presented presenting explained explaining introduced lectured")
_MATTERS = word_set("information guidance advice awareness counseling consultations talks lectures lessons briefings")
_INFORMS = ("awareness", "information", "sensiti", "outreach", "pre-departure")
_LESSONS = frozenset(("trains_for", "unit:events", "unit:trainings", "diploma", "learns"))


def _is_among_taught(tokens: list[Token], at: int, verb: int) -> bool:
    """ "trained high-level officials, including five new members of the task force": a part of those uncounted."""
    if tokens[at - 1].low != "including" or tokens[verb].low not in _TAUGHT:
        return False
    return not any("finite" in token.tags or token.kind == "number" for token in tokens[verb + 1 : at - 1])


def _is_of_state(noun: Token) -> bool:
    return "official" in noun.tags or ("actor" in noun.tags and "government" in noun.tags)


def in_brackets(reading: Reading, figure: Figure) -> str | None:
    """ "trained police (240) and judges (35)": the number stands in brackets behind those whom it counts."""
    tokens, at = reading.tokens, figure.index
    if at < 2 or at + 1 >= len(tokens) or tokens[at - 1].low != "(" or tokens[at + 1].low != ")":
        return None
    if not tokens[at - 2].tags & {"official", "unit_trained"}:
        return None
    for step in range(at - 3, max(-1, at - _BRACKET_REACH), -1):
        if reading.clauses[step] != reading.clauses[at]:
            break
        if tokens[step].low in ("trained", "training"):
            return None if is_by_others(reading, step) else "officials_trained"
    return "officials_trained" if attends(reading, figure, at + 1) else None


_BRACKET_REACH = 20


def _is_given_lesson(reading: Reading, figure: Figure, last: int) -> bool:
    """ "provided 900 workers with pre-departure briefings"."""
    tokens = reading.tokens
    giving = verb_before(reading, figure, ("gives",))
    if giving is None or figure.index - giving > 2 or is_by_others(reading, giving):
        return False
    after = tokens[last + 1 : last + 8]
    if tokens[giving].low in _GAVE and any(is_lesson(token) or token.low in _MATTERS for token in after[:3]):
        return after[0].kind == "word" and after[0].low not in PREPOSITIONS  # "gave 40 elders advice on fraud"
    return bool(after) and after[0].low == "with" and any(is_lesson(token) for token in after)


_GAVE = word_set("gave given giving offered taught")


_DEPARTING = word_set("pre-departure predeparture orientation pre-employment")


def _phrase(reading: Reading, figure: Figure, last: int) -> set[str]:
    return {token.low for token in reading.tokens[figure.index + 1 : last + 1]}


def _is_public(reading: Reading, figure: Figure, noun: Token | None, last: int) -> bool:
    phrase = _phrase(reading, figure, last)
    if noun is None:
        return False
    following = reading.tokens[last + 1 : last + 3]
    if len(following) == 2 and following[0].low == "of" and "ngo" in following[1].tags:
        return True  # "members of civil society"
    return (
        bool(phrase & _PUBLIC and noun.low not in _TEACHERS)
        or noun.low in _YOUNG
        or (noun.low == "members" and "community" in phrase)
    )


_TEACHERS = word_set("trainers instructors inspectors officers prosecutors judges")


def _kind(reading: Reading, figure: Figure, noun: Token | None, last: int) -> str | None:
    if noun is None:
        return None
    if _is_public(reading, figure, noun, last):
        return "people_reached"
    if noun.low == "workers" and not _phrase(reading, figure, last) & _CARE:
        return "people_reached"
    if noun.low in _ANYONE and _is_at_event(reading, figure):
        return "people_reached"
    if noun.tags & {"official", "unit_trained", "actor"}:
        return "officials_trained"
    if noun.tags & {"audience", "who"}:
        return "people_reached"
    return "officials_trained" if noun.kind == "country" or looks_like_people(noun) else None


def _is_at_event(reading: Reading, figure: Figure) -> bool:
    """Are the participants those of a conference or a campaign, and of no training?"""
    for token in reversed(reading.tokens[max(0, figure.index - 10) : figure.index]):
        if "trains_for" in token.tags or "unit:trainings" in token.tags:
            return False
        if "unit:events" in token.tags:
            return True
    return False


_COUNSELS = word_set("counseled counselled counseling advised advising")
_LEAVING = word_set("departure leave leaving depart departing departed abroad overseas travel emigrate migrate")


def _is_departing(reading: Reading, figure: Figure, last: int) -> bool:
    """Are those who were counseled people who leave for work, or is the chapter not one on victims?"""
    if reading.sentence.section != "protection":
        return True
    near = reading.tokens[max(0, figure.index - 8) : last + 14]
    return any(token.low in _LEAVING or token.low.startswith("migra") for token in near)


def _trains_unknown(reading: Reading, figure: Figure, verb: int) -> bool:
    tokens = reading.tokens
    following = tokens[figure.index + 1] if figure.index + 1 < len(tokens) else None
    return (
        tokens[verb].low in ("trained", "train")
        and figure.index - verb <= 2
        and figure.head is None
        and is_object(reading, figure, verb)
        and not is_by_others(reading, verb)
        and following is not None
        and _is_learner(reading, figure, verb, following)
    )


def _is_learner(reading: Reading, figure: Figure, verb: int, following: Token) -> bool:
    """Is what the number counts somebody ("trained 45 pilots", "trained 400 at 11 ports", "trained 120 of its own")?"""
    if following.low in _WHERE or (following.kind == "mark" and following.low in ".;"):
        return figure.index == verb + 1 and not figure.is_comparison and figure.number.value != 1
    return (
        following.kind == "word"
        and "time_unit" not in following.tags
        and following.low not in PREPOSITIONS
        and following.low not in ("and", "or", "times", "as", "percent")
    )


_WHERE = word_set("at in on of across throughout through from")


_INFORMED = word_set("educated informed sensitized briefed educating informing sensitizing briefing sensitised")
_TAUGHT = word_set("trained train instructed taught schooled coached tutored")


def _governs_training(reading: Reading, verb: int, figure: Figure) -> bool:
    """ "trained 40 officers", "training for 40 officers"; not "training 12 times as many" or "a training manual"."""
    tokens = reading.tokens
    word = tokens[verb]
    gap = tokens[verb + 1 : figure.index]
    if word.low in _TAUGHT:
        return not any("finite" in token.tags and token.low not in ("trained",) for token in gap)
    if any(before.low in ("and", ",") and token.low.endswith("ing") for before, token in pairwise(gap)):
        return False  # "organizing trainings for judges, and initiating investigations of nine officials"
    return not gap or any(token.low in ("to", "for", "of", "attended by", "by", "with", "reaching") for token in gap)


def _reaches(reading: Reading, verb: int, figure: Figure) -> bool:
    tokens = reading.tokens
    if tokens[verb].low == "attended":
        return any(token.low == "by" for token in tokens[verb + 1 : figure.index])
    if tokens[verb].low == "showed":
        return tokens[figure.index - 1].low == "to"
    gap = tokens[verb + 1 : figure.index]
    return figure.index - verb <= 4 or any(token.kind == "number" for token in gap)


def _held_for(reading: Reading, figure: Figure) -> int | None:
    """ "workshops for 120 officials", "lectures attended by 300 students", "a seminar with 40 participants"."""
    tokens = reading.tokens
    link = figure.index - 1
    while link > 1 and tokens[link].low in _WHOLE and tokens[link - 1].low in _WHOLE_OF:
        link -= 1  # "for each of its 300 officers"
    if link >= 2 and tokens[link].low == "of" and tokens[link - 1].low in ("participation", "attendance", "presence"):
        link -= 2  # "with the participation of 300 villagers"
    elif link >= 3 and tokens[link].low == "of" and tokens[link - 1].low in ("audience", "group", "crowd"):
        link -= 2  # "for an audience of 500 people"
        link -= tokens[link].low in ("a", "an")
    if link > 0 and tokens[link].low == "the":
        link -= 1
    if link >= 3 and tokens[link].low == "of" and tokens[link - 1].low == "total":
        link -= 3
    # "workshops for 120 officials and 30 judges": a list of figures hangs on one "for".
    for _ in range(3):
        if tokens[link].low not in ("and", ","):
            break
        earlier = next(
            (other for other in reversed(reading.figures) if other.index < link and other.index > link - 8), None
        )
        if earlier is None or earlier.head is None:
            return None
        link = earlier.index - 1
    talk = link > 0 and tokens[link].low == "to" and "unit:events" in tokens[link - 1].tags
    if link < 0 or (tokens[link].low not in _HELD_LINKS and not talk):
        return None
    for at in range(link - 1, max(-1, link - 14), -1):
        token = tokens[at]
        if reading.clauses[at] != reading.clauses[figure.index] or (token.kind == "number" and at < link - 8):
            return None
        if "trains_for" in token.tags or "unit:events" in token.tags or "unit:trainings" in token.tags:
            before = tokens[max(0, at - 9) : at]
            if any(other.low in _OPEN_TO for other in tokens[at + 1 : link + 1]):
                return None  # "made a course mandatory for its 210 students"
            held = any("holds" in other.tags or "gives" in other.tags or other.low in NOUNS for other in before)
            held = held or (bool(before) and before[-1].low == "had")  # "had courses for 26 judges"
            held = held or any(
                "holds" in other.tags and aux.low in PASSIVE for aux, other in pairwise(tokens[at + 1 : link])
            )
            held = held or any(other.low == "took place" for other in tokens[figure.index : figure.index + 8])
            held = held or any(
                "holds" in other.tags and aux.low in _WAS
                for aux, other in pairwise(tokens[figure.index : figure.index + 9])
            )
            return at if held else None
        if token.low in AUXILIARIES and "holds" not in tokens[at + 1].tags:
            return None
    return None


_OPEN_TO = word_set("mandatory compulsory obligatory available open required")
_WHOLE = word_set("its their the all of each every")
_WAS = word_set("was were")
_HELD_LINKS = word_set("for by with to involving reaching targeting benefiting training")
_WHOLE_OF = _WHOLE | _HELD_LINKS
