"""The sample documents are made from their sources, invented, and read as a person reads them.

What each says stands in `sample_files/expected`, written by hand from its text.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.lexicon import Lexicon, load_lexicon
from graph.names import fold
from graph.record import DecisionKind, Item, Meeting, Record, Status
from ingest.document import Document
from ingest.readers import read_document
from ingest.record import read_record
from ingest.samples import lexicon_path, sample_paths

ROOT = Path(__file__).resolve().parents[1]
EXPECTED = Path(__file__).parent / "sample_files" / "expected"
NAMES = [path.name for path in sample_paths()]
MOVING = {DecisionKind.RECOMMEND: "RECOMMENDS", DecisionKind.ASSIGN: "ASSIGNS", DecisionKind.PETITION: "PETITIONS"}


@cache
def sample_lexicon() -> Lexicon:
    return load_lexicon([("lexicon.yaml", lexicon_path().read_text(encoding="utf-8"))])


@cache
def read_sample(name: str) -> tuple[Document, Record]:
    path = next(path for path in sample_paths() if path.name == name)
    document = read_document(path.read_bytes(), path.name)
    return document, read_record(document, sample_lexicon())


@cache
def expected_of(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = yaml.safe_load((EXPECTED / f"{name}.yaml").read_text(encoding="utf-8"))
    return expected


def body(name: str | None) -> str:
    """A body's folded short name, or the folded words where the lexicon does not know it; "-" for none."""
    if name is None or name == "-":
        return "-"
    known = sample_lexicon().body(name)
    return fold(known[1].short if known else name)


def words(text: object) -> str:
    return fold(str(text or "")).strip()


def number(text: object) -> str:
    return re.sub(r"[^0-9a-zåäö]", "", str("" if text is None else text).lower())


# --- the files themselves --------------------------------------------------------------------------------------------


def test_samples_span_three_years_and_three_forums() -> None:
    names = [name for name in NAMES if not name.startswith("arsrapport")]
    assert len(names) >= 10
    assert {name.split("-")[0] for name in names} == {"lchnv", "schnv", "vfr"}
    assert {name.split("-")[1] for name in names} == {"2023", "2024", "2025"}
    assert {Path(name).suffix for name in NAMES} == {".docx", ".html", ".md", ".pdf", ".txt"}


def test_every_sample_has_an_expectation() -> None:
    assert sorted(path.name.removesuffix(".yaml") for path in EXPECTED.glob("*.yaml")) == NAMES


