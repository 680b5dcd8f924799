"""Plain text, often a copy of marked-up minutes: lines stay lines, inline marks leave the text and become spans.

What becomes what: `# x` (and a line ruled with `===`, or with `---` as long as itself) a heading; `- x`, `* x`, `• x` a list item; consecutive lines with
tabs, with `|` or with aligned gaps a table, and an HTML table one too; other consecutive lines one paragraph with "\\n" inside; a line of `---` alone
nothing. Words hyphenated over a line end are made whole; pages and what is repeated on them are found first (`pages`). Whether
struck-through words would be visible is told by the marks themselves: a text without any says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from graph.errors import ReadError
from ingest.document import BlockKind, Document
from ingest.readers.blocks import place, tab_rows
from ingest.readers.decode import decode
from ingest.readers.detect import Format
from ingest.readers.gaps import WIDE_GAP, columned, gap_columns, gap_rows, gap_run_end, goes_on_below, have_column_in_common
from ingest.readers.html import html_blocks
from ingest.readers.hyphens import between_halves
from ingest.readers.inline import parse_inline
from ingest.readers.pages import part_pages
from ingest.readers.spacing import close_up
from ingest.readers.styled import BULLET, DocumentBuilder, Run, split_runs

_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)")
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)[A-Za-z]*[ \t]*$")
_BULLET = re.compile(r"^(?P<indent>[ \t]*)[-*+•·◦▪–\uf0b7][ \t]+(?=[^\s=])")  # "* = frånvarande" tells what a star means
_QUOTE = re.compile(r"^(\f*) {0,3}>[ \t]?")
_PIPE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_BAR = re.compile(r"(?<=\S)[ ]+\|(?=[ ]+\S)")
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]{0,500}>", re.IGNORECASE)
_LONG_LINE = 40  # characters; shorter lines before a blank line end where their writer ended them
_SPREAD_LINES = 60  # a mark may run over this many lines, as over the rows of an attendance table; more is a stray tag

_SPREAD_TAG = re.compile(r"<(/?)(del|s|strike|b|strong|i|em)>", re.IGNORECASE)


def read_text(data: bytes, file: str) -> Document:
    """Read plain text. Raises ReadError when it is noise or has no visible character."""
    text, warning = decode(data, file)
    paged = part_pages(close_up(text))
    builder = build_text(paged.text, file)
    for margin in paged.margins:
        builder.add(margin.kind, parse_inline(margin.text), page=margin.page)
    if not builder.has_text:
        raise ReadError(file, "filen innehåller ingen text", "Kontrollera att rätt fil är vald.")
    if warning:
        builder.warnings.append(warning)
    return builder.build(
        file=file, data=data, media_type=Format.TEXT, carries_strikethrough=builder.has_struck, pages=paged.pages
    )


def build_text(text: str, file: str) -> DocumentBuilder:
    """The blocks of a text as described above. Raises ReadError when an HTML table in it is nested without end."""
    builder = DocumentBuilder()
    for is_table, piece in _pieces(text.strip("\f\x1a")):
        if is_table:
            for block in html_blocks(piece, file):
                place(builder, block)
            continue
        for feeds, group in _groups(_spread_marks(_with_bullets(rejoin_words(_LINE_END.split(piece))))):
            _add_group(builder, ["\f" * feeds + group[0], *group[1:]] if feeds else group)
    return builder


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Text, and the HTML tables that converters leave in it; a table inside a table belongs to the outer one."""
    position = depth = start = 0
    for match in _TABLE_TAG.finditer(text):
        if not match[1]:
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield False, text[position:start]
                yield True, text[start : match.end()]
                position = match.end()
    yield False, text[position:]


def rejoin_words(lines: Sequence[str]) -> list[str]:
    """The lines with words that were hyphenated over a line end whole again, on the first of the two lines.

    A blank line between them counts for nothing after a long line, as in copies with a blank line after every line. Rows
    of tables are left alone.
    """
    out = list(lines)
    for index in range(len(out) - 2, -1, -1):
        before = out[index].rstrip()
        if not before.endswith(("-", "\u2010", "\u00ad")) or _is_row(before):
            continue
        following = index + 1
        if not out[following].strip(" \t") and len(before) >= _LONG_LINE and following + 1 < len(out):
            following += 1
        after = out[following].lstrip(" \f")
        between = between_halves(before, after)
        if between is None or between.endswith(" ") or _is_row(after):
            continue
        half, _, rest = after.partition(" ")
        feeds = "\f" * out[following].count("\f")
        out[index] = f"{before[:-1]}{between}{half}"
        if rest.strip() or feeds:
            out[following] = feeds + rest
        else:
            del out[index + 1 : following + 1]
    return out


_LETTER_BULLET = re.compile(r"^(?P<indent>[ \t]*)o(?=[ \t]+[^\W\d_])")
_FEWEST_BULLETS = 2
_STOPS = re.compile(r"(?:[.:;,!?)”\"]|\batt)\s*$")


