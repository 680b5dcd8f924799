"""Items of minutes without numbers: headings, bold lines, labelled lines, or short lines between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise, zip_longest

from ingest.items.cutting import ItemText, build_item, find_closing, is_closing
from ingest.items.plain import (
    PART,
    heads_with_marks,
    heads_without_blanks,
    is_field,
    is_name,
    is_of_list,
    is_page_number,
    is_parted,
    starts_before_colons,
    starts_of_bold_leads,
    starts_of_hours,
    without_bullet,
    without_colon,
)
from ingest.items.starts import CLAUSE, NOT_TITLE, Start, is_deciding, is_like_title, leads_decision, reads_like_title
from ingest.items.sub_items import is_told
from ingest.items.titles import GATHERING, IN_FIELD, LABEL_PREFIX, find_person_behind, is_formal
from ingest.items.unnumbered_beside import with_closing_titles
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite, is_finite
from ingest.vocabulary import BODY_NOUN, Section, section_heading


def find_unnumbered(lines: list[Line]) -> list[ItemText]:
    """Minutes without numbers: hours, headings, or bold lines of their own, open the items; else what looks like titles."""
    lines = _without_agenda(lines)
    if hours := starts_of_hours(lines):
        return build_unnumbered(hours, lines)
    if len(fields := [Start(x, "bold", 0, None, x.start) for x in lines if IN_FIELD.match(x.text)]) >= _FEWEST_FIELDS:
        return build_unnumbered(fields, lines)
    marked = [x for x in lines if x.is_heading and _may_be_title(x.text)]
    heads = _of_one_level(marked)
    if heads and len(heads) >= 2 and _first_is_title(heads):
        heads = heads[1:]
    if len(heads) >= _FEWEST_BESIDE:
        heads = _with_other_marks(heads, marked, lines)
    heads = _below_parts(heads, lines)
    if len(heads) < 2:
        heads = _bold_titles(lines)
        heads = heads[1:] if len(heads) >= 2 and _first_is_title(heads) else heads
    if len(heads) < 2 and (leads := starts_of_bold_leads(lines)):
        return build_unnumbered(leads, lines)
    if len(heads) < 2 and len(bulleted := _bulleted_titles(lines)) >= _FEWEST_BULLETED:
        heads = bulleted
    if len(heads) < 2:
        heads = _labelled_or_plain(lines)
        dense = heads_without_blanks(lines)
        heads = dense if len(dense) > 2 * len(heads) else heads
    heads = heads or heads_with_marks(lines) or heads_without_blanks(lines)
    if starts := [Start(head, "bold", 0, None, head.start) for head in heads]:
        starts = with_closing_titles(starts, lines)
    return build_unnumbered(starts or starts_before_colons(lines), lines)


_AGENDA = re.compile(
    r"(?:förslag\s+till\s+)?(?:dagordning(?:en)?|föredragningslistan?|agendan?|ärendelistan?|innehåll)\W*", re.IGNORECASE
)
_FEWEST_LISTED = 2
_MOST_LISTED = 60


def _without_agenda(lines: list[Line]) -> list[Line]:
    """The lines without an agenda: a heading of its own over titles that come again below it, over their text or before it."""
    at = next((k for k, x in enumerate(lines) if _AGENDA.fullmatch(x.text)), None)
    if at is None:
        return lines
    later = [_bare(x.text) for x in lines[at + 1 :]]
    count = 0
    while count < min(len(later), _MOST_LISTED) and later[count] and any(x.startswith(later[count]) for x in later[count + 1 :]):
        count += 1
    return [*lines[:at], *lines[at + 1 + count :]] if count >= _FEWEST_LISTED else lines


_MARKS = re.compile(r"^(?:[-–•*·o]|\d{1,2}[.)]?)\s+|[\s.:]+$")


def _bare(text: str) -> str:
    return _MARKS.sub("", text).casefold()


_FEWEST_FIELDS = 3
"""Titles in fields of their own: "Ärende: Bryggor"."""


def _labelled_or_plain(lines: list[Line]) -> list[Line]:
    """The lines with labels ("Information: Bryggor"), or with them the plain titles where these are most of all."""
    labelled = [x for x in lines if _is_labelled_title(x)]
    plain = {x.index: x for x in (*heads_of_decisions(lines), *plain_heads(lines))}
    if len(labelled) >= 2 and 2 * len(labelled) > len(plain):
        return labelled
    apart = {x.index: x for x in labelled if x.blank_before} if plain else {x.index: x for x in labelled}
    return sorted((plain | apart).values(), key=lambda x: x.index)


def _of_one_level(heads: list[Line]) -> list[Line]:
    """The headings without those that lie deeper than most: parts of a matter."""
    levels = Counter(x.block.level or 1 for x in heads if x.block is not None)
    level, most = max(levels.items(), key=lambda entry: (entry[1], -entry[0]), default=(0, 0))
    if 2 * most <= len(heads):
        return heads
    kept = [x for x in heads if x.block is not None and (x.block.level or 1) <= level]
    return [x for x, after in zip_longest(kept, kept[1:]) if not _gathers(x, after, level)]


def _gathers(head: Line, after: Line | None, level: int) -> bool:
    """Whether a heading right over one of a matter names but a part of the meeting: "Information och diskussion"."""
    if after is None or after.index - head.index > 1 or head.block is None or after.block is None:
        return False
    higher = (head.block.level or 1) < level == (after.block.level or 1)
    return higher and not (is_formal(head.text) or GATHERING.search(head.text))


_FEWEST_BESIDE = 4
_DEEPER = 2
"""Levels by which a lone heading lies deeper than the others when it is no part of the matter before it, but marked otherwise."""


def _with_other_marks(heads: list[Line], marked: list[Line], lines: list[Line]) -> list[Line]:
    """The headings with the one among them that is marked otherwise: the only bold line, or the only heading that skips a level.

    More of a kind, or one right below a heading or a line that leads it in, are parts of matters.
    """
    level = max(x.block.level or 1 for x in heads if x.block is not None)
    bold = [x for x in lines if not x.is_heading and x.blank_before and _is_bold_title(x)]
    deeper = [x for x in marked if x.block is not None and (x.block.level or 1) > level]
    deeper = deeper if all(x.block is not None and (x.block.level or 1) >= level + _DEEPER for x in deeper) else []
    order = {line.index: i for i, line in enumerate(lines)}
    known = {x.index for x in heads}
    found: list[Line] = []
    for others in (bold, deeper):
        inside = [x for x in others if heads[0].index < x.index < heads[-1].index]
        i = order[inside[0].index] if len(inside) == 1 else 0
        told = i > 0 and lines[i - 1].text.rstrip().endswith((".", "!", "?"))
        if told and not {lines[i - 1].index, lines[i + 1].index} & known:
            found += inside
    return sorted([*heads, *found], key=lambda x: x.index)


_MATTERS_A_PART = 2
"""Matters in each part of a meeting at the least, on average; fewer may be parts of the matters that the headings name."""


def _below_parts(heads: list[Line], lines: list[Line]) -> list[Line]:
    """The bold titles below headings that only gather them ("Inledning", "Information"): most have one right below, and each is another."""
    if len(heads) < 2:
        return heads
    order = {line.index: i for i, line in enumerate(lines)}
    below = [lines[i + 1] for head in heads if (i := order[head.index]) + 1 < len(lines)]
    if 2 * sum(not x.is_heading and _is_bold_title(x) for x in below) <= len(heads):
        return heads
    bold = [x for x in _bold_titles(lines) if not x.is_heading]
    each = len({x.text for x in bold}) == len(bold)
    return bold if each and len(bold) >= _MATTERS_A_PART * len(heads) else heads


def _bold_titles(lines: list[Line]) -> list[Line]:
    """The bold lines that may be titles: those with an empty line above, or where only one is, with a sentence or a name above."""
    apart = [x for x in lines if x.blank_before and _is_bold_title(x)]
    if len(apart) >= _FEWEST_APART:
        return apart
    bulleted = [title for x in lines if x.text[0] in _BULLETS and (title := without_bullet(x)) and _is_bold_title(title)]
    if len(bulleted) >= _FEWEST_BULLETED:
        return bulleted
    return [
        x
        for before, x in zip([None, *lines], lines, strict=False)
        if _is_bold_title(x) and (x.blank_before or is_parted(before, x))
    ]


def _bulleted_titles(lines: list[Line]) -> list[Line]:
    """The lines of bullet, title and colon and nothing else, each over text that has no bullet: "• Bryggor:"."""
    found: list[Line] = []
    for line, after in pairwise(lines):
        if line.text[0] in _BULLETS and line.blank_before and line.text.endswith(":") and after.text[0] not in _BULLETS:
            title = without_bullet(line)
            if title is not None and _TITLE_AND_COLON.fullmatch(title.text) and not is_field(title.text):
                found.append(title)
    return found


_TITLE_AND_COLON = re.compile(r"[A-ZÅÄÖ][^.:;?!]{2,60}:")
_FEWEST_APART = 2
_FEWEST_BULLETED = 3


def _is_bold_title(line: Line) -> bool:
    """Whether a bold line of its own may be a title."""
    text = line.text.rstrip()
    return (
        line.bold_share > _BOLD
        and _SHORTEST < len(line.text) < _LONGEST
        and text[0].isupper()
        and not line.cells
        and not text.endswith((".", ","))
        and not (text.endswith(":") and is_field(line.text))
        and _may_be_title(line.text)
    )


def _may_be_title(text: str) -> bool:
    """Whether words that stand out may be a title: no field, no heading of a part of an item, and none that leads in a decision."""
    return not (NOT_TITLE.match(text) or section_heading(text) or leads_decision(text))


_BOLD = 0.85
_SHORTEST = 2
_LONGEST = 140


def build_unnumbered(starts: list[Start], lines: list[Line]) -> list[ItemText]:
    order = {line.index: i for i, line in enumerate(lines)}
    items: list[ItemText] = []
    for i, start in enumerate(starts):
        begin = order[start.line.index]
        stop = order[starts[i + 1].line.index] if i + 1 < len(starts) else find_closing(lines, begin)
        items.append(build_item(start, None, lines[begin:stop], 0))
    return items


def _is_labelled_title(line: Line) -> bool:
    label = LABEL_PREFIX.match(line.text)
    if label is None or len(line.text) >= 160 or section_heading(line.text):
        return False
    return not is_told(label, line.text[label.end() :])


def heads_of_decisions(lines: list[Line]) -> list[Line]:
    """Titles of which each stands right over the heading of its decision."""
    heads = [
        line
        for line, after in pairwise(lines)
        if is_like_title(line, strong=False)
        and _is_decision(after.text)
        and not find_names(line.text)
        and not _DATED.search(line.text)
        and not _COLUMN.match(line.text)
    ]
    return heads[1:] if heads and _OF_DOCUMENT.search(heads[0].text) else heads


_BODY_DECIDES = re.compile(r"[A-ZÅÄÖ][\w-]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet|direktionen)\s+beslut(?:ar|ade)\b")


def _is_decision(text: str) -> bool:
    """The heading of a decision, or "Kommunstyrelsen beslutar …"."""
    heading = section_heading(text)
    return (heading is not None and heading.section is Section.DECISION) or _BODY_DECIDES.match(text) is not None


_OF_DOCUMENT = re.compile(r"protokoll\b|anteckningar\b", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÅÄÖ][^,]*(?:,\s+[A-ZÅÄÖ][^,]*){2,}")
""" "Hamnföreningen, Bryggbolaget, Seglarna": who was there."""
_COLUMN = re.compile(r"(?:ärende|paragraf|nr|punkt|rubrik)\w*$", re.IGNORECASE)
"""The name of a column, before that of the decisions."""
_DATED = re.compile(r"\b(?:19|20)\d\d-\d\d|\bkl\b", re.IGNORECASE)
_PLAIN_TITLE_MAX = 100
_PARAGRAPH_LEAST = 60


def plain_heads(lines: list[Line]) -> list[Line]:
    """Titles in a text without any marks: short lines on their own between paragraphs; none when there are fewer than two.

    The paragraph before ends as sentences do, or with a bullet or a line that closes every item; or the list of who was there is before.
    """
    again = Counter(line.text for line in lines)
    heads: list[Line] = []
    leads: list[Line] = []
    for i, (line, after) in enumerate(pairwise(lines)):
        before = lines[i - 1] if i else None
        if not (line.blank_before or (before and is_page_number(before.text))) or len(line.text) > _PLAIN_TITLE_MAX:
            continue
        if again[line.text] > 1 or not (after.text[0].isupper() or after.text[0].isdigit() or after.text[0] in _BULLETS):
            continue
        lead = without_colon(line) if line.text.endswith(":") else None
        text = lead.text if lead else line.text.rstrip("? ") if _asks(line, after) else line.text
        if not _is_unmarked_title(line, text) or not _is_begun(lines, i, again):
            continue
        if lead is not None:
            told = after.blank_before and after.text[0] not in _BULLETS and _is_paragraph(after) and has_finite(after.text)
            leads += [lead] if told and " " in lead.text else []
        elif after.blank_before or is_formal(line.text) or not has_finite(line.text) or _ends_with_verb(line.text):
            heads.append(line)
    heads = _without_empty(heads)
    if _FEWEST_BESIDE <= len(heads) > 2 * len(leads):
        heads = sorted([*heads, *leads], key=lambda x: x.index)
    heads = heads[1:] if heads and _first_is_title(heads) else heads
    heads = _before_first(heads, lines) + heads
    return heads if len(heads) >= 2 else []


def _is_unmarked_title(line: Line, text: str) -> bool:
    """Whether a line without any marks may be a title, by its words, and with nobody's name but in brackets behind it."""
    if line.is_heading or line.bold_share > _BOLD_WORDS or line.cells or is_closing(line):
        return False
    if not reads_like_title(text.rsplit(maxsplit=1)[0] if _ends_with_verb(text) else text):
        return False
    bare = text[: find_person_behind(text)]
    return not (find_names(bare) or LABEL_PREFIX.match(text) or _NAMED.fullmatch(text) or PART.match(text))


