"""Who was present, absent or unknown, from the lists and sentences of Swedish minutes of any public body.

    phrases     labels put together from words          wordings         and those of the lexicon
    following   what stands behind a label              candidates       words that may be one where they stand
    misread     labels with a slip                      sources          labels that tell whose people they list
    rolls       words over lists of everyone            judging          which candidates are labels
    labels      the labels of a unit of text            events           labels and grids in reading order
    sections    where lists begin                       scopes           what the words over them say
    apart       lists whose labels stand elsewhere  below_sentences   and those below sentences
    endings     where a list ends                       verbs            and where a sentence begins
    headings    where the items of the meeting begin    margins          heads and feet of pages in a list
    listing     names in lists, known or not            flow             people in running lines
    gaps        what stands between two names, cut up   pieces           the pieces that it is cut into
    attributes  what one chunk of it holds              peeling          the first thing in one, when more follows
    remainder   what is left when nothing more can be peeled off
    instead     words of substitution                   words, limits    what one phrase beside a name is
    leaning     which way it leans                      parties          whose letters stand where
    drafts      what is added to a person
    tables      people in tables                        cells, grids     what a cell, what a table is
    column_heads   what columns mean                    rows, ticks      people of a row, marks of a table
    cell_lines  tables copied one cell to a line
    cell_heads, cell_kinds   their heads and cells
    stacked_columns   and one column below the other
    parted_tables   tables parted by words over groups
    columns     columns read one by one, in runs        blocks           and in blocks
    told_rows   rolls that tell presence in words
    pairs       members beside those who stood in       called           people by their first names alone
    marks       lines that begin or end in a tick       marking          and what marks say of those in a list
    signed      the same by the document's own legend
    prose       sentences that tell of absence           narrated         and of those who came
    statuses    legends, marks, the status in the end   titles           roles given elsewhere in the text
    uniting     one draft a person                      substitutes      members and those who stand in
    heard       those invited whom the text tells of    signatures       chairs and secretaries who sign
    passed      names that nobody was read from         unlabelled       lists with no words over them
    stacked     labels that stand on one another       groups           and lists by body, those away among them
    municipalities   what follows for each municipality

`find_attendance` is pure: the same document and lexicon give the same result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.lexicon import Lexicon
from graph.names import fold
from graph.record import Attendance, Span, Status, Unread
from ingest.attendance.blocks import read_blocks
from ingest.attendance.called import FEWEST, read_called
from ingest.attendance.column_heads import Column
from ingest.attendance.columns import read_columns
from ingest.attendance.dated_columns import OTHER_MEETINGS
from ingest.attendance.drafts import limits_text
from ingest.attendance.endings import lines_between
from ingest.attendance.flat_tables import with_flat_tables
from ingest.attendance.flow import read_flow
from ingest.attendance.grids import people_rows
from ingest.attendance.headings import find_contents, item_starts
from ingest.attendance.heard import with_heard
from ingest.attendance.margins import find_margins
from ingest.attendance.marking import Columns, judge_marks
from ingest.attendance.marks import end_in_marks, find_yes_no_heads, read_marked_lines
from ingest.attendance.model import (
    AttendanceResult,
    Body,
    Category,
    Context,
    Draft,
    LabelKind,
    Section,
    Statement,
    merged_spans,
    unread,
)
from ingest.attendance.municipalities import judge_municipalities
from ingest.attendance.narrated import read_narrated, read_told_in_first
from ingest.attendance.noted import are_absent_counted, read_noted
from ingest.attendance.pairs import read_pairs
from ingest.attendance.parted_tables import with_joined_tables
from ingest.attendance.passed import find_passed
from ingest.attendance.prose import Prose, find_prose
from ingest.attendance.seats import read_seats
from ingest.attendance.sections import Roster, find_roster
from ingest.attendance.signatures import with_signers, with_signing
from ingest.attendance.signed import read_signed_lines, sign_drafts
from ingest.attendance.stacked import note_untold, still_untold, told_by_parties
from ingest.attendance.statuses import Legend, codes_of, find_legend, ruled_by_signs, settle, tell_nothing
from ingest.attendance.substitutes import with_replaced, without_summoned
from ingest.attendance.tables import read_table
from ingest.attendance.titles import role_elsewhere
from ingest.attendance.uniting import find_absentees, unite, with_absentees
from ingest.attendance.unlabelled import find_unlabelled
from ingest.attendance.words import has_title, is_organisation_like
from ingest.document import Cell, Document
from ingest.lines import Line
from ingest.spans import Cover

__all__ = ["AttendanceResult", "find_attendance"]

_PROSE_REACH = 4
"""Sentences on attendance are looked for in the head and in this many of the first items."""
_CLOSING = 1_200
"""Characters at the end, in which apologies may stand below the last item."""


def find_attendance(
    document: Document,
    lexicon: Lexicon,
    lines: list[Line],
    *,
    region: str | None,
    held_by: str | None,
    untold: Sequence[Span] = (),
) -> AttendanceResult:
    """Everyone whom the document lists, what it says of each and of each municipality.

    `lines` are those of `ingest.lines.iter_lines`. `region` is the region in whose county the meeting was held and
    `held_by` the organisation whose meeting it was, both as far as known. What looks like a list and was not
    understood is in `unread`; `untold` are rows of which it is known that they do not tell who came; `consumed` are the stretches of text that are attendance and nothing else.
    """
    margins = find_margins(document)
    context = Context(document, lexicon, region, held_by, margins)
    if margins:
        in_margin = Cover(margins)
        lines = [line for line in lines if line.start not in in_margin]
    lines, lost = with_flat_tables(context, with_joined_tables(context, lines))
    starts = item_starts(context, lines)
    contents = find_contents(lines) if len(starts) > 1 else frozenset()
    items = [start for start in starts if start not in contents]
    reach = items[_PROSE_REACH] if len(items) > _PROSE_REACH else len(document.text)
    reach = min(reach, 20_000)
    closing = max(reach, len(document.text) - _CLOSING)
    prose = find_prose(context, [(0, reach)], items[0] if items else 0, closing)
    roster = find_roster(context, lines, starts, prose.spans, items[0] if items else len(document.text), reach)
    unlabelled: list[Unread] = []
    if items and not roster.sections and not roster.tables:
        section, unlabelled = find_unlabelled(context, lines, items[0])
        roster = replace(roster, sections=(section,)) if section is not None else roster
    legend = find_legend(context, _surroundings(document, roster))
    if legend.spans or legend.asides:
        aside = tuple(sorted({*context.margins, *legend.spans, *legend.asides}))
        context = context.with_margins(aside)  # what a sign means is said of nobody
    drafts, statements, problems, consumed = _read_roster(context, lines, roster, legend, prose)
    if lost:
        drafts = _told_nothing(drafts, Cover(lost))
        problems += [unread(document, *span, _LOST_CELLS) for span in merged_spans(lost, document.text)]
    if untold:
        drafts = _told_nothing(drafts, Cover(untold))
        problems += [unread(document, *span, OTHER_MEETINGS) for span in merged_spans(untold, document.text)]
    drafts = sorted([*drafts, *read_seats(context, roster.passed, drafts)], key=lambda draft: draft.span)
    opening = items[0] if items else min(len(document.text), _FRONT)
    told_of, sentences = read_narrated(context, opening, [*consumed, *prose.spans], drafts)
    if len(items) > 1 and not drafts and not told_of:
        told_of, sentences = read_told_in_first(context, items[0], items[1])
    drafts = sorted([*drafts, *told_of], key=lambda draft: draft.span)
    consumed += sentences if items else []  # where no item is found the body of the text is not known either
    drafts = ruled_by_signs(drafts, legend)
    drafts = with_replaced(context, _of_region(context, unite(context, without_summoned(context, drafts))))
    first_item = items[0] if items else len(document.text)
    drafts = with_signing(context, with_heard(context, drafts), first_item)
    elsewhere, problems = still_untold(roster.elsewhere, drafts), [*still_untold(problems, drafts)]
    if prose.all_present or _all_came(context, roster) or are_absent_counted(context, first_item):
        drafts = [_came(draft) for draft in drafts]
    strikes = not tell_nothing(document, drafts)
    unseen = bool(legend.marks_present) and all(draft.said is None for draft in drafts)
    people = [_person(context, draft, legend, roster, strikes, unseen or _is_unmarked(legend, draft)) for draft in drafts]
    absentees = find_absentees(context, people, prose)
    people = with_signers(context, with_absentees(people, absentees), first_item)
    problems += unlabelled
    told = [note.span for note in (*elsewhere, *problems)]
    blocks = (block for block, _, _ in roster.tables)
    front = (0, min(first_item, _FRONT, max((person.span[1] for person in people), default=first_item)))
    problems += find_passed(context, blocks, roster.passed, front, people, told)
    if not people and not statements and not prose.statements:
        return AttendanceResult(unread=(*elsewhere, *problems))
    municipalities = judge_municipalities(context, people, [*prose.statements, *statements])
    return AttendanceResult(
        people=tuple(sorted(people, key=lambda person: person.span)),
        municipalities=municipalities,
        unread=(*elsewhere, *problems),
        consumed=merged_spans([*consumed, *prose.spans, *_signs_told(lines, consumed)], document.text),
    )


_LOST_CELLS = "raderna saknar en cell; vilka som kom framgår inte"
_FRONT = 3_000
"""Characters in which the lists of a front page stand."""


def _told_nothing(drafts: Sequence[Draft], untold: Cover) -> list[Draft]:
    """The drafts, of which it is not told whether those in these rows came."""
    return [draft._replace(said=Status.UNKNOWN) if draft.start in untold else draft for draft in drafts]


def _is_unmarked(legend: Legend, draft: Draft) -> bool:
    """Whether somebody bears no mark, in a list of members, where a legend says that those who came have one."""
    return bool(legend.marks_present) and draft.category.role in _MEMBERS and not draft.category.stated


_EVERYONE = re.compile(
    r"\s*(?:samtliga|alla)(?:[ ](?:kallade|inbjudna|ledamöter|deltagare|medlemmar|ovanstående|ovan|ordinarie|utom|förutom)\b[^\n]*)?[ .]*(?=\n|$)",
    re.IGNORECASE,
)


def _all_came(context: Context, roster: Roster) -> bool:
    """Whether a list of those present says "Samtliga kallade" instead of their names."""
    return any(
        section.category.status is Status.PRESENT
        and any(label.status is Status.PRESENT and label.strong for label in section.labels)
        and _EVERYONE.match(context.text, section.start, section.end)
        for section in roster.sections
    )


def _came(draft: Draft) -> Draft:
    """One of those summoned, in minutes that say that they all came."""
    if draft.category.status is Status.UNKNOWN and draft.said is None and (draft.category.role != "ersättare" or draft.replaces):
        return draft._replace(category=replace(draft.category, status=Status.PRESENT, stated=True))
    return draft


_LEGEND_REACH = 400
"""A legend stands over the list, at its foot or in the margin of its page: within so many characters of it."""


def _signs_told(lines: Sequence[Line], consumed: Sequence[Span]) -> list[Span]:
    """The lines right below a list that say what its signs mean and nothing else: they are of the list, and no heading of an item."""
    ends = [end for _, end in consumed]
    return [
        (line.start, line.end)
        for line in lines
        if "=" in line.text and _SIGNS_TOLD.fullmatch(line.text) and any(0 <= line.start - end < _LEGEND_REACH for end in ends)
    ]


def _surroundings(document: Document, roster: Roster) -> list[Span]:
    spans = [(section.labels[0].start, section.end) for section in roster.sections]
    spans += [(block.start, block.end) for block, _, _ in roster.tables]
    near = [(max(0, start - _LEGEND_REACH), min(len(document.text), end + _LEGEND_REACH)) for start, end in spans]
    return list(merged_spans(near, document.text))


def _read_roster(
    context: Context, lines: Sequence[Line], roster: Roster, legend: Legend, prose: Prose
) -> tuple[list[Draft], list[Statement], list[Unread], list[Span]]:
    drafts: list[Draft] = []
    statements: list[Statement] = []
    problems: list[Unread] = []
    consumed: list[Span] = []
    carried: Body | None = None
    had = Columns()
    by_first_names = False
    for position, section in enumerate(roster.sections):
        following = roster.sections[position + 1] if position + 1 < len(roster.sections) else None
        if any(label.strong for label in section.labels):
            carried = None
        had = had if _goes_on(section) else Columns()
        if not had.ticks and _is_below_yes_and_no(context, roster, section):
            had = replace(had, lost=True)
        found, said, why, stop, had = _read_section(context, lines, section, legend, prose, carried, had)
        fewest = 1 if by_first_names else FEWEST
        if called := read_called(context, section, fewest, empty=not found):
            found, said, why, by_first_names = called, [], [], True
        if (heading := _body_alone(context, section)) and following is not None and _goes_on(following):
            carried, said = heading, []
        elif following is not None and _goes_on(following) and (last := _body_last(context, section)):
            carried = last
        statements.extend(said)
        problems.extend(why)
        if section.appointed:
            drafts.extend(draft._replace(appointed=True) for draft in found)
            continue
        if found and legend.spans and _is_beside(roster, legend, section):
            found = [draft._replace(beside_legend=True) for draft in found]
        drafts.extend(found)
        first = next(label for label in section.labels if label.kind not in (LabelKind.FIELD, LabelKind.SENT, LabelKind.END))
        if (found or said or first.strong) and not first.numbered:
            end = max([section.start, *(d.end for d in found), *(s.span[1] for s in said)])
            begin = first.start
            if found and any(label.kind is LabelKind.FIELD for label in section.labels):
                begin = min(draft.start for draft in found)  # before it stand the values of other fields
            consumed.append((begin, max(end, min(stop, _closed(context, section, end)))))
    columns: Sequence[Column] = ()
    ended = 0
    for block, category, labels in roster.tables:
        rows = people_rows(context, block)
        before = columns if block.start - ended < _PAGE_BREAK else ()
        found, stated, columns = read_table(context, rows, block, category, codes_of(legend, matrix=True), labels, before)
        ended = block.end
        if found:
            drafts.extend(d._replace(category=replace(d.category, stated=True)) if stated else d for d in found)
            start = labels[0].start if labels and not labels[0].numbered else block.start
            consumed.append((min(start, block.start), rows[-1][-1].end if rows is not block.rows else block.end))
            for tail in (span for owner, span in roster.tails if owner is block):
                over = _of_first_column(found, rows)
                more = read_flow(context, *tail, over or Category(Status.UNKNOWN, True), codes_of(legend)).drafts
                if over is None and not (more and all(draft.replaces for draft in more)):
                    problems.append(unread(context.document, *tail, "tabellens kolumner går inte att skilja åt på dessa rader"))
                drafts.extend(more)
                consumed.append((tail[0], max([tail[0], *(d.end for d in more)])))
    consumed.extend(note.span for note in roster.elsewhere)
    drafts.sort(key=lambda d: d.span)
    return drafts, statements, problems, consumed


_PAGE_BREAK = 150
"""Characters: so few stand between the parts of a table that goes on over the end of a page."""


def _is_beside(roster: Roster, legend: Legend, section: Section) -> bool:
    """Whether a section is a list of guests or officials beside the one that the legend stands over or in: it says in its own words
    who was there ("Övriga deltagare", and not "Tjänstepersoner") and names nobody of the body itself."""
    if any(label.role in _MEMBERS for label in section.labels):
        return False
    if not any(label.status is Status.PRESENT and (label.role or _OTHERS.match(label.words)) for label in section.labels):
        return False
    lists = sorted(
        [(s.labels[0].start, s.end) for s in roster.sections] + [(block.start, block.end) for block, _, _ in roster.tables]
    )
    ruled = [(start, end) for start, end in lists if any(start - 2 <= a and b <= end + 2 for a, b in legend.spans)]
    if not ruled and legend.spans[0][1] <= lists[0][0]:
        ruled = lists[:1]  # it stands over the first, whose label is parted from it
    return bool(ruled) and all(end <= section.labels[0].start for _, end in ruled)


_MEMBERS = ("ledamot", "ersättare", "tjänstgörande ersättare")
_OTHERS = re.compile(r"(?:ovrig|dessutom|aven|vidare|i ovrigt|darutover)")


def _of_first_column(found: Sequence[Draft], rows: Sequence[Sequence[Cell]]) -> Category | None:
    """What lines below a table say that go on with its first column; None when marks in other columns told of those in it."""
    if len({(d.category.status, d.said) for d in found}) == 1:
        return found[0].category
    first = {row[0].start for row in rows if row}
    leading = [d for d in found if d.start in first]
    categories = {d.category for d in leading}
    return categories.pop() if len(categories) == 1 and all(d.said is None for d in leading) else None


def _closed(context: Context, section: Section, end: int) -> int:
    """Where the text of a section that was read ends: with the line of its last person, not beyond the section."""
    line_end = context.text.find("\n", end)
    return min(section.end, len(context.text) if line_end < 0 else line_end)


def _body_alone(context: Context, section: Section) -> Body | None:
    """The body that is all there is under a label: it stands over the labels to come ("Mora kommun" / "Ordinarie" / "Anna Ek")."""
    words = context.text[section.start : section.end].strip(" \n\t:")
    if not words or "\n" in words:
        return None
    bodies = context.bodies(section.start, section.end)
    if len(bodies) != 1:
        return None
    name = context.text[bodies[0].span[0] : bodies[0].span[1]]
    return bodies[0] if fold(words) in (fold(name), fold(f"{name} kommun"), fold(f"{name}s kommun")) else None


_HEADS_REACH = 2_500
"""Characters above a list in which a table may begin that has the heads of its columns."""


def _is_below_yes_and_no(context: Context, roster: Roster, section: Section) -> bool:
    """Whether a list goes on below a table under yes and no of presence: in which of the two columns its crosses stood is lost."""
    begin = section.labels[0].start
    heads = find_yes_no_heads(context.text, max(0, begin - _HEADS_REACH), begin)
    return heads is not None and any(heads <= block.start < begin for block, _, _ in roster.tables)


def _body_last(context: Context, section: Section) -> Body | None:
    """The municipality ("Mora kommun") that has the last line of a list to itself, parted from the names above: it stands over the labels
    to come, where a bare "Mora" may be that of the name above."""
    above, _, line = context.text[section.start : section.end].rstrip(" \n\t:").rpartition("\n")
    bodies = (
        context.bodies(section.start + len(above) + 1, section.start + len(above) + 1 + len(line)) if above.endswith("\n") else []
    )
    if len(bodies) != 1 or not bodies[0].municipality or not above.strip():
        return None
    name = context.text[bodies[0].span[0] : bodies[0].span[1]]
    whole = fold(line)
    return (
        bodies[0]
        if whole.endswith(" kommun") and whole in (fold(name), fold(f"{name} kommun"), fold(f"{name}s kommun"))
        else None
    )


def _goes_on(section: Section) -> bool:
    return not any(label.strong or label.status is not None for label in section.labels) and not section.appointed


def _read_section(
    context: Context, lines: Sequence[Line], section: Section, legend: Legend, prose: Prose, carried: Body | None, had: Columns
) -> tuple[list[Draft], list[Statement], list[Unread], int, Columns]:
    """The people of a section, what it says of municipalities, what it could not read, where the list ended, and what its columns are
    (`had`: those of the list that goes on here)."""
    text = context.text
    stop = section.start
    matrix = any(label.status is Status.PRESENT for label in section.labels)
    matrix = matrix or (section.category.status is Status.PRESENT and section.category.stated)
    matrix = matrix or legend.codes.get("x") is Status.PRESENT or had.both
    codes = replace(codes_of(legend, matrix=matrix), both=had.both)
    over = _origin(context, section) or (carried if _goes_on(section) else None)
    noted, notes = read_noted(context, list(lines_between(lines, section.start, section.end)), section.start, section.end)
    parts = _parts(section.start, section.end, [*prose.spans, *notes])
    drafts: list[Draft] = []
    statements: list[Statement] = []
    problems: list[Unread] = []
    for start, end in parts:
        if not text[start:end].strip():
            continue
        inside = list(lines_between(lines, start, end))
        if section.paired:
            drafts.extend(read_pairs(context, inside, start, end, section.labels, codes))
            stop = end
            continue
        by_sign = read_signed_lines(context, inside, start, end, codes) if len(inside) >= 3 else None
        if by_sign is not None:
            aside = context.with_margins(tuple(sorted({*context.margins, *(line.sign for line in by_sign if line.sign)})))
            flow = read_flow(aside, start, end, section.category, codes, body=over)
            drafts.extend(sign_drafts(flow.drafts, by_sign))
            stop = end
            continue
        long_enough = (matrix and (len(inside) >= 3 or had.led)) or end_in_marks(inside)
        marked = read_marked_lines(context, inside, start, end, codes, led=had.led) if long_enough else None
        if marked is not None and not matrix:  # no words say that the marks tell of presence: those who have none may be away
            marked = [m if m.status is Status.PRESENT else replace(m, status=Status.UNKNOWN) for m in marked]
        if marked is not None:
            had = replace(had, led=any(m.bare for m in marked))
            lines_of_people = [(m, read_flow(context, *m.span, section.category, codes, body=over).drafts) for m in marked]
            drafts.extend(
                draft._replace(said=draft.said or m.status, role=draft.role or m.role, party=draft.party or m.party)
                for m, found in lines_of_people
                for draft in found
            )
            stop = end
            continue
        blocks = read_blocks(context, inside, start, end, section.category, codes) if len(inside) >= 6 else None
        if blocks is not None:
            drafts.extend(blocks)
            stop = end
            continue
        columns = read_columns(context, inside, start, end, section.category, codes) if len(inside) >= 4 else None
        if columns is not None:
            drafts.extend(columns.drafts)
            problems.extend(columns.unread)
            stop = end
            continue
        flow = read_flow(
            context, start, end, section.category, codes, officer=section.labels[-1].kind is LabelKind.OFFICER, body=over
        )
        stop = flow.end
        drafts.extend(_behind_fields(section, flow.drafts))
        if any(label.of_region for label in section.labels):
            drafts = [draft._replace(of_region=True) for draft in drafts]
        statements.extend(
            Statement(body.name, status, body.span, text[section.labels[0].start : section.end])
            for body, status in flow.said
            if body.municipality
        )
        if not flow.drafts and not section.appointed:
            named = [body for body in flow.bodies if body.municipality]
            if named and section.labels[-1].status is not None:
                wording = text[section.labels[0].start : section.end]
                statements.extend(Statement(body.name, section.category.status, body.span, wording) for body in named)
    told = told_by_parties(text, section, drafts)
    if told is not drafts:
        problems.extend(note_untold(context.document, section, told))
    drafts = told
    drafts, why, had = judge_marks(context, lines, section, legend, codes, drafts, had, has_column=matrix)
    problems.extend(why)
    had = replace(had, both=had.both or (matrix and {Status.PRESENT, Status.ABSENT} <= {draft.said for draft in drafts}))
    officers = [label for label in section.labels if label.kind is LabelKind.OFFICER]
    signed = any(label.kind is LabelKind.END for label in section.labels)
    if drafts and (len(officers) == 1 or (section.labels[-1].kind is LabelKind.OFFICER and not signed)):
        drafts[0] = drafts[0]._replace(
            role=officers[-1].role
        )  # those in a column of labels with "Underskrifter" are of other names
    if (
        not drafts
        and not statements
        and not section.appointed
        and section.labels[-1].strong
        and text[section.start : section.end].strip(" \n.:–-")
        and not _NOBODY.fullmatch(text, section.start, section.end)
        and not _SIGNS_TOLD.fullmatch(text, section.start, section.end)
        and not _COLUMN_NAMES.fullmatch(text, section.start, section.end)
        and _body_alone(context, section) is None
        and not any(section.start <= said.span[0] < section.end for said in prose.statements)
    ):
        problems.append(unread(context.document, section.labels[0].start, section.end, "listan över deltagare kunde inte läsas"))
    return [*drafts, *noted], statements, problems, stop, had


_SIGNS_TOLD = re.compile(r"\s*(?:\S{1,3}[ ]?=[ ]?[^\W\d_]+(?:[ ][a-zåäö]+){0,2}[,;.]?\s*){1,4}")
""" "☒ = närvarande, ☐ = ej närvarande": what the signs of the table below mean."""
_COLUMN_NAMES = re.compile(
    r"\s*+(?:(?:(?:nr|namn|förnamn|efternamn|parti|partibeteckning|närv|närvaro|närvarande|frånv|frånvaro|tj|tjg|tjänstg|tid|kl|votering|omröstning|ja|nej|avst|avstår|jäv|anm|anmärkning|upprop|sign|signatur)\b|§)[ .:§\d\n]*+)+",
    re.IGNORECASE,
)
""" "NAMN PARTI NÄRVARO TID VOTERING" / "Ja Nej Ja Nej": what columns are called, over lists that have labels of their own."""
_NOBODY = re.compile(r"\s*(?:ingen|inga)\b[^\n]{0,40}\s*", re.IGNORECASE)


def _origin(context: Context, section: Section) -> Body | None:
    """The body that the words over a list say its people come from."""
    if any(label.of_region for label in section.labels):
        return context.own_region
    for label in section.labels:
        if label.origin is not None:
            named = context.bodies(*label.origin)
            words = context.text[slice(*label.origin)]
            if not named and label.colon and words[0].isupper() and is_organisation_like(words):
                return Body(words, False, False, label.origin)
            return named[0] if len(named) == 1 else None
    return None


def _parts(start: int, end: int, away: Sequence[Span]) -> list[Span]:
    """`start..end` without the spans that are sentences of their own."""
    parts: list[Span] = []
    position = start
    for a, b in sorted(away):
        if b <= position or a >= end:
            continue
        parts.append((position, max(position, a)))
        position = min(b, end)
    parts.append((position, end))
    return parts


def _of_region(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Those who speak for the region, where its name is told by the others alone: all municipalities listed are of one county."""
    if context.own_region is not None or not any(draft.of_region for draft in drafts):
        return drafts
    named = {draft.body.name for draft in drafts if draft.body and draft.body.municipality}
    regions = {entry.region for name in named if (entry := context.lexicon.municipality(name))}
    if len(regions) != 1:
        return drafts
    body = Body(regions.pop(), False, True, (0, 0))
    return [draft._replace(body=body) if draft.of_region and draft.body is None else draft for draft in drafts]


