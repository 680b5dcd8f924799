"""Where the meeting was."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from graph.lexicon import Lexicon
from graph.names import fold, squash
from ingest.dates import find_dates, find_time_range
from ingest.head.fields import LABELS_BEFORE, Labelled, is_only_time
from ingest.head.labels import Holds, parse_label
from ingest.head.times import LEADING_TIME, before_pause, to_last_session
from ingest.head.titles import MINUTES
from ingest.lexicon import head_words
from ingest.lines import Line
from ingest.people import find_names
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN

ONLINE = re.compile(
    r"\b(?:teams|zoom|skype|digital\w*|distans\w*|videomöte|video|webex|meet|länk|telefon\w*|online)\b", re.IGNORECASE
)
_LONGEST_PLACE = 120
_STACKED = re.compile(
    r"(?:Plats|Tid|Beslutande|Närvarande|Ledamöter|Ersättare|Tjänstgörande|Övriga|Utses|Paragrafer|Justering|Datum|Underskrift)"
)
_PLACE_ENDS = re.compile(r"[\s,]+(?:Omfattning\b|[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ (?:[a-zåäö]+ )?(?:kan|är|har|ska|skall)\s)")
"""The next field of a front page that ran together, or a sentence: "Kommunhuset, Vissa uppgifter kan vara …"."""
_AT = re.compile(r"[\s,]*(?:i|på|vid|hos)\s+(?P<place>\S.*)$", re.DOTALL)


def find_place(labelled: list[Labelled], lexicon: Lexicon) -> str | None:
    both = [item for item in labelled if item.holds is Holds.PLACE_AND_TIME and find_time_range(item.value)]
    for item in labelled:
        if item.holds not in {Holds.PLACE, Holds.PLACE_AND_TIME} or not item.value:
            continue
        if both and item.holds is Holds.PLACE_AND_TIME and item.value.isupper():
            continue  # the label alone at the top of its page, over the letterhead
        value = LABELS_BEFORE.sub("", item.value)
        if not value or _STACKED.match(value):
            continue
        if value != item.value and len(value) > _LONGEST_PLACE:
            # The columns of a front page ran together: the place is what stands before the hours.
            times = find_time_range(value[:_LONGEST_PLACE])
            if item.holds is not Holds.PLACE_AND_TIME or times is None or not is_place(value[: times.start].strip(" ,")):
                continue
            value = value[: times.end]
        value = _PLACE_ENDS.split(before_pause(value), maxsplit=1)[0]
        if item.holds is Holds.PLACE_AND_TIME or find_time_range(value):
            # Times and dates stand in the same value: what is left is the place.
            for mention in reversed(find_dates(value)):
                value = value[: mention.start] + value[mention.end :]
            if times := find_time_range(value):
                times = to_last_session(value, times)
                before = value[: times.start].rstrip()
                after = "" if _SENTENCE.match(value, times.end) and any(c.isalpha() for c in before) else value[times.end :]
                value = before + after
            value = LEADING_TIME.sub("", value)
            value = _DAY_AND_CLOCK.sub("", value)
            value = re.sub(r"\s*,\s*(?:,\s*)*", ", ", squash(value)).strip(" ,.;–-")
            value = _AT_FIRST.sub("", value)
        value = _PARAGRAPHS.sub("", squash(value)).strip(" ,;")
        if any(c.isalnum() for c in value):
            return value
    return next(
        (
            place
            for item in labelled
            if item.holds in _OF_DAY and item.value and (place := _place_behind_time(item.value, lexicon))
        ),
        None,
    )


_DAY_AND_CLOCK = re.compile(
    r"\bkl(?:\.|ockan)?\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b(?:\s+(?:den\s+)?\d{1,2}(?::?e)?\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*)?|\bden\b",
    re.IGNORECASE,
)
"""What is left of day and hours: "kl", "onsdag den 29 augusti" of which the year stands elsewhere."""
_AT_FIRST = re.compile(r"^(?:i|på|vid)\s+(?=[A-ZÅÄÖ])")
_OF_DAY = {Holds.DAY, Holds.TIME, Holds.MEETING_DAY, Holds.MEETING_TIME}
_SENTENCE = re.compile(r"\s*\.\s+[A-ZÅÄÖ][a-zåäö]+\s")
_PARAGRAPHS = re.compile(r",?\s*(?:paragrafer\s*)?§+\s*\d.*$", re.IGNORECASE)


def find_titled_place(title: str | None, lexicon: Lexicon) -> str | None:
    """The place behind the day or hour of a title: "Protokoll fört vid möte med rådet 12 mars 2024 i Rådhuset, Norrby"."""
    return _place_behind_time(title, lexicon) if title is not None and MINUTES.search(title) else None


def _place_behind_time(text: str, lexicon: Lexicon) -> str | None:
    """The place behind the day and the hours, or between them."""
    ends = [mention.end for mention in find_dates(text)]
    times = find_time_range(text)
    if times and ends and max(ends) < times.start and (between := _AT.match(text[: times.start].rstrip(" ,"), max(ends))):
        return squash(between["place"]).strip(" ,.;")
    if times:
        ends.append(times.end)
    if not ends or len(text) - max(ends) > _LONGEST_PLACE:
        return None
    if match := _AT.match(text, max(ends)):
        return squash(match["place"]).strip(" ,.;")
    rest = squash(text[max(ends) :]).strip(" ,.;:()")
    room = rest.split(" ")[0]  # "Tallrummet Länsstyrelsen, Norrby"
    in_room = room[:1].isupper() and room.endswith(("rummet", "salen")) and not has_finite(rest)
    return rest if is_place(rest) or in_room or _is_municipality(rest, lexicon) else None


def _is_municipality(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the name of a municipality, or begins with one and a comma: "Östersund", "Skövde, Ekvägen 8"."""
    name = text.split(",")[0]
    if not name[:1].isupper() or " kommun" in name:
        return False
    known = lexicon.municipality(name)
    return known is not None and fold(name) in fold(known.formal_name)


