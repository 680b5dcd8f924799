"""Who says something at a meeting and presents nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Record

HEAD = "Minnesanteckningar Nätverket för kurser\n\nDatum: 12 mars 2024\n\nNärvarande: Cia Alm, Lars Anders Dal Moe, Bo Lind, Eva Falk\n\n"


def _presenters(read: Callable[[str], Record], title: str, body: str) -> list[str]:
    items = read(f"{HEAD}1. {title}\n\n{body}\n\n2. Nästa möte\n\nNästa möte hålls den 4 juni.\n").meetings[0].items
    return [one.name for one in items[0].presenters]


@pytest.mark.parametrize(
    ("title", "body", "names"),
    [
        ("Mötets öppnande", "Cia hälsar välkommen. Bo Lind berättar kort om stadshusets renovering.", []),
        ("Öppnande av badet", "Badet är klart. Bo Lind berättar om dagen.", ["Bo Lind"]),
        ("Badhus", "Cia önskade alla välkomna. Bo berättade om badet.", ["Bo Lind"]),
        ("Badhus", "Kommunen söker bidrag. Bo berättade om badet.", ["Bo Lind"]),
        ("Badhus", "Eva Falk undrade över läget. Bo Lind kom till mötet och svarade på frågor.", ["Bo Lind"]),
        ("Mötet öppnas", "Cia hälsade välkommen. Eva Falk deltog för första gången och presenterade sig.", []),
        ("Övrigt", "- Bo berättar att Mora tar emot patienter från mars.", []),
        ("Övriga frågor", "Eva Falk söker någon som har köpt in ett system. Bo Lind berättar att Mora anställer en chef.", []),
        ("Badhus", "Eva Falk visade bilder. Sedan dess är det stängt. Bo berättade att taket har rasat.", ["Eva Falk"]),
        ("Badhus", "Badet är stängt. Bo berättade att taket har rasat.", []),
        ("Badhus", "Eva tog upp att taket läcker. Lars Anders berättade om taket i Mora.", []),
        ("Badhus", "Eva uppmanade alla att vänta. Bo redogjorde för vad det skulle innebära.", []),
        ("Badhus", "Badet var öppet. Bo hade med sig bilder.", []),
        ("Badhus", "Föreningarna är kritiska till taxan. Bo Lind berättar om en granne som slutat bada.", []),
        ("Badhus", "Eva Falk tar upp att taket läcker. Bo Lind berättar att det lagas i maj.", ["Bo Lind"]),
        ("Badhus", "Bo berättade om badet.", ["Bo Lind"]),
        ("Badhus", "Bo Lind berättade att badet är stängt.", ["Bo Lind"]),
        (
            "Badhus",
            "Badet är stängt. Bo Lind redogör för kostnaden och Eva Falk för hur arbetet är upplagt.",
            ["Bo Lind", "Eva Falk"],
        ),
        ("Badhus", "Rådet undrade över läget. Bo Lind redogjorde för kostnaden.", ["Bo Lind"]),
        ("Badhus", "Regionrådet Bo Lind kom och svarade på frågor i en timme.", ["Bo Lind"]),
    ],
)
def test_who_presents_and_who_only_says_something(read: Callable[[str], Record], title: str, body: str, names: list[str]) -> None:
    assert _presenters(read, title, body) == names
