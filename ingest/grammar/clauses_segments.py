"""Segments of a sentence: stretches that one period governs, and those that stand in a comparison."""

from __future__ import annotations

from itertools import pairwise

from ingest.document import Sentence, Token
from ingest.grammar.clauses_words import AUXILIARIES, PREPOSITIONS, TURNS, Reading
from ingest.vocabulary.words import word_set


def segments(sentence: Sentence) -> Reading:
    """A reading of the sentence with its segments, clauses and brackets, and no figures yet."""
    tokens = sentence.tokens
    size = len(tokens)
    segments, clauses, brackets = [0] * size, [0] * size, [0] * size
    comparing: set[int] = set()
    starts = [0]
    current, clause, is_cmp, from_to = 0, 0, False, False
    whole = False  # the comparison holds to the end of the clause, whatever commas it has
    opening = False  # the comparison opens the sentence, up to the statement itself
    opened: list[tuple[int, int, bool]] = []

    def begin(at: int, compares: bool) -> int:
        starts.append(at)
        if compares:
            comparing.add(len(starts) - 1)
        return len(starts) - 1

    # Most words change nothing: they are passed over, and what is said of them is filled in up to the next that may.
    done = 0
    periods: list[int] = []
    for at, token in enumerate(tokens):
        low, kind = token.low, token.kind
        if kind == "word":
            tags = token.tags
            if low not in _TURNING and (not tags or "cmp" not in tags):
                continue
        elif kind == "period":
            periods.append(at)
        elif kind != "mark" and "cmp" not in token.tags and not (kind == "percent" and _is_share_of(tokens, at)):
            continue
        if done < at:
            gap = at - done
            segments[done:at], clauses[done:at] = [current] * gap, [clause] * gap
            if opened:
                brackets[done:at] = [opened[-1][0]] * gap
        done = at + 1
        if kind == "mark":
            if low in "([":
                opened.append((at + 1, current, is_cmp))
                segments[at], clauses[at], brackets[at] = current, clause, at + 1
                current = begin(at + 1, is_cmp)
                continue
            if low in ")]" and opened:
                _, current, is_cmp = opened.pop()
                segments[at], clauses[at] = current, clause
                continue
            if low in (";", ":"):
                is_cmp = is_cmp and not opened and low == ";" and _another_year(tokens, at + 1)
                clause, from_to, whole = clause + 1, False, False
                current = begin(at, is_cmp)
            elif (
                low in (",", "–", "—")
                and is_cmp
                and not opened
                and not whole
                and (
                    not _goes_on(tokens, at + 1)
                    or (from_to and _counts_another(tokens, at))
                    or _turns_gerund(tokens, starts[current], at)
                    or (opening and at > _OPENING and _states(tokens, at))
                    or _is_unfinished(tokens, starts[current], at)
                )
            ):
                clause, is_cmp, opening = clause + 1, False, False
                current = begin(at, False)
        elif "cmp" in token.tags or kind == "percent":
            is_cmp, from_to = True, low.endswith(" from")
            current = begin(at, True)
        elif kind == "period" and not is_cmp and not opened and _tells_of_before(tokens, at):
            is_cmp, from_to, whole, opening = True, False, at > _OPENING, at <= _OPENING
            current = begin(at, True)
        elif (
            not is_cmp
            and not opened
            and (_possesses(tokens, at) or _set_against(tokens, at) or _multiplies(tokens, at))
        ):
            is_cmp, from_to = True, False
            current = begin(at, True)
        elif low == "from" and not is_cmp and (_falls_from(tokens, at) or _rises_from(tokens, at)):
            is_cmp, from_to = True, not _falls_from(tokens, at)
            current = begin(at, True)
        elif low in TURNS or (low == "but" and not (_excepts(tokens, at) or (is_cmp and _none_too(tokens, at)))):
            clause, is_cmp = clause + 1, False
            current = begin(at, False)
        elif is_cmp and not opened:
            if (
                low == "to"
                and from_to
                and at + 1 < size
                and "number"
                in (
                    tokens[at + 1].kind,
                    tokens[min(at + 2, size - 1)].kind if tokens[at + 1].low in ("just", "only") else "",
                )
            ):
                is_cmp, from_to = False, False
                current = begin(at, False)
            elif low == "and" and (_new_predicate(tokens, at) or _turns_gerund(tokens, starts[current], at)):
                clause, is_cmp = clause + 1, False
                current = begin(at, False)
        segments[at], clauses[at] = current, clause
        brackets[at] = opened[-1][0] if opened else 0
    gap = size - done
    segments[done:], clauses[done:] = [current] * gap, [clause] * gap
    if opened:
        brackets[done:] = [opened[-1][0]] * gap
    return Reading(sentence, tokens, segments, clauses, brackets, comparing, [], starts, periods=periods)


# The words that may begin a segment or a clause.
_TURNING = TURNS | {"but", "to", "and", "from", "against", "times"}
# "Unlike the previous year, when …, police arrested …": what stands so early ends at its comma.
_OPENING = 5
_CHANGES = {"than doubled", "than tripled"} | word_set(
    "fell dropped declined decreased rose increased grew climbed jumped falling dropping declining decreasing rising"
    " increasing decrease increase drop decline rise doubled tripled quadrupled halved doubling tripling surged plunged"
    " reduced reducing raised raising"
)


