"""Items below another: letters, decimals, labelled matters, and bullets under a gathering title."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from ingest.items.cutting import find_bold_lead
from ingest.items.plain import is_field
from ingest.items.starts import (
    BARE_LETTER,
    BULLET,
    CAPITAL_LETTER,
    CLAUSE,
    DECIMAL_LETTER,
    DECIMAL_SUB,
    LETTER,
    NOT_TITLE,
    SECTION_SUB,
    Start,
    first_cell_joined,
    is_deciding,
    is_without_title,
    reads_like_title,
)
from ingest.items.title_end import common_words, find_title_end
from ingest.items.titles import GATHERING, LABEL_PREFIX
from ingest.lines import Line
from ingest.people import find_names
from ingest.people.words import is_first_name
from ingest.verbs import has_finite, is_finite
from ingest.vocabulary import section_heading

_LONGEST_TITLE = 220
_TWO_SENTENCES = re.compile(r"[a-zåäö]{3}[.!?]\s+[A-ZÅÄÖ]")
""" "Diskussion: Anna ser en risk. Bo håller": what was said, not what a matter is called."""


_REGISTERED = re.compile(r"(?=\S{5})\d[\w/:.-]*\d[\w/:.-]*\s+[A-ZÅÄÖ]")
""" "2012-I-052/011 Byakraft": a register number before the title."""


_LED = re.compile(r"[\d§]|[a-zåäöA-K]\s?[).:]|[a-zåäö]\t")
"""What a line begins with that has a letter, or a number of more than one part, before what it is called."""


def find_sub_items(top: Start, body: list[Line], last_letter: str | None) -> tuple[list[Start], str | None]:
    """Lettered, decimal and labelled items below a top-level one, and the last letter used."""
    if not body:
        return _bulleted(top, body), last_letter
    lettered: list[Start] = []
    labelled: list[Start] = []
    deciding = decided_above = False
    if body[0].text.rstrip().endswith(":") and has_finite(body[0].text):
        return _bulleted(top, body), last_letter
    beside = body[0].document.text[top.rest_offset : body[0].end]
    own_label = bool(LABEL_PREFIX.match(beside))
    title_below = top.is_without_title if top.line is body[0] else is_without_title(beside.strip(" \t–-"))
    for line, below in zip_longest(body, body[1:]):
        text = first_cell_joined(line)
        if line is body[0]:
            match = DECIMAL_LETTER.match(text)
            if match and int(match["a"]) == top.value:
                lettered.append(Start(line, "a", ord(match["sub"]), match["sub"], line.start + match.start("rest"), 1))
            continue
        if title_below:
            if not is_without_title(text):
                title_below = False
                beside = text
                own_label = bool(LABEL_PREFIX.match(text))
            continue
        if section_heading(text) or is_deciding(text):
            deciding = decided_above = True
            continue
        if below is not None and (lettered or not deciding) and (alone := _alone(top, line, below)):
            lettered.append(alone)
            continue
        led = _LED.match(text) is not None
        if led and not (deciding and not _is_strong(line)) and (bare := _of_bare_letter(top, line, text)):
            lettered.append(bare)
            deciding = False
            continue
        match = (DECIMAL_LETTER.match(text) or LETTER.match(text)) if led else None
        if match and deciding and _is_decided(line, match, lettered, right_below=decided_above):
            continue
        decided_above = False
        if match and ("a" not in match.groupdict() or int(match["a"]) == top.value):
            rest = match["rest"]
            titled = (
                LABEL_PREFIX.match(rest)
                or line.is_heading
                or line.bold_share > _BOLD
                or find_bold_lead(line, line.start + match.start("rest"))
                or (len(text) < _LONGEST_TITLE and not rest.rstrip().endswith((".", ";", ",")))
            )
            registered = _REGISTERED.match(rest) is not None
            judged = None if registered else find_judged_title(rest)
            if judged is None and not titled and not deciding:
                judged = _run_in_title(line, rest)
            if (titled or judged) and (rest[:1].isupper() or registered) and not CLAUSE.match(rest):
                begin = line.start + match.start("rest")
                title_end = begin + judged if judged else None
                lettered.append(Start(line, "a", ord(match["sub"]), match["sub"], begin, 1, title_end=title_end))
                deciding = False
                continue
        if led and (match := SECTION_SUB.match(text)) and int(match["a"]) == top.value:
            lettered.append(Start(line, "1.1", int(match["b"]), f".{match['b']}", line.start + match.start("rest"), 1))
            deciding = False
            continue
        match = DECIMAL_SUB.match(text) if led else None
        if match and int(match["a"]) == top.value and match["rest"][:1].isupper():
            lettered.append(
                Start(
                    line,
                    "1.1",
                    int(match["b"] or match["c"]),
                    f".{match['b'] or match['c']}",
                    line.start + match.start("rest"),
                    1,
                )
            )
            deciding = False
            continue
        if not own_label and not deciding and len(text) < 200 and (match := LABEL_PREFIX.match(text)):
            rest = text[match.end() :]
            if (
                rest
                and (rest[0].isupper() or rest[0].isdigit())
                and not rest.rstrip().endswith(".")
                and not is_told(match, rest)
                and not _TWO_SENTENCES.search(rest)
                and not _goes_on_below(below)
            ):
                labelled.append(Start(line, "label", 0, None, line.start, 1))
        if deciding and line.blank_before and not CLAUSE.match(text):
            deciding = False
    chain = _letter_chain(_without_lone_capitals(lettered), last_letter)
    listed = _PAPERS.search(beside) or _are_questions(chain)
    if not listed and len(chain) > 1 and not any(s.line.bold_share for s in chain):
        listed = _REPORTS.search(beside) or _is_led_in(chain, body)
    if chain and listed and _is_bare_list(chain, body):
        chain = []
    if chain:
        last = next((s.sub for s in reversed(chain) if s.scheme == "a"), last_letter)
        return chain, last
    if labelled:
        return labelled, last_letter
    if _OF_MANY.search(beside) and not _PAPERS.search(beside) and (matters := _headed(top, body) or _numbered(top, body)):
        return matters, last_letter
    return _bulleted(top, body), last_letter


def _is_decided(line: Line, letter: re.Match[str], found: list[Start], *, right_below: bool) -> bool:
    """Whether a letter below the heading of what was decided is that of a decision, no matter's: it stands `right_below` the heading or says
    what is done, stands out in no way, and does not go on with the letters of the matters `found` above."""
    rest = letter["rest"]
    if line.is_heading or line.bold_share > _BOLD or LABEL_PREFIX.match(rest):
        return False
    goes_on = bool(found) and found[-1].scheme == "a" and ord(letter["sub"]) == found[-1].value + 1
    return not goes_on and (right_below or has_finite(rest))


def _without_lone_capitals(starts: list[Start]) -> list[Start]:
    """The starts without capital letters where these are not several from "A" on: the parts of the minutes may have such too."""
    capitals = [s.sub for s in starts if s.sub and s.sub.isupper()]
    return starts if capitals[:2] in ([], ["A", "B"]) else [s for s in starts if not (s.sub and s.sub.isupper())]


def _is_strong(line: Line) -> bool:
    return line.is_heading or line.blank_before or line.bold_share > _BOLD


def _of_bare_letter(top: Start, line: Line, text: str) -> Start | None:
    """The start that a letter without a sign is behind the number of the item, or a capital with one, before a title: "3a Title",
    "3 a Title", "A) Title"."""
    match = BARE_LETTER.match(text) or CAPITAL_LETTER.match(text)
    if match is None or ("a" in match.groupdict() and int(match["a"]) != top.value):
        return None
    if not reads_like_title(match["rest"].rstrip("? :")) or (has_finite(match["rest"]) and not _is_strong(line)):
        return None
    return Start(line, "a", ord(match["sub"].lower()), match["sub"], line.start + match.start("rest"), 1)


_VERDICT = re.compile(
    r"(?:[.:,–-]|\bkr|\bkronor|\btkr)\s+(?:beviljas|beviljades|avslås|avslogs|bifalls|bifölls|tillstyrks|tillstyrktes|avstyrks|avstyrktes"
    r"|godkänns|bordläggs|återremitteras)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[,:–-]?\s+(?:om\s+)?\d[\d .\u00a0]*\s?(?:kr|kronor|tkr|mnkr)\b")
_FULL_STOP = re.compile(r"(?<=[\wåäö)]{3})\.\s+(?=[A-ZÅÄÖ])")
_SHORTEST_JUDGED = 5


def find_judged_title(text: str) -> int | None:
    """Where the title ends of a matter that is judged on its line: "Bryggföreningen, 240 000 kr. Beviljas." -> before the sum; None
    where no verdict stands there."""
    verdict = _VERDICT.search(text)
    if verdict is None:
        return None
    ends = [verdict.start(), *(match.start() for pattern in (_SUM, _FULL_STOP) if (match := pattern.search(text)))]
    return min(ends) if min(ends) >= _SHORTEST_JUDGED and not has_finite(text[: min(ends)]) else None


_LONGEST_RUN_IN = 90


def _run_in_title(line: Line, rest: str) -> int | None:
    """Where the title ends behind which a sentence goes on, on the line of its letter: "a) Sommarjobb Bo Lind berättade att …"; None where
    all is one sentence."""
    end = find_title_end(rest, common_words(line.document.text))
    if end is None:
        return None
    title = rest[:end].rstrip()
    return len(title) if len(title) <= _LONGEST_RUN_IN and reads_like_title(title) and not has_finite(title) else None


_ALONE = re.compile(r"(?:(?P<a>\d{1,3})\s?[.:]?\s?)?(?P<sub>[a-zåäö])\s?[).:]|(?P<b>\d{1,3})\.(?P<n>\d{1,2})\s?[.):]?")
_LONGEST_ALONE = 7


def _alone(top: Start, line: Line, below: Line) -> Start | None:
    """The start that a letter or a decimal is that stands alone over its title: "a)", "2 a)" or "2.1"; None where no title is below."""
    match = _ALONE.fullmatch(line.text) if len(line.text) <= _LONGEST_ALONE else None
    number = match and (match["a"] or match["b"])
    if match is None or (number and int(number) != top.value) or not reads_like_title(below.text):
        return None
    if match["n"]:
        return Start(line, "1.1", int(match["n"]), f".{match['n']}", line.end, 1)
    return Start(line, "a", ord(match["sub"]), match["sub"], line.end, 1)


_PAPERS = re.compile(r"\b(?:meddelanden|anmäl\w+|delgivning\w*|delegations?\w*|skrivelser|(?:för\s+)?kännedom)\b", re.IGNORECASE)
"""Matters under which papers are listed."""


_REPORTS = re.compile(r"\b(?:in)?rapporter\b", re.IGNORECASE)
"""Papers too where letters list several, none of them in bold; bullets below it are matters."""


def _is_bare_list(chain: list[Start], body: list[Line]) -> bool:
    """Whether nothing is told between letters that are plain lines without labels: a list of papers. A line may be wrapped."""
    where = {line.index: k for k, line in enumerate(body)}
    for a, b in pairwise(chain):
        between = body[where[a.line.index] + 1 + (a.rest_offset >= a.line.end) : where[b.line.index]]
        if any(line.blank_before or line.cells or has_finite(line.text) for line in between):
            return False
    return not any(
        s.line.is_heading or s.line.bold_share > _BOLD or LABEL_PREFIX.match(s.line.document.text[s.rest_offset : s.line.end])
        for s in chain
    )


def _is_led_in(chain: list[Start], body: list[Line]) -> bool:
    """Whether a sentence within the item leads the letters in as what it lists: "Tre alternativ har studerats:"."""
    above = next((a for a, b in pairwise(body[1:]) if b is chain[0].line), None)
    return above is not None and above.text.endswith(":") and has_finite(above.text)


_BOLD = 0.6
_INFINITIVE = re.compile(
    r"(?:att|bifalla|avslå|godkänna|anta|notera|anteckna|fastställa|bordlägga|återremittera|uppdra|ge|utse|välja|föreslå|överlämna"
    r"|tillstyrka|avstyrka|rekommendera|bjuda|bevilja|lägga|ställa|skicka|remittera|enligt)\b",
    re.IGNORECASE,
)


def is_told(label: re.Match[str], rest: str) -> bool:
    """Whether "Beslut: …" tells what was decided, and is no title under a label."""
    if label["labels"].lower() not in {"beslut", "beslutspunkt"}:
        return False
    return has_finite(rest) or _INFINITIVE.match(rest) is not None or rest.rstrip().endswith(":")


def _goes_on_below(below: Line | None) -> bool:
    """Whether the line above another is the first of a sentence of two, as a label's decision may be: "Beslut: Rådet sammanträder den 26" / "maj."."""
    return below is not None and below.text[:1].islower() and below.text.endswith(".") and not below.blank_before


