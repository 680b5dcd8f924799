"""Bodies named in a phrase: known ones by the lexicon, and the generic words that stand for them.

"regionen" means the region whose forum it is; "kommunerna", "samtliga kommuner", "länets femton kommuner" all mean
"kommunerna", which the graph spells out; other body words ("styrgruppen", "socialförvaltningen") are taken as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from graph.lexicon import BodyKind, Lexicon
from graph.names import fold, squash
from graph.record import Span
from graph.resolution.slips import slip_score
from ingest.alternatives import Choice, by_first_letter
from ingest.organisations import iter_organisations
from ingest.people.words import ALSO_SURNAMES, is_first_name
from ingest.verbs import is_finite

MUNICIPALITIES = "kommunerna"
_MUNICIPALITIES = re.compile(
    r"\b(?:(?:samtliga|alla|länets|respektive|berörda|övriga|de|dala)\s*)*(?:(?:femton|tio|\d{1,2})\s+)?(?:(?-i:(?!Sveriges)[A-ZÅÄÖ][a-zåäö-]+s)\s+)?(?<!Sveriges\s)kommuner(?:na)?s?\b"
    r"|\b(?:respektive|varje)\s+kommun\b",
    re.IGNORECASE,
)
_REGION = re.compile(r"\b[Rr]egionens?\b(?!\s+[A-ZÅÄÖ])")
_ADJECTIVE = re.compile(
    r"(?<![\wåäö])(?:[A-ZÅÄÖ][a-zåäö-]*(?:ska|iska|ala|iga|iva|mma|nya|ande)|tekniska|sociala|gemensamma|regionala|lokala|politiska|kommunala|norra|södra|östra|västra)\s+$"
)
_COMPOUND = re.compile(r"(?<![\wåäö])(?:[\wåäö]+-\s*,\s+)?[\wåäö]+-\s+(?:och|samt)\s+$")
""" "Barn- och " before "utbildningsnämnden"."""
_GROUPS_OF = ("tjänstemanna", "tjänsteperson", "tjänstepersons", "chefs", "samverkans", "uppdrags", "referens", "samråds")
_GENERIC_NOUNS = (
    *(f"{whose}grupp" for whose in (*_GROUPS_OF, "styr", "arbets", "projekt", "process", "berednings", "lednings")),
    *("presidi", "utskott", "nämnd", "styrelse", "fullmäktige", "förvaltning", "nätverk", "direktion", "beredning", "kansli"),
    *("sekretariat", "avdelning", "kommitté", "delegation", "förvaltningschef", "direktör", "enhet", "kontor", "råd"),
)
_GENERIC_NOUN_IN = re.compile(by_first_letter([Choice(_GENERIC_NOUNS)]))
_GENERIC = re.compile(
    rf"(?:[a-zåäö][\wåäö-]*?)?(?<!om(?=råd))(?:{'|'.join(_GENERIC_NOUNS)})(?:et|en|n|t|erna|ens|ets|s|ns|er|ar|arna|örerna|ören)?"
)
"""One word for a body or its office, whole, in small letters."""
_GROUPS = re.compile(
    r"\b(?i:(?:samtliga\s+)?(?:deltagare|ledamöter)(?:na)?)(?:\s+i\s+[A-ZÅÄÖ][\wåäö]+)?"
    r"|\b(?i:ordförande(?:n)?|sekreteraren?|förvaltningen|staten|landstinget|revisorerna|regeringen|polisen|länsstyrelsen|staden|bolaget|kommunen)\b"
)
_QUOTED_REST = re.compile(r"\s+(?:för|inom|om)\s(?:(?!\n\s*\n)[^”“\"«»]){2,70}(?=[”“\"«])")
_TOKEN = re.compile(r"[a-zA-ZåäöÅÄÖ](?:[\wåäö-]*[\wåäö])?")
_LONGEST_ADJECTIVE = 40


@lru_cache(maxsize=8192)
def is_generic(word: str) -> bool:
    lower = word.lower()
    return _GENERIC_NOUN_IN.search(lower) is not None and _GENERIC.fullmatch(lower) is not None


@lru_cache(maxsize=8192)
def _names_group(word: str) -> bool:
    """Whether a word, or a part of it behind a hyphen, may be one of `_GROUPS`."""
    return _GROUPS.search(word) is not None


def _iter_generic(text: str) -> Iterator[Span]:
    """Spans of the generic words for bodies, an adjective before them included ("Tekniska nämnden"), in text order."""
    tokens = list(_TOKEN.finditer(text))
    words = [m.span() for m in tokens if is_generic(m.group())]
    groups = _GROUPS.finditer(text) if any(_names_group(m.group()) for m in tokens) else ()
    spans: list[Span] = []
    for start, end in words:
        before = max(0, start - _LONGEST_ADJECTIVE)
        lead = _ADJECTIVE.search(text, before, start) or (
            _COMPOUND.search(text, before, start) if "-" in text[before:start] else None
        )
        begin = lead.start() if lead else start
        wider = _ADJECTIVE.search(text, max(0, begin - _LONGEST_ADJECTIVE), begin) if lead and "-" in lead.group() else None
        spans.append((wider.start() if wider else begin, end))
    reached = 0
    for start, end in sorted(spans + [m.span() for m in groups], key=lambda s: (s[0], -s[1])):
        if start >= reached:
            yield start, end
            reached = end


@dataclass(frozen=True, slots=True)
class Context:
    """What the document is about: its forum's short name, its region's name (both None when unknown), and the lexicon."""

    lexicon: Lexicon
    forum: str | None
    region: str | None
    also: str | None = None
    """Another name by which the text calls the forum, where the head did not give it."""


class Named(NamedTuple):
    """A body in a phrase: offsets in that phrase and the name by which records know it. `known`: it is in the lexicon."""

    start: int
    end: int
    name: str
    known: bool
    kind: BodyKind | None


@lru_cache(maxsize=512)
def find_named(text: str, context: Context) -> tuple[Named, ...]:
    """All bodies in `text`, known and generic, in order and without overlaps; the known ones win."""
    shaped = list(iter_organisations(text, context.lexicon.counties))
    found = [
        Named(m.start, m.end, m.entry.short, True, m.kind)
        for m in context.lexicon.find_bodies(text)
        if not (m.kind is BodyKind.MUNICIPALITY and _is_surname(text, m.start, m.end))
        if not any(s <= m.start and m.end <= e and (s, e) != (m.start, m.end) for s, e in shaped)
    ]
    for start, end in shaped:
        if cut := next((f.end for f in found if start <= f.start < end), None):
            continued = re.compile(r"\s*,?\s*(?:och|samt|,)\s+").match(text, cut)
            start = continued.end() if continued else end
        if start < end:
            found.append(Named(start, end, squash(text[start:end]), False, None))
    for match in _MUNICIPALITIES.finditer(text) if "kommun" in text.lower() else ():
        if _is_free(match.span(), found):
            found.append(Named(*match.span(), MUNICIPALITIES, True, BodyKind.MUNICIPALITY))
    for match in _REGION.finditer(text):
        if _is_free(match.span(), found):
            label = context.region or match.group(0)
            found.append(Named(*match.span(), label, context.region is not None, BodyKind.ORGANISATION))
    for span in _iter_generic(text):
        span = _quoted_from(text, span) or _with_field(text, span)
        if _is_free(span, found):
            found.append(Named(*span, _generic_name(squash(text[span[0] : span[1]])), False, None))
    return tuple(sorted(found, key=lambda f: f.start))


_WORD_BEFORE = re.compile(r"(?P<first>[A-ZÅÄÖ][\w-]+)\s+$")


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether the name of a municipality is that of a person here: "Nils Berg", but not "Nils Bergs kommun"."""
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start]) if text[start:end] in ALSO_SURNAMES else None
    return before is not None and is_first_name(before["first"]) and not re.match(r"\s+kommun", text[end:])


