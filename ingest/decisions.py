"""What was decided: the att-satser of an item, their kind, to whom they are addressed and what about.

Read are blocks ("Rådet beslutade" with att-satser on the lines below), headings ("Kommunstyrelsens beslut" with numbered or
plain sentences), and sentences ("Nämnden beslutade att … samt att …"). Where an item has a block, what its running text
says of deciding is telling, not a decision. Proposals, and decisions of other bodies or earlier meetings, are none of this meeting's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.names import fold, squash
from graph.record import Decision, DecisionKind, PriorDecision, Span
from ingest.bodies import Context, find_named, is_same_forum, targets
from ingest.dates import find_dates
from ingest.document import Document
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.vocabulary import BODY_NOUN, Section, decision_kind, section_heading

_DECIDE = r"(?:beslutade|beslutar|beslöt|beslutat|besluta|beslutas|beslutades|beslut)"
_ADVERB = r"(?:\s+(?:enhälligt|enligt\s+följande|följande|därmed|därför|sålunda|således|också|även|för\s+egen\s+del|om\s+[\wåäö]+beslut|(?:i\s+enlighet\s+med|enligt)\s+(?:[\wåäö-]+\s+){0,4}?(?:förslag|yrkande)\w*))*"
_TRIGGER = re.compile(
    rf"^(?P<subject>.{{0,110}}?)\b{_DECIDE}\b{_ADVERB}(?P<att>\s*:?\s*att)?\s*[:.]?\s*$", re.IGNORECASE | re.DOTALL
)
_INLINE = re.compile(
    rf"(?P<subject>.{{0,160}}?)\b(?:har\s+)?(?P<verb>{_DECIDE})\b{_ADVERB}\s*:?\s*(?P<clause>(?:dels\s+)?att\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DECIDED = re.compile(
    r"\b(?:föresl\w+|förslag\w*|kommer\s+att|ska|skall|bör|kan|skulle|behöver|måste|hade|innan|planera\w*|väntas|förväntas|yrka\w*|begär\w*)\b"
    r"[^.]{0,60}$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:föregående|tidigare|förra|senaste)\b", re.IGNORECASE)
_ATT = re.compile(r"^(?:(?:\d{1,2}|[a-z])\s?[.)]\s+|[-–•*·]\s*)?(?:(?:dels|samt|och)\s+)?att\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:(?:\d{1,2}|[a-z])\s?[.)]|[-–•*·])\s+(?=\S)")
_LEAD = re.compile(r"^(?:(?:\d{1,2}|[a-z])\s?[.)]\s+|[-–•*·]\s*)?(?:(?:dels|samt|och)\s+(?=att\b))?", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?:(?<!\b[a-zåäö]\.[a-zåäö])(?<!\b(?:kl|nr|st|ca|tf))(?<!\bang)(?<!\bbitr)(?<!\b\d)(?<!\b\d\d)[.](?=\s+[A-ZÅÄÖ“\"])|:(?=\s*\n\s*[A-ZÅÄÖ]))"
)
_TAIL = re.compile(r"(?:\s*(?:,|;|\.|\bsamt\b|\boch\b|\bdels\b))+\s*$", re.IGNORECASE)
_SPLIT = re.compile(r"(?:,?\s+(?:samt|dels|och)\s+|,\s+)(?=att\s)(?!att\s+(?:jämte|tillsammans)\b)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:hade|har)\s+(?:\w+\s+){0,4}?(?:beslutat|avslagit|godkänt|antagit|tillstyrkt|bifallit|fattat\s+beslut)\b|\b(?:beslutade|beslutades|beslöt|avslog|fastställde|godkände|antog|biföll|bordlade|återremitterade)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of an item, those of others that it quotes, and the indexes of the lines that hold the formal blocks."""

    decisions: tuple[Decision, ...]
    prior: tuple[PriorDecision, ...]
    lines: frozenset[int]
    silent: frozenset[int]
    """Lines of proposals, of how the vote went, of other bodies' treatment and of who gets a copy: they send nothing on."""


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    listed: bool = False
    """It stands with a number or bullet of its own below a decision: it is a decision whatever its words."""
    of: str | None = None
    """The body that is asked to decide so: "Kommunstyrelsen föreslår kommunfullmäktige besluta att …"."""


