"""The lines of one item: the part that each stands in, and the stretches in which its sentences stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from graph.names import lowered_between
from graph.record import Span
from ingest.decisions.deciders import Minutes
from ingest.decisions.line_ends import is_broken_on_purpose
from ingest.lines import Line
from ingest.vocabulary import Section, section_heading


@dataclass(frozen=True)
class ItemLines:
    """The lines of one item, the section that each stands in, and whose minutes they are of."""

    lines: tuple[Line, ...]
    sections: tuple[Section | None, ...]
    minutes: Minutes

    @cached_property
    def text(self) -> str:
        return self.lines[0].document.text

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """Each line in lower case, letter for letter: which readers have anything to do there is asked of it first."""
        lower = lowered_between(self.text, 0, len(self.text)) if self.lines else ""
        return tuple([lower[line.start : line.end] for line in self.lines])


def find_stretches(lines: tuple[Line, ...], wanted: list[bool]) -> list[Span]:
    """Runs of wanted lines that stand together in the text; headings of sections part them, and the borders of cells."""
    spans: list[Span] = []
    before: Line | None = None
    for line, take in zip(lines, wanted, strict=True):
        if not take or section_heading(line.text):
            continue
        begins_anew = "esl" in line.text and _begins_anew(line, before)
        before = line
        begins_anew = begins_anew or (line.blank_before and bool(spans) and "\t" in line.document.text[spans[-1][1] : line.start])
        if spans and not begins_anew and not line.document.text[spans[-1][1] : line.start].strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def _begins_anew(line: Line, before: Line | None) -> bool:
    """Whether a line that decides begins a sentence, though the line before it ended without a full stop."""
    if _BEGINS_ANEW.match(line.text):
        return True
    return before is not None and _DECIDES_FIRST.match(line.text) is not None and is_broken_on_purpose(before.text, line.text)


_BEGINS_ANEW = re.compile(r"^Beslut(?:as|ades|ats)\s+(?:[a-zåäö]+\s+){0,2}att\b")
""" "Beslutas att …" at the head of a line is a sentence, though the line before it ended without a full stop."""
_DECIDES_FIRST = re.compile(r"^[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,3}?\s+(?:beslutar|beslutade|beslöt)\b")
