"""Lines where an item may begin: the forms of numbers, letters and bullets, and what a title looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.items.titles import BODY, DIARY_LINE, DIARY_NUMBER, DIARY_WORD, REFERENCE
from ingest.lines import Line
from ingest.verbs import is_finite
from ingest.vocabulary import Section, section_heading

SECTION = re.compile(
    rf"^_*(?:(?:19|20)\d\d\s?(?=§\s?\d))?(?:(?i:ärende|punkt|nr)\s*\d{{1,3}}[.,:]?\s+(?=\S{{0,9}}\s?§))?(?:(?:(?P<prefix>{BODY})\s*)?§{{1,2}}\.?\s*(?:(?:19|20)\d\d\s?[:/-]\s?)?(?P<a>\d{{1,4}})|(?P<b>\d{{1,4}})\s*§(?!§)|(?i:paragraf)\s+(?P<c>\d{{1,4}}))"
    r"(?:/\d{2,4}(?!\d)|\s?[/:–-]\s?(?:19|20)\d\d(?!\d)|\s\((?:19|20)\d\d\))?(?P<sub>\s?[a-z]\b|\s?[A-E](?=\s+[A-ZÅÄÖ][a-zåäö]))?\s*(?:[.:)/|]|,(?=\s+[A-ZÅÄÖ]))?\s*(?:[–-]\s+)?(?P<rest>.*)$",
    re.DOTALL,
)
BEHIND = re.compile(
    rf"^(?P<title>[A-ZÅÄÖ][^§]{{2,140}}?)\s+(?:{BODY}\s*)?§\s*(?P<a>\d{{1,4}})(?:/\d{{2,4}}(?!\d))?\s*(?:(?:{DIARY_WORD})?{DIARY_NUMBER})?$",
    re.DOTALL,
)
""" "Title § 12", "Title Ks § 12 Dnr KS 2024/3": the number of a paragraph behind its title."""
SECTION_SUB = re.compile(r"^§\s*(?P<a>\d{1,4})\.(?P<b>\d{1,2})[.)]?\s+(?P<rest>[A-ZÅÄÖ].*)$", re.DOTALL)
""" "§ 1.2 Title"."""
POINT = re.compile(
    r"^(?:(?:dagordnings|agenda|mötes|ärende|besluts|informations|diskussions|dagordningens\s+)?punkt|pkt\.?|ärende|nr\.?|p\.|(?-i:P)\s?(?=\d{1,2}[.:]?\s+(?-i:[A-ZÅÄÖ])))\s*(?:nr\.?\s*)?(?P<a>\d{1,3})(?P<sub>[a-z])?\b(?:/\d{2,4}(?!\d))?\s*[.:)–-]?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
DECIMAL_SUB = re.compile(
    r"^(?P<a>\d{1,3})(?:[.:](?P<b>\d{1,2})[.)]?\s+|\.\s(?P<c>\d{1,2})[.)]\s*(?=[A-ZÅÄÖ]))(?P<rest>\S.*)$", re.DOTALL
)
""" "2.1 Title", "2:1 Title", "2. 2. Title", "2. 2.Title"."""
PREFIXED = re.compile(
    r"^(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4})\s(?:20\d\d[:-](?=\d{1,3}\s))?(?P<a>(?!20\d\d/)\d{1,4})(?:/(?:20)?\d\d)?[.:]?(?:\s+(?P<rest>[A-ZÅÄÖ].*))?$",
    re.DOTALL,
)
""" "Ks 250 Title", "KS 75/2013 Title": the number of a paragraph after the body's short name."""
DECIMAL_LETTER = re.compile(r"^(?P<a>\d{1,3})\s?[.:]?\s?(?P<sub>[a-zåäö])(?:\s?[.):]\s*|\t)(?P<rest>\S.*)$", re.DOTALL)
BARE_LETTER = re.compile(r"^(?P<a>\d{1,3})\s?[.:]?\s?(?P<sub>[a-zåäöA-K])\s+(?P<rest>[A-ZÅÄÖ].*)$", re.DOTALL)
""" "3a Title", "3 a Title", "3.a Title"; of one number with the others below it."""
CAPITAL_LETTER = re.compile(r"^(?P<sub>[A-K])\s?[).:]\s+(?P<rest>[A-ZÅÄÖ]\S*[a-zåäö].*)$", re.DOTALL)
DECIMAL = re.compile(
    r"^(?P<a>\d{1,3})\s?(?P<mark>\.(?:\)|:|-(?=\s)|0(?=\s+[A-ZÅÄÖ]))|[.):/]|[–-](?=\s)|(?=\s))\s*(?P<rest>\S.*)?$", re.DOTALL
)
OF_MEETING = re.compile(r"^(?P<meeting>\d{1,3}[:.-])(?P<a>[1-9]\d?)[.)]?\s+(?P<rest>[A-ZÅÄÖ].*)$", re.DOTALL)
""" "5:2 Title", "5-2 Title", "5.2 Title": the second matter of the fifth meeting."""
NO_BODY = re.compile(
    r"Bil|Bilaga|Box|Sida?|Blad|Steg|Fas|Del|Plan|Rad|Dnr|Nr|År|Kap|Art|Prop|Mom|Tel|Fax|Jan|Feb|Mars|Apr|April|Maj|Juni|Juli|Aug|Sept?|Okt|Nov|Dec|Den|Kl|Punkt|Vid|Ca|Rum|Sal|Ord|Ers|Dag|Grupp|Pass|Spår|Block|Tema|Mål|Etapp|Möte|Vecka|Period|Alt|Fråga"
)
""" "Bilaga 2", "Maj 2": words before a number that are no body."""
LETTER = re.compile(r"^(?P<sub>[a-zåäö])(?:\s?[).:]\s+|\t)(?P<rest>\S.*)$", re.DOTALL)
""" "a) Title", and "a" in a cell of its own before it."""
BULLET = re.compile(r"^[-–•*·]\s*(?P<rest>\S.*)$", re.DOTALL)
_DECIDING = re.compile(r"\bbeslut(?:ade|ar|a)?\b(?:\s+(?:att|följande|enligt\s+följande))?\s*:?\s*$", re.IGNORECASE)
CLAUSE = re.compile(r"^(?:att|dels\s+att|samt\s+att)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,/(–-]|\b(?:och|samt|för|av|till|i|med|om|mot|från|vid|på|ang\.?|angående|gällande|avseende|inom|enligt|den|det|de|en|ett|ny|nya|nytt"
    r"|hos|mellan|under|inför|efter|per|kring|rörande|genom|utan|via|eller|som|att|hur|sin|sitt|sina|dess|deras|vissa|kommunens|regionens|nämndens))\s*$",
    re.IGNORECASE,
)
_LONGEST_SMALL = 12
"""Letters of the longest of these words, and some more."""