def find_decisions(
    lines: tuple[Line, ...],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
    title: tuple[Document, Span] | None = None,
) -> Decided:
    """All decisions among the lines of one item. `as_written` is the forum's name in this document, `on` the meeting's date.

    `title` is where the item's title stands: a title that is a sentence ("§ 3 Dagordningen godkändes.") may be the decision.
    """
    clauses: list[_Clause] = []
    used: set[int] = set()
    sections = _sections(lines, context, as_written)
    formal = False
    """A block of att-satser, or a heading, decides; a line "Beslut: …" stands on one footing with sentences."""
    i = 0
    while i < len(lines):
        line, section = lines[i], sections[i]
        if section is Section.DECISION and section_heading(line.text):
            found, stop = _block(lines, sections, i + 1, implicit_att=False, headed=True, context=context, as_written=as_written)
            clauses += found
            formal = formal or bool(found)
            used.update(x.index for x in lines[i:stop])
            i = max(stop, i + 1)
            continue
        if section is None and (asks := _asks(line.text, context, as_written)):
            found, stop = _block(lines, sections, i + 1, True, headed=False, context=context, as_written=as_written)
            if found:
                clauses += [replace(c, of=asks) for c in found]
                formal = True
                used.update(x.index for x in lines[i:stop])
                i = stop
                continue
        if section is None and (match := _TRIGGER.match(line.text)) and _is_own(match["subject"], context, as_written):
            found, stop = _block(
                lines,
                sections,
                i + 1,
                _opens_list(match, lines, i),
                headed=False,
                context=context,
                as_written=as_written,
            )
            if found:
                clauses += found
                formal = True
                used.update(x.index for x in lines[i:stop])
                i = stop
                continue
        labelled = _LABELLED.match(line.text) if section in (None, Section.DECISION) else None
        if labelled and _is_own(labelled["subject"], context, as_written):
            first, last = _labelled_clause(lines, i, line.start + labelled.start("clause"))
            clauses += first
            found, stop = _block(lines, sections, last, implicit_att=False, headed=False, context=context, as_written=as_written)
            clauses += found
            used.update(x.index for x in lines[i:stop])
            i = stop
            continue
        if section is None and (found_inline := _inline_then_block(lines, sections, i, context, as_written)):
            found, stop = found_inline
            clauses += found
            formal = True
            used.update(x.index for x in lines[i:stop])
            i = stop
            continue
        i += 1
    if not formal:
        told = _inline(lines, sections, context, as_written)
        if not told and not clauses:
            told = _as_proposed(lines, sections, context, as_written)
        told += _stated(lines, sections, context, as_written)
        clauses = sorted(clauses + [c for c in told if not _overlaps(c, clauses)], key=lambda c: c.start)
    document = lines[0].document if lines else None
    if title and not clauses:
        document = title[0]
        clauses = _in_title(document.text, title[1], context, as_written)
    decisions = [d for c in clauses if document and (d := _decision(document.text, c, context, on))]
    silent = frozenset(line.index for line, s in zip(lines, sections, strict=True) if s in _SILENT)
    return Decided(tuple(decisions), tuple(_prior(lines, sections, used, context, as_written, on)), frozenset(used), silent)


_DECIDING_LINE = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,4}?)(?:\s+(?:beslutar|beslutade|beslöt)\b|s\s+beslut\s*:?\s*$)", re.IGNORECASE
)


def find_decider(lines: Iterable[Line], context: Context, as_written: str | None) -> str | None:
    """The body in whose name the lines decide, when the head gave another name; None where they agree, or it is not clear.

    "Handikapprådet beslutar" over and over tells whose minutes these are better than a letterhead does.
    """
    if as_written and BODY_NOUN.search(as_written):
        return None
    named: Counter[str] = Counter()
    for line in lines:
        match = _DECIDING_LINE.match(line.text) if "beslut" in line.text.lower() or "beslöt" in line.text else None
        if match and BODY_NOUN.search(match["name"]) and not _NOT_DECIDED.search(match["name"] + " "):
            if is_same_forum(match["name"], context, as_written):
                return None
            named[match["name"]] += 1
    if not named:
        return None
    name, count = named.most_common(1)[0]
    return name if count >= _OFTEN and count * 2 > named.total() else None


_OFTEN = 2


def _opens_list(trigger: re.Match[str], lines: tuple[Line, ...], i: int) -> bool:
    """Whether clauses without "att" may follow: after "… att", after a colon, or as a numbered list."""
    following = lines[i + 1].text if i + 1 < len(lines) else ""
    listed = _NUMBERED.match(following) is not None or _INFINITIVE.match(following) is not None
    return bool(trigger["att"]) or lines[i].text.endswith(":") or listed


_INFINITIVE = re.compile(
    r"^(?:an(?:ta|visa|söka)|av(?:slå|sluta|sätta|styrka|skriva|vakta)|be(?:vilja|svara|ställa|gära)|bifalla|bilda|bjuda|bordlägga|delegera|delta|entlediga"
    r"|fastställa|finansiera|fortsätta|följa|föreslå|förklara|förlänga|förordna|genomföra|ge|godkänna|inrätta|införa|inleda|justera|lägga|lämna|medge|notera"
    r"|omfördela|publicera|rekommendera|remittera|revidera|skicka|starta|ställa|samla|sända|sälja|tacka|teckna|tillsätta|tillskriva|tillstyrka|uppdra|upphäva|uppmana"
    r"|utse|utöka|utreda|vidta|välja|åter(?:remittera|komma|kalla|ta)|över(?:föra|lämna|låta|sända))\b",
    re.IGNORECASE,
)
"""What a body does, as a list without "att" begins: "anta upprättat förslag"."""
_ASKS_OTHER = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{2,80}?)\s+föreslår\s+(?:att\s+)?(?P<to>[^.:]{3,60}?)\s+(?:att\s+)?beslut(?:a|ar)(?:\s+att|\s+följande)?\s*:?\s*$",
    re.IGNORECASE,
)


