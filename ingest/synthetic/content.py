"""What is said under an item: presenters, running text, decisions, proposals, movements. Invented sentences, noted as facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.record import DecisionKind, MovementType
from ingest.synthetic.desk import Desk, Json
from ingest.synthetic.pools import KNOWN_BODIES, MATTERS, OFFICE_TITLES, UNITS, Matter, Person
from ingest.synthetic.sheet import Piece, Runs, flat, joined, styled
from ingest.synthetic.wording import day_month, genitive, initial, long_date, lower_initial

K, M = DecisionKind, MovementType


# --- decisions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sats:
    """One decision: `att` is what follows "att", `finite` what follows the body's name, `passive` a sentence of its own."""

    att: str
    kind: DecisionKind
    targets: tuple[str, ...] = ()
    finite: str | None = None
    passive: str | None = None
    object: str | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """A body or function that something is sent to: as written, and as the record names it."""

    written: str
    named: str


def others(desk: Desk) -> list[Other]:
    """Other bodies this document may speak of: known ones of the same region, boards, offices."""
    own = desk.body.name.lower()
    """A group called by the forum's own kind ("styrgruppen" in a länsstyrgrupp) would be the forum itself."""
    options = [Other(body.name, body.short) for body in KNOWN_BODIES if body.region == desk.body.region and body is not desk.body]
    options += [
        Other(body.abbreviation, body.short)
        for body in KNOWN_BODIES
        if body.region == desk.body.region and body is not desk.body and body.abbreviation
    ]
    if desk.body.family in ("municipal", "officials"):
        options += [
            Other("regionen", desk.body.region),
            Other("kommunerna", "kommunerna"),
            Other(desk.body.region, desk.body.region),
        ]
        options += [Other(name, name) for name in ("styrgruppen", "Beredningsgruppen") if name[:-2].lower() not in own]
    else:
        options += [
            Other(name, name)
            for name in ("Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige", "Tekniska nämnden", "Kulturnämnden")
        ]
        options += [Other("förvaltningen", "förvaltningen"), Other("kommundirektören", "kommundirektören")]
    return [other for other in options if other.named != desk.body.short]


FORUM_LIKE = ("nämnd", "styrelse", "fullmäktige", "grupp", "råd", "nätverk", "forum", "samråd")


def forums(desk: Desk) -> list[Other]:
    """Those of the others that meet."""
    return [
        other
        for other in others(desk)
        if any(word in other.written.lower() for word in FORUM_LIKE) or (other.written.isupper() and len(other.written) > 1)
    ]


WORKS = (
    "ta fram en gemensam tidplan", "kartlägga behovet i länet", "se över arbetssättet", "förankra underlaget i den egna organisationen",
    "utse kontaktpersoner", "återkomma med ett reviderat förslag", "samla in synpunkter", "beskriva de ekonomiska konsekvenserna",
    "göra en fördjupad analys", "prioritera insatserna för målgruppen", "bereda frågan vidare", "stärka samordningen lokalt",
)  # fmt: skip
CLAUSES = (
    "resurser avsätts för arbetet",
    "en gemensam lösning tas fram",
    "ersättningsnivån ses över",
    "frågan prioriteras under kommande år",
)


