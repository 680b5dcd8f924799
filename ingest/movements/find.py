"""The movements that running text tells of, sentence by sentence, and the order in which the readers of a sentence come.

A sentence without a body that can be named gives nothing, except a promised report-back, which goes to the forum itself. What has
already happened ("behandlades", "återrapporterade") sends nothing on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from graph.names import fold, lowered_between, squash
from graph.record import Decision, DecisionKind, Movement, MovementType, Span
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import Context
from ingest.movements import assigning, petitioning, recommending, reporting
from ingest.movements.asking import ASKING, PLEADS, find_asked_bodies, find_tasks
from ingest.movements.assigning import find_assigned
from ingest.movements.coming import COMING, find_next, find_taken_up
from ingest.movements.filing import PAPERS
from ingest.movements.guards import PROPOSING, is_proposal
from ingest.movements.petitioning import ENTREATING, find_entreated, find_petitioned
from ingest.movements.raising import RAISING, find_raised
from ingest.movements.recommending import find_recommended
from ingest.movements.reporting import REPORTING, find_reported
from ingest.movements.sending import SENDING, find_sent
from ingest.movements.sentence import Place, Sentence
from ingest.phrases import Phrases
from ingest.presenters.persons import NOBODY, People
from ingest.sentences import iter_sentences, words_between
from ingest.tasks import doing_words
from ingest.verbs import has_finite

_OF_QUESTIONS = re.compile(
    r"^\W*(?:övrig|frågor\s+(?:från|till)|(?:ledamöternas|ledamots|anmälda|inkomna|väckta)\w*\s+(?:\w+\s+)?fråg|allmänhetens\s+fråge|frågestund)",
    re.IGNORECASE,
)
""" "Övriga frågor", "Ledamöternas egna frågor": who asks there raises a matter."""
_FORMS = Phrases(ASKING, COMING, ENTREATING, RAISING, REPORTING, SENDING, PLEADS, doing_words())
_PAPER_STEMS = tuple(paper.split()[0] for paper in PAPERS)
_STEMS = re.compile(
    by_first_letter([Choice((*assigning.STEMS, *petitioning.STEMS, *recommending.STEMS, *reporting.STEMS, *_PAPER_STEMS))])
)
_LONGEST_LABEL = 60
_TYPES = {
    DecisionKind.RECOMMEND: MovementType.RECOMMENDS,
    DecisionKind.ASSIGN: MovementType.ASSIGNS,
    DecisionKind.PETITION: MovementType.PETITIONS,
}


def find_movements(
    text: str,
    stretches: Iterable[Span],
    decisions: Sequence[Decision],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
    people: People = NOBODY,
    title: str = "",
) -> list[Movement]:
    """Movements in the sentences of `stretches` (spans of `text`). What a decision already says is not said twice.

    `people` are those who were there, `title` is the item's: under "Övriga frågor" who asks raises a matter."""
    questions = _OF_QUESTIONS.match(title) is not None
    own = context.forum or (as_written and squash(as_written))
    decided = {(_TYPES[d.kind], fold(t)) for d in decisions if d.kind in _TYPES for t in d.targets}
    decision_spans = sorted(d.span for d in decisions)
    found: list[Movement] = []
    opening = True
    for start, end in _apart(text, stretches, decision_spans):
        for s, e in iter_sentences(text, start, end):
            first, opening = opening, False
            if not may_move(text, s, e):
                continue
            place = Place(first, questions, questions and _is_labelled(text, s))
            for movement in _read(Sentence(text, (s, e), context, own, as_written, on, people), place):
                in_decision = any(s < b and a < e for a, b in decision_spans)
                if in_decision and (movement.type, fold(movement.to or "")) in decided:
                    continue
                if not any(_is_same(movement, m) for m in found):
                    found.append(movement)
    return found


def may_move(text: str, start: int, end: int) -> bool:
    """A quick look whether any reader can find a movement in the sentence `text[start:end]`: most have no word of one."""
    return _FORMS.may_stand_in(words_between(text, start, end)) or _STEMS.search(lowered_between(text, start, end)) is not None


def _read(sentence: Sentence, place: Place) -> list[Movement]:
    """All movements of a sentence. Where a reader needs to know what others have found, it comes after them."""
    proposed = not PROPOSING.isdisjoint(sentence.words) and is_proposal(sentence.lowered)
    if not proposed:
        find_recommended(sentence)
        find_assigned(sentence)
        find_petitioned(sentence)
        find_tasks(sentence)
    find_sent(sentence)
    find_taken_up(sentence)
    find_asked_bodies(sentence)
    find_entreated(sentence)
    find_reported(sentence)
    find_next(sentence)
    find_raised(sentence, place)
    return sentence.found


def _is_same(one: Movement, other: Movement) -> bool:
    return (one.type, one.to, one.span) == (other.type, other.to, other.span) and (
        one.from_ == other.from_ or one.type is not MovementType.RAISED_BY
    )


def _is_labelled(text: str, at: int) -> bool:
    """Whether nothing but a bullet or a few words that tell nothing stand before an offset on its line: "Lokalen. Anna undrar …"."""
    words = text[text.rfind("\n", 0, at) + 1 : at].strip(" \t-–•*")
    return len(words) <= _LONGEST_LABEL and not has_finite(words)


def _apart(text: str, stretches: Iterable[Span], borders: list[Span]) -> list[Span]:
    """The stretches cut at the borders of the decisions, so that each att-sats is read by itself; a decision that is a
    whole sentence keeps its full stop."""
    out: list[Span] = []
    for start, end in stretches:
        at = start
        for a, b in borders:
            stop = b + 1 if text[a : a + 1].isupper() and text[b : b + 1] == "." else b
            if at <= a < end:
                out += [(at, a), (a, min(stop, end))]
                at = min(stop, end)
        out.append((at, end))
    return [s for s in out if s[1] - s[0] > 5]
