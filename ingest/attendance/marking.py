"""What the marks in a list say of those in it, once its people are read: crosses in columns, letters of a legend, stars, those who
stand beside an absent member."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from graph.names import fold
from graph.record import Status, Unread
from ingest.attendance.marks import are_crosses_of_presence, find_unticked, has_lost_columns, has_ticks
from ingest.attendance.model import Codes, Context, Draft, Section, unread
from ingest.attendance.rolls import COLUMNS_BESIDE, PRESENCE_HEAD
from ingest.attendance.scopes import is_roll
from ingest.attendance.statuses import Legend, bears_code
from ingest.attendance.told_rows import find_told_rows, judge_beside
from ingest.attendance.votes import have_votes, told_by_votes
from ingest.lines import Line


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a list say that goes on under another label ("Ersättare")."""

    lost: bool = False
    """Which of presence and absence a cross stands for is lost."""
    votes: bool = False
    """Beside those two stand columns for votes."""
    ticks: bool = False
    """There is a column of crosses for presence."""
    led: bool = False
    """Crosses stand before the names, and nothing before those of whom it does not tell."""
    signs: bool = False
    """The absent have a sign of their own in it."""
    crossed: bool = False
    """The lines of most end in crosses."""
    both: bool = False
    """Its signs tell of presence, and it has those of both who came and who did not."""


def judge_marks(
    context: Context,
    lines: Sequence[Line],
    section: Section,
    legend: Legend,
    codes: Codes,
    drafts: list[Draft],
    had: Columns,
    *,
    has_column: bool,
) -> tuple[list[Draft], list[Unread], Columns]:
    """The people of a section with what its marks say of them, what its marks do not tell, and what its columns are (`had`: those of the
    list that goes on here). `has_column` tells that a cross in it can stand for presence."""
    text = context.text
    problems: list[Unread] = []
    in_words = find_told_rows(context, _around(lines, section), section) if drafts else None
    lost = (
        bool(drafts)
        and in_words is None
        and not codes.tell_both
        and codes.empty is None
        and has_lost_columns(context, _around(lines, section), section.start, section.end, known=had.lost)
    )
    if lost and not had.lost and are_crosses_of_presence(context, _around(lines, section), section):
        lost, had = False, replace(had, ticks=True)
    if lost:
        heads = [line for line in _around(lines, section) if line.start < drafts[0].start]
        had = replace(had, lost=True, votes=had.votes or have_votes(heads))
        told = [d._replace(said=Status.PRESENT if _took_part(d) else Status.UNKNOWN) for d in drafts]
        drafts = told_by_votes(text, heads, told) if had.votes else told
        if any(draft.said is Status.UNKNOWN for draft in drafts):
            problems.append(
                unread(
                    context.document, section.start, drafts[-1].end, "kolumnerna för närvaro och frånvaro går inte att skilja åt"
                )
            )
    elif (
        has_column
        and drafts
        and ((had.ticks and any(d.said for d in drafts)) or has_ticks(context, section.labels[0].start, drafts))
    ):
        unticked = find_unticked(context, section.start, drafts, section.end)
        # Where the absent have a sign of their own, nothing at all does not tell.
        signed = had.signs or any(draft.said is Status.ABSENT for draft in drafts)
        had = replace(had, ticks=True, signs=signed)
        without = codes.empty or (Status.UNKNOWN if signed else Status.ABSENT)
        drafts = [draft._replace(said=without) if draft.start in unticked else draft for draft in drafts]
    if in_words is not None:
        drafts = judge_beside(context, in_words, drafts)
    if (starred := codes.meaning.get("*")) is not None:
        drafts = [d._replace(said=starred) if d.said is None and _is_starred(text, d) else d for d in drafts]
    elif Status.PRESENT in codes.meaning.values() and (
        2 * sum(draft.said is not None for draft in drafts) > len(drafts)
        or any(draft.said is Status.PRESENT and bears_code(text, draft, legend.marks_present) for draft in drafts)
    ):
        # In a list with letters for presence, a person without one is not told of.
        without = codes.empty or Status.UNKNOWN
        drafts = [d if d.said is not None or d.limits or _stood_in(text, d) else d._replace(said=without) for d in drafts]
    if codes.tell_both and _are_bulleted(text, drafts):
        drafts = [d._replace(said=Status.UNKNOWN) for d in drafts]
    if _tells_absent_alone(text, section, codes) and any(draft.said is Status.ABSENT for draft in drafts):
        drafts = [d._replace(said=Status.PRESENT) if d.said is None and not d.limits else d for d in drafts]
    if instead := _beside_absent(context, section, drafts):
        drafts = [d._replace(said=Status.PRESENT, role=_SERVING) if d.start in instead else d for d in drafts]
    if stood_in := _stand_ins(section, drafts):
        alone = frozenset(d.start for d in drafts if _NOBODY_INSTEAD.match(text, d.end))
        drafts = [d._replace(said=Status.ABSENT) if d.start in alone else d for d in drafts]
        came = frozenset(d.start for d in drafts) if len(stood_in) + len(alone) >= _FEWEST_AWAY else stood_in
        drafts = [d._replace(category=replace(d.category, status=Status.PRESENT)) if d.start in came else d for d in drafts]
    if not codes.meaning and (signs := _crosses_and_dashes(text, drafts)):
        drafts = [d._replace(said=signs[d.start]) if d.start in signs and d.said in _OPEN else d for d in drafts]
    column = _COLUMN_OVER.search(text, section.labels[0].start, section.labels[-1].content) is not None
    crossed, untold = _beside_crosses(text, section, drafts, fewest=1 if had.crossed or column else _FEWEST_TOLD, column=column)
    had = replace(had, crossed=crossed)
    if untold:
        drafts = [d._replace(said=codes.empty or Status.UNKNOWN) if d.start in untold else d for d in drafts]
    if unexplained := _unexplained(text, drafts, codes):
        drafts = [d._replace(said=Status.UNKNOWN) if d.start in unexplained else d for d in drafts]
    if away := _untold_members(context, section, drafts):
        drafts = [d._replace(said=Status.ABSENT) if d.start in away else d for d in drafts]
    return drafts, problems, had


