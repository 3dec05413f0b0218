"""What each count of victims is of the others: a total, the total of its type, or a part. No acts, no actors."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Fact, Token
from ingest.grammar.clauses import TYPES, Figure
from ingest.grammar.victims_linking import Governed

GROUPS = ("age_group", "gender", "origin")
_Stated = tuple[Fact, Figure, Governed]


def settle_scopes(
    facts: list[Fact], kept: Sequence[tuple[Figure, Governed]], tokens: Sequence[Token], edition_year: int
) -> None:
    """Sets the scopes of a sentence's facts by each other; `kept` are its figures with what governs them.

    A split by type is the total of each type, unless one type is split again ("12 in forced labor and nine in forced
    begging"); what is of no one type is a part beside those that are. An earlier value is what its base is.
    """
    if not facts:
        return
    by_start = {figure.token.start: (figure, governed) for figure, governed in kept}
    stated = [(fact, *by_start[fact.takes[0]]) for fact in facts if fact.takes and fact.takes[0] in by_start]
    _find_earlier(stated, tokens, edition_year)
    now = [told for told in stated if not told[0].values["is_comparison"]]
    then = [told for told in stated if told[0].values["is_comparison"]]
    _settle_types(now, tokens)
    parts = {id(governed) for fact, _, governed in now if fact.values["scope"] == "part"}
    totals = {id(governed) for fact, _, governed in now if fact.values["scope"] == "total"}
    for fact, figure, governed in then:
        if governed.source is None or fact.values["scope"] == "example":
            continue
        if id(governed.source) in parts:
            if figure.head is None or _is_group(fact) or fact.values["trafficking_type"] in TYPES:
                fact.values["scope"] = "part"
        elif id(governed.source) in totals and figure.head is None and not _is_group(fact):
            fact.values["scope"] = "total"
    _settle_types(then, tokens)
    for fact, figure, _ in stated:
        if fact.values["scope"] == "part" and (fact.values["value"] or _FEW) < _FEW and not figure.denominator:
            fact.separate = True
    for fact in facts:
        values = fact.values
        if values.get("value") is None or values["value"]:
            continue
        ever = values["period_type"] == "other"
        if _is_group(fact) and values["trafficking_type"] == "all" and values["scope"] == "total" and not ever:
            values["scope"] = "part"  # "no foreign victims": of all that there might have been


def _find_earlier(stated: list[_Stated], tokens: Sequence[Token], edition_year: int) -> None:
    """ "The police identified 30 victims; in 2015, they identified 25": the 25 are what the 30 are compared with."""
    if len(stated) < 2 or not any(token.low == ";" for token in tokens):
        return
    first, latest, _ = stated[0]
    last_year = edition_year - 2
    if first.values["data_year"] != last_year + 1:
        return
    for fact, figure, _ in stated[1:]:
        same = fact.values["action"] == first.values["action"] and not figure.bracket and figure.whole is None
        if fact.values["is_comparison"] or not same or fact.values["data_year"] != last_year:
            continue
        if any(token.low == ";" for token in tokens[latest.index : figure.index]):
            fact.values["is_comparison"] = True
            fact.separate = fact.separate or (fact.values["value"] or _FEW) < _FEW


def _settle_types(stated: list[_Stated], tokens: Sequence[Token]) -> None:
    if len(stated) < 2:
        return
    lists: dict[tuple[object, ...], list[_Stated]] = {}
    for fact, figure, governed in stated:
        values = fact.values
        if governed.rule in _SPLITS and values["value"] and values["scope"] != "example" and not _is_group(fact):
            key = (values["action"], values["data_year"], values["actor"])
            lists.setdefault(key, []).append((fact, figure, governed))
    for told in lists.values():
        kinds = [fact.values["trafficking_type"] for fact, _, _ in told]
        typed = any(kind in TYPES for kind in kinds)
        wholes = [_whole_in(told, at, tokens) for at in range(len(told))]
        for at, (fact, figure, _) in enumerate(told):
            kind, whole = kinds[at], wholes[at]
            if kind not in TYPES:
                is_whole = at in wholes or any(other.whole is figure for _, other, _ in told)
                part = typed and figure.whole is None and not figure.is_comparison and not is_whole
            else:
                within = whole is not None and kinds[whole] == kind
                beside = any(other != at and kinds[other] == kind and wholes[other] != at for other in range(len(told)))
                part = within or beside  # "19 in forced labor, including 18 in forced begging"; "three and one"
            if part:
                fact.values["scope"] = "part"


# Parts so small may be equal without being the same.
_FEW = 20


def _whole_in(told: list[_Stated], at: int, tokens: Sequence[Token]) -> int | None:
    """Which of a list this one is a part of: the one that it says, or the nearest before "including"."""
    figure = told[at][1]
    if at and "part" in tokens[figure.index - 1].tags and figure.index:
        return at - 1
    return next((i for i, (_, other, _) in enumerate(told) if other is figure.whole), None)


_SPLITS = ("victims.part_of_counted", "victims.compared")


def _is_group(fact: Fact) -> bool:
    """Is the fact of victims of one age, gender or origin?"""
    return any(fact.values[name] != "unspecified" for name in GROUPS)


def scope_of_group(fact: Fact, totals: dict[tuple[object, ...], int]) -> None:
    """Of victims whose total the report has given, those of one age, gender or origin are a part.

    `totals` holds the largest total so far by action, year and type.
    """
    values = fact.values
    value = values.get("value")
    if value is None or values["scope"] != "total" or values["is_comparison"]:
        return
    types = {"all", values["trafficking_type"]}
    keys = [(values["action"], values["data_year"], kind) for kind in sorted(types)]
    if _is_group(fact):
        if any(totals.get(key, 0) > value for key in keys):
            values["scope"] = "part"
            fact.separate = fact.separate or value < _FEW
        return
    key = (values["action"], values["data_year"], values["trafficking_type"])
    totals[key] = max(value, totals.get(key, 0))