def is_unfinished(text: str) -> bool:
    """Whether a text ends with a sign or a small word that something must follow."""
    return _UNFINISHED.search(text, max(0, len(text.rstrip()) - _LONGEST_SMALL)) is not None


NOT_TITLE = re.compile(
    r"^(?!(?:tid|datum|plats)\b[^:]{1,16}\b(?:nästa|kommande)\s\w+\W*$)(?:föredrag(?:ande|ning)|närvarande|frånvarande|förhinder|deltagare|dnr|diarienr|beslut|att|tid|plats|datum|sida|sidan|bilaga|justera|vid protokollet|ordförande:)\b|^\W*$|^https?://",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?<!\bm\.m)(?<!\bm\.fl)[.:,;?]\s*$")
"""The end of a sentence; not that of "m.m."."""
_SIGNS = re.compile(
    r"\bbeslut(?:ar|ade|at)\b|^(?:\S+\s+)?beslut\b(?!$)|\b(?:informera|redovisa|redogö)\w*|^(?:ordförande|sekreterare|justera)"
)
_SIGN_STEMS = ("beslut", "informera", "redovisa", "redogö", "ordförande", "sekreterare", "justera")
"""One of these is in each of them. Both are for text in lower case."""


@dataclass(frozen=True)
class Start:
    """A line where an item may begin. `value` is the number among its kind; `sub` a letter or second number."""

    line: Line
    scheme: str
    value: int
    sub: str | None
    rest_offset: int
    """Offset in the text at which the title begins; the line's end when the title stands on the next line."""
    level: int = 0
    listed: bool = False
    """It follows the words of a decision, so that it may be one of its numbered clauses."""
    prefix: str = ""
    """Whose number it is, in small letters: "ks"."""
    title_end: int | None = None
    """Offset at which the title ends, where its number stands behind it; None where the number is in front."""

    @cached_property
    def is_without_title(self) -> bool:
        """Whether nothing that may be a title stands behind the number on its line."""
        return is_without_title(self.line.document.text[self.rest_offset : self.line.end].strip(" \t–-"))


def first_cell_joined(line: Line) -> str:
    """A table row as text with its cells apart by a space; offsets stay those of the line."""
    return line.text.replace("\t", " ") if line.cells else line.text


