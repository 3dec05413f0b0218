"""The stage that is said of a figure behind it: a passive, or a participle right behind the figure."""

from __future__ import annotations

from ingest.grammar.clauses import PREPOSITIONS, RELATIVES, Figure
from ingest.grammar.prosecutions_ground import Ground
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

_PASSIVE_REACH = 18
_ASIDE_REACH = 16
_PARTS_REACH = 24
_BRACKET_REACH = 12
_UNDERGOES = ("stood ", "went ", "faced ", "pleaded ", "pled ")
_VERBAL = word_set("was were is are has had have")
_PUT = word_set("placed put taken held")  # "three placed under arrest"


class Passive(Ground):
    """Finds the stage verbs of which a figure is the subject."""

    def _passive_after(self, figure: Figure) -> Stages | None:
        """The stage verbs of which the figure is the subject, with an auxiliary or relative pronoun between."""
        tokens, reading = self.tokens, self.reading
        segment = figure.segment
        at = figure.last + 1
        stop = min(len(tokens), at + _PASSIVE_REACH)
        seen_auxiliary = False
        depth = reading.brackets[figure.index]
        reduced = self._reduced(figure)
        if reduced:
            at = reduced
        while at < stop:
            token = tokens[at]
            if reading.brackets[at] != depth or (token.kind == "mark" and token.low in "()"):
                at += 1
                stop = min(len(tokens), stop + 1)
                continue
            if reading.segments[at] != segment:
                return None
            low = token.low
            if low in ("was", "were", "been", "being", "are", "is") or (
                low in ("remained", "remain", "remains", "had", "have", "has")
                and at + 1 < stop
                and tokens[at + 1].low.startswith(("under", "gone to"))
            ):
                seen_auxiliary = True
            elif "stage" in token.tags:
                group = self._group_at(at)
                if group is not None and group.form == "finite":
                    if seen_auxiliary:
                        return group
                    if not low.startswith("under "):
                        return None
                    at += 1
                    continue
                if group is not None and not seen_auxiliary and group.form != "noun":
                    return None
            elif "neg" in token.tags or low in (";", "he", "she", "they", "it"):
                return None
            elif token.kind == "number" or (low in ("a", "an") and tokens[at - 1].low == "and" and not seen_auxiliary):
                return None if seen_auxiliary else self._subject_list(figure, at)
            elif low == "," and not seen_auxiliary and self._is_other_number(figure, at):
                return None
            elif low == "," and not seen_auxiliary and (behind := self._behind_aside(at) or self._behind_parts(at)):
                at = behind
                stop = min(len(tokens), at + _PASSIVE_REACH)
                continue
            elif (
                ("finite" in token.tags and not seen_auxiliary and at > figure.tail)
                or (
                    low in (",",)
                    and not seen_auxiliary
                    and at + 1 < stop
                    and tokens[at + 1].low not in ("who", "which", "including", "all", "were", "was", "both")
                    and tokens[at + 1].kind not in ("number", "period")
                    and "part" not in tokens[at + 1].tags
                )
                or ("actor" in token.tags and not seen_auxiliary and at > figure.tail)
            ):
                return None
            at += 1
        return None

    def _is_other_number(self, figure: Figure, at: int) -> bool:
        """ "a deputy, with 17 accomplices, was arrested": the verb is singular, and the figure is not its subject."""
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        return following in ("was", "is", "has") and figure.kind == "number" and (figure.number.value or 2) > 1

    def _behind_aside(self, at: int) -> int:
        """ "a colonel, charged with the same crime, was acquitted": the index behind an aside, 0 if none."""
        tokens = self.tokens
        for close in range(at + 2, min(len(tokens) - 1, at + _ASIDE_REACH)):
            token = tokens[close]
            if token.kind == "number" or token.low in ("of whom", "of which", ";", "(", "and"):
                return 0
            if token.low == "," and (tokens[close + 1].low in _VERBAL or "obtains" in tokens[close + 1].tags):
                return close + 1
        return 0

    def _behind_parts(self, at: int) -> int:
        """ "17 traffickers, including three women and two boys, were convicted": the index behind the parts, or 0."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or "part" not in tokens[at + 1].tags:
            return 0
        for close in range(at + 2, min(len(tokens) - 1, at + _PARTS_REACH)):
            if tokens[close].low == ";" or tokens[close].low in RELATIVES or "cmp" in tokens[close].tags:
                return 0
            if tokens[close].low == "," and tokens[close + 1].low in _VERBAL:
                return close + 1
        return 0

    def _reduced(self, figure: Figure) -> int:
        """ "ten of those arrested have been charged", "two of the 16 put on trial": the index behind, or 0."""
        tokens = self.tokens
        at = figure.last + 1
        if figure.kind != "number" or at + 1 >= len(tokens):
            return 0
        partitive = figure.whole is not None and figure.whole.denominator
        if tokens[at].low in ("of those", "of these"):
            at += 1
        elif not partitive:
            return 0
        group = self._group_at(at)
        if group is None or group.form != "finite" or group.passive or group.start != at or group.stop >= len(tokens):
            return 0
        return group.stop if tokens[group.stop].low in _VERBAL else 0

    def _subject_list(self, figure: Figure, at: int) -> Stages | None:
        """ "12 men and three women were convicted": the verb of the next figure is this one's too."""
        link = [token.low for token in self.tokens[figure.last + 1 : at]]
        if link[:1] == ["in"] and len(link) <= 2 and "person" in figure.tags:  # "16 people in four cases were tried"
            case = next((other for other in self.reading.figures if other.index == at), None)
            return self._passive_after(case) if case is not None and "case" in case.tags else None
        link = [token.low for token in self.tokens[figure.tail : at]]
        if figure.tail <= at and all(low in (",", "and", "or") for low in link) and link and figure.kind == "number":
            for other in self.reading.figures:
                if other.index == at and other.scope != "part":
                    undergoes = self._participle_after(other)  # "three clerks and one officer stood trial"
                    if undergoes is not None and self.tokens[undergoes.start].low.startswith(_UNDERGOES):
                        return undergoes
                    return self._passive_after(other)
        return None

    def _participle_after(self, figure: Figure) -> Stages | None:
        """ "nine traffickers prosecuted and 12 convicted": a participle right behind the figure or its complement."""
        tokens = self.tokens
        for at in (figure.last + 1, figure.tail):
            if at >= len(tokens):
                continue
            if tokens[at].low == "(" and not figure.bracket:
                at = self._behind_bracket(at)  # "32 cases (38 victims) went to court"
            if tokens[at].kind == "word" and (tokens[at].low.endswith("ly") or tokens[at].low in _PUT):
                at += 1
            if at < len(tokens) - 1 and tokens[at].low == "," and self._is_aside_verdict(figure, at + 1):
                at += 1  # "two men, convicted of forced labor in March, were sentenced"
            group = self._group_at(at) if at < len(tokens) else None
            if group is None or group.form != "finite" or group.passive or group.start != at:
                continue
            if group.names == ("arrest",) and self._is_object_of_care(figure):
                continue
            if self._reduced(figure):
                continue  # "two of the nine convicted are in prison": said of the nine
            if self._ends_there(group):
                return group
        return None

    def _behind_bracket(self, at: int) -> int:
        """The index behind the bracket that opens at `at`, or `at` where none closes it close by."""
        for close in range(at + 1, min(len(self.tokens) - 1, at + _BRACKET_REACH)):
            if self.tokens[close].low == ")":
                return close + 1
        return at

    def _ends_there(self, group: Stages) -> bool:
        """Does a participle take no object: "nine cases prosecuted and five …"?"""
        after = self.tokens[group.stop] if group.stop < len(self.tokens) else None
        return (
            after is None
            or after.kind in ("mark", "period")
            or after.low in PREPOSITIONS
            or after.low in _VERBAL
            or (after.low in ("and", "or", "but", "while") or "cmp" in after.tags)
        )

    def _is_aside_verdict(self, figure: Figure, at: int) -> bool:
        """Is a verdict told between commas, before what the people got for it?"""
        if "person" not in figure.tags:
            return False
        group = self._group_at(at)
        if group is None or group.names != ("conviction",) or group.stop >= len(self.tokens):
            return False
        return self.tokens[group.stop].low in ("of", "for", "under", "in", "on") and self._behind_aside(at - 1) > 0

    def _is_object_of_care(self, figure: Figure) -> bool:
        """ "screened 450 women detained during raids": what was done with them is not the arrest."""
        at = figure.first - 1
        token = self.tokens[at] if figure.first else None
        if token is None or "offender" in figure.tags or "official" in figure.tags or "reports" in token.tags:
            return False
        return (token.low.endswith(("ed", "ing")) or "base" in token.tags) and "stage" not in token.tags
