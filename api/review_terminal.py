"""The `review` command: pairs judged at the terminal with single keys, or by the command's own words for scripts."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, TextIO

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from api import terminal
from api.help_texts import FLAG, SwedishCommand, SwedishGroup
from api.opening import reading, writing
from api.options import STDIN, JsonOption, StoreOption
from api.review_words import point_words, said_words, shown_apart
from api.settings import read_settings
from api.texts import Language, Texts
from graph.judgements import (
    Said,
    load_entries,
    parse_entries,
    read_entries_file,
    write_entries,
    write_entries_file,
)
from graph.stores import Store
from ingest import review
from ingest.review import HistoryLine, Judged, Question, SideShown, Waiting
from queries.words import decimals

texts: Final = Texts(Language.SWEDISH)
_INDENT: Final = 4

review_app = typer.Typer(
    cls=SwedishGroup,
    name="review",
    help="Granska vilka namn som är samma: paren ett i taget, med tangenterna s (samma), o (olika) och v (vänta).",
    invoke_without_command=True,
    rich_markup_mode="rich",
)

AuthorOption = Annotated[
    str | None,
    typer.Option("--author", metavar="NAMN", help="Vem som bedömer.  [ARENDEGANG_AUTHOR; datorns användare]", show_default=False),
]
ReasonOption = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help="Varför; sparas med bedömningen.", show_default=False)
]
FileArgument = Annotated[str, typer.Argument(metavar="FIL", help="Filen; - är standard in eller ut.", show_default=False)]
EitherArgument = Annotated[str, typer.Argument(metavar="ID", help="Id, eller stavningen som den står.", show_default=False)]


@review_app.callback()
def _review(
    context: typer.Context,
    store: StoreOption = None,
    author: AuthorOption = None,
    merged: Annotated[
        bool, typer.Option("--merged", metavar=FLAG, help="Det som redan slagits ihop utan att vara säkert.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", metavar=FLAG, help="Visa kön och sluta.")] = False,
    as_json: JsonOption = False,
) -> None:
    if context.invoked_subcommand is not None:
        return
    address = read_settings(os.environ, store=store).store
    if list_ or as_json:
        with reading(address) as opened:
            queue = review.read_queue(opened, load_entries(opened), merged=merged)
            if as_json:
                _print_json([pair_json(review.describe(opened, waiting)) for waiting in queue])
            else:
                print_queue(terminal.make_console(sys.stdout), queue, merged=merged)
        return
    Session(address, merged=merged, author=review.choose_author(author, os.environ)).run()


@review_app.command(cls=SwedishCommand)
def same(
    left: EitherArgument,
    right: EitherArgument,
    store: StoreOption = None,
    author: AuthorOption = None,
    reason: ReasonOption = None,
    as_json: JsonOption = False,
) -> None:
    """Två stavningar eller id är samma.

    Till exempel:  arendegang review same official:eva-ek "Eva Eck" --reason "skrivfel i protokollet"
    """
    _judge(Said.SAME, left, right, store, author, reason, as_json)


@review_app.command(cls=SwedishCommand)
def different(
    left: EitherArgument,
    right: EitherArgument,
    store: StoreOption = None,
    author: AuthorOption = None,
    reason: ReasonOption = None,
    as_json: JsonOption = False,
) -> None:
    """Två stavningar eller id är olika, också om programmet har slagit ihop dem."""
    _judge(Said.DIFFERENT, left, right, store, author, reason, as_json)


@review_app.command(cls=SwedishCommand)
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMMER", help="Numret i historiken.", min=1, show_default=False)],
    store: StoreOption = None,
    author: AuthorOption = None,
    reason: ReasonOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ta tillbaka en bedömning. Grafen blir som den var; historiken behåller båda."""
    with writing(read_settings(os.environ, store=store).store) as opened:
        judged = review.undo(
            opened, number, author=review.choose_author(author, os.environ), now=dt.datetime.now(dt.UTC), reason=reason
        )
        _tell(judged, opened, as_json)


