"""The rows of fact_sentences that a sentence of a report makes: penalties with those who received them."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact
from ingest.grammar.clauses import Figure, Reading
from ingest.grammar.prosecutions_stages import subject_of
from ingest.grammar.sentences_before import official_before, speaks_of_them
from ingest.grammar.sentences_giving import GETS
from ingest.grammar.sentences_offenders import REST
from ingest.grammar.sentences_penalties import find_penalties
from ingest.grammar.sentences_scopes import Group
from ingest.grammar.sentences_single import is_single, named_one
from ingest.grammar.sentences_terms import Penalty, span_verb
from ingest.grammar.sentences_years import Years
from ingest.vocabulary.periods import Period

TABLE = "fact_sentences"
MAX_QUOTE = 300
_WHOLE_GROUPS = REST | {"all", "each", "both"}


class Sentencing(Years):
    """The rows of one sentence of a report.

    `told` has the period of those convicted, by their number.
    `groups` says of each fact, by its `id`, on whom the penalty fell: those whom a figure counts, or someone named.
    """

    def __init__(
        self,
        reading: Reading,
        edition_year: int,
        country_code: str = "",
        told: dict[int, Period] | None = None,
    ) -> None:
        super().__init__(reading, edition_year, country_code, told)
        self.groups: dict[int, Group] = {}

    def facts(self) -> Iterator[Fact]:
        """Facts in text order; of two equal ones in a sentence, each is a fact of its own."""
        stated: set[tuple[object, ...]] = set()
        for fact in self._stated():
            key = tuple(fact.values.values())
            fact.separate = key in stated and fact.values["offenders"] is not None
            stated.add(key)
            yield fact

    def _stated(self) -> Iterator[Fact]:
        penalties = find_penalties(self.reading)
        previous_stop = 0
        figure: Figure | None = None
        given: dict[int, Penalty] = {}
        given_to: dict[int, Figure] = {}
        passed_over = shared_out = told_of = False
        one_of_them = False
        received: int | None = None
        group: Group | None = None
        partners: list[Figure] = []
        for position, penalty in enumerate(penalties):
            if self._is_foreign(penalty, previous_stop):
                continue
            passed_over = passed_over and penalty.joined
            if passed_over:
                continue  # what follows a share falls on the same share
            own = self._own_object(penalty)
            if own is not None:
                figure, penalty.joined = own, False
            elif not penalty.joined and not (penalty.listed and position and penalties[position - 1].listed):
                last = penalty
                for listed in penalties[position + 1 :] if penalty.listed else ():
                    if not listed.listed:
                        break
                    last = listed
                whole = figure
                figure = None if self._one_of_them(penalty) else self._offenders(penalty, previous_stop, last)
                if figure is None and whole is not None and whole.number.value == penalty.listed:
                    figure = whole  # "four were sentenced to jail, for terms of one, two, three, and four years"
            if figure is None and penalty.kind != "suspended":
                figure = self._each_of(penalty, given_to, previous_stop)
            if figure is not None:
                given_to[id(figure)] = figure
            if penalty.kind == "fine" and figure is not None and self._is_administrative(figure):
                continue
            if figure is None and (
                self._is_share(penalty, previous_stop)
                or self._is_bare_verb(penalty)
                or self._is_habit(penalty, penalties)
            ):
                # "40 percent received fines, probation, or short terms": the whole list is the share's.
                passed_over = self._is_share(penalty, previous_stop)
                continue
            if figure is not None and (self._is_for_most(penalty) or self._is_sum(penalty, figure)):
                passed_over = shared_out = True
                continue
            one_of_them = (one_of_them and penalty.joined) or self._one_of_them(penalty)
            floor = previous_stop
            fact = self._fact(penalty, figure, floor)
            if figure is None and not penalty.listed:
                if one_of_them:
                    fact.values["offenders"] = 1
                elif penalty.joined and fact.values["offenders"] is None:
                    fact.values["offenders"] = received
            received = fact.values["offenders"]
            gets = any(token.low in GETS for token in self.tokens[max(0, penalty.start - 5) : penalty.start])
            unnamed = fact.values["offenders"] is None and penalty.kind == "imprisonment" and not gets
            if unnamed and not self._is_of_court():
                continue  # "workers who fled were jailed for two weeks"
            if figure is None and self._is_of_victim(penalty):
                continue
            silent = fact.values["offenders"] is None and self._says_nothing(penalty)
            ahead = penalties[position + 1] if position + 1 < len(penalties) else None
            if silent and ahead is not None and ahead.joined and (ahead.low is not None or ahead.high is not None):
                # "convicted offenders were fined and received sentences of …"; not "ranged from fines to …"
                silent = self.tokens[penalty.start - 1].low not in ("were", "was")
            if silent and not (penalty.joined and told_of):
                told_of = False
                continue
            told_of = True
            if not penalty.joined or group is None:
                named = "one" if one_of_them else "named"
                counted = "article" if figure is not None and figure.kind == "article" else "counted"
                group = (counted, figure.index) if figure is not None else (named, penalty.start)
            if penalty.within:
                fact.values["scope"] = "part"
            elif not penalty.listed:
                self.groups[id(fact)] = group
            yield fact
            if figure is not None:
                given.setdefault(id(figure), penalty)
            previous_stop = max(penalty.stop, figure.last + 1 if figure is not None else 0)
            beside = self._named_partner(figure) if figure is not None and not penalty.listed else None
            if beside is not None:
                partner_fact = self._fact(penalty, figure, floor)
                partner_fact.values["offenders"] = 1
                partner_fact.start, partner_fact.takes = self.tokens[beside].start, ()
                partner_fact.end = min(partner_fact.end, partner_fact.start + MAX_QUOTE)
                yield partner_fact
            if figure is None or penalty.listed:
                partners = []
            elif not penalty.joined:
                partners = self._partners(figure, floor)
            for partner in partners:
                yield self._fact(penalty, partner, floor)
                given.setdefault(id(partner), penalty)
                previous_stop = max(previous_stop, partner.last + 1)
        yield from self._compared(given)
        if not penalties or (shared_out and not given):
            yield from self._unstated()

    def _each_of(self, penalty: Penalty, given_to: dict[int, Figure], floor: int) -> Figure | None:
        """ "…, and each was fined", "each of the 18 also had to pay a fine": all of those told of before."""
        tokens = self.tokens
        for at in range(penalty.start - 1, max(floor - 1, penalty.start - 12), -1):
            if tokens[at].low in (";", ",", "and"):
                return None
            if tokens[at].low != "each":
                continue
            if tokens[at + 1].low == "of":
                return next((f for f in self.reading.between(at, at + 5) if f.number.value is not None), None)
            following = tokens[at + 1].low
            if following in ("was", "also", "received", "had", "got", "paid") and len(given_to) == 1:
                return next(iter(given_to.values()))
            return None
        return None

    def _is_sum(self, penalty: Penalty, figure: Figure) -> bool:
        """ "sentenced five men to a total of 40 years": nobody's own term."""
        if penalty.low is None or (figure.number.value or 0) < 2:
            return False
        near = self.tokens[max(0, penalty.start - 3) : penalty.start + 1]
        return any(token.low == "total" or token.low.startswith("a total") for token in near)

    def _says_nothing(self, penalty: Penalty) -> bool:
        """ "issuing prison terms and fines for convicted traffickers": neither how many, nor how long, nor how much."""
        if penalty.low is not None or penalty.high is not None or penalty.listed:
            return False
        near = self.tokens[max(0, penalty.start - 4) : penalty.stop + 6]
        return not any(token.kind == "money" or token.low in _WHOLE_GROUPS for token in near)

    def _compared(self, given: dict[int, Penalty]) -> Iterator[Fact]:
        """ "24 were given prison sentences, compared with 19 in 2007": the same penalty, without a term told later."""
        for figure in self.reading.figures:
            penalty = given.get(id(figure.base)) if figure.base is not None else None
            if penalty is None or not figure.is_comparison or id(figure) in given or figure.head is not None:
                continue
            told_before = figure.last < penalty.stop - 2
            untimed = (penalty.low is None and penalty.high is None) or told_before
            if told_before and figure.base is not None:
                ahead = self.tokens[max(0, figure.base.first - 3) : figure.index]
                if not any("sentence" in token.tags for token in ahead):
                    continue  # "convicted one man (nine in 2007) and imposed a sentence of …": of the convictions
            if untimed and self._is_offender(figure):
                start, end = figure.token.start, self.tokens[figure.last].end
                yield Fact(
                    TABLE,
                    "sentences.compared",
                    start,
                    end,
                    {
                        "offenders": figure.number.value,
                        "penalty": penalty.kind,
                        "data_year": figure.period.year,
                        "is_comparison": True,
                        "scope": figure.scope,
                    },
                    (figure.token.start,),
                )

    def _fact(self, penalty: Penalty, figure: Figure | None, floor: int) -> Fact:
        tokens = self.tokens
        offenders = figure.number.value if figure is not None else None
        begin = min(figure.first, penalty.start) if figure is not None else self._phrase_start(penalty, floor)
        following = tokens[penalty.stop].low if penalty.stop < len(tokens) else ""
        if figure is None and (
            following in ("him", "her")
            or self._one_of_them(penalty)
            or self._names_one(penalty, floor)
            or self._gives_one(penalty)
            or (not penalty.listed and is_single(tokens, penalty.start, penalty.stop, floor))
        ):
            offenders = 1
        if (
            figure is not None
            and figure.kind == "article"
            and any(token.low in ("couple", "pair") for token in tokens[figure.first : figure.last + 1])
        ) or (self._names_both(penalty, floor) if figure is None else self._has_companion(figure)):
            offenders = 2
        if penalty.listed and figure is not None and offenders == penalty.listed:
            offenders = 1
        elif penalty.listed:
            respective = any(
                token.low == "respectively"
                or (token.low == "order" and tokens[at - 1].low == "that")
                or (token.low == "many" and tokens[at - 1].low == "as")
                for at, token in enumerate(tokens[penalty.stop :], penalty.stop)
            )  # "terms of two, three, and five years to as many men"
            offenders = 1 if respective else None  # "the owner and an accomplice to four and three years, respectively"
        end = max(penalty.stop, figure.last + 1 if figure is not None and figure.first > penalty.start else 0)
        period = figure.period if figure is not None else self._period(penalty)
        if figure is None and offenders is None and self.before is not None and not penalty.listed:
            if period.form == "current" and speaks_of_them(tokens, floor, penalty.start):
                offenders, period = self.before.number.value, self.before.period
        spans = span_verb(tokens, penalty.start) is not None
        compared = self.reading.segments[penalty.start] in self.reading.comparing and not spans
        if spans and figure is None and period.form == "current":
            period = Period(self.edition - 1, "reporting_period", "current")  # "sentences went from": nothing compared
        if compared and figure is None:
            own = [
                t
                for i, t in enumerate(tokens)
                if t.kind == "period" and self.reading.segments[i] == self.reading.segments[penalty.start]
            ]
            year = own[0].value.year if own else period.year - 1
        else:
            year = self._told_before(figure, self._period_of(period, penalty, figure)).year
        of_earlier = self._is_of_earlier(figure)
        if of_earlier and figure is not None and figure.whole is not None:
            year = figure.whole.period.year
        first, last = tokens[begin].start, tokens[end - 1].end
        if last - first > MAX_QUOTE:
            first = tokens[self._phrase_start(penalty, floor)].start
        last = min(last, first + MAX_QUOTE)
        takes = [t.start for t in tokens[penalty.start : penalty.stop] if t.kind in ("duration", "number")]
        if figure is not None and figure.token.kind == "number":
            takes.append(figure.token.start)
        subject = self._subject(penalty, figure, begin, end, floor)
        rule = "term" if penalty.low is not None or penalty.high is not None else penalty.kind
        values = {
            "offenders": offenders,
            "penalty": penalty.kind,
            "term_months_min": penalty.low,
            "term_months_max": penalty.high,
            "subject": subject,
            "data_year": year,
            "is_comparison": figure.is_comparison or of_earlier if figure is not None else compared,
            "scope": self._scope(figure) if figure is not None else "total",
        }
        if penalty.listed == 2 and values["scope"] == "total":
            values["scope"] = "example"  # "two owners to six and eight years, respectively": one described case
        return Fact(TABLE, f"sentences.{rule}", first, last, values, tuple(takes))

    def _scope(self, figure: Figure) -> str:
        """ "two of them", "five of the sentences", "the other two" are a part."""
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 4]]
        if after[:1] == ["of"] and (after[1:2] in (["them"], ["these"], ["those"]) or "sentences" in after):
            return "part"
        before = self.tokens[figure.first - 1].low if figure.first else ""
        return "part" if before in ("other", "remaining") and figure.scope == "total" else figure.scope

    def _subject(self, penalty: Penalty, figure: Figure | None, begin: int, end: int, floor: int) -> str:
        tokens = self.tokens
        for at in range(begin + 1, end):
            if tokens[at].low == "including" or (tokens[at].low == "," and tokens[at + 1].kind == "number"):
                end = at  # "sentenced six defendants, including two police officers, to …"
                break
        subject = subject_of(tokens, begin, end)
        if subject == "traffickers" and figure is None:
            opener = named_one(tokens, penalty.start, penalty.stop, floor)
            if opener is not None and subject_of(tokens, opener, opener + 6) == "officials":
                return "officials"  # "the former mayor of Aktau got seven years"
            near = {token.low for token in tokens[max(0, penalty.start - 5) : penalty.start]}
            if near & {"he", "she", "him", "her"} and self.preceding and official_before(self.preceding):
                return "officials"  # "convicted a police officer. He was sentenced to …"
            if near & {"he", "she"} and any(
                "official" in token.tags for token in tokens[max(0, penalty.start - 60) : penalty.start]
            ):
                return "officials"  # "a case involving a police officer …; he was sentenced to …"
            # "convicted an immigration officer … and sentenced him to …": the one convicted before
            for at in range(penalty.start - 1, floor, -1):
                if "stage:conviction" in tokens[at].tags and at + 1 < penalty.start:
                    return subject_of(tokens, at + 1, min(penalty.start, at + 9))
                if tokens[at].kind == "mark" and tokens[at].low == ";":
                    break
        base = figure.base if figure is not None and figure.head is None else None
        if subject == "traffickers" and base is not None and "official" in base.tags:
            return "officials"  # "six police officers were dismissed, and one was sentenced to …"
        whole = figure.whole if figure is not None else None
        if subject == "traffickers" and whole is not None and whole.first < whole.last + 4:
            # "Of the nine local authorities charged, one was sentenced …"
            named = tokens[whole.first : whole.last + 4]
            if any(token.low == "authorities" for token in named):
                return "officials"
            return subject_of(tokens, whole.first, whole.last + 1)
        return subject

    def _phrase_start(self, penalty: Penalty, floor: int) -> int:
        tokens = self.tokens
        for at in range(penalty.start - 1, max(floor - 1, penalty.start - 16, -1), -1):
            if "sentence" in tokens[at].tags or tokens[at].low in ("received", "imposed"):
                return at
            if tokens[at].kind == "mark" and tokens[at].low in ";,":
                break
        return penalty.start

    def _unstated(self) -> Iterator[Fact]:
        """ "sentenced 15 traffickers" without any penalty, or with one that most of them received."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.low not in ("sentenced", "sentencing"):
                continue
            before = tokens[max(0, at - 4) : at]
            if any("neg" in t.tags or t.low in ("not", "being", "awaiting", "be", "reportedly") for t in before):
                continue
            if any("stage:conviction" in t.tags or t.low == "abroad" for t in before):
                continue  # "convicted and sentenced": the conviction is the count
            if any(token.low == "death" for token in tokens[at : at + 8]):
                continue  # "sentenced three individuals to death"
            for figure in self.reading.figures:
                if not self._is_offender(figure) or (figure.head is None and figure.kind == "article"):
                    continue
                active = at < figure.first <= at + 4
                passive = figure.last < at <= figure.tail + 4 and any(
                    t.low in ("were", "was") for t in tokens[figure.last + 1 : at]
                )
                if active or passive:
                    yield self._bare(figure, at)
                    return

    def _bare(self, figure: Figure, at: int) -> Fact:
        tokens = self.tokens
        first, last = min(figure.first, at), max(figure.last, at)
        start = tokens[first].start
        return Fact(
            TABLE,
            "sentences.unspecified",
            start,
            min(tokens[last].end, start + MAX_QUOTE),
            {
                "offenders": figure.number.value,
                "penalty": "unspecified",
                "subject": subject_of(tokens, figure.first, figure.last + 1),
                "data_year": figure.period.year,
                "is_comparison": figure.is_comparison,
                "scope": figure.scope,
            },
            (figure.token.start,) if figure.token.kind == "number" else (),
        )
