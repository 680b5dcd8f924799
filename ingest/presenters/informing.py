"""Sentences that say who presented: "Ekonomichef Anna Ek redovisar läget", "Därefter informerade Bo Lind om …", "Ärendet föredras av …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.names import fold, squash
from graph.record import Presenter, Span
from ingest.alternatives import iter_at_words
from ingest.bodies import Context
from ingest.lines import Line
from ingest.presenters.persons import People, Person, build_presenters, parse_persons
from ingest.presenters.roles import has_role_word, split_role
from ingest.presenters.tellings import BULLET, Telling
from ingest.presenters.words import (
    account_behind,
    comes,
    coming_forms,
    gives,
    giving_forms,
    opening_forms,
    opens,
    receives,
    receiving_forms,
    remarking_forms,
    remarks,
    telling_forms,
    tells,
    to_tell,
    told_by,
    told_forms,
    visiting_forms,
    visits,
    who_tells,
)
from ingest.verbs import has_finite

_LONGEST_SUBJECT = 300
_LONGEST_ADVERBIAL = 120
_COMING = frozenset({"nästa", "kommande", "nästkommande", "senare", "återkommer", "återkomma"})
_LATER = re.compile(
    r"\b(?:på|vid|till|inför|under)\s+(?:ett\s+|något\s+|styrelsens\s+|nämndens\s+|rådets\s+)?(?:nästa|kommande|nästkommande|senare)\b(?!\s+(?:år|månad|vecka|termin|läsår|sommar|vinter|höst|vår|steg|etapp|fas)\b)|\båterkom(?:mer|ma)\b",
    re.IGNORECASE,
)
"""What will be presented another time."""
_ADVERBIAL = re.compile(
    r"(?:därefter|härefter|sedan|vid|på|under|i|efter|först|vidare|avslutningsvis|inledningsvis|till|från|inför|slutligen|idag|nu|för|om|också|även"
    r"|dessutom|klockan|kl|med|utifrån|kring|angående|gällande|inom|som)\b",
    re.IGNORECASE,
)
"""What stands first when the subject stands behind the verb."""
_ENUMERATED = re.compile(
    r"^\s*(?:[-–•*·▪]\s*)?(?:[a-zåäö]\)\s*|\d{1,2}[.)]\s+)?(?:(?:kl(?:\.|ockan)?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?[:,]?\s+)?",
    re.IGNORECASE,
)
"""A bullet, a number or the hour before what a clause says."""


def find_informants(tellings: Sequence[Telling], people: People, context: Context) -> list[Presenter]:
    """The presenters that the sentences of an item name, in text order; of those in a discussion only guests with their titles where somebody
    presented before it."""
    found: list[Presenter] = []
    for telling in tellings:
        told = _told(telling, people, context)
        if not told and telling.before is not None and _is_told_by_them(telling):
            told = _come(telling.text, telling.before, people, context)
        if telling.discussed and found:
            told = [one for one in told if one.role and fold(one.name) not in people.names]
        found += told
    return found


def _is_told_by_them(telling: Telling) -> bool:
    """Whether somebody tells who is named in the sentence before: "Hon berättar …"."""
    return _TOLD_BY_THEM.match(telling.text, *telling.span) is not None and next(_iter_verbs(telling), None) is not None


def _iter_verbs(telling: Telling) -> Iterator[re.Match[str]]:
    """Where a verb in a sentence says that its subject presents."""
    return iter_at_words(tells(), telling_forms().first_words(telling.words), telling.lower, 0, len(telling.lower))


def find_visitors(lines: Sequence[Line], tellings: Sequence[Telling], people: People, context: Context) -> list[Presenter]:
    """Those of whom an item says no more than that they came to the meeting, with their title or whence they came."""
    visiting = [telling for telling in tellings if visiting_forms().may_stand_in(telling.words)]
    if not visiting or visits().search(lines[0].document.text, lines[0].start, lines[-1].end) is None:
        return []
    return [
        one
        for telling in visiting
        if visits().search(telling.text, *telling.span) and not _LATER.search(telling.text, *telling.span)
        for one in _come(telling.text, telling.span, people, context)
        if one.organisation or _has_title(one, people)
    ]


def _told(telling: Telling, people: People, context: Context) -> list[Presenter]:
    """Those of whom a sentence says that they present."""
    text, (s, e), openings = telling.text, telling.span, telling.openings
    if not _COMING.isdisjoint(telling.words) and _LATER.search(telling.lower):
        return []
    found: list[Presenter] = []
    reached = s
    for verb in _iter_verbs(telling):
        at = s + verb.start()
        if at < reached:
            continue
        starts = [s, *(o for o in openings if o < at)]
        for begin in starts:
            if at - begin > _LONGEST_SUBJECT or begin < reached:
                continue
            told = _subject(text, begin, at, people, context) or _office(text, begin, at, people)
            told = _within_lines(told, [o for o in starts if o > begin], at, telling, people, context)
            if told:
                found += told
                reached = at
                found += _beside(text, s + verb.end(), e, people, context)
                break
        else:
            adverbial = text[max(starts[-1], reached) : at]
            if _is_adverbial(adverbial):
                found += _behind(text, s + verb.end(), e, people, context)
            elif listed := _begins_anew(text, max(starts[-1], reached), at, people):
                found += build_presenters(*listed, context)
                reached = at
    for read in (_remarked, _opened, _given, _by):
        found = found or read(telling, people, context)
    return found


def _subject(text: str, begin: int, end: int, people: People, context: Context) -> list[Presenter]:
    """The persons that are all there is between the beginning of a clause and its verb, with what a clause behind says of them."""
    subject = text[begin:end].replace("\n", " ")
    enumerated = _ENUMERATED.match(subject)
    skipped = enumerated.end() if enumerated else 0
    label = _LABEL.match(subject, skipped) if ":" in subject else None
    skipped = label.end() if label else skipped
    behalf = _ON_BEHALF.match(subject, skipped)
    skipped = behalf.end() if behalf else skipped
    subject = _AND_OTHERS.sub("", subject[skipped:])
    who = _WHO.search(subject) if " som " in subject else None
    if who and (who["is"] or who["closed"]):
        subject = subject[: who.start()]
    parsed = parse_persons(subject, people, whole=True)
    if parsed is None:
        return []
    found = build_presenters(parsed[0], begin + skipped, subject, context)
    if who and who["is"] and len(found) == 1 and found[0].role is None:
        role, organisation = split_role(who["role"], context)
        found = [found[0].model_copy(update={"role": role, "organisation": found[0].organisation or organisation})]
    if behalf and (body := behalf["body"]) and body[:1].isupper():
        found = [one.model_copy(update={"organisation": one.organisation or body}) for one in found]
    return found


def _within_lines(
    told: list[Presenter], openings: list[int], at: int, telling: Telling, people: People, context: Context
) -> list[Presenter]:
    """The same persons; those that a line has which begins anew, where all of them stand above it or the name of one runs over into its first
    word ("Ansvarig: Anna Ek" / "Anna redogjorde …")."""
    for opening in openings:
        if told and (told[-1].span[1] < opening or any(one.span[0] < opening < one.span[1] for one in told)):
            anew = _subject(telling.text, opening, at, people, context)
            if anew or (told := _clipped(told, opening, telling.text)):
                return anew or told
    return told


def _clipped(told: list[Presenter], opening: int, text: str) -> list[Presenter]:
    """The persons, with the name that a line's end cuts up to there where the next line begins with its first word again."""
    cut: list[Presenter] = []
    for one in told:
        if one.span[0] < opening < one.span[1]:
            first, again = squash(text[one.span[0] : opening]), squash(text[opening : one.span[1]])
            if fold(first.split()[0]) == fold(again):
                one = one.model_copy(update={"as_written": first, "name": first, "span": (one.span[0], one.span[0] + len(first))})
        cut.append(one)
    return cut


