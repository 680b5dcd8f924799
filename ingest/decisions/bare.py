"""What a copy kept of decisions that lost the words which stand on every page, "Nämnden beslutar att" among them.

What a body does stands as a bare infinitive, or as a present whose subject is lost ("s beslut" over "godkänner planen"), and what is done
with a thing as a bare passive, that begins in lower case where a sentence would begin: "… enligt kontorets förslag. avslå motionen, uppdra
åt kontoret att …", "… lämnas. listan godkänns". Prose has no such sentence.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.decisions.clauses import ASKS, ATT, MEETINGS_OWN, Clause
from ingest.decisions.leads import begins_with_infinitive
from ingest.decisions.line_ends import continues_clause
from ingest.decisions.splitting import split_clauses
from ingest.kinds import THING, bare_deed, decision_kind, deed, deed_behind_noun, deed_below, thing_done
from ingest.lines import Line
from ingest.sentences import is_abbreviation, iter_sentences
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_SMALL_BEHIND = re.compile(r"[\w)”][.!?]\s+(?=[a-zåäö])|\d\s(?=[a-zåäö-]{3,}(?:en|et)\s)")
"""Where lower case begins behind a full stop, or a thing in the singular behind the number that a list ends with: "… nr 22 redovisningen"."""
_ENDS = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\s(?=[A-ZÅÄÖ][a-zåäö]+:\s)")


def find_bare(line: Line) -> int | None:
    """Where bare deeds begin behind other words of a line; None where none do."""
    text = line.text
    for match in _SMALL_BEHIND.finditer(text):
        by_number = match.group()[0].isdigit() and len(match.group()) == 2
        if text.startswith("att ", match.end()) and _LED_IN.search(text[: match.start()].rpartition(". ")[2]):
            continue
        if not _begins_at(text, match.end()) or (not by_number and _is_of_list(text[: match.end()].rstrip())):
            continue
        return match.end()
    return _behind_list(line) if text[0].isupper() else None


def _behind_list(line: Line) -> int | None:
    """Where a deed begins at the end of a line behind a list of papers without a verb: "Brev från Anna Ek lägga breven till handlingarna".

    The sentence must begin in the line, or its verb may stand in the line before."""
    text = line.text
    begin, end = iter_sentences(text, 0, len(text))[-1]
    found = deed_behind_noun().search(text, begin, end) if begin or line.blank_before else None
    if found is None or _NO_LIST.search(text, begin, found.start()) or has_finite(text[begin : found.start()]):
        return None
    return found.start()


_NO_LIST = re.compile(r"\b[Aa]tt\b|:|[Ff]örslag")


def _is_of_list(before: str) -> bool:
    """Whether the words before are no sentence, or one in a list of deeds itself, as what somebody proposes may be, or lead in such a list,
    or whether a quotation is open in them."""
    begin = iter_sentences(before, 0, len(before))[-1][0]
    return (
        is_abbreviation(before.rpartition(" ")[2])
        or _WISHES.search(before, begin) is not None
        or len(_QUOTES.findall(before)) % 2 == 1
        or begins_with_infinitive(before, begin)
        or ATT.match(before[begin:]) is not None
    )


_WISHES = re.compile(r"\b(?:följande|vill|önskar|föreslår|yrkar)\.$", re.IGNORECASE)
""" "Motionären vill följande. avslå planen.": none of these deeds is the body's."""


_QUOTES = re.compile(r"[”“„\"]")


def _begins_at(text: str, at: int = 0) -> bool:
    if at and _ATT_BEHIND.match(text, at - 3):
        return True
    return bare_deed().match(text, at) is not None or _NAMELESS.match(text, at) is not None


_LED_IN = re.compile(r"\b(?:beslut\w*|beslöt|föresl\w+|yrka\w*|förslag\w*)(?=[\s:])", re.IGNORECASE)
""" "Nämnden beslutar att anta planen. att sprida den.": what is led in goes on."""
_ATT_BEHIND = re.compile(r"[a-zåäö]\.\s(?=att\s(?:[a-zåäö]+a|[a-zåäö]+(?:en|et|na)\s[a-zåäö]+|[a-zåäö]{4,}\s[a-zåäö]{3,}s)\s)")
""" "… i stället för sju. att elfiske genomförs på sex lokaler.": an att-sats where a sentence would begin."""


_NAMELESS = re.compile(
    r"(?P<lead>beslut(?:ar|ade)\s+|beslöt\s+)(?=att\s+[a-zåäö]|föreslå\s)"
    r"|(?:(?:noterar|noterade|godkänner|godkände)\s+[a-zåäö-]+(?:en|et|na)"
    r"|(?:tar|tog|lägger|lade|noterar|noterade)\s+[a-zåäö-]+(?:en|et|na)\s+till\s+(?:protokollet|handlingarna))(?=\.|$)"
)
""" "beslutar att anta planen", "tar informationen till protokollet.": the name of who does so stood on every page, and a copy lost it."""


