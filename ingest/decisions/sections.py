"""Which part of an item's text a line stands in: what was decided, what was proposed, what lies behind."""

from __future__ import annotations

import re

from graph.names import fold, squash
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import find_named
from ingest.decisions.acts import is_to_be_done
from ingest.decisions.bare import begins_bare
from ingest.decisions.clauses import ATT, NUMBERED
from ingest.decisions.deciders import Minutes, is_forum_phrase, is_own
from ingest.decisions.inline import match_inline
from ingest.decisions.leads import LABELLED, OR_INFINITIVE, PROPOSED, PROPOSING, find_trigger, leads_in
from ingest.decisions.line_ends import begins_another_item
from ingest.decisions.stated import states_decision
from ingest.decisions.verb_first import stands_over_verb
from ingest.decisions.within import is_cited
from ingest.document import ColumnCell
from ingest.lines import Line
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN, Section, SectionHeading, section_heading

SILENT = {Section.PROPOSAL, Section.PROCEDURE, Section.DISTRIBUTION, Section.EARLIER}
"""Proposals, how the vote went, other bodies' treatment and who gets a copy: they send nothing on."""
_ASKS_OTHER = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ].{2,80}?)\s+(?:föreslår(?:\s+(?:också|även|vidare|dessutom|därför))?|rekommenderar(?=\s[^.:]{3,80}?\satt\s*:$)|hemställer\s+hos|(?:beslutar|beslutade|beslöt)\s+(?:att\s+)?(?:föreslå|rekommendera|hemställa\s+hos))\s+(?:att\s+)?"
    r"(?P<to>(?:(?!\batt\b)[^.:]){3,60}?)(?:\s+att\s+föreslå\s+[a-zåäö]*(?:fullmäktige|styrelsen|nämnden))?(?:\s+(?:att\s+)?beslut(?:a|ar)(?:\s+att|\s+följande)?|\s+att)?\s*:?\s*$",
    re.IGNORECASE,
)


def find_sections(lines: tuple[Line, ...], minutes: Minutes) -> list[Section | None]:
    """What section each line stands in; the column of what was decided is a section of its own."""
    sections = _told_sections(lines, minutes)
    if ColumnCell not in {type(line.block) for line in lines}:
        return sections
    return [Section.DECISION if line.column else told for line, told in zip(lines, sections, strict=True)]


