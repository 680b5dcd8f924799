"""Labels over lists ("Närvarande:", "Ej tjänstgörande ersättare", "Utses att justera"): where they stand in a unit of text.

A unit is a line, or a cell of a table. A label stands at the start of a unit, with a colon or nothing behind it or a
name; or, in text whose columns ran together, in the middle, with a colon, a name or another label right behind it. The
same words in a sentence ("flertalet av närvarande tjänstepersoner", "Deltagarna framhöll att …") are none.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.names import fold, whole_lowered
from graph.record import Span, Status
from ingest.attendance.following import (
    adjacent,
    capital_follows,
    ends_run,
    group_follows,
    name_follows,
    office_follows,
    pair_follows,
    parted,
    person_below,
    person_follows,
    person_in_next_paragraph,
    source_follows,
    title_follows,
)
from ingest.attendance.model import Label, LabelKind
from ingest.attendance.phrases import LONGEST_PHRASE, phrase_words, platforms, read_phrase
from ingest.attendance.words import is_organisation_like
from ingest.lexicon import attendance_words
from ingest.people import is_first_name, without_capital_i

_WORD = re.compile(r"\d+(?=[A-ZÅÄÖ][a-zåäö])|[^\W_]+(?::[ae])?")
_JOIN = re.compile(r"[ \t]*\n?[ \t]*|[-/.,(][ ]?|\.[ ]*|[ ]?[(/][ ]?|, ?")
_BEFORE = re.compile(r"[\s*_•·–—:-]*(?P<number>(?:§\s*)?\d{1,3}(?:[.)]|\s*§)?\s+|[a-z]\)\s+)?[\s*_•·–-]*")
_AFTER = re.compile(
    r"\)?(?:,[ ][a-zåäö][\wåäö-]*(?: [\wåäö-]+){0,2}(?=:)|,[ ][A-ZÅÄÖ][\wåäö-]+(?=:)|[ ](?:på|vid|under|till)[ ](?:punkt(?:en|erna)?|ärende|§{1,2})[ ]?\d+(?=[ ]?:)|[ ](?:del|dag|pass|fm|em|förmiddag|eftermiddag|kl\.?|klockan|§{1,2})\b(?:[ ]?[\d§.,:–-]+)*(?=[ ]?[:(])|[ ]\d{1,2}(?=[ ]?(?::|\(kl)))?[ ]*(?:\([^()\n]{0,80}\)?[ ]*)?(?P<colon>[:;])?(?:[ ]*\([^()\n]{0,80}\))?[ ]*"
)
_COLUMN_HEADS = re.compile(
    r"[ ]+(?:Parti|Ja)(?:[ ]+(?:Parti|Ja|Nej|Avst(?:år)?\.?|Närv(?:aro)?\.?|Frånv(?:aro)?\.?|Tj(?:g|änstg)?\.?|Tid|Kl\.?|§+|[\d.:–-]+))*[ ]*"
)
""" "Ledamöter Parti Närv. Ja Nej": the columns of the list below."""
_HEAD_ROW = re.compile(
    r"(?:Nr\.?[ ]+)?(?:Namn|Förnamn[ ]+Efternamn|Efternamn[ ]+Förnamn)[ ]+(?:[A-ZÅÄÖ][\wåäö/.-]*[ ]+){0,4}(?P<last>Närv(?:arande|aro)?\.?|Deltog|Deltar)(?:[ ]+[A-ZÅÄÖ][\wåäö.]*){0,3}[ ]*"
)
""" "Namn Kommun/organisation Närvarande": the columns of a list, and no other word over it."""
_FIRST_HEADS = frozenset({"Nr", "Namn", "Förnamn", "Efternamn"})
"""The words that it begins with."""
_BEFORE_GROUPS = frozenset({"narvarande", "franvarande", "deltagande", "forhindrade"})
_OF_GROUP = re.compile(r"(?:[ ][a-zåäö][\wåäö-]*){1,3}(?:[ ]\d[A-Za-zÅÄÖ]?)?(?=[ ]?:)")
_VERBS = frozenset(attendance_words().verbs)
""" "Närvarande klassföräldrar:", a group that the lexicon does not know."""
_MONTHS = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)"
_DATED = re.compile(
    rf"(?:[ ][A-ZÅÄÖ][\wåäö]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet))?(?:(?:[ ]den)?(?:[ ](?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?:[ ]den)?[ ]\d{{1,2}}(?:[ ]?[–-][ ]?\d{{1,2}})?[ ]{_MONTHS}\b\.?(?:[ ]\d{{4}}\b)?"
    r"|,?[ ](?:\d{4}-\d\d-\d\d|\d{6}|\d{1,2}/\d{1,2})(?:[ ](?:kl\.?[ ]?)?\d\d[.:]\d\d(?:[ ]?[–-][ ]?\d\d[.:]\d\d)?)?)(?=[ ]*(?:[:(]|$|\n))"
)
""" "Närvarande den 24 november", "Närvarolista Bryggnämnden 2020-02-11": the day of the meeting, in the label's line."""
_LINKING = re.compile(
    r"[ ]*(?:(?:var|är|vid mötet|på mötet|under mötet|i mötet|m\.? ?fl\.?|m\.? ?m\.?|, ordinarie ?(?:/|och|samt) ?ersättare)[ ]*)*:?[ ]*"
)
_BLANK_BEFORE = re.compile(r"(?:^|\n[ \t]*\n)[ \t*_•·–-]*$")
_COLON_NEXT = re.compile(r"[ *_]*:")
_ELSEWHERE = re.compile(r"(?:enligt|enl\.?|se|framgår|jfr)\b", re.IGNORECASE)
_CODE = re.compile(r"[ ]*(?:\((?:[A-ZÅÄÖ]|[xX10])\)|=[ ]*[A-ZÅÄÖxX10]\b)")
_ALL_CODES = re.compile(
    r"(?:[\s,;/]*(?:och )?(?:[^\W\d_]+ )?[^\W\d_]+[ ]*(?:\([^()\s]{1,2}\)|=[ ]*[^\s,]{1,2}))+[ ]*[:.]?", re.IGNORECASE
)
""" "Närvarande (X) Frånvarande (-)" over a list, and nothing else in the line."""
_LEGEND = re.compile(r"\w\s*=\s*\w|\b(?:närv|frånv)\w*[. ]*\([A-ZÅÄÖ]\)", re.IGNORECASE)
_CODED = re.compile(r"\b(?i:närv\w*|frånv\w*)\b[. ]*(?:\((?:[A-ZÅÄÖ]|[xX10])\)|[A-ZÅÄÖ](?![\w.)]))")
_ROSTER = re.compile(r"[\w -]*(?:lista|listan|förteckning|förteckningen|upprop)$", re.IGNORECASE)
_REMNANT_NEXT = re.compile(r":|[ ]*\)[ ](?=[A-ZÅÄÖ])|\s+(?=Ledamöter|Ledamot|Ersättare|Ordförande)")
_CLOSED_REMNANT = re.compile(r"[ ]*\)[ ]*")
_FIELD_BEFORE = re.compile(r"(?:^|\s)(?:Plats|Tid|Dag|Datum|Plats och tid|Tid och plats)\s+$")
_FROM = re.compile(
    r"[ ]*\n?[ ]*(?:från|för|hos|i|ur)[ ]+(?P<whom>(?:[A-ZÅÄÖ][^\W\d_]*|kommun\w*|region\w*|läns\w*|förvaltning\w*)(?:[ /-]+(?!som\b|att\b|är\b|var\b|har\b)[^\W\d_]+){0,4}|[a-zåäö]+(?:[ ][a-zåäö]+)?(?=[ ](?:var|är|deltog)[ ])|[^\W\d_][^:\n]{2,60}(?=:))[ ]*(?P<colon>:|\b(?:var|är|deltog)\b(?=[ ](?:[a-zåäö:.]+[ ]){0,3}[A-ZÅÄÖ][^\W\d_]+[ ][A-ZÅÄÖ]))?(?P<end>[ ]*)"
)
""" "Deltagare från Region X:": whom those listed come from."""
_GROUP_NAMED = re.compile(r"[ ](?P<whom>[a-zåäö][^:\n]{2,60}):[ ]*")
""" "Frånvarande från styrelsen:"."""
_ANCHORS = frozenset({"beslutande", "narvarande"})
"""Words that, with a capital, head a list wherever they stand in text whose columns ran together."""
_NOBODY = re.compile(r"[ ]*(?:Ingen|Inga)\b")
_RUN_TOGETHER = 120
"""A unit longer than this is text that ran together, not a line as the writer made it."""


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    kind: LabelKind
    status: Status | None
    role: str | None
    strong: bool
    of_region: bool
    aside: bool = False
    """Whether its word for absence more often stands beside a name than over a list."""


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """By first word, longest first."""
    table: dict[str, list[_Form]] = {}
    for entry in attendance_words().labels:
        for written in entry.forms:
            words = tuple(fold(word) for word in _WORD.findall(written))
            form = _Form(words, LabelKind(entry.kind), entry.status, entry.role, entry.strong, entry.side == "region")
            table.setdefault(words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in table.items()}