_NAME_BEFORE = re.compile(r"(?P<before>[\w)][ \n])(?P<name>[A-ZÅÄÖ][\w-]+(?:[ \n][A-ZÅÄÖ][\w-]+){1,3})[ \n]$")
_GOES_ON = re.compile(
    r"\b(?:att|som|när|där|då|vad|hur|om|eftersom|medan)\b[^.:]{0,25}$"
    r"|\b(?:enligt|av|med|för|från|hos|till|på|i|vid|och|samt|eller|men|så|det|den|de|ett|en)\s$"
)
_LONGEST_NAME = 60


def _begins_anew(text: str, begin: int, at: int, people: People) -> tuple[list[Person], int, str] | None:
    """One of those who were there, named in full right before a verb where the sentence before lost its full stop: "Muddring i Norrviken
    Anna Ek berättar att …"; nobody of whom a subordinate clause tells."""
    start = max(begin, at - _LONGEST_NAME)
    named = _NAME_BEFORE.search(text, start, at)
    if named is None:
        return None
    words = named["name"].split()
    for k in range(len(words) - 1):
        name = squash(" ".join(words[k:]))
        where = named.end("name") - len(" ".join(words[k:]))
        if fold(name) in people.names and not _GOES_ON.search(text, max(begin, where - 25), where):
            return [Person(0, named.end("name") - where, name, None, "")], where, text[where : named.end("name")]
    return None


