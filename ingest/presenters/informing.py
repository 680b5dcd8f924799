"""Sentences that say who presented: "Ekonomichef Anna Ek redovisar läget", "Därefter informerade Bo Lind om …", "Ärendet föredras av …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.names import lowered, squash
from graph.record import Presenter, Span
from ingest.bodies import Context
from ingest.lines import Line
from ingest.presenters.persons import People, Person, build_presenters, parse_persons
from ingest.presenters.roles import ROLE_WORD
from ingest.presenters.words import account_behind, comes, gives, hint, remarks, tells, to_tell, told_by
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_LONGEST_SUBJECT = 300
_LONGEST_ADVERBIAL = 120
_LATER = re.compile(
    r"\b(?:på|vid|till|inför|under)\s+(?:ett\s+|något\s+|styrelsens\s+|nämndens\s+|rådets\s+)?(?:nästa|kommande|nästkommande|senare)\b|\båterkommer\b",
    re.IGNORECASE,
)
"""What will be presented another time."""
_ADVERBIAL = re.compile(
    r"(?:därefter|härefter|sedan|vid|på|under|i|efter|först|vidare|avslutningsvis|inledningsvis|till|från|inför|slutligen|idag|nu|för|om|också|även"
    r"|dessutom|klockan|kl|med|utifrån|kring|angående|gällande|inom|som)\b",
    re.IGNORECASE,
)
"""What stands first when the subject stands behind the verb."""
_BULLET = re.compile(r"^\s*[-–•*·▪]\s*")
_ENUMERATED = re.compile(
    r"^\s*(?:[-–•*·▪]\s*)?(?:[a-zåäö]\)\s*|\d{1,2}[.)]\s+)?(?:(?:kl(?:\.|ockan)?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?[:,]?\s+)?",
    re.IGNORECASE,
)
"""A bullet, a number or the hour before what a clause says."""


def find_informants(lines: Sequence[Line], people: People, context: Context) -> list[Presenter]:
    """The presenters that the sentences of an item name, in text order."""
    found: list[Presenter] = []
    for start, end in _stretches(lines):
        text = lines[0].document.text
        if hint().search(lowered(text[start:end])) is None:
            continue
        openings = [
            line.start for k, line in enumerate(lines) if start <= line.start < end and _opens(line, lines[k - 1] if k else None)
        ]
        for s, e in iter_sentences(text, start, end):
            found += _told(text, (s, e), [at for at in openings if s < at < e], people, context)
    return found


def tells_of(lines: Sequence[Line]) -> bool:
    """Whether any word of presenting stands in the lines."""
    return any(hint().search(lowered(line.text)) for line in lines)


def _stretches(lines: Sequence[Line]) -> Iterator[Span]:
    """Runs of lines; headings of sections, rows of tables and empty lines part them."""
    begin: int | None = None
    last: Line | None = None
    for line in lines:
        if (
            begin is not None
            and last is not None
            and ((line.blank_before and not _JOINS.match(line.text)) or line.cells or section_heading(line.text))
        ):
            yield begin, last.end
            begin = None
        if not section_heading(line.text):
            begin = line.start if begin is None else begin
            last = line
    if begin is not None and last is not None:
        yield begin, last.end


_JOINS = re.compile(r"(?:och|samt)\s")
_WRAPPED = 60


def _opens(line: Line, before: Line | None) -> bool:
    """Whether a line begins something new: behind a bullet, or below a line that ends or is too short to have been broken."""
    if before is None or line.blank_before or _BULLET.match(line.text):
        return True
    return before.text.rstrip().endswith((".", ":", ";", "!", "?")) or len(before.text) < _WRAPPED


def _told(text: str, sentence: Span, openings: list[int], people: People, context: Context) -> list[Presenter]:
    s, e = sentence
    words = text[s:e].replace("\n", " ")
    if hint().search(lowered(words)) is None or _LATER.search(words):
        return []
    found: list[Presenter] = []
    reached = s
    for verb in tells().finditer(words):
        at = s + verb.start()
        if at < reached:
            continue
        starts = [s, *(o for o in openings if o < at)]
        for begin in starts:
            if at - begin > _LONGEST_SUBJECT or begin < reached:
                continue
            if told := _subject(text, begin, at, people, context) or _office(text, begin, at, people):
                found += told
                reached = at
                break
        else:
            adverbial = text[max(starts[-1], reached) : at]
            if _is_adverbial(adverbial):
                found += _behind(text, s + verb.end(), e, people, context)
    if not found:
        found = _remarked(text, sentence, openings, people, context)
    if not found:
        found = _given(text, sentence, openings, people, context) or _by(text, sentence, people, context)
    return found


def _subject(text: str, begin: int, end: int, people: People, context: Context) -> list[Presenter]:
    """The persons that are all there is between the beginning of a clause and its verb."""
    subject = text[begin:end].replace("\n", " ")
    enumerated = _ENUMERATED.match(subject)
    offset = begin + (enumerated.end() if enumerated else 0)
    subject = subject[offset - begin :]
    parsed = parse_persons(subject, people, whole=True)
    return build_presenters(parsed[0], offset, subject, context) if parsed else []


_OFFICE = re.compile(
    r"(?P<office>(?:[A-ZÅÄÖ][a-zåäö]+-\s(?:och|samt)\s)?(?:[A-ZÅÄÖ][a-zåäö]+\s)?(?:[A-ZÅÄÖ]?[\wåäö-]+n|VD|Vd))\s*"
)


def _office(text: str, begin: int, end: int, people: People) -> list[Presenter]:
    """The one person there who holds the office that is all there is before a verb: "Ekonomichefen", "VD"."""
    enumerated = _ENUMERATED.match(text[begin:end])
    start = begin + (enumerated.end() if enumerated else 0)
    match = _OFFICE.fullmatch(text, start, end)
    holder = people.of_office(squash(match["office"])) if match else None
    if match is None or holder is None:
        return []
    written = squash(match["office"])
    return [Presenter(as_written=written, name=holder[0], role=holder[1], organisation=None, span=match.span("office"))]


_OF_MEETING = re.compile(r"(?:vice\s+)?(?:ordf|ordförande|ledamot|ersättare|sekreterare)\w*$", re.IGNORECASE)


def _remarked(text: str, sentence: Span, openings: list[int], people: People, context: Context) -> list[Presenter]:
    """ "Anna Ek, jurist, redde ut vad som gäller": those whose title is given, if it is none that the meeting gave them."""
    s, e = sentence
    verb = remarks().search(text, s, e)
    if verb is None:
        return []
    for begin in [s, *(o for o in openings if o < verb.start())]:
        told = _subject(text, begin, verb.start(), people, context)
        if told and told[0].role and ROLE_WORD.search(told[0].role) and not _OF_MEETING.search(told[0].role):
            return told
    return []


def _is_adverbial(words: str) -> bool:
    bare = _BULLET.sub("", words.strip())
    if not bare or len(bare) > _LONGEST_ADVERBIAL or not bare[0].isupper():
        return False
    return _ADVERBIAL.match(bare) is not None and not has_finite(bare)


def _behind(text: str, begin: int, end: int, people: People, context: Context) -> list[Presenter]:
    """The persons that stand right behind a verb, or behind "av"."""
    after = text[begin:end].replace("\n", " ")
    lead = len(after) - len(after.lstrip())
    parsed = parse_persons(after[lead:], people, whole=False)
    if parsed is None:
        return []
    persons, reached = parsed
    last = persons[-1]
    aside = _ASIDE.match(after[lead:], reached)
    if aside:
        persons = [*persons[:-1], Person(last.start, last.end, last.name, last.title, aside["a"])]
    return build_presenters(persons, begin + lead, after[lead:], context)


_ASIDE = re.compile(
    r"(?P<a>\s*\([^()]{2,80}\)|,\s*[^,.;]{2,80}(?=[,.;]|$)|\s+från\s+[A-ZÅÄÖ][\wåäö-]*(?:\s+[A-ZÅÄÖ][\wåäö-]*){0,3})"
)


def _given(text: str, sentence: Span, openings: list[int], people: People, context: Context) -> list[Presenter]:
    """ "Inför beslut i ärendet lämnar Anna Ek, stadsarkitekt, en redovisning.", "Därefter medverkade Bo Lind och berättade om …"."""
    s, e = sentence
    for verbs, behind in ((gives(), account_behind()), (comes(), to_tell())):
        for verb in verbs.finditer(text, s, e):
            begin = max([s, *(o for o in openings if o < verb.start())])
            if not _is_adverbial(text[begin : verb.start()]):
                continue
            if (found := _behind(text, verb.end(), e, people, context)) and behind.search(text, found[-1].span[1], e):
                return found
    return []


def _by(text: str, sentence: Span, people: People, context: Context) -> list[Presenter]:
    """ "Information lämnades om nya regler av riksrevisor Anna Ek"."""
    s, e = sentence
    words = text[s:e].replace("\n", " ")
    for match in told_by().finditer(words):
        at: int | None = match.end()
        while at is not None:
            if found := _behind(text, s + at, e, people, context):
                return found
            again = _AV.search(words, at)
            at = again.end() if again else None
    return []


_AV = re.compile(r"\b(?:av|från)\s+(?=\S)")
