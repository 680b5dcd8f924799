"""Lines that each end in a tick for presence: a table with a column "Närvarande" whose columns ran together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.record import Span, Status
from ingest.attendance.listing import list_names
from ingest.attendance.model import Codes, Context, Draft, Section
from ingest.attendance.words import canonical_role, has_title, party_letters, role_text
from ingest.lines import Line

_SIGNS = "✓✔√☒☑✗✘☐□"
_MARK = rf"(?:ja|nej|ok|teams|zoom|länk|[pP+]|\([xX ]?\)|[xX×jJnNF10{_SIGNS}]|\[[xX ]?\]|[-–—])"
_END_MARK = re.compile(
    rf"[ \t]+(?P<mark>{_MARK})(?:[ \t]+{_MARK})*(?:[ \t]+(?P<office>[^\W\d_][\w:. åäö]*)|[ ]\([^()\n]{{2,30}}\))?[ \t]*$",
    re.IGNORECASE,
)
"""The first of the marks that end a line: those behind it tell of votes. An office ("Anna Ek 1 Justerare") or an aside ("X (Teams)") may
stand behind them."""
_PARTY_HEAD = re.compile(
    r"\W*(?P<party>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3}?)(?:[ ]+[-–][ ]+(?P<group>[^\W\d_]+))?(?:[ ]*\(\d+\))?\W*"
)
""" "CENTERPARTIET - Ersättare (3)": over those of one party."""
_FIRST_MARK = re.compile(rf"[ \t]*(?:[-•*][ \t]+)?(?P<mark>[{_SIGNS}]|\[[xX ]?\]|(?:[xX×]{{1,2}}|[-–—])(?=[ \t]+[A-ZÅÄÖ]))[ \t]*")
_YES = frozenset({"ok", "teams", "zoom", "länk", "p", "+", "(x)", "ja", "x", "×", "✓", "✔", "√", "☒", "☑", "j", "1", "[x]", "xx"})
_HEAD = re.compile(r"\b(?:närv\w*|narv\w*|deltag\w*|upprop)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the list without its tick, and what the tick says."""

    span: Span
    status: Status
    bare: bool = False
    """It has no tick, in a list where most have one."""
    role: str | None = None
    """The office behind the tick, or the group of the words over it."""
    party: str | None = None
    """The party of the words over it."""


def has_lost_columns(context: Context, lines: Sequence[Line], start: int, end: int, *, known: bool = False) -> bool:
    """Whether lines end in crosses under a heading that names both presence and absence, or yes and no of presence: which of the two
    columns a cross stood in is lost. `known` tells that the heading stands over the list before, which goes on here."""
    text = context.text
    if not known and not any(_tells_both(line, following) for line, following in pairwise([*lines, None]) if line is not None):
        return False
    crossed = [line for line in lines if _CROSS.search(text[max(line.start, start) : min(line.end, end)])]
    return len(crossed) >= (1 if known else 2) and all(not line.cells for line in crossed)


def _tells_both(line: Line, following: Line | None) -> bool:
    """Whether a line names two columns of which one is for those who were not there."""
    if line.cells or len(line.text) > 80 or "närv" not in line.text.lower():
        return False
    if _PRESENCE.search(line.text) and _ABSENCE.search(line.text):
        return not _EXPLAINED.search(line.text)
    if following is None or not _YES_NO_OVER.match(line.text):
        return False
    groups = len(_GROUPS.findall(line.text))
    return groups == len(_YES_NO.findall(following.text))


def are_crosses_of_presence(context: Context, lines: Sequence[Line], section: Section) -> bool:
    """Whether the crosses of a list of members under yes and no of presence all stand for yes: some of them have none at all, which
    they had not if those away had theirs under no."""
    if all(label.role != "ledamot" for label in section.labels):
        return False
    if not any(_YES_NO_OVER.match(line.text) and _tells_both(line, following) for line, following in pairwise(lines)):
        return False
    people = [line for line in lines if line.start >= section.start and context.names_someone(line.start, line.end)]
    crossed = sum(_ANY_CROSS.search(line.text) is not None for line in people)
    return crossed >= 3 and len(people) // 2 < crossed < len(people)


