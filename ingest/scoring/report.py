"""Scorecards as text for the terminal, in Swedish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch

from ingest.scoring.card import Scorecard
from ingest.scoring.changes import Comparison
from ingest.scoring.fields import LAYOUT_FIELDS, Field


def format_card(card: Scorecard) -> str:
    """The tables as text: fields, layouts with the mean of the others beside, and the hardest documents."""
    out = [
        f"{card.name}: {len(card.documents)} dokument",
        "",
        f"{'fält':24} {'precision':>9} {'täckning':>9} {'F1':>7} {'antal':>7}",
    ]
    total = card.total
    for name in Field:
        if name in total.counts:
            c = total.counts[name]
            out.append(f"{name.value:24} {c.precision:9.3f} {c.recall:9.3f} {c.f1:7.3f} {c.support:7}")
    everything = total.of(Field)
    out.append(
        f"{'alla fält':24} {everything.precision:9.3f} {everything.recall:9.3f} {everything.f1:7.3f} {everything.support:7}"
    )
    for sort in LAYOUT_FIELDS:
        counts = card.by_layout(sort)
        if counts:
            out += ["", f"{'layout: ' + sort:32} {'F1':>7} {'övriga':>7} {'skillnad':>9} {'antal':>7}"]
            mean = {layout: _mean(c.f1 for other, c in counts.items() if other != layout) for layout in counts}
            for layout, c in sorted(counts.items(), key=lambda entry: (entry[1].f1, entry[0])):
                out.append(f"{layout:32} {c.f1:7.3f} {mean[layout]:7.3f} {c.f1 - mean[layout]:+9.3f} {c.support:7}")
    return "\n".join(out) + "\n"


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 1.0


def format_misses(card: Scorecard, fields: Sequence[str] = (), limit: int = 20) -> str:
    """The errors themselves, by field: document, place, what was expected and what was said."""
    lines: list[str] = []
    for name in Field:
        if fields and not any(fnmatch(name.value, pattern) for pattern in fields):
            continue
        misses = [(d, m) for d in card.documents for m in d.tally.misses if m.field is name]
        if misses:
            lines.append(f"{name.value} ({len(misses)})")
            for document, miss in misses[:limit]:
                layouts = ", ".join(
                    document.layouts.get(sort, "") for sort in ("attendance", "items", "head", "form") if document.layouts
                )
                lines.append(f"  {document.file} [{layouts}] {miss.where}: väntat {miss.expected!r}, läst {miss.said!r}")
    return "\n".join(lines) + "\n" if lines else ""


def format_comparison(compared: Comparison) -> str:
    """What has become better and worse, and how many documents are compared with nothing; empty when there is nothing of either."""
    changes, bad, stale = compared
    gains = [c for c in changes if not c.is_loss]
    losses = [c for c in changes if c.is_loss]
    out: list[str] = []
    if changes:
        out.append(f"mot sparat resultat: {len(gains)} bättre, {len(losses)} sämre, {len(bad)} utan förklaring")
    out += [
        f"  {'sämre' if c.is_loss else 'bättre'}: {c.document} {c.field}: {c.before} -> {c.after} fel"
        for c in (*losses, *gains)[:60]
    ]
    if stale:
        out.append(f"{len(stale)} dokument har ändrats eller tillkommit sedan resultatet sparades och jämförs inte")
    return "".join(f"{line}\n" for line in out)
