"""What a page of an entity makes of its ties."""

from __future__ import annotations

from api.pages.entity import FactView, _group, _merged
from api.pages.values import Link, Quote, describe_sources
from api.texts import Language, Texts
from api.urls import Urls
from queries.catalogue import Source
from queries.entities import Fact, FactGroup, NodeRef

QUOTES = [Quote(words, "a.txt", f"/dokument/{words}", inferred=False) for words in ("ett", "två")]


def tie(quote: Quote, *particulars: str) -> FactView:
    return FactView(Link("Åby", "/entitet/x"), "municipality:1", particulars, None, False, (quote,))


def test_ties_that_read_alike_are_one_with_the_words_of_all() -> None:
    (one,) = _merged([tie(QUOTES[0], "ordförande"), tie(QUOTES[1], "ordförande"), tie(QUOTES[0], "ordförande")])
    assert one.quotes == tuple(QUOTES)
    assert len(_merged([tie(QUOTES[0], "ordförande"), tie(QUOTES[1])])) == 2


def fact(number: int, what: str) -> Fact:
    other = NodeRef(id=f"municipality:{number}", label="Municipality", name=f"Ort {number}")
    source = Source(document="document:1", file="a.txt", page=None, section=None, words=what, start=0, end=4, basis="stated")
    return Fact(type="RECOMMENDS", direction="out", other=other, properties={"what": what}, sources=[source])


def test_what_all_ties_say_alike_stands_once() -> None:
    facts = [fact(1, "anta planen"), fact(2, "anta planen")]
    group = FactGroup(type="RECOMMENDS", direction="out", label="Municipality", total=2, facts=facts)
    view = _group("decision:x", group, Texts(Language.SWEDISH), Urls(), named=True)
    assert view.heading == "Rekommendation till: kommuner"
    assert view.common == ("anta planen",)
    assert [one.particulars for one in view.facts] == [(), ()]
    assert view.more_href is None


def test_a_group_that_is_not_whole_tells_how_many_there_are() -> None:
    group = FactGroup(type="RECOMMENDS", direction="out", label="Municipality", total=40, facts=[fact(1, "a"), fact(2, "b")])
    view = _group("decision:x", group, Texts(Language.SWEDISH), Urls(), named=False)
    assert (view.total, view.common, view.heading) == (40, (), "Rekommendation till")
    assert view.more_href


def test_a_quote_has_no_holes_where_its_lines_were_paragraphs() -> None:
    (source,) = fact(1, "Ärendet tas upp på  \n\n mötet den\n17 juni.").sources
    (quote,) = describe_sources([source], Texts(Language.SWEDISH), Urls())
    assert quote.words == "Ärendet tas upp på\nmötet den\n17 juni."
