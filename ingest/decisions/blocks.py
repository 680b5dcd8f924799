"""Blocks of decisions: the clauses below a line that leads them in, or below a heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from graph.names import fold, lowered
from graph.record import DecisionKind
from ingest.decisions.acts import is_to_be_done, tells_of_person
from ingest.decisions.clauses import (
    ASKS,
    ATT,
    BY_LAW,
    MEETINGS_OWN,
    NUMBERED,
    ORDERS,
    PROPOSED_BY,
    SENTENCE_END,
    UNFINISHED,
    Clause,
)
from ingest.decisions.deciders import Minutes, is_own
from ingest.decisions.deeds import is_disposed, is_ordered, is_settled, is_to_do, tells_who_does
from ingest.decisions.earlier import is_of_earlier_day
from ingest.decisions.elected import names_elected
from ingest.decisions.inline import NAMELESS, find_clause, match_inline, with_joined
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import LABELLED, LABELS, PROPOSES, Trigger, begins_with_infinitive, find_trigger, follows_proposal
from ingest.decisions.line_ends import awaits_att, begins_another_item, continues_clause, is_broken_on_purpose, is_page_number
from ingest.decisions.sections import ASKING, asks_on, asks_to_decide, find_asked
from ingest.decisions.splitting import clauses_of, split_clauses
from ingest.decisions.stated import states_decision
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite, is_finite, is_infinitive
from ingest.vocabulary import BODY_NOUN, section_heading

_LEADS_IN = re.compile(r"^(?:enligt|i\s+enlighet\s+med)\s[^.]{3,60}:$", re.IGNORECASE)
_FOR_ITSELF = re.compile(r"^(?P<subject>.{0,60}?)\s*\bför\s+egen\s+del\s*:?$", re.IGNORECASE)
""" "Kommunstyrelsen för egen del:" beside what it proposes to another."""
_ASKS_BELOW = re.compile(r"^[A-ZÅÄÖ][^.:]{2,80}?\s(?:föreslår|beslutar?\s+(?:att\s+)?föreslå)\s*(?:att)?\s*:?$", re.IGNORECASE)
_ASKS_AS_PROPOSED = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][^.:]{2,80}?)\s+föreslår\s+(?:att\s+)?(?P<to>[^.:]{3,60}?)\s+(?:att\s+)?beslut(?:a|ar)\s+(?:enligt|i\s+enlighet\s+med)\s+[^.:]{0,60}?förslag\w*\.?$"
)
""" "Utskottet föreslår att nämnden beslutar enligt kontorets förslag."."""
_APPROVAL = re.compile(r"^Justering(?:en)?\s(?:[^.]{0,40}\s)?(?:äger\s+rum|sker|görs)\b")
""" "Justering sker på kontoret": when and where the minutes are approved is decided with by whom."""
_LONGEST_TRIGGER = 110
_TO_DECIDE = re.compile(r"besluta\s+(?=att\s)")
""" "Nämnden beslutar att föreslå fullmäktige" / "besluta att anta planen": a line that broke before what is asked for."""
_NO_PART = re.compile(r"\b(?:deltar|deltog)\s+(?:därför\s+)?(?:inte|ej)\b|\b(?:anmäl(?:er|de)|grund\s+av)\s+jäv\b", re.IGNORECASE)
_NO_PART_WORDS = ("deltar", "deltog", "jäv")
"""One of these stands in what `_NO_PART` finds."""
_BODY_ALONE = re.compile(
    r"(?=[A-ZÅÄÖ])(?:[\wåäö-]+,?\s){0,4}[\wåäö-]*(?:nämnden|[Ss]tyrelsen|utskottet|kontoret|[Ff]ullmäktige|revisionen)"
)
_POINT = re.compile(r"(\d{1,2})\s?[.)]\s")
_HEADING_WORDS = 8


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
    decides = decision_kind(following)[1] is not None or is_to_be_done(following)
    return following[:1].isupper() and decides and not PROPOSED_BY.search(following)


def read_block(
    item: ItemLines, begin: int, implicit_att: bool, headed: bool, asked: str | None = None
) -> tuple[list[Clause], int]:
    """The clauses below a trigger or heading, and the position after the block.

    `implicit_att`: clauses may stand without "att". `asked`: the body that is asked to decide so.
    """
    return _Block(item, begin, implicit_att, headed, asked).read()


_SHORT_CLAUSE = 60


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
        self.labels = _labels_of_form(item, begin) if headed else frozenset()
        self.aside = False
        """The line before tells who took no part in the decision."""
        self.asks_next = False
        """The line before said that the forum proposes, and to whom stands on the next: "… beslutar att föreslå att"."""
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
        return self.clauses, i

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
        found = clauses_of(self.current, self.headed, begin)
        if asks:
            found = [replace(c, of=asks["to"]) for c in found]
            self.asked = None if text[start:end].endswith(".") else asks["to"]
        if begin is not None:
            found = with_joined(text, start, found, self.item.minutes)
        if self.headed:
            borders = [*((a.end, b.start) for a, b in pairwise(found)), (found[-1].end, end)]
            found = sorted(
                [*found, *(more for a, b in borders for more in self._further_sentences(text, a, b))], key=lambda c: c.start
            )
        self.clauses += [replace(c, of=c.of or self.asked) for c in found] if self.asked is not None else found
        self.current = []
        self.points = None

    def _clause_in(self, raw: str) -> int | None:
        lower = lowered(raw)
        offset = find_clause(raw, self.item.minutes, lower)
        if offset is not None or not self.headed:
            return offset
        if (inline := match_inline(raw, lower)) and self._is_decider(inline["subject"]):
            return inline.start("clause")
        labelled = LABELLED.match(raw) if any(stem in lower for stem in LABELS) else None
        decides = labelled is not None and labelled["subject"].strip() and self._is_decider(labelled["subject"])
        return labelled.start("clause") if labelled and decides else None

    def _is_decider(self, subject: str) -> bool:
        """Whether it is this body that decides, or the one that is asked to."""
        asked = self.asked is not None and fold(subject).strip() == fold(self.asked)
        return asked or is_own(subject, self.item.minutes)

    def _further_sentences(self, text: str, begin: int, end: int) -> list[Clause]:
        """Below a heading also a sentence decides that tells what the forum, or a person, does: "Anna Ek skriver till skolan"."""
        found: list[Clause] = []
        if not text[begin:end].strip(" .,;\n"):
            return found
        for s, e in iter_sentences(text, begin, end):
            if self._decides_further(text[s:e]) or _asks_itself(text[s:e], self.item.minutes):
                found.append(Clause(s, e, listed=True))
            elif not decision_kind(text[s:e])[1] and (offset := find_clause(text[s:e], self.item.minutes)) is not None:
                found += split_clauses(text, s + offset, e)
        return found

    def _decides_further(self, sentence: str) -> bool:
        if decision_kind(sentence)[1] or PROPOSED_BY.search(sentence) or _TELLS.match(sentence):
            return False
        return bool(
            ORDERS.search(sentence)
            or tells_who_does(sentence, self.item.minutes)
            or is_ordered(sentence)
            or self._is_asked(sentence)
            or is_disposed(sentence)
            or is_settled(sentence)
            or _APPROVAL.match(sentence)
        )

    def _is_asked(self, sentence: str) -> bool:
        """Whether a sentence says what the body is asked to decide: "Kommunfullmäktige beslutar att …"."""
        return self.asked is not None and fold(sentence).startswith(f"{fold(self.asked)} ")

    def _leads_on(self, i: int) -> bool:
        """Whether a line names who decides or is asked, and leads in more clauses."""
        line, lower, minutes = self.item.lines[i], self.item.lowers[i], self.item.minutes
        if self.headed and not self.current and self._is_aside(i):
            return True
        if self.headed and any(stem in lower for stem in ASKING) and self._asks_below(line.text):
            return True
        if self._is_label_between(i):
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
        if self.headed and self._names_decider(i):
            self._flush()
            self.asked, self.implicit_att = None, True
            return True
        if self.headed and not self.clauses and not self.current and lower[-1] == ":" and _LEADS_IN.match(line.text):
            # "Enligt förvaltningens förslag:" leads in what follows.
            self.implicit_att = True
            return True
        if self.headed and self._is_heading_between(i):
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
        self.aside = goes_on or (
            any(word in self.item.lowers[i] for word in _NO_PART_WORDS)
            and not (NUMBERED.match(line.text) or ATT.match(line.text))
            and _NO_PART.search(line.text.partition(". ")[0]) is not None
        )
        return self.aside

    def _is_heading_between(self, i: int) -> bool:
        """Whether a line is a heading within a numbered list: "Socialnämnden" between its points 3 and 4."""
        text, following = self.item.lines[i].text, self.item.lines[i + 1 : i + 2]
        number = _POINT.match(following[0].text) if following else None
        if number is None or int(number[1]) < 2 or text.endswith((".", ",")) or NUMBERED.match(text) or ATT.match(text):
            return False
        if len(text.split()) > _HEADING_WORDS or not text[:1].isupper() or has_finite(text):
            return False
        points = [m for line in self.item.lines[self.begin : i] if (m := _POINT.match(line.text))]
        return bool(points) and int(points[-1][1]) + 1 == int(number[1])

    def _is_label_between(self, i: int) -> bool:
        """Whether a line is no more than the body that the next att-sats is about: "Byggnadsnämnden" / "att bevilja byggnadsnämnden …"."""
        text, following = self.item.lines[i].text, self.item.lines[i + 1 : i + 2]
        before = self.item.lines[i - 1].text
        if not following or not before.endswith((":", "att") if not self.current else (",", "samt")):
            return False
        return ATT.match(following[0].text) is not None and _BODY_ALONE.fullmatch(text) is not None

    def _names_decider(self, i: int) -> bool:
        """Whether a line is nothing but the name of the body that decides, with att-satser below: "Beslut" / "Nämnden" / "att …"."""
        line, following = self.item.lines[i].text.rstrip(" :"), self.item.lines[i + 1 : i + 2]
        if " " in line:
            return False
        return bool(following and ATT.match(following[0].text) and BODY_NOUN.fullmatch(line)) and self.item.minutes.is_forum(line)

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
            if not (self.current and (awaits_att(self.current, line) or self._asks_more(line))):
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

    def _asks_more(self, line: Line) -> bool:
        """Whether "samt att …" at the head of a line goes on with what a sentence asks for: "… uppdrar åt kontoret att A / samt att B"."""
        begun = self.current[0].document.text[self.current[0].start : self.current[-1].end]
        if line.blank_before or ATT.match(begun) or begun.endswith((".", ":")) or not _AND_ATT.match(line.text):
            return False
        return decision_kind(begun)[0] in ASKS and decision_kind(_AND_ATT.sub("", line.text))[0] not in MEETINGS_OWN

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
            begun = self.current[0].document.text[self.current[0].start : self.current[-1].end]
            own = NUMBERED.match(begun)
            if own and kind_of_mark(own.group()) == kind:
                return False
            if begun.rstrip(" :").endswith(" att") and decision_kind(begun)[0] in ASKS:
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
        if self.headed and self.current and self.current[-1].text.endswith(".") and _does(text):
            return True
        if not (self.implicit_att and self.current):
            return False
        orders = begins_with_infinitive(text) or _APPROVAL.match(text) or (not line.blank_before and tells_of_person(text))
        if not orders:
            orders = self.current[-1].text.endswith(".") and is_settled(text)
        return bool(orders and (not UNFINISHED.search(self.current[-1].text) or self._is_parted_by_word(text)))

    def _is_parted_by_word(self, text: str) -> bool:
        """Whether a short line ends with "samt" before the next thing to be done: "godkänna bokslutet samt" over "överlämna det till …"."""
        last = self.current[-1].text
        return (
            last.endswith(" samt")
            and len(last) < _SHORT_CLAUSE
            and begins_with_infinitive(text)
            and begins_with_infinitive(self.current[0].text)
            and decision_kind(self.current[0].text)[0] not in ASKS
        )

    def _is_of_clauses(self) -> bool:
        """Whether the block so far is of att-satser alone."""
        begun = [self.current[0].text] if self.current else []
        text = self.item.text
        return bool(self.clauses or begun) and all(ATT.match(x) for x in [*begun, *(text[c.start : c.end] for c in self.clauses)])

    def _is_sentence_that_decides(self, i: int) -> bool:
        line, minutes = self.item.lines[i], self.item.minutes
        text = line.text
        if not self.headed:
            return False
        if (inline := match_inline(text, self.item.lowers[i])) and self._is_decider(inline["subject"]):
            self._flush()
            return True
        if not (line.blank_before or not self.current) or not (text[:1].isupper() or NAMELESS.match(text)):
            return False
        stop = SENTENCE_END.search(text)
        first = text[: stop.start()] if stop else text
        opening = not self.clauses and not self.current
        if _TELLS.match(first):
            return False
        asked = _asks_itself(first, minutes) or self._is_asked(first)
        if is_of_earlier_day(first, minutes) or (PROPOSED_BY.search(first) and not asked):
            return False
        if self._is_of_clauses() and not (
            states_decision(first, minutes) or tells_who_does(first, minutes) or _PRESENT_ORDER.search(first)
        ):
            return False  # behind att-satser a paragraph that only has a word of deciding in it tells of the matter
        if not (
            (opening and (len(first.split()) > 2 or (BODY_NOUN.fullmatch(text) and minutes.is_forum(text))))
            or decision_kind(first)[1]
            or begins_with_infinitive(first)
            or ORDERS.search(first)
            or tells_who_does(first, minutes)
            or is_disposed(first)
        ):
            return False
        self._flush()
        return True


_TELLS = re.compile(
    r"[A-ZÅÄÖ][^.:;]{2,100}?\s(?:berättar|berättade|informerar|informerade|redogör|redogjorde|presenterar|presenterade|föredrar|föredrog)\s"
)
""" "Anna Ek från klubben berättar om hur fler ska få plats.": what somebody tells, behind what was decided."""


def _does(text: str) -> bool:
    """Whether a line begins with what the body named above does: "Hamnnämnden" / "godkänner planen." / "ger kontoret i uppdrag att …"."""
    told = decision_kind(text)[1] if text[:1].islower() else None
    return told is not None and told.start() == 0 and is_finite(text.partition(" ")[0])


_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,2}:?")
_AGAIN = 2


def _labels_of_form(item: ItemLines, begin: int) -> frozenset[str]:
    """The labels of a form that is filled in over and over in an item ("Sökande" / "…" / "Beslut" / "…"), each on a line of its own.

    They are the labels that come as often as the heading above the line at `begin`; empty where that stands but once.
    """
    heading = item.lines[begin - 1].text
    times = Counter(line.text for line in item.lines)
    if times[heading] < _AGAIN:
        return frozenset()
    often = (text for text, count in times.items() if count >= times[heading] and text != heading)
    return frozenset(text for text in often if _LABEL.fullmatch(text) and not find_trigger(text))


_BARE_NUMBER = re.compile(r"^(?:\d{1,2}|o)\s")
_PRESENT_ORDER = re.compile(
    r"\b(?:ska|skall|får\s+i\s+uppdrag|ges\s+i\s+uppdrag|utses|väljs|gäller|träder\s+i\s+kraft)\b", re.IGNORECASE
)
_AND_ATT = re.compile(r"^(?:samt|och)\s+(?=att\b)", re.IGNORECASE)


def kind_of_mark(mark: str) -> str:
    return "1" if mark[0].isdigit() else "a" if mark[0].isalpha() else "-"


def _asks_itself(sentence: str, minutes: Minutes) -> bool:
    """Whether this very body proposes: under the heading of its decision that is what it decided."""
    match = PROPOSES.match(sentence) if "föreslår" in sentence else None
    return bool(match and BODY_NOUN.search(match["subject"]) and is_own(match["subject"], minutes))
