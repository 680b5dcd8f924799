"""How running text sends an issue on: recommendations, assignments, petitions, referrals, report-backs, and who raised it.

Each pattern is a verb with the body it is addressed to; a sentence without a body that can be named gives nothing, except a
promised report-back, which goes to the forum itself. What has already happened ("behandlades", "återrapporterade") sends
nothing on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum, auto

from graph.lexicon import BodyKind
from graph.names import fold, squash
from graph.record import Decision, DecisionKind, Movement, MovementType, Span
from ingest.alternatives import Choice, by_first_letter
from ingest.attendance.words import has_title
from ingest.bodies import MUNICIPALITIES, Context, Named, is_same_forum, without_slip
from ingest.dates import find_dates
from ingest.movements.addressees import DELIBERATES
from ingest.movements.asking import find_asked_bodies
from ingest.movements.clauses import clause_start
from ingest.movements.guards import is_idle, is_opinion
from ingest.movements.raising import find_raised
from ingest.movements.recommending import find_entreated, find_recommended
from ingest.movements.reporting import find_reported
from ingest.movements.sending import find_next, find_sent, find_taken_up, is_letter, is_rule
from ingest.movements.sentence import Sentence
from ingest.people import find_names
from ingest.presenters.persons import NOBODY, People
from ingest.sentences import iter_sentences
from ingest.tasks import does_task, doing_words, find_asked, find_task
from ingest.verbs import has_finite

_MATTER_ALONG = (
    r"(?:frågan|frågorna|ärendet|saken|synpunkten|synpunkterna|önskemålet|önskemålen|kritiken|förslaget|detta|det|den)\s+"
    r"(?:[^.,]{0,40}?\s)?(?:med\s+sig\s+|vidare\s+)?(?=till)"
)
_CARRIED_ON = r"(?:det|detta|frågan|frågorna|saken|synpunkten|synpunkterna|önskemålet|önskemålen|kritiken|förslaget)\s+(?:vidare\s+)?(?=till)"
_REFERRING = (
    *(r"hänför(?:s|as)", r"hänskjut(?:s|as|a|er)", r"lyft(?:s|as)(?:\s+vidare)?"),
    *(r"lyft(?:a|er)\s+(?:ärendet|frågan|saken|punkten)(?:\s+vidare)?", r"tas?\s+(?:\w+\s+)?upp", r"tas\s+med(?=\s+till)"),
    *(r"behandla(?:s)", r"hantera(?:s)", r"bered(?:s|as)", r"överlämna(?:s|r)?"),
    *(r"återremitter(?:as|ar|a)", r"remitter(?:as|ar|a)", r"sän(?:da|der|ds|des)(?:\s+(?:vidare|ut|över))?"),
    rf"t(?:ar|a|og|as|ogs)\s+(?:med\s+sig\s+)?{_MATTER_ALONG}",
    *(rf"framför(?:a|s|as)?\s+{_CARRIED_ON}", rf"för(?:a|s|as)?\s+{_CARRIED_ON}", r"skick(?:as|ar|a)(?:\s+vidare|\s+ut)?"),
    *(r"gå(?:r)?\s+vidare(?!\s+med)", r"lämna(?:s|r|des)\s+(?:vidare|över)", r"redovisas", r"presenteras", r"beslutas"),
    *(
        r"fastställas?",
        r"avgör(?:s|as)",
        r"föredras",
        r"aktualiseras",
        r"översänd(?:s|as|a|er)",
        r"förs\s+vidare",
        r"föras\s+vidare",
    ),
    *(r"anmäl(?:s|as)", r"återkommer\s+(?=till|på|vid)"),
)
_REFER = re.compile(by_first_letter([Choice(_REFERRING, r"\b", r"\b")]))
_STRONG_REFER = re.compile(
    r"^(?:lämn|hänf|hänsk|lyft|överl|(?:åter)?remit|skick|sän|gå|beslut|förs?\b|föra|framför|översänd|tar?\b|tog|tas)",
    re.IGNORECASE,
)
_HANDED_OVER = re.compile(r"^(?:hänsk|överl|(?:åter)?remit|lyft|ta[rs]?\b|togs?\b|framför|för(?:s|a)?\s)", re.IGNORECASE)
"""What hands the matter over to whoever is named, be it an office; what is sent may be a copy."""
_PREPOSITION = re.compile(
    r"\b(?P<prep>till|vid|på|i|av|hos|för)\s+(?:(?:respektive|nästa|nästkommande|kommande|det|den|de|dess|ett|möte(?:t)?|sammanträde(?:t)?|part|vidare|en)[\s,]+|(?:med|i|hos|för)\s+|det\s+vill\s+säga\s+|(?:alla|samtliga)\s+|[\wåäö-]{4,}s\s+|\w+\s+av\s+)*$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:återrapporter(?:as|a|ing(?:en|ar)?)|återrapport(?:en)?\b|återkoppl(?:as|ar|a|ing(?:en|ar)?)|återredovis(?:as|a|ning)|rapporteras\s+tillbaka|kommer\s+(?:åter|tillbaka)\s+till|redovisas\s+(?:vid|på)\s+(?:ett\s+)?(?:nästa|nästkommande|kommande)"
    r"|återkomma?(?:\s+(?:i\s+(?:frågan|ärendet)|med|till|senast))|återkommer\s+(?:i\s+(?:frågan|ärendet)|med|till|senast)|(?:uppföljning(?:en)?|redovisning(?:en)?|rapport(?:en)?)\s+(?:sker|ska\s+ske|görs|ges)\s+(?:vid|på|i)|(?:slut|års|del|läges)?rapporten\s+(?:ska\s+)?lämnas?\s+till\b|ska(?:ll)?\s+(?:[^.,]{0,30}?\s)?redovisa\s+[^.,]{3,40}?\sför(?=\s)|(?:vill\s+ha|önskar)\s+(?:en\s+)?(?:ny\s+)?(?:rapport|redovisning|uppföljning)\b|(?:svarar|besvaras)\s+(?:vid|på)\s+(?:ett\s+)?(?:nästa|kommande)\s+(?:möte|sammanträde))",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:ska|skall|kommer|återkommer\b[^.]{0,60}?\b(?:vid|på)\s+(?:(?!dagens\b)[\wåäö-]+\s+){0,2}?(?:sammanträde|möte)\w*|svarar|uppdra\w*|planera\w*|bör|behov\w*|behöver|utlova\w*|lova(?:r|de)|nästa|nästkommande|kommande|senast|önska\w*|efterfråga\w*|avser|sker|ske|besvaras|vill\s+ha|görs|göras|lämnas|ges)\b"
    r"|(?:rapporteras|kopplas|redovisas)\b|\b(?:mötet|sammanträdet|möte|sammanträde)\s+i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|höst|vår)",
    re.IGNORECASE,
)
_RECOMMEND = (
    re.compile(
        r"\b(?:lämna\w*|ge\w*|gav|rikta\w*)\b[^.]{0,40}?\b(?:en\s+)?rekommendation\w*\s+till\s+(?P<to>[^.]{2,120})", re.IGNORECASE
    ),
    re.compile(r"\brekommender(?:ar|ade|ades|as|a|at|ats)\s+(?P<to>[^.]{2,100}?)\s+att\b", re.IGNORECASE),
)


class _Place(Enum):
    """Where the body that is assigned stands: in the pattern's own place, right before it, or anywhere before it."""

    WITHIN = auto()
    JUST_BEFORE = auto()
    BEFORE = auto()


