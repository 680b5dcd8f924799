"""Who presented an item: "Föredragande: Namn, roll, organisation", over one or several lines, or "Namn informerar om …"."""

from __future__ import annotations

import re

from graph.names import squash
from graph.record import Presenter, Span
from ingest.bodies import Context
from ingest.lines import Line
from ingest.people import NameSpan, find_names
from ingest.vocabulary import section_heading

_MARKER = re.compile(
    r"^\W*(?:(?:föredrag(?:ande|ning|are|es\s+av|s\s+av)?|(?:inbjuden\s+)?föredragande(?:\s+tjänste(?:person|man))?|presentatör|presenteras\s+av|inbjuden\s+(?:gäst|föredragande)|dragare)\s*(?::|\s[–-]\s|\t)\s*)+",
    re.IGNORECASE,
)
_MARKER_BARE = re.compile(r"^\W*(?:föredragande|föredragning\s+(?:gjordes|görs|hölls)\s+av)\s+(?=\S)", re.IGNORECASE)
""" "Föredragande Anna Ek": no colon, but a name at once."""
_MARKER_ALONE = re.compile(r"^\W*(?:föredragande|föredragning|presentatör|dragare)\s*:?\s*$", re.IGNORECASE)
_INFORMS = re.compile(
    r"^\s*,?\s*(?:informera(?:r|de)|redogör|redogjorde|redovisa(?:r|de)|presentera(?:r|de)|föredr(?:ar|og|ager)|berätta(?:r|de)|rapportera(?:r|de)"
    r"|visa(?:r|de)\b|ge(?:r|tt)\s+(?:en\s+)?(?:information|redovisning|lägesrapport|rapport)|(?:gav|ger)\s+(?:en\s+)?(?:kort\s+)?\w*(?:bild|information|redovisning|rapport|genomgång|presentation|uppdatering|introduktion|blick|bakgrund|sammanfattning)\b"
    r"|lämna(?:r|de)\s+(?:en\s+)?(?:information|redovisning|lägesrapport|rapport)|(?:har\s+kommit|kom|besök(?:er|te)|delt(?:ar|og)|medverka(?:r|de))\b[^.]{0,90}?\b(?:och|för\s+att)\s+(?:informera|berätta|presentera|redogör|redovisa)\w*|gick\s+igenom|går\s+igenom|drog\b|drar\b|delga(?:v|r)\b)",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(
    r"(?:[\wåäö/.-]*(?:ordförande|direktör|chef|ledare|samordnare|strateg|utredare|sekreterare|analytiker|läkare|sköterska|handläggare|koordinator"
    r"|controller|ekonom|jurist|konsult|projektledare|planerare|ansvarig|specialist|rådgivare|representant|forskare|professor|doktorand|ledamot"
    r"|ombudsman|råd|inspektör|revisor|administratör|pedagog|psykolog|kurator|arkitekt|ingenjör|rektor|lärare|ombud|adjunkt|kommunikatör|chefer|polis"
    r"|assistent|behandlare|stödjare|minister|bibliotekarie|tekniker|barnmorska|partner|terapeut|tandläkare|VD|dietist|logoped|upphandlare|antikvarie|MAS|MAR|processledare|utvecklare|verksamhetsutvecklare|biträdande|tf|bitr)\w{0,3})(?![\wåäö])\.?",
    re.IGNORECASE,
)

_AT_BODY = re.compile(r"\s(?:på|vid|i|från)\s", re.IGNORECASE)
_ROLE_AT_BODY = re.compile(rf"(?P<role>.*?{_ROLE_WORD.pattern})\s+(?:på|vid|i|från)\s+(?P<body>[A-ZÅÄÖ].*)$", re.IGNORECASE)


def is_role(text: str) -> bool:
    """Whether the whole text is one word for what a person is: "Planchef", "ordförande"."""
    return _ROLE_WORD.fullmatch(text) is not None


def find_presenters(lines: tuple[Line, ...], context: Context) -> tuple[list[Presenter], set[int]]:
    """Presenters of one item and the indexes (`Line.index`) of the lines that name them."""
    presenters: list[Presenter] = []
    used: set[int] = set()
    i = 0
    while i < len(lines):
        line = lines[i]
        match = _MARKER.match(line.text) or _bare_marker(line.text)
        if match or _MARKER_ALONE.match(line.text):
            begin = line.start + match.end() if match else line.end
            spans, last = _block(lines, i, begin, context)
            presenters += _parse(spans, context, line)
            used.update(x.index for x in lines[i : last + 1])
            i = last + 1
            continue
        i += 1
    if not presenters:
        presenters = _informants(lines, context)
    return _unique(presenters), used


def _bare_marker(text: str) -> re.Match[str] | None:
    match = _MARKER_BARE.match(text)
    if match is None:
        return None
    first = next(iter(find_names(text[match.end() :])), None)
    if first is None:
        return None
    lead = text[match.end() : match.end() + first.start].strip()
    return match if not lead or _is_title(lead) else None


def _block(lines: tuple[Line, ...], i: int, begin: int, context: Context) -> tuple[list[Span], int]:
    """Spans of the lines that belong to a presenters' paragraph, and the position of the last of them."""
    spans: list[Span] = [(begin, lines[i].end)] if begin < lines[i].end else []
    last = i
    for j in range(i + 1, min(i + 14, len(lines))):
        line, before = lines[j], lines[last]
        text = line.text
        if section_heading(text) or len(text) > 160 or line.cells:
            break
        marked = _MARKER.match(text)
        names = find_names(text[marked.end() :] if marked else text)
        starts_with_name = bool(names) and (names[0].start <= 2 or _is_title(text[: names[0].start]))
        opened = line.document.text[before.start : before.end].rstrip()
        if marked:
            spans.append((line.start + marked.end(), line.end))
        elif not spans and starts_with_name:
            spans.append((line.start, line.end))
        elif starts_with_name and _is_listing(text, names[0].end, opened):
            spans.append((line.start, line.end))
        elif spans and _goes_on(opened, text, context):
            spans[-1] = (spans[-1][0], line.end)
        else:
            break
        last = j
    return spans, last


def _is_listing(text: str, name_end: int, before: str) -> bool:
    """A further presenter's line: a name followed by a comma, a bracket, "och" or nothing, and no sentence."""
    tail = text[name_end:].strip()
    if not tail:
        return True
    if _INFORMS.match(tail):
        return False
    if said := re.match(r"\([^)]{1,30}\)\s+(?=[a-zåäö])", tail):
        # "Anna Ek (C) yrkade …" is a sentence, "Anna Ek (C) och Bo Alm" a list.
        return bool(re.match(r"(?:och|samt)\b", tail[said.end() :])) or _ROLE_WORD.match(tail[said.end() :]) is not None
    return (
        tail[0] in ",(–-" or bool(re.match(r"(?:och|samt)\b", tail)) or (_ROLE_WORD.match(tail) is not None and len(text) < 110)
    )


def _goes_on(before: str, text: str, context: Context) -> bool:
    """Whether a line ends what the one before began: "… Omställning Hälso" / "och sjukvård, Region X."."""
    if before.endswith((".", ":")) or len(text) > 100:
        return False
    if before.endswith((",", "-", "–", "/")) or re.search(r"\b(?:och|för|av|i|vid|på|Region|samt)$", before):
        return True
    short_sentence = text.rstrip().endswith((",", ".")) or len(text) < 45
    return text[0].islower() and short_sentence and not re.match(r"att\b", text)


def _parse(spans: list[Span], context: Context, anchor: Line) -> list[Presenter]:
    document = anchor.document
    presenters: list[Presenter] = []
    for start, end in spans:
        text = document.text[start:end]
        names = find_names(text)
        groups: list[list[int]] = []
        for k, name in enumerate(names):
            between = text[names[k - 1].end : name.start] if k else ""
            joined = bool(re.fullmatch(r"\s*(?:,|och|samt|&|,\s*och)\s*", between))
            if groups and joined:
                groups[-1].append(k)
            else:
                groups.append([k])
        before_first = text[: names[0].start].strip() if names else ""
        for g, group in enumerate(groups):
            tail_start = names[group[-1]].end
            tail_end = names[groups[g + 1][0]].start if g + 1 < len(groups) else len(text)
            role, organisation = split_role(_without_next_title(text[tail_start:tail_end], g + 1 < len(groups)), context)
            if role is None:
                lead = before_first if g == 0 else _next_title(text[names[groups[g - 1][-1]].end : names[group[0]].start])
                role = lead if _is_title(lead) else None
            for k in group:
                name = names[k]
                written = text[name.start : name.end]
                presenters.append(
                    Presenter(
                        as_written=squash(written),
                        name=squash(written),
                        role=role,
                        organisation=organisation,
                        span=(start + name.start, start + name.end),
                    )
                )
    return presenters


def _is_title(text: str) -> bool:
    """ "Verksamhetschef", "tf kommundirektör", "HR-partner": a role as it stands before a name."""
    words = text.split()
    return 0 < len(words) <= 3 and (is_role(words[-1]) or is_role(words[-1].removesuffix("n"))) and not text.endswith((",", "."))


_NEXT_TITLE = re.compile(r"(?:^|,)\s*(?:och|samt|,)\s+(?P<title>\S+(?:\s\S+)?)\s*$")


def _next_title(between: str) -> str:
    """The role of the name that follows: ", chef X, och ekonomichef " -> "ekonomichef"."""
    match = _NEXT_TITLE.search(between)
    return match["title"] if match and _is_title(match["title"]) else ""


def _without_next_title(tail: str, followed: bool) -> str:
    match = _NEXT_TITLE.search(tail) if followed else None
    return tail[: match.start()] if match and _is_title(match["title"]) else tail


def split_role(tail: str, context: Context) -> tuple[str | None, str | None]:
    """What follows a name -> (role, organisation). ", utredare Region X" -> ("utredare", "Region X")."""
    text = squash(tail).strip(" ,.;:–-")
    text = re.sub(r"\s*(?:,?\s*(?:och|samt))$", "", text).strip(" ,")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text:
        return None, None
    parts = [p.strip() for p in re.split(r",\s+|\s[–-]\s", text) if p.strip()]
    role, rest = parts[0], parts[1:]
    if not _ROLE_WORD.search(role):
        # No word of a role: the first part is a body.
        return (None, ", ".join(parts)) if role[:1].isupper() else (role, ", ".join(rest) or None)
    if not rest:
        known = list(context.lexicon.find_bodies(role))
        if known and known[-1].end >= len(role) - 1 and known[-1].start > 0:
            head = role[: known[-1].start].strip(" ,")
            head = re.sub(r"\s+(?:i|på|vid|för|inom)$", "", head)
            inner = _organisation_in(head)
            if inner is not None:
                return inner[0], squash(role[len(inner[0]) :].strip())
            if re.match(r"(?:kommun|stad)\b", role[known[-1].end :].strip()):
                return head, squash(role[known[-1].start :])
            return head, squash(role[known[-1].start :])
        inner = _organisation_in(role)
        if inner is not None:
            return inner
        match = _ROLE_AT_BODY.match(role) if _AT_BODY.search(role) else None
        if match and match["body"][:1].isupper():
            return match["role"].strip(), match["body"].strip()
    return role, ", ".join(rest) or None


def _organisation_in(text: str) -> tuple[str, str] | None:
    """ "Enhetschef Beroendecentrum" -> ("Enhetschef", "Beroendecentrum"): a capital after the last word of the role."""
    matches = list(_ROLE_WORD.finditer(text))
    for match in matches:
        after = text[match.end() :].strip()
        if after and after[0].isupper() and not _ROLE_WORD.match(after) and not after.isupper():
            return text[: match.end()].strip(), after
    return None


def _informants(lines: tuple[Line, ...], context: Context) -> list[Presenter]:
    """Where no one is named as presenter: "Namn (roll) informerar om …" at the beginning of a paragraph."""
    presenters: list[Presenter] = []
    for k, line in enumerate(lines):
        if section_heading(line.text):
            continue
        text = _paragraph(line, lines[k + 1] if k + 1 < len(lines) else None)
        names = find_names(text[:160])
        if not names or names[0].start > 40:
            names = _names_by_role(text) or names
        if not names:
            continue
        first = names[0]
        if named_by := _BY.match(text):
            if 0 <= first.start - named_by.end() < 40:
                written = squash(text[first.start : first.end])
                title = squash(text[named_by.end() : first.start]) or None
                span = (line.start + first.start, line.start + first.end)
                presenters.append(Presenter(as_written=written, name=written, role=title, span=span))
            continue
        lead = re.sub(r"^(?:[\wåäö-]+\s?){1,3}:\s+", "", text[: first.start]).strip()
        if lead and not _ROLE_WORD.fullmatch(re.sub(r"n$", "", lead.split()[-1])):
            continue
        if len(lead.split()) > 3:
            continue
        group = [first]
        asides: dict[int, str] = {}
        for k_name, name in enumerate(names[1:]):
            between = text[group[-1].end : name.start]
            apart = re.fullmatch(r"\s*,\s*(?P<role>[^,.]{2,60}),?\s+(?:och|samt)\s*", between)
            titled = re.fullmatch(r"\s*(?:,|och|samt)\s+(?P<title>[^,.]{2,40}?)\s+", between)
            if apart and _ROLE_WORD.search(apart["role"]):
                asides[k_name] = apart["role"]
                group.append(name)
            elif titled and _is_title(titled["title"]):
                asides[k_name + 1] = titled["title"]
                group.append(name)
            elif re.fullmatch(r"\s*(?:,|och|samt)\s*", between):
                group.append(name)
            else:
                break
        last = _LAST_TITLED.match(text, group[-1].end)
        if last and _is_title(last["title"]):
            asides[len(group)] = last["title"]
            group.append(NameSpan(*last.span("name"), known=False))
        tail = text[group[-1].end :]
        role: str | None = lead or None
        organisation: str | None = None
        aside = re.match(r"\s*(?:\((?P<a>[^)]{2,80})\)|,\s*(?P<b>[^,.]{2,80}(?:,\s*[^,.]{2,60})?),)", tail)
        if aside:
            role, organisation = split_role(aside["a"] or aside["b"], context)
            tail = tail[aside.end() :]
        if not _INFORMS.match(tail):
            loose = _AFFILIATED.match(tail)
            if not loose or not _INFORMS.match(tail[loose.end() :]) or find_names(loose["a"]):
                continue
            told = (None, squash(loose["a"])) if loose["from"] else split_role(loose["a"], context)
            role, organisation = (role, told[1] or squash(loose["a"])) if role else told
        for k_name, name in enumerate(group):
            written = squash(text[name.start : name.end])
            own = split_role(asides[k_name], context) if k_name in asides else (role, organisation)
            presenters.append(
                Presenter(
                    as_written=written,
                    name=written,
                    role=own[0],
                    organisation=own[1],
                    span=(line.start + name.start, line.start + name.end),
                )
            )
    return presenters


_AFFILIATED = re.compile(
    r"(?:\s*,)?\s+(?P<from>från\s+)?(?!(?:och|samt)\b)(?P<a>[A-ZÅÄÖa-zåäö][\wåäö -]{2,60}?)(?=\s+(?:informera|redogö|redogjo|redovisa|presentera|föredr|berätta|rapportera|visa))"
)
""" "Anna Ek Livsmedelsverket informerar", "Anna Ek, bryggchef berättar", "Anna Ek från kommunen visade": who one is, without commas round it."""
_CAPITAL = r"[A-ZÅÄÖ][\wåäöéüáíó'’-]+"
_LAST_TITLED = re.compile(rf"\s+(?:och|samt)\s+(?P<title>[\wåäö/-]+)\s+(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{1,2}})")
"""The last of several, whose first name need not be known."""
_TITLED_NAME = re.compile(
    rf"^(?P<lead>[A-ZÅÄÖa-zåäö][\wåäö/-]*\s+)?(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{1,2}})(?P<tail>\s*,\s*[^,.]{{3,60}},\s|\s*\([^)]{{3,60}}\)\s|\s)"
)


def _names_by_role(text: str) -> list[NameSpan]:
    """A name whose first name is not known, told by the role before it or after it: "Mångfaldsutvecklare Xhevdet Limani …"."""
    match = _TITLED_NAME.match(text)
    if match is None:
        return []
    lead, tail = (match["lead"] or "").strip(), match["tail"]
    if not (is_role(lead) or is_role(lead.removesuffix("n")) or (tail.strip() and _ROLE_WORD.search(tail))):
        return []
    first = NameSpan(*match.span("name"), known=False)
    return [first, *(n for n in find_names(text[:160]) if n.start >= first.end)]


_BY = re.compile(
    r"^\W*(?:(?:ärendet|punkten|frågan|informationen)\s+(?:föredras|föredrogs|presenteras|presenterades|redovisas|redovisades)"
    r"|(?:information|redovisning|presentation|rapport|föredragning)(?:en)?\s+(?:lämnades|lämnas|gavs|ges|gjordes|hölls))\s+av\s+",
    re.IGNORECASE,
)


def _paragraph(line: Line, following: Line | None) -> str:
    """The line, with the next one when it goes on after a hard line end; offsets are those of the line."""
    end = following.end if following and not following.blank_before and not following.cells else line.end
    return line.document.text[line.start : end].replace("\n", " ")


def _unique(presenters: list[Presenter]) -> list[Presenter]:
    seen: dict[str, Presenter] = {}
    for presenter in presenters:
        seen.setdefault(presenter.name.lower(), presenter)
    return list(seen.values())
