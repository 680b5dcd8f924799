"""Heads of minutes: which body met, when, where, and what the document itself is. Each layout writes its words and its truth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import ONLINE_PLACES, PLACES
from ingest.synthetic.sheet import Piece
from ingest.synthetic.wording import any_date, compact, day_month, genitive, hours, long_date, lower_initial

Head = Callable[[Desk], None]


def _times(desk: Desk) -> tuple[str, str]:
    start = desk.rng.choice(("08:15", "08:30", "09:00", "09:00", "10:00", "13:00", "13:15", "14:00", "17:30"))
    length = desk.rng.choice((90, 120, 165, 180, 195, 210))
    minutes = int(start[:2]) * 60 + int(start[3:]) + length
    end = f"{minutes // 60:02}:{minutes % 60:02}"
    desk.meeting["start"], desk.meeting["end"] = start, end
    return start, end


def _place(desk: Desk) -> str:
    online = desk.rng.random() < 0.3
    place = desk.rng.choice(ONLINE_PLACES if online else PLACES)
    desk.meeting["place"], desk.meeting["online"] = place, online
    return place


def _diary(desk: Desk) -> str:
    letters = "".join(word[0] for word in desk.body.name.replace("-", " ").split()[:3]).upper()
    number = desk.rng.randint(3, 4900)
    forms = (f"{letters} {desk.date.year}/{number}", f"{letters}{desk.date.year}-{number:05}", f"{desk.date.year}-{number:05}")
    desk.document["diaryNumber"] = desk.rng.choice(forms)
    return str(desk.document["diaryNumber"])


def _written(desk: Desk) -> dt.date:
    """The date of the document: some days after the meeting."""
    date = desk.date + dt.timedelta(days=desk.rng.randint(1, 12))
    desk.document["date"] = date.isoformat()
    return date


def _forum(desk: Desk) -> Piece:
    return desk.forum_name()


def _organisation(desk: Desk) -> str | None:
    if desk.body.organisation:
        desk.meeting["organisation"] = desk.body.organisation
    return desk.body.organisation


def labelled_lines(desk: Desk) -> None:
    """Title, then one labelled line for each: Datum, Tid, Plats; the document's own date and number above."""
    desk.heading(f"{desk.body.word} ", _forum(desk), level=1)
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
    if desk.rng.random() < 0.6:
        written = _written(desk)
        label = desk.rng.choice(("Upprättad", "Dokumentdatum", "Datum för anteckningar"))
        desk.para(f"{label}: {written.isoformat()}")
        desk.line(f"{desk.rng.choice(('Dnr', 'Diarienr', 'Diarienummer'))}: {_diary(desk)}")
    start, end = _times(desk)
    date = desk.rng.choice(("Datum", "Mötesdatum", "Mötesdag"))
    desk.para(f"{date}: {any_date(desk.date, desk.rng)}")
    desk.line(f"Tid: {hours(start, end, desk.rng)}")
    desk.line(f"Plats: {_place(desk)}")


def two_dates(desk: Desk) -> None:
    """Both dates labelled "Datum": the document's under the title with the diary number, the meeting's with time and place."""
    desk.heading(f"{desk.body.word} ", _forum(desk), level=2)
    desk.para(f"Datum: {_written(desk).isoformat()}")
    desk.para(f"Dnr: {_diary(desk)}")
    start, end = _times(desk)
    desk.para(f"Datum: {compact(desk.date) if desk.rng.random() < 0.5 else long_date(desk.date)}", bold=True)
    desk.para(f"Tid: {hours(start, end, desk.rng)}", bold=True)
    desk.para(f"Plats: {_place(desk)}", bold=True)


def protocol_front(desk: Desk) -> None:
    """The front of formal minutes: organisation, body, "Sammanträdesdatum", "Plats och tid"."""
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
    desk.heading("SAMMANTRÄDESPROTOKOLL", level=1)
    desk.para(_forum(desk), bold=True)
    desk.para(desk.rng.choice(("Sammanträdesdatum", "Sammanträdesdatum:")), f" {desk.date.isoformat()}")
    start, end = _times(desk)
    place = _place(desk)
    desk.para(f"Plats och tid: {place}, {hours(start, end, desk.rng)}")


