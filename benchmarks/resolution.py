"""How well and how fast mentions are resolved: generated corpora with known truth and noise in the spellings.

    python -m benchmarks.resolution [--mentions 20000 80000 200000] [--noise 0.06] [--seed 1] [--rounds 3]

Prints, for each size, the seconds of CPU, the function calls, how both grow against n log n, and the precision and recall over
pairs of mentions for people, forums and topics (benchmarks.identity has them over many seeds). Truth: people with a career (a body, now and then a move), namesakes, common names, double surnames; forums known
and unknown; topics with abbreviations. Noise: text recognition, lost accents and hyphens, other order, dropped surnames.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime as dt
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.lexicon import Lexicon, load_lexicon
from graph.record import DocumentKind
from graph.resolution.ledger import Ledger, MeetingSeen, Sighting, SightingKind, Where
from graph.resolution.model import Resolution
from graph.resolution.resolve import resolve

FIRST = [
    "Anna",
    "Eva",
    "Karin",
    "Maria",
    "Kerstin",
    "Lena",
    "Ingrid",
    "Birgitta",
    "Marie",
    "Elisabeth",
    "Emma",
    "Sara",
    "Malin",
    "Jenny",
    "Johanna",
    "Hanna",
    "Frida",
    "Ulrika",
    "Carina",
    "Lars",
    "Per",
    "Anders",
    "Johan",
    "Karl",
    "Erik",
    "Jan",
    "Mikael",
    "Peter",
    "Thomas",
    "Bengt",
    "Fredrik",
    "Daniel",
    "Magnus",
    "Mattias",
    "Jonas",
    "Stefan",
    "Oskar",
    "Göran",
    "Håkan",
    "Gunilla",
    "Åsa",
    "Agneta",
    "Yvonne",
    "Solveig",
    "Tommy",
    "Roger",
    "Kjell",
    "Torbjörn",
    "Örjan",
    "Petra",
    "Linda",
    "Helena",
    "Camilla",
    "Therese",
    "Matilda",
    "Ebba",
    "Signe",
]
DOUBLE_FIRST = ["Eva-Lotta", "Anna-Karin", "Britt-Inger", "Sven-Olov", "Hans-Göran", "Bengt-Åke", "Kajsa-Lena", "Lars-Erik"]
COMMON_LAST = [
    "Andersson",
    "Johansson",
    "Karlsson",
    "Nilsson",
    "Eriksson",
    "Larsson",
    "Olsson",
    "Persson",
    "Svensson",
    "Gustafsson",
    "Jansson",
    "Hansson",
]
_HEAD = [
    "Alm",
    "Berg",
    "Björk",
    "Dahl",
    "Ek",
    "Fors",
    "Gran",
    "Hag",
    "Hed",
    "Holm",
    "Häll",
    "Lind",
    "Ljung",
    "Lund",
    "Malm",
    "Mark",
    "Mör",
    "Nor",
    "Ny",
    "Ros",
    "Ryd",
    "Sand",
    "Sjö",
    "Skog",
    "Ståhl",
    "Sund",
    "Söder",
    "Ter",
    "Tor",
    "Wall",
    "Vik",
    "Ås",
    "Öst",
    "Kvarn",
    "Sten",
    "Tall",
    "Vester",
]
_TAIL = [
    "ander",
    "arp",
    "berg",
    "blad",
    "borg",
    "bring",
    "dahl",
    "en",
    "feldt",
    "fors",
    "gren",
    "hagen",
    "holm",
    "in",
    "kvist",
    "ling",
    "lund",
    "löf",
    "man",
    "mark",
    "quist",
    "rot",
    "sten",
    "stedt",
    "strand",
    "ström",
    "sved",
    "vall",
    "vik",
    "wass",
    "åker",
]
LAST = sorted({head + tail for head in _HEAD for tail in _TAIL})
ROLES = (None, None, None, "ordförande", "ledamot", "utvecklingsledare", "förvaltningschef", "avdelningschef")
TOPIC_HEADS = [
    "Samordnad",
    "Gemensam",
    "Digital",
    "Mobil",
    "Trygg",
    "Regional",
    "Ny",
    "Förebyggande",
    "Länsgemensam",
    "Palliativ",
    "Tidig",
    "Utökad",
    "Kommunal",
    "Nationell",
]
TOPIC_TAILS = [
    "vårdplanering",
    "hjälpmedelsförsörjning",
    "demensvård",
    "hemgång",
    "krisberedskap",
    "kompetensförsörjning",
    "tillsyn",
    "anhörigstöd",
    "sommarbemanning",
    "färdtjänst",
    "elevhälsa",
    "läkemedelsgenomgång",
    "ledsagning",
    "larmmottagning",
    "välfärdsteknik",
    "utskrivning",
    "rehabilitering",
    "suicidprevention",
    "missbruksvård",
    "familjerådgivning",
    "ungdomsmottagning",
    "tandvård",
    "hemsjukvård",
    "jourverksamhet",
    "äldreomsorg",
]
FORUM_NAMES = [
    "Omsorgsrådet",
    "Närvårdsrådet",
    "Barnskyddsrådet",
    "Äldrerådet",
    "Folkhälsorådet",
    "Skolsamverkansgruppen",
    "Ledningsnätverket",
    "Beredskapsrådet",
    "Funktionsrättsrådet",
    "Utvecklingsnätverket",
    "Psykiatrisamrådet",
    "Rehabnätverket",
]
CONFUSIONS = (
    ("rn", "m"), ("m", "rn"), ("o", "e"), ("e", "o"), ("å", "a"), ("ä", "a"), ("ö", "o"), ("l", "i"), ("i", "l"), ("e", "c"), ("c", "e"),
    ("ll", "l"), ("nn", "n"), ("t", "f"), ("h", "l"), ("u", "n"), ("s", "ss"), ("k", "c"),
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    key: int
    name: str
    posts: tuple[tuple[str, int, int], ...]
    """Body, first and last day (ordinals): where the person is when."""
    role: str | None

    def body_on(self, day: int) -> str | None:
        return next((body for body, first, last in self.posts if first <= day <= last), None)


@dataclass
class Corpus:
    ledgers: list[Ledger] = field(default_factory=list)
    truth: dict[tuple[str, str], tuple[str, object]] = field(default_factory=dict)
    """(document, ref) -> kind and true key."""


def distort(text: str, rng: random.Random) -> str:
    """One slip of recognition, or a lost accent or hyphen."""
    choice = rng.random()
    if choice < 0.15 and "-" in text:
        return text.replace("-", " ", 1)
    if choice < 0.3:
        bare = text.translate(str.maketrans("åäöÅÄÖé", "aaoAAOe"))
        if bare != text:
            return bare
    for _ in range(8):
        old, new = rng.choice(CONFUSIONS)
        places = [i for i in range(1, len(text)) if text.startswith(old, i) and text[i - 1] not in " -"]
        if places:
            at = rng.choice(places)
            return text[:at] + new + text[at + len(old) :]
    return text


def respell(person: Person, rng: random.Random) -> str:
    """Another way to write the name: surnames swapped, the last one dropped, or a slip."""
    words = person.name.split()
    if len(words) == 3 and rng.random() < 0.5:
        return f"{words[0]} {words[2]} {words[1]}" if rng.random() < 0.5 else f"{words[0]} {words[1]}"
    return distort(person.name, rng)


def generate(mentions: int, noise: float, seed: int) -> Corpus:
    """A corpus of about so many mentions. The number of people grows with it, as in more counties and more years."""
    rng = random.Random(seed)
    lexicon = load_lexicon()
    by_region: dict[str, list[str]] = {}
    for entry in lexicon.content.municipalities:
        by_region.setdefault(entry.region, []).append(entry.name)
    regions = sorted(region for region, names in by_region.items() if len(names) >= 5)
    per_county = 24_000
    counties = regions[: max(1, min(len(regions), math.ceil(mentions / per_county)))]
    corpus = Corpus()
    start = dt.date(2015, 1, 10).toordinal()
    share = mentions // len(counties)
    for number, region in enumerate(counties):
        _county(corpus, rng, region, by_region[region], share, noise, start, number)
    return corpus


def _county(
    corpus: Corpus,
    rng: random.Random,
    region: str,
    municipalities: list[str],
    mentions: int,
    noise: float,
    start: int,
    number: int,
) -> None:
    people: list[Person] = []
    bodies = [*municipalities, *[region] * max(2, len(municipalities) // 5)]
    per_body: dict[str, list[Person]] = {body: [] for body in set(bodies)}
    years = max(2, min(10, mentions // 2400))
    for body in bodies:
        for _ in range(2 + 2 * years // 3):
            key = number * 100_000 + len(people)
            first = start + rng.randrange(0, years * 365 - 200)
            last = first + rng.randrange(300, 4 * 365)
            posts = [(body, first, last)]
            if rng.random() < 0.05:
                posts.append((rng.choice(bodies), last + 30, last + 900))
            person = Person(key, _name(rng), tuple(posts), rng.choice(ROLES))
            people.append(person)
            for where, _, _ in posts:
                per_body[where].append(person)
    topics = _topics(rng, 12 + years)
    forums = _forums(rng, region)
    made, count = 0, 0
    while made < mentions:
        day = start + rng.randrange(0, years * 365)
        made += _meeting(corpus, rng, f"document:{number:03}-{count:07}", day, forums, topics, per_body, people, noise)
        count += 1


def _name(rng: random.Random) -> str:
    first = rng.choice(DOUBLE_FIRST) if rng.random() < 0.1 else rng.choice(FIRST)
    last = rng.choice(COMMON_LAST) if rng.random() < 0.2 else rng.choice(LAST)
    if rng.random() < 0.12:
        last = f"{last}{'-' if rng.random() < 0.3 else ' '}{rng.choice(LAST)}"
    return f"{first} {last}"


def _topics(rng: random.Random, count: int) -> list[tuple[str, str | None]]:
    names = sorted({f"{rng.choice(TOPIC_HEADS)} {rng.choice(TOPIC_TAILS)}" for _ in range(count)})
    return [(name, "".join(rng.sample("BDFGHJKLMPRSTV", 4)) if rng.random() < 0.3 else None) for name in names]


def _forums(rng: random.Random, region: str) -> list[tuple[str, str]]:
    names = rng.sample(FORUM_NAMES, 4)
    return [(name, region) for name in names]


def _meeting(
    corpus: Corpus,
    rng: random.Random,
    document: str,
    day: int,
    forums: Sequence[tuple[str, str]],
    topics: Sequence[tuple[str, str | None]],
    per_body: dict[str, list[Person]],
    people: Sequence[Person],
    noise: float,
) -> int:
    date = dt.date.fromordinal(day)
    forum, region = rng.choice(forums)
    if not any(person.body_on(day) for members in per_body.values() for person in members):
        return 0  # nobody in office on that day
    sightings: list[Sighting] = []
    abbreviations: list[tuple[str, str]] = []

    def see(sighting: Sighting, kind: str, key: object) -> None:
        sightings.append(sighting)
        corpus.truth[document, sighting.ref] = (kind, key)

    written = distort(forum, rng) if rng.random() < noise else forum
    see(Sighting("m0.f", SightingKind.FORUM, written, Where.HEAD, 0), "forum", (forum, region))
    listed: set[str] = set()
    k = 0
    for body, members in sorted(per_body.items()):
        present = [p for p in members if p.body_on(day) == body]
        for person in rng.sample(present, min(len(present), 2)):
            name = respell(person, rng) if rng.random() < noise else person.name
            if name in listed or any(
                person.key == key for kind, key in (corpus.truth.get((document, s.ref), ("", 0)) for s in sightings)
            ):
                continue
            listed.add(name)
            see(
                Sighting(f"m0.a{k}", SightingKind.PERSON, name, Where.ATTENDANCE, 0, None, body, person.role),
                "person",
                person.key,
            )
            sightings.append(Sighting(f"m0.a{k}.r", SightingKind.BODY, body, Where.REPRESENTS, 0))
            k += 1
    for n in range(rng.randint(3, 7)):
        topic, short = rng.choice(topics)
        text = topic
        if short and rng.random() < 0.5:
            text = short
            if rng.random() < 0.4:
                abbreviations.append((short, topic))
        elif rng.random() < noise:
            text = distort(topic, rng)
        see(Sighting(f"m0.i{n}.t0", SightingKind.TOPIC, text, Where.TITLE, 0, n), "topic", topic)
        presenters = [p for p in rng.sample(people, min(len(people), 6)) if p.body_on(day)][:1]
        for person in presenters:
            name = respell(person, rng) if rng.random() < noise else person.name
            spoken_for = person.body_on(day) if rng.random() < 0.7 else None
            ref = f"m0.i{n}.p0"
            see(Sighting(ref, SightingKind.PERSON, name, Where.PRESENTER, 0, n, spoken_for, person.role), "person", person.key)
            if spoken_for:
                sightings.append(Sighting(f"{ref}.o", SightingKind.BODY, spoken_for, Where.PRESENTER_BODY, 0, n))
    meeting = MeetingSeen(written, written, None, date)
    corpus.ledgers.append(
        Ledger(document, DocumentKind.MINUTES, date, (meeting,), tuple(sorted(set(abbreviations))), tuple(sightings))
    )
    return len(sightings)


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    mentions: int


def score(corpus: Corpus, resolution: Resolution, kind: str) -> Score:
    """Precision and recall over pairs of mentions: put together, and belonging together."""
    both: Counter[tuple[object, str]] = Counter()
    found: Counter[str] = Counter()
    true: Counter[object] = Counter()
    for (document, ref), (of, key) in corpus.truth.items():
        if of != kind:
            continue
        links = resolution.of(document, ref)
        entity = links[0].entity if links else f"none {document} {ref}"
        both[key, entity] += 1
        found[entity] += 1
        true[key] += 1
    together = _pairs(both.values())
    return Score(together / max(1, _pairs(found.values())), together / max(1, _pairs(true.values())), sum(true.values()))


def _pairs(counts: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts)


@dataclass
class Effort:
    """What resolving one corpus took: CPU seconds (the least of several runs) and function calls, which no load of the machine
    changes."""

    mentions: int
    seconds: float
    calls: int


def calls_of(ledgers: Sequence[Ledger], lexicon: Lexicon) -> int:
    """How many functions are called to resolve the ledgers."""
    profile = cProfile.Profile()
    profile.runcall(resolve, ledgers, lexicon)
    return sum(entry.callcount for entry in profile.getstats())


def measure(corpora: Sequence[Corpus], lexicon: Lexicon, rounds: int) -> list[Effort]:
    """The effort for each corpus. Sizes take turns, so that a busy moment meets all of them."""
    seconds = [math.inf] * len(corpora)
    for _ in range(rounds):
        for i, corpus in enumerate(corpora):
            begun = time.process_time()
            resolve(corpus.ledgers, lexicon)
            seconds[i] = min(seconds[i], time.process_time() - begun)
    return [
        Effort(sum(len(ledger.sightings) for ledger in corpus.ledgers), spent, calls_of(corpus.ledgers, lexicon))
        for corpus, spent in zip(corpora, seconds, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, nargs="+", default=[20_000, 80_000, 200_000])
    parser.add_argument("--noise", type=float, default=0.06)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    lexicon = load_lexicon()
    corpora = [generate(mentions, options.noise, options.seed) for mentions in options.mentions]
    efforts = measure(corpora, lexicon, options.rounds)
    first = efforts[0]
    for effort, corpus in zip(efforts, corpora, strict=True):
        growth = effort.mentions * math.log(effort.mentions) / (first.mentions * math.log(first.mentions))
        print(
            f"{effort.mentions:>8} mentions  {effort.seconds:6.2f} s CPU, {effort.seconds / first.seconds / growth:4.2f} x n log n"
            f"  {effort.calls:>10} calls, {effort.calls / first.calls / growth:4.2f} x n log n"
        )
        resolution = resolve(corpus.ledgers, lexicon)
        for kind in ("person", "forum", "topic"):
            s = score(corpus, resolution, kind)
            print(f"         {kind:7} precision {s.precision:.4f}  recall {s.recall:.4f}  ({s.mentions} mentions)")


if __name__ == "__main__":
    main()
