"""How Swedish minutes write dates, times, genitives and lists. Pure strings."""

from __future__ import annotations

import datetime as dt
import random

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def long_date(date: dt.date) -> str:
    """11 juni 2026"""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def day_month(date: dt.date) -> str:
    """11 juni: the year stands elsewhere"""
    return f"{date.day} {MONTHS[date.month - 1]}"


def compact(date: dt.date) -> str:
    """260611"""
    return date.strftime("%y%m%d")


def any_date(date: dt.date, rng: random.Random) -> str:
    """The date in one of the forms that carry their year."""
    weekday = WEEKDAYS[date.weekday()]
    return rng.choice(
        (
            date.isoformat(), date.isoformat(), compact(date), long_date(date), f"den {long_date(date)}", f"{weekday} {long_date(date)}",
            f"{weekday}en den {long_date(date)}", f"{date.day}/{date.month} {date.year}", f"{date.day}/{date.month}-{date.year}",
            f"{date.year}{date.month:02}{date.day:02}", f"{date.day}.{date.month}.{date.year}", f"{weekday.capitalize()} {long_date(date)}",
        )
    )  # fmt: skip


def clock(time: str, rng: random.Random) -> str:
    """ "09:00" as 09.00, 9.00, 09:00 or 9 (only on the hour)."""
    hours, minutes = time.split(":")
    forms = [f"{hours}.{minutes}", f"{hours}:{minutes}", f"{int(hours)}.{minutes}"]
    if minutes == "00":
        forms.append(str(int(hours)))
    return rng.choice(forms)


def hours(start: str, end: str, rng: random.Random) -> str:
    """A span of time: "kl. 09.00–12.00", "Kl 9-12", "09:00 – 12:00". Both ends in one form, unless only one is on the hour."""
    state = rng.randint(0, 2)
    forms = (
        lambda t: t.replace(":", "."),
        lambda t: t,
        lambda t: f"{int(t[:2])}.{t[3:]}" if t[3:] != "00" else str(int(t[:2])),
    )
    a, b = forms[state](start), forms[state](end)
    dash = rng.choice(("-", "–", " – ", " - ", " till "))
    lead = rng.choice(("kl. ", "kl ", "Kl. ", "klockan ", "")) if state != 2 else rng.choice(("kl. ", "kl ", "klockan "))
    return f"{lead}{a}{dash}{b}"


def genitive(name: str) -> str:
    """Nämnden -> Nämndens; LNO -> LNO:s; a name in s, x or z stays."""
    if name.isupper() and len(name) <= 6:
        return f"{name}:s"
    return name if name[-1] in "sxz" else f"{name}s"


def initial(text: str) -> str:
    """First letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_initial(text: str) -> str:
    """First letter in lower case, unless the word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]
