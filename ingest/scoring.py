"""Keeping score: records against the truth, field by field, document by document, layout by layout.

A value counts as found (`hit`), missed, or extra (said, and wrong or not in the document); a wrong value is both missed and
extra. Precision is hit / (hit + extra), recall hit / (hit + missed), support hit + missed. Where the truth is null, a value
is extra; roles alone are scored only where the truth names one, since "ledamot" may be said or left out.

    python -m ingest.scoring --documents 240 --noise noisy      synthetic minutes against the committed scorecard
    python -m ingest.scoring --folder DOCUMENTS                 documents with a truth .json beside each
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic import Field as PydanticField
from pydantic.alias_generators import to_camel
from rapidfuzz import fuzz

from graph.errors import InputError
from graph.lexicon import BodyKind, Lexicon, load_lexicon, read_lexicon_file
from graph.names import fold
from graph.record import Attendance, Decision, Item, Meeting, Movement, Record, Status
from ingest.readers import read_document
from ingest.record import read_record
from ingest.synthetic import LEXICON, compose_corpus

_A = TypeVar("_A")
_B = TypeVar("_B")
SCORECARDS = Path("benchmarks/scorecard")
EXPLAINED = "explained.yaml"
DEFAULT_DOCUMENTS = 240
DEFAULT_SEED = 1


class Field(StrEnum):
    """What is scored."""

    MEETINGS = "meetings"
    KIND = "document kind"
    DIARY_NUMBER = "diary number"
    DOCUMENT_DATE = "document date"
    FORUM = "forum"
    ORGANISATION = "organisation"
    DATE = "date"
    START = "start"
    END = "end"
    PLACE = "place"
    ONLINE = "online"
    PEOPLE = "people"
    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    REPRESENTS = "represents"
    ROLE = "role"
    PARTY = "party"
    PARAGRAPHS = "paragraphs"
    REPLACES = "replaces"
    MUNICIPALITIES = "municipality status"
    ITEMS = "items"
    NUMBER = "item number"
    TITLE = "item title"
    LABELS = "labels"
    ATTACHMENTS = "attachments"
    PRESENTERS = "presenters"
    PRESENTER_ROLE = "presenter role"
    PRESENTER_ORGANISATION = "presenter organisation"
    DECISIONS = "decisions"
    DECISION_TEXT = "decision text"
    DECISION_KIND = "decision kind"
    TARGETS = "decision targets"
    MOVEMENTS = "movements"
    MOVEMENT_DUE = "movement due"
    PRIOR_DECISIONS = "prior decisions"
    ABBREVIATIONS = "abbreviations"


_ATTENDANCE_FIELDS = (Field.PEOPLE, Field.PRESENT, Field.ABSENT, Field.UNKNOWN, Field.REPRESENTS, Field.ROLE, Field.PARTY, Field.PARAGRAPHS,
                      Field.REPLACES, Field.MUNICIPALITIES)  # fmt: skip
_ITEM_FIELDS = (Field.ITEMS, Field.NUMBER, Field.TITLE, Field.LABELS, Field.ATTACHMENTS, Field.PRESENTERS, Field.PRESENTER_ROLE,
                Field.PRESENTER_ORGANISATION, Field.DECISIONS, Field.DECISION_TEXT, Field.DECISION_KIND, Field.TARGETS, Field.MOVEMENTS)  # fmt: skip
_HEAD_FIELDS = (Field.MEETINGS, Field.DIARY_NUMBER, Field.DOCUMENT_DATE, Field.FORUM, Field.ORGANISATION, Field.DATE, Field.START, Field.END,
                Field.PLACE, Field.ONLINE)  # fmt: skip
LAYOUT_FIELDS: dict[str, tuple[Field, ...]] = {
    "attendance": _ATTENDANCE_FIELDS,
    "items": _ITEM_FIELDS,
    "head": _HEAD_FIELDS,
    "form": tuple(Field),
}
"""Which fields tell how well a layout of that sort is read."""

# --- the truth --------------------------------------------------------------------------------------------------------


class _Truth(BaseModel):
    """The truth is a record, or one written by hand that says less and notes more: what is not scored is passed over."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class TruthPerson(_Truth):
    as_written: str
    name: str
    represents: str | None = None
    party: str | None = None
    role: str | None = None
    status: Status
    paragraphs: str | None = None
    replaces: str | None = None


