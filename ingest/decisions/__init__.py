"""What was decided: the att-satser of an item, their kind, to whom they are addressed and what about.

Read are blocks ("Rådet beslutade" with att-satser on the lines below), headings ("Kommunstyrelsens beslut" with numbered or
plain sentences), and sentences ("Nämnden beslutade att … samt att …", "Rapporten godkändes"). Where an item has a block, what
its running text says of deciding is telling, not a decision. Proposals, and decisions of other bodies or earlier meetings,
are none of this meeting's.

    sections     which part of the item a line stands in        item_lines       the lines of an item, and stretches of sentences
    leads        lines that lead decisions in                   below            what begins within a line and goes on below it
    blocks       clauses below a line or a heading              block_lines      lines of a block that decide nothing
    open_clause  what goes on with a clause of a block          block_sentences  sentences that decide beside its clauses
    clauses      what a clause is, and its marks                splitting        where one sentence holds several att-satser
    line_ends    whether a line goes on with a clause           acts             what an att-sats or a sentence says is done
    deeds        what happens with a thing, who does what       elected          names on the lines below those that elect
    statements   sentences that decide, where no block does     sentence         what one sentence decides
    inline       sentences that decide by a clause              stated           sentences that decide without one
    asked        what the forum has others do                   proposed         what was proposed, and is thereby decided
    loose        att-satser without a word of deciding          bare             infinitives that lost the words which lead them in
    verb_first   verbs below the forum's name                   tables           applications judged row by row
    parting      paragraphs in one line, cut at their numbers   within           what leads in decisions within a line
    deciders     whether it is this forum that decides          addressees       whom an att-sats is addressed to
    prior        what others, or earlier meetings, decided      earlier          whether words tell of another day
    apart        clauses that decide twice                      unheard          what this body decides where none is read
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.names import squash
from graph.record import Decision, DecisionKind, PriorDecision, Span
from ingest.alternatives import Choice, by_first_letter
from ingest.bodies import Context, targets
from ingest.dates import find_dates
from ingest.decisions.addressees import ADDRESSED, addressees
from ingest.decisions.apart import iter_parted
from ingest.decisions.bare import begins_bare, is_bare_below, read_bare
from ingest.decisions.below import ELECTING, elections_below, inline_then_block, labelled_clause
from ingest.decisions.blocks import read_block
from ingest.decisions.clauses import BY_LAW, ORDERS, Clause, trimmed_end
from ingest.decisions.deciders import Minutes, find_decider, find_short_name, is_own
from ingest.decisions.deeds import is_remark
from ingest.decisions.elected import elected_below
from ingest.decisions.found import find_found
from ingest.decisions.inline import STEMS
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import (
    LABELLED,
    LABELS,
    LEADING,
    PROPOSED_TO,
    after_label,
    agrees,
    begins_with_infinitive,
    find_trigger,
    is_wrapped,
    leads_in,
    leads_in_sentences,
    opens_list,
)
from ingest.decisions.loose import iter_loose
from ingest.decisions.parting import part_lines
from ingest.decisions.prior import find_prior
from ingest.decisions.proposed import find_agreements, find_own_proposal, iter_as_proposed
from ingest.decisions.sections import ASKING, SILENT, find_asked, find_proposed_to, find_recommended, find_sections
from ingest.decisions.statements import find_in_title, find_told
from ingest.decisions.tables import judged_rows, read_column
from ingest.decisions.unheard import NOTHING, find_concluded, find_unheard, find_unread_below
from ingest.decisions.verb_first import verbs_below
from ingest.document import Document
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.people import find_names
from ingest.presenters.persons import NOBODY, People
from ingest.tasks import find_task
from ingest.verbs import has_finite, is_infinitive
from ingest.vocabulary import Section, section_heading


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of an item, those of others that it quotes, and the indexes of the lines that hold the formal blocks."""

    decisions: tuple[Decision, ...]
    prior: tuple[PriorDecision, ...]
    lines: frozenset[int]
    silent: frozenset[int]
    """Lines of proposals, of how the vote went, of other bodies' treatment and of who gets a copy: they send nothing on."""
    unheard: tuple[Span, ...]
    """Sentences in these that say what this body decides, and were not read as a decision."""
    below: tuple[Span, ...]
    """What stands below headings of what was decided, behind an arrow, or without a name behind what another body decided, and was not
    read as a decision."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Clauses found at a line, the position after them, and whether they make a formal block.

    A block of att-satser, or a heading, decides; a line "Beslut: …" stands on one footing with sentences.
    """

    clauses: list[Clause]
    stop: int
    formal: bool