def _with_bullets(lines: list[str]) -> list[str]:
    """The lines with a bullet for each "o" that a copy made of a round one: where two at least begin so, each behind a blank line, another
    such line, a title, or one that comes to a stop ("… o" is also short for "och")."""
    marked = [at for at, line in enumerate(lines) if _LETTER_BULLET.match(line)]
    if len(marked) < _FEWEST_BULLETS:
        return lines
    known = set(marked)
    found = [at for at in marked if not at or at - 1 in known or _stops(lines[at - 1].strip())]
    if len(found) < _FEWEST_BULLETS:
        return lines
    out = list(lines)
    for at in found:
        out[at] = _LETTER_BULLET.sub(r"\g<indent>•", out[at])
    return out


def _stops(line: str) -> bool:
    return not line or _STOPS.search(line) is not None or (len(line) <= _LONG_LINE and not line[0].islower())


def _is_row(line: str) -> bool:
    return "\t" in line or "|" in line or WIDE_GAP.search(line) is not None


def _groups(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of non-blank lines with the number of form feeds before each; tables parted only by blank lines are one run."""
    out: list[tuple[int, list[str]]] = []
    group: list[str] = []
    feeds = pending = 0
    for line in [*lines, ""]:
        blank = not line.strip()
        if blank:
            if group:
                out.append((feeds, group))
                group = []
            pending += line.count("\f")
            continue
        if not group:
            feeds, pending = pending, 0
        group.append(line)
    merged: list[tuple[int, list[str]]] = []
    for (feeds, group), following in zip_longest(out, out[1:]):
        if merged and (
            _continues_table(merged[-1][1], group, feeds)
            or goes_on_below(merged[-1][1], group, following[1] if following else ())
        ):
            merged[-1][1].extend(["\f" * feeds + group[0], *group[1:]])
        else:
            merged.append((feeds, group))
    yield from merged


def _continues_table(before: list[str], after: list[str], feeds: int) -> bool:
    """A blank line (a page end, or one after every line) inside a table: the tab count, or columns of spaces, go on."""
    if WIDE_GAP.search(before[-1]) and WIDE_GAP.search(after[0]) and "\t" not in before[-1] + after[0]:
        apart = feeds > 0 or len(before) == 1  # the end or the head of a page: what follows may be another table
        return bool(gap_columns([before[-1], after[0]])) and (not apart or have_column_in_common(before[-1], after[0]))
    tabs = before[-1].count("\t")
    return tabs >= 2 and after[0].count("\t") == tabs and not _HEADING.match(after[0])


def add_lines(builder: DocumentBuilder, lines: list[str], *, inline: Callable[[str], list[Run]] = parse_inline) -> None:
    """Lines of a paragraph in which tables may stand, without headings or list items of their own."""
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            _add_group(builder, group, inline, plain=True)
            group = []


def _add_group(
    builder: DocumentBuilder, lines: list[str], inline: Callable[[str], list[Run]] = parse_inline, *, plain: bool = False
) -> None:
    index = 0
    gaps_from = 0  # lines before this one have been tried as a table set with spaces
    paragraph: list[str] = []

    def flush() -> None:
        if paragraph:
            builder.add(BlockKind.PARAGRAPH, inline("\n".join(paragraph)))
            paragraph.clear()

    while index < len(lines):
        line = lines[index]
        feeds, bare = ("\f" * line.count("\f"), line.replace("\f", "")) if "\f" in line else ("", line)
        if not plain and (heading := _HEADING.match(bare)):
            flush()
            words = heading[2].rstrip()
            unclosed = words.rstrip("#")  # "# Rubrik ##", but not "# C#"
            words = unclosed if not unclosed or unclosed[-1] in " \t" else words
            builder.add(BlockKind.HEADING, [(feeds, 0), *parse_inline(words)], level=len(heading[1]))
            index += 1
        elif not plain and _RULE.match(bare):
            if len(paragraph) == 1 and (level := _ruled_level(paragraph[0], bare.strip())):
                builder.add(BlockKind.HEADING, parse_inline(paragraph.pop()), level=level)
            flush()
            if feeds:
                builder.break_page()
            index += 1
        elif not plain and _FENCE.match(bare):
            flush()
            index += 1
        elif (end := _table_end(lines, index)) > index:
            flush()
            builder.add_table(_table_rows(lines[index:end]))
            index = end
        elif index >= gaps_from and (end := gap_run_end(lines, index)) - index >= 3:
            gaps_from = end
            if not gap_columns(lines[index:end]):
                begin, end = columned(lines, index, end)
                if begin > index:
                    gaps_from = begin
                    continue
                gaps_from = end
            if gap_columns(lines[index:end]):
                flush()
                builder.add_table(gap_rows(lines[index:end]))
                index = end
        elif not plain and (bullet := _BULLET.match(bare)):
            flush()
            end = index + 1
            while end < len(lines) and lines[end].startswith((" ", "\t")) and not _starts_block(lines, end):
                end += 1
            item = "\n".join([bare[bullet.end() :], *lines[index + 1 : end]])
            depth = len(bullet["indent"].expandtabs(4)) // 2
            builder.add(BlockKind.LIST_ITEM, [(feeds + BULLET, 0), *parse_inline(item)], level=min(depth, 8))
            index = end
        else:
            paragraph.append(line if plain else _QUOTE.sub(r"\1", line))
            index += 1
    flush()


def _ruled_level(words: str, rule: str) -> int:
    """The level of the heading that a rule right below a line makes of it, 0 for none: dashes count where they are as long as the words."""
    if rule.startswith("=="):
        return 1
    near = min(len(rule), len(words.strip())) * 2 >= max(len(rule), len(words.strip()))
    return 2 if near and len(rule) >= _SHORTEST_RULE and set(rule) == {"-"} and not words.rstrip().endswith(".") else 0


_SHORTEST_RULE = 5


def _starts_block(lines: list[str], index: int) -> bool:
    line = lines[index]
    return bool(_HEADING.match(line) or _RULE.match(line) or _BULLET.match(line)) or _table_end(lines, index) > index


def _is_pipe_row(line: str) -> bool:
    """A row "| a | b |", or the rule below a heading row; "|a|" alone has one cell and is a line."""
    bare = line.replace("\f", "").strip()
    return bare.startswith("|") and (
        len(_PIPE.findall(bare)) >= 2 + (bare.endswith("|") and not bare.endswith("\\|"))
        or (len(bare) > 3 and _PIPE_RULE.match(bare) is not None)
    )


def _table_end(lines: list[str], index: int) -> int:
    """Where the table that begins at `index` ends; `index` itself when none begins there."""
    if _is_pipe_row(lines[index]):
        end = index
        while end < len(lines) and _is_pipe_row(lines[end]):
            end += 1
        return end
    if index + 1 < len(lines) and "|" in lines[index] and "|" in lines[index + 1] and _PIPE_RULE.match(lines[index + 1]):
        end = index + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        return end
    if (barred := _barred_rows(lines, index)) > 1:
        return index + barred
    count = tab_rows(lines, index)
    if count == 1 and lines[index].strip(" ").count("\t") < 2:
        return index  # "Tid:<tab>09.00" alone is a line, not a table
    return index + count


def _barred_rows(lines: list[str], index: int) -> int:
    """How many lines from `index` on have as many bars between their words as it has: rows set without bars at their ends."""
    bars = len(_BAR.findall(lines[index]))
    end = index
    while bars and end < len(lines) and "\t" not in lines[end] and len(_BAR.findall(lines[end])) == bars:
        end += 1
    return end - index


def _table_rows(lines: list[str]) -> list[list[list[Run]]]:
    rows = []
    for line in lines:
        row = line
        if "\t" not in line or _is_pipe_row(line):
            if _PIPE_RULE.match(line):
                continue
            inner = line.strip()
            inner = inner[1:] if inner.startswith("|") else inner
            inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
            row = "\t".join(cell.replace("\t", " ") for cell in _PIPE.split(inner))
        rows.append(split_runs(parse_inline(row), "\t"))
    return rows


def _spread_marks(lines: list[str]) -> list[str]:
    """Marks that run over several lines are repeated on each, so that rows and paragraphs can be read one by one."""
    if not any(sign in line for line in lines for sign in ("<", "~~")):
        return lines

    lines = _spread_tags("\n".join(lines)).split("\n")
    open_at: int | None = None
    for index, line in enumerate(lines):
        if not line.strip():
            open_at = None
        elif line.count("~~") % 2:
            if open_at is None:
                open_at = index
            else:
                lines[open_at] += "~~"
                for between in range(open_at + 1, index):
                    lines[between] = f"~~{lines[between]}~~"
                lines[index] = f"~~{line}"
                open_at = None
    return lines


def _spread_tags(text: str) -> str:
    """A tag that is closed some lines later is closed and opened again at each line end between."""
    open_tags: dict[str, list[int]] = {}
    again: dict[int, list[str]] = {}
    for match in _SPREAD_TAG.finditer(text):
        name = match[2].lower()
        if not match[1]:
            open_tags.setdefault(name, []).append(match.end())
        elif open_tags.get(name):
            start = open_tags[name].pop()
            if 0 < text.count("\n", start, match.start()) <= _SPREAD_LINES:
                at = text.find("\n", start)
                while 0 <= at < match.start():
                    again.setdefault(at, []).append(name)
                    at = text.find("\n", at + 1)
    if not again:
        return text
    parts: list[str] = []
    position = 0
    for at in sorted(again):
        names = again[at][:8]
        closing = "".join(f"</{name}>" for name in names)
        opening = "".join(f"<{name}>" for name in reversed(names))
        parts.extend((text[position:at], closing, "\n", opening))
        position = at + 1
    return "".join([*parts, text[position:]])
