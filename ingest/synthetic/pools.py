"""Word stock of the synthetic minutes: invented people and bodies, matters and titles. Municipalities are the real ones."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from graph.lexicon import load_lexicon

FIRST_NAMES = [
    "Agneta",
    "Albin",
    "Alice",
    "Amina",
    "Anders",
    "Anneli",
    "Arvid",
    "Axel",
    "Barbro",
    "Berit",
    "Birger",
    "Bodil",
    "Carina",
    "Carl",
    "Cornelia",
    "Dag",
    "Daniel",
    "Disa",
    "Ebba",
    "Edvin",
    "Eivor",
    "Elias",
    "Elin",
    "Elisabet",
    "Emil",
    "Erika",
    "Ester",
    "Filip",
    "Folke",
    "Frida",
    "Gerd",
    "Gustaf",
    "Gunvor",
    "Hanna",
    "Harald",
    "Hedvig",
    "Henrik",
    "Hugo",
    "Ida",
    "Ingela",
    "Isak",
    "Ivar",
    "Jakob",
    "Jenny",
    "Joakim",
    "Johan",
    "Josefin",
    "Kaj",
    "Karin",
    "Kerstin",
    "Kjell",
    "Klara",
    "Knut",
    "Lars",
    "Leila",
    "Lena",
    "Linnea",
    "Ludvig",
    "Lovisa",
    "Magdalena",
    "Malte",
    "Margareta",
    "Martin",
    "Mikael",
    "Mirjam",
    "Mona",
    "Nadja",
    "Niklas",
    "Nina",
    "Ola",
    "Olof",
    "Oskar",
    "Otto",
    "Pia",
    "Per",
    "Petra",
    "Ragnhild",
    "Rasmus",
    "Rebecka",
    "Roland",
    "Rolf",
    "Rut",
    "Sara",
    "Samir",
    "Signe",
    "Sigrid",
    "Staffan",
    "Stina",
    "Sixten",
    "Tage",
    "Tomas",
    "Torsten",
    "Tove",
    "Ulla",
    "Urban",
    "Valter",
    "Vera",
    "Viktor",
    "Wilma",
    "Yasmin",
    "Yngve",
    "Zahra",
    "Åke",
    "Örjan",
    "Östen",
]
DOUBLE_FIRST_NAMES = ("Ann-Sofie", "Britt-Marie", "Carl-Gustav", "Eva-Karin", "Hans-Erik", "Inga-Maj", "Lars-Åke", "Maj-Britt",
                      "Per-Anders", "Sven-Erik", "Karl Johan", "Anna Lena")  # fmt: skip
LAST_NAMES = [
    "Almqvist",
    "Alvunger",
    "Arnesson",
    "Backelund",
    "Bergendal",
    "Bjerke",
    "Björnfot",
    "Bladh",
    "Bratt",
    "Brolin",
    "Cederlund",
    "Dahlén",
    "Dalvret",
    "Edin",
    "Ehn",
    "Ekblad",
    "Elfving",
    "Engdahl",
    "Enochsson",
    "Fahlgren",
    "Falk",
    "Flodin",
    "Fredin",
    "Furuskog",
    "Gadelius",
    "Gillberg",
    "Grahn",
    "Gustavsson",
    "Hagelin",
    "Hallgren",
    "Hassan",
    "Hedberg",
    "Hellsing",
    "Hjelmqvist",
    "Holgersson",
    "Hultgren",
    "Håkansson",
    "Isaksson",
    "Ivarsson",
    "Jernberg",
    "Jonasson",
    "Kallin",
    "Kindvall",
    "Kjellander",
    "Kroon",
    "Kvarnlund",
    "Köhler",
    "Lagergren",
    "Landin",
    "Leijon",
    "Lidström",
    "Lilja",
    "Lindahl",
    "Ljungdahl",
    "Lodin",
    "Lundmark",
    "Löfqvist",
    "Malmberg",
    "Melander",
    "Modig",
    "Mossberg",
    "Mårdh",
    "Nordell",
    "Norling",
    "Nyman",
    "Näslund",
    "Odell",
    "Olausson",
    "Osbeck",
    "Oskarsson",
    "Palmgren",
    "Pettersson",
    "Platin",
    "Pålsson",
    "Qvarfordt",
    "Ramberg",
    "Rehn",
    "Ringdahl",
    "Rosengren",
    "Rydell",
    "Rönnqvist",
    "Salomonsson",
    "Sandell",
    "Sjödin",
    "Skoog",
    "Skarin",
    "Stenmark",
    "Ståhlbom",
    "Sundelius",
    "Svedlund",
    "Tapper",
    "Thorell",
    "Tillman",
    "Tunved",
    "Udd",
    "Ullvén",
    "Vallgren",
    "Varg",
    "Vestin",
    "Vikander",
    "Wahlund",
    "Wedin",
    "Wennerholm",
    "Westling",
    "Wiberg",
    "Wistrand",
    "Ylikangas",
    "Zetterlind",
    "Åberg",
    "Åkerman",
    "Åslund",
    "Ängvall",
    "Öberg",
    "Ödman",
    "Östlund",
]
PARTIES = ("S", "M", "C", "V", "L", "KD", "MP", "SD")
LOCAL_PARTIES = ("Bygdepartiet", "VPB", "Framtidslistan", "LBP", "Hela Bygden", "OPP")
ORGANISATIONS = (
    "PRO", "SPF Seniorerna", "SKPF", "RPG", "FUB", "HRF", "Neuroförbundet", "Attention", "Autism Sverige", "Synskadades Riksförbund",
    "DHR", "Reumatikerförbundet", "Anhörigföreningen", "Demensföreningen", "Hjärt-Lung", "NSPH",
)  # fmt: skip
PENSIONER_ORGANISATIONS = ("PRO", "SPF Seniorerna", "SKPF", "RPG")
MUNICIPAL_TITLES = (
    "socialchef", "förvaltningschef", "omsorgschef", "kommundirektör", "verksamhetschef", "vård- och omsorgschef", "biträdande socialchef",
    "avdelningschef", "tf förvaltningschef",
)  # fmt: skip
REGION_TITLES = (
    "hälso- och sjukvårdsdirektör", "divisionschef primärvård", "områdeschef psykiatri", "chefläkare", "utvecklingschef", "vårddirektör",
    "regiondirektör", "biträdande områdeschef",
)  # fmt: skip
OFFICE_TITLES = (
    "utredare", "utvecklingsledare", "processledare", "ekonomichef", "controller", "nämndsekreterare", "kommunsekreterare", "strateg",
    "kvalitetsstrateg", "projektledare", "samordnare", "enhetschef", "planarkitekt", "kommunikatör", "personalchef", "folkhälsostrateg",
    "verksamhetsutvecklare", "medicinskt ansvarig sjuksköterska", "hållbarhetsstrateg",
)  # fmt: skip
UNITS = (
    "Socialförvaltningen", "Vård- och omsorgsförvaltningen", "Kommunledningskontoret", "Utvecklingsavdelningen", "Enheten för folkhälsa",
    "FoU-enheten", "Hjälpmedelscentralen", "Närsjukvården", "Barn- och ungdomshälsan", "Ekonomiavdelningen", "Samhällsbyggnadskontoret",
    "Kansliet", "Patientnämndens kansli", "Länsstyrelsen", "Försäkringskassan", "Arbetsförmedlingen",
)  # fmt: skip
PLACES = (
    "Kommunhuset, lokal Björken", "Stadshuset, sammanträdesrum 3", "Regionens hus, sal Fjället", "Folkets hus, Storgatan 14", "Rådhuset",
    "Hotell Terrassen, konferensrum Ljungen", "Kulturhuset, Parkgatan 2", "Förvaltningshuset, plan 4, Granen", "Brandstationen, lektionssalen",
    "Medborgarhuset, Åsikten", "Kommunalhuset, KS-salen",
)  # fmt: skip
ONLINE_PLACES = ("Digitalt via Teams", "Teams", "Digitalt möte", "Zoom", "Distansmöte via Teams", "Videomöte")


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that moves between bodies: what it is called, its short form, and what is laid before the meeting."""

    name: str
    short: str | None = None
    report: str = ""


