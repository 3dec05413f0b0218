"""The grammar of fact_legal_provisions: what laws prescribe, and how the text judges it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar import legal_provisions_names as named
from ingest.grammar import legal_provisions_ranges as read
from ingest.grammar.legal_provisions_judged import Pending, judge
from ingest.grammar.legal_provisions_prescribed import COURTS, MODALS, OWN_CRIMES, prescribes
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
        if "law_penalty" in tags or "law_prescribe" in tags or "life" in tags:
            provisions = list(_provisions(document, sentence, last, laws, names))
            mine = [Pending(fact, paragraph, False) for _, fact in provisions]
            if provisions:
                last = provisions[-1][0]
            elif fact := _fine_only(document, sentence):
                mine = [Pending(fact, paragraph, True)]
        elif "article" in tags or "law" in tags:
            last = _mention(document, sentence) or last
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
    for row in found:
        if not row.fine_only or row.stringent or row.commensurate:
            # The same years in another article are another provision, and no repeat.
            values = row.fact.values
            key = (values["trafficking_type"], values.get("penalty_years_min"), values.get("penalty_years_max"))
            articles, before = set(values["articles"]), stated.setdefault(key, set())
            row.fact.separate = bool(before and articles) and before.isdisjoint(articles)
            before |= articles
            yield row.fact


def _provisions(
    document: Document, sentence: Sentence, last: Range | None, laws: dict[str, str], names: Sequence[str]
) -> Iterator[tuple[Range, Fact]]:
    tokens = sentence.tokens
    anchor = prescribes(sentence)
    if anchor < 0:
        return
    text = document.text
    found = read.ranges(tokens)
    since = attached_to_last = 0
    previous: Range | None = None
    kinds: set[str] = set()
    kind_attached = False
    for number, item in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(tokens)
        before = tokens[since : item.start]
        own = _own_clause(before, attached_to_last)
        since, begin = item.end, since
        if _of_another_crime(own) or (
            previous is None and item.end < anchor and not _before_verb(tokens, item, anchor)
        ):
            continue
        if _by_court(before) or any(token.low in ("average", "averaged") for token in tokens[item.end : item.end + 4]):
            continue
        after = named.attached(tokens, item.end, limit)
        # "Articles 5 and 6 ban …; Article 5 prescribes": the clause's own articles decide
        item.articles = named.articles_in(text, own) or named.articles_in(text, before)
        item.instrument, at = named.instrument_in(text, before)
        if previous is None and last is not None and last.articles and not item.articles and _is_general(item):
            # "Articles 5 and 6 of the criminal code banned … The law prescribed …": the articles named before
            item.articles, item.instrument = last.articles, last.instrument or item.instrument
        item.own_law = item.instrument is not None or bool(item.articles)
        if not item.articles and any(t.low == "under" for t in after):
            item.articles = named.articles_in(text, after)
        back = previous or (last if _refers_back(before) else None)
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
        attached = named.kind_of(after)
        kind = attached or named.kind_of(own) or (named.kind_of(before) if previous is None else None)
        # "and a fine of … for pimping": the words attached may stand behind a fine
        attached_to_last = next((at for at in range(item.end, limit) if after and tokens[at] is after[-1]), -1)
        attached_to_last = max(attached_to_last - item.end + 1, 0)
        if previous is None and attached is None and _banned_as_such(own):
            kind = "all"
        if kind is None and kind_attached and after and after[0].low == "for":
            kind = "all"  # "… for pimping and penalties of one to five years for illegal mining"
        kind_attached = attached is not None
        if kind is None and previous is None and any(token.low == "trafficking" for token in own):
            kind = "all"
        if kind is None and own and own[0].low in ("these", "they", "both", "all") and len(kinds) > 1:
            kind = "all"
        if kind is None:
            if back is not None and not (item.own_law and item.articles and previous is None):
                kind = back.kind
            elif (ahead := _ahead(tokens, item.end, limit)) is not None:
                kind = ahead
        item.kind = kind or "all"
        kinds.add(item.kind)
        item.quote_start = _quote_start(tokens, begin, item, at)
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


def _banned_as_such(words: Sequence[Token]) -> bool:
    """ "Trafficking in persons is prohibited under articles on slavery": all of it, whatever the articles are on."""
    for at, token in enumerate(words[:-2]):
        if token.low != "trafficking" or any({"law_sex", "law_labor"} & t.tags for t in words[max(0, at - 2) : at]):
            continue
        for verb in range(at + 1, min(at + 4, len(words) - 1)):
            if words[verb].low in ("is", "are", "was", "were"):
                return words[verb + 1].low in ("prohibited", "criminalized", "banned", "illegal", "outlawed")
    return False


def _is_general(item: Range) -> bool:
    """Is the law only called "the law", without a name of its own?"""
    return item.instrument is not None and item.instrument.lower().removeprefix("the ") in _GENERAL


def _own_clause(before: Sequence[Token], taken: int) -> Sequence[Token]:
    """The words before a range that are not those attached to the range before it."""
    for index in range(len(before) - 1, -1, -1):
        if before[index].low == ";":
            return before[index + 1 :]
    return before[taken:] if len(before) > taken else before


def _before_verb(tokens: Sequence[Token], item: Range, anchor: int) -> bool:
    """ "Five to 12 years' imprisonment is prescribed for …"."""
    return anchor - item.end < 6


def _of_another_crime(before: Sequence[Token]) -> bool:
    """Are the words before a range about rape or other crimes that trafficking is compared with?"""
    seen = False
    for index, token in enumerate(before):
        compared = token.low == "kidnapping" and index > 0 and before[index - 1].low in ("as", "for")
        if "law_commensurate" in token.tags or token.low == "rape" or compared:
            seen = True
        elif seen and (token.low in OWN_CRIMES or token.kind == "article" or "law" in token.tags):
            seen = False
    return seen


def _by_court(before: Sequence[Token]) -> bool:
    """Do the words before a range tell of a court's deed ("sentenced four to"), and not of what courts may do?"""
    if any(t.low in ("court", "courts", "judges", "judge") for t in before) and any(
        t.low in ("imposed", "impose", "imposing", "handed", "hand", "applied", "gave", "issued", "issue", "issuing")
        for t in before
    ):
        return True
    return any(
        token.low.partition(" ")[0] in COURTS and not any(t.low in MODALS for t in before[max(index - 2, 0) : index])
        for index, token in enumerate(before)
    )