@review_app.command(cls=SwedishCommand)
def history(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Visa alla bedömningar, med vem, när och varför."""
    with reading(read_settings(os.environ, store=store).store) as opened:
        lines = review.history(load_entries(opened))
    if as_json:
        _print_json([line_json(line) for line in lines])
    else:
        print_history(terminal.make_console(sys.stdout), lines)


@review_app.command(cls=SwedishCommand)
def export(file: FileArgument, store: StoreOption = None) -> None:
    """Skriv alla bedömningar till en fil, att spara, versionshantera eller läsa in i ett annat lager."""
    with reading(read_settings(os.environ, store=store).store) as opened:
        entries = load_entries(opened)
    if file == STDIN:
        sys.stdout.write(write_entries(entries))
    else:
        write_entries_file(Path(file), entries)
        terminal.make_console(sys.stderr).print(Text(f"{_amount(len(entries))} i {file}."))


@review_app.command(cls=SwedishCommand, name="import")
def import_(file: FileArgument, store: StoreOption = None) -> None:
    """Läs in bedömningar från en fil. De som redan finns hoppas över; resten gäller genast."""
    entries = parse_entries(sys.stdin.read(), "standard in") if file == STDIN else read_entries_file(Path(file))
    with writing(read_settings(os.environ, store=store).store) as opened:
        new, rebuilt = review.take_in(opened, entries)
    told = f"Nya: {_amount(new)}. Fanns redan: {len(entries) - new}. {_rebuilt(rebuilt)}"
    terminal.make_console(sys.stdout).print(Text(told))


def _judge(said: Said, left: str, right: str, store: str | None, author: str | None, reason: str | None, as_json: bool) -> None:
    with writing(read_settings(os.environ, store=store).store) as opened:
        kind, ours, theirs = review.find_sides(opened, left, right)
        who = review.choose_author(author, os.environ)
        judged = review.judge(opened, said, kind, ours, theirs, author=who, now=dt.datetime.now(dt.UTC), reason=reason)
        _tell(judged, opened, as_json)


# --- the session ---------------------------------------------------------------------------------------------------------

_HELP: Final = "s samma   o olika   v vänta   h hoppa över   u ta tillbaka   q sluta"
_SAID: Final = {"s": Said.SAME, "o": Said.DIFFERENT, "v": Said.LATER}


class Session:
    """One pair after the other. Keys are read one by one from a terminal, and as lines from anything else."""

    def __init__(
        self,
        address: str,
        *,
        merged: bool,
        author: str,
        console: Console | None = None,
        source: TextIO | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._address = address
        self._merged = merged
        self._author = author
        self._console = console or terminal.make_console(sys.stdout)
        self._source = source or sys.stdin
        self._now = now
        self._passed: set[str] = set()
        self._mine: list[str] = []
        """Ids of the judgements made in this session that stand."""

    def run(self) -> None:
        judged = 0
        while True:
            with reading(self._address) as opened:
                queue = review.read_queue(opened, load_entries(opened), merged=self._merged)
                left = [waiting for waiting in queue if waiting.key not in self._passed]
                question = review.describe(opened, left[0]) if left else None
            if question is None:
                self._say("Inget mer att granska." if judged or self._passed else "Inget att granska.")
                if not self._mine or self._key("u ta tillbaka   q sluta") != "u":
                    return
                self._undo()
                continue
            print_question(self._console, question, len(left))
            key = self._key(_HELP)
            if key == "q":
                return
            if key == "u":
                self._undo()
            elif key == "h":
                self._passed.add(question.waiting.key)
            elif key in _SAID:
                self._take(question, _SAID[key])
                judged += 1
            else:
                self._say(f"Tangenten {key} finns inte.")

    def _take(self, question: Question, said: Said) -> None:
        reason = self._line("Varför? (retur hoppar över) ") if said is not Said.LATER else None
        waiting = question.waiting
        with writing(self._address) as opened:
            judged = review.judge(
                opened,
                said,
                waiting.kind,
                review.side_of(question.left.unit, question.left.body),
                review.side_of(question.right.unit, question.right.body),
                author=self._author,
                now=self._now(),
                reason=reason,
            )
        self._mine.append(judged.entry.id)
        self._passed.add(waiting.key)
        self._say(
            f"{said_words(judged.entry, None, texts)}. {_rebuilt(judged.rebuilt) if said is not Said.LATER else ''}".strip()
        )

    def _undo(self) -> None:
        if not self._mine:
            self._say("Inget är bedömt än; arendegang review history visar äldre bedömningar.")
            return
        with writing(self._address) as opened:
            lines = {line.entry.id: line for line in review.history(load_entries(opened))}
            line = lines[self._mine.pop()]
            judged = review.undo(opened, line.number, author=self._author, now=self._now())
        self._passed.clear()
        self._say(f"Tillbakataget: {said_words(line.entry, line.target, texts)}. {_rebuilt(judged.rebuilt)}")

    def _say(self, text: str) -> None:
        self._console.print(Text(text))

    def _key(self, prompt: str) -> str:
        """One key, lower case; `q` at the end of the input."""
        self._console.print(Text(prompt, style="bold"))
        if self._source.isatty():
            return _one_key(self._source).lower()
        while line := self._source.readline():
            if line.strip():
                return line.strip().lower()[0]
        return "q"

    def _line(self, prompt: str) -> str:
        self._console.print(Text(prompt), end="")
        line = self._source.readline().strip()
        if not self._source.isatty():
            self._console.print()
        return line


def _one_key(source: TextIO) -> str:
    """One key press without return. Ctrl-C interrupts as always."""
    if sys.platform == "win32":
        import msvcrt

        key = msvcrt.getwch()
        if key == "\x03":
            raise KeyboardInterrupt
        return key
    import termios
    import tty

    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source)
        return source.read(1) or "q"
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)


# --- words ---------------------------------------------------------------------------------------------------------------


def print_queue(console: Console, queue: Sequence[Waiting], *, merged: bool) -> None:
    """One line for each pair, most consequential first."""
    if not queue:
        console.print(Text(texts("review.empty.merged") if merged else texts("review.empty")))
        return
    for number, waiting in enumerate(queue, start=1):
        asked = waiting.asked
        put_off = "  (uppskjutet)" if waiting.postponed else ""
        kind = texts(f"review.kind.{waiting.kind}")
        names = f"{asked.left.spelling}  –  {asked.right.spelling}"
        console.print(Text.assemble(f"{number:>4}  ", (names, "bold"), f"  {kind}", put_off))
        details = f"{asked.left.entity}  {asked.right.entity}  säkerhet {decimals(asked.score)}  {_facts(waiting.facts)}"
        console.print(Padding.indent(Text(details, style="dim"), 6))


def print_question(console: Console, question: Question, left: int) -> None:
    """A pair with its passages and what speaks for and against."""
    waiting = question.waiting
    console.print()
    ours, theirs = shown_apart(question)
    heading = texts(f"review.ask.{waiting.kind}", left=texts.quoted(ours), right=texts.quoted(theirs))
    console.print(Text(heading, style="bold"))
    put_off = ", uppskjutet" if waiting.postponed else ""
    console.print(
        Text(f"{left} kvar i kön, {_facts(waiting.facts)}, säkerhet {decimals(waiting.asked.score)}{put_off}", style="dim")
    )
    for side in (question.left, question.right):
        _print_side(console, side)
    for heading, points, none in (
        (texts("review.for"), question.in_favour, texts("review.nothing.for")),
        (texts("review.against"), question.against, texts("review.nothing.against")),
    ):
        console.print(Text(heading, style="bold"))
        for words in [point_words(point, texts) for point in points] or [none]:
            console.print(Padding.indent(Text(words), _INDENT))


def _print_side(console: Console, side: SideShown) -> None:
    unit = side.unit
    days = " – ".join(dict.fromkeys(day.isoformat() for day in (unit.first, unit.last) if day))
    about = [part for part in (side.body, ", ".join(unit.roles), days) if part]
    console.print(Text.assemble((side.spelling, "bold cyan"), f"  {unit.entity}"))
    if about:
        console.print(Padding.indent(Text("; ".join(about)), _INDENT))
    for passage in side.passages:
        place = ", ".join(str(part) for part in (passage.file, passage.page and f"sidan {passage.page}", passage.section) if part)
        console.print(Padding.indent(Text(f"”{' '.join(passage.words.split())}”"), _INDENT))
        console.print(Padding.indent(Text(f"Källa: {place}", style="dim"), 2 * _INDENT))


def print_history(console: Console, lines: Sequence[HistoryLine]) -> None:
    if not lines:
        console.print(Text(texts("review.history.none")))
    for line in lines:
        entry = line.entry
        words = said_words(entry, line.target, texts)
        undone = ("  tillbakatagen", "yellow") if line.undone else ("", "")
        console.print(Text.assemble(f"{line.number:>4}  ", (words, "dim" if line.undone else "bold"), undone))
        when = entry.time.astimezone().strftime("%Y-%m-%d %H:%M")
        console.print(
            Padding.indent(Text(f"{entry.author}, {when}{f': {entry.reason}' if entry.reason else ''}", style="dim"), 6)
        )


def _tell(judged: Judged, store: Store, as_json: bool) -> None:
    lines = {line.entry.id: line for line in review.history(load_entries(store))}
    line = lines[judged.entry.id]
    if as_json:
        _print_json({**line_json(line), "rebuilt": judged.rebuilt, "leftNow": judged.left, "rightNow": judged.right})
        return
    console = terminal.make_console(sys.stdout)
    console.print(Text(f"{line.number}. {said_words(judged.entry, line.target, texts)}. {_rebuilt(judged.rebuilt)}"))
    if judged.left and judged.right:
        now = judged.left if judged.left == judged.right else f"{judged.left} och {judged.right}"
        console.print(Padding.indent(Text(f"Finns nu som {now}.", style="dim"), _INDENT))


def _rebuilt(documents: int) -> str:
    return f"{documents} dokument byggdes om." if documents else "Inget dokument behövde byggas om."


def _facts(number: int) -> str:
    return f"{number} {'uppgift' if number == 1 else 'uppgifter'} hänger på svaret"


def _amount(number: int) -> str:
    return f"{number} {'bedömning' if number == 1 else 'bedömningar'}"


# --- JSON ----------------------------------------------------------------------------------------------------------------


def pair_json(question: Question) -> dict[str, Any]:
    """A pair as `--json` prints it."""
    waiting = question.waiting
    return {
        "key": waiting.key,
        "kind": waiting.kind.value,
        "merged": waiting.merged,
        "postponed": waiting.postponed,
        "score": waiting.asked.score,
        "facts": waiting.facts,
        "left": _side_json(question.left),
        "right": _side_json(question.right),
        "for": [{"reason": point.reason, "words": point_words(point, texts)} for point in question.in_favour],
        "against": [{"reason": point.reason, "words": point_words(point, texts)} for point in question.against],
    }


def _side_json(side: SideShown) -> dict[str, Any]:
    unit = side.unit
    return {
        "id": unit.entity,
        "name": side.name,
        "spelling": unit.spelling,
        "spellings": list(unit.spellings),
        "body": side.body,
        "roles": list(unit.roles),
        "first": unit.first and unit.first.isoformat(),
        "last": unit.last and unit.last.isoformat(),
        "passages": [
            {
                "document": passage.document,
                "file": passage.file,
                "page": passage.page,
                "section": passage.section,
                "words": passage.words,
                "start": passage.start,
                "end": passage.end,
            }
            for passage in side.passages
        ],
    }


def line_json(line: HistoryLine) -> dict[str, Any]:
    """An entry of the history as `--json` prints it."""
    return {
        "number": line.number,
        "undone": line.undone,
        "undoes": line.target,
        **line.entry.model_dump(mode="json", exclude={"undoes"}),
    }


def _print_json(content: object) -> None:
    terminal.print_json(json.dumps(content, ensure_ascii=False, indent=2))


__all__ = ["Session", "review_app"]
