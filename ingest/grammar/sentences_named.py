"""Those who received a penalty and are not counted: "him", "the ringleader", "another", "the mother and stepfather"."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import TURNS, Figure, Reading
from ingest.grammar.sentences_terms import Penalty
from ingest.vocabulary.words import word_set

_ONE_OF_THEM = word_set("older younger elder first second third fourth fifth other latter former last remaining")
_GETS = word_set("to received was got receiving were")
SINGULAR = word_set("him her he she")
_ITS = word_set("his her their the another a an")
DEFINITE = word_set("the his her their its")
_AMOUNT_WORDS = word_set("of hours term terms")
_PENAL = frozenset({"prison", "fine", "penalty_other", "life", "suspended"})
_NO_PERSON = word_set("judge prosecutor maximum minimum rest remainder court others men women people couple pair three")
BENCH = word_set("judge judges prosecutor prosecutors magistrate magistrates")
_PERSON = word_set(
    "man woman husband wife mother father brother sister businessman businesswoman"
    " stepfather stepmother uncle aunt son daughter director boyfriend"
)


def _is_person(noun: Token) -> bool:
    """A word for one person."""
    return noun.low in _PERSON or ("offender" in noun.tags and not noun.low.endswith("s") and noun.low != "accused")


class Named:
    """The people whom one sentence names and does not count."""

    def __init__(self, reading: Reading, country_code: str) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.country_code = country_code

    def _named_partner(self, figure: Figure) -> int | None:
        """ "the owner and two employees": the article of one more, named and not counted, beside those counted."""
        tokens, noun = self.tokens, figure.first - 2
        if noun < 1 or tokens[figure.first - 1].low != "and" or figure.head is None:
            return None
        if not _is_person(tokens[noun]) or any(f.head == noun for f in self.reading.between(noun - 4, noun)):
            return None
        articles = DEFINITE | {"a", "an"}
        return next((at for at in range(noun - 1, max(-1, noun - 4), -1) if tokens[at].low in articles), None)

    def _has_companion(self, figure: Figure) -> bool:
        """ "a woman and her Kenyan accomplice": two people, of whom the second is hers."""
        if figure.kind != "article":
            return False
        phrase = self.tokens[figure.first : figure.last + 5]
        return any(
            left.low == "and" and right.low in ("his", "her", "their") and any(map(_is_person, phrase[at + 2 : at + 4]))
            for at, (left, right) in enumerate(pairwise(phrase))
        )

    def _one_of_them(self, penalty: Penalty) -> bool:
        """ "the first to five years", "another to six months", "the remaining defendant received": one offender."""
        tokens = self.tokens
        if any(token.low in ("latter", "former") for token in tokens[penalty.start : penalty.stop]):
            return True  # "…, the last two years of the latter suspended"
        at = self._before_amount(penalty.start)
        if at > 2 and tokens[at - 1].low in ("to", "got", "received", "drew") and self._is_one(at - 3):
            return True  # "the husband to six years and the wife to three years"
        if at > 2 and tokens[at - 3].low in ("and", ",", "while", "whereas") and self._is_one(at - 2):
            return True  # "received 31 years, his wife 27 years"
        for at in range(penalty.start - 1, max(-1, penalty.start - 9), -1):
            low = tokens[at].low
            if at < penalty.start - 5 and (tokens[at].kind in ("mark", "number", "duration") or low == "and"):
                return False
            following = tokens[at + 1]
            if low == "another" and (following.low in _GETS or at + 1 == penalty.start):
                return True
            if low == "another" and following.low in ("a", "an") and at + 2 == penalty.start:
                return True
            if low in _ONE_OF_THEM and at and tokens[at - 1].low in ("the", "a"):
                if (following.low in _GETS and following.low != "were") or at + 1 == penalty.start:
                    return True
                if following.low in ("a", "an") and penalty.start - at <= 4:
                    return True  # "three were jailed, and the fourth a suspended term"
                if following.low == "," and at + 2 == penalty.start:
                    return True  # "one received nine years; the other, six"
                if following.low == "sentenced" and low != "remaining" and tokens[at + 2].low == "to":
                    return True  # "one was fined and the other sentenced to two years"
                if following.low == "," and penalty.start - at > 3:
                    ends = [i for i in range(at + 2, penalty.start) if tokens[i].low == ","]
                    if ends and tokens[ends[-1] + 1].low in _GETS and tokens[ends[-1] + 1].low != "were":
                        return True  # "the third, a minor, got probation"
                if following.low in ("pair", "couple"):
                    return False
                singular = "offender" in following.tags and not following.low.endswith("s")
                if singular and at + 2 < len(tokens) and tokens[at + 2].low in _GETS:
                    return True
        return False

    def _before_amount(self, at: int) -> int:
        """The index of what stands before a penalty at `at` and its hours or its noun: "80 hours of", "a term of"."""
        tokens = self.tokens
        while at > 1 and (tokens[at - 1].low in _AMOUNT_WORDS or (tokens[at - 1].kind == "number" and at > 2)):
            if tokens[at - 1].kind == "number" and tokens[at].low != "hours":
                break
            at -= 1
        return at

    def _is_one(self, at: int) -> bool:
        """ "the husband", "his accomplice", "his mate": one person, named and not counted; `at` is the article."""
        article, noun = self.tokens[at].low, self.tokens[at + 1]
        if article in DEFINITE and _is_person(noun):
            return True
        if article not in ("his", "her", "their", "the", "a", "an", "another") or noun.kind != "word":
            return False
        if not self._follows_penalty(at):
            return False
        return noun.low not in _NO_PERSON and not noun.low.endswith("s") and "finite" not in noun.tags

    def _follows_penalty(self, at: int) -> bool:
        """Is there a penalty shortly before `at`, and no verb that lays a new one on a list of people?"""
        for token in reversed(self.tokens[max(0, at - 14) : at]):
            if token.kind == "duration" or not _PENAL.isdisjoint(token.tags):
                return True
            if "sentence" in token.tags:
                return False
        return False

    def _names_one(self, penalty: Penalty, floor: int) -> bool:
        """ "sentenced him to …", "the trafficker received …": one person, already named."""
        tokens = self.tokens
        for at in range(penalty.start - 1, max(floor - 1, penalty.start - 14), -1):
            token = tokens[at]
            if token.low in SINGULAR:
                return True
            if token.low in ("his", "her") and tokens[at + 2].low in ("received", "got", "was"):
                return "person" in tokens[at + 1].tags and not tokens[at + 1].low.endswith("s")
            if token.low in ("a", "an") and _is_person(tokens[at + 1]):
                return True
            if token.low in ("the", "this") and at + 1 < len(tokens):
                for word in tokens[at + 1 : at + 4]:
                    if word.low in BENCH:
                        break  # "the judge sentenced each to …"
                    if word.low in _PERSON:
                        return True
                    if "offender" in word.tags or ("official" in word.tags and "counts" in word.tags):
                        return not word.low.endswith("s") and word.low not in ("accused", "police")
            if token.low in TURNS or token.low == ";":
                return False
        return False

    def _gives_one(self, penalty: Penalty) -> bool:
        """ "a two-year sentence to his accomplice": one person, named behind."""
        after = self.tokens[penalty.stop : penalty.stop + 4]
        comma = bool(after) and after[0].low == ","
        if len(after) > 1 and after[comma].low in ("was", "were"):
            # "a sentence of six years was imposed on the ringleader"
            laid = self.tokens[penalty.stop + 1 + comma : penalty.stop + 8 + comma]
            link = next((at for at, token in enumerate(laid) if token.low in ("on", "to", "upon")), None)
            after = laid[link : link + 4] if link is not None and link <= 2 else []
            if len(after) > 2 and (after[1].low in DEFINITE or after[1].low in ("a", "an")) and _is_person(after[2]):
                return True
        if len(after) > 1 and after[0].low in ("to", "for", "on", "of") and after[1].low == "another":
            return True  # "suspended the sentence of another"
        if (
            len(after) > 2
            and after[0].low in ("to", "for", "on")
            and after[1].low == "a"
            and after[2].low in _ONE_OF_THEM
        ):
            return True  # "six years to a fourth"
        if len(after) < 3 or after[0].low not in ("to", "for", "on") or after[1].low not in _ITS:
            return False
        return any("offender" in token.tags and not token.low.endswith("s") for token in after[2:])

    def _names_both(self, penalty: Penalty, floor: int) -> bool:
        """ "sentenced both traffickers to …", "both received …", "the mother and stepfather": two people, named."""
        for at in range(max(floor, penalty.start - 12), penalty.start - 2):
            if self.tokens[at].low in DEFINITE and self.tokens[at + 2].low == "and":
                if _is_person(self.tokens[at + 1]) and _is_person(self.tokens[at + 3]):
                    return True
        for at in range(penalty.stop, min(len(self.tokens) - 1, penalty.stop + 7)):
            if self.tokens[at].low in ("on", "to", "for") and self.tokens[at + 1].low == "both":
                return True  # "imposed 20-year terms, the minimum, on both offenders"
        if any(token.low in ("couple", "pair") for token in self.tokens[max(floor, penalty.start - 6) : penalty.start]):
            return True
        return any(
            token.low == "both" and "prison" not in self.tokens[at + 1].tags
            for at, token in enumerate(
                self.tokens[max(floor, penalty.start - 7) : penalty.start], max(floor, penalty.start - 7)
            )
        )
