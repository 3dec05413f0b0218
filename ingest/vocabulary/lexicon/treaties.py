"""Treaties: their general nouns, and the verbs of becoming a party."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "treaty_noun": "protocol | protocols | convention | conventions | untoc | treaty | treaties | c189 | c182 | c29"
    " | c105 | p029 | crc | convention's"
    " | agreement | agreements",
    "treaty_party": "party | parties | ratified | ratify | ratifies | ratifying | ratification | acceded | accede"
    " | accedes | acceding | accession | signed | sign | signing | signatory | signatories | state party"
    " | states party | adopted | accepted | deposited | joined | joins | join | joining"
    " | became | came into force | came into effect | entered into effect | went into effect | non-party | non-parties"
    " | nonparty | nonparties | unratified | bound by | outside"
    " | entered into force",
}
