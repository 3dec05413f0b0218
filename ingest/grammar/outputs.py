"""The grammar of fact_outputs: what governments did that is counted in other units. Rules: `outputs_rules`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.facts import MAX_QUOTE
from ingest.grammar.clauses import Figure, Reading, period_at, readings
from ingest.grammar.outputs_actors import is_by_others
from ingest.grammar.outputs_attending import attends_unnamed
from ingest.grammar.outputs_audiences import reaches_so_many
from ingest.grammar.outputs_calls import by_hotline, calls_from, calls_received, is_among_calls
from ingest.grammar.outputs_denied import denied
from ingest.grammar.outputs_forms import people_by_form
from ingest.grammar.outputs_parts import (
    goes_on,
    is_new_total,
    is_of_calls,
    left_out,
    of_change,
    of_whole,
    owned_wholes,
    shared_noun,
)
from ingest.grammar.outputs_people import in_brackets, of_people
from ingest.grammar.outputs_rules import RULES
from ingest.grammar.outputs_shelters import is_of_these
from ingest.grammar.outputs_silence import unreported
from ingest.grammar.outputs_trailing import (
    at_unknown_places,
    behind_its_noun,
    counts_copies,
    in_violation,
    is_print_run,
    of_them,
    of_times,
    of_total,
)
from ingest.grammar.outputs_units import of_unit
from ingest.grammar.outputs_words import OUTPUTS, PEOPLE, noun_of, unit_of, verb_before

__all__ = ["RULES", "find"]

TABLE = "fact_outputs"
_RULES = {
    "materials_distributed": "outputs.materials",
    "hotline_calls": "outputs.calls",
    "inspections": "outputs.inspections",
    "trainings_held": "outputs.trainings",
    "officials_trained": "outputs.trained",
    "people_reached": "outputs.reached",
    "shelters": "outputs.shelters",
    "other": "outputs.other",
}
_ANCHORS = frozenset((
    "unit", "distributes", "attends", "trains", "reaches", "trains_for", "line", "screens", "draws",
    "learns", "diploma", "shown", "many", "looks", "licenses", "tells",
))  # fmt: skip
_SILENT = frozenset(("unit", "trains", "attends", "reaches"))
_PEOPLE = frozenset(("officials_trained", "people_reached"))


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of fact_outputs in a document's sentences, in text order."""
    read = readings(document, sentences)
    known: dict[int, str] = {}
    stated: dict[tuple[object, ...], int] = {}
    previous_line = False
    for index, sentence in enumerate(sentences):
        tags = sentence.tags
        has_line = "line" in tags
        if "neg" in tags and sentence.section not in ("recommendations", "profile") and not _SILENT.isdisjoint(tags):
            yield from _silent(document, read.at(index), previous_line or has_line)
        if (
            sentence.section != "recommendations"
            and (sentence.section != "profile" or "government" in tags)
            and ("number" in tags or "neg" in tags)
            and (not _ANCHORS.isdisjoint(tags) or (known and "cmp" in tags))
        ):
            reading = read.at(index)
            for fact, definite in _of_sentence(document, reading, known, previous_line or has_line):
                # Told twice in one paragraph ("designated one shelter for women … one shelter for men") are two facts;
                # told again elsewhere, or with "the", is a repeat.
                key = tuple(fact.values.values())
                fact.separate = not definite and stated.get(key) == sentence.paragraph.number
                stated.setdefault(key, sentence.paragraph.number)
                yield fact
        previous_line = has_line


def _silent(document: Document, reading: Reading, by_line: bool) -> Iterator[Fact]:
    """The counts that the sentence says were not given."""
    tokens = reading.tokens
    for output, first, noun, last in unreported(reading, by_line):
        period = period_at(reading, noun, document.edition_year)
        start = tokens[first].start
        values: dict[str, Any] = {
            "output": output,
            "unit_text": document.text[tokens[noun].start : tokens[noun].end],
            "data_year": period.year,
            "period_type": period.period_type,
            "is_comparison": False,
            "status": "not_reported",
            "value": None,
            "qualifier": None,
        }
        yield Fact(TABLE, "outputs.unreported", start, min(tokens[last].end, start + MAX_QUOTE), values)


