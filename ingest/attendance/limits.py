"""How much of a meeting somebody was there for: paragraphs, items, hours ("§§ 50–56, del av 60", "från kl 10.15", "t.o.m. § 7")."""

from __future__ import annotations

import re

from graph.names import squash
from graph.record import Span

_NUMBER = r"\d{1,4}(?:\s?[a-d](?![a-zåäö]))?"
_NUMBERS = (
    rf"{_NUMBER}(?:\s*[-–—,/]\s*(?:§{{1,2}}\s*)?(?:(?:del|delar)\s+av\s+)?(?:§{{1,2}}\s*)?{_NUMBER}(?![\d.:]*\d{{2}}[.:]))*"
    rf"(?:\s*,?\s*(?:och|samt|o|&)\s*(?:§{{1,2}}\s*)?(?:del(?:ar)?\s+av\s+)?(?:§{{1,2}}\s*)?{_NUMBER})*"
    rf"(?:\s*,?\s*(?:och\s+)?del(?:ar)?\s+av\s+(?:§{{1,2}}\s*)?{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?)*"
)
_CLOCK = r"\d{1,2}[.:]\d{2}|\d{1,2}"
_BEFORE_LIMIT = (
    r"(?:(?:ej|inte|icke|del\s+av|delar\s+av|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|fom|t\.?\s?o\.?\s?m\.?|tom|till(?:\s+och\s+med)?|under|vid|för|endast|utom|förutom|dock\s+ej"
    r"|närvarande|frånvarande|deltog(?:\s+ej|\s+inte)?|deltar(?:\s+ej|\s+inte)?|jäv(?:ig)?|kom|anslöt(?:\s+till)?|gick|lämnade(?:\s+mötet)?|anlände|tjg|tjänstgörande|ersätter|fr\s+o\s+m|t\s+o\s+m|beslutar|omfattar|ordf\.?\s+(?=§))\s*)*"
)
LIMIT = re.compile(
    rf"(?<![\w]){_BEFORE_LIMIT}(?:"
    rf"§{{1,3}}\s*(?:del\s+av\s+)?{_NUMBERS}"
    rf"|{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?\s*§{{1,2}}"
    rf"|(?:paragraf(?:er(?:na)?)?|punkt(?:er(?:na)?)?|pkt\.?|p\.|p|ärende(?:na|n)?)\s*{_NUMBERS}"
    rf"|(?:kl\.?|klockan)\s*(?:{_CLOCK})(?:\s*[-–—]\s*(?:kl\.?\s*)?(?:{_CLOCK}))?"
    rf"|(?:t\.?\s?o\.?\s?m\.?|fr\.?\s?o\.?\s?m\.?|fr\.?\s?o\.?m\.?|till\s+och\s+med|från\s+och\s+med|del\s+av)\s*{_NUMBERS}"
    rf"|(?:dock\s+)?(?:ej|inte|utom)\s+{_NUMBERS}"
    rf"|\d{{1,2}}[.:]\d{{2}}\s*[-–—]\s*(?:\d{{1,2}}[.:]\d{{2}}|\d{{1,2}}:?)?"
    rf")(?![\wåäö])",
    re.IGNORECASE,
)
"""A limit in running words, with the words before it that belong to it."""
DIGIT = re.compile(r"\d")
BARE_LIMIT = re.compile(rf"(?:del\s+av\s+)?(?:{_NUMBERS}|\d{{1,3}}\s\d{{1,3}})\s*[,;]?", re.IGNORECASE)
"""Numbers alone; of "4 9" the dash is lost."""
_IDLE_BEFORE = re.compile(
    r"^(?:(?:deltog|deltar|närvarande|vid|för|under|endast|tjg|tjänstgörande|ersätter|omfattar)\s+(?!ej|inte))+", re.IGNORECASE
)
TRAILING_LIMIT = re.compile(r"\s+(?:\d[\d\s,.–-]*(?:[a-d](?:\s?[-–]\s?[a-d])?)?|[a-d])$")

"""Numbers that follow a title: "ekonom 12-14"."""


def find_limits(text: str, start: int, end: int) -> list[Span]:
    """The limits in running words: each has a number at least."""
    return [match.span() for match in LIMIT.finditer(text, start, end)] if DIGIT.search(text, start, end) else []


def limit_text(text: str) -> str:
    """A limit as the record keeps it: without words that say no more than that somebody was there."""
    return _IDLE_BEFORE.sub("", squash(text).strip(" ,;()").strip())
