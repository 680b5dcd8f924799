"""Labels that do not stand right over their lists: all of them before all lists, or each below its own.

    Plats och tid                       Bryggrummet, kl. 9.00–11.30
    Beslutande                          Plats och tid
    Förhinder
                                        Anna Ek (S), ordförande
    Bryggrummet, kl. 9.00–11.30         Bo Alm (M)
                                        Beslutande
    Anna Ek (S), ordförande
    Bo Alm (M)                          Cilla Björk (C)
                                        Förhinder
    Cilla Björk (C)

Columns of a cover sheet that were read one by one, or from below; or line by line with the column of labels last ("Anna Ek (S), ordförande
Beslutande" over "Bo Alm (M)"). Paragraphs tell which list belongs to which label: where there are as
many of the one as of the other, and what stands in each is what its label is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.record import Span, Status
from ingest.attendance.events import Event
from ingest.attendance.labels import find_labels
from ingest.attendance.model import Category, Context, Label, LabelKind, Section
from ingest.attendance.scopes import State, judge_category
from ingest.lines import Line


class Apart(NamedTuple):
    """The lists of labels that stand apart from them, and the stretch of text with all of both."""

    sections: tuple[Section, ...]
    span: Span
    elsewhere: tuple[Span, ...] = ()
    """What stands for the list of those present where it is in an appendix ("Enligt bifogad förteckning")."""


class _Part(NamedTuple):
    """A label and the lines that belong to it."""

    label: Label
    lines: Sequence[Line]


_Paragraph = list[Line]
_FEWEST = 2
_FEWEST_BEFORE = 3
"""Labels one below the other, with nothing between, that may stand before all of their lists."""


def find_apart(context: Context, lines: Sequence[Line], events: Sequence[Event], first_item: int) -> Apart | None:
    """The lists of the head (before `first_item`) whose labels stand before all of them or below each; None when there are none."""
    head = [line for line in lines if line.start < first_item]
    last = next((line for line in head if line.text.endswith(_FIELD_LAST) and line.start < _REACH), None)
    if last is not None and (ended := _labels_last(context, head, last.start)):
        return ended
    alone = {event.label.start: event.label for event in events if event.label is not None and event.label.alone}
    if sum(label.status is not None and label.start < first_item for label in alone.values()) == 0:
        return None
    if any(line.cells for line in head):
        return None
    labelled = {event.label.start for event in events if event.label is not None}
    paragraphs = list(_paragraphs(head))
    return _all_before(context, paragraphs, alone, labelled) or _each_below(context, paragraphs, alone, labelled)


_FIELD_LAST = (" Plats och tid", " Tid och plats")
""" "Bryggrummet, kl. 9.00–11.30 Plats och tid": behind what stands there, as in a sheet whose labels are in its last column."""
_REACH = 2_000
_MOST_WORDS = 3


def _labels_last(context: Context, head: Sequence[Line], start: int) -> Apart | None:
    """The lists of a head from `start` on whose labels end the first line of their paragraph."""
    parts: list[_Part] = []
    rest: list[Line] = []
    for line in head:
        if line.start < start or line.cells:
            continue
        label = _label_at_end(context, line) if line.blank_before or not parts else None
        if label is not None:
            first = Line(line.document, line.index, line.start, label.start - 1, line.block, (), line.blank_before)
            rest = []
            parts.append(_Part(label, [first]))
        elif parts and line.blank_before:
            break
        elif parts:
            rest.append(line)
            if len(rest) == 1:
                parts.append(_Part(parts[-1].label, rest))
    told = [part for part in parts if part.label.kind in (LabelKind.PEOPLE, LabelKind.INVITED)]
    if len({part.label.start for part in told}) < _FEWEST:
        return None
    return _built(context, told, (told[0].lines[0].start, told[-1].lines[-1].end))


def _label_at_end(context: Context, line: Line) -> Label | None:
    """The words of a label that a line ends in, behind others."""
    words = line.text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        last = " ".join(words[-count:])
        if not last[0].isupper() or not line.text.endswith(f" {last}"):
            continue
        begin = line.end - len(last)
        labels = find_labels(context.text, begin, line.end)
        if len(labels) == 1 and labels[0].alone and labels[0].start == begin:
            return labels[0] if context.text[begin - 2] != "," else None  # "Anna Ek, Sekreterare"
    return None


def _paragraphs(lines: Sequence[Line]) -> Iterator[_Paragraph]:
    paragraph: _Paragraph = []
    for line in lines:
        if line.blank_before and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _all_before(
    context: Context, paragraphs: Sequence[_Paragraph], alone: Mapping[int, Label], labelled: set[int]
) -> Apart | None:
    """Labels in paragraphs of their own, and then the lists of them all in their order: a paragraph for each label, or for each paragraph
    of labels, or a line for each."""
    groups: list[list[Label]] = []
    texts: list[_Paragraph] = []
    for paragraph in paragraphs:
        led = next((i for i, line in enumerate(paragraph) if line.start not in alone), len(paragraph))
        if not texts and led:
            groups.append([alone[line.start] for line in paragraph[:led]])
            paragraph = paragraph[led:]
            if not paragraph:
                continue
        if not groups:
            continue
        if paragraph[0].start in labelled or _RULE.search(paragraph[0].text):
            break
        texts.append(paragraph)
    labels = [label for group in groups for label in group]
    if len(labels) < _FEWEST_BEFORE or not texts:
        return None
    if len(texts) == len(groups) + 1 and not _names_someone(context, texts[0]):
        texts = texts[1:]  # the head of the page between the labels and their lists
    while len(texts) > len(labels) and not _names_someone(context, texts[-1]):
        texts.pop()  # the foot of the page
    parts = _paired(groups, labels, texts)
    return _built(context, parts, (labels[0].start, texts[-1][-1].end)) if parts else None


def _names_someone(context: Context, lines: Sequence[Line]) -> bool:
    return any(context.names_someone(line.start, line.end) for line in lines)


_RULE = re.compile(r"\.{5,}|…{2,}|_{4,}")
"""A rule to sign on."""


def _paired(groups: Sequence[Sequence[Label]], labels: Sequence[Label], texts: Sequence[_Paragraph]) -> list[_Part]:
    """Each label with its lines; empty when their numbers do not tell."""
    if len(texts) == len(labels):
        return [_Part(label, text) for label, text in zip(labels, texts, strict=True)]
    if len(texts) != len(groups):
        return []
    parts: list[_Part] = []
    for group, text in zip(groups, texts, strict=True):
        if len(group) == 1:
            parts.append(_Part(group[0], text))
        elif len(group) == len(text):
            parts.extend(_Part(label, [line]) for label, line in zip(group, text, strict=True))
        elif len(group) == _FEWEST and group[0].kind is LabelKind.FIELD:
            parts.extend((_Part(group[0], text[:1]), _Part(group[1], text[1:])))
        else:
            return []
    return parts


def _each_below(
    context: Context, paragraphs: Sequence[_Paragraph], alone: Mapping[int, Label], labelled: set[int]
) -> Apart | None:
    """Lists whose labels end their paragraphs, in a head where no list has its label before it."""
    parts: list[_Part] = []
    for paragraph in paragraphs:
        label = alone.get(paragraph[-1].start)
        first = paragraph[0].start
        if label is not None and len(paragraph) >= _FEWEST and not any(line.start in labelled for line in paragraph[:-1]):
            parts.append(_Part(label, paragraph[:-1]))
        elif first in alone and alone[first].kind is LabelKind.PEOPLE and alone[first].status is not None:
            return None
    if len(parts) < _FEWEST:
        return None
    return _built(context, parts, (parts[0].lines[0].start, parts[-1].label.end))


def _built(context: Context, parts: Sequence[_Part], span: Span) -> Apart | None:
    """The sections of labels with their lines; None when what stands in one is not what its label is for."""
    sections: list[Section] = []
    elsewhere: list[Span] = []
    state = State()
    for label, lines in parts:
        start, end = lines[0].start, lines[-1].end
        if label.kind is LabelKind.FIELD:
            if "tid" in label.words and not _DIGIT.search(context.text, start, end):
                return None
            continue
        if label.kind not in _LISTS or (label.kind is LabelKind.OFFICER and not context.names_someone(start, end)):
            continue
        over = replace(label, start=start, end=start, content=start)
        if label.kind is LabelKind.APPOINT:
            sections.append(Section((over,), start, end, Category(Status.PRESENT, False), appointed=True))
            continue
        category = judge_category([label], state)
        if _ELSEWHERE.match(context.text, start, end):
            elsewhere += [(start, end)] if label.status is Status.PRESENT else []
            continue
        if category is None or not context.names_someone(lines[0].start, lines[0].end):
            return None
        state.open = state.found_people = state.scope.people = True
        state.scope.present_seen = state.scope.present_seen or category.status is Status.PRESENT
        sections.append(Section((over,), start, end, category))
    told = any(section.category.stated for section in sections)
    return Apart(tuple(sections), span, tuple(elsewhere)) if told else None


_ELSEWHERE = re.compile(r"(?:enligt|enl\.?|se)[ ]", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LISTS = (LabelKind.PEOPLE, LabelKind.INVITED, LabelKind.OFFICER, LabelKind.APPOINT)