def _quoted_from(text: str, word: Span) -> Span | None:
    """The whole name in quotation marks that a word for a body begins: "”Styrgrupp för bryggor”"; None when it begins none."""
    if not text[: word[0]].endswith(("”", "“", '"', "»")):
        return None
    rest = _QUOTED_REST.match(text, word[1])
    return (word[0], rest.end()) if rest else None


_FIELD = re.compile(
    r"(?<=[nt])\s+för\s+(?!(?:information|kännedom|beslut|yttrande|beredning|behandling|vidare|fortsatt|fortsatta|godkännande|dialog|diskussion"
    r"|ställningstagande|antagande|fastställande|handläggning|verkställighet|verkställande|remiss|remissen|åtgärd|åtgärder|perioden|månaden|mötet"
    r"|återkoppling|uppföljning|genomförande|genomförandet|prövning|utredning|bedömning|synpunkter|signering|underskrift)\b)"
    r"(?P<field>[a-zåäö]{5,})(?:(?:,\s+[a-zåäö]{4,})*\s+(?:och|samt)\s+(?P<second>[a-zåäö]{4,}))?(?![\wåäö-]|\s+(?:vidare|fram|framåt)\b)"
)


_HAS_BOARD = ("förbundet", "bolaget", "föreningen", "stiftelsen", "akademin", "högskolan", "kommunen", "regionen")
""" "Direktionen för räddningstjänstförbundet": whose board it is."""