class TruthMunicipality(_Truth):
    name: str
    status: Status


class TruthPresenter(_Truth):
    as_written: str
    name: str
    role: str | None = None
    organisation: str | None = None


class TruthDecision(_Truth):
    text: str
    kind: str
    targets: tuple[str, ...] = ()
    optional: bool = False
    """A reader may say it or not; neither is wrong."""


class TruthMovement(_Truth):
    type: str
    from_: Annotated[str | None, PydanticField(alias="from")] = None
    to: str | None = None
    due: dt.date | None = None
    core: bool = True
    """False: a reader may say it or not."""


class TruthPrior(_Truth):
    quote: str


class TruthItem(_Truth):
    number: str | None = None
    title: str
    labels: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    presenters: tuple[TruthPresenter, ...] = ()
    decisions: tuple[TruthDecision, ...] = ()
    movements: tuple[TruthMovement, ...] = ()
    prior_decisions: tuple[TruthPrior, ...] = ()


class TruthMeeting(_Truth):
    forum: str
    organisation: str | None = None
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool | None = None
    attendance: tuple[TruthPerson, ...] = ()
    municipalities: tuple[TruthMunicipality, ...] = ()
    items: tuple[TruthItem, ...] = ()


class TruthDocument(_Truth):
    kind: str | None = None
    diary_number: str | None = None
    date: dt.date | None = None


class TruthAbbreviation(_Truth):
    short: str
    long: str


class Truth(_Truth):
    document: TruthDocument = TruthDocument()
    meetings: tuple[TruthMeeting, ...] = ()
    abbreviations: tuple[TruthAbbreviation, ...] = ()


# --- counting ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    hit: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.missed + other.missed, self.extra + other.extra)

    @property
    def precision(self) -> float:
        said = self.hit + self.extra
        return self.hit / said if said else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 1.0 when there was nothing to find and nothing was said."""
        total = 2 * self.hit + self.missed + self.extra
        return 2 * self.hit / total if total else 1.0

    @property
    def support(self) -> int:
        return self.hit + self.missed


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: what was expected and what was said (None: nothing)."""

    field: Field
    where: str
    expected: str | None
    said: str | None


@dataclass
class Tally:
    counts: dict[Field, Count] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def hit(self, name: Field, count: int = 1) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(hit=count)

    def missed(self, name: Field, where: str, expected: object) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(missed=1)
        self.misses.append(Miss(name, where, str(expected), None))

    def extra(self, name: Field, where: str, said: object) -> None:
        self.counts[name] = self.counts.get(name, Count()) + Count(extra=1)
        self.misses.append(Miss(name, where, None, str(said)))

    def value(self, name: Field, where: str, expected: object, said: object, *, same: bool) -> None:
        """A single value: `same` tells whether two values that are both there agree."""
        if expected is None and said is None:
            return
        if expected is not None and said is not None and same:
            self.hit(name)
            return
        self.counts[name] = self.counts.get(name, Count()) + Count(missed=int(expected is not None), extra=int(said is not None))
        self.misses.append(Miss(name, where, None if expected is None else str(expected), None if said is None else str(said)))

    def of(self, fields: Iterable[Field]) -> Count:
        return sum((self.counts.get(name, Count()) for name in fields), Count())

    def merge(self, other: Tally) -> None:
        for name, count in other.counts.items():
            self.counts[name] = self.counts.get(name, Count()) + count
        self.misses.extend(other.misses)


# --- comparing --------------------------------------------------------------------------------------------------------


def likeness(a: str | None, b: str | None) -> float:
    """How alike two wordings are, case and punctuation aside: 0.0 to 1.0."""
    return float(fuzz.ratio(fold(a or ""), fold(b or ""))) / 100


_ABBREVIATED_ROLES = {
    "ordf": "ordforande", "v ordf": "vice ordforande", "vice ordf": "vice ordforande", "sekr": "sekreterare",
    "tjg ers": "tjanstgorande ersattare", "tjg ersattare": "tjanstgorande ersattare", "ers": "ersattare", "adj": "adjungerad",
    "ej tjanstgorande ersattare": "ersattare", "tjansteman": "tjansteperson", "tjanstepersoner": "tjansteperson",
}  # fmt: skip


def _role(text: str | None) -> str:
    folded = fold(text or "")
    return _ABBREVIATED_ROLES.get(folded, folded)


