"""Where a run-together line is cut: at its items, at the ends of their titles, at headings and at the numbered clauses of decisions."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.items import DIARY_BARE, DIARY_NUMBER, DIARY_WORD
from ingest.items.openings import BODY_WORD
from ingest.items.starts import DIARY_OF_YEAR, NO_BODY
from ingest.items.title_end import common_words, find_title_end, inline_heading
from ingest.kinds import deed_below
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters import is_role
from ingest.runtogether.contents import Contents, listed_title_end
from ingest.runtogether.numbers import DECIMAL, PREFIXED, find_letters
from ingest.verbs import has_finite

_DIARY = re.compile(rf"\(?(?<![\wåäö])(?:{DIARY_WORD}(?:{DIARY_NUMBER}|[\w/:.-]*\d[\w/:.-]*)|{DIARY_BARE}{DIARY_NUMBER})\)?\s*")
_DIGIT = re.compile(r"\d")
"""What stands in every diary number."""
_LOST_DIARY = re.compile(
    r"[A-ZÅÄÖ]{1,5}\s(?:19|20)\d\d/\s+(?=[A-ZÅÄÖ])|(?:D(?:ia)?(?:rie)?nr|DNR)\.?:?\s+(?:(?:[A-ZÅÄÖ]{1,4}\s+)?(?:(?:19|20)?\d\d)?/\s*(?=[A-ZÅÄÖ])|[A-ZÅÄÖ]{1,4}\s+(?=[A-ZÅÄÖ][a-zåäö])|(?=[A-ZÅÄÖ][a-zåäö]))"
)
"""The word of a diary number that a copy lost, or all of it but the body's letters and the year: "Dnr Title", "Dnr FN Title", "Dnr FN 05/ Title"."""
_OF_YEAR = re.compile(rf"{DIARY_OF_YEAR}\s+(?=[A-ZÅÄÖ])")
_REFERENCES = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\s*§{1,2}\s*\d{1,4}(?:/\d{2,4})?\s*[,;]?\s+)+")
"""Where a matter was handled before: "Au § 84, Sn § 34 "."""
_SHORT_BODY = rf"(?!(?:{NO_BODY.pattern})\s)[A-ZÅÄÖ][A-Za-zåäö]{{1,4}}"
_LOST_REFERENCES = re.compile(
    rf"(?:(?:{_SHORT_BODY}\s){{1,2}}\d{{1,4}}\s+(?=[A-ZÅÄÖ]))*(?:Särsk(?:ild|\.)?\s?bilag(?:a|or)\s+(?=[A-ZÅÄÖ]))?"
)
"""The same in a copy that lost the signs: "Ks 98 Au 144 ", "Au Ks 12 "; and that there is an enclosure: "Särsk.bilaga ". May be empty."""
_FUNCTION_WORD = re.compile(
    r"\b(?:av|för|i|till|om|från|med|på|och|samt|hos|vid|mellan|ang|angående|gällande|avseende|den|det|de|en|ett|enligt|inom|under|m\.m)\.?$"
    r"|[–:;,(/-]$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?<=\s)|^)(?:(?P<n>\d{1,2})[.)]\s+(?=[A-ZÅÄÖ])|[•–-]\s+(?=[A-ZÅÄÖa]))")
_ATT_LIST = re.compile(r"\batt\s*:?\s+(?=1[.)]\s+[a-zåäö])")
_ATT_CLAUSE = re.compile(r"(?<=\s)(?P<n>\d{1,2})[.)]\s+(?=[a-zåäö])")
_DECIDED = re.compile(r"(?:[Bb]eslut|BESLUT):?$")
_IN_PHRASE = re.compile(r"(?<!\S)(?:för|inför|utan|innan|efter)\s$", re.IGNORECASE)
""" "ANSÖKNINGAR FÖR BESLUT:", "Ärenden för Beslut": the end of a title."""
_LONGEST_SMALL = 8
_LONGEST_SHORT = 5
"""Letters of a short name such as "Ks", which belongs to the number; a longer one is that of the page's header."""
_GOES_ON = re.compile(r"(?<!:)\s+(?:(?:19|20)\d\d\s+)?(?!att\b)[a-zåäö]")
"""A sentence that begins as a heading does: "Direktionens beslut 2019 om lokalerna har …"."""
_OF_DAY = re.compile(
    r"(?<=s\sbeslut)\s+(?:(?:den\s+)?\d{4}-\d\d-\d\d|(?:den\s+)?\d{1,2}\s+[a-zåäö]+\s+\d{4})(?:\s*,?\s*§\s*\d+)?"
)
""" "Beslutsunderlag Kommunstyrelsens beslut 2023-01-10 § 8": a paper, and no heading."""
_ENCLOSURE = re.compile(r"(?:Bilaga|BILAGA)\s+\d+(?:\.\s+|\s+(?=[A-ZÅÄÖ]))")
""" "… föreligger. Bilaga 12. Rådet föreslår …": which enclosure, not the heading of a list of them."""


