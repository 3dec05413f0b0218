"""Which stage of law enforcement governs a figure: by verb, by participle, by what was done with the case."""

from __future__ import annotations

from ingest.document import Token
from ingest.grammar.clauses import AUXILIARIES, ONE_CASE, PREPOSITIONS, RELATIVES, Figure
from ingest.grammar.prosecutions_passive import Passive
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

_VERB_REACH = 40
_ALSO = word_set("and sentenced sentencing sentence , also")
_LIST_REACH = 16
_OTHER_DEEDS = word_set("found freed met gave let took held hid sold shot caught")
_NOUN_LINKS = word_set("of against for involving in concerning on to into involved")


class Governing(Passive):
    """Finds the verb or noun of a stage that governs a figure."""

    def _active_before(self, figure: Figure) -> Stages | None:
        """The stage verbs, or stage noun with its preposition, of which the figure may be the object."""
        tokens, reading = self.tokens, self.reading
        clause = reading.clauses[figure.index]
        comparing = figure.segment in reading.comparing
        if figure.first > 1 and tokens[figure.first - 1].low == "of" and tokens[figure.first - 2].low == "opening":
            return None  # "the arrest of 12 and the opening of eight cases"
        floor = max(-1, figure.first - 1 - _VERB_REACH)
        for at in range(figure.first - 1, floor, -1):
            token = tokens[at]
            if reading.clauses[at] != clause or (comparing and reading.segments[at] != figure.segment):
                return None
            if not comparing and reading.segments[at] in reading.comparing:
                continue
            if reading.brackets[at] and reading.brackets[at] != figure.bracket:
                continue
            if "stage" in token.tags:
                group = self._group_at(at)
                if group is None or self._is_modifier(group):
                    continue
                if group.form == "noun":
                    if self._noun_takes(group, figure):
                        return group
                    continue
                if group.passive:
                    return None
                if group.form == "finite" and tokens[group.start - 1].low in ("the", "those") and group.start:
                    return None  # "most of the convicted, 119, were men"
                return group
            if token.low in RELATIVES and token.low != "that":
                return None
            if at == figure.first - 1 and self._is_other_verb(at):
                return None  # "arrested 14 traffickers and extradited three"
            if token.low in ("sentenced", "sentencing") and not any(
                self._group_at(back) is not None for back in range(max(0, at - 3), at)
            ):
                return None  # "sentenced 17 of those convicted"
            if ("finite" in token.tags or "base" in token.tags or "gerund" in token.tags) and "stage" not in token.tags:
                if "reports" in token.tags or token.low in ("found", "provided", "received"):
                    continue
                return None
            if "neg" in token.tags and token.low not in ("not",):
                return None
        return None

    def _is_other_verb(self, at: int) -> bool:
        """A verb of another deed right before a figure, unless a verb of a stage shares its object."""
        token = self.tokens[at]
        if token.low in _OTHER_DEEDS and at > 1 and self.tokens[at - 1].low == "and":
            return True
        if (
            token.kind != "word"
            or not token.low.endswith(("ed", "issing", "easing"))
            or not {"opens", "continues", "records"}.isdisjoint(token.tags)
        ):
            return False
        if (
            token.low
            in (
                "sentenced",
                "estimated",
                "suspected",
                "alleged",
                "accused",
                "reported",
                "detected",
                "closed",
                "completed",
                "concluded",
            )
            or at < 2
        ):
            return False
        subject = at - 1 if self.tokens[at - 1].low in ("and", ",") else at - 2  # "…, and the ministry hired eight"
        return self.tokens[subject].low in ("and", ",") and not any(
            self._group_at(back) is not None for back in range(max(0, at - 3), at)
        )

    def _is_modifier(self, group: Stages) -> bool:
        """A participle of another figure: "the 19 convicted offenders", "12 convicted in 2019"."""
        return (
            group.form == "finite"
            and not group.passive
            and any(
                (figure.first < group.start and figure.head is not None and group.stop <= figure.head)
                or (figure.last + 1 == group.start and self._ends_there(group))
                for figure in self._near(group.start)
            )
        )

    def _noun_takes(self, group: Stages, figure: Figure) -> bool:
        """ "prosecutions of 18 defendants", "charges against five", "convictions in four cases"."""
        tokens = self.tokens
        at = group.stop
        if at >= len(tokens):
            return False
        link = tokens[at].low
        if link in ONE_CASE and figure.first == at:
            return True  # "initiated prosecution in one case"
        given = "verdict" in tokens[group.start].low or group.names[-1] in ("conviction", "acquittal")
        if link in ("to", "on") and given and figure.first - at <= 3:
            # "handed guilty verdicts to 15 offenders", "… and acquittals to three"
            return "person" in figure.tags or (figure.base is not None and "person" in figure.base.tags)
        if link not in _NOUN_LINKS:
            return False
        if link in ("in", "on", "to"):
            if "case" not in figure.tags or not (figure.first - at <= 2 or self._joins_case(figure, at)):
                return False
        if link == "involved" and "offender" not in figure.tags:
            return False
        if link == "involving" and "person" not in figure.tags and "case" not in figure.tags:
            return False
        if group.start and tokens[group.start - 1].low in ("earlier", "previous", "past", "prior"):
            return False  # "the earlier acquittal of three others"
        before = tokens[figure.first - 1]
        if (
            before.kind == "word"
            and before.low.endswith("ed")
            and figure.first - 1 > at
            and not ("closes" in before.tags or "continues" in before.tags)
        ):
            return False  # "upheld convictions of three and overturned one"
        return figure.first - at <= 14

    def _joins_case(self, figure: Figure, at: int) -> bool:
        """ "convictions in eight sex trafficking cases and one forced labor case": the second is in the same list."""
        if self.tokens[figure.first - 1].low != "and":
            return False
        for other in self.reading.between(at - 1, figure.index):
            if "case" in other.tags and other.first - at <= 2 and other.last == figure.first - 2:
                return True
        return False

    def _is_object(self, figure: Figure, group: Stages) -> bool:
        """Is the figure the object of the verb, not of something that stands between them?"""
        tokens = self.tokens
        gap = tokens[group.stop : figure.first]
        if figure.kind == "article":
            if group.form != "noun" and gap and gap[-1].low in ("of", "with", "for", "under"):
                return False  # "those convicted of a crime"
            if group.form == "noun" and gap and gap[0].low == "in":
                return False  # "hindered the prosecution in a trafficking case"
            if len(gap) > 1 and not all(t.low in _ALSO for t in gap):
                return self._is_list(gap)
            following = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
            if following == "'s" or (
                "case" in figure.tags and "counts" in figure.tags and group.names == ("investigation",)
            ):
                return True
            return True
        if (
            figure.head is None
            and gap
            and "number" not in {t.kind for t in gap}
            and len(gap) > 3
            and not (any(t.low in ("and", ",") for t in gap))
        ):
            return False
        last_link = ""
        for token in reversed(gap):
            if token.low in PREPOSITIONS:
                last_link = token.low
                break
            if token.kind in ("number", "mark") or token.low in ("and", "or"):
                break
        if not last_link or last_link in ("including", "involving"):
            return True
        if last_link == "between" and figure.number.low is not None:
            return True
        if last_link == "to" and any(token.low == "addition" for token in gap):
            return True  # "investigated 12 cases, in addition to three cases of forced begging"
        if group.form == "noun":
            return last_link in _NOUN_LINKS or last_link == "under"
        if last_link == "with" and "offender" in figure.tags and any("case" in t.tags for t in gap):
            return True
        if last_link in ("in", "involving") and "case" in figure.tags and figure.first - group.stop >= 1:
            # "convicted 11 and gave long sentences in 10 cases", "charged all suspects in the 11 cases"
            other = any("sentence" in t.tags or "fine" in t.tags for t in gap)
            return not other and self.tokens[figure.first - 1].low not in ("the", "these", "those")
        if last_link in ("of",) and any(t.low in ("total", "number", "group", "members") for t in gap):
            return True
        return last_link == "against" and any("counts" in t.tags for t in gap)

    def _is_list(self, gap: list[Token]) -> bool:
        """ "charged a policeman and a border guard": what stands before an object is an object, too."""
        if len(gap) > _LIST_REACH or gap[-1].low != "and" or not any("person" in token.tags for token in gap):
            return False
        return not any(
            token.low in PREPOSITIONS or "finite" in token.tags or token.kind not in ("word", "country", "number")
            for token in gap
        )

    def _unit_of_next(self, figure: Figure) -> str | None:
        """ "arrested 47, prosecuted 31, and convicted 16 traffickers": the last number has the noun of all."""
        at = figure.last
        for other in self.reading.between(figure.index, figure.index + _LIST_REACH):
            gap = self.tokens[at + 1 : other.index]
            verbs = [token for token in gap if "stage" in token.tags and "noun" not in token.tags]
            if not verbs or len(gap) - len(verbs) > 2 or any(token.kind == "period" for token in gap):
                return None
            if other.head is not None:
                unit = unit_of(other.tags)
                return unit if unit != "unspecified" else None
            at = other.last
        return None

    def _unknown_unit(self, figure: Figure, left: Stages) -> str | None:
        """The unit of a figure whose noun is unknown: whom courts convict are people."""
        tokens = self.tokens
        shared = self._unit_of_next(figure)
        if shared is not None:
            return shared
        following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        if (
            following is None
            or (following.kind != "word" and following.kind != "country")
            or (
                following.low in PREPOSITIONS
                or following.low.startswith("of ")
                or following.low in AUXILIARIES
                or "finite" in following.tags
                or following.low in ("and", "or", "but", "while", "others", "more", "as", "who")
            )
        ):
            return "unspecified"
        if figure.first - left.stop > 3:
            return None
        if any(name in ("conviction", "prosecution", "arrest", "acquittal") for name in left.names):
            return "person"
        return None


def unit_of(tags: frozenset[str]) -> str:
    """`unit` of a counted noun with these tags: a bare stage noun is `unspecified`."""
    if "noun" in tags:
        return "unspecified"
    if "person" in tags:
        return "person"
    return "case" if "case" in tags else "unspecified"
