"""The grammar of fact_treaties: whether the report's country is a party to a treaty, and since when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar import treaties_names as names
from ingest.grammar.rule import Rule, example

_TABLE = "fact_treaties"

RULES: tuple[Rule, ...] = (
    Rule(
        id="treaties.party",
        table=_TABLE,
        anchors=frozenset({"treaty_noun"}),
        pattern="country or government, is a party to or ratified or acceded to, treaty {, treaty} [in year]",
        examples=(
            example("Kazakhstan became a party to the 2000 UN TIP Protocol in 2008.",
                    {"treaty": "un_tip_protocol", "treaty_text": "2000 UN TIP Protocol", "is_party": True,
                     "action_year": 2008}, section="prevention"),
            example("In March 2011, the government ratified ILO Convention 189 and the Optional Protocol to the"
                    " Convention on the Rights of the Child on the Sale of Children, Child Prostitution, and Child"
                    " Pornography.",
                    {"treaty": "ilo_c189", "is_party": True, "action_year": 2011},
                    {"treaty": "crc_opsc", "is_party": True, "action_year": 2011}, edition=2012),
            example("These efforts included training 40 judges, opening a shelter for boys, and acceding to the 2000 UN"
                    " TIP Protocol.", {"treaty": "un_tip_protocol", "is_party": True}, section="overview"),
            example("The government acceded to the UN TIP Protocol in March 2012, and ratified ILO Convention 189.",
                    {"treaty": "un_tip_protocol", "action_year": 2012}, {"treaty": "ilo_c189", "action_year": None},
                    edition=2012, section="prevention"),
            example("Kazakhstan has ratified ILO Conventions 29 and 105 on forced labor and ILO Protocol 29.",
                    {"treaty": "ilo_c29"}, {"treaty": "ilo_c105"}, {"treaty": "ilo_p029"}, section="prevention"),
            example("The UN TIP Protocol entered into force for Kazakhstan in 2009.",
                    {"treaty": "un_tip_protocol", "is_party": True, "action_year": 2009}, section="prevention"),
            example("The country acceded to the Palermo Protocol.", {"treaty": "un_tip_protocol", "is_party": True}),
            example("The government demonstrated efforts during the year by convicting two traffickers and ratifying"
                    " the 2000 UN TIP Protocol.", {"treaty": "un_tip_protocol", "is_party": True}, section="overview"),
        ),
        counter_examples=(
            example("Parliament debated a law consistent with the 2000 UN TIP Protocol.", section="prevention"),
            example("The government could show its will by acceding to the 2000 UN TIP Protocol.", section="overview"),
            example("The government took steps to ratify the 2000 UN TIP Protocol.", section="prevention"),
            example("The government signed a bilateral labor agreement with Qatar.", section="prevention"),
        ),
    ),
    Rule(
        id="treaties.no_party",
        table=_TABLE,
        anchors=frozenset({"treaty_noun"}),
        pattern="country or government, is not a party to or has not ratified or only signed, treaty {, treaty}",
        examples=(
            example("Kazakhstan is not a party to the 2000 UN TIP Protocol.",
                    {"treaty": "un_tip_protocol", "is_party": False, "action_year": None}, section="prevention"),
            example("The government signed, but has not ratified, the UN Trafficking in Persons Protocol.",
                    {"treaty": "un_tip_protocol", "is_party": False}, section="prevention"),
            example("The cabinet approved accession to the UN TIP Protocol, but parliament has not yet ratified it.",
                    {"treaty": "un_tip_protocol", "is_party": False}, section="prevention"),
            example("Kazakhstan has neither signed nor ratified ILO Convention 182.",
                    {"treaty": "ilo_c182", "is_party": False}, section="prevention"),
        ),
        counter_examples=(
            example("The law is not consistent with the 2000 UN TIP Protocol.", section="prosecution"),
            example("Kazakhstan ratified the 2000 UN TIP Protocol.", section="prevention"),
        ),
    ),
)  # fmt: skip

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DEEDS = frozenset(("ratified", "acceded", "acceded to", "become", "became"))
_DONE = frozenset(("after", "since", "upon", "following", "having"))
_OWN_VERB = 4  # a verb so near before the next treaty is that treaty's
_IN_FORCE = frozenset(("entered into force", "came into force", "came into effect", "entered into effect"))
_AMONG = frozenset(("one", "few", "only", "first", "among", "last", "second", "third"))
_OTHER_COUNTRY = frozenset({"countries", "states"})
_LOOK = 160
_NEAR = 40
_EFFORTS = 900  # an overview sums up its efforts in long lists
_FAR = 110
_MEMBERS = 12
_MAX_QUOTE = 300
_BASE_FORMS = ("ratify", "accede", "accede to", "sign", "join")


@dataclass(slots=True)
class _Named:
    treaty: str
    start: int
    end: int


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    for sentence in sentences:
        if "treaty_noun" in sentence.tags and "treaty_party" in sentence.tags:
            yield from _statements(document, sentence)


class _Joined:
    """A sentence's normal forms joined by spaces, with the way back to its tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.starts: list[int] = []
        length = 0
        for token in tokens:
            self.starts.append(length)
            length += len(token.low) + 1
        self.text = " ".join(token.low for token in tokens)

    def at(self, offset: int) -> int:
        """The index of the token that holds the character at `offset`."""
        return bisect_right(self.starts, offset) - 1


