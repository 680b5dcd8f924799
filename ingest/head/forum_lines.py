"""The names of forums where the lines above and below have a part in them."""

from __future__ import annotations

import re

from graph.names import as_title, squash
from ingest.dates import find_dates
from ingest.head.forum_names import NAMELESS, Found
from ingest.head.labels import parse_label
from ingest.head.names import OF_PAGE
from ingest.head.titles import MINUTES
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite

_FOR_WITHIN = re.compile(r"\sFÖR\s[A-ZÅÄÖ]")
""" "STYRGRUPPEN FÖR HAMNAR I DALARNA", whole in its line."""
_FOR_IN_CAPITALS = re.compile(r"\s(?:FÖR|OCH|MED)$")


def in_capitals(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str | None:
    """A name in capitals with what it is for, also where it goes on in the line below, whatever else stands beside it in either line: "HAMNGRUPPEN FÖR   Möte"
    over "BRYGGOR   4 maj"."""
    cell = _GAP.split(text[match.start() :].strip(), maxsplit=1)[0]
    if cell.isupper() and _FOR_WITHIN.search(cell) and not any(c.isdigit() for c in cell):
        return squash(cell)
    if not cell.isupper() or not _FOR_IN_CAPITALS.search(cell):
        return None
    below = next((x for x in head if x.start >= line.end), None)
    more = _GAP.split(below.text.strip(), maxsplit=1)[0] if below is not None else ""
    return squash(f"{cell} {more}") if more.isupper() and not any(c.isdigit() for c in more) else None


_PARTED = re.compile(r"(?:\s+för|\s+och|\s+med|-)$")


def with_next(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str:
    """The text with the words of the line below, where a name is parted there: "Gemensamma nämnden för" over "bryggor och båtar"."""
    if not _PARTED.search(text) or len(text) - match.start() > _LONGEST_PART:
        return text
    below = next((x for x in head if x.start >= line.end), None)
    if below is None or below.blank_before or below.cells or not below.text[:1].islower():
        return text
    return f"{text} {_GAP.split(below.text, maxsplit=1)[0]}"


def with_above(text: str, match: re.Match[str], line: Line, head: list[Line]) -> str:
    """The text behind the first words of a name in the line above, where it is parted there: "Miljö-" or "Byggnads- och miljö-" over
    "nämnden", "Miljö- och" over "byggnadsnämnden"."""
    if match.start() > 0 or not text[:1].islower() or line.blank_before:
        return text
    above = next((x for x in reversed(head) if x.end <= line.start), None)
    if above is None:
        return text
    begun = _GAP.split(above.text.strip(), maxsplit=1)[0]
    if begun[:1].isupper() and _PARTED_WORD.search(begun) and len(begun) < _LONGEST_PART:
        return f"{begun.removesuffix('-') if begun.endswith('-') else begun + ' '}{text}"
    return f"{begun} {text}" if _WHOSE_ABOVE.fullmatch(begun) else text


_WHOSE_ABOVE = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö-]+ ){0,2}[A-ZÅÄÖ][a-zåäö-]+s")
""" "Övre Mälardalens" over "samverkansråd för"."""


def with_capitals_below(name: str, line: Line, head: list[Line]) -> str:
    """A name that has a line in capitals to itself, with what goes on in capitals right below: "HAMNFÖRBUNDET" over "NORRA VIKEN"."""
    below = next((x for x in head if x.start >= line.end), None)
    if not name.isupper() or squash(line.text) != name or below is None or below.blank_before or below.cells:
        return name
    goes_on = below.text.isupper() and len(below.text) <= _LONGEST_PART and _ONLY_WORDS.fullmatch(below.text)
    return (
        f"{name} {squash(below.text)}" if goes_on and MINUTES.search(below.text) is None and not parse_label(below.text) else name
    )


_ONLY_WORDS = re.compile(r"(?:[A-ZÅÄÖ-]+ ?){1,4}")


_PARTED_WORD = re.compile(r"(?:[a-zåäö]-|-\s+och)$")
_LONGEST_PART = 80
_GAP = re.compile(r"\s{2,}|\t")
COOPERATION = re.compile(r"(?<![\wåäö-])(?P<name>(?:[A-ZÅÄÖ][\wåäö]*\s+)?(?<!\bi )[\wåäö-]*(?i:samverkan))(?=\s|$)(?P<tail>)")
"""A body that is called a cooperation, where nothing else names one: "Hamnsamverkan Norra Viken"."""


