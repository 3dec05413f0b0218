"""The names of treaties and the verbs of becoming a party, as patterns over a sentence's normal forms. No facts.

A sentence is its tokens' normal forms joined by single spaces. Every repetition in a pattern is bounded.
"""

from __future__ import annotations

import re


def _any(*alternatives: str) -> str:
    return "|".join(alternatives)


def _whole(pattern: str) -> str:
    """The pattern between spaces or ends: whole words only."""
    return rf"(?<!\S)(?:{pattern})(?!\S)"


_UN = r"(?:2000 )?(?:un |united nations |u\.n\. )?"
_NO = r"(?:no |no\. |nos |number |# ?|c ?)?"
_CHILDREN = r"(?:sale of children|child prostitution|child pornography)"
_REST_OF_OPSC = r"(?: ,)?(?: and)?(?: child)? prostitution(?: ,)?(?: and)?(?:(?: child| in)? pornography)?"
_SUPPLEMENT = r"(?: ,? ?supplementing (?:\S+ ){1,9}?crime)?"
_LABOR = r"labou?r"
_FORCED = rf"forced {_LABOR}"
_SUBJECTS = _any(
    "children", "child", "women", "workers", "families", "members", "slavery", "prostitution", "others", "adoption",
    _FORCED, "abduction", "employment", "seafarers", "fishing", "refugees", "persons", "discrimination", "torture",
    r"trafficking(?: in (?:persons|human beings|women|children))?",
)  # fmt: skip
_BODIES = _any(
    "un", "united nations", "ilo", "saarc", "international", "european", "inter-american", "hague", "geneva", "asean",
    "african", "arab", "ecowas",
)  # fmt: skip

