"""Lines over lists of everyone who came that no words of the lexicon make: rolls in appendices, heads of columns, roll calls."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import fold, whole_lowered
from graph.record import Status
from ingest.attendance.following import person_follows, title_follows
from ingest.attendance.model import Label, LabelKind
from ingest.attendance.signed import DASHES, SIGNS
from ingest.attendance.words import is_organisation_like

_ROLL = re.compile(
    r"(?:Förteckning|Lista) över (?:närvarande|beslutande|deltagande)(?: (?:ledamöter|förtroendevalda)(?: och (?:tjänstgörande )?ersättare)?)?"
    r"(?: (?:vid|på) [^:\n]{3,60}?(?:möte|sammanträde)t?)?(?: (?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}))?[ :]*"
)
""" "Förteckning över närvarande vid kommunfullmäktiges sammanträde 2006-02-27", over the list in an appendix."""
_ROLL_BEGINS = ("Förteckning över ", "Lista över ")
_DAY = r"(?:den[ ])?(?:\d{4}-\d\d-\d\d|\d{1,2}[ ][a-zåäö]{3,9}(?:[ ]\d{4})?)"
_ROLL_OF = re.compile(
    r"(?:(?:närvaro|tjänstgörings|upprops|deltagar)-?(?:[ ]och[ ](?:omröstnings|voterings|röst|tjänstgörings|närvaro))?(?:lista|förteckning)"
    rf"|närvarorapport)(?:,|:|[ ]?[–-]|[ ](?:för|vid|till))?[ ](?P<body>[^\W\d_][^\d\n,:;()§]{{3,60}}?)?(?:(?:^|(?<=[ ])|,?[ ])(?P<day>{_DAY}))?[ :]*",
    re.IGNORECASE,
)
""" "Närvarolista direktionen", "NÄRVAROLISTA KOMMUNSTYRELSEN 2024-10-08", "Närvarolista 8 oktober 2024"."""
_ROLL_OF_BEGINS = ("närv", "tjän", "uppr", "delt")
_BEGINNINGS = frozenset((*_ROLL_OF_BEGINS, *(begins[:4].lower() for begins in _ROLL_BEGINS)))
"""The first letters of all of them: most units begin otherwise."""
_MEETING = re.compile(r"(?:sammanträde|möte)\w*$")


def _is_roll_of(text: str, start: int, end: int) -> bool:
    """Whether all there is in a unit names a roll and, behind that, the body whose it is or the day."""
    if text[start : start + 4].lower() not in _ROLL_OF_BEGINS or (of := _ROLL_OF.fullmatch(text, start, end)) is None:
        return False
    body = of["body"]
    if body is None:
        return of["day"] is not None
    return is_organisation_like(body.lower()) or _MEETING.search(body.lower()) is not None


def find_roll(text: str, start: int, end: int) -> Label | None:
    """The words over a roll, where they are all there is in a unit."""
    if text[start : start + 4].lower() not in _BEGINNINGS:
        return None
    if text.startswith(_ROLL_BEGINS, start) and _ROLL.fullmatch(text, start, end):
        return _over_all(start, end, "forteckning over narvarande")
    if _is_roll_of(text, start, end):
        return _over_all(start, end, "narvarolista")
    return None


def _over_all(start: int, end: int, words: str, role: str | None = None) -> Label:
    return Label(start, end, end, LabelKind.PEOPLE, Status.PRESENT, role, True, False, True, words=words)


_HEAD_ROW = re.compile(
    r"(?:Nr\.?[ ]+)?(?:(?:(?:Kommun|Organisation|Huvudman)[ ]+)?Namn|Förnamn[ ]+Efternamn|Efternamn[ ]+Förnamn)[ ]+(?:[A-ZÅÄÖ][\wåäö/.-]*[ ]+){0,4}(?P<last>Närv(?:arande|aro)?\.?|Deltog|Deltar)(?:[ ]+[A-ZÅÄÖ][\wåäö.]*){0,3}[ ]*"
)
""" "Namn Kommun/organisation Närvarande": the columns of a list, and no other word over it."""
COLUMNS_BESIDE = r"(?:Kommun|Organisation|Kommun/organisation|Företräder|Representerar|Roll|Funktion|Titel|Befattning|Uppdrag|Förvaltning|Verksamhet|Arbetsplats|Enhet|Parti)"
PRESENCE_HEAD = r"Närv(?:arande|aro)?\.?"
_PERSONS_ROW = re.compile(
    rf"(?:Ledamot|Ledamöter|Deltagare|Representant|Person)(?:[ ]+{COLUMNS_BESIDE}){{1,3}}[ ]+(?P<last>{PRESENCE_HEAD})[ ]*"
)
""" "Ledamot Organisation Närvarande", over a list of members and others."""
_COLUMN = r"(?:Parti|Tjänstgörande|[Tt]jg|Tj|[Ee]rsättare|Ers|Votering|Omröstning|Ja|Nej|Avst(?:år|ått|\.)?|§{1,2}[ ]?\d+|Anm(?:ärkning)?|Tid|Kl|Signatur)\.?"
_MEMBERS_ROW = re.compile(
    rf"(?:Nr\.?[ ]+)?(?:(?P<members>Ledamot|Ledamöter)|Namn)[ ]+(?:Parti[ ]+)?(?P<last>Närv(?:arande|aro)?\.?|Upprop)(?:[ ]+{_COLUMN}){{1,12}}[ ]*"
)
""" "Ledamot Parti Närvarande Ersättare § 66 Ja Nej Avst": columns of a roll, of which that of the substitutes is no label."""
_SENDERS = "Kommun|Organisation|Huvudman|Uppdragsgivare|Medlem|Myndighet|Representerar"
_PAIRS_ROW = re.compile(
    rf"(?:{_SENDERS})(?:/[^\W\d_]+)?[ ]+(?P<members>Ledamot|Ledamöter|Ordinarie)[ ]+(?:(?P<last>{PRESENCE_HEAD})[ ]+)?(?:Ersättare|Suppleant(?:er)?)(?(last)[ ]+{PRESENCE_HEAD})[ ]*"
)
""" "Huvudman Ledamot Ersättare": a member and a substitute in each row, of whom only signs tell whether they came, or, behind each, a column
of presence."""
FIRST_HEADS = frozenset(
    {"Nr", "Namn", "Förnamn", "Efternamn", "Ledamot", "Ledamöter", "Deltagare", "Representant", "Person", *_SENDERS.split("|")}
)
"""The words that they begin with."""


def find_column_heads(text: str, start: int, end: int) -> Label | None:
    """The heads of the columns of a list, of which the last is of presence, where they are all there is in a unit."""
    if (members := _MEMBERS_ROW.fullmatch(text, start, end)) is not None:
        return _over_all(start, end, fold(members["last"]), role="ledamot" if members["members"] else None)
    if (pairs := _PAIRS_ROW.fullmatch(text, start, end)) is not None:
        over = _over_all(start, end, fold(pairs["last"] or pairs["members"]))
        return over if pairs["last"] else replace(over, status=Status.UNKNOWN)
    heads = _HEAD_ROW.fullmatch(text, start, end) or _PERSONS_ROW.fullmatch(text, start, end)
    return _over_all(start, end, fold(heads["last"])) if heads is not None else None


_ATTENDANCE, _ROLL_CALL = "närvaro", "upprop"
_DAY_BEFORE = re.compile(
    rf"(?:(?:[^\W\d_][\wåäö-]*[ ]){{0,4}}(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[ ][a-z]{{3,9}}[ ]\d{{4}})[ ]+|(?i:bilaga)[ ](?:\d{{1,2}}|[A-Z])\b[ ]?[.:,–-]?[ ]*)(?=(?i:{_ATTENDANCE}|{_ROLL_CALL})(?:[\w-]| och )*[ ]*$)"
)
""" "KOMMUNFULLMÄKTIGE 2017-11-27 NÄRVAROLISTA", "Bilaga 1 Närvarolista": the words over a list in an appendix, behind the body's name and the
day, or behind the number of the appendix."""


def past_day(text: str, start: int, end: int) -> int | None:
    """Where the words over a list begin behind the body and the day, or the number of an appendix; None when no such words stand before them."""
    lower = whole_lowered(text)
    if lower.find(_ATTENDANCE, start, end) < 0 and lower.find(_ROLL_CALL, start, end) < 0:
        return None
    before = _DAY_BEFORE.match(text, start, end)
    return before.end() if before is not None else None


_MARKED = re.compile(r"[ ]+(?:(?:är|har|markera\w*|anges)[ ])*med[ ](?:ett[ ])?[\"”]?(?:[xX]|kryss)[\"”]?[ ]*:?[ ]*$")
""" "Närvarande med x": how those who came are marked, behind a label and nothing else in the line."""
_LONGEST_SIGNED = 120
_MARKED_ENDS = frozenset('xXs"”: \n')
"""The last letters of such lines: most others need not be looked at."""


_SIGN = rf"(?:[{DASHES}{SIGNS}01]|[^\W\d_]{{1,2}})"
_MEANING = r"(?:ej[ ]|inte[ ]|icke[ ])?(?:närv|frånv|delt|förhind|på plats|här|med|tjänstg)[a-zåäö]*(?:[ ]ersättare)?[ ,;./)]*"
_SIGNED = re.compile(
    rf"(?:(?<=[^\W\d_])[:.]?(?:[ ]?[–-])?[ ]+|(?<![^\n]))"
    rf"(?:(?:\(?{_SIGN}[ ]?=[ ]?{_MEANING}){{1,4}}|(?:\(?{_SIGN}[ ]?[:–-]?[ ]{_MEANING}){{2,4}})$",
    re.IGNORECASE,
)
""" "Närvaro ☒ = närvarande ☐ = frånvarande", "Upprop – N närvarande, F frånvarande": what the signs of the list below mean, behind its label or
in a line of its own."""


def find_mark_told(text: str, start: int, end: int) -> int | None:
    """Where the words begin, at the end of a unit, that tell how those who came are marked; None when there are none."""
    signed = end - start < _LONGEST_SIGNED and (text.find("=", start, end) >= 0 or text.find(" frånv", start, end) >= 0)
    if signed and (told := _SIGNED.search(text, start, end)):
        return told.start()
    if text[end - 1 : end] not in _MARKED_ENDS or text.find(" med ", start, end) < 0:
        return None
    marked = _MARKED.search(text, start, end)
    return marked.start() if marked is not None else None


_WHEN = re.compile(
    r"[ ]+(?:(?:vid|efter)[ ](?:upprop(?:et)?|(?:mötets|sammanträdets)[ ](?:början|öppnande))(?:,?[ ]kl\.?[ ]?\d{1,2}(?:[.:]\d\d)?)?"
    r"|(?:från[ ])?kl\.?[ ]?\d{1,2}(?:[.:]\d\d)?(?:[ ]?[-–][ ]?\d{1,2}[.:]\d\d)?)[ :]*$"
)
""" "Deltagande vid upprop kl. 08.30", "Närvarande kl. 13.00-15.30": when those listed were there, behind a label and nothing else."""


def find_when_told(text: str, start: int, end: int) -> int | None:
    """Where the words begin, at the end of a unit, that tell when those who came were there; None when there are none."""
    if end - start > _LONGEST_WHEN or (text.find("kl", start, end) < 0 and text.find(" vid ", start, end) < 0):
        return None
    told = _WHEN.search(text, start, end)
    return told.start() if told is not None else None


_LONGEST_WHEN = 80


CALLED_BY = frozenset({"Vid", "Efter", "På", "Via", "Digitalt"})
"""The words that a roll call in a sentence begins with."""
CALLED_OVER = re.compile(
    r"(?:(?:Vid|Efter)[ ](?:upprop(?:et)?|mötets öppnande)[ ])?(?:noteras|noterades|antecknas|antecknades|konstateras|konstaterades|befanns|befinns|var|är)[ ]"
    r"(?:(?:följande|som)[ ](?:[a-zåäö]+[ ]){0,2})?närvarande:?[ ]"
    r"|(?:På distans|På länk|Via länk|Digitalt)[ ](?:deltar|deltog|närvarar|närvarade)[ ](?:även[ ]|också[ ])?(?=[A-ZÅÄÖ][^\W\d_]+[ ][A-ZÅÄÖ])"
)
""" "Vid uppropet noteras följande närvarande: Anna Ek, Mora, …", "På distans deltar Bo Alm, Orsa, samt …"."""


def find_called(text: str, start: int, end: int) -> Label | None:
    """The words of a roll call that a unit begins with, before a person's name."""
    match = CALLED_OVER.match(text, start, end)
    if match is None:
        return None
    behind = match.end() - 1
    if not person_follows(text, behind, end) and not title_follows(text, behind, end):
        return None
    return Label(start, match.end(), match.end(), LabelKind.PEOPLE, Status.PRESENT, None, True, True, False, words="narvarande")
