"""The grammar of fact_trafficking_flows: one row for each edge and role that a report states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Document, Fact, Sentence
from ingest.grammar.flows_clause import Edge
from ingest.grammar.flows_cues import cues
from ingest.grammar.flows_reader import ClauseReader
from ingest.grammar.flows_router import Router
from ingest.grammar.flows_rules import RULES, TABLE

__all__ = ["RULES", "find"]

MAX_QUOTE = 300
_ANCHORS = frozenset({"country", "flow_internal"})
# Sentences that count offenders: "four were Ruritanians" in the next may be said of those.
_TRIES = frozenset({"stage:arrest", "stage:prosecution", "stage:conviction"})
_GROUPS = ("men", "women", "boys", "girls", "children")


@dataclass(slots=True)
class _Route:
    """An edge with all that the report says of it, in one place or in several."""

    first: Edge
    kinds: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    sectors: dict[str, None] = field(default_factory=dict)


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The routes that a report states, one fact for each origin, destination and role, first mention first."""
    routes: dict[tuple[str, str, str], _Route] = {}
    router = Router(document.country_code)
    for edge in _edges(document, sentences, router):
        route = routes.setdefault((edge.origin.key, edge.destination.key, edge.role), _Route(edge))
        route.kinds.add(next(iter(edge.types)) if len(edge.types) == 1 else "all")
        route.groups.update(edge.groups)
        route.sectors.update(dict.fromkeys(edge.sectors))
    for route in routes.values():
        if route.first.role == "internal" and not route.first.groups:
            # "Children are forced to beg": who and where, of the internal trafficking stated elsewhere.
            for clause in router.unplaced:
                route.groups.update(clause.groups)
                route.sectors.update(dict.fromkeys(clause.sectors))
        yield _fact(document, route)


def _edges(document: Document, sentences: Sequence[Sentence], router: Router) -> Iterator[Edge]:
    home = document.country_code
    paragraph = -1
    held: list[Edge] = []  # of the last clause that made any: the next may say that it is not so
    said_in = 0
    for sentence in sentences:
        if sentence.paragraph.number != paragraph:
            paragraph = sentence.paragraph.number
            router.new_paragraph()
            router.profile = sentence.section in ("profile", "other")
        if (
            _ANCHORS.isdisjoint(sentence.tags)
            and router.pending is None
            and not (router.profile and "flow_exploit" in sentence.tags)
        ):
            tags = sentence.tags
            router.told_before = "flow_victim" in tags and "flow_exploit" in tags and _TRIES.isdisjoint(tags)
            continue
        router.sentence += 1
        router.tries = not _TRIES.isdisjoint(sentence.tags)
        reader = ClauseReader(cues(sentence, document.text, home, document.edition_year), home)
        for clause in reader.clauses():
            if clause.disowns and said_in >= router.sentence - 1:
                held = []
                continue
            if made := list(router.edges(clause)):
                yield from held
                held, said_in = made, router.sentence
        router.told_before = False
    yield from held


def _fact(document: Document, route: _Route) -> Fact:
    edge = route.first
    start, end = _quote(document.text, edge)
    origin, destination = edge.origin, edge.destination
    values = {
        "origin_code": origin.code,
        "destination_code": destination.code,
        "role": edge.role,
        "origin_region": origin.region,
        "destination_region": destination.region,
        "origin_region_code": origin.m49,
        "destination_region_code": destination.m49,
        "trafficking_type": next(iter(route.kinds)) if len(route.kinds) == 1 else "all",
        "victim_groups": [group for group in _GROUPS if group in route.groups],
        "sectors": list(route.sectors),
    }
    return Fact(TABLE, f"flows.{edge.why}", start, end, values)


def _quote(text: str, edge: Edge) -> tuple[int, int]:
    """The span of the edge's words, cut to 300 characters around the place that is not the report's country."""
    start, end = edge.start, edge.end
    if end - start <= MAX_QUOTE:
        return start, end
    places = [p for p in (edge.origin, edge.destination) if not p.generic and p.end > p.start]
    last = max((p.end for p in places), default=end)
    begin = max(start, last - MAX_QUOTE)
    if begin > start and (gap := text.find(" ", begin)) != -1 and gap < last:
        begin = gap + 1
    stop = min(end, begin + MAX_QUOTE)
    if stop < end and (gap := text.rfind(" ", begin, stop)) > last:
        stop = gap
    return begin, max(stop, last)
