"""Sentences that state a decision without "beslutar att".

The forum does it ("Nämnden godkänner rapporten"), or it is done ("Rapporten godkändes och lades till handlingarna", "Till justerare
utsågs …"). What is told of others, of earlier meetings, of what may come, or inside a clause of telling ("… berättar att planen
antogs") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from graph.names import lowered
from graph.record import DecisionKind
from ingest.alternatives import Choice, by_first_letter
from ingest.decisions.clauses import PROPOSED_BY
from ingest.decisions.deciders import Minutes, begins_with_forum, inverted_subject, is_forum_phrase, is_subject, names_another
from ingest.decisions.earlier import EARLIER_TIME, is_dated_earlier, is_earlier
from ingest.kinds import Tells, Verb, any_form, verbs

_STATED_WORDS = 20
"""A sentence that states a decision without "beslutade" is short; longer ones tell a story."""
_TAKEN_WORDS = 12
""" "Nämnden tar del av informationen" disposes of the matter; what goes on about what it heard is telling."""
MODAL = re.compile(
    r"\b(?:när|innan|kommer|ska|skall|bör|kan|kunde|kunna|måste|skulle|hade|har|behöv\w+|vänta\w+|förvänta\w+|beräkna\w+|planera\w*|avse\w*|brukar?|borde|får|föresl(?:å|og|agit)\w*"
    r"|(?<=s\s)förslag\s+till|förslag\s+till\s+beslut|inte|är|blir|blev|vill|önska\w*|yrka\w*|tidigare\s+(?:beslut|godkän|anta|fastställ|behandla)\w*)\b",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"(?<!^)\b(?:att(?!\s+(?:[\wåäö]+\s+){0,6}?(?:justera|föra)\b)|som|huruvida|ifall|vilke[nt]|vilka|eftersom|medan|när|då)\b|(?:^|,\s*|\b(?:är|(?<!^)fråga\w*)\s+)om\b|(?<!^beslut )(?<!^frågan )\bom\s+\w+(?:en|et|an|na)\s*$",
    re.IGNORECASE,
)
"""The verb stands in a clause of telling, of a condition or of what a thing is: "berättar att planen antogs". "Frågan om bryggor" at the
head of a sentence is its subject."""
_UNSPECIFIC = re.compile(
    r"^(?:ing[ea][nt]?|inga|antalet|flera|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|många|vissa|några|få|de\s+flesta|varje|ofta|alltid|ibland|delegationsbeslut)\b|^(?!därefter$)\w+(?:ar|er|or)$",
    re.IGNORECASE,
)
_ACCOUNTED = re.compile(
    r"^(?:delegationsbeslut|meddelanden|delgivningar|protokoll|skrivelser)\s[^.]{0,60}?\b(?:redovisas|redovisades|anmäls|anmäldes|gicks\s+igenom)\s+och\s*$",
    re.IGNORECASE,
)
""" "Delegationsbeslut enligt lista 3 redovisas och läggs till handlingarna.": what was laid before the meeting."""
_JOINED = re.compile(r"\b(?:och|samt|men)\s|,\s")
_HABITUAL = re.compile(r"\b(?:varje|årligen|i\s+mån\s+av|normalt|vanligtvis|oftast|löpande|för\s+\w+\s+år)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"^(?:(?!(?:är|blev|blir|var|har|hade|ny|nya|nytt|en|ett)\b)[\wåäö-]+\s+){0,4}(?:godkän[dt]|godkända|fastställ[dt]|fastställda|antag(?:en|et|na)|bordlag[dt]|avslag(?:en|et)|bifall(?:en|et))"
    r"(?:\s+(?:och|utan|med|enligt|av\s+mötet)\b[^.]*)?\.?$",
    re.IGNORECASE,
)
""" "Dagordningen godkänd.", "Godkänt utan ändringar." """
_MEETING_OF = re.compile(r"\b(?:vid|på|under|från|i)\s+(?P<of>[^,]{0,60}?)(?:möte|sammanträde|årsmöte|stämma)\w*", re.IGNORECASE)
_RECORD_OF = re.compile(r"\b(?:\w*protokoll|\w*anteckning)\w*\s+(?:från|av)\s+[^,.]{0,60}?(?:möte|sammanträde)\w*", re.IGNORECASE)
""" "Anteckningar från styrgruppens möte läggs till handlingarna": whose meeting they tell of, not where they are laid down."""
_BY = re.compile(r"^\s+(?:\w+\s+)?av\s+(?P<agent>[^,.]{2,60})", re.IGNORECASE)
_NO_AGENT = re.compile(r"^(?:ordförande|sekreterare|presidiet|årsmötet)", re.IGNORECASE)
_PREPOSITION_FIRST = re.compile(r"^(?:i|på|under|vid|inom|hos|av|bland|från)\b", re.IGNORECASE)
_TO_WHAT = re.compile(r"^\s+(?:till|som|att)\b|^\s+(?:enhälligt\s+)?[A-ZÅÄÖ]", re.IGNORECASE)
_POST = r"[A-ZÅÄÖa-zåäö]*(?i:ordförande|justerare|justeringsm[äa]n|ersättare|suppleant|sekreterare|kassör|revisor|ledamot|representant|sammankallande|mötesledare|rösträknare)(?:er|en|n)?"
_WHO = r"[A-ZÅÄÖ][\w.-]+(?:\s+[A-ZÅÄÖ][\w.-]+){0,3}(?:\s+\([^()]{1,20}\))?"
ELECTED = re.compile(rf"^{_WHO}(?:(?:,\s+|\s+(?:och|samt)\s+){_WHO}){{0,5}}\s+(?:valdes|väljs|utsågs|utses)\.?$")
""" "Anna Ek valdes.", "Anna Ek (sammankallande) och Bo Lind valdes.", under a title that tells to what."""
_BECAME = re.compile(
    rf"^(?:(?:Till\s+)?(?:[Nn]y\s+)?{_POST}\s+(?:blev|blir)\s+(?:[A-ZÅÄÖ][\w.-]+[\s,]*(?:\([^()]{{1,20}}\)\s*)?(?:och\s+|samt\s+)?){{1,6}}|(?:[A-ZÅÄÖ][\w.-]+\s+(?:och\s+)?){{1,5}}(?:\([^()]{{1,20}}\)\s+)?(?:blev|blir)\s+(?:ny\s+|mötets\s+|vald\s+till\s+)?{_POST})\.?$"
)
""" "Ersättare blev Anna Ek.", "Anna Ek blev justerare." """
_DECIDED_ON = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{1,60}?)\s+(?:beslutade|beslöt|enades|kom\s+överens)\s+(?:enhälligt\s+|gemensamt\s+)?om\s+(?!(?:att|hur|när|vad|vem|var|vilk\w+|(?:vikt|betydels|behov|värd|nytt)(?:en|et|an))\b)(?P<matter>.+)$",
    re.DOTALL,
)
""" "Utskottet beslutade om tystnadsplikt", "Vi kom överens om nästa möte den 4 maj": in the past; in the present it may be what the body has to
decide upon."""
_DECIDED_BEHIND = re.compile(
    r"^(?:efter|vid|under|med|därefter|slutligen)\b[^.,:;]{0,80}?\s(?:enades\s+(?P<who>[^.,:;]{2,40}?)|kom\s+(?P<they>[^.,:;]{2,40}?)\s+överens)\s+(?:enhälligt\s+|gemensamt\s+)?om\s+(?!(?:att|hur|när|vad|vem|var|vilk\w+|(?:vikt|betydels|behov|värd|nytt)(?:en|et|an))\b)(?P<matter>.+)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Efter diskussion enades styrelsen om förslag B." """