_HAS_ASSIGNMENT = r"(?:får|fick|få|fått|ges|gavs|har\s+haft|haft)\s+(?:även\s+|också\s+|därmed\s+|nu\s+|ett\s+)?(?:i\s+)?(?:uppdrag(?:et)?|uppgift(?:en)?)\s+(?=att\b)"
_GIVEN_TO = r"(?:lämna(?:s|des|ts)|ges|gavs|går|gick|tilldela(?:s|des))\s+till"
_ASKING = frozenset({"ber", "bad"})
_GIVEN_STEMS = ("lämna", "ges till", "gavs till", "går till", "gick till", "tilldela")
_ASSIGN = (
    (
        re.compile(r"\b(?:ge|ger|gav|gett|givit)\s+(?P<to>[^.,]{2,80}?)\s+i\s+(?:uppdrag|uppgift)\b"),
        _Place.WITHIN,
        ("uppdrag", "uppgift"),
    ),
    (re.compile(rf"\buppdrag(?:et)?\s+att\s+[^.]{{3,140}}?\s+{_GIVEN_TO}\s+(?P<to>[^.]{{2,80}})"), _Place.WITHIN, _GIVEN_STEMS),
    (re.compile(r"\buppdr(?:a|ar|as|ags|og|ogs)\s+(?:åt|till)\s+(?P<to>[^.]{2,80}?)\s+(?=att\b)"), _Place.WITHIN, ("uppdr",)),
    (re.compile(rf"\buppdrag(?:et)?\s+{_GIVEN_TO}\s+(?P<to>[^.,]{{2,80}}?)\s+(?=att\b)"), _Place.WITHIN, _GIVEN_STEMS),
    (
        re.compile(r"(?P<to>[^.]{2,120}?)\s+(?:uppdras|uppdrogs|uppdrages)\s+(?=att\b)"),
        _Place.JUST_BEFORE,
        ("uppdras", "uppdrogs", "uppdrages"),
    ),
    (re.compile(rf"(?P<to>[^.]{{2,120}}?)\s+{_HAS_ASSIGNMENT}"), _Place.JUST_BEFORE, ("få", "fick", "ges", "gavs", "haf")),
    (
        re.compile(r"(?P<to>[^.]{2,260}?)\s+med\s+(?:i\s+)?uppdrag(?:et)?\s+(?=att\b)"),
        _Place.BEFORE,
        ("uppdrag",),
    ),
)
_CORES = {
    _Place.JUST_BEFORE: re.compile(rf"\b(?:uppdras|uppdrogs|uppdrages|{_HAS_ASSIGNMENT})"),
    _Place.BEFORE: re.compile(r"\bmed\s+(?:i\s+)?uppdrag"),
}
"""What a sentence must hold where a pattern begins with whatever stands before it."""
_NAME_ALONE = re.compile(
    r"(?:(?:att|Även|Också|även|också)\s+)?(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s+(?:i|för|och|på|vid)\s+[A-ZÅÄÖ][\wåäö-]+|\s+[A-ZÅÄÖ][\wåäö-]+){0,4})"
)
"""The name of a body that no word for bodies stands in: "FoU i Norrland", "AU"."""
_DECIDED = re.compile(r"\b(?:beslutade|beslöt|beslutat|fått|gav|gett|givit|fick)\b")
_ASSIGNMENT = re.compile(r"upp(?:dr|gift)")
_PARAGRAPH = re.compile(r"§\s*\d|\d\s*§|\b(?:beslutade|beslöt|beslutat)\s+(?:den\s+)?\d{1,2}\s")
_DEFINITE = re.compile(r"(?:[a-zåäö]+(?:ska|ande)\s+)?[a-zåäöA-ZÅÄÖ][a-zåäö]{3,}(?:en|et|na)")
""" "processledarna", "rektorn": whoever bears that title."""
_ASSIGNED_TO = re.compile(r"\buppdrag(?:et)?\s+att\s*$", re.IGNORECASE)
_REPORTING = re.compile(r"\b(?:redovisa|rapportera)\b")
_LATER = re.compile(r"\b(?:nästa|nästkommande|kommande|möte|sammanträde)\b", re.IGNORECASE)
_INSTRUCTED = re.compile(
    r"\b(?:anvisning\w*|direktiv|uppdrag)\s+om\s+att\s+(?:både\s+)?(?P<to>[^.]{2,60}?)\s+(?:ska|skall)\b", re.IGNORECASE
)
_PROPOSAL_OF = re.compile(
    r"^\W*(?P<from>[\wåäö]*(?:grupp|utskott|presidi|nätverk|råd)\w*s)\s+förslag\s+är\s+att\b", re.IGNORECASE
)
_ENDORSED = re.compile(
    r"\bställ(?:er|de|t)\s+sig\s+bakom\s+(?P<from>[\wåäö]*(?:grupp|utskott|presidi|nämnd|styrelse|nätverk|råd)\w*s)\s+förslag\s+(?:om\s+)?att\b",
    re.IGNORECASE,
)
""" "Rådet ställer sig bakom styrgruppens förslag om att …": the group has proposed it to the council."""
_WITHIN_BODY = re.compile(
    r"(?P<part>[\wåäö]*(?:grupp?en|grupp|utskottet|utskott|presidiet|presidium|kansliet))\s+(?:för|i|inom|till|vid|hos)\s+$",
    re.IGNORECASE,
)
""" "Styrgruppen för" before the name of a body."""
_PETITION = re.compile(
    r"\b(?:tillskriv(?:er|a|s|it)|skriv(?:er|a)\s+till)\s+(?P<to>[^.]{2,100}?)(?=\s+(?:att|om|med|angående|gällande|för)\b|[.,])",
    re.IGNORECASE,
)
_RAISE = re.compile(
    r"\b(?:ställ(?:de|er|t)\s+(?:en\s+|följande\s+)?fråg(?!or\s+(?:om|kring|till)\b)\w+|väck(?:te|er|t)\s+(?:ett\s+|en\s+)?(?:initiativ)?(?:fråg|ärende)\w*|lyft(?:e|er)\s+(?:upp\s+)?(?:en\s+)?(?:fråg|behov|ärende)\w*"
    r"|t(?:og|ar)\s+upp\s+(?:en\s+)?(?:fråg|ärende|behov)\w*\b(?!\s+med\b)|har\s+(?:tagit\s+upp|väckt|aktualiserat|lyft)\s+(?:en\s+)?(?:frågan?|ärendet?|att)\b|aktualisera(?:de|r|t)\b|initiera(?:de|r|t)\b|lämna(?:t|de|r)\s+(?:in\s+)?(?:ett\s+|följande\s+)?initiativ(?:ärende)?\b)",
)
_RAISABLE = ("initiativ", "fråg", "behov", "ärende", "aktualiser", "initier", "tagit upp", "lyft att")
_CAME_UP = (
    r"\w*\s+(?:(?:har|hade|är|var)\s+)?(?:\w+\s+)?(?:kommer|kom|väcktes|väckts|väckt|lyftes|lyfts|initierades|initierats|aktualiserades|aktualiserats|initierad|anmäld|anmäldes"
    r"|anmälts|inkom|inkommit)\s+(?:in\s+)?(?:från|av)\s+"
)
_RAISED_BY = re.compile(
    by_first_letter(
        [
            Choice(("fråga", "ärende", "punkt", "sak", "förslag"), r"\b", _CAME_UP),
            Choice(("på",), r"\b", r"\s+(?:initiativ|begäran)\s+(?:av|från)\s+"),
        ]
    )
)
_PROPOSES = re.compile(
    by_first_letter(
        [
            Choice(
                (r"föresl(?:år|og|ås|ogs|agit)", r"förslag\s+till\s+beslut", r"yrka(?:r|de)", r"förslaget\s+(?:är|innebär|var)"),
                r"\b",
                r"\b",
            )
        ]
    )
)
_RAISED_TO = re.compile(
    r"\b(?:behövde|behöver|bör|borde|ska|skulle|önska\w*|beslutade\s+att|valde\s+att)\s+(?:att\s+)?(?:lyftas?|tas\s+upp)\b[^.]{0,40}?\b(?:till|i|på|vid)\s",
)
_TAKES_UP = re.compile(
    r"\s+(?:kommer\s+att\s+)?(?:behandla(?:r)?|tar?\s+upp|tar?\s+ställning\s+till|fattar?\s+beslut\s+(?:i|om)|beslutar?\s+(?:i|om))\s+"
    r"(?:\w+\s+)?(?:ärendet|frågan|förslaget|saken|rapporten|planen|motionen|budgeten)\b"
)
_TAKING = frozenset({"behandla", "behandlar", "ta", "tar", "fatta", "fattar", "besluta", "beslutar"})
_LATER_MONTH = re.compile(
    r"\bi\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|höst|vår|sommar|vinter)\b(?!\s+(?:19|20)\d\d)"
)
_OPENS_WITHIN = 12
_HANDED_ON = re.compile(
    r"\b(?:har|hade)\s+(?:hänskjutit|hänfört|överlämnat|lyft|remitterat|skickat)\s+(?:\w+\s+){0,2}?(?:frågan|ärendet|saken|förslaget|motionen|skrivelsen)\b[^.]{0,80}?\btill\s"
)
""" "Socialnämnden har hänskjutit frågan om avgifter till styrelsen": it comes from there."""
_PAPER = r"(?:motion|interpellation|medborgarförslag|enkel\s+fråga|e-förslag|folkmotion)\b"
_FILED_WORDS = ("motion", "interpellation", "medborgarförslag", "enkel fråga", "e-förslag", "skrivelse", "begäran", "förfrågan")
_FILES = re.compile(
    rf"\b(?:har\s+(?:i\s+\w+\s+)?(?:lämnat(?:\s+in)?|inlämnat|inkommit\s+med|kommit\s+in\s+med|ingivit|väckt|ställt|framställt)|lämna(?:de|r)(?:\s+in)?|inkom(?:mer)?\s+med|väck(?:te|er)|ställ(?:de|er))\s+"
    rf"(?:(?:den|i)\s+[^.,]{{3,20}}?\s)?(?:in\s+)?(?:(?:en|ett|följande|nedanstående)\s+)?{_PAPER}"
    rf"|\b(?:föreslår|föreslog|yrkar|har\s+föreslagit|frågar|begär)\s+i\s+(?:(?:en|ett)\s+)?{_PAPER}|\bhar\s+i\s+(?:(?:en|ett)\s+)?(?:{_PAPER}|skrivelse\b)[^.]{{0,40}}?\b(?:föreslagit|framfört|begärt|påtalat|frågat|yrkat|hemställt)\b"
)
_FILED_BY = re.compile(rf"^I\s+(?:en|ett)\s+{_PAPER}[^.]{{0,60}}?\b(?:föreslår|frågar|yrkar|begär)\s+(?=[A-ZÅÄÖ])")
_WROTE = re.compile(r"^(?P<who>[A-ZÅÄÖ][^,.]{2,50}?)\s+har\s+i\s+(?:en\s+)?skrivelse\b")
_INQUIRED = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][^,.]{2,50}?)\s+har\s+(?:inkommit\s+med|skickat(?:\s+in)?|lämnat(?:\s+in)?|framfört|kommit\s+in\s+med)\s+(?:en|ett)\s+(?:\w+\s+)?(?:förfrågan|begäran|fråga|framställan|hemställan|önskemål)\b"
)
_CAME_FROM = re.compile(
    r"^Från\s+(?P<who>[A-ZÅÄÖ][^,.]{2,50}?)\s+har\s+(?:det\s+)?(?:in)?kommit\s+(?:in\s+)?(?:en\s+|ett\s+)?(?:begäran|skrivelse|förfrågan|fråga|önskemål|ansökan)\b"
)
_HELD_BY = re.compile(r"\btill\s+[^,.]*$")
_OF_QUESTIONS = re.compile(
    r"^\W*(?:övrig|frågor\s+(?:från|till)|(?:ledamöternas|ledamots|anmälda|inkomna|väckta)\w*\s+fråg|allmänhetens\s+fråge|frågestund)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:[-–•*]\s*)?(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){1,3})(?:\s\([A-ZÅÄÖa-zåäö]{1,5}\))?(?:,\s[^,.]{2,40},)?"
    r"\s+(?:frågar|frågade|har\s+frågat|undrar|undrade|vill\s+veta|ville\s+veta|tar\s+upp|tog\s+upp|väcker|väckte)\b"
)


