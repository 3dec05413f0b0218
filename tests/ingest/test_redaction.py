"""What logs, events and messages may say of addresses and settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.redaction import has_password, redacted, without_password


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("sftp://ann:secret@host/in", "sftp://***@host/in"),
        ("sftp://ann@host/in", "sftp://***@host/in"),
        # Keys of S3 hold slashes and pluses; passwords may hold an "@".
        ("s3://AKIA:ab/cd+ef@bucket/prefix", "s3://***@bucket/prefix"),
        ("https://ann:p@ss@host:8443/in", "https://***@host:8443/in"),
        ("https://host/in?token=abc&x=1#part", "https://host/in?token=***&x=***#part"),
        ("simplecache::ftp://ann:secret@host/in", "simplecache::ftp://***@host/in"),
        ("no file at 'ftp://ann:secret@host/in', nor at s3://b/c", "no file at 'ftp://***@host/in', nor at s3://b/c"),
        # Nothing secret, nothing left out.
        ("s3://bucket/prefix", "s3://bucket/prefix"),
        ("sftp://host:22/in", "sftp://host:22/in"),
        ("s3://bucket/year@2009", "s3://bucket/year@2009"),
        ("a folder /srv/in, mail ann@host", "a folder /srv/in, mail ann@host"),
    ],
)
def test_addresses_are_shown_without_who_asks(said: str, shown: str) -> None:
    assert without_password(said) == shown
    assert has_password(said) == (said != shown)


_PASSWORD = st.text("abcXYZ019@/:+=?&%._~-", min_size=6, max_size=20).map(lambda text: f"zq{text}")


@given(_PASSWORD)
def test_no_password_is_shown_in_an_address(password: str) -> None:
    assert password not in without_password(f"s3://user:{password}@bucket/in")


@given(_PASSWORD)
def test_no_password_of_the_address_is_shown_by_itself(password: str) -> None:
    assert password not in redacted(f"530 login of u with {password} refused", f"ftp://u:{password}@host/in")


def test_settings_that_are_secret_by_their_name_are_named_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "abcDEF123456")
    monkeypatch.setenv("TIP_HOME", "/srv/tip-home")
    said = redacted("signed with abcDEF123456 for /srv/tip-home")
    assert said == "signed with <AWS_SECRET_ACCESS_KEY> for /srv/tip-home"
