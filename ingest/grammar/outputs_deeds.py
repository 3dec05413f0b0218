"""Deeds of fact_outputs that no list of verbs holds: open verbs ("devised 12 lessons"), nouns of doing. No people."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVES, Figure, Reading
from ingest.grammar.outputs_words import ASKED
from ingest.vocabulary.words import word_set

# Units that nobody has but who made them: whatever was done to them, a government held, made or sent them.
_OPEN = frozenset(("trainings", "events", "inspections", "materials", "media", "papers"))
# What is said of such a unit without its being done: asked for, attended, taken away, put off, made up of.
_NO_DEEDS = word_set(
    "required requiring requested requesting planned planning proposed proposing recommended recommending needed"
    " needing expected expecting pledged pledging intended intending postponed postponing cancelled canceled delayed"
    " lacked lacking attended attending participated participating joined joining received receiving missed missing"
    " observed observing witnessed seized seizing confiscated found finding discovered including included involving"
    " involved following regarding concerning remained remaining comprised comprising exceeded exceeding totaled"
    " totaling averaged averaging constituted represented prevented preventing hindered limited limiting restricted"
    " ended ending faced facing awaited awaiting pending opposed criticized blocked interrupted suspended suspending"
    " halted stopped stopping reduced reducing increased increasing decreased decreasing doubled compared compare"
    " based related used using preceding aimed aiming scheduled scheduling anticipated considered considering mandated"
    " mandating demanded demanding promised announced announcing described mentioned cited noted documented alleged"
    " collected collecting translated translating destroyed destroying removed removing burned ordered ordering"
    " said asked asking agreed agreeing failed failing wanted according being having during existing needed"
    " numbered numbering surrounding ranged ranging containing contained consisted consisting featured featuring"
    " reached reaching covered covering reviewed reviewing analyzed reported reporting recorded identified identifying"
    " registered registering informed interviewed interviewing led resulted resulting triggered prompted"
)
_IRREGULAR = word_set("held gave ran made put set sent drew built wrote shot filmed undertook did")
_GAP = word_set("a total of another additional some further around other new")
NOUNS = word_set(
    "organization organisation holding conduct implementation delivery completion hosting facilitation execution"
    " production publication release issuance printing broadcast broadcasting airing staging launch arrangement"
    " provision inspection execution"
)
_SHARES = word_set("participated participating") | {"took part", "taking part"}
_PARTICLES = word_set("out up down over off together")
_NO_VERB_BEFORE = word_set("the a an its their of by was were is are be been being this these those any no")
_LIST_REACH = 12


def deed(reading: Reading, figure: Figure, unit: str, last: int) -> tuple[int, bool] | None:
    """(index of the open verb or the noun of doing that governs the figure, whether it is passive); None: none."""
    tokens = reading.tokens
    if unit not in _OPEN:
        return None
    after = tokens[last + 1 : last + 4]
    if after and after[0].low in ("were", "was", "have been", "had been") and len(after) > 1:
        step = 1 + (len(after) > 2 and after[1].low.endswith("ly"))
        return (last + 1 + step, True) if _is_deed(after[step]) and after[step].low.endswith("ed") else None
    at = _before(tokens, figure.index)
    if at > 0 and tokens[at].low in (",", "and"):
        at = _of_list(reading, at)
    if unit == "inspections" and at > 0 and tokens[at].low == "in" and tokens[at - 1].low in _SHARES:
        return at - 1, False  # "took part in 12 joint inspections"
    if at > 0 and tokens[at].low in _PARTICLES:
        at -= 1  # "set out 5,000 flyers"
    if at < 0 or reading.clauses[at] != reading.clauses[figure.index]:
        return None
    if tokens[at].low == "of" and at and tokens[at - 1].low in NOUNS:
        at -= 1
    elif not _is_deed(tokens[at]) or (at and tokens[at - 1].low in _NO_VERB_BEFORE):
        return None
    earlier = tokens[max(0, at - 4) : at]
    if any(token.low in ASKED or "neg" in token.tags for token in earlier):
        return None
    return at, False


def _before(tokens: list[Token], index: int) -> int:
    """The index of the word before the number, past "a total of", "another"; "of" alone stays."""
    at = index - 1
    if at > 1 and tokens[at].low == "of" and tokens[at - 1].low == "total":
        return at - 3 if tokens[at - 2].low == "a" else at - 2
    while at > 0 and tokens[at].low in _GAP and tokens[at].low != "of":
        at -= 1
    return at


def _of_list(reading: Reading, at: int) -> int:
    """The verb of "devised 12 lessons and three plays": the list hangs on what stands before its first number."""
    tokens = reading.tokens
    for step in range(at - 1, max(-1, at - _LIST_REACH), -1):
        token = tokens[step]
        if token.kind == "number":
            before = _before(tokens, step)
            if before >= 0 and tokens[before].low in (",", "and"):
                continue
            return before
        if token.low in PREPOSITIONS or token.low in AUXILIARIES or token.low in RELATIVES or "finite" in token.tags:
            return -1
    return -1


def _is_deed(token: Token) -> bool:
    """May the word be a verb that says that something was done?"""
    low = token.low
    if token.kind != "word" or low in _NO_DEEDS or low in CONJUNCTIONS or low in PREPOSITIONS:
        return False
    if not token.tags.isdisjoint(("part", "cmp", "neg", "attends")):
        return False
    return (low.endswith(("ed", "ing")) and len(low) >= len("added")) or low in _IRREGULAR