def is_bare(text: str) -> bool:
    """Whether a line begins with a bare deed in lower case."""
    return text[0].islower() and _begins_at(text)


def is_bare_below(text: str) -> bool:
    """Whether a line right below a heading of what was decided begins with a bare deed, or with what the body does, whose name a copy
    lost: "s beslut" over "tackar för informationen"."""
    return text[0].islower() and deed_below().match(text) is not None


def begins_bare(lines: tuple[Line, ...], i: int) -> bool:
    """Whether the line at `i` begins with a bare deed where a sentence would begin: behind one, or in the line of the title."""
    line = lines[i]
    if i and lines[i - 1].text.endswith(".") and line.start == lines[i - 1].end + 1 and line.text.startswith("att "):
        return _ATT_BEHIND.match(line.document.text, line.start - 3) is not None and not _is_of_list(lines[i - 1].text)
    if not is_bare(line.text):
        return False
    before = lines[i - 1].text if i else ""
    if "\n" in line.document.text[lines[i - 1].end if i else max(line.start - 1, 0) : line.start]:
        return before.endswith(".") and not _is_of_list(before)
    return i == 0 or not (before.endswith(":") or section_heading(before) or _is_of_list(before))


def read_bare(lines: tuple[Line, ...], i: int) -> tuple[list[Clause], int]:
    """The clauses of the bare deeds that begin at the line at `i`, and the position after them."""
    stop = i + 1
    while stop < len(lines) and not lines[stop - 1].text.endswith(".") and continues_clause(lines[stop - 1], lines[stop]):
        stop += 1
    text, end = lines[i].document.text, lines[stop - 1].end
    ended = _ENDS.search(text, lines[i].start, end)
    if text.startswith("att ", lines[i].start):
        return split_clauses(text, lines[i].start, end), stop
    nameless = _NAMELESS.match(text, lines[i].start, end)
    if nameless and text.startswith("att ", nameless.end()):
        return split_clauses(text, nameless.end(), end), stop
    start = nameless.end("lead") if nameless and nameless["lead"] else lines[i].start
    return split_bare(text, start, ended.end() if ended else end), stop


@cache
def _next() -> re.Pattern[str]:
    """Where another deed may begin within such words: with its verb, or with a thing and what is ordered or done."""
    ordered = r"(?:ska|skall|gäller|förklaras|justeras|upphör|träder\s+i\s+kraft)\b"
    return re.compile(rf"(?P<deed>{deed()})|{thing_done()}|{THING}{ordered}")


_PARTS = re.compile(r"[,;.](?:\s+(?:och|samt))?\s+$")
_AND = re.compile(r"\s(?:och|samt)\s+$")
_NOUN = re.compile(r"(?:[a-zåäö]{2,}(?:en|et|na|an)|\d|\b(?:kronor|kr|tkr|mkr|mnkr))\s+$")
_AMOUNT = re.compile(r"(?:\d|\b(?:kronor|kr|tkr|mkr|mnkr)|handlingarna)\s+$")
_ASKED_WITH_ATT = re.compile(r"\satt\s")
_JUST_BEHIND_ATT = re.compile(r"\satt\s(?:\S+\s+){0,2}$")


def split_bare(text: str, start: int, end: int) -> list[Clause]:
    """The deeds in `text[start:end]`, parted by commas, or by nothing where a noun stands before the next verb: "avslå motionen tacka …"."""
    clauses: list[Clause] = []
    begin = start
    for match in _next().finditer(text, start + 1, end):
        if parted := _is_next(text[begin : match.start()], text[match.start() : end], is_deed=match["deed"] is not None):
            clauses.append(Clause(begin, match.start() - parted, listed=True))
            begin = match.start()
    return [*clauses, Clause(begin, end, listed=True)]


def _is_next(before: str, following: str, *, is_deed: bool) -> int:
    """How many characters part a deed from the one before it; 0 where it is part of that."""
    kind, next_kind = decision_kind(before)[0], decision_kind(following)[0]
    asks = kind in ASKS
    if parts := _PARTS.search(before):
        return 0 if asks and next_kind not in MEETINGS_OWN else len(parts.group())
    if joined := _AND.search(before):
        return len(joined.group()) if is_deed and not asks and next_kind in ASKS else 0
    if not is_deed:
        return 1 if _AMOUNT.search(before) else 0
    if not _NOUN.search(before) or _JUST_BEHIND_ATT.search(before) or (asks and not _ASKED_WITH_ATT.search(before)):
        return 0
    return 1