def _with_field(text: str, span: Span) -> Span:
    """The name with the field it is for, where it is written as a name is: "Rådet för funktionshinderfrågor"; not "Nämnden för beslut"."""
    if not text[span[0]].isupper() or text[span[0] - 1 : span[0]] not in {"", " ", "\n", "\t", "("}:
        return span
    field = _FIELD.match(text, span[1])
    # What the body carries on ("Nämnden för dialogen") is something definite; a field is not.
    if field is None or (field["field"].endswith(("en", "et")) and not field["field"].endswith(_HAS_BOARD)):
        return span
    # "Nämnden för funktionshinder och beslutar att …": what it does is no field.
    return (span[0], field.end("field") if field["second"] and is_finite(field["second"]) else field.end())


def _is_free(span: Span, found: list[Named]) -> bool:
    return not any(span[0] < f.end and f.start < span[1] for f in found)


_ALL = re.compile(r"^(?:samtliga|alla)\s+", re.IGNORECASE)
_GENITIVE_S = re.compile(r"(?<=(?:en|et|an|na))s$|(?<=gen)s$")


def _generic_name(words: str) -> str:
    return _GENITIVE_S.sub("", _ALL.sub("", words))


_GROUP_WORDS = (
    "styrgruppen", "arbetsgruppen", "projektgruppen", "processgruppen", "beredningsgruppen", "ledningsgruppen", "referensgruppen",
)  # fmt: skip


def without_slip(word: str) -> str:
    """A word for a group in its usual spelling when one letter is amiss ("arbetsgrupen"); else as it stands."""
    near = (known for known in _GROUP_WORDS if DamerauLevenshtein.distance(word.lower(), known, score_cutoff=1) <= 1)
    known = next(near, None)
    if known is None:
        return word
    return known.capitalize() if word[:1].isupper() else known


def targets(phrase: str, context: Context) -> list[str]:
    """The bodies to whom a phrase is addressed, each once, in order; the phrase itself where it names none that is known.

    "regionen och kommunerna" -> ["Region …", "kommunerna"]; "samtliga deltagare i VFR" -> ["deltagare i VFR"];
    "Anna Ek och Bo Alm" -> ["Anna Ek", "Bo Alm"].
    """
    bare = squash(phrase).strip(" ,.:;")
    if not bare:
        return []
    persons = re.search(r"\b(?:deltagare|ledamöter)", bare, re.IGNORECASE)
    if persons:
        return [_generic_name(bare)]
    named = find_named(bare, context)
    if named and not (
        len(named) == 1 and named[0].kind is BodyKind.MUNICIPALITY and named[0].name != MUNICIPALITIES and len(bare.split()) > 3
    ):
        return list(
            dict.fromkeys(n if isinstance(n, str) else n.name for n in _with_others(bare, _with_owners(bare, named), named))
        )
    parts = [_generic_name(p.strip()) for p in re.split(r"\s*(?:,|\boch\b|\bsamt\b)\s*", bare) if p.strip()]
    return list(dict.fromkeys(parts)) if all(p[:1].isupper() for p in parts) else [bare]


_PART = re.compile(r"\s*(?:,|\boch\b|\bsamt\b)\s*")
_OFFICE_HOLDER = re.compile(
    r"(?:[\wåäö-]*(?:chefen|direktören|ordföranden|sekreteraren|samordnaren|läkaren|strategen|ledaren|rektorn|handläggaren|presidiet)|[A-ZÅÄÖ]{2,6}(?:AU)?)"
)


def _with_others(phrase: str, bodies: list[Named | str], named: Sequence[Named]) -> list[Named | str]:
    """The bodies with the office holders and initials that stand beside them: "KSAU och nämnden samt skolchefen"."""
    parts: list[tuple[int, str]] = []
    at = 0
    for part in [*(m.span() for m in _PART.finditer(phrase)), (len(phrase), len(phrase))]:
        words = phrase[at : part[0]].split()
        start, at = at, part[1]
        free = not any(n.start < part[0] and start < n.end for n in named)
        if free and words and (len(words) == 1 or words[0] == "representanter") and _OFFICE_HOLDER.fullmatch(words[-1]):
            parts.append((start, words[-1]))
    if not parts:
        return bodies
    placed = [(phrase.find(b), b) if isinstance(b, str) else (b.start, b) for b in bodies]
    return [b for _, b in sorted([*placed, *parts], key=lambda p: p[0])]


