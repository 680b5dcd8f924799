"""What stands between two names of a list, cut into pieces: bodies, parties, roles, limits, statuses, substitution words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from graph.names import fold, squash
from graph.record import Span, Status
from ingest.attendance.limits import BARE_LIMIT, DIGIT, TRAILING_LIMIT, find_limits, limit_text
from ingest.attendance.model import Body, Codes, Context
from ingest.attendance.municipalities import find_municipalities
from ingest.attendance.phrases import read_phrase
from ingest.attendance.words import (
    ACRONYM,
    canonical_role,
    has_title,
    is_organisation_like,
    known_letters,
    longest_role,
    parties_by_name,
    party_letters,
    role_text,
    said_status,
    status_words,
)
from ingest.lexicon import attendance_words


class PieceKind(StrEnum):
    BODY = "body"
    PARTY = "party"
    LETTERS = "letters"
    """Letters in parentheses that could be a party or an organisation; the list as a whole decides."""
    ROLE = "role"
    SAID = "said"
    MARK = "mark"
    LIMIT = "limit"
    STANDS_FOR = "standsFor"
    REPLACED_BY = "replacedBy"
    VACANT = "vacant"
    TEXT = "text"


class Piece(NamedTuple):
    """One thing that stands beside a name."""

    kind: PieceKind
    start: int
    end: int
    value: str = ""
    body: Body | None = None
    status: Status | None = None
    inside: bool = False
    """In parentheses."""
    after_break: bool = False
    """Nothing but white space stands between the line's (or cell's) beginning and it."""
    before_break: bool = False
    before_name: bool = False
    """Only spaces stand between it and the next name."""
    after_comma: bool = False
    colon: bool = False
    """It begins its line, and a colon or a dash follows it."""

    @property
    def alone(self) -> bool:
        return self.after_break and self.before_break


_JOINED_ON = re.compile(r"\s+(?:och|samt|&)$")
_PAGE = re.compile(r"(?<![\w(])\d{1,3}\s?\(\d{1,3}\)|\bSida(?:n)?\s+\d{1,3}(?:\s+av\s+\d{1,3}|\s?\(\d{1,3}\))?")
"""A page number in the margin, which text flows around."""
_SEPARATOR = re.compile(r"[,;|\t\n(){}\[\]•·…]|\s[-–—]\s|\s/\s|(?<=\w):(?=\s|$)(?! [ea][ ])|(?<=[a-zåäö])\.(?=\s*$)|\.{2,}|_{2,}")
_STANDS_FOR = re.compile(
    r"(?:(?:(?:som\s+)?(?:tjänstgörande|tjänstgör|tjänstgjorde|tjänstg\.?|tjg\.?|tgj\.?|tj\.?\s?g\.?|tj\.?\s?gör|tj\.?)\s*)?(?:ersättare|ers\.?|suppleant)?\s*(?:f(?:ör|iir|ôr|ijr)|i\s?st\.?\s?f\.?|i\s+stället\s+för|istället\s+för|istf\.?)"
    r"|(?:tjänstg|tjg|tgj)\.?\s*ers\.?\s+f\b\.?|(?:som\s+)?(?:ersätter|ersatte)|(?:som\s+)?(?:gick|går|hoppade|hoppar|trädde)\s+in\s+för|i\s+stället\s+för|(?:vik\.?|t\.?\s?f\.?)\s+för|vikarierar\s+för|inkallad\s+för|träder\s+in\s+för)\s*:?",
    re.IGNORECASE,
)
_IN_STEAD = re.compile(r"\) ers\.? $")
"""Between two members with their parties, of whom the second ends the line: "Anna Ek (S) ers Bo Alm (S)"."""
_REPLACED_BY = re.compile(r"(?:som\s+)?(?:ersätts\s+av|ersattes\s+av|ersatt\s+av|med\s+ersättare|ersättare:)", re.IGNORECASE)
_VACANT = re.compile(
    r"(?:vakant|vakans|vacant|ledig\s+plats|ej\s+tillsatt|ej\s+utsedd|ersättare\s+saknas|n\.?\s?n\.?)(?:\s+plats(?:er)?)?\b",
    re.IGNORECASE,
)
_NOT_IN_DECISION = re.compile(
    r"(?:deltar|deltog|deltager)\s+(?:ej|inte|icke)\s+(?:i|under|vid)\s+(?:beslut\w*|handläggning\w*|överläggning\w*|(?:§{1,2}\s*|punkt\s+|ärende\s+)?\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s|som\s|f[öiô]|i\s|ist|tj|tgj|t\.?\s?f|ers|sup|gick|går|hopp|trä|vik|ink|med\s|va[kc]|led|ej\s|n\.?\s?n|delt",
    re.IGNORECASE,
)
"""What words begin with that one of the four patterns above matches."""
_SUMMONED = frozenset({"kallad", "kallade", "inbjuden", "inbjudna", "inkallad"})
_TO_ITEM = re.compile(r"[ ]+(?:till|för)[ ]+(?:§|punkt|p\.|pkt|ärende)", re.IGNORECASE)
_SUMS = frozenset({"summa", "totalt", "antal"})
_ANSWERED = re.compile(r"(?:Ja|Nej)(?=[ ][A-ZÅÄÖ])")
""" "Ja Mora", in a column of presence before the body of the next."""
_CROSS = re.compile(r"[xX×✓✔√☒☑]")
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
_LONGEST_BODY = 6


@dataclass(frozen=True, slots=True)
class _Gap:
    """The stretch between two names that is cut into pieces, and what is known of it."""

    context: Context
    start: int
    end: int
    bodies: Sequence[Body]
    codes: Codes
    named: bool
    """Whether a name follows at its end."""

    def until(self, end: int) -> _Gap:
        """The part of it before `end`."""
        return replace(self, end=end)


def read_gap(
    context: Context, start: int, end: int, bodies: Sequence[Body], codes: Codes, *, before_name: bool = True
) -> list[Piece]:
    """The pieces of `text[start:end]`, which holds no name, in order. Unknown words become TEXT pieces. `before_name` tells
    whether a name follows at `end`."""
    text = context.text
    if not text[start:end].strip(" ,.;\n\t"):
        return []
    gap = _Gap(context, start, end, bodies, codes, before_name)
    margins = [(a, b) for a, b in context.margins if start <= a and b <= end]
    if not margins and (party := _PARTY_ALONE.fullmatch(text, start, end)) and _is_clear(party["letters"], codes):
        return [_piece(gap, PieceKind.PARTY, *party.span("letters"), party["letters"], inside=True)]
    pieces: list[Piece] = []
    for chunk_start, chunk_end, inside, is_limit in _chunks(text, start, end, margins):
        if is_limit:
            words = limit_text(text[chunk_start:chunk_end])
            pieces.append(_piece(gap, PieceKind.LIMIT, chunk_start, chunk_end, words, inside=inside))
        else:
            pieces.extend(_classify(gap, chunk_start, chunk_end, inside))
    return pieces


_PARTY_ALONE = re.compile(r"[ ]?\((?P<letters>[A-ZÅÄÖ]{1,3})\)[ ,\n\t]*")
"""Nothing but a party: what stands behind most names of members."""


def _is_clear(letters: str, codes: Codes) -> bool:
    """Whether letters in parentheses are a party's, and neither a code of the list nor words that say something else."""
    return letters in _clear_letters() and fold(letters) not in codes.meaning