_LABEL = re.compile(r"[\s*_]*(?:[\wåäö-]+\s?){1,5}(?:\([^():.]{2,60}\)\s?)?:[\s*_]*(?=[\wåäö])")
""" "Polisen: Anna Ek informerar": under whose name it is told."""
_AND_OTHERS = re.compile(r",?\s+(?:m\.?\s?fl\.?|med\s+flera)\s*$")
_WHO = re.compile(
    r",?\s+som\s+(?=\S)(?P<is>(?:[\wåäö]+\s+){0,2}?(?:är|arbetar\s+som|jobbar\s+som)\s+(?P<role>(?!med\b)[^.;:,]{3,80}?))?(?:(?(is)|[^.;:]{3,110}?))(?P<closed>,)?\s*$"
)
""" "Anna Ek, som är jurist i Mora kommun," or "Anna Ek, som deltagit i förstudien,": what comes between a name and its verb."""
_ON_BEHALF = re.compile(
    r"[A-ZÅÄÖ][^.,;:]{2,80},\s+(?:genom|(?:representerad|företrädd)\w*\s+av)\s+"
    r"|[^.,;:]{0,30}?(?:[Rr]epresentant|[Ff]öreträda?re|[Mm]edarbetare|[Pp]ersonal|[Dd]eltagare|[Uu]ngdomar)\w*\s+(?:från|för|på|vid|hos)\s+(?P<body>[^.,;:]{3,60}),\s+"
)
""" "Arbetsgruppen, genom Anna Ek, …", "Representanter från Bryggverket, Anna Ek och Bo Lind, …": for whom the persons speak."""
_TOLD_BY_THEM = re.compile(r"(?:Hon|Han|Hen|De|Båda|Dessa)\s")


def _come(text: str, sentence: Span, people: People, context: Context) -> list[Presenter]:
    """Those of whom a sentence says that they came: "Anna Ek var inbjuden", "Ordföranden hälsade Anna Ek välkommen"."""
    s, e = sentence
    for verb in receives().finditer(text, s, e):
        if found := _behind(text, verb.end(), e, people, context):
            return found
    for pattern in (visits(), comes()):
        for verb in pattern.finditer(text, s, e):
            if found := _subject(text, s, verb.start(), people, context):
                return found
            if _is_adverbial(text[s : verb.start()]) and (found := _behind(text, verb.end(), e, people, context)):
                return found
    return []


_OF_WHAT = re.compile(r"\s+(?:\w+\s+)?(?P<of>om|från|för)\s")
_AND_ANOTHER = re.compile(r"(?:,\s+|\s)(?:och|samt|medan)\s+(?=[A-ZÅÄÖ])")


def _beside(text: str, begin: int, end: int, people: People, context: Context) -> list[Presenter]:
    """ "… rapporterar från hamnen och Bo Lind från bryggan", "… redogör för kostnaden och Bo Lind för tiden": another, with the verb left out."""
    of = _OF_WHAT.match(text, begin, end)
    if of is None:
        return []
    again = re.compile(rf"(?:\s*\([^()]{{1,30}}\))?\s+{of['of']}\s")
    found: list[Presenter] = []
    for joint in _AND_ANOTHER.finditer(text, of.end(), end):
        one = _behind(text, joint.end(), end, people, context)[:1]
        if one and again.match(text, one[0].span[1], end):
            found += one
    return found


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


