"""A role that the list does not give but the rest of the text does: "Anna Ek, ordförande i socialnämnden i Säters kommun"."""

from __future__ import annotations

import re

from graph.names import fold
from ingest.attendance.model import Context
from ingest.attendance.words import has_title, role_text
from ingest.lexicon import roles

_BEFORE = frozenset(fold(word) for word in roles().before)
_PHRASE = re.compile(r"[ ]*(?:,[ ]*\n?[ ]*|\n?[ ]+|\n|\()(?P<role>[^,.;:()\n\t]{3,90}(?:\n[^,.;:()\n\t]{2,60})?)")
_BREAK = re.compile(
    r"\s+(?:har|hade|är|var|ska|skall|kommer|vill|ville|som|samt|och\s+(?=[A-ZÅÄÖ])|att|när|där|informera\w*|redogör\w*|redogjorde|lyft\w*|ställde|framför\w*|berätta\w*|presentera\w*|deltog|deltar|öppna\w*|hälsade|hälsar|förklara\w*|lämna\w*|föredr\w+|önska\w*|meddela\w*|utses|valdes|utsågs|till\s+justerare|den\s+\d|[a-zåäö]+(?:ade|erar|erade))\b"
)
_ASIDE = re.compile(r"(?:föredragande|justerare|ordföranden?\s+och|protokoll|sekreterare\s+och)", re.IGNORECASE)
_CHAIR = re.compile(r"\bOrdförande(?:n)?\s+(?:\([A-ZÅÄÖ]{1,3}\)\s+)?$")


def role_elsewhere(context: Context, name: str, own: tuple[int, int]) -> str | None:
    """The role that the text gives behind this person's full name somewhere else; None when it gives none, or several."""
    text = context.text
    if " " not in name:
        return None
    found: dict[str, str] = {}
    at = -1
    while (at := context.flat.find(name, at + 1)) >= 0:
        end = at + len(name)
        if at <= own[0] < end or text[at - 1 : at].isalnum() or text[end : end + 1].isalnum():
            continue
        if _CHAIR.search(text, max(0, at - 24), at):
            found.setdefault("ordforande", "ordförande")
            continue
        phrase = _PHRASE.match(text, end)
        if not phrase or _SIGNED.match(text, phrase.end()) or _SIGNATURE_WORD.match(phrase["role"]):
            continue
        if text[end : phrase.start("role")].strip() == "" and _in_long_line(text, at):
            continue  # columns that ran together: whose title it is cannot be told
        role = _trimmed(context, phrase.start("role"), phrase.end("role"))
        if role:
            found.setdefault(fold(role), role)
    return next(iter(found.values())) if len(found) == 1 else None


_SIGNED = re.compile(r"\s*(?:[:…]|\.\.)")
_SIGNATURE_WORD = re.compile(
    r"(?:[Uu]nderskrift|[Pp]aragraf|[Jj]ustera|[Ss]ekreterare\s+[A-ZÅÄÖ]|Ordförande\s*$|Ordförande\s+[A-ZÅÄÖ])"
)


def _in_long_line(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return (len(text) if end < 0 else end) - text.rfind("\n", 0, at) > 200


def _trimmed(context: Context, start: int, end: int) -> str | None:
    text = context.text
    words = text[start:end]
    if cut := _BREAK.search(words):
        words = words[: cut.start()]
    words = words.rstrip()
    for body in context.bodies(start, start + len(words)):
        before = text[start : body.span[0]].rstrip()
        closes = body.span[1] >= start + len(words) - 8 or "\n" in text[body.span[1] - 1 : body.span[1] + 2]
        if closes and before and not re.search(r"\b(?:i|för|på|vid|av|hos|inom)$", before):
            words = before
    # A line that begins with a capital goes on with the phrase only as the end of a body's name ("Region\nDalarna").
    words = re.split(r"\n(?=[A-ZÅÄÖ])", words)[0].rstrip()
    first = words.split()[0] if words.split() else ""
    if not has_title(words) or len(words.split()) > 9 or _ASIDE.match(words) or first[:1].isdigit():
        return None
    begins = has_title(first) or first.endswith("-") or fold(first) in _BEFORE or first[:1].isupper()
    return role_text(words) if begins and (has_title(" ".join(words.split()[:4])) or first[:1].isupper()) else None
