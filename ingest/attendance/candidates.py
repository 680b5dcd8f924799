"""Words of a label as a label of their unit, if what stands right before and behind them lets them be one, and where its list begins."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.record import Span, Status
from ingest.attendance.following import person_follows, person_in_next_paragraph
from ingest.attendance.model import Label, LabelKind
from ingest.attendance.wordings import BEFORE, Form
from ingest.lexicon import attendance_words
from ingest.people.words import is_first_name

AFTER = re.compile(
    r"\)?(?:,[ ][a-zåäö][\wåäö-]*(?: [\wåäö-]+){0,2}(?=:)|,[ ][A-ZÅÄÖ][\wåäö-]+(?=:)|[ ](?:på|vid|under|till)[ ](?:punkt(?:en|erna)?|ärende|§{1,2})[ ]?\d+(?=[ ]?:)|[ ](?:del|dag|pass|fm|em|förmiddag|eftermiddag|kl\.?|klockan|§{1,2})\b(?:[ ]?[\d§.,:–-]+)*(?=[ ]?[:(])|[ ]\d{1,2}(?=[ ]?(?::|\(kl)))?[ ]*(?:\([^()\n]{0,80}\)?[ ]*)?(?P<colon>[:;])?(?:[ ]*\([^()\n]{0,80}\))?[ ]*"
)
""" "Närvarande på § 4:", "Deltagare, dag 2 (förmiddag):": what may belong to a label behind its words, to the colon."""
_COLUMN_HEADS = re.compile(
    r"[ ]+(?:Parti|Ja)(?:[ ]+(?:Parti|Ja|Nej|Avst(?:år)?\.?|Närv(?:aro)?\.?|Frånv(?:aro)?\.?|Tj(?:g|änstg)?\.?|Tid|Kl\.?|§+|[\d.:–-]+))*[ ]*"
)
""" "Ledamöter Parti Närv. Ja Nej": the columns of the list below."""
_MONTHS = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)"
_DATED = re.compile(
    rf"(?:[ ](?:[A-ZÅÄÖ][\w-]*[ ](?:och|OCH)[ ])?[\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet|FULLMÄKTIGE|STYRELSEN|NÄMNDEN|DIREKTIONEN|UTSKOTTET|RÅDET))?(?:(?:[ ]den)?(?:[ ](?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?:[ ]den)?[ ]\d{{1,2}}(?:[ ]?[–-][ ]?\d{{1,2}})?[ ]{_MONTHS}\b\.?(?:[ ]\d{{4}}\b)?"
    r"|,?[ ](?:\d{4}-\d\d-\d\d|\d{6}|\d{1,2}/\d{1,2})(?:[ ](?:kl\.?[ ]?)?\d\d[.:]\d\d(?:[ ]?[–-][ ]?\d\d[.:]\d\d)?)?|[ ](?:kl\.?|klockan)[ ]\d{1,2}(?:[.:]\d\d)?(?:[ ]?[–-][ ]?\d\d[.:]\d\d)?)(?=[ ]*(?:[:(]|$|\n))"
)
""" "Närvarande den 24 november", "Närvarolista Bryggnämnden 2020-02-11": the day of the meeting, in the label's line."""
_LINKING = re.compile(
    r"[ ]*(?:(?:var|är|vid mötet|på mötet|under mötet|i mötet|m\.? ?fl\.?|m\.? ?m\.?|, ordinarie ?(?:/|och|samt) ?ersättare)[ ]*)*:?[ ]*"
)
_OF_ONE = re.compile(r"ledamot,")
""" "ledamot, deltar via Teams": in small letters the office of one, below or behind the name."""
_BLANK_BEFORE = re.compile(r"(?:^|\n[ \t]*\n)[ \t*_•·–-]*$")
_COLON_NEXT = re.compile(r"[ *_]*:")
_CODE = re.compile(r"[ ]*(?:\((?:[A-ZÅÄÖ]|[xX10])\)|=[ ]*[A-ZÅÄÖxX10]\b)")
_ALL_CODES = re.compile(
    r"(?:[\s,;/]*(?:och )?(?:[^\W\d_]+ )?[^\W\d_]+[ ]*(?:\([^()\s]{1,2}\)|=[ ]*[^\s,]{1,2}))+[ ]*[:.]?", re.IGNORECASE
)
""" "Närvarande (X) Frånvarande (-)" over a list, and nothing else in the line."""
_REMNANT_NEXT = re.compile(r":|[ ]*\)[ ](?=[A-ZÅÄÖ])|\s+(?=Ledamöter|Ledamot|Ersättare|Ordförande)")
_CLOSED_REMNANT = re.compile(r"[ ]*\)[ ]*")
_FIELD_BEFORE = re.compile(r"(?:^|\s)(?:Plats|Tid|Dag|Datum|Plats och tid|Tid och plats)\s+$")
_FROM = re.compile(
    r"[ ]*\n?[ ]*(?:från|för|hos|i|ur)[ ]+(?P<whom>(?:[A-ZÅÄÖ][^\W\d_]*|kommun\w*|region\w*|läns\w*|förvaltning\w*)(?:[ /-]+(?!som\b|att\b|är\b|var\b|har\b)[^\W\d_]+){0,4}|[a-zåäö]+(?:[ ][a-zåäö]+)?(?=[ ](?:var|är|deltog)[ ])|[^\W\d_][^:\n]{2,60}(?=:))[ ]*(?P<colon>:|\b(?:var|är|deltog)\b(?=[ ](?:[a-zåäö:.]+[ ]){0,3}[A-ZÅÄÖ][^\W\d_]+[ ][A-ZÅÄÖ]))?(?P<end>[ ]*)"
)
""" "Deltagare från Region X:": whom those listed come from."""
_GROUP_NAMED = re.compile(r"[ ](?P<whom>[a-zåäö][^:\n]{2,60}):[ ]*")
""" "Frånvarande från styrelsen:"."""


