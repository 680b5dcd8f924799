"""Abbreviations as the documents introduce them: "Länschefsnätverket (LCHNV)". What a short form means, here and elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.resolution.ledger import Ledger
from graph.resolution.slips import slip_score
from graph.resolution.words import plain


@dataclass(frozen=True)
class Introductions:
    """What a set of documents introduces. Names are plain (words.plain)."""

    by_document: Mapping[str, Mapping[str, str]]
    agreed: Mapping[str, str]
    """Short -> long where all documents that define it mean the same."""
    shorts_of: Mapping[str, tuple[tuple[str, str], ...]]
    """Long -> the short forms as written, each with the document that says so."""
    written: Mapping[str, str]
    """Plain long form -> as written, the first in alphabetical order."""
    standard: Mapping[tuple[str, str], str]
    """(Short, long) -> the long form that stands for all those that mean the same."""

    def long(self, short: str, document: str) -> str | None:
        """What a short form means in a document: by its own definition, else by the one all others agree on."""
        own = self.by_document.get(document, {}).get(short)
        return self.standard.get((short, own)) if own else self.agreed.get(short)

    def shorts(self, long: str) -> list[str]:
        """The short forms of a long one, as written and sorted."""
        return sorted({short for short, _ in self.shorts_of.get(long, ())})

    def variants(self, short: str) -> list[str]:
        """All long forms of a short one, sorted."""
        return sorted(long for of, long in self.standard if of == short)


def introductions(ledgers: Sequence[Ledger]) -> Introductions:
    """The abbreviations that a set of documents introduces."""
    by_document: dict[str, dict[str, str]] = {}
    longs: dict[str, Counter[str]] = defaultdict(Counter)
    shorts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    written: dict[str, str] = {}
    for ledger in ledgers:
        for short, long in ledger.abbreviations:
            key, name = plain(short), plain(long)
            if not key or not name or key == name:
                continue
            by_document.setdefault(ledger.document, {}).setdefault(key, name)
            longs[key][name] += 1
            shorts[name].add((short, ledger.document))
            written[name] = min(written.get(name, long), long)
    standard = {(key, long): chosen for key, names in longs.items() for long, chosen in _meanings(names).items()}
    agreed: dict[str, str] = {}
    for key, names in longs.items():
        meant = {standard[key, name] for name in names}
        if len(meant) == 1:
            agreed[key] = meant.pop()
    return Introductions(by_document, agreed, {name: tuple(sorted(pairs)) for name, pairs in shorts.items()}, written, standard)


def _meanings(names: Counter[str]) -> dict[str, str]:
    """Each long form -> the one that stands for it: near spellings and forms that share most words mean the same."""
    ordered = sorted(names, key=lambda name: (-names[name], len(name), name))
    meaning: dict[str, str] = {}
    for name in ordered:
        meaning[name] = next(
            (other for other in ordered if other in meaning and meaning[other] == other and _means(name, other)), name
        )
    return meaning


def _means(a: str, b: str) -> bool:
    if slip_score(a, b):
        return True
    ours, theirs = ({word[:6] for word in name.split() if len(word) > 3} for name in (a, b))
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) / smaller >= 0.6
