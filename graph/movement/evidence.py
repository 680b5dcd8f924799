"""One item weighed against one thing sent on: the reasons for and against its being the answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from graph.chains import FAR_DAYS, LATE_DAYS, NEAR_DUE_DAYS
from graph.movement.archive import Archive
from graph.movement.model import ANSWER, NEXT_MEETING_DAYS, Due, Evidence, EvidenceKind, Item, Kind, Match, Sent
from graph.movement.reporting import ANSWERED, IN_PART, LIKE_AN_ANSWER, REPORTING, STILL_TO_COME, sentences, tells_of_answer
from graph.movement.words import content_words
from graph.names import fold


def weigh_own(sent: Sent, here: EvidenceKind, item: Item, archive: Archive, wanted: Mapping[str, str]) -> Match:
    """The item in which it came up: what was given before is reported in it; what was received is answered by what it decides, or by
    the forum's agreeing to it."""
    found = [Evidence(here, ANSWER if here is EvidenceKind.REPORTED_HERE else 0.4)]
    if sent.agreed and here is EvidenceKind.RECEIVED:
        found.append(Evidence(EvidenceKind.WORDING, 0.25, sent.agreed))
    share, words = archive.decided_overlap(wanted, item)
    if share >= 0.25:
        found.append(Evidence(EvidenceKind.REQUEST, round(0.35 * share, 3), ", ".join(words)))
    return Match(item, tuple(found))


def weigh(
    sent: Sent,
    item: Item,
    archive: Archive,
    wanted: Mapping[str, str],
    title: Mapping[str, str],
    rivals: Sequence[Mapping[str, str]],
) -> Match | None:
    subject = _of_subject(sent, item, archive, wanted, title, rivals)
    if not any(one.weight > 0 for one in subject):
        return None
    wording = _of_wording(sent, item, wanted)
    if item.forum == sent.to_forum and sent.back_to not in (None, item.forum):
        place = [Evidence(EvidenceKind.FORUM, 0.05)]  # it came where it was sent, but the answer was promised elsewhere
    elif sent.here is not None:
        place = [Evidence(EvidenceKind.SENDER, 0.05)]  # it was on the agenda already
    elif item.forum in (sent.to_forum, sent.back_to):
        strong = sent.kind in (Kind.REFERRED_TO, Kind.REPORTS_BACK_TO) or item.forum == sent.back_to
        kind = EvidenceKind.FORUM if item.forum == sent.to_forum else EvidenceKind.BACK_TO
        place = [Evidence(kind, 0.25 if strong else 0.2)]
    elif sent.to_forum is None:
        place = [Evidence(EvidenceKind.SENDER, 0.05)]
    elif sent.kind not in (Kind.REFERRED_TO, Kind.REPORTS_BACK_TO) and any(one.weight >= 0.2 for one in wording):
        place = [Evidence(EvidenceKind.SENDER, 0.05)]
    else:
        return None  # another forum than the one asked, and no word of a report back
    match = Match(item, (*subject, *place, *_of_time(sent, item, archive), *wording))
    return _in_part(match, wanted)


def _of_subject(
    sent: Sent,
    item: Item,
    archive: Archive,
    wanted: Mapping[str, str],
    title: Mapping[str, str],
    rivals: Sequence[Mapping[str, str]],
) -> list[Evidence]:
    found = []
    shared = sent.topics & item.topics
    if shared:
        broad = archive.is_broad(shared)
        found.append(Evidence(EvidenceKind.BROAD_TOPIC if broad else EvidenceKind.TOPIC, 0.2 if broad else 0.4, min(shared)))
    elif sent.topics and item.topics:
        found.append(Evidence(EvidenceKind.OTHER_TOPIC, -0.15))
    share, words = archive.overlap(wanted, item)
    if (sent.what or sent.about) and share >= 0.25:
        found.append(Evidence(EvidenceKind.REQUEST, round(0.35 * share, 3), ", ".join(words)))
    elif not shared:
        alike, words = archive.overlap(title, item)
        if alike >= 0.6 and len(words) > 1:
            found.append(Evidence(EvidenceKind.TITLE, round(0.35 * alike, 3), ", ".join(words)))
    if item.id in sent.retold_in:
        found.append(Evidence(EvidenceKind.RETOLD, 0.3))
    if sent.reports & item.reports:
        found.append(Evidence(EvidenceKind.REPORT, 0.1, min(sent.reports & item.reports)))
    if sent.kind is Kind.INVITES and sent.targets & item.presenters:
        found.append(Evidence(EvidenceKind.INVITED, 0.4))
    elif sent.kind is Kind.INVITES and found:
        found.append(Evidence(EvidenceKind.NOT_INVITED, -0.25))
    if not any(one.weight > 0 for one in found):
        return []
    if sent.targets & item.presenting:
        found.append(Evidence(EvidenceKind.PRESENTER, 0.1))
    best = max((archive.overlap(rival, item) for rival in rivals), default=(0.0, []), key=lambda pair: pair[0])
    if best[0] >= 0.3 and best[0] - (share if sent.what or sent.about else 0.0) >= 0.25:
        found.append(Evidence(EvidenceKind.OTHER_REQUEST, -0.25, ", ".join(best[1])))
    return found


