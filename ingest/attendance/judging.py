"""Which words of a unit that may be labels are, by where they stand and what follows them: the same words in a sentence are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.record import Status
from ingest.attendance.following import (
    adjacent,
    capital_follows,
    ends_run,
    group_follows,
    name_follows,
    office_follows,
    pair_follows,
    parted,
    person_below,
    person_follows,
    person_in_next_paragraph,
    source_follows,
    title_follows,
)
from ingest.attendance.model import Label, LabelKind
from ingest.attendance.wordings import BEFORE

_ELSEWHERE = re.compile(r"(?:enligt|enl\.?|se|framgår|jfr)\b", re.IGNORECASE)
_LEGEND = re.compile(r"[\w☒☐☑✓✔●○■□+*]\s*=\s*\w|\b(?:närv|frånv)\w*[. ]*\([A-ZÅÄÖ]\)", re.IGNORECASE)
_CODED = re.compile(r"\b(?i:närv\w*|frånv\w*)\b[. ]*(?:\((?:[A-ZÅÄÖ]|[xX10])\)|[A-ZÅÄÖ](?![\w.)]))")
_ROSTER = re.compile(r"[\w -]*(?:lista|listan|förteckning|förteckningen|upprop)$", re.IGNORECASE)
_ANCHORS = frozenset({"beslutande", "narvarande"})
"""Words that, with a capital, head a list wherever they stand in text whose columns ran together."""
_NOBODY = re.compile(r"[ ]*(?:Ingen|Inga)\b")
RUN_TOGETHER = 120
"""A unit longer than this is text that ran together, not a line as the writer made it."""


def judge_candidates(
    text: str, start: int, end: int, words: list[re.Match[str]], candidates: list[tuple[Label, int]]
) -> list[Label]:
    """Those candidates that are labels, judged from the last to the first: a label may stand before another."""
    if len(candidates) == 1 and (only := candidates[0][0]).alone:
        return [] if heads_column(text, only) else [only]
    labels = [label for label, _ in candidates]
    unit = _Unit(text, end, words, labels, end - start > RUN_TOGETHER)
    stacked = _stacked(text, start, end, labels, unit.run_together) if len(labels) > 1 else frozenset()
    # "Plats och tid Bryggrummet 16:00 Närvarande ledamöter Anna Ek (S)": the column of values came to an end in the line.
    behind_field = labels[0].kind is LabelKind.FIELD and labels[0].start == start
    coded = unit.run_together and _CODED.search(text, start, end) is not None
    kept: list[Label] = []
    for index in range(len(candidates) - 1, -1, -1):
        label, following = candidates[index]
        if heads_column(text, label):
            continue
        at_start = label.start == start or BEFORE.fullmatch(text, start, label.start) is not None
        before_label = bool(kept) and adjacent(text, label, kept[-1].start)
        if index in stacked:
            good = True
        elif at_start:
            good = before_label or _opens_unit(unit, label, following)
        elif label.kind in _NO_LIST:
            good = (before_label or label.colon) and (unit.run_together or before_label)
            good = good or (unit.run_together and ends_run(label, words, following, end))
        else:
            good = before_label or (behind_field and label.strong and person_follows(text, label.content - 1, end))
            good = good or _stands_within(unit, label, index, following, coded=coded)
            good = good and not _is_told_beside(unit, label, index, coded=coded)
        if good:
            kept.append(label if at_start or label.alone or label.end != end else replace(label, alone=True))
    kept.reverse()
    return kept


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the judges of a unit's candidates look at."""

    text: str
    end: int
    words: list[re.Match[str]]
    labels: list[Label]
    run_together: bool


def _opens_unit(unit: _Unit, label: Label, following: int) -> bool:
    """Whether words with which a unit begins are a label by what follows them ("Ledamöterna Anna Ek och Bo Ek föreslår …" is told from
    one elsewhere)."""
    if label.colon or label.alone or _is_before_name(unit, label, following):
        return True
    text, end, behind = unit.text, unit.end, label.content - 1
    if label.strong and (
        _ELSEWHERE.match(text, label.content, end)
        or _LEGEND.search(text, label.content, end)
        or (unit.run_together and capital_follows(unit.words, following))
        or pair_follows(text, behind, end)
        or group_follows(text, behind, end)
        or title_follows(text, behind, end)
    ):
        return True
    if label.kind is LabelKind.PEOPLE:
        return office_follows(text, behind, end)
    if label.kind in _NO_LIST and following < len(unit.words):
        first = unit.words[following].group()[0]
        return first.isupper() or first.isdigit()
    return False


