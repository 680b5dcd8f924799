"""The lexicon: which forums, organisations and municipalities are known, and the names they go by.

Data, not code: `reference/lexicon.yaml`, `reference/municipalities.csv` (Statistics Sweden) and files of the user's own.
What is in no lexicon is taken from the text as it stands there; an unknown forum is never forced into a known one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from graph.errors import LexiconError
from graph.faults import system_fault, validation_fault
from graph.names import fold

_MIN_SIMILARITY = 0.82
"""Spelling drift of a known forum name (two slips in a dozen letters) passes; another body with a like ending does not."""
_MIN_MARGIN = 0.08
_MIN_FUZZY_LENGTH = 9
_FORM = "Se formen i docs/lexicon.md."
_FORM_EN = "See docs/lexicon.md for the form."
_WORD = re.compile(r"[^\W_]+(?:[-/’'][^\W_]+)*")


class BodyKind(StrEnum):
    FORUM = "forum"
    ORGANISATION = "organisation"
    MUNICIPALITY = "municipality"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class ForumEntry(_Entry):
    name: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    level: str | None = None
    region: str | None = None
    organisation: str | None = None

    @property
    def short(self) -> str:
        """The name by which records and identifiers know it: the abbreviation, or else the name."""
        return self.abbreviation or self.name


class OrganisationEntry(_Entry):
    name: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    region: str | None = None

    @property
    def short(self) -> str:
        return self.name


class MunicipalityEntry(_Entry):
    code: str
    name: str
    formal_name: str
    county: str
    region: str

    @property
    def short(self) -> str:
        return self.name


Entry = ForumEntry | OrganisationEntry | MunicipalityEntry


class LexiconFile(_Entry):
    """The form of a lexicon file."""

    forums: tuple[ForumEntry, ...] = ()
    organisations: tuple[OrganisationEntry, ...] = ()
    municipalities: tuple[MunicipalityEntry, ...] = ()


class BodyMention(NamedTuple):
    """A body named in a text: where, which, and how it was recognised (exact name or alias, or near spelling)."""

    start: int
    end: int
    kind: BodyKind
    entry: Entry
    exact: bool


def parse_lexicon(text: str, source: str) -> LexiconFile:
    """Validate one lexicon file's YAML. Raises LexiconError that names the file, the place and what was expected."""
    try:
        raw: Any = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(
            f"{source}{f', rad {mark.line + 1}' if mark else ''}: inte giltig YAML.",
            _FORM,
            message_en=f"{source}{f', line {mark.line + 1}' if mark else ''}: not valid YAML.",
            remedy_en=_FORM_EN,
        ) from error
    try:
        return LexiconFile.model_validate(raw)
    except ValidationError as error:
        fault, fault_en = validation_fault(error)
        raise LexiconError(f"{source}: {fault}.", _FORM, message_en=f"{source}: {fault_en}.", remedy_en=_FORM_EN) from error


def read_lexicon_file(path: Path) -> str:
    """The text of a user's lexicon file. Raises LexiconError with the remedy when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason, reason_en = system_fault(error) if isinstance(error, OSError) else ("inte text i UTF-8", "not UTF-8 text")
        raise LexiconError(
            f"Lexikonfilen {path} går inte att läsa: {reason}.",
            "Ange en YAML-fil i UTF-8, i den form som docs/lexicon.md visar.",
            message_en=f"The lexicon file {path} cannot be read: {reason_en}.",
            remedy_en="Give a YAML file in UTF-8, in the form of docs/lexicon.md.",
        ) from error


def load_lexicon(extra: Sequence[tuple[str, str]] = ()) -> Lexicon:
    """The bundled lexicon with the user's files laid over it; `extra` is (name, YAML text) pairs, later ones first in force."""
    merged = _bundled()
    for source, text in extra:
        merged = _overlay(merged, parse_lexicon(text, source))
    return Lexicon(merged)


