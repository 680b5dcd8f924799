"""The matter that the title of an agenda item names, without the words for what is done with it, the papers and the period.

"Svar på motion från Ida Rask (S) om gratis bussresor", "Gratis bussresor – lägesrapport" and "Uppföljning av gratis bussresor 2025"
all name "Gratis bussresor"; "Information från förvaltningschefen" and "Laget runt" name none. The words are in
`lexicon/titles.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from graph.lexicon import BodyKind, Lexicon
from graph.names import fold, squash
from graph.resolution.words import is_formality, organ_name
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import is_generic
from ingest.items import is_formal
from ingest.lexicon import title_words
from ingest.people import find_names

_YEAR = r"(?:(?<!agenda )(?<!vision ))(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?![\d:])"
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"),
    *("jan", "feb", "apr", "aug", "sept", "sep", "okt", "nov", "dec"),
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b"
_SEASON = r"(?:våren|hösten|sommaren|vintern|vår|höst|vt|ht)"
_PERIOD = (
    rf"(?:(?:t\.?o\.?m\.?|till\s+och\s+med|per|för|under|den|i)\s+)*(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s+)?{_MONTH}(?:\s?[-–]\s?{_MONTH})?(?:\s+{_YEAR})?(?:,?\s+kl\.?\s*[\d.:–-]+)?"
    rf"|(?:(?:för|under|avseende|år(?:en)?|perioden|mandatperioden|verksamhetsåret|läsåret)\s+)*(?:(?<!inför\s){_SEASON}\s+)?(?:\d\s+)?{_YEAR}(?:\s+års)?"
    rf"|(?:under\s+)?(?<!inför\s)\b(?:våren|hösten|vt|ht)\b|(?:per\s+)?(?:kvartal|tertial|månad)(?:\s?\d)?(?:\s+{_YEAR})?|\bdel\s+\d|(?<!\d)\d{{6}}(?!\d)"
)
""" "per den 31 augusti 2025", "januari–mars", "perioden 2025–2028", "hösten 2025", "kvartal 2", "del 2"; not "inför sommaren"."""
_ANY_PERIOD = re.compile(
    by_first_letter([Choice((*_MONTHS, "våren", "hösten", "vt", "ht", "kvartal", "tertial", "månad"))], [r"\d"]), re.IGNORECASE
)
"""One of these, or a figure, stands in every period."""
_PERIOD_LAST = re.compile(rf"(?:^|[\s,(–-]+)(?:{_PERIOD})\s*\)?$", re.IGNORECASE)
_PERIOD_FIRST = re.compile(rf"(?:(?:{_PERIOD}|\d)(?=\s|$)\s*)+", re.IGNORECASE)
_DANGLING = re.compile(r"\s+(?:och|samt|för|om|i|av|med|på|till|från|den|per|år|inklusive|(?:med|och)\s+plan)$", re.IGNORECASE)
_BORDER = re.compile(r"\s+[–—-]\s+|:\s+|;\s+|(?<=[a-zåäö]{4})\.\s+(?=[A-ZÅÄÖ])")
_COMMA = re.compile(r",\s+|\s,")
_QUOTED = re.compile(r"[\"”“»](?P<inside>[^\"”“«»]{3,60})[\"”“«»]?")
_BRACKET = re.compile(r"\([^()]*\)?")
_TELLS_OF = re.compile(
    r"(?P<who>\S+(?:\s+\S+){0,7}?)\s+(?:informera[rs]?|berättar|redogör|rapporterar|redovisar)\s+(?:för|om|kring)\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
_ABOUT = frozenset({"om", "angaende", "ang", "gallande", "avseende", "rorande", "kring", "betraffande"})
_ARTICLES = frozenset({"en", "ett", "den", "det", "de"})
_AND = frozenset({"och", "samt", ""})
_SMALL = frozenset({"som", "att", "eller", "sin", "sitt", "sina"}) | _ARTICLES | _AND
_TO_DO = frozenset(
    {"revidera", "utreda", "kartlagga", "inratta", "infora", "ta", "se", "uppdatera", "anta", "godkanna", "inga", "delta"}
)
""" "Uppdrag att ta fram …"."""
_PETITION = re.compile(
    r"(?:motion|interpellation|medborgarforslag|invanarforslag|e forslag|yrkande|fraga|initiativ|skrivelse)\w*"
)
_ASKING = re.compile(r"(?:ansokan|ansokning|begaran|hemstallan|askande)\w*")
""" "Ansökan om bidrag från …": who asks is of the matter."""
_ADJECTIVE = re.compile(r"\w*(?:sk|al|ell|ig|ad|iv|bar|ande)(?:t|a)?")
_OFFICE = re.compile(
    r"\w*(?:chef|direktör|ordförande|sekreterare|samordnare|strateg|politiker|ledning)(?:er|ar)?(?:n|en|na|s|ns|ens)*",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?<=\w)\s+(?:(?:remiss|svar|skrivelse|förslag)\s+från|som\s+(?:en\s+)?del\s+(?:i|av|inom))\s+.*$", re.IGNORECASE
)
_DECIDED = re.compile(r"(?<=\w)\s+(?:antas|godkänns|fastställs|revideras|beviljas|avslås|går\s+vidare)$", re.IGNORECASE)
""" "Riktlinjer för skolskjuts antas": a title that tells the outcome."""
_FRESH = re.compile(r"(?:ny|reviderad|uppdaterad|nytt|nya|reviderat|uppdaterat|reviderade)")
_PAPER = re.compile(
    r"\w+(?:plan|program|reglemente|policy|strategi|taxa|(?<!for)ordning|instruktion|avtal|overenskommelse|riktlinje|rutin)(?:n|en|et|er|r|rna)?"
)
_GENITIVE = re.compile(r"(?<=[nt])s$|(?<=na)s$")
_SENTENCE_CASE_LEAST = 6
_LISTED_WORDS = 3


class _Word(NamedTuple):
    text: str
    folded: str


@dataclass(frozen=True)
class _Rest:
    """What a part of a title says of the matter: `sure`, or only for want of anything better (whose paper it is, who reports)."""

    text: str
    sure: bool


_ARTICLE = re.compile(r"^(?:en|ett)\s+")


def find_matter(title: str, lexicon: Lexicon) -> str | None:
    """The matter as written, with a capital; None where the title names none, as formalia, turns to speak and bare papers do."""
    whole = squash(title).strip(" .,:;")
    if names_no_matter(whole):
        return None
    if quoted := _QUOTED.search(whole):
        inside = _without_period(squash(quoted["inside"]).strip(" ,."))
        if len(fold(inside)) >= 3:
            return _capital(inside)
    bare = squash(_BRACKET.sub(" ", whole)) if "(" in whole else whole
    if told := _TELLS_OF.fullmatch(bare):
        bare = told["what"]
    unsure: str | None = None
    for number, part in enumerate(_parts(bare, lexicon)):
        rest = _rest(_ARTICLE.sub("", part) if number else part, lexicon)
        if rest is not None and rest.sure:
            return _capital(rest.text)
        if rest is not None and unsure is None:
            unsure = rest.text
    return _capital(unsure) if unsure else None


@lru_cache(maxsize=4096)
def names_no_matter(title: str) -> bool:
    """Whether a title is of the order of business, or a frame that is filled with something else at every meeting."""
    folded = fold(title)
    return is_formal(title) or is_formality(title) or any(frame.fullmatch(folded) for frame in title_words().frames)


def _parts(text: str, lexicon: Lexicon) -> list[str]:
    """The title cut at dashes, colons and the like, and at commas that do not part the members of a list."""
    parts: list[str] = []
    for part in _BORDER.split(text):
        pieces = [p for p in _COMMA.split(part) if p.strip()] if "," in part else [part]
        parts += [part] if _is_list(pieces, lexicon) else pieces
    return [squash(p) for p in parts if p.strip()]


def _is_list(pieces: Sequence[str], lexicon: Lexicon) -> bool:
    """ "Barn, unga och familj": short pieces, "och" in the last, and none of them of what is done."""
    if len(pieces) < 2 or not re.search(r"(?<!-)\s(?:och|samt|&)\s", pieces[-1]) or re.match(r"\w+-\s", pieces[-1]):
        return False
    split = [_split(piece) for piece in pieces]
    lead = _lead(split[0], lexicon)
    if isinstance(lead, str) or any(_is_procedure(words) for words in split):
        return False
    return len(split[0]) - lead[0] <= _LISTED_WORDS and all(len(words) <= _LISTED_WORDS for words in split[1:-1])


def _split(text: str) -> list[_Word]:
    return [_Word(word, fold(word)) for word in text.split()]


def _is_procedure(words: Sequence[_Word]) -> bool:
    """Whether none of the words is of a matter: what is done, kinds of paper, announcing words, numbers, small words."""
    known = _words_of_procedure()
    return all(w.folded in known or w.folded.isdigit() for w in words)


@cache
def _words_of_procedure() -> frozenset[str]:
    known = title_words()
    return _SMALL.union(
        *(known.acts, known.acts_of, known.papers, known.papers_of, known.kinds, known.about, known.labels, known.tails)
    )


def _rest(part: str, lexicon: Lexicon) -> _Rest | None:
    words = _split(part)
    lead = _lead(words, lexicon)
    if isinstance(lead, str):
        return _Rest(lead, sure=True)
    at, paper, sender = lead
    text = part.split(maxsplit=at)[at] if at < len(words) else ""
    text = _DECIDED.sub("", _SENT.sub("", text)) if " " in text else text
    bare, paper_after = _without_tail(_PERIOD_FIRST.sub("", text, count=1) if _PERIOD_FIRST.match(text) else text)
    paper = paper or paper_after
    if not any(map(str.isalpha, bare)) or len(fold(bare)) < 2 or names_no_matter(bare):
        return None
    remaining = _split(bare)
    if _is_procedure(remaining):
        return None
    if _may_end_with_name(bare) and (names := find_names(bare)) and (names[0].start, names[-1].end) == (0, len(bare)):
        return None
    if paper_after:
        bare = _GENITIVE.sub("", bare)
    if _is_own(bare, lexicon):
        return _Rest(bare, sure=False) if paper and _is_named_organ(bare, lexicon) else None
    return _Rest(bare, sure=not sender)


def _may_end_with_name(text: str) -> bool:
    """Whether a text may end with a name: with a word behind a space that has a capital (or an l, which may be a misread I), or right
    behind the point of an initial."""
    _, parted, last = text.rpartition(" ")
    return "." in last or (parted != "" and (last[:1].isupper() or last[:1] == "l"))


def _lead(words: Sequence[_Word], lexicon: Lexicon) -> tuple[int, bool, bool] | str:
    """Where the matter begins, whether a paper of it was named before, and whether it is the sender; or a standing paper whole."""
    i, paper = 0, False
    known = title_words()
    while i < len(words):
        if found := _standing(words, i, lexicon):
            return found
        step = _step(words, i)
        if step is None and i and words[i].folded in _AND:
            step = _step(words, i + 1)
        if step is None:
            break
        name = words[step].folded
        if _ASKING.fullmatch(name) and any(w.folded == "fran" for w in words[step + 1 :]):
            break
        paper = paper or name not in known.acts
        i = step + 1
        while i < len(words) and (re.fullmatch(_YEAR, words[i].text) or words[i].folded.isdigit()):
            i += 1
        if i < len(words) and words[i].folded in {"fran", "till", "av"} and _step(words, i + 1) is None:
            sent = words[i].folded == "fran"
            if sent or _PETITION.fullmatch(name):
                about = next((k for k in range(i + 1, len(words)) if words[k].folded in _ABOUT), None)
                if about is not None:
                    i = about
                elif sent:
                    return i + 1, paper, True
        while i < len(words) and words[i].folded in known.about:
            i += 1
        while 0 < i < len(words) and words[i].folded in _ARTICLES and words[i - 1].folded in known.about:
            i += 1
    if 0 < i < len(words) - 1 and words[i - 1].folded == "att" and words[i].folded in _TO_DO:
        i += 1 + (words[i + 1].folded in {"fram", "over", "i"})
    if 0 < i < len(words) and words[i].folded in _AND:
        i += 1
    if 0 < i < len(words) and words[i].folded == "kommande":
        i += 1
    if i + 1 < len(words) and _FRESH.fullmatch(words[i].folded) and _PAPER.fullmatch(words[i + 1].folded):
        i += 1
    return i, paper, False


def _step(words: Sequence[_Word], i: int) -> int | None:
    """The position of a word for what is done or for a paper at `i`, or after words that go with it; None for any other."""
    known = title_words()
    begin = i
    while i < len(words):
        name = words[i].folded
        followed = i + 1 < len(words) and words[i + 1].folded in known.about
        if name in known.acts or name in known.papers or (followed and (name in known.acts_of or name in known.papers_of)):
            # "Information och kommunikation" is no information on something; "regional handlingsplan och systemdag" are two things.
            joined = i + 1 < len(words) and words[i + 1].folded in _AND and _step(words, i + 2) is None
            return None if joined and (i == begin or name not in known.papers) else i
        if name not in known.kinds:
            return None
        i += 1
    return None


def _standing(words: Sequence[_Word], i: int, lexicon: Lexicon) -> str | None:
    """A paper that is a matter by itself, at `i`: its name, with what it is of where that is not a period or a body of the house."""
    if words[i].folded.partition(" ")[0] not in _beginnings_of_standing():
        return None
    for width in range(min(4, len(words) - i), 0, -1):
        name = " ".join(w.folded for w in words[i : i + width])
        if name not in title_words().standing:
            continue
        written = " ".join(w.text for w in words[i : i + width])
        rest, _ = _without_tail(" " + _PERIOD_FIRST.sub("", " ".join(w.text for w in words[i + width :]), count=1))
        rest = rest.strip()
        first = fold(rest.split(" ")[0]) if rest else ""
        own = rest and first in title_words().about and _is_own(rest.split(" ", 1)[-1], lexicon)
        if not rest or own or fold(rest) in {"med plan", "och plan"}:
            return written
        if name in title_words().papers and first not in title_words().about and first not in _AND:
            return None
        return f"{written} {rest}"
    return None


@cache
def _beginnings_of_standing() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in title_words().standing)


def _without_period(text: str) -> str:
    while _ANY_PERIOD.search(text) and (stripped := _PERIOD_LAST.sub("", text)) != text:
        text = stripped
        while (stripped := _DANGLING.sub("", text)) != text:
            text = stripped
    return text.strip(" ,.;:–-")


def _without_tail(text: str) -> tuple[str, bool]:
    """Without the period and the kinds of paper at its end; and whether there was such a paper."""
    paper = False
    while True:
        text = _without_period(text.rstrip(" ,.;:–-"))
        words = text.split()
        if len(words) < 2 or fold(words[-1]) not in title_words().tails or _ADJECTIVE.fullmatch(fold(words[-2])):
            return squash(text), paper
        paper = True
        words.pop()
        while len(words) > 1 and (fold(words[-1]) in _AND or fold(words[-1]) in title_words().kinds):
            words.pop()
        text = " ".join(words)


def _is_own(text: str, lexicon: Lexicon) -> bool:
    """Whether the words are a body of the house or one that speaks at every meeting: forum, region, municipality, organ, office."""
    known = lexicon.body(text)
    if known is not None and (known[0] is not BodyKind.ORGANISATION or fold(text).startswith("region ")):
        return True
    words = fold(text).split()
    if _OFFICE.fullmatch(text.split()[-1]) or (
        organ_name(text) is not None and title_words().about.isdisjoint({*words} - {"for"})
    ):
        return True
    words = [w for w in words if w not in _SMALL and w not in title_words().about]
    return all(w in title_words().own for w in words) or (len(words) == 1 and is_generic(text))


def _is_named_organ(text: str, lexicon: Lexicon) -> bool:
    """ "Patientnämnden", whose papers are a matter; not "styrgruppen", an office, or a forum, region or municipality."""
    return (
        lexicon.body(text) is None
        and not all(w in title_words().own for w in fold(text).split())
        and not _OFFICE.fullmatch(text.split()[-1])
    )


def _capital(text: str) -> str:
    in_capitals = all(c.isupper() for c in text if c.isalpha())
    if in_capitals and (" " in text or sum(map(str.isalpha, text)) > _SENTENCE_CASE_LEAST):
        text = text.lower()
    return text[:1].upper() + text[1:]