_BOLD_WORDS = 0.6


def _is_begun(lines: list[Line], i: int, again: Mapping[str, int]) -> bool:
    """Whether something new may begin at a line: behind a sentence, a clause, the number of a page or the heading of a part; and over a
    paragraph, behind what is repeated, what was taken out, a list or a name, or a title with nothing below it."""
    if i == 0 or _is_ended(lines[i - 1]):
        return True
    before, line, after = lines[i - 1 : i + 2]
    if PART.match(before.text) or CLAUSE.match(before.text) or is_page_number(before.text):
        return True
    if (
        again[before.text] > 1
        or line.index - before.index > 1
        or is_of_list(before)
        or is_name(before.text)
        or _WHO_WROTE.match(before.text)
        or _WHO_DOES.match(before.text)
    ):
        return _is_paragraph(after)
    if len(before.text) > _RUN_TOGETHER:
        return _is_paragraph(after)
    empty = i > 1 and before.blank_before and line.blank_before and _is_ended(lines[i - 2]) and reads_like_title(before.text)
    told = after.text[0] not in _BULLETS and _is_paragraph(after) and (not has_finite(line.text) or _ends_with_verb(line.text))
    return empty and told and (is_formal(before.text) or not GATHERING.search(before.text))


_WHO_WROTE = re.compile(
    r"(?:vid\s+(?:tangentbordet|pennan|anteckningarna|protokollet)|antecknat\s+av|antecknar|(?:mötes)?(?:sekreterare|ordförande|ledare)|sekr|ordf)\s*:\s*[^.]{2,60}$",
    re.IGNORECASE,
)
""" "Vid tangentbordet: Bodil", the last line of the head."""
_WHO_DOES = re.compile(
    r"(?:ansvar\w*|klart?|färdigt?|utför(?:s|are)|vem|när|deadline|uppföljning|följs\s+upp)\s*:\s*\S.{0,80}$", re.IGNORECASE
)
""" "Ansvarig: Bodil", "Klart: 3 december", the last line of a matter."""
_RUN_TOGETHER = 200
"""Characters of a line that is the head of a page, run together."""


