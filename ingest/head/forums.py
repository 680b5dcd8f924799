"""Whose meeting it was: the forum as the head names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.lexicon import BodyKind, BodyMention, ForumEntry, Lexicon
from graph.names import squash
from ingest.dates import find_dates
from ingest.head.associations import find_association, find_company, is_bare_board, is_federation
from ingest.head.forum_lines import (
    COOPERATION,
    SHORT_FORM,
    committee_below,
    cooperation_above,
    group_of_college,
    in_capitals,
    line_above,
    with_above,
    with_capitals_below,
    with_next,
)
from ingest.head.forum_names import (
    FORUM_NOUN,
    NAMELESS,
    NOTHING,
    UNNAMED,
    Found,
    as_written,
    bare_field,
    find_met,
    first_name,
    is_general,
    whole_name,
    without_minutes,
)
from ingest.head.forum_places import with_county
from ingest.head.labels import Holds, parse_label
from ingest.head.names import parse_title
from ingest.head.notices import find_organ
from ingest.head.owners import find_organisation
from ingest.head.titles import MINUTES
from ingest.lexicon import head_words
from ingest.lines import Line
from ingest.verbs import has_finite

_SHORT_LINE = 200
"""Characters from which a line is text that ran together."""
_NEAR = 60


def is_sure(written: str, line: Line | None) -> bool:
    """Whether a forum as written says by itself that a body of this name met: not "beredningen" alone, no bare title, and nothing out of
    the middle of text that ran together, or out of brackets."""
    if FORUM_NOUN.search(written) is None or is_general(written):
        return False
    at = line.text.find(written) if line is not None else -1
    if line is None or at < 0:
        return True
    if line.text.count("(", 0, at) > line.text.count(")", 0, at) or _PEOPLE_BEFORE.search(line.text, 0, at):
        return False
    return len(line.text) < _SHORT_LINE or at <= _NEAR


_PEOPLE_BEFORE = re.compile(r"(?:närvarande|beslutande|deltagare|deltagande|ledamöter|ersättare|adjungera\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Front:
    """What tells whose meeting it was: the lines of the head with the title first, and those behind the list of who was there."""

    head: list[Line]
    title: Line | None
    behind: list[Line]
    lexicon: Lexicon
    ordered: list[Line]

    @property
    def top(self) -> list[Line]:
        """The lines in which an association or a company stands whose board met."""
        return self.ordered[:8]


def find_forum(head: list[Line], title: Line | None, behind: list[Line], lexicon: Lexicon) -> Found:
    """The known forum named first in title and head; else the first name that ends as forums' names do; else the bare title."""
    ordered = ([title] if title else []) + [line for line in head if line is not title]
    front = _Front(head, title, behind, lexicon, ordered)
    return next((found for way in _WAYS if (found := way(front))), UNNAMED)


def find_known_forum(head: list[Line], title: Line | None, lexicon: Lexicon) -> ForumEntry | None:
    """The forum that `find_forum` finds, when it is a known one: the names of others are not put together."""
    front = _Front(head, title, [], lexicon, ([title] if title else []) + [line for line in head if line is not title])
    found = _known_first(front)
    if found is None and next(_iter_nouns(front), None) is None:
        found = _in_notice(front)
    return found.entry if found else None


def _named_by_noun(front: _Front) -> Found | None:
    """The first name that ends as forums' names do, in a line that is no field of something else."""
    match, visible, line = next(_iter_nouns(front), (None, "", None))
    if match is None or line is None:
        return None
    if match.re is _GROUP_MET:
        return Found(None, squash(f"{match['group'].capitalize()}en för {match['of']}"), line)
    return _named_at(match, visible, line, front)


def _iter_nouns(front: _Front) -> Iterator[tuple[re.Match[str], str, Line]]:
    """Where such a name stands: its match, in the words of which line."""
    for line in front.ordered[:15]:
        label = parse_label(line.text)
        if label and label.holds not in {Holds.FORUM, Holds.MEETING_DAY} and not _TITLED_IN_RUN.search(line.text):
            continue
        words = label.value if label and label.holds is Holds.FORUM and label.value else line.text
        if (met := find_met(words)) and (named := FORUM_NOUN.match(words[: met.end("name")], met.start("name"))):
            yield named, words[: met.end("name")], line
            continue
        visible = without_minutes(words)
        match = _GROUP_MET.search(visible) if "grupp" in visible.lower() else None
        match = match or first_name(visible)
        if match and (match.re is _GROUP_MET or not _OF_ASSOCIATION.match(visible, match.start("name"))):
            yield match, visible, line


