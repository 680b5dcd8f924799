"""Lists whose table was read column by column, block after block: all names, then as many parties, titles, bodies, crosses.

Unlike runs of one kind (`columns`), a block is told by its length: as many lines as there are names. Nothing is read so unless every
line behind the names fits into such a block, but for headings of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.names import fold, squash
from graph.record import Span, Status
from ingest.attendance.flow import read_flow
from ingest.attendance.labels import find_labels
from ingest.attendance.limits import LIMIT, limit_text
from ingest.attendance.listing import list_names
from ingest.attendance.model import Body, Category, Codes, Context, Draft
from ingest.attendance.words import canonical_role, has_title, is_organisation_like, party_letters, role_text, said_status
from ingest.lines import Line
from ingest.people.words import is_first_name

_FEWEST = 2
_SURE = 3
"""Names; of two a block of two other lines tells too little, unless it is one of parties or tells for whom they serve."""
_HEAD = re.compile(
    r"(?:parti|titel|roll|funktion|befattning|uppdrag|kommun|organisation|förvaltning|representerar|företräder|närv\w*|namn|nr|tj(?:g|änstgör\w*)?)"
    r"(?:\s*[/.()=]\s*[\w()/ .=–-]*)?\s*:?",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\)?|-")
_STANDS_FOR = re.compile(
    r"(?:tjänstgör(?:ande)?(?: ersättare)?|tjg\.?|ers(?:ättare|\.)?|ersätter|tj\.? ?ers\.?)\s+(?:för\s+)?(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:blad|sida|sid\.?)\s\d|\d{1,3}\s?\(\d{1,3}\)$|§\s?\d", re.IGNORECASE)
"""What stands behind a list: the next page, the first item."""
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_MARKS = {
    "x": Status.PRESENT, "ja": Status.PRESENT, "j": Status.PRESENT, "1": Status.PRESENT, "✓": Status.PRESENT, "nej": Status.ABSENT,
    "0": Status.ABSENT, "-": Status.ABSENT, "–": Status.ABSENT,
}  # fmt: skip


class _Kind(StrEnum):
    PARTY = "party"
    MARK = "mark"
    ROLE = "role"
    BODY = "body"
    SERVES = "serves"
    """For whom somebody stands in, or that nobody is stood in for."""


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    words: str


def read_blocks(
    context: Context, lines: Sequence[Line], start: int, end: int, category: Category, codes: Codes
) -> list[Draft] | None:
    """The people of a list read block by block; None when the lines are not laid out so."""
    rows, headed = _rows(context, lines, start, end)
    if len(rows) < 2 * _FEWEST:
        return None
    count = next((i for i, row in enumerate(rows) if not _is_person(context, row)), len(rows))
    rest = rows[count:]
    if count < _FEWEST or not rest or len(rest) % count:
        return None
    blocks = [rest[i : i + count] for i in range(0, len(rest), count)]
    kinds = [_kind(context, block, codes, headed=block[0].span[0] in headed) for block in blocks]
    if any(kind is None for kind in kinds) or len(set(kinds)) < len(kinds):
        return None
    if count < _SURE and not {_Kind.PARTY, _Kind.SERVES} & set(kinds):
        return None
    drafts: list[Draft] = []
    for row in rows[:count]:
        found = read_flow(context, *row.span, category, codes).drafts
        if len(found) != 1:
            return None
        drafts.append(found[0])
    for kind, block in zip(kinds, blocks, strict=True):
        drafts = [_beside(context, draft, kind, row, codes) for draft, row in zip(drafts, block, strict=True)]
    return drafts


def _rows(context: Context, lines: Sequence[Line], start: int, end: int) -> tuple[list[_Row], frozenset[int]]:
    """The lines of the list without headings of columns and the numbers before them, and where those begin that stand below such a
    heading; none where a line has cells."""
    rows: list[_Row] = []
    headed: set[int] = set()
    below = False
    for line in lines:
        begin, stop = max(line.start, start), min(line.end, end)
        words = squash(context.text[begin:stop]).strip(" *_")
        if not words:
            continue
        if rows and _PAGE.match(words):
            break
        if line.cells:
            return [], frozenset()
        if _HEAD.fullmatch(words):
            below = True
            continue
        if below:
            headed.add(begin)
        rows.append(_Row((begin, stop), words))
        below = False
    numbers = next((i for i, row in enumerate(rows) if not _NUMBER.fullmatch(row.words)), len(rows))
    counted = [int(row.words.strip(".)")) for row in rows[:numbers]]
    return (rows[numbers:] if counted == list(range(1, numbers + 1)) else []), frozenset(headed)


def _is_person(context: Context, row: _Row) -> bool:
    """Whether a line begins with a name that is known, and holds no other."""
    names = list_names(context, *row.span)
    if len(names) != 1 or context.text[row.span[0] : names[0].start].strip(" *_•–-"):
        return False
    return is_first_name(re.split(r"[\s-]", context.text[names[0].start : names[0].end], maxsplit=1)[0])


def _kind(context: Context, block: Sequence[_Row], codes: Codes, *, headed: bool) -> _Kind | None:
    """What all lines of a block are; None when they are not of one kind. Below a heading of their own unknown words are bodies; else
    most must begin with one that is known."""
    words = [row.words for row in block]
    if all(_mark(word, codes) is not None for word in words):
        return _Kind.MARK if len(set(words)) > 1 or words[0] != "-" else None
    if all(_PARTY.fullmatch(word) for word in words):
        return _Kind.PARTY if 2 * sum(party_letters(word) is not None for word in words) >= len(words) else None
    if any(_STANDS_FOR.match(word) for word in words):
        others = [word for word in words if not _STANDS_FOR.match(word)]
        if all(said_status(word) is not None or "tjänstg" in word or word in ("-", "–") for word in others):
            return _Kind.SERVES
        return _Kind.ROLE if all(_is_titled(word) for word in others) else None
    if any(find_labels(context.text, *row.span) and canonical_role(row.words) is None for row in block):
        return None
    titled = sum(map(_is_titled, words))
    known = sum(_named(context, row) is not None for row in block)
    bodies = known + headed * sum(is_organisation_like(row.words) for row in block)
    if titled == len(words):
        return _Kind.ROLE
    if 2 * bodies >= len(words) and not any(_is_person(context, row) for row in block):
        return _Kind.BODY
    return None


def _named(context: Context, row: _Row) -> Body | None:
    """The known body that a line names and nothing else, but for what stands behind a comma: "Norrby kommun, kulturenheten"."""
    named = next((b for b in context.bodies(*row.span) if b.span[0] == row.span[0]), None)
    return named if named is not None and _NO_MORE.match(context.text, named.span[1], row.span[1]) else None


_NO_MORE = re.compile(r"s?(?:[ ](?:kommun|[Ss]tad))?[ ]*(?:,|$)")


def _mark(word: str, codes: Codes) -> Status | None:
    return codes.meaning.get(fold(word) or word) or _MARKS.get(word.casefold())


def _is_titled(words: str) -> bool:
    title = _title(words)
    return canonical_role(title) is not None or has_title(title)


def _title(words: str) -> str:
    """The title in a line, without hours and paragraphs, or how its holder took part behind a role: "ledamot, deltar via Teams"."""
    title = LIMIT.sub("", words).strip(" ,;()")
    first = title.partition(",")[0]
    return first if first != title and canonical_role(first) is not None else title


def _beside(context: Context, draft: Draft, kind: _Kind | None, row: _Row, codes: Codes) -> Draft:
    """The person with what the line at the same place of a block tells."""
    match kind:
        case _Kind.PARTY:
            letters = party_letters(row.words) or row.words.strip("()").upper()
            return draft._replace(party=draft.party or (None if letters == "-" else letters))
        case _Kind.MARK:
            return draft._replace(said=draft.said or _mark(row.words, codes))
        case _Kind.ROLE if not _STANDS_FOR.match(row.words):
            limit = LIMIT.search(row.words)
            limits = (*draft.limits, limit_text(limit.group())) if limit else draft.limits
            return draft._replace(role=draft.role or role_text(_title(row.words)), limits=limits)
        case _Kind.BODY:
            body = _named(context, row) or Body(row.words, False, False, row.span)
            return draft._replace(body=draft.body or body)
        case _Kind.ROLE | _Kind.SERVES:
            names = list_names(context, *row.span, codes)
            if not _STANDS_FOR.match(row.words) or len(names) != 1:
                return draft
            limit = LIMIT.search(row.words)
            member = (names[0].start, names[0].end)
            return draft._replace(replaces=context.person_name(member), replaced=member, role="tjänstgörande ersättare",
                limits=(*draft.limits, limit_text(limit.group())) if limit else draft.limits,
            )  # fmt: skip
        case _:
            return draft