def _told_sections(lines: tuple[Line, ...], minutes: Minutes) -> list[Section | None]:
    """What section each line stands in by the headings among the lines; None before the first heading, and after a heading of another kind of block."""
    headings = [section_heading(line.text) for line in lines]
    if not any(headings):
        return [None] * len(lines)
    current: Section | None = None
    out: list[Section | None] = []
    proposed = voted = False
    """Under the heading of what was proposed: a line has told it, and one what came out of the vote."""
    whole = False
    """Under the heading of what was proposed: a sentence has told it whole ("Nämnden beslutar att …")."""
    among_proposals = False
    """Under the heading of all proposals, this body's own to another is not yet what it decided."""
    dissent = decided = False
    """Under a heading of dissent, and after what was decided: there a line that leads in a decision tells what was wished for."""
    begun = 0
    """Where the part of the item began that the line stands in."""
    deciding = [line for line, h in zip(lines, headings, strict=True) if h and section_of(h, minutes) is Section.DECISION]
    headed = bool(deciding)
    several = len(deciding) > 1
    others = several or len(deciding) + headings.count(None) < len(lines)
    """Parts of other kinds may follow what was decided."""
    weak = several and any(_STANCE not in line.text.lower() for line in deciding)
    """A heading of decisions may stand beside that of a stance."""
    for i, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        if heading is None and headed and "beslut" in line.text and _DATED.match(line.text):
            current, proposed, voted, dissent = Section.EARLIER, False, False, False
        elif heading:
            begun = i
            before, (current, proposed, voted, whole) = current, (section_of(heading, minutes), False, False, False)
            if current is Section.DECISION and weak and _STANCE in line.text.lower():
                current = Section.BACKGROUND
            if (
                before is Section.PROPOSAL
                and current is Section.DECISION
                and out[-1:] == [before]
                and Section.DECISION in out
                and headings[i - 1]
            ):
                current = before  # "Ordförandens förslag till beslut" / "Nämndens beslut": what it is proposed to decide
            dissent = _DISSENT.search(line.text) is not None
            decided = decided or current is Section.DECISION
            if heading.section is not Section.PROPOSAL:
                among_proposals = False
            elif not heading.body and not is_motion(line.text):
                among_proposals = True
            elif among_proposals:
                current = Section.PROPOSAL
        elif current is None:
            pass  # no heading holds it
        elif line.blank_before and begins_another_item(lines, begun, i):
            current, proposed, voted, dissent, begun = None, False, False, False, i
        elif current is Section.DECISION:
            pass  # it goes on until the next heading
        elif begins_bare(lines, i):
            current, proposed, voted, dissent, begun = None, False, False, False, i
        elif not headed and not dissent and tells_outcome(line.text, minutes) and _is_behind_talk(current, lines, begun, i):
            current = None
        elif current is Section.BACKGROUND and i and _runs_on(lines[i - 1], line):
            current = None
        elif current in (Section.BACKGROUND, Section.DISTRIBUTION, Section.PROCEDURE) and (
            leads_in(line)
            or _LABELS_DECISION.match(line.text)
            or (current is Section.BACKGROUND and not headed and find_asked(line.text, minutes))
        ):
            current = current if dissent and decided else None
        elif current is Section.PROCEDURE and not decided and _decides_behind(line.text, minutes):
            current = None
        elif current is Section.BACKGROUND and "beslutar att" in line.text and _decides_in(line.text, minutes):
            current = current if headed else None
        elif current is Section.DISTRIBUTION and not dissent and "beslutar att" in line.text and _decides_in(line.text, minutes):
            current = None  # the line goes on behind those whom it is sent to
        elif current is Section.DISTRIBUTION and line.blank_before and _is_in_line(lines, begun) and has_finite(line.text):
            current = None  # those whom it is sent to all stand behind the heading
        elif not dissent and stands_over_verb(lines, i, minutes):
            current = None
        elif current is Section.PROPOSAL and i > begun + 1 and line.text.isupper() and _decides_anew(line.text, minutes):
            current, proposed, voted, dissent, begun = None, False, False, False, i  # "HAMNNÄMNDEN BESLUTAR" stands as a heading
        elif current in (Section.PROPOSAL, Section.EARLIER):
            # The first att-satser are what was proposed, or decided elsewhere; when this body decides after them, it decides.
            apart = (
                line.blank_before
                or (i > 0 and lines[i - 1].text.endswith(".") and leads_in(line) is not None)
                or (current is Section.PROPOSAL and not headed and _is_decided_of(lines[begun + 1 : i], line))
            )
            proposed = proposed or (current is Section.PROPOSAL and not headed and _is_said_again(lines[begun + 1 : i], line))
            voted = voted or " finner att " in line.text
            begins = apart and (proposed or (whole and leads_in(line) is not None)) and _decides_anew(line.text, minutes)
            if begins or (proposed and voted and find_asked(line.text, minutes)):
                current = None
            whole = whole or (current is Section.PROPOSAL and "beslutar att" in line.text and line.text.endswith("."))
            proposed = (
                proposed
                or any(p.match(line.text) for p in (ATT, NUMBERED, PROPOSED, PROPOSING))
                or is_cited(line.text)
                or _is_told(line.text, minutes)
                or (line.text.endswith(".") and is_to_be_done(line.text))
            )
        decided = decided or (others and current is None and leads_in(line) is not None)
        out.append(current)
    return out


_OUTCOME = re.compile(
    r"(?:Det\s+)?(?i:beslutades|beslöts|bestämdes|överenskoms)\s+(?:enhälligt\s+|gemensamt\s+)?att\s"
    r"|(?P<who>[A-ZÅÄÖ][\wåäö-]*(?:\s[a-zåäö-]+){0,2}?)\s+(?:enades\s+om|kom\s+överens\s+om|beslutade|beslöt)\s+(?:enhälligt\s+)?att\s"
)
""" "Beslutades att avslå begäran.", "Gruppen enades om att vänta.": how a matter ended, where no heading says that it is decided."""
_OUTCOME_WORDS = ("eslutade", "eslöt", "estämdes", "verenskoms", "enades om", "överens om")
_TALK = re.compile(r"\W*(?:dialog|diskussion|inlägg|föredragning|vad\s+sades|dagens\s+sammanträde)\b", re.IGNORECASE)
"""Headings of what was said at the meeting itself; others tell of what was before."""


def tells_outcome(sentence: str, minutes: Minutes) -> bool:
    """Whether a sentence begins with the past words in which this body, or nobody by name, decided or agreed."""
    if not any(word in sentence for word in _OUTCOME_WORDS):
        return False
    match = _OUTCOME.match(sentence)
    return match is not None and (match["who"] is None or is_forum_phrase(match["who"], minutes))