def read_candidate(text: str, unit_start: int, unit_end: int, start: int, end: int, form: Form) -> Label | None:
    """The label that the words of a form at `text[start:end]` may be in their unit; None when what stands around them tells that they
    are none."""
    glued = text[start - 1 : start].isdigit() and text[start].isupper()  # "2007-02-04Närvarande"
    if start and not glued and (text[start - 1].isalnum() or text[start - 1] in "-"):
        return None
    if end < unit_end and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha())):
        return None
    lead = BEFORE.fullmatch(text, unit_start, start)
    if form.words == _WITH and (lead is None or text[end : end + 1] != ":"):
        return None
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
    if not colon and form.words == _WITH:
        return None
    if text[start].islower() and (":" not in text[end:content] if colon else _ends_entry(text, start, unit_end, form)):
        return None  # "… (S), anmält" / "förhinder; Bo Alm": said of the person before
    if lead is None and form.status is Status.ABSENT and _BEFORE_ONE.match(text, end, unit_end):
        return None  # "…; Förhinder, Bo Alm (S); …": in a row of people said of the one behind it
    if not colon and _OF_ONE.match(text, start, unit_end):
        return None
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
    text: str, start: int, end: int, unit_end: int, form: Form, *, leads: bool, glued: bool
) -> tuple[int, bool, Span | None] | None:
    """Where the list may begin behind words over it, whether a colon stands before it, and where the words stand that say whom those
    listed come from; None when what stands behind tells that the words are no label. `leads` tells that they begin their unit."""
    if end == unit_end:
        return None if _is_first_name_of(text, start, end, end, form) else (end, False, None)
    if text[end] == ":":  # it closes the label
        after = AFTER.match(text, end, unit_end)
        return (after.end() if after else end), True, None
    if form.status is Status.ABSENT and _OF_MATTER.match(text, end, unit_end):
        return None  # "Deltar ej i beslutet: Anna Ek"
    if _CODE.match(text, end, unit_end) and not (leads and _ALL_CODES.fullmatch(text, start, unit_end)):
        return None  # "Närv (N), Frånv (F)": what the letters in the list mean
    of_people = form.kind is LabelKind.PEOPLE
    if leads and of_people and form.strong and _tells_more(text, end, unit_end):
        return unit_end, False, None
    if leads and of_people and form.strong and form.status is Status.ABSENT and (more := _more_before_name(text, end, unit_end)):
        return more, True, None
    dated = _DATED.match(text, end, unit_end) if leads and of_people and form.strong else None
    after = AFTER.match(text, dated.end() if dated else end, unit_end)
    if leads and (named := _group_behind(text, form, end, unit_end)):
        after = AFTER.match(text, named, unit_end)
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
        if not source["colon"] and text[start].islower():
            return None  # "tjg för Anna Ek", below the name of whoever serves
        origin, content, colon = source.span("whom"), source.end(), bool(source["colon"])
    elif leads and form.words[-1:] == ("fran",) and (group := _GROUP_NAMED.match(text, end, unit_end)):
        return group.end(), True, group.span("whom")
    else:
        origin = None
    if leads and of_people and not colon and (heads := _COLUMN_HEADS.fullmatch(text, end, unit_end)):
        content = heads.end()
    return content, colon, origin