def _person(context: Context, draft: Draft, legend: Legend, roster: Roster, strikes: bool, lost: bool) -> Attendance:
    status = settle(context, draft, legend, strikes=strikes, lost=lost)
    member = draft.party is not None or draft.category.role is not None
    if roster.elsewhere_open and member and not draft.category.stated and draft.said is None and status is Status.PRESENT:
        status = Status.UNKNOWN  # members are named; who of them came is told in a list that is not here
    name = context.person_name(draft.span)
    role = draft.role or draft.category.role
    if role is None or role in ("ledamot",):
        role = role_elsewhere(context, name, draft.span) or role
    return Attendance(
        as_written=context.text[draft.start : draft.end],
        name=name,
        represents=draft.body.name if draft.body else None,
        party=draft.party,
        role=role,
        status=status,
        paragraphs=limits_text(draft),
        replaces=draft.replaces,
        span=draft.span,
    )


def _behind_fields(section: Section, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Behind a column of labels that ran together the values of the fields stand first: words of a place that look like a name
    are none before the first person with a known first name."""
    if not any(label.kind is LabelKind.FIELD for label in section.labels):
        return drafts
    first = next((i for i, draft in enumerate(drafts) if draft.known or draft.party or has_title(draft.role or "")), len(drafts))
    return drafts[first:]