def _of_time(sent: Sent, item: Item, archive: Archive) -> list[Evidence]:
    assert sent.date is not None
    assert item.date is not None
    if sent.due is not None and sent.due.date is not None and item.forum == sent.expected_in:
        due = sent.due.date
        told = any(held.recorded and abs((held.date - due).days) <= NEAR_DUE_DAYS for held in archive.held(item.forum))
        return _of_due(sent.due, due, item.date, told=told)
    age = (item.date - sent.date).days
    following = next((held for held in archive.held(item.forum) if held.date > sent.date), None)
    if following is not None and following.date == item.date and age <= NEXT_MEETING_DAYS:
        asked = item.forum in (sent.to_forum, sent.back_to)
        return [Evidence(EvidenceKind.NEXT_MEETING, 0.1 if asked else 0.05, item.date.isoformat())]
    if age > LATE_DAYS:
        return [Evidence(EvidenceKind.LATE, -0.45 if age > FAR_DAYS else -0.15, str(age))]
    return []


def _of_due(due: Due, day: dt.date, date: dt.date, *, told: bool) -> list[Evidence]:
    """`told`: the store has minutes from about that day, so that what comes later comes late; else it may have been answered then."""
    off = (date - day).days
    if off > 365:
        return [Evidence(EvidenceKind.LATE, -0.45 if off > FAR_DAYS else -0.3, str(off))]
    if due.meeting:
        if off == 0:
            return [Evidence(EvidenceKind.ON_THE_DAY, 0.25, day.isoformat())]
        if abs(off) <= NEAR_DUE_DAYS:
            return [Evidence(EvidenceKind.IN_TIME, 0.15, day.isoformat())]
        return [
            Evidence(EvidenceKind.EARLY, -0.25, day.isoformat())
            if off < 0
            else Evidence(EvidenceKind.LATE, -0.15 if told else -0.3, str(off))
        ]
    if due.start is not None and (due.start - date).days > NEAR_DUE_DAYS:
        return []
    return [Evidence(EvidenceKind.IN_TIME, 0.15, day.isoformat())] if off <= NEAR_DUE_DAYS else []


def _of_wording(sent: Sent, item: Item, wanted: Mapping[str, str]) -> list[Evidence]:
    found = []
    told = [one for one in sentences(item.text) if tells_of_answer(one)]
    subjects = {one: _subject(one, sent, item) for one in told} if sent.what or sent.about else {}
    of_other = [words for words in subjects.values() if words and not words & wanted.keys()]
    if _answers_another_kind(sent.kind, item.title):
        pass
    elif match := ANSWERED.search(f"{item.title}. {item.labels}"):
        if of_other and not any(words & wanted.keys() for words in subjects.values()):
            found.append(Evidence(EvidenceKind.OTHER_REPORT, -0.15, match.group(0)))
        else:
            found.append(Evidence(EvidenceKind.WORDING, 0.25, match.group(0)))
    elif match := next((m for one in told if subjects.get(one) not in of_other if (m := ANSWERED.search(one))), None):
        found.append(Evidence(EvidenceKind.WORDING, 0.2, match.group(0)))
    elif match := ANSWERED.search(item.heading) or LIKE_AN_ANSWER.search(item.title):
        found.append(Evidence(EvidenceKind.WORDING, 0.08, match.group(0)))
    elif match := next(
        (m for one in sentences(item.text) if not STILL_TO_COME.search(one) if (m := LIKE_AN_ANSWER.search(one))), None
    ):
        found.append(Evidence(EvidenceKind.WORDING, 0.05, match.group(0)))
    paragraphs = {paragraph for meeting, paragraph in item.cites if meeting == sent.meeting}
    if paragraphs:
        exact = sent.number is not None and any(p is not None and fold(p) == fold(sent.number) for p in paragraphs)
        other = not exact and None not in paragraphs and sent.number is not None
        found.append(Evidence(EvidenceKind.CITATION, 0.45 if exact else 0.05 if other else 0.3, sent.meeting))
    return found


_KIND_WORDS: Final = (
    (re.compile(r"rekommendation", re.IGNORECASE), (Kind.RECOMMENDS,)),
    (re.compile(r"skrivelse", re.IGNORECASE), (Kind.PETITIONS,)),
    (re.compile(r"remiss|hänvis", re.IGNORECASE), (Kind.REFERRED_TO,)),
    (re.compile(r"uppdrag", re.IGNORECASE), (Kind.ASSIGNS, Kind.REPORTS_BACK_TO)),
)


def _answers_another_kind(kind: Kind, title: str) -> bool:
    """ "Svar på rekommendation" answers no assignment, "redovisning av uppdrag" no petition."""
    if not ANSWERED.search(title):
        return False
    named = [kinds for pattern, kinds in _KIND_WORDS if pattern.search(title)]
    return bool(named) and not any(kind in kinds for kinds in named)


def _subject(sentence: str, sent: Sent, item: Item) -> set[str]:
    """Stems of what a sentence that reports is about, apart from the issue itself and those who were asked."""
    return content_words(sentence).keys() - content_words(item.title).keys() - sent.names - REPORTING


def _in_part(match: Match, wanted: Mapping[str, str]) -> Match:
    """A match that tells of a part of it is a possible answer at most."""
    parts = (m.group(0) for one in sentences(match.item.text) if wanted.keys() & content_words(one) if (m := IN_PART.search(one)))
    words = next(parts, None)
    if words is None or not match.is_answer:
        return match
    over = round(ANSWER - 0.05 - sum(one.weight for one in match.evidence), 3)
    return Match(match.item, (*match.evidence, Evidence(EvidenceKind.IN_PART, over, words)))
