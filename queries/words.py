"""Small helpers for sentences in Swedish and English."""

from __future__ import annotations

from collections.abc import Iterable


def amount(number: int, one: str, many: str) -> str:
    """ "1 möte", "3 möten"."""
    return f"{number} {one if number == 1 else many}"


def listing(names: Iterable[str], last: str = "och") -> str:
    """ "a", "a och b", "a, b och c"; `last` is "och" or "and"."""
    parts = list(names)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def initial(text: str) -> str:
    """With a capital letter first."""
    return text[:1].upper() + text[1:]
