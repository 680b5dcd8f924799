"""Inline marks that copies of minutes carry in plain text: Markdown signs, HTML tags, escapes. Pure: text in, runs out.

Accepted: `**x**`, `__x__`, `*x*`, `_x_`, `~~x~~`, `~x~`, `<del> <s> <strike> <b> <strong> <i> <em>` (struck, bold, italic),
`[words](address)`, `![words](address)`, `<https://…>`, `<br>`, `\\*` and other escapes, `&amp;` and other named or numbered
characters, `<!-- … -->`. Other well-known tags (`<u>`, `<span …>`, …) are dropped, their words kept. A sign without its
partner is an ordinary character.
"""

from __future__ import annotations

import html
import re

from ingest.readers.styled import BOLD, ITALIC, STRUCK, Run, without

STYLE_TAGS = {"del": STRUCK, "s": STRUCK, "strike": STRUCK, "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC}
# fmt: off
SILENT_TAGS = frozenset({
    "a", "abbr", "acronym", "big", "body", "center", "cite", "code", "div", "font", "html", "ins", "kbd", "mark",
    "nobr", "p", "pre", "q", "section", "small", "span", "sub", "sup", "tt", "u", "var",
})
# fmt: on

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\n*_~\#\[\]()<>.!|+`{}-])
    | <(?P<address>(?:https?://|mailto:)[^\s<>]+)>
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,9})(?P<attributes>(?:\s[^<>\n]{0,300})?)/?>
    | !?\[(?P<words>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,300})?(?:\s"[^"\n]{0,200}")?)\)
    | (?P<sign>(?<!\*)\*{1,3}(?!\*)|(?<!~)~{1,2}(?!~)|(?<!_)_{1,2}(?!_))
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6});)
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_THROUGH = re.compile(r"text-decoration[^;\"']*:[^;\"']*line-through", re.IGNORECASE)


def _is_word(character: str) -> bool:
    return character.isalnum()


def _can_open(sign: str, before: str, after: str) -> bool:
    if len(sign) > 1 and sign[0] in "*~":
        return True  # `~~ x ~~` and `**Beslut: **` are written by converters, though CommonMark refuses them
    return bool(after) and not after.isspace() and not _is_word(before)


def _can_close(sign: str, before: str, after: str) -> bool:
    if len(sign) > 1 and sign[0] in "*~":
        return True
    return bool(before) and not before.isspace() and not _is_word(after)


def _style_of(sign: str) -> int:
    if sign[0] == "~":
        return STRUCK
    return {1: ITALIC, 2: BOLD, 3: BOLD | ITALIC}[len(sign)]


def parse_inline(text: str, style: int = 0) -> list[Run]:
    """Runs of one paragraph, heading or table row. Never fails; what is not understood stays as it was written."""
    if not any(sign in text for sign in "*~_<[\\&"):
        return [(text, style)] if text else []
    text = _close_strikes(without(text, "<!--", "-->"))
    tokens = list(_TOKEN.finditer(text))
    steps = _steps(text, tokens)
    runs: list[Run] = []
    position = 0
    counts = {STRUCK: 0, BOLD: 0, ITALIC: 0}

    def current() -> int:
        return style | sum(bit for bit, count in counts.items() if count)

    def change(bits: int, step: int) -> None:
        for bit in counts:
            if bits & bit:
                counts[bit] += step

    for index, token in enumerate(tokens):
        if token.start() > position:
            runs.append((text[position : token.start()], current()))
        position = token.end()
        if token["sign"]:
            if index in steps:
                change(*steps[index])
            else:
                runs.append((token.group(), current()))
        elif token["tag"]:
            name = token["tag"].lower()
            if name == "br":
                runs.append(("\n", current()))
            elif index in steps:
                change(*steps[index])
            elif name not in STYLE_TAGS and name not in SILENT_TAGS:
                runs.append((token.group(), current()))
        elif token["escaped"]:
            runs.append((token["escaped"], current()))
        elif token["words"]:
            runs.extend(parse_inline(token["words"], current()))
        elif token["address"]:
            runs.append((token["address"], current()))
        elif token["entity"]:
            runs.append((html.unescape(token["entity"]), current()))
    if position < len(text):
        runs.append((text[position:], current()))
    return runs


_STRIKE_TAG = re.compile(r"<(?P<close>/?)(?P<tag>del|strike|s)(?:\s[^<>\n]{0,300})?>", re.IGNORECASE)
_CELL_END = re.compile(r"[\t\n]")


def _close_strikes(text: str) -> str:
    """A strike tag that is never closed ends with its cell or line: it must not strike the next name too."""
    pending: list[re.Match[str]] = []
    for match in _STRIKE_TAG.finditer(text):
        if not match["close"]:
            pending.append(match)
        elif pending:
            pending.pop()
    if not pending:
        return text
    ends: list[tuple[int, str]] = []
    end, searched = -1, -1
    for match in pending:  # in text order, so that each stretch is searched once
        if end < match.end() and searched < len(text):
            found = _CELL_END.search(text, match.end())
            end = found.start() if found else len(text)
            searched = end
        ends.append((end, f"</{match['tag']}>"))
    parts: list[str] = []
    position = 0
    for offset, closing in sorted(ends, key=lambda pair: pair[0]):
        parts.extend((text[position:offset], closing))
        position = offset
    return "".join([*parts, text[position:]])


def _tag_style(token: re.Match[str]) -> int:
    bits = STYLE_TAGS.get(token["tag"].lower(), 0)
    if token["attributes"] and _LINE_THROUGH.search(token["attributes"]):
        bits |= STRUCK
    return bits


def _steps(text: str, tokens: list[re.Match[str]]) -> dict[int, tuple[int, int]]:
    """Which tokens open (+1) and close (-1) which style, by index. A closing tag takes its style from the tag that opened."""
    steps: dict[int, tuple[int, int]] = {}
    open_signs: dict[str, int] = {}
    open_tags: dict[str, list[tuple[int, int]]] = {}
    for index, token in enumerate(tokens):
        if token["sign"]:
            sign = token["sign"]
            before = text[token.start() - 1] if token.start() else " "
            after = text[token.end()] if token.end() < len(text) else " "
            opener = open_signs.get(sign)
            if opener is not None and _can_close(sign, before, after):
                if text[tokens[opener].end() : token.start()].strip():
                    bits = _style_of(sign)
                    steps[opener], steps[index] = (bits, 1), (bits, -1)
                del open_signs[sign]
            elif _can_open(sign, before, after):
                open_signs[sign] = index
        elif token["tag"]:
            name = token["tag"].lower()
            if not token["close"]:
                open_tags.setdefault(name, []).append((index, _tag_style(token)))
            elif open_tags.get(name):
                opener, bits = open_tags[name].pop()
                if bits:
                    steps[opener], steps[index] = (bits, 1), (bits, -1)
    return steps
