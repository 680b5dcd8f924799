"""Decisions told in sentences, where no block or heading holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.record import Span
from ingest.bodies import find_named
from ingest.decisions.asked import asks_itself, gives_task, is_due, sends_on
from ingest.decisions.clauses import Clause
from ingest.decisions.deciders import Minutes, is_forum_phrase, is_own
from ingest.decisions.item_lines import ItemLines, find_stretches
from ingest.decisions.loose import judges
from ingest.decisions.sentence import clauses_in
from ingest.decisions.splitting import split_clauses
from ingest.document import Document
from ingest.sentences import cut_sentences, iter_sentences
from ingest.vocabulary import BODY_NOUN


class Told(NamedTuple):
    """What the sentences of an item decide that stand in no section."""

    clauses: list[Clause]
    set_aside: list[Span]
    """Sentences that name nobody behind what another body decided: theirs, as far as the words tell."""


def find_told(item: ItemLines, title: str, alone: bool = True) -> Told:
    """The clauses of sentences that stand in no section: with "beslutar att", asked of another body, or stated outright.

    `alone`: no label or heading of the item decides anything; only then does the forum decide by what it recommends.
    """
    clauses: list[Clause] = []
    set_aside: list[Span] = []
    retold = is_retold(title, item.minutes)
    last: Span | None = None
    for start, end in find_stretches(item.lines, [s is None for s in item.sections]):
        heading = item.text[start:end].split("\n", 1)[0]
        retold = retold or (len(heading.split()) <= _TITLE_WORDS and is_retold(heading, item.minutes))
        another, ended = False, start
        for s, e in _begun_anew(item, iter_sentences(item.text, start, end)):
            sentence = item.text[s:e]
            others = _is_of_another(sentence, item.minutes, retold)
            nameless = another and _NAMELESS.match(sentence) is not None and "\n\n" not in item.text[ended:s].replace(" ", "")
            another, ended = others or nameless or (another and retold), e
            if nameless:
                set_aside.append((s, e))
            if nameless or (others and retold):
                continue  # "Stämman antog stadgarna. Det beslutades också att …"
            if alone and _may_give_task(sentence, clauses, last) and gives_task(sentence, item.minutes):
                clauses.append(Clause(s, e, listed=True))
                last = (s, e)
                continue
            if last is not None and clauses and is_due(item.text, clauses[-1], last, (s, e)):
                clauses.append(Clause(s, e, listed=True))
                last = (s, e)
                continue
            if item.text.startswith("Att ", s) and _goes_on(item.text, clauses, last) and not judges(sentence):
                clauses += split_clauses(item.text, s, e)
                last = (s, e)
                continue
            if sends_on(sentence, item.minutes) and not (
                _is_paragraph(item.text, (s, e), (start, end))
                or (alone and (_is_next(clauses, last) or _is_line(item.text, s, e)) and asks_itself(sentence, item.minutes))
            ):
                continue
            clauses += clauses_in(item.text, s, e, item.minutes, retold and not _FILED.match(item.text, s))
            last = (s, e)
    words = item.text[slice(*last)].lower() if last and not clauses else ""
    thanks = _THANKS.match(item.text[slice(*last)]) if last and ("tackar" in words or "tagit del" in words) else None
    if last and thanks and is_forum_phrase(thanks["subject"], item.minutes):
        return Told([Clause(*last, listed=True)], set_aside)
    return Told(clauses, set_aside)


_NAMELESS = re.compile(
    r"(?:(?:Det|Man|De|Där|Även|Vidare|Dessutom|Också)\s+)?(?i:besl(?:utade|utades|öt|öts)|bestämde|bestämdes|antogs?|enades)\b"
)
""" "Det beslutades också att …": who did so stands in the sentence before."""
_DECIDED_BY = re.compile(
    r"(?P<who>[A-ZÅÄÖ][^.:,]{2,60}?)\s+(?:beslutade|beslöt|antog|enades|fastställde|godkände|avslog|valde|utsåg)\b"
)
_DECIDED = ("eslutade", "eslöt", "antog", "enades", "ställde", "kände", "vslog", "valde", "utsåg")
_MET_ELSEWHERE = re.compile(r"(?:\w*stämman|års?mötet|\w*konferensen|kongressen|riksdagen)", re.IGNORECASE)


def _is_of_another(sentence: str, minutes: Minutes, retold: bool) -> bool:
    """Whether a sentence tells that another body decided; under a title that tells of another's meeting, that meeting itself is one."""
    match = _DECIDED_BY.match(sentence) if any(stem in sentence for stem in _DECIDED) else None
    if match is None:
        return False
    if retold and _MET_ELSEWHERE.fullmatch(match["who"]):
        return minutes.as_written is None or match["who"].casefold() not in minutes.as_written.casefold()
    return BODY_NOUN.search(match["who"]) is not None and not is_own(match["who"], minutes)


