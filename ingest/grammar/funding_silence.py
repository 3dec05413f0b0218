"""Stated lack of funding: sentences that say that none was given, or that no figure was reported. No amounts."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token
from ingest.vocabulary.words import word_set

_GAP = 7
_NONE = frozenset(("no", "none", "neither"))
# To keep back what was granted ("did not disburse funds") is something else, and is no row.
_GIVES = word_set(
    "provide providing provided allocate allocating allocated earmark earmarking earmarked appropriate appropriated"
    " dedicate dedicated budget budgeted assign assigning assigned devote devoted contribute commit committed grant"
    " offer"
)
_MONEY = word_set("funding funds budget money appropriation appropriations contribution contributions financing")
# "Did not provide resources" may mean people; who allots resources allots money.
_RESOURCES = word_set("resources")
_ALLOTS = word_set("allocate allocating allocated earmark appropriate dedicate assign budget commit devote")
_SPENT = word_set("money spending expenditure expenditures outlay outlays")
_ANY = frozenset({"any"})
_FOR_ANY = (["for", "any"], ["to", "any"])
_HANDS_OUT = word_set("provide release share")
_ASKED = word_set(
    "determine calculate quantify report reporting provide disclose specify release share publish reveal indicate state"
)
_SUMS = word_set("amount amounts much total figures sum level levels breakdown information data")
_HELD = word_set("received receives had has have reported reporting made makes making saw")
_SMALL = frozenset(("grant", "grants"))
_NOTHING_TO = word_set("allocated budgeted appropriated contributed spent earmarked provided gave donated assigned")
_DENIES = (
    "did not",
    "has not",
    "have not",
    "never",
    "has never",
    "have never",
    "failed to",
    "didn't",
    "was not",
    "were not",
)
_ALLOTTED = word_set("allocated provided earmarked appropriated budgeted dedicated")
_WERE = word_set("was were is are remained")
_FIGURES = word_set("figures data information statistics amount amounts levels level details breakdown")
_NOT_TOLD = word_set("available provided reported disclosed specified published released shared known")
_COMPENSATED = word_set("paid awarded ordered granted received obtained made")
_AWARDS = word_set("award order grant pay awarded ordered paid granted impose")
_AWARDING = word_set("ordering awarding granting paying providing receiving any whether obtaining")
_PAYERS = word_set("court courts judge judges trafficker traffickers")


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Is the word at `at` money: a noun of funding, "money", or "financial support"?"""
    if "fund_noun" in tokens[at].tags or tokens[at].low in _SPENT:
        return True
    if tokens[at].low not in _AID or not at:
        return False
    if tokens[at - 1].low in _FINANCIAL:
        return True
    return at > 2 and tokens[at - 2].low in ("or", "and", "nor") and tokens[at - 3].low in _FINANCIAL


_FINANCIAL = word_set("financial monetary budgetary")
_AID = word_set("support assistance resources aid contributions contribution")


