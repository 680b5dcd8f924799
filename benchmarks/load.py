"""How fast documents come into a store, how that grows, and what one more document costs in a full one.

    python -m benchmarks.load [--documents 250 1000 4000] [--store PATH_OR_URI]

Without --store an embedded store in a temporary folder. A store that is given is emptied first. For each size prints
documents/s of loading all at once (resolution, building, writing), nodes and relationships, the seconds to add one document to the
full store, to take it out again, and to run when nothing changed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.resolution import FIRST, LAST, TOPIC_HEADS, TOPIC_TAILS, distort
from graph.lexicon import load_lexicon
from graph.load import Incoming, settle
from graph.record import (
    Attendance,
    Decision,
    DecisionKind,
    DocumentFacts,
    DocumentKind,
    Item,
    Meeting,
    Movement,
    MovementType,
    MunicipalityAttendance,
    Presenter,
    Record,
    Span,
    Status,
)
from graph.stores import Statement, Store, open_store

Write = Callable[[str], Span]
DOCUMENTS_PER_COUNTY = 600
FORUMS = ("Omsorgsrådet", "Närvårdsrådet", "Ledningsnätverket", "Folkhälsorådet", "Beredskapsrådet", "Skolsamverkansgruppen")


def corpus(count: int, seed: int = 1) -> Iterator[Incoming]:
    """Minutes of about the size of real ones: fifteen municipalities, thirty people, nine items, eight decisions."""
    lexicon = load_lexicon()
    by_region: dict[str, list[str]] = {}
    for entry in lexicon.content.municipalities:
        by_region.setdefault(entry.region, []).append(entry.name)
    regions = sorted(region for region, names in by_region.items() if len(names) >= 8)
    for number in range(count):
        county, place = divmod(number, DOCUMENTS_PER_COUNTY)
        region = regions[county % len(regions)]
        rng = random.Random(f"{seed} {county}")
        people = {
            name: [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(6)] for name in [*by_region[region][:15], region]
        }
        topics = sorted({f"{rng.choice(TOPIC_HEADS)} {rng.choice(TOPIC_TAILS)}" for _ in range(40)})
        forum = FORUMS[place % len(FORUMS)]
        date = dt.date(2015, 1, 5) + dt.timedelta(days=6 * (place // len(FORUMS)) + county // len(regions))
        yield _minutes(random.Random(f"{seed} {county} {place}"), forum, date, region, people, topics)


def _minutes(
    rng: random.Random, forum: str, date: dt.date, region: str, people: dict[str, list[str]], topics: list[str]
) -> Incoming:
    parts: list[str] = []
    length = 0

    def write(words: str, end: str = "\n") -> Span:
        nonlocal length
        parts.append(words + end)
        start, length = length, length + len(words) + len(end)
        return start, start + len(words)

    head = write(f"Minnesanteckningar {forum} i {region} {date.isoformat()}")
    attendance: list[Attendance] = []
    municipalities: list[MunicipalityAttendance] = []
    for body, members in people.items():
        spans = []
        write(body, " ")
        for name in rng.sample(members, 2):
            written = distort(name, rng) if rng.random() < 0.03 else name
            span = write(written, ", ")
            spans.append(span)
            attendance.append(Attendance(as_written=written, name=written, represents=body, status=Status.PRESENT, span=span))
        write("")
        if body != region:
            municipalities.append(MunicipalityAttendance(name=body, status=Status.PRESENT, spans=spans))
    items = [_item(rng, n, write, forum, date, people[region], topics) for n in range(9)]
    text = "".join(parts)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    file = f"{sha256[:12]}.txt"
    facts = DocumentFacts(
        file=file,
        sha256=sha256,
        media_type="text/plain",
        kind=DocumentKind.MINUTES,
        title=f"Minnesanteckningar {forum}",
        date=date,
        carries_strikethrough=False,
        reader_version="benchmark",
    )
    meeting = Meeting(
        forum=forum,
        forum_as_written=forum,
        date=date,
        attendance=attendance,
        municipalities=municipalities,
        items=items,
        span=head,
    )
    layout = {"blocks": [], "marks": [], "pageStarts": [0]}
    return Incoming(Record(document=facts, meetings=[meeting]), text, layout, f"/files/{file}", (f"/files/{file}",))


def _item(rng: random.Random, n: int, write: Write, forum: str, date: dt.date, officials: list[str], topics: list[str]) -> Item:
    topic = rng.choice(topics)
    title = write(f"{topic} – lägesrapport")
    start = title[0]
    name = rng.choice(officials)
    presenter = Presenter(as_written=name, name=name, role="utredare", organisation=None, span=write(f"{name}, utredare"))
    write("Frågan bereds vidare med kommunerna och återkommer när underlaget är klart. " * rng.randint(3, 12))
    movements, decisions = [], []
    if rng.random() < 0.3:
        quote = "Frågan behandlas på nästa möte."
        due = date + dt.timedelta(days=rng.choice((28, 30, 60)))
        movements.append(
            Movement(type=MovementType.REFERRED_TO, to=rng.choice(FORUMS), from_=forum, due=due, quote=quote, span=write(quote))
        )
    words = "att lägga informationen till handlingarna"
    decisions.append(Decision(text=words, kind=DecisionKind.TABLE, object="informationen", span=write(words)))
    if rng.random() < 0.15:
        words = "att rekommendera kommunerna att pröva förslagen"
        decisions.append(Decision(text=words, kind=DecisionKind.RECOMMEND, targets=["kommunerna"], span=write(words)))
    end = decisions[-1].span[1]
    return Item(
        number=str(n + 1),
        title=f"{topic} – lägesrapport",
        topics=[topic],
        presenters=[presenter],
        decisions=decisions,
        movements=movements,
        title_span=title,
        span=(start, end),
    )


def measure(store: Store, count: int) -> str:
    """Load so many documents into the emptied store, add one, take it out; the figures as a line."""
    lexicon = load_lexicon()
    *documents, extra = corpus(count + 1)
    begun, busy = time.perf_counter(), time.process_time()
    settle(store, lexicon, incoming=documents)
    store.checkpoint()
    loaded, busy = time.perf_counter() - begun, time.process_time() - busy
    (nodes,) = store.read("MATCH (n) RETURN count(n) AS n")
    (edges,) = store.read("MATCH ()-[r]->() RETURN count(r) AS n")
    begun = time.perf_counter()
    settle(store, lexicon, incoming=[extra])
    added = time.perf_counter() - begun
    begun = time.perf_counter()
    settle(store, lexicon, leaving=[extra.id])
    removed = time.perf_counter() - begun
    begun = time.perf_counter()
    settle(store, lexicon)
    nothing = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count:>6} documents  {count / loaded:6.1f} documents/s  ({1000 * loaded / count:5.1f} ms each, {1000 * busy / count:5.1f} ms of this "
        f"process)  {nodes['n']:>8} nodes  "
        f"{edges['n']:>8} relationships   one more {added:6.2f} s   one less {removed:6.2f} s   no change {nothing:6.2f} s   "
        f"peak {peak:6.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[250, 1000, 4000])
    parser.add_argument("--store", help="an address; what is in that store is deleted")
    options = parser.parse_args()
    for count in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(options.store or str(Path(folder) / "benchmark.store"), mode="write")
            while options.store and store.read("MATCH (n) RETURN n.id LIMIT 1"):
                store.execute([Statement("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n")])
            store.ensure_schema()
            print(store.engine, measure(store, count), flush=True)
            store.close()


if __name__ == "__main__":
    main()