def _named_at(match: re.Match[str], visible: str, line: Line, front: _Front) -> Found:
    """The body that a line names, with what the lines beside it say of its name."""
    if capitals := in_capitals(visible, match, line, front.head):
        return Found(None, capitals, line)
    visible = with_next(with_above(visible, match, line, front.head), match, line, front.head)
    match = FORUM_NOUN.search(visible) or match
    name = with_county(visible, match, front.lexicon)
    if named := _with_owner(name, front) or (_named_alone(front) if NAMELESS.fullmatch(name) else None):
        return named
    if is_general(name) and (joint := group_of_college(name, visible, line, front.head) or cooperation_above(line, front.head)):
        return joint
    if local := _with_place(name, line, front):
        return local
    if committee := committee_below(name, line, front.head):
        return committee
    owner = _whose_board(front) if is_bare_board(name) else None
    return Found(None, name, line) if owner is None or is_federation(owner.written or "") else owner


def _with_place(name: str, line: Line, front: _Front) -> Found | None:
    """The body with the county or the place that another line of the head names it with: "Protokoll Hamnnätverket" below "Hamnnätverket
    Dalarna 2031-03-12"."""
    for other in front.top:
        match = FORUM_NOUN.match(other.text) if other is not line and not parse_label(other.text) else None
        if match and match["name"].casefold() == name.casefold() and not match["tail"]:
            whole = with_county(other.text, match, front.lexicon)
            if whole != squash(match["name"]):
                return Found(None, whole, other)
    return None


def _named_alone(front: _Front) -> Found | None:
    """The first body that has a line of its own and is called more than "Gruppen"."""
    for line in front.top:
        words = without_minutes(line.text)
        match = FORUM_NOUN.match(words)
        if match and (name := with_county(words, match, front.lexicon)) == squash(words) and not NAMELESS.fullmatch(name):
            return Found(None, name, line)
    return None


def _with_owner(name: str, front: _Front) -> Found | None:
    """The committee of which the head says whose it is: "Protokoll Arbetsutskottet" over "Organ Hamnförbundets arbetsutskott"."""
    if not name.casefold().endswith("utskottet"):
        return None
    for line in front.top:
        for owned in _OWNED_COMMITTEE.finditer(line.text):
            if name.casefold().removesuffix("et") == owned["committee"].removesuffix("et"):
                return Found(None, squash(owned.group()), line)
    return None


_OWNED_COMMITTEE = re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][\wåäö-]{3,}s\s+(?P<committee>[a-zåäö]+utskott(?:et)?)(?![\wåäö-])")


def _named_behind(front: _Front) -> Found | None:
    """A page whose heading looks like an item ("1 PROTOKOLL") has its forum behind it."""
    for line in front.behind[:_FEW]:
        if match := FORUM_NOUN.match(line.text):
            name = whole_name(line.text, match)
            if len(_LABEL_BEHIND.sub("", line.text)) <= len(name) + 3:
                return Found(None, name, line)
    return None


def _titled_by_noun(front: _Front) -> Found | None:
    if front.title is None:
        return None
    bare = parse_title(front.title.text)
    named = bare and FORUM_NOUN.fullmatch(bare) and bare.casefold() in front.title.text.casefold()
    return Found(None, bare, front.title) if named else None


def _board_of_federation(front: _Front) -> Found | None:
    """The board that a title tells of, where the head says whose it is; else its name would be that of all such boards."""
    line = next((line for line in front.top if _BOARD_OF_FEDERATION_MET.match(line.text)), None)
    owned = line is not None and find_organisation(front.head, line.document, front.lexicon) is not None
    return Found(None, "Direktionen", line) if owned else None


