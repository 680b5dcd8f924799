"""What leads in decisions within a line that holds more: a label, a heading, or the body that decides.

"… föredrar rapporten. Direktionen beslutar: Godkänna rapporten.", "Beslut Planen antas.", "Hamnnämnden föreslår kommunstyrelsen Taxan höjs."
"""

from __future__ import annotations

import re
from functools import cache

from ingest.decisions.leads import OR_INFINITIVE, begins_with_infinitive
from ingest.items.title_end import inline_heading
from ingest.kinds import Tells, verbs
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite
from ingest.vocabulary import OF_FIELD

_KIND = r"(?i:nämnden|styrelsen|fullmäktige|utskottet|direktionen)"
_BODY = rf"(?=[A-ZÅÄÖ])[\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?{_KIND}"
_LONGER_BODY = (
    r"(?=[A-ZÅÄÖ])(?:(?!förslag)[\wåäö-]+\s){0,3}?[\wåäö-]*(?i:nämnden|styrelsen|fullmäktige|utskottet|direktionen|rådet|gruppen)"
)
_BEGINS = r"(?:^|(?<=[.!?)”]\s))"

_LABEL = re.compile(
    r"(?<=[.!?”)])\s+(?=(?:Beslut|BESLUT)(?:\s*:\s+\S|\s+att\s+(?:ge|[a-zåäö]+a)\s(?!.*\b(?:fattas|fattades|togs|tas)\b))"
    r"|[A-ZÅÄÖ][\wåäö-]*(?:nämndens|styrelsens|utskottets)\s+förslag\s+till\s+[\wåäö-]*(?:fullmäktige|styrelsen|nämnden)(?:s\s+beslut|\s+beslut)?\s*:?\s+[A-ZÅÄÖ])"
)
""" "… enligt förslaget. Nämndens förslag till kommunfullmäktige Planen antas.": a label that stands behind a sentence."""
_LEADS = re.compile(
    rf"{_BEGINS}{_LONGER_BODY}(?:\s(?:beslutar|beslutade|beslöt):\s+(?=[A-ZÅÄÖ][a-zåäö]+\s)(?P<list>)|s\s(?:beslut|BESLUT):?\s+(?=[Aa]tt\s))"
)
""" "… föredrar rapporten. Direktionen beslutar: Godkänna rapporten. Översända den till …", "… om planen. Rådets beslut Att bevilja …"."""
_LED = re.compile(r"beslut(?:ar|ade):\s|beslöt:\s|s\s(?:beslut|BESLUT):?\s")
"""Stands in whatever `_LEADS` finds."""
_BEHIND_VOTE = re.compile(rf"(?<=\.)\s+(?={_LONGER_BODY}\s(?:beslutar|beslutade|beslöt)\s+{OR_INFINITIVE}\s)")
""" "Ordföranden finner att förslaget bifallits. Nämnden beslutar att …", "… Nämnden beslutar höja taxan": how the vote went, and then
what was decided."""
BEHIND_WORD = re.compile(
    rf"(?<=[a-zåäö])(?<!\batt)(?<!\bom)(?<!\bnär)(?<!\bsom)(?<!\boch)(?<!\bsamt)(?<!föreslå)(?<!föreslår)\s+(?={_LONGER_BODY}\sbeslutar\s+att\s)"
)
""" "11. Delegationsbeslut Tekniska nämnden beslutar att …": behind the last of a list, in text that ran together."""
_CITED = re.compile(r"[A-ZÅÄÖ]{2,6}\s+(?:\d{4}-\d\d-\d\d,?\s+(?:§\s*)?\d+|§\s*\d+(?:[,/]\s*\d[\d-]*)?)\s+att\s")


def is_cited(text: str) -> bool:
    """Whether a line tells where what was proposed was decided, and what: "KS 2015-10-05 § 133 att anta taxan"."""
    return _CITED.match(text) is not None


_VOTED = re.compile(
    rf"(?<=[\w.)])\s+(?={_BODY}\s(?:beslutar|beslutade|beslöt)\s+med\s+\d+\s+(?:ja-?)?röster\s[^.:]{{4,60}}?\satt\s)"
)
""" "Bo Lind N Summa 20 7 Hamnnämnden beslutar med 20 ja-röster mot 7 nej-röster att …": the votes of each, and then what was decided."""
_OF_DECISION = rf"(?:Beslut|BESLUT|(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s|(?=[A-ZÅÄÖ])[\wåäö-]*{_KIND}\s+{OF_FIELD})\s(?:beslut|BESLUT|förslag\s+till\s+beslut))"
_AGREES = re.compile(
    rf"(?<=[\wåäö)])\.?\s+(?<!\batt\s)(?<!\bsom\s)(?<!\boch\s)(?={_LONGER_BODY}\s(?:beslutar|beslutade|beslöt)\s+(?:enligt|i\s+enlighet\s+med)\s+(?:[\wåäö-]+\s+){{0,3}}?förslag\w*\.?$)"
)
""" "Kontorets förslag: att öppna på fredagar Nämnden beslutar enligt kontorets förslag": what was proposed, and that it was decided."""
_DECIDED_AS = re.compile(r"beslut(?:ar|ade)\s+(?:enligt|i)\s|beslöt\s+(?:enligt|i)\s")
"""Stands in whatever `_AGREES` finds."""
_HEADING = re.compile(
    rf"{_OF_DECISION}\s+(?={_BODY}(?:\s+för(?:\s+(?!beslut)[\w-]+,?){{1,6}}?)?\s(?!föreslår\b)[a-zåäö]+(?:r|e)\b|{_BODY}\s(?:föreslår|beslutar\s+(?:att\s+)?föreslå)\s[^.:]{{3,60}}?\s(?:att\s+)?besluta\b)"
)
""" "Beslut Socialnämnden godkänner planen": a heading that stands in the line of its decision."""


