"""Names that every municipality or region has a body of: each has its own, and none is ever that of another."""

from __future__ import annotations

import random

import pytest

from graph.lexicon import load_lexicon
from graph.resolution.model import Judgement, Reason, Resolution, Verdict
from graph.resolution.resolve import resolve
from graph.schema import Label
from tests.graph.factories import Minutes, ledgers, lexicon

ALMBY, BJORKO = "Almby kommun", "Björkö kommun"


def resolved(*documents: Minutes, judgements: tuple[Judgement, ...] = ()) -> Resolution:
    return resolve(ledgers(documents), lexicon(), judgements)


def of(resolution: Resolution, minutes: Minutes, ref: str = "m0.f") -> list[str]:
    return [link.entity for link in resolution.of(minutes.build().id, ref)]


def sent(minutes: Minutes, target: str) -> Minutes:
    return minutes.item("2", "Frågan", decisions=[("assign", f"att ge {target} i uppdrag att återkomma", [target])])


TARGET = "m0.i0.d0.t0"


@pytest.mark.parametrize("name", ["Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige", "Vård- och omsorgsnämnden"])
def test_heads_of_two_municipalities(name: str) -> None:
    documents = [Minutes(name, f"2024-0{k + 1}-01", organisation=owner) for k, owner in enumerate([ALMBY, BJORKO] * 2)]
    resolution = resolved(*documents)
    a, b, again_a, again_b = ([*of(resolution, one)] for one in documents)
    assert a == again_a != b == again_b


@pytest.mark.parametrize(
    "target", ["kommunstyrelsen", "socialförvaltningen", "kommunfullmäktige", "omsorgsnämnden", "fullmäktige"]
)
def test_targets_belong_to_the_municipality_whose_minutes_name_them(target: str) -> None:
    a = sent(Minutes("Socialnämnden", organisation=ALMBY), target)
    b = sent(Minutes("Socialnämnden", "2024-05-01", organisation=BJORKO), target)
    resolution = resolved(a, b)
    (one,), (other,) = of(resolution, a, TARGET), of(resolution, b, TARGET)
    assert one != other
    assert one.endswith("almby-kommun")
    assert other.endswith("bjorko-kommun")
    assert not [pair for pair in resolution.doubtful if {one, other} <= {pair.left, pair.right}], "what is certain is not asked"


def test_targets_lead_to_the_minutes_of_the_board_in_the_same_municipality() -> None:
    sender = sent(Minutes("Socialnämnden", organisation=ALMBY), "kommunstyrelsen")
    boards = [Minutes("Kommunstyrelsen", "2024-05-01", organisation=owner) for owner in (ALMBY, BJORKO)]
    resolution = resolved(sender, *boards)
    assert of(resolution, sender, TARGET) == of(resolution, boards[0]) == ["forum:kommunstyrelsen-almby-kommun"]


def test_a_board_of_another_municipality_is_not_meant() -> None:
    sender = sent(Minutes("Socialnämnden", organisation=ALMBY), "kommunstyrelsen")
    board = Minutes("Kommunstyrelsen", "2024-05-01", organisation=BJORKO)
    resolution = resolved(sender, board)
    assert of(resolution, sender, TARGET) == ["organisation:kommunstyrelsen-almby-kommun"]


@pytest.mark.parametrize(
    "target",
    ["kommunstyrelsen i Björkö", "Björkö kommunstyrelse", "kommunstyrelsen, Björkö kommun", "Björkö kommuns kommunstyrelse"],
)
def test_a_board_named_with_its_municipality(target: str) -> None:
    sender = sent(Minutes("SAM").person("Eva Grönvik", "Almby"), target)
    board = Minutes("Kommunstyrelsen", "2024-05-01", organisation=BJORKO)
    assert of(resolved(sender, board), sender, TARGET) == ["forum:kommunstyrelsen-bjorko-kommun"]
    assert of(resolved(sender), sender, TARGET) == ["organisation:kommunstyrelsen-bjorko-kommun"]


def test_a_board_named_among_several_municipalities_is_none_of_theirs() -> None:
    """In a forum of many municipalities nothing says whose board is meant: not the only one that happens to be known."""
    sender = sent(Minutes("SAM").person("Eva Grönvik", "Almby").person("Nils Vretholm", "Björkö"), "kommunstyrelsen")
    known = sent(Minutes("Socialnämnden", "2024-05-01", organisation=BJORKO), "kommunstyrelsen")
    board = Minutes("Kommunstyrelsen", "2024-05-01", organisation=BJORKO)
    other = sent(Minutes("CHN", "2024-06-01").person("Eva Grönvik", "Almby"), "kommunstyrelsen")
    resolution = resolved(sender, known, board, other)
    (one,), (theirs,), (elsewhere,) = (of(resolution, minutes, TARGET) for minutes in (sender, known, other))
    assert len({one, theirs, elsewhere}) == 3
    assert resolution.entities[one].properties.get("organisation") is None