_DECIDED_WORDS = 40
_THESE = re.compile(r"^följande\s+[\wåäö]+\s+(?:beslutades|beslutas|beslöts|bestämdes|bestäms)\b", re.IGNORECASE)
""" "Följande mötestider beslutades: 5 februari och 7 maj." """
_ALLOWED = re.compile(
    r"^(?:motionen|interpellationen|frågan|medborgarförslaget|enkla\s+frågan)\s+får\s+(?:fram)?ställas\b"
    r"|^[\wåäö][^.,:]{2,60}?\s(?:medges|ges|beviljas)\s+(?:närvarorätt|yttranderätt|rätt\s+att\s+(?:närvara|delta|yttra\s+sig))\b",
    re.IGNORECASE,
)
""" "Interpellationen får ställas", "Revisorn medges närvarorätt": the meeting allows it."""
_SENDS = re.compile(r"överlämn|remitt", re.IGNORECASE)
_SENT = re.compile(
    r"^(?:motionen|motionerna|medborgarförslage[tn]|interpellationen|interpellationerna|e-förslage[tn]|skrivelsen|skrivelserna|initiativet|initiativärendet)\b",
    re.IGNORECASE,
)
"""What a meeting hands on by saying no more than that it is handed on."""
_SETTLED = re.compile(
    r"^(?:denna|detta|rapport\w*|information\w*|redovisning\w*|redogörelse\w*|ärendet|punkten|\w*anteckningar\w*|\w*protokoll\w*|skrivelse\w*|lägesrapport\w*)\b",
    re.IGNORECASE,
)
"""What a meeting disposes of when it has heard of another's: the report itself."""
_HAS_NOTHING = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{1,60}?)\s+har\s+(?:inget|inga\s+synpunkter|ingen\s+erinran|inga\s+erinringar|inga\s+invändningar)\s+(?:att\s+(?:erinra|invända|anmärka)\s+)?(?:mot|på)\s"
)
""" "Nämnden har inget att invända mot planen.": how it answers who asked."""
_HEREBY = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{2,60}?)\s+har\s+(?:där|här)med\s+(?:godkänt|fastställt|antagit|avslagit|bifallit|utsett|valt|bordlagt|lagt|återremitterat)\b",
    re.DOTALL,
)
""" "Styrelsen har därmed fastställt planen": just now, unlike what it "har fastställt"."""
_OPENED = re.compile(
    r"\bförklara(?:s|des)\s+(?:mötet|sammanträdet)\s+(?:för\s+)?(?:öppnat|avslutat)|\b(?:mötet|sammanträdet)\s+(?:förklara(?:s|des)\s+(?:för\s+)?(?:öppnat|avslutat))",
    re.IGNORECASE,
)


