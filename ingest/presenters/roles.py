"""Words for what a person is: whether a text is one, and the role and body in what stands behind a name."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names import fold, lowered, squash
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import Context
from ingest.lexicon import roles

_ROLES = (
    r"ordförande|direktör|chef|ledare|samordnare|utredare|sekreterare|analytiker|läkare|sköterska|handläggare|koordinator"
    r"|controller|jurist|konsult|projektledare|planerare|ansvarig|specialist|rådgivare|representant|forskare|professor|doktorand|ledamot"
    r"|ombudsman|inspektör|revisor|administratör|pedagog|psykolog|kurator|arkitekt|ingenjör|rektor|lärare|ombud|adjunkt|kommunikatör|chefer|polis"
    r"|assistent|behandlare|stödjare|minister|bibliotekarie|tekniker|barnmorska|partner|terapeut|tandläkare|dietist|logoped|upphandlare|antikvarie|processledare|utvecklare|verksamhetsutvecklare|biträdande"
    r"|sakkunnig|föreståndare|registrator|kamrer|kassör|landshövding|byggmästare|arkivarie|biolog|ekolog|geolog|hydrolog|medarbetare|företrädare|kommissarie|intendent|kyrkoherde|apotekare|lektor|docent|advokat|producent|redaktör|informatör|statistiker|hydrogeolog|konsulent|talesperson|expert|coach|utbildare|kanslist|vaktmästare|kommunvägledare|vägledare|diakon|präst|brandman|mätningsman|epidemiolog|socionom|fysioterapeut"
)
_ENDING = r"\w{0,3}(?![\wåäö])"
_PERSON_OF_STEM = (
    r"strateg(?!i)",
    r"ekonom(?!i)",
    r"(?:kommunal|region|landstings|oppositions|borgar|finans|stads|läns|stats|hälso|social|trafik)råd",
)
"""Stems that words for things and bodies have too: "strategin", "ekonomi", "samråd"."""
_SHORT = r"(?<![\wåäö])(?:vd|mas|mar|tf|bitr)(?![\wåäö])"
"""Words that are none within others: "sommar"."""
ROLE_WORD = re.compile(rf"(?:[\wåäö/.-]*(?:{_ROLES}|{'|'.join(_PERSON_OF_STEM)}){_ENDING}|{_SHORT})\.?", re.IGNORECASE)
_ROLE_WITHIN = re.compile(
    by_first_letter([Choice(tuple(_ROLES.split("|")), "", _ENDING)], [*(f"{stem}{_ENDING}" for stem in _PERSON_OF_STEM), _SHORT])
)


def has_role_word(text: str) -> bool:
    """Whether a word for what a person is stands in a text: quicker than to find it whole (`ROLE_WORD`)."""
    return _ROLE_WITHIN.search(lowered(text)) is not None


_AT_BODY = re.compile(r"\s(?:på|vid|i|från|för)\s", re.IGNORECASE)
_ROLE_AT_BODY = re.compile(
    rf"(?P<role>.*?{ROLE_WORD.pattern})\s+(?:på|vid|i|från|(?<=VD\s)för)\s+(?P<body>[A-ZÅÄÖ].*)$", re.IGNORECASE
)
_BEFORE = frozenset(fold(word) for word in roles().before)
_MOST_WORDS = 3
_MOST_WORDS_LINKED = 5


@lru_cache(maxsize=8192)
def is_role(text: str) -> bool:
    """Whether the whole text is one word for what a person is: "Planchef", "ordförande"."""
    return ROLE_WORD.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """ "Verksamhetschef", "tf kommundirektör", "hälso- och sjukvårdsdirektör": a role as it stands before a name."""
    if field := _OF_FIELD.fullmatch(text):
        return is_title(field["title"])
    words = text.split()
    most = _MOST_WORDS_LINKED if "- och " in text or "- samt " in text else _MOST_WORDS
    if not 0 < len(words) <= most or text.endswith((",", ".")) or any(word.endswith((",", ":")) for word in words):
        return False
    if any(fold(word) in _LEADS for word in words[:-1]):
        return False
    last = words[-1]
    return any(is_role(form) for form in (last, last.removesuffix("n"), last.removesuffix("en"), singular(last)))


def singular(word: str) -> str:
    """A title of several in the form of one: "Projektledarna" -> "Projektledare"; a word of another form as it stands."""
    if word.endswith("arna"):
        return f"{word[:-4]}are"
    return word.removesuffix("erna") if word.endswith("erna") else word


_OF_FIELD = re.compile(r"(?P<title>\S+(?:\s\S+)?)\s(?:för|på|vid|inom|i)\s(?:[a-zåäö-]+(?:\s|$)){1,4}")
"""A title with what it is of: "Verksamhetschef för hemtjänsten"."""


_LEADS = frozenset(
    {
        "att",
        "som",
        "om",
        "av",
        "med",
        "for",
        "till",
        "fran",
        "samt",
        "ar",
        "var",
        "har",
        "den",
        "det",
        "aven",
        "darefter",
        "sedan",
        "foredragning",
    }
)
"""What no title begins with."""


def split_role(tail: str, context: Context) -> tuple[str | None, str | None]:
    """What follows a name -> (role, organisation). ", utredare Region X" -> ("utredare", "Region X")."""
    text = squash(tail).strip(" ,.;:–-*_")
    text = _HOUR.sub("", re.sub(r"\s*(?:,?\s*(?:och|samt))$", "", text).strip(" ,")).strip(" ,")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text or (_PARTY.fullmatch(text) and not is_role(text)):
        return None, None
    if begins := _FROM.match(text):
        return None, text[begins.end() :].strip() or None
    parts = [p.strip() for p in re.split(r",\s+|\s[–-]\s", text) if p.strip()]
    role, rest = parts[0], [_FROM.sub("", part) for part in parts[1:]]
    if not has_role_word(role):
        # No word of a role: the first part is a body.
        return (None, ", ".join(parts)) if role[:1].isupper() else (role, ", ".join(rest) or None)
    if not rest:
        known = list(context.lexicon.find_bodies(role))
        if known and known[-1].end >= len(role) - 1 and known[-1].start > 0:
            head = role[: known[-1].start].strip(" ,")
            head = re.sub(r"\s+(?:i|på|vid|för|inom)$", "", head)
            inner = _organisation_in(head)
            if inner is not None:
                return inner[0], squash(role[len(inner[0]) :].strip())
            return head, squash(role[known[-1].start :])
        inner = _organisation_in(role)
        if inner is not None:
            return inner
        match = _ROLE_AT_BODY.match(role) if _AT_BODY.search(role) else None
        if match and (match["body"][:1].isupper() or _HOUSE.search(match["body"])):
            return match["role"].strip(), match["body"].strip()
    return role, ", ".join(rest) or None


_HOUSE = re.compile(
    r"(?:länsstyrelse|grupp|nämnd|revision|landsting|kommun|region|förbund|förening|museum|bibliotek|polis|förvaltning|kontor|avdelning|enhet|bolag|myndighet|verk|sjukhus|klinik|byrå|kansli|skola|universitet|högskola|stab|centrum|central)(?:en|et|n|t)?$"
)
"""A body that is no name: "projektledare på tekniska förvaltningen"."""
_PARTY = re.compile(r"[A-ZÅÄÖ]{1,4}|[a-zåäö]{1,3}")
_HOUR = re.compile(r"(?:^|,\s*|\s)\(?(?:kl\.?|klockan)\s*\d.*$", re.IGNORECASE)
_FROM = re.compile(r"^från\s+")


def _organisation_in(text: str) -> tuple[str, str] | None:
    """ "Enhetschef Rehabcentrum" -> ("Enhetschef", "Rehabcentrum"): a capital after the last word of the role."""
    for match in ROLE_WORD.finditer(text):
        after = text[match.end() :].strip()
        if after and after[0].isupper() and not ROLE_WORD.match(after) and not after.isupper():
            return text[: match.end()].strip(), after
    return None