def substantial(desk: Desk, matter: Matter) -> list[Sats]:
    """All decisions that can be made in a matter; the caller chooses."""
    rng, report = desk.rng, matter.report or "underlaget"
    low = report if report.split()[0].isupper() else lower_initial(report)
    target = rng.choice(others(desk))
    office = rng.choice(("förvaltningen", "förvaltningschefen", "sekretariatet", "arbetsgruppen", "kansliet", "processledaren"))
    work, work2 = rng.sample(WORKS, 2)
    clause = rng.choice(CLAUSES)
    person, person2 = desk.people.member(), desk.people.member()
    unit = rng.choice(("Länsstyrelsen", "Försäkringskassan", "Socialstyrelsen", "Arbetsförmedlingen"))
    sats = [
        Sats(f"godkänna {low}", K.APPROVE, (), f"godkänner {low}", f"{report} godkänns"),
        Sats("godkänna redovisningen", K.APPROVE, (), "godkänner redovisningen", "Redovisningen godkänns"),
        Sats(f"anta {low}", K.ADOPT, (), f"antar {low}", f"{report} antas"),
        Sats("lägga informationen till handlingarna", K.TABLE, (), "lägger informationen till handlingarna", "Informationen läggs till handlingarna"),
        Sats(f"lägga {low} till handlingarna", K.TABLE, (), f"lägger {low} till handlingarna", f"{report} läggs till handlingarna"),
        Sats("i övrigt lägga rapporten till handlingarna", K.TABLE),
        Sats(f"rekommendera {target.written} att {work}", K.RECOMMEND, (target.named,), f"rekommenderar {target.written} att {work}"),
        Sats(f"ge {office} i uppdrag att {work}", K.ASSIGN, (office,), f"ger {office} i uppdrag att {work}", f"{initial(office)} får i uppdrag att {work}"),
        Sats(f"uppdra åt {office} att {work2}", K.ASSIGN, (office,), f"uppdrar åt {office} att {work2}"),
        Sats(f"{office} får i uppdrag att {work2}", K.ASSIGN, (office,)),
        Sats(f"tillskriva {unit} att {clause}", K.PETITION, (unit,), f"tillskriver {unit} att {clause}"),
        Sats(f"tillskriva {target.written} med begäran om att {clause}", K.PETITION, (target.named,)),
        Sats(f"bjuda in {person.name} till nästa möte", K.INVITE, (person.name,), f"bjuder in {person.name} till nästa möte"),
        Sats(f"utse {person.name} till kontaktperson i frågan", K.APPOINT, (person.name,), f"utser {person.name} till kontaktperson i frågan"),
        Sats(f"utse {person.name} och {person2.name} till representanter i arbetsgruppen", K.APPOINT, (person.name, person2.name)),
        Sats("notera informationen", K.NOTE, (), "noterar informationen", "Informationen noteras"),
        Sats("bordlägga ärendet", K.POSTPONE, (), "bordlägger ärendet", "Ärendet bordläggs"),
        Sats("bordlägga ärendet till nästa möte", K.POSTPONE, (), "bordlägger ärendet till nästa möte", "Ärendet bordläggs till nästa möte"),
        Sats("återremittera ärendet för komplettering", K.POSTPONE, (), "återremitterar ärendet för komplettering", "Ärendet återremitteras"),
        Sats("skjuta upp beslutet till nästkommande möte", K.POSTPONE),
        Sats("avslå förslaget", K.REJECT, (), "avslår förslaget", "Förslaget avslås"),
        Sats(f"avslå begäran om utökade medel för {lower_initial(matter.name)}", K.REJECT),
        Sats("publicera underlaget på den gemensamma webbplatsen", K.DIRECT),
        Sats("följa gällande rutin tills vidare", K.DIRECT),
        Sats("rutinen ska gälla från och med kommande årsskifte", K.DIRECT),
        Sats("skicka ut presentationen till samtliga deltagare", K.DIRECT),
        Sats("samtliga kommuner deltar i den fortsatta planeringen", K.DIRECT),
    ]  # fmt: skip
    return [replace(s, object=s.object or (report if report in s.att or low in s.att else matter.name)) for s in sats]


PAST = {
    "godkänner": "godkände", "antar": "antog", "lägger": "lade", "noterar": "noterade", "bordlägger": "bordlade", "avslår": "avslog",
    "återremitterar": "återremitterade", "utser": "utsåg", "fastställer": "fastställde", "bjuder": "bjöd",
    "godkänns": "godkändes", "antas": "antogs", "läggs": "lades", "noteras": "noterades", "bordläggs": "bordlades", "avslås": "avslogs",
    "återremitteras": "återremitterades", "utses": "utsågs", "fastställs": "fastställdes",
}  # fmt: skip
TOLD = (K.APPROVE, K.ADOPT, K.TABLE, K.NOTE, K.POSTPONE, K.REJECT, K.APPOINT)
"""Kinds that notes tell as done, without "beslutade" (Rapporten lades till handlingarna)."""


def past(words: str) -> str | None:
    """The sentence with its verb in the past tense; None when it has none of the known verbs."""
    parts = words.split()
    for i, word in enumerate(parts):
        if word in PAST:
            return " ".join([*parts[:i], PAST[word], *parts[i + 1 :]])
    return None


