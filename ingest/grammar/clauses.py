"""What every counting machine must know of a sentence: its numbers, what each counts, and what governs each.

`read` makes a `Reading` of one sentence. Its `figures` are the numbers ("22 investigations"), the articles that may
count one ("a trafficker", "its first conviction") and the words that may count none ("no convictions", "any
victims"), each with the noun that it counts, its period, whether it is an earlier value that another is compared
with, whether it is a part or an example, and the type of trafficking that its words name. No table's meaning.

A counted noun is a token tagged `counts`; a table gives its own nouns that tag in its theme of the lexicon. Use
single words there: a phrase takes the tags of its words away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Document, Sentence, Token
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.periods import Period

PREPOSITIONS = frozenset(
    "of for in on under with from by at to into against during over since through throughout within among between"
    " involving related regarding concerning about without after before as per via despite including involved"
    " suspected_of accused_of based upon following pursuant linked connected using".split()
)
AUXILIARIES = frozenset(
    "was were is are be been being has have had did does do will would may might can could should must".split()
)
CONJUNCTIONS = frozenset("and or but nor while whereas although though however which who whom whose that when where"
                         " because if than so".split())  # fmt: skip
RELATIVES = frozenset("who whom whose which that where when".split())
TURNS = frozenset("while whereas although though whilst".split())
ZEROS = frozenset("no any none".split())
_ONE_OF = frozenset("a an another".split())
_POSSESSIVES = frozenset("its their the this one".split())
_LEAD_IN = frozenset("in during since over by for from the until through at as of end and late early mid fiscal year fy"
                     " calendar between throughout within also ending beginning first second half quarter months six"
                     " three nine".split())  # fmt: skip
_MARKS_IN_NOUN = frozenset("'\"’“”‘-–/")
_NOUN_REACH = 9
_TAIL_REACH = 16
_CHAIN = 6
# A year after one of these tells when the object arose, not when it was counted: "cases opened in 2015".
_AROSE = frozenset("initiated opened begun started launched pending filed reported dating committed continuing continued"
                   " remaining ongoing carried held stemming made registered begun detained".split())  # fmt: skip
# "three for unspecified forms": said to be of no type, whatever its neighbours are.
_UNTYPED = frozenset("unspecified undetermined unknown both".split())
TYPES = ("sex", "labor", "other")


@dataclass(slots=True, eq=False)
class Figure:
    """One number, or one article or negation that may count, as its sentence governs it.

    `first` … `last` are the token indices of the number and its noun phrase (`last` is the number itself where no
    noun follows), `head` that of the counted noun (None: left out, or none is known). `tail` is the index after the
    phrase's own complements ("of sex trafficking", "involving 12 suspects"). `kind` is `number`, `article` (value 1)
    or `none` (value 0: "no", "any", "none"; whether a negation governs "any" is for the machine to decide).
    `base` is the figure that this one is compared with, or whose noun it leaves out. `whole` is the figure of which
    it is a part. `denominator` marks "17 of 20": the 20 is no count of its own.
    """

    index: int
    token: Token
    kind: str
    number: Number
    first: int
    last: int
    head: int | None
    tail: int
    segment: int
    bracket: int
    tags: frozenset[str] = frozenset()
    own_type: str | None = None
    period: Period = Period(0, "reporting_period", "current")
    is_comparison: bool = False
    scope: str = "total"
    base: Figure | None = None
    whole: Figure | None = None
    denominator: bool = False

    @property
    def trafficking_type(self) -> str:
        """Type by the figure's own words, else by those of the figure whose noun it leaves out."""
        figure: Figure | None = self
        for _ in range(_CHAIN):
            if figure is None or figure.own_type:
                break
            figure = figure.base if figure.head is None else None
        return figure.own_type if figure is not None and figure.own_type else "all"


@dataclass(slots=True)
class Reading:
    """A sentence with its figures, in text order.

    `segments` gives each token the number of its segment: a stretch that one period governs. `comparing` holds the
    segments that stand in a comparison, `clauses` the number of the clause of each token, `brackets` the index of
    the opening bracket around each token, plus one (0: none).
    """

    sentence: Sentence
    tokens: list[Token]
    segments: list[int]
    clauses: list[int]
    brackets: list[int]
    comparing: set[int]
    figures: list[Figure] = field(default_factory=list)
    # Index of the first token of each segment; index of each leading period token.
    starts: list[int] = field(default_factory=list)
    leading: set[int] = field(default_factory=set)

    def between(self, left: int, right: int) -> Iterator[Figure]:
        """Figures whose number lies between two token indices."""
        return (figure for figure in self.figures if left < figure.index < right)


