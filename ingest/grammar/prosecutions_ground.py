"""What stands around the figures of a sentence of law enforcement: negation, objects, status, what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, RELATIVES, Figure, Reading
from ingest.grammar.prosecutions_stages import MODALS, Stages, by_token, case_status_of, subject_of
from ingest.vocabulary.words import word_set

_CONTINUING = word_set(
    "continued continue continues continuing began begin beginning started helped assisted continued proceeded"
)
# Things that are counted beside cases and are neither cases nor people.
_NOT_PEOPLE = word_set(
    "calls raids operations inspections trainings training vehicles sessions months years days shelters units"
    " workshops establishments brothels locations countries provinces cities districts times agencies"
    " companies businesses judges prosecutors investigators officers counts charges articles hotels bars"
    " visits networks rings courts regions states networks organizations groups gangs victims victim sites"
    " accusations"
    " report source observer ngo media newspaper study homes factories percent police sections statutes provisions laws"
)


@dataclass(slots=True)
class Count:
    """What a figure was found to count: its stages, how, and the token span that says so."""

    stages: tuple[str, ...]
    unit: str
    case_status: str
    subject: str
    rule: str
    first: int
    last: int


_OPEN = word_set("open initiate launch start begin conduct pursue secure obtain achieve")
_DONE = word_set("continued began on able helped managed proceeded started moved used worked decided")
_DEEDS = word_set(
    "forcing exploiting trafficking coercing selling recruiting luring holding subjecting prostituting enslaving"
    " transporting abusing deceiving tricking compelling kidnapping smuggling bringing sending"
)
_STATES = word_set("ongoing on-going pending still")
# What is said of those counted, and no deed done with them.
_SAID = word_set("ongoing alleged accused suspected complicit involved")
_HABITS = word_set("seldom rarely often usually typically sometimes frequently generally normally always")
_FATES = word_set(
    "remained remain received fled escaped served died pled got drew paid went left absconded benefited appealed"
)
_PHRASE_REACH = 24


class Ground:
    """The tokens and stage groups of one sentence, and what stands around its figures."""

    def __init__(self, reading: Reading, groups: list[Stages]) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.groups = groups
        self._groups = by_token(groups)
        self._has_negation = "neg" in reading.sentence.tags

    def _negated(self, at: int) -> bool:
        if not self._has_negation:
            return False
        for token in reversed(self.tokens[max(0, at - 8) : at]):
            if "neg" in token.tags:
                return True
            if token.kind == "mark" and token.low in ",;":
                return False
        return False

    def _denied(self, at: int) -> bool:
        """Does a negated verb stand before, in the same stretch between commas?"""
        if not self._has_negation:
            return False
        for token in reversed(self.tokens[max(0, at - 12) : at]):
            if "neg" in token.tags and ("aux" in token.tags or "fail" in token.tags or "never" in token.tags):
                return True
            if (token.kind == "mark" and token.low in ",;()") or token.kind == "number" or "cmp" in token.tags:
                return False
            if token.low in ("but", "while", "and"):
                return False
        return False

    def _counts_other_things(self, figure: Figure) -> bool:
        """The figure's own noun, which is no counted noun of the law, tells of something else ("15 raids")."""
        for token in self.tokens[figure.last + 1 : figure.last + 6]:
            if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
                return False
            if token.low in _NOT_PEOPLE:
                return True
            if "finite" in token.tags or token.low in ("and", "or", "who", "faced", "face", "facing"):
                return False
        return False

    def _is_excepted(self, figure: Figure) -> bool:
        """ "convicted all but two": those who are left out, and no count."""
        tokens = self.tokens
        at = figure.first
        return at > 1 and tokens[at - 1].low in ("but", "except") and tokens[at - 2].low in ("all", "everyone", ",")

    def _is_apposition(self, figure: Figure) -> bool:
        """ "one trafficker – a police officer", "a man, who was a border guard"."""
        tokens = self.tokens
        at = figure.last + 1
        if (
            at + 2 < len(tokens)
            and tokens[at].low in ("–", "-", "—", ",", "(")
            and tokens[at + 1].low in ("a", "an", "both", "all")
        ):
            return subject_of(tokens, at + 2, at + 7) == "officials" and not any(
                token.low in AUXILIARIES or token.kind == "number" for token in tokens[at + 2 : at + 5]
            )
        return False

    def _relative_between(self, first: int, stop: int) -> bool:
        return any(token.low in RELATIVES for token in self.tokens[first + 1 : stop])

    def _gap(self, left: Figure, right: Figure) -> int:
        """How many tokens stand between two figures, brackets on the way not counted."""
        brackets = self.reading.brackets
        return sum(brackets[at] == brackets[right.index] for at in range(left.last + 1, right.first)) + 1

    def _is_in_deed(self, figure: Figure) -> bool:
        """ "accused of forcing five girls into prostitution": people in the deed, not those pursued for it."""
        token = self.tokens[figure.first - 1] if figure.first else None
        if token is None or "person" not in figure.tags or "offender" in figure.tags or "official" in figure.tags:
            return False
        return token.low.endswith("ing") and token.low in _DEEDS

    def _same_clause(self, left: Figure, right: Figure) -> bool:
        return self.reading.clauses[left.index] == self.reading.clauses[right.index]

    def _near(self, at: int) -> Iterator[Figure]:
        """The figures whose phrase may reach the token at `at`."""
        return self.reading.between(at - _PHRASE_REACH, at)

    def _group_at(self, at: int) -> Stages | None:
        return self._groups.get(at)

    def _subject(self, figure: Figure) -> str:
        subject = subject_of(self.tokens, figure.first, figure.last + 1)
        if subject == "officials" or figure.head is not None:
            return subject
        base = figure.whole or figure.base  # "suspended four inspectors and charged two of them"
        if base is None or base.head is None or not self._is_here(base):
            return subject
        return subject_of(self.tokens, base.first, base.last + 1)

    def _is_here(self, figure: Figure) -> bool:
        return any(figure is other for other in self.reading.figures)

    def _is_beside(self, base: Figure, figure: Figure) -> bool:
        """ "67 investigations under Article 12 and 17 under Article 13": as many words for each, and no part."""
        tokens = self.tokens
        after = tokens[base.last + 1] if self._is_here(base) else None
        return after is not None and after.low == "under" and tokens[figure.last + 1].low == "under"

    def _object_end(self, at: int) -> int:
        """The end of what is said of the object that ends at `at`."""
        tokens = self.tokens
        stop = min(len(tokens), at + 12)
        while at < stop and tokens[at].kind not in ("mark", "number", "period") and "cmp" not in tokens[at].tags:
            at += 1
        return at

    def _typed(self, figure: Figure) -> bool:
        return figure.own_type is not None

    def _starts_predicate(self, figure: Figure) -> bool:
        """ "…, and 15 received prison sentences": a new subject with a verb of its own, no object."""
        tokens = self.tokens
        before = tokens[figure.first - 1] if figure.first else None
        if before is not None and not (
            before.low in ("and", "but", "while", ",", ";", "that") or "part" in before.tags
        ):
            return False
        at = figure.last + 1
        if at < len(tokens) and tokens[at].low in ("of whom", "of which", "who", "which"):
            at += 1
        return at < len(tokens) and (
            tokens[at].low in AUXILIARIES or tokens[at].low in ("received", "remained", "fled", "served", "got")
        )

    def _has_own_verb(self, figure: Figure) -> bool:
        """ "one was sentenced", "two fled": the figure is the subject of something else than a stage."""
        tokens = self.tokens
        at = figure.last + 1
        if at < len(tokens) and tokens[at].low in ("of whom", "of which", "who", "which"):
            at += 1
        if at >= len(tokens):
            return False
        low = tokens[at].low
        if low in AUXILIARIES and figure.own_type is not None and figure.head is None and figure.tail > at + 1:
            return False
        if low in AUXILIARIES or low in _FATES:
            window = tokens[at : at + 4]
            if low in AUXILIARIES and any("opens" in t.tags or "continues" in t.tags for t in window):
                return False  # "one of which had been started in an earlier year"
            if any("pending" in t.tags or t.low in _SAID for t in window):
                return False
            return not any(t.low in ("for", "of", "involving", "in", "on", "under") for t in window[1:2])
        return "sentence" in tokens[at].tags

    def _is_enumerated(self, figure: Figure) -> bool:
        """ "four prosecutions, one by …, two against …": a part listed behind its whole."""
        tokens = self.tokens
        before = tokens[figure.first - 1] if figure.first else None
        after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        return (
            before is not None
            and after is not None
            and before.low in (",", "–", "—", ":", "(", "and")
            and (after.low in PREPOSITIONS and after.low != "to")
        )

    def _continues(self, figure: Figure) -> bool:
        """ "initiated four investigations, continued six …": a verb of opening, continuing or closing before it."""
        tokens = self.tokens
        if (
            figure.base is not None
            and "person" in figure.base.tags
            and any("closes" in t.tags for t in tokens[max(0, figure.first - 2) : figure.first])
        ):
            return False  # people are suspended or dismissed, not closed
        return any(
            "opens" in t.tags or "continues" in t.tags or "closes" in t.tags
            for t in tokens[max(0, figure.first - 2) : figure.first]
        )

    def _is_planned(self, count: Count, figure: Figure) -> bool:
        """A modal before the verb: nothing has happened yet."""
        begin = max(0, min(count.first, figure.first) - 3)
        before = self.tokens[begin : min(count.first, figure.first)]
        return any(token.low in MODALS and token.kind == "word" for token in before) and not any(
            token.low in ("that", "which") for token in self.tokens[begin : figure.first]
        )

    def _is_swept_up(self, figure: Figure) -> bool:
        """ "arrested 48 foreign women in prostitution": those whom a raid finds, not traffickers."""
        if "offender" in figure.tags or "official" in figure.tags:
            return False
        before = self.tokens[max(0, figure.first - 4) : figure.first]
        if any(token.low in ("picked up", "rounded up") for token in before):
            return True
        lows = [token.low for token in self.tokens[figure.first : figure.last + 8]]
        return any(
            low in ("prostitution", "undocumented", "migrants", "illegally", "overstaying") for low in lows
        ) and not any(
            "traffick" in low or low in ("pimping", "forcing", "forced", "exploiting", "procuring") for low in lows
        )

    def _own_year(self, figure: Figure, group: Stages) -> None:
        """ "two officers suspected in 2011 were acquitted in 2012": the year behind the verb is the count's."""
        tokens, segments = self.tokens, self.reading.segments
        if not any(t.kind == "period" for t in tokens[figure.last + 1 : group.start]):
            return
        for at in range(group.stop, min(len(tokens), group.stop + 4)):
            if segments[at] != segments[group.start] or tokens[at].kind in ("number", "mark"):
                return
            if tokens[at].kind == "period":
                figure.period = tokens[at].value
                return

    def _inherit(self, figure: Figure, left: Stages) -> None:
        """ "prosecution of 39 sex trafficking cases involving 31 suspects": suspects of that type."""
        if figure.own_type is not None or figure.head is None:
            return
        link = self.tokens[figure.first - 1].low if figure.first else ""
        if link in ("involving", "against", "with", "in"):
            for other in self.reading.between(left.stop - 1, figure.first):
                if other.kind == "number" and other.own_type and other.bracket == figure.bracket:
                    figure.own_type = other.own_type
            for other in self._near(left.start) if left.form == "noun" else ():
                if other.kind == "number" and other.own_type and other.head in range(left.start, left.stop):
                    figure.own_type = figure.own_type or other.own_type  # "seven sex trafficking investigations of 13"

    def _noun_status(self, figure: Figure) -> str:
        """Whether counted cases were opened, continued or closed: the nearest verb before, or the adjective inside."""
        inside = case_status_of(self.tokens, figure.first, figure.last + 1)
        if inside != "new":
            return inside
        tokens = self.tokens
        aside = False
        for at in range(figure.first - 1, max(-1, figure.first - 9), -1):
            token = tokens[at]
            if token.low == "," and (aside or any(word.kind == "period" for word in tokens[max(0, at - 6) : at])):
                aside = not aside  # "continued, from previous periods, three cases"
                continue
            if token.kind == "number" or (
                token.low in ("and", "but") and at + 1 < figure.first and ("finite" in tokens[at + 1].tags)
            ):
                break
            if "opens" in token.tags and tokens[at - 1].low not in _CONTINUING:
                return "new"
            if token.low in _STATES:
                continue  # "two ongoing prosecutions and one conviction": said of the two
            if "continues" in token.tags and not (at + 1 < len(tokens) and tokens[at + 1].low == "to"):
                return "continued"
            if "closes" in token.tags:
                return "closed"
            if token.low == "maintained" and at == figure.first - 1:
                return "continued"  # "maintained 12 investigations and opened nine"
            if token.kind == "mark":
                break
        after = tokens[self._past_begun(figure) : self._past_begun(figure) + 4]
        if any("pending" in token.tags or token.low in ("ongoing", "remained") for token in after):
            if any(token.low in ("ongoing",) for token in after):
                return "continued"
            return "pending" if any("pending" in token.tags for token in after) else "new"
        for at, token in enumerate(after):
            if "closes" in token.tags and any(word.low in ("was", "were") for word in after[:at]):
                return "closed"
        return "new"

    def _past_begun(self, figure: Figure) -> int:
        """The index behind a figure's phrase, and behind what tells since when: "begun in 2010", "that began then"."""
        tokens, at = self.tokens, figure.tail
        at += at < len(tokens) and tokens[at].low in ("that", "which", "initiated")
        for place in range(at, min(len(tokens) - 1, at + 6)):
            if tokens[place].kind == "period":
                begun = any("opens" in token.tags for token in tokens[figure.tail : place])
                return place + 1 if begun else figure.tail
            if tokens[place].kind in ("number", "mark"):
                break
        return figure.tail

    def _counts_one_noun(self, figure: Figure, group: Stages) -> bool:
        """Does "a conviction", "its first prosecution" state a count, or only speak of one?"""
        tokens = self.tokens
        if len(group.names) > 1 and figure.token.low in ("a", "an"):
            return False
        lows = [token.low for token in tokens[figure.first : figure.first + 3]]
        before = tokens[max(0, figure.first - 3) : figure.first]
        if len(before) > 1 and before[-1].low in _OPEN and before[-2].low == "to" and not self._goes_on_to(figure):
            return False  # "referred victims to the police to open an investigation"
        if len(before) > 1 and "obtains" in before[-1].tags and before[-2].kind == "number":
            if figure.token.low in ("a", "an") and (before[-2].value.value or 0) > 1:
                return False  # "six led to a guilty verdict": six did
        if any("opens" in t.tags or "obtains" in t.tags or t.low.startswith("continu") for t in before):
            pass
        elif not any(low in ("first", "only", "second", "third", "first-ever") for low in lows):
            return False
        if self._negated(figure.first) or self._tells_again(figure):
            return False
        if any(token.low in _HABITS for token in self.tokens[max(0, figure.first - 5) : figure.first]):
            return False  # "complaints seldom led to an inquiry"
        following = tokens[figure.head + 1].low if figure.head is not None and figure.head + 1 < len(tokens) else ""
        if following in ("into", "of") and figure.head is not None and group.names == ("investigation",):
            # "an investigation into allegations …" speaks of one inquiry; it counts where its object is trafficking.
            return any("traffick" in t.low or "type:" in "".join(t.tags) for t in tokens[figure.head : figure.head + 9])
        return True

    def _goes_on_to(self, figure: Figure) -> bool:
        """Is the infinitive before the figure something that was done: "went on to open", "was able to secure"?"""
        return self.tokens[max(0, figure.first - 3)].low in _DONE

    def _tells_again(self, figure: Figure) -> bool:
        """ "this was the first conviction since 2006": what was counted before, valued."""
        before = [token.low for token in self.tokens[max(0, figure.first - 3) : figure.first]]
        return (
            bool(before)
            and before[-1] in ("was", "marked", "marking", "represented", "represents", "is")
            and (before[-1] in ("marking",) or any(low in ("this", "which", "these", "it") for low in before))
        )

    def _noun_group(self, figure: Figure) -> Stages | None:
        assert figure.head is not None
        for group in self.groups:
            if group.form == "noun" and figure.first < group.start <= figure.head:
                return group
            if group.form == "finite" and figure.first < group.start < figure.head and not group.passive:
                return None
        return None