@cache
def _forms_by_words() -> dict[tuple[str, ...], _Form]:
    """By all their words; of those that have the same the first."""
    return {form.words: form for forms in _forms().values() for form in reversed(forms)}


@cache
def _longest_forms() -> dict[str, int]:
    """By first word, how many words the longest has."""
    return {first: len(forms[0].words) for first, forms in _forms().items()}


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return fold(without_capital_i(word))


def find_labels(text: str, start: int, end: int) -> list[Label]:
    """The labels in one unit `text[start:end]`, in order. The words after the last label are its content."""
    if text.startswith(_ROLL_BEGINS, start) and _ROLL.fullmatch(text, start, end):
        return [
            Label(start, end, end, LabelKind.PEOPLE, Status.PRESENT, None, True, False, True, words="forteckning over narvarande")
        ]
    lower = whole_lowered(text)
    rolled = lower.find(_ATTENDANCE, start, end) >= 0 or lower.find(_ROLL_CALL, start, end) >= 0
    if rolled and (day := _DAY_BEFORE.match(text, start, end)) is not None:
        return find_labels(text, day.end(), end)
    if (
        text[end - 1 : end] in _MARKED_ENDS
        and text.find(" med ", start, end) >= 0
        and (marked := _MARKED.search(text, start, end)) is not None
    ):
        before = find_labels(text, start, marked.start())
        if before and before[-1].content >= marked.start():
            return [*before[:-1], replace(before[-1], content=end)]
    if not _worth_reading(text, start, end):
        return []
    if end - start <= _LONGEST_WHOLE and (whole := _whole_form(text[start:end])) is not None:
        label = _candidate(text, start, end, start, end, whole)
        if label is not None:
            return [] if _heads_column(text, label) else [label]
    return _read_unit(text, start, end)


