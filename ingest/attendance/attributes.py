"""What one chunk beside a name holds: one thing as a whole, or several that are peeled off from the left."""

from __future__ import annotations

import re
from functools import cache

from graph.names import fold
from graph.record import Status
from ingest.attendance.instead import (
    AWAY_BEFORE,
    CAME_INSTEAD,
    IN_STEAD,
    NOT_IN_DECISION,
    OPENING,
    REPLACED_BY,
    STANDS_FOR,
    VACANT,
)
from ingest.attendance.limits import BARE_LIMIT, limit_text
from ingest.attendance.model import Body, Codes
from ingest.attendance.peeling import peel
from ingest.attendance.phrases import read_phrase
from ingest.attendance.pieces import WORD, Gap, Piece, PieceKind, build_piece
from ingest.attendance.remainder import read_remainder
from ingest.attendance.words import (
    SMALL_LETTERS,
    canonical_role,
    has_title,
    known_letters,
    parties_by_name,
    party_letters,
    role_text,
    said_status,
)
from ingest.lexicon import attendance_words

_SUMMONED = frozenset({"kallad", "kallade", "inbjuden", "inbjudna", "inkallad"})
_TO_ITEM = re.compile(r"[ ]+(?:till|för)[ ]+(?:§|punkt|p\.|pkt|ärende)", re.IGNORECASE)
_SUMS = frozenset({"summa", "totalt", "antal"})
_ANSWERED = re.compile(r"(?:Ja|Nej)(?=[ ][A-ZÅÄÖ])")
""" "Ja Mora", in a column of presence before the body of the next."""
_GROUP_WORD = re.compile(r"(?<=[a-zåäö.])\s+(?P<word>[A-ZÅÄÖ][a-zåäö]{4,}(?:na|erna|arna))$")
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{1,6}")
_JOINING = frozenset(
    {
        "",
        "och",
        "samt",
        "m fl",
        "mfl",
        "m m",
        "mm",
        "med",
        "o",
        "för",
        "från",
        "i",
        "som",
        "var",
        "resp",
        "respektive",
        "även",
        "jämte",
        "fr",
        "till",
    }
)
_NUMBERS = re.compile(r"[\d\s]+(?:[a-d]\b)?|\d.*")


def is_clear_party(letters: str, codes: Codes) -> bool:
    """Whether letters in parentheses are a party's, and neither a code of the list nor words that say something else."""
    return letters in _clear_letters() and fold(letters) not in codes.meaning


@cache
def _clear_letters() -> frozenset[str]:
    return frozenset(
        letters
        for letters in known_letters()
        if fold(letters) not in _JOINING
        and fold(letters) not in _SUMS
        and not OPENING.match(letters)
        and said_status(letters) is None
    )


def classify(gap: Gap, start: int, end: int, inside: bool) -> list[Piece]:
    """The pieces of one chunk of a gap. `inside` tells that it is in parentheses."""
    text, codes = gap.context.text, gap.codes
    if len(text[start:end].split()) > 1:
        if (
            (not inside and (group := _GROUP_WORD.search(text, start, end)) and not text[end : gap.end].strip())
            and group.start() > start
            and has_title(group["word"])
        ):
            # "…, sekretariatet Utvärderarna Anna Ek": the last word stands over those to come.
            before = classify(gap.until(group.start()), start, group.start(), inside)
            return [*before, build_piece(gap, PieceKind.ROLE, group.start("word"), end, role_text(group["word"]), inside=inside)]
        if (
            codes.matrix
            and not inside
            and (office := _OFFICE_MARKED.fullmatch(text, start, end))
            and party_letters(office["party"])
        ):
            # "ordf c x": the columns behind an office.
            before = classify(gap.until(office.end("office")), start, office.end("office"), inside)
            return [*before, *classify(gap, office.start("party"), end, inside)]
        closing = _closing_mark(text, start, end, codes)
        if closing is not None and (other := _ANOTHER.search(text, gap.start, end)) and other.start() < closing[0]:
            return classify(gap.until(other.start()), start, other.start(), inside) if start < other.start() else []
        if closing is not None:
            # "PRO:s lokalförening N", "SPF Frånvaro anmäld": the last words tell the status.
            stop = closing[0] - 1
            while stop > start and text[stop - 1].isspace():
                stop -= 1
            before = classify(gap.until(stop), start, stop, inside)
            kind = PieceKind.MARK if codes.matrix else PieceKind.SAID
            return [*before, build_piece(gap, kind, closing[0], end, status=closing[1], inside=inside)]
    return _read_from_left(gap, start, end, inside)


