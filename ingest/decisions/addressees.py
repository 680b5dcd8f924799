"""Whom a decision is addressed to, and what it asks for or disposes of."""

from __future__ import annotations

import re
from functools import cache

from graph.names import squash
from graph.record import DecisionKind
from ingest.bodies import Context, find_named, targets
from ingest.people import find_names

ADDRESSED = {DecisionKind.RECOMMEND, DecisionKind.ASSIGN, DecisionKind.PETITION, DecisionKind.INVITE, DecisionKind.APPOINT}
_ADDRESS = {
    DecisionKind.RECOMMEND: (
        r"rekommender\w+\s+(?P<to>.+?)\s+(?P<what>att\s.+|(?:till|en|ett|om)\s.+)$",
        r"^(?:.*\batt\s+)?(?P<to>(?:(?!\batt\b).)+?)\s+(?:rekommenderas|uppmanas)\s+(?P<what>.+)$",
        r"\buppmana\w*\s+(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"föresl(?:å|år)\s+att\s+(?P<to>[\wåäö-]*(?:fullmäktige|styrelsen|nämnden|utskottet|rådet|direktionen))\s+(?P<what>\w.*)$",
        r"föresl(?:å|år|ås)\s+(?P<to>.+?)\s+(?:att\s+)?(?P<what>(?:besluta\s+)?att\s.+|besluta.*)$",
    ),
    DecisionKind.ASSIGN: (
        r"(?m:^)(?P<to>.+?)\s+bemyndigas\s+(?P<what>att\s.+)$",
        r"\bbemyndig\w+\s+(?:åt\s+)?(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"\b(?:ge|ger|gav|lämna|lämnar)\s+(?P<to>.+?)\s+(?:i|ett|det)?\s*(?:uppdrag(?:et)?|mandat)\s+(?P<what>.+)$",
        r"\b(?:uppdra(?:r|s|ges)?|uppdrogs?)\s+(?:åt|till)\s+(?P<to>.+?)\s+(?P<what>(?:att|med)\s.+)$",
        r"(?m:^)(?P<to>.+?)\s+(?:får|få|fick|ges|gavs)\s+(?:\w+\s+)?(?:i\s+|ett\s+)?(?:uppdrag(?:et)?|uppgift(?:en)?|mandat)\s+(?P<what>.+)$",
        r"(?m:^)(?P<to>.+?)\s+uppdras?\s+(?P<what>att\s.+)$",
        r"delegera\w*\s+(?:(?P<what>.+?)\s+)?till\s+(?P<to>.+?)(?:\s+att\s.*)?$",
        r"uppdraget\s+(?:lämnas|ges)\s+till\s+(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"(?m:^)(?P<to>.+?)\s+ansvara(?:r)?\s+för\s+(?P<what>att\s.+)$",
    ),
    DecisionKind.PETITION: (
        r"^(?:.*\batt\s+)?(?P<to>(?:(?!\batt\b).)+?)\s+(?:tillskrivs|anmodas)\s+(?P<what>.+)$",
        r"tillskriv\w+\s+(?P<to>.+?)\s+(?P<what>(?:att|om|med|angående|gällande|kring|rörande)\s.+)$",
        r"tillskriv\w+\s+(?P<to>.+?)\s+(?P<what>(?:i|för)\s.+)$",
        r"(?:hemstäl\w+|anhåll\w+|begär\w*)\s+(?:hos|till|av|från)\s+(?P<to>.+?)\s+(?P<what>(?:att|om)\s.+)$",
        r"(?:^|\b(?:beslutar|samt|och)\s+)(?:att\s+)?(?:hos|av|från)\s+(?P<to>.+?)\s+(?P<what>(?:begära|anhålla|hemställa)\s.+)$",
        r"(?:hemstäl\w+|anhåll\w+|begär\w*)\s+(?P<what>.+?)\s+(?:hos|från|av)\s+(?P<to>(?:(?!\b(?:hos|från|av|efter|för)\b).)+?)(?:\s+(?:efter|för|med)\s.*)?$",
        r"(?:anmoda|anmana)\w*\s+(?P<to>.+?)\s+(?P<what>att\s.+)$",
        r"\bskriv(?:a|er|s)\s+(?:(?:en|ett)\s+\w+\s+)?till\s+(?P<to>.+?)\s+(?P<what>(?:att|om|med|angående|gällande|kring|rörande)\s.+)$",
        r"\bskick(?:a|ar|as)\s+(?:en\s+)?(?:\w+\s+)?skrivelse\w*\s+till\s+(?P<to>.+?)(?:\s+(?P<what>(?:om|med|att|angående|gällande)\s.+))?$",
        r"tillskriv\w+\s+(?P<to>.+)(?P<what>)$",
        r"tillställ\w+\s+(?P<to>.+?)\s+(?P<what>(?:en\s+)?(?:skrivelse|begäran|framställan|hemställan)\b.*)$",
    ),
    DecisionKind.INVITE: (
        r"\bbj(?:uda|uder|öd)\s+in\s+(?P<to>.+?)\s+(?P<what>(?:för\s+att|att|till|för)\s.+)$",
        r"^(?P<what>till\s.+?)\s+(?:bjuds|inbjuds)\s+(?P<to>[^.,]+?)(?:\s+in)?$",
        r"(?m:^)(?P<to>.+?)\s+(?:bjuds\s+in|inbjuds)\s+(?P<what>.+)$",
        r"(?:bjud\w*\s+in|inbjud\w*)\s+(?P<to>.+)(?P<what>)$",
    ),
    DecisionKind.APPOINT: (
        r"\b(?:utse|utser|utsåg|välja|väljer|valde|nominera|nominerar|nominerade|adjungera|adjungerar|adjungerade|förordna|förordnar|förordnade)\s+(?:om\s+)?(?:som\s+\w+\s+)?(?P<to>.+?)\s+(?:till|som|att)\s+(?P<what>.+)$",
        r"^(?:tillsammans\s+med|jämte)\s+[\wåäö]+\s+(?:utses|väljs|utsågs|valdes)\s+(?P<to>.+?)\s+(?:till|att)\s+(?P<what>.+)$",
        r"^(?:[\wåäö]+\s+)?(?:till|att)\s+(?P<what>.+?)\s+(?:utse|utses|välja|väljs|utsågs|valdes|förordnas|nomineras)\s+(?P<to>.+)$",
        r"^(?P<what>(?-i:[a-zåäö]).*?)\s+(?:utses|väljs|utsågs|valdes)\s+(?P<to>(?-i:[A-ZÅÄÖ]).+)$",
        r"(?m:^)(?P<to>.+?)\s+(?:utses|väljs|utsågs|valdes|förordnas|nomineras|nominerades|adjungeras|anställs)\s+(?:till|som|att)\s+(?P<what>.+)$",
        r"^(?:(?:till|ny)\s+)?(?P<what>(?-i:\w[a-zåäö]+))\s+(?:blev|blir)\s+(?P<to>(?-i:[A-ZÅÄÖ]).+)$",
        r"^(?P<to>[A-ZÅÄÖ].+?)\s+(?:blev|blir)\s+(?P<what>.+)$",
        r"(?:utse|utser|utsåg|välja|väljer|valde|nominera|nominerar|nominerade)\s+(?:om\s+)?(?P<to>.+)(?P<what>)$",
        r"^(?P<to>[A-ZÅÄÖ].+?)\s+justerar\s+(?P<what>.+)$",
        r"^(?P<to>[A-ZÅÄÖ].+?)\s+(?:utses|väljs|utsågs|valdes)\b(?P<what>.*)$",
        r"^(?P<to>(?-i:[A-ZÅÄÖ])[^,.]+?)\s+(?:till|som|att)\s+(?P<what>.+)$",
        r"^(?:till|som)\s+(?P<what>(?:(?!\s(?-i:[A-ZÅÄÖ])).)+)\s+(?P<to>(?-i:[A-ZÅÄÖ]).+)$",
    ),
}
_OBJECT = {
    DecisionKind.TABLE: (
        r"lägg(?:a|er)\s+(?P<what>.+?)\s+till\s+(?:handlingarna|protokollet)",
        r"(?m:^)(?P<what>.+?)\s+(?:läggs|lades)\s+till\s+handlingarna",
    ),
    DecisionKind.APPROVE: (r"(?:godkänn|bifall|tillstyrk|bevilj)\w*\s+(?P<what>.+)$", r"ställ\w+\s+sig\s+bakom\s+(?P<what>.+)$"),
    DecisionKind.ADOPT: (r"(?:anta|antar|fastställ\w+)\s+(?P<what>.+)$", r"(?m:^)(?P<what>.+?)\s+(?:antas|fastställs)"),
    DecisionKind.POSTPONE: (r"(?:bordlägg|återremitter)\w*\s+(?P<what>.+?)(?:\s+till\s.+)?$", r"skjut\w*\s+upp\s+(?P<what>.+)$"),
    DecisionKind.REJECT: (r"(?:avslå|avslår|avstyrk\w+|avvisa)\s+(?P<what>.+)$",),
    DecisionKind.NOTE: (r"(?:noter|anteckn)\w*\s+(?P<what>.+)$",),
}


