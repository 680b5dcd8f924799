"""The text of an item's title: what comes off it (labels, attachments, diary numbers), and which titles are formalia."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.names import fold, squash
from ingest.people import find_names

LABELS = {
    "information": "information",
    "info": "information",
    "informationsärende": "information",
    "informationspunkt": "information",
    "beslut": "beslut",
    "beslutsärende": "beslut",
    "beslutspunkt": "beslut",
    "dialog": "dialog",
    "diskussion": "dialog",
    "diskussionspunkt": "dialog",
    "workshop": "workshop",
    "rapport": "rapport",
    "återrapportering": "rapport",
}
_LABEL_WORD = "(?:" + "|".join(sorted(LABELS, key=len, reverse=True)) + ")"
_LABELS = rf"{_LABEL_WORD}(?:\s*(?:/|,|\+|&|och)\s*{_LABEL_WORD})*"
LABEL_PREFIX = re.compile(rf"^\W*(?P<labels>{_LABELS})\s*(?::|[–-]\s)\s*", re.IGNORECASE)
_LABEL_SUFFIX = re.compile(
    rf"\s*(?:[(\[](?P<a>{_LABELS})[)\]]|\s[–-]\s*(?P<b>{_LABELS})|[.,]\s+(?P<c>[a-zåäö]+s(?:ärende|punkt))|\s(?P<d>(?-i:Besluts|Informations|Diskussions)(?:ärende|punkt)))[.\s]*$",
    re.IGNORECASE,
)
_LABEL_ENDINGS = (")", "]", *(word.rpartition("i")[2] for word in (*LABELS, "ärende", "punkt")))
"""What a title with a label behind it ends with; of the words what comes behind an "i", which a pattern for which case does not matter
takes other letters for too."""
_LABEL_WITHOUT_SIGN = re.compile(r"(?P<labels>Info|Information|Diskussion|Dialog|Beslut|Workshop)\s(?=[A-ZÅÄÖ][a-zåäö])")
""" "Diskussion Nya bryggor": the label is of the words of the title, and stays in it."""
_LABEL_BEHIND_COMMA = re.compile(rf"[a-zåäö\d)],\s+(?P<labels>{_LABELS})[.\s]*$")
""" "Nya bryggor, information": the label is of the words of the title, and stays in it."""
_LABEL_BELOW = re.compile(r"(?P<labels>[a-zåäö]+s(?:ärende|punkt))\s*:?", re.IGNORECASE)
_LETTERS = {"I": "information", "B": "beslut", "D": "dialog", "W": "workshop", "R": "rapport"}
_LETTER_SUFFIX = re.compile(r"\s*\((?P<letters>[IBDWR](?:\s?[/,+&]\s?[IBDWR]){0,2})\)\s*$")
""" "(I)", "(D/B)": what a matter is for, by its first letter."""
_OF_PERSON = re.compile(
    r"motion|interpellation|fråga från|avsägelse|entledig|fyllnadsval|\bval\b|skrivelse från|yrkande|initiativ", re.IGNORECASE
)
"""Matters of a person, whose party may stand in brackets behind."""
_ATTACHMENT = re.compile(
    r"\(?\b[Bb]il(?:aga|agor|\.)\s*(?P<names>(?:nr\s*)?\d+(?:\s?[A-ZÅÄÖ](?![a-zåäö]))?(?:\s?[-–]\s?[A-Z]\b|\s?[-–]\s?\d+)?(?:\s*(?:,|och)\s*\d+\s?[A-Z]?\b)*|[A-Z]\b)\s*\)?"
)
BODY = (
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}(?:[ /-][A-Za-zÅÄÖåäö]{2,3}\.?)?"
    r"|[A-ZÅÄÖ][\wåäö-]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet|direktionen|beredningen)(?:s\s+\w*utskott)?)"
)
"""Whose a paragraph is, before its sign: "Ks § 12", "Ks au § 12", "KS/AU § 12", "Kommunstyrelsen § 12"."""
DIARY_WORD = r"(?i:dnr|diarienr|diarienummer|ärendenr|ärendenummer|ärende(?=\s+[A-ZÅÄÖ]{2}))(?![A-Za-zÅÄÖåäö])\.?:?\s*"
_YEAR_FIRST = r"(?:19|20)\d\d\.\d{1,4}\s[A-ZÅÄÖ]{2,4}(?![A-Za-zÅÄÖåäö])"
_YEAR_BODY = r"\d\d/[A-ZÅÄÖ]{2,5}/\d{1,5}(?![\w/])"
""" "17/KS/41": the year, the body and the number."""
_YEAR_SLASH = r"(?:19|20)\d\d/[A-ZÅÄÖ]{2,4}\d{3,5}(?: \d{3})?(?!\w)"
""" "2018/TN0031 042"."""
_YEAR_DASH = r"(?:19|20)\d\d-(?:\d{3}|\d{5,6})(?![\d-])"
""" "2018-000412", "2018-412"; not two years."""
DIARY_BARE = rf"(?=[A-ZÅÄÖ]|{_YEAR_FIRST}|{_YEAR_BODY}|{_YEAR_SLASH}|{_YEAR_DASH})"
"""Before a diary number without its word, that it is one by its letters."""
DIARY_NUMBER = (
    # "KS 2018/00388", "SON/2020/0104", "SÄN/2012:3", "KS.2018.388", "HSN26/371", "RV220112"
    r"(?:(?![A-ZÅÄÖ]{4,8} \d{1,2}:\d{1,3}[.,](?:\s|$))(?!SOU|SFS|PROP|DIR|DS\b|HSLF|SKR\b)[A-ZÅÄÖ]{1,8}(?:[ /-]|\.(?=20\d\d\.))?(?!(?:19|20)\d\d-(?:19|20)\d\d\b)(?:(?:19|20)?\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})*|\d{1,6}[/-](?:19|20)?\d\d|\d{6})"
    # "2014.101 TN"
    rf"|{_YEAR_FIRST}"
    rf"|{_YEAR_BODY}"
    # "2015.33 042", "00342-2022", "2019-33 042", "31/16"
    r"|(?:19|20)\d\d[/:.-]\d{1,6}(?:[-/ .]\d{1,6})*|\d{3,6}-(?:19|20)\d\d"
    rf"|{_YEAR_SLASH}"
    # "0456/20"
    r"|\d{3,5}/(?:19|20)?\d\d(?![\d/])"
    # "Bun/2019:49 600"
    r"|[A-ZÅÄÖ][a-zåäö]{1,3}/(?:19|20)\d\d[:/-]\d{1,6}(?:[-/ .]\d{1,6})*"
    # "2024-POL000123", "24RK310"
    r"|(?:19|20)\d\d-[A-ZÅÄÖ]{2,4}-?\d{3,6}"
    r"|\d\d[A-ZÅÄÖ]{2,4}\d{1,5})"
)
_DIARY_TAIL = re.compile(
    rf"\s*[,(–-]?\s*(?<![\wåäö])(?:{DIARY_WORD}{DIARY_NUMBER}|(?i:dnr|diarienr|diarienummer)\b\.?:?(?:\s*(?=\S*\d)[\w/:.-]+|(?:\s+[A-ZÅÄÖ]{{1,5}})?(?:\s+(?:20)?\d\d/?)?)|(?:{DIARY_BARE}|(?=\d\d[A-ZÅÄÖ])){DIARY_NUMBER})(?:,\s*{DIARY_NUMBER})*\s*\)?\s*$"
)
_OF_YEAR_TAIL = re.compile(r"\s+20(?P<year>\d\d)/(?P<number>\d{0,5})$")
_DIARY_BESIDE = re.compile(rf"\s\(?(?:{DIARY_WORD}\S*\d\S*|(?=[A-ZÅÄÖ]|\d\d[A-ZÅÄÖ]){DIARY_NUMBER})\)?[ \t]*(?=\n|\t)")
"""A diary number in a column beside the first of a title's lines."""
DIARY_LINE = re.compile(rf"^\(?\s*(?:{DIARY_WORD}.*|{DIARY_NUMBER}\s*\)?)$")
REFERENCE = re.compile(rf"^(?:{BODY}\s*§{{1,2}}\s*\d{{1,4}}(?:/\d{{2,4}})?\s*[,;]?\s*)+$")
"""Where a matter was handled before, below its number: "Au § 84, Sn § 34"."""
TOC_TAIL = re.compile(r"(?:\.{3,}|…+|\t|\s{2,})\s*\d{1,3}\s*$")
GATHERING = re.compile(
    r"\b(?:rapporter|övriga\s+(?:frågor|ärenden)|skriftlig\s+information|inbjudningar|meddelanden|anmäl(?:ningar|ningsärenden|an)|delgivningar"
    r"|kurser|informationsärenden?|informationspunkter|kommande|aktuellt|nuläge)\b",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"\s*\{[#.][^{}\n]*\}\s*$")