@cache
def _done() -> str:
    """What is done with a thing, in the present: "godkänns", "överlämnas"."""
    forms = {v.passive[0] for v in verbs() if v.tells is Tells.ANY and not v.after}
    more = {
        "läggs",
        "bestäms",
        "begärs",
        "anordnas",
        "förordnas",
        "väljs",
        "utses",
        "förlängs",
        "införs",
        "remitteras",
        r"får\s+i\s+uppdrag",
    }
    return "|".join(sorted(forms | more, key=len, reverse=True))


@cache
def _heading_of_done() -> re.Pattern[str]:
    """ "Beslut Planen antas. Avgiften betalas i maj.": the heading in the line of what is done."""
    return re.compile(rf"(?:Beslut|BESLUT)\s+(?=[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){{0,6}}?\s(?:{_done()})\b)")


@cache
def _body_of_done() -> re.Pattern[str]:
    """ "Hamnnämnden beslutar Planen antas.", "Hamnnämnden föreslår kommunstyrelsen Taxan höjs.": the line that leads in what is done, in one with it."""
    return re.compile(
        rf"{_BEGINS}(?={_BODY}\s+(?:beslutar|föreslår)\s)[^.]{{6,60}}?\s(?:beslutar|föreslår\s[\wåäö-]*{_KIND}(?:\s+(?:att\s+)?besluta)?:?)\s+(?=[A-ZÅÄÖ][^.:]{{3,160}}?\s(?:{_done()})\b)"
    )


def find_heading(text: str) -> int | None:
    """Where the heading ends ("Beslut", "Nämndens beslut", "Styrelsens förslag till beslut") with which a line begins that holds what was
    decided or proposed; None where none does."""
    heading = _HEADING.match(text) if "eslut" in text or "ESLUT" in text else None
    heading = heading or (_heading_of_done().match(text) if text[:1] == "B" else None)
    return heading.end() if heading else None


_DECIDED = re.compile(r"beslut|ställningstagande|förslag|yrkande", re.IGNORECASE)


def find_other_heading(text: str) -> int | None:
    """Where the heading of another part of an item ends with which a line begins ("Bakgrund Planen ska antas varje år."), else None."""
    heading = inline_heading().match(text)
    if (
        heading is None
        or heading.end() == len(text)
        or ":" in (text[heading.end()], heading.group().rstrip()[-1:])
        or _DECIDED.search(heading.group())
    ):
        return None
    return heading.end() if has_finite(text[heading.end() :]) else None


def find_borders(line: Line) -> list[int]:
    """Offsets at which a line begins anew: at a label or body that leads in decisions, and behind it; empty where none does."""
    text = line.text
    if ("Beslut" in text[1:] or "BESLUT" in text[1:] or "s förslag till " in text) and (label := _LABEL.search(text)):
        return [0, label.end()]
    if _LED.search(text) and (borders := _leads(line)):
        return borders
    listed = " beslutar att " in text and (text[0].isdigit() or is_cited(text))
    if listed and (behind := BEHIND_WORD.search(text)):
        return [0, behind.end()]
    if "öster" in text and (voted := _VOTED.search(text)):
        return [0, voted.end()]
    if "förslag" in text and _DECIDED_AS.search(text) and (agrees := _AGREES.search(text)):
        return [0, agrees.end()]
    if (" finner " in text or "roposition" in text) and (behind := _BEHIND_VOTE.search(text)):
        return [0, behind.end()]
    if (" beslutar " in text or " föreslår " in text) and (decides := _body_of_done().search(text)):
        return [0, *([decides.start()] if decides.start() else []), decides.end()]
    return []


def _leads(line: Line) -> list[int]:
    """Where the body that decides leads in what follows; what it does in infinitives is cut at its sentences."""
    lead = _LEADS.search(line.text)
    if lead is None or (lead["list"] is not None and not begins_with_infinitive(line.text, lead.end())):
        return []
    borders = [0, lead.start(), lead.end()] if lead.start() else [0, lead.end()]
    if lead["list"] is not None:
        sentences = iter_sentences(line.document.text, line.start + lead.end(), line.end)
        borders += [start - line.start for start, _ in sentences[1:]]
    return borders
