"""Where a list ends: before a decision, a sentence, dots for a signature, lines that tell of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.record import Span
from ingest.attendance.model import Context, Section
from ingest.attendance.words import canonical_role, has_title, is_organisation_like, party_letters
from ingest.document import BlockKind, Cell
from ingest.lexicon import attendance_words
from ingest.lines import Line
from ingest.people import find_names
from ingest.people.words import is_first_name
from ingest.verbs import has_finite

_DECISION = re.compile(
    r"(?:att\s|beslut(?:ar|ade|at|as|ades|en)?\b)|.{0,60}\b(?=[bfhirö])(?:beslut(?:ar|ade|as|ades)|föreslår|informera(?:r|de)|redogjorde|redogör|hälsade|förklarade(?:s)?|öppnade|öppnar)\b",
    re.IGNORECASE,
)
_DECISION_STEM = re.compile("att|lut|före|nformera|redog|ade|öppna")
"""A part of each word of these, in small letters; none that a letter of another alphabet can stand for."""
DOTS = re.compile(r"\s*(?:\.{3,}|…+|_{3,}|-{4,})")
_SIGNED = re.compile(
    r"\s*[A-ZÅÄÖ][^\d_.…]{2,40}?:?\s+(?:\.{5,}|…{2,}|_{5,})\s*(?:(?:\.{5,}|…{2,}|_{5,})\s*|(?:§+|Paragraf\w*)[\s\d,–-]*)?"
)
"""An office with a rule to sign on, or two, or the paragraphs behind it: "Ordförande    ________", "Sekreterare ________ §§ 14-31"."""
_ITEM_IN_RUN = re.compile(
    r"(?<!\d)\s(?:(?:§\s?\d{1,3}|\d{1,3}\s?§|\d{1,3}[.)]?)\s+|\d{1,3}:\s?)(?=(?:Val\s+av|Mötets|Mötet|Sammanträdets?|Sammanträdet|Godkännande|Fastställande|Öppnande|Föregående|Information|Dagordning|Upprop|Utseende|Protokoll|Anmälan|Justering|Inledning|Ändring|Genomgång|Ärenden|Rapport|Redovisning)\b)"
)
_FIRST_IN_RUN = re.compile(r"(?<![\d§])(?<!punkt)(?<!ärende)\s1\.\s+(?P<word>[A-ZÅÄÖ][a-zåäö]{3,})(?=\s[a-zåäö]{2,})")
"""The first item, whose title begins with a word and goes on in small letters: "1. Språkbruk i hamnen"."""
_EXPLAINS = re.compile(r"\b(?:närvarande|närvaro|deltog|deltar|deltagit|frånvarande|förhinder|återbud)\b", re.IGNORECASE)
"""A sentence right under the label that only says what the list is."""
_LONG_LINE = 150
_VERBS = frozenset(attendance_words().verbs)


def content_end(context: Context, lines: Sequence[Line], start: int, end: int, prose: Sequence[Span]) -> int:
    """Where the list that begins at `start` ends, at the latest at `end`: before the first line that is no part of it."""
    text = context.text
    strange = 0
    strange_from = start
    inside = list(lines_between(lines, start, end))
    for position, line in enumerate(inside):
        begin, stop = max(line.start, start), min(line.end, end)
        words = text[begin:stop]
        if line.cells and line.block is not None and line.block.start > start and not _is_in_column(context, line):
            return begin
        if not words.strip() or line.cells:
            continue
        if any(a < stop and begin < b for a, b in prose):
            strange = 0
            continue
        if begin > start and (_is_decision(context, begin, stop) or _is_for_signature(context, begin, stop)):
            return begin
        if line.end - line.start > _LONG_LINE and (item := _item_in_run(text, begin, stop)) is not None:
            return item
        if context.names_someone(begin, stop):
            if begin > start and _is_sentence(words):
                return begin
            strange = 0
            continue
        if position and begin > start and _is_wrapped(inside[position - 1].text, words):
            strange = 0
            continue
        if words[0].islower() and "," in words and canonical_role(words.partition(",")[0]) is not None:
            strange = 0  # "ledamot, deltar via Teams"
            continue
        if _is_prose(words, line, begin == start):
            if not strange and not text[start:begin].strip() and _EXPLAINS.search(words):
                continue
            following = inside[position + 1] if position + 1 < len(inside) else None
            if not text[start:begin].strip() and following is not None and _is_in_list(context, line, following):
                continue
            return begin
        if _is_attribute_line(context, begin, stop):
            strange = 0
            continue
        if not strange:
            strange_from = begin
        strange += 1
        if strange > 3 and not _goes_on(context, inside[position : position + _AHEAD]):
            return strange_from
    return end


def _is_decision(context: Context, start: int, end: int) -> bool:
    return (
        _DECISION_STEM.search(context.lowered, start, end) is not None and _DECISION.match(context.text, start, end) is not None
    )


def _is_for_signature(context: Context, start: int, end: int) -> bool:
    """Whether a line is a rule to sign on, or an office that nobody is named for and a rule."""
    words = context.text[start:end]
    if DOTS.match(words):
        return True
    return any(rule in words for rule in _RULES) and bool(_SIGNED.fullmatch(words)) and not context.names_someone(start, end)


_RULES = (".....", "_____", "……")


def _is_in_column(context: Context, line: Line) -> bool:
    """Whether the only words of a row of a table with one column or two are a person's: the list goes on in it, as behind the end of a
    page, or where a cell of several lines ends ("Ledamöter<tab>Anna Ek" / "Bo Alm<tab>")."""
    filled = [cell for cell in line.cells if cell.end > cell.start]
    return len(filled) == 1 and len(line.cells) <= _TWO_COLUMNS and _begins_with_person(context, filled[0])


_TWO_COLUMNS = 2


def _begins_with_person(context: Context, cell: Cell) -> bool:
    names = find_names(context.text, cell.start, cell.end)
    if not names:
        return False
    before = context.text[cell.start : names[0].start].strip(" ()")
    return not before or party_letters(before) is not None


def _item_in_run(text: str, start: int, end: int) -> int | None:
    """Where the first item begins in text that ran together behind a list: by the words of its title, or by its number 1 before words
    that are no person's name."""
    known = _ITEM_IN_RUN.search(text, start, end)
    first = next((m for m in _FIRST_IN_RUN.finditer(text, start, end) if not is_first_name(m["word"])), None)
    return min((match.start() for match in (known, first) if match is not None), default=None)


