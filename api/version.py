"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """As its package says; "0" where it runs without being installed."""
    try:
        return version("arendegang")
    except PackageNotFoundError:
        return "0"
