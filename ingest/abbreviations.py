"""Abbreviations that a text introduces itself, with their long forms.

Shapes that are read: "God och nära vård (GNV)", "SPAK (Specialistvård, Primärvård, …)", "Framtidens journal (nedan kallad FJ)",
"Framtidens journal, som förkortas FJ", "SIP – samordnad individuell plan", "SIP = samordnad individuell plan", "SIP står för …",
"samordnad individuell plan, SIP,", and lists in two columns, alone or under "Förkortningar".

The long form is the shortest run of words before (or the whole bracket after) in which the letters of the short form occur
in order, the first at the beginning of a word: the method of Schwartz and Hearst (2003), with Swedish compounds in mind. Where no
bracket holds the two together, every word of the long form must give a letter. Parties, diary numbers and people are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.lexicon import BodyKind, ForumEntry, Lexicon, OrganisationEntry
from graph.names import fold, squash
from graph.record import Abbreviation
from ingest.lexicon import parties
from ingest.people import find_names

_ABBREVIATION = r"(?=(?:[^\WA-ZÅÄÖ]*[A-ZÅÄÖ]){2})[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö0-9/&-]{1,11}"
_SHORT = re.compile(_ABBREVIATION)
_BRACKET = re.compile(r"\(\s*(?P<inside>[^()]{2,140}?)\s*\)")
_UNCLOSED = re.compile(r"\(\s*(?P<inside>[A-ZÅÄÖ]{2,6}-\s*[a-zåäö]{3,12})(?=[ \t]*\n)")
""" "(BH-\nplatser" at the end of a line, whose closing bracket was forgotten."""
_FORMER = re.compile(r",\s*(?:tidigare|numera|f\.?\s?d\.?)\s.*$", re.IGNORECASE)
""" "(HVM, tidigare SUM)": what it was called before is no part of the short form."""
_HEAD = re.compile(rf"(?<![\w-])(?P<short>{_ABBREVIATION})[⁰¹²³⁴-⁹]?\s*$")
_CALLED = (
    r"(?:(?:som\s+)?(?:förkortas|förkortat|förkortad|förkortning(?:en)?)|(?:nedan|fortsättningsvis|hädanefter|härefter|i\s+det\s+följande|även|också)"
    r"(?:\s+(?:kalla[dts]|kallade|benämn[dt]|benämnda|förkortat|förkortad))?|kalla[dt]|benämn[dt]|s\.?\s?k\.?)"
)
_CALLED_INSIDE = re.compile(rf"{_CALLED}\s+(?:för\s+)?[\"”'’]?(?P<short>{_ABBREVIATION})[\"”'’]?", re.IGNORECASE)
_CALLED_BEFORE = re.compile(rf"\s*,?\s+{_CALLED}\s+[\"”'’]?\Z")
_BEFORE_SHORT = " \t\n\"”'’"
_CALLING = (
    *(
        "förkortas",
        "förkortat",
        "förkortad",
        "förkortning",
        "förkortningen",
        "nedan",
        "fortsättningsvis",
        "hädanefter",
        "härefter",
    ),
    *("följande", "även", "också", "kallas", "kallat", "kallad", "kallade", "benämnt", "benämnd", "benämnda", "k", "k."),
)
"""How the words end that call something by a short form: a quick look before `_CALLED_BEFORE` is tried."""
_SHORT_WORD = re.compile(rf"{_ABBREVIATION}(?![\w-])")
_CAPITALS = re.compile(r"[A-ZÅÄÖ][^\WA-ZÅÄÖ]*+[A-ZÅÄÖ]")
_MEANS = re.compile(
    rf"(?<![\w-])(?P<short>{_ABBREVIATION})[\"”]?(?:\s*=\s*|\s+[–—-]\s+|:\s+|,\s+|\t\s*| {{2,}}"
    r"|\s+(?:står\s+för|betyder|utläses|är\s+(?:en\s+)?förkortning(?:en)?\s+(?:av|för))\s+)[\"”]?(?P<long>[^\W\d_][^\n.,;:()=\t–—\"”]{4,90})"
)
_AFTER_LONG = re.compile(
    rf"(?:,\s+|\s+[–—-]\s+|\s*=\s*|\t\s*)(?P<short>{_ABBREVIATION})(?=\s*(?:[,.;:)\n]|$|\soch\b|\ssom\b|\s[–—-]\s))"
)
_PARTING = frozenset(",–—-=\t")
"""One of these stands between the two."""
_LIST_HEADING = re.compile(
    r"^[\d.\s#*_]*(?:lista\s+(?:över|med)\s+)?(?:förkortning(?:ar|slista)?|använda\s+förkortningar|begrepp\s+och\s+förkortningar|förkortningar\s+och\s+begrepp|ordlista)\b[^\n.]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_ROW = re.compile(rf"^[-–•*|\s]*(?P<short>{_ABBREVIATION})\s*(?:[=:–—|\t-]\s*|\s)(?P<long>[^\W\d_].{{3,120}}?)[\s|.]*$")
_WORD = re.compile(r"[\w]+(?:-\w*)*", re.UNICODE)
_MAX_WORDS = 12
_WINDOW = 160
"""Letters before a bracket among which the long form is looked for."""
_JOINING = frozenset(
    {"och", "i", "för", "av", "med", "om", "på", "till", "vid", "samt", "den", "det", "en", "ett", "de", "inom", "mot"}
)
_BORDER = re.compile(r"[.!?;:]\s|[()]|\n\s*\n(?=\s*[A-ZÅÄÖ0-9])")
_DIARY = re.compile(r"\d{3}|\d/|/\d")


def find_abbreviations(text: str) -> list[Abbreviation]:
    """All introductions in text order; the first one of each short form only."""
    found: dict[str, Abbreviation] = {}
    starts = _short_words(text)
    candidates = (*_in_brackets(text), *_called(text, starts), *_side_by_side(text, starts), *_in_lists(text))
    for candidate in sorted(candidates, key=lambda a: a.span):
        if not (_DIARY.search(candidate.short) or _is_person(candidate.long) or _is_party(candidate)):
            found.setdefault(fold(candidate.short), candidate)
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


def _in_brackets(text: str) -> Iterator[Abbreviation]:
    """ "Long form (SHORT)", "Long form (nedan kallad SHORT)", "SHORT (long form)"."""
    for bracket in (*_BRACKET.finditer(text), *_UNCLOSED.finditer(text)):
        inside = re.sub(r"(?<=\w)-\s+", "-", _FORMER.sub("", squash(bracket["inside"])))
        named = _CALLED_INSIDE.fullmatch(inside)
        short = named["short"] if named else inside
        if _SHORT.fullmatch(short):
            if before := _before(text, bracket.start(), short):
                yield Abbreviation(short=short, long=before[1], span=(before[0], bracket.end()))
            continue
        begin = max(0, bracket.start() - 14)
        head = _HEAD.search(text[begin : bracket.start()])
        if head and (_spelled(head["short"], inside) if " " in inside else _is_shortened(head["short"], inside)):
            yield Abbreviation(short=head["short"], long=inside, span=(begin + head.start("short"), bracket.end()))


def _short_words(text: str) -> list[int]:
    """Where the words begin that have two capitals or more, as every short form has: few, beside all words of a text."""
    starts: list[int] = []
    for capitals in _CAPITALS.finditer(text):
        start = capitals.start()
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        if not starts or start > starts[-1]:
            starts.append(start)
    return starts


def _called(text: str, starts: Sequence[int]) -> Iterator[Abbreviation]:
    """ "Long form, som förkortas SHORT", "Long form, nedan kallad SHORT"."""
    reached = 0
    for start in starts:
        short = _SHORT_WORD.match(text, start)
        if short is None or not text[max(reached, start - _WINDOW) : start].rstrip(_BEFORE_SHORT).endswith(_CALLING):
            continue
        called = _CALLED_BEFORE.search(text, max(reached, start - _WINDOW), start)
        if called is None:
            continue
        reached = short.end()
        if before := _before(text, called.start(), short.group()):
            yield Abbreviation(short=short.group(), long=before[1], span=(before[0], short.end()))


def _side_by_side(text: str, starts: Sequence[int]) -> Iterator[Abbreviation]:
    """ "SHORT – long form", "SHORT = long form", "long form, SHORT,": each word of the long form gives a letter, and no more stand there."""
    reached = 0
    for start in starts:
        match = _MEANS.match(text, start) if start >= reached else None
        if match is None:
            continue
        reached = match.end()
        long = squash(match["long"])
        if _gives_each(match["short"], long):
            yield Abbreviation(short=match["short"], long=long, span=(match.start("short"), match.end("long")))
    reached = 0
    for start in starts:
        parted = start
        while parted > reached and (text[parted - 1].isspace() or text[parted - 1] in ",=–—-"):
            parted -= 1
        if _PARTING.isdisjoint(text[parted:start]):
            continue
        match = next((found for at in range(parted, start) if (found := _AFTER_LONG.match(text, at))), None)
        if match is None:
            continue
        reached = match.end()
        before = _before(text, match.start(), match["short"])
        if before and "," not in before[1] and _gives_each(match["short"], before[1]):
            yield Abbreviation(short=match["short"], long=before[1], span=(before[0], match.end("short")))


def _in_lists(text: str) -> Iterator[Abbreviation]:
    """The rows under "Förkortningar", until a line that is no such row; a list says itself what belongs together."""
    position = 0
    if not any(word in text for word in ("örkortning", "ÖRKORTNING", "rdlista", "RDLISTA")):
        return
    for heading in _LIST_HEADING.finditer(text):
        if heading.start() < position:
            continue
        position = heading.end()
        while position < len(text):
            end = text.find("\n", position + 1)
            end = len(text) if end < 0 else end
            line = text[position:end]
            row = _LIST_ROW.match(line.strip("\n"))
            if row:
                begin = position + len(line) - len(line.strip("\n")) if line.startswith("\n") else position
                yield Abbreviation(
                    short=row["short"], long=squash(row["long"]), span=(begin + row.start("short"), begin + row.end("long"))
                )
            elif line.strip() and not re.match(r"\s*förkortning", line, re.IGNORECASE):
                break
            position = end


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


def _is_party(found: Abbreviation) -> bool:
    """Letters of a party after its name, or after words that end as a person's name does: "Kristdemokraterna (KD)", "Holm (SD)"."""
    if not any(found.short in entry.letters for entry in parties().parties):
        return False
    names = {fold(name) for entry in parties().parties for name in (entry.name, *entry.also)}
    return found.long.split()[-1][0].isupper() or any(fold(found.long).endswith(name) for name in names)


