"""Decisions told in sentences, where no block or heading holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.names import lowered_between
from graph.record import DecisionKind, Span
from ingest.bodies import find_named
from ingest.decisions.acts import is_thing_done, is_to_be_done
from ingest.decisions.blocks import ItemLines, read_block
from ingest.decisions.clauses import ASKS, ATT, LEAD, NUMBERED, PROPOSED_BY, Clause
from ingest.decisions.deciders import Minutes, begins_with_forum, is_forum_phrase, is_subject
from ingest.decisions.earlier import AT_EARLIER, is_dated_earlier, is_earlier
from ingest.decisions.inline import find_clause, with_joined
from ingest.decisions.leads import PROPOSED, after_label, begins_with_infinitive, follows_proposal
from ingest.decisions.line_ends import continues_clause, is_broken_on_purpose
from ingest.decisions.sections import asks_to_decide, is_motion
from ingest.decisions.splitting import clauses_of, split_clauses
from ingest.decisions.stated import ELECTED, INSIDE, MODAL, is_named, states_decision
from ingest.document import Document
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite, is_infinitive
from ingest.vocabulary import BODY_NOUN, Section, section_heading

_BEGINS_ANEW = re.compile(r"^Beslut(?:as|ades|ats)\s+(?:[a-zåäö]+\s+){0,2}att\b")
""" "Beslutas att …" at the head of a line is a sentence, though the line before it ended without a full stop."""
_DECIDES_FIRST = re.compile(r"^[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,3}?\s+(?:beslutar|beslutade|beslöt)\b")
_RETOLD = re.compile(
    r"^(?:\W*\d*\W*)(?:rapport(?:er)?|återrapport\w*|information|redogörelse|referat|nytt|nyheter|aktuellt|återkoppling|(?:anmälan\s+av\s+)?protokoll)\s+(?:från|om|av)\b",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:anmälningarna|anmälningsärendena|delgivningarna|meddelandena|skrivelserna|protokollen|handlingarna)\s+(?:läggs|lades|noteras|noterades|antecknas|antecknades)\b",
    re.IGNORECASE,
)
""" "Anmälningarna läggs till handlingarna.": what was listed, minutes of others among it, is filed at this meeting."""
_GATHERED = re.compile(r"möte|sammanträde|konferens|stämma|träff", re.IGNORECASE)
_TITLE_WORDS = 12
_COLON = re.compile(r":\s")
_IN_LINE = re.compile(r":\s+[^A-ZÅÄÖ\s][^\n:]*$")
_LISTED_WORDS = 20
""" "Föreslagna datum godkänns: 9 februari och 6 april." says what; what goes on for longer behind a colon is another matter."""
_ADDED = re.compile(
    r"\bmed\s+(?:följande|nedanstående)\s+(?:tillägg|ändring(?:ar)?|justering(?:ar)?|komplettering(?:ar)?|rättelser?)$"
)
""" "Dagordningen godkänns med följande tillägg: Anna Ek frågar om bryggan.": what was added belongs to it."""
_EMPTY_LINE = re.compile(r"^[ \t]*\n[ \t]*\n|\n[ \t]*\n[ \t]*$")


def iter_told(item: ItemLines, title: str, alone: bool = True) -> list[Clause]:
    """The clauses of sentences that stand in no section: with "beslutar att", asked of another body, or stated outright.

    `alone`: no label or heading of the item decides anything; only then does the forum decide by what it recommends.
    """
    clauses: list[Clause] = []
    retold = is_retold(title, item.minutes)
    last: Span | None = None
    for start, end in find_stretches(item.lines, [s is None for s in item.sections]):
        heading = item.text[start:end].split("\n", 1)[0]
        retold = retold or (len(heading.split()) <= _TITLE_WORDS and is_retold(heading, item.minutes))
        for s, e in _begun_anew(item, iter_sentences(item.text, start, end)):
            sentence = item.text[s:e]
            if alone and ("ppdr" in sentence or "mandat" in sentence) and _gives_task(sentence, item.minutes):
                clauses.append(Clause(s, e, listed=True))
                last = (s, e)
                continue
            if last is not None and clauses and _is_due(item.text, clauses[-1], last, (s, e)):
                clauses.append(Clause(s, e, listed=True))
                last = (s, e)
                continue
            if item.text.startswith("Att ", s) and _goes_on(item.text, clauses, last) and not _judges(sentence):
                clauses += split_clauses(item.text, s, e)
                last = (s, e)
                continue
            if _sends_on(sentence, item.minutes) and not (
                _is_paragraph(item.text, (s, e), (start, end))
                or (alone and (_is_next(clauses, last) or _is_line(item.text, s, e)) and _asks_itself(sentence, item.minutes))
            ):
                continue
            clauses += _clauses_in(item.text, s, e, item.minutes, retold and not _FILED.match(item.text, s))
            last = (s, e)
    words = item.text[slice(*last)].lower() if last and not clauses else ""
    thanks = _THANKS.match(item.text[slice(*last)]) if last and ("tackar" in words or "tagit del" in words) else None
    if last and thanks and is_forum_phrase(thanks["subject"], item.minutes):
        return [Clause(*last, listed=True)]
    return clauses


def _is_next(clauses: list[Clause], last: Span | None) -> bool:
    """Whether nothing is decided yet, or the sentence before this one decided."""
    return not clauses or (last is not None and clauses[-1].start >= last[0])


def _is_due(text: str, decided: Clause, last: Span, sentence: Span) -> bool:
    """Whether a sentence says when what the one before it in the line assigned is told of: "… i uppdrag att utreda saken. Utredningen ska
    redovisas i maj."."""
    return (
        decided.start >= last[0]
        and "\n" not in text[last[1] : sentence[0]]
        and _DUE.match(text, *sentence) is not None
        and decision_kind(text[decided.start : decided.end])[0] is DecisionKind.ASSIGN
    )


