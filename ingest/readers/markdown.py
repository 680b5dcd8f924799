"""Markdown: blocks as CommonMark with tables has them, inline marks as people and converters write them.

The inline parser is the one for plain text, since `~x~`, `~~ x ~~`, `**Beslut: **` and inline `<del>` are common in
minutes and refused by CommonMark. Soft line ends stay: the text may be hard-wrapped.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.errors import ReadError
from ingest.document import BlockKind, Document
from ingest.readers.blocks import place
from ingest.readers.decode import decode
from ingest.readers.detect import Format
from ingest.readers.html import html_blocks
from ingest.readers.inline import parse_inline
from ingest.readers.styled import BULLET, DocumentBuilder, Run
from ingest.readers.text import add_lines, build_text

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:[A-Za-z_][\w-]*[ \t]*:.*\n|[ \t]+\S.*\n|[ \t]*\n|#.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,300})(?<!`)\1(?!`)")
_REFERENCE = re.compile(r"(?<!\!)\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]")
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){40}", re.MULTILINE)
MAX_NESTING = 100


def read_markdown(data: bytes, file: str) -> Document:
    """Read Markdown. Raises ReadError when it is noise or shows no text."""
    text, warning = decode(data, file)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable("table").disable("inline")
    text = _FRONT_MATTER.sub("", re.sub("\r\n?|[\x85\u2028\u2029\v]", "\n", text), count=1)
    builder = DocumentBuilder()
    pages = text.strip("\f").split("\f")
    if _NESTED.search(text):
        builder = build_text(text, file)  # quotes in quotes without end: the parser would drop what lies too deep
    else:
        for number, page in enumerate(pages):
            if number:
                builder.break_page()
            _Writer(builder, file).write(parser.parse(page))
    if not builder.has_text:
        raise ReadError(file, "filen innehåller ingen text", "Kontrollera att rätt fil är vald.")
    if warning:
        builder.warnings.append(warning)
    return builder.build(
        file=file,
        data=data,
        media_type=Format.MARKDOWN,
        carries_strikethrough=True,
        pages=len(pages) if len(pages) > 1 else None,
    )


def _inline(content: str) -> list[Run]:
    return parse_inline(_REFERENCE.sub(r"\1", _CODE.sub(r"\2", content)))


class _Writer:
    def __init__(self, builder: DocumentBuilder, file: str) -> None:
        self._builder = builder
        self._file = file
        self._lists: list[str] = []  # "bullet" or "ordered" of each open list
        self._marker: str | None = None  # the number of a list item not yet begun, "" for a bullet

    def write(self, tokens: list[Token]) -> None:
        heading: int | None = None
        rows: list[list[list[Run]]] = []
        in_table = False
        for token in tokens:
            kind = token.type
            if kind == "heading_open":
                heading = int(token.tag[1])
            elif kind == "heading_close":
                heading = None
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self._lists.append(kind)
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self._lists.pop()
            elif kind == "list_item_open":
                self._marker = f"{token.info}{token.markup}" if token.info else ""
            elif kind == "list_item_close":
                self._marker = None
            elif kind == "table_open":
                rows, in_table = [], True
            elif kind == "tr_open":
                rows.append([])
            elif kind == "table_close":
                in_table = False
                self._builder.add_table(rows)
            elif kind == "inline":
                if in_table:
                    rows[-1].append(_inline(token.content))
                elif heading is not None:
                    self._heading(token.content, heading)
                else:
                    self._paragraph(token.content)
            elif kind in ("code_block", "fence"):
                self._marker = None
                add_lines(self._builder, token.content.split("\n"))
            elif kind == "html_block":
                for block in html_blocks(token.content, self._file):
                    place(self._builder, block)

    def _heading(self, content: str, level: int) -> None:
        marker, self._marker = self._marker, None
        self._builder.add(BlockKind.HEADING, _inline(content), level=level, number=marker or None)

    def _paragraph(self, content: str) -> None:
        if self._marker is None:
            add_lines(self._builder, content.split("\n"), inline=_inline)
            return
        number, self._marker = self._marker, None
        runs = _inline(content) if number else [(BULLET, 0), *_inline(content)]
        self._builder.add(BlockKind.LIST_ITEM, runs, level=min(len(self._lists) - 1, 8), number=number or None)
