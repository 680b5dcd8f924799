"""Items cut out of their lines: title, number, labels, attachments and the lines of the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.record import Span
from ingest.items.starts import BULLET, CLAUSE, DECIMAL, LETTER, NOT_TITLE, SECTION, Start, is_unfinished, is_without_title
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import (
    BODY,
    CLOSES,
    DIARY_LINE,
    DIARY_NUMBER,
    DIARY_WORD,
    LABEL_PREFIX,
    REFERENCE,
    find_attachments,
    find_label_below,
    is_formal,
    parse_title,
)
from ingest.kinds import bare_deed
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite
from ingest.vocabulary import Section, section_heading


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


def cut_items(top: Start, subs: list[Start], body: list[Line]) -> list[ItemText]:
    where = {line.index: i for i, line in enumerate(body)}
    starts = [replace(top, level=0) if top.level else top, *(s for s in subs if s.line is not top.line)]
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
            items.append(build_item(combined, number, segment, 1))
            continue
        items.append(build_item(start, _number(top, start), segment, start.level))
    return items


def _bullet_end(segment: list[Line]) -> tuple[list[Line], list[Line]]:
    for i in range(1, len(segment)):
        if not segment[i].text[:1].islower() or CLAUSE.match(segment[i].text):
            return segment[:i], segment[i:]
    return segment, []


def _number(top: Start, start: Start) -> str | None:
    if start.scheme in {"label", "bullet", "bold"}:
        return None
    if start.level == 0:
        prefix = "§ " if start.scheme == "§" else ""
        if start.scheme == "letter":
            return start.prefix
        if start.scheme == "of meeting":
            prefix = start.prefix
        return f"{prefix}{start.value}{start.sub or ''}"
    prefix = "§ " if top.scheme == "§" else ""
    return f"{prefix}{top.value}{start.sub}"


def build_item(start: Start, number: str | None, segment: list[Line], level: int) -> ItemText:
    if start.title_end is None and (until := find_bold_lead(segment[0], start.rest_offset)) is not None:
        start = replace(start, title_end=until)
        segment = [segment[0], _behind(segment[0], until), *segment[1:]]
    elif start.title_end is not None and (start.level or start.scheme == "bold") and start.title_end < segment[0].end:
        segment = [segment[0], _behind(segment[0], start.title_end), *segment[1:]]
    document = start.line.document
    used = 1
    title_end = segment[0].end if start.title_end is None else start.title_end
    title_start = _behind_leads(document.text, start.rest_offset, title_end)
    beside = document.text[title_start:title_end].strip(" \t–-")
    if is_without_title(beside):
        title_start, title_end, used = _title_below(segment)
        title_start = _behind_leads(document.text, title_start, title_end)
    diary_next = used < len(segment) and DIARY_LINE.match(segment[used].text)
    if diary_next and title_end > title_start:
        used += 1
    while (
        start.title_end is None
        and used < len(segment)
        and _continues(
            document.text[title_start:title_end],
            segment[used - 1],
            segment[used],
            segment[used + 1] if used + 1 < len(segment) else None,
        )
    ):
        title_end = segment[used].end
        used += 1
    if start.title_end is None:
        title_end, lines = _without_run_in((title_start, title_end), segment, used)
    else:
        lines = segment[used:]
    raw = document.text[title_start:title_end]
    title, labels, attachments = parse_title(raw)
    labels = labels or (find_label_below(lines[0].text) if lines else ())
    # "enligt bilaga 5" in the text is an attachment of the item too.
    body_text = " ".join(x.text for x in lines[:12])
    attachments = attachments or tuple(dict.fromkeys(find_attachments(body_text)))
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


_LEAD = re.compile(
    rf"(?:(?:{BODY}\s*§{{1,2}}\s*\d{{1,4}}(?:/\d{{2,4}})?\s*[,;]?\s+)+"
    rf"|{DIARY_WORD}[A-ZÅÄÖ]*[\d./:-]*\d(?=[A-ZÅÄÖ][a-zåäö])|{DIARY_WORD}(?:{DIARY_NUMBER}|[\w/:.-]*\d[\w/:.-]*)(?:\s+[–-]\s+\d{{3}})?\s+|{DIARY_NUMBER}\s+(?:[–-]\s+)?|[Kk]l\.?\s*\d{{1,2}}[.:]\d\d\s+|(?:Ärende|Punkt)\s+(?:nr\.?\s*)?\d{{1,3}}\s?[.:)–-]\s+|[A-ZÅÄÖ]{{1,5}}/(?:\d{{4}}[:/]\d{{1,5}}|\d{{6}})\s+)(?=\S)"
)
"""A diary number, or where the matter was handled before, in front of the title: "Dnr KS 2024/18 Title", "Au § 84 Title"."""
_DIGIT = re.compile(r"\d")
"""What stands in each of them."""


def _behind_leads(text: str, begin: int, end: int) -> int:
    while _DIGIT.search(text, begin, end) and (lead := _LEAD.match(text, begin, end)) and lead.end() > begin:
        begin = lead.end()
    return begin


def find_bold_lead(line: Line, offset: int) -> int | None:
    """Where a bold title ends that text follows on its line ("**Bryggor.** Läget gicks igenom."); None when there is none."""
    if not line.document.marks or line.is_heading or line.cells or (until := line.bold_until(offset)) is None:
        return None
    lead, rest = line.document.text[offset:until].strip(), line.document.text[until : line.end].lstrip()
    ended = lead.endswith((".", ":", "!", "?")) or rest.startswith((".", ":", "–", "-")) or rest[0].isupper()
    told = has_finite(rest) or CLOSES.fullmatch(lead.rstrip(".")) is not None
    return until if ended and not lead[-1].isdigit() and any(c.isalpha() for c in lead) and told else None


def _behind(line: Line, offset: int) -> Line:
    """The part of a line behind an offset, without the signs it begins with."""
    rest = line.document.text[offset : line.end]
    return replace(line, start=line.end - len(rest.lstrip(" \t.,:–-")), blank_before=False)


_AHEAD = 300
"""Characters after the title that are looked at for the verb of a sentence that begins on its line."""


def _without_run_in(title: Span, segment: list[Line], used: int) -> tuple[int, list[Line]]:
    """The end of the title, and the lines after it: what stands behind the title on its last line is the first of them."""
    first = segment[0]
    document = first.document
    if first.is_heading or first.bold_share > _BOLD or (first.cells and "\t" in document.text[title[0] : title[1]]):
        return title[1], segment[used:]
    if _is_cut_behind(title, segment, used):
        return title[1], segment[used:]
    until, k = title[1], used
    while k < len(segment) and until - title[1] < _AHEAD and _is_plain(segment[k]):
        until, k = segment[k].end, k + 1
    end = find_title_end(document.text[title[0] : until], common_words(document.text))
    at = until if end is None else title[0] + end
    goes_on = used < len(segment) and segment[used].text[:1].islower() and not CLAUSE.match(segment[used].text)
    goes_on = goes_on and not _is_deed(segment[used - 1], segment[used])
    if end is None or (at >= title[1] and not goes_on) or _does_another(title, segment, used):
        return title[1], segment[used:]
    last = next(i for i, line in enumerate(segment[:k]) if at < line.end)
    run_in = segment[last] if at <= segment[last].start else replace(segment[last], start=at, blank_before=False)
    return title[0] + len(document.text[title[0] : at].rstrip()), [run_in, *segment[last + 1 :]]


def _does_another(title: Span, segment: list[Line], used: int) -> bool:
    """Whether the line below a title tells what somebody does who is named first in it: nothing of the title belongs to that sentence."""
    if used >= len(segment) or has_finite(segment[0].document.text[title[0] : title[1]]):
        return False
    names = find_names(segment[used].text)
    return bool(names) and names[0].start == 0 and has_finite(segment[used].text)


def _is_cut_behind(title: Span, segment: list[Line], used: int) -> bool:
    """Whether text that ran together was cut right behind a title, which says nothing of its own: its end was found then."""
    text = segment[0].document.text
    if used >= len(segment) or "\n" in text[title[1] : segment[used].start] or segment[used].cells:
        return False
    return title[1] - title[0] <= _LONGEST_CUT and not has_finite(text[title[0] : title[1]])


_LONGEST_CUT = 90
_BOLD = 0.85


def _is_plain(line: Line) -> bool:
    """Whether a line may go on with the words of the line before."""
    if line.blank_before or line.cells or line.is_heading or section_heading(line.text):
        return False
    return not (
        LETTER.match(line.text)
        or _BARE_LETTER.match(line.text)
        or DECIMAL.match(line.text)
        or SECTION.match(line.text)
        or BULLET.match(line.text)
    )


def _title_below(segment: list[Line]) -> tuple[int, int, int]:
    """The title of a number that stands alone: the first line below that is neither diary number nor section heading."""
    for i, line in enumerate(segment[1:8], 1):
        if DIARY_LINE.match(line.text) or REFERENCE.match(line.text) or not any(map(str.isalpha, line.text)):
            continue
        if _OF_TITLE.fullmatch(line.text):
            continue
        heading = section_heading(line.text)
        if (
            heading is not None
            and not is_formal(line.text)
            and not (i == 1 and heading.section is Section.DISTRIBUTION and _is_decided(segment[2:]))
            and (i + 1 == len(segment) or heading.section in _NEVER_TITLES or not segment[i + 1].blank_before)
        ):
            break
        return line.start, line.end, i + 1
    return segment[0].start, segment[0].end, 1


def _is_decided(lines: Iterable[Line]) -> bool:
    """Whether a heading of what was decided stands below: then "För kännedom" right below a number is the title, not who gets a copy."""
    return any((heading := section_heading(x.text)) is not None and heading.section is Section.DECISION for x in lines)


_OF_TITLE = re.compile(r"(?:ärende(?:mening|rubrik)?|rubrik|diarienummer|dnr|diarienr)\s*:?", re.IGNORECASE)
"""The names of the fields between a number and its title, each on a line of its own."""
_NEVER_TITLES = {Section.DECISION, Section.PROPOSAL, Section.EARLIER, Section.DISTRIBUTION}
"""Sections of which no matter has the name, as "Jäv" and "Ajournering" have."""
_WRAPPED = 40
"""Characters from which a title may be broken within a person's name."""


