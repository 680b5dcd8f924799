"""Sentences that tell who was there: of municipalities ("Följande kommuner var inte representerade: …") and of people
("Samtliga ledamöter utom Anna Ek var närvarande", "Förhinder hade anmälts av Anna Ek")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names import fold, squash
from graph.record import Span, Status
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance.labels import find_labels
from ingest.attendance.model import Body, Context, Statement
from ingest.attendance.phrases import phrase_status, read_phrase
from ingest.people import find_names
from ingest.people.cutting import NameSpan
from ingest.people.words import is_first_name
from ingest.sentences import iter_sentences

_HINT_WORDS = (
    *(
        r"representera",
        r"representant\w*\s+(?:saknades|från)",
        r"saknade\s+represent\w",
        r"ing(?:en|a)\s+(?:represent\w|deltagare|från)",
    ),
    *(
        r"ut[oe]m",
        r"f[öo]rutom",
        r"med\s+undantag",
        r"frånv\w",
        r"förhinder",
        r"förhindra",
        r"deltog\s+(?:ej|inte|ingen)",
        r"saknades",
    ),
    r"saknas\s+(?:vid|på)\s+\w",
    *(
        r"ej\s+(?:närv\w|delt\w|möjlighet|med|kan|kunde)",
        r"inte\s+(?:närv\w|delta|kunna\s+delta|möjlighet|med|på\s+plats|kan|kunde)",
        r"återbud",
        *(rf"{denial}\s+(?:är|var)\s+närv\w" for denial in ("inte", "ej")),
        r"utebl\w",
        r"tacka(?:de|t)\s+nej",
    ),
    *(
        r"kom\s+(?:inte|ej)",
        r"avböj\w",
        r"sjuk",
        r"ledig",
        *(rf"{had}\s+(?:tyvärr\s+)?(?:inte|ej)" for had in ("kan", "kunde", "har", "hade")),
    ),
)
_ALL_OF = "kommuner"
_ALL_REST = rf"\s+(?:länets\s+|de\s+)?(?:\w+\s+)?{_ALL_OF}(?:na)?\s+(?:i\s+länet\s+)?(?:var|deltog|fanns|är)\b(?!\s+(?:inte|ej))"
_HINT = re.compile(by_first_letter([Choice(_HINT_WORDS, r"\b"), Choice(("samtliga", "alla"), r"\b", _ALL_REST)]))
"""For text in lower case."""
_NOT = r"(?:inte|ej|icke)"
_AT_MEETING = r"\s+(?:vid|på|i)\s+(?:dagens\s+)?(?:möte|sammanträde)(?:t|n|na)?\b"
_IN_OTHER = r"(?!\s+i\s+(?!(?:dagens\s+|detta\s+|hela\s+)?(?:möte|sammanträde|träff|diskussion)))"
"""Not "i projektet": what was not taken part in is the meeting."""
_SENT_NOBODY = (
    rf"(?:hade|har|fick|anmälde|meddelade|lämnade)\s+(?:förhinder|återbud)|tacka(?:de|t)\s+nej(?=\s*(?:\.|$)|{_AT_MEETING})"
)
_NOT_REPRESENTED = re.compile(
    rf"\b(?:{_NOT}\s+(?:\w+\s+)?representera[dt]\w*|representera(?:de)?s\s+{_NOT}|{_NOT}\s+(?:\w+\s+){{0,2}}närvarande|oreprese\w+|saknade\s+represent\w+|utan\s+represent\w+|represent\w+\s+saknades|saknades\s+represent\w+|{_NOT}\s+delt(?:og|ar|agit)\b{_IN_OTHER}|delt(?:og|ar)\s+{_NOT}{_IN_OTHER}|"
    rf"{_NOT}\s+med|frånvarande|förhindrade|saknades|saknas{_AT_MEETING}|deltog\s+ingen|uteblev|(?:kunde|kan|hade|har)\s+{_NOT}\s+(?:möjlighet\s+att\s+)?(?:delta|närvara|medverka)(?=\s*(?:\.|$)|{_AT_MEETING})|ing(?:en|a)\s+(?:från|representant|deltagare|representation)\w*|lämnat\s+återbud|(?:anmält|meddelat)\s+(?:förhinder|frånvaro)|{_SENT_NOBODY})\b",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(
    r"\b(?:var|är|fanns|finns)\s+(?:\w+\s+)?(?:representerade|närvarande|företrädda)|\bdeltog\b|\bvar\s+på\s+plats\b|\brepresenterade\b",
    re.IGNORECASE,
)
_MUNICIPALITY_WORD = re.compile(r"\bkommun(?:en|er|erna|ernas)?\b", re.IGNORECASE)
_ALL_BUT = re.compile(
    r"\b(?:samtliga|alla|hela\s+\w+)\b(?P<who>[^.:;]{0,60}?)\b(?:ut[oe]m|f[öo]rutom|med\s+undantag\s+(?:av|för)|så\s+när\s+som\s+på)\b",
    re.IGNORECASE,
)
_ALL_WERE = re.compile(
    r"\b(?:samtliga|alla)\b(?P<who>[^.:;]{0,60}?)(?:\bvar\b|\bdeltog\b|\bär\b|\bnärvarade\b)[^.]{0,40}?\b(?:ut[oe]m|f[öo]rutom|med\s+undantag\s+(?:av|för))\b",
    re.IGNORECASE,
)
_ALL = re.compile(rf"\b(?:samtliga|alla){_ALL_REST}", re.IGNORECASE)
_PERSON_ABSENT = re.compile(
    rf"\b(?:(?:har|hade|fick|anmälde|meddelade|lämnade)\s+(?:\w+\s+){{0,2}}?(?:förhinder|frånvaro|återbud|förfall)|förhinder\s+(?:har|hade|är)\s+(?:\w+\s+)?anmälts?|var\s+(?:frånvarande|förhindra\w+)|(?:var|är)\s+{_NOT}\s+(?:närvarande|med(?!\s+\w)|på\s+plats)|deltog\s+{_NOT}|(?:kunde|kan)\s+{_NOT}\s+(?:delta|närvara|medverka|komma)|meddela(?:t|de)\s+att\s+(?:han|hon|hen|de)\s+{_NOT}\s+(?:kan|kunde)\s+(?:delta|närvara|medverka|komma)|kom\s+{_NOT}\s+till\s+(?:mötet|sammanträdet)|frånvarande\s+(?:\w+\s+)?(?:var|är)|(?:förhinder|frånvaro)\s+(?:har|hade)?\s*anmäl\w+\s+(?:av|från))",
    re.IGNORECASE,
)
_PART_ONLY = re.compile(
    r"\b(?:§|paragraf(?:en)?|punkt(?:en)?|ärende(?:ts?|n)?|(?:under|vid|i|från)\s+(?:\w+\s+)?(?:behandling\w*|beslut\w*|överläggning\w*|omröstning\w*|votering\w*|handläggning\w*)|handläggningen|jäv\w*|denna\s+punkt|del\s+av)\b|§",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Absentee:
    """A person named in a sentence as absent; `span` the name, `sentence` the words around it."""

    start: int
    end: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Prose:
    statements: tuple[Statement, ...] = ()
    absentees: tuple[Absentee, ...] = ()
    spans: tuple[Span, ...] = ()
    all_present: bool = False
    """A sentence says that all but those named were there."""


def find_prose(context: Context, spans: Sequence[Span], first_item: int = 0, closing: int | None = None) -> Prose:
    """What the sentences in these spans of the document (its head, its first items) tell, and those from `closing` on, where it may end with
    apologies. `first_item` is where the head ends: behind it somebody may be ill or on leave without a word on this meeting."""
    statements: list[Statement] = []
    absentees: list[Absentee] = []
    consumed: list[Span] = []
    all_present = False
    for start, end in spans:
        if not _HINT.search(context.lowered, start, end):
            continue
        for sentence in _sentences(context, start, end):
            found = _municipalities(context, sentence)
            if found is not None:
                statements.extend(found)
                consumed.append(sentence)
                continue
            people, everyone, sentence = _people(context, sentence)
            if len(people) > 1 and sentence[0] < first_item and _is_of_last(context.text, people, sentence):
                continue
            if (
                people
                and sentence[0] >= first_item > 0
                and _ON_LEAVE.search(context.text, *sentence)
                and not _TODAY.search(context.text, *sentence)
            ):
                continue
            if people or everyone:
                absentees.extend(people)
                consumed.append(sentence)
                all_present = all_present or everyone
    for sentence in _apologies(context, closing) if closing is not None else ():
        found = _municipalities(context, sentence)
        people, _, sentence = _people(context, sentence) if found is None else ([], False, sentence)
        if found or people:
            statements.extend(found or ())
            absentees.extend(people)
            consumed.append(sentence)
    return Prose(tuple(statements), tuple(absentees), tuple(consumed), all_present)


def _apologies(context: Context, start: int) -> Iterator[Span]:
    """The sentences of the paragraphs from `start` on that begin with absence ("Förhinder hade anmälts av Anna Ek.", "Orsa var inte
    representerat.")."""
    text = context.text
    if not _HINT.search(context.lowered, start, len(text)):
        return
    told: Span | None = None
    for sentence in iter_sentences(text, start, len(text)):
        if sentence[0] == start:
            continue  # it may have begun before
        opens = text[sentence[0] - 2 : sentence[0]] == "\n\n" and _begins_apologies(text, sentence)
        if opens or (told is not None and "\n\n" not in text[told[1] : sentence[0]]):
            yield sentence
            told = sentence
        else:
            told = None


def _begins_apologies(text: str, sentence: Span) -> bool:
    if _APOLOGY.match(text, *sentence) or _TOWN_AWAY.match(text, *sentence):
        return True
    return _HAS_SENT.search(text, *sentence) is not None and _SENT_BY.match(text, *sentence) is not None


_APOLOGY = re.compile(
    r"(?:Förhinder|Återbud|Frånvaro|Frånvarande|Förfall|Ej närvarande|Inte närvarande|Ej deltagande)\s+(?:till\s+\w+\s+)?(?:att\s+delta\s+)?(?:har|hade|var|är|anmäl\w+|lämna\w+|meddela\w+)\b"
    r"|(?:Det\s+)?(?:[Nn]oteras|[Aa]ntecknas)\s+(?:(?:till|i)\s+protokollet\s+)?att\s[^.:]{5,200}?\banmält\s+(?:förhinder|återbud|frånvaro|förfall)\b"
)
_SENT = r"\b(?:har|hade)\s+(?:anmält|lämnat|meddelat)\s+"
_HAS_SENT = re.compile(_SENT)
_SENT_BY = re.compile(
    rf"[^.:\n]{{5,120}}\n?[^.:\n]{{0,120}}{_SENT}(?:förhinder|återbud|frånvaro|förfall|att\s+(?:de|han|hon|hen)\s+(?:inte|ej)\s+k(?:an|unde))\b"
)
""" "Anna Ek och Bo Alm hade anmält förhinder": looked for only where somebody has sent word, since it may begin anywhere in two lines."""
_TOWN_AWAY = re.compile(r"[A-ZÅÄÖ][^.:\n]{2,80}\s(?:var|är)\s+(?:inte|ej|icke)\s+representera[dt]\w*")
_ON_LEAVE = re.compile(r"\b(?:sjukskriv|sjukledig|tjänstledig|föräldraledig|ledig|semester)", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:i\s?dag|dagens|mötet|sammanträdet|förhinder|återbud|frånva|anmäl)", re.IGNORECASE)


def _sentences(context: Context, start: int, end: int) -> Iterator[Span]:
    """Sentences that hold one of the words in question."""
    text = context.text
    for span in iter_sentences(text, start, end):
        spans = [span]
        if text.find("§", *span) >= 0 and (heading := _HEADING_BELOW.search(text, *span)) is not None:
            spans = [(span[0], heading.start() + 1), (heading.end(), span[1])]
        for span in spans:
            hinted = _HINT.search(context.lowered, *span) is not None
            if not hinted and context.lowered.find(_ALL_OF, *span) < 0:
                continue  # a line of it alone tells nothing either, but where the next one takes back what it begins
            alone = _of_towns_alone(context, span) if "\n" in text[slice(*span)] else []
            for part in alone or [span]:
                if part[1] - part[0] < 1_500 and (hinted if part is span else _HINT.search(context.lowered, *part)):
                    yield part


def _of_towns_alone(context: Context, span: Span) -> list[Span]:
    """The lines of a sentence that tell of municipalities nobody came from ("Orsa saknades."), in or below a list without full stops."""
    text = context.text
    alone: list[Span] = []
    for line in _LINE.finditer(text, *span):
        words = line.group()
        if ":" in words or not _NOT_REPRESENTED.search(words) or _GOES_ON.search(text, span[0], line.start()):
            continue
        if _towns(context, line.span()) and not find_names(text, *line.span()):
            alone.append(line.span())
    return alone


_LINE = re.compile(r"(?:(?<=\n)|(?<=\.[ ]))[A-ZÅÄÖ][^\n]*\S")
_GOES_ON = re.compile(r"(?:[,:-]|\b(?:och|samt|att|som|av|från|till|för|i|på))\s*\Z")


def _municipalities(context: Context, sentence: Span) -> list[Statement] | None:
    """What a sentence says of municipalities; None when it says nothing of any. Which it names is looked for only where its other words
    may speak of them: most tell of people."""
    text = context.text
    words = text[sentence[0] : sentence[1]]
    if all_words := _ALL.search(words):
        county = sorted(context.county)
        negated = re.search(r"\b(?:inte|ej)\b", words[all_words.end() : all_words.end() + 10])
        said = county and not negated and re.search(r"representera|närvarande|deltog", words, re.IGNORECASE)
        if said and not _towns(context, sentence):
            return [Statement(name, Status.PRESENT, sentence, squash(words)) for name in county]
    if (
        (but := _ALL_WERE.search(words) or _ALL_BUT.search(words))
        and re.search(r"kommun(?:en|er|erna|ernas)?\b", words[: but.end()], re.IGNORECASE)
        and re.search(r"represent|närvar|deltog|deltag|på plats", words, re.IGNORECASE)
        and (bodies := _towns(context, sentence))
    ):
        stop = _before_list(text, sentence[0] + but.end(), sentence[1])
        away = {body.name for body in bodies if sentence[0] + but.end() <= body.span[0] < stop}
        if not away:
            return None
        wording = squash(words)
        absent = [Statement(b.name, Status.ABSENT, b.span, wording) for b in bodies if b.name in away and b.span[0] < stop]
        here = [Statement(name, Status.PRESENT, sentence, wording) for name in sorted(context.county - away)]
        return absent + here if away <= context.county or not context.county else absent
    if _PART_ONLY.search(words):
        return None
    if _NOT_REPRESENTED.search(words):
        if find_names(text, *sentence) or not (bodies := _towns(context, sentence)):
            return None
        subject = (
            _MUNICIPALITY_WORD.search(words)
            or re.search(r"represent", words, re.IGNORECASE)
            or (bodies[0].span[0] == sentence[0] and len(words.split()) <= 2 * len(bodies) + 5)
            or re.match(r"(?:från|frånvarande|ej|inte|ingen|saknades)\b", words, re.IGNORECASE)
            or re.search(rf"\bsaknas{_AT_MEETING}", words, re.IGNORECASE)
        )
        return [Statement(body.name, Status.ABSENT, body.span, squash(words)) for body in bodies] if subject else None
    if re.match(r"(?:följande\s+kommuner|kommuner(?:na)?\s+som)\b", words, re.IGNORECASE) and _REPRESENTED.search(words):
        return [Statement(body.name, Status.PRESENT, body.span, squash(words)) for body in _towns(context, sentence)] or None
    return None


def _towns(context: Context, span: Span) -> list[Body]:
    return [body for body in context.bodies(*span) if body.municipality]


def _people(context: Context, sentence: Span) -> tuple[list[Absentee], bool, Span]:
    """Whom a sentence calls absent, whether it says that all others came, and the sentence without a list run into it."""
    text = context.text
    words = text[sentence[0] : sentence[1]]
    but = _ALL_WERE.search(words) or _ALL_BUT.search(words)
    if but and re.search(r"närvar|deltog|på\s+plats|var\s+med|infann|\bbeslutande\b", words, re.IGNORECASE):
        sentence = (sentence[0], _before_list(text, sentence[0] + but.end(), sentence[1]))
        names = find_names(text, sentence[0] + but.end(), sentence[1], known_only=False)
        if not names and (called := _BY_FIRST_NAME.match(text, sentence[0] + but.end(), sentence[1])):
            names = [NameSpan(m.start(), m.end(), True) for m in _CAPITALISED.finditer(text, *called.span("who"))]
            names = [name for name in names if is_first_name(text[name.start : name.end])]
        before = find_names(text, sentence[0], sentence[0] + but.start())
        begin = before[-1].end if before else sentence[0] + but.start()
        if before and (party := _PARTY_BEHIND.match(text, begin)):
            begin = party.end()
        sentence = (begin, sentence[1])
        return [Absentee(n.start, n.end, sentence) for n in names], True, sentence
    if following := _FOLLOWING.search(words):
        cut = _own_line(words, following.start())
        following, words, sentence = _FOLLOWING.search(words, cut), words[cut:], (sentence[0] + cut, sentence[1])
        assert following is not None
        names = find_names(text, sentence[0] - cut + following.end(), sentence[1])
        told_of = read_phrase(fold(following["told"]).split())
        if names and told_of is not None and told_of.status is Status.ABSENT and not _PART_ONLY.search(words):
            return [Absentee(n.start, n.end, sentence) for n in names], False, sentence
    match = _PERSON_ABSENT.search(words) or _noted(words)
    if match is not None and (cut := _own_line(words, match.start())):
        sentence = (sentence[0] + cut, sentence[1])
        words = words[cut:]
        match = _PERSON_ABSENT.search(words) or _noted(words)
    if match is None:
        told = _told(text, sentence)
        return told, False, told[0].sentence if told else sentence
    if _PART_ONLY.search(words) or "\n\n" in words[: match.start()]:
        return [], False, sentence
    if re.match(r"[^\n:]{0,40}:", words) or (
        match.start() == 0
        and not match.group().endswith((" var", " är"))
        and not re.match(r"\s+(?:av|från)\b", words[match.end() :])
    ):
        if match.start() == 0 and (told := _told(text, sentence)):
            return told, False, told[0].sentence
        return [], False, sentence  # "Förhinder: Anna Ek" is a list, and so is "Anmält förhinder" with names under it
    other = _OTHER_CLAUSE.search(words, match.end())
    upto = sentence[0] + other.start() if other else sentence[1]
    names = _replaced(text, sentence, find_names(text, sentence[0], upto))
    if not names or len(names) > 12 or not _is_subject(context, sentence, names, match.span()):
        return [], False, sentence
    return [Absentee(n.start, n.end, sentence) for n in names], False, sentence


def _is_of_last(text: str, people: Sequence[Absentee], sentence: Span) -> bool:
    """Whether a line of a list names people with commas alone and a word of absence behind the last, of whom alone it tells: "Anna Ek, Bo Alm
    frånvarande"."""
    if text[sentence[0] : sentence[1]].rstrip().endswith(".") or _AND.search(text, people[0].end, people[-1].start):
        return False
    return _WORD_BEHIND.fullmatch(text, people[-1].end, sentence[1]) is not None


_AND = re.compile(r"\b(?:och|samt)\b|&")
_WORD_BEHIND = re.compile(r"[ ]?(?:\([^()\n]{1,30}\))?[ ]*[–-]?[ ]*[^\W\d_]+[ ]*")


def _before_list(text: str, start: int, end: int) -> int:
    """Where the words "all but …" end: before a line with a label, or the heading of an item, that stands below them."""
    for line in _LINE_BELOW.finditer(text, start, end):
        if (
            line["matter"]
            or line["label"]
            or any(label.strong for label in find_labels(text, line.start("words"), line.end("words")))
        ):
            return line.start()
    return end


def _noted(words: str) -> re.Match[str] | None:
    """ "Det noteras att Anna Ek anmält förhinder": behind "att" the verb may lack its "har"."""
    return _NOTED.search(words, told.end()) if (told := _THAT.search(words)) else None


_THAT = re.compile(
    r"\b(?:noter\w+|anteckn\w+|konstater\w+|meddela\w+|anmäl\w+)\s+(?:(?:till|i)\s+protokollet\s+)?att\b", re.IGNORECASE
)
_NOTED = re.compile(r"\b(?:anmält|meddelat|lämnat)\s+(?:\w+\s+)?(?:förhinder|frånvaro|återbud)\b", re.IGNORECASE)


def _own_line(words: str, verb: int) -> int:
    """Where the line begins that a sentence is, when a list stands above it; 0 when it is a sentence over several lines."""
    at = words.rfind("\n", 0, verb) + 1
    above = words[: max(0, at - 1)]
    goes_on = re.search(r"(?:[,-]|\b(?:och|samt|att|som|av|från|till|för|i|på))\s*$", above) or not words[at : at + 1].isupper()
    if not goes_on and _FIRST_NAME_ENDS.search(above) and any(name.start < at < name.end for name in find_names(words)):
        return 0  # "… Dan" / "Ek hade förhinder"
    return 0 if goes_on else at


_FIRST_NAME_ENDS = re.compile(r"(?:^|\.[ ])[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?[ ]*\Z")
""" "… Mora. Anna", where a sentence begins at a line's end."""


def _told(text: str, sentence: Span) -> list[Absentee]:
    """Those of whom a whole sentence says, in words that labels of the absent are made of too, that they were not there: "Anna Ek och
    Bo Alm har tyvärr inte möjlighet att delta", "Återbud har lämnats av Anna Ek"."""
    sentence = (sentence[0] + _own_line(text[sentence[0] : sentence[1]], sentence[1] - sentence[0]), sentence[1])
    if sentence[1] - sentence[0] > _LONGEST_TOLD or _PART_ONLY.search(text, *sentence):
        return []
    names = find_names(text, *sentence)
    if not names or len(names) > 12:
        return []
    if any(not _BESIDE.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(names)):
        return []
    before = fold(text[sentence[0] : names[0].start]).split()
    behind = _ASIDE.sub("", text[names[-1].end : sentence[1]], count=1)
    after = fold(behind).split()
    if any(char in text[sentence[0] : names[0].start] for char in ":\n") or ":" in behind:
        return []
    if len(names) > 1 and behind.strip(" .") and not _VERB_BEHIND.match(behind):
        return []  # "Anna Ek (S), Bo Alm (M) (ej närvarande)": said of the last
    told = after if not before else before if not after else []
    return [Absentee(n.start, n.end, sentence) for n in names] if told and phrase_status(told) is Status.ABSENT else []


_LONGEST_TOLD = 300
_VERB_BEHIND = re.compile(
    r"\s*(?:har|hade|var|är|fick|kan|kunde|deltog|deltar|närvarade|kom|saknas|saknades|uteblev|anmälde|meddelade|lämnade|avböjde|avbokade|medverkade|infann)\b",
    re.IGNORECASE,
)
""" "… har", "… hade", "… kunde", "… saknas", "… deltog": what is told of all those before."""


def _replaced(text: str, sentence: Span, names: list[NameSpan]) -> list[NameSpan]:
    """Of those named in a sentence on absence, the ones who did not come: those before "ersätts av", behind "ersätter"."""
    by = _STOOD_IN_BY.search(text, *sentence)
    if by is not None:
        more = _BY_MORE.search(text, by.end(), sentence[1])
        resumed = more.end() if more else sentence[1]
        return [name for name in names if name.end <= by.start() or name.start >= resumed]
    instead = _STANDS_IN.search(text, *sentence)
    return names if instead is None else [name for name in names if name.start >= instead.end()]


_STOOD_IN_BY = re.compile(r"\b(?:ersätts|ersattes|ersatt)\s+av\b|\bi\s+(?:hans|hennes|deras|dennes)\s+ställe\b", re.IGNORECASE)
_BY_MORE = re.compile(r",?\s+(?:samt|och)\s+av\b")
""" "anmälts av Anna Ek, som ersattes av Bo Alm, samt av Eva Berg": the list of the absent goes on."""
_STANDS_IN = re.compile(
    r"\b(?:ersätter|ersatte|i\s?stället\s+för|istället\s+för|(?:tjänstgör|tjänstgjorde|inträder|inträdde|går\s+in|gick\s+in)\s+för)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:konstatera\w*|antecknas?|noteras?|framgår|meddelar|meddelas|anmäler|anmäls)\s+(?:att\s+|det\s+att\s+)?(?P<told>följande\s[^:.]{5,110}):\s",
    re.IGNORECASE,
)
""" "Efter upprop konstateras att följande ledamöter är frånvarande: Anna Ek, Bo Alm." """
_CAPITALISED = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?")
_BY_FIRST_NAME = re.compile(
    rf"\s+(?P<who>{_CAPITALISED.pattern}(?:(?:, |,? och ){_CAPITALISED.pattern})*)[ ]*(?:[.\n,]|$|som\b|var\b)"
)
""" "Alla utom Anna och Bo", where a list gives their surnames."""
_NEW_LINE = re.compile(r"(?<!,)(?<!\boch)(?<!\bsamt)[ ]*\n[ \t]*[•·*–-]?[ ]*$")
"""A name begins the line, and the line before does not go on: a list with one a line."""
_HEADING_BELOW = re.compile(r"(?:\.[ ]*\n|[^\n][ ]*\n(?=[ ]*\n))\s*(?:[A-Za-z]{1,4}[ ])?§[ ]?\d{1,4}")
_LINE_BELOW = re.compile(
    r"\n[ \t]*(?P<words>(?P<matter>(?:[A-Za-z]{1,4}[ ])?§[ ]?\d)|(?P<label>[A-ZÅÄÖ][^\n:]{2,40}:)|[A-ZÅÄÖ][^\n]*)"
)
_ASIDE = re.compile(r"^(?:\s*\([^()\n]{1,40}\)|\s*,[^,\n]{1,60},)")
_BESIDE = re.compile(r"(?:\s*\([^()\n]{1,40}\))?\s*(?:,|\b(?:och|samt)\b|&)\s*(?:(?:och|samt)\s+)?")
_PARTY_BEHIND = re.compile(r"[ ]*(?:\([A-Za-zÅÄÖåäö]{1,5}\)|[A-ZÅÄÖ]{1,2}|(?:s|m|sd|c|v|kd|l|mp|fp))(?=[ ]+[A-ZÅÄÖ])")
"""The party of the last in a list that a sentence runs into."""


def _is_subject(context: Context, sentence: Span, names: Sequence[NameSpan], verb: Span) -> bool:
    """Whether the sentence is about those named and nothing else: few words besides the names, whom they stand for, the verb and joining
    words."""
    text = context.text
    rest = text[sentence[0] : sentence[1]]
    if rest[: verb[0]].rstrip().endswith("(") or any(
        (between := text[a.end : b.start]).count("\n")
        and (not re.search(r"[,;]|\b(?:och|samt)\b", between) or _NEW_LINE.search(between))
        for a, b in itertools.pairwise(names)
    ):
        return False  # a list, one name a line, with words beside one of them
    for begin, end in [*((name.start, name.end) for name in names), *(body.span for body in context.bodies(*sentence))]:
        a, b = begin - sentence[0], end - sentence[0]
        rest = rest[:a] + " " * (b - a) + rest[b:]
    clause = _OTHER_CLAUSE.search(rest, verb[1])
    rest = rest[: verb[0]] + " " * (verb[1] - verb[0]) + rest[verb[1] : clause.start() if clause else None]
    # Commas with a bare list of names, one a line, are no sentence.
    other = [w for w in re.findall(r"[^\W\d_]+", rest) if len(w) > 2 and w.casefold() not in _IDLE]
    return len(other) <= 6 and "\t" not in rest


_OTHER_CLAUSE = re.compile(r",?\s+(?:men|och\s+att)\s+")
""" "Anna Ek hade förhinder men hade skickat sina synpunkter", "… och att Bo Alm inträder": what is not said of those away."""
_IDLE = frozenset(
    {
        "och",
        "samt",
        "från",
        "för",
        "till",
        "mötet",
        "dagens",
        "sammanträdet",
        "möte",
        "av",
        "vid",
        "även",
        "kommun",
        "har",
        "hade",
        "var",
    }
)