@lru_cache(maxsize=2048)
def is_place(text: str) -> bool:
    """Whether a short text names a place, by its words: "Konferensrum Kajen, Stadshuset", "Microsoft Teams"; not a body or its house."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    if not words or len(words) > _MOST_WORDS or BODY_NOUN.search(text) or has_finite(text):
        return False
    named = " ".join(words)
    return any(
        (word.endswith(head_words().places) and not word.endswith("centrum")) or word in head_words().platforms for word in words
    ) or any(" " in place and place in named for place in head_words().places)


_MOST_WORDS = 8


_HELD_AT = re.compile(r"^(?:möte|sammanträde|träff)\w*\s", re.IGNORECASE)


def find_told_place(head: list[Line], lexicon: Lexicon) -> str | None:
    """The place in a line that tells of the meeting: "Sammanträde torsdagen den 4 maj 2023 kl 13 i Rådhuset"."""
    for i, line in enumerate(head[:_FIRST_LINES]):
        if (held := _HELD_IN.search(line.text)) and is_place(held["place"]):
            return squash(held["place"]).strip(" ,.;")
        last = line.text.rpartition("\n")[2]
        if last[:1] in "iIpPvV" and (town := _IN_TOWN.fullmatch(last)) and find_dates(town["day"]):
            return squash(town["place"])
        if line.text.startswith(_MEETING_WORDS) and (took := _TOOK_PLACE.match(line.text)):
            return squash(took["place"])
        if _TOLD.match(line.text) and (place := _place_behind_time(_paragraph(head, i), lexicon)):
            return place
        if (
            (_HELD_AT.match(line.text) or _begins_with_day(line.text))
            and len(line.text) <= _LONGEST_PLACE
            and (place := _place_behind_time(line.text, lexicon))
        ):
            return place
    return None


_HELD_IN = re.compile(r"(?:möte|rådslag|sammanträde|träff)(?:t|et|n|en)?\s+(?:i|på|hos)\s+(?P<place>[A-ZÅÄÖ][^,.:\d]{3,50})$")
_IN_TOWN = re.compile(
    r"(?:[Ii]|[Pp]å|[Vv]id)\s+(?P<place>[A-ZÅÄÖ][^\d.:,]{1,40}?),?\s+(?:(?:mån|tis|ons|tors|fre|lör|sön)dagen\s+)?(?:den\s+)?(?P<day>\d{1,2}\s+[a-zåäö]+\s+\d{4}|\d{4}-\d\d-\d\d)"
)
""" "i Norrby den 4 maj 2023", the second line of a title."""
_MEETING_WORDS = ("Mötet ", "Sammanträdet ")
_TOOK_PLACE = re.compile(
    r"(?:möte|sammanträde)t\s+(?:hölls|ägde\s+rum|genomfördes)\s+(?:(?:digitalt|fysiskt)\s+)?(?:i|på|hos|via)\s+(?P<place>(?=[A-ZÅÄÖ]).{3,60}?)"
    r"(?=\s+(?:mellan|från|kl|den|\w+dagen|med)\b|\s+\d|\.\s|\.?$)",
    re.IGNORECASE,
)
""" "Mötet hölls digitalt i Teams mellan kl. 13 och 15."."""
_TOLD = re.compile(rf"(?:(?:{MINUTES.pattern})\s+(?:för(?:t|da)|från|vid|över)|för(?:t|da)\s+vid)\b", re.IGNORECASE)
_MOST_LINES = 4


def _paragraph(head: list[Line], first: int) -> str:
    """The words of the lines that a line goes on in, as far as its paragraph: at most four."""
    lines = [head[first]]
    for line in head[first + 1 : first + _MOST_LINES]:
        if line.blank_before or line.cells or parse_label(line.text):
            break
        lines.append(line)
    return " ".join(line.text for line in lines)


def _begins_with_day(text: str) -> bool:
    """ "Torsdagen den 4 maj 2023, kl. 13–15, …"."""
    first = next(iter(find_dates(text)), None) or (
        find_time_range(text) if text[:1].isdigit() or text[:2].casefold() == "kl" else None
    )
    return first is not None and is_only_time(text[: first.end])


_FIRST_LINES = 12
_LONGEST_BARE = 80
_NO_PLACE = re.compile(r"närvar|deltag|beslutande|ledam|kallad|§|:", re.IGNORECASE)


def find_bare_place(head: list[Line], title: Line | None) -> str | None:
    """A place on a line of its own: below a line that is nothing but date and hours ("2019-04-14, kl 10–12" / "Rådhuset"), or next
    to one of either where its words tell that it is one ("Konferensrum Kajen")."""
    for line, following in itertools.pairwise(head):
        if following is title or not _is_bare(following) or not find_dates(line.text) or find_time_range(line.text) is None:
            continue
        if is_only_time(_HELD_AT.sub("", line.text)) and (
            is_place(following.text) or not (following.blank_before or find_names(following.text))
        ):
            return squash(following.text)
    timed = [
        i for i, line in enumerate(head[:_FIRST_LINES]) if line is title or find_dates(line.text) or find_time_range(line.text)
    ]
    for i, line in enumerate(head[:_FIRST_LINES]):
        near = any(0 < abs(i - j) <= 1 for j in timed)
        if near and line is not title and _is_bare(line) and is_place(line.text):
            return squash(file["name"] if (file := _OF_FILE.match(line.text)) else line.text)
    return None


_OF_FILE = re.compile(r"(?:download|share|ladda (?:ner|ned|hem)|hämta)\s+[\"“”](?P<name>[^\"“”]+)", re.IGNORECASE)
"""What a page calls the file that it shows: "Download "Kajrummet, Norrby""."""


def _is_bare(line: Line) -> bool:
    """Whether a line is short and holds neither a label nor a time nor words of who was there."""
    text = line.text
    if len(text) > _LONGEST_BARE or _NO_PLACE.search(text) or parse_label(text) or MINUTES.search(text):
        return False
    return not find_dates(text) and find_time_range(text) is None