_SHORTENED = re.compile(r"\b(?:ang|m\.m|bl\.a|t\.ex)\.$")
_BARE_LETTER = re.compile(r"[a-hj-n]\s[A-ZÅÄÖ][a-zåäö]")
""" "a Protokoll från rådet": a list whose letters have no sign."""
_MARK_ALONE = re.compile(r"[a-zåäö]\s?[).:]|[-–•*·]")
"""A letter or a bullet on a line of its own, before what it lists."""


_HEAD_OF_PAGE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ ]{4,}\s(?:19|20)\d\d-\d\d-\d\d")
""" "DIREKTIONSMÖTE 2023-04-19": what stands on every page."""


def _continues(title: str, last: Line, line: Line, after: Line | None) -> bool:
    """Whether `line`, before `after`, goes on with a title that was broken over lines."""
    text = line.text
    goes_on = text[:1].islower() or title.count("(") > title.count(")")
    same = line.block is last.block and not line.blank_before
    if not (goes_on or same or is_unfinished(title)) or _HEAD_OF_PAGE.fullmatch(text):
        return False
    if (
        len(title) > 300
        or NOT_TITLE.match(text)
        or CLAUSE.match(text)
        or section_heading(text)
        or LABEL_PREFIX.match(text)
        or line.cells
    ):
        return False
    if LETTER.match(text) or DECIMAL.match(text) or SECTION.match(text) or BULLET.match(text) or _MARK_ALONE.fullmatch(text):
        return False
    if title.rstrip().endswith((".", "?", "!")) and not _SHORTENED.search(title.rstrip()):
        return False
    if line.block is not None and last.block is not line.block and last.is_heading:
        return False
    if _BARE_LETTER.match(text):
        return False
    if _is_deed(last, line):
        return False
    if goes_on or is_unfinished(title):
        return len(text) < 110
    if same and len(title) > _WRAPPED and any(n.start < len(title) < n.end for n in find_names(f"{title} {text[:40]}")):
        return len(text) < 110
    if same and last.bold_share > 0.6 and line.bold_share > 0.6:
        return len(text) < 110
    return same and len(text) < len(last.text) and _is_rest(title, last, line, after)


