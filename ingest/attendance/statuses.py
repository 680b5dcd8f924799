"""What a document's own legend says of its marks, and the status of each person in the end.

A legend ("överstruken = frånvarande") means what it says only if the document could carry the mark: a copy that has lost
it says nothing, and every listed status is unknown. Words beside a name go before everything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from graph.names import fold
from graph.record import Span, Status
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance.model import Codes, Context, Draft
from ingest.attendance.signed import DASHES, SIGNS, find_both
from ingest.document import Document, MarkKind

_ABSENT = r"(?:fr[åa]nv\w*|(?:ej|inte|icke)\s+(?:\w+\s+)?(?:närv\w*|narv\w*|delt\w*|deltag\w*|med\b|på\s+plats)|delt(?:og|ar|agit)\s+(?:ej|inte)|f[öo]rhinder\w*|f[öo]rhindra\w*|(?:har|hade)\s+(?:ej|inte)\s+delt\w*|saknades|(?:har\s+)?(?:anmäl\w+|meddela\w+|lämna\w+)\s+(?:förhinder|frånvaro|återbud)|återbud)"
_PRESENT = r"(?:närv\w*|narv\w*|delt(?:og|ar|agit|agare)\w*|på\s+plats)"
_ONLINE = r"(?:digital\w*|distans\w*|online|länk|teams|(?:på|via)\s+(?:distans|länk|teams|zoom|skype|telefon|video\w*|webb\w*))"
_SERVES = r"(?:(?:ej|inte|icke)\s+)?tj(?:änst)?g\w*"
_HERE = rf"(?:{_PRESENT}|{_ONLINE}|{_SERVES})"
"""What a letter may stand for beside a name; of a style it says how people took part, not that the others stayed away."""
_STRUCK = r"(?:[öo]ver\s?-?s?t?r?[uyv]?[ck]\w*|[öo]vers\w{1,3}[uyv][ck]\w*|genom\s?-?str[uy]k\w*|str[uy][ck]\w*|ut\s?-?str[uy]k\w*|överkorsa\w*)"
_LINK = r"[^.\n|]{0,40}?"
_STRUCK_SIGN = re.compile(r"str[uy]|ver(?:\s?-?s?t?r?[uyv]?[ck]|s\w|korsa)")
"""What stands in each of them."""
_STRUCK_ABSENT = re.compile(rf"\b{_STRUCK}{_LINK}\b{_ABSENT}|\b{_ABSENT}{_LINK}\b{_STRUCK}")
_BOLD = r"(?:fet\s?(?:stil\w*|markera\w*|text\w*)?|i\s+fet\w*)"
_ITALIC = r"(?:kursiv\w*)"
_EQUALS = r"\s*(?:=|:|–|-|betyder|innebär|anger|markerar|är|var)\s*"
_STYLE = re.compile(
    rf"\b(?:(?P<bold>{_BOLD})|(?P<italic>{_ITALIC})|(?P<parenthesis>(?:inom|i)\s+parentes\w*))\b[^.\n|=]{{0,20}}{_EQUALS}(?:(?P<absent>{_ABSENT})|(?P<present>{_PRESENT}))",
)
_STYLE_BEHIND = re.compile(
    rf"(?:(?P<absent>{_ABSENT})|(?P<present>{_PRESENT}))(?:\s*\(\s*(?:(?:i|inom|med)\s+)?(?=(?:fet|kursiv|inom)[^=:)\n]{{0,20}}\))|\s+(?=fetmark|fetstil|kursiver|kursivt)|"
    r"\s+(?:(?:är|med|markeras|markerade|anges|står|skrivs|skrivna|i|inom)\s+){1,3})"
    r"(?:(?P<bold>fet\w*)|(?P<italic>kursiv\w*)|(?P<parenthesis>parentes\w*)|(?P<unseen>(?:grå|grön|gul|röd|blå)\w*|understruk\w*))"
    r"|\b(?:(?P<absent2>" + _ABSENT + r")|(?P<present2>" + _PRESENT + r"))\s*\(?(?P<unseen2>understruk\w*)(?!\s*[=:])",
)
""" "Närvarande i fet stil", "Närvarande (fet stil)", "frånvarande inom parentes", "Närvarande (understruken)". """
_UNSEEN = re.compile(
    rf"\b(?:understruk\w*|grå|gul|grön|blå|röd\w*|(?:grå|gul|grön|blå|röd|färg)markera\w*|markerade?)\b[^.\n|=]{{0,20}}[=\s]\s*(?:{_ABSENT}|{_PRESENT})",
)
_CODE = re.compile(
    rf"(?<![\w])[(\"”]?(?P<code>\*{{1,2}}|(?:när|nvr|frv|fvr)\b|[a-zåäö]{{1,2}}|ja|nej|kryss|[01]|[{DASHES}{SIGNS}])[)\"”]?\s*(?:=|betyder|innebär|markerar)\s*(?:(?P<absent>{_ABSENT}|(?:ej|inte)\s+här|borta|absent)\b|(?P<present>{_HERE}|här|med|present)\b)"
    rf"|(?:(?P<absent2>{_ABSENT})|(?P<present2>{_PRESENT}))\s*(?:=\s*|\(\s*)(?P<code2>\*|(?!i\s)[a-zåäö]|[01]|[-–])(?:\s*\)|\b)(?!\s*(?:=|betyder|innebär))"
    r"|\b(?:närv\w+|deltag\w+)[:\s(]+(?:(?:är\s+)?markera\w*\s+|anges\s+)?med\s+(?:ett\s+)?[\"”]?(?P<code3>x|kryss)\b",
)


_STYLE_WORDS = ("fet", "kursiv", "parentes", "understruk", "grå", "gul", "grön", "blå", "röd", "markera", "färg")
"""One of these stands in every legend of styles and colours."""
_CODE_BEHIND = re.compile(
    by_first_letter(
        [
            Choice(("närv", "narv", "frånv", "franv", "delt", "förhind", "forhind"), after=r"\w*\s*\("),
            Choice(("med", "plats", "ej", "inte", "saknades", "återbud", "förfall"), after=r"\s*\("),
            Choice(("med",), after=r"\s+(?:ett\s+)?[\"”]?(?:x|kryss)\b"),
        ]
    )
)
"""What stands in every legend of letters without a sign between the letter and its meaning."""


_COLUMN_CODES = re.compile(
    r"\bn[äa]rv\w*+\.?[ ]*\(?(?P<present>[a-zåäö])\)?(?![\w.]|[ ]*=).{0,24}?\bfr[åa]nv\w*+\.?[ ]*\(?(?P<absent>[a-zåäö])\)?(?![\w.])",
)
"""The heading of a column of letters: "Närv N, Frånv F"."""


_OF_PRESENCE = frozenset({"x", "n", "1", "✓"})
_ONLINE_WORD = re.compile(rf"\b{_ONLINE}")
""" "d = deltog på distans": one of these words in a legend tells of the way, unless its code is one for presence."""


class Sign(StrEnum):
    STRUCK = "struck"
    BOLD = "bold"
    ITALIC = "italic"
    PARENTHESIS = "parenthesis"
    UNSEEN = "unseen"
    """A sign that no reader keeps (colour, underlining)."""


@dataclass(frozen=True)
class Legend:
    """What the marks of a document mean by its own words; empty when it has no legend."""

    signs: dict[Sign, Status] = field(default_factory=dict)
    codes: dict[str, Status] = field(default_factory=dict)
    marks_present: frozenset[str] = frozenset()
    """Those of the codes that stand beside everyone who came; a letter for those who took part online says nothing of the others."""
    empty: Status | None = None
    """What it says of those who have no mark ("tom ruta = frånvarande")."""
    spans: tuple[Span, ...] = ()
    """Where it says so of signs (struck, bold, in parentheses), not of letters."""
    asides: tuple[Span, ...] = ()
    """Lines that say what a letter or a star means and nothing else ("* = ej närvarande")."""


def find_legend(context: Context, spans: Sequence[Span]) -> Legend:
    """The legend in these spans of the document: "(överstruken = frånvarande)" in any wording or spelling, also of other
    signs. Words beside a list of names that only look like one ("F = frånvarande") count; running text does not reach here."""
    text = context.lowered
    signs: dict[Sign, Status] = {}
    codes: dict[str, Status] = {}
    marks: set[str] = set()
    empty: Status | None = None
    found: list[Span] = []
    asides: list[Span] = [line.span() for start, end in spans for line in _SIGN_LINE.finditer(text, start, end)]
    for start, end in spans:
        words = text[start:end]
        tells = any(told in words for told in ("nv", "rv", "rhinder", "delt", "här", "present", "tjänstg", "= med"))
        for sign, status in find_both(text, start, end) if tells else ():
            codes.setdefault(sign, status)
            if status is Status.PRESENT:
                marks.add(sign)
        if not tells or not any(
            sign in words for sign in ("*", "=", "(", ":", "str", "ver", "betyder", "innebär", "markerar", " med ")
        ):
            continue
        for match in _STRUCK_ABSENT.finditer(text, start, end) if _STRUCK_SIGN.search(words) else ():
            signs.setdefault(Sign.STRUCK, Status.ABSENT)
            found.append(match.span())
        styled = any(word in words for word in _STYLE_WORDS)
        for match in _STYLE.finditer(text, start, end) if styled else ():
            sign = next(sign for sign in _BEFORE if match[sign.value])
            signs.setdefault(sign, Status.ABSENT if match["absent"] else Status.PRESENT)
            found.append(match.span())
        for match in _STYLE_BEHIND.finditer(text, start, end) if styled else ():
            sign = next((sign for sign in _BEHIND if match[sign.value]), Sign.UNSEEN)
            meaning = Status.ABSENT if match["absent"] else Status.PRESENT
            signs.setdefault(sign, Status.UNKNOWN if sign is Sign.UNSEEN else meaning)
            found.append(match.span())
        if Sign.STRUCK not in signs and styled:
            for match in _UNSEEN.finditer(text, start, end):
                signs.setdefault(Sign.UNSEEN, Status.UNKNOWN)
                found.append(match.span())
        for match in _COLUMN_CODES.finditer(text, start, end) if "rv" in words and "nv" in words else ():
            codes.setdefault(fold(match["present"]), Status.PRESENT)
            marks.add(fold(match["present"]))
            codes.setdefault(fold(match["absent"]), Status.ABSENT)
        if none := _NO_MARK.search(text, start, end):
            empty = Status.ABSENT if none["absent"] else Status.PRESENT
            asides.extend(
                line.span() for line in _EMPTY_LINE.finditer(text, start, end) if line.start() < none.start() < line.end()
            )
        if "*" in words and _STARRED.search(text, start, end):
            for match in _STAR_NOTE.finditer(text, start, end):
                codes.setdefault("*", Status.ABSENT if match["absent"] else Status.PRESENT)
                asides.append(match.span())
        coded = (
            any(word in words for word in ("=", "betyder", "innebär", "markerar"))
            or _CODE_BEHIND.search(text, start, end) is not None
        )
        for match in _CODE.finditer(text, start, end) if coded else ():
            if (line := _LEGEND_LINE.match(text, match.start())) and text[match.start() - 1 : match.start()] in ("", "\n"):
                asides.append(line.span())
            code = match["code"] or match["code2"] or match["code3"]
            code = "x" if code == "kryss" else code
            code = fold(code) or code
            codes.setdefault(code, Status.ABSENT if match["absent"] or match["absent2"] else Status.PRESENT)
            if (
                codes[code] is Status.PRESENT
                and not _SERVING_ONLY.search(text, match.start(), match.end())
                and (code in _OF_PRESENCE or not _ONLINE_WORD.search(text, match.start(), match.end() + 30))
            ):
                marks.add(code)
    return Legend(signs, codes, frozenset(marks), empty, tuple(found), tuple(asides))


_NO_MARK = re.compile(
    rf"\b(?:tom(?:ma|t)?(?:[ ](?:rutor|ruta|fält|cell|rad))?|blankt?|(?:inget|utan|ej)[ ](?:kryss|x|markering|ifyll\w*)|omarkera\w*)\s*(?:=|:|betyder|innebär)\s*(?:(?P<absent>{_ABSENT})|{_PRESENT})"
)
_EMPTY_LINE = re.compile(r"^[ \t]*[(\[\"”]?(?:tom|blank|inget|utan|ej|omarkera)[^\n:]{3,60}$", re.MULTILINE)
""" "(tom ruta betyder frånvarande)", in a line of its own."""
_SERVING_ONLY = re.compile(rf"[=\s]{_SERVES}$")
""" "* = tjänstgörande ersättare": a sign of some of those who came says nothing of the others."""
_STARRED = re.compile(r"[^\W\d_][)]?[ ]?\*(?![*\w])")
_STAR_NOTE = re.compile(
    rf"^[ \t]*(?:\*{{1,2}}\)?|-)[ \t]*(?:(?P<absent>{_ABSENT})|(?P<present>{_PRESENT}))(?:[ ][^\n:,*]{{0,25}})?$", re.MULTILINE
)
""" "*) frånvarande", below a list with a star behind some name; a reader may have made a dash of the star."""
_LEGEND_LINE = re.compile(rf"[(\[\"”]?(?:\*{{1,2}}|[^\W\d_]{{1,3}}|[{DASHES}{SIGNS}01])[)\]\"”]?[ ]?=[^\n:]{{3,60}}(?=\n|$)")


_SIGN_LINE = re.compile(rf"^[ \t]*[(\[\"”]?[^\w\s]{{1,2}}[)\]\"”]?[ ]?=[ ]?(?:{_ABSENT}|{_PRESENT})[^\n:]{{0,40}}$", re.MULTILINE)
""" "/ = frånvarande": a sign that is no mark where it stands, and said of nobody."""
_BEFORE = (Sign.BOLD, Sign.ITALIC, Sign.PARENTHESIS)
_BEHIND = (Sign.BOLD, Sign.ITALIC, Sign.PARENTHESIS, Sign.UNSEEN)


def codes_of(legend: Legend, *, matrix: bool = False) -> Codes:
    """The codes of a legend, and those made of them for members who stand in: "NT" and "Tj" beside "N = närvarande"."""
    present = [code for code, status in legend.codes.items() if status is Status.PRESENT and len(code) == 1 and code.isalpha()]
    made = {made: Status.PRESENT for code in present for made in (f"{code}t", f"{code}tj", "tj")}
    made |= {dash: legend.codes[code] for code in DASHES if code in legend.codes for dash in DASHES}
    return Codes(meaning=made | legend.codes, matrix=matrix, empty=legend.empty)


def bears_code(text: str, draft: Draft, codes: frozenset[str]) -> bool:
    """Whether one of these codes stands right before a name or behind it, in its line."""
    behind = text[draft.end : draft.end + 60].partition("\n")[0]
    before = text[max(0, draft.start - 4) : draft.start].rpartition("\n")[2]
    return any((fold(word) or word) in codes for word in _TOKEN.findall(f"{before} {behind}"))


_TOKEN = re.compile(r"[^\W_]+|[✓*]")


_MARK_OF = {Sign.BOLD: MarkKind.BOLD, Sign.ITALIC: MarkKind.ITALIC}


def tell_nothing(document: Document, drafts: Sequence[Draft]) -> bool:
    """Whether the strikes of a document tell nothing: all in its lists are struck, as where signs of text recognition look like marks."""
    return len(drafts) >= _MANY and all(document.is_struck(draft.span) for draft in drafts)


_MANY = 8
"""People; of fewer all may have been away."""


def ruled_by_signs(drafts: Sequence[Draft], legend: Legend) -> list[Draft]:
    """The drafts, of which those summoned whose list stands right behind a legend of signs ("Kallade (överstruken = frånvarande)")
    came unless their sign tells otherwise."""
    if not legend.spans or legend.signs.keys().isdisjoint(_TELLING):
        return list(drafts)
    told = min(end for _, end in legend.spans)
    others = min((d.start for d in drafts if d.start > told and d.category.status is not Status.UNKNOWN), default=None)
    return [
        d._replace(category=replace(d.category, status=Status.PRESENT))
        if d.category.status is Status.UNKNOWN and told < d.start and (others is None or d.start < others)
        else d
        for d in drafts
    ]


_TELLING = {Sign.STRUCK, Sign.BOLD, Sign.ITALIC, Sign.PARENTHESIS}


def settle(context: Context, draft: Draft, legend: Legend, *, strikes: bool = True, lost: bool = False) -> Status:
    """The status of one person. In this order: words or a mark beside the name; a list of the absent or the summoned; a
    strike, unless `strikes` says that these tell nothing; a legend whose marks the document could not carry, or of whose marks
    for the present the copy has none (`lost`); what the words over the list say."""
    document = context.document
    if draft.said is not None:
        return draft.said
    if draft.category.status is not Status.PRESENT:
        return draft.category.status
    if document.is_struck(draft.span):
        if strikes:
            return Status.ABSENT
        if Sign.STRUCK in legend.signs:
            return Status.UNKNOWN
    if Sign.STRUCK in legend.signs and not document.carries_strikethrough and not draft.beside_legend:
        return Status.UNKNOWN
    if Sign.UNSEEN in legend.signs and not draft.beside_legend:
        return Status.UNKNOWN
    if lost and not draft.beside_legend:
        return Status.UNKNOWN
    if (meaning := legend.signs.get(Sign.PARENTHESIS)) is not None:
        return meaning if _is_in_parentheses(context.text, draft) else _OTHER[meaning]
    for sign, kind in _MARK_OF.items():
        meaning = legend.signs.get(sign)
        if meaning is None:
            continue
        if not any(mark.kind is kind for mark in document.marks):
            return Status.UNKNOWN
        marked = document.marked_share(draft.span, kind) >= 0.6
        if marked == (meaning is Status.ABSENT):
            return Status.ABSENT
    if not draft.category.stated and is_scan(document):
        return Status.UNKNOWN
    return Status.PRESENT


_OTHER = {Status.ABSENT: Status.PRESENT, Status.PRESENT: Status.ABSENT}


def _is_in_parentheses(text: str, draft: Draft) -> bool:
    """Whether a name stands right behind an opening parenthesis: "(Anna Ek)", "(Anna Ek, Mora)"."""
    return text[max(0, draft.start - 3) : draft.start].rstrip(" *_~")[-1:] == "("


def is_scan(document: Document) -> bool:
    """A file that was read by text recognition: not plain text, and no mark would be seen in it."""
    return not document.carries_strikethrough and not document.media_type.startswith("text/")