def _may_give_task(sentence: str, clauses: list[Clause], last: Span | None) -> bool:
    """Whether a sentence speaks of an assignment; of a task only right behind what was decided, else it is who does what."""
    behind = "ppgift" in sentence and bool(clauses) and _is_next(clauses, last)
    return behind or "ppdr" in sentence or "mandat" in sentence


def _is_next(clauses: list[Clause], last: Span | None) -> bool:
    """Whether nothing is decided yet, or the sentence before this one decided."""
    return not clauses or (last is not None and clauses[-1].start >= last[0])


def _goes_on(text: str, clauses: list[Clause], last: Span | None) -> bool:
    """Whether the sentence before this one decided by an att-sats: "Rådet beslutar Att anta planen. Att sprida den." """
    return (
        bool(clauses)
        and last is not None
        and clauses[-1].start >= last[0]
        and text[clauses[-1].start : clauses[-1].start + 4].lower() == "att "
    )


_THANKS = re.compile(
    r"^(?P<subject>(?:\w[\w\s-]{0,60}?)?(?:nämnden|kommunstyrelsen|regionstyrelsen|fullmäktige|utskottet))\s+(?:tackar\s+för\s+(?:den\s+)?(?:information|redovisning|rapport|redogörelse|presentation|dragning|föredragning|återkoppling|genomgång)\w*\b"
    r"|har\s+tagit\s+del\s+av\s+(?:\w+\s+)?(?:information|meddeland|delgivning|redovisning|rapport|ärend|handling|beslut|delegationsbeslut|anmälning|skrivelse|protokoll)\w*\.?$)",
    re.IGNORECASE,
)
""" "Nämnden tackar för informationen.", "Nämnden har tagit del av meddelandena.": as the last word of a matter in which nothing else is decided, it disposes of it. What a council,
a group or the board of an association is glad of is courtesy."""
_ANEW = re.compile(
    r"\s(?<=[\wåäö.)”]\s)\s*(?=[A-ZÅÄÖ]|\w*[Aa]nteckningarna\s)(?=Till\s+[\wåäö]+\s+(?:valdes|utsågs|utses|väljs)\b|Beslut(?:as|ades)\s+att\b|(?P<body>[A-ZÅÄÖ][\wåäö-]*)\s+(?:beslutar(?=\s+att\b)|beslutade|beslöt|godkände|godkänner|fastställde|fastställer|antog|noterade|noterar|utsåg|utser|rekommenderar|rekommenderade|uppdrar|uppdrog|avslår|avslog|föreslår(?=\s[^.:]{3,60}?\s(?:att\s+)?besluta\b))\b"
    r"|(?:[A-ZÅÄÖ]?\w*[Aa]nteckningarna|Protokollet|Ärendet|Frågan|Rapporten|Informationen|Redovisningen|Föredragningslistan|Dagordningen)(?:\s+av\s+[a-zåäö]+)?\s+(?:läggs|lades|godkänns|godkändes|bordläggs|noteras|antecknas|fastställs|fastställdes)\b"
    r"|[A-ZÅÄÖ][a-zåäö]+(?:[aeo]rna|en|et)\s+(?:får|fick|ges)\s+i\s+uppdrag\s+att\b|[A-ZÅÄÖ-]{4,}\s+BESLUTAR\b)"
)
_OTHER_DECIDES = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]*(?:nämnden|styrelsen|utskottet|fullmäktige|direktionen)\s+(?:beslutar|beslutade|beslöt)\s+att\s"
)
""" "Utskottet beslutade att bereda frågan Kommunstyrelsen beslutade att …": what another body decided begins anew."""
_JOINS = re.compile(
    r"(?:[,(]|\b(?:att|där|som|när|då|vid|på|i|av|och|samt|men|om|för|till|från|eller|än|har|hade|sedan|den|det|efter|innan|enligt))$",
    re.IGNORECASE,
)


