"""Noise: what copying and text recognition do to minutes. Sheet in, sheet out; the truth follows where it must.

Words keep their tags, so what a fact's words became is read off the noisy text. What noise takes away for good (a strike
mark, an item's number) is taken out of the truth too: what the text no longer says is unknown, not guessed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.synthetic.desk import Desk
from ingest.synthetic.sheet import Kind, Part, Run, SheetBlock

RunChange = Callable[[Run], Run]

CONFUSIONS: tuple[tuple[str, str], ...] = (
    ("rn", "m"), ("m", "rn"), ("o", "e"), ("e", "o"), ("å", "a"), ("ä", "å"), ("ä", "a"), ("ö", "o"), ("Ä", "Å"), ("Å", "A"),
    ("l", "I"), ("I", "l"), ("e", "c"), ("c", "e"), ("ll", "l"), ("nn", "n"), ("t", "f"), ("i", "í"),
)  # fmt: skip
"""What text recognition takes for what, in the directions seen in minutes."""


@dataclass(frozen=True, slots=True)
class Noise:
    """How much of each. Rates are chances: per letter group for confusions, per item, per name of the forum, per document."""

    confusions: float = 0.0
    drift: float = 0.0
    missing_numbers: float = 0.0
    headers: float = 0.0
    lost_marks: float = 0.0
    flattened: float = 0.0
    spread: float = 0.0
    extra_spaces: float = 0.0


CLEAN = Noise()
NOISY = Noise(
    confusions=0.004,
    drift=0.12,
    missing_numbers=0.02,
    headers=0.5,
    lost_marks=0.2,
    flattened=0.25,
    spread=0.15,
    extra_spaces=0.01,
)


def disturb(desk: Desk, blocks: Sequence[SheetBlock], noise: Noise, rng: random.Random, *, plain: bool) -> list[SheetBlock]:
    """The blocks after noise. `plain` tells that the file form is plain text, which alone can lose marks and columns."""
    out = list(blocks)
    if noise.missing_numbers:
        out = _lose_numbers(desk, out, noise.missing_numbers, rng)
    if noise.drift and desk.body.known:
        out = [_each_run(block, lambda run: _drift(run, noise.drift, rng)) for block in out]
    if noise.confusions:
        out = [_each_run(block, lambda run: _confuse(run, noise.confusions, rng)) for block in out]
    if noise.extra_spaces:
        out = [_each_run(block, lambda run: _stretch(run, noise.extra_spaces, rng)) for block in out]
    if plain and rng.random() < noise.flattened:
        out = _flatten(out, rng)
        _forget(desk, desk.by_columns)
    if rng.random() < noise.headers:
        out = _insert_headers(desk, out, rng)
    return out


def forget_marks(desk: Desk, blocks: Sequence[SheetBlock]) -> list[SheetBlock]:
    """No strike mark is left: those whose status only marks told are unknown."""
    _forget(desk, desk.by_marks)
    return [_each_run(block, lambda run: replace(run, struck=False)) for block in blocks]


def _forget(desk: Desk, tags: set[int]) -> None:
    for entry in desk.meeting.get("attendance", []):
        if entry["span"] in tags:
            entry["status"] = "unknown"


def _each_run(block: SheetBlock, change: RunChange) -> SheetBlock:
    runs = tuple(change(run) for run in block.runs)
    rows = tuple(tuple(tuple(change(run) for run in cell) for cell in row) for row in block.rows)
    return replace(block, runs=runs, rows=rows)


def _confuse(run: Run, rate: float, rng: random.Random) -> Run:
    out: list[str] = []
    text, i = run.text, 0
    while i < len(text):
        fitting = [(old, new) for old, new in CONFUSIONS if text.startswith(old, i)] if text[i].isalpha() else []
        if fitting and rng.random() < rate:
            old, new = rng.choice(fitting)
            out.append(new)
            i += len(old)
        else:
            out.append(text[i])
            i += 1
    return replace(run, text="".join(out))


def _drift(run: Run, rate: float, rng: random.Random) -> Run:
    """One slip of the pen in a longer forum name: two letters swapped, one doubled, or an accent lost."""
    if run.part is not Part.FORUM or len(run.text) < 10 or rng.random() >= rate:
        return run
    i = rng.randint(2, len(run.text) - 3)
    text, kind = run.text, rng.randint(0, 2)
    if kind == 0 and text[i].isalpha() and text[i + 1].isalpha():
        text = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    elif kind == 1 and text[i].isalpha():
        text = text[:i] + text[i] + text[i:]
    else:
        text = text.replace("ä", "a", 1) if "ä" in text else text.replace("å", "a", 1)
    return replace(run, text=text)


def _stretch(run: Run, rate: float, rng: random.Random) -> Run:
    """A space becomes two here and there."""
    if " " not in run.text:
        return run
    return replace(run, text="".join("  " if c == " " and rng.random() < rate else c for c in run.text))


def _lose_numbers(desk: Desk, blocks: list[SheetBlock], rate: float, rng: random.Random) -> list[SheetBlock]:
    """Take the number off some items that have no parts of their own."""
    by_span = {item["span"]: item for item in desk.meeting.get("items", [])}
    numbers = [item["number"] or "" for item in by_span.values()]
    lost: set[int] = set()
    for tag, item in by_span.items():
        number = item["number"] or ""
        has_parts = any(
            other != number and other.startswith(number) and not other[len(number) :][:1].isdigit() for other in numbers
        )
        if number.isdigit() and not has_parts and rng.random() < rate:
            lost.add(tag)
            item["number"] = None
    if not lost:
        return blocks

    def drop(run: Run) -> Run:
        return replace(run, text="") if run.part is Part.NUMBER and lost.intersection(run.tags) else run

    changed = [_each_run(block, drop) for block in blocks]
    return [block for block in changed if block.kind is Kind.TABLE or block.text.strip()]


def _flatten(blocks: list[SheetBlock], rng: random.Random) -> list[SheetBlock]:
    """Tables lose their columns: a row becomes one line with single spaces."""
    out: list[SheetBlock] = []
    for block in blocks:
        if block.kind is not Kind.TABLE:
            out.append(block)
            continue
        spread = rng.random() < 0.5
        for r, row in enumerate(block.rows):
            runs: list[Run] = []
            for cell in row:
                if runs and cell:
                    runs.append(Run(" "))
                runs.extend(cell)
            if runs:
                out.append(SheetBlock(Kind.PARAGRAPH, tuple(runs), 0, tight=bool(r) and not spread))
    return out


def _insert_headers(desk: Desk, blocks: list[SheetBlock], rng: random.Random) -> list[SheetBlock]:
    """Page headers between blocks of running text, where pages turned. None goes into a table, a list or between tight lines."""
    pages = max(2, len(blocks) // 25)
    words = rng.choice(
        (
            "Sida {n} ({m})",
            "{n}({m})",
            "{body}  Sida {n} av {m}",
            "{word}  {date}  {n} ({m})",
            "Justerandes sign          Utdragsbestyrkande",
            "{body}  {word}  Sammanträdesdatum {date}  Sida {n} ({m})",
        )
    )
    places = [
        i
        for i in range(10, len(blocks))
        if not blocks[i].tight and blocks[i].kind is Kind.PARAGRAPH and blocks[i - 1].kind is Kind.PARAGRAPH
    ]
    chosen = sorted(rng.sample(places, min(pages - 1, len(places))))
    out = list(blocks)
    for n, place in reversed(list(enumerate(chosen, start=2))):
        text = words.format(n=n, m=pages, body=desk.body.name, word=desk.body.word, date=desk.date.isoformat())
        out.insert(place, SheetBlock(Kind.FURNITURE, (Run(text),)))
    return out