_DUE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:en|et)\s(?:ska|skall)\s(?:redovisas|återrapporteras|återredovisas|presenteras|avrapporteras|vara\s+klar[at]?)\b"
)


def _goes_on(text: str, clauses: list[Clause], last: Span | None) -> bool:
    """Whether the sentence before this one decided by an att-sats: "Rådet beslutar Att anta planen. Att sprida den." """
    return (
        bool(clauses)
        and last is not None
        and clauses[-1].start >= last[0]
        and text[clauses[-1].start : clauses[-1].start + 4].lower() == "att "
    )


_THANKS = re.compile(
    r"^(?P<subject>(?:\w[\w\s-]{0,60}?)?(?:nämnden|kommunstyrelsen|regionstyrelsen|fullmäktige|utskottet))\s+(?:tackar\s+för\s+(?:den\s+)?(?:information|redovisning|rapport|redogörelse|presentation|dragning|föredragning|återkoppling|genomgång)\w*\b"
    r"|har\s+tagit\s+del\s+av\s+(?:\w+\s+)?(?:information|meddeland|delgivning|redovisning|rapport|ärend|handling|beslut|delegationsbeslut|anmälning|skrivelse|protokoll)\w*\.?$)",
    re.IGNORECASE,
)
""" "Nämnden tackar för informationen.", "Nämnden har tagit del av meddelandena.": as the last word of a matter in which nothing else is decided, it disposes of it. What a council,
a group or the board of an association is glad of is courtesy."""