def _is_line_start(text: str, at: int) -> bool:
    """Whether nothing but a bullet stands before an offset on its line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t-–•*")


def _is_labelled(text: str, at: int) -> bool:
    """Whether nothing but a bullet or a few words that tell nothing stand before an offset on its line: "Lokalen. Anna undrar …"."""
    words = text[text.rfind("\n", 0, at) + 1 : at].strip(" \t-–•*")
    return len(words) <= _LONGEST_LABEL and not has_finite(words)


_LONGEST_LABEL = 60
_UNTIL = re.compile(r"\b(?:till|inför)\s+(?:nästa|nästkommande)\s+(?:möte|sammanträde|gång|träff)\b|\bsenast\s+(?:den\s+)?\d")
_RESIGNS = re.compile(r"\bbefria|\bbefrielse|\bentledig|\bavs[äa]g")
""" "… har i skrivelse begärt att bli befriad från uppdraget": what somebody asks for themselves is no issue raised."""
_MOST_FILING = 3
_FINDS = re.compile(r"\boch\s+(?:finner|fann)\b")
""" "Ordföranden ställer frågan om … och finner …": how it was decided."""
_QUESTION_OF = re.compile(r"\bfrågan?\s+om\s+(?P<topic>[^.,;]{3,80})", re.IGNORECASE)
_NEXT_MEETING = re.compile(
    r"\b(?P<verb>tas?\s+(?:\w+\s+)?upp(?:\s+igen)?|behandlas|diskuteras|återkommer|återkomma|återupptas|följs\s+upp|bordläggs|skjuts\s+(?:upp|fram)|flyttas)\s+"
    r"(?:(?:igen|vidare)\s+)?(?:på|vid|till)\s+(?:vårt\s+|rådets\s+|gruppens\s+)?(?:nästa|nästkommande|(?:ett|det)\s+kommande)\s+(?:möte|sammanträde|träff)\b(?!\s+(?:i|med|hos|för)\s)",
    re.IGNORECASE,
)
"""What comes up again at the next meeting, without a body named, comes up in this forum."""
_LATER_MEETING = re.compile(
    r"\b(?:tas?\s+(?:\w+\s+)?upp(?:\s+igen|\s+på\s+nytt)?|behandlas|diskuteras|återkommer|återkomma|återupptas|följs\s+upp|bordlägg(?:s|es|a|er)|skjut(?:s|a|er)|flytta[rs]?|uppskjut(?:s|a|er))\b"
    r"[^.]{0,60}?\b(?:på|vid|till)\s+(?:(?P<whose>[\wåäö-]+s)\s+)?(?:(?:extra|ordinarie)\s+)?(?:mötet?|sammanträdet?|styrelsemötet?|sammanträffandet?)\s+(?=(?:den\s+)?\d|i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b)",
    re.IGNORECASE,
)
""" "Ärendet bordläggs till sammanträdet den 9 april": at a meeting of its own, named by its day."""
_COMES_BACK = re.compile(r"återkomm", re.IGNORECASE)
_SENT_TYPES = {MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO}


def find_movements(
    text: str,
    stretches: Iterable[Span],
    decisions: Sequence[Decision],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
    people: People = NOBODY,
    title: str = "",
) -> list[Movement]:
    """Movements in the sentences of `stretches` (spans of `text`). What a decision already says is not said twice.

    `people` are those who were there, `title` is the item's: under "Övriga frågor" who asks raises a matter."""
    asks = _OF_QUESTIONS.match(title) is not None
    own = context.forum or (as_written and squash(as_written))
    decided = {(_TYPES[d.kind], fold(t)) for d in decisions if d.kind in _TYPES for t in d.targets}
    decision_spans = sorted(d.span for d in decisions)
    found: list[Movement] = []
    begun = False
    for start, end in _apart(text, stretches, decision_spans):
        for s, e in iter_sentences(text, start, end):
            in_decision = any(s < b and a < e for a, b in decision_spans)
            opening = not begun
            begun = True
            sentence = _Sentence(text, (s, e), context, own, as_written, on, people)
            for movement in sentence.movements(
                asks=asks and _is_line_start(text, s), opening=opening, labelled=asks and _is_labelled(text, s)
            ):
                if in_decision and (movement.type, fold(movement.to or "")) in decided:
                    continue
                if not any(
                    (m.type, m.to, m.span) == (movement.type, movement.to, movement.span)
                    and (m.from_ == movement.from_ or m.type is not MovementType.RAISED_BY)
                    for m in found
                ):
                    found.append(movement)
    return found


