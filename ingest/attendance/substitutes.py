"""Members and those who stand in for them: who of a list of substitutes came, and who is away because another serves in their stead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from graph.names import fold
from graph.record import Status
from ingest.attendance.model import Category, Context, Draft
from ingest.attendance.words import party_letters
from ingest.people.words import are_of_two, is_first_name


def without_summoned(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of which those of a bare list "Ersättare" are not told of where another list says which substitutes came ("Närvarande
    ersättare", "Tjänstgörande ersättare" with one of the same): it holds them all."""
    listed = [d for d in drafts if d.category == _BARE_SUBSTITUTES and d.said is None and not d.limits and d.replaces is None]
    if not listed:
        return list(drafts)
    came = [d for d in drafts if d.category.status is Status.PRESENT and d.category.stated and d.category.role in _SUBSTITUTES]
    names = {fold(context.text[d.start : d.end]) for d in listed}
    told = any(d.category.role == "ersättare" for d in came) or any(fold(context.text[d.start : d.end]) in names for d in came)
    if not told:
        return list(drafts)
    summoned = {d.start for d in listed}
    unknown = Category(Status.UNKNOWN, False, "ersättare")
    return [d._replace(category=unknown) if d.start in summoned else d for d in drafts]


_SUBSTITUTES = ("ersättare", "tjänstgörande ersättare")
_BARE_SUBSTITUTES = Category(Status.PRESENT, False, "ersättare")


def with_replaced(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and the members for whom others stand in from beginning to end ("Anna Ek (S), tjänstgörande ersättare för Bo Alm (S)"):
    they are absent. Those with paragraphs or hours of their own, or whose substitute has any, were there for the rest; of one who is
    listed elsewhere the list tells, unless it is one of the whole body ("Ledamöter") or of those summoned."""
    serving = [d for d in drafts if d.replaces and not d.limits and d.said is not Status.ABSENT and _came(d)]
    if not serving:
        return list(drafts)
    gone = {fold(d.replaces) for d in serving if d.replaces}
    out = [
        d._replace(said=Status.ABSENT)
        if (d.category == _WHOLE_BODY or Status.UNKNOWN in (d.category.status, d.said))
        and d.said in (None, Status.UNKNOWN)
        and not d.limits
        and fold(context.person_name(d.span)) in gone
        else d
        for d in drafts
    ]
    listed = [fold(context.person_name(d.span)) for d in drafts]
    for draft in serving:
        member = _member(context, draft)
        if member is not None and not any(_is_same(fold(draft.replaces or ""), name) for name in listed):
            out.append(member)
            listed.append(fold(draft.replaces or ""))
    return out


_WHOLE_BODY = Category(Status.PRESENT, False, "ledamot")
_ABSENT = Category(Status.ABSENT, True)


def _came(draft: Draft) -> bool:
    return Status.PRESENT in (draft.said, draft.category.status)


def _member(context: Context, substitute: Draft) -> Draft | None:
    """The member whom a substitute stands in for, as a person of the list; None when the words name nobody in full or tell of a part of
    the meeting."""
    if substitute.replaces is None or substitute.replaced is None or " " not in substitute.replaces:
        return None
    start, end = substitute.replaced
    party = _LETTERS_BEHIND.match(context.text, end)
    if party is None and not is_first_name(substitute.replaces.split()[0].partition("-")[0]):
        return None  # "suppleant för Framtida Bryggor"
    if _PART_ONLY.match(context.text, party.end() if party else end):
        return None
    body = next(iter(context.bodies(end, min(len(context.text), end + 40))), None)
    inside = body is not None and context.text[end : body.span[0]].strip() == "("  # "för Bo Alm (Mora)"
    letters = _letters(context, party) if party is not None else None
    return Draft(start, end, _ABSENT, True, body=body if inside else None, party=letters)


def _letters(context: Context, match: re.Match[str]) -> str | None:
    """The party behind the name of a member: known letters, or any in parentheses where the list has parties."""
    if match["bare"]:
        return party_letters(match["bare"])
    return party_letters(match["letters"]) or (match["letters"] if context.lists_parties else None)


_LETTERS_BEHIND = re.compile(r",?[ ]?\((?P<letters>[A-Za-zÅÄÖåäö]{1,5})\)|,[ ](?P<bare>[A-Za-zÅÄÖ]{1,2})(?=[ ]*(?:[\n,;)]|$))")
_PART_ONLY = re.compile(
    r"[ ,(]*(?:på\s+grund\s+av\s+|p\.?\s?g\.?\s?a\.?\s+|vid\s+|som\s+(?:har\s+)?(?:anmält|anmäler)\s+)?(?:jäv|§|kl\b|del\b|från\b|t\.?\s?o\.?\s?m)"
)
""" "för Bo Alm, jäv": there for the rest of the meeting."""


def _is_same(one: str, other: str) -> bool:
    """Whether two folded names may be one person's: with a slip, an initial, or a name more."""
    if are_of_two(one, other):
        return False
    if OSA.distance(one, other, score_cutoff=2) <= 2:
        return True
    a, b = one.split(), other.split()
    return a[-1] == b[-1] and (a[0] == b[0] or ((len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]))
