"""What a penalty range belongs to: the form of trafficking, the articles and the law that the words around it name."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.vocabulary.words import word_set

# What may stand between a range and what it is for: "… or a fine of up to $500, or both, for …".
_FINE_TOO = word_set(
    "or and / and/or a an fine fines ( ) of up to imprisonment prison incarceration significant both plus , the"
    " possible as well additional monetary with jail equivalent labor hard penalties term terms"
) | {"hard labor"}


_PENAL_LABOR = frozenset(("hard", "prison", "corrective", "correctional"))


def kind_of(words: Sequence[Token], hints: bool = True) -> str | None:
    """The form of trafficking that some words name; None where they name none, "all" for several.

    With `hints`, words that speak of labor only by the way ("recruitment") count where nothing else does.
    """
    kinds: list[str] = []
    hint: str | None = None
    bare = False
    for index, token in enumerate(words):
        tags = token.tags
        following = words[index + 1].low if index + 1 < len(words) else ""
        if "law_stringent" in tags or "law_commensurate" in tags:
            break
        kind = None
        if "law_labor" in tags and not (
            token.low == "labor" and following in ("code", "law", "laws", "inspectors", "ministry")
        ):
            if token.low == "labor" and index and words[index - 1].low in _PENAL_LABOR:
                continue
            if index and words[index - 1].low == "sexual" and token.low in ("servitude", "slavery", "bondage"):
                continue  # "sexual" has said what it is
            kind = "labor"
        elif "law_sex" in tags and not (token.low == "sexual" and following in ("assault", "violence")):
            kind = "sex"
        elif "law_other" in tags:
            kind = "other"
        hint = hint or ("labor" if hints and "law_labor_hint" in tags else None)
        if kind and following in ("or", "and") and _goes_on_to_others(words, index):
            return "all"  # "sexual or other exploitation"
        if token.low == "trafficking" and _is_bare(words, index):
            bare = True
            if following in ("and", "or", "and/or") and any(
                {"law_labor", "law_sex", "law_other"} & t.tags for t in words[index + 2 : index + 4]
            ):
                return "all"  # "trafficking and slavery"
        if token.low in ("sale", "selling") and {"children", "child"} & {t.low for t in words[index + 1 : index + 4]}:
            kind = kind or "other"
        if kind and any("law_deny" in t.tags or "neg" in t.tags for t in words[max(index - 4, 0) : index]):
            continue  # "does not include forced labor in its definition"
        if kind and kind not in kinds:
            kinds.append(kind)
        if token.low == "all" and following in ("forms", "human", "trafficking"):
            # "all forms of trafficking", but "all forms of child sex trafficking"
            ahead = words[index + 1 : index + 7]
            stop = next((at for at, t in enumerate(ahead) if t.low in ("trafficking", "labor", "slavery")), len(ahead))
            named = any(t.low in ("trafficking", "exploitation") for t in ahead) or following != "forms"
            if named and not any("law_sex" in t.tags or "law_labor" in t.tags for t in ahead[: stop + 1]):
                return "all"
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if kind != "other"]
    if not kinds:
        return None if bare else hint
    return kinds[0] if len(kinds) == 1 else "all"


def _is_bare(words: Sequence[Token], index: int) -> bool:
    """Is it trafficking as such, and no sex or labor trafficking?"""
    return not any({"law_sex", "law_labor", "law_other"} & t.tags for t in words[max(0, index - 2) : index])


def _goes_on_to_others(words: Sequence[Token], index: int) -> bool:
    lows = [token.low for token in words[index + 2 : index + 5]]
    return lows[:1] == ["other"] and bool({"exploitation", "forms", "purposes", "kinds"} & set(lows))


def names_trafficking(words: Sequence[Token]) -> bool:
    """Do the words name trafficking without a form of it?"""
    return any(token.low == "trafficking" and _is_bare(words, index) for index, token in enumerate(words))


def attached(tokens: Sequence[Token], end: int, limit: int) -> list[Token]:
    """The words after a range that say what it is for ("for labor trafficking", "if the victim was a child")."""
    step = end
    limit = min(limit, len(tokens))
    while step < limit:
        low = tokens[step].low
        kind = tokens[step].kind
        if low in ("for", "if", "when", "where", "in", "involving", "under"):
            stop = step + 1
            while stop < min(limit, step + 22):
                token = tokens[stop]
                if (
                    token.low in (";", "which", "that", "–", "—", ":", "these", "compared", "while", "whereas")
                    or "law_stringent" in token.tags
                ):
                    break
                if token.low in ("and", "or", ",", "while") and _begins_next(tokens, stop, limit):
                    break
                stop += 1
            words = list(tokens[step:stop])
            if tokens[step - 1].low in ("and", ",", "or") and any("law_penalty" in t.tags for t in words):
                return []  # "… and for forced labor with penalties of": what the next range is for
            joined = step > end and limit < len(tokens) and tokens[step - 1].low in ("and", ",", "or")
            if joined and ((low == "for" and tokens[step - 1].low == "and") or _leads_to(tokens, stop, limit)):
                return []  # "…, and, for forced labor (Article 8), six to 12 years"
            return words
        if kind == "money" or low in _FINE_TOO:
            step += 1
            continue
        break
    return []


def _leads_to(tokens: Sequence[Token], stop: int, limit: int) -> bool:
    """Does nothing but the article of the next range stand between some words and it?"""
    words = tokens[stop:limit]
    if tokens[limit - 1].low != "," and not (limit > 1 and tokens[limit - 1].low == ")"):
        return False
    return all(token.kind in ("mark", "article") or "article_word" in token.tags for token in words)


def _begins_next(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """After a comma or "and" within the words attached to a range: does the next range begin?"""
    if limit < len(tokens) and "article_word" in tokens[at + 1].tags:
        return True  # "… for the trafficking of adults, and Section 13 up to 12 years"
    for token in tokens[at + 1 : min(at + 5, len(tokens))]:
        if (
            "law_prescribe" in token.tags
            or token.kind == "duration"
            or token.low in ("penalties", "which", "these", "but")
        ):
            return True
        if token.low in ("between", "from", "up", "a", "for", "of"):
            continue
        break
    # "… for trafficking in children and the constitution prohibits forced labor"
    return any("law_ban" in token.tags for token in tokens[at + 2 : min(at + 7, limit)])


def articles_in(text: str, words: Sequence[Token]) -> tuple[str, ...]:
    """The articles among some tokens, as printed; "108–110" and "108 through 110" stay one item."""
    found: list[str] = []
    last_end = -1
    open_list = False
    aside = -1  # up to where a bracket behind an article goes
    for at, token in enumerate(words):
        if at <= aside:
            continue
        if token.kind != "article" and not (0 <= aside >= at - 2 and token.kind in ("number", "percent", "period")):
            if open_list and token.low == "(" and (closed := _aside_to(words, at)) > 0:
                aside = closed
                continue
            if open_list and token.low == "(" and 1 < at < len(words) - 2 and _is_letter(words, at):
                found.append(f"({words[at + 1].low})")
                continue
            if open_list and (token.low == ")" or (len(token.low) == 1 and words[at - 1].low == "(")):
                continue
            if "article_word" in token.tags:
                open_list = token.low not in ("chapter", "title", "paragraph", "paragraphs", "para", "clause")
            elif token.low not in (",", "and", "or", "no", "nos"):
                open_list = False
            continue
        if not open_list:
            continue
        between = text[last_end : token.start] if last_end >= 0 else ""
        printed = " ".join(text[token.start : token.end].split())
        if found and between.strip().lower() in ("-", "–", "—", "to", "through"):
            found[-1] = f"{found[-1]}{between}{printed}"
        else:
            found.append(printed)
        last_end = token.end
    return tuple(dict.fromkeys(found))


def _aside_to(words: Sequence[Token], at: int) -> int:
    """ "31 (trafficking in adults) and 32": where a bracket of several words ends within articles; 0 if none."""
    for step in range(at + 1, min(at + 12, len(words) - 1)):
        if words[step].low == ")":
            goes_on = step - at > 2 and words[step + 1].low in (",", "and", "or", "through", "to")
            return step if goes_on and not any(t.kind == "article" for t in words[at:step]) else 0
    return 0


def _is_letter(words: Sequence[Token], at: int) -> bool:
    """ "418(a) and (d)": does a bracket hold the letter of one more paragraph of the article before?"""
    return len(words[at + 1].low) == 1 and words[at + 2].low == ")" and words[at - 1].low in ("and", "or", ",")


_BOUNDARY = word_set(
    "the its a an of under in through to by and or which this that , ( whose – country's with both these from those"
    " their also prohibits criminalizes , ; :"
)


_AGREEMENTS = word_set("protocol convention agreement mou memorandum plan")


def instrument_in(text: str, words: Sequence[Token]) -> tuple[str | None, int]:
    """The law that some tokens name last, as written ("penal code", "2005 anti-trafficking law"), and its token."""
    pointed: tuple[str | None, int] = (None, -1)
    for at in range(len(words) - 1, -1, -1):
        if not (("law" in words[at].tags or _leads_verb(words, at)) and _is_law(text, words, at)):
            continue
        first, last = _name_from(text, words, at), _name_to(text, words, at)
        found = text[words[first].start : words[last].end].strip() or None, first
        if first == at and at and words[at - 1].low in ("this", "that", "such"):
            pointed = pointed if pointed[0] else found  # "the 2015 rules for this act": the name comes before
            continue
        return found
    return pointed


def _name_to(text: str, words: Sequence[Token], at: int) -> int:
    """Where a name ends that goes on behind its noun: "Crimes Act of 1961", "Law No. 12-345 on the Fight Against …"."""
    at = _number_to(words, at)
    if not text[words[at].start].isupper() and words[at].kind == "word":
        return at
    if at + 2 >= len(words):
        return at
    if words[at + 1].low == "of" and text[words[at + 2].start].isdigit() and words[at + 2].kind in ("period", "year"):
        return at + 2
    if words[at + 1].low not in _NAME_GOES_ON:
        return at
    last = at
    for step in range(at + 1, min(at + 12, len(words))):
        if text[words[step].start].isupper() and words[step].kind == "word":
            last = step
        elif words[step].low not in _NAME_INSIDE or step > last + 3:
            break
    return last


def _number_to(words: Sequence[Token], at: int) -> int:
    """ "Law 60(I)", "Decree No. 12", "Law 137-03": where the number of a law ends; `at` itself where none follows."""
    step = at + 1
    if step < len(words) and words[step].low in ("no", "number"):
        step += 1
    if step >= len(words) or words[step].kind not in ("article", "number"):
        return at
    if words[step].kind == "number" and words[step - 1].low not in ("no", "number"):
        return at
    dashed = step + 2 < len(words) and words[step + 1].low in ("-", "–") and words[step + 2].kind == "number"
    return step + 2 if dashed and words[step + 1].start == words[step].end else step


_NAME_GOES_ON = word_set("on against for to concerning regarding")
_NAME_INSIDE = _NAME_GOES_ON | word_set("of the and in")


def instruments_in(text: str, words: Sequence[Token]) -> list[str]:
    """The laws that some tokens name, in order, without those only called "the law"."""
    found: list[str] = []
    for at in range(len(words)):
        if "law" in words[at].tags and _is_law(text, words, at):
            first, last = _name_from(text, words, at), _name_to(text, words, at)
            name = text[words[first].start : words[last].end].strip()
            if name and name.lower() not in _BARE:
                found.append(name)
    return found


def fuller(name: str | None, named: Sequence[str]) -> str | None:
    """The full name, of those given before, that a short one stands for ("Crimes Act": "Crimes Act of 1961")."""
    if name is None:
        return None
    if name.lower() in _BARE:
        return next((other for other in reversed(named) if other.lower() not in _BARE), name)
    return next((other for other in named if other.startswith(f"{name} of ") or _is_dated(other, name)), name)


def _is_dated(full: str, name: str) -> bool:
    """Is the full name the short one with its year before it, printed as a title ("2009 Crimes Act")?"""
    year, _, rest = full.partition(" ")
    return rest == name and year.isdigit() and len(year) == 4 and name[0].isupper()


_BARE = word_set("law act code legislation ordinance decree")


_VERBS_OF_LAWS = frozenset(("law_prescribe", "law_ban"))


def _leads_verb(words: Sequence[Token], at: int) -> bool:
    """ "The PHTA prescribed", "the PHTA also bans": does a verb by which laws ban or punish follow at once?"""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    if after.low in ("also", "further") and at + 2 < len(words):
        after = words[at + 2]
    return not _VERBS_OF_LAWS.isdisjoint(after.tags)


def _is_law(text: str, words: Sequence[Token], at: int) -> bool:
    """Is the word a law's last word, and neither an agreement nor a part of "in order", "the force of law"?"""
    token = words[at]
    if token.kind != "word" or "law" not in token.tags or token.low in _AGREEMENTS:
        # "The PHTA prescribed": capitals alone, right before the verb
        short = token.kind == "word" and 3 <= len(token.low) <= 8 and _leads_verb(words, at)
        return short and text[token.start : token.end].isupper()
    before = words[at - 1].low if at else ""
    if token.low == "order":
        return before != "in"
    if before in ("international", "customary"):
        return False  # "inconsistent with international law"
    if token.low == "act" and before in ("any", "an", "each", "every", "sex", "sexual", "criminal", "to", "violent"):
        return False  # "any act of exploitation"
    return not (token.low == "law" and before == "of" and at > 1 and words[at - 2].low in ("force", "rule", "effect"))