@cache
def _clear_letters() -> frozenset[str]:
    return frozenset(
        letters
        for letters in known_letters()
        if fold(letters) not in _JOINING
        and fold(letters) not in _SUMS
        and not _OPENING.match(letters)
        and said_status(letters) is None
    )


def _chunks(text: str, start: int, end: int, margins: Sequence[Span]) -> Iterator[tuple[int, int, bool, bool]]:
    """Limits, and what stands between separators, as (start, end, in parentheses, is a limit); page margins left out."""
    depth = 0
    position = start
    carved: list[tuple[int, int, bool]] = []
    if margins or DIGIT.search(text, start, end):  # a limit and the number of a page have one
        limits = [(a, b, True) for a, b in find_limits(text, start, end)]
        pages = [(m.start(), m.end(), False) for m in _PAGE.finditer(text, start, end)]
        pages += [(a, b, False) for a, b in margins if not any(a <= p[0] < b for p in pages)]
        limits = [x for x in limits if not any(a <= x[0] < b for a, b in margins)]
        carved = sorted([*limits, *(p for p in pages if all(p[1] <= a or b <= p[0] for a, b, _ in limits))])
    for limit in [*carved, (end, end, False)]:
        begin = position
        for separator in _SEPARATOR.finditer(text, position, limit[0]):
            sign = separator.group()
            if depth and sign == "\n" and text[separator.end() : separator.end() + 1] != "\n":
                continue  # a body's name over two lines, in parentheses
            yield from _chunk(text, begin, separator.start(), depth > 0)
            depth = depth + 1 if sign in "([{" else max(0, depth - 1) if sign in ")]}" else 0 if sign in "\n\t" else depth
            begin = separator.end()
        yield from _chunk(text, begin, limit[0], depth > 0)
        if limit[2]:
            yield limit[0], limit[1], depth > 0, True
        position = limit[1]