def _read_unit(text: str, start: int, end: int) -> list[Label]:
    """The labels in a unit, word by word."""
    words = list(_WORD.finditer(text, start, end))
    written = [word.group() for word in words]
    if not words:
        return []
    if written[0] in _FIRST_HEADS and (head := _HEAD_ROW.fullmatch(text, start, end)) is not None:
        return [Label(start, end, end, LabelKind.PEOPLE, Status.PRESENT, None, True, False, True, words=fold(head["last"]))]
    if written[0][-1] == "s" and (owned := _owned(text, start, end, words)):
        return [owned]
    if written[0] in _SOURCE_TOLD_BY and (told := _source_told(text, start, end)):
        return [told]
    if written[0] in _CALLED_BY and (told := _called_over(text, start, end)):
        return [told]
    openings = [
        i for i, word in enumerate(written) if (i < 2 or not word[0].islower() or word == "ande") and _begins_label(word)
    ]  # a number may stand before one in small letters
    first = _longest(text, start, words, 0) if openings[:1] == [0] else None
    candidates: list[tuple[Label, int]] = []
    if misread := _misread(text, start, end, words, first):
        candidates.append(misread)
    reached = candidates[0][1] if candidates else 0
    has_owner = len(words) > 2 and not _OWNED.isdisjoint(written) and _OWNER.search(text, start, end) is not None
    for i in range(len(words)) if has_owner else openings:
        if i < reached:
            continue
        if has_owner and written[i][0].isupper() and (owned := _owned_in_run(text, words[i].start(), end)):
            candidates.append((owned, i + 2))
            reached = i + 2
            continue
        if i not in openings or (candidates and written[i][0].islower() and written[i] != "ande"):
            continue
        matched = _longest(text, start, words, i) if i else first
        if matched:
            reached_to = i + len(matched.words)
            label = _candidate(text, start, end, words[i].start(), words[reached_to - 1].end(), matched)
            if label:
                candidates.append((label, reached_to))
                reached = reached_to
    return _accepted(text, start, end, words, candidates) if candidates else []


_LONGEST_WHOLE = 40


@lru_cache(maxsize=4096)
def _whole_form(unit: str) -> _Form | None:
    """The label that fills a unit from its first letter to its last, as most do: "Ersättare", "Beslutande ledamöter"."""
    words = list(_WORD.finditer(unit))
    if not words or words[0].start() > 0 or words[-1].end() < len(unit) or "(" in unit:
        return None
    first = words[0].group()
    one_label = unit.isupper() or not any(word.group()[0].isupper() for word in words[1:])
    if not first[0].isupper() or not one_label or first[-1] == "s" or first in _SOURCE_TOLD_BY:
        return None  # whose label it is may stand first ("Kommunens representanter"), and a capital may begin another
    form = _longest(unit, 0, words, 0)
    return form if form is not None and len(form.words) == len(words) else None


_ROLL = re.compile(
    r"(?:Förteckning|Lista) över (?:närvarande|beslutande|deltagande)(?: (?:ledamöter|förtroendevalda)(?: och (?:tjänstgörande )?ersättare)?)?"
    r"(?: (?:vid|på) [^:\n]{3,60}?(?:möte|sammanträde)t?)?(?: (?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}))?[ :]*"
)
""" "Förteckning över närvarande vid kommunfullmäktiges sammanträde 2006-02-27", over the list in an appendix."""
_ROLL_BEGINS = ("Förteckning över ", "Lista över ")
_ATTENDANCE, _ROLL_CALL = "närvaro", "upprop"
_DAY_BEFORE = re.compile(
    rf"(?:[^\W\d_][\wåäö-]*[ ]){{0,4}}(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[ ][a-z]{{3,9}}[ ]\d{{4}})[ ]+(?=(?i:{_ATTENDANCE}|{_ROLL_CALL})(?:[\w-]| och )*[ ]*$)"
)
""" "KOMMUNFULLMÄKTIGE 2017-11-27 NÄRVAROLISTA": the words over a list in an appendix, the body's name and the day before them."""
_MARKED = re.compile(r"[ ]+(?:(?:är|har|markera\w*|anges)[ ])*med[ ](?:ett[ ])?[\"”]?(?:[xX]|kryss)[\"”]?[ ]*:?[ ]*$")
""" "Närvarande med x": how those who came are marked, behind a label and nothing else in the line."""
_MARKED_ENDS = frozenset('xXs"”: \n')
"""The last letters of such lines: most others need not be looked at."""


_OWNED = frozenset({"representanter", "ledamöter", "företrädare", "deltagare", "medlemmar", "tjänstemän", "tjänstepersoner"})
_OWNER = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]+(?:s|rådet|nämnden|styrelsen|gruppen|utskottet)[ ](?P<group>"
    rf"{'|'.join(sorted(_OWNED))})(?=[ ][A-ZÅÄÖ])"
)
""" "Kommunens representanter Anna Ek", in text that ran together."""


_OPENING = frozenset({"ovriga", "ovrigt", "darutover", "dessutom", "aven", "ytterligare", "foljande"})
"""Small words that, with a capital in text that ran together, begin a label ("Därutöver deltog")."""


def _owned_in_run(text: str, at: int, end: int) -> Label | None:
    owner = _OWNER.match(text, at, end)
    if owner is None or not person_follows(text, owner.end(), end):
        return None
    group = fold(owner["group"])
    form = next((f for f in _forms().get(group, ()) if len(f.words) == 1), None)
    kind, status, role = (form.kind, form.status, form.role) if form else (LabelKind.PEOPLE, None, None)
    strong = form is not None and form.strong
    return Label(owner.start(), owner.end(), owner.end(), kind, status, role, strong, True, False, words=group)


