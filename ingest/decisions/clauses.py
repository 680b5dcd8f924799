"""Clauses: where an att-sats begins and ends, over line ends, and where one sentence holds several."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.names import lowered_between, squash
from graph.record import DecisionKind
from ingest.kinds import decision_kind, verbs
from ingest.lines import Line
from ingest.people.words import is_first_name
from ingest.sentences import iter_sentences
from ingest.verbs import is_finite
from ingest.vocabulary import section_heading

_BULLET = r"[-–—−•*·●○◦▪■□‣➢►→⇒✓\uf0b7\uf0a7\uf0d8]"
"""The last three are what a copy makes of the bullets of symbol fonts."""
_NUMBER = r"(?:(?:\d{1,2}|[a-z])\s?[.)]|\((?:\d{1,2}|[a-z])\))"
_MARK = rf"(?:(?:[-–•]\s+)?{_NUMBER}\s+|(?:[-–•]\s+)?\d{{1,2}}\s+(?=att\b)|o\s+(?=att\b)|{_BULLET}\s*)"
ATT = re.compile(rf"^{_MARK}?(?:(?:dels|samt|och)\s+)?att\b", re.IGNORECASE)
NUMBERED = re.compile(rf"^(?:{_NUMBER}|{_BULLET}|(?:\d{{1,2}}|o)(?=\s[A-ZÅÄÖ]))\s+(?=\S)")
LEAD = re.compile(rf"^(?:{_MARK}|(?:\d{{1,2}}|o)\s+(?=(?-i:[A-ZÅÄÖ])))?(?:(?:dels|samt|och)\s+(?=att\b))?", re.IGNORECASE)
SENTENCE_END = re.compile(
    r"[.:\s](?:(?<=\.)(?:(?<!\b[a-zåäö]\.[a-zåäö]\.)(?<!\b(?:kl|nr|st|ca|tf)\.)(?<!\bang\.)(?<!\bbitr\.)(?<!\b\d\.)(?<!\b\d\d\.)(?=\s+(?:[A-ZÅÄÖ§“\"]|_{2}|-{3}|\(?\d{1,3}\)?\.?\s+[A-ZÅÄÖ]{2}|\d{1,3}/\s+[A-ZÅÄÖ]|\d{1,2}\.\d{1,2}\.?\s+[A-ZÅÄÖ]))"
    r"|(?<=\d\.)(?=\n[A-ZÅÄÖ])|(?:(?<=\d[.:]\d\d\.)|(?<=kl\. \d\d\.)|(?<=kl \d\d\.)|(?<=klockan \d\d\.)|(?<=vecka \d\d\.)|(?<=alternativ \d\.)|(?<=etapp \d\.)|(?<=bilaga \d\.)|(?<=\d[–-]\d\d\.))(?=\s+[A-ZÅÄÖ]))"
    r"|(?<=\s)(?=\s*[A-ZÅÄÖ])(?:(?<=till handlingarna\s)|(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+\s+(?:informera(?:r|de)|redogör|redogjorde|berätta(?:r|de)|rapportera(?:r|de)|visa(?:r|de)|föredrar|föredrog)\b)(?:(?<=informationen\s)|(?<=redogörelsen\s)|(?<=redovisningen\s)|(?<=rapporten\s)|(?<=skrivelsen\s)|(?<=protokollet\s)|(?<=handlingarna\s))|(?<!\boch\s)(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+(?:(?:\s+\([A-ZÅÄÖ]{1,4}\))?(?:,|\s+och)\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+){0,6}\s+(?:\([A-ZÅÄÖ]{1,4}\)\s+(?:reserverar|yrkar|anmäler)\b|(?:\([A-ZÅÄÖ]{1,4}\)\s+)?(?:reserverar\s+sig|deltar\s+(?:inte|ej)|anmäler\s+jäv)\b)))|(?<=:)(?=\s*\n\s*[A-ZÅÄÖ]|\s+[-–•]\s+[A-ZÅÄÖ]))"
)
_TAIL = re.compile(
    r"(?:\s*(?:,|;|\||\.|\bsamt\b|\boch\b|\bde[li1]s\b))+\s*$|(?:\s*[,;.])*\s+(?:(?:sida|sid)\s+)?\d{1,3}\s?\(\d{1,3}\)$",
    re.IGNORECASE,
)
"""What parts a clause from the next, or the number of the page at whose foot it ends: "… sprida planen 60 (86)"."""
_SPLIT = re.compile(
    r"[,.;\s](?:(?:(?:(?<=,)\s+|(?<=\s)\s*)(?:samt|dels|och|men)\s+|(?<=[,.;])\s+|(?:(?<=[,.;])\s+|(?<=\s)\s*)[-–—•]\s+(?:\d{1,2}[.)]?\s+)?(?:samt\s+|och\s+)?)(?=(?:att|a t t)\s)(?!att\s+(?:jämte|tillsammans)\b)"
    r"|(?<=\s)(?<![:(]\s)\s*(?=(?-i:Att)\s+[\wåäö]))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"a(?:tt| t t)\s")
"""What stands behind every such border, in text in lower case."""
_ELSE = re.compile(r"att\s+i\s+övrigt\s")
""" "att föreslå …, att i övrigt godkänna planen": beside what it asks for."""
_ANEW_BETWEEN = re.compile(r"\s[-–—•]\s|^[.;]")
UNFINISHED = re.compile(r"(?:[–-]|\b(?:och|samt|för|av|till|i|med|om|från|den|det|de|att|på))$", re.IGNORECASE)
BY_LAW = re.compile(
    r"(?:med\s+stöd\s+av|enligt)\s[^.]*?\d[^.]*?\s(?:förelägga|bevilja|avslå|förbjuda|meddela|avvisa|lämna|ge|godkänna)\s"
)
""" "med stöd av 11 kap 20 § förelägga ägaren att …", below "Nämnden beslutar"."""
PROPOSED_BY = re.compile(
    r"\b(?:föresl(?:år|og)|yrka(?:r|de)|kommer\s+att|reserverar?|det\s+noter\w+|ställ(?:er|de)\s+(?:\w+\s+){0,3}?proposition|(?:votering|omröstning)\s+begär\w*)\b",
    re.IGNORECASE,
)
ORDERS = re.compile(
    r"\b(?:ska|skall|gäller|upphör|träder\s+i\s+kraft|ges\s+rätt(?:en)?\s+att)\b|^Som\s+tomt(?:plats)?\s+får\b|^(?:\w+\s+)?\w+en\s+(?:förklaras\s+omedelbart\s+justera[dt]|justeras\s+omedelbart)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:om|angående|gällande|kring|rörande)\s+\S", re.IGNORECASE)
"""A petition that says what about needs no att-sats of its own."""
_FROM_WHOM = re.compile(r"\bbegära\s+(?!av\s|hos\s)(?:[a-zåäö]+\s+){1,3}?(?:av|från|hos)\s", re.IGNORECASE)
""" "att begära svar av kommunerna" says what is begged for."""

ASKS = {DecisionKind.RECOMMEND, DecisionKind.ASSIGN, DecisionKind.PETITION}
"""What is asked of another has an att-sats of its own inside."""
MEETINGS_OWN = {
    DecisionKind.OPEN,
    DecisionKind.CLOSE,
    DecisionKind.TABLE,
    DecisionKind.POSTPONE,
    DecisionKind.REJECT,
    DecisionKind.RECOMMEND,
    DecisionKind.ASSIGN,
    DecisionKind.PETITION,
    DecisionKind.INVITE,
    DecisionKind.APPOINT,
    DecisionKind.NOTE,
}
"""What a body does itself: never part of what it asks another to do."""


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int
    listed: bool = False
    """It stands with a number or bullet of its own below a decision: it is a decision whatever its words."""
    of: str | None = None
    """The body that is asked to decide so: "Kommunstyrelsen föreslår kommunfullmäktige besluta att …"."""
    kind: DecisionKind | None = None
    """Told by more than its words: "Enligt förslaget" approves."""
    elected: tuple[str, ...] = ()
    """Who is elected, where their names stand on the lines below the words that elect them."""


_LONGEST_TAIL = 40
_STOPS = ",;|."
_TAIL_WORDS = ("samt", "och", "dels", "deis", "de1s")
_TAIL_ENDS = (*_STOPS, *_TAIL_WORDS, ")")
"""How whatever `_TAIL` finds ends."""


def trimmed_end(text: str, clause: Clause) -> int:
    """The end of a clause without the comma, full stop or "samt" that parts it from the next."""
    last = lowered_between(text, max(clause.start, clause.end - _LONGEST_TAIL), clause.end)
    stripped = last.rstrip()
    if not stripped.endswith(_TAIL_ENDS) or (stripped[-1] == ")" and not stripped[-2:-1].isdecimal()):
        return clause.end
    if last[-1] in _STOPS and last[-2:-1].isalnum() and not last.endswith(_TAIL_WORDS, 0, -1):
        return clause.end - 1  # the sign is all that parts it
    tail = _TAIL.search(text, max(clause.start, clause.end - _LONGEST_TAIL), clause.end)
    return tail.start() if tail else clause.end


_NEXT_ATT = re.compile(r"\s(?<=[\wåäö)”§]\s)\s*(?=att\s+[\wåäö])")
_TAKES_ATT = re.compile(
    r"\b(?:\w*uppdrag(?:et)?|\w*förslag(?:et)?|beslut(?:et|ar|ade)?|besluta|rätt(?:en)?|möjlighet(?:en)?|möjligt|viktigt|nödvändigt|beredda?|redo|skyldiga?|angeläget|lämpligt|tanken?|idén?|princip(?:en)?|villkor(?:et)?|risk(?:en)?|faktum|skäl(?:et)?|fråga(?:n)?|hopp(?:et)?|mandat(?:et)?|avsikt(?:en)?|inriktning(?:en)?|begäran|önskan|önskemål(?:et)?|krav(?:et)?|yrkande(?:t)?|syfte(?:t)?|mål(?:et)?|uppgift(?:en)?"
    r"|för|om|av|till|på|i|med|genom|utan|efter|att|inte|och|samt|dels|innebär|är|så|ska|kan|bör|befogenhet(?:en)?|tillstånd(?:et)?|skyldighet(?:en)?|tid|föreslår|begär|anser|medger|önskar)$",
    re.IGNORECASE,
)
"""What an att-sats may belong to; behind any other word it is the next thing decided, in a copy that lost its commas."""
_BEGINS_ANEW = {
    DecisionKind.TABLE,
    DecisionKind.POSTPONE,
    DecisionKind.REJECT,
    DecisionKind.RECOMMEND,
    DecisionKind.ASSIGN,
    DecisionKind.APPOINT,
    DecisionKind.ADOPT,
    DecisionKind.APPROVE,
}


def _run_together(text: str, clause: Clause) -> list[Clause]:
    """The att-satser of a clause that stand one after the other without a comma: "att godkänna planen att uppdra åt kontoret att sprida den"."""
    if not text[clause.start : clause.start + 4].lower().startswith("att"):
        return [clause]
    out: list[Clause] = []
    begin = clause.start
    for match in _NEXT_ATT.finditer(text, clause.start + 4, clause.end):
        before = text[begin : match.start()]
        takes_att = _TAKES_ATT.search(before.rsplit(None, 1)[-1]) is not None and _AS_PROPOSED.search(before) is None
        following = squash(text[match.end() : match.end() + _NEAR])
        kind, told = decision_kind(following)
        anew = kind in _BEGINS_ANEW and told is not None and told.start() == 0
        takes_att = takes_att and not (anew and _OF_CITIZENS.search(before))
        if takes_att and not _BELONGS_TO_NOTHING.match(text, match.end(), clause.end):
            continue
        own, own_told = decision_kind(squash(before))
        acts = (own_told is not None or _IS_TO.match(before) or _known_act().match(before)) and own is not DecisionKind.APPOINT
        anew = (
            anew
            or _BELONGS_TO_NOTHING.match(following) is not None
            or (own is DecisionKind.APPOINT and _IS_JUSTIFIED.match(following) is not None)
            or (
                bool(acts)
                and before.count(" ") > 1
                and (_is_deed(following) or _is_thing(following))
                and not _ON_WHAT.search(before)
            )
        )
        told_of = _is_thing(before) or _is_deed(before)
        joined = told_of and (_is_thing(following) or _is_deed(following)) and not _ON_WHAT.search(before)
        joined = joined or (_IS_SO.match(before) is not None and _IS_INFINITIVE.match(following) is not None)
        if not anew and not joined and not (acts and (_IS_TO.match(following) or _known_act().match(following))):
            continue
        if _ASKING.search(before, before.rfind(" att ") + 1):
            continue  # what it asks for
        out.append(replace(clause, start=begin, end=match.start()))
        begin = match.end()
    return [*out, replace(clause, start=begin)] if out else [clause]


_OF_CITIZENS = re.compile(r"\b(?:medborgar|invånar|e-)förslaget$")
""" "att ställa sig positiv till medborgarförslaget att föreslå styrelsen att …": none of citizens is that a body should ask another."""
_IS_SO = re.compile(r"att\s+[a-zåäö]{3,}(?:en|et|an|na)\s[^,.]{0,60}?\b(?:är|blir|förblir)\s+oförändra\w+$")
_IS_INFINITIVE = re.compile(r"att\s+(?:(?:[a-zåäö]+a|se|ge|gå|få|ta)\s|uppdra\b)")
""" "att avgiften är oförändrad att ta upp frågan i budgeten"."""
_AS_PROPOSED = re.compile(r"\b(?:enligt|i\s+enlighet\s+med)\s+(?:[\wåäö-]+\s+){0,3}?(?:[\wåäö-]+s\s+)?förslag(?:et)?$")
""" "att bevilja medel enligt beredningens förslag att avslå …": how it was decided, and what is decided next."""
_NEAR = 90
_IS_JUSTIFIED = re.compile(r"att\s+(?:protokollet|justering(?:en)?)\s+(?:justeras|sker|äger\s+rum)\b")
""" "att välja Anna Ek till justerare att protokollet justeras i maj": who, and when."""
_BELONGS_TO_NOTHING = re.compile(
    r"att\s+(?:denna\s+)?paragraf(?:en)?\s+(?:ska\s+)?(?:förklaras?|justeras)\b"
    r"|att\s+\d[\d ,.]*\s?(?:kr|kronor|tkr|mkr|mnkr|procent)\s+(?:[a-zåäö]+\s){0,3}?[a-zåäö]{3,}s\s"
)
""" "att paragrafen förklaras omedelbart justerad", "att 2 mnkr avsätts till …": belongs to nothing before it."""
_IS_TO = re.compile(
    r"att\s+(?:en|ett)\s+(?:[a-zåäö-]+\s){1,3}?(?:ska|skall)\s[a-zåäö]"
    r"|att\s+(?:ing(?:en|et|a)|en|ett)\s+(?:[a-zåäö-]+\s){1,3}?(?:krävs|behövs|tas\s+ut|utgår|debiteras|godtas)\b"
    r"|att\s+(?:[a-zåäö-]+\s){0,1}[a-zåäö-]+(?:en|et|na)\s+(?:(?:[a-zåäö0-9-]+\s){0,6}?(?:ska|skall|inte\s+\w+s|får|har|gäller|läggs|anmäls|skickas|(?:därmed\s+|härmed\s+)?upphör)|fastställs|justeras|debiteras|utbetalas|tas\s+ut)\b"
)
""" "att insatsen ska följas upp"."""


_OF_A_THING = re.compile(
    r"att\s+(?:den|det|de|[a-zåäö]{3,}(?:en|et|an|na))\s+(?:(?:gemensamt|även|också|därefter)\s+)?(?P<verb>[a-zåäö]+)\b"
)


_ON_WHAT = re.compile(
    r"(?:\b\w*(?:ändr|juster|sättn|motiver|inriktn|kompletter|marker|erinr|invändn|bedömn|uppfattn|men|förhoppn|begränsn|uppman|anvisn)ing(?:en|ar|arna)?"
    r"|villkor(?:et)?|tillägg(?:et)?|besked(?:et)?|löfte(?:t)?|påstående(?:t)?|synpunkt(?:en|er|erna)?|slutsats(?:en)?|nyhet(?:en)?)$"
)
""" "under förutsättning att …", "med ändringen att …", "beskedet att …"."""


def _is_thing(clause: str) -> bool:
    """Whether an att-sats says what happens with a thing: "att rådet fortsätter", "att mötena flyttas"."""
    verb = _verb_of_thing(clause)
    if verb is None and (done := _DONE.match(clause)):
        return done["verb"] in _done_forms()
    return verb is not None and (verb in {"får", "ska", "skall", "ryms"} or verb.endswith("as") or is_finite(verb))


_DONE = re.compile(r"att\s+[a-zåäö]{4,}\s+(?P<verb>[a-zåäö]{3,}s)\b")
""" "att vikarie anställs", "att redovisning lämnas": what is done with a thing that bears no article."""


_BETWEEN = re.compile(r"(?:till|senast|före|under|vid|i|på|inom|för|av|om|från|med)\b")
_FEW_WORDS = 6


def _verb_of_thing(clause: str) -> str | None:
    """The word behind a thing in the definite, or behind the phrase with a preposition that follows it: "att kontoret till maj redovisar"."""
    thing = _OF_A_THING.match(clause)
    if thing is None or not _BETWEEN.fullmatch(thing["verb"]):
        return thing["verb"] if thing else None
    words = clause[thing.end() :].split()[:_FEW_WORDS]
    return next((word for word in words[1:] if word.islower() and is_finite(word)), thing["verb"])


_OF_PERSON = re.compile(
    r"att\s+(?P<first>[A-ZÅÄÖ][\w-]+)(?:\s[A-ZÅÄÖ][\w-]+){0,2}(?:\s(?:och|samt)\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2})?\s(?P<verb>[a-zåäö]+)\b"
)


def _is_deed(clause: str) -> bool:
    """Whether an att-sats says what a person does, or one called by a name: "att Anna Ek skriver brevet", "att Mora bokar lokal"."""
    person = _OF_PERSON.match(clause)
    return person is not None and is_finite(person["verb"])


@cache
def _known_act() -> re.Pattern[str]:
    """An infinitive by which a body decides, right behind "att"."""
    words = "|".join(
        sorted(
            {v.infinitive for v in verbs()} - {"ge", "ta", "hålla", "delta", "begära", "fortsätta", "genomföra", "använda"},
            key=len,
            reverse=True,
        )
    )
    return re.compile(rf"att\s+(?:{words}|ta\s+ut|informera)\b")


_MORE_ACTS = re.compile(
    r"att\s+(?:ta\s+(?:fram|upp|kontakt)|söka\s+[a-zåäö]*(?:medel|bidrag)|lämna\s+in|ses\s|mötas\s|träffas\s)"
)


@cache
def _done_forms() -> frozenset[str]:
    """What is done with a thing, in the present; not what befalls it ("påverkas", "saknas")."""
    more = {
        "flyttas",
        "skickas",
        "tas",
        "ses",
        "görs",
        "hålls",
        "förs",
        "läggs",
        "byts",
        "skrivs",
        "höjs",
        "sänks",
        "stängs",
        "öppnas",
        "bokas",
        "anställs",
    }
    return frozenset({v.passive[0] for v in verbs()} | more) - {"används", "anses", "begärs", "följs", "avses", "byggs"}


def is_act(clause: str) -> bool:
    """Whether an att-sats begins with an infinitive by which something is settled: "att flytta mötena", "att ta fram en rutin"."""
    told = decision_kind(clause)[1]
    return (told is not None and told.start() == 0) or bool(_known_act().match(clause) or _MORE_ACTS.match(clause))


def is_thing_done(clause: str) -> bool:
    """Whether an att-sats says what is done with a thing: "att mötena flyttas till tisdagar"; not "att medel saknas"."""
    verb = _verb_of_thing(clause)
    return verb is not None and verb in _done_forms()


_ASKING = re.compile(
    r"\b(?:rekommender|föresl|uppdr|uppman|hemstäl|begär|anmod|tillskriv|bemyndig|delegera|meddela|informer|påminn|förorda|uttala|kräv(?!s\b)|erinra|be\b|ge\b|få\b|framför)\w*",
    re.IGNORECASE,
)


_NEXT_CAPITAL_ATT = re.compile(r"[.:]?\s+Att\s+[a-zåäö]")
""" "Att godkänna planen. Att sprida den.": each begins so."""


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """Cut a run of att-satser at ", att" and "samt att"; what a recommendation or assignment asks for stays together."""
    start += len(LEAD.match(text[start:end]).group(0))  # type: ignore[union-attr]
    each = text.startswith("Att ", start)
    stop = SENTENCE_END.search(text, start, end)
    while each and stop and _NEXT_CAPITAL_ATT.match(text, stop.start()):
        stop = SENTENCE_END.search(text, stop.end(), end)
    cut = stop.start() if stop else end
    pieces: list[Clause] = []
    begin = start
    for match in _SPLIT.finditer(text, start, cut) if _ANOTHER.search(lowered_between(text, start + 1, cut)) else ():
        kind, _ = decision_kind(squash(text[begin : match.start()]))
        next_kind, _ = decision_kind(squash(text[match.end() : cut]))
        besides = match.group(0).startswith(", samt") and kind is not DecisionKind.RECOMMEND
        parted = "dels" in match.group(0).lower() or besides or next_kind in MEETINGS_OWN
        parted = parted or (
            kind is DecisionKind.ASSIGN and match.group(0).strip() == "samt" and _IS_TO.match(text, match.end()) is not None
        )
        if text.startswith("Att", match.end()) and not match.group(0).strip():
            parted = text.startswith("Att", begin)
            if not parted:
                continue  # a name or a title that begins so
        parted = parted or _ANEW_BETWEEN.search(match.group(0)) is not None or _ELSE.match(text, match.end()) is not None
        if (kind in ASKS or _ORDERS_WHOM.search(text, begin, match.start())) and not parted:
            continue
        if _ON_CONDITION.search(text, begin, match.start()) and _is_condition(text, match):
            continue
        pieces.append(Clause(begin, match.start()))
        begin = match.end()
    pieces.append(Clause(begin, cut))
    return [part for piece in pieces for part in _run_together(text, piece)]


_ORDERS_WHOM = re.compile(r"\b(?:förbjud|föreläg|åläg)[a-zåäö]*\s(?:(?!\satt\s).)*$")
""" "Nämnden förbjuder bolaget, vid vite, att bedriva lackering": whom, and then what."""
_ON_CONDITION = re.compile(r"\b(?:förutsättning|villkor(?:et)?)\s+att\s[^.]*$")
_MET = re.compile(r"att\s+(?:[a-zåäö]+\s+){1,3}(?:kan|finns|uppfylls|uppnås|erhålls|inte\s+överskrids)\b")


def _is_condition(text: str, border: re.Match[str]) -> bool:
    """Whether an att-sats goes on with a condition: "under förutsättning att planen följs och att medel finns"."""
    return (
        "dels" not in border.group()
        and _MET.match(text, text.rfind("att", border.start(), border.end() + len("att"))) is not None
    )


def clauses_of(group: list[Line], headed: bool = False, begin: int | None = None) -> list[Clause]:
    """The clauses of one paragraph, from offset `begin` in it; below a heading each of its sentences that decides is one."""
    text = group[0].document.text
    start, end = begin if begin is not None else group[0].start, group[-1].end
    listed = bool(NUMBERED.match(text[group[0].start : end]))
    clauses = split_clauses(text, start, end)
    clauses = [replace(c, listed=True) for c in clauses] if listed else clauses
    if not headed or clauses[-1].end == end:
        return clauses
    mark = LEAD.match(text[start:end])
    first = SENTENCE_END.search(text, start + (mark.end() if mark else 0), end)
    for s, e in iter_sentences(text, max(first.end(), clauses[-1].end), end) if first else ():
        sentence = text[s:e]
        if (ATT.match(sentence) or decision_kind(sentence)[1]) and not PROPOSED_BY.search(sentence):
            clauses += split_clauses(text, s, e)
    return clauses


def awaits_att(current: list[Line], line: Line) -> bool:
    """Whether "att …" at the head of a line goes on with a recommendation or assignment broken at a hard line end."""
    if not line.text.lower().startswith("att"):
        return False
    begun = squash(current[0].document.text[current[0].start : current[-1].end])
    if _ASKS_TO_ASK.search(begun):
        return True
    if line.blank_before:
        return False
    kind, told = decision_kind(begun)
    if _BEFORE_ATT.search(begun):
        return True
    if kind is DecisionKind.PETITION and (_ABOUT.search(begun) or _FROM_WHOM.search(begun)):
        return False
    return (
        kind in ASKS
        and told is not None
        and not begun.endswith((".", ",", ";"))
        and not re.search(r"\s(?:att|samt)\b", begun[8:])
    )


_ASKS_TO_ASK = re.compile(r"\bföreslå\s+[\wåäö-]+\s+(?:att\s+)?(?:i\s+sin\s+tur\s+)?föreslå\s+[\wåäö-]+$")
""" "att föreslå landstingsstyrelsen att föreslå landstingsfullmäktige" / "att anta planen"."""
_BEFORE_ATT = re.compile(
    r"\b(?:om|för|till|på|i|med|av|så|under\s+förutsättning|villkor(?:et)?|(?:är|var|blir|vore|känns)\s+(?:\w+\s+){0,2}[a-zåäö]+)$"
)
"""What an att-sats belongs to that begins the next line: "för" / "att godkänna ansökan", "som är mest intressant" / "att följa"."""


def continues_clause(before: Line, line: Line) -> bool:
    """Whether a line goes on with the clause of the line before, over a hard line end (or an empty line in a loose copy)."""
    text = line.text
    ended = before.text.rstrip().endswith((".", "!", "?", ":"))
    if not ended and text[0].isupper() and tells_of_person(text) and not _GOES_ON.search(before.text.rstrip()):
        return False
    if line.is_heading or section_heading(text) or line.cells or is_page_number(line):
        return False
    if text[0].islower() or text[0] in '”"(–0123456789':
        return not (ended and line.blank_before)
    if not line.blank_before:
        return not is_broken_on_purpose(before.text, text) and (not ended or line.block is before.block)
    return bool(re.search(r"(?:[,–-]|\b(?:och|samt|för|av|till|i|med|om|från|den|det|de|Region))$", before.text.rstrip()))


_ITEM_NUMBER = re.compile(r"(?P<n>\d{1,3})(?P<point>\.?)\s+[A-ZÅÄÖ]")
_FEW_POINTS = 5


def begins_another_item(lines: tuple[Line, ...], begin: int, i: int) -> bool:
    """Whether the line at `i` is the head of another item, whose number lost what told it from a point: "45 Turisttrafiken".

    It stands apart, and no line from `begin` on has the number before it, as the points of a list have.
    """
    line = lines[i]
    number = _ITEM_NUMBER.match(line.text) if line.blank_before and not line.cells else None
    if number is None or int(number["n"]) < (_FEW_POINTS if number["point"] else 2):
        return False
    before = re.compile(rf"(?:[-–•]\s+)?{int(number['n']) - 1}\s?[.)]?\s")
    return not any(before.match(other.text) for other in lines[begin:i])


def is_page_number(line: Line) -> bool:
    """Whether a line is a number that stands apart: what is left of the foot or the head of a page."""
    return line.blank_before and line.text.isdigit()


_GOES_ON = re.compile(
    r"(?:[,–-]|\b(?:och|samt|för|av|till|i|med|om|från|att|på|hos|som|när|där|utse|välja|ge|åt))$", re.IGNORECASE
)


def is_to_be_done(text: str) -> bool:
    """Whether a sentence says what is done with a thing: "Avgiften höjs till 225 kr.", "Två turer införs på prov"."""
    words = text.split()[1:_FEW_WORDS]
    verb = next((word for word in words if is_finite(word)), "")
    return text[:1].isupper() and verb.endswith("s") and verb not in _STATES


_FEW_WORDS = 9
_STATES = {
    "finns",
    "minns",
    "hoppas",
    "krävs",
    "behövs",
    "väntas",
    "anses",
    "ansågs",
    "trivs",
    "kallas",
    "saknas",
    "beräknas",
    "bedöms",
    "fanns",
}


def tells_of_person(text: str) -> bool:
    """Whether a line begins with a person and what they do: "Anna fortsätter …", "Anna Ek fortsätter …"."""
    words = text.split(maxsplit=3)
    return len(words) > 2 and is_first_name(words[0]) and (is_finite(words[1]) or (words[1][0].isupper() and is_finite(words[2])))


def is_broken_on_purpose(before: str, text: str) -> bool:
    """Whether the first word of a line would have fitted on the line before: then it was not wrapped but begun anew."""
    return len(before) + len(text.split(maxsplit=1)[0]) + 5 < max(len(before), len(text))
