"""Lines that lead decisions in, or say in so many words that what was proposed is decided.

"Nämnden beslutar", "Rådet beslutade enhälligt att:", "Nätverket enas om följande:", "Beslut: …", "Nämnden beslutar enligt förslaget."
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph.names import lowered
from ingest.alternatives import Choice, by_first_letter
from ingest.decisions.acts import is_to_be_done
from ingest.decisions.clauses import ATT, BY_LAW, NUMBERED, PROPOSED_BY
from ingest.decisions.deciders import Minutes, is_subject
from ingest.decisions.deeds import says_what_follows
from ingest.decisions.item_lines import ItemLines
from ingest.kinds import decision_kind, verbs
from ingest.lines import Line
from ingest.verbs import is_infinitive, regular_infinitives
from ingest.vocabulary import BODY_NOUN

_DECIDE = r"(?:beslutade|beslutar|beslöts|beslöt|beslutat|besluta|beslutas|beslutades|beslut)"
ADVERB_WORD = (
    r"(?:enhälligt|gemensamt|samfällt|enligt\s+följande|följande|därmed|därför|sålunda|således|också|även|vidare|dessutom|slutligen|därefter|nu|samtidigt|istället|i\s+stället|om"
    r"|för\s+(?:egen|sin|nämndens|styrelsens)\s+del|om\s+[\wåäö]+beslut|(?:i\s+enlighet\s+med|enligt)\s+(?:[\wåäö-]+\s+){0,4}?(?:förslag|yrkande)\w*)"
)
OR_INFINITIVE = r"(?:att|[a-zåäö]{2,}a|avslå|föreslå)"
"""What follows "beslutar": "att", or in copies that lost it the infinitive."""
_ADVERB = rf"(?:\s+{ADVERB_WORD})*"
_ON_CONDITION = r"(?:\s*,?\s+under\s+förutsättning\s+(?:att|av)\s[^.:]{3,110}?(?=\s*[,:]|\s+att\s*:?\s*$))?"
_TRIGGER = re.compile(
    rf"^(?P<subject>.{{0,110}}?)\b{_DECIDE}\b{_ADVERB}{_ON_CONDITION}(?P<att>\s*:?\s*att)?\s*[:.,]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that leads in what is decided below: "Nämnden beslutar", "Rådet beslutade enhälligt att:"."""