DIARY_OF_YEAR = r"(?:20)?\d\d/(?:\d{1,5}|[A-ZÅÄÖ]{2,4}\s?\d{1,5})"
"""A diary number without its word, between a number and a title: "2016/0012", "07/TN 0054"."""
_OLD_DIARY = re.compile(r"\d{3,6}/(?:19|20)?\d\d|(?:19|20)\d\d[./:]\d{1,6}(?:[-/.]\d{1,6})*")
"""A diary number without letters: "0456/20", "2012.411", "2011/141"."""
_IN_SENTENCE = re.compile(
    r"(?:[-–,.;]|att\b|och\b|samt\b|i\b|av\b|kap\b|st\b|kr\b|procent\b|%|tkr\b|mnkr\b|miljon|§)", re.IGNORECASE
)


def is_plausible(rest: str) -> bool:
    """Whether what stands beside a number may be a title: not the rest of a sentence ("§ 36 justeras omedelbart"), of a sum or a clause."""
    bare = rest.strip()
    if not bare:
        return True
    if _OLD_DIARY.fullmatch(bare):
        return True
    if not any(map(str.isalpha, bare)) or (bare[0].islower() and is_finite(bare.split(maxsplit=1)[0])):
        return False
    return not _IN_SENTENCE.match(bare)


def stands_out(line: Line) -> bool:
    """A heading, or a bold line that is none of the bold words of a decision."""
    if line.is_heading:
        return True
    bold = line.blank_before and line.bold_share > 0.85
    return bold and not (section_heading(line.text) or is_deciding(line.text) or CLAUSE.match(line.text))


@lru_cache(maxsize=1024)
def is_deciding(text: str) -> bool:
    """Whether a line ends with the words that lead in a decision: "Nämnden beslutade att"."""
    return "beslut" in text.lower() and _DECIDING.search(text) is not None


_LEADS = re.compile(
    r"\b(?:beslut(?:ade|ar|as|ades)|beslöt|enades|enas|överenskom)\b(?:\s+(?:att|om|därför|följande|enligt\s+följande|om\s+följande)){0,2}\s*:?\s*$"
)


def leads_decision(text: str) -> bool:
    """Whether a line of its own leads in what was decided and is no title, however it is set: "Rådet beslutade", "Gruppen enades om:"."""
    return _LEADS.search(text) is not None


def opens_title(line: Line) -> bool:
    """Whether a line may be the title of the number that stands alone above it."""
    return line.text[:1].isupper() and not CLAUSE.match(line.text) and not DECIMAL.match(line.text)


def is_like_title(line: Line, strong: bool) -> bool:
    if strong != (line.is_heading or line.bold_share > 0.6) or not line.blank_before or line.cells:
        return False
    return reads_like_title(line.text)


def reads_like_title(text: str) -> bool:
    """Whether the words may be a title: short, with a capital, without the end of a sentence, and none of those of decisions and heads."""
    if not 3 <= len(text) < 110 or not text[0].isupper() or _ENDED.search(text):
        return False
    if NOT_TITLE.match(text) or section_heading(text) or LETTER.match(text) or CLAUSE.match(text):
        return False
    lower = text.lower()
    return not any(stem in lower for stem in _SIGN_STEMS) or _SIGNS.search(lower) is None


_REGISTERED = re.compile(
    r"(?![A-ZÅÄÖ][a-zåäö]{3}\s+(?:19|20)\d\d$)(?:[\d./:-]{3,}|[A-ZÅÄÖ]{1,3}\d{3,}|[A-ZÅÄÖ][A-Za-zåäö]{0,3})(?:\s+(?:[\d./:–-]+|[A-ZÅÄÖ][A-Za-zåäö]{0,3}|[A-ZÅÄÖ]{1,3}\d{2,}|[Dd]iarie(?:kod|plan):?))*"
)
_OF_AGENDA = re.compile(r"(?:Ärende|Punkt)\s+(?:nr\.?\s*)?\d{1,3}[.:]?")
""" "§ 44 Ärende 1": the number that the matter has in the agenda, beside that of the paragraph."""
""" "99.627-232 Ks": numbers and short names of bodies; not "Sand 2025", a word and its year."""


_ENCLOSED = re.compile(r"(?:^|\s)Särsk(?:ild|\.)?\s?bilag(?:a|or)$")
""" "Au 153 Särsk.bilaga": that there is an enclosure, in the margin of a paragraph."""


def is_without_title(beside: str) -> bool:
    """Whether what stands beside a number is no title: nothing, figures, a diary number, or where the paragraph is sent."""
    beside = _ENCLOSED.sub("", beside)
    if not any(map(str.isalpha, beside)) or DIARY_LINE.match(beside) or ("§" in beside and REFERENCE.match(beside)):
        return True
    if any(map(str.isdigit, beside)) and (_REGISTERED.fullmatch(beside) or _OF_AGENDA.fullmatch(beside)):
        return True
    heading = section_heading(beside)
    return heading is not None and heading.section is Section.DISTRIBUTION