def _is_ended(line: Line) -> bool:
    return line.text.rstrip().endswith((".", "!", "?"))


def _without_empty(heads: list[Line]) -> list[Line]:
    """The titles without those right over another, which tell of a pause or of a part of the evening; those of the order of business, and
    those that gather matters, may have nothing of their own."""
    return [
        line
        for line, after in zip_longest(heads, heads[1:])
        if after is None or after.index - line.index > 1 or is_formal(line.text) or GATHERING.search(line.text)
    ]


_FEWEST_WORDS = 2
_MOST_WORDS = 4


def _ends_with_verb(text: str) -> bool:
    """Whether a title is a short sentence of a subject and its verb: "Hamnföreningen informerar", "Skolan växer"."""
    words = text.split()
    if is_deciding(text) or BODY_NOUN.fullmatch(" ".join(words[:-1])):
        return False
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and is_finite(words[-1]) and not has_finite(" ".join(words[:-1]))


_LONGEST_QUESTION = 60


def _asks(line: Line, after: Line) -> bool:
    """Whether a title is a question, on a line of its own with empty lines around it: "Vad hände sedan sist?"."""
    text = line.text
    return text.endswith("?") and len(text) <= _LONGEST_QUESTION and after.blank_before and reads_like_title(text.rstrip("? "))