def _statements(document: Document, sentence: Sentence) -> Iterator[Fact]:
    tokens = sentence.tokens
    joined = _Joined(tokens)
    named = _named(joined.text)
    status: tuple[bool, int] | None = None
    for index, treaty in enumerate(named):
        since = named[index - 1].end if index else 0
        status = _status(document, joined, treaty, since, status)
        if status is None:
            continue
        is_party, verb = status
        first, last = joined.at(treaty.start), joined.at(treaty.end - 1)
        year, year_at = _year(tokens, first, last, named, index, joined) if is_party else (None, last)
        printed = document.text[tokens[first].start : tokens[last].end]
        values: dict[str, Any] = {
            "treaty": treaty.treaty,
            "treaty_text": printed[4:] if printed[:4].lower() == "the " else printed,
            "is_party": is_party,
            "action_year": year,
        }
        verb_at = min(joined.at(verb), first)
        start, end = tokens[_subject(tokens, verb_at)].start, max(tokens[last].end, tokens[year_at].end)
        if end - start > _MAX_QUOTE:
            start = max(tokens[verb_at].start, end - _MAX_QUOTE)
            if start > tokens[first].start:
                start, end = tokens[first].start, min(tokens[last].end, tokens[first].start + _MAX_QUOTE)
        yield Fact(_TABLE, "treaties.party" if is_party else "treaties.no_party", start, end, values)


def _named(text: str) -> list[_Named]:
    """The treaties that a sentence names, in order."""
    found: list[_Named] = []
    for match in names.TREATY.finditer(text):
        if match.lastgroup == "crc_both":
            found += [_Named(one, match.start(), match.end()) for one in ("crc_opsc", "crc_opac")]
            continue
        if match.lastgroup != "ilo_list":
            found.append(_Named(str(match.lastgroup), match.start(), match.end()))
            continue
        numbers = list(re.finditer(r"\d+", match.group()))
        for number in numbers:
            start = match.start() if not found or found[-1].end < match.start() else match.start() + number.start()
            treaty = names.ILO_NUMBERS.get(number.group(), "other")
            # "29 and 105 on forced labor": the subject belongs to the list, and ends with its last number.
            end = match.end() if number is numbers[-1] else match.start() + number.end()
            found.append(_Named(treaty, start, end))
    agreements = [match.span("agreement") for match in names.AGREEMENT.finditer(text)]
    if not agreements:
        return found
    starts = [one.start for one in found]
    for start, end in agreements:
        at = bisect_right(starts, end)
        if not at or found[at - 1].end <= start:
            found.append(_Named("other", start, end))
    return sorted(found, key=lambda one: one.start)


def _status(
    document: Document, joined: _Joined, treaty: _Named, since: int, listed: tuple[bool, int] | None
) -> tuple[bool, int] | None:
    """Whether the country is a party to the treaty, and where its verb stands; None where nothing is said of that.

    `listed` is the status of the treaty named before: "ratified A, B, and C" shares one verb.
    """
    between = joined.text[since : treaty.start]
    verbs = list(names.RATIFY.finditer(between))
    if verbs:
        verb = verbs[-1].start() + since
        last = verbs[-2].end() + since if len(verbs) > 1 else since
        told = _judge(document, joined, verb, treaty, since, last) or _verb_after(joined, treaty)
        return told or _said_later(joined, treaty)
    if since and len(between) < 60 and names.LISTED.fullmatch(between):
        return listed
    if since and listed is not None and names.BUT_NOT.fullmatch(between):
        return False, treaty.start
    return _verb_after(joined, treaty) or _said_later(joined, treaty)