def _bracket_in_name(text: str, words: Sequence[Token], at: int) -> int | None:
    """ "Bonded Labor (Prohibition) Act": where the bracket opens that stands inside a name before its last word."""
    if not text[words[at].start].isupper():
        return None
    for step in range(at - 2, max(at - 9, 0), -1):
        if words[step].low == "(":
            inside = text[words[step - 1].start].isupper() and text[words[step + 1].start].isupper()
            return step if inside and words[step - 1].kind == "word" and at - step > 2 else None
    return None


def _name_from(text: str, words: Sequence[Token], at: int) -> int:
    """Where the name of the law begins whose last word stands at `at`."""
    first = at
    while first > 0 and at - first < 12:
        before = words[first - 1]
        if before.low == ")" and (opened := _bracket_in_name(text, words, first)) is not None:
            first = opened
            continue
        if before.low in _BOUNDARY or (before.kind == "mark" and before.low not in ("-", "'", "’")):
            # "Trafficking in Persons Act": a small word inside a name printed in capitals
            inside = (
                before.low in ("in", "of", "and", "against", "for", "on", "to") and first > 1
                and text[words[first].start].isupper() and text[words[first - 2].start].isupper()
                and words[first - 2].kind != "article" and "article_word" not in words[first - 2].tags
            )  # fmt: skip
            if not inside:
                break
        elif (
            before.kind in ("article", "duration", "money", "country")
            or "law_prescribe" in before.tags
            or ("actor" in before.tags and "government" in before.tags and before.low != "law enforcement")
        ):
            break
        first -= 1
    while (words[first].low in _BOUNDARY or words[first].low in ("new", "amended", "current")) and first < at:
        first += 1
    return first


def short_names(text: str, words: Sequence[Token]) -> frozenset[str]:
    """The names in capitals that some words give in brackets ("Prostitution Reform Act (PRA)")."""
    found = [
        text[words[at].start : words[at].end]
        for at in range(1, len(words) - 1)
        if words[at - 1].low == "(" and words[at + 1].low == ")"
    ]
    return frozenset(name for name in found if name.isupper())
