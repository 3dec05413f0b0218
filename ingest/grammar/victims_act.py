"""One act done for victims: its verb or verbs, and what they say of it. How acts are found stands in `victims_acts`."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Token

ACTIONS = ("identified", "referred", "assisted", "repatriated", "other")


@dataclass(slots=True, eq=False)
class Act:
    """One verb, or verbs in a list, done for the same victims: tokens[start:stop].

    `actions` in the order of the words. `form` is that of the last verb. `denied` is `zero` or `not_reported`
    where a negation governs the verb; `firm` says that it governs the victims themselves and not an effort.
    `possible` marks what could be done ("can house up to 40"); `participle` a verb that only describes the noun
    before it ("victims assisted by NGOs").
    `rescue` marks setting free without more; `composite` a verb that counts only with its service ("provided care").
    """

    start: int
    stop: int
    actions: tuple[str, ...]
    form: str
    weak: bool = False
    rescue: bool = False
    composite: bool = False
    received: bool = False
    denied: str | None = None
    never: bool = False
    lax: bool = False
    participle: bool = False
    possible: bool = False
    verbs: list[int] = field(default_factory=list)


def form_of(token: Token) -> str:
    """In which form a verb stands: finite, base, gerund or noun."""
    for form in ("finite", "base", "gerund", "noun"):
        if form in token.tags:
            return form
    return "noun"