@cache
def _bundled() -> LexiconFile:
    reference = files("graph") / "reference"
    known = parse_lexicon((reference / "lexicon.yaml").read_text(encoding="utf-8"), "reference/lexicon.yaml")
    rows = csv.DictReader(io.StringIO((reference / "municipalities.csv").read_text(encoding="utf-8")))
    municipalities = tuple(
        MunicipalityEntry(
            code=row["code"], name=row["name"], formal_name=row["formal_name"], county=row["county"], region=row["region"]
        )
        for row in rows
    )
    listed = {fold(entry.name) for entry in known.organisations}
    regions = sorted({entry.region for entry in municipalities})
    organisations = tuple(OrganisationEntry(name=region, region=region) for region in regions if fold(region) not in listed)
    return LexiconFile(forums=known.forums, organisations=known.organisations + organisations, municipalities=municipalities)


def _overlay(base: LexiconFile, over: LexiconFile) -> LexiconFile:
    regions = {entry.region for entry in over.municipalities}
    named = {fold(entry.name) for entry in (*base.organisations, *over.organisations)}
    implied = tuple(OrganisationEntry(name=region, region=region) for region in sorted(regions) if fold(region) not in named)
    forums = {fold(entry.short): entry for entry in (*base.forums, *over.forums)}
    organisations = {fold(entry.name): entry for entry in (*base.organisations, *implied, *over.organisations)}
    municipalities = {entry.code: entry for entry in (*base.municipalities, *over.municipalities)}
    return LexiconFile(
        forums=tuple(forums.values()),
        organisations=tuple(organisations.values()),
        municipalities=tuple(municipalities.values()),
    )


_ByFirstToken = dict[str, tuple[tuple[tuple[str, ...], BodyKind, Entry], ...]]