def silences(tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
    """The lacks of funding that a sentence states: (status, first token, last token), the first of each status."""
    stated: list[tuple[str, int, int]] = []
    for index, token in enumerate(tokens):
        if "fund_nil" in token.tags:
            found = _nothing(tokens, index) if token.low == "nothing" else _not_told(tokens, index)
        elif "neg" in token.tags:
            found = (none_given if token.low in _NONE else refused)(tokens, index) or (
                _no_compensation(tokens, index) or _not_told(tokens, index)
            )
        else:
            continue
        if found is not None and all(found[0] != other[0] and found[1] > other[2] for other in stated):
            stated.append(found)
    return stated


def none_given(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "provided no (government) funding", "no funding was allocated", "provided none of the funding"."""
    if tokens[index].low in ("none", "neither") and (told := _given_none(tokens, index)) is not None:
        return told
    if tokens[index].low == "none" and index and tokens[index - 1].low == "(":
        year = tokens[index + 2] if index + 2 < len(tokens) else tokens[index]
        return ("zero", index, index) if year.kind == "period" else None  # "$900 (none in 2012)"
    if tokens[index].low == "no" and index + 2 < len(tokens) and tokens[index + 1].low == "longer":
        noun = next((at for at in range(index + 3, min(index + 6, len(tokens))) if _is_noun(tokens, at)), None)
        gives = tokens[index + 2].low in _GIVES or tokens[index + 2].low in ("receives", "received")
        return ("zero", index, noun) if gives and noun is not None else None
    if tokens[index].low == "none":
        after = [token.low for token in tokens[index + 1 : index + 3]]
        if after in (["of", "the"], ["of", "its"]) and index and "fund_give" in tokens[index - 1].tags:
            if any(t.kind == "money" or _is_noun(tokens, at) for at, t in enumerate(tokens[index : index + 6], index)):
                return "zero", index - 1, index + 2
        return None
    if tokens[index].low == "neither" and not (index and "fund_give" in tokens[index - 1].tags):
        return None
    for step in range(index + 1, min(index + 5, len(tokens))):
        tags = tokens[step].tags
        if "fund_scant" in tags or tokens[step].kind == "mark":
            return None
        if _is_noun(tokens, step) and tokens[step].low not in _SMALL:
            follow = tokens[step + 1] if step + 1 < len(tokens) else None
            given_before = any(
                "fund_give" in token.tags or token.low in _HELD for token in tokens[max(index - 3, 0) : index]
            )
            given_after = any(
                "fund_give" in token.tags or token.low in ("went", "goes") for token in tokens[step + 1 : step + 4]
            )
            there = index >= 2 and tokens[index - 1].low in ("was", "were") and tokens[index - 2].low == "there"
            came = index >= 2 and tokens[index - 1].low == "with" and tokens[index - 2].low in ("came", "comes")
            if follow is not None and follow.low in ("information", "data", "mechanism", "gap"):
                return None
            compared = index > 0 and "cmp" in tokens[index - 1].tags
            if given_before or given_after or there or came or compared:
                first = index
                for back in range(index - 1, max(index - 4, -1), -1):
                    if "fund_give" in tokens[back].tags:
                        first = back
                        break
                return "zero", first, step + (_given_at(tokens, step) if given_after else 0)
            return None
    return None


def _inverted(tokens: Sequence[Token], at: int) -> int:
    """Where the verb stands behind "nor did it", "nor does the government"."""
    if at < len(tokens) and tokens[at].low in ("did", "does", "has", "have", "do"):
        return next((step for step in range(at + 1, min(at + 5, len(tokens)))
                     if "fund_give" in tokens[step].tags or tokens[step].low in _ASKED), len(tokens))  # fmt: skip
    return at


def _given_none(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "None of the committees was allocated funds", "neither A nor B were given a budget"."""
    for step in range(index + 1, min(index + 18, len(tokens) - 2)):
        if tokens[step].low in (";", ":") or tokens[step].kind == "money":
            return None
        if tokens[step].low in ("was", "were") and "fund_give" in tokens[step + 1].tags:
            noun = next((at for at in range(step + 2, min(step + 5, len(tokens))) if _is_noun(tokens, at)), None)
            return None if noun is None else ("zero", step + 1, noun)
    return None


def _given_at(tokens: Sequence[Token], step: int) -> int:
    """How far behind the noun its verb of giving stands."""
    return next((far for far in (1, 2, 3) if step + far < len(tokens) and "fund_give" in tokens[step + far].tags), 0)


def refused(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "did not allocate (any) funding" (zero); "did not report the amount of funding" (not reported)."""
    if tokens[index].low in ("no", "none", "without"):
        return None
    verb = index + 1
    if verb < len(tokens) and tokens[verb].low == "not":
        verb += 1
    if tokens[index].low in ("nor", "neither"):
        verb = _inverted(tokens, verb)
    if verb >= len(tokens):
        return None
    low = tokens[verb].low
    asked = low in _ASKED
    given = "fund_give" in tokens[verb].tags or low in ("receive", "make")
    if not asked and not given:
        return None
    named = any_ = False
    for step in range(verb + 1, min(verb + 1 + _GAP, len(tokens))):
        token = tokens[step]
        if token.kind == "mark" and token.low != ",":
            return None
        if ("fund_scant" in token.tags and not (token.low == "new" and any_)) or token.low == "other":
            return None
        follow = tokens[min(step + 1, len(tokens) - 1)]
        named = named or token.low in _SUMS or (
            low not in _HANDS_OUT and token.low in ("its", "the")
            and any("fund_noun" in t.tags for t in tokens[step + 1 : step + 3])
        )  # fmt: skip
        any_ = any_ or token.low in _ANY
        if asked and token.low == "what" and "fund_noun" in follow.tags:
            return "not_reported", index, step + 1
        if asked and (token.low == "much" or (token.low == "what" and named)) and any(
            "fund_give" in t.tags or t.low in ("paid", "pays", "spends") for t in tokens[step + 1 : step + 6]
        ):  # fmt: skip
            return "not_reported", index, step
        if asked and token.low in ("amount", "amounts", "whether") and any(
            "fund_give" in t.tags and ("fund_noun" in follow.tags or t.low.endswith(("ed", "spent")))
            for t in tokens[step + 1 : step + 4]
        ):  # fmt: skip
            return "not_reported", index, step + 1
        if low == "make" and token.low in ("effort", "efforts", "progress", "arrests"):
            return None  # "did not make any efforts to find funding"
        if _is_noun(tokens, step):
            if follow.low in _FIGURES and follow is not token:
                return ("not_reported", index, step + 1) if asked else None  # "did not provide budget figures"
            if asked and named:
                return "not_reported", index, step
            any_ = any_ or [t.low for t in tokens[step + 1 : step + 3]] in _FOR_ANY
            if given and any_ and token.low not in _SMALL:
                return "zero", index, step
            # "did not provide (dedicated) funding", "did not allocate an operating budget": as "provided no funding"
            between = [other.low for other in tokens[verb + 1 : step]]
            if "with" in between:  # "did not provide the committee with a budget"
                between = between[between.index("with") :]
            own = bool({"its", "the", "to"}.intersection(between))
            near = len(between) < 3 or (len(between) < 4 and "or" in between)
            if low in _GIVES and near and (token.low in _MONEY or token.low in _AID) and not own:
                return "zero", index, step
            if low == "receive" and near and not own and (token.low in _MONEY or any_):
                return "zero", index, step
            if low in ("report", "reporting") and ("fund_give" in tokens[verb + 1].tags or any_):
                return "not_reported", index, step
            return None
        if token.low in _RESOURCES and low in _ALLOTS and step - verb <= 3:
            return "zero", index, step
    return None


def _nothing(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "having allocated nothing in 2016"."""
    verb = index - 1
    if verb > 0 and tokens[verb].low in ("but", "and") and index + 2 < len(tokens) and (
        tokens[index + 1].low == "in" and tokens[index + 2].kind == "period"
    ):  # fmt: skip
        # "allocated $900 in 2012 but nothing in 2013"
        given = any("fund_give" in token.tags for token in tokens[max(verb - 20, 0) : verb])
        return ("zero", index, index) if given else None
    if verb < 0 or not (tokens[verb].low in _NOTHING_TO or "cmp" in tokens[verb].tags):
        return None
    after = tokens[index + 1].low if index + 1 < len(tokens) else "."
    if "cmp" in tokens[verb].tags:
        return "zero", index, index
    if tokens[verb].low in ("provided", "gave") and after not in ("to", "for", "toward", "towards"):
        return None
    if after in ("more", "else", "but", "about", "other", "before", "until"):
        return None
    return "zero", verb, index


def _no_compensation(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "no court awarded compensation", "no restitution was ordered", "did not award any restitution"."""
    if tokens[index].low == "no":
        for step in range(index + 1, min(index + 4, len(tokens))):
            low = tokens[step].low
            if tokens[step].kind == "mark":
                return None
            if low in _PAYERS:
                return _pays_none(tokens, index, step + 1)
            if "fund_victim" in tokens[step].tags:
                after = tokens[step + 1 : step + 4]
                if len(after) > 1 and after[0].low in ("was", "were") and after[1].low in _COMPENSATED:
                    return "zero", index, step + 2
                if index and tokens[index - 1].low in _AWARDS:
                    return "zero", index - 1, step
                return None
        return None
    verb = index + 1
    if verb >= len(tokens) or tokens[index].low not in _DENIES:
        return None
    if tokens[verb].low == "report":
        return _awards_untold(tokens, index, verb)
    if tokens[verb].low not in _AWARDS:
        return None
    for step in range(verb + 1, min(verb + 5, len(tokens))):
        if tokens[step].kind == "mark" or "fund_scant" in tokens[step].tags:
            return None
        if "fund_victim" in tokens[step].tags:
            return "zero", index, step
    return None


def _awards_untold(tokens: Sequence[Token], index: int, verb: int) -> tuple[str, int, int] | None:
    """ "did not report ordering restitution", "did not report any victims receiving compensation"."""
    told = False
    for step in range(verb + 1, min(verb + 8, len(tokens))):
        token = tokens[step]
        if token.kind == "mark":
            return None
        told = told or token.low in _AWARDING
        if told and "fund_victim" in token.tags:
            return "not_reported", index, step
    return None


def _pays_none(tokens: Sequence[Token], index: int, start: int) -> tuple[str, int, int] | None:
    """ "No court awarded compensation". That no victim received any is an effort that was absent, and no row."""
    for step in range(start, min(start + 6, len(tokens))):
        if tokens[step].kind == "mark":
            return None
        if "fund_victim" in tokens[step].tags:
            given = any(token.low in _COMPENSATED for token in tokens[start:step])
            return ("zero", index, step) if given else None
    return None


def _not_told(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "figures on funding were not available", "the budget was not disclosed", "no data on spending were provided"."""
    low = tokens[index].low
    if low == "no":
        figures = next((at for at in range(index + 1, min(index + 3, len(tokens))) if tokens[at].low in _FIGURES), 0)
        if not figures:
            return None
        noun = next((at for at in range(index + 1, min(figures + 6, len(tokens))) if _is_noun(tokens, at)), 0)
        told = next((at for at in range(figures + 1, min(figures + 10, len(tokens)))
                     if tokens[at].low in _NOT_TOLD), 0)  # fmt: skip
        before = index and tokens[index - 1].low in (
            "provided",
            "reported",
            "published",
            "released",
            "disclosed",
            "had",
        )
        if noun and (told > noun or before):
            return "not_reported", index, max(noun, told)
        return None
    if low in ("was not", "were not") and index + 1 < len(tokens) and tokens[index + 1].low in _ALLOTTED:
        subject = tokens[max(index - 7, 0) : index]
        if any(t.low in _MONEY for t in subject) and not any(t.low in _FIGURES or t.low == ";" for t in subject):
            return "zero", index, index + 1
    last = index
    if "fund_nil" in tokens[index].tags:
        if not index or tokens[index - 1].low not in _WERE:
            return None
    else:
        last = index + 1
        if low not in ("was not", "were not", "is not", "are not") or last >= len(tokens):
            return None
        if tokens[last].low not in _NOT_TOLD:
            return None
    start = max(index - 12, 0)
    for at in range(index - 1, start - 1, -1):
        if tokens[at].low in (";", "but", "which") or tokens[at].kind == "money":
            return None
        if _is_noun(tokens, at):
            counted = any(token.low in _FIGURES for token in tokens[start:index])
            direct = index - at <= 2 and tokens[at].low in (
                "funding",
                "budget",
                "expenditures",
                "allocations",
                "spending",
            )
            if counted or (direct and tokens[last].low not in ("available", "provided", "released")):
                return "not_reported", at, last
            return None
    return None
