"""Those whom sentences before the first item tell of as there, without a list: "Förutom ordföranden deltog Anna Ek Mora, Bo Alm Orsa samt
Cilla Berg Falun", "Anna Ek och Bo Alm var närvarande", "Mora företräddes av Anna Ek", "Ordförande Anna Ek hälsade Bo Alm välkommen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.names import fold
from graph.record import Span, Status
from ingest.attendance.flow import read_flow
from ingest.attendance.listing import list_names
from ingest.attendance.model import Body, Category, Codes, Context, Draft
from ingest.sentences import iter_sentences

_MEETING = r"(?:(?:dagens|detta|hela|det(?:ta)?)\s+)?(?:\w+\s+)?\w*(?:möte|mötet|sammanträde|sammanträdet|träffen|konferensen|rummet|lokalen)\b"
_HINT = re.compile(
    r"\b(?:del(?:tog|tar)|medverka|närvar|var\s+med\b|med\s+från|på\s+plats|infun|infann|kom\s|satt\s|(?:representera|företräd)\w*\s+av|hälsa|välkomna|öppna|ledde|leder|förde|deltagare|samlade|träffades|möttes|sammanträffade|vi\s+(?:som|var))",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:inte|ej|icke|ingen|inga|frånv\w*|förhind\w*|återbud|ut[oe]m|sjuk\w*|saknade\w*|ersätt\w*|ersatt\w*|i\s?stället|ställe|nästa|kommande|förra|kallad\w*|inbjuden|inbjudna)\b|§|\b(?:punkt|ärende)",
    re.IGNORECASE,
)
"""Words that tell of absence, of a part of the meeting, or of another meeting: such a sentence is not for here."""
_CAME = r"(?:del(?:tog|tar)|medverka(?:de|r)|närvara(?:de|r))"
_BESIDES = r"(?:Förutom|Utöver)\s[^,.\n]{3,60}?"
_ALSO = r"(?:\s+(?:även|också|dessutom|därutöver|följande(?:\s+personer)?|gjorde))?:?\s+"
_VERB_FIRST = re.compile(
    rf"(?:(?:Vid|På|I|Under)\s+{_MEETING}\s+{_CAME}|Till\s+{_MEETING}\s+(?:kom|hade\s+(?:\w+\s+)?(?:kommit|infunnit\s+sig))"
    rf"|På\s+(?:länk|plats|distans|Teams|Zoom|skärm)\s+{_CAME}|(?:Från|För|Via|Av|Som)\s(?P<side>[^.:\n]{{2,60}}?)\s+{_CAME}|{_BESIDES},?\s+{_CAME}|(?:Dessutom|Vidare|Även|Också|Därutöver)\s+{_CAME}"
    rf"|(?:Närvarande|Med|På\s+plats|Deltagare|Deltagande)(?:\s(?P<from>(?:på|vid|i|från|för|av)\s[^.:\n]{{2,60}}?))?\s+(?:var|är)|I\s+rummet\s+(?:satt|fanns)"
    rf"|(?:Samtliga|Alla|Hela)\s[^.:,\n]{{3,40}}?\s(?:var|är)\s+(?:närvarande|med|på\s+plats)(?:,\s+(?:nämligen|det\s+vill\s+säga|dvs\.?)|:)"
    rf"|Deltog|Deltar|(?:Mötet|Träffen|Sammanträdet)\s+samlade|Vi\s+(?:som\s+(?:deltog|träffades)\s+)?var){_ALSO}",
)
""" "Från Region Dalarna deltog", "Med från Mora var"; behind it the names."""
_SUBJECT_FIRST = re.compile(
    rf"(?:\s+(?:från|för)\s+[A-ZÅÄÖ][^.,\n]{{1,50}}?)?\s+(?:(?:träffades|möttes|sammanträffade|samlades)(?:\s+(?:i|på|hos|via|över)\s+[^.,\n\d]{{2,60}}|\s+(?:digitalt|fysiskt))?"
    rf"|(?:{_CAME}|(?:var|är|fanns)\s+(?:\w+\s+)?(?:närvarande|med|på\s+plats)))(?P<rest>(?:\s+(?:i|på|vid|under)\s+{_MEETING}|\s+(?:från|för|via|på\s+(?:distans|länk|plats|Teams)|digitalt|genom|fysiskt|över)\b[^.\n]{{0,60}}){{0,3}})\s*[.,;]?\s*\Z"
)
""" "… deltog i mötet", "… var med på länk": the end of a sentence that begins with the names."""
_STOOD_FOR = re.compile(r"\b(?:representera|företrä)(?:de|d)+es\s+av\s")
_WELCOMES = re.compile(
    r"\s+(?:hälsa(?:de|r)(?!\s+(?:från|till)\b)(?P<whom>[^.\n]*?)\bvälkom\w*|välkomna(?:de|r)\b(?!\s+(?:att|\w+\s+(?:om|av|att))\b)"
    r"(?P<whom2>(?:(?!\bhälsa)[^.\n])*))"
)
""" "hälsade Bo Alm välkommen", "välkomnade Bo Alm"; not "hälsade från Bo Alm", nor "välkomnade beslutet om …"."""
_LED_BY = re.compile(
    r"(?:Mötet|Sammanträdet|Träffen)\s+(?:öppna(?:de)?s|led(?:de)?s|inled(?:de)?s)\s+av\s+|Ordförande\s+(?:var|är)\s+"
)
_LEADS = re.compile(
    r"\s+(?:öppna(?:de|r)|led(?:de|er)|inled(?:de|er)|för(?:de)?)\s+(?:dagens\s+)?(?:mötet|möte|sammanträdet|träffen|anteckning\w*|minnesanteckning\w*|protokoll\w*)\b"
)
_OPENS = re.compile(
    r"(?:\W*(?:[Oo]rdf(?:örande)?n?|[Vv]ice\s+ordförande|[Mm]ötesledaren?|[Ss]ekreteraren?|[Ll]edamöterna)\b)?[ ,:]*\Z"
)
"""What may stand before the first name of a sentence that begins with names."""
_ELSEWHERE = re.compile(rf"\s*(?:i|på|vid)\s+(?!{_MEETING}|distans|länk|plats|Teams)", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:från|för)\s+(?=[A-ZÅÄÖ])")
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_PRESENT = Category(Status.PRESENT, True)


def read_told_in_first(context: Context, start: int, end: int) -> tuple[list[Draft], list[Span]]:
    """Those whom a sentence of the first item (`text[start:end]`) that is for telling so names as there ("Närvarande var samtliga i
    styrelsen, nämligen …"), and where it stands: for minutes that list nobody before."""
    if _NAMES_WHO_CAME.search(context.text, start, end) is None:
        return [], []
    for begin, stop in iter_sentences(context.text, start, end):
        lead = _NAMES_WHO_CAME.match(context.text, begin, stop)
        if lead is not None and not _AWAY.search(context.text, begin, stop) and (found := _read(context, begin, stop)):
            return [draft._replace(said=Status.PRESENT) for draft in found], [(begin, stop)]
    return [], []


_NAMES_WHO_CAME = re.compile(
    r"(?:Närvarande\s+(?:var|är)|(?:Samtliga|Alla|Hela)\s[^.:,\n]{3,40}?\s(?:var|är)\s+(?:närvarande|med|på\s+plats)[,:])\s"
)


def read_narrated(context: Context, end: int, taken: Sequence[Span], known: Sequence[Draft]) -> tuple[list[Draft], list[Span]]:
    """Those whom the sentences before `end`, outside the spans `taken`, tell of as there and who are not among the `known`; and where the
    sentences stand that are for naming them (who opened the meeting may be told in its first item)."""
    names = {fold(context.person_name(draft.span)) for draft in known}
    listed: list[tuple[Span, list[Draft]]] = []
    hosts: list[tuple[Span, list[Draft]]] = []
    for start, stop in _sentences(context.text, end):
        if any(start < b and a < stop for a, b in taken):
            continue
        for begin in _beginnings(context.text, start, stop):
            if found := _read(context, begin, stop):
                listed.append(((begin, stop), found))
                break
            if found := _read_hosts(context, begin, stop):
                hosts.append(((begin, stop), found))
                break
    hosts += _keepers(context, end, taken)
    if not known and not listed and sum(len(found) for _, found in hosts) < _FEWEST:
        hosts = []  # who opened the meeting is no list of who was there
    drafts: list[Draft] = []
    for _, found in [*listed, *hosts]:
        for draft in found:
            name = fold(context.person_name(draft.span))
            if name not in names:
                names.add(name)
                drafts.append(draft._replace(said=Status.PRESENT))
    return drafts, [span for span, _ in listed]


_FEWEST = 2


def _keepers(context: Context, end: int, taken: Sequence[Span]) -> Iterator[tuple[Span, list[Draft]]]:
    """Who keeps the minutes by words that stand over signatures elsewhere."""
    for keeps in _KEEPS.finditer(context.text, 0, end):
        if not any(keeps.start() < b and a < keeps.end() for a, b in taken):
            named = list_names(context, *keeps.span("who"))
            yield keeps.span(), [Draft(n.start, n.end, _PRESENT, n.known, role="sekreterare") for n in named]


_KEEPS = re.compile(
    r"^[ \t]*(?:Vid[ ](?:pennan|datorn|tangentbordet)|(?:Antecknat|Nedtecknat)[ ]av)[ \t]*(?::[ \t]*\n?|[ \t]|\n)(?P<who>[^\n:]{3,80})$",
    re.MULTILINE,
)
""" "Vid pennan: Anna Ek": no list has it, and the words are those of signatures."""


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence may begin: with its first words, or with a line below others that have no full stop."""
    yield start
    for line in _LINE.finditer(text, start, end):
        if not _GOES_ON.search(text, start, line.start()):
            yield line.end()


_LINE = re.compile(r"\n[ \t]*(?=[A-ZÅÄÖ])")
_GOES_ON = re.compile(r"(?:[,-]|\b(?:och|samt|att|som|av|från|till|för|i|på))\s*\Z")


def _sentences(text: str, end: int) -> Iterator[Span]:
    """The sentences before `end` that may tell who came, each in its own paragraph."""
    if not _HINT.search(text, 0, end):
        return
    for paragraph in _PARAGRAPH.finditer(text, 0, end):
        if not _HINT.search(text, *paragraph.span()):
            continue
        for start, stop in iter_sentences(text, *paragraph.span()):
            while start < stop and text[start].isspace():
                start += 1
            if _HINT.search(text, start, stop) and not _AWAY.search(text, start, stop) and "\t" not in text[start:stop]:
                yield start, stop


def _read(context: Context, start: int, end: int) -> list[Draft]:
    """Those whom a sentence names as there, where naming them is what it is for."""
    text = context.text
    if lead := _VERB_FIRST.match(text, start, end):
        return _behind(context, lead, end)
    if by := _STOOD_FOR.search(text, start, end):
        named = list_names(context, by.end(), end)
        if not named or _ELSEWHERE.match(text, named[-1].end, end):
            return []
        over = list(context.bodies(start, by.start()))
        return _flow(context, by.end(), end, over[0] if len(over) == 1 else None)
    names = list_names(context, start, end)
    if not names or not _OPENS.match(text[start : names[0].start]):
        return []
    last = next((m for n in reversed(names) if (m := _SUBJECT_FIRST.match(text, _entry_end(text, n.end, end), end))), None)
    return _flow(context, start, last.start()) if last is not None else []


def _read_hosts(context: Context, start: int, end: int) -> list[Draft]:
    """Who opened or led the meeting or took the notes, and whom they welcomed."""
    text = context.text
    if by := _LED_BY.match(text, start, end):
        return _flow(context, by.end(), end)[:1]
    if (titled := _TITLED.match(text, start, end)) and (
        _welcomed(text, titled.end(), end) or _LEADS.match(text, titled.end(), end)
    ):
        chair = Draft(*titled.span("who"), _PRESENT, known=False, role="ordförande")
        return [chair, *_whom(context, titled.end(), end)]
    names = list_names(context, start, end)
    if not names or not _OPENS.match(text[start : names[0].start]):
        return []
    behind = _entry_end(text, names[0].end, end)
    if _welcomed(text, behind, end) or _LEADS.match(text, behind, end):
        return [*_flow(context, start, behind), *_whom(context, behind, end)]
    return []


def _welcomed(text: str, start: int, end: int) -> Span | None:
    """Where it says who is welcomed, behind the name of who does it."""
    match = _WELCOMES.match(text, start, end)
    return match.span("whom" if match["whom"] is not None else "whom2") if match else None


def _whom(context: Context, start: int, end: int) -> list[Draft]:
    span = _welcomed(context.text, start, end)
    return _flow(context, *span) if span else []


def _entry_end(text: str, at: int, end: int) -> int:
    """Where a name ends with what stands in parentheses behind it."""
    aside = _ASIDE.match(text, at, end)
    return aside.end() if aside else at


_ASIDE = re.compile(r"[ ]?\([^()\n]{1,60}\)")
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
_TITLED = re.compile(rf"[Oo]rdförande(?:n)?\s+(?P<who>{_NAME}(?:\s+{_NAME}){{1,2}})(?=\s+[a-zåäö])")
""" "Ordförande Behcet Ek hälsade": a name behind the title and before a small word, known or not."""


def _behind(context: Context, lead: re.Match[str], end: int) -> list[Draft]:
    """Those named behind the verb, each part ("…, från Mora Anna Ek") with its own body."""
    text = context.text
    side = lead.span("side") if lead["side"] else lead.span("from") if lead["from"] else None
    over = list(context.bodies(*side)) if side is not None else []
    names = list_names(context, lead.end(), end)
    if not names or names[0].start - lead.end() > _REACH or _ELSEWHERE.match(text, names[-1].end, end):
        return []
    cuts = [
        m.start()
        for m in _SIDE.finditer(text, lead.end(), end)
        if any(b.span[0] <= m.end() + 1 for b in context.bodies(m.end(), end)[:1])
    ]
    if not cuts or text[lead.end() : cuts[0]].strip():
        begin = names[0].start if _ALL_OF_THEM.match(text, lead.end()) else lead.end()
        more = _ALSO_FROM.search(text, begin, end)
        first = _flow(context, begin, more.start() if more else end, over[0] if len(over) == 1 else None)
        return [*first, *_flow(context, more.end(), end)] if more else first
    drafts: list[Draft] = []
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        bodies = context.bodies(a, b)
        drafts += _flow(context, bodies[0].span[1] if bodies else a, b, bodies[0] if bodies else None)
    return drafts


_REACH = 60
_ALL_OF_THEM = re.compile(r"(?:samtliga|alla|hela|styrelsens|nämndens|rådets|gruppens)\b")
""" "samtliga i styrelsen, nämligen": no body that each of them speaks for."""
_ALSO_FROM = re.compile(r",?\s+samt\s+från\s+[a-zåäö]+\s+(?=[A-ZÅÄÖ])")


def _flow(context: Context, start: int, end: int, body: Body | None = None) -> list[Draft]:
    return list(read_flow(context, start, end, _PRESENT, Codes(), body=body).drafts)
