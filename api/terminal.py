"""Answers, records and tables on the terminal: Swedish text, a source under every row, nothing cut off in silence.

On a terminal lines fold at its width. Anywhere else (a pipe, a file) there are no colour codes and no folding, so that one
row of a table stays one line.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from api.terminal_following import lines_of, sent_words
from graph.arrivals import HopState
from graph.movement import Kind
from graph.names import squash
from graph.record import Attendance, DecisionKind, DocumentKind, Item, Meeting, Movement, MovementType, Record, Status
from graph.stores import Row
from ingest.outcomes import FileReport, IngestReport, Outcome
from queries.as_of import AsOfRow
from queries.catalogue import Answer, NamedQuery, Parameter, Source
from queries.decisions import DecisionRow
from queries.flows import FlowRow
from queries.follow_up import FollowUpRow
from queries.meetings import MeetingRow
from queries.never_attended import AttendanceRow, AttendanceStatus, NeverAttendedRow
from queries.parts import Body, MeetingRef
from queries.presenters import PresenterRow
from queries.stalled import StalledRow
from queries.topics import TopicRow
from queries.trace import HopKind, TraceHop, TraceItem, TraceStep
from queries.words import DECISION_WORDS, amount

_UNFOLDED = 10_000
"""Columns of a console that is no terminal: wider than any row."""
_INDENT = 4

HOPS = {
    HopKind.RECOMMENDS: "rekommenderar",
    HopKind.ASSIGNS: "ger i uppdrag åt",
    HopKind.PETITIONS: "tillskriver",
    HopKind.REFERRED_TO: "hänvisar till",
    HopKind.REPORTS_BACK_TO: "återrapporterar till",
    HopKind.RAISED_BY: "väcker ärendet i",
    HopKind.FOLLOWED_BY: "därefter i",
}
STATUSES = {
    AttendanceStatus.PRESENT: "närvarande",
    AttendanceStatus.ABSENT: "frånvarande",
    AttendanceStatus.UNKNOWN: "okänt",
    AttendanceStatus.CONFLICTING: "motsägande",
    AttendanceStatus.NOT_MENTIONED: "nämns inte",
}
_STYLES = {
    AttendanceStatus.PRESENT: "green",
    AttendanceStatus.ABSENT: "red",
    AttendanceStatus.UNKNOWN: "yellow",
    AttendanceStatus.CONFLICTING: "magenta",
    AttendanceStatus.NOT_MENTIONED: "dim",
}
MOVEMENTS = {
    MovementType.RECOMMENDS: "rekommenderar",
    MovementType.ASSIGNS: "ger i uppdrag åt",
    MovementType.PETITIONS: "tillskriver",
    MovementType.REPORTS_BACK_TO: "återrapporterar till",
    MovementType.REFERRED_TO: "hänvisar till",
    MovementType.RAISED_BY: "väckt av",
}
OUTCOMES = {
    Outcome.READ: ("green", "inläst"),
    Outcome.UNCHANGED: ("dim", "oförändrad"),
    Outcome.UPDATED: ("green", "uppdaterad"),
    Outcome.DUPLICATE: ("yellow", "dubblett"),
    Outcome.FAILED: ("red", "misslyckad"),
}
_OUTCOMES_OF_MANY = {
    Outcome.READ: ("inläst", "inlästa"),
    Outcome.UNCHANGED: ("oförändrad", "oförändrade"),
    Outcome.UPDATED: ("uppdaterad", "uppdaterade"),
    Outcome.DUPLICATE: ("dubblett", "dubbletter"),
    Outcome.FAILED: ("misslyckad", "misslyckade"),
}
_TABLE_FROM = 110
"""On narrower terminals files are listed below each other: a table would fold every word."""
_MAX_FILES = 40
"""More files than this are not listed one by one."""
DOCUMENTS = {
    DocumentKind.MINUTES: "minnesanteckningar eller protokoll",
    DocumentKind.REPORT: "rapport",
    DocumentKind.PLAN: "plan",
    DocumentKind.OTHER: "annat",
}


class ReaderGoneError(Exception):
    """Whoever read our output has had enough (`| head`)."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise ReaderGoneError