_TOLD_SOURCE = re.compile(
    r"(?:Från|För)[ ](?P<whom>[^\W\d_][\wåäö-]*(?:[ ][^\W\d_][\wåäö-]*){0,6}?)(?:[ ]\([^()\n]{1,12}\))?"
    r"(?:[ ](?P<told>deltog|deltar|medverkade|medverkar|närvarade|kom|(?:var|är)(?=[ ]närvarande|[ ]med\b))(?:[ ](?:även|också|närvarande|med|på mötet))*:?[ ]|:[ ])(?=[A-ZÅÄÖ])"
)
""" "Från kommunerna deltog Anna Ek, Mora, och Bo Alm, Orsa.", "Från personalen: Anna Ek"."""
_SOURCE_TOLD_BY = frozenset({"Från", "För"})
"""The words that it begins with; labels of the lexicon do too, so that a unit with one of them is always read."""


_CALLED_BY = frozenset({"Vid", "Efter", "På", "Via", "Digitalt"})
_CALLED_OVER = re.compile(
    r"(?:(?:Vid|Efter)[ ](?:upprop(?:et)?|mötets öppnande)[ ])?(?:noteras|noterades|antecknas|antecknades|konstateras|konstaterades|var|är)[ ]följande[ ]"
    r"(?:[a-zåäö]+[ ]){0,2}närvarande:?[ ]"
    r"|(?:På distans|På länk|Via länk|Digitalt)[ ](?:deltar|deltog|närvarar|närvarade)[ ](?:även[ ]|också[ ])?(?=[A-ZÅÄÖ][^\W\d_]+[ ][A-ZÅÄÖ])"
)
""" "Vid uppropet noteras följande närvarande: Anna Ek, Mora, …", "På distans deltar Bo Alm, Orsa, samt …"."""


def _called_over(text: str, start: int, end: int) -> Label | None:
    match = _CALLED_OVER.match(text, start, end)
    if match is None or not person_follows(text, match.end() - 1, end):
        return None
    return Label(
        start, match.end(), match.end(), LabelKind.PEOPLE, Status.PRESENT, None, True, True, False, words="narvarande"
    )  # fmt: skip


def _source_told(text: str, start: int, end: int) -> Label | None:
    match = _TOLD_SOURCE.match(text, start, end)
    if match is None or not person_follows(text, match.end() - 1, end):
        return None
    told = match["told"] is not None
    if not told and text.startswith("För ", start) and not is_organisation_like(match["whom"]):
        return None  # "För kännedom: Anna Ek"
    return Label(
        start, match.end(), match.end(), LabelKind.PEOPLE, Status.PRESENT if told else None, None, told, True, False,
        words="deltog" if told else "fran", origin=match.span("whom"),
    )  # fmt: skip


def _known(text: str, words: list[re.Match[str]], at: int, first: str) -> _Form | None:
    """The form of the lexicon that takes most words from `at` on, where `first` stands, folded."""
    found: _Form | None = None
    row: tuple[str, ...] = (first,)
    longest = min(_longest_forms().get(first, 0), len(words) - at)
    while len(row) <= longest:
        form = _forms_by_words().get(row)
        if form is not None and not _are_two(words, at, len(row)):
            found = form
        behind = at + len(row)
        if len(row) == longest or not _are_joined(text, words[behind - 1], words[behind]):
            break
        row = (*row, _folded(words[behind].group()))
    return found


_phrase = lru_cache(maxsize=4096)(read_phrase)
"""Rows of words that labels are made of come again and again."""


def _longest(text: str, start: int, words: list[re.Match[str]], at: int) -> _Form | None:
    """The form of the lexicon, or the label put together from its words, that takes most words from `at` on."""
    row = [_folded(words[at].group())]
    form = _known(text, words, at, row[0])
    if row[0] not in phrase_words():
        return form
    opened: int | None = None
    for before, word in itertools.pairwise(words[at : at + LONGEST_PHRASE]):
        written = word.group()
        folded = _folded(written)
        on_platform = folded in platforms()
        if not on_platform and folded not in phrase_words():
            break
        if written[0].isupper() and not on_platform and not (before.group().isupper() and written.isupper()):
            break  # it begins another label
        gap = text[before.end() : word.start()]
        if gap != " " and not _JOIN.fullmatch(gap):
            break
        if "(" in gap and opened is None:
            opened = len(row)
        row.append(folded)
    phrase = _phrase(tuple(row))
    if phrase is not None and opened is not None and phrase.count > opened:
        behind = words[at + phrase.count - 1].end()
        if text[behind : behind + 1] != ")":  # "Deltagare (ej närvarande inom parentes)" tells what a sign means
            phrase = _phrase(tuple(row[:opened]))
    if phrase is None or (form is not None and len(form.words) >= phrase.count):
        return form
    kind = LabelKind.BODIES if phrase.bodies else LabelKind.INVITED if phrase.invited and not phrase.status else LabelKind.PEOPLE
    opens = row[0] in _OPENING or row[:2] == ["i", "ovrigt"]
    if phrase.linking and not (opens and phrase.status) and _BEFORE.fullmatch(text, start, words[at].start()) is None:
        return form
    return _Form(tuple(row[: phrase.count]), kind, phrase.status, phrase.role, phrase.status is not None, False, phrase.aside)


_FIRST_WORD = re.compile(r"[\s*_•–§\d.)-]*([A-ZÅÄÖ][^\W\d_]*(?:-[^\W\d_]+)*)")
_PARTED_WORD = re.compile(r"[.;)\n]\s*(?P<word>[A-ZÅÄÖ0-9][^\W_]*(?::[ae])?)")
_BEGINS = re.compile(r"[A-ZÅÄÖ0-9a](?<![^\W\d_].)(?:(?<!a)|(?<=a)nde)[^\W_]*(?::[ae])?")
"""A word with a capital or a number, or "ande", what may be left of "Närvarande"."""


