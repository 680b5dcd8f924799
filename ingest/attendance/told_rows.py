"""Rolls by lines that tell presence in words, right behind each member's party: "Anna Ek C Ja X", "Bo Lind C Nej Eva Holm X" below
"Ledamot Parti Närvarande Ersättare § 66 Ja Nej Avst". The crosses behind the words are of votes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.record import Status
from ingest.attendance.model import Context, Draft, Section
from ingest.lines import Line

_TOLD = re.compile(
    r"[^\W\d_](?:,?[ ]+[a-zåäö1-9:. ]{4,25})?[ ]+\(?[A-ZÅÄÖ]{1,5}\)?[ ]+(?:Ja|JA|ja|Nej|NEJ|nej|[Nn]ärv(?:arande)?|[Ff]rånv(?:arande)?)(?![\w:])"
)
""" "Ek C Ja", "Ek, 1:e vice ordf. (C) närv.": a name's end, the party, and the word."""
_HEADS = re.compile(r"(?<![\wåäö])(?:Närv|NÄRV|närv)(?:aro|ARO|arande|ARANDE)?\.?(?![\w.-])")
_INSTEAD = re.compile(r"\b(?:Ersättare|ERSÄTTARE|Tjänstgörande|TJÄNSTGÖRANDE|Tjg)\b")
_VOTES = re.compile(r"\b(?:Ja|JA|Nej|NEJ|Votering|Omröstning|Röst\w*)\b|§")
_FEWEST = 3
_SUBSTITUTE, _SERVING = "ersättare", "tjänstgörande ersättare"


def find_told_rows(context: Context, lines: Sequence[Line], section: Section) -> Line | None:
    """The words over the columns of a roll whose rows tell presence in words; None where most rows do not, or where the first column may
    be one of votes. `lines` begin with those over the list."""
    text = context.text
    people = [line for line in lines if line.start >= section.start and context.names_someone(line.start, line.end)]
    told = [line for line in people if not line.cells and _TOLD.search(text, line.start, line.end)]
    if len(told) < _FEWEST or 2 * len(told) <= len(people):
        return None
    over = [line for line in lines if line.start < told[0].start and _is_over_presence(line.text)]
    return over[-1] if over else None


def _is_over_presence(words: str) -> bool:
    presence, votes = _HEADS.search(words), _VOTES.search(words)
    return presence is not None and (votes is None or presence.start() < votes.start())


def judge_beside(context: Context, heads: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The people of such a roll, of whom those in a column of substitutes behind the members' words have none of their own: they served
    for a member who was away; beside one who came it is not told whether they were there."""
    columns = list(_HEADS.finditer(heads.text))
    if len(columns) != 1 or not _INSTEAD.search(heads.text, columns[0].end()):
        return list(drafts)
    judged = list(drafts[:1])
    for member, beside in pairwise(drafts):
        if "\n" in context.text[member.end : beside.start]:
            judged.append(beside)
        elif member.said is Status.ABSENT:
            judged.append(beside._replace(said=Status.PRESENT, role=_SERVING))
        else:
            judged.append(beside._replace(said=Status.UNKNOWN, role=_SUBSTITUTE))
    return judged
