"""What journeys are about: the forums, the issues, the works asked for, and what minutes say besides. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass

REGION = "Region Värmland"
UNIT = "Utvecklingsenheten Värmland"


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum of the journeys. `generic` is what its own minutes call it in short."""

    short: str
    name: str
    generic: str
    level: str


FORUMS = (
    Forum("ORV", "Omsorgsrådet i Värmland", "Rådet", "political"),
    Forum("LNO", "Länsnätverket för omsorgschefer", "Nätverket", "officials"),
    Forum("SSH", "Samverkansforum för skola och hälsa", "Forumet", "mixed"),
    Forum("KCV", "Kommunchefsnätverket i Värmland", "Nätverket", "officials"),
)
OUTSIDE = ("RHR", "Regionala hälsorådet i Värmland")
"""A forum that matters are referred to, and of which there are no minutes."""
LEXICON = (
    "# The bodies of the journeys. All of them are invented.\nforums:\n"
    + "".join(
        f"  - abbreviation: {forum.short}\n    name: {forum.name}\n    level: {forum.level}\n    region: {REGION}\n"
        for forum in FORUMS
    )
    + f"  - abbreviation: {OUTSIDE[0]}\n    name: {OUTSIDE[1]}\n    level: political\n    region: {REGION}\n"
    + f"organisations:\n  - name: {UNIT}\n    abbreviation: UEV\n    region: {REGION}\n"
)
TOPICS: tuple[tuple[str, str | None], ...] = (
    ("Samordnad vårdplanering", "SVP"), ("Hjälpmedelsförsörjning", None), ("Ungdomsmottagningar på landsbygden", "UML"),
    ("Trygg hemgång", None), ("Mobil demensvård", "MDV"), ("Krisberedskap", None), ("Kompetensförsörjning inom omsorgen", None),
    ("Digital tillsyn nattetid", "DTN"), ("Våld i nära relationer", "VNR"), ("Tidiga insatser för barn", None),
    ("Anhörigstöd", None), ("Sommarbemanning", None), ("Färdtjänst i glesbygd", None), ("Elevhälsans uppdrag", None),
    ("Palliativ vård i hemmet", "PVH"), ("Ledsagning och avlösning", None), ("Gemensam larmmottagning", "GLM"),
    ("Läkemedelsgenomgångar", None), ("Välfärdsteknik i ordinärt boende", "VOB"), ("Ofrivillig ensamhet", None),
    ("Spelberoende", None), ("Nutritionsbedömning", None), ("Munhälsa hos äldre", None), ("Fallprevention", None),
    ("Munhälsa hos barn", None), ("Palliativ vård på sjukhus", None), ("Digital tillsyn dagtid", None),
    ("Våld i ungas relationer", None), ("Tidiga insatser för unga", None), ("Läkemedelsförsörjning", None),
)  # fmt: skip
WORKS: tuple[tuple[str, str], ...] = (
    ("ta fram en tidplan för införandet", "tidplanen för införandet"),
    ("kartlägga tillgången på utbildade handledare", "kartläggningen av handledare"),
    ("utreda hur jourtelefonen kan bemannas", "bemanningen av jourtelefonen"),
    ("samla in statistik över inställda besök", "statistiken över inställda besök"),
    ("pröva en introduktion för vikarier", "introduktionen för vikarier"),
    ("utarbeta en checklista för hemgång", "checklistan för hemgång"),
    ("beräkna kostnaden för utökade öppettider", "kostnaden för öppettiderna"),
    ("jämföra kommunernas riktlinjer för bistånd", "jämförelsen av riktlinjerna för bistånd"),
    ("intervjua närstående om väntetiderna", "intervjuerna med närstående"),
    ("översätta informationsbladet till fler språk", "översättningen av informationsbladet"),
    ("reda ut ansvarsfördelningen vid jour", "ansvarsfördelningen vid jour"),
    ("upphandla ett journalstöd för teamen", "upphandlingen av journalstödet"),
)
CLAUSES = (
    "medel avsätts för ändamålet",
    "ersättningsnivån ses över",
    "en kontaktperson utses i varje kommun",
    "avtalet förlängs",
)
FILLERS = (
    "Flera deltagare lyfte att förutsättningarna skiljer sig åt mellan tätort och landsbygd.",
    "Underlaget har skickats ut tillsammans med kallelsen.",
    "Vikten av tydliga kontaktvägar framhölls i diskussionen.",
    "Det noterades att statistiken bör läsas med försiktighet.",
    "Frågan om finansiering är ännu inte löst.",
    "Lagstiftningen väntas ändras vid kommande årsskifte.",
    "Några frågor ställdes om bemanning.",
    "Erfarenheterna från försöket är goda.",
)