def test_a_board_of_the_region_named_by_a_municipality() -> None:
    sender = sent(Minutes("Socialnämnden", organisation=ALMBY), "regionstyrelsen")
    board = Minutes("Regionstyrelsen", "2024-05-01", organisation="Region Norrdal")
    assert of(resolved(sender, board), sender, TARGET) == of(resolved(sender, board), board)
    committee = Minutes("Hälso- och sjukvårdsnämnden", "2024-05-01", organisation="Region Norrdal")
    asked = sent(Minutes("Socialnämnden", organisation=ALMBY), "hälso- och sjukvårdsnämnden")
    assert of(resolved(asked, committee), asked, TARGET) == of(resolved(asked, committee), committee)


@pytest.mark.parametrize(
    ("forum", "target"),
    [
        ("Socialnämnden", "nämnden"),
        ("Kommunstyrelsen", "styrelsen"),
        ("Kommunfullmäktige", "fullmäktige"),
        ("Vård- och omsorgsnämnden", "Nämnden"),
    ],
)
def test_nämnden_alone_is_the_one_whose_minutes_they_are(forum: str, target: str) -> None:
    a = sent(Minutes(forum, organisation=ALMBY), target)
    b = sent(Minutes(forum, "2024-05-01", organisation=BJORKO), target)
    resolution = resolved(a, b)
    assert of(resolution, a, TARGET) == of(resolution, a) != of(resolution, b)
    assert of(resolution, b, TARGET) == of(resolution, b)


@pytest.mark.parametrize(("forum", "target"), [("SAM", "rådet"), ("CHN", "nätverket"), ("Barnskyddsrådet", "rådet")])
def test_rådet_alone_is_the_one_whose_minutes_they_are(forum: str, target: str) -> None:
    minutes = sent(Minutes(forum), target)
    assert of(resolved(minutes), minutes, TARGET) == of(resolved(minutes), minutes)


@pytest.mark.parametrize(("forum", "target"), [("Kommunstyrelsen", "nämnden"), ("SAM", "nämnden"), ("CHN", "rådet")])
def test_nämnden_of_something_else_is_not_guessed(forum: str, target: str) -> None:
    minutes = sent(Minutes(forum, organisation=ALMBY if forum == "Kommunstyrelsen" else None), target)
    assert of(resolved(minutes), minutes, TARGET) == []


def test_a_board_all_of_whose_people_are_of_one_municipality_is_its() -> None:
    a = Minutes("Socialnämnden").person("Eva Grönvik", "Almby").person("Siv Ekvall", "Almby")
    b = Minutes("Socialnämnden", "2024-05-01").person("Nils Vretholm", "Björkö").person("Bo Hagling", "Björkö")
    resolution = resolved(a, b)
    assert of(resolution, a) == ["forum:socialnamnden-almby-kommun"]
    assert of(resolution, b) == ["forum:socialnamnden-bjorko-kommun"]


def board(date: str, *people: str, organisation: str | None = None, name: str = "Kommunstyrelsen") -> Minutes:
    minutes = Minutes(name, date, organisation=organisation)
    for person in people:
        minutes.person(person)
    return minutes


ONE = ("Brita Vretholm", "Nils Kvarnander", "Siv Torparp", "Olof Tallgren")
OTHER = ("Eva Grönvik", "Ada Hjelmstrand", "Karl Modigh", "Tove Malmvik")


def test_boards_of_which_nobody_says_whose_they_are_are_told_apart_by_their_members() -> None:
    a, b = board("2024-03-01", *ONE), board("2024-04-01", *OTHER)
    again_a, again_b = board("2024-05-01", *ONE[:3], "Gun Hedvall"), board("2024-06-01", *OTHER[1:])
    resolution = resolved(a, b, again_a, again_b)
    assert of(resolution, a) == of(resolution, again_a) != of(resolution, b) == of(resolution, again_b)
    (pair,) = [pair for pair in resolution.doubtful if pair.label is Label.FORUM]
    assert {pair.left, pair.right} == {*of(resolution, a), *of(resolution, b)}
    assert Reason.NO_OWNER in pair.reasons_against
    judged = Judgement(Label.FORUM, pair.left_unit, pair.right_unit, Verdict.SAME)
    joined = resolved(a, b, again_a, again_b, judgements=(judged,))
    assert of(joined, a) == of(joined, b) == of(joined, again_a) == of(joined, again_b)


