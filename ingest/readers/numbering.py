"""Automatic numbers of DOCX lists, counted as Word counts them, so that "6. a)" stands in the text as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.readers.xml import Element, integer

_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # restarts after this level (1-based); 0 never; None after any higher level
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    out = ""
    for size, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        while value >= size:
            out += sign
            value -= size
    return out


def format_number(value: int, kind: str) -> str:
    """A counter in the given numbering format; unknown formats are written as plain numbers.

    `lowerLetter` goes a … z, aa, bb, as Word does; `decimalZero` is 01, 02.
    """
    match kind:
        case "lowerLetter" | "upperLetter" if value > 0:
            letters = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)
            return letters if kind == "lowerLetter" else letters.upper()
        case "lowerRoman":
            return _roman(value)
        case "upperRoman":
            return _roman(value).upper()
        case "decimalZero":
            return f"{value:02d}"
        case "none":
            return ""
        case _:
            return str(value)


class Numbering:
    """The lists of one document and their running counters."""

    def __init__(self, root: Element | None, ns: str) -> None:
        self._ns = ns
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _value(self, element: Element | None, attribute: str = "val") -> str | None:
        return None if element is None else element.get(self._ns + attribute)

    def _level(self, element: Element) -> Level:
        ns = self._ns
        restart = self._value(element.find(f"{ns}lvlRestart"))
        return Level(
            format=self._value(element.find(f"{ns}numFmt")) or "decimal",
            text=self._value(element.find(f"{ns}lvlText")) or "",
            start=integer(self._value(element.find(f"{ns}start")), 1),
            restart=None if restart is None else integer(restart, 0),
            legal=element.find(f"{ns}isLgl") is not None,
            style=self._value(element.find(f"{ns}pStyle")),
        )

    def _levels(self, element: Element) -> dict[int, Level]:
        return {integer(level.get(f"{self._ns}ilvl"), 0): self._level(level) for level in element.iterfind(f"{self._ns}lvl")}

    def _read(self, root: Element) -> None:
        ns = self._ns
        abstracts: dict[str, dict[int, Level]] = {}
        linked: dict[str, str] = {}  # abstract list that only names a list style
        named: dict[str, str] = {}  # list style to the abstract list that defines it
        for element in root.iterfind(f"{ns}abstractNum"):
            key = element.get(f"{ns}abstractNumId") or ""
            abstracts[key] = self._levels(element)
            link, style = self._value(element.find(f"{ns}numStyleLink")), self._value(element.find(f"{ns}styleLink"))
            if link:
                linked[key] = link
            if style:
                named[style] = key
        for element in root.iterfind(f"{ns}num"):
            abstract = self._value(element.find(f"{ns}abstractNumId")) or ""
            abstract = named.get(linked.get(abstract, ""), abstract)
            levels = dict(abstracts.get(abstract, {}))
            starts: dict[int, int] = {}
            for override in element.iterfind(f"{ns}lvlOverride"):
                index = integer(override.get(f"{ns}ilvl"), 0)
                own = override.find(f"{ns}lvl")
                if own is not None:
                    levels[index] = self._level(own)
                start = self._value(override.find(f"{ns}startOverride"))
                if start is not None:
                    starts[index] = integer(start, 1)
            self._lists[element.get(f"{ns}numId") or ""] = _List(abstract, levels, starts)

    def level_of_style(self, number_id: str, style: str) -> int:
        """The level at which a paragraph style takes part in a list; 0 when the list does not name it."""
        found = self._lists.get(number_id)
        if found:
            for index, level in found.levels.items():
                if level.style == style:
                    return index
        return 0

    def next(self, number_id: str, index: int) -> str | None:
        """Count one paragraph at level `index` and give its number as printed.

        "" for a bullet; None when the list is unknown or shows nothing.
        """
        found = self._lists.get(number_id)
        if found is None or not 0 <= index <= 8:
            return None
        level = found.levels.get(index)
        if level is None:
            return None
        counters = self._counters.setdefault(found.abstract, {})
        if index in found.starts and (number_id, index) not in self._overridden:
            self._overridden.add((number_id, index))
            counters[index] = found.starts[index]
        else:
            counters[index] = counters[index] + 1 if index in counters else level.start
        for deeper in [other for other in counters if other > index]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and index < restart):
                del counters[deeper]
        if level.format == "bullet":
            return ""

        def place(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            upper = found.levels.get(other, Level())
            value = (
                counters.setdefault(other, found.starts.get(other, upper.start))
                if other < index
                else counters.get(other, upper.start)
            )
            return format_number(value, "decimal" if level.legal and upper.format != "none" else upper.format)

        return _PLACE.sub(place, level.text).strip() or None
