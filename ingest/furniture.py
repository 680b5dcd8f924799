"""Page furniture in the flow: what a page header or footer leaves between the lines of a plain copy of a paged document.

A line counts as furniture by its own words ("Justerandes signatur", "Sida 3 (9)"), or because it comes again and again with
other such lines beside it. Only the grammar of items skips it; head and attendance read the whole text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.alternatives import Choice, by_first_letter
from ingest.document import Document
from ingest.items.starts import NO_BODY, PREFIXED
from ingest.items.titles import BODY, is_formal
from ingest.lines import Line, without
from ingest.sentences import ends_with_small_word
from ingest.verbs import has_finite
from ingest.vocabulary import section_heading

_PAGE = (
    r"(?:(?:sida|sid|blad|page)\.?\s*(?:nr\.?\s*)?:?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|(?:av|of|/)\s*\d{1,3}))?"
    r"|\d{1,3}\s*\(\s*\d{1,3}\s*\)|\d{1,3}\s+av\s+\d{1,3}|\d{1,3}\s*/\s*\d{1,3}(?=\s*$)|\(\d{1,3}\))"
)
_SIGNATURE = r"(?:justera(?:re|ndes|res|r|rens)?s?\s*(?:signatur(?:er)?|sign)\b\.?|justerarsignatur(?:er)?|ordförandens?\s+sign\w*|utdragsbestyrkande)"
_OWN_WORDS = re.compile(rf"^(?:\s*(?:{_SIGNATURE}|{_PAGE}|sammanträdesdatum|sida|sid|blad)\s*)+$", re.IGNORECASE)
"""A line of nothing but page numbers, signature fields and the names of the fields in a page header."""
_SIGN_OF_PAGE = re.compile(rf"{_PAGE}|sammanträdesdatum|protokoll|anteckningar|{_SIGNATURE}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(
    r"^(?:[^\d§]{0,40}§|\d{1,3}\s*§|\d{1,3}\s?[.):]|\d{1,3}\s?[/-]\s?(?:19|20)\d\d(?!\d)|(?:19|20)\d\d\s?[/:]\s?\d|(?:punkt|ärende|bilaga)\b|[-–•*])",
    re.IGNORECASE,
)
_BARE_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|(?:den\s+)?\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d\d")
_FEWEST_PAGES = 3
"""So often a date must come again, always the same, to be that of the page."""
_CONTENT = re.compile(by_first_letter([Choice(("beslut", "föredrag"), r"\b"), Choice(("att",), r"\b", r"\b")]))
"""Lines that come again in every item, and say something there; for text in lower case."""
_MAX_LENGTH = 90


_BEFORE_ITEM = re.compile(rf"(?:(?:{_SIGNATURE}|{_PAGE})\s+)+(?=(?:{BODY}\s*)?§\s*\d)", re.IGNORECASE)
""" "Justerandes sign Utdragsbestyrkande § 14 …": the foot of a page that ran together with the item below it."""


def part_furniture(lines: list[Line]) -> list[Line]:
    """The lines, of which those that begin with signature fields or page numbers before an item are cut behind them."""
    cuts = {
        line.index: match.end()
        for line in lines
        if "§" in line.text and not line.cells and (match := _BEFORE_ITEM.match(line.text))
    }
    if not cuts:
        return lines
    out: list[Line] = []
    for line in lines:
        at = cuts.get(line.index)
        if at is None:
            out.append(replace(line, index=len(out)))
            continue
        end = line.start + len(line.text[:at].rstrip())
        out.append(replace(line, index=len(out), end=end))
        out.append(replace(line, index=len(out), start=line.start + at, blank_before=True))
    return out


def find_furniture(lines: list[Line]) -> list[Line]:
    """The lines that are page furniture."""
    marked = [not line.cells and (_is_by_own_words(line.text) or _goes_on(line, lines)) for line in lines]
    for k in _of_contact(lines):
        marked[k] = True
    shapes = [_shape(line) for line in lines]
    again = Counter(s for s in shapes if s)
    twice = {text for text, n in Counter(x.text for x in lines if _MATTER.match(x.text)).items() if n == _IN_CONTENTS_AND_BELOW}
    repeated = [
        again[s] > 1 and line.text not in twice and not has_finite(line.text) if s else False
        for line, s in zip(lines, shapes, strict=True)
    ]
    if not (any(marked) or any(repeated)):
        return find_lone_numbers(lines, [])
    dates = Counter(line.text for line in lines if line.text[-1:].isdigit() and _BARE_DATE.fullmatch(line.text))
    numbers: dict[str, list[str]] = {}
    """By shape, the numbers at the end of the lines that come again but for them."""
    for line, shape, is_repeated in zip(lines, shapes, repeated, strict=True):
        if is_repeated and shape.endswith("#") and (told := _DIGITS.findall(line.text)):
            numbers.setdefault(shape, []).append(told[-1])
    found: list[int] = []
    of_page = {k for k, line in enumerate(lines) if marked[k] or (repeated[k] and _turns_pages(line, shapes[k], dates, numbers))}
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and (marked[j] or repeated[j]):
            j += 1
        if any(k in of_page for k in range(i, j)):
            found += range(i, j)
        i = j + 1
    # What stands once beside a page and once within the text, as in a list of contents, is no head of pages.
    known = {*found, *range(_TOP)}
    elsewhere = {s for k, s in enumerate(shapes) if again[s] == _IN_CONTENTS_AND_BELOW and k not in known}
    kept = [lines[k] for k in found if k in of_page or shapes[k] not in elsewhere]
    return _united(kept, find_lone_numbers(lines, kept))


def _united(found: list[Line], more: list[Line]) -> list[Line]:
    known = {line.index for line in found}
    return sorted([*found, *(x for x in more if x.index not in known)], key=lambda x: x.index) if more else found


def _is_by_own_words(text: str) -> bool:
    return _OWN_WORDS.match(text) is not None or _is_for_signatures(text)


_CONTACT = (
    r"(?:(?:post|besöks|gatu|leverans|faktura|webb|e-post)?adress|telefon(?:växel|nummer)?|tel\.?|växel|(?:tele)?fax|e-?post|epost|mail|hemsida|webb(?:plats|sida)?"
    r"|internet|org(?:anisations)?\.?\s?(?:nr\.?|nummer)|bankgiro|plusgiro|postgiro)"
)
_CONTACTS = re.compile(rf"{_CONTACT}:?(?:[\s|,/]+{_CONTACT}:?)+", re.IGNORECASE)
""" "Postadress  Besöksadress  Telefon  E-post": the heads of a foot that tells how to reach those whose minutes they are."""
_REACHED = re.compile(r"\b\d{3}\s?\d{2}\s+[A-ZÅÄÖ]|\b0\d{1,3}\s?[-–/]\s?\d|\w@\w|\bwww\.|\b\d{6}-\d{4}\b")
_MOST_CONTACTS = 4


def _of_contact(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of the lines that tell how to reach those whose minutes they are, below the heads of such a foot."""
    for k, line in enumerate(lines):
        if line.cells or not _CONTACTS.fullmatch(line.text):
            continue
        yield k
        below = lines[k + 1 : k + 1 + _MOST_CONTACTS]
        apart = next((n for n, x in enumerate(below) if x.cells or (n and x.blank_before)), len(below))
        told = [n for n, x in enumerate(below[:apart]) if _REACHED.search(x.text) and not has_finite(x.text)]
        yield from range(k + 1, k + 2 + told[-1] if told else k + 1)