_FORMALITY = re.compile(
    r"^(?:[\wåäö]+\s){0,3}?(?:\w*anteckningar(?:na)?|\w*protokoll(?:et)?|dagordning(?:en)?|föredragningslista(?:n)?|ärendelista(?:n)?)\s+(?:godkän(?:ns|des)|faststäl(?:ls|ldes))\b"
)
""" "Anteckningarna godkändes med rättelsen att …": what is mended may fill a long sentence."""
_WHICH_IS_FILED = re.compile(
    r"[A-ZÅÄÖ][^.:;]{2,100}?\s[a-zåäö]*(?:anteckningarna|protokollet)\s[^.:;]{0,60}?\bsom\s(?:därefter\s|sedan\s)?"
    r"(?:(?:godkänns|godkändes)\s(?:och|samt)\s(?:läggs|lades)\still\shandlingarna|godkänns|läggs\still\shandlingarna)\.?$"
)
""" "Ordföranden går igenom anteckningarna från 3 mars, som godkänns och läggs till handlingarna." """
_WAITS = re.compile(
    r"^(?:Frågan|Ärendet|Punkten|Beslutet|Saken)\s+får\s+vänta\s+till\s+(?:nästa|hösten|våren|ett\s+senare|mötet)\b"
)
_INVITED = re.compile(
    r"^Till\s+(?:nästa\s+|(?:mötet|sammanträdet)\s)[^.,]{0,40}?\s?(?:inbjuds\s+[^.,]+|bjuds\s+[^.,]+\sin)\.?$"
    r"|^(?-i:[A-ZÅÄÖ])[^.,:]{2,60}?\s(?:bjuds\s+in|inbjuds)\s+(?:igen\b|åter\b|på\s+nytt\b|för\s+att\s+(?:berätta|informera|presentera|redovisa)\b|till\s+(?:nästa|kommande|ett\s+kommande)\s+[\wåäö]*(?:möte|sammanträde|träff|råd)\b)",
    re.IGNORECASE,
)
""" "Till mötet i maj inbjuds rektorn.", "Anna Ek bjuds in för att berätta om bryggorna." """
_PUT_OFF = re.compile(
    r"^(?:(?:eftersom|då|på\s+grund\s+av|med\s+anledning\s+av)\b[^.,]{5,90},?\s+|därför\s+|därmed\s+)(?:skjuts|sköts|bordläggs|bordlades|flyttas|flyttades|återremitteras|återremitterades)\s+"
    r"(?:frågan|ärendet|punkten|beslutet|saken|rapporten|förslaget|motionen)\b(?!\s+inte\b)",
    re.IGNORECASE,
)
""" "Eftersom underlaget saknas skjuts frågan upp": the reason first, the matter behind the verb."""
_TO_MEETING = re.compile(
    r"^(?:Frågan|Ärendet|Punkten|Beslutet|Saken|[A-ZÅÄÖ][\wåäö-]{3,}(?:en|et|an))\s+"
    r"flyttas(?:\s+för\s+behandling)?\s+"
    r"(?:vid|på|till)\s+(?:\w+\s+){0,3}?\w*(?:möte|mötet|sammanträde|sammanträdet)\b"
)
""" "Punkten flyttas för behandling vid sammanträdet i november.": put off to a day."""


