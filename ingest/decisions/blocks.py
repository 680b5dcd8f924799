"""Blocks of decisions: the clauses below a line that leads them in, or below a heading."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph.names import fold, lowered
from graph.record import DecisionKind
from ingest.decisions.acts import tells_of_person
from ingest.decisions.block_lines import is_heading_between, is_label_between, labels_of_form, names_decider, tells_of_no_part
from ingest.decisions.block_sentences import begins_deciding, begins_sentence, further_clauses
from ingest.decisions.clauses import ATT, NUMBERED, Clause, kind_of_mark
from ingest.decisions.deciders import is_own
from ingest.decisions.deeds import is_disposed, is_to_do
from ingest.decisions.elected import names_elected
from ingest.decisions.inline import NAMELESS, find_clause, match_inline, with_joined
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import LABELLED, LABELS, find_trigger, follows_proposal, opens_list
from ingest.decisions.line_ends import (
    BEGINS_SENTENCE,
    awaits_att,
    begins_another_item,
    continues_clause,
    ends_early,
    is_broken_on_purpose,
    is_page_number,
)
from ingest.decisions.open_clause import asks_more, begins_order, leads_in_points, says_what_body_does, words_of
from ingest.decisions.sections import ASKING, asks_on, asks_to_decide, find_asked
from ingest.decisions.splitting import clauses_of
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import ends_with_small_word
from ingest.verbs import has_finite
from ingest.vocabulary import BODY_NOUN, section_heading

_LEADS_IN = re.compile(r"^(?:enligt|i\s+enlighet\s+med)\s[^.]{3,60}:$", re.IGNORECASE)
_FOR_ITSELF = re.compile(r"^(?P<subject>.{0,60}?)\s*\bför\s+egen\s+del\s*:?$", re.IGNORECASE)
""" "Kommunstyrelsen för egen del:" beside what it proposes to another."""
_ASKS_BELOW = re.compile(r"^[A-ZÅÄÖ][^.:]{2,80}?\s(?:föreslår|beslutar?\s+(?:att\s+)?föreslå)\s*(?:att)?\s*:?$", re.IGNORECASE)
_ASKS_AS_PROPOSED = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+föreslår\s+(?:att\s+)?(?P<to>[^.:]{3,60}?)\s+(?:att\s+)?beslut(?:a|ar)\s+(?:enligt|i\s+enlighet\s+med)\s+[^.:]{0,60}?förslag\w*\.?$"
)
""" "Utskottet föreslår att nämnden beslutar enligt kontorets förslag."."""
_LONGEST_TRIGGER = 110
_LIST = 2
"""So many att-satser that begin a line make a list."""
_TO_DECIDE = re.compile(r"besluta\s+(?=att\s)")
""" "Nämnden beslutar att föreslå fullmäktige" / "besluta att anta planen": a line that broke before what is asked for."""


def read_block(
    item: ItemLines, begin: int, implicit_att: bool, headed: bool, asked: str | None = None
) -> tuple[list[Clause], int]:
    """The clauses below a trigger or heading, and the position after the block.

    `implicit_att`: clauses may stand without "att". `asked`: the body that is asked to decide so.
    """
    return _Block(item, begin, implicit_att, headed, asked).read()


class _Block:
    """One block while it is read: the clauses so far, and the lines of the one that is open."""

    def __init__(self, item: ItemLines, begin: int, implicit_att: bool, headed: bool, asked: str | None) -> None:
        self.item = item
        self.begin = begin
        self.implicit_att = implicit_att
        self.headed = headed
        self.asked = asked
        self.listing = False
        """The clause before ends with a colon: the list below it is what it says, and no decisions of their own."""
        self.in_point = False
        """The line before belongs to a numbered point of such a list."""
        self.points: str | None = None
        """The kind of mark of the points in which the open clause says what it asks for: "ge kontoret i uppdrag att" / "- …"."""
        self.labels = labels_of_form(item, begin) if headed else frozenset()
        self.aside = False
        """The line before tells who took no part in the decision."""
        self.asks_next = False
        """The line before said that the forum proposes, and to whom stands on the next: "… beslutar att föreslå att"."""
        self.begun: set[int] = set()
        """Where att-satser begin that begin a line."""
        self.clauses: list[Clause] = []
        self.current: list[Line] = []

    def read(self) -> tuple[list[Clause], int]:
        lines, sections = self.item.lines, self.item.sections
        own = sections[self.begin - 1]
        i = self.begin
        while i < len(lines) and sections[i] is own and not section_heading(lines[i].text):
            line = lines[i]
            if (
                line.text in self.labels
                or self._tells_on(line)
                or (line.blank_before and begins_another_item(lines, self.begin, i))
            ):
                break
            table = self.headed and line.cells and not (self.current or self.clauses or NUMBERED.match(line.text))
            if not (table or self._leads_on(i) or self._takes(i) or self._names_elected(line)):
                break
            i += 1
        self._flush()
        return self._rejoined(), i

    def _rejoined(self) -> list[Clause]:
        """The clauses; in a list whose att-satser each begin a line, "och att" within a line goes on with what it says."""
        text = self.item.text
        if len(self.begun) < _LIST:
            return self.clauses
        out: list[Clause] = []
        for clause in self.clauses:
            if out and clause.start not in self.begun and text[out[-1].end : clause.start].strip() == "och":
                out[-1] = replace(out[-1], end=clause.end)
            else:
                out.append(clause)
        return out

    def _names_elected(self, line: Line) -> bool:
        """Whether a line names one of those that "att välja följande ledamöter" leads in, or what they are elected to."""
        text = line.text
        begun = self.current[0].start if self.current else self.clauses[-1].start if self.clauses else line.start
        before = line.document.text[begun : self.current[-1].end if self.current else begun + _LONGEST_TRIGGER]
        if "följande" not in before or decision_kind(before)[0] is not DecisionKind.APPOINT:
            return False
        if not names_elected(text):
            return False
        self._flush()
        return True

    def _tells_on(self, line: Line) -> bool:
        """Whether a line goes on about a person behind a word or two of what was decided: "Beviljas" / "Anna är jävig och …"."""
        return (
            bool(self.labels and self.current)
            and tells_of_person(line.text)
            and is_broken_on_purpose(self.current[-1].text, line.text)
        )

    def _flush(self) -> None:
        if not self.current:
            return
        text = self.current[0].document.text
        start, end = self.current[0].start, self.current[-1].end
        self.listing = text[start:end].endswith(":")
        offset = None if ATT.match(text[start:end]) else self._clause_in(text[start:end])
        if offset is None and self.asked is not None and (decide := _TO_DECIDE.match(text, start, end)):
            offset = decide.end() - start
        asks = asks_to_decide(text[start:end]) if self.headed and self.asked is None else None
        if asks and is_own(asks["subject"], self.item.minutes):
            offset = asks.start("clause")
        else:
            asks = None
        begin = start + offset if offset is not None else None
        sentences = self.headed or (self.implicit_att and not ATT.match(text[start:end]))
        found = clauses_of(self.current, sentences, begin)
        if asks:
            found = [replace(c, of=asks["to"]) for c in found]
            self.asked = None if text[start:end].endswith(".") else asks["to"]
        if ATT.match(text[start:end]):
            self.begun.add(found[0].start)
        if begin is not None:
            found = with_joined(text, start, found, self.item.minutes)
        if sentences:
            borders = [*((a.end, b.start) for a, b in pairwise(found)), (found[-1].end, end)]
            found = sorted(
                [*found, *(more for a, b in borders for more in further_clauses(text, a, b, self.item.minutes, self.asked))],
                key=lambda c: c.start,
            )
        self.clauses += [replace(c, of=c.of or self.asked) for c in found] if self.asked is not None else found
        self.current = []
        self.points = None

    def _clause_in(self, raw: str) -> int | None:
        lower = lowered(raw)
        offset = find_clause(raw, self.item.minutes, lower)
        if offset is not None or not self.headed:
            return offset
        if (inline := match_inline(raw, lower)) and not inline["agrees"] and self._is_decider(inline["subject"]):
            return inline.start("clause")
        labelled = LABELLED.match(raw) if any(stem in lower for stem in LABELS) else None
        decides = labelled is not None and labelled["subject"].strip() and self._is_decider(labelled["subject"])
        return labelled.start("clause") if labelled and decides else None

    def _is_decider(self, subject: str) -> bool:
        """Whether it is this body that decides, or the one that is asked to."""
        asked = self.asked is not None and fold(subject).strip() == fold(self.asked)
        return asked or is_own(subject, self.item.minutes)

    def _leads_on(self, i: int) -> bool:
        """Whether a line names who decides or is asked, and leads in more clauses."""
        line, lower, minutes = self.item.lines[i], self.item.lowers[i], self.item.minutes
        if self.headed and not self.current and self._is_aside(i):
            return True
        if self.headed and any(stem in lower for stem in ASKING) and self._asks_below(line.text):
            return True
        if is_label_between(self.item, i, within=bool(self.current)):
            self._flush()
            return True
        trigger = find_trigger(line.text)
        if trigger and self.asks_next:
            self.asks_next, self.implicit_att = False, True
            self.asked = trigger.subject.strip()
            return True
        if trigger and not ATT.match(line.text) and len(line.text) < _LONGEST_TRIGGER and self.headed:
            own = is_own(trigger.subject, minutes)
            if not own and not self._is_decider(trigger.subject) and not self._asks_first(trigger.subject, line):
                return False
            self._flush()
            if own:
                self.asked = None
            elif not self._is_decider(trigger.subject):
                self.asked = trigger.subject.strip()
            self.implicit_att = self.implicit_att or opens_list(trigger, self.item, i)
            return True
        if (
            self.headed
            and "egen" in lower
            and (for_itself := _FOR_ITSELF.match(line.text))
            and is_own(for_itself["subject"], minutes)
        ):
            self._flush()
            self.asked, self.implicit_att = None, True
            return True
        if self.headed and names_decider(self.item, i):
            self._flush()
            self.asked, self.implicit_att = None, True
            return True
        if self.headed and not self.clauses and not self.current and lower[-1] == ":" and _LEADS_IN.match(line.text):
            # "Enligt förvaltningens förslag:" leads in what follows.
            self.implicit_att = True
            return True
        if self.headed and is_heading_between(self.item, self.begin, i):
            self._flush()
            return True
        return False

    def _asks_below(self, text: str) -> bool:
        """Whether a line below the heading says what this body asks another, and leads in what for."""
        if asks := find_asked(text, self.item.minutes):
            self._flush()
            self.asked, self.implicit_att = asks, True
            return True
        if self.asked and asks_on(text, self.asked):
            self._flush()
            self.implicit_att = True
            return True
        if _ASKS_BELOW.match(text):
            self._flush()
            self.asks_next = True
            return True
        return False

    def _is_aside(self, i: int) -> bool:
        """Whether a line, or the sentence that goes on in it, tells who took no part in the decision that follows."""
        line, before = self.item.lines[i], self.item.lines[i - 1].text
        goes_on = self.aside and not line.blank_before and not before.endswith(".")
        self.aside = goes_on or tells_of_no_part(self.item, i)
        return self.aside

    def _asks_first(self, subject: str, line: Line) -> bool:
        """Below the heading of this body's decision: "Kommunfullmäktige beslutar" first of all is what it asks of that body."""
        opening = not self.clauses and not self.current
        return opening and "beslutar" in line.text and BODY_NOUN.fullmatch(subject.strip()) is not None

    def _takes(self, i: int) -> bool:
        """Whether a line belongs to the block: it begins a clause, or goes on with the one that is open."""
        line = self.item.lines[i]
        text = line.text
        asks = _ASKS_AS_PROPOSED.match(text) if self.headed and "föreslår" in text else None
        if asks and is_own(asks["subject"], self.item.minutes):
            self._flush()
            self.clauses.append(Clause(line.start, line.end, listed=True, of=asks["to"]))
            return True
        if find_trigger(text) and not ATT.match(text) and len(text) < _LONGEST_TRIGGER:
            return False
        if self.headed and "förslag" in self.item.lowers[i] and follows_proposal(text, self.item.minutes):
            return False
        if self._is_of_another(line):
            return False
        if self._is_point(line):
            self.current.append(line)
            return True
        if self._is_listed(line):
            return True
        if ATT.match(text):
            if not (self.current and (awaits_att(self.current, line) or asks_more(self.current, line))):
                self._flush()
        elif self._begins_anew(line):
            self._flush()
        elif not (
            (self.current and continues_clause(self.current[-1], line))
            or (self.implicit_att and not self.clauses and not self.current)
            or self._is_sentence_that_decides(i)
            or (self.headed and self.current and not (line.blank_before and text[:1].isupper()) and not is_page_number(line))
        ):
            return False
        self.current.append(line)
        return True

    def _is_of_another(self, line: Line) -> bool:
        """Whether a bulleted list stands apart below a heading and the sentence that it leads in: what was told, not what was decided."""
        if not self.headed or not line.blank_before or line.text[:1].isdigit() or not NUMBERED.match(line.text):
            return False
        if ATT.match(line.text) or self.implicit_att or not self.current or NUMBERED.match(self.current[0].text):
            return False
        return self.current[-1].text.endswith(".") and not any(c.listed for c in self.clauses)

    def _is_point(self, line: Line) -> bool:
        """Whether a line is one of the points in which an assignment or recommendation says what it asks for."""
        mark = NUMBERED.match(line.text) if self.current else None
        if mark is None:
            return False
        kind = kind_of_mark(mark.group())
        if self.points is None:
            begun = words_of(self.current)
            own = NUMBERED.match(begun)
            if own and kind_of_mark(own.group()) == kind:
                return False
            if leads_in_points(begun):
                self.points = kind
        return self.points == kind

    def _is_listed(self, line: Line) -> bool:
        """Whether a line belongs to the list that a clause ending with a colon leads in: names or points, no decisions."""
        if not self.listing and not (self.current and self.current[-1].text.endswith(":")):
            self.in_point = False
            return False
        told = ATT.match(line.text) or (decision_kind(line.text)[1] and not NUMBERED.match(line.text))
        if self.listing and self.in_point and not line.blank_before and not ATT.match(line.text):
            return True
        if self.current and self.current[-1].text.endswith(":") and not told:
            self._flush()
        self.listing = self.listing and not self.current and not told
        if self.listing and line.blank_before and not (line.cells or NUMBERED.match(line.text)):
            self.listing = False
        self.in_point = self.listing and NUMBERED.match(line.text) is not None
        return self.listing

    def _begins_anew(self, line: Line) -> bool:
        """Whether a line begins a clause of its own without "att": by a number or bullet, or with what is to be done."""
        text = line.text
        if (self.implicit_att or self.headed) and NUMBERED.match(text):
            return not (
                _BARE_NUMBER.match(text) and self.current and not line.blank_before and not self.current[-1].text.endswith(".")
            )
        if self.implicit_att and line.blank_before and not self._is_of_clauses() and (is_disposed(text) or is_to_do(text)):
            return True
        if self.headed and self.current and self.current[-1].text.endswith(".") and says_what_body_does(text):
            return True
        if self.headed and self.current and not line.cells and self._is_apart(line) and begins_sentence(text, self.item.minutes):
            return True
        if not (self.implicit_att and self.current):
            return False
        return begins_order(self.current, line)

    def _is_apart(self, line: Line) -> bool:
        """Whether a line begins anew below a sentence that has no full stop, as where each decision fills lines of its own: a verb stands in
        both, and the first word of the second would have fitted on the line above."""
        above = words_of(self.current)
        return (
            BEGINS_SENTENCE.match(line.text) is not None
            and has_finite(above)
            and not ends_with_small_word(above)
            and not above.endswith((".", ",", "–", "-", ":"))
            and ends_early(self.current[-1].text, line.text, line.document)
        )

    def _is_of_clauses(self) -> bool:
        """Whether the block so far is of att-satser alone."""
        begun = [self.current[0].text] if self.current else []
        text = self.item.text
        return bool(self.clauses or begun) and all(ATT.match(x) for x in [*begun, *(text[c.start : c.end] for c in self.clauses)])

    def _is_sentence_that_decides(self, i: int) -> bool:
        line = self.item.lines[i]
        text = line.text
        if not self.headed:
            return False
        inline = match_inline(text, self.item.lowers[i])
        if inline is None or inline["agrees"] or not self._is_decider(inline["subject"]):
            if not (line.blank_before or not self.current) or not (BEGINS_SENTENCE.match(text) or NAMELESS.match(text)):
                return False
            opening = not self.clauses and not self.current
            if not begins_deciding(
                text, self.item.minutes, self.asked, opening=opening, beside_att=not opening and self._is_of_clauses()
            ):
                return False
        self._flush()
        return True


_BARE_NUMBER = re.compile(r"^(?:\d{1,2}|o)\s")
