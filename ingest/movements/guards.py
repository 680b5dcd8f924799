"""What sends nothing on though it has the words for it: denied, supposed, proposed, told of in general, of others or of earlier."""

from __future__ import annotations

import re

from ingest.alternatives import Choice, by_first_letter

_DENIED = re.compile(r"\b(?:avslogs|avslås|inte|ej|aldrig|ingen|inget|inga|utan\s+att)\b")
_SUPPOSED = re.compile(
    r"\b(?:kan|kunde|kunna|skulle|eventuellt|möjligen|förutsatt|i\s+så\s+fall|vid\s+behov|därest|ifall|såvida)\b|väntas|^\W*(?:om|ifall)\s|(?:,|\batt)\s+om\s|\bför\s+att\b(?!\s+(?:därefter|sedan|senare))|\b(?:när|då|innan|sedan)\s+(?:det|den|de|ärendet|frågan|rapporten|förslaget)\s*$"
)
_PROPOSED = re.compile(
    r"\b(?:föresl[åo]\w*|förslag\s+till\s+beslut|förslaget\s+(?:är|innebär|var)|yrka\w*|anser|ansåg|tycker|tyckte|menar|menade|tror|trodde|vill\s+att|ville\s+att|undrar|undrade|frågar|frågade|hoppas|anger)\b|\b(?:ber|bad|uppmanar|uppmanade)\s+(?!att)[\wåäö]+\s+(?:att\s+)?(?:\w+\s+)?$"
)
PROPOSING = frozenset({"föreslår", "föreslog", "föreslås", "föreslogs", "föreslagit", "yrkar", "yrkade", "förslag", "förslaget"})
"""The first words of a proposal: one of them stands in every sentence that is one."""
_PROPOSES = re.compile(
    by_first_letter(
        [
            Choice(
                (r"föresl(?:år|og|ås|ogs|agit)", r"förslag\s+till\s+beslut", r"yrka(?:r|de)", r"förslaget\s+(?:är|innebär|var)"),
                r"\b",
                r"\b",
            )
        ]
    )
)
_GENERAL = re.compile(
    r"\b(?:alltid|brukar|brukade|normalt(?:\s+sett)?|vanligtvis|vanligen|årligen|varje\s+(?:år|månad|vecka|kvartal|gång)|i\s+regel|oftast|ofta|löpande|regelbundet|rutinen\s+(?:säger|är|innebär)|framgår|enligt\s+\w*(?:lag|balken|reglementet|stadgarna|ordningen|rutinen)\w*|sådana|detta\s+slag|dessa\s+fall)\b"
)
_EARLIER = re.compile(
    r"\b(?:redan|tidigare|förra|föregående|senaste|i\s+(?:fjol|våras|höstas|somras|vintras)|sedan\s+tidigare)\b"
    r"|\b(?:beslutade|beslöt)\s+(?:den\s+)?\d|\b(?:har|hade)\s+(?:(?:nu|redan|också|även|tidigare|inte|därefter)\s+)?$"
    r"|\b(?:beslutade|beslöt)\s+(?:\w+\s+)?i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)
_TELLS = re.compile(
    r"\b(?:nämner|nämnde|berättar|berättade|informerar|informerade|meddelar|meddelade|svarar|svarade|påminner|påminde)\b.*\b(?P<what>att|om)\b"
)
_TELLS_THAT = re.compile(
    r"\b(?:nämner|nämnde|berättar|berättade|informerar|informerade|meddelar|meddelade|svarar|svarade|påminner|påminde)\s+att\s+"
)
_TURNS = re.compile(r"\b(?:men|utan)\b")


def is_idle(lowered: str, start: int, verb: int, end: int) -> bool:
    """Whether a clause `lowered[start:end]` with its verb at an offset sends nothing on: it is denied, supposed or told of in general."""
    return is_doubted(lowered, start, verb, end) or _GENERAL.search(lowered, start, end) is not None


def is_doubted(lowered: str, start: int, verb: int, end: int) -> bool:
    """Whether a clause `lowered[start:end]` with its verb at an offset is denied or supposed; one that is told of in general may be
    what somebody is to do again and again."""
    denied = _DENIED.search(lowered, start, end)
    if denied and not _TURNS.search(lowered, denied.end(), end):
        return True
    return _SUPPOSED.search(lowered, start, verb) is not None


def is_opinion(lowered: str, verb: int) -> bool:
    """Whether what stands before a verb makes it a proposal, an opinion or a question of somebody; "men" ends it, "men att" goes on."""
    but = lowered.rfind(" men ", 0, verb)
    return _PROPOSED.search(lowered, 0 if but < 0 or lowered.startswith("att ", but + 5) else but, verb) is not None


def is_proposal(lowered: str) -> bool:
    """Whether a whole sentence is a proposal or motion of somebody: "Arbetsutskottet föreslår att …"."""
    return _PROPOSES.search(lowered) is not None


def is_earlier(lowered: str, verb: int) -> bool:
    """Whether the words before a verb say that it was done before this meeting: "redan", "vid förra mötet", "beslutade i februari"."""
    return _EARLIER.search(lowered[:verb]) is not None


def told_start(lowered: str, verb: int) -> int:
    """Where that begins which somebody tells at the meeting ("Anna meddelar att kontoret återkommer"), 0 where nobody does."""
    told = _TELLS_THAT.search(lowered, 0, verb)
    return told.end() if told else 0


def find_told(lowered: str, verb: int) -> str | None:
    """Whether somebody tells at the meeting that ("att"), or about ("om"), what stands at an offset; None when nobody does."""
    told = _TELLS.search(lowered, 0, verb)
    return told["what"] if told else None