def make_console(file: TextIO) -> Console:
    """A console for stdout or stderr: folding and colours only where a person looks (and NO_COLOR is not set)."""
    if file.isatty():
        return _Console(file=file, highlight=False, emoji=False)
    return _Console(file=file, highlight=False, emoji=False, width=_UNFOLDED, color_system=None, force_terminal=False)


def say(text: str) -> None:
    """A line on stderr, beside the answer."""
    sys.stdout.flush()
    make_console(sys.stderr).print(Text(text), soft_wrap=True)


def print_json(text: str) -> None:
    """JSON on stdout. Raises ReaderGoneError when nobody reads it any more."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def source_line(source: Source) -> Text:
    """ "vfr.pdf s. 3, Punkt 6: ”orden”"; what was concluded without words says so."""
    place = Text(source.file, style="cyan")
    if source.page is not None:
        place.append(f" s. {source.page}")
    if source.section and source.section != source.words:
        place.append(f", {squash(source.section)}")
    if source.words:
        place.append(f": ”{squash(source.words)}”", style="default")
    elif source.basis == "inferred":
        place.append(": tolkat, inga ord säger det", style="default")
    return place


def print_answer(console: Console, answer: Answer) -> None:
    """The finding, what is not known, and every row with its sources."""
    console.print(Text(answer.finding, style="bold"))
    for note in answer.notes:
        console.print(Text(f"• {note}", style="yellow"))
    for row in answer.rows:
        console.print()
        _print_row(console, row)


def print_catalogue(console: Console, queries: Iterable[NamedQuery]) -> None:
    """The named questions with their parameters and an example of each."""
    console.print(Text("Frågor att ställa: arendegang ask NAMN --parameter VÄRDE", style="bold"))
    for query in queries:
        console.print()
        console.print(Text.assemble((query.name, "bold cyan"), f"  {query.title}"))
        _print(console, Text(query.description))
        for parameter in query.parameters:
            need = "krävs" if parameter.required else "frivillig"
            _print(console, Text.assemble((f"--{parameter.name}", "cyan"), f"  ({need}) {parameter_words(parameter)}"))
        for example in query.examples:
            _print(console, Text(f"till exempel: {command_line(query.name, example)}", style="dim"))


def parameter_words(parameter: Parameter) -> str:
    """What the parameter means, and what it may be where it is a choice."""
    choices = f" Ett av: {', '.join(parameter.choices)}." if parameter.choices else ""
    return f"{parameter.description}{choices}"


def command_line(name: str, parameters: Any) -> str:
    """What to type to ask a question."""
    options = "".join(f" --{key} {_quoted(value)}" for key, value in parameters.items())
    return f"arendegang ask {name}{options}"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def print_rows(console: Console, rows: Sequence[Row]) -> None:
    """Rows of a Cypher query as a table; lists and maps as JSON."""
    if not rows:
        console.print("Inga rader.")
        return
    table = Table(show_header=True, header_style="bold")
    for column in rows[0]:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row.values()))
    console.print(table)


def print_record(console: Console, record: Record) -> None:
    """What was read from one document, for a person to check: head, attendance, items, and what was not understood."""
    facts = record.document
    console.print(Text(facts.title or facts.file, style="bold"))
    _print(console, Text(f"{facts.file}: {DOCUMENTS[facts.kind]}, {facts.media_type}"))
    details = [
        ("Datum", facts.date),
        ("Diarienummer", facts.diary_number),
        ("Sidor", facts.pages),
        ("Överstrykningar syns i formatet", "ja" if facts.carries_strikethrough else "nej"),
    ]
    _print(console, Text(", ".join(f"{name}: {value}" for name, value in details if value is not None)))
    for abbreviation in record.abbreviations:
        _print(console, Text(f"{abbreviation.short} = {squash(abbreviation.long)}"))
    for meeting in record.meetings:
        console.print()
        _print_meeting(console, meeting)
    if record.unread:
        console.print()
        console.print(Text(f"Ej förstått ({len(record.unread)})", style="bold yellow"))
        for part in record.unread:
            _print(console, Text(f"{part.why}: ”{squash(part.text)}” (tecken {part.span[0]}–{part.span[1]})"))


def print_ingest(console: Console, report: IngestReport) -> None:
    """What became of the files, and what is in the store after it. Of many files only those with a remark are listed."""
    remarked = [file for file in report.files if _remark(file)]
    listed = report.files if len(report.files) <= _MAX_FILES else remarked
    if console.width < _TABLE_FROM:
        for file in listed:
            style, word = OUTCOMES[file.outcome]
            console.print(Text.assemble((word, style), f"  {file.path}"))
            known = file.outcome in (Outcome.READ, Outcome.UPDATED)
            for line in (_held(file) if known else None, _remark(file)):
                if line:
                    _print(console, Text(line, style="dim"))
    elif listed:
        table = Table(header_style="bold")
        for column in ("Fil", "Utfall"):
            table.add_column(column, overflow="fold")
        for column in ("Möten", "Personer", "Punkter", "Beslut", "Ej förstått"):
            table.add_column(column, justify="right")
        if remarked:
            table.add_column("Anmärkning", overflow="fold")
        for file in listed:
            style, word = OUTCOMES[file.outcome]
            known = file.outcome in (Outcome.READ, Outcome.UPDATED)
            counts = (file.meetings, file.people, file.items, file.decisions, file.unread)
            cells = [Text(file.path), Text(word, style=style), *(Text(str(n) if known else "") for n in counts)]
            table.add_row(*cells, *([Text(_remark(file) or "")] if remarked else []))
        console.print(table)
    counted = [amount(report.count(outcome), *words) for outcome, words in _OUTCOMES_OF_MANY.items() if report.count(outcome)]
    console.print(Text(f"Filer: {', '.join(counted) or 'inga'}.", style="bold"))
    totals = report.totals
    told = f" (och {amount(totals.told_of, 'känt', 'kända')} bara ur andra dokument)" if totals.told_of else ""
    held = [
        f"{totals.documents} dokument",
        f"{amount(totals.meetings, 'möte', 'möten')}{told}",
        amount(totals.people, "person", "personer"),
        amount(totals.items, "ärendepunkt", "ärendepunkter"),
        f"{totals.decisions} beslut",
    ]
    console.print(Text(f"I lagret: {', '.join(held)}."))
    if totals.unread:
        parts = amount(totals.unread, "stycke", "stycken")
        console.print(Text(f"{parts} såg ut som innehåll men förstods inte: arendegang read FIL visar vad och varför."))
    if report.doubtful:
        console.print(Text(f"{report.doubtful} par av namn kan vara samma men hålls isär: arendegang review frågar om dem."))


def _remark(file: FileReport) -> str | None:
    """Why a file failed; or that nothing of it is on the map, which is rarely what its reader expects."""
    if file.reason is None and file.outcome in (Outcome.READ, Outcome.UPDATED) and not file.meetings:
        return "inget möte hittades i filen"
    return file.reason


def _held(file: FileReport) -> str:
    parts = [
        amount(file.meetings, "möte", "möten"),
        amount(file.people, "person", "personer"),
        amount(file.items, "punkt", "punkter"),
        f"{file.decisions} beslut",
        *([f"{file.unread} ej förstått"] if file.unread else []),
    ]
    return ", ".join(parts)


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[str, int, int, str], None]]:
    """A bar on a terminal, nothing elsewhere. The function takes what is being done, how far, of how much, and the file."""
    if not console.is_terminal:
        yield lambda doing, done, total, file: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Letar", total=None, file="")
        yield lambda doing, done, total, file: progress.update(
            task, description=doing, completed=done, total=total, file=escape(file.replace("\\", "/").rsplit("/", 1)[-1])
        )


# --- rows ----------------------------------------------------------------------------------------------------------


def _print(console: Console, text: RenderableType, indent: int = _INDENT) -> None:
    console.print(Padding.indent(text, indent))


def _print_sources(console: Console, sources: Iterable[Source], indent: int = _INDENT) -> None:
    for source in sources:
        _print(console, Text.assemble(("Källa: ", "dim"), source_line(source)), indent)


def _print_row(console: Console, row: Any) -> None:
    match row:
        case TraceStep(item=TraceItem() as item):
            _print_item(console, row.position, item)
            _print_sources(console, row.sources)
        case TraceStep(hop=TraceHop() as hop):
            _print_hop(console, row.position, hop)
            _print_sources(console, row.sources, 2 * _INDENT)
        case AttendanceRow():
            _print_attendance(console, row)
        case PresenterRow():
            _print_presenter(console, row)
            _print_sources(console, row.sources)
        case MeetingRow():
            _print_meeting_row(console, row)
            _print_sources(console, row.sources)
        case TopicRow():
            period = " – ".join(dict.fromkeys(str(date) for date in (row.first, row.last) if date))
            forums = ", ".join(row.forums)
            console.print(
                Text.assemble(
                    (_named(row.topic), "bold"), f"  {amount(row.items, 'ärendepunkt', 'ärendepunkter')} i {forums}  {period}"
                )
            )
            if row.part_of:
                _print(console, Text(f"Del av: {', '.join(_named(whole) for whole in row.part_of)}"))
            _print_sources(console, row.sources)
        case DecisionRow():
            console.print(Text.assemble(_when(row.meeting), f"  {_number(row.number)}{row.title}", style="bold"))
            _print(console, Text(f"{DECISION_WORDS[DecisionKind(row.kind)]}: {squash(row.text)}"))
            _print_sources(console, row.sources)
        case FollowUpRow() | StalledRow() | FlowRow() | AsOfRow():
            for line in lines_of(row):
                _print(console, Text(line.text, style=line.style), line.depth * _INDENT)
                _print_sources(console, line.sources, (line.depth + 1) * _INDENT)
        case _:
            console.print(Text(row.model_dump_json(by_alias=True)))


def _print_item(console: Console, position: int, item: TraceItem) -> None:
    labels = f"  [{', '.join(item.labels)}]" if item.labels else ""
    told = "" if item.meeting.recorded else "  (protokollet finns inte i lagret)"
    heading = f"{position}. {_when(item.meeting)}  {_number(item.number)}{item.title}{labels}{told}"
    console.print(Text(heading, style="bold"))
    for person in item.presenters:
        resolved = "" if person.as_written == person.name else f" (= {person.name})"
        _print(console, Text(f"Föredragande: {squash(person.as_written)}{resolved}{_body(person.role, person.organisation)}"))
    for decision in item.decisions:
        _print(console, Text(f"Beslut: {squash(decision.text)}"))
    if item.reports:
        _print(console, Text(f"På bordet: {', '.join(report.name for report in item.reports)}"))
    if item.note:
        _print(console, Text(f"Anmärkning: {squash(item.note)}"))


def _print_hop(console: Console, position: int, hop: TraceHop) -> None:
    if hop.kind is HopKind.RAISED_BY:
        words = f"{hop.from_.short} {HOPS[hop.kind]} {hop.to.name}"
    elif hop.kind is HopKind.FOLLOWED_BY:
        words = f"{HOPS[hop.kind]} {hop.to.name}"
    else:
        words = sent_words(Kind(hop.kind.value), hop.from_.short, hop.to, given=hop.given_before)
        if hop.due and hop.kind in (HopKind.REFERRED_TO, HopKind.REPORTS_BACK_TO):
            words += f" {hop.due}"
    if hop.what:
        words += f": {squash(hop.what)}"
    basis = "står i texten" if hop.basis == "stated" else "tolkat"
    line = Text.assemble(f"{position}. → {words}  ", (f"[{basis}]", "green" if hop.basis == "stated" else "yellow"))
    _print(console, line)
    for text, style in _state(hop):
        _print(console, Text(text, style=style), 2 * _INDENT)


def _state(hop: TraceHop) -> list[tuple[str, str]]:
    lines = []
    if hop.arrived:
        days = f" efter {_days(hop.arrived.days)}" if hop.arrived.days is not None else ""
        came = "Togs upp" if hop.kind is HopKind.FOLLOWED_BY else "Framme"
        lines.append((f"{came}{days}: {_when(hop.arrived.meeting)} {_number(hop.arrived.number)}{hop.arrived.title}", "green"))
    if hop.answered:
        days = f" efter {_days(hop.answered.days)}" if hop.answered.days else ""
        there = hop.answered
        lines.append((f"Besvarat{days}: {_when(there.meeting)} {_number(there.number)}{there.title}", "green"))
    if hop.open:
        waited = f" i {_days(hop.waited_days)}" if hop.waited_days is not None else ""
        lines.append((f"Öppet{waited}{_until(hop)}: {_why(hop)}", _open_style(hop)))
    if hop.possible:
        lines.append(
            (f"Kanske besvarat: {_when(hop.possible.meeting)} {_number(hop.possible.number)}{hop.possible.title}", "yellow")
        )
    return lines


def _open_style(hop: TraceHop) -> str:
    if hop.overdue:
        return "bold red"
    return "yellow" if hop.state in (HopState.MINUTES_MISSING, HopState.NO_LATER_MINUTES) else "red"


def _until(hop: TraceHop) -> str:
    """Until when: late only where minutes show that it did not come up."""
    if hop.due is None:
        return ""
    if hop.overdue:
        return f", skulle ha kommit upp {hop.due}"
    return f", svar väntades {hop.due}" if hop.past_due else f", senast {hop.due}"


def _why(hop: TraceHop) -> str:
    match hop.state:
        case HopState.NOT_TAKEN_UP:
            number = hop.later_minutes or 0
            return f"{number} senare protokoll tar inte upp ärendet"
        case HopState.NO_LATER_MINUTES:
            return "inga senare protokoll från forumet i lagret"
        case HopState.MINUTES_MISSING:
            return f"protokollet finns inte i lagret ({', '.join(one.name for one in hop.missing)})"
        case _:
            return "mottagaren har inga egna protokoll i lagret"


def _print_attendance(console: Console, row: AttendanceRow) -> None:
    if isinstance(row, NeverAttendedRow):
        mark = Text("  motsägande uppgifter", style="magenta") if row.finding == "conflicting" else Text()
        console.print(Text.assemble((row.municipality.name, "bold"), f": {row.text}", mark))
    else:
        known = amount(row.known, "känt möte", "kända möten")
        console.print(Text.assemble((row.municipality.name, "bold"), f": {row.present} av {known}"))
    for one in row.detail:
        reason = f" ({one.reason})" if one.reason else ""
        status = Text(STATUSES[one.status], style=_STYLES[one.status])
        _print(console, Text.assemble(f"{_when(one.meeting)}  ", status, reason))
        _print_sources(console, one.sources, 2 * _INDENT)


def _print_presenter(console: Console, row: PresenterRow) -> None:
    resolved = "" if row.as_written == row.person.name else f" (= {row.person.name})"
    console.print(
        Text.assemble(f"{_when(row.meeting)}  ", (squash(row.as_written), "bold"), resolved, _body(row.role, row.organisation))
    )
    _print(console, Text(f"{_number(row.number)}{row.title}"))


def _print_meeting_row(console: Console, row: MeetingRow) -> None:
    time = "–".join(part for part in (row.start, row.end) if part)
    place = row.place or ("digitalt" if row.online else None)
    minutes = "protokoll i lagret" if row.meeting.recorded else "protokollet finns inte i lagret"
    parts = [time, place, amount(row.items, "ärendepunkt", "ärendepunkter"), f"{row.decisions} beslut", minutes]
    console.print(Text.assemble((_when(row.meeting), "bold"), "  " + ", ".join(part for part in parts if part)))


def _named(body: Body) -> str:
    return body.name if body.short == body.name else f"{body.name} ({body.short})"


def _when(meeting: MeetingRef) -> str:
    return f"{meeting.date or 'odaterat'}  {meeting.forum.short}"


def _number(number: str | None) -> str:
    return f"{number}  " if number else ""


def _body(role: str | None, organisation: str | None) -> str:
    said = ", ".join(part for part in (role, organisation) if part)
    return f", {squash(said)}" if said else ""


def _days(days: int | None) -> str:
    return f"{days} {'dag' if days == 1 else 'dagar'}"


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case dt.date():
            return value.isoformat()
        case list() | dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case _:
            return str(value)


# --- the record ------------------------------------------------------------------------------------------------------


def _print_meeting(console: Console, meeting: Meeting) -> None:
    as_written = squash(meeting.forum_as_written or "")
    written = f" (”{as_written}”)" if as_written and meeting.forum != meeting.forum_as_written else ""
    console.print(Text(f"{meeting.forum or 'Okänt forum'}{written} {meeting.date or 'odaterat'}", style="bold"))
    time = "–".join(part for part in (meeting.start, meeting.end) if part)
    place = meeting.place or ("digitalt" if meeting.online else None)
    if time or place:
        _print(console, Text(", ".join(part for part in (time, place) if part)))
    if meeting.attendance:
        _print(console, Text(f"Närvaro ({len(meeting.attendance)})", style="bold"))
        for person in meeting.attendance:
            _print(console, _person(person), 2 * _INDENT)
    if meeting.municipalities:
        _print(console, Text(f"Kommuner ({len(meeting.municipalities)})", style="bold"))
        for one in meeting.municipalities:
            reason = f" ({one.reason})" if one.reason else ""
            _print(console, Text.assemble(f"{one.name}: ", _status(one.status), reason), 2 * _INDENT)
    if meeting.items:
        _print(console, Text(f"Ärendepunkter ({len(meeting.items)})", style="bold"))
        for item in meeting.items:
            _print_record_item(console, item)


def _person(person: Attendance) -> Text:
    parts = [person.represents, person.party, person.role, person.paragraphs]
    if person.replaces:
        parts.append(f"ersätter {person.replaces}")
    said = ", ".join(part for part in parts if part)
    return Text.assemble(f"{squash(person.as_written)}{f', {said}' if said else ''}: ", _status(person.status))


def _status(status: Status) -> Text:
    known = AttendanceStatus(status.value)
    return Text(STATUSES[known], style=_STYLES[known])


def _print_record_item(console: Console, item: Item) -> None:
    labels = f"  [{', '.join(item.labels)}]" if item.labels else ""
    _print(console, Text(f"{_number(item.number)}{squash(item.title)}{labels}", style="bold"), 2 * _INDENT)
    lines = [
        *(f"Föredragande: {squash(p.as_written)}{_body(p.role, p.organisation)}" for p in item.presenters),
        *([f"Ärenden: {', '.join(item.topics)}"] if item.topics else []),
        *(f"{part.topic} är en del av {part.whole}: ”{squash(part.quote)}”" for part in item.part_of),
        *([f"På bordet: {', '.join(item.reports)}"] if item.reports else []),
        *([f"Bilagor: {', '.join(item.attachments)}"] if item.attachments else []),
        *(f"Beslut ({DECISION_WORDS[d.kind]}): {squash(d.text)}" for d in item.decisions),
        *(_movement(m) for m in item.movements),
        *(f"Tidigare beslut av {p.forum or '?'} {p.date or ''}: ”{squash(p.quote)}”" for p in item.prior_decisions),
    ]
    for line in lines:
        _print(console, Text(line), 3 * _INDENT)


def _movement(movement: Movement) -> str:
    due = f", senast {movement.due}" if movement.due else ""
    where = f"{MOVEMENTS[movement.type]} {movement.to or '?'}"
    if movement.type is MovementType.RAISED_BY:
        where = f"{MOVEMENTS[movement.type]} {movement.from_ or '?'}"
    elif movement.from_:
        where = f"{movement.from_} {where}"
    return f"{where}{due}: ”{squash(movement.quote)}”"
