"""Named rules that set a number aside: it is no fact of any table, and no residue either. Examples: `ignored_rules`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Sentence, SetAside, Token
from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, Figure, readings
from ingest.grammar.ignored_rules import RULES
from ingest.grammar.ignored_words import (
    AGREEMENTS,
    BODIES,
    GOODS,
    PENAL,
    PLACES,
    POPULATIONS,
    PRICES,
    RATES,
    STAFF_VERBS,
    TIMES,
)
from ingest.vocabulary.words import word_set

__all__ = ["RULES", "set_aside"]

_COUNTED = frozenset(("number", "money", "percent", "duration"))
_NOUN_REACH = 7
_DEFINITE = word_set("the these those all its their both each such")
_LINKS = word_set("of the a an other additional new more different separate total")


@dataclass(slots=True)
class _Place:
    """One number where it stands: its sentence, its index, the figure that the clause state made of it, if any."""

    tokens: list[Token]
    at: int
    sentence: Sentence
    figure: Figure | None
    earlier: frozenset[int] | set[int]

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def low(self, offset: int) -> str:
        """The word `offset` tokens away, or an empty string beyond the sentence."""
        index = self.at + offset
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def before(self, reach: int) -> list[Token]:
        """Up to `reach` tokens before the number."""
        return self.tokens[max(0, self.at - reach) : self.at]

    def after(self, reach: int) -> list[Token]:
        """Up to `reach` tokens after the number."""
        return self.tokens[self.at + 1 : self.at + 1 + reach]

    def noun(self) -> str:
        """The last word of the noun phrase that follows the number; empty where none does."""
        found = ""
        for token in self.after(_NOUN_REACH):
            low = token.low
            if token.kind == "country" or low in ("'", '"', "“", "”", "-", "–"):
                continue
            if token.kind != "word" or low in AUXILIARIES or (low in CONJUNCTIONS and low not in ("and", "or")):
                break
            if low in PREPOSITIONS or "part" in token.tags or "cmp" in token.tags:
                break
            if low in ("and", "or"):
                if not found:
                    break
                continue
            if "finite" in token.tags and found:
                break
            found = low
            if found in _NOUNS:
                break
        return found


_NOUNS = PLACES | BODIES | AGREEMENTS | GOODS | TIMES


def set_aside(document: Document, sentences: Sequence[Sentence], taken: set[int]) -> Iterator[SetAside]:
    """The numbers that no fact took and that a rule knows to be no fact; `taken` are offsets of facts' numbers.

    The rules are tried in the order of `_TESTS`; the first that knows the number names it.
    """
    read = readings(document, sentences)
    earlier: set[int] = set()
    for index, sentence in enumerate(sentences):
        if _COUNTED.isdisjoint(sentence.tags):
            continue
        figures: dict[int, Figure] | None = None
        for at, token in enumerate(sentence.tokens):
            if token.kind not in _COUNTED:
                continue
            if token.start not in taken:
                if figures is None:
                    figures = {figure.index: figure for figure in read.at(index).figures}
                place = _Place(sentence.tokens, at, sentence, figures.get(at), earlier)
                for rule, test in _TESTS[token.kind]:
                    if test(place):
                        yield SetAside(rule, token.start)
                        break
            if token.kind == "number" and token.value.value is not None:
                earlier.add(token.value.value)


# -- shares, spans of time, money --------------------------------------------------------------------------------


def _is_share(place: _Place) -> bool:
    """A percentage or a fraction: no table holds shares."""
    return True


def _is_fraction(place: _Place) -> bool:
    """ "one quarter of", "one in five", "two out of every three"."""
    return place.low(1) in ("quarter", "third", "half", "fifth", "tenth", "quarters", "thirds") or (
        place.low(1) in ("in", "out")
        and place.low(2) in ("every", "five", "ten", "four", "three", "of")
        and place.low(3) in ("every", "ten", "five", "four")
    )


def _is_span(place: _Place) -> bool:
    """A length of time that no court and no law gave: plans, stays, permits, "the first six months of"."""
    if place.low(-1) in ("first", "last", "past", "next", "previous", "consecutive", "final", "preceding", "another"):
        return True
    near = [*place.before(14), *place.after(14)]
    return not any(token.low in PENAL or "sentence" in token.tags or "prison" in token.tags for token in near)


def _is_price(place: _Place) -> bool:
    """Money that a victim, a worker or an offender pays, owes or earns: fees, debts, wages, prices, fines."""
    near = [*place.before(12), *place.after(8)]
    return any(token.low in PRICES for token in near)


# -- references to what was counted before -----------------------------------------------------------------------


def _is_denominator(place: _Place) -> bool:
    """ "17 of the 20", "Of the 90 victims", "out of 180": the whole of a part that was counted."""
    figure = place.figure
    if figure is not None and figure.denominator:
        return True
    return (place.low(-1) == "of" and place.low(-2) == "out") or (place.low(-1) == "total" and place.low(-2) == "of")


def _is_repeated(place: _Place) -> bool:
    """ "the 13 victims", "all nine": a number with a definite word that the report has stated before."""
    value = place.token.value.value
    return (
        value is not None
        and value > 1
        and value in place.earlier
        and (place.low(-1) in _DEFINITE or (place.low(-2) in _DEFINITE and place.low(-1) in _LINKS))
    )


def _is_definite(place: _Place) -> bool:
    """ "these two shelters", "the two officers": counts what the sentences before have named one by one."""
    value = place.token.value.value
    return (
        value is not None
        and 1 < value < 5
        and place.token.value.spelled
        and (place.low(-1) in ("these", "those", "the", "both") and place.low(1) not in ("of",))
    )


def _is_exception(place: _Place) -> bool:
    """ "all but six"."""
    return place.low(-1) == "but" and place.low(-2) in ("all", "nothing", "any")


def _is_one_of(place: _Place) -> bool:
    """ "one of the", "one another", "no one", "one-stop": no count."""
    if place.token.value.value != 1 or not place.token.value.spelled:
        return False
    following, before = place.low(1), place.low(-1)
    if following in ("of", "of these", "of those", "of whom", "of which") and not _counts_people(place):
        return True
    return following in (
        "another",
        "such",
        "or",
        "that",
        "day",
        "time",
        "hand",
        "way",
        "side",
        "reason",
        "word",
        "stop",
        "who",
        "can",
        "may",
        "ongoing",
    ) or before in ("no", "any", "every", "each", "another", "at", "the", "than")


def _counts_people(place: _Place) -> bool:
    return any("counts" in token.tags for token in place.after(5))


# -- what is counted ---------------------------------------------------------------------------------------------


def _is_of_places(place: _Place) -> bool:
    """Provinces, countries, sites: where something happened."""
    return place.noun() in PLACES


def _is_of_bodies(place: _Place) -> bool:
    """Ministries, NGOs, units, committees, networks: who took part."""
    return place.noun() in BODIES


def _is_of_agreements(place: _Place) -> bool:
    """Laws, plans, agreements, meetings, languages, kinds: what was signed, held or distinguished."""
    return place.noun() in AGREEMENTS


def _is_of_goods(place: _Place) -> bool:
    """Beds, vehicles, kilometers: capacity and equipment."""
    return place.noun() in GOODS


def _is_of_times(place: _Place) -> bool:
    """Hours, times, occasions: how often and how long."""
    return place.noun() in TIMES or place.low(1) in ("times", "hours", "/") or place.low(-1) == "/"


def _is_capacity(place: _Place) -> bool:
    """ "can house up to 20 victims", "a capacity of 40": what a place could hold."""
    before = [token.low for token in place.before(8)]
    return "capacity" in before or any(
        low in ("could", "can", "may") and any(word.startswith(_HOLDS) for word in before[position:])
        for position, low in enumerate(before)
    )


_HOLDS = ("house", "accommodat", "shelter", "host", "hold", "serve")


def _is_staff(place: _Place) -> bool:
    """ "employs 29 inspectors", "a unit with 12 officers": posts, not people trained or charged."""
    noun_tags = [token.tags for token in place.after(5)]
    staff = any(tags & {"official", "unit_trained"} for tags in noun_tags)
    return staff and any(token.low in STAFF_VERBS for token in place.before(6))


def _is_population(place: _Place) -> bool:
    """Migrants, refugees, workers, people at risk: those among whom victims may be."""
    after = [token.low for token in place.after(9)]
    before = [token.low for token in place.before(6)]
    if any(low.startswith("victim") for low in after[:4]):
        return False
    return any(low in POPULATIONS for low in after) or "population" in before or "screened" in before


def _is_name(place: _Place) -> bool:
    """A number that is part of a name: "Tier 2", "COVID 19", a hotline's number, "Group of 77", "Law 137-03"."""
    before = place.low(-1)
    if before in ("-", "–") and place.at > 1 and place.tokens[place.at - 2].kind in ("article", "period"):
        return True
    if before in (
        "tier",
        "covid",
        "operation",
        "line",
        "phase",
        "category",
        "level",
        "grade",
        "route",
        "dial",
        "group",
        "channel",
        "no",
        "number",
        "h2",
    ):
        return True
    return before in ('"', "“", "‘", "'") and place.low(-2) in (
        "line",
        "hotline",
        "number",
        "dial",
        "helpline",
        "dialing",
    )


