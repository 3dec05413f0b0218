"""What one clause says of routes, and the edges that come of it: data only."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.grammar.flows_cues import Place

Span = tuple[int, int]


@dataclass(slots=True)
class Edge:
    """One stated route, before the mentions of the whole report are merged. `why` names the wording that states it."""

    origin: Place
    destination: Place
    role: str
    why: str
    start: int
    end: int
    types: frozenset[str]
    groups: tuple[str, ...]
    sectors: tuple[str, ...]


@dataclass(slots=True)
class Leg:
    """One "from … to …" of a clause: a clause may name several."""

    origins: list[Place] = field(default_factory=list)  # from
    targets: list[Place] = field(default_factory=list)  # to
    places: list[Place] = field(default_factory=list)  # in
    via: list[Place] = field(default_factory=list)
    between: list[Place] = field(default_factory=list)
    onward: list[Place] = field(default_factory=list)  # and on to
    both: list[Place] = field(default_factory=list)  # to and from
    found_abroad: list[Place] = field(default_factory=list)  # repatriated from

    def ends(self) -> list[Place]:
        """Where the leg leads to, or where things happen."""
        return [*self.targets, *self.places]


@dataclass(slots=True)
class Clause:
    """What one clause has said so far. Spans are offsets in the document text."""

    start: int
    end: int = 0
    people: list[Place] = field(default_factory=list)  # origins named by a demonym
    legs: list[Leg] = field(default_factory=lambda: [Leg()])
    # Asserted exploitation, from the strongest wording to the weakest
    verbs: list[Span] = field(default_factory=list)  # "are exploited", "subjected to"
    forms: list[Span] = field(default_factory=list)  # "forced labor", "servitude"
    nouns: list[Span] = field(default_factory=list)  # "trafficking", "victims"
    near: bool = False  # such a noun stands beside a place or a people
    types: set[str] = field(default_factory=set)
    groups: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)  # of the report's country, in the order named
    victims: Span | None = None  # from the first to the last word for victims
    internal: Span | None = None  # "internally", "domestic and foreign"
    inland: Span | None = None  # "within the country"
    local: bool = False  # "domestic", "local" victims
    rural: bool = False  # "from rural areas"
    abroad: bool = False  # abroad, in other countries
    then: bool = False
    transits: bool = False  # the verb
    subjected: bool = False
    comes: bool = False  # "come from", "originate in"
    carried: bool = False  # taken, sold, transported by others
    passes: bool = False  # through a border, a desert, an airport of the report's country
    foreign: bool = False
    foreigners: bool = False  # "foreign victims"
    sent_back: bool = False  # victims returned to a country that is not the report's
    migrant: bool = False
    tourism: bool = False
    policy: bool = False  # what a government does, not what traffickers do
    negative: bool = False
    feared: bool = False  # vulnerable to, at risk of
    part_feared: bool = False  # "women from A, some of whom are vulnerable"
    agent: bool = False
    moved: bool = False
    returned: bool = False
    sources: bool = False  # "source countries include"
    shared: bool = False  # "70 percent of victims were", "all but six were"
    prevented: bool = False  # before they left
    intercepted: bool = False  # by the police, on the way
    pronoun: bool = False  # "they", "some of these"
    disowns: bool = False  # "there were no reports that these women were trafficked"
    of_comers: bool = False  # "some migrant workers": of those who were said to come
    counted: bool = False  # "two Ruritanians", "one was a Ruritanian woman": of victims counted before
    denied: bool = False  # "no reports of", "is not a destination"
    found: bool = False  # identified, found, documented
    buys: bool = False  # solicits prostitution
    verb: bool = False  # a finite verb has been read
    seat: Place | None = None  # of foreign authorities who found the victims
    posts: list[Place] = field(default_factory=list)  # of the report's own embassies and missions
    served: bool = False  # victims counted whom those took care of
    aided: bool = False  # "repatriation to victims from A": whom it was given to

    @property
    def predicates(self) -> list[Span]:
        """Where the clause asserts exploitation."""
        return self.verbs or self.forms or self.nouns

    @property
    def leg(self) -> Leg:
        """The leg that is being read."""
        return self.legs[-1]

    def origins(self) -> list[Place]:
        """All origins that the clause names."""
        return [*self.people, *(place for leg in self.legs for place in leg.origins)]

    def add_victims(self, start: int, end: int) -> None:
        """Remembers a word for victims."""
        self.victims = (self.victims[0] if self.victims else start, max(end, self.victims[1] if self.victims else end))