def _is_wrapped(before: str, words: str) -> bool:
    """Whether a name runs over the line end: the line before ends in a first name, and this one begins with a surname."""
    last = before.rstrip().rpartition(" ")[2]
    return words[:1].isupper() and last[:1].isupper() and last[-1:].isalpha() and is_first_name(last)


def _is_in_list(context: Context, line: Line, following: Line) -> bool:
    """Whether a line is an item of a list whose next item begins with a person's name: it counts people without their names ("Fem
    boende som hade anmält sig")."""
    signs = [_BULLET.match(context.text, at.start) for at in (line, following)]
    if not all(signs) or not context.names_someone(following.start, following.end):
        return False
    names = find_names(context.text, following.start, following.end)
    return bool(names) and signs[1] is not None and names[0].start <= signs[1].end() and not _is_sentence(following.text)


_BULLET = re.compile(r"[ \t]*[•·▪*–-][ \t]+")
_AHEAD = 5
"""Lines; a column of groups and affiliations between two of names is no longer."""


def _goes_on(context: Context, ahead: Sequence[Line]) -> bool:
    """Whether a line that begins with a person's name comes soon, behind nothing but short lines."""
    for line in ahead:
        if context.names_someone(line.start, line.end):
            names = context.find_surnames_first(line.start, line.end) or find_names(context.text, line.start, line.end)
            return bool(names) and names[0].start <= line.start + 3 and not _is_sentence(line.text)
        if line.cells or len(line.text.split()) > 8 or line.text.rstrip().endswith("."):
            return False
    return False