def _same_role(expected: str | None, said: str | None) -> bool:
    a, b = _role(expected), _role(said)
    return a == b or fuzz.ratio(a, b) > 80


@dataclass(frozen=True)
class Scorer:
    """Compares one record with one truth. Bodies are the same when the lexicon says so, or when they are written alike."""

    lexicon: Lexicon

    def body(self, text: str | None) -> str:
        if not text:
            return ""
        known = self.lexicon.body(text)
        if known is None:
            return fold(text)
        kind, entry = known
        return fold(entry.name if kind is BodyKind.MUNICIPALITY else entry.short)

    def same_body(self, expected: str | None, said: str | None) -> bool:
        a, b = self.body(expected), self.body(said)
        return a == b or fuzz.ratio(a, b) > 85

    def score(self, truth: Truth, record: Record) -> Tally:
        tally = Tally()
        facts = record.document
        if truth.document.kind:
            tally.value(Field.KIND, "document", truth.document.kind, facts.kind.value, same=truth.document.kind == facts.kind)
        same_number = fold(truth.document.diary_number or "") == fold(facts.diary_number or "")
        tally.value(Field.DIARY_NUMBER, "document", truth.document.diary_number, facts.diary_number, same=same_number)
        if truth.document.date:
            tally.value(Field.DOCUMENT_DATE, "document", truth.document.date, facts.date, same=truth.document.date == facts.date)
        for expected, said in self._meetings(truth, record, tally):
            self._meeting(expected, said, tally)
        self._abbreviations(truth, record, tally)
        return tally

    def _meetings(self, truth: Truth, record: Record, tally: Tally) -> Iterator[tuple[TruthMeeting, Meeting | None]]:
        left = list(record.meetings)
        open_: list[TruthMeeting] = []
        for expected in truth.meetings:
            said = next((m for m in left if m.date == expected.date and self.same_body(expected.forum, m.forum)), None)
            if said is None:
                open_.append(expected)
                continue
            left.remove(said)
            tally.hit(Field.MEETINGS)
            yield expected, said
        for expected in open_:
            tally.missed(Field.MEETINGS, "document", f"{expected.forum} {expected.date}")
        for said in left:
            tally.extra(Field.MEETINGS, "document", f"{said.forum} {said.date}")
        # One meeting of each left: the same one with a wrong name or date. The rest of it is scored all the same.
        if len(open_) == 1 and len(left) == 1:
            yield open_[0], left[0]
        else:
            for expected in open_:
                yield expected, None

    def _meeting(self, expected: TruthMeeting, said: Meeting | None, tally: Tally) -> None:
        where = f"{expected.forum} {expected.date}"
        forum = said.forum if said else None
        tally.value(Field.FORUM, where, expected.forum, forum, same=self.same_body(expected.forum, forum))
        organisation = said.organisation if said else None
        if expected.organisation:
            same = self.same_body(expected.organisation, organisation)
            tally.value(Field.ORGANISATION, where, expected.organisation, organisation, same=same)
        tally.value(
            Field.DATE,
            where,
            expected.date,
            said and said.date,
            same=bool(said) and expected.date == said.date if said else False,
        )
        for name, a, b in (
            (Field.START, expected.start, said and said.start),
            (Field.END, expected.end, said and said.end),
        ):
            tally.value(name, where, a, b, same=a == b)
        place = said.place if said else None
        tally.value(Field.PLACE, where, expected.place, place, same=likeness(expected.place, place) > 0.85)
        if expected.online is not None:
            online = said.online if said else None
            tally.value(Field.ONLINE, where, expected.online, online, same=expected.online == online)
        self._people(expected, said.attendance if said else [], tally)
        self._municipalities(expected, said, tally)
        self._items(expected, said.items if said else [], tally)

    # --- people ---------------------------------------------------------------------------------------------------------

    def _people(self, meeting: TruthMeeting, said: Sequence[Attendance], tally: Tally) -> None:
        pairs, missed, extra = pair(meeting.attendance, said, _person_match)
        replaced = {fold(person.replaces) for person in meeting.attendance if person.replaces}
        # The member whom a substitute stands in for is named there, and not present: saying so is no error, nor is leaving it.
        extra = [p for p in extra if not (fold(p.name) in replaced and p.status is not Status.PRESENT)]
        tally.hit(Field.PEOPLE, len(pairs))
        for expected in missed:
            tally.missed(Field.PEOPLE, "attendance", expected.as_written)
            tally.missed(_status_field(expected.status), "attendance", expected.as_written)
        for person in extra:
            tally.extra(Field.PEOPLE, "attendance", person.as_written)
            tally.extra(_status_field(person.status), "attendance", f"{person.as_written}: {person.status}")
        for expected, got in pairs:
            where = expected.as_written
            if expected.status is got.status:
                tally.hit(_status_field(expected.status))
            else:
                tally.missed(_status_field(expected.status), where, f"{expected.status}, said {got.status}")
                tally.extra(_status_field(got.status), where, f"{got.status}, is {expected.status}")
            same = self.same_body(expected.represents, got.represents)
            tally.value(Field.REPRESENTS, where, expected.represents, got.represents, same=same)
            if expected.role:
                tally.value(Field.ROLE, where, expected.role, got.role, same=_same_role(expected.role, got.role))
            tally.value(Field.PARTY, where, expected.party, got.party, same=fold(expected.party or "") == fold(got.party or ""))
            same = fold(expected.paragraphs or "") == fold(got.paragraphs or "")
            tally.value(Field.PARAGRAPHS, where, expected.paragraphs, got.paragraphs, same=same)
            same = likeness(expected.replaces, got.replaces) > 0.85
            tally.value(Field.REPLACES, where, expected.replaces, got.replaces, same=same)

    def _municipalities(self, meeting: TruthMeeting, said: Meeting | None, tally: Tally) -> None:
        if not meeting.attendance and not meeting.municipalities:
            return
        got = {self.body(m.name): m.status for m in said.municipalities} if said else {}
        for expected in meeting.municipalities:
            status = got.pop(self.body(expected.name), None)
            if status is None and expected.status is Status.UNKNOWN:
                tally.hit(Field.MUNICIPALITIES)
                continue
            tally.value(Field.MUNICIPALITIES, expected.name, expected.status.value, status, same=status is expected.status)
        for name, status in got.items():
            if status is not Status.UNKNOWN:
                tally.extra(Field.MUNICIPALITIES, name, status)

    # --- items ----------------------------------------------------------------------------------------------------------

    def _items(self, meeting: TruthMeeting, said: Sequence[Item], tally: Tally) -> None:
        pairs, missed, extra = pair(meeting.items, said, _item_match)
        tally.hit(Field.ITEMS, len(pairs))
        for expected in missed:
            tally.missed(Field.ITEMS, "items", f"{expected.number} {expected.title}")
        for item in extra:
            tally.extra(Field.ITEMS, "items", f"{item.number} {item.title}")
        for expected, got in pairs:
            where = f"{expected.number} {expected.title}"[:60]
            tally.value(Field.NUMBER, where, expected.number, got.number, same=_number(expected.number) == _number(got.number))
            tally.value(Field.TITLE, where, expected.title, got.title, same=likeness(expected.title, got.title) > 0.95)
            self._set(Field.LABELS, where, expected.labels, got.labels, tally)
            self._set(Field.ATTACHMENTS, where, expected.attachments, got.attachments, tally)
            self._presenters(where, expected, got, tally)
            self._decisions(where, expected, got, tally)
            self._movements(where, expected, got, tally)
            self._priors(where, expected, got, tally)
        for expected in missed:
            # What stood under a missed item is missed too.
            for decision in expected.decisions:
                if not decision.optional:
                    tally.missed(Field.DECISIONS, f"{expected.number} {expected.title}"[:60], decision.text)
            for presenter in expected.presenters:
                tally.missed(Field.PRESENTERS, f"{expected.number} {expected.title}"[:60], presenter.as_written)
        for item in extra:
            for found in item.decisions:
                tally.extra(Field.DECISIONS, f"{item.number} {item.title}"[:60], found.text)
            for named in item.presenters:
                tally.extra(Field.PRESENTERS, f"{item.number} {item.title}"[:60], named.as_written)

    @staticmethod
    def _set(name: Field, where: str, expected: Iterable[str], said: Iterable[str], tally: Tally) -> None:
        wanted, got = {fold(v) for v in expected}, {fold(v) for v in said}
        tally.hit(name, len(wanted & got))
        for value in sorted(wanted - got):
            tally.missed(name, where, value)
        for value in sorted(got - wanted):
            tally.extra(name, where, value)

    def _presenters(self, where: str, expected: TruthItem, said: Item, tally: Tally) -> None:
        pairs, missed, extra = pair(expected.presenters, said.presenters, _person_match)
        tally.hit(Field.PRESENTERS, len(pairs))
        for presenter in missed:
            tally.missed(Field.PRESENTERS, where, presenter.as_written)
        for named in extra:
            tally.extra(Field.PRESENTERS, where, named.as_written)
        for a, b in pairs:
            place = f"{where}: {a.as_written}"
            tally.value(Field.PRESENTER_ROLE, place, a.role, b.role, same=likeness(a.role, b.role) > 0.8)
            same = self.same_body(a.organisation, b.organisation)
            tally.value(Field.PRESENTER_ORGANISATION, place, a.organisation, b.organisation, same=same)

    def _decisions(self, where: str, expected: TruthItem, said: Item, tally: Tally) -> None:
        must = [d for d in expected.decisions if not d.optional]
        may = [d for d in expected.decisions if d.optional]
        pairs, missed, extra = pair(must, said.decisions, _decision_match)
        _, _, extra = pair(may, extra, _decision_match)
        tally.hit(Field.DECISIONS, len(pairs))
        for decision in missed:
            tally.missed(Field.DECISIONS, where, decision.text)
        for found in extra:
            tally.extra(Field.DECISIONS, where, found.text)
        for a, b in pairs:
            place = f"{where}: {a.text[:70]}"
            tally.value(Field.DECISION_TEXT, place, a.text, b.text, same=_same_words(a.text, b.text))
            tally.value(Field.DECISION_KIND, place, a.kind, b.kind.value, same=_same_kind(a, b))
            if a.targets or b.targets:
                found_targets, lost, more = pair(a.targets, b.targets, lambda x, y: float(self.same_body(x, y)))
                tally.hit(Field.TARGETS, len(found_targets))
                for target in lost:
                    tally.missed(Field.TARGETS, place, target)
                for target in more if a.targets or a.kind in _TARGETED else ():
                    tally.extra(Field.TARGETS, place, target)

    def _movements(self, where: str, expected: TruthItem, said: Item, tally: Tally) -> None:
        must = [m for m in expected.movements if m.core]
        may = [m for m in expected.movements if not m.core]
        texts = [fold(d.text) for d in expected.decisions]
        free = [m for m in said.movements if not any(fold(m.quote) in text or text in fold(m.quote) for text in texts if text)]

        def match(a: TruthMovement, b: Movement) -> float:
            if a.type != b.type or not self.same_body(a.to, b.to):
                return 0.0
            # Who raised a matter is what RAISED_BY is about; of the other types it is the body that met, and goes without saying.
            return float(a.type != "RAISED_BY" or a.from_ is None or self.same_body(a.from_, b.from_))

        # A movement that restates one of this meeting's decisions is the decision's to score. One that a decision says
        # may stand in for one of the truth.
        of_decisions = [m for m in said.movements if m not in free]
        pairs, missed, extra = pair(must, free, match)
        more, missed, _ = pair(missed, of_decisions, match)
        _, _, extra = pair(may, extra, match)
        pairs += more
        missed = [m for m in missed if (m.type, self.body(m.to)) not in self._implied(said.decisions)]
        hits = len(must) - len(missed)
        tally.hit(Field.MOVEMENTS, hits)
        for movement in missed:
            tally.missed(Field.MOVEMENTS, where, f"{movement.type} {movement.to}")
        for found in extra:
            tally.extra(Field.MOVEMENTS, where, f"{found.type} {found.to}: {found.quote[:80]}")
        for a, b in pairs:
            tally.value(Field.MOVEMENT_DUE, f"{where}: {a.type} {a.to}", a.due, b.due, same=a.due == b.due)

    def _implied(self, decisions: Iterable[Decision]) -> set[tuple[str, str]]:
        types = {"recommend": "RECOMMENDS", "assign": "ASSIGNS", "petition": "PETITIONS"}
        return {(types[d.kind.value], self.body(t)) for d in decisions if d.kind.value in types for t in d.targets}

    @staticmethod
    def _priors(where: str, expected: TruthItem, said: Item, tally: Tally) -> None:
        pairs, missed, extra = pair(
            expected.prior_decisions, said.prior_decisions, lambda a, b: _at_least(_overlap(a.quote, b.quote), 0.6)
        )
        tally.hit(Field.PRIOR_DECISIONS, len(pairs))
        for prior in missed:
            tally.missed(Field.PRIOR_DECISIONS, where, prior.quote)
        for found in extra:
            tally.extra(Field.PRIOR_DECISIONS, where, found.quote)

    @staticmethod
    def _abbreviations(truth: Truth, record: Record, tally: Tally) -> None:
        pairs, missed, extra = pair(
            truth.abbreviations,
            record.abbreviations,
            lambda a, b: float(fold(a.short) == fold(b.short)) * _at_least(likeness(a.long, b.long), 0.85),
        )
        tally.hit(Field.ABBREVIATIONS, len(pairs))
        for abbreviation in missed:
            tally.missed(Field.ABBREVIATIONS, "document", f"{abbreviation.short} = {abbreviation.long}")
        for found in extra:
            tally.extra(Field.ABBREVIATIONS, "document", f"{found.short} = {found.long}")