def find_decisions(
    lines: tuple[Line, ...],
    context: Context,
    as_written: str | None,
    on: dt.date | None,
    title: tuple[Document, Span] | None = None,
    people: People = NOBODY,
) -> Decided:
    """All decisions among the lines of one item. `as_written` is the forum's name in this document, `on` the meeting's date,
    `people` are those who were there.

    `title` is where the item's title stands: a title that is a sentence ("§ 3 Dagordningen godkändes.") may be the decision.
    """
    minutes = Minutes(context, as_written, on, people)
    lines = part_lines(lines)
    item = ItemLines(lines, tuple(find_sections(lines, minutes)), minutes)
    clauses: list[Clause] = []
    used: set[int] = set()
    set_aside: list[Span] = []
    formal = False
    i = 0
    while i < len(lines):
        found = _find_at(item, i)
        if found is None:
            i += 1
            continue
        clauses += found.clauses
        formal = formal or (found.formal and bool(found.clauses))
        used.update(x.index for x in lines[i : found.stop])
        i = max(found.stop, i + 1)
    if lines and not formal:
        named = title[0].text[title[1][0] : title[1][1]] if title else ""
        told, set_aside = find_told(item, named, alone=not clauses)
        told += [c for c in find_agreements(item) if not _overlaps(c, told)] if told else []
        if not told and not clauses and (told := iter_as_proposed(item)):
            used.update(_lines_of(item, find_agreements(item)))
        told = told or ([] if clauses else iter_loose(item) or find_own_proposal(item) or find_found(item))
        clauses = sorted(clauses + [c for c in told if not _overlaps(c, clauses)], key=lambda c: c.start)
    clauses = [each for clause in clauses for each in elected_below(lines, clause)]
    decisions = _decisions(item.text, clauses, minutes) if clauses else []
    if title and (not clauses or _decides_outright(title)):
        decisions = _decisions(title[0].text, find_in_title(title[0], title[1], minutes), minutes) + decisions
    silent = frozenset(line.index for line, s in zip(lines, item.sections, strict=True) if s in SILENT)
    below = (*find_unread_below(item, decisions, used), *find_concluded(item), *set_aside)
    unheard = find_unheard(item, decided=bool(decisions))
    return Decided(tuple(decisions), tuple(find_prior(item, used)), frozenset(used), silent, unheard, below)


def _lines_of(item: ItemLines, clauses: list[Clause]) -> set[int]:
    """The indexes of the lines that these clauses fill, with the line that leads each in: what they say is told by what was proposed."""
    spans = [(c.start, c.end) for c in clauses]
    filled = [i for i, x in enumerate(item.lines) if any(a <= x.start + after_label(x.text) and x.end <= b + 1 for a, b in spans)]
    leading = [i - 1 for i in filled if i and leads_in(item.lines[i - 1])]
    return {item.lines[i].index for i in (*filled, *leading)}


def _decisions(text: str, clauses: list[Clause], minutes: Minutes) -> list[Decision]:
    parts = (part for clause in clauses for part in iter_parted(text, clause))
    return list(_without_papers([d for part in parts if (d := _decision(text, part, minutes))]))


def _decides_outright(title: tuple[Document, Span]) -> bool:
    """Whether a title is the sentence in which a matter is decided, as in minutes whose points have no titles: "5. Beslöts att …"."""
    document, (start, end) = title
    return _OUTRIGHT.match(document.text, start, end) is not None


_OUTRIGHT = re.compile(r"(?:Det\s+)?(?i:beslöts|beslutades|beslutas)\s+(?:enhälligt\s+)?att\s")