def protocol_table(desk: Desk) -> None:
    """The same front as a table of labels and values."""
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
    desk.heading(_forum(desk), level=1)
    start, end = _times(desk)
    place = _place(desk)
    rows: list[list[Piece]] = [["Sammanträdesdatum", desk.date.isoformat()]]
    if desk.rng.random() < 0.5:
        rows.append(["Plats och tid", f"{place}, {hours(start, end, desk.rng)}"])
    else:
        rows += [["Plats", place], ["Tid", hours(start, end, desk.rng)]]
    if desk.rng.random() < 0.5:
        rows.append(["Diarienummer", _diary(desk)])
    desk.table(rows)


def one_line(desk: Desk) -> None:
    """All in the title: "Protokoll från nämndens sammanträde den 11 juni 2026"; nothing of time or place."""
    organisation = _organisation(desk)
    name = desk.body.name
    words = desk.rng.choice(("möte", "sammanträde", "möte"))
    day = desk.rng.choice((f"den {long_date(desk.date)}", desk.date.isoformat(), long_date(desk.date)))
    form = desk.rng.randint(0, 2) if len(name.split()) == 1 else 1
    if form == 0:
        desk.heading(f"{desk.body.word} från ", desk.forum_name(lower_initial(genitive(name))), f" {words} {day}", level=1)
    elif form == 1:
        desk.heading(f"{desk.body.word} ", _forum(desk), f" {day}", level=1)
    else:
        desk.heading(f"{desk.body.word}: ", _forum(desk), f", {words} {day}", level=1)
    if organisation:
        desk.para(organisation)


def time_and_place(desk: Desk) -> None:
    """One line of date, time and place: "Tid och plats: torsdagen den 11 juni 2026 kl. 9–12, Stadshuset"."""
    desk.heading(_forum(desk), level=1)
    organisation = _organisation(desk)
    desk.para(desk.body.word, f" – {organisation}" if organisation else "")
    start, end = _times(desk)
    place = _place(desk)
    day = desk.rng.choice((long_date(desk.date), f"den {long_date(desk.date)}", desk.date.isoformat()))
    if desk.rng.random() < 0.5:
        desk.para(f"Tid och plats: {day} {hours(start, end, desk.rng)}, {place}")
    else:
        desk.para(f"Plats och tid: {place}, {day}, {hours(start, end, desk.rng)}")


def year_from_context(desk: Desk) -> None:
    """The title has the year, the meeting's line only day and month."""
    desk.heading(f"{desk.body.word} ", _forum(desk), f" {desk.date.year}", level=1)
    _organisation(desk)
    if desk.meeting.get("organisation"):
        desk.para(str(desk.meeting["organisation"]))
    start, end = _times(desk)
    desk.para(f"{desk.rng.choice(('Möte', 'Sammanträde'))} den {day_month(desk.date)} {hours(start, end, desk.rng)}")
    desk.line(f"Plats: {_place(desk)}")


def letterhead(desk: Desk) -> None:
    """A letterhead: organisation, date and number in the corner, then the kind of document and the body on lines of their own."""
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
        desk.line(desk.rng.choice(("Kommunkansliet", "Kansliavdelningen", "Ledningsstöd")))
    if desk.rng.random() < 0.5:
        desk.para(f"Dnr {_diary(desk)}")
    desk.heading(desk.body.word, level=1)
    desk.para(_forum(desk), bold=True)
    start, end = _times(desk)
    desk.para(f"{any_date(desk.date, desk.rng)}, {hours(start, end, desk.rng)}")
    if desk.rng.random() < 0.8:
        desk.line(_place(desk) if desk.rng.random() < 0.5 else f"Lokal: {_place(desk)}")


def start_and_end(desk: Desk) -> None:
    """Start and end on lines of their own, the date with the body's name."""
    day = desk.rng.choice((desk.date.isoformat(), compact(desk.date), long_date(desk.date)))
    desk.heading(_forum(desk), f" {day}", level=1)
    if _organisation(desk):
        desk.para(f"{desk.body.organisation}")
    desk.para(desk.body.word)
    start, end = _times(desk)
    mark = desk.rng.choice((".", ":"))
    if desk.rng.random() < 0.5:
        desk.para(f"Mötet började kl. {start.replace(':', mark)}")
        desk.line(f"Mötet avslutades kl. {end.replace(':', mark)}")
    else:
        desk.para(f"Starttid: {start.replace(':', mark)}")
        desk.line(f"Sluttid: {end.replace(':', mark)}")
    desk.line(f"Plats: {_place(desk)}")