class Lexicon:
    """Look-ups by name, abbreviation or alias: case, accents, hyphens and a genitive s do not matter."""

    def __init__(self, content: LexiconFile) -> None:
        self.content = content
        self._elsewhere: dict[str, Lexicon] = {}
        self._first_tokens: dict[frozenset[BodyKind], _ByFirstToken] = {}

    def without_forums_of(self, region: str) -> Lexicon:
        """The same without the forums of a region: what a text from elsewhere calls by one of their names is another forum."""
        if region not in self._elsewhere:
            forums = tuple(entry for entry in self.content.forums if entry.region != region)
            self._elsewhere[region] = Lexicon(self.content.model_copy(update={"forums": forums}))
        return self._elsewhere[region]

    def with_forums_of(self, region: str) -> Lexicon:
        """The same without the forums of every other region: in a text from this one their names are those of its own."""
        lexicon = self
        for other in {entry.region for entry in self.content.forums if entry.region and fold(entry.region) != fold(region)}:
            lexicon = lexicon.without_forums_of(other)
        return lexicon

    # --- single look-ups -----------------------------------------------------------------------------------------

    def forum(self, text: str) -> ForumEntry | None:
        """The known forum that `text` names, by exact name or by near spelling when one stands clear; else None."""
        found = self._exact(self._forum_names, text)
        if isinstance(found, ForumEntry):
            return found
        return self._near_forum(fold(text).split())

    def organisation(self, text: str) -> OrganisationEntry | None:
        found = self._exact(self._organisation_names, text)
        return found if isinstance(found, OrganisationEntry) else None

    def municipality(self, text: str) -> MunicipalityEntry | None:
        """ "Mora", "Mora kommun", "Falu kommun", "Säters", "Malung/Sälens kommun", "Ålvdalen" (one slip) -> the entry."""
        found = self._exact(self._municipality_names, text)
        if isinstance(found, MunicipalityEntry):
            return self._as_spelt(found, text)
        near = self._near_municipality(text)
        return self._as_spelt(near, text) if near else None

    def municipalities_of(self, region: str | None) -> tuple[MunicipalityEntry, ...]:
        """The municipalities of a region's county, in the order of their codes; empty when the region is not known."""
        return tuple(e for e in self.content.municipalities if region and fold(e.region) == fold(region))

    def body(self, text: str) -> tuple[BodyKind, Entry] | None:
        """Any known body by that name: forum first, then organisation, then municipality."""
        if forum := self.forum(text):
            return BodyKind.FORUM, forum
        if organisation := self.organisation(text):
            return BodyKind.ORGANISATION, organisation
        if municipality := self.municipality(text):
            return BodyKind.MUNICIPALITY, municipality
        return None

    # --- finding in running text ---------------------------------------------------------------------------------

    def find_bodies(self, text: str, kinds: Iterable[BodyKind] = tuple(BodyKind)) -> list[BodyMention]:
        """All known bodies named in `text`, longest first at each place, not overlapping, in text order.

        Municipalities must be written with a capital; forums and organisations may be written in lower case.
        """
        wanted = frozenset(kinds)
        forums = BodyKind.FORUM in wanted
        firsts = self._by_first_token(wanted)
        if not forums and firsts.keys().isdisjoint(fold(text).split()):
            return []  # only a forum may be known by a name that is near
        words = list(_WORD.finditer(text))
        tokens = [_tokens(word.group()) for word in words]
        initials = self._long_forum_names if forums else {}
        mentions: list[BodyMention] = []
        reached = 0
        for i in [i for i, parts in enumerate(tokens) if parts and (parts[0] in firsts or parts[0][0] in initials)]:
            if words[i].start() < reached:
                continue
            mention = self._exact_at(text, words, tokens, i, firsts) if tokens[i][0] in firsts else None
            if mention is None and tokens[i][0][0] in initials:
                mention = self._near_at(text, words, tokens, i)
                if mention is not None:
                    # "till Omsorgsrådet" is near "Omsorgsrådet", which stands there exactly one word on.
                    inside = [k for k in range(i + 1, len(words)) if words[k].start() < mention.end]
                    if any(self._exact_at(text, words, tokens, k, firsts) for k in inside):
                        mention = None
            if mention is not None:
                mentions.append(mention)
                reached = mention.end
        return mentions

    def _exact_at(
        self, text: str, words: Sequence[re.Match[str]], tokens: Sequence[tuple[str, ...]], at: int, firsts: _ByFirstToken
    ) -> BodyMention | None:
        """The longest known name that begins with the word at `at`; its last word may stand in the genitive."""
        names = firsts.get(tokens[at][0], ()) if tokens[at] else ()
        spelled: list[str] = []
        ends: dict[int, int] = {}
        """By how many tokens the words so far have (a hyphenated one has several), the offset at which the last of them ends."""
        for k in range(at, min(at + len(names[0][0]), len(words)) if names else at):
            spelled += tokens[k]
            ends[len(spelled)] = words[k].end()
        start = words[at].start()
        for name, kind, entry in names:
            end = ends.get(len(name))
            if end is None:
                continue
            last = spelled[len(name) - 1]
            if not (last == name[-1] or (last == name[-1] + "s" and len(last) > 4)):
                continue
            if len(name) > 1 and tuple(spelled[: len(name) - 1]) != name[:-1]:
                continue
            if (kind is BodyKind.MUNICIPALITY and not text[start].isupper()) or "\n\n" in text[start:end]:
                continue
            if isinstance(entry, MunicipalityEntry):
                entry = self._as_spelt(entry, text[start:end])
            return BodyMention(start, end, kind, entry, exact=True)
        return None

    def _near_at(
        self, text: str, words: Sequence[re.Match[str]], tokens: Sequence[tuple[str, ...]], at: int
    ) -> BodyMention | None:
        start = words[at].start()
        shortest, longest = self._near_lengths[tokens[at][0][0]]
        near_letters = self._near_letters[tokens[at][0][0]]
        spelling: list[str] = []
        letters = 0
        spellings: list[tuple[int, int]] = []
        """Of as many letters as a known name has, or nearly: where each ends, and of how many tokens it is."""
        for k in range(at, min(at + self._longest_forum, len(words))):
            spelling += tokens[k]
            letters += sum(map(len, tokens[k]))
            if letters > longest:
                break
            if letters in near_letters or letters - 1 in near_letters:
                spellings.append((words[k].end(), len(spelling)))
        for end, count in reversed(spellings):
            if not shortest <= end - start <= self._longest_spelling or "\n\n" in text[start:end]:
                continue
            if near := self._near_forum(spelling[:count]):
                return BodyMention(start, end, BodyKind.FORUM, near, exact=False)
        return None

    # --- tables --------------------------------------------------------------------------------------------------

    @cached_property
    def _forum_names(self) -> dict[str, Entry]:
        return _names((e, (e.abbreviation, e.name, *e.aliases)) for e in self.content.forums)

    @cached_property
    def _organisation_names(self) -> dict[str, Entry]:
        return _names((e, (e.abbreviation, e.name, *e.aliases)) for e in self.content.organisations)

    @cached_property
    def _municipality_names(self) -> dict[str, Entry]:
        # "Falu kommun", and "Falu" by itself; a city ("Borås Stad") the same way.
        return _names(
            (
                e,
                (
                    e.name,
                    f"{e.name} kommun",
                    f"{e.name}s kommun",
                    f"{e.name} stad",
                    f"{e.name}s stad",
                    e.formal_name,
                    _bare(e.formal_name),
                ),
            )
            for e in self.content.municipalities
        )

    @cached_property
    def counties(self) -> frozenset[str]:
        """The folded names of the counties: "dalarnas lan"."""
        return frozenset(fold(entry.county) for entry in self.content.municipalities)

    @cached_property
    def _alike(self) -> dict[str, tuple[MunicipalityEntry, ...]]:
        """Municipalities whose names differ by accents alone ("Habo", "Håbo"), by what the names have in common."""
        groups: dict[str, list[MunicipalityEntry]] = {}
        for entry in self.content.municipalities:
            groups.setdefault(fold(entry.name), []).append(entry)
        return {folded: tuple(entries) for folded, entries in groups.items() if len(entries) > 1}

    def _as_spelt(self, entry: MunicipalityEntry, text: str) -> MunicipalityEntry:
        """Of municipalities that differ by accents alone the one that `text` spells; the first of them when it spells none."""
        written = text.strip().casefold()
        alike = self._alike.get(fold(entry.name), ())
        return next((other for other in alike if written.startswith(other.name.casefold())), entry)

    @cached_property
    def _tables(self) -> tuple[tuple[BodyKind, dict[str, Entry]], ...]:
        return (
            (BodyKind.FORUM, self._forum_names),
            (BodyKind.ORGANISATION, self._organisation_names),
            (BodyKind.MUNICIPALITY, self._municipality_names),
        )

    def _by_first_token(self, wanted: frozenset[BodyKind]) -> _ByFirstToken:
        """Names of these kinds by their first token, the longest first; behind them the one-word names of which it is the genitive."""
        known = self._first_tokens.get(wanted)
        if known is not None:
            return known
        table: dict[str, list[tuple[tuple[str, ...], BodyKind, Entry]]] = {}
        genitives: dict[str, list[tuple[tuple[str, ...], BodyKind, Entry]]] = {}
        for kind, names in self._tables:
            for name, entry in names.items() if kind in wanted else ():
                parts = tuple(name.split())
                table.setdefault(parts[0], []).append((parts, kind, entry))
                if len(parts) == 1:
                    genitives.setdefault(parts[0] + "s", []).append((parts, kind, entry))
        order = list(BodyKind)
        for named in (table, genitives):
            for found in named.values():
                found.sort(key=lambda one: (-len(one[0]), order.index(one[1])))
        found_by = {first: (*table.get(first, ()), *genitives.get(first, ())) for first in table | genitives}
        self._first_tokens[wanted] = found_by
        return found_by

    @cached_property
    def _longest_spelling(self) -> int:
        return max((len(name) for name in self._forum_names), default=0) + 6

    @cached_property
    def _longest_forum(self) -> int:
        """Words in the longest forum name, and one more for a name parted by recognition ("länschefs nätverket")."""
        return max((len(name.split()) for name in self._forum_names), default=1) + 1

    @cached_property
    def _long_forum_names(self) -> dict[str, tuple[list[str], list[tuple[ForumEntry, frozenset[str]]]]]:
        """By initial, names without spaces, and for each whose it is and the words that a near spelling must have as well."""
        telling = {fold(name): _telling_words(name) for e in self.content.forums for name in (e.short, e.name, *e.aliases)}
        table: dict[str, tuple[list[str], list[tuple[ForumEntry, frozenset[str]]]]] = {}
        for name, entry in self._forum_names.items():
            if len(name) >= _MIN_FUZZY_LENGTH and isinstance(entry, ForumEntry):
                names, owners = table.setdefault(name[0], ([], []))
                names.append(name.replace(" ", ""))
                owners.append((entry, telling[name]))
        return table

    @cached_property
    def _near_lengths(self) -> dict[str, tuple[float, float]]:
        """By initial, how short and how long a spelling near to one of the names can be; a genitive s may come on top."""
        return {
            initial: (min(map(len, names)) * _MIN_SIMILARITY, max(map(len, names)) / _MIN_SIMILARITY + 1)
            for initial, (names, _) in self._long_forum_names.items()
        }

    @cached_property
    def _near_letters(self) -> dict[str, frozenset[int]]:
        """By initial, how many letters a spelling near to one of the names may have."""
        return {
            initial: frozenset(n for m in map(len, names) for n in range(int(m * _MIN_SIMILARITY), int(m / _MIN_SIMILARITY) + 2))
            for initial, (names, _) in self._long_forum_names.items()
        }

    def _exact(self, names: dict[str, Entry], text: str) -> Entry | None:
        folded = fold(text)
        return names.get(folded) or (names.get(folded[:-1]) if folded.endswith("s") else None)

    def _near_forum(self, words: Sequence[str]) -> ForumEntry | None:
        """The forum whose name the folded words are near to, and nearer than to any other forum's."""
        joined = "".join(words)
        if joined[:1] not in self._long_forum_names or len(joined) < _MIN_FUZZY_LENGTH:
            return None
        if len(joined.removesuffix("s")) not in self._near_letters[joined[0]]:
            return None
        names, owners = self._long_forum_names[joined[0]]
        near = process.extract(
            joined.removesuffix("s"),
            names,
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=_MIN_SIMILARITY - _MIN_MARGIN,
            limit=None,
        )
        ranked = [(score, owners[at][0]) for _, score, at in near if owners[at][1].issubset(words)]
        if not ranked or ranked[0][0] < _MIN_SIMILARITY:
            return None
        best, forum = ranked[0]
        clear = all(best - score >= _MIN_MARGIN for score, other in ranked if other.short != forum.short)
        return forum if clear else None

    def _near_municipality(self, text: str) -> MunicipalityEntry | None:
        # Recognition turns "Ä" into "Å"; folding already takes the accents away, so nothing more is guessed here.
        bare = text.strip()
        bare = _MUNICIPAL.sub("", bare) if bare.lower().endswith(_MUNICIPAL_ENDS) else bare
        found = self._exact(self._municipality_names, bare) if bare != text else None
        return found if isinstance(found, MunicipalityEntry) else None