_SERVING = "tjänstgörande ersättare"
_BEFORE = 80


def _are_bulleted(text: str, drafts: Sequence[Draft]) -> bool:
    """Whether all in a list are told away by the dashes before their names, which may be bullets in the place of lost signs."""
    return len(drafts) >= _FEWEST_TOLD and all(
        draft.said is Status.ABSENT and _DASH_BEFORE.search(text, max(0, draft.start - 4), draft.start) for draft in drafts
    )


_DASH_BEFORE = re.compile(r"(?:^|\n)[-–—][ ]*\Z")


def _tells_absent_alone(text: str, section: Section, codes: Codes) -> bool:
    """Whether the words over a list of those summoned say with which sign the absent stand in it, and name no other sign: those without
    it came ("Kallade (* = frånvarande)")."""
    if section.category.status is not Status.UNKNOWN or set(codes.meaning.values()) != {Status.ABSENT}:
        return False
    over = text[section.labels[0].start : section.start].casefold()
    return "=" in over and any(code in over.partition("=")[0].rsplit("(", 1)[-1].split() for code in codes.meaning)


def _around(lines: Sequence[Line], section: Section) -> Sequence[Line]:
    """The lines of a section, with those right before its label."""
    first = bisect_left(lines, section.labels[0].start - _BEFORE, key=attrgetter("start"))
    return lines[first : bisect_left(lines, section.end, key=attrgetter("start"))]


def _took_part(draft: Draft) -> bool:
    """Whether what stands beside a name tells that the person came, whatever its cross may mean."""
    return draft.role == _SERVING or bool(draft.limits)


def _beside_absent(context: Context, section: Section, drafts: Sequence[Draft]) -> frozenset[int]:
    """Where those names begin that stand in the line of an absent member, in the column of those who served instead, which a label
    names: "Anna Ek (S) - Bo Alm (S)" below "Ledamöter Närv. Tjänstgörande ersättare"."""
    over = context.text[section.labels[0].start : section.labels[-1].content]
    if "tjanstgorande ersatt" not in fold(over):
        return frozenset()
    pairs = pairwise(drafts)
    return frozenset(
        b.start
        for a, b in pairs
        if a.said is Status.ABSENT and b.said in (None, Status.UNKNOWN) and "\n" not in context.text[a.end : b.start]
    )


def _untold_members(context: Context, section: Section, drafts: Sequence[Draft]) -> frozenset[int]:
    """Where the members begin who have no sign in a table with a cell to a line that has columns for presence and for who serves in
    the stead of the absent: each has the party in a cell of its own, which those who serve have beside their names."""
    over = fold(context.text[section.labels[0].start : section.labels[-1].content])
    if "narv" not in over or not any(words in over for words in ("ersattare for", "tjanstgorande ersatt")):
        return frozenset()
    members = [draft for draft in drafts if _PARTY_BELOW.match(context.text, draft.end)]
    came = sum(draft.said is Status.PRESENT for draft in members)
    told = came >= _FEWEST_TOLD and 2 * came > len(members)
    return frozenset(draft.start for draft in members if draft.said is None and not draft.limits) if told else frozenset()


_COLUMN_OVER = re.compile(rf"\b{COLUMNS_BESIDE}[ ]+{PRESENCE_HEAD}\s*$")
""" "Ledamot Organisation Närvarande": heads of columns, of which the last is of crosses."""