def _gives_each(short: str, long: str) -> bool:
    """Whether every word of the long form but the joining ones gives a letter of the short one, in order, the rest coming from within."""
    letters = [c for c in short.lower() if c.isalpha()]
    initials = [w[0].lower() for w in _WORD.findall(long) if w.lower() not in _JOINING]
    if not initials or len(initials) > len(letters) or fold(short) == fold(long):
        return False
    if len(letters) == 2 or len(initials) == len(letters):
        return initials == letters
    return len(letters) - len(initials) <= len(initials) + 1 and _subsequence(initials, letters) and _letters_in(letters, long)


def _before(text: str, end: int, short: str) -> tuple[int, str] | None:
    window = text[max(0, end - _WINDOW) : end]
    offset = end - len(window)
    # A bracket, the end of a sentence, or an empty line before a capital is a border; a loose copy's empty lines are not.
    cut = max((m.end() for m in _BORDER.finditer(window)), default=-1)
    if cut >= 0:
        window, offset = window[cut:], offset + cut
    words = [m for m in _WORD.finditer(window) if any(map(str.isalpha, m.group()))]
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


def _is_shortened(short: str, word: str) -> bool:
    """ "SoL (socialtjänstlagen)": one word with a small letter, much longer than the short form, whose letters it has in order."""
    return word.islower() and len(word) >= len(short) + 5 and _letters_in([c for c in short.lower() if c.isalpha()], word)


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