_ANOTHER = re.compile(r"\.\s+(?=[A-ZÅÄÖ][^.\n]{1,60}\s(?:hade|har|är|var)\s)")
""" "Anna Ek, Kommunal. Brandmännens riksförbund hade tackat nej": a sentence of its own says nothing of who stands before it."""


def _read_from_left(gap: Gap, start: int, end: int, inside: bool) -> list[Piece]:
    """A chunk as a whole, or peeled from the left word by word until the rest is one thing."""
    context, codes = gap.context, gap.codes
    text = context.text
    pieces: list[Piece] = []

    def add(kind: PieceKind, a: int, b: int, value: str = "", *, body: Body | None = None, status: Status | None = None) -> None:
        pieces.append(build_piece(gap, kind, a, b, value, body=body, status=status, inside=inside))

    while start < end:
        while start < end and text[start] in " .*_\n\t":
            start += 1
        if start >= end:
            break
        words = text[start:end]
        folded = fold(words)
        if not folded and words in codes.meaning:
            add(PieceKind.MARK, start, end, status=codes.meaning[words])  # "–", "○": a sign of the legend
            break
        opens = OPENING.match(words) is not None
        if (
            folded in _JOINING
            and words != "ö"
            and folded not in codes.meaning
            and not (folded == "for" and not text[end : gap.end].strip())
        ):
            if opens and STANDS_FOR.fullmatch(words):
                add(PieceKind.STANDS_FOR, start, end)
            break
        if opens and (matched := REPLACED_BY.match(text, start, end)):
            add(PieceKind.REPLACED_BY, start, matched.end())
            start = matched.end()
            continue
        if (
            folded == "ersattare"
            and inside
            and (CAME_INSTEAD.match(text, end) or AWAY_BEFORE.search(text, max(0, start - 30), start))
        ):
            add(PieceKind.REPLACED_BY, start, end)
            break
        if (opens and STANDS_FOR.fullmatch(text, start, end)) or (
            folded == "ers" and IN_STEAD.search(text, max(0, start - 2), gap.end)
        ):
            add(PieceKind.STANDS_FOR, start, end)
            break
        if folded in _SUMS:
            break
        if opens and (matched := VACANT.match(text, start, end)):
            add(PieceKind.VACANT, start, matched.end())
            start = matched.end()
            continue
        if folded in codes.meaning and len(words) <= 6:
            add(PieceKind.MARK, start, end, status=codes.meaning[folded])
            break
        if _is_label(folded):
            add(PieceKind.TEXT, start, end)  # "… (M) Ej närvarande ersättare,": words over those to come
            break
        if opens and NOT_IN_DECISION.fullmatch(words):
            add(PieceKind.LIMIT, start, end)  # "deltar ej i beslut § 7": there all the same
            break
        if folded in _SUMMONED and _TO_ITEM.match(text, end, gap.end):
            add(PieceKind.SAID, start, end, status=Status.UNKNOWN)  # "kallad till punkt 4": whether the person came is not told
            break
        if status := said_status(words):
            add(PieceKind.MARK if codes.matrix and folded in ("ja", "nej") else PieceKind.SAID, start, end, status=status)
            break
        if codes.matrix and folded == "nej":
            add(PieceKind.MARK, start, end, status=Status.ABSENT)
            break
        if (marked := _PARTY_MARKED.match(words)) and (letters := _whole_party(marked["party"], inside)):
            add(PieceKind.PARTY, start, start + marked.end("party"), letters)
            if codes.matrix:
                crossed = codes.meaning.get("x", Status.PRESENT)
                add(PieceKind.MARK, start + marked.start("mark"), start + marked.end(), status=crossed)
            start += marked.end()
            continue
        if letters := _whole_party(words, inside):
            add(PieceKind.PARTY, start, end, letters)
            break
        if words in _ORGANISATIONS:
            add(PieceKind.BODY, start, end, body=Body(words, False, False, (start, end)))
            break
        if role := canonical_role(words):
            add(PieceKind.ROLE, start, end, role)
            break
        if (
            inside
            and text[max(0, start - 2) : start].strip()[-1:] in ("(", "[")
            and (_CAPITALS.fullmatch(words) or (len(words) == 1 and words.isalpha() and context.lists_parties))
        ):
            add(PieceKind.LETTERS, start, end)
            break
        if _NUMBERS.fullmatch(words) and (matched := BARE_LIMIT.fullmatch(words)):
            add(PieceKind.LIMIT, start, end, limit_text(words))
            break
        if codes.matrix and not inside and (one := _ONE_BEFORE_OFFICE.match(text, start, end)):
            add(PieceKind.MARK, start, start + 1, status=Status.PRESENT)
            start = one.end()
            continue
        if codes.matrix and (answered := _ANSWERED.match(text, start, end)):
            add(PieceKind.MARK, start, answered.end(), status=Status.PRESENT if answered.group() == "Ja" else Status.ABSENT)
            start = answered.end()
            continue
        peeled = peel(gap, start, end, inside=inside)
        if peeled is None:
            pieces += read_remainder(gap, start, end, inside=inside)
            break
        pieces.append(peeled)
        start = peeled.end
    return pieces


