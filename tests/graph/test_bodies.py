from __future__ import annotations

import pytest

from graph.lexicon import load_lexicon
from graph.record import Status
from graph.resolution.model import Reason, Resolution
from graph.resolution.resolve import resolve
from graph.schema import Label
from tests.graph.factories import LEXICON_TEXT, Minutes, ledgers, lexicon


def resolved(*documents: Minutes) -> Resolution:
    return resolve(ledgers(documents), lexicon())


def of(resolution: Resolution, minutes: Minutes, ref: str) -> list[str]:
    return [link.entity for link in resolution.of(minutes.build().id, ref)]


def decided(
    *targets: str, forum: str = "SAM", organisation: str | None = None, topic: str | None = None, kind: str = "assign"
) -> Minutes:
    minutes = Minutes(forum, organisation=organisation).person("Eva Grönvik", "Almby")
    minutes.item(
        "5", "Frågan", topics=[topic] if topic else [], decisions=[(kind, f"att ge {' och '.join(targets)} i uppdrag", targets)]
    )
    return minutes


@pytest.mark.parametrize("written", ["SAM", "Samverkansrådet", "Samverkansradet i Norrdal", "Samvarkansrådet", "SAMVERKANSRÅDET"])
def test_spellings_of_a_known_forum(written: str) -> None:
    minutes = Minutes("SAM", as_written=written)
    assert of(resolved(minutes), minutes, "m0.f") == ["forum:sam"]


def test_an_unknown_forum_is_a_new_one_with_its_owner() -> None:
    almby = Minutes("Socialnämnden", organisation="Almby kommun")
    bjorko = Minutes("Socialnämnden", organisation="Björkö kommun")
    again = Minutes("Socialnämnden", "2024-05-01", organisation="Almby kommun")
    resolution = resolved(almby, bjorko, again)
    assert of(resolution, almby, "m0.f") == of(resolution, again, "m0.f") == ["forum:socialnamnden-almby-kommun"]
    assert of(resolution, bjorko, "m0.f") == ["forum:socialnamnden-bjorko-kommun"]
    entity = resolution.entities["forum:socialnamnden-almby-kommun"]
    assert entity.properties["organisation"] == "Almby kommun"
    assert entity.properties["region"] == "Region Norrdal"
    assert "socialnamnden" in entity.properties["keys"]


def test_a_known_name_in_another_region_is_another_forum() -> None:
    here = Minutes("SAM", as_written="Samverkansrådet").person("Eva Grönvik", "Almby")
    there = (
        Minutes("SAM", "2024-05-01", as_written="Samverkansrådet")
        .person("Nils Vretholm", "Dalstad")
        .person("Siv Ekvall", "Region Söderdal")
    )
    resolution = resolved(here, there)
    assert of(resolution, here, "m0.f") == ["forum:sam"]
    assert of(resolution, there, "m0.f") == ["forum:samverkansradet"]


def test_namesakes_without_owner_in_two_regions() -> None:
    here = Minutes("Styrgruppen för närvård").person("Eva Grönvik", "Almby")
    there = Minutes("Styrgruppen för närvård", "2024-05-01").person("Nils Vretholm", "Dalstad")
    resolution = resolved(here, there)
    assert of(resolution, here, "m0.f") == ["forum:styrgruppen-for-narvard-region-norrdal"]
    assert of(resolution, there, "m0.f") == ["forum:styrgruppen-for-narvard-region-soderdal"]


def test_an_abbreviation_introduced_in_a_document_names_its_forum() -> None:
    long = Minutes("Barnskyddsrådet", "2024-03-01").abbreviation("BSR", "Barnskyddsrådet")
    short = Minutes("BSR", "2024-05-01")
    drifting = Minutes("Barnskydssrådet", "2024-06-01")
    resolution = resolved(long, short, drifting)
    assert (
        of(resolution, long, "m0.f")
        == of(resolution, short, "m0.f")
        == of(resolution, drifting, "m0.f")
        == ["forum:barnskyddsradet"]
    )
    entity = resolution.entities["forum:barnskyddsradet"]
    assert entity.properties["abbreviation"] == "BSR"
    assert resolution.captions["forum:barnskyddsradet"] == "BSR"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Omsorgsberedning 1", "Omsorgsberedning 2"),
        ("Norra samverkansgruppen", "Södra samverkansgruppen"),
        ("Kulturnämnden", "Skolnämnden"),
    ],
)
def test_forums_that_differ_in_what_tells_them_apart(a: str, b: str) -> None:
    one, other = Minutes(a), Minutes(b, "2024-05-01")
    resolution = resolved(one, other)
    assert of(resolution, one, "m0.f") != of(resolution, other, "m0.f")


MUNICIPALITIES = ["municipality:9901", "municipality:9902", "municipality:9903"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("regionen", ["organisation:region-norrdal"]),
        ("Region Norrdal", ["organisation:region-norrdal"]),
        ("kommunerna", MUNICIPALITIES),
        ("samtliga kommuner", MUNICIPALITIES),
        ("de tre kommunerna", MUNICIPALITIES),
        ("respektive kommun", MUNICIPALITIES),
        ("samtliga kommuner och Region Norrdal", [*MUNICIPALITIES, "organisation:region-norrdal"]),
        ("kommunerna i SAM", MUNICIPALITIES),
        ("deltagare i SAM", ["forum:sam"]),
        ("samverkansrådets ledamöter", ["forum:sam"]),
        ("STK", ["organisation:stodkontoret"]),
        ("Cederviks kommun", ["municipality:9903"]),
        ("styrgruppen", ["organisation:styrgruppen-chn"]),
        ("Styrgrupp för närvård", ["organisation:styrgrupp-for-narvard"]),
        ("äldre", []),
        ("kommuner", []),
    ],
)
def test_targets(target: str, expected: list[str]) -> None:
    minutes = decided(target, forum="CHN")
    assert of(resolved(minutes), minutes, "m0.i0.d0.t0") == expected