_ANY_CROSS = re.compile(r"[ \t][xX×✓](?=\s|$)")
_YES_NO_OVER = re.compile(r"(?:\W*|.*\s)(?:Närvaro|NÄRVARO)\b(?!.*\bJa\b)")
_GROUPS = re.compile(r"\b(?:Närvaro|Votering|Omröstning|NÄRVARO|VOTERING|OMRÖSTNING|§)")
_YES_NO_HEADS = re.compile(r"(?:Närvaro|NÄRVARO)\b[^\n]*\n[ \t]*Ja[ \t]+Nej\b")
_YES_NO = re.compile(r"\bJa[ ]+Nej\b")
""" "Närvaro Votering" / "Ja Nej Ja Nej"."""
_PRESENCE = re.compile(r"(?<!ej )(?<!inte )\bnärv\w*", re.IGNORECASE)
_ABSENCE = re.compile(r"\b(?:frånv\w*|ej närv\w*|förhinder)", re.IGNORECASE)
_EXPLAINED = re.compile(r"[(=]\s*\S{1,2}\s*(?:\)|,|$)|(?<!\S)[(\"”]?\S{1,2}[\"”]?\s*=\s*\w")
"""The heading says what the signs mean: "Närvarande (X) Frånvarande (-)", "Närvaro: x = på plats, - = frånvarande"."""
_CROSS = re.compile(r"\s[xX×✓]\s*$")


def find_yes_no_heads(text: str, start: int, end: int) -> int | None:
    """Where words end in `text[start:end]` that put yes and no of presence over columns: "Närvaro   Votering" / "Ja Nej Ja Nej"."""
    return max((found.end() for found in _YES_NO_HEADS.finditer(text, start, end)), default=None)


def has_ticks(context: Context, start: int, drafts: Sequence[Draft]) -> bool:
    """Whether a list has a column of presence, told by the words over it, and most in it have their cross there."""
    crossed = sum(draft.said is Status.PRESENT for draft in drafts)
    if crossed < 3 or crossed * 2 <= len(drafts):
        return False
    text = context.text
    over = text[max(0, start - 40) : drafts[0].start]
    if all(_CROSS_BELOW.match(text, draft.end) for draft in drafts if draft.said is Status.PRESENT) and _CELL_OVER.search(over):
        return True
    return bool(_COLUMN.search(over) and _COLUMN_BESIDE.search(over) and not _ABSENCE.search(over))


def find_unticked(context: Context, start: int, drafts: Sequence[Draft], end: int) -> frozenset[int]:
    """Where those names begin, of a list with ticks for presence (`has_ticks`), that have none. Empty when a cross has come apart from its
    name."""
    text = context.text
    crosses = [draft for draft in drafts if draft.said is Status.PRESENT]
    bare = [draft for draft in drafts if draft.said is None and not draft.limits and "\n" not in text[draft.start : draft.end]]
    if crosses and all(_CROSS_BELOW.match(text, draft.end, end) for draft in crosses):
        return frozenset(draft.start for draft in bare if _CELLS_END.match(text, draft.end, end))
    over_lone = {line.start() for line in _BEFORE_LONE.finditer(text, start, end)}
    if any(text.rfind("\n", 0, draft.start) + 1 in over_lone for draft in drafts):
        return frozenset()
    # Two names in a line: the second is in the column of those who stand in.
    pairs = [(a, b) for a, b in pairwise(drafts) if a in bare and b in bare and _PAIR.fullmatch(text, a.end, b.start)]
    instead = {b.start for _, b in pairs}
    own = {draft.start for draft in bare if draft.start not in instead and _BARE_END.match(text, draft.end)}
    return frozenset(own | {a.start for a, _ in pairs})


_PAIR = re.compile(r"[ ]+\(?[A-ZÅÄÖ]{1,4}\)?[ ]+")