def cooperation_above(line: Line, head: list[Line]) -> Found | None:
    """The cooperation that has the line above to itself, whose group met: "Hamnsamverkan Norra Viken" over "Styrgruppen"."""
    above = next((x for x in reversed(head) if x.end <= line.start), None)
    if above is None or above.cells or parse_label(above.text):
        return None
    named = COOPERATION.search(above.text)
    if named is None or (len(above.text) > _LONGEST_PART or has_finite(above.text) or find_dates(above.text)):
        return None
    return Found(None, squash(above.text), above) if above.text.startswith(named["name"]) else None


_COLLEGE = re.compile(r"(?:[A-ZÅÄÖ][\wåäö]*- och )?[A-ZÅÄÖ]?[\wåäö-]*college(?:t)?(?: [A-ZÅÄÖ][\wåäö-]+){0,3}", re.IGNORECASE)


def group_of_college(name: str, text: str, line: Line, head: list[Line]) -> Found | None:
    """The group of a college, named for the college before it on its line or right above: "Hamncollege Norra Viken, regionala styrgruppen"."""
    at = text.find(name)
    before = squash(text[: max(at, 0)]).rstrip(" ,–-")
    above = next((x for x in reversed(head) if x.end <= line.start), None)
    if before.casefold().find("college") < 0:
        before = "" if above is None or above.cells else squash(above.text)
    if "college" not in before.casefold() or not (college := _COLLEGE.fullmatch(before)):
        return None
    return Found(None, f"{as_title(college.group())}, {name}", line)


_HOUSES = re.compile(
    r"\b(?:anslag|bevis|kommun|region|landsting|stad|län|universitet|högskola|förvaltning\w*|kontor\w*|sida?|org\.?nr)\b|@|www|\d{3}",
    re.IGNORECASE,
)
_WORDS_OF_NAME = 6


def line_above(title: Line | None, head: list[Line]) -> Line | None:
    """The line right above the title of minutes, or the line of the title that is the first of all, where it is a name and no house,
    field, person or sentence: "Bryggdialog Norra hamnen" over "Minnesanteckningar 4 maj"."""
    at = (
        next((i for i, line in enumerate(head) if line is title), None)
        if title is not None and MINUTES.search(title.text)
        else None
    )
    if at is None or at == 0:
        return None
    line = head[at - 1]
    text = SHORT_FORM.sub("", line.text)
    words = text.split()
    if line.cells or not 0 < len(words) <= _WORDS_OF_NAME or not words[0][0].isupper() or len(words[0]) < _SHORTEST_WORD:
        return None
    if (
        parse_label(line.text)
        or _ROW_OF_WORDS.fullmatch(line.text)
        or OF_PAGE.match(line.text)
        or _HOUSES.search(line.text)
        or find_names(line.text)
        or find_dates(line.text)
        or has_finite(line.text)
    ):
        return None
    return line if text[-1].isalnum() and MINUTES.search(line.text) is None else None


_ROW_OF_WORDS = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+){3,}")
""" "Mora Orsa Leksand Rättvik": those who work together."""
SHORT_FORM = re.compile(r"\s+\([A-ZÅÄÖ-]{2,8}\)$")
_SHORTEST_WORD = 3
_HIGHER = re.compile(r"(?:nämnden?|styrelsen?|fullmäktige|direktion(?:en)?)$", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"[\wåäö-]*(?<=[a-zåäö])(?:utskott|beredning)(?:et|en)?"
    r"|(?:[\wåäö-]+ ){0,2}(?:[\wåäö-]*(?<=[a-zåäö])(?:grupp|råd|kommitté|delegation)|beredning)(?:en|et|n)?(?: för [\wåäö-]+(?: [\wåäö-]+){0,4})?",
    re.IGNORECASE,
)


def committee_below(name: str, line: Line, head: list[Line]) -> Found | None:
    """The committee, group or council of a body right below the line of the body: "Hamnnämnden" over "Hamnnämndens arbetsutskott",
    "Arbetsutskottet" or "Beredningen för bryggor"."""
    if NAMELESS.fullmatch(name) or not _HIGHER.search(name):
        return None
    at = next((i for i, x in enumerate(head) if x.start >= line.end), len(head))
    for below in head[at : at + 1]:
        words, *beside = _GAP.split(below.text.strip(" ,."))
        own = words.casefold().removeprefix(name.casefold() + "s ")
        alone = all(find_dates(cell) or MINUTES.search(cell) or cell[:1].isdigit() for cell in beside)
        if alone and _COMMITTEE.fullmatch(own if own != words.casefold() else words):
            return Found(None, squash(words), below)
    return None
