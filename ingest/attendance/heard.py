"""Those asked to come whom the text tells of as speakers at the meeting: they came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from graph.record import Status
from ingest.attendance.model import Context, Draft
from ingest.lexicon import presenter_words

_NAME = r"[A-ZÅÄÖÉ][\wåäöé-]+(?:\s[A-ZÅÄÖÉ][\wåäöé-]+){1,2}"


def with_heard(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of which those on a list of people summoned or invited came whom a sentence elsewhere names in full as the one who
    informs, tells or shows ("Anna Ek, Mora, berättade om …"). Of the others the list says no more than before."""
    return [_came(draft) if _is_summoned(draft) and _speaks(context, draft) else draft for draft in drafts]


def _is_summoned(draft: Draft) -> bool:
    return draft.category.status is Status.UNKNOWN and draft.said is None


def _came(draft: Draft) -> Draft:
    return draft._replace(category=replace(draft.category, status=Status.PRESENT, stated=True))


def _speaks(context: Context, draft: Draft) -> bool:
    name = context.person_name(draft.span)
    at = context.flat.find(name) if " " in name else -1
    while at >= 0:
        if at != draft.start and _speaking().match(context.flat, at + len(name)):
            return True
        at = context.flat.find(name, at + 1)
    return False


@cache
def _speaking() -> re.Pattern[str]:
    """What stands between a name and a verb of telling, and the verb."""
    verbs = "|".join(sorted((re.escape(verb) for verb in presenter_words().tells), key=len, reverse=True))
    return re.compile(rf"(?:\s\([^()\n]{{1,40}}\))?(?:,\s[^.,\n]{{3,60}},)?(?:\s(?:och|samt)\s{_NAME})?\s(?:{verbs})\b")
