"""What an item is about: the topics that people follow, from its title.

A topic is a thing, not a title: "SPAK – Delrapport" and "SPAK – Omställningen, nuläge" both concern SPAK; "Årsrapport God
vård 2025" concerns God vård. Formalia, turns to speak and papers without a subject concern nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.lexicon import BodyKind, Lexicon
from graph.movement import stem
from graph.names import fold, lowered_between, squash
from graph.record import Abbreviation, Item, Movement, PartOf
from ingest.alternatives import iter_at_words
from ingest.bodies import is_generic
from ingest.items import is_formal
from ingest.titles import find_matter, names_no_matter

_BRACKETED = re.compile(r"\((?P<short>[A-ZÅÄÖ][A-ZÅÄÖ0-9-]{1,9})\)?\s*$|\((?P<inside>[A-ZÅÄÖ]{2,9})\)")
_AFTER_ABOUT = re.compile(r"\b(?:för|om|kring|gällande|avseende|angående)\s+([A-ZÅÄÖ]{3,9})(?=$|\s+[–-]|,)")
_FIRST = re.compile(r"([A-ZÅÄÖ]{3,9})(?=$|\s+[–—-]\s|:|,)")


def find_topics(
    title: str, text: str, abbreviations: Sequence[Abbreviation], movements: Sequence[Movement], lexicon: Lexicon
) -> list[str]:
    """Topic names of one item, the main one first; empty where its title names no matter. `text` is the item's, with its title."""
    raised = [squash(m.what) for m in movements if m.what and m.type == "RAISED_BY"]
    if names_no_matter(title):
        matters = [find_matter(what, lexicon) or what[:1].upper() + what[1:] for what in raised]
        own = [a.long for a in abbreviations if f"({a.short})" in text] if fold(title).startswith(_OTHER) else []
        return _unique([*matters, *own])
    named = [name for name in _named(title, abbreviations) if not _is_body(name, abbreviations, lexicon)]
    matter = find_matter(title, lexicon)
    return _unique([*_of_title(named, matter, abbreviations, lexicon), *_explained(matter, title, text, abbreviations)])


def _of_title(named: Sequence[str], matter: str | None, abbreviations: Sequence[Abbreviation], lexicon: Lexicon) -> list[str]:
    """The topics that the title itself names: by abbreviation or long form, and its matter where that is another."""
    if matter is None or _is_body(matter, abbreviations, lexicon):
        return [*named]
    told = {fold(n) for n in named} | {fold(a.long) for a in abbreviations if a.short in named}
    if named and any(n in fold(matter) or fold(matter) in n for n in told):
        return [*named]
    return [*named, matter]


def _explained(matter: str | None, title: str, text: str, abbreviations: Sequence[Abbreviation]) -> list[str]:
    """Long forms that the item's text introduces for what its title names: in other forms of the words ("Personliga vägvisare" over
    "personlig vägvisare (PV)"), or as what the thing is for ("Kunskapscentrum" over "kunskapscentrumet för trygga bryggor (TB)")."""
    found = []
    titled = [stem(word) for word in fold(title).split()]
    before = r"\s+".join(map(re.escape, (matter or "").split()))
    flat = squash(text).lower() if abbreviations else ""
    for abbreviation in abbreviations:
        long = abbreviation.long
        if len(long) <= 6 or fold(long) in fold(title) or f"({abbreviation.short}" not in text:
            continue
        words = [stem(word) for word in fold(long).split()]
        inflected = len(words) > 1 and any(titled[i : i + len(words)] == words for i in range(len(titled)))
        purpose = rf"\b{before}\w{{0,4}}\s+(?:för|mot|om|kring)\s+" + r"\s+".join(map(re.escape, long.split()))
        for_it = before and any(f" {word} {squash(long).lower()}" in flat for word in _PURPOSES)
        if inflected or (for_it and re.search(rf"{purpose}\s*\(", text, re.IGNORECASE)):
            found.append(long[:1].upper() + long[1:])
    return found


_PURPOSES = ("för", "mot", "om", "kring")
_OTHER = ("ovriga", "fragor", "ovrigt")


def with_topics_of_parents(items: Sequence[Item]) -> list[Item]:
    """The items, where a part whose title names no matter ("6a Delrapport") concerns what the item above it ("6 SPAK") does."""
    topics: dict[str | None, list[str]] = {item.number: item.topics for item in items if item.number and item.topics}
    return [
        item.model_copy(update={"topics": list(above)})
        if not item.topics and not is_formal(item.title) and (above := topics.get(_parent(item.number)))
        else item
        for item in items
    ]