def end_of_absent(context: Context, lines: Sequence[Line], section: Section) -> int | None:
    """Where a list of the absent is over though the section goes on: with its row in a table of fields whose next row has a field of its
    own; behind "Förhinder: -" in its own line; where, below a blank line, the name of a group, or words that are neither a person nor what is told of one stand
    over others, after "Förhinder Anna Ek" in one line; or where a title stands so over others. None when the whole section tells of the
    absent."""
    text = context.text
    inside = list(lines_between(lines, section.start, section.end))
    if (row := _row_below(inside, section)) is not None:
        return row
    if (title := _title_over_others(context, inside)) is not None:
        return title
    if len(inside) < 2 or any(line.cells for line in inside[:2]) or section.labels[-1].end <= text.rfind("\n", 0, inside[0].end):
        return None
    if _NOBODY_LINE.fullmatch(text, section.start, inside[0].end):
        return inside[1].start
    if not _is_over_line(context, section.start, inside[0].end):
        for line in inside[1:]:
            if line.blank_before and not line.cells and _is_over_line(context, line.start, line.end):
                return line.start
    if not context.names_someone(section.start, inside[0].end):
        return None
    for line, following in pairwise(inside[1:]):
        if context.names_someone(line.start, line.end):
            continue
        names = find_names(text, following.start, following.end, known_only=False) if line.blank_before else []
        heads = bool(names) and names[0].start <= following.start + 3 and not line.cells and not following.cells
        if not heads:
            continue
        if len(line.text.split()) > 1 and (
            _OVER_OTHERS.search(line.text) or not _is_attribute_line(context, line.start, line.end)
        ):
            return line.start
        if _WORDS_ALONE.fullmatch(line.text) and not following.blank_before and "," in inside[0].text and "," in following.text:
            return line.start  # the body of each person stands behind a comma: this one is of those below
        if section.labels[-1].colon and not following.blank_before and "," not in line.text:
            return line.start  # "Frånvarande: Anna Ek" ends a group, and the next begins with its name: "Förbundet" over "Bo Alm"
    return None


def _is_over_line(context: Context, start: int, end: int) -> bool:
    """Whether a line begins with words before a colon, and no town's, that stand over people behind it: "Styrelsen: Anna Ek, Bo Alm"."""
    group = _GROUP_OVER.match(context.text, start, end)
    return group is not None and not context.bodies(start, group.end()) and context.names_someone(group.end(), end)


_GROUP_OVER = re.compile(r"[ ]*[A-ZÅÄÖ][\wåäö-]{3,}(?:[ ][a-zåäö][\wåäö-]*){0,3}:(?=[ ][A-ZÅÄÖ])")


def _row_below(inside: Sequence[Line], section: Section) -> int | None:
    """Where the next row of a table of fields begins that has words in its first cell, below "Frånvarande | Anna Ek"."""
    first = inside[0] if inside else None
    if first is None or len(first.cells) < 2 or first.cells[0].end < section.labels[-1].end or section.start <= first.start:
        return None
    rows = (line for line in inside[1:] if line.block is first.block and len(line.cells) > 1)
    return next((line.start for line in rows if line.cells[0].end > line.cells[0].start), None)


def _title_over_others(context: Context, inside: Sequence[Line]) -> int | None:
    """Where a title stands, below a blank line, right over or before the name of whoever holds it ("Processledare" / "Anna Ek")."""
    for line in inside[1:]:
        if line.blank_before and not line.cells and _is_titled(context, line) and not _begins_with_title(context, inside[0]):
            return line.start
    for line, following in pairwise(inside[1:]):
        if not line.blank_before or following.blank_before or line.cells or following.cells:
            continue
        alone = _WORDS_ALONE.fullmatch(line.text) is not None and has_title(line.text)
        if alone and not context.names_someone(line.start, line.end) and context.names_someone(following.start, following.end):
            return line.start
    return None