def _letter_chain(starts: list[Start], last_letter: str | None) -> list[Start]:
    """Letters that rise; they begin at "a", or go on from the letter before, or stand as headings."""
    if not starts:
        return []
    chain: list[Start] = []
    for start in starts:
        strong = start.line.is_heading or start.line.bold_share > 0.3 or start.line.blank_before
        if not chain:
            begins = start.value in (ord("a"), 1) or (last_letter is not None and start.sub == chr(ord(last_letter) + 1))
            labelled = LABEL_PREFIX.match(start.line.document.text[start.rest_offset : start.line.end])
            if begins or (strong and labelled) or start.line.is_heading:
                chain.append(start)
        elif 0 < start.value - chain[-1].value <= 3 and start.scheme == chain[-1].scheme:
            chain.append(start)
    return chain


_OF_MANY = re.compile(
    r"\b(?:rapporter|övriga\s+(?:frågor|ärenden)|informations(?:ärenden?|punkter)|inbjudningar|kurser|laget\s+runt)\b",
    re.IGNORECASE,
)
"""Titles that say nothing of any one matter."""
_ROUND = re.compile(r"\blaget\s+runt\b", re.IGNORECASE)
_BOLD_LINE = 0.85
_LONGEST_HEADED = 90


def _headed(top: Start, body: list[Line]) -> list[Start]:
    """Matters under a gathering title, each a heading or in bold, with text of its own below or behind it; empty where clauses of
    decisions stand between them."""
    found: list[Start] = []
    named = top.rest_offset < body[0].end and not is_without_title(
        body[0].document.text[top.rest_offset : body[0].end].strip(" \t–-")
    )
    for line, below in zip_longest(body[1:], body[2:]):
        if not named:
            named = not is_without_title(line.text)
            continue
        bullet = BULLET.match(line.text)
        begin = line.start + (bullet.start("rest") if bullet else 0)
        until = find_bold_lead(line, begin)
        if until is not None and _ROUND.search(body[0].document.text[top.rest_offset : body[0].end]):
            continue  # "**Hälsocentralen:** Bo Lind berättar …": who speaks
        if until is None and not (line.is_heading or line.bold_share > _BOLD_LINE):
            continue
        title = line.document.text[begin : until or line.end]
        if section_heading(title) or is_field(title) or NOT_TITLE.match(title) or CLAUSE.match(title) or is_deciding(title):
            continue
        if not title[0].isupper() or len(title) > _LONGEST_HEADED or find_names(title):
            continue
        if until is not None or (below is not None and not (below.is_heading or below.bold_share > _BOLD_LINE)):
            found.append(Start(line, "bold", 0, None, begin, 1))
    return found if len(found) > 1 or all(s.line.is_heading for s in found) else []