_TARGETED = ("recommend", "assign", "petition", "invite", "appoint")


def _status_field(status: Status) -> Field:
    return {Status.PRESENT: Field.PRESENT, Status.ABSENT: Field.ABSENT}.get(status, Field.UNKNOWN)


def _at_least(value: float, limit: float) -> float:
    return value if value > limit else 0.0


def _person_match(a: TruthPerson | TruthPresenter, b: object) -> float:
    written, name = fold(str(getattr(b, "as_written", ""))), fold(str(getattr(b, "name", "")))
    if fold(a.as_written) == written:
        return 1.0
    return 0.9 if fold(a.name) == name else 0.0


def _number(number: str | None) -> str:
    return fold(number or "").replace(" ", "")


def _item_match(a: TruthItem, b: Item) -> float:
    alike = likeness(a.title, b.title)
    if a.number and _number(a.number) == _number(b.number) and alike > 0.5:
        return 1 + alike
    return _at_least(alike, 0.85)


def _decision_match(a: TruthDecision, b: Decision) -> float:
    return _at_least(likeness(a.text, b.text), 0.75)


def _same_kind(expected: TruthDecision, said: Decision) -> bool:
    # "Fastställa" is neither named as approving nor as adopting: both are right.
    open_ = "fastställ" in expected.text.casefold() and {expected.kind, said.kind.value} == {"approve", "adopt"}
    return expected.kind == said.kind.value or open_


