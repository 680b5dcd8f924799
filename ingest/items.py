"""Agenda items: where each begins and ends, its number, title, labels and attachments.

Numberings that are read: "1. Title", "1) Title", "1 Title", "§ 84 Title", "84 § Title", "§84" with the title on the next
line, "Punkt 3", "3: Title", sub-items "a) Title", "6. a)", "6a.", "5.1", lettered continuations over a page of other items,
unnumbered sub-items that carry a label ("Information: Title"), bullets that stand for matters under a gathering title, and
bold or heading titles where nothing is numbered. A list of contents is told from the items by what follows each line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from statistics import median

from graph.names import fold, squash
from graph.record import Span
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.people import find_names
from ingest.vocabulary import Section, section_heading

LABELS = {
    "information": "information",
    "info": "information",
    "informationsärende": "information",
    "beslut": "beslut",
    "beslutsärende": "beslut",
    "beslutspunkt": "beslut",
    "dialog": "dialog",
    "diskussion": "dialog",
    "diskussionspunkt": "dialog",
    "workshop": "workshop",
    "rapport": "rapport",
    "återrapportering": "rapport",
}
_LABEL_WORD = "(?:" + "|".join(sorted(LABELS, key=len, reverse=True)) + ")"
_LABELS = rf"{_LABEL_WORD}(?:\s*(?:/|,|\+|&|och)\s*{_LABEL_WORD})*"
LABEL_PREFIX = re.compile(rf"^\W*(?P<labels>{_LABELS})\s*(?::|[–-]\s)\s*", re.IGNORECASE)
_LABEL_SUFFIX = re.compile(rf"\s*(?:\((?P<a>{_LABELS})\)|\s[–-]\s*(?P<b>{_LABELS}))\s*$", re.IGNORECASE)
_LABEL_INSIDE = re.compile(rf"(?<=[\s(]){_LABELS}:\s", re.IGNORECASE)

_ATTACHMENT = re.compile(
    r"\(?\b[Bb]il(?:aga|agor|\.)\s*(?P<names>(?:nr\s*)?\d+(?:\s?[A-ZÅÄÖ](?![a-zåäö]))?(?:\s?[-–]\s?[A-Z]\b|\s?[-–]\s?\d+)?(?:\s*(?:,|och)\s*\d+\s?[A-Z]?\b)*|[A-Z]\b)\s*\)?"
)
DIARY_WORD = r"(?i:dnr|diarienr|diarienummer|ärendenr|ärendenummer|ärende(?=\s+[A-ZÅÄÖ]{2}))\b\.?:?\s*"
DIARY_NUMBER = (
    # "KS 2018/00388", "SON/2020/0104", "SÄN/2012:3", "HSN26/371", "RV220112"
    r"(?:[A-ZÅÄÖ]{1,8}[ /-]?(?!(?:19|20)\d\d-(?:19|20)\d\d\b)(?:(?:19|20)?\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})*|\d{1,6}[/-](?:19|20)?\d\d|\d{6})"
    # "2015.33 042", "00342-2022", "2019-33 042", "31/16"
    r"|(?:19|20)\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})*|\d{3,6}-(?:19|20)\d\d)"
)
_DIARY_TAIL = re.compile(rf"\s*[,(–-]?\s*(?<![\wåäö])(?:{DIARY_WORD}{DIARY_NUMBER}|(?=[A-ZÅÄÖ]){DIARY_NUMBER})\s*\)?\s*$")
_DIARY_LINE = re.compile(rf"^\(?\s*(?:{DIARY_WORD}.*|{DIARY_NUMBER}\s*\)?)$")
_REFERENCE = re.compile(r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s*§{1,2}\s*\d{1,4}(?:/\d{2,4})?\s*[,;]?\s*)+$")
"""Where a matter was handled before, below its number: "Au § 84, Sn § 34"."""

_SECTION = re.compile(
    r"^(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s+)?§{1,2}\s*(?P<a>\d{1,4})|(?P<b>\d{1,4})\s*§(?!§)|(?i:paragraf)\s+(?P<c>\d{1,4}))(?:/\d{2,4}(?!\d))?(?P<sub>\s?[a-z]\b)?\s*[.:)]?\s*(?:[–-]\s+)?(?P<rest>.*)$",
    re.DOTALL,
)
_POINT = re.compile(
    r"^(?:punkt|ärende|p\.)\s*(?P<a>\d{1,3})(?P<sub>[a-z])?\b\s*[.:)–-]?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_DECIMAL_SUB = re.compile(r"^(?P<a>\d{1,3})\.(?P<b>\d{1,2})[.)]?\s+(?P<rest>\S.*)$", re.DOTALL)
_DECIMAL_LETTER = re.compile(r"^(?P<a>\d{1,3})\s?[.:]?\s?(?P<sub>[a-zåäö])\s?[.):]\s*(?P<rest>\S.*)$", re.DOTALL)
_DECIMAL = re.compile(r"^(?P<a>\d{1,3})\s?(?P<mark>[.):]|(?=\s))\s*(?P<rest>\S.*)?$", re.DOTALL)
_LETTER = re.compile(r"^(?P<sub>[a-zåäö])\s?[).:]\s+(?P<rest>\S.*)$", re.DOTALL)
_BULLET = re.compile(r"^[-–•*·]\s*(?P<rest>\S.*)$", re.DOTALL)
_TOC_TAIL = re.compile(r"(?:\.{3,}|…+|\t|\s{2,})\s*\d{1,3}\s*$")
_DECIDING = re.compile(r"\bbeslut(?:ade|ar|a)?\b(?:\s+att)?\s*:?\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:att|dels\s+att|samt\s+att)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,/(–-]|\b(?:och|samt|för|av|till|i|med|om|mot|från|vid|på|ang\.?|angående|gällande|avseende|inom|enligt|den|det|de|en|ett|ny|nya|nytt))\s*$",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"^(?:föredrag(?:ande|ning)|närvarande|dnr|diarienr|beslut|att|tid|plats|datum|sida|sidan|bilaga|justera|vid protokollet|ordförande:)\b|^\W*$|^https?://",
    re.IGNORECASE,
)
GATHERING = re.compile(
    r"\b(?:rapporter|övriga\s+(?:frågor|ärenden)|skriftlig\s+information|inbjudningar|meddelanden|anmäl(?:ningar|ningsärenden|an)|delgivningar"
    r"|kurser|informationsärenden|informationspunkter|kommande|aktuellt|nuläge)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ItemText:
    """One item as found: `lines` are the lines of its body, after the title's."""

    number: str | None
    title: str
    labels: tuple[str, ...]
    attachments: tuple[str, ...]
    title_span: Span
    span: Span
    lines: tuple[Line, ...]
    level: int


