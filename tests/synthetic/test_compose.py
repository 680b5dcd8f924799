"""The synthetic minutes: reproducible, and true to their own text."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import pytest

from graph.record import DocumentKind, Record, Status
from ingest.synthetic import ATTENDANCE, HEADS, ITEMS, Form, Sample, compose_corpus, compose_minutes, compose_report
from ingest.synthetic.__main__ import main
from ingest.synthetic.desk import Desk, municipality_truth
from ingest.synthetic.noise import CONFUSIONS, Noise, disturb
from ingest.synthetic.pools import COUNTIES, KNOWN_BODIES, LEXICON, People, choose_body
from ingest.synthetic.render import render
from ingest.synthetic.sheet import Kind, Run, SheetBlock, tagged

PLAIN = (Form.TEXT, Form.WRAPPED, Form.MARKED)


def squash(text: str) -> str:
    return " ".join(text.split())


def without_marks(data: bytes) -> str:
    text = data.decode("utf-8")
    for mark in ("~~", "<del>", "</del>"):
        text = text.replace(mark, "")
    return text


def every_span(record: Record) -> list[tuple[str, tuple[int, int]]]:
    """All wordings of a record that are verbatim, with their spans."""
    meeting = record.meetings[0]
    spans = [(a.as_written, a.span) for a in meeting.attendance]
    for item in meeting.items:
        spans.append((item.title, item.title_span))
        spans += [(p.as_written, p.span) for p in item.presenters]
        spans += [(d.text, d.span) for d in item.decisions]
        spans += [(m.quote, m.span) for m in item.movements]
        spans += [(p.quote, p.span) for p in item.prior_decisions]
    return spans


def test_there_are_layouts_enough() -> None:
    assert len(ATTENDANCE) >= 20
    assert len(ITEMS) >= 12
    assert len(HEADS) >= 8


@pytest.mark.parametrize("noise", ["clean", "noisy"])
def test_same_seed_same_bytes_and_truth(noise: str) -> None:
    first, second = (compose_minutes(7, attendance="sections", items="§ 84", noise=noise) for _ in range(2))
    assert first == second
    assert compose_minutes(8, attendance="sections", items="§ 84", noise=noise).data != first.data


@pytest.mark.parametrize("noise", ["clean", "noisy"])
@pytest.mark.parametrize("attendance", list(ATTENDANCE))
def test_every_attendance_layout_is_true_to_its_text(attendance: str, noise: str) -> None:
    for seed in range(3):
        for form in Form:
            sample = compose_minutes(seed, attendance=attendance, form=form, noise=noise)
            for words, (start, end) in every_span(sample.record):
                assert squash(sample.text[start:end]) == words


@pytest.mark.parametrize("items", list(ITEMS))
def test_every_item_layout_numbers_and_titles_its_items(items: str) -> None:
    sample = compose_minutes(3, items=items, form=Form.MARKDOWN)
    meeting = sample.record.meetings[0]
    assert len(meeting.items) >= 8
    starts = [item.title_span[0] for item in meeting.items]
    assert starts == sorted(starts)
    numbers = [item.number for item in meeting.items]
    if ITEMS[items].number(1, 2026)[1] is None:
        assert numbers == [None] * len(numbers)
    else:
        assert len(set(numbers)) == len(numbers)
        assert None not in numbers


@pytest.mark.parametrize("head", list(HEADS))
def test_every_head_says_forum_and_date(head: str) -> None:
    for seed in range(6):
        sample = compose_minutes(seed, head=head, form=Form.TEXT)
        meeting = sample.record.meetings[0]
        words = sample.text[meeting.span[0] : meeting.span[1]]
        assert meeting.forum_as_written.lower()[1:] in words.lower()
        assert meeting.date is not None
        assert str(meeting.date.day) in words
        if meeting.place:
            assert meeting.place in words


def test_plain_text_is_kept_text_but_for_its_marks() -> None:
    for sample in compose_corpus(60):
        if sample.layouts["form"] in PLAIN:
            kept = [line.lstrip("-•* ").strip() for line in without_marks(sample.data).splitlines() if line.strip()]
            assert kept == [line.lstrip("-•* ").strip() for line in sample.text.splitlines() if line.strip()]


def test_lost_marks_leave_statuses_unknown_and_say_that_none_is_carried() -> None:
    lost = [
        sample
        for seed in range(40)
        if not (
            sample := compose_minutes(seed, attendance="struck rows", form=Form.MARKED, noise="noisy")
        ).record.document.carries_strikethrough
    ]
    assert lost
    for sample in lost:
        assert {a.status for a in sample.record.meetings[0].attendance} == {Status.UNKNOWN}
        assert b"~~" not in sample.data
        assert b"<del>" not in sample.data


def test_struck_names_are_absent_in_every_form() -> None:
    marks = {Form.MARKED: ("~~", "<del>"), Form.MARKDOWN: ("~~", "<del>"), Form.HTML: ("<del>", "<s>", "line-through")}
    for form, signs in marks.items():
        sample = compose_minutes(5, attendance="struck table", form=form)
        absent = [a for a in sample.record.meetings[0].attendance if a.status is Status.ABSENT]
        assert absent
        source = sample.data.decode("utf-8")
        for person in absent:
            before = source[: source.index(person.as_written)]
            assert any(sign in before[-45:] for sign in signs)


def test_noise_changes_words_but_not_what_happened() -> None:
    noisy = [compose_minutes(seed, attendance="lists", items="1.", form=Form.TEXT, noise="noisy") for seed in range(30)]
    changed = [a for sample in noisy for a in sample.record.meetings[0].attendance if a.as_written != a.name]
    assert changed
    for sample in noisy:
        for person in sample.record.meetings[0].attendance:
            assert abs(len(person.as_written) - len(person.name)) <= 3


def test_confusions_replace_what_stands_there() -> None:
    rng = random.Random(1)
    body = choose_body(rng, "municipal")
    desk = Desk(rng, body, next(iter(compose_corpus(1))).record.meetings[0].date, People(rng))  # type: ignore[arg-type]
    block = SheetBlock(Kind.PARAGRAPH, (Run("barnets mormor"),))
    (after,) = disturb(desk, [block], Noise(confusions=1.0), rng, plain=True)
    assert after.text != block.text
    assert {old for old, _ in CONFUSIONS} >= {"rn", "m", "o"}


def test_municipality_truth_follows_its_people_and_the_text() -> None:
    meeting = {
        "attendance": [
            {"represents": "Mora", "status": "absent", "span": 1},
            {"represents": "Orsa", "status": "present", "span": 2},
            {"represents": "Orsa", "status": "absent", "span": 3},
            {"represents": "PRO", "status": "present", "span": 4},
            {"represents": "Kil", "status": "unknown", "span": 5},
            {"represents": "Eda", "status": "present", "span": 6},
        ]
    }
    statements = [("Eda", Status.ABSENT, 7), ("Vara", Status.ABSENT, 8)]
    truth = municipality_truth(meeting, statements, frozenset({"Mora", "Orsa", "Kil", "Eda", "Vara"}))
    assert {entry["name"]: entry["status"] for entry in truth} == {
        "Eda": "conflicting",
        "Kil": "unknown",
        "Mora": "absent",
        "Orsa": "present",
        "Vara": "absent",
    }


def test_a_tag_spans_from_its_first_to_its_last_word() -> None:
    block = SheetBlock(Kind.PARAGRAPH, (Run("Se "), *tagged(1, "ett", " två"), Run(" och "), *tagged(2, " tre ")))
    rendering = render([block], Form.TEXT, random.Random(1))
    assert rendering.text[slice(*rendering.spans[1])] == "ett två"
    assert rendering.text[slice(*rendering.spans[2])] == "tre"


def test_corpus_goes_through_every_layout() -> None:
    samples: list[Sample] = list(compose_corpus(240))
    assert {s.layouts.get("attendance") for s in samples} - {None} == set(ATTENDANCE)
    assert {s.layouts["items"] for s in samples} - {"report table"} == set(ITEMS)
    assert {s.layouts["head"] for s in samples} - {"report"} == set(HEADS)
    assert {s.layouts["form"] for s in samples} == {form.value for form in Form}
    assert len({s.file for s in samples}) == len(samples)


def test_known_bodies_are_in_the_lexicon_given_along() -> None:
    from graph.lexicon import load_lexicon

    lexicon = load_lexicon([("synthetic", LEXICON)])
    for body in KNOWN_BODIES:
        entry = lexicon.forum(body.name)
        assert entry is not None
        assert entry.short == body.abbreviation
        assert body.region in {county.region for county in COUNTIES}


def test_a_report_tells_of_meetings_and_is_none_itself() -> None:
    for seed in range(8):
        for form in Form:
            sample = compose_report(seed, form=form)
            assert sample.record.document.kind is DocumentKind.REPORT
            assert len(sample.record.meetings) >= 4
            for meeting in sample.record.meetings:
                assert not meeting.attendance
                assert meeting.date is not None
                assert str(meeting.date.day) in sample.text[slice(*meeting.span)]
                for item in meeting.items:
                    assert squash(sample.text[slice(*item.title_span)]) == item.title


def test_written_folder_holds_truth_beside_each_document(tmp_path: Path) -> None:
    assert main([str(tmp_path), "--documents", "18", "--noise", "noisy"]) == 0
    documents = [path for path in tmp_path.iterdir() if path.suffix not in (".json", ".yaml")]
    assert len(documents) == 18
    for path in documents:
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        record = Record.model_validate(truth["record"])
        assert record.document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