_OFFICE_MARKED = re.compile(
    r"(?P<office>(?:[12]:?[ae]\s)?(?:v(?:ice|\.)?\s)?ordf(?:örande)?\.?)\s(?P<party>[A-Za-zÅÄÖ]{1,3})(?:\s[xX×])+", re.IGNORECASE
)


def _is_label(folded: str) -> bool:
    """Whether words behind a name say who was there of a group, and not of the person."""
    split = folded.split()
    phrase = read_phrase(split) if len(split) > 1 and "utan" not in split else None  # "frånvarande utan ersättare"
    return phrase is not None and phrase.count == len(split) and phrase.role is not None and phrase.status is Status.ABSENT


def _closing_mark(text: str, start: int, end: int, codes: Codes) -> tuple[int, Status] | None:
    """A code or words of absence at the end of a chunk that holds something else before them."""
    words = list(WORD.finditer(text, start, end))
    for count in (2, 3, 1):  # "Gnesta anmält förhinder" ends in two words
        if len(words) <= count:
            continue
        at = words[-count].start()
        phrase = text[at:end].strip(" .")
        status = codes.meaning.get(fold(phrase)) if count == 1 else None
        if count == 1 and codes.matrix and phrase in _YES_NO:
            status = _YES_NO[phrase]
        if count == 1 and phrase == _CAME and text[end : end + 1] in ("", "\n"):
            status = Status.PRESENT
        if status is None and (count > 1 or fold(phrase) in ("franvarande", "forhinder", "franvaro")):
            said = said_status(phrase)
            status = said if said is Status.ABSENT else None
        if status is not None:
            return at, status
    return None


_YES_NO = {"Ja": Status.PRESENT, "Nej": Status.ABSENT, "X": Status.PRESENT, "x": Status.PRESENT, "×": Status.PRESENT}
_CAME = "Närvarande"
""" "hamnchef Närvarande", at the end of a line: the column behind an office."""
_PARTY_MARKED = re.compile(r"(?P<party>[A-ZÅÄÖa-zåäö]{1,2})[ ](?P<mark>[xX×])(?=\s|$)")
""" "s x", a column of parties and one of crosses."""
_ONE_BEFORE_OFFICE = re.compile(r"1[ ]+(?=Ordf)")
""" "S 1 Ordförande": the mark of presence before an office."""
_ORGANISATIONS = frozenset(word for word in attendance_words().organisation_words if " " in word or word.endswith("na"))
""" "Sveriges Lärare": known by its words, of which one is a title's."""


def _whole_party(words: str, inside: bool) -> str | None:
    if inside:
        return "-" if words in ("-", "–") else party_letters(words)
    if words in known_letters() and len(words) <= 3:
        return words
    if words in SMALL_LETTERS:
        return words.upper()
    return parties_by_name().get(fold(words))