_BOARD_OF_FEDERATION_MET = re.compile(r"direktions(?:protokoll|möte|sammanträde)", re.IGNORECASE)


def _association(front: _Front) -> Found | None:
    for line in front.top:
        if not parse_label(line.text) and (association := find_association(without_minutes(line.text))):
            return Found(None, with_capitals_below(association, line, front.head), line)
    return None


def _board(front: _Front) -> Found | None:
    told = next((line for line in front.top if "styrelse" in line.text.casefold()), None)
    owner = _whose_board(front) if told else None
    return Found(None, "Styrelsen", told) if owner and is_federation(owner.written or "") else owner


def _whose_board(front: _Front) -> Found | None:
    """Whose a board is that is called nothing but a board: the association or company that has a line of the head of its own."""
    for line in front.top:
        words = _REGISTERED.sub("", without_minutes(line.text)).strip(" ,–-")
        if not parse_label(line.text) and ((association := find_association(words)) == squash(words) or find_company(words)):
            name = association or find_company(words) or words
            return Found(None, with_capitals_below(name, line, front.head), line)
    return None


_REGISTERED = re.compile(r"[\s,(]*\borg(?:anisations)?\.?\s?(?:nr|nummer)\b.*", re.IGNORECASE)
"""What stands behind a company's name in its letterhead: "Norrby Hamn AB, org.nr 556123-4567"."""


def _those_who_live_there(front: _Front) -> Found | None:
    for line in front.top:
        if local := _LOCAL_MEETING.search(line.text):
            return Found(None, squash(f"{local['kind']}{local['in'] or ' '}{local['place']}"), line)
        if _MET_EACH_OTHER.fullmatch(line.text) and not find_dates(line.text):
            return Found(None, squash(line.text), line)
    return None


def _path_of_page(front: _Front) -> Found | None:
    for line in front.top:
        if _PATH_OF_PAGE.match(line.text) and (bare := parse_title(line.text)) and bare not in line.text.split(" > ")[0]:
            return Found(None, bare, line)
    return None


def _bare_title(front: _Front) -> Found | None:
    """What a title says beside that it is minutes."""
    title = front.title
    for line in ([title] if title else []) + [line for line in front.top if line is not title and MINUTES.search(line.text)]:
        if _KEPT_BY.search(line.text):
            continue
        if (bare := parse_title(line.text)) and not _NO_NAME.fullmatch(bare) and not _PEOPLE_BEFORE.search(bare):
            if spelled := _spelled_out(bare, front.top):
                return spelled
            if is_general(bare) and (joint := cooperation_above(line, front.head)):
                return joint
            owner = line_above(title, front.head) if is_bare_board(bare) or NAMELESS.fullmatch(bare) else None
            return Found(None, squash(owner.text) if owner else bare, owner or line)
    return None


def _spelled_out(short: str, lines: list[Line]) -> Found | None:
    """The name of which a line gives the short form that a title ends with: "Hamnsamverkan (HSG)" below "Protokoll HSG"."""
    ending = short.split()[-1]
    if not ending.isupper():
        return None
    line = next((line for line in lines if line.text.endswith(f"({ending})") and not parse_label(line.text)), None)
    name = squash(without_minutes(line.text)).removesuffix(f"({ending})").strip(" ,–-") if line else ""
    return Found(None, name, line) if name and name[0].isupper() and not has_finite(name) else None


def _short_form(front: _Front) -> Found | None:
    """The short form of a body that there is one of in many places, with the place: "BRÅ Norrby 4 maj"."""
    for line in front.top:
        text = without_minutes(line.text)
        if (short := _short_body().search(text)) and NOTHING.fullmatch(text, 0, short.start()) and not parse_label(line.text):
            return Found(None, squash(short.group()), line)
    return None


@cache
def _short_body() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, head_words().short_bodies)))
    place = r"(?: i)?(?: [A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?(?![\wåäö])){1,3}"
    return re.compile(rf"(?<![\wåäö-])(?:{forms})(?![\wåäö-])(?:{place})?(?=\s*$|,|\s+[–(\d-]|\s{{2,}})")