def _find_at(item: ItemLines, i: int) -> _Found | None:
    """The decisions that begin with the line at `i`: a heading, a line that leads in a block, or a label."""
    line, lower, section, minutes = item.lines[i], item.lowers[i], item.sections[i], item.minutes
    heading = section_heading(line.text) if section is Section.DECISION else None
    if heading and i + 1 < len(item.lines) and is_bare_below(item.lines[i + 1].text):
        return _Found(*read_bare(item.lines, i + 1), formal=True)
    if heading:
        asked = find_proposed_to(heading, minutes)
        found, stop = read_block(item, i + 1, implicit_att=False, headed=True, asked=asked)
        return _Found(found, stop, formal=True)
    if section not in (None, Section.DECISION):
        return None
    if line.column and (told := read_column(item, i)):
        return _Found(*told, formal=True)
    if section is None and begins_bare(item.lines, i):
        return _Found(*read_bare(item.lines, i), formal=True)
    if line.cells and (rows := judged_rows(item.lines, i)):
        return _Found(*rows, formal=True)
    if not _DECIDING.search(lower):
        verbs = verbs_below(item.lines, i, minutes) if section is None else None
        return _Found(*verbs, formal=True) if verbs else None
    if asks := find_asked(line.text, minutes) or (
        find_recommended(item.lines, i, minutes) if "rekommenderar" in line.text else None
    ):
        found, stop = read_block(item, i + 1, implicit_att=True, headed=section is not None, asked=asks)
        if found:
            return _Found(found, stop, formal=True)
    labelled = LABELLED.match(line.text) if any(label in lower for label in LABELS) else None
    if labelled and (trigger := find_trigger(labelled["clause"])) and is_own(trigger.subject, minutes):
        # "Beslut: Nämnden beslutar", with the att-satser below
        found, stop = read_block(item, i + 1, opens_list(trigger, item, i), headed=False)
        if found:
            return _Found(found, stop, formal=True)
    if labelled and (asks := find_asked(labelled["clause"], minutes)):
        found, stop = read_block(item, i + 1, implicit_att=True, headed=False, asked=asks)
        if found:
            return _Found(found, stop, formal=True)
    if labelled and is_own(labelled["subject"], minutes) and not agrees(labelled["clause"], minutes) and not _is_told_of(item, i):
        first, last = labelled_clause(item, i, line.start + labelled.start("clause"))
        if len(first) == 1 and not labelled["agreed"] and _PHRASE.fullmatch(item.text, first[0].start, first[0].end):
            first = [replace(first[0], listed=True)]
        more, stop = read_block(item, last, implicit_att=False, headed=False)
        return _Found(first + more, stop, formal=False)
    if " förslag" in lower and (proposal := PROPOSED_TO.match(line.text)) and (to := _proposed_to(proposal, minutes)):
        found, last = labelled_clause(item, i, line.start + proposal.start("clause"))
        more, stop = read_block(item, last, implicit_att=False, headed=False, asked=to)
        return _Found([replace(c, of=to) for c in found] + more, stop, formal=False)
    after = item.lines[i + 1] if i + 1 < len(item.lines) else None
    if (match := leads_in(line)) and Section.DECISION in item.sections and _FINDS.search(match.subject):
        return None
    if match and not is_wrapped(match, after) and is_own(match.subject, minutes):
        found, stop = read_block(item, i + 1, opens_list(match, item, i), headed=False)
        if not found and leads_in_sentences(match, item, i):
            found, stop = read_block(item, i + 1, implicit_att=False, headed=True)
        if found:
            return _Found(found, stop, formal=True)
    if section is not None:
        return None
    if inline := inline_then_block(item, i):
        return _Found(*inline, formal=True)
    if verbs := verbs_below(item.lines, i, minutes):
        return _Found(*verbs, formal=True)
    if elected := elections_below(item, i):
        return _Found(*elected, formal=False)
    return None