@dataclass(frozen=True)
class _Start:
    """A line where an item may begin. `value` is the number among its kind; `sub` a letter or second number."""

    line: Line
    scheme: str
    value: int
    sub: str | None
    rest_offset: int
    """Offset in the text at which the title begins; the line's end when the title stands on the next line."""
    level: int = 0
    length: int = field(default=0, compare=False)
    listed: bool = False
    """It follows the words of a decision, so that it may be one of its numbered clauses."""


def find_items(lines: list[Line]) -> list[ItemText]:
    """All items of one meeting's minutes, in order, given the lines that are not attendance. Empty when there are none."""
    starts = _top_level(lines)
    if not starts:
        return _untitled(lines)
    found: list[ItemText] = []
    tops = _with_lost_numbers(sorted(starts, key=lambda s: s.line.index), lines)
    last_letter: str | None = None
    order = {line.index: i for i, line in enumerate(lines)}
    for i, start in enumerate(tops):
        begin = order[start.line.index]
        stop = order[tops[i + 1].line.index] if i + 1 < len(tops) else _closing(lines, begin)
        body = lines[begin:stop]
        subs, last_letter = _sub_items(start, body, last_letter)
        found.extend(_cut(start, subs, body))
    return found


# --- top level ------------------------------------------------------------------------------------------------------