_ANEW = re.compile(
    r"\s(?<=[\wåäö.)”]\s)\s*(?=[A-ZÅÄÖ]|\w*[Aa]nteckningarna\s)(?=Till\s+[\wåäö]+\s+(?:valdes|utsågs|utses|väljs)\b|Beslut(?:as|ades)\s+att\b|(?P<body>[A-ZÅÄÖ][\wåäö-]*)\s+(?:beslutar(?=\s+att\b)|beslutade|beslöt|godkände|godkänner|fastställde|fastställer|antog|noterade|noterar|utsåg|utser|rekommenderar|rekommenderade|uppdrar|uppdrog|avslår|avslog|föreslår(?=\s[^.:]{3,60}?\s(?:att\s+)?besluta\b))\b"
    r"|(?:[A-ZÅÄÖ]?\w*[Aa]nteckningarna|Protokollet|Ärendet|Frågan|Rapporten|Informationen|Redovisningen|Föredragningslistan|Dagordningen)(?:\s+av\s+[a-zåäö]+)?\s+(?:läggs|lades|godkänns|godkändes|bordläggs|noteras|antecknas|fastställs|fastställdes)\b"
    r"|[A-ZÅÄÖ][a-zåäö]+(?:[aeo]rna|en|et)\s+(?:får|fick|ges)\s+i\s+uppdrag\s+att\b|[A-ZÅÄÖ-]{4,}\s+BESLUTAR\b)"
)
_OTHER_DECIDES = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]*(?:nämnden|styrelsen|utskottet|fullmäktige|direktionen)\s+(?:beslutar|beslutade|beslöt)\s+att\s"
)
""" "Utskottet beslutade att bereda frågan Kommunstyrelsen beslutade att …": what another body decided begins anew."""
_JOINS = re.compile(
    r"(?:[,(]|\b(?:att|där|som|när|då|vid|på|i|av|och|samt|men|om|för|till|från|eller|än|har|hade|sedan|den|det|efter|innan|enligt))$",
    re.IGNORECASE,
)