""" "{#budget .unnumbered}", as copies with marks have behind headings."""
_ATTACHED = re.compile(r"\s*\([^()]*\bbilag\w+[^()]*\)\s*$", re.IGNORECASE)
""" "(utsänt som bilaga 1 med kallelsen)"."""
IN_FIELD = re.compile(r"^(?:ärende|rubrik|ämne|ärendemening)\s*:\s+(?=\S)", re.IGNORECASE)
_CLOCK_TAIL = re.compile(
    r"\s*\((?:\d{1,2}\s+[a-zåäö]{3,9}\.?\s+)?(?:kl\.?|klockan)\s*\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\)\s*$",
    re.IGNORECASE,
)
"""When the matter came up: "(kl 15:38)"."""
_REFERENCE_TAIL = re.compile(rf"(?:\s+{BODY}\s*§{{1,2}}\s*\d{{1,4}}(?:/\d{{2,4}})?\s*,?)+$")
_NEXT_MEETING = re.compile(
    r"(?P<title>(?:nästa|kommande)\s+\w*(?:möten?|sammanträden?))\s*[:,–-]?\s+(?:(?:är|blir|hålls|äger\s+rum|den|kl)\b|\d|(?:mån|tis|ons|tors|fre)dag)",
    re.IGNORECASE,
)