def find_cuts(line: Line, starts: list[re.Match[str]], contents: Contents | None = None) -> list[tuple[int, bool]]:
    """Offsets in the line at which it is cut, each with whether a new paragraph begins there. `contents` tells where titles end."""
    text = line.text
    cuts: list[tuple[int, bool]] = []
    borders = [m.start() for m in starts]
    for i, start in enumerate(starts):
        stop = borders[i + 1] if i + 1 < len(borders) else len(text)
        letters = find_letters(text, start.end(), stop)
        of_page = start.re is PREFIXED and len(start["prefix"]) > _LONGEST_SHORT
        cuts.append((start.start("n") if of_page else start.start(), True))
        ends = [*(m.start() for m in letters), stop]
        listed = _LIST_BEGINS.search(text, start.end(), ends[0]) if start.re is not DECIMAL or ":" in start.group() else None
        begin = start.end()
        if start.re is PREFIXED and (references := _LOST_REFERENCES.match(text, begin)) and references.group():
            begin = references.end()
            cuts.append((begin, False))
        known = listed_title_end(contents, text, begin, int(start["n"] or start["m"]))
        ended = [known] if known else _title_ends(line, begin, listed.end() if listed else ends[0])
        bodies = {start["prefix"], *text[start.end() : begin].split()} if start.re is PREFIXED else frozenset()
        ended = [_before_body(text, begin, _over_heading(text, begin, at), bodies) for at in ended]
        cuts += [(at, False) for at in ended if at > begin]
        cuts += [(listed.end(), False)] if listed and not has_finite(text[start.end() : listed.start()]) else []
        for letter, end in zip(letters, ends[1:], strict=True):
            cuts.append((letter.start(), True))
            cuts += [(at, False) for at in _title_ends(line, letter.end(), end)]
    for heading in inline_heading().finditer(text):
        if any(s.start() <= heading.start() <= s.end() for s in starts):
            continue
        if _DECIDED.search(heading.group()) and _IN_PHRASE.search(
            text, max(0, heading.start() - _LONGEST_SMALL), heading.start()
        ):
            continue
        nameless = heading.group().startswith("s ") or text.startswith("beslutar", heading.end() + 1)
        nameless = nameless or (heading.group() == "Beslut" and deed_below().match(text, heading.end() + 1) is not None)
        if (_GOES_ON.match(text, heading.end()) and not nameless) or _OF_DAY.match(text, heading.end()):
            continue
        if enclosure := _ENCLOSURE.match(text, heading.start()):
            cuts += [(heading.start(), False), (enclosure.end(), False)]
            continue
        body = (
            _BODY_IN_CAPITALS.search(text, max(0, heading.start() - _LONGEST_BODY), heading.start())
            if heading.group().isupper()
            else None
        )
        cuts += [(body.start() if body else heading.start(), True), (heading.end(), False)]
        cuts += [(at, True) for at in _decided_behind(text, heading.end(), borders)]
        cuts += [(at, False) for at in _bare_clauses(text, heading.end(), borders)]
        if _DECIDED.search(heading.group(0)):
            stop = min((b for b in borders if b > heading.end()), default=len(text))
            following = inline_heading().search(text, heading.end() + 1, stop)
            stop = following.start() if following else stop
            cuts += [(at, False) for at in _clauses(text, heading.end(), stop)]
            cuts += [(at, False) for at in _clauses_of_att(text, heading.end(), stop)]
    return cuts


def _over_heading(text: str, begin: int, at: int) -> int:
    """Where the title that begins at `begin` ends, if at `at` a heading in capitals begins: before the body whose decision it is."""
    body = _BODY_IN_CAPITALS.search(text, max(begin, at - _LONGEST_BODY), at) if text.startswith("BESLUT", at) else None
    return body.start() if body else at


def _before_body(text: str, begin: int, at: int, bodies: Collection[str]) -> int:
    """Where the title that begins at `begin` ends, if its end at `at` stands behind the short name of one of the bodies whose paragraph
    it is, over what was said there: "Ks 12 Au 9 Nya bryggor Au Kontoret har …"."""
    short = _SHORT_BEHIND.search(text, begin, at) if bodies else None
    return short.start("short") if short and short["short"] in bodies else at


_SHORT_BEHIND = re.compile(r"(?<=\S)\s+(?P<short>[A-ZÅÄÖ][A-Za-zåäö]{1,4})\s+$")
_BODY_IN_CAPITALS = re.compile(r"(?<!\S)(?:[A-ZÅÄÖ-]+\s){0,3}[A-ZÅÄÖ-]{4,}\s$")
""" "HAMNUTSKOTTET BESLUTAR att …": who decides stands before the word, in capitals as that does."""
_LONGEST_BODY = 80