def _refers_back(before: Sequence[Token]) -> bool:
    """Does a sentence go on about the provision before it ("It prescribes", "the article", "penalties increase")?"""
    for token in before[:8]:
        if token.low in ("it", "they", "these", "this", "both", "penalties", "punishments", "penalty", "punishment",
                         "article", "articles", "the", "sentences", "those", "if", "when"):  # fmt: skip
            return not any(t.kind == "article" for t in before)
    return False


def _ahead(tokens: Sequence[Token], end: int, limit: int) -> str | None:
    stop = end
    while stop < min(limit, end + 12) and tokens[stop].low not in (";", ".", "which", ":"):
        stop += 1
    return named.kind_of(tokens[end:stop])


def _quote_start(tokens: Sequence[Token], begin: int, item: Range, instrument_at: int) -> int:
    """From the articles or the law that the range belongs to, else from the prescribing verb, else the range."""
    for step in range(begin, item.start):
        if tokens[step].kind == "article" and step and "article_word" in tokens[step - 1].tags:
            return step - 1
    if instrument_at >= 0:
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
    return Range(0, 0, None, None, (), articles, instrument, named.kind_of(sentence.tokens) or "all")


def _fine_only(document: Document, sentence: Sentence) -> Fact | None:
    """A provision whose only penalty is a fine; kept only if the text judges it."""
    tokens = sentence.tokens
    at = prescribes(sentence)
    if at < 0 or "duration" in sentence.tags:
        return None
    for step in range(at, min(at + 12, len(tokens))):
        if tokens[step].low in ("fine", "fines"):
            articles = named.articles_in(document.text, tokens[:step])
            instrument, _ = named.instrument_in(document.text, tokens[:step])
            if not articles and instrument is None:
                return None
            values = {
                "articles": articles,
                "instrument": instrument,
                "trafficking_type": named.kind_of(tokens) or "all",
            }
            return Fact(_TABLE, "provisions.fine_only", tokens[at].start, tokens[step].end, values)
    return None