def _is_behind_talk(current: Section | None, lines: tuple[Line, ...], begun: int, i: int) -> bool:
    """Whether a line stands where an outcome may: a sentence of its own behind what was proposed, moved or said at the meeting."""
    if not (lines[i].blank_before or i == begun + 1 or lines[i - 1].text.endswith((".", "!", "?"))):
        return False
    if current is Section.BACKGROUND:
        return _TALK.match(lines[begun].text) is not None
    return current is Section.PROCEDURE or (current is Section.PROPOSAL and i > begun + 1)


def _is_in_line(lines: tuple[Line, ...], heading: int) -> bool:
    """Whether the line of a heading was parted behind it: "Beslutet skickas till: Ekonomienheten"."""
    return lines[heading].index == lines[heading + 1].index


_LABELS_DECISION = re.compile(r"(?:mötets\s+|protokolls)?beslut\s*:\s+\S", re.IGNORECASE)
""" "Beslut: Planen antas.": a label in the line of what was decided ends how things were seen before."""


def _runs_on(heading: Line, line: Line) -> bool:
    """Whether a whole text follows a heading on its own line ("Bilagor: Plan 3 Planen gicks igenom. …"): a page that ran together,
    where nothing tells how far the heading reaches."""
    return len(line.text) > _LONG and "\n" not in line.document.text[heading.end : line.start] and has_finite(line.text)


_LONG = 110
_DISSENT = re.compile(r"^\W*(?:reservation|särskilt\s+yttrande|protokollsanteckning)", re.IGNORECASE)
_STANCE = "ställningstagande"
""" "Ställningstagande" is what was decided, unless a heading of decisions stands beside it: then it is how the matter was judged."""


_DATED = re.compile(
    r"^[A-ZÅÄÖ][\w\s-]{2,60}?s\s+(?:förslag\s+till\s+)?beslut,?\s+(?:(?:den\s+)?\d{4}-\d\d-\d\d|(?:den\s+)?\d{1,2}\s+\w+\s+\d{4}|§\s*\d+)[\s,§\d/:–-]*$"
)
""" "Arbetsutskottets beslut 2024-02-27 § 22": what was decided at another meeting, beside a heading of what was decided at this."""


def section_of(heading: SectionHeading, minutes: Minutes) -> Section:
    """The section that a heading opens in these minutes: another body's decision is an earlier one, and what this body
    proposes to another is its own decision."""
    if heading.section is Section.DECISION and heading.body and not minutes.is_forum(heading.body):
        return Section.EARLIER
    if heading.decided_in and minutes.is_forum(heading.body):
        return Section.DECISION
    if heading.section is Section.PROPOSAL and find_proposed_to(heading, minutes):
        return Section.DECISION
    return heading.section


def is_motion(heading: str) -> bool:
    """Whether a heading of proposals is one of what members moved: "Yrkanden". What stands there is never the body's own proposal."""
    return "yrkande" in heading.lower()


def find_proposed_to(heading: SectionHeading, minutes: Minutes) -> str | None:
    """The body to which this one proposes, by the heading of its decision: "Kommunstyrelsens förslag till kommunfullmäktige"."""
    if heading.section is not Section.PROPOSAL or not heading.to or not heading.body:
        return None
    return heading.to if minutes.is_forum(heading.body) and not minutes.is_forum(heading.to) else None


def find_asked(text: str, minutes: Minutes) -> str | None:
    """The body that this body asks to decide what follows, when the line says so and no more."""
    match = _asks_other(text)
    if match is None or not is_own(match["subject"], minutes):
        return None
    to = squash(match["to"])
    if has_finite(to) or _A_THING.search(to):
        return None  # the rest of a sentence: "föreslår att rådet godkänner planen och att"
    return to if BODY_NOUN.search(to) or _MEMBERS.fullmatch(to) or find_named(to, minutes.context) else None