@lru_cache(maxsize=8192)
def _begins_label(word: str) -> bool:
    return _folded(word) in _forms() or _folded(word) in phrase_words()


_FIRST = re.compile(rf"(?>{_BEFORE.pattern})(?P<word>{_WORD.pattern})")


def _worth_reading(text: str, start: int, end: int) -> bool:
    """Whether a unit holds a word that begins a label, or is short enough to be a label misread. Most lines are neither."""
    first = _FIRST.match(text, start, end)
    if first is not None and (
        _begins_label(first["word"]) or (first["word"] in _CALLED_BY and _CALLED_OVER.match(text, start, end))
    ):
        return True
    run_together = end - start > _RUN_TOGETHER
    if run_together or text.find(":", start, end) >= 0:
        for match in _BEGINS.finditer(text, start, end):
            if _begins_label(match.group()):
                return True
        if run_together and _OWNER.search(text, start, end):
            return True
    else:
        for match in _PARTED_WORD.finditer(text, start, end):
            if _begins_label(match["word"]):
                return True
    return not text[start : start + 1].islower() and _is_short_label(text, start, end)


def _is_short_label(text: str, start: int, end: int) -> bool:
    """Whether few words, alone or before a colon, of which the first is no first name, hold one that labels begin with, or are near
    enough to a label to be one that was misread."""
    colon = text.find(":", start, min(end, start + 50))
    stop = colon if colon >= 0 else end
    if stop - start > _LONGEST_MISREAD or text.count(" ", start, stop) > _MOST_MISREAD:
        return False
    first = _FIRST_WORD.match(text, start, stop)
    if first is None or len(first[1]) <= 2 or is_first_name(first[1]):
        return False
    words = _WORD.findall(text, start, end)
    if not _OWNED.isdisjoint(words):
        return True
    for word in words:
        if (not word[0].islower() or word == "ande") and _begins_label(word):
            return True
    if words[0][-1] == "s" and not _owned_words().isdisjoint(map(_folded, words[1:3])):
        return True
    if stop < end:
        if text[stop + 1 : stop + 2] in ("a", "e"):
            return True  # "1:e" is one word
        words = _WORD.findall(text, start, stop)
    if stop - start < _SHORTEST_MISREAD or len(words) > _MOST_MISREAD or not words[0][0].isupper():
        return False
    return _nearest_form(" ".join(map(_folded, words))) is not None


_MOST_MISREAD = 4
"""Words of a label that is known in spite of a slip."""
_SHORTEST_MISREAD, _LONGEST_MISREAD = 9, 45
"""Letters of such a label: in a shorter one a slip makes another word."""
_SURE = 0.86
"""Two slips in a word of fifteen letters pass; "Ledamot" and "Ledamöter" are told apart by being forms themselves."""


@cache
def _spellings(denied: bool) -> tuple[list[str], list[_Form]]:
    """The labels long enough to be known in spite of a slip, with or without a word that denies, and the form of each."""
    kinds = (LabelKind.PEOPLE, LabelKind.BODIES, LabelKind.APPOINT, LabelKind.OFFICER)
    forms = [f for forms in _forms().values() for f in forms if f.kind in kinds]
    forms = [f for f in forms if len(spelled := " ".join(f.words)) >= _SHORTEST_MISREAD and _denies(spelled) == denied]
    return [" ".join(form.words) for form in forms], forms


@cache
def _spellings_near(denied: bool, length: int) -> tuple[list[str], list[_Form]]:
    """Those of the spellings that are long and short enough to be meant by so many letters."""
    spellings, forms = _spellings(denied)
    near = [k for k, s in enumerate(spellings) if abs(len(s) - length) <= (1 - _SURE) * max(len(s), length) + 1]
    return [spellings[k] for k in near], [forms[k] for k in near]


def _denies(folded: str) -> bool:
    """Whether a phrase denies, or speaks of absence: "ej deltagande" is no slip of "deltagande", nor "frånvarande" of "närvarande"."""
    return not _DENYING.isdisjoint(folded.split()) or folded.startswith("franv")


_DENYING = frozenset(fold(word) for word in attendance_words().phrases.denying)


@lru_cache(maxsize=4096)
def _nearest_form(folded: str) -> _Form | None:
    spellings, forms = _spellings_near(_denies(folded), len(folded))
    best = process.extractOne(folded, spellings, scorer=OSA.normalized_similarity, score_cutoff=_SURE)
    return forms[best[2]] if best else None


def _misread(text: str, start: int, end: int, words: list[re.Match[str]], exact: _Form | None) -> tuple[Label, int] | None:
    """A label with a slip of text recognition ("Tjänstepersener", "Ej rcpresenterade kommuner:"), at the start of its unit
    and with a colon or nothing behind it. `exact` is the label that stands there as it is."""
    read = len(exact.words) if exact is not None else 0
    if read >= len(words):
        return None
    begin = words[0].start()
    if not text[begin].isupper() or (begin > start and _BEFORE.fullmatch(text, start, begin) is None):
        return None
    colon = text.find(":", begin, min(end, begin + _LONGEST_MISREAD))
    stop = colon if colon >= 0 else end
    if not _SHORTEST_MISREAD <= stop - begin <= _LONGEST_MISREAD or "\n" in (spelled := text[begin:stop]) or "(" in spelled:
        return None
    if read and words[read].end() > stop:
        return None
    folded = [_folded(word.group()) for word in words[: _MOST_MISREAD + 1] if word.end() <= stop]
    count = len(folded)
    if count > _MOST_MISREAD or (count == 1 and folded[0] in _forms()):
        return None
    form = _nearest_form(" ".join(folded))
    if form is None:
        return None
    label = _candidate(text, start, end, begin, words[count - 1].end(), form)
    return (label, count) if label is not None and (label.colon or label.alone) else None


