"""What every counting machine must know of a sentence: its numbers, what each counts, and what governs each.

`read` makes a `Reading` of one sentence. Its `figures` are the numbers ("22 investigations"), the articles that may
count one ("a trafficker", "its first conviction") and the words that may count none ("no convictions", "any
victims"), each with the noun that it counts, its period, whether it is an earlier value that another is compared
with, whether it is a part or an example, and the type of trafficking that its words name. No table's meaning.

A counted noun is a token tagged `counts`; a table gives its own nouns that tag in its theme of the lexicon. Use
single words there: a phrase takes the tags of its words away.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Document, Sentence
from ingest.grammar.clauses_figures import find_figures
from ingest.grammar.clauses_leading import find_leading
from ingest.grammar.clauses_periods import find_periods, period_at
from ingest.grammar.clauses_respectively import respectively
from ingest.grammar.clauses_scopes import find_bases, find_scopes
from ingest.grammar.clauses_segments import segments
from ingest.grammar.clauses_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    ONE_CASE,
    PREPOSITIONS,
    RELATIVES,
    TURNS,
    TYPES,
    UNTYPED,
    ZEROS,
    Figure,
    Reading,
    type_of,
)
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set


def read(
    sentence: Sentence, edition_year: int, before: Reading | None = None, default: Period | None = None
) -> Reading:
    """Everything about the numbers of a sentence; `before` is the reading of the sentence before it, if any.

    `default` is the period of figures without one, where the text told which year its data are of.
    Linear in the length of the sentence: every look-around is bounded.
    """
    reading = segments(sentence)
    find_figures(reading)
    find_leading(reading)
    if reading.figures:
        carried = _carried(reading, before)
        if carried is not None and carried.period.year < edition_year - 1 and _is_of_another(reading, carried):
            carried = None  # "Of the 30 victims, …", after a sentence that speaks of an earlier year
        find_scopes(reading, carried)
        find_bases(reading, carried)
        find_periods(reading, edition_year, carried, default)
        if reading.periods and "respectively" in sentence.words:
            respectively(reading)
    return reading


class Readings:
    """The readings of a document's sentences, each made once, on demand, for whichever machine asks first."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.sentences = sentences
        self._made: dict[int, Reading] = {}
        self._latest_data = _latest_data(sentences) if _RECENT in document.text else {}

    def at(self, index: int, depth: int = 0) -> Reading:
        """The reading of sentence `index`; the sentence before it is read too where this one goes back to it."""
        made = self._made.get(index)
        if made is None:
            sentence = self.sentences[index]
            before: Reading | None = None
            if index and depth < _BACK_REACH and _goes_back(sentence):
                if self.sentences[index - 1].paragraph is sentence.paragraph:
                    before = self.at(index - 1, depth + 1)
            told = self._latest_data.get(id(sentence.paragraph))
            default = told[2] if told is not None and told[0] < index < told[1] else None
            made = read(sentence, self.document.edition_year, before, default)
            if depth == 0 or before is None:
                self._made[index] = made
        return made


_BACK_REACH = 4
_RECENT = "most recent year"
# For how many sentences the year of the latest data may hold.
_DATA_REACH = 12


def _tells_case(sentence: Sentence) -> bool:
    """Does a sentence open an example, or tell of a day or month?"""
    if "example" in sentence.tags or (sentence.tokens and sentence.tokens[0].low == "in" and "case" in sentence.tags):
        return True
    return any(token.kind == "period" and token.value.form == "date" for token in sentence.tokens)


def _latest_data(sentences: Sequence[Sentence]) -> dict[int, tuple[int, int, Period]]:
    """Paragraph → (sentence, stop, period) where it tells "in 2017, the most recent year for which it had data".

    The period is that of the sentences up to `stop`, the first that tells of a case or of a day.
    """
    found: dict[int, tuple[int, int, Period]] = {}
    for index, sentence in enumerate(sentences):
        if "period" not in sentence.tags or "recent" not in sentence.words:
            continue
        tokens = sentence.tokens
        at = next((i for i, token in enumerate(tokens) if token.low == "recent"), 0)
        if tokens[at - 1].low != "most" or at + 1 >= len(tokens) or tokens[at + 1].low != "year":
            continue
        years = [token.value for token in tokens[:at] if token.kind == "period" and token.value.form == "year"]
        stop = index + 1
        while stop < min(len(sentences), index + _DATA_REACH) and not _tells_case(sentences[stop]):
            stop += 1
        if years:
            found[id(sentence.paragraph)] = (index, stop, years[-1])
    return found


_latest: list[Readings] = []


def readings(document: Document, sentences: Sequence[Sentence]) -> Readings:
    """The shared `Readings` of a document: all machines that ask with the same sentences get the same one."""
    if _latest and _latest[0].document is document and _latest[0].sentences is sentences:
        return _latest[0]
    made = Readings(document, sentences)
    _latest[:] = [made]
    return made


_BACK = word_set("these those them this that they")


def _carried(reading: Reading, before: Reading | None) -> Figure | None:
    """The last main figure of the sentence before, for one that goes back to it ("Of these, …", "This compared …")."""
    if before is None or not before.figures:
        return None
    mains = [f for f in before.figures if f.kind != "none" and not f.is_comparison and not f.denominator]
    plain = [f for f in mains if not f.bracket and f.whole is None] or mains
    totals = [f for f in plain if f.scope == "total"] or plain
    # "… in 2006; it had investigated 17 cases in 2005": the latest year is the one spoken of.
    latest = max((f.period.year for f in totals), default=0)
    totals = [f for f in totals if f.period.year == latest]
    return totals[-1] if totals else None


def _is_of_another(reading: Reading, carried: Figure) -> bool:
    """Does the sentence open with the number of a whole that is not the one that was carried over?"""
    first = reading.figures[0]
    return first.denominator and first.number.value != carried.number.value


def _goes_back(sentence: Sentence) -> bool:
    """Does the sentence begin by speaking of the one before ("Of these, …", "This compared with …")?"""
    opening = sentence.tokens[:4]
    if opening and opening[0].low == "of":
        return True
    for token in opening:
        low, tags = token.low, token.tags
        if low in _BACK or (tags and ("cmp" in tags or ("part" in tags and low.startswith(("of ", "among "))))):
            return True
    return False


__all__ = [
    "AUXILIARIES",
    "CONJUNCTIONS",
    "ONE_CASE",
    "PREPOSITIONS",
    "RELATIVES",
    "TURNS",
    "TYPES",
    "UNTYPED",
    "ZEROS",
    "Figure",
    "Reading",
    "Readings",
    "period_at",
    "read",
    "readings",
    "type_of",
]