_IN_ORDER = re.compile(r"(?:[•·]\s*)?(?P<n>\d{1,2})\.\s+(?P<rest>[A-ZÅÄÖ].*)", re.DOTALL)


def _numbered(top: Start, body: list[Line]) -> list[Start]:
    """Matters under the gathering title of a paragraph with numbers of their own, from 1 on, each over what is told of it; else empty."""
    found: list[Start] = []
    for line, below in pairwise(body[1:] if top.scheme == "§" else ()):
        match = _IN_ORDER.fullmatch(line.text) if line.blank_before else None
        if match is None:
            continue
        if int(match["n"]) != len(found) + 1 or not reads_like_title(match["rest"]) or not has_finite(below.text):
            return []
        found.append(Start(line, "1.1", int(match["n"]), f".{match['n']}", line.start + match.start("rest"), 1))
    return found if len(found) > 1 else []


_IS_SENTENCE = re.compile(r"\b(?:är|har|ska|kommer|planeras|pågår|finns|blir|fick|får|hålls|genomförs|bokad|bokat)\b")
"""Bullets that tell something are no matters of their own."""


def _are_questions(chain: list[Start]) -> bool:
    return all(s.line.text.endswith("?") for s in chain)


def _begins_with_name(text: str) -> bool:
    """Whether a text begins with a person's name, or with a given name and what they do: "Anna tar upp …"."""
    if any(name.start == 0 for name in find_names(text)):
        return True
    words = text.split(maxsplit=2)
    return len(words) > 1 and is_first_name(words[0]) and is_finite(words[1])


