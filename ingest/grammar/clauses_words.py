"""What the reading of a sentence is made of: figures, segments, and the small words that bound them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Sentence, Token
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

# Before "years" and "periods".
EARLIER = word_set("previous prior past last preceding consecutive")
PREPOSITIONS = word_set(
    "of for in on under with from by at to into against during over since through throughout within among"
    " between involving related regarding concerning about without after before as per via despite including"
    " involved suspected_of accused_of based upon following pursuant linked connected using"
)


AUXILIARIES = word_set(
    "was were is are be been being has have had did does do will would may might can could should must"
)

CONJUNCTIONS = word_set(
    "and or but nor while whereas although though however which who whom whose that when where because if than so"
)


RELATIVES = word_set("who whom whose which that where when")


TURNS = word_set("while whereas although though whilst")


ZEROS = word_set("no any none")
# A count behind a counted noun ("five traffickers in one case"), else the opening of an example.
ONE_CASE = frozenset({"in one case", "in one investigation", "in one prosecution"})


MARKS_IN_NOUN = frozenset("'\"’“”‘-–/+")


NOUN_REACH = 9


TAIL_REACH = 16


_CHAIN = 6


# "three for unspecified forms": said to be of no type, whatever its neighbours are.
UNTYPED = word_set("unspecified undetermined unknown both uncategorized unclassified multiple mixed")


TYPES = ("sex", "labor", "other")


# The period of a figure before it is found.
UNDATED = Period(0, "reporting_period", "current")


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
    period: Period = UNDATED
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

    def twin(self) -> Figure:
        """Another figure with the same words and values."""
        # `dataclasses.replace` takes no class that is compiled and refers to itself.
        return Figure(
            self.index, self.token, self.kind, self.number, self.first, self.last, self.head, self.tail, self.segment,
            self.bracket, self.tags, self.own_type, self.period, self.is_comparison, self.scope, self.base, self.whole,
            self.denominator,
        )  # fmt: skip


def _index_of(figure: Figure) -> int:
    return figure.index


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
    # Index of each period token, in text order.
    periods: list[int] = field(default_factory=list)

    def between(self, left: int, right: int) -> Iterator[Figure]:
        """Figures whose number lies between two token indices."""
        first = bisect_right(self.figures, left, key=_index_of)
        for figure in self.figures[first:]:
            if figure.index >= right:
                break
            yield figure


_TYPE_TAGS = {f"type:{name}": name for name in TYPES}
_TYPE_NAMES = frozenset(_TYPE_TAGS)
# Words that tell a type together with their neighbours.
_SALES = word_set("selling sale sold")
_TELLING = _SALES | word_set("soldiers soldier workers worker recruitment recruiting conscription exploitation")


def type_of(tokens: Sequence[Token], start: int, stop: int) -> str | None:
    """The trafficking type that tokens[start:stop] name; `all` where they name more than one, None where none."""
    found: set[str] = set()
    size = len(tokens)
    for at in range(start, min(stop, size)):
        token = tokens[at]
        tags = token.tags
        if not tags and token.low not in _SALES:
            continue
        if not _TYPE_NAMES.isdisjoint(tags):
            for tag, name in _TYPE_TAGS.items():
                if tag in tags:
                    if name == "labor" and token.low in ("labor", "labour") and not _is_exploitation(tokens, at):
                        continue
                    if (
                        name == "labor"
                        and token.low in ("servitude", "slavery")
                        and at
                        and tokens[at - 1].low == "sexual"
                    ):
                        continue
                    if name == "sex" and token.low == "procurement":
                        continue
                    found.add(name)
        if token.low not in _TELLING:
            continue
        if at and (
            (token.low in ("soldiers", "soldier") and tokens[at - 1].low == "child")
            or (
                token.low in ("workers", "worker")
                and tokens[at - 1].low in ("migrant", "domestic")
                and at + 1 < stop + 1
            )
        ):
            found.add("labor")
        if (
            token.low == "recruitment"
            and at
            and tokens[at - 1].low in ("forced", "illegal", "fraudulent", "unlawful", "deceptive", "child", "soldier")
        ):
            found.add("labor")
        if token.low == "exploitation" and at and tokens[at - 1].low == "economic":
            found.add("labor")
        if token.low in ("recruitment", "recruiting", "conscription") and any(
            word.low in ("children", "child", "minors") for word in tokens[at + 1 : at + 4]
        ):
            found.add("labor")  # into armed forces
        if token.low in _SALES and any(
            word.low in ("baby", "babies", "infants", "newborns", "child", "children")
            for word in tokens[max(start, at - 2) : at + 3]
        ):
            found.add("other")
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


_LABOR_OFFICE = word_set(
    "inspectors inspector inspection inspections inspectorate law laws code ministry minister department"
    " union unions market attaches attaché recruiters recruiter officials officers court courts attaché"
    " migration recruitment violations violation agencies agency regulations standards rights disputes"
    " complaints organization departments bureau directorate secretary division broker brokers agent agents recruiter"
    " contractor contractors supplier suppliers"
)


_PLURALS = word_set("men women people police children personnel gendarmerie")


def is_singular(low: str) -> bool:
    """Is the noun a singular ("trafficker", "case")?"""
    return low not in _PLURALS and (not low.endswith("s") or low.endswith("ss"))


def main_before(reading: Reading, at: int) -> Figure | None:
    """The last figure before a token that is a whole and stands outside brackets.

    After an earlier value ("83, compared with 100 in 2007; of these, 63 …") it is what that was compared with.
    """
    here = reading.segments[min(at, len(reading.segments) - 1)] in reading.comparing
    compared: Figure | None = None
    for figure in reversed(reading.figures):
        if figure.index < at and figure.kind == "number" and figure.scope != "part" and not figure.bracket:
            if here or figure.segment not in reading.comparing:
                return figure
            compared = compared or figure
    return compared


def alike(reading: Reading, left: Figure, right: Figure) -> bool:
    """Do two figures count the same thing: the same noun, stage, or kind of being?"""
    if left.head is None or right.head is None:
        return False
    one, two = reading.tokens[left.head], reading.tokens[right.head]
    return one.low == two.low or bool(_measure(one) & _measure(two))


def _measure(token: Token) -> frozenset[str]:
    return _measures(token.tags)


@lru_cache(maxsize=4096)
def _measures(tags: frozenset[str]) -> frozenset[str]:
    stages = frozenset(tag for tag in tags if tag.startswith("stage:"))
    return stages or tags & {"person", "case", "victim"}