def _excepts(tokens: list[Token], at: int) -> bool:
    """ "all but two", "nothing but": no turn."""
    return at > 0 and tokens[at - 1].low in ("all", "nothing")


def _none_too(tokens: list[Token], at: int) -> bool:
    """ "an increase from 21 offenders prosecuted but none convicted in 2005": still the earlier year."""
    after = tokens[at + 1 : at + 4]
    dated = len(after) == 3 and (after[2].kind != "word" or after[2].low in ("in", "during", "the"))
    return dated and after[0].low in ("none", "no") and "stage" in after[1].tags


def _rises_from(tokens: list[Token], at: int) -> bool:
    """ "from no convictions in 2003 to nine", "rose by a fifth, from 50 in 2014 to 60": the earlier value first."""
    if at + 2 >= len(tokens):
        return False
    if tokens[at + 1].low not in ("no", "zero", "none"):
        before = tokens[max(0, at - 20) : at]
        changed = any(token.low in _CHANGES for token in before)
        numbers = any(token.low in ("number", "numbers") for token in before[-8:])
        if tokens[at + 1].kind != "number" or not changed or not (numbers or tokens[at - 1].low == ","):
            return False  # "increased the number of cases from 16 to 25", "rose by a fifth, from 50 to 60"
    ahead = tokens[at + 2 : at + 9]
    return any(word.low == "to" and after.kind == "number" for word, after in pairwise(ahead))


def _is_share_of(tokens: list[Token], at: int) -> bool:
    """ "a third of the number prosecuted in 2013": what follows tells of an earlier figure."""
    after = [token.low for token in tokens[at + 1 : at + 4]]
    return after[:2] == ["the", "number"] or after == ["of", "the", "number"]


def _falls_from(tokens: list[Token], at: int) -> bool:
    """ "convictions fell to four from nine", "an increase to 12 prosecutions, from eight": the earlier value."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "number":
        return False
    aside = at > 0 and tokens[at - 1].low == ","  # "increased to 54, including 20 under Article 8, from 37"
    before = tokens[max(0, at - (16 if aside else 8)) : at]
    changed = next((i for i, token in enumerate(before) if token.low in _CHANGES), None)
    if changed is None:
        return False
    gap = before[changed + 1 :]
    return len(gap) > 1 and gap[0].low == "to" and gap[1].kind == "number"


def _tells_of_before(tokens: list[Token], at: int) -> bool:
    """ "… the previous period, when the government convicted eight": all that follows is the earlier value."""
    if tokens[at].value.form not in ("previous", "before") or at + 2 >= len(tokens):
        return False
    after = [token.low for token in tokens[at + 1 : at + 4]]
    return (
        after[:2] == [",", "when"] or after[:1] == ["when"] or after in ([",", "during", "which"], [",", "in", "which"])
    )


def _possesses(tokens: list[Token], at: int) -> bool:
    """ "it fell below the previous year's 12 convictions": the earlier value, told as that year's own."""
    if tokens[at].kind != "period" or at + 2 >= len(tokens) or not at:
        return False
    if tokens[at].value.form not in ("previous", "before"):
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    if after.kind != "number" or before.kind != "word":
        return False
    return before.low not in PREPOSITIONS or before.low in ("of", "to", "than")


def _multiplies(tokens: list[Token], at: int) -> bool:
    """ "134 arrests, three times the number made in 2002", "four times as many as in 2002": an earlier figure."""
    if tokens[at].low != "times" or at + 2 >= len(tokens):
        return False
    after = [token.low for token in tokens[at + 1 : at + 3]]
    if after[0] == "the" and tokens[at + 2].kind == "number":
        return True  # "84 convictions, three times the 29 of 2020"
    return after in (["the", "number"], ["the", "total"], ["the", "figure"], ["as", "many"], ["more", "than"])


def _set_against(tokens: list[Token], at: int) -> bool:
    """ "31 convictions, against 25 in 2006", "…, against, respectively, 12 and four": what figures are set against."""
    if tokens[at].low != "against" or not at or tokens[at - 1].low not in (",", "(") or at + 2 >= len(tokens):
        return False
    if tokens[at + 1].low == "," and tokens[at + 2].low == "respectively":
        return True
    number = tokens[at + 1]
    if number.kind != "number" and number.low not in ("no", "none", "zero"):
        return False
    for token in tokens[at + 2 : at + 9]:
        if token.kind == "period":
            return True
        if (token.kind == "mark" and token.low != ",") or "person" in token.tags or "finite" in token.tags:
            return False
    return False


