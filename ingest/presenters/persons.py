"""Persons named in a row, each with a title before or something behind that tells who they are.

"Ekonomichef Anna Ek och personalchef Bo Lind", "Anna Ek, enhetschef, och Bo Lind, socialchef", "Anna Ek och Bo Lind, Bryggverket". A name
is told by a known first name, by a title before it or words behind it, or since the list of who was there has it; a first name alone
stands for the one person there who has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.names import fold, squash
from graph.record import Attendance, Presenter
from ingest.bodies import Context
from ingest.people import are_initials, split_names
from ingest.people.cutting import NameSpan
from ingest.presenters.roles import has_role_word, is_title, singular, split_role
from ingest.verbs import has_finite


@dataclass(frozen=True)
class People:
    """Who was there: the names as listed, the full ones of them folded, and by each first name that one person alone has the full
    name; by each title that one alone has, the name and the title as listed."""

    listed: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    by_first_name: dict[str, str] | None = None
    by_initial: dict[str, str] | None = None
    """The full names by first name and the initial of a surname ("anna e"), where one person alone has both."""
    by_title: dict[str, tuple[str, str]] | None = None
    by_letters: dict[str, str] | None = None
    """The full names by the initials that the list of who was there has in parentheses ("Anna Ek (AE)"), as written."""
    titled: frozenset[str] = frozenset()
    """The names, folded, of those whom the list gives a title that they have in their work."""
    limited: tuple[tuple[str, str], ...] = ()
    """The names, folded, of such as were there for some items alone, and which as written ("§§ 10-12")."""
    invited: frozenset[str] = frozenset()
    """Those of them who were there for the item that is read."""

    def of_first_name(self, word: str) -> str | None:
        if word.isupper():
            return (self.by_letters or {}).get(word)
        folded = fold(word)
        return (self.by_first_name or {}).get(folded) or (self.by_initial or {}).get(folded)

    def of_office(self, words: str) -> tuple[str, str] | None:
        """The name and title of the one who holds an office ("Ekonomichefen", "VD"); None where nobody or more than one there does."""
        word = fold(words)
        forms = (word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("an"))
        return next((found for form in forms if (found := (self.by_title or {}).get(form))), None)

    def full_name(self, written: str) -> str | None:
        """The name that the written one stands for; None for a first name that nobody or more than one there has."""
        squashed = squash(written)
        return (self.by_initial or {}).get(fold(squashed), squashed) if " " in squashed else self.of_first_name(squashed)

    def at_item(self, number: str | None) -> People:
        """These, with those who came for an item told."""
        came = frozenset(name for name, paragraphs in self.limited if number and is_within(number, paragraphs))
        return replace(self, invited=came) if came else self

    def with_names(self, names: Iterable[str]) -> People:
        """These and others, whom a text names in full: a first name alone stands for one of them only where nobody else has it."""
        by_first = dict(self.by_first_name or {})
        taken = {name.split()[0] for name in self.names}
        for name in names:
            first = fold(name.split()[0])
            if first not in taken and " " in name:
                by_first[first] = name if by_first.get(first, name) == name else ""
        return replace(self, by_first_name={first: name for first, name in by_first.items() if name})


_NUMBERS = re.compile(r"(?<![\d./])(\d{1,4})[a-zåäö]?(?:\s*(?:-|–|till)\s*§?\s*(\d{1,4}))?(?!\d|[.:]\d)")
_FEW = 10
"""For how many items at most somebody came because of them."""


def is_within(number: str, paragraphs: str) -> bool:
    """Whether an item's number is one of few that are written as "§§ 10-12, 14" or "punkt 4"; hours are none, nor what tells where somebody
    was not, came or left ("ej § 4", "fr.o.m. § 4")."""
    at = re.search(r"\d+", number)
    if at is None or _OF_OTHER.search(paragraphs):
        return False
    spans = [(int(first), int(last or first)) for first, last in _NUMBERS.findall(paragraphs)]
    return sum(last - first + 1 for first, last in spans) <= _FEW and any(a <= int(at.group()) <= b for a, b in spans)


_OF_OTHER = re.compile(
    r"\bkl|\d[.:]\d\d|^till\b|\b(?:ej|inte|icke|utom|förutom|från|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m)\b", re.IGNORECASE
)
NOBODY = People()
_OF_MEETING = re.compile(r"ordf|ledamot|ersätt|sekreter|suppleant|justerare", re.IGNORECASE)
"""What somebody is at the meeting and not in their work."""


def known_people(listed: Iterable[Attendance], text: str = "") -> People:
    """The people of a list of who was there; `text` is that of the document, which may have their initials behind their names."""
    listed = tuple(listed)
    every = tuple(person.name for person in listed)
    titles: dict[str, set[tuple[str, str]]] = {}
    titled: set[str] = set()
    limited: list[tuple[str, str]] = []
    for person in listed:
        if person.role and " " in person.name.strip() and not _OF_MEETING.search(person.role):
            titles.setdefault(fold(person.role), set()).add((squash(person.name), person.role))
            if has_role_word(person.role):
                titled.add(fold(person.name))
                if person.paragraphs and person.party is None:
                    limited.append((fold(person.name), person.paragraphs))
    names = {fold(name): squash(name) for name in every if " " in name.strip()}
    firsts: dict[str, set[str]] = {}
    initials: dict[str, set[str]] = {}
    for folded, name in names.items():
        first, *last = name.split()
        firsts.setdefault(fold(first), set()).add(folded)
        for word in last:
            initials.setdefault(fold(f"{first} {word[0]}"), set()).add(folded)
    return People(
        every,
        frozenset(names),
        {first: names[next(iter(folded))] for first, folded in firsts.items() if len(folded) == 1},
        {initial: names[next(iter(folded))] for initial, folded in initials.items() if len(folded) == 1},
        {title: next(iter(holders)) for title, holders in titles.items() if len(holders) == 1},
        _by_letters(listed, text),
        frozenset(titled),
        tuple(limited),
    )


_LETTERS = re.compile(r"[ ]?\((?P<letters>[A-ZÅÄÖ]{2,4})\)")


def _by_letters(listed: Iterable[Attendance], text: str) -> dict[str, str]:
    """The full names by initials in parentheses, such as one person alone has, and that are no party of theirs."""
    holders: dict[str, set[str]] = {}
    for person in listed:
        if (
            person.party is None
            and (match := _LETTERS.match(text, person.span[1]))
            and are_initials(person.name, match["letters"])
        ):
            holders.setdefault(match["letters"], set()).add(squash(person.name))
    return {letters: next(iter(names)) for letters, names in holders.items() if len(names) == 1}


@dataclass(frozen=True, slots=True)
class Person:
    start: int
    end: int
    name: str
    title: str | None
    behind: str
    """What stands between the name and the next, or the end."""


_SEPARATOR = re.compile(r"\s*,\s*(?:och|samt|&)\s+|\s+(?:och|samt|&|tillsammans\s+med|jämte)\s+|\s*[,;]\s+")
_BEHIND = re.compile(
    r"\s*(?:\([^()]{1,90}\)(?:\s*,?\s*(?:från|på|vid)?[^.;]{0,70})?|,\s*[^.;]{2,110}|(?:från|på|vid|i)\s+[^.;]{2,70}|[^.,;]{2,60})?\s*,?\s*"
)
_NOT_BEHIND = re.compile(
    r"\b(?:som|att|och\s+[a-zåäö]+(?:ar|er|ade|de)\b|inte|också|även|därefter|sedan|hälsa\w*)\b", re.IGNORECASE
)
_NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"
_FIRST_NAME = re.compile(rf"(?<![\w-])(?P<first>{_NAME}(?:-{_NAME})?|[A-ZÅÄÖ]{{2,4}})(?P<initial> [A-ZÅÄÖ](?![\w.-]))?(?![\w-])")
_MARKS = " \t\n*_–-•·▪("


def parse_persons(text: str, people: People, *, whole: bool) -> tuple[list[Person], int] | None:
    """The persons that `text` begins with, and where the last of their names ends; None when it begins with none.

    `whole` tells that nothing else may follow them, so that what is behind the last name must tell who that is.
    """
    found: list[Person] = []
    together: str | None = None
    candidates = iter_candidates(text, people)
    for candidate in candidates:
        between = text[found[-1].end : candidate.start] if found else text[: candidate.start]
        parted = _part(between) if found else _lead(between)
        if parted is None:
            if not found:
                return None
            continue
        behind, title = parted
        name = text[candidate.start : candidate.end]
        resolved = people.full_name(name)
        told = candidate.known or bool(title) or fold(name) in people.names
        if resolved is None or not (told or found or is_told_behind(text, candidate, candidates)):
            if not found:
                return None
            continue
        if found:
            found[-1] = replace(found[-1], behind=behind)
        together = title if title and singular(title.split()[-1]) != title.split()[-1] else together if not title else None
        found.append(Person(candidate.start, candidate.end, resolved, title or together, ""))
    if not found:
        return None
    if whole:
        behind = text[found[-1].end :]
        if not _is_behind(behind):
            return None
        found[-1] = replace(found[-1], behind=behind)
    return found, found[-1].end


def iter_candidates(text: str, people: People) -> list[NameSpan]:
    """What may be names, in text order: rows of capitalised words, and first names alone of those who were there."""
    names = split_names(text, known_only=False)
    alone = [
        NameSpan(match.start(), end, known=True)
        for match in _FIRST_NAME.finditer(text)
        if (end := _end_of_first_name(match, people)) and not any(n.start < end and match.start() < n.end for n in names)
    ]
    return sorted([*names, *alone], key=lambda name: name.start)


def _end_of_first_name(match: re.Match[str], people: People) -> int | None:
    """Where the name of one who was there ends: a first name alone, or with the initial of the surname ("Anna E"); None where it is nobody's."""
    if match["initial"] and people.of_first_name(match.group()):
        return match.end()
    return match.end("first") if people.of_first_name(match["first"]) else None