_LONG_PARAGRAPH = 150


def _before_first(heads: list[Line], lines: list[Line]) -> list[Line]:
    """The title over the first paragraph, which may stand below other short lines of the head; none when there is none."""
    upper = [x for x in lines if not heads or x.index < heads[0].index]
    found = [
        line
        for before, line, after in zip([-1, *(x.index for x in upper)], upper, upper[1:], strict=False)
        if is_like_title(line, strong=False)
        and len(line.text) <= _PLAIN_TITLE_MAX
        and (
            (is_formal(line.text) and _is_paragraph(after) and (after.blank_before or line.blank_before))
            or (
                after.blank_before
                and len(after.text) > (_PARAGRAPH_LEAST if line.index - before > 1 else _LONG_PARAGRAPH)
                and has_finite(after.text)
            )
        )
        and not _DATED.search(line.text)
        and not _first_is_title([line])
    ]
    return found[-1:] if heads else []


_BULLETS = "-–•*·"


def _is_paragraph(line: Line) -> bool:
    text = line.text.rstrip()
    return len(text) > _PARAGRAPH_LEAST or text.endswith((".", "!", "?")) or text[0] in _BULLETS or is_deciding(text)


def _first_is_title(heads: list[Line]) -> bool:
    """Whether the first head is that of the document, and not "Föregående protokoll"."""
    said = re.search(r"anteckning|protokoll|\b(?:mötes)?rapport\b|\b(?:19|20)\d\d\b", heads[0].text, re.IGNORECASE)
    return said is not None and not is_formal(heads[0].text)