def _begun_anew(item: ItemLines, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, cut where the forum or an election begins another without a full stop before it.

    "… enligt bilaga 2 Nämnden godkände planen": in a copy that lost its line ends, or behind a letter ("bilaga B. Nämnden …").
    """
    for start, end in sentences:
        at = start
        for match in _ANEW.finditer(item.text, start, end):
            body = match["body"]
            if (
                body is None or is_forum_phrase(body, item.minutes) or _OTHER_DECIDES.match(item.text, match.end())
            ) and not _JOINS.search(item.text[at : match.start()]):
                yield at, match.start()
                at = match.end()
        yield at, end


def _sends_on(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence recommends, assigns or petitions outright: inside running text that is a movement of the item."""
    kind, told = decision_kind(sentence)
    if kind not in ASKS or (told is not None and told.group().startswith("ställ")):
        return False  # what the forum stands behind it has decided
    return find_clause(sentence, minutes) is None and not asks_to_decide(sentence)


def _is_paragraph(text: str, sentence: Span, around: Span) -> bool:
    before, after = text[around[0] : sentence[0]], text[sentence[1] : around[1]]
    return (not before.strip() or bool(_EMPTY_LINE.search(before))) and (not after.strip() or bool(_EMPTY_LINE.match(after)))


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether a sentence fills its line, below one that ended: notes whose paragraphs are lines without empty ones between."""
    above = text[:start].rstrip(" \t")
    return above.endswith((".\n", "!\n", "?\n")) and text[end : end + 1] in ("", "\n")


_ASKS_NOW = re.compile(
    r"\s+(?:rekommenderar|rekommenderade|uppmanar|uppmanade|förordar|förordade|skriver\s+till|föreslår(?=\s+(?:att\s+)?[\wåäö-]*(?:fullmäktige|styrelsen)\s))\b"
)


def _asks_itself(sentence: str, minutes: Minutes) -> bool:
    """ "Rådet rekommenderar kommunerna att anta planen.": the forum itself asks."""
    asks = _ASKS_NOW.search(sentence)
    subject = sentence[: asks.start()] if asks else ""
    if not (asks and subject and is_named(subject, minutes) and is_forum_phrase(subject, minutes)):
        return False
    return not (asks.group().endswith("ade") and is_dated_earlier(subject, sentence[asks.end() :], minutes))


_GIVES_TASK = re.compile(
    r"^(?P<subject>(?!Ing(?:en|a)\b)[A-ZÅÄÖ](?:[^.:;]{2,120}?|[A-ZÅÄÖ](?=\s+(?:gav|ger|fick|får|ges|gavs)\b)))\s+(?P<verb>får|fick|ges|gavs|gav|ger)\s+(?P<to>(?:(?!i\s)[^\W\d][\w-]*,?\s+){0,8}?)(?:i\s+uppdrag|(?:fortsatt|förnyat|nytt)\s+uppdrag|uppdraget|mandat)\s+att\b"
)


_CHARGES = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.:;]{2,80}?)\s+(?:uppdrog|uppdrar)\s+(?:åt|till)\s+(?P<rest>[^.]{3,60}?\s+att\s.*)$", re.DOTALL
)


_CHARGED = re.compile(r"Uppdr(?:ogs|as|ages)\s+(?:åt|till)\s+[^.:;]{2,60}?\s+att\s")
""" "Uppdrogs åt Anna Ek att göra en enkät.", in notes that leave out who decides."""


def _charges(sentence: str, minutes: Minutes) -> bool:
    """Whether the forum charges somebody in so many words: "Nämnden uppdrog åt kontoret att bereda skrivelsen."."""
    if charged := _CHARGED.match(sentence):
        return AT_EARLIER.search(sentence, charged.end()) is None
    match = _CHARGES.match(sentence)
    return (
        match is not None
        and _is_by_forum(match["subject"], minutes)
        and not is_earlier(match["subject"], match["rest"].partition(" att ")[0], minutes)
        and not AT_EARLIER.search(match["rest"])
    )


def _is_by_forum(before: str, minutes: Minutes) -> bool:
    """Whether the words before a verb name the forum, and no more, or what it does besides: "Nämnden diskuterade frågan och"."""
    if _JOINS_VERB.search(before) is None:
        return is_named(before, minutes) and is_forum_phrase(before, minutes)
    return is_named(before, minutes) and not INSIDE.search(before) and not MODAL.search(_IS_MINDED.sub("", before))


_JOINS_VERB = re.compile(r",?\s(?:och|samt)$")
_IS_MINDED = re.compile(r"\bär\s+(?=(?:positiv|enig|överens|eniga|nöjd)\w*\b)")


def _gives_task(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence gives somebody a task here and now: "Anna Ek fick i uppdrag att …", "Gruppen gav kansliet i uppdrag att …"."""
    given = _GIVES_TASK.match(sentence)
    if given is None:
        return _charges(sentence, minutes)
    if is_earlier(given["subject"], "", minutes) or AT_EARLIER.search(sentence, given.end()):
        return False
    if given["verb"] in {"gav", "ger"}:
        return bool(given["to"].strip()) and _is_by_forum(given["subject"], minutes)
    if has_finite(given["subject"]) or given["to"].strip():
        return False
    # In minutes of nobody knows which body any that is named may be the one that decides; an officer is none.
    unknown = minutes.as_written is None and not BODY_NOUN.search(given["subject"])
    return unknown or not is_forum_phrase(given["subject"], minutes)


def _clauses_in(text: str, start: int, end: int, minutes: Minutes, retold: bool) -> list[Clause]:
    sentence, lower = text[start:end], lowered_between(text, start, end)
    if (many := _asks_for_many(sentence, minutes)) is not None:
        return [Clause(c.start, c.end, of=many["to"]) for c in split_clauses(text, start + many.start("clause"), end)]
    if (offset := find_clause(sentence, minutes, lower)) is not None:
        found = [replace(c, listed=True) for c in split_clauses(text, start + offset, end)]
        return with_joined(text, start, _with_second(text, found, minutes), minutes)
    asked = asks_to_decide(sentence)
    if asked and is_forum_phrase(asked["to"], minutes):
        return []  # "Gruppen föreslår att styrelsen beslutar att …": proposed to this body, not by it
    if asked and is_subject(asked["subject"], f" {asked['to']}", minutes):
        return [Clause(c.start, c.end, of=asked["to"]) for c in split_clauses(text, start + asked.start("clause"), end)]
    lead = LEAD.match(sentence)
    begin = start + (after_label(sentence) or (lead.end() if lead else 0))
    if views := _NO_VIEWS.match(text, begin, end):
        begin = views.end()
    colon = _COLON.search(text, begin, end)
    stop = colon.start() if colon else -1
    if colon and _says_what_about(text, (begin, colon.start()), (colon.end(), end), minutes) and not retold:
        return [Clause(colon.end(), end, listed=True)]
    if stop >= 0 and states_decision(text[begin:stop], minutes, retold):
        added = _ADDED.search(text[begin:stop])
        listed = (added or _IN_LINE.match(text[stop:end])) and len(text[stop:end].split()) <= _LISTED_WORDS
        return [Clause(begin, end if listed else stop, listed=True)]
    return [Clause(begin, end, listed=True)] if states_decision(text[begin:end], minutes, retold) else []


_MANY_ASKED = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+(?:beslutar|beslutade|beslöt)\s+föreslå\s+(?:[\wåäö-]+\s+föreslå\s+)?(?P<to>[^.:,]{3,60}?)\s+(?P<clause>att\s[^.]{3,}?(?:,|,?\s(?:samt|och))\s+att\s.*)",
    re.DOTALL,
)