def _lead(words: str) -> tuple[str, str] | None:
    """What stands before the first name: nothing, or a title; a mark or a short label before it counts for nothing."""
    bare = squash(words).strip(_MARKS)
    bare = (_LABEL.sub("", bare) if ":" in bare else bare).strip(_MARKS).removesuffix(",")
    if _OF_BODY.fullmatch(bare) or _HEADING.fullmatch(bare):
        return "", ""
    return ("", bare) if not bare or is_title(bare) or (_TITLE_AND_FIELD.fullmatch(bare) and _is_of_field(bare)) else None


_TITLE_AND_FIELD = re.compile(r"[A-ZÅÄÖ]\S+(?:\s[a-zåäö]+-?){1,4}")


def _is_of_field(words: str) -> bool:
    """ "Utbildningschef grundskola", "Avdelningschef kost och lokalvård": a title with its field behind it, and no sentence."""
    title, field = words.split(maxsplit=1)
    return is_title(title) and not _NOT_BEHIND.search(field) and not has_finite(field) and not field.endswith(_LINKS)


_LINKS = (" och", " samt", " med", " av", " till", " för", " åt")
_HEADING = re.compile(r"Föredragning|Ekonomi|Budget|Personal|Lokaler|Information|Rapport|Lägesrapport|Övrigt|Aktuellt")
""" "Ekonomi Anna Ek redogör …": the heading of what is told, in text that ran together."""
_OF_BODY = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+(?:en|et|an|na)s")
""" "Kommunens Anna Ek": whose the person is."""
_LABEL = re.compile(r"^(?:[\wåäö-]+\s?){1,4}(?:\([^():.]{2,60}\)\s?)?:\s*")


