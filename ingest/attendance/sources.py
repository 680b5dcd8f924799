"""Labels that tell whose those listed are, or where they come from: "Direktionens ledamöter", "Från kommunerna deltog …"."""

from __future__ import annotations

import re
from functools import cache

from graph.names import fold
from graph.record import Status
from ingest.attendance.candidates import AFTER
from ingest.attendance.following import person_follows
from ingest.attendance.model import OF_PEOPLE, Label, LabelKind
from ingest.attendance.wordings import BEFORE, folded_word, forms_by_first_word, stands_at
from ingest.attendance.words import is_organisation_like

OWNED = frozenset({"representanter", "ledamöter", "företrädare", "deltagare", "medlemmar", "tjänstemän", "tjänstepersoner"})
OWNER = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]+(?:s|rådet|nämnden|styrelsen|gruppen|utskottet)[ ](?P<group>"
    rf"{'|'.join(sorted(OWNED))})(?=[ ][A-ZÅÄÖ])"
)
""" "Kommunens representanter Anna Ek", in text that ran together."""


def find_owned_in_run(text: str, at: int, end: int) -> Label | None:
    """A group and whose it is, where a person's name stands right behind."""
    owner = OWNER.match(text, at, end)
    if owner is None or not person_follows(text, owner.end(), end):
        return None
    group = fold(owner["group"])
    form = next((f for f in forms_by_first_word().get(group, ()) if len(f.words) == 1), None)
    kind, status, role = (form.kind, form.status, form.role) if form else (LabelKind.PEOPLE, None, None)
    strong = form is not None and form.strong
    return Label(owner.start(), owner.end(), owner.end(), kind, status, role, strong, True, False, words=group)


_TOLD_SOURCE = re.compile(
    r"(?:Från|För)[ ](?P<whom>[^\W\d_][\wåäö-]*(?:[ ][^\W\d_][\wåäö-]*){0,6}?)(?:[ ]\([^()\n]{1,12}\))?"
    r"(?:[ ](?P<told>deltog|deltar|medverkade|medverkar|närvarade|kom|(?:var|är)(?=[ ]närvarande|[ ]med\b))(?:[ ](?:även|också|närvarande|med|på mötet))*:?[ ]|:[ ])(?=[A-ZÅÄÖ])"
)
""" "Från kommunerna deltog Anna Ek, Mora, och Bo Alm, Orsa.", "Från personalen: Anna Ek"."""
SOURCE_TOLD_BY = frozenset({"Från", "För"})
"""The words that it begins with; labels of the lexicon do too, so that a unit with one of them is always read."""


def find_source(text: str, start: int, end: int) -> Label | None:
    """The words that a unit begins with and that tell where those come from who are named behind them."""
    match = _TOLD_SOURCE.match(text, start, end)
    if match is None or not person_follows(text, match.end() - 1, end):
        return None
    told = match["told"] is not None
    if not told and text.startswith("För ", start) and not is_organisation_like(match["whom"]):
        return None  # "För kännedom: Anna Ek"
    return Label(
        start, match.end(), match.end(), LabelKind.PEOPLE, Status.PRESENT if told else None, None, told, True, False,
        words="deltog" if told else "fran", origin=match.span("whom"),
    )  # fmt: skip


_MOST_OWNED = 5


@cache
def owned_words() -> frozenset[str]:
    """First words, folded, of the labels that a genitive may stand before."""
    return frozenset(first for first, forms in forms_by_first_word().items() if any(form.kind in OF_PEOPLE for form in forms))


def find_owned(text: str, start: int, end: int, words: list[re.Match[str]]) -> Label | None:
    """ "Direktionens ledamöter", "Kommunernas representanter": a label with a genitive before it, alone in its unit but for what
    stands in brackets."""
    first = words[0].group()
    if not (first[0].isupper() and first.endswith("s")) or first.casefold() in ("ordförandens",):
        return None
    opened = text.find("(", start, end)
    words = words if opened < 0 else [word for word in words if word.end() <= opened]
    if not 2 <= len(words) <= _MOST_OWNED or any(
        stands_at(text, words, 0, f.words) for f in forms_by_first_word().get(folded_word(first), ())
    ):
        return None
    for skip in (1, 2):
        if skip >= len(words):
            break
        options = forms_by_first_word().get(folded_word(words[skip].group()), ())
        form = next((f for f in options if len(f.words) == len(words) - skip and stands_at(text, words, skip, f.words)), None)
        if form is None or form.kind not in OF_PEOPLE:
            continue
        after = AFTER.match(text, words[-1].end(), end)
        content = after.end() if after else words[-1].end()
        if not text[content:end].strip(" .:") and BEFORE.fullmatch(text, start, words[0].start()):
            colon = bool(after and after["colon"])
            return Label(
                words[0].start(),
                words[-1].end(),
                content,
                form.kind,
                form.status,
                form.role,
                form.strong,
                colon,
                True,
                False,
                form.of_region,
            )
    return None
