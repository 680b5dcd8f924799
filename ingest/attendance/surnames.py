"""Lists that give surnames before first names: how a document tells that it writes names so, and which pairs of words are such names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import fold
from ingest.people.words import is_first_name, is_not_name

_NAME_REST = r"[^\W\d_]+(?:-[A-ZÅÄÖÉ]?[^\W\d_]+)?"
_NAME_WORD = rf"[A-ZÅÄÖÉ]{_NAME_REST}"
TWO_WORDS = re.compile(
    rf"(?P<one>[A-ZÅÄÖÉ](?<![\w-].){_NAME_REST})(?P<comma>,?) (?P<other>{_NAME_WORD})[ \t]+\(?(?:S|M|SD|C|V|KD|L|MP|FP)\)?(?!\w)"
)
SURNAME_FIRST = re.compile(
    rf"(?<![\w,-])(?P<last>(?:(?:von|af|de) )?{_NAME_WORD}),? (?P<first>{_NAME_WORD}(?: (?![A-ZÅÄÖ]{{2,}}\b){_NAME_WORD})?)(?![\w-])"
)
_FIRST_BEHIND_COMMA = r", (?P<first>[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ]?[^\W\d_]+)?)(?![\w,])"
SURNAME_BEFORE_COMMA = re.compile(
    rf"(?P<last>[A-ZÅÄÖ](?<![\w,-].)[^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?(?: [A-ZÅÄÖ][^\W\d_]+)?){_FIRST_BEHIND_COMMA}"
)
_LINE_OF_PERSON = re.compile(rf"^(?P<last>{_NAME_WORD}) (?P<first>{_NAME_WORD})(?![\w-])", re.MULTILINE)
_SORTED = 5
"""So many lines one after the other, each with a surname and a first name and all in the order of the surnames, are a sorted list."""


def first_names_end(match: re.Match[str]) -> int:
    """Where the first names of a name that begins with the surname end: the second word may be what comes behind ("Alm Bo Hamnbolaget")."""
    one, _, other = match["first"].partition(" ")
    return match.end() if not other or is_first_name(other) else match.start("first") + len(one)


def puts_surnames_before_commas(text: str) -> bool:
    """Whether a run of people, one right behind the other, gives the surname first, before a comma: "Ek, Anna Ståhl, Bo del av 9 Öman, Siv"."""
    behind = [first for first in _BEHIND_COMMA.findall(text) if is_first_name(first)]
    if 5 * len(behind) < 4 * _IN_RUN:
        return False  # of such a run hardly anything else stands behind the commas
    run: list[re.Match[str]] = []
    for match in (*SURNAME_BEFORE_COMMA.finditer(text), None):
        end = run[-1].end() if run else -_NEXT
        if match is None or match.start() - end >= _NEXT or any(c.isupper() or c == "," for c in text[end : match.start()]):
            if _is_inverted(text, run):
                return True
            run = []
        if match is not None:
            run.append(match)
    return False


def _is_inverted(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a run begins behind a label with one word before the comma that is no first name, has hardly anything but first names behind
    its commas, and ends with one: in a list of names parted by commas ("Anna Ek, Bo Alm") something of that fails."""
    if len(run) < _IN_RUN or 5 * sum(is_first_name(m["first"]) for m in run) < 4 * len(run):
        return False
    first, last = run[0], run[-1]
    if " " in first["last"] or is_first_name(first["last"]) or not _AFTER_LABEL.search(text, 0, first.start()):
        return False
    return _GOES_ON.match(text, last.end()) is None


_BEHIND_COMMA = re.compile(_FIRST_BEHIND_COMMA)
_AFTER_LABEL = re.compile(r"(?:[:\n]|(?<![\wåäö])(?:[Ll]edamöter|[Nn]ärvarande|[Dd]eltagare|[Bb]eslutande|[Ee]rsättare))\s*$")
_GOES_ON = re.compile(
    r"[ ]+(?!(?:Övriga|Frånvarande|Ej|Ersättare|Ledamöter|Sekreterare|Plats|Tid|Paragraf\w*|Tjänst\w*|Adjungera\w*|Inbjudna|Föredragande)\b)[A-ZÅÄÖ]"
)
_NEXT = 30
_IN_RUN = 5
"""So many people of such a run tell how the document writes names."""


