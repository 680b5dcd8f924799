"""How running text sends an issue on: recommendations, assignments, petitions, referrals, report-backs, and who raised it.

Each pattern is a verb with the body it is addressed to; a sentence without a body that can be named gives nothing, except a
promised report-back, which goes to the forum itself. What has already happened ("behandlades", "återrapporterade") sends
nothing on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from graph.lexicon import BodyKind
from graph.names import fold, squash
from graph.record import Decision, DecisionKind, Movement, MovementType, Span
from ingest.bodies import MUNICIPALITIES, Context, Named, find_named, is_same_forum
from ingest.dates import find_dates
from ingest.people import find_names
from ingest.sentences import iter_sentences

_REFER = re.compile(
    r"\b(?P<verb>hänför(?:s|as)|hänskjut(?:s|as|a|er)|lyft(?:s|as)(?:\s+vidare)?|tas?\s+(?:\w+\s+)?upp|behandla(?:s)|hantera(?:s)|bered(?:s|as)|överlämna(?:s|r)?"
    r"|remitter(?:as|ar|a)|skick(?:as|ar|a)(?:\s+vidare|\s+ut)?|gå(?:r)?\s+vidare|redovisas|presenteras|beslutas|fastställas?|avgör(?:s|as)|föredras|aktualiseras|översänd(?:s|as)"
    r"|förs\s+vidare|föras\s+vidare|anmäl(?:s|as)|återkommer\s+(?=till|på|vid))\b",
    re.IGNORECASE,
)
_STRONG_REFER = re.compile(r"^(?:hänf|hänsk|lyft|överl|remit|skick|gå|beslut|förs|föras|översänd)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?P<prep>till|vid|på|i|av|hos|för|inför)\s+(?:(?:respektive|nästa|nästkommande|kommande|det|den|de|dess|ett|möte(?:t)?|sammanträde(?:t)?|part|vidare|en)[\s,]+|(?:med|i|hos|för)\s+|det\s+vill\s+säga\s+|(?:alla|samtliga)\s+|\w+\s+av\s+)*$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:återrapporter(?:as|a|ing(?:en|ar)?)|återrapport(?:en)?\b|återkoppl(?:as|a|ing(?:en|ar)?)|återredovis(?:as|a|ning)|rapporteras\s+tillbaka|redovisas\s+(?:vid|på)\s+(?:ett\s+)?(?:nästa|nästkommande|kommande)"
    r"|återkomma?(?:\s+(?:i\s+(?:frågan|ärendet)|med|till))|återkommer\s+(?:i\s+(?:frågan|ärendet)|med|till)|uppföljning\s+(?:sker|ska\s+ske|görs)\s+(?:vid|på))",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:ska|skall|kommer|planera\w*|bör|behov\w*|behöver|utlova\w*|lova(?:r|de)|nästa|nästkommande|kommande|senast|önska\w*|efterfråga\w*|avser|sker|ske|görs|göras|lämnas|ges)\b"
    r"|\b\d{1,2}\s+(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)|(?:rapporteras|kopplas|redovisas)\b",
    re.IGNORECASE,
)
_RECOMMEND = (
    re.compile(
        r"\b(?:lämna\w*|ge\w*|gav|rikta\w*)\b[^.]{0,40}?\b(?:en\s+)?rekommendation\w*\s+till\s+(?P<to>[^.]{2,120})", re.IGNORECASE
    ),
    re.compile(r"\brekommender(?:ar|ade|ades|as|a|at|ats)\s+(?P<to>[^.]{2,100}?)\s+att\b", re.IGNORECASE),
)
_ASSIGN = (
    re.compile(r"\b(?:ge|ger|gav|gett|givit)\s+(?P<to>[^.,]{2,80}?)\s+i\s+uppdrag\b", re.IGNORECASE),
    re.compile(
        r"\buppdrag(?:et)?\s+att\s+[^.]{3,140}?\s+(?:lämna(?:s|des|ts)|ges|gavs|går|gick|tilldela(?:s|des))\s+till\s+(?P<to>[^.]{2,80})",
        re.IGNORECASE,
    ),
    re.compile(r"\buppdr(?:a|ar|as|ags|og|ogs)\s+(?:åt|till)\s+(?P<to>[^.]{2,80}?)\s+att\b", re.IGNORECASE),
    re.compile(
        r"(?P<to>[^.]{2,120}?)\s+(?:får|fick|få|fått|ges|gavs|har\s+haft|haft|ha|har|hade)\s+(?:även\s+|också\s+|därmed\s+|nu\s+|ett\s+)?(?:i\s+)?uppdrag(?:et)?\s+(?=att\b)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<to>[^.]{2,260}?)\s+med\s+(?:i\s+)?uppdrag(?:et)?\s+(?=att\b)", re.IGNORECASE),
)
_INSTRUCTED = re.compile(
    r"\b(?:anvisning\w*|direktiv|uppdrag)\s+om\s+att\s+(?:både\s+)?(?P<to>[^.]{2,60}?)\s+(?:ska|skall)\b", re.IGNORECASE
)
_PROPOSAL_OF = re.compile(
    r"^\W*(?P<from>[\wåäö]*(?:grupp|utskott|presidi|nämnd|styrelse|nätverk|råd)\w*s)\s+förslag\s+är\s+att\b", re.IGNORECASE
)
_PETITION = re.compile(
    r"\btillskriv(?:er|a|s|it)\s+(?P<to>[^.]{2,100}?)(?=\s+(?:att|om|med|angående|gällande|för)\b|[.,])", re.IGNORECASE
)
_RAISE = re.compile(
    r"\b(?:ställ(?:de|er|t)\s+(?:en\s+|följande\s+)?fråg\w+|väck(?:te|er|t)\s+(?:en\s+)?fråg\w*|lyft(?:e|er)\s+(?:upp\s+)?(?:en\s+)?(?:fråg|behov|ärende)\w*"
    r"|t(?:og|ar)\s+upp\s+(?:en\s+)?(?:fråg|ärende|behov)\w*|aktualisera(?:de|r|t)\b|initiera(?:de|r|t)\b)",
    re.IGNORECASE,
)
_RAISED_BY = re.compile(
    r"\b(?:fråga|ärende|punkt|sak|förslag)\w*\s+(?:(?:har|hade|är|var)\s+)?(?:\w+\s+)?(?:kommer|kom|väcktes|väckts|väckt|lyftes|lyfts|initierades|initierats|aktualiserades|aktualiserats|initierad|anmäld|anmäldes"
    r"|anmälts|inkom|inkommit)\s+(?:in\s+)?(?:från|av)\s+|\bpå\s+(?:initiativ|begäran|uppdrag|förslag)\s+(?:av|från)\s+",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:föresl(?:år|og|ås|ogs|agit)|förslag\s+till\s+beslut|yrka(?:r|de)|förslaget\s+(?:är|innebär|var))\b", re.IGNORECASE
)
_RAISED_TO = re.compile(
    r"\b(?:behövde|behöver|bör|borde|ska|skulle|önska\w*|beslutade\s+att|valde\s+att)\s+(?:att\s+)?(?:lyftas?|tas\s+upp)\b[^.]{0,40}?\b(?:till|i|på|vid)\s",
    re.IGNORECASE,
)
_QUESTION_OF = re.compile(r"\bfrågan?\s+om\s+(?P<topic>[^.,;]{3,80})", re.IGNORECASE)
_DUE_TYPES = {MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO, MovementType.ASSIGNS}


def find_movements(
    text: str,
    stretches: Iterable[Span],
    decisions: Sequence[Decision],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
) -> list[Movement]:
    """Movements in the sentences of `stretches` (spans of `text`). What a decision already says is not said twice."""
    own = context.forum or (as_written and squash(as_written))
    decided = {(_TYPES[d.kind], fold(t)) for d in decisions if d.kind in _TYPES for t in d.targets}
    decision_spans = sorted(d.span for d in decisions)
    found: list[Movement] = []
    for start, end in _apart(stretches, decision_spans):
        for s, e in iter_sentences(text, start, end):
            in_decision = any(s < b and a < e for a, b in decision_spans)
            for movement in _in_sentence(text, (s, e), context, own, as_written, on):
                if in_decision and (movement.type, fold(movement.to or "")) in decided:
                    continue
                if not any(m.type is movement.type and m.to == movement.to and m.span == movement.span for m in found):
                    found.append(movement)
    return found


def _apart(stretches: Iterable[Span], borders: list[Span]) -> list[Span]:
    """The stretches cut at the borders of the decisions, so that each att-sats is read by itself."""
    out: list[Span] = []
    for start, end in stretches:
        at = start
        for a, b in borders:
            if at <= a < end:
                out += [(at, a), (a, min(b, end))]
                at = min(b, end)
        out.append((at, end))
    return [s for s in out if s[1] - s[0] > 5]


_TYPES = {
    DecisionKind.RECOMMEND: MovementType.RECOMMENDS,
    DecisionKind.ASSIGN: MovementType.ASSIGNS,
    DecisionKind.PETITION: MovementType.PETITIONS,
}


def _in_sentence(
    text: str, span: Span, context: Context, own: str | None, as_written: str | None, on: dt.date | None
) -> list[Movement]:
    sentence = text[span[0] : span[1]]
    quote = squash(sentence)
    movements: list[Movement] = []

    def add(kind: MovementType, sender: str | None, to: str | None, due: dt.date | None = None, what: str | None = None) -> None:
        movements.append(
            Movement(type=kind, from_=sender, to=to, due=due if kind in _DUE_TYPES else None, what=what, quote=quote, span=span)
        )

    named = find_named(sentence, context)
    proposed = bool(_PROPOSES.search(sentence))
    for pattern in () if proposed else _RECOMMEND:
        for match in pattern.finditer(sentence):
            sender = _sender(named, match.start(), own)
            for body in _joined(named, match.start("to"), match.end("to"), from_start=True):
                if body.name == own and sender == own:
                    continue
                add(MovementType.RECOMMENDS, sender, body.name, what=_what(sentence, match.end("to")))
    for i, pattern in enumerate(() if proposed else _ASSIGN):
        for match in pattern.finditer(sentence):
            before = i >= 3
            bodies = [n for n in named if match.start("to") <= n.start and n.end <= match.end("to")]
            if before:
                near = [b for b in bodies if i == 4 or match.end("to") - b.end <= 25]
                groups = [b for b in near if not b.known]
                bodies = (groups[-1:] or near[-1:]) if i == 4 else near[-1:]
            for body in bodies:
                if body.name == own and i == 4:
                    continue
                due = _due(sentence, match.end(), on)
                add(MovementType.ASSIGNS, _assigner(named, body, own), body.name, due, what=_what(sentence, match.end()))
    if proposal := _PROPOSAL_OF.match(sentence):
        add(MovementType.RECOMMENDS, re.sub(r"s$", "", proposal["from"]), own, what=_what(sentence, proposal.end() - 3))
    if told := _INSTRUCTED.search(sentence):
        sender = next((n.name for n in reversed(named) if n.end <= told.start()), None)
        for body in _joined(named, told.start("to"), told.end("to"), from_start=True):
            add(MovementType.ASSIGNS, sender, body.name, what=squash(sentence[told.start("to") :]).rstrip("."))
    for match in () if proposed else _PETITION.finditer(sentence):
        for body in _joined(named, match.start("to"), match.end("to"), from_start=True):
            add(MovementType.PETITIONS, _sender(named, match.start(), own), body.name)
    _referrals(sentence, named, own, context, as_written, on, add)
    _report_backs(sentence, named, own, context, as_written, on, add)
    _raised(sentence, named, own, context, as_written, add)
    return movements


def _sender(named: list[Named], before: int, own: str | None) -> str | None:
    earlier = [n for n in named if n.end <= before and (n.kind is BodyKind.FORUM or not n.known)]
    return earlier[-1].name if earlier else own


def _assigner(named: list[Named], to: Named, own: str | None) -> str | None:
    earlier = [n for n in named if n.end <= to.start and n.kind is BodyKind.FORUM]
    return earlier[0].name if earlier else own


def _joined(named: list[Named], start: int, end: int, *, from_start: bool) -> list[Named]:
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


_DELIBERATES = re.compile(
    r"grupp|namnd|utskott|styrelse|fullmaktige|rad(?:et)?$|direktion|natverk|forum|delegation|kommitte|presidi|beredning"
)


def _what(sentence: str, at: int) -> str | None:
    match = re.search(r"\batt\s+.+", sentence[at:], re.DOTALL)
    return squash(match.group(0)).rstrip(".") if match and match.start() < 40 else None


def _due(sentence: str, at: int, on: dt.date | None) -> dt.date | None:
    later = [d.date for d in find_dates(sentence[at:], on)]
    return next((d for d in later if on is None or d > on), None)


def _referrals(
    sentence: str, named: list[Named], own: str | None, context: Context, as_written: str | None, on: dt.date | None, add: object
) -> None:
    assert callable(add)
    verbs = list(_REFER.finditer(sentence))
    for k, verb in enumerate(verbs):
        stop = verbs[k + 1].start() if k + 1 < len(verbs) else len(sentence)
        reach: list[Named] = []
        for body in (n for n in named if verb.end() <= n.start < stop):
            between = sentence[verb.end() : body.start]
            if reach:
                if body.start - reach[-1].end <= 12:
                    reach.append(body)
                continue
            preposition = _PREPOSITION.search(between)
            if preposition is None or len(between) > 110:
                continue
            strong = bool(_STRONG_REFER.match(verb["verb"]))
            group = body.name == MUNICIPALITIES or body.kind in (BodyKind.ORGANISATION, BodyKind.MUNICIPALITY)
            if group and not (strong and preposition["prep"].lower() in {"till", "av", "hos"}):
                continue
            if body.kind is BodyKind.MUNICIPALITY and body.name != MUNICIPALITIES:
                continue
            if verb["verb"].lower().startswith("lyft") and preposition["prep"].lower() not in {"till", "i", "på", "vid"}:
                continue
            if not body.known and body.kind is None and not _DELIBERATES.search(fold(body.name)):
                continue
            reach.append(body)
        for body in reach:
            tail = sentence[body.end : stop]
            due = _due(tail, 0, on) or _due(sentence[verb.start() : body.start], 0, on)
            if verb["verb"].lower() == "redovisas" and re.fullmatch(r"\s*för\s+(?:\w+\s+)?", sentence[verb.end() : body.start]):
                add(MovementType.REPORTS_BACK_TO, own, body.name, due)
                continue
            itself = is_same_forum(body.name, context, as_written) and (context.forum is None or body.name == context.forum)
            around = sentence[verb.start() : min(stop, body.end + 40)]
            if (
                itself
                and not re.search(r"\b(?:nästa|nästkommande|kommande|möte|sammanträde)\b", around, re.IGNORECASE)
                and due is None
            ):
                continue
            if itself and _RAISED_TO.search(sentence):
                continue
            add(MovementType.REFERRED_TO, own, body.name, due)


def _report_backs(
    sentence: str, named: list[Named], own: str | None, context: Context, as_written: str | None, on: dt.date | None, add: object
) -> None:
    assert callable(add)
    for match in _REPORT.finditer(sentence):
        after = sentence[match.end() : match.end() + 12]
        if re.search(r"\buppdrag(?:et)?\s+att\s*$", sentence[: match.start()], re.IGNORECASE) and match.group(0).lower().startswith("återkom"):
            continue
        if re.match(r"\s*(?:från|av\s+(?:föregående|tidigare))\b", after) or not _FUTURE.search(sentence):
            continue
        to = next(
            (
                n
                for n in named
                if n.start >= match.start()
                and (n.kind is BodyKind.FORUM or _DELIBERATES.search(fold(n.name)))
                and re.search(r"\b(?:till|på|vid|i|för|nästa|hos)\s+(?:\w+\s+){0,3}$", sentence[match.start() : n.start])
            ),
            None,
        )
        sender = next((n.name for n in named if n.end <= match.start() and n.kind is BodyKind.FORUM), own)
        due = _due(sentence, match.start(), on)
        back_to = own if to is None or (not to.known and is_same_forum(to.name, context, as_written)) else to.name
        add(MovementType.REPORTS_BACK_TO, sender, back_to, due)
        return


def _without_place(name: str, context: Context) -> str:
    """ "Anna Ek Moras" (kommun) -> "Anna Ek": a municipality run together with the name before it."""
    words = name.split()
    while len(words) > 2 and context.lexicon.municipality(words[-1]):
        words.pop()
    return " ".join(words)


def _raised(sentence: str, named: list[Named], own: str | None, context: Context, as_written: str | None, add: object) -> None:
    assert callable(add)
    if match := _RAISED_TO.search(sentence):
        senders = [n for n in named if n.end <= match.start() and not n.known]
        target = next((n for n in named if n.start >= match.end() - 1), None)
        if senders and target and target.name == own:
            add(MovementType.RAISED_BY, senders[-1].name, own)
            return
    if match := _RAISED_BY.search(sentence):
        sender = next((n for n in named if n.start >= match.end() - 1 and n.start - match.end() < 12), None)
        person = next((n for n in find_names(sentence[match.end() :]) if n.start < 4), None)
        if sender and not is_same_forum(sender.name, context, as_written):
            add(MovementType.RAISED_BY, sender.name, own)
        elif person:
            add(MovementType.RAISED_BY, squash(sentence[match.end() + person.start : match.end() + person.end]), own)
        return
    match = _RAISE.search(sentence)
    if match is None:
        return
    lead = sentence[: match.start()]
    people = [n for n in find_names(lead) if not re.match(r"(?:föredragande|dialogen)", lead[n.start :], re.IGNORECASE)]
    what = _QUESTION_OF.search(sentence)
    topic = squash(what["topic"]) if what else None
    if people:
        add(MovementType.RAISED_BY, _without_place(squash(lead[people[-1].start : people[-1].end]), context), own, what=topic)
        return
    first = next((n for n in named if n.start <= 6 and n.end <= match.start() and match.start() - n.end < 60), None)
    crowd = first and re.match(r"(?:deltagare|ledamöter)", first.name, re.IGNORECASE)
    if first and not crowd and not is_same_forum(first.name, context, as_written):
        add(MovementType.RAISED_BY, first.name, own, what=topic)