_SIGNED = frozenset({"sign", "signatur", "signaturer", "signum", "utdragsbestyrkande"})
_SIGNER = re.compile(
    r"ordf(?:örande(?:ns?|s)?)?|vice|sekr(?:eterare(?:ns|s)?)?|just(?:ering|era(?:s|ndes?|re(?:ns|s)?))?|expedier(?:a[dt]|ing)|(?:anslags)?datum"
)


def _is_for_signatures(text: str) -> bool:
    """Whether a line holds nothing but the fields in which those sign who approve a page: "Justerandes signatur:", "ordf just
    utdragsbestyrkande". Who signs stands in it too; "Ordförande Justerare" alone may stand over names."""
    if len(text) > _MAX_LENGTH or not ("ign" in text or "IGN" in text or "utdrag" in text.lower()):
        return False
    words = [bare for word in text.lower().split() if (bare := word.strip(".:()_/")) and not _BARE_DATE.fullmatch(bare)]
    signed = [word for word in words if word in _SIGNED]
    return 0 < len(signed) < len(words) and all(word in _SIGNED or _SIGNER.fullmatch(word) for word in words)


_MATTER = re.compile(r"\d{1,3}(?:/\d\d)?\s+[A-ZÅÄÖ][a-zåäö]")
_IN_CONTENTS_AND_BELOW = 2
"""How often the number and title of a matter stand in minutes with a list of contents: the number of a page changes."""
_TOP = 4
"""Lines in which the head of the front page stands, with nothing of a page beside it."""
_PAGE_NUMBER = re.compile(r"\d{1,3}")