_SIGNED = re.compile(
    r"^(?:vid\s+(?:tangentbordet|anteckningarna|pennan|protokollet)|(?:protokollet|anteckningarna|minnesanteckningarna)\s+(?:är\s+)?(?:skrivna|skrivet|skriven|förda?|fört|upprättat|upprättade)\s+av|antecknat\s+av|(?:sekreterare|ordförande|justerare)\s*:)[\s:]",
    re.IGNORECASE,
)
""" "Vid anteckningarna   Godkänns   Anna Ek": where the minutes are signed."""
_WORD = re.compile(r"\w+")


class _Done(NamedTuple):
    """The forms of a verb that say that its kind of decision is made."""

    kind: DecisionKind
    forms: tuple[str, ...]
    pattern: re.Pattern[str]


def _done(verb: Verb, forms: tuple[str, ...]) -> _Done:
    return _Done(verb.kind, forms, re.compile(by_first_letter([any_form(verb, forms)])))


def _by_form(verbs_done: Iterable[_Done]) -> dict[str, list[_Done]]:
    """By each of their forms, the verbs that have it."""
    table: dict[str, list[_Done]] = {}
    for done in verbs_done:
        for form in done.forms:
            table.setdefault(form, []).append(done)
    return table


@cache
def _active() -> dict[str, list[_Done]]:
    return _by_form(_done(v, v.active) for v in verbs() if v.tells in (Tells.ANY, Tells.OWN))


@cache
def _passive() -> dict[str, list[_Done]]:
    return _by_form(_done(v, v.passive) for v in verbs() if v.tells is Tells.ANY)


def _iter_done(
    verbs_done: dict[str, list[_Done]], words: Iterable[str], lower: str
) -> Iterator[tuple[DecisionKind, re.Match[str]]]:
    """Where a sentence in lower case, of these words, has one of the verbs."""
    for done in dict.fromkeys(done for word in words for done in verbs_done.get(word, ())):
        for match in done.pattern.finditer(lower):
            yield done.kind, match


_MORE = (
    *("inbjuds", "bjuds", "får vänta", "öppnat", "avslutat", "därmed", "härmed"),
    *("godkänd", "godkänt", "godkända", "fastställd", "fastställt", "fastställda", "antagen", "antaget", "antagna"),
    *("bordlagd", "bordlagt", "avslagen", "avslaget", "bifallen", "bifallet"),
)


@cache
def _any_verb() -> re.Pattern[str]:
    forms = {f for v in verbs() if v.tells is not Tells.HEADING for f in (*v.active, *v.passive)} | set(_MORE)
    return re.compile(by_first_letter([Choice(tuple(sorted(forms, key=len, reverse=True)), r"\b", r"\b")]))


