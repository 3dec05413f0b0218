"""What a denial speaks of: where its clause ends, and whom or what its verb has for objects."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, TURNS, Reading, type_of
from ingest.grammar.prosecutions_stages import MODALS, Stages, by_token, other_crime, subject_of
from ingest.vocabulary.words import word_set

_REACH = 45
DEFINITE = word_set("the these those this such most many their his her that all some several")


_OBJECTS = frozenset({"counts", "complicity", "type:sex", "type:labor", "type:other", "law", "sentence"})
# What an object may go back to with: "neither charged nor convicted any of them".
_THEM = word_set("them him her either")
_BACK = 30
_COMPLICIT = word_set("complicit corrupt allegedly any")
_PENAL = word_set("punishment punishments penalties penalty")


# Verbs whose subject is the one pursued.
_UNDERGOES = ("went ", "stood ", "faced ", "gone ", "pleaded ", "pled ")


@dataclass(slots=True)
class DeniedObject:
    """What a denied verb has for its object, as columns of the table."""

    unit: str
    subject: str
    trafficking_type: str
    scope: str


class DenialGround:
    """The tokens and stage groups of one sentence, and the reach of its negations."""

    def __init__(self, reading: Reading, groups: list[Stages], edition_year: int) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.groups = groups
        self._groups = by_token(groups)
        self.edition = edition_year
        self.size = len(reading.tokens)

    def _clause_end(self, at: int) -> int:
        tokens, clauses, segments = self.tokens, self.reading.clauses, self.reading.segments
        stop = min(self.size, at + _REACH)
        bracket = self.reading.brackets[at]
        for index in range(at + 1, stop):
            token = tokens[index]
            if clauses[index] != clauses[at] or token.low in TURNS or "cmp" in token.tags:
                return index
            if segments[index] != segments[at] and self.reading.brackets[index] == bracket and token.low not in ")]":
                return index
            if token.low in ("but", "despite", "because", "although", "compared"):
                return index
            if index > at + 1 and "neg" in token.tags and token.low not in ("not",):
                if token.low == "nor" and tokens[at].low == "neither":
                    continue
                return index
            if token.low == "and" and self._reports_on(index + 1):
                return index
            if token.low in (",", "and") and index + 2 < self.size and _is_new_clause(tokens, index + 1):
                return index
        return stop

    def _reports_on(self, at: int) -> bool:
        """ "… and only reported continuing one": a statement of its own, under no negation."""
        following = self.tokens[at : at + 2]
        return (
            bool(following)
            and any("reports" in t.tags and t.low.endswith("ed") for t in following)
            and (following[0].low in ("only", "also") or "reports" in following[0].tags)
        )

    def _object_end(self, start: int, stop: int) -> int:
        """The end of the object that begins at `start`: the next turn, verb or the clause's end."""
        tokens = self.tokens
        for index in range(start, stop):
            token = tokens[index]
            if token.kind == "mark" and token.low in ";(:":
                return index
            if token.kind == "mark" and token.low == "," and index + 1 < stop:
                following = tokens[index + 1]
                if (
                    following.low in ("or", "including", "any", "nor", "particularly", "especially", "such")
                    or "counts" in following.tags
                ):
                    if following.low == "or" and index + 2 < stop and "base" in tokens[index + 2].tags:
                        return index
                    continue
                if any(t.low == "any" for t in tokens[index + 1 : index + 4]):
                    continue
                return index
            if (
                token.low in ("or", "and")
                and index + 1 < stop
                and ("base" in tokens[index + 1].tags or "act" in tokens[index + 1].tags)
                and "noun" not in tokens[index + 1].tags
            ):
                return index
            if token.low == "and" and index + 1 < stop and tokens[index + 1].low in ("sentenced", "fined", "released"):
                return index  # "did not convict any traffickers and sentenced others for …"
            if token.low in ("and", "but") and index + 2 < stop and tokens[index + 1].low in ("only", "just"):
                return index  # "did not prosecute any labor trafficking cases and only one sex trafficking case"
            if token.low == "or" and index + 3 < stop and not self._names_object(index + 1):
                return index  # "did not convict any traffickers or dedicate resources to officials"
            if (token.kind == "mark" and token.low == ".") or token.low == "under":
                return index
        return stop

    def _names_object(self, at: int) -> bool:
        """Do the words from `at` name whom or what a denied verb may have for an object?"""
        if any(token.low == "any" for token in self.tokens[at : at + 8]):
            return True  # "did not investigate or take action against any officials"
        for token in self.tokens[at : at + 4]:
            if token.low in PREPOSITIONS:
                return False
            if (
                token.low in _PENAL
                or token.kind == "mark"
                or "traffick" in token.low
                or not _OBJECTS.isdisjoint(token.tags)
            ):
                return True
        return False

    def _spares_victims(self, start: int, stop: int, group: Stages) -> bool:
        """ "did not arrest any victims", "… any individuals in commercial sex": nothing is said of traffickers."""
        tokens = self.tokens
        for at in range(start, min(stop, start + 9)):
            tags = tokens[at].tags
            if "counts" not in tags:
                if "complicity" in tags or tokens[at].low in PREPOSITIONS:
                    return False
                continue
            if "victim" in tags and "person" not in tags:
                # "did not investigate any child trafficking cases", "children" who are traffickers' victims
                return not (at + 1 < stop and "counts" in tokens[at + 1].tags)
            if "offender" in tags or "official" in tags or "person" not in tags:
                return False
            return group.names == ("arrest",) and _sells_sex(tokens, at + 1, min(stop, at + 5))
        return False

    def _objects(self, start: int, stop: int, group: Stages, from_: int | None = None) -> list[DeniedObject]:
        """The objects in tokens[start:stop]; `from_` begins the words before the stage noun that may describe them."""
        tokens = self.tokens
        parts = self._parts(start, stop)
        prior = type_of(tokens, from_, group.start) if from_ is not None and from_ < group.start else None
        found: list[DeniedObject] = []
        for begin, end in parts:
            if other_crime(tokens, begin, end):
                continue
            officials = subject_of(tokens, begin, end) == "officials"
            if not officials and any(t.low in _THEM for t in tokens[begin : min(end, begin + 4)]):
                officials = subject_of(tokens, max(0, group.start - _BACK), group.start) == "officials"
            unit = self._unit_in(begin, end)
            kind = type_of(tokens, begin, end) or prior or "all"
            scope = (
                "part"
                if any(t.low in ("other", "additional", "similar") for t in tokens[begin : begin + 3])
                else "total"
            )
            traffickers = self._names_offenders(begin, end)
            both = officials and traffickers
            if both or not officials:
                found.append(DeniedObject(unit, "traffickers", kind, scope))
            if officials:
                found.append(DeniedObject("person" if unit in ("person",) else unit, "officials", kind, scope))
        if not found and not parts:
            found.append(DeniedObject("unspecified", "traffickers", prior or "all", "total"))
        return found

    def _parts(self, start: int, stop: int) -> list[tuple[int, int]]:
        """tokens[start:stop] cut where another object begins: "any forced labor crimes, any officials"."""
        tokens = self.tokens
        if start >= stop:
            return [(start, start)]
        cuts = [start]
        for index in range(start + 1, stop):
            if tokens[index].low in ("any", "including") and tokens[index - 1].low in (",", "or", "and", "nor"):
                if tokens[index].low == "including" and not self._is_object_too(index, stop):
                    return [(cut, cuts[n + 1] if n + 1 < len(cuts) else index) for n, cut in enumerate(cuts)]
                cuts.append(index)
        return [(cut, cuts[number + 1] if number + 1 < len(cuts) else stop) for number, cut in enumerate(cuts)]

    def _is_object_too(self, at: int, stop: int) -> bool:
        """ "any traffickers, including complicit officials": officials denied as well; "including officials" is not."""
        if subject_of(self.tokens, at, stop) != "officials":
            return False
        return any(t.low in _COMPLICIT or "stage" in t.tags for t in self.tokens[at + 1 : min(stop, at + 4)])

    def _unit_in(self, start: int, stop: int) -> str:
        for end, token in enumerate(self.tokens[start:stop], start + 1):
            tags = token.tags
            if token.low in ("crime", "crimes"):
                continue
            if "counts" in tags and "noun" not in tags:
                if "victim" in tags and "person" not in tags:
                    continue
                if token.low in ("child", "children", "other", "others"):
                    continue
                one = token.low != "official" or (end < self.size and self.tokens[end].low in AUXILIARIES)
                if ("person" in tags and "official" not in tags) or ("official" in tags and one):
                    return "person"
                if "case" in tags:
                    return "case"
        return "unspecified"

    def _names_offenders(self, start: int, stop: int) -> bool:
        """Are people pursued besides the officials among tokens[start:stop]?"""
        return any(
            ("offender" in t.tags and "official" not in t.tags)
            or t.low in ("civilians", "anyone", "individuals", "persons")
            for t in self.tokens[start:stop]
        )

    def _counted(self, start: int, stop: int) -> bool:
        return any(
            "counts" in t.tags and not ("victim" in t.tags and "person" not in t.tags)
            for t in self.tokens[start : min(stop, self.size)]
        )

    def _phrase_end(self, start: int, stop: int) -> int:
        """The last index of the noun phrase that begins at `start`."""
        tokens = self.tokens
        at = start
        while at < min(stop, start + 12):
            token = tokens[at]
            if token.low in PREPOSITIONS or token.low in AUXILIARIES or token.low in ("who", "that", "which", "."):
                break
            if token.kind == "mark" and token.low not in ",'’-–/“”\"":
                break
            at += 1
        return at - 1

    def _subject_start(self, at: int) -> int:
        tokens = self.tokens
        begin = at
        while begin > 0 and at - begin < 14 and tokens[begin - 1].kind != "mark" and tokens[begin - 1].low not in TURNS:
            begin -= 1
        if begin == at:
            # "officials complicit in trafficking, especially of minors, were not prosecuted"
            while (
                begin > 0
                and at - begin < 24
                and tokens[begin - 1].low not in (";", ":", ".")
                and (tokens[begin - 1].low not in TURNS)
            ):
                begin -= 1
        return begin

    def _verb_before(self, at: int) -> int:
        tokens = self.tokens
        begin = at
        for index in range(at - 1, max(-1, at - 4), -1):
            if tokens[index].kind != "word":
                break
            begin = index
            if "reports" in tokens[index].tags or "opens" in tokens[index].tags or "obtains" in tokens[index].tags:
                break
        return begin

    def _group_at(self, at: int) -> Stages | None:
        return self._groups.get(at)

    def _group_in(self, start: int, stop: int, form: str) -> Stages | None:
        return next((g for g in self.groups if start <= g.start < stop and g.form == form), None)

    def _passive_in(self, start: int, stop: int) -> Stages | None:
        tokens = self.tokens
        for group in self.groups:
            if (
                start <= group.start < stop
                and not any(t.low in MODALS and t.kind == "word" for t in tokens[start : group.start])
                and group.form == "finite"
                and (
                    group.passive
                    or tokens[group.start].low.startswith(_UNDERGOES)
                    or any(t.low in ("been", "were", "was") for t in tokens[start : group.start])
                )
            ):
                return group
        return None

    def _active_before(self, at: int) -> Stages | None:
        for group in reversed(self.groups):
            if group.stop <= at:
                gap = self.tokens[group.stop : at]
                short = len(gap) <= 2 or (
                    len(gap) <= 9
                    and gap[-1].low in ("and", "but", "or", ",")
                    and (any(t.kind == "number" for t in gap))
                )
                if group.form in ("finite", "gerund") and not group.passive and short and not group.negated:
                    return group
                return None
        return None

    def _data_in(self, start: int, stop: int) -> bool:
        return any("data" in t.tags for t in self.tokens[start:stop])

    def _effort_in(self, start: int, stop: int) -> bool:
        return any("effort" in t.tags for t in self.tokens[start:stop])

    def _is_definite(self, at: int) -> bool:
        if at >= self.size:
            return False
        low = self.tokens[at].low
        if low in ("under", "for", "in"):
            return False
        if low == "a" and at + 1 < self.size:
            # "did not prosecute a significant number": it prosecuted some
            return self.tokens[at + 1].low in ("significant", "large", "sufficient", "number", "majority")
        return low in DEFINITE


def _sells_sex(tokens: list[Token], start: int, stop: int) -> bool:
    """ "… individuals in commercial sex", "women engaged in prostitution": those whom a raid finds."""
    lows = [token.low for token in tokens[start:stop]]
    return "in" in lows[:2] and any(low in ("commercial", "prostitution") for low in lows)


def _is_new_clause(tokens: list[Token], at: int) -> bool:
    """After a comma or "and": a subject of its own with a finite verb close behind it."""
    token = tokens[at]
    if token.low in ("and", "but"):
        at += 1
        if at >= len(tokens):
            return False
        token = tokens[at]
    if "actor" in token.tags or token.low in ("the", "it", "they", "a", "police", "courts"):
        for index in range(at + 1, min(len(tokens), at + 6)):
            word = tokens[index]
            if "finite" in word.tags or word.low in AUXILIARIES or "aux" in word.tags or "reports" in word.tags:
                return True
            if word.low in PREPOSITIONS or word.kind == "mark":
                return False
    return False
