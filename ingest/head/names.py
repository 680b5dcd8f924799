"""The name of a forum in a title that has no word for a body in it."""

from __future__ import annotations

import re

from ingest.dates import find_dates
from ingest.head.titles import MINUTES
from ingest.vocabulary import BODY_NOUN

_SMALL = {
    "konstituerande",
    "sida",
    "sid",
    "fört",
    "förda",
    "förd",
    "vid",
    "från",
    "för",
    "möte",
    "med",
    "sammanträde",
    "i",
    "den",
    "på",
    "kl",
    "av",
    "till",
    "och",
    "nr",
    "mötet",
}
_MEETING_WORD = r"(?:möte|sammanträde|träff)(?:t|et|n|en)?"
_MEETING = re.compile(rf"\w*{_MEETING_WORD}", re.IGNORECASE)
_MEETING_LEAD = re.compile(
    rf"^(?:(?:extra|ordinarie|konstituerande|digital\w*|fysisk\w*(?:/\w+)?|gemensam\w*)\s+)*(?:\w+-?)?{_MEETING_WORD}\s+(?:med|i|för|hos|av|inom)\s+",
    re.IGNORECASE,
)
""" "Extra styrelsemöte med Bryggföreningen": before the name of who met."""
_WHAT_MET = re.compile(
    rf"^(?P<body>\w*?(?:styrelse|direktion|utskott|råd|nätverk|grupp|nämnd|kommitté|delegation|beredning))(?:ens?|ets?|s)?-?(?:{_MEETING_WORD}|protokoll)$",
    re.IGNORECASE,
)
_BOARD_MET = re.compile(rf"styrelse{_MEETING_WORD}", re.IGNORECASE)
_OF_BODY = re.compile(r"(?<=råd|und|ing|ubb)s$|(?<=nätverk)s$")
_SHORT_MET = re.compile(rf"(?<=[A-ZÅÄÖ]{{2}})-{_MEETING_WORD}$")
""" "HSG-möte": of the short form that met."""
_ENDINGS = {
    "styrelse": "n",
    "direktion": "en",
    "utskott": "et",
    "råd": "et",
    "nätverk": "et",
    "grupp": "en",
    "nämnd": "en",
    "kommitté": "n",
    "delegation": "en",
    "beredning": "en",
}
_NAME_STOPS = re.compile(
    r"^(?:\W*\d.*|kl\W*|klockan|den|dag|datum|tid|plats|bilaga|sida?|nr|innehåll\w*|(?:sammanträdes|mötes)(?:datum|dag|tid|plats|typ)|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$",
    re.IGNORECASE,
)
_BARE_WORD = re.compile(r"(?:inter)?(?:kommunal|regional|lokal|gemensam|politisk|strategisk|central)\w*", re.IGNORECASE)
"""A word that says of which kind a body is and names none by itself."""
OF_PAGE = re.compile(r"(?:download|ladda|hämta|transkript|save|spara|visa)\b", re.IGNORECASE)
"""What stands around a document on a page that shows it: "Download "Protokoll"", "Transkript"."""
_VOWEL = re.compile(r"[aeiouyåäöé]", re.IGNORECASE)
_KIND_OF_MINUTES = re.compile(r"[^\W\d_]+(?:protokoll|anteckningar)$", re.IGNORECASE)
""" "Samverkansprotokoll" before the name of who met."""
_HOUSE = re.compile(
    r"(?:\S+\s)*?(?:\S+s\s)?(?:tekniska\s)?(?:universitet|högskola|kommun|stad|landsting)(?:et|n|en)?|(?:region|länsstyrelsen|landstinget|högskolan)\s.*",
    re.IGNORECASE,
)
"""A letterhead: the house, in which many forums meet."""
_LISTED = re.compile(
    r"(?:närvarande|ledam(?:ot|öter)|beslutande|deltagare|deltagande|(?:tjänstgörande|ersättare)|frånvarande|övriga|ordförande|sekreterare"
    r"|justera(?:re|nde)|kallade)$",
    re.IGNORECASE,
)
"""The first word of a list of people: what follows it is a person's name."""
_MEMBERS_BEFORE = re.compile(
    rf"^(?:\d+ )?(?:[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)? ){{3,}}(?=(?i:{MINUTES.pattern}|\w+(?:möte|sammanträde)))"
)
""" "Mora Orsa Leksand Rättvik Minnesanteckningar": the row of those who work together, before the title."""
_GENITIVE = re.compile(r"(?:(?<=[^\W\d_]{4}(?:en|et|an))|(?<=utskott)|(?<=nämnd)|(?<=nätverk)|(?<=förbund))s$")
_LONGEST_NAME = 7
"""Words; what is longer is no name of a forum."""


