"""Where one sentence holds several att-satser: at ", att" and "samt att", and where they run together without a comma."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import lowered_between, squash
from graph.record import DecisionKind
from ingest.decisions.acts import IS_TO, known_act, tells_of_deed
from ingest.decisions.clauses import ASKS, ATT, LEAD, MEETINGS_OWN, NUMBERED, PROPOSED_BY, SENTENCE_END, Clause
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import iter_sentences

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
_NEXT_CAPITAL_ATT = re.compile(r"[.:]?\s+Att\s+\w")
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
            kind is DecisionKind.ASSIGN and match.group(0).strip() == "samt" and IS_TO.match(text, match.end()) is not None
        )
        if text.startswith("Att", match.end()) and not match.group(0).strip():
            parted = text.startswith("Att", begin)
            if not parted:
                continue  # a name or a title that begins so
        parted = parted or _ANEW_BETWEEN.search(match.group(0)) is not None or _ELSE.match(text, match.end()) is not None
        parted = parted or (match.group(0).strip() == "samt" and _FAVOURS.search(text, begin, match.start()) is not None)
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
_FAVOURS = re.compile(r"\bförordar\s+(?!att\b)(?:(?!\satt\s)[^.:;])*$")
""" "Gruppen förordar en upphandling samt att direktiv tas fram": what is wished for is named already."""
_ON_CONDITION = re.compile(r"\b(?:förutsättning|villkor(?:et)?)\s+att\s[^.]*$")
_MET = re.compile(r"att\s+(?:[a-zåäö]+\s+){1,3}(?:kan|finns|uppfylls|uppnås|erhålls|inte\s+överskrids)\b")


_DONE_TOO = re.compile(r"att\s+(?:den\s+|det\s+|de\s+)?[a-zåäö]+\s+(?:[a-zåäö]+\s+)?(?!finns|anses|avses)[a-zåäö]{3,}s\b")
""" "under förutsättning att rampen byggs om och att kanten markeras"."""


def _is_condition(text: str, border: re.Match[str]) -> bool:
    """Whether an att-sats goes on with a condition: "under förutsättning att planen följs och att medel finns"."""
    at = text.rfind("att", border.start(), border.end() + len("att"))
    if "dels" in border.group():
        return False
    goes_on = (
        border.group().strip() == "och" and decision_kind(squash(text[at : at + _NEAR].partition(".")[0]))[0] not in MEETINGS_OWN
    )
    return _MET.match(text, at) is not None or (goes_on and _DONE_TOO.match(text, at) is not None)


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
        while s < e:
            sentence = text[s:e]
            found = split_clauses(text, s, e)
            if (ATT.match(sentence) or decision_kind(sentence)[1]) and not PROPOSED_BY.search(sentence):
                clauses += found
            s = _behind_initial(text, found[-1].end, e)
    return clauses


_INITIAL = re.compile(r"(?<=\b[A-ZÅÄÖ])\.\n(?=[A-ZÅÄÖ])")


def _behind_initial(text: str, end: int, limit: int) -> int:
    """Where a sentence begins on the line below one that ends with a letter, as an initial would: "… behörighet K." """
    stop = _INITIAL.match(text, end, limit)
    return stop.end() if stop else limit


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
        acts = (own_told is not None or IS_TO.match(before) or known_act().match(before)) and own is not DecisionKind.APPOINT
        anew = (
            anew
            or _BELONGS_TO_NOTHING.match(following) is not None
            or (own is DecisionKind.APPOINT and _IS_JUSTIFIED.match(following) is not None)
            or (bool(acts) and before.count(" ") > 1 and tells_of_deed(following) and not _ON_WHAT.search(before))
        )
        joined = tells_of_deed(before) and tells_of_deed(following) and not _ON_WHAT.search(before)
        joined = joined or (_IS_SO.match(before) is not None and _IS_INFINITIVE.match(following) is not None)
        if not anew and not joined and not (acts and (IS_TO.match(following) or known_act().match(following))):
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
    r"att\s+som\s+tomt(?:plats)?\s+får\b|att\s+(?:denna\s+)?paragraf(?:en)?\s+(?:ska\s+)?(?:förklaras?|justeras)\b"
    r"|att\s+\d[\d ,.]*\s?(?:kr|kronor|tkr|mkr|mnkr|procent)\s+(?:[a-zåäö]+\s){0,3}?[a-zåäö]{3,}s\s"
)
""" "att paragrafen förklaras omedelbart justerad", "att 2 mnkr avsätts till …": belongs to nothing before it."""
_ON_WHAT = re.compile(
    r"(?:\b\w*(?:ändr|juster|sättn|motiver|inriktn|kompletter|marker|erinr|invändn|bedömn|uppfattn|men|förhoppn|begränsn|uppman|anvisn)ing(?:en|ar|arna)?"
    r"|villkor(?:et)?|tillägg(?:et)?|besked(?:et)?|löfte(?:t)?|påstående(?:t)?|synpunkt(?:en|er|erna)?|slutsats(?:en)?|nyhet(?:en)?)$"
)
""" "under förutsättning att …", "med ändringen att …", "beskedet att …"."""
_ASKING = re.compile(
    r"\b(?:rekommender|föresl|uppdr(?!aget\s+som\b)|uppman|hemstäl|begär(?!t\b|da?\b)|anmod|tillskriv|bemyndig|delegera|meddela|informer|påminn|förorda|uttala|kräv(?!s\b)|erinra|be\b|ge\b|få\b|framför)\w*",
    re.IGNORECASE,
)
