"""Small helpers for sentences in Swedish and English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from graph.record import DecisionKind

DECISION_WORDS: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.OPEN: "öppna",
    DecisionKind.CLOSE: "avsluta",
    DecisionKind.APPROVE: "godkänna",
    DecisionKind.ADOPT: "anta",
    DecisionKind.APPOINT: "utse",
    DecisionKind.TABLE: "till handlingarna",
    DecisionKind.RECOMMEND: "rekommendera",
    DecisionKind.ASSIGN: "ge i uppdrag",
    DecisionKind.PETITION: "tillskriva",
    DecisionKind.INVITE: "bjuda in",
    DecisionKind.NOTE: "notera",
    DecisionKind.POSTPONE: "skjuta upp",
    DecisionKind.REJECT: "avslå",
    DecisionKind.DIRECT: "anvisa",
}
"""What each kind of decision does, in Swedish; the English words are the kinds themselves."""


def amount(number: int, one: str, many: str) -> str:
    """ "1 möte", "3 möten"."""
    return f"{number} {one if number == 1 else many}"


def decimals(number: float) -> str:
    """A number as Swedish writes it, with two decimals: "0,39"."""
    return f"{number:.2f}".replace(".", ",")


def listing(names: Iterable[str], last: str = "och") -> str:
    """ "a", "a och b", "a, b och c"; `last` is "och" or "and". A name with a comma in it stands in quotation marks."""
    parts = [quoted(name, last) for name in names]
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


MANY = 8
"""Names in a list at most; of more it tells how many."""


def listing_of_many(names: Sequence[str], last: str = "och") -> str:
    """The first names in the same way, and how many more there are: "a, b, c och 12 till"; `last` is "och" or "and"."""
    if len(names) <= MANY:
        return listing(names, last)
    some = ", ".join(quoted(name, last) for name in names[:MANY])
    return f"{some} {last} {len(names) - MANY} {'more' if last == 'and' else 'till'}"


def quoted(name: str, last: str = "och") -> str:
    """A name with a comma in it in quotation marks, else as it is: "Styrgrupp, Vård" is one name and not two."""
    if ", " not in name:
        return name
    return f"“{name}”" if last == "and" else f"”{name}”"


def days_waited(since: dt.date | None, today: dt.date) -> int | None:
    """Days from `since` until today; None when the day is not known or has not come."""
    return (today - since).days if since is not None and since <= today else None


def initial(text: str) -> str:
    """With a capital letter first."""
    return text[:1].upper() + text[1:]