_A_THING = re.compile(r"\b(?:en|ett)\s|,$")
""" "föreslår arbetsgruppen en ny lösning,": what is asked for, in the rest of a sentence."""
_MEMBERS = re.compile(r"(?:[a-zåäö]+)?kommunerna(?:s\s+fullmäktige)?|medlemmarna|ägarna", re.IGNORECASE)
""" "medlemskommunerna": whom a body of several asks."""
_RECOMMENDS = re.compile(r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+rekommenderar\s+(?P<to>(?:(?!\batt\b)[^.:,]){3,60}?)\s*:?$")


def find_recommended(lines: tuple[Line, ...], i: int, minutes: Minutes) -> str | None:
    """The body to which the forum recommends what the att-satser say below the line at `i`; one alone is the rest of its sentence."""
    below = lines[i + 1 :]
    match = _RECOMMENDS.match(lines[i].text) if below and ATT.match(below[0].text) else None
    if match is None or not is_own(match["subject"], minutes):
        return None
    more = next((line for line in below[1:_FEW_LINES] if ATT.match(line.text) or line.blank_before), None)
    return squash(match["to"]) if more is not None and ATT.match(more.text) else None


_FEW_LINES = 4


def asks_on(text: str, body: str) -> bool:
    """Whether a line says, and no more, that a body asks another: what "Kommunstyrelsen föreslår kommunfullmäktige besluta" is
    in the minutes of one that proposes so to the board."""
    match = _asks_other(text)
    return match is not None and fold(match["subject"]) == fold(body)


ASKING = ("föresl", "hemst", "rekommend")
"""One of these is in every line that says what one body asks of another."""
_ASKING = re.compile(by_first_letter([Choice(ASKING)]))


def _asks_other(text: str) -> re.Match[str] | None:
    return _ASKS_OTHER.match(text) if _ASKING.search(text) else None


_ASKED = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+(?:föreslår|beslutar\s+(?:att\s+)?föreslå)\s+(?:att\s+)?(?P<to>[^.:]{3,60}?)\s+(?:att\s+)?beslut(?:a|ar)(?:\s*:)?\s+(?P<clause>att\s.*)$",
    re.DOTALL,
)


def asks_to_decide(sentence: str) -> re.Match[str] | None:
    """ "Kommunstyrelsen föreslår fullmäktige besluta: att anta planen": who asks (`subject`), whom (`to`), and for what (`clause`)."""
    return _ASKED.match(sentence) if "föresl" in sentence else None


def _is_told(text: str, minutes: Minutes) -> bool:
    if find_trigger(text) or match_inline(text):
        return False
    return states_decision(text, minutes) or (_SENTENCE.fullmatch(text) is not None)


_DECIDING = rf"(?P<subject>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){{0,3}}?)\s+(?:beslutar|(?P<past>beslutade|beslöt))\s+(?:(?:således|därmed|därefter|härefter)\s)?(?:(?:med\s+\d[^.:]{{4,80}}?\s)?att|{OR_INFINITIVE})\s"
DECIDES = re.compile(_DECIDING)
""" "Nämnden beslutar att …", "Nämnden beslutar med 20 ja-röster mot 7 nej-röster att …"; in the past, it may be another meeting that decided."""
_DECIDES_NOW = re.compile(rf"(?:^|(?<=[.!?]\s)){_DECIDING}")


def _decides_in(text: str, minutes: Minutes) -> bool:
    """Whether this body decides in a sentence of a line: "Läget gicks igenom. Rådet beslutar att …" """
    match = _DECIDES_NOW.search(text)
    return match is not None and match["past"] is None and is_own(match["subject"], minutes)


def _decides_behind(text: str, minutes: Minutes) -> bool:
    """Whether a line behind how the vote went says what this body decides, or asks another to."""
    if find_asked(text, minutes):
        return True
    decides = _DECIDES_NOW.search(text) if " besl" in text else None
    return decides is not None and is_own(decides["subject"], minutes)


_SENTENCE = re.compile(r"(?!.*(?:beslut|föresl|följande))[A-ZÅÄÖ]\S*(?:\s\S+){3,}\.")
""" "Avgiften höjs till 225 kr per månad.": what is proposed, in words of its own."""


def _is_decided_of(proposals: tuple[Line, ...], line: Line) -> bool:
    """Whether a line right below what was proposed tells what was decided of it: no body decides in the proposals
    ("att anta planen" / "Nämnden beslutar att anta planen"), or the line says one of them once more."""
    if "besl" not in line.text or ATT.match(line.text) or NUMBERED.match(line.text):
        return False
    return _is_said_again(proposals, line) if any("besl" in x.text for x in proposals) else bool(proposals)


def _is_said_again(proposals: tuple[Line, ...], line: Line) -> bool:
    return "besl" in line.text and any(x.text.rstrip(".") == line.text.rstrip(".") for x in proposals)


def _decides_anew(text: str, minutes: Minutes) -> bool:
    """Whether a line after what was proposed tells what this body decided."""
    if trigger := find_trigger(text):
        return is_own(trigger.subject, minutes)
    decides = match_inline(text) or LABELLED.match(text)
    return is_own(decides["subject"], minutes) if decides else states_decision(text, minutes)