Form = Callable[[Desk, Json, Sequence[Sats]], None]


def _subject(desk: Desk) -> Piece:
    """The body's own name, or how its minutes call it."""
    return desk.forum_name() if desk.rng.random() < 0.6 else desk.body.generic


def _att(desk: Desk, item: Json, sats: Sats, word: str = "att ") -> Runs:
    return desk.decide(item, word + sats.att, sats.kind, sats.targets, sats.object, sats.due)


def _end(desk: Desk) -> str:
    return desk.rng.choice(("", "."))


def inline(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Nämnden beslutade att …, att … samt att …."""
    verb = desk.rng.choice(("beslutade", "beslutar", "beslutade", "beslöt"))
    desk.para(
        _subject(desk),
        f" {verb} ",
        joined([_att(desk, item, s) for s in satser], ", ", desk.rng.choice((" samt ", " och ", ", samt "))),
        ".",
    )


def lines(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Rådet beslutade / att … / att …, a line each."""
    verb, end, colon = desk.rng.choice(("beslutade", "beslutar", "beslutade")), _end(desk), desk.rng.choice(("", ":", ":"))
    bold = desk.rng.random() < 0.4
    desk.para(_subject(desk), f" {verb}{colon}")
    tight = desk.rng.random() < 0.6
    for s in satser:
        desk.para(_att(desk, item, s), end, bold=bold, tight=tight)


def lines_with_samt(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """… att … samt / att …"""
    desk.para(_subject(desk), " beslutade")
    for i, s in enumerate(satser):
        last = i == len(satser) - 1
        desk.line(_att(desk, item, s), "" if last else desk.rng.choice((" samt", ", samt", " samt,")))


def heading_att(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslut / Nämnden beslutar / att …"""
    desk.para(desk.rng.choice(("Beslut", "Beslut", "BESLUT")), bold=True)
    desk.para(_subject(desk), desk.rng.choice((" beslutar", " beslutar:", " beslutar")), tight=True)
    end = _end(desk)
    for s in satser:
        desk.line(_att(desk, item, s), end)


def heading_sentence(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslut / Nämnden godkänner rapporten. Without "att": each sentence one decision."""
    desk.para("Beslut", bold=True)
    for i, s in enumerate(satser):
        subject = desk.body.generic if desk.rng.random() < 0.5 else desk.body.name
        if s.passive and desk.rng.random() < 0.5:
            words: Piece = s.passive
        elif s.finite:
            words = [subject, " ", s.finite]
        else:
            words = [subject, f" beslutar att {s.att}"]
            desk.para(subject, " beslutar ", _att(desk, item, s), ".", tight=i == 0)
            continue
        desk.para(desk.decide(item, words, s.kind, s.targets, s.object), ".", tight=i == 0)


def heading_follows(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Nämnden beslutar följande: / att …; or for its own part: Nämnden beslutar för egen del / att …"""
    desk.para(
        _subject(desk),
        desk.rng.choice((" beslutar följande:", " fattar följande beslut:", " beslutar för egen del", " har beslutat")),
    )
    for s in satser:
        desk.line(_att(desk, item, s), _end(desk))


def label_att(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslut: att …"""
    if len(satser) == 1:
        desk.para("Beslut: ", _att(desk, item, satser[0]), _end(desk))
        return
    desk.para("Beslut:")
    for s in satser:
        desk.line(_att(desk, item, s), ".")


def passive_att(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslutas att … / Det beslutades att …"""
    lead = desk.rng.choice(("Beslutas ", "Beslutades ", "Det beslutades ", "Mötet beslutade "))
    for s in satser:
        desk.para(lead, _att(desk, item, s), ".")


def possessive(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Rådets beslut / att …"""
    desk.para(genitive(desk.body.generic), " beslut", desk.rng.choice(("", ":")), bold=desk.rng.random() < 0.5)
    end = _end(desk)
    for s in satser:
        desk.line(_att(desk, item, s), end)


def numbered(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Nämnden beslutar / 1. Godkänna … / 2. Uppdra åt …"""
    if desk.rng.random() < 0.5:
        desk.para("Beslut", bold=True)
        desk.line(_subject(desk), " beslutar")
    else:
        desk.para(_subject(desk), " beslutar", desk.rng.choice((":", " att:", " att")))
    with_att = desk.rng.random() < 0.4
    for i, s in enumerate(satser, start=1):
        words = f"att {s.att}" if with_att else initial(s.att) if desk.rng.random() < 0.5 else s.att
        desk.line(f"{i}. ", desk.decide(item, words, s.kind, s.targets, s.object), ".")


def infinitives(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Nämnden beslutar: / Godkänna … / Uppdra åt …, a line each, without numbers or "att"."""
    if desk.rng.random() < 0.5:
        desk.para("Beslut", bold=True)
        desk.line(_subject(desk), " beslutar att")
    else:
        desk.para(_subject(desk), " beslutar", desk.rng.choice((":", " att")))
    for s in satser:
        verb = s.att.split()[0].endswith(("a", "å", "ge", "se")) and not s.att.startswith("samtliga")
        desk.line(desk.decide(item, initial(s.att) if verb else f"att {s.att}", s.kind, s.targets, s.object), ".")


def bullets(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslut: / - att … / - att …"""
    if desk.rng.random() < 0.3:
        desk.para(desk.rng.choice(("Beslut", "Beslut:")), bold=True)
    else:
        desk.para(_subject(desk), desk.rng.choice((" beslutade:", " beslutar:", " beslutade")))
    for s in satser:
        desk.bullet(_att(desk, item, s), _end(desk))


def dels(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Nämnden beslutade dels att …, dels att …."""
    if len(satser) == 1:
        inline(desk, item, satser)
        return
    desk.para(_subject(desk), " beslutade dels ", joined([_att(desk, item, s) for s in satser], ", dels "), ".")


def told(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Minnesanteckningarna lades till handlingarna. / Rådet godkände rapporten. The rest with "beslutade att"."""
    for s in satser:
        words = [w for w in (past(s.passive or ""), s.finite and past(f"{desk.body.generic} {s.finite}")) if w]
        if s.kind in TOLD and words:
            desk.para(desk.decide(item, desk.rng.choice(words), s.kind, s.targets, s.object), ".")
        else:
            desk.para(desk.body.generic, " beslutade ", _att(desk, item, s), ".")


def label_sentence(desk: Desk, item: Json, satser: Sequence[Sats]) -> None:
    """Beslut: Rapporten godkänns. One line each."""
    for s in satser:
        words = [w for w in (s.passive, s.finite and f"{desk.body.generic} {s.finite}") if w]
        if words:
            desk.para("Beslut: ", desk.decide(item, desk.rng.choice(words), s.kind, s.targets, s.object), ".")
        else:
            desk.para(desk.body.generic, " beslutar ", _att(desk, item, s), ".")


FORMS: dict[str, Form] = {
    "inline": inline, "lines": lines, "samt": lines_with_samt, "heading": heading_att, "sentences": heading_sentence, "label": label_att,
    "passive": passive_att, "possessive": possessive, "numbered": numbered, "bullets": bullets, "dels": dels,
    "told": told, "infinitives": infinitives, "follows": heading_follows, "label sentence": label_sentence,
}  # fmt: skip


# --- presenters -------------------------------------------------------------------------------------------------------


def _presenter(desk: Desk) -> tuple[Person, str, str]:
    """A person with role and organisation."""
    return desk.people.member(), desk.rng.choice(OFFICE_TITLES), desk.rng.choice((*UNITS, desk.body.region))


def present_lines(desk: Desk, item: Json) -> None:
    """Föredragande: Namn, roll, organisation; a line each when several."""
    italic = desk.rng.random() < 0.4
    for i in range(desk.rng.choice((1, 1, 2, 3))):
        person, role, organisation = _presenter(desk)
        name = desk.presenter(item, person, role=role, organisation=organisation)
        desk.para("Föredragande: " if i == 0 else "", name, f", {role}, {organisation}", italic=italic, tight=True)


def present_joint(desk: Desk, item: Json) -> None:
    """Föredragande: A och B, utredare vid enheten"""
    role, organisation = desk.rng.choice(("utredare", "utvecklingsledare", "processledare")), desk.rng.choice(UNITS)
    people = [desk.people.member() for _ in range(2)]
    names = [desk.presenter(item, person, role=role, organisation=organisation) for person in people]
    desk.line("Föredragande: ", joined(names, ", ", " och "), f", {role}, {organisation}")


def present_brackets(desk: Desk, item: Json) -> None:
    """Föredragning: A (roll), B (roll)"""
    entries: list[Piece] = []
    for _ in range(desk.rng.choice((1, 2))):
        person, role, _organisation = _presenter(desk)
        entries.append([desk.presenter(item, person, role=role, organisation=None), f" ({role})"])
    desk.line(desk.rng.choice(("Föredragning: ", "Föredragande: ")), joined(entries, ", "))


def present_name_only(desk: Desk, item: Json) -> None:
    """Föredragande: A, with nothing else"""
    desk.line(
        desk.rng.choice(("Föredragande: ", "Föredragning: ", "Föredragare: ")),
        desk.presenter(item, desk.people.member(), role=None, organisation=None),
    )


def present_sentence(desk: Desk, item: Json) -> None:
    """A, roll, informerar om …"""
    person, role, _organisation = _presenter(desk)
    matter = lower_initial(item["topics"][0]) if item["topics"] else "arbetet"
    verb = desk.rng.choice(
        (
            "informerar om",
            "informerade om",
            "redogjorde för",
            "presenterade",
            "redovisar",
            "föredrar",
            "berättade om",
            "föredrog",
            "gav en lägesbild av",
            "rapporterade om",
        )
    )
    form = desk.rng.randint(0, 2)
    if form == 0:
        desk.para(desk.presenter(item, person, role=role, organisation=None), f", {role}, {verb} {matter}.")
    elif form == 1:
        desk.para(initial(role), " ", desk.presenter(item, person, role=role, organisation=None), f" {verb} {matter}.")
    else:
        desk.para(desk.presenter(item, person, role=None, organisation=None), f" {verb} {matter}.")


def present_matter(desk: Desk, item: Json) -> None:
    """Föredragande tjänsteperson: A, roll / A, roll, föredrar ärendet. / Inbjuden föredragande: A"""
    person, role, organisation = _presenter(desk)
    form = desk.rng.randint(0, 2)
    if form == 0:
        label = desk.rng.choice(("Föredragande tjänsteperson: ", "Föredragande tjänsteman: ", "Inbjuden föredragande: "))
        desk.para(
            label, desk.presenter(item, person, role=role, organisation=organisation), f", {role}, {organisation}", tight=True
        )
    elif form == 1:
        desk.para(desk.presenter(item, person, role=role, organisation=None), f", {role}, föredrar ärendet.")
    else:
        desk.para(f"Ärendet föredras av {role} ", desk.presenter(item, person, role=role, organisation=None), ".")


PRESENTERS: dict[str, Callable[[Desk, Json], None]] = {
    "lines": present_lines, "joint": present_joint, "brackets": present_brackets, "name only": present_name_only, "sentence": present_sentence, "matter": present_matter,
}  # fmt: skip


# --- running text -----------------------------------------------------------------------------------------------------

FILLER = (
    "Arbetet har pågått sedan i våras och omfattar samtliga verksamheter som berörs.",
    "Underlaget har skickats ut tillsammans med kallelsen.",
    "I diskussionen framhölls vikten av tydliga kontaktvägar och av att personalen får tid för uppgiften.",
    "Flera deltagare lyfte att förutsättningarna skiljer sig åt mellan tätort och landsbygd.",
    "Kostnaden beräknas rymmas inom befintlig budgetram.",
    "Ett beslutsunderlag väntas vara klart efter sommaren.",
    "Bakgrunden är de synpunkter som kom in under hösten.",
    "Det finns skillnader i hur kommunerna har organiserat stödet.",
    "Frågan om finansiering är ännu inte löst.",
    "Uppföljningen visar att fler än tidigare tar del av insatsen.",
    "Synpunkterna togs emot och diskussionen var livlig.",
    "Det noterades att statistiken avser helåret och att jämförelser bör göras med försiktighet.",
    "En genomgång gjordes av nuläget, och presentationen bifogas.",
    "Inför beslut behöver konsekvenserna för de mindre enheterna beskrivas.",
    "Deltagarna var överens om att dialogen med brukarna är viktig.",
    "Under året har två utbildningsdagar hållits med god uppslutning.",
    "Vissa moment har blivit försenade på grund av personalbyten.",
    "Lagstiftningen väntas träda i kraft vid kommande årsskifte.",
    "Erfarenheterna från försöket är goda men underlaget är begränsat.",
    "Ordföranden tackade för föredragningen.",
    "Några frågor ställdes om tidplan och bemanning.",
    "Resultatet redovisas i tabellform i den bifogade rapporten.",
    "Antalet ansökningar var 214, vilket är en ökning med 12 procent.",
)


def filler(desk: Desk, low: int = 1, high: int = 3) -> str:
    return " ".join(desk.rng.sample(FILLER, desk.rng.randint(low, high)))


def next_date(desk: Desk) -> dt.date:
    return desk.date + dt.timedelta(days=desk.rng.randint(25, 130))


def movement(desk: Desk, item: Json) -> Runs:
    """One sentence that sends the matter on, noted with type, target and due date."""
    rng = desk.rng
    other = rng.choice(forums(desk) or others(desk))
    target = rng.choice(others(desk))
    due = next_date(desk)
    written_due = rng.choice((f"den {day_month(due)}", f"den {long_date(due)}", due.isoformat()))
    work = rng.choice(WORKS)
    own = desk.body
    its = genitive(other.written)
    options: list[tuple[str, MovementType, str, dt.date | None]] = [
        (f"{own.generic} lämnar en rekommendation till {target.written} att {work}.", M.RECOMMENDS, target.named, None),
        (f"Avslutningsvis rekommenderades {target.written} att {work}.", M.RECOMMENDS, target.named, None),
        (f"{own.generic} rekommenderar {target.written} att {work}.", M.RECOMMENDS, target.named, None),
        (f"{initial(target.written)} fick i uppdrag att {work}.", M.ASSIGNS, target.named, None),
        (f"{initial(target.written)} får i uppdrag att {work} till {written_due}.", M.ASSIGNS, target.named, due),
        (f"{own.generic} gav {target.written} i uppdrag att {work}.", M.ASSIGNS, target.named, None),
        (f"Uppdraget att {work} lämnas till {target.written}.", M.ASSIGNS, target.named, None),
        (f"Frågan återrapporteras till {other.written} {written_due}.", M.REPORTS_BACK_TO, other.named, due),
        (f"Återrapportering sker vid {its} möte {written_due}.", M.REPORTS_BACK_TO, other.named, due),
        (f"Arbetet återkopplas till {other.written} under hösten.", M.REPORTS_BACK_TO, other.named, None),
        (f"En återrapport lämnas till {own.generic[0].lower() + own.generic[1:]} {written_due}.", M.REPORTS_BACK_TO, own.short, due),
        (f"Ärendet hänförs till {its} möte {written_due}.", M.REFERRED_TO, other.named, due),
        (f"Ärendet behandlas vid {its} möte {written_due}.", M.REFERRED_TO, other.named, due),
        (f"Frågan lyfts till {other.written} för ställningstagande.", M.REFERRED_TO, other.named, None),
        (f"Ärendet hänskjuts till {other.written}.", M.REFERRED_TO, other.named, None),
        (f"Förslaget tas därefter upp i {other.written} {written_due}.", M.REFERRED_TO, other.named, due),
        (f"Frågan remitteras till {other.written} för yttrande.", M.REFERRED_TO, other.named, None),
        (f"Ärendet skickas vidare till {other.written} för beslut.", M.REFERRED_TO, other.named, None),
        (f"Frågan har lyfts av {other.written}.", M.RAISED_BY, other.named, None),
        (f"Ärendet har väckts av {other.written}.", M.RAISED_BY, other.named, None),
        (f"Frågan kommer från {other.written}, som önskar en gemensam hållning.", M.RAISED_BY, other.named, None),
        (f"{own.generic} tillskriver {other.written} i frågan.", M.PETITIONS, other.named, None),
        (f"Arbetet redovisas för {other.written} senast {written_due}.", M.REPORTS_BACK_TO, other.named, due),
        (f"Resultatet ska återrapporteras till {other.written} senast {written_due}.", M.REPORTS_BACK_TO, other.named, due),
        (f"Återkoppling till {other.written} ges {written_due}.", M.REPORTS_BACK_TO, other.named, due),
        (f"Frågan överlämnas till {other.written}.", M.REFERRED_TO, other.named, None),
        (f"Ärendet går vidare till {other.written} för beslut {written_due}.", M.REFERRED_TO, other.named, due),
        (f"Ärendet tas upp på {its} möte {written_due}.", M.REFERRED_TO, other.named, due),
        (f"{own.generic} uppdrog åt {target.written} att {work}.", M.ASSIGNS, target.named, None),
        (f"På initiativ av {other.written} behandlas frågan i dag.", M.RAISED_BY, other.named, None),
    ]  # fmt: skip
    words, type_, to, when = rng.choice(options)
    if type_ is M.RAISED_BY:
        return desk.move(item, words, type_, own.short, None, from_=to)
    return desk.move(item, words, type_, to, when)


def prior_decision(desk: Desk, item: Json) -> Runs:
    """A sentence that tells of a decision made elsewhere or before."""
    rng = desk.rng
    other = rng.choice(forums(desk) or others(desk))
    date = desk.date - dt.timedelta(days=rng.randint(40, 400))
    paragraph = rng.randint(3, 190)
    report = lower_initial(item["reports"][0]) if item["reports"] else "planen"
    name = initial(other.written)
    work = rng.choice(WORKS)
    options: list[tuple[str, str | None, dt.date | None, DecisionKind]] = [
        (f"{name} beslutade den {long_date(date)}, § {paragraph}, att anta {report}.", other.named, date, K.ADOPT),
        (
            f"{name} beslutade {date.isoformat()} § {paragraph} att ge förvaltningen i uppdrag att {work}.",
            other.named,
            date,
            K.ASSIGN,
        ),
        (f"Vid sitt möte den {long_date(date)} beslutade {other.written} att godkänna {report}.", other.named, date, K.APPROVE),
        (f"{name} har tidigare beslutat att {work}.", other.named, None, K.DIRECT),
        (f"Vid föregående möte beslutades att {work}.", None, None, K.DIRECT),
        (f"Den {long_date(date)} avslog {other.written} förslaget.", other.named, date, K.REJECT),
    ]
    words, forum, when, kind = rng.choice(options)
    return desk.prior(item, words, forum, when, kind)


def proposal(desk: Desk, matter: Matter) -> None:
    """What somebody proposes: worded like decisions, and not decisions."""
    rng = desk.rng
    first, second = rng.sample(substantial(desk, matter), 2)
    form = rng.randint(0, 3)
    if form == 0:
        desk.para(
            rng.choice(
                (
                    "Förslag till beslut",
                    "Förvaltningens förslag till beslut",
                    "Arbetsutskottets förslag till beslut",
                    "Ordförandens förslag",
                )
            ),
            bold=True,
        )
        desk.line(f"{desk.body.generic} beslutar")
        for s in (first, second):
            desk.line(f"att {s.att}.")
    elif form == 1:
        desk.para(f"Förvaltningen föreslår att {lower_initial(desk.body.generic)} beslutar att {first.att}.")
    elif form == 2:
        desk.para(f"Arbetsutskottet föreslår {lower_initial(desk.body.generic)} besluta att {first.att}.")
    else:
        desk.para(f"Förslag till beslut: att {first.att}.")


def procedure(desk: Desk) -> None:
    """Motions, the putting of the question and reservations: told, not decisions."""
    if not desk.members:
        return
    person = desk.rng.choice(desk.members)
    name = f"{person.name} ({person.party})" if person.party else person.name
    form = desk.rng.randint(0, 3)
    if form == 0:
        desk.para(desk.rng.choice(("Yrkanden", "Yrkande", "Förslag till beslut på sammanträdet")), bold=True)
        desk.line(f"{name} yrkar avslag på förslaget.")
        desk.para("Beslutsgång", bold=True)
        desk.line(
            f"Ordföranden ställer förslagen mot varandra och finner att {lower_initial(desk.body.generic)} beslutar enligt liggande förslag."
        )
    elif form == 1:
        desk.para(desk.rng.choice(("Reservation", "Reservationer")), bold=True)
        desk.line(f"{name} reserverar sig mot beslutet till förmån för eget förslag.")
    elif form == 2:
        desk.para(f"Mot beslutet reserverar sig {name}.")
    else:
        desk.para("Omröstningen utfaller med 7 ja-röster mot 4 nej-röster.")
        desk.para(f"{name} deltar inte i beslutet.")


@dataclass
class Manner:
    """How one set of minutes is written: the forms it keeps to."""

    formal: bool
    form: str
    presenters: str


def matter_text(desk: Desk, item: Json, matter: Matter, manner: Manner) -> None:
    """Presenters, text and decisions of one matter."""
    rng = desk.rng
    item["topics"] = [matter.name]
    if matter.report:
        item["reports"] = [matter.report]
    decisions = rng.sample(substantial(desk, matter), rng.choice((0, 1, 1, 1, 2, 2, 3)))
    kinds: set[tuple[DecisionKind, str]] = set()
    chosen = []
    for s in decisions:
        if (s.kind, s.att.split()[0]) not in kinds and not (s.kind is K.TABLE and any(k is K.TABLE for k, _ in kinds)):
            kinds.add((s.kind, s.att.split()[0]))
            chosen.append(s)
    presents = rng.random() < 0.65
    form = manner.presenters if rng.random() < 0.7 else rng.choice(list(PRESENTERS))
    if manner.formal and chosen:
        _decide(desk, item, chosen, manner)
        if rng.random() < 0.85:
            desk.para(rng.choice(("Sammanfattning", "Sammanfattning av ärendet", "Ärendebeskrivning", "Bakgrund")), bold=True)
    if presents:
        PRESENTERS[form](desk, item)
    _running_text(desk, item, matter)
    if manner.formal and rng.random() < 0.4:
        desk.para("Beslutsunderlag", bold=True)
        desk.bullet(f"Tjänsteskrivelse daterad {(desk.date - dt.timedelta(days=rng.randint(8, 40))).isoformat()}")
        if matter.report:
            desk.bullet(matter.report)
    if rng.random() < (0.4 if manner.formal else 0.15):
        proposal(desk, matter)
    if not manner.formal and chosen:
        _decide(desk, item, chosen, manner)
    if manner.formal and chosen and rng.random() < 0.3:
        procedure(desk)
    if manner.formal and chosen and rng.random() < 0.4:
        desk.para(rng.choice(("Beslutet skickas till", "Beslutet ska skickas till", "Expedieras till")), bold=True)
        desk.line(rng.choice(("Kommunledningskontoret", "Socialförvaltningen", "Akten")))


def _decide(desk: Desk, item: Json, chosen: Sequence[Sats], manner: Manner) -> None:
    name = manner.form if desk.rng.random() < 0.75 else desk.rng.choice(list(FORMS))
    if manner.formal and name == "told":
        name = "sentences"
    FORMS[name](desk, item, chosen)


def _running_text(desk: Desk, item: Json, matter: Matter) -> None:
    rng = desk.rng
    pieces: list[Piece] = [filler(desk)]
    if matter.short and matter.short not in desk.defined and rng.random() < 0.6:
        pieces += [" Här avses ", desk.abbreviate(matter.short, lower_initial(matter.name)), " i vid mening."]
    if rng.random() < 0.35:
        pieces += [" ", movement(desk, item)]
    if rng.random() < 0.5:
        pieces += [" ", filler(desk, 1, 2)]
    desk.para(*pieces)
    if rng.random() < 0.25:
        desk.para(filler(desk, 1, 1), " ", prior_decision(desk, item), " ", filler(desk, 1, 1))
    if rng.random() < 0.4:
        desk.para(filler(desk, 2, 4))


def formal_decision(desk: Desk, item: Json, sats: Sats, manner: Manner) -> None:
    """The decision of an opening, an agenda, an adjuster: in the manner of the document."""
    form = manner.form
    if form in ("dels", "samt", "numbered", "bullets") and desk.rng.random() < 0.6:
        form = "inline"
    FORMS[form](desk, item, [sats])


def matters(desk: Desk, count: int) -> list[Matter]:
    return desk.rng.sample(MATTERS, count)


__all__ = [
    "FORMS",
    "PRESENTERS",
    "Manner",
    "Sats",
    "filler",
    "flat",
    "formal_decision",
    "matter_text",
    "matters",
    "next_date",
    "styled",
]