def _apart(text: str, stretches: Iterable[Span], borders: list[Span]) -> list[Span]:
    """The stretches cut at the borders of the decisions, so that each att-sats is read by itself; a decision that is a
    whole sentence keeps its full stop."""
    out: list[Span] = []
    for start, end in stretches:
        at = start
        for a, b in borders:
            stop = b + 1 if text[a : a + 1].isupper() and text[b : b + 1] == "." else b
            if at <= a < end:
                out += [(at, a), (a, min(stop, end))]
                at = min(stop, end)
        out.append((at, end))
    return [s for s in out if s[1] - s[0] > 5]


_TYPES = {
    DecisionKind.RECOMMEND: MovementType.RECOMMENDS,
    DecisionKind.ASSIGN: MovementType.ASSIGNS,
    DecisionKind.PETITION: MovementType.PETITIONS,
}


class _Sentence(Sentence):
    """One sentence and the movements found in it."""

    def movements(self, *, asks: bool = False, opening: bool = False, labelled: bool = False) -> list[Movement]:
        """All movements. `asks`: somebody who asks in this sentence raises a matter."""
        proposed = bool(_PROPOSES.search(self.lowered))
        if not proposed and "rekommend" in self.lowered:
            self._recommendations()
        if not proposed and ("uppdr" in self.lowered or "uppgift" in self.lowered):
            self._assignments()
        if not proposed and "skriv" in self.lowered:
            self._petitions()
        if "förslag är" in self.lowered and (proposal := _PROPOSAL_OF.match(self.text)):
            self.add(
                MovementType.RECOMMENDS, proposal["from"].removesuffix("s"), self.own, what=_what(self.text, proposal.end() - 3)
            )
        if "bakom" in self.lowered and (endorsed := _ENDORSED.search(self.text)):
            self.add(
                MovementType.RECOMMENDS, endorsed["from"].removesuffix("s"), self.own, what=_what(self.text, endorsed.end() - 3)
            )
        if ("anvisning" in self.lowered or "direktiv" in self.lowered or "uppdrag" in self.lowered) and (
            told := _INSTRUCTED.search(self.text)
        ):
            self._instructions(told)
        if not proposed and not (doing_words().isdisjoint(self.words) and _ASKING.isdisjoint(self.words)):
            self._tasks()
        self._referrals()
        find_sent(self)
        find_taken_up(self)
        if not proposed and not self.found and not _TAKING.isdisjoint(self.words) and (taken := _TAKES_UP.search(self.lowered)):
            self._taken_up(taken)
        if any(
            word in self.lowered
            for word in ("åter", "redovisa", "redovisning", "rappor", "uppfölj", "uppdra", "svara", "tillbaka")
        ):
            self._report_backs()
        if not proposed and any(word in self.lowered for word in ("nästa", "kommande", "möte", "sammanträd")):
            self._next_meeting()
        self._raised()
        if asks and not self.found:
            self._asked()
        find_asked_bodies(self)
        find_recommended(self)
        find_entreated(self)
        find_reported(self)
        find_next(self)
        find_raised(self, opening=opening, asks=labelled)
        return self.found

    def _tasks(self) -> None:
        """ "Anna skriver ett utkast", "Bo fick i uppdrag att ringa skolan": what people take on who were there."""
        if any(m.type is MovementType.ASSIGNS for m in self.found):
            return
        task = find_task(self.text, self.people) or find_asked(self.text, self.people)
        if task is None:
            self._task_of_body()
            return
        what = squash(self.text[task.start : task.end])
        for name in task.who:
            self.add(MovementType.ASSIGNS, self.own, name, _due(self.text, task.start, self.on), what=what)

    def _task_of_body(self) -> None:
        """ "Kansliet tar fram en plan till nästa möte": a body that has until the next meeting, or a day to come, for what it does."""
        if not _UNTIL.search(self.lowered):
            return
        body = next((n for n in self.named if n.start == 0), None)
        if body is None or body.known or self.is_own(body) or not does_task(self.text, body.end):
            return
        what = squash(self.text[body.end :]).rstrip(".")
        self.add(MovementType.ASSIGNS, self.own, body.name, _due(self.text, body.end, self.on), what=what)

    def _recommendations(self) -> None:
        opens = self.named[0] if self.named and self.named[0].start <= _OPENS_WITHIN else None
        if opens and _IS_OTHERS.fullmatch(fold(opens.name)) and not self.is_own(opens):
            return
        for pattern in _RECOMMEND:
            for match in pattern.finditer(self.text):
                if is_idle(self.lowered, clause_start(self.lowered, match.start()), match.start(), match.start() + 20):
                    continue
                sender = self._part_of_body(match.start()) or _sender(self.named, match.start(), self.own)
                for body in _joined(self.named, match.start("to"), match.end("to")):
                    if self._is_advice_of_another(match, sender, body):
                        continue
                    if not (self.name(body) == self.own and sender == self.own):
                        self.add(MovementType.RECOMMENDS, sender, self.name(body), what=_what(self.text, match.end("to")))

    def _is_advice_of_another(self, match: re.Match[str], sender: str | None, body: Named) -> bool:
        """ "Utredaren rekommenderar kommunerna att …", "… rekommenderar KM nämnden att …": what others than the forum advise others is
        told at the meeting, and no movement of it."""
        if self.is_own(body):
            return False
        if sender != self.own and not any(n.name == sender and self.is_own(n) for n in self.named):
            return _IS_OTHERS.fullmatch(fold(sender or "")) is not None
        lead = self.text[: match.start()].strip()
        if lead and not lead.endswith((",", "och", "samt", "att")) and not any(n.end == len(lead) for n in self.named):
            subject = " ".join(lead.split()[-2:])
            if has_title(subject) or any(n.end == len(lead) for n in find_names(lead)):
                return True
        between = self.text[match.start("to") : body.start]
        return re.search(r"[A-ZÅÄÖ]{2}|[A-ZÅÄÖ]\w+\s+$", between) is not None

    def _part_of_body(self, before: int) -> str | None:
        """The group, committee or presidium of the last body before an offset: "Styrgruppen för rådet" is not the council."""
        last = next((n for n in reversed(self.named) if n.end <= before), None)
        part = _WITHIN_BODY.search(self.text[: last.start]) if last else None
        return without_slip(part["part"]) if part else None

    def _assignments(self) -> None:
        for pattern, place, stems in _ASSIGN:
            if not any(stem in self.lowered for stem in stems):
                continue
            if place in _CORES and not _CORES[place].search(self.lowered):
                continue
            for match in pattern.finditer(self.lowered):
                assigned = _ASSIGNMENT.search(self.lowered, match.start())
                if self._tells_of_earlier_decision(assigned.start() if assigned else match.start()):
                    continue
                people = self._people_in(match.span("to")) if place is not _Place.BEFORE else []
                bodies = [n for n in self.named if match.start("to") <= n.start and n.end <= match.end("to")]
                bodies = [n for n in bodies if not any(s <= n.start and n.end <= e for s, e in people)]
                if place is _Place.JUST_BEFORE:
                    bodies = [b for b in bodies if match.end("to") - b.end <= 25][-1:]
                elif place is _Place.BEFORE:
                    # "… bilda en styrgrupp med representanter från A och B med uppdrag att …": the group, not who sits in it.
                    bodies = ([b for b in bodies if not b.known][-1:] or bodies[-1:]) if bodies else []
                    bodies = [b for b in bodies if b.name != self.own]
                if place is _Place.WITHIN and (self._is_told_of_another(match) or self._is_given_by_others(match)):
                    continue
                due, what = _due(self.text, match.end(), self.on), _what(self.text, match.end())
                for body in bodies:
                    self.add(MovementType.ASSIGNS, _assigner(self.named, body, self.own), body.name, due, what=what)
                for name in () if bodies or place is _Place.BEFORE else self._unknown_assigned(match):
                    self.add(MovementType.ASSIGNS, self.own, name, due, what=what)

    def _people_in(self, span: Span) -> list[Span]:
        return [(n.start, n.end) for n in find_names(self.text, *span)]

    def _unknown_assigned(self, match: re.Match[str]) -> list[str]:
        """Whom an assignment is given to where no word tells of a body: people by their full names, else a name as it stands."""
        if people := self._people_in(match.span("to")):
            return [squash(self.text[start:end]) for start, end in people]
        phrase = squash(self.text[match.start("to") : match.end("to")])
        if _DEFINITE.fullmatch(phrase):
            return [phrase]
        name = _NAME_ALONE.fullmatch(phrase)
        if name is None or (match.start("to") == 0 and name["name"].capitalize() == name["name"]):
            return []  # one word with the capital of its sentence is no name yet
        return [self.people.of_first_name(name["name"]) or name["name"]]

    def _tells_of_earlier_decision(self, assigned: int) -> bool:
        """ "Regionfullmäktige beslutade den 12 juni, § 80, att ge …": an earlier day, or the paragraph of other minutes."""
        before = self.text[:assigned]
        if not _DECIDED.search(self.lowered):
            return False
        earlier = self.on is not None and any(d.date < self.on for d in find_dates(before, self.on))
        return earlier or _PARAGRAPH.search(before) is not None

    def _is_told_of_another(self, match: re.Match[str]) -> bool:
        """ "Kommunstyrelsen har gett X i uppdrag": what another body has done is no movement of this meeting."""
        years = [int(y) for y in _YEAR.findall(self.text[: match.start()])]
        if years and self.on is not None and max(years) < self.on.year:
            return True
        if not re.search(r"\b(?:har|hade)\s+(?:\w+\s+)?$", self.text[: match.start()]):
            return False
        before = [n for n in self.named if n.end <= match.start()]
        return bool(before) and not self.is_own(before[-1])

    def _is_given_by_others(self, match: re.Match[str]) -> bool:
        """ "Regeringen gav i maj 2018 verket i uppdrag att …": what others gave each other to do."""
        giver = next((n for n in self.named if n.start <= _OPENS_WITHIN and n.end <= match.start()), None)
        return (
            giver is not None
            and (giver.known or giver.name == "Regeringen" or DELIBERATES.search(fold(giver.name)) is not None)
            and not self.is_own(giver)
            and match.group(0).startswith("gav")
            and " att " not in self.lowered[: match.start()]
        )

    def _petitions(self) -> None:
        for match in _PETITION.finditer(self.text):
            for body in _joined(self.named, match.start("to"), match.end("to")):
                if self.is_own(body):
                    continue
                self.add(MovementType.PETITIONS, _sender(self.named, match.start(), self.own), self.name(body))

    def _instructions(self, told: re.Match[str]) -> None:
        sender = next((n.name for n in reversed(self.named) if n.end <= told.start()), None)
        for body in _joined(self.named, told.start("to"), told.end("to")):
            self.add(MovementType.ASSIGNS, sender, body.name, what=squash(self.text[told.start("to") :]).rstrip("."))

    def _referrals(self) -> None:
        verbs = [] if is_letter(self.lowered) else list(_REFER.finditer(self.lowered))
        for k, verb in enumerate(verbs):
            returns = verb.group().startswith("återkommer")
            if returns and self._is_promised(verb):
                continue
            stop = verbs[k + 1].start() if k + 1 < len(verbs) else len(self.text)
            if is_rule(self.lowered, verb.group(), verb.start(), stop):
                continue
            if self._is_told(verb) or _ONCE.search(self.lowered, 0, verb.start()):
                continue
            if verb.group().startswith("tog") and any(n.end <= verb.start() and not self.is_own(n) for n in self.named):
                continue  # "Styrelsen tog frågan vidare till fullmäktige": what another body did
            if _DECIDED_IN_MONTH.search(self.lowered, 0, verb.start()) or is_opinion(self.lowered, verb.start()):
                continue
            if is_idle(self.lowered, clause_start(self.lowered, verb.start()), verb.start(), verb.end() + 20):
                continue
            if unknown := self._unknown_reached(verb, stop):
                self.add(MovementType.REFERRED_TO, self.own, unknown, _due(self.text[verb.end() : stop], 0, self.on))
                continue
            for body in self._reached(verb, stop):
                due = _due(self.text[body.end : stop], 0, self.on) or _due(self.text[verb.start() : body.start], 0, self.on)
                if verb.group().lower() == "redovisas" and re.fullmatch(
                    r"\s*för\s+(?:\w+\s+)?", self.text[verb.end() : body.start]
                ):
                    self.add(MovementType.REPORTS_BACK_TO, self.own, self.name(body), due)
                    continue
                if returns and self.is_own(body) and _TO.match(self.text, verb.end()):
                    continue  # what comes back to this forum is a report-back
                if self.is_own(body) and (self.context.forum is None or body.name == self.context.forum):
                    around = self.text[verb.start() : min(stop, body.end + 40)]
                    later = due is not None or _LATER.search(around)
                    if not later or _RAISED_TO.search(self.lowered):
                        continue
                self.add(MovementType.REFERRED_TO, self.own, body.name, due)

    def _unknown_reached(self, verb: re.Match[str], stop: int) -> str | None:
        """An office or group that no lexicon has, to which something is handed over: "till regionens bryggteam"."""
        match = _TO_OFFICE.match(self.text, verb.end(), stop) if _SENT_ON.match(verb.group()) else None
        if match is None or any(n.start <= match.start("to") and match.end("office") <= n.end for n in self.named):
            return None
        return squash(match["to"])

    def _is_promised(self, verb: re.Match[str]) -> bool:
        """ "Miljöchefen återkommer vid nästa sammanträde": one who comes back, not a matter, reports back."""
        subject = self.text[: verb.start()].strip()
        match = _AT_NEXT.match(self.lowered, verb.end())
        if match is None or not (has_title(subject) or any(n.end == len(subject) for n in find_names(subject))):
            return False
        if len(subject.split()) > _SHORT_SUBJECT:
            return False
        self.add(MovementType.REPORTS_BACK_TO, subject, self.own, _due(self.text, verb.end(), self.on))
        return True

    def _taken_up(self, verb: re.Match[str]) -> None:
        """ "Omsorgsnämnden behandlar frågan den 20 juni", when that day is still to come."""
        body = next((n for n in self.named if n.start <= _OPENS_WITHIN and n.end == verb.start()), None)
        due = _due(self.text, verb.end(), self.on)
        later = due is not None or _LATER_MONTH.search(self.lowered, verb.end()) is not None
        if body is not None and later and DELIBERATES.search(fold(body.name)) and not self.is_own(body):
            self.add(MovementType.REFERRED_TO, self.own, body.name, due)

    def _next_meeting(self) -> None:
        """ "Frågan tas upp på nästa möte": without a body named, at this forum's own next meeting."""
        if self.own is None or any(m.type in _SENT_TYPES for m in self.found):
            return
        if match := _NEXT_MEETING.search(self.text):
            if _COMES_BACK.match(match["verb"]) and (sender := self._who_comes_back(match.start())):
                self.add(MovementType.REPORTS_BACK_TO, sender, self.own, _due(self.text, match.end(), self.on))
                return
            self.add(MovementType.REFERRED_TO, self.own, self.own, _due(self.text, match.end(), self.on))
            return
        later = _LATER_MEETING.search(self.text)
        if later and (later["whose"] is None or is_same_forum(later["whose"].removesuffix("s"), self.context, self.as_written)):
            due = _due(self.text, later.end(), self.on)
            sender = self._who_comes_back(later.start()) if _COMES_BACK.match(later.group(0)) else None
            if due and sender:
                self.add(MovementType.REPORTS_BACK_TO, sender, self.own, due)
            elif due:
                self.add(MovementType.REFERRED_TO, self.own, self.own, due)

    def _who_comes_back(self, verb: int) -> str | None:
        """Who "återkommer" at the next meeting, where it is somebody and not the matter: the one assigned, a person or a title."""
        if assigned := next((m.to for m in self.found if m.type is MovementType.ASSIGNS), None):
            return assigned
        if task := find_task(self.text, self.people):
            return task.who[0]
        subject = _SUBJECT_END.sub("", self.text[:verb]).strip()
        first = subject.split(" och ")[0].split(",")[0]
        names = find_names(first)
        if names and names[0].start == 0:
            return squash(first[: names[0].end])
        head = first.split()[0] if first else ""
        if self.people.of_first_name(head) or (has_title(head) and head[:1].isupper() and head.endswith(("n", "e"))):
            return self.people.of_first_name(head) or head
        return None

    def _is_told(self, verb: re.Match[str]) -> bool:
        """ "Av lagen framgår att taxan ska beslutas av fullmäktige", "för att arvode ska utgå": who decides what, not where it goes."""
        return _DECIDED_BY.match(verb.group()) is not None and _IN_GENERAL.search(self.lowered[: verb.start()]) is not None

    def _reached(self, verb: re.Match[str], stop: int) -> list[Named]:
        """The bodies that a verb of sending on is addressed to: the first with a fitting preposition, and those joined to it."""
        reach: list[Named] = []
        owner: Named | None = None
        for body in (n for n in self.named if verb.end() <= n.start < stop):
            between = self.text[verb.end() : body.start]
            if reach:
                if _is_joined(self.text[reach[-1].end : body.start]):
                    reach.append(body)
                continue
            preposition = _PREPOSITION.search(between)
            if owner is not None and self.text[owner.end : body.start].strip() == "":
                reach.append(replace(body, start=owner.start, name=squash(self.text[owner.start : body.end]), known=False))
                owner = None
                continue
            if preposition is None or len(between) > 110:
                continue
            if self._owns_next(body) and not _OWNS.match(self.text, body.end):
                owner = body  # "till regionens ledningsgrupp"
                continue
            word = preposition["prep"].lower()
            if _OWNS.match(self.text, body.end) and self.text[body.end - 1] == "s" and not body.name.endswith("s"):
                continue  # "till samrådets sekreterare", "till regionens team": whose it is, not where it goes
            if body.kind is BodyKind.MUNICIPALITY and body.name != MUNICIPALITIES:
                continue
            group = body.name == MUNICIPALITIES or body.kind is BodyKind.ORGANISATION
            if group and not (_STRONG_REFER.match(verb.group()) and word in {"till", "av", "hos"}):
                continue
            if word == "av" and re.match(r"skick|överl|remit|översän|förs|gå|hän", verb.group(), re.IGNORECASE):
                # "skickas av kansliet": who does it, not where it goes.
                continue
            if verb.group().lower().startswith("lyft") and word not in {"till", "i", "på", "vid"}:
                continue
            handed = word == "till" and _HANDED_OVER.match(verb.group())
            if not handed and not body.known and body.kind is None and not DELIBERATES.search(fold(body.name)):
                continue
            if body.name == "beredning":
                # "för beredning": what is done there, not who does it.
                continue
            reach.append(body)
        return reach

    def _owns_next(self, body: Named) -> bool:
        """Whether a body stands in the genitive right before another that is a part of it."""
        following = next((n for n in self.named if n.start == body.end + 1), None)
        return following is not None and not following.known and self.text[body.end - 1] == "s"

    def _report_backs(self) -> None:
        if any(m.type is MovementType.ASSIGNS for m in self.found) and (told := _REPORTING.search(self.lowered)):
            # Who is given the assignment "att redovisa läget till styrelsen" reports back there.
            receiver = next((n for n in self.named if self._receives(n, told.start())), None)
            if receiver is not None:
                reporter = next(m.to for m in self.found if m.type is MovementType.ASSIGNS)
                back_to = self.own if not receiver.known and self.is_own(receiver) else receiver.name
                self.add(MovementType.REPORTS_BACK_TO, reporter, back_to, _due(self.text, told.start(), self.on))
                return
        for match in _REPORT.finditer(self.text):
            if match.group(0).lower().startswith("återkom") and _ASSIGNED_TO.search(self.text[: match.start()]):
                continue
            if _MATTER_RETURNS.search(self.lowered, 0, match.end()):
                continue  # a matter that comes back comes up here again
            if _GETS.search(self.lowered, 0, match.start()):
                continue
            after = self.text[match.end() : match.end() + 12]
            due = _due(self.text, match.start(), self.on) or _due(self.text, 0, self.on)
            if re.match(r"\s*(?:från|enligt|av\s+(?:föregående|tidigare))\b", after) or not (due or _FUTURE.search(self.text)):
                continue
            to = next((n for n in self.named if self._receives(n, match.start())), None)
            sender = self._reporter(match.start())
            back_to = self.own if to is None or (not to.known and self.is_own(to)) else to.name
            self.add(MovementType.REPORTS_BACK_TO, sender, back_to, due)
            return
        if assigned := _TO_REPORT.search(self.lowered) if "uppdra" in self.lowered else None:
            told_to = next((n for n in self.named if n.start > assigned.start() and self.is_own(n)), None)
            tells = told_to and _TELLS_WHOM.search(self.text[assigned.start() : told_to.start])
            if tells or _TO_NEXT.search(self.lowered, assigned.start(), assigned.end() + 60):
                self.add(MovementType.REPORTS_BACK_TO, self.own, self.own, _due(self.text, assigned.start(), self.on))

    def _reporter(self, verb: int) -> str | None:
        """Who reports back: a forum named before, or the body or person that the verb stands right behind; else the forum itself."""
        if forum := next((n.name for n in self.named if n.end <= verb and n.kind is BodyKind.FORUM), None):
            return forum
        subject = _SUBJECT_END.sub("", self.text[:verb]).rstrip()
        if body := next((n for n in self.named if n.end == len(subject)), None):
            return self.name(body)
        if person := next((n for n in find_names(subject) if n.end == len(subject)), None):
            return squash(subject[person.start : person.end])
        task = find_task(self.text, self.people)
        return task.who[0] if task else self.own

    def _receives(self, body: Named, after: int) -> bool:
        if body.start < after or not (
            body.kind is BodyKind.FORUM or DELIBERATES.search(fold(body.name)) or "kansli" in body.name
        ):
            return False
        lead = self.text[after : body.start]
        return re.search(r"\b(?:till|på|vid|i|för|nästa|hos)\s+(?:\w+\s+){0,3}$", lead) is not None

    def _raised(self) -> None:
        if ("lyft" in self.lowered or "tas" in self.lowered) and (match := _RAISED_TO.search(self.lowered)):
            senders = [n for n in self.named if n.end <= match.start() and not n.known]
            target = next((n for n in self.named if n.start >= match.end() - 1), None)
            if senders and target and target.name == self.own:
                self.add(MovementType.RAISED_BY, senders[-1].name, self.own)
                return
        if handed := _HANDED_ON.search(self.lowered) if " till " in self.lowered else None:
            senders = [n for n in self.named if n.end <= handed.start() and not self.is_own(n)]
            target = next((n for n in self.named if n.start >= handed.end() - 1), None)
            if senders and target and target.start - handed.end() < _CLOSE and self.is_own(target):
                self.add(MovementType.RAISED_BY, senders[-1].name, self.own)
                return
        if match := _RAISED_BY.search(self.lowered):
            self._raised_by(match)
            return
        if any(stem in self.lowered for stem in _FILED_WORDS) and not _RESIGNS.search(self.lowered) and self._filed():
            return
        verb = _RAISE.search(self.lowered) if any(stem in self.lowered for stem in _RAISABLE) else None
        if verb is None or _FINDS.search(self.lowered, verb.end()):
            return
        if verb.group(0).startswith(("lyfter", "tar ")) and any(m.type is MovementType.REFERRED_TO for m in self.found):
            return  # "Anna lyfter frågan i nämnden": where it goes
        question = _QUESTION_OF.search(self.text)
        topic = squash(question["topic"]) if question else None
        lead = self.text[: verb.start()]
        people = [n for n in find_names(lead) if not re.match(r"(?:föredragande|dialogen)", lead[n.start :], re.IGNORECASE)]
        if people:
            name = _without_place(squash(lead[people[-1].start : people[-1].end]), self.context)
            self.add(MovementType.RAISED_BY, name, self.own, what=topic)
            return
        first = next((n for n in self.named if n.start <= 6 and n.end <= verb.start() and verb.start() - n.end < 60), None)
        if first and not re.match(r"(?:deltagare|ledamöter)", first.name, re.IGNORECASE) and not self.is_own(first):
            self.add(MovementType.RAISED_BY, self.as_body(first), self.own, what=topic)

    def _asked(self) -> None:
        """ "Anna Ek (S) frågar om snöröjningen", "Bo Lind, Norrvik, tog upp hastigheten"."""
        match = _ASKS.match(self.text)
        name = next((n for n in find_names(match["who"]) if n.start == 0), None) if match else None
        if match and name:
            self.add(MovementType.RAISED_BY, squash(match["who"][: name.end]), self.own)

    def _filed(self) -> bool:
        """ "Anna Ek (S) har lämnat in en motion om …", "Bo Alm föreslår i en motion att …", "I ett medborgarförslag föreslår Cilla Rot"."""
        if verb := _FILES.search(self.text):
            lead = self.text[: verb.start()]
            people = find_names(lead)
            if people and people[0].start <= _OPENS_WITHIN:
                names = [squash(lead[n.start : n.end]) for n in people if not _HELD_BY.search(lead[: n.start])]
                for name in names[:_MOST_FILING]:
                    self.add(MovementType.RAISED_BY, name, self.own)
                return True
            if (wrote := _WROTE.match(self.text)) and not any(self.is_own(n) and n.end <= wrote.end("who") for n in self.named):
                self.add(MovementType.RAISED_BY, squash(wrote["who"]), self.own)
                return True
            return False
        if (verb := _FILED_BY.search(self.text)) and (
            person := next((n for n in find_names(self.text[verb.end() :]) if n.start < _CLOSE), None)
        ):
            self.add(MovementType.RAISED_BY, squash(self.text[verb.end() + person.start : verb.end() + person.end]), self.own)
            return True
        if came := _CAME_FROM.match(self.text) or _INQUIRED.match(self.text):
            if any(self.is_own(n) and n.end <= came.end("who") for n in self.named):
                return False
            self.add(MovementType.RAISED_BY, squash(came["who"]), self.own)
            return True
        return False

    def _raised_by(self, match: re.Match[str]) -> None:
        sender = next((n for n in self.named if n.start >= match.end() - 1 and n.start - match.end() < 12), None)
        person = next((n for n in find_names(self.text[match.end() :]) if n.start < 4), None)
        if sender and not self.is_own(sender):
            self.add(MovementType.RAISED_BY, self.as_body(sender), self.own)
        elif person:
            self.add(MovementType.RAISED_BY, squash(self.text[match.end() + person.start : match.end() + person.end]), self.own)


