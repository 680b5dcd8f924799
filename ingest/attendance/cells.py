"""What one cell of a table holds: names, a body, a title, a mark, how much of the meeting, or other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.names import fold, squash
from graph.record import Status
from ingest.attendance.labels import find_labels
from ingest.attendance.limits import DIGIT, LIMIT, limit_text
from ingest.attendance.listing import list_names
from ingest.attendance.model import Body, Codes, Context, Label
from ingest.attendance.words import canonical_role, has_title, is_organisation_like, party_letters, role_text, said_status
from ingest.document import Block, Cell

MARK_WORDS = {
    "x": Status.PRESENT, "ja": Status.PRESENT, "j": Status.PRESENT, "1": Status.PRESENT, "✓": Status.PRESENT, "✔": Status.PRESENT,
    "√": Status.PRESENT, "n": Status.ABSENT, "nej": Status.ABSENT, "0": Status.ABSENT, "-": Status.ABSENT, "–": Status.ABSENT, "—": Status.ABSENT,
    "ok": Status.PRESENT, "+": Status.PRESENT, "☒": Status.PRESENT, "☑": Status.PRESENT, "☐": Status.ABSENT, "×": Status.PRESENT, "närv": Status.PRESENT,
    "frånv": Status.ABSENT, "f": Status.ABSENT, "närvarande": Status.PRESENT, "frånvarande": Status.ABSENT,
    "när": Status.PRESENT, "från": Status.ABSENT, "✗": Status.ABSENT, "✘": Status.ABSENT, "□": Status.ABSENT, "[x]": Status.PRESENT, "[ ]": Status.ABSENT, "[]": Status.ABSENT,
}  # fmt: skip
_LONGEST_MARK = 5
_CODE_AND_MORE = re.compile(r"(?P<code>[^\W\d_]{1,2})\s*[,(]")
""" "F (ersatt av …)", "N, lämnade 10.30": a letter of the legend with more said behind it."""
_ANSWER = re.compile(
    r"(?:(?P<word>ja|nej|[x✓✔☒☑×])\s*(?=[,(–-])|(?P<cross>[x✓✔☒☑×])\s+(?-i:(?=[a-zåäö§])))(?P<told>.{2,60})$", re.IGNORECASE
)
""" "Ja, digitalt", "x (via länk)", "X från punkt 3" in a column of presence."""
_STANDS_FOR_CELL = re.compile(
    r"(?:som\s+)?(?:ersätter|ersatte|(?:inträder|inträdde|går in|gick in)\s+för|(?:(?:tjänstgörande|tjänstgjorde|tjänstgör|tjänstg|tjg|tj)\.?\s+)?(?:(?:ersättare|ers|suppleant)\.?\s+)?för|i stället för|istället för)\s+(?-i:[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_REPLACED_CELL = re.compile(r"(?P<said>[^,;(]{0,25}?)\s*[,;(]?\s*(?:som\s+)?(?:ersätts|ersattes|ersatt)\s+av\s", re.IGNORECASE)
""" "Frånvarande, ersätts av Anna Ek", "– (ersatt av Anna Ek)", "Ersattes av Anna Ek"."""


class CellKind(StrEnum):
    EMPTY = "empty"
    NAMES = "names"
    REPLACES = "replaces"
    """The member for whom the person of the row stands in."""
    BODY = "body"
    LABEL = "label"
    MARK = "mark"
    SAID = "said"
    PARTY = "party"
    ROLE = "role"
    LIMIT = "limit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CellRead:
    """A cell taken for what it holds."""

    kind: CellKind
    cell: Cell
    text: str
    body: Body | None = None
    label: Label | None = None
    status: Status | None = None
    limit: str | None = None
    """How much of the meeting the words behind a mark say."""
    role: str | None = None
    """The title behind a body: "Mora kommun, ordförande"."""
    marks: tuple[Status | None, ...] = ()
    """The marks of a cell that holds several, one under the other."""
    explained: bool = False
    """The legend tells what its mark means."""
    more: tuple[CellRead, ...] = ()
    """What else stands in the cell, part by part: "Ledamot, frånvarande", "På plats, lämnade efter punkt 6"."""


HOLDS = {
    "parti": CellKind.PARTY, "partibeteckning": CellKind.PARTY, "kommun": CellKind.BODY, "organisation": CellKind.BODY, "representerar": CellKind.BODY,
    "foretrader": CellKind.BODY, "kommun organisation": CellKind.BODY, "titel": CellKind.ROLE, "befattning": CellKind.ROLE, "funktion": CellKind.ROLE, "roll": CellKind.ROLE,
    "uppdrag": CellKind.ROLE, "forvaltning": CellKind.BODY, "namnd": CellKind.BODY, "arbetsgivare": CellKind.BODY,
}  # fmt: skip


def find_holds(context: Context, block: Block) -> dict[int, CellKind]:
    """What the cells of a column hold by its heading in the first or second row: parties, bodies, titles."""
    for row in block.rows[:2]:
        found = {i: kind for i, cell in enumerate(row) if (kind := HOLDS.get(fold(context.text[cell.start : cell.end])))}
        if found:
            return found
    return {}


def read_cell(context: Context, cell: Cell, codes: Codes, holds: CellKind | None = None) -> CellRead:
    """What a cell holds; `holds` is what the head over its column says that it does."""
    parts = list(_iter_parts(context.text, cell))
    if len(parts) > 1 and (read := _read_parts(context, parts, codes, holds)) is not None:
        return read
    return _read_whole(context, cell, codes, holds)


def _iter_parts(text: str, cell: Cell) -> Iterator[Cell]:
    """The stretches of a cell between commas and parentheses."""
    at = cell.start
    for sign in _PART_ENDS.finditer(text, cell.start, cell.end):
        if text[at : sign.start()].strip():
            yield Cell(at, sign.start())
        at = sign.end()
    if text[at : cell.end].strip(" ."):
        yield Cell(at, cell.end)


def _read_parts(context: Context, parts: Sequence[Cell], codes: Codes, holds: CellKind | None) -> CellRead | None:
    """A cell of which one part says who came or for whom somebody serves, and others an office, a party or how much of the meeting;
    None where it is of another kind, as the name of a person with what belongs to it."""
    words = [squash(context.text[part.start : part.end]) for part in parts]
    said = [said_status(word) for word in words]
    instead = [_STANDS_FOR_CELL.match(word) is not None for word in words]
    if not any(said) and not any(instead[1:]):
        return None
    reads: list[CellRead] = []
    for part, word, status, stands_for in zip(parts, words, said, instead, strict=True):
        if stands_for and list_names(context, part.start, part.end, codes):
            reads.append(CellRead(CellKind.REPLACES, part, word))
        elif status is not None:
            reads.append(CellRead(CellKind.SAID, part, word, status=status))
        elif (limit := LIMIT.search(word)) and (reads or _LIMIT_ALONE.fullmatch(word)):
            told = word if word[: limit.start()].islower() else limit.group()
            reads.append(CellRead(CellKind.LIMIT, part, word, limit=limit_text(told)))
        elif list_names(context, part.start, part.end, codes):
            return None
        else:
            reads.append(_read_whole(context, part, codes, holds if part is parts[0] else None))
    first = next((read for read in reads if read.kind in (CellKind.SAID, CellKind.MARK)), reads[0])
    return replace(first, more=tuple(read for read in reads if read is not first and read.kind is not CellKind.TEXT))


_PART_ENDS = re.compile(r"[,;][ \n]|[ \n]\(|\)|\n|[ ][–-][ ]")


def _read_whole(context: Context, cell: Cell, codes: Codes, holds: CellKind | None) -> CellRead:
    text = context.text
    words = squash(text[cell.start : cell.end])
    if not words:
        return CellRead(CellKind.EMPTY, cell, words)
    folded = fold(words) or words
    if holds is CellKind.PARTY and folded not in HOLDS:
        return CellRead(CellKind.PARTY, cell, words)
    if holds is CellKind.ROLE and canonical_role(words.partition(":")[0]) and list_names(context, cell.start, cell.end, codes):
        return CellRead(CellKind.NAMES, cell, words)  # "Sekreterare: Anna Ek" below "Befattning"
    if holds is CellKind.ROLE and folded not in HOLDS and words not in MARK_WORDS and not said_status(words):
        return CellRead(CellKind.ROLE, cell, words)
    if (
        holds is CellKind.BODY
        and (covering := next((b for b in context.bodies(cell.start, cell.end) if b.span[0] == cell.start), None))
        and (title := _title_behind(context, covering, cell.end))
    ):
        return CellRead(CellKind.BODY, cell, words, body=covering, role=title)
    if holds is CellKind.BODY and folded not in HOLDS and len(words) > 1 and not find_labels(text, cell.start, cell.end):
        named = next((b for b in context.bodies(cell.start, cell.end) if b.span[0] == cell.start), None)
        if named is not None and (title := _title_behind(context, named, cell.end)):
            return CellRead(CellKind.BODY, cell, words, body=named, role=title)
        if named is not None and named.municipality and _OWN_NAME.match(text, named.span[1], cell.end):
            named = None  # "Mora hamncentral", "Orsa IF"
        if named is not None or not any(name.known for name in list_names(context, cell.start, cell.end)):
            return CellRead(CellKind.BODY, cell, words, body=named or Body(words, False, False, (cell.start, cell.end)))
    if folded in codes.meaning:
        return CellRead(CellKind.MARK, cell, words, status=codes.meaning[folded], explained=True)
    if (coded := _CODE_AND_MORE.match(words)) and fold(coded["code"]) in codes.meaning:
        return CellRead(CellKind.MARK, cell, words, status=codes.meaning[fold(coded["code"])])
    if " " in words and (marks := _marks(text[cell.start : cell.end], codes)):
        return CellRead(CellKind.MARK, cell, words, marks=marks)
    short = words.casefold().rstrip(".") if len(words) <= _LONGEST_MARK else ""
    if folded in MARK_WORDS or short in MARK_WORDS:
        return CellRead(CellKind.MARK, cell, words, status=MARK_WORDS.get(short, MARK_WORDS.get(folded)))
    if answer := _ANSWER.match(words):
        mark = MARK_WORDS[(answer["word"] or answer["cross"]).casefold()]
        limit = LIMIT.search(answer["told"])
        return CellRead(CellKind.MARK, cell, words, status=mark, limit=limit_text(limit.group()) if limit else None)
    if (replaced := _REPLACED_CELL.match(words)) and LIMIT.search(words) is None:
        said = replaced["said"].strip()
        status = MARK_WORDS.get(said.casefold()) or said_status(said) if said else Status.ABSENT
        if status is Status.ABSENT:
            return CellRead(CellKind.SAID, cell, words, status=status)
    if list_names(context, cell.start, cell.end, codes):
        if _STANDS_FOR_CELL.match(words):
            return CellRead(CellKind.REPLACES, cell, words)
        return CellRead(CellKind.NAMES, cell, words)
    if party_letters(words) and len(words) <= 6:
        return CellRead(CellKind.PARTY, cell, words)
    labels = find_labels(text, cell.start, cell.end)
    if labels and labels[0].alone:
        return CellRead(CellKind.LABEL, cell, words, label=labels[0])
    plain, opened, inside = words.partition(" (")
    if status := said_status(plain):
        told = LIMIT.search(inside) if opened else None
        return CellRead(CellKind.SAID, cell, words, status=status, limit=limit_text(told.group()) if told else None)
    first, parted, _ = words.partition(", ")
    if parted and said_status(first) is Status.ABSENT and LIMIT.search(words) is None:
        return CellRead(CellKind.SAID, cell, words, status=Status.ABSENT)  # "Ej närvarande, ingen kunde inkallas"
    if came := _CAME_FOR.fullmatch(words):
        return CellRead(CellKind.SAID, cell, words, status=Status.PRESENT, limit=limit_text(came["limit"]))
    if len(words) < 40 and (_LIMIT_ALONE.fullmatch(words) or (DIGIT.search(words) and not LIMIT.sub("", words).strip(" ,;()"))):
        return CellRead(CellKind.LIMIT, cell, words)
    if canonical_role(words):
        return CellRead(CellKind.ROLE, cell, words)
    bodies = context.bodies(cell.start, cell.end)
    covering = next((b for b in bodies if b.span[0] == cell.start), None)
    if covering and (fold(text[covering.span[1] : cell.end]) in ("", "s", "kommun", "s kommun", "stad")):
        return CellRead(CellKind.BODY, cell, words, body=covering)
    if covering and (limit := _LIMIT_BEHIND.fullmatch(text, covering.span[1], cell.end)):
        return CellRead(CellKind.BODY, cell, words, body=covering, limit=limit_text(limit["limit"]))
    if covering and (title := _title_behind(context, covering, cell.end)):
        return CellRead(CellKind.BODY, cell, words, body=covering, role=title)
    if covering and covering.municipality and _UNIT_BEHIND.fullmatch(text, covering.span[1], cell.end):
        return CellRead(CellKind.BODY, cell, words, body=covering)
    if has_title(words):
        return CellRead(CellKind.ROLE, cell, words)
    if covering and not covering.municipality:
        return CellRead(CellKind.BODY, cell, words, body=covering)
    if is_organisation_like(words):
        return CellRead(CellKind.BODY, cell, words, body=Body(words, False, False, (cell.start, cell.end)))
    return CellRead(CellKind.TEXT, cell, words)


_LIMIT_ALONE = re.compile(
    r"(?:§|del av|kl|t\.?o\.?m|fr\.?o\.?m|ej §|punkt|p\.)?.{0,6}\d[\d\s§,.:–-]*(?:och \d+|del av \d+)*[a-d]?", re.IGNORECASE
)


_CAME_FOR = re.compile(
    rf"(?:deltog|närvarade|närvarande|anslöt|kom|gick|anlände|lämnade(?:[ ]mötet)?)[ ](?!ej\b|inte\b)(?P<limit>{LIMIT.pattern})[ ]*",
    re.IGNORECASE,
)
""" "Deltog till kl. 14", "Lämnade mötet kl. 15": there, for so long."""


def _is_title(words: str) -> bool:
    return has_title(words) or canonical_role(words) is not None


_LIMIT_BEHIND = re.compile(rf"s?(?:[ ](?:kommun|[Ss]tad))?,?[ ]\(?(?P<limit>{LIMIT.pattern})\)?[ ]*", re.IGNORECASE)
""" "Mora kommun t o m § 6", "Mora kommun (t.o.m. § 6)"."""
_OWN_NAME = re.compile(r"s?[ ](?!kommun|[Ss]tad|och\b|samt\b)(?:[a-zåäö]{4}|[A-ZÅÄÖ]{2,4}\b)")
_TITLE_BEHIND = re.compile(
    r"s?(?:[ ](?:kommun|stad))?(?:,[ ](?P<title>[^,\n]{3,60})|[ ]\((?P<inside>(?!kommun|stad)[^,()\n]{3,60})\))"
)
""" "Mora kommun, ordförande", "Mora kommun (ordf.)"."""


_UNIT_BEHIND = re.compile(r"(?:(?<=kommun)|(?<=stad)|s?[ ](?:kommun|stad)),[ ][^\W\d_][^,\n\t]{3,60}")
""" "Mora kommun, äldreförvaltningen": a part of the town's own house."""


def _title_behind(context: Context, body: Body, end: int) -> str | None:
    """The title that is all there is behind the body of a cell."""
    match = _TITLE_BEHIND.fullmatch(context.text, body.span[1], end)
    words = (match["title"] or match["inside"]) if match else None
    return role_text(words) if words and _is_title(words) else None


def _marks(cell: str, codes: Codes) -> tuple[Status | None, ...]:
    """The marks of a cell that holds nothing else, line by line (None for an empty line); empty when it holds more than marks."""
    lines = [line.strip() for line in cell.split("\n")] if "\n" in cell.strip() else cell.split()
    meaning = MARK_WORDS | codes.meaning
    if any(line and line.casefold() not in meaning for line in lines):
        return ()
    return tuple(meaning[line.casefold()] if line else None for line in lines)
