"""Lists whose lines each bear one of the signs that the document's own legend explains: "X = här, F = inte här" over "Mora Anna Ek X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names import fold
from graph.record import Span, Status
from ingest.attendance.listing import list_names
from ingest.attendance.model import Codes, Context, Draft
from ingest.lines import Line

DASHES = "-–—−"
SIGNS = "✓✔√☒☑✗✘☐□●○◯■+*"
"""Signs that a legend may explain, besides letters, digits and dashes."""
_FEWEST = 3
_ABSENT = (
    r"(?:fr[åa]nv\w*|(?:ej|inte|icke)\s+(?:närv\w*|narv\w*|delt\w*|med\b|här\b|på\s+plats)|förhinder\w*|återbud|absent|borta)\b"
)
_PRESENT = (
    r"(?:närv\w*|narv\w*|delt(?:og|ar|agit|agare)\w*|på\s+plats|här|med|present|(?:(?:ej|inte)\s+)?tjänstg\w*(?:\s+ersättare)?)\b"
)
_SIGN = rf"[\[(\"”]?(?P<{{0}}>[a-zåäö]|[{DASHES}{SIGNS}01])[\])\"”]?"
_IS = r"\s*[=:–-]?\s*"
_AND = r"\s*[,;./]?\s*(?:och\s+)?"
_BOTH = re.compile(
    rf"(?<![\w.]){_SIGN.format('a')}{_IS}(?:är\s+|för\s+)?{_PRESENT}{_AND}(?<![\w.]){_SIGN.format('b')}{_IS}(?:är\s+|för\s+)?{_ABSENT}"
)
""" "X = här, F = inte här", "(X) närvarande (F) frånvarande", "x: närvarande / o: frånvarande". """
_BOTH_BEHIND = re.compile(
    rf"\bnärv\w*\s*[=:(]\s*{_SIGN.format('a')}{_AND}(?<!\w){_ABSENT}\s*[=:(]\s*{_SIGN.format('b')}(?=\s*(?:[).,;\n]|$))"
)
""" "Närvarande: X, frånvarande: F". """


_ONE_MORE = re.compile(rf"{_AND}(?<![\w.]){_SIGN.format('a')}{_IS}(?:är\s+|för\s+)?(?:(?P<came>{_PRESENT})|{_ABSENT})")
""" "E tjänstgörande ersättare", right behind a legend for both."""


def find_both(lowered: str, start: int, end: int) -> Iterator[tuple[str, Status]]:
    """The signs of each legend in `lowered[start:end]` that tells both who came and who did not, however it joins them to their meaning,
    and what each means."""
    for pattern in (_BOTH, _BOTH_BEHIND):
        for match in pattern.finditer(lowered, start, end):
            if match["a"] == match["b"]:
                continue
            yield match["a"], Status.PRESENT
            yield match["b"], Status.ABSENT
            more = _ONE_MORE.match(lowered, match.end(), end) if pattern is _BOTH else None
            while more is not None:
                yield more["a"], Status.PRESENT if more["came"] else Status.ABSENT
                more = _ONE_MORE.match(lowered, more.end(), end)


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A line of the list with what its sign says (None where it has none), and where the sign stands in it."""

    span: Span
    status: Status | None
    sign: Span | None = None


def read_signed_lines(context: Context, lines: Sequence[Line], start: int, end: int, codes: Codes) -> list[SignedLine] | None:
    """The lines of `text[start:end]`, each with one person and the sign that it begins or ends in; None when the legend does not explain
    both who came and who did not, or most lines bear no sign of it."""
    if not codes.tell_both:
        return None
    ends, begins = _patterns(codes)
    text = context.text
    behind: list[SignedLine] = []
    before: list[SignedLine] = []
    for line in lines:
        a, b = max(line.start, start), min(line.end, end)
        if line.cells or a >= b or not list_names(context, a, b, codes):
            continue
        last = next((found for pattern in ends if (found := pattern.search(text, a, b))), None)
        alone = last is not None and len(list_names(context, a, last.start("sign"), codes)) == 1
        behind.append(_signed(last, codes, (a, b)) if last is not None and alone else SignedLine((a, b), None))
        first = begins.match(text, a, b)
        alone = first is not None and len(list_names(context, first.end(), b, codes)) == 1
        before.append(_signed(first, codes, (first.end(), b)) if first is not None and alone else SignedLine((a, b), None))
    if all(text[slice(*line.sign)] in DASHES for line in before if line.sign):
        before = []  # bullets
    best = max(behind, before, key=lambda found: sum(line.status is not None for line in found))
    signed = sum(line.status is not None for line in best)
    return best if signed >= _FEWEST and 2 * signed > len(best) else None


def sign_drafts(drafts: Sequence[Draft], lines: Sequence[SignedLine]) -> list[Draft]:
    """The drafts, of which the first of each line has the status of its sign."""
    first = {next((d.start for d in drafts if line.span[0] <= d.start < line.span[1]), -1): line.status for line in lines}
    return [draft._replace(said=first.get(draft.start) or draft.said) for draft in drafts]


def _signed(match: re.Match[str], codes: Codes, span: Span) -> SignedLine:
    """A line by its sign, or by those of several columns: who has one of presence in any of them came ("x -", there and not serving)."""
    told = {codes.meaning[fold(sign) or sign] for sign in match["sign"].casefold().split()}
    return SignedLine(span, Status.PRESENT if Status.PRESENT in told else min(told), match.span("sign"))


def _patterns(codes: Codes) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], re.Pattern[str]]:
    """What ends a line in a sign, with or without an aside behind it, and what begins one."""
    written = (
        re.escape(code).replace("a", "[aåä]").replace("o", "[oö]") for code in sorted(codes.meaning, key=len, reverse=True)
    )
    signs = "|".join(written)
    behind = rf"[ \t]+(?:[-–][ \t]+)?[\[(]?(?P<sign>(?:{signs})(?:[ \t]+(?:{signs}))*)[\])]?"
    at_end = re.compile(rf"{behind}[ \t.]*$", re.IGNORECASE)
    aside = re.compile(rf"{behind}[ \t]*(?:\([^()\n]*\)|[,;][ ][^\n]*)[ \t.]*$", re.IGNORECASE)
    return (at_end, aside), re.compile(rf"[ \t]*(?:[-•][ \t]+)?[\[(]?(?P<sign>{signs})[\])]?[ \t:]+(?=[A-ZÅÄÖ])", re.IGNORECASE)
