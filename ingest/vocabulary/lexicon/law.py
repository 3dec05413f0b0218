"""Law enforcement: the stages, who is counted, and how sentences end."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "counts case": "case | cases | investigations | prosecutions | convictions | arrests | indictments | trials",
    "counts person": "person | persons | people | individuals | individual | traffickers | trafficker | offenders"
    " | offender | suspects | suspect | defendants | defendant | men | women | perpetrators",
}