_DECIDING = re.compile(by_first_letter([*LEADING, Choice((*STEMS, *ASKING, *ELECTING, *LABELS, "förslag"))]))
"""One of these words stands in every line that decides, labels or leads in what is decided, but a name over its verbs."""
_PHRASE = re.compile(
    r"(?!(?:Se|Enligt|Ing[ea][nt]?|Inga|Information\w*|Diskussion\w*|Dialog|Bilaga|Ja|Nej)\b)(?:[A-ZÅÄÖ][a-zåäö]+|\d[\d ]*)(?:\s[a-zåäö\d][\wåäö%:-]*){1,10}\.?"
)
""" "Beslut: Oförändrad avgift.": a few words behind the label say all, though none of them is a verb."""


def _is_told_of(item: ItemLines, i: int) -> bool:
    """Whether a line stands in a list of decisions that are told of: "Beslut att …" beside another such line."""
    beside = (item.lines[k].text for k in (i - 1, i + 1) if 0 <= k < len(item.lines))
    return _DECISION_TO.match(item.lines[i].text) is not None and any(_DECISION_TO.match(text) for text in beside)


_DECISION_TO = re.compile(r"\W*Beslut\s+(?:om|att)\s")
_FINDS = re.compile(r"\b(?:finner|fann|konstaterar|konstaterade)\s+(?:därvid\s+)?att\b")
""" "Ordföranden finner att nämnden beslutar" / "återremittera ärendet": how the vote went, beside a heading of what was decided."""


def _proposed_to(proposal: re.Match[str], minutes: Minutes) -> str | None:
    """ "Kommunstyrelsens förslag till kommunfullmäktige: …": the body to which this one proposes."""
    return proposal["to"] if minutes.is_forum(proposal["by"]) and not minutes.is_forum(proposal["to"]) else None


def _overlaps(clause: Clause, others: list[Clause]) -> bool:
    return any(clause.start < o.end and o.start < clause.end for o in others)


_SHORTEST = 6
_TALLY = re.compile(
    r"(?:[A-ZÅÄÖ][^:.]{2,60}:\s+)?\d+\s+(?:st\s+)?(?:bevilja[dt]e?|avslag\w*|avsla\w+|godkän[dt]a?|avvisa[dt]e?|bifall\w*|anmäl[dt]a?)\b"
)
""" "Båtplatser: 14 beviljade och 3 avslag": how many of what others decided."""


def _counts(words: str) -> bool:
    """Whether words only count what others decided; what is done with so many is decided: "2 anmälda motioner avslås"."""
    tally = _TALLY.match(words)
    return tally is not None and not has_finite(words[tally.end() :])


_NOBODY_YET = re.compile(rf"\b(?:{'|'.join(ELECTING)})$", re.IGNORECASE)
""" "Fullmäktige utser", with those elected on the lines below."""
_LONGEST_ELECTING = max(map(len, ELECTING))
_PRESENT = re.compile(r"\b\w+(?:as|es|er|ar|s)\b")


_PAPERS = re.compile(r"\b(?:meddelande|delgivning|delegations|skrivelse|handling|anmälning|redovisning)", re.IGNORECASE)
_LISTED = re.compile(r"^redovisas\s", re.IGNORECASE)
_IS_TO = re.compile(r"(?:att|ge|få|be|se|\w+a)\s", re.IGNORECASE)
"""How what is to be done begins: "Publicera underlaget"."""
_SETTLED = {DecisionKind.TABLE, DecisionKind.NOTE, DecisionKind.APPROVE}


def _without_papers(decisions: list[Decision]) -> Iterator[Decision]:
    """The decisions without a list of papers behind what settles them: "Meddelandena läggs till handlingarna. • Dom 2024-03-22 om …"."""
    settled = False
    for decision in decisions:
        if settled and decision.kind is DecisionKind.DIRECT and (_LISTED.match(decision.text) or _names_paper(decision.text)):
            continue
        settled = decision.kind in _SETTLED and _PAPERS.search(decision.text) is not None
        yield decision


def _names_paper(words: str) -> bool:
    """Whether words say nothing of what is done."""
    return decision_kind(words)[1] is None and not _IS_TO.match(words) and not has_finite(words)


