"""What stands right behind a label, or before it: a person's name, an office, whom those listed come from, another label."""

from __future__ import annotations

import re

from ingest.attendance.model import Label, LabelKind
from ingest.attendance.words import has_title
from ingest.people.words import is_first_name, is_not_name

_PERSON = re.compile(
    r"[ ]+(?:[•·▪*–-][ ]|1[ ]|\d{1,2}[.)][ ])?(?:\(?(?:S|M|SD|C|V|KD|L|MP|FP)\)?[ ]+)?(?P<first>[A-ZÅÄÖÉ][^\W\d_]*(?:-[^\W\d_]+)*)(?:[ ]+[A-ZÅÄÖÉ][^\W\d_]*(?:-[^\W\d_]+)*){1,3}(?P<party>,?[ ]*\([A-Za-zÅÄÖ-]{1,5}\))?"
)


def adjacent(text: str, label: Label, start: int) -> bool:
    return not text[label.content : start].strip(" \n\t,/&.")


def capital_follows(words: list[re.Match[str]], following: int) -> bool:
    return following < len(words) and words[following].group()[0].isupper()


def name_follows(text: str, label: Label, words: list[re.Match[str]], following: int) -> bool:
    while following < len(words) and words[following].start() < label.content:
        following += 1
    if following >= len(words):
        return False
    word = words[following]
    gap = text[label.content : word.start()]
    return word.group()[0].isupper() and len(gap.strip(" \t\n*-–•·▪")) == 0 and is_first_name(_hyphenated(text, word))


def person_follows(text: str, at: int, end: int) -> bool:
    """Whether a person's name comes next: one that begins with a known first name, or any with party letters behind it."""
    match = _PERSON.match(text, at, end)
    return match is not None and (match["party"] is not None or is_first_name(match["first"]))


def person_below(text: str, at: int) -> bool:
    """Whether the next line begins with a person's name: "… Tjänstemän var" / "Anna Ek och Bo Alm"."""
    return text[at : at + 1] == "\n" and person_follows(" " + text[at + 1 : at + 80], 0, 80)


def person_in_next_paragraph(text: str, at: int) -> bool:
    """The same of the next line that holds words: "… Beslutande Ledamöter", an empty line, and "Anna Ek, M"."""
    below = _PARAGRAPH.match(text, at)
    return below is not None and person_follows(" " + text[below.end() : below.end() + 80], 0, 80)


_PARAGRAPH = re.compile(r"[ \t]*\n(?:[ \t]*\n)?[ \t]*(?=\S)")


def pair_follows(text: str, at: int, end: int) -> bool:
    """Whether a pair of words that could be a name follows, or initials and a surname, and closes: "Frånvarande Qvirla Ek, ledamot"."""
    match = _PAIR.match(text, at, end)
    if match is None:
        return _WITH_INITIALS.match(text, at, end) is not None
    return not is_not_name(match["first"]) and not is_not_name(match["last"])


_WITH_INITIALS = re.compile(
    r"[ ]+[A-ZÅÄÖ](?:\.[ ]?|[ -])[A-ZÅÄÖ]\.?[ ][A-ZÅÄÖÉ][^\W\d_]*[a-zåäö](?:-[A-ZÅÄÖ][^\W\d_]+)?(?=,|[ ]?\(|[ ]*$)"
)
""" "K G Ek, ordförande"."""
_PAIR = re.compile(r"[ ]+(?P<first>[A-ZÅÄÖÉ][^\W\d_]+)[ ](?P<last>[A-ZÅÄÖÉ][^\W\d_]+)(?:-[A-ZÅÄÖ][^\W\d_]+)?(?=,|[ ]?\(|[ ]*$)")


def source_follows(text: str, label: Label, end: int) -> bool:
    """ "Deltagare från kansliet Anna Ek": whom those listed come from, and then a person."""
    match = _SOURCE.match(text, label.end, end)
    return match is not None and person_follows(text, match.end(), end)


_SOURCE = re.compile(r"[ ](?:från|för|hos|vid)[ ][\wåäö-]+(?:[ ][\wåäö-]+){0,2}?(?=[ ][A-ZÅÄÖÉ][^\W\d_]+[ -][A-ZÅÄÖÉ])")


def group_follows(text: str, at: int, end: int) -> bool:
    """Whether a body or group with a colon comes next, and then a person: " Mora: Anna Ek Orsa: Bo Alm"."""
    match = _GROUP.match(text, at, end)
    return match is not None and person_follows(text, match.end(), end)


_GROUP = re.compile(r"[ ][A-ZÅÄÖ][\wåäö-]*(?:[ ][\wåäö-]+){0,3}:(?=[ ])")


def title_follows(text: str, at: int, end: int) -> bool:
    """Whether an office in small letters comes next, and then a person: "ordförande Anna Ek"."""
    match = _SMALL_TITLE.match(text, at, end)
    return match is not None and has_title(match["title"]) and person_follows(text, match.end(), end)


def office_follows(text: str, at: int, end: int) -> bool:
    """The same of an office with a capital: "Kommunchef Anna Ek"."""
    match = _OFFICE.match(text, at, end)
    return match is not None and has_title(match["title"]) and person_follows(text, match.end(), end)


_OFFICE = re.compile(r"[ ]+(?P<title>[A-ZÅÄÖ][^\W\d_]*[a-zåäö]\.?(?: [a-zåäö]+(?:-[a-zåäö]+)*\.?){0,3})(?=[ ][A-ZÅÄÖ])")
_SMALL_TITLE = re.compile(r"[ ]+(?P<title>(?:\d:?[ea] )?[a-zåäö-]+\.?(?: [a-zåäö-]+\.?){0,2})(?=[ ])")


def _hyphenated(text: str, word: re.Match[str]) -> str:
    match = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*").match(text, word.start())
    return match.group() if match else word.group()


def parted(text: str, at: int) -> bool:
    """Whether a full stop, semicolon or closing parenthesis parts the place from what stands before it."""
    return text[max(0, at - 12) : at].rstrip(" \t")[-1:] in ".;)\n:"


def ends_run(label: Label, words: list[re.Match[str]], following: int, end: int) -> bool:
    """In text that ran together: "… Underskrifter Sekreterare", "… Paragrafer 49-64", "… Justerare Plats och tid"."""
    if label.kind is not LabelKind.END:
        return label.end == end
    if following >= len(words):
        return True
    word = words[following].group()
    return word[0].isdigit() or word[0].isupper()
