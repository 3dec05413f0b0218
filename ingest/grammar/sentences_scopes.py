"""Whether those who received a penalty are all of the government's, a part or an example, and which came earlier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.document import Fact, Token
from ingest.grammar.clauses import Figure

Group = tuple[str, int]


def settle(
    facts: Sequence[Fact], groups: Mapping[int, Group], wholes: Sequence[Figure], tokens: Sequence[Token]
) -> None:
    """Sets scope and comparison of the facts of one sentence, which stand in text order.

    `groups` has the group of offenders of each fact, by the fact's `id`. `wholes` count those convicted, in this
    sentence or before it.
    """
    counted = {groups[id(fact)] for fact in facts if id(fact) in groups and fact.values["offenders"] is not None}
    described = any(left.low == "case" and right.low == "involving" for left, right in pairwise(tokens))
    most: dict[int, int] = {}  # those convicted, by year
    for whole in wholes:
        most[whole.period.year] = max(most.get(whole.period.year, 0), whole.number.value or 0)
    latest = 0
    for fact in facts:
        values = fact.values
        group = groups.get(id(fact))
        if values["data_year"] < latest and group is not None and not values["is_comparison"]:
            values["is_comparison"] = True  # "…, whereas in 2006 the convicted trafficker received …"
        latest = max(latest, values["data_year"])
        if values["scope"] != "total" or group is None or values["offenders"] is None:
            continue
        if values["offenders"] == 1 and (
            described or (group[0] in ("named", "article") and values["subject"] == "officials")
        ):
            values["scope"] = "example"
        elif values["is_comparison"] or values["subject"] == "officials":
            continue
        elif (group in counted and len(counted) > 1) or values["offenders"] < most.get(values["data_year"], 0):
            values["scope"] = "part"