def _asks(text: str, context: Context, as_written: str | None) -> str | None:
    """The body that this body asks to decide what follows, when the line says so and no more."""
    match = _ASKS_OTHER.match(text) if "föreslår" in text else None
    return match["to"] if match and _is_own(match["subject"], context, as_written) else None


_PROPOSES = re.compile(r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+föreslår\s+(?:att\s+)?[a-zåäö]")


def _asks_itself(sentence: str, context: Context, as_written: str | None) -> bool:
    """Whether this very body proposes: under the heading of its decision that is what it decided."""
    match = _PROPOSES.match(sentence)
    return bool(match and BODY_NOUN.search(match["subject"]) and _is_own(match["subject"], context, as_written))


def _overlaps(clause: _Clause, others: list[_Clause]) -> bool:
    return any(clause.start < o.end and o.start < clause.end for o in others)


_SILENT = {Section.PROPOSAL, Section.PROCEDURE, Section.DISTRIBUTION, Section.EARLIER}


def _sections(lines: tuple[Line, ...], context: Context, as_written: str | None) -> list[Section | None]:
    """What section each line stands in; None before the first heading, and after a heading of another kind of block."""
    current: Section | None = None
    out: list[Section | None] = []
    proposed = False
    for line in lines:
        heading = section_heading(line.text)
        if heading:
            current, proposed = heading.section, False
            if current is Section.DECISION and heading.body and not is_same_forum(heading.body, context, as_written):
                current = Section.EARLIER
        elif current in (Section.BACKGROUND, Section.DISTRIBUTION, Section.PROCEDURE) and _TRIGGER.match(line.text):
            current = None
        elif current in (Section.PROPOSAL, Section.EARLIER):
            # The first att-satser are what was proposed, or decided elsewhere; when this body decides after them, it decides.
            if proposed and line.blank_before and _decides_anew(line.text, context, as_written):
                current = None
            proposed = proposed or any(p.match(line.text) for p in (_ATT, _NUMBERED, _PROPOSED, _PROPOSING))
        out.append(current)
    return out


def _decides_anew(text: str, context: Context, as_written: str | None) -> bool:
    """Whether a line after what was proposed tells what this body decided."""
    decides = _TRIGGER.match(text) or _INLINE.match(text) or _LABELLED.match(text)
    if decides:
        return _is_own(decides["subject"], context, as_written)
    return len(text.split()) <= _STATED_WORDS and not _NOT_STATED.search(text) and _STATED.search(text) is not None


def _is_own(subject: str, context: Context, as_written: str | None) -> bool:
    """Whether the one who decides is the forum whose minutes these are."""
    text = squash(subject).strip(" :,–-")
    if not text:
        return True
    if _NOT_DECIDED.search(text + " ") or _EARLIER.search(text):
        return False
    if as_written and fold(as_written) in fold(text):
        return True
    bodies = [text[n.start : n.end] for n in find_named(text, context)]
    nouns = BODY_NOUN.findall(text)
    if not bodies and not nouns:
        return len(text.split()) <= 4
    last = bodies[-1] if bodies else nouns[-1]
    if as_written and not BODY_NOUN.search(as_written) and _BARE_BODY.fullmatch(text):
        # The head told what the meeting is about, not what it is: "Styrgruppen" without more is the one that meets.
        return True
    return is_same_forum(last, context, as_written)


_BARE_BODY = re.compile(
    r"(?:\w*(?:styr|arbets|lednings|samråds|berednings|besluts)gruppen|rådet|nätverket|utskottet|nämnden|styrelsen)",
    re.IGNORECASE,
)


def _block(
    lines: tuple[Line, ...],
    sections: list[Section | None],
    begin: int,
    implicit_att: bool,
    headed: bool,
    context: Context,
    as_written: str | None,
) -> tuple[list[_Clause], int]:
    """The clauses below a trigger or heading, and the position after the block."""
    clauses: list[_Clause] = []
    current: list[Line] = []
    asked: str | None = None
    i = begin
    own = sections[begin - 1]

    def flush() -> None:
        if current:
            clauses.extend(replace(c, of=asked) for c in _clauses_of(current, headed))
            current.clear()

    while i < len(lines):
        line = lines[i]
        text = line.text
        if (section_heading(text) and i > begin - 1) or sections[i] is not own:
            break
        if headed and (asks := _asks(text, context, as_written)):
            flush()
            asked, implicit_att = asks, True
            i += 1
            continue
        trigger = _TRIGGER.match(text)
        if trigger and not _ATT.match(text) and len(text) < 110:
            if headed and _is_own(trigger["subject"], context, as_written):
                flush()
                asked = None
                implicit_att = implicit_att or _opens_list(trigger, lines, i)
                i += 1
                continue
            break
        if _ATT.match(text):
            if not (current and _awaits_att(current, line)):
                flush()
            current.append(line)
        elif (implicit_att or headed) and _NUMBERED.match(text):
            flush()
            current.append(line)
        elif implicit_att and current and _orders_anew(text) and not _UNFINISHED.search(current[-1].text):
            flush()
            current.append(line)
        elif current and _continues_clause(current[-1], line):
            current.append(line)
        elif implicit_att and not clauses and not current:
            current.append(line)
        elif headed and (inline := _INLINE.match(text)) and _is_own(inline["subject"], context, as_written):
            flush()
            current.append(line)
        elif headed and not clauses and not current and _LEADS_IN.match(text):
            # "Enligt förvaltningens förslag:" leads in what follows.
            implicit_att = True
        elif headed and (line.blank_before or not current) and text[:1].isupper():
            first = _SENTENCE_END.split(text, maxsplit=1)[0]
            opening = not clauses and not current and len(first.split()) > 2
            proposed = _PROPOSED_BY.search(first) and not _asks_itself(first, context, as_written)
            if proposed or not (opening or decision_kind(first)[1] or _ORDERS.search(first)):
                break
            flush()
            current.append(line)
        elif headed and current:
            current.append(line)
        else:
            break
        i += 1
    flush()
    return clauses, i


_LEADS_IN = re.compile(r"^(?:enligt|i\s+enlighet\s+med)\s[^.]{3,60}:$", re.IGNORECASE)


def _orders_anew(text: str) -> bool:
    """Whether a line begins with what is to be done, as in a list without "att": "Uppdra åt förvaltningen …"."""
    return _INFINITIVE.match(text) is not None or _APPROVAL.match(text) is not None


_APPROVAL = re.compile(r"^Justering(?:en)?\s(?:[^.]{0,40}\s)?(?:äger\s+rum|sker|görs)\b")
""" "Justering sker på kontoret": when and where the minutes are approved is decided with by whom."""


_UNFINISHED = re.compile(r"(?:[–-]|\b(?:och|samt|för|av|till|i|med|om|från|den|det|de|att|på))$", re.IGNORECASE)
_PROPOSED_BY = re.compile(r"\b(?:föresl(?:år|og)|yrka(?:r|de)|kommer\s+att|reserverar?|det\s+noter\w+)\b", re.IGNORECASE)
_ORDERS = re.compile(r"\b(?:ska|skall|gäller|upphör|träder\s+i\s+kraft)\b", re.IGNORECASE)


_ABOUT = re.compile(r"\b(?:om|angående|gällande|kring|rörande)\s+\S", re.IGNORECASE)
"""A petition that says what about needs no att-sats of its own."""


def _awaits_att(current: list[Line], line: Line) -> bool:
    """Whether "att …" at the head of a line goes on with a recommendation or assignment broken at a hard line end."""
    if line.blank_before or not line.text.lower().startswith("att"):
        return False
    begun = squash(current[0].document.text[current[0].start : current[-1].end])
    kind, told = decision_kind(begun)
    if re.search(r"\b(?:om|för|till|på|i|med|av|så)$", begun):
        return True
    if kind is DecisionKind.PETITION and _ABOUT.search(begun):
        return False
    return (
        kind in _ASKS
        and told is not None
        and not begun.endswith((".", ",", ";"))
        and not re.search(r"\s(?:att|samt)\b", begun[8:])
    )


def _continues_clause(before: Line, line: Line) -> bool:
    """Whether a line goes on with the clause of the line before, over a hard line end (or an empty line in a loose copy)."""
    text = line.text
    ended = before.text.rstrip().endswith((".", "!", "?", ":"))
    if line.is_heading or section_heading(text) or line.cells:
        return False
    if text[0].islower() or text[0] in '”"(–0123456789':
        return not (ended and line.blank_before)
    if not line.blank_before:
        return not _broken_on_purpose(before.text, text) and (not ended or line.block is before.block)
    return bool(re.search(r"(?:[,–-]|\b(?:och|samt|för|av|till|i|med|om|från|den|det|de|Region))$", before.text.rstrip()))


def _broken_on_purpose(before: str, text: str) -> bool:
    """Whether the first word of a line would have fitted on the line before: then it was not wrapped but begun anew."""
    return len(before) + len(text.split(maxsplit=1)[0]) + 5 < max(len(before), len(text))


def _clauses_of(group: list[Line], headed: bool = False) -> list[_Clause]:
    """The clauses of one paragraph; below a heading each of its sentences that decides is one."""
    text = group[0].document.text
    start, end = group[0].start, group[-1].end
    raw = text[start:end]
    inline = None if _ATT.match(raw) else _INLINE.match(raw)
    if inline and inline["verb"].lower() not in {"besluta", "beslut"}:
        start += inline.start("clause")
    listed = bool(_NUMBERED.match(raw))
    clauses = [replace(c, listed=listed) for c in _split(text, start, end)]
    first = _SENTENCE_END.search(text, start, end) if headed else None
    for s, e in iter_sentences(text, first.end(), end) if first else ():
        sentence = text[s:e]
        if (_ATT.match(sentence) or decision_kind(sentence)[1]) and not _PROPOSED_BY.search(sentence):
            clauses += _split(text, s, e)
    return clauses


def _split(text: str, start: int, end: int) -> list[_Clause]:
    """Cut a run of att-satser at ", att" and "samt att"; what a recommendation or assignment asks for stays together."""
    start += len(_LEAD.match(text[start:end]).group(0))  # type: ignore[union-attr]
    stop = _SENTENCE_END.search(text, start, end)
    cut = stop.start() if stop else end
    pieces: list[_Clause] = []
    begin = start
    for match in _SPLIT.finditer(text, start, cut):
        kind, _ = decision_kind(squash(text[begin : match.start()]))
        next_kind, _ = decision_kind(squash(text[match.end() : cut]))
        parted = "dels" in match.group(0).lower() or match.group(0).startswith(", samt") or next_kind in _MEETINGS_OWN
        if kind in _ASKS and not parted:
            continue
        pieces.append(_Clause(begin, match.start()))
        begin = match.end()
    pieces.append(_Clause(begin, cut))
    return pieces


_LABELLED = re.compile(
    r"^(?P<subject>(?:[\wåäö-]+\s+){0,3}?)(?:beslut|protokollsbeslut|beslutar|beslutade)\s*:\s+(?P<clause>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _labelled_clause(lines: tuple[Line, ...], i: int, begin: int) -> tuple[list[_Clause], int]:
    """ "Beslut: att A samt att B", which may go on over the next lines; and the position after it."""
    last = i + 1
    while last < len(lines) and not _ATT.match(lines[last].text) and _continues_clause(lines[last - 1], lines[last]):
        last += 1
    return _split(lines[i].document.text, begin, lines[last - 1].end), last


_MEETINGS_OWN = {
    DecisionKind.OPEN,
    DecisionKind.CLOSE,
    DecisionKind.TABLE,
    DecisionKind.POSTPONE,
    DecisionKind.REJECT,
    DecisionKind.RECOMMEND,
    DecisionKind.ASSIGN,
    DecisionKind.PETITION,
    DecisionKind.INVITE,
    DecisionKind.APPOINT,
    DecisionKind.NOTE,
}
"""What a body does itself: never part of what it asks another to do."""


def _inline_then_block(
    lines: tuple[Line, ...], sections: list[Section | None], i: int, context: Context, as_written: str | None
) -> tuple[list[_Clause], int] | None:
    """ "… beslutade att A" with further att-satser on the lines below."""
    line = lines[i]
    match = _INLINE.match(line.text)
    if not match or not _is_own(match["subject"], context, as_written):
        return None
    j = i + 1
    while j < len(lines) and _continues_clause(lines[j - 1], lines[j]) and not _ATT.match(lines[j].text):
        j += 1
    if j >= len(lines) or not _ATT.match(lines[j].text):
        return None
    if lines[i].document.text[lines[i].start : lines[j - 1].end].rstrip().endswith("."):
        return None
    begin = line.start + match.start("clause")
    first = _split(line.document.text, begin, lines[j - 1].end)
    more, stop = _block(lines, sections, j, implicit_att=False, headed=False, context=context, as_written=as_written)
    return first + more, stop


def _inline(lines: tuple[Line, ...], sections: list[Section | None], context: Context, as_written: str | None) -> list[_Clause]:
    clauses: list[_Clause] = []
    for start, end in _stretches(lines, [s is None for s in sections]):
        text = lines[0].document.text
        for s, e in iter_sentences(text, start, end):
            match = _INLINE.match(text[s:e])
            if match and match["verb"].lower() not in {"besluta", "beslut"} and _is_own(match["subject"], context, as_written):
                clauses += _split(text, s + match.start("clause"), e)
    return clauses


def _in_title(text: str, span: Span, context: Context, as_written: str | None) -> list[_Clause]:
    """What is decided in a title that is a whole sentence, with a full stop; a title that names a matter decides nothing."""
    start, end = span
    sentence = text[start:end].rstrip()
    if not (sentence.endswith(".") or text[end : end + 1] == "."):
        return []
    inline = _INLINE.match(sentence)
    if inline and inline["verb"].lower() not in {"besluta", "beslut"} and _is_own(inline["subject"], context, as_written):
        return _split(text, start + inline.start("clause"), end)
    if inline or len(sentence.split()) > _STATED_WORDS or _NOT_STATED.search(sentence):
        return []
    return [_Clause(start, end, listed=True)] if _STATED.search(sentence) or _ELECTED.match(sentence) else []


def _stated(lines: tuple[Line, ...], sections: list[Section | None], context: Context, as_written: str | None) -> list[_Clause]:
    """Minutes that write no att-satser: "Dagordningen godkändes.", "Rådet noterade informationen." """
    clauses: list[_Clause] = []
    for start, end in _stretches(lines, [s is None for s in sections]):
        text = lines[0].document.text
        for s, e in iter_sentences(text, start, end):
            sentence = text[s:e]
            if len(sentence.split()) > _STATED_WORDS or _NOT_STATED.search(sentence) or _INLINE.match(sentence):
                continue
            did = _DID.match(sentence)
            if _STATED.search(sentence) or _ELECTED.match(sentence) or (did and _is_own(did["subject"], context, as_written)):
                clauses.append(_Clause(s + len(_LEAD.match(sentence).group(0)), e, listed=True))  # type: ignore[union-attr]
    return clauses


_DID = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.,]{2,80}?)\s+(?:godkände|godkänner|antog|antar|fastställde|fastställer|noterade|noterar|bordlade|bordlägger|återremitterade|återremitterar|avslog|avslår"
    r"|biföll|bifaller|utsåg|utser|valde|väljer|lade|lägger)\s+[^.]{3,140}\.?$",
    re.DOTALL,
)
_STATED = re.compile(
    r"\b(?:godkänne?s|godkändes|avsl(?:ås|ogs)|noteras(?!\s+att)|noterades(?!\s+att)|(?:lade|lägger)\s+[^.]{3,70}?\s+till\s+(?:handlingarna|protokollet)|läggs\s+till\s+handlingarna|lades\s+(?:med\s+\w+\s+)?till\s+handlingarna|fastställ(?:s|des)|antas|antogs|bordläggs|bordlades|återremitteras"
    r"|återremitterades|(?:utses|utsågs|väljs|valdes)\s+(?:till|som|att)\b|^(?:att|till)\s[^.]{0,70}?\b(?:utsågs|utses|valdes|väljs)\s+[A-ZÅÄÖ]|förklara(?:s|des)\s+mötet\s+(?:för\s+)?(?:öppnat|avslutat))",
    re.IGNORECASE,
)
_NOT_STATED = re.compile(
    r"^om\b|,\s*om\b|\b(?:när|innan|kommer|ska|skall|bör|kan|måste|skulle|hade|har|väntas|föresl\w+|förslag\s+till|tidigare\s+(?:beslut|godkän|anta|fastställ|behandla)\w*|inte)\b|^(?:i|under|år|den)\b.*\d{4}"
    r"|(?:godkän|fastställ|anta|antog|avslog|avslå)\w*\s[^.]{0,80}\b(?:den|av)\s[^.]{0,60}\b\d{1,2}\s+\w{3,9}\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_STATED_WORDS = 18
"""A sentence that states a decision without "beslutade" is short; longer ones tell a story."""
_ELECTED = re.compile(r"^(?:[A-ZÅÄÖ][\w.-]+\s+){1,4}(?:\([A-ZÅÄÖ]{1,4}\)\s+)?(?:valdes|väljs|utsågs|utses)\.?$")
""" "Anna Ek valdes.", under a title that tells to what."""


def _as_proposed(
    lines: tuple[Line, ...], sections: list[Section | None], context: Context, as_written: str | None
) -> list[_Clause]:
    """ "Nämnden beslutar enligt förslaget": what was proposed in the same item is what was decided."""
    agreed = any(
        "förslag" in line.text and (match := _AS_PROPOSED.search(line.text)) and _is_own(match["subject"], context, as_written)
        for line, section in zip(lines, sections, strict=True)
        if section in (None, Section.DECISION)
    )
    if not agreed:
        return []
    clauses: list[_Clause] = []
    group: list[Line] = []
    for line, section in zip(lines, sections, strict=True):
        inline = _PROPOSED.match(line.text)
        if inline:
            clauses += _split(line.document.text, line.start + inline.end(), line.end)
        elif section is Section.PROPOSAL and not section_heading(line.text):
            if _ATT.match(line.text) or _NUMBERED.match(line.text):
                clauses += _clauses_of(group) if group else []
                group = [line]
            elif group and _continues_clause(group[-1], line):
                group.append(line)
    return clauses + (_clauses_of(group) if group else [])


_AS_PROPOSED = re.compile(
    rf"(?P<subject>.{{0,80}}?)\b{_DECIDE}\b\s+(?:enhälligt\s+)?(?:enligt|i\s+enlighet\s+med)\s+(?:\w+\s+){{0,2}}?förslag\w*",
    re.IGNORECASE,
)
_PROPOSING = re.compile(r"^[^.]*\bföresl(?:år|og)\b[^.]*\batt\s", re.IGNORECASE)
_PROPOSED = re.compile(r"^\W*(?:\w+s\s+)?förslag(?:\s+till\s+beslut)?\s*:\s*(?=att\b)", re.IGNORECASE)


_BEGINS_ANEW = re.compile(r"^Beslut(?:as|ades|ats)\s+att\b")
""" "Beslutas att …" at the head of a line is a sentence, though the line before it ended without a full stop."""


def _stretches(lines: tuple[Line, ...], wanted: list[bool]) -> list[Span]:
    spans: list[Span] = []
    for line, take in zip(lines, wanted, strict=True):
        if not take or section_heading(line.text):
            continue
        begins_anew = _BEGINS_ANEW.match(line.text) is not None
        if spans and not begins_anew and not line.document.text[spans[-1][1] : line.start].strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def _decision(text: str, clause: _Clause, context: Context, on: dt.date | None) -> Decision | None:
    raw = text[clause.start : clause.end]
    trimmed = _TAIL.sub("", raw)
    end = clause.start + len(trimmed)
    words = squash(trimmed)
    if len(words) < 6 or not any(c.isalpha() for c in words):
        return None
    kind, match = decision_kind(words)
    if (
        not clause.listed
        and match is None
        and not words.lower().startswith("att")
        and not _INFINITIVE.match(words)
        and not _ORDERS.search(words)
        and not re.search(r"\b\w+(?:as|es|er|ar|s)\b", words)
    ):
        return None
    if clause.of is not None:
        to = targets(clause.of, context)
        return Decision(text=words, kind=DecisionKind.RECOMMEND, targets=to, object=words, span=(clause.start, end))
    to, what = addressees(words, kind, context)
    due = next((d.date for d in find_dates(words, on) if on is None or d.date > on), None) if kind in _ADDRESSED else None
    return Decision(text=words, kind=kind, targets=to, object=what, due=due, span=(clause.start, end))


_ADDRESSED = {DecisionKind.RECOMMEND, DecisionKind.ASSIGN, DecisionKind.PETITION, DecisionKind.INVITE, DecisionKind.APPOINT}
_ASKS = {DecisionKind.RECOMMEND, DecisionKind.ASSIGN, DecisionKind.PETITION}
"""What is asked of another has an att-sats of its own inside."""
_ADDRESS = {
    DecisionKind.RECOMMEND: (
        r"rekommender\w+\s+(?P<to>.+?)\s+(?P<what>att\s.+|(?:till|en|ett|om)\s.+)$",
        r"(?P<to>.+?)\s+rekommenderas\s+(?P<what>.+)$",
        r"föresl(?:å|år|ås)\s+(?P<to>.+?)\s+(?:att\s+)?(?P<what>(?:besluta\s+)?att\s.+|besluta.*)$",
    ),
    DecisionKind.ASSIGN: (
        r"\b(?:ge|ger|gav|lämna|lämnar)\s+(?P<to>.+?)\s+(?:i|ett|det)?\s*uppdrag(?:et)?\s+(?P<what>.+)$",
        r"\buppdra(?:r|s|ges)?\s+(?:åt|till)\s+(?P<to>.+?)\s+(?P<what>(?:att|med)\s.+)$",
        r"(?P<to>.+?)\s+(?:får|få|fick|ges|gavs)\s+(?:\w+\s+)?(?:i\s+|ett\s+)?uppdrag(?:et)?\s+(?P<what>.+)$",
        r"(?P<to>.+?)\s+uppdras?\s+(?P<what>att\s.+)$",
        r"delegera\w*\s+(?:(?P<what>.+?)\s+)?till\s+(?P<to>.+?)(?:\s+att\s.*)?$",
        r"uppdraget\s+(?:lämnas|ges)\s+till\s+(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"(?P<to>.+?)\s+ansvara(?:r)?\s+för\s+(?P<what>att\s.+)$",
    ),
    DecisionKind.PETITION: (
        r"tillskriv\w+\s+(?P<to>.+?)\s+(?P<what>(?:att|om|med|angående|gällande|kring|rörande)\s.+)$",
        r"tillskriv\w+\s+(?P<to>.+?)\s+(?P<what>(?:i|för)\s.+)$",
        r"(?:hemstäl\w+|anhåll\w+|begär\w*)\s+(?:hos|till|av|från)\s+(?P<to>.+?)\s+(?P<what>(?:att|om)\s.+)$",
        r"(?:uppmana|anmoda|anmana)\w*\s+(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"tillskriv\w+\s+(?P<to>.+)(?P<what>)$",
    ),
    DecisionKind.INVITE: (
        r"bjud\w*\s+in\s+(?P<to>.+?)\s+(?P<what>(?:för\s+att|att|till|för)\s.+)$",
        r"(?P<to>.+?)\s+(?:bjuds\s+in|inbjuds)\s+(?P<what>.+)$",
        r"(?:bjud\w*\s+in|inbjud\w*)\s+(?P<to>.+)(?P<what>)$",
    ),
    DecisionKind.APPOINT: (
        r"(?:utse|utser|utsåg|välja|väljer|valde|nominera|förordna)\w*\s+(?:som\s+\w+\s+)?(?P<to>.+?)\s+(?:till|som|att)\s+(?P<what>.+)$",
        r"till\s+(?P<what>\w+)\s+(?:utse|utses|välja|väljs|utsågs|valdes)\s+(?P<to>.+)$",
        r"(?P<to>.+?)\s+(?:utses|väljs|utsågs|valdes)\s+(?:till|som)\s+(?P<what>.+)$",
        r"(?:utse|utser|utsåg|välja|väljer|valde)\s+(?P<to>.+)(?P<what>)$",
    ),
}
_OBJECT = {
    DecisionKind.TABLE: (
        r"lägg(?:a|er)\s+(?P<what>.+?)\s+till\s+(?:handlingarna|protokollet)",
        r"(?P<what>.+?)\s+(?:läggs|lades)\s+till\s+handlingarna",
    ),
    DecisionKind.APPROVE: (r"(?:godkänn|bifall|tillstyrk|bevilj)\w*\s+(?P<what>.+)$", r"ställ\w+\s+sig\s+bakom\s+(?P<what>.+)$"),
    DecisionKind.ADOPT: (r"(?:anta|antar|fastställ\w+)\s+(?P<what>.+)$", r"(?P<what>.+?)\s+(?:antas|fastställs)"),
    DecisionKind.POSTPONE: (r"(?:bordlägg|återremitter)\w*\s+(?P<what>.+?)(?:\s+till\s.+)?$", r"skjut\w*\s+upp\s+(?P<what>.+)$"),
    DecisionKind.REJECT: (r"(?:avslå|avslår|avstyrk\w+|avvisa)\s+(?P<what>.+)$",),
    DecisionKind.NOTE: (r"(?:noter|anteckn)\w*\s+(?P<what>.+)$",),
}


def addressees(clause: str, kind: DecisionKind, context: Context) -> tuple[list[str], str | None]:
    """Whom an att-sats is addressed to, and what it asks for or disposes of. Empty and None where it does not say."""
    bare = re.sub(r"^att\s+", "", clause, flags=re.IGNORECASE)
    for pattern in _ADDRESS.get(kind, ()):
        if match := re.search(pattern, bare, re.IGNORECASE):
            to = re.sub(r"^(?:i\s+övrigt|även|också|därmed)\s+", "", match["to"], flags=re.IGNORECASE)
            what = squash(match["what"] or "") or None
            return targets(to, context), what
    if kind in _ADDRESSED:
        return [n.name for n in find_named(bare, context)][:1], None
    for pattern in _OBJECT.get(kind, ()):
        if match := re.search(pattern, bare, re.IGNORECASE):
            what = re.split(r"\s+(?:samt|och)\s+att\s", match["what"])[0]
            return [], squash(what).strip(" ,.")
    return [], None


def _prior(
    lines: tuple[Line, ...],
    sections: list[Section | None],
    used: set[int],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
) -> list[PriorDecision]:
    """Sentences that tell what another body, or an earlier meeting, decided."""
    found: list[PriorDecision] = []
    wanted = [
        line.index not in used and s in (None, Section.DECISION, Section.BACKGROUND, Section.EARLIER)
        for line, s in zip(lines, sections, strict=True)
    ]
    for start, end in _stretches(lines, wanted):
        text = lines[0].document.text
        for s, e in iter_sentences(text, start, end):
            sentence = text[s:e]
            verb = _PAST.search(sentence)
            if not verb:
                continue
            named = [n for n in find_named(sentence, context) if n.known or BODY_NOUN.search(n.name)]
            subjects = [n for n in named if n.end <= verb.start()] or [n for n in named if 0 <= n.start - verb.end() <= 2]
            dates = [d.date for d in find_dates(sentence, on)]
            own = as_written and fold(as_written) in fold(sentence[: verb.start() + 90])
            other = (
                subjects and not own and not is_same_forum(sentence[subjects[-1].start : subjects[-1].end], context, as_written)
            )
            earlier = (bool(dates) and on is not None and min(dates) < on) or bool(_EARLIER.search(sentence[: verb.start()]))
            if not other and not earlier:
                continue
            kind, _ = decision_kind(sentence[verb.start() :].replace("avslagit", "avslog"))
            found.append(
                PriorDecision(
                    forum=subjects[-1].name if subjects else None,
                    date=min(dates) if dates else None,
                    kind=kind,
                    quote=squash(sentence),
                    span=(s, e),
                )
            )
    return found
