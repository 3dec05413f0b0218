"""What of a sentence matters for routes: places, peoples and tagged words, in order. No routes yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Sentence, Token
from ingest.grammar.flows_words import PREPOSITIONS
from ingest.vocabulary.countries import COUNTRIES, SURFACES, Surface
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import word_set

_DIRECTIONS = word_set(
    "south north east west central eastern western southern northern southeast southeastern northeast sub-saharan"
)
_STATES = word_set("countries nations states destinations locations republics neighbors neighbours cities")
# The last words of regions that are adjectives: "Asian men" describes people, "Asian countries" are places.
_ADJECTIVES = word_set(
    "african asian european american saharan sub-saharan eurasian scandinavian polynesian melanesian eastern easterner"
    " soviet balkan baltic nordic andean islander sahelian levantine mideastern gulf eu"
)
_INHABITANTS = word_set("african asian european american eurasian scandinavian polynesian easterner islander")
_HOME_NOUNS = word_set("country island islands territory archipelago kingdom sultanate nation emirates sar")
_NOT_HOME = word_set("home source destination transit origin their another other neighboring third own foreign")
# Words that may stand between a demonym and the noun that it describes.
_BETWEEN = word_set(
    "and or , young adult ethnic poor rural urban female male domestic labor child underage former migrant forced"
    " unaccompanied minority sex trafficking medical economic foreign asylum unskilled low-skilled skilled contract"
    " guest seasonal farm factory undocumented other local illegal national construction fishing street teenage"
    " mentally hill tribe job employment the commercial agricultural garment textile irregular old elderly school"
    " university"
    " crime criminal organized"
    " disabled legal internally displaced service industry business many some as well especially particularly - –"
    " including indigenous older younger potential care health household massage bar nightclub entertainment camel"
    " lgbt lgbti lgbtq lgbtqi lgbtqi+ + transgender gay lesbian bisexual homeless vulnerable impoverished muslim"
    " christian roma romani deaf unmarried single"
    " au recruitment recruiting outsourcing staffing placement manpower shipping"
)
# The ends of "-based" and "-flagged".
_HYPHENED = ("-based", "-flagged")
_COAST = re.compile(r"\s(?:coast|shore|seaboard)", re.I)
# What courts and police do with offenders.
_TRIED = word_set("convicted sentenced arrested prosecuted charged indicted apprehended accused suspected tried jailed")
_OWNS = word_set("and , companies firms")
_NOUNS = word_set("trafficking exploitation prostitution servitude slavery begging victims victim migration")
_ACTIVE = word_set(
    "exploit exploits force forces subject subjects recruit recruits coerce coerces compel compels lure lures use uses"
    " purchase traffic traffics target targets sell sells abuse enslave rape hold holds engage arrange coordinate"
    " coordinates organize organizes operate operates control controls dominate dominates"
)


@dataclass(slots=True)
class Place:
    """One country or region of a text: `code` for a country, else `region` as printed and its M49 code."""

    code: str | None
    region: str | None
    m49: str | None
    start: int
    end: int
    generic: bool = False  # "the country", and no name

    @property
    def key(self) -> str:
        """What makes two mentions the same place."""
        return self.code or f"region:{self.region}"


@dataclass(slots=True)
class Cue:
    """One word, mark, place or people. `kind` is word, mark, place, people or other.

    For people, `head` says what the adjective describes: victim, agent, venue, state; "alone" where it stands for
    people by itself; "" where nothing fits.
    """

    kind: str
    low: str
    start: int
    end: int
    tags: frozenset[str]
    place: Place | None = None
    head: str = ""
    owns: bool = False  # printed with a possessive ending


_FLOW_TAGS: dict[frozenset[str], frozenset[str]] = {}


def _flow_tags(tags: frozenset[str]) -> frozenset[str]:
    """Of a word's tags, those of this grammar: most words have none and are passed over at once."""
    found = _FLOW_TAGS.get(tags)
    if found is None:
        found = _FLOW_TAGS[tags] = frozenset(tag for tag in tags if tag.startswith("flow_")) or NO_TAGS
    return found