@lru_cache(maxsize=32768)
def _tokens(word: str) -> tuple[str, ...]:
    return tuple(fold(word).split())


_MUNICIPAL_ENDS = ("kommun", "kommuns", "stad", "stads")
_MUNICIPAL = re.compile(r"\s+(?:kommun|stad)s?$", re.IGNORECASE)
_POINTER = re.compile(r"norra|södra|östra|västra|inre|yttre|övre|nedre|[ivx]+", re.IGNORECASE)


def _telling_words(name: str) -> frozenset[str]:
    """The folded words of a name of several that a slip cannot make another: abbreviations, numbers, quarters of the compass."""
    words = _WORD.findall(name)
    telling = [w for w in words if any(c.isdigit() for c in w) or (len(w) > 1 and w.isupper()) or _POINTER.fullmatch(w)]
    return frozenset(part for word in telling for part in fold(word).split()) if len(words) > 1 else frozenset()


def _bare(formal_name: str) -> str:
    return formal_name.rsplit(" ", 1)[0]


def _names(entries: Iterable[tuple[Entry, tuple[str | None, ...]]]) -> dict[str, Entry]:
    names: dict[str, Entry] = {}
    for entry, forms in entries:
        for form in forms:
            if form:
                names.setdefault(fold(form), entry)
    return names