def _of_sentence(
    document: Document, reading: Reading, known: dict[int, str], by_line: bool
) -> Iterator[tuple[Fact, bool]]:
    """The facts of a sentence, each with whether its number is definite ("the two shelters")."""
    previous: Figure | None = None
    wholes = owned_wholes(reading)
    told = {whole.index for whole in wholes.values()}
    for figure in reading.figures:
        if figure.index in told:
            continue
        if figure.number.value == 1 and figure.index and reading.tokens[figure.index - 1].low == "not":
            continue  # "not one of the hotline's 90 calls"
        if figure.number.value == 1 and figure.whole is not None and _is_one_of(reading, figure.whole):
            continue  # "during one of four operations" speaks of four
        if figure.kind == "number" and (not figure.denominator or _is_one_of(reading, figure)):
            head, last = noun_of(reading, figure)
            times = of_times(reading, figure)
            if times is not None:
                head = last = figure.index + 1
            if figure.index in wholes:
                head, last = noun_of(reading, wholes[figure.index])
            elif head is None:
                head, last = shared_noun(reading, figure, last)
            changing = of_change(reading, figure, by_line) if head is None else None
            if changing is None and head is None:
                changing = of_total(reading, figure, by_line)
            output: str | None
            if times is not None:
                output = times
            elif changing is not None:
                output, head = changing
            elif is_of_these(reading, figure):
                output, head, last = "shelters", None, figure.index
            else:
                output = _output(reading, figure, head, last, known, by_line, previous)
            if output is None:
                output, head, last = _unnamed(reading, figure, head, last, by_line, known)
            if output is not None:
                known[id(figure)] = output
                previous = figure
                before = reading.tokens[figure.index - 1].low if figure.index else ""
                yield (
                    _fact(document, reading, figure, head, last, output, figure.number.columns()),
                    before in _DEFINITE,
                )
        elif figure.kind == "none":
            output = denied(reading, figure, known, by_line, previous)
            if output is not None:
                values = {"status": "zero", "value": 0, "qualifier": "exact"}
                head, last = noun_of(reading, figure)
                yield _fact(document, reading, figure, head, last, output, values), True


def _unnamed(
    reading: Reading, figure: Figure, head: int | None, last: int, by_line: bool, known: dict[int, str]
) -> tuple[str | None, int | None, int]:
    """The output, noun and end of a figure whose noun is none of the lexicon's, or does not stand behind it."""
    if head is None:
        if in_violation(reading, figure):
            return "other", None, last
        if is_print_run(reading, figure) or of_them(reading, figure):
            return "materials_distributed", None, last
        if reaches_so_many(reading, figure):
            return "people_reached", None, last
        place = at_unknown_places(reading, figure)
        if place is not None:
            return place, figure.index + 1, figure.index + 1
        if attends_unnamed(reading, figure, known) or of_people(reading, figure, None, last) == "officials_trained":
            return "officials_trained", None, last
        formed = people_by_form(reading, figure)
        if formed is not None:
            output = of_people(reading, figure, formed, formed)
            return output, formed if output else None, formed if output else last
    elif counts_copies(reading, figure, head, last):
        return "materials_distributed", head, last
    moved = behind_its_noun(reading, figure)
    if moved is None:
        return None, head, last
    shifted, noun, end = moved
    unit = unit_of(reading.tokens[noun])
    if unit is not None:
        output = of_unit(reading, shifted, unit, noun, end, by_line)
    else:
        output = of_people(reading, shifted, noun, end)
    return (output, noun, figure.index) if output else (None, head, last)


def _is_one_of(reading: Reading, figure: Figure) -> bool:
    """ "during one of four operations", "at one of the 21 state centers": what there is one of is counted."""
    tokens, at = reading.tokens, figure.index
    first = at - 1 if tokens[at - 1].low in ("the", "its") else at
    if any(token.low == "screened" for token in tokens[figure.last + 1 : figure.last + _SCREENED_REACH]):
        return True  # "two victims out of 28 people (that police) screened"
    if first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low == "any":
        return True  # "could use any of the 38 centers"
    return (
        first > 2
        and tokens[first - 1].low == "of"
        and tokens[first - 2].low == "one"
        and (tokens[first - 3].low in _WHERE or "attends" in tokens[first - 3].tags)
    )