def cues(sentence: Sentence, text: str, home: str, edition: int) -> list[Cue]:
    """The cues of a sentence, in order; `home` is the code of the report's country."""
    found: list[Cue] = []
    lows: set[str] = set()
    for token in sentence.tokens:
        kind = token.kind
        if kind == "country":
            named = _named(token, text, home, edition)
            found.extend(_successors(named, edition) or (named,))
        elif kind == "word":
            if " " in token.low:
                words = token.low.split(" ")
                for word in words:
                    found.append(Cue("word", word, token.start, token.end, _flow_tags(WORDS.get(word, NO_TAGS))))
                lows.update(words)
            else:
                tags = token.tags
                if tags:
                    known = _FLOW_TAGS.get(tags)
                    tags = _flow_tags(tags) if known is None else known
                elif token.low.endswith(_HYPHENED) and (based := _based(token, home, edition)):
                    found.append(based)
                    continue
                found.append(Cue("word", token.low, token.start, token.end, tags))
                lows.add(token.low)
        elif kind == "mark":
            found.append(Cue("mark", token.low, token.start, token.end, NO_TAGS))
        else:
            found.append(Cue("other", token.low, token.start, token.end, NO_TAGS))
    if not _HOME_NOUNS.isdisjoint(lows):
        _home_places(found, home)
    if "country" in sentence.tags:
        if not _RUNS.isdisjoint(lows):
            _areas(found)
        if not _DIRECTIONS.isdisjoint(lows):
            _shared_heads(found, text)
        _peoples(found)
    return found


def _named(token: Token, text: str, home: str, edition: int) -> Cue:
    surface: Surface = token.value
    if token.low == "caribbean" and _COAST.match(text, token.end):
        return Cue("word", token.low, token.start, token.end, NO_TAGS)  # a shore of the country itself
    owns = text[token.end - 1] in "'’" or text[token.end - 2 : token.end] in ("'s", "’s")
    if surface.kind == "region":
        place = Place(None, text[token.start : token.end], surface.m49, token.start, token.end)
        # "Asian men" describes people, "Asian countries" and "Asia" are places.
        last = token.low.rpartition(" ")[2]
        kind = "people" if last in _ADJECTIVES or last.removesuffix("s") in _INHABITANTS else "place"
        return Cue(kind, token.low, token.start, token.end, NO_TAGS, place, owns=owns)
    place = Place(surface.code_in(edition, home), None, None, token.start, token.end)
    kind = "people" if surface.kind == "demonym" else "place"
    return Cue(kind, token.low, token.start, token.end, NO_TAGS, place, owns=owns)


def _based(token: Token, home: str, edition: int) -> Cue | None:
    """ "Ruritania-based camps", "Ruritanian-flagged boats": the country describes the noun that follows."""
    name, _, _ = token.low.rpartition("-")
    surface = SURFACES.get(tuple(name.split(" ")))
    if surface is None or surface.kind == "region":
        return None
    place = Place(surface.code_in(edition, home), None, None, token.start, token.start + len(name))
    return Cue("people", token.low, token.start, token.end, NO_TAGS, place)


def _successors(cue: Cue, edition: int) -> tuple[Cue, ...]:
    """The two countries that "Serbia and Montenegro" names once the state of that name is no more; else nothing."""
    state = COUNTRIES.get(cue.place.code) if cue.place is not None and cue.place.code else None
    if state is None or state.valid_to is None or edition <= state.valid_to or " and " not in cue.low:
        return ()
    return tuple(
        Cue(cue.kind, cue.low, cue.start, cue.end, NO_TAGS, Place(code, None, None, cue.start, cue.end), owns=cue.owns)
        for code in state.successor_codes
    )


def _home_places(found: list[Cue], home: str) -> None:
    """Makes "the country" a place."""
    for index, cue in enumerate(found):
        if cue.kind != "word" or cue.low not in _HOME_NOUNS or not index:
            continue
        before = found[index - 1].low
        after = found[index + 1].low if index + 1 < len(found) else ""
        if before in ("the", "this") or (cue.low == "country" and before in ("within", "in")):
            if after == "of" or before in _NOT_HOME:
                continue
            if cue.low != "country" and (index < 2 or found[index - 2].low not in PREPOSITIONS):
                continue
            cue.kind, cue.place = "place", Place(home, None, None, cue.start, cue.end, True)


_RUNS = word_set("administered controlled")


def _areas(found: list[Cue]) -> None:
    """Reads "the area administered by Turkish Cypriots" as the place where those people are."""
    for index, cue in enumerate(found):
        if cue.low not in _RUNS or index + 2 >= len(found) or found[index + 1].low != "by":
            continue
        if not index or found[index - 1].low not in ("area", "areas", "part", "parts", "north", "zone"):
            continue
        peoples = [item for item in found[index + 2 : index + 5] if item.kind == "people"]
        if peoples and "cypriot" in peoples[-1].low:
            peoples[-1].kind = "place"
            for item in found[index : found.index(peoples[-1])]:
                item.kind, item.tags, item.place, item.low = "word", NO_TAGS, None, "area"