# The most specific name stands first: an optional protocol names its convention.
_CRC = r"(?:crc|(?:un )?convention on the rights of (?:the )?child(?:ren)?)"
_TREATIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("crc_both", (
        rf"optional protocols to (?:the )?(?:un )?{_CRC}(?! (?:on|concerning|regarding)(?!\S))",
        rf"either (?:crc )?optional protocol(?: (?:to|of) (?:the )?(?:un )?{_CRC})?", r"crc optional protocols",
        rf"optional protocols (?:\S+ ){{0,14}}?armed conflicts? (?:\S+ ){{0,5}}?{_CHILDREN}(?:{_REST_OF_OPSC})?",
        rf"optional protocols (?:\S+ ){{0,14}}?{_CHILDREN}(?:{_REST_OF_OPSC})? (?:\S+ ){{0,8}}?armed conflicts?",
    )),
    ("crc_opsc", (
        rf"(?:un )?(?:crc )?optional protocols? (?:\S+ ){{0,14}}?{_CHILDREN}(?:{_REST_OF_OPSC})?",
        r"sale of children protocol(?: supplementing the (?:un )?(?:convention on the )?rights of the child"
        r"(?: convention)?)?",
        rf"protocol (?:\S+ ){{0,10}}?sale of children(?:{_REST_OF_OPSC})?",
    )),
    ("crc_opac", (
        r"(?:un )?(?:crc )?(?:optional )?protocols? (?:\S+ ){0,14}?(?:children in )?armed conflicts?",
        r"(?:optional )?protocol (?:\S+ ){0,6}?child soldiers",
    )),
    ("ilo_p029", (
        rf"(?:2014 )?(?:ilo )?protocol (?:of 2014 )?to (?:the )?(?:1930 )?(?:ilo )?(?:{_FORCED} )?convention"
        rf"(?: of)? {_NO}?29(?: of 1930)?(?: on {_FORCED})?",
        rf"(?:2014 )?(?:ilo )?protocol (?:of 2014 )?to (?:the )?(?:1930 )?(?:ilo )?{_FORCED} convention(?: of 1930)?",
        rf"(?:ilo )?protocol {_NO}29(?: (?:on|to|supplementing) (?:the )?{_FORCED}(?: convention)?)?",
        rf"(?:2014 )?(?:ilo )?protocol (?:on|against|concerning) {_FORCED}(?: convention)?",
        rf"(?:2014 )?(?:ilo )?{_FORCED} protocol", r"ilo 2014 protocol", r"2014 ilo protocol", "p029",
    )),
    ("un_tip_protocol", (
        rf"{_UN}(?:convention against transnational organized crime )?(?:tip|palermo) protocol",
        rf"{_UN}(?:anti-)?(?:human )?trafficking(?: in persons)? protocol",
        rf"{_UN}anti-trafficking(?: in persons)? protocol",
        rf"{_UN}protocols? (?:against|on|regarding|concerning) (?:human )?trafficking(?: in persons| in human beings)?",
        r"(?:un|united nations) protocol(?! (?:to|on|against|for|regarding|concerning|relating)(?!\S))",
        rf"{_UN}protocol to (?:prevent|suppress)(?: ,? ?(?:suppress|and|punish|prevent|,)){{0,8}} (?:\S+ ){{0,3}}?"
        rf"trafficking(?: in persons| in human beings)?(?: ,? ?especially (?:in )?women and children)?{_SUPPLEMENT}",
    )),
    ("untoc", (
        rf"(?:parent )?{_UN}convention against transnational organi[sz]ed crime", r"untoc",
        r"palermo convention", r"parent convention",
        r"(?:un )?transnational (?:organi[sz]ed )?crime convention",
    )),
    ("ilo_c189", (
        rf"(?:ilo )?conventions? {_NO}189(?: (?:on|concerning) (?:decent work for )?domestic workers?)?",
        r"(?:2011 )?(?:ilo )?convention (?:\S+ ){1,5}?domestic workers?(?: \( ?(?:no )?(?:c ?)?189 ?\))?",
        r"(?:2011 )?(?:ilo )?domestic workers? convention(?: 189)?(?: \( ?(?:no )?(?:c ?)?189 ?\))?",
        r"(?:ilo )?c ?189", "ilo 189",
    )),
    ("ilo_c182", (
        rf"(?:ilo )?conventions? {_NO}182(?: (?:on|concerning|to eliminate|for) (?:\S+ ){{0,9}}?worst forms of child"
        rf" {_LABOR})?",
        rf"(?:ilo )?conventions? (?:\S+ ){{0,9}}?worst forms of child {_LABOR}",
        rf"(?:ilo )?worst forms of child {_LABOR} convention", r"(?:ilo )?c ?182", "ilo 182",
    )),
    ("ilo_c105", (
        rf"(?:ilo )?conventions? {_NO}105(?: (?:on|concerning) (?:\S+ ){{0,4}}?{_FORCED})?",
        rf"(?:ilo )?abolition of {_FORCED} convention", rf"(?:ilo )?convention on the abolition of {_FORCED}",
        r"(?:ilo )?c ?105",
    )),
    ("ilo_c29", (
        rf"(?:ilo )?conventions? {_NO}0?29(?: (?:on|concerning) (?:\S+ ){{0,3}}?{_LABOR})?",
        rf"(?:1930 )?(?:ilo )?{_FORCED} convention",
        rf"(?:1930 )?(?:ilo )?convention (?:on|concerning) forced (?:or compulsory )?{_LABOR}", r"(?:ilo )?c ?0?29",
    )),
    ("coe_convention", (
        r"(?:2005 )?(?:coe|council of europe) (?:anti-trafficking )?convention(?: on(?: action)?(?: against)?"
        r"(?: \S+){0,2}? (?:human beings|trafficking in persons))?",
        r"convention on action against trafficking in human beings",
        r"european convention (?:on|against) (?:\S+ ){0,3}?trafficking(?: in human beings)?",
    )),
    ("other", (
        r"(?:un )?(?:migrant |anti-)?smuggling protocol", r"(?:un )?protocol against (?:the )?(?:\S+ ){0,2}?smuggling"
        r"(?: of migrants)?(?: by land , sea ,? ?and air)?",
        rf"(?:{_BODIES}) (?:\S+ ){{0,3}}?(?:convention|protocol|treaty)(?: (?:on|for|against|concerning)"
        rf" (?:\S+ ){{0,9}}?(?:{_SUBJECTS}))?",
        r"convention on the rights of the child",
        r"convention (?:on|for) (?:\S+ ){1,8}?(?:women|slavery|prostitution|migrant workers|others|families|adoption"
        r"|refugees)",
    )),
)  # fmt: skip
# "ILO Conventions 29, 105, and 182": one noun, several numbers.
_ILO_LIST = (
    r"ilo (?:core )?(?:labor )?conventions? (?:nos? |numbers? )?\d{1,3}"
    r"(?:(?: ,)?(?: and)?(?: conventions?)?(?: no)? \d{1,3}(?!\d)){1,8}"
    r"(?: (?:on|concerning) (?:the )?(?:\S+ ){0,3}?(?:forced|child) labou?r)?"
)
_KNOWN = r"(?:29|105|182|189|138|81)"
_BARE_LIST = rf"conventions (?:nos? )?{_KNOWN}(?:(?: ,)?(?: and)? {_KNOWN}(?!\d)){{1,5}}"
# The first words of all names: most words of a text are none of them.
_OPENERS = (
    r"(?<!\S)(?=2000 |either "
    r"|2014 |1930 |2011 |2005 |un |united |u\.n\. |ilo |crc |optional |protocols? |conventions? |forced "
    r"|tip |palermo |parent |migrant |smuggling |sale |anti-|human |trafficking |untoc|transnational |domestic "
    r"|worst |abolition |coe "
    r"|council "
    r"|european |international |saarc |inter-american |hague |geneva |asean |african |arab |ecowas "
    r"|c29|c105|c182|c189|p029)"
)
TREATY = re.compile(
    _OPENERS
    + "(?:"
    + "|".join((
        f"(?P<ilo_list>{_ILO_LIST}|{_BARE_LIST})(?!\\S)",
        *(f"(?P<{name}>(?:{_any(*patterns)})(?!\\S))" for name, patterns in _TREATIES),
    ))
    + ")"
)  # fmt: skip
# An agreement without a name is a treaty where it is one to ratify.
AGREEMENT = re.compile(
    r"(?<!\S)(?:ratified|ratif(?:y|ies|ying)|ratification of) (?:a|an|the|its|two|both) "
    r"(?P<agreement>(?:[^\s,;()]+ ){0,5}?agreements?)(?!\S)"
)
ILO_NUMBERS = {"29": "ilo_c29", "105": "ilo_c105", "182": "ilo_c182", "189": "ilo_c189"}