_TRIGGER_AGREED = re.compile(
    rf"^(?P<subject>.{{0,110}}?)\b(?:enas|enades|kom(?:mer)?\s+(?:överens|fram\s+till)|(?:är|var)\s+överens|bestämmer|bestämde|fattar|fattade|tar|tog){_ADVERB}\s*(?:om\s+)?(?:följande(?:\s+beslut)?(?P<att>\s*:?\s*att)?|(?<=om\s)(?P<om>att)|(?<=om))\s*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
""" "Nätverket enas om följande:", "Gruppen kom överens om att:"."""
_TRIGGER_PASSIVE = re.compile(
    rf"^(?P<subject>)(?:det\s+)?(?:följande\s+)?(?:överenskoms|överenskommes|överenskom\s+man|bestämdes|bestäms|beslut\s+(?:togs|tas|fattades|fattas)){_ADVERB}(?:\s+om)?(?:\s+följande)?(?P<att>\s*:?\s*att)?\s*:?\s*$",
    re.IGNORECASE,
)
""" "Följande överenskoms:", "Det bestämdes att:"."""
_TRIGGER_BEHIND = re.compile(
    rf"^(?:(?:för\s+(?:egen|sin)\s+del|vidare|därutöver|dessutom|samtidigt|därefter|härefter|slutligen|därmed|(?:efter|med|på|vid|mot|utöver|sedan|under|enligt|utifrån|i)\s[^.:]{{2,80}}?)\s+)?"
    rf"(?:beslutade|beslutar|beslöt)\s+(?P<subject>{BODY_NOUN.pattern}){_ADVERB}(?P<att>\s*:?\s*att)?\s*[:,]?\s*$",
    re.IGNORECASE,
)
""" "För egen del beslutar kommunstyrelsen": the body stands behind the verb."""


_TRIGGER_AGREED_BEHIND = re.compile(
    rf"^(?:därefter|härefter|slutligen|avslutningsvis|(?:efter|vid|under|med|utifrån)\s[^.:]{{2,80}}?)\s+(?:enas|enades|(?P<came>kom(?:mer)?))\s+(?P<subject>[a-zåäö-]+(?:\s[a-zåäö-]+)?){_ADVERB}\s+(?(came)överens\s+)om(?:\s+följande(?:\s+beslut)?)?(?P<att>\s*:?\s*att)?\s*:?$",
    re.IGNORECASE,
)
""" "Efter diskussion enades rådet om följande:": the body stands behind the verb."""


class Trigger(NamedTuple):
    """A line that leads in what is decided below: who decides, as written, and whether "att" ends the line."""

    subject: str
    att: bool


LEADING = (Choice(("besl", "följande", "om att", "överensk", "bestäm")), Choice((" om",), after=r"[ :]*\Z"))
"""What stands in every line that leads something in."""
_LEADING = re.compile(by_first_letter(LEADING))


@lru_cache(maxsize=256)
def find_trigger(line: str) -> Trigger | None:
    """Who decides what stands below a line, when the line does no more than lead it in; else None."""
    lower = lowered(line)
    if not _LEADING.search(lower):
        return None
    if "följande" in lower or "om att" in lower or lower.rstrip(" :").endswith(" om"):
        agreed = _TRIGGER_AGREED.match(line)
        if agreed is not None:
            return Trigger(agreed["subject"], bool(agreed["att"] or agreed["om"]))
        if ("ena" in lower or " kom" in lower) and (agreed := _TRIGGER_AGREED_BEHIND.match(line)):
            return Trigger(agreed["subject"], bool(agreed["att"]))
    if "överensk" in lower or "bestäm" in lower or lower.startswith("följande beslut "):
        match = _TRIGGER_PASSIVE.match(line)
        return Trigger("", bool(match["att"])) if match else None
    if "besl" not in lower:
        return None
    match = _TRIGGER.match(line) or _TRIGGER_BEHIND.match(line)
    if match is None or (_FOR_DECISION.search(line) and not match["att"]) or _is_listed(line):
        return None
    return Trigger(match["subject"], bool(match["att"]))


_FOR_DECISION = re.compile(r"\b(?:för|till|om|inför|och|eller|utan|i|av|på)\s+beslut\s*\.?\s*$", re.IGNORECASE)
""" "Motionen överlämnas till nämnden för beredning och beslut." leads nothing in."""


_ABOUT_DECISION = re.compile(r"\bbeslut(?:\s+om)?\s*\.?\s*$")


def _is_listed(line: str) -> bool:
    """Whether a line is one of a list of what is to be done, that speaks of a decision at its end: "- uppmana styrelsen att återkomma med
    beslut om"."""
    mark = NUMBERED.match(line)
    return mark is not None and _ABOUT_DECISION.search(line) is not None and begins_with_infinitive(line, mark.end())


LABELS = ("besl", "ställningstagande", "överens", "enades", "enas", "bestäm", "avtala")
"""One of these is in every label of a decision."""
_OF_DECISIONS = (
    r"(?:beslut(?:\s+\d{1,2}|\s?/\s?åtgärd(?:er)?|\s+(?:på|under|vid)\s+mötet|\s+i\s+(?:frågan|ärendet)|\s+(?:och|samt)\s+(?:åtgärd(?:er)?|uppföljning|slutsats(?:er)?))?"
    r"|beslut\s+\([^()]{2,30}\)|(?:slutsats(?:er)?|åtgärd(?:er)?|diskussion|information|resultat)(?:\s+(?:och|samt)\s+|\s?/\s?)beslut|(?:protokolls|inriktnings)beslut|ställningstagande|beslutar|beslutade)"
)
_ALONE = r"(?:(?<!\w\s)|(?<=\bdet\s)|(?<=\bföljande\s))"
_OF_AGREEMENTS = (
    rf"(?:{_ALONE}(?:överenskommet|överenskommelser?|överenskoms|överens(?:\s+om)?|(?:enades|enas)\s+om|beslutat|beslutades|beslutas|beslöts|bestämdes|bestämt|avtalades|avtalat)"
    r"|(?:kom|kommer|är|var)\s+överens(?:\s+om)?(?:\s+att)?|(?:enades|enas)(?:\s+om)?(?:\s+att)?|bestämde(?:\s+att)?)"
)
ARROW_HEADS = "→⇒►➔>"
"""One of these stands in every arrow."""
ARROW = rf"(?:[{ARROW_HEADS}]|[=-]+>)"
_WITH_COLON = rf"(?:{_OF_DECISIONS}|(?P<agreed>{_OF_AGREEMENTS}))\s*:"
_WITH_DASH = r"(?:Beslut|BESLUT)\s+[–-]"
_TOLD_OF = r"(?:fattas|fattades|fattats|tas|togs|finns|krävs|väntas|förväntas|är|var|anmäl\w+|delges|delgavs)"
DECISION_TO = rf"(?-i:Beslut|BESLUT)(?=\s+att\s)(?!.*\b{_TOLD_OF}\b)"
""" "Beslut att välja Anna Ek"; not "Beslut att stänga badet fattas i maj"."""
_BEHIND_BODY = r"(?<=s )(?-i:beslut)(?=\s+(?-i:[A-ZÅÄÖ]))"
""" "Nämndens beslut Planen antas" in a copy that ran together."""
_NOT_OURS = r"(?!(?:anmälda|redovisade|delegerade|fattade)\s)"
LABELLED = re.compile(
    rf"^(?:{ARROW}\s*)?{_NOT_OURS}(?P<subject>(?:[\wåäö-]+\s+){{0,3}}?)"
    rf"(?:{_WITH_COLON}|{_WITH_DASH}|(?<!\S\s){DECISION_TO}|{_BEHIND_BODY})\s+(?P<clause>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A label and what was decided in one line: "Beslut: Godkändes", "Beslut att välja Anna Ek", "Överenskommet: Anna bokar lokal.". What was `agreed`
upon stands in sentences; a word for it also stands before the name of a paper ("Överenskommelse: Samverkan om barn")."""
PROPOSED_TO = re.compile(
    r"^(?P<by>[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och|samt)\s[\wåäö-]+)?s)\s+förslag\s+till\s+(?!beslut\b)(?P<to>[\wåäö-]+?)(?:s\s+beslut|\s+beslut)?(?:\s*:|(?=\s+[A-ZÅÄÖ]))\s+(?P<clause>\S.*)$",
    re.DOTALL,
)
PROPOSING = re.compile(
    r"^[^.]*\b(?:föresl(?:ås|ogs)\s|föresl(?:år|og)\b[^.]*\batt\s|yrka(?:r|de)\b(?!.*(?::|\batt)\s*$))", re.IGNORECASE | re.DOTALL
)
PROPOSED = re.compile(r"^\W*(?:\w+s\s+)?förslag(?:\s+till\s+beslut)?\s*:\s*(?=att\b|(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
PROPOSES = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+föreslår\s+(?:att\s+)?(?:[a-zåäö]|[A-ZÅÄÖ][a-zåäö]*(?:fullmäktige|styrelsen|nämnden)\b)"
)
_AS_PROPOSED = re.compile(
    rf"^(?:(?P<subject>.{{0,80}}?)\b{_DECIDE}\b\s+(?:\w+\s+)?)?(?:enligt|i\s+enlighet\s+med|bifall\s+(?:till|enligt))\s+(?:[\wåäö-]+\s+){{0,3}}?förslag\w*(?:\s+till\s+beslut)?\s*\.?$",
    re.IGNORECASE,
)
"""Nothing but that what was proposed is decided: "Nämnden beslutar enligt förslaget.", "Enligt arbetsutskottets förslag"."""


@cache
def infinitives() -> frozenset[str]:
    """What a body does, in words of one word each."""
    return regular_infinitives() | {v.infinitive for v in verbs()} | {"annonsera", "ge", "inte"}


def begins_with_infinitive(text: str, start: int = 0) -> bool:
    """Whether words begin with what a body does, as a list without "att" does: "anta upprättat förslag", "i övrigt godkänna planen"."""
    first = _FIRST_WORD.match(text, start)
    return first is not None and first["word"].lower() in infinitives()


_FIRST_WORD = re.compile(r"(?:i\s+övrigt\s+)?(?P<word>\w+)", re.IGNORECASE)


def leads_in(line: Line) -> Trigger | None:
    """The trigger of a line that stands by itself; a line that ends so in the midst of a sentence leads nothing in."""
    goes_on = line.text[:1].islower() and not line.blank_before and len(line.text.split()) > _FEW
    return None if goes_on else find_trigger(line.text)


def is_wrapped(trigger: Trigger, after: Line | None) -> bool:
    """Whether a sentence that begins within the line only goes on below it: "… gicks igenom. Nämnden beslutade att" / "anta planen"."""
    return (
        after is not None
        and not after.blank_before
        and after.text[0].islower()
        and ". " in trigger.subject
        and not ATT.match(after.text)
    )


_FEW = 3


def opens_list(trigger: Trigger, item: ItemLines, i: int) -> bool:
    """Whether clauses without "att" may follow: after "… att", after a colon, or as a numbered list."""
    following = item.lines[i + 1].text if i + 1 < len(item.lines) else ""
    listed = NUMBERED.match(following) is not None or begins_with_infinitive(following)
    listed = listed or is_infinitive(following.partition(" ")[0])
    listed = listed or BY_LAW.match(following) is not None
    return bool(trigger.att) or item.lines[i].text.endswith(":") or listed


def leads_in_sentences(trigger: Trigger, item: ItemLines, i: int) -> bool:
    """Whether a line with the body that decides stands as a heading does: sentences follow, each a decision of its own."""
    if i + 1 >= len(item.lines) or trigger.att or not trigger.subject.strip():
        return False
    following = item.lines[i + 1].text
    decides = decision_kind(following)[1] is not None or is_to_be_done(following) or says_what_follows(following)
    return following[:1].isupper() and decides and not PROPOSED_BY.search(following)


_LABEL = re.compile(r"^(?:beslut|mötets\s+beslut)\s*(?::|\s[–-])\s*", re.IGNORECASE)


def after_label(text: str) -> int:
    """Where the words behind a label begin: "Beslut: Enligt förslag."."""
    label = _LABEL.match(text)
    return label.end() if label else 0


def agrees(text: str, minutes: Minutes) -> bool:
    """Whether words begin by saying that what was proposed is decided: "Enligt förslag. Reservation: M"."""
    return follows_proposal(text.partition(". ")[0], minutes)


def follows_proposal(text: str, minutes: Minutes) -> bool:
    """Whether a line says that what was proposed is decided, and no more."""
    text = text[after_label(text) :]
    match = _AS_PROPOSED.match(text)
    return match is not None and (match["subject"] is None or is_subject(match["subject"], " enligt", minutes, impersonal=True))