def _asks_for_many(sentence: str, minutes: Minutes) -> re.Match[str] | None:
    """ "Nämnden beslutar föreslå fullmäktige att avgiften höjs, att rabatten behålls": each is asked for."""
    match = _MANY_ASKED.match(sentence) if " föreslå " in sentence else None
    return match if match and is_subject(match["subject"], f" föreslå {match['to']}", minutes) else None


_NO_VIEWS = re.compile(
    r"(?:[Ii]nget\s+att\s+(?:anmärka|erinra|tillägga)(?:,\s+|\s+(?:och|varför|varpå)\s+)(?=[a-zåäö])|(?:I\s+övrigt\s+)?(?:(?:[Ff]ramkom(?:mer)?|[Ff]anns|[Ff]inns|[Dd]et\s+finns|[Dd]et\s+fanns)\s+)?[Ii]nga\s+(?:[a-zåäö]+\s+){0,2}?(?:synpunkter|invändningar|erinringar|anmärkningar|kommentarer)\b[^.,:]{0,40}?"
    r",?\s+(?:och|varför|varpå|varefter|utan)\s+(?=[a-zåäö]*(?:protokollet|anteckningarna|dagordningen|rapporten|punkten|ärendet|den|de|det)\s))"
)
""" "Inga synpunkter framkom och protokollet lades till handlingarna": only what stands behind decides."""


def _says_what_about(text: str, label: Span, rest: Span, minutes: Minutes) -> bool:
    """ "Plats i styrgruppen: rådet utser Anna Ek": what it concerns stands before a colon, and what the forum does, or who
    was elected, behind it."""
    words = text[rest[0] : rest[1]]
    if ELECTED.match(words):
        return True
    return (
        begins_with_forum(words, minutes)
        and not has_finite(text[label[0] : label[1]])
        and not decision_kind(text[label[0] : label[1]])[1]
        and states_decision(words[:1].upper() + words[1:], minutes)
    )


_AND_DECIDES = re.compile(
    r",?\s+(?:och|samt|men)\s+(?=(?:[\wåäö-]+\s+){0,5}?(?:beslutade|beslöt|enades|bestämde|bestämdes|kom|var)\b)"
)


def _with_second(text: str, clauses: list[Clause], minutes: Minutes) -> list[Clause]:
    """The clauses, the last cut where the forum decides once more: "… att planen antas, och rådet enades om att sprida den"."""
    last = clauses[-1]
    for match in _AND_DECIDES.finditer(text, last.start, last.end):
        offset = find_clause(text[match.end() : last.end], minutes)
        if offset is not None:
            more = [replace(c, listed=True) for c in split_clauses(text, match.end() + offset, last.end)]
            return [*clauses[:-1], replace(last, end=match.start()), *more]
    return clauses


