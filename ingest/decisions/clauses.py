"""Clauses: what one holds, the marks and words that one begins with, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.names import lowered_between
from graph.record import DecisionKind

_BULLET = r"[-–—−•*·●○◦▪■□‣➢►→⇒✓\uf0b7\uf0a7\uf0d8]"
"""The last three are what a copy makes of the bullets of symbol fonts."""
_NUMBER = r"(?:(?:\d{1,2}|[a-z])\s?[.)]|\((?:\d{1,2}|[a-z])\))"
_MARK = rf"(?:(?:[-–•]\s+)?{_NUMBER}\s+|(?:[-–•]\s+)?\d{{1,2}}\s+(?=att\b)|o\s+(?=att\b)|{_BULLET}\s*)"
ATT = re.compile(rf"^{_MARK}?(?:(?:dels|samt|och)\s+)?att\b", re.IGNORECASE)
NUMBERED = re.compile(rf"^(?:{_NUMBER}|{_BULLET}|(?:\d{{1,2}}|o)(?=\s[A-ZÅÄÖ]))\s+(?=\S)")
LEAD = re.compile(rf"^(?:{_MARK}|(?:\d{{1,2}}|o)\s+(?=(?-i:[A-ZÅÄÖ])))?(?:(?:dels|samt|och)\s+(?=att\b))?", re.IGNORECASE)
SENTENCE_END = re.compile(
    r"[.:\s](?:(?<=\.)(?:(?<!\b[a-zåäö]\.[a-zåäö]\.)(?<!\b(?:kl|nr|st|ca|tf)\.)(?<!\bang\.)(?<!\bbitr\.)(?<!\b\d\.)(?<!\b\d\d\.)(?=\s+(?:[A-ZÅÄÖ§“”\"]|\d[\d ]*(?:,\d+)?\s(?:tkr|mkr|mnkr|kr|kronor|miljon\w*|procent|%)\s|_{2}|-{3}|\(?\d{1,3}\)?\.?\s+[A-ZÅÄÖ]{2}|\d{1,3}/\s+[A-ZÅÄÖ]|\d{1,2}\.\d{1,2}\.?\s+[A-ZÅÄÖ]))"
    r"|(?<=\d\.)(?=\n[A-ZÅÄÖ])|(?:(?<=\d[.:]\d\d\.)|(?<=kl\. \d\d\.)|(?<=kl \d\d\.)|(?<=klockan \d\d\.)|(?<=vecka \d\d\.)|(?<=alternativ \d\.)|(?<=etapp \d\.)|(?<=bilaga \d\.)|(?<=\d[–-]\d\d\.))(?=\s+[A-ZÅÄÖ]))"
    r"|(?<=\s)(?=\s*[A-ZÅÄÖ])(?:(?<=till handlingarna\s)|(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+\s+(?:informera(?:r|de)|redogör|redogjorde|berätta(?:r|de)|rapportera(?:r|de)|visa(?:r|de)|föredrar|föredrog)\b)(?:(?<=informationen\s)|(?<=redogörelsen\s)|(?<=redovisningen\s)|(?<=rapporten\s)|(?<=skrivelsen\s)|(?<=protokollet\s)|(?<=handlingarna\s))|(?<!\boch\s)(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+(?:(?:\s+\([A-ZÅÄÖ]{1,4}\))?(?:,|\s+och)\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+){0,6}\s+(?:\([A-ZÅÄÖ]{1,4}\)\s+(?:reserverar|yrkar|anmäler)\b|(?:\([A-ZÅÄÖ]{1,4}\)\s+)?(?:reserverar\s+sig|deltar\s+(?:inte|ej)|anmäler\s+jäv)\b)))|(?<=:)(?=\s*\n\s*[A-ZÅÄÖ]|\s+[-–•]\s+[A-ZÅÄÖ]))"
)
UNFINISHED = re.compile(r"(?:[–-]|\b(?:och|samt|för|av|till|i|med|om|från|den|det|de|att|på))$", re.IGNORECASE)
BY_LAW = re.compile(
    r"(?:med\s+stöd\s+av|enligt)\s[^.]*?\d[^.]*?\s(?:förelägga|bevilja|avslå|förbjuda|meddela|avvisa|lämna|ge|godkänna)\s"
)
""" "med stöd av 11 kap 20 § förelägga ägaren att …", below "Nämnden beslutar"."""
PROPOSED_BY = re.compile(
    r"\b(?:föresl(?:år|og)|yrka(?:r|de)|kommer\s+att|reserverar?|det\s+noter\w+|ställ(?:er|de)\s+(?:\w+\s+){0,3}?proposition|(?:votering|omröstning)\s+begär\w*)\b",
    re.IGNORECASE,
)
ORDERS = re.compile(
    r"\b(?:ska|skall|gäller|upphör|träder\s+i\s+kraft|(?:ges|får)\s+rätt(?:en)?\s+att)\b|^Som\s+tomt(?:plats)?\s+får\b|^(?:(?:\w+\s+)?\w+en|§{1,2}\s?\d{1,4})\s+(?:förklaras\s+omedelbart\s+justera[dt]|justeras\s+omedelbart)\b",
    re.IGNORECASE,
)

ASKS = {DecisionKind.RECOMMEND, DecisionKind.ASSIGN, DecisionKind.PETITION}
"""What is asked of another has an att-sats of its own inside."""
MEETINGS_OWN = {
    DecisionKind.OPEN,
    DecisionKind.CLOSE,
    DecisionKind.TABLE,
    DecisionKind.POSTPONE,
    DecisionKind.REJECT,
    DecisionKind.RECOMMEND,
    DecisionKind.ASSIGN,
    DecisionKind.PETITION,
    DecisionKind.INVITE,
    DecisionKind.APPOINT,
    DecisionKind.NOTE,
}
"""What a body does itself: never part of what it asks another to do."""


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int
    listed: bool = False
    """It stands with a number or bullet of its own below a decision: it is a decision whatever its words."""
    of: str | None = None
    """The body that is asked to decide so: "Kommunstyrelsen föreslår kommunfullmäktige besluta att …"."""
    kind: DecisionKind | None = None
    """Told by more than its words: "Enligt förslaget" approves."""
    elected: tuple[str, ...] = ()
    """Who is elected, where their names stand on the lines below the words that elect them."""


_TAIL = re.compile(
    r"(?:\s*(?:,|;|\||\.|\bsamt\b|\boch\b|\bde[li1]s\b))+\s*$|(?:\s*[,;.])*\s+(?:(?:sida|sid)\s+)?\d{1,3}\s?\(\d{1,3}\)$",
    re.IGNORECASE,
)
"""What parts a clause from the next, or the number of the page at whose foot it ends: "… sprida planen 60 (86)"."""
_LONGEST_TAIL = 40
_STOPS = ",;|."
_TAIL_WORDS = ("samt", "och", "dels", "deis", "de1s")
_TAIL_ENDS = (*_STOPS, *_TAIL_WORDS, ")")
"""How whatever `_TAIL` finds ends."""


def trimmed_end(text: str, clause: Clause) -> int:
    """The end of a clause without the comma, full stop or "samt" that parts it from the next."""
    last = lowered_between(text, max(clause.start, clause.end - _LONGEST_TAIL), clause.end)
    stripped = last.rstrip()
    if not stripped.endswith(_TAIL_ENDS) or (stripped[-1] == ")" and not stripped[-2:-1].isdecimal()):
        return clause.end
    if last[-1] in _STOPS and last[-2:-1].isalnum() and not last.endswith(_TAIL_WORDS, 0, -1):
        return clause.end - 1  # the sign is all that parts it
    tail = _TAIL.search(text, max(clause.start, clause.end - _LONGEST_TAIL), clause.end)
    return tail.start() if tail else clause.end


def kind_of_mark(mark: str) -> str:
    """Whether a mark is a number, a letter or a bullet: "1", "a" or "-"."""
    return "1" if mark[0].isdigit() else "a" if mark[0].isalpha() else "-"