def type_of(tokens: Sequence[Token], start: int, stop: int) -> str | None:
    """The trafficking type that tokens[start:stop] name; `all` where they name more than one, None where none."""
    found: set[str] = set()
    size = len(tokens)
    for at in range(start, min(stop, size)):
        token = tokens[at]
        tags = token.tags
        if not tags:
            continue
        for name in TYPES:
            if f"type:{name}" in tags:
                if name == "labor" and token.low in ("labor", "labour") and not _is_exploitation(tokens, at):
                    continue
                if name == "sex" and token.low == "procurement":
                    continue
                found.add(name)
        if at and (token.low in ("soldiers", "soldier") and tokens[at - 1].low == "child" or (
            token.low in ("workers", "worker") and tokens[at - 1].low in ("migrant", "domestic") and at + 1 < stop + 1
        )):  # fmt: skip
            found.add("labor")
    if "other" in found and len(found) > 1:
        return "all"
    if len(found) > 1:
        return "all"
    return found.pop() if found else None


def _is_exploitation(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    if before == "of":
        return following in ("trafficking", "exploitation") or not (at > 1 and tokens[at - 2].low in _LABOR_OFFICE)
    return following not in _LABOR_OFFICE and before not in ("ministry", "hard", "correctional", "corrective", "s")


_LABOR_OFFICE = frozenset(
    "inspectors inspector inspection inspections inspectorate law laws code ministry minister department union unions"
    " market attaches attaché recruiters recruiter officials officers court courts attaché migration recruitment"
    " agencies agency regulations standards rights disputes complaints organization departments bureau directorate"
    " secretary division".split()
)


def read(sentence: Sentence, edition_year: int, before: Reading | None = None) -> Reading:
    """Everything about the numbers of a sentence; `before` is the reading of the sentence before it, if any.

    Linear in the length of the sentence: every look-around is bounded.
    """
    tokens = sentence.tokens
    reading = _segments(sentence)
    _find_figures(reading)
    _find_leading(reading)
    if reading.figures:
        carried = _carried(reading, before)
        _find_scopes(reading, carried)
        _find_bases(reading, carried)
        _find_periods(reading, edition_year, carried)
        if "respectively" in (token.low for token in tokens):
            _respectively(reading)
    return reading


class Readings:
    """The readings of a document's sentences, each made once, on demand, for whichever machine asks first."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.sentences = sentences
        self._made: dict[int, Reading] = {}

    def at(self, index: int, depth: int = 0) -> Reading:
        """The reading of sentence `index`; the sentence before it is read too where this one goes back to it."""
        made = self._made.get(index)
        if made is None:
            sentence = self.sentences[index]
            before: Reading | None = None
            if index and depth < _BACK_REACH and _goes_back(sentence):
                if self.sentences[index - 1].paragraph is sentence.paragraph:
                    before = self.at(index - 1, depth + 1)
            made = read(sentence, self.document.edition_year, before)
            if depth == 0 or before is None:
                self._made[index] = made
        return made


_BACK_REACH = 4
_latest: list[Readings] = []


def readings(document: Document, sentences: Sequence[Sentence]) -> Readings:
    """The shared `Readings` of a document: all machines that ask with the same sentences get the same one."""
    if _latest and _latest[0].document is document and _latest[0].sentences is sentences:
        return _latest[0]
    made = Readings(document, sentences)
    _latest[:] = [made]
    return made


# -- segments ----------------------------------------------------------------------------------------------------


def _segments(sentence: Sentence) -> Reading:
    tokens = sentence.tokens
    size = len(tokens)
    segments, clauses, brackets = [0] * size, [0] * size, [0] * size
    comparing: set[int] = set()
    starts = [0]
    current, clause, is_cmp, from_to = 0, 0, False, False
    opened: list[tuple[int, int, bool]] = []

    def begin(at: int, compares: bool) -> int:
        starts.append(at)
        if compares:
            comparing.add(len(starts) - 1)
        return len(starts) - 1

    for at, token in enumerate(tokens):
        low = token.low
        if token.kind == "mark":
            if low in "([":
                opened.append((at + 1, current, is_cmp))
                segments[at], clauses[at], brackets[at] = current, clause, at + 1
                current = begin(at + 1, is_cmp)
                continue
            if low in ")]" and opened:
                _, current, is_cmp = opened.pop()
                segments[at], clauses[at] = current, clause
                continue
            if low in (";", ":", "—"):
                clause, is_cmp, from_to = clause + 1, False, False
                current = begin(at, False)
            elif low in (",", "–") and is_cmp and not opened and not _goes_on(tokens, at + 1):
                clause, is_cmp = clause + 1, False
                current = begin(at, False)
        elif "cmp" in token.tags:
            is_cmp, from_to = True, low.endswith(" from")
            current = begin(at, True)
        elif low in TURNS or low == "but" and not (at and tokens[at - 1].low in ("all", "nothing")):
            clause, is_cmp = clause + 1, False
            current = begin(at, False)
        elif is_cmp and not opened:
            if low == "to" and from_to and at + 1 < size and "number" in (
                tokens[at + 1].kind, tokens[min(at + 2, size - 1)].kind if tokens[at + 1].low in ("just", "only") else ""
            ):  # fmt: skip
                is_cmp, from_to = False, False
                current = begin(at, False)
            elif low == "and" and _new_predicate(tokens, at):
                clause, is_cmp = clause + 1, False
                current = begin(at, False)
        segments[at], clauses[at] = current, clause
        brackets[at] = opened[-1][0] if opened else 0
    return Reading(sentence, tokens, segments, clauses, brackets, comparing, [], starts)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Does a list of compared figures go on after its comma?"""
    size = len(tokens)
    for _ in range(3):
        if at >= size:
            return False
        token = tokens[at]
        if token.kind == "number" or token.low in ("no", "none", "zero", "a", "an", "another", "respectively"):
            return token.low not in ("a", "an") or not _starts_clause(tokens, at)
        if "cmp" in token.tags or token.low in ("when", "which"):
            return True
        if token.low in ("and", "or", "as", "well", "in", "during"):
            at += 1
            continue
        if "noun" in token.tags or "gerund" in token.tags:
            at += 1
            continue
        if token.kind == "period" and at + 1 < size:
            at += 1
            continue
        return False
    return False


def _starts_clause(tokens: list[Token], at: int) -> bool:
    """A determiner that opens a new subject ("a court convicted …") and no figure of the list."""
    return any("finite" in token.tags or token.low in AUXILIARIES for token in tokens[at + 1 : at + 4])


def _new_predicate(tokens: list[Token], at: int) -> bool:
    """After "and" inside a comparison: a finite verb of law with its own object ("… and convicted five")."""
    if at == 0 or at + 2 >= len(tokens):
        return False
    following, after, before = tokens[at + 1], tokens[at + 2], tokens[at - 1]
    if "finite" not in following.tags or before.kind != "period":
        return False
    return after.kind == "number" or after.low in ("no", "the", "a", "its")


# -- figures -----------------------------------------------------------------------------------------------------


def _find_figures(reading: Reading) -> None:
    tokens, figures = reading.tokens, reading.figures
    size = len(tokens)
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind == "number":
            figures.append(_figure(reading, at, "number", token.value, at + 1))
        elif kind == "word":
            low = token.low
            if low in _ONE_OF or low in _POSSESSIVES:
                figure = _article(reading, at)
                if figure is not None:
                    figures.append(figure)
            elif low in ZEROS or low == "zero":
                figures.append(_figure(reading, at, "none", Number(0), at + 1))
    for left, right in zip(figures, figures[1:], strict=False):
        if left.kind != "article" and right.kind == "number" and _is_partitive(tokens, left, right):
            right.denominator = True
            left.whole = right
            left.scope = "part"
            if left.head is None:
                left.head, left.tags, left.own_type = right.head, right.tags, right.own_type
                left.last, left.tail = right.last, right.tail
    # "Of the 706 victims identified, 54 …"
    for figure in figures:
        if figure.kind == "number" and not figure.denominator:
            at = figure.index
            first = tokens[at - 1].low if at else ""
            second = tokens[at - 2].low if at > 1 else ""
            if first in ("the", "these", "those", "all") and second == "of" and (at == 2 or tokens[at - 3].kind == "mark"):
                figure.denominator = at == 2 or tokens[at - 3].low in (",", ";", "(")
            elif first in ("of", "of these", "of those", "among these", "among those") and at == 1:
                figure.denominator = True
    assert size == len(reading.segments)


def _is_partitive(tokens: list[Token], left: Figure, right: Figure) -> bool:
    """ "17 of 20 victims", "three of the 12 suspects", "two out of five"."""
    gap = [token.low for token in tokens[left.index + 1 : right.index]]
    return gap in (["of"], ["of", "the"], ["of", "these"], ["of", "those"], ["out", "of"], ["out", "of", "the"],
                   ["of", "its"], ["of", "a", "total", "of"], ["of", "all"])  # fmt: skip


def _figure(reading: Reading, at: int, kind: str, number: Number, start: int) -> Figure:
    tokens = reading.tokens
    if start < len(tokens) and tokens[start].low in ("of these", "of those"):
        head, last = _head(reading, start + 1)
        partitive = head is not None and last - at <= _NOUN_REACH
        if not partitive:
            head, last = None, at
    elif start < len(tokens) and tokens[start].low == "of" and start + 1 < len(tokens) and (
        tokens[start + 1].low in ("the", "these", "those", "them", "their", "its", "whom", "which")
    ):  # "three of the suspects"
        head, last = _head(reading, start + 2)
        partitive = head is not None and last - at <= _NOUN_REACH
        if not partitive:
            head, last = None, at
    else:
        head, last = _head(reading, start, kind == "number" and number.value != 1)
        partitive = False
    tail = _tail(reading, last)
    own_type = type_of(tokens, at + 1, tail)
    if own_type is None and any(token.low in _UNTYPED for token in tokens[at + 1 : min(tail, at + 7)]):
        own_type = "all"
    figure = Figure(
        at, tokens[at], kind, number, at, last, head, tail, reading.segments[at], reading.brackets[at],
        tokens[head].tags if head is not None else frozenset(), own_type,
    )  # fmt: skip
    if partitive:
        figure.scope = "part"
    return figure


def _is_adjective(token: Token) -> bool:
    return "noun" in token.tags and _is_singular(token.low) and "finite" not in token.tags


def _article(reading: Reading, at: int) -> Figure | None:
    """An article before a countable singular: "a trafficker", "its first conviction", "the only defendant"."""
    tokens = reading.tokens
    low = tokens[at].low
    start = at + 1
    if start >= len(tokens):
        return None
    if low in _POSSESSIVES:
        if tokens[start].low not in ("first", "only", "second", "third", "sole", "first-ever"):
            return None
        if start + 1 < len(tokens) and tokens[start + 1].kind == "number":
            return None  # "its first two convictions": the number counts
        start += 1
    head, last = _head(reading, start)
    if head is None or not _is_singular(tokens[head].low):
        return None
    return Figure(
        at, tokens[at], "article", Number(1), at, last, head, _tail(reading, last), reading.segments[at],
        reading.brackets[at], tokens[head].tags, type_of(tokens, at + 1, _tail(reading, last)),
    )  # fmt: skip


_PLURALS = frozenset("men women people police children personnel gendarmerie".split())


def _is_singular(low: str) -> bool:
    return low not in _PLURALS and (not low.endswith("s") or low.endswith("ss"))


def _head(reading: Reading, start: int, several: bool = False) -> tuple[int | None, int]:
    """(index of the counted noun, last index of the phrase) of the noun phrase that begins at `start`.

    `several`: more than one is counted, so that the noun is a plural.
    """
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    size = len(tokens)
    head: int | None = None
    at = start
    stop = min(size, start + _NOUN_REACH)
    while at < stop:
        token = tokens[at]
        if segments[at] != segments[start - 1] or brackets[at] != brackets[start - 1]:
            break
        low, tags = token.low, token.tags
        if token.kind == "mark":
            if low in _MARKS_IN_NOUN:
                at += 1
                continue
            # "adult, female victims"
            if low == "," and head is None and at + 1 < stop and _modifies(tokens, at + 1, stop):
                at += 1
                continue
            break
        if token.kind in ("number", "period", "duration", "percent", "money", "article"):
            break
        if "counts" in tags and several and head is None and _is_singular(low) and _modifies(tokens, at + 1, stop):
            pass  # "95 official and potential victims": a singular only describes what several are
        elif "counts" in tags:
            # "11 victims men": a second noun only continues the phrase where it is its head ("prosecution cases").
            if "finite" in tags:
                break
            head = at
        elif low in PREPOSITIONS or low in AUXILIARIES or "cmp" in tags or "part" in tags:
            break
        elif "finite" in tags or "base" in tags:
            # "12 convicted traffickers": a participle before its noun; "12 convicted in 2019" leaves the noun out.
            if head is not None or not _modifies(tokens, at + 1, stop):
                break
        elif low in CONJUNCTIONS:
            if low not in ("and", "or") or head is not None or not _modifies(tokens, at + 1, stop):
                break
        elif head is not None and "noun" not in tags and not _may_modify(token):
            break
        at += 1
    return head, (head if head is not None else start - 1)


def _may_modify(token: Token) -> bool:
    return token.kind == "country" or "official" in token.tags


def _modifies(tokens: list[Token], at: int, stop: int) -> bool:
    """Does a noun phrase go on at `at` to a counted noun ("sex and labor trafficking cases")?"""
    for index in range(at, min(stop, at + 5)):
        token = tokens[index]
        if "counts" in token.tags and "finite" not in token.tags:
            return True
        if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
            return False
        if "finite" in token.tags or "cmp" in token.tags or token.low in ("a", "an", "the", "no", "its", "any"):
            return False
    return False


def _tail(reading: Reading, last: int) -> int:
    """The index after the complements of the phrase that ends at `last`: "of sex trafficking", "for forced labor"."""
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    at = last + 1
    stop = min(len(tokens), at + _TAIL_REACH)
    if at >= stop:
        return at
    first = tokens[at]
    if first.low in AUXILIARIES and at + 1 < stop and tokens[at + 1].low in _COMPLEMENTS:
        at += 1  # "three were for forced labor"
        first = tokens[at]
    if first.low not in _COMPLEMENTS and "finite" not in first.tags and not (
        tokens[last].kind in ("number", "word") and _typed_soon(tokens, at, stop)
    ):  # fmt: skip
        return at
    segment = segments[last]
    while at < stop:
        token = tokens[at]
        if segments[at] != segment:
            # A bracket of its own segment is no complement, but what follows it may be.
            if brackets[at] != brackets[last]:
                break
            break
        if token.kind == "number" or token.kind == "period":
            break
        if token.kind == "mark" and token.low not in _MARKS_IN_NOUN:
            break
        low = token.low
        if low in ("and", "or") and not _joins_nouns(tokens, at + 1):
            break
        if low in ("no", "but", "while", "resulting", "including", "also") or "cmp" in token.tags or "part" in token.tags:
            break
        at += 1
    return at


def _typed_soon(tokens: list[Token], at: int, stop: int) -> bool:
    """ "one forced labor", "20 sex trafficking": the words of the type stand where the noun is left out."""
    for token in tokens[at : min(stop, at + 3)]:
        if token.kind != "word" or token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in AUXILIARIES:
            return False
        if "type:sex" in token.tags or "type:labor" in token.tags or "type:other" in token.tags:
            return True
    return False


_COMPLEMENTS = frozenset("of for in on under with from involving related regarding concerning against linked connected who"
                         " suspected accused engaged complicit involved".split())  # fmt: skip


def _joins_nouns(tokens: list[Token], at: int) -> bool:
    """After "and": only a noun joins what stands before ("sex and labor trafficking"), no verb and no number."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.kind != "word" or "finite" in token.tags or "base" in token.tags or token.low in AUXILIARIES:
        return False
    return token.low not in ("a", "an", "the", "no", "its", "none", "did", "also", "that") and "actor" not in token.tags


# -- state from the sentence before ------------------------------------------------------------------------------

_BACK = frozenset("these those them this that they".split())


def _carried(reading: Reading, before: Reading | None) -> Figure | None:
    """The last main figure of the sentence before, where this one goes back to it ("Of these, …", "This compared …")."""
    if before is None or not before.figures:
        return None
    mains = [f for f in before.figures if f.kind != "none" and not f.is_comparison and not f.denominator]
    plain = [f for f in mains if not f.bracket and f.whole is None] or mains
    totals = [f for f in plain if f.scope == "total"] or plain
    return totals[-1] if totals else None


def _goes_back(sentence: Sentence) -> bool:
    """Does the sentence begin by speaking of the one before ("Of these, …", "This compared with …")?"""
    return any(
        token.low in _BACK or "cmp" in token.tags or ("part" in token.tags and token.low.startswith(("of ", "among ")))
        or (token.low == "of" and at == 0)
        for at, token in enumerate(sentence.tokens[:4])
    )  # fmt: skip


# -- scope -------------------------------------------------------------------------------------------------------


def _find_scopes(reading: Reading, carried: Figure | None) -> None:
    tokens, segments = reading.tokens, reading.segments
    begins: list[tuple[int, str]] = []
    example_from: int | None = None
    for at, token in enumerate(tokens):
        if "part" in token.tags:
            if "example" in token.tags:
                example_from = at
            elif token.low != "respectively":
                begins.append((at, token.low))
    for figure in reading.figures:
        if figure.kind == "none":
            continue
        if example_from is not None and figure.index > example_from and (
            reading.clauses[figure.index] == reading.clauses[example_from]
        ):  # fmt: skip
            figure.scope = "example"
            continue
        if figure.denominator:
            continue
        if figure.bracket and not _has_period(reading, figure):
            figure.scope = "part"
            figure.whole = _main_before(reading, figure.bracket - 1)
        else:
            for begin, low in reversed(begins):
                if begin < figure.index and _same_part(reading, begin, figure.index, low) and (
                    low.startswith(("of ", "among ")) or _main_before(reading, begin) is not None
                ):  # fmt: skip
                    figure.scope = "part"
                    figure.whole = _main_before(reading, begin) or carried
                    break
        if figure.scope == "total" and figure.head is None and reading.figures[0].denominator and figure.index > 0:
            if segments[figure.index] == segments[reading.figures[0].index]:
                figure.scope, figure.whole = "part", reading.figures[0]
        if figure.scope == "part" and figure.own_type in TYPES and (
            figure.whole is None or figure.whole.own_type in (None, "all")
        ):  # fmt: skip
            # A split of the government's figure by type is the total of its type.
            if not figure.whole or not figure.whole.denominator or figure.whole.own_type is None:
                figure.scope = "total"


def _has_period(reading: Reading, figure: Figure) -> bool:
    tokens = reading.tokens
    at = figure.index + 1
    while at < len(tokens) and reading.brackets[at] == figure.bracket:
        if tokens[at].kind == "period":
            return True
        at += 1
    return tokens[figure.bracket].kind == "period" or (
        figure.bracket + 1 < len(tokens) and tokens[figure.bracket + 1].kind == "period"
    )


def _main_before(reading: Reading, at: int) -> Figure | None:
    for figure in reversed(reading.figures):
        if figure.index < at and figure.kind == "number" and figure.scope != "part" and not figure.bracket:
            return figure
    return None


def _same_part(reading: Reading, begin: int, at: int, low: str) -> bool:
    """Is the figure at `at` still within the part that `begin` opens?"""
    if reading.clauses[at] != reading.clauses[begin]:
        return False
    tokens = reading.tokens
    opens_sentence = low.startswith(("of ", "among "))
    for index in range(begin + 1, at):
        if reading.segments[index] in reading.comparing and not reading.brackets[index]:
            return False
        if opens_sentence:
            continue
        token = tokens[index]
        # "including five for labor, and prosecuted 12": a new predicate ends the part.
        if tokens[index - 1].low in (",", "and") and (
            "finite" in token.tags or "actor" in token.tags or token.kind == "word" and token.low.endswith("ing")
        ):  # fmt: skip
            following = tokens[index + 1] if index + 1 < len(tokens) else token
            if "finite" not in token.tags or following.kind == "number" or following.low in ("no", "the", "a", "and", ","):
                return False
    return True


# -- what a figure is compared with, or repeats ------------------------------------------------------------------


def _find_bases(reading: Reading, carried: Figure | None) -> None:
    groups: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        if figure.segment in reading.comparing and not figure.denominator:
            figure.is_comparison = True
            groups.setdefault(figure.segment, []).append(figure)
    every = [
        f for f in reading.figures
        if not f.is_comparison and not f.denominator and (f.kind != "none" or "noun" in f.tags and f.token.low == "no")
    ]  # fmt: skip
    for segment, compared in groups.items():
        start = reading.starts[segment]
        outside = not compared[0].bracket
        mains = [f for f in every if not (outside and f.bracket)] or every
        totals = [f for f in mains if f.scope == "total"]
        earlier = [f for f in totals if f.index < start] or [f for f in mains if f.index < start]
        later = [f for f in totals if f.index > start]
        clause = reading.clauses[start]
        near = [f for f in earlier if reading.clauses[f.index] == clause] or earlier[-1:]
        if near and reading.clauses[near[0].index] != clause:
            # "308 … and 235 …; an increase from 274 and 207": all that the clause before counts
            whole = [f for f in earlier if reading.clauses[f.index] == reading.clauses[near[0].index]]
            if len(whole) == sum(f.head is None for f in compared):
                near = whole
        elliptical = [f for f in compared if f.head is None]
        for position, figure in enumerate(compared):
            if not near:
                figure.base = carried or (later[0] if later else None)
            elif figure.head is None and len(elliptical) == len(near):
                figure.base = near[min(position, len(near) - 1)]
            elif figure.head is not None:
                same = [f for f in near if f.head is not None and _alike(reading, f, figure)]
                figure.base = (same or near)[-1]
            else:
                figure.base = near[-1]
    previous: Figure | None = None
    mains_left_out: list[Figure] = []
    for figure in reading.figures:
        if figure.is_comparison or figure.denominator:
            continue
        if figure.head is None and figure.base is None and figure.kind != "article":
            figure.base = figure.whole if figure.scope == "part" and figure.whole is not None else previous or carried
            if figure.base is None and figure.bracket:
                figure.base = _main_before(reading, figure.bracket - 1)
            if figure.base is figure:
                figure.base = None
            if figure.base is None:
                mains_left_out.append(figure)
        if figure.kind == "number" and figure.head is not None:
            previous = figure
    for figure in mains_left_out:
        # "from 12 prosecutions to one": what it is compared with has the noun.
        earlier = [f for f in reading.figures if f.index < figure.index and f.head is not None and f.kind == "number"]
        figure.base = earlier[-1] if earlier else None


def _alike(reading: Reading, left: Figure, right: Figure) -> bool:
    if left.head is None or right.head is None:
        return False
    one, two = reading.tokens[left.head], reading.tokens[right.head]
    return one.low == two.low or bool(_measure(one) & _measure(two))


def _measure(token: Token) -> set[str]:
    stages = {tag for tag in token.tags if tag.startswith("stage:")}
    return stages or {tag for tag in token.tags if tag in ("person", "case", "victim")}


# -- periods -----------------------------------------------------------------------------------------------------


def _find_leading(reading: Reading) -> None:
    """Periods that stand before what they govern: "In 2007, …", "…, and in 2008 …"."""
    tokens = reading.tokens
    size = len(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "period" or at + 1 >= size:
            continue
        back = at - 1
        while back >= 0 and at - back <= 7 and tokens[back].low in _LEAD_IN and tokens[back].low != "and":
            back -= 1
        opened = back < 0 or (
            tokens[back].kind == "mark" and tokens[back].low in ",;:—" or tokens[back].low in ("and", "but", "while", "that")
        )
        if not opened or at - back < 2 and back >= 0:
            continue
        if back >= 0 and tokens[back].low in (",", "and") and tokens[at + 1].low != ",":
            # "12 in 2016, and in 2015": a chain of years, unless a clause follows.
            if tokens[at + 1].kind == "mark" or tokens[at + 1].low in ("and", "or", "respectively"):
                continue
        if back >= 0 and tokens[back].kind == "mark" and tokens[back].low == "," and tokens[at + 1].low in (".", ",") and (
            back + 3 >= at and not _clause_follows(tokens, at + 1)
        ):  # "…, in 2007," closes what stands before
            continue
        reading.leading.add(at)


def _clause_follows(tokens: list[Token], at: int) -> bool:
    return any("finite" in t.tags or t.low in AUXILIARIES or t.kind == "number" for t in tokens[at : at + 9])


def _find_periods(reading: Reading, edition_year: int, carried: Figure | None) -> None:
    tokens = reading.tokens
    default = Period(edition_year - 1, "reporting_period", "current")
    copies: list[Figure] = []
    ordered = sorted(reading.figures, key=lambda figure: (figure.is_comparison, figure.bracket > 0))
    for figure in ordered:
        found = _after(reading, figure, edition_year)
        if found is None:
            found = _before(reading, figure, edition_year)
        base = figure.base or figure.whole
        if found is not None:
            figure.period = _relative(tokens[found].value, figure, base, default)
            if figure.bracket and not figure.is_comparison and (figure.head is None or _has_earlier(reading, figure)):
                main = _main_before(reading, figure.bracket - 1)
                if main is not None and figure.period.year < main.period.year:
                    figure.is_comparison, figure.base, figure.scope = True, main, main.scope
            copies.extend(_each(reading, figure, found))
            continue
        if figure.bracket:
            main = _main_before(reading, figure.bracket - 1)
            if main is not None:
                figure.period = main.period
                figure.is_comparison = main.is_comparison
                continue
        if figure.is_comparison:
            if base is not None and base.period.year:
                figure.period = Period(base.period.year - 1, base.period.period_type, base.period.form)
            else:
                figure.period = Period(default.year - 1, "reporting_period", "previous")
        elif carried is not None and (figure.scope == "part" or figure.whole is not None):
            figure.period = carried.period
        elif figure.whole is not None and figure.whole.period.year:
            figure.period = figure.whole.period
        else:
            figure.period = default
    if copies:
        reading.figures.extend(copies)
        reading.figures.sort(key=lambda figure: figure.index)


def _has_earlier(reading: Reading, figure: Figure) -> bool:
    """A bracket that counts the same as the figure before it, in another year: "seven girls (39 girls in 2016)"."""
    main = _main_before(reading, figure.bracket - 1)
    return main is not None and (main.head is None or _alike(reading, main, figure))


def period_at(reading: Reading, index: int, edition_year: int) -> Period:
    """The period that governs the token at `index`, where it is no figure's: a verb's, say ("did not convict")."""
    token = reading.tokens[index]
    figure = Figure(
        index, token, "none", Number(0), index, index, None, index + 1, reading.segments[index], reading.brackets[index]
    )
    found = _after(reading, figure, edition_year)
    if found is None:
        found = _before(reading, figure, edition_year)
    return reading.tokens[found].value if found is not None else Period(edition_year - 1, "reporting_period", "current")


def _relative(period: Period, figure: Figure, base: Figure | None, default: Period) -> Period:
    if period.form == "before" and base is not None and base.period.year:
        return Period(base.period.year - 1, base.period.period_type, "before")
    if period.form == "same" and base is not None and base.period.year:
        return base.period
    return period


def _after(reading: Reading, figure: Figure, latest: int) -> int | None:
    """The index of the period that follows a figure and governs it."""
    tokens, segments, brackets = reading.tokens, reading.segments, reading.brackets
    segment, bracket = figure.segment, figure.bracket
    clause = reading.clauses[figure.index]
    for at in range(figure.index + 1, len(tokens)):
        if segments[at] != segment:
            if not bracket and brackets[at]:
                continue  # a bracket on the way
            return None
        token = tokens[at]
        if reading.clauses[at] != clause or token.low == "than":
            return None
        if token.kind == "period":
            if at in reading.leading:
                return None
            if token.value.year > latest:
                continue  # "an action plan for 2030"
            if _tells_of_object(tokens, at) or token.value.form == "habitual" and at - figure.index > 8:
                continue
            return at
        if token.low in RELATIVES and token.low != "that" and at > figure.last:
            return None
        if token.low == "that" and at > figure.last and "counts" in tokens[at - 1].tags:
            return None
    return None


def _tells_of_object(tokens: list[Token], at: int) -> bool:
    """A year that dates the object and not the count: "cases initiated in 2015", "pending since 2019"."""
    back = at - 1
    while back >= 0 and at - back <= 3 and tokens[back].low in ("in", "since", "from", "the", "during", "before", "to", "of"):
        back -= 1
    if back < 0 or back == at - 1:
        return False
    word = tokens[back]
    link = tokens[back + 1].low
    if link in ("from", "before") and "counts" in word.tags and tokens[at].value.form in ("span", "previous", "before"):
        return not tokens[at].low[0].isdigit()
    if word.low in _AROSE:
        # "12 investigations were initiated in 2016" is a count; "12 cases initiated in 2015" hangs on another verb.
        earlier = tokens[back - 1] if back else word
        if earlier.low in AUXILIARIES or earlier.low in ("and", ",", "newly"):
            return False
        return any(
            "finite" in token.tags or "gerund" in token.tags or "continues" in token.tags
            for token in tokens[max(0, back - 12) : back - 1]
        )
    return False


def _before(reading: Reading, figure: Figure, latest: int) -> int | None:
    """The index of the period that stands before a figure and governs it."""
    tokens, segments = reading.tokens, reading.segments
    clause = reading.clauses[figure.index]
    comma = False
    for at in range(figure.index - 1, -1, -1):
        token = tokens[at]
        if token.kind == "mark" and token.low == ",":
            comma = True
        if token.kind != "period" or token.value.year > latest:
            continue
        if figure.is_comparison or figure.bracket:
            if segments[at] == figure.segment:
                return at
            continue
        if segments[at] in reading.comparing or reading.brackets[at]:
            continue
        if at in reading.leading:
            return at
        if reading.clauses[at] == clause and not _tells_of_object(tokens, at) and token.value.form != "habitual":
            # A denial says nothing of the year that another verb had: "adopting a law in 2011, it convicted no one".
            if comma and (figure.kind == "none" or not any(True for _ in reading.between(-1, at))):
                continue
            return at
    return None


def _each(reading: Reading, figure: Figure, found: int) -> list[Figure]:
    """ "one each in 2018 and 2017": the same number for every year of the list."""
    tokens = reading.tokens
    if not any(token.low == "each" for token in tokens[figure.index + 1 : found]):
        return []
    copies: list[Figure] = []
    at = found + 1
    while at + 1 < len(tokens) and tokens[at].low in ("and", ",", "in"):
        if tokens[at + 1].kind == "period":
            copies.append(_copy(figure, tokens[at + 1].value))
            at += 2
        else:
            at += 1
    return copies


def _copy(figure: Figure, period: Period) -> Figure:
    twin = Figure(
        figure.index, figure.token, figure.kind, figure.number, figure.first, figure.last, figure.head, figure.tail,
        figure.segment, figure.bracket, figure.tags, figure.own_type, period, figure.is_comparison, figure.scope,
        figure.base, figure.whole, figure.denominator,
    )  # fmt: skip
    return twin


def _respectively(reading: Reading) -> None:
    """ "12 and 15 cases in 2015 and 2016, respectively": years and numbers in step."""
    tokens = reading.tokens
    for end, token in enumerate(tokens):
        if token.low != "respectively":
            continue
        years: list[int] = []
        at = end - 1
        while at >= 0 and (tokens[at].kind == "period" or tokens[at].low in ("and", ",", "in")):
            if tokens[at].kind == "period":
                years.append(at)
            at -= 1
        years.reverse()
        if len(years) < 2:
            continue
        numbers = [f for f in reading.figures if f.kind == "number" and f.index < years[0] and not f.denominator]
        for figure, year in zip(numbers[-len(years) :], years, strict=False):
            if len(numbers) >= len(years):
                figure.period = tokens[year].value