_SCREENED_REACH = 6
_NEAR = 24
_RETOLD = 30
_MORE = frozenset(("another", "additional", "further"))
_DEFINITE = frozenset(("the", "these", "those", "both", "all", "its", "of"))
_WHERE = frozenset(("in", "at", "to", "during", "from", "through", "within", "was", "is", "remained"))


def _output(
    reading: Reading,
    figure: Figure,
    head: int | None,
    last: int,
    known: dict[int, str],
    by_line: bool,
    previous: Figure | None,
) -> str | None:
    base, tokens = figure.base, reading.tokens
    if previous is not None and known[id(previous)] == "hotline_calls" and figure.index - previous.index < _NEAR:
        if is_of_calls(tokens, figure.index):
            return "hotline_calls"
    known_base = known.get(id(base)) if base is not None else None
    if head is None or tokens[head].low in ("others", "other"):
        if known_base is not None and (figure.is_comparison or _is_elliptic(reading, figure)):
            # "cared for 90 victims at nine shelters (80 in 2015)": a place is not what another year is compared with.
            if base is not None and known_base == "shelters" and base.head is not None:
                return known_base if verb_before(reading, base, ("runs",)) is not None else None
            return known_base
        return (
            left_out(reading, figure, last, known, previous)
            or _licenses_of(reading, figure)
            or calls_received(reading, figure, by_line)
            or of_whole(reading, figure)
            or in_brackets(reading, figure)
        )
    noun = tokens[head]
    unit = unit_of(noun)
    if figure.is_comparison and known_base is None and unit is not None:
        # "conducted 18 operations and arrested 22 suspects, compared with 15 operations": the same noun as before
        for retold in reading.between(figure.index - _RETOLD, figure.index):
            told = known.get(id(retold))
            if told is None:
                continue
            same = noun_of(reading, retold)[0]
            if same is not None and tokens[same].low == noun.low:
                return told
    if figure.is_comparison and base is not None and known_base is not None:
        if tokens[head - 1].low == "such":
            return known_base  # "84 of them real cases, down from 122 such cases in 2015"
        other, _ = noun_of(reading, base)
        if other is None:
            other, _ = shared_noun(reading, base, base.last)
        if other is not None and (tokens[other].low == noun.low if other < len(tokens) else False):
            return known_base
        if unit is not None and known_base in (OUTPUTS.get(unit), "other"):
            return OUTPUTS.get(unit, "other")
        if known_base in _PEOPLE and PEOPLE & noun.tags and not noun.low.startswith("victim"):
            return known_base  # "trained 40 judges and 30 prosecutors, compared with 65 officials"
    if unit is not None and figure.scope == "part" and previous is not None and figure.index - previous.index < 14:
        # "90 inspections, including 12 inspections of farms"
        if known.get(id(previous)) == OUTPUTS.get(unit, "other") and not figure.is_comparison:
            return known[id(previous)]
    if unit is not None and previous is not None and is_new_total(tokens, figure.index):
        return known[id(previous)]
    if previous is not None and known.get(id(previous)) == "hotline_calls" and is_among_calls(reading, figure, head):
        return "hotline_calls"
    if unit is not None:
        found = of_unit(reading, figure, unit, head, last, by_line)
        if found is None and previous is not None and goes_on(reading, figure, previous, unit):
            found = known[id(previous)]
        if found is not None or not PEOPLE & noun.tags:
            return found
    if previous is not None and tokens[figure.index - 1].low in _MORE:
        earlier, _ = noun_of(reading, previous)
        if earlier is not None and earlier < figure.index and tokens[earlier].low == noun.low:
            return known[id(previous)]  # "screened 600 individuals in bars and another 50 individuals at work"
    whole = known.get(id(figure.whole)) if figure.whole is not None else None
    if whole is None and figure.whole is not None and figure.scope == "part" and previous is not None:
        # The whole is the last output before it: "its campaigns reached 900 people, including 300 pupils".
        whole = known.get(id(previous)) if previous.index > figure.index - 12 else None
    if whole in _PEOPLE and figure.scope == "part" and PEOPLE & noun.tags and not noun.low.startswith("victim"):
        return whole
    return (
        _licenses_of(reading, figure)
        or calls_from(reading, figure, noun.tags, by_line)
        or by_hotline(reading, figure, head, last, by_line)
        or of_people(reading, figure, head, last)
    )