def _stands_within(unit: _Unit, label: Label, index: int, following: int, *, coded: bool) -> bool:
    """Whether words in the middle of a unit are a label by themselves and by what follows them."""
    text, end = unit.text, unit.end
    if label.colon:
        return True
    apart = parted(text, label.start)
    if (unit.run_together or apart) and _is_before_name(unit, label, following):
        return True
    if unit.run_together:
        capital = capital_follows(unit.words, following)
        if capital and (apart or label.words in _ANCHORS or (label.strong and _stands_out(text, label, coded))):
            return True
        if label.strong and (
            label.end == end
            or _ELSEWHERE.match(text, label.content, end)
            or _ROSTER.fullmatch(text[label.start : label.end])
            or source_follows(text, label, end)
            or _NOBODY.match(text, label.content, end)
        ):
            return True
    if apart and label.end < end <= label.content and person_below(text, end):
        return True
    if label.end != end or index == 0:
        return False
    before = unit.labels[index - 1]
    return (label.strong or (before.strong and adjacent(text, before, label.start))) and person_in_next_paragraph(text, end)


def _is_told_beside(unit: _Unit, label: Label, index: int, *, coded: bool) -> bool:
    """Whether words in the middle of a unit are said of the person before them: "SPF Frånvaro anmäld Anna Ek", "Anna Ek, ordförande"."""
    if label.colon:
        return False
    if label.words in _ABBREVIATED and _PARTY_BEFORE.search(unit.text, max(0, label.start - 10), label.start):
        return True
    if label.kind is not LabelKind.OFFICER or (coded and label.status is Status.ABSENT):
        return coded and label.status is Status.ABSENT
    text = unit.text
    return text[max(0, label.start - 2) : label.start].strip() == "," or index not in _leading_officers(text, unit.labels)


_ABBREVIATED = frozenset({"narv", "franv"})
"""Words of presence that stand in a row of a roll, behind a member's party, before the one who served: "Anna Ek (C) Frånv Bo Alm (C)"."""
_PARTY_BEFORE = re.compile(r"(?:\([A-ZÅÄÖ]{1,5}\)|[a-zåäö][ ]+[A-ZÅÄÖ]{1,3})[ ]+$")


def heads_column(text: str, label: Label) -> bool:
    """Whether an office is part of the head of a column: "Anteckningar/ Tjänstgörande ersättare"."""
    return label.kind is LabelKind.OFFICER and text[label.end : label.end + 1] == "/"


def _is_before_name(unit: _Unit, label: Label, following: int) -> bool:
    """Whether a name stands right behind a label; in text that ran together it may be a title that does."""
    return following < len(unit.words) and (
        name_follows(unit.text, label, unit.words, following)
        or person_follows(unit.text, label.content - 1, unit.end)
        or (label.strong and unit.run_together and title_follows(unit.text, label.content - 1, unit.end))
    )


def _leading_officers(text: str, labels: list[Label]) -> frozenset[int]:
    """Indices of the offices that stand over or before whoever holds them. Those of a chair do so only in a list that begins with
    one right behind a label ("Beslutande Ordförande Anna Ek"); else they stand behind their holders ("Anna Ek (M) Ordförande")."""
    out: set[int] = set()
    lead = False
    for index, label in enumerate(labels):
        if label.kind is not LabelKind.OFFICER:
            lead = False
            continue
        before = labels[index - 1] if index else None
        lead = lead or label.colon or (before is not None and adjacent(text, before, label.start))
        if (
            lead
            or not (label.role or "").endswith("ordförande")
            or text[max(0, label.start - 12) : label.start].rstrip()[-1:] in ".;:\n"
        ):
            out.add(index)
    return frozenset(out)


_NO_LIST = (LabelKind.FIELD, LabelKind.SENT, LabelKind.END)


def _stacked(text: str, start: int, end: int, labels: list[Label], run_together: bool) -> frozenset[int]:
    """Indices of labels that stand right behind each other: all there is in a line ("Ledamöter Närvarande"); or, in text that
    ran together, three or more, or two of which one opens lists by itself (a column of labels read before its column of words)."""
    out: set[int] = set()
    run: list[int] = []
    for index in range(len(labels) + 1):
        if run and index < len(labels) and adjacent(text, labels[run[-1]], labels[index].start):
            run.append(index)
            continue
        if run:
            people = [i for i in run if labels[i].kind not in _NO_LIST]
            fills = BEFORE.fullmatch(text, start, labels[run[0]].start) and not text[labels[run[-1]].content : end].strip(" .:\t")
            if len(run) >= 2 and fills:
                out.update(run)
            elif run_together and (len(run) >= 3 or (len(run) == 2 and people and any(labels[i].strong for i in people))):
                out.update(run)
        run = [index]
    return frozenset(out)


def _stands_out(text: str, label: Label, coded: bool) -> bool:
    """Whether words in text that ran together look like a label by themselves: in capitals, or several of which the first has one
    ("Övriga deltagande Kanslist …")."""
    words = text[label.start : label.end]
    return len(words) > 5 and (words.isupper() or (not coded and words[0].isupper() and " " in words))