_ATT = re.compile(r"^att\s+", re.IGNORECASE)
_ALSO = re.compile(r"^(?:i\s+övrigt|även|också|därmed)\s+", re.IGNORECASE)
_AND_ALSO = re.compile(r"\s+(?:samt|och)\s+att\s")


@cache
def _address_patterns(kind: DecisionKind) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ADDRESS.get(kind, ()))


@cache
def _object_patterns(kind: DecisionKind) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _OBJECT.get(kind, ()))


def addressees(clause: str, kind: DecisionKind, context: Context) -> tuple[list[str], str | None]:
    """Whom an att-sats is addressed to, and what it asks for or disposes of. Empty and None where it does not say."""
    att = _ATT.match(clause)
    bare = clause[att.end() :] if att else clause
    for pattern in _address_patterns(kind):
        if match := pattern.search(bare):
            to = _ALSO.sub("", match["to"])
            what = squash(match["what"] or "") or None
            return (kind is DecisionKind.APPOINT and _people(to, context)) or targets(to, context), what
    if kind in ADDRESSED:
        return [n.name for n in find_named(bare, context)][:1], None
    for pattern in _object_patterns(kind):
        if match := pattern.search(bare):
            what = _AND_ALSO.split(match["what"])[0]
            return [], squash(what).strip(" ,.")
    return [], None


def _people(phrase: str, context: Context) -> list[str]:
    """The people a phrase names, whatever is said of them: "Bo Lind, rektor vid Norrby högskola" -> ["Bo Lind"]."""
    bodies = find_named(phrase, context)
    names = [n for n in find_names(phrase, known_only=False) if not any(b.start < n.end and n.start < b.end for b in bodies)]
    if not any(n.known for n in names):
        return []
    return list(dict.fromkeys(squash(phrase[n.start : n.end]) for n in names))
