"""Text cells that a spreadsheet shows and never runs, and the way back to the text as it was.

A spreadsheet takes a cell that begins with = + - @, a tab or a line break for a formula, and some take
the full-width forms for it, too. Such a text gets one leading apostrophe, and so does a text that already
begins with apostrophes and then one of these: so each cell leads back to exactly one text.
"""

from __future__ import annotations

import re

# Full-width forms included: spreadsheets with an East Asian input method read them as the plain ones.
_STARTERS = r"=+\-@\t\r\n＝＋－＠"
RISKY = rf"^'*[{_STARTERS}]"
_GUARDED = re.compile(rf"'+[{_STARTERS}]")
_RISKY = re.compile(RISKY)


def harmless(text: str) -> str:
    """`text` as it stands in a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def original(cell: str) -> str:
    """The text that `harmless` made `cell` of: one leading apostrophe less where it was added."""
    return cell[1:] if _GUARDED.match(cell) else cell


def harmless_sql(expression: str) -> str:
    """The SQL expression that does to the text `expression` what `harmless` does."""
    pattern = RISKY.replace("'", "''")
    return f"CASE WHEN regexp_matches({expression}, '{pattern}') THEN '''' || {expression} ELSE {expression} END"