def _top_level(lines: list[Line]) -> list[_Start]:
    sections: list[_Start] = []
    points: list[_Start] = []
    decimals: list[_Start] = []
    in_decision = False
    for i, line in enumerate(lines):
        text = _first_cell_joined(line)
        if match := _SECTION.match(text):
            if _plausible(match["rest"]) and not text.startswith("§§"):
                number = int(match["a"] or match["b"] or match["c"])
                sections.append(_Start(line, "§", number, (match["sub"] or "").strip() or None, line.start + match.start("rest")))
            continue
        if match := _POINT.match(text):
            if _plausible(match["rest"]):
                points.append(_Start(line, "punkt", int(match["a"]), match["sub"], line.start + match.start("rest")))
            continue
        heading = section_heading(text)
        deciding = _is_deciding(text)
        if heading or (deciding and not _DECIMAL.match(text)):
            in_decision = True
            continue
        if (match := _DECIMAL.match(text)) and match["rest"]:
            marked = bool(match["mark"])
            rest = match["rest"]
            strong = line.is_heading or line.bold_share > 0.6
            dated = re.match(rf"{match['a']}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", text, re.IGNORECASE)
            if (
                _CLAUSE.match(rest)
                or not _plausible(rest)
                or dated
                or re.match(r"\d", rest)
                or (not marked and not strong and (len(text) > 90 or not rest[0].isupper() or text.rstrip().endswith(".")))
                or (rest[0].islower() and not strong and not _LETTER.match(rest))
            ):
                continue
            decimals.append(
                _Start(
                    line,
                    "1." if marked else "1",
                    int(match["a"]),
                    None,
                    line.start + match.start("rest"),
                    listed=in_decision and not strong,
                )
            )
        elif match and match["mark"] and not match["rest"] and i + 1 < len(lines) and _opens_title(lines[i + 1]):
            decimals.append(_Start(line, "1.", int(match["a"]), None, line.end, listed=in_decision))
        elif line.blank_before and not _CLAUSE.match(text):
            in_decision = False
    several = [kept for found in (sections, points) if len(kept := _without_contents(found, lines)) >= 2]
    if several:
        return _chain(several[0], first=None)
    if not decimals and (single := _without_contents(sections, lines) or _without_contents(points, lines)):
        return _chain(single, first=None)
    decimals = _without_contents(decimals, lines)
    chain = _chain(decimals, first=1)
    if chain and sum(s.listed for s in chain) > len(chain) / 2 and sum(_stands_out(x) for x in lines) > len(chain):
        # Numbers stand only before the clauses of decisions; the headings are the items.
        return []
    return chain if len(chain) >= 2 else (_chain(_without_contents(sections, lines), first=None) or chain)


def _stands_out(line: Line) -> bool:
    """A heading, or a bold line that is none of the bold words of a decision."""
    if line.is_heading:
        return True
    bold = line.blank_before and line.bold_share > 0.85
    return bold and not (section_heading(line.text) or _is_deciding(line.text) or _CLAUSE.match(line.text))


def _is_deciding(text: str) -> bool:
    """Whether a line ends with the words that lead in a decision: "Nämnden beslutade att"."""
    return "beslut" in text.lower() and _DECIDING.search(text) is not None


def _opens_title(line: Line) -> bool:
    """Whether a line may be the title of the number that stands alone above it."""
    return line.text[:1].isupper() and not _CLAUSE.match(line.text) and not _DECIMAL.match(line.text)


def _first_cell_joined(line: Line) -> str:
    """A table row as text with its cells apart by a space; offsets stay those of the line."""
    return line.text.replace("\t", " ") if line.cells else line.text


def _plausible(rest: str) -> bool:
    bare = rest.strip()
    if not bare:
        return True
    if not any(c.isalpha() for c in bare):
        return False
    return not re.match(
        r"(?:[-–,.;]|att\b|och\b|samt\b|i\b|av\b|kap\b|st\b|kr\b|procent\b|%|tkr\b|mnkr\b|miljon|§)", bare, re.IGNORECASE
    )