def _decided_behind(text: str, begin: int, borders: list[int]) -> list[int]:
    """Where a body decides in a sentence of its own behind what a heading leads in: "Förslag till beslut: att anta planen. Nämnden
    beslutar att …", "Länsstyrelsens beslut att avslå överklagandet. Nämnden beslutar att …"; nowhere if what is led in begins so too."""
    stop = min((b for b in borders if b > begin), default=len(text))
    if " beslutar att " not in text[begin:stop] or _BODY_DECIDES.match(text, begin):
        return []
    following = inline_heading().search(text, begin + 1, stop)
    found = _DECIDES_BEHIND.search(text, begin, following.start() if following else stop)
    return [found.end()] if found else []


_DECIDES = rf"(?:[\w-]+\s){{0,4}}?[\w-]*(?:{BODY_WORD}|fullmäktige)\s+beslutar\s+att\s"
_BODY_DECIDES = re.compile(rf"[:\s]*{_DECIDES}", re.IGNORECASE)
_DECIDES_BEHIND = re.compile(rf"(?<=[.!?])\s+(?=[A-ZÅÄÖ](?i:{_DECIDES}))")


def _bare_clauses(text: str, begin: int, borders: list[int]) -> list[int]:
    """Where the clauses of a list with bare numbers begin right behind a heading: "Beslut 1 Planen antas. 2 Kontoret sprider den."."""
    if _FIRST_CLAUSE.match(text, begin) is None:
        return []
    stop = min((b for b in borders if b > begin), default=len(text))
    following = inline_heading().search(text, begin + 1, stop)
    found: list[int] = []
    for match in _NEXT_CLAUSE.finditer(text, begin, following.start() if following else stop):
        if int(match["n"]) == len(found) + 2:
            found.append(match.start("n"))
    return found


_FIRST_CLAUSE = re.compile(r":?\s+1\s+[A-ZÅÄÖ]")
_NEXT_CLAUSE = re.compile(r"[.)]\s+(?P<n>\d{1,2})\s+(?=[A-ZÅÄÖ])")


def _clauses(text: str, begin: int, stop: int) -> list[int]:
    """Where numbered or marked clauses begin; a number that is far from the next one ends a sentence ("… de flesta över 80. Kommunen …")."""
    found: list[int] = []
    for match in _CLAUSE.finditer(text, begin, stop):
        if match["n"] is None or int(match["n"]) <= len(found) + _LEAP:
            found.append(match.start())
    return found


_LEAP = 9
"""How far numbers may rise at once: a list may go on from another page."""


def _clauses_of_att(text: str, begin: int, stop: int) -> list[int]:
    """Where clauses begin that an "att" leads in: "att 1. godkänna rapporten 2. uppdra åt kontoret …"."""
    lead = _ATT_LIST.search(text, begin, stop)
    found: list[int] = []
    for match in _ATT_CLAUSE.finditer(text, lead.end(), stop) if lead else ():
        if int(match["n"]) == len(found) + 1:
            found.append(match.start())
    return found


_LIST_BEGINS = re.compile(r"(?<=[\wåäö)])\s+(?=1[.)]\s+(?:[A-ZÅÄÖ]|s\s+(?:ordförande|sekreterare)\b))")
"""Before the first of a list; "s ordförande": of a body whose name a copy lost."""
_LETTERS_BEGIN = re.compile(r"(?<=[\wåäö.:])\s+(?=a\)\s+[A-ZÅÄÖ].{3,300}?\sb\)\s)")
"""Before a list by letters."""
_IN_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,}")
_AHEAD = 600
"""Characters after a number that are looked at for the end of the title."""


def _title_ends(line: Line, begin: int, stop: int) -> list[int]:
    """Where the title that begins at `begin` ends, and where its diary number does."""
    text = line.text
    heading = inline_heading().search(text, begin + 1, stop)
    limit = min(heading.start() if heading else stop, begin + 200)
    if diary := next((m for p in (_REFERENCES, _DIARY, _LOST_DIARY, _OF_YEAR) if (m := p.match(text, begin, limit))), None):
        return [diary.end(), *_title_ends(line, diary.end(), stop)]
    if listed := _LETTERS_BEGIN.search(text, begin, limit):
        return [listed.end()]
    diary = _DIARY.search(text, begin, limit) if _DIGIT.search(text, begin, limit) else None
    until = diary.start() if diary else min(stop, begin + _AHEAD)
    if (end := find_title_end(text[begin:until], common_words(line.document.text), run_together=diary is None)) is not None:
        return [begin + end]
    if diary:
        return [diary.start(), diary.end()]
    if has_finite(text[begin:limit]):
        return []
    names = find_names(text[begin:limit])
    for match in re.finditer(r"\s+(?=[A-ZÅÄÖ•])", text[begin:limit]):
        before = text[begin : begin + match.start()]
        in_name = any(n.start < match.end() < n.end for n in names)
        in_capitals = _IN_CAPITALS.match(text, begin + match.end()) is not None and before.isupper()
        if in_name or in_capitals or _FUNCTION_WORD.search(before) or is_role(before):
            continue
        return [begin + match.end()]
    return []