def _cooperation(front: _Front) -> Found | None:
    for line in front.top:
        text = without_minutes(line.text)
        if (cooperation := COOPERATION.search(text)) and NOTHING.fullmatch(text, 0, cooperation.start()):
            return Found(None, squash(cooperation["name"] + (bare_field(text, cooperation, bare=True) or "")), line)
    return None


def _meeting_of_group(front: _Front) -> Found | None:
    for line in front.top:
        if (met := _MET.fullmatch(line.text)) and not parse_label(line.text):
            return Found(None, squash(met["name"]), line)
    return None


def _met_of_chiefs(front: _Front) -> Found | None:
    """The chiefs who meet, with the place or the day behind, or nothing: "Kulturchefsmöte Norrby 4 maj"."""
    for line in front.top:
        if (met := _CHIEFS_MET.match(line.text)) and not has_finite(line.text):
            return Found(None, met["name"], line)
    return None


_CHIEFS_MET = re.compile(
    r"(?:\d{1,2}\s)?(?P<name>[A-ZÅÄÖ][a-zåäö]*(?<=[Cc]hef)smöte)(?=(?:\s+[A-ZÅÄÖ][a-zåäö-]+)?(?:\s*$|,|\s+\d))"
)


def _above_title(front: _Front) -> Found | None:
    above = line_above(front.title, front.head)
    return Found(None, squash(SHORT_FORM.sub("", above.text)), above) if above else None


def _in_notice(front: _Front) -> Found | None:
    return find_organ((*front.head, *front.behind), front.lexicon)


def _known_first(front: _Front) -> Found | None:
    return _known(front.ordered[:12], front.lexicon)


_WAYS: tuple[Callable[[_Front], Found | None], ...] = (
    _known_first,
    _named_by_noun,
    _named_behind,
    _in_notice,
    _titled_by_noun,
    _board_of_federation,
    _association,
    _board,
    _those_who_live_there,
    _path_of_page,
    _short_form,
    _met_of_chiefs,
    _bare_title,
    _cooperation,
    _meeting_of_group,
    _above_title,
)
"""The surest first."""

_LABEL_BEHIND = re.compile(r"\s+(?:dag|tid|plats|datum)\s*:?$", re.IGNORECASE)
"""A field of which only the label is left, at the end of a line that ran together."""
_FEW = 4

_GROUP_MET = re.compile(
    r"(?P<group>\b(?:styr|lednings|arbets|referens|projekt|berednings|samordnings)grupp)s(?:möte|träff|sammanträde)t?\s+(?:för|i|inom)\s+"
    r"(?P<of>(?:(?:det|den|de)\s+(?:[a-zåäö]+a\s+)?)?[\wåäö-]*(?:nätverket|projektet|samarbetet|samverkan|programmet|rådet|förbundet|avtalet))",
    re.IGNORECASE,
)
""" "Styrgruppsmöte för det nationella hamnnätverket": the group met, not the network."""
_TITLED_IN_RUN = re.compile(r"(?:en|et) Sammanträdesprotokoll\b")
""" "Datum 1 av 9 Hamnförbundet Direktionen Sammanträdesprotokoll": a head that ran together behind its first label."""
_NO_NAME = re.compile(
    r"bilag(?:a|or)|(?:deltagar|närvaro|uppropslista|tjänstgöringslista)\w*|handlingar|kallelser?|protokoll|dokument|underlag|(?:sammanträdes|konferens|mötes)(?:rum|sal)(?:met|en)?\b.*|(?:kommun|stads|region)hus(?:et)?\b.*",
    re.IGNORECASE,
)
_KEPT_BY = re.compile(
    r"(?:protokoll(?:et)?|anteckning(?:ar|arna)?)\s+(?:(?:är|har)\s+)?(?:(?:fört|förda|förs|förd|skrivs|skrivet|skrivna|upprättat|upprättade)\s+)?av\b"
    r"|\b(?:protokoll\w*förare|antecknare)\b",
    re.IGNORECASE,
)
""" "Protokoll förs av: Eva Holm": who kept them."""
_PATH_OF_PAGE = re.compile(r"(?:din position|du är här)\s*:?\s.*? > |(?:hem|start|startsida)(?: > [^>]+){2,}", re.IGNORECASE)
""" "Din position: Hem > Norrby kommun > Hamnbolaget AB > Sammanträde 2008-06-02"."""
_MET = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\wåäö]*(?:råd|nämnd|grupp|utskott|nätverk|direktion)s(?:möte|sammanträde)(?: [A-ZÅÄÖ][\wåäö]+){0,2})"
)
""" "Hamnrådsmöte Norra Viken", alone in its line."""
_LOCAL_MEETING = re.compile(
    r"(?<![\wåäö-])(?P<kind>(?i:orts(?:utvecklings)?|bya?|bygde|socken|kommundels|stadsdels|områdes)(?:möte|dialog|råd)(?:t|n|et)?):?(?P<in>\s+(?:i|för)\s+)?\s*(?P<place>[A-ZÅÄÖ][a-zåäö]+(?:[ -](?!(?:Vår|Höst)(?:en)?\b)[A-ZÅÄÖ][a-zåäö]+(?=[-,.\s]|$))?)"
)
""" "Ortsmötet i Norrby", "Bymöte: Norrby": those who live there met."""
_MET_EACH_OTHER = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]*)(?:möte|träff|samtal)\s+mellan\s+[^.:]{3,60}\soch\s[^.:]{3,40}")
""" "Dialogmöte mellan byarna och kommunen", alone in its line."""