def _same_words(expected: str, said: str) -> bool:
    a, b = fold(expected).removeprefix("att "), fold(said).removeprefix("att ")
    # "Nämnden godkänner rapporten" may be kept with or without its subject.
    return fuzz.ratio(a, b) > 95 or (a.endswith(b) and len(b) > 0.5 * len(a))


def _overlap(a: str, b: str) -> float:
    x, y = fold(a), fold(b)
    return 1.0 if x in y or y in x else likeness(a, b)


def pair(
    expected: Sequence[_A], said: Sequence[_B], match: Callable[[_A, _B], float]
) -> tuple[list[tuple[_A, _B]], list[_A], list[_B]]:
    """One-to-one pairs, best match first, then what is missed and what is extra; `match` gives 0.0 for no match."""
    scored = sorted(
        ((match(a, b), i, j) for i, a in enumerate(expected) for j, b in enumerate(said)),
        key=lambda t: (-t[0], abs(t[1] - t[2]), t[1]),
    )
    left, right = set(range(len(expected))), set(range(len(said)))
    pairs: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score <= 0:
            break
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return (
        [(expected[i], said[j]) for i, j in sorted(pairs)],
        [expected[i] for i in sorted(left)],
        [said[j] for j in sorted(right)],
    )


# --- documents --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """One document to score: its name and bytes, the truth, and the layouts it is made of (empty when not known)."""

    file: str
    data: bytes
    truth: Truth
    layouts: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when the document or its truth does: then nothing can be compared with before."""
        return hashlib.sha256(self.data + self.truth.model_dump_json().encode()).hexdigest()[:16]


@dataclass(frozen=True)
class DocumentScore:
    file: str
    digest: str
    layouts: Mapping[str, str]
    tally: Tally


@dataclass(frozen=True)
class Scorecard:
    """The scores of a set of documents. `name` is that of its committed file: "clean", "noisy", or a folder's."""

    name: str
    documents: tuple[DocumentScore, ...]

    @property
    def total(self) -> Tally:
        tally = Tally()
        for document in self.documents:
            tally.merge(document.tally)
        return tally

    def by_layout(self, sort: str) -> dict[str, Count]:
        """The count over the fields of that sort of layout ("attendance", "items", "head", "form") for each layout."""
        counts: dict[str, Count] = {}
        for document in self.documents:
            if layout := document.layouts.get(sort):
                counts[layout] = counts.get(layout, Count()) + document.tally.of(LAYOUT_FIELDS[sort])
        return counts

    def to_json(self) -> str:
        """As committed: the fields' counts, and each document's errors (fields without errors are left out)."""
        content = {
            "name": self.name,
            "fields": {name.value: [c.hit, c.missed, c.extra] for name, c in sorted(self.total.counts.items())},
            "documents": {
                d.file: {
                    "digest": d.digest,
                    "errors": {n.value: [c.missed, c.extra] for n, c in sorted(d.tally.counts.items()) if c.missed + c.extra},
                }
                for d in self.documents
            },
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def score_cases(cases: Iterable[Case], lexicon: Lexicon, name: str) -> Scorecard:
    """Read every case and compare. Pure but for the reading of bytes already in memory."""
    scorer = Scorer(lexicon)
    documents = []
    for case in cases:
        record = read_record(read_document(case.data, case.file), lexicon)
        documents.append(DocumentScore(case.file, case.digest, case.layouts, scorer.score(case.truth, record)))
    return Scorecard(name, tuple(documents))


def synthetic_cases(documents: int, seed: int, noise: str) -> Iterator[Case]:
    for sample in compose_corpus(documents, seed=seed, noise=noise):
        yield Case(sample.file, sample.data, parse_truth(sample.sidecar(), sample.file)[0], sample.layouts)


def score_synthetic(documents: int = DEFAULT_DOCUMENTS, seed: int = DEFAULT_SEED, noise: str = "clean") -> Scorecard:
    """Score `documents` synthetic documents; the same arguments give the same documents."""
    return score_cases(synthetic_cases(documents, seed, noise), load_lexicon([("synthetic", LEXICON)]), noise)


def parse_truth(text: str, source: str) -> tuple[Truth, dict[str, str], str | None]:
    """A truth file: a record as `arendegang read --json` prints it, or {"record": …, "layouts": …}, or one written by hand.

    Gives the truth, the layouts, and the name of its document when the file says it (`file`). Raises InputError.
    """
    try:
        content = json.loads(text)
        record = content.get("record", content)
        return Truth.model_validate(record), dict(content.get("layouts", {})), content.get("file")
    except (json.JSONDecodeError, AttributeError, ValidationError) as error:
        reason = str(error).splitlines()[0] if not isinstance(error, ValidationError) else _first_fault(error)
        raise InputError(
            f"{source}: inget facit ({reason}).", "Facit har samma form som det `arendegang read --json` skriver."
        ) from error


def _first_fault(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def score_folder(folder: Path, lexicon: Lexicon | None = None) -> Scorecard:
    """Score the documents of a folder that have a truth `.json` beside them: the same name, or named by its `file`.

    Without `lexicon` the bundled one is used, with the folder's `lexicon.yaml` laid over it when there is one. Raises
    InputError when the folder has no document with a truth.
    """
    own = folder / "lexicon.yaml"
    if lexicon is None:
        lexicon = load_lexicon([(own.name, read_lexicon_file(own))] if own.is_file() else [])
    cases: list[Case] = []
    for path in sorted(folder.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        truth, layouts, file = parse_truth(text, path.name)
        document = _document_beside(path, file)
        if document is not None:
            cases.append(Case(document.name, document.read_bytes(), truth, layouts))
    if not cases:
        raise InputError(
            f"{folder}: inget dokument med facit.", "Lägg ett facit med samma namn och ändelsen .json bredvid varje dokument."
        )
    return score_cases(cases, lexicon, folder.resolve().name)


def _document_beside(truth: Path, file: str | None) -> Path | None:
    if file and (truth.parent / Path(file).name).is_file():
        return truth.parent / Path(file).name
    beside = [p for p in sorted(truth.parent.glob(f"{truth.stem}.*")) if p.suffix not in (".json", ".yaml")]
    return beside[0] if beside else None


# --- gains and losses -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """How the errors of one field in one document changed against the committed scorecard."""

    document: str
    field: str
    before: int
    after: int

    @property
    def is_loss(self) -> bool:
        return self.after > self.before


class Explanation(BaseModel):
    """Why losses are accepted: shell patterns for document and field, and the reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    document: str = "*"
    field: str = "*"
    why: str


def find_changes(card: Scorecard, committed: Mapping[str, Mapping[str, object]]) -> list[Change]:
    """Gains and losses of the documents that are the same as when the scorecard was committed (by digest)."""
    changes: list[Change] = []
    for document in card.documents:
        known = committed.get(document.file)
        if known is None or known.get("digest") != document.digest:
            continue
        errors = known.get("errors")
        before = {name: sum(pair_) for name, pair_ in errors.items()} if isinstance(errors, dict) else {}
        after = {name.value: c.missed + c.extra for name, c in document.tally.counts.items() if c.missed + c.extra}
        changes += [
            Change(document.file, name, before.get(name, 0), after.get(name, 0))
            for name in sorted({*before, *after})
            if before.get(name, 0) != after.get(name, 0)
        ]
    return changes


def parse_explanations(text: str, source: str) -> list[Explanation]:
    """A list of {document, field, why}; raises InputError that names the place."""
    raw = yaml.safe_load(text) or []
    try:
        return [Explanation.model_validate(entry) for entry in raw]
    except ValidationError as error:
        raise InputError(f"{source}: {_first_fault(error)}.", "Varje post har document, field och why.") from error


def unexplained(changes: Iterable[Change], explanations: Sequence[Explanation]) -> list[Change]:
    """The losses that no explanation covers."""
    return [
        c
        for c in changes
        if c.is_loss and not any(fnmatch(c.document, e.document) and fnmatch(c.field, e.field) for e in explanations)
    ]


# --- printing ---------------------------------------------------------------------------------------------------------


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


def format_changes(changes: Sequence[Change], bad: Sequence[Change]) -> str:
    gains = [c for c in changes if not c.is_loss]
    losses = [c for c in changes if c.is_loss]
    out = [f"mot sparat resultat: {len(gains)} bättre, {len(losses)} sämre, {len(bad)} utan förklaring"]
    out += [
        f"  {'sämre' if c.is_loss else 'bättre'}: {c.document} {c.field}: {c.before} -> {c.after} fel"
        for c in (*losses, *gains)[:60]
    ]
    return "\n".join(out) + "\n"


# --- command ----------------------------------------------------------------------------------------------------------


def check_card(card: Scorecard, folder: Path = SCORECARDS) -> tuple[list[Change], list[Change]]:
    """All changes against the scorecard of the same name committed in `folder`, and the losses that nothing there explains."""
    path, explained = folder / f"{card.name}.json", folder / EXPLAINED
    if not path.is_file():
        return [], []
    committed = json.loads(path.read_text(encoding="utf-8"))["documents"]
    changes = find_changes(card, committed)
    explanations = parse_explanations(explained.read_text(encoding="utf-8"), EXPLAINED) if explained.is_file() else []
    return changes, unexplained(changes, explanations)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives the exit code: 1 when a loss is not explained."""
    parser = argparse.ArgumentParser(prog="python -m ingest.scoring", description="Poängsätt läsningen mot facit.")
    parser.add_argument("--folder", type=Path, help="dokument med facit (.json) bredvid; annars syntetiska protokoll")
    parser.add_argument("--documents", type=int, default=DEFAULT_DOCUMENTS, help="antal syntetiska dokument")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--noise", choices=("clean", "noisy"), default="clean")
    parser.add_argument("--write", action="store_true", help="spara resultatet som det som nya jämförs med")
    parser.add_argument("--details", nargs="*", metavar="FÄLT", help="visa felen, i alla fält eller i dem som nämns")
    parser.add_argument("--limit", type=int, default=20, help="så många fel visas i varje fält")
    parser.add_argument("--scorecards", type=Path, default=SCORECARDS, help="mapp med sparade resultat")
    options = parser.parse_args(arguments)
    card = score_folder(options.folder) if options.folder else score_synthetic(options.documents, options.seed, options.noise)
    sys.stdout.write(format_card(card))
    if options.details is not None:
        sys.stdout.write("\n" + format_misses(card, options.details, options.limit))
    changes, bad = check_card(card, options.scorecards)
    if changes:
        sys.stdout.write("\n" + format_changes(changes, bad))
    if options.write:
        options.scorecards.mkdir(parents=True, exist_ok=True)
        (options.scorecards / f"{card.name}.json").write_text(card.to_json(), encoding="utf-8")
        return 0
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