def is_retold(title: str, minutes: Minutes) -> bool:
    """Whether a title says that another body's meeting is told of: "Rapport från styrgruppens möte"."""
    match = _RETOLD.match(title)
    if match is None:
        return False
    rest = title[match.end() :]
    named = [rest[n.start : n.end] for n in find_named(rest, minutes.context)] or BODY_NOUN.findall(rest)
    return bool(_GATHERED.search(rest)) or any(not minutes.is_forum(n) for n in named)


def iter_loose(item: ItemLines) -> list[Clause]:
    """ "Att godkänna dagordningen." on a line of its own: what is decided, without a word of deciding."""
    clauses: list[Clause] = []
    group: list[Line] = []
    for i, (line, section) in enumerate(zip(item.lines, item.sections, strict=True)):
        if group and ATT.match(line.text) and not line.blank_before and _says_what_happens(line.text):
            clauses += clauses_of(group)
            group = [line]
            continue
        if group and not ATT.match(line.text) and continues_clause(group[-1], line):
            group.append(line)
            continue
        clauses += clauses_of(group) if group else []
        group = [line] if section is None and _is_loose(item.lines, i) else []
    clauses += clauses_of(group) if group else []
    return clauses or _loose_sentences(item)


def _says_what_happens(text: str) -> bool:
    """Whether an att-sats says what is done with a thing, as one below another that decides may: "Att planen ses över varje år"."""
    lead = LEAD.match(text)
    return is_thing_done(text[lead.end() if lead else 0 :].replace("Att ", "att ", 1))


def _loose_sentences(item: ItemLines) -> list[Clause]:
    """ "Inga synpunkter framkom. Att lägga protokollet till handlingarna.": a sentence of its own in a paragraph."""
    clauses: list[Clause] = []
    for start, end in find_stretches(item.lines, [s is None for s in item.sections]):
        before = ""
        for s, e in _with_bare_att(item.text, iter_sentences(item.text, start, end)):
            sentence = item.text[s:e]
            if (
                sentence[:4].lower() == "att "
                and (_tells_what(sentence) or (sentence[0] == "a" and before.endswith(".") and _says_to_do(sentence)))
                and (_VOTED.search(before) or _IS_READY.search(before) or not _LEADS_IN_OTHER.search(before))
            ):
                clauses += split_clauses(item.text, s, e)
            before = sentence
    return clauses or _first_deeds(item)


def _first_deeds(item: ItemLines) -> list[Clause]:
    """ "Godkänna rapporten. Resultatet förs till nästa år." first of all in an item: in a copy that lost the line that leads it in,
    because it stands on every page."""
    clauses: list[Clause] = []
    for start, end in find_stretches(item.lines[:1], [s is None for s in item.sections[:1]]):
        for s, e in iter_sentences(item.text, start, end):
            sentence = item.text[s:e]
            if not (_begins_with_deed(sentence) or (clauses and is_to_be_done(sentence) and not PROPOSED_BY.search(sentence))):
                break
            clauses.append(Clause(s, e, listed=True))
    return clauses


def _begins_with_deed(sentence: str) -> bool:
    """Whether a sentence begins with the infinitive of what a body decides to do, and says no more: "Avslå motionen."."""
    if not (sentence[:1].isupper() and sentence.endswith(".") and begins_with_infinitive(sentence)):
        return False
    told = decision_kind(sentence)[1]
    return told is not None and told.start() == 0 and not has_finite(sentence)


_VOTED = re.compile(r"\bfinner\s+att\b")
"""The outcome of a vote stands before what was decided, though it speaks of proposals."""
_IS_READY = re.compile(
    r"\b(?:har|hade)\s+(?:[\wåäö]+\s+){0,3}?(?:upprättat|utarbetat|tagit\s+fram|arbetat\s+fram|lämnat|skickats|sänts|delats\s+ut)\b[^.]*\.$"
)
""" "Kansliet har upprättat ett förslag." tells of a proposal, and proposes nothing itself."""
_BARE_ATT = re.compile(r"\s(?<=[a-zåäö0-9)][.!?]\s)\s*(?=att\s+[a-zåäö])")