def _beside_crosses(
    text: str, section: Section, drafts: Sequence[Draft], *, fewest: int, column: bool
) -> tuple[bool, frozenset[int]]:
    """Whether the lines of most in a list, of at least `fewest`, end in a cross, and where those begin whose lines then end in no mark:
    nothing tells of them. Below the head of a `column` of presence it is so however few have a cross. Words beside a name may tell that one was away, and whoever stands behind such a one served instead."""
    open_ones = [d for d in drafts if d.said is not Status.ABSENT]
    crossed = frozenset(d.start for d in open_ones if d.said in _OPEN and _CROSS_ENDS.match(text, d.end, section.end))
    others = [d for d in open_ones if d.start not in crossed and d.said is None and not d.limits and d.replaces is None]
    begins = {text.rfind("\n", 0, d.start): d.start for d in reversed(drafts)}
    bare = [d for d in others if _NO_CROSS.match(text, d.end, section.end) and begins[text.rfind("\n", 0, d.start)] == d.start]
    most = column or len(crossed) >= len(bare)
    told = len(crossed) >= fewest and most and len(crossed) + len(bare) == len(open_ones)
    if not told or (len(crossed) == len(bare) and fewest == _FEWEST_TOLD):
        return False, frozenset()
    return True, frozenset(d.start for d in bare)


def _unexplained(text: str, drafts: Sequence[Draft], codes: Codes) -> frozenset[int]:
    """Where those names begin that bear a letter that nothing explains, in a list where everybody has one of several: "Anna Ek (C) N" over
    "Bo Alm (M) A"."""
    letters = {d.start: match["letter"] for d in drafts if (match := _LETTER_BEHIND.match(text, d.end))}
    if len(letters) < max(_FEWEST_TOLD, len(drafts)) or len(set(letters.values())) == 1:
        return frozenset()
    known = {*_OF_PRESENCE, *codes.meaning}
    return frozenset(d.start for d in drafts if d.said in _OPEN and letters[d.start].casefold() not in known)


_LETTER_BEHIND = re.compile(r"[ ]\([^()\n]{1,6}\)[ ]+(?P<letter>[A-ZÅÄÖ])[ ]*(?=\n|$)")
_OF_PRESENCE = ("n", "x", "p", "j")


def _crosses_and_dashes(text: str, drafts: Sequence[Draft]) -> dict[int, Status]:
    """What the signs right behind the names say, by where these begin, in a list where nearly everybody has a cross or a dash: "Anna Ek x
    Bo Alm –", a member and a substitute in each line."""
    signs = {d.start: match["sign"] for d in drafts if (match := _SIGN_BEHIND.match(text, d.end))}
    crosses = sum(sign in "xX×" for sign in signs.values())
    if crosses < _FEWEST_TOLD or crosses == len(signs) or _NEARLY * len(drafts) > len(signs):
        return {}
    return {start: Status.PRESENT if sign in "xX×" else Status.ABSENT for start, sign in signs.items()}


_SIGN_BEHIND = re.compile(r"(?:[ ]\([^()\n]{1,30}\))?[ ]+(?P<sign>[xX×]|[-–—])(?=\s|$)")
_NEARLY = 0.8
_OPEN = (None, Status.PRESENT)
_CROSS_ENDS = re.compile(
    r"[^\n]{0,80}?[ \t]\(?[xX×✓✔√☒☑●]\)?[ \t]*(?=\n|$)|(?:[ ]\([A-ZÅÄÖ]{1,4}\))?[ ]+[xX×✓✔√☒☑●][ ]+(?:[Tt]j(?:änst)?g|[Ee]rs|§)"
)
""" "Anna Ek (S) X Tjänstgör för Bo Alm": a note may stand behind the cross."""
_NO_CROSS = re.compile(r"[^\n\t]{0,80}(?=\n|$)")


def _stand_ins(section: Section, drafts: Sequence[Draft]) -> frozenset[int]:
    """Where those begin who stood in, in a roll whose columns ran together and that tells of members away who served instead ("Anna Ek
    ersätts av Bo Alm") or that nobody did ("Anna Ek Ersättare saknas"). Where it tells so of several, the others came."""
    if section.category.status is not Status.UNKNOWN or not is_roll(section.labels[0].words):
        return frozenset()
    return frozenset(b.start for a, b in pairwise(drafts) if a.said is Status.ABSENT and b.replaces is not None)


_FEWEST_AWAY = 2
_NOBODY_INSTEAD = re.compile(r"[ ,]+ersättare[ ]saknas\b", re.IGNORECASE)
"""Of a list of members and their substitutes it tells as well that none was ever chosen."""
_PARTY_BELOW = re.compile(r"[ \t]*\n[ \t]*\(?[A-ZÅÄÖ]{1,4}\)?[ \t]*(?=\n)")
_FEWEST_TOLD = 3


def _stood_in(text: str, draft: Draft) -> bool:
    """Whether a sentence names the person as the one who spoke for a body: "Mora företräddes efter lunch av Anna Ek"."""
    return _STOOD_IN.search(text, max(0, draft.start - 60), draft.start) is not None


_STOOD_IN = re.compile(r"\b(?:företräd|representera)\w*(?:\s[\wåäö.]+){0,4}?\sav\s$", re.IGNORECASE)


def _is_starred(text: str, draft: Draft) -> bool:
    """Whether an asterisk is set right before the name, or behind it and its party."""
    return text[draft.start - 1 : draft.start] == "*" or _STAR_BEHIND.match(text, draft.end) is not None


_STAR_BEHIND = re.compile(r"(?:[ ]?\([^()\n]{1,6}\))?[ ]?\*(?![\w*])")
