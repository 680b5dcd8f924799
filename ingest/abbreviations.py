"""Abbreviations that a text introduces itself: "God och nära vård (GNV)", "SPAK (Specialistvård, Primärvård, …)".

The long form is the shortest run of words before (or the whole bracket after) in which the letters of the short form occur
in order, the first at the beginning of a word: the method of Schwartz and Hearst (2003), with Swedish compounds in mind.
"""

from __future__ import annotations

import re

from graph.lexicon import BodyKind, ForumEntry, Lexicon, OrganisationEntry
from graph.names import fold, squash
from graph.record import Abbreviation
from ingest.people import find_names

_BRACKET = re.compile(r"\(\s*(?P<inside>[^()]{2,140}?)\s*\)")
_UNCLOSED = re.compile(r"\(\s*(?P<inside>[A-ZÅÄÖ]{2,6}-\s*[a-zåäö]{3,12})(?=[ \t]*\n)")
""" "(BH-\nplatser" at the end of a line, whose closing bracket was forgotten."""
_FORMER = re.compile(r",\s*(?:tidigare|numera|f\.?\s?d\.?)\s.*$", re.IGNORECASE)
""" "(HVM, tidigare SUM)": what it was called before is no part of the short form."""
_SHORT = re.compile(r"(?=(?:[^A-ZÅÄÖ]*[A-ZÅÄÖ]){2})[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö0-9/&-]{1,11}")
_WORD = re.compile(r"[\w]+(?:-\w*)*", re.UNICODE)
_MAX_WORDS = 12
_WINDOW = 160
"""Letters before a bracket among which the long form is looked for."""


def find_abbreviations(text: str) -> list[Abbreviation]:
    """All introductions in text order; the first one of each short form only."""
    found: dict[str, Abbreviation] = {}
    brackets = sorted([*_BRACKET.finditer(text), *_UNCLOSED.finditer(text)], key=lambda bracket: bracket.start())
    for bracket in brackets:
        inside = re.sub(r"(?<=\w)-\s+", "-", _FORMER.sub("", squash(bracket["inside"])))
        if _SHORT.fullmatch(inside):
            before = _before(text, bracket.start(), inside)
            if before and not _is_person(before[1]):
                start, long = before
                found.setdefault(fold(inside), Abbreviation(short=inside, long=long, span=(start, bracket.end())))
            continue
        head = re.search(
            r"(?<![\w-])([A-ZÅÄÖ][A-ZÅÄÖ0-9]{1,9})[⁰¹²³⁴-⁹]?\s*$", text[max(0, bracket.start() - 14) : bracket.start()]
        )
        if head and " " in inside and _spelled(head.group(1), inside):
            start = max(0, bracket.start() - 14) + head.start(1)
            found.setdefault(fold(head.group(1)), Abbreviation(short=head.group(1), long=inside, span=(start, bracket.end())))
    return list(found.values())


def find_introduced_forums(text: str, lexicon: Lexicon) -> list[Abbreviation]:
    """Other names of a known forum in brackets after one of its names, whatever their letters: "Vårdrådet (VfR)", "Länsnätverket för
    förvaltningschefer (Chefsnätverket)". In text order; a name that only differs in how it is written is none."""
    found: dict[str, Abbreviation] = {}
    for bracket in _BRACKET.finditer(text):
        inside = squash(bracket["inside"])
        forum = lexicon.forum(inside)
        if forum is None:
            continue
        start = max(0, bracket.start() - _WINDOW)
        before = [m for m in lexicon.find_bodies(text[start : bracket.start()], (BodyKind.FORUM,)) if m.entry == forum]
        if not before or text[start + before[-1].end : bracket.start()].strip():
            continue
        long = squash(text[start + before[-1].start : start + before[-1].end])
        if len(long) > len(inside):
            span = (start + before[-1].start, bracket.end())
            found.setdefault(fold(inside), Abbreviation(short=inside, long=long, span=span))
    return list(found.values())


def with_base_form(found: Abbreviation, lexicon: Lexicon) -> Abbreviation:
    """ "Region Dalarnas (RD)" -> long form "Region Dalarna", when the lexicon knows the body by that name; else as it stands."""
    bare = found.long.removesuffix("s")
    if bare == found.long or _is_body(found.long, lexicon) or not _is_body(bare, lexicon):
        return found
    return found.model_copy(update={"long": bare})


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a known body is called just that: the look-up itself forgives a genitive s and slips of the pen."""
    body = lexicon.body(name)
    if body is None:
        return False
    entry = body[1]
    aliases = entry.aliases if isinstance(entry, ForumEntry | OrganisationEntry) else (entry.formal_name,)
    return fold(name) in {fold(known) for known in (entry.name, *aliases)}


def _is_person(long: str) -> bool:
    """ "Anna Ek (S)": letters after a person's name are a party, not an abbreviation of the name."""
    names = find_names(long)
    return bool(names) and names[-1].end == len(long)


def _before(text: str, end: int, short: str) -> tuple[int, str] | None:
    window = text[max(0, end - _WINDOW) : end]
    offset = end - len(window)
    # A bracket, the end of a sentence, or an empty line before a capital is a border; a loose copy's empty lines are not.
    cut = max((m.end() for m in re.finditer(r"[.!?;:]\s|[()]|\n\s*\n(?=\s*[A-ZÅÄÖ0-9])", window)), default=-1)
    if cut >= 0:
        window, offset = window[cut:], offset + cut
    words = [m for m in _WORD.finditer(window) if any(c.isalpha() for c in m.group(0))]
    if not words or window[words[-1].end() :].strip():
        return None
    letters = [c for c in short.lower() if c.isalpha()]
    reach = range(len(words) - 1, max(-1, len(words) - 1 - _MAX_WORDS), -1)
    starts = [k for k in reach if words[k].group(0)[0].lower() == letters[0]]
    # An initial for every letter is better than letters inside words; of several such starts a capital one, then the nearest.
    spelled = [k for k in starts if _subsequence(letters, [w.group(0)[0].lower() for w in words[k:]])]
    lettered = [
        k for k in starts if _letters_in(letters, window[words[k].start() :]) and len(window) - words[k].start() > len(short) + 2
    ]
    capital = [k for k in spelled if words[k].group(0)[0].isupper()]
    best = (capital or spelled or lettered)[:1]
    if not best:
        return None
    start = words[best[0]].start()
    long = squash(window[start:].strip())
    return (offset + start, long) if len(long) > len(short) and fold(long) != fold(short) else None


def _letters_in(letters: list[str], candidate: str) -> bool:
    lowered = candidate.lower()
    at = 0
    for i, letter in enumerate(letters):
        position = lowered.find(letter, at)
        if position < 0 or (i == 0 and position != 0):
            return False
        at = position + 1
    return True


def _subsequence(letters: list[str], initials: list[str]) -> bool:
    stream = iter(initials)
    return all(letter in stream for letter in letters)


def _spelled(short: str, long: str) -> bool:
    """Whether the long form in brackets spells the short one: an initial for each letter, or the letters in order."""
    letters = [c for c in short.lower() if c.isalpha()]
    initials = [w[0].lower() for w in _WORD.findall(long)]
    if len(letters) > 2 and len(initials) >= len(letters) - 1 and _letters_in(letters, long):
        return True
    return _subsequence(letters, initials) or (
        sorted(letters) == sorted(i for i in initials if i in letters) and len(letters) > 2
    )