_WHICH = re.compile(
    r",\s+(?:vilket|vilka|som|där)\s|,?\s(?:och|samt)\s+(?=(?:rekommenderar?|rekommenderade|uppmanar|uppmanade|uppdrar|uppdrog)\s)|\smed\s+(?:justeringen|rättelsen|ändringen|tillägget|tilläggen|ändringarna)\s+att\s"
)
"""Where the telling of more about what was decided begins: it makes no sentence long."""


def states_decision(sentence: str, minutes: Minutes, retold: bool = False) -> bool:
    """Whether a sentence without "beslutar" states what the forum decided.

    `retold`: the item tells of another body's meeting, so that only what is done with the report itself is this meeting's.
    """
    words = len(sentence.split())
    if words > _TAKEN_WORDS and (more := _WHICH.search(sentence)):
        words = len(sentence[: more.start()].split())
    if words <= _STATED_WORDS and (_ALLOWED.match(sentence) or _THESE.match(sentence)):
        return not retold
    if (
        words <= _DECIDED_WORDS
        and " om " in sentence
        and (on := _DECIDED_ON.match(sentence))
        and is_forum_phrase(on["subject"], minutes)
    ):
        return not retold and not is_earlier("", on["matter"], minutes)
    if words <= _DECIDED_WORDS and " om " in sentence and (behind := _DECIDED_BEHIND.match(sentence)):
        who = behind["who"] or behind["they"]
        before = sentence[: behind.start("who" if behind["who"] else "they")]
        return is_forum_phrase(who, minutes) and not retold and not is_earlier(before, behind["matter"], minutes)
    if words <= _STATED_WORDS and (" blev " in sentence or " blir " in sentence) and _BECAME.match(sentence):
        return not retold
    nothing = _HAS_NOTHING.match(sentence) if words <= _DECIDED_WORDS and " har in" in sentence else None
    if nothing and is_named(f"{nothing['subject']} ", minutes) and is_forum_phrase(nothing["subject"], minutes):
        return not retold
    if " som " in sentence and words <= _DECIDED_WORDS and _WHICH_IS_FILED.match(sentence):
        return not retold
    if words > _STATED_WORDS and not (words <= _DECIDED_WORDS and _FORMALITY.match(sentence)):
        return False
    lower = lowered(sentence)
    if not _any_verb().search(lower) or sentence.rstrip().endswith("?"):
        return False
    if _SIGNED.match(sentence):
        return False
    if ("bjuds" in lower and _INVITED.match(sentence)) or ("vänta" in lower and _WAITS.match(sentence)):
        return not retold
    if _PUT_OFF.match(sentence) or _TO_MEETING.match(sentence):
        return not retold and not EARLIER_TIME.search(sentence)
    if (
        ("förklara" in lower and _OPENED.search(sentence))
        or ELECTED.match(sentence)
        or (_PARTICIPLE.match(sentence) and not retold)
    ):
        return True
    if "rmed" in lower and (hereby := _HEREBY.match(sentence)) and is_forum_phrase(hereby["subject"], minutes):
        return not retold
    said = dict.fromkeys(_WORD.findall(lower))
    for kind, match in _iter_done(_active(), said, lower):
        if _is_done_by_forum(sentence, match, kind, minutes) and (kind is not DecisionKind.NOTE or words <= _TAKEN_WORDS):
            return True
    return any(_is_done(sentence, match, kind, minutes, retold) for kind, match in _iter_done(_passive(), said, lower))


def _is_done_by_forum(sentence: str, match: re.Match[str], kind: DecisionKind, minutes: Minutes) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not before.strip() or INSIDE.search(before) or re.match(r"\s+inte\b", after):
        return False
    if re.search(r"(?:\b(?:och|samt|utan)|,)\s*$", before):
        subject = begins_with_forum(sentence, minutes) and not MODAL.search(_HAD_NONE.sub("", before))
    else:
        subject = is_subject(before, after, minutes) and (
            is_named(before, minutes) or inverted_subject(after, minutes) is not None
        )
    to_come = kind is DecisionKind.INVITE and not match.group(0).startswith("bjöd")  # to a day that is to come
    to_come = to_come or _TIMES.match(after) is not None
    return subject and (to_come or not is_earlier(before, after, minutes))


