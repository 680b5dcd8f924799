"""Broken input on purpose: small files of every format, mutated at random but repeatably."""

from __future__ import annotations

import io
import random
import zipfile
from copy import deepcopy
from functools import cache

from lxml import etree

from ingest.document import Document
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.markdown import read_markdown
from ingest.readers.odt import read_odt
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text
from tests.readers.minutes import (
    MINUTES,
    W,
    cell,
    docx,
    numbered,
    paragraph,
    run,
    table,
    to_docx,
    to_html,
    to_markdown,
    to_odt,
    to_text,
)
from tests.readers.pdfs import typeset, with_fpdf2, with_reportlab

FORMATS = ("text", "markdown", "html", "docx", "odt", "pdf")
_READERS = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "odt": read_odt,
    "pdf": read_pdf,
}
SUFFIX = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx", "odt": "odt", "pdf": "pdf"}

TOKENS: dict[str, list[bytes]] = {
    "text": [b"~~", b"**", b"<del>", b"</del>", b"\t", b"\n\n", b"\f", b"| a | b |\n|---|---|\n", b"\xff\xfe", b"\0", "̶".encode(), b"# ", b"\\"],
    "markdown": [b"> ", b"- ", b"1. ", b"~~", b"[a](b)", b"<table><tr><td>", b"```\n", b"| a |\n|---|\n", b"    ", b"---\n", b"![", b"&#0;"],
    "html": [b"<table>", b"<td rowspan=9999 colspan=9999>", b"</table>", b"<ol start=-9>", b"<del>", b"<s>", b"<li value=99999999999>", b"<style>"
             b"p{text-decoration:line-through}</style>", b"<pre>", b"<br>", b"<template>", b"<!--", b"\0", b"&#x0;", b"<svg>", b"<select>", b"<p hidden>"],
    "docx": [b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b'<w:gridSpan w:val="-5"/>', b'<w:numId w:val="2"/>', b"<w:strike/>", b"<w:del>",
             b'<w:br w:type="page"/>', b"<w:sdt>", b"<w:vMerge/>", b'w:val="99999999999999999999"', b"&#0;", b'<w:ilvl w:val="-1"/>', b"<w:r/>"],
    "odt": [b"<text:p>", b"<text:list>", b"<table:table>", b'table:number-columns-repeated="999999"', b'text:c="99999999"', b"<text:h>", b"<text:note>",
            b'text:outline-level="-3"', b"<text:change/>", b"&amp;", b"<draw:frame>"],
    "pdf": [b"BT ", b" ET ", b" Tf ", b" 0 0 0 0 0 0 cm ", b" 1e38 0 0 1e38 0 0 cm ", b" q ", b" Q ", b" Do ", b" 99999999999 0 Td ", b" re f ", b" l S ",
            b"/Rotate 90 ", b"/MediaBox [0 0 0 0] ", b"/Kids [3 0 R] ", b" 0 R ", b"/Length 0 ", b"NaN ", b"-1 ", b"/QuadPoints [1 2] ", b"endstream"],
}  # fmt: skip