_DIGIT = re.compile(r"\d")
_TAIL = 12
_EMPTY_BRACKETS = re.compile(r"\(\s*(?:se\s+)?\)")
_FINAL_POINT = re.compile(r"(?<!m\.m)(?<!\bdyl)\.+$")
_BROKEN_WORD = re.compile(r"(?<=[a-zåäö])-\s*\n\s*(?=[a-zåäö])")
_BROKEN_COMPOUND = re.compile(r"(?<=[A-ZÅÄÖ])-\s*\n\s*(?=[a-zåäö])")


WHO_BEHIND_SLASH = re.compile(
    r"(?<=\w)[.?]\s?/\s?(?P<who>[A-ZÅÄÖ]{2,4}(?:(?:,\s?|\s?/\s?|\s?&\s?)[A-ZÅÄÖ]{2,4})*|[a-zåäö]{2,4})\s*$"
)
"""Whose a matter is, by initials behind its title: "Summering av sommaren./AE"."""


def parse_title(raw: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Title text as written -> (title, labels, attachments). Labels, attachments, diary numbers and page leaders come off.

    "Information/Dialog: SPAK – Delrapport (Bilaga 11)" -> ("SPAK – Delrapport", ("dialog", "information"), ("11",)). A report
    of what small letters name stays one: "Rapport: nya bryggor".
    """
    text = _ANCHOR.sub("", raw) if "{" in raw else raw
    text = squash(_rejoin(_DIARY_BESIDE.sub(" ", text)) if "\n" in text or "\t" in text else text)
    attachments = tuple(dict.fromkeys(find_attachments(text)))
    if "(" in text or attachments:
        text = squash(_EMPTY_BRACKETS.sub("", _ATTACHMENT.sub(" ", _ATTACHED.sub("", text))))
    text = TOC_TAIL.sub("", text).rstrip(" ,;") if text[-1:].isdigit() else text.rstrip(" ,;")
    text = IN_FIELD.sub("", text) if ":" in text else text
    labels: list[str] = []
    if match := LABEL_PREFIX.match(text):
        labels += _label_names(match["labels"])
        text = text if labels == ["rapport"] and text[match.end() : match.end() + 1].islower() else text[match.end() :]
    elif (may_end := _may_end_with_label(text)) and (match := _LABEL_SUFFIX.search(text)):
        labels += _label_names(match["a"] or match["b"] or match["c"] or match["d"])
        text = text[: match.start()]
    elif text.endswith(")") and (match := _LETTER_SUFFIX.search(text)) and not _OF_PERSON.search(text):
        labels += [_LETTERS[letter] for letter in match["letters"] if letter in _LETTERS]
        text = text[: match.start()]
    elif match := (may_end and _LABEL_BEHIND_COMMA.search(text)) or _LABEL_WITHOUT_SIGN.match(text):
        labels += _label_names(match["labels"])
    text = _CLOCK_TAIL.sub("", text) if text.endswith(")") else text
    text = _REFERENCE_TAIL.sub("", text) if "§" in text else text
    if text.endswith(")") and (person := find_person_behind(text)) is not None:
        text = text[:person]
    text = WHO_BEHIND_SLASH.sub("", text) if "/" in text else text
    if match := _NEXT_MEETING.match(text):
        text = match["title"]
    numbered = _DIGIT.search(text) or "nr" in text[-_TAIL:].lower()  # "Dnr KS", whose number stands in the next line
    without = _without_number_of_year(_DIARY_TAIL.sub("", text)) if numbered else text
    text = without if any(map(str.isalpha, without)) else text
    text = text.strip(" \t*_:–-") if not text.endswith(")") else text.strip(" \t*_:")
    text = (_FINAL_POINT.sub("", text) if text.endswith(".") else text).rstrip(" ,;")
    return text or squash(raw), tuple(sorted(set(labels))), attachments


def _may_end_with_label(title: str) -> bool:
    return title.rstrip(" .").casefold().endswith(_LABEL_ENDINGS)


def _without_number_of_year(title: str) -> str:
    """A title without the diary number behind it that has no word for it, or what a copy left of one: "Val av justerare 2019/", "Bojar
    2018/301"; the years of "Läsår 2018/19" and "Läsår 2018/2019" stay."""
    match = _OF_YEAR_TAIL.search(title) if "/" in title else None
    if match is None:
        return title
    following = f"{int(match['year']) + 1:02d}"
    return title if match["number"] in {following, f"20{following}"} else title[: match.start()]


_IN_BRACKETS = re.compile(r"\s*\((?P<who>[A-ZÅÄÖ][^()\d]{4,80})\)\s*$")
_BETWEEN_PEOPLE = re.compile(r"\s*(?:,|/|&|\boch\b|\bsamt\b)\s*")


def find_person_behind(title: str) -> int | None:
    """Where the brackets begin, at the end of a title, that hold who presents the matter: "Nya bryggor (Bo Lind, Anna Ek)"; None
    where they hold anything else, or the matter is that of a person."""
    match = _IN_BRACKETS.search(title)
    if match is None or match.start() < _SHORTEST or _OF_PERSON.search(title, 0, match.start()):
        return None
    who = match["who"]
    names = find_names(who)
    if not names or names[0].start > 0:
        return None
    borders = [(a.end, b.start) for a, b in pairwise(names)]
    whole = names[-1].end == len(who) or who[names[-1].end] == ","
    return match.start() if whole and all(_BETWEEN_PEOPLE.fullmatch(who, a, b) for a, b in borders) else None


_SHORTEST = 3


def find_attachments(text: str) -> list[str]:
    names: list[str] = []
    for match in _ATTACHMENT.finditer(text) if "bil" in text or "Bil" in text else ():
        for part in re.split(r"\s*(?:,|\boch\b)\s*", match["names"]):
            name = squash(part.replace("nr", ""))
            if name:
                names.append(name)
    return names


def find_label_below(text: str) -> tuple[str, ...]:
    """The labels that a line below a title holds and nothing else: "Beslutsärende"."""
    match = _LABEL_BELOW.fullmatch(text)
    return tuple(_label_names(match["labels"])) if match else ()


def _label_names(text: str) -> list[str]:
    return [LABELS[w] for w in re.findall(r"[a-zåäö]+", text.lower()) if w in LABELS]


def _rejoin(raw: str) -> str:
    """Words broken over lines come together: "utskriv-\\nning" -> "utskrivning", "(TN-\\nplatser" -> "(TN-platser"."""
    return _BROKEN_COMPOUND.sub("-", _BROKEN_WORD.sub("", raw)) if "\n" in raw else raw


CLOSES = re.compile(
    r"(?:(?:övriga?\s+)?(?:frågor|punkter|ärenden)?\s*övrigt|övriga\s+(?:frågor|punkter|ärenden)|laget\s+runt|runt\s+bordet"
    r"|(?:kommande|nästa|nya)\s+(?:\w*(?:möten?|mötestider|mötesdatum|sammanträden?|träffar?|mötestillfällen?)|datum)"
    r"|mötes(?:tider|datum|dagar)(?:\s+(?:20\d\d|\w+(?:\s+20\d\d)?))?|(?:mötets?\s+)?avslut(?:ning|ande|as)|avrundning)\s*:?",
    re.IGNORECASE,
)
""" "Övrigt", "Kommande möten", "Mötet avslutas": what minutes end with."""


def is_formal(title: str) -> bool:
    """Formalia make no topic: opening, agenda, adjusters, previous minutes, roll call, closing."""
    folded = fold(title)
    return bool(_FORMAL.match(folded)) or not folded


_FORMAL = re.compile(
    r"(?:(?:motets?|sammantradets?)\s+)?(?:oppn(?:as|ande|ades)|avslut(?:as|ning|ande|ades)?)\b.{0,25}$|(?:motet|sammantradet)\s+(?:oppnas|avslutas)"
    r"|(?:godkannande|faststallande|upprattande)\s+av\s+(?:dagordning|foredragningslista|arendelista|protokoll|minnesanteckning)"
    r"|(?:dagordning(?:en)?|foredragningslista(?:n)?|upprop|inledning|valkom\w*|presentation(?:srunda)?|narvaro\w*|utgaende|justering|justerare|justeringspersoner|protokolljusterare|avrundning)\b.{0,30}$"
    r"|val\s+av\s+(?:justera|justeringsperson|protokollsjuster|ordforande\s+for\s+motet|sekreterare|motesordforande)|(?:utseende|val)\s+av\s+juster"
    r"|protokolls?juster|(?:(?:genomgang|uppfoljning)\s+av\s+)?(?:foregaende|forra|tidigare)\s+(?:mote\w*\s+)?(?:minnesanteckn|motesanteckn|anteckn|protokoll|mote)"
    r"|minnesanteckningar\s+(?:fran\s+)?(?:foregaende|forra)|(?:dagordning|arendelista)\s|nasta\s+mote|kommande\s+mote\w*$|motestider|motets\s+avsl"
    r"|(?:ovriga|andra)\s+(?:fragor|arenden)$|ovrigt$|fragor$|rapporter\b.{0,45}$|skriftlig\s+information$|informationsarenden$|meddelanden$"
    r"|anmalningsarenden$|delgivningar$|rapportering\s+\w+$|aktuellt\s+(?:pa|fran)\s|rapport\s+fran\s+regional\s+niva|aterrapportering\s+fran\s+styr"
    r"|jav$|motets\s+(?:inledning|slut|borjan)$|anmalan\s+om\s+jav$|motets\s+behorighet"
)