_INDEFINITE = re.compile(r"[\wåäöÅÄÖ-]*(?:råd|styrelse|nämnd|grupp|utskott|nätverk|direktion|kansli)")
_WHOSE = re.compile(r"(?:\bRegion\s)?(?<![\w-])(?!(?:kommun|region|landsting|respektive|varje|sin)\w*\s)[\wåäöÅÄÖ-]{3,}s\s$")
""" "Norrbygdens råd", "bolagets styrelse": without whose it is it would be any."""


def _with_owners(phrase: str, named: Sequence[Named]) -> list[Named | str]:
    """The bodies, where an organ named with the municipality or region whose it is ("Mora kommuns socialnämnd") is one with it."""
    joined: list[Named | str] = []
    for body in named:
        owner = joined[-1] if joined else None
        owned = not body.known and isinstance(owner, Named) and owner.known and owner.kind is not BodyKind.FORUM
        if owned and isinstance(owner, Named) and re.fullmatch(r"s\s+", phrase[owner.end - 1 : body.start]):
            joined[-1] = _generic_name(phrase[owner.start : body.end])
        elif not body.known and (whose := _WHOSE.search(phrase, 0, body.start)) and _INDEFINITE.fullmatch(body.name):
            joined.append(whose.group(0) + body.name)
        else:
            joined.append(body)
    return joined


_GENERIC_NOUN = re.compile(
    r"(styrelse|namnd|utskott|fullmaktige|rad|natverk|grupp|direktion|beredning|kommitte|mote|forum|delegation)"
)
_WORDS = re.compile(r"[a-z]{4}")
_BARE_DEFINITE = re.compile(r"[a-z]*(?:en|et|n)")
_GENITIVE = re.compile(r"(?:ns|ens|ets|s) [a-z]{5}")
_DEFINITE = re.compile(r"(?:et|en)?(?: |$)")
_ABOVE = re.compile(r"[a-z]{4}s ")


def _goes_on(folded: str, beginning: str, rest: re.Pattern[str]) -> bool:
    """Whether a word of the folded text begins so, and goes on as the pattern tells."""
    parted = f" {folded}"
    at = parted.find(f" {beginning}")
    while at >= 0:
        if rest.match(folded, at + len(beginning)):
            return True
        at = parted.find(f" {beginning}", at + 1)
    return False


@lru_cache(maxsize=2048)
def is_same_forum(name: str, context: Context, as_written: str | None) -> bool:
    """Whether a name means the forum whose minutes these are: by lexicon, by likeness, or by a generic word for it."""
    if not name or (context.also is not None and fold(name).removesuffix("s") == fold(context.also)):
        return True
    own = fold(f"{context.forum or ''} {as_written or ''}")
    own = f"{own} {own.replace('rn', 'm')}" if "rn" in own else own  # text recognition takes "m" for "rn"
    bare = fold(name)
    known = context.lexicon.forum(name)
    if known is not None and (context.forum is not None or f" {bare}" not in f" {own}"):
        return context.forum is not None and fold(known.short) == fold(context.forum)
    stem = re.sub(r"(?:ens|ets|ns|nas|na|s|n|t|en|et)$", "", bare)
    if _goes_on(own, stem, _GENITIVE):
        # "Kommunstyrelsen" in the minutes of "Kommunstyrelsens arbetsutskott" is the body above it.
        return False
    if (
        not own.strip()
        or stem in own
        or bare in own
        or (as_written is not None and slip_score(bare, fold(as_written)) is not None)
    ):
        return True
    above, _, head = stem.rpartition(" ")
    if above.endswith("s") and _goes_on(own, head, _DEFINITE):
        # "Socialnämndens arbetsutskott" in the minutes of "Arbetsutskottet", unless those name another body above it.
        return not any(own.startswith(head, above_it.end()) for above_it in _ABOVE.finditer(own))
    generic = _GENERIC_NOUN.search(bare)
    if generic and not _WORDS.search(own) and _BARE_DEFINITE.fullmatch(bare):
        # The head gave no name: whoever is called "styrgruppen" without more is most likely the forum.
        return True
    return bool(generic and (bare.startswith(generic.group(1)) or bare.startswith("motet")) and generic.group(1) in own)
