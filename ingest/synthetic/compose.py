"""Composing: a seed and the names of layouts in, one document with its true record out. Nothing here touches files."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph.record import DocumentKind, Record
from ingest.synthetic.attendance import ATTENDANCE
from ingest.synthetic.desk import Desk, Json, municipality_truth
from ingest.synthetic.heads import HEADS, closing_lines, signatures
from ingest.synthetic.items import ITEMS, write_items
from ingest.synthetic.noise import CLEAN, NOISY, Noise, disturb, forget_marks
from ingest.synthetic.pools import FORMAL_NAMES, LEXICON, People, choose_body
from ingest.synthetic.render import Form, Rendering, render
from ingest.synthetic.reports import choose_region, write_report

MEDIA_TYPES = {
    Form.MARKDOWN: "text/markdown",
    Form.HTML: "text/html",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMATTED = frozenset({Form.MARKDOWN, Form.HTML, Form.DOCX})
"""Forms that show bold and headings."""
REPORT_EVERY = 17
"""Every so many documents of a corpus is a yearly report; prime to the number of layouts, so that none is always skipped."""
MUNICIPALITIES = frozenset(FORMAL_NAMES)
NOISES: dict[str, Noise] = {"clean": CLEAN, "noisy": NOISY}
_QUOTED = {"asWritten": "span", "text": "span", "quote": "span", "title": "titleSpan", "forumAsWritten": "span"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One synthetic document: its bytes, its kept text, its true record, and the layouts it was made of."""

    file: str
    data: bytes
    text: str
    record: Record
    layouts: dict[str, str]

    def sidecar(self) -> str:
        """The JSON that lies beside the document: the record and the layouts."""
        record = self.record.model_dump(mode="json", by_alias=True)
        return json.dumps({"layouts": self.layouts, "record": record}, ensure_ascii=False, indent=1) + "\n"


def compose_minutes(
    seed: str | int,
    *,
    attendance: str | None = None,
    items: str | None = None,
    head: str | None = None,
    form: Form | None = None,
    noise: str = "clean",
) -> Sample:
    """One document. What is not given is chosen by the seed; the same arguments give the same bytes.

    `attendance`, `items` and `head` are keys of ATTENDANCE, ITEMS and HEADS, `noise` one of NOISES. Raises KeyError for
    a layout that does not exist.
    """  # fmt: skip
    rng = random.Random(f"{seed}:{noise}")
    item_name = items or rng.choice(list(ITEMS))
    item_layout = ITEMS[item_name]
    attendance_name = attendance or rng.choice(list(ATTENDANCE))
    layout = ATTENDANCE[attendance_name]
    head_name = head or rng.choice(list(HEADS))
    chosen = form or rng.choice(list(Form))
    if layout.marks and not chosen.carries_strikethrough:
        # Plain text without marks would lose what the layout is about; that is noise, and decided below.
        chosen = Form.MARKED
    if item_layout.needs_format and chosen not in FORMATTED:
        chosen = Form.MARKDOWN
    level = NOISES[noise]
    if item_layout.table:
        # A table of whole sentences that has lost its columns is no longer a text that a person can read.
        level = replace(level, flattened=0.0)
    body = choose_body(rng, layout.family)
    date = dt.date(rng.randint(2019, 2027), rng.randint(1, 12), rng.randint(1, 28))
    desk = Desk(rng, body, date, People(rng))
    desk.meeting.update({"forum": body.short, "date": date.isoformat(), "span": desk.new_tag()})
    with desk.within(desk.meeting["span"]):
        HEADS[head_name](desk)
    layout.write(desk)
    if item_layout.formal and rng.random() < 0.4:
        signatures(desk)
    write_items(desk, item_layout, plain=chosen not in FORMATTED)
    if rng.random() < 0.25:
        closing_lines(desk)
    blocks = desk.blocks
    plain = chosen not in FORMATTED
    if layout.marks and plain and rng.random() < level.lost_marks:
        blocks = forget_marks(desk, blocks)
    blocks = disturb(desk, blocks, level, rng, plain=plain)
    rendering = render(blocks, chosen, rng, spread=plain and rng.random() < level.spread)
    slug = "-".join(str(part) for part in ("protokoll", seed, noise)).replace(":", "-")
    file = f"{slug}{chosen.suffix}"
    layouts = {"attendance": attendance_name, "items": item_name, "head": head_name, "form": chosen.value, "noise": noise}
    return Sample(file, rendering.data, rendering.text, resolve_truth(desk, rendering, file, chosen), layouts)