def _is_first_name_of(text: str, start: int, end: int, behind: int, form: Form) -> bool:
    """Whether the word of a field is a person's first name: "Dag Ek"."""
    return form.kind is LabelKind.FIELD and text[behind : behind + 1].isupper() and is_first_name(text[start:end])


def _ends_entry(text: str, start: int, end: int, form: Form) -> bool:
    """Whether a word of absence in a line of its own ends what the line above begins, or is all that is left of a paragraph: "… Bo Alm (S) -"
    / "förhinder"."""
    if form.status is not Status.ABSENT or text[start - 1 : start] != "\n" or text[start - 2 : start - 1] in ("", "\n"):
        return False
    return text[end : end + 2] in ("\n\n", "\n", "") or _UNFINISHED.search(text, max(0, start - 12), start - 1) is not None


_UNFINISHED = re.compile(r"(?:[,–-]|\banmält)[ ]*$")
_BEFORE_ONE = re.compile(r",[ ]")


def _tells_more(text: str, at: int, end: int) -> bool:
    """Whether a few words that the lexicon does not know fill the line behind words over a list, and a person comes in the next:
    "Frånvarande med anmälan i god tid" over "Anna Ek"."""
    more = _MORE.fullmatch(text, at, end)
    if more is None or _OF_MATTER.match(text, at, end):
        return False
    words = more.group().strip(" .,()").split()
    return not any(word in _VERBS or word.endswith("ade") for word in words) and person_in_next_paragraph(text, end)


def _more_before_name(text: str, at: int, end: int) -> int | None:
    """Where such words end before a person in the same line: "Frånvarande med anmälan Anna Ek (S)"."""
    more = _MORE_THEN.match(text, at, end)
    if more is None or not person_follows(text, more.end(), end):
        return None
    words = more.group().strip(" .,()").split()
    told = any(word in _VERBS or word in _OF_TIME or word.endswith("ade") for word in words)
    return None if told else more.end()


_MORE_THEN = re.compile(r"(?:,?[ ]\(?[a-zåäö][a-zåäö/-]*\)?){1,4}(?=[ ][A-ZÅÄÖ])")
_MORE = re.compile(r"(?:,?[ ]\(?[a-zåäö][a-zåäö/-]*\)?){1,5}[ .]*")
_WITH = ("med",)
""" "Med: Anna Ek, Bo Alm"; a sentence may begin with it too."""
_NO_SUBSTITUTE = ("ersattare", "saknas")


def _group_behind(text: str, form: Form, at: int, end: int) -> int | None:
    """Where the words for a group end that the lexicon does not know, between what is said of it and a colon: "Närvarande
    klassföräldrar:", "Anmält frånvaro klass 4A:"; not "Anmält förhinder till nästa möte:"."""
    told = not _BEFORE_GROUPS.isdisjoint(form.words) or form.status is Status.ABSENT
    named = _OF_GROUP.match(text, at, end) if told and form.status is not None else None
    if named is None or any(word in _VERBS or word in _OF_TIME or word.endswith("ade") for word in named.group().split()):
        return None
    return named.end()


_BEFORE_GROUPS = frozenset({"narvarande", "franvarande", "deltagande", "forhindrade"})
_OF_GROUP = re.compile(r"(?:[ ][a-zåäö][\wåäö-]*){1,3}(?:[ ]\d[A-Za-zÅÄÖ]?)?(?=[ ]?:)")
""" "Närvarande klassföräldrar:", a group that the lexicon does not know."""
_VERBS = frozenset(attendance_words().verbs)
_OF_TIME = frozenset({"nästa", "kommande", "inför", "till", "vid", "under", "i", "om", "att"})
_OF_MATTER = re.compile(
    r"[ ](?:i|vid|under)[ ](?:\w+[ ])?(?:beslut|handläggning|behandling|överläggning|ärende|omröstning|votering|punkt|§)",
    re.IGNORECASE,
)


def _is_over_list(text: str, start: int, end: int, unit_end: int) -> bool:
    """Whether a word that also stands beside a name ("Sjuk") stands over a list: before a colon, or below a blank line."""
    return bool(_COLON_NEXT.match(text, end, unit_end) or _BLANK_BEFORE.search(text, max(0, start - 20), start))
