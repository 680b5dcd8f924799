"""What the attendance grammar works with: labels over lists, what they mean, and drafts of people before their status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.lexicon import BodyKind, Lexicon
from graph.names import fold, lowered, squash
from graph.record import Attendance, MunicipalityAttendance, Span, Status, Unread
from ingest.attendance.surnames import (
    INVERTED,
    SURNAME_FIRST,
    TWO_WORDS,
    find_sorted_names,
    first_names_end,
    puts_surnames_before_commas,
)
from ingest.document import Document, MarkKind
from ingest.lexicon import roles
from ingest.people import clean_name, names_someone
from ingest.people.cutting import NameSpan
from ingest.people.words import ALSO_SURNAMES, is_first_name, is_not_name

_CAPITALISED = re.compile(r"[A-ZÅÄÖ](?<![\w-].)[^\W\d_]{4,}(?:[-/][A-ZÅÄÖ]?[^\W\d_]+)?(?![\w-])")
_COMMA_LETTERS = re.compile(r", (?<=[a-zåäö], )(?:S|M|SD|C|V|KD|L|MP)(?=[,;\n]| \(| [A-ZÅÄÖ][a-zåäö])")
_BARE_LETTERS = re.compile(
    r" (?=[CFKLMSV])(?<=[^\W\d_A-ZÅÄÖ] )(?P<letters>S|M|SD|C|V|KD|L|MP|FP) (?=[A-ZÅÄÖ][^\W\d_]|[NFX-](?:\s|$))"
)
_SMALL_LETTERS = re.compile(r" (?=[cfklmsv])(?<=[^\W\d_A-ZÅÄÖ] )(?:s|m|sd|c|v|kd|l|mp|fp) (?=[A-ZÅÄÖ][^\W\d_])")
_REGION = re.compile(r"R(?<!\wR)\w{4,6} [A-ZÅÄÖ][^\W\d_]+(?: län)?")
_PARTY_LETTERS = re.compile(r"\((?:S|M|SD|C|V|KD|L|MP|FP|s|m|sd|c|v|kd|l|mp|fp)\)")


_NAME_IN_LINE = re.compile(
    r"^[ \t]*(?P<first>[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?) [A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?(?: (?P<rest>[A-ZÅÄÖ][^\n,]{1,60}))?[ \t]*$",
    re.MULTILINE,
)
_LETTERS_OF_BODY = re.compile(r"[A-ZÅÄÖ]{2,6}\b")
_BEFORE_BODIES = 4
_FIRST_PAGES = 4_000
_THIRD_WORD = re.compile(
    r"\b[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)? [A-ZÅÄÖ][^\W\d_]+ (?P<last>[A-ZÅÄÖ][^\W\d_]+) \([A-ZÅÄÖ]{1,4}\)"
)
_FRONT = 8_000
_TITLE_REACH = 250
_SUMMONS = re.compile(r"^[ \t*#_]*(?:\d+[ ]+)?(?:\w+[ ])?(?:kallelse|föredragningslista)\b", re.IGNORECASE | re.MULTILINE)
_MINUTES = re.compile(
    r"\b(?:sammanträdesprotokoll|protokoll(?:et)?\s+(?:fört|från|för)|minnesanteckningar|närvarande|§\s?\d+\s+[^\n]{3,80}\n+beslut)\b",
    re.IGNORECASE,
)
_WORDS_INSIDE = re.compile(r"\((?:(?<=[a-zåäö]\()|(?<=[a-zåäö] \())[A-ZÅÄÖ][a-zåäö-]{3,}(?: [A-ZÅÄÖ]?[a-zåäö-]+){0,2}\)")
_TOWN = re.compile(r"[A-ZÅÄÖ](?<![\w-].)[^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?(?![\w-])")


class LabelKind(StrEnum):
    PEOPLE = "people"
    INVITED = "invited"
    BODIES = "bodies"
    OFFICER = "officer"
    REMNANT = "remnant"
    APPOINT = "appoint"
    FIELD = "field"
    SENT = "sent"
    END = "end"


OF_PEOPLE = (LabelKind.PEOPLE, LabelKind.INVITED)
"""The kinds of labels that stand over people and say nothing else of each than their status and role."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words over a list. `end` is where they end, `content` where the list may begin (after colon and legend)."""

    start: int
    end: int
    content: int
    kind: LabelKind
    status: Status | None
    role: str | None
    strong: bool
    colon: bool
    """Whether a colon stands behind it."""
    alone: bool
    """Whether nothing else stands in its line or cell."""
    numbered: bool = False
    """Whether an item number stands before it ("5. Närvarande"): the words are then an item's title."""
    of_region: bool = False
    """Whether those listed speak for the meeting's own region ("Regionens representanter")."""
    deciding: bool = False
    """Whether those listed decide ("Beslutande"), so that substitutes who do not are none of them."""
    words: str = ""
    """The words of the lexicon's form, folded."""
    origin: Span | None = None
    """The words that say where those listed come from ("Deltagare från Region X")."""