_BE = _any("is", "are", "was", "remains?", "remained", "became", "becomes", "becoming", "become", "now")
_PAPERS = r"(?:\S+ ){0,3}?instruments? of (?:ratification|accession)(?: (?:to|of|for))?"
RATIFY = re.compile(
    _whole(_any(
        r"(?P<nonparty>(?:\S+ ){0,1}?non-?part(?:y|ies) to)",
        r"(?P<outside>(?:is|remains?|remained|stays|stayed|was|still) outside(?: of)?)",
        "(?P<party>" + _any(
            r"(?:is|are|was|remains?|remained) bound by",
            rf"(?:{_BE}) (?:\S+ ){{0,3}}?(?:state |states )?(?:party|parties)(?: to)?",
            r"(?:state )?party to", r"(?:is|are) (?:\S+ ){0,2}?signator(?:y|ies) to",
        ) + ")",
        "(?P<ratify>" + _any(
            "ratified", "ratifies", r"acceded(?: to)?", "accedes to", "ratification of", "accession to", "acceding to",
            "ratifying", "ratify", r"accede(?: to)?", "completed (?:its )?ratification of",
            r"completed (?:\S+ ){1,4}?(?:ratification of|ratifying|accession to|acceding to)",
            r"deposited (?:\S+ ){1,8}?(?:ratification|accession)(?: (?:to|of|for))?", "adopted",
            rf"signed {_PAPERS}", "joined", "joins", "join", "joining",
            r"(?:signed|passed|enacted|adopted|promulgated) (?:\S+ ){1,3}?(?:law|act|decree|bill|legislation)"
            r"(?: \S+)? (?:ratifying|acceding to)",
        ) + ")",
        "(?P<sign>" + _any("signed", "sign", "signator(?:y|ies) (?:to|of)") + ")",
    ))
)  # fmt: skip
# What takes back the verb after it, or makes it no deed: "has not", "took steps to", "pending", "urged to".
DENIAL = re.compile(
    _whole(_any(
        "not", "never", "neither", "nor", "no", "failed to", "failure to", "yet to", "without(?! reservations?)",
        "did not", "has not", "have not", "is not", "does not", "was not", "had not",
    ))
)  # fmt: skip
INTENT = re.compile(
    _whole(_any(
        "to ratify", "to accede", "to sign", "to become", "towards? ratifying", "towards? ratification", "should",
        "would", "will", "plans? to", "considering", "considered", "consider", "legislation to", "bill to", "draft",
        "urged", "encouraged", "in preparation for", "steps to", "process of", "prior to", "before", "pending", "if",
        "once", "expected to", "intends? to", "intention", "requires? ratification", "approved the", "approval",
        "debated", "submitted", "discuss(?:ed|ing)", "awaiting", "required for", "conditions? for", "supports?",
        "recommended", "obligations", "committed to", "in order to", "until",
    ))
)  # fmt: skip
# Between a verb and its treaty: the law or act is only measured against the treaty.
MEASURED = re.compile(
    _whole(_any("consistent with", "pursuant to", "under", "accordance with", r"implement\S*", "as defined",
                "requirements of", "definition", "obligations", "in line with"))
)  # fmt: skip
# Between two treaties of one list.
_DATED = r"(?:in|on) (?:[a-z]+ )?(?:\d{1,2}(?: ,|,)? ?)?(?:of )?\d{4}"
LISTED = re.compile(
    r"(?:\s*\( ?[a-z0-9-]{2,9} ?\))?"  # an abbreviation: "(CEDAW)"
    r"[\s,;()]*(?:(?:and|or|as well as|along with|together with|in addition to|its|the|both|also|two|three|to both"
    r"|supplement(?:ing|al|ary)|additional|accompanying|related|associated|on|concerning|parent"
    rf"|{_DATED}|\d{{4}}|nor|to|of|un|no|\d{{1,3}})[\s,;()]+){{0,6}}"
)
# "is a party to A, but not to B".
BUT_NOT = re.compile(
    r"[\s,]*(?:but|and|though|yet)[\s,]+(?:to date[\s,]+)?not (?:yet )?(?:a party )?(?:to |of )?(?:the )?"
)
# "…, which it ratified in 2006"; "… to which Chad acceded".
RELATIVE = re.compile(
    r"\s*(?:in \d{4}\s*)?,?\s*(?:\( )?(?:to which|which|that)?\s*(?:\S+ ){0,5}?"
    r"(?P<not>(?:has|have|had|did|is|was)? ?not(?: yet)? (?:been )?)?"
    r"(?P<verb>ratified|ratify|acceded|accede|signed|party|a party|a signatory|signatory)(?!\S)"
)
UNRATIFIED = re.compile(r"\s*(?:still |yet )?(?:remains?|remained|is|was|stays|stayed)(?: still)? unratified(?!\S)")
# "…, but the parliament has not yet ratified it": what a later clause says of a treaty that was named.
NOT_YET = re.compile(
    r"(?<!\S)(?:but|however|though|although|yet)(?: \S+){1,8}? (?:has|had|have|did) not (?:yet )?"
    r"(?:ratif(?:y|ied)|acceded? to) (?:it|the protocol|the convention)(?!\S)"
)
ENTERED = re.compile(
    r"\s*,?\s*(?:which )?(?:entered|came|went) into (?:force|effect) (?:for|in) (?!\d|january|february|march|april|may "
    r"|june|july|august|september|october|november|december)"
)
TOOK_PLACE = re.compile(r"\s*(?:, [^,]{1,30} , )?(?:took place|occurred|was completed|came)(?: \S+)? (?:in|on) ")
# "signed …, and later ratified": after a treaty that the country signed.
THEN_RATIFIED = re.compile(
    r"\s*(?:,\s*)?(?:(?:in|on|since) \S+(?: \S+){0,2}\s*,?\s*)?(?:and|,)?\s*(?:subsequently |later |then )?"
    r"(?:ratified|acceded|became (?:a )?(?:state )?party"
    r"|but did not (?:become a (?:state )?party|ratify (?:it )?|accede (?:to it )?)(?: to it)? ?until(?!\S))"
)
# The efforts that an overview sums up in gerunds, so far as they were made.
EFFORTS_BY = re.compile(
    r"(?<!\S)(?:demonstrated|made|took|showed)(?:\s\S+){0,3}\s(?:efforts|progress|steps)\s(?:[^.;]*\s)?by\s"
    r"|(?<!\S)(?:these|its|such) efforts included\s"
)