def test_a_board_of_which_nobody_says_whose_it_is_may_be_known_by_its_members() -> None:
    bare = board("2024-03-01", *ONE)
    owned = board("2024-04-01", *ONE, organisation=ALMBY)
    others = board("2024-05-01", *OTHER, organisation=BJORKO)
    resolution = resolved(bare, owned, others)
    assert of(resolution, bare) == of(resolution, owned) == ["forum:kommunstyrelsen-almby-kommun"]
    assert of(resolution, others) == ["forum:kommunstyrelsen-bjorko-kommun"]


def test_boards_of_two_municipalities_never_meet_over_a_third() -> None:
    """The same people in both (a board that went on under another municipality's letterhead): the bare one is asked."""
    bare = board("2024-03-01", *ONE, *OTHER)
    a, b = board("2024-04-01", *ONE, organisation=ALMBY), board("2024-05-01", *OTHER, organisation=BJORKO)
    resolution = resolved(bare, a, b)
    assert of(resolution, a) == ["forum:kommunstyrelsen-almby-kommun"]
    assert of(resolution, b) == ["forum:kommunstyrelsen-bjorko-kommun"]
    assert of(resolution, bare) == ["forum:kommunstyrelsen"]
    assert {Reason.SEVERAL_CANDIDATES} <= {reason for pair in resolution.doubtful for reason in pair.reasons_against}


def test_two_people_with_common_names_say_nothing() -> None:
    a = board("2024-03-01", "Anna Andersson", "Lars Johansson", *ONE)
    b = board("2024-04-01", "Anna Andersson", "Lars Johansson", *OTHER)
    assert of(resolved(a, b), a) != of(resolved(a, b), b)


def test_boards_without_owner_in_any_order() -> None:
    documents = [
        board("2024-03-01", *ONE),
        board("2024-04-01", *OTHER),
        board("2024-05-01", *ONE[:3], "Gun Hedvall"),
        board("2024-06-01"),
    ]
    documents += [
        sent(board("2024-07-01", *OTHER, organisation=ALMBY), "socialnämnden"),
        board("2024-07-02", *ONE, name="Kommunstyrelse"),
    ]
    found = ledgers(documents)
    first = resolve(found, lexicon())
    for seed in range(4):
        random.Random(seed).shuffle(found)
        again = resolve(found, lexicon())
        assert (again.entities, again.links, again.doubtful) == (first.entities, first.links, first.doubtful)


def test_boards_of_a_body_that_the_lexicon_does_not_know() -> None:
    a = Minutes("Direktionen", organisation="Norra vattenförbundet")
    b = Minutes("Direktionen", "2024-05-01", organisation="Södra vattenförbundet")
    again = Minutes("Direktionen", "2024-06-01", organisation="Norra vattenförbundet")
    resolution = resolved(a, b, again)
    assert of(resolution, a) == of(resolution, again) == ["forum:direktionen-norra-vattenforbundet"]
    assert of(resolution, b) == ["forum:direktionen-sodra-vattenforbundet"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nätverket för MAS", "Nätverket för MAR"),
        ("Samverkansgrupp LNVF", "Samverkansgrupp LNVB"),
        ("Rådet för TNV", "Rådet för TNVS"),
        ("Länsnätverk SHN", "Länsnätverk SKN"),
        ("Beredning 1 för närvård", "Beredning 2 för närvård"),
    ],
)
def test_abbreviations_that_differ_by_a_letter(a: str, b: str) -> None:
    one, other = Minutes(a), Minutes(b, "2024-05-01")
    resolution = resolved(one, other)
    assert of(resolution, one) != of(resolution, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nätverket för MAS", "Nätverket för MAR"),
        ("Samverkansgrupp LNVF", "Samverkansgrupp LNVB"),
        ("Beredning 1 för närvård", "Beredning 2 för närvård"),
        ("Norra samverkansrådet", "Södra samverkansrådet"),
    ],
)
def test_a_known_forum_and_one_that_differs_by_what_tells_it_apart(a: str, b: str) -> None:
    known = load_lexicon([("a.yaml", f"forums: [{{name: {a}, region: Region Norrdal}}]")])
    assert known.forum(a) is not None
    assert known.forum(b) is None
    assert known.find_bodies(f"frågan lyfts till {b} för beslut") == []


def test_a_unit_named_without_its_municipality_is_not_that_of_the_only_one_known() -> None:
    theirs = Minutes("SAM").item("2", "Läget", presenters=[("Eva Grönvik", "chef", "Socialförvaltningen, Almby kommun")])
    bare = Minutes("SAM", "2024-05-01").item("2", "Läget", presenters=[("Nils Vretholm", "chef", "Socialförvaltningen")])
    resolution = resolved(theirs, bare)
    assert of(resolution, theirs, "m0.i0.p0.o") != of(resolution, bare, "m0.i0.p0.o")