@dataclass(frozen=True, slots=True)
class Category:
    """What the words over a list say of everyone in it. `stated`: whether they tell who was there, or only who belongs."""

    status: Status
    stated: bool
    role: str | None = None
    deciding: bool = False
    """Whether those listed decided: who stands beside one of them in words of substitution did not."""

    def below(self, label: Label) -> Category:
        """What is said of those of them who stand below one more label."""
        return Category(label.status or self.status, label.status is not None or self.stated, label.role)


@dataclass(frozen=True, slots=True)
class Section:
    """The text between one label (or a stack of them) and the next, and what the labels say of it."""

    labels: tuple[Label, ...]
    start: int
    end: int
    category: Category
    appointed: bool = False
    """People here are said to check the minutes; whether they were there is told elsewhere."""
    paired: bool = False
    """Each line holds a member who could not come and the one who stood in."""


class Body(NamedTuple):
    """A body that people represent: the lexicon's name when known, else as written."""

    name: str
    municipality: bool
    known: bool
    span: Span


class Draft(NamedTuple):
    """A person as found in a list, before the status is settled."""

    start: int
    end: int
    category: Category
    known: bool
    body: Body | None = None
    party: str | None = None
    role: str | None = None
    said: Status | None = None
    """The status that words or a mark beside the name state."""
    limits: tuple[str, ...] = ()
    replaces: str | None = None
    replaced: Span | None = None
    """Where the member stands whom the person replaces, when that one is not listed there for themselves."""
    appointed: bool = False
    of_region: bool = False
    """Whether the words over the list say that they speak for the meeting's own region."""
    beside_legend: bool = False
    """Whether the legend stands over another list than this one, of guests or officials."""

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Codes:
    """What single letters or signs mean in this document's lists, by its own legend ("N = närvarande")."""

    meaning: dict[str, Status] = field(default_factory=dict)
    matrix: bool = False
    """Whether the list has a column for presence, so that a cross, a one or a dash is a mark."""
    empty: Status | None = None
    """What it says of those who have no mark."""
    both: bool = False
    """The list that goes on here has signs of those who came and of those who did not."""

    @property
    def tell_both(self) -> bool:
        """Whether the legend has signs for those who came and for those who did not."""
        return {Status.PRESENT, Status.ABSENT} <= set(self.meaning.values())


@dataclass(frozen=True, slots=True)
class Found:
    """What one part of the grammar found: people, statements about municipalities, and what it could not read."""

    drafts: tuple[Draft, ...] = ()
    statements: tuple[Statement, ...] = ()
    unread: tuple[Unread, ...] = ()
    consumed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that say of a municipality (by its lexicon name) that it was, or was not, represented."""

    municipality: str
    status: Status
    span: Span
    wording: str


@dataclass(frozen=True)
class AttendanceResult:
    """Who was there, as far as one document tells. `consumed` are the stretches of kept text that are attendance."""

    people: tuple[Attendance, ...] = ()
    municipalities: tuple[MunicipalityAttendance, ...] = ()
    unread: tuple[Unread, ...] = ()
    consumed: tuple[Span, ...] = ()


@lru_cache(maxsize=64)
def _county(lexicon: Lexicon, region: str | None) -> frozenset[str]:
    return frozenset(entry.name for entry in lexicon.municipalities_of(region))


@lru_cache(maxsize=8)
def _towns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold(entry.name) for entry in lexicon.content.municipalities)


@lru_cache(maxsize=8)
def _regions(lexicon: Lexicon) -> dict[str, str]:
    """The region of each municipality whose name is one word and no surname."""
    return {
        entry.name: entry.region
        for entry in lexicon.content.municipalities
        if " " not in entry.name and entry.name not in ALSO_SURNAMES
    }


def _or_company(words: str, start: int, end: int, name: str, municipality: bool) -> tuple[int, int, str, bool]:
    """A body found in these words, or the company or branch whose name holds a municipality's: "Mora Brygg AB", "KK Mora"."""
    if not municipality or " " in words[start:end]:
        return start, end, name, municipality
    if company := _COMPANY.match(words, end):
        return start, company.end(), words[start : company.end()], False
    branch = _BRANCH_BEFORE.search(words, max(0, start - 10), start)
    if (
        branch is not None
        and branch["letters"] not in _PARTIES
        and branch["letters"].casefold() not in roles().words
        and _BRANCH_ENDS.match(words, end)
    ):
        return branch.start("letters"), end, words[branch.start("letters") : end], False
    return start, end, name, municipality