def _part(between: str) -> tuple[str, str] | None:
    """The words between two names: (what tells who the first is, the title of the second); None when they do not part two names."""
    for match in _SEPARATOR.finditer(between):
        title = squash(between[match.end() :])
        if (not title or is_title(title)) and _is_behind(between[: match.start()]):
            return between[: match.start()], title
    return None


def _is_behind(words: str) -> bool:
    """Whether words behind a name tell who it is, and nothing else: ", enhetschef", "(M)", "från Bryggverket"."""
    if not words.strip():
        return True
    return _BEHIND.fullmatch(words) is not None and not _NOT_BEHIND.search(words) and not has_finite(words)


def is_told_behind(text: str, name: NameSpan, names: list[NameSpan]) -> bool:
    """Whether a name whose first name is not known is told by what follows: ", Bryggverket, …", "(utredare)", or a known name beside it."""
    rest = text[name.end :]
    beside = next((other for other in names if other.start > name.end), None)
    if beside is not None and beside.known and _SEPARATOR.fullmatch(text[name.end : beside.start]):
        return True
    return re.match(r"\s*(?:,\s*\w[^,.]{2,60}|\([^()]{3,60}\))", rest) is not None


def build_presenters(persons: list[Person], offset: int, text: str, context: Context) -> list[Presenter]:
    """The persons as presenters. Those named together share what stands behind the last of them."""
    built: list[Presenter] = []
    shared: tuple[str | None, str | None] = (None, None)
    following: Person | None = None
    for person in reversed(persons):
        own = split_role(person.behind, context)
        if not person.behind.strip() and following is not None and following.title is None and person.title is None:
            own = shared
        role, organisation = own
        shared = own if person.title is None else (None, None)
        if person.title is not None:
            organisation = organisation or (role if role and role[:1].isupper() else None)
            role = person.title
        written = squash(text[person.start : person.end])
        span = (offset + person.start, offset + person.end)
        built.append(Presenter(as_written=written, name=person.name, role=role, organisation=organisation, span=span))
        following = person
    return built[::-1]