def _rich_docx() -> bytes:
    """What the plain minutes do not have: merged cells, numbers, tracked changes, notes, headers, controls."""
    inner = table([[cell(paragraph(run("x"))), cell(paragraph(run("y")))]])
    body = (
        numbered(run("Öppnande"), 2)
        + numbered(run("Fråga"), 2, 1)
        + table([[cell(paragraph(run("a")), '<w:gridSpan w:val="2"/>')], [cell(paragraph(run("b")), "<w:vMerge/>"), cell(inner)]])
        + paragraph(f"<w:del>{run('Bo').replace('w:t', 'w:delText')}</w:del><w:ins>{run('Ek')}</w:ins>")
        + paragraph("<w:sdt><w:sdtContent>" + run("ruta") + '</w:sdtContent></w:sdt><w:r><w:footnoteReference w:id="1"/></w:r>')
        + paragraph(
            '<w:r><w:tab/><w:t>x</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>'
            + run("Arv", 0, '<w:rStyle w:val="StrukenBarn"/>')
        )
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="1">{paragraph(run("not"))}</w:footnote></w:footnotes>'
    header = f"<w:hdr {W}>{paragraph(run('Dnr'))}</w:hdr>"
    return docx(body, parts={"footnotes.xml": ("footnotes", notes), "header1.xml": ("header", header)})


@cache
def seeds(kind: str) -> tuple[bytes, ...]:
    parts = MINUTES[:8] + MINUTES[-3:]
    match kind:
        case "text":
            return to_text(parts), to_text(parts).decode().encode("utf-16"), b"A   B   C\nD   E   F\nG   H   I\n\fslut ~x~ <s>y\n"
        case "markdown":
            return (to_markdown(parts),)
        case "html":
            return (to_html(parts),)
        case "docx":
            return to_docx(parts), _rich_docx()
        case "odt":
            return (to_odt(parts),)
        case _:
            return (
                with_reportlab(parts, compress=False),
                typeset(parts, strike="annotation", compress=False),
                typeset(parts, header="Rådet"),
                with_fpdf2(parts),
            )


def mutate(data: bytes, dice: random.Random, tokens: list[bytes]) -> bytes:
    """One to six small changes, or one large one."""
    out = bytearray(data)
    if dice.random() < 0.1:
        del out[dice.randrange(len(out) + 1) :]
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        if not out:
            break
        at = dice.randrange(len(out))
        span = dice.choice((1, 1, 2, 8, 64, 512))
        match dice.randrange(7):
            case 0:
                out[at] = dice.randrange(256)
            case 1:
                out[at] ^= 1 << dice.randrange(8)
            case 2:
                del out[at : at + span]
            case 3:
                out[at:at] = out[at : at + span] * dice.choice((1, 1, 2, 20))
            case 4:
                other = dice.randrange(len(out))
                out[at : at + span] = out[other : other + span]
            case 5:
                out[at:at] = dice.choice(tokens) * dice.choice((1, 1, 1, 5, 50))
            case _:
                out[at : at + span] = dice.randbytes(min(span, 16))
    return bytes(out)


def mutate_tree(content: bytes, dice: random.Random) -> bytes:
    """The same part, still well formed, with elements moved, doubled, dropped and nested, and values made absurd."""
    root = etree.fromstring(content)
    for _ in range(dice.choice((1, 2, 4, 10))):
        elements = list(root.iter())[1:]
        if not elements:
            break
        element, other = dice.choice(elements), dice.choice(elements)
        parent = element.getparent()
        match dice.randrange(7):
            case 0:
                parent.remove(element)
            case 1:
                parent.insert(parent.index(element), deepcopy(element))
            case 2:
                other.append(deepcopy(element))
            case 3 if element.attrib:
                element.set(
                    dice.choice(list(element.attrib)),
                    dice.choice(("", "-1", "0", "99999999999", "none", "\u00e5", "1e9", "true")),
                )
            case 4:
                element.tag = other.tag
            case 5:
                element.text = dice.choice(("", "\n", "\t", "a\u0308", "\u0336", "\ue000", "x" * 3000, "\u00ad"))
            case _:
                for _ in range(dice.choice((1, 5, 30))):
                    wrapper = etree.Element(other.tag)
                    parent.replace(element, wrapper)
                    wrapper.append(element)
                    parent = wrapper
    return etree.tostring(root)


@cache
def _members(data: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def mutated(kind: str, number: int) -> bytes:
    """The `number`-th broken file of a kind, the same in every run. Parts of zips are broken inside, mostly."""
    dice = random.Random(f"{kind}:{number}")
    data = dice.choice(seeds(kind))
    if kind not in ("docx", "odt") or dice.random() < 0.15:
        return mutate(data, dice, TOKENS[kind])
    members = _members(data)
    chosen = dice.choice([name for name, _ in members if name.endswith((".xml", ".rels"))])
    if dice.random() < 0.5:
        chosen = "word/document.xml" if kind == "docx" else "content.xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            if name == chosen:
                content = mutate_tree(content, dice) if dice.random() < 0.7 else mutate(content, dice, TOKENS[kind])
            archive.writestr(name, content)
    return out.getvalue()


def read_broken(kind: str, data: bytes) -> Document:
    """Read with the reader of the kind whatever the bytes look like by now; no converter is started."""
    return _READERS[kind](data, f"a.{SUFFIX[kind]}")
