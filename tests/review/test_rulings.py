"""What several judgements together mean: the last word counts, and units are found again when their keys have changed."""

from __future__ import annotations

from graph.resolution.clusters import Groups
from graph.resolution.judging import Judgements
from graph.resolution.model import Judgement, Verdict
from graph.schema import Label

UNITS: dict[str, set[str]] = {key: {f"d-{key}"} for key in ("a", "b", "c", "d")}


def judgement(left: str, verdict: Verdict, right: str, *documents: str) -> Judgement:
    return Judgement(Label.TOPIC, left, right, verdict, documents[:1], documents[1:])


def test_what_is_said_of_other_labels_does_not_count() -> None:
    rulings = Judgements([judgement("a", Verdict.SAME, "b")]).rulings(Label.REPORT, UNITS)
    assert rulings.same == []


def test_groups_that_hold_two_different_ones_are_not_joined() -> None:
    rulings = Judgements([judgement("a", Verdict.DIFFERENT, "c")]).rulings(Label.TOPIC, UNITS)
    groups = Groups(4)
    groups.union(0, 1)
    groups.union(2, 3)
    assert rulings.forbid(groups, 1, 3)
    assert rulings.forbid(groups, 3, 1)
    assert not rulings.forbid(Groups(4), 1, 3)


def test_an_earlier_judgement_gives_way_to_later_ones_that_it_contradicts() -> None:
    a_b, b_c = judgement("a", Verdict.SAME, "b"), judgement("b", Verdict.SAME, "c")
    apart = judgement("a", Verdict.DIFFERENT, "c")
    assert Judgements([a_b, b_c, apart]).rulings(Label.TOPIC, UNITS).same == [(1, 2)]
    last = Judgements([apart, a_b, b_c]).rulings(Label.TOPIC, UNITS)
    assert last.same == [(0, 1), (1, 2)]
    assert last.different == []


def test_enemies_of_a_family_are_those_of_all_its_members() -> None:
    said = [
        judgement("a", Verdict.SAME, "d"),
        judgement("c", Verdict.DIFFERENT, "b"),
        judgement("a", Verdict.SAME, "b"),
        judgement("c", Verdict.SAME, "d"),
    ]
    rulings = Judgements(said).rulings(Label.TOPIC, UNITS)
    assert rulings.same == [(0, 1), (2, 3)], "the first would join a family with its enemy"


def test_a_unit_whose_key_changed_is_found_by_its_documents_or_when_it_is_the_only_one() -> None:
    units = {"eva|x": {"d1"}, "eva|y": {"d2"}, "bo|z": {"d3"}}
    by_document = Judgements([judgement("eva|old", Verdict.SAME, "bo|old", "d2", "d9")]).rulings(Label.TOPIC, units)
    assert by_document.same == [(1, 2)]
    nowhere = Judgements([judgement("eva|old", Verdict.SAME, "bo|z", "d9", "d3")]).rulings(Label.TOPIC, units)
    assert nowhere.same == [], "two could be meant: neither is taken"


def test_known_bodies_are_named_by_id() -> None:
    rulings = Judgements([judgement("a", Verdict.SAME, "forum:sam")]).rulings(Label.TOPIC, UNITS, {"forum:sam"})
    assert (rulings.same, rulings.known) == ([], [("a", "forum:sam")])
