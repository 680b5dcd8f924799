"""Lines that begin with a number, by its form: "§ 84", "Punkt 3", "Ks 250", "3.", "3", "5:2"; no clauses, dates, sums or citations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.items.starts import (
    BEHIND,
    CLAUSE,
    DECIMAL,
    LETTER,
    NO_BODY,
    OF_MEETING,
    POINT,
    PREFIXED,
    SECTION,
    SECTION_SUB,
    Start,
    first_cell_joined,
    is_deciding,
    is_plausible,
    is_unfinished,
    opens_title,
    reads_like_title,
)
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import is_formal
from ingest.lines import Line
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading


@dataclass(frozen=True)
class Numbered:
    """Lines that begin with a number, by its form."""

    sections: list[Start] = field(default_factory=list)
    points: list[Start] = field(default_factory=list)
    prefixed: list[Start] = field(default_factory=list)
    behind: list[Start] = field(default_factory=list)
    decimals: list[Start] = field(default_factory=list)
    alone: list[Start] = field(default_factory=list)
    of_meeting: list[Start] = field(default_factory=list)


def collect_numbered(lines: list[Line]) -> Numbered:
    found = Numbered()
    in_decision = in_clause = False
    for i, line in enumerate(lines):
        text = first_cell_joined(line)
        has_number = _DIGIT.search(text) is not None
        has_sign = has_number and "§" in text
        if has_sign and SECTION_SUB.match(text):
            continue
        if has_sign and (alone := _BULLETED.fullmatch(text)):
            found.sections.append(Start(line, "§", int(alone["a"]), alone["sub"], line.end))
            continue
        if has_number and (has_sign or text.lstrip("_")[: len(_SIGN)].lower() == _SIGN) and (match := SECTION.match(text)):
            number = int(match["a"] or match["b"] or match["c"])
            if i and match["rest"] and not line.blank_before and _is_in_sentence(lines[i - 1].text, match["rest"]):
                continue
            if match["a"] and _TWO_FIGURES.fullmatch(match["rest"]):
                # "§ 2 1": a number that fell apart.
                found.sections.append(Start(line, "§", int(match["a"] + match["rest"]), None, line.end))
                continue
            if is_plausible(match["rest"]) and not text.startswith("§§") and not _is_contents_line(match["rest"], number):
                found.sections.append(
                    Start(
                        line,
                        "§",
                        number,
                        (match["sub"] or "").strip() or None,
                        line.start + match.start("rest"),
                        prefix=(match["prefix"] or "").lower(),
                    )
                )
            continue
        if has_number and (match := POINT.match(text)):
            if is_plausible(match["rest"]) and not _OF_MINUTES.match(text):
                found.points.append(Start(line, "punkt", int(match["a"]), match["sub"], line.start + match.start("rest")))
            continue
        if has_sign and (match := BEHIND.match(text)) and not _is_cited(match["title"]):
            found.behind.append(Start(line, "§", int(match["a"]), None, line.start, title_end=line.start + match.end("title")))
            continue
        if has_number and (match := PREFIXED.match(text)) and not NO_BODY.fullmatch(match["prefix"].capitalize()):
            rest = line.start + match.start("rest") if match["rest"] else line.end
            found.prefixed.append(Start(line, match["prefix"], int(match["a"]), None, rest))
        if (
            text.isdigit()
            and i + 1 < len(lines)
            and len(text) <= _LONGEST_NUMBER
            and reads_like_title(lines[i + 1].text.rstrip("? "))
        ):
            found.alone.append(Start(line, "1", int(text), None, line.end))
            continue
        match = DECIMAL.match(text) if has_number else None
        if has_number and text[0].isdigit() and (numbered := OF_MEETING.match(text)) and is_plausible(numbered["rest"]):
            rest = line.start + numbered.start("rest")
            found.of_meeting.append(Start(line, "of meeting", int(numbered["a"]), None, rest, prefix=numbered["meeting"]))
            continue
        if section_heading(text) or (is_deciding(text) and not match):
            in_decision, in_clause = True, False
            continue
        if in_decision and line.blank_before and in_clause and match:
            in_decision = False  # what is numbered behind clauses without numbers is none of them
        in_clause = CLAUSE.match(text) is not None or (in_clause and not line.blank_before)
        if match and match["rest"]:
            apart = line.blank_before and (i + 1 == len(lines) or lines[i + 1].blank_before)
            if start := _decimal(line, match, in_decision, apart):
                found.decimals.append(start)
        elif match and match["mark"] and i + 1 < len(lines) and opens_title(lines[i + 1]):
            found.decimals.append(Start(line, "1.", int(match["a"]), None, line.end, listed=in_decision and not line.is_heading))
        elif in_decision and line.blank_before and not CLAUSE.match(text):
            in_decision = False
    return found


_SIGN = "paragraf"
"""What stands for the sign of a paragraph, at the head of its line."""
_DIGIT = re.compile(r"\d")
_BULLETED = re.compile(r"[-–•*]\s*§\s?(?P<a>\d{1,4})(?:/\d{2,4})?(?P<sub>[a-z])?\s?\.?")
"""The sign and number of a paragraph that a copy has made an item of a list: "- § 5"."""
_LONGEST_NUMBER = 3
_CITING = re.compile(
    r"[,:]$|\b(?:enligt|se|kap\.?|och|av|i|till|jfr|lagen|beslut|utskottet|nämnden|styrelsen)$|\d{4}-\d\d-\d\d$", re.IGNORECASE
)
"""Words before a paragraph that is cited: "enligt § 12", "protokoll 2024-03-04 § 12"."""


def _is_in_sentence(before: str, rest: str) -> bool:
    """Whether a paragraph at the head of a line stands in the sentence of the line before: "… beslutade 2024-04-02," "§ 79 …"."""
    if len(before) < _FULL_LINE or not has_finite(before) or _NOTICE.match(before):
        return False
    return rest[:1].islower() or is_unfinished(before) or _CITING.search(before.rstrip(" ,")) is not None


_NOTICE = re.compile(r"(?:anslag|anslaget|justerat|justeringen|överklag\w*)\b", re.IGNORECASE)
"""What a front page ends with: "Anslag sätts upp 2023-05-10, tas ned 2023-06-01"."""
_FULL_LINE = 35


def _is_cited(before: str) -> bool:
    """Whether what stands before a paragraph says where it is found, or tells something, and is no title."""
    if _CITING.search(before) is not None:
        return True
    return has_finite(before) and not is_formal(before) and _INFORMS.fullmatch(before) is None


_INFORMS = re.compile(r"[A-ZÅÄÖ]\S*(?:\s+\S+){0,3}\s+(?:informerar|rapporterar|berättar|har\s+ordet)")
"""Titles that tell who speaks: "Hamnchefen informerar"."""


def _is_contents_line(rest: str, number: int) -> bool:
    """Whether the next two numbers follow on the same line: a list of contents that ran together."""
    following = {str(number + 1), str(number + 2)}
    return all(n in rest for n in following) and following <= {found["a"] or found["b"] for found in _NUMBERED.finditer(rest)}


_NUMBERED = re.compile(r"(?:§\s*(?P<a>\d+)|\b(?P<b>\d+)[.)])\s+[A-ZÅÄÖ]")
_TWO_FIGURES = re.compile(r"\d{1,2}")
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_DAY = re.compile(rf"\d{{1,3}}\s+{_MONTH}", re.IGNORECASE)
_LONGEST_BARE = 90
_SHORTEST_CONTENTS = 60
_PAGE_HEAD = re.compile(
    r"(?-i:(?:[A-ZÅÄÖ]{2,}\s+){0,5})(?:sammanträdes|mötes|minnes)?(?:protokoll|anteckningar)(?:\s+(?-i:[\dA-ZÅÄÖ])|\s*$)",
    re.IGNORECASE,
)
_PAGE_TAIL = re.compile(r"\b(?P<page>\d{1,3})\s?\(\d{1,3}\)$")
"""The number of a page at the end of its header, which may begin with it too: "2 MORA KOMMUN PROTOKOLL 2(6)"."""
_OF_MINUTES = re.compile(r"nr\.?\s*\d{1,3}(?:\s?/\s?\d{2,4})?[.,:]?\s+\w*(?:protokoll|anteckningar)\b", re.IGNORECASE)
""" "Nr 4/2024 Protokoll vid …": which minutes they are."""
_RUN_TOGETHER = 200
"""A line that long with a bare number before it is a page with its number."""


def _decimal(line: Line, match: re.Match[str], in_decision: bool, apart: bool) -> Start | None:
    """The start that "3. Title" or "3 Title" is; None for a clause, a date, a sum, or a sentence in a decision.

    A bare number before words with a point behind them is one only where it stands `apart`, with empty lines around it."""
    rest: str = match["rest"]
    strong = line.is_heading or line.bold_share > 0.6
    if CLAUSE.match(rest) or not is_plausible(rest) or rest[0].isdigit():
        return None
    if len(rest) > _SHORTEST_CONTENTS and _is_contents_line(rest, int(match["a"])) and not has_finite(rest):
        return None
    if _DAY.match(match.group(0)):
        return None
    if not match["mark"] and not strong:
        paged = _PAGE_TAIL.search(rest) if rest.endswith(")") and len(rest) <= _LONGEST_BARE else None
        if len(rest) > _RUN_TOGETHER or (paged and paged["page"] == match["a"]):
            return None
        if _PAGE_HEAD.match(rest) and not is_formal(rest):
            return None
        end = find_title_end(rest, common_words(line.document.text)) if len(rest) > _LONGEST_BARE or rest.endswith(".") else None
        title = rest if end is None else rest[:end].rstrip()
        if (
            len(title) > _LONGEST_BARE
            or not rest[0].isupper()
            or (end is None and title.endswith(".") and (not apart or has_finite(title)))
        ):
            return None
    if rest[0].islower() and not strong and not LETTER.match(rest):
        return None
    listed = in_decision and not strong
    if (
        listed
        and rest.rstrip().endswith(".")
        and find_title_end(rest, common_words(line.document.text)) is None
        and has_finite(rest)
    ):
        return None
    return Start(line, "1." if match["mark"] else "1", int(match["a"]), None, line.start + match.start("rest"), listed=listed)