_MOST_OWNED = 5
_OWNED_KINDS = (LabelKind.PEOPLE, LabelKind.INVITED)


@cache
def _owned_words() -> frozenset[str]:
    """First words, folded, of the labels that a genitive may stand before."""
    return frozenset(first for first, forms in _forms().items() if any(form.kind in _OWNED_KINDS for form in forms))


def _owned(text: str, start: int, end: int, words: list[re.Match[str]]) -> Label | None:
    """ "Direktionens ledamöter", "Kommunernas representanter": a label with a genitive before it, alone in its unit but for what
    stands in brackets."""
    first = words[0].group()
    if not (first[0].isupper() and first.endswith("s")) or first.casefold() in ("ordförandens",):
        return None
    opened = text.find("(", start, end)
    words = words if opened < 0 else [word for word in words if word.end() <= opened]
    if not 2 <= len(words) <= _MOST_OWNED or any(_matches(text, words, 0, f.words) for f in _forms().get(_folded(first), ())):
        return None
    for skip in (1, 2):
        if skip >= len(words):
            break
        options = _forms().get(_folded(words[skip].group()), ())
        form = next((f for f in options if len(f.words) == len(words) - skip and _matches(text, words, skip, f.words)), None)
        if form is None or form.kind not in _OWNED_KINDS:
            continue
        after = _AFTER.match(text, words[-1].end(), end)
        content = after.end() if after else words[-1].end()
        if not text[content:end].strip(" .:") and _BEFORE.fullmatch(text, start, words[0].start()):
            colon = bool(after and after["colon"])
            return Label(
                words[0].start(),
                words[-1].end(),
                content,
                form.kind,
                form.status,
                form.role,
                form.strong,
                colon,
                True,
                False,
                form.of_region,
            )
    return None


def _matches(text: str, words: list[re.Match[str]], at: int, wanted: tuple[str, ...]) -> bool:
    if at + len(wanted) > len(words):
        return False
    for offset in range(1, len(wanted)):  # forms are kept by their first word: that one is there
        word = words[at + offset]
        if _folded(word.group()) != wanted[offset] or not _are_joined(text, words[at + offset - 1], word):
            return False
    return True