def compose_report(seed: str | int, *, form: Form | None = None, noise: str = "clean") -> Sample:
    """One yearly report: tables of forums, dates and matters. The same arguments give the same bytes."""
    rng = random.Random(f"report:{seed}:{noise}")
    chosen = form or rng.choice(list(Form))
    if chosen is Form.WRAPPED:
        chosen = Form.TEXT
    year = rng.randint(2019, 2027)
    desk = Desk(rng, choose_region(rng), dt.date(year, 6, 15), People(rng))
    meetings = write_report(desk, year)
    level = replace(NOISES[noise], flattened=0.0, headers=0.0)
    blocks = disturb(desk, desk.blocks, level, rng, plain=chosen not in FORMATTED)
    rendering = render(blocks, chosen, rng)
    file = f"rapport-{str(seed).replace(':', '-')}-{noise}{chosen.suffix}"
    layouts = {"items": "report table", "head": "report", "form": chosen.value, "noise": noise}
    record = _record(desk, meetings, DocumentKind.REPORT, rendering, file, chosen)
    return Sample(file, rendering.data, rendering.text, record, layouts)


def compose_corpus(documents: int, *, seed: int = 1, noise: str = "clean") -> Iterator[Sample]:
    """`documents` documents that go through every layout in turn: attendance, items, heads and forms each at its own pace."""
    attendance, items, heads, forms = list(ATTENDANCE), list(ITEMS), list(HEADS), list(Form)
    for i in range(documents):
        turn = i // len(attendance)
        if i % REPORT_EVERY == REPORT_EVERY - 1:
            yield compose_report(f"{seed}-{i:04}", form=forms[(i * 5 + turn) % len(forms)], noise=noise)
            continue
        yield compose_minutes(
            f"{seed}-{i:04}",
            attendance=attendance[i % len(attendance)],
            items=items[(i + turn) % len(items)],
            head=heads[(i + turn) % len(heads)],
            form=forms[(i * 5 + turn) % len(forms)],
            noise=noise,
        )


def resolve_truth(desk: Desk, rendering: Rendering, file: str, form: Form) -> Record:
    """The true record: tags replaced by spans, and the words as they stand in the kept text."""
    meeting = dict(desk.meeting)
    meeting["forumAsWritten"] = desk.body.name
    meeting["municipalities"] = municipality_truth(meeting, desk.statements, MUNICIPALITIES)
    return _record(desk, [meeting], DocumentKind.MINUTES, rendering, file, form)


def _record(desk: Desk, meetings: list[Json], kind: DocumentKind, rendering: Rendering, file: str, form: Form) -> Record:
    document: Json = {
        "file": file,
        "sha256": hashlib.sha256(rendering.data).hexdigest(),
        "mediaType": MEDIA_TYPES.get(form, "text/plain"),
        "kind": kind.value,
        "title": None,
        "diaryNumber": desk.document.get("diaryNumber"),
        "date": desk.document.get("date", desk.date.isoformat()),
        "pages": None,
        "carriesStrikethrough": form.carries_strikethrough if form is not Form.MARKED else _has_marks(rendering),
        "readerVersion": "synthetic",
    }
    record = {"document": document, "meetings": meetings, "abbreviations": desk.abbreviations, "unread": []}
    return Record.model_validate(_resolve(record, rendering))


def _has_marks(rendering: Rendering) -> bool:
    return any(mark in rendering.data for mark in (b"~~", b"<del>"))


def _resolve(value: Any, rendering: Rendering) -> Any:
    if isinstance(value, list):
        return [_resolve(part, rendering) for part in value]
    if not isinstance(value, dict):
        return value
    out: Json = {}
    for key, part in value.items():
        if key in ("span", "titleSpan"):
            out[key] = rendering.spans[part]
        elif key == "spans":
            out[key] = [rendering.spans[tag] for tag in part]
        else:
            out[key] = _resolve(part, rendering)
    for key, span_key in _QUOTED.items():
        if key in value and span_key in out and key != "forumAsWritten":
            start, end = out[span_key]
            out[key] = " ".join(rendering.text[start:end].split())
    return out


__all__ = ["LEXICON", "NOISES", "Sample", "compose_corpus", "compose_minutes"]
