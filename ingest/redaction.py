"""Words fit for logs, events and messages: addresses and settings without what is secret in them."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*://[^\s\"'<>]+")
# Who asks, before the place: with a password, which may hold any sign, up to the last "@"; else up to the first "/".
_USER = re.compile(r"(?<=://)(?:[^/:]*:.*@|[^/]*@)")
_QUERY = re.compile(r"(?<==)[^&#]+")
_SECRET_NAMES = re.compile(r"SECRET|TOKEN|PASSWORD|PASSWD|_KEY|CREDENTIAL|WEBHOOK|(DATABASE|POSTGRES)_URL", re.I)
_SHORTEST_SECRET = 6


def without_password(text: str) -> str:
    """A text whose addresses (`scheme://…`) lack user, password, and the values of their query, which may sign them."""

    def plain(match: re.Match[str]) -> str:
        place, mark, query = _USER.sub("***@", match[0]).partition("?")
        return place + mark + _QUERY.sub("***", query)

    return _ADDRESS.sub(plain, text)


def has_password(url: str) -> bool:
    """Does an address name more than a place?"""
    return without_password(url) != url


def redacted(text: str, url: str = "") -> str:
    """A text without passwords in its addresses and without the values of settings that are secret by their name.

    `url` is an address whose password is left out wherever it stands, by itself, too.
    """
    secrets = {
        value: f"<{name}>"
        for name, value in os.environ.items()
        if _SECRET_NAMES.search(name) and len(value) >= _SHORTEST_SECRET
    }
    if user := _USER.search(url):
        password = user[0][:-1].partition(":")[2]
        secrets |= {value: "***" for value in (user[0], password, unquote(password)) if value}
    for value in sorted(secrets, key=len, reverse=True):
        text = text.replace(value, secrets[value])
    return without_password(text)
