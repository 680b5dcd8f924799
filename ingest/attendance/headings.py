"""Where the items of a meeting begin, as far as attendance must know: a list does not run into them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.attendance.model import Context
from ingest.item_rows import titled_row_starts
from ingest.lines import Line
from ingest.people.words import is_first_name

_ITEM = re.compile(
    r"(?:(?P<paragraph>(?:[A-Za-zÅÄÖåäö]{1,8}\s+)?§+\s*\d+[a-z]?(?:/\d{2,4})?|\d+(?:/\d{2,4})?\s*§|Paragraf\s+\d+(?:/\d{2,4})?)|(?P<dotted>\d{1,3}\s?[/-]\s?(?:19|20)\d\d(?!\d)|(?:19|20)\d\d[/:]\d{1,3}(?=\s)|\d{1,3}/\d\d(?=[.:]?\s+[A-ZÅÄÖ])|(?:Punkt\s+|Ärende\s+)?\d{1,3}(?:\.\d+)*[.):]|(?:Punkt|Ärende)\s+\d+\.?(?:\s*[–-])?)|(?P<letter>[a-zåäö][.)])|(?P<bare>\d{1,3}))"
    r"[.:)]?[ \t]*(?P<title>[A-ZÅÄÖ\"”“].*)?$"
)
_SIGN_REACH = 14
_NAMED = ("Punkt", "Ärend", "Parag")
"""What else than a number may begin an item's heading: one of these words, a letter with a sign behind it, or a sign that is near."""
_PERSON_FIRST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+(?:(?:von|af|de|van)\s+)?[A-ZÅÄÖÉ]")


def item_starts(context: Context, lines: Sequence[Line]) -> list[int]:
    """Offsets of lines that look like an item's heading ("2. Godkännande …", "§ 84", "84 §")."""
    starts: list[int] = []
    lone: list[tuple[int, int]] = []
    for position, line in enumerate(lines):
        text = line.text
        first = text[0]
        if first.isalpha():
            if text[1:2] not in ".)" and text.find("§", 0, _SIGN_REACH) < 0 and not text.startswith(_NAMED):
                continue
        elif not (first.isdigit() or first == "§"):
            continue
        if len(text) > 200:
            continue
        if line.cells and len(line.cells) > 2:
            continue
        match = _ITEM.match(text)
        if not match:
            continue
        title = match["title"]
        if title is None:
            # A number by itself heads an item only as a paragraph ("84 §"); limits and ticks are numbers too.
            if match["paragraph"] and not line.cells and len(text) < 24:
                if line.blank_before or line.is_heading:
                    starts.append(line.start)
                elif position + 1 < len(lines) and _is_title(lines[position + 1]) and (number := _NUMBER.search(text)):
                    lone.append((int(number.group()), line.start))
            continue
        if title == "X" or (match["letter"] and not line.is_heading):
            continue  # "§ 21X" tells when a person was there, and a cross
        if match["bare"] and (len(text) > 100 or _PAGE_HEAD.match(title)):
            continue
        person = _PERSON_FIRST.match(title)
        if (person and is_first_name(person[1])) or (not match["paragraph"] and _NUMBERED_PERSON.match(title)):
            continue
        starts.append(line.start)
    numbers = {number for number, _ in lone}
    starts.extend(start for number, start in lone if number + 1 in numbers or number - 1 in numbers)
    return sorted([*starts, *titled_row_starts(lines)])


def _is_title(line: Line) -> bool:
    """Whether a line below a paragraph's number may be its title, and is no person of a list."""
    person = _PERSON_FIRST.match(line.text)
    return line.text[0].isupper() and len(line.text) > 3 and not (person and is_first_name(person[1]))


_NUMBER = re.compile(r"\d+")


_NUMBERED_PERSON = re.compile(
    r"[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+){1,3},? \(?(?:S|M|SD|C|V|KD|L|MP|FP)\)?(?=$|[ ,\t]+(?:[xX×✓–—-]|[a-zåäö§]|[FN]\b|Fr[åa]nv|Närv|[A-ZÅÄÖ][a-zåäö]+[ ][A-ZÅÄÖ]|$))"
)
""" "4 Qvirla Ek (V) X": a row of a numbered list, whatever the first name."""
_CONTENTS_LINE = re.compile(r".*(?:\.{3,}|…|\. \. \.|\s)[ .]*(?P<page>\d{1,3})")
_LEADERS = re.compile(r".*(?:\.{4,}|…{2,}|(?:\. ){4,})[ .]*\d{1,3}")
_CONTENTS = 3


def find_contents(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines of a table of contents: those with leaders and a page behind, and runs of numbered lines that all end in
    the number of a page, never a smaller one than that before."""
    found: set[int] = set()
    run: list[int] = []
    page = 0
    for line in lines:
        text = line.text
        match = _CONTENTS_LINE.fullmatch(text) if text[-1].isdigit() and text[0] in "§0123456789" else None
        if match is not None and _LEADERS.fullmatch(text):
            found.add(line.start)
        if match is not None and int(match["page"]) >= page:
            run.append(line.start)
            page = int(match["page"])
            if len(run) >= _CONTENTS:
                found.update(run)
        else:
            run, page = [], 0
    return frozenset(found)


_PAGE_HEAD = re.compile(
    r"(?:protokoll|sammanträdesprotokoll|sida|sidan|kommunstyrelsen|plats och tid|tid och plats|närvar|beslutande|ledamöter|ersättare|[^ ]+ ?\(\d)",
    re.IGNORECASE,
)
