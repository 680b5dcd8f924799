"""Fields that name presenters: "Föredragande: Namn, roll, organisation", over one or several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import lowered, squash
from graph.record import Presenter, Span
from ingest.bodies import Context
from ingest.lines import Line
from ingest.people import find_names
from ingest.people.cutting import NameSpan
from ingest.presenters.persons import People, iter_candidates
from ingest.presenters.roles import ROLE_WORD, is_title, split_role
from ingest.presenters.words import field, field_alone, label_opening, tells
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_BARE = re.compile(
    r"^\W*(?:föredragande(?:\s+i\s+ärendet)?(?:\s+(?:är|var))?|föredragning\s+(?:gjordes|görs|hölls)\s+av|dragning\s+av"
    r"|(?P<guest>(?:(?:dagens|kvällens|mötets|inbjud\w+)\s+)?(?:gäst(?:er)?|föreläsare)\s+(?:är|var)))\s+(?=\S)",
    re.IGNORECASE,
)
""" "Föredragande Anna Ek": no colon, but a name at once."""
_REACH = 14


def find_marked(lines: Sequence[Line], people: People, context: Context) -> tuple[list[Presenter], list[Presenter], set[int]]:
    """(those whom fields call presenters, those whom fields call guests, the indexes of the lines of the former)."""
    presenters: list[Presenter] = []
    guests: list[Presenter] = []
    used: set[int] = set()
    i = 0
    while i < len(lines):
        line = lines[i]
        if match := _label(line.text):
            begin = line.start + match.end()
            spans, last = _block(lines, i, begin, context)
            found = [one for span in spans for one in _parse(line.document.text, span, people, context)]
            if match.groupdict().get("guest"):
                guests += found
            else:
                presenters += found
                used.update(x.index for x in lines[i : last + 1])
            i = last + 1
            continue
        i += 1
    return presenters, guests, used


def _label(text: str) -> re.Match[str] | None:
    """The label that a line begins with, or is."""
    if label_opening().match(text) is None:
        return None
    return field().match(text) or _bare(text) or field_alone().match(text)


def _bare(text: str) -> re.Match[str] | None:
    match = _BARE.match(text)
    if match is None:
        return None
    first = next(iter(find_names(text[match.end() :])), None)
    if first is None:
        return None
    lead = text[match.end() : match.end() + first.start].strip()
    return match if not lead or is_title(lead) else None


def _block(lines: Sequence[Line], i: int, begin: int, context: Context) -> tuple[list[Span], int]:
    """Spans of the lines that belong to a presenters' paragraph, and the position of the last of them."""
    spans: list[Span] = [(begin, lines[i].end)] if begin < lines[i].end else []
    last = i
    for j in range(i + 1, min(i + _REACH, len(lines))):
        line, before = lines[j], lines[last]
        text = line.text
        if section_heading(text) or line.cells:
            break
        if not spans and (run_in := _row_before_sentence(text)) is not None:
            return [(line.start, line.start + run_in)], i
        if len(text) > _LONGEST:
            break
        marked = field().match(text)
        names = find_names(text[marked.end() :] if marked else text)
        starts_with_name = bool(names) and (names[0].start <= 2 or is_title(text[: names[0].start]))
        opened = line.document.text[before.start : before.end].rstrip()
        if marked:
            spans.append((line.start + marked.end(), line.end))
        elif not spans and starts_with_name and not _is_told(text, names[0].end):
            spans.append((line.start, line.end))
        elif starts_with_name and _is_listing(text, names[0].end):
            spans.append((line.start, line.end))
        elif spans and _goes_on(opened, text):
            spans[-1] = (spans[-1][0], line.end)
        else:
            break
        last = j
    return spans, last


def _row_before_sentence(text: str) -> int | None:
    """Where the row of names ends that a line begins with and a sentence follows at once, as in run-together pages: "Anna Ek, jurist
    Anna berättar …"; None where no sentence follows, or names do not begin the line."""
    names = find_names(text[:_LONGEST])
    if not names or names[0].start > 0 or not has_finite(text):
        return None
    first, *more = names
    end = first.end
    words = text[: first.end].split()
    if len(words) > _FULL_NAME and _IS_DONE.match(text, first.end) and _DEFINITE.fullmatch(words[-1]):
        return text.rindex(words[-1], 0, first.end)
    if len(words) > _FULL_NAME and words[-1] == words[0]:
        return text.rindex(words[-1], 0, first.end)
    for name in more:
        if not _JOINED.fullmatch(text, end, name.start):
            break
        end = name.end
    if role := _ROLE_BEHIND_ROW.match(text, end):
        end = role.end()
    return end if _SENTENCE.match(text, end) else None


_IN_COMMAS = re.compile(r"\s*(?:,[^,.:;]{2,60},|\([^()]{1,30}\))?\s*")