_LONGEST_NAME = 40


def _bulleted(top: Start, body: list[Line]) -> list[Start]:
    title = body[0].document.text[top.rest_offset : body[0].end]
    if not GATHERING.search(title) or _PAPERS.search(title):
        return []
    bullets: list[Start] = []
    for line in body[1:]:
        if match := BULLET.match(line.text):
            rest = match["rest"]
            reported = ":" in rest[:_LONGEST_NAME] and any(
                n.start == 0 and rest[n.end : n.end + 1] == ":" for n in find_names(rest)
            )
            if (
                reported
                or _IS_SENTENCE.search(rest)
                or _TWO_SENTENCES.search(rest)
                or (has_finite(rest) and _begins_with_name(rest))
            ):
                return []  # "- Anna Ek: mötet med regionen": who tells of it
            bullets.append(Start(line, "bullet", 0, None, line.start + match.start("rest"), 1))
        elif section_heading(line.text) or not (bullets and line.text[:1].islower()):
            break
    dated = all(_DATED.search(s.line.text) for s in bullets)
    return bullets if len(bullets) >= _FEWEST_BULLETS and not dated else []


_FEWEST_BULLETS = 2
"""One bullet over text of its own is the first part of what is told."""
_DATED = re.compile(r"\b\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b")
"""Days of what is to come, no matters."""
