"""Tables with a column "Beslut": applications that are judged row by row, and matters with what was decided in a cell of their own."""

from __future__ import annotations

import re

from graph.names import fold
from ingest.decisions.clauses import ATT, Clause
from ingest.decisions.inline import find_clause
from ingest.decisions.item_lines import ItemLines
from ingest.decisions.leads import begins_with_infinitive, find_trigger
from ingest.decisions.splitting import split_clauses
from ingest.kinds import decision_kind
from ingest.lines import Line
from ingest.sentences import iter_sentences
from ingest.verbs import has_finite

_VERDICT = re.compile(
    r"(?:bevilja[st]?|beviljade?s|avslå[rs]|avslogs|avslag(?:en|et|na)?|bordlägg(?:s|er)|bordlag[dt]|bifall(?:s|en|et|na)?|godkän[dt]|godkänns"
    r"|återremitteras|antas|antag(?:en|et)|flyttas|ja|nej)\b",
    re.IGNORECASE,
)


def judged_rows(lines: tuple[Line, ...], i: int) -> tuple[list[Clause], int] | None:
    """The rows with a verdict below the head at `i`, and the position after the table; None where no such table begins.

    The column of verdicts is not the first: there "Beslut" is a label of what stands beside it.
    """
    column = next((k for k, cell in enumerate(lines[i].cells) if k and fold(_words(lines[i], k)) in {"beslut", "beslutat"}), None)
    if column is None:
        return None
    found: list[Clause] = []
    j = i + 1
    while j < len(lines) and lines[j].cells and lines[j].block is lines[i].block:
        cells = lines[j].cells
        if column < len(cells) and _VERDICT.match(_words(lines[j], column)):
            found.append(Clause(lines[j].start, cells[column].end, listed=True))
        j += 1
    return (found, j) if found else None


def _words(line: Line, k: int) -> str:
    cell = line.cells[k]
    return line.document.text[cell.start : cell.end]


_FEWEST_WORDS = 3


def read_column(item: ItemLines, i: int) -> tuple[list[Clause], int] | None:
    """What stands in a matter's cell below "Beslut", and the position after it: each sentence decides, whatever it says. None where the
    words that lead in a block begin it, as below a heading."""
    lines, text = item.lines, item.text
    stop = next((k for k in range(i, len(lines)) if lines[k].block is not lines[i].block), len(lines))
    if find_trigger(lines[i].text) or ATT.match(lines[i].text):
        return None
    begins = [k for k in range(i, stop) if k == i or not lines[k].text[:1].islower() or ATT.match(lines[k].text)]
    found: list[Clause] = []
    for a, b in zip(begins, [*begins[1:], stop], strict=True):
        for start, end in iter_sentences(text, lines[a].start, lines[b - 1].end):
            sentence = text[start:end]
            offset = 0 if ATT.match(sentence) else find_clause(sentence, item.minutes)
            if offset is not None:
                found += split_clauses(text, start + offset, end)
            elif _says_something(sentence):
                found.append(Clause(start, end, listed=True))
    return found, stop


def _says_something(words: str) -> bool:
    told = decision_kind(words)[1] is not None or has_finite(words) or begins_with_infinitive(words)
    return told or len(words.split()) >= _FEWEST_WORDS
