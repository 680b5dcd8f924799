"""Comparing one record with one truth, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz

from graph.lexicon import BodyKind, Lexicon
from graph.names import fold
from graph.record import Attendance, Decision, Item, Meeting, Movement, Record, Status
from ingest.scoring.fields import Field
from ingest.scoring.tally import Tally
from ingest.scoring.truth import Truth, TruthDecision, TruthItem, TruthMeeting, TruthMovement, TruthPerson, TruthPresenter

_A = TypeVar("_A")
_B = TypeVar("_B")


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
            if not _restates(found, expected.movements):
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
            raiser = a.from_ if a.type == "RAISED_BY" and not self.same_body(a.from_, a.to) else None
            return float(raiser is None or self.same_body(raiser, b.from_))

        # A movement that restates one of this meeting's decisions is the decision's to score. One that a decision says
        # may stand in for one of the truth.
        of_decisions = [m for m in said.movements if m not in free]
        pairs, missed, extra = pair(must, free, match)
        more, missed, _ = pair(missed, of_decisions, match)
        _, _, extra = pair(may, extra, match)
        pairs += more
        missed = [m for m in missed if not self._implied(m, said.decisions)]
        hits = len(must) - len(missed)
        tally.hit(Field.MOVEMENTS, hits)
        for movement in missed:
            tally.missed(Field.MOVEMENTS, where, f"{movement.type} {movement.to}")
        for found in extra:
            tally.extra(Field.MOVEMENTS, where, f"{found.type} {found.to}: {found.quote[:80]}")
        for a, b in pairs:
            tally.value(Field.MOVEMENT_DUE, f"{where}: {a.type} {a.to}", a.due, b.due, same=a.due == b.due)

    def _implied(self, movement: TruthMovement, decisions: Iterable[Decision]) -> bool:
        """Whether a decision says what the movement says: petitioning a body is referring the matter to it, too."""
        return any(
            movement.type in _SAYS.get(d.kind.value, ()) and any(self.same_body(movement.to, target) for target in d.targets)
            for d in decisions
        )

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


_SAYS = {"recommend": ("RECOMMENDS",), "assign": ("ASSIGNS",), "petition": ("PETITIONS", "REFERRED_TO")}
"""Which movements a kind of decision says as well."""


def _restates(found: Decision, movements: Iterable[TruthMovement]) -> bool:
    """Whether a decision says what the truth tells as a movement: whoever gets a task in running text where nothing else is decided."""
    said = fold(found.text)
    return any(m.type in _SAYS.get(found.kind.value, ()) and said in fold(m.quote) for m in movements)


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