def _chunk(text: str, start: int, end: int, inside: bool) -> Iterator[tuple[int, int, bool, bool]]:
    while start < end and (text[start].isspace() or text[start] in "*_:/"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_:/"):
        end -= 1
    if joined := _JOINED_ON.search(text, start, end):
        end = joined.start()
    if start < end:
        yield start, end, inside, False


def _piece(
    gap: _Gap, kind: PieceKind, start: int, end: int, value: str = "", *,
    body: Body | None = None, status: Status | None = None, inside: bool = False,
) -> Piece:  # fmt: skip
    text = gap.context.text
    before = text[max(0, start - 24) : start].rstrip(" *_•·-–")
    after = text[end : end + 12].lstrip(" *_.")
    after_break = before[-1:] in ("", "\n", "\t") and (bool(before) or start < 24)
    before_break = not after or after[0] in "\n\t" or (after[0] == ":" and after[1:].lstrip(" ")[:1] in ("", "\n", "\t"))
    before_name = gap.named and gap.end - end < 12 and not text[end : gap.end].strip(" *_:")
    after_comma = before[-1:] in ",;/" or before.endswith((" –", " -"))
    return Piece(
        kind, start, end, value or squash(text[start:end]), body, status, inside,
        after_break, before_break, before_name, after_comma, after_break and (after[:1] == ":" or after.startswith(("– ", "- "))),
    )  # fmt: skip


def _classify(gap: _Gap, start: int, end: int, inside: bool) -> list[Piece]:
    """One chunk, whole or peeled from the left word by word until the rest is one thing."""
    context, bodies, codes, gap_end = gap.context, gap.bodies, gap.codes, gap.end
    text = context.text
    pieces: list[Piece] = []

    def add(kind: PieceKind, a: int, b: int, value: str = "", *, body: Body | None = None, status: Status | None = None) -> None:
        pieces.append(_piece(gap, kind, a, b, value, body=body, status=status, inside=inside))

    if len(text[start:end].split()) > 1:
        if (
            (not inside and (group := _GROUP_WORD.search(text, start, end)) and not text[end:gap_end].strip())
            and group.start() > start
            and has_title(group["word"])
        ):
            # "…, sekretariatet Utvärderarna Anna Ek": the last word stands over those to come.
            before = _classify(gap.until(group.start()), start, group.start(), inside)
            add(PieceKind.ROLE, group.start("word"), end, role_text(group["word"]))
            return [*before, *pieces]
        if (
            codes.matrix
            and not inside
            and (office := _OFFICE_MARKED.fullmatch(text, start, end))
            and party_letters(office["party"])
        ):
            # "ordf c x": the columns behind an office.
            before = _classify(gap.until(office.end("office")), start, office.end("office"), inside)
            return [*before, *_classify(gap, office.start("party"), end, inside)]
        closing = _closing_mark(text, start, end, codes)
        if closing is not None:
            # "PRO:s lokalförening N", "SPF Frånvaro anmäld": the last words tell the status.
            stop = closing[0] - 1
            while stop > start and text[stop - 1].isspace():
                stop -= 1
            before = _classify(gap.until(stop), start, stop, inside)
            kind = PieceKind.MARK if codes.matrix else PieceKind.SAID
            return [*before, _piece(gap, kind, closing[0], end, status=closing[1], inside=inside)]
    while start < end:
        while start < end and text[start] in " .*_\n\t":
            start += 1
        if start >= end:
            break
        words = text[start:end]
        folded = fold(words)
        opens = _OPENING.match(words) is not None
        if folded in _JOINING and words != "ö" and not (folded == "for" and not text[end:gap_end].strip()):
            if opens and _STANDS_FOR.fullmatch(words):
                add(PieceKind.STANDS_FOR, start, end)
            break
        if opens and (matched := _REPLACED_BY.match(text, start, end)):
            add(PieceKind.REPLACED_BY, start, matched.end())
            start = matched.end()
            continue
        if (opens and _STANDS_FOR.fullmatch(text, start, end)) or (
            folded == "ers" and _IN_STEAD.search(text, max(0, start - 2), gap_end)
        ):
            add(PieceKind.STANDS_FOR, start, end)
            break
        if folded in _SUMS:
            break
        if opens and (matched := _VACANT.match(text, start, end)):
            add(PieceKind.VACANT, start, matched.end())
            start = matched.end()
            continue
        if folded in codes.meaning and len(words) <= 6:
            add(PieceKind.MARK, start, end, status=codes.meaning[folded])
            break
        if _is_label(folded):
            add(PieceKind.TEXT, start, end)  # "… (M) Ej närvarande ersättare,": words over those to come
            break
        if opens and _NOT_IN_DECISION.fullmatch(words):
            add(PieceKind.LIMIT, start, end)  # "deltar ej i beslut § 7": there all the same
            break
        if folded in _SUMMONED and _TO_ITEM.match(text, end, gap_end):
            add(PieceKind.SAID, start, end, status=Status.UNKNOWN)  # "kallad till punkt 4": whether the person came is not told
            break
        if status := said_status(words):
            if codes.matrix and folded in ("ja", "nej"):
                add(PieceKind.MARK, start, end, status=status)
            else:
                add(PieceKind.SAID, start, end, status=status)
            break
        if codes.matrix and folded == "nej":
            add(PieceKind.MARK, start, end, status=Status.ABSENT)
            break
        if (marked := _PARTY_MARKED.match(words)) and (letters := _whole_party(marked["party"], inside)):
            add(PieceKind.PARTY, start, start + marked.end("party"), letters)
            if codes.matrix:
                add(
                    PieceKind.MARK,
                    start + marked.start("mark"),
                    start + marked.end(),
                    status=codes.meaning.get("x", Status.PRESENT),
                )
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
        peeled = _peel(context, start, end, gap_end, bodies, codes)
        if peeled is None:
            _rest(context, start, end, bodies, add)
            break
        kind, stop, value, body, status = peeled
        add(kind, start, stop, value, body=body, status=status)
        start = stop
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
    words = list(_WORDS.finditer(text, start, end))
    for count in (2, 3, 1):  # "Gnesta anmält förhinder" ends in two words
        if len(words) <= count:
            continue
        at = words[-count].start()
        phrase = text[at:end].strip(" .")
        status = codes.meaning.get(fold(phrase)) if count == 1 else None
        if count == 1 and codes.matrix and phrase in _YES_NO:
            status = _YES_NO[phrase]
        if status is None and (count > 1 or fold(phrase) in ("franvarande", "forhinder", "franvaro")):
            said = said_status(phrase)
            status = said if said is Status.ABSENT else None
        if status is not None:
            return at, status
    return None


_YES_NO = {"Ja": Status.PRESENT, "Nej": Status.ABSENT}
_PARTY_MARKED = re.compile(r"(?P<party>[A-ZÅÄÖa-zåäö]{1,2})[ ](?P<mark>[xX×])(?=\s|$)")
""" "s x", a column of parties and one of crosses."""
_ONE_BEFORE_OFFICE = re.compile(r"1[ ]+(?=Ordf)")
""" "S 1 Ordförande": the mark of presence before an office."""
_ORGANISATIONS = frozenset(word for word in attendance_words().organisation_words if " " in word or word.endswith("na"))
""" "Sveriges Lärare": known by its words, of which one is a title's."""
_ASSOCIATIONS = frozenset(word for word in attendance_words().organisation_words if not word.startswith("Region"))
_SMALL_LETTERS = frozenset({"s", "m", "c", "v", "l", "fp", "kd", "mp", "sd"})
_WORDS = re.compile(r"\S+")


def _whole_party(words: str, inside: bool) -> str | None:
    if inside:
        return "-" if words in ("-", "–") else party_letters(words)
    if words in known_letters() and len(words) <= 3:
        return words
    if words in _SMALL_LETTERS:
        return words.upper()
    return parties_by_name().get(fold(words))


_Peeled = tuple[PieceKind, int, str, Body | None, Status | None]


def _peel(context: Context, start: int, end: int, gap_end: int, bodies: Sequence[Body], codes: Codes) -> _Peeled | None:
    """The one thing that begins at `start`, when more follows it in the chunk."""
    text = context.text
    for body in bodies:
        if body.span[0] == start and body.span[1] <= end:
            stop = body.span[1]
            formal = text[body.span[0] : stop].endswith(("kommun", "stad"))
            if not formal and body.municipality and (behind := _FORMAL_BEHIND.match(text, stop, end)):
                formal = True
                stop = behind.end()
            tail = text[stop:end].strip(" .")
            if tail and (
                (not tail[0].isupper() and is_organisation_like(tail.split()[0]))
                or _CLUB.fullmatch(tail)
                or _HOUSE.fullmatch(tail)
            ):
                break  # "Avesta socialförvaltning", "Avesta AIF": the whole is one body
            if tail and not tail[0].isdigit() and body.municipality and not formal and not _tells(tail):
                break  # "Ale Torg 7": an address
            return PieceKind.BODY, stop, body.name, body, None
    words = text[start:end].split()
    for count in range(min(len(words), longest_role()), 0, -1):
        stop = _nth_end(text, start, end, count)
        if stop == end:
            continue
        phrase = text[start:stop]
        status = said_status(phrase)
        if status and _PART_OF_MEETING.match(text, stop, end):
            break  # "deltog inte i beslutet"
        if status and fold(phrase) not in ("ej", "ja", "med", "lank", "digital", "distans", "teams"):
            return (PieceKind.MARK if codes.matrix and count == 1 else PieceKind.SAID), stop, "", None, status
        role = canonical_role(phrase)
        if role and not _extends_title(text, stop, end):
            return PieceKind.ROLE, stop, role, None, None
    first = words[0]
    stop = start + len(first)
    bare = first.strip(".,")
    if codes.matrix and _CROSS.fullmatch(bare):
        return PieceKind.MARK, stop, "", None, Status.PRESENT
    if fold(bare) in codes.meaning:
        return PieceKind.MARK, stop, "", None, codes.meaning[fold(bare)]
    if bare in known_letters() and len(bare) <= 2:
        return PieceKind.PARTY, stop, bare, None, None
    if bare in _SMALL_LETTERS and context.small_parties and text[stop:end].strip()[:1].isupper():
        return PieceKind.PARTY, stop, bare.upper(), None, None
    if (acronym := ACRONYM.match(text, start, end)) and acronym.end() <= end and not has_title(text[start:end]):
        value = acronym.group()
        tail = text[acronym.end() : end].strip()
        if tail.split()[:1] and (fold(tail.split()[0]) in codes.meaning or _STANDS_FOR.fullmatch(tail) or _CROSS.fullmatch(tail)):
            return PieceKind.BODY, acronym.end(), value, Body(value.split(":")[0], False, False, (start, acronym.end())), None
    if not text[end:gap_end].strip() and (for_words := _FOR_WORDS.search(text, start, end)):
        return _peel_before_for(context, start, for_words.start(), bodies)
    return None


_FORMAL_BEHIND = re.compile(r"s?\s+(?:kommun|stad)s?\b")
_FOR_WORDS = re.compile(r"\s+(?:för|ersätter|i stället för|istället för)\s*$")
_OF_NO_TOWN = re.compile(
    r"(?:område|högskola\w*|universitet\w*|sjukhus\w*|lasarett\w*|församling\w*|kyrka\w*|förening\w*|klubb\w*|polis\w*|bolag\w*|förbund\w*|stiftelse\w*"
    r"|museum|museet|hälsocentral\w*|vårdcentral\w*|mottagning\w*|klinik\w*|museer|tingsrätt\w*|länsstyrelse\w*)[ ](?:i[ ])?[A-ZÅÄÖ]",
    re.IGNORECASE,
)
_IS = re.compile(r"\s(?:var|är)$")
_HOUSE = re.compile(
    r"[\wåäö-]*(?:gymnasie?t?|gymnasium|sjukhus(?:et)?|lasarett(?:et)?|vårdcentral|hälsocentral|församling|museum)", re.IGNORECASE
)
_CLUB = re.compile(r"(?:[A-ZÅÄÖ]{0,2}(?:IF|IK|BK|FF|FK|SK|OK|FC|HC|IS)|GoIF|HK)")
_PART_OF_MEETING = re.compile(
    r"\s+(?:(?:i|under|vid|på|för|när)\s+(?:\w+\s+)?(?:beslut|behandl|överlägg|ärende|punkt|handlägg|omröst|vot|del\b|delar\b)"
    r"|(?:till|inför|på|vid)\s+(?:nästa|kommande|följande)\b)",
    re.IGNORECASE,
)


def _tells(tail: str) -> bool:
    """Whether words behind a body are themselves something that a list tells of a person."""
    first = tail.split()[0]
    return bool(
        canonical_role(tail) or has_title(tail) or said_status(tail) or _STANDS_FOR.match(tail) or ACRONYM.fullmatch(first)
        or party_letters(tail) or is_organisation_like(tail) or _CROSS.fullmatch(first)
    )  # fmt: skip


def _peel_before_for(context: Context, start: int, stop: int, bodies: Sequence[Body]) -> _Peeled | None:
    words = context.text[start:stop]
    if role := canonical_role(words):
        return PieceKind.ROLE, stop, role, None, None
    if is_organisation_like(words):
        return PieceKind.BODY, stop, squash(words), Body(squash(words), False, False, (start, stop)), None
    if has_title(words):
        return PieceKind.ROLE, stop, role_text(words), None, None
    if words[:1].isupper() and len(words.split()) <= 3:
        return PieceKind.TEXT, stop, squash(words), None, None
    return None


def _extends_title(text: str, stop: int, end: int) -> bool:
    """ "ordförande i socialnämnden", "ersättare, ej tjänstgörande": the words after belong to the role."""
    tail = text[stop:end].strip()
    if any(canonical_role(" ".join(tail.split()[:n])) for n in (1, 2, 3)):
        return False
    first = tail.split()[0] if tail else ""
    return bool(first) and (
        first.islower() and fold(first) not in status_words() and not _STANDS_FOR.match(tail) and not first.startswith("ers")
    )


def _nth_end(text: str, start: int, end: int, count: int) -> int:
    found = start
    for n, word in enumerate(_WORDS.finditer(text, start, end)):
        if n == count:
            break
        found = word.end()
    return found


def _rest(context: Context, start: int, end: int, bodies: Sequence[Body], add: object) -> None:
    """What could not be peeled: a title (with the body it ends in), a body, or plain text."""
    text = context.text
    words = text[start:end]
    inner = [body for body in bodies if start <= body.span[0] and body.span[1] <= end]
    assert callable(add)
    if (told := _IS.search(words)) and has_title(words[: told.start()]):
        add(PieceKind.ROLE, start, end, role_text(words[: told.start()]))  # "Processledare var Anna Ek"
        return
    if has_title(words):
        last = inner[-1] if inner else None
        if last is not None and _closes(text, last, end) and last.span[0] > start:
            before = text[start : last.span[0]].rstrip()
            if not re.search(r"\b(?:i|för|på|vid|av|hos|inom|från)$", before) and has_title(before):
                add(PieceKind.ROLE, start, start + len(before), role_text(before))
                add(PieceKind.BODY, last.span[0], end, last.name, body=last)
                return
            add(PieceKind.ROLE, start, end, role_text(words))
            return
        first = inner[0] if inner else None
        if first is not None and first.span[0] == start and has_title(text[first.span[1] : end]):
            add(PieceKind.BODY, start, first.span[1], first.name, body=first)
            add(PieceKind.ROLE, first.span[1], end, role_text(text[first.span[1] : end]))
            return
        add(PieceKind.ROLE, start, end, role_text(words))
        if limit := TRAILING_LIMIT.search(words):
            add(PieceKind.LIMIT, start + limit.start(), end, limit_text(limit.group()))
        return
    if inner and _covers(text, inner[-1], start, end):
        add(PieceKind.BODY, start, end, inner[-1].name, body=inner[-1])
        return
    if len(inner) > 1 and (joint := _joint(context, start, end)):
        add(PieceKind.BODY, start, end, joint, body=Body(joint, False, True, (start, end)))
        return
    if is_organisation_like(words) and len(words.split()) <= _LONGEST_BODY and not words[0].isdigit() and not _DAY.search(words):
        named = next((body for body in inner if body.municipality and _closes(text, body, end)), None)
        if words.split()[0] in _ASSOCIATIONS or _OF_NO_TOWN.search(words):
            named = None  # "PRO Avesta" speaks for its members, "Högskolan i Avesta" for itself, not for the town
        known = next((body for body in inner if not body.municipality and body.span[0] == start), None)
        body = known or named or Body(squash(_SPOKEN_FOR.sub("", words)), False, False, (start, end))
        add(PieceKind.BODY, start, end, body.name, body=body)
        return
    add(PieceKind.TEXT, start, end)


def _joint(context: Context, start: int, end: int) -> str | None:
    """ "Mora och Orsa", "Mora/Orsa": the municipalities for which one person speaks; None when the words name anything else."""
    named = find_municipalities(context.lexicon, squash(context.text[start:end]))
    return " och ".join(named) if len(named) == 2 else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPOKEN_FOR = re.compile(r"^(?:från|för)\s+(?=[A-ZÅÄÖ])|\s+(?:representera\w*|företr[äå]d\w*)\s+av$", re.IGNORECASE)
""" "Från PRO", "Ungdomsgruppen representerades av" over the names of those who spoke for it."""


def _closes(text: str, body: Body, end: int) -> bool:
    return fold(text[body.span[1] : end]) in ("", "s", "kommun", "s kommun", "stad", "s stad", "kommuns")


def _covers(text: str, body: Body, start: int, end: int) -> bool:
    before = fold(text[start : body.span[0]])
    return before in ("", "från", "för", "i", "kommun", "fran", "for") and _closes(text, body, end)