_PATH = " > "
_FEWEST_STEPS = 2
_STEP_OF_MEETING = re.compile(rf"(?:\w*{_MEETING_WORD}|\w*protokoll|\w*anteckningar)\b", re.IGNORECASE)


def _last_of_path(title: str) -> str:
    """The last step of the path of a page that is not the meeting: "Hem > Norrby kommun > Hamnbolaget AB > Sammanträde"."""
    steps = title.split(_PATH)
    if len(steps) <= _FEWEST_STEPS:
        return title
    return next((step for step in reversed(steps) if not _STEP_OF_MEETING.match(step.strip())), title)


def parse_title(title: str) -> str | None:
    """The forum as a title names it that has no word for a body in it: "Minnesanteckningar Sjöstadens LAG 4 maj" -> "Sjöstadens LAG".

    A word for the meeting of a body stands for the body ("Styrelsemöte" -> "Styrelsen"); words that name nobody give None.
    """
    text = _last_of_path(title)
    for mention in reversed(find_dates(title)):
        text = text[: mention.start] + text[mention.end :]
    text = MINUTES.sub(" ", _MEMBERS_BEFORE.sub("", text))
    words = [w for w in re.split(r"[\s,–:]+", text) if w]
    if words and _LISTED.match(words[0]):
        return None
    while words and (words[0].lower() in _SMALL or not words[0][0].isalpha()):
        words.pop(0)
    if len(words) > 1 and _KIND_OF_MINUTES.match(words[0]):
        words = words[:1] if _WHAT_MET.match(words[0]) else words[1:]
    stop = next((i for i, word in enumerate(words) if i and _NAME_STOPS.match(word)), len(words))
    words = _MEETING_LEAD.sub("", " ".join(words[:stop])).split()
    words = _before_meeting(words)
    while words and (words[-1].lower() in _SMALL or not words[-1][0].isalnum()):
        words.pop()
    if words:
        words[-1] = _GENITIVE.sub("", words[-1])
    if len(words) > 1 and _BOARD_MET.fullmatch(words[-1]):
        words = [*words[:-2], _OF_BODY.sub("", words[-2])]
    if words:
        words[-1] = _SHORT_MET.sub("", words[-1])
    if len(words) == 1 and (met := _WHAT_MET.match(words[0])):
        return _in_definite(met["body"])
    if not words or len(words) > _LONGEST_NAME or not any(c.isalpha() for c in words[0]):
        return None
    if len(words) > 1 and (met := _WHAT_MET.fullmatch(words[0])):
        words[0] = _in_definite(met["body"])
    name = " ".join(words)
    if _names_nothing(words):
        return None
    if _HOUSE.fullmatch(name) and not BODY_NOUN.search(name):
        return None
    return name if any(w[0].isupper() for w in words) or BODY_NOUN.search(name) else None


def _in_definite(body: str) -> str:
    """ "Bryggråd" -> "Bryggrådet", "BRYGGRÅD" -> "Bryggrådet"."""
    ending = next(e for word, e in _ENDINGS.items() if body.lower().endswith(word))
    return (body.capitalize() if body.isupper() else body) + ending


def _before_meeting(words: list[str]) -> list[str]:
    """The body of whose meeting a title speaks, without the meeting: "Bryggrådets dialogmöte i Mora" -> "Bryggrådet"."""
    for k, word in enumerate(words[:-1]):
        if _MEETING.fullmatch(words[k + 1]) and word.endswith("s") and _GENITIVE.search(word) and BODY_NOUN.search(word[:-1]):
            return words[: k + 1]
    return words


def _names_nothing(words: list[str]) -> bool:
    """Labels of fields, a lone word of kind, letters set apart ("P RO TO KOLL") and what no word can be ("Bgrk")."""
    first = words[0]
    spaced = MINUTES.fullmatch("".join(words)) is not None or OF_PAGE.match(first) is not None
    unread = len(words) == 1 and not first.isupper() and not _VOWEL.search(first)
    return spaced or unread or bool(_NAME_STOPS.match(first)) or (len(words) == 1 and _BARE_WORD.fullmatch(first) is not None)