def find_forum_in_margin(heads: list[Line], lexicon: Lexicon) -> Found:
    """The forum that page headers name: known, or with nothing before it on its line ("Bryggnämnden 2023-05-04 2 (9)")."""
    if known := _known(heads, lexicon):
        return known
    for line in heads:
        text = without_minutes(line.text)
        match = FORUM_NOUN.search(text)
        if match and not any(c.isalpha() for c in text[: match.start()]) and not has_finite(text):
            return Found(None, whole_name(text, match), line)
    return UNNAMED


@lru_cache(maxsize=64)
def _forums_in(text: str, lexicon: Lexicon) -> Sequence[BodyMention]:
    """The known forums that a line names: the first lines of a document are asked twice, for its setting and for its head."""
    return lexicon.find_bodies(text, (BodyKind.FORUM,))


def _known(lines: list[Line], lexicon: Lexicon) -> Found | None:
    """The forum of the lexicon that is named first."""
    for line in lines:
        for mention in _forums_in(line.text, lexicon):
            entry = mention.entry
            # "Chefsnätverket för vård" and "Chefsnätverk vård" are other bodies than a known "Chefsnätverket".
            named = line.text[mention.start : mention.end]
            longer = (_LONGER_INDEFINITE if _INDEFINITE.search(named) else _LONGER).match(line.text, mention.end)
            before = re.search(r"[A-ZÅÄÖ][\wåäö]*-,?\s+och\s+$", line.text[: mention.start])
            owner = named.endswith("s") or line.text[mention.end : mention.end + 1] == "s"
            if owner and _OWNED.match(line.text, mention.end):
                return None
            if isinstance(entry, ForumEntry) and not longer and not before:
                return Found(entry, as_written(line.text, mention.start, mention.end), line)
    return None


_OWNED = re.compile(r"s?\s+[A-ZÅÄÖ][\wåäö-]+(?:a|ella|nade) (?:nämnd|styrelse|utskott|råd)\b")
""" "Hamnförbundets Gemensamma nämnd": the known body is the one whose it is."""
_LONGER = re.compile(r"\s+(?:för|om|mot|inom)\s+[a-zåäö]")
_LONGER_INDEFINITE = re.compile(
    r"\s+(?:för|om|mot|inom)\s+[a-zåäö]|\s+(?!(?:i|på|den|kl|nr|vid|och|från|möte\w*|sammanträde\w*)\b)[a-zåäö]{3}"
)
_INDEFINITE = re.compile(r"[a-zåäö](?:nätverk|grupp|råd|forum)$")
_OF_ASSOCIATION = re.compile(r"(?i:\w*stämman?)\s+(?:i|med|för|hos)\s+[A-ZÅÄÖ]")
"""A meeting of all members, not a body: "årsstämma i Bryggföreningen"."""
