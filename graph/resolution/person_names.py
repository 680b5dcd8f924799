"""Comparing two people's names as written: same, other order, run together, a slip of recognition, or shortened.

Names are compared folded (graph.names.fold): case, accents and hyphens do not matter. A first name alone or a surname alone is
never compared: it says too little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.names import fold
from graph.resolution.common_names import FIRST_NAMES, SURNAMES
from graph.resolution.model import Reason

MAX_COST: Final = 2.0
"""Two slips in one name at most; three make another name."""
_MIN_LENGTH: Final = 9
"""Shorter names differ by a letter too easily to be taken for one."""


@dataclass(frozen=True)
class PersonName:
    """A name as written. `tokens` are folded words; `first_width` is how many of them the first written word has.

    "Eva-Lotta Ek" -> tokens (eva, lotta, ek), first_width 2.
    """

    text: str
    tokens: tuple[str, ...]
    first_width: int

    @cached_property
    def joined(self) -> str:
        return "".join(self.tokens)

    @cached_property
    def sorted_tokens(self) -> tuple[str, ...]:
        return tuple(sorted(self.tokens))

    @property
    def is_full(self) -> bool:
        """A first name and a surname at least. "Eva-Lotta" alone and "Sallander" alone are not."""
        return len(self.tokens) > self.first_width


@lru_cache(maxsize=1 << 17)
def parse_name(text: str) -> PersonName:
    """The name without what stands in parentheses after it ("Eva Ek (S)"), folded into words."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    words = [folded for word in re.split(r"[\s,]+", bare) if (folded := fold(word))]
    tokens = tuple(token for word in words for token in word.split())
    return PersonName(text, tokens, len(words[0].split()) if words else 0)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names fit: `score` by the name alone (0.0 to 1.0), and what was found. `slips` are the words that differ."""

    score: float
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    slips: tuple[tuple[str, str], ...] = ()


def compare_names(a: PersonName, b: PersonName) -> NameMatch | None:
    """How the names fit, or None when they are plainly two names."""
    if not a.is_full or not b.is_full:
        return None
    if a.sorted_tokens == b.sorted_tokens:
        if a.tokens == b.tokens:
            return NameMatch(1.0, (Reason.SAME_NAME,))
        return NameMatch(0.96 if a.tokens[0] == b.tokens[0] else 0.9, (Reason.TOKEN_ORDER,))
    if a.joined == b.joined:
        return NameMatch(0.98, (Reason.JOINED,))
    if _is_initial(a, b) or _is_initial(b, a):
        return NameMatch(0.84, (Reason.SHORTENED,))
    if len(a.tokens) == len(b.tokens):
        return _slips_in_order(a, b) or _slips_and_order(a, b)
    return _shortened(a, b) if len(a.tokens) < len(b.tokens) else _shortened(b, a)


def _is_initial(short: PersonName, long: PersonName) -> bool:
    """ "E. Bergvall" and "Eva Bergvall"."""
    letter = short.tokens[0]
    return len(letter) == 1 and len(long.tokens[0]) > 1 and long.tokens[0][0] == letter and short.tokens[1:] == long.tokens[1:]


def _slips_in_order(a: PersonName, b: PersonName) -> NameMatch | None:
    return _slips(a, b, list(zip(a.tokens, b.tokens, strict=True)), ())


def _slips_and_order(a: PersonName, b: PersonName) -> NameMatch | None:
    """ "Eva Lind Bergvall" and "Eva Bergval Lind": the words that are equal are paired first, one slip may remain."""
    left, right = list(a.tokens[1:]), list(b.tokens[1:])
    for token in a.tokens[1:]:
        if token in right:
            left.remove(token)
            right.remove(token)
    if a.tokens[0] != b.tokens[0] or len(left) != 1:
        return None
    return _slips(a, b, [(left[0], right[0])], (Reason.TOKEN_ORDER,))


def _slips(a: PersonName, b: PersonName, pairs: list[tuple[str, str]], also: tuple[Reason, ...]) -> NameMatch | None:
    cost = 0.0
    differing: list[tuple[str, str]] = []
    for x, y in pairs:
        if x == y:
            continue
        step = slip_cost(x, y)
        if step is None:
            return None
        cost += step
        differing.append((x, y))
    if cost > MAX_COST or not differing:
        return None
    against: list[Reason] = []
    score = 0.97 - 0.07 * cost
    if min(len(a.joined), len(b.joined)) < _MIN_LENGTH:
        against.append(Reason.SHORT_NAME)
        score -= 0.12
    elif any(min(len(x), len(y)) < 5 for x, y in differing):
        against.append(Reason.SHORT_NAME)
        score -= 0.04 if cost <= 0.5 else 0.12
    if any(x[0] != y[0] and (slip_cost(x, y) or 1.0) >= 1.0 for x, y in differing):
        against.append(Reason.INITIAL_DIFFERS)
        score -= 0.12
    real = [(x, y) for x, y in differing if are_both_real(x, y)]
    if real:
        against.append(Reason.BOTH_REAL_NAMES)
        alike = all(_sound(x) == _sound(y) for x, y in real) and not (is_common(a) and is_common(b))
        score -= 0.06 if alike else 0.22
    return NameMatch(score, (Reason.SLIP, *also), tuple(against), tuple(differing))


def _shortened(short: PersonName, long: PersonName) -> NameMatch | None:
    """The shorter name's words are those of the longer, in order, the first and the last but the dropped ones.

    Good: the first name and the first surname agree ("Eva Ek", "Eva Ek Sandgren"). Weak: the first surname or a middle name
    was dropped ("Eva Sandgren").
    """
    if len(long.tokens) - len(short.tokens) > 2:
        return None
    near = _run_together(short, long)
    if near is not None:
        return near
    cost, differing, matched = 0.0, [], []
    at = 0
    for token in short.tokens:
        while at < len(long.tokens):
            step = 0.0 if token == long.tokens[at] else slip_cost(token, long.tokens[at])
            at += 1
            if step is not None:
                cost += step
                matched.append(at - 1)
                if step:
                    differing.append((token, long.tokens[at - 1]))
                break
        else:
            return None
    if matched[0] != 0 or cost > 1.0 or len(matched) != len(short.tokens):
        return None
    is_prefix = matched == list(range(len(matched)))
    last = short.tokens[-1]
    if is_prefix and last in FIRST_NAMES and last not in SURNAMES:
        return None  # "Eva Lotta" is a first name alone, its hyphen lost
    score = (0.9 if is_prefix else 0.76) - 0.07 * cost
    against: tuple[Reason, ...] = ()
    if any(are_both_real(x, y) for x, y in differing):
        score, against = score - 0.22, (Reason.BOTH_REAL_NAMES,)
    reasons = (Reason.SHORTENED, Reason.SLIP) if differing else (Reason.SHORTENED,)
    return NameMatch(score, reasons, against, tuple(differing))


def _run_together(short: PersonName, long: PersonName) -> NameMatch | None:
    """Words run together or split, with a slip beside: "Annakarin Bergwall", "Anna-Karin Bergvall"."""
    if abs(len(short.joined) - len(long.joined)) > 1:
        return None
    distance = DamerauLevenshtein.distance(short.joined, long.joined, score_cutoff=1)
    return NameMatch(0.9, (Reason.JOINED, Reason.SLIP)) if distance <= 1 else None


_CONFUSED: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        ("rn", "m"),
        ("cl", "d"),
        ("vv", "w"),
        ("ii", "u"),
        ("ck", "k"),
        ("ch", "k"),
        ("qv|qu|kv", "q"),
        ("ph", "f"),
        ("th", "t"),
        ("[il1jt]", "l"),
        ("f", "l"),
        ("[oec0]", "o"),
        ("[wv]", "v"),
        ("[zs5]", "s"),
        ("h", "l"),
        ("[nu]", "n"),
    )
)
"""What text recognition takes for one another, and spellings that sound alike, brought to one form."""
_SOUNDS: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (("ch|ck|c|q", "k"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("w", "v"), ("z", "s"), ("(?<=.)h", ""))
)
_PATRONYMIC: Final = re.compile(r"(?<=.{3})(?:sson|son|sen|zon|zen)$")


@lru_cache(maxsize=1 << 16)
def slip_cost(x: str, y: str) -> float | None:
    """How many slips lie between two words, 0.5 for a known confusion; None when they are two words.

    Short words bear fewer: under four letters a known confusion only, one slip under eight, two from there on.
    """
    longest = max(len(x), len(y))
    if longest < 4:
        alike = len(x) == len(y) == 3 and x[0] == y[0] and _are_confusable(x, y)
        return 0.5 if alike and DamerauLevenshtein.distance(x, y, score_cutoff=1) == 1 else None
    limit = 1 if longest < 8 else 2
    distance = DamerauLevenshtein.distance(x, y, score_cutoff=3)
    if distance <= 3 and _PATRONYMIC.search(x) and _PATRONYMIC.sub("", x) == _PATRONYMIC.sub("", y):
        return 0.7
    if distance <= 2 and _are_confusable(x, y):
        return 0.5 * max(1, distance - 1)
    return float(distance) if distance <= limit else None


def _are_confusable(x: str, y: str) -> bool:
    return _confusion_form(x) == _confusion_form(y) or _sound(x) == _sound(y)


@lru_cache(maxsize=1 << 16)
def _confusion_form(word: str) -> str:
    for pattern, into in _CONFUSED:
        word = pattern.sub(into, word)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    """Spellings that sound alike brought to one: Oskar and Oscar, Tomas and Thomas."""
    for pattern, into in _SOUNDS:
        word = pattern.sub(into, word)
    return re.sub(r"(.)\1+", r"\1", word)


def are_both_real(x: str, y: str) -> bool:
    """Whether two differing words are both common names: Hansson and Jansson, Marie and Maria."""
    return (x in SURNAMES and y in SURNAMES) or (x in FIRST_NAMES and y in FIRST_NAMES)


def is_common(name: PersonName) -> bool:
    """A common first name with a common surname and nothing else: many people bear it."""
    return len(name.tokens) == 2 and name.tokens[0] in FIRST_NAMES and name.tokens[1] in SURNAMES
