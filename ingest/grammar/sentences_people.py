"""Which figures of a sentence count people in the dock: those convicted, and not those whom a deed was done to."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure
from ingest.grammar.sentences_giving import GETS
from ingest.grammar.sentences_named import BENCH, Named
from ingest.vocabulary.words import word_set

_PENAL_TAGS = frozenset({"sentence", "penalty_other", "fine", "prison"})
_PUNISHED = word_set("given handed ordered condemned fined jailed imprisoned incarcerated convicted")
_COUNTED = frozenset({"person", "stage:conviction"})
_PUNISHING = word_set("remaining sending giving fining jailing imposing ordering handing condemning including placing")
_BEFORE_LIFE = word_set("to received receiving of got drew given serve")
_NO_PEOPLE = word_set(
    "cases case sentences sentence terms term years months counts charges appeals victims verdicts trials convictions"
    " penalties establishments more women children girls boys of in"
)
_PENAL_NEXT = word_set(
    "got paid sentences sentence suspended prison jail custodial terms term conditional life fines received receive"
    " receiving to sentenced were was more others other each of fined whose with , ( ) and getting given"
    " also pled pleaded served serving remain remained are imprisonment fully partially went drew will had escaped"
    " lasted ran beyond handed placed assigned spent condemned put sent"
) | {"put on"}


class People(Named):
    """The people of one sentence, named or counted, who may have received a penalty."""

    def _is_offender(self, figure: Figure) -> bool:
        tokens = self.tokens
        if figure.denominator or figure.kind == "none":
            return False
        if [token.low for token in tokens[figure.last + 1 : figure.last + 3]] == ["in", "prostitution"]:
            return False  # "jailed 12 women in prostitution"
        if figure.head is not None and tokens[figure.head].low in BENCH and figure.head + 1 < len(tokens):
            return "finite" not in tokens[figure.head + 1].tags and "sentence" not in tokens[figure.head + 1].tags
        if figure.first > 1 and tokens[figure.first - 1].low == "but" and tokens[figure.first - 2].low == "all":
            return False  # "all but two served time"
        if figure.head is None:
            following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
            if following is not None and "life" in following.tags and figure.first:
                if tokens[figure.first - 1].low in _BEFORE_LIFE:
                    return False  # "sentenced a trafficker to three life terms"
            if following is not None and following.low == "more":
                ahead_of = [f for f in self.reading.between(max(-1, figure.index - 12), figure.index) if f.head]
                if ahead_of and _COUNTED.isdisjoint(ahead_of[-1].tags):
                    return False  # "in four trials and heard by video link in two more"
            if figure.first > 1 and tokens[figure.first - 1].low == "to" and "person" in tokens[figure.first - 2].tags:
                return False  # "to eight years, and his mother to five"
            if following is not None and following.low in ("-", "–") and tokens[figure.last + 2].low == "to":
                return False  # "five- to ten-year sentences"
            if following is not None and following.low in ("to", "and") and figure.first:
                ahead = tokens[figure.last + 2] if figure.last + 2 < len(tokens) else None
                if ahead is not None and ahead.kind == "duration":
                    if tokens[figure.first - 1].low in ("from", "between"):
                        return False  # "from one to more than 50 years"
            return figure.kind == "number" and (
                self._counts_punished(figure)
                or following is None
                or (following.kind == "mark" and following.low != "%")
                or following.low in _PENAL_NEXT
                or not _PENAL_TAGS.isdisjoint(following.tags)
                or following.low in AUXILIARIES
                or following.kind == "duration"
                or (following.kind == "number" and following.value.qualifier != "exact")
                or self._stands_before_amount(figure)
                or "life" in following.tags
                or "stage:conviction" in following.tags
                or following.low in PREPOSITIONS
                or "part" in following.tags
                or following.low == "who"
                or following.low.startswith(("result", "rang"))
                or following.kind == "country"
                or (
                    following.low in ("a", "an", "the")
                    and (
                        tokens[figure.last + 2].kind == "duration"
                        or any(
                            t.low in ("term", "terms", "sentence", "fine") or "prison" in t.tags
                            for t in tokens[figure.last + 2 : figure.last + 4]
                        )
                    )
                )
            )
        beside = tokens[figure.last + 1 : figure.last + 2]
        if figure.kind == "number" and beside and beside[0].kind == "duration" and figure.first:
            if tokens[figure.first - 1].low in (",", "and", ";") and "victim" not in figure.tags:
                return tokens[figure.head].low not in _NO_PEOPLE  # "…, three of their helpers two years apiece"
        if "person" in figure.tags:
            return (
                figure.kind == "number"
                or "offender" in figure.tags
                or "official" in figure.tags
                or (
                    tokens[figure.head].low
                    in ("man", "woman", "person", "individual", "national", "citizen", "couple", "businessman")
                )
            )
        if "stage:conviction" not in figure.tags:
            return False
        first = any(token.low == "first" for token in tokens[figure.first : figure.last])
        return figure.kind == "number" or (figure.kind == "article" and first)  # "its first conviction"

    def _stands_before_amount(self, figure: Figure) -> bool:
        """ "two 16 years, one 14, and one nine and a half": a number of people right before a term without its unit."""
        tokens, at = self.tokens, figure.last + 1
        if not figure.first > 0 or at + 1 >= len(tokens) or tokens[figure.first - 1].low not in (",", "and", ";"):
            return False
        bare = tokens[at].kind == "number" or "decimal" in tokens[at].tags
        return bare and (tokens[at + 1].kind == "mark" or tokens[at + 1].low == "and")

    def _counts_punished(self, figure: Figure) -> bool:
        """ "three siblings were sentenced to …", "sentenced three siblings to …": counted by a noun that none knows."""
        tokens, at = self.tokens, figure.last + 1
        words = 0
        while at < len(tokens) and words < 8 and tokens[at].kind in ("word", "country"):
            low = tokens[at].low
            if words and low in ("were", "was"):
                ahead = tokens[at + 1 : at + 3]
                punished = any("sentence" in t.tags or "prison" in t.tags or t.low in _PUNISHED for t in ahead)
                return punished and _NO_PEOPLE.isdisjoint((tokens[at - 1].low, tokens[figure.last + 1].low))
            if words and (low in GETS or low == "went"):
                return tokens[figure.last + 1].low not in _NO_PEOPLE and low not in ("receiving", "getting")
            if words and low == "to" and words <= 3:
                verb = tokens[max(0, figure.first - 2) : figure.first]
                return any("sentence" in t.tags or t.low in ("jailed", "condemned") for t in verb)
            if low in PREPOSITIONS and low not in ("from", "of"):
                return False
            at, words = at + 1, words + 1
        return False

    def _is_object_of_crime(self, figure: Figure, verb: int | None) -> bool:
        """ "for exploiting two women", "of five girls": people in the deed, not in the dock."""
        tokens = self.tokens
        if "offender" in figure.tags or "official" in figure.tags:
            return False
        if self._is_in_relative(figure):
            return True
        back = tokens[max(0, figure.first - 3) : figure.first]
        for index, token in enumerate(reversed(back)):
            if token.kind in ("mark", "duration") or token.low in ("sent", "sentenced", "gave", "jailed", "fined"):
                break
            if token.low in ("for", "of", "involving", "against", "from") and index < 2:
                return not (index == 0 and token.low == "for" and verb is not None and verb > figure.index)
            if (
                token.low.endswith("ing")
                and token.low not in _PUNISHING
                and "sentence" not in token.tags
                and "stage" not in token.tags
            ):
                return True
        return False

    def _is_in_relative(self, figure: Figure) -> bool:
        """ "a ring that shipped at least 40 women", "a man who had bought four boys": whom the deed was done to."""
        if figure.head is None:
            return False
        tokens = self.tokens
        for at in range(figure.first - 1, max(0, figure.first - 7), -1):
            token = tokens[at]
            if token.kind in ("mark", "number", "duration") or token.low in ("to", "and"):
                return False
            if token.low in ("who", "that", "which"):
                return "sentence" not in tokens[at + 1].tags and not any(
                    "stage" in t.tags or "sentence" in t.tags for t in tokens[at + 1 : figure.first]
                )
        return False