def _judge(
    document: Document, joined: _Joined, verb: int, treaty: _Named, since: int, last: int
) -> tuple[bool, int] | None:
    """What the verb before a treaty says: a deed, its denial, or (None) an intention or a mere measure."""
    text = joined.text
    match = names.RATIFY.match(text, verb)
    if match is None or treaty.start - match.end() > _FAR or names.MEASURED.search(text, match.end(), treaty.start):
        return None
    if not _is_own(document, joined, verb):
        return None
    before = text[max(since, verb - _LOOK) : verb]
    clause = re.split(r"[;:]| however | while | although ", before)[-1]
    # "has not signed or ratified" denies both; "has not ratified A, and ratified B" only the first
    if text[last:verb].strip() not in ("or", "nor", "and", "or to", ""):
        clause = clause[max(len(clause) - (verb - last), 0) :]
    near = clause[-_NEAR:]
    inner = match.group()
    if match["nonparty"] or match["outside"]:
        return False, verb
    denied = bool(names.DENIAL.search(near)) or any(no in f" {inner} " for no in (" not ", " no "))
    denied = denied or " neither " in text[match.end() : treaty.start]
    if inner in _BASE_FORMS:
        if denied:
            return False, verb
        if near.rstrip().endswith(" did") and inner != "sign":
            return True, verb
        # "became the second country to ratify"
        became = inner != "sign" and re.search(r"(?<!\S)(?:becam?e|was|is)(?:\s\S+){1,6}\sto\s*$", clause)
        return (True, verb) if became else None
    if match["sign"] or (match["party"] and "signator" in inner):
        then = names.THEN_RATIFIED.match(text, treaty.end, treaty.end + 60)
        later = _verb_after(joined, treaty)
        return then is not None or (later is not None and later[0]), verb
    if denied:
        return False, verb
    if inner.startswith(("ratifying", "acceding", "joining")):
        # "made efforts by prosecuting two cases and acceding to": what was done; else a gerund is only an idea.
        if text[:verb].rstrip().rsplit(" ", 1)[-1] in _DONE:
            return True, verb  # "After ratifying the protocol in 2004, the government began …"
        return (True, verb) if names.EFFORTS_BY.search(text, max(0, verb - _EFFORTS), verb) else None
    if names.INTENT.search(near):
        return None
    if inner.startswith(("ratification", "accession")):
        # A noun is a deed only if its clause says that it was done.
        done = re.search(
            r"(?<!\S)(?:completed|its|deposited|finalized|instruments? of|the government|\S+'s)(?:\s\S+){0,2}\s*$", near
        ) or names.TOOK_PLACE.match(text, treaty.end, treaty.end + _LOOK)  # fmt: skip
        return (True, verb) if done else None
    if inner == "adopted" and "ilo " not in text[max(treaty.start - 30, 0) : treaty.end]:
        return None
    return True, verb


def _verb_after(joined: _Joined, treaty: _Named) -> tuple[bool, int] | None:
    """What a clause after the treaty says: "…, which it ratified in 2006", "… to which Chad acceded in 2013"."""
    match = names.RELATIVE.match(joined.text, treaty.end, treaty.end + 90)
    if match is None or not (
        match["not"] or re.search(r"which|that|(?<!\S)(?:was|were)(?!\S)", match.group())
    ):  # fmt: skip
        return None
    words = match.group().split()
    leading = 2 if words[:2] == ["to", "which"] else 3 if words[:3] == [",", "to", "which"] else 0
    if any(word in ("should", "would", "to", "will", "may") for word in words[leading:]):
        return None
    if match["not"] or "not" in words:
        return False, treaty.start
    if match["verb"] in ("ratify", "accede"):
        return None
    return match["verb"] != "signed" and "signatory" not in match["verb"], treaty.start