_PARTIES = frozenset({"S", "M", "SD", "C", "V", "KD", "L", "MP", "FP", "AB", "HB"})
_BRANCH_BEFORE = re.compile(r"(?:^|[,;(\n\t])[ ]?(?P<letters>[A-ZÅÄÖ]{2,6})[ ]$")
_BRANCH_ENDS = re.compile(r"[ ]*(?:[,;)\n\t]|[ ]\(|$)")
""" "Anna Ek, KK Mora": the house of an organisation or clinic in the town, not the town; letters of an office ("MAS Mora") are none."""
_COMPANY = re.compile(r"(?:[ ](?:[A-ZÅÄÖ][^\W\d_]+|&|och)){1,3}[ ](?:AB|HB)\b")


@dataclass(frozen=True)
class Context:
    """The document and what is known beside it. Look-ups of bodies are kept, since lists repeat them."""

    document: Document
    lexicon: Lexicon
    region: str | None
    held_by: str | None
    margins: tuple[Span, ...] = ()
    """Lines of page heads and feet: they stand in the text, and in no list."""
    _bodies: dict[str, tuple[tuple[int, int, str, bool], ...]] = field(default_factory=dict)
    names: dict[tuple[int, int, str], list[NameSpan]] = field(default_factory=dict)
    """Names found before, by place; `listing.list_names` fills it."""

    def with_margins(self, margins: tuple[Span, ...]) -> Context:
        """The same with other margins; what is known of the text so far holds for it too."""
        other = copy(self)
        object.__setattr__(other, "margins", margins)
        return other

    @cached_property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, letter for letter."""
        return lowered(self.text)

    @cached_property
    def struck_edges(self) -> tuple[int, ...]:
        """Offsets at which a strike begins or ends."""
        edges = {m.start for m in self.document.marks if m.kind is MarkKind.STRUCK}
        edges |= {m.end for m in self.document.marks if m.kind is MarkKind.STRUCK}
        return tuple(sorted(edges))

    @cached_property
    def lists_parties(self) -> bool:
        """Whether the document puts party letters behind names, so that other words in parentheses may be local parties."""
        return len(_PARTY_LETTERS.findall(self.text)) > 1

    @cached_property
    def surnames_first(self) -> bool:
        """Whether the document writes surnames before first names ("Ek Anna (S)", "Ek, Anna S"), as sorted lists do: nearly all pairs of
        words before party letters, in its first and last pages, are such."""
        if self._sorted_names is not None:
            return True
        if not self.lists_parties and self.text.count("\t") < INVERTED and not self.parties_behind_names:
            return False
        parts = (self.text,) if len(self.text) <= 2 * _FRONT else (self.text[:_FRONT], self.text[-_FRONT:])
        told = [
            (is_first_name(match["one"]), is_first_name(match["other"])) for part in parts for match in TWO_WORDS.finditer(part)
        ]
        inverted = told.count((False, True))
        return inverted >= INVERTED and inverted > 4 * told.count((True, False))

    @cached_property
    def surnames_before_commas(self) -> bool:
        """Whether a list in the document's first or last pages gives surnames first, before commas ("Ek, Anna Ståhl, Bo")."""
        parts = (self.text,) if len(self.text) <= 2 * _FRONT else (self.text[:_FRONT], self.text[-_FRONT:])
        return any(puts_surnames_before_commas(part) for part in parts)

    @cached_property
    def names_before_bodies(self) -> bool:
        """Whether lines of the document's first pages give a name of two words and then, with no sign between, a body that is known by its
        name or its letters ("Anna Ek LRF"), and hardly ever such a name alone."""
        before = alone = 0
        for match in _NAME_IN_LINE.finditer(self.text, 0, _FRONT):
            if not is_first_name(match["first"].partition("-")[0]):
                continue
            if not match["rest"]:
                alone += 1
            elif _LETTERS_OF_BODY.match(match["rest"]) or any(
                b.span[0] == match.start("rest") for b in self.bodies(*match.span("rest"))
            ):
                before += 1
        return before >= _BEFORE_BODIES and before > 4 * alone

    @cached_property
    def _sorted_names(self) -> frozenset[int] | None:
        return find_sorted_names(self.text[:_FRONT], _towns(self.lexicon))

    def _is_surname(self, word: str, at: int) -> bool:
        """Whether the first word of a pair at an offset may be a surname: no first name, or the order of a sorted list tells."""
        return not is_first_name(word) or (self._sorted_names is not None and at in self._sorted_names)

    def find_surnames_first(self, start: int, end: int) -> list[NameSpan]:
        """The names in `text[start:end]` that give the surname first, in a document that does so."""
        if not self.surnames_first:
            return []
        found: list[NameSpan] = []
        match = SURNAME_FIRST.search(self.text, start, end)
        while match:
            last = match["last"]
            if is_first_name(match["first"].split()[0]) and not is_not_name(last) and self._is_surname(last, match.start()):
                found.append(NameSpan(match.start(), first_names_end(match), True))
                start = found[-1].end
            else:
                start = match.end("last")  # the word behind may begin a name itself
            match = SURNAME_FIRST.search(self.text, start, end)
        return found

    def names_someone(self, start: int, end: int) -> bool:
        """Whether a person's name stands in `text[start:end]`, as far as first names tell."""
        return names_someone(self.text, start, end) or bool(self.find_surnames_first(start, end))

    def person_name(self, span: Span) -> str:
        """The name as people say it: "Ek, Anna" is Anna Ek, and "Ek Anna" where surnames stand first."""
        written = clean_name(self.text[span[0] : span[1]])
        last, comma, first = written.partition(", ")
        if (
            not comma
            and self.surnames_first
            and (match := SURNAME_FIRST.fullmatch(written))
            and self._is_surname(match["last"], span[0])
        ):
            last, first = match["last"], match["first"]
            comma = " " if is_first_name(first.split()[0]) else ""
        return f"{first} {last}" if comma else written

    @cached_property
    def is_summons(self) -> bool:
        """Whether the document calls to a meeting and is no minutes of it: those it lists are summoned."""
        head = self.text[:_TITLE_REACH]
        return _SUMMONS.search(head) is not None and _MINUTES.search(self.text[:_FRONT]) is None

    @cached_property
    def towns_before_parties(self) -> tuple[str, ...]:
        """Those third words of names of three, before party letters in parentheses, that are municipalities' names too."""
        towns = _towns(self.lexicon)
        third = (match["last"] for match in _THIRD_WORD.finditer(self.text, 0, _FIRST_PAGES))
        return tuple(word for word in third if fold(word) in towns)

    @cached_property
    def words_are_parties(self) -> bool:
        """Whether unknown words in parentheses behind names are parties, as the letters are: no more words than letters stand so."""
        front = self.text[:_FRONT]
        return len(_WORDS_INSIDE.findall(front)) <= len(_PARTY_LETTERS.findall(front))

    @cached_property
    def parties_in_commas(self) -> bool:
        """Whether the document puts party letters behind names and commas: "Anna Ek, S"."""
        return len(_COMMA_LETTERS.findall(self.text)) > 1

    @cached_property
    def parties_behind_names(self) -> bool:
        """Whether the document puts bare party letters behind names, all in a row: "Anna Ek S Bo Alm KD Cilla Björk M"."""
        found = [match["letters"] for match in _BARE_LETTERS.finditer(self.text)]
        return len(found) > 4 and len(set(found)) > 2 and any(len(letters) > 1 for letters in found)

    @cached_property
    def small_parties(self) -> bool:
        """The same with small letters: "Anna Ek s Bo Alm kd"."""
        return len(_SMALL_LETTERS.findall(self.text)) > 4

    @cached_property
    def has_bare_letters(self) -> bool:
        """Whether single letters between names may be parties' or marks."""
        return self.parties_behind_names or self.small_parties

    @cached_property
    def own_region(self) -> Body | None:
        """The meeting's own region, as whom "Regionens representanter" speak."""
        name = self.region or (self.held_by if self.held_by and self.held_by.startswith("Region ") else None)
        entry = self.lexicon.organisation(name) if name else None
        return Body(entry.name if entry else name, False, True, (0, 0)) if name else None

    @cached_property
    def county(self) -> frozenset[str]:
        """Names of the municipalities of the meeting's county; empty when the region is not known."""
        return _county(self.lexicon, self.region)

    @cached_property
    def likely_county(self) -> frozenset[str]:
        """The meeting's county, or else the one that all municipalities named on the first pages are of, when they are three."""
        if self.region is not None:
            return self.county
        regions = _regions(self.lexicon)
        named = regions.keys() & set(_TOWN.findall(self.text, 0, _FIRST_PAGES))
        found = {regions[name] for name in named}
        return _county(self.lexicon, found.pop()) if len(found) == 1 and len(named) >= 3 else frozenset()

    @cached_property
    def flat(self) -> str:
        """The text with line ends as spaces: offsets stay, names over two lines are found."""
        return self.text.replace("\n", " ")

    def bodies(self, start: int, end: int) -> list[Body]:
        """Known organisations and municipalities named in `text[start:end]`."""
        words = self.text[start:end]
        found = self._bodies.get(words)
        if found is None:
            mentions = self.lexicon.find_bodies(words, (BodyKind.ORGANISATION, BodyKind.MUNICIPALITY))
            known = [_or_company(words, m.start, m.end, m.entry.short, m.kind is BodyKind.MUNICIPALITY) for m in mentions]
            found = tuple(sorted([*known, *self._misread(words, [(a, b) for a, b, _, _ in known])]))
            self._bodies[words] = found
        return [Body(name, municipality, True, (start + a, start + b)) for a, b, name, municipality in found]

    @cached_property
    def _folded_county(self) -> tuple[Sequence[str], Sequence[str]]:
        """The names of the likely county's municipalities, folded and as written."""
        return [fold(name) for name in self.likely_county], list(self.likely_county)

    def _misread(self, words: str, taken: list[Span]) -> list[tuple[int, int, str, bool]]:
        if not self.likely_county:
            return []
        found: list[tuple[int, int, str, bool]] = []
        region = self.own_region
        if region is not None:
            for match in _REGION.finditer(words):
                near = OSA.distance(fold(match.group()), fold(region.name), score_cutoff=2) <= 2
                if near and not any(a < match.end() and match.start() < b for a, b in taken):
                    found.append((match.start(), match.end(), region.name, False))
        taken = [*taken, *((a, b) for a, b, _, _ in found)]
        for match in _CAPITALISED.finditer(words):
            name = None if is_first_name(match.group()) else self.near_municipality(match.group())
            if name is not None and not any(a < match.end() and match.start() < b for a, b in taken):
                found.append((match.start(), match.end(), name, True))
        return found

    @cached_property
    def _near(self) -> dict[str, str | None]:
        return {}

    def near_municipality(self, word: str) -> str | None:
        """The municipality of the meeting's county whose name a misread word comes nearest to ("Laholrn" -> "Laholm"), when it
        is one slip away (two in a long name) and no other is as near; None without a known county."""
        if word not in self._near:
            folded = fold(word.removesuffix(" kommun"))
            allowed = 0 if len(folded) < 5 else 1 if len(folded) < 9 else 2
            known, names = self._folded_county
            ranked = process.extract(folded, known, scorer=OSA.distance, score_cutoff=allowed, limit=2) if allowed else []
            clear = ranked and (len(ranked) < 2 or ranked[1][1] > ranked[0][1])
            self._near[word] = names[ranked[0][2]] if clear else None
        return self._near[word]


def unread(document: Document, start: int, end: int, why: str) -> Unread:
    return Unread(text=squash(document.text[start:end]), why=why, span=(start, end))


def merged_spans(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in text order; those that touch, or are parted by white space alone, made one."""
    out: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if out and (start <= out[-1][1] or not text[out[-1][1] : start].strip()):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