_PART = r"(?:en\s+)?(?:\w+\s+)?(?:del|delprojekt|delområde|fokusområde)\s+(?:i|av|inom)\s+"
_TITLED_PART = re.compile(rf"(?:\s[–—-]|,|\ssom)\s+{_PART}(?P<whole>\S.*)$", re.IGNORECASE)
_IS_PART = ("är", "utgör", "ingår")
_SAID_PART = re.compile(rf"\b(?:{'|'.join(_IS_PART)})\s+(?:som\s+)?(?:{_PART}|i\s+)(?P<whole>[^.;()]{{4,120}})")
"""For text in lower case."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_WORD = re.compile(r"\S+")


def with_wholes(items: Sequence[Item], text: str, abbreviations: Sequence[Abbreviation], lexicon: Lexicon) -> list[Item]:
    """The items, with what the document says that their topics are parts of; the whole is a topic of theirs as well.

    A title says it by itself ("Mobila team – en del i handlingsplanen för nära vård"); a sentence only of what is a topic elsewhere in
    the document, or is shortened in it ("SPAK är en del av omställningen till nära vård").
    """
    names = [*(t for item in items for t in item.topics), *(a.long for a in abbreviations)]
    known = {fold(name): name for name in names if not _is_body(name, abbreviations, lexicon)}
    return [_with_wholes(item, text, known, lexicon) for item in items]


def _with_wholes(item: Item, text: str, known: Mapping[str, str], lexicon: Lexicon) -> Item:
    found: dict[str, PartOf] = {}
    for topic, start, end, words in _iter_parts(item, text):
        whole = find_matter(words, lexicon) if end == item.title_span[1] else None
        whole = whole or _longest_known(words, known)
        if whole is not None and fold(whole) != fold(topic):
            found.setdefault(fold(whole), PartOf(topic=topic, whole=whole, quote=squash(text[start:end]), span=(start, end)))
    if not found:
        return item
    return item.model_copy(
        update={"part_of": list(found.values()), "topics": _unique([*item.topics, *(p.whole for p in found.values())])}
    )


def _iter_parts(item: Item, text: str) -> Iterator[tuple[str, int, int, str]]:
    """Of the topics of an item, where its title or text says that one is a part: topic, span of the words, words for the whole."""
    start, end = item.title_span
    if item.topics and (titled := _TITLED_PART.search(text, start, end)):
        yield item.topics[0], start, end, titled["whole"]
    lowered = lowered_between(text, 0, len(text))
    for match in iter_at_words(_SAID_PART, _IS_PART, lowered, end, item.span[1]) if item.topics else ():
        for topic in item.topics:
            if (begin := _begin_of(topic, text, end, match.start())) is not None:
                yield topic, begin, match.end(), text[slice(*match.span("whole"))]


def _begin_of(topic: str, text: str, start: int, stop: int) -> int | None:
    """Where a topic begins that is the last words before `stop`, brackets aside and whatever the space; None for other words."""
    words = topic.casefold().split()
    start = max(start, stop - 4 * len(topic) - 100)
    before = _ASIDE.sub("", text[start:stop])
    last = list(_WORD.finditer(before))[-len(words) :]
    if not words or len(last) < len(words) or [m.group().casefold() for m in last[1:]] != words[1:]:
        return None
    if not last[0].group().casefold().endswith(words[0]):
        return None
    begin = last[0].end() - len(words[0])
    return None if before[begin - 1 : begin].isalnum() else start + begin


def _longest_known(words: str, known: Mapping[str, str]) -> str | None:
    """The longest topic of the document that the words begin with or lead up to."""
    folded = f" {fold(words)} "
    named = [name for name in known if len(name) > 3 and f" {name} " in folded]
    return known[max(named, key=lambda name: (len(name), name))] if named else None


def _parent(number: str | None) -> str | None:
    """ "6a" -> "6", "§ 84b" -> "§ 84", "5.2" -> "5"; None for a number without a part."""
    match = re.fullmatch(r"(?P<above>\D*\d+)(?:\s?[a-zåäö]|\.\d+)", number or "")
    return match["above"] if match else None


def _named(title: str, abbreviations: Sequence[Abbreviation]) -> list[str]:
    """Topics that the title calls by an abbreviation, or by a long form that the document shortens."""
    named: list[str] = []
    for abbreviation in abbreviations:
        short = abbreviation.short
        if short in title and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", title):
            named.append(short if short.isupper() else abbreviation.long)
        elif len(abbreviation.long) > 6 and fold(abbreviation.long) in fold(title):
            named.append(abbreviation.long)
    if bracketed := _BRACKETED.search(title):
        named.append(bracketed["short"] or bracketed["inside"])
    if about := _AFTER_ABOUT.search(title):
        named.append(about.group(1))
    if not named and not title.isupper() and (first := _FIRST.match(title)):
        named.append(first.group(1))
    return named


def _is_body(name: str, abbreviations: Sequence[Abbreviation], lexicon: Lexicon) -> bool:
    """Whether a name is that of a forum, region or municipality, or of a body that the document introduces so."""
    known = lexicon.body(name)
    if known is not None:
        return known[0] is not BodyKind.ORGANISATION or fold(name).startswith("region ")
    longs = [a.long.split() for a in abbreviations if fold(a.short) == fold(name)]
    return any(is_generic(words[0]) or is_generic(words[-1]) for words in longs)


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        if name and fold(name):
            seen.setdefault(fold(name), name[:1].upper() + name[1:])
    return list(seen.values())