def _begun_anew(item: ItemLines, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, cut where the forum or an election begins another without a full stop before it.

    "… enligt bilaga 2 Nämnden godkände planen": in a copy that lost its line ends, or behind a letter ("bilaga B. Nämnden …").
    """

    def begins(border: re.Match[str], at: int) -> bool:
        body = border["body"]
        decides = body is None or is_forum_phrase(body, item.minutes) or _OTHER_DECIDES.match(item.text, border.end())
        return bool(decides) and not _JOINS.search(item.text[at : border.start()])

    return cut_sentences(item.text, sentences, _ANEW, begins)


_EMPTY_LINE = re.compile(r"^[ \t]*\n[ \t]*\n|\n[ \t]*\n[ \t]*$")


def _is_paragraph(text: str, sentence: Span, around: Span) -> bool:
    before, after = text[around[0] : sentence[0]], text[sentence[1] : around[1]]
    return (not before.strip() or bool(_EMPTY_LINE.search(before))) and (not after.strip() or bool(_EMPTY_LINE.match(after)))


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether a sentence fills its line, below one that ended: notes whose paragraphs are lines without empty ones between."""
    above = text[:start].rstrip(" \t")
    return above.endswith((".\n", "!\n", "?\n")) and text[end : end + 1] in ("", "\n")


_RETOLD = re.compile(
    r"^(?:\W*\d*\W*)(?:rapport(?:er)?|återrapport\w*|information|redogörelse|referat|nytt|nyheter|aktuellt|återkoppling|(?:anmälan\s+av\s+)?protokoll)\s+(?:från|om|av)\b",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:anmälningarna|anmälningsärendena|delgivningarna|meddelandena|skrivelserna|protokollen|handlingarna)\s+(?:läggs|lades|noteras|noterades|antecknas|antecknades)\b",
    re.IGNORECASE,
)
""" "Anmälningarna läggs till handlingarna.": what was listed, minutes of others among it, is filed at this meeting."""
_GATHERED = re.compile(r"möte|sammanträde|konferens|stämma|träff|riksdagen|kongress", re.IGNORECASE)
_TITLE_WORDS = 12


def is_retold(title: str, minutes: Minutes) -> bool:
    """Whether a title says that another body's meeting is told of: "Rapport från styrgruppens möte"."""
    match = _RETOLD.match(title)
    if match is None:
        return False
    rest = title[match.end() :]
    named = [rest[n.start : n.end] for n in find_named(rest, minutes.context)] or BODY_NOUN.findall(rest)
    return bool(_GATHERED.search(rest)) or any(not minutes.is_forum(n) for n in named)


def find_in_title(document: Document, span: Span, minutes: Minutes) -> list[Clause]:
    """What is decided in a title that is a whole sentence; a title that names a matter decides nothing."""
    start, end = span
    text = document.text
    sentence = text[start:end].rstrip()
    ended = sentence.endswith((".", ":")) or text[end : end + 1] in (".", ":")
    if not ended and len(sentence.split()) > _TITLE_WORDS:
        return []
    return clauses_in(text, start, end, minutes, retold=False)