def _said_later(joined: _Joined, treaty: _Named) -> tuple[bool, int] | None:
    """What a later clause says of the treaty: "… entered into force for Chad", "…, but has not yet ratified it"."""
    if names.ENTERED.match(joined.text, treaty.end):
        return True, treaty.start
    if names.UNRATIFIED.match(joined.text, treaty.end):
        return False, treaty.start
    later = names.NOT_YET.search(joined.text, treaty.end, treaty.end + _LOOK)
    return (False, treaty.start) if later is not None else None


def _is_own(document: Document, joined: _Joined, verb: int) -> bool:
    """Is it the report's country that acts, and not another ("ratified by Qatar", "countries that ratified")?"""
    at = joined.at(verb)
    for step in range(at - 1, max(at - 9, -1), -1):
        token = joined.tokens[step]
        if token.low in (";", "while"):
            return True
        if token.low in _OTHER_COUNTRY:
            # "remains one of few countries that are not party": itself
            return any(t.low in _AMONG for t in joined.tokens[max(step - 4, 0) : step])
        if token.kind == "country" and token.value.kind == "country":
            codes = {token.value.code, *token.value.homonyms, *(code for _, code in token.value.alternatives)}
            previous = joined.tokens[step - 1].low if step else ""
            return document.country_code in codes or previous in ("with", "from", "in", "to", "and", "by")
    return True


def _subject(tokens: Sequence[Token], verb: int) -> int:
    """Where the statement begins: its country or government, within a few words of the verb."""
    for step in range(verb - 1, max(verb - 9, -1), -1):
        token = tokens[step]
        if token.low in (";", ":", "."):
            return verb
        if (
            token.kind == "country"
            or ("government" in token.tags and "actor" in token.tags)
            or token.low == "parliament"
        ):
            if step and tokens[step - 1].low == "the":
                return step - 1
            return step
    return verb


def _year(
    tokens: Sequence[Token], first: int, last: int, named: list[_Named], index: int, joined: _Joined
) -> tuple[int | None, int]:
    """The year of ratification: after the treaty (of a list: after its last), else before the verb."""
    stop = len(tokens)
    step = last + 1
    own = index
    skipped = members = 0
    # "…, which it ratified in 2006": the verb and its year follow
    relative = any(token.low in ("which", "was", "were") for token in tokens[step : step + 3])
    while step < stop and skipped < 10:
        token = tokens[step]
        if token.kind == "period" and token.value.form in ("year", "date"):
            if step + 1 < stop and tokens[step + 1].low == ")" and step + 2 >= stop - 1:
                break  # the year that closes a Factbook entry
            ahead = joined.at(named[index + 1].start) if index + 1 < len(named) else stop
            later = next((at for at in range(step + 1, min(step + 6, ahead)) if tokens[at].low in _DEEDS), None)
            if later is not None and (ahead == stop or ahead - later > _OWN_VERB):
                step, skipped = step + 1, skipped + 1
                relative = True
                continue  # "signed in 2001, which it ratified in 2004": the later deed counts
            previous = tokens[step - 1].low
            if previous in ("in", "on", "of", "during", "since", "(", ","):
                return _year_of(token), step
            return None, last
        if token.low in (";", "but", "while") or (token.low == "which" and not relative):
            break
        if token.low == "(" and skipped:
            break
        if token.low in ("and", ",") and index + 1 < len(named) and joined.at(named[index + 1].start) - step < 4:
            # the list goes on: the year after its last member is that of all, unless each has its own
            index += 1
            step = joined.at(named[index].end - 1) + 1
            members += 1
            if members > _MEMBERS:
                break
            continue
        if "treaty_party" in token.tags and not relative and token.low not in _IN_FORCE:
            break
        step, skipped = step + 1, skipped + 1
    for back in range(first - 1, max(first - 14, -1), -1):
        token = tokens[back]
        if token.low == ";":
            break
        if token.kind == "period" and token.value.form in ("year", "date") and back and tokens[back - 1].low in (
            "in", "on", ",", "since", "during", "and"
        ):  # fmt: skip
            if own and back > joined.at(named[own - 1].end - 1) and tokens[back - 2].low not in ("and", ",", ";"):
                return None, last  # "acceded to A in 2014, and ratified B": the year is A's
            return _year_of(token), last
    return None, last


def _year_of(token: Token) -> int:
    """The year that a period token prints; a reporting period that it lies in does not matter to a treaty."""
    printed = _YEAR.search(token.low)
    return int(printed.group()) if printed is not None else int(token.value.year)
