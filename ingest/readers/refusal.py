"""The one way a reader says no."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is a verdict on the file, not an error of ours
    """A file that no reader takes; the message is the reason shown to the user."""
