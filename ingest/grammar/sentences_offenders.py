"""Who received a penalty: the figure of a sentence that counts the offenders it fell on."""

from __future__ import annotations

from itertools import pairwise

from ingest.grammar.clauses import AUXILIARIES, TURNS, Figure
from ingest.grammar.prosecutions_stages import is_foreign
from ingest.grammar.sentences_people import People
from ingest.grammar.sentences_terms import Penalty
from ingest.vocabulary.words import word_set

_REACH = 60
REST = word_set("rest remainder remaining others")
_CONVICTS = frozenset({"offender", "official", "person"})
_BESIDE = word_set("with of by against from under for in at")
_LAID = word_set("given handed imposed issued meted dealt passed levied") | {"handed out", "handed down"}
_LAYS = word_set("gave jailed imprisoned fined condemned handed given")
_TAKE_OBJECT = word_set("fined fining jailed jailing imprisoned imprisoning incarcerated incarcerating")
_SAME = word_set("them all both each their these those they")


class Offenders(People):
    """The figures of one sentence that may count offenders."""

    def _is_foreign(self, penalty: Penalty, floor: int) -> bool:
        """Is it a court of another country that imposed the penalty ("a Spanish court sentenced two men to …")?"""
        verb = self._verb_before(penalty, floor)
        if verb is None:
            near = range(penalty.start - 1, max(floor - 1, penalty.start - 12), -1)
            verb = next((at for at in near if self.tokens[at].low in _LAYS), None)
        if verb is not None and self._is_elsewhere(verb + 1, penalty.start):
            return True
        while verb is not None and verb > floor and "stage:conviction" in self.tokens[verb - 2].tags:
            verb -= 2  # "a Spanish court convicted and sentenced …"
        return verb is not None and is_foreign(self.tokens, verb, self.country_code)

    def _is_elsewhere(self, start: int, stop: int) -> bool:
        """ "were sentenced in France to eight years": the place is another country's."""
        for at in range(start, min(stop, start + 4) - 1):
            place = self.tokens[at + 1]
            if self.tokens[at].low == "in" and place.kind == "country" and place.value.code is not None:
                return bool(self.country_code) and place.value.code != self.country_code
        return False

    def _own_object(self, penalty: Penalty) -> Figure | None:
        """ "imposed fines on the other two": those on whom the penalty was laid stand right behind it."""
        at = penalty.stop
        for figure in self.reading.between(penalty.start, penalty.stop):
            # "prison sentences were imposed on only 10, with terms from …"
            if any(t.low in ("on", "for") for t in self.tokens[figure.first - 2 : figure.first]) and self._is_offender(
                figure
            ):
                return figure
        if penalty.kind == "suspended" and [t.low for t in self.tokens[at : at + 1]] == ["for"]:
            if at + 3 < len(self.tokens) and self.tokens[at + 1].kind == "duration":
                at += 2 + (self.tokens[at + 2].low == ",")  # "suspended for four years, on a trafficker"
        if at + 3 < len(self.tokens) and self.tokens[at].low in ("were", "was") and self.tokens[at + 1].low in _LAID:
            at += 2 + (self.tokens[at + 2].low in ("down", "out"))  # "prison sentences were handed to 14 offenders"
        if at + 1 >= len(self.tokens) or self.tokens[at].low not in ("on", "upon", "for", "to", "of", "(", "alone"):
            return None
        behind = [token.low for token in self.tokens[at : at + 3]]
        if behind[0] in ("for", "to", "on") and behind[1:] == ["each", "of"]:
            return next((f for f in self.reading.between(at, at + 6) if f.kind == "number"), None)
        if self.tokens[at].low in ("alone", "only") and self.tokens[at + 1].low == "(":
            at += 1
        if self.tokens[at].low == "(":  # "imprisonment (19), fines (six)"
            counted = [figure for figure in self.reading.between(at, at + 2) if figure.kind == "number"]
            return next((f for f in counted if [t.low for t in self.tokens[f.last + 1 : f.last + 2]] == [")"]), None)
        if self.tokens[at].low == "of" and penalty.kind != "suspended":
            return None  # "a fine of 100,000 kroner"
        if self.tokens[at].low in ("for", "to", "of"):  # "prison for 12 men … and probation for five"
            return next(
                (
                    figure
                    for figure in self.reading.between(at, at + 2)
                    if figure.kind == "number"
                    and self._is_offender(figure)
                    and (figure.head is None or not _CONVICTS.isdisjoint(figure.tags))
                    and "victim" not in figure.tags
                ),
                None,
            )
        for figure in self.reading.between(at, at + 6):
            if self._is_offender(figure):
                return figure
        return None

    def _offenders(self, penalty: Penalty, floor: int, last: Penalty | None = None) -> Figure | None:
        """Those who received the penalty; `last` is the last of a list of terms that it opens."""
        tokens = self.tokens
        candidates = [f for f in self.reading.figures if self._is_offender(f)]
        if tokens[penalty.stop - 1].low in _TAKE_OBJECT and tokens[penalty.start - 1].low not in ("were", "was"):
            for figure in candidates:
                if penalty.stop <= figure.first <= penalty.stop + 1 and tokens[penalty.stop].low not in (",", "and"):
                    return figure  # "fined one"
            fined = next((f for f in self.reading.between(penalty.stop - 1, penalty.stop + 2) if f.head is None), None)
            if fined is not None and fined.kind == "number" and tokens[fined.last + 1].kind == "money":
                return fined  # "fined two 3,000 euros"
        if floor and any(t.low == "each" for t in tokens[max(floor, penalty.start - 3) : penalty.start]):
            return None  # "two to six years and one to two years, and each was fined"
        left: list[Figure] = []
        for figure in reversed(candidates):
            if figure.index >= penalty.start:
                continue
            if figure.index < max(floor, penalty.start - _REACH):
                break
            if figure.is_comparison and figure.bracket and not self.reading.brackets[penalty.start]:
                continue  # "sentenced 72 to prison (84 in 2006), ranging from …"
            if figure.bracket and not self.reading.brackets[penalty.start] and self._is_split(figure, candidates):
                continue  # "sentenced three traffickers (two men and one woman) to terms of …"
            if any(t.low in TURNS or t.low in (";",) for t in tokens[figure.index : penalty.start]):
                break
            left.append(figure)
        verb = self._verb_before(penalty, floor)
        if verb is not None and any(t.low in ("them", "all", "each") for t in tokens[verb + 1 : verb + 3]):
            # "convicted 10 traffickers, including three women, and sentenced them to …"
            left = [f for f in left if f.kind == "number" or "stage:conviction" not in f.tags]
            wholes = [
                f for f in left if f.index < verb and f.scope != "part" and "person" in f.tags and f.own_type is None
            ]
            wholes = wholes or [f for f in left if f.index < verb and f.scope != "part"]
            convicted = [f for f in left if f.index < verb and "stage:conviction" in tokens[f.first - 1].tags]
            if convicted and wholes and not convicted[0].denominator and convicted[0].head is not None:
                return convicted[0]  # "investigated three officials, convicted one officer, and sentenced them to …"
            if wholes:
                return wholes[-1]
        if left and any(t.low in REST for t in tokens[left[0].last + 1 : penalty.start]):
            return None  # "…, and the rest were fined": how many is not said
        if left and self._names_next(left[0].last + 1, penalty.start):
            return None
        for figure in left:
            if self._is_object_of_crime(figure, verb):
                continue
            if self._is_of_many(figure, penalty):
                continue
            named = figure is not left[-1] and figure.kind == "article"
            beside = tokens[figure.first - 1].low.rpartition(" ")[2] in _BESIDE
            if named and (beside or tokens[figure.last + 1].low == "were"):
                continue  # "four defendants operating with a kingpin were sentenced to …"
            if figure is not left[-1] and self._is_aside(figure, penalty):
                continue
            return figure
        after = self._after(last or penalty, candidates)
        if after is not None:
            return after
        return self._earlier(penalty, candidates, floor)

    def _is_of_many(self, figure: Figure, penalty: Penalty) -> bool:
        """ "the first conviction of offenders, and sentenced them": a conviction beside penalties of several people."""
        if figure.kind != "article" or "stage:conviction" not in figure.tags:
            return False
        return any(t.low in ("them", "all", "were") for t in self.tokens[figure.last : penalty.start])

    def _is_split(self, figure: Figure, candidates: list[Figure]) -> bool:
        """Does a figure in brackets split one that stands just before them?"""
        return any(f.bracket == 0 and f.index < figure.bracket and figure.bracket - f.tail <= 2 for f in candidates)

    def _partners(self, figure: Figure, floor: int) -> list[Figure]:
        """ "on a factory owner and 10 others": those joined by "and" with the ones that received a penalty."""
        if figure.head is None and not self._is_of_country(figure):
            return []
        verb = self._last_verb(figure.index, floor)
        people = [
            f
            for f in self.reading.between(max(floor, figure.index - _REACH) - 1, figure.index + _REACH)
            if f.index >= floor
            and (f.head is not None or self._is_of_country(f))
            and f.bracket == figure.bracket
            and f.is_comparison == figure.is_comparison
            and self._is_offender(f)
            and not self._is_object_of_crime(f, verb)
        ]
        at = next((index for index, f in enumerate(people) if f is figure), None)
        if at is None:
            return []
        first, last = at, at
        while first and self._is_joined(people[first - 1], people[first]):
            first -= 1
        while last + 1 < len(people) and self._is_joined(people[last], people[last + 1]):
            last += 1
        return people[first:at] + people[at + 1 : last + 1]

    def _is_joined(self, left: Figure, right: Figure) -> bool:
        named = left.head is None and self._is_of_country(left)
        gap = [token.low for token in self.tokens[left.last + 1 + named : right.first]]
        if gap == ["and"]:
            return True
        # "two Chinese nationals, one Malaysian, and one Thai"
        return gap in ([","], [",", "and"]) and self._is_of_country(left) and self._is_of_country(right)

    def _is_of_country(self, figure: Figure) -> bool:
        """Does a figure count people by their country?"""
        return any(token.kind == "country" for token in self.tokens[figure.first + 1 : figure.last + 2])

    def _last_verb(self, index: int, floor: int) -> int | None:
        for at in range(index - 1, max(floor - 1, index - 12, -1), -1):
            if "sentence" in self.tokens[at].tags:
                return at
        return None

    def _names_next(self, start: int, stop: int) -> bool:
        """ "six got 15 years, the ringleader was sentenced to 20": one person, named behind those counted."""
        tokens = self.tokens
        for at in range(start, stop - 2):
            if tokens[at].low == "the" and tokens[at - 1].low in (",", "and", "while", ";"):
                noun = tokens[at + 1]
                singular = "offender" in noun.tags and not noun.low.endswith("s") and noun.low != "accused"
                if singular and tokens[at + 2].low in ("was", "received", "got"):
                    return True
        return False

    def _is_aside(self, figure: Figure, penalty: Penalty) -> bool:
        """A part named in passing: "seven traffickers, including two women, to five years"; "nine – six for …"."""
        tokens = self.tokens
        if figure.scope != "part" and not (figure.head is None and figure.base is not None):
            return False
        following = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
        if following == "," and tokens[figure.last + 2].low == "or":
            closing = next((at for at in range(figure.last + 3, figure.last + 10) if tokens[at : at + 1]
                            and tokens[at].low == ","), None)  # fmt: skip
            if closing is not None and closing + 1 < len(tokens):
                following = tokens[closing + 1].low  # "of whom 26, or not quite a third, received …"
        if following == "of" and figure.first and "stage:conviction" in tokens[figure.first - 1].tags:
            return False  # "prosecuted 30 suspects and convicted 12 of them, with sentences …"
        if following in AUXILIARIES or following in ("received", "receiving", "sentenced", "to", "got"):
            return False
        return any(t.kind == "mark" and t.low in ",)–—" for t in tokens[figure.tail : penalty.start])

    def _verb_before(self, penalty: Penalty, floor: int) -> int | None:
        for at in range(penalty.start - 1, max(floor - 1, penalty.start - 12), -1):
            if "sentence" in self.tokens[at].tags or self.tokens[at].low == "received":
                return at
        return None

    def _after(self, penalty: Penalty, candidates: list[Figure]) -> Figure | None:
        """ "prison terms for 11 traffickers", "10 years' imprisonment to two traffickers"."""
        tokens = self.tokens
        for figure in candidates:
            if penalty.stop <= figure.first <= penalty.stop + 10:
                gap = tokens[penalty.stop : figure.first]
                if any(t.kind == "mark" and t.low in ",;(" for t in gap) or any("sentence" in t.tags for t in gap):
                    return None
                if penalty.kind == "suspended" and not gap:
                    return figure
                if any(left.low == "for" and right.low.endswith("ing") for left, right in pairwise(gap)):
                    return None  # "85 years for trafficking eight girls"
                if any(t.low in ("for", "to", "against", "on") for t in gap[-2:]):
                    return figure
                if len(gap) <= 2 and gap and gap[-1].low == "of" and "offender" in figure.tags:
                    return figure  # "upheld the 10-year sentence of a trafficker"
        return None

    def _earlier(self, penalty: Penalty, candidates: list[Figure], floor: int) -> Figure | None:
        """Those convicted, where the penalty follows as "with sentences …", "sentenced them to …"."""
        tokens = self.tokens
        window = tokens[max(0, penalty.start - 9) : penalty.start]
        turn = max((at for at, t in enumerate(window) if t.low == ";"), default=None)
        if turn is not None and not any(t.low in _SAME for t in window[turn:]):
            return None  # "convicted 13 defendants; sentences ranged from …" tells of no number
        if floor and not any(t.low in ("them", "all", "both") for t in window):
            return None
        earlier = [f for f in candidates if f.index < penalty.start]
        if not earlier or floor or earlier[-1].is_comparison:
            return None  # "13 convictions, compared with 20 in 2006; sentences ranged from …" tells of no number
        whole = earlier[-1]
        if any(t.low in TURNS for t in tokens[whole.last : penalty.start]) and not any(t.low in _SAME for t in window):
            return None  # "data on these 28 was unavailable, although sentences ranged from …"
        if self._is_of_many(whole, penalty):
            return None
        return None if self._is_in_relative(whole) else whole