_TIMES = re.compile(
    r"\s+(?:[a-zåäö]+\s+){0,2}?[a-zåäö]*(?:tider|tiderna|dagar|dagarna|datum|datumen)(?:\s+(?:för|till)\s[^.:\d]{2,40}?)?:?\s+(?:den\s+)?\d"
)
""" "Rådet fastställer tiderna 15 februari och 23 maj": days without a year are those that are set."""
_HAD_NONE = re.compile(r"\b(?:har|hade)\s+(?=inga\s|ingen\s|inget\s|tagit\s+del\s)")
""" "Nätverket hade inga invändningar utan ställer sig bakom förslaget", "har tagit del av rapporten och godkänner den": what is told in the
perfect is not what the verb behind tells."""


def is_named(before: str, minutes: Minutes) -> bool:
    """Whether words stand before the verb that name the forum, and not only its absence ("Därefter", "Det")."""
    return begins_with_forum(before, minutes) and not re.match(r"^\s*(?:det|man)\b", before, re.IGNORECASE)


def _is_done(sentence: str, match: re.Match[str], kind: DecisionKind, minutes: Minutes, retold: bool) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    subject = re.sub(r"^\W*(?:beslut\s*:\s*)?", "", before, flags=re.IGNORECASE)
    unspecific = _UNSPECIFIC.match(_JOINED.split(subject)[-1].strip() or subject)
    if (unspecific and not (kind is DecisionKind.TABLE and _ACCOUNTED.match(subject))) or _HABITUAL.search(after):
        return False
    inside = _QUESTION.sub("", before) if kind is DecisionKind.POSTPONE else before
    if MODAL.search(before) or INSIDE.search(inside) or PROPOSED_BY.search(before) or EARLIER_TIME.search(before):
        return False
    if _BUT.search(before) and match.group(0).endswith(("des", "ades", "lades")):
        return False
    if not subject.strip() and (MODAL.search(after) or re.match(r"\s+\w+\s*,", after)):
        return False
    put_off = kind is DecisionKind.POSTPONE and not match.group(0).endswith("des")  # to a day that is to come
    if re.match(r"\s+inte\b|[^.]*,\s*om\b", after) or _is_by_another(after, minutes):
        return False
    if not put_off and is_dated_earlier(before, after, minutes):
        return False
    around = f"{before} {after}"
    if any(names_another(m["of"], minutes) for m in _MEETING_OF.finditer(_RECORD_OF.sub("", around)) if m["of"].strip()):
        return False
    if retold and subject.strip() and not _SETTLED.match(subject):
        return False
    if kind is DecisionKind.DIRECT and _SENDS.match(match.group(0)):
        return _SENT.match(subject) is not None
    if kind is DecisionKind.NOTE:
        return not _PREPOSITION_FIRST.match(subject) and len(subject.split()) <= 8 and not re.match(r"\s+att\b", after)
    if kind is DecisionKind.APPOINT:
        return bool(
            _TO_WHAT.match(after) or re.match(r"(?:att|till)\s", subject, re.IGNORECASE) or re.search(r"\b(?:till|som)\s", after)
        )
    return True


_QUESTION = re.compile(r"^(?:Frågan|Ärendet|Punkten|Beslutet)\s+om\s")
""" "Frågan om en ny bro bordläggs": what is put off, and no question of what is to come."""
_BUT = re.compile(r"\b(?:var|fanns|kom)\s[^.]{3,90}\bmen\s+$", re.IGNORECASE)
""" "Planen kom upp i mars men återremitterades": the history of the matter."""


def _is_by_another(after: str, minutes: Minutes) -> bool:
    by = _BY.match(after)
    if by is None or _NO_AGENT.match(by["agent"]):
        return False
    words = by["agent"].split()
    return not any(is_forum_phrase(" ".join(words[:k]), minutes) for k in range(1, min(len(words), 5) + 1))
