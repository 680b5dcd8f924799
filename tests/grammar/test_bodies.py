from __future__ import annotations

import pytest

from graph.lexicon import BodyKind, Lexicon
from ingest.bodies import Context, find_named, is_same_forum, targets


def named(text: str, lexicon: Lexicon) -> list[str]:
    return [text[n.start : n.end] for n in find_named(text, Context(lexicon, None, None))]


@pytest.mark.parametrize(
    "name",
    [
        "Länsstyrelsen i Dalarnas län",
        "Länsstyrelsen i Dalarna",
        "Länsstyrelsen Västra Götaland",
        "Norrby Bostäder AB",
        "AB Norrbyhus",
        "Norrby Energi AB (publ)",
        "Norrby Vatten och Avfall AB",
        "Mora Vatten AB",
        "Samordningsförbundet Norra Sken",
        "Räddningstjänstförbundet Norra Sken",
        "Norra Skens samordningsförbund",
        "Kommunalförbundet Skenet",
        "Kommunförbundet Skåne",
        "Stiftelsen Norrbyhus",
        "Högskolan Dalarna",
        "Luleå tekniska universitet",
        "Sveriges Kommuner och Regioner",
        "SKR",
        "Migrationsverket",
        "Polisen",
        "Hälso- och sjukvårdsförvaltningen",
        "Brottsförebyggande rådet",
        "Rådet för funktionshinderfrågor",
        "Gemensamma nämnden för hjälpmedel",
        "Borås Stad",
        "Göteborgs Stad",
        "Falu kommun",
        "Region Gotland",
        "Gotlands kommun",
    ],
)
def test_a_body_is_found_with_its_whole_name(name: str, lexicon: Lexicon) -> None:
    assert named(name, lexicon) == [name]
    assert named(f"Skrivelsen skickas till {name} för yttrande.", lexicon) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nämnden för dialogen vidare", ["Nämnden"]),
        ("Nämnden för yttrande", ["Nämnden"]),
        ("Länsstyrelsen Eva Ek", ["Länsstyrelsen"]),
        ("ett förbund och en stiftelse", []),
        ("Mora kommun och Mora Vatten AB", ["Mora kommun", "Mora Vatten AB"]),
        ("en gemensam ”Styrgrupp för trygg hemgång” bildas", ["Styrgrupp för trygg hemgång"]),
        ("”styrgruppen bildas", ["styrgruppen"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert named(text, lexicon) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Borås Stad", "Borås"),
        ("Göteborgs stads", "Göteborg"),
        ("Falu kommuns", "Falun"),
        ("Säters", "Säter"),
        ("Lilla Edets kommun", "Lilla Edet"),
    ],
)
def test_municipalities_by_every_form_of_their_names(text: str, name: str, lexicon: Lexicon) -> None:
    (found,) = find_named(text, Context(lexicon, None, None))
    assert (found.name, found.kind, found.end) == (name, BodyKind.MUNICIPALITY, len(text))


@pytest.mark.parametrize(
    ("phrase", "addressed"),
    [
        ("Mora kommuns socialnämnd", ["Mora kommuns socialnämnd"]),
        ("Mora kommun och socialnämnden", ["Mora", "socialnämnden"]),
        ("Sveriges Kommuner och Regioner och kommunerna", ["Sveriges Kommuner och Regioner", "kommunerna"]),
        ("Norrbygdens råd", ["Norrbygdens råd"]),
        ("bolagets styrelse", ["bolagets styrelse"]),
        ("kommunens pensionärsråd", ["pensionärsråd"]),
    ],
)
def test_an_organ_named_with_its_owner_is_one_addressee(phrase: str, addressed: list[str], lexicon: Lexicon) -> None:
    assert targets(phrase, Context(lexicon, None, None)) == addressed


def test_a_slip_in_the_name_at_the_head_leaves_it_the_same_forum(lexicon: Lexicon) -> None:
    context = Context(lexicon, None, None)
    assert is_same_forum("Ledningsgruppen för länssamverkan", context, "Ledningsgruppen för länssarnverkan")
    assert is_same_forum("Nämnden", context, "Samverkansnärnnden")
    assert is_same_forum("Nämnden", context, "Överförmyndarnämnden i Norrdal")
    assert not is_same_forum("Ledningsgruppen för jourvård", context, "Ledningsgruppen för länssamverkan")
