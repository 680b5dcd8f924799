"""Labels with a slip of text recognition ("Tjänstepersener", "Ej rcpresenterade kommuner:"), known by the form that they are nearest to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.names import fold
from ingest.attendance.candidates import read_candidate
from ingest.attendance.model import Label, LabelKind
from ingest.attendance.wordings import BEFORE, Form, folded_word, forms_by_first_word
from ingest.lexicon import attendance_words

MOST_MISREAD = 4
"""Words of a label that is known in spite of a slip."""
_SHORTEST_MISREAD, LONGEST_MISREAD = 9, 45
"""Letters of such a label: in a shorter one a slip makes another word."""
_SURE = 0.86
"""Two slips in a word of fifteen letters pass; "Ledamot" and "Ledamöter" are told apart by being forms themselves."""


def find_misread(text: str, start: int, end: int, words: list[re.Match[str]], exact: Form | None) -> tuple[Label, int] | None:
    """A label with a slip of text recognition ("Tjänstepersener", "Ej rcpresenterade kommuner:"), at the start of its unit
    and with a colon or nothing behind it. `exact` is the label that stands there as it is."""
    read = len(exact.words) if exact is not None else 0
    if read >= len(words):
        return None
    begin = words[0].start()
    if not text[begin].isupper() or (begin > start and BEFORE.fullmatch(text, start, begin) is None):
        return None
    colon = text.find(":", begin, min(end, begin + LONGEST_MISREAD))
    stop = colon if colon >= 0 else end
    if not _SHORTEST_MISREAD <= stop - begin <= LONGEST_MISREAD or "\n" in (spelled := text[begin:stop]) or "(" in spelled:
        return None
    if read and words[read].end() > stop:
        return None
    folded = [folded_word(word.group()) for word in words[: MOST_MISREAD + 1] if word.end() <= stop]
    count = len(folded)
    if count > MOST_MISREAD or (count == 1 and folded[0] in forms_by_first_word()):
        return None
    form = _nearest_form(" ".join(folded))
    if form is None:
        return None
    label = read_candidate(text, start, end, begin, words[count - 1].end(), form)
    return (label, count) if label is not None and (label.colon or label.alone) else None


@cache
def _spellings(denied: bool) -> tuple[list[str], list[Form]]:
    """The labels long enough to be known in spite of a slip, with or without a word that denies, and the form of each."""
    kinds = (LabelKind.PEOPLE, LabelKind.BODIES, LabelKind.APPOINT, LabelKind.OFFICER)
    forms = [f for forms in forms_by_first_word().values() for f in forms if f.kind in kinds]
    forms = [f for f in forms if len(spelled := " ".join(f.words)) >= _SHORTEST_MISREAD and _denies(spelled) == denied]
    return [" ".join(form.words) for form in forms], forms


@cache
def _spellings_near(denied: bool, length: int) -> tuple[list[str], list[Form]]:
    """Those of the spellings that are long and short enough to be meant by so many letters."""
    spellings, forms = _spellings(denied)
    near = [k for k, s in enumerate(spellings) if abs(len(s) - length) <= (1 - _SURE) * max(len(s), length) + 1]
    return [spellings[k] for k in near], [forms[k] for k in near]


def _denies(folded: str) -> bool:
    """Whether a phrase denies, or speaks of absence: "ej deltagande" is no slip of "deltagande", nor "frånvarande" of "närvarande"."""
    return not _DENYING.isdisjoint(folded.split()) or folded.startswith("franv")


_DENYING = frozenset(fold(word) for word in attendance_words().phrases.denying)


def are_misread(words: Sequence[str], length: int) -> bool:
    """Whether words of so many letters, the first with a capital, are near enough to a label to be one that was misread."""
    if length < _SHORTEST_MISREAD or len(words) > MOST_MISREAD or not words[0][0].isupper():
        return False
    return _nearest_form(" ".join(map(folded_word, words))) is not None


@lru_cache(maxsize=4096)
def _nearest_form(folded: str) -> Form | None:
    """The form that is meant by folded words with few slips."""
    spellings, forms = _spellings_near(_denies(folded), len(folded))
    best = process.extractOne(folded, spellings, scorer=OSA.normalized_similarity, score_cutoff=_SURE)
    return forms[best[2]] if best else None