def _is_enumeration(place: _Place) -> bool:
    """ "(1) … (2) …": the number of a list's item."""
    value = place.token.value.value
    closed = place.low(1) == ")" and place.low(-1) in ("(", "", ";", ",", "and")
    counted = place.at > 1 and "counts" in place.tokens[place.at - 2].tags
    return value is not None and value < 20 and not place.token.value.spelled and closed and not counted


def _is_age(place: _Place) -> bool:
    """ "as young as 12", "between the ages of 10 and 14"."""
    before = [token.low for token in place.before(5)]
    value = place.token.value.value or place.token.value.high or 99
    return value <= 30 and any(
        low in ("young", "age", "ages", "aged", "younger", "older", "under") for low in before[-4:]
    )


def _is_moved(place: _Place) -> bool:
    """ "extradited 33 persons", "deported 200 migrants": people sent over a border, whom no table counts."""
    verbs = ("extradited", "deported", "expelled", "extradition", "extraditing", "deporting", "deportation")
    return any(token.low in verbs for token in [*place.before(6), *place.after(6)])


def _is_rate(place: _Place) -> bool:
    """ "per 1,000", "ratio", "a maximum of two waivers": rates, limits and ranks."""
    return place.low(-1) == "per" or any(token.low in RATES for token in place.after(3))


_Test = Callable[[_Place], bool]
_TESTS: dict[str, tuple[tuple[str, _Test], ...]] = {
    "percent": (("ignored.share", _is_share),),
    "duration": (("ignored.span", _is_span),),
    "money": (("ignored.price", _is_price),),
    "number": (
        ("ignored.share", _is_fraction),
        ("ignored.denominator", _is_denominator),
        ("ignored.exception", _is_exception),
        ("ignored.repeated", _is_repeated),
        ("ignored.one_of", _is_one_of),
        ("ignored.age", _is_age),
        ("ignored.capacity", _is_capacity),
        ("ignored.places", _is_of_places),
        ("ignored.bodies", _is_of_bodies),
        ("ignored.agreements", _is_of_agreements),
        ("ignored.goods", _is_of_goods),
        ("ignored.times", _is_of_times),
        ("ignored.staff", _is_staff),
        ("ignored.moved", _is_moved),
        ("ignored.population", _is_population),
        ("ignored.name", _is_name),
        ("ignored.enumeration", _is_enumeration),
        ("ignored.rate", _is_rate),
        ("ignored.definite", _is_definite),
    ),
}
