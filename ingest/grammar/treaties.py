"""The grammar of fact_treaties: whether the report's country is a party to a treaty, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
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
            example("In March 2011, the government ratified ILO Convention 189 and the Optional Protocol to the Convention"
                    " on the Rights of the Child on the Sale of Children, Child Prostitution, and Child Pornography.",
                    {"treaty": "ilo_c189", "is_party": True, "action_year": 2011},
                    {"treaty": "crc_opsc", "is_party": True, "action_year": 2011}, edition=2012),
            example("The country acceded to the Palermo Protocol.", {"treaty": "un_tip_protocol", "is_party": True}),
        ),
        counter_examples=(
            example("Parliament debated a law consistent with the 2000 UN TIP Protocol.", section="prevention"),
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
            example("Kazakhstan has neither signed nor ratified ILO Convention 182.",
                    {"treaty": "ilo_c182", "is_party": False}, section="prevention"),
        ),
        counter_examples=(
            example("The law is not consistent with the 2000 UN TIP Protocol.", section="prosecution"),
            example("Kazakhstan ratified the 2000 UN TIP Protocol.", section="prevention"),
        ),
    ),
)  # fmt: skip

# Each treaty in the normal form of its tokens, joined by spaces; the most specific stands first.
_NO = r"(?:no |no\. |nos |number |# ?|c ?)?"
_TREATIES: tuple[tuple[str, str], ...] = (
    ("crc_opsc", r"(?:un )?(?:(?:crc )?optional protocols? (?:\S+ ){0,14}?(?:sale of children|child prostitution|child pornography)"
                 r"|protocol (?:\S+ ){0,10}?sale of children)(?: , child prostitution ,?(?: and)? child pornography"
                 r"| , prostitution ,?(?: and)? pornography)?"),
    ("crc_opac", r"(?:un )?(?:crc )?(?:optional )?protocols? (?:\S+ ){0,14}?(?:children in armed conflicts?|armed conflicts?"
                 r"|child soldiers)"),
    ("ilo_p029", r"(?:2014 )?(?:ilo )?protocol (?:of 2014 )?to (?:the )?(?:(?:1930 )?(?:ilo )?(?:forced labou?r )?convention"
                 r"(?: of)?(?: 29)?|ilo convention 29)(?: 29)?(?: of 1930)?(?: on forced labou?r)?|ilo forced labou?r protocol"
                 r"|ilo 2014 protocol|2014 ilo (?:forced labou?r )?protocol|forced labou?r protocol"),
    ("un_tip_protocol", r"(?:2000 )?(?:un |united nations |u\.n\. )?(?:convention against transnational organized crime(?: 's)? )?"
                        r"(?:tip protocol|trafficking in persons protocol|anti-trafficking protocol|protocol on trafficking"
                        r"(?: in persons)?|palermo protocol|human trafficking protocol|trafficking protocol"
                        r"|protocol to (?:prevent|suppress)(?: ,? ?(?:suppress|and|punish|prevent|,))* (?:\S+ ){0,3}?"
                        r"trafficking(?: in persons| in human beings)?(?: ,? especially (?:in )?women and children)?"
                        r"|protocol (?:against|on|regarding|concerning) (?:human )?trafficking(?: in persons)?"
                        r"|protocol to prevent \S+ ?trafficking)(?: ,? supplementing (?:\S+ ){1,9}?crime)?"),
    ("untoc", r"(?:2000 )?(?:un |united nations )?convention against transnational organi[sz]ed crime|untoc"
              r"|palermo convention|(?:un )?transnational (?:organi[sz]ed )?crime convention"),
    ("ilo_c189", r"(?:ilo )?convention " + _NO + r"189(?: (?:on|concerning) (?:decent work for )?domestic workers?)?"
                 r"|(?:2011 )?(?:ilo )?(?:convention (?:\S+ ){0,5}?)?domestic workers?(?: convention)?(?: 189)?"
                 r"(?: \( ?(?:no )?(?:c ?)?189 ?\))?|c189|ilo 189"),
    ("ilo_c182", r"(?:ilo )?conventions? " + _NO + r"182(?: (?:on|concerning|to eliminate|for) (?:\S+ ){0,9}?worst forms of child"
                 r" labou?r)?|(?:ilo )?(?:convention (?:\S+ ){0,9}?)?worst forms of child labou?r(?: convention)?"
                 r"|c182|ilo 182"),
    ("ilo_c105", r"(?:ilo )?conventions? " + _NO + r"105(?: (?:on|concerning) (?:\S+ ){0,4}?forced labou?r)?"
                 r"|abolition of forced labou?r convention|(?:ilo )?convention on the abolition of forced labou?r|c105"),
    ("ilo_c29", r"(?:ilo )?conventions? " + _NO + r"0?29(?: (?:on|concerning) (?:\S+ ){0,3}?labou?r)?"
                r"|(?:1930 )?(?:ilo )?(?:forced labou?r convention|convention on forced (?:or compulsory )?labou?r)|c29"),
    ("coe_convention", r"(?:2005 )?(?:coe|council of europe(?: 's)?) (?:anti-trafficking )?convention(?: on(?: action)?"
                       r"(?: against)? (?:\S+ ){0,2}?(?:human beings|trafficking|persons))?"
                       r"|convention on action against trafficking in human beings|european convention (?:on|against)"
                       r" (?:\S+ ){0,3}?trafficking(?: in human beings)?"),
    ("other", r"(?:un |united nations |ilo |saarc |international |european |inter-american |hague |geneva |asean |african )"
              r"(?:\S+ ){0,3}?(?:convention|protocol|treaty)(?: (?:on|for|against|concerning) (?:\S+ ){0,9}?"
              r"(?:children|child|women|workers|families|members|slavery|prostitution|others|forced labou?r|adoption"
              r"|abduction|employment|seafarers|fishing|refugees|persons|discrimination))?"
              r"|convention on the rights of the child|convention (?:on|for) (?:\S+ ){1,8}?(?:women|slavery|prostitution"
              r"|migrant workers|others|families|adoption|refugees)"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{name}>(?<!\\S)(?:{pattern})(?!\\S))" for name, pattern in _TREATIES))
# "ILO Conventions 29, 105, and 182": one noun, several numbers.
_ILO_LIST = re.compile(
    r"(?<!\S)ilo (?:core )?(?:labor )?conventions? (?:nos? |numbers? )?((?:\d{1,3}(?: ?,| ?and| ?, ?and)? ?){2,8})(?!\S)"
)
_ILO_NUMBERS = {"29": "ilo_c29", "105": "ilo_c105", "182": "ilo_c182", "189": "ilo_c189"}

_RATIFY = re.compile(
    r"(?<!\S)(?:(?P<party>(?:is|are|was|remains?|became|becomes|becoming|now) (?:\S+ ){0,3}?(?:party|parties|state party|states party)(?: to)?"
    r"|(?:state )?party to|(?:is|are) (?:\S+ ){0,2}?signator(?:y|ies) to)"
    r"|(?P<ratify>ratified|ratifies|acceded(?: to)?|accedes to|ratification of|accession to|acceding to|ratifying"
    r"|ratify|accede(?: to)?|completed (?:its )?ratification of|deposited (?:\S+ ){1,8}?(?:ratification|accession)(?: (?:to|of|for))?|adopted)"
    r"|(?P<sign>signed|sign|signator(?:y|ies) (?:to|of)))(?!\S)"
)
# What takes back the verb after it, or makes it no deed: "has not", "took steps to", "pending", "urged to".
_DENIAL = re.compile(
    r"(?<!\S)(?:not|never|neither|nor|no|failed to|yet to|without|did not|has not|have not|is not|does not|was not)(?!\S)"
)
_INTENT = re.compile(
    r"(?<!\S)(?:to ratify|to accede|to sign|to become|toward ratifying|towards ratifying|toward ratification|towards ratification"
    r"|should|would|will|plans? to|considering|considered|legislation to|bill to|draft|urged|encouraged|in preparation for"
    r"|steps to|process of|prior to|before|pending|consider|if|once|expected to|intends? to|intention|requires? ratification"
    r"|approved the|approval|debated|submitted|discuss(?:ed|ing)|awaiting|required for|conditions? for|supports?|recommended"
    r"|obligations|committed to|in order to|until)(?!\S)"
)
_OTHER_COUNTRY = frozenset({"countries", "states"})
_LOOK = 160
_MEMBERS = 12


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
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.starts[middle] <= offset:
                low = middle
            else:
                high = middle - 1
        return low


def _statements(document: Document, sentence: Sentence) -> Iterator[Fact]:
    joined = _Joined(sentence.tokens)
    text = joined.text
    named = _named(text)
    if not named:
        return
    status: tuple[bool, int] | None = None
    for index, treaty in enumerate(named):
        since = named[index - 1].end if index else 0
        status = _status(document, joined, treaty, since, status)
        if status is None:
            continue
        is_party, verb = status
        first, last = joined.at(treaty.start), joined.at(treaty.end - 1)
        tokens = sentence.tokens
        year, year_at = _year(tokens, first, last, named, index, joined) if is_party else (None, last)
        values: dict[str, Any] = {
            "treaty": treaty.treaty,
            "treaty_text": document.text[tokens[first].start : tokens[last].end],
            "is_party": is_party,
            "action_year": year,
        }
        start = tokens[_subject(tokens, min(joined.at(verb), first))].start
        end = max(tokens[last].end, tokens[year_at].end)
        if end - start > 300:
            start = max(tokens[min(joined.at(verb), first)].start, end - 300)
        if end - start > 300:
            start, end = tokens[first].start, tokens[last].end
        yield Fact(_TABLE, "treaties.party" if is_party else "treaties.no_party", start, end, values)


def _named(text: str) -> list[_Named]:
    found: list[_Named] = []
    taken_to = 0
    for match in _ILO_LIST.finditer(text):
        for number in re.finditer(r"\d+", match.group(1)):
            treaty = _ILO_NUMBERS.get(number.group(), "other")
            start = match.start() if number.start() == 0 else match.start(1) + number.start()
            found.append(_Named(treaty, start, match.start(1) + number.end()))
    listed = [(item.start, item.end) for item in found]
    for match in _ANY.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in listed):
            continue
        if match.start() >= taken_to:
            found.append(_Named(str(match.lastgroup), match.start(), match.end()))
            taken_to = match.end()
    return sorted(found, key=lambda item: item.start)


_LISTED = re.compile(
    r"[\s,;()]*(?:(?:and|or|as well as|its|the|both|also|in \d{4}|\d{4}|nor|to|of|un|no|\d{1,3})[\s,;()]+){0,6}"
)


def _status(
    document: Document, joined: _Joined, treaty: _Named, since: int, listed: tuple[bool, int] | None
) -> tuple[bool, int] | None:
    """Whether the country is a party to the treaty, and where its verb stands; None where nothing is said of that.

    `listed` is the status of the treaty named before: "ratified A, B, and C" shares one verb.
    """
    between = joined.text[since : treaty.start]
    verbs = list(_RATIFY.finditer(between))
    if verbs:
        return _judge(document, joined, verbs[-1].start() + since, treaty, since) or _verb_after(
            document, joined, treaty
        )
    if since and len(between) < 60 and _LISTED.fullmatch(between):
        return listed
    return _verb_after(document, joined, treaty)


def _judge(document: Document, joined: _Joined, verb: int, treaty: _Named, since: int) -> tuple[bool, int] | None:
    text = joined.text
    match = _RATIFY.match(text, verb)
    if match is None or treaty.start - match.end() > 110:
        return None
    if re.search(r"(?<!\S)(?:consistent with|pursuant to|under|accordance with|implement\S*|as defined|requirements of|definition)(?!\S)",
                 text[match.end() : treaty.start]):  # fmt: skip
        return None
    before = text[max(since, verb - _LOOK) : verb]
    clause = re.split(r"[;:]| however | while | although ", before)[-1]
    if not _is_own(document, joined, verb, since):
        return None
    near = clause[-40:]
    denied = bool(_DENIAL.search(near)) or bool(re.search(r"(?<!\S)(?:but|and) not(?:\s|$)", near))
    inner = match.group()
    denied = denied or " not " in f" {inner} "
    if inner in ("ratify", "accede", "accede to", "sign"):
        if denied:
            return False, verb
        # "became the second country to ratify"
        return (True, verb) if inner != "sign" and re.search(r"(?<!\S)becam?e(?:\s\S+){1,6}\sto\s*$", clause) else None
    if match["sign"] or (match["party"] and "signator" in inner):
        # "signed but has not ratified X" has its other verb before X; "signed X but did not ratify it" after it.
        after = text[treaty.end : treaty.end + 60]
        if re.match(
            r"\s*(?:,\s*)?(?:(?:in|on) \S+(?: \S+){0,2}\s*,?\s*)?(?:and|,)\s*(?:subsequently |later |then )?(?:ratified|acceded)",
            after,
        ):
            return True, verb
        return False, verb
    if denied:
        return False, verb
    if _INTENT.search(near) or (
        match["ratify"] and inner.startswith(("ratification", "accession", "ratifying", "acceding"))
    ):
        # A noun ("its ratification of X in 2005") is a deed only if its sentence says that it was done.
        if (
            inner.startswith(("ratification", "accession"))
            and re.search(r"(?<!\S)(?:completed|its|deposited|finalized|instruments? of)(?:\s\S+){0,2}\s*$", near)
            and not _INTENT.search(near)
        ):
            return True, verb
        return None
    if inner == "adopted" and "ilo " not in text[max(treaty.start - 30, 0) : treaty.end]:
        return None
    return True, verb


def _verb_after(document: Document, joined: _Joined, treaty: _Named) -> tuple[bool, int] | None:
    """ "the 2000 UN TIP Protocol, which it ratified in 2006", "… to which Chad acceded in 2013"."""
    after = joined.text[treaty.end : treaty.end + 90]
    match = re.match(
        r"\s*,?\s*(?:\( )?(?:to which|which|that)?\s*(?:\S+ ){0,5}?(?P<not>(?:has|have|did|is|was)? ?not(?: yet)? )?"
        r"(?P<verb>ratified|ratify|acceded|accede|signed|party|a party)(?!\S)",
        after,
    )
    if match is None or not re.search(r"which|that|(?<!\S)(?:was|were)(?!\S)", match.group()):
        return None
    words = match.group().split()
    if any(word in ("should", "would", "to", "will") for word in words if word != "to" or words[:2] != ["to", "which"]):
        if "to" in words and words[:1] != ["to"] and words[:2] != [",", "to"]:
            return None
    if match["not"] or "not" in words:
        return False, treaty.start
    if match["verb"] in ("ratify", "accede"):
        return None
    return match["verb"] != "signed", treaty.start


def _is_own(document: Document, joined: _Joined, verb: int, since: int) -> bool:
    """Is it the report's country that acts, and not another ("ratified by Qatar", "countries that ratified")?"""
    at = joined.at(verb)
    for step in range(at - 1, max(at - 9, -1), -1):
        token = joined.tokens[step]
        if token.low in (";", "while"):
            break
        if token.kind == "country" and token.value.kind == "country":
            codes = {token.value.code, *token.value.homonyms, *(code for _, code in token.value.alternatives)}
            previous = joined.tokens[step - 1].low if step else ""
            if document.country_code not in codes and previous not in ("with", "from", "in", "to", "and", "by"):
                return False
            return True
        if token.low in _OTHER_COUNTRY:
            return False
    return True


