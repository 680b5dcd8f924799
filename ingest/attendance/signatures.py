"""Those who sign the minutes as their chair, secretary and adjusters: they were there, also where no list names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from graph.names import fold
from graph.record import Attendance, Span, Status
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance.heard import came, is_untold
from ingest.attendance.model import Context, Draft
from ingest.attendance.words import party_letters
from ingest.people import find_names

_WHO_SIGNS = by_first_letter([Choice(("Sekreterare", "Ordförande", "Justerare", "Justerande"), r"(?<!:e )(?<!vice )\b")])
_OFFICE = re.compile(
    rf"(?P<office>{_WHO_SIGNS}):?[\s.…_]*+"
    r"(?:Paragraf(?:er)?:?\s*+(?:§+\s*+)?[\d\s,–-]*+)?[\s.…_]*+(?=[A-ZÅÄÖ][a-zåäö])"
)
_SIGNING = re.compile(r"\b(?:Underskrift|Paragraf|[Jj]ustera|Justeringens|Sekreterare|Ordförande|anslags? )")
_BEFORE, _BEHIND = 200, 120
_LONGEST_NAME = 60
_LETTERS_BEHIND = re.compile(r"\s?\((?P<letters>[A-Za-zÅÄÖ]{1,4})\)")


def with_signers(context: Context, people: list[Attendance], first_item: int) -> list[Attendance]:
    """Those listed, and the chair, the secretary and the adjusters that the signatures of the front page name in full (before
    `first_item`); nobody whose name is like that of one who is listed, and nobody where no list tells of anyone who came."""
    if not any(person.status is Status.PRESENT for person in people):
        return people
    out = list(people)
    for office, span in _iter_signers(context, first_item):
        name = context.person_name(span)
        if any(_is_like(fold(name), fold(person.name)) for person in out):
            continue
        letters = _LETTERS_BEHIND.match(context.text, span[1])
        out.append(
            Attendance(
                as_written=context.text[span[0] : span[1]],
                name=name,
                party=party_letters(letters["letters"]) if letters else None,
                role=_ADJUSTER if office in _ADJUSTING else office.casefold(),
                status=Status.PRESENT,
                span=span,
            )
        )
    return out


def with_signing(context: Context, drafts: list[Draft], first_item: int) -> list[Draft]:
    """The drafts, of which those came whose list does not tell and who sign as the chair, the secretary or an adjuster."""
    if not any(is_untold(draft) for draft in drafts):
        return drafts
    signers = {fold(context.person_name(span)) for _, span in _iter_signers(context, first_item)}
    return [came(d) if is_untold(d) and fold(context.person_name(d.span)) in signers else d for d in drafts]


def _iter_signers(context: Context, first_item: int) -> Iterator[tuple[str, Span]]:
    """The offices and the names of those who sign the front page."""
    for match in _OFFICE.finditer(context.text, 0, min(first_item, _FRONT)):
        for span in _holders(context, match):
            if "\n" not in context.text[span[0] : span[1]]:
                yield match["office"], span


def _holders(context: Context, office: re.Match[str]) -> list[Span]:
    """Where those stand who sign in an office: one, of adjusters up to two beside each other."""
    if not _is_signature(context.text, office):
        return []
    names = find_names(context.text, office.end(), min(len(context.text), office.end() + _LONGEST_NAME))
    if not names or names[0].start != office.end():
        return []
    most = _ADJUSTERS if office["office"] in _ADJUSTING else 1
    spans = [(names[0].start, names[0].end)]
    for name in names[1:most]:
        if not _BESIDE.fullmatch(context.text, spans[-1][1], name.start):
            break
        spans.append((name.start, name.end))
    return spans


_ADJUSTERS = 2
_ADJUSTER = "justerare"
_ADJUSTING = ("Justerare", "Justerande")
_BESIDE = re.compile(r"(?:\s?\([A-Za-zÅÄÖ]{1,4}\))?(?:[ \t]{2,}|\t|[ ](?:och[ ])?|[ ]?[.…_]{2,}+[ ])")
""" "Anna Ek (S) och Bo Alm", "Anna Ek    Bo Alm", "Anna Ek... Bo Alm"."""
_FRONT = 8_000


def _is_signature(text: str, office: re.Match[str]) -> bool:
    """Whether words of other signatures stand before and behind an office and its holder."""
    start, end = office.start(), office.end()
    return bool(
        _SIGNING.search(text, max(0, start - _BEFORE), start) and _SIGNING.search(text, end, min(len(text), end + _BEHIND))
    )


def _is_like(one: str, other: str) -> bool:
    """Whether two folded names may be one person's: with slips, a name more, or another first name written out."""
    if OSA.distance(one, other, score_cutoff=3) <= 3 or one in other or other in one:
        return True
    return one.split()[-1] == other.split()[-1] and one[0] == other[0]