def _is_elliptic(reading: Reading, figure: Figure) -> bool:
    """ "12 trainings in 2015 and nine in 2016": the number is followed by a year only."""
    following = reading.tokens[figure.index + 1 : figure.index + 3]
    return any(token.kind == "period" for token in following)


def _licenses_of(reading: Reading, figure: Figure) -> str | None:
    """ "revoked the licenses of 40 recruiters": those who lost them are counted."""
    tokens, at = reading.tokens, figure.index
    if at > 3 and tokens[at - 1].low in ("only", "just", "another"):
        at -= 1
    if at < 3 or tokens[at - 1].low != "of" or tokens[at - 2].low not in _LICENSES:
        return None
    verb = next((index for index in range(at - 3, max(-1, at - 7), -1) if _ENDS_OR_RENEWS & tokens[index].tags), None)
    return "other" if verb is not None and not is_by_others(reading, verb) else None


_ENDS_OR_RENEWS = frozenset(("closes_down", "renews"))
_LICENSES = frozenset(
    (
        "licenses",
        "licences",
        "license",
        "licence",
        "permits",
        "registrations",
        "registration",
        "activity",
        "activities",
        "operation",
    )
)


def _is_since_deed(tokens: Sequence[Token], last: int) -> bool:
    """ "trained 300 officers since it opened its school in 2016": the year is the deed's; the span ends now."""
    for at in range(last + 1, min(len(tokens) - 1, last + _SINCE_REACH)):
        if tokens[at].kind == "period" or tokens[at].low == ";":
            return False
        if tokens[at].low == "since":
            return tokens[at + 1].kind == "word" and any(token.kind == "period" for token in tokens[at + 2 : at + 14])
    return False


_SINCE_REACH = 18


def _fact(
    document: Document,
    reading: Reading,
    figure: Figure,
    head: int | None,
    last: int,
    output: str,
    values: dict[str, Any],
) -> Fact:
    tokens = reading.tokens
    if head is not None and head < figure.index:
        unit_text = document.text[tokens[head].start : tokens[head].end]
    elif head is not None:
        first = figure.index + 1
        if tokens[first].low == "of" and first + 2 <= last:
            first += 2  # "310 of its employees"
        elif tokens[first].low in ("of these", "of those") and first < last:
            first += 1
        elif tokens[first].low == "(" and first + 2 <= last:
            first += 2  # "90 (70 street children)"
        unit_text = document.text[tokens[first].start : tokens[last].end]
    else:
        base = figure.base
        noun = base.head if base is not None and base.head is not None and base.last < len(tokens) else None
        if noun is None and figure.index > 1 and tokens[figure.index - 1].low == "(":
            noun = figure.index - 2  # "trained police (240)"
        unit_text = tokens[noun].low if noun is not None else ""
    for at in range(last + 1, min(len(tokens), last + 4)):
        if tokens[at].kind == "period":
            last = at
            break
    start, end = figure.token.start, tokens[max(last, figure.index)].end
    if end - start > MAX_QUOTE:
        end = figure.token.end
    year, period_type = figure.period.year, figure.period.period_type
    if not figure.is_comparison and _is_since_deed(tokens, last):
        year, period_type = document.edition_year - 1, "other"
    row: dict[str, Any] = {
        "output": output,
        "unit_text": unit_text[:100] or None,
        "data_year": year,
        "period_type": period_type,
        "is_comparison": figure.is_comparison,
    }
    return Fact(TABLE, _RULES[output], start, end, row | values, (figure.token.start,))