def _remarked(telling: Telling, people: People, context: Context) -> list[Presenter]:
    """ "Anna Ek, jurist, redde ut vad som gäller": those whose title is given, if it is none that the meeting gave them."""
    lower, s = telling.lower, telling.span[0]
    verb = next(iter_at_words(remarks(), remarking_forms().first_words(telling.words), lower, 0, len(lower)), None)
    if verb is None:
        return []
    for told in _subjects(telling, s + verb.start(), people, context):
        named = told[0].role or _SUMS_UP.match(lower, verb.start())
        came = fold(told[0].name) in people.invited and not _ANSWERS.match(lower, verb.start())
        if came or (named and _has_title(told[0], people)):
            return told
    return []


def _opened(telling: Telling, people: People, context: Context) -> list[Presenter]:
    """ "Anna Ek beskriver hur …", "Anna Ek inleder": those who were there and whom an item begins with; not the one in the chair."""
    if not telling.opens:
        return []
    lower = telling.lower
    verb = next(iter_at_words(opens(), opening_forms().first_words(telling.words), lower, 0, len(lower)), None)
    at = telling.span[0] + verb.start() if verb else 0
    found = next(_subjects(telling, at, people, context), []) if verb else []
    return [one for one in found if fold(one.name) in people.names and not (one.role and _OF_MEETING.search(one.role))]


def _subjects(telling: Telling, at: int, people: People, context: Context) -> Iterator[list[Presenter]]:
    """The persons that are all there is before a verb, from each place on where its clause can begin."""
    for begin in [telling.span[0], *(o for o in telling.openings if o < at)]:
        if told := _subject(telling.text, begin, at, people, context):
            yield told


_ANSWERS = re.compile(r"(?:be)?svara")
_SUMS_UP = re.compile(r"(?:kommenterar|kommenterade|sammanfattar|sammanfattade)(?!\s+att\b)")
""" "Anna Ek sammanfattar.": what officials do with what they have drawn up, and others with what was said."""


def _has_title(one: Presenter, people: People) -> bool:
    """Whether the sentence or, of a full name, the list of who was there gives somebody a title that the meeting did not give them."""
    if one.role:
        return has_role_word(one.role) and _OF_MEETING.search(one.role) is None
    return " " in one.as_written and fold(one.name) in people.titled


def _is_adverbial(words: str) -> bool:
    bare = BULLET.sub("", words.strip())
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
    r"(?P<a>\s*\([^()]{2,80}\)|,\s*(?!\s|(?:som|och|att|för)\s)[^,.;]{2,80}(?=[,.;]|$)|\s+från\s+[A-ZÅÄÖ][\wåäö-]*(?:\s+[A-ZÅÄÖ][\wåäö-]*){0,3})"
)


def _given(telling: Telling, people: People, context: Context) -> list[Presenter]:
    """ "Inför beslut i ärendet lämnar Anna Ek, stadsarkitekt, en redovisning.", "Därefter medverkade Bo Lind och berättade om …"."""
    text, (s, e) = telling.text, telling.span
    for verbs, forms, behind in (
        (gives, giving_forms, account_behind),
        (comes, coming_forms, to_tell),
        (receives, receiving_forms, who_tells),
    ):
        for verb in iter_at_words(verbs(), forms().first_words(telling.words), text, s, e):
            begin = max([s, *(o for o in telling.openings if o < verb.start())])
            if verbs is not receives and not _is_adverbial(text[begin : verb.start()]):
                continue
            if (found := _behind(text, verb.end(), e, people, context)) and behind().search(text, found[-1].span[1], e):
                return found
    return []


def _by(telling: Telling, people: People, context: Context) -> list[Presenter]:
    """ "Information lämnades om nya regler av riksrevisor Anna Ek"."""
    text, lower, (s, e) = telling.text, telling.lower, telling.span
    if " av " not in lower and "från " not in lower:
        return []
    anywhere = told_forms().may_stand_in(telling.words)
    for match in told_by().finditer(lower) if anywhere else filter(None, [told_by().match(lower)]):
        at: int | None = match.end()
        while at is not None:
            if found := _behind(text, s + at, e, people, context):
                return found
            again = _AV.search(lower, at)
            at = again.end() if again else None
    return []


_AV = re.compile(r"\b(?:av|från)\s+(?=\S)")