_CROSS_BELOW = re.compile(r"[ \t]*\n(?:[ \t]*\(?[A-ZÅÄÖ]{1,4}\)?[ \t]*\n)?[ \t]*[xX×✓][ \t]*(?:\n|$)")
_CELL_OVER = re.compile(r"(?:^|\n)[ \t]*N[äa]rv\w*\.?[ \t]*\n")
_CELLS_END = re.compile(r"[ \t]*\n(?:[ \t]*\(?[A-ZÅÄÖ]{1,4}\)?[ \t]*(?:\n|$))?")
"""Every cell of the table in a line of its own: the name, the party, and then the cross."""
_COLUMN = re.compile(r"(?<![\wåäö])(?:N[äa]rv(?:aro)?(?![a-zåäö])|NÄRV(?:ARO)?(?![\wåäö]))")
_COLUMN_BESIDE = re.compile(r"(?<![\wåäö])(?:tj[äa]nst?g|tjg|ja|nej|parti|avst)|§", re.IGNORECASE)
"""The columns beside it: without one of these the word stands over the list, not over a column."""
_BEFORE_LONE = re.compile(r"^[^\n]*[^\nxX×✓](?=\n[ \t]*[xX×✓][ \t]*$)", re.MULTILINE)
"""A line without a cross over a lone one; below a line that has its own the lone one is of a vote."""
_BARE_END = re.compile(r"[ ]*(?:,?[ ]*\(?[A-ZÅÄÖa-zåäö]{1,4}\)?)?[ \t]*(?:\n|$|(?<=\))[ ](?=[A-ZÅÄÖ][^\W\d_]))")


def read_marked_lines(
    context: Context, lines: Sequence[Line], start: int, end: int, codes: Codes, *, led: bool = False
) -> list[MarkedLine] | None:
    """The lines of `text[start:end]` with the status that each begins or ends in; None when they do not all have one of two signs; where crosses alone
    stand before most, the others are not told of, or away where a legend says that those who came have one. `led` tells that it is so in the list that goes on here."""
    found: list[tuple[Span, str, str | None, str | None]] = []
    bare: list[Span] = []
    leading = 0
    party: str | None = None
    group: str | None = None
    for line in lines:
        begin, stop = max(line.start, start), min(line.end, end)
        if line.cells or begin >= stop:
            continue
        words = context.text[begin:stop]
        if (over := _PARTY_HEAD.fullmatch(words)) and (letters := party_letters(over["party"])) and len(over["party"]) > 4:
            party, group = letters, canonical_role(over["group"]) if over["group"] else None
            continue
        ended = _marked_end(words)
        if not context.names_someone(begin, stop) and not (ended and list_names(context, begin, stop)):
            continue
        if match := _FIRST_MARK.match(words):
            found.append(((begin + match.end(), stop), match["mark"].casefold(), group, party))
            leading += 1
        elif ended:
            office = role_text(ended["office"]) if ended["office"] else None
            found.append(((begin, begin + ended.start()), ended["mark"].casefold(), office or group, party))
        else:
            bare.append((begin, stop))
    marks = {mark for _, mark, _, _ in found}
    if bare:
        # Crosses before most names, and nothing before the others.
        if leading < len(found) or not marks <= _YES or (not led and (leading < 3 or leading <= len(bare))):
            return None
        without = codes.empty or (Status.ABSENT if codes.meaning.get("x") is Status.PRESENT else Status.UNKNOWN)
        some = [
            *(MarkedLine(span, Status.PRESENT) for span, _, _, _ in found),
            *(MarkedLine(span, without, True) for span in bare),
        ]
        return sorted(some, key=lambda marked: marked.span)
    # Ticks that are all the same and digits could be paragraphs; a list that says something has both, or crosses.
    yes = _YES | ({"n"} if "f" in marks else set())  # "N" is "närvarande" beside "F", "nej" beside "J"
    told = {mark: codes.meaning.get(mark) or (Status.PRESENT if mark in yes else Status.ABSENT) for mark in marks}
    out = [MarkedLine(span, told[mark], role=role, party=letters) for span, mark, role, letters in found]
    return out if len(out) >= 3 and len({marked.status for marked in out}) == 2 else None


def end_in_marks(lines: Sequence[Line]) -> bool:
    """Whether all lines of a list end in marks, others than crosses and dashes alone: a column tells something of each."""
    ends = [_marked_end(line.text) for line in lines if not line.cells]
    marks = {match["mark"].casefold() for match in ends if match is not None}
    return len(ends) >= _FEWEST_MARKED and None not in ends and not marks <= _CROSSES_AND_DASHES


_CROSSES_AND_DASHES = frozenset("x×-–—")
_FEWEST_MARKED = 3


def _marked_end(words: str) -> re.Match[str] | None:
    """The marks that a line ends in, or a cross or one that it has before an office that ends it; a dash there belongs to the office
    ("Anna Ek – samordnare")."""
    match = _END_MARK.search(words)
    if match is None or not match["office"]:
        return match
    crossed = match["mark"].casefold() in _YES - {"j", "ja"}
    return match if crossed and (canonical_role(match["office"]) or has_title(match["office"])) else None
