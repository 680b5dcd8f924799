from __future__ import annotations

import pytest

from graph.record import DocumentKind
from graph.resolution.model import Judgement, Resolution, Verdict
from graph.resolution.resolve import resolve
from graph.resolution.subjects import report_kind
from graph.schema import Label
from tests.graph.factories import Minutes, ledgers, lexicon


def about(topic: str, date: str = "2024-03-01", forum: str = "SAM") -> Minutes:
    return Minutes(forum, date).item("4", topic, topics=[topic])


def laid(report: str, date: str = "2024-03-01", forum: str = "SAM") -> Minutes:
    return Minutes(forum, date).item("4", report, reports=[report])


def resolved(*documents: Minutes, judgements: tuple[Judgement, ...] = ()) -> Resolution:
    return resolve(ledgers(documents), lexicon(), judgements)


def ids(resolution: Resolution, label: Label) -> list[str]:
    return [e.id for e in resolution.entities.values() if e.label is label]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("God och trygg hemgång", "God och Trygg hemgång"),
        ("Jourvårdsplatser", "Jourvardsplatser"),
        ("Demensutveckling i Norrdal", "Demensutveckling"),
        ("Kompetensförsörjning", "Kompetensförsörjningen"),
        ("Hemgångsplanering", "Hemgångsplonering"),
        ("Vård & omsorg i samspel", "Vård och omsorg i samspel"),
    ],
)
def test_titles_of_one_topic(a: str, b: str) -> None:
    resolution = resolved(about(a), about(b, "2024-05-01", "CHN"))
    (topic,) = ids(resolution, Label.TOPIC)
    assert {resolution.entities[topic].name, *resolution.entities[topic].properties["aliases"]} == {a, b}


@pytest.mark.parametrize(("a", "b"), [("Etapp 1", "Etapp 2"), ("Jourvård", "Hemvård"), ("Skolplan 2024", "Skolplan 2025")])
def test_titles_of_two_topics(a: str, b: str) -> None:
    assert len(ids(resolved(about(a), about(b, "2024-05-01")), Label.TOPIC)) == 2


@pytest.mark.parametrize(
    "title",
    [
        "Mötets slut",
        "Öppning och dagordning",
        "Minnesanteckningar från 12 mars",
        "Minnesanteckningar 240209",
        "Val av justerare",
        "Övriga frågor",
        "Nästa möte",
        "Återrapporter och rekommendationer",
        "Ärenden från Samverkansrådet",
        "Samverkansrådet",
    ],
)
def test_the_order_of_business_is_no_topic(title: str) -> None:
    minutes = about(title)
    resolution = resolved(minutes)
    assert ids(resolution, Label.TOPIC) == []
    assert resolution.of(minutes.build().id, "m0.i0.t0") == ()


@pytest.mark.parametrize(
    "title", ["Rapport om jourvård", "Justering av avgifter", "Mötesplatser för äldre", "Beslutsstöd", "Val 2026 i skolan"]
)
def test_titles_that_only_begin_like_the_order_of_business(title: str) -> None:
    assert len(ids(resolved(about(title)), Label.TOPIC)) == 1


def test_an_abbreviation_and_its_long_form_wherever_it_was_introduced() -> None:
    defining = about("God och trygg hemgång", "2024-05-01").abbreviation("GTH", "God och trygg hemgång")
    resolution = resolved(about("GTH"), defining, about("God och trygg hemgång", "2024-06-01"))
    (topic,) = ids(resolution, Label.TOPIC)
    assert topic == "topic:god-och-trygg-hemgang"
    assert resolution.entities[topic].properties["abbreviation"] == "GTH"
    assert {"gth", "god och trygg hemgang"} <= set(resolution.entities[topic].properties["keys"])


def test_an_abbreviation_that_means_two_things_is_told_apart_by_the_document() -> None:
    one = about("PO").abbreviation("PO", "Personligt ombud")
    other = about("PO", "2024-05-01", "CHN").abbreviation("PO", "Planerad operation")
    resolution = resolved(one, other)
    assert len(ids(resolution, Label.TOPIC)) == 2
    links = [resolution.of(m.build().id, "m0.i0.t0")[0].entity for m in (one, other)]
    assert links[0] != links[1]


def test_definitions_in_other_words_mean_the_same() -> None:
    one = about("SPX").abbreviation("SPX", "Specialistvård, primärvård, ambulans")
    other = about("SPX", "2024-05-01").abbreviation("SPX", "samverkan mellan specialistvården, primärvården och ambulansen")
    assert ids(resolved(one, other), Label.TOPIC) == ["topic:spx"]


