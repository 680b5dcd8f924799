"""Minutes of which each page is a matter, in a copy that lost the numbers: "Bryggor vid kajen Bo Lind redogör … Nämndens beslut 1 …".

What stands on every page is gone, so that the title is the first of the page. Only where most pages hold the heading of a decision, and
nearly all begin with what reads like a title, do pages tell where the matters begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.items.inlined import Inlined
from ingest.items.starts import reads_like_title
from ingest.items.title_end import common_words, find_title_end, inline_heading
from ingest.lines import Line
from ingest.runtogether.pages import find_page_heads
from ingest.verbs import has_finite, is_finite

_FEWEST = 4
_MOSTLY = 0.75
_DECIDED = 0.6
"""The share of the pages that must begin with a title, and of those that must hold what was decided."""
_AHEAD = 400
_LONGEST = 120
_OF_DECISION = re.compile(r"beslut|förslag\s+till", re.IGNORECASE)

_LIST = re.compile(r"1 (?<=\s1 )(?=[A-ZÅÄÖ][^\n]*\s2 [A-ZÅÄÖ])")
""" "Delgivningar 1 Brev från Mora 2 Brev från Falun": the first number of a list is none of the title."""


def find_paged(lines: Sequence[Line]) -> dict[int, list[Inlined]]:
    """The titles at the heads of the pages behind the first, by the position of their line; empty where pages are no matters."""
    heads = find_page_heads(list(lines))
    found = {k: (0, end) for k in heads if (end := _title_end(lines[k])) is not None}
    decided = sum(any(_OF_DECISION.search(m.group()) for m in inline_heading().finditer(lines[k].text)) for k in found)
    if len(heads) < _FEWEST or len(found) < _MOSTLY * len(heads) or decided < _DECIDED * len(heads):
        return {}
    return {k: [title] for k, title in found.items()}


def _title_end(line: Line) -> int | None:
    """Where the text behind the title begins that stands first in a line; None where no title does."""
    text = line.text[:_AHEAD]
    if not text[0].isupper() or line.cells:
        return None
    end = find_title_end(text, common_words(line.document.text), run_together=True)
    if end is None or not _is_title(text[:end]):
        end = next((m.start("subject") for m in _SUBJECT.finditer(text) if is_finite(m["verb"])), None)
    if end is not None and (listed := _LIST.match(text, end - 2)):
        end = listed.start()
    return end if end is not None and _is_title(text[:end]) else None


def _is_title(text: str) -> bool:
    title = text.rstrip()
    return len(title) <= _LONGEST and reads_like_title(title) and not has_finite(title)


_SUBJECT = re.compile(r"(?<=[a-zåäö]) (?P<subject>[A-ZÅÄÖ][a-zåäö]{3,}) (?P<verb>[a-zåäö]+)\b")
""" "Remiss om slam Hamnverket har sänt ut …": one word with a capital before the verb begins the sentence."""
