"""The stage that is told by what was done with a case, without a verb of the stage: sent to court, opened, ended in."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, Figure, type_of
from ingest.grammar.prosecutions_cases import POLICE, Cases
from ingest.grammar.prosecutions_governing import unit_of
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

_CHARGES = word_set("charge cases case indictments indictment complaints complaint")
_CASES = word_set("case cases trial trials prosecution prosecutions")
_VERDICTS = word_set("verdict verdicts judgment judgments judgement")
_DROPPED = word_set(
    "dropped dismissed withdrew withdrawn dropping dismissing withdrawing abandoned discontinued threw thrown"
)
_BROUGHT = word_set("brought pressed laid filing leveled lodged issued preferred")
_STILL = word_set("still were are also more others remained remain") | {"of whom"}
_FACES = word_set("faced face facing awaited awaiting await")
_FILES = word_set("files dossiers cases inquiries")
_AWAITS_REACH = 14
_GIVEN = word_set("handed issued secured obtained delivered passed reached achieved won returned")
_BRINGS = word_set("brought bring bringing")
# Courts that judge no crimes.
_NOT_CRIMINAL = word_set("civil administrative family labor labour juvenile arbitration")
_OPENING = frozenset({"opens", "sends"})


class Dealt(Cases):
    """Finds the stage of figures by what was done with them."""

    def _sent_to_court(self, figure: Figure, unit: str) -> Count | None:
        """Cases sent to court, suspects referred for prosecution: the prosecution stage."""
        tokens, reading = self.tokens, self.reading
        if "sends" not in reading.sentence.tags or (figure.head is not None and unit == "unspecified"):
            return None
        if figure.kind == "article" and "case" not in figure.tags and "offender" not in figure.tags:
            return None
        clause = reading.clauses[figure.index]
        verb: int | None = None
        for at in range(figure.first - 1, max(-1, figure.first - 13), -1):
            if reading.clauses[at] != clause:
                break
            if "sends" in tokens[at].tags:
                verb = at
                break
            if ("stage" in tokens[at].tags and "sends_to" not in tokens[at].tags) or "neg" in tokens[at].tags:
                break
        if verb is not None and unit == "case" and tokens[figure.first - 1].low == "in":
            if any(t.low == "indictments" or "charges" in t.tags for t in tokens[verb + 1 : figure.first - 1]):
                return self._sent(figure, unit, verb, figure.last)  # "brought charges in 12 cases"
        if (
            verb is not None
            and any("sends_to" in t.tags for t in tokens[verb + 1 : figure.first])
            and (tokens[verb + 1].low in ("for", "to"))
        ):
            return self._sent(figure, unit, verb, figure.last)
        limit = min(len(tokens), figure.last + 15)
        start = figure.last + 1
        if verb is None:
            for at in range(start, min(len(tokens), start + 9)):
                if "sends" in tokens[at].tags and any(t.low in ("was", "were", "been") for t in tokens[start:at]):
                    verb, start = at, at + 1
                    break
                if tokens[at].kind == "number" or tokens[at].low in (";", ","):
                    break
        if verb is None or any("neg" in t.tags for t in tokens[max(0, verb - 2) : verb]):
            return None
        named = figure.head is not None and unit == "case" and not self._is_complaint(figure)
        if tokens[verb].low in ("filed", "file", "filing") and named:
            if self._by_police(verb):
                subject = self._subject(figure)  # "the police filed 78 new cases"
                return Count(("investigation",), unit, "new", subject, "opened_cases", verb, figure.last)
            return self._sent(figure, unit, verb, figure.last)
        against = tokens[figure.tail - 1 : figure.tail + 1] if figure.head is not None else []
        if tokens[verb].low in _BRINGS and unit == "case" and any(token.low == "against" for token in against):
            return self._sent(figure, unit, verb, figure.last)  # "brought 14 cases against 31 suspects"
        for at in range(start, limit):
            token = tokens[at]
            if token.kind == "number" and tokens[at - 1].low in ("with", "involving", "against"):
                continue  # "referred 16 cases with 24 suspects to the courts"
            if reading.segments[at] in reading.comparing and not figure.is_comparison:
                continue  # "referred 35 suspects, down from 41, to the courts"
            if token.low == "," and reading.segments[at - 1] in reading.comparing and not figure.is_comparison:
                clause = reading.clauses[at]
            if reading.clauses[at] != clause or token.kind in ("number",):
                return None
            if token.low in ("to", "for", "before", "with", "in"):
                for ahead in range(at + 1, min(len(tokens), at + 5)):
                    if tokens[ahead].low in _NOT_CRIMINAL:
                        return None
                    if "sends_to" in tokens[ahead].tags:
                        if token.low == "for" and tokens[ahead].low not in ("prosecution", "trial", "adjudication"):
                            break
                        return self._sent(figure, unit, verb, ahead)
                if token.low == "to" and at + 1 < len(tokens) and tokens[at + 1].low == "justice":
                    return self._sent(figure, unit, verb, at + 1)
        return None

    def _by_police(self, verb: int) -> bool:
        """Are the police the subject of the verb, and not those from whom its object came?"""
        for at in range(verb - 1, max(-1, verb - 6), -1):
            if self.tokens[at].low in POLICE:
                before = [token.low for token in self.tokens[max(0, at - 2) : at]]
                return not {"from", "by", "to", "with", "for"}.intersection(before)
        return False

    def _for_investigation(self, figure: Figure, unit: str) -> Count | None:
        """ "courts received 47 cases for investigation", "referred cases involving 89 suspects for investigation"."""
        tokens, clauses = self.tokens, self.reading.clauses
        if figure.kind != "number" or unit not in ("case", "person") or figure.is_comparison:
            return None
        if not any(group.form == "noun" and "investigation" in group.names for group in self.groups):
            return None
        if unit == "person" and ("offender" not in figure.tags or tokens[figure.first - 1].low != "involving"):
            return None
        for at in range(figure.last + 1, min(len(tokens) - 2, figure.last + 13)):
            token = tokens[at]
            if clauses[at] != clauses[figure.index] or ("actor" in token.tags and "ngo" in token.tags):
                return None
            if token.low != "for":
                continue
            place = at + 2 if tokens[at + 1].low in ("further", "criminal", "additional", "formal") else at + 1
            if tokens[place].low not in ("investigation", "investigations"):
                continue
            for verb in range(figure.first - 1, max(-1, figure.first - 6), -1):
                if "sends" in tokens[verb].tags or tokens[verb].low in ("received", "accepted"):
                    subject = self._subject(figure)
                    return Count(("investigation",), unit, "new", subject, "sent_to_court", verb, place)
            return None
        return None

    def _charged(self, figure: Figure, unit: str) -> Count | None:
        """ "pursued trafficking charges against two", "charges were brought in 2005 against 12": charges of any name.

        Charges that were dropped are a prosecution that was closed.
        """
        tokens = self.tokens
        rest = [token.low for token in tokens[max(0, figure.first - 3) : figure.first]]
        if rest in (["against", "the", "remaining"], ["against", "the", "other"]) and figure.kind == "number":
            return self._dropped_against(figure)
        if figure.first > 1 and tokens[figure.first - 1].low == "against" and self._is_charge(figure.first - 2):
            for at in range(figure.last + 1, min(len(tokens) - 1, figure.last + 5)):
                if tokens[at].low in ("were", "was") and tokens[at + 1].low in _DROPPED:
                    subject = self._subject(figure)  # "charges against three suspects were dropped"
                    return Count(("prosecution",), unit, "closed", subject, "sent_to_court", figure.first - 2, at + 1)
        link = tokens[figure.first - 1].low if figure.first > 2 else ""
        if link == "of" and figure.first > 4 and tokens[figure.first - 2].low == "total":
            return self._of_total(figure, unit)
        if unit not in ("person", "unspecified") or link not in ("against", "of", "involving"):
            return None
        if figure.head is not None and unit != "person":
            return None
        if link != "against" and "offender" not in figure.tags and "official" not in figure.tags:
            return None
        floor = max(-1, figure.first - 24)
        noun = next(
            (at for at in range(figure.first - 2, max(floor, figure.first - 12), -1) if self._is_charge(at)), -1
        )
        if (
            noun < 0
            or tokens[noun - 1].low == "civil"
            or any(token.kind in ("number", "mark") for token in tokens[noun + 1 : figure.first - 1])
        ):
            return None
        passive = [at for at in range(noun + 1, figure.first - 1) if tokens[at].low in ("were", "was", "been")]
        if figure.kind == "article":
            floor = noun - 4
        where = range(figure.first - 2, noun, -1) if passive else range(noun - 1, max(-1, floor), -1)
        for at in where:
            token = tokens[at]
            if "neg" in token.tags or token.low == ";" or (token.kind == "mark" and "closes" in token.tags):
                return None
            closed = token.low in _DROPPED
            if link != "against" and not closed and token.low not in ("a", "the", "its"):
                return None
            if token.low in ("to", "making"):
                return None  # "making it difficult to prove a case against a suspect"
            if closed or "sends" in token.tags or "opens" in token.tags or token.low in _BROUGHT:
                subject, first = self._subject(figure), min(at, noun)
                rule = "counts_one" if figure.kind == "article" else "sent_to_court"
                status = "closed" if closed else "new"
                return Count(("prosecution",), unit, status, subject, rule, first, figure.last)
        return None

    def _given(self, at: int) -> int:
        """The verb of "convictions were handed down for …", "… were secured against …" that ends at `at`; 0: none."""
        tokens = self.tokens
        at -= tokens[at].low in ("down", "out")
        given = tokens[at].low in _GIVEN and at > 0 and tokens[at - 1].low in AUXILIARIES
        return at if given else 0

    def _dropped_against(self, figure: Figure) -> Count | None:
        """ "found eight of them guilty and dropped charges against the remaining two"."""
        tokens, at = self.tokens, figure.first - 4
        if at < 1 or not self._is_charge(at):
            return None
        verb = next((back for back in range(at - 1, max(-1, at - 4), -1) if tokens[back].low in _DROPPED), -1)
        if verb < 0:
            return None
        figure.scope = "total"
        return Count(("prosecution",), "person", "closed", self._subject(figure), "sent_to_court", verb, figure.last)

    def _of_total(self, figure: Figure, unit: str) -> Count | None:
        """ "charges were filed against a total of 107 persons"."""
        tokens = self.tokens
        at = figure.first - 4
        if unit != "person" or tokens[at].low != "against" or tokens[at + 1].low != "a":
            return None
        for back in range(at - 1, max(-1, at - 6), -1):
            if self._is_charge(back):
                return Count(("prosecution",), unit, "new", self._subject(figure), "sent_to_court", back, figure.last)
        return None

    def _is_charge(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low in _CHARGES or "charges" in token.tags or token.low == "criminal charges"

    def _sent(self, figure: Figure, unit: str, verb: int, last: int) -> Count:
        subject, first = self._subject(figure), min(verb, figure.first)
        joined = self._group_at(verb - 2) if verb > 1 and self.tokens[verb - 1].low == "and" else None
        if joined is not None and joined.form == "finite" and not joined.passive and not joined.negated:
            # "arrested and referred to court 37 alleged traffickers"
            return Count((*joined.names, "prosecution"), unit, "new", subject, "sent_to_court", joined.start, last)
        return Count(("prosecution",), unit, "new", subject, "sent_to_court", first, last)

    def _is_complaint(self, figure: Figure) -> bool:
        """A complaint that someone files is no case of a prosecutor."""
        return figure.head is not None and self.tokens[figure.head].low not in ("case", "cases")

    def _faces(self, figure: Figure) -> Count | None:
        """ "the only defendant to face prosecution", "five suspects awaiting trial"."""
        tokens = self.tokens
        if figure.head is None:
            return self._faces_charges(figure)
        if "person" not in figure.tags and "case" not in figure.tags:
            return None
        for at in range(figure.last + 1, min(len(tokens), figure.last + 8)):
            token = tokens[at]
            if token.kind in ("number",) or token.kind == "mark":
                return None
            convicted = token.low in ("received", "receiving")
            if convicted or token.low in (
                "face", "faced", "facing", "awaiting", "awaited", "pending", "undergoing", "underwent",
            ):  # fmt: skip
                verdict = any(t.low in _VERDICTS for t in tokens[at + 1 : at + 4])
                if verdict and token.low in ("awaiting", "awaited") and "offender" in figure.tags:
                    subject = self._subject(figure)  # "1,204 defendants were awaiting a verdict"
                    return Count(("prosecution",), "person", "pending", subject, "number_verb", figure.first, at)
                for group in self.groups:
                    if convicted and group.names != ("conviction",):
                        continue  # "19 traffickers received final convictions"
                    if group.form == "noun" and at < group.start <= at + 3:
                        status = "pending" if "pending" in token.tags or token.low == "awaiting" else "new"
                        return Count(
                            group.names,
                            unit_of(figure.tags),
                            status,
                            self._subject(figure),
                            "number_verb",
                            figure.first,
                            group.stop - 1,
                        )
        return None

    def _awaits(self, figure: Figure, participle: Stages) -> Count | None:
        """ "13 suspects arrested between 2003 and 2007 were in jail awaiting trial": what is said of them now."""
        tokens, clauses = self.tokens, self.reading.clauses
        for at in range(participle.stop, min(len(tokens) - 1, participle.stop + _AWAITS_REACH)):
            if clauses[at] != clauses[figure.index] or tokens[at].kind == "number" or tokens[at].low == ";":
                return None
            if tokens[at].low in ("awaiting", "awaited", "await") and "sends_to" in tokens[at + 1].tags:
                subject = self._subject(figure)
                return Count(("prosecution",), "person", "pending", subject, "number_verb", figure.first, at + 1)
        return None

    def _faces_charges(self, figure: Figure) -> Count | None:
        """ "31 persons, of whom 18 faced charges of forced labor": the noun is left out."""
        tokens, at = self.tokens, figure.last + 1
        if figure.kind != "number" or at + 1 >= len(tokens):
            return None
        people = figure.whole or figure.base
        if people is None or "person" not in people.tags or "victim" in people.tags:
            return None
        while at < len(tokens) - 1 and tokens[at].low in _STILL:
            at += 1
        if tokens[at].low not in _FACES:
            return None
        pending = tokens[at].low.startswith("await")
        for place in range(at + 1, min(len(tokens), at + 4)):
            group = self._group_at(place)
            tried = group is not None and group.names == ("prosecution",)
            if "charges" in tokens[place].tags or tried or (pending and tokens[place].low in _VERDICTS):
                figure.scope, figure.own_type = "total", figure.own_type or type_of(tokens, place + 1, place + 8)
                subject, status = self._subject(figure), "pending" if pending else "new"
                return Count(("prosecution",), "person", status, subject, "number_verb", figure.first, place)
        return None

    def _opened_against(self, figure: Figure, unit: str) -> Count | None:
        """ "ten investigations were initiated against 17 individuals", "convictions included one case of …"."""
        tokens, at = self.tokens, figure.first - 2
        if at > 0 and unit == "case" and tokens[at + 1].low == "in" and "charges" in tokens[at].tags:
            begun = not _OPENING.isdisjoint(tokens[at - 1].tags) or tokens[at - 1].low in _BROUGHT
            if begun and figure.kind == "number":  # "instituted proceedings in 150 cases"
                subject = self._subject(figure)
                return Count(("prosecution",), unit, "new", subject, "sent_to_court", at - 1, figure.last)
        link = tokens[figure.first - 1].low if figure.first else ""
        if at > 0 and link == "on" and tokens[at].low in _FILES and "opens" in tokens[at - 1].tags and unit == "person":
            subject = self._subject(figure)  # "opened files on 40 traffickers"
            return Count(("investigation",), unit, "new", subject, "opened_cases", at - 1, figure.last)
        if not self.groups or at < 0 or unit == "unspecified":
            return None
        if link in ("included", "include", "comprised"):
            group = self._group_at(at)
            if group is None or group.form != "noun" or figure.kind != "number":
                return None
            figure.scope = "part"
            return Count(group.names, unit, "new", self._subject(figure), "stage_noun", group.start, figure.last)
        carried = "continues" in tokens[at].tags and link == "against"  # "prosecutions also continued against three"
        if link not in ("against", "into", "involving", "for", "in"):
            return None
        given = self._given(at) if link in ("for", "against") and unit == "person" else 0
        if given:
            at = given  # "convictions were handed down for 44 traffickers"
        elif not carried and not _OPENING.intersection(tokens[at].tags):
            return None
        at -= 1
        while at > 0 and (tokens[at].low in AUXILIARIES or tokens[at].low.endswith("ly") or tokens[at].low == "also"):
            at -= 1
        group = self._group_at(at)
        if group is None or group.form != "noun" or group.negated or figure.kind != "number":
            return None
        if "case" not in figure.tags and link in ("for", "in") and not given:
            return None
        status = "continued" if carried else "new"
        return Count(group.names, unit, status, self._subject(figure), "verb_number", group.start, figure.last)

    def _ended_in(self, figure: Figure, unit: str) -> Count | None:
        """ "two cases resulted in convictions", "four of which led to prosecution": the stage that they came to."""
        tokens = self.tokens
        of_people = bool(figure.first) and self._is_case_of(figure)
        if not self.groups or figure.bracket or ((unit == "person" or figure.kind == "article") and not of_people):
            return None
        at = figure.last + 1
        while of_people and at < min(len(tokens), figure.last + 8) and tokens[at].low != ",":
            if "obtains" in tokens[at].tags:
                break
            at += 1
        if at < len(tokens) and tokens[at].low == ",":
            at = self._behind_aside(at) or at
        while at < min(len(tokens), figure.last + 4) and (
            tokens[at].low in ("of which", "of these", "of those", "cases", "have", "had", "also")
        ):
            at += 1
        ended = ("resulted in", "led to", "resulting in", "ended ", "ending ", "culminated ", "concluded ")
        if at >= len(tokens) or not tokens[at].low.startswith(ended):
            # "12 resulted in convictions, four in acquittals"
            before = tokens[max(0, figure.first - 7) : figure.first]
            came = any(token.low.startswith(ended) for token in before)
            if at >= len(tokens) or tokens[at].low not in ("in", "to") or not came:
                return None
        for group in self.groups:
            if at < group.start <= at + 3 and group.form == "noun":
                several = figure.kind == "number" and (figure.number.value or 0) > 1
                if any(other.kind != "article" or not several for other in self.reading.between(at, group.start)):
                    return None  # "one case led to a conviction": the noun is counted itself
                if any(token.kind == "number" or "neg" in token.tags for token in tokens[at + 1 : group.start]):
                    return None
                after = tokens[group.stop : group.stop + 2]
                if len(after) > 1 and after[0].low in ("of", "against") and after[1].kind == "number":
                    return self._looked_into(figure, unit)
                subject = self._subject(figure) if of_people else "traffickers"
                return Count(group.names, unit, "new", subject, "number_verb", figure.first, group.stop - 1)
        return None

    def _is_case_of(self, figure: Figure) -> bool:
        """ "the case of an inspector", "the trials of three others": people whose case is spoken of."""
        at = figure.first - 1
        return at > 0 and self.tokens[at].low in ("of", "against") and self.tokens[at - 1].low in _CASES

    def _described_case(self, figure: Figure, unit: str) -> Count | None:
        """ "knew of only three investigated trafficking cases": the participle stands before the noun."""
        for group in self.groups:
            if group.form == "finite" and figure.head is not None and figure.first < group.start < figure.head:
                led = "offender" in figure.tags and "obtains" in self.tokens[figure.first - 1].tags
                if (unit == "case" or led) and figure.kind == "number" and not group.negated:
                    subject = self._subject(figure)
                    return Count(group.names, unit, "new", subject, "number_verb", figure.first, figure.last)
        return None