def date_and_time(desk: Desk) -> None:
    """Date and time on one line under one label: "Datum och tid: 2026-06-11, kl. 09.00–12.00"."""
    desk.heading(f"{desk.body.word} – ", _forum(desk), level=1)
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
    start, end = _times(desk)
    label = desk.rng.choice(("Datum och tid", "Tid", "Mötestid", "Dag och tid", "När"))
    comma = desk.rng.choice((", ", " "))
    desk.para(f"{label}: {any_date(desk.date, desk.rng)}{comma}{hours(start, end, desk.rng)}")
    desk.line(f"{desk.rng.choice(('Plats', 'Lokal', 'Var', 'Plats'))}: {_place(desk)}")


def numbered_minutes(desk: Desk) -> None:
    """Minutes with a number of the year: "Protokoll 4/2026", body and date below."""
    desk.heading(f"{desk.body.word} {desk.rng.choice(('', 'nr '))}{desk.rng.randint(1, 12)}/{desk.date.year}", level=1)
    desk.para(_forum(desk), bold=True)
    organisation = _organisation(desk)
    if organisation:
        desk.line(organisation)
    start, end = _times(desk)
    desk.para(f"Sammanträde {any_date(desk.date, desk.rng)}")
    desk.line(f"Tid {hours(start, end, desk.rng)}")
    desk.line(f"Plats {_place(desk)}")


def corner(desk: Desk) -> None:
    """The page's corner first: page, date and diary number; the title with the body below."""
    desk.para(f"Sida 1 ({desk.rng.randint(3, 14)})")
    if desk.rng.random() < 0.5:
        written = _written(desk)
        desk.line(f"{written.isoformat()}")
        desk.line(f"Dnr {_diary(desk)}")
    organisation = _organisation(desk)
    if organisation:
        desk.para(organisation)
    day = desk.rng.choice((desk.date.isoformat(), long_date(desk.date), f"den {long_date(desk.date)}"))
    desk.heading(f"{desk.body.word} från möte med ", _forum(desk), f" {day}", level=1)
    if desk.rng.random() < 0.7:
        start, end = _times(desk)
        desk.para(f"Tid: {hours(start, end, desk.rng)}")
        desk.line(f"Plats: {_place(desk)}")


def signatures(desk: Desk) -> None:
    """What formal minutes have after the list of who was there: adjusting, paragraphs, signatures, the notice on the board.

    Dates, times, places and names that are not the meeting's: its own are in the head.
    """
    rng = desk.rng
    if len(desk.members) < 2:
        return
    chair, adjuster = desk.members[0], desk.members[-1]
    adjusted = desk.date + dt.timedelta(days=rng.randint(2, 9))
    first = rng.randint(2, 120)
    desk.para(rng.choice(("Utses att justera", "Justerare", "Utsedd att justera:")), f" {adjuster.name}")
    desk.line(f"Justeringens plats och tid: {rng.choice(PLACES)}, {adjusted.isoformat()} kl. {rng.randint(8, 16)}.00")
    desk.line(f"Paragrafer: {first}–{first + rng.randint(6, 20)}")
    desk.para("Underskrifter", bold=True)
    desk.line(f"Ordförande ............................ {chair.name}")
    desk.line(f"Justerare ............................ {adjuster.name}")
    if rng.random() < 0.7:
        desk.para(rng.choice(("ANSLAG/BEVIS", "Bevis om anslag", "Anslagsbevis")), bold=True)
        desk.line("Protokollet är justerat. Justeringen har tillkännagivits genom anslag.")
        desk.line(f"Organ: {desk.body.name}")
        desk.line(f"Datum då anslaget sätts upp: {adjusted.isoformat()}")
        desk.line(f"Datum då anslaget tas ned: {(adjusted + dt.timedelta(days=22)).isoformat()}")
        desk.line(f"Förvaringsplats för protokollet: {rng.choice(PLACES)}")


def closing_lines(desk: Desk) -> None:
    """Who wrote and who checked, at the end."""
    if len(desk.members) < 2:
        return
    first, second = desk.members[0], desk.members[-1]
    desk.para(desk.rng.choice(("Vid protokollet", "Vid anteckningarna", "Antecknat av", "Vid pennan")), f": {second.name}")
    desk.line(desk.rng.choice(("Justeras", "Justerat av", "Justerare")), f": {first.name}")


HEADS: dict[str, Head] = {
    "labelled lines": labelled_lines,
    "two dates": two_dates,
    "protocol front": protocol_front,
    "protocol table": protocol_table,
    "one line": one_line,
    "time and place": time_and_place,
    "year from context": year_from_context,
    "letterhead": letterhead,
    "start and end": start_and_end,
    "date and time": date_and_time,
    "numbered minutes": numbered_minutes,
    "corner": corner,
}