def _another_year(tokens: list[Token], at: int) -> bool:
    """ "this compared with 20 in 2019, including two girls; 14 in 2018; and nine in 2017": a year more."""
    at += at < len(tokens) and tokens[at].low == "and"
    after = tokens[at : at + 4]
    if len(after) < 3 or after[0].kind != "number":
        return False
    rest = after[2:] if "counts" in after[1].tags else after[1:]
    return len(rest) > 1 and rest[0].low == "in" and rest[1].kind == "period"


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Does a list of compared figures go on after its comma?"""
    size = len(tokens)
    if at > 1 and _is_stage(tokens, at - 2) and _is_stage(tokens, at + (at < size and tokens[at].low == "and")):
        return True  # "one investigation, prosecution, and conviction": the number is all their
    if at > 1 and at < size and tokens[at - 2].low == "respectively" and tokens[at].low in ("in", "during"):
        return True  # "one and seven, respectively, in 2006"
    for _ in range(5):
        if at >= size:
            return False
        token = tokens[at]
        if token.kind == "number" or token.low in ("no", "none", "zero", "a", "an", "another", "respectively"):
            return token.low not in ("a", "an") or not _starts_clause(tokens, at)
        if "cmp" in token.tags or token.low in ("when", "which", "of which", "of whom", "including"):
            return True
        if token.low in ("and", "or", "as", "well", "in", "during"):
            at += 1
            continue
        if "noun" in token.tags or "gerund" in token.tags or _is_doing(token):
            at += 1
            continue
        if token.kind == "period" and at + 1 < size:
            at += 1
            continue
        # "compared to 19 cases, prosecution of five suspects, and conviction of two"
        if token.low not in ("of", "against") or tokens[at - 1].low == "," or not _counts_next(tokens, at):
            return False
        # "…, and prosecutions of six more were pending": a statement of its own
        return not any(word.low in ("were", "was", "remained", "are") for word in tokens[at + 2 : at + 6])
    return False


def _is_stage(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and "stage" in tokens[at].tags and "noun" in tokens[at].tags


def _is_doing(token: Token) -> bool:
    """ "compared with initiating five prosecutions, continuing nine, and obtaining four convictions"."""
    return token.low.endswith("ing") and not _DONE.isdisjoint(token.tags)


_DONE = frozenset({"opens", "continues", "closes", "obtains"})


def _counts_next(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "number" and "noun" in tokens[at - 1].tags


def _turns_gerund(tokens: list[Token], begin: int, at: int) -> bool:
    """ "investigating nine cases, compared with eight in 2017, and prosecuting seven": back to what is compared.

    A comparison that itself began with a gerund ("compared with investigating …") goes on with gerunds.
    """
    joint = at + 1 if at + 1 < len(tokens) and tokens[at + 1].low == "and" else at
    if joint + 2 >= len(tokens) or "gerund" not in tokens[joint + 1].tags or "stage" not in tokens[joint + 1].tags:
        return False
    opening = tokens[begin + 1 : begin + 4]
    return tokens[joint + 2].kind == "number" and bool(opening) and opening[0].kind == "number"


def _counts_another(tokens: list[Token], at: int) -> bool:
    """ "an increase from 11, and three prosecutions": bare numbers were compared, and a noun of its own follows."""
    if at + 3 >= len(tokens) or tokens[at + 1].low != "and" or tokens[at + 2].kind != "number":
        return False
    noun = tokens[at + 3]
    return "counts" in noun.tags and "noun" in noun.tags and tokens[at - 1].kind in ("number", "period")


def _starts_clause(tokens: list[Token], at: int) -> bool:
    """A determiner that opens a new subject ("a court convicted …") and no figure of the list."""
    return any("finite" in token.tags or token.low in AUXILIARIES for token in tokens[at + 1 : at + 4])


def _is_unfinished(tokens: list[Token], begin: int, at: int) -> bool:
    """ "more effort compared to the last period, initiating 65 investigations": nothing was compared so far."""
    if at + 2 >= len(tokens) or ("gerund" not in tokens[at + 1].tags and not _is_doing(tokens[at + 1])):
        return False
    if any(token.kind == "number" or token.low in ("no", "none", "zero") for token in tokens[max(begin, at - 20) : at]):
        return False
    # Nor does it stand with figures of its own sentence, which what is compared would go on with.
    return not any(token.kind == "number" or "neg" in token.tags for token in tokens[max(0, begin - 20) : begin])


def _states(tokens: list[Token], at: int) -> bool:
    """Does a statement with a verb of its own begin behind the comma?"""
    return any("finite" in token.tags or token.low in AUXILIARIES for token in tokens[at + 1 : at + 7])


def _new_predicate(tokens: list[Token], at: int) -> bool:
    """After "and" inside a comparison: a verb or noun of law with its own object ("… and convicted five")."""
    if at == 0 or at + 2 >= len(tokens):
        return False
    following, after, before = tokens[at + 1], tokens[at + 2], tokens[at - 1]
    if "neg" in following.tags and "aux" in following.tags:
        return True  # "prosecuted fewer suspects compared with previous years and did not convict any"
    if "stage" in following.tags and "finite" not in following.tags and before.kind == "period":
        # "compared with 35 the previous year and prosecutions of 17, compared with 10"
        return any("cmp" in token.tags for token in tokens[at + 3 : at + 12])
    if "finite" not in following.tags or before.kind != "period":
        return False
    return after.kind == "number" or after.low in ("no", "the", "a", "its")