def find_sorted_names(text: str, towns: frozenset[str]) -> frozenset[int] | None:
    """Whether lines without party letters stand in the order of the surnames they begin with ("Alm Bo Hamnbolaget" / "Ek Anna
    Bryggverket"), lines that begin with a town ("Mora Anna Ek") being none; None when they do not. If so, offsets of those lines whose
    words are first names both and which the order puts among the others ("Collin Siv" between "Alm Bo" and "Ek Anna")."""
    found: set[int] = set()
    is_sorted = any(_is_sorted_run(line) for line in text.split("\n") if len(line) > _RUN_TOGETHER)
    for run in _runs(text, towns):
        surnames = [last for _, last, sure in run if sure]
        if len(surnames) < _SORTED:
            continue
        is_sorted = True
        for index, (start, last, sure) in enumerate(run):
            before = next((x for _, x, told in reversed(run[:index]) if told), "")
            behind = next((x for _, x, told in run[index + 1 :] if told), last)
            if not sure and before <= last <= behind:
                found.add(start)
    return frozenset(found) if is_sorted else None


def _is_sorted_run(line: str) -> bool:
    """Whether a line in which a list ran together names many people one after the other in the order of the surnames before their first
    names ("Alm Bo Hamnbolaget Ek Anna Bryggverket …"), and hardly anyone the other way round."""
    longest = count = others = natural = 0
    before, at = "", -_FARTHEST
    for match in _PAIR_IN_RUN.finditer(line):
        one, other = match.group() + match["rest"], match["first"].split("-")[0]
        known, inverted = is_first_name(one), is_first_name(other)
        if known == inverted or is_not_name(match["first"] if known else one):
            continue
        if known:
            natural += match.start() - at < _FARTHEST and not match["first"].isupper()
            continue
        last = fold(one)
        if last < before or match.start() - at >= _FARTHEST:
            count = natural = 0
        count += 1
        before, at = last, match.start()
        if count > longest:
            longest, others = count, natural
    return longest >= _SORTED_IN_RUN and 4 * others <= longest


_PAIR_IN_RUN = re.compile(rf"[A-ZÅÄÖÉ](?<![\w,-].)(?=(?P<rest>{_NAME_REST}) (?P<first>{_NAME_WORD})(?![\w-]))")
"""Two words, of which the second may be the first of another such pair."""
_RUN_TOGETHER = 200
_FARTHEST = 90
"""Characters from one person of such a line to the next."""
_SORTED_IN_RUN = 8


def _runs(text: str, towns: frozenset[str]) -> Iterator[list[tuple[int, str, bool]]]:
    """Lines one after the other that could begin with a surname and a first name, as many as a sorted list has: where each begins, the
    folded surname, and whether it is no first name; those that are none stand in order."""
    lines = [line for line in _LINE_OF_WORDS.finditer(text) if not line.group().isspace()]
    if not any(_is_person(line.group(), towns) for line in lines[_SORTED - 1 :: _SORTED]):
        return  # of as many lines in a row as a sorted list has one is among these
    run: list[tuple[int, str, bool]] = []
    highest = ""
    for line in lines:
        match = _is_person(line.group(), towns)
        if match is None:
            if len(run) >= _SORTED:
                yield run
            run, highest = [], ""
            continue
        last = fold(match["last"])
        sure = not is_first_name(match["last"])
        if sure and last < highest:
            if len(run) >= _SORTED:
                yield run
            run = []
        highest = last if sure else highest
        run.append((line.start(), last, sure))
    if len(run) >= _SORTED:
        yield run


def _is_person(line: str, towns: frozenset[str]) -> re.Match[str] | None:
    """The surname and the first name that a line may begin with."""
    match = _LINE_OF_PERSON.match(line) if line[0].isupper() else None
    if match is None or not is_first_name(match["first"].split("-")[0]) or is_not_name(match["last"]):
        return None
    return None if fold(match["last"]) in towns else match


_LINE_OF_WORDS = re.compile(r"[^\n]+")


INVERTED = 4
"""So many surnames before first names make it the document's way of writing names."""