def test_made_samples_follow_their_sources() -> None:
    done = subprocess.run([sys.executable, "docs/samples/make_samples.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_county_is_invented() -> None:
    municipalities = sample_lexicon().municipalities_of("Region Myrland")
    assert len(municipalities) == 8
    real = load_lexicon()
    for entry in municipalities:
        assert entry.code.startswith("99")
        assert real.municipality(entry.name) is None
    assert real.organisation("Region Myrland") is None


# --- what they say ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_document(name: str) -> None:
    _, record = read_sample(name)
    expected = expected_of(name)
    facts = record.document
    assert facts.kind == expected["kind"]
    assert facts.diary_number == expected.get("diaryNumber")
    if "date" in expected:
        assert facts.date == expected["date"]
    if "carriesStrikethrough" in expected:
        assert facts.carries_strikethrough is expected["carriesStrikethrough"]
    long_forms = {entry.short: words(entry.long) for entry in record.abbreviations}
    for short, long in expected.get("abbreviations", {}).items():
        assert long_forms.get(short) == words(long)


@pytest.mark.parametrize("name", NAMES)
def test_meetings(name: str) -> None:
    for got, expected in paired_meetings(name):
        for key in ("start", "end", "online", "place"):
            if key in expected:
                assert getattr(got, key) == expected[key], key


@pytest.mark.parametrize("name", NAMES)
def test_attendance(name: str) -> None:
    for got, expected in paired_meetings(name):
        people = {(words(p.as_written), body(p.represents)): p.status for p in got.attendance}
        wanted = {person_key(line): status for status in Status for line in expected.get(status.value, [])}
        assert people == wanted
        roles = {words(p.as_written): words(p.role) for p in got.attendance}
        for person, role in expected.get("roles", {}).items():
            assert words(role) in roles[words(person)], person


@pytest.mark.parametrize("name", NAMES)
def test_municipalities(name: str) -> None:
    for got, expected in paired_meetings(name):
        found = {body(m.name): m.status for m in got.municipalities if m.status is not Status.UNKNOWN}
        assert found == {body(m): Status(s) for s, ms in expected.get("municipalities", {}).items() for m in ms}


@pytest.mark.parametrize("name", NAMES)
def test_items(name: str) -> None:
    for got, expected in paired_meetings(name):
        found = [(number(i.number), words(i.title), sorted(i.labels), [words(a) for a in i.attachments]) for i in got.items]
        wanted = [
            (number(i["number"]), words(i["title"]), sorted(i.get("labels", [])), [words(a) for a in i.get("attachments", [])])
            for i in expected["items"]
        ]
        assert found == wanted
        for item, want in zip(got.items, expected["items"], strict=True):
            assert words(item.note) == words(want.get("note")), item.title
            topics = {words(topic) for topic in item.topics}
            assert {words(topic) for topic in want.get("topics", [])} <= topics, item.title


@pytest.mark.parametrize("name", NAMES)
def test_presenters(name: str) -> None:
    for item, want in paired_items(name):
        found = [(words(p.as_written), words(p.role), body(p.organisation)) for p in item.presenters]
        wanted = [tuple(part.strip() for part in line.split("|")) for line in want.get("presenters", [])]
        assert found == [(words(n), words(r), body(o)) for n, r, o in wanted], item.title


@pytest.mark.parametrize("name", NAMES)
def test_decisions(name: str) -> None:
    for item, want in paired_items(name):
        wanted = [decision_key(line) for line in want.get("decisions", [])]
        found = [(d.kind.value, {body(t) for t in d.targets}) for d in item.decisions]
        assert len(found) == len(wanted), (item.title, found)
        for (kind, targets), (kinds, wanted_targets) in zip(found, wanted, strict=True):
            assert kind in kinds, item.title
            assert wanted_targets in (targets, {"*"}), item.title


@pytest.mark.parametrize("name", NAMES)
def test_movements(name: str) -> None:
    for item, want in paired_items(name):
        found = {(m.type.value, body(m.to), m.due) for m in item.movements}
        found |= {(MOVING[d.kind], body(t), d.due) for d in item.decisions if d.kind in MOVING for t in d.targets}
        wanted = [movement_key(line) for line in want.get("moves", [])]
        for types, target, due in wanted:
            hits = [m for m in found if m[0] in types and m[1] == target and (due is None or str(m[2]) == due)]
            assert hits, (item.title, types, target, due, found)
        allowed = wanted + [movement_key(line) for line in want.get("may", [])]
        for move in found:
            assert any(move[0] in types and target in (move[1], "*") for types, target, _ in allowed), (item.title, move)


@pytest.mark.parametrize("name", NAMES)
def test_spans_give_back_the_words(name: str) -> None:
    document, record = read_sample(name)
    for meeting in record.meetings:
        for person in meeting.attendance:
            assert words(document.words(person.span)) == words(person.as_written)
        for item in meeting.items:
            assert words(item.title) in words(document.words(item.title_span))
            for presenter in item.presenters:
                assert words(document.words(presenter.span)) == words(presenter.as_written)
            for decision in item.decisions:
                assert words(document.words(decision.span)) == words(decision.text)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_unread(name: str) -> None:
    _, record = read_sample(name)
    assert [(entry.why, entry.text) for entry in record.unread] == []


# --- pairing ---------------------------------------------------------------------------------------------------------


def paired_meetings(name: str) -> list[tuple[Meeting, dict[str, Any]]]:
    """Meetings as read beside what is expected of them; the same forums and dates on both sides."""
    _, record = read_sample(name)
    found = {(m.forum, m.date): m for m in record.meetings}
    wanted = {(m["forum"], m["date"]): m for m in expected_of(name)["meetings"]}
    assert found.keys() == wanted.keys()
    assert len(record.meetings) == len(wanted)
    return [(found[key], wanted[key]) for key in wanted]


def paired_items(name: str) -> list[tuple[Item, dict[str, Any]]]:
    return [pair for got, expected in paired_meetings(name) for pair in zip(got.items, expected["items"], strict=True)]


def person_key(line: str) -> tuple[str, str]:
    """ "Name, body" -> what tells the person apart in one list."""
    person, _, represents = line.partition(", ")
    return words(person), body(represents)


def decision_key(line: str) -> tuple[set[str], set[str]]:
    """ "kind|kind > target; target" -> the kinds that fit, and the targets. Targets of an appointment are people."""
    kinds, _, targets = line.partition(" > ")
    return set(kinds.split("|")), {"*" if t == "*" else body(t) for t in targets.split("; ") if t}


def movement_key(line: str) -> tuple[set[str], str, str | None]:
    """ "TYPE|TYPE > target @ date" -> the types that fit, the target, and the date or None."""
    types, _, rest = line.partition(" > ")
    target, _, due = rest.partition(" @ ")
    return set(types.split("|")), "*" if target == "*" else body(target), due or None