_AND_NAMED = re.compile(
    r"(?:\boch|\bsamt|,)\s+(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){1,3})\s(?:\([^()]{1,20}\)\s)?(?:till|som)\s"
)
""" "att välja Anna Ek till ledamot och Bo Lind till ersättare": who is elected to what comes second."""
_IN_LIST = re.compile(r"följande\b|nedanstående\b", re.IGNORECASE)
""" "följande ledamöter": who they are stands in a list."""


_OFFICE_IS_TO = re.compile(
    r"^(?:att\s+)?(?P<who>[A-ZÅÄÖa-zåäö-]*(?:chefen|direktören|grupp(?:en)?|kontoret|förvaltningen|enheten|avdelningen|kansliet|samordnaren|strategen|sekreteraren))\s+"
    r"(?:ska|skall)\s+(?P<what>(?:(?:också|även|(?:i|till|senast|före|innan|under)\s[^,.]{2,30}?)\s+)?(?:[a-zåäö]+a|se|ge|få|gå|stå|be)\s.+)$"
)
""" "Arbetsgruppen ska ta fram ett utkast": by the office or the group that is to do it."""
_MAKE_GROUP = re.compile(r"^(?:att\s+)?(?P<who>[A-ZÅÄÖ].{2,120}?)\s+bildar\s+(?:en\s+|ett\s+)?[a-zåäö]*(?:grupp|utskott)\b")
""" "Anna Ek, Bo Lind och Cia Alm bildar arbetsgrupp." """


def _decision(text: str, clause: Clause, minutes: Minutes) -> Decision | None:
    end = trimmed_end(text, clause)
    words = squash(text[clause.start : end])
    kind, told = decision_kind(words)
    if len(words) < _SHORTEST or not any(c.isalpha() for c in words):
        return None
    if NOTHING.match(words) or is_remark(words) or _counts(words):
        return None
    if _NOBODY_YET.search(words, max(0, len(words) - _LONGEST_ELECTING)):
        return None
    if words.endswith(":") and told is None and not (words.lower().startswith("att") or words.endswith("följande:")):
        return None  # it leads in a list, and says nothing by itself
    if not clause.listed and told is None and not _is_clause(words):
        return None
    span = (clause.start, end)
    kind = clause.kind or kind
    if clause.of is not None:
        to = targets(clause.of, minutes.context)
        return Decision(text=words, kind=DecisionKind.RECOMMEND, targets=to, object=words, span=span)
    to, what = addressees(words, kind, minutes.context)
    if clause.elected:
        to = list(clause.elected)
    elif kind is DecisionKind.APPOINT and to:
        to += [name for match in _AND_NAMED.finditer(words) if (name := match["name"]) not in to]
    if kind in (DecisionKind.APPOINT, DecisionKind.ASSIGN):
        to = [minutes.people.of_first_name(name) or name for name in to if not _IN_LIST.match(name)]
    if (kind is DecisionKind.DIRECT or (kind is DecisionKind.ASSIGN and not to)) and (task := find_task(words, minutes.people)):
        kind, to, what = DecisionKind.ASSIGN, list(task.who), words[task.start : task.end]
    if kind is DecisionKind.DIRECT and (office := _OFFICE_IS_TO.match(words)) and not minutes.is_forum(office["who"]):
        kind, to, what = DecisionKind.ASSIGN, targets(office["who"], minutes.context), office["what"]
    if kind is DecisionKind.DIRECT and (group := _MAKE_GROUP.match(words)) and (who := find_names(group["who"])):
        kind, to = DecisionKind.APPOINT, [squash(group["who"][name.start : name.end]) for name in who]
    on = minutes.on
    due = next((d.date for d in find_dates(words, on) if on is None or d.date > on), None) if kind in ADDRESSED else None
    return Decision(text=words, kind=kind, targets=to, object=what, due=due, span=span)


def _is_clause(words: str) -> bool:
    return bool(
        words.lower().startswith("att")
        or BY_LAW.match(words)
        or begins_with_infinitive(words)
        or is_infinitive(words.partition(" ")[0])
        or ORDERS.search(words)
        or _PRESENT.search(words)
        or has_finite(words)
    )


__all__ = ["Decided", "addressees", "find_decider", "find_decisions", "find_short_name"]