def _without_contents(starts: list[_Start], lines: list[Line]) -> list[_Start]:
    """Where a number comes twice, once in a list of contents and once over its text, the latter stays."""
    if not starts:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    positions = [order[s.line.index] for s in starts] + [len(lines)]
    measured = [
        replace(s, length=sum(len(x.text) for x in lines[positions[i] + 1 : positions[i + 1]])) for i, s in enumerate(starts)
    ]
    best: dict[tuple[int, str | None], tuple[tuple[bool, float, int], _Start]] = {}
    doubled: set[tuple[int, str | None]] = set()
    for run in _rising_runs(measured):
        # In a list of contents little stands between the numbers, but for the last of them.
        typical = median(s.length for s in run)
        for start in run:
            key = (start.value, start.sub)
            if key in best:
                doubled.add(key)
            rank = (not _TOC_TAIL.search(start.line.text), typical, start.length)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, start)
    if len(doubled) >= max(2, len(best) // 2):
        return sorted((start for _, start in best.values()), key=lambda s: s.line.index)
    return [s for s in measured if not (_TOC_TAIL.search(s.line.text) and s.length == 0)]


def _rising_runs(starts: list[_Start]) -> list[list[_Start]]:
    """The starts cut where their numbers fall: a list of contents and the items over their text are two runs."""
    runs: list[list[_Start]] = []
    for start in starts:
        if runs and (runs[-1][-1].value, runs[-1][-1].sub or "") < (start.value, start.sub or ""):
            runs[-1].append(start)
        else:
            runs.append([start])
    return runs


def _chain(starts: list[_Start], first: int | None) -> list[_Start]:
    """The heaviest run of starts whose numbers rise: steps of one weigh most; headings and bold lines weigh more."""
    if not starts:
        return []
    best: list[tuple[float, int | None]] = []
    for i, start in enumerate(starts):
        weight = 1.0 + (1.5 if start.line.is_heading else 0.0) + (0.8 if start.line.bold_share > 0.6 else 0.0)
        weight += (0.3 if start.line.blank_before else 0.0) - (0.7 if start.listed else 0.0)
        opening = 0.0 if first is None or start.value == first else -0.8 - 0.3 * min(abs(start.value - first), 10)
        score, back = weight + opening, None
        for j in range(i):
            before = starts[j]
            same = before.value == start.value and (before.sub or "") < (start.sub or "")
            step = start.value - before.value
            if step <= 0 and not same:
                continue
            gain = best[j][0] + weight - (0.0 if same or step == 1 else 0.5 + 0.25 * min(step, 12))
            if gain > score:
                score, back = gain, j
        best.append((score, back))
    at: int | None = max(range(len(best)), key=lambda k: (best[k][0], -k))
    chain: list[_Start] = []
    while at is not None:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


_CLOSING = re.compile(
    r"^(?:(?:antecknat|nedtecknat|justerat|upprättat)\s+av\b|justera(?:re|nde)\s*:|vid\s+(?:protokollet|anteckningarna|pennan)|vid\s+minnesanteckningarna|justera(?:s|t|de|nde|res)\b.{0,40}$|protokollet\s+justera|underskrifter?\b"
    r"|bilaga\s+\d+\b.{0,80}$|anslag(?:/bevis)?\b|bevis\b|sekreterare\s*[:_…])",
    re.IGNORECASE,
)


def _closing(lines: list[Line], begin: int) -> int:
    """Where the last item ends: at the signatures or an appendix, else with the document."""
    for i in range(begin + 1, len(lines)):
        if _CLOSING.match(lines[i].text) and lines[i].blank_before and not _decides_below(lines, i):
            return i
    return len(lines)


def _decides_below(lines: list[Line], i: int) -> bool:
    """Whether the heading of a decision follows a line of signatures at once: then that is a margin of the page, not the end."""
    following = section_heading(lines[i + 1].text) if i + 1 < len(lines) else None
    return following is not None and following.section is Section.DECISION


def _with_lost_numbers(tops: list[_Start], lines: list[Line]) -> list[_Start]:
    """Where the numbers leap by one, the title of the item that lost its number, when one line between looks like it."""
    order = {line.index: i for i, line in enumerate(lines)}
    filled: list[_Start] = []
    for i, start in enumerate(tops):
        filled.append(start)
        following = tops[i + 1] if i + 1 < len(tops) else None
        if following is None or following.value - start.value != 2 or start.sub or following.sub:
            continue
        strong = start.line.is_heading or start.line.bold_share > 0.6
        between = lines[order[start.line.index] + 1 : order[following.line.index]]
        candidates = [x for k, x in enumerate(between) if k > 0 and _like_title(x, strong)]
        if len(candidates) > 1:
            candidates = [x for x in candidates if not GATHERING.search(x.text)][-1:] if strong else candidates[-1:]
        if candidates:
            line = candidates[0]
            filled.append(_Start(line, "bold", start.value + 1, None, line.start))
    return filled


def _like_title(line: Line, strong: bool) -> bool:
    text = line.text
    if strong != (line.is_heading or line.bold_share > 0.6) or not line.blank_before or line.cells:
        return False
    if not 3 <= len(text) < 110 or not text[0].isupper() or text.rstrip().endswith((".", ":", ",", ";", "?")):
        return False
    return not (
        _NOT_TITLE.match(text) or section_heading(text) or _LETTER.match(text) or _CLAUSE.match(text) or _SIGNS.search(text)
    )


_SIGNS = re.compile(
    r"\bbeslut(?:ar|ade|at)?\b|\b(?:informera|redovisa|redogö)\w*|^(?:ordförande|sekreterare|justera)", re.IGNORECASE
)


# --- sub-items --------------------------------------------------------------------------------------------------------


def _sub_items(top: _Start, body: list[Line], last_letter: str | None) -> tuple[list[_Start], str | None]:
    """Lettered, decimal and labelled items below a top-level one, and the last letter used."""
    if not body:
        return [], last_letter
    lettered: list[_Start] = []
    labelled: list[_Start] = []
    deciding = False
    own_label = bool(LABEL_PREFIX.match(body[0].document.text[top.rest_offset : body[0].end]))
    for line in body:
        text = _first_cell_joined(line)
        strong = line.is_heading or line.bold_share > 0.6
        if line is body[0]:
            match = _DECIMAL_LETTER.match(text)
            if match and int(match["a"]) == top.value:
                lettered.append(_Start(line, "a", ord(match["sub"]), match["sub"], line.start + match.start("rest"), 1))
            continue
        if section_heading(text) or _is_deciding(text):
            deciding = True
            continue
        match = _DECIMAL_LETTER.match(text) or _LETTER.match(text)
        if match and ("a" not in match.groupdict() or int(match["a"]) == top.value):
            rest = match["rest"]
            titled = LABEL_PREFIX.match(rest) or strong or (len(text) < 130 and not rest.rstrip().endswith((".", ";", ",")))
            if titled and rest[:1].isupper() and not _CLAUSE.match(rest):
                lettered.append(_Start(line, "a", ord(match["sub"]), match["sub"], line.start + match.start("rest"), 1))
                deciding = False
                continue
        match = _DECIMAL_SUB.match(text)
        if match and int(match["a"]) == top.value and match["rest"][:1].isupper():
            lettered.append(_Start(line, "1.1", int(match["b"]), f".{match['b']}", line.start + match.start("rest"), 1))
            deciding = False
            continue
        if (match := LABEL_PREFIX.match(text)) and not own_label and not deciding and len(text) < 200:
            rest = text[match.end() :]
            if rest and (rest[0].isupper() or rest[0].isdigit()) and not rest.rstrip().endswith(".") and not _tells(match, rest):
                labelled.append(_Start(line, "label", 0, None, line.start, 1))
        if not _CLAUSE.match(text) and line.blank_before:
            deciding = False
    chain = _letter_chain(lettered, last_letter)
    if chain:
        last = next((s.sub for s in reversed(chain) if s.scheme == "a"), last_letter)
        return chain, last
    if labelled:
        return labelled, last_letter
    return _bulleted(top, body), last_letter


def _tells(label: re.Match[str], rest: str) -> bool:
    """Whether "Beslut: …" tells what was decided, and is no title under a label."""
    if label["labels"].lower() not in {"beslut", "beslutspunkt"}:
        return False
    return decision_kind(rest)[1] is not None or bool(re.search(r"\b(?:beslut(?:ar|ade)|ska|kommer|blir|får)\b", rest))


def _letter_chain(starts: list[_Start], last_letter: str | None) -> list[_Start]:
    """Letters that rise; they begin at "a", or go on from the letter before, or stand as headings."""
    if not starts:
        return []
    chain: list[_Start] = []
    for start in starts:
        strong = start.line.is_heading or start.line.bold_share > 0.3 or start.line.blank_before
        if not chain:
            begins = start.value in (ord("a"), 1) or (last_letter is not None and start.sub == chr(ord(last_letter) + 1))
            labelled = LABEL_PREFIX.match(start.line.document.text[start.rest_offset : start.line.end])
            if begins or (strong and labelled) or start.line.is_heading:
                chain.append(start)
        elif 0 < start.value - chain[-1].value <= 3 and start.scheme == chain[-1].scheme:
            chain.append(start)
    return chain


_IS_SENTENCE = re.compile(r"\b(?:är|har|ska|kommer|planeras|pågår|finns|blir|fick|får|hålls|genomförs|bokad|bokat)\b")
"""Bullets that tell something are no matters of their own."""


def _bulleted(top: _Start, body: list[Line]) -> list[_Start]:
    title = body[0].document.text[top.rest_offset : body[0].end]
    if not GATHERING.search(title):
        return []
    bullets: list[_Start] = []
    for line in body[1:]:
        if match := _BULLET.match(line.text):
            if _IS_SENTENCE.search(match["rest"]):
                return []
            bullets.append(_Start(line, "bullet", 0, None, line.start + match.start("rest"), 1))
        elif section_heading(line.text) or not (bullets and line.text[:1].islower()):
            break
    return bullets


# --- cutting ----------------------------------------------------------------------------------------------------------


def _cut(top: _Start, subs: list[_Start], body: list[Line]) -> list[ItemText]:
    where = {line.index: i for i, line in enumerate(body)}
    starts = [replace(top, level=0), *(s for s in subs if s.line is not top.line)]
    combined = subs[0] if subs and subs[0].line is top.line else None
    items: list[ItemText] = []
    borders = [where[s.line.index] for s in starts]
    for i, start in enumerate(starts):
        stop = borders[i + 1] if i + 1 < len(starts) else len(body)
        segment = body[borders[i] : stop]
        if start.scheme == "bullet" and i + 1 == len(starts):
            segment, rest = _bullet_end(segment)
            if rest and items:
                # What follows the bullets ("… beslutade att lägga …") belongs to the gathering item.
                parent = items[0]
                items[0] = replace(parent, lines=(*parent.lines, *rest))
        if combined is not None and i == 0:
            number = f"{top.value}{combined.sub}"
            items.append(_item(combined, number, segment, 1))
            continue
        items.append(_item(start, _number(top, start), segment, start.level))
    return items


def _bullet_end(segment: list[Line]) -> tuple[list[Line], list[Line]]:
    for i in range(1, len(segment)):
        if not segment[i].text[:1].islower() or _CLAUSE.match(segment[i].text):
            return segment[:i], segment[i:]
    return segment, []


def _number(top: _Start, start: _Start) -> str | None:
    if start.scheme in {"label", "bullet", "bold"}:
        return None
    if start.level == 0:
        prefix = "§ " if start.scheme == "§" else ""
        return f"{prefix}{start.value}{start.sub or ''}"
    prefix = "§ " if top.scheme == "§" else ""
    return f"{prefix}{top.value}{start.sub}"


def _item(start: _Start, number: str | None, segment: list[Line], level: int) -> ItemText:
    document = start.line.document
    used = 1
    title_start, title_end = start.rest_offset, segment[0].end
    if title_start >= title_end or _DIARY_LINE.match(document.text[title_start:title_end].strip(" \t–-")):
        title_start, title_end, used = _title_below(segment)
    diary_next = used < len(segment) and _DIARY_LINE.match(segment[used].text)
    if diary_next and title_end > title_start:
        used += 1
    while used < len(segment) and _continues(document.text[title_start:title_end], segment[used - 1], segment[used]):
        title_end = segment[used].end
        used += 1
    raw = document.text[title_start:title_end]
    title, labels, attachments = parse_title(raw)
    lines = segment[used:]
    # "enligt bilaga 5" in the text is an attachment of the item too.
    body_text = " ".join(x.text for x in lines[:12])
    attachments = attachments or tuple(dict.fromkeys(_attachment_names(body_text)))
    return ItemText(
        number=number,
        title=title,
        labels=labels,
        attachments=attachments,
        title_span=(title_start, title_end),
        span=(start.line.start, max(title_end, segment[-1].end)),
        lines=tuple(lines),
        level=level,
    )


def _title_below(segment: list[Line]) -> tuple[int, int, int]:
    """The title of a number that stands alone: the first line below that is neither diary number nor section heading."""
    for i, line in enumerate(segment[1:8], 1):
        if _DIARY_LINE.match(line.text) or _REFERENCE.match(line.text) or not any(c.isalpha() for c in line.text):
            continue
        if section_heading(line.text):
            break
        return line.start, line.end, i + 1
    return segment[0].start, segment[0].end, 1


def _continues(title: str, last: Line, line: Line) -> bool:
    """Whether `line` goes on with a title that was broken over lines."""
    text = line.text
    if len(title) > 300 or _NOT_TITLE.match(text) or section_heading(text) or LABEL_PREFIX.match(text) or line.cells:
        return False
    if _LETTER.match(text) or _DECIMAL.match(text) or _SECTION.match(text) or _BULLET.match(text):
        return False
    if title.rstrip().endswith((".", "?", "!")) and not re.search(r"\b(?:ang|m\.m|bl\.a|t\.ex)\.$", title.rstrip()):
        return False
    if line.block is not None and last.block is not line.block and last.is_heading:
        return False
    if text[0].islower() or title.count("(") > title.count(")"):
        return len(text) < 110
    if _UNFINISHED.search(title):
        return len(text) < 110
    same = line.block is last.block and not line.blank_before
    return same and last.bold_share > 0.6 and line.bold_share > 0.6 and len(text) < 110


def _attachment_names(text: str) -> list[str]:
    names: list[str] = []
    for match in _ATTACHMENT.finditer(text) if "bil" in text or "Bil" in text else ():
        for part in re.split(r"\s*(?:,|\boch\b)\s*", match["names"]):
            name = squash(part.replace("nr", ""))
            if name:
                names.append(name)
    return names


_NEXT_MEETING = re.compile(
    r"(?P<title>(?:nästa|kommande)\s+(?:möten?|sammanträden?))\s*[:,–-]?\s+(?:(?:är|blir|hålls|äger\s+rum|den|kl)\b|\d|(?:mån|tis|ons|tors|fre)dag)",
    re.IGNORECASE,
)


def parse_title(raw: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Title text as written -> (title, labels, attachments). Labels, attachments, diary numbers and page leaders come off.

    "Information/Dialog: SPAK – Delrapport (Bilaga 11)" -> ("SPAK – Delrapport", ("dialog", "information"), ("11",)).
    """
    text = squash(_rejoin(raw))
    attachments = tuple(dict.fromkeys(_attachment_names(text)))
    text = squash(re.sub(r"\(\s*(?:se\s+)?\)", "", _ATTACHMENT.sub(" ", text)))
    text = _TOC_TAIL.sub("", text).rstrip(" ,;")
    labels: list[str] = []
    if match := LABEL_PREFIX.match(text):
        labels += _label_names(match["labels"])
        text = text[match.end() :]
    elif match := _LABEL_SUFFIX.search(text):
        labels += _label_names(match["a"] or match["b"])
        text = text[: match.start()]
    if match := _NEXT_MEETING.match(text):
        text = match["title"]
    without = _DIARY_TAIL.sub("", text)
    text = without if any(c.isalpha() for c in without) else text
    text = text.strip(" \t*_:–-") if not text.endswith(")") else text.strip(" \t*_:")
    text = re.sub(r"(?<!m\.m)(?<!\bdyl)\.+$", "", text).rstrip(" ,;")
    return text or squash(raw), tuple(sorted(set(labels))), attachments


def _label_names(text: str) -> list[str]:
    return [LABELS[w] for w in re.findall(r"[a-zåäö]+", text.lower()) if w in LABELS]


def _rejoin(raw: str) -> str:
    """Words broken over lines come together: "utskriv-\\nning" -> "utskrivning", "(TN-\\nplatser" -> "(TN-platser"."""
    text = re.sub(r"(?<=[a-zåäö])-\s*\n\s*(?=[a-zåäö])", "", raw)
    return re.sub(r"(?<=[A-ZÅÄÖ])-\s*\n\s*(?=[a-zåäö])", "-", text)


# --- nothing numbered -------------------------------------------------------------------------------------------------


def _untitled(lines: list[Line]) -> list[ItemText]:
    """Minutes without numbers: headings, or bold lines of their own, open the items."""
    heads = [x for x in lines if x.is_heading and not _NOT_TITLE.match(x.text) and not section_heading(x.text)]
    if heads and len(heads) >= 2 and _first_is_title(heads):
        heads = heads[1:]
    if len(heads) < 2:
        heads = [
            x
            for x in lines
            if x.bold_share > 0.85
            and x.blank_before
            and 3 < len(x.text) < 140
            and x.text[0].isupper()
            and not x.cells
            and not x.text.rstrip().endswith((".", ":", ","))
            and not _NOT_TITLE.match(x.text)
            and not section_heading(x.text)
        ]
        heads = heads[1:] if len(heads) >= 2 and _first_is_title(heads) else heads
    if len(heads) < 2:
        heads = [x for x in lines if _is_labelled_title(x)]
    if len(heads) < 2:
        heads = _plain_heads(lines)
    if len(heads) < 2:
        return []
    order = {line.index: i for i, line in enumerate(lines)}
    items: list[ItemText] = []
    for i, head in enumerate(heads):
        begin = order[head.index]
        stop = order[heads[i + 1].index] if i + 1 < len(heads) else _closing(lines, begin)
        items.append(_item(_Start(head, "bold", 0, None, head.start), None, lines[begin:stop], 0))
    return items


def _is_labelled_title(line: Line) -> bool:
    label = LABEL_PREFIX.match(line.text)
    if label is None or len(line.text) >= 160 or section_heading(line.text):
        return False
    return not _tells(label, line.text[label.end() :])


_PLAIN_TITLE_MAX = 70


def _plain_heads(lines: list[Line]) -> list[Line]:
    """Titles in a text without any marks: short lines on their own between paragraphs that end as sentences do."""
    heads = [
        line
        for before, line, after in zip([None, *lines], lines, lines[1:], strict=False)
        if line.blank_before
        and len(line.text) <= _PLAIN_TITLE_MAX
        and _like_title(line, strong=False)
        and (before is None or before.text.rstrip().endswith((".", "!", "?")))
        and (after.text[0].isupper() or after.text[0].isdigit() or after.text[0] in "-–•*")
        and not find_names(line.text)
        and not LABEL_PREFIX.match(line.text)
    ]
    heads = heads[1:] if heads and _first_is_title(heads) else heads
    return heads if len(heads) >= 2 else []


def _first_is_title(heads: list[Line]) -> bool:
    return bool(re.search(r"anteckning|protokoll|rapport|\b(?:19|20)\d\d\b", heads[0].text, re.IGNORECASE))


def is_formal(title: str) -> bool:
    """Formalia make no topic: opening, agenda, adjusters, previous minutes, roll call, closing."""
    folded = fold(title)
    return bool(_FORMAL.match(folded)) or not folded


_FORMAL = re.compile(
    r"(?:(?:motets?|sammantradets?)\s+)?(?:oppn(?:as|ande|ades)|avslut(?:as|ning|ande|ades)?)\b.{0,25}$|(?:motet|sammantradet)\s+(?:oppnas|avslutas)"
    r"|(?:godkannande|faststallande|upprattande)\s+av\s+(?:dagordning|foredragningslista|arendelista|protokoll|minnesanteckning)"
    r"|(?:dagordning(?:en)?|foredragningslista(?:n)?|upprop|inledning|valkom\w*|presentation(?:srunda)?|narvaro\w*|utgaende|justering|justerare|justeringspersoner|protokolljusterare|avrundning)\b.{0,30}$"
    r"|val\s+av\s+(?:justera|justeringsperson|protokollsjuster|ordforande\s+for\s+motet|sekreterare|motesordforande)|(?:utseende|val)\s+av\s+juster"
    r"|protokolls?juster|(?:genomgang\s+av\s+)?(?:foregaende|forra|tidigare)\s+(?:mote\w*\s+)?(?:minnesanteckn|motesanteckn|anteckn|protokoll|mote)"
    r"|minnesanteckningar\s+(?:fran\s+)?(?:foregaende|forra)|(?:dagordning|arendelista)\s|nasta\s+mote|kommande\s+mote\w*$|motestider|motets\s+avsl"
    r"|(?:ovriga|andra)\s+(?:fragor|arenden)$|ovrigt$|fragor$|rapporter\b.{0,45}$|skriftlig\s+information$|informationsarenden$|meddelanden$"
    r"|anmalningsarenden$|delgivningar$|rapportering\s+\w+$|aktuellt\s+(?:pa|fran)\s|rapport\s+fran\s+regional\s+niva|aterrapportering\s+fran\s+styr"
    r"|jav$|motets\s+(?:inledning|slut|borjan)$|anmalan\s+om\s+jav$|motets\s+behorighet"
)
__all__ = ["GATHERING", "LABELS", "LABEL_PREFIX", "ItemText", "Section", "find_items", "is_formal", "parse_title"]