def _is_told(text: str, name_end: int) -> bool:
    """Whether a sentence says what somebody tells: "Ekonomichef Anna Ek redogör för avtalet.", "Anna Ek, jurist, informerar om …"."""
    behind = _IN_COMMAS.match(text, name_end)
    return tells().match(lowered(text), behind.end() if behind else name_end) is not None


_LONGEST = 160
"""Characters of a line in a field; a longer one tells something."""
_FULL_NAME = 2
_DEFINITE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|an|na)")
_IS_DONE = re.compile(r"\s+(?!utses|väljs|nomineras|bjuds)[a-zåäö]{3,}s\s")
""" "Anna Ek Kursplanen fastställs …": what is done is done with a thing, which has not the person's name."""
_ROLE_BEHIND_ROW = re.compile(r",\s+[a-zåäö][\wåäö-]+(?:\s+[a-zåäö][\wåäö-]*){0,4}(?=\s+[A-ZÅÄÖ])")
_SENTENCE = re.compile(r"\s+[A-ZÅÄÖ]")


def _is_listing(text: str, name_end: int) -> bool:
    """A further presenter's line: a name followed by a comma, a bracket, "och" or nothing, and no sentence."""
    tail = text[name_end:].strip()
    if not tail:
        return True
    if tells().match(lowered(tail)):
        return False
    if said := re.match(r"\([^)]{1,30}\)\s+(?=[a-zåäö])", tail):
        # "Anna Ek (C) yrkade …" is a sentence, "Anna Ek (C) och Bo Alm" a list.
        return bool(re.match(r"(?:och|samt)\b", tail[said.end() :])) or ROLE_WORD.match(tail[said.end() :]) is not None
    return tail[0] in ",(–-" or bool(re.match(r"(?:och|samt)\b", tail)) or (ROLE_WORD.match(tail) is not None and len(text) < 110)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line ends what the one before began: "… Utveckling Barn" / "och unga, Region X."."""
    if before.endswith((".", ":")) or len(text) > 100:
        return False
    if before.endswith((",", "-", "–", "/")) or re.search(r"\b(?:och|för|av|i|vid|på|Region|samt)$", before):
        return True
    short_sentence = text.rstrip().endswith((",", ".")) or len(text) < 45
    return text[0].islower() and short_sentence and not re.match(r"att\b", text)


_WHO_TELLS = re.compile(r",?\s+som\s+[a-zåäö]")
""" "Gäst: Anna Ek, Bryggverket, som berättar om …"."""
_JOINED = re.compile(r"\s*(?:,|och|samt|&|,\s*och)\s*")
_NEXT_TITLE = re.compile(r"(?:^|,)\s*(?:och|samt|,)\s+(?P<title>\S+(?:\s\S+)?)\s*$")


def _parse(text: str, span: Span, people: People, context: Context) -> list[Presenter]:
    """The persons in the value of a field, each with the role and body that stand behind it or the title before it."""
    start, end = span
    if who := _WHO_TELLS.search(text, start, end):
        end = who.start()
    value = text[start:end]
    names = _names(value, people)
    groups: list[list[int]] = []
    for k, name in enumerate(names):
        if groups and _JOINED.fullmatch(value, names[k - 1].end, name.start):
            groups[-1].append(k)
        else:
            groups.append([k])
    presenters: list[Presenter] = []
    for g, group in enumerate(groups):
        last = g + 1 == len(groups)
        behind = value[names[group[-1]].end : len(value) if last else names[groups[g + 1][0]].start]
        role, organisation = split_role(behind if last else _without_next_title(behind), context)
        if role is None:
            before = (
                value[names[groups[g - 1][-1]].end : names[group[0]].start] if g else value[: names[0].start].strip(" *_\t\n")
            )
            lead = _next_title(before) if g else before
            role = lead if is_title(lead) else None
        for k in group:
            written = squash(value[names[k].start : names[k].end])
            name_span = (start + names[k].start, start + names[k].end)
            full = people.full_name(written) or written
            presenters.append(Presenter(as_written=written, name=full, role=role, organisation=organisation, span=name_span))
    return presenters


def _names(value: str, people: People) -> list[NameSpan]:
    """The names in a field: those that are known, and an unknown one that begins it or that a role follows."""
    names = iter_candidates(value, people)
    first = value.lstrip(" *_\t\n")
    begins = len(value) - len(first)
    return [
        name
        for name in names
        if name.known
        or name.start == begins
        or is_title(value[begins : name.start].strip())
        or ((after := _ROLE_BEHIND.match(value, name.end)) and ROLE_WORD.search(after["role"]))
    ]


_ROLE_BEHIND = re.compile(r",\s*(?P<role>[^,.;]{3,60})")


def _next_title(between: str) -> str:
    """The role of the name that follows: ", chef X, och ekonomichef " -> "ekonomichef"."""
    match = _NEXT_TITLE.search(between)
    return match["title"] if match and is_title(match["title"]) else ""


def _without_next_title(behind: str) -> str:
    match = _NEXT_TITLE.search(behind)
    return behind[: match.start()] if match and is_title(match["title"]) else behind