def _subject(tokens: Sequence[Token], verb: int) -> int:
    """Where the statement begins: its country or government, within a few words of the verb."""
    for step in range(verb - 1, max(verb - 9, -1), -1):
        token = tokens[step]
        if token.low in (";", ":", "."):
            return verb
        if token.kind == "country" or ("government" in token.tags and "actor" in token.tags) or token.low == "parliament":
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
    skipped = members = 0
    while step < stop and skipped < 7:
        token = tokens[step]
        if token.kind == "period" and token.value.form in ("year", "date"):
            if step + 1 < stop and tokens[step + 1].low == ")" and step + 2 >= stop - 1:
                break  # the year that closes a Factbook entry
            previous = tokens[step - 1].low
            if previous in ("in", "on", "of", "during", "since", "(", ","):
                return token.value.year, step
            return None, last
        if token.low in (";", "but", "while", "which") or (token.low == "(" and skipped):
            break
        if token.low in ("and", ",") and index + 1 < len(named) and joined.at(named[index + 1].start) - step < 4:
            # the list goes on: the year after its last member is that of all, unless each has its own
            index += 1
            step = joined.at(named[index].end - 1) + 1
            members += 1
            if members > _MEMBERS:
                break
            continue
        if "treaty_party" in token.tags:
            break
        step, skipped = step + 1, skipped + 1
    for back in range(first - 1, max(first - 14, -1), -1):
        token = tokens[back]
        if token.low == ";":
            break
        if token.kind == "period" and token.value.form in ("year", "date") and back and tokens[back - 1].low in (
            "in", "on", ",", "since", "during", "and"
        ):  # fmt: skip
            return token.value.year, last
    return None, last
