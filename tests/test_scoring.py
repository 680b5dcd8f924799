"""The score itself: what counts as found, missed and extra; gains and losses; the committed scorecards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.lexicon import load_lexicon
from graph.record import Record
from ingest.scoring import (
    Case,
    Count,
    Field,
    Scorer,
    Tally,
    Truth,
    check_card,
    format_card,
    parse_truth,
    score_cases,
    score_folder,
)
from ingest.scoring.__main__ import main
from ingest.scoring.changes import Change, parse_explanations, unexplained
from ingest.scoring.compare import pair
from ingest.synthetic import LEXICON, Form, compose_corpus, compose_minutes
from ingest.synthetic.__main__ import main as write_corpus

SCORER = Scorer(load_lexicon([("synthetic", LEXICON)]))
Json = dict[str, Any]


def sample_json() -> Json:
    """A record with people of two statuses, presenters, decisions with targets and movements."""
    sample = compose_minutes("rich", attendance="lists", items="letters with labels", head="two dates")
    return sample.record.model_dump(mode="json", by_alias=True)


def compare(change: Callable[[Json], None]) -> Tally:
    """The tally of a record that is the truth but for `change`."""
    said = sample_json()
    change(said)
    return SCORER.score(Truth.model_validate(sample_json()), Record.model_validate(said))


def item_with(record: Json, key: str) -> Json:
    return next(item for item in record["meetings"][0]["items"] if item[key])


@pytest.mark.parametrize("noise", ["clean", "noisy"])
def test_the_truth_itself_scores_one_in_every_field(noise: str) -> None:
    total = Tally()
    for sample in compose_corpus(68, noise=noise):
        total.merge(SCORER.score(parse_truth(sample.sidecar(), sample.file)[0], sample.record))
    assert {name: count.f1 for name, count in total.counts.items() if count.f1 < 1} == {}
    assert set(total.counts) == set(Field)
    assert total.misses == []


def test_a_wrong_status_is_missed_in_one_and_extra_in_the_other() -> None:
    def change(record: Json) -> None:
        person = next(p for p in record["meetings"][0]["attendance"] if p["status"] == "absent")
        person["status"] = "present"

    tally = compare(change)
    assert tally.counts[Field.ABSENT].missed == 1
    assert tally.counts[Field.PRESENT].extra == 1
    assert tally.counts[Field.PEOPLE].f1 == 1


def test_a_person_left_out_and_one_made_up() -> None:
    def change(record: Json) -> None:
        people = record["meetings"][0]["attendance"]
        people[0] = {**people[0], "asWritten": "Ingen Sådan", "name": "Ingen Sådan"}

    tally = compare(change)
    assert (tally.counts[Field.PEOPLE].missed, tally.counts[Field.PEOPLE].extra) == (1, 1)
    assert (tally.counts[Field.PRESENT].missed, tally.counts[Field.PRESENT].extra) == (1, 1)


@pytest.mark.parametrize(
    ("key", "field"),
    [("start", Field.START), ("end", Field.END), ("place", Field.PLACE), ("date", Field.DATE), ("online", Field.ONLINE)],
)
def test_a_value_not_said_is_missed_but_not_extra(key: str, field: Field) -> None:
    tally = compare(lambda record: record["meetings"][0].update({key: None}))
    assert tally.counts[field] == Count(missed=1)


def test_a_value_where_the_truth_is_null_is_extra() -> None:
    truth = sample_json()
    truth["meetings"][0]["start"] = None
    tally = SCORER.score(Truth.model_validate(truth), Record.model_validate(sample_json()))
    assert tally.counts[Field.START] == Count(extra=1)


def test_wrong_forum_still_scores_the_rest_of_the_meeting() -> None:
    tally = compare(lambda record: record["meetings"][0].update({"forum": "Hamnstyrelsen"}))
    assert tally.counts[Field.MEETINGS] == Count(missed=1, extra=1)
    assert tally.counts[Field.FORUM].f1 == 0
    assert tally.counts[Field.PEOPLE].f1 == 1


def test_known_bodies_are_the_same_however_they_are_named() -> None:
    assert SCORER.same_body("ORV", "Omsorgsrådet i Värmland")
    assert SCORER.same_body("Falun", "Falu kommun")
    assert not SCORER.same_body("Socialnämnden", "Kommunstyrelsen")
    assert not SCORER.same_body("Mora", None)


def test_items_and_what_stands_under_them() -> None:
    def change(record: Json) -> None:
        items = record["meetings"][0]["items"]
        items.remove(item_with(record, "decisions"))

    tally = compare(change)
    assert tally.counts[Field.ITEMS].missed == 1
    assert tally.counts[Field.DECISIONS].missed >= 1
    assert tally.counts[Field.ITEMS].extra == 0


def test_decision_kind_text_and_targets_are_fields_of_their_own() -> None:
    truth = Truth.model_validate(
        {
            "meetings": [
                {
                    "forum": "Nämnden",
                    "items": [
                        {
                            "title": "Plan",
                            "decisions": [
                                {
                                    "text": "att ge kansliet i uppdrag att se över planen",
                                    "kind": "assign",
                                    "targets": ["kansliet"],
                                }
                            ],
                        }
                    ],
                }
            ]
        }
    )
    record = sample_json()
    meeting = {**record["meetings"][0], "forum": "Nämnden", "date": None, "attendance": [], "municipalities": []}
    decision = {
        "text": "att ge kansliet i uppdrag att se över planen samt",
        "kind": "direct",
        "targets": ["staben"],
        "span": [0, 1],
    }
    meeting["items"] = [{"title": "Plan", "titleSpan": [0, 1], "span": [0, 1], "decisions": [decision]}]
    tally = SCORER.score(truth, Record.model_validate({**record, "meetings": [meeting]}))
    assert tally.counts[Field.DECISIONS] == Count(hit=1)
    assert tally.counts[Field.DECISION_TEXT] == Count(missed=1, extra=1)
    assert tally.counts[Field.DECISION_KIND] == Count(missed=1, extra=1)
    assert tally.counts[Field.TARGETS] == Count(missed=1, extra=1)


def movement(type_: str, to: str, quote: str = "…") -> Json:
    return {"type": type_, "from": None, "to": to, "due": None, "quote": quote, "span": [0, 1]}


def test_movements_that_restate_a_decision_are_the_decisions_to_score() -> None:
    truth, said = sample_json(), sample_json()
    item = item_with(said, "decisions")
    item["movements"] = [*item["movements"], movement("ASSIGNS", "kansliet", item["decisions"][0]["text"])]
    record = Record.model_validate(said)
    assert SCORER.score(Truth.model_validate(truth), record).counts[Field.MOVEMENTS].extra == 0
    item["movements"] = [*item["movements"], movement("ASSIGNS", "kansliet", "Något helt annat.")]
    assert SCORER.score(Truth.model_validate(truth), Record.model_validate(said)).counts[Field.MOVEMENTS].extra == 1


def test_a_decision_that_restates_a_movement_is_the_movements_to_score() -> None:
    truth, said = sample_json(), sample_json()
    item_with(truth, "decisions")["movements"] = [movement("ASSIGNS", "kansliet", "Kansliet fick i uppdrag att se över planen.")]
    given = {"kind": "assign", "targets": ["kansliet"], "object": None, "due": None, "span": [0, 1]}
    item = item_with(said, "decisions")
    item["decisions"] = [*item["decisions"], given | {"text": "Kansliet fick i uppdrag att se över planen"}]
    assert SCORER.score(Truth.model_validate(truth), Record.model_validate(said)).counts[Field.DECISIONS].extra == 0
    item["decisions"] = [*item["decisions"], given | {"text": "Bryggverket fick i uppdrag att riva bryggan"}]
    assert SCORER.score(Truth.model_validate(truth), Record.model_validate(said)).counts[Field.DECISIONS].extra == 1


def test_optional_decisions_and_movements_count_neither_way() -> None:
    truth, without = sample_json(), sample_json()
    item = item_with(truth, "decisions")
    item["decisions"] = [{**d, "optional": True} for d in item["decisions"]]
    next(i for i in without["meetings"][0]["items"] if i["title"] == item["title"])["decisions"] = []
    for said in (sample_json(), without):
        counts = SCORER.score(Truth.model_validate(truth), Record.model_validate(said)).counts[Field.DECISIONS]
        assert (counts.missed, counts.extra) == (0, 0)


def test_the_member_replaced_may_be_said_absent_but_not_present() -> None:
    truth = compose_minutes("r", attendance="replacements", items="1.").record.model_dump(mode="json", by_alias=True)
    replaced = next(p["replaces"] for p in truth["meetings"][0]["attendance"] if p["replaces"])
    for status, extra in (("absent", 0), ("present", 1)):
        said = json.loads(json.dumps(truth))
        person = {**said["meetings"][0]["attendance"][0], "asWritten": replaced, "name": replaced, "status": status}
        said["meetings"][0]["attendance"].append(person)
        tally = SCORER.score(Truth.model_validate(truth), Record.model_validate(said))
        assert tally.counts[Field.PEOPLE].extra == extra


def test_pairs_take_the_best_match_once() -> None:
    pairs, missed, extra = pair(["ab", "abc"], ["abc", "x"], lambda a, b: float(a[:2] == b[:2]) + float(a == b))
    assert (pairs, missed, extra) == ([("abc", "abc")], ["ab"], ["x"])


def test_counts() -> None:
    count = Count(hit=6, missed=2, extra=4)
    assert (count.precision, count.recall, count.support) == (0.6, 0.75, 8)
    assert count.f1 == pytest.approx(2 / 3)
    assert Count().f1 == 1
    assert Count(missed=1).f1 == 0


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"meetings": [{"date": "2026-01-01"}]}', '{"meetings": [{"forum": "X", "date": "i går"}]}']
)
def test_a_broken_truth_file_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"facit\.json"):
        parse_truth(text, "facit.json")


def test_folder_with_truth_beside(tmp_path: Path) -> None:
    write_corpus([str(tmp_path), "--documents", "3"])
    card = score_folder(tmp_path)
    assert len(card.documents) == 3
    assert card.name == tmp_path.name
    assert card.total.counts[Field.ITEMS].support > 20
    assert "absence in prose" not in card.by_layout("attendance")
    assert "struck table" in card.by_layout("attendance")
    assert "struck table" in format_card(card)


def test_folder_where_the_truth_names_its_document(tmp_path: Path) -> None:
    sample = compose_minutes("named", form=None)
    (tmp_path / f"ett protokoll{Path(sample.file).suffix}").write_bytes(sample.data)
    truth = {"file": f"ett protokoll{Path(sample.file).suffix}", **json.loads(sample.sidecar())["record"]}
    (tmp_path / "01.json").write_text(json.dumps(truth), encoding="utf-8")
    assert [d.file for d in score_folder(tmp_path).documents] == [truth["file"]]


def test_folder_without_truth_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Protokoll", encoding="utf-8")
    with pytest.raises(InputError, match="facit"):
        score_folder(tmp_path)


def test_a_document_that_cannot_be_read_is_missed_in_whole() -> None:
    sample = compose_minutes("gone", attendance="lists", form=Form.DOCX)
    card = score_cases(
        [Case("gone.docx", b"PK\x03\x04 broken", parse_truth(sample.sidecar(), "gone")[0])], SCORER.lexicon, "gone"
    )
    assert card.total.counts[Field.PEOPLE] == Count(missed=len(sample.record.meetings[0].attendance))
    assert card.total.counts[Field.MEETINGS] == Count(missed=1)


def test_losses_must_be_explained() -> None:
    changes = [Change("a.txt", "items", 0, 2), Change("b.txt", "items", 3, 1), Change("b.txt", "people", 0, 1)]
    assert unexplained(changes, []) == [changes[0], changes[2]]
    explanations = parse_explanations(
        "- {document: 'a*', field: items, why: 'rubriker utan nummer läses strängare'}", "explained.yaml"
    )
    assert unexplained(changes, explanations) == [changes[2]]
    with pytest.raises(InputError, match=r"explained\.yaml"):
        parse_explanations("- {document: 'a*', field: items}", "explained.yaml")


def test_the_command_writes_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--documents", "4", "--noise", "noisy", "--scorecards", str(tmp_path)]
    assert main([*arguments, "--write"]) == 0
    assert main(arguments) == 0
    path = tmp_path / "noisy.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    assert len(card["documents"]) == 4
    # Pretend that one document was read worse before, and better now, and the other way round.
    first, second = list(card["documents"])[:2]
    card["documents"][first]["errors"]["items"] = [7, 7]
    path.write_text(json.dumps(card), encoding="utf-8")
    assert main(arguments) == 0
    assert f"bättre: {first} items: 14" in capsys.readouterr().out
    truth = next(s for s in compose_corpus(4, noise="noisy") if s.file == second)
    worse = score_cases(
        [Case(second, "Minnesanteckningar utan innehåll\n".encode(), parse_truth(truth.sidecar(), second)[0])],
        SCORER.lexicon,
        "noisy",
    )
    card["documents"] = {second: {"digest": worse.documents[0].digest, "errors": {}}}
    path.write_text(json.dumps(card), encoding="utf-8")
    changes, bad, stale = check_card(worse, tmp_path)
    assert bad
    assert all(change.is_loss for change in changes)
    assert stale == []
    (tmp_path / "explained.yaml").write_text("- {why: 'dokumentet tömdes'}\n", encoding="utf-8")
    assert check_card(worse, tmp_path) == (changes, [], [])


@pytest.mark.parametrize("noise", ["clean", "noisy"])
def test_no_unexplained_loss_against_the_committed_scorecard(noise: str) -> None:
    from ingest.scoring import score_synthetic

    committed = Path(__file__).parent.parent / "benchmarks" / "scorecard"
    card = score_synthetic(noise=noise)
    changes, bad, stale = check_card(card, committed)
    assert stale == [], "the documents are others than those of the scorecard: write it anew"
    assert bad == [], f"{len(changes)} changes"