def test_a_working_group_is_that_of_its_matter() -> None:
    minutes = decided("arbetsgruppen", topic="Jourvård")
    assert of(resolved(minutes), minutes, "m0.i0.d0.t0") == ["organisation:arbetsgruppen-jourvard"]


def test_the_municipality_of_a_municipal_board() -> None:
    minutes = decided("kommunen", forum="Socialnämnden", organisation="Almby kommun")
    assert of(resolved(minutes), minutes, "m0.i0.d0.t0") == ["municipality:9901"]


def test_a_person_as_target() -> None:
    minutes = decided("Eva Grönvik")
    assert of(resolved(minutes), minutes, "m0.i0.d0.t0") == ["official:eva-gronvik"]


def test_units_belong_to_what_stands_beside_them() -> None:
    minutes = Minutes()
    minutes.item(
        "2",
        "Läget",
        presenters=[
            ("Eva Grönvik", "chef", "Jourmottagningen, Region Norrdal"),
            ("Nils Vretholm", "chef", "Hemvårdsenheten Almby kommun"),
        ],
    )
    other = Minutes("CHN", "2024-05-01")
    other.item("3", "Läget", presenters=[("Eva Grönvik", "chef", "Jourmottagningen")]).person("Siv Ekvall", "Almby")
    resolution = resolved(minutes, other)
    assert of(resolution, minutes, "m0.i0.p0.o") == ["organisation:jourmottagningen-region-norrdal"]
    assert of(resolution, minutes, "m0.i0.p0.o.p") == ["organisation:region-norrdal"]
    assert of(resolution, minutes, "m0.i0.p1.o.p") == ["municipality:9901"]
    assert of(resolution, other, "m0.i0.p0.o") == ["organisation:jourmottagningen-region-norrdal"]


def test_a_slip_in_a_municipality_of_the_own_region() -> None:
    minutes = (
        Minutes("SAM").person("Eva Grönvik", "Cedorvik").municipality("Almby", Status.ABSENT, "Almby var inte representerad")
    )
    resolution = resolved(minutes)
    assert of(resolution, minutes, "m0.a0.r") == ["municipality:9903"]
    assert resolution.of(minutes.build().id, "m0.a0.r")[0].evidence == (Reason.LEXICON_NEAR,)


def test_entities_carry_keys_for_looking_up() -> None:
    minutes = Minutes("SAM").person("Eva Grönvik", "Cederviks kommun")
    resolution = resolved(minutes)
    assert {"sam", "samverkansradet", "samverkansradet i norrdal"} <= set(resolution.entities["forum:sam"].properties["keys"])
    municipality = resolution.entities["municipality:9903"]
    assert municipality.label is Label.MUNICIPALITY
    assert {"cedervik", "cederviks kommun", "cederviks"} <= set(municipality.properties["keys"])


def test_a_lexicon_that_knows_more_changes_the_signature() -> None:
    minutes = Minutes("Barnskyddsrådet")
    before = resolve(ledgers([minutes]), lexicon())
    wider = LEXICON_TEXT + "\n" + "# more\n"
    more = load_lexicon(
        [("a.yaml", wider), ("b.yaml", "forums: [{name: Barnskyddsrådet, abbreviation: BSR, region: Region Norrdal}]")]
    )
    after = resolve(ledgers([minutes]), more)
    assert of(after, minutes, "m0.f") == ["forum:bsr"]
    assert before.signature(minutes.build().id) != after.signature(minutes.build().id)


@pytest.mark.parametrize("target", ["förbundschefen", "tillförordnad socialchef", "VD", "processledarna", "AU", "FoU i Norrdal"])
def test_what_is_assigned_to_an_office_or_a_body_of_a_short_name_reaches_it(target: str) -> None:
    minutes = decided(target)
    assert len(of(resolved(minutes), minutes, "m0.i0.d0.t0")) == 1


@pytest.mark.parametrize("target", ["den som vill", "hösten", "Anna"])
def test_words_that_name_nobody_are_nobody(target: str) -> None:
    minutes = decided(target)
    assert of(resolved(minutes), minutes, "m0.i0.d0.t0") == []


@pytest.mark.parametrize("office", ["socialchefen", "sekreteraren", "VD", "AU"])
def test_an_office_is_another_in_another_body(office: str) -> None:
    almby = decided(office, forum="Socialnämnden", organisation="Almby kommun")
    bjorko = decided(office, forum="Socialnämnden", organisation="Björkö kommun")
    found = resolved(almby, bjorko)
    assert of(found, almby, "m0.i0.d0.t0") != of(found, bjorko, "m0.i0.d0.t0")
    udden = decided(office, forum="Samordningsförbundet Udden")
    viken = decided(office, forum="Samordningsförbundet Viken")
    found = resolved(udden, viken)
    assert of(found, udden, "m0.i0.d0.t0") != of(found, viken, "m0.i0.d0.t0")
