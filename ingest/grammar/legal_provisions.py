"""The grammar of fact_legal_provisions: what laws prescribe, and how the text judges it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar import legal_provisions_belonging as belonging
from ingest.grammar import legal_provisions_names as named
from ingest.grammar import legal_provisions_ranges as read
from ingest.grammar.legal_provisions_belonging import Around, own_articles
from ingest.grammar.legal_provisions_deeds import (
    by_court,
    is_of_former_law,
    of_another_crime,
    pending_words,
)  # fmt: skip
from ingest.grammar.legal_provisions_fines import fine_only
from ingest.grammar.legal_provisions_judged import Pending, judge
from ingest.grammar.legal_provisions_prescribed import prescribes
from ingest.grammar.legal_provisions_ranges import Range
from ingest.grammar.rule import Rule, example

_TABLE = "fact_legal_provisions"
_MAX_QUOTE = 300
_OPEN = 12  # provisions that a later judgement in the paragraph may still speak of

RULES: tuple[Rule, ...] = (
    Rule(
        id="provisions.range",
        table=_TABLE,
        anchors=frozenset({"duration", "life"}),
        pattern="[articles] [law], prescribing verb or penalty noun, term or range of terms, [for form of trafficking]",
        examples=(
            example(
                "Sections 21 and 22(b) of the criminal code prescribe penalties of three to 11 years' imprisonment,"
                " which are sufficiently stringent but not commensurate with those for other serious crimes.",
                {"articles": ["21", "22(b)"], "instrument": "criminal code", "trafficking_type": "all",
                 "penalty_years_min": Decimal(3), "penalty_years_max": Decimal(11),
                 "is_sufficiently_stringent": True, "is_commensurate": False},
            ),
            example(
                "The 2009 anti-trafficking act prohibits all forms of trafficking and prescribes five years to life"
                " imprisonment. These penalties are sufficiently stringent and commensurate with those for kidnapping.",
                {"instrument": "2009 anti-trafficking act", "penalty_years_min": Decimal(5),
                 "penalty_years_max": Decimal(99), "is_sufficiently_stringent": True, "is_commensurate": True},
                edition=2012,
            ),
            example(
                "The law prescribed penalties of four to nine years' imprisonment for sex trafficking and six months"
                " to three years' imprisonment for labor trafficking.",
                {"trafficking_type": "sex", "penalty_years_min": Decimal(4), "penalty_years_max": Decimal(9)},
                {"trafficking_type": "labor", "penalty_years_min": Decimal("0.5"), "penalty_years_max": Decimal(3)},
                edition=2020,
            ),
            example(
                "Article 77 criminalizes forced labor, which is punishable by not less than two years and not more than"
                " eight years in prison.",
                {"articles": ["77"], "trafficking_type": "labor", "penalty_years_min": Decimal(2),
                 "penalty_years_max": Decimal(8)},
            ),
            example(
                "Section 31 of the criminal code prescribes penalties ranging from probation to 14 years in prison.",
                {"articles": ["31"], "penalty_years_min": None, "penalty_years_max": Decimal(14)},
            ),
            example(
                "Parliament raised the maximum penalty for trafficking from six years of imprisonment to nine years.",
                {"penalty_years_min": None, "penalty_years_max": Decimal(9)},
            ),
            example(
                "The sentence for trafficking in persons is up to 18 years in prison, a fine, or both.",
                {"penalty_years_min": None, "penalty_years_max": Decimal(18)},
            ),
            example(
                "Parliament amended the criminal code, setting a four-year minimum sentence for trafficking.",
                {"instrument": "criminal code", "penalty_years_min": Decimal(4), "penalty_years_max": None},
            ),
            example(
                "Sections 31 and 32 banned trafficking but, inconsistent with international law, required movement."
                " Section 33 criminalized sexual servitude and prescribed penalties of up to six years' imprisonment.",
                {"articles": ["33"], "instrument": None, "trafficking_type": "sex", "penalty_years_max": Decimal(6)},
            ),
            example(
                "Articles 31 and 32 of the penal code banned trafficking. The law prescribed penalties of four to nine"
                " years' imprisonment.",
                {"articles": ["31", "32"], "instrument": "penal code", "penalty_years_min": Decimal(4)},
            ),
            example(
                "Article 12 also banned debt bondage and imposed penalties of up to four years' imprisonment.",
                {"articles": ["12"], "trafficking_type": "labor", "penalty_years_max": Decimal(4)},
            ),
        ),
        counter_examples=(
            example("Officials reported the sentences of two traffickers under the law, the first to four years in"
                    " prison."),
            example("Under the 2003 law, prison sentences upon conviction ranged from two months to 20 years."),
            example("Courts convicted six traffickers and sentenced them to three to 11 years' imprisonment."),
            example("Victims may receive a residence permit of six months and a reflection period of 30 days."),
            example("A draft bill would prescribe penalties of up to 12 years' imprisonment."),
            example("Sentences imposed on convicted offenders ranged from two to seven years' imprisonment."),
        ),
    ),
    Rule(
        id="provisions.fine_only",
        table=_TABLE,
        anchors=frozenset({"law_prescribe", "law_penalty"}),
        pattern="prescribing verb, fine, no term; with a judgement of its stringency",
        examples=(
            example("The labor code prohibits forced labor and prescribes only a fine, a penalty not sufficiently"
                    " stringent.",
                    {"penalty_years_min": None, "penalty_years_max": None, "trafficking_type": "labor",
                     "is_sufficiently_stringent": False}),
            example("Article 8 punishes debt bondage with fines. These penalties are not sufficiently stringent.",
                    {"articles": ["8"], "penalty_years_max": None, "is_sufficiently_stringent": False}),
        ),
        counter_examples=(
            example("The labor code prohibits forced labor and prescribes only a fine."),
            example("The government punished 12 recruiters with fines."),
        ),
    ),
)  # fmt: skip


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    found: list[Pending] = []
    open_rows: list[Pending] = []
    last: Range | None = None
    laws: dict[str, str] = {}  # article -> the law that the paragraph has named for it
    names: list[str] = []  # the laws that the paragraph has named, in order
    paragraph = 0
    for sentence in sentences:
        if sentence.paragraph.number != paragraph:
            paragraph, open_rows, last, laws, names = sentence.paragraph.number, [], None, {}, []
        tags = sentence.tags
        judged = "law_stringent" in tags or "law_commensurate" in tags
        mine: list[Pending] = []
        provisions: list[tuple[Range, Fact]] = []
        if ("duration" in tags or "life" in tags) and not tags.isdisjoint(_SETTING):
            provisions = list(_provisions(document, sentence, last, laws, names))
            mine = [Pending(fact, sentence.start, False) for _, fact in provisions]
            if provisions:
                kinds, short = (last.kinds, last.short) if last is not None else ({}, frozenset())
                last = provisions[-1][0]
                last.kinds, last.short = last.kinds or kinds, last.short | short
        if "fine" in tags and not tags.isdisjoint(_FINING):
            anchor = prescribes(sentence) if not provisions else -1
            fines = [Pending(fact, sentence.start, True) for fact in fine_only(document, sentence, anchor)]
            mine = sorted([*mine, *fines], key=lambda row: row.fact.start)
        if not mine and "article" in tags:
            last = _mention(document, sentence) or last
        found += mine
        open_rows = [*open_rows, *mine][-_OPEN:]
        if last is not None and last.instrument is not None:
            laws.update(dict.fromkeys(last.articles, last.instrument))
        if "law" in tags:
            names += named.instruments_in(document.text, sentence.tokens)
        if judged:
            judge(sentence, mine, open_rows)
    stated: dict[tuple[object, ...], set[str]] = {}
    said: dict[tuple[object, ...], set[int]] = {}
    for row in found:
        if not row.fine_only or row.stringent or row.commensurate:
            # The same years in another article are another provision, and no repeat.
            values = row.fact.values
            key = (values["trafficking_type"], values.get("penalty_years_min"), values.get("penalty_years_max"))
            articles, before = set(values["articles"]), stated.setdefault(key, set())
            again = row.sentence in said.setdefault(key, set())  # "up to three years if …, and up to three years if …"
            said[key].add(row.sentence)
            row.fact.separate = again or (bool(before and articles) and before.isdisjoint(articles))
            before |= articles
            yield row.fact


# Tags without which a sentence states no term, and no fine, of a law.
_SETTING = frozenset((
    "law", "article", "law_ban", "law_faces", "law_jails", "law_penalty", "law_prescribe", "life",
))  # fmt: skip
_FINING = frozenset(("law_penalty", "law_prescribe", "law_stringent"))


def _provisions(
    document: Document, sentence: Sentence, last: Range | None, laws: dict[str, str], names: Sequence[str]
) -> Iterator[tuple[Range, Fact]]:
    tokens = sentence.tokens
    pending = pending_words(tokens) if "law_pending" in sentence.tags else frozenset()
    anchor = prescribes(sentence, pending)
    if anchor < 0:
        return
    text = document.text
    found = read.ranges(tokens, anchor)
    since = attached_to_last = 0
    previous: Range | None = None
    kinds: set[str] = set()
    kind_attached = False
    apart: dict[int, str] = {}
    for number, item in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(tokens)
        before = tokens[since : item.start]
        own = belonging.own_clause(before, attached_to_last)
        since, begin = item.end, since
        if of_another_crime(own) or (previous is None and item.end < anchor and not _before_verb(tokens, item, anchor)):
            continue
        if by_court(before) or any(token.low in ("average", "averaged") for token in tokens[item.end : item.end + 4]):
            continue
        if is_of_former_law(own, tokens[item.end : limit]) or item.start in pending:
            continue
        if number + 1 < len(found) and read.is_lesser_form(tokens, item.end):
            since = begin
            continue
        after = named.attached(tokens, item.end, limit)
        # "Articles 5 and 6 ban …; Article 5 prescribes": the clause's own articles decide
        item.articles = own_articles(text, own) or (own_articles(text, before) if previous is None else ())
        item.instrument, at = named.instrument_in(text, before)
        if previous is None and last is not None and last.articles and not item.articles and _is_general(item):
            # "Articles 5 and 6 of the criminal code banned … The law prescribed …": the articles named before
            item.articles, item.instrument = last.articles, last.instrument or item.instrument
        item.own_law = item.instrument is not None or bool(item.articles)
        if any(t.low == "under" for t in after) and (after[0].low == "under" or not item.articles):
            item.articles = named.articles_in(text, after) or item.articles
        if not item.articles and (previous is None or previous.articles == ()):
            item.articles = belonging.articles_behind(text, tokens[item.end : item.end + 20])
        back = previous or (last if belonging.refers_back(before) and not _is_other_law(item, last) else None)
        if not item.own_law and back is not None:
            item.articles = item.articles or back.articles
            item.instrument = back.instrument
        elif not item.articles and previous is not None and item.instrument in (None, previous.instrument):
            item.articles = previous.articles
        if item.instrument is None and item.articles:
            item.instrument = laws.get(item.articles[0])
        if item.instrument is None and not item.articles and tokens[0].low == "it":
            item.instrument = "law"  # "It prescribes …": the law that was named last
        item.instrument = named.fuller(item.instrument, names)
        # "and a fine of … for pimping": the words attached may stand behind a fine
        attached_to_last = next((at for at in range(item.end, limit) if after and tokens[at] is after[-1]), -1)
        attached_to_last = max(attached_to_last - item.end + 1, 0)
        around = Around(before, own, after, tokens[item.end : limit], previous is None)
        kind = belonging.stated_kind(around, kind_attached)
        if kind is None and previous is None and last is not None and item.articles and _goes_on_about(item, last):
            kind = last.kinds.get(
                item.articles[0].lower(), last.kind
            )  # "Article 12 criminalized forced prostitution. Article 12 prescribed …"
        kind_attached = named.kind_of(after, False) is not None
        if kind is None and own and own[0].low in ("these", "they", "both", "all") and len(kinds) > 1:
            kind = "all"
        if kind is None:
            same = back is not None and any(token.low == "same" for token in own)  # "Article 8 of the same law"
            if back is not None and (same or not (item.own_law and item.articles and previous is None)):
                kind = back.kind
            else:
                kind = belonging.kind_ahead(around.behind)
        item.kind = kind or "all"
        kinds.add(item.kind)
        if previous is None:
            apart = belonging.distributed(tokens, found[number:], item.articles)
        if item.start in apart:
            item.articles = (apart[item.start],)
        item.quote_start = _quote_start(tokens, begin, item, at, item.start - len(own))
        previous = item
        end = tokens[item.end - 1].end
        start = tokens[item.quote_start].start
        values: dict[str, Any] = {
            "articles": item.articles,
            "instrument": item.instrument,
            "trafficking_type": item.kind,
            "penalty_years_min": item.low,
            "penalty_years_max": item.high,
        }
        yield item, Fact(_TABLE, "provisions.range", max(start, end - _MAX_QUOTE), end, values, item.takes)


_GENERAL = frozenset(("law", "laws", "code", "act", "statute", "legislation"))


def _is_general(item: Range) -> bool:
    """Is the law only called "the law", without a name of its own?"""
    return item.instrument is not None and item.instrument.lower().removeprefix("the ") in _GENERAL


def _goes_on_about(item: Range, last: Range) -> bool:
    if len(item.articles) == 1 and item.articles[0].lower() in last.kinds:
        return True
    return item.articles == last.articles and (last.bans or last.low is not None or last.high is not None)


def _is_other_law(item: Range, last: Range | None) -> bool:
    """Does a sentence name a law of its own, where the one before it named articles of some law?"""
    if item.instrument is None or item.articles or _is_general(item) or last is None:
        return False
    name = item.instrument
    return name.isupper() and name != last.instrument and name not in last.short


def _before_verb(tokens: Sequence[Token], item: Range, anchor: int) -> bool:
    """ "Five to 12 years' imprisonment is prescribed for …"."""
    return anchor - item.end < 6


def _quote_start(tokens: Sequence[Token], begin: int, item: Range, instrument_at: int, own: int) -> int:
    """From the articles or the law that the range belongs to, else from the prescribing verb, else the range.

    The range's own clause begins at the token `own`.
    """
    for step in range(own, item.start):
        if tokens[step].kind == "article" and step and "article_word" in tokens[step - 1].tags:
            return step - 1
    if instrument_at >= 0 and begin + instrument_at >= own:
        return begin + instrument_at
    for step in range(item.start - 1, max(begin, item.start - 10) - 1, -1):
        if "law_prescribe" in tokens[step].tags or tokens[step].low in ("penalties", "penalty", "punishment"):
            return step
    return item.start


def _mention(document: Document, sentence: Sentence) -> Range | None:
    """A law or article that a sentence without a penalty names: the next sentence may go on about it."""
    articles = named.articles_in(document.text, sentence.tokens)
    instrument, _ = named.instrument_in(document.text, sentence.tokens)
    if not articles:
        return None
    tokens = sentence.tokens
    bans = any(
        "law_ban" in token.tags and not any("neg" in t.tags for t in tokens[max(at - 3, 0) : at])
        for at, token in enumerate(tokens)
    )
    kind = named.kind_of(tokens) or "all"
    short = named.short_names(document.text, tokens)
    kinds = belonging.kinds_of_articles(tokens)
    return Range(0, 0, None, None, (), articles, instrument, kind, bans=bans, short=short, kinds=kinds)
