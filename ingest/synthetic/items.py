"""Layouts of the agenda: how items are numbered, titled, labelled and parted. What is said under them is in `content`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.record import DecisionKind
from ingest.synthetic.content import FORMS, PRESENTERS, Manner, Sats, filler, formal_decision, matter_text, matters, next_date
from ingest.synthetic.desk import Desk, Json
from ingest.synthetic.pools import LONG_TITLE_TAILS, TITLE_TAILS, Matter
from ingest.synthetic.sheet import Part, Piece, Run, Runs, flat
from ingest.synthetic.wording import compact, day_month, lower_initial

LABELS = ("beslut", "information", "dialog", "workshop", "rapport")
LABEL_PAIRS = (("information", "dialog"), ("information", "beslut"), ("beslut", "information"))


@dataclass(frozen=True, slots=True)
class Planned:
    """An item to be written. `parent` items only head their `parts`."""

    title: str
    write: Callable[[Desk, Json, Manner], None]
    labels: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    parts: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """`number` gives (words before the title, the record's number) of the n-th item, n from 1.

    `title_below`: the number stands on a line of its own, with or without a diary number, and the title below it; with
    "references" the paragraphs of earlier handling and the diary number stand between.
    `parts`: how sub-items are numbered: "" none, "letters" a), "decimal" 4.1, "resumed" letters that run on.
    `labels`: "" none, "before" "Beslut: Titel", "dash" "Information – Titel", "after" "Titel (information)".
    `diary_below`: a line with the matter's diary number follows the title. `capitals`: titles in capital letters.
    `table`: the whole agenda is a table of number, matter and what was said and decided.
    `needs_format`: the titles are only told by bold or heading style, so plain text cannot hold it.
    """

    number: Callable[[int, int], tuple[str, str | None]]
    formal: bool = False
    parts: str = ""
    labels: str = ""
    style: str = "any"
    title_below: str = ""
    long_titles: bool = False
    agenda_first: bool = False
    needs_format: bool = False
    diary_below: bool = False
    capitals: bool = False
    table: bool = False
    attachments: float = 0.3


def _write_nothing(desk: Desk, item: Json, manner: Manner) -> None:
    return


def _opening(desk: Desk, item: Json, manner: Manner) -> None:
    if desk.rng.random() < 0.4 and desk.members:
        desk.para(f"Ordförande {desk.members[0].name} öppnade mötet och hälsade alla välkomna.")
    if desk.rng.random() < 0.7:
        formal_decision(desk, item, Sats("öppna mötet", DecisionKind.OPEN, (), "öppnar mötet", "Mötet öppnas"), manner)


def _agenda(desk: Desk, item: Json, manner: Manner) -> None:
    sats = desk.rng.choice(
        (
            Sats("godkänna dagordningen", DecisionKind.APPROVE, (), "godkänner dagordningen", "Dagordningen godkänns"),
            Sats("fastställa dagordningen", DecisionKind.APPROVE, (), "fastställer dagordningen", "Dagordningen fastställs"),
        )
    )
    formal_decision(desk, item, sats, manner)


def _adjuster(desk: Desk, item: Json, manner: Manner) -> None:
    person = desk.rng.choice(desk.members) if desk.members else desk.people.member()
    words = desk.rng.choice(
        (
            "utse {} till justerare",
            "utse {} att justera dagens protokoll",
            "välja {} till justerare",
            "utse {} att jämte ordföranden justera protokollet",
        )
    )
    sats = Sats(words.format(person.name), DecisionKind.APPOINT, (person.name,), None, f"{person.name} utses till justerare")
    formal_decision(desk, item, sats, manner)


def _previous(desk: Desk, item: Json, manner: Manner) -> None:
    noun = "protokollet" if "rotokoll" in desk.body.word else "minnesanteckningarna"
    sats = desk.rng.choice(
        (
            Sats(
                f"lägga {noun} till handlingarna",
                DecisionKind.TABLE,
                (),
                f"lägger {noun} till handlingarna",
                f"{noun.capitalize()} läggs till handlingarna",
            ),
            Sats(f"godkänna {noun}", DecisionKind.APPROVE, (), f"godkänner {noun}", f"{noun.capitalize()} godkänns"),
        )
    )
    formal_decision(desk, item, sats, manner)


def _other(desk: Desk, item: Json, manner: Manner) -> None:
    desk.para(desk.rng.choice(("Inga övriga frågor anmäldes.", "Inga övriga frågor.", filler(desk, 1, 1))))


def _next_meeting(desk: Desk, item: Json, manner: Manner) -> None:
    desk.para(f"Nästa möte äger rum den {day_month(next_date(desk))} klockan 09.00.")


def _closing(desk: Desk, item: Json, manner: Manner) -> None:
    if desk.rng.random() < 0.5:
        formal_decision(desk, item, Sats("avsluta mötet", DecisionKind.CLOSE, (), "avslutar mötet", "Mötet avslutas"), manner)
    else:
        desk.para("Ordföranden tackade för visat intresse.")


def _struck_off(desk: Desk, item: Json, manner: Manner) -> None:
    words = desk.rng.choice(("Ärendet utgår.", "Ärendet utgår", "Punkten utgick.", "Utgår."))
    item["note"] = words
    desk.para(words)


def _matter(matter: Matter) -> Callable[[Desk, Json, Manner], None]:
    def write(desk: Desk, item: Json, manner: Manner) -> None:
        if desk.rng.random() < 0.07:
            _struck_off(desk, item, manner)
        else:
            matter_text(desk, item, matter, manner)

    return write


def _plan_matter(desk: Desk, matter: Matter, layout: Layout) -> Planned:
    rng = desk.rng
    title = matter.short if matter.short and rng.random() < 0.15 else matter.name
    title += rng.choice(LONG_TITLE_TAILS if layout.long_titles else TITLE_TAILS)
    labels: tuple[str, ...] = ()
    if layout.labels and rng.random() < 0.85:
        labels = rng.choice(LABEL_PAIRS) if rng.random() < 0.25 else (rng.choice(LABELS),)
    attachments: tuple[str, ...] = ()
    if rng.random() < layout.attachments:
        attachments = (rng.choice((str(rng.randint(1, 14)), f"{rng.randint(1, 9)} {rng.choice('AB')}")),)
    return Planned(title, _matter(matter), labels, attachments)


def plan(desk: Desk, layout: Layout) -> list[Planned]:
    """What the meeting deals with: formalia around four to seven matters, some of them in parts."""
    rng = desk.rng
    previous = f" {compact(desk.date.replace(day=3))}" if rng.random() < 0.4 else ""
    items = [Planned(rng.choice(("Mötets öppnande", "Öppnande", "Mötet öppnas", "Sammanträdets öppnande")), _opening)]
    items.append(Planned(rng.choice(("Godkännande av dagordning", "Fastställande av dagordning", "Dagordning")), _agenda))
    if rng.random() < 0.7:
        items.append(Planned(rng.choice(("Val av justerare", "Justering", "Val av protokolljusterare")), _adjuster))
    noun = "protokoll" if "rotokoll" in desk.body.word else "minnesanteckningar"
    items.append(Planned(f"Föregående {noun}{previous}", _previous))
    chosen = iter([_plan_matter(desk, matter, layout) for matter in matters(desk, 9)])
    if layout.parts:
        heads = rng.sample(
            (
                "Rapporter från regional nivå",
                "Aktuellt i länet",
                "Ärenden från styrgruppen",
                "Information från kommunerna",
                "Skriftliga rapporter",
            ),
            3,
        )
        for i, head in enumerate(heads):
            parts = tuple(next(chosen) for _ in range(rng.choice((2, 2, 3) if i == 0 else (1, 2, 2))))
            items.append(Planned(head, _write_nothing, parts=parts))
        items.append(next(chosen))
    else:
        items += [next(chosen) for _ in range(rng.randint(4, 6))]
    items.append(Planned("Övriga frågor", _other))
    if rng.random() < 0.5:
        items.append(Planned("Nästa möte", _next_meeting))
    if rng.random() < 0.7:
        items.append(Planned(rng.choice(("Avslutning", "Mötet avslutas", "Mötets avslutande")), _closing))
    return items


def write_items(desk: Desk, layout: Layout, *, plain: bool) -> None:
    """The agenda of the meeting in this layout. `plain`: the file form shows no bold, headings only as lines."""
    forms = [form for form in FORMS if not (layout.formal and form == "told")]
    manner = Manner(layout.formal, desk.rng.choice(forms), desk.rng.choice(list(PRESENTERS)))
    planned = plan(desk, layout)
    style = layout.style if layout.style != "any" else desk.rng.choice(("heading", "bold", "plain"))
    if plain and style == "heading":
        style = "plain"
    first = desk.rng.randint(2, 180) if layout.formal else 1
    if layout.agenda_first:
        _contents(desk, layout, planned, first)
    if layout.table:
        _write_table(desk, layout, planned)
        return
    letter = 0
    for n, item in enumerate(planned):
        words, number = layout.number(n + first, desk.date.year)
        _write_item(desk, layout, item, words, number, style, manner, level=2)
        if layout.parts != "resumed":
            letter = 0
        for part in item.parts:
            letter += 1
            if layout.parts == "decimal":
                index = item.parts.index(part) + 1
                lead, sub = f"{n + first}.{index} ", f"{n + first}.{index}"
            else:
                sign = chr(ord("a") + letter - 1)
                lead, sub = f"{sign}) ", f"{number or ''}{sign}"
            _write_item(desk, layout, part, lead, sub, style, manner, level=3)


def _write_table(desk: Desk, layout: Layout, planned: Sequence[Planned]) -> None:
    """The agenda as a table: a row an item, presenter and decision in the cell with the text."""
    rng = desk.rng
    rows: list[list[Piece]] = [
        list(
            rng.choice(
                (("Nr", "Ärende", "Anteckning"), ("Punkt", "Rubrik", "Diskussion och beslut"), ("", "Ärende", "Beslut/åtgärd"))
            )
        )
    ]
    for n, item in enumerate(planned, start=1):
        words, number = layout.number(n, desk.date.year)
        with desk.item(number) as record:
            title = desk.title(record, item.title)
            cell: list[Piece] = []
            if item.write not in _FORMALIA and rng.random() < 0.4:
                person = desk.people.member()
                cell.append([desk.presenter(record, person, role=None, organisation=None), " informerade. "])
            cell.append(filler(desk, 1, 2))
            sats = rng.choice(_TABLE_DECISIONS.get(item.write, _TABLE_MATTERS))
            cell += [" Beslut: ", desk.decide(record, f"att {sats.att}", sats.kind, sats.targets), "."]
            rows.append([desk.marked([words.strip()]), desk.marked([title]), desk.marked(cell)])
    desk.table(rows)


_TABLE_DECISIONS: dict[Callable[[Desk, Json, Manner], None], tuple[Sats, ...]] = {
    _opening: (Sats("öppna mötet", DecisionKind.OPEN),),
    _agenda: (Sats("godkänna dagordningen", DecisionKind.APPROVE),),
    _previous: (Sats("lägga anteckningarna till handlingarna", DecisionKind.TABLE),),
    _closing: (Sats("avsluta mötet", DecisionKind.CLOSE),),
}
_TABLE_MATTERS = (
    Sats("lägga informationen till handlingarna", DecisionKind.TABLE),
    Sats("ge processledaren i uppdrag att ta fram ett underlag", DecisionKind.ASSIGN, ("processledaren",)),
    Sats("bordlägga frågan till nästa möte", DecisionKind.POSTPONE),
    Sats("godkänna förslaget", DecisionKind.APPROVE),
)
_FORMALIA = (_opening, _agenda, _adjuster, _previous, _other, _next_meeting, _closing)


def _contents(desk: Desk, layout: Layout, planned: Sequence[Planned], first: int) -> None:
    """A list of the items before the items themselves: the same titles, and no items."""
    desk.para(desk.rng.choice(("Ärendelista", "Innehåll", "Dagordning", "Ärendeförteckning")), bold=True)
    for n, item in enumerate(planned):
        words, _ = layout.number(n + first, desk.date.year)
        tail = f" {'.' * desk.rng.randint(4, 12)} {n // 3 + 2}" if layout.formal else ""
        desk.line(f"{words}{item.title}{tail}")


def _label_words(labels: Sequence[str]) -> str:
    return "/".join(label.capitalize() for label in labels)


def _title(desk: Desk, layout: Layout, record: Json, planned: Planned) -> Runs:
    """Label, title and attachment as this layout writes them; the title alone is the title."""
    title = desk.title(record, planned.title.upper() if layout.capitals else planned.title)
    pieces: list[Piece] = []
    if planned.labels and layout.labels == "before":
        pieces.append(f"{_label_words(planned.labels)}: ")
    elif planned.labels and layout.labels == "dash":
        pieces.append(f"{_label_words(planned.labels)} – ")
    pieces.append(title)
    if planned.labels and layout.labels == "after":
        words = "/".join(planned.labels)
        pieces.append(desk.rng.choice((f" ({words})", f" – {words}")))
    if planned.attachments:
        pieces.append(desk.rng.choice((" (Bilaga {})", " (bilaga {})", ", bilaga {}")).format(planned.attachments[0]))
    return flat(pieces)


def _write_item(
    desk: Desk, layout: Layout, planned: Planned, words: str, number: str | None, style: str, manner: Manner, *, level: int
) -> None:
    with desk.item(number, planned.labels, planned.attachments) as record:
        title = _title(desk, layout, record, planned)
        lead = Run(words, part=Part.NUMBER)
        if layout.title_below and level == 2:
            diary = f"Dnr {desk.date.year}-{desk.rng.randint(10, 9999):05}"
            below = f"{words.strip()}  {diary}" if layout.title_below == "diary" else words.strip()
            desk.para(Run(below, part=Part.NUMBER), bold=style == "bold")
            if layout.title_below == "references":
                desk.line(f"Au § {desk.rng.randint(1, 90)}, Ks § {desk.rng.randint(1, 90)}")
                desk.line(
                    f"{desk.rng.choice(('KS', 'SON', 'HSN'))}{desk.rng.choice((' ', '/'))}{desk.date.year}{desk.rng.choice('/:')}{desk.rng.randint(10, 999)}"
                )
            desk.para(title, bold=style == "bold", tight=desk.rng.random() < 0.5)
        elif layout.long_titles and desk.rng.random() < 0.5:
            _broken(desk, flat([lead, title]), style, level)
        elif style == "heading":
            desk.heading(lead, title, level=level)
        else:
            desk.para(lead, title, bold=style == "bold")
        if layout.diary_below:
            number_ = f"{desk.date.year}-{desk.rng.randint(10, 9999):05}"
            desk.line(
                desk.rng.choice((f"Dnr {number_}", f"Diarienummer {number_}", f"Dnr: KS {desk.date.year}/{int(number_[5:])}"))
            )
        planned.write(desk, record, manner)


def _broken(desk: Desk, runs: Runs, style: str, level: int) -> None:
    """A title set on two lines: broken at a space somewhere in the middle."""
    text = "".join(run.text for run in runs)
    spaces = [i for i, c in enumerate(text) if c == " " and 0.35 < i / len(text) < 0.75]
    if not spaces:
        desk.para(runs, bold=style == "bold")
        return
    cut = desk.rng.choice(spaces)
    left: list[Run] = []
    right: list[Run] = []
    position = 0
    for run in runs:
        for chunk, side in ((run.text[: max(0, cut - position)], left), (run.text[max(0, cut - position) :], right)):
            if chunk:
                side.append(Run(chunk, run.tags, run.bold, run.italic, run.struck, run.part))
        position += len(run.text)
    right[0] = Run(right[0].text.lstrip(), right[0].tags, part=right[0].part)
    desk.para(left, bold=style == "bold")
    desk.para(right, bold=style == "bold", tight=True)


ITEMS: dict[str, Layout] = {
    "1.": Layout(lambda n, y: (f"{n}. ", str(n))),
    "1)": Layout(lambda n, y: (f"{n}) ", str(n))),
    "1 bare": Layout(lambda n, y: (f"{n} ", str(n))),
    "letters": Layout(lambda n, y: (f"{n}. ", str(n)), parts="letters"),
    "letters with labels": Layout(lambda n, y: (f"{n}. ", str(n)), parts="letters", labels="before", attachments=0.5),
    "letters resumed": Layout(lambda n, y: (f"{n}. ", str(n)), parts="resumed", labels="before"),
    "decimals": Layout(lambda n, y: (f"{n}. ", str(n)), parts="decimal"),
    "§ 84": Layout(lambda n, y: (f"§ {n} ", str(n)), formal=True),
    "§84": Layout(lambda n, y: (f"§{n} ", str(n)), formal=True),
    "84 §": Layout(lambda n, y: (f"{n} § ", str(n)), formal=True),
    "§ alone": Layout(lambda n, y: (f"§ {n}", str(n)), formal=True, title_below="alone"),
    "§ with diary number": Layout(lambda n, y: (f"§ {n}", str(n)), formal=True, title_below="diary"),
    "§ over references": Layout(lambda n, y: (f"Kf § {n}", str(n)), formal=True, title_below="references"),
    "§ with body": Layout(lambda n, y: (f"KS § {n} ", str(n)), formal=True),
    "§ with year": Layout(lambda n, y: (f"§ {n}/{y % 100} ", str(n)), formal=True),
    "§ over diary number": Layout(lambda n, y: (f"§ {n} ", str(n)), formal=True, diary_below=True),
    "§ in a row": Layout(lambda n, y: (f"§ {n}. ", str(n)), formal=True),
    "Paragraf 84": Layout(lambda n, y: (f"Paragraf {n} ", str(n)), formal=True),
    "§ after contents": Layout(lambda n, y: (f"§ {n} ", str(n)), formal=True, agenda_first=True),
    "1. after agenda": Layout(lambda n, y: (f"{n}. ", str(n)), agenda_first=True),
    "n:Title": Layout(lambda n, y: (f"{n}:", str(n))),
    "n: Title": Layout(lambda n, y: (f"{n}: ", str(n)), labels="after"),
    "Punkt 3": Layout(lambda n, y: (f"Punkt {n} ", str(n))),
    "Punkt 3.": Layout(lambda n, y: (f"Punkt {n}. ", str(n)), labels="after"),
    "Ärende 5 –": Layout(lambda n, y: (f"Ärende {n} – ", str(n))),
    "Punkt 3:": Layout(lambda n, y: (f"Punkt {n}: ", str(n))),
    "1. capitals": Layout(lambda n, y: (f"{n}. ", str(n)), capitals=True),
    "1 tab": Layout(lambda n, y: (f"{n}.   ", str(n))),
    "in a table": Layout(lambda n, y: (f"{n}", str(n)), table=True, attachments=0.0),
    "labels before": Layout(lambda n, y: (f"{n}. ", str(n)), labels="before", attachments=0.5),
    "labels with dash": Layout(lambda n, y: (f"{n}. ", str(n)), labels="dash"),
    "labels after": Layout(lambda n, y: (f"{n}. ", str(n)), labels="after", attachments=0.5),
    "long titles": Layout(lambda n, y: (f"{n}. ", str(n)), long_titles=True),
    "long titles, §": Layout(lambda n, y: (f"§ {n} ", str(n)), formal=True, long_titles=True),
    "unnumbered bold": Layout(lambda n, y: ("", None), style="bold", needs_format=True),
    "unnumbered headings": Layout(lambda n, y: ("", None), style="heading", needs_format=True),
}
__all__ = ["ITEMS", "Layout", "Planned", "lower_initial", "plan", "write_items"]