_LONGEST_PAGE = 3


def find_lone_numbers(lines: Sequence[Line], furniture: Sequence[Line]) -> list[Line]:
    """The numbers of pages that stand alone on their lines: all beside other furniture, or one after the other from the first pages on, each
    a page's length of text behind the one before, where something tells that they are those of no matters."""
    alone = [x for x in lines if len(x.text) <= _LONGEST_PAGE and _PAGE_NUMBER.fullmatch(x.text) and not x.cells]
    if _are_beside(alone, furniture):
        return alone
    chain: list[Line] = []
    for line in alone:
        number = int(line.text)
        if not chain:
            chain = [line] if number <= _FIRST_PAGES else []
        elif number == int(chain[-1].text) + 1 and line.start - chain[-1].start >= _SHORTEST_PAGE:
            chain.append(line)
    lengths = sorted(b.start - a.start for a, b in pairwise(chain))
    if len(chain) < _FEWEST_NUMBERS or lengths[len(lengths) // 2] < _USUAL_PAGE:
        return []
    known = {x.index for x in chain}
    others = [int(x.text) for x in alone if x.index not in known]
    return chain if any(_is_within_sentence(lines, x.index) for x in chain) or _has_matters_besides(lines, chain, others) else []


def _are_beside(alone: Sequence[Line], furniture: Sequence[Line]) -> bool:
    """Whether all numbers that stand alone are beside other furniture: at least three, which rise."""
    beside = {x.index + step for x in furniture for step in (-1, 0, 1)}
    numbers = [int(x.text) for x in alone]
    return len(alone) >= _FEWEST_PAGES and numbers == sorted(numbers) and all(x.index in beside for x in alone)


def _has_matters_besides(lines: Sequence[Line], chain: Sequence[Line], others: Sequence[int]) -> bool:
    """Whether the matters have numbers of another kind: with the sign of a paragraph, before their titles on the line, or alone too but
    higher than any page's. Those that all stand between two numbers of the chain are a list within a matter."""
    if len(others) >= _FEWEST_MATTERS and others == sorted(set(others)) and others[0] > int(chain[-1].text):
        return True
    signed: list[Line] = []
    titled: list[Line] = []
    before = 0
    for line in lines:
        if line.cells or not (match := _NUMBER_FIRST.match(line.text)):
            continue
        if match["sign"]:
            signed.append(line)
        elif before >= 0:
            titled.append(line)
            before = number if (number := int(match["number"])) > before else _ANEW
    return any(
        len(found) >= _FEWEST_MATTERS
        and not any(a.index < found[0].index and found[-1].index < b.index for a, b in pairwise(chain))
        for found in (signed, titled if before >= 0 else [])
    )


_ANEW = -1
"""What is before the number of no matter: the points of a list, which begins anew."""
_NUMBER_FIRST = re.compile(r"(?:(?P<sign>(?:[A-ZÅÄÖ]{1,5}\s)?§)\s*\d{1,4}\b|(?P<number>\d{1,2})[.)]?\s+[A-ZÅÄÖ])")
_FEWEST_MATTERS = 4
_FIRST_PAGES = 3
"""A copy may lack the number of its front page."""
_SHORTEST_PAGE, _USUAL_PAGE = 200, 600
"""Characters from the number of one page to that of the next, at least and in most."""
_FEWEST_NUMBERS = 2
_ENDED = re.compile(r"[.:;!?”\")]\s*$")
_FULL_LINE = 45
"""Characters; a shorter line before a small letter may be a field of the head, or a title."""


def _is_within_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence goes on over a line: in small letters, behind a full line, or a small word, that no sign ended."""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1], lines[index + 1]
    if before.cells or after.cells or not after.text[:1].islower() or _ENDED.search(before.text):
        return False
    return len(before.text) >= _FULL_LINE or ends_with_small_word(before.text)


_FIRST_NUMBER = re.compile(r"\d{1,4}")
_GOES_ON = re.compile(
    rf"\(?(?:forts(?:ättning)?|fortsättning\s+(?:på|av|från))[.:,]?\s+(?:(?:på|av|från)\s+)?(?:{BODY}\s*)?(?:§{{1,2}}\s*\d|\d{{1,4}}\s*§|punkt\s+\d|ärende\s+\d).*"
    rf"|(?:{BODY}\s*)?(?:§\s*\d{{1,4}}|\d{{1,4}}\s*§|(?:punkt|ärende)\s+\d{{1,3}}|\d{{1,3}}\.)(?:/\d{{2,4}})?(?:.{{0,90}}[,(–-]|\W)\s*forts(?:ättning)?\b\.?\)?(?:.{{0,60}})",
    re.IGNORECASE,
)
""" "§ 43 forts.", "Forts. § 43 Budget", "§ 43 Budget (forts.)": an item that goes on on the next page."""


def _goes_on(line: Line, lines: list[Line]) -> bool:
    """Whether a line says that the item of its number, which an earlier line begins with too, goes on."""
    if "orts" not in line.text or _GOES_ON.fullmatch(line.text) is None:
        return False
    number = _FIRST_NUMBER.search(line.text)
    first = re.compile(rf"\D{{0,30}}{number.group()}(?!\d)") if number else None
    return first is not None and any(first.match(x.text) and "orts" not in x.text for x in lines[: line.index])


def without_furniture(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines that are not page furniture, numbered anew; what follows furniture counts as parted from what is before.

    In the text of their document the furniture is blank: a sentence that goes on over it reads as one.
    """
    if not furniture:
        return lines
    document = blanked(lines[0].document, furniture)
    dropped = {line.index for line in furniture}
    return without(lines, dropped, document)


def blanked(document: Document, lines: list[Line]) -> Document:
    """The document with spaces for the words of these lines, so that all offsets hold."""
    text = document.text
    parts: list[str] = []
    at = 0
    for line in lines:
        parts += [text[at : line.start], " " * (line.end - line.start)]
        at = line.end
    return replace(document, text="".join([*parts, text[at:]]))


def _shape(line: Line) -> str:
    """The line with its numbers levelled, or "" for what can be no page header."""
    text = line.text
    if (
        line.cells
        or line.is_heading
        or line.numbered
        or not 3 <= len(text) <= _MAX_LENGTH
        or not (text[0].isupper() or text[0].isdigit())
        or text.rstrip().endswith((".", ",", ":", ";", "?"))
        or _NUMBERED.match(text)
        or section_heading(text)
    ):
        return ""
    if (match := PREFIXED.match(text)) and not NO_BODY.fullmatch(match["prefix"]):
        return ""
    if _CONTENT.search(text.lower()):
        return ""
    return _DIGITS.sub("#", text)


_OF_MATTER = re.compile(r"#\s+(?:dnr|d\.nr|diarienr|diarienummer|ärendenr|ärendenummer)\b", re.IGNORECASE)
"""Whose number changes from matter to matter, not from page to page: "18 Dnr KS 2025/31"."""


def _turns_pages(line: Line, shape: str, dates: Mapping[str, int], numbers: Mapping[str, Sequence[str]]) -> bool:
    """Whether a repeated line tells of a page: by its words, since it is the date of the meeting, or since the number at its end changes while its words stay."""
    if _OF_MATTER.match(shape):
        return False
    if _SIGN_OF_PAGE.search(line.text):
        return not is_formal(line.text)  # "Föregående protokoll" stands in a list of contents too
    if line.text in dates:
        return dates[line.text] >= _FEWEST_PAGES
    if not shape.endswith("#") or len(shape.split()) < 3:
        return False
    told = numbers.get(shape, ())
    return bool(told) and len(set(told)) == len(told)