def test_an_item_on_two_topics_that_come_up_by_themselves_concerns_both() -> None:
    alone = [about("Trygg hemgång", "2024-01-01"), about("Anhörigstöd", "2024-02-01")]
    joint = about("Trygg hemgång och anhörigstöd", "2024-03-01")
    found = resolved(*alone, joint)
    assert ids(found, Label.TOPIC) == ["topic:anhorigstod", "topic:trygg-hemgang"]
    assert {len(links) for refs in found.links.values() for ref, links in refs.items() if ".t" in ref} == {1, 2}


def test_a_name_with_and_in_it_is_one_topic_where_its_parts_are_none() -> None:
    alone = about("Suicidprevention", "2024-01-01")
    joint = [about("Psykisk hälsa och suicidprevention", date) for date in ("2024-02-01", "2024-03-01")]
    assert ids(resolved(alone, *joint), Label.TOPIC) == ["topic:psykisk-halsa-och-suicidprevention", "topic:suicidprevention"]
    often = [*joint, about("Psykisk hälsa", "2024-04-01")]
    assert "topic:psykisk-halsa-och-suicidprevention" in ids(resolved(alone, *often), Label.TOPIC)


def test_a_topic_may_be_joined_or_parted_by_judgement() -> None:
    same = Judgement(Label.TOPIC, "jourvard", "hemvard", Verdict.SAME)
    assert len(ids(resolved(about("Jourvård"), about("Hemvård", "2024-05-01"), judgements=(same,)), Label.TOPIC)) == 1
    apart = Judgement(Label.TOPIC, "hemgangsplanering", "hemgangsplonering", Verdict.DIFFERENT)
    found = resolved(about("Hemgångsplanering"), about("Hemgångsplonering", "2024-05-01"), judgements=(apart,))
    assert len(ids(found, Label.TOPIC)) == 2


@pytest.mark.parametrize(
    ("a", "b", "id_"),
    [
        ("Årsrapport hemgång 2024", "Årsrapport Hemgång 2024", "report:arsrapport-hemgang-2024"),
        ("JXP – Delrapport", "Delrapport JXP", "report:jxp-delrapport-2024"),
        ("Årsrapport 2024 hemgång i Norrdal", "Årsrapport hemgång 2024", "report:arsrapport-2024-hemgang-i-norrdal"),
    ],
)
def test_one_report_before_two_forums(a: str, b: str, id_: str) -> None:
    resolution = resolved(laid(a), laid(b, "2024-05-01", "CHN"))
    assert ids(resolution, Label.REPORT) == [id_]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Årsrapport hemgång 2023", "Årsrapport hemgång 2024"),
        ("Minnesanteckningar SAM 2024-01-01", "Minnesanteckningar SAM 2024-02-01"),
    ],
)
def test_reports_of_two_years_or_days(a: str, b: str) -> None:
    assert len(ids(resolved(laid(a), laid(b, "2024-05-01")), Label.REPORT)) == 2


def test_a_title_without_year_comes_back_as_another_report_after_long() -> None:
    resolution = resolved(
        laid("Lägesrapport jourvård", "2022-03-01"),
        laid("Lägesrapport jourvård", "2022-09-01"),
        laid("Lägesrapport jourvård", "2024-05-01"),
    )
    assert ids(resolution, Label.REPORT) == ["report:lagesrapport-jourvard-2022", "report:lagesrapport-jourvard-2024"]


def test_the_report_itself_is_the_one_that_was_laid_before_the_meeting() -> None:
    paper = Minutes("SAM", "2025-02-01", kind=DocumentKind.REPORT, title="Regional årsrapport 2024 Hemgång i Norrdal")
    meeting = laid("Årsrapport hemgång 2024", "2025-03-01")
    resolution = resolved(paper, meeting)
    (report,) = ids(resolution, Label.REPORT)
    assert resolution.of(paper.build().id, "d")[0].entity == report
    assert str(resolution.entities[report].properties["date"]) == "2025-02-01"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Årsberättelse Stödkontoret 2024", "annualReport"),
        ("Regional handlingsplan hemgång", "actionPlan"),
        ("Minnesanteckningar SAM 2024-01-01", "minutes"),
        ("Nytt avtal om jourvård", "agreement"),
        ("Film om hemgång", "film"),
        ("Utvärdering av avtal om jourvård", "inquiry"),
        ("Uppdragsbeskrivning regional handlingsplan hemgång", "assignment"),
        ("Hemgång – regional handlingsplan", "actionPlan"),
        ("Bilder", "document"),
    ],
)
def test_report_kinds(title: str, kind: str) -> None:
    assert report_kind(title) == kind