def _are_joined(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a word goes on with the words of a label before it."""
    gap = text[before.end() : word.start()]
    return gap == " " or (_JOIN.fullmatch(gap) is not None and not ("\n" in gap and word.group()[0].isupper()))


def _are_two(words: list[re.Match[str]], at: int, count: int) -> bool:
    """ "Beslutande Ersättare inte tjänstgörande …": the last word, with a capital, begins a label of its own."""
    last = words[at + count - 1].group()
    goes_on = at + count < len(words) and words[at + count].group()[0].islower()
    goes_on = goes_on or words[at].group() == "ande"  # what is left of a word has no capital, and a label behind it has
    return count > 1 and goes_on and last[0].isupper() and not last.isupper()


def _candidate(text: str, unit_start: int, unit_end: int, start: int, end: int, form: _Form) -> Label | None:
    glued = text[start - 1 : start].isdigit() and text[start].isupper()  # "2007-02-04Närvarande"
    if start and not glued and (text[start - 1].isalnum() or text[start - 1] in "-"):
        return None
    if end < unit_end and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha())):
        return None
    lead = _BEFORE.fullmatch(text, unit_start, start)
    remnant = form.kind is LabelKind.REMNANT
    if lead is None and text[start].islower() and not remnant:
        return None
    if remnant:
        behind_field = _FIELD_BEFORE.search(text, max(unit_start, start - 20), start)
        if not behind_field and not _REMNANT_NEXT.match(text, end, unit_end) and not person_follows(text, end, unit_end):
            return None
        form = replace(form, kind=LabelKind.PEOPLE)
    if form.words == _NO_SUBSTITUTE:
        return None  # "Anna Ek Ersättare saknas": said of the person before
    if form.aside and not _is_over_list(text, start, end, unit_end):
        return None
    behind = _read_behind(text, start, end, unit_end, form, leads=lead is not None, glued=glued)
    if behind is None:
        return None
    content, colon, origin = behind
    rest = text[content:unit_end]
    alone = lead is not None and not rest.strip(" \t.:;")
    # A title in a column of titles ("ordförande") is over nobody.
    over = colon or (alone and form.kind not in (LabelKind.OFFICER, LabelKind.APPOINT))
    if lead is not None and text[start].islower() and not remnant and not over:
        return None
    return Label(
        start, end, content, form.kind, form.status, form.role, form.strong, colon, alone,
        numbered=bool(lead and lead["number"] and (alone or not lead["number"].strip().isdigit())),
        of_region=form.of_region,
        deciding=form.words == ("beslutande",),
        origin=origin,
        words=" ".join(form.words),
    )  # fmt: skip


def _read_behind(
    text: str, start: int, end: int, unit_end: int, form: _Form, *, leads: bool, glued: bool
) -> tuple[int, bool, Span | None] | None:
    """Where the list may begin behind words over it, whether a colon stands before it, and where the words stand that say whom those
    listed come from; None when what stands behind tells that the words are no label. `leads` tells that they begin their unit."""
    if end == unit_end:
        return None if _is_first_name_of(text, start, end, end, form) else (end, False, None)
    if text[end] == ":":  # it closes the label
        after = _AFTER.match(text, end, unit_end)
        return (after.end() if after else end), True, None
    if form.status is Status.ABSENT and _OF_MATTER.match(text, end, unit_end):
        return None  # "Deltar ej i beslutet: Anna Ek"
    if _CODE.match(text, end, unit_end) and not (leads and _ALL_CODES.fullmatch(text, start, unit_end)):
        return None  # "Närv (N), Frånv (F)": what the letters in the list mean
    of_people = form.kind is LabelKind.PEOPLE
    dated = _DATED.match(text, end, unit_end) if leads and of_people and form.strong else None
    after = _AFTER.match(text, dated.end() if dated else end, unit_end)
    if leads and (named := _group_behind(text, form, end, unit_end)):
        after = _AFTER.match(text, named, unit_end)
    content = after.end() if after else end
    if form.words == ("ande",) and (closed := _CLOSED_REMNANT.match(text, end, unit_end)):
        content = closed.end()
    if after and after["colon"]:
        return content, True, None
    linking = _LINKING.match(text, content, unit_end)
    colon = False
    if linking and linking.end() > content and (words := linking.group()).strip():
        content = linking.end()
        colon = ":" in words
    if colon:
        return content, True, None
    if _is_first_name_of(text, start, end, content, form):
        return None
    if (
        of_people
        and (leads or glued)
        and (source := _FROM.match(text, end, unit_end))
        and (source["colon"] or source.end() == unit_end)
    ):
        origin, content, colon = source.span("whom"), source.end(), bool(source["colon"])
    elif leads and form.words[-1:] == ("fran",) and (group := _GROUP_NAMED.match(text, end, unit_end)):
        return group.end(), True, group.span("whom")
    else:
        origin = None
    if leads and of_people and not colon and (heads := _COLUMN_HEADS.fullmatch(text, end, unit_end)):
        content = heads.end()
    return content, colon, origin


def _is_first_name_of(text: str, start: int, end: int, behind: int, form: _Form) -> bool:
    """Whether the word of a field is a person's first name: "Dag Ek"."""
    return form.kind is LabelKind.FIELD and text[behind : behind + 1].isupper() and is_first_name(text[start:end])


_NO_SUBSTITUTE = ("ersattare", "saknas")


def _group_behind(text: str, form: _Form, at: int, end: int) -> int | None:
    """Where the words for a group end that the lexicon does not know, between what is said of it and a colon: "Närvarande
    klassföräldrar:", "Anmält frånvaro klass 4A:"; not "Anmält förhinder till nästa möte:"."""
    told = not _BEFORE_GROUPS.isdisjoint(form.words) or form.status is Status.ABSENT
    named = _OF_GROUP.match(text, at, end) if told and form.status is not None else None
    if named is None or any(word in _VERBS or word in _OF_TIME or word.endswith("ade") for word in named.group().split()):
        return None
    return named.end()


_OF_TIME = frozenset({"nästa", "kommande", "inför", "till", "vid", "under", "i", "om", "att"})
_OF_MATTER = re.compile(
    r"[ ](?:i|vid|under)[ ](?:\w+[ ])?(?:beslut|handläggning|behandling|överläggning|ärende|omröstning|votering|punkt|§)",
    re.IGNORECASE,
)


def _is_over_list(text: str, start: int, end: int, unit_end: int) -> bool:
    """Whether a word that also stands beside a name ("Sjuk") stands over a list: before a colon, or below a blank line."""
    return bool(_COLON_NEXT.match(text, end, unit_end) or _BLANK_BEFORE.search(text, max(0, start - 20), start))


def _accepted(text: str, start: int, end: int, words: list[re.Match[str]], candidates: list[tuple[Label, int]]) -> list[Label]:
    """Those candidates that are labels, judged from the last to the first: a label may stand before another."""
    if len(candidates) == 1 and (only := candidates[0][0]).alone:
        return [] if _heads_column(text, only) else [only]
    labels = [label for label, _ in candidates]
    unit = _Unit(text, end, words, labels, end - start > _RUN_TOGETHER)
    stacked = _stacked(text, start, end, labels, unit.run_together) if len(labels) > 1 else frozenset()
    # "Plats och tid Bryggrummet 16:00 Närvarande ledamöter Anna Ek (S)": the column of values came to an end in the line.
    behind_field = labels[0].kind is LabelKind.FIELD and labels[0].start == start
    coded = unit.run_together and _CODED.search(text, start, end) is not None
    kept: list[Label] = []
    for index in range(len(candidates) - 1, -1, -1):
        label, following = candidates[index]
        if _heads_column(text, label):
            continue
        at_start = label.start == start or _BEFORE.fullmatch(text, start, label.start) is not None
        before_label = bool(kept) and adjacent(text, label, kept[-1].start)
        if index in stacked:
            good = True
        elif at_start:
            good = before_label or _opens_unit(unit, label, following)
        elif label.kind in _NO_LIST:
            good = (before_label or label.colon) and (unit.run_together or before_label)
            good = good or (unit.run_together and ends_run(label, words, following, end))
        else:
            good = before_label or (behind_field and label.strong and person_follows(text, label.content - 1, end))
            good = good or _stands_within(unit, label, index, following, coded=coded)
            good = good and not _is_told_beside(unit, label, index, coded=coded)
        if good:
            kept.append(label if at_start or label.alone or label.end != end else replace(label, alone=True))
    kept.reverse()
    return kept


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the judges of a unit's candidates look at."""

    text: str
    end: int
    words: list[re.Match[str]]
    labels: list[Label]
    run_together: bool


def _opens_unit(unit: _Unit, label: Label, following: int) -> bool:
    """Whether words with which a unit begins are a label by what follows them ("Ledamöterna Anna Ek och Bo Ek föreslår …" is told from
    one elsewhere)."""
    if label.colon or label.alone or _is_before_name(unit, label, following):
        return True
    text, end, behind = unit.text, unit.end, label.content - 1
    if label.strong and (
        _ELSEWHERE.match(text, label.content, end)
        or _LEGEND.search(text, label.content, end)
        or (unit.run_together and capital_follows(unit.words, following))
        or pair_follows(text, behind, end)
        or group_follows(text, behind, end)
        or title_follows(text, behind, end)
    ):
        return True
    if label.kind is LabelKind.PEOPLE:
        return office_follows(text, behind, end)
    if label.kind in _NO_LIST and following < len(unit.words):
        first = unit.words[following].group()[0]
        return first.isupper() or first.isdigit()
    return False


def _stands_within(unit: _Unit, label: Label, index: int, following: int, *, coded: bool) -> bool:
    """Whether words in the middle of a unit are a label by themselves and by what follows them."""
    text, end = unit.text, unit.end
    if label.colon:
        return True
    apart = parted(text, label.start)
    if (unit.run_together or apart) and _is_before_name(unit, label, following):
        return True
    if unit.run_together:
        capital = capital_follows(unit.words, following)
        if capital and (apart or label.words in _ANCHORS or (label.strong and _stands_out(text, label, coded))):
            return True
        if label.strong and (
            label.end == end
            or _ELSEWHERE.match(text, label.content, end)
            or _ROSTER.fullmatch(text[label.start : label.end])
            or source_follows(text, label, end)
            or _NOBODY.match(text, label.content, end)
        ):
            return True
    if apart and label.end < end <= label.content and person_below(text, end):
        return True
    if label.end != end or index == 0:
        return False
    before = unit.labels[index - 1]
    return (label.strong or (before.strong and adjacent(text, before, label.start))) and person_in_next_paragraph(text, end)


def _is_told_beside(unit: _Unit, label: Label, index: int, *, coded: bool) -> bool:
    """Whether words in the middle of a unit are said of the person before them: "SPF Frånvaro anmäld Anna Ek", "Anna Ek, ordförande"."""
    if label.colon:
        return False
    if label.kind is not LabelKind.OFFICER or (coded and label.status is Status.ABSENT):
        return coded and label.status is Status.ABSENT
    text = unit.text
    return text[max(0, label.start - 2) : label.start].strip() == "," or index not in _leading_officers(text, unit.labels)


def _heads_column(text: str, label: Label) -> bool:
    """Whether an office is part of the head of a column: "Anteckningar/ Tjänstgörande ersättare"."""
    return label.kind is LabelKind.OFFICER and text[label.end : label.end + 1] == "/"


def _is_before_name(unit: _Unit, label: Label, following: int) -> bool:
    """Whether a name stands right behind a label; in text that ran together it may be a title that does."""
    return following < len(unit.words) and (
        name_follows(unit.text, label, unit.words, following)
        or person_follows(unit.text, label.content - 1, unit.end)
        or (label.strong and unit.run_together and title_follows(unit.text, label.content - 1, unit.end))
    )


def _leading_officers(text: str, labels: list[Label]) -> frozenset[int]:
    """Indices of the offices that stand over or before whoever holds them. Those of a chair do so only in a list that begins with
    one right behind a label ("Beslutande Ordförande Anna Ek"); else they stand behind their holders ("Anna Ek (M) Ordförande")."""
    out: set[int] = set()
    lead = False
    for index, label in enumerate(labels):
        if label.kind is not LabelKind.OFFICER:
            lead = False
            continue
        before = labels[index - 1] if index else None
        lead = lead or label.colon or (before is not None and adjacent(text, before, label.start))
        if (
            lead
            or not (label.role or "").endswith("ordförande")
            or text[max(0, label.start - 12) : label.start].rstrip()[-1:] in ".;:\n"
        ):
            out.add(index)
    return frozenset(out)


_NO_LIST = (LabelKind.FIELD, LabelKind.SENT, LabelKind.END)


def _stacked(text: str, start: int, end: int, labels: list[Label], run_together: bool) -> frozenset[int]:
    """Indices of labels that stand right behind each other: all there is in a line ("Ledamöter Närvarande"); or, in text that
    ran together, three or more, or two of which one opens lists by itself (a column of labels read before its column of words)."""
    out: set[int] = set()
    run: list[int] = []
    for index in range(len(labels) + 1):
        if run and index < len(labels) and adjacent(text, labels[run[-1]], labels[index].start):
            run.append(index)
            continue
        if run:
            people = [i for i in run if labels[i].kind not in _NO_LIST]
            fills = _BEFORE.fullmatch(text, start, labels[run[0]].start) and not text[labels[run[-1]].content : end].strip(
                " .:\t"
            )
            if len(run) >= 2 and fills:
                out.update(run)
            elif run_together and (len(run) >= 3 or (len(run) == 2 and people and any(labels[i].strong for i in people))):
                out.update(run)
        run = [index]
    return frozenset(out)


def _stands_out(text: str, label: Label, coded: bool) -> bool:
    """Whether words in text that ran together look like a label by themselves: in capitals, or several of which the first has one
    ("Övriga deltagande Kanslist …")."""
    words = text[label.start : label.end]
    return len(words) > 5 and (words.isupper() or (not coded and words[0].isupper() and " " in words))
