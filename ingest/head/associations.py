"""Associations and companies that keep minutes, by the form of their names: where no board of theirs is named, the meeting is theirs."""

from __future__ import annotations

import re

from graph.names import squash

_WORD = r"[A-ZÅÄÖ](?:[\wåäö-]|–(?=[A-ZÅÄÖ]))*"
_OWN = (
    rf"(?:\s+(?!(?i:\w*(?:möte|sammanträde|styrelse|stämma|protokoll|anteckning|dagordning|närvar|deltag)\w*"
    rf"|sida?|plats|tid|datum|org|box|\w+dag(?:en)?)\b){_WORD})"
)
"""A word of an association's own name; not one of minutes."""
_COMPOUND = (
    rf"(?:{_WORD}[ ](?:(?:och|i)[ ])?){{0,3}}(?:[A-ZÅÄÖ]|(?<=s )[a-zåäö])[\wåäö-]*?"
    r"(?i:(?<=[a-zåäö-])(?:förening(?:en)?|förbund(?:et)?)|(?<=[a-zåäö])(?:stiftelsen?|klubb(?:en)?|sällskap(?:et)?|byalag(?:et)?)|samfällighet(?:en)?)(?=s?(?![\wåäö-]))"
    rf"{_OWN}{{0,2}}"
)
""" "Bryggföreningen Udden", "Sjöåns vattenvårdsförbund"."""
_WITH_FIELD = rf"(?:{_WORD}[ ]){{0,2}}(?i:förening(?:en)?|förbundet|sällskapet)\s+för\s+[\wåäö-]+(?:\s+och\s+[\wåäö-]+)?"
""" "Svensk Förening för Bryggbyggare"."""
_BEFORE_NAME = (
    rf"(?:Stiftelsen|Föreningen|Förbundet|Sällskapet|Samfälligheten|Samordningsförbundet){_OWN}{{1,3}}(?:\s+(?:museum|teater|bibliotek)(?![\wåäö]))?"
    rf"(?:\s+och{_OWN}(?![\wåäö-])(?!\s+[^\W\d]))?"
)
""" "Samordningsförbundet Norrby och Söderby"; not "Stiftelsen Udden och Norrby kommun"."""
_ASSOCIATION = re.compile(rf"(?<![\wåäö-])(?:{_WITH_FIELD}|{_BEFORE_NAME}|{_COMPOUND})")


def find_association(text: str) -> str | None:
    """The association that a line names: "Protokoll fört vid möte med Bryggföreningen Udden" -> "Bryggföreningen Udden"."""
    match = _ASSOCIATION.search(text)
    return squash(match.group()) if match else None


_COMPANY = re.compile(
    rf"(?:{_WORD} (?:(?:och|i|&) )?){{1,4}}(?:AB|Aktiebolag|HB)(?: \(publ\))?|(?:{_WORD} ){{0,2}}(?:AB|Aktiebolaget)(?: {_WORD}){{1,3}}(?: \(publ\))?"
)
_BARE_BOARD = re.compile(r"styrelsen?|(?:års|förenings|bolags|ägar|medlems)?stämman?", re.IGNORECASE)


def find_company(text: str) -> str | None:
    """The company that is all a text names: "Norrby Bryggor AB" -> itself; None where more or something else stands there."""
    words = squash(text)
    return words if ("AB" in words or "bolag" in words or words.endswith("HB")) and _COMPANY.fullmatch(words) else None


def is_bare_board(name: str) -> bool:
    """Whether a name tells that it is a board or a meeting of members, but not whose: "Styrelsen", "Årsstämma". A "Direktionen" is
    called so by itself."""
    return _BARE_BOARD.fullmatch(name) is not None


def is_federation(name: str) -> bool:
    """Whether an association is a federation of municipalities: that has several organs, of which its board is one, as municipalities have;
    of other associations nobody but the board keeps such minutes."""
    return _FEDERATION.search(name) is not None


_FEDERATION = re.compile(
    r"(?:kommun|kommunal|region|landstings|räddningstjänst|avfalls|gymnasie|utbildnings|vård|hjälpmedels)förbund(?:et)?(?![\wåäö])",
    re.IGNORECASE,
)
