"""Judgements put into effect on both engines: for every kind, at once, through every re-read, and back again exactly."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from graph.errors import InputError
from graph.identifiers import label_of
from graph.judgements import Kind, Said, judgements_file, load_entries, load_judgements
from graph.load import settle
from graph.stores import Store
from ingest import review
from ingest.forgetting import forget
from ingest.review import NotFoundError
from queries import entities
from queries.catalogue import ParameterKind
from queries.entities import EntityMovedError
from queries.lookup import find
from queries.moved import moved
from tests.graph.factories import lexicon
from tests.review.corpora import META, NOW, corpus, fill, graph, pair_of, queue, say

DOUBTFUL = [Kind.PERSON, Kind.FORUM, Kind.ORGANISATION, Kind.TOPIC, Kind.REPORT]


def decided(store: Store, entity: str) -> set[str]:
    label = label_of(entity)
    rows = store.read(
        f"MATCH (n:{label} {{id: $id}})<-[r:REFERS_TO]-(:Mention) RETURN DISTINCT r.decidedBy AS by", {"id": entity}
    )
    return {row["by"] for row in rows}


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_same_makes_one_of_two_at_once_and_undoing_gives_back_the_graph(store: Store, kind: Kind) -> None:
    fill(store)
    before = graph(store)
    waiting = pair_of(store, kind)
    ids = {waiting.asked.left.entity, waiting.asked.right.entity}
    judged = say(store, Said.SAME, waiting, "samma sak")
    assert judged.left == judged.right
    assert 0 < judged.rebuilt < 5, "only the documents concerned"
    (gone,) = ids - {judged.left}
    merged = entities.card(store, judged.left or "")
    assert merged.properties["formerIds"] == [gone]
    assert {waiting.asked.left.spelling, waiting.asked.right.spelling} <= {merged.name, *merged.properties["aliases"]}
    assert "reviewer" in decided(store, merged.id)
    assert not [left for left in queue(store) if left.kind is kind], "it is not asked again"
    # An old id leads to what took it in.
    with pytest.raises(EntityMovedError) as leads:
        entities.card(store, gone)
    assert leads.value.current == merged.id
    back = review.undo(store, 1, author="Bo", now=NOW)
    assert back.rebuilt == judged.rebuilt
    assert graph(store) == before
    assert pair_of(store, kind).key == waiting.key


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.FORUM])
def test_different_parts_what_rules_put_together(store: Store, kind: Kind) -> None:
    fill(store)
    before = graph(store)
    waiting = pair_of(store, kind, merged=True)
    assert waiting.asked.left.entity == waiting.asked.right.entity
    judged = say(store, Said.DIFFERENT, waiting)
    assert judged.rebuilt == 1
    assert graph(store) != before
    names = {row["name"] for row in store.read(f"MATCH (n:{kind.label}) RETURN n.name AS name")}
    assert waiting.asked.right.spelling in names
    review.undo(store, 1, author="Bo", now=NOW)
    assert graph(store) == before


def test_same_on_a_sure_merge_says_that_a_person_confirmed_it(store: Store) -> None:
    fill(store)
    waiting = pair_of(store, Kind.PERSON, merged=True)
    say(store, Said.SAME, waiting)
    assert decided(store, waiting.asked.left.entity) == {"rule", "reviewer"}
    assert not [left for left in queue(store, merged=True) if left.kind is Kind.PERSON]


def test_a_body_of_the_lexicon_takes_in_one_that_it_does_not_know(store: Store) -> None:
    fill(store)
    before = graph(store)
    kind, left, right = review.find_sides(store, "Närvårdsrådet", "forum:sam")
    assert kind is Kind.FORUM
    judged = review.judge(store, Said.SAME, kind, left, right, author="Eva", now=NOW)
    assert judged.left == "forum:sam"
    assert moved(store, "forum:narvardsradet") == "forum:sam"
    assert moved(store, "meeting:narvardsradet:2024-04-02") == "meeting:sam:2024-04-02", "meetings go along"
    assert decided(store, "forum:sam") == {"rule", "reviewer"}
    review.undo(store, 1, author="Eva", now=NOW)
    assert graph(store) == before


def test_judgements_survive_that_documents_go_and_come_in_any_order(store: Store) -> None:
    fill(store)
    for kind in DOUBTFUL:
        say(store, Said.SAME, pair_of(store, kind))
    say(store, Said.DIFFERENT, pair_of(store, Kind.PERSON, merged=True))
    expected = graph(store)
    documents = corpus()
    for seed in range(2 if store.engine == "kglite" else 1):
        settle(store, lexicon(), leaving=[document.id for document in documents], judgements=load_judgements(store), meta=META)
        assert graph(store) == ([], [])
        random.Random(seed).shuffle(documents)
        for document in documents:
            settle(store, lexicon(), incoming=[document], judgements=load_judgements(store), meta=META)
        assert graph(store) == expected


def test_the_order_in_which_pairs_are_judged_does_not_matter(store: Store) -> None:
    fill(store)
    empty = graph(store)
    waiting = [pair_of(store, kind) for kind in DOUBTFUL]
    for one in waiting:
        say(store, Said.SAME, one)
    expected = graph(store)
    for number in range(1, len(waiting) + 1):
        review.undo(store, number, author="Eva", now=NOW)
    assert graph(store) == empty
    for one in reversed(waiting):
        say(store, Said.SAME, one)
    assert graph(store) == expected


def test_later_changes_nothing_but_the_place_in_the_queue(store: Store) -> None:
    fill(store)
    before, first = graph(store), queue(store)[0]
    judged = say(store, Said.LATER, first)
    assert judged.rebuilt == 0
    assert graph(store) == before
    assert queue(store)[-1].key == first.key
    assert queue(store)[-1].postponed


def test_a_document_forgotten_and_an_old_store_keep_to_what_was_judged(store: Store) -> None:
    fill(store)
    judged = say(store, Said.SAME, pair_of(store, Kind.TOPIC))
    forget(store, corpus()[3].id)
    assert judged.left
    assert "reviewer" in decided(store, judged.left)


def test_histories_are_carried_from_store_to_store(store: Store) -> None:
    fill(store)
    say(store, Said.SAME, pair_of(store, Kind.TOPIC), "samma fråga")
    say(store, Said.LATER, pair_of(store, Kind.PERSON))
    expected, entries = graph(store), load_entries(store)
    assert [entry.reason for entry in entries] == ["samma fråga", None]
    assert [entry.author for entry in entries] == ["Eva", "Eva"]
    # The same documents without judgements, to which they are then brought.
    if store.engine == "kglite":
        judgements_file(store.address).unlink()
    else:
        with store.write() as transaction:
            transaction.run("MATCH (j:Judgement) DELETE j")
    assert load_entries(store) == ()
    review.put_into_effect(store, ())
    assert graph(store) != expected
    assert review.take_in(store, entries)[0] == 2
    assert graph(store) == expected
    assert review.take_in(store, entries) == (0, 0), "again changes nothing"


def test_the_history_tells_what_was_taken_back(store: Store) -> None:
    fill(store)
    say(store, Said.SAME, pair_of(store, Kind.TOPIC))
    review.undo(store, 1, author="Bo", now=NOW, reason="fel")
    review.undo(store, 2, author="Bo", now=NOW + dt.timedelta(days=1))
    lines = review.history(load_entries(store))
    assert [(line.number, line.undone, line.target) for line in lines] == [(1, False, None), (2, True, 1), (3, False, 2)]
    assert lines[1].entry.reason == "fel"
    with pytest.raises(NotFoundError, match="redan tagen tillbaka"):
        review.undo(store, 2, author="Bo", now=NOW)
    with pytest.raises(NotFoundError, match="9 finns inte"):
        review.undo(store, 9, author="Bo", now=NOW)


def test_a_pair_is_put_with_its_passages_and_what_speaks_for_and_against(store: Store) -> None:
    fill(store)
    question = review.describe(store, pair_of(store, Kind.PERSON))
    assert {side.spelling: side.body for side in (question.left, question.right)} == {
        "Brita Vretholm": "Almby",
        "Brita Vretholn": "Björkö",
    }
    for side in (question.left, question.right):
        assert [side.spelling in passage.words for passage in side.passages] == [True]
        assert side.unit.first is not None
    assert [point.reason for point in question.in_favour] == ["slip"]
    assert [point.reason for point in question.against] == ["otherBody"]


def test_the_pair_on_which_most_hangs_comes_first(store: Store) -> None:
    fill(store)
    facts = [waiting.facts for waiting in queue(store)]
    assert facts == sorted(facts, reverse=True)
    assert facts[0] > 0


def test_old_ids_and_spellings_lead_to_the_entity(store: Store) -> None:
    fill(store)
    # Put together by rules: the id that the other spelling would have leads there, without any judgement.
    assert moved(store, "official:nils-kvarnandr") == "official:nils-kvarnander"
    assert moved(store, "official:nobody-at-all") is None
    assert moved(store, "nonsense") is None
    judged = say(store, Said.SAME, pair_of(store, Kind.TOPIC))
    for text in ("topic:hemsjukvard", "topic:samordnad-hemsjukvard", "hemsjukvård", "Samordnad hemsjukvård"):
        assert find(store, text, ParameterKind.TOPIC).id == judged.left


def test_what_cannot_be_judged_is_told(store: Store) -> None:
    fill(store)
    for left, right, told in (
        ("official:nobody", "Brita Vretholm", "Inget har id official:nobody"),
        ("Nobody", "Brita Vretholm", "Ingen stavning ”Nobody”"),
        ("topic:hemsjukvard", "Brita Vretholm", "inte av samma slag"),
        ("topic:hemsjukvard", "Hemsjukvård", "samma stavning"),
    ):
        with pytest.raises(NotFoundError, match=told):
            review.find_sides(store, left, right)
    with pytest.raises(InputError):
        review.undo(store, 1, author="Eva", now=NOW)