def _is_deed(last: Line, line: Line) -> bool:
    """Whether a line was cut off from the title as what was decided ("lägga listan till handlingarna"), and is no broken title."""
    return (
        line.text[0].islower()
        and bare_deed().match(line.text) is not None
        and "\n" not in line.document.text[last.end : line.start]
    )


_FULL_LINE = 45
"""Characters from which a line may be so full that the title goes on below it."""
_FIELD = re.compile(r"[\w/ ]{2,25}:(?:\s|$)")
""" "Handläggare: …"."""
_ABOUT_PERSON = re.compile(
    r"motion|interpellation|fråga|förslag|avsägelse|entledig|fyllnadsval|\bval\b|ansökan|uppdrag|utseende", re.IGNORECASE
)


def _is_rest(title: str, last: Line, line: Line, after: Line | None) -> bool:
    """Whether a line with a capital is the rest of a title that filled its own: all in capitals, or with no sentence and nobody in it,
    and parted from what is told below."""
    text = line.text
    if title.isupper() and text.isupper():
        return True
    if (
        len(last.text) < _FULL_LINE
        or text.endswith((".", ":", ",", ";"))
        or _FIELD.match(text)
        or DIARY_LINE.match(text)
        or has_finite(f"{title} {text}")
    ):
        return False
    if not (after is None or after.blank_before or section_heading(after.text) or DIARY_LINE.match(after.text)):
        return False
    return _ABOUT_PERSON.search(title) is not None or not find_names(text)


