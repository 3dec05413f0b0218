"""The command `tip`, the release code, and what users of a published release import."""