def _shared_heads(found: list[Cue], text: str) -> None:
    """Reads "South and East Asia" as two regions."""
    for index, cue in enumerate(found):
        if cue.kind != "word" or cue.low not in _DIRECTIONS:
            continue
        for follower in found[index + 1 : index + 8]:
            if follower.low == "central african":
                follower.place = Place(None, text[follower.start : follower.end], "017", follower.start, follower.end)
            if follower.place is not None and follower.place.region:
                head = follower.low.split(" ")
                surface = SURFACES.get((cue.low, *head[1:])) if len(head) > 1 else None
                if surface is not None and surface.kind == "region":
                    region = f"{text[cue.start : cue.end]} {text[follower.start : follower.end].split(' ', 1)[1]}"
                    cue.place = Place(None, region, surface.m49, cue.start, cue.end)
                    cue.kind = follower.kind
                break
            if follower.low not in _DIRECTIONS and follower.low not in (",", "and", "or", "&"):
                break


def _peoples(found: list[Cue]) -> None:
    """Decides what each demonym describes, and turns "Asian and African countries" into places."""
    size = len(found)
    for index, cue in enumerate(found):
        if cue.kind != "people":
            continue
        cue.head = ""
        step = index + 1
        while step < size and step < index + 12:
            follower = found[step]
            tags = follower.tags
            if follower.kind == "place" and follower.low.rpartition(" ")[2] in _STATES:
                cue.head = "state"
                break
            if follower.kind in ("people", "place") or follower.low == "(":
                step += 1
                continue
            if follower.low in _STATES or (follower.low == "parts" and step + 1 < size and found[step + 1].low == "of"):
                cue.head = "state"
            elif "flow_agent" in tags:
                cue.head = "agent"
            elif "flow_venue" in tags:
                cue.head = "venue"
                # "construction workers": the next noun is the head
                ahead = found[step + 1 : step + 5]
                if ahead and "flow_victim" in ahead[0].tags:
                    cue.head = "victim"
                elif any("flow_agent" in item.tags for item in ahead) and ahead[0].low in _OWNS:
                    cue.head = "agent"
            elif "flow_victim" in tags:
                cue.head = "agent" if _acts(found, step + 1) else "victim"
                if step + 1 < size and "flow_agent" in found[step + 1].tags and not is_child_soldiers(found, step + 1):
                    cue.head = "agent"
            elif follower.low in _BETWEEN or (follower.low.endswith(("ed", "ing")) and "flow_exploit" not in tags
                                              and "flow_subject" not in tags and "flow_move" not in tags):  # fmt: skip
                step += 1
                continue
            break
        direct = found[index + 1] if index + 1 < size else None
        if cue.head in ("", "victim") and (cue.low.endswith("s") and not cue.low.endswith(("ss", "ois", "us"))):
            cue.head = "agent" if _acts(found, index + 1) else "victim"
        elif not cue.head and (
            direct is None or direct.kind == "mark" or direct.low in PREPOSITIONS or direct.low in ("and", "or", "who")
            or (not {"flow_aux", "flow_move", "flow_exploit", "flow_subject"}.isdisjoint(direct.tags)
            and direct.low not in _NOUNS)
        ):  # fmt: skip
            cue.head = "alone"
        if cue.head in ("victim", "alone") and _is_tried(found, index):
            cue.head = "agent"
        if cue.head == "state" and cue.place is not None:
            cue.kind = "place"


def is_child_soldiers(found: list[Cue], index: int) -> bool:
    """Are the soldiers at `index` children, and so the victims of those who recruited them?"""
    return index > 0 and found[index].low in ("soldiers", "soldier") and found[index - 1].low == "child"


def _is_tried(found: list[Cue], index: int) -> bool:
    """Is a court's or the police's verb said of these people ("arrested two Malians", "a Malian was convicted")?"""
    for cue in reversed(found[max(index - 4, 0) : index]):
        if cue.low in _TRIED:
            return True
        if "flow_exploit" in cue.tags or cue.low in ("of", "for", "who", "whom"):
            break
    ahead = found[index + 1 : index + 6]
    return any(cue.low in _TRIED and "flow_aux" in before.tags for before, cue in pairwise(ahead))


def _acts(found: list[Cue], step: int) -> bool:
    """Does an active verb of exploitation follow ("men exploit girls")? Then those before it are no victims."""
    while step < len(found) and ("flow_hedge" in found[step].tags or found[step].low in ("who", "may", "and")):
        if found[step].low == "and" and (step + 1 >= len(found) or found[step + 1].low not in _ACTIVE):
            return False
        step += 1
    if step >= len(found) or found[step].low not in _ACTIVE:
        return False
    return found[step].low != "subject" or step + 1 >= len(found) or found[step + 1].low != "to"
