"""What a penalty range belongs to, by where the words stand: its own clause, the words behind it, the range before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.legal_provisions_names import articles_in, kind_of, names_trafficking
from ingest.grammar.legal_provisions_ranges import Range


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a range.

    `before` since the range before it, `own` those of them that are its own clause, `after` those that say what it
    is for, `behind` all up to the next range; `first` in its sentence?
    """

    before: Sequence[Token]
    own: Sequence[Token]
    after: Sequence[Token]
    behind: Sequence[Token]
    first: bool


def stated_kind(around: Around, last_attached: bool) -> str | None:
    """The form of trafficking that the words around a range state; None where they leave it to the range before.

    `last_attached`: did the words behind the range before say what that one was for?
    """
    attached = kind_of(around.after, False)
    before = around.before if around.first else ()
    if around.first and attached is None and _banned_as_such(around.own):
        return "all"
    if any(token.low in ("aggravating", "aggravated", "egregious") for token in around.own):
        return attached  # "if a victim is forced into prostitution, an aggravating circumstance": not what is banned
    kind = attached or kind_of(around.own, False) or kind_of(before, False)
    kind = kind or kind_of(around.after) or kind_of(around.own) or kind_of(before)
    if kind is None and last_attached and around.after and around.after[0].low == "for":
        return "all"  # "… for pimping and penalties of one to five years for illegal mining"
    if kind is None and (names_trafficking(around.own) or names_trafficking(around.after)):
        return "all"
    return kind


def own_articles(text: str, words: Sequence[Token]) -> tuple[str, ...]:
    """The articles among the words before a range; those right before the prescribing verb alone where it has its own.

    "Section 1 prohibits all forms of trafficking and Section 3(5) prescribes": 3(5).
    """
    words = _last_clause(words)
    for at in range(len(words) - 1, 0, -1):
        if "law_prescribe" in words[at].tags or "law_sets" in words[at].tags:
            first = at
            while first and (
                words[first - 1].kind in ("article", "mark")
                or words[first - 1].low in ("and", "or", "to", "through", "also", "then", "no")
            ):
                first -= 1
            if first and "article_word" in words[first - 1].tags:
                return articles_in(text, words[first - 1 : at]) or articles_in(text, words)
            break
    return articles_in(text, words)


def _last_clause(words: Sequence[Token]) -> Sequence[Token]:
    """ "Although article 5 makes it an offense, article 8 also prohibits it, prescribing": from article 8 on."""
    if not any(token.low in ("although", "though", "while", "whereas") for token in words):
        return words
    for at in range(len(words) - 3, 0, -1):
        if words[at].low == "," and "article_word" in words[at + 1].tags:
            return words[at + 1 :]
    return words


def kinds_of_articles(words: Sequence[Token]) -> dict[str, str]:
    """ "Articles 31 (trafficking in persons) and 32 (use of slave labor)": what each is on, where a bracket says it."""
    found: dict[str, str] = {}
    for at, token in enumerate(words[:-2]):
        if words[at + 1].low != "(" or token.kind not in ("article", "number", "percent", "period"):
            continue
        if token.kind != "article" and not (found and at and words[at - 1].low in ("and", "or", ",")):
            continue
        inside = []
        for word in words[at + 2 : at + 14]:
            if word.low == ")":
                break
            inside.append(word)
        kind = kind_of(inside) or ("all" if names_trafficking(inside) else None)
        if kind is not None:
            found[token.low] = kind
    return found


def distributed(tokens: Sequence[Token], found: Sequence[Range], articles: Sequence[str]) -> dict[int, str]:
    """The article of each range by its start, where "respectively", "the former" or "the latter" tells them apart."""
    if len(articles) < 2 or not found:
        return {}
    last = found[-1].end
    given: dict[int, str] = {}
    if len(found) == len(articles) and any(t.low == "respectively" for t in tokens[last : last + 12]):
        given = {item.start: article for item, article in zip(found, articles, strict=True)}
    for number, item in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(tokens)
        around = [token.low for token in tokens[max(item.start - 7, 0) : min(item.end + 9, limit)]]
        if _first_of(around) and len(articles) == len(found):
            given = {item.start: article for item, article in zip(found, articles, strict=True)}
            break
        if "former" in around and "latter" not in around:
            given[item.start] = articles[0]
        elif "latter" in around:
            given[item.start] = articles[-1]
    return given


def _banned_as_such(words: Sequence[Token]) -> bool:
    """ "Trafficking in persons is prohibited under articles on slavery": all of it, whatever the articles are on."""
    for at, token in enumerate(words[:-2]):
        if token.low != "trafficking" or any({"law_sex", "law_labor"} & t.tags for t in words[max(0, at - 2) : at]):
            continue
        for verb in range(at + 1, min(at + 4, len(words) - 1)):
            if words[verb].low in ("is", "are", "was", "were"):
                return words[verb + 1].low in ("prohibited", "criminalized", "banned", "illegal", "outlawed")
    return False


def _first_of(words: Sequence[str]) -> bool:
    """ "the first of which carries four years"."""
    return any(left == "first" and right in ("of", "of which") for left, right in pairwise(words))


def own_clause(before: Sequence[Token], taken: int) -> Sequence[Token]:
    """The words before a range that are not those attached to the range before it."""
    for index in range(len(before) - 1, -1, -1):
        if before[index].low == ";":
            return before[index + 1 :]
    return before[taken:]


def refers_back(before: Sequence[Token]) -> bool:
    """Does a sentence go on about the provision before it ("It prescribes", "the article", "penalties increase")?"""
    if before and before[0].low in ("penalties", "punishments") and _is_of_crime(before):
        return False
    if any(token.low == "same" for token in before[:6]):
        return True
    for at, token in enumerate(before[:8]):
        if token.low == "the" and not _is_pointed_at(before[at + 1 : at + 4]):
            continue
        if token.low in ("it", "they", "these", "this", "both", "penalties", "punishments", "penalty", "punishment",
                         "article", "articles", "the", "sentences", "those", "if", "when"):  # fmt: skip
            return not any(t.kind == "article" for t in before)
    return False


def _is_of_crime(before: Sequence[Token]) -> bool:
    """ "Penalties for child trafficking are increased to": the crime is named, no article before it meant."""
    return len(before) > 2 and before[1].low == "for" and any(t.low == "trafficking" for t in before[2:6])


def _is_pointed_at(words: Sequence[Token]) -> bool:
    """ "the law", "the maximum penalty", "the crime": and not "the services of a victim", "the PHTA"."""
    return any(
        {"law", "law_penalty", "article_word"} & t.tags
        or t.low in ("same", "maximum", "minimum", "crime", "offense", "prescribed", "provision", "provisions")
        for t in words
    )


def kind_ahead(behind: Sequence[Token]) -> str | None:
    """The form of trafficking in the first words behind a range."""
    stop = 0
    while stop < min(len(behind), 12) and behind[stop].low not in (";", ".", "which", ":"):
        stop += 1
    return kind_of(behind[:stop])


def articles_behind(text: str, behind: Sequence[Token]) -> tuple[str, ...]:
    """ "Imprisonment of three to 10 years awaits traffickers under Article 12": the articles that follow "under"."""
    for at, token in enumerate(behind[:-2]):
        if token.low == ";" or "law_prescribe" in token.tags or "law_ban" in token.tags:
            break
        if token.low == "under" and any("article_word" in t.tags for t in behind[at + 1 : at + 4]):
            return articles_in(text, behind[at + 1 :])
    return ()
