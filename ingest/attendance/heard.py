"""Those whose list does not tell whether they came, and whom the text tells of as speaking, or chosen, at the meeting: they came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from graph.record import Status
from ingest.attendance.model import Context, Draft
from ingest.lexicon import attendance_words, presenter_words

_NAME = r"[A-ZÅÄÖÉ][\wåäöé-]+(?:\s[A-ZÅÄÖÉ][\wåäöé-]+){1,2}"


def with_heard(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of which those came whose list does not tell (of people summoned, or with columns that ran together) and whom a sentence
    elsewhere names in full as the one who informs, asks or moves ("Anna Ek, Mora, berättade om …", "Anna Ek (S) yrkar …"), or who were
    chosen to adjust the minutes. Of the others the list says no more than before."""
    return [
        came(draft) if is_untold(draft) and (draft.role == "justerare" or _speaks(context, draft)) else draft for draft in drafts
    ]


def is_untold(draft: Draft) -> bool:
    """Whether nothing tells yet if somebody came."""
    return draft.said is Status.UNKNOWN or (draft.category.status is Status.UNKNOWN and draft.said is None)


def came(draft: Draft) -> Draft:
    return draft._replace(said=None, category=replace(draft.category, status=Status.PRESENT, stated=True))


def _speaks(context: Context, draft: Draft) -> bool:
    name = context.person_name(draft.span)
    at = context.flat.find(name) if " " in name else -1
    while at >= 0:
        end = at + len(name)
        told = at != draft.start and (
            _speaking().match(context.flat, end)
            or _TO_ADJUST.match(context.flat, end)
            or _CHOSEN_TO_ADJUST.search(context.flat, max(0, at - _REACH), at)
        )
        if told and not _is_told_of_elsewhere(context, at):
            return True
        at = context.flat.find(name, at + 1)
    return False


def _is_told_of_elsewhere(context: Context, at: int) -> bool:
    """Whether the words before a name, in its sentence or in the heading over it, tell that what follows was written, or was said at
    another body's meeting or an earlier one: "En motion har kommit där Anna Ek …", "Arbetsutskottets behandling" over the line."""
    sentence = _SENTENCE_END.split(context.flat[max(0, at - _REACH) : at])[-1]
    if _ELSEWHERE.search(sentence):
        return True
    headings = list(_HANDLING.finditer(context.text, max(0, at - _HANDLING_REACH), at))
    if not headings or headings[-1]["body"] is None:
        return False
    head = context.text[: min(_HEAD, headings[0].start())]
    return headings[-1]["body"].casefold() not in head.casefold()


_REACH = 120
_HANDLING_REACH = 3_000
_HEAD = 300
"""Characters at the beginning, where the body names itself."""
_SENTENCE_END = re.compile(r"[.!?:]\s")
_WRITTEN = rf"(?:{'|'.join(map(re.escape, attendance_words().written))})"
_BODY = rf"\w*(?:{'|'.join(map(re.escape, attendance_words().heard_elsewhere))})"
_ELSEWHERE = re.compile(
    rf"\b{_WRITTEN}(?:en|et)?\b|\b(?:föregående|förra)\s(?:möte|sammanträde)|\b{_BODY}(?:et|en|n)?s\s(?:möte|sammanträde)|[\"”“»]$",
    re.IGNORECASE,
)
_HANDLING = re.compile(
    rf"^[ \t]*(?:§|(?P<body>{_BODY})(?:et|en|n)?s\s(?:behandling|handläggning|möte|sammanträde)\b|\w+s\s(?:behandling|handläggning)\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading over what a body did with a matter, by the body; the beginning of the next matter ends it."""
_WAS_CHOSEN = r"(?:utse[sr]?|utsåg|utsågs|välja|väljer|väljs|valde|valdes)"
_TO_ADJUST = re.compile(
    rf"(?:\s\([^()\n]{{1,40}}\))?(?:\s(?:och|samt)\s{_NAME}(?:\s\([^()\n]{{1,40}}\))?)?\s(?:{_WAS_CHOSEN}\s)?"
    r"(?:till\s(?:\w+\s)?\w*justerare|att\s(?:(?:jämte|tillsammans\smed)\s\w+,?\s)?(?:justera\b|\w+\sjustera\b))"
)
_CHOSEN_TO_ADJUST = re.compile(
    rf"[Jj]uster[^.\n]{{0,60}}\b{_WAS_CHOSEN}\s(?:{_NAME}(?:\s\([^()\n]{{1,40}}\))?\s(?:och|samt)\s)?$"
)
""" "Till justerare utsågs Anna Ek", "att utse Anna Ek att jämte ordföranden justera": of those who are there."""


@cache
def _speaking() -> re.Pattern[str]:
    """What stands between a name and a verb of telling, and the verb."""
    verbs = "|".join(
        sorted((re.escape(verb) for verb in (*presenter_words().tells, *attendance_words().speaks)), key=len, reverse=True)
    )
    joined = rf"(?:(?:,|\s(?:och|samt))\s{_NAME}(?:\s\([^()\n]{{1,40}}\))?){{0,6}}"
    return re.compile(
        rf"(?:\s\([^()\n]{{1,40}}\))?(?:,\s[^.,\n]{{3,60}},)?{joined}\s(?:{verbs})\b(?!{_IN_WRITING}|{_AT_ANOTHER})"
    )


_IN_WRITING = rf"\s(?:i|genom|via|per)\s(?:(?:en|ett|sin|sitt)\s)?(?:\w+\s)?{_WRITTEN}\b"
_AT_ANOTHER = rf"\s(?:i|vid)\s{_BODY}(?:et|en|n)?s?\b"