_CLOSING = re.compile(
    r"^(?:(?:antecknat|nedtecknat|justerat|upprättat)\s+av\b|justera(?:re|nde)\s*:|vid\s+(?:protokollet|(?:minnes)?anteckningarna|pennan|tangent(?:erna|bordet)|datorn)|justera(?:s|t|de|nde|res)\b.{0,40}$|protokollet\s+justera|underskrift(?:er)?\b"
    r"|bilaga\s+\d+\b.{0,80}$|anslag(?:/bevis)?\b|bevis\b|sekreterare\s*[:_…])",
    re.IGNORECASE,
)


def is_closing(line: Line) -> bool:
    """Whether a line is one that minutes end with: a signature's, or the title of an appendix."""
    return _CLOSING.match(line.text) is not None


def find_closing(lines: list[Line], begin: int) -> int:
    """Where the last item ends: at the signatures or an appendix, else with the document."""
    for i in range(begin + 1, len(lines)):
        if lines[i].blank_before and _CLOSING.match(lines[i].text) and not _decides_below(lines, i):
            return i
    return len(lines)


_APPENDIX = re.compile(r"^bilag(?:a|or)\b(?:\s*(?:nr\s*)?[\dA-Z]{1,2})?(?:\s*$|[.:,\s]\s*[^.]{0,60}$)", re.IGNORECASE)
_SIGNATURES = 15
"""Lines that signatures may fill before an appendix."""


def find_appendices(lines: list[Line]) -> int:
    """Where the appendices behind the signatures begin; the number of lines when there are none."""
    signed = len(lines)
    for i, line in enumerate(lines):
        if line.blank_before and _CLOSING.match(line.text):
            if _APPENDIX.match(line.text):
                if 0 < i - signed <= _SIGNATURES:
                    return i
            else:
                signed = i
    return len(lines)


def _decides_below(lines: list[Line], i: int) -> bool:
    """Whether the heading of a decision follows a line of signatures at once: then that is a margin of the page, not the end."""
    following = section_heading(lines[i + 1].text) if i + 1 < len(lines) else None
    return following is not None and following.section is Section.DECISION