_IS_OTHERS = re.compile(
    r"(?:\w+\s)?(?:revisor\w*|konsult\w*|utredar\w*|socialstyrelsen|regeringen|\w*verket|\w*myndigheten|\w*inspektionen)"
)
"""Who advises whoever it may be: no body that prepares matters for the forum."""
_TO = re.compile(r"\s*till\b")
_MATTER_RETURNS = re.compile(
    r"\b(?:frågan|ärendet|saken|förslaget|punkten|överenskommelsen|planen|avtalet)\b[^.;:]{0,90}?\b(?:kommer\s+(?:sedan\s+|därefter\s+)?(?:åter|tillbaka)|återkommer)\s+till$"
)
_GETS = re.compile(r"\b(?:få|får|fick)\s+(?:\w+\s+)?$")
""" "Invånarna ska få återkoppling": whom it is for, not who is to give it."""
_AT_NEXT = re.compile(
    r"\s*(?:vid|på)\s+(?:nästa|nästkommande|(?:ett\s+)?kommande)\s+(?:möte|sammanträde)\b(?!\s+(?:i|med|hos|för)\s)"
)
_OWNS = re.compile(
    r"\s+(?:[a-zåäö]*(?:sekreterare\w*|ordförande\w*|ledamöter\w*|team\w*|chef\w*|tjänsteman\w*|tjänstepersoner\w*|representant\w*|handläggare\w*|hemsida\w*|webbplats\w*))\b"
)
_ONCE = re.compile(r"\b(?:när|då|innan|sedan|om)\s+(?:det|den|de|ärendet|frågan|rapporten|förslaget)\s+$")
""" "… bifogas ärendet när det behandlas i fullmäktige"."""
_DECIDED_IN_MONTH = re.compile(
    r"\b(?:beslutade|beslöt)\s+(?:\w+\s+)?i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|fjol|våras|höstas|somras|vintras)\b"
)
_SENT_ON = re.compile(
    r"hänsk|överl|(?:åter)?remit|lyft|ta[rs]?\b|togs?\b|framför|för(?:s|a)?\s|förs|skick|sän|översänd|lämna(?:s|r|des)\s",
    re.IGNORECASE,
)
_TO_OFFICE = re.compile(
    r"\s*(?:(?:frågan|ärendet|saken|förslaget|den|det)\s+)?(?:vidare\s+)?(?:till|i)\s+(?P<to>(?:[A-ZÅÄÖa-zåäö][\wåäö-]*(?:ens|ets|nas|s)\s+)?(?P<office>[A-ZÅÄÖa-zåäö][\wåäö-]*(?:team|teamet|gruppen|grupperna|staben|läkaren|chefen|cheferna|ledningen))(?:\s+för\s+[a-zåäö]+(?:ad|ade|iga|lig)\s+(?!behandling|beredning|hantering|prövning)[a-zåäö]{5,})?)(?![\wåäö-])"
)
_SHORT_SUBJECT = 3
_SUBJECT_END = re.compile(
    r"(?:\s+(?:ska|skall|kommer|behöver|bör|får|lovar|lovade|avser|ombads|ombeds|uppmanas)(?:\s+(?:att|även|också|sedan))*)?\s*$",
    re.IGNORECASE,
)
"""What may stand between who reports back and the verb."""
_DECIDED_BY = re.compile(r"beslutas|fastställ|avgör|behandlas|lyft", re.IGNORECASE)
_IN_GENERAL = re.compile(r"\bframgår\b|\benligt\s+\w*lag\w*\b|(?:^|,\s)(?:för\s+att|om)\b|\bkan\b|\bkunna\b|\blagen\b")
_TO_REPORT = re.compile(
    r"\buppdra\w*\b[^.]{0,120}?\batt\b[^.]*?\b(?:redovisa|rapportera|presentera|återredovisa|komma\s+(?:in\s+)?med|lägga\s+fram|lämna\s+(?:ett\s+)?förslag)\b"
)
_TO_NEXT = re.compile(r"\b(?:till|vid|på)\s+(?:nästa|nästkommande)\s+(?:möte|sammanträde)\b(?!\s+(?:i|med|hos|för)\s)")
_TELLS_WHOM = re.compile(r"\b(?:till|för|vid|på|inför)\s+$")
""" "… i uppdrag att till nämndens möte i maj redovisa kostnaderna", "… redovisa utfallet för nämnden"."""
_AND_NAMED = re.compile(r"\s*(?:,|\bsamt\b|\boch\b)\s+(?:[A-ZÅÄÖ][\wåäö-]+\s+){1,3}")
_FIELD_WORD = re.compile(r"\b(?:för|av|i|på|om|med|genom|via)\b", re.IGNORECASE)