def _with_bare_att(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, cut where an att-sats in lower case begins behind a full stop: "… vill vänta. att ge kontoret i uppdrag"."""
    for start, end in sentences:
        at = start
        for match in _BARE_ATT.finditer(text, start, end):
            yield at, match.start()
            at = match.end()
        yield at, end


def _judges(clause: str) -> bool:
    """Whether an att-sats is the subject of a judgement; what a subordinate clause of it says is none: "… då ansökan är ofullständig"."""
    reason = _REASON.search(clause)
    return _JUDGES.search(clause[: reason.start()] if reason else clause) is not None


_REASON = re.compile(r",?\s(?:då|eftersom|därför\s+att|med\s+anledning\s+av)\s")
_JUDGES = re.compile(r"\b(?:är|innebär|kräver|kan|skulle|blir|vore|betyder|var|har|borde|ger\s+inte|kostar)\b", re.IGNORECASE)
""" "Att anta planen innebär kostnader." says something of it."""


_LEADS_IN_OTHER = re.compile(
    r"(?::|\b(?:förslag\w*|föresl\w+|yrka\w*|syfte\w*|mål\w*|för|om|är|genom|med|av|och|till))\s*$|\bföresl\w+|\byrka\w*|\bförslag",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"^att\s+(?:(?:i\s+övrigt|med\s+\w+|därmed|även)\s+)?", re.IGNORECASE)


def _is_loose(lines: tuple[Line, ...], i: int) -> bool:
    text = lines[i].text
    lead = LEAD.match(text)
    clause = text[lead.end() :] if lead else text
    if not clause.lower().startswith("att ") or not _tells_what(clause):
        return False
    if i and text[:1] == "a" and _is_wrapped(lines[i - 1], lines[i]):
        return False
    k = i - 1
    while k >= 0 and ATT.match(lines[k].text):
        k -= 1
    return k < 0 or not _LEADS_IN_OTHER.search(lines[k].text)


def _is_wrapped(before: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the line before: "… förbundet kommer" / "att bjuda in till en träff"."""
    if line.blank_before or ATT.match(before.text) or before.text.endswith((".", ":", ",", "!", "?", ";")):
        return False
    return len(before.text.split()) > _LISTED_WORDS // 3 and not is_broken_on_purpose(before.text, line.text)


def _tells_what(clause: str) -> bool:
    """Whether an att-sats begins with what a body decides: "att i övrigt lägga …"."""
    before = _BEFORE_VERB.match(clause)
    begins = before is not None and begins_with_infinitive(clause, before.end())
    return begins and decision_kind(clause)[1] is not None and not _judges(clause)


def _says_to_do(clause: str) -> bool:
    """Whether an att-sats begins with what is to be done, in whatever words: "att avvakta kommunens svar"."""
    before = _BEFORE_VERB.match(clause)
    return before is not None and is_infinitive(clause[before.end() :].partition(" ")[0]) and not _judges(clause)


def iter_as_proposed(item: ItemLines) -> list[Clause]:
    """ "Nämnden beslutar enligt förslaget": what was proposed in the same item is what was decided; else the sentence is."""
    agreed = find_agreements(item)
    return (_proposed(item) or agreed[:1]) if agreed else []


def find_agreements(item: ItemLines) -> list[Clause]:
    """The sentences that say that what was proposed is decided, and no more."""
    wanted = [s in (None, Section.DECISION) for s in item.sections]
    if not any(take and "förslag" in lower for lower, take in zip(item.lowers, wanted, strict=True)):
        return []
    alone = [
        (x.start, x.end) for x, take in zip(item.lines, wanted, strict=True) if take and follows_proposal(x.text, item.minutes)
    ]
    found = dict.fromkeys(alone)
    for start, end in find_stretches(item.lines, wanted):
        for s, e in iter_sentences(item.text, start, end):
            if follows_proposal(item.text[s:e], item.minutes) and not any(a < e and s < b for a, b in alone):
                found[s, e] = None
    return [Clause(s + after_label(item.text[s:e]), e, listed=True, kind=DecisionKind.APPROVE) for s, e in sorted(found)]


def _proposed(item: ItemLines) -> list[Clause]:
    clauses: list[Clause] = []
    group: list[Line] = []
    for line, section in zip(item.lines, item.sections, strict=True):
        inline = PROPOSED.match(line.text)
        if inline:
            clauses += split_clauses(item.text, line.start + inline.end(), line.end)
        elif section is Section.PROPOSAL and not section_heading(line.text):
            if ATT.match(line.text) or NUMBERED.match(line.text):
                clauses += clauses_of(group) if group else []
                group = [line]
            elif group and continues_clause(group[-1], line):
                group.append(line)
            elif not group and not clauses and decision_kind(line.text)[1] and not PROPOSED_BY.search(line.text):
                group = [line]
    found = clauses + (clauses_of(group) if group else [])
    return [replace(c, start=c.start + (find_clause(item.text[c.start : c.end], item.minutes) or 0)) for c in found]


_FIRST_WORD = re.compile(r"^(?P<body>[A-ZÅÄÖ][\wåäö-]*(?:fullmäktige|styrelsen|nämnden))\b")


def find_own_proposal(item: ItemLines) -> list[Clause]:
    """What this body proposes to another, in an item that decides nothing else: that is its decision.

    "Kommunstyrelsens förslag till beslut" / "Kommunfullmäktige antar planen.", "Förslag till kommunfullmäktige". To whom it is
    proposed must stand in the heading or first below it; below a heading of all proposals nothing is decided.
    """
    minutes = item.minutes
    moved = False
    for i, line in enumerate(item.lines[:-1]):
        heading = section_heading(line.text) if item.sections[i] is Section.PROPOSAL else None
        if heading is None:
            continue
        if not heading.body and not heading.to:
            if is_motion(line.text):
                moved = True
                continue
            return []
        if moved and not heading.to:
            continue
        other = heading.to if heading.to and not minutes.is_forum(heading.to) else None
        if (heading.body and not minutes.is_forum(heading.body)) or not (heading.body or other):
            continue
        first = _FIRST_WORD.match(item.lines[i + 1].text)
        other = other or (first["body"] if first and not minutes.is_forum(first["body"]) else None)
        return read_block(item, i + 1, implicit_att=False, headed=True, asked=other)[0] if other else []
    return []


def find_in_title(document: Document, span: Span, minutes: Minutes) -> list[Clause]:
    """What is decided in a title that is a whole sentence; a title that names a matter decides nothing."""
    start, end = span
    text = document.text
    sentence = text[start:end].rstrip()
    ended = sentence.endswith((".", ":")) or text[end : end + 1] in (".", ":")
    if not ended and len(sentence.split()) > _TITLE_WORDS:
        return []
    return _clauses_in(text, start, end, minutes, retold=False)


def _begins_anew(line: Line, before: Line | None) -> bool:
    """Whether a line that decides begins a sentence, though the line before it ended without a full stop."""
    if _BEGINS_ANEW.match(line.text):
        return True
    return before is not None and _DECIDES_FIRST.match(line.text) is not None and is_broken_on_purpose(before.text, line.text)


def find_stretches(lines: tuple[Line, ...], wanted: list[bool]) -> list[Span]:
    """Runs of wanted lines that stand together in the text; headings of sections part them, and the borders of cells."""
    spans: list[Span] = []
    before: Line | None = None
    for line, take in zip(lines, wanted, strict=True):
        if not take or section_heading(line.text):
            continue
        begins_anew = "esl" in line.text and _begins_anew(line, before)
        before = line
        begins_anew = begins_anew or (line.blank_before and bool(spans) and "\t" in line.document.text[spans[-1][1] : line.start])
        if spans and not begins_anew and not line.document.text[spans[-1][1] : line.start].strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans
