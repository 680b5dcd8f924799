"""What a line that is one cell of a table may hold: a name, a party, an office, a mark, a note."""

from __future__ import annotations

import re

from ingest.attendance.cell_heads import Holds
from ingest.attendance.limits import LIMIT
from ingest.attendance.listing import list_names
from ingest.attendance.model import Codes, Context
from ingest.attendance.statuses import find_legend
from ingest.attendance.words import canonical_role, has_title, party_letters, said_status
from ingest.lines import Line

LONGEST_CELL = 90
FEWEST = 3
_REACH = 400
_MATRIX = Codes(matrix=True)
_NUMBER = re.compile(r"\d{1,3}[.)]?[ ]?e?")
MATTER = re.compile(r"§|\d{1,3}[.)]?[ ]+[A-ZÅÄÖ]")
_NOTED = re.compile(
    r"(?:tj(?:g|änstg\w*)?\b|ers(?:ätt\w*|att\w*)?\b|för[ ]|fr\.?o\.?m|t\.?o\.?m|från|till|§|anm\w*|via|kom[ ]|lämna|deltog)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\)?")
_CROSSES = frozenset(("x", "×", "✓", "✔", "√", "☒", "☑", "1", "+", "ja", "(x)", "[x]", "närv", "närv."))
_DASHES = frozenset(("-", "–", "—", "0", "☐", "□", "✗", "✘", "nej", "[ ]", "[]", "frånv", "frånv."))
_CODES = frozenset(("n", "f"))


class CellKinds:
    """What the lines of a table may be, by the marks of the legend beside it."""

    def __init__(self, context: Context, first: Line) -> None:
        self.context = context
        around = (max(0, first.start - _REACH), min(len(context.text), first.start + 2 * _REACH))
        self.codes = frozenset(code.casefold() for code in find_legend(context, [around]).codes) or _CODES

    def fits(self, holds: Holds, line: Line) -> bool:
        """Whether a line may be a cell of a column."""
        text = line.text
        if len(text) > LONGEST_CELL or line.cells:
            return False
        match holds:
            case Holds.NUMBER:
                return _NUMBER.fullmatch(text) is not None
            case Holds.NAME:
                return self._is_name(line)
            case Holds.PARTY:
                if party_letters(text) is not None or text in ("-", "–"):
                    return True
                return _LETTERS.fullmatch(text) is not None and not self._is_mark(text)
            case Holds.ROLE:
                return not self._is_name(line) and (canonical_role(text) is not None or has_title(text))
            case Holds.BODY:
                return self._is_body(line)
            case Holds.MARK | Holds.VOTE:
                return self._is_mark(text)
            case Holds.NOTE:
                return not MATTER.match(text) and self.is_noted(line)

    def ends_in_mark(self, line: Line) -> bool:
        """Whether the last word of several is a mark: the line is a whole row, not a cell."""
        words = line.text.split()
        return len(words) > 1 and self._is_mark(words[-1])

    def is_noted(self, line: Line) -> bool:
        """Whether the words of a line are those of a note."""
        return LIMIT.search(line.text) is not None or _NOTED.match(line.text) is not None or said_status(line.text) is not None

    def _is_name(self, line: Line) -> bool:
        names = list_names(self.context, line.start, line.end, _MATRIX)
        return bool(names) and names[0].start == line.start and (len(names) == 1 or self._is_note_behind(line, names[0].end))

    def _is_note_behind(self, line: Line, end: int) -> bool:
        return _NOTED.match(self.context.text[end : line.end].lstrip(" ,(")) is not None

    def _is_body(self, line: Line) -> bool:
        if self._is_mark(line.text) or self._is_name(line) or MATTER.match(line.text) or not line.text[:1].isupper():
            return False
        bodies = self.context.bodies(line.start, line.end)
        return any(body.span[0] == line.start for body in bodies) or (
            len(line.text.split()) <= 3 and not line.text.endswith((".", ":"))
        )

    def _is_mark(self, text: str) -> bool:
        words = text.casefold()
        if words in _CROSSES or words in _DASHES or words in self.codes or said_status(text.rstrip(".")) is not None:
            return True
        first = re.split(r"[ ,(]", words, maxsplit=1)[0]
        if first != words and (first in _CROSSES or first in _DASHES or first in self.codes):
            return True
        part = text.partition(",")[0]
        return part != text and said_status(part) is not None