def _is_joined(between: str) -> bool:
    """Whether a body belongs to the same row as the one before it: ", Norrby " and " och " join, " för " does not."""
    return (
        _AND.fullmatch(between) is not None
        or _AND_NAMED.fullmatch(between) is not None
        or (len(between) <= _CLOSE and not _FIELD_WORD.search(between))
    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSE = 14
_AND = re.compile(
    r"\s*(?:,|\b(?:och|samt|respektive|till|resp\.?)\b|\s|\b(?:länets|berörda|samtliga|alla)\b|/|&)*", re.IGNORECASE
)


def _sender(named: Sequence[Named], before: int, own: str | None) -> str | None:
    earlier = [n for n in named if n.end <= before and (n.kind is BodyKind.FORUM or not n.known)]
    return earlier[-1].name if earlier else own


def _assigner(named: Sequence[Named], to: Named, own: str | None) -> str | None:
    earlier = [n for n in named if n.end <= to.start and n.kind is BodyKind.FORUM]
    return earlier[0].name if earlier else own


def _joined(named: Sequence[Named], start: int, end: int) -> list[Named]:
    """The bodies from the beginning of a stretch on, as long as only "och", commas and the like part them."""
    inside = [n for n in named if start <= n.start and n.end <= end]
    out: list[Named] = []
    for body in inside:
        if not out and body.start - start > 25:
            break
        if out and body.start - out[-1].end > 12:
            break
        out.append(body)
    return out


def _what(sentence: str, at: int) -> str | None:
    match = re.search(r"\batt\s+(?!beslut\w*\W*$).+", sentence[at:], re.DOTALL)
    return squash(match.group(0)).rstrip(".") if match and match.start() < 40 else None


def _due(sentence: str, at: int, on: dt.date | None) -> dt.date | None:
    later = [d.date for d in find_dates(sentence[at:], on)]
    return next((d for d in later if on is None or d > on), None)


def _without_place(name: str, context: Context) -> str:
    """ "Anna Ek Moras" (kommun) -> "Anna Ek": a municipality run together with the name before it."""
    words = name.split()
    while len(words) > 2 and context.lexicon.municipality(words[-1]):
        words.pop()
    return " ".join(words)