def _is_titled(context: Context, line: Line) -> bool:
    """Whether a line is a title with a capital and the person who holds it: "Processledare Anna Ek"."""
    match = _TITLE_AND_NAME.match(line.text)
    return (
        match is not None
        and len(line.text) < _LONG_LINE
        and has_title(match["title"])
        and context.names_someone(line.start + match.end(), line.end)
        and not _is_sentence(line.text)
    )


def _begins_with_title(context: Context, line: Line) -> bool:
    names = find_names(context.text, line.start, line.end)
    return bool(names) and has_title(context.text[line.start : names[0].start])


_TITLE_AND_NAME = re.compile(r"(?P<title>[A-ZÅÄÖ][a-zåäö]{4,})[ ](?=[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?[ ][A-ZÅÄÖ])")
_WORDS_ALONE = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?:[ ][a-zåäö][\wåäö-]+){0,2}:?")
_OVER_OTHERS = re.compile(r"(?::|\b(?:representera\w*|företr[äå]d\w*)\s+av|\b(?:deltog|deltar))$", re.IGNORECASE)
_NOBODY_LINE = re.compile(r"[\s:]*(?:[-–—]|(?:ingen|inga)\b[^\n:]{0,30})[\s.]*", re.IGNORECASE)


def lines_between(lines: Sequence[Line], start: int, end: int) -> Iterable[Line]:
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    while low < len(lines) and lines[low].start < end:
        yield lines[low]
        low += 1


def _is_prose(words: str, line: Line, first: bool) -> bool:
    """Whether a line without a name is running text or a heading of another kind."""
    split = words.split()
    if line.block is not None and line.block.kind is BlockKind.HEADING and not first:
        return len(split) > 4 or _has_verb(split)
    small = sum(word[0].islower() for word in split)
    if len(split) > 14 and small * 2 > len(split):
        return True
    if len(split) >= 4 and small * 2 >= len(split) and (_has_verb(split) or (words.rstrip().endswith(".") and has_finite(words))):
        return True
    return words.rstrip().endswith(".") and len(split) >= 6 and small * 2 > len(split)


def _is_sentence(words: str) -> bool:
    """Whether a line that names somebody is running text ("Om inget annat sägs har Anna Ek varit föredragande."), and says nothing
    of who came."""
    split = words.split()
    small = [word for word in split if word[0].islower()]
    return (
        words.rstrip().endswith(".")
        and len(small) >= 5
        and 2 * len(small) >= len(split)
        and _has_verb(small)
        and _NOT_HERE.search(words) is None
    )


_NOT_HERE = re.compile(
    r"\b(?:(?:ej|inte|icke)\s+(?:\w+\s+)?(?:delt\w*|närv\w*|med|på\s+plats|komma|möjlighet|tillfälle)|deltog|deltar|förhind\w*|återbud|frånv\w*|närvarande|ersätt\w*|tjänstgör\w*)\b|§",
    re.IGNORECASE,
)


def _has_verb(split: Sequence[str]) -> bool:
    return any(word.strip(".,;:()") in _VERBS for word in split)


def _is_attribute_line(context: Context, start: int, end: int) -> bool:
    """A line that is only a body, letters, a mark, a number: part of a list whose columns were read one by one."""
    words = context.text[start:end].strip(" *_.:")
    if len(words) <= 3 or words[0] in "(§" or re.match(r"[xX×]\b", words) or words.replace(" ", "").isdigit():
        return True
    if has_title(words) and len(words.split()) <= 6:
        return True
    return bool(context.bodies(start, end)) or is_organisation_like(words)