MATTERS = (
    Matter("Samordnad vårdplanering", "SVP", "Slutrapporten om samordnad vårdplanering"),
    Matter("Gemensam hjälpmedelsförsörjning", None, "Utredningen om hjälpmedelsförsörjningen"),
    Matter("Ungdomsmottagningar på landsbygden", "UML", "Lägesrapporten om ungdomsmottagningar"),
    Matter("Trygg hemgång", None, "Uppföljningen av trygg hemgång"),
    Matter("Mobil demensvård", "MDV", "Delrapport mobil demensvård 2024"),
    Matter("Länsgemensam krisberedskap", "LKB", "Handlingsplanen för krisberedskap"),
    Matter("Kompetensförsörjning inom omsorgen", None, "Kartläggningen av kompetensbehov"),
    Matter("Digital tillsyn nattetid", "DTN", "Utvärderingen av digital tillsyn"),
    Matter("Våld i nära relationer", "VNR", "Länsstrategin mot våld"),
    Matter("Tidiga samordnade insatser", "TSI", "Årsrapporten om tidiga insatser"),
    Matter("Anhörigstöd över kommungräns", None, "Rapporten om anhörigstöd"),
    Matter("Sommarbemanning", None, "Bemanningsplanen för sommaren"),
    Matter("Färdtjänst i glesbygd", None, "Utredningen om färdtjänst"),
    Matter("Elevhälsans uppdrag", None, "Granskningen av elevhälsan"),
    Matter("Palliativ vård i hemmet", "PVH", "Vårdprogrammet för palliativ vård"),
    Matter("Vattenförsörjningsplan", None, "Vattenförsörjningsplanen"),
    Matter("Ledsagning och avlösning", None, "Riktlinjerna för ledsagning"),
    Matter("Cykelstråk mellan tätorterna", None, "Förstudien om cykelstråk"),
    Matter("Gemensam larmmottagning", "GLM", "Avtalet om gemensam larmmottagning"),
    Matter("Rutin för läkemedelsgenomgångar", None, "Den reviderade rutinen för läkemedelsgenomgångar"),
    Matter("Välfärdsteknik i ordinärt boende", "VOB", "Projektplanen för välfärdsteknik"),
    Matter("Insatser mot ofrivillig ensamhet", None, "Handlingsplanen mot ofrivillig ensamhet"),
    Matter("Äldreboende i centralorten", None, "Lokalutredningen för äldreboendet"),
    Matter("Samverkan kring spelberoende", None, "Överenskommelsen om spelberoende"),
    Matter("Översyn av taxor och avgifter", None, "Taxeförslaget"),
    Matter("Snöröjning och tillgänglighet", None, "Sammanställningen av synpunkter"),
    Matter("Ny hemsjukvårdsöverenskommelse", None, "Överenskommelsen om hemsjukvård"),
    Matter("Suicidprevention i skolan", None, "Verksamhetsberättelsen för suicidprevention"),
)
TITLE_TAILS = (
    "",
    "",
    "",
    " – lägesrapport",
    " – nuläge och fortsatt arbete",
    " inför budgetåret",
    " – uppföljning av höstens arbete",
    ": delrapport",
)
LONG_TITLE_TAILS = (
    " – förslag till gemensam inriktning för länets kommuner och regionen under kommande planperiod",
    " – redovisning av genomförd kartläggning samt förslag på hur arbetet kan organiseras framåt",
    " med anledning av inkomna synpunkter från brukarorganisationer och anhöriga i kommunerna",
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets.

    `generic` is how its own minutes call it in short ("Nämnden"); `family` tells who sits in it: `party` (elected, party
    letters), `municipal` (people of several municipalities), `officials` (the same, by title) or `organisations`.
    `known` tells that the generator's lexicon lists it.
    """

    name: str
    generic: str
    family: str
    organisation: str | None
    region: str
    abbreviation: str | None = None
    known: bool = False
    word: str = "Protokoll"

    @property
    def short(self) -> str:
        return self.abbreviation if self.known and self.abbreviation else self.name


KNOWN_BODIES = (
    Body("Omsorgsrådet i Värmland", "Rådet", "municipal", None, "Region Värmland", "ORV", True, "Minnesanteckningar"),
    Body("Länsnätverket för omsorgschefer", "Nätverket", "officials", None, "Region Värmland", "LNO", True, "Minnesanteckningar"),
    Body("Närvårdsrådet i Kronoberg", "Rådet", "municipal", None, "Region Kronoberg", "NRK", True, "Minnesanteckningar"),
    Body("Kommunchefsnätverket", "Nätverket", "officials", None, "Region Kronoberg", "KCN", True, "Minnesanteckningar"),
    Body("Samrådet för vård och skola", "Samrådet", "municipal", None, "Region Gävleborg", "SVS", True, "Minnesanteckningar"),
    Body("Tjänstepersonsforum Gävleborg", "Forumet", "officials", None, "Region Gävleborg", "TFG", True, "Minnesanteckningar"),
)
LEXICON = """\
# The known bodies of the synthetic minutes. All of them are invented.
forums:
""" + "".join(
    f"  - abbreviation: {body.abbreviation}\n    name: {body.name}\n"
    f"    level: {'officials' if body.family == 'officials' else 'political'}\n    region: {body.region}\n"
    for body in KNOWN_BODIES
)


@dataclass(frozen=True, slots=True)
class County:
    region: str
    municipalities: tuple[str, ...]


def counties() -> tuple[County, ...]:
    """All regions with at least six municipalities, by name."""
    by_region: dict[str, list[str]] = {}
    for entry in load_lexicon().content.municipalities:
        by_region.setdefault(entry.region, []).append(entry.name)
    return tuple(County(region, tuple(names)) for region, names in sorted(by_region.items()) if len(names) >= 6)


COUNTIES = counties()
FORMAL_NAMES = {entry.name: entry.formal_name for entry in load_lexicon().content.municipalities}


def county_of(region: str) -> County:
    return next(county for county in COUNTIES if county.region == region)


def choose_body(rng: random.Random, family: str) -> Body:
    """A body of the family: a third of the time one the lexicon knows, where there is one."""
    known = [body for body in KNOWN_BODIES if body.family == family]
    if known and rng.random() < 0.34:
        return rng.choice(known)
    county = rng.choice(COUNTIES)
    municipality = FORMAL_NAMES[rng.choice(county.municipalities)]
    region = county.region
    if family == "party":
        options = [
            ("Kommunstyrelsen", "Styrelsen", municipality), ("Kommunfullmäktige", "Fullmäktige", municipality),
            ("Socialnämnden", "Nämnden", municipality), ("Vård- och omsorgsnämnden", "Nämnden", municipality),
            ("Barn- och utbildningsnämnden", "Nämnden", municipality), ("Miljö- och byggnadsnämnden", "Nämnden", municipality),
            ("Kommunstyrelsens arbetsutskott", "Arbetsutskottet", municipality), ("Kultur- och fritidsnämnden", "Nämnden", municipality),
            ("Regionstyrelsen", "Regionstyrelsen", region), ("Regionfullmäktige", "Fullmäktige", region),
            ("Hälso- och sjukvårdsnämnden", "Nämnden", region), ("Patientnämnden", "Nämnden", region),
        ]  # fmt: skip
        name, generic, organisation = rng.choice(options)
        return Body(name, generic, family, organisation, region, word=rng.choice(("Protokoll", "Sammanträdesprotokoll")))
    if family == "organisations":
        options = [
            ("Kommunala pensionärsrådet", "Rådet", municipality), ("Brukarrådet", "Rådet", municipality),
            ("Kommunala rådet för funktionshinderfrågor", "Rådet", municipality), ("Regionala pensionärsrådet", "Rådet", region),
            ("Funktionsrättsrådet", "Rådet", municipality),
        ]  # fmt: skip
        name, generic, organisation = rng.choice(options)
        return Body(name, generic, family, organisation, region, word=rng.choice(("Minnesanteckningar", "Protokoll")))
    if family == "officials":
        choices = [
            ("Nätverket för socialchefer", "Nätverket"), ("Förvaltningschefsgruppen", "Gruppen"), ("Styrgruppen för nära vård", "Styrgruppen"),
            ("Chefsnätverket för vård och omsorg", "Nätverket"), ("Ledningsgruppen för länssamverkan", "Ledningsgruppen"),
            ("Länsstyrgruppen", "Styrgruppen"),
        ]  # fmt: skip
        name, generic = rng.choice(choices)
        return Body(name, generic, family, None, region, word=rng.choice(("Minnesanteckningar", "Mötesanteckningar")))
    federation = rng.choice(
        ("Södra Skogsbygdens räddningstjänstförbund", "Ådalarnas kommunalförbund", "Kustlandets samordningsförbund")
    )
    choices3: list[tuple[str, str, str | None]] = [
        ("Direktionen", "Direktionen", federation), ("Samverkansnämnden", "Nämnden", region), ("Politiska samrådsgruppen", "Samrådsgruppen", None),
        ("Gemensamma hjälpmedelsnämnden", "Nämnden", region), ("Presidiekonferensen", "Konferensen", None), ("Politiskt samråd", "Samrådet", None),
        ("Regionala samverkansrådet", "Rådet", region), ("Förbundsstyrelsen", "Styrelsen", federation),
    ]  # fmt: skip
    name, generic, organisation3 = rng.choice(choices3)
    return Body(name, generic, family, organisation3, region, word=rng.choice(("Protokoll", "Minnesanteckningar")))


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    party: str | None = None
    represents: str | None = None
    title: str | None = None


@dataclass
class People:
    """A supply of people, none of whom shares a full name with another of the same document."""

    rng: random.Random
    used: set[str] = field(default_factory=set)

    def name(self) -> str:
        while True:
            rng = self.rng
            first = rng.choice(DOUBLE_FIRST_NAMES) if rng.random() < 0.1 else rng.choice(FIRST_NAMES)
            last = rng.choice(LAST_NAMES)
            chance = rng.random()
            if chance < 0.05:
                last = f"{last}-{rng.choice(LAST_NAMES)}"
            elif chance < 0.1:
                last = f"{rng.choice(LAST_NAMES)} {last}"
            elif chance < 0.12:
                last = f"von {last}"
            name = f"{first} {last}"
            if name not in self.used:
                self.used.add(name)
                return name

    def member(self, represents: str | None = None, *, party: bool = False, title: str | None = None) -> Person:
        letters = None
        if party:
            letters = self.rng.choice(LOCAL_PARTIES) if self.rng.random() < 0.08 else self.rng.choice(PARTIES)
        return Person(self.name(), letters, represents, title)
